//! The smallest change of several levers that meets all goals inside bounds (B6).
//!
//! `min Σ ((x_j − x0_j) / s_j)²` subject to `y(x) = goal` and `low ≤ x ≤ high`.
//! At each point the figures are taken as linear, `y + J d`; the change is then `x(λ) = clip(x0 + s² Jᵀ λ)` with multipliers `λ` that meet the goals.
//! The multipliers maximise a concave, piecewise quadratic function, which Newton steps over the levers that are free
//! solve in a few steps.
//!
//! Source: a form of sequential quadratic programming with the Hessian of the objective alone (Nocedal and Wright,
//! Numerical Optimization, 2nd ed. 2006, chapter 18), each subproblem solved through its Lagrangian dual (Boyd and
//! Vandenberghe, Convex Optimization, 2004, chapter 5).

use super::answer::{Goal, TOLERANCE, goal_scale};
use super::model::Model;
use crate::analysis::error::AnalysisError;
use nalgebra::{DMatrix, DVector};

/// Most points at which figures are taken as linear.
const MOST_POINTS: usize = 40;
/// Most Newton steps for the multipliers.
const MOST_STEPS: usize = 60;
/// Change in normal-sized moves below which the search has arrived.
const STILL: f64 = 1e-9;
/// Singular values below this part of the largest count as zero.
const DEPENDENT: f64 = 1e-7;

/// What the search found.
pub(super) struct MinimumNorm {
    pub(super) x: Vec<f64>,
    /// Whether all goals are met and no smaller change meets them, as far as the search can tell.
    pub(super) is_met: bool,
}

/// Searches from given values; the change is measured from where the levers start.
pub(super) fn solve(model: &mut Model<'_>, from: &[f64]) -> Result<MinimumNorm, AnalysisError> {
    let mut x = model.clip_to_bounds(from);
    let mut values = model.evaluate(&x)?;
    let mut lambda = vec![0.0; values.len()];
    for _ in 0..MOST_POINTS {
        let linear = Linear::evaluate(model, &x, &values)?;
        // Rounding may carry a move to a bound past it.
        let next = model.clip_to_bounds(&linear.smallest_change(&mut lambda));
        let change = moves(model, &x, &next);
        let next_values = model.evaluate(&next)?;
        (x, values) = (next, next_values);
        if distance(model, &values) <= TOLERANCE && change <= STILL {
            return Ok(MinimumNorm { x, is_met: true });
        }
        if !change.is_finite() {
            break;
        }
        if change <= STILL {
            // Standing still away from the goals: the bounds or a flat stretch allow no more.
            break;
        }
    }
    let is_met = distance(model, &values) <= TOLERANCE;
    Ok(MinimumNorm { x, is_met })
}

/// Number of goals whose figures the levers can move independently at a point.
pub(super) fn rank(model: &mut Model<'_>, x: &[f64]) -> Result<usize, AnalysisError> {
    let rows = model.jacobian(x)?;
    let scaled = DMatrix::from_fn(rows.len(), x.len(), |k, j| {
        rows[k][j] * model.question().levers[j].scale / goal_scale(model.goals()[k].value)
    });
    let values = scaled.singular_values();
    let largest = values.iter().copied().fold(0.0, f64::max);
    Ok(values.iter().filter(|value| **value > DEPENDENT * largest && **value > 0.0).count())
}

/// The largest distance of a figure from its goal, relative to the goal.
pub(super) fn distance(model: &Model<'_>, values: &[f64]) -> f64 {
    let relative = |(goal, value): (&Goal, &f64)| (value - goal.value).abs() / goal_scale(goal.value);
    model.goals().iter().zip(values).map(relative).fold(0.0, f64::max)
}

/// The largest change of a lever, in normal-sized moves.
fn moves(model: &Model<'_>, from: &[f64], to: &[f64]) -> f64 {
    let levers = model.question().levers.iter();
    levers.zip(from.iter().zip(to)).map(|(lever, (a, b))| ((b - a) / lever.scale).abs()).fold(0.0, f64::max)
}

/// Figures as linear functions of levers in normal-sized moves from the start.
struct Linear {
    /// Derivatives, goals by levers, each row divided by the goal's unit.
    slopes: DMatrix<f64>,
    /// What the linear figures must gain over those at the start of all levers.
    wanted: DVector<f64>,
    /// Bounds in moves from the start.
    low: Vec<f64>,
    high: Vec<f64>,
    start: Vec<f64>,
    scale: Vec<f64>,
}

