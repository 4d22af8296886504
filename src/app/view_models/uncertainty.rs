//! The view Uncertainty: the fan, the probability of each target, other volatilities, and which assumption matters.

use super::context::StateReader;
use super::distribution::{distribution_chart, distribution_years};
use super::fan_words::{fan_name, fan_value};
use super::overview::{history_line, share_history, target_marks};
use crate::analysis::ensemble::{Ensemble, FAN, Fan, Proportion, TargetChance, UncertainLever};
use crate::analysis::narrowed::Ranked;
use crate::analysis::sobol::Estimate;
use crate::app::ensemble_job::{UncertaintyFindings, VolatilityRow};
use crate::app::workspace::uncertainty::FanOf;
use crate::chart::distribution::DistributionChart;
use crate::chart::fan::{Band, BandEnd, EndOf, FanChart};
use crate::chart::model::{EndText, LineChart, Series, SeriesGroup, YRange};
use crate::engine::{TOTAL_LINE, Variable};
use crate::export::{Table, input_shifts_table};
use crate::quantity::{PriceBasis, Year};
use crate::scenario::BandSource;
use crate::scenario::figure::Quantity;
use crate::text::words::{filled, label};
use crate::text::{
    band_basis_notes, bands_note, chance, chance_not_random, explain_analysis_error, explain_narrowed,
    explain_resolve_error, frequency, goal_name, idle_input_notes, lever_figure_fixed, lever_name, lever_name_in_years,
    lever_unit_short, median_and_path, note_noisy_indices, paired_note, progress_line, refused_input, shown_size,
    together_name, variable_unit, vintage_name,
};

/// Paths that stand for all, each a dot.
const DOTS: usize = 200;
/// Years of history below which the widths of bands are said to be reference values.
const LONG_HISTORY: usize = 8;

/// A probability, ready to show.
#[derive(Debug, Clone, PartialEq)]
pub struct ChanceRow {
    /// What would hold.
    pub name: String,
    /// The probability in writing.
    pub value: String,
    /// "About 38 of 200 paths", and the interval.
    pub told: String,
    /// Paths of two hundred in which it holds; drawn as dots where there are any to draw.
    pub dots: Option<usize>,
}

/// Share of the variance owed to a lever.
#[derive(Debug, Clone, PartialEq)]
pub struct IndexRow {
    /// The lever.
    pub name: String,
    /// Its range.
    pub range: String,
    /// First and total index, for the bar.
    pub values: (f64, f64),
    /// Both in writing.
    pub value: String,
    /// Both with their intervals in writing.
    pub told: String,
}

/// The view Uncertainty.
#[derive(Debug, Clone, Default)]
pub struct UncertaintyPage {
    /// Names of the series to choose from, and the chosen one.
    pub choices: Vec<String>,
    /// Position of the chosen series.
    pub chosen: usize,
    /// The fan; `None` without an ensemble.
    pub chart: Option<LineChart>,
    /// The distribution of a year; `None` if all paths are equal.
    pub distribution: Option<DistributionChart>,
    /// Years whose distribution can be shown, each with its name.
    pub years: Vec<(Year, String)>,
    /// Probabilities, the main goal first.
    pub chances: Vec<ChanceRow>,
    /// Targets that no random input moves, with the reason.
    pub fixed: Option<String>,
    /// What is tried with other volatilities.
    pub volatility_about: String,
    /// Assumption, probability, band.
    pub volatility: Vec<[String; 3]>,
    /// Whether there is a goal whose probability other volatilities change.
    pub has_goal: bool,
    /// Targets whose probability can be followed, by their position in the study, and the one that is.
    pub goals: Vec<(usize, String)>,
    /// Position of the followed one in that list.
    pub goal: Option<usize>,
    /// What is tried with each input of the simulation.
    pub shifts_about: String,
    /// Inputs of the simulation and what the probability becomes; empty without a goal.
    pub shifts: Option<Table>,
    /// Why inputs have no effect.
    pub shift_notes: Vec<String>,
    /// What the indices are of.
    pub indices_about: String,
    /// Share of the variance by lever.
    pub indices: Vec<IndexRow>,
    /// Levers that are drawn over less than their range, or not at all, with the reason.
    pub narrowed: Vec<String>,
    /// How far the figure is from that of the case that it is compared with, on the same paths.
    pub difference: Option<String>,
    /// What bands mean and what they do not.
    pub notes: Vec<String>,
    /// What must be known before bands are believed.
    pub warnings: Vec<String>,
    /// Why there is no ensemble.
    pub error: Option<String>,
    /// How far the full ensemble has come.
    pub running: Option<String>,
    /// Whether the scenario has levers with a low and a high value.
    pub has_ranges: bool,
}

