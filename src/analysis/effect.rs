//! What one step of each assumption does to figures: by derivatives where it moves by any amount, by runs where it goes in whole steps.

use super::error::{AnalysisError, require_value};
use super::gradient::{Gradient, Moving};
use super::metric::Metric;
use super::side_by_side::{LeverChange, SideBySide};
use super::solver::is_movable;
use crate::engine::{SLOPES, Variable, simulate};
use crate::scenario::lever::{Kind, LeverSpec, StatedBy};
use crate::scenario::setting::{LeverKey, Setting};
use crate::scenario::value_form::with_last_year_value;
use crate::scenario::{Case, retain_deciding};
use std::borrow::Cow;
use std::collections::BTreeSet;

/// Steps that are worth a block side by side.
const FEWEST_TOGETHER: usize = 4;

/// What one step of a lever adds to figures.
#[derive(Debug, Clone, PartialEq)]
pub struct StepEffect {
    /// The lever.
    pub key: LeverKey,
    /// The step, in the lever's shown unit: one point of per cent, otherwise the step of the catalogue.
    pub step: f64,
    /// What a step up, or switching on, adds to each figure, in the unit of its variable; `None` where the range ends.
    pub up: Option<Vec<f64>>,
    /// The same for a step down, or switching off, in the same units.
    pub down: Option<Vec<f64>>,
    /// Whether both are slopes at the present value times the step, and no runs after the step.
    pub is_slope: bool,
}

/// A lever where it stands in a case.
struct Standing<'a> {
    key: LeverKey,
    spec: &'static LeverSpec,
    own: Option<Cow<'a, Setting>>,
    default: Vec<f64>,
    /// In the model's unit.
    now: f64,
    step: f64,
}

/// Effects of one step of the given levers of a case on figures, in the order of the catalogue.
///
/// Left out: share levers, which move together, and levers that the setting of a group overrides, or of a sector
/// (`retain_deciding`).
/// A derivative is that of the model at the case, times the step; a run is the difference that the step makes.
///
/// # Errors
/// [`AnalysisError`] if the case has no projection, or a figure does not exist in it.
pub fn step_effects(
    case: Case<'_>,
    keys: &BTreeSet<LeverKey>,
    metrics: &[Metric],
) -> Result<Vec<StepEffect>, AnalysisError> {
    let deciding = retain_deciding(case.study, case.settings, keys.iter().cloned().collect());
    let standing: Vec<Standing<'_>> = deciding.into_iter().filter_map(|key| Standing::of(case, key)).collect();
    if standing.is_empty() {
        return Ok(Vec::new());
    }
    let (smooth, stepped): (Vec<_>, Vec<_>) = standing.into_iter().partition(|one| is_movable(one.spec));
    let mut found = by_derivatives(case, smooth, metrics)?;
    found.extend(by_runs(case, &stepped, metrics)?);
    found.sort_by(|a, b| a.key.cmp(&b.key));
    Ok(found)
}

/// Whether a lever moves no variable of any line in any year over its whole allowed range.
///
/// # Errors
/// [`AnalysisError::Resolve`] if the case itself does not run.
pub fn moves_nothing(case: Case<'_>, key: &LeverKey) -> Result<bool, AnalysisError> {
    let Some(standing) = Standing::of(case, key.clone()) else { return Ok(false) };
    let start = case.simulate()?;
    let (low, high) = standing.spec.hard;
    for shown in [low, f64::midpoint(low, high), high] {
        let mut settings = case.settings.clone();
        settings.insert(key.clone(), standing.setting(case, standing.spec.from_shown(shown)));
        // A value at which the run fails counts as an effect.
        let Ok(moved) = case.with_settings(&settings).simulate() else { return Ok(false) };
        let same =
            |variable: Variable| start.lines().all(|line| start.series(variable, line) == moved.series(variable, line));
        if !Variable::ALL.into_iter().all(same) {
            return Ok(false);
        }
    }
    Ok(true)
}

impl<'a> Standing<'a> {
    fn of(case: Case<'a>, key: LeverKey) -> Option<Self> {
        let spec = key.lever.spec();
        if spec.kind == Kind::Shares {
            return None;
        }
        let default = case.default_path(&key)?;
        let own = case.setting(&key);
        let now = own.as_ref().and_then(|setting| setting.last_year_value(case.baseline.inputs.horizon, &default));
        let now = now.or_else(|| default.last().copied())?;
        let step = if spec.unit.factor() < 1.0 { 1.0 } else { spec.step };
        Some(Self { key, spec, own, default, now, step })
    }

    fn setting(&self, case: Case<'_>, value: f64) -> Setting {
        if self.spec.kind == Kind::Switch {
            return Setting::Switch(value > 0.5);
        }
        with_last_year_value(self.own.as_deref(), value, case.baseline.inputs.horizon, &self.default)
    }

    /// The default path of a lever without a setting, moved in every projected year so that the last has a value.
    fn shift_default(&self, value: f64) -> Vec<f64> {
        let by = value - self.now;
        self.default.iter().enumerate().map(|(t, own)| if t == 0 { *own } else { own + by }).collect()
    }

