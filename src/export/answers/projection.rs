//! Projections: one long table with a row for every scenario, closure, year, variable and line, and a page with years across.

use super::case_column;
use super::named::Namer;
use crate::analysis::{PLAN_YEARS, Period, plan_periods, projected_mean};
use crate::engine::{Closure, Line, Projection, Variable};
use crate::export::{Cell, Column, Head, Table};
use crate::lang::Lang;
use crate::quantity::Year;
use crate::scenario::study::Study;
use crate::text::words::{filled, period};
use crate::text::{
    Numbers, case_name, find_displayed, remarks, shown_decimals, shown_unit, shown_value, variable_name, variable_unit,
};

/// Variables that a person asks for first, in reading order.
pub const MAIN_VARIABLES: [Variable; 7] = [
    Variable::Grdp,
    Variable::OutputGrowth,
    Variable::Output,
    Variable::Employment,
    Variable::ShareConstant,
    Variable::GrdpPerHead,
    Variable::GrdpPerHeadUsd,
];

/// One run of a scenario.
#[derive(Debug, Clone, Copy)]
pub struct Run<'a> {
    /// Id of the baseline or scenario.
    pub scenario: &'a str,
    /// Closure.
    pub closure: Closure,
    /// Its projection.
    pub projection: &'a Projection,
}

/// Which rows are wanted; an empty list wants all.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Selection {
    /// Variables.
    pub variables: Vec<Variable>,
    /// Years.
    pub years: Vec<Year>,
}

impl Selection {
    /// Variables wanted, in the order of the catalogue.
    pub fn variables(&self) -> impl Iterator<Item = Variable> {
        Variable::ALL.into_iter().filter(|variable| self.variables.is_empty() || self.variables.contains(variable))
    }

    /// Variables wanted, in the order in which they were asked for; the main ones where none was.
    pub fn asked_variables(&self) -> &[Variable] {
        if self.variables.is_empty() { &MAIN_VARIABLES } else { &self.variables }
    }

    /// Years wanted of a projection.
    pub fn years(&self, projection: &Projection) -> Vec<Year> {
        projection.horizon().years().filter(|year| self.years.is_empty() || self.years.contains(year)).collect()
    }
}

const LONG: [Head; 8] = [
    Head::new("study"),
    Head::new("scenario").with_heading("column-scenario-id"),
    Head::new("closure"),
    Head::new("year"),
    Head::new("variable"),
    Head::new("sector").with_heading("column-line"),
    Head::new("value"),
    Head::new("unit"),
];

