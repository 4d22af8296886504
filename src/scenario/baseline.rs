//! A baseline: the study's figures of one base year become complete neutral inputs, growth paths and a reference run.

use super::coverage::{AbsentFigure, gaps_of};
use super::error::ResolveError;
use super::figure::{Figure, Quantity};
use super::parameter::row_of_year;
use super::record::{StudyRecord, observed_total, record_paths};
use super::resolver::whole_profile;
use super::stated::{PROVINCE_PARAMETERS, SECTOR_PARAMETERS, own_part, province_paths, sector_paths};
use super::study::{Baseline, BaselineRule, Park, ResidualRule, Study};
use crate::calibration::{
    CalibrationReport, GrowthPaths, LevelTarget, Member, Node, Residual, ShareTarget, TargetCalibration, TaxShare,
    calibrate, capital_stock,
};
use crate::engine::equations::spillover::spillover_matrix;
use crate::engine::{
    Gap, Gaps, GroupInputs, Inputs, LandInputs, Line, ParkInputs, Path, PopulationInputs, Projection,
    RegistrationInputs, SectorInputs, SpilloverInputs, TAXES_LINE, TOTAL_LINE, TaxInputs, Variable, simulate,
};
use crate::quantity::{Horizon, PriceBasis, Year};
use std::sync::Arc;

/// A baseline ready for scenarios: neutral inputs, its run, and what its priors had to absorb.
#[derive(Debug, Clone)]
pub struct CalibratedBaseline {
    /// Baseline id.
    pub id: String,
    /// Neutral inputs; implied TFP growth and reference output of drivers are filled in.
    pub inputs: Inputs,
    /// Run of the neutral inputs in closure P.
    pub projection: Projection,
    /// What priors absorbed; empty for assumed growth.
    pub report: CalibrationReport,
    /// Every absent figure of the parts of the inputs that merely stand in; see [`Inputs::gaps`].
    pub absent: Vec<AbsentFigure>,
    /// The observations behind a baseline of the rule *record*; `None` for the others.
    pub record: Option<StudyRecord>,
}

/// Calibrates a baseline of a study.
///
/// The baseline is the same in both closures: implied TFP is read from the run of closure P and replayed in closure K.
///
/// # Errors
/// [`ResolveError`] if the study has no such baseline, a figure is missing or belongs to another territory, the record
/// is too short, shares do not sum to 1, calibration fails, or the run stops.
pub fn calibrate_baseline(study: &Study, id: &str) -> Result<CalibratedBaseline, ResolveError> {
    let baseline = study.baseline(id).ok_or_else(|| ResolveError::UnknownCase { id: id.to_owned() })?;
    let mut lookup = Lookup::new(study, baseline)?;
    let absent = lookup.find_absent()?;
    lookup.gaps = gaps_of(&absent);
    let mut inputs = lookup.neutral_inputs()?;
    let (paths, record) = lookup.growth_paths(&inputs)?;
    for (s, sector) in inputs.sectors.iter_mut().enumerate() {
        sector.productivity_growth.clone_from(&paths.productivity[s]);
        sector.labour_growth.clone_from(&paths.employment[s]);
    }
    inputs.taxes.ratio = paths.tax_ratio;
    let spillover = std::mem::replace(&mut inputs.spillover.enabled, 0.0);
    let run = simulate(&Arc::new(inputs.clone()))?;
    for (s, sector) in inputs.sectors.iter_mut().enumerate() {
        let growth = run.series(Variable::TfpGrowth, Line::Sector(s));
        sector.tfp_growth = growth.into_iter().map(|value| value.unwrap_or(0.0)).collect();
    }
    inputs.spillover.enabled = spillover;
    inputs.spillover.reference_output = inputs
        .spillover
        .drivers
        .iter()
        .map(|&d| run.series(Variable::Output, Line::Sector(d)).into_iter().flatten().collect())
        .collect();
    let projection = simulate(&Arc::new(inputs.clone()))?;
    Ok(CalibratedBaseline { id: id.to_owned(), inputs, projection, report: paths.report, absent, record })
}

