//! What was read, as the bytes that `kichban read` prints: the same in every language.

use super::found::{FileRead, ReadCell, ReadTable};

/// Columns of the long table, one row a cell.
const COLUMNS: [&str; 13] = [
    "file",
    "sheet",
    "variable",
    "sector_label_as_printed",
    "year",
    "value",
    "unit",
    "price_basis",
    "status",
    "territory",
    "period",
    "cell",
    "note",
];

/// Every cell as a row of CSV.
pub fn cells_as_csv(files: &[FileRead]) -> Vec<u8> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let head = COLUMNS.iter().map(|&name| name.to_owned()).collect();
    let tables = files.iter().flat_map(|file| &file.tables);
    let rows = tables.flat_map(|table| table.cells.iter().map(move |cell| row_of(table, cell)));
    for row in std::iter::once(head).chain(rows) {
        // Writing into memory cannot fail, and rows have one field a column.
        if writer.write_record(&row).is_err() {
            break;
        }
    }
    writer.into_inner().unwrap_or_default()
}

fn row_of(table: &ReadTable, cell: &ReadCell) -> Vec<String> {
    let marks: Vec<String> = cell.marks.iter().map(|mark| format!("{mark:?}")).collect();
    vec![
        table.file.clone(),
        table.sheet.clone(),
        cell.variable.clone(),
        cell.label.clone(),
        cell.year.map_or_else(String::new, |year| year.to_string()),
        cell.value.map_or_else(String::new, |value| value.to_string()),
        cell.unit.clone(),
        cell.price_basis.clone(),
        cell.status.code().to_owned(),
        cell.territory.clone(),
        cell.period.clone(),
        cell.cell.clone(),
        marks.join(" "),
    ]
}

/// Everything that was found as JSON.
///
/// # Errors
/// None in memory; the error of the writer is passed on.
pub fn found_as_json(files: &[FileRead]) -> Result<Vec<u8>, serde_json::Error> {
    let mut bytes = serde_json::to_vec_pretty(files)?;
    bytes.push(b'\n');
    Ok(bytes)
}
