//! Assumptions of [`LANES`](crate::engine::LANES) runs side by side, and the figures that they give.

use crate::engine::{Buffers, Inputs, Kernel, Lanes, MeasuredSeries};
use crate::quantity::Year;
use crate::scenario::Resolver;
use multiversion::multiversion;
use std::sync::Arc;

/// Conditions and flows of a block, kept from run to run: what no assumption changed is not computed again.
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
        let changed = resolver.take_changed();
        // Where there is no answer the caller runs the lanes one by one, which says why.
        let inputs = resolver.inputs().ok()?;
        self.start_with(inputs, changed, run)
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
    let mut is_sound = true;
    look(kernel, buffers, kernel.horizon().base());
    for year in kernel.horizon().projected_years().take_while(|year| *year <= until) {
        kernel.step(buffers, None);
        is_sound &= kernel.is_sound(buffers);
        look(kernel, buffers, year);
    }
    is_sound
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::{Line, Real as _, Variable};
    use crate::files::built_in;
    use crate::scenario::lever::Lever;
    use crate::scenario::setting::{LeverKey, Settings};
    use crate::scenario::{Case, calibrate_baseline};

    type Look = fn(&Kernel<Lanes>, &Buffers<Lanes>, Year);

    /// The same years with the instructions of AVX2 at most.
    #[multiversion(targets("x86_64+avx2"))]
    fn run_with_avx2(kernel: &Kernel<Lanes>, buffers: &mut Buffers<Lanes>, until: Year) {
        for _ in kernel.horizon().projected_years().take_while(|year| *year <= until) {
            kernel.step(buffers, None);
        }
    }

    /// The same years with the instructions that every processor of the platform has.
    fn run_plain(kernel: &Kernel<Lanes>, buffers: &mut Buffers<Lanes>, until: Year) {
        for _ in kernel.horizon().projected_years().take_while(|year| *year <= until) {
            kernel.step(buffers, None);
        }
    }

    #[test]
    fn every_instruction_set_gives_the_same_bits() {
        let study = built_in().unwrap();
        let baseline = calibrate_baseline(&study, "trend").unwrap();
        let settings = Settings::default();
        for closure in crate::engine::Closure::ALL {
            let case = Case { study: &study, baseline: &baseline, settings: &settings, closure };
            let mut resolver = Resolver::<Lanes>::new(case.study, case.baseline, case.settings, closure).unwrap();
            let rate = Lanes(std::array::from_fn(|lane| 0.30 + 0.004 * lane as f64));
            resolver.set_constant(&LeverKey::province(Lever::InvestmentRate), rate).unwrap();
            let shock = study.shocks.first().unwrap();
            let depth = Lanes(std::array::from_fn(|lane| 0.01 * lane as f64));
            resolver.set_constant(&LeverKey::for_lever(Lever::ShockDepth, &shock.id), depth).unwrap();
            let inputs = Arc::clone(resolver.inputs().unwrap());
            let mut plain = Kernel::empty(&inputs);
            plain.renew(&inputs, crate::engine::ConditionParts::ALL).unwrap();
            let mut best = Kernel::empty(&inputs);
            assert!(renew(&mut best, &inputs, crate::engine::ConditionParts::ALL));
            let series = MeasuredSeries { variable: Variable::GrdpPerHeadUsd, line: Line::Total };
            let nothing: Look = |_, _, _| {};
            let mut found = Vec::new();
            for kernel in [&plain, &best] {
                let mut buffers: [Buffers<Lanes>; 3] = std::array::from_fn(|_| kernel.buffers());
                run_plain(kernel, &mut buffers[0], study.horizon);
                run_with_avx2(kernel, &mut buffers[1], study.horizon);
                assert!(run_lanes(kernel, &mut buffers[2], study.horizon, nothing));
                found.extend(buffers.iter().map(|buffers| kernel.measure(buffers, series).0.map(f64::to_bits)));
            }
            assert!(found.iter().all(|one| *one == found[0]), "{closure:?}");
            assert!(Lanes(found[0].map(f64::from_bits)).lowest() > 0.0);
        }
    }
}
