//! How long the questions take: who did it, what matters, what would have to be true.
//!
//! All are of the oracle folders: `plan-2020` against its scenario with every lever, and `actual-2024`.

use crate::oracle_study::{self, BASELINE};
use divan::{Bencher, black_box};
use kichban::analysis::solver::{Goal, SolveLever, SolverQuestion, solve};
use kichban::analysis::{Grouping, Metric, attribute, line_of, tornado};
use kichban::engine::{Closure, Variable};
use kichban::scenario::Case;
use kichban::scenario::figure::{Figure, Quantity};
use kichban::scenario::lever::Lever;
use kichban::scenario::setting::{LeverKey, Setting, Settings};
use kichban::scenario::study::{Assumption, Study};
use kichban::scenario::{CalibratedBaseline, calibrate_baseline, merged_settings};
use std::path::Path;
use std::sync::Arc;

/// The study of an oracle folder, with destinations of labour that moves.
fn calibrated(folder: &str) -> (Study, CalibratedBaseline) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/oracle").join(folder).join("inputs.json");
    let mut study = oracle_study::study(&serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap());
    for (line, value) in [("I", 0.7), ("S", 0.3)] {
        let like = study.parameters[0].figure.clone();
        let quantity = Quantity::ReallocationShare;
        let figure = Figure { quantity, line: line.to_owned(), year: None, value, unit: quantity.unit(), ..like };
        Arc::make_mut(&mut study.parameters).push(Assumption { baseline: String::new(), figure });
    }
    let baseline = calibrate_baseline(&study, BASELINE).unwrap();
    (study, baseline)
}

fn metric(study: &Study, variable: Variable, line: &str) -> Metric {
    Metric::new(variable, line_of(study, line).unwrap(), 2030)
}

/// The difference of two scenarios over seven groups of levers: 128 runs.
#[divan::bench(args = Closure::ALL)]
fn seven_groups(bencher: Bencher<'_, '_>, closure: Closure) {
    let (study, baseline) = calibrated("plan-2020");
    let none = Settings::default();
    let mut all = merged_settings(&study, "S3_combo").unwrap();
    // The folder also says that spillover is on, which it is; without it seven groups are left.
    all.remove(&LeverKey::province(Lever::Spillover));
    let case = |settings| Case { study: &study, baseline: &baseline, settings, closure };
    let metrics = [metric(&study, Variable::Grdp, "total")];
    let ask = || attribute([case(&none), case(&all)], Grouping::Causes, &metrics).unwrap();
    assert_eq!((ask()[0].terms.len(), ask()[0].runs), (7, 128));
    bencher.bench_local(|| black_box(ask()));
}

/// Every lever over its range, one at a time.
#[divan::bench(args = Closure::ALL)]
fn tornado_over_all_levers(bencher: Bencher<'_, '_>, closure: Closure) {
    let (study, baseline) = calibrated("actual-2024");
    let settings = Settings::default();
    let ground = Case { study: &study, baseline: &baseline, settings: &settings, closure };
    let metric = metric(&study, Variable::Grdp, "total");
    bencher.bench_local(|| black_box(tornado(ground, metric).unwrap()));
}

fn levers(study: &Study, baseline: &CalibratedBaseline, bounds: &[(LeverKey, f64, f64)]) -> Vec<SolveLever> {
    let settings = Settings::default();
    let case = Case { study, baseline, settings: &settings, closure: Closure::Capital };
    let lever = |(key, low, high): &(LeverKey, f64, f64)| SolveLever::new(case, key).unwrap().between(*low, *high);
    bounds.iter().map(lever).collect()
}

fn bench_solve(
    bencher: Bencher<'_, '_>,
    (study, baseline): (&Study, &CalibratedBaseline),
    levers: &[SolveLever],
    goals: &[Goal],
) {
    let settings = Settings::default();
    let case = Case { study, baseline, settings: &settings, closure: Closure::Capital };
    let question = SolverQuestion { case, levers, goals };
    assert!(solve(&question).unwrap().is_attained());
    bencher.bench_local(|| black_box(solve(&question).unwrap()));
}

/// Three levers, one goal: the smallest change, and all that the levers can reach.
#[divan::bench]
fn three_levers(bencher: Bencher<'_, '_>) {
    let (study, baseline) = calibrated("actual-2024");
    let bounds = [
        (LeverKey::for_lever(Lever::ProductivityGrowthAdded, "I"), -0.01, 0.03),
        (LeverKey::province(Lever::InvestmentRate), 0.30, 0.45),
        (LeverKey::for_lever(Lever::LabourGrowthAdded, "I"), -0.01, 0.015),
    ];
    let goals = [Goal { metric: metric(&study, Variable::Output, "I"), value: 165.0 }];
    bench_solve(bencher, (&study, &baseline), &levers(&study, &baseline, &bounds), &goals);
}

/// Twelve levers, twelve goals at once.
#[divan::bench]
fn twelve_levers_twelve_goals(bencher: Bencher<'_, '_>) {
    let (study, baseline) = calibrated("actual-2024");
    let sectors =
        |lever: Lever, low: f64, high: f64| ["A", "I", "S"].map(|s| (LeverKey::for_lever(lever, s), low, high));
    let bounds: Vec<(LeverKey, f64, f64)> = sectors(Lever::ProductivityGrowthAdded, -0.05, 0.05)
        .into_iter()
        .chain(sectors(Lever::LabourGrowthAdded, -0.05, 0.05))
        .chain(sectors(Lever::Inflation, 0.0, 0.08))
        .chain([
            (LeverKey::province(Lever::InvestmentRate), 0.2, 0.5),
            (LeverKey::province(Lever::NetMigration), -10.0, 40.0),
            (LeverKey::province(Lever::ProductTaxShare), 0.02, 0.08),
        ])
        .collect();
    let settings: Settings = bounds
        .iter()
        .zip([0.01, 0.008, 0.012, 0.005, -0.004, 0.006, 0.03, 0.025, 0.04, 0.4, 20.0, 0.045])
        .map(|((key, _, _), value)| (key.clone(), Setting::Constant(value)))
        .collect();
    let case = Case { study: &study, baseline: &baseline, settings: &settings, closure: Closure::Capital };
    let there = case.simulate().unwrap();
    let lines = |variable: Variable| ["A", "I", "S"].map(|line| metric(&study, variable, line));
    let goals: Vec<Goal> = lines(Variable::Output)
        .into_iter()
        .chain(lines(Variable::Employment))
        .chain(lines(Variable::OutputCurrent))
        .chain([
            metric(&study, Variable::Capital, "I"),
            metric(&study, Variable::Population, "total"),
            metric(&study, Variable::Output, "taxes"),
        ])
        .map(|metric| Goal { metric, value: metric.value(&there).unwrap_or_else(|| panic!("{metric:?}")) })
        .collect();
    bench_solve(bencher, (&study, &baseline), &levers(&study, &baseline, &bounds), &goals);
}
