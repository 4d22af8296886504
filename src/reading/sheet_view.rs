//! Sheets as they stand in a file, for a person who wants to see what was read where.

use super::container::{FileForm, form_of};
use super::errors::UnreadableFile;
use super::grid::{self, SheetContent, SheetGrid};
use super::{decode, delimited, tcvn3, workbooks, xml2003};
use std::collections::BTreeMap;

/// A sheet with the text of each cell that is not empty.
#[derive(Debug, Clone, PartialEq)]
pub struct SheetView {
    /// Its name; empty for files without sheets.
    pub name: String,
    /// Rows from 0, each with the cells that are not empty by column from 0.
    pub rows: BTreeMap<u32, BTreeMap<u32, ShownCell>>,
    /// Number of columns.
    pub columns: u32,
}

/// A cell as a person sees it.
#[derive(Debug, Clone, PartialEq)]
pub enum ShownCell {
    /// A number.
    Number(f64),
    /// Anything else, as printed.
    Text(String),
}

/// The visible sheets of a file, text converted as it is for reading; empty for PC-Axis files, which have no sheets.
///
/// # Errors
/// As [`super::read_file`].
pub fn show_sheets(bytes: &[u8]) -> Result<Vec<SheetView>, UnreadableFile> {
    let sheets = match form_of(bytes) {
        FileForm::Xlsx => workbooks::sheets_of_xlsx(bytes)?,
        FileForm::Xls => workbooks::sheets_of_xls(bytes)?,
        FileForm::Ods => workbooks::sheets_of_ods(bytes)?,
        FileForm::Xml2003 => xml2003::sheets_of_xml2003(&decode::decode_text(bytes, None).text)?,
        FileForm::Text => vec![delimited::sheet_of_text(&decode::decode_text(bytes, None).text)?],
        FileForm::Empty | FileForm::Protected | FileForm::Cut | FileForm::Foreign(_) | FileForm::PcAxis => Vec::new(),
    };
    Ok(sheets.into_iter().filter(|sheet| !sheet.hidden).map(show).collect())
}

fn show(mut sheet: SheetGrid) -> SheetView {
    tcvn3::convert_sheet(&mut sheet);
    let shown = |cell: &grid::GridCell| match &cell.content {
        SheetContent::Number(value) => ShownCell::Number(*value),
        SheetContent::Text(_) | SheetContent::Date(..) | SheetContent::Fault(_) | SheetContent::NotComputed => {
            ShownCell::Text(cell.printed())
        }
    };
    let rows: BTreeMap<u32, BTreeMap<u32, ShownCell>> = sheet
        .rows
        .iter()
        .map(|(row, cells)| (*row, cells.iter().map(|(column, cell)| (*column, shown(cell))).collect()))
        .collect();
    let columns = rows.values().filter_map(|cells| cells.keys().next_back()).max().map_or(0, |last| last + 1);
    SheetView { name: sheet.name, rows, columns }
}

/// The address of a cell, rows and columns from 0.
pub fn cell_address(row: u32, column: u32) -> String {
    grid::address(row, column)
}

/// The letters of a column from 0.
pub fn column_name(column: u32) -> String {
    grid::column_letters(column)
}
