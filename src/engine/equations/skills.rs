//! Skills (E5).

/// E5, skills index of a sector: 1 in the baseline, more where more workers are trained.
///
/// `h_s = 1 + ψ_s (tr_t − tr_t^baseline)`
pub(crate) fn skills(premium: f64, trained_share_added: f64) -> f64 {
    1.0 + premium * trained_share_added
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ten_points_more_trained_workers_raise_industry_by_two_and_a_half_per_cent() {
        assert!((skills(0.25, 0.10) - 1.025).abs() < 1e-15);
        assert_eq!(skills(0.25, 0.0).to_bits(), 1.0_f64.to_bits());
    }
}
