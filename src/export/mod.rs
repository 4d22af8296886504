//! Projections rendered as tables and tables rendered as bytes; nothing is written here.

mod audit_table;
pub mod carried;
mod case;
pub mod chart;
mod csv;
mod json;
mod markdown;
mod projection_table;
pub mod report;
mod stamp;
mod table;
mod target_table;
mod workbook;

pub use audit_table::audit_table;
pub use case::Case;
pub use csv::{CsvForm, to_csv, to_csv_as};
pub use json::to_json;
pub use markdown::to_markdown;
pub use projection_table::{Run, Selection, projection_table};
pub use stamp::Stamp;
pub use table::{Cell, Column, Table};
pub use target_table::{Landing, landings};
pub use workbook::{FormulaError, WorkbookError, WorkbookRow, to_workbook, workbook_rows};
