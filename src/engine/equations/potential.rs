//! Potential output in the two closures (E6–E8).

#![expect(clippy::inline_always, reason = "a block of draws is vectorised only where its powers are inlined")]

use crate::engine::real::{Lift, Real};

/// E6 and E7, next level of the exogenous side of the link: productivity in closure P, TFP in closure K.
///
/// `p_s = p_{s,t-1} (1 + gp_s + q_s)`, `A_s = A_{s,t-1} (1 + a_s + q_s)`
#[inline(always)]
pub(crate) fn next_level<C: Real, R: Lift<C>>(previous: R, growth: C, growth_added: C) -> R {
    previous * R::lift(C::ONE + growth + growth_added)
}

/// A level with the innovation of a draw (`docs/model.md`, Uncertainty): `p_s e^{u_s}`, `A_s e^{u_s}`.
#[inline(always)]
pub(crate) fn innovated_level<R: Real>(level: R, innovation: R) -> R {
    level * innovation
}

/// Skilled labour of closure K, thousand persons: `h_s L*_s`.
#[inline(always)]
pub(crate) fn skilled_labour<C: Real>(skills: C, structural_employment: C) -> C {
    skills * structural_employment
}

/// E8 in closure P, potential output, trillion VND: productivity times skills times rationed, premium-weighted labour demand.
///
/// `Y*_s = p_s h_s φ (Dc_s + J^eff_s)`
#[inline(always)]
pub(crate) fn potential_from_productivity<C: Real, R: Lift<C>>(productivity: R, skills: C, labour: C) -> R {
    productivity * R::lift(skills * labour)
}

/// E8 in closure K, potential output, trillion VND: Cobb–Douglas in capital and skilled labour.
///
/// `Y*_s = A_s K_s^α (h_s L*_s)^{1−α}`
#[inline(always)]
pub(crate) fn potential_from_capital<C: Real, R: Lift<C>>(tfp: R, capital: R, skilled_labour: C, elasticity: C) -> R {
    tfp * capital.cobb_douglas(skilled_labour, elasticity)
}

/// E8 read for capital: `K_s = (Y*_s / (A_s (h_s L*_s)^{1−α}))^{1/α}`.
#[inline(always)]
pub(crate) fn needed_capital<R: Real>(potential: R, tfp: R, skilled_labour: R, elasticity: R) -> R {
    let per_capital = potential / (tfp * skilled_labour.power(R::ONE - elasticity));
    per_capital.power(R::ONE / elasticity)
}

/// E8 read for TFP: the residual `A_s = Y*_s / (K_s^α (h_s L*_s)^{1−α})`.
#[inline(always)]
pub(crate) fn implied_tfp<C: Real, R: Lift<C>>(potential: R, capital: R, skilled_labour: C, elasticity: C) -> R {
    potential / capital.cobb_douglas(skilled_labour, elasticity)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_plan_base_year_has_this_tfp() {
        let tfp: f64 = implied_tfp(95.0, 238.0, 412.0, 0.5);
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
