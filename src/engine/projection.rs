//! The result of a run: read-only series by variable, line and year.
//!
//! Stores what the equations produced; shares, growth, per-head figures and the implied side of the closure are read from it on demand.

#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "each reader answers for its own variables and passes the others on"
)]

use super::conditions::{Conditions, SectorConditions, YearConditions};
use super::equations::{land, potential, prices};
use super::inputs::Inputs;
use super::variable::{Line, Variable};
use crate::quantity::{Horizon, Year};
use std::sync::Arc;

/// Flows of one sector and year.
#[derive(Debug, Clone, Copy)]
pub(crate) struct SectorFlow {
    pub(crate) potential: f64,
    pub(crate) output: f64,
    pub(crate) employment: f64,
    pub(crate) capital: f64,
    pub(crate) investment: f64,
}

/// Flows of one year.
#[derive(Debug, Clone, Copy)]
pub(crate) struct YearFlow {
    pub(crate) gross_value_added: f64,
    pub(crate) taxes: f64,
    pub(crate) grdp: f64,
    pub(crate) ordinary_investment: f64,
    pub(crate) land_binds: bool,
}

/// Something the reader must know although the run succeeded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Remark {
    /// Spillover would have made a sector's output negative; it was held at 0.
    SpilloverHeldAtZero {
        /// Position of the sector.
        sector: usize,
        /// Year.
        year: Year,
    },
}

/// Series of one run; equal inputs give equal bits.
#[derive(Debug, Clone)]
pub struct Projection {
    pub(crate) inputs: Arc<Inputs>,
    pub(crate) conditions: Conditions,
    pub(crate) sector_flows: Vec<SectorFlow>,
    pub(crate) year_flows: Vec<YearFlow>,
    pub(crate) remarks: Vec<Remark>,
}

/// The sums over the sectors of a line, from which its ratios follow.
#[derive(Debug, Clone, Copy, Default)]
struct Sums {
    output: f64,
    potential: f64,
    employment: f64,
    structural: f64,
    capital: f64,
    investment: f64,
    disbursement: f64,
    jobs: f64,
    current: f64,
}

impl Projection {
    /// The inputs of the run.
    pub fn inputs(&self) -> &Inputs {
        &self.inputs
    }

    /// Base year and last year.
    pub fn horizon(&self) -> Horizon {
        self.inputs.horizon
    }

    /// What the reader must know.
    pub fn remarks(&self) -> &[Remark] {
        &self.remarks
    }

    /// Every line in order: sectors, groups, product taxes, the province.
    pub fn lines(&self) -> impl Iterator<Item = Line> {
        (0..self.inputs.sectors.len())
            .map(Line::Sector)
            .chain((0..self.inputs.groups.len()).map(Line::Group))
            .chain([Line::Taxes, Line::Total])
    }

    /// Identifier of a line: a sector or group id, `taxes` or `total`.
    pub fn line_id(&self, line: Line) -> &str {
        match line {
            Line::Sector(s) => self.inputs.sectors.get(s).map_or("", |sector| &sector.id),
            Line::Group(g) => self.inputs.groups.get(g).map_or("", |group| &group.id),
            Line::Taxes => "taxes",
            Line::Total => "total",
        }
    }

    /// The line with an identifier.
    pub fn line(&self, id: &str) -> Option<Line> {
        self.lines().find(|&line| self.line_id(line) == id)
    }

    /// A value in the variable's unit; `None` where the variable does not exist for the line or year.
    ///
    /// Growth, contributions and ICOR have no value in the base year; ICOR has none where GRDP does not change.
    pub fn value(&self, variable: Variable, line: Line, year: Year) -> Option<f64> {
        let index = self.horizon().index(year)?;
        self.at(variable, line, index).filter(|value| value.is_finite())
    }

    /// A series over the horizon, base year first.
    pub fn series(&self, variable: Variable, line: Line) -> Vec<Option<f64>> {
        (0..self.horizon().len())
            .map(|index| self.at(variable, line, index).filter(|value| value.is_finite()))
            .collect()
    }

