//! Draws in jobs, shared over the cores: a group side by side where all share their inputs, one by one where levers or
//! crashes differ.

use super::Plan;
use super::group::{DrawGroup, DrawResults, Scratch, group_factors, no_reason, of_lane, run_draws};
use super::varied::Varied;
use crate::engine::{Buffers, EngineError, LANES, Lanes, simulate_with};
use crate::scenario::ResolveError;
use crate::task::{Progress, in_parallel};
use multiversion::multiversion;
use std::ops::Range;

/// Jobs at least, so that every core has some however few the draws are.
const FEWEST_JOBS: usize = 16;

/// Every block of draws of a plan, in their order; `None` where it was cancelled.
pub(super) fn run_blocks(plan: &Plan<'_>, progress: &Progress) -> Result<Option<Vec<DrawResults>>, ResolveError> {
    let options = plan.options;
    let most = options.draws.div_ceil(FEWEST_JOBS).next_multiple_of(LANES);
    let size = options.block.clamp(1, most.max(1));
    let jobs = options.draws.div_ceil(size);
    let job = |number: usize| {
        let first = number * size;
        block(plan, first..(first + size).min(options.draws), progress)
    };
    let Some(blocks) = in_parallel(options.workers, jobs, progress, job) else { return Ok(None) };
    blocks.into_iter().collect()
}

/// Evaluates the draws of a range; `None` where it was cancelled.
fn block(plan: &Plan<'_>, range: Range<usize>, progress: &Progress) -> Result<Option<DrawResults>, ResolveError> {
    let mut block = DrawResults::new(plan, range.len());
    let mut scratch = Scratch::new(plan);
    let mut buffers = plan.kernel.buffers();
    let mut varied = Varied::new(plan)?;
    let mut next = range.start;
    while next < range.end {
        // A block of a large study takes long, so that a cancellation is looked for in it, too.
        if progress.is_cancelled() {
            return Ok(None);
        }
        let number = next / LANES;
        let lanes = next % LANES..(range.end - number * LANES).min(LANES);
        let group = DrawGroup { number, place: next - range.start, lanes };
        match &mut varied {
            None if !run_group(plan, &mut buffers, &mut scratch, &mut block, &group) => {
                return Err(why(plan, &group)?.into());
            }
            None => {}
            Some(varied) => varied.run_group(&mut scratch, &mut block, &group)?,
        }
        next += group.lanes.len();
    }
    Ok(Some(block))
}

/// The draws of a group that share their inputs: compiled for several instruction sets, of which the best that the machine has is taken when the program runs.
///
/// No variant uses a fused multiply-add, so that all give the same bits. Returns whether every figure is sound.
#[multiversion(targets("x86_64+avx512f+avx512dq+avx512vl+avx512bw+avx512cd", "x86_64+avx2"))]
fn run_group(
    plan: &Plan<'_>,
    buffers: &mut Buffers<Lanes>,
    scratch: &mut Scratch,
    block: &mut DrawResults,
    group: &DrawGroup,
) -> bool {
    plan.kernel.restart(buffers);
    run_draws(plan, (&plan.kernel, buffers), scratch, block, group)
}

/// Why a draw of a group is not sound: the first error of its draws run one by one.
fn why(plan: &Plan<'_>, group: &DrawGroup) -> Result<EngineError, EngineError> {
    let factors = group_factors(plan, group.number);
    for lane in group.lanes.clone() {
        simulate_with(plan.kernel.inputs(), &of_lane(&factors, lane))?;
    }
    // A group is unsound where one of its draws is, and lanes outside the range belong to other jobs.
    Ok(no_reason(plan))
}

/// Which goals differ from draw to draw; a goal that is the same in all draws has no probability.
pub(super) fn varies(plan: &Plan<'_>) -> Result<Vec<bool>, ResolveError> {
    let mut scratch = Scratch::new(plan);
    let mut block = DrawResults::new(plan, LANES);
    let group = DrawGroup { number: 0, place: 0, lanes: 0..LANES };
    match Varied::new(plan)? {
        Some(mut varied) => varied.run_group(&mut scratch, &mut block, &group)?,
        None => {
            // Whether it is sound is asked of the draws themselves.
            run_group(plan, &mut plan.kernel.buffers(), &mut scratch, &mut block, &group);
        }
    }
    Ok(scratch.differs())
}
