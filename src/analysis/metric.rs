//! One figure of a projection that a question is about: a variable of a line in a year, or average growth over years.

use crate::engine::{Line, LineKind, Projection, Real, TAXES_LINE, TOTAL_LINE, Variable};
use crate::quantity::Year;
use crate::scenario::figure::{Figure, Quantity};
use crate::scenario::study::Study;

/// A figure of a projection.
///
/// Lines are positions in the study, so that a metric holds for every projection of one study.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Metric {
    /// The variable; `OutputGrowth` where the figure is an average.
    pub variable: Variable,
    /// The line.
    pub line: Line,
    /// The year, or the last year of an average.
    pub year: Year,
    /// First year of an average of growth.
    pub since: Option<Year>,
}

impl Metric {
    /// A variable of a line in a year.
    pub const fn new(variable: Variable, line: Line, year: Year) -> Self {
        Self { variable, line, year, since: None }
    }

    /// The value in the variable's unit; `None` if the projection lacks it.
    pub fn value<N: Real>(&self, projection: &Projection<N>) -> Option<N> {
        let Some(since) = self.since else { return projection.value(self.variable, self.line, self.year) };
        let of = |year| projection.value(self.level(), self.line, year);
        let (from, to, years) = (of(since - 1)?, of(self.year)?, self.year - since + 1);
        let has_growth = years > 0 && from.is_positive() && to.is_positive();
        has_growth.then(|| average_growth(from, to, years))
    }

    /// The variable whose growth an average is of.
    pub(super) const fn level(&self) -> Variable {
        match self.line {
            Line::Total => Variable::Grdp,
            Line::Sector(_) | Line::Group(_) | Line::Taxes => Variable::Output,
        }
    }

    /// The figure about which a target speaks, and what one unit of the target is in the unit of the variable.
    ///
    /// Observed output per worker stands against output per worker, not against potential.
    pub fn of_target(study: &Study, target: &Figure) -> Option<(Self, f64)> {
        let (variable, scale) = target_variable(target)?;
        let line = line_of(study, &target.line)?;
        let since = target.since.filter(|_| target.quantity == Quantity::OutputGrowth);
        Some((Self { variable, line, year: target.year?, since }, scale))
    }

    /// Whether the figure moves only where output or employment does; prices and people alone leave it.
    pub const fn follows_output(&self) -> bool {
        self.variable.spec().follows_output
    }
}

/// Growth a year between two positive levels.
pub(super) fn average_growth<N: Real>(from: N, to: N, years: Year) -> N {
    (to / from).power(N::splat(1.0 / f64::from(years))) - N::ONE
}

/// The variable that stands for a target of a quantity that projections have, and what one unit of the target is in its unit.
pub fn target_variable(target: &Figure) -> Option<(Variable, f64)> {
    Variable::find_stated_by(target.quantity, LineKind::of_id(&target.line), target.price_basis)
}

/// The line with an id: a sector, a group, `taxes` or `total`.
pub fn line_of(study: &Study, id: &str) -> Option<Line> {
    let sector = || study.sectors.iter().position(|sector| sector.id == id).map(Line::Sector);
    let group = || study.groups.iter().position(|group| group.id == id).map(Line::Group);
    match id {
        "" | TOTAL_LINE => Some(Line::Total),
        TAXES_LINE => Some(Line::Taxes),
        _ => sector().or_else(group),
    }
}

/// The id of a line.
pub fn line_id(study: &Study, line: Line) -> &str {
    match line {
        Line::Sector(s) => study.sectors.get(s).map_or("", |sector| &sector.id),
        Line::Group(g) => study.groups.get(g).map_or("", |group| &group.id),
        Line::Taxes => TAXES_LINE,
        Line::Total => TOTAL_LINE,
    }
}
