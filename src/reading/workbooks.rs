//! Workbooks as sheets of cells.

use super::compound::{SheetLooks, looks_of_sheets};
use super::errors::UnreadableFile;
use super::grid::{GridCell, MergedRegion, SheetContent, SheetGrid};
use super::looks::{ZipLooks, looks_of_ods, looks_of_xlsx};
use crate::task::together;
use calamine::{Data, Dimensions, Ods, Range, Reader, Sheet, SheetVisible, Xls, XlsError, Xlsx};
use std::collections::BTreeMap;
use std::io::Cursor;

/// The sheets of an xlsx workbook.
pub(super) fn sheets_of_xlsx(bytes: &[u8]) -> Result<Vec<SheetGrid>, UnreadableFile> {
    let values = || {
        let book: Result<Xlsx<_>, _> = Xlsx::new(Cursor::new(bytes));
        book.map(|mut book| values_of(&mut book)).map_err(|error| UnreadableFile::Damaged(error.to_string()))
    };
    let (values, looks) = together(values, || looks_of_xlsx(bytes));
    Ok(sheets_with_looks(values?, &looks.unwrap_or_default()))
}

/// The sheets of an `OpenDocument` spreadsheet.
pub(super) fn sheets_of_ods(bytes: &[u8]) -> Result<Vec<SheetGrid>, UnreadableFile> {
    let mut book: Ods<_> = Ods::new(Cursor::new(bytes)).map_err(|error| {
        let protected = matches!(error, calamine::OdsError::Password);
        if protected { UnreadableFile::Protected } else { UnreadableFile::Damaged(error.to_string()) }
    })?;
    let looks = looks_of_ods(bytes).unwrap_or_default();
    Ok(sheets_with_looks(values_of(&mut book), &looks))
}

/// The sheets of a workbook with their values; sheets of charts and macros, which have no cells, are left out.
fn values_of<'b, R>(book: &mut R) -> Vec<(Sheet, Range<Data>)>
where
    R: Reader<Cursor<&'b [u8]>>,
{
    let sheets = book.sheets_metadata().to_vec().into_iter();
    sheets.filter_map(|sheet| book.worksheet_range(&sheet.name).ok().map(|range| (sheet, range))).collect()
}

fn sheets_with_looks(values: Vec<(Sheet, Range<Data>)>, looks: &BTreeMap<String, ZipLooks>) -> Vec<SheetGrid> {
    let mut grids = Vec::with_capacity(values.len());
    for (sheet, range) in values {
        let none = ZipLooks::default();
        let own = looks.get(&sheet.name).unwrap_or(&none);
        let mut grid = grid_of(&sheet, &range, &own.looks);
        grid.hidden |= own.hidden;
        grid.merged.clone_from(&own.merged);
        for (row, column) in &own.not_computed {
            if grid.at(*row, *column).is_none() {
                grid.put(*row, *column, Some(GridCell::new(SheetContent::NotComputed)));
            }
        }
        grids.push(grid);
    }
    grids
}

/// The sheets of a workbook of Excel 97–2003.
pub(super) fn sheets_of_xls(bytes: &[u8]) -> Result<Vec<SheetGrid>, UnreadableFile> {
    let mut book: Xls<_> = Xls::new(Cursor::new(bytes)).map_err(|error| {
        let protected = matches!(error, XlsError::Password);
        if protected { UnreadableFile::Protected } else { UnreadableFile::Damaged(error.to_string()) }
    })?;
    let looks = looks_of_sheets(bytes).unwrap_or_default();
    let none = SheetLooks::default();
    let mut grids = Vec::new();
    for (position, sheet) in book.sheets_metadata().to_vec().into_iter().enumerate() {
        let Ok(range) = book.worksheet_range(&sheet.name) else { continue };
        let mut grid = grid_of(&sheet, &range, looks.get(position).unwrap_or(&none));
        grid.merged = book.merge_cells_by_sheet_name(&sheet.name).unwrap_or_default().iter().map(region_of).collect();
        grids.push(grid);
    }
    Ok(grids)
}

fn region_of(found: &Dimensions) -> MergedRegion {
    MergedRegion { top: found.start.0, left: found.start.1, bottom: found.end.0, right: found.end.1 }
}

fn grid_of(sheet: &Sheet, range: &Range<Data>, looks: &SheetLooks) -> SheetGrid {
    let mut grid = SheetGrid::named(&sheet.name);
    grid.hidden = sheet.visible != SheetVisible::Visible;
    grid.hidden_rows.clone_from(&looks.hidden_rows);
    grid.hidden_columns.clone_from(&looks.hidden_columns);
    let (first_row, first_column) = range.start().unwrap_or_default();
    for (row, column, value) in range.used_cells() {
        let place = (place(first_row, row), place(first_column, column));
        let cell = cell_of(value).map(|cell| GridCell { percent: looks.percent.contains(&place), ..cell });
        grid.put(place.0, place.1, cell);
    }
    grid
}

fn place(first: u32, offset: usize) -> u32 {
    first.saturating_add(u32::try_from(offset).unwrap_or(u32::MAX))
}

fn cell_of(value: &Data) -> Option<GridCell> {
    let content = match value {
        Data::Empty => return None,
        Data::String(text) | Data::DurationIso(text) => return GridCell::of_text(text),
        #[expect(clippy::cast_precision_loss, reason = "a stored whole number, far below 2^53 in statistics")]
        Data::Int(value) => SheetContent::Number(*value as f64),
        Data::Float(value) => SheetContent::Number(*value),
        Data::Bool(value) => return GridCell::of_text(if *value { "TRUE" } else { "FALSE" }),
        Data::Error(error) => SheetContent::Fault(error.to_string()),
        Data::DateTime(moment) => {
            let (year, month, day, ..) = moment.to_ymd_hms_milli();
            SheetContent::Date(i32::from(year), u32::from(month), u32::from(day))
        }
        Data::DateTimeIso(text) => match date_of_iso(text) {
            Some(date) => date,
            None => return GridCell::of_text(text),
        },
    };
    Some(GridCell::new(content))
}

fn date_of_iso(text: &str) -> Option<SheetContent> {
    let mut parts = text.split(['-', 'T']);
    let year = parts.next()?.parse().ok()?;
    let month = parts.next()?.parse().ok()?;
    Some(SheetContent::Date(year, month, parts.next()?.parse().ok()?))
}
