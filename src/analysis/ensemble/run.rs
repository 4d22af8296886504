//! Draws evaluated: a group side by side where all share their inputs, one by one where levers or crashes differ.

use super::draws::DrawBuffers;
use super::goal::Judge;
use super::varied::Varied;
use super::{JudgedTarget, Plan};
use crate::engine::real::Real as _;
use crate::engine::{Buffers, EngineError, Kernel, LANES, Lanes, simulate_with};
use crate::scenario::ResolveError;
use multiversion::multiversion;
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
    fn new(plan: &Plan<'_>, draws: usize) -> Self {
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
struct Scratch {
    source: DrawBuffers,
    buffers: Buffers<Lanes>,
    judge: Judge<Lanes>,
    is_sound: bool,
}

/// Evaluates the draws of a range.
pub(super) fn block(plan: &Plan<'_>, range: Range<usize>) -> Result<DrawResults, ResolveError> {
    let mut block = DrawResults::new(plan, range.len());
    let mut scratch = Scratch {
        source: DrawBuffers::new(&plan.errors, plan.options.seed),
        buffers: plan.kernel.buffers(),
        judge: Judge::new(&plan.goals),
        is_sound: true,
    };
    let varied = if plan.options.levers.is_empty() && !plan.options.crash { None } else { Some(Varied::new(plan)?) };
    let mut next = range.start;
    while next < range.end {
        let group = next / LANES;
        let lanes = next % LANES..(range.end - group * LANES).min(LANES);
        let place = next - range.start;
        match &varied {
            None => {
                run_group(plan, group as u64, &mut scratch, &mut block, (place, lanes.clone()));
                if !scratch.is_sound {
                    return Err(why(plan, group, lanes)?.into());
                }
            }
            Some(varied) => varied.run_group(group, lanes.clone(), &mut |lane, year_values, reached| {
                let at = place + lane - lanes.start;
                for (row, value) in year_values.iter().enumerate() {
                    block.store(row, at, std::slice::from_ref(value));
                }
                let reached: Vec<Lanes> = reached.iter().map(|&one| Lanes::splat(one)).collect();
                block.count(&plan.joint, &reached, 0..1);
            })?,
        }
        next += lanes.len();
    }
    Ok(block)
}

/// The draws of a group: compiled for several instruction sets, of which the best that the machine has is taken when the program runs.
///
/// No variant uses a fused multiply-add, so that all give the same bits.
#[multiversion(targets("x86_64+avx512f+avx512dq+avx512vl+avx512bw+avx512cd", "x86_64+avx2"))]
fn run_group(
    plan: &Plan<'_>,
    group: u64,
    scratch: &mut Scratch,
    block: &mut DrawResults,
    (place, lanes): (usize, Range<usize>),
) {
    let Scratch { source, buffers, judge, is_sound } = scratch;
    let horizon = plan.kernel.horizon();
    let n_years = horizon.len() - 1;
    source.begin(&plan.errors, group, horizon.base() + 1);
    plan.kernel.restart(buffers);
    judge.look(&plan.goals, &plan.kernel, buffers, horizon.base());
    for (index, year) in horizon.years().enumerate().skip(1) {
        source.advance(&plan.errors);
        plan.kernel.step(buffers, Some(&source.path.factors));
        *is_sound &= plan.kernel.is_sound(buffers);
        for (position, &series) in plan.series.iter().enumerate() {
            let values = plan.kernel.measure(buffers, series);
            block.store(position * n_years + index - 1, place, values.0.get(lanes.clone()).unwrap_or(&[]));
        }
        judge.look(&plan.goals, &plan.kernel, buffers, year);
    }
    block.count(&plan.joint, &judge.reached, lanes);
}

/// Why a draw of a group is not sound: the first error of its draws run one by one.
fn why(plan: &Plan<'_>, group: usize, lanes: Range<usize>) -> Result<EngineError, EngineError> {
    let factors = group_factors(plan, group);
    for lane in lanes {
        simulate_with(plan.kernel.inputs(), &of_lane(&factors, lane))?;
    }
    // A group is unsound where one of its draws is, and lanes outside the range belong to other jobs.
    let line = "total".to_owned();
    Err(EngineError::NotFinite { variable: "grdp", line, year: plan.kernel.horizon().end(), value: f64::NAN })
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

/// Which goals differ from draw to draw; a goal that no innovation moves has no probability.
pub(super) fn varies(plan: &Plan<'_>) -> Result<Vec<bool>, ResolveError> {
    let goals: &[JudgedTarget] = &plan.goals;
    if !plan.options.levers.is_empty() || plan.options.crash {
        let varied = Varied::new(plan)?;
        let mut ranges = vec![(f64::INFINITY, f64::NEG_INFINITY); goals.len()];
        varied.judged_values(0..LANES, &mut |values| {
            for (range, value) in ranges.iter_mut().zip(values) {
                *range = (range.0.min(*value), range.1.max(*value));
            }
        })?;
        return Ok(ranges.into_iter().map(|(low, high)| low < high).collect());
    }
    let mut source = DrawBuffers::new(&plan.errors, plan.options.seed);
    let mut buffers = plan.kernel.buffers();
    let mut judge = Judge::new(goals);
    let horizon = plan.kernel.horizon();
    source.begin(&plan.errors, 0, horizon.base() + 1);
    judge.look(goals, &plan.kernel, &buffers, horizon.base());
    for year in horizon.years().skip(1) {
        source.advance(&plan.errors);
        plan.kernel.step(&mut buffers, Some(&source.path.factors));
        judge.look(goals, &plan.kernel, &buffers, year);
    }
    // More than rounding: shares of a line that is a fixed part of another differ in the last bit only.
    Ok(judge.values.iter().map(|value| value.highest() - value.lowest() > 1e-9 * value.highest().abs()).collect())
}

/// One draw through a kernel of its own.
pub(super) fn run_alone(
    kernel: &Kernel,
    factors: &[Vec<f64>],
    plan: &Plan<'_>,
    judge: &mut Judge<f64>,
) -> (Vec<f64>, bool) {
    let horizon = kernel.horizon();
    let n_years = horizon.len() - 1;
    let mut values = vec![0.0; plan.series.len() * n_years];
    let mut buffers = kernel.buffers::<f64>();
    let mut is_sound = true;
    judge.look(&plan.goals, kernel, &buffers, horizon.base());
    for (index, year) in horizon.years().enumerate().skip(1) {
        kernel.step(&mut buffers, factors.get(index - 1).map(Vec::as_slice));
        is_sound &= kernel.is_sound(&buffers);
        for (position, &series) in plan.series.iter().enumerate() {
            values[position * n_years + index - 1] = kernel.measure(&buffers, series);
        }
        judge.look(&plan.goals, kernel, &buffers, year);
    }
    (values, is_sound)
}
