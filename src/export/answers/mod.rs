//! One table an answer: whatever shows an answer reads the same one.
//!
//! Every function takes what an analysis found and returns a [`Table`](super::Table): its columns and cells know both id and name, so that CSV and JSON take ids, and screen, Markdown, report and window take names.

mod audit;
mod backtest;
mod compare;
mod ensemble;
mod import;
mod list;
mod merge;
mod moved;
mod named;
mod projection;
mod reprice;
mod sensitivity;
mod solve;
mod targets;
mod why;

pub use audit::{audit_table, findings_table};
pub use backtest::{
    backtest_table, learnt_table, methods_table, rule_table, sectors_table, shown_table, tenths_table, thirds_table,
};
pub use compare::compare_table;
pub use ensemble::{EnsembleRun, bands_table, chances_table, ensemble_table, input_shifts_table, last_bands_table};
pub use import::import_table;
pub use list::{cases_table, levers_table, studies_table, variables_table};
pub use merge::merge_table;
pub use moved::moved_table;
pub use projection::{
    MAIN_VARIABLES, Run, Selection, add_remarks, averages_table, grdp_table, projection_table, years_table,
};
pub use reprice::repricing_table;
pub use sensitivity::{SensitivityRun, sensitivity_table};
pub use solve::{FollowedSector, Solved, follow_table, solve_table};
pub use targets::{Landing, case_column, explain_missing, explain_unjudged, landings, landings_table, targets_table};
pub use why::{
    Attributed, RunOfYears, Swung, difference_table, growth_across, growth_table, needed_table, shift_of, shift_table,
    swings_table,
};
