//! A workbook before it is a file: sheets of cells, names of cells and rows, and the value of every formula.
//!
//! Rows over years stand in the same columns on every sheet, so that a name without more is the value of the same year.

use super::formula::{CellChoice, CellFormula, Cells, FormulaError};
use super::names::distinct;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// Column of single values; years follow it.
pub(super) const VALUE_COLUMN: u16 = crate::files::VALUE_COLUMN;
/// Column of the base year.
pub(super) const FIRST_YEAR: u16 = VALUE_COLUMN + 1;

/// A sheet, by its position.
pub(super) type SheetId = usize;

/// How a cell looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum CellLook {
    /// The title of a sheet.
    Title,
    /// Words under a title, in grey.
    Quiet,
    /// A heading of a block.
    Heading,
    /// The head of a column.
    Head,
    /// The head of a column of numbers.
    HeadRight,
    /// Words.
    Text,
    /// A period, under the head of its column.
    Right,
    /// Words over several lines.
    Wrapped,
    /// A symbol or name.
    Code,
    /// A number that the user may change.
    Input(Digits),
    /// A number that cannot be changed here, and why.
    Fixed(Digits, LockedReason),
    /// A calibrated number: an input that calibration found.
    Calibrated(Digits),
    /// A figure of the program, for comparison.
    Given(Digits),
    /// A calculated number.
    Result(Digits),
    /// The cell that says whether all is as exported.
    Verdict,
}

impl CellLook {
    /// How the number of an input is written; `None` where the cell is no input.
    pub(super) const fn input_digits(self) -> Option<Digits> {
        match self {
            Self::Input(digits) | Self::Fixed(digits, _) | Self::Calibrated(digits) => Some(digits),
            Self::Title
            | Self::Quiet
            | Self::Heading
            | Self::Head
            | Self::HeadRight
            | Self::Text
            | Self::Right
            | Self::Wrapped
            | Self::Code
            | Self::Given(_)
            | Self::Result(_)
            | Self::Verdict => None,
        }
    }
}

/// Why a cell of the assumptions cannot be changed in a spreadsheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum LockedReason {
    /// Growth paths were calibrated on it, and a spreadsheet does not calibrate again.
    Calibration,
    /// What the baseline contains of a project belongs to the baseline.
    Contained,
    /// Labour that moves leaves this sector, all of it.
    Source,
}

impl LockedReason {
    pub(super) const ALL: [Self; 3] = [Self::Calibration, Self::Contained, Self::Source];

    /// The message that says it.
    pub(super) const fn key(self) -> &'static str {
        match self {
            Self::Calibration => "workbook-fixed-calibration",
            Self::Contained => "workbook-fixed-contained",
            Self::Source => "workbook-fixed-source",
        }
    }
}

/// How a number is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Digits {
    /// A year, or a switch.
    Plain,
    /// A count.
    Whole,
    One,
    Two,
    Three,
    Five,
    /// A fraction as per cent.
    Percent,
    /// A tiny difference.
    Tiny,
}

/// What a cell holds.
#[derive(Debug, Clone)]
pub(super) enum Content {
    Text(String),
    /// The defined name of a cell or row, as the spreadsheet has it.
    Name(String),
    Number(f64),
    Formula(Rc<CellFormula>),
    /// A formula over an area, which is not evaluated here, and its value as exported.
    Area(String, f64),
}

/// A cell.
#[derive(Debug, Clone)]
pub(super) struct SheetCell {
    pub(super) content: Content,
    pub(super) look: CellLook,
}

/// A sheet.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    pub(super) name: String,
    pub(super) cells: BTreeMap<(u32, u16), SheetCell>,
    /// Width of columns, in characters.
    pub(super) widths: BTreeMap<u16, f64>,
    /// Rows and columns that stay in sight.
    pub(super) frozen: (u32, u16),
    /// Native charts.
    pub(super) charts: Vec<SheetChart>,
    /// The first row that is free.
    pub(super) next: u32,
    pub(super) hidden: Visibility,
    /// Printed on one page rather than as long as it takes.
    pub(super) one_page: bool,
}

/// Who sees a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Visibility {
    #[default]
    Shown,
    /// Not in the list of sheets unless asked for.
    Hidden,
    /// Not even then.
    VeryHidden,
}

