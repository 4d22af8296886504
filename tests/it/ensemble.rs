//! Ensembles: the stored draws of the reference, the same bits however the work is cut, and coverage of known parameters.

use crate::oracle_study::{BASELINE, study};
use crate::resolved::resolve;
use kichban::analysis::ensemble::{
    Ensemble, EnsembleOptions, FAN, Proportion, StoredDraw, ensemble, soft_levers, stated_levers, stored_factors,
};
use kichban::engine::{Closure, Inputs, Line, MeasuredSeries, Variable, simulate, simulate_with};
use kichban::lang::Lang;
use kichban::scenario::figure::Quantity;
use kichban::scenario::setting::Settings;
use kichban::scenario::study::Study;
use kichban::scenario::{
    BandSource, CalibratedBaseline, Edit, ErrorModel, FigureList, StudyError, apply_edit, calibrate_baseline,
    error_model, merged_settings, validate,
};
use kichban::task::{Progress, Workers};
use kichban::text::{Numbers, explain_resolve_error, explain_study_error};
use std::path::Path;
use std::sync::Arc;

const TOLERANCE: f64 = 1e-10;

fn table(file: &str) -> (Vec<String>, Vec<Vec<String>>) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/analysis").join(file);
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_path(path).unwrap();
    let owned = |record: &csv::StringRecord| record.iter().map(str::to_owned).collect::<Vec<_>>();
    let head = owned(reader.headers().unwrap());
    let rows: Vec<Vec<String>> = reader.records().map(|row| owned(&row.unwrap())).collect();
    assert!(!rows.is_empty(), "{file} has rows");
    (head, rows)
}

fn reference_inputs() -> (Arc<Inputs>, Vec<String>) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/oracle/actual-2024/inputs.json");
    let study = study(&serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap());
    let baseline = calibrate_baseline(&study, BASELINE).unwrap();
    let inputs = resolve(&study, &baseline, BASELINE, Closure::Productivity).unwrap();
    let sectors = inputs.sectors.iter().map(|sector| sector.id.clone()).collect();
    (inputs, sectors)
}

/// The parameters of the stored draws, in the order of the sectors of the reference (the factor belongs to that order).
fn reference_model(sectors: &[String]) -> ErrorModel {
    let (head, rows) = table("mc_parameters.csv");
    let cell = |name: &str, column: &str| -> f64 {
        let row = rows.iter().find(|row| row[0] == name).unwrap();
        row[head.iter().position(|own| own == column).unwrap()].parse().unwrap()
    };
    let of = |name: &str| sectors.iter().map(|sector| cell(name, sector)).collect();
    ErrorModel {
        deviation: of("sigma"),
        persistence: of("rho"),
        factor: sectors.iter().map(|row| of(&format!("chol_{row}"))).collect(),
        tail_freedom: rows.iter().find(|row| row[0] == "nu").unwrap()[1].parse().unwrap(),
        drift_ratio: 1.0 / rows.iter().find(|row| row[0] == "n_hist").unwrap()[1].parse::<f64>().unwrap(),
        drifts_together: false,
        crash_probability: None,
    }
}

fn stored_draws(sectors: &[String]) -> Vec<StoredDraw> {
    let (head, rows) = table("mc_draws.csv");
    let years: Vec<&str> = head.iter().filter_map(|name| name.strip_prefix("chi2_")).collect();
    let read = |row: &[String]| {
        let cell = |name: &str| -> f64 { row[head.iter().position(|own| own == name).unwrap()].parse().unwrap() };
        let year = |year: &&str| {
            let xi = sectors.iter().map(|sector| cell(&format!("xi{sector}_{year}"))).collect();
            (xi, cell(&format!("chi2_{year}")))
        };
        StoredDraw {
            years: years.iter().map(year).collect(),
            drift: sectors.iter().map(|sector| cell(&format!("zeta{sector}"))).collect(),
        }
    };
    rows.iter().map(|row| read(row)).collect()
}

fn close(place: &str, found: f64, expected: &str) {
    let expected: f64 = expected.parse().unwrap();
    assert!((found - expected).abs() <= TOLERANCE * expected.abs().max(1.0), "{place}: {found}, expected {expected}");
}

