//! The catalogue of levers: what a user can move, in which unit and range, and where it acts.
//!
//! Names and definitions are in the locale files under `lever-<id>`; how a lever enters the inputs is one arm in `resolve`.

use super::figure::Quantity;
use crate::quantity::Unit;

/// What a scenario can change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "each lever is defined in words in the locale files, shown in the window")]
pub enum Lever {
    ProductivityGrowthAdded,
    GreenInvestmentShare,
    GreenGain,
    GreenLag,
    GreenExposureCut,
    LabourGrowthAdded,
    LabourConstrained,
    TrainedShareAdded,
    ReallocationRate,
    ReallocationSplit,
    NaturalGrowth,
    NetMigration,
    WorkingAgeShare,
    Participation,
    Unemployment,
    InvestmentRate,
    InvestmentSplit,
    FdiRegistered,
    RealisedRatio,
    ProjectAmount,
    ProjectDelay,
    ProjectRealised,
    LandLimit,
    LandProductivityGrowth,
    ParkArea,
    ParkOpening,
    ParkOccupancy,
    ZoneSplit,
    ShockDepth,
    ShockStart,
    ShockHalfLife,
    ShockScar,
    ShockExposure,
    Spillover,
    SpilloverMultiplier,
    ProductTaxShare,
    Inflation,
    ExchangeRate,
}

/// Heading under which a lever stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum LeverGroup {
    /// Growth and productivity.
    Growth,
    /// Labour and people.
    Labour,
    /// Investment, FDI and projects.
    Investment,
    /// Land and parks.
    Land,
    /// Shocks.
    Shocks,
    /// Prices and exchange rate, taxes.
    Prices,
}

impl LeverGroup {
    /// Groups in the order of the window.
    pub const ALL: [Self; 6] = [Self::Growth, Self::Labour, Self::Investment, Self::Land, Self::Shocks, Self::Prices];

    /// Identifier, used in locale keys.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Growth => "growth",
            Self::Labour => "labour",
            Self::Investment => "investment",
            Self::Land => "land",
            Self::Shocks => "shocks",
            Self::Prices => "prices",
        }
    }
}

/// Of what a lever has one value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// The province.
    Province,
    /// Each sector.
    Sector,
    /// Each sector and product taxes.
    Line,
    /// Each project.
    Project,
    /// Each park.
    Park,
    /// Each shock.
    Shock,
    /// Each shock and sector.
    ShockSector,
    /// Each sector that receives from each driver.
    Receiver,
}

/// What kind of value a lever has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A number in every year.
    Path,
    /// One number.
    Number,
    /// On or off.
    Switch,
    /// Parts of a whole.
    Shares,
}

/// Where a lever changes output.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Live {
    /// In both closures.
    Both,
    /// In closure K only.
    CapitalOnly,
    /// Where the labour closure is constrained.
    IfLabourConstrained,
    /// Where the land limit is on.
    IfLandLimited,
    /// In closure K; in closure P only current prices and dollars change.
    CurrentPrices,
    /// Only where the shock has a depth.
    IfShocked,
    /// Where spillover is on.
    IfSpillover,
    /// Only where labour moves out of the source sector.
    IfReallocated,
    /// Only where projects or FDI have an amount.
    IfProjects,
    /// In closure K where projects have an amount; in closure P only for anonymous FDI, because named projects bring jobs by registered dollars.
    IfDisbursed,
    /// Only where green conversion is under way.
    IfGreen,
    /// Only the distribution over zones.
    Reporting,
}

/// Everything fixed about a lever.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LeverSpec {
    /// The lever.
    pub lever: Lever,
    /// The word in files, on the command line and in locale keys.
    pub id: &'static str,
    /// Heading.
    pub group: LeverGroup,
    /// Of what it has one value.
    pub scope: Scope,
    /// Kind of value.
    pub kind: Kind,
    /// Unit in which it is shown and typed; stored values are in the model's unit of the same dimension.
    pub unit: Unit,
    /// Plausible range, in the shown unit.
    pub soft: (f64, f64),
    /// Allowed range, in the shown unit.
    pub hard: (f64, f64),
    /// Step of the slider, in the shown unit.
    pub step: f64,
    /// Digits after the decimal mark.
    pub decimals: usize,
    /// Where it changes output.
    pub live: Live,
    /// The quantity whose figure is its default; none where it starts from nothing or from a record.
    pub stated_by: Option<Quantity>,
}

