//! Skills (E5).

#![expect(clippy::inline_always, reason = "a block of draws is vectorised only where its arithmetic is inlined")]

use crate::engine::real::Real;

/// E5, skills index of a sector: 1 in the baseline, more where more workers are trained.
///
/// `h_s = 1 + ψ_s (tr_t − tr_t^baseline)`
#[inline(always)]
pub(crate) fn skills<C: Real>(premium: C, trained_share_added: C) -> C {
    C::ONE + premium * trained_share_added
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
