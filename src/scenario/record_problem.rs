//! Why a record of a study file is refused, and how that reason passes through the reader of the file.
//!
//! A record is checked while it is read, because only the reader knows where it stands.
//! A reader of `serde` has one way to take a reason from a type that it reads: a text.
//! So a problem passes as a text of JSON, which is written and read in this file alone.

use crate::quantity::{Quantity, Unit, Year};
use serde::{Deserialize, Serialize};

/// Why a record of a study file is refused while it is read.
///
/// A reader takes it as text and gives it back by the functions of this file, which are not public.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum RecordProblem {
    /// A share outside 0–100 %.
    #[error("{quantity:?} of {line} is {value}, outside 0..1")]
    ShareOutOfRange {
        /// Quantity.
        quantity: Quantity,
        /// Line.
        line: String,
        /// Value as a fraction.
        #[serde(with = "bits")]
        value: f64,
    },
    /// A range whose upper end is below its lower one.
    #[error("{quantity:?} of {line} up to {upper}")]
    EndsReversed {
        /// Quantity.
        quantity: Quantity,
        /// Line.
        line: String,
        /// Upper end as written.
        #[serde(with = "bits")]
        upper: f64,
    },
    /// A period that ends before it begins.
    #[error("{quantity:?} of {line} from {since} to {year}")]
    PeriodReversed {
        /// Quantity.
        quantity: Quantity,
        /// Line.
        line: String,
        /// First year.
        since: Year,
        /// Last year.
        year: Year,
    },
    /// A distance within which a target is met that is negative, or larger than the target itself.
    #[error("{quantity:?} of {line} near within {within}")]
    DistanceOutOfRange {
        /// Quantity.
        quantity: Quantity,
        /// Line.
        line: String,
        /// The distance as written.
        #[serde(with = "bits")]
        within: f64,
    },
    /// A rate beyond 100 % a year that is written as a fraction, which nearly always is a number of per cent.
    #[error("{quantity:?} of {line} is {value} as a fraction a year")]
    RateBeyondOne {
        /// Quantity.
        quantity: Quantity,
        /// Line.
        line: String,
        /// Value as a fraction.
        #[serde(with = "bits")]
        value: f64,
    },
    /// A level that must be positive.
    #[error("{quantity:?} of {line} is {value}, must be positive")]
    NotPositive {
        /// Quantity.
        quantity: Quantity,
        /// Line.
        line: String,
        /// Value.
        #[serde(with = "bits")]
        value: f64,
    },
    /// A value that is not a number, or is beyond 10^15.
    #[error("{quantity:?} of {line} is not a usable number")]
    NotANumber {
        /// Quantity.
        quantity: Quantity,
        /// Line.
        line: String,
    },
    /// The unit does not measure the quantity.
    #[error("{unit:?} does not measure {quantity:?}")]
    WrongUnit {
        /// Quantity.
        quantity: Quantity,
        /// Unit.
        unit: Unit,
    },
    /// A published figure without a quote or a source note.
    #[error("{quantity:?} of {line} has no source")]
    NoSource {
        /// Quantity.
        quantity: Quantity,
        /// Line.
        line: String,
    },
    /// A year that stands twice in a table.
    #[error("year {year} stands twice")]
    DuplicateYear {
        /// Year.
        year: Year,
    },
    /// A key that stands twice in a table.
    #[error("{key} stands twice")]
    DuplicateKey {
        /// Key.
        key: String,
    },
    /// An id that is not lower-case ASCII letters, digits, hyphens.
    #[error("{id} is not an id")]
    BadId {
        /// Id as given.
        id: String,
    },
    /// A lever that the program does not know.
    #[error("no lever {lever}")]
    UnknownLever {
        /// Lever as given.
        lever: String,
    },
}

