//! The result of a run: read-only series by variable, line and year.
//!
//! Stores what the equations produced; shares, growth, per-head figures and the implied side of the closure are read from it on demand.

use super::conditions::{Conditions, SectorConditions, YearConditions};
use super::equations::{land, potential};
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
pub(super) struct Sums {
    pub(super) output: f64,
    pub(super) potential: f64,
    pub(super) employment: f64,
    pub(super) structural: f64,
    pub(super) capital: f64,
    pub(super) investment: f64,
    pub(super) disbursement: f64,
    pub(super) jobs: f64,
    pub(super) current: f64,
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
        self.read_at(variable, line, index).filter(|value| value.is_finite())
    }

    /// A series over the horizon, base year first.
    pub fn series(&self, variable: Variable, line: Line) -> Vec<Option<f64>> {
        (0..self.horizon().len())
            .map(|index| self.read_at(variable, line, index).filter(|value| value.is_finite()))
            .collect()
    }

    fn read_at(&self, variable: Variable, line: Line, index: usize) -> Option<f64> {
        let is_there = match line {
            Line::Sector(s) => s < self.inputs.sectors.len(),
            Line::Group(g) => g < self.inputs.groups.len(),
            Line::Taxes | Line::Total => true,
        };
        let has_it = is_there && variable.coverage().has(line.kind());
        has_it.then(|| variable.read(LineInYear { projection: self, line, index })).flatten()
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
}

/// A line of a projection in a year: what the variables are read from.
#[derive(Debug, Clone, Copy)]
pub(super) struct LineInYear<'a> {
    projection: &'a Projection,
    line: Line,
    index: usize,
}

impl<'a> LineInYear<'a> {
    /// Flows of the province.
    pub(super) fn flow(self) -> Option<&'a YearFlow> {
        self.projection.year_flows.get(self.index)
    }

    /// Conditions of the province.
    pub(super) fn year(self) -> Option<&'a YearConditions> {
        self.projection.conditions.years.get(self.index)
    }

    /// Conditions of a single sector; a group has none.
    pub(super) fn sector(self) -> Option<&'a SectorConditions> {
        let Line::Sector(s) = self.line else { return None };
        self.projection.conditions.of_year(self.index).get(s)
    }

    /// Sums over the sectors of the line.
    pub(super) fn sums(self) -> Sums {
        self.projection.sums(self.line, self.index)
    }

    /// The same line in the year before.
    pub(super) fn before(self) -> Option<Self> {
        Some(Self { index: self.index.checked_sub(1)?, ..self })
    }

    /// The province in the same year.
    pub(super) const fn province(self) -> Self {
        Self { line: Line::Total, ..self }
    }

    pub(super) fn exchange_rate(self) -> Option<f64> {
        self.projection.inputs.exchange_rate.get(self.index).copied()
    }

    pub(super) fn total_investment(self) -> f64 {
        let ordinary = self.flow().map_or(0.0, |flow| flow.ordinary_investment);
        let projects: f64 =
            self.projection.conditions.of_year(self.index).iter().map(|sector| sector.disbursement).sum();
        ordinary + projects
    }

    /// Investment over what GRDP gained; `None` where it gained nothing.
    pub(super) fn icor(self) -> Option<f64> {
        let gained = self.flow()?.grdp - self.before()?.flow()?.grdp;
        (gained != 0.0).then(|| self.total_investment() / gained)
    }

    pub(super) fn land_required(self) -> Option<f64> {
        let inputs = &self.projection.inputs;
        let flows = self.projection.sector_flows.iter().skip(self.index * inputs.sectors.len());
        let on_land = inputs.sectors.iter().zip(flows).filter(|(sector, _)| sector.on_limited_land);
        let output = on_land.map(|(_, flow)| flow.output).sum();
        Some(land::required_area(output, self.year()?.land_productivity, inputs.land.park_share))
    }

    /// TFP of a single sector.
    pub(super) fn tfp(self) -> Option<f64> {
        let Line::Sector(s) = self.line else { return None };
        let inputs = &self.projection.inputs;
        let flow = self.projection.sector_flows.get(self.index * inputs.sectors.len() + s)?;
        let conditions = self.sector()?;
        let labour = conditions.skills * conditions.structural_employment;
        let elasticity = inputs.sectors.get(s)?.capital_elasticity;
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
