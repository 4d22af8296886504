//! Spillover from driver sectors through local inputs (E11).

#![expect(clippy::inline_always, reason = "a block of draws is vectorised only where its arithmetic is inlined")]

use crate::engine::real::{Lift, Real};
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
///
/// # Errors
/// [`SpilloverError::ColumnSum`] if a column of coefficients sums to 1 or more, [`SpilloverError::Singular`] if
/// `I − Ad` has no inverse.
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
/// `M_sD = v_s B_sD (B_DD)^{-1} / v_D` over the drivers `D` together: what they need of each other is left out, because
/// projects and shocks fix the output of each. With one driver it is `v_s (B_sd / B_dd) / v_d`, and a driver that is split
/// into parts with the same inputs gives what the whole gave.
///
/// # Errors
/// As [`leontief_inverse`]; also [`SpilloverError::Singular`] if the block of the drivers in the inverse is singular.
pub fn spillover_matrix(
    coefficients: &[Vec<f64>],
    value_added_ratio: &[f64],
    drivers: &[usize],
) -> Result<Vec<Vec<f64>>, SpilloverError> {
    let inverse = leontief_inverse(coefficients)?;
    let n_drivers = drivers.len();
    // Without drivers there is no spillover, and the solver refuses equations without unknowns.
    if n_drivers == 0 {
        return Ok(vec![Vec::new(); coefficients.len()]);
    }
    // The equations are solved transposed, row by row of the result.
    let among = DMatrix::from_fn(n_drivers, n_drivers, |i, j| inverse[drivers[j]][drivers[i]]);
    let solved = |s: usize| {
        let row = DMatrix::from_fn(n_drivers, 1, |d, _| inverse[s][drivers[d]]);
        among.clone().lu().solve(&row).ok_or(SpilloverError::Singular)
    };
    (0..coefficients.len())
        .map(|s| {
            let needed = solved(s)?;
            let gain = |(position, &d): (usize, &usize)| {
                if s == d {
                    1.0
                } else if drivers.contains(&s) {
                    0.0
                } else {
                    value_added_ratio[s] * needed[(position, 0)] / value_added_ratio[d]
                }
            };
            Ok(drivers.iter().enumerate().map(gain).collect())
        })
        .collect()
}

/// E11, what one driver adds to a sector, trillion VND: `M_sd (Yc_d − Y_d^baseline)`.
#[inline(always)]
pub(crate) fn spillover<C, R: Lift<C>>(multiplier: C, driver_output: R, driver_baseline: C) -> R {
    R::lift(multiplier) * (driver_output - R::lift(driver_baseline))
}

/// E11, output with what the drivers add, trillion VND; it does not fall below 0.
///
/// `Y_s = max(0, Yc_s + Σ_d M_sd (Yc_d − Y_d^baseline))`
#[inline(always)]
pub(crate) fn output_with_spillover<R: Real>(own_and_gained: R) -> R {
    own_and_gained.larger(R::ZERO)
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
    fn parts_of_a_driver_with_the_same_inputs_give_what_the_whole_gave() {
        let whole = [vec![0.06, 0.04, 0.05], vec![0.012, 0.1, 0.04], vec![0.002, 0.01, 0.08]];
        let weights = [0.7, 0.3];
        // Each part buys as the whole, and supplies by its weight.
        let part = |row: usize, column: usize| {
            let (i, j) = (row.saturating_sub(1), column.saturating_sub(1));
            whole[i][j] * if row < 2 { weights[row] } else { 1.0 }
        };
        let parts: Vec<Vec<f64>> = (0..4).map(|row| (0..4).map(|column| part(row, column)).collect()).collect();
        let of_whole = spillover_matrix(&whole, &[0.085, 0.55, 0.5], &[0]).unwrap();
        let of_parts = spillover_matrix(&parts, &[0.085, 0.085, 0.55, 0.5], &[0, 1]).unwrap();
        for (one, split) in of_whole.iter().zip(&of_parts[1..]).skip(1) {
            assert!(split.iter().all(|value| (value / one[0] - 1.0).abs() < 1e-12), "{one:?} {split:?}");
        }
        assert_eq!(of_parts[..2], [vec![1.0, 0.0], vec![0.0, 1.0]]);
    }

    #[test]
    fn without_drivers_no_sector_gains() {
        let none: Vec<Vec<f64>> = vec![Vec::new(), Vec::new()];
        assert_eq!(spillover_matrix(&[vec![0.1, 0.0], vec![0.0, 0.2]], &[0.5, 0.5], &[]).unwrap(), none);
    }

    #[test]
    fn inputs_worth_the_whole_output_are_refused() {
        let error = leontief_inverse(&[vec![0.6, 0.0], vec![0.4, 0.1]]).unwrap_err();
        assert!(matches!(error, SpilloverError::ColumnSum { sector: 0, .. }));
    }
}
