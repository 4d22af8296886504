//! The two languages of the program, and a text that exists in both.
//!
//! Wording lives elsewhere (`text`); names of sectors, levers and sources are data and come as [`Localized`].

mod fold;

pub use fold::{fold, fold_tight};

use std::{fmt, str::FromStr};
use unicode_normalization::UnicodeNormalization as _;

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// A language of the interface and of the exports.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Lang {
    /// Vietnamese, the language the program starts in.
    #[default]
    Vi,
    /// English.
    En,
}

impl Lang {
    /// Every language, in the order of the switch in the window.
    pub const ALL: [Self; 2] = [Self::Vi, Self::En];

    /// The code used in files, on the command line and as the name of the folder of messages.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Vi => "vi",
            Self::En => "en",
        }
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

/// A language code other than `vi` and `en`.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("unknown language `{0}`, expected `vi` or `en`")]
pub struct UnknownLang(pub String);

impl FromStr for Lang {
    type Err = UnknownLang;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::ALL.into_iter().find(|lang| lang.as_str() == text).ok_or_else(|| UnknownLang(text.to_owned()))
    }
}

/// A name or a note in both languages, as it stands in a study or in the catalogue.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Localized {
    /// The Vietnamese text.
    pub vi: String,
    /// The English text.
    pub en: String,
}

impl Localized {
    /// A text from its two wordings.
    pub fn new(vi: impl Into<String>, en: impl Into<String>) -> Self {
        Self { vi: vi.into(), en: en.into() }
    }

    /// The same text with composed letters: some keyboards type a letter and its marks apart.
    #[must_use]
    pub fn compose(&self) -> Self {
        let composed = |text: &str| text.nfc().collect();
        Self { vi: composed(&self.vi), en: composed(&self.en) }
    }

    /// The wording in one language; the other one where this one is empty, because a user names things in one language.
    pub fn in_lang(&self, lang: Lang) -> &str {
        let (wanted, other) = match lang {
            Lang::VI => (&self.vi, &self.en),
            Lang::EN => (&self.en, &self.vi),
        };
        if wanted.is_empty() { other } else { wanted }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_reads_back_from_its_code() {
        for lang in Lang::ALL {
            assert_eq!(lang.to_string().parse(), Ok(lang));
        }
        assert_eq!("fr".parse::<Lang>(), Err(UnknownLang("fr".to_owned())));
        assert_eq!(Lang::default(), Lang::VI);
    }

    #[test]
    fn files_hold_the_code_in_lower_case() {
        assert_eq!(serde_json::to_string(&Lang::EN).unwrap(), "\"en\"");
    }

    #[test]
    fn a_text_is_given_in_the_language_asked_for() {
        let name = Localized::new("Dịch vụ", "Services");
        assert_eq!(name.in_lang(Lang::VI), "Dịch vụ");
        assert_eq!(name.in_lang(Lang::EN), "Services");
    }

    #[test]
    fn letters_typed_apart_from_their_marks_are_composed() {
        let apart = Localized::new("Ba\u{306}\u{301}c Ninh", "");
        assert_eq!(apart.compose().vi, "Bắc Ninh");
    }

    #[test]
    fn a_text_named_in_one_language_serves_both() {
        assert_eq!(Localized::new("Kịch bản 1", "").in_lang(Lang::EN), "Kịch bản 1");
    }
}
