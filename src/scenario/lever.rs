//! The catalogue of levers: what a user can move, in which unit and range, and where it acts.
//!
//! A lever is one row: its default, how it enters the inputs, its attribution group, its provenance and its cell in the workbook follow from it.
//! Names and definitions are in the locale files under `lever-<id>`.

use super::figure::Quantity;
use crate::engine::{
    ConditionParts, Gap, Gaps, ParkNumber, ProvinceNumber, ProvincePath, SectorNumber, SectorPath, Switch,
};
use crate::quantity::Unit;

/// Years between green conversion and its gain where no scenario says otherwise.
pub(super) const GREEN_LAG: f64 = 2.0;

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
pub enum LeverScope {
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
pub enum EffectiveWhen {
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

/// A group of levers that are moved for one reason, in the order in which they are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cause {
    /// Another baseline: base year and growth paths.
    Baseline,
    /// Investment projects and foreign investment.
    Projects,
    /// Shocks.
    Shocks,
    /// Training, and workers who leave agriculture.
    Skills,
    /// Productivity or TFP growth, green conversion among it.
    Productivity,
    /// Who can work: people, participation, the labour constraint.
    LabourSupply,
    /// Parks and the land limit.
    Land,
    /// Investment rate and split.
    Investment,
    /// Growth of labour demand.
    LabourDemand,
    /// Spillover between sectors.
    Spillover,
    /// Prices, exchange rate, product taxes.
    Prices,
}

impl Cause {
    /// All, in the listed order.
    pub const ALL: [Self; 11] = [
        Self::Baseline,
        Self::Projects,
        Self::Shocks,
        Self::Skills,
        Self::Productivity,
        Self::LabourSupply,
        Self::Land,
        Self::Investment,
        Self::LabourDemand,
        Self::Spillover,
        Self::Prices,
    ];

    /// Identifier, used in tables, on the command line and in locale keys.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Baseline => "baseline",
            Self::Projects => "projects",
            Self::Shocks => "shocks",
            Self::Skills => "skills",
            Self::Productivity => "productivity",
            Self::LabourSupply => "labour-supply",
            Self::Land => "land",
            Self::Investment => "investment",
            Self::LabourDemand => "labour-demand",
            Self::Spillover => "spillover",
            Self::Prices => "prices",
        }
    }
}

/// Where a lever stands in the inputs of a run.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Entry {
    /// A path of the province.
    Path(ProvincePath),
    /// A number of the province.
    Number(ProvinceNumber),
    /// A path of each sector.
    SectorPath(SectorPath),
    /// A number of each sector.
    SectorNumber(SectorNumber),
    /// A path of each sector, and of product taxes.
    LinePath(SectorPath, ProvincePath),
    /// Numbers of the sectors that are parts of one whole.
    Shares(SectorNumber),
    /// A part of the model that is on or off.
    Switch(Switch),
    /// A number of each park.
    Park(ParkNumber),
    /// What a sector gains from a driver.
    Multiplier,
    /// The ratio of product taxes, as a share of GRDP.
    TaxShare,
    /// A part that several levers make together, and what the lever is there without a setting.
    Made(Part, Start),
    /// Nowhere: shares of zones change how results are told.
    Zones,
}

impl Entry {
    /// Parts of the inputs of which there must be figures for what stands there to count; a part that several levers make says nothing.
    const fn needs(self) -> &'static [Gap] {
        match self {
            Self::Path(place) => place.needs(),
            Self::Number(place) => place.needs(),
            Self::SectorPath(place) | Self::LinePath(place, _) => place.needs(),
            Self::SectorNumber(place) | Self::Shares(place) => place.needs(),
            Self::Switch(switch) => switch.needs(),
            Self::Park(place) => place.needs(),
            Self::TaxShare => ProvincePath::TaxRatio.needs(),
            Self::Multiplier | Self::Made(..) | Self::Zones => &[],
        }
    }
}

/// A part of the inputs that several levers make together; `resolver` makes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Growth added to productivity or TFP, of every sector.
    Growth,
    /// Projects, anonymous FDI among them.
    Projects,
    /// Shocks.
    Shocks,
}

