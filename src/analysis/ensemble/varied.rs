//! Draws whose inputs differ: uncertain levers, and crashes that may begin in any year.

use super::group::{DrawGroup, DrawResults, Scratch, group_factors, no_reason, of_lane, run_draws};
use super::{Plan, UncertainLever};
use crate::analysis::lane_kernel::LaneKernel;
use crate::analysis::random::{Philox, Purpose, uniform};
use crate::engine::{Buffers, Kernel, LANES, Lanes, Real as _, ShockInputs, simulate_with};
use crate::quantity::{Horizon, Year};
use crate::scenario::lever::Kind;
use crate::scenario::setting::{Setting, Settings};
use crate::scenario::{Case, ResolveError, Resolver, deciding_keys};
use multiversion::multiversion;
use std::sync::Arc;

/// Draws with inputs of their own, side by side.
pub(super) struct Varied<'a> {
    plan: &'a Plan<'a>,
    crash: Option<Crash>,
    generator: Philox,
    resolver: Resolver<'a, Lanes>,
    kernel: LaneKernel,
}

/// A crash that may begin in any year.
struct Crash {
    probability: f64,
    shape: ShockInputs,
}

impl<'a> Varied<'a> {
    /// `None` where the draws of a plan share their inputs.
    pub(super) fn new(plan: &'a Plan<'a>) -> Result<Option<Self>, ResolveError> {
        if plan.options.levers.is_empty() && !plan.options.crash {
            return Ok(None);
        }
        let crash = if plan.options.crash { crash(plan)? } else { None };
        let generator = Philox::new(plan.options.seed);
        let resolver = Resolver::new(plan.case)?;
        Ok(Some(Self { plan, crash, generator, resolver, kernel: LaneKernel::default() }))
    }

    /// Runs the draws of a group.
    pub(super) fn run_group(
        &mut self,
        scratch: &mut Scratch,
        block: &mut DrawResults,
        group: &DrawGroup,
    ) -> Result<(), ResolveError> {
        let numbers = self.numbers(group.number);
        for (lever, number) in self.plan.options.levers.iter().zip(&numbers) {
            let value = number.map(|uniform| lever.quantile(uniform));
            self.resolver.set_constant(&lever.key, value)?;
        }
        let inputs = match &self.crash {
            Some(crash) => {
                let years = numbers.get(self.plan.options.levers.len()..).unwrap_or(&[]);
                let horizon = self.plan.kernel.horizon();
                self.resolver.inputs_with_shocks(crash.strike(horizon, years))
            }
            None => self.resolver.inputs(),
        };
        if let Ok(inputs) = inputs.map(Arc::clone) {
            let changed = self.resolver.take_changed();
            let run = |kernel: &Kernel<Lanes>, buffers: &mut Buffers<Lanes>| {
                run_varied(self.plan, (kernel, buffers), scratch, block, group)
            };
            if self.kernel.start_with(&inputs, changed, run) == Some(true) {
                return Ok(());
            }
        }
        Err(self.why(&numbers, group)?)
    }

    /// Uniform numbers of a group: one a lever, then one a projected year.
    fn numbers(&self, group: usize) -> Vec<Lanes> {
        let n_levers = self.plan.options.levers.len();
        let years: Vec<Year> = self.plan.kernel.horizon().projected_years().collect();
        let mut numbers = vec![Lanes::ZERO; n_levers + years.len()];
        for lane in 0..LANES {
            let draw = (group * LANES + lane) as u64;
            let (levers, crashes) = numbers.split_at_mut(n_levers);
            for (number, word) in levers.iter_mut().zip(self.generator.numbers(draw, Purpose::Levers)) {
                number.0[lane] = uniform(word);
            }
            if self.crash.is_some() {
                for (number, year) in crashes.iter_mut().zip(&years) {
                    number.0[lane] = uniform(self.generator.words(draw, Purpose::Crash(*year), 0)[0]);
                }
            }
        }
        numbers
    }

    /// Why a group has no answer: the first error of its draws run one by one.
    fn why(&self, numbers: &[Lanes], group: &DrawGroup) -> Result<ResolveError, ResolveError> {
        let factors = group_factors(self.plan, group.number);
        let (case, levers) = (self.plan.case, &self.plan.options.levers);
        for lane in group.lanes.clone() {
            let mut settings: Settings = case.settings.clone();
            for (lever, number) in levers.iter().zip(numbers) {
                settings.insert(lever.key.clone(), Setting::Constant(lever.quantile(number.0[lane])));
            }
            let mut inputs = Arc::unwrap_or_clone(case.with_settings(&settings).resolve()?);
            if let Some(crash) = &self.crash {
                let years = numbers.get(levers.len()..).unwrap_or(&[]);
                let shocks = crash.strike(inputs.horizon, years);
                inputs.shocks.extend(shocks.map(|shock| shock.of_lane(lane)));
            }
            simulate_with(&Arc::new(inputs), &of_lane(&factors, lane))?;
        }
        Ok(no_reason(self.plan).into())
    }
}

impl Crash {
    /// A shock in each projected year, with its depth in the lanes whose number says so.
    fn strike(&self, horizon: Horizon, numbers: &[Lanes]) -> impl Iterator<Item = ShockInputs<Lanes>> {
        horizon.years().skip(1).zip(numbers).map(|(year, number)| {
            let depth = number.map(|number| if number < self.probability { self.shape.depth } else { 0.0 });
            ShockInputs {
                start: Lanes::splat(f64::from(year)),
                depth,
                half_life: Lanes::splat(self.shape.half_life),
                scar: Lanes::splat(self.shape.scar),
                exposure: self.shape.exposure.iter().map(|one| Lanes::splat(*one)).collect(),
            }
        })
    }
}

/// The draws of a group with inputs of their own: compiled for several instruction sets, of which the best that the machine has is taken.
///
/// No variant uses a fused multiply-add, so that all give the same bits. Returns whether every figure is sound.
#[multiversion(targets("x86_64+avx512f+avx512dq+avx512vl+avx512bw+avx512cd", "x86_64+avx2"))]
fn run_varied(
    plan: &Plan<'_>,
    (kernel, buffers): (&Kernel<Lanes>, &mut Buffers<Lanes>),
    scratch: &mut Scratch,
    block: &mut DrawResults,
    group: &DrawGroup,
) -> bool {
    run_draws(plan, (kernel, buffers), scratch, block, group)
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
            start: f64::from(shock.start),
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
        Some(UncertainLever { key: key.clone(), low: *low, mode: *base, high: *high, years: None })
    });
    ranges.collect()
}

/// Levers of a study over their soft ranges, around the value that a case has; switches and shares have none, nor levers that act through
/// what nobody has figures of.
pub fn soft_levers(case: Case<'_>) -> Vec<UncertainLever> {
    let inputs = &case.baseline.inputs;
    let lever = |key: crate::scenario::setting::LeverKey| {
        let spec = key.lever.spec();
        let acts = key.gap(inputs.gaps).is_none();
        if !acts || !matches!(spec.kind, Kind::Path | Kind::Number) {
            return None;
        }
        let default = case.default_path(&key)?;
        let setting = case.setting(&key);
        let mode = match &setting {
            Some(setting) => setting.last_year_value(inputs.horizon, &default)?,
            None => *default.last()?,
        };
        let years = setting.as_deref().and_then(Setting::stated_years);
        let (low, high) = (spec.from_shown(spec.soft.0).min(mode), spec.from_shown(spec.soft.1).max(mode));
        Some(UncertainLever { key, low, mode, high, years })
    };
    deciding_keys(case.study, case.settings).into_iter().filter_map(lever).collect()
}
