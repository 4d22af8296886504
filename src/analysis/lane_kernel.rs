//! Assumptions of [`LANES`](crate::engine::LANES) runs side by side, and the figures that they give.

use crate::engine::{Buffers, Inputs, Kernel, Lanes, MeasuredSeries};
use crate::quantity::Year;
use crate::scenario::Resolver;
use multiversion::multiversion;
use std::sync::Arc;

/// Conditions and flows of a block, kept from run to run: parts whose assumptions are unchanged are kept.
#[derive(Debug, Clone, Default)]
pub(super) struct LaneKernel(Option<Held>);

#[derive(Debug, Clone)]
struct Held {
    kernel: Kernel<Lanes>,
    buffers: Option<Buffers<Lanes>>,
    /// Inputs that are held between runs, so that the resolver can change its own in their memory.
    first: Arc<Inputs<Lanes>>,
}

impl LaneKernel {
    /// Runs the present assumptions up to a year; `None` where one of the lanes has no answer.
    pub(super) fn measure(
        &mut self,
        resolver: &mut Resolver<'_, Lanes>,
        (series, year): (MeasuredSeries, Year),
    ) -> Option<Lanes> {
        let mut found = Lanes([f64::NAN; crate::engine::LANES]);
        self.run(resolver, year, |kernel, buffers, own| {
            if own == year {
                found = kernel.measure(buffers, series);
            }
        })
        .then_some(found)
    }

    /// Runs the present assumptions up to a year and looks at each year; whether every lane has an answer.
    pub(super) fn run(
        &mut self,
        resolver: &mut Resolver<'_, Lanes>,
        until: Year,
        look: impl FnMut(&Kernel<Lanes>, &Buffers<Lanes>, Year),
    ) -> bool {
        self.start(resolver, |kernel, buffers| run_lanes(kernel, buffers, until, look)).unwrap_or(false)
    }

    /// Brings the conditions up to date and hands over a kernel that stands in the base year; `None` where a lane has no answer.
    pub(super) fn start<T>(
        &mut self,
        resolver: &mut Resolver<'_, Lanes>,
        run: impl FnOnce(&Kernel<Lanes>, &mut Buffers<Lanes>) -> T,
    ) -> Option<T> {
        // Where there is no answer the caller runs the lanes one by one, which says why; what has changed stays noted for the next run.
        let inputs = Arc::clone(resolver.inputs().ok()?);
        self.start_with(&inputs, resolver.take_changed(), run)
    }

    /// The same with inputs at hand.
    pub(super) fn start_with<T>(
        &mut self,
        inputs: &Arc<Inputs<Lanes>>,
        changed: crate::engine::ConditionParts,
        run: impl FnOnce(&Kernel<Lanes>, &mut Buffers<Lanes>) -> T,
    ) -> Option<T> {
        let held = self.0.get_or_insert_with(|| Held {
            kernel: Kernel::empty(inputs),
            buffers: None,
            first: Arc::clone(inputs),
        });
        let renewed = renew(&mut held.kernel, inputs, changed);
        let found = renewed.then(|| {
            let mut buffers = held.kernel.buffers_in(held.buffers.take());
            let found = run(&held.kernel, &mut buffers);
            held.buffers = Some(buffers);
            found
        });
        held.kernel.release(&held.first);
        found
    }
}

/// Conditions of a block: compiled for several instruction sets, of which the best that the machine has is taken.
///
/// No variant uses a fused multiply-add, so that all give the same bits.
#[multiversion(targets("x86_64+avx512f+avx512dq+avx512vl+avx512bw+avx512cd", "x86_64+avx2"))]
fn renew(kernel: &mut Kernel<Lanes>, inputs: &Arc<Inputs<Lanes>>, changed: crate::engine::ConditionParts) -> bool {
    kernel.renew(inputs, changed).is_ok()
}

/// Years of a block, compiled in the same way; whether every figure is sound.
#[multiversion(targets("x86_64+avx512f+avx512dq+avx512vl+avx512bw+avx512cd", "x86_64+avx2"))]
fn run_lanes(
    kernel: &Kernel<Lanes>,
    buffers: &mut Buffers<Lanes>,
    until: Year,
    mut look: impl FnMut(&Kernel<Lanes>, &Buffers<Lanes>, Year),
) -> bool {
    look(kernel, buffers, kernel.horizon().base());
    for year in kernel.horizon().projected_years().take_while(|year| *year <= until) {
        kernel.step(buffers, None);
        look(kernel, buffers, year);
    }
    kernel.is_sound(buffers)
}