/// The default of a lever that the inputs do not hold.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Start {
    /// A fixed number.
    At(f64),
    /// The realised ratio of the study.
    RealisedRatio,
    /// The amount of the project where the baseline contains it, else 0.
    ProjectAmount,
    /// The realised ratio of the project, or else that of the study.
    ProjectRealised,
    /// First year of the shock.
    ShockStart,
    /// Half-life of the shock.
    ShockHalfLife,
    /// Part of the shock that stays.
    ShockScar,
    /// Exposure of a sector to the shock.
    ShockExposure,
}

/// What states the default of a lever.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StatedBy {
    /// No observation: the lever starts from what the model assumes.
    Nothing,
    /// A figure of this quantity.
    Figure(Quantity),
    /// The project, park or shock.
    Record,
    /// A figure of this quantity, unless the project names a number of its own.
    UnlessProject(Quantity),
    /// Calibration finds it.
    Calibration,
}

/// A block of the workbook's sheet of assumptions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AssumptionBlock {
    /// Parts of the model that are on or off.
    Switches,
    /// Growth, green conversion, labour and skills.
    Growth,
    /// Population and labour supply.
    People,
    /// Investment, taxes and prices.
    Money,
    /// Projects.
    Projects,
    /// Anonymous FDI.
    Fdi,
    /// Shocks.
    Shocks,
    /// Land and parks.
    Land,
    /// Spillover.
    Spillover,
}

/// The cell or row of a lever in the workbook.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LeverCell {
    /// The block in which it stands.
    pub block: AssumptionBlock,
    /// Its place among the cells of the block that are of the same subject.
    pub order: u8,
    /// The defined name, which the model sheet uses; that of the subject follows.
    pub name: &'static str,
    /// The first position of a path that has a meaning: 0 with the base year, 1 without.
    pub first: usize,
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
    pub scope: LeverScope,
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
    /// When it changes output.
    pub effective_when: EffectiveWhen,
    /// The group in which differences between cases are attributed.
    pub cause: Cause,
    /// Where it stands in the inputs.
    pub entry: Entry,
    /// A part that must be made again beside the entry itself.
    pub remakes: Option<Part>,
    /// What states its default.
    pub stated_by: StatedBy,
    /// Its cell in the workbook; `None` where a cell for the input is there anyway, or none is needed.
    pub cell: Option<LeverCell>,
    /// Parts of the inputs through which it acts: where one merely stands in, the lever has no effect.
    pub needs: &'static [Gap],
}

