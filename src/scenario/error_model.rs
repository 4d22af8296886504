//! What is random in an ensemble, from the study's parameters: size, persistence, correlation and tail of the innovations, and drift.

use super::error::{ResolveError, StudyError};
use super::figure::{Figure, Quantity};
use super::study::Study;
use crate::calibration::{cholesky, nearest_correlation};
use std::collections::BTreeMap;

/// Smallest and largest value of the parameters of errors that have a range of their own, in units of the model.
static RANGES: [(Quantity, (f64, f64)); 5] = [
    // A variance must exist, and beyond thirty the tail is that of a normal distribution.
    (Quantity::ErrorTailFreedom, (3.0, 30.0)),
    // In variances, against innovations of a year.
    (Quantity::DriftVarianceRatio, (0.0, 4.0)),
    // Of yearly innovations to logs.
    (Quantity::ErrorDeviation, (0.0, 1.0)),
    // That a crash begins in a year.
    (Quantity::CrashProbability, (0.0, 1.0)),
    (Quantity::ErrorCorrelation, (-1.0, 1.0)),
];

/// The range of a parameter of errors; `None` if it has no range of its own.
pub fn error_range(quantity: Quantity) -> Option<&'static (f64, f64)> {
    RANGES.iter().find(|row| row.0 == quantity).map(|row| &row.1)
}

/// Innovations of one baseline's ensembles (`docs/model.md`, Uncertainty); positions are those of the study's sectors.
#[derive(Debug, Clone, PartialEq)]
pub struct ErrorModel {
    /// Standard deviation of the innovations to log productivity or log TFP, a year (sigma).
    pub deviation: Vec<f64>,
    /// Autocorrelation, above −1 and below 1 (rho).
    pub persistence: Vec<f64>,
    /// Lower triangular factor of the correlation matrix, row by row (C).
    pub factor: Vec<Vec<f64>>,
    /// Degrees of freedom of the common tail (nu).
    pub tail_freedom: u32,
    /// Variance of the persistent drift over that of a yearly innovation (kappa).
    pub drift_ratio: f64,
    /// Whether the drifts of sectors are correlated as their innovations are; otherwise each drifts by itself.
    pub drifts_together: bool,
    /// Probability that a crash begins in a year; `None` where the study gives none.
    pub crash_probability: Option<f64>,
}

/// The error model of a baseline: its own parameters where it has any, otherwise those of all baselines.
///
/// Absent correlations and persistences are 0; every other parameter must be there.
///
/// # Errors
/// [`ResolveError::MissingFigure`] if a parameter is absent, or the correlations have no Cholesky factor.
pub fn error_model(study: &Study, baseline: &str) -> Result<ErrorModel, ResolveError> {
    let missing = |quantity, line: &str| ResolveError::MissingFigure {
        quantity,
        line: line.to_owned(),
        year: None,
        baseline: baseline.to_owned(),
    };
    let needed = |quantity, line: &str| {
        study.parameter(baseline, quantity, line, None).map(Figure::model_value).ok_or_else(|| missing(quantity, line))
    };
    let lines = || study.sectors.iter().map(|sector| sector.id.as_str());
    let persistence =
        |line| study.parameter(baseline, Quantity::ErrorPersistence, line, None).map_or(0.0, Figure::model_value);
    let factor = cholesky(&correlation(study, baseline)).ok_or_else(|| missing(Quantity::ErrorCorrelation, ""))?;
    Ok(ErrorModel {
        deviation: lines().map(|line| needed(Quantity::ErrorDeviation, line)).collect::<Result<_, _>>()?,
        persistence: lines().map(persistence).collect(),
        factor,
        tail_freedom: whole(needed(Quantity::ErrorTailFreedom, "")?),
        drift_ratio: needed(Quantity::DriftVarianceRatio, "")?,
        drifts_together: false,
        crash_probability: crash_probability(study, baseline),
    })
}

/// Probability that a crash begins in a year; `None` where the study gives none.
pub(super) fn crash_probability(study: &Study, baseline: &str) -> Option<f64> {
    study.parameter(baseline, Quantity::CrashProbability, "", None).map(Figure::model_value)
}

