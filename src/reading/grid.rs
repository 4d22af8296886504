//! A sheet as cells with their addresses, whatever file it came from.

use std::collections::{BTreeMap, BTreeSet};

/// What a cell holds, before anything is read into it.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum SheetContent {
    /// A stored number.
    Number(f64),
    /// Text, decoded, blanks collapsed.
    Text(String),
    /// A stored date: year, month and day.
    Date(i32, u32, u32),
    /// A formula that failed, such as `#REF!`, as printed.
    Fault(String),
    /// A formula without a stored result.
    NotComputed,
}

/// A cell that is not empty.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct GridCell {
    /// What it holds.
    pub content: SheetContent,
    /// Whether the number is shown as per cent, so that 0.25 reads 25 %.
    pub percent: bool,
    /// Blanks before the text: an indent typed by hand.
    pub indent: usize,
}

impl GridCell {
    /// A cell with this content, shown plainly.
    pub(super) fn new(content: SheetContent) -> Self {
        Self { content, percent: false, indent: 0 }
    }

    /// A cell of text, blanks collapsed; `None` if the text is blank.
    pub(super) fn of_text(text: &str) -> Option<Self> {
        let cleaned = clean(text);
        let indent = text.chars().take_while(|c| c.is_whitespace()).count();
        (!cleaned.is_empty()).then_some(Self { content: SheetContent::Text(cleaned), percent: false, indent })
    }

    /// The text, where it is text.
    pub(super) fn text(&self) -> Option<&str> {
        match &self.content {
            SheetContent::Text(text) => Some(text),
            SheetContent::Number(_) | SheetContent::Date(..) | SheetContent::Fault(_) | SheetContent::NotComputed => {
                None
            }
        }
    }

    /// As a person would type it.
    pub(super) fn printed(&self) -> String {
        match &self.content {
            SheetContent::Number(value) => value.to_string(),
            SheetContent::Text(text) | SheetContent::Fault(text) => text.clone(),
            // A year stored as its first or its last day.
            SheetContent::Date(year, 1, 1) | SheetContent::Date(year, 12, 31) => year.to_string(),
            SheetContent::Date(year, month, day) => format!("{year:04}-{month:02}-{day:02}"),
            SheetContent::NotComputed => String::new(),
        }
    }
}

/// A rectangle of cells shown as one, first and last row and column from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct MergedRegion {
    /// First row.
    pub top: u32,
    /// First column.
    pub left: u32,
    /// Last row.
    pub bottom: u32,
    /// Last column.
    pub right: u32,
}

/// A sheet.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct SheetGrid {
    /// Its name; empty for files without sheets.
    pub name: String,
    /// Whether the file hides it.
    pub hidden: bool,
    /// Cells that are not empty, by row and column from 0.
    pub rows: BTreeMap<u32, BTreeMap<u32, GridCell>>,
    /// Cells shown as one.
    pub merged: Vec<MergedRegion>,
    /// Rows that the file hides.
    pub hidden_rows: BTreeSet<u32>,
    /// Columns that the file hides.
    pub hidden_columns: BTreeSet<u32>,
    /// Texts converted from TCVN3: how many, and one of them before and after.
    pub converted: Option<(usize, String, String)>,
}

impl SheetGrid {
    /// An empty sheet with a name.
    pub(super) fn named(name: &str) -> Self {
        Self { name: name.to_owned(), ..Self::default() }
    }

    /// Stores a cell at a row and column; `None` leaves the place as it is.
    pub(super) fn put(&mut self, row: u32, column: u32, cell: Option<GridCell>) {
        if let Some(cell) = cell {
            self.rows.entry(row).or_default().insert(column, cell);
        }
    }

    /// The cell at a place.
    pub(super) fn at(&self, row: u32, column: u32) -> Option<&GridCell> {
        self.rows.get(&row)?.get(&column)
    }

    /// Whether a column is shown.
    pub(super) fn shows_column(&self, column: u32) -> bool {
        !self.hidden_columns.contains(&column)
    }
}

/// The address of a cell as spreadsheets write it, row and column from 0.
pub(super) fn address(row: u32, column: u32) -> String {
    format!("{}{}", column_letters(column), row + 1)
}

/// The letters of a column, from 0.
pub(super) fn column_letters(column: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = u64::from(column) + 1;
    while rest > 0 {
        let digit = u8::try_from((rest - 1) % 26).unwrap_or(0);
        letters.push(char::from(b'A' + digit));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}

/// The row and the column, from 0, of an address such as `AB12`.
pub(super) fn place_of(address: &str) -> Option<(u32, u32)> {
    let letters: String = address.chars().take_while(char::is_ascii_alphabetic).collect();
    let row: u32 = address.strip_prefix(letters.as_str())?.parse().ok()?;
    Some((row.checked_sub(1)?, column_of(&letters)?))
}

/// The column, from 0, of letters such as `AB`.
pub(super) fn column_of(letters: &str) -> Option<u32> {
    let mut column: u32 = 0;
    for letter in letters.chars() {
        let digit = u32::from(letter.to_ascii_uppercase()).checked_sub(u32::from('A')).filter(|digit| *digit < 26)?;
        column = column.checked_mul(26)?.checked_add(digit + 1)?;
    }
    column.checked_sub(1)
}

/// Text with blanks and line ends collapsed, without control characters and the escapes that workbooks keep for them.
pub(super) fn clean(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, escape, after)) = split_escape(rest) {
        plain.push_str(before);
        plain.extend(char::from_u32(escape).filter(|c| !c.is_control()));
        rest = after;
    }
    plain.push_str(rest);
    let visible: String = plain
        .chars()
        .map(|c| if c.is_whitespace() { ' ' } else { c })
        .filter(|c| !c.is_control() && *c != '\u{feff}' && *c != '\u{200b}')
        .collect();
    visible.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The text before the first `_xHHHH_`, the character it stands for, and the text behind it.
fn split_escape(text: &str) -> Option<(&str, u32, &str)> {
    for (position, _) in text.match_indices("_x") {
        let code = text.get(position + 2..position + 6);
        let closes = text.get(position + 6..position + 7) == Some("_");
        if let (Some(Ok(code)), true) = (code.map(|digits| u32::from_str_radix(digits, 16)), closes) {
            return Some((text.get(..position)?, code, text.get(position + 7..)?));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_those_of_spreadsheets() {
        assert_eq!(address(0, 0), "A1");
        assert_eq!(address(11, 27), "AB12");
        assert_eq!(place_of("AB12"), Some((11, 27)));
        assert_eq!(column_letters(701), "ZZ");
        assert_eq!(column_letters(702), "AAA");
    }

    #[test]
    fn blanks_and_escapes_are_cleaned() {
        assert_eq!(clean("  a\n b\u{a0}c _x0000_"), "a b c");
        assert!(GridCell::of_text("_x0000_").is_none());
    }
}
