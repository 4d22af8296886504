//! Words for ensembles, sensitivity and back-tests: probabilities that are never certain, notes under bands, headings of scores.

use super::catalog::{message, message_with};
use super::explain::{Explanation, explain};
use super::names::{
    capitalise, case_name, closure_name, lever_name, line_name, line_short, quantity_name, variable_name, vintage_name,
};
use super::number::Numbers;
use super::units::{shown_decimals, shown_unit, shown_value, unit_at_prices, unit_name, variable_unit, with_unit};
use super::words::period;
use crate::analysis::GENERATOR;
use crate::analysis::backtest::{
    Backtest, BacktestOptions, FEWEST_PEERS, ForecastMethod, Panel, PanelError, PanelMeasure,
};
use crate::analysis::ensemble::{
    BandBasis, Chance, EnsembleOptions, FAN, Fan, JudgedTarget, PairedDifference, Proportion, TOLD_OF, TogetherChance,
};
use crate::calibration::forecast::VolatilityClass;
use crate::engine::{Closure, MeasuredSeries, TOTAL_LINE, Variable};
use crate::lang::Lang;
use crate::quantity::{Unit, Year};
use crate::scenario::figure::{Aim, Figure};
use crate::scenario::setting::LeverKey;
use crate::scenario::study::Study;
use crate::scenario::{BandSource, KnownVolatility};

/// Decimals with which a target is written at most: as its document states it.
const MOST_DECIMALS: usize = 3;

/// A probability as it may be said: never 0 or 100 %.
pub fn chance(proportion: Proportion, lang: Lang) -> String {
    match proportion.chance() {
        Chance::BelowOnePercent => message(lang, "chance-below-one"),
        Chance::AboveNinetyNinePercent => message(lang, "chance-above-ninety-nine"),
        Chance::About(share) => Numbers::new(lang).percent(share, 0),
    }
}

/// "About 38 of 200 paths", and the interval of the probability.
pub fn frequency(proportion: Proportion, lang: Lang) -> String {
    let numbers = Numbers::new(lang);
    let (low, high) = apart(proportion.interval());
    let interval = format!("{}–{}", numbers.decimal(100.0 * low, 1), numbers.percent(high, 1));
    let hits = proportion.natural_frequency(TOLD_OF);
    let key = match hits {
        0 => "chance-frequency-least",
        TOLD_OF => "chance-frequency-most",
        _ => "chance-frequency",
    };
    let hits = hits.clamp(1, TOLD_OF - 1);
    let arguments = [
        ("hits", numbers.decimal(hits as f64, 0).into()),
        ("draws", numbers.decimal(TOLD_OF as f64, 0).into()),
        ("interval", interval.into()),
    ];
    message_with(lang, key, &arguments)
}

/// The ends of an interval, outward to a tenth of a per cent where both would be written alike.
fn apart((low, high): (f64, f64)) -> (f64, f64) {
    let tenths = [low, high].map(|end| 1000.0 * end);
    let is_alike = tenths[0].round().to_bits() == tenths[1].round().to_bits();
    if is_alike { (tenths[0].floor() / 1000.0, tenths[1].ceil() / 1000.0) } else { (low, high) }
}

/// A target as a statement, with the document that states it: plans state targets of one figure side by side.
pub fn goal_of_vintage(goal: &JudgedTarget, study: &Study, lang: Lang) -> String {
    let vintage = study.targets.get(goal.target).map_or("", |figure| &figure.vintage);
    format!("{} ({})", goal_name(goal, study, lang), vintage_name(vintage, lang))
}

/// A target as a statement: of what, of whom, how much at least or at most.
pub fn goal_name(goal: &JudgedTarget, study: &Study, lang: Lang) -> String {
    let Some(figure) = study.targets.get(goal.target) else { return String::new() };
    let quantity = quantity_name(figure.quantity, lang);
    let line = if figure.line.is_empty() || figure.line == TOTAL_LINE {
        quantity
    } else {
        let sector = line_name(&figure.line, Some(study), lang);
        message_with(lang, "figure-of-line", &[("quantity", quantity.into()), ("sector", sector.into())])
    };
    let numbers = Numbers::new(lang);
    let written = |value: f64| numbers.write_trimmed(value, MOST_DECIMALS);
    let (key, value, within) = match goal.aim {
        Aim::AtLeast => ("chance-at-least", written(figure.value), String::new()),
        Aim::AtMost => ("chance-at-most", written(figure.upper.unwrap_or(figure.value)), String::new()),
        Aim::Near { within } => ("chance-near", range_text(figure, lang), distance_text(within, figure.unit, lang)),
    };
    let unit = unit_at_prices(figure.unit, figure.price_basis, study.price_base_year, lang);
    let value = with_unit(&value, &unit);
    let line = match figure.since.zip(figure.year) {
        Some((since, until)) => format!("{line} {}", period(since, until)),
        None => line,
    };
    let arguments = [("name", line.into()), ("value", value.into()), ("within", within.into())];
    capitalise(&message_with(lang, key, &arguments))
}

