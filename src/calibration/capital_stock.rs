//! Capital of the base year where no one publishes it.

/// Harberger's rule: capital that grows with output at the observed investment, `K = I / (g + δ)`.
///
/// Investment in trillion VND a year; growth is the decade's average. `None` where `g + δ` is not positive.
/// Source: Harberger (1978), as used for initial stocks in growth accounting.
pub fn harberger(investment: f64, growth: f64, depreciation: f64) -> Option<f64> {
    let rate = growth + depreciation;
    (rate > 0.0).then(|| investment / rate)
}

/// Capital from a capital–output ratio, split over sectors by their shares of investment.
pub fn from_ratio(output: f64, ratio: f64, investment_shares: &[f64]) -> Vec<f64> {
    investment_shares.iter().map(|share| output * ratio * share).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn harberger_inverts_steady_growth() {
        let capital = harberger(13.0, 0.075, 0.055).unwrap();
        assert!((capital - 100.0).abs() < 1e-12);
        assert_eq!(harberger(1.0, -0.1, 0.05), None);
    }

    #[test]
    fn the_ratio_gives_the_whole_stock() {
        let split = from_ratio(125.0, 2.72, &[0.03, 0.68, 0.29]);
        assert!((split.iter().sum::<f64>() - 340.0).abs() < 1e-12);
    }
}
