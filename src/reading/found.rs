//! What was read: tables, cells tied to their source, sums, questions.

use super::numbers::NoValue;
use super::rows::LeftOutReason;
use super::words::FigureStatus;
use std::collections::BTreeMap;

/// What is said about a single cell beside its value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
pub enum CellMark {
    /// Its text was converted from TCVN3.
    Converted,
    /// It was a fraction shown as per cent and is given in per cent.
    FromFraction,
    /// A letter or a star stood behind the number.
    Flagged,
    /// The unit of the title does not fit and was replaced by what the figures are.
    UnitReplaced,
    /// A formula that failed, such as `#REF!`.
    FailedFormula,
    /// A formula that was saved without its result.
    NotComputed,
    /// A word where a number should be.
    NotANumber,
    /// The value of this unit, year, basis or territory rests on a proposed answer.
    Assumed,
}

/// Whether a cell has a value, and how sure it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReadStatus {
    /// A value.
    Known(FigureStatus),
    /// None.
    Absent(NoValue),
}

impl ReadStatus {
    /// As results write it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Known(FigureStatus::Final) => "final",
            Self::Known(FigureStatus::Preliminary) => "preliminary",
            Self::Known(FigureStatus::Estimate) => "estimate",
            Self::Absent(NoValue::Missing) => "missing",
            Self::Absent(NoValue::Suppressed) => "suppressed",
            Self::Absent(NoValue::BelowHalfUnit) => "below half a unit",
        }
    }
}

impl serde::Serialize for ReadStatus {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

/// One value with everything that was read into it.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct ReadCell {
    /// Its address in the sheet; `DATA[n]` in PC-Axis files.
    pub cell: String,
    /// Row and column from 0, or the position in both for PC-Axis files.
    #[serde(skip)]
    pub place: (u32, u32),
    /// What the figures are, from titles and heads.
    pub variable: String,
    /// The label as a reader sees it.
    pub label: String,
    /// The territory; empty where the file is about one.
    pub territory: String,
    /// The year, or the first year of a pair.
    pub year: Option<i32>,
    /// The part of the year.
    pub period: String,
    /// The value in the unit; `None` if it is missing.
    pub value: Option<f64>,
    /// The unit.
    pub unit: String,
    /// The price basis.
    pub price_basis: String,
    /// Whether there is a value, and how sure it is.
    pub status: ReadStatus,
    /// The cells that its head and its label were read from.
    pub heads: Vec<String>,
    /// What else is said about it.
    pub marks: Vec<CellMark>,
}

/// A cell that holds the sum of others.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct SumFound {
    /// The cell of the total.
    pub total: String,
    /// The cells of its parts.
    pub parts: Vec<String>,
    /// Parts that enter with a minus.
    pub minus: Vec<String>,
}

/// What a question is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
pub enum QuestionTopic {
    /// Which mark stands before the decimals.
    Marks,
    /// The unit of some columns.
    Unit,
    /// The price basis.
    Basis,
    /// The year.
    Year,
    /// The territory of the whole file.
    Territory,
    /// Which of several columns names the territories.
    Names,
    /// What kind of figures stand in columns with the same head.
    Columns,
    /// Which of several complete breakdowns are the sectors.
    Parts,
    /// Whether a part is subtracted.
    Sign,
    /// Whether figures go on with a series that is known; no file asks this, but whoever compares it with what is known.
    Series,
}

impl QuestionTopic {
    /// The first word of its id.
    pub fn id(self) -> &'static str {
        match self {
            Self::Marks => "marks",
            Self::Unit => "unit",
            Self::Basis => "basis",
            Self::Year => "year",
            Self::Territory => "territory",
            Self::Names => "names",
            Self::Columns => "columns",
            Self::Parts => "parts",
            Self::Sign => "sign",
            Self::Series => "series",
        }
    }
}

