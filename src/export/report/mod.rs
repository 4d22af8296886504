//! A report as one document: Word, web page and PDF are three ways of writing it.
//!
//! All figures and sentences arrive computed, worded and in order.

mod docx;
mod html;
mod pdf;

pub use docx::{DocxError, to_docx};
pub use html::to_html;
pub use pdf::{PdfError, to_pdf};

use super::chart::ChartFile;
use super::{Cell, Stamp, Table};
use crate::lang::Lang;
use crate::text::Numbers;

/// A report.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// Language, for hyphenation and readers' software.
    pub lang: Lang,
    /// Title.
    pub title: String,
    /// Line under the title.
    pub subtitle: String,
    /// Place, date, status: lines under the subtitle.
    pub facts: Vec<String>,
    /// Heading of the table of contents; `None` for a document that is too short for one.
    pub contents: Option<String>,
    /// Sections in order.
    pub sections: Vec<Section>,
    /// Foot of every page: study, fingerprint, version.
    pub footer: String,
    /// Names and values of the file's properties: study, scenarios, fingerprints, vintage, version.
    pub properties: Vec<(&'static str, String)>,
    /// The study itself.
    pub carried: String,
    /// Date.
    pub stamp: Stamp,
}

/// A section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// Number, such as `4.` or `4.1.`; empty where sections have none.
    pub number: String,
    /// Words.
    pub title: String,
    /// 1 or 2.
    pub level: u8,
}

impl Heading {
    /// Number and words, as they are printed.
    pub fn to_text(&self) -> String {
        if self.number.is_empty() { self.title.clone() } else { format!("{} {}", self.number, self.title) }
    }
}

impl Report {
    /// Numbers of the figures as they are printed, and their charts, in order.
    pub fn figures(&self) -> impl Iterator<Item = (&str, &ChartFile)> {
        self.sections.iter().flat_map(|section| &section.blocks).filter_map(|block| match block {
            ReportBlock::Figure { number, figure } => Some((number.as_str(), figure.as_ref())),
            ReportBlock::Lead(_)
            | ReportBlock::Paragraph(_)
            | ReportBlock::List(_)
            | ReportBlock::Details(_)
            | ReportBlock::Table(_)
            | ReportBlock::Note(_) => None,
        })
    }
}

/// A section of a report.
#[derive(Debug, Clone, PartialEq)]
pub struct Section {
    /// Its heading.
    pub heading: Heading,
    /// What stands in it.
    pub blocks: Vec<ReportBlock>,
}

/// A piece of a section.
#[derive(Debug, Clone, PartialEq)]
pub enum ReportBlock {
    /// The sentence that is read first, in large type.
    Lead(String),
    /// A paragraph.
    Paragraph(String),
    /// Points of a list.
    List(Vec<String>),
    /// Points of a list in small print: many, and looked up rather than read.
    Details(Vec<String>),
    /// A table.
    Table(ReportTable),
    /// A chart with its caption.
    Figure {
        /// `Hình 1`.
        number: String,
        /// The chart.
        figure: Box<ChartFile>,
    },
    /// A remark in small print.
    Note(String),
}

/// A table of a report.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ReportTable {
    /// `Bảng 1`.
    pub number: String,
    /// What it shows, with unit and price basis.
    pub title: String,
    /// Heads of the columns.
    pub heads: Vec<String>,
    /// Parts of the width that the columns take.
    pub widths: Vec<u32>,
    /// Columns from this one on are numbers and stand right.
    pub numbers_from: usize,
    /// Rows of cells.
    pub rows: Vec<ReportRow>,
    /// Source under the table; empty for none.
    pub source: String,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportRow {
    /// Texts of the cells.
    pub cells: Vec<String>,
    /// A heading inside the table.
    pub strong: bool,
}

impl ReportTable {
    /// A table as people read it, without number, title and source; columns from `numbers_from` on stand right.
    pub fn new(table: &Table, widths: Vec<u32>, numbers_from: usize, lang: Lang) -> Self {
        let (table, numbers) = (table.for_pages(), Numbers::new(lang));
        let row = |cells: &Vec<Cell>| ReportRow::plain(cells.iter().map(|cell| cell.write(numbers)).collect());
        Self {
            heads: table.columns.iter().map(|column| column.heading.clone()).collect(),
            widths,
            numbers_from,
            rows: table.rows.iter().map(row).collect(),
            ..Self::default()
        }
    }

    /// Removes the columns that are empty in all rows.
    pub fn drop_empty_columns(&mut self) {
        let is_full =
            |column: usize| self.rows.iter().any(|row| row.cells.get(column).is_some_and(|cell| !cell.is_empty()));
        let kept: Vec<bool> = (0..self.heads.len()).map(is_full).collect();
        keep(&mut self.heads, &kept);
        keep(&mut self.widths, &kept);
        for row in &mut self.rows {
            keep(&mut row.cells, &kept);
        }
        let before = kept.iter().take(self.numbers_from);
        self.numbers_from -= before.filter(|kept| !**kept).count();
    }
}

/// Keeps those of a row that are to be kept.
fn keep<T>(all: &mut Vec<T>, kept: &[bool]) {
    let mut kept = kept.iter();
    all.retain(|_| kept.next().copied().unwrap_or(true));
}

impl ReportRow {
    /// A row of the body.
    pub const fn plain(cells: Vec<String>) -> Self {
        Self { cells, strong: false }
    }
}