/// Shares that product taxes must have, and their prior growth with its deviation a year.
type TaxTargets = (Vec<TaxShare>, Option<(Path, f64)>);

/// Finds figures of a study for one baseline.
pub(super) struct Lookup<'a> {
    pub(super) study: &'a Study,
    pub(super) baseline: &'a Baseline,
    horizon: Horizon,
    /// Parts of the inputs that stand in.
    gaps: Gaps,
}

impl<'a> Lookup<'a> {
    pub(super) fn new(study: &'a Study, baseline: &'a Baseline) -> Result<Self, ResolveError> {
        let horizon =
            Horizon::new(baseline.base_year, study.horizon).map_err(|error| ResolveError::Calibration(error.into()))?;
        Ok(Self { study, baseline, horizon, gaps: Gaps::default() })
    }

    /// Observation of the base year in the baseline's vintage; of people also from another vintage, see [`Study::base_figure`].
    pub(super) fn find_observed(&self, quantity: Quantity, line: &str) -> Result<Option<f64>, ResolveError> {
        let found = self.study.base_figure(self.baseline, quantity, line);
        found.map(|figure| self.own_territory(figure)).transpose()
    }

    fn own_territory(&self, figure: &Figure) -> Result<f64, ResolveError> {
        if figure.territory == self.study.territory {
            Ok(figure.model_value())
        } else {
            Err(ResolveError::OtherTerritory {
                quantity: figure.quantity,
                line: figure.line.clone(),
                found: figure.territory.clone(),
                expected: self.study.territory.clone(),
            })
        }
    }

    fn require(&self, quantity: Quantity, line: &str) -> Result<f64, ResolveError> {
        self.find_observed(quantity, line)?.ok_or_else(|| self.missing(quantity, line, Some(self.baseline.base_year)))
    }

    pub(super) fn missing(&self, quantity: Quantity, line: &str, year: Option<Year>) -> ResolveError {
        ResolveError::MissingFigure { quantity, line: line.to_owned(), year, baseline: self.baseline.id.clone() }
    }