#[test]
fn stored_draws_reproduce_the_outcomes_and_quantiles_of_the_reference() {
    let (inputs, sectors) = reference_inputs();
    assert_eq!(sectors, ["A", "I", "S"], "the factor is that of this order");
    let model = reference_model(&sectors);
    let (head, outcomes) = table("mc_outcomes_2030.csv");
    let mut columns = vec![Vec::new(); 4];
    for (draw, expected) in stored_draws(&sectors).iter().zip(&outcomes) {
        let run = simulate_with(&inputs, &stored_factors(&model, draw)).unwrap();
        let industry = run.line("I").unwrap();
        let found = [
            run.value(Variable::Output, industry, 2030).unwrap(),
            run.value(Variable::Grdp, Line::Total, 2030).unwrap(),
            run.value(Variable::ShareConstant, industry, 2030).unwrap(),
            run.value(Variable::Employment, industry, 2030).unwrap(),
        ];
        for (position, value) in found.into_iter().enumerate() {
            close(&format!("draw {} {}", expected[0], head[position + 1]), value, &expected[position + 1]);
            columns[position].push(value);
        }
    }
    assert_eq!(columns[0].len(), 200);
    let (head, rows) = table("mc_quantiles_2030.csv");
    for row in rows.iter().filter(|row| row[0].starts_with("0.")) {
        let probability: f64 = row[0].parse().unwrap();
        for position in 1..head.len() {
            let mut sorted = columns[position - 1].clone();
            sorted.sort_by(f64::total_cmp);
            let last = sorted.len() - 1;
            let place = probability * last as f64;
            let below = (0..last).rev().find(|rank| *rank as f64 <= place).unwrap();
            let found = sorted[below] + (place - below as f64) * (sorted[below + 1] - sorted[below]);
            close(&format!("quantile {probability} of {}", head[position]), found, &row[position]);
        }
    }
    let hits = columns[0].iter().filter(|value| **value >= 190.374).count();
    let given = |name: &str| rows.iter().find(|row| row[0].starts_with(name)).unwrap()[1].clone();
    assert_eq!(hits.to_string(), given("count"));
    let (low, high) = Proportion { hits, draws: 200 }.interval();
    close("wilson_lo", low, &given("wilson_lo"));
    close("wilson_hi", high, &given("wilson_hi"));
}

/// The shipped study and one of its cases.
struct Shipped {
    study: Study,
    baseline: CalibratedBaseline,
    settings: Settings,
}

fn case(id: &str) -> Shipped {
    let study = kichban::files::built_in().unwrap();
    let baseline = calibrate_baseline(&study, &study.lineage(id).unwrap().0.id).unwrap();
    let settings = merged_settings(&study, id).unwrap();
    Shipped { study, baseline, settings }
}

impl Shipped {
    fn in_closure(&self, closure: Closure) -> kichban::scenario::Case<'_> {
        kichban::scenario::Case { study: &self.study, baseline: &self.baseline, settings: &self.settings, closure }
    }

    fn series(&self) -> Vec<MeasuredSeries> {
        let sectors = 0..self.study.sectors.len();
        let output = sectors.clone().map(|s| MeasuredSeries { variable: Variable::Output, line: Line::Sector(s) });
        let share = sectors.map(|s| MeasuredSeries { variable: Variable::ShareCurrent, line: Line::Sector(s) });
        let total = [Variable::Grdp, Variable::GrdpPerHeadUsd, Variable::Productivity]
            .map(|variable| MeasuredSeries { variable, line: Line::Total });
        output.chain(share).chain(total).collect()
    }

    fn run(&self, closure: Closure, options: &EnsembleOptions) -> Ensemble {
        ensemble(self.in_closure(closure), &self.series(), options, &Progress::default()).unwrap().unwrap()
    }
}

fn options(draws: usize) -> EnsembleOptions {
    EnsembleOptions { draws, ..EnsembleOptions::default() }
}

/// Everything that an ensemble found, bit by bit.
fn bits(found: &Ensemble) -> Vec<u64> {
    let mut bits = Vec::new();
    for fan in &found.fans {
        bits.extend(fan.years.iter().flatten().flat_map(|q| [q.value, q.low, q.high]).map(f64::to_bits));
        bits.extend(fan.samples.iter().flatten().map(|value| value.to_bits()));
    }
    bits.extend(found.chances.iter().map(|chance| chance.proportion.map_or(0, |p| p.hits as u64)));
    bits.extend(found.together.iter().map(|together| together.proportion.hits as u64));
    bits
}

