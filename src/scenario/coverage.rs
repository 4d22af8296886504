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

/// A figure that a part of the inputs lacks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AbsentFigure {
    /// The part that stands in because of it.
    pub gap: Gap,
    /// What it would measure.
    pub quantity: Quantity,
    /// Line; empty for the province.
    pub line: String,
}

/// The figures that a baseline lacks: every absent figure of each part of its inputs that merely stands in, part by
/// part.
///
/// Growth and targets are not read, so that it answers before the baseline calibrates.
///
/// # Errors
/// [`ResolveError`] if the study has no such baseline, its horizon is not valid, or a figure belongs to another
/// territory or gives a path with missing years.
pub fn find_absent_figures(study: &Study, baseline: &str) -> Result<Vec<AbsentFigure>, ResolveError> {
    let own = study.baseline(baseline).ok_or_else(|| ResolveError::UnknownCase { id: baseline.to_owned() })?;
    Lookup::new(study, own)?.find_absent()
}

/// The parts that figures are absent from.
pub fn gaps_of(absent: &[AbsentFigure]) -> Gaps {
    absent.iter().map(|figure| figure.gap).collect()
}

/// A figure that is asked for: what it measures, and of which line.
type Wanted = (Quantity, String);

impl Lookup<'_> {
    /// Every absent figure of each part of the inputs that lacks any.
    pub(super) fn find_absent(&self) -> Result<Vec<AbsentFigure>, ResolveError> {
        let mut absent = Vec::new();
        for gap in Gap::ALL {
            let found = self.absent_from(gap)?;
            absent.extend(found.into_iter().map(|(quantity, line)| AbsentFigure { gap, quantity, line }));
        }
        Ok(absent)
    }

    /// The figures that a part of the inputs lacks, in the order in which it needs them.
    pub(super) fn absent_from(&self, gap: Gap) -> Result<Vec<Wanted>, ResolveError> {
        use Quantity as Q;
        match gap {
            Gap::Employment => self.absent_employment(),
            Gap::Skills => Ok(self.absent_parameters(&[Q::SkillPremium])),
            Gap::Reallocation => {
                let names_none = self.study.structure.reallocation_source.is_empty();
                Ok(names_none.then(|| (Q::ReallocationShare, String::new())).into_iter().collect())
            }
            Gap::Population => {
                let mut absent = Vec::new();
                if self.find_observed(Q::Population, "")?.is_none() {
                    absent.push((Q::Population, String::new()));
                }
                self.add_absent_paths(&mut absent, &[Q::NaturalGrowth, Q::NetMigration], "")?;
                Ok(absent)
            }
            Gap::LabourSupply => self.absent_paths(&[Q::WorkingAgeShare, Q::Participation, Q::Unemployment]),
            Gap::Capital => self.absent_capital(),
            Gap::Investment => self.absent_paths(&[Q::InvestmentRate]),
            Gap::Prices => self.absent_prices(),
            Gap::ExchangeRate => self.absent_paths(&[Q::ExchangeRate]),
            Gap::ProductTaxes => self.absent_taxes(),
            Gap::Land => {
                let lacks = |quantity: &Q| self.parameter(*quantity, "").is_none();
                let parameters = [Q::ParkShare, Q::LandProductivity].into_iter().filter(lacks);
                let mut absent: Vec<Wanted> = parameters.map(|quantity| (quantity, String::new())).collect();
                self.add_absent_paths(&mut absent, &[Q::LandProductivityGrowth], "")?;
                Ok(absent)
            }
        }
    }

    /// The parameters that sectors lack.
    fn absent_parameters(&self, quantities: &[Quantity]) -> Vec<Wanted> {
        let pairs = quantities.iter().flat_map(|quantity| self.sector_ids().map(move |id| (*quantity, id)));
        let lacking = pairs.filter(|(quantity, id)| self.parameter(*quantity, id).is_none());
        lacking.map(|(quantity, id)| (quantity, id.to_owned())).collect()
    }

    /// The yearly paths that the province lacks.
    fn absent_paths(&self, quantities: &[Quantity]) -> Result<Vec<Wanted>, ResolveError> {
        let mut absent = Vec::new();
        self.add_absent_paths(&mut absent, quantities, "")?;
        Ok(absent)
    }

    /// Adds the yearly paths that a line lacks.
    ///
    /// A path with missing years is an error if all other figures are there: it was meant to state every year.
    fn add_absent_paths(
        &self,
        absent: &mut Vec<Wanted>,
        quantities: &[Quantity],
        line: &str,
    ) -> Result<(), ResolveError> {
        for quantity in quantities {
            match self.path(*quantity, line) {
                Ok(Some(_)) => {}
                Ok(None) => absent.push((*quantity, line.to_owned())),
                Err(_) if !absent.is_empty() => absent.push((*quantity, line.to_owned())),
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }

    fn absent_employment(&self) -> Result<Vec<Wanted>, ResolveError> {
        let mut absent = Vec::new();
        for id in self.sector_ids() {
            if self.find_observed(Quantity::Employment, id)?.is_none() {
                absent.push((Quantity::Employment, id.to_owned()));
            }
        }
        for id in self.sector_ids() {
            // A baseline of targets finds growth itself, from priors where there are any.
            let stated = match self.baseline.rule {
                BaselineRule::Growth => true,
                BaselineRule::Record => !self.has_employment_record(id),
                BaselineRule::Targets { .. } => false,
            };
            if stated {
                self.add_absent_paths(&mut absent, &[Quantity::EmploymentGrowth], id)?;
            }
        }
        absent.extend(self.absent_parameters(&[Quantity::UtilisationElasticity]));
        Ok(absent)
    }

    /// Whether employment of a sector, or of the whole, was observed for as many years as a record needs.
    fn has_employment_record(&self, id: &str) -> bool {
        let years = |line: &str| {
            let of_line = self.study.observations.of_line(Quantity::Employment, line).filter(|(_, figure)| {
                figure.vintage == self.baseline.vintage
                    && figure.territory == self.study.territory
                    && figure.since.is_none()
            });
            of_line.count()
        };
        years(id).max(years("total")) > FEWEST_GROWTHS
    }

    fn absent_capital(&self) -> Result<Vec<Wanted>, ResolveError> {
        let mut absent = Vec::new();
        if self.parameter(Quantity::CapitalOutputRatio, "total").is_none() {
            for id in self.sector_ids() {
                if self.find_observed(Quantity::Capital, id)?.is_none() {
                    absent.push((Quantity::Capital, id.to_owned()));
                }
            }
        }
        let parameters = [Quantity::CapitalElasticity, Quantity::Depreciation, Quantity::InvestmentShare];
        absent.extend(self.absent_parameters(&parameters));
        Ok(absent)
    }

    fn absent_prices(&self) -> Result<Vec<Wanted>, ResolveError> {
        let taxes = self.base_output("taxes")?.map(|_| "taxes");
        let mut absent = Vec::new();
        for line in self.sector_ids().chain(taxes) {
            if self.base_deflator(line)?.is_none() {
                absent.push((Quantity::Deflator, line.to_owned()));
            }
        }
        for line in self.sector_ids().chain(taxes) {
            self.add_absent_paths(&mut absent, &[Quantity::Inflation], line)?;
        }
        Ok(absent)
    }

    /// Product taxes may be absent where no total is stated that holds them.
    fn absent_taxes(&self) -> Result<Vec<Wanted>, ResolveError> {
        if self.base_output("taxes")?.is_some() {
            return Ok(Vec::new());
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
        Ok(vec![(Quantity::Output, "taxes".to_owned())])
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
    /// The missing figures through which a lever acts; `None` if it acts on figures.
    ///
    /// Such a lever changes no inputs, whatever it is set to.
    pub fn gap(&self, gaps: Gaps) -> Option<Gap> {
        if gaps.is_empty() {
            return None;
        }
        let of_line = (self.subject == "taxes" && gaps.has(Gap::ProductTaxes)).then_some(Gap::ProductTaxes);
        of_line.or_else(|| gaps.first_of(self.lever.spec().needs))
    }

    /// Whether the default of the lever merely stands in, so that it must not be shown.
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
    /// The first absent figure because of which a part of the inputs stands in.
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
