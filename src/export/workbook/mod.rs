//! A workbook that is the model of one scenario: change an assumption in a spreadsheet, and output, labour and shares follow.
//!
//! Its formulas are those of the engine, run over names instead of numbers; `.ci/workbook` recalculates them.

mod about;
mod assumptions;
mod blocks;
mod book;
mod compared;
mod formula;
mod inputs;
mod model;
mod names;
mod results;
mod rows;
mod write;

pub use formula::FormulaError;

use super::{ExportCase, Stamp};
use crate::engine::{FormulaSheet, Line, Variable};
use crate::lang::Lang;
use crate::scenario::ResolveError;
use crate::text::words::label;
use crate::text::{case_name, vintage_name};
use book::{Book, LockedReason, Visibility};
use rows::{Builder, Shown};
use write::{Marked, Properties};

/// A workbook could not be made.
#[derive(Debug, thiserror::Error)]
pub enum WorkbookError {
    /// The inputs of a scenario cannot be put together.
    #[error(transparent)]
    Resolve(#[from] ResolveError),
    /// A formula of the program is wrong.
    #[error(transparent)]
    Formula(#[from] FormulaError),
    /// The formulas do not give the program's own figures.
    #[error("the formulas of {row} do not give the program's figures")]
    Disagrees {
        /// The row that is furthest from them.
        row: String,
    },
    /// The library refuses a cell.
    #[error(transparent)]
    Library(#[from] rust_xlsxwriter::XlsxError),
}

/// The bytes of the workbook of a case.
///
/// The same case, language and date give the same bytes.
///
/// # Errors
/// [`WorkbookError`] if the inputs do not resolve, or, by an error of the program, a formula is wrong, does not give
/// the program's figures, or is refused by the library.
pub fn to_workbook(case: &ExportCase<'_>, lang: Lang, stamp: Stamp) -> Result<Vec<u8>, WorkbookError> {
    let (builder, marked) = build(case, lang, stamp)?;
    write::write(&builder.book, &properties(case, lang), stamp, marked)
}

/// A row of a workbook that calculates a variable of a projection again.
#[derive(Debug, Clone, PartialEq)]
pub struct WorkbookRow {
    /// The defined name of the row.
    pub name: String,
    /// The variable.
    pub variable: Variable,
    /// The line.
    pub line: Line,
    /// What a projection's value is multiplied by to stand in the unit of the row.
    pub factor: f64,
}

/// Every row of the workbook of a case that calculates a variable again.
///
/// # Errors
/// As [`to_workbook`].
pub fn workbook_rows(case: &ExportCase<'_>, lang: Lang, stamp: Stamp) -> Result<Vec<WorkbookRow>, WorkbookError> {
    let (builder, _) = build(case, lang, stamp)?;
    let row = |(name, shown): &(String, Shown)| {
        let Shown { variable, line, factor } = *shown;
        Ok(WorkbookRow { name: builder.book.find_name(name)?.to_owned(), variable, line, factor })
    };
    builder.shown.iter().map(row).collect()
}

/// The sheets of a case, evaluated.
fn build<'a>(case: &'a ExportCase<'a>, lang: Lang, stamp: Stamp) -> Result<(Builder<'a>, Marked), WorkbookError> {
    let mut book = Book::default();
    let mut sheet = |key: &'static str| book.sheet(label(lang, key));
    let cover = sheet("workbook-sheet-about");
    let inputs = sheet("workbook-sheet-assumptions");
    let model = sheet("workbook-sheet-model");
    let results = sheet("workbook-sheet-results");
    let charts = sheet("workbook-sheet-charts");
    let targets = sheet("workbook-sheet-targets");
    let comparison = sheet("workbook-sheet-comparison");
    let check = sheet("workbook-sheet-check");
    let sources = sheet("workbook-sheet-sources");
    let exported = sheet("workbook-sheet-exported");
    let study = book.sheet(super::carried::MARK.to_owned());
    let mut builder = Builder { case, lang, book, inputs, model, shown: Vec::new() };
    builder.assumptions()?;
    let sheet = FormulaSheet::default();
    let formulas = builder.formulas(&sheet)?;
    builder.model(&sheet);
    builder.results(results, (&sheet, &formulas));
    builder.targets(targets);
    builder.comparison(comparison);
    builder.charts(charts);
    builder.check(check, exported);
    builder.sources(sources);
    builder.cover(cover, stamp);
    builder.carry(study);
    if let Some(sheet) = builder.book.sheets.get_mut(exported) {
        sheet.hidden = Visibility::Hidden;
    }
    builder.book.evaluate()?;
    if builder.verdict() != Some(1.0) {
        return Err(WorkbookError::Disagrees { row: builder.widest_gap() });
    }
    Ok((builder, Marked { inputs, exported }))
}

fn properties(case: &ExportCase<'_>, lang: Lang) -> Properties {
    let title = case_name(&case.id, Some(case.study), lang);
    let subject = case.study.name.in_lang(lang).to_owned();
    let custom = vec![
        ("study", case.study.id.clone()),
        ("scenario", case.id.clone()),
        ("closure", case.closure.id().to_owned()),
        ("fingerprint", case.fingerprint()),
        ("vintage", case.vintage().to_owned()),
        ("version", env!("CARGO_PKG_VERSION").to_owned()),
    ];
    let footer = format!("{subject} · {title} · {} · {}", vintage_name(case.vintage(), lang), case.fingerprint());
    let fixed = label(lang, "workbook-fixed-title");
    let reasons = LockedReason::ALL.map(|why| (why, label(lang, why.key())));
    Properties { title, subject, custom, fixed, reasons, footer }
}

#[cfg(test)]
mod tests;
