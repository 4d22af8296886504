//! Derivatives through the whole model are those of small steps, and what runs side by side has the bits of a run alone.

use crate::shipped::{closures, studies};
use kichban::analysis::{Metric, StepEffect, moves_nothing, step_effects};
use kichban::engine::{
    Buffers, Closure, ConditionParts, Inputs, Kernel, LANES, Lanes, Line, MeasuredSeries, Real as _, Variable, simulate,
};
use kichban::files::built_in;
use kichban::scenario::lever::{Kind, Lever};
use kichban::scenario::setting::{LeverKey, Setting, Settings};
use kichban::scenario::study::Study;
use kichban::scenario::value_form::with_last_year_value;
use kichban::scenario::{CalibratedBaseline, Case, Resolver, calibrate_baseline, lever_keys, merged_settings};
use multiversion::multiversion;
use std::collections::BTreeSet;
use std::sync::Arc;

/// Numbers between 0 and 1 that are the same in every run.
struct Numbers(u64);

impl Numbers {
    fn next(&mut self) -> f64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as f64 / f64::from(1_u32 << 31)
    }
}

/// Some levers of a study at values inside their usual ranges, over the settings of a case.
fn random_settings(study: &Study, own: &Settings, numbers: &mut Numbers) -> Settings {
    let mut settings = own.clone();
    for key in lever_keys(study) {
        let spec = key.lever.spec();
        if numbers.next() > 0.25 || !matches!(spec.kind, Kind::Path | Kind::Number) {
            continue;
        }
        let shown = spec.soft.0 + numbers.next() * (spec.soft.1 - spec.soft.0);
        let shown = if spec.decimals == 0 { shown.round() } else { shown };
        settings.insert(key, Setting::Constant(spec.from_shown(shown)));
    }
    settings
}

fn metrics(study: &Study) -> [Metric; 3] {
    let year = study.horizon;
    [
        Metric::new(Variable::Grdp, Line::Total, year),
        Metric::new(Variable::Employment, Line::Sector(0), year),
        Metric::new(Variable::GrdpPerHeadUsd, Line::Total, year),
    ]
}

fn figures(case: Case<'_>, key: &LeverKey, value: f64) -> Option<Vec<f64>> {
    let default = case.default_path(key)?;
    let horizon = case.baseline.inputs.horizon;
    let mut settings = case.settings.clone();
    let moved = match case.settings.get(key) {
        Some(own) => with_last_year_value(Some(own), value, horizon, &default),
        // A lever that nothing sets keeps the shape of its path.
        None if key.lever.spec().kind == Kind::Path => {
            let by = value - default.last()?;
            let values = horizon.years().zip(&default).skip(1).map(|(year, own)| (year, own + by));
            Setting::Years { default: None, values: values.collect() }
        }
        None => Setting::Constant(value),
    };
    settings.insert(key.clone(), moved);
    let run = case.with_settings(&settings).simulate().ok()?;
    metrics(case.study).iter().map(|metric| metric.value(&run)).collect()
}

fn now(case: Case<'_>, key: &LeverKey) -> f64 {
    let default = case.default_path(key).unwrap();
    let own = case.settings.get(key);
    own.and_then(|own| own.last_year_value(case.baseline.inputs.horizon, &default)).unwrap_or(*default.last().unwrap())
}

/// Compares a derivative with the central difference of a step; returns whether it was smooth there.
fn assert_derivative(case: Case<'_>, effect: &StepEffect) -> bool {
    let spec = effect.key.lever.spec();
    let (Some(up), Some(down)) = (&effect.up, &effect.down) else { return false };
    let is_smooth = up.iter().zip(down).all(|(up, down)| (up + down).abs() <= 1e-9 * up.abs().max(down.abs()));
    if !is_smooth {
        return false;
    }
    let (value, size) = (now(case, &effect.key), spec.from_shown(effect.step));
    let [fine, coarse] = [1e-3, 2e-3].map(|part| {
        let (above, below) =
            (figures(case, &effect.key, value + part * size)?, figures(case, &effect.key, value - part * size)?);
        Some(above.iter().zip(&below).map(|(above, below)| (above - below) / (2.0 * part)).collect::<Vec<f64>>())
    });
    let (Some(fine), Some(coarse)) = (fine, coarse) else { return false };
    let level = figures(case, &effect.key, value).unwrap();
    for (((up, fine), coarse), level) in up.iter().zip(&fine).zip(&coarse).zip(&level) {
        // Richardson: what is left of a central difference is of the fourth order; a limit within the step shows as a difference between both.
        if (fine - coarse).abs() > 1e-4 * fine.abs() + 1e-9 * level.abs() {
            return false;
        }
        let central = (4.0 * fine - coarse) / 3.0;
        let close = 1e-6 * central.abs() + 1e-9 * level.abs();
        let sides = [1e-4, -1e-4].map(|part| {
            let moved = figures(case, &effect.key, value + part * size).unwrap();
            moved
                .iter()
                .zip(figures(case, &effect.key, value).unwrap())
                .map(|(m, n)| (m - n) / part)
                .collect::<Vec<_>>()
        });
        assert!((up - central).abs() <= close, "{} {:?}: {up} and {central}, {sides:?}", effect.key, case.closure);
    }
    true
}

