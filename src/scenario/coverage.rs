//! Of what a study has figures: what a baseline needs, and which parts of its inputs merely stand in because a figure is absent.
//!
//! Output by sector is all that a baseline cannot do without. A part of which any figure is absent stands in as a whole,
//! so that no sum is made of figures and stand-ins.

use super::baseline::{CalibratedBaseline, Lookup};
use super::error::ResolveError;
use super::figure::Quantity;
use super::lever::{Entry, StatedBy};
use super::setting::LeverKey;
use super::study::{BaselineRule, Study};
use crate::calibration::forecast::FEWEST_GROWTHS;
use crate::engine::{Closure, Gap, Gaps};

/// Distance between a stated total and the sum of its lines, over the total, that is rounding.
const ROUNDING: f64 = 1e-3;

/// The first figure that a part of the inputs lacks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AbsentFigure {
    /// The part that stands in because of it.
    pub gap: Gap,
    /// What it would measure.
    pub quantity: Quantity,
    /// Line; empty for the province.
    pub line: String,
}

/// Of what a baseline has no figures: the first absent figure of each part of its inputs that merely stands in.
///
/// Asks nothing of growth or targets, so that it answers also where the baseline does not calibrate yet.
pub fn find_absent_figures(study: &Study, baseline: &str) -> Result<Vec<AbsentFigure>, ResolveError> {
    let own = study.baseline(baseline).ok_or_else(|| ResolveError::UnknownCase { id: baseline.to_owned() })?;
    Lookup::new(study, own)?.find_absent()
}

/// The parts that figures are absent from.
pub fn gaps_of(absent: &[AbsentFigure]) -> Gaps {
    absent.iter().map(|figure| figure.gap).collect()
}

impl Lookup<'_> {
    /// The first absent figure of each part of the inputs that lacks any.
    pub(super) fn find_absent(&self) -> Result<Vec<AbsentFigure>, ResolveError> {
        let mut absent = Vec::new();
        for gap in Gap::ALL {
            let found = self.first_absent(gap)?;
            absent.extend(found.map(|(quantity, line)| AbsentFigure { gap, quantity, line }));
        }
        Ok(absent)
    }

    /// The first figure that a part of the inputs lacks.
    pub(super) fn first_absent(&self, gap: Gap) -> Result<Option<(Quantity, String)>, ResolveError> {
        use Quantity as Q;
        match gap {
            Gap::Employment => self.absent_employment(),
            Gap::Skills => Ok(self.absent_parameter(&[Q::SkillPremium])),
            Gap::Reallocation => {
                let names_none = self.study.structure.reallocation_source.is_empty();
                Ok(names_none.then(|| (Q::ReallocationShare, String::new())))
            }
            Gap::Population => {
                if self.find_observed(Q::Population, "")?.is_none() {
                    return Ok(Some((Q::Population, String::new())));
                }
                self.absent_path(&[Q::NaturalGrowth, Q::NetMigration], "")
            }
            Gap::LabourSupply => self.absent_path(&[Q::WorkingAgeShare, Q::Participation, Q::Unemployment], ""),
            Gap::Capital => self.absent_capital(),
            Gap::Investment => self.absent_path(&[Q::InvestmentRate], ""),
            Gap::Prices => self.absent_prices(),
            Gap::ExchangeRate => self.absent_path(&[Q::ExchangeRate], ""),
            Gap::ProductTaxes => self.absent_taxes(),
            Gap::Land => {
                let lacks = |quantity: &Q| self.parameter(*quantity, "").is_none();
                match [Q::ParkShare, Q::LandProductivity].into_iter().find(lacks) {
                    Some(quantity) => Ok(Some((quantity, String::new()))),
                    None => self.absent_path(&[Q::LandProductivityGrowth], ""),
                }
            }
        }
    }

    /// The first of parameters that a sector lacks.
    fn absent_parameter(&self, quantities: &[Quantity]) -> Option<(Quantity, String)> {
        let sectors = self.sector_ids().flat_map(|id| quantities.iter().map(move |quantity| (*quantity, id)));
        let mut lacking = sectors.filter(|(quantity, id)| self.parameter(*quantity, id).is_none());
        lacking.next().map(|(quantity, id)| (quantity, id.to_owned()))
    }

    /// The first of yearly paths that a line lacks.
    fn absent_path(&self, quantities: &[Quantity], line: &str) -> Result<Option<(Quantity, String)>, ResolveError> {
        for quantity in quantities {
            if self.path(*quantity, line)?.is_none() {
                return Ok(Some((*quantity, line.to_owned())));
            }
        }
        Ok(None)
    }

    fn absent_employment(&self) -> Result<Option<(Quantity, String)>, ResolveError> {
        for id in self.sector_ids() {
            if self.find_observed(Quantity::Employment, id)?.is_none() {
                return Ok(Some((Quantity::Employment, id.to_owned())));
            }
            // A baseline of targets finds growth itself, from priors where there are any.
            let stated = match self.baseline.rule {
                BaselineRule::Growth => true,
                BaselineRule::Record => !self.has_employment_record(id),
                BaselineRule::Targets { .. } => false,
            };
            if stated && let Some(absent) = self.absent_path(&[Quantity::EmploymentGrowth], id)? {
                return Ok(Some(absent));
            }
        }
        Ok(self.absent_parameter(&[Quantity::UtilisationElasticity]))
    }

    /// Whether employment of a sector, or of the whole, was observed for as many years as a record needs.
    fn has_employment_record(&self, id: &str) -> bool {
        let years = |line: &str| {
            let of_line = self.study.observations.iter().filter(|figure| {
                (figure.quantity, figure.line.as_str()) == (Quantity::Employment, line)
                    && figure.vintage == self.baseline.vintage
                    && figure.territory == self.study.territory
                    && figure.since.is_none()
            });
            of_line.count()
        };
        years(id).max(years("total")) > FEWEST_GROWTHS
    }

    fn absent_capital(&self) -> Result<Option<(Quantity, String)>, ResolveError> {
        if self.parameter(Quantity::CapitalOutputRatio, "total").is_none() {
            for id in self.sector_ids() {
                if self.find_observed(Quantity::Capital, id)?.is_none() {
                    return Ok(Some((Quantity::Capital, id.to_owned())));
                }
            }
        }
        let parameters = [Quantity::CapitalElasticity, Quantity::Depreciation, Quantity::InvestmentShare];
        Ok(self.absent_parameter(&parameters))
    }

    fn absent_prices(&self) -> Result<Option<(Quantity, String)>, ResolveError> {
        let taxes = self.base_output("taxes")?.map(|_| "taxes");
        for line in self.sector_ids().chain(taxes) {
            if self.base_deflator(line)?.is_none() {
                return Ok(Some((Quantity::Deflator, line.to_owned())));
            }
            if let Some(absent) = self.absent_path(&[Quantity::Inflation], line)? {
                return Ok(Some(absent));
            }
        }
        Ok(None)
    }

    /// Product taxes may be absent where no total is stated that holds them.
    fn absent_taxes(&self) -> Result<Option<(Quantity, String)>, ResolveError> {
        if self.base_output("taxes")?.is_some() {
            return Ok(None);
        }
        if let Some(total) = self.base_output("total")? {
            let mut sum = 0.0;
            for id in self.sector_ids() {
                sum += self.require_output(id)?;
            }
            if (total - sum).abs() > ROUNDING * total {
                return Err(self.missing(Quantity::Output, "taxes", Some(self.baseline.base_year)));
            }
        }
        Ok(Some((Quantity::Output, "taxes".to_owned())))
    }

    fn sector_ids(&self) -> impl Iterator<Item = &str> {
        self.study.sectors.iter().map(|sector| sector.id.as_str())
    }

    /// Output of the base year; at the prices of the base year itself, current prices are constant prices.
    pub(super) fn base_output(&self, line: &str) -> Result<Option<f64>, ResolveError> {
        match self.find_observed(Quantity::Output, line)? {
            None if self.is_price_base() => self.find_observed(Quantity::OutputCurrent, line),
            found => Ok(found),
        }
    }

    /// The same, of a line that must have it.
    pub(super) fn require_output(&self, line: &str) -> Result<f64, ResolveError> {
        let found = self.base_output(line)?;
        found.ok_or_else(|| self.missing(Quantity::Output, line, Some(self.baseline.base_year)))
    }

    /// Price level of the base year: as stated, or what output at both prices implies; 1 in the price base year.
    pub(super) fn base_deflator(&self, line: &str) -> Result<Option<f64>, ResolveError> {
        if let Some(stated) = self.find_observed(Quantity::Deflator, line)? {
            return Ok(Some(stated));
        }
        if self.is_price_base() {
            return Ok(Some(1.0));
        }
        let pair = self.find_observed(Quantity::OutputCurrent, line)?.zip(self.find_observed(Quantity::Output, line)?);
        Ok(pair.map(|(current, constant)| current / constant))
    }

    fn is_price_base(&self) -> bool {
        self.baseline.base_year == self.study.price_base_year
    }
}

