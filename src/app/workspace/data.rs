//! State of the view Data, and the changes that a person can make to it.

/// What the view Data remember while the window is open.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DataState {}

/// A change of DataState.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DataChange {}

impl DataState {
    /// Makes a change.
    pub fn apply(&mut self, change: DataChange) {
        match change {}
    }
}
