//! What a reader must know about a projection that succeeded (`docs/model.md`, What stops a run).

use super::target::history;
use crate::engine::{Gaps, Line, Projection, Remark, Switch, Variable, calendar_year};
use crate::quantity::{PriceBasis, Quantity, Year};
use crate::scenario::last_base_year;
use crate::scenario::study::Study;

/// How much a remark matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// All is well.
    Good,
    /// Worth a look.
    Warning,
}

/// A remark about a projection.
#[derive(Debug, Clone, PartialEq)]
pub enum Diagnostic {
    /// Labour supply in the last year exceeds demand.
    LabourMargin {
        /// Year.
        year: Year,
        /// Thousand persons.
        margin: f64,
    },
    /// Labour demand exceeds supply.
    LabourGap {
        /// First year in which it does.
        since: Year,
        /// The year in which most are missing.
        year: Year,
        /// Thousand persons missing in that year.
        missing: f64,
    },
    /// The land limit binds.
    LandBinds {
        /// First year in which it does.
        year: Year,
    },
    /// Nobody has figures of parts of the inputs; what rests on them is a gap.
    NoFigures {
        /// The parts.
        gaps: Gaps,
    },
    /// Employment over population above 70 %.
    EmploymentHigh {
        /// Year.
        year: Year,
        /// Employment over population.
        ratio: f64,
    },
    /// Implied TFP growth outside −3 to +4 % a year.
    TfpImplausible {
        /// Sector id.
        sector: String,
        /// First year.
        year: Year,
        /// Growth, fraction a year.
        growth: f64,
    },
    /// Spillover was held at 0.
    SpilloverHeldAtZero {
        /// Sector id.
        sector: String,
        /// Year.
        year: Year,
    },
    /// A project starts before the base year although the baseline does not contain it.
    ProjectBeforeBase {
        /// First year of the project.
        year: Year,
    },
    /// The projection goes on after the last year that any figure of the study names.
    BeyondFigures {
        /// The last such year.
        last: Year,
        /// Last year of the projection.
        end: Year,
    },
    /// The projection starts from another output than the one observed of the base year.
    StartsElsewhere {
        /// The line.
        line: String,
        /// The base year.
        year: Year,
        /// Observed, trillion VND at constant prices.
        observed: f64,
        /// Where the projection starts.
        start: f64,
    },
}

impl Diagnostic {
    /// How much it matters.
    pub const fn severity(&self) -> Severity {
        match self {
            Self::LabourMargin { .. } => Severity::Good,
            Self::LabourGap { .. }
            | Self::NoFigures { .. }
            | Self::LandBinds { .. }
            | Self::EmploymentHigh { .. }
            | Self::TfpImplausible { .. }
            | Self::SpilloverHeldAtZero { .. }
            | Self::ProjectBeforeBase { .. }
            | Self::StartsElsewhere { .. }
            | Self::BeyondFigures { .. } => Severity::Warning,
        }
    }
}

