//! A later actual year becomes the base of the baselines that start at the last actual year.

use super::baseline::calibrate_baseline;
use super::coverage::{AbsentFigure, find_absent_figures};
use super::error::StudyError;
use super::figure::Quantity;
use super::study::{Baseline, BaselineRule, Study};
use super::validate::validate;
use crate::quantity::{PriceBasis, Year};

/// A year on which a study can be based.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NextBase {
    /// The year.
    pub year: Year,
    /// The vintage in which every sector has its output.
    pub vintage: String,
}

/// The last actual year: the latest base year of the baselines.
pub fn last_base_year(study: &Study) -> Option<Year> {
    study.baselines.iter().map(|baseline| baseline.base_year).max()
}

/// The last year after the present base of which every sector has its output observed; `None` where there is none.
pub fn next_base(study: &Study) -> Option<NextBase> {
    let base = last_base_year(study)?;
    (base + 1..study.horizon).rev().find_map(|year| {
        let vintage = vintage_of(study, year)?;
        Some(NextBase { year, vintage })
    })
}

/// The vintage in which a year has the output of every sector: that of a baseline with the latest base year before others.
fn vintage_of(study: &Study, year: Year) -> Option<String> {
    let base = last_base_year(study)?;
    let own = study.baselines.iter().filter(|baseline| baseline.base_year == base).map(|baseline| &baseline.vintage);
    let others = study.observations.iter().filter(|figure| figure.year == Some(year)).map(|figure| &figure.vintage);
    own.chain(others).find(|vintage| is_whole_year(study, vintage) && has_output(study, year, vintage)).cloned()
}

fn is_whole_year(study: &Study, vintage: &str) -> bool {
    study.links.months(vintage).is_none()
}

fn has_output(study: &Study, year: Year, vintage: &str) -> bool {
    study.sectors.iter().all(|sector| {
        study.observations.iter().any(|figure| {
            figure.quantity == Quantity::Output
                && figure.line == sector.id
                && figure.year == Some(year)
                && figure.since.is_none()
                && figure.vintage == vintage
                && figure.territory == study.territory
                && figure.price_basis != PriceBasis::Current
        })
    })
}

/// Makes a year the base of every baseline that starts at the present last actual year.
///
/// Baselines that start earlier, such as a plan from its own base, stay.
/// With `gaps_allowed` parts of the model of which the new year has no figures become gaps; without, that is refused.
///
/// # Errors
/// No later year with the output of every sector; figures of the year that would be missed; a baseline that does not
/// calibrate on it.
pub(super) fn rebase(study: &mut Study, year: Option<Year>, gaps_allowed: bool) -> Result<(), StudyError> {
    let base = last_base_year(study).ok_or(StudyError::NoBaseline)?;
    let year = year.or_else(|| next_base(study).map(|next| next.year)).ok_or(StudyError::NothingToRebase { base })?;
    let vintage = vintage_of(study, year).filter(|_| year > base).ok_or(StudyError::NoOutputOfYear { year, base })?;
    let moved: Vec<String> = study
        .baselines
        .iter()
        .filter(|baseline| baseline.base_year == base && has_meaning_from(baseline, year))
        .map(|baseline| baseline.id.clone())
        .collect();
    let before: Vec<Vec<AbsentFigure>> = moved.iter().map(|id| absent_of(study, id, year)).collect::<Result<_, _>>()?;
    for baseline in study.baselines.iter_mut().filter(|baseline| moved.contains(&baseline.id)) {
        baseline.base_year = year;
        baseline.vintage.clone_from(&vintage);
        if let BaselineRule::Targets { years, .. } = &mut baseline.rule {
            years.retain(|target| *target > year);
        }
    }
    validate(study)?;
    for (id, before) in moved.iter().zip(before) {
        let known = |absent: &AbsentFigure| before.iter().any(|earlier| earlier.gap == absent.gap);
        let fresh: Vec<AbsentFigure> = absent_of(study, id, year)?.into_iter().filter(|one| !known(one)).collect();
        if !gaps_allowed && !fresh.is_empty() {
            return Err(StudyError::GapsAfterRebase { year, absent: fresh });
        }
        calibrate_baseline(study, id).map_err(|why| StudyError::NotRebased { year, why: Box::new(why) })?;
    }
    Ok(())
}

/// Whether a baseline still says something from a year on: one of targets needs a target after it.
fn has_meaning_from(baseline: &Baseline, year: Year) -> bool {
    match &baseline.rule {
        BaselineRule::Growth | BaselineRule::Record => true,
        BaselineRule::Targets { years, .. } => years.iter().any(|target| *target > year),
    }
}

fn absent_of(study: &Study, baseline: &str, year: Year) -> Result<Vec<AbsentFigure>, StudyError> {
    find_absent_figures(study, baseline).map_err(|why| StudyError::NotRebased { year, why: Box::new(why) })
}
