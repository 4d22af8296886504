//! Where the value of a lever or of a figure comes from: one rule for window, workbook and report.

use super::figure::{Figure, Quantity, Status};
use super::lever::{Kind, LeverScope, StatedBy};
use super::setting::LeverKey;
use super::study::{Baseline, Project, Study};

/// Where a value comes from.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Provenance<'a> {
    /// A case of the lineage sets it.
    Scenario {
        /// Id of the case: of several in the lineage, the one whose setting holds.
        case: &'a str,
    },
    /// An observation or a parameter of the study states it.
    Figure(&'a Figure),
    /// A project, a park or a shock states it.
    Record {
        /// How it is known.
        status: Status,
        /// Id of the source.
        source: &'a str,
        /// The quoted words; empty where there are none.
        quote: &'a str,
    },
    /// The baseline is calibrated to it.
    Calibrated,
    /// Nobody states it.
    Assumed,
}

impl<'a> Provenance<'a> {
    /// How the value is known; a choice of the scenario is an assumption.
    pub const fn status(&self) -> Status {
        match self {
            Self::Figure(figure) => figure.status,
            Self::Record { status, .. } => *status,
            Self::Calibrated => Status::Derived,
            Self::Scenario { .. } | Self::Assumed => Status::Assumed,
        }
    }

    /// Id of the source; empty where no document states the value.
    pub const fn source(&self) -> &'a str {
        match self {
            Self::Figure(figure) => figure.source.as_str(),
            Self::Record { source, .. } => source,
            Self::Scenario { .. } | Self::Calibrated | Self::Assumed => "",
        }
    }

    /// The quoted words; empty where there are none.
    pub const fn quote(&self) -> &'a str {
        match self {
            Self::Figure(figure) => figure.quote.as_str(),
            Self::Record { quote, .. } => quote,
            Self::Scenario { .. } | Self::Calibrated | Self::Assumed => "",
        }
    }
}

/// Where the value of a lever comes from in a case: its setting, else what stands behind its default.
pub fn lever_provenance<'a>(study: &'a Study, case: &str, key: &LeverKey) -> Provenance<'a> {
    let Some((baseline, chain)) = study.lineage(case) else { return Provenance::Assumed };
    let sets = |key: &LeverKey| chain.iter().rev().find(|scenario| scenario.settings.get(key).is_some());
    let of_group = || study.outer_groups(key.line()?).into_iter().find_map(|group| sets(&key.with_line(group)));
    let setter = sets(key).or_else(of_group);
    setter.map_or_else(
        || default_provenance(study, baseline, key),
        |scenario| Provenance::Scenario { case: &scenario.id },
    )
}

/// Where the default of a lever comes from in a baseline.
pub fn default_provenance<'a>(study: &'a Study, baseline: &Baseline, key: &LeverKey) -> Provenance<'a> {
    let spec = key.lever.spec();
    let quantity = match spec.stated_by {
        StatedBy::Nothing => return Provenance::Assumed,
        StatedBy::Calibration => return Provenance::Calibrated,
        StatedBy::Record => return record_provenance(study, key).unwrap_or(Provenance::Assumed),
        StatedBy::UnlessProject(quantity) => {
            let follows = |project: &Project| project.id == key.subject && project.realised.is_none();
            return if study.projects.iter().any(follows) {
                figure_provenance(study, baseline, quantity, "")
            } else {
                Provenance::Assumed
            };
        }
        StatedBy::Figure(quantity) => quantity,
    };
    if spec.kind != Kind::Shares {
        return figure_provenance(study, baseline, quantity, &key.subject);
    }
    // The parts of a whole are stated one by one; the whole is known no better than its least certain part.
    let parts = study.sectors.iter().map(|sector| figure_provenance(study, baseline, quantity, &sector.id));
    let stated = parts.filter(|part| *part != Provenance::Assumed);
    stated
        .reduce(|weakest, part| if certainty(part.status()) < certainty(weakest.status()) { part } else { weakest })
        .unwrap_or(Provenance::Assumed)
}

/// The observation of the base year, else the parameter that holds in a baseline.
pub fn figure_provenance<'a>(study: &'a Study, baseline: &Baseline, quantity: Quantity, line: &str) -> Provenance<'a> {
    let figure =
        study.base_figure(baseline, quantity, line).or_else(|| study.parameter(&baseline.id, quantity, line, None));
    figure.map_or(Provenance::Assumed, Provenance::Figure)
}

/// The project, park or shock that states the default of a lever.
fn record_provenance<'a>(study: &'a Study, key: &LeverKey) -> Option<Provenance<'a>> {
    let record = |status, source: &'a str, quote: &'a str| Some(Provenance::Record { status, source, quote });
    match key.lever.spec().scope {
        LeverScope::Project => {
            let project = study.projects.iter().find(|project| project.id == key.subject)?;
            record(project.status, &project.source, &project.quote)
        }
        LeverScope::Park => {
            let park = study.parks.iter().find(|park| park.id == key.subject)?;
            record(park.status, &park.source, &park.quote)
        }
        LeverScope::Shock | LeverScope::ShockSector => {
            let shock = study.shocks.iter().find(|shock| shock.id == key.subject)?;
            record(shock.status, &shock.source, "")
        }
        LeverScope::Province | LeverScope::Sector | LeverScope::Line | LeverScope::Receiver => None,
    }
}

/// Rank of a status: the more certain, the higher.
const fn certainty(status: Status) -> u8 {
    match status {
        Status::Assumed => 0,
        Status::Derived => 1,
        Status::Published => 2,
    }
}
