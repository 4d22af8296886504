//! What every export is about: one baseline or scenario of a study, run in one closure.

use crate::engine::{Closure, Projection, simulate};
use crate::scenario::setting::Settings;
use crate::scenario::study::Study;
use crate::scenario::{
    CalibratedBaseline, Case, ResolveError, calibrate_baseline, fingerprint, merged_settings, resolve_settings,
};

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
    pub baseline: CalibratedBaseline,
    /// What it and its ancestors change.
    pub settings: Settings,
    /// The run.
    pub projection: Projection,
}

impl<'a> ExportCase<'a> {
    /// The case as analyses ask it.
    pub const fn as_case(&self) -> Case<'_> {
        Case { study: self.study, baseline: &self.baseline, settings: &self.settings, closure: self.closure }
    }

    /// Runs a baseline or scenario on its own baseline.
    ///
    /// # Errors
    /// [`ResolveError`] if the case is unknown, its baseline does not calibrate, or it does not run.
    pub fn new(study: &'a Study, id: &str, closure: Closure) -> Result<Self, ResolveError> {
        let unknown = || ResolveError::UnknownCase { id: id.to_owned() };
        let (own, _) = study.lineage(id).ok_or_else(unknown)?;
        let baseline = calibrate_baseline(study, &own.id)?;
        let settings = merged_settings(study, id)?;
        let projection = simulate(&resolve_settings(study, &baseline, &settings, closure)?)?;
        Ok(Self { study, id: id.to_owned(), closure, baseline, settings, projection })
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