/// The catalogue in the order of the window (`docs/model.md`, Levers, for units and ranges).
#[rustfmt::skip]
pub const CATALOGUE: &[LeverSpec] = {
    use AssumptionBlock as B;
    use Cause as C;
    use Entry as E;
    use Kind as K;
    use Lever as L;
    use LeverGroup as G;
    use EffectiveWhen as V;
    use ParkNumber as PN;
    use ProvincePath as P;
    use Quantity as Q;
    use LeverScope as S;
    use SectorNumber as SN;
    use SectorPath as SP;
    use StatedBy as St;
    use Unit as U;
    &[
        spec(L::ProductivityGrowthAdded, "productivity_growth_added", G::Growth, S::Sector, K::Path, (U::PercentagePointPerYear, 1), [-1.0, 2.0, -10.0, 10.0, 0.1], V::Both, C::Productivity, E::Made(Part::Growth, Start::At(0.0))).cell(B::Growth, 1, "q", 1),
        spec(L::GreenInvestmentShare, "green_investment_share", G::Growth, S::Sector, K::Path, (U::Percent, 1), [0.0, 10.0, 0.0, 50.0, 0.5], V::CapitalOnly, C::Productivity, E::SectorPath(SP::GreenShare)).remaking(Part::Growth).cell(B::Growth, 3, "gamma", 0),
        spec(L::GreenGain, "green_gain", G::Growth, S::Sector, K::Path, (U::PercentagePointPerYear, 1), [0.0, 1.0, -5.0, 5.0, 0.1], V::IfGreen, C::Productivity, E::Made(Part::Growth, Start::At(0.0))).cell(B::Growth, 4, "green_gain", 1).needing(&[Gap::Investment]),
        spec(L::GreenLag, "green_lag", G::Growth, S::Province, K::Number, (U::Years, 0), [1.0, 5.0, 0.0, 20.0, 1.0], V::IfGreen, C::Productivity, E::Made(Part::Growth, Start::At(GREEN_LAG))).cell(B::Growth, 1, "green_lag", 0).needing(&[Gap::Investment]),
        spec(L::GreenExposureCut, "green_exposure_cut", G::Growth, S::Sector, K::Number, (U::Percent, 0), [0.0, 50.0, 0.0, 100.0, 5.0], V::IfShocked, C::Productivity, E::Made(Part::Shocks, Start::At(0.0))).cell(B::Shocks, 1, "cut", 0),
        spec(L::LabourGrowthAdded, "labour_growth_added", G::Labour, S::Sector, K::Path, (U::PercentagePointPerYear, 1), [-5.0, 5.0, -20.0, 20.0, 0.1], V::Both, C::LabourDemand, E::SectorPath(SP::LabourGrowthAdded)).cell(B::Growth, 2, "gladd", 1),
        spec(L::LabourConstrained, "labour_constrained", G::Labour, S::Province, K::Switch, (U::Flag, 0), [0.0, 1.0, 0.0, 1.0, 1.0], V::Both, C::LabourSupply, E::Switch(Switch::LabourConstrained)).cell(B::Switches, 1, "labour_constrained", 0),
        spec(L::TrainedShareAdded, "trained_share_added", G::Labour, S::Province, K::Path, (U::PercentagePoint, 1), [0.0, 15.0, -30.0, 30.0, 0.5], V::Both, C::Skills, E::Path(P::TrainedShareAdded)).cell(B::Growth, 3, "tr_add", 1),
        spec(L::ReallocationRate, "reallocation_rate", G::Labour, S::Province, K::Path, (U::PercentPerYear, 1), [0.0, 2.0, 0.0, 10.0, 0.1], V::Both, C::Skills, E::Path(P::ReallocationRate)).cell(B::Growth, 2, "x", 1),
        spec(L::ReallocationSplit, "reallocation_split", G::Labour, S::Province, K::Shares, (U::Percent, 0), [0.0, 100.0, 0.0, 100.0, 1.0], V::IfReallocated, C::Skills, E::Shares(SN::ReallocationShare)).state_by(St::Figure(Q::ReallocationShare)),
        spec(L::NaturalGrowth, "natural_growth", G::Labour, S::Province, K::Path, (U::PercentPerYear, 2), [0.5, 2.0, -5.0, 5.0, 0.05], V::IfLabourConstrained, C::LabourSupply, E::Path(P::NaturalGrowth)).state_by(St::Figure(Q::NaturalGrowth)).cell(B::People, 1, "n", 1),
        spec(L::NetMigration, "net_migration", G::Labour, S::Province, K::Path, (U::ThousandPersons, 1), [-10.0, 40.0, -100.0, 200.0, 0.5], V::IfLabourConstrained, C::LabourSupply, E::Path(P::NetMigration)).state_by(St::Figure(Q::NetMigration)).cell(B::People, 2, "M", 1),
        spec(L::WorkingAgeShare, "working_age_share", G::Labour, S::Province, K::Path, (U::Percent, 1), [60.0, 72.0, 30.0, 90.0, 0.5], V::IfLabourConstrained, C::LabourSupply, E::Path(P::WorkingAgeShare)).state_by(St::Figure(Q::WorkingAgeShare)).cell(B::People, 3, "omega", 0),
        spec(L::Participation, "participation", G::Labour, S::Province, K::Path, (U::Percent, 1), [65.0, 90.0, 30.0, 100.0, 0.5], V::IfLabourConstrained, C::LabourSupply, E::Path(P::Participation)).state_by(St::Figure(Q::Participation)).cell(B::People, 4, "part_rate", 0),
        spec(L::Unemployment, "unemployment", G::Labour, S::Province, K::Path, (U::Percent, 1), [1.0, 6.0, 0.0, 50.0, 0.1], V::IfLabourConstrained, C::LabourSupply, E::Path(P::Unemployment)).state_by(St::Figure(Q::Unemployment)).cell(B::People, 5, "u", 0),
        spec(L::RealisedRatio, "realised_ratio", G::Investment, S::Province, K::Number, (U::Percent, 1), [40.0, 100.0, 0.0, 120.0, 0.5], V::IfDisbursed, C::Projects, E::Made(Part::Projects, Start::RealisedRatio)).state_by(St::Figure(Q::RealisedRatio)).cell(B::Fdi, 1, "fdi_realised", 0).needing(&Gaps::OF_PROJECTS),
        spec(L::ProjectAmount, "project_amount", G::Investment, S::Project, K::Number, (U::MillionUsd, 1), [0.0, 600.0, 0.0, 20000.0, 5.0], V::Both, C::Projects, E::Made(Part::Projects, Start::ProjectAmount)).state_by(St::Record).cell(B::Projects, 1, "usd", 0).needing(&Gaps::OF_PROJECTS),
        spec(L::InvestmentRate, "investment_rate", G::Investment, S::Province, K::Path, (U::Percent, 1), [25.0, 45.0, 0.0, 60.0, 0.5], V::CapitalOnly, C::Investment, E::Path(P::InvestmentRate)).state_by(St::Figure(Q::InvestmentRate)).cell(B::Money, 1, "inv_rate", 0),
        spec(L::InvestmentSplit, "investment_split", G::Investment, S::Province, K::Shares, (U::Percent, 0), [0.0, 100.0, 0.0, 100.0, 1.0], V::CapitalOnly, C::Investment, E::Shares(SN::InvestmentShare)).state_by(St::Figure(Q::InvestmentShare)),
        spec(L::FdiRegistered, "fdi_registered", G::Investment, S::Sector, K::Path, (U::MillionUsd, 0), [0.0, 6000.0, -5000.0, 20000.0, 50.0], V::Both, C::Projects, E::Made(Part::Projects, Start::At(0.0))).cell(B::Fdi, 1, "fdi", 0).needing(&Gaps::OF_PROJECTS),
        spec(L::ProjectDelay, "project_delay", G::Investment, S::Project, K::Number, (U::Years, 0), [0.0, 6.0, -10.0, 20.0, 1.0], V::IfProjects, C::Projects, E::Made(Part::Projects, Start::At(0.0))).needing(&Gaps::OF_PROJECTS),
        spec(L::ProjectRealised, "project_realised", G::Investment, S::Project, K::Number, (U::Percent, 1), [40.0, 100.0, 0.0, 120.0, 0.5], V::CapitalOnly, C::Projects, E::Made(Part::Projects, Start::ProjectRealised)).state_by(St::UnlessProject(Q::RealisedRatio)).needing(&Gaps::OF_PROJECTS),
        spec(L::LandLimit, "land_limit", G::Land, S::Province, K::Switch, (U::Flag, 0), [0.0, 1.0, 0.0, 1.0, 1.0], V::Both, C::Land, E::Switch(Switch::LandLimit)).cell(B::Switches, 2, "land_limit", 0),
        spec(L::LandProductivityGrowth, "land_productivity_growth", G::Land, S::Province, K::Path, (U::PercentPerYear, 1), [0.0, 8.0, -20.0, 20.0, 0.1], V::IfLandLimited, C::Land, E::Path(P::LandProductivityGrowth)).state_by(St::Figure(Q::LandProductivityGrowth)).cell(B::Land, 1, "g_nu", 1),
        spec(L::ParkArea, "park_area", G::Land, S::Park, K::Number, (U::Hectare, 0), [0.0, 3000.0, 0.0, 50000.0, 10.0], V::IfLandLimited, C::Land, E::Park(PN::Area)).state_by(St::Record).cell(B::Land, 1, "ha", 0),
        spec(L::ParkOpening, "park_opening", G::Land, S::Park, K::Number, (U::CalendarYear, 0), [2020.0, 2035.0, 1990.0, 2100.0, 1.0], V::IfLandLimited, C::Land, E::Park(PN::Opening)).cell(B::Land, 2, "open", 0),
        spec(L::ParkOccupancy, "park_occupancy", G::Land, S::Park, K::Number, (U::Percent, 0), [50.0, 90.0, 0.0, 100.0, 1.0], V::IfLandLimited, C::Land, E::Park(PN::Occupancy)).cell(B::Land, 3, "occ", 0),
        spec(L::ZoneSplit, "zone_split", G::Land, S::Province, K::Shares, (U::Percent, 0), [0.0, 100.0, 0.0, 100.0, 1.0], V::Reporting, C::Land, E::Zones),
        spec(L::ShockDepth, "shock_depth", G::Shocks, S::Shock, K::Number, (U::Percent, 1), [0.0, 20.0, 0.0, 90.0, 0.1], V::Both, C::Shocks, E::Made(Part::Shocks, Start::At(0.0))).state_by(St::Record).cell(B::Shocks, 1, "depth", 0),
        spec(L::ShockStart, "shock_start", G::Shocks, S::Shock, K::Number, (U::CalendarYear, 0), [2025.0, 2030.0, 1990.0, 2100.0, 1.0], V::IfShocked, C::Shocks, E::Made(Part::Shocks, Start::ShockStart)).cell(B::Shocks, 2, "start", 0),
        spec(L::ShockHalfLife, "shock_half_life", G::Shocks, S::Shock, K::Number, (U::Years, 1), [0.5, 4.0, 0.1, 50.0, 0.1], V::IfShocked, C::Shocks, E::Made(Part::Shocks, Start::ShockHalfLife)).cell(B::Shocks, 3, "half_life", 0),
        spec(L::ShockScar, "shock_scar", G::Shocks, S::Shock, K::Number, (U::Percent, 0), [0.0, 100.0, 0.0, 100.0, 5.0], V::IfShocked, C::Shocks, E::Made(Part::Shocks, Start::ShockScar)).cell(B::Shocks, 4, "scar", 0),
        spec(L::ShockExposure, "shock_exposure", G::Shocks, S::ShockSector, K::Number, (U::Percent, 0), [0.0, 100.0, -100.0, 200.0, 5.0], V::IfShocked, C::Shocks, E::Made(Part::Shocks, Start::ShockExposure)).cell(B::Shocks, 1, "eps", 0),
        spec(L::Spillover, "spillover", G::Growth, S::Province, K::Switch, (U::Flag, 0), [0.0, 1.0, 0.0, 1.0, 1.0], V::Both, C::Spillover, E::Switch(Switch::Spillover)).cell(B::Switches, 3, "spillover_on", 0),
        spec(L::SpilloverMultiplier, "spillover_multiplier", G::Growth, S::Receiver, K::Number, (U::Ratio, 3), [0.0, 0.25, 0.0, 2.0, 0.005], V::IfSpillover, C::Spillover, E::Multiplier).cell(B::Spillover, 1, "m", 0),
        spec(L::ProductTaxShare, "product_tax_share", G::Prices, S::Province, K::Path, (U::Percent, 1), [3.0, 5.0, 0.0, 20.0, 0.1], V::Both, C::Prices, E::TaxShare).state_by(St::Calibration).cell(B::Money, 2, "tax_share", 1),
        spec(L::Inflation, "inflation", G::Prices, S::Line, K::Path, (U::PercentPerYear, 1), [0.0, 8.0, -20.0, 50.0, 0.1], V::CurrentPrices, C::Prices, E::LinePath(SP::Inflation, P::TaxInflation)).state_by(St::Figure(Q::Inflation)).cell(B::Money, 1, "infl", 1),
        spec(L::ExchangeRate, "exchange_rate", G::Prices, S::Province, K::Path, (U::VndPerUsd, 0), [23000.0, 30000.0, 1000.0, 100_000.0, 50.0], V::CurrentPrices, C::Prices, E::Path(P::ExchangeRate)).state_by(St::Figure(Q::ExchangeRate)).cell(B::Money, 3, "fx", 0),
    ]
};

