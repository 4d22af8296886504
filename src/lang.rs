//! The two languages of the program, and a text that exists in both.
//!
//! Wording lives elsewhere (`text`); names of sectors, levers and sources are data and come as [`Localized`].

mod currency;
mod fold;
mod terms;

pub use currency::Currency;
pub use fold::{fold, fold_tight, has_words};
pub use terms::{StudyTerms, TerritoryKind};

use std::{fmt, str::FromStr};
use unicode_normalization::UnicodeNormalization as _;

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// A language as it is chosen and stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tongue {
    /// Vietnamese, the language the program starts in.
    #[default]
    Vi,
    /// English.
    En,
}

/// What a text is worded in: a language, and the words of the study that it is about.
///
/// Preferences and files hold the language alone; the words are those of the open study.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(from = "Tongue", into = "Tongue")]
pub struct Lang {
    tongue: Tongue,
    terms: StudyTerms,
}

impl Lang {
    /// Vietnamese, of a province whose money is đồng.
    pub const VI: Self = Self::of(Tongue::Vi);
    /// English, of a province whose money is đồng.
    pub const EN: Self = Self::of(Tongue::En);
    /// Every language, in the order of the switch in the window.
    pub const ALL: [Self; 2] = [Self::VI, Self::EN];

    const fn of(tongue: Tongue) -> Self {
        Self { tongue, terms: StudyTerms { currency: None, territory: TerritoryKind::Province } }
    }

    /// The language without the words of a study.
    #[must_use]
    pub const fn tongue(self) -> Tongue {
        self.tongue
    }

    /// The words of the study.
    #[must_use]
    pub const fn terms(&self) -> &StudyTerms {
        &self.terms
    }

    /// The same language with the words of a study.
    #[must_use]
    pub const fn with_terms(self, terms: StudyTerms) -> Self {
        Self { terms, ..self }
    }

    /// The code used in files, on the command line and as the name of the folder of messages.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self.tongue {
            Tongue::Vi => "vi",
            Tongue::En => "en",
        }
    }
}

impl From<Tongue> for Lang {
    fn from(tongue: Tongue) -> Self {
        Self::of(tongue)
    }
}

impl From<Lang> for Tongue {
    fn from(lang: Lang) -> Self {
        lang.tongue
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
        let (wanted, other) = match lang.tongue {
            Tongue::Vi => (&self.vi, &self.en),
            Tongue::En => (&self.en, &self.vi),
        };
        if wanted.is_empty() { other } else { wanted }
    }

    /// Takes what was typed in a language; a text that is the same in both languages stays so.
    pub fn rewrite(&mut self, lang: Lang, typed: &str) {
        let both = self.vi == self.en;
        if both || lang.tongue == Tongue::Vi {
            typed.clone_into(&mut self.vi);
        }
        if both || lang.tongue == Tongue::En {
            typed.clone_into(&mut self.en);
        }
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
