//! How figures move with assumptions: derivatives through the whole model, by forward differentiation.

use super::error::{AnalysisError, require_value};
use super::metric::Metric;
use crate::engine::{Dual, Path, SLOPES, simulate_over};
use crate::scenario::setting::LeverKey;
use crate::scenario::{Case, ResolveError, Resolver};
use std::borrow::Cow;

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

/// Derivatives of figures by levers.
pub(super) struct Derivatives {
    /// A row a figure, a column a lever.
    pub(super) rows: Vec<Vec<f64>>,
    /// Whether a figure comes from a selection that stands exactly at its limit, so that the other side may differ.
    pub(super) is_at_limit: bool,
}

/// A case whose figures are differentiated, as levers rise or fall by a little; both are the same where no limit is met exactly.
#[derive(Debug, Clone)]
pub(super) struct Gradient<'a, const RISING: bool> {
    case: Case<'a>,
    resolver: Resolver<'a, Dual<RISING>>,
}

impl<'a, const RISING: bool> Gradient<'a, RISING> {
    pub(super) fn new(case: Case<'a>) -> Result<Self, ResolveError> {
        Ok(Self { case, resolver: Resolver::new(case)? })
    }

    /// Derivatives of figures by levers. A case without an answer gives its error.
    pub(super) fn evaluate(&mut self, levers: &[Moving], metrics: &[Metric]) -> Result<Derivatives, AnalysisError> {
        let mut is_at_limit = false;
        let mut rows = vec![Vec::with_capacity(levers.len()); metrics.len()];
        for (number, block) in levers.chunks(SLOPES).enumerate() {
            // Every lever stands at its value, also those by which this run takes no derivative.
            for (position, lever) in levers.iter().enumerate() {
                let place = position.checked_sub(number * SLOPES).unwrap_or(SLOPES);
                let values = lever.path.iter().zip(&lever.slopes);
                let values = values.map(|(value, slope)| Dual::with_slope(*value, place, *slope)).collect();
                self.resolver.set_values(&lever.key, values)?;
            }
            let projection = simulate_over(self.resolver.inputs()?).map_err(ResolveError::from)?;
            for (row, metric) in rows.iter_mut().zip(metrics) {
                let value = require_value(metric, &projection)?;
                row.extend(value.slopes.iter().take(block.len()));
                is_at_limit |= value.is_at_limit;
            }
        }
        for lever in levers {
            self.resolver.set(&lever.key, self.case.settings.get(&lever.key).map(Cow::Borrowed))?;
        }
        Ok(Derivatives { rows, is_at_limit })
    }
}
