//! Catch-up (B1): the growth still needed from the latest actual figure to each target, beside the record and the trend.

use super::period::actual_level;
use super::target::levels;
use crate::engine::{Line, Projection, TOTAL_LINE, Variable};
use crate::quantity::{PriceBasis, Unit, Year, average_growth, relative_change};
use crate::scenario::FigureList;
use crate::scenario::figure::{Figure, Quantity};
use crate::scenario::study::{Baseline, BaselineRule, Study};

/// Months of a year.
const MONTHS: f64 = 12.0;

/// What must grow.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CatchUpSubject {
    /// A quantity with a target of its own.
    Stated {
        /// Position in the list of targets.
        position: usize,
    },
    /// The level to which a target of growth leads from the level before its period, of which a part is past.
    Grown {
        /// Position in the list of targets.
        position: usize,
    },
    /// GRDP, implied by a level and its share.
    ImpliedTotal,
    /// Output per worker, implied by output and employment.
    ImpliedProductivity,
    /// Everything outside the line, implied by GRDP and the level of the line.
    Outside,
}

/// What is needed to reach a target from the latest actual figure; values are in the model's unit of the quantity.
#[derive(Debug, Clone, PartialEq)]
pub struct Need {
    /// What must grow.
    pub subject: CatchUpSubject,
    /// What it measures.
    pub quantity: Quantity,
    /// Line; `total` for the province. For [`CatchUpSubject::Outside`] the line that is left out.
    pub line: String,
    /// Latest actual year and its value.
    pub from: (Year, f64),
    /// Target year and its value.
    pub to: (Year, f64),
    /// Average growth still needed, a fraction a year.
    pub growth: f64,
    /// Growth of each year on record, a fraction a year.
    pub past: Vec<(Year, f64)>,
    /// Average growth over the same years in the trend baseline.
    pub trend: Option<f64>,
    /// Value of the trend baseline in the target year.
    pub trend_value: Option<f64>,
}

/// Why no growth can be given.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum CatchUpError {
    /// The target lies in a year that has an actual figure.
    #[error("target year {year} is not after the latest actual year {latest}")]
    TargetInThePast {
        /// Target year.
        year: Year,
        /// Latest actual year.
        latest: Year,
    },
    /// There is no actual figure of the same kind, line, territory and vintage.
    #[error("no actual figure of {quantity:?} {line}")]
    NoActual {
        /// What the target measures.
        quantity: Quantity,
        /// Line; empty where the quantity has none.
        line: String,
    },
    /// A level is <= 0 or not finite, so that growth from or to it is undefined.
    #[error("a level of {value} cannot grow")]
    NotPositive {
        /// The level.
        value: f64,
    },
    /// The known part of the year is <= 0 or >= 1, so that a rest of the year is not defined.
    #[error("a part of {weight} of the year leaves no rest")]
    NoRest {
        /// Weight of the known part.
        weight: f64,
    },
}

impl Need {
    /// The target that states it; `None` where it is implied.
    pub fn find_target<'a>(&self, study: &'a Study) -> Option<&'a Figure> {
        match self.subject {
            CatchUpSubject::Stated { position } | CatchUpSubject::Grown { position } => study.targets.get(position),
            CatchUpSubject::ImpliedTotal | CatchUpSubject::ImpliedProductivity | CatchUpSubject::Outside => None,
        }
    }

    /// The unit in which it is read: that of the target that states it, so that it reads as its document does, else that in
    /// which its quantity is typed.
    pub fn unit(&self, study: &Study) -> Unit {
        match self.subject {
            CatchUpSubject::Stated { position } => {
                study.targets.get(position).map_or(self.quantity.typed_unit(), |figure| figure.unit)
            }
            CatchUpSubject::Grown { .. }
            | CatchUpSubject::ImpliedTotal
            | CatchUpSubject::ImpliedProductivity
            | CatchUpSubject::Outside => self.quantity.typed_unit(),
        }
    }

    /// The prices of its levels: those of the target that states it; levels that follow from others are at constant prices.
    pub fn price_basis(&self, study: &Study) -> PriceBasis {
        match self.subject {
            CatchUpSubject::Stated { position } => {
                study.targets.get(position).map_or(PriceBasis::NotStated, |figure| figure.price_basis)
            }
            CatchUpSubject::Grown { .. }
            | CatchUpSubject::ImpliedTotal
            | CatchUpSubject::ImpliedProductivity
            | CatchUpSubject::Outside => PriceBasis::Constant,
        }
    }

    /// Highest growth on record.
    pub fn best(&self) -> Option<(Year, f64)> {
        highest(&self.past)
    }

    /// The path of constant growth from the latest actual figure to the target, both included.
    pub fn path(&self) -> Vec<(Year, f64)> {
        let (first, start) = self.from;
        (first..=self.to.0)
            // The last year is the target itself, not a product of roundings.
            .map(|year| {
                (year, if year == self.to.0 { self.to.1 } else { start * (1.0 + self.growth).powi(year - first) })
            })
            .collect()
    }
}

