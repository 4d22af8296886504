//! Potential output in the two closures (E6–E8).

#![expect(clippy::inline_always, reason = "a block of draws is vectorised only where its powers are inlined")]

use crate::engine::real::{Real, exp, ln};

/// E6 and E7, next level of the exogenous side of the link: productivity in closure P, TFP in closure K.
///
/// `p_s = p_{s,t-1} (1 + gp_s + q_s)`, `A_s = A_{s,t-1} (1 + a_s + q_s)`
#[inline(always)]
pub(crate) fn next_level<R: Real>(previous: R, growth: f64, growth_added: f64) -> R {
    previous * R::splat(1.0 + growth + growth_added)
}

/// E8 in closure P, potential output, trillion VND: productivity times skills times rationed, premium-weighted labour demand.
///
/// `Y*_s = p_s h_s φ (Dc_s + J^eff_s)`
#[inline(always)]
pub(crate) fn potential_from_productivity<R: Real>(productivity: R, skills: f64, labour: f64) -> R {
    productivity * R::splat(skills * labour)
}

/// E8 in closure K, potential output, trillion VND: Cobb–Douglas in capital and skilled labour.
///
/// `Y*_s = A_s K_s^α (h_s L*_s)^{1−α}`
#[inline(always)]
pub(crate) fn potential_from_capital<R: Real>(tfp: R, capital: R, skilled_labour: f64, capital_elasticity: f64) -> R {
    tfp * factor_input(capital, skilled_labour, capital_elasticity)
}

/// E8 read for TFP: the residual `A_s = Y*_s / (K_s^α (h_s L*_s)^{1−α})`.
#[inline(always)]
pub(crate) fn implied_tfp<R: Real>(potential: R, capital: R, skilled_labour: f64, capital_elasticity: f64) -> R {
    potential / factor_input(capital, skilled_labour, capital_elasticity)
}

/// `K^α (hL)^{1−α}`, in one exponential.
#[inline(always)]
fn factor_input<R: Real>(capital: R, skilled_labour: f64, capital_elasticity: f64) -> R {
    let labour_term = (1.0 - capital_elasticity) * ln(skilled_labour);
    capital.map(|k| exp(capital_elasticity * ln(k) + labour_term))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_plan_base_year_has_this_tfp() {
        let tfp = implied_tfp(95.0, 238.0, 412.0, 0.5);
        assert!((tfp - 0.303_379_700_839_754_1).abs() < 1e-15);
        let output: f64 = potential_from_capital(tfp, 238.0, 412.0, 0.5);
        assert!((output - 95.0).abs() < 1e-12);
    }

    #[test]
    fn without_capital_elasticity_capital_does_not_matter() {
        let little: f64 = potential_from_capital(0.2, 1.0, 100.0, 0.0);
        let much: f64 = potential_from_capital(0.2, 900.0, 100.0, 0.0);
        assert_eq!(little.to_bits(), much.to_bits());
    }
}