/// Compares the derivatives of a case that can be computed; returns how many were smooth there.
fn assert_derivatives(case: Case<'_>) -> usize {
    let keys = lever_keys(case.study).into_iter().collect();
    let Ok(effects) = step_effects(case, &keys, &metrics(case.study)) else { return 0 };
    effects.iter().filter(|effect| assert_derivative(case, effect)).count()
}

#[test]
fn a_derivative_is_what_a_small_step_adds() {
    let mut smooth = 0;
    for study in studies() {
        for baseline in &study.baselines {
            let baseline = calibrate_baseline(&study, &baseline.id).unwrap();
            let own = merged_settings(&study, &baseline.id).unwrap();
            let mut numbers = Numbers(7);
            for round in 0..6 {
                let settings = if round == 0 { own.clone() } else { random_settings(&study, &own, &mut numbers) };
                let cases = Closure::ALL.map(|closure| Case {
                    study: &study,
                    baseline: &baseline,
                    settings: &settings,
                    closure,
                });
                smooth += cases.into_iter().map(assert_derivatives).sum::<usize>();
            }
        }
    }
    assert!(smooth > 1_000, "only {smooth} derivatives were compared");
}

#[test]
fn no_effect_depends_on_what_else_is_asked() {
    let study = built_in().unwrap();
    let mut compared = 0;
    for baseline in &study.baselines {
        let baseline = calibrate_baseline(&study, &baseline.id).unwrap();
        let own = merged_settings(&study, &baseline.id).unwrap();
        let settings = random_settings(&study, &own, &mut Numbers(11));
        for closure in Closure::ALL {
            let case = Case { study: &study, baseline: &baseline, settings: &settings, closure };
            let metrics = metrics(&study);
            let effects = |keys: BTreeSet<LeverKey>| step_effects(case, &keys, &metrics).unwrap();
            for effect in effects(lever_keys(&study).into_iter().collect()) {
                let alone = effects(BTreeSet::from([effect.key.clone()])).remove(0);
                for (own, other) in effect.up.iter().flatten().zip(alone.up.iter().flatten()) {
                    let close = 1e-9 * own.abs().max(other.abs()).max(1e-3);
                    assert!((own - other).abs() <= close, "{} {closure:?}: {own} and {other}", effect.key);
                    compared += 1;
                }
            }
        }
    }
    assert!(compared > 300, "only {compared} effects were compared");
}

/// The first case of the shipped study with settings.
fn shipped(settings: impl FnOnce(&Study) -> Settings) -> (Study, CalibratedBaseline, Settings) {
    let study = built_in().unwrap();
    let baseline = calibrate_baseline(&study, "trend").unwrap();
    let settings = settings(&study);
    (study, baseline, settings)
}

