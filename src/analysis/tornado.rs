//! What matters: how far each lever moves a figure over its range, one at a time, and where a goal is just met.

use super::error::{AnalysisError, require_value};
use super::inert::{Inert, inert};
use super::metric::Metric;
use super::reach::{Reach, reach};
use super::side_by_side::SideBySide;
use super::solver::{Goal, GoalVerdict, SolveLever, SolverQuestion, solve};
use crate::engine::{LANES, simulate};
use crate::quantity::Year;
use crate::scenario::Case;
use crate::scenario::lever::Kind;
use crate::scenario::setting::{LeverKey, Setting};
use crate::scenario::value_form::with_last_year_value;
use crate::scenario::{Resolver, deciding_keys};
use std::borrow::Cow;

/// A lever moved from the low to the high end of its range.
#[derive(Debug, Clone, PartialEq)]
pub struct Swing {
    /// The lever.
    pub key: LeverKey,
    /// Low end of the range, in the model's unit of the lever.
    pub low: f64,
    /// High end of the range, in the model's unit of the lever.
    pub high: f64,
    /// Where the lever stands, in the model's unit of the lever.
    pub now: f64,
    /// The figure with the lever at its low end, in the unit of the figure's variable.
    pub at_low: f64,
    /// The figure with the lever at its high end, in the unit of the figure's variable.
    pub at_high: f64,
    /// First and last year that the case sets it for, where that is not every year: it is moved in these years alone.
    pub years: Option<(Year, Year)>,
    /// Whether low and high were set by hand instead of being the plausible range.
    pub is_own_range: bool,
    /// Why the range ends before its low end, where the model answers no further; `low` is then the last value at which it does.
    pub stopped_low: Option<AnalysisError>,
    /// The same for the high end.
    pub stopped_high: Option<AnalysisError>,
}

impl Swing {
    /// Absolute difference of the figure between the two ends, in the unit of its variable.
    pub fn width(&self) -> f64 {
        (self.at_high - self.at_low).abs()
    }
}

/// Every lever's effect on one figure.
#[derive(Debug, Clone, PartialEq)]
pub struct Tornado {
    /// The figure.
    pub metric: Metric,
    /// Its value at the present settings, in the unit of its variable.
    pub now: f64,
    /// Levers that move it, the widest first.
    pub swings: Vec<Swing>,
    /// Levers that do not move it at present, with the reason where one is known.
    pub inert: Vec<(LeverKey, Option<Inert>)>,
    /// Levers that give no projection however little they are moved, with the reason.
    pub stopped: Vec<(LeverKey, AnalysisError)>,
}

/// Moves every lever of a case over its range, one at a time.
///
/// The range is low to high where the case stores them, otherwise the soft range; a switch goes from off to on.
/// Shares move together and are left out.
///
/// # Errors
/// [`AnalysisError`] if the case itself does not run, or the figure does not exist in it.
pub fn tornado(case: Case<'_>, metric: Metric) -> Result<Tornado, AnalysisError> {
    let mut resolver = case.resolver()?;
    let now = figure(&mut resolver, metric)?;
    let mut tornado = Tornado { metric, now, swings: Vec::new(), inert: Vec::new(), stopped: Vec::new() };
    let mut moved = Vec::new();
    for key in deciding_keys(case.study, case.settings) {
        if key.lever.spec().kind == Kind::Shares {
            continue;
        }
        let reason = inert(case.study, case.baseline.inputs.gaps, case.settings, &key, case.closure);
        let is_stand_in = matches!(reason, Some(Inert::NoFigures(_)));
        if is_stand_in || reason.is_some() && metric.follows_output() {
            tornado.inert.push((key, reason));
        } else if let Some(range) = Range::for_lever(case, &key) {
            moved.push(Moved { key, range, reason });
        }
    }
    let mut runs = SideBySide::new(case, moved.iter().map(|one| &one.key));
    for (number, block) in moved.chunks(LANES / 2).enumerate() {
        let ends = block.iter().enumerate().flat_map(|(position, one)| {
            let lever = number * (LANES / 2) + position;
            [one.range.low, one.range.high].map(|value| vec![(lever, Some(Cow::Owned(one.setting(case, value))))])
        });
        let found = runs.figures(&ends.collect::<Vec<_>>(), &[metric])?;
        let found = found.map(|rows| rows.concat());
        for (position, one) in block.iter().enumerate() {
            match found.as_deref().and_then(|figures| figures.get(2 * position..2 * position + 2)) {
                Some([at_low, at_high]) => {
                    let end = |value, figure: &f64| Reach { value, figure: *figure, stopped: None };
                    tornado.push(one, (end(one.range.low, at_low), end(one.range.high, at_high)));
                }
                // One of the block has no answer: each goes as far as it can by itself.
                Some(_) | None => tornado.push_reached(case, one, &mut resolver)?,
            }
        }
    }
    tornado.swings.sort_by(|a, b| b.width().total_cmp(&a.width()));
    Ok(tornado)
}