/// The view for the selected case.
pub fn uncertainty_page(reader: &StateReader<'_>) -> UncertaintyPage {
    let state = reader.state;
    let chosen = state.workspace.uncertainty.fan_of;
    let headline = reader.line_short(&state.study.structure.headline);
    let mut page = UncertaintyPage {
        choices: vec![headline, label(reader.lang, "uncertainty-grdp"), label(reader.lang, "uncertainty-share")],
        chosen: FanOf::ALL.iter().position(|one| *one == chosen).unwrap_or(0),
        running: state.uncertainty.progress().map(|parts| progress_line(parts, reader.lang)),
        has_ranges: has_ranges(reader),
        warnings: warnings(reader, chosen),
        ..UncertaintyPage::default()
    };
    let Some(answer) = state.uncertainty.answer() else { return page };
    match &answer.found {
        Ok(found) => fill(reader, &mut page, found),
        Err(error) => {
            let told = explain_resolve_error(error, Some(&state.study), reader.lang);
            page.error = Some(format!("{} {}", told.sentence, told.hint));
        }
    }
    page
}

fn has_ranges(reader: &StateReader<'_>) -> bool {
    let prepared = reader.state.derived.prepared_case(&reader.state.workspace.selected);
    prepared.is_some_and(|case| !crate::analysis::ensemble::stated_levers(&case.settings).is_empty())
}

fn fill(reader: &StateReader<'_>, page: &mut UncertaintyPage, found: &UncertaintyFindings) {
    let ensemble = &found.ensemble;
    if let Some(fan) = ensemble.fans.get(page.chosen) {
        page.chart = Some(chart(reader, ensemble, fan));
        page.distribution = distribution_chart(reader, ensemble, fan);
        page.years = distribution_years(reader, ensemble);
        page.notes = band_basis_notes(&ensemble.bands, reader.lang);
        page.notes.extend(bands_note(&found.options, reader.lang));
        let year = ensemble.horizon.end();
        page.notes.extend(median_and_path(fan, &fan_name(reader, fan), year, reader.lang));
        page.notes.extend(median_error(reader, ensemble, fan));
        let paired = found.paired.iter().find(|one| one.series == fan.series);
        page.difference = paired.and_then(|one| {
            let study = &reader.state.study;
            let reference = study.reference_of(&reader.state.workspace.selected);
            paired_note(one, (&fan_name(reader, fan), reference), study, reader.lang)
        });
        let goal = chosen_goal(reader, found);
        page.volatility_about = volatility_about(reader, (found, goal), fan);
        page.has_goal = goal.is_some();
        page.volatility =
            found.volatility.iter().map(|row| volatility_row(reader, (row, goal, ensemble), fan)).collect();
        fill_shifts(reader, page, found, goal);
    }
    let (study, lang) = (&reader.state.study, reader.lang);
    let refused = found.refused.iter();
    page.notes.extend(refused.map(|one| refused_input((one.input, one.factor), &one.error, study, lang)));
    page.chances = chances(reader, found);
    page.fixed = list_fixed(reader, ensemble);
    if let (Some(ranked), Some(fan)) = (&found.sensitivity, ensemble.fans.get(page.chosen)) {
        match ranked {
            Ok(ranked) => fill_indices(reader, page, ranked, fan, ensemble.horizon.end()),
            Err(error) => {
                let told = explain_analysis_error(error, &reader.state.study, reader.lang);
                page.indices_about = format!("{} {}", told.sentence, told.hint);
            }
        }
    }
}

/// The goal whose probability is followed, by its position in the ensemble: the one that was chosen, else the headline one.
fn chosen_goal(reader: &StateReader<'_>, found: &UncertaintyFindings) -> Option<usize> {
    let asked = reader.state.workspace.uncertainty.target;
    let is_asked = |chance: &TargetChance| asked == Some(chance.goal.target) && chance.proportion.is_some();
    found.ensemble.chances.iter().position(is_asked).or(found.main_goal)
}

