//! A table of no format: named columns, and cells that are still numbers.

use crate::quantity::Year;

/// A table.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Table {
    /// Columns from left to right.
    pub columns: Vec<Column>,
    /// Rows; each has one cell a column.
    pub rows: Vec<Vec<Cell>>,
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// The word in files, the same in every language.
    pub id: String,
    /// The heading that people read, with the unit where all cells share one.
    pub heading: String,
}

/// A cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Words or an id.
    Text(String),
    /// A calendar year.
    Year(Year),
    /// A number, and how many decimals people read.
    Number {
        /// The number, in full.
        value: f64,
        /// Decimals on a screen; files have all digits.
        decimals: usize,
    },
    /// No figure exists.
    Missing,
}

impl Table {
    /// A table without rows.
    pub fn new(columns: impl IntoIterator<Item = (String, String)>) -> Self {
        let columns = columns.into_iter().map(|(id, heading)| Column { id, heading }).collect();
        Self { columns, rows: Vec::new() }
    }
}

impl Cell {
    /// A text.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// A number that may be absent.
    pub fn number(value: Option<f64>, decimals: usize) -> Self {
        value.map_or(Self::Missing, |value| Self::Number { value, decimals })
    }
}
