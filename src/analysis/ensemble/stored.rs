//! Draws that were stored: the same innovations from given random numbers, for comparison with other implementations.

use super::draws::{Errors, InnovationPath};
use crate::scenario::ErrorModel;

/// Random numbers of one draw.
#[derive(Debug, Clone, PartialEq)]
pub struct StoredDraw {
    /// Standard normal numbers and the chi-squared number of each projected year.
    pub years: Vec<(Vec<f64>, f64)>,
    /// Standard normal numbers of the drift.
    pub drift: Vec<f64>,
}

/// Factors of the levels of each projected year and sector, as [`simulate_with`](crate::engine::simulate_with) takes them.
pub fn stored_factors(model: &ErrorModel, draw: &StoredDraw) -> Vec<Vec<f64>> {
    let errors = Errors::new(model, 1.0, true);
    let mut path = InnovationPath::<f64>::new(errors.n_sectors());
    path.restart(&errors, &draw.drift);
    let year = |(xi, w): &(Vec<f64>, f64)| {
        errors.advance(xi, errors.tail(*w), &mut path);
        path.factors.clone()
    };
    draw.years.iter().map(year).collect()
}