#[test]
fn the_same_bits_on_any_number_of_threads_and_any_size_of_block() {
    for closure in Closure::ALL {
        let case = case("three-projects");
        let reference = bits(&case.run(closure, &EnsembleOptions { workers: Workers::Exactly(1), ..options(700) }));
        for threads in [1, 2, 8] {
            for block in [1, 64, 256] {
                let cut = EnsembleOptions { workers: Workers::Exactly(threads), block, ..options(700) };
                assert!(bits(&case.run(closure, &cut)) == reference, "{threads} threads, blocks of {block}");
            }
        }
    }
}

/// Quantiles of GRDP and of the output of industry in 2030 on the path of the plan, each with its interval of 95 %, in trillion dong, by closure.
///
/// Made with the version before Philox4x32-10, whose numbers came from `ChaCha8`:
/// `kichban ensemble --scenario plan --closure both --draws 20000 --seed 2030 --years 2030 --variable grdp --variable output --format csv`
const OF_CHACHA8: [(Closure, Variable, [[f64; 3]; FAN.len()]); 4] = [
    (
        Closure::Productivity,
        Variable::Grdp,
        [
            [144.746, 143.212, 146.342],
            [164.724, 163.367, 166.007],
            [206.506, 205.286, 207.702],
            [264.062, 262.338, 265.796],
            [340.073, 337.552, 342.676],
            [430.476, 426.400, 435.380],
            [497.165, 491.134, 503.892],
        ],
    ),
    (
        Closure::Productivity,
        Variable::Output,
        [
            [93.538, 92.458, 94.587],
            [109.585, 108.332, 110.545],
            [142.483, 141.332, 143.693],
            [190.143, 188.688, 191.918],
            [253.495, 251.843, 255.684],
            [329.973, 326.296, 334.133],
            [386.810, 382.127, 392.817],
        ],
    ),
    (
        Closure::Capital,
        Variable::Grdp,
        [
            [125.999, 124.386, 127.700],
            [147.860, 146.260, 149.576],
            [194.550, 193.157, 196.402],
            [265.105, 262.833, 267.196],
            [364.079, 359.989, 367.206],
            [493.715, 487.356, 499.972],
            [592.624, 583.084, 601.709],
        ],
    ),
    (
        Closure::Capital,
        Variable::Output,
        [
            [82.599, 81.444, 83.690],
            [99.258, 98.142, 100.646],
            [134.923, 133.765, 136.123],
            [190.494, 188.853, 192.154],
            [270.427, 267.831, 273.480],
            [376.903, 371.803, 382.445],
            [459.286, 452.331, 468.137],
        ],
    ),
];

#[test]
fn quantiles_are_those_of_the_generator_before_within_monte_carlo_error() {
    let case = case("plan");
    let industry = case.study.sectors.iter().position(|sector| sector.id == "industry").unwrap();
    for (closure, variable, before) in OF_CHACHA8 {
        let line = if variable == Variable::Grdp { Line::Total } else { Line::Sector(industry) };
        let found = case.run(closure, &options(20_000));
        let fan = found.fans.iter().find(|fan| fan.series == MeasuredSeries { variable, line }).unwrap();
        assert_eq!(found.horizon.end(), 2030);
        for ((probability, quantile), [value, low, high]) in FAN.iter().zip(fan.years.last().unwrap()).zip(before) {
            // An interval of 95 % is 3.92 standard errors wide; both samples have one.
            let error = libm::hypot(high - low, quantile.high - quantile.low) / 3.92;
            let apart = quantile.value - value;
            assert!(apart.abs() < 3.5 * error, "{closure:?} {variable:?} {probability}: {apart} with error {error}");
            // Another generator, so that agreement is no identity.
            assert!(apart.abs() > 1e-3, "{closure:?} {variable:?} {probability}");
        }
    }
}

#[test]
fn more_draws_begin_with_the_same_draws_and_another_seed_has_others() {
    let case = case("trend");
    let few = case.run(Closure::Productivity, &options(100));
    let many = case.run(Closure::Productivity, &options(1_000));
    assert_eq!(few.fans[0].samples, many.fans[0].samples);
    let other = case.run(Closure::Productivity, &EnsembleOptions { seed: 1, ..options(100) });
    assert_ne!(few.fans[0].samples, other.fans[0].samples);
}

