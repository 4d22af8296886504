//! State of the view Sectors, and the changes that a person can make to it.

/// What the view Sectors remembers while the window is open.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SectorsState {
    /// Sector or group that is looked at; `None` follows the headline line of the study.
    pub line: Option<String>,
}

/// A change of [`SectorsState`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SectorsChange {
    /// Look at this sector or group.
    Line(String),
}

impl SectorsState {
    /// Makes a change.
    pub fn apply(&mut self, change: SectorsChange) {
        match change {
            SectorsChange::Line(line) => self.line = Some(line),
        }
    }
}
