//! A lever that the solver may move: its bounds, where it starts, and what a normal-sized move of it is.

use super::super::error::AnalysisError;
use crate::quantity::{Unit, Year};
use crate::scenario::lever::{Kind, Lever, LeverSpec};
use crate::scenario::setting::{LeverKey, Setting};
use crate::scenario::value_form::with_last_year_value;
use crate::scenario::{CalibratedBaseline, Case};

/// Part of the soft range that counts as a normal-sized move.
const NORMAL_MOVE: f64 = 0.2;

/// A lever that may move, in the model's units.
#[derive(Debug, Clone, PartialEq)]
pub struct SolveLever {
    /// The lever.
    pub key: LeverKey,
    /// Where it stands, in the model's unit; may be outside the bounds, and the search then begins at the nearer bound.
    pub start: f64,
    /// Lower bound, in the model's unit.
    pub low: f64,
    /// Upper bound, in the model's unit.
    pub high: f64,
    /// A normal-sized move, in the model's unit: changes are measured in multiples of it (s in B6).
    pub scale: f64,
    /// Years in which the lever takes the value, both included; `None` moves the lever as its slider does.
    pub years: Option<(Year, Year)>,
}

impl SolveLever {
    /// A lever of a case with its soft range as bounds, starting where it stands.
    ///
    /// Refuses switches, shares and levers counted in whole years, which cannot be moved by small steps.
    pub fn new(case: Case<'_>, key: &LeverKey) -> Result<Self, AnalysisError> {
        let inputs = &case.baseline.inputs;
        let spec = key.lever.spec();
        let refused = || AnalysisError::NotMovable { lever: key.to_string() };
        if !is_movable(spec) {
            return Err(refused());
        }
        if let Some(gap) = key.gap(inputs.gaps) {
            return Err(AnalysisError::LeverOfGap { lever: key.to_string(), gap });
        }
        let default = case.default_path(key).ok_or_else(refused)?;
        let own = case.setting(key);
        let start = own.and_then(|setting| setting.last_year_value(inputs.horizon, &default));
        let start = start.or_else(|| default.last().copied()).ok_or_else(refused)?;
        let (low, high) = (spec.from_shown(spec.soft.0).min(start), spec.from_shown(spec.soft.1).max(start));
        Ok(Self { key: key.clone(), start, low, high, scale: normal_move(spec), years: None })
    }

    /// The same lever between other bounds.
    #[must_use]
    pub fn between(mut self, low: f64, high: f64) -> Self {
        (self.low, self.high) = (low.min(high), low.max(high));
        self
    }

    /// The same lever acting in some years only, the base year among them where it is named.
    #[must_use]
    pub const fn in_years(mut self, from: Year, to: Year) -> Self {
        self.years = Some((from, to));
        self
    }

    /// The setting that gives the lever a value.
    pub(super) fn setting(
        &self,
        own: Option<&Setting>,
        value: f64,
        baseline: &CalibratedBaseline,
        default: &Vec<f64>,
    ) -> Setting {
        match self.years {
            Some((from, to)) => Setting::Span { value, from, to },
            None => with_last_year_value(own, value, baseline.inputs.horizon, default),
        }
    }
}

/// Whether a lever can be moved by small steps.
pub fn is_movable(spec: &LeverSpec) -> bool {
    let in_whole_years = matches!(spec.unit, Unit::CalendarYear | Unit::Years) && spec.decimals == 0;
    matches!(spec.kind, Kind::Path | Kind::Number) && !in_whole_years
}

/// What counts as a normal-sized move: a point of growth a year for TFP and labour, a fifth of the soft range for all others.
fn normal_move(spec: &LeverSpec) -> f64 {
    if matches!(spec.lever, Lever::ProductivityGrowthAdded | Lever::LabourGrowthAdded) {
        spec.from_shown(1.0)
    } else {
        NORMAL_MOVE * (spec.from_shown(spec.soft.1) - spec.from_shown(spec.soft.0))
    }
}
