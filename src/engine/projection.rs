//! The result of a run: read-only series by variable, line and year.
//!
//! Stores what the equations produced; shares, growth, per-head figures and the implied side of the closure are read from it on demand.

use super::conditions::{Conditions, SectorConditions, YearConditions};
use super::equations::{land, potential};
use super::gap::Gap;
use super::inputs::Inputs;
use super::line::{Line, TAXES_LINE, TOTAL_LINE};
use super::line_figures::LineFigures;
use super::real::Real;
use super::variable::Variable;
use crate::quantity::{Horizon, Year};
use std::sync::Arc;

/// Flows of one sector and year.
#[derive(Debug, Clone, Copy)]
pub(crate) struct SectorFlow<N = f64> {
    pub(crate) potential: N,
    pub(crate) output: N,
    pub(crate) employment: N,
    pub(crate) capital: N,
    pub(crate) investment: N,
}

/// Flows of one year.
#[derive(Debug, Clone, Copy)]
pub(crate) struct YearFlow<N = f64> {
    pub(crate) gross_value_added: N,
    pub(crate) taxes: N,
    pub(crate) grdp: N,
    pub(crate) ordinary_investment: N,
    pub(crate) demanded_on_land: N,
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
///
/// Over another number than `f64` it holds several runs side by side, or a run with its derivatives.
#[derive(Debug, Clone)]
pub struct Projection<N = f64> {
    pub(crate) inputs: Arc<Inputs<N>>,
    pub(crate) conditions: Conditions<N>,
    pub(crate) sector_flows: Vec<SectorFlow<N>>,
    pub(crate) year_flows: Vec<YearFlow<N>>,
    pub(crate) remarks: Vec<Remark>,
}

impl<N: Real> Projection<N> {
    /// The inputs of the run.
    pub fn inputs(&self) -> &Inputs<N> {
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
            Line::Taxes => TAXES_LINE,
            Line::Total => TOTAL_LINE,
        }
    }

    /// The line with an identifier.
    pub fn line(&self, id: &str) -> Option<Line> {
        self.lines().find(|&line| self.line_id(line) == id)
    }

    /// A value in the variable's unit; `None` where the variable does not exist for the line or year.
    ///
    /// Growth, contributions and ICOR start in the year after the base year; ICOR is `None` if GRDP does not change.
    pub fn value(&self, variable: Variable, line: Line, year: Year) -> Option<N> {
        let index = self.horizon().index(year)?;
        self.read_at(variable, line, index).filter(|value| Real::is_finite(*value))
    }

    /// Why a variable of a line is not known: the part of the inputs of which there are no figures.
    ///
    /// `None` where it is known, and where the line has no such variable. [`Self::value`] and [`Self::series`] have no value where this says why.
    pub fn gap(&self, variable: Variable, line: Line) -> Option<Gap> {
        self.inputs.gaps.of_variable(variable, line)
    }

    /// A series over the horizon, base year first.
    pub fn series(&self, variable: Variable, line: Line) -> Vec<Option<N>> {
        (0..self.horizon().len())
            .map(|index| self.read_at(variable, line, index).filter(|value| Real::is_finite(*value)))
            .collect()
    }

    fn read_at(&self, variable: Variable, line: Line, index: usize) -> Option<N> {
        let is_there = match line {
            Line::Sector(s) => s < self.inputs.sectors.len(),
            Line::Group(g) => g < self.inputs.groups.len(),
            Line::Taxes | Line::Total => true,
        };
        let has_it = is_there && variable.coverage().has(line.kind()) && self.gap(variable, line).is_none();
        has_it.then(|| variable.read(LineInYear { projection: self, line, index })).flatten()
    }
}

/// A line of a projection in a year: what the variables are read from.
#[derive(Debug, Clone, Copy)]
pub(super) struct LineInYear<'a, N> {
    projection: &'a Projection<N>,
    line: Line,
    index: usize,
}

impl<N: Real> LineFigures<N> for LineInYear<'_, N> {
    fn line(self) -> Line {
        self.line
    }

    fn province(self) -> Self {
        Self { line: Line::Total, ..self }
    }

    fn n_sectors(self) -> usize {
        self.projection.inputs.sectors.len()
    }

    fn has_sector(self, sector: usize) -> bool {
        self.projection.inputs.is_of_line(self.line, sector)
    }

    fn sector_output(self, sector: usize) -> N {
        self.sector_flow(sector).output
    }

    fn sector_employment(self, sector: usize) -> N {
        self.sector_flow(sector).employment
    }

    fn sector_deflator(self, sector: usize) -> N {
        self.sector_conditions(sector).deflator
    }

    fn taxes(self) -> N {
        self.flow().taxes
    }

    fn tax_deflator(self) -> N {
        self.year().tax_deflator
    }

    fn grdp(self) -> N {
        self.flow().grdp
    }

    fn population(self) -> N {
        self.year().population
    }

    fn exchange_rate(self) -> N {
        self.projection.inputs.exchange_rate[self.index]
    }
}

