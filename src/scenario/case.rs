//! A case: a baseline or scenario ready to be asked.

use super::baseline::{CalibratedBaseline, calibrate_baseline};
use super::error::ResolveError;
use super::group_setting::effective_setting;
use super::lever::Lever;
use super::resolve::{default_path, default_shares, merged_settings};
use super::resolver::Resolver;
use super::setting::{LeverKey, NumberTable, Setting, Settings};
use super::study::Study;
use crate::engine::{Closure, Inputs, Path, Projection, simulate};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::sync::Arc;

/// Whose settings, over which calibrated baseline of which study, in which closure: all that a run or an analysis needs.
#[derive(Debug, Clone, Copy)]
pub struct Case<'a> {
    /// The study.
    pub study: &'a Study,
    /// The baseline of the case.
    pub baseline: &'a CalibratedBaseline,
    /// All settings of the case: its own over those of its ancestors.
    pub settings: &'a Settings,
    /// Productivity or capital.
    pub closure: Closure,
}

impl<'a> Case<'a> {
    /// The same case under other settings.
    #[must_use]
    pub const fn with_settings<'b>(self, settings: &'b Settings) -> Case<'b>
    where
        'a: 'b,
    {
        Case { study: self.study, baseline: self.baseline, settings, closure: self.closure }
    }

    /// What it has for a lever: its setting, or what that of a group gives it; `None` where the baseline's value holds.
    pub fn setting(self, key: &LeverKey) -> Option<Cow<'a, Setting>> {
        effective_setting(self.study, self.baseline, self.settings, key)
    }

    /// The path that a lever has when no scenario touches it, as [`default_path`] says.
    pub fn default_path(self, key: &LeverKey) -> Option<Path> {
        default_path(self.study, self.baseline, key)
    }

    /// Shares that a share lever has when no scenario touches it, as [`default_shares`] says.
    pub fn default_shares(self, lever: Lever) -> Option<NumberTable> {
        default_shares(self.study, self.baseline, lever)
    }

    /// What follows single changes of its settings without resolving all of them again.
    ///
    /// # Errors
    /// As [`Resolver::new`].
    pub fn resolver(self) -> Result<Resolver<'a>, ResolveError> {
        Resolver::new(self)
    }

    /// Its complete inputs.
    ///
    /// # Errors
    /// As [`Resolver::new`] and [`Resolver::inputs`].
    pub fn resolve(self) -> Result<Arc<Inputs>, ResolveError> {
        self.resolver()?.into_inputs()
    }

    /// Its run.
    ///
    /// # Errors
    /// As [`Self::resolve`]; also [`ResolveError::Engine`] if the run stops.
    pub fn simulate(self) -> Result<Projection, ResolveError> {
        Ok(simulate(&self.resolve()?)?)
    }
}

/// The parts of a case that are its own: found once, then asked in either closure and lent to every analysis.
#[derive(Debug, Clone)]
pub struct PreparedCase {
    /// Id of the baseline or scenario.
    pub id: String,
    /// Its baseline, calibrated.
    pub baseline: Arc<CalibratedBaseline>,
    /// Its own settings over those of its ancestors.
    pub settings: Settings,
}

impl PreparedCase {
    /// Calibrates the baseline of a case and merges its settings.
    ///
    /// # Errors
    /// [`ResolveError::UnknownCase`] if the study has no such case; otherwise as [`calibrate_baseline`].
    pub fn new(study: &Study, id: &str) -> Result<Self, ResolveError> {
        let unknown = || ResolveError::UnknownCase { id: id.to_owned() };
        let (own, _) = study.lineage(id).ok_or_else(unknown)?;
        Self::on_baseline(study, id, Arc::new(calibrate_baseline(study, &own.id)?))
    }

    /// The same over a baseline that is calibrated already: that of the case, or another on which it is to run.
    ///
    /// # Errors
    /// [`ResolveError::UnknownCase`] if the study has no such case.
    pub fn on_baseline(study: &Study, id: &str, baseline: Arc<CalibratedBaseline>) -> Result<Self, ResolveError> {
        Ok(Self { id: id.to_owned(), baseline, settings: merged_settings(study, id)? })
    }

    /// What the case has for a lever: its setting, or what that of a group gives it; `None` where the baseline's value holds.
    pub fn setting(&self, study: &Study, key: &LeverKey) -> Option<Cow<'_, Setting>> {
        effective_setting(study, &self.baseline, &self.settings, key)
    }

    /// The case in a closure.
    pub fn in_closure<'a>(&'a self, study: &'a Study, closure: Closure) -> Case<'a> {
        Case { study, baseline: &self.baseline, settings: &self.settings, closure }
    }
}

/// Baselines of a study that were calibrated for one of its cases, lent to the next case on them.
#[derive(Debug)]
pub struct CalibratedBaselines<'s> {
    study: &'s Study,
    known: BTreeMap<String, Arc<CalibratedBaseline>>,
}

impl<'s> CalibratedBaselines<'s> {
    /// None is calibrated yet.
    pub const fn new(study: &'s Study) -> Self {
        Self { study, known: BTreeMap::new() }
    }

    /// The study.
    pub const fn study(&self) -> &'s Study {
        self.study
    }

    /// A case over its own baseline, or over another on which it is to run.
    ///
    /// # Errors
    /// As [`PreparedCase::new`].
    pub fn prepare(&mut self, id: &str, on: Option<&str>) -> Result<PreparedCase, ResolveError> {
        let (own, _) = self.study.lineage(id).ok_or_else(|| ResolveError::UnknownCase { id: id.to_owned() })?;
        let calibrated = match self.known.entry(on.unwrap_or(&own.id).to_owned()) {
            Entry::Occupied(known) => Arc::clone(known.get()),
            Entry::Vacant(place) => {
                let calibrated = calibrate_baseline(self.study, place.key())?;
                Arc::clone(place.insert(Arc::new(calibrated)))
            }
        };
        PreparedCase::on_baseline(self.study, id, calibrated)
    }
}
