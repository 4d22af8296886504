//! Projections rendered as tables and tables rendered as bytes; nothing is written here.

mod audit_table;
mod csv;
mod json;
mod projection_table;
mod table;
mod target_table;

pub use audit_table::audit_table;
pub use csv::to_csv;
pub use json::to_json;
pub use projection_table::{Run, Selection, projection_table};
pub use table::{Cell, Column, Table};
pub use target_table::{Landing, landings};
