//! How figures move with assumptions: derivatives through the whole model, by forward differentiation.

use super::error::AnalysisError;
use super::metric::Metric;
use crate::engine::{Dual, EngineError, Inputs, LANES, Path, Projection, simulate_over};
use crate::scenario::setting::LeverKey;
use crate::scenario::{Case, ResolveError, Resolver};
use multiversion::multiversion;
use std::borrow::Cow;
use std::sync::Arc;

/// A lever by which a derivative is taken.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Moving {
    /// The lever.
    pub(super) key: LeverKey,
    /// Its value in each year.
    path: Path,
    /// What one unit more of the lever adds in each year.
    slopes: Path,
}

impl Moving {
    /// A lever at a value; `path` gives its value in each year, which follows the value in a straight line.
    pub(super) fn new(key: LeverKey, value: f64, path: impl Fn(f64) -> Path) -> Self {
        let own = path(value);
        let slopes = path(value + 1.0).iter().zip(&own).map(|(above, own)| without_dust(above - own)).collect();
        Self { key, path: own, slopes }
    }
}

/// A slope of a path without what the subtraction rounded away, where it is a whole number.
fn without_dust(slope: f64) -> f64 {
    let whole = slope.round();
    if (slope - whole).abs() < 1e-9 { whole } else { slope }
}

/// Derivatives of figures (rows) by levers (columns), as levers rise or fall by a little.
///
/// Both are the same where no limit is met exactly. A case without an answer gives its error.
pub(super) fn gradient<const RISING: bool>(
    case: Case<'_>,
    levers: &[Moving],
    metrics: &[Metric],
) -> Result<Vec<Vec<f64>>, AnalysisError> {
    let mut rows = vec![Vec::with_capacity(levers.len()); metrics.len()];
    let mut resolver = Resolver::<Dual<RISING>>::new(case.study, case.baseline, case.settings, case.closure)?;
    for block in levers.chunks(LANES) {
        for (place, lever) in block.iter().enumerate() {
            let values = lever.path.iter().zip(&lever.slopes);
            let values = values.map(|(value, slope)| Dual::with_slope(*value, place, *slope)).collect();
            resolver.set_values(&lever.key, values)?;
        }
        let projection = run_dual(resolver.inputs()?).map_err(ResolveError::from)?;
        for (row, metric) in rows.iter_mut().zip(metrics) {
            let value = metric.value(&projection).ok_or(AnalysisError::NoFigure { metric: *metric })?;
            row.extend((0..block.len()).map(|place| value.slopes.lane(place)));
        }
        for lever in block {
            resolver.set(&lever.key, case.settings.get(&lever.key).map(Cow::Borrowed))?;
        }
    }
    Ok(rows)
}

/// A run with its derivatives: compiled for several instruction sets, of which the best that the machine has is taken.
///
/// No variant uses a fused multiply-add, so that all give the same bits.
#[multiversion(targets("x86_64+avx512f+avx512dq+avx512vl+avx512bw+avx512cd", "x86_64+avx2"))]
fn run_dual<const RISING: bool>(inputs: &Arc<Inputs<Dual<RISING>>>) -> Result<Projection<Dual<RISING>>, EngineError> {
    simulate_over(inputs)
}