/// What each input of the simulation does to the probability that is followed.
fn fill_shifts(reader: &StateReader<'_>, page: &mut UncertaintyPage, found: &UncertaintyFindings, goal: Option<usize>) {
    let chances = &found.ensemble.chances;
    let random = chances.iter().filter(|chance| chance.proportion.is_some());
    page.goals = random.map(|chance| (chance.goal.target, goal_title(reader, chance))).collect();
    let Some(chance) = goal.and_then(|goal| chances.get(goal)) else { return };
    page.goal = page.goals.iter().position(|(target, _)| *target == chance.goal.target);
    let Some(position) = goal.filter(|_| !found.shifts.is_empty()) else { return };
    page.shifts_about = filled(reader.lang, "uncertainty-shifts-about", &[("goal", &goal_title(reader, chance))]);
    page.shifts = Some(input_shifts_table(&found.shifts, (position, chance.proportion), reader.lang));
    page.shift_notes = idle_input_notes(&found.shifts, reader.lang);
}

/// A goal with its vintage and year.
fn goal_title(reader: &StateReader<'_>, chance: &TargetChance) -> String {
    let study = &reader.state.study;
    let vintage = study.targets.get(chance.goal.target).map_or("", |figure| &figure.vintage);
    let vintage = vintage_name(vintage, reader.lang);
    let year = reader.numbers.year(chance.goal.year);
    format!("{} ({vintage}, {year})", goal_name(&chance.goal, study, reader.lang))
}

/// The indices, and what must be said of levers that were not drawn as they were asked for.
fn fill_indices(reader: &StateReader<'_>, page: &mut UncertaintyPage, ranked: &Ranked, fan: &Fan, year: Year) {
    let (study, lang) = (&reader.state.study, reader.lang);
    page.narrowed = ranked.narrowed.iter().map(|one| explain_narrowed(one, study, lang)).collect();
    let Some(sensitivity) = &ranked.found else { return };
    let arguments = [("name", fan_name(reader, fan)), ("year", reader.numbers.year(year))];
    let arguments = arguments.each_ref().map(|(name, value)| (*name, value.as_str()));
    page.indices_about = filled(lang, "uncertainty-sobol-about", &arguments);
    let rows = || ranked.levers.iter().zip(&sensitivity.inputs);
    let noisy = rows().filter(|(_, input)| input.is_first_noise());
    let names: Vec<String> = noisy.map(|(lever, _)| lever_name(&lever.key, study, lang)).collect();
    if let Some(note) = note_noisy_indices(&names, sensitivity.sum_first(), lang) {
        page.indices_about = format!("{} {note}", page.indices_about);
    }
    page.indices = rows().map(|(lever, input)| index_row(reader, lever, input.first, input.total)).collect();
}

/// The fan as a chart of lines.
fn chart(reader: &StateReader<'_>, ensemble: &Ensemble, fan: &Fan) -> LineChart {
    let study = &reader.state.study;
    let variable = fan.series.variable;
    let case = &reader.state.workspace.selected;
    let scale = shown_size(variable);
    let years: Vec<i32> = ensemble.horizon.years().collect();
    let path = |values: &[f64]| -> Vec<(i32, f64)> {
        years.iter().copied().zip(values.iter().map(|value| value * scale)).collect()
    };
    let edge = |probability: usize| -> Vec<(i32, f64)> {
        let first = fan.path.first().copied().into_iter();
        let values: Vec<f64> = first.chain(fan.years.iter().map(|year| year[probability].value)).collect();
        path(&values)
    };
    let per_cent = |band: usize| reader.numbers.percent(FAN[FAN.len() - 1 - band] - FAN[band], 0);
    let bands: Vec<Band> =
        (0..3).map(|band| Band { name: per_cent(band), low: edge(band), high: edge(FAN.len() - 1 - band) }).collect();
    let median = edge(FAN.len() / 2);
    let title = format!("{}, {}", fan_name(reader, fan), reader.name(case));
    let unit = variable_unit(variable, study.price_base_year, reader.lang);
    let draws = reader.numbers.decimal(ensemble.draws as f64, 0);
    let line = if variable == Variable::Grdp { TOTAL_LINE } else { study.structure.headline.as_str() };
    let history = vec![if variable == Variable::ShareConstant {
        share_history(reader, line, true)
    } else {
        history_line(reader, Quantity::Output, line, Some(PriceBasis::Constant))
    }];
    let first =
        history.iter().flat_map(|line| &line.points).map(|point| point.0).min().unwrap_or(ensemble.horizon.base());
    let ends = ends(reader, &bands, &median);
    let text = ends.iter().map(|end| format!("{} {}", end.value_text, end.name)).collect::<Vec<_>>().join("; ");
    LineChart {
        id: format!("fan-{}", variable.id()),
        quantity: title.clone(),
        alt: format!("{title}, {unit}: {text}"),
        unit_line: filled(reader.lang, "uncertainty-unit", &[("unit", &unit), ("draws", &draws)]),
        title,
        years: (first.min(ensemble.horizon.base()), ensemble.horizon.end()),
        y_range: if variable == Variable::ShareConstant { YRange::Auto } else { YRange::FromZero },
        decimals: 1,
        now: Some(ensemble.horizon.base()),
        groups: vec![SeriesGroup { heading: None, series: vec![median_line(reader, case, median)] }],
        targets: target_marks(reader, variable, line),
        history,
        fan: Some(FanChart {
            color: reader.style(case).color,
            bands,
            paths: fan.samples.iter().map(|sample| path(sample)).collect(),
            ends,
        }),
        end_text: EndText::Value,
        ..LineChart::default()
    }
}