/// A lever that is moved over its range.
struct Moved {
    key: LeverKey,
    range: Range,
    reason: Option<Inert>,
}

impl Moved {
    fn setting(&self, case: Case<'_>, value: f64) -> Setting {
        self.range.setting(case, &self.key, value)
    }
}

impl Tornado {
    /// Moves a lever towards both ends as far as the model answers.
    fn push_reached<'a>(
        &mut self,
        case: Case<'a>,
        one: &Moved,
        resolver: &mut Resolver<'a>,
    ) -> Result<(), AnalysisError> {
        let (range, spec, metric) = (&one.range, one.key.lever.spec(), self.metric);
        let mut at = |value| -> Result<f64, AnalysisError> {
            resolver.set(&one.key, Some(Cow::Owned(one.setting(case, value))))?;
            figure(resolver, metric)
        };
        let ends = reach(spec, range.now, range.low, &mut at)
            .and_then(|low| Ok((low, reach(spec, range.now, range.high, &mut at)?)));
        resolver.set(&one.key, case.settings.get(&one.key).map(Cow::Borrowed))?;
        match ends {
            Ok(ends) => self.push(one, ends),
            Err(error) if error.is_of_values() => self.stopped.push((one.key.clone(), error)),
            Err(error) => return Err(error),
        }
        Ok(())
    }

    /// Puts a lever among those that move the figure, or among those that do not.
    fn push(&mut self, one: &Moved, (low, high): (Reach, Reach)) {
        let (key, range, reason) = (one.key.clone(), &one.range, one.reason);
        let (at_low, at_high) = (low.figure, high.figure);
        let small = 1e-12 * self.now.abs();
        if (at_high - at_low).abs() <= small && (at_low - self.now).abs() <= small {
            match low.stopped.or(high.stopped) {
                Some(error) => self.stopped.push((key, error)),
                None => self.inert.push((key, reason)),
            }
            return;
        }
        self.swings.push(Swing {
            key,
            low: low.value,
            high: high.value,
            now: range.now,
            at_low,
            at_high,
            years: range.years,
            is_own_range: range.is_own,
            stopped_low: low.stopped,
            stopped_high: high.stopped,
        });
    }
}

fn figure(resolver: &mut Resolver<'_>, metric: Metric) -> Result<f64, AnalysisError> {
    let projection = simulate(resolver.inputs()?)?;
    require_value(&metric, &projection)
}

/// The range over which a lever is moved.
struct Range {
    low: f64,
    high: f64,
    now: f64,
    is_own: bool,
    years: Option<(Year, Year)>,
    default: Vec<f64>,
}

impl Range {
    fn for_lever(case: Case<'_>, key: &LeverKey) -> Option<Self> {
        let spec = key.lever.spec();
        let default = case.default_path(key)?;
        let own = case.setting(key);
        let now = own.as_ref().and_then(|setting| setting.last_year_value(case.baseline.inputs.horizon, &default));
        let now = now.or_else(|| default.last().copied())?;
        // The usual range, widened to the present value: the swing is seen from there.
        let usual = (spec.from_shown(spec.soft.0).min(now), spec.from_shown(spec.soft.1).max(now));
        let given = own.as_deref().and_then(Setting::low_and_high);
        let ((low, high), is_own) = (given.unwrap_or(usual), given.is_some());
        let years = own.as_deref().and_then(Setting::stated_years);
        Some(Self { low, high, now, is_own, years, default })
    }

