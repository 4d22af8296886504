//! The prices at which a figure is valued, and what constant prices are to what it measures.

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

/// What constant prices are to a quantity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PriceMeaning {
    /// Nothing: people, areas, dollars, rates, values of the year itself.
    Apart,
    /// A value of a line.
    Level,
    /// A part in the value of the whole.
    Share,
    /// A value that is priced as the whole is: capital and investment have no prices of their own.
    WholeLevel,
    /// A value on the land that is limited.
    LandLevel,
    /// The price level itself.
    PriceLevel,
    /// A ratio of values.
    Ratio,
    /// Growth of a value.
    Growth,
}

/// How projections read a value that does not say its prices.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnstatedPrices {
    /// As it stands: no prices are assumed.
    Open,
    /// At constant prices where it is a target or a parameter; an observation is left open.
    ConstantAhead,
    /// At constant prices.
    Constant,
}
