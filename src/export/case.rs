//! What every export is about: one baseline or scenario of a study, run in one closure.

use crate::engine::{Closure, Projection};
use crate::scenario::setting::Settings;
use crate::scenario::study::Study;
use crate::scenario::{CalibratedBaseline, Case, PreparedCase, ResolveError, fingerprint};
use std::sync::Arc;

/// A case with everything that an export reads.
#[derive(Debug, Clone)]
pub struct ExportCase<'a> {
    /// The study.
    pub study: &'a Study,
    /// Id of the baseline or scenario.
    pub id: String,
    /// Closure of the run.
    pub closure: Closure,
    /// The baseline on which it stands.
    pub baseline: Arc<CalibratedBaseline>,
    /// What it and its ancestors change.
    pub settings: Settings,
    /// The run.
    pub projection: Projection,
}

impl<'a> ExportCase<'a> {
    /// The case as analyses ask it.
    pub fn as_case(&self) -> Case<'_> {
        Case { study: self.study, baseline: &self.baseline, settings: &self.settings, closure: self.closure }
    }

    /// Runs a baseline or scenario on its own baseline.
    ///
    /// # Errors
    /// [`ResolveError`] if the case is unknown, its baseline does not calibrate, or it does not run.
    pub fn new(study: &'a Study, id: &str, closure: Closure) -> Result<Self, ResolveError> {
        let prepared = PreparedCase::new(study, id)?;
        let projection = prepared.in_closure(study, closure).simulate()?;
        let PreparedCase { id, baseline, settings } = prepared;
        Ok(Self { study, id, closure, baseline, settings, projection })
    }

    /// Digest of the resolved inputs.
    pub fn fingerprint(&self) -> String {
        fingerprint(self.projection.inputs())
    }

    /// Vintage of the figures of the base year.
    pub fn vintage(&self) -> &str {
        self.study.baseline(&self.baseline.id).map_or("", |baseline| baseline.vintage.as_str())
    }
}