/// The catalogue in the order of the window (`docs/model.md`, Levers, for units and ranges).
#[rustfmt::skip]
pub const CATALOGUE: &[LeverSpec] = {
    use Kind as K;
    use Lever as L;
    use LeverGroup as G;
    use Live as V;
    use Quantity as Q;
    use Scope as S;
    use Unit as U;
    &[
        spec(L::ProductivityGrowthAdded, "productivity_growth_added", G::Growth, S::Sector, K::Path, (U::PercentagePointPerYear, 1), [-1.0, 2.0, -10.0, 10.0, 0.1], V::Both),
        spec(L::GreenInvestmentShare, "green_investment_share", G::Growth, S::Sector, K::Path, (U::Percent, 1), [0.0, 10.0, 0.0, 50.0, 0.5], V::CapitalOnly),
        spec(L::GreenGain, "green_gain", G::Growth, S::Sector, K::Path, (U::PercentagePointPerYear, 1), [0.0, 1.0, -5.0, 5.0, 0.1], V::IfGreen),
        spec(L::GreenLag, "green_lag", G::Growth, S::Province, K::Number, (U::Years, 0), [1.0, 5.0, 0.0, 20.0, 1.0], V::IfGreen),
        spec(L::GreenExposureCut, "green_exposure_cut", G::Growth, S::Sector, K::Number, (U::Percent, 0), [0.0, 50.0, 0.0, 100.0, 5.0], V::IfShocked),
        spec(L::LabourGrowthAdded, "labour_growth_added", G::Labour, S::Sector, K::Path, (U::PercentagePointPerYear, 1), [-5.0, 5.0, -20.0, 20.0, 0.1], V::Both),
        spec(L::LabourConstrained, "labour_constrained", G::Labour, S::Province, K::Switch, (U::Flag, 0), [0.0, 1.0, 0.0, 1.0, 1.0], V::Both),
        spec(L::TrainedShareAdded, "trained_share_added", G::Labour, S::Province, K::Path, (U::PercentagePoint, 1), [0.0, 15.0, -30.0, 30.0, 0.5], V::Both),
        spec(L::ReallocationRate, "reallocation_rate", G::Labour, S::Province, K::Path, (U::PercentPerYear, 1), [0.0, 2.0, 0.0, 10.0, 0.1], V::Both),
        spec(L::ReallocationSplit, "reallocation_split", G::Labour, S::Province, K::Shares, (U::Percent, 0), [0.0, 100.0, 0.0, 100.0, 1.0], V::IfReallocated).stated_by(Q::ReallocationShare),
        spec(L::NaturalGrowth, "natural_growth", G::Labour, S::Province, K::Path, (U::PercentPerYear, 2), [0.5, 2.0, -5.0, 5.0, 0.05], V::IfLabourConstrained).stated_by(Q::NaturalGrowth),
        spec(L::NetMigration, "net_migration", G::Labour, S::Province, K::Path, (U::ThousandPersons, 1), [-10.0, 40.0, -100.0, 200.0, 0.5], V::IfLabourConstrained).stated_by(Q::NetMigration),
        spec(L::WorkingAgeShare, "working_age_share", G::Labour, S::Province, K::Path, (U::Percent, 1), [60.0, 72.0, 30.0, 90.0, 0.5], V::IfLabourConstrained).stated_by(Q::WorkingAgeShare),
        spec(L::Participation, "participation", G::Labour, S::Province, K::Path, (U::Percent, 1), [65.0, 90.0, 30.0, 100.0, 0.5], V::IfLabourConstrained).stated_by(Q::Participation),
        spec(L::Unemployment, "unemployment", G::Labour, S::Province, K::Path, (U::Percent, 1), [1.0, 6.0, 0.0, 50.0, 0.1], V::IfLabourConstrained).stated_by(Q::Unemployment),
        spec(L::RealisedRatio, "realised_ratio", G::Investment, S::Province, K::Number, (U::Percent, 1), [40.0, 100.0, 0.0, 120.0, 0.5], V::IfDisbursed).stated_by(Q::RealisedRatio),
        spec(L::ProjectAmount, "project_amount", G::Investment, S::Project, K::Number, (U::MillionUsd, 1), [0.0, 600.0, 0.0, 20000.0, 5.0], V::Both),
        spec(L::InvestmentRate, "investment_rate", G::Investment, S::Province, K::Path, (U::Percent, 1), [25.0, 45.0, 0.0, 60.0, 0.5], V::CapitalOnly).stated_by(Q::InvestmentRate),
        spec(L::InvestmentSplit, "investment_split", G::Investment, S::Province, K::Shares, (U::Percent, 0), [0.0, 100.0, 0.0, 100.0, 1.0], V::CapitalOnly).stated_by(Q::InvestmentShare),
        spec(L::FdiRegistered, "fdi_registered", G::Investment, S::Sector, K::Path, (U::MillionUsd, 0), [0.0, 6000.0, -5000.0, 20000.0, 50.0], V::Both),
        spec(L::ProjectDelay, "project_delay", G::Investment, S::Project, K::Number, (U::Years, 0), [0.0, 6.0, -10.0, 20.0, 1.0], V::IfProjects),
        spec(L::ProjectRealised, "project_realised", G::Investment, S::Project, K::Number, (U::Percent, 1), [40.0, 100.0, 0.0, 120.0, 0.5], V::CapitalOnly),
        spec(L::LandLimit, "land_limit", G::Land, S::Province, K::Switch, (U::Flag, 0), [0.0, 1.0, 0.0, 1.0, 1.0], V::Both),
        spec(L::LandProductivityGrowth, "land_productivity_growth", G::Land, S::Province, K::Path, (U::PercentPerYear, 1), [0.0, 8.0, -20.0, 20.0, 0.1], V::IfLandLimited).stated_by(Q::LandProductivityGrowth),
        spec(L::ParkArea, "park_area", G::Land, S::Park, K::Number, (U::Hectare, 0), [0.0, 3000.0, 0.0, 50000.0, 10.0], V::IfLandLimited),
        spec(L::ParkOpening, "park_opening", G::Land, S::Park, K::Number, (U::CalendarYear, 0), [2020.0, 2035.0, 1990.0, 2100.0, 1.0], V::IfLandLimited),
        spec(L::ParkOccupancy, "park_occupancy", G::Land, S::Park, K::Number, (U::Percent, 0), [50.0, 90.0, 0.0, 100.0, 1.0], V::IfLandLimited),
        spec(L::ZoneSplit, "zone_split", G::Land, S::Province, K::Shares, (U::Percent, 0), [0.0, 100.0, 0.0, 100.0, 1.0], V::Reporting),
        spec(L::ShockDepth, "shock_depth", G::Shocks, S::Shock, K::Number, (U::Percent, 1), [0.0, 20.0, 0.0, 90.0, 0.1], V::Both),
        spec(L::ShockStart, "shock_start", G::Shocks, S::Shock, K::Number, (U::CalendarYear, 0), [2025.0, 2030.0, 1990.0, 2100.0, 1.0], V::IfShocked),
        spec(L::ShockHalfLife, "shock_half_life", G::Shocks, S::Shock, K::Number, (U::Years, 1), [0.5, 4.0, 0.1, 50.0, 0.1], V::IfShocked),
        spec(L::ShockScar, "shock_scar", G::Shocks, S::Shock, K::Number, (U::Percent, 0), [0.0, 100.0, 0.0, 100.0, 5.0], V::IfShocked),
        spec(L::ShockExposure, "shock_exposure", G::Shocks, S::ShockSector, K::Number, (U::Percent, 0), [0.0, 100.0, -100.0, 200.0, 5.0], V::IfShocked),
        spec(L::Spillover, "spillover", G::Growth, S::Province, K::Switch, (U::Flag, 0), [0.0, 1.0, 0.0, 1.0, 1.0], V::Both),
        spec(L::SpilloverMultiplier, "spillover_multiplier", G::Growth, S::Receiver, K::Number, (U::Ratio, 3), [0.0, 0.25, 0.0, 2.0, 0.005], V::IfSpillover),
        spec(L::ProductTaxShare, "product_tax_share", G::Prices, S::Province, K::Path, (U::Percent, 1), [3.0, 5.0, 0.0, 20.0, 0.1], V::Both),
        spec(L::Inflation, "inflation", G::Prices, S::Line, K::Path, (U::PercentPerYear, 1), [0.0, 8.0, -20.0, 50.0, 0.1], V::CurrentPrices).stated_by(Q::Inflation),
        spec(L::ExchangeRate, "exchange_rate", G::Prices, S::Province, K::Path, (U::VndPerUsd, 0), [23000.0, 30000.0, 1000.0, 100_000.0, 50.0], V::CurrentPrices).stated_by(Q::ExchangeRate),
    ]
};