/// A row for every figure of every run; figures that do not exist are left out, shares and growth are in per cent.
pub fn projection_table(study: &Study, runs: &[Run<'_>], selection: &Selection, lang: Lang) -> Table {
    let mut table = Table::with_heads(&LONG, lang);
    for run in runs {
        for year in selection.years(run.projection) {
            for variable in selection.variables() {
                push_rows(&mut table, study, run, year, variable, lang);
            }
        }
    }
    table
}

const MEANS: [Head; 9] = [
    Head::new("study"),
    Head::new("scenario").with_heading("column-scenario-id"),
    Head::new("closure"),
    Head::new("since").only_in_files(),
    Head::new("until").only_in_files(),
    Head::new("variable"),
    Head::new("sector").with_heading("column-line"),
    Head::new("value"),
    Head::new("unit"),
];

/// A row for the mean of every figure over each plan period of five years, actual and projected years joined.
pub fn averages_table(study: &Study, runs: &[Run<'_>], lang: Lang) -> Table {
    let mut table = Table::with_heads(&MEANS, lang);
    for run in runs {
        let horizon = run.projection.horizon();
        // A period of which a part is past begins before the first projected year.
        for period in plan_periods(horizon.base() - PLAN_YEARS, horizon.end()) {
            for variable in Variable::ALL {
                push_means(&mut table, study, run, period, variable, lang);
            }
        }
    }
    table
}

fn push_means(table: &mut Table, study: &Study, run: &Run<'_>, period: Period, variable: Variable, lang: Lang) {
    let unit = variable_unit(variable, study.price_base_year, lang);
    for line in run.projection.lines() {
        let Some(mean) = projected_mean(study, run.projection, (variable, line), period) else { continue };
        table.rows.push(vec![
            Cell::text(&study.id),
            Cell::text(run.scenario),
            Cell::text(run.closure.id()),
            Cell::Year(period.since),
            Cell::Year(period.until),
            Cell::text(variable.id()),
            Cell::text(run.projection.line_id(line)),
            Cell::number(Some(shown_value(variable, mean)), shown_decimals(shown_unit(variable))),
            Cell::text(&unit),
        ]);
    }
}

const REMARKS: Head = Head::new("remarks").with_heading("remarks-title");

/// Puts what is worth a look in its run at the end of every row of a table of projections, for files that leave the program.
pub fn add_remarks(table: &mut Table, study: &Study, runs: &[Run<'_>], lang: Lang) {
    table.columns.push(REMARKS.to_column(lang));
    let told = |run: &Run<'_>| {
        let of = [Cell::text(run.scenario), Cell::text(run.closure.id())];
        (of, Cell::Texts(remarks(study, run.projection, lang)))
    };
    let told: Vec<([Cell; 2], Cell)> = runs.iter().map(told).collect();
    for row in &mut table.rows {
        let own = told.iter().find(|(of, _)| row.get(1..3) == Some(of.as_slice()));
        row.push(own.map_or(Cell::Missing, |(_, remarks)| remarks.clone()));
    }
}

fn push_rows(table: &mut Table, study: &Study, run: &Run<'_>, year: Year, variable: Variable, lang: Lang) {
    let unit = variable_unit(variable, study.price_base_year, lang);
    for line in run.projection.lines() {
        let Some(value) = run.projection.value(variable, line, year) else { continue };
        table.rows.push(vec![
            Cell::text(&study.id),
            Cell::text(run.scenario),
            Cell::text(run.closure.id()),
            Cell::Year(year),
            Cell::text(variable.id()),
            Cell::text(run.projection.line_id(line)),
            Cell::number(Some(shown_value(variable, value)), shown_decimals(shown_unit(variable))),
            Cell::text(&unit),
        ]);
    }
}

const PAGE: [Head; 3] = [Head::new("variable"), Head::new("sector"), Head::new("unit")];

/// A projection as a person reads it, with years across: the main variables, or those asked for.
pub fn years_table(study: &Study, projection: &Projection, selection: &Selection, lang: Lang) -> Table {
    let years = selection.years(projection);
    let of_years = years.iter().map(|year| Column::new(year.to_string(), Numbers::new(lang).year(*year)));
    let mut table = Table::new(PAGE.map(|head| head.to_column(lang)).into_iter().chain(of_years));
    for &variable in selection.asked_variables() {
        for line in projection.lines() {
            let figures = figures(projection, variable, line, &years);
            // A variable that was asked for and is not known stands as a gap; the remarks say why.
            let is_gap = selection.variables.contains(&variable)
                && variable.coverage().has(line.kind())
                && projection.gap(variable, line).is_some();
            if !is_gap && figures.iter().all(|cell| *cell == Cell::Missing) {
                continue;
            }
            let namer = Namer { study, lang };
            let unit = Cell::text(variable_unit(variable, study.price_base_year, lang));
            let head = [namer.variable(variable), namer.line(projection.line_id(line)), unit];
            table.rows.push(head.into_iter().chain(figures).collect());
        }
    }
    table
}

/// What the table of GRDP has of each run, in the order of its columns.
const GRDP: [Variable; 2] = [Variable::Grdp, Variable::OutputGrowth];

/// GRDP and its growth of each run, side by side: every year, then the mean over each plan period, actual and projected years joined.
///
/// The columns of a run are `grdp` and `output_growth` with its scenario ([`case_column`]); a period has a row where any run has a figure of it, named in words where a year has its number.
pub fn grdp_table(study: &Study, runs: &[Run<'_>], lang: Lang) -> Table {
    let columns = runs.iter().flat_map(|run| {
        let case = case_name(run.scenario, Some(study), lang);
        GRDP.map(|of| Column::new(case_column(of.id(), run.scenario), format!("{case}: {}", variable_name(of, lang))))
    });
    let mut table = Table::new(std::iter::once(Head::new("year").to_column(lang)).chain(columns));
    let number = |variable: Variable, value: Option<f64>| {
        let shown = value.map(|value| shown_value(variable, value));
        Cell::number(shown, shown_decimals(shown_unit(variable)))
    };
    let mut push = |name: Cell, value: &dyn Fn(&Run<'_>, Variable) -> Option<f64>| {
        let cells = runs.iter().flat_map(|run| GRDP.map(|variable| number(variable, value(run, variable))));
        table.rows.push(std::iter::once(name).chain(cells).collect());
    };
    let first = runs.iter().map(|run| run.projection.horizon().base()).min().unwrap_or(0);
    let last = runs.iter().map(|run| run.projection.horizon().end()).max().unwrap_or(0);
    for year in first..=last {
        push(Cell::Year(year), &|run, variable| run.projection.value(variable, Line::Total, year));
    }
    // A period of which a part is past begins before the first projected year.
    for of in plan_periods(first - PLAN_YEARS, last) {
        let mean = |run: &Run<'_>, variable| projected_mean(study, run.projection, (variable, Line::Total), of);
        if runs.iter().any(|run| GRDP.iter().any(|variable| mean(run, *variable).is_some())) {
            let name = filled(lang, "report-years-mean", &[("period", &period(of.since, of.until))]);
            push(Cell::text(name), &mean);
        }
    }
    table
}

/// A variable of a line over the years.
fn figures(projection: &Projection, variable: Variable, line: Line, years: &[Year]) -> Vec<Cell> {
    let decimals = shown_decimals(shown_unit(variable));
    let value =
        |year: &Year| find_displayed(projection, variable, line, *year).map(|value| shown_value(variable, value));
    years.iter().map(|year| Cell::number(value(year), decimals)).collect()
}
