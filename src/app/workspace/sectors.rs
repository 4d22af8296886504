//! State of the view Sectors, and the changes that a person can make to it.

/// What the view Sectors remember while the window is open.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SectorsState {}

/// A change of SectorsState.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SectorsChange {}

impl SectorsState {
    /// Makes a change.
    pub fn apply(&mut self, change: SectorsChange) {
        match change {}
    }
}
