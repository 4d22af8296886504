//! Changes of one case run side by side: what each of them would give, [`LANES`] at a time.
//!
//! Every change has the bits of a run by itself; what does not differ between changes is computed once.

use super::metric::Metric;
use crate::engine::{Inputs, LANES, Lanes, Path, PerLane, Projection, simulate_over};
use crate::scenario::lever::Kind;
use crate::scenario::setting::{LeverKey, Setting};
use crate::scenario::{Case, ResolveError, Resolver, default_path, default_shares};
use multiversion::multiversion;
use std::borrow::Cow;
use std::sync::Arc;

/// One change of a case: levers with what they are given instead; `None` lets a lever follow the baseline.
pub(super) type Change<'s> = Vec<(&'s LeverKey, Option<Cow<'s, Setting>>)>;

/// A case whose changes are run side by side.
#[derive(Debug, Clone)]
pub(super) struct SideBySide<'a> {
    case: Case<'a>,
    resolver: Resolver<'a, PerLane>,
}

impl<'a> SideBySide<'a> {
    pub(super) fn new(case: Case<'a>) -> Result<Self, ResolveError> {
        let resolver = Resolver::new(case.study, case.baseline, case.settings, case.closure)?;
        Ok(Self { case, resolver })
    }

    /// Figures of every change; `None` where one of them has no answer, which a run by itself then explains.
    pub(super) fn figures(
        &mut self,
        changes: &[Change<'_>],
        metrics: &[Metric],
    ) -> Result<Option<Vec<Vec<f64>>>, ResolveError> {
        let mut found = Vec::with_capacity(changes.len());
        for block in changes.chunks(LANES) {
            let Some(projection) = self.run(block)? else { return Ok(None) };
            let values: Option<Vec<PerLane>> = metrics.iter().map(|metric| metric.value(&projection)).collect();
            let Some(values) = values else { return Ok(None) };
            found.extend((0..block.len()).map(|lane| values.iter().map(|value| value.lane(lane)).collect()));
        }
        Ok(Some(found))
    }

    /// Runs up to [`LANES`] changes; lanes beyond them hold the case itself.
    pub(super) fn run(&mut self, changes: &[Change<'_>]) -> Result<Option<Projection<PerLane>>, ResolveError> {
        let mut keys: Vec<&LeverKey> = changes.iter().flatten().map(|(key, _)| *key).collect();
        keys.sort_unstable();
        keys.dedup();
        for key in &keys {
            let given: Vec<Option<&Setting>> = changes.iter().map(|change| self.setting_in(change, key)).collect();
            self.give(key, &given)?;
        }
        let found = match self.resolver.inputs() {
            Ok(inputs) => run_lanes(inputs),
            Err(_) => None,
        };
        for key in keys {
            self.resolver.set(key, self.case.settings.get(key).map(Cow::Borrowed))?;
        }
        Ok(found)
    }

    fn setting_in<'c>(&self, change: &'c Change<'_>, key: &LeverKey) -> Option<&'c Setting>
    where
        'a: 'c,
    {
        match change.iter().find(|(own, _)| *own == key) {
            Some((_, given)) => given.as_deref(),
            None => self.case.settings.get(key),
        }
    }

    /// Gives a lever what it is given in each lane.
    fn give(&mut self, key: &LeverKey, given: &[Option<&Setting>]) -> Result<(), ResolveError> {
        let own = self.case.settings.get(key);
        let (study, baseline) = (self.case.study, self.case.baseline);
        if key.lever.spec().kind == Kind::Shares {
            let default = default_shares(study, baseline, key.lever).unwrap_or_default();
            let tables: Vec<_> = given.iter().chain([&own]).map(|one| one.and_then(Setting::shares)).collect();
            let part = |(id, share): (String, f64)| {
                let numbers = tables.iter().map(|table| table.map_or(share, |table| table.number(&id).unwrap_or(0.0)));
                (id.clone(), per_lane(numbers))
            };
            return self.resolver.set_parts(key, default.iter().map(part).collect());
        }
        let horizon = baseline.inputs.horizon;
        let default = default_path(study, baseline, key).unwrap_or_else(|| vec![0.0; horizon.len()]);
        let path = |one: &Option<&Setting>| -> Path {
            match one {
                Some(Setting::Switch(on)) => vec![f64::from(u8::from(*on)); horizon.len()],
                Some(setting) => setting.path(horizon, &default),
                None => default.clone(),
            }
        };
        let paths: Vec<Path> = given.iter().chain([&own]).map(path).collect();
        let values = (0..horizon.len()).map(|t| per_lane(paths.iter().map(|path| path[t]))).collect();
        self.resolver.set_values(key, values)
    }
}

/// Numbers of the lanes; the last fills the lanes beyond.
fn per_lane(numbers: impl Iterator<Item = f64> + Clone) -> PerLane {
    let last = numbers.clone().last().unwrap_or(f64::NAN);
    if numbers.clone().all(|number| number.to_bits() == last.to_bits()) {
        return PerLane::Same(last);
    }
    let mut lanes = Lanes([last; LANES]);
    for (lane, number) in lanes.0.iter_mut().zip(numbers) {
        *lane = number;
    }
    PerLane::Each(lanes)
}

/// Runs of [`LANES`] assumptions: compiled for several instruction sets, of which the best that the machine has is taken.
///
/// No variant uses a fused multiply-add, so that all give the same bits.
#[multiversion(targets("x86_64+avx512f+avx512dq+avx512vl+avx512bw+avx512cd", "x86_64+avx2"))]
fn run_lanes(inputs: &Arc<Inputs<PerLane>>) -> Option<Projection<PerLane>> {
    simulate_over(inputs).ok()
}
