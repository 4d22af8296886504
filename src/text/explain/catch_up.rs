//! Why the growth still needed cannot be given.

use super::{Explanation, explain, figure, percent, year};
use crate::analysis::catch_up::CatchUpError;
use crate::lang::Lang;
use crate::scenario::study::Study;
use crate::text::names::figure_name;

/// A catch-up error in words.
pub fn explain_catch_up(error: &CatchUpError, study: Option<&Study>, lang: Lang) -> Explanation {
    match error {
        CatchUpError::TargetInThePast { year: target, latest: _ } => {
            explain(lang, "error-target-in-the-past", &[("year", year(*target, lang))])
        }
        CatchUpError::NoActual { quantity, line } => {
            explain(lang, "error-no-actual", &[("name", figure_name(*quantity, line, study, lang).into())])
        }
        CatchUpError::NotPositive { value } => {
            explain(lang, "error-level-cannot-grow", &[("value", figure(*value, lang))])
        }
        CatchUpError::NoRest { weight } => explain(lang, "error-no-rest", &[("value", percent(*weight, lang))]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::figure::Quantity;

    #[test]
    fn every_error_is_told_with_its_figures() {
        let errors = [
            (CatchUpError::TargetInThePast { year: 2023, latest: 2024 }, "2023"),
            (CatchUpError::NoActual { quantity: Quantity::Exports, line: String::new() }, "exports"),
            (CatchUpError::NotPositive { value: -2.5 }, "−2.5"),
            (CatchUpError::NoRest { weight: 1.2 }, "120"),
        ];
        for lang in Lang::ALL {
            for (error, _) in &errors {
                let told = explain_catch_up(error, None, lang);
                assert!(!told.sentence.contains("error-") && !told.hint.contains("error-"), "{told:?}");
            }
        }
        for (error, word) in errors {
            assert!(explain_catch_up(&error, None, Lang::EN).sentence.contains(word), "{word}");
        }
    }
}