/// A native line chart of rows over years.
#[derive(Debug, Clone)]
pub(super) struct SheetChart {
    pub(super) row: u32,
    pub(super) column: u16,
    pub(super) title: String,
    pub(super) unit: String,
    pub(super) digits: Digits,
    /// Name of a row, name in the legend, colour slot.
    pub(super) series: Vec<(String, String, usize)>,
}

/// Where a named cell or row stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct CellPlace {
    pub(super) sheet: SheetId,
    pub(super) row: u32,
    pub(super) column: u16,
    pub(super) length: u16,
}

/// A workbook.
#[derive(Debug, Default)]
pub(super) struct Book {
    pub(super) sheets: Vec<Sheet>,
    pub(super) names: BTreeMap<String, CellPlace>,
    values: BTreeMap<(SheetId, u32, u16), f64>,
    /// Names as the spreadsheet has them.
    defined: BTreeMap<String, String>,
    /// Formulas whose value is being sought.
    open: BTreeSet<(SheetId, u32, u16)>,
    /// The first formula that did not read.
    broken: Option<FormulaError>,
}

impl Book {
    /// Adds an empty sheet.
    pub(super) fn sheet(&mut self, name: String) -> SheetId {
        self.sheets.push(Sheet { name, ..Sheet::default() });
        self.sheets.len() - 1
    }

    /// Sets a cell.
    pub(super) fn put(&mut self, sheet: SheetId, (row, column): (u32, u16), content: Content, look: CellLook) {
        if let Some(sheet) = self.sheets.get_mut(sheet) {
            sheet.cells.insert((row, column), SheetCell { content, look });
            sheet.next = sheet.next.max(row + 1);
        }
    }

    /// Sets words.
    pub(super) fn text(&mut self, sheet: SheetId, at: (u32, u16), text: impl Into<String>, look: CellLook) {
        self.put(sheet, at, Content::Text(text.into()), look);
    }

    /// Sets a number.
    pub(super) fn number(&mut self, sheet: SheetId, at: (u32, u16), value: f64, look: CellLook) {
        // A minus without a left operand would be read as a difference.
        self.put(sheet, at, Content::Number(if value == 0.0 { 0.0 } else { value }), look);
    }

    /// Reads a formula for several cells.
    pub(super) fn formula(&mut self, text: &str) -> Content {
        match CellFormula::read(text) {
            Ok(formula) => Content::Formula(Rc::new(formula)),
            Err(error) => {
                self.broken.get_or_insert(error);
                Content::Text(String::new())
            }
        }
    }

    /// Names cells of a row.
    pub(super) fn name(&mut self, name: &str, place: CellPlace) {
        if self.names.insert(name.to_owned(), place).is_some() {
            self.broken.get_or_insert_with(|| FormulaError::NameTwice(name.to_owned()));
        }
    }

    /// A name as the spreadsheet has it.
    pub(super) fn find_name(&self, name: &str) -> Result<&str, FormulaError> {
        self.defined.get(name).map(String::as_str).ok_or_else(|| FormulaError::UnknownName(name.to_owned()))
    }

    /// The first free row of a sheet.
    pub(super) fn next(&self, sheet: SheetId) -> u32 {
        self.sheets.get(sheet).map_or(0, |sheet| sheet.next)
    }

    /// Leaves rows free.
    pub(super) fn skip(&mut self, sheet: SheetId, rows: u32) {
        if let Some(sheet) = self.sheets.get_mut(sheet) {
            sheet.next += rows;
        }
    }

