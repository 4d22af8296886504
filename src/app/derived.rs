//! Results of the current study: calibrated baselines and the projection of every case.
//!
//! Derived results are neither saved nor edited; a run costs microseconds, so that every case is run again whenever the
//! study changes.

use crate::analysis::audit::{Audit, audit};
use crate::analysis::plan_baseline;
use crate::engine::Projection;
use crate::scenario::study::Study;
use crate::scenario::{CalibratedBaseline, PreparedCase, ResolveError, calibrate_baseline};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The result of a case.
#[derive(Debug, Clone)]
pub struct CaseResult {
    /// Its baseline and settings; `None` where its baseline cannot be calibrated.
    pub prepared: Option<PreparedCase>,
    /// The projection, or the last one before the error.
    pub projection: Option<Arc<Projection>>,
    /// Why the case does not run.
    pub error: Option<ResolveError>,
}

/// Results of a study by case.
#[derive(Debug, Clone, Default)]
pub struct Derived {
    study: Option<Arc<Study>>,
    baselines: BTreeMap<String, Result<Arc<CalibratedBaseline>, ResolveError>>,
    cases: BTreeMap<String, CaseResult>,
    runs: usize,
    audited: Option<(Arc<Study>, Arc<Audit>)>,
}

impl Derived {
    /// Brings results up to date with a study.
    pub fn refresh(&mut self, study: &Arc<Study>) {
        if self.study.as_ref().is_some_and(|known| Arc::ptr_eq(known, study)) {
            return;
        }
        if !self.study.as_ref().is_some_and(|known| same_baselines(known, study)) {
            self.baselines = study
                .baselines
                .iter()
                .map(|baseline| (baseline.id.clone(), calibrate_baseline(study, &baseline.id).map(Arc::new)))
                .collect();
        }
        let mut cases = BTreeMap::new();
        for id in study.case_ids() {
            let prepared = self.prepare(study, id);
            let run = prepared.as_ref().map_err(Clone::clone);
            let result = match run.and_then(|case| case.in_closure(study, study.closure).simulate()) {
                Ok(projection) => {
                    CaseResult { prepared: prepared.ok(), projection: Some(Arc::new(projection)), error: None }
                }
                Err(error) => {
                    let last = self.cases.get(id).and_then(|result| result.projection.clone());
                    CaseResult { prepared: prepared.ok(), projection: last, error: Some(error) }
                }
            };
            cases.insert(id.to_owned(), result);
        }
        self.runs += cases.len();
        self.cases = cases;
        self.study = Some(Arc::clone(study));
    }

    fn prepare(&self, study: &Study, id: &str) -> Result<PreparedCase, ResolveError> {
        let unknown = || ResolveError::UnknownCase { id: id.to_owned() };
        let (baseline, _) = study.lineage(id).ok_or_else(unknown)?;
        match self.baselines.get(&baseline.id) {
            Some(Ok(calibrated)) => PreparedCase::on_baseline(study, id, Arc::clone(calibrated)),
            Some(Err(error)) => Err(error.clone()),
            None => Err(unknown()),
        }
    }

    /// A case ready to be asked; `None` where its baseline cannot be calibrated.
    pub fn prepared_case(&self, case: &str) -> Option<&PreparedCase> {
        self.cases.get(case)?.prepared.as_ref()
    }

    /// The calibrated baseline from which a case descends.
    pub fn baseline(&self, case: &str) -> Option<&Arc<CalibratedBaseline>> {
        self.prepared_case(case).map(|prepared| &prepared.baseline)
    }

    /// The result of a case.
    pub fn case(&self, id: &str) -> Option<&CaseResult> {
        self.cases.get(id)
    }

    /// The projection of a case.
    pub fn projection(&self, id: &str) -> Option<&Arc<Projection>> {
        self.cases.get(id)?.projection.as_ref()
    }

    /// A case with its run.
    ///
    /// # Errors
    /// Why it does not run; [`ResolveError::UnknownCase`] if the study has no such case.
    pub fn require_run(&self, id: &str) -> Result<(&PreparedCase, &Arc<Projection>), ResolveError> {
        let unknown = || ResolveError::UnknownCase { id: id.to_owned() };
        let CaseResult { prepared, projection, error } = self.cases.get(id).ok_or_else(unknown)?;
        match error {
            Some(error) => Err(error.clone()),
            None => prepared.as_ref().zip(projection.as_ref()).ok_or_else(unknown),
        }
    }

    /// Audits the plan of the current study if the inputs of an audit have changed.
    ///
    /// Called outside drags: scenarios are not part of a plan, so that a slider does not change the audit.
    pub fn look_over(&mut self) {
        let Some(study) = self.study.clone() else { return };
        let is_known = self.audited.as_ref().is_some_and(|(known, _)| same_plan(known, &study));
        if is_known {
            return;
        }
        let plan = plan_baseline(&study).and_then(|baseline| self.baselines.get(&baseline.id)?.as_ref().ok());
        let found = audit(&study, plan.map(|plan| &plan.projection));
        self.audited = Some((study, Arc::new(found)));
    }

    /// The audit of the plan, once it has been looked over.
    pub fn audit(&self) -> Option<&Arc<Audit>> {
        self.audited.as_ref().map(|(_, audit)| audit)
    }

    /// Number of runs since the start.
    pub fn runs(&self) -> usize {
        self.runs
    }
}

/// Whether two studies give the same audit.
fn same_plan(a: &Arc<Study>, b: &Arc<Study>) -> bool {
    Arc::ptr_eq(a, b)
        || (same_baselines(a, b)
            && (&a.links, &a.history_vintage, &a.projects) == (&b.links, &b.history_vintage, &b.projects))
}

/// Whether two studies give the same calibrated baselines.
fn same_baselines(a: &Study, b: &Study) -> bool {
    let figures = Arc::ptr_eq(&a.observations, &b.observations)
        && Arc::ptr_eq(&a.targets, &b.targets)
        && Arc::ptr_eq(&a.parameters, &b.parameters);
    figures
        && (a.horizon, &a.territory) == (b.horizon, &b.territory)
        && a.structure == b.structure
        && a.sectors == b.sectors
        && a.groups == b.groups
        && a.parks == b.parks
        && a.baselines.len() == b.baselines.len()
        && a.baselines
            .iter()
            .zip(&b.baselines)
            .all(|(x, y)| (&x.id, x.base_year, &x.vintage, &x.rule) == (&y.id, y.base_year, &y.vintage, &y.rule))
}
