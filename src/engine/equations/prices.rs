//! Price levels, current prices and dollars.

#![expect(clippy::inline_always, reason = "a block of draws is vectorised only where its arithmetic is inlined")]

use crate::engine::real::{Lift, Real};

/// Price level of a line, price base year = 1: `P_s = P_{s,t-1} (1 + π_s)`.
#[inline(always)]
pub(crate) fn price_level<C: Real>(previous: C, inflation: C) -> C {
    previous * (C::ONE + inflation)
}

/// Million US dollars of a value in trillion VND at current prices.
#[inline(always)]
pub(crate) fn musd_from_trillion_vnd<C: Real, R: Lift<C>>(current_price_value: R, exchange_rate: C) -> R {
    current_price_value / R::lift(exchange_rate) * R::splat(1e6)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_plan_base_year_is_worth_8_8_billion_dollars() {
        let musd = musd_from_trillion_vnd(205.060_276, 23_208.0);
        assert!((musd / 1419.4 * 1e3 - 6_224.995_199_966_27).abs() < 1e-6);
        assert!((price_level(2.0, 0.03) - 2.06).abs() < 1e-15);
    }
}
