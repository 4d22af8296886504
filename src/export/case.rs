//! What every export is about: one baseline or scenario of a study, run in one closure.

use crate::engine::{Closure, Projection};
use crate::lang::Lang;
use crate::scenario::setting::Settings;
use crate::scenario::study::Study;
use crate::scenario::{CalibratedBaseline, CalibratedBaselines, Case, PreparedCase, ResolveError, fingerprint};
use crate::text::remarks_of_case;
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
    pub projection: Arc<Projection>,
}

impl<'a> ExportCase<'a> {
    /// The case as analyses ask it.
    pub fn as_case(&self) -> Case<'_> {
        Case { study: self.study, baseline: &self.baseline, settings: &self.settings, closure: self.closure }
    }

    /// Runs a baseline or scenario on its own baseline.
    ///
    /// # Errors
    /// As [`Self::on_baselines`].
    pub fn new(study: &'a Study, id: &str, closure: Closure) -> Result<Self, ResolveError> {
        Self::on_baselines(&mut CalibratedBaselines::new(study), id, closure)
    }

    /// The same among several cases, of which those on one baseline share it.
    ///
    /// # Errors
    /// [`ResolveError`] if the case is unknown, its baseline does not calibrate, or it does not run.
    pub fn on_baselines(
        baselines: &mut CalibratedBaselines<'a>,
        id: &str,
        closure: Closure,
    ) -> Result<Self, ResolveError> {
        let (study, prepared) = (baselines.study(), baselines.prepare(id, None)?);
        let projection = prepared.in_closure(study, closure).simulate()?;
        Ok(Self::from_run(study, closure, prepared, Arc::new(projection)))
    }

    /// A case that was run already.
    pub fn from_run(study: &'a Study, closure: Closure, prepared: PreparedCase, projection: Arc<Projection>) -> Self {
        let PreparedCase { id, baseline, settings } = prepared;
        Self { study, id, closure, baseline, settings, projection }
    }

    /// Digest of the resolved inputs.
    pub fn fingerprint(&self) -> String {
        fingerprint(self.projection.inputs())
    }

    /// What is worth a look in the run.
    pub fn remarks(&self, lang: Lang) -> Vec<String> {
        remarks_of_case(self.study, &self.id, &self.projection, lang)
    }

    /// Vintage of the figures of the base year.
    pub fn vintage(&self) -> &str {
        self.study.baseline(&self.baseline.id).map_or("", |baseline| baseline.vintage.as_str())
    }
}
