//! Industrial land (E10).

#![expect(clippy::inline_always, reason = "a block of draws is vectorised only where its arithmetic is inlined")]

use crate::engine::inputs::ParkInputs;
use crate::engine::real::Real;
use crate::quantity::Year;

/// E10, area that a park can have occupied in a year, hectares: it fills in equal steps from its opening to its highest occupancy.
///
/// `ha · occ_max · min(1, max(0, t − open + 1) / ramp)`
pub(crate) fn occupied_area(park: &ParkInputs, year: Year) -> f64 {
    let open_years = f64::from((year - park.opening + 1).max(0));
    let filled = if open_years >= park.ramp_years { 1.0 } else { open_years / park.ramp_years };
    park.area_ha * park.occupancy * filled
}

/// E10, output that the land can carry, trillion VND: `cap_t = ν_t · area / σ`.
pub(crate) fn capacity(land_productivity: f64, area_ha: f64, park_share: f64) -> f64 {
    land_productivity * area_ha / park_share
}

/// E10, area that output needs, hectares: `σ Y_I / ν_t`.
pub(crate) fn required_area(output: f64, land_productivity: f64, park_share: f64) -> f64 {
    park_share * output / land_productivity
}

/// E10, output within the limit: a sector keeps its part of the capacity where demand exceeds it.
///
/// `Yc_I = min(Yd_I, cap_t)`; several sectors on the same land share the capacity in proportion to their demand.
#[inline(always)]
pub(crate) fn limited_output<R: Real>(demanded: R, demanded_on_land: R, capacity: f64) -> R {
    let kept = R::splat(capacity) * (demanded / demanded_on_land);
    let binds = demanded_on_land.zip(R::splat(capacity), |all, cap| f64::from(u8::from(all > cap)));
    // A choice, not a blend: where the limit does not bind the demanded output passes bit for bit.
    let limited = kept.zip(binds, |value, flag| if flag > 0.5 { value } else { f64::INFINITY });
    demanded.smaller(limited)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_park_fills_over_its_ramp() {
        let park = ParkInputs { area_ha: 400.0, opening: 2025, ramp_years: 4.0, occupancy: 0.85 };
        assert_eq!(occupied_area(&park, 2024).to_bits(), 0.0_f64.to_bits());
        assert!((occupied_area(&park, 2025) - 85.0).abs() < 1e-12);
        assert!((occupied_area(&park, 2030) - 340.0).abs() < 1e-12);
    }

    #[test]
    fn the_limit_binds_only_above_capacity() {
        assert_eq!(limited_output(90.0, 90.0, 100.0).to_bits(), 90.0_f64.to_bits());
        assert_eq!(limited_output(120.0, 120.0, 100.0).to_bits(), 100.0_f64.to_bits());
        assert!((limited_output(30.0_f64, 120.0, 100.0) - 25.0).abs() < 1e-12);
    }
}
