//! Rows of a sheet over years: words, name, unit, one value or one a year.

use super::blocks::in_blocks;
use super::book::{Book, CellLook, CellPlace, Content, Digits, FIRST_YEAR, SheetId, VALUE_COLUMN};
use super::formula::{CellChoice, CellFormula};
use crate::engine::{Gaps, Line, Variable};
use crate::export::ExportCase;
use crate::lang::Lang;
use crate::quantity::Horizon;
use crate::text::words::{filled, label};
use crate::text::{OriginText, gap_reason};
use std::ops::Range;
use std::rc::Rc;

/// The words before the numbers of a row.
#[derive(Debug, Clone)]
pub(super) struct Words {
    pub(super) label: String,
    pub(super) unit: String,
    /// What of the projection the row calculates again, where it does.
    pub(super) shows: Option<Shown>,
}

/// A variable of a line, and what a projection's value is multiplied by to stand in the unit of the row.
#[derive(Debug, Clone, Copy)]
pub(super) struct Shown {
    pub(super) variable: Variable,
    pub(super) line: Line,
    pub(super) factor: f64,
}

impl Words {
    /// The words of a row that calculates a variable again.
    pub(super) fn showing(self, variable: Variable, line: Option<Line>, factor: f64) -> Self {
        Self { shows: line.map(|line| Shown { variable, line, factor }), ..self }
    }
}

/// Rows that hold the blocks of one long formula.
struct Blocks<'a> {
    sheet: SheetId,
    name: &'a str,
    label: String,
    unit: String,
    digits: Digits,
    count: usize,
}

/// A workbook while its sheets are filled.
pub(super) struct Builder<'a> {
    pub(super) case: &'a ExportCase<'a>,
    pub(super) lang: Lang,
    pub(super) book: Book,
    pub(super) inputs: SheetId,
    pub(super) model: SheetId,
    /// Rows that calculate a variable again, by name.
    pub(super) shown: Vec<(String, Shown)>,
}