/// Average growth a year from one level to a later one (B1), a fraction.
///
/// # Errors
/// [`CatchUpError::TargetInThePast`] if the second year is not after the first, [`CatchUpError::NotPositive`] if a
/// level is <= 0 or not finite.
pub fn required_growth(from: (Year, f64), to: (Year, f64)) -> Result<f64, CatchUpError> {
    let years = to.0 - from.0;
    if years <= 0 {
        return Err(CatchUpError::TargetInThePast { year: to.0, latest: from.0 });
    }
    let broken = [from.1, to.1].into_iter().find(|value| !(value.is_finite() && *value > 0.0)).unwrap_or(to.1);
    average_growth(from.1, to.1, years).ok_or(CatchUpError::NotPositive { value: broken })
}

/// Growth needed in the rest of a year: `(g − w h) / (1 − w)`.
///
/// `wanted` is the growth of the year, `known` that of its first part on the same part of the year before, `weight` the
/// share of that part in last year's output. Twelve even months of which `m` are known give `(12 g − m h) / (12 − m)`.
///
/// # Errors
/// [`CatchUpError::NoRest`] unless `weight` lies between 0 and 1, both excluded.
pub fn rest_of_year(wanted: f64, known: f64, weight: f64) -> Result<f64, CatchUpError> {
    if !(weight > 0.0 && weight < 1.0) {
        return Err(CatchUpError::NoRest { weight });
    }
    Ok((wanted - weight * known) / (1.0 - weight))
}

/// Weight of the first months where each month made the same part of last year's output.
pub fn even_months(months: u8) -> f64 {
    f64::from(months) / MONTHS
}

/// The baseline that stands for the trend: the first with assumed growth, or the first record where growth is assumed nowhere.
pub fn trend_baseline(study: &Study) -> Option<&Baseline> {
    let of_rule = |rule: &BaselineRule| study.baselines.iter().find(|baseline| baseline.rule == *rule);
    of_rule(&BaselineRule::Growth).or_else(|| of_rule(&BaselineRule::Record))
}

/// The highest growth of a year on record for the output of a line, and that year.
///
/// The record is the line's own, in the vintage of the study's history: another line, or a vintage that was withdrawn,
/// does not compare.
pub fn record(study: &Study, line: &str) -> Option<(Year, f64)> {
    highest(&growths(&levels(study, Quantity::Output, line)))
}

/// The highest of growths, with its year.
fn highest(past: &[(Year, f64)]) -> Option<(Year, f64)> {
    past.iter().copied().max_by(|a, b| a.1.total_cmp(&b.1))
}

/// What each target with a level still needs, stated targets first; `trend` is the neutral run of [`trend_baseline`].
pub fn needs(study: &Study, trend: Option<&Projection>) -> Vec<Result<Need, CatchUpError>> {
    needs_from(study, trend, None)
}

/// The same, counted from the latest actual figure up to a chosen year; later figures are ignored.
pub fn needs_from(study: &Study, trend: Option<&Projection>, from: Option<Year>) -> Vec<Result<Need, CatchUpError>> {
    let ledger = Ledger { study, trend, from };
    let mut needs: Vec<Result<Need, CatchUpError>> = study
        .targets
        .iter()
        .enumerate()
        .filter(|(_, target)| {
            target.territory == study.territory && target.since.is_none() && is_level(target.quantity)
        })
        .filter_map(|(position, target)| Some(ledger.of_target(position, target, target.year?)))
        .collect();
    needs.extend(ledger.compute_implied());
    needs.extend((0..study.targets.len()).filter_map(|position| ledger.of_growth(position)));
    needs
}

/// Quantities whose growth means something: levels, not shares or rates.
const fn is_level(quantity: Quantity) -> bool {
    matches!(
        quantity,
        Quantity::Output
            | Quantity::OutputCurrent
            | Quantity::Employment
            | Quantity::Productivity
            | Quantity::Population
            | Quantity::GrdpPerHead
            | Quantity::GrdpPerHeadUsd
            | Quantity::Exports
            | Quantity::Imports
    )
}

