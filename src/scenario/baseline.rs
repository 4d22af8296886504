//! A baseline: the study's figures of one base year become complete neutral inputs, growth paths and a reference run.

use super::error::ResolveError;
use super::figure::{Figure, Quantity};
use super::parameter::row_of_year;
use super::record::{StudyRecord, record_paths};
use super::resolver::whole_profile;
use super::study::{Baseline, BaselineRule, ResidualRule, Study};
use crate::calibration::{
    CalibrationReport, GrowthPaths, LevelTarget, Member, Node, Residual, ShareTarget, TargetCalibration, TaxShare,
    calibrate, capital_stock,
};
use crate::engine::equations::spillover::spillover_matrix;
use crate::engine::{
    Closure, GroupInputs, Inputs, LandInputs, Line, ParkInputs, Path, PopulationInputs, Projection, RegistrationInputs,
    SectorInputs, SpilloverInputs, TaxInputs, Variable, simulate,
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
    /// The observations behind a baseline of the rule *record*; `None` for the others.
    pub record: Option<StudyRecord>,
}

/// Calibrates a baseline of a study.
///
/// The baseline is the same in both closures: implied TFP is read from the run of closure P and replayed in closure K.
pub fn calibrate_baseline(study: &Study, id: &str) -> Result<CalibratedBaseline, ResolveError> {
    let baseline = study.baseline(id).ok_or_else(|| ResolveError::UnknownCase { id: id.to_owned() })?;
    let lookup = Lookup::new(study, baseline)?;
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
    Ok(CalibratedBaseline { id: id.to_owned(), inputs, projection, report: paths.report, record })
}

/// Finds figures of a study for one baseline.
struct Lookup<'a> {
    study: &'a Study,
    baseline: &'a Baseline,
    horizon: Horizon,
}

impl<'a> Lookup<'a> {
    fn new(study: &'a Study, baseline: &'a Baseline) -> Result<Self, ResolveError> {
        let horizon =
            Horizon::new(baseline.base_year, study.horizon).map_err(|error| ResolveError::Calibration(error.into()))?;
        Ok(Self { study, baseline, horizon })
    }

    /// Observation of the base year in the baseline's vintage.
    fn find_observed(&self, quantity: Quantity, line: &str) -> Result<Option<f64>, ResolveError> {
        let found = self.study.observations.iter().find(|figure| {
            figure.quantity == quantity
                && figure.line == line
                && figure.year == Some(self.baseline.base_year)
                && figure.vintage == self.baseline.vintage
                && figure.since.is_none()
        });
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

    fn missing(&self, quantity: Quantity, line: &str, year: Option<Year>) -> ResolveError {
        ResolveError::MissingFigure { quantity, line: line.to_owned(), year, baseline: self.baseline.id.clone() }
    }

    /// Rows of a quantity and line in the order of their years, as [`Study::parameter_rows`] finds them.
    fn parameters(&self, quantity: Quantity, line: &str, from: &str) -> Vec<&'a Figure> {
        let rows = self.study.parameter_rows(&self.baseline.id, quantity, line, from);
        rows.into_iter().map(|(_, figure)| figure).collect()
    }

    fn parameter(&self, quantity: Quantity, line: &str) -> Option<f64> {
        self.study.parameter(&self.baseline.id, quantity, line, None).map(Figure::model_value)
    }

    fn required_parameter(&self, quantity: Quantity, line: &str) -> Result<f64, ResolveError> {
        self.parameter(quantity, line).ok_or_else(|| self.missing(quantity, line, None))
    }

    /// A yearly path: the row of the year, else the row without a year, else the last row before the year.
    ///
    /// Keeping the last known year is how a study may reach beyond its figures; `diagnostics` says so.
    fn path(&self, quantity: Quantity, line: &str) -> Result<Option<Path>, ResolveError> {
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
        vec![0.0; self.horizon.len()]
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
        Ok(Inputs {
            horizon: self.horizon,
            years: self.horizon.years().map(f64::from).collect(),
            capital_closure: Closure::Productivity.flag(),
            labour_constrained: 0.0,
            land_limit: 0.0,
            groups: self.groups(),
            population: self.population()?,
            reallocation_rate: self.zeros(),
            reallocation_source: self.position(&study.structure.reallocation_source)?,
            trained_share_added: self.zeros(),
            projects: Vec::new(),
            registrations: RegistrationInputs {
                registered_musd: vec![Vec::new(); sectors.len()],
                realised: self.parameter(Quantity::RealisedRatio, "").unwrap_or(1.0),
                profile: whole_profile(&study.structure.fdi_profile),
                jobs_per_musd: self.parameter(Quantity::JobsPerMillionUsd, "").unwrap_or(0.0),
            },
            shocks: Vec::new(),
            land: self.land()?,
            spillover: self.spillover()?,
            taxes: TaxInputs {
                base: self.require(Quantity::Output, "taxes")?,
                ratio: self.zeros(),
                deflator: self.require(Quantity::Deflator, "taxes")?,
                inflation: self.required_path(Quantity::Inflation, "taxes")?,
            },
            investment_rate: self.required_path(Quantity::InvestmentRate, "")?,
            exchange_rate: self.required_path(Quantity::ExchangeRate, "")?,
            sectors,
        })
    }