/// A question whose answer changes a number or a name.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct ReadQuestion {
    /// The id by which an answer names it, such as `unit` or `unit:C-E`.
    pub id: String,
    /// What it is about.
    pub topic: QuestionTopic,
    /// Whether nothing may be taken before it is answered.
    pub essential: bool,
    /// The answer that holds until another is given.
    pub proposal: String,
    /// The answer given, where one was.
    pub answer: Option<String>,
    /// Cells and figures that speak for the proposal.
    pub evidence: Vec<String>,
    /// How many cells the answer changes.
    pub effect: usize,
}

/// A finding of a check, with the cells it is about.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct CheckFound {
    /// Which check.
    pub check: CheckKind,
    /// The cell it is about.
    pub cell: String,
    /// What was found against what was expected, where both are numbers.
    pub values: Option<(f64, f64)>,
}

/// Checks of what was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
pub enum CheckKind {
    /// Parts do not add up to their total by more than one per cent.
    SumOff,
    /// Shares of a column do not add up to 100.
    SharesNotHundred,
    /// A negative number of persons.
    NegativePersons,
    /// A value is a thousand times its neighbours.
    FactorThousand,
    /// A year stands twice in the heads.
    YearTwice,
    /// A label stands twice with different values.
    LabelTwice,
    /// A value jumps by more than half from year to year.
    Jump,
    /// The deflator of two bases lies outside 0.3 to 3.
    DeflatorOut,
    /// Numbers that can only be read with different marks.
    MixedMarks,
    /// A word in a column of numbers.
    TextAmongNumbers,
    /// A formula that failed.
    FailedFormula,
    /// A formula without a stored result.
    NotComputed,
    /// A unit that is not known.
    UnknownUnit,
    /// Quarters without a year.
    PeriodWithoutYear,
    /// Something hidden was left out.
    HiddenLeftOut,
    /// Codes without names.
    CodesOnly,
    /// A row with more fields than the head has.
    RaggedRow,
    /// A code page that was guessed.
    GuessedCodePage,
    /// Cumulative figures among quarters.
    Cumulative,
    /// Two benchmarks in one file.
    TwoBenchmarks,
    /// The years of one row stand at prices of different base years.
    TwoBases,
    /// A place that is not known among places that are.
    UnknownTerritory,
}

/// A row or a column that was not taken.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct LeftOut {
    /// Its number from 1 for a row, its letters for a column.
    pub place: String,
    /// Why.
    pub reason: LeftOutReason,
}

/// A table that was found.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct ReadTable {
    /// What it is known by in a recipe: folded title and head words, years as `{year}`.
    pub key: String,
    /// The file, without folders.
    pub file: String,
    /// The sheet; empty for files without.
    pub sheet: String,
    /// The title as printed.
    pub title: String,
    /// First and last row of the table, from 1.
    pub rows: (u32, u32),
    /// The values.
    pub cells: Vec<ReadCell>,
    /// What was not taken, and why.
    pub left_out: Vec<LeftOut>,
    /// Sums among the cells.
    pub parents: Vec<SumFound>,
    /// What must be asked.
    pub questions: Vec<ReadQuestion>,
    /// What the checks found.
    pub checks: Vec<CheckFound>,
}

/// What one file was found to hold.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct FileRead {
    /// The name, without folders.
    pub file: String,
    /// Its form, such as `xls`.
    pub form: String,
    /// How many sheets it has.
    pub sheets: usize,
    /// The code page of its text, and whether it was guessed.
    pub code_page: Option<(String, bool)>,
    /// Sheets whose texts were converted from TCVN3: how many texts, one before and after.
    pub converted: BTreeMap<String, (usize, String, String)>,
    /// The tables.
    pub tables: Vec<ReadTable>,
    /// What must be asked about the file as a whole.
    pub questions: Vec<ReadQuestion>,
    /// What was found about the file as a whole.
    pub checks: Vec<CheckFound>,
}
