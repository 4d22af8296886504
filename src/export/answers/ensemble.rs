//! Ensembles: bands of a scenario and the probability of its targets.

use super::named::Namer;
use crate::analysis::GENERATOR;
use crate::analysis::ensemble::{Ensemble, FAN, Fan, InputShift, Proportion, TargetChance, TogetherChance};
use crate::engine::{Closure, TOTAL_LINE, Variable};
use crate::export::{Cell, Column, Head, Table};
use crate::lang::Lang;
use crate::quantity::Year;
use crate::scenario::study::Study;
use crate::text::{
    Numbers, chance, chance_not_random, frequency, goal_of_vintage, idle_input_reason, shown_decimals, shown_unit,
    shown_value, simulation_input_name, together_name, unit_at_prices, variable_unit,
};

/// An ensemble of a scenario, and what its series are of.
#[derive(Debug, Clone, Copy)]
pub struct EnsembleRun<'a> {
    /// Id of the baseline or scenario.
    pub scenario: &'a str,
    /// Closure.
    pub closure: Closure,
    /// Ids of the lines of the fans.
    pub lines: &'a [String],
    /// What was found.
    pub ensemble: &'a Ensemble,
}

impl<'a> EnsembleRun<'a> {
    /// Fans with their line, each projected year of the wanted ones with its position.
    fn years(&self, fan: &'a Fan, wanted: &[Year]) -> Vec<(usize, Year)> {
        let years = self.ensemble.horizon.years().skip(1).take(fan.years.len()).enumerate();
        years.filter(|(_, year)| wanted.is_empty() || wanted.contains(year)).collect()
    }
}

const BANDS: [Head; 5] =
    [Head::new("variable"), Head::new("sector"), Head::new("unit"), Head::new("year"), Head::new("path")];

/// The quantiles of each series in the wanted years, across; an empty list wants all years.
pub fn bands_table(study: &Study, run: &EnsembleRun<'_>, years: &[Year], lang: Lang) -> Table {
    let namer = Namer { study, lang };
    let mut table = Table::new(BANDS.map(|head| head.to_column(lang)).into_iter().chain(quantiles(lang)));
    for (fan, line) in run.ensemble.fans.iter().zip(run.lines) {
        let variable = fan.series.variable;
        for (index, year) in run.years(fan, years) {
            let mut row = vec![
                namer.variable(variable),
                namer.line(line),
                Cell::text(variable_unit(variable, study.price_base_year, lang)),
                Cell::Year(year),
                displayed(fan, fan.path[index + 1]),
            ];
            row.extend(fan.years[index].iter().map(|quantile| displayed(fan, quantile.value)));
            table.rows.push(row);
        }
    }
    table
}

/// The quantiles of GRDP in the last year, a row for each run that has them.
pub fn last_bands_table(study: &Study, runs: &[EnsembleRun<'_>], lang: Lang) -> Table {
    let scenario = Head::new("scenario").to_column(lang);
    let mut table = Table::new(std::iter::once(scenario).chain(quantiles(lang)));
    table.rows.extend(runs.iter().filter_map(|run| {
        let fan = run.ensemble.fans.iter().find(|fan| fan.series.variable == Variable::Grdp)?;
        let figures = fan.years.last()?.iter().map(|quantile| displayed(fan, quantile.value));
        Some(std::iter::once(Namer { study, lang }.case(run.scenario)).chain(figures).collect())
    }));
    table
}

/// A column for each quantile of a fan.
fn quantiles(lang: Lang) -> impl Iterator<Item = Column> {
    let numbers = Numbers::new(lang);
    FAN.into_iter().map(move |at| Column::new(format!("q{}", 100.0 * at), numbers.percent(at, 0)))
}

/// A value of the variable of a fan, as people read it.
fn displayed(fan: &Fan, value: f64) -> Cell {
    let variable = fan.series.variable;
    Cell::number(Some(shown_value(variable, value)), shown_decimals(shown_unit(variable)))
}

const CHANCES: [Head; 4] = [
    Head::new("target").with_heading("workbook-target"),
    Head::new("year"),
    Head::new("probability"),
    Head::new("in_other_words"),
];

/// The probability of single targets and of all targets of a plan together, in words.
pub fn chances_table<'a>(
    study: &Study,
    single: impl IntoIterator<Item = &'a TargetChance>,
    together: impl IntoIterator<Item = &'a TogetherChance>,
    lang: Lang,
) -> Table {
    let mut table = Table::with_heads(&CHANCES, lang);
    let written = |proportion| [chance(proportion, lang), frequency(proportion, lang)];
    for one in single {
        let fixed = || [Numbers::new(lang).missing().to_owned(), chance_not_random(lang)];
        let [probability, told] = one.proportion.map_or_else(fixed, written).map(Cell::Text);
        table.rows.push(vec![
            Cell::text(goal_of_vintage(&one.goal, study, lang)),
            Cell::Year(one.goal.year),
            probability,
            told,
        ]);
    }
    for one in together {
        let [probability, told] = written(one.proportion).map(Cell::Text);
        table.rows.push(vec![Cell::text(together_name(one, lang)), Cell::Year(one.year), probability, told]);
    }
    table
}

/// On pages the reasons stand below the table, each once.
const SHIFTED: [Head; 5] = [
    Head::new("input"),
    Head::new("quarter_lower"),
    Head::new("as_it_is"),
    Head::new("quarter_higher"),
    Head::new("does_not_act_because").only_in_files(),
];