/// A number by its bits, because JSON may move the last digit of one.
mod bits {
    use serde::{Deserialize as _, Deserializer, Serialize as _, Serializer};

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes references")]
    pub(super) fn serialize<S: Serializer>(number: &f64, serializer: S) -> Result<S::Ok, S::Error> {
        number.to_bits().serialize(serializer)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<f64, D::Error> {
        u64::deserialize(deserializer).map(f64::from_bits)
    }
}

impl RecordProblem {
    /// The problem as an error of the reader that asks for the record.
    pub(super) fn to_reader_error<E: serde::de::Error>(&self) -> E {
        // A problem is ids, words and numbers, all of which JSON can write.
        E::custom(serde_json::to_string(self).unwrap_or_else(|_| self.to_string()))
    }

    /// The problem in the text of a reader's error; `None` where the text is the reader's own.
    pub(crate) fn from_reader_text(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok()
    }

    /// Id of the line that the record is of; `None` where the problem is of no line.
    pub const fn line_mut(&mut self) -> Option<&mut String> {
        match self {
            Self::ShareOutOfRange { line, .. }
            | Self::EndsReversed { line, .. }
            | Self::PeriodReversed { line, .. }
            | Self::DistanceOutOfRange { line, .. }
            | Self::RateBeyondOne { line, .. }
            | Self::NotPositive { line, .. }
            | Self::NotANumber { line, .. }
            | Self::NoSource { line, .. } => Some(line),
            Self::WrongUnit { .. }
            | Self::DuplicateYear { .. }
            | Self::DuplicateKey { .. }
            | Self::BadId { .. }
            | Self::UnknownLever { .. } => None,
        }
    }

    /// The field of the record that is wrong; `None` where the problem is no field of a figure.
    pub(crate) const fn field(&self) -> Option<&'static str> {
        match self {
            Self::ShareOutOfRange { .. }
            | Self::RateBeyondOne { .. }
            | Self::NotPositive { .. }
            | Self::NotANumber { .. } => Some("value"),
            Self::EndsReversed { .. } => Some("upper"),
            Self::PeriodReversed { .. } => Some("since"),
            Self::DistanceOutOfRange { .. } => Some("aim"),
            Self::WrongUnit { .. } => Some("unit"),
            Self::NoSource { .. } => Some("source"),
            Self::DuplicateYear { .. } | Self::DuplicateKey { .. } | Self::BadId { .. } | Self::UnknownLever { .. } => {
                None
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use proptest::sample::select;

    /// Problems of every kind, with any words and any number that a file can hold.
    fn any_problem() -> impl Strategy<Value = RecordProblem> {
        let parts = (select(&Quantity::ALL), select(&Unit::ALL), any::<String>(), any::<f64>(), any::<(Year, Year)>());
        parts.prop_flat_map(|(quantity, unit, text, number, (since, year))| {
            let line = || text.clone();
            select(vec![
                RecordProblem::ShareOutOfRange { quantity, line: line(), value: number },
                RecordProblem::EndsReversed { quantity, line: line(), upper: number },
                RecordProblem::PeriodReversed { quantity, line: line(), since, year },
                RecordProblem::DistanceOutOfRange { quantity, line: line(), within: number },
                RecordProblem::RateBeyondOne { quantity, line: line(), value: number },
                RecordProblem::NotPositive { quantity, line: line(), value: number },
                RecordProblem::NotANumber { quantity, line: line() },
                RecordProblem::WrongUnit { quantity, unit },
                RecordProblem::NoSource { quantity, line: line() },
                RecordProblem::DuplicateYear { year },
                RecordProblem::DuplicateKey { key: line() },
                RecordProblem::BadId { id: line() },
                RecordProblem::UnknownLever { lever: line() },
            ])
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]
        #[test]
        fn a_problem_comes_out_of_a_reader_as_it_went_in(problem in any_problem()) {
            let error: serde::de::value::Error = problem.to_reader_error();
            prop_assert_eq!(RecordProblem::from_reader_text(&error.to_string()), Some(problem));
        }

        #[test]
        fn what_a_reader_says_itself_is_no_problem_of_a_record(words in "[a-z `]{0,40}") {
            prop_assert_eq!(RecordProblem::from_reader_text(&words), None);
        }
    }
}