    fn at(&self, variable: Variable, line: Line, index: usize) -> Option<f64> {
        match line {
            Line::Sector(s) if s >= self.inputs.sectors.len() => None,
            Line::Group(g) if g >= self.inputs.groups.len() => None,
            Line::Total => self.of_province(variable, index).or_else(|| self.of_any(variable, line, index)),
            Line::Sector(s) => self.of_sector(variable, s, index).or_else(|| self.of_any(variable, line, index)),
            Line::Group(_) => self.of_any(variable, line, index),
            Line::Taxes => match variable {
                Variable::Output
                | Variable::OutputGrowth
                | Variable::GrowthContribution
                | Variable::ShareConstant
                | Variable::ShareCurrent
                | Variable::Deflator
                | Variable::OutputCurrent => self.of_any(variable, line, index),
                _ => None,
            },
        }
    }

    /// Variables of the province.
    fn of_province(&self, variable: Variable, index: usize) -> Option<f64> {
        let year: &YearConditions = self.conditions.years.get(index)?;
        let flow = self.year_flows.get(index)?;
        let inputs = &self.inputs;
        match variable {
            Variable::Grdp => Some(flow.grdp),
            Variable::GrossValueAdded => Some(flow.gross_value_added),
            Variable::TotalInvestment => Some(self.total_investment(index)),
            Variable::Icor => {
                let gained = flow.grdp - self.year_flows.get(index.checked_sub(1)?)?.grdp;
                (gained != 0.0).then(|| self.total_investment(index) / gained)
            }
            Variable::Population => Some(year.population),
            Variable::LabourSupply => Some(year.labour_supply),
            Variable::LabourDemand => Some(year.labour_demand),
            Variable::LabourGap => Some(year.labour_supply - year.labour_demand),
            Variable::LabourRationing => Some(year.rationing),
            Variable::LandCapacity => Some(year.land_capacity),
            Variable::LandBinds => Some(f64::from(u8::from(flow.land_binds))),
            Variable::LandArea => Some(year.land_area_ha),
            Variable::LandRequired => {
                Some(land::required_area(self.output_on_land(index), year.land_productivity, inputs.land.park_share))
            }
            Variable::ExchangeRate => inputs.exchange_rate.get(index).copied(),
            Variable::GrdpPerHead => Some(self.current(Line::Total, index) / year.population * 1e3),
            Variable::GrdpPerHeadUsd => {
                let fx = inputs.exchange_rate.get(index)?;
                Some(prices::musd_from_trillion_vnd(self.current(Line::Total, index), *fx) / year.population * 1e3)
            }
            _ => None,
        }
    }

    /// Variables that exist for single sectors only.
    fn of_sector(&self, variable: Variable, s: usize, index: usize) -> Option<f64> {
        let conditions: &SectorConditions = self.conditions.of_year(index).get(s)?;
        match variable {
            Variable::Skills => Some(conditions.skills),
            Variable::Shock => Some(conditions.shock),
            Variable::Tfp => self.tfp(s, index),
            Variable::TfpGrowth => Some(self.tfp(s, index)? / self.tfp(s, index.checked_sub(1)?)? - 1.0),
            _ => None,
        }
    }