    /// The value so many steps away, in the model's unit, where the range allows it.
    fn stepped(&self, steps: f64) -> Option<f64> {
        let shown = self.spec.to_shown(self.now) + steps * self.step;
        self.spec.allows(shown).then(|| self.spec.from_shown(shown))
    }

    fn effect(&self, [up, down]: [Option<Vec<f64>>; 2], is_slope: bool) -> StepEffect {
        StepEffect { key: self.key.clone(), step: self.step, up, down, is_slope }
    }
}

fn by_derivatives(
    case: Case<'_>,
    levers: Vec<Standing<'_>>,
    metrics: &[Metric],
) -> Result<Vec<StepEffect>, AnalysisError> {
    let horizon = case.baseline.inputs.horizon;
    let moving = |one: &Standing<'_>| {
        let path = |value: f64| match one.own {
            Some(_) => one.setting(case, value).path(horizon, &one.default),
            None => one.shift_default(value),
        };
        Moving::new(one.key.clone(), one.now, path)
    };
    let mut rising = Gradient::<true>::new(case)?;
    let mut falling: Option<Gradient<'_, false>> = None;
    let mut found = Vec::with_capacity(levers.len());
    // A number that a project has only once it is given one hides the common number from the project; it stands by itself.
    let hides = |one: &Standing<'_>| one.own.is_none() && matches!(one.spec.stated_by, StatedBy::UnlessProject(_));
    let (alone, together): (Vec<_>, Vec<_>) = levers.into_iter().partition(hides);
    for block in together.chunks(SLOPES).chain(alone.chunks(1)) {
        let moving: Vec<Moving> = block.iter().map(moving).collect();
        let up = rising.evaluate(&moving, metrics)?;
        // A fall has slopes of its own only where a selection stands at its limit.
        let down = if up.is_at_limit {
            let falling = match &mut falling {
                Some(falling) => falling,
                none => none.insert(Gradient::new(case)?),
            };
            Some(falling.evaluate(&moving, metrics)?)
        } else {
            None
        };
        let down = down.as_ref().unwrap_or(&up);
        for (place, one) in block.iter().enumerate() {
            let size = one.spec.from_shown(one.step);
            let column = |rows: &[Vec<f64>], steps: f64| {
                let slopes = rows.iter().map(|row| row.get(place).map_or(f64::NAN, |slope| slope * size * steps));
                one.stepped(steps).map(|_| slopes.collect())
            };
            found.push(one.effect([column(&up.rows, 1.0), column(&down.rows, -1.0)], true));
        }
    }
    Ok(found)
}

fn by_runs(case: Case<'_>, levers: &[Standing<'_>], metrics: &[Metric]) -> Result<Vec<StepEffect>, AnalysisError> {
    if levers.is_empty() {
        return Ok(Vec::new());
    }
    let now = figures(case, metrics)?;
    let steps = |one: &Standing<'_>| [1.0, -1.0].map(|steps| one.stepped(steps));
    let mut changes: Vec<LeverChange<'_>> = Vec::new();
    for (lever, one) in levers.iter().enumerate() {
        for value in steps(one).into_iter().flatten() {
            changes.push(vec![(lever, Some(Cow::Owned(one.setting(case, value))))]);
        }
    }
    // A block side by side takes as long as several runs, whatever part of it is used.
    let together = if changes.len() < FEWEST_TOGETHER {
        None
    } else {
        SideBySide::new(case, levers.iter().map(|one| &one.key)).figures(&changes, metrics)?
    };
    let mut next = 0;
    let mut found = Vec::with_capacity(levers.len());
    for one in levers {
        let mut sides = [None, None];
        for (side, value) in sides.iter_mut().zip(steps(one)) {
            let Some(value) = value else { continue };
            let moved = match together.as_ref().and_then(|rows| rows.get(next)) {
                Some(row) => Some(row.clone()),
                None => alone(case, one, value, metrics)?,
            };
            next += 1;
            *side = moved.map(|row| row.iter().zip(&now).map(|(moved, now)| moved - now).collect());
        }
        found.push(one.effect(sides, false));
    }
    Ok(found)
}

/// Figures after a step by itself; `None` where the model has no answer there.
fn alone(
    case: Case<'_>,
    one: &Standing<'_>,
    value: f64,
    metrics: &[Metric],
) -> Result<Option<Vec<f64>>, AnalysisError> {
    let mut settings = case.settings.clone();
    settings.insert(one.key.clone(), one.setting(case, value));
    match figures(case.with_settings(&settings), metrics) {
        Ok(row) => Ok(Some(row)),
        Err(error) if error.is_of_values() => Ok(None),
        Err(error) => Err(error),
    }
}

fn figures(case: Case<'_>, metrics: &[Metric]) -> Result<Vec<f64>, AnalysisError> {
    let projection = simulate(&case.resolve()?)?;
    let value = |metric: &Metric| require_value(metric, &projection);
    metrics.iter().map(value).collect()
}
