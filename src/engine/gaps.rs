//! Missing figures: inputs that merely stand in so that the equations run, and the results that must not be read
//! because they rest on them.
//!
//! A study with output by sector alone gives every sector one worker in every year; productivity is then output itself.
//! Output is right; every result about workers would be made up, and is a gap.

use super::model_figure::ModelFigure;
use super::places::InputPlace;
use super::variable::{Line, Variable};

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

    /// Why a variable of a line is not known; `None` where it is, or where the line does not have it at all.
    pub fn of_variable(self, variable: Variable, line: Line) -> Option<Gap> {
        if self.is_empty() {
            return None;
        }
        let of_line = (line == Line::Taxes && self.has(Gap::ProductTaxes)).then_some(Gap::ProductTaxes);
        of_line.or_else(|| self.first_of(variable.spec().needs))
    }
}

impl FromIterator<Gap> for Gaps {
    fn from_iter<I: IntoIterator<Item = Gap>>(gaps: I) -> Self {
        gaps.into_iter().fold(Self::default(), Self::with)
    }
}

impl Gaps {
    /// The part to which a number of the inputs belongs, where that part merely stands in.
    pub fn of_place(self, place: InputPlace) -> Option<Gap> {
        let needs: &[Gap] = match place {
            InputPlace::CapitalClosure => &Self::OF_CAPITAL_CLOSURE,
            InputPlace::Switch(place) => place.needs(),
            InputPlace::Path(place, _) => place.needs(),
            InputPlace::Number(place) => place.needs(),
            InputPlace::SectorPath(place, ..) => place.needs(),
            InputPlace::SectorNumber(place, _) => place.needs(),
            InputPlace::Park(place, _) => place.needs(),
            InputPlace::Project(_) | InputPlace::Registrations => &Self::OF_PROJECTS,
            InputPlace::Year(_)
            | InputPlace::Shock(_)
            | InputPlace::Multiplier(..)
            | InputPlace::ReferenceOutput(..) => &[],
        };
        self.first_of(needs)
    }

    /// Why a figure of the equations must not be read.
    ///
    /// Productivity of closure P stays: without employment it is output itself.
    pub fn of_figure(self, figure: ModelFigure) -> Option<Gap> {
        use ModelFigure as F;
        let needs: &[Gap] = match figure {
            F::Population => &[Gap::Population],
            F::LabourSupply => &[Gap::Population, Gap::LabourSupply],
            F::CoreDemand(_)
            | F::Jobs(_)
            | F::EffectiveJobs(_)
            | F::LabourDemand
            | F::Rationing
            | F::StructuralEmployment(_)
            | F::Employment(_) => &[Gap::Employment],
            F::Skills(_) => &[Gap::Employment, Gap::Skills],
            F::ProjectJobs(_)
            | F::ProjectDisbursement(_)
            | F::RegistrationJobs(_)
            | F::RegistrationDisbursement(_)
            | F::Disbursement(_) => &Self::OF_PROJECTS,
            F::PriceLevel(_) => &[Gap::Prices],
            F::TaxPriceLevel => &[Gap::ProductTaxes, Gap::Prices],
            F::Capital(_) | F::Investment(_) => &[Gap::Capital, Gap::Investment],
            F::OrdinaryInvestment => &[Gap::Investment],
            F::Tfp(_) => &Self::OF_CAPITAL_CLOSURE,
            F::LandProductivity
            | F::ParkArea(_)
            | F::LandArea
            | F::LandCapacity
            | F::DemandedOnLand
            | F::OutputWithinLand(_) => &[Gap::Land],
            F::ProductTaxes => &[Gap::ProductTaxes],
            F::Shock(_)
            | F::GrowthAdded(_)
            | F::Productivity(_)
            | F::PotentialOutput(_)
            | F::DemandedOutput(_)
            | F::Output(_)
            | F::GrossValueAdded
            | F::Grdp => &[],
        };
        self.first_of(needs)
    }
}
