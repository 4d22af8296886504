//! The plan audit: whether the figures of a plan agree with each other, with the record and with their sources.
//!
//! Checks C01–C24, each one function and one row of `CHECKS`. A check reads the records of a study, and where it speaks
//! about results the projection of the plan's baseline; it never knows a territory, a sector or a year by name.

mod accounts;
mod facts;
mod finding;
mod plan;
mod record;
mod results;
mod sources;
mod units;

pub use finding::{Amount, ArithmeticStep, Claim, Evidence, Finding, StepForm, Verdict};

use crate::engine::Projection;
use crate::scenario::study::{Baseline, BaselineRule, Study};
use facts::Facts;

/// A check of the plan audit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "each check is described in its row of CHECKS")]
pub enum Check {
    C01,
    C02,
    C03,
    C04,
    C05,
    C06,
    C07,
    C08,
    C09,
    C10,
    C11,
    C12,
    C13,
    C14,
    C15,
    C16,
    C17,
    C18,
    C19,
    C20,
    C21,
    C22,
    C23,
    C24,
}

/// A check with what it needs and does.
struct Row {
    check: Check,
    /// The word in tables and files.
    id: &'static str,
    /// How its findings are told apart.
    naming: Naming,
    /// The findings, without their codes.
    run: fn(&Facts<'_>) -> Vec<Finding>,
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

/// Every check, in the order of tables.
const CHECKS: &[Row] = {
    use Naming::{Letters, LettersFromSecond, Lines};
    &[
        // Shares of one year sum to 100 per cent.
        Row { check: Check::C01, id: "C01", naming: Letters, run: plan::shares_sum },
        // GRDP that a level and its share imply.
        Row { check: Check::C02, id: "C02", naming: Letters, run: plan::implied_totals },
        // Growth of GRDP between the plan's levels against the growth that it states.
        Row { check: Check::C03, id: "C03", naming: Letters, run: plan::total_growth },
        // The same for each line with levels.
        Row { check: Check::C04, id: "C04", naming: Letters, run: plan::line_growth },
        // Employment, productivity and their growth where output and employment are both targets.
        Row { check: Check::C05, id: "C05", naming: Letters, run: plan::productivity },
        // What remains outside the lines with levels, and the line that takes the residual.
        Row { check: Check::C06, id: "C06", naming: Letters, run: plan::residual_growth },
        // Labour supply against demand, employment against population.
        Row { check: Check::C07, id: "C07", naming: Letters, run: results::labour },
        // Investment per unit of added output.
        Row { check: Check::C08, id: "C08", naming: Letters, run: results::icor },
        // What growth leaves to TFP.
        Row { check: Check::C09, id: "C09", naming: Lines, run: results::tfp },
        // Exports against output.
        Row { check: Check::C10, id: "C10", naming: Letters, run: record::exports },
        // The jump that the next target year needs, against the record.
        Row { check: Check::C11, id: "C11", naming: Letters, run: record::one_year_jump },
        // Growth needed a year until later targets, against what the plan states.
        Row { check: Check::C12, id: "C12", naming: Letters, run: record::catch_up },
        // Industrial land against what output needs.
        Row { check: Check::C13, id: "C13", naming: Letters, run: results::land },
        // GRDP per head as stated against the result.
        Row { check: Check::C14, id: "C14", naming: Letters, run: results::per_head },
        // Amounts that are said to make a whole.
        Row { check: Check::C15, id: "C15", naming: Letters, run: accounts::amounts },
        // A level and its growth against the level before.
        Row { check: Check::C16, id: "C16", naming: Letters, run: accounts::level_and_growth },
        // Output and output per head against the population.
        Row { check: Check::C17, id: "C17", naming: LettersFromSecond, run: accounts::population },
        // Counts that are said to make a whole.
        Row { check: Check::C18, id: "C18", naming: Letters, run: accounts::counts },
        // Growth of part of a year against that of the year.
        Row { check: Check::C19, id: "C19", naming: Letters, run: record::rest_of_year_growth },
        // Named projects against the total that contains them.
        Row { check: Check::C20, id: "C20", naming: Letters, run: accounts::projects },
        // Share of output over share of employment.
        Row { check: Check::C21, id: "C21", naming: Letters, run: results::relative_productivity },
        // Decimal marks inside one sentence.
        Row { check: Check::C22, id: "C22", naming: Letters, run: sources::decimal_marks },
        // Price basis and territory.
        Row { check: Check::C23, id: "C23", naming: Letters, run: sources::price_basis_and_territory },
        // A figure a hundred or a thousand times from its like.
        Row { check: Check::C24, id: "C24", naming: Letters, run: units::unit_slips },
    ]
};

impl Check {
    /// The word in tables and files.
    pub fn id(self) -> &'static str {
        CHECKS.iter().find(|row| row.check == self).map_or("", |row| row.id)
    }

    /// The words of the first and the last check, between which every finding lies.
    pub fn range() -> (&'static str, &'static str) {
        let id = |row: Option<&Row>| row.map_or("", |row| row.id);
        (id(CHECKS.first()), id(CHECKS.last()))
    }
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
    /// Figures only: no baseline meets the plan's targets, or it gives no projection.
    FiguresOnly,
    /// Nothing: the study states no target for its territory.
    NoTargets,
}

impl Audit {
    /// Findings that do not agree.
    pub fn failing(&self) -> usize {
        self.findings.iter().filter(|finding| finding.verdict.fails()).count()
    }
}

/// The baseline that stands for the plan: the first that meets targets.
pub fn plan_baseline(study: &Study) -> Option<&Baseline> {
    study.baselines.iter().find(|baseline| matches!(baseline.rule, BaselineRule::Targets { .. }))
}

/// Every check over a study; `projection` is the neutral run of [`plan_baseline`], where there is one.
///
/// A study without targets has an empty audit that says so.
pub fn audit(study: &Study, projection: Option<&Projection>) -> Audit {
    if !study.targets.iter().any(|target| target.territory == study.territory) {
        return Audit { findings: Vec::new(), scope: AuditScope::NoTargets };
    }
    let facts = Facts::new(study, projection);
    let findings = CHECKS.iter().flat_map(|row| code_findings(row, (row.run)(&facts))).collect();
    Audit { findings, scope: if projection.is_some() { AuditScope::Everything } else { AuditScope::FiguresOnly } }
}

/// Findings of a check with their codes.
fn code_findings(row: &Row, mut findings: Vec<Finding>) -> Vec<Finding> {
    let alone = findings.len() == 1;
    for (finding, letter) in findings.iter_mut().zip('a'..) {
        finding.check = row.check;
        finding.code = match row.naming {
            Naming::Letters if alone => row.id.to_owned(),
            Naming::LettersFromSecond if letter == 'a' => row.id.to_owned(),
            Naming::Letters | Naming::LettersFromSecond => format!("{}{letter}", row.id),
            Naming::Lines => {
                let initial = finding.line.chars().next().filter(|_| finding.line != "total");
                format!("{}{}", row.id, initial.map_or_else(String::new, |c| c.to_uppercase().collect()))
            }
        };
    }
    findings
}

#[cfg(test)]
mod tests;
