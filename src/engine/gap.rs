//! Parts of the inputs that merely stand in because nobody has figures of them.

/// A part of the inputs of which there are no figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gap {
    /// Employment by sector and its growth; an index of 1 a sector stands in, and productivity is output.
    Employment,
    /// Output gain of training; 0 stands in.
    Skills,
    /// Which sector labour leaves; it leaves none.
    Reallocation,
    /// Population and its growth; an index of 1 stands in.
    Population,
    /// Working-age share, participation and unemployment.
    LabourSupply,
    /// Capital by sector, its elasticity, its depreciation and the split of investment; an index of 1 a sector stands in.
    Capital,
    /// Investment over GRDP; 0 stands in.
    Investment,
    /// Price levels and their growth; constant prices stand in.
    Prices,
    /// The exchange rate; 1 stands in.
    ExchangeRate,
    /// Product taxes less subsidies; 0 stands in, so that GRDP is the sum of the sectors.
    ProductTaxes,
    /// Value added per hectare and the share of output in parks.
    Land,
}

impl Gap {
    /// Every kind, in the order in which they are told.
    pub const ALL: [Self; 11] = [
        Self::Employment,
        Self::Skills,
        Self::Reallocation,
        Self::Population,
        Self::LabourSupply,
        Self::Capital,
        Self::Investment,
        Self::Prices,
        Self::ExchangeRate,
        Self::ProductTaxes,
        Self::Land,
    ];

    /// Identifier, used in locale keys and tables.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Employment => "employment",
            Self::Skills => "skills",
            Self::Reallocation => "reallocation",
            Self::Population => "population",
            Self::LabourSupply => "labour-supply",
            Self::Capital => "capital",
            Self::Investment => "investment",
            Self::Prices => "prices",
            Self::ExchangeRate => "exchange-rate",
            Self::ProductTaxes => "product-taxes",
            Self::Land => "land",
        }
    }

    const fn bit(self) -> u16 {
        1 << self as u16
    }
}

/// Which parts of the inputs merely stand in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize)]
pub struct Gaps(u16);

impl Gaps {
    /// What the capital closure cannot do without.
    pub const OF_CAPITAL_CLOSURE: [Gap; 3] = [Gap::Capital, Gap::Investment, Gap::Employment];

    /// What projects and foreign investment act through.
    pub const OF_PROJECTS: [Gap; 3] = [Gap::Employment, Gap::ExchangeRate, Gap::Prices];

    /// The same with one more.
    #[must_use]
    pub const fn with(self, gap: Gap) -> Self {
        Self(self.0 | gap.bit())
    }

    /// Whether a part merely stands in.
    pub const fn has(self, gap: Gap) -> bool {
        self.0 & gap.bit() != 0
    }

    /// Whether every input is a figure.
    pub const fn is_empty(&self) -> bool {
        self.0 == 0
    }

    /// The first of some parts that merely stands in.
    pub fn first_of(self, needs: &[Gap]) -> Option<Gap> {
        needs.iter().copied().find(|gap| self.has(*gap))
    }

    /// The parts that merely stand in, in their order.
    pub fn iter(self) -> impl Iterator<Item = Gap> {
        Gap::ALL.into_iter().filter(move |gap| self.has(*gap))
    }
}

impl FromIterator<Gap> for Gaps {
    fn from_iter<I: IntoIterator<Item = Gap>>(gaps: I) -> Self {
        gaps.into_iter().fold(Self::default(), Self::with)
    }
}
