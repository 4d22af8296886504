//! The integration tests: one binary, one module a subject.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::wildcard_enum_match_arm,
    reason = "a failing test should stop where it fails, and looks only at the variants that it is about"
)]

mod aims;
mod answers;
#[cfg(feature = "gui")]
mod answers_ui;
mod app;
mod architecture;
mod assumptions;
mod backtest;
mod calibration;
mod case_styles;
mod cli;
mod cli_answers;
mod cli_read;
mod compare;
mod dates_and_years;
mod destinations;
mod documents;
mod ensemble;
mod entries;
mod exports;
mod files;
#[cfg(feature = "gui")]
mod fitting;
mod gradients;
mod groups;
mod guard;
#[cfg(feature = "gui")]
mod habits;
mod headings;
mod importing;
#[cfg(feature = "gui")]
mod importing_window;
mod laws;
mod levers;
mod living;
#[cfg(feature = "gui")]
mod looks;
mod lookup;
mod medians;
mod merged;
mod national;
mod notes;
mod oracle;
mod oracle_study;
mod output_only;
mod periods;
mod priority;
mod program;
mod published;
mod questions;
#[cfg(feature = "gui")]
mod questions_window;
mod quotes;
#[cfg(feature = "gui")]
mod reached;
mod reading;
mod reading_variants;
mod readme;
mod recipes;
mod record;
mod remarks;
mod repriced;
mod resolved;
mod saved;
mod series;
mod set;
mod shipped;
mod shown;
mod sobol;
mod solved;
mod study_terms;
mod summed;
mod text;
mod told_right;
#[cfg(feature = "gui")]
mod ui;
#[cfg(feature = "gui")]
mod uncertainty;
mod unit_slips;
mod variables;
mod views;
mod walk;
mod wide_study;
#[cfg(feature = "gui")]
mod window;
#[cfg(feature = "gui")]
mod workbench;
mod workbooks;
mod workbooks_any;
