//! What is held fixed when a lever moves, and whether labour supply limits production.

/// Which side of the link between productivity and TFP is exogenous.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Closure {
    /// P, "labour × productivity": the productivity path is given and the implied TFP is reported.
    #[default]
    Productivity,
    /// K, "capital, labour, TFP": the TFP path is given and productivity follows.
    Capital,
}

impl Closure {
    /// Both closures, the default first.
    pub const ALL: [Self; 2] = [Self::Productivity, Self::Capital];

    /// The word used on the command line, in files and in tables.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Productivity => "productivity",
            Self::Capital => "capital",
        }
    }
}

/// Whether missing workers move in or production is rationed (E4).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LabourClosure {
    /// Migrants fill every gap; the gap is reported.
    #[default]
    Open,
    /// All sectors are rationed by the same factor where demand exceeds supply.
    Constrained,
}
