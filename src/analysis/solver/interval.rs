//! All that the levers can make of a figure inside their bounds (B7), and what lies beyond.

use super::answer::{Bound, Interval, Widening};
use super::model::Model;
use super::root::root;
use crate::analysis::error::AnalysisError;

/// Most levers whose every corner is tried where a lever does not move the figure in one direction only.
const MOST_CORNERS: usize = 10;
/// Points at which a single lever is tried in that case.
const POINTS: usize = 33;
/// Doublings of a normal-sized move within which a bound is widened.
const DOUBLINGS: u32 = 8;

/// Values of the levers at the two ends.
pub(super) struct Corners {
    pub(super) low: Vec<f64>,
    pub(super) high: Vec<f64>,
}

impl Corners {
    /// The end of the interval at which a value lies.
    pub(super) fn near(&self, interval: &Interval, value: f64, tolerance: f64) -> Option<&[f64]> {
        let ends = [(interval.high, &self.high), (interval.low, &self.low)];
        ends.into_iter().find(|(end, _)| (end - value).abs() <= tolerance).map(|(_, at)| at.as_slice())
    }
}

/// The lowest and the highest value of a goal's figure, and where they are reached.
pub(super) fn attainable(model: &mut Model<'_>, goal: usize) -> Result<(Interval, Corners), AnalysisError> {
    let start = model.start();
    let bounds: Vec<(f64, f64)> = model.question().levers.iter().map(|lever| (lever.low, lever.high)).collect();
    let mut search = Search { model, goal, bounds };
    let rising = search.directions(&start)?;
    let (mut low, mut high) = (start.clone(), start.clone());
    for (j, &(floor, ceiling)) in search.bounds.iter().enumerate() {
        if rising[j] != 0.0 {
            (low[j], high[j]) = if rising[j] > 0.0 { (floor, ceiling) } else { (ceiling, floor) };
        }
    }
    let mut ends = [(search.value(&low)?, low), (search.value(&high)?, high)];
    let mut is_monotone = true;
    for (sign, end) in [(-1.0, 0), (1.0, 1)] {
        is_monotone &= search.climb(sign, &mut ends[end])?;
    }
    if !is_monotone || start.len() == 1 {
        is_monotone &= search.try_all(&start, &mut ends)?;
    }
    let [(lowest, low), (highest, high)] = ends;
    Ok((Interval { low: lowest, high: highest, is_monotone }, Corners { low, high }))
}

struct Search<'m, 'a> {
    model: &'m mut Model<'a>,
    goal: usize,
    bounds: Vec<(f64, f64)>,
}

impl Search<'_, '_> {
    fn value(&mut self, x: &[f64]) -> Result<f64, AnalysisError> {
        Ok(self.model.evaluate(x)?[self.goal])
    }

    /// The figure at several points.
    fn values(&mut self, points: &[Vec<f64>]) -> Result<Vec<f64>, AnalysisError> {
        Ok(self.model.evaluate_all(points)?.into_iter().map(|figures| figures[self.goal]).collect())
    }

    /// The sign of the change of the figure when each lever goes from its lower to its upper bound, others at the start;
    /// where that is flat, others at their lower or upper bounds.
    fn directions(&mut self, start: &[f64]) -> Result<Vec<f64>, AnalysisError> {
        let all_low: Vec<f64> = self.bounds.iter().map(|bound| bound.0).collect();
        let all_high: Vec<f64> = self.bounds.iter().map(|bound| bound.1).collect();
        let mut signs = vec![0.0; start.len()];
        for others in [start, &all_low, &all_high] {
            let flat: Vec<usize> = (0..signs.len()).filter(|&j| signs[j] == 0.0).collect();
            if flat.is_empty() {
                break;
            }
            let ends = flat.iter().flat_map(|&j| [self.bounds[j].0, self.bounds[j].1].map(|end| (j, end)));
            let points: Vec<Vec<f64>> = ends.map(|(j, end)| with(others, j, end)).collect();
            let values = self.values(&points)?;
            for (&j, pair) in flat.iter().zip(values.as_chunks::<2>().0) {
                let change = pair[1] - pair[0];
                signs[j] = if change.abs() <= noise(pair[0]) { 0.0 } else { change.signum() };
            }
        }
        Ok(signs)
    }

