//! How long one run, all scenarios of a study, a calibration and the load of a study file take.
//!
//! Single runs are those of the oracle folders; the last two benchmarks are of the shipped study, as the window opens it.

use crate::oracle_study::{self, BASELINE};
use divan::{Bencher, black_box};
use kichban::engine::{Closure, Inputs, simulate};
use kichban::files::{read_study, shipped_studies};
use kichban::scenario::study::Study;
use kichban::scenario::{CalibratedBaseline, Case, ResolveError, calibrate_baseline, merged_settings};
use std::path::Path;
use std::sync::Arc;

/// The study of an oracle folder.
fn study(folder: &str) -> Study {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/oracle").join(folder).join("inputs.json");
    oracle_study::study(&serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap())
}

fn calibrated(folder: &str) -> (Study, CalibratedBaseline) {
    let study = study(folder);
    let baseline = calibrate_baseline(&study, BASELINE).unwrap();
    (study, baseline)
}

fn resolve(
    study: &Study,
    baseline: &CalibratedBaseline,
    id: &str,
    closure: Closure,
) -> Result<Arc<Inputs>, ResolveError> {
    let settings = merged_settings(study, id)?;
    Case { study, baseline, settings: &settings, closure }.resolve()
}

fn inputs(case: &str, closure: Closure) -> Arc<Inputs> {
    let (study, baseline) = calibrated("actual-2024");
    resolve(&study, &baseline, case, closure).unwrap()
}

/// One run of three sectors from 2024 to 2030.
#[divan::bench(args = Closure::ALL)]
fn run_the_baseline(bencher: Bencher<'_, '_>, closure: Closure) {
    let inputs = inputs(BASELINE, closure);
    bencher.bench_local(|| simulate(black_box(&inputs)));
}

/// The same with every lever in use.
#[divan::bench(args = Closure::ALL)]
fn run_all_levers(bencher: Bencher<'_, '_>, closure: Closure) {
    let inputs = inputs("S3_combo", closure);
    bencher.bench_local(|| simulate(black_box(&inputs)));
}

/// Every scenario of a study, resolved and run.
#[divan::bench(args = ["plan-2020", "actual-2024"])]
fn resolve_and_run_every_scenario(bencher: Bencher<'_, '_>, folder: &str) {
    let (study, baseline) = calibrated(folder);
    bencher.bench_local(|| {
        for case in study.case_ids() {
            let inputs = resolve(&study, &baseline, case, Closure::Capital).unwrap();
            black_box(simulate(&inputs).unwrap());
        }
    });
}

/// One scenario resolved, without its run.
#[divan::bench]
fn resolve_all_levers(bencher: Bencher<'_, '_>) {
    let (study, baseline) = calibrated("actual-2024");
    bencher.bench_local(|| resolve(&study, black_box(&baseline), "S3_combo", Closure::Capital));
}

/// A baseline, from figures to growth paths and a reference run.
#[divan::bench(args = ["plan-2020", "actual-2024"])]
fn calibrate_a_baseline(bencher: Bencher<'_, '_>, folder: &str) {
    let study = study(folder);
    bencher.bench_local(|| calibrate_baseline(black_box(&study), BASELINE).unwrap());
}

/// The shipped study, from the text of its file to a study of which every statement holds.
#[divan::bench]
fn load_the_shipped_study(bencher: Bencher<'_, '_>) {
    let text = shipped_studies()[0].text.as_bytes();
    bencher.bench_local(|| read_study(black_box(text)).unwrap());
}

/// Every baseline and scenario of the shipped study, resolved and run on its own baseline.
#[divan::bench(args = Closure::ALL)]
fn run_every_shipped_scenario(bencher: Bencher<'_, '_>, closure: Closure) {
    let study = read_study(shipped_studies()[0].text.as_bytes()).unwrap();
    let baselines: Vec<CalibratedBaseline> =
        study.baselines.iter().map(|baseline| calibrate_baseline(&study, &baseline.id).unwrap()).collect();
    let cases: Vec<(&str, &CalibratedBaseline)> = study
        .case_ids()
        .into_iter()
        .map(|case| {
            let (parent, _) = study.lineage(case).unwrap();
            (case, baselines.iter().find(|baseline| baseline.id == parent.id).unwrap())
        })
        .collect();
    bencher.bench_local(|| {
        for (case, baseline) in &cases {
            let inputs = resolve(&study, baseline, case, closure).unwrap();
            black_box(simulate(&inputs).unwrap());
        }
    });
}