    fn setting(&self, case: Case<'_>, key: &LeverKey, value: f64) -> Setting {
        if key.lever.spec().kind == Kind::Switch {
            return Setting::Switch(value > 0.5);
        }
        with_last_year_value(case.setting(key).as_deref(), value, case.baseline.inputs.horizon, &self.default)
    }
}

/// Where a lever by itself just meets a goal.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Switching {
    /// At this value, in the model's unit.
    At(f64),
    /// Nowhere inside the hard range, as far as the model answers; the nearest figure that it gives.
    Nowhere {
        /// The figure nearest to the goal, in the unit of its variable.
        nearest: f64,
        /// The value of the lever, in the model's unit, beyond which the model has no answer; `None` if the search
        /// reached the end of the hard range.
        stopped: Option<f64>,
    },
    /// The search met values for which the model has no answer.
    Unanswered,
}

/// Switching values of several levers, each by itself; `None` for levers that [`switching_value`] refuses.
///
/// # Errors
/// [`AnalysisError`] if the case itself fails for a reason other than a lever's value.
pub fn switching_values<'k>(
    case: Case<'_>,
    keys: impl IntoIterator<Item = &'k LeverKey>,
    goal: Goal,
) -> Result<Vec<Option<Switching>>, AnalysisError> {
    let one = |key| match switching_value(case, key, goal) {
        Ok(found) => Ok(Some(found)),
        Err(AnalysisError::NotMovable { .. } | AnalysisError::LeverOfGap { .. }) => Ok(None),
        // A lever without an answer is reported; the others keep theirs.
        Err(error) if error.is_of_values() => Ok(Some(Switching::Unanswered)),
        Err(error) => Err(error),
    };
    keys.into_iter().map(one).collect()
}

/// The value of a lever at which a goal is just met, inside its hard range, all others as they are.
///
/// Looks as far as the model answers.
///
/// # Errors
/// [`AnalysisError::NotMovable`] for switches, shares and levers counted in whole years, [`AnalysisError::LeverOfGap`]
/// for levers that act through missing figures; otherwise [`AnalysisError`] if a trial has no answer.
pub fn switching_value(case: Case<'_>, key: &LeverKey, goal: Goal) -> Result<Switching, AnalysisError> {
    let lever = SolveLever::new(case, key)?;
    let ends = hard_ends(case, &lever, goal.metric)?;
    let [low, high] = ends.each_ref().map(|end| end.value);
    let lever = lever.between(low, high);
    let question = SolverQuestion { case, levers: &[lever], goals: &[goal] };
    let answer = solve(&question)?;
    let value = answer.levers.first().map_or(f64::NAN, |lever| lever.value);
    Ok(match answer.verdict {
        GoalVerdict::Attained => Switching::At(value),
        GoalVerdict::NotAttainable { .. } => {
            let nearest = answer.reached.first().copied().unwrap_or(f64::NAN);
            let close = 1e-9 * (high - low);
            let stopped = ends.iter().find(|end| end.stopped.is_some() && (end.value - value).abs() <= close);
            Switching::Nowhere { nearest, stopped: stopped.map(|end| end.value) }
        }
    })
}

/// The ends of a lever's hard range, or the last values before them at which the model answers.
fn hard_ends(case: Case<'_>, lever: &SolveLever, metric: Metric) -> Result<[Reach; 2], AnalysisError> {
    let refused = || AnalysisError::NotMovable { lever: lever.key.to_string() };
    let default = case.default_path(&lever.key).ok_or_else(refused)?;
    let mut resolver = case.resolver()?;
    let mut at = |value| -> Result<f64, AnalysisError> {
        let setting =
            with_last_year_value(case.setting(&lever.key).as_deref(), value, case.baseline.inputs.horizon, &default);
        resolver.set(&lever.key, Some(Cow::Owned(setting)))?;
        figure(&mut resolver, metric)
    };
    let spec = lever.key.lever.spec();
    let mut end = |hard: f64| reach(spec, lever.start, spec.from_shown(hard), &mut at);
    Ok([end(spec.hard.0)?, end(spec.hard.1)?])
}