#[test]
fn each_side_of_a_limit_has_its_own_slope() {
    let key = LeverKey::province(Lever::WorkingAgeShare);
    let (study, baseline, mut settings) = shipped(|_| Settings::default());
    settings.insert(LeverKey::province(Lever::LabourConstrained), Setting::Switch(true));
    let case = |settings: &'_ Settings| -> (f64, f64) {
        let case = Case { study: &study, baseline: &baseline, settings, closure: Closure::Productivity };
        let run = case.simulate().unwrap();
        let at = |variable| run.value(variable, Line::Total, study.horizon).unwrap();
        (at(Variable::LabourSupply), at(Variable::LabourDemand))
    };
    // The share of working age at which supply is demand in the last year, found by bisection to the last bit.
    let (mut short, mut enough) = (0.3, 0.9);
    for _ in 0..200 {
        let middle = f64::midpoint(short, enough);
        settings.insert(key.clone(), Setting::Constant(middle));
        let (supply, demand) = case(&settings);
        if supply < demand { short = middle } else { enough = middle }
    }
    let grdp = [Metric::new(Variable::Grdp, Line::Total, study.horizon)];
    let effect = |share: f64| {
        let mut settings = settings.clone();
        settings.insert(key.clone(), Setting::Constant(share));
        let case = Case { study: &study, baseline: &baseline, settings: &settings, closure: Closure::Productivity };
        let found = step_effects(case, &BTreeSet::from([key.clone()]), &grdp).unwrap().remove(0);
        assert_eq!(found.key, key);
        (found.up.unwrap()[0], found.down.unwrap()[0])
    };
    let (up, down) = effect(short - 1e-6);
    assert!(up > 0.0 && (up + down).abs() < 1e-9 * up, "rationed: {up} {down}");
    let (up, down) = effect(enough + 0.05);
    assert!(up.abs() + down.abs() < f64::MIN_POSITIVE, "enough workers: {up} {down}");
}

#[test]
fn a_lever_moves_nothing_only_where_no_figure_follows_it() {
    let (study, baseline, settings) = shipped(|_| Settings::default());
    let case = Case { study: &study, baseline: &baseline, settings: &settings, closure: Closure::Productivity };
    let green = LeverKey::for_lever(Lever::GreenGain, &study.sectors[0].id);
    assert!(moves_nothing(case, &green).unwrap(), "nothing is converted");
    let migration = LeverKey::province(Lever::NetMigration);
    assert!(!moves_nothing(case, &migration).unwrap(), "people move, even where output does not");
}

#[test]
fn every_lane_has_the_bits_of_a_run_alone() {
    let series = |variable, line| MeasuredSeries { variable, line };
    let measured = [
        series(Variable::Grdp, Line::Total),
        series(Variable::Employment, Line::Sector(0)),
        series(Variable::OutputCurrent, Line::Sector(0)),
        series(Variable::GrdpPerHeadUsd, Line::Total),
    ];
    let mut compared = 0;
    for study in studies() {
        for baseline in &study.baselines {
            let baseline = calibrate_baseline(&study, &baseline.id).unwrap();
            let own = merged_settings(&study, "everything").unwrap_or_default();
            let known = |series: &MeasuredSeries| baseline.projection.gap(series.variable, series.line).is_none();
            let measured: Vec<MeasuredSeries> = measured.into_iter().filter(known).collect();
            for closure in closures(&study, &baseline.id) {
                compared += compare_lanes((&study, &baseline, &own, closure), &measured);
            }
        }
    }
    assert!(compared > 10_000, "only {compared} figures were compared");
}

fn compare_lanes(
    (study, baseline, own, closure): (&Study, &CalibratedBaseline, &Settings, Closure),
    measured: &[MeasuredSeries],
) -> usize {
    let mut numbers = Numbers(11);
    let horizon = baseline.inputs.horizon;
    let keys: Vec<LeverKey> = lever_keys(study)
        .into_iter()
        .filter(|key| matches!(key.lever.spec().kind, Kind::Path | Kind::Number))
        .collect();
    let mut resolver = Resolver::<Lanes>::new(Case { study, baseline, settings: own, closure }).unwrap();
    let mut kernel = Kernel::empty(resolver.inputs().unwrap());
    let mut alone: Vec<Settings> = vec![own.clone(); LANES];
    let mut compared = 0;
    // Levers change one after another, so that most parts of the conditions are those of before.
    for key in keys {
        let spec = key.lever.spec();
        let value: Vec<f64> = (0..LANES)
            .map(|_| {
                let shown = spec.soft.0 + numbers.next() * (spec.soft.1 - spec.soft.0);
                spec.from_shown(if spec.decimals == 0 { shown.round() } else { shown })
            })
            .collect();
        for (settings, value) in alone.iter_mut().zip(&value) {
            settings.insert(key.clone(), Setting::Constant(*value));
        }
        resolver.set_constant(&key, Lanes(std::array::from_fn(|lane| value[lane]))).unwrap();
        let changed = resolver.take_changed();
        let Ok(inputs) = resolver.inputs().map(Arc::clone) else { continue };
        let is_sound = kernel.renew(&inputs, changed).is_ok();
        let runs: Vec<_> = alone
            .iter()
            .map(|settings| Case { study, baseline, settings, closure }.resolve().map(|inputs| simulate(&inputs)))
            .collect();
        if !is_sound {
            assert!(runs.iter().any(|run| !matches!(run, Ok(Ok(_)))), "{key}: every run alone has an answer");
            continue;
        }
        let mut buffers = kernel.buffers::<Lanes>();
        for _ in horizon.projected_years() {
            kernel.step(&mut buffers, None);
        }
        for series in measured {
            let lanes = kernel.measure(&buffers, *series);
            for (lane, run) in runs.iter().enumerate() {
                let Ok(Ok(run)) = run else { continue };
                let expected = run.value(series.variable, series.line, horizon.end()).unwrap();
                assert_eq!(lanes.0[lane].to_bits(), expected.to_bits(), "{key} lane {lane} {series:?}");
                compared += 1;
            }
        }
    }
    compared
}