#[expect(clippy::too_many_arguments, reason = "one row of the catalogue a line; named fields would hide the table")]
const fn spec(
    lever: Lever,
    id: &'static str,
    group: LeverGroup,
    scope: Scope,
    kind: Kind,
    (unit, decimals): (Unit, usize),
    [soft_low, soft_high, hard_low, hard_high, step]: [f64; 5],
    live: Live,
) -> LeverSpec {
    LeverSpec {
        lever,
        id,
        group,
        scope,
        kind,
        unit,
        soft: (soft_low, soft_high),
        hard: (hard_low, hard_high),
        step,
        decimals,
        live,
        stated_by: None,
    }
}

impl Lever {
    /// The catalogue row.
    pub fn spec(self) -> &'static LeverSpec {
        // Every lever has a row (tested); the first stands in so that no panic is possible.
        CATALOGUE.iter().find(|spec| spec.lever == self).unwrap_or(&CATALOGUE[0])
    }

    /// The word in files and on the command line.
    pub fn id(self) -> &'static str {
        self.spec().id
    }

    /// The lever with this word.
    pub fn from_id(id: &str) -> Option<Self> {
        CATALOGUE.iter().find(|spec| spec.id == id).map(|spec| spec.lever)
    }
}

impl LeverSpec {
    /// The row of a lever whose default is a figure of this quantity.
    const fn stated_by(mut self, quantity: Quantity) -> Self {
        self.stated_by = Some(quantity);
        self
    }