/// The latest actual output of a line and its year: the study's history, GRDP as the sum of its lines where all are known.
pub fn latest_output(study: &Study, line: &str) -> Option<(Year, f64)> {
    levels(study, Quantity::Output, line).last().copied()
}

/// The study's record and its trend.
struct Ledger<'a> {
    study: &'a Study,
    trend: Option<&'a Projection>,
    /// The year from which growth is counted; `None` is the latest with an actual figure.
    from: Option<Year>,
}

impl Ledger<'_> {
    fn of_target(&self, position: usize, target: &Figure, year: Year) -> Result<Need, CatchUpError> {
        let line =
            if target.line.is_empty() && target.quantity == Quantity::Output { TOTAL_LINE } else { &target.line };
        let past = levels(self.study, target.quantity, line);
        let trend = |at| self.trend_value(target.quantity, line, at);
        let what = (CatchUpSubject::Stated { position }, target.quantity, line);
        self.need(what, (year, target.model_value()), &past, trend)
    }

    /// What a target of growth over a period needs where the period has begun and a level is known to start from.
    fn of_growth(&self, position: usize) -> Option<Result<Need, CatchUpError>> {
        let study = self.study;
        let target = study.targets.get(position)?;
        let (since, year) = target.since.zip(target.year)?;
        if target.quantity != Quantity::OutputGrowth || target.territory != study.territory {
            return None;
        }
        let line = if target.line.is_empty() { TOTAL_LINE } else { &target.line };
        let past = levels(study, Quantity::Output, line);
        let latest = self.start(&past)?.0;
        if since > latest || year <= latest {
            return None;
        }
        let start = actual_level(study, line, since - 1)?.value;
        let wanted = start * (1.0 + target.model_value()).powi(year - since + 1);
        let trend = |at| self.trend_value(Quantity::Output, line, at);
        Some(self.need((CatchUpSubject::Grown { position }, Quantity::Output, line), (year, wanted), &past, trend))
    }

    fn trend_value(&self, quantity: Quantity, line: &str, year: Year) -> Option<f64> {
        let projection = self.trend?;
        let place = if line.is_empty() || line == TOTAL_LINE { Line::Total } else { projection.line(line)? };
        projected_level(projection, quantity, place, year)
    }

    /// GRDP, the rest and productivity, for each year and line of which level and share or employment are stated.
    fn compute_implied(&self) -> Vec<Result<Need, CatchUpError>> {
        let study = self.study;
        let mut found = Vec::new();
        for target in study.targets.iter().filter(|target| is_plain_level(study, target)) {
            let Some(year) = target.year else { continue };
            let beside = |quantity| beside(study, target, quantity);
            if let Some(share) = beside(Quantity::Share) {
                let total = target.model_value() / share;
                found.push(self.of_total(year, total));
                found.push(self.of_outside(&target.line, year, total - target.model_value()));
            }
            if let Some(employed) = beside(Quantity::Employment) {
                found.push(self.of_productivity(&target.line, year, target.model_value() / employed));
            }
        }
        found
    }

    fn of_total(&self, year: Year, wanted: f64) -> Result<Need, CatchUpError> {
        let past = levels(self.study, Quantity::Output, TOTAL_LINE);
        let trend = |at| self.trend_value(Quantity::Output, TOTAL_LINE, at);
        self.need((CatchUpSubject::ImpliedTotal, Quantity::Output, TOTAL_LINE), (year, wanted), &past, trend)
    }

    fn of_outside(&self, line: &str, year: Year, wanted: f64) -> Result<Need, CatchUpError> {
        let own = levels(self.study, Quantity::Output, line);
        let totals = levels(self.study, Quantity::Output, TOTAL_LINE);
        let past = combine(&totals, &own, |total, own| total - own);
        let trend = |at| {
            Some(self.trend_value(Quantity::Output, TOTAL_LINE, at)? - self.trend_value(Quantity::Output, line, at)?)
        };
        self.need((CatchUpSubject::Outside, Quantity::Output, line), (year, wanted), &past, trend)
    }

    fn of_productivity(&self, line: &str, year: Year, wanted: f64) -> Result<Need, CatchUpError> {
        let output = levels(self.study, Quantity::Output, line);
        let employed = levels(self.study, Quantity::Employment, line);
        let past = combine(&output, &employed, |output, employed| output / employed);
        let trend = |at| {
            Some(self.trend_value(Quantity::Output, line, at)? / self.trend_value(Quantity::Employment, line, at)?)
        };
        let what = (CatchUpSubject::ImpliedProductivity, Quantity::Productivity, line);
        self.need(what, (year, wanted), &past, trend)
    }

    /// The actual level from which growth is counted.
    fn start(&self, past: &[(Year, f64)]) -> Option<(Year, f64)> {
        past.iter().rev().find(|(year, _)| self.from.is_none_or(|from| *year <= from)).copied()
    }

    fn need(
        &self,
        (subject, quantity, line): (CatchUpSubject, Quantity, &str),
        to: (Year, f64),
        past: &[(Year, f64)],
        trend: impl Fn(Year) -> Option<f64>,
    ) -> Result<Need, CatchUpError> {
        let missing = || CatchUpError::NoActual { quantity, line: line.to_owned() };
        let from = self.start(past).ok_or_else(missing)?;
        let growth = required_growth(from, to)?;
        let trend_value = trend(to.0);
        let from_trend = trend(from.0).zip(trend_value);
        Ok(Need {
            subject,
            quantity,
            line: line.to_owned(),
            from,
            to,
            growth,
            past: growths(past),
            trend: from_trend.and_then(|(start, end)| required_growth((from.0, start), (to.0, end)).ok()),
            trend_value,
        })
    }
}