#[test]
fn a_block_of_draws_gives_the_bits_of_single_runs_in_every_measured_variable() {
    for (id, closure) in
        [("trend", Closure::Productivity), ("everything", Closure::Capital), ("shock-again", Closure::Capital)]
    {
        assert!(kichban::files::built_in().unwrap().has_case(id), "no case {id}");
        let case = case(id);
        let inputs = resolve(&case.study, &case.baseline, id, closure).unwrap();
        let plain = simulate(&inputs).unwrap();
        let series: Vec<MeasuredSeries> = MeasuredSeries::variables()
            .flat_map(|variable| plain.lines().map(move |line| MeasuredSeries { variable, line }))
            .filter(|series| plain.value(series.variable, series.line, inputs.horizon.end()).is_some())
            .collect();
        assert!(series.len() > 25);
        let kernel = kichban::engine::Kernel::new(&inputs).unwrap();
        let factors: Vec<Vec<f64>> = (1..inputs.horizon.len())
            .map(|t| (0..3).map(|s| 1.0 + 0.01 * (t as f64) * (f64::from(s) - 1.0)).collect())
            .collect();
        let run = simulate_with(&inputs, &factors).unwrap();
        let mut block = kernel.buffers::<kichban::engine::Lanes>();
        for round in 0..2 {
            kernel.restart(&mut block);
            for (t, year) in inputs.horizon.years().enumerate().skip(1) {
                let lanes: Vec<_> = factors[t - 1]
                    .iter()
                    .map(|factor| kichban::engine::Lanes([*factor; kichban::engine::LANES]))
                    .collect();
                kernel.step(&mut block, Some(&lanes));
                assert!(kernel.is_sound(&block));
                for &series in &series {
                    let expected = run.value(series.variable, series.line, year).unwrap();
                    let found = kernel.measure(&block, series);
                    assert!(
                        found.0.iter().all(|value| value.to_bits() == expected.to_bits()),
                        "{id} {series:?} {year} {round}"
                    );
                }
            }
        }
    }
}

#[test]
fn the_deterministic_path_is_the_median() {
    let found = case("trend").run(Closure::Productivity, &options(40_000));
    for fan in found.fans.iter().take(3) {
        for (year, quantiles) in fan.years.iter().enumerate() {
            // Sectors without spillover are medians exactly, up to the Monte Carlo error; five standard errors leave no luck.
            let (median, path) = (&quantiles[3], fan.path[year + 1]);
            let error = 2.5 * (median.high - median.low);
            assert!((median.value - path).abs() < error.max(0.01 * path), "{:?} {year}: {median:?} {path}", fan.series);
        }
    }
}

#[test]
fn scenarios_share_their_luck() {
    // The project adds the same jobs in every draw, so that the better scenario is better in every draw.
    let (trend, project) = (case("trend"), case("three-projects"));
    let on_trend = Shipped { settings: project.settings.clone(), ..case("trend") };
    let (a, b) = (trend.run(Closure::Productivity, &options(500)), on_trend.run(Closure::Productivity, &options(500)));
    for (without, with) in a.fans[0].samples.iter().zip(&b.fans[0].samples) {
        assert!(with.last() > without.last());
    }
    // Baselines that start in different years share the calendar: the same years have the same shocks.
    let later = case("trend").run(Closure::Productivity, &EnsembleOptions { drift: false, ..options(100) });
    let earlier = case("plan").run(Closure::Productivity, &EnsembleOptions { drift: false, ..options(100) });
    let agriculture = 2;
    let growth = |found: &Ensemble, draw: usize| {
        let (sample, path) = (&found.fans[agriculture].samples[draw], &found.fans[agriculture].path);
        let n = path.len();
        (sample[n - 1] / path[n - 1]) / (sample[n - 2] / path[n - 2])
    };
    for draw in 0..5 {
        assert!((growth(&later, draw) / growth(&earlier, draw) - 1.0).abs() < 0.02, "draw {draw}");
    }
}