    /// Rows of a quantity and line in the order of their years, as [`Study::parameter_rows`] finds them.
    fn parameters(&self, quantity: Quantity, line: &str, from: &str) -> Vec<&'a Figure> {
        let rows = self.study.parameter_rows(&self.baseline.id, quantity, line, from);
        rows.into_iter().map(|(_, figure)| figure).collect()
    }

    pub(super) fn parameter(&self, quantity: Quantity, line: &str) -> Option<f64> {
        self.study.parameter(&self.baseline.id, quantity, line, None).map(Figure::model_value)
    }

    fn required_parameter(&self, quantity: Quantity, line: &str) -> Result<f64, ResolveError> {
        self.parameter(quantity, line).ok_or_else(|| self.missing(quantity, line, None))
    }

    /// A yearly path: the row of the year, else the row without a year, else the last row before the year.
    ///
    /// Keeping the last known year is how a study may reach beyond its figures; `diagnostics` says so.
    pub(super) fn path(&self, quantity: Quantity, line: &str) -> Result<Option<Path>, ResolveError> {
        let rows = self.study.parameter_rows(&self.baseline.id, quantity, line, "");
        if rows.is_empty() {
            return Ok(None);
        }
        self.horizon
            .years()
            .map(|year| {
                let row = row_of_year(&rows, Some(year));
                row.map(|(_, figure)| figure.model_value()).ok_or_else(|| self.missing(quantity, line, Some(year)))
            })
            .collect::<Result<Path, ResolveError>>()
            .map(Some)
    }

    fn required_path(&self, quantity: Quantity, line: &str) -> Result<Path, ResolveError> {
        self.path(quantity, line)?.ok_or_else(|| self.missing(quantity, line, None))
    }

    /// Prior growth of each year: the row of the first target year that is not earlier, else the row without a year, else the last row.
    fn prior(&self, quantity: Quantity, line: &str) -> Option<Path> {
        let rows = self.parameters(quantity, line, "");
        let last = rows.iter().max_by_key(|figure| figure.year)?;
        Some(
            self.horizon
                .years()
                .map(|year| {
                    rows.iter()
                        .filter(|figure| figure.year.is_some_and(|until| until >= year))
                        .min_by_key(|figure| figure.year)
                        .or_else(|| rows.iter().find(|figure| figure.year.is_none()))
                        .unwrap_or(last)
                        .model_value()
                })
                .collect(),
        )
    }

    fn zeros(&self) -> Path {
        self.flat(0.0)
    }

    fn flat(&self, value: f64) -> Path {
        vec![value; self.horizon.len()]
    }

    /// A number of a part of the inputs: a figure, or what stands in where the part has a gap.
    fn number_or(
        &self,
        gap: Gap,
        stand_in: f64,
        figure: impl Fn() -> Result<f64, ResolveError>,
    ) -> Result<f64, ResolveError> {
        if self.gaps.has(gap) { Ok(stand_in) } else { figure() }
    }

    /// The price level of a line in the base year, or 1.
    fn deflator_or_one(&self, line: &str) -> Result<f64, ResolveError> {
        let missing = || self.missing(Quantity::Deflator, line, Some(self.baseline.base_year));
        self.number_or(Gap::Prices, 1.0, || self.base_deflator(line)?.ok_or_else(missing))
    }

    /// Product taxes; without figures their level is 0 and their prices have no effect.
    fn taxes(&self) -> Result<TaxInputs, ResolveError> {
        let standing_in = TaxInputs::standing_in(self.horizon);
        if self.gaps.has(Gap::ProductTaxes) {
            return Ok(standing_in);
        }
        let (base, deflator) = (self.require_output(TAXES_LINE)?, self.deflator_or_one(TAXES_LINE)?);
        Ok(TaxInputs { base, deflator, ..standing_in })
    }

    /// Whether what stands in a place with these needs is a figure.
    fn has_figures(&self, needs: &[Gap]) -> bool {
        own_part(needs).is_none_or(|gap| !self.gaps.has(gap))
    }

    /// Enters the parameters and yearly paths of the province that figures state, those of product taxes among them.
    fn enter_stated(&self, inputs: &mut Inputs) -> Result<(), ResolveError> {
        for (place, quantity) in PROVINCE_PARAMETERS.into_iter().filter(|(place, _)| self.has_figures(place.needs())) {
            *place.of_mut(inputs) = self.required_parameter(quantity, "")?;
        }
        for (place, quantity) in province_paths().filter(|(place, _)| self.has_figures(place.needs())) {
            *place.of_mut(inputs) = self.required_path(quantity, "")?;
        }
        if self.gaps.has(Gap::ProductTaxes) {
            return Ok(());
        }
        let of_taxes = sector_paths().filter_map(|(_, of_taxes, quantity)| of_taxes.zip(Some(quantity)));
        for (place, quantity) in of_taxes.filter(|(place, _)| self.has_figures(place.needs())) {
            *place.of_mut(inputs) = self.required_path(quantity, TAXES_LINE)?;
        }
        Ok(())
    }

    fn neutral_inputs(&self) -> Result<Inputs, ResolveError> {
        let study = self.study;
        let capital = self.capital()?;
        let mut sectors = study
            .sectors
            .iter()
            .zip(capital)
            .map(|(sector, capital)| self.sector_inputs(&sector.id, capital))
            .collect::<Result<Vec<_>, _>>()?;
        let sum: f64 = sectors.iter().map(|sector| sector.investment_share).sum();
        if (sum - 1.0).abs() > 1e-3 {
            return Err(ResolveError::SharesNotOne { what: "investment_share".to_owned(), sum });
        }
        let shares: Vec<f64> = sectors.iter().map(|sector| sector.investment_share).collect();
        for (sector, share) in sectors.iter_mut().zip(normalise(&shares, sum)) {
            sector.investment_share = share;
        }
        let mut inputs = Inputs {
            groups: self.groups(),
            population: self.population()?,
            reallocation_source: self.reallocation_source()?,
            registrations: RegistrationInputs {
                registered_musd: vec![Vec::new(); sectors.len()],
                realised: self.parameter(Quantity::RealisedRatio, "").unwrap_or(1.0),
                profile: whole_profile(&study.structure.fdi_profile),
                jobs_per_musd: self.parameter(Quantity::JobsPerMillionUsd, "").unwrap_or(0.0),
            },
            land: LandInputs { parks: self.parks(), ..LandInputs::standing_in(self.horizon) },
            spillover: self.spillover()?,
            taxes: self.taxes()?,
            gaps: self.gaps,
            sectors,
            ..Inputs::standing_in(self.horizon)
        };
        self.enter_stated(&mut inputs)?;
        Ok(inputs)
    }

    fn position(&self, sector: &str) -> Result<usize, ResolveError> {
        self.study
            .sectors
            .iter()
            .position(|candidate| candidate.id == sector)
            .ok_or_else(|| ResolveError::UnknownSubject { lever: sector.to_owned() })
    }

    /// The sector that labour leaves; a study without employment may leave it out; the first sector then stands in,
    /// without outflow.
    fn reallocation_source(&self) -> Result<usize, ResolveError> {
        let id = &self.study.structure.reallocation_source;
        if id.is_empty() { Ok(0) } else { self.position(id) }
    }

    fn groups(&self) -> Vec<GroupInputs> {
        let inputs = |id: &String| GroupInputs { id: id.clone(), members: self.study.members(id) };
        self.study.groups.iter().map(|group| inputs(&group.id)).collect()
    }

    fn sector_inputs(&self, id: &str, capital: f64) -> Result<SectorInputs, ResolveError> {
        let reallocation_share = if id == self.study.structure.reallocation_source {
            -1.0
        } else {
            self.parameter(Quantity::ReallocationShare, id).unwrap_or(0.0)
        };
        let mut sector = SectorInputs {
            id: id.to_owned(),
            output: self.require_output(id)?,
            employment: self.number_or(Gap::Employment, 1.0, || self.require(Quantity::Employment, id))?,
            capital,
            // Without figures, investment is split evenly.
            investment_share: 1.0 / self.study.sectors.len() as f64,
            reallocation_share,
            deflator: self.deflator_or_one(id)?,
            on_limited_land: self.study.structure.land_sectors.iter().any(|sector| sector == id),
            ..SectorInputs::standing_in(self.horizon)
        };
        for (place, quantity) in SECTOR_PARAMETERS.into_iter().filter(|(place, _)| self.has_figures(place.needs())) {
            *place.of_mut(&mut sector) = self.required_parameter(quantity, id)?;
        }
        for (place, _, quantity) in sector_paths().filter(|(place, ..)| self.has_figures(place.needs())) {
            *place.of_mut(&mut sector) = self.required_path(quantity, id)?;
        }
        Ok(sector)
    }

    /// Capital by sector: observed, or the capital–output ratio split by investment shares.
    fn capital(&self) -> Result<Vec<f64>, ResolveError> {
        let ids: Vec<&str> = self.study.sectors.iter().map(|sector| sector.id.as_str()).collect();
        if self.gaps.has(Gap::Capital) {
            return Ok(vec![1.0; ids.len()]);
        }
        let observed: Vec<Option<f64>> =
            ids.iter().map(|id| self.find_observed(Quantity::Capital, id)).collect::<Result<_, _>>()?;
        let Some(ratio) = self.parameter(Quantity::CapitalOutputRatio, TOTAL_LINE) else {
            return ids
                .iter()
                .zip(observed)
                .map(|(id, value)| {
                    value.ok_or_else(|| self.missing(Quantity::Capital, id, Some(self.baseline.base_year)))
                })
                .collect();
        };
        let mut output = self.base_output(TAXES_LINE)?.unwrap_or(0.0);
        let mut shares = Vec::with_capacity(ids.len());
        for id in &ids {
            output += self.require_output(id)?;
            shares.push(self.required_parameter(Quantity::InvestmentShare, id)?);
        }
        let from_ratio = capital_stock::from_ratio(output, ratio, &shares);
        Ok(observed.into_iter().zip(from_ratio).map(|(own, ratio)| own.unwrap_or(ratio)).collect())
    }

    fn population(&self) -> Result<PopulationInputs, ResolveError> {
        let base = self.number_or(Gap::Population, 1.0, || self.require(Quantity::Population, ""))?;
        Ok(PopulationInputs { base, ..PopulationInputs::standing_in(self.horizon) })
    }

    fn parks(&self) -> Vec<ParkInputs> {
        let inputs = |park: &Park| ParkInputs {
            area_ha: if park.in_baseline { park.area_ha } else { 0.0 },
            opening: f64::from(park.opening),
            ramp_years: park.ramp_years,
            occupancy: park.occupancy,
        };
        self.study.parks.iter().map(inputs).collect()
    }

    fn spillover(&self) -> Result<SpilloverInputs, ResolveError> {
        let ids: Vec<&str> = self.study.sectors.iter().map(|sector| sector.id.as_str()).collect();
        let drivers: Vec<usize> =
            self.study.structure.drivers.iter().map(|id| self.position(id)).collect::<Result<_, _>>()?;
        // Without drivers there are no spillovers, and the input–output table is not needed.
        let matrix = if drivers.is_empty() { vec![Vec::new(); ids.len()] } else { self.multipliers(&ids, &drivers)? };
        Ok(SpilloverInputs {
            enabled: f64::from(u8::from(!drivers.is_empty())),
            matrix,
            reference_output: drivers.iter().map(|_| self.zeros()).collect(),
            drivers,
        })
    }

    /// What each sector gains from each driver.
    fn multipliers(&self, ids: &[&str], drivers: &[usize]) -> Result<Vec<Vec<f64>>, ResolveError> {
        let lines: Vec<&str> = ids.iter().map(|id| self.table_line(id)).collect();
        let weights = self.weights_in(&lines)?;
        let coefficient = |row: usize, column: usize| {
            let of_lines = |line: &str, from: &str| {
                self.parameters(Quantity::InputCoefficient, line, from).first().map(|figure| figure.model_value())
            };
            let own = of_lines(ids[column], ids[row]);
            let of_groups = || of_lines(lines[column], lines[row]).map(|value| value * weights[row]);
            own.or_else(of_groups).unwrap_or(0.0)
        };
        let positions = 0..ids.len();
        let coefficients: Vec<Vec<f64>> =
            positions.clone().map(|row| positions.clone().map(|column| coefficient(row, column)).collect()).collect();
        let ratio_of = |line: &&str| self.required_parameter(Quantity::ValueAddedRatio, line);
        let ratio: Vec<f64> = lines.iter().map(ratio_of).collect::<Result<_, _>>()?;
        Ok(spillover_matrix(&coefficients, &ratio, drivers)?)
    }

    /// The line that stands for a sector in the input–output table: itself, or the nearest group around it that the table has.
    fn table_line<'l>(&'l self, sector: &'l str) -> &'l str {
        let lines = std::iter::once(sector).chain(self.study.outer_groups(sector));
        let mut known = lines.filter(|line| self.parameter(Quantity::ValueAddedRatio, line).is_some());
        known.next().unwrap_or(sector)
    }

    /// Part of each sector in output of the base year of the sectors with the same line; 1 for a sector by itself.
    ///
    /// An input–output table of groups does not tell their sectors apart: each supplies in proportion to its output, and
    /// all of them buy as their group does.
    fn weights_in(&self, lines: &[&str]) -> Result<Vec<f64>, ResolveError> {
        let sectors = &self.study.sectors;
        let output: Vec<f64> =
            sectors.iter().map(|sector| self.require_output(&sector.id)).collect::<Result<_, _>>()?;
        let of_line = |line: &str| -> f64 {
            lines.iter().zip(&output).filter(|(own, _)| **own == line).map(|(_, level)| level).sum()
        };
        Ok(lines.iter().zip(&output).map(|(line, level)| level / of_line(line)).collect())
    }

    fn growth_paths(&self, inputs: &Inputs) -> Result<(GrowthPaths, Option<StudyRecord>), ResolveError> {
        let gross: f64 = inputs.sectors.iter().map(|sector| sector.output).sum();
        let paths = |productivity, employment| GrowthPaths {
            productivity,
            employment,
            tax_ratio: vec![inputs.taxes.base / gross; self.horizon.len()],
            report: CalibrationReport::default(),
        };
        match &self.baseline.rule {
            BaselineRule::Growth => {
                let of = |quantity| {
                    self.study
                        .sectors
                        .iter()
                        .map(|sector| self.required_path(quantity, &sector.id))
                        .collect::<Result<Vec<_>, _>>()
                };
                let stands_in = self.gaps.has(Gap::Employment);
                let employment = if stands_in {
                    vec![self.zeros(); self.study.sectors.len()]
                } else {
                    of(Quantity::EmploymentGrowth)?
                };
                let sectors = self.study.sectors.iter().zip(&employment);
                let productivity = sectors.map(|(sector, labour)| self.productivity_growth(&sector.id, labour));
                Ok((paths(productivity.collect::<Result<_, _>>()?, employment), None))
            }
            BaselineRule::Record => {
                // An index stands in for missing employment, and productivity is then output.
                let assumed = |sector: &str| {
                    if self.gaps.has(Gap::Employment) {
                        return Ok(None);
                    }
                    self.required_path(Quantity::EmploymentGrowth, sector).map(Some)
                };
                let found = record_paths(self.study, self.baseline, self.horizon.len(), assumed)?;
                Ok((paths(found.productivity, found.employment), Some(found.record)))
            }
            BaselineRule::Targets { years, vintage, residual } => {
                Ok((calibrate(&self.target_calibration(inputs, years, vintage, residual)?)?, None))
            }
        }
    }

    /// Growth of productivity: as stated, or what growth of output leaves beside growth of employment.
    ///
    /// Where employment stands in, productivity is output: it grows as output is stated to, or as both of its factors together.
    fn productivity_growth(&self, id: &str, employment: &[f64]) -> Result<Path, ResolveError> {
        let stated = self.path(Quantity::ProductivityGrowth, id)?;
        if !self.gaps.has(Gap::Employment) {
            if let Some(stated) = stated {
                return Ok(stated);
            }
            let Some(output) = self.path(Quantity::OutputGrowth, id)? else {
                return Err(self.missing(Quantity::ProductivityGrowth, id, None));
            };
            return Ok(output.iter().zip(employment).map(|(all, labour)| growth_beside(*all, *labour)).collect());
        }
        if let Some(output) = self.path(Quantity::OutputGrowth, id)? {
            return Ok(output);
        }
        let factors = stated.zip(self.path(Quantity::EmploymentGrowth, id)?);
        let both = |(productivity, labour): (Path, Path)| {
            productivity.iter().zip(labour).map(|(one, other)| (1.0 + one) * (1.0 + other) - 1.0).collect()
        };
        factors.map(both).ok_or_else(|| self.missing(Quantity::OutputGrowth, id, None))
    }

    fn target_calibration(
        &self,
        inputs: &Inputs,
        years: &[Year],
        vintage: &str,
        residual: &ResidualRule,
    ) -> Result<TargetCalibration, ResolveError> {
        let lines = self.study.top_lines();
        let mut years = years.to_vec();
        years.sort_unstable();
        let targets = |quantity, line: &str| self.targets(&years, vintage, quantity, line);
        let stands_in = self.gaps.has(Gap::Employment);
        let mut nodes = Vec::with_capacity(lines.len());
        let mut shares = Vec::new();
        for (position, &line) in lines.iter().enumerate() {
            nodes.push(Node {
                id: line.to_owned(),
                members: self.study.members(line),
                output_targets: levels(&targets(Quantity::Output, line)?),
                employment_targets: if stands_in { Vec::new() } else { levels(&targets(Quantity::Employment, line)?) },
                output_prior: self.prior(Quantity::OutputGrowthPrior, line),
                employment_prior: self.employment_prior(line).unwrap_or_else(|| self.zeros()),
                output_deviation: self.parameter(Quantity::PriorDeviation, line),
            });
            shares.extend(targets(Quantity::Share, line)?.into_iter().map(|(year, share, price_basis)| ShareTarget {
                node: position,
                year,
                share,
                price_basis,
            }));
        }
        // A share fixes the total only together with a level of the same line and year.
        shares.retain(|share: &ShareTarget| {
            nodes[share.node].output_targets.iter().any(|level| level.year == share.year)
        });
        shares.sort_by_key(|share| share.year);
        if shares.iter().any(|share| share.price_basis == PriceBasis::Current) {
            self.check_prices()?;
        }
        let mut total_targets = Vec::new();
        for &year in years.iter().filter(|&&year| !shares.iter().any(|share| share.year == year)) {
            let level = self.stated_total(inputs, year, vintage)?;
            let level = level.ok_or(crate::calibration::CalibrationError::TotalNotFixed { year })?;
            total_targets.push(LevelTarget { year, level });
        }
        let residual = match residual {
            ResidualRule::Spread => Residual::Spread,
            ResidualRule::Line(id) => Residual::Node(
                lines
                    .iter()
                    .position(|line| line == id)
                    .ok_or_else(|| ResolveError::UnknownSubject { lever: id.clone() })?,
            ),
        };
        let (tax_shares, tax_prior) = self.tax_targets(&years, vintage)?;
        Ok(TargetCalibration {
            horizon: self.horizon,
            members: inputs.sectors.iter().map(|sector| self.member(sector)).collect(),
            nodes,
            shares,
            total_targets,
            tax_shares,
            taxes: inputs.taxes.base,
            tax_deflator: compound(inputs.taxes.deflator, &inputs.taxes.inflation),
            tax_prior,
            residual,
        })
    }

    /// GRDP that targets state for a year: as a level, or as the least growth over a period that the base year does not follow.
    ///
    /// Where the period began before the base year, growth counts from the level observed before it.
    fn stated_total(&self, inputs: &Inputs, year: Year, vintage: &str) -> Result<Option<f64>, ResolveError> {
        if let Some(&(_, level, _)) = self.targets(&[year], vintage, Quantity::Output, TOTAL_LINE)?.first() {
            return Ok(Some(level));
        }
        let base = self.baseline.base_year;
        let stated = self.study.targets.iter().filter_map(|figure| {
            let is_of_total = figure.quantity == Quantity::OutputGrowth
                && figure.line == TOTAL_LINE
                && figure.price_basis != PriceBasis::Current
                && figure.year == Some(year)
                && figure.vintage == vintage;
            let start = figure.since.or(figure.year)? - 1;
            (is_of_total && start <= base).then_some((start, figure))
        });
        let Some((start, growth)) = stated.max_by_key(|(start, _)| *start) else { return Ok(None) };
        let level = if start == base {
            let sectors: f64 = inputs.sectors.iter().map(|sector| sector.output).sum();
            Some(sectors + inputs.taxes.base)
        } else {
            observed_total(self.study, self.baseline, start)
        };
        let Some(level) = level else { return Ok(None) };
        Ok(Some(level * (1.0 + self.own_territory(growth)?).powi(year - start)))
    }

    /// A share at current prices needs prices.
    fn check_prices(&self) -> Result<(), ResolveError> {
        match self.absent_from(Gap::Prices)?.first() {
            Some((quantity, line)) => Err(self.missing(*quantity, line, None)),
            None => Ok(()),
        }
    }

    /// Shares that product taxes must have, and their prior growth with its deviation; empty and `None` if their
    /// figures are missing.
    fn tax_targets(&self, years: &[Year], vintage: &str) -> Result<TaxTargets, ResolveError> {
        if self.gaps.has(Gap::ProductTaxes) {
            return Ok((Vec::new(), None));
        }
        let shares = self.targets(years, vintage, Quantity::Share, TAXES_LINE)?;
        let shares = shares.into_iter().map(|(year, share, _)| TaxShare { year, share }).collect();
        let prior = self.prior(Quantity::OutputGrowthPrior, TAXES_LINE);
        Ok((shares, prior.zip(self.parameter(Quantity::PriorDeviation, TAXES_LINE))))
    }

    /// Prior growth of employment, fractions a year; `None` if employment stands in, because an index does not grow.
    fn employment_prior(&self, line: &str) -> Option<Path> {
        if self.gaps.has(Gap::Employment) { None } else { self.prior(Quantity::EmploymentGrowthPrior, line) }
    }

    fn member(&self, sector: &SectorInputs) -> Member {
        let grouped = self.study.sectors.iter().any(|own| own.id == sector.id && !own.group.is_empty());
        let prior = |quantity| if grouped { self.prior(quantity, &sector.id) } else { None };
        Member {
            output: sector.output,
            employment: sector.employment,
            output_prior: prior(Quantity::OutputGrowthPrior).unwrap_or_else(|| self.zeros()),
            employment_prior: self.employment_prior(&sector.id).filter(|_| grouped).unwrap_or_else(|| self.zeros()),
            deflator: compound(sector.deflator, &sector.inflation),
        }
    }

    fn targets(
        &self,
        years: &[Year],
        vintage: &str,
        quantity: Quantity,
        line: &str,
    ) -> Result<Vec<(Year, f64, PriceBasis)>, ResolveError> {
        let mut found = Vec::new();
        for &year in years {
            let target = self.study.targets.iter().find(|figure| {
                figure.quantity == quantity
                    && figure.line == line
                    && figure.year == Some(year)
                    && figure.vintage == vintage
                    && figure.since.is_none()
            });
            if let Some(figure) = target {
                found.push((year, self.own_territory(figure)?, figure.price_basis));
            }
        }
        Ok(found)
    }
}

fn levels(targets: &[(Year, f64, PriceBasis)]) -> Vec<LevelTarget> {
    targets.iter().map(|&(year, level, _)| LevelTarget { year, level }).collect()
}

/// Shares brought to a sum of 1; shares that sum to 1 up to rounding are left to the bit.
pub(super) fn normalise(shares: &[f64], sum: f64) -> Vec<f64> {
    if (sum - 1.0).abs() <= 1e-12 { shares.to_vec() } else { shares.iter().map(|share| share / sum).collect() }
}

/// What growth of output leaves to productivity beside growth of employment.
fn growth_beside(output: f64, employment: f64) -> f64 {
    // Where employment stays, all of it, to the bit.
    if employment == 0.0 { output } else { (1.0 + output) / (1.0 + employment) - 1.0 }
}

/// A level that grows at the rate of each year after the first.
fn compound(start: f64, growth: &[f64]) -> Path {
    let mut level = start;
    growth
        .iter()
        .enumerate()
        .map(|(t, rate)| {
            if t > 0 {
                level *= 1.0 + rate;
            }
            level
        })
        .collect()
}
