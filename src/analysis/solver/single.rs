//! One lever and one goal: a formula where the model gives one, otherwise a bracketed root.

use super::answer::SolutionMethod;
use super::answer::TOLERANCE;
use super::model::Model;
use super::root::root;
use crate::analysis::error::AnalysisError;
use crate::engine::real::{Real as _, exp, ln};
use crate::engine::{Closure, Line, Variable};
use crate::scenario::lever::Lever;
use crate::scenario::setting::Setting;

/// Pieces in which a lever's range is searched where its two halves hold no root.
const PIECES: usize = 32;

/// The value of the only lever at which the figure meets the goal, the one nearest to the start where the figure is monotone.
pub(super) fn solve(
    model: &mut Model<'_>,
    goal: f64,
    (start, now): (f64, f64),
) -> Result<(f64, SolutionMethod), AnalysisError> {
    if let Some(x) = closed_form(model, goal, (start, now))? {
        return Ok((x, SolutionMethod::ClosedForm));
    }
    let lever = &model.question().levers[0];
    let (low, high) = (lever.low, lever.high);
    let mut missing = |x: f64| Ok::<f64, AnalysisError>(model.evaluate(&[x])?[0] - goal);
    for end in [low, high] {
        let at_end = missing(end)?;
        if (at_end > 0.0) != (now - goal > 0.0) || at_end == 0.0 {
            return Ok((root((start, now - goal), (end, at_end), missing)?, SolutionMethod::BracketedRoot));
        }
    }
    let mut before = (low, missing(low)?);
    for piece in 1..=PIECES {
        let x = low + (high - low) * piece as f64 / PIECES as f64;
        let here = (x, missing(x)?);
        if (here.1 > 0.0) != (before.1 > 0.0) {
            return Ok((root(before, here, missing)?, SolutionMethod::BracketedRoot));
        }
        before = here;
    }
    Ok((start, SolutionMethod::BracketedRoot))
}

/// B2 in closure P: output follows `(1 + gp + q)^n` where the growth of productivity is the same in every year.
///
/// Shocks, the land limit or spillover may break the formula, so it counts only where a run confirms it.
fn closed_form(model: &mut Model<'_>, goal: f64, (start, now): (f64, f64)) -> Result<Option<f64>, AnalysisError> {
    let question = *model.question();
    let (lever, metric) = (&question.levers[0], question.goals[0].metric);
    let inputs = &question.case.baseline.inputs;
    let Line::Sector(s) = metric.line else { return Ok(None) };
    let is_growth = lever.key.lever == Lever::ProductivityGrowthAdded
        && inputs.sectors.get(s).is_some_and(|sector| sector.id == lever.key.subject);
    let is_level = matches!(metric.variable, Variable::Output | Variable::Productivity) && metric.since.is_none();
    let is_constant = matches!(question.case.setting(&lever.key).as_deref(), None | Some(Setting::Constant(_)));
    let n_years = f64::from(metric.year - inputs.horizon.base());
    let whole = question.case.closure == Closure::Productivity && lever.years.is_none() && n_years > 0.0;
    if !(is_growth && is_level && is_constant && whole && goal > 0.0 && now > 0.0) {
        return Ok(None);
    }
    let Some(&growth) = inputs.sectors[s].productivity_growth.get(1) else { return Ok(None) };
    let x = (1.0 + growth + start) * exp(ln(goal / now) / n_years) - 1.0 - growth;
    if !(lever.low..=lever.high).contains(&x) {
        return Ok(None);
    }
    let reached = model.evaluate(&[x])?[0];
    Ok(((reached - goal).abs() <= TOLERANCE * goal.larger(1.0)).then_some(x))
}

/// A point on the straight line from one set of values to another at which the figure meets the goal.
pub(super) fn along(model: &mut Model<'_>, goal: f64, from: &[f64], to: &[f64]) -> Result<Vec<f64>, AnalysisError> {
    let between = |part: f64| -> Vec<f64> {
        from.iter().zip(to).map(|(a, b)| if part >= 1.0 { *b } else { a + part * (b - a) }).collect()
    };
    let mut missing = |part: f64| Ok::<f64, AnalysisError>(model.evaluate(&between(part))?[0] - goal);
    let ends = ((0.0, missing(0.0)?), (1.0, missing(1.0)?));
    let part = root(ends.0, ends.1, missing)?;
    Ok(model.clip_to_bounds(&between(part)))
}