/// The level to which a target of growth leads: `GRDP for 8–9% a year, 2021–30`.
pub fn grown_level_name(figure: &Figure, study: &Study, lang: Lang) -> String {
    let line = if figure.line.is_empty() || figure.line == TOTAL_LINE {
        message(lang, "targets-grdp")
    } else {
        line_short(&figure.line, study, lang)
    };
    let wanted = with_unit(&range_text(figure, lang), &unit_name(figure.unit, lang));
    let period = figure.since.zip(figure.year).map_or_else(String::new, |(since, year)| period(since, year));
    message_with(lang, "targets-grown", &[("line", line.into()), ("wanted", wanted.into()), ("period", period.into())])
}

/// That a target of growth cannot be judged, because the level from which its period starts is unknown.
pub fn start_unknown(name: &str, years: &str, start: Year, lang: Lang) -> String {
    let year = Numbers::new(lang).year(start);
    let arguments = [("name", capitalise(name).into()), ("period", years.into()), ("year", year.into())];
    message_with(lang, "targets-start-unknown", &arguments)
}

/// The value of a target, or both ends of a range, as its document states them.
pub fn range_text(figure: &Figure, lang: Lang) -> String {
    let written = |value: f64| Numbers::new(lang).write_trimmed(value, MOST_DECIMALS);
    match figure.upper {
        Some(upper) => format!("{}–{}", written(figure.value), written(upper)),
        None => written(figure.value),
    }
}

/// The sign that says from which side a target is met.
pub const fn aim_sign(aim: Aim) -> &'static str {
    match aim {
        Aim::AtLeast => "≥",
        Aim::AtMost => "≤",
        Aim::Near { .. } => "≈",
    }
}

