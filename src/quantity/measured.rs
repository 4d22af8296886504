//! What figures measure, and in which unit the model has it.

use super::Unit;
use serde::{Deserialize, Serialize};

/// What a figure measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Quantity {
    /// Value added of a line, or GRDP for the line `total`, at constant prices.
    Output,
    /// The same at current prices.
    OutputCurrent,
    /// Growth of output; an average where `since` is given.
    OutputGrowth,
    /// Share of GRDP.
    Share,
    /// Employment.
    Employment,
    /// Output per worker.
    Productivity,
    /// Population.
    Population,
    /// GRDP per head, current prices, VND.
    GrdpPerHead,
    /// GRDP per head, current prices, US dollars.
    GrdpPerHeadUsd,
    /// Price level, price base year = 1.
    Deflator,
    /// VND a US dollar.
    ExchangeRate,
    /// Capital at the start of a year.
    Capital,
    /// Capital over output, from which capital follows where it is not given.
    CapitalOutputRatio,
    /// Investment over GRDP.
    InvestmentRate,
    /// Share of a sector in ordinary investment (kappa).
    InvestmentShare,
    /// Elasticity of output to capital (alpha).
    CapitalElasticity,
    /// Depreciation (delta).
    Depreciation,
    /// Elasticity of employment to utilisation (e).
    UtilisationElasticity,
    /// Output gain per unit of trained share (psi).
    SkillPremium,
    /// Share of trained workers.
    TrainedShare,
    /// Natural population growth (n).
    NaturalGrowth,
    /// Net migration a year (M).
    NetMigration,
    /// Working-age share of population (omega).
    WorkingAgeShare,
    /// Participation (pi).
    Participation,
    /// Unemployment (u).
    Unemployment,
    /// Growth of a price level.
    Inflation,
    /// Growth of productivity in a baseline (gp).
    ProductivityGrowth,
    /// Growth of employment in a baseline (gl).
    EmploymentGrowth,
    /// Prior growth of output in years without targets.
    OutputGrowthPrior,
    /// Standard deviation of prior log growth.
    PriorDeviation,
    /// Prior growth of employment.
    EmploymentGrowthPrior,
    /// Local input coefficient: purchases from `from` per unit of gross output of the line.
    InputCoefficient,
    /// Value added over gross output.
    ValueAddedRatio,
    /// Part of reallocated labour that a sector receives.
    ReallocationShare,
    /// Share of the limited sectors' output produced inside parks (sigma).
    ParkShare,
    /// Value added per occupied hectare (nu).
    LandProductivity,
    /// Growth of value added per hectare.
    LandProductivityGrowth,
    /// Disbursed over registered for anonymous FDI.
    RealisedRatio,
    /// Jobs per million US dollars disbursed.
    JobsPerMillionUsd,
    /// FDI registered in a year.
    FdiRegistered,
    /// Number of FDI projects.
    FdiProjects,
    /// Exports.
    Exports,
    /// Imports.
    Imports,
    /// Growth of the index of industrial production.
    IndustrialProductionGrowth,
    /// Growth of the output of one product; not a measure of its line as a whole.
    ProductOutputGrowth,
    /// Number of industrial parks.
    ParkCount,
    /// Number of industrial clusters.
    ClusterCount,
    /// Park area.
    ParkArea,
    /// Workers inside parks.
    ParkWorkers,
    /// Contribution of TFP to growth.
    TfpContribution,
    /// Budget revenue, US dollars.
    BudgetRevenue,
    /// Budget revenue, VND; a sum of years where `since` is given.
    BudgetRevenueVnd,
    /// Investment of the whole society; a sum of years where `since` is given.
    Investment,
    /// Share of the population that lives in towns.
    UrbanShare,
    /// Standard deviation of yearly innovations to log productivity or log TFP (sigma in `docs/model.md`, Uncertainty).
    ErrorDeviation,
    /// Autocorrelation of innovations (rho).
    ErrorPersistence,
    /// Correlation of innovations between the line and `from`.
    ErrorCorrelation,
    /// Degrees of freedom of the innovations' common tail (nu), a whole number.
    ErrorTailFreedom,
    /// Variance of the persistent drift over the variance of a yearly innovation (kappa).
    DriftVarianceRatio,
    /// Probability that a crash begins in a year.
    CrashProbability,
    /// Plausible investment over added output.
    Icor,
    /// Plausible employment over population.
    EmploymentRate,
    /// Plausible growth of TFP.
    TfpGrowth,
    /// Plausible exports over GRDP.
    ExportRate,
    /// Plausible share of output over share of employment.
    RelativeProductivity,
}

