//! Errors as sentences: what is wrong, and apart from it what to change.

mod catch_up;
mod edited;
mod file;
mod run;
mod study;

pub use catch_up::explain_catch_up;
pub use edited::explain_edited;
pub use file::explain_file_error;
pub use run::{explain_calibration_error, explain_engine_error, explain_resolve_error, explain_spillover_error};
pub use study::{explain_record_problem, explain_study_error};

use super::{
    Numbers, ReadNumberError,
    catalog::{FluentValue, message, message_with},
};
use crate::lang::Lang;

/// Two sentences for one error or remark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explanation {
    /// What is so, and where.
    pub sentence: String,
    /// What to change.
    pub hint: String,
}

/// The message of a key and the hint beside it, from the same variables.
pub(super) fn explain(lang: Lang, key: &str, arguments: &[(&'static str, FluentValue<'_>)]) -> Explanation {
    Explanation {
        sentence: message_with(lang, key, arguments),
        hint: message_with(lang, &format!("{key}-hint"), arguments),
    }
}

/// A number in a sentence: as many digits as tell it apart, no closing zeros.
fn figure(value: f64, lang: Lang) -> FluentValue<'static> {
    Numbers::new(lang).write_trimmed(value, 4).into()
}

/// A fraction as the digits of per cent; the sign stands in the message.
fn percent(fraction: f64, lang: Lang) -> FluentValue<'static> {
    Numbers::new(lang).write_trimmed(fraction * 100.0, 4).into()
}

/// A year in a sentence.
fn year(year: i32, lang: Lang) -> FluentValue<'static> {
    Numbers::new(lang).year(year).into()
}

/// Why a typed number was refused, in words.
pub fn explain_read_number(error: &ReadNumberError, lang: Lang) -> Explanation {
    let (sentence, hint) = match error {
        ReadNumberError::Empty => (message(lang, "error-number-empty"), "error-number-empty-hint"),
        ReadNumberError::NotANumber(text) => (
            message_with(lang, "error-number-unreadable", &[("value", text.as_str().into())]),
            "error-number-unreadable-hint",
        ),
        ReadNumberError::NotFinite => (message(lang, "error-number-not-finite"), "error-number-not-finite-hint"),
        ReadNumberError::Ambiguous { text, as_thousands, as_decimal, likely: _ } => {
            let numbers = Numbers::new(lang);
            let arguments = [
                ("value", text.as_str().into()),
                ("thousands", numbers.decimal(*as_thousands, 0).into()),
                ("decimal", numbers.decimal(*as_decimal, 3).into()),
            ];
            (message_with(lang, "question-decimal-mark", &arguments), "question-decimal-mark-hint")
        }
    };
    Explanation { sentence, hint: message(lang, hint) }
}

#[cfg(test)]
pub(in crate::text) mod tests {
    use super::*;
    use crate::text::read;
    use std::fmt::Debug;

    /// Both sentences are there, with every variable filled in and no key shown.
    pub(in crate::text) fn is_told(told: &Explanation, error: &impl Debug) {
        for part in [&told.sentence, &told.hint] {
            assert!(part.contains(' '), "{error:?}: {part}");
            assert!(!part.contains('{') && !part.contains('$'), "{error:?}: {part}");
            for key in ["error-", "quantity-", "input-", "unit-", "lever-", "file-", "figure-"] {
                assert!(!part.contains(key), "{error:?}: {part}");
            }
        }
    }

    #[test]
    fn an_open_number_is_asked_about_with_both_readings() {
        let error = read("136.977", Lang::VI).unwrap_err();
        let asked = explain_read_number(&error, Lang::VI).sentence;
        assert!(asked.contains("136.977 ") && asked.contains("136,977"), "{asked}");
    }

    #[test]
    fn every_refusal_has_a_sentence_and_a_hint_in_both_languages() {
        for text in ["", "x", "inf", "1.234"] {
            for lang in Lang::ALL {
                let told = explain_read_number(&read(text, lang).unwrap_err(), lang);
                for part in [told.sentence, told.hint] {
                    assert!(part.contains(' '), "{text}: {part}");
                }
            }
        }
    }
}
