//! State of the editors of the assumptions, and the changes that a person can make to it.

/// What the editors of the assumptions remember while the window is open.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AssumptionsState {}

/// A change of AssumptionsState.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AssumptionsChange {}

impl AssumptionsState {
    /// Makes a change.
    pub fn apply(&mut self, change: AssumptionsChange) {
        match change {}
    }
}