#[test]
fn probabilities_follow_volatility_and_are_never_certain_for_what_does_not_vary() {
    let trend = case("trend");
    let at = |volatility: f64| trend.run(Closure::Productivity, &EnsembleOptions { volatility, ..options(4_000) });
    let (calm, usual, wild) = (at(0.5), at(1.0), at(2.0));
    let goal = |found: &Ensemble| {
        let output = found.chances.iter().find(|chance| {
            let figure = &trend.study.targets[chance.goal.target];
            chance.goal.year == 2030 && figure.line == "industry" && chance.goal.series.variable == Variable::Output
        });
        output.unwrap().proportion.unwrap().share()
    };
    // A target above the trend becomes more probable, the less is known.
    assert!(goal(&calm) < goal(&usual) && goal(&usual) < goal(&wild));
    // model.md 4.4: 19 % (14–25) on the reference draws.
    assert!((0.14..0.25).contains(&goal(&usual)), "{}", goal(&usual));
    let employment = usual.chances.iter().find(|chance| chance.goal.series.variable == Variable::Employment);
    assert_eq!(employment.unwrap().proportion, None, "closure P fixes employment");
    assert!(usual.together.iter().all(|together| together.targets > 1));
    for together in &usual.together {
        let single = usual.chances.iter().filter(|chance| {
            chance.goal.year == together.year && trend.study.targets[chance.goal.target].vintage == together.vintage
        });
        let least = single.filter_map(|chance| chance.proportion).map(|p| p.hits).min().unwrap();
        assert!(together.proportion.hits <= least);
    }
}

#[test]
fn uncertain_levers_and_crashes_widen_the_bands_and_stay_reproducible() {
    let case = case("three-projects");
    // Enough draws that the bands differ by more than luck.
    let plain = case.run(Closure::Capital, &options(6_000));
    assert!(stated_levers(&case.settings).is_empty());
    let levers: Vec<_> = soft_levers(case.in_closure(Closure::Capital))
        .into_iter()
        .filter(|lever| ["investment_rate", "productivity_growth_added"].contains(&lever.key.lever.id()))
        .collect();
    assert_eq!(levers.len(), 4);
    let with = |workers, block| {
        let options = EnsembleOptions { levers: levers.clone(), crash: true, workers, block, ..options(6_000) };
        case.run(Closure::Capital, &options)
    };
    let varied = with(Workers::All, 128);
    assert!(bits(&varied) == bits(&with(Workers::Exactly(1), 7)));
    let width = |found: &Ensemble| {
        let last = found.fans[0].years.last().unwrap();
        last[5].value / last[1].value
    };
    assert!(width(&varied) > width(&plain));
    let median = |found: &Ensemble| found.fans[0].years.last().unwrap()[3].value;
    assert!(median(&varied) < median(&plain), "a crash is a risk on one side");
}

#[test]
fn bands_cover_what_they_claim_when_the_world_is_as_assumed() {
    // Bands from one ensemble, outcomes from another seed: the share inside is binomial around the nominal one.
    let case = case("trend");
    let bands = case.run(Closure::Productivity, &EnsembleOptions { seed: 11, ..options(100_000) });
    let world = 2_000;
    let inside = |fan: usize, year: usize, low: usize, high: usize| {
        let quantiles = &bands.fans[fan].years[year];
        (0..world)
            .filter(|&draw| {
                let value = WORLD.with(|outcomes| outcomes.borrow()[draw][fan][year + 1]);
                value >= quantiles[low].value && value <= quantiles[high].value
            })
            .count() as f64
            / world as f64
    };
    fill_world(&case, world);
    for (low, high) in [(2, 4), (1, 5), (0, 6)] {
        let nominal = FAN[high] - FAN[low];
        let allowed = 3.5 * (nominal * (1.0 - nominal) / world as f64).sqrt();
        for fan in [0, 1, 6] {
            for year in [0, 5] {
                let found = inside(fan, year, low, high);
                assert!((found - nominal).abs() < allowed, "fan {fan} year {year}: {found}, nominal {nominal}");
            }
        }
    }
}

/// Changes the first parameter of a quantity and line.
fn with_parameter(quantity: Quantity, line: &str, from: &str, value: f64) -> Study {
    let mut study = kichban::files::built_in().unwrap();
    let figure = Arc::make_mut(&mut study.parameters)
        .iter_mut()
        .map(|row| &mut row.figure)
        .find(|figure| figure.quantity == quantity && figure.line == line && figure.from == from);
    figure.unwrap().value = value;
    study
}

