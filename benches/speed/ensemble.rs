//! How long a draw, an ensemble with its quantiles, a live fan and Sobol indices take, beside the scalar engine in the same run.
//!
//! The study is the shipped one, its trend from 2024 to 2030: three sectors, six projected years.

use divan::counter::ItemsCount;
use divan::{Bencher, black_box};
use kichban::analysis::ensemble::{EnsembleOptions, ensemble, soft_levers};
use kichban::analysis::sobol::{Design, Response};
use kichban::engine::{Closure, Line, MeasuredSeries, Variable, simulate, simulate_with};
use kichban::files::built_in;
use kichban::scenario::Case;
use kichban::scenario::setting::Settings;
use kichban::scenario::study::Study;
use kichban::scenario::{CalibratedBaseline, calibrate_baseline, merged_settings};
use kichban::task::{Progress, Workers};

const CASE: &str = "trend";

struct Bench {
    study: Study,
    baseline: CalibratedBaseline,
    settings: Settings,
}

fn bench() -> Bench {
    let study = built_in().unwrap();
    let baseline = calibrate_baseline(&study, CASE).unwrap();
    let settings = merged_settings(&study, CASE).unwrap();
    Bench { study, baseline, settings }
}

impl Bench {
    fn subject(&self, closure: Closure) -> Case<'_> {
        Case { study: &self.study, baseline: &self.baseline, settings: &self.settings, closure }
    }

    fn ensemble(&self, series: &[MeasuredSeries], options: &EnsembleOptions) {
        black_box(ensemble(self.subject(Closure::Productivity), series, options, &Progress::default()).unwrap());
    }
}

/// What the view shows: output, GRDP, share of the headline sector.
fn shown() -> Vec<MeasuredSeries> {
    let industry = Line::Sector(0);
    vec![
        MeasuredSeries { variable: Variable::Output, line: industry },
        MeasuredSeries { variable: Variable::Grdp, line: Line::Total },
        MeasuredSeries { variable: Variable::ShareConstant, line: industry },
    ]
}

/// One run of the scalar engine, with and without innovations: what a draw would cost one at a time, without its random numbers.
#[divan::bench(args = Closure::ALL)]
fn scalar_run(bencher: Bencher<'_, '_>, closure: Closure) {
    let bench = bench();
    let inputs = bench.subject(closure).resolve().unwrap();
    bencher.counter(ItemsCount::new(1_u32)).bench_local(|| simulate(black_box(&inputs)));
}

#[divan::bench(args = Closure::ALL)]
fn scalar_run_with_innovations(bencher: Bencher<'_, '_>, closure: Closure) {
    let bench = bench();
    let inputs = bench.subject(closure).resolve().unwrap();
    let factors = vec![vec![1.01, 0.99, 1.0]; inputs.horizon.len() - 1];
    bencher.counter(ItemsCount::new(1_u32)).bench_local(|| simulate_with(black_box(&inputs), &factors));
}

/// Draws on one core, random numbers included, without any series: the cost of a run is the time over the draws.
///
/// Few enough that a busy machine leaves some samples in peace.
#[divan::bench(args = Closure::ALL, sample_count = 1000)]
fn four_thousand_draws_on_one_core(bencher: Bencher<'_, '_>, closure: Closure) {
    let bench = bench();
    let options = EnsembleOptions { draws: 4_096, workers: Workers::Exactly(1), ..EnsembleOptions::default() };
    bencher.counter(ItemsCount::new(4_096_u32)).bench_local(|| {
        black_box(ensemble(bench.subject(closure), &[], &options, &Progress::default()).unwrap());
    });
}

/// The same for as many as the view could ask for.
#[divan::bench(args = Closure::ALL)]
fn hundred_thousand_draws_on_one_core(bencher: Bencher<'_, '_>, closure: Closure) {
    let bench = bench();
    let options = EnsembleOptions { draws: 100_000, workers: Workers::Exactly(1), ..EnsembleOptions::default() };
    bencher.counter(ItemsCount::new(100_000_u32)).bench_local(|| {
        black_box(ensemble(bench.subject(closure), &[], &options, &Progress::default()).unwrap());
    });
}

/// The same with exact quantiles of every series that the view shows, on all cores.
#[divan::bench]
fn hundred_thousand_draws_with_quantiles(bencher: Bencher<'_, '_>) {
    let bench = bench();
    let options = EnsembleOptions { draws: 100_000, ..EnsembleOptions::default() };
    let series = shown();
    bencher.counter(ItemsCount::new(100_000_u32)).bench_local(|| bench.ensemble(&series, &options));
}

/// The fan that follows the hand.
#[divan::bench]
fn live_fan_of_two_thousand_draws(bencher: Bencher<'_, '_>) {
    let bench = bench();
    let options = EnsembleOptions { draws: 2_000, ..EnsembleOptions::default() };
    let series = shown();
    bencher.counter(ItemsCount::new(2_000_u32)).bench_local(|| bench.ensemble(&series, &options));
}

/// Sobol indices of twelve levers with 2^14 points, 229 376 runs.
#[divan::bench(sample_count = 5)]
fn sobol_of_twelve_levers(bencher: Bencher<'_, '_>) {
    let bench = bench();
    let all = soft_levers(bench.subject(Closure::Capital));
    let series = MeasuredSeries { variable: Variable::Grdp, line: Line::Total };
    let response = Response { case: bench.subject(Closure::Capital), levers: &all, series, year: 2030 };
    let levers = response.screen(12).unwrap();
    let response = Response { levers: &levers, ..response };
    let design = Design { points: 1 << 14, ..Design::default() };
    bencher.bench_local(|| black_box(response.sensitivity(design, &Progress::default()).unwrap()));
}