    /// Names what the spreadsheet sees and evaluates every formula, years from left to right.
    pub(super) fn evaluate(&mut self) -> Result<(), FormulaError> {
        if let Some(error) = self.broken.take() {
            return Err(error);
        }
        self.defined = distinct(self.names.keys());
        let mut places: Vec<(u16, SheetId, u32)> = self
            .sheets
            .iter()
            .enumerate()
            .flat_map(|(s, sheet)| sheet.cells.keys().map(move |&(row, column)| (column, s, row)))
            .collect();
        places.sort_unstable();
        // Single values first: their column stands left of the years.
        for (column, sheet, row) in places {
            match self.cell_value(sheet, row, column) {
                Ok(_) | Err(FormulaError::Blank) => {}
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }

    /// Forgets every value, so that changed cells can be evaluated.
    #[cfg(test)]
    pub(super) fn forget(&mut self) {
        self.values.clear();
    }

    /// The value of a cell that was evaluated; `None` where it is blank.
    pub(super) fn find_value(&self, sheet: SheetId, row: u32, column: u16) -> Option<f64> {
        self.values.get(&(sheet, row, column)).copied()
    }

    fn cell_value(&mut self, sheet: SheetId, row: u32, column: u16) -> Result<f64, FormulaError> {
        if let Some(value) = self.find_value(sheet, row, column) {
            return Ok(value);
        }
        let content = self.sheets.get(sheet).and_then(|one| one.cells.get(&(row, column))).map(|cell| &cell.content);
        let value = match content {
            // A spreadsheet counts an empty cell as 0.
            None | Some(Content::Text(_) | Content::Name(_)) => 0.0,
            Some(Content::Number(value) | Content::Area(_, value)) => *value,
            Some(Content::Formula(formula)) => {
                let formula = Rc::clone(formula);
                if !self.open.insert((sheet, row, column)) {
                    return Err(FormulaError::Cycle(format!("{sheet}!{row}:{column}")));
                }
                let value = formula.value(&mut Here { book: self, sheet, column });
                self.open.remove(&(sheet, row, column));
                value?
            }
        };
        if !value.is_finite() {
            return Err(FormulaError::NotFinite(format!("{sheet}!{row}:{column}")));
        }
        self.values.insert((sheet, row, column), value);
        Ok(value)
    }

    /// A formula of a sheet and column as text.
    pub(super) fn to_text(&self, formula: &CellFormula, sheet: SheetId, column: u16) -> Result<String, FormulaError> {
        formula.to_text(&Reading { book: self, sheet, column })
    }

    fn find(&self, name: &str, at: CellChoice, column: u16) -> Result<(CellPlace, u16), FormulaError> {
        let place = *self.names.get(name).ok_or_else(|| FormulaError::UnknownName(name.to_owned()))?;
        let wanted = match at {
            CellChoice::Here | CellChoice::Span if place.length == 1 => Some(place.column),
            CellChoice::Here => Some(column),
            CellChoice::Back(steps) => column.checked_sub(steps),
            CellChoice::Year(year) => Some(place.column + year),
            CellChoice::Span => Some(place.column),
        };
        let inside = |wanted: &u16| (place.column..place.column + place.length).contains(wanted);
        wanted.filter(inside).map(|column| (place, column)).ok_or_else(|| FormulaError::NoCell(name.to_owned()))
    }

    /// An address such as `'Model'!$E$5`, or without the sheet where it is the same.
    pub(super) fn cell_address(&self, from: SheetId, to: CellPlace, column: u16) -> String {
        let cell = format!("{}{}", column_letters(column), to.row + 1);
        if from == to.sheet { cell } else { format!("{}!{cell}", self.quote_sheet(to.sheet)) }
    }

    /// The name of a sheet as formulas write it.
    pub(super) fn quote_sheet(&self, sheet: SheetId) -> String {
        let name = self.sheets.get(sheet).map_or("", |sheet| sheet.name.as_str());
        format!("'{}'", name.replace('\'', "''"))
    }
}

/// A place from which names are read and evaluated.
struct Here<'a> {
    book: &'a mut Book,
    sheet: SheetId,
    column: u16,
}

/// A place from which names are written.
struct Reading<'a> {
    book: &'a Book,
    sheet: SheetId,
    column: u16,
}

impl Cells for Reading<'_> {
    fn address(&self, name: &str, at: CellChoice, as_argument: bool) -> Result<String, FormulaError> {
        let (place, column) = self.book.find(name, at, self.column)?;
        // A row's name as an argument would be the whole row for some functions.
        let by_name = match at {
            CellChoice::Here => place.length == 1 || !as_argument,
            CellChoice::Span => true,
            CellChoice::Back(_) | CellChoice::Year(_) => false,
        };
        Ok(if by_name {
            self.book.find_name(name)?.to_owned()
        } else {
            self.book.cell_address(self.sheet, place, column)
        })
    }

    fn value(&mut self, name: &str, _: CellChoice) -> Result<f64, FormulaError> {
        Err(FormulaError::UnknownName(name.to_owned()))
    }

    fn span(&mut self, name: &str) -> Result<Vec<f64>, FormulaError> {
        Err(FormulaError::UnknownName(name.to_owned()))
    }
}