    fn position(&self, sector: &str) -> Result<usize, ResolveError> {
        self.study
            .sectors
            .iter()
            .position(|candidate| candidate.id == sector)
            .ok_or_else(|| ResolveError::UnknownSubject { lever: sector.to_owned() })
    }

    fn groups(&self) -> Vec<GroupInputs> {
        let members = |group: &str| {
            (0..self.study.sectors.len()).filter(|&s| self.study.sectors[s].group == group).collect::<Vec<_>>()
        };
        self.study
            .groups
            .iter()
            .map(|group| GroupInputs { id: group.id.clone(), members: members(&group.id) })
            .collect()
    }

    fn sector_inputs(&self, id: &str, capital: f64) -> Result<SectorInputs, ResolveError> {
        let reallocation_share = if id == self.study.structure.reallocation_source {
            -1.0
        } else {
            self.parameter(Quantity::ReallocationShare, id).unwrap_or(0.0)
        };
        Ok(SectorInputs {
            id: id.to_owned(),
            output: self.require(Quantity::Output, id)?,
            employment: self.require(Quantity::Employment, id)?,
            capital,
            capital_elasticity: self.required_parameter(Quantity::CapitalElasticity, id)?,
            depreciation: self.required_parameter(Quantity::Depreciation, id)?,
            investment_share: self.required_parameter(Quantity::InvestmentShare, id)?,
            utilisation_elasticity: self.required_parameter(Quantity::UtilisationElasticity, id)?,
            skill_premium: self.required_parameter(Quantity::SkillPremium, id)?,
            reallocation_share,
            productivity_growth: self.zeros(),
            tfp_growth: self.zeros(),
            growth_added: self.zeros(),
            labour_growth: self.zeros(),
            labour_growth_added: self.zeros(),
            green_share: self.zeros(),
            deflator: self.require(Quantity::Deflator, id)?,
            inflation: self.required_path(Quantity::Inflation, id)?,
            on_limited_land: self.study.structure.land_sectors.iter().any(|sector| sector == id),
        })
    }

    /// Capital by sector: observed, or the capital–output ratio split by investment shares.
    fn capital(&self) -> Result<Vec<f64>, ResolveError> {
        let ids: Vec<&str> = self.study.sectors.iter().map(|sector| sector.id.as_str()).collect();
        let observed: Vec<Option<f64>> =
            ids.iter().map(|id| self.find_observed(Quantity::Capital, id)).collect::<Result<_, _>>()?;
        let Some(ratio) = self.parameter(Quantity::CapitalOutputRatio, "total") else {
            return ids
                .iter()
                .zip(observed)
                .map(|(id, value)| {
                    value.ok_or_else(|| self.missing(Quantity::Capital, id, Some(self.baseline.base_year)))
                })
                .collect();
        };
        let mut output = self.require(Quantity::Output, "taxes")?;
        let mut shares = Vec::with_capacity(ids.len());
        for id in &ids {
            output += self.require(Quantity::Output, id)?;
            shares.push(self.required_parameter(Quantity::InvestmentShare, id)?);
        }
        let from_ratio = capital_stock::from_ratio(output, ratio, &shares);
        Ok(observed.into_iter().zip(from_ratio).map(|(own, ratio)| own.unwrap_or(ratio)).collect())
    }

    fn population(&self) -> Result<PopulationInputs, ResolveError> {
        Ok(PopulationInputs {
            base: self.require(Quantity::Population, "")?,
            natural_growth: self.required_path(Quantity::NaturalGrowth, "")?,
            net_migration: self.required_path(Quantity::NetMigration, "")?,
            working_age_share: self.required_path(Quantity::WorkingAgeShare, "")?,
            participation: self.required_path(Quantity::Participation, "")?,
            unemployment: self.required_path(Quantity::Unemployment, "")?,
        })
    }

