//! State of the view Targets, and the changes that a person can make to it.

use crate::quantity::Year;

/// What is typed into the calculator of a year of which a part is known; `None` follows the study.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PartEntry {
    /// Line of output.
    pub line: Option<String>,
    /// Growth wanted for the whole year, a fraction.
    pub wanted: Option<f64>,
    /// Growth of the first months, a fraction.
    pub known: Option<f64>,
    /// Months that are known, 1 to 11.
    pub months: Option<u8>,
    /// Weight of these months in last year's output, a fraction.
    pub weight: Option<f64>,
}

/// What the view Targets remembers while the window is open.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct TargetsState {
    /// The year from which needed growth is counted; `None` is the latest actual one.
    pub from: Option<Year>,
    /// The calculator.
    pub part: PartEntry,
}

/// A change of [`TargetsState`].
#[derive(Debug, Clone, PartialEq)]
pub enum TargetsChange {
    /// Count needed growth from this year; `None` is the latest actual one.
    From(Option<Year>),
    /// The calculator is about this line; what was typed for another goes.
    Line(String),
    /// Growth wanted for the year.
    Wanted(f64),
    /// Growth of the known months.
    Known(f64),
    /// So many months are known; their weight follows again.
    Months(u8),
    /// Weight of the known months.
    Weight(f64),
}

impl TargetsState {
    /// Makes a change.
    pub fn apply(&mut self, change: TargetsChange) {
        let part = &mut self.part;
        match change {
            TargetsChange::From(from) => self.from = from,
            TargetsChange::Line(line) => *part = PartEntry { line: Some(line), ..PartEntry::default() },
            TargetsChange::Wanted(growth) => part.wanted = Some(growth),
            TargetsChange::Known(growth) => part.known = Some(growth),
            TargetsChange::Months(months) => {
                part.months = Some(months);
                part.weight = None;
            }
            TargetsChange::Weight(weight) => part.weight = Some(weight),
        }
    }
}
