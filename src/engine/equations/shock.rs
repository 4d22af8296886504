//! Demand shocks (E9).

#![expect(clippy::inline_always, reason = "a block of draws is vectorised only where its arithmetic is inlined")]

use crate::engine::inputs::ShockInputs;
use crate::engine::real::{Lift, Real};

/// E9, part of the first year's loss that is there in a year: what stays, and what is left of the rest after its half-lives; 0 before the start.
///
/// `scar + (1 − scar) 2^{−(t − start)/half-life}` for `t >= start`
#[inline(always)]
pub(crate) fn shock_profile<C: Real>(shock: &ShockInputs<C>, year: C) -> C {
    let passing = (year - shock.start).halved_over(shock.half_life);
    shock.start.if_above(year, C::ZERO, shock.scar + (C::ONE - shock.scar) * passing)
}

/// E9, effect of one shock on a sector, fraction of potential output (0 or negative).
///
/// `z = −ε depth [scar + (1 − scar) 2^{−(t − start)/half-life}]` for `t >= start`
#[inline(always)]
pub(crate) fn shock_effect<C: Real>(exposure: C, depth: C, profile: C) -> C {
    -exposure * depth * profile
}

/// Demand after shocks, trillion VND at constant prices: `Yd_s = Y*_s (1 + z_s)`.
#[inline(always)]
pub(crate) fn demanded_output<C: Real, R: Lift<C>>(potential: R, effect: C) -> R {
    potential * R::lift(C::ONE + effect)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shock_halves_each_half_life_down_to_its_scar() {
        let shock = ShockInputs { start: 2026.0, depth: 0.2, half_life: 1.0, scar: 0.5, exposure: vec![1.0, 0.1] };
        let effect = |s: usize, year: f64| shock_effect(shock.exposure[s], shock.depth, shock_profile(&shock, year));
        assert!((effect(0, 2026.0) + 0.2).abs() < 1e-15);
        assert!((effect(0, 2027.0) + 0.15).abs() < 1e-15);
        assert!((effect(1, 2026.0) + 0.02).abs() < 1e-15);
        assert!(effect(0, 2025.0).abs() < f64::MIN_POSITIVE);
        assert!((effect(0, 2126.0) + 0.1).abs() < 1e-15);
    }
}