    fn land(&self) -> Result<LandInputs, ResolveError> {
        Ok(LandInputs {
            park_share: self.required_parameter(Quantity::ParkShare, "")?,
            productivity: self.required_parameter(Quantity::LandProductivity, "")?,
            productivity_growth: self.required_path(Quantity::LandProductivityGrowth, "")?,
            parks: self
                .study
                .parks
                .iter()
                .map(|park| ParkInputs {
                    area_ha: if park.in_baseline { park.area_ha } else { 0.0 },
                    opening: f64::from(park.opening),
                    ramp_years: park.ramp_years,
                    occupancy: park.occupancy,
                })
                .collect(),
        })
    }

    fn spillover(&self) -> Result<SpilloverInputs, ResolveError> {
        let ids: Vec<&str> = self.study.sectors.iter().map(|sector| sector.id.as_str()).collect();
        let drivers: Vec<usize> =
            self.study.structure.drivers.iter().map(|id| self.position(id)).collect::<Result<_, _>>()?;
        let coefficient = |row: &str, column: &str| {
            self.parameters(Quantity::InputCoefficient, column, row).first().map_or(0.0, |figure| figure.model_value())
        };
        let coefficients: Vec<Vec<f64>> =
            ids.iter().map(|row| ids.iter().map(|column| coefficient(row, column)).collect()).collect();
        let ratio: Vec<f64> =
            ids.iter().map(|id| self.required_parameter(Quantity::ValueAddedRatio, id)).collect::<Result<_, _>>()?;
        Ok(SpilloverInputs {
            enabled: f64::from(u8::from(!drivers.is_empty())),
            matrix: spillover_matrix(&coefficients, &ratio, &drivers)?,
            reference_output: drivers.iter().map(|_| self.zeros()).collect(),
            drivers,
        })
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
                Ok((paths(of(Quantity::ProductivityGrowth)?, of(Quantity::EmploymentGrowth)?), None))
            }
            BaselineRule::Record => {
                let assumed = |sector: &str| self.required_path(Quantity::EmploymentGrowth, sector);
                let found = record_paths(self.study, self.baseline, self.horizon.len(), assumed)?;
                Ok((paths(found.productivity, found.employment), Some(found.record)))
            }
            BaselineRule::Targets { years, vintage, residual } => {
                Ok((calibrate(&self.target_calibration(inputs, years, vintage, residual)?)?, None))
            }
        }
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
        let mut nodes = Vec::with_capacity(lines.len());
        let mut shares = Vec::new();
        for (position, &line) in lines.iter().enumerate() {
            nodes.push(Node {
                id: line.to_owned(),
                members: self.members(line),
                output_targets: levels(&targets(Quantity::Output, line)?),
                employment_targets: levels(&targets(Quantity::Employment, line)?),
                output_prior: self.prior(Quantity::OutputGrowthPrior, line),
                employment_prior: self.prior(Quantity::EmploymentGrowthPrior, line).unwrap_or_else(|| self.zeros()),
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
        if let Some(&year) = years.iter().find(|&&year| !shares.iter().any(|share| share.year == year)) {
            return Err(crate::calibration::CalibrationError::TotalNotFixed { year }.into());
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
        Ok(TargetCalibration {
            horizon: self.horizon,
            members: inputs.sectors.iter().map(|sector| self.member(sector)).collect(),
            nodes,
            shares,
            tax_shares: targets(Quantity::Share, "taxes")?
                .into_iter()
                .map(|(year, share, _)| TaxShare { year, share })
                .collect(),
            taxes: inputs.taxes.base,
            tax_deflator: compound(inputs.taxes.deflator, &inputs.taxes.inflation),
            tax_prior: self
                .prior(Quantity::OutputGrowthPrior, "taxes")
                .zip(self.parameter(Quantity::PriorDeviation, "taxes")),
            residual,
        })
    }

    fn members(&self, line: &str) -> Vec<usize> {
        (0..self.study.sectors.len())
            .filter(|&s| self.study.sectors[s].id == line || self.study.sectors[s].group == line)
            .collect()
    }

    fn member(&self, sector: &SectorInputs) -> Member {
        let grouped = self.study.sectors.iter().any(|own| own.id == sector.id && !own.group.is_empty());
        let prior = |quantity| if grouped { self.prior(quantity, &sector.id) } else { None };
        Member {
            output: sector.output,
            employment: sector.employment,
            output_prior: prior(Quantity::OutputGrowthPrior).unwrap_or_else(|| self.zeros()),
            employment_prior: prior(Quantity::EmploymentGrowthPrior).unwrap_or_else(|| self.zeros()),
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