impl<'a, N: Real> LineInYear<'a, N> {
    /// Flows of the province.
    pub(super) fn flow(self) -> &'a YearFlow<N> {
        &self.projection.year_flows[self.index]
    }

    /// Conditions of the province.
    pub(super) fn year(self) -> &'a YearConditions<N> {
        &self.projection.conditions.years[self.index]
    }

    fn sector_flow(self, sector: usize) -> &'a SectorFlow<N> {
        &self.projection.sector_flows[self.index * self.n_sectors() + sector]
    }

    fn sector_conditions(self, sector: usize) -> &'a SectorConditions<N> {
        &self.projection.conditions.of_year(self.index)[sector]
    }

    /// Conditions of a single sector; a group has none.
    pub(super) fn sector(self) -> Option<&'a SectorConditions<N>> {
        let Line::Sector(s) = self.line else { return None };
        self.projection.conditions.of_year(self.index).get(s)
    }

    /// The same line in the year before.
    pub(super) fn before(self) -> Option<Self> {
        Some(Self { index: self.index.checked_sub(1)?, ..self })
    }

    /// A figure summed over the sectors of the line.
    fn sum(self, figure: impl Fn(usize) -> N) -> N {
        let sectors = (0..self.n_sectors()).filter(|&s| self.has_sector(s));
        sectors.fold(N::ZERO, |sum, s| sum + figure(s))
    }

    /// Potential output.
    pub(super) fn potential(self) -> N {
        self.sum(|s| self.sector_flow(s).potential)
    }

    /// Structural employment L*.
    pub(super) fn structural_employment(self) -> N {
        self.sum(|s| self.sector_conditions(s).structural_employment)
    }

    /// Capital at the start of the year.
    pub(super) fn capital(self) -> N {
        self.sum(|s| self.sector_flow(s).capital)
    }

    /// Productive investment.
    pub(super) fn investment(self) -> N {
        self.sum(|s| self.sector_flow(s).investment)
    }

    /// Disbursement of projects at constant prices.
    pub(super) fn disbursement(self) -> N {
        self.sum(|s| self.sector_conditions(s).disbursement)
    }

    /// Jobs of projects.
    pub(super) fn project_jobs(self) -> N {
        self.sum(|s| self.sector_conditions(s).jobs)
    }

    /// Investment spent in the province, projects and green conversion included.
    pub(super) fn total_investment(self) -> N {
        self.flow().ordinary_investment + self.province().disbursement()
    }

    /// Investment over the change of GRDP; `None` if GRDP did not change.
    pub(super) fn icor(self) -> Option<N> {
        let gained = self.grdp() - self.before()?.grdp();
        let has_gained = gained.lowest() != 0.0 || gained.highest() != 0.0;
        has_gained.then(|| self.total_investment() / gained)
    }

    /// 1 where land limits output.
    pub(super) fn land_binds(self) -> N {
        let limit = self.projection.inputs.land_limit;
        if self.index == 0 || limit.is_everywhere(0.0) {
            return N::ZERO;
        }
        self.flow().demanded_on_land.if_above(self.year().land_capacity, limit, N::ZERO)
    }

    /// Area that the output of sectors on limited land needs.
    pub(super) fn land_required(self) -> N {
        let inputs = &self.projection.inputs;
        let on_land = (0..self.n_sectors()).filter(|&s| inputs.sectors[s].on_limited_land);
        let output = on_land.fold(N::ZERO, |sum, s| sum + self.sector_output(s));
        land::required_area(output, self.year().land_productivity, inputs.land.park_share)
    }

    /// TFP of a single sector.
    pub(super) fn tfp(self) -> Option<N> {
        let Line::Sector(s) = self.line else { return None };
        let elasticity = self.projection.inputs.sectors.get(s)?.capital_elasticity;
        let (flow, conditions) = (self.sector_flow(s), self.sector_conditions(s));
        let labour = potential::skilled_labour(conditions.skills, conditions.structural_employment);
        Some(potential::implied_tfp(flow.potential, flow.capital, labour, elasticity))
    }
}
