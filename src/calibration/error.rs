//! Why observations and targets do not give a baseline.

use crate::quantity::{HorizonError, Year};

/// Calibration stopped.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum CalibrationError {
    /// The horizon is empty or reaches too far.
    #[error(transparent)]
    Horizon(#[from] HorizonError),
    /// A target lies in the base year or before it.
    #[error("target in {year}, base year {base}")]
    TargetNotAfterBase {
        /// Year of the target.
        year: Year,
        /// Base year.
        base: Year,
    },
    /// A target lies beyond the last year.
    #[error("target in {year}, last year {end}")]
    TargetBeyondHorizon {
        /// Year of the target.
        year: Year,
        /// Last year.
        end: Year,
    },
    /// A share target is not between 0 and 1.
    #[error("share of {line} in {year} is {share}")]
    ShareOutOfRange {
        /// Line id.
        line: String,
        /// Year.
        year: Year,
        /// Share as a fraction.
        share: f64,
    },
    /// A target level is not positive.
    #[error("target of {line} in {year} is {value}")]
    TargetNotPositive {
        /// Line id.
        line: String,
        /// Year.
        year: Year,
        /// Level.
        value: f64,
    },
    /// Targets leave a level <= 0 for the residual line.
    #[error("residual of {line} in {year} is {value}")]
    ResidualNotPositive {
        /// Line id of the residual.
        line: String,
        /// Year.
        year: Year,
        /// What is left, trillion VND.
        value: f64,
    },
    /// Two targets speak about the same thing.
    #[error("targets depend on each other")]
    TargetsDependent,
    /// No target fixes the total of a target year.
    #[error("no target fixes total output in {year}")]
    TotalNotFixed {
        /// Year.
        year: Year,
    },
    /// The gap cannot be spread over the lines.
    #[error("gap of {value} in {year} cannot be spread")]
    SpreadFailed {
        /// Year.
        year: Year,
        /// Total to be spread, trillion VND.
        value: f64,
    },
}
