//! State of the view Compare, and the changes that a person can make to it.

use crate::engine::{TOTAL_LINE, Variable};
use crate::quantity::Year;

/// What is drawn of a variable.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ChartMeasure {
    /// The value itself.
    #[default]
    Level,
    /// Change on the year before, per cent.
    Growth,
    /// Part of the province, per cent.
    Share,
    /// The latest base year = 100.
    Index,
}

impl ChartMeasure {
    /// All, in the order of the switch.
    pub const ALL: [Self; 4] = [Self::Level, Self::Growth, Self::Share, Self::Index];
}

/// Which of two answers a switch of the view gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Layout {
    /// All scenarios in one chart.
    #[default]
    Overlay,
    /// A small chart for each scenario.
    Multiples,
}

/// Prices of the variable, where it has both.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Prices {
    /// Prices of the price base year.
    #[default]
    Constant,
    /// Prices of each year.
    Current,
}

/// How the difference from the pinned case is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum DifferenceBy {
    /// In the unit of the chart.
    #[default]
    Value,
    /// In per cent of the pinned case.
    Percent,
}

/// What the view Compare remembers while the window is open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CompareState {
    /// The variable; where it has two price bases, the one at constant prices.
    pub variable: Variable,
    /// The line; one for which the variable does not exist gives way to the first that it has.
    pub line: String,
    /// Level, growth, share or index.
    pub measure: ChartMeasure,
    /// One chart or many.
    pub layout: Layout,
    /// Constant or current prices.
    pub prices: Prices,
    /// Whether a logarithmic axis is wanted.
    pub log: bool,
    /// Unit of the second chart.
    pub difference_by: DifferenceBy,
    /// Year of the table of results; `None` is the last.
    pub year: Option<Year>,
}

impl Default for CompareState {
    fn default() -> Self {
        Self {
            variable: Variable::Grdp,
            line: TOTAL_LINE.to_owned(),
            measure: ChartMeasure::default(),
            layout: Layout::default(),
            prices: Prices::default(),
            log: false,
            difference_by: DifferenceBy::default(),
            year: None,
        }
    }
}

/// A change of [`CompareState`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CompareChange {
    /// Draw another variable.
    Variable(Variable),
    /// Draw another line.
    Line(String),
    /// Draw level, growth, share or index.
    Measure(ChartMeasure),
    /// Overlay or small multiples.
    Layout(Layout),
    /// Constant or current prices.
    Prices(Prices),
    /// Logarithmic or linear axis.
    Log(bool),
    /// Unit of the differences.
    DifferenceBy(DifferenceBy),
    /// Year of the table of results.
    Year(Year),
}

impl CompareState {
    /// Makes a change.
    pub fn apply(&mut self, change: CompareChange) {
        match change {
            CompareChange::Variable(variable) => self.variable = variable,
            CompareChange::Line(line) => self.line = line,
            CompareChange::Measure(measure) => self.measure = measure,
            CompareChange::Layout(layout) => self.layout = layout,
            CompareChange::Prices(prices) => self.prices = prices,
            CompareChange::Log(log) => self.log = log,
            CompareChange::DifferenceBy(by) => self.difference_by = by,
            CompareChange::Year(year) => self.year = Some(year),
        }
    }
}
