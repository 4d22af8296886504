//! What would have to be true: levers that bring figures to their goals (docs/model.md, Questions, B2–B7).
//!
//! One lever and one goal: closed form or a bracketed root. Several: the smallest change in normal-sized moves, inside bounds.
//! Where no solution exists, the answer says so: the best that can be reached, what is missing, which bounds bind and which to widen first.

mod answer;
mod interval;
mod investment_path;
mod lever;
mod minimum_norm;
mod model;
mod nearest;
mod root;
mod single;

pub use answer::{
    Bound, Flat, Goal, GoalVerdict, Interval, SolutionMethod, SolvedForm, SolvedLever, SolverAnswer, SolverQuestion,
    Widening,
};
pub use investment_path::{InvestmentYear, PathYear, follow_output, investment_path};
pub use lever::{SolveLever, is_movable};

use super::error::AnalysisError;
use super::inert::inert;
use crate::scenario::setting::{LeverKey, Settings};
use answer::goal_tolerance;
use model::Model;

/// Levers that bring every figure to its goal with the smallest change, or the proof that the bounds allow none.
///
/// # Errors
/// [`AnalysisError::NoLever`] if the list of levers is empty; otherwise [`AnalysisError`] if the case or a trial gives
/// no projection, or a figure does not exist in it.
pub fn solve(question: &SolverQuestion<'_>) -> Result<SolverAnswer, AnalysisError> {
    let mut model = Model::new(question)?;
    let start = model.start();
    let values = model.evaluate(&start)?;
    if let [goal] = question.goals {
        return solve_one(question, &mut model, goal, &start, values[0]);
    }
    let found = minimum_norm::solve(&mut model, &start)?;
    let rank = minimum_norm::rank(&mut model, &found.x)?;
    let (x, is_smallest) = if found.is_met { (found.x, true) } else { (nearest::solve(&mut model, &found.x)?, false) };
    let values = model.evaluate(&x)?;
    let mut answer = SolverAnswer::build(question, &x, &values, SolutionMethod::SmallestChange);
    answer.rank = rank;
    answer.is_smallest = is_smallest;
    if matches!(answer.verdict, GoalVerdict::NotAttainable { .. }) {
        answer.attainable = (0..question.goals.len())
            .map(|k| interval::attainable(&mut model, k).map(|(i, _)| i))
            .collect::<Result<_, _>>()?;
        answer.flat = flat(question, &mut model, &x, &answer.attainable)?;
        let mut found = Vec::new();
        for k in answer.missed_goals(question.goals) {
            found.extend(interval::widenings(&mut model, k, &x)?);
        }
        answer.widen(found);
    }
    answer.runs = model.runs();
    Ok(answer)
}

/// All that the levers can make of each goal's figure inside their bounds (B7).
///
/// # Errors
/// As [`solve`].
pub fn attainable(question: &SolverQuestion<'_>) -> Result<Vec<Interval>, AnalysisError> {
    let mut model = Model::new(question)?;
    (0..question.goals.len()).map(|k| interval::attainable(&mut model, k).map(|(interval, _)| interval)).collect()
}