impl LeverKey {
    /// Why a lever acts through what nobody has figures of; `None` where it acts on figures.
    ///
    /// Such a lever changes no inputs, whatever it is set to.
    pub fn gap(&self, gaps: Gaps) -> Option<Gap> {
        if gaps.is_empty() {
            return None;
        }
        let of_line = (self.subject == "taxes" && gaps.has(Gap::ProductTaxes)).then_some(Gap::ProductTaxes);
        of_line.or_else(|| gaps.first_of(self.lever.spec().needs))
    }

    /// Whether what the lever is without a setting merely stands in, so that it must not be shown.
    pub fn stands_in(&self, gaps: Gaps) -> bool {
        let spec = self.lever.spec();
        let is_figure = match spec.stated_by {
            StatedBy::Figure(_) | StatedBy::Calibration => !matches!(spec.entry, Entry::Made(..)),
            StatedBy::Nothing | StatedBy::Record | StatedBy::UnlessProject(_) => false,
        };
        is_figure && self.gap(gaps).is_some()
    }
}

impl CalibratedBaseline {
    /// The absent figure because of which a part of the inputs stands in.
    pub fn absent_figure(&self, gap: Gap) -> Option<&AbsentFigure> {
        self.absent.iter().find(|figure| figure.gap == gap)
    }

    /// Refuses the capital closure where it would run on stand-ins.
    pub(super) fn check_closure(&self, closure: Closure) -> Result<(), ResolveError> {
        let needs: &[Gap] = match closure {
            Closure::Productivity => &[],
            Closure::Capital => &Gaps::OF_CAPITAL_CLOSURE,
        };
        let lacking = self.inputs.gaps.first_of(needs).and_then(|gap| self.absent_figure(gap));
        lacking.map_or(Ok(()), |figure| {
            Err(ResolveError::ClosureNeedsFigure {
                quantity: figure.quantity,
                line: figure.line.clone(),
                baseline: self.id.clone(),
            })
        })
    }
}

impl Study {
    /// Whether the study states any observation of a quantity, of whatever line, year and vintage.
    pub fn observes(&self, quantity: Quantity) -> bool {
        self.observations.iter().any(|figure| figure.quantity == quantity)
    }
}
