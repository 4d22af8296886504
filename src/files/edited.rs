//! Assumptions that were edited in an exported workbook: the study inside it does not have them.
//!
//! A workbook holds a hidden copy of every assumption as it was exported; what differs from it was edited.

use super::carried::cells_of;
use super::error::FileProblem;
use crate::quantity::Year;
use calamine::{Data, Reader as _, Xlsx};
use std::collections::BTreeMap;
use std::io::Cursor;

/// Column of names, on the sheet of assumptions and on its copy.
pub const NAME_COLUMN: u16 = 1;
/// Column of units; on the copy, by what a number is multiplied to stand in the unit.
pub const UNIT_COLUMN: u16 = 2;
/// Column of single values; years follow it.
pub const VALUE_COLUMN: u16 = 3;
/// Row of the head, with the years.
pub const HEAD_ROW: u32 = 3;
/// The defined name of the copy.
pub const EXPORTED_NAME: &str = "exported";
/// How defined names begin that stand on the sheet of assumptions of every workbook: growth of its sectors.
const ASSUMED_PREFIX: &str = "gp_";

/// An assumption that is not as it was exported.
#[derive(Debug, Clone, PartialEq)]
pub struct EditedCell {
    /// Where it stands: `F12`; empty where its row is gone.
    pub cell: String,
    /// Its defined name.
    pub name: String,
    /// What it is, in the words of the workbook.
    pub label: String,
    /// Its unit, in the words of the workbook.
    pub unit: String,
    /// Its year, where it has one.
    pub year: Option<Year>,
    /// The number as exported, in the unit.
    pub exported: f64,
    /// What stands there now.
    pub found: FoundValue,
}

/// What stands in an edited cell.
#[derive(Debug, Clone, PartialEq)]
pub enum FoundValue {
    /// A number, in the unit.
    Number(f64),
    /// Something else, as it reads.
    Text(String),
    /// Nothing.
    Nothing,
}

type Cells = BTreeMap<(u32, u32), Data>;
type Book<'a> = Xlsx<Cursor<&'a [u8]>>;

/// Every assumption of a workbook that differs from its hidden copy, in the order of the sheet; empty if a sheet is
/// gone.
pub(super) fn edited_cells(book: &mut Book<'_>) -> Result<Vec<EditedCell>, FileProblem> {
    let names: BTreeMap<String, String> = book.defined_names().iter().cloned().collect();
    let sheet = |name: &str| names.get(name).and_then(|formula| sheet_of(formula));
    let hidden = || {
        let hidden = |sheet: &&calamine::Sheet| sheet.visible == calamine::SheetVisible::Hidden;
        book.sheets_metadata().iter().find(hidden).map(|sheet| sheet.name.clone())
    };
    let Some(copy) = sheet(EXPORTED_NAME).or_else(hidden) else { return Ok(Vec::new()) };
    let assumed = names.iter().find(|(name, _)| name.starts_with(ASSUMED_PREFIX));
    let Some(assumptions) = assumed.and_then(|(_, formula)| sheet_of(formula)) else { return Ok(Vec::new()) };
    let there = |name: &String| book.sheet_names().contains(name);
    if !there(&copy) || !there(&assumptions) {
        return Ok(Vec::new());
    }
    let sheets = Sheets { names, exported: cells_of(book, &copy)?, now: cells_of(book, &assumptions)? };
    let first = u32::from(VALUE_COLUMN);
    let exported = sheets.exported.iter().filter(|((row, column), _)| *row > HEAD_ROW && *column >= first);
    Ok(exported.filter_map(|(&at, value)| sheets.find_edit(at, number(value)?)).collect())
}

/// The two sheets that are compared.
struct Sheets {
    names: BTreeMap<String, String>,
    exported: Cells,
    now: Cells,
}

impl Sheets {
    /// A cell of the copy, if the assumption differs from it.
    fn find_edit(&self, (row, column): (u32, u32), exported: f64) -> Option<EditedCell> {
        let own = text(self.exported.get(&(row, u32::from(NAME_COLUMN))));
        let name = if own.is_empty() { text(self.now.get(&(row, u32::from(NAME_COLUMN)))) } else { own.clone() };
        // A row keeps its name where rows were inserted above it; without a name on the copy, its place is all there is.
        let now_row = if own.is_empty() { Some(row) } else { self.names.get(&own).and_then(|formula| row_of(formula)) };
        let found = now_row.and_then(|row| self.now.get(&(row, column)));
        if found.and_then(number).is_some_and(|now| now.total_cmp(&exported).is_eq()) {
            return None;
        }
        let scale = self.exported.get(&(row, u32::from(UNIT_COLUMN))).and_then(number).unwrap_or(1.0);
        let year = |cells: &Cells| cells.get(&(HEAD_ROW, column)).and_then(number).and_then(whole_year);
        let word = |column: u16| text(now_row.and_then(|row| self.now.get(&(row, u32::from(column)))));
        Some(EditedCell {
            cell: now_row.map_or_else(String::new, |row| format!("{}{}", letters(column), row + 1)),
            name,
            label: word(0),
            unit: word(UNIT_COLUMN),
            year: year(&self.exported).or_else(|| year(&self.now)).filter(|_| column > u32::from(VALUE_COLUMN)),
            exported: exported * scale,
            found: match found {
                None | Some(Data::Empty) => FoundValue::Nothing,
                Some(data) => number(data)
                    .map_or_else(|| FoundValue::Text(data.to_string()), |number| FoundValue::Number(number * scale)),
            },
        })
    }
}

fn number(data: &Data) -> Option<f64> {
    match data {
        Data::Float(value) => Some(*value),
        Data::Int(value) => Some(*value as f64),
        Data::Bool(value) => Some(f64::from(u8::from(*value))),
        Data::String(_)
        | Data::DateTime(_)
        | Data::DateTimeIso(_)
        | Data::DurationIso(_)
        | Data::Error(_)
        | Data::Empty => None,
    }
}

fn whole_year(value: f64) -> Option<Year> {
    (1..=9_999).find(|year| f64::from(*year).total_cmp(&value).is_eq())
}

fn text(data: Option<&Data>) -> String {
    data.map_or_else(String::new, ToString::to_string)
}

/// The sheet of a formula such as `'Giả định'!$E$5:$J$5`.
fn sheet_of(formula: &str) -> Option<String> {
    let (sheet, _) = formula.rsplit_once('!')?;
    let sheet = sheet.trim_start_matches('=').trim_start_matches('$');
    let bare = sheet.strip_prefix('\'').and_then(|sheet| sheet.strip_suffix('\'')).unwrap_or(sheet);
    Some(bare.replace("''", "'"))
}

/// Its first row, from 0.
fn row_of(formula: &str) -> Option<u32> {
    let (_, cells) = formula.rsplit_once('!')?;
    let first = cells.split(':').next()?.replace('$', "");
    first.trim_start_matches(|c: char| c.is_ascii_alphabetic()).parse::<u32>().ok()?.checked_sub(1)
}

fn letters(column: u32) -> String {
    let mut letters = String::new();
    let mut left = column + 1;
    while left > 0 {
        left -= 1;
        letters.insert(0, char::from_u32(u32::from(b'A') + left % 26).unwrap_or('A'));
        left /= 26;
    }
    letters
}