/// Remarks about a projection: the labour balance first, or that there are no figures of it.
pub fn diagnostics(study: &Study, projection: &Projection) -> Vec<Diagnostic> {
    let mut found: Vec<Diagnostic> = labour_balance(projection).into_iter().collect();
    let gaps = projection.inputs().gaps;
    if !gaps.is_empty() {
        found.push(Diagnostic::NoFigures { gaps });
    }
    let horizon = projection.horizon();
    let total = |variable, year| projection.value(variable, Line::Total, year);
    if let Some(year) =
        horizon.projected_years().find(|&year| total(Variable::LandBinds, year).is_some_and(|f| f > 0.5))
    {
        found.push(Diagnostic::LandBinds { year });
    }
    let ratio = |year| Some(total(Variable::Employment, year)? / total(Variable::Population, year)?);
    let high = horizon.projected_years().find_map(|year| ratio(year).filter(|&r| r > 0.70).map(|ratio| (year, ratio)));
    if let Some((year, ratio)) = high {
        found.push(Diagnostic::EmploymentHigh { year, ratio });
    }
    for (s, sector) in projection.inputs().sectors.iter().enumerate() {
        let odd = horizon.projected_years().find_map(|year| {
            let growth = projection.value(Variable::TfpGrowth, Line::Sector(s), year)?;
            (!(-0.03..=0.04).contains(&growth)).then_some((year, growth))
        });
        if let Some((year, growth)) = odd {
            found.push(Diagnostic::TfpImplausible { sector: sector.id.clone(), year, growth });
        }
    }
    found.extend(projection.remarks().iter().map(|remark| match *remark {
        Remark::SpilloverHeldAtZero { sector, year } => {
            Diagnostic::SpilloverHeldAtZero { sector: projection.line_id(Line::Sector(sector)).to_owned(), year }
        }
    }));
    found.extend(find_other_start(study, projection));
    let early = projection
        .inputs()
        .projects
        .iter()
        .filter(|project| project.planned.registered_musd > 0.0)
        .map(|project| calendar_year(project.planned.start))
        .filter(|&start| start < horizon.base())
        .min();
    if let Some(year) = early {
        found.push(Diagnostic::ProjectBeforeBase { year });
    }
    if let Some(last) = last_year_named(study, horizon.base()).filter(|&last| last < horizon.end()) {
        found.push(Diagnostic::BeyondFigures { last, end: horizon.end() });
    }
    found
}

/// Distance between an observed level and the start of a projection, over the level, that is rounding.
const JOIN: f64 = 1e-3;

/// The first line whose projection does not start where the history ends; a plan from an earlier base year has a start of its own.
fn find_other_start(study: &Study, projection: &Projection) -> Option<Diagnostic> {
    let year = projection.horizon().base();
    if last_base_year(study) != Some(year) {
        return None;
    }
    projection.lines().find_map(|line| {
        let id = projection.line_id(line);
        let levels = history(study, Quantity::Output, id, Some(PriceBasis::Constant));
        let (_, observed) = levels.into_iter().find(|(at, _)| *at == year)?;
        let variable = if line == Line::Total { Variable::Grdp } else { Variable::Output };
        let start = projection.value(variable, line, year)?;
        let differs = (observed - start).abs() > JOIN * observed.abs();
        differs.then(|| Diagnostic::StartsElsewhere { line: id.to_owned(), year, observed, start })
    })
}

/// Remarks that are worth a look.
pub fn warnings(study: &Study, projection: &Projection) -> Vec<Diagnostic> {
    diagnostics(study, projection).into_iter().filter(|one| one.severity() == Severity::Warning).collect()
}

/// The last year after the base year that a target or a parameter names; `None` where all hold for every year.
fn last_year_named(study: &Study, base: Year) -> Option<Year> {
    let targets = study.targets.iter().filter_map(|figure| figure.year);
    let parameters = study.parameters.iter().filter_map(|row| row.figure.year);
    targets.chain(parameters).filter(|&year| year > base).max()
}

fn labour_balance(projection: &Projection) -> Option<Diagnostic> {
    if projection.gap(Variable::LabourGap, Line::Total).is_some() {
        return None;
    }
    let horizon = projection.horizon();
    let gap = |year| projection.value(Variable::LabourGap, Line::Total, year).unwrap_or(0.0);
    let short = horizon.projected_years().find(|&year| gap(year) < 0.0);
    let constrained = Switch::LabourConstrained.is_on(projection.inputs());
    Some(match short {
        Some(since) if constrained || gap(horizon.end()) < 0.0 => {
            let worst = horizon.projected_years().min_by(|a, b| gap(*a).total_cmp(&gap(*b))).unwrap_or(since);
            Diagnostic::LabourGap { since, year: worst, missing: -gap(worst) }
        }
        Some(_) | None => Diagnostic::LabourMargin { year: horizon.end(), margin: gap(horizon.end()) },
    })
}