fn median_line(reader: &StateReader<'_>, case: &str, points: Vec<(i32, f64)>) -> Series {
    let name = label(reader.lang, "uncertainty-median");
    let series = reader.case_series(case, points, String::new());
    Series { short_name: name.clone(), full_name: name, emphasised: true, ..series }
}

/// Ends of the bands in the last year, from the highest down.
fn ends(reader: &StateReader<'_>, bands: &[Band], median: &[(i32, f64)]) -> Vec<BandEnd> {
    let end = |points: &[(i32, f64)], name: &str, of: EndOf| {
        let value = points.last().map_or(f64::NAN, |point| point.1);
        BandEnd { value, value_text: reader.numbers.decimal(value, 1), name: name.to_owned(), of }
    };
    let mut ends: Vec<BandEnd> = bands.iter().map(|band| end(&band.high, &band.name, EndOf::Band)).collect();
    ends.push(end(median, &label(reader.lang, "uncertainty-median"), EndOf::Median));
    ends.extend(bands.iter().rev().map(|band| end(&band.low, &band.name, EndOf::Band)));
    ends
}

/// Between which values the median of the last year lies, given the number of paths.
fn median_error(reader: &StateReader<'_>, ensemble: &Ensemble, fan: &Fan) -> Option<String> {
    let median = fan.years.last()?.get(FAN.len() / 2)?;
    let interval = format!("{}–{}", fan_value(reader, fan, median.low), fan_value(reader, fan, median.high));
    let year = reader.numbers.year(ensemble.horizon.end());
    Some(filled(reader.lang, "uncertainty-error", &[("year", &year), ("interval", &interval)]))
}

fn chance_row(reader: &StateReader<'_>, name: String, proportion: Proportion, is_main: bool) -> ChanceRow {
    ChanceRow {
        name,
        value: chance(proportion, reader.lang),
        told: frequency(proportion, reader.lang),
        dots: is_main.then(|| proportion.natural_frequency(DOTS)),
    }
}

/// The main goal with its dots, all of its vintage together, then the others, the last year first.
fn chances(reader: &StateReader<'_>, found: &UncertaintyFindings) -> Vec<ChanceRow> {
    let ensemble = &found.ensemble;
    let study = &reader.state.study;
    let vintage = |chance: &TargetChance| study.targets.get(chance.goal.target).map_or("", |figure| &figure.vintage);
    let name = |chance: &TargetChance| goal_title(reader, chance);
    let main_goal = found.main_goal.and_then(|position| ensemble.chances.get(position));
    let mut rows = Vec::new();
    if let Some((chance, proportion)) = main_goal.and_then(|chance| Some((chance, chance.proportion?))) {
        rows.push(chance_row(reader, name(chance), proportion, true));
        let own = |together: &&crate::analysis::ensemble::TogetherChance| together.vintage == vintage(chance);
        let together = ensemble.together.iter().find(own);
        rows.extend(together.map(|one| chance_row(reader, together_name(one, reader.lang), one.proportion, true)));
    }
    let mut others: Vec<&TargetChance> = ensemble
        .chances
        .iter()
        .enumerate()
        .filter(|(at, _)| Some(*at) != found.main_goal)
        .map(|(_, one)| one)
        .collect();
    others.sort_by_key(|chance| -chance.goal.year);
    for chance in others {
        rows.extend(chance.proportion.map(|proportion| chance_row(reader, name(chance), proportion, false)));
    }
    let main_vintage = main_goal.map(vintage);
    for one in ensemble.together.iter().filter(|one| Some(one.vintage.as_str()) != main_vintage) {
        rows.push(chance_row(reader, together_name(one, reader.lang), one.proportion, false));
    }
    rows
}

