//! Inputs of a case over a baseline that a test has calibrated.

use kichban::engine::{Closure, Inputs};
use kichban::scenario::study::Study;
use kichban::scenario::{CalibratedBaseline, Case, ResolveError, merged_settings};
use std::sync::Arc;

/// Complete inputs of a baseline or scenario in a closure.
pub(crate) fn resolve(
    study: &Study,
    baseline: &CalibratedBaseline,
    id: &str,
    closure: Closure,
) -> Result<Arc<Inputs>, ResolveError> {
    let settings = merged_settings(study, id)?;
    Case { study, baseline, settings: &settings, closure }.resolve()
}