impl Cells for Here<'_> {
    fn address(&self, name: &str, at: CellChoice, as_argument: bool) -> Result<String, FormulaError> {
        Reading { book: self.book, sheet: self.sheet, column: self.column }.address(name, at, as_argument)
    }

    fn value(&mut self, name: &str, at: CellChoice) -> Result<f64, FormulaError> {
        let (place, column) = self.book.find(name, at, self.column)?;
        self.book.cell_value(place.sheet, place.row, column)
    }

    fn span(&mut self, name: &str) -> Result<Vec<f64>, FormulaError> {
        let (place, first) = self.book.find(name, CellChoice::Span, self.column)?;
        (first..first + place.length).map(|column| self.book.cell_value(place.sheet, place.row, column)).collect()
    }
}

/// `A` for 0, `AA` for 26.
pub(super) fn column_letters(column: u16) -> String {
    let mut letters = Vec::new();
    let mut left = u32::from(column) + 1;
    while left > 0 {
        left -= 1;
        letters.push(char::from_u32(u32::from(b'A') + left % 26).unwrap_or('A'));
        left /= 26;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_counted_as_a_spreadsheet_counts_them() {
        for (column, letters) in [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (702, "AAA")] {
            assert_eq!(column_letters(column), letters);
        }
    }

    #[test]
    fn a_row_follows_its_formula_from_year_to_year() {
        let mut book = Book::default();
        let (inputs, model) = (book.sheet("Giả định".into()), book.sheet("Mô hình".into()));
        let row = |sheet, row| CellPlace { sheet, row, column: FIRST_YEAR, length: 3 };
        book.name("g", row(inputs, 0));
        book.name("Y", row(model, 0));
        book.number(inputs, (0, FIRST_YEAR + 1), 0.5, CellLook::Text);
        book.number(inputs, (0, FIRST_YEAR + 2), 1.0, CellLook::Text);
        book.number(model, (0, FIRST_YEAR), 2.0, CellLook::Text);
        let later = book.formula("prev(Y)*(1+g)");
        for column in [FIRST_YEAR + 1, FIRST_YEAR + 2] {
            book.put(model, (0, column), later.clone(), CellLook::Text);
        }
        book.evaluate().unwrap();
        assert_eq!(book.find_value(model, 0, FIRST_YEAR + 2), Some(6.0));
        let Content::Formula(formula) = later else { panic!() };
        assert_eq!(book.to_text(&formula, model, FIRST_YEAR + 2).unwrap(), "F1*(1+g)");
        assert!(book.to_text(&formula, model, FIRST_YEAR).is_err());
        let argument = CellFormula::read("MAX(0,g)+at(g,2)").unwrap();
        assert_eq!(book.to_text(&argument, model, FIRST_YEAR + 1).unwrap(), "MAX(0,'Giả định'!F1)+'Giả định'!G1");
    }

    #[test]
    fn a_formula_that_leads_to_itself_is_an_error() {
        let mut book = Book::default();
        let sheet = book.sheet("s".into());
        for (row, name, text) in [(0, "a", "b+1"), (1, "b", "IF(1<2,c,0)"), (2, "c", "MAX(span(a))")] {
            book.name(name, CellPlace { sheet, row, column: VALUE_COLUMN, length: 1 });
            let content = book.formula(text);
            book.put(sheet, (row, VALUE_COLUMN), content, CellLook::Text);
        }
        assert!(matches!(book.evaluate(), Err(FormulaError::Cycle(_))));
    }

    #[test]
    fn a_name_stands_for_one_row() {
        let mut book = Book::default();
        let sheet = book.sheet("s".into());
        for row in 0..2 {
            book.name("a", CellPlace { sheet, row, column: VALUE_COLUMN, length: 1 });
        }
        assert_eq!(book.evaluate(), Err(FormulaError::NameTwice("a".into())));
    }
}