#[test]
fn error_parameters_that_cannot_be_are_refused_in_both_languages() {
    let refused = [
        (with_parameter(Quantity::ErrorPersistence, "industry", "", 1.0), "(−1;1)", "below 1"),
        (with_parameter(Quantity::ErrorTailFreedom, "", "", 4.5), "số nguyên", "whole number"),
        (with_parameter(Quantity::ErrorTailFreedom, "", "", 2.0), "3 … 30", "3 … 30"),
        (with_parameter(Quantity::DriftVarianceRatio, "", "", -0.5), "0 … 4", "0 … 4"),
        (with_parameter(Quantity::CrashProbability, "", "", 1.5), "0 … 1", "0 … 1"),
        (with_parameter(Quantity::ErrorCorrelation, "industry", "services", 1.5), "−1 … 1", "−1 … 1"),
    ];
    for (study, vietnamese, english) in refused {
        let error = validate(&study).unwrap_err();
        for (lang, words) in [(Lang::VI, vietnamese), (Lang::EN, english)] {
            let told = explain_study_error(&error, Some(&study), lang);
            assert!(told.sentence.contains(words) && !told.hint.is_empty(), "{lang}: {told:?}");
        }
        let original = kichban::files::built_in().unwrap();
        let differs = |position: &usize| study.parameters[*position].figure != original.parameters[*position].figure;
        let position = (0..study.parameters.len()).find(differs).unwrap();
        let figure = Box::new(study.parameters[position].figure.clone());
        let edit = Edit::SetFigure { list: FigureList::Parameters, position, figure };
        assert_eq!(apply_edit(&original, &edit), Err(error), "what no file may say cannot be entered either");
    }
}

#[test]
fn contradictory_correlations_name_the_cell_and_the_nearest_valid_matrix() {
    // Industry goes with agriculture and against services, which go with agriculture.
    let mut study = with_parameter(Quantity::ErrorCorrelation, "industry", "services", -0.9);
    for (line, value) in [("industry", 0.9), ("services", 0.9)] {
        let rows = Arc::make_mut(&mut study.parameters).iter_mut().map(|row| &mut row.figure);
        let mut cells =
            rows.filter(|figure| figure.quantity == Quantity::ErrorCorrelation && figure.from == "agriculture");
        cells.find(|figure| figure.line == line).unwrap().value = value;
    }
    let error = validate(&study).unwrap_err();
    let StudyError::CorrelationNotDefinite { position, row, column, value } = error.clone() else {
        panic!("{error:?}");
    };
    let figure = &study.parameters[position].figure;
    assert_eq!([figure.line.as_str(), figure.from.as_str()].map(|id| row == id || column == id), [true, true]);
    assert!((value - figure.value).abs() > 0.1);
    for lang in Lang::ALL {
        let told = explain_study_error(&error, Some(&study), lang);
        assert!(told.hint.contains(&Numbers::new(lang).decimal(value, 2)), "{lang}: {told:?}");
    }
}

#[test]
fn a_study_without_error_parameters_says_which_one_is_missing() {
    let mut study = kichban::files::built_in().unwrap();
    Arc::make_mut(&mut study.parameters).retain(|row| row.figure.quantity != Quantity::ErrorDeviation);
    let error = error_model(&study, "trend").unwrap_err();
    let told = explain_resolve_error(&error, Some(&study), Lang::EN);
    // By the name of the field in the view Uncertainty, with the place where it stands.
    assert_eq!(told.sentence, "“Volatility, Industry” is not stated for Assumed trend.");
    assert!(told.hint.contains("under “The study's own volatility”") && told.hint.contains("error_deviation"));
    let told = explain_resolve_error(&error, Some(&study), Lang::VI);
    assert!(told.sentence.contains("“Độ biến động, CN–XD”"), "{told:?}");
}

#[test]
fn a_sector_without_a_persistence_has_none() {
    let mut study = kichban::files::built_in().unwrap();
    let stated = error_model(&study, "trend").unwrap();
    Arc::make_mut(&mut study.parameters).retain(|row| row.figure.quantity != Quantity::ErrorPersistence);
    let without = error_model(&study, "trend").unwrap();
    assert!(stated.persistence.iter().any(|persistence| *persistence != 0.0));
    assert_eq!(without, ErrorModel { persistence: vec![0.0; study.sectors.len()], ..stated });
}

/// Width of the 80 % band of a series in the last year, under the study's own volatility.
fn own_band(change: impl Fn(Quantity, &mut f64), variable: Variable, line: Line) -> f64 {
    let mut case = case("trend");
    for row in Arc::make_mut(&mut case.study.parameters) {
        change(row.figure.quantity, &mut row.figure.value);
    }
    validate(&case.study).unwrap();
    let own = EnsembleOptions { bands: BandSource::Own, ..options(4_000) };
    let found = case.run(Closure::Productivity, &own);
    let fan = found.fans.iter().find(|fan| fan.series == MeasuredSeries { variable, line }).unwrap();
    let last = fan.years.last().unwrap();
    last[FAN.len() - 2].value - last[1].value
}

