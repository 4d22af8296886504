//! On which year, which vintage of the observations and the prices of which year a study rests.

use super::baseline::calibrate_baseline;
use super::coverage::{AbsentFigure, find_absent_figures};
use super::error::{ResolveError, StudyError};
use super::figure::Quantity;
use super::reprice::{PriceBaseChoice, reprice};
use super::study::{Baseline, BaselineRule, Study};
use super::validate::validate;
use crate::lang::Localized;
use crate::quantity::{PriceBasis, Year};

/// A year on which a study can be based.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NextBase {
    /// The year.
    pub year: Year,
    /// The vintage in which every sector has its output.
    pub vintage: String,
}

/// A vintage that is to be the record, and why.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct VintageChoice {
    /// Id of the vintage.
    pub vintage: String,
    /// The reason, in the user's words.
    pub reason: String,
}

/// On what a study is to rest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BaseMove {
    /// A later actual year is the base of the baselines that start at the last one; where none is named, the last of which
    /// every sector has its output.
    Year(Option<Year>),
    /// A vintage of the observations is the record.
    Vintage(VintageChoice),
    /// Constant prices are those of another year.
    Prices(PriceBaseChoice),
}

/// A change of that on which a study rests, and what may be lost by it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BaseChange {
    /// On what it is to rest.
    pub to: BaseMove,
    /// Whether parts of the model may become gaps for want of figures, or, with other prices, figures that nothing links to
    /// them may stay as they are stated.
    pub losses_allowed: bool,
}

impl BaseChange {
    /// The change as it is asked for first: where it would lose something it is refused, and says what.
    pub const fn without_loss(to: BaseMove) -> Self {
        Self { to, losses_allowed: false }
    }
}

/// Lets a study rest on another base year, record or year of constant prices.
///
/// # Errors
/// As [`rebase`], [`choose_vintage`] and [`reprice`].
pub(super) fn change_base(study: &mut Study, change: &BaseChange) -> Result<(), StudyError> {
    match &change.to {
        BaseMove::Year(year) => rebase(study, *year, change.losses_allowed),
        BaseMove::Vintage(choice) => choose_vintage(study, choice, change.losses_allowed),
        BaseMove::Prices(choice) => reprice(study, choice, change.losses_allowed),
    }
}

/// The last actual year: the latest base year of the baselines.
pub fn last_base_year(study: &Study) -> Option<Year> {
    study.baselines.iter().map(|baseline| baseline.base_year).max()
}

/// The last year after the present base in which the output of every sector is observed; `None` without such a year.
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
fn rebase(study: &mut Study, year: Option<Year>, gaps_allowed: bool) -> Result<(), StudyError> {
    let base = last_base_year(study).ok_or(StudyError::NoBaseline)?;
    let year = year.or_else(|| next_base(study).map(|next| next.year)).ok_or(StudyError::NothingToRebase { base })?;
    let vintage = vintage_of(study, year).filter(|_| year > base).ok_or(StudyError::NoOutputOfYear { year, base })?;
    let moved: Vec<String> = study
        .baselines
        .iter()
        .filter(|baseline| baseline.base_year == base && has_meaning_from(baseline, year))
        .map(|baseline| baseline.id.clone())
        .collect();
    move_baselines(study, &moved, gaps_allowed, |baseline| {
        baseline.base_year = year;
        baseline.vintage.clone_from(&vintage);
        if let BaselineRule::Targets { years, .. } = &mut baseline.rule {
            years.retain(|target| *target > year);
        }
    })
}

/// Vintages that can be chosen as the record: those in which the last base year has the output of every sector.
pub fn history_vintages(study: &Study) -> Vec<String> {
    let Some(base) = last_base_year(study) else { return Vec::new() };
    let mut found: Vec<String> = Vec::new();
    for figure in study.observations.iter() {
        let vintage = &figure.vintage;
        if !found.contains(vintage) && is_whole_year(study, vintage) && has_output(study, base, vintage) {
            found.push(vintage.clone());
        }
    }
    found
}

/// Makes a vintage the record: charts draw it as history, and baselines that rest on the present record rest on it.
///
/// A baseline whose base year has no output of some sector in that vintage stays as it is.
///
/// # Errors
/// A vintage that is unknown or lacks the last base year; no reason; figures that would be missed; a baseline that does
/// not calibrate on it.
fn choose_vintage(study: &mut Study, choice: &VintageChoice, gaps_allowed: bool) -> Result<(), StudyError> {
    let known = history_vintages(study);
    if !known.contains(&choice.vintage) {
        return Err(StudyError::UnknownVintage { vintage: choice.vintage.clone(), known });
    }
    if choice.reason.trim().is_empty() {
        return Err(StudyError::NoReason);
    }
    let rests_on_record = |baseline: &&Baseline| {
        baseline.vintage == study.history_vintage && has_output(study, baseline.base_year, &choice.vintage)
    };
    let moved: Vec<String> =
        study.baselines.iter().filter(rests_on_record).map(|baseline| baseline.id.clone()).collect();
    study.history_vintage.clone_from(&choice.vintage);
    study.history_reason = Localized::new(choice.reason.trim(), choice.reason.trim());
    move_baselines(study, &moved, gaps_allowed, |baseline| baseline.vintage.clone_from(&choice.vintage))
}

/// Changes on what baselines rest; refuses baselines that fail to calibrate, and gaps that were not allowed.
fn move_baselines(
    study: &mut Study,
    moved: &[String],
    gaps_allowed: bool,
    change: impl FnMut(&mut Baseline),
) -> Result<(), StudyError> {
    let before: Vec<Vec<AbsentFigure>> = moved.iter().map(|id| absent_of(study, id)).collect::<Result<_, _>>()?;
    study.baselines.iter_mut().filter(|baseline| moved.contains(&baseline.id)).for_each(change);
    validate(study)?;
    for (id, before) in moved.iter().zip(before) {
        let year = base_year(study, id);
        let known = |absent: &AbsentFigure| before.iter().any(|earlier| earlier.gap == absent.gap);
        let fresh: Vec<AbsentFigure> = absent_of(study, id)?.into_iter().filter(|one| !known(one)).collect();
        if !gaps_allowed && !fresh.is_empty() {
            return Err(StudyError::GapsAfterRebase { year, absent: fresh });
        }
        calibrate_baseline(study, id).map_err(|why| not_rebased(id, year, why))?;
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

fn base_year(study: &Study, baseline: &str) -> Year {
    study.baseline(baseline).map_or(study.horizon, |baseline| baseline.base_year)
}

fn absent_of(study: &Study, baseline: &str) -> Result<Vec<AbsentFigure>, StudyError> {
    let year = base_year(study, baseline);
    find_absent_figures(study, baseline).map_err(|why| not_rebased(baseline, year, why))
}

fn not_rebased(baseline: &str, year: Year, why: ResolveError) -> StudyError {
    StudyError::NotRebased { baseline: baseline.to_owned(), year, why: Box::new(why) }
}
