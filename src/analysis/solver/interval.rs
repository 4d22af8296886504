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

    /// The sign of the change of the figure when each lever goes from its lower to its upper bound, others at the start;
    /// where that is flat, others at their lower or upper bounds.
    fn directions(&mut self, start: &[f64]) -> Result<Vec<f64>, AnalysisError> {
        let all_low: Vec<f64> = self.bounds.iter().map(|bound| bound.0).collect();
        let all_high: Vec<f64> = self.bounds.iter().map(|bound| bound.1).collect();
        let mut signs = vec![0.0; start.len()];
        for (j, sign) in signs.iter_mut().enumerate() {
            for others in [start, &all_low, &all_high] {
                *sign = self.direction(j, others)?;
                if *sign != 0.0 {
                    break;
                }
            }
        }
        Ok(signs)
    }

    fn direction(&mut self, lever: usize, others: &[f64]) -> Result<f64, AnalysisError> {
        let mut x = others.to_vec();
        x[lever] = self.bounds[lever].0;
        let low = self.value(&x)?;
        x[lever] = self.bounds[lever].1;
        let change = self.value(&x)? - low;
        Ok(if change.abs() <= noise(low) { 0.0 } else { change.signum() })
    }

    /// Flips single levers as long as that improves an end; returns whether none did.
    fn climb(&mut self, sign: f64, (best, at): &mut (f64, Vec<f64>)) -> Result<bool, AnalysisError> {
        let mut was_best = true;
        for _ in 0..at.len() {
            let mut improved = false;
            for j in 0..at.len() {
                let (low, high) = self.bounds[j];
                let mut x = at.clone();
                x[j] = if at[j].to_bits() == high.to_bits() { low } else { high };
                let value = self.value(&x)?;
                if sign * (value - *best) > noise(*best) {
                    (*best, *at, improved) = (value, x, true);
                }
            }
            if !improved {
                break;
            }
            was_best = false;
        }
        Ok(was_best)
    }

    /// Tries every corner, or many points of a single lever; returns whether nothing was better.
    fn try_all(&mut self, start: &[f64], ends: &mut [(f64, Vec<f64>); 2]) -> Result<bool, AnalysisError> {
        let n_levers = start.len();
        if n_levers > MOST_CORNERS {
            return Ok(false);
        }
        let mut was_best = true;
        let n_trials = if n_levers == 1 { POINTS } else { 1 << n_levers };
        for trial in 0..n_trials {
            let place = |(j, &(low, high)): (usize, &(f64, f64))| {
                if n_levers == 1 {
                    low + (high - low) * trial as f64 / (POINTS - 1) as f64
                } else if trial >> j & 1 == 1 {
                    high
                } else {
                    low
                }
            };
            let x: Vec<f64> = self.bounds.iter().enumerate().map(place).collect();
            let value = self.value(&x)?;
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
        // Far outside its bounds a lever may stop the run; what cannot run gives nothing.
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
