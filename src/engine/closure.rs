//! What is held fixed when a lever moves.

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

    /// 1 in closure K, 0 in closure P: the switch of the inputs.
    pub const fn flag(self) -> f64 {
        match self {
            Self::Productivity => 0.0,
            Self::Capital => 1.0,
        }
    }

    /// The word used on the command line, in files and in tables.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Productivity => "productivity",
            Self::Capital => "capital",
        }
    }
}
