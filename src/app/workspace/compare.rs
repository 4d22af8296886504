//! State of the view Compare, and the changes that a person can make to it.

/// What the view Compare remember while the window is open.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CompareState {}

/// A change of CompareState.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CompareChange {}

impl CompareState {
    /// Makes a change.
    pub fn apply(&mut self, change: CompareChange) {
        match change {}
    }
}
