//! Targets to yearly growth: the smallest weighted change of prior growth that meets every target exactly.

use super::CalibrationError;
use crate::quantity::{Horizon, Year, elementary};
use nalgebra::{DMatrix, DVector};

/// A level that a line must have in a year.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LevelTarget {
    /// Year, after the base year.
    pub year: Year,
    /// Level in the unit of the start level.
    pub level: f64,
}

/// Levels year by year from a start level, prior growth and targets.
///
/// In logs, minimises `Σ (g_t − m_t)² / σ_t²` subject to `Σ_{t <= T} g_t = ln(target_T / start)` for each target: `adj = W⁻¹C'(C W⁻¹C')⁻¹(b − C m)`.
/// `prior` and `deviation` hold one value a year with the base year first; the base year's is not used.
/// After the last target the growth of the last target year is kept when `hold_after` is true, otherwise prior growth goes on.
///
/// # Errors
/// [`CalibrationError::TargetsDependent`] if targets contradict each other, as two targets of one year do.
pub fn levels_through_targets(
    horizon: Horizon,
    start: f64,
    targets: &[LevelTarget],
    prior: &[f64],
    deviation: &[f64],
    hold_after: bool,
) -> Result<Vec<f64>, CalibrationError> {
    let n_years = horizon.len() - 1;
    let mut log_growth: Vec<f64> = prior.iter().skip(1).map(|growth| libm::log1p(*growth)).collect();
    if !targets.is_empty() {
        let rows: Vec<usize> = targets.iter().filter_map(|target| horizon.index(target.year)).collect();
        let constraint = DMatrix::from_fn(rows.len(), n_years, |row, t| f64::from(u8::from(t < rows[row])));
        let variance = DMatrix::from_diagonal(&DVector::from_iterator(
            n_years,
            deviation.iter().skip(1).map(|sigma| sigma * sigma),
        ));
        let prior_log = DVector::from_vec(log_growth.clone());
        let wanted =
            DVector::from_iterator(rows.len(), targets.iter().map(|target| elementary::ln(target.level / start)));
        let gap = wanted - &constraint * &prior_log;
        let spread = &variance * constraint.transpose();
        let multiplier = (&constraint * &spread).lu().solve(&gap).ok_or(CalibrationError::TargetsDependent)?;
        let adjusted = prior_log + spread * multiplier;
        log_growth = adjusted.iter().copied().collect();
        if hold_after && let Some(&last) = rows.iter().max() {
            let kept = log_growth[last - 1];
            log_growth.iter_mut().skip(last).for_each(|growth| *growth = kept);
        }
    }
    let mut levels = Vec::with_capacity(n_years + 1);
    let mut sum = 0.0;
    levels.push(start);
    for growth in log_growth {
        sum += growth;
        levels.push(start * elementary::exp(sum));
    }
    // The sum of logs reaches a target to a few units in the last place; the target itself is written so that it is met exactly.
    for target in targets {
        if let Some(index) = horizon.index(target.year) {
            levels[index] = target.level;
        }
    }
    Ok(levels)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_flat_prior_gives_uniform_growth_in_each_plan_period() {
        let horizon = Horizon::new(2020, 2030).unwrap();
        let targets = [LevelTarget { year: 2025, level: 136.977 }, LevelTarget { year: 2030, level: 190.374 }];
        let levels = levels_through_targets(horizon, 95.0, &targets, &[0.0; 11], &[1.0; 11], true).unwrap();
        assert!((levels[1] - 102.213_536).abs() < 1e-6);
        assert!((levels[6] - 146.298_424).abs() < 1e-6);
        assert_eq!(levels[10].to_bits(), 190.374_f64.to_bits());
    }

    #[test]
    fn the_gap_falls_where_the_prior_is_least_certain() {
        let horizon = Horizon::new(2020, 2022).unwrap();
        let target = [LevelTarget { year: 2022, level: libm::exp(0.3) }];
        let levels = levels_through_targets(horizon, 1.0, &target, &[0.0; 3], &[1.0, 1.0, 2.0], true).unwrap();
        assert!((libm::log(levels[1]) - 0.3 / 5.0).abs() < 1e-12);
    }
}