/// What the probability of a goal becomes with each input of the simulation a quarter lower and a quarter higher; `goal` is
/// its position in the ensemble, `now` its probability as things are.
pub fn input_shifts_table(shifts: &[InputShift], (goal, now): (usize, Option<Proportion>), lang: Lang) -> Table {
    let mut table = Table::with_heads(&SHIFTED, lang);
    let written = |one: Option<Proportion>| one.map_or(Cell::Missing, |one| Cell::Text(chance(one, lang)));
    for shift in shifts {
        let [lower, higher] =
            shift.chances.each_ref().map(|chances| chances.as_ref().and_then(|all| *all.get(goal)?));
        let reason = shift.idle.map_or(Cell::Missing, |idle| Cell::Text(idle_input_reason(idle, lang)));
        let as_it_is = written(now.filter(|_| shift.idle.is_none()));
        table.rows.push(vec![
            Cell::Text(simulation_input_name(shift.input, lang)),
            written(lower),
            as_it_is,
            written(higher),
            reason,
        ]);
    }
    table
}

const LONG: [Head; 16] = [
    Head::new("study").only_in_files(),
    Head::new("scenario").only_in_files(),
    Head::new("closure").only_in_files(),
    Head::new("kind").only_in_files(),
    Head::new("year").only_in_files(),
    Head::new("variable").only_in_files(),
    Head::new("sector").only_in_files(),
    Head::new("vintage").only_in_files(),
    Head::new("probability").only_in_files(),
    Head::new("value").only_in_files(),
    Head::new("low").only_in_files(),
    Head::new("high").only_in_files(),
    Head::new("unit").only_in_files(),
    Head::new("draws").only_in_files(),
    Head::new("seed").only_in_files(),
    Head::new("generator").only_in_files(),
];

/// Quantiles and probabilities in one long table for files: a quantile has its probability and the ends of its Monte Carlo error, a target its share of the draws.
///
/// Every row says of which draws it is, so that an older figure can be explained.
pub fn ensemble_table(study: &Study, runs: &[EnsembleRun<'_>], years: &[Year], lang: Lang) -> Table {
    let mut table = Table::with_heads(&LONG, lang);
    for run in runs {
        let start = table.rows.len();
        push_quantiles(&mut table, study, run, years, lang);
        push_chances(&mut table, study, run, lang);
        let Ensemble { draws, seed, .. } = run.ensemble;
        for row in table.rows.iter_mut().skip(start) {
            // A seed is a name, and may have more digits than a number keeps.
            row.extend([Cell::number(Some(*draws as f64), 0), Cell::text(seed.to_string()), Cell::text(GENERATOR)]);
        }
    }
    table
}

fn head(study: &Study, run: &EnsembleRun<'_>, kind: &str) -> Vec<Cell> {
    [study.id.as_str(), run.scenario, run.closure.id(), kind].map(Cell::text).to_vec()
}

fn number(value: f64) -> Cell {
    Cell::number(Some(value), 4)
}

fn push_quantiles(table: &mut Table, study: &Study, run: &EnsembleRun<'_>, years: &[Year], lang: Lang) {
    for (fan, line) in run.ensemble.fans.iter().zip(run.lines) {
        let variable = fan.series.variable;
        let unit = variable_unit(variable, study.price_base_year, lang);
        let shown = |value: f64| number(shown_value(variable, value));
        for (index, year) in run.years(fan, years) {
            for (probability, quantile) in FAN.iter().zip(&fan.years[index]) {
                let mut row = head(study, run, "quantile");
                row.extend([Cell::Year(year), Cell::text(variable.id()), Cell::text(line), Cell::Missing]);
                row.extend([number(*probability), shown(quantile.value), shown(quantile.low), shown(quantile.high)]);
                row.push(Cell::text(&unit));
                table.rows.push(row);
            }
        }
    }
}

fn push_chances(table: &mut Table, study: &Study, run: &EnsembleRun<'_>, lang: Lang) {
    for one in &run.ensemble.chances {
        let Some(figure) = study.targets.get(one.goal.target) else { continue };
        let variable = one.goal.series.variable;
        let line = if figure.line.is_empty() { TOTAL_LINE } else { &figure.line };
        let (low, high) = one.proportion.map(Proportion::interval).unzip();
        let mut row = head(study, run, one.goal.aim.id());
        row.extend([Cell::Year(one.goal.year), Cell::text(variable.id()), Cell::text(line)]);
        row.push(Cell::text(&figure.vintage));
        row.push(Cell::number(one.proportion.map(Proportion::share), 4));
        row.extend([number(figure.value), Cell::number(low, 4), Cell::number(high, 4)]);
        row.push(Cell::text(unit_at_prices(figure.unit, figure.price_basis, study.price_base_year, lang)));
        table.rows.push(row);
    }
    for one in &run.ensemble.together {
        let (low, high) = one.proportion.interval();
        let mut row = head(study, run, "together");
        row.extend([Cell::Year(one.year), Cell::Missing, Cell::Missing, Cell::text(&one.vintage)]);
        row.extend([number(one.proportion.share()), number(one.targets as f64), number(low), number(high)]);
        row.push(Cell::Missing);
        table.rows.push(row);
    }
}
