//! A tornado: how far each assumption moves a figure over its range, as a model that knows no window.

use super::scale::{self, Span, Ticks};
use crate::theme::ScenarioStyle;

/// One assumption.
#[derive(Debug, Clone, PartialEq)]
pub struct Bar {
    /// Its name.
    pub name: String,
    /// The range over which it is moved, in writing.
    pub range_text: String,
    /// The figure at the low end of the range, and in writing.
    pub low: (f64, String),
    /// The figure at the high end, and in writing.
    pub high: (f64, String),
    /// What else there is to know, for the pointer and for screen readers.
    pub hint: String,
}

/// A tornado.
#[derive(Debug, Clone, PartialEq)]
pub struct Tornado {
    /// What it shows.
    pub title: String,
    /// Figure, unit, price basis.
    pub unit_line: String,
    /// Text equivalent.
    pub alt: String,
    /// The figure as things are, in writing, and the look of its scenario.
    pub now: (f64, String, ScenarioStyle),
    /// What the plan wants of the figure, and in writing.
    pub target: Option<(f64, String)>,
    /// Assumptions, the widest first.
    pub bars: Vec<Bar>,
    /// Sentences below it.
    pub captions: Vec<String>,
}

impl Tornado {
    /// Range of the horizontal axis.
    pub fn span(&self) -> Span {
        let ends = self.bars.iter().flat_map(|bar| [bar.low.0, bar.high.0]);
        scale::around(ends.chain([self.now.0]).chain(self.target.iter().map(|target| target.0)), false)
    }

    /// Gridlines of a range.
    pub fn ticks(span: Span) -> Ticks {
        scale::ticks(span)
    }
}