#[expect(clippy::too_many_arguments, reason = "one row of the catalogue a line; named fields would hide the table")]
const fn spec(
    lever: Lever,
    id: &'static str,
    group: LeverGroup,
    scope: LeverScope,
    kind: Kind,
    (unit, decimals): (Unit, usize),
    [soft_low, soft_high, hard_low, hard_high, step]: [f64; 5],
    effective_when: EffectiveWhen,
    cause: Cause,
    entry: Entry,
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
        effective_when,
        cause,
        entry,
        remakes: None,
        stated_by: StatedBy::Nothing,
        cell: None,
        needs: entry.needs(),
    }
}

/// Positions in the catalogue by lever: rows are looked up for every change of every run.
const ROW: [usize; CATALOGUE.len()] = {
    let mut rows = [0; CATALOGUE.len()];
    let mut position = 0;
    while position < CATALOGUE.len() {
        rows[CATALOGUE[position].lever as usize] = position;
        position += 1;
    }
    rows
};

impl Lever {
    /// The catalogue row.
    pub const fn spec(self) -> &'static LeverSpec {
        // Every lever has a row (tested).
        &CATALOGUE[ROW[self as usize]]
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
    /// The row of a lever whose default something states.
    const fn state_by(mut self, by: StatedBy) -> Self {
        self.stated_by = by;
        self
    }

