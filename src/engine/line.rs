//! A line of the accounts: a sector, a group, product taxes, the province.

/// Id of the province as a line, in files, tables and on the command line.
pub const TOTAL_LINE: &str = "total";

/// Id of product taxes less subsidies as a line.
pub const TAXES_LINE: &str = "taxes";

/// A line of the accounts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Line {
    /// A sector, by position.
    Sector(usize),
    /// A group of sectors, by position.
    Group(usize),
    /// Product taxes less subsidies.
    Taxes,
    /// The province.
    Total,
}

/// What kind of line a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineKind {
    /// A sector or a group.
    Part,
    /// Product taxes less subsidies.
    Taxes,
    /// The province.
    Total,
}

impl LineKind {
    /// The kind of the line with an id; figures of the whole province may leave it out.
    pub fn of_id(id: &str) -> Self {
        match id {
            "" | TOTAL_LINE => Self::Total,
            TAXES_LINE => Self::Taxes,
            _ => Self::Part,
        }
    }
}

impl Line {
    /// What kind of line it is.
    pub const fn kind(self) -> LineKind {
        match self {
            Self::Sector(_) | Self::Group(_) => LineKind::Part,
            Self::Taxes => LineKind::Taxes,
            Self::Total => LineKind::Total,
        }
    }
}