/// A target as written in a unit, with the side from which it is met before it, and behind it the distance that still
/// counts as near: `≥ 190,4`, `≈ 72,6 ± 1`; the side alone where nothing is written.
pub fn with_aim(written: &str, target: &Figure, unit: Unit, lang: Lang) -> String {
    let aim = target.aim();
    let distance = match aim {
        Aim::Near { within } => {
            let within = within * target.unit.factor() / unit.factor();
            format!("± {}", Numbers::new(lang).write_trimmed(within, MOST_DECIMALS))
        }
        Aim::AtLeast | Aim::AtMost => String::new(),
    };
    let parts = [aim_sign(aim), written, &distance];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// What a target wants, with its unit: `≥ 190.4 trillion VND`, `≈ 72.6% ± 1 pp`.
pub fn wanted_text(target: &Figure, price_base_year: Year, lang: Lang) -> String {
    let unit = unit_at_prices(target.unit, target.price_basis, price_base_year, lang);
    let value = with_unit(&range_text(target, lang), &unit);
    match target.aim() {
        Aim::Near { within } => {
            let distance = distance_text(within, target.unit, lang);
            format!("{} {value} ± {distance}", aim_sign(Aim::Near { within }))
        }
        aim @ (Aim::AtLeast | Aim::AtMost) => format!("{} {value}", aim_sign(aim)),
    }
}

/// A distance from a value of a unit: between figures of per cent it is told in points.
fn distance_text(distance: f64, unit: Unit, lang: Lang) -> String {
    let points = unit.factor() / Unit::PercentagePoint.factor();
    let (distance, unit) =
        if unit.is_fraction() { (distance * points, Unit::PercentagePoint) } else { (distance, unit) };
    format!("{} {}", Numbers::new(lang).write_trimmed(distance, MOST_DECIMALS), unit_name(unit, lang))
}

/// All targets of a vintage together.
pub fn together_name(together: &TogetherChance, lang: Lang) -> String {
    let numbers = Numbers::new(lang);
    let arguments = [
        ("count", together.targets.into()),
        ("vintage", vintage_name(&together.vintage, lang).into()),
        ("year", numbers.year(together.year).into()),
    ];
    message_with(lang, "chance-together", &arguments)
}

/// What bands mean, how many draws of which seed and generator, and what else is random.
pub fn bands_note(options: &EnsembleOptions, lang: Lang) -> Vec<String> {
    let numbers = Numbers::new(lang);
    let arguments = [
        ("draws", numbers.decimal(options.draws as f64, 0).into()),
        // A seed is a name and has no groups of digits.
        ("seed", options.seed.to_string().into()),
        ("generator", GENERATOR.into()),
    ];
    let about = message_with(lang, "bands-about", &arguments);
    let off_median: Vec<&str> = [(options.crash, "bands-crash"), (!options.levers.is_empty(), "bands-levers")]
        .into_iter()
        .filter_map(|(random, key)| random.then_some(key))
        .collect();
    let mut notes = vec![message(lang, "bands-conditional")];
    if off_median.is_empty() {
        notes.push(format!("{about} {}", message(lang, "bands-median")));
    } else {
        notes.push(about);
        notes.extend(off_median.into_iter().map(|key| message(lang, key)));
    }
    notes
}

/// From what the width of the bands comes, what is claimed of it, and how the other choice compares.
pub fn band_basis_notes(bands: &BandBasis, lang: Lang) -> Vec<String> {
    let numbers = Numbers::new(lang);
    let Some(tested) = &bands.tested else {
        return vec![message(lang, "bands-own-for-lack")];
    };
    let compared = |key, ratio: f64| message_with(lang, key, &[("ratio", numbers.decimal(ratio, 2).into())]);
    match bands.asked {
        BandSource::Own => {
            let mut notes = vec![message(lang, "bands-own")];
            notes.extend(tested.own_over_tested.map(|ratio| compared("bands-own-than-tested", ratio)));
            notes
        }
        BandSource::Tested => {
            let first = match tested.known {
                KnownVolatility::Record => message(lang, "bands-tested"),
                KnownVolatility::Class(class) => {
                    message_with(lang, "bands-of-class", &[("class", message(lang, class_key(class)).into())])
                }
                KnownVolatility::Nothing => message(lang, "bands-widest"),
            };
            let mut notes = vec![first];
            if tested.total_differs {
                notes.push(message(lang, "bands-total-differs"));
            }
            notes.extend(tested.own_over_tested.map(|ratio| compared("bands-tested-than-own", ratio)));
            notes
        }
    }
}

const fn class_key(class: VolatilityClass) -> &'static str {
    match class {
        VolatilityClass::Calm => "bands-class-calm",
        VolatilityClass::Middle => "bands-class-middle",
        VolatilityClass::Volatile => "bands-class-volatile",
    }
}

/// The median of a series in the last year beside the deterministic path; the two differ for sums and under limits.
pub fn median_and_path(fan: &Fan, name: &str, year: Year, lang: Lang) -> Option<String> {
    let median = fan.years.last()?.get(FAN.len() / 2)?.value;
    let variable = fan.series.variable;
    let decimals = shown_decimals(shown_unit(variable)) + 1;
    let numbers = Numbers::new(lang);
    let shown = |value: f64| numbers.decimal(shown_value(variable, value), decimals);
    let arguments = [
        ("name", name.into()),
        ("year", numbers.year(year).into()),
        ("median", shown(median).into()),
        ("path", shown(*fan.path.last()?).into()),
    ];
    Some(message_with(lang, "bands-median-and-path", &arguments))
}

