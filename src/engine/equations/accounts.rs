//! Product taxes and totals (E13, E14).

#![expect(clippy::inline_always, reason = "a block of draws is vectorised only where its arithmetic is inlined")]

use crate::engine::real::{Lift, Real};

/// E13, product taxes less subsidies, trillion VND: `T = τ_t Σ_s Y_s`.
#[inline(always)]
pub(crate) fn product_taxes<C, R: Lift<C>>(ratio: C, gross_value_added: R) -> R {
    R::lift(ratio) * gross_value_added
}

/// E14, gross regional domestic product, trillion VND: `GRDP = Σ_s Y_s + T`.
#[inline(always)]
pub(crate) fn grdp<R: Real>(gross_value_added: R, product_taxes: R) -> R {
    gross_value_added + product_taxes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn four_per_cent_of_grdp_is_a_twenty_fourth_of_value_added() {
        let taxes = product_taxes(0.04 / 0.96, 96.0);
        assert!((taxes - 4.0_f64).abs() < 1e-12);
        assert!((grdp(96.0, taxes) - 100.0_f64).abs() < 1e-12);
    }
}
