//! `kichban ensemble`: bands of a scenario and the probability of its targets.

use super::args::{Arguments, EnsembleArgs, Format, Random, RunArgs};
use super::failure::Failure;
use super::request::Request;
use super::{Reply, exit_code, render, tabled, watched};
use crate::analysis::ensemble::{
    Ensemble, EnsembleOptions, FAN, Proportion, Subject, ensemble as simulate_draws, stated_levers,
};
use crate::engine::{Closure, Kernel, Line, Series, Variable};
use crate::export::{Cell, Table};
use crate::lang::Lang;
use crate::scenario::study::Study;
use crate::scenario::{ResolveError, calibrate_baseline, merged_settings, resolve_settings};
use crate::text::{
    CliText, Numbers, bands_note, chance, ensemble_title, explain_resolve_error, frequency, goal_name, in_scenario,
    line_short, median_and_path, not_measured, shown_decimals, shown_unit, shown_value, together_name, variable_name,
    variable_unit,
};
use std::sync::Arc;

/// Variables that a person asks for first.
const MAIN: [Variable; 3] = [Variable::Grdp, Variable::Output, Variable::ShareConstant];

/// An ensemble of a scenario, and what its series are of.
struct Found {
    scenario: String,
    closure: Closure,
    /// Ids of the lines of the fans.
    lines: Vec<String>,
    ensemble: Ensemble,
}

pub(super) fn ensemble(args: &EnsembleArgs, arguments: &Arguments) -> Result<Reply, Failure> {
    let lang = arguments.lang;
    let mut request = Request::new(&as_run(args), lang)?;
    if args.scenario.is_empty() {
        request.scenarios = vec![request.study.pinned.clone()];
    }
    if let Some(&variable) = request.variables.iter().find(|variable| !variable.spec().is_measured) {
        return Err(Failure::usage(not_measured(variable, lang)));
    }
    let options = EnsembleOptions {
        draws: args.draws as usize,
        seed: args.seed,
        volatility: args.volatility,
        drift: !args.no_drift,
        crash: args.with.contains(&Random::Crash),
        ..EnsembleOptions::default()
    };
    let study = Arc::new(request.study.clone());
    let mut found = Vec::new();
    for scenario in &request.scenarios {
        for &closure in &request.closures {
            let variables = request.variables.clone();
            let one = found_one(
                &study,
                (scenario, closure),
                variables,
                (&options, args.with.contains(&Random::Levers)),
                lang,
            )?;
            found.push(one);
        }
    }
    let years = |year| request.years.is_empty() || request.years.contains(&year);
    if arguments.format == Format::Table {
        let pages = found.iter().map(|one| page(&study, one, &options, &years, lang)).collect::<Vec<_>>();
        return tabled(pages.join("\n").into_bytes(), arguments);
    }
    let mut table = long_table(lang);
    for one in &found {
        add_rows(&mut table, &study, one, &years, lang);
    }
    tabled(render::table(&table, arguments.format, lang), arguments)
}

/// The arguments that `run` has too.
fn as_run(args: &EnsembleArgs) -> RunArgs {
    RunArgs {
        study: args.study.clone(),
        scenario: args.scenario.clone(),
        on: None,
        closure: args.closure,
        variable: args.variable.clone(),
        years: args.years.clone(),
    }
}

fn found_one(
    study: &Arc<Study>,
    (scenario, closure): (&str, Closure),
    variables: Vec<Variable>,
    (options, uncertain): (&EnsembleOptions, bool),
    lang: Lang,
) -> Result<Found, Failure> {
    let (owned, name, mut options) = (Arc::clone(study), scenario.to_owned(), options.clone());
    let work = move |progress: &crate::task::Progress| {
        let unknown = || ResolveError::UnknownCase { id: name.clone() };
        let (parent, _) = owned.lineage(&name).ok_or_else(unknown)?;
        let baseline = calibrate_baseline(&owned, &parent.id)?;
        let settings = merged_settings(&owned, &name)?;
        if uncertain {
            options.levers = stated_levers(&settings);
        }
        let kernel = Kernel::new(&resolve_settings(&owned, &baseline, &settings, closure)?)?;
        let (lines, series) = series(&kernel, &variables);
        let subject = Subject { study: &owned, baseline: &baseline, settings: &settings, closure };
        let ensemble = simulate_draws(subject, &series, &options, progress)?;
        Ok::<_, ResolveError>(ensemble.map(|ensemble| Found { scenario: name, closure, lines, ensemble }))
    };
    match watched(lang, work) {
        Some(Ok(Some(found))) => Ok(found),
        Some(Err(error)) => {
            let inner = explain_resolve_error(&error, Some(study), lang);
            Err(Failure::new(exit_code::INVALID, in_scenario(scenario, &inner, study, lang)))
        }
        Some(Ok(None)) | None => Err(Failure::interrupted(lang)),
    }
}

