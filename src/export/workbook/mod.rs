//! A workbook that is the model of one scenario: change an assumption in a spreadsheet, and output, labour and shares follow.
//!
//! The equations stand a second time here, as a spreadsheet's formulas; `.ci/workbook` recalculates them and holds them to the engine.

mod about;
mod assumptions;
mod book;
mod compared;
mod formula;
mod model;
mod results;
mod rows;
mod write;

pub use formula::FormulaError;

use super::{Case, Stamp};
use crate::lang::Lang;
use crate::scenario::ResolveError;
use crate::text::window::label;
use crate::text::{case_name, vintage_name};
use book::{Book, Visibility};
use rows::Builder;
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
    /// The library refuses a cell.
    #[error(transparent)]
    Library(#[from] rust_xlsxwriter::XlsxError),
}

/// The bytes of the workbook of a case.
///
/// The same case, language and date give the same bytes.
pub fn to_workbook(case: &Case<'_>, lang: Lang, stamp: Stamp) -> Result<Vec<u8>, WorkbookError> {
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
    let mut builder = Builder { case, lang, book, inputs, model };
    let probe = builder.probe()?;
    builder.assumptions(&probe);
    builder.model(&probe);
    builder.results(results);
    builder.targets(targets);
    builder.comparison(comparison);
    builder.charts(charts);
    builder.check(check, exported);
    builder.sources(sources);
    builder.cover(cover, stamp);
    builder.carry(study);
    let mut book = builder.book;
    if let Some(sheet) = book.sheets.get_mut(exported) {
        sheet.hidden = Visibility::Hidden;
    }
    book.evaluate()?;
    write::write(&book, &properties(case, lang), stamp, Marked { inputs, exported })
}

fn properties(case: &Case<'_>, lang: Lang) -> Properties {
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
    Properties { title, subject, custom, footer }
}
