//! Results of one year: a level for every case, and how far it lies from the pinned one.

use super::super::context::{StateReader, indented};
use super::{CaseHead, heads};
use crate::engine::{TOTAL_LINE, Variable};
use crate::export::{Cell, Column, Head, Table};
use crate::lang::Lang;
use crate::quantity::{Unit, Year};
use crate::text::words::{filled, label, with_year};
use crate::text::{shown_decimals, shown_unit, shown_value, unit_bare, variable_unit};

/// The table.
#[derive(Debug, Clone, PartialEq)]
pub struct ResultsTable {
    /// Title.
    pub title: String,
    /// What its columns are.
    pub about: String,
    /// The year.
    pub year: Year,
    /// The year, written with its word.
    pub year_text: String,
    /// First and last year that can be chosen.
    pub years: (Year, Year),
    /// Cases; the first is the one from which differences are taken.
    pub heads: Vec<CaseHead>,
    /// Rows.
    pub rows: Vec<ResultRow>,
}

/// A variable.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResultRow {
    /// Its name.
    pub name: String,
    /// Its unit, in short.
    pub unit: String,
    /// Its unit in full, with prices.
    pub full_unit: String,
    /// A cell for each case.
    pub cells: Vec<ResultCell>,
}

/// A value of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResultCell {
    /// The level.
    pub level: String,
    /// Signed difference; `None` for the pinned case, and if either case lacks the figure.
    pub difference: Option<String>,
}

impl ResultsTable {
    /// The same as exports show it: units in full, differences in brackets.
    pub fn to_table(&self, lang: Lang) -> Table {
        let heads = [Head::new("item"), Head::new("unit")].map(|head| head.to_column(lang));
        let cases = self.heads.iter().map(|head| Column::new("case", &head.name));
        let mut table = Table::new(heads.into_iter().chain(cases));
        for row in &self.rows {
            let cells = row.cells.iter().map(|cell| match &cell.difference {
                Some(difference) => format!("{} ({difference})", cell.level),
                None => cell.level.clone(),
            });
            table
                .rows
                .push([row.name.clone(), row.full_unit.clone()].into_iter().chain(cells).map(Cell::Text).collect());
        }
        table
    }
}

/// Results of the given cases in a year; the first case is the reference.
pub(super) fn results(reader: &StateReader<'_>, cases: &[&str], year: Year) -> ResultsTable {
    let name = reader.name(&reader.state.study.pinned);
    let written = reader.numbers.year(year);
    let key = if cases.len() > 1 { "compare-results-about" } else { "compare-results-base" };
    ResultsTable {
        title: label(reader.lang, "compare-results"),
        about: filled(reader.lang, key, &[("year", &written), ("name", &name)]),
        year,
        year_text: with_year(reader.lang, "compare-year", year),
        years: (reader.first_base(), reader.state.study.horizon),
        heads: heads(reader, cases),
        rows: subjects(reader).iter().map(|subject| row(reader, cases, subject, year)).collect(),
    }
}

/// A row before its values.
struct RowSubject {
    variable: Variable,
    line: String,
    name: String,
}

fn subjects(reader: &StateReader<'_>) -> Vec<RowSubject> {
    let study = &reader.state.study;
    let headline = study.structure.headline.as_str();
    let short = reader.line_short(headline);
    let of_headline = |key| filled(reader.lang, key, &[("line", &short)]);
    let row = |variable, line: &str, name| RowSubject { variable, line: line.to_owned(), name };
    // The line of the cards stands first, with its parts.
    let is_of_headline = |line: &str| line == headline || study.outer_groups(line).contains(&headline);
    let mut lines = reader.listed_lines();
    lines.sort_by_key(|line| !is_of_headline(line.id));
    let mut rows = vec![row(Variable::Grdp, TOTAL_LINE, crate::text::variable_name(Variable::Grdp, reader.lang))];
    rows.extend(
        lines.into_iter().map(|line| row(Variable::Output, line.id, indented(line.depth, &reader.line_name(line.id)))),
    );
    rows.extend([
        row(Variable::ShareConstant, headline, of_headline("compare-row-share-constant")),
        row(Variable::ShareCurrent, headline, of_headline("compare-row-share-current")),
        row(Variable::Employment, headline, of_headline("compare-row-employment")),
        row(Variable::Productivity, headline, of_headline("compare-row-productivity")),
        row(Variable::Employment, TOTAL_LINE, crate::text::variable_name(Variable::Employment, reader.lang)),
        row(Variable::GrdpPerHead, TOTAL_LINE, label(reader.lang, "compare-row-per-head")),
        row(Variable::GrdpPerHeadUsd, TOTAL_LINE, label(reader.lang, "compare-row-per-head")),
        row(Variable::LabourGap, TOTAL_LINE, label(reader.lang, "compare-labour-margin")),
    ]);
    rows
}

fn row(reader: &StateReader<'_>, cases: &[&str], subject: &RowSubject, year: Year) -> ResultRow {
    let numbers = reader.numbers;
    let unit = shown_unit(subject.variable);
    // Shares move by tenths of a point, which one decimal would hide.
    let decimals = shown_decimals(unit) + usize::from(unit == Unit::Percent);
    let value = |case: &str| {
        let value = reader.value(case, subject.variable, &subject.line, year)?;
        Some(shown_value(subject.variable, value))
    };
    let reference = cases.first().and_then(|case| value(case));
    let missing = || numbers.missing().to_owned();
    let cells = cases.iter().enumerate().map(|(position, case)| {
        let own = value(case);
        let apart = own.zip(reference).map(|(own, base)| numbers.write_signed(own - base, decimals));
        ResultCell {
            level: own.map_or_else(missing, |own| numbers.decimal(own, decimals)),
            difference: apart.filter(|_| position > 0),
        }
    });
    ResultRow {
        name: subject.name.clone(),
        unit: unit_bare(unit, reader.lang),
        full_unit: variable_unit(subject.variable, reader.state.study.price_base_year, reader.lang),
        cells: cells.collect(),
    }
}