    /// A value in the model's unit from one in the shown unit.
    pub fn from_shown(&self, shown: f64) -> f64 {
        // Per cent is the only shown unit that differs; dividing gives the nearest double (0.95, not 0.9500000000000001).
        if self.unit.factor() < 1.0 { shown / (1.0 / self.unit.factor()).round() } else { shown * self.unit.factor() }
    }

    /// A value in the shown unit from one in the model's unit.
    pub fn to_shown(&self, value: f64) -> f64 {
        value / self.unit.factor()
    }

    /// Whether a value in the shown unit is allowed at all.
    pub fn allows(&self, shown: f64) -> bool {
        shown >= self.hard.0 && shown <= self.hard.1
    }

    /// Whether a value in the shown unit is plausible.
    pub fn is_plausible(&self, shown: f64) -> bool {
        shown >= self.soft.0 && shown <= self.soft.1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_lever_has_one_row_whose_ranges_nest() {
        for spec in CATALOGUE {
            assert_eq!(spec.lever.spec(), spec, "{}", spec.id);
            assert_eq!(Lever::from_id(spec.id), Some(spec.lever));
            assert!(
                spec.hard.0 <= spec.soft.0 && spec.soft.0 < spec.soft.1 && spec.soft.1 <= spec.hard.1,
                "{}",
                spec.id
            );
            assert!(spec.step > 0.0);
        }
    }

    #[test]
    fn per_cent_is_stored_as_a_fraction() {
        let spec = Lever::RealisedRatio.spec();
        assert_eq!(spec.from_shown(95.0).to_bits(), 0.95_f64.to_bits());
        assert!((spec.to_shown(0.95) - 95.0).abs() < 1e-12);
    }
}