/// Between which values a figure differs from that of another case on the same paths; `None` where paths do not differ in it.
pub fn paired_note(
    found: &PairedDifference,
    (name, reference): (&str, &str),
    study: &Study,
    lang: Lang,
) -> Option<String> {
    let variable = found.series.variable;
    let (low, high) = (found.quantiles.get(1)?.value, found.quantiles.get(FAN.len() - 2)?.value);
    // A difference is small beside the figures: one more digit keeps its two ends apart.
    let decimals = shown_decimals(shown_unit(variable)) + 1;
    let numbers = Numbers::new(lang);
    let shown = |value: f64| numbers.write_signed(shown_value(variable, value), decimals);
    if shown(low) == shown(high) {
        return None;
    }
    let unit = if shown_unit(variable) == Unit::Percent {
        unit_name(Unit::PercentagePoint, lang)
    } else {
        variable_unit(variable, study.price_base_year, lang)
    };
    let arguments = [
        ("name", name.into()),
        ("reference", case_name(reference, Some(study), lang).into()),
        ("year", numbers.year(found.year).into()),
        ("low", shown(low).into()),
        ("high", shown(high).into()),
        ("unit", unit.into()),
        ("draws", numbers.decimal(found.draws as f64, 0).into()),
    ];
    Some(message_with(lang, "bands-paired", &arguments))
}

/// The title over an ensemble.
pub fn ensemble_title(study: &Study, scenario: &str, closure: Closure, lang: Lang) -> String {
    let arguments =
        [("scenario", case_name(scenario, Some(study), lang).into()), ("closure", closure_name(closure, lang).into())];
    message_with(lang, "cli-table-ensemble", &arguments)
}

/// The title over Sobol indices, and how many runs stand behind them.
pub fn sensitivity_title(
    study: &Study,
    (scenario, closure): (&str, Closure),
    (name, year): (&str, Year),
    runs: usize,
    lang: Lang,
) -> [String; 2] {
    let numbers = Numbers::new(lang);
    let arguments = [
        ("scenario", case_name(scenario, Some(study), lang).into()),
        ("closure", closure_name(closure, lang).into()),
        ("name", name.into()),
        ("year", numbers.year(year).into()),
    ];
    let runs = numbers.decimal(runs as f64, 0);
    [
        message_with(lang, "cli-table-sensitivity", &arguments),
        message_with(lang, "cli-table-runs", &[("runs", runs.into()), ("generator", GENERATOR.into())]),
    ]
}

/// What to think of first indices that are noise, by the names of their levers; `None` where none is.
pub fn note_noisy_indices(names: &[String], sum: f64, lang: Lang) -> Option<String> {
    let mut sentences = Vec::new();
    if !names.is_empty() {
        sentences.push(message_with(lang, "sensitivity-noise", &[("names", names.join("; ").into())]));
    }
    if sum > 1.0 {
        let sum = Numbers::new(lang).decimal(sum, 2);
        sentences.push(message_with(lang, "sensitivity-sum", &[("sum", sum.into())]));
    }
    (!sentences.is_empty()).then(|| sentences.join(" "))
}

/// How far a long command has come.
pub fn progress_line((done, total): (usize, usize), lang: Lang) -> String {
    let numbers = Numbers::new(lang);
    let arguments =
        [("done", numbers.decimal(done as f64, 0).into()), ("total", numbers.decimal(total as f64, 0).into())];
    message_with(lang, "cli-progress", &arguments)
}

/// What was tested, on what, with which bands; one sentence an entry.
pub fn panel_about(path: &str, panel: &Panel, found: &Backtest, options: &BacktestOptions, lang: Lang) -> Vec<String> {
    let numbers = Numbers::new(lang);
    let number = |value: usize| numbers.decimal(value as f64, 0);
    let (first, last) = found.origins.unwrap_or_default();
    let named = |variable: &String| {
        if variable.is_empty() { message(lang, "backtest-no-variable") } else { variable.clone() }
    };
    let [output, employment] = &panel.variables;
    let about = [
        ("countries", number(found.countries).into()),
        ("first", numbers.year(first).into()),
        ("last", numbers.year(last).into()),
        ("least", number(options.least_history).into()),
        ("output", named(output).into()),
        ("employment", named(employment).into()),
    ];
    let bands = if found.learns_from_panel {
        message(lang, "backtest-bands-panel")
    } else {
        message_with(lang, "backtest-bands-shipped", &[("least", number(FEWEST_PEERS).into())])
    };
    let mut lines = vec![
        message_with(lang, "backtest-title", &[("path", path.into())]),
        message_with(lang, "backtest-about", &about),
        bands,
        message(lang, "backtest-kupiec-about"),
    ];
    if panel.gaps > 0 {
        lines.push(message_with(lang, "backtest-gaps", &[("count", number(panel.gaps).into())]));
    }
    lines
}

