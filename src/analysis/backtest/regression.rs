//! The coefficients of the trend rule that a panel teaches: a regression of what growth came on what was known before.
//!
//! Least absolute deviations instead of least squares, so that wars and changes of method that remain in a panel do not decide.

use crate::calibration::forecast::{PanelMeasure, RuleBasis, RuleRow, Signals};
use nalgebra::{DMatrix, DVector};

/// Rounds of the weighting, each with smaller least deviations.
const ROUNDS: i32 = 120;
/// Deviations below which a weight does not grow, log points a year: first and last.
const LEAST_DEVIATION: (f64, f64) = (5e-3, 1e-4);

/// What was known of a line at an origin, and the growth that came (log points a year).
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Lesson {
    pub(super) measure: PanelMeasure,
    pub(super) is_total: bool,
    pub(super) signals: Signals,
    pub(super) growth: f64,
}

/// Coefficients for every measure, kind of line and set of signals that lessons allow.
pub(super) fn learn_rule(lessons: &[Lesson]) -> Vec<RuleRow> {
    let mut rows = Vec::new();
    for measure in PanelMeasure::ALL {
        for is_total in [false, true] {
            let own: Vec<&Lesson> =
                lessons.iter().filter(|one| (one.measure, one.is_total) == (measure, is_total)).collect();
            rows.extend(RuleBasis::all(is_total).filter_map(|basis| {
                let (coefficients, count) = regress(&own, basis)?;
                Some(RuleRow { measure, is_total, basis, coefficients, count })
            }));
        }
    }
    rows
}

/// Coefficients of one set of signals, and the lessons behind them; `None` where too few lessons have the signals.
fn regress(lessons: &[&Lesson], basis: RuleBasis) -> Option<([f64; 4], usize)> {
    let has = |signals: &Signals| {
        (!basis.peers || signals.peers.is_some()) && (!basis.agriculture || signals.agriculture.is_some())
    };
    let used: Vec<usize> = (0..4).filter(|&term| basis.used()[term]).collect();
    let known: Vec<(Vec<f64>, f64)> = lessons
        .iter()
        .filter(|one| has(&one.signals))
        .map(|one| {
            let terms = basis.terms(&one.signals);
            (used.iter().map(|&term| terms[term]).collect(), one.growth)
        })
        .collect();
    let found = least_absolute(&known, used.len())?;
    let mut coefficients = [0.0; 4];
    for (&term, value) in used.iter().zip(&found) {
        coefficients[term] = *value;
    }
    Some((coefficients, known.len()))
}

/// Coefficients with the least sum of absolute deviations, by least squares with weights of the inverse deviation.
///
/// `known` holds the terms of each lesson and its growth, log points a year. `None` if there are at most as many
/// lessons as terms, or the terms are collinear.
/// Source: iteratively reweighted least squares (Holland and Welsch 1977); a floor under the deviation bounds the
/// weights, so that each round weighs as Huber's (1964) loss.
fn least_absolute(known: &[(Vec<f64>, f64)], terms: usize) -> Option<Vec<f64>> {
    if known.len() <= terms {
        return None;
    }
    let mut found = DVector::zeros(terms);
    for round in 0..ROUNDS {
        let least = (LEAST_DEVIATION.0 * 0.9_f64.powi(round)).max(LEAST_DEVIATION.1);
        let mut squares = DMatrix::zeros(terms, terms);
        let mut products = DVector::zeros(terms);
        for (x, y) in known {
            let x = DVector::from_column_slice(x);
            let weight = if round == 0 { 1.0 } else { 1.0 / (y - x.dot(&found)).abs().max(least) };
            squares.ger(weight, &x, &x, 1.0);
            products.axpy(weight * y, &x, 1.0);
        }
        found = squares.cholesky()?.solve(&products);
    }
    Some(found.iter().copied().collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn outliers_do_not_move_the_line() {
        let known: Vec<(Vec<f64>, f64)> = (0..60)
            .map(|i| {
                let x = f64::from(i) / 100.0;
                (vec![1.0, x], if i % 6 == 0 { 5.0 } else { 0.01 + 0.4 * x })
            })
            .collect();
        let found = least_absolute(&known, 2).unwrap();
        assert!((found[0] - 0.01).abs() < 1e-3 && (found[1] - 0.4).abs() < 5e-3, "{found:?}");
        assert_eq!(least_absolute(&known[..2], 2), None);
    }
}
