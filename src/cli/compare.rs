//! `kichban compare`: scenarios beside the one against which they are measured.

use super::args::{Arguments, CompareArgs, Format};
use super::failure::Failure;
use super::question::{closures, replied};
use super::run::simulated;
use super::{Reply, exit_code, render, request};
use crate::engine::{Closure, Projection, Variable};
use crate::export::{Cell, Table};
use crate::lang::Lang;
use crate::quantity::Year;
use crate::scenario::study::Study;
use crate::scenario::{CalibratedBaseline, ResolveError};
use crate::text::window::{filled, label};
use crate::text::{
    case_name, closure_name, compare_in_percent, displayed, explain_resolve_error, in_scenario, is_percentage,
    line_short, shown_decimals, shown_unit, shown_value, variable_name, variable_unit,
};
use std::collections::BTreeMap;

/// Columns of a file; the screen has the same, with names for ids.
const COLUMNS: [(&str, &str); 12] = [
    ("study", "cli-column-study"),
    ("scenario", "cli-column-scenario"),
    ("closure", "cli-column-closure"),
    ("year", "cli-column-year"),
    ("variable", "cli-column-variable"),
    ("sector", "cli-column-sector"),
    ("value", "cli-column-value"),
    ("against", "cli-column-baseline"),
    ("value_against", "cli-column-value"),
    ("difference", "cli-column-difference"),
    ("percent", "cli-column-percent"),
    ("unit", "cli-column-unit"),
];

pub(super) fn compare(args: &CompareArgs, arguments: &Arguments) -> Result<Reply, Failure> {
    let lang = arguments.lang;
    let study = request::study(args.study.as_deref(), lang)?;
    let against = args.against.as_deref().unwrap_or(&study.pinned);
    let scenarios = request::chosen(&args.scenario, &study, lang)?;
    request::known_case(against, &study, lang)?;
    let variables = args.variable.iter().map(|id| request::variable(id, lang)).collect::<Result<Vec<_>, _>>()?;
    let variables = if variables.is_empty() { render::MAIN.to_vec() } else { variables };
    let years = request::years_of(args.years.as_deref(), lang)?;
    let years = if years.is_empty() { vec![study.horizon] } else { years };
    let screen = arguments.format == Format::Table;
    let columns = COLUMNS.into_iter().filter(|(id, _)| !screen || !["study", "against"].contains(id));
    let mut table = Table::new(columns.map(|(id, key)| (id.to_owned(), label(lang, key))));
    let mut baselines = BTreeMap::new();
    for closure in closures(args.closure, &study) {
        let base = run(&study, against, closure, &mut baselines, lang)?;
        for scenario in scenarios.iter().filter(|id| *id != against) {
            let other = run(&study, scenario, closure, &mut baselines, lang)?;
            let pair = Pair { study: &study, ids: (against, scenario), runs: (&base, &other), closure, screen, lang };
            for &variable in &variables {
                table.rows.extend(pair.rows(variable, &years));
            }
        }
    }
    let title = filled(lang, "compare-difference", &[("name", &case_name(against, Some(&study), lang))]);
    replied(&table, &format!("{title}\n"), "", arguments)
}

fn run<'s>(
    study: &'s Study,
    case: &'s str,
    closure: Closure,
    baselines: &mut BTreeMap<&'s str, CalibratedBaseline>,
    lang: Lang,
) -> Result<Projection, Failure> {
    let projected: Result<_, ResolveError> = simulated(study, case, None, closure, baselines);
    projected.map(|(_, projection)| projection).map_err(|error| {
        let inner = explain_resolve_error(&error, Some(study), lang);
        Failure::new(exit_code::INVALID, in_scenario(case, &inner, study, lang))
    })
}

/// Two runs side by side.
struct Pair<'a> {
    study: &'a Study,
    /// Against which, and which.
    ids: (&'a str, &'a str),
    runs: (&'a Projection, &'a Projection),
    closure: Closure,
    screen: bool,
    lang: Lang,
}

impl Pair<'_> {
    /// Figures that both have, with their difference; shares and growth have no difference in per cent.
    ///
    /// A screen leaves out what `kichban run` leaves out there; files keep every figure.
    fn rows(&self, variable: Variable, years: &[Year]) -> Vec<Vec<Cell>> {
        let mut rows = Vec::new();
        for &year in years {
            for line in self.runs.1.lines() {
                let runs = [self.runs.0, self.runs.1];
                if runs.iter().any(|run| run.value(variable, line, year).is_none()) {
                    continue;
                }
                let pair = runs.map(|run| {
                    let value = if self.screen {
                        displayed(run, variable, line, year)
                    } else {
                        run.value(variable, line, year)
                    };
                    value.map(|value| shown_value(variable, value))
                });
                rows.push(self.row((variable, self.runs.1.line_id(line), year), pair));
            }
        }
        rows
    }

    fn row(&self, (variable, line, year): (Variable, &str, Year), [base, other]: [Option<f64>; 2]) -> Vec<Cell> {
        let (study, lang) = (self.study, self.lang);
        let unit = shown_unit(variable);
        let decimals = shown_decimals(unit);
        let named = |id: &str, name: String| Cell::text(if self.screen { name } else { id.to_owned() });
        let both = base.zip(other);
        let percent =
            both.filter(|_| !is_percentage(variable)).and_then(|(base, other)| compare_in_percent(base, other));
        let study_id = (!self.screen).then(|| Cell::text(&study.id));
        let against = (!self.screen).then(|| Cell::text(self.ids.0));
        let number = |value| Cell::number(value, decimals);
        let head = [
            named(self.ids.1, case_name(self.ids.1, Some(study), lang)),
            named(self.closure.id(), closure_name(self.closure, lang)),
            Cell::Year(year),
            named(variable.id(), variable_name(variable, lang)),
            named(line, line_short(line, study, lang)),
            number(other),
        ];
        let tail = [
            number(base),
            number(both.map(|(base, other)| other - base)),
            Cell::number(percent, 1),
            Cell::text(variable_unit(variable, study.price_base_year, lang)),
        ];
        study_id.into_iter().chain(head).chain(against).chain(tail).collect()
    }
}
