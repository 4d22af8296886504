//! Sobol indices of levers some values of which give no projection: those levers are narrowed, and no others.
//!
//! Each lever is first moved alone, and its range ends where the model answers no further.
//! Where several together leave the domain of the model, the fewest that do so at a point are drawn in together until they answer.

use super::error::AnalysisError;
use super::reach::{Reach, reach, typed_towards};
use super::sobol::{Design, Response, Sensitivity, Stop, Walk};
use crate::analysis::ensemble::UncertainLever;
use crate::scenario::setting::LeverKey;
use crate::task::Progress;

/// Parts into which the way from the central values to the ends is divided where the ends together give no answer.
const PARTS: u32 = 64;
/// How often a lever is drawn in before it is left out.
const MOST_TIMES: usize = 8;

/// A lever that is not drawn over its whole range.
#[derive(Debug, Clone, PartialEq)]
pub struct Narrowed {
    /// The lever.
    pub key: LeverKey,
    /// The range asked for, in the model's unit.
    pub asked: (f64, f64),
    /// The range that is drawn from; `None` where the lever is left out.
    pub kept: Option<(f64, f64)>,
    /// Levers that leave the domain together with it; empty if it does so alone.
    pub with: Vec<LeverKey>,
    /// Why there is no answer beyond.
    pub reason: AnalysisError,
    times: usize,
}

/// Levers with their indices.
#[derive(Debug, Clone, PartialEq)]
pub struct Ranked {
    /// Levers with the ranges that were drawn from.
    pub levers: Vec<UncertainLever>,
    /// Indices, in the order of the levers; `None` where no lever is left.
    pub found: Option<Sensitivity>,
    /// Levers that were narrowed or left out.
    pub narrowed: Vec<Narrowed>,
}

impl Response<'_> {
    /// Sobol indices of the levers, or of the `most` with the widest swing; `None` where it was cancelled.
    ///
    /// A lever whose range has parts without an answer is narrowed or left out; the other levers keep their ranges.
    ///
    /// # Errors
    /// [`AnalysisError`] if the case itself does not run, or a lever fails for a reason other than its value.
    pub fn ranked(
        &self,
        most: Option<usize>,
        design: Design,
        progress: &Progress,
    ) -> Result<Option<Ranked>, AnalysisError> {
        let mut room = self.reached()?;
        if let Some(most) = most {
            room.levers = Response { levers: &room.levers, ..*self }.screen(most)?;
            let is_drawn = |key: &LeverKey| room.levers.iter().any(|lever| lever.key == *key);
            room.narrowed.retain(|one| one.kept.is_none() || is_drawn(&one.key));
        }
        loop {
            let Room { levers, narrowed } = &mut room;
            if levers.is_empty() {
                return Ok(Some(Ranked { levers: Vec::new(), found: None, narrowed: std::mem::take(narrowed) }));
            }
            let stop = match (Response { levers, ..*self }).try_sensitivity(design, progress) {
                Ok(None) => return Ok(None),
                Ok(found) => {
                    let (levers, narrowed) = (std::mem::take(levers), std::mem::take(narrowed));
                    return Ok(Some(Ranked { levers, found, narrowed }));
                }
                Err(stop) => stop,
            };
            room.draw_in(self, stop)?;
        }
    }

    /// The levers over the ranges in which each of them has an answer by itself.
    fn reached(&self) -> Result<Room, AnalysisError> {
        let mut walk = Walk::new(*self)?;
        // If the case itself fails, the error is returned instead of being ascribed to a lever.
        walk.value()?;
        let mut room = Room { levers: Vec::with_capacity(self.levers.len()), narrowed: Vec::new() };
        for lever in self.levers {
            let spec = lever.key.lever.spec();
            let mut at = |value| Ok(walk.evaluate_with(lever, value)?);
            let ends = reach(spec, lever.mode, lever.low, &mut at)
                .and_then(|low| Ok([low, reach(spec, lever.mode, lever.high, &mut at)?]));
            match ends {
                Ok(ends) => room.enter(lever, &ends),
                Err(error) if error.is_of_values() => room.narrowed.push(Narrowed::out(lever, error)),
                Err(error) => return Err(error),
            }
        }
        Ok(room)
    }
}

impl Narrowed {
    fn out(lever: &UncertainLever, reason: AnalysisError) -> Self {
        let (key, asked) = (lever.key.clone(), (lever.low, lever.high));
        Self { key, asked, kept: None, with: Vec::new(), reason, times: 0 }
    }
}

/// Levers that are drawn, and those of the levers asked for that are not drawn as they were asked for.
struct Room {
    levers: Vec<UncertainLever>,
    narrowed: Vec<Narrowed>,
}