/// Series of variables over every line that has them, with the ids of the lines.
fn series(kernel: &Kernel, variables: &[Variable]) -> (Vec<String>, Vec<Series>) {
    let inputs = kernel.inputs();
    let sectors = inputs.sectors.iter().enumerate().map(|(s, sector)| (Line::Sector(s), sector.id.as_str()));
    let groups = inputs.groups.iter().enumerate().map(|(g, group)| (Line::Group(g), group.id.as_str()));
    let lines: Vec<(Line, &str)> =
        sectors.chain(groups).chain([(Line::Taxes, "taxes"), (Line::Total, "total")]).collect();
    let variables = if variables.is_empty() { &MAIN[..] } else { variables };
    let buffers = kernel.buffers::<f64>();
    let mut found = (Vec::new(), Vec::new());
    for &variable in variables {
        for (line, id) in &lines {
            let series = Series { variable, line: *line };
            if variable.coverage().has(line.kind()) && kernel.measure(&buffers, series).is_finite() {
                found.0.push((*id).to_owned());
                found.1.push(series);
            }
        }
    }
    found
}

fn page(study: &Study, found: &Found, options: &EnsembleOptions, years: &dyn Fn(i32) -> bool, lang: Lang) -> String {
    let numbers = Numbers::new(lang);
    let fixed = [CliText::ColumnVariable, CliText::ColumnSector, CliText::ColumnUnit, CliText::ColumnYear];
    let headings = fixed.iter().map(|heading| heading.wording(lang));
    let headings = headings.chain([CliText::ColumnPath.wording(lang)]);
    let headings = headings.chain(FAN.map(|probability| numbers.percent(probability, 0)));
    let mut table = Table::new(headings.map(|heading| (String::new(), heading)));
    for (fan, line) in found.ensemble.fans.iter().zip(&found.lines) {
        let variable = fan.series.variable;
        let number =
            |value: f64| Cell::number(Some(shown_value(variable, value)), shown_decimals(shown_unit(variable)));
        let projected = found.ensemble.horizon.years().skip(1).zip(&fan.years).enumerate();
        for (index, (year, quantiles)) in projected.filter(|(_, (year, _))| years(*year)) {
            let mut row = vec![
                Cell::Text(variable_name(variable, lang)),
                Cell::Text(line_short(line, study, lang)),
                Cell::Text(variable_unit(variable, study.price_base_year, lang)),
                Cell::Year(year),
                number(fan.path[index + 1]),
            ];
            row.extend(quantiles.iter().map(|quantile| number(quantile.value)));
            table.rows.push(row);
        }
    }
    let title = ensemble_title(study, &found.scenario, found.closure, lang);
    let bands = String::from_utf8_lossy(&render::table(&table, Format::Table, lang)).into_owned();
    let mut notes = bands_note(options, lang);
    for fan in found.ensemble.fans.iter().filter(|fan| fan.series.line == Line::Total) {
        let name = variable_name(fan.series.variable, lang);
        notes.extend(median_and_path(fan, &name, found.ensemble.horizon.end(), lang));
    }
    let notes = notes.join("\n");
    format!("{title}\n{bands}{notes}\n\n{}", chances(study, found, lang))
}

