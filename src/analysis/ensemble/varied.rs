//! Draws whose inputs differ: uncertain levers, and crashes that may begin in any year.

use super::goal::Judge;
use super::run::{group_factors, of_lane, run_alone};
use super::{Plan, UncertainLever};
use crate::analysis::random::{Philox, Purpose, uniform};
use crate::engine::{Inputs, Kernel, LANES, ShockInputs, simulate_with};
use crate::quantity::{Horizon, Year};
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
    generator: Philox,
}

/// A crash that may begin in any year.
struct Crash {
    probability: f64,
    shape: ShockInputs,
}

impl<'a> Varied<'a> {
    pub(super) fn new(plan: &'a Plan<'a>) -> Result<Self, ResolveError> {
        let crash = if plan.options.crash { crash(plan)? } else { None };
        Ok(Self { plan, crash, generator: Philox::new(plan.options.seed) })
    }

    /// Runs the lanes of a group and hands each draw over.
    pub(super) fn run_group(&self, group: usize, lanes: Range<usize>, sink: &mut Sink<'_>) -> Result<(), ResolveError> {
        let factors = group_factors(self.plan, group);
        for lane in lanes {
            let kernel = self.kernel(group * LANES + lane)?;
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
    pub(super) fn judged_values(&self, lanes: Range<usize>, sink: &mut dyn FnMut(&[f64])) -> Result<(), ResolveError> {
        let factors = group_factors(self.plan, 0);
        for lane in lanes {
            let mut judge = Judge::<f64>::new(&self.plan.goals);
            run_alone(&self.kernel(lane)?, &of_lane(&factors, lane), self.plan, &mut judge);
            sink(&judge.values);
        }
        Ok(())
    }

    /// The kernel of one draw.
    fn kernel(&self, draw: usize) -> Result<Kernel, ResolveError> {
        let draw = draw as u64;
        let case = self.plan.case;
        let levers = &self.plan.options.levers;
        let mut inputs = if levers.is_empty() {
            self.plan.kernel.inputs().as_ref().clone()
        } else {
            let mut settings: Settings = case.settings.clone();
            for (lever, word) in levers.iter().zip(self.generator.numbers(draw, Purpose::Levers)) {
                settings.insert(lever.key.clone(), Setting::Constant(lever.quantile(uniform(word))));
            }
            Arc::unwrap_or_clone(case.with_settings(&settings).resolve()?)
        };
        if let Some(crash) = &self.crash {
            crash.strike(&mut inputs, |year| self.generator.words(draw, Purpose::Crash(year), 0)[0]);
        }
        Ok(Kernel::new(&Arc::new(inputs))?)
    }
}

impl Crash {
    /// Adds a shock in each projected year whose random word says so.
    fn strike(&self, inputs: &mut Inputs, word: impl Fn(Year) -> u64) {
        for year in inputs.horizon.years().skip(1) {
            if uniform(word(year)) < self.probability {
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