impl ErrorModel {
    /// Standard deviation of a weighted sum of the sectors' log errors after some years.
    pub fn deviation_of_sum(&self, weights: &[f64], years: usize) -> f64 {
        let n = weights.len();
        // A sum of correlated parts is a sum of independent ones, weighted by the columns of the factor.
        let of_pairs = |part: &dyn Fn(usize) -> f64| -> f64 {
            let mut columns = vec![0.0; n];
            for (i, row) in self.factor.iter().enumerate().take(n) {
                let part = part(i);
                columns.iter_mut().zip(row).for_each(|(sum, factor)| *sum += part * factor);
            }
            columns.iter().map(|sum| sum * sum).sum()
        };
        // What an innovation has added to the log level after `age` years.
        let grown = |s: usize, age: usize| (0..age).fold(0.0, |sum, _| 1.0 + self.persistence[s] * sum);
        let shock = |s: usize| self.deviation[s] * (1.0 - self.persistence[s] * self.persistence[s]).sqrt();
        let innovations: f64 = (1..=years).map(|age| of_pairs(&|s| weights[s] * shock(s) * grown(s, age))).sum();
        let drift = |s: usize| weights[s] * self.deviation[s] * years as f64;
        let drifts = if self.drifts_together { of_pairs(&drift) } else { (0..n).map(|s| drift(s) * drift(s)).sum() };
        (innovations + self.drift_ratio * drifts).sqrt()
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked to be a whole number of 3 to 30")]
fn whole(value: f64) -> u32 {
    value.round() as u32
}

/// Correlations of the sectors; each pair stands once, in either order.
fn correlation(study: &Study, baseline: &str) -> Vec<Vec<f64>> {
    // A row of the baseline's own comes before one of all baselines; looked up once, because pairs are many.
    let mut pairs: BTreeMap<(&str, &str), (bool, f64)> = BTreeMap::new();
    for row in study.parameters.iter().filter(|row| row.figure.quantity == Quantity::ErrorCorrelation) {
        let is_own = row.baseline == baseline && !baseline.is_empty();
        if !is_own && !row.baseline.is_empty() {
            continue;
        }
        let found = (is_own, row.figure.model_value());
        let known = pairs.entry((&row.figure.line, &row.figure.from)).or_insert(found);
        if is_own && !known.0 {
            *known = found;
        }
    }
    let of = |a: &str, b: &str| {
        let pair = pairs.get(&(a, b)).or_else(|| pairs.get(&(b, a)));
        pair.map_or(0.0, |(_, value)| *value)
    };
    let ids: Vec<&str> = study.sectors.iter().map(|sector| sector.id.as_str()).collect();
    ids.iter().map(|a| ids.iter().map(|b| if a == b { 1.0 } else { of(a, b) }).collect()).collect()
}

/// The first statement about error parameters that does not hold.
pub(super) fn check_error_parameters(study: &Study) -> Result<(), StudyError> {
    for (position, row) in study.parameters.iter().enumerate() {
        check_parameter(&row.figure, position)?;
    }
    let owners = study.baselines.iter().map(|baseline| baseline.id.as_str());
    owners.chain([""]).try_for_each(|owner| check_correlation(study, owner))
}

fn check_parameter(figure: &Figure, position: usize) -> Result<(), StudyError> {
    let (value, quantity) = (figure.model_value(), figure.quantity);
    let place = || format!("parameters[{position}]");
    if quantity == Quantity::ErrorPersistence && !(value > -1.0 && value < 1.0) {
        return Err(StudyError::PersistenceOutOfRange { place: place(), sector: figure.line.clone(), value });
    }
    if quantity == Quantity::ErrorTailFreedom && value.fract() != 0.0 {
        return Err(StudyError::NotWhole { place: place(), quantity, value });
    }
    match error_range(quantity).filter(|bounds| !(bounds.0..=bounds.1).contains(&value)) {
        None => Ok(()),
        Some(bounds) => {
            Err(StudyError::ParameterOutOfRange { position, quantity, line: figure.line.clone(), value, bounds })
        }
    }
}

/// A correlation matrix must have a factor; where it has none, the cell that the nearest valid matrix changes most is named.
fn check_correlation(study: &Study, baseline: &str) -> Result<(), StudyError> {
    let stated = correlation(study, baseline);
    if cholesky(&stated).is_some() {
        return Ok(());
    }
    let offered = nearest_correlation(&stated);
    let n = stated.len();
    let cells = (0..n).flat_map(|i| (0..i).map(move |j| (i, j)));
    let change = |(i, j): (usize, usize)| (stated[i][j] - offered[i][j]).abs();
    let Some((i, j)) = cells.max_by(|&a, &b| change(a).total_cmp(&change(b))) else { return Ok(()) };
    let (row, column) = (study.sectors[i].id.clone(), study.sectors[j].id.clone());
    let names = |figure: &Figure| {
        (figure.line == row && figure.from == column) || (figure.line == column && figure.from == row)
    };
    let position = study
        .parameters
        .iter()
        .position(|entry| entry.figure.quantity == Quantity::ErrorCorrelation && names(&entry.figure));
    let position = position.unwrap_or_default();
    Err(StudyError::CorrelationNotDefinite { position, row, column, value: offered[i][j] })
}
