//! Scenarios beside the one against which they are measured.

use super::named::Namer;
use super::projection::{Run, Selection};
use crate::engine::{Line, Variable};
use crate::export::{Cell, Head, Table};
use crate::lang::Lang;
use crate::quantity::Year;
use crate::scenario::study::Study;
use crate::text::{
    compare_in_percent, find_displayed, is_percentage, shown_decimals, shown_unit, shown_value, variable_unit,
};

const HEADS: [Head; 12] = [
    Head::new("study").only_in_files(),
    Head::new("scenario"),
    Head::new("closure"),
    Head::new("year"),
    Head::new("variable"),
    Head::new("sector"),
    Head::new("value"),
    Head::new("against").only_in_files(),
    Head::new("value_against").with_heading("column-value-of-base"),
    Head::new("difference"),
    Head::new("percent"),
    Head::new("unit"),
];

/// Figures that both runs of a pair have, the one against which is measured first, with their difference.
///
/// Shares and growth have no difference in per cent.
pub fn compare_table(study: &Study, pairs: &[[Run<'_>; 2]], selection: &Selection, lang: Lang) -> Table {
    let mut table = Table::with_heads(&HEADS, lang);
    for runs in pairs {
        let pair = Pair { namer: Namer { study, lang }, runs };
        for &variable in selection.asked_variables() {
            for year in selection.years(runs[1].projection) {
                table.rows.extend(runs[1].projection.lines().filter_map(|line| pair.row(variable, line, year)));
            }
        }
    }
    table
}

struct Pair<'a> {
    namer: Namer<'a>,
    runs: &'a [Run<'a>; 2],
}

impl Pair<'_> {
    /// A page leaves out what a page of projections leaves out; files keep every figure.
    fn row(&self, variable: Variable, line: Line, year: Year) -> Option<Vec<Cell>> {
        let (study, lang) = (self.namer.study, self.namer.lang);
        let [against, own] = self.runs;
        let value = |run: &Run<'_>| Some(shown_value(variable, run.projection.value(variable, line, year)?));
        let is_shown = |run: &Run<'_>| find_displayed(run.projection, variable, line, year).is_some();
        let (base, other) = (value(against)?, value(own)?);
        let decimals = shown_decimals(shown_unit(variable));
        let cell = |is_shown: bool, value: f64, decimals: usize| {
            if is_shown { Cell::number(Some(value), decimals) } else { Cell::FileNumber(value) }
        };
        let both = is_shown(against) && is_shown(own);
        let percent = compare_in_percent(base, other).filter(|_| !is_percentage(variable));
        Some(vec![
            Cell::text(&study.id),
            self.namer.case(own.scenario),
            self.namer.closure(own.closure),
            Cell::Year(year),
            self.namer.variable(variable),
            self.namer.line(own.projection.line_id(line)),
            cell(is_shown(own), other, decimals),
            Cell::text(against.scenario),
            cell(is_shown(against), base, decimals),
            cell(both, other - base, decimals),
            percent.map_or(Cell::Missing, |percent| cell(both, percent, 1)),
            Cell::text(variable_unit(variable, study.price_base_year, lang)),
        ])
    }
}