/// A run of all years, compiled for some instruction set.
type Run = fn(&Kernel<Lanes>, &mut Buffers<Lanes>);

/// Years of a block with the instructions that every processor of the platform has.
fn run_plain(kernel: &Kernel<Lanes>, buffers: &mut Buffers<Lanes>) {
    for _ in kernel.horizon().projected_years() {
        kernel.step(buffers, None);
    }
}

/// The same with those of AVX2 at most.
#[multiversion(targets("x86_64+avx2"))]
fn run_with_avx2(kernel: &Kernel<Lanes>, buffers: &mut Buffers<Lanes>) {
    for _ in kernel.horizon().projected_years() {
        kernel.step(buffers, None);
    }
}

/// The same with the best that the machine has.
#[multiversion(targets("x86_64+avx512f+avx512dq+avx512vl+avx512bw+avx512cd", "x86_64+avx2"))]
fn run_with_all(kernel: &Kernel<Lanes>, buffers: &mut Buffers<Lanes>) {
    for _ in kernel.horizon().projected_years() {
        kernel.step(buffers, None);
    }
}

/// Conditions with the best that the machine has.
#[multiversion(targets("x86_64+avx512f+avx512dq+avx512vl+avx512bw+avx512cd", "x86_64+avx2"))]
fn renew_with_all(kernel: &mut Kernel<Lanes>, inputs: &Arc<Inputs<Lanes>>) {
    kernel.renew(inputs, ConditionParts::ALL).unwrap();
}

#[test]
fn every_instruction_set_gives_the_same_bits() {
    for closure in Closure::ALL {
        let (study, baseline, settings) = shipped(|_| Settings::default());
        let mut resolver =
            Resolver::<Lanes>::new(Case { study: &study, baseline: &baseline, settings: &settings, closure }).unwrap();
        let rate = Lanes(std::array::from_fn(|lane| 0.30 + 0.004 * lane as f64));
        resolver.set_constant(&LeverKey::province(Lever::InvestmentRate), rate).unwrap();
        let depth = Lanes(std::array::from_fn(|lane| 0.01 * lane as f64));
        resolver.set_constant(&LeverKey::for_lever(Lever::ShockDepth, &study.shocks[0].id), depth).unwrap();
        let inputs = Arc::clone(resolver.inputs().unwrap());
        let mut kernels = [Kernel::empty(&inputs), Kernel::empty(&inputs)];
        kernels[0].renew(&inputs, ConditionParts::ALL).unwrap();
        renew_with_all(&mut kernels[1], &inputs);
        let series = MeasuredSeries { variable: Variable::GrdpPerHeadUsd, line: Line::Total };
        let mut found = Vec::new();
        for kernel in &kernels {
            let runs: [Run; 3] = [run_plain, run_with_avx2, run_with_all];
            for run in runs {
                let mut buffers = kernel.buffers::<Lanes>();
                run(kernel, &mut buffers);
                found.push(kernel.measure(&buffers, series).0.map(f64::to_bits));
            }
        }
        assert!(found.iter().all(|one| *one == found[0]), "{closure:?}");
        assert!(Lanes(found[0].map(f64::from_bits)).lowest() > 0.0);
    }
}
