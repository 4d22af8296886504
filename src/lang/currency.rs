//! The currency in which a study counts, in the words of both languages.

use super::{Lang, Tongue};
use arrayvec::ArrayString;
use serde::{Deserialize, Serialize};

/// Most bytes of a word, so that a currency travels by value with the language.
const WORD: usize = 16;
/// Letters of a code.
const CODE: usize = 3;

/// A currency other than đồng: what stands in the units of money, with the sizes that đồng has too (billion, trillion).
///
/// Ids of units in files, such as `billion_vnd`, stay what they are: the money of the study.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Currency {
    /// The three letters of ISO 4217, which English units have: `LAK`.
    pub code: ArrayString<CODE>,
    /// The Vietnamese word: `kíp`.
    pub vi: ArrayString<WORD>,
    /// The English word for sentences: `kip`.
    pub en: ArrayString<WORD>,
}

impl Currency {
    /// The code of the currency that a study counts in where it names none.
    pub const DEFAULT_CODE: &'static str = "VND";

    /// A currency of which only its code is known; `None` for đồng, and where the text is no code.
    #[must_use]
    pub fn of_code(code: &str) -> Option<Self> {
        let (Ok(own), Ok(word)) = (ArrayString::from(code), ArrayString::from(code)) else { return None };
        let currency = Self { code: own, vi: word, en: word };
        (code != Self::DEFAULT_CODE && currency.is_complete()).then_some(currency)
    }

    /// Whether the code has three capital letters and each language has a word.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        let is_code = self.code.len() == CODE && self.code.chars().all(|letter| letter.is_ascii_uppercase());
        is_code && [&self.vi, &self.en].into_iter().all(|word| !word.trim().is_empty())
    }

    /// The word of a language that stands in units.
    pub(crate) fn in_units(&self, lang: Lang) -> &str {
        match lang.tongue() {
            Tongue::Vi => &self.vi,
            Tongue::En => &self.code,
        }
    }

    /// The word of a language that stands in sentences.
    pub(crate) fn in_sentences(&self, lang: Lang) -> &str {
        match lang.tongue() {
            Tongue::Vi => &self.vi,
            Tongue::En => &self.en,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_alone_makes_a_currency_unless_it_is_that_of_dong() {
        let kip = Currency::of_code("LAK").unwrap();
        assert_eq!((kip.in_units(Lang::EN), kip.in_sentences(Lang::VI)), ("LAK", "LAK"));
        for none in ["VND", "lak", "LA", "", "much longer than a word is"] {
            assert_eq!(Currency::of_code(none), None, "{none}");
        }
    }

    #[test]
    fn a_currency_without_a_word_is_not_complete() {
        let kip = Currency::of_code("LAK").unwrap();
        assert!(kip.is_complete() && !Currency { vi: ArrayString::new(), ..kip }.is_complete());
    }
}
