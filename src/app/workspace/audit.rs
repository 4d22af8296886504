//! State of the view Plan audit, and the changes that a person can make to it.

/// Which findings are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum FindingFilter {
    /// Those that disagree.
    #[default]
    Disagree,
    /// Those that agree.
    Agree,
    /// Those for information.
    Inform,
    /// Those that disagree, and whose reason somebody has noted.
    Explained,
}

impl FindingFilter {
    /// All, in the order of the switch.
    pub const ALL: [Self; 4] = [Self::Disagree, Self::Agree, Self::Inform, Self::Explained];
}

/// What the view Plan audit remembers while the window is open.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AuditState {
    /// The group of the switch.
    pub group: FindingFilter,
    /// Code of the finding whose details are shown; `None` is the first one.
    pub selected: Option<String>,
    /// Groups that are unfolded below the first.
    pub unfolded: Vec<FindingFilter>,
}

/// A change of [`AuditState`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AuditChange {
    /// Show this group.
    Show(FindingFilter),
    /// Show the details of a finding.
    Select(String),
    /// Fold a group away, or show it.
    Fold(FindingFilter),
}

impl AuditState {
    /// Makes a change.
    pub fn apply(&mut self, change: AuditChange) {
        match change {
            AuditChange::Show(group) => {
                if self.group != group {
                    *self = Self { group, ..Self::default() };
                }
            }
            AuditChange::Select(code) => self.selected = Some(code),
            AuditChange::Fold(group) => match self.unfolded.iter().position(|open| *open == group) {
                Some(position) => {
                    self.unfolded.remove(position);
                }
                None => self.unfolded.push(group),
            },
        }
    }
}
