//! State of the view Data, and the changes that a person can make to it.

use crate::quantity::Year;
use crate::scenario::FigureList;
use crate::scenario::figure::{Figure, Quantity};

/// What tells a figure from all others of a study; positions change when figures come and go, this does not.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct FigureKey {
    /// The list.
    pub list: FigureList,
    /// Baseline of a parameter; empty for all.
    pub baseline: String,
    /// What it measures.
    pub quantity: Quantity,
    /// Line and supplying sector.
    pub lines: [String; 2],
    /// First and last year.
    pub years: [Option<Year>; 2],
    /// Vintage.
    pub vintage: String,
    /// Territory.
    pub territory: String,
}

impl FigureKey {
    /// The key of a figure of a list.
    pub fn from_figure(list: FigureList, baseline: &str, figure: &Figure) -> Self {
        Self {
            list,
            baseline: baseline.to_owned(),
            quantity: figure.quantity,
            lines: [figure.line.clone(), figure.from.clone()],
            years: [figure.since, figure.year],
            vintage: figure.vintage.clone(),
            territory: figure.territory.clone(),
        }
    }
}

/// What the view Data remembers while the window is open.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct DataState {
    /// Observations, targets or parameters.
    pub list: FigureList,
    /// Words that a row must contain.
    pub search: String,
    /// Only this quantity.
    pub quantity: Option<Quantity>,
    /// Only this vintage.
    pub vintage: Option<String>,
    /// Only figures that contradict others.
    pub only_conflicts: bool,
    /// The figure whose details are shown.
    pub selected: Option<FigureKey>,
    /// The two figures of the calculator.
    pub marks: [Option<FigureKey>; 2],
    /// A figure that is being written and does not exist yet.
    pub draft: Option<Box<FigureDraft>>,
}

/// A figure that is being written.
#[derive(Debug, Clone, PartialEq)]
pub struct FigureDraft {
    /// Baseline of a parameter; empty for all.
    pub baseline: String,
    /// The figure.
    pub figure: Figure,
}

/// A change of [`DataState`].
#[derive(Debug, Clone, PartialEq)]
pub enum DataChange {
    /// Show this list.
    List(FigureList),
    /// Only rows with these words.
    Search(String),
    /// Only this quantity.
    Quantity(Option<Quantity>),
    /// Only this vintage.
    Vintage(Option<String>),
    /// Only figures that contradict others.
    OnlyConflicts(bool),
    /// Show the details of a figure, or of none.
    Select(Option<FigureKey>),
    /// Figure A (0) or B (1) of the calculator.
    Mark(usize, Option<FigureKey>),
    /// Write a new figure, or stop.
    Draft(Option<Box<FigureDraft>>),
}

impl DataState {
    /// Makes a change.
    pub fn apply(&mut self, change: DataChange) {
        match change {
            DataChange::List(list) => {
                *self = Self { list, marks: std::mem::take(&mut self.marks), ..Self::default() };
            }
            DataChange::Search(text) => self.search = text,
            DataChange::Quantity(quantity) => self.quantity = quantity,
            DataChange::Vintage(vintage) => self.vintage = vintage,
            DataChange::OnlyConflicts(only) => self.only_conflicts = only,
            DataChange::Select(key) => {
                self.selected = key;
                self.draft = None;
            }
            DataChange::Mark(which, key) => {
                if let Some(mark) = self.marks.get_mut(which) {
                    *mark = key;
                }
            }
            DataChange::Draft(draft) => self.draft = draft,
        }
    }
}
