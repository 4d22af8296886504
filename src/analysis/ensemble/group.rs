//! Draws of one group, side by side through a kernel; the results and the memory of the job to which the group belongs.

use super::Plan;
use super::draws::DrawBuffers;
use super::goal::Judge;
use crate::engine::{Buffers, EngineError, Kernel, LANES, Lanes, Lift, Real, TOTAL_LINE};
use std::ops::Range;

/// What the draws of one job gave.
pub(super) struct DrawResults {
    /// Values by series and projected year; a row holds the draws of the job.
    values: Vec<f64>,
    /// Draws of the job.
    draws: usize,
    /// Draws that reach each goal.
    pub(super) hits: Vec<usize>,
    /// Draws that reach all goals of each group.
    pub(super) together: Vec<usize>,
}

impl DrawResults {
    pub(super) fn new(plan: &Plan<'_>, draws: usize) -> Self {
        let rows = plan.series.len() * (plan.kernel.horizon().len() - 1);
        Self {
            values: vec![0.0; rows * draws],
            draws,
            hits: vec![0; plan.goals.len()],
            together: vec![0; plan.joint.len()],
        }
    }

    /// Number of draws.
    pub(super) fn len(&self) -> usize {
        self.draws
    }

    /// The draws of a series and year.
    pub(super) fn row(&self, row: usize) -> &[f64] {
        self.values.get(row * self.draws..(row + 1) * self.draws).unwrap_or(&[])
    }

    #[expect(clippy::inline_always, reason = "a block of draws is vectorised only where its arithmetic is inlined")]
    #[inline(always)]
    fn store(&mut self, row: usize, place: usize, values: &[f64]) {
        let start = row * self.draws + place;
        if let Some(room) = self.values.get_mut(start..start + values.len()) {
            room.copy_from_slice(values);
        }
    }

    /// Counts the goals that the lanes of a group reach.
    #[expect(clippy::inline_always, reason = "a block of draws is vectorised only where its arithmetic is inlined")]
    #[inline(always)]
    fn count(&mut self, joint: &[Vec<usize>], reached: &[Lanes], lanes: Range<usize>) {
        for (hits, reached) in self.hits.iter_mut().zip(reached) {
            *hits += count_of(*reached, &lanes);
        }
        for (together, group) in self.together.iter_mut().zip(joint) {
            let all = group.iter().fold(Lanes::splat(1.0), |all, &goal| all * reached[goal]);
            *together += count_of(all, &lanes);
        }
    }
}

/// How many of the lanes hold 1; the others hold 0.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a whole number up to the lanes of a group"
)]
#[expect(clippy::inline_always, reason = "a block of draws is vectorised only where its arithmetic is inlined")]
#[inline(always)]
fn count_of(flags: Lanes, lanes: &Range<usize>) -> usize {
    if lanes.len() == LANES {
        return flags.sum() as usize;
    }
    lanes.clone().filter(|&lane| flags.0[lane] > 0.5).count()
}

/// Memory of a job, used for group after group.
pub(super) struct Scratch {
    source: DrawBuffers,
    judge: Judge<Lanes>,
}

impl Scratch {
    pub(super) fn new(plan: &Plan<'_>) -> Self {
        Self { source: DrawBuffers::new(&plan.errors, plan.options.seed), judge: Judge::new(&plan.goals) }
    }

    /// Whether each goal differs between the lanes of the group that was run last.
    ///
    /// More than rounding: shares of a line that is a fixed part of another differ in the last bit only.
    pub(super) fn differs(&self) -> Vec<bool> {
        let values = self.judge.values.iter();
        values.map(|value| value.highest() - value.lowest() > 1e-9 * value.highest().abs()).collect()
    }
}

/// A group of draws, where its values go in a block, and which of its lanes belong to the block.
#[derive(Debug, Clone)]
pub(super) struct DrawGroup {
    pub(super) number: usize,
    pub(super) place: usize,
    pub(super) lanes: Range<usize>,
}

/// The draws of a group through a kernel that stands in the base year; returns whether every figure is sound.
#[expect(clippy::inline_always, reason = "a block of draws is vectorised only where its arithmetic is inlined")]
#[inline(always)]
pub(super) fn run_draws<C: Real>(
    plan: &Plan<'_>,
    (kernel, buffers): (&Kernel<C>, &mut Buffers<Lanes>),
    scratch: &mut Scratch,
    block: &mut DrawResults,
    group: &DrawGroup,
) -> bool
where
    Lanes: Lift<C>,
{
    let Scratch { source, judge } = scratch;
    let horizon = kernel.horizon();
    let n_years = horizon.len() - 1;
    source.begin(&plan.errors, group.number as u64, horizon.base() + 1);
    judge.look(&plan.goals, kernel, buffers, horizon.base());
    for (index, year) in horizon.years().enumerate().skip(1) {
        source.advance(&plan.errors);
        kernel.step(buffers, Some(&source.path.factors));
        for (position, &series) in plan.series.iter().enumerate() {
            let values = kernel.measure(buffers, series);
            let values = values.0.get(group.lanes.clone()).unwrap_or(&[]);
            block.store(position * n_years + index - 1, group.place, values);
        }
        judge.look(&plan.goals, kernel, buffers, year);
    }
    block.count(&plan.joint, &judge.reached, group.lanes.clone());
    kernel.is_sound(buffers)
}

/// What is said where no draw by itself gives a reason.
pub(super) fn no_reason(plan: &Plan<'_>) -> EngineError {
    let line = TOTAL_LINE.to_owned();
    EngineError::NotFinite { variable: "grdp", line, year: plan.kernel.horizon().end(), value: f64::NAN }
}

/// Factors of a group of draws by year and sector.
pub(super) fn group_factors(plan: &Plan<'_>, group: usize) -> Vec<Vec<Lanes>> {
    let mut source = DrawBuffers::new(&plan.errors, plan.options.seed);
    let horizon = plan.kernel.horizon();
    source.begin(&plan.errors, group as u64, horizon.base() + 1);
    let year = |_| {
        source.advance(&plan.errors);
        source.path.factors.clone()
    };
    (1..horizon.len()).map(year).collect()
}

/// Factors of one draw of a group.
pub(super) fn of_lane(factors: &[Vec<Lanes>], lane: usize) -> Vec<Vec<f64>> {
    factors.iter().map(|year| year.iter().map(|factor| factor.0[lane]).collect()).collect()
}
