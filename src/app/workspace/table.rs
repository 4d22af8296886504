//! State of the view Table, and the changes that a person can make to it.

/// What the view Table remember while the window is open.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TableState {}

/// A change of TableState.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TableChange {}

impl TableState {
    /// Makes a change.
    pub fn apply(&mut self, change: TableChange) {
        match change {}
    }
}
