//! Projections as one long table: a row for every scenario, closure, year, variable and line.

use super::table::{Cell, Table};
use crate::engine::{Closure, Projection, Variable};
use crate::lang::Lang;
use crate::quantity::{Unit, Year};
use crate::scenario::study::Study;
use crate::text::{shown_decimals, shown_unit, shown_value, unit_name, variable_unit};

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

    /// Years wanted of a projection.
    pub fn years(&self, projection: &Projection) -> Vec<Year> {
        projection.horizon().years().filter(|year| self.years.is_empty() || self.years.contains(year)).collect()
    }
}

/// The columns `study,scenario,closure,year,variable,sector,value,unit`.
///
/// Figures that do not exist have no row; shares and growth are in per cent.
pub fn projection_table(study: &Study, runs: &[Run<'_>], selection: &Selection, lang: Lang) -> Table {
    let columns = ["study", "scenario", "closure", "year", "variable", "sector", "value", "unit"];
    let mut table = Table::new(columns.map(|id| (id.to_owned(), id.to_owned())));
    for run in runs {
        for year in selection.years(run.projection) {
            for variable in selection.variables() {
                push_rows(&mut table, study, run, year, variable, lang);
            }
        }
    }
    table
}

fn push_rows(table: &mut Table, study: &Study, run: &Run<'_>, year: Year, variable: Variable, lang: Lang) {
    let unit = unit_of(variable, study.price_base_year, lang);
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

/// `%` alone for shares and growth, whose prices are in the name of the variable.
fn unit_of(variable: Variable, price_base_year: Year, lang: Lang) -> String {
    if shown_unit(variable).is_percent() {
        unit_name(Unit::Percent, lang)
    } else {
        variable_unit(variable, price_base_year, lang)
    }
}
