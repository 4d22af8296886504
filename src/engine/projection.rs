//! The result of a run: read-only series by variable, line and year.
//!
//! Stores what the equations produced; shares, growth, per-head figures and the implied side of the closure are read from it on demand.

use super::conditions::{Conditions, SectorConditions, YearConditions};
use super::equations::{land, potential};
use super::gaps::Gap;
use super::inputs::Inputs;
use super::real::Real;
use super::variable::{Line, TAXES_LINE, TOTAL_LINE, Variable};
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

/// The sums over the sectors of a line, from which its ratios follow.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sums<N> {
    pub(super) output: N,
    pub(super) potential: N,
    pub(super) employment: N,
    pub(super) structural: N,
    pub(super) capital: N,
    pub(super) investment: N,
    pub(super) disbursement: N,
    pub(super) jobs: N,
    pub(super) current: N,
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

    fn sums(&self, line: Line, index: usize) -> Sums<N> {
        let zero = N::ZERO;
        let mut sums = Sums {
            output: zero,
            potential: zero,
            employment: zero,
            structural: zero,
            capital: zero,
            investment: zero,
            disbursement: zero,
            jobs: zero,
            current: zero,
        };
        let n_sectors = self.inputs.sectors.len();
        let conditions = self.conditions.of_year(index);
        for s in (0..n_sectors).filter(|&s| line_of(&self.inputs, line, s)) {
            let (Some(flow), Some(condition)) = (self.sector_flows.get(index * n_sectors + s), conditions.get(s))
            else {
                continue;
            };
            sums.output = sums.output + flow.output;
            sums.potential = sums.potential + flow.potential;
            sums.employment = sums.employment + flow.employment;
            sums.structural = sums.structural + condition.structural_employment;
            sums.capital = sums.capital + flow.capital;
            sums.investment = sums.investment + flow.investment;
            sums.disbursement = sums.disbursement + condition.disbursement;
            sums.jobs = sums.jobs + condition.jobs;
            sums.current = sums.current + flow.output * condition.deflator;
        }
        if matches!(line, Line::Taxes | Line::Total)
            && let (Some(flow), Some(year)) = (self.year_flows.get(index), self.conditions.years.get(index))
        {
            sums.output = sums.output + flow.taxes;
            sums.current = sums.current + flow.taxes * year.tax_deflator;
        }
        sums
    }
}

/// A line of a projection in a year: what the variables are read from.
#[derive(Debug, Clone, Copy)]
pub(super) struct LineInYear<'a, N> {
    projection: &'a Projection<N>,
    line: Line,
    index: usize,
}

impl<'a, N: Real> LineInYear<'a, N> {
    /// Flows of the province.
    pub(super) fn flow(self) -> Option<&'a YearFlow<N>> {
        self.projection.year_flows.get(self.index)
    }

    /// Conditions of the province.
    pub(super) fn year(self) -> Option<&'a YearConditions<N>> {
        self.projection.conditions.years.get(self.index)
    }

    /// Conditions of a single sector; a group has none.
    pub(super) fn sector(self) -> Option<&'a SectorConditions<N>> {
        let Line::Sector(s) = self.line else { return None };
        self.projection.conditions.of_year(self.index).get(s)
    }

    /// Sums over the sectors of the line.
    pub(super) fn sums(self) -> Sums<N> {
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

    pub(super) fn exchange_rate(self) -> Option<N> {
        self.projection.inputs.exchange_rate.get(self.index).copied()
    }

    pub(super) fn total_investment(self) -> N {
        let ordinary = self.flow().map_or(N::ZERO, |flow| flow.ordinary_investment);
        let sectors = self.projection.conditions.of_year(self.index);
        ordinary + sectors.iter().fold(N::ZERO, |sum, sector| sum + sector.disbursement)
    }

    /// Investment over the change of GRDP; `None` if GRDP did not change.
    pub(super) fn icor(self) -> Option<N> {
        let gained = self.flow()?.grdp - self.before()?.flow()?.grdp;
        let has_gained = gained.lowest() != 0.0 || gained.highest() != 0.0;
        has_gained.then(|| self.total_investment() / gained)
    }

    /// 1 where land limits output.
    pub(super) fn land_binds(self) -> Option<N> {
        let (year, limit) = (self.year()?, self.projection.inputs.land_limit);
        if self.index == 0 || limit.is_everywhere(0.0) {
            return Some(N::ZERO);
        }
        Some(self.flow()?.demanded_on_land.if_above(year.land_capacity, limit, N::ZERO))
    }

    pub(super) fn land_required(self) -> Option<N> {
        let inputs = &self.projection.inputs;
        let flows = self.projection.sector_flows.iter().skip(self.index * inputs.sectors.len());
        let on_land = inputs.sectors.iter().zip(flows).filter(|(sector, _)| sector.on_limited_land);
        let output = on_land.fold(N::ZERO, |sum, (_, flow)| sum + flow.output);
        Some(land::required_area(output, self.year()?.land_productivity, inputs.land.park_share))
    }

    /// TFP of a single sector.
    pub(super) fn tfp(self) -> Option<N> {
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
pub(super) fn line_of<C>(inputs: &Inputs<C>, line: Line, sector: usize) -> bool {
    match line {
        Line::Sector(s) => s == sector,
        Line::Group(g) => inputs.groups.get(g).is_some_and(|group| group.members.contains(&sector)),
        Line::Total => true,
        Line::Taxes => false,
    }
}
