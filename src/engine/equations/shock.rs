//! Demand shocks (E9).

use crate::engine::inputs::ShockInputs;
use crate::engine::real::exp;
use crate::quantity::Year;

/// E9, effect of one shock on a sector, fraction of potential output (0 or negative).
///
/// `z = −ε depth [scar + (1 − scar) 2^{−(t − start)/half-life}]` for `t >= start`
pub(crate) fn shock_effect(shock: &ShockInputs, sector: usize, year: Year) -> f64 {
    let exposure = shock.exposure.get(sector).copied().unwrap_or(0.0);
    if year < shock.start || exposure * shock.depth == 0.0 {
        return 0.0;
    }
    let age = f64::from(year - shock.start);
    let passing = exp(-std::f64::consts::LN_2 * age / shock.half_life);
    -exposure * shock.depth * (shock.scar + (1.0 - shock.scar) * passing)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shock_halves_each_half_life_down_to_its_scar() {
        let shock = ShockInputs { start: 2026, depth: 0.2, half_life: 1.0, scar: 0.5, exposure: vec![1.0, 0.1] };
        assert!((shock_effect(&shock, 0, 2026) + 0.2).abs() < 1e-15);
        assert!((shock_effect(&shock, 0, 2027) + 0.15).abs() < 1e-15);
        assert!((shock_effect(&shock, 1, 2026) + 0.02).abs() < 1e-15);
        assert_eq!(shock_effect(&shock, 0, 2025).to_bits(), 0.0_f64.to_bits());
        assert!((shock_effect(&shock, 0, 2126) + 0.1).abs() < 1e-15);
    }
}
