//! How far two cases are apart on the same paths: the difference of a series, draw by draw under the same random numbers.

use super::group::DrawResults;
use super::quantile::{Quantile, quantiles};
use super::{EnsembleOptions, FAN, Plan, run};
use crate::engine::{Closure, MeasuredSeries, simulate};
use crate::quantity::Year;
use crate::scenario::study::Study;
use crate::scenario::{Case, PreparedCase, ResolveError};
use crate::task::Progress;
use std::sync::Arc;

/// The difference of a series in the last year between two cases whose paths meet the same innovations.
#[derive(Debug, Clone, PartialEq)]
pub struct PairedDifference {
    /// The series.
    pub series: MeasuredSeries,
    /// The last year.
    pub year: Year,
    /// Number of pairs of paths.
    pub draws: usize,
    /// Quantiles at the probabilities of [`FAN`], in the unit of the model.
    pub quantiles: Vec<Quantile>,
}

/// Differences of series in the last year between a case and the one that it is compared with; `None` where it was cancelled.
///
/// Empty where the case is compared with itself, and where the two have no paths in common.
pub fn differences_from_reference(
    study: &Study,
    (prepared, closure): (&PreparedCase, Closure),
    series: &[MeasuredSeries],
    options: &EnsembleOptions,
    progress: &Progress,
) -> Result<Option<Vec<PairedDifference>>, ResolveError> {
    let reference = study.reference_of(&prepared.id);
    let base = study.lineage(reference).map(|(baseline, _)| baseline.id.as_str());
    if reference == prepared.id || base != Some(prepared.baseline.id.as_str()) {
        return Ok(Some(Vec::new()));
    }
    let reference = PreparedCase::on_baseline(study, reference, Arc::clone(&prepared.baseline))?;
    paired_differences([prepared, &reference].map(|one| one.in_closure(study, closure)), series, options, progress)
}

/// Differences of series in the last year, the first case less the second; `None` where it was cancelled.
///
/// Both cases are of one baseline and closure: on different ones the innovations differ.
/// Empty where levers are drawn, which each case has of its own.
/// A series that either case does not have is left out.
fn paired_differences(
    cases: [Case<'_>; 2],
    series: &[MeasuredSeries],
    options: &EnsembleOptions,
    progress: &Progress,
) -> Result<Option<Vec<PairedDifference>>, ResolveError> {
    if !options.levers.is_empty() {
        return Ok(Some(Vec::new()));
    }
    let mut known = series.to_vec();
    let inputs = [cases[0].resolve()?, cases[1].resolve()?];
    for inputs in &inputs {
        let expected = simulate(inputs)?;
        known.retain(|series| expected.gap(series.variable, series.line).is_none());
    }
    let draw = |at: usize| -> Result<Option<(Vec<DrawResults>, usize, Year)>, ResolveError> {
        let plan = Plan::new((cases[at], &inputs[at]), &known, options)?;
        let years = plan.kernel.horizon().len() - 1;
        let end = plan.kernel.horizon().end();
        Ok(run::run_blocks(&plan, progress)?.map(|blocks| (blocks, years, end)))
    };
    let (Some((own, years, year)), Some((other, ..))) = (draw(0)?, draw(1)?) else { return Ok(None) };
    let difference = |(position, series): (usize, &MeasuredSeries)| {
        let row = position * years + years - 1;
        let apart = |(own, other): (&DrawResults, &DrawResults)| -> Vec<f64> {
            own.row(row).iter().zip(other.row(row)).map(|(own, other)| own - other).collect()
        };
        let pieces: Vec<Vec<f64>> = own.iter().zip(&other).map(apart).collect();
        let pieces: Vec<&[f64]> = pieces.iter().map(Vec::as_slice).collect();
        PairedDifference { series: *series, year, draws: options.draws, quantiles: quantiles(&pieces, &FAN) }
    };
    Ok(Some(known.iter().enumerate().map(difference).collect()))
}
