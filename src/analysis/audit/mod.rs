//! The plan audit: whether the figures of a plan agree with each other, with the record and with their sources.
//!
//! Each check is one function and one row of its file, and what its findings say is a [`Claim`] beside them. A check reads the records of a study, and where it speaks
//! about results the projection of the plan's baseline; it never knows a territory, a sector or a year by name.

mod accounts;
mod facts;
mod finding;
mod means;
mod plan;
mod record;
mod results;
mod sources;
mod units;

pub use finding::{Against, Amount, ArithmeticStep, Claim, Evidence, Finding, Reading, StatedAs, StepForm, Verdict};

use crate::engine::{Projection, TOTAL_LINE};
use crate::scenario::study::Study;
use facts::Facts;

/// A check of the plan audit.
struct Check {
    /// The word in tables and files, by which checks are ordered.
    id: &'static str,
    /// How its findings are told apart.
    naming: Naming,
    /// The findings, without their codes.
    run: fn(&Facts<'_>) -> Vec<Finding>,
}

/// The checks of each file.
const FAMILIES: [&[Check]; 7] =
    [plan::CHECKS, results::CHECKS, record::CHECKS, accounts::CHECKS, sources::CHECKS, units::CHECKS, means::CHECKS];

/// Every check, in the order of its number.
fn checks() -> Vec<&'static Check> {
    let mut all: Vec<&Check> = FAMILIES.into_iter().flatten().collect();
    all.sort_by_key(|check| check.id);
    all
}

/// The words of every check, in order.
pub fn check_ids() -> Vec<&'static str> {
    checks().into_iter().map(|check| check.id).collect()
}

/// How findings of one check are told apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Naming {
    /// `C03a`, `C03b`; the bare id where there is one finding only.
    Letters,
    /// `C17`, `C17b`: the first finding is the check itself.
    LettersFromSecond,
    /// `C09`, `C09I`: the province, then lines by their initial.
    Lines,
}

/// What an audit found.
#[derive(Debug, Clone, PartialEq)]
pub struct Audit {
    /// Findings in the order of the checks.
    pub findings: Vec<Finding>,
    /// Why there may be fewer than expected.
    pub scope: AuditScope,
}

/// What an audit could look at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AuditScope {
    /// Figures and results.
    Everything,
    /// Figures only: the baseline that meets the plan's targets is absent or gives no projection.
    FiguresOnly,
    /// No audit: the study lacks a target for its territory.
    NoTargets,
}

impl Audit {
    /// Findings that do not agree.
    pub fn failing(&self) -> usize {
        self.findings.iter().filter(|finding| finding.verdict.fails()).count()
    }
}

/// Every check over a study; `projection` is the neutral run of [`plan_baseline`](crate::analysis::plan_baseline), where there is one.
///
/// A study without targets has an empty audit that says so.
pub fn audit(study: &Study, projection: Option<&Projection>) -> Audit {
    if !has_targets(study) {
        return Audit { findings: Vec::new(), scope: AuditScope::NoTargets };
    }
    let facts = Facts::new(study, projection);
    let findings = checks().into_iter().flat_map(|check| code_findings(check, (check.run)(&facts))).collect();
    Audit { findings, scope: if projection.is_some() { AuditScope::Everything } else { AuditScope::FiguresOnly } }
}

/// Whether a study states a target for its territory; the audit needs one.
pub fn has_targets(study: &Study) -> bool {
    study.targets.iter().any(|target| target.territory == study.territory)
}

/// Findings of a check with their codes.
fn code_findings(check: &Check, mut findings: Vec<Finding>) -> Vec<Finding> {
    let alone = findings.len() == 1;
    for (finding, letter) in findings.iter_mut().zip('a'..) {
        finding.check = check.id;
        finding.code = match check.naming {
            Naming::Letters if alone => check.id.to_owned(),
            Naming::LettersFromSecond if letter == 'a' => check.id.to_owned(),
            Naming::Letters | Naming::LettersFromSecond => format!("{}{letter}", check.id),
            Naming::Lines => {
                let initial = finding.line.chars().next().filter(|_| finding.line != TOTAL_LINE);
                format!("{}{}", check.id, initial.map_or_else(String::new, |c| c.to_uppercase().collect()))
            }
        };
    }
    findings
}

#[cfg(test)]
mod tests;