fn solve_one(
    question: &SolverQuestion<'_>,
    model: &mut Model<'_>,
    goal: &Goal,
    start: &[f64],
    now: f64,
) -> Result<SolverAnswer, AnalysisError> {
    let (interval, corners) = interval::attainable(model, 0)?;
    let tolerance = goal_tolerance(goal.value);
    let beyond = if goal.value > interval.high + tolerance {
        Some(&corners.high)
    } else if goal.value < interval.low - tolerance {
        Some(&corners.low)
    } else {
        None
    };
    let mut answer = if let Some(best) = beyond {
        let values = model.evaluate(best)?;
        let mut answer = SolverAnswer::build(question, best, &values, SolutionMethod::BestBound);
        answer.widen(interval::widenings(model, 0, best)?);
        answer
    } else if (now - goal.value).abs() <= tolerance {
        let moved = question.levers.iter().zip(start).any(|(lever, start)| lever.start.to_bits() != start.to_bits());
        let method = if moved { SolutionMethod::SmallestChange } else { SolutionMethod::Unchanged };
        SolverAnswer::build(question, start, &[now], method)
    } else if let Some(end) = corners.near(&interval, goal.value, tolerance) {
        // At an end of the interval the corner is the only solution.
        let values = model.evaluate(end)?;
        SolverAnswer::build(question, end, &values, SolutionMethod::SmallestChange)
    } else if model.n_levers() == 1 {
        let (x, method) = single::solve(model, goal.value, (start[0], now))?;
        let values = model.evaluate(&[x])?;
        SolverAnswer::build(question, &[x], &values, method)
    } else {
        several(question, model, goal, (start, now), &corners)?
    };
    answer.attainable = vec![interval];
    answer.flat = flat(question, model, &answer.values(), &answer.attainable)?;
    answer.rank = usize::from(interval.high - interval.low > tolerance);
    answer.runs = model.runs();
    Ok(answer)
}

/// Several levers, one goal inside what they can reach.
fn several(
    question: &SolverQuestion<'_>,
    model: &mut Model<'_>,
    goal: &Goal,
    (start, now): (&[f64], f64),
    corners: &interval::Corners,
) -> Result<SolverAnswer, AnalysisError> {
    let mut found = minimum_norm::solve(model, start)?;
    if !found.is_met {
        // A flat stretch, such as the land limit, hides the way: walk towards the bounds that lead there, then make the change small.
        let corner = if goal.value > now { &corners.high } else { &corners.low };
        let along = single::along(model, goal.value, start, corner)?;
        found = minimum_norm::solve(model, &along)?;
        if !found.is_met {
            found = minimum_norm::MinimumNorm { x: along, is_met: false };
        }
    }
    let values = model.evaluate(&found.x)?;
    let mut answer = SolverAnswer::build(question, &found.x, &values, SolutionMethod::SmallestChange);
    answer.is_smallest = found.is_met;
    Ok(answer)
}

/// Why the goal stays out of reach: land, or levers that are inert; `None` if the goals are met or the levers act.
fn flat(
    question: &SolverQuestion<'_>,
    model: &mut Model<'_>,
    x: &[f64],
    attainable: &[Interval],
) -> Result<Option<Flat>, AnalysisError> {
    let missed = question.goals.iter().zip(attainable).find(|(goal, interval)| {
        goal.value > interval.high + goal_tolerance(goal.value)
            || goal.value < interval.low - goal_tolerance(goal.value)
    });
    let Some((goal, interval)) = missed else { return Ok(None) };
    if goal.value > interval.high && model.land_binds(x, goal.metric.year)? {
        return Ok(Some(Flat::Land));
    }
    let is_flat = interval.high - interval.low <= goal_tolerance(goal.value);
    let case = question.case;
    let gaps = case.baseline.inputs.gaps;
    let reason = |lever: &SolveLever| inert(case.study, gaps, case.settings, &lever.key, case.closure);
    Ok(is_flat.then(|| question.levers.iter().find_map(reason).map_or(Flat::NoEffect, Flat::Inert)))
}

/// Settings with which a case reaches what an answer found: only the levers that were solved for.
///
/// # Errors
/// [`AnalysisError::NoLever`] if the list of levers is empty, [`AnalysisError::NotMovable`] if a lever has no default
/// path.
pub fn solution(question: &SolverQuestion<'_>, answer: &SolverAnswer) -> Result<Settings, AnalysisError> {
    let model = Model::new(question)?;
    let mut settings = Settings::default();
    for (j, lever) in answer.levers.iter().enumerate() {
        let key: LeverKey = lever.key.clone();
        settings.insert(key, model.setting(j, lever.value));
    }
    Ok(settings)
}
