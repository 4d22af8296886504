//! The prices at which a figure is valued.

/// Constant prices of the study's price base year, or the prices of each year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PriceBasis {
    /// Prices of the price base year (giá so sánh).
    #[default]
    Constant,
    /// Prices of the year itself (giá hiện hành).
    Current,
    /// The source does not say which.
    NotStated,
    /// The figure is not a value: persons, hectares, ratios of volumes.
    None,
}

impl PriceBasis {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Constant, Self::Current, Self::NotStated, Self::None];
}