    /// The row of a lever that changes a part beside its entry.
    const fn remaking(mut self, part: Part) -> Self {
        self.remakes = Some(part);
        self
    }

    /// The row of a lever that has a cell of its own in the workbook.
    const fn cell(mut self, block: AssumptionBlock, order: u8, name: &'static str, first: usize) -> Self {
        self.cell = Some(LeverCell { block, order, name, first });
        self
    }

    /// The row of a lever that several make a part with: what the part acts through.
    const fn needing(mut self, needs: &'static [Gap]) -> Self {
        self.needs = needs;
        self
    }

    /// Parts of the inputs that the lever has a hand in.
    pub fn parts(&self) -> impl Iterator<Item = Part> + use<> {
        let own = if let Entry::Made(part, _) = self.entry { Some(part) } else { None };
        own.into_iter().chain(self.remakes)
    }

    /// Parts of the conditions that read what the lever changes; empty if only output follows it.
    pub fn condition_parts(&self) -> ConditionParts {
        let of_part = |part| match part {
            Part::Growth => ConditionParts::NONE,
            Part::Projects => ConditionParts::PROJECTS,
            Part::Shocks => ConditionParts::SHOCKS,
        };
        let own = match self.entry {
            Entry::Path(place) => place.part(),
            Entry::Number(place) => place.part(),
            Entry::SectorPath(place) => place.part(),
            Entry::SectorNumber(place) | Entry::Shares(place) => place.part(),
            Entry::LinePath(sectors, province) => sectors.part().with(province.part()),
            Entry::Switch(switch) => switch.part(),
            Entry::Park(place) => place.part(),
            Entry::TaxShare => ProvincePath::TaxRatio.part(),
            Entry::Multiplier | Entry::Made(..) | Entry::Zones => ConditionParts::NONE,
        };
        self.parts().map(of_part).fold(own, ConditionParts::with)
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
    fn no_two_levers_have_one_place_or_one_cell() {
        for (position, spec) in CATALOGUE.iter().enumerate() {
            for other in &CATALOGUE[position + 1..] {
                let is_made = matches!(spec.entry, Entry::Made(..));
                assert!(is_made || spec.entry != other.entry, "{} and {}", spec.id, other.id);
                let (Some(cell), Some(another)) = (spec.cell, other.cell) else { continue };
                let of_one_subject = cell.block == another.block && spec.scope == other.scope;
                assert!(!of_one_subject || cell.order != another.order, "{} and {}", spec.id, other.id);
                assert_ne!(cell.name, another.name, "{} and {}", spec.id, other.id);
            }
        }
    }

    #[test]
    fn the_entry_of_a_lever_agrees_with_its_scope_and_kind() {
        for spec in CATALOGUE {
            let expected = match spec.entry {
                Entry::Path(_) | Entry::TaxShare => (LeverScope::Province, Kind::Path),
                Entry::Number(_) => (LeverScope::Province, Kind::Number),
                Entry::SectorPath(_) => (LeverScope::Sector, Kind::Path),
                Entry::SectorNumber(_) => (LeverScope::Sector, Kind::Number),
                Entry::LinePath(..) => (LeverScope::Line, Kind::Path),
                Entry::Shares(_) | Entry::Zones => (LeverScope::Province, Kind::Shares),
                Entry::Switch(_) => (LeverScope::Province, Kind::Switch),
                Entry::Park(_) => (LeverScope::Park, Kind::Number),
                Entry::Multiplier => (LeverScope::Receiver, Kind::Number),
                Entry::Made(..) => (spec.scope, spec.kind),
            };
            assert_eq!((spec.scope, spec.kind), expected, "{}", spec.id);
        }
    }

    #[test]
    fn per_cent_is_stored_as_a_fraction() {
        let spec = Lever::RealisedRatio.spec();
        assert_eq!(spec.from_shown(95.0).to_bits(), 0.95_f64.to_bits());
        assert!((spec.to_shown(0.95) - 95.0).abs() < 1e-12);
    }
}
