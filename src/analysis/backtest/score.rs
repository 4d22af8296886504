//! Scores of projections against what came: errors, coverage with its test, interval score, and where outcomes fell in the bands.

use crate::calibration::forecast::{LEVELS, Multipliers, nearer};
use crate::engine::real::{exp, ln};

/// One projection and what came, in logs.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Judged {
    /// Outcome less projection.
    pub(super) error: f64,
    /// Half-widths of the bands at [`LEVELS`].
    pub(super) half_widths: Multipliers,
    /// Difference of the shares, projected and outcome, in percentage points; `None` where shares have no meaning.
    pub(super) share_error: Option<f64>,
}

/// Coverage of a band, and whether it differs from what the band claims.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BandCoverage {
    /// Share of outcomes inside the band.
    pub share: f64,
    /// Likelihood ratio of Kupiec's test, chi-squared with one degree of freedom where coverage is as claimed.
    pub ratio: f64,
    /// Probability of such a ratio or a larger one if coverage were as claimed and outcomes were independent.
    pub p_value: f64,
}

/// Scores of one method on many projections.
#[derive(Debug, Clone, PartialEq)]
pub struct Scores {
    /// Number of projections.
    pub count: usize,
    /// Mean absolute error, per cent of the outcome.
    pub mape: f64,
    /// Mean absolute error of shares, percentage points; `None` for totals.
    pub share_error: Option<f64>,
    /// Coverage of the bands of 50, 80 and 90 %.
    pub coverage: [BandCoverage; LEVELS.len()],
    /// Mean interval score of the 80 % band in per cent: its width, and ten times what outcomes lie outside (Gneiting and Raftery 2007).
    pub interval_score: f64,
    /// Shares of outcomes in the tenths of the projected distribution.
    pub tenths: [f64; 10],
}

/// Scores of projections; `None` if the list is empty.
pub(super) fn scores(judged: &[Judged]) -> Option<Scores> {
    let count = judged.len();
    if count == 0 {
        return None;
    }
    let n = count as f64;
    let mean = |of: &dyn Fn(&Judged) -> f64| judged.iter().map(of).sum::<f64>() / n;
    let shares: Vec<f64> = judged.iter().filter_map(|one| one.share_error).collect();
    let coverage = std::array::from_fn(|level| {
        let inside = judged.iter().filter(|one| one.error.abs() <= one.half_widths[level]).count();
        kupiec(inside, count, LEVELS[level])
    });
    let middle = 1;
    let outside = 2.0 / (1.0 - LEVELS[middle]);
    let mut tenths = [0.0; 10];
    for one in judged {
        tenths[tenth(one)] += 1.0 / n;
    }
    Some(Scores {
        count,
        mape: 100.0 * mean(&|one| (exp(-one.error) - 1.0).abs()),
        share_error: (!shares.is_empty()).then(|| shares.iter().sum::<f64>() / shares.len() as f64),
        coverage,
        interval_score: 100.0
            * mean(&|one| {
                let half = one.half_widths[middle];
                2.0 * half + outside * (one.error.abs() - half).max(0.0)
            }),
        tenths,
    })
}

/// In which tenth of its projected distribution an outcome fell.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 10")]
fn tenth(one: &Judged) -> usize {
    let side = 0.5 * nearer(one.error.abs(), &one.half_widths);
    let probability = if one.error < 0.0 { 0.5 - side } else { 0.5 + side };
    ((10.0 * probability) as usize).min(9)
}

/// Coverage with the test of Kupiec, P. (1995), Techniques for verifying the accuracy of risk measurement models.
fn kupiec(inside: usize, count: usize, claimed: f64) -> BandCoverage {
    let (n, hits) = (count as f64, inside as f64);
    let share = hits / n;
    let log_likelihood = |p: f64| {
        let part = |times: f64, p: f64| if times > 0.0 { times * ln(p) } else { 0.0 };
        part(hits, p) + part(n - hits, 1.0 - p)
    };
    let ratio = (2.0 * (log_likelihood(share) - log_likelihood(claimed))).max(0.0);
    BandCoverage { share, ratio, p_value: two_sided_normal(ratio.sqrt()) }
}

/// Probability that a standard normal number lies farther from 0 than `x`.
///
/// Series of the error function near 0, continued fraction far from it (Abramowitz and Stegun 1964, 7.1.6 and 7.1.14).
fn two_sided_normal(x: f64) -> f64 {
    let z = x / std::f64::consts::SQRT_2;
    if z < 2.0 {
        let (mut term, mut sum) = (z, z);
        for k in 1..60 {
            term *= 2.0 * z * z / (2.0 * f64::from(k) + 1.0);
            sum += term;
        }
        return 1.0 - std::f64::consts::FRAC_2_SQRT_PI * exp(-z * z) * sum;
    }
    let fraction = (1..=60).rev().fold(z, |below, k| z + f64::from(k) / 2.0 / below);
    exp(-z * z) / fraction / std::f64::consts::PI.sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tails_of_the_normal_distribution_are_those_of_the_tables() {
        for (x, expected) in [
            (0.0, 1.0),
            (1.0, 0.317_310_507_863),
            (1.959_963_984_54, 0.05),
            (3.0, 0.002_699_796_063),
            (5.0, 5.733_031_437e-7),
        ] {
            assert!((two_sided_normal(x) - expected).abs() < 1e-9 * (1.0 + expected), "{x}");
        }
    }

    #[test]
    fn the_test_of_kupiec_on_a_known_case() {
        // 20 of 250 days outside a band of 95 %: LR = −2 ln[(0.95^230 0.05^20) / (0.92^230 0.08^20)] = 4.0466…
        let found = kupiec(230, 250, 0.95);
        let expected = 2.0 * (230.0 * libm::log(0.92 / 0.95) + 20.0 * libm::log(0.08 / 0.05));
        assert!((found.ratio - expected).abs() < 1e-10 && (found.share - 0.92).abs() < 1e-15);
        assert!(found.p_value > 0.04 && found.p_value < 0.05, "{found:?}");
        assert!(kupiec(80, 100, 0.80).p_value > 0.999);
        assert!(kupiec(100, 100, 0.80).ratio > 40.0);
    }

    #[test]
    fn scores_of_a_small_case_by_hand() {
        let one = |error: f64| Judged { error, half_widths: [0.05, 0.1, 0.2], share_error: None };
        let found = scores(&[one(0.04), one(-0.15)]).unwrap();
        let expected = 50.0 * ((1.0 - libm::exp(-0.04)) + (libm::exp(0.15) - 1.0));
        assert!((found.mape - expected).abs() < 1e-9);
        assert!((found.coverage[1].share - 0.5).abs() < 1e-15 && (found.coverage[2].share - 1.0).abs() < 1e-15);
        assert!((found.interval_score - 100.0 * (0.2 + 10.0 * 0.05 / 2.0)).abs() < 1e-9);
        assert!((found.tenths[6] - 0.0).abs() < 1e-15 && (found.tenths[7] - 0.5).abs() < 1e-15);
        assert_eq!(scores(&[]), None);
    }
}
