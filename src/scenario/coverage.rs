//! Of what a study has figures: what a baseline needs, and which parts of its inputs merely stand in because a figure is absent.
//!
//! Output by sector is all that a baseline cannot do without. A part of which any figure is absent stands in as a whole,
//! so that no sum is made of figures and stand-ins.

use super::baseline::{CalibratedBaseline, Lookup};
use super::error::ResolveError;
use super::figure::Quantity;
use super::lever::{Entry, StatedBy};
use super::setting::LeverKey;
use super::stated::{PROVINCE_PARAMETERS, SECTOR_PARAMETERS, own_part, province_paths, sector_paths};
use super::study::{BaselineRule, Study};
use crate::calibration::forecast::FEWEST_GROWTHS;
use crate::engine::{Closure, Gap, Gaps, TAXES_LINE, TOTAL_LINE};

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

    /// The figures that a part of the inputs lacks, in the order in which it needs them: of the base year, parameters, yearly paths.
    pub(super) fn absent_from(&self, gap: Gap) -> Result<Vec<Wanted>, ResolveError> {
        let mut absent = match gap {
            Gap::Employment => self.absent_employment()?,
            Gap::Reallocation => {
                let names_none = self.study.structure.reallocation_source.is_empty();
                names_none.then(|| (Quantity::ReallocationShare, String::new())).into_iter().collect()
            }
            Gap::Population => {
                let lacks = self.find_observed(Quantity::Population, "")?.is_none();
                lacks.then(|| (Quantity::Population, String::new())).into_iter().collect()
            }
            Gap::Capital => self.absent_capital()?,
            Gap::Prices => self.absent_deflators()?,
            Gap::ProductTaxes => self.absent_taxes()?,
            Gap::Skills | Gap::LabourSupply | Gap::Investment | Gap::ExchangeRate | Gap::Land => Vec::new(),
        };
        self.add_absent_parameters(&mut absent, gap);
        for (_, quantity) in province_paths().filter(|(place, _)| own_part(place.needs()) == Some(gap)) {
            self.add_absent_path(&mut absent, quantity, "")?;
        }
        for (_, of_taxes, quantity) in sector_paths().filter(|(place, ..)| own_part(place.needs()) == Some(gap)) {
            let taxes = of_taxes.and(self.line_of_taxes()?);
            for line in self.sector_ids().chain(taxes) {
                self.add_absent_path(&mut absent, quantity, line)?;
            }
        }
        Ok(absent)
    }

    /// Adds the parameters that sectors and the province lack.
    fn add_absent_parameters(&self, absent: &mut Vec<Wanted>, gap: Gap) {
        let of_sectors = SECTOR_PARAMETERS.into_iter().filter(|(place, _)| own_part(place.needs()) == Some(gap));
        let of_sectors = of_sectors.flat_map(|(_, quantity)| self.sector_ids().map(move |id| (quantity, id)));
        let of_province = PROVINCE_PARAMETERS.into_iter().filter(|(place, _)| own_part(place.needs()) == Some(gap));
        let wanted = of_sectors.chain(of_province.map(|(_, quantity)| (quantity, "")));
        let lacking = wanted.filter(|(quantity, line)| self.parameter(*quantity, line).is_none());
        absent.extend(lacking.map(|(quantity, line)| (quantity, line.to_owned())));
    }

    /// Adds a yearly path, where a line lacks it.
    ///
    /// A path with a hole is an error where nothing else is absent: whoever states it meant to state every year.
    fn add_absent_path(&self, absent: &mut Vec<Wanted>, quantity: Quantity, line: &str) -> Result<(), ResolveError> {
        match self.path(quantity, line) {
            Ok(Some(_)) => {}
            Ok(None) => absent.push((quantity, line.to_owned())),
            Err(_) if !absent.is_empty() => absent.push((quantity, line.to_owned())),
            Err(error) => return Err(error),
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
                self.add_absent_path(&mut absent, Quantity::EmploymentGrowth, id)?;
            }
        }
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
        years(id).max(years(TOTAL_LINE)) > FEWEST_GROWTHS
    }

    fn absent_capital(&self) -> Result<Vec<Wanted>, ResolveError> {
        let mut absent = Vec::new();
        if self.parameter(Quantity::CapitalOutputRatio, TOTAL_LINE).is_none() {
            for id in self.sector_ids() {
                if self.find_observed(Quantity::Capital, id)?.is_none() {
                    absent.push((Quantity::Capital, id.to_owned()));
                }
            }
        }
        Ok(absent)
    }

    fn absent_deflators(&self) -> Result<Vec<Wanted>, ResolveError> {
        let mut absent = Vec::new();
        for line in self.sector_ids().chain(self.line_of_taxes()?) {
            if self.base_deflator(line)?.is_none() {
                absent.push((Quantity::Deflator, line.to_owned()));
            }
        }
        Ok(absent)
    }

    /// The line of product taxes, where there are figures of them.
    fn line_of_taxes(&self) -> Result<Option<&'static str>, ResolveError> {
        Ok(self.base_output(TAXES_LINE)?.map(|_| TAXES_LINE))
    }

    /// Product taxes may be absent where no total is stated that holds them.
    fn absent_taxes(&self) -> Result<Vec<Wanted>, ResolveError> {
        if self.base_output(TAXES_LINE)?.is_some() {
            return Ok(Vec::new());
        }
        if let Some(total) = self.base_output(TOTAL_LINE)? {
            let mut sum = 0.0;
            for id in self.sector_ids() {
                sum += self.require_output(id)?;
            }
            if (total - sum).abs() > ROUNDING * total {
                return Err(self.missing(Quantity::Output, TAXES_LINE, Some(self.baseline.base_year)));
            }
        }
        Ok(vec![(Quantity::Output, TAXES_LINE.to_owned())])
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
        let of_line = (self.subject == TAXES_LINE && gaps.has(Gap::ProductTaxes)).then_some(Gap::ProductTaxes);
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
