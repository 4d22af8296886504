//! What one step of each assumption adds to GRDP of the last year, and to average growth as the card tells it.

use crate::analysis::{AnalysisError, Metric, StepEffect, actual_level, growth_period, step_effects};
use crate::engine::{Line, Projection, TOTAL_LINE, Variable};
use crate::quantity::average_growth;
use crate::scenario::Case;
use crate::scenario::setting::LeverKey;
use std::collections::{BTreeMap, BTreeSet};

/// What a step adds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct GrdpChange {
    /// GRDP of the last year, trillion VND at constant prices.
    pub grdp: f64,
    /// Average growth of the years of [`growth_period`], fraction a year; `None` where the first of them has no level.
    pub growth: Option<f64>,
}

/// Effects of one step of a lever on GRDP.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct GrdpEffect {
    /// The step, in the lever's shown unit.
    pub step: f64,
    /// After a step up, or switching on; `None` where the range ends.
    pub up: Option<GrdpChange>,
    /// After a step down, or switching off.
    pub down: Option<GrdpChange>,
    /// Whether both are slopes at the present value times the step: about what a step does, and not a run.
    pub is_slope: bool,
}

/// Effects of those levers of a case that were asked about; `None` for a lever without effect.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct GrdpEffects(BTreeMap<LeverKey, Option<GrdpEffect>>);

impl GrdpEffects {
    /// The levers among these whose effects are not known yet.
    pub(super) fn unknown<'k>(&self, keys: &'k [LeverKey]) -> impl Iterator<Item = &'k LeverKey> {
        keys.iter().filter(|key| !self.0.contains_key(key))
    }

    /// These effects and those of more levers of the same case, whose projection is known.
    pub(super) fn with(
        &self,
        (case, projection): (Case<'_>, &Projection),
        keys: &BTreeSet<LeverKey>,
    ) -> Result<Self, AnalysisError> {
        let (period, _) = growth_period(case.study);
        let grdp = |year| Metric::new(Variable::Grdp, Line::Total, year);
        let before = period.since - 1;
        let is_projected = projection.horizon().index(before).is_some_and(|index| index > 0);
        let mut metrics = vec![grdp(case.study.horizon), grdp(period.until)];
        if is_projected {
            metrics.push(grdp(before));
        }
        let level = |metric: &Metric| metric.value(projection);
        let past = || actual_level(case.study, TOTAL_LINE, before).map(|actual| actual.value);
        let from = level(&grdp(before)).or_else(past);
        let levels = from.zip(level(&grdp(period.until)));
        let years = period.until - before;
        let change = |added: &Vec<f64>| {
            let of = |position: usize| added.get(position).copied().unwrap_or(0.0);
            let growth = levels.and_then(|(from, to)| {
                let moved = average_growth(from + of(2), to + of(1), years)?;
                Some(moved - average_growth(from, to, years)?)
            });
            GrdpChange { grdp: of(0), growth }
        };
        let effect = |one: StepEffect| {
            let effect = GrdpEffect {
                step: one.step,
                up: one.up.as_ref().map(change),
                down: one.down.as_ref().map(change),
                is_slope: one.is_slope,
            };
            (one.key, Some(effect))
        };
        let found: Vec<_> = step_effects(case, keys, &metrics)?.into_iter().map(effect).collect();
        let mut all = self.0.clone();
        all.extend(keys.iter().map(|key| (key.clone(), None)));
        all.extend(found);
        Ok(Self(all))
    }

    /// The effect of a lever that was asked about; shares have none.
    pub fn of_lever(&self, key: &LeverKey) -> Option<GrdpEffect> {
        self.0.get(key).copied().flatten()
    }
}

impl GrdpEffect {
    /// The side that is told in one line: the step up, or down where the range ends.
    pub fn main_side(&self) -> Option<(bool, GrdpChange)> {
        self.up.map(|change| (true, change)).or_else(|| self.down.map(|change| (false, change)))
    }
}