/// What fans were set against what came.
pub fn shown_fan_about(
    path: &str,
    (studies, countries): (usize, usize),
    options: &BacktestOptions,
    lang: Lang,
) -> String {
    let numbers = Numbers::new(lang);
    let number = |value: usize| numbers.decimal(value as f64, 0);
    let arguments = [
        ("path", path.into()),
        ("studies", number(studies).into()),
        ("countries", number(countries).into()),
        ("least", number(options.least_history).into()),
    ];
    message_with(lang, "backtest-shown-about", &arguments)
}

/// A heading of a back-test by its key.
pub fn backtest_label(key: &'static str, lang: Lang) -> String {
    message(lang, key)
}

/// A column of scores that belongs to a level of bands.
pub fn backtest_column(key: &'static str, level: usize, lang: Lang) -> String {
    let level = Numbers::new(lang).decimal(level as f64, 0);
    message_with(lang, key, &[("level", level.into())])
}

/// A way to project.
pub fn method_name(method: ForecastMethod, lang: Lang) -> String {
    let key = match method {
        ForecastMethod::Program => "backtest-method-program",
        ForecastMethod::ProgramShipped => "backtest-method-program-shipped",
        ForecastMethod::Shrinkage => "backtest-method-shrinkage",
        ForecastMethod::OwnTrend => "backtest-method-own-trend",
        ForecastMethod::FixedShares => "backtest-method-fixed-shares",
        ForecastMethod::RandomWalk => "backtest-method-random-walk",
    };
    message(lang, key)
}

/// Value added or employment.
pub fn measure_name(measure: PanelMeasure, lang: Lang) -> String {
    let key = match measure {
        PanelMeasure::ValueAdded => "backtest-measure-value-added",
        PanelMeasure::Employment => "backtest-measure-employment",
    };
    message(lang, key)
}

/// Why a table is not a panel.
pub fn explain_panel_error(error: &PanelError, lang: Lang) -> Explanation {
    let place = |line: u64| line.to_string();
    match error {
        PanelError::OpenQuote { line } => explain(lang, "error-panel-quote", &[("line", line.to_string().into())]),
        PanelError::Unreadable { detail } => {
            explain(lang, "error-panel-unreadable", &[("detail", detail.as_str().into())])
        }
        PanelError::MissingColumn { column, found } => {
            explain(lang, "error-panel-column", &[("column", (*column).into()), ("found", found.as_str().into())])
        }
        PanelError::NotANumber { line, column, text } => {
            let arguments =
                [("line", place(*line).into()), ("column", (*column).into()), ("value", text.as_str().into())];
            explain(lang, "error-panel-number", &arguments)
        }
        PanelError::YearOutside { line, year } => {
            explain(lang, "error-panel-year", &[("line", place(*line).into()), ("year", year.as_str().into())])
        }
        PanelError::OpenMark { line, text, dot, comma } => {
            let numbers = Numbers::new(lang);
            let arguments = [
                ("line", place(*line).into()),
                ("value", text.as_str().into()),
                ("dot", numbers.write_trimmed(*dot, 6).into()),
                ("comma", numbers.write_trimmed(*comma, 6).into()),
            ];
            explain(lang, "error-panel-mark", &arguments)
        }
        PanelError::Twice { line, country, sector, year } => {
            let arguments = [
                ("line", place(*line).into()),
                ("country", country.as_str().into()),
                ("sector", sector.as_str().into()),
                ("year", Numbers::new(lang).year(*year).into()),
            ];
            explain(lang, "error-panel-twice", &arguments)
        }
        PanelError::NoVariable { found } => explain(lang, "error-panel-variable", &[("found", found.as_str().into())]),
    }
}

/// That no series is long enough to be projected and judged.
pub fn panel_too_short(found: &Backtest, options: &BacktestOptions, lang: Lang) -> Explanation {
    let numbers = Numbers::new(lang);
    let number = |value: usize| numbers.decimal(value as f64, 0);
    let horizon = options.horizons.iter().copied().min().unwrap_or_default();
    let arguments = [
        ("least", number(options.least_history).into()),
        ("horizon", number(horizon).into()),
        ("longest", number(found.longest_history).into()),
    ];
    explain(lang, "error-panel-too-short", &arguments)
}

