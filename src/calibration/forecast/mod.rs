//! The tested forecast: how fast a line goes on growing, and how far it may stray (`docs/backtest.md`).
//!
//! One function each, which the back-test scores and a study's baseline and fan take; only years up to the origin are
//! used.

mod bands;
mod past;
mod rule;
mod volatility;

pub use bands::{LEVELS, Multipliers, ShippedBands, nearer, scale};
pub use past::{Past, RECENT_YEARS, TREND_YEARS, past};
pub use rule::{FEWEST_GROWTHS, HOLD, RuleBasis, RuleRow, Signals, TrendRule, held_excess};
pub use volatility::VolatilityClass;

/// Value added or employment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PanelMeasure {
    /// Value added at constant prices.
    ValueAdded,
    /// Employment.
    Employment,
}

impl PanelMeasure {
    /// Both, in the order of tables.
    pub const ALL: [Self; 2] = [Self::ValueAdded, Self::Employment];

    /// The word in files.
    pub const fn id(self) -> &'static str {
        match self {
            Self::ValueAdded => "value_added",
            Self::Employment => "employment",
        }
    }
}

/// From which outcomes the rule and its bands were learnt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum LearntFrom {
    /// All of them; what the program uses.
    #[default]
    AllYears,
    /// Outcomes to the year 2000, so that later years can judge.
    To2000,
}

impl LearntFrom {
    /// Both, in the order of tables.
    pub const ALL: [Self; 2] = [Self::AllYears, Self::To2000];

    /// The word in files.
    pub const fn id(self) -> &'static str {
        match self {
            Self::AllYears => "all_years",
            Self::To2000 => "to_2000",
        }
    }

    /// Last year of the outcomes; `None` where there is no limit.
    pub const fn last_year(self) -> Option<crate::quantity::Year> {
        match self {
            Self::AllYears => None,
            Self::To2000 => Some(2000),
        }
    }
}

/// The word for a line in files.
const fn line_id(is_total: bool) -> &'static str {
    if is_total { "total" } else { "sector" }
}

/// The cells of the rows of a table that ships, without its head.
fn shipped_rows(table: &str) -> impl Iterator<Item = Vec<&str>> {
    table.lines().filter(|row| !row.starts_with('#')).skip(1).map(|row| row.split(',').collect())
}
