//! Spillover from driver sectors through local inputs (E11).

#![expect(clippy::inline_always, reason = "a block of draws is vectorised only where its arithmetic is inlined")]

use crate::engine::real::Lift;
use nalgebra::DMatrix;

/// Local input coefficients that no economy can have.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum SpilloverError {
    /// A sector buys local inputs worth its whole output or more.
    #[error("input coefficients of sector {sector} sum to {sum}")]
    ColumnSum {
        /// Position of the sector.
        sector: usize,
        /// Sum of its column.
        sum: f64,
    },
    /// `I − Ad` cannot be inverted.
    #[error("I - Ad is singular")]
    Singular,
}

/// Leontief inverse `B = (I − Ad)^{-1}` of local input coefficients (row: supplying sector, column: buying sector).
///
/// Source: Miller and Blair, Input–Output Analysis, 2nd ed. (2009), chapter 2.
pub fn leontief_inverse(coefficients: &[Vec<f64>]) -> Result<Vec<Vec<f64>>, SpilloverError> {
    let n = coefficients.len();
    for sector in 0..n {
        let sum: f64 = coefficients.iter().map(|row| row[sector]).sum();
        if sum >= 1.0 || !sum.is_finite() {
            return Err(SpilloverError::ColumnSum { sector, sum });
        }
    }
    let matrix = DMatrix::from_fn(n, n, |i, j| f64::from(u8::from(i == j)) - coefficients[i][j]);
    let inverse = matrix.try_inverse().ok_or(SpilloverError::Singular)?;
    Ok((0..n).map(|i| (0..n).map(|j| inverse[(i, j)]).collect()).collect())
}

/// Spillover matrix, value added to value added: what each sector (row) gains per unit of value added of each driver (column).
///
/// `M_sd = v_s (B_sd / B_dd) / v_d`; dividing by `B_dd` leaves out the driver's own loop, because a project or shock fixes the driver's own output.
pub fn spillover_matrix(
    coefficients: &[Vec<f64>],
    value_added_ratio: &[f64],
    drivers: &[usize],
) -> Result<Vec<Vec<f64>>, SpilloverError> {
    let inverse = leontief_inverse(coefficients)?;
    Ok((0..coefficients.len())
        .map(|s| {
            drivers
                .iter()
                .map(|&d| {
                    if s == d {
                        1.0
                    } else {
                        value_added_ratio[s] * (inverse[s][d] / inverse[d][d]) / value_added_ratio[d]
                    }
                })
                .collect()
        })
        .collect())
}

/// E11, what one driver adds to a sector, trillion VND: `M_sd (Yc_d − Y_d^baseline)`.
#[inline(always)]
pub(crate) fn spillover<C, R: Lift<C>>(multiplier: C, driver_output: R, driver_baseline: C) -> R {
    R::lift(multiplier) * (driver_output - R::lift(driver_baseline))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_two_sector_economy_matches_the_textbook() {
        let inverse = leontief_inverse(&[vec![0.15, 0.25], vec![0.2, 0.05]]).unwrap();
        assert!((inverse[0][0] - 1.254_125_41).abs() < 1e-8);
        assert!((inverse[1][0] - 0.264_026_40).abs() < 1e-8);
    }

    #[test]
    fn inputs_worth_the_whole_output_are_refused() {
        let error = leontief_inverse(&[vec![0.6, 0.0], vec![0.4, 0.1]]).unwrap_err();
        assert!(matches!(error, SpilloverError::ColumnSum { sector: 0, .. }));
    }
}
