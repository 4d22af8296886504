//! What can make a run impossible, with the place and the value; words are chosen elsewhere.

use crate::quantity::Year;

/// The run stopped: sector, year, variable and value say where.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum EngineError {
    /// Capital of a sector is no longer positive (E16).
    #[error("capital of {sector} in {year} is {value}")]
    CapitalNotPositive {
        /// Sector id.
        sector: String,
        /// Year at whose start the capital fails.
        year: Year,
        /// Capital, trillion VND.
        value: f64,
    },
    /// Labour demand of a sector is no longer positive (E3, E4).
    #[error("employment of {sector} in {year} is {value} at reallocation rate {rate}")]
    LabourNotPositive {
        /// Sector id.
        sector: String,
        /// Year.
        year: Year,
        /// Structural employment, thousand persons.
        value: f64,
        /// Reallocation rate of that year.
        rate: f64,
    },
    /// Skills fell to zero or below (E5).
    #[error("skills index of {sector} in {year} is {value}")]
    SkillsNotPositive {
        /// Sector id.
        sector: String,
        /// Year.
        year: Year,
        /// Index.
        value: f64,
    },
    /// Shocks take the whole of potential output or more (E9).
    #[error("shocks leave {remaining} of the output of {sector} in {year}")]
    ShockTooDeep {
        /// Sector id.
        sector: String,
        /// Year.
        year: Year,
        /// 1 + z.
        remaining: f64,
    },
    /// Potential output is not positive (E8).
    #[error("potential output of {sector} in {year} is {value}")]
    PotentialNotPositive {
        /// Sector id.
        sector: String,
        /// Year.
        year: Year,
        /// Potential output, trillion VND.
        value: f64,
    },
    /// Labour supply is not positive (E2).
    #[error("labour supply in {year} is {value}")]
    LabourSupplyNotPositive {
        /// Year.
        year: Year,
        /// Thousand persons.
        value: f64,
    },
    /// A figure is not a finite number.
    #[error("{variable} of {line} in {year} is not a finite number ({value})")]
    NotFinite {
        /// Variable id.
        variable: &'static str,
        /// Sector id, or `total`.
        line: String,
        /// Year.
        year: Year,
        /// The value.
        value: f64,
    },
    /// An input lies outside what the equations allow.
    #[error("{variable} of {line} is {value}")]
    InputOutOfRange {
        /// Variable id.
        variable: &'static str,
        /// Sector id, or `total`.
        line: String,
        /// The value.
        value: f64,
    },
    /// A path does not have one value a year.
    #[error("{variable} of {line} has {length} years, the horizon has {expected}")]
    PathLength {
        /// Variable id.
        variable: &'static str,
        /// Sector id, or `total`.
        line: String,
        /// Years given.
        length: usize,
        /// Years of the horizon.
        expected: usize,
    },
}