/// One sentence for all targets that no path differs in.
fn list_fixed(reader: &StateReader<'_>, ensemble: &Ensemble) -> Option<String> {
    let study = &reader.state.study;
    let mut names: Vec<String> = Vec::new();
    for chance in ensemble.chances.iter().filter(|chance| chance.proportion.is_none()) {
        let year = reader.numbers.year(chance.goal.year);
        let name = format!("{} ({year})", goal_name(&chance.goal, study, reader.lang));
        if !names.contains(&name) {
            names.push(name);
        }
    }
    (!names.is_empty()).then(|| format!("{}: {}.", chance_not_random(reader.lang), names.join("; ")))
}

fn volatility_about(
    reader: &StateReader<'_>,
    (found, goal): (&UncertaintyFindings, Option<usize>),
    fan: &Fan,
) -> String {
    let year = reader.numbers.year(found.ensemble.horizon.end());
    let name = fan_name(reader, fan);
    let Some(chance) = goal.and_then(|position| found.ensemble.chances.get(position)) else {
        return filled(reader.lang, "uncertainty-volatility-band", &[("name", &name), ("year", &year)]);
    };
    let goal = goal_name(&chance.goal, &reader.state.study, reader.lang);
    filled(reader.lang, "uncertainty-volatility-about", &[("goal", &goal), ("name", &name), ("year", &year)])
}

fn volatility_row(
    reader: &StateReader<'_>,
    (row, goal, ensemble): (&VolatilityRow, Option<usize>, &Ensemble),
    fan: &Fan,
) -> [String; 3] {
    let taken = ensemble.bands.taken();
    let is_assumed = (row.factor - 1.0).abs() < 1e-9;
    let (as_it_is, times) = match taken {
        BandSource::Own => ("uncertainty-volatility-assumed", "uncertainty-volatility-factor"),
        BandSource::Tested => ("uncertainty-volatility-tested", "uncertainty-volatility-factor-tested"),
    };
    let name = match (row.drift, is_assumed) {
        (true, true) => label(reader.lang, as_it_is),
        (true, false) => {
            let factor = reader.numbers.write_trimmed(row.factor, 2);
            filled(reader.lang, times, &[("factor", &factor)])
        }
        (false, _) => label(reader.lang, "uncertainty-volatility-no-drift"),
    };
    let proportion = goal.and_then(|goal| *row.chances.get(goal)?);
    let probability = proportion.map_or_else(|| reader.numbers.missing().to_owned(), |one| chance(one, reader.lang));
    let band = format!("{}–{}", fan_value(reader, fan, row.band.0), fan_value(reader, fan, row.band.1));
    [name, probability, band]
}

fn index_row(reader: &StateReader<'_>, lever: &UncertainLever, first: Estimate, total: Estimate) -> IndexRow {
    let spec = lever.key.lever.spec();
    let shown = |value: f64| lever_figure_fixed(spec, spec.to_shown(value), spec.decimals, reader.lang);
    let two = |value: f64| reader.numbers.decimal(value, 2);
    let interval = |one: Estimate| format!("{} ({} … {})", two(one.value), two(one.low), two(one.high));
    IndexRow {
        name: lever_name_in_years(&lever.key, lever.years, &reader.state.study, reader.lang),
        range: format!("{} … {} {}", shown(lever.low), shown(lever.high), lever_unit_short(spec, reader.lang)),
        values: (first.value, total.value),
        value: format!("{} / {}", two(first.value), two(total.value)),
        told: filled(
            reader.lang,
            "uncertainty-sobol-told",
            &[("first", &interval(first)), ("total", &interval(total))],
        ),
    }
}

/// Too short a history, or years beyond every target.
fn warnings(reader: &StateReader<'_>, chosen: FanOf) -> Vec<String> {
    let study = &reader.state.study;
    let mut warnings = Vec::new();
    let line = match chosen {
        FanOf::Grdp => TOTAL_LINE,
        FanOf::Output | FanOf::Share => study.structure.headline.as_str(),
    };
    let history = crate::analysis::history(study, Quantity::Output, line, Some(PriceBasis::Constant));
    let answer = reader.state.uncertainty.answer().and_then(|answer| answer.found.as_ref().ok());
    // A volatility that the study states does not come from its observations.
    let is_observed = answer.is_none_or(|found| found.ensemble.bands.taken() == BandSource::Tested);
    if is_observed && history.len() < LONG_HISTORY {
        warnings.push(crate::text::words::count_text(reader.lang, "warning-short-history", history.len()));
    }
    let last = study.targets.iter().filter_map(|figure| figure.year).max();
    if let Some(last) = last.filter(|last| *last < study.horizon) {
        let year = reader.numbers.year(last);
        warnings.push(filled(reader.lang, "warning-beyond-calibration", &[("year", &year)]));
    }
    warnings
}
