//! Which inputs of the simulation move a probability: each by itself a quarter lower and a quarter higher, under the same luck.

use super::{Ensemble, EnsembleOptions, Proportion, ensemble};
use crate::engine::MeasuredSeries;
use crate::scenario::error_model::error_range;
use crate::scenario::figure::Quantity;
use crate::scenario::study::{Assumption, Study};
use crate::scenario::{BandSource, Case, ResolveError, error_model};
use crate::task::Progress;
use std::sync::Arc;

/// A quarter lower, and a quarter higher.
pub const SHIFTS: [f64; 2] = [0.75, 1.25];

/// An input of the simulation that is moved by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SimulationInput {
    /// Every deviation of yearly disturbances, or the width of the tested bands.
    Volatility,
    /// Every correlation of two sectors.
    Correlation,
    /// Degrees of freedom of the tail.
    Tail,
    /// Years of history behind the drift.
    Drift,
    /// Probability that a crash begins in a year.
    CrashProbability,
    /// Depth of a crash.
    CrashDepth,
}

/// Why an input has no effect.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum IdleInput {
    /// The width of the bands comes from the errors of the trend rule in other economies.
    TestedBands,
    /// The risk of a crash is not counted.
    NoCrash,
    /// The study does not state it, or states nought.
    NotStated,
}

/// What an input of the simulation does by itself: draws that reach each goal, with the input a quarter lower and a quarter
/// higher.
#[derive(Debug, Clone, PartialEq)]
pub struct InputShift {
    /// The input.
    pub input: SimulationInput,
    /// Why it has no effect; `None` if it acts.
    pub idle: Option<IdleInput>,
    /// The goals at each of [`SHIFTS`]; `None` if the study does not allow that value of the input, or the input does
    /// not act.
    pub chances: [Option<Vec<Option<Proportion>>>; 2],
}

impl SimulationInput {
    /// All, in the order of a table.
    pub const ALL: [Self; 6] =
        [Self::Volatility, Self::Correlation, Self::Tail, Self::Drift, Self::CrashProbability, Self::CrashDepth];

    /// The quantity of its parameters; `None` for the depth, which a shock states, and for volatility, which tested
    /// bands have without a parameter.
    const fn quantity(self) -> Option<Quantity> {
        match self {
            Self::Correlation => Some(Quantity::ErrorCorrelation),
            Self::Tail => Some(Quantity::ErrorTailFreedom),
            Self::Drift => Some(Quantity::DriftVarianceRatio),
            Self::CrashProbability => Some(Quantity::CrashProbability),
            Self::Volatility | Self::CrashDepth => None,
        }
    }

    /// The value of its parameter once it is so many times as large.
    fn shifted(self, value: f64, factor: f64) -> f64 {
        match self {
            // A year of history is one over the ratio of variances.
            Self::Drift => value / factor,
            Self::Tail => (value * factor).round(),
            Self::Volatility | Self::Correlation | Self::CrashProbability | Self::CrashDepth => value * factor,
        }
    }

    /// Why it has no effect in an ensemble whose bands came from `taken`; `None` if it acts.
    pub fn idle(self, case: Case<'_>, options: &EnsembleOptions, taken: BandSource) -> Option<IdleInput> {
        let of_crash = matches!(self, Self::CrashProbability | Self::CrashDepth);
        if of_crash && !options.crash {
            return Some(IdleInput::NoCrash);
        }
        let of_own = matches!(self, Self::Correlation | Self::Tail | Self::Drift);
        if of_own && taken == BandSource::Tested {
            return Some(IdleInput::TestedBands);
        }
        let unstated = self != Self::Volatility && self.find_values(case.study, &case.baseline.id).is_empty();
        unstated.then_some(IdleInput::NotStated)
    }

    /// Its values that are not nought, in units of the model; years for the drift.
    pub fn find_values(self, study: &Study, baseline: &str) -> Vec<f64> {
        let depths = study.shocks.first().filter(|_| self == Self::CrashDepth).map(|shock| shock.depth);
        let rows = self.parameters(study, baseline).into_iter().map(|row| study.parameters[row].figure.model_value());
        let shown = |value: f64| if self == Self::Drift { value.recip() } else { value };
        rows.chain(depths).filter(|value| *value != 0.0).map(shown).collect()
    }

    /// Positions of its parameters: a baseline's own where it has any, otherwise those of all baselines.
    fn parameters(self, study: &Study, baseline: &str) -> Vec<usize> {
        let rows = |owner: &str| -> Vec<usize> {
            let is_of = |row: &Assumption| Some(row.figure.quantity) == self.quantity() && row.baseline == owner;
            study.parameters.iter().enumerate().filter(|(_, row)| is_of(row)).map(|(at, _)| at).collect()
        };
        let all = rows("");
        match self.quantity() {
            None => Vec::new(),
            // A pair of sectors of the baseline's own stands beside the other pairs of all baselines.
            Some(Quantity::ErrorCorrelation) => all.into_iter().chain(rows(baseline)).collect(),
            Some(_) => Some(rows(baseline)).filter(|own| !own.is_empty()).unwrap_or(all),
        }
    }

    /// The study with the input so many times as large; `None` where no error model has such values, or they are out of range.
    fn shift_study(self, study: &Study, baseline: &str, factor: f64) -> Option<Study> {
        let mut changed = study.clone();
        for row in self.parameters(study, baseline) {
            let figure = &mut Arc::make_mut(&mut changed.parameters)[row].figure;
            let value = self.shifted(figure.model_value(), factor);
            if error_range(figure.quantity).is_some_and(|bounds| !(bounds.0..=bounds.1).contains(&value)) {
                return None;
            }
            figure.value = value * figure.quantity.unit().factor() / figure.unit.factor();
        }
        if self == Self::CrashDepth {
            let shock = changed.shocks.first_mut()?;
            shock.depth = self.shifted(shock.depth, factor);
            if shock.depth > 1.0 {
                return None;
            }
        }
        let is_own = matches!(self, Self::Correlation | Self::Tail | Self::Drift);
        (!is_own || error_model(&changed, baseline).is_ok()).then_some(changed)
    }
}

/// An ensemble with an input multiplied by a factor.
///
/// `None` if it was cancelled, `Some(None)` if the study does not allow that value of the input.
///
/// # Errors
/// As [`ensemble`].
pub fn shifted_ensemble(
    case: Case<'_>,
    series: &[MeasuredSeries],
    (input, factor): (SimulationInput, f64),
    options: &EnsembleOptions,
    progress: &Progress,
) -> Result<Option<Option<Ensemble>>, ResolveError> {
    if input == SimulationInput::Volatility {
        let options = EnsembleOptions { volatility: options.volatility * factor, ..options.clone() };
        return Ok(ensemble(case, series, &options, progress)?.map(Some));
    }
    let Some(study) = input.shift_study(case.study, &case.baseline.id, factor) else { return Ok(Some(None)) };
    Ok(ensemble(Case { study: &study, ..case }, series, options, progress)?.map(Some))
}