#[test]
fn sectors_that_move_together_widen_the_total_and_leave_each_as_it_was() {
    let together = |correlation: f64| {
        let change = move |quantity: Quantity, value: &mut f64| {
            if quantity == Quantity::ErrorCorrelation {
                *value = correlation;
            }
        };
        let industry = own_band(change, Variable::Output, Line::Sector(0));
        (own_band(change, Variable::Grdp, Line::Total), industry)
    };
    let bands = [-0.4, 0.0, 0.5, 0.99].map(together);
    assert!(bands.windows(2).all(|pair| pair[0].0 < pair[1].0), "{bands:?}");
    assert!(bands.iter().all(|(_, industry)| (industry / bands[0].1 - 1.0).abs() < 0.05), "{bands:?}");
}

#[test]
fn a_larger_volatility_and_fewer_years_behind_the_drift_widen_the_band() {
    let with = |wanted: Quantity, factor: f64| {
        let change = move |quantity: Quantity, value: &mut f64| {
            if quantity == wanted {
                *value *= factor;
            }
        };
        own_band(change, Variable::Grdp, Line::Total)
    };
    for quantity in [Quantity::ErrorDeviation, Quantity::DriftVarianceRatio] {
        let bands = [0.5, 1.0, 2.0].map(|factor| with(quantity, factor));
        assert!(bands.windows(2).all(|pair| 1.05 * pair[0] < pair[1]), "{quantity:?}: {bands:?}");
    }
}

#[test]
fn the_bars_beyond_a_target_hold_the_draws_that_reach_it() {
    let mut case = case("trend");
    let run = |case: &Shipped| case.run(Closure::Productivity, &options(5_000));
    let before = run(&case);
    let of_industry = |found: &Ensemble| {
        let is_it = |chance: &&kichban::analysis::ensemble::TargetChance| {
            chance.goal.year == 2030
                && chance.goal.series == MeasuredSeries { variable: Variable::Output, line: Line::Sector(0) }
        };
        *found.chances.iter().find(is_it).unwrap()
    };
    let goal = of_industry(&before).goal;
    let fan = before.fans.iter().find(|fan| fan.series == goal.series).unwrap();
    let bars = fan.histograms.last().unwrap();
    let mut tried = 0;
    for bin in (0..bars.counts.len()).step_by(4) {
        let edge = bars.low + bin as f64 * bars.width;
        // A target counts as met from a little below it on, so that it stands as much above the edge of the bar.
        let figures = Arc::make_mut(&mut case.study.targets);
        let figure = &mut figures[goal.target];
        let to_model = goal.wanted / before_value(goal.target);
        figure.value = before_value(goal.target) + (edge - goal.met_between[0]) / to_model;
        let reached = of_industry(&run(&case)).proportion.unwrap();
        let beyond = bars.counts[bin..].iter().sum::<usize>() + bars.outside[1];
        assert_eq!((reached.hits, reached.draws), (beyond, before.draws), "from {edge}");
        tried += 1;
    }
    assert!(tried > 3, "{tried}");
}

/// The value of a target as the shipped study states it.
fn before_value(target: usize) -> f64 {
    kichban::files::built_in().unwrap().targets[target].value
}

thread_local! {
    /// Outcomes by draw, series and year.
    static WORLD: std::cell::RefCell<Vec<Vec<Vec<f64>>>> = const { std::cell::RefCell::new(Vec::new()) };
}

/// Draws of other seeds, five at a time, because an ensemble keeps five sample paths.
fn fill_world(case: &Shipped, wanted: usize) {
    let n_series = case.series().len();
    let mut outcomes = Vec::new();
    let mut seed = 1_000;
    while outcomes.len() < wanted {
        let few =
            case.run(Closure::Productivity, &EnsembleOptions { seed, workers: Workers::Exactly(1), ..options(5) });
        for draw in 0..5 {
            outcomes.push((0..n_series).map(|fan| few.fans[fan].samples[draw].clone()).collect());
        }
        seed += 1;
    }
    WORLD.with(|world| *world.borrow_mut() = outcomes);
}
