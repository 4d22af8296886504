//! What is left of a total once the known lines are taken out, given to one line or spread over several by prior uncertainty.

use crate::quantity::elementary;

/// A line that takes part in spreading a gap.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SpreadLine {
    /// Prior level, in the unit of the total.
    pub prior_level: f64,
    /// Standard deviation of the log of the prior level.
    pub log_deviation: f64,
}

/// Log adjustments `a_k` that minimise `Σ (a_k/σ_k)²` subject to `Σ prior_k e^{a_k} = total`.
///
/// Iterates `λ = (R − Σf_k + Σf_k a_k) / Σ f_k² σ_k²`, `a_k = λ σ_k² f_k`, `f_k = prior_k e^{a_k}`; `None` if it does
/// not converge, as with a total <= 0.
pub fn spread_gap(lines: &[SpreadLine], total: f64) -> Option<Vec<f64>> {
    let mut adjustment = vec![0.0; lines.len()];
    for _ in 0..200 {
        let level: Vec<f64> =
            lines.iter().zip(&adjustment).map(|(line, a): (_, &f64)| line.prior_level * elementary::exp(*a)).collect();
        let missing =
            total - level.iter().sum::<f64>() + level.iter().zip(&adjustment).map(|(f, a)| f * a).sum::<f64>();
        let weight: f64 = level.iter().zip(lines).map(|(f, line)| (f * line.log_deviation).powi(2)).sum();
        let multiplier = missing / weight;
        let next: Vec<f64> =
            level.iter().zip(lines).map(|(f, line)| multiplier * line.log_deviation.powi(2) * f).collect();
        if !next.iter().all(|a| a.is_finite()) {
            return None;
        }
        let change = next.iter().zip(&adjustment).map(|(a, b)| (a - b).abs()).fold(0.0, f64::max);
        adjustment = next;
        if change < 1e-15 {
            break;
        }
    }
    let reached: f64 = lines.iter().zip(&adjustment).map(|(line, a)| line.prior_level * elementary::exp(*a)).sum();
    ((reached / total - 1.0).abs() < 1e-9).then_some(adjustment)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_exact_prior_is_left_alone() {
        let lines =
            [SpreadLine { prior_level: 3.0, log_deviation: 0.1 }, SpreadLine { prior_level: 7.0, log_deviation: 0.2 }];
        let adjustment = spread_gap(&lines, 10.0).unwrap();
        assert!(adjustment.iter().all(|a| a.abs() < 1e-15));
    }

    #[test]
    fn a_total_that_is_not_positive_cannot_be_spread() {
        let lines = [SpreadLine { prior_level: 3.0, log_deviation: 0.1 }];
        assert_eq!(spread_gap(&lines, -1.0), None);
    }
}