    /// Variables that follow from the sums of a line.
    fn of_any(&self, variable: Variable, line: Line, index: usize) -> Option<f64> {
        let sums = self.sums(line, index);
        let province = self.year_flows.get(index)?;
        let before = index.checked_sub(1);
        let has_people = line != Line::Taxes;
        match variable {
            Variable::Output if line != Line::Total => Some(sums.output),
            Variable::OutputGrowth => Some(sums.output / self.sums(line, before?).output - 1.0),
            Variable::Deflator => Some(sums.current / sums.output),
            Variable::OutputCurrent => Some(sums.current),
            Variable::Productivity if has_people => Some(sums.output / sums.employment * 1e3),
            Variable::Employment if has_people => Some(sums.employment),
            Variable::CapitalOutputRatio if has_people => Some(sums.capital / sums.output),
            Variable::GrowthContribution if line != Line::Total => {
                let last = self.year_flows.get(before?)?.grdp;
                Some(100.0 * (sums.output - self.sums(line, before?).output) / last)
            }
            Variable::ShareConstant if line != Line::Total => Some(sums.output / province.grdp),
            Variable::ShareCurrent if line != Line::Total => Some(sums.current / self.current(Line::Total, index)),
            _ if line == Line::Total || line == Line::Taxes => None,
            Variable::PotentialOutput => Some(sums.potential),
            Variable::StructuralEmployment => Some(sums.structural),
            Variable::EmploymentGrowth => Some(sums.employment / self.sums(line, before?).employment - 1.0),
            Variable::EmploymentShare => Some(sums.employment / self.sums(Line::Total, index).employment),
            Variable::PotentialProductivity => Some(sums.potential / sums.structural),
            Variable::Capital => Some(sums.capital),
            Variable::Investment => Some(sums.investment),
            Variable::ProjectInvestment => Some(sums.disbursement),
            Variable::ProjectJobs => Some(sums.jobs),
            _ => None,
        }
    }

    fn sums(&self, line: Line, index: usize) -> Sums {
        let mut sums = Sums::default();
        let n_sectors = self.inputs.sectors.len();
        let conditions = self.conditions.of_year(index);
        for s in (0..n_sectors).filter(|&s| line_of(&self.inputs, line, s)) {
            let (Some(flow), Some(condition)) = (self.sector_flows.get(index * n_sectors + s), conditions.get(s))
            else {
                continue;
            };
            sums.output += flow.output;
            sums.potential += flow.potential;
            sums.employment += flow.employment;
            sums.structural += condition.structural_employment;
            sums.capital += flow.capital;
            sums.investment += flow.investment;
            sums.disbursement += condition.disbursement;
            sums.jobs += condition.jobs;
            sums.current += flow.output * condition.deflator;
        }
        if matches!(line, Line::Taxes | Line::Total)
            && let (Some(flow), Some(year)) = (self.year_flows.get(index), self.conditions.years.get(index))
        {
            sums.output += flow.taxes;
            sums.current += flow.taxes * year.tax_deflator;
        }
        sums
    }

    fn current(&self, line: Line, index: usize) -> f64 {
        self.sums(line, index).current
    }

    fn total_investment(&self, index: usize) -> f64 {
        let ordinary = self.year_flows.get(index).map_or(0.0, |flow| flow.ordinary_investment);
        let projects: f64 = self.conditions.of_year(index).iter().map(|sector| sector.disbursement).sum();
        ordinary + projects
    }

    fn output_on_land(&self, index: usize) -> f64 {
        let n_sectors = self.inputs.sectors.len();
        self.inputs
            .sectors
            .iter()
            .zip(self.sector_flows.iter().skip(index * n_sectors))
            .filter(|(sector, _)| sector.on_limited_land)
            .map(|(_, flow)| flow.output)
            .sum()
    }

    fn tfp(&self, s: usize, index: usize) -> Option<f64> {
        let flow = self.sector_flows.get(index * self.inputs.sectors.len() + s)?;
        let conditions = self.conditions.of_year(index).get(s)?;
        let labour = conditions.skills * conditions.structural_employment;
        let elasticity = self.inputs.sectors.get(s)?.capital_elasticity;
        Some(potential::implied_tfp(flow.potential, flow.capital, labour, elasticity))
    }
}

/// Whether a sector belongs to a line.
pub(super) fn line_of(inputs: &Inputs, line: Line, sector: usize) -> bool {
    match line {
        Line::Sector(s) => s == sector,
        Line::Group(g) => inputs.groups.get(g).is_some_and(|group| group.members.contains(&sector)),
        Line::Total => true,
        Line::Taxes => false,
    }
}