    /// Flips single levers as long as that improves an end; returns whether none did.
    fn climb(&mut self, sign: f64, (best, at): &mut (f64, Vec<f64>)) -> Result<bool, AnalysisError> {
        let mut was_best = true;
        for _ in 0..at.len() {
            let flipped = |(j, &(low, high)): (usize, &(f64, f64))| {
                with(at, j, if at[j].to_bits() == high.to_bits() { low } else { high })
            };
            let points: Vec<Vec<f64>> = self.bounds.iter().enumerate().map(flipped).collect();
            let values = self.values(&points)?;
            let improving = (0..points.len()).filter(|&j| sign * (values[j] - *best) > noise(*best));
            let Some(j) = improving.max_by(|&a, &b| (sign * values[a]).total_cmp(&(sign * values[b]))) else { break };
            (*best, *at, was_best) = (values[j], points[j].clone(), false);
        }
        Ok(was_best)
    }

    /// Tries every corner, or many points of a single lever; returns whether the best found before stands.
    fn try_all(&mut self, start: &[f64], ends: &mut [(f64, Vec<f64>); 2]) -> Result<bool, AnalysisError> {
        let n_levers = start.len();
        if n_levers > MOST_CORNERS {
            return Ok(false);
        }
        let mut was_best = true;
        let n_trials = if n_levers == 1 { POINTS } else { 1 << n_levers };
        let point = |trial: usize| -> Vec<f64> {
            let place = |(j, &(low, high)): (usize, &(f64, f64))| {
                if n_levers == 1 {
                    low + (high - low) * trial as f64 / (POINTS - 1) as f64
                } else if trial >> j & 1 == 1 {
                    high
                } else {
                    low
                }
            };
            self.bounds.iter().enumerate().map(place).collect()
        };
        let points: Vec<Vec<f64>> = (0..n_trials).map(point).collect();
        for (x, value) in points.iter().zip(self.values(&points)?) {
            for (sign, end) in [(-1.0, 0), (1.0, 1)] {
                if sign * (value - ends[end].0) > noise(value) {
                    ends[end] = (value, x.clone());
                    was_best = false;
                }
            }
        }
        Ok(was_best)
    }
}

/// A point with another value of one lever.
fn with(point: &[f64], lever: usize, value: f64) -> Vec<f64> {
    let mut point = point.to_vec();
    point[lever] = value;
    point
}

/// A change of a figure that rounding may make.
fn noise(value: f64) -> f64 {
    1e-12 * value.abs().max(1e-3)
}

/// Bounds at which levers stand and behind which a goal is nearer, the one that gains most first.
pub(super) fn widenings(model: &mut Model<'_>, goal: usize, best: &[f64]) -> Result<Vec<Widening>, AnalysisError> {
    let reached = model.evaluate(best)?[goal];
    let wanted = model.goals()[goal].value;
    let mut found = Vec::new();
    for j in 0..best.len() {
        let lever = model.question().levers[j].clone();
        let close = 1e-9 * (lever.high - lever.low);
        let (bound, outwards) = if best[j] >= lever.high - close {
            (Bound::High, 1.0)
        } else if best[j] <= lever.low + close {
            (Bound::Low, -1.0)
        } else {
            continue;
        };
        let mut x = best.to_vec();
        // Far outside its bounds a lever may stop the run; such a value gives `None`.
        let mut missing = |value: f64| -> Option<f64> {
            x[j] = value;
            model.evaluate(&x).ok().and_then(|values| values.get(goal).map(|reached| wanted - reached))
        };
        let short = wanted - reached;
        let Some(after) = missing(best[j] + outwards * lever.scale) else { continue };
        let gain = (short - after) * short.signum();
        if gain <= noise(reached) {
            continue;
        }
        let needed = (0..DOUBLINGS).find_map(|doubling| {
            let far = best[j] + outwards * lever.scale * f64::from(1_u32 << doubling);
            let beyond = missing(far).filter(|left| (*left > 0.0) != (short > 0.0))?;
            root((best[j], short), (far, beyond), |value| missing(value).ok_or(())).ok()
        });
        let spec = lever.key.lever.spec();
        let is_allowed = needed.is_some_and(|value| spec.allows(spec.to_shown(value)));
        found.push(Widening { goal, key: lever.key, bound, gain, needed, is_allowed });
    }
    found.sort_by(|a, b| b.gain.total_cmp(&a.gain));
    Ok(found)
}
