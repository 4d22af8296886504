//! The nearest that several goals can be reached together inside bounds, where no values of the levers meet them all.

use super::answer::{Goal, goal_scale};
use super::model::Model;
use crate::analysis::error::AnalysisError;

/// Most points at which figures are taken as linear.
const MOST_POINTS: usize = 60;
/// Most rounds over the levers at each point.
const MOST_ROUNDS: usize = 200;

/// Values that make the sum of squared relative distances from the goals as small as the search can (Levenberg and Marquardt, inside bounds).
pub(super) fn solve(model: &mut Model<'_>, from: &[f64]) -> Result<Vec<f64>, AnalysisError> {
    let mut x = model.clip_to_bounds(from);
    let mut left = missing(model, &x)?;
    let mut damping = 1e-6;
    for _ in 0..MOST_POINTS {
        let slopes = slopes(model, &x)?;
        let candidate = step(model, &x, &left, &slopes, damping);
        let candidate_left = missing(model, &candidate)?;
        let (now, then) = (square(&left), square(&candidate_left));
        if then < now {
            let is_still = now - then <= 1e-16 * (1.0 + now);
            (x, left) = (candidate, candidate_left);
            damping = (damping * 0.2).max(1e-12);
            if is_still {
                break;
            }
        } else {
            damping *= 10.0;
            if damping > 1e6 {
                break;
            }
        }
    }
    Ok(x)
}

fn square(left: &[f64]) -> f64 {
    left.iter().map(|one| one * one).sum()
}

fn missing(model: &mut Model<'_>, x: &[f64]) -> Result<Vec<f64>, AnalysisError> {
    let values = model.evaluate(x)?;
    let relative = |(goal, value): (&Goal, f64)| (goal.value - value) / goal_scale(goal.value);
    Ok(model.goals().iter().zip(values).map(relative).collect())
}

/// Derivatives by normal-sized moves, relative to the goals.
fn slopes(model: &mut Model<'_>, x: &[f64]) -> Result<Vec<Vec<f64>>, AnalysisError> {
    let mut rows = model.jacobian(x)?;
    for (row, goal) in rows.iter_mut().zip(model.goals()) {
        for (slope, lever) in row.iter_mut().zip(model.question().levers) {
            *slope *= lever.scale / goal_scale(goal.value);
        }
    }
    Ok(rows)
}

/// The damped least-squares step inside bounds, one lever at a time until none moves.
fn step(model: &Model<'_>, x: &[f64], left: &[f64], slopes: &[Vec<f64>], damping: f64) -> Vec<f64> {
    let levers = model.question().levers;
    let mut moved = vec![0.0; x.len()];
    let mut rest = left.to_vec();
    for _ in 0..MOST_ROUNDS {
        let mut largest: f64 = 0.0;
        for (j, lever) in levers.iter().enumerate() {
            let column = || slopes.iter().map(|row| row[j]);
            let weight = column().map(|slope| slope * slope).sum::<f64>() + damping;
            let pull = column().zip(&rest).map(|(slope, rest)| slope * rest).sum::<f64>() - damping * moved[j];
            let (low, high) = ((lever.low - x[j]) / lever.scale, (lever.high - x[j]) / lever.scale);
            let next = (moved[j] + pull / weight).clamp(low, high);
            let by = next - moved[j];
            for (rest, slope) in rest.iter_mut().zip(column().collect::<Vec<_>>()) {
                *rest -= slope * by;
            }
            moved[j] = next;
            largest = largest.max(by.abs());
        }
        if largest < 1e-12 {
            break;
        }
    }
    let values: Vec<f64> =
        levers.iter().zip(x.iter().zip(&moved)).map(|(lever, (x, moved))| x + moved * lever.scale).collect();
    model.clip_to_bounds(&values)
}
