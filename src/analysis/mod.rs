//! Questions put to projections and to the plan; nothing here writes to a study.

mod attribution;
pub mod audit;
pub mod backtest;
pub mod catch_up;
mod contributions;
mod diagnostics;
mod effect;
pub mod ensemble;
mod error;
mod gradient;
mod inert;
mod lane_kernel;
mod metric;
pub mod narrowed;
mod period;
mod random;
mod reach;
mod shift_share;
mod side_by_side;
pub mod sobol;
pub mod solver;
mod target;
mod tornado;

pub use crate::scenario::lever::Cause;
pub use attribution::{Attribution, Grouping, MOST_EXACT, PERMUTATIONS, Player, Term, attribute};
pub use contributions::{Factor, FactorContribution, LineContribution, by_factor, by_line};
pub use diagnostics::{Diagnostic, Severity, diagnostics, warnings};
pub use effect::{StepEffect, moves_nothing, step_effects};
pub use error::AnalysisError;
pub use inert::{Inert, inert};
pub use metric::{Metric, line_id, line_of, target_variable};
pub use period::{ActualLevel, Period, actual_level, average_growth, headline_period, missing_start};
pub use random::GENERATOR;
pub use shift_share::{RegionalShift, SectorShift, ShiftShare, ShiftShareMethod, regional_shift, shift_share};
pub use target::{Target, gap, history, observed_series, plan_baseline, stated_target, target};
pub use tornado::{Swing, Switching, Tornado, switching_value, switching_values, tornado};
