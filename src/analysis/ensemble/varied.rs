//! Draws whose inputs differ: uncertain levers, and crashes that may begin in any year.

use super::draws::Uniforms;
use super::goal::Judge;
use super::run::{group_factors, of_lane, run_alone};
use super::{Plan, UncertainLever};
use crate::engine::{Inputs, Kernel, LANES, Lanes, ShockInputs, simulate_with};
use crate::quantity::Horizon;
use crate::scenario::lever::Kind;
use crate::scenario::setting::{Setting, Settings};
use crate::scenario::study::Study;
use crate::scenario::{CalibratedBaseline, ResolveError, default_path, lever_keys};
use std::ops::Range;
use std::sync::Arc;

/// What a draw gave: its lane, its values by series and year, and for each goal 1 or 0.
type Sink<'s> = dyn FnMut(usize, &[f64], &[f64]) + 's;

/// Draws with inputs of their own, one by one.
pub(super) struct Varied<'a> {
    plan: &'a Plan<'a>,
    crash: Option<Crash>,
    uniforms: Uniforms,
}

/// A crash that may begin in any year.
struct Crash {
    probability: f64,
    shape: ShockInputs,
}

impl<'a> Varied<'a> {
    pub(super) fn new(plan: &'a Plan<'a>) -> Result<Self, ResolveError> {
        let crash = if plan.options.crash { crash(plan)? } else { None };
        let uniforms = Uniforms::new(plan.options.seed, plan.errors.per_year());
        Ok(Self { plan, crash, uniforms })
    }

    /// Runs the lanes of a group and hands each draw over.
    pub(super) fn run_group(
        &mut self,
        group: usize,
        lanes: Range<usize>,
        sink: &mut Sink<'_>,
    ) -> Result<(), ResolveError> {
        let factors = group_factors(self.plan, group);
        let numbers = self.numbers(group);
        for lane in lanes {
            let kernel = self.kernel(&numbers, lane)?;
            let factors = of_lane(&factors, lane);
            let mut judge = Judge::<f64>::new(&self.plan.goals);
            let (values, is_sound) = run_alone(&kernel, &factors, self.plan, &mut judge);
            if !is_sound {
                simulate_with(kernel.inputs(), &factors)?;
            }
            sink(lane, &values, &judge.reached);
        }
        Ok(())
    }

    /// Values that the goals of the first group are judged by.
    pub(super) fn judged_values(
        &mut self,
        lanes: Range<usize>,
        sink: &mut dyn FnMut(&[f64]),
    ) -> Result<(), ResolveError> {
        let factors = group_factors(self.plan, 0);
        let numbers = self.numbers(0);
        for lane in lanes {
            let mut judge = Judge::<f64>::new(&self.plan.goals);
            run_alone(&self.kernel(&numbers, lane)?, &of_lane(&factors, lane), self.plan, &mut judge);
            sink(&judge.values);
        }
        Ok(())
    }

    /// Uniform numbers of a group: one a lever, then one a projected year.
    fn numbers(&mut self, group: usize) -> Vec<Lanes> {
        self.uniforms.turn_to(group as u64);
        self.uniforms.seek_beyond_years();
        let wanted = self.plan.options.levers.len() + self.plan.kernel.horizon().len() - 1;
        (0..wanted).map(|_| self.uniforms.next()).collect()
    }

    /// The kernel of one draw.
    fn kernel(&self, numbers: &[Lanes], lane: usize) -> Result<Kernel, ResolveError> {
        debug_assert!(lane < LANES);
        let case = self.plan.case;
        let levers = &self.plan.options.levers;
        let mut inputs = if levers.is_empty() {
            self.plan.kernel.inputs().as_ref().clone()
        } else {
            let mut settings: Settings = case.settings.clone();
            for (lever, number) in levers.iter().zip(numbers) {
                settings.insert(lever.key.clone(), Setting::Constant(lever.quantile(number.0[lane])));
            }
            Arc::unwrap_or_clone(case.with_settings(&settings).resolve()?)
        };
        if let Some(crash) = &self.crash {
            crash.strike(&mut inputs, numbers.get(levers.len()..).unwrap_or(&[]), lane);
        }
        Ok(Kernel::new(&Arc::new(inputs))?)
    }
}

impl Crash {
    /// Adds a shock in each projected year whose number says so.
    fn strike(&self, inputs: &mut Inputs, numbers: &[Lanes], lane: usize) {
        for (year, number) in inputs.horizon.years().skip(1).zip(numbers) {
            if number.0[lane] < self.probability {
                inputs.shocks.push(ShockInputs { start: year, ..self.shape.clone() });
            }
        }
    }
}

/// The crash of a study: its probability, and the depth, half-life, scar and exposure of its first shock.
fn crash(plan: &Plan<'_>) -> Result<Option<Crash>, ResolveError> {
    let study = plan.case.study;
    let probability = plan.model.crash_probability.ok_or_else(|| ResolveError::MissingFigure {
        quantity: crate::scenario::figure::Quantity::CrashProbability,
        line: String::new(),
        year: None,
        baseline: plan.case.baseline.id.clone(),
    })?;
    let exposure = |shock: &crate::scenario::study::Shock| {
        study.sectors.iter().map(|sector| shock.exposure.number(&sector.id).unwrap_or(0.0)).collect()
    };
    Ok(study.shocks.first().map(|shock| Crash {
        probability,
        shape: ShockInputs {
            start: shock.start,
            depth: shock.depth,
            half_life: shock.half_life,
            scar: shock.scar,
            exposure: exposure(shock),
        },
    }))
}

/// Levers of a case that carry a low, a base and a high value.
pub fn stated_levers(settings: &Settings) -> Vec<UncertainLever> {
    let ranges = settings.entries().filter_map(|(key, setting)| {
        let Setting::Range { low, base, high } = setting else { return None };
        Some(UncertainLever { key: key.clone(), low: *low, mode: *base, high: *high })
    });
    ranges.collect()
}

/// Levers of a study over their soft ranges, around the value that a case has; switches and shares have none.
pub fn soft_levers(study: &Study, baseline: &CalibratedBaseline, settings: &Settings) -> Vec<UncertainLever> {
    let horizon: Horizon = baseline.inputs.horizon;
    let lever = |key: crate::scenario::setting::LeverKey| {
        let spec = key.lever.spec();
        if !matches!(spec.kind, Kind::Path | Kind::Number) {
            return None;
        }
        let default = default_path(study, baseline, &key)?;
        let mode = match settings.get(&key) {
            Some(setting) => setting.last_year_value(horizon, &default)?,
            None => *default.last()?,
        };
        let (low, high) = (spec.from_shown(spec.soft.0).min(mode), spec.from_shown(spec.soft.1).max(mode));
        Some(UncertainLever { key, low, mode, high })
    };
    lever_keys(study).into_iter().filter_map(lever).collect()
}
