//! Correlation matrices: the factor that makes independent draws correlated, and the nearest matrix that has one.

use nalgebra::DMatrix;

/// Smallest eigenvalue of a matrix that is offered in place of one without a factor.
const SMALLEST_EIGENVALUE: f64 = 1e-6;
/// Rounds of the search for the nearest matrix; a province's sectors need a dozen.
const MOST_ROUNDS: usize = 500;

/// Lower triangular factor `C` with `C C' = correlation`, row by row; `None` where the matrix is not positive definite.
///
/// The factor is that of Cholesky, with positive diagonal, hence unique.
pub fn cholesky(correlation: &[Vec<f64>]) -> Option<Vec<Vec<f64>>> {
    let n = correlation.len();
    let mut factor = vec![vec![0.0; n]; n];
    for i in 0..n {
        for j in 0..=i {
            let inner: f64 = (0..j).map(|k| factor[i][k] * factor[j][k]).sum();
            let rest = correlation[i][j] - inner;
            if i == j {
                if !(rest > 1e-12 && rest.is_finite()) {
                    return None;
                }
                factor[i][i] = rest.sqrt();
            } else {
                factor[i][j] = rest / factor[j][j];
            }
        }
    }
    Some(factor)
}

/// The correlation matrix nearest to a symmetric one in the sum of squared differences, with a factor.
///
/// Source: Higham, N. (2002), Computing the nearest correlation matrix, IMA Journal of Numerical Analysis 22.
pub fn nearest_correlation(correlation: &[Vec<f64>]) -> Vec<Vec<f64>> {
    let n = correlation.len();
    let mut current = DMatrix::from_fn(n, n, |i, j| correlation[i][j]);
    let mut correction = DMatrix::zeros(n, n);
    for _ in 0..MOST_ROUNDS {
        let shifted = &current - &correction;
        let eigen = shifted.clone().symmetric_eigen();
        let raised = eigen.eigenvalues.map(|value| value.max(SMALLEST_EIGENVALUE));
        let positive = &eigen.eigenvectors * DMatrix::from_diagonal(&raised) * eigen.eigenvectors.transpose();
        correction = &positive - &shifted;
        let mut next = positive;
        next.fill_diagonal(1.0);
        let moved = (&next - &current).amax();
        current = next;
        if moved < 1e-10 {
            break;
        }
    }
    // What rounding and the diagonal left below zero is taken out by moving towards independence.
    let mut shrunk = 1.0;
    loop {
        let offered: Vec<Vec<f64>> = (0..n)
            .map(|i| (0..n).map(|j| if i == j { 1.0 } else { shrunk * current[(i.max(j), i.min(j))] }).collect())
            .collect();
        if shrunk <= 0.0 || cholesky(&offered).is_some() {
            return offered;
        }
        shrunk -= 1e-4;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_factor_of_the_reference_matrix() {
        let factor = cholesky(&[vec![1.0, 0.1, 0.1], vec![0.1, 1.0, 0.5], vec![0.1, 0.5, 1.0]]).unwrap();
        assert!((factor[1][1] - 0.994_987_437_106_62).abs() < 1e-15);
        assert!((factor[2][1] - 0.492_468_529_477_013_9).abs() < 1e-15);
        assert!((factor[2][2] - 0.864_566_219_253_764).abs() < 1e-15);
    }

    #[test]
    fn a_contradictory_matrix_has_no_factor_and_a_near_one_has() {
        let contradictory = vec![vec![1.0, 0.9, -0.9], vec![0.9, 1.0, 0.9], vec![-0.9, 0.9, 1.0]];
        assert_eq!(cholesky(&contradictory), None);
        let offered = nearest_correlation(&contradictory);
        assert!(cholesky(&offered).is_some());
        // By symmetry the nearest one has ±1/2 everywhere.
        assert!((offered[0][1] - 0.5).abs() < 1e-3 && (offered[0][2] + 0.5).abs() < 1e-3, "{offered:?}");
    }

    #[test]
    fn a_valid_matrix_is_its_own_nearest() {
        let valid = vec![vec![1.0, 0.3], vec![0.3, 1.0]];
        let offered = nearest_correlation(&valid);
        assert!((offered[0][1] - 0.3).abs() < 1e-9);
    }
}