impl Builder<'_> {
    pub(super) fn horizon(&self) -> Horizon {
        self.case.projection.horizon()
    }

    /// Number of years, the base year included.
    pub(super) fn years(&self) -> u16 {
        u16::try_from(self.horizon().len()).unwrap_or(u16::MAX)
    }

    /// Parts of the inputs of which there are no figures.
    pub(super) fn gaps(&self) -> Gaps {
        self.case.projection.inputs().gaps
    }

    /// Under the heading of a variable that is not known: why.
    pub(super) fn tell_gap(&mut self, sheet: SheetId, variable: Variable) {
        if let Some(gap) = self.case.projection.gap(variable, Line::Total) {
            let row = self.book.next(sheet);
            self.book.text(sheet, (row, 0), gap_reason(gap, self.lang), CellLook::Quiet);
        }
    }

    /// A fixed text.
    pub(super) fn word(&self, key: &'static str) -> String {
        label(self.lang, key)
    }

    /// The heading of a block of rows.
    pub(super) fn heading(&mut self, sheet: SheetId, text: String) {
        let row = self.book.next(sheet) + 1;
        self.book.text(sheet, (row, 0), text, CellLook::Heading);
        for column in 1..FIRST_YEAR + self.years() {
            self.book.text(sheet, (row, column), "", CellLook::Heading);
        }
    }

    /// Title, a line about the sheet, and the head with the years; names the row of years once.
    pub(super) fn head(&mut self, sheet: SheetId, title: String, about: String) {
        self.book.text(sheet, (0, 0), title, CellLook::Title);
        self.book.text(sheet, (1, 0), about, CellLook::Quiet);
        for (column, key) in (0..).zip(["column-item", "column-name", "column-unit"]) {
            let text = self.word(key);
            self.book.text(sheet, (3, column), text, CellLook::Head);
        }
        let value = self.word("column-value");
        self.book.text(sheet, (3, VALUE_COLUMN), value, CellLook::HeadRight);
        for (column, year) in (FIRST_YEAR..).zip(self.horizon().years()) {
            self.book.number(sheet, (3, column), f64::from(year), CellLook::HeadRight);
        }
        if let Some(sheet) = self.book.sheets.get_mut(sheet) {
            sheet.frozen = (4, FIRST_YEAR);
            sheet.widths.extend([(0, 46.0), (1, 20.0), (2, 26.0), (VALUE_COLUMN, 12.0)]);
        }
    }

    /// Starts a row: its words and name; returns its position.
    fn start(&mut self, sheet: SheetId, name: &str, words: Words, place: (u16, u16)) -> u32 {
        let row = self.book.next(sheet);
        self.shown.extend(words.shows.map(|shown| (name.to_owned(), shown)));
        self.book.text(sheet, (row, 0), words.label, CellLook::Text);
        self.book.put(sheet, (row, 1), Content::Name(name.to_owned()), CellLook::Code);
        self.book.text(sheet, (row, 2), words.unit, CellLook::Quiet);
        self.book.name(name, CellPlace { sheet, row, column: place.0, length: place.1 });
        row
    }

    fn finish(&mut self, row: u32, origin: OriginText) {
        let column = FIRST_YEAR + self.years();
        self.book.text(self.inputs, (row, column), origin.status, CellLook::Quiet);
        self.book.text(self.inputs, (row, column + 1), origin.source, CellLook::Quiet);
    }

    /// An input of one value that may be changed.
    pub(super) fn value(&mut self, name: &str, words: Words, digits: Digits, value: f64, origin: OriginText) {
        self.single(name, words, CellLook::Input(digits), value, origin);
    }

    /// An input of one value.
    pub(super) fn single(&mut self, name: &str, words: Words, look: CellLook, value: f64, origin: OriginText) {
        let row = self.start(self.inputs, name, words, (VALUE_COLUMN, 1));
        self.book.number(self.inputs, (row, VALUE_COLUMN), value, look);
        self.finish(row, origin);
    }

    /// An input of one value a year, from a position on: growth has no value in the base year.
    pub(super) fn path(
        &mut self,
        name: &str,
        words: Words,
        look: CellLook,
        (from, values): (usize, &[f64]),
        origin: OriginText,
    ) {
        let row = self.start(self.inputs, name, words, (FIRST_YEAR, self.years()));
        for (column, value) in (FIRST_YEAR..).zip(values).skip(from) {
            self.book.number(self.inputs, (row, column), *value, look);
        }
        self.finish(row, origin);
    }

    /// A row of formulas: one for the base year, where it has a value, and one for every later year.
    pub(super) fn rule(
        &mut self,
        sheet: SheetId,
        name: &str,
        words: Words,
        digits: Digits,
        (base, later): (Option<&str>, &str),
    ) {
        let (first, end) = (FIRST_YEAR, FIRST_YEAR + self.years());
        let alike = base == Some(later);
        let mut blocks = Blocks { sheet, name, label: words.label.clone(), unit: words.unit.clone(), digits, count: 0 };
        let base = base.filter(|_| !alike).map(|base| self.shorten(base, first..first + 1, &mut blocks));
        let later = self.shorten(later, if alike { first } else { first + 1 }..end, &mut blocks);
        let row = self.start(sheet, name, words, (first, self.years()));
        if let Some(base) = base.or_else(|| alike.then(|| later.clone())) {
            self.book.put(sheet, (row, first), base, CellLook::Result(digits));
        }
        for column in first + 1..end {
            self.book.put(sheet, (row, column), later.clone(), CellLook::Result(digits));
        }
    }

    /// A row of formulas, one a year, the base year first; years alike share one.
    pub(super) fn rule_by_year(
        &mut self,
        sheet: SheetId,
        name: &str,
        (words, digits): (Words, Digits),
        texts: &[Option<String>],
    ) {
        let [base, later @ ..] = texts else { return };
        let first = later.first().and_then(Option::as_deref).or(base.as_deref()).unwrap_or("BLANK").to_owned();
        self.rule(sheet, name, words, digits, (base.as_deref(), &first));
        let Some(place) = self.book.names.get(name).copied() else { return };
        for (column, text) in (FIRST_YEAR + 1..).zip(later) {
            // Years whose formula has fewer terms than others have their own.
            if let Some(text) = text.as_deref().filter(|text| *text != first) {
                let content = self.book.formula(text);
                self.book.put(sheet, (place.row, column), content, CellLook::Result(digits));
            }
        }
    }

    /// A formula that a spreadsheet reads; blocks of a sum that is too long stand in rows of their own, above.
    fn shorten(&mut self, text: &str, columns: Range<u16>, blocks: &mut Blocks<'_>) -> Content {
        let content = self.book.formula(text);
        let Content::Formula(formula) = content else { return content };
        let mut known: Vec<(Rc<CellFormula>, String)> = Vec::new();
        Content::Formula(in_blocks(formula, &mut |part| {
            let part = Rc::new(part);
            let named = |name: &String| CellFormula::Named(name.clone(), CellChoice::Here);
            if let Some((_, name)) = known.iter().find(|(other, _)| *other == part) {
                return named(name);
            }
            let name = self.part_of_sum(&part, columns.clone(), blocks);
            let reference = named(&name);
            known.push((part, name));
            reference
        }))
    }

    /// A row of its own for a block of a sum; returns its name.
    fn part_of_sum(&mut self, part: &Rc<CellFormula>, columns: Range<u16>, blocks: &mut Blocks<'_>) -> String {
        blocks.count += 1;
        let number = blocks.count.to_string();
        let title = filled(self.lang, "workbook-part-of-sum", &[("name", &blocks.label), ("number", &number)]);
        let name = format!("part_{number}_{}", blocks.name);
        let row = self.start(blocks.sheet, &name, words(title, blocks.unit.clone()), (FIRST_YEAR, self.years()));
        for column in columns {
            let content = Content::Formula(Rc::clone(part));
            self.book.put(blocks.sheet, (row, column), content, CellLook::Result(blocks.digits));
        }
        name
    }

    /// A row of figures of the program.
    pub(super) fn write_given(
        &mut self,
        sheet: SheetId,
        name: &str,
        words: Words,
        digits: Digits,
        values: &[Option<f64>],
    ) {
        let row = self.start(sheet, name, words, (FIRST_YEAR, self.years()));
        for (column, value) in (FIRST_YEAR..).zip(values) {
            if let Some(value) = value {
                self.book.put(sheet, (row, column), Content::Number(*value), CellLook::Given(digits));
            }
        }
    }
}

/// Words of a row.
pub(super) fn words(label: impl Into<String>, unit: impl Into<String>) -> Words {
    Words { label: label.into(), unit: unit.into(), shows: None }
}
