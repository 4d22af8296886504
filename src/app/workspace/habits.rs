//! State of the palette, the tour and the presentation, and the changes that a person can make to it.

/// What the palette, the tour and the presentation remember while the window is open.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct HabitsState {}

/// A change of HabitsState.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HabitsChange {}

impl HabitsState {
    /// Makes a change.
    pub fn apply(&mut self, change: HabitsChange) {
        match change {}
    }
}
