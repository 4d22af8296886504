//! Price levels, current prices and dollars.

/// Price level of a line, price base year = 1: `P_s = P_{s,t-1} (1 + π_s)`.
pub(crate) fn price_level(previous: f64, inflation: f64) -> f64 {
    previous * (1.0 + inflation)
}

/// Million US dollars of a value in trillion VND at current prices.
pub(crate) fn musd_from_trillion_vnd(current_price_value: f64, exchange_rate: f64) -> f64 {
    current_price_value / exchange_rate * 1e6
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
