//! From published growth to the depth of a shock (E9): growth is converted to depth, and growth of halves to growth of
//! the year.

/// Loss against the level that was otherwise expected, from observed and expected growth as fractions.
///
/// `None` if the expected growth is −100 % or below, or the result is not finite.
pub fn shock_depth(observed: f64, expected: f64) -> Option<f64> {
    let depth = 1.0 - (1.0 + observed) / (1.0 + expected);
    (expected > -1.0 && depth.is_finite()).then_some(depth)
}

/// Growth of a year from that of its halves; `weight` is the first half's share of last year's output.
pub fn year_growth(first_half: f64, second_half: f64, weight: f64) -> f64 {
    weight * first_half + (1.0 - weight) * second_half
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fall_of_2023_converts_to_the_depths_of_the_model_document() {
        assert!((shock_depth(-0.0928, 0.065).unwrap() - 0.148).abs() < 5e-4);
        assert!((shock_depth(-0.125, 0.065).unwrap() - 0.178).abs() < 5e-4);
        assert_eq!(shock_depth(0.1, -1.0), None);
    }

    #[test]
    fn halves_are_weighed() {
        assert!((year_growth(-0.1259, -0.0645, 0.46) - (-0.0927)).abs() < 1e-3);
        assert!((year_growth(0.03, 0.07, 1.0) - 0.03).abs() < 1e-15);
    }
}
