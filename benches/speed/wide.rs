//! How long a study with two hundred sectors and thirty years takes: a run, an ensemble with its quantiles, a list of levers.

use crate::wide_study::{CASE, wide};
use divan::counter::ItemsCount;
use divan::{Bencher, black_box};
use kichban::analysis::ensemble::{EnsembleOptions, ensemble};
use kichban::engine::{Closure, Line, MeasuredSeries, Variable, simulate};
use kichban::scenario::{PreparedCase, lever_keys};
use kichban::task::Progress;

const SECTORS: usize = 200;
const HORIZON: i32 = 2054;

/// One run of two hundred sectors from 2024 to 2054.
#[divan::bench(args = Closure::ALL)]
fn run_two_hundred_sectors(bencher: Bencher<'_, '_>, closure: Closure) {
    let study = wide(SECTORS, HORIZON);
    let prepared = PreparedCase::new(&study, CASE).unwrap();
    let inputs = prepared.in_closure(&study, closure).resolve().unwrap();
    bencher.bench_local(|| simulate(black_box(&inputs)));
}

/// The case resolved, groups and all.
#[divan::bench]
fn resolve_two_hundred_sectors(bencher: Bencher<'_, '_>) {
    let study = wide(SECTORS, HORIZON);
    let prepared = PreparedCase::new(&study, CASE).unwrap();
    bencher.bench_local(|| prepared.in_closure(&study, Closure::Capital).resolve().unwrap());
}

/// 20,000 draws with the quantiles of three series, on all cores.
#[divan::bench(sample_count = 5)]
fn twenty_thousand_draws_of_two_hundred_sectors(bencher: Bencher<'_, '_>) {
    let study = wide(SECTORS, HORIZON);
    let prepared = PreparedCase::new(&study, CASE).unwrap();
    let case = prepared.in_closure(&study, Closure::Productivity);
    let options = EnsembleOptions { draws: 20_000, ..EnsembleOptions::default() };
    let series = [
        MeasuredSeries { variable: Variable::Grdp, line: Line::Total },
        MeasuredSeries { variable: Variable::Output, line: Line::Group(0) },
        MeasuredSeries { variable: Variable::ShareConstant, line: Line::Group(0) },
    ];
    bencher.counter(ItemsCount::new(20_000_u32)).bench_local(|| {
        black_box(ensemble(case, &series, &options, &Progress::default()).unwrap());
    });
}

/// Every assumption that such a study has.
#[divan::bench]
fn list_levers_of_two_hundred_sectors(bencher: Bencher<'_, '_>) {
    let study = wide(SECTORS, HORIZON);
    bencher.bench_local(|| black_box(lever_keys(&study)));
}
