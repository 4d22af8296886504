//! What a study calls its money and the sum of its lines.

use super::Currency;
use serde::{Deserialize, Serialize};

/// What a territory is; the sum of its lines is called after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TerritoryKind {
    /// A province or another part of a country: gross regional domestic product.
    #[default]
    Province,
    /// A whole country: gross domestic product.
    Country,
}

impl TerritoryKind {
    /// All, in the order of a switch.
    pub const ALL: [Self; 2] = [Self::Province, Self::Country];

    /// Whether it is the kind of a territory that states none.
    pub fn is_default(&self) -> bool {
        *self == Self::default()
    }

    /// The short name of the sum of all lines, which is the same in both languages.
    #[must_use]
    pub const fn product(self) -> &'static str {
        match self {
            Self::Province => "GRDP",
            Self::Country => "GDP",
        }
    }
}

/// The words that a study brings into every text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct StudyTerms {
    /// The currency; `None` where money is in đồng.
    pub currency: Option<Currency>,
    /// What the territory of the study is.
    pub territory: TerritoryKind,
}