impl Room {
    /// Takes a lever as far as it answers; one that answers nowhere but where it stands is left out.
    fn enter(&mut self, lever: &UncertainLever, [low, high]: &[Reach; 2]) {
        let Some(reason) = low.stopped.as_ref().or(high.stopped.as_ref()) else {
            self.levers.push(lever.clone());
            return;
        };
        let mut one = Narrowed::out(lever, reason.clone());
        if low.value < high.value {
            one.kept = Some((low.value, high.value));
            self.levers.push(UncertainLever { low: low.value, high: high.value, ..lever.clone() });
        }
        self.narrowed.push(one);
    }

    /// Draws in the fewest levers that leave the domain of the model at a point.
    fn draw_in(&mut self, response: &Response<'_>, stop: Stop) -> Result<(), AnalysisError> {
        let reason = AnalysisError::from(stop.error);
        if !reason.is_of_values() {
            return Err(reason);
        }
        let mut walk = Walk::new(Response { levers: &self.levers, ..*response })?;
        let mut moved: Vec<Option<f64>> =
            self.levers.iter().zip(&stop.point).map(|(lever, position)| Some(lever.at(*position))).collect();
        for place in 0..moved.len() {
            let value = moved.get_mut(place).and_then(Option::take);
            if walk.evaluate_at(&moved).is_ok()
                && let Some(own) = moved.get_mut(place)
            {
                *own = value;
            }
        }
        let guilty: Vec<(usize, f64)> = moved
            .iter()
            .zip(&self.levers)
            .enumerate()
            .filter_map(|(place, (value, lever))| {
                value.map(|value| (place, if value < lever.mode { lever.low } else { lever.high }))
            })
            .collect();
        let Some(&(last, _)) = guilty.last() else { return Err(reason) };
        let part = answering_part(&mut walk, &self.levers, &guilty);
        let keys: Vec<LeverKey> =
            guilty.iter().filter_map(|&(place, _)| Some(self.levers.get(place)?.key.clone())).collect();
        let is_worn = |key: &LeverKey| self.narrowed.iter().any(|one| one.key == *key && one.times >= MOST_TIMES);
        if part > 0.0 && !keys.iter().any(is_worn) {
            for &(place, end) in &guilty {
                self.shorten(place, end, part, (&keys, &reason));
            }
        } else {
            // One of them is enough, and the last moves the figure least.
            let lever = self.levers.remove(last);
            self.note(&lever, None, (&keys, &reason));
        }
        Ok(())
    }

    /// Moves one end of a lever's range a part of the way from its central value.
    fn shorten(&mut self, place: usize, end: f64, part: f64, why: (&[LeverKey], &AnalysisError)) {
        let Some(lever) = self.levers.get_mut(place) else { return };
        let value = lever.mode + part * (end - lever.mode);
        let typed = typed_towards(lever.key.lever.spec(), value, lever.mode);
        let value = if (typed - lever.mode) * (value - lever.mode) > 0.0 { typed } else { value };
        let before = lever.clone();
        if end < lever.mode {
            lever.low = value;
        } else {
            lever.high = value;
        }
        let kept = (lever.low, lever.high);
        self.note(&before, Some(kept), why);
    }

    /// Keeps in mind what was done to a lever that had this range before.
    fn note(
        &mut self,
        before: &UncertainLever,
        kept: Option<(f64, f64)>,
        (keys, reason): (&[LeverKey], &AnalysisError),
    ) {
        let position = self.narrowed.iter().position(|one| one.key == before.key);
        let position = position.unwrap_or_else(|| {
            self.narrowed.push(Narrowed::out(before, reason.clone()));
            self.narrowed.len() - 1
        });
        let Some(one) = self.narrowed.get_mut(position) else { return };
        one.times += 1;
        one.kept = kept;
        one.reason = reason.clone();
        for key in keys {
            if *key != before.key && !one.with.contains(key) {
                one.with.push(key.clone());
            }
        }
    }
}

/// Fraction (0 to 1) of the way from the central values to their ends that levers can go together; 0 if the model has
/// no answer at the central values.
fn answering_part(walk: &mut Walk<'_>, levers: &[UncertainLever], guilty: &[(usize, f64)]) -> f64 {
    let mut answers = |part: u32| {
        let mut moved = vec![None; levers.len()];
        for &(place, end) in guilty {
            if let (Some(own), Some(lever)) = (moved.get_mut(place), levers.get(place)) {
                *own = Some(lever.mode + f64::from(part) / f64::from(PARTS) * (end - lever.mode));
            }
        }
        walk.evaluate_at(&moved).is_ok()
    };
    if !answers(0) {
        return 0.0;
    }
    if answers(PARTS) {
        // The ends answer, so that the failing point lies between: bisection would miss it, and half the way is taken.
        return 0.5;
    }
    let (mut near, mut far) = (0, PARTS);
    while far - near > 1 {
        let middle = near.midpoint(far);
        if answers(middle) {
            near = middle;
        } else {
            far = middle;
        }
    }
    f64::from(near) / f64::from(PARTS)
}
