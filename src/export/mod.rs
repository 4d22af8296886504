//! Answers as tables (`answers`), and tables rendered as bytes; the caller writes them.

mod answers;
pub mod carried;
mod case;
pub mod chart;
mod csv;
mod json;
mod markdown;
pub mod report;
mod stamp;
mod table;
mod workbook;

pub use answers::{
    Attributed, EnsembleRun, FollowedSector, Landing, MAIN_VARIABLES, Run, RunOfYears, Selection, SensitivityRun,
    Solved, Swung, add_remarks, audit_table, averages_table, backtest_table, bands_table, case_column, cases_table,
    chances_table, compare_table, difference_table, ensemble_table, explain_missing, explain_unjudged, findings_table,
    follow_table, grdp_table, growth_across, growth_table, import_table, input_shifts_table, landings, landings_table,
    last_bands_table, learnt_table, levers_table, merge_table, methods_table, moved_table, needed_table,
    projection_table, repricing_table, rule_table, sectors_table, sensitivity_table, shift_of, shift_table,
    shown_table, solve_table, studies_table, swings_table, targets_table, tenths_table, thirds_table, variables_table,
    years_table,
};
pub use case::ExportCase;
pub use csv::{CsvForm, to_csv, to_csv_as};
pub use json::to_json;
pub use markdown::to_markdown;
pub use stamp::Stamp;
pub use table::{Audience, Cell, Column, Head, Table};
pub use workbook::{FormulaError, WorkbookError, WorkbookRow, to_workbook, workbook_rows};