fn chances(study: &Study, found: &Found, lang: Lang) -> String {
    let headings = [CliText::ColumnTarget, CliText::ColumnYear, CliText::ColumnProbability, CliText::ColumnFrequency];
    let mut table = Table::new(headings.map(|heading| (String::new(), heading.wording(lang))));
    for one in &found.ensemble.chances {
        let name = goal_name(&one.goal, study, lang);
        let [probability, told] = match one.proportion {
            Some(proportion) => [chance(proportion, lang), frequency(proportion, lang)],
            None => [Numbers::new(lang).missing().to_owned(), crate::text::chance_not_random(lang)],
        };
        table.rows.push(vec![Cell::Text(name), Cell::Year(one.goal.year), Cell::Text(probability), Cell::Text(told)]);
    }
    for one in &found.ensemble.together {
        let cells = [chance(one.proportion, lang), frequency(one.proportion, lang)].map(Cell::Text);
        let name = Cell::Text(together_name(one, lang));
        table.rows.push([name, Cell::Year(one.year)].into_iter().chain(cells).collect());
    }
    if table.rows.is_empty() {
        return String::new();
    }
    let rows = String::from_utf8_lossy(&render::table(&table, Format::Table, lang)).into_owned();
    format!("{}\n{rows}", CliText::TableChances.wording(lang))
}

/// Quantiles and probabilities in one long table: a quantile has its probability and the ends of its Monte Carlo error, a target its share of the draws.
fn long_table(lang: Lang) -> Table {
    let columns = [
        ("study", String::from("study")),
        ("scenario", String::from("scenario")),
        ("closure", String::from("closure")),
        ("kind", String::from("kind")),
        ("year", CliText::ColumnYear.wording(lang)),
        ("variable", CliText::ColumnVariable.wording(lang)),
        ("sector", CliText::ColumnSector.wording(lang)),
        ("vintage", String::from("vintage")),
        ("probability", CliText::ColumnProbability.wording(lang)),
        ("value", CliText::ColumnProjected.wording(lang)),
        ("low", CliText::ColumnLow.wording(lang)),
        ("high", CliText::ColumnHigh.wording(lang)),
        ("unit", CliText::ColumnUnit.wording(lang)),
    ];
    Table::new(columns.map(|(id, heading)| (id.to_owned(), heading)))
}

fn add_rows(table: &mut Table, study: &Study, found: &Found, years: &dyn Fn(i32) -> bool, lang: Lang) {
    let head = |kind: &str| [study.id.as_str(), &found.scenario, found.closure.id(), kind].map(Cell::text).to_vec();
    let number = |value: f64| Cell::number(Some(value), 4);
    for (fan, line) in found.ensemble.fans.iter().zip(&found.lines) {
        let variable = fan.series.variable;
        let unit = variable_unit(variable, study.price_base_year, lang);
        let shown = |value: f64| number(shown_value(variable, value));
        let projected = found.ensemble.horizon.years().skip(1).zip(&fan.years);
        for (year, quantiles) in projected.filter(|(year, _)| years(*year)) {
            for (probability, quantile) in FAN.iter().zip(quantiles) {
                let mut row = head("quantile");
                row.extend([Cell::Year(year), Cell::text(variable.id()), Cell::text(line), Cell::Missing]);
                row.extend([number(*probability), shown(quantile.value), shown(quantile.low), shown(quantile.high)]);
                row.push(Cell::text(&unit));
                table.rows.push(row);
            }
        }
    }
    for one in &found.ensemble.chances {
        let Some(figure) = study.targets.get(one.goal.target) else { continue };
        let variable = one.goal.series.variable;
        let line = if figure.line.is_empty() { "total" } else { &figure.line };
        let (low, high) = one.proportion.map(Proportion::interval).unzip();
        let mut row = head(one.goal.aim.id());
        row.extend([Cell::Year(one.goal.year), Cell::text(variable.id()), Cell::text(line)]);
        row.push(Cell::text(&figure.vintage));
        row.push(Cell::number(one.proportion.map(Proportion::share), 4));
        row.extend([number(figure.value), Cell::number(low, 4), Cell::number(high, 4)]);
        row.push(Cell::text(crate::text::unit_name(figure.unit, lang)));
        table.rows.push(row);
    }
    for one in &found.ensemble.together {
        let (low, high) = one.proportion.interval();
        let mut row = head("together");
        row.extend([Cell::Year(one.year), Cell::Missing, Cell::Missing, Cell::text(&one.vintage)]);
        row.extend([number(one.proportion.share()), number(one.targets as f64), number(low), number(high)]);
        row.push(Cell::Missing);
        table.rows.push(row);
    }
}