impl Linear {
    fn evaluate(model: &mut Model<'_>, x: &[f64], values: &[f64]) -> Result<Self, AnalysisError> {
        let rows = model.jacobian(x)?;
        let levers = model.question().levers;
        // Outside its bounds, too: the change is measured from where a lever stands.
        let start: Vec<f64> = levers.iter().map(|lever| lever.start).collect();
        let goals = model.goals();
        let slopes =
            DMatrix::from_fn(rows.len(), x.len(), |k, j| rows[k][j] * levers[j].scale / goal_scale(goals[k].value));
        let here = DVector::from_fn(x.len(), |j, _| (x[j] - start[j]) / levers[j].scale);
        let missing = DVector::from_fn(rows.len(), |k, _| (goals[k].value - values[k]) / goal_scale(goals[k].value));
        let wanted = missing + &slopes * here;
        let bound = |edge: fn(&super::SolveLever) -> f64| {
            levers.iter().zip(&start).map(|(lever, start)| (edge(lever) - start) / lever.scale).collect()
        };
        Ok(Self {
            slopes,
            wanted,
            low: bound(|lever| lever.low),
            high: bound(|lever| lever.high),
            scale: levers.iter().map(|lever| lever.scale).collect(),
            start,
        })
    }

    /// Moves at given multipliers.
    fn moves(&self, lambda: &DVector<f64>) -> DVector<f64> {
        let free = self.slopes.transpose() * lambda;
        DVector::from_fn(free.len(), |j, _| free[j].clamp(self.low[j], self.high[j]))
    }

    /// The concave function that the multipliers maximise, and its gradient: what is still wanted.
    fn dual(&self, lambda: &DVector<f64>) -> (f64, DVector<f64>, DVector<f64>) {
        let moves = self.moves(lambda);
        let left = &self.wanted - &self.slopes * &moves;
        (0.5 * moves.norm_squared() + lambda.dot(&left), left, moves)
    }

    /// Values of the levers after the smallest change that meets the linear figures, or comes nearest before the bounds stop it.
    fn smallest_change(&self, multipliers: &mut [f64]) -> Vec<f64> {
        let mut lambda = DVector::from_column_slice(multipliers);
        let (mut height, mut left, mut moves) = self.dual(&lambda);
        for _ in 0..MOST_STEPS {
            if left.amax() <= 0.1 * TOLERANCE {
                break;
            }
            let Some(direction) = self.newton(&moves, &left) else { break };
            let mut part = 1.0;
            let slope = left.dot(&direction);
            let next = loop {
                let candidate = &lambda + &direction * part;
                let (candidate_height, candidate_left, candidate_moves) = self.dual(&candidate);
                let gains = candidate_height >= height + 1e-4 * part * slope;
                let settles = candidate_left.amax() < 0.5 * left.amax();
                if gains || settles {
                    break Some((candidate, candidate_height, candidate_left, candidate_moves));
                }
                part *= 0.5;
                if part < 1e-9 {
                    break None;
                }
            };
            let Some(found) = next else { break };
            (lambda, height, left, moves) = found;
        }
        multipliers.copy_from_slice(lambda.as_slice());
        (0..moves.len()).map(|j| self.start[j] + moves[j] * self.scale[j]).collect()
    }

    /// The Newton step over the levers that are free; goals that depend on each other take the shortest of many steps.
    fn newton(&self, moves: &DVector<f64>, left: &DVector<f64>) -> Option<DVector<f64>> {
        let is_free = |j: usize| moves[j] > self.low[j] && moves[j] < self.high[j];
        let free: Vec<usize> = (0..moves.len()).filter(|&j| is_free(j)).collect();
        // With every lever at a bound, all of them show the way back.
        let columns = if free.is_empty() { (0..moves.len()).collect() } else { free };
        let slopes = self.slopes.select_columns(&columns);
        let matrix = &slopes * slopes.transpose();
        let size = matrix.diagonal().amax();
        if size <= 0.0 || !size.is_finite() {
            return None;
        }
        if let Some(factor) = matrix.clone().cholesky() {
            let smallest = factor.l_dirty().diagonal().amin();
            if smallest * smallest > DEPENDENT * DEPENDENT * size {
                return Some(factor.solve(left));
            }
        }
        matrix.svd(true, true).solve(left, DEPENDENT * DEPENDENT * size).ok()
    }
}
