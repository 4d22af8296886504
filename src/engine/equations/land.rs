//! Industrial land (E10).

#![expect(clippy::inline_always, reason = "a block of draws is vectorised only where its arithmetic is inlined")]

use crate::engine::inputs::ParkInputs;
use crate::engine::real::{Lift, Real};

/// E10, area that a park can have occupied in a year, hectares: it fills in equal steps from its opening to its highest occupancy.
///
/// `ha · occ_max · min(1, max(0, t − open + 1) / ramp)`
#[inline(always)]
pub(crate) fn occupied_area<C: Real>(park: &ParkInputs<C>, year: C) -> C {
    let open_years = (year - park.opening + C::ONE).larger(C::ZERO);
    park.area_ha * park.occupancy * (open_years / park.ramp_years).smaller(C::ONE)
}

/// Output that a hectare carries in the next year, trillion VND: `ν_t = ν_{t-1} (1 + growth)`.
#[inline(always)]
pub(crate) fn next_productivity<C: Real>(previous: C, growth: C) -> C {
    previous * (C::ONE + growth)
}

/// E10, output that the land can carry, trillion VND: `cap_t = ν_t · area / σ`.
#[inline(always)]
pub(crate) fn capacity<C: Real>(land_productivity: C, area_ha: C, park_share: C) -> C {
    land_productivity * area_ha / park_share
}

/// E10, area that output needs, hectares: `σ Y_I / ν_t`.
#[inline(always)]
pub(crate) fn required_area<C: Real>(output: C, land_productivity: C, park_share: C) -> C {
    park_share * output / land_productivity
}

/// E10, output within the limit: a sector keeps its part of the capacity where demand exceeds it.
///
/// `Yc_I = min(Yd_I, cap_t)`; several sectors on the same land share the capacity in proportion to their demand.
#[inline(always)]
pub(crate) fn limited_output<C: Real, R: Lift<C>>(demanded: R, demanded_on_land: R, capacity: C) -> R {
    let capacity = R::lift(capacity);
    // A choice, not a blend: where the limit does not bind the demanded output passes bit for bit.
    demanded_on_land.if_above(capacity, demanded.smaller(capacity * (demanded / demanded_on_land)), demanded)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_park_fills_over_its_ramp() {
        let park = ParkInputs { area_ha: 400.0, opening: 2025.0, ramp_years: 4.0, occupancy: 0.85 };
        assert_eq!(occupied_area(&park, 2024.0).to_bits(), 0.0_f64.to_bits());
        assert!((occupied_area(&park, 2025.0) - 85.0).abs() < 1e-12);
        assert!((occupied_area(&park, 2030.0) - 340.0).abs() < 1e-12);
    }

    #[test]
    fn the_limit_binds_only_above_capacity() {
        assert_eq!(limited_output(90.0, 90.0, 100.0).to_bits(), 90.0_f64.to_bits());
        assert_eq!(limited_output(120.0, 120.0, 100.0).to_bits(), 100.0_f64.to_bits());
        assert!((limited_output(30.0_f64, 120.0, 100.0) - 25.0).abs() < 1e-12);
    }
}