/// A target of output of a line other than the whole.
fn is_plain_level(study: &Study, target: &Figure) -> bool {
    target.quantity == Quantity::Output
        && target.territory == study.territory
        && target.since.is_none()
        && target.line != TOTAL_LINE
        && !target.line.is_empty()
}

/// Another target of the same plan, line and year; shares at current prices imply no total at constant prices.
fn beside(study: &Study, target: &Figure, quantity: Quantity) -> Option<f64> {
    let found = study.targets.iter().find(|other| {
        other.quantity == quantity
            && (&other.line, other.year, &other.vintage) == (&target.line, target.year, &target.vintage)
            && other.territory == target.territory
            && other.since.is_none()
            && (quantity != Quantity::Share || other.price_basis != PriceBasis::Current)
    });
    found.map(Figure::model_value).filter(|value| *value > 0.0)
}

/// Years that two series share.
fn combine(a: &[(Year, f64)], b: &[(Year, f64)], of: impl Fn(f64, f64) -> f64) -> Vec<(Year, f64)> {
    let pair =
        |&(year, value): &(Year, f64)| b.iter().find(|other| other.0 == year).map(|other| (year, of(value, other.1)));
    a.iter().filter_map(pair).collect()
}

/// Growth between consecutive years, fractions; years beside a gap in the record and levels <= 0 are left out.
pub fn growths(levels: &[(Year, f64)]) -> Vec<(Year, f64)> {
    let pairs = levels.windows(2).filter_map(|pair| pair.first().zip(pair.last()));
    pairs.filter(|(a, b)| b.0 == a.0 + 1).filter_map(|(a, b)| Some((b.0, relative_change(a.1, b.1)?))).collect()
}

/// A level of a projection in the model's unit of its quantity.
pub fn projected_level(projection: &Projection, quantity: Quantity, line: Line, year: Year) -> Option<f64> {
    let (variable, factor) = Variable::find_stated_by(quantity, line.kind(), PriceBasis::NotStated)?;
    projection.value(variable, line, year).map(|value| value * (1.0 / factor))
}

/// Growth of part of a year as the study has it: the vintage, its months and the growth as a fraction.
#[derive(Debug, Clone, PartialEq)]
pub struct PartYear {
    /// Position among the observations.
    pub position: usize,
    /// Year.
    pub year: Year,
    /// Months from January on.
    pub months: u8,
    /// Growth on the same months of the year before, a fraction.
    pub growth: f64,
}

/// The latest known growth of part of a year of a line, after its latest whole year.
pub fn latest_part_year(study: &Study, line: &str) -> Option<PartYear> {
    let after = latest_output(study, line)?.0;
    let of = |(position, figure): (usize, &Figure)| {
        let year = figure.year?;
        let months = study.links.months(&figure.vintage)?;
        let fits = figure.quantity == Quantity::OutputGrowth
            && figure.line == line
            && figure.territory == study.territory
            && figure.since.is_none()
            && year > after;
        fits.then(|| PartYear { position, year, months, growth: figure.model_value() })
    };
    FigureList::Observations
        .figures(study)
        .into_iter()
        .map(|(_, figure)| figure)
        .enumerate()
        .filter_map(of)
        .max_by_key(|part| (part.year, part.months))
}

#[cfg(test)]
mod tests;