/// That a list of horizons does not read.
pub fn unreadable_horizons(text: &str, lang: Lang) -> Explanation {
    explain(lang, "error-horizons-unreadable", &[("value", text.into())])
}

/// That a lever is a switch or shares.
pub fn lever_without_distribution(key: &LeverKey, study: &Study, lang: Lang) -> Explanation {
    explain(lang, "error-lever-not-a-number", &[("name", lever_name(key, study, lang).into())])
}

/// That no lever moves what is looked at.
pub fn nothing_to_vary(name: &str, year: Year, lang: Lang) -> Explanation {
    let year = Numbers::new(lang).year(year);
    explain(lang, "error-nothing-to-vary", &[("name", name.into()), ("year", year.into())])
}

/// That a figure does not differ from path to path.
pub fn chance_not_random(lang: Lang) -> String {
    message(lang, "chance-not-random")
}

/// That a command stopped before its end.
pub fn explain_interruption(lang: Lang) -> Explanation {
    explain(lang, "error-interrupted", &[])
}

/// That ensembles do not measure a variable.
pub fn not_measured(variable: Variable, lang: Lang) -> Explanation {
    beyond_measure("error-not-measured", variable, lang)
}

/// That indices of sensitivity are of other variables only.
pub fn indices_not_measured(variable: Variable, lang: Lang) -> Explanation {
    beyond_measure("error-indices-not-measured", variable, lang)
}

fn beyond_measure(key: &str, variable: Variable, lang: Lang) -> Explanation {
    let known: Vec<&str> = MeasuredSeries::variables().map(Variable::id).collect();
    let name = variable_name(variable, lang);
    explain(lang, key, &[("name", name.into()), ("known", known.join(", ").into())])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::explain::tests::is_told;

    #[test]
    fn every_refusal_has_a_sentence_and_a_hint_in_both_languages() {
        let errors = [
            PanelError::OpenQuote { line: 2 },
            PanelError::Unreadable { detail: "three cells".to_owned() },
            PanelError::YearOutside { line: 2, year: "20240101".to_owned() },
            PanelError::OpenMark { line: 2, text: "1.003".to_owned(), dot: 1.003, comma: 1003.0 },
            PanelError::MissingColumn { column: "year", found: "a, b".to_owned() },
            PanelError::NotANumber { line: 3, column: "value", text: "x".to_owned() },
            PanelError::Twice { line: 4, country: "X".to_owned(), sector: "A".to_owned(), year: 2001 },
            PanelError::NoVariable { found: "PRICE".to_owned() },
        ];
        for lang in Lang::ALL {
            for error in &errors {
                is_told(&explain_panel_error(error, lang), error);
            }
            is_told(&unreadable_horizons("x", lang), &"x");
            is_told(&not_measured(Variable::Capital, lang), &"capital");
            is_told(&indices_not_measured(Variable::Capital, lang), &"capital");
            is_told(&nothing_to_vary("GRDP", 2030, lang), &"grdp");
        }
    }

    #[test]
    fn a_probability_is_told_as_paths_and_never_as_certain() {
        let told = frequency(Proportion { hits: 38, draws: 200 }, Lang::VI);
        assert!(told.contains("khoảng 38 trong 200 đường") && told.contains("14,2–25,0"), "{told}");
        let none = frequency(Proportion { hits: 0, draws: 10_000 }, Lang::EN);
        let all = frequency(Proportion { hits: 10_000, draws: 10_000 }, Lang::EN);
        assert!(none.starts_with("fewer than 1 of 200") && all.starts_with("more than 199 of 200"), "{none} {all}");
        let rare = frequency(Proportion { hits: 0, draws: 20_000 }, Lang::EN);
        let sure = frequency(Proportion { hits: 20_000, draws: 20_000 }, Lang::EN);
        assert!(rare.contains("0.0–0.1%") && sure.contains("99.9–100.0%"), "{rare} {sure}");
        let nearly = Proportion { hits: 19_810, draws: 20_000 };
        assert_eq!(chance(nearly, Lang::EN), "99%");
        assert!(frequency(nearly, Lang::EN).contains("about 198 of 200"));
        assert_eq!(chance(Proportion { hits: 0, draws: 10_000 }, Lang::EN), "< 1%");
        assert_eq!(chance(Proportion { hits: 10_000, draws: 10_000 }, Lang::EN), "> 99%");
    }
}