impl Quantity {
    /// The unit that the model uses for it.
    pub const fn unit(self) -> Unit {
        match self {
            Self::Output | Self::OutputCurrent | Self::Capital | Self::Investment | Self::BudgetRevenueVnd => {
                Unit::TrillionVnd
            }
            Self::Share
            | Self::CapitalOutputRatio
            | Self::InvestmentRate
            | Self::InvestmentShare
            | Self::CapitalElasticity
            | Self::UtilisationElasticity
            | Self::SkillPremium
            | Self::TrainedShare
            | Self::UrbanShare
            | Self::WorkingAgeShare
            | Self::Participation
            | Self::Unemployment
            | Self::InputCoefficient
            | Self::ValueAddedRatio
            | Self::ReallocationShare
            | Self::ParkShare
            | Self::RealisedRatio
            | Self::PriorDeviation
            | Self::ErrorDeviation
            | Self::ErrorPersistence
            | Self::ErrorCorrelation
            | Self::DriftVarianceRatio
            | Self::CrashProbability
            | Self::TfpContribution
            | Self::Icor
            | Self::EmploymentRate
            | Self::ExportRate
            | Self::RelativeProductivity => Unit::Ratio,
            Self::OutputGrowth
            | Self::Depreciation
            | Self::NaturalGrowth
            | Self::Inflation
            | Self::ProductivityGrowth
            | Self::EmploymentGrowth
            | Self::OutputGrowthPrior
            | Self::EmploymentGrowthPrior
            | Self::LandProductivityGrowth
            | Self::IndustrialProductionGrowth
            | Self::ProductOutputGrowth
            | Self::TfpGrowth => Unit::RatioPerYear,
            Self::Employment | Self::Population | Self::NetMigration | Self::ParkWorkers => Unit::ThousandPersons,
            Self::Productivity => Unit::BillionVndPerWorker,
            Self::GrdpPerHead => Unit::MillionVndPerPerson,
            Self::GrdpPerHeadUsd => Unit::UsdPerPerson,
            Self::Deflator => Unit::Index,
            Self::ExchangeRate => Unit::VndPerUsd,
            Self::LandProductivity => Unit::TrillionVndPerHectare,
            Self::JobsPerMillionUsd => Unit::ThousandPersonsPerMillionUsd,
            Self::FdiRegistered | Self::Exports | Self::Imports | Self::BudgetRevenue => Unit::MillionUsd,
            Self::FdiProjects | Self::ParkCount | Self::ClusterCount | Self::ErrorTailFreedom => Unit::Count,
            Self::ParkArea => Unit::Hectare,
        }
    }

    /// The unit in which people type and read it: per cent for parts of a whole and for growth, million VND a worker.
    pub fn typed_unit(self) -> Unit {
        // Elasticities and ratios of levels are read as numbers.
        const NUMBERS: [Quantity; 10] = [
            Quantity::CapitalOutputRatio,
            Quantity::Icor,
            Quantity::RelativeProductivity,
            Quantity::DriftVarianceRatio,
            Quantity::CapitalElasticity,
            Quantity::UtilisationElasticity,
            Quantity::SkillPremium,
            Quantity::ErrorPersistence,
            Quantity::ErrorCorrelation,
            Quantity::InputCoefficient,
        ];
        let typed = [
            (Unit::Ratio, Unit::Percent),
            (Unit::RatioPerYear, Unit::PercentPerYear),
            (Unit::BillionVndPerWorker, Unit::MillionVndPerWorker),
        ];
        let unit = self.unit();
        let found = typed.into_iter().find(|(model, _)| *model == unit && !NUMBERS.contains(&self));
        found.map_or(unit, |(_, typed)| typed)
    }

    /// Whether the figures of parts of a territory add up to that of the whole.
    pub const fn adds_up(self) -> bool {
        // Degrees of freedom are a count, not a part of a whole.
        self.unit().adds_up() && !matches!(self, Self::ErrorTailFreedom)
    }

    /// Whether only positive values make sense.
    pub const fn is_positive(self) -> bool {
        matches!(
            self,
            Self::Output
                | Self::OutputCurrent
                | Self::Employment
                | Self::Population
                | Self::Deflator
                | Self::ExchangeRate
                | Self::Capital
                | Self::CapitalOutputRatio
                | Self::GrdpPerHead
                | Self::GrdpPerHeadUsd
                | Self::Investment
                | Self::BudgetRevenueVnd
                | Self::LandProductivity
                | Self::ParkShare
                | Self::ErrorDeviation
        )
    }

    /// Whether values are fractions of a whole.
    pub const fn is_share(self) -> bool {
        matches!(
            self,
            Self::Share
                | Self::InvestmentShare
                | Self::InvestmentRate
                | Self::TrainedShare
                | Self::UrbanShare
                | Self::WorkingAgeShare
                | Self::Participation
                | Self::Unemployment
                | Self::CapitalElasticity
                | Self::Depreciation
                | Self::CrashProbability
                | Self::ParkShare
                | Self::EmploymentRate
                | Self::ReallocationShare
        )
    }
}
