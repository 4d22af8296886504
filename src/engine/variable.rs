//! The catalogue of what a projection reports: identifier, symbol, unit, and the lines for which it exists.

use crate::quantity::Unit;

/// A reported variable.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Variable {
    /// GRDP, the sum of all lines.
    Grdp,
    /// Gross value added, without product taxes.
    GrossValueAdded,
    /// Output (value added) of a line.
    Output,
    /// Potential output Y*.
    PotentialOutput,
    /// Growth of output on the year before.
    OutputGrowth,
    /// Contribution of a line to growth of GRDP.
    GrowthContribution,
    /// Share of GRDP at constant prices.
    ShareConstant,
    /// Share of GRDP at current prices.
    ShareCurrent,
    /// Employment.
    Employment,
    /// Structural employment L*.
    StructuralEmployment,
    /// Growth of employment.
    EmploymentGrowth,
    /// Share of total employment.
    EmploymentShare,
    /// Output per worker.
    Productivity,
    /// Potential output per structural worker (p).
    PotentialProductivity,
    /// Skills index h.
    Skills,
    /// Total factor productivity A.
    Tfp,
    /// Growth of TFP.
    TfpGrowth,
    /// Capital at the start of the year.
    Capital,
    /// Capital over output.
    CapitalOutputRatio,
    /// Productive investment of a line.
    Investment,
    /// Investment spent, projects included.
    TotalInvestment,
    /// Incremental capital–output ratio.
    Icor,
    /// Project disbursement.
    ProjectInvestment,
    /// Project jobs.
    ProjectJobs,
    /// Shock z as a fraction of potential output.
    Shock,
    /// Population.
    Population,
    /// Labour supply.
    LabourSupply,
    /// Labour demand, projects included.
    LabourDemand,
    /// Labour supply less demand.
    LabourGap,
    /// Rationing factor φ.
    LabourRationing,
    /// Output that the land can carry.
    LandCapacity,
    /// 1 where the land limit binds.
    LandBinds,
    /// Area that can be occupied.
    LandArea,
    /// Area that output needs.
    LandRequired,
    /// Price level.
    Deflator,
    /// Output at current prices.
    OutputCurrent,
    /// VND a US dollar.
    ExchangeRate,
    /// GRDP per head at current prices, VND.
    GrdpPerHead,
    /// GRDP per head at current prices, US dollars.
    GrdpPerHeadUsd,
}

/// For which lines a variable exists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Coverage {
    /// The province only.
    Total,
    /// Sectors and groups only.
    Sectors,
    /// Sectors, groups and the province.
    SectorsAndTotal,
    /// Sectors, groups and product taxes.
    Lines,
    /// Sectors, groups, product taxes and the province.
    All,
}

impl Variable {
    /// Every variable, in the order of tables.
    pub const ALL: [Self; 39] = [
        Self::Grdp,
        Self::GrossValueAdded,
        Self::Output,
        Self::PotentialOutput,
        Self::OutputGrowth,
        Self::GrowthContribution,
        Self::ShareConstant,
        Self::ShareCurrent,
        Self::Employment,
        Self::StructuralEmployment,
        Self::EmploymentGrowth,
        Self::EmploymentShare,
        Self::Productivity,
        Self::PotentialProductivity,
        Self::Skills,
        Self::Tfp,
        Self::TfpGrowth,
        Self::Capital,
        Self::CapitalOutputRatio,
        Self::Investment,
        Self::TotalInvestment,
        Self::Icor,
        Self::ProjectInvestment,
        Self::ProjectJobs,
        Self::Shock,
        Self::Population,
        Self::LabourSupply,
        Self::LabourDemand,
        Self::LabourGap,
        Self::LabourRationing,
        Self::LandCapacity,
        Self::LandBinds,
        Self::LandArea,
        Self::LandRequired,
        Self::Deflator,
        Self::OutputCurrent,
        Self::ExchangeRate,
        Self::GrdpPerHead,
        Self::GrdpPerHeadUsd,
    ];

    /// The word used in files, tables and on the command line.
    pub const fn id(self) -> &'static str {
        self.record().0
    }

    /// Unit of the values that a projection returns.
    pub const fn unit(self) -> Unit {
        self.record().1
    }

    /// Lines for which the variable exists.
    pub const fn coverage(self) -> Coverage {
        self.record().2
    }

    /// Whether values are at constant prices, at current prices, or not money of a price basis.
    pub const fn price_basis(self) -> crate::quantity::PriceBasis {
        use crate::quantity::PriceBasis;
        match self {
            Self::ShareCurrent | Self::OutputCurrent | Self::GrdpPerHead | Self::GrdpPerHeadUsd => PriceBasis::Current,
            Self::Grdp
            | Self::GrossValueAdded
            | Self::Output
            | Self::PotentialOutput
            | Self::OutputGrowth
            | Self::GrowthContribution
            | Self::ShareConstant
            | Self::Productivity
            | Self::PotentialProductivity
            | Self::Tfp
            | Self::TfpGrowth
            | Self::Capital
            | Self::CapitalOutputRatio
            | Self::Investment
            | Self::TotalInvestment
            | Self::Icor
            | Self::ProjectInvestment
            | Self::LandCapacity => PriceBasis::Constant,
            Self::Employment
            | Self::StructuralEmployment
            | Self::EmploymentGrowth
            | Self::EmploymentShare
            | Self::Skills
            | Self::ProjectJobs
            | Self::Shock
            | Self::Population
            | Self::LabourSupply
            | Self::LabourDemand
            | Self::LabourGap
            | Self::LabourRationing
            | Self::LandBinds
            | Self::LandArea
            | Self::LandRequired
            | Self::Deflator
            | Self::ExchangeRate => PriceBasis::None,
        }
    }

    const fn record(self) -> (&'static str, Unit, Coverage) {
        use Coverage::{All, Lines, Sectors, SectorsAndTotal, Total};
        use Unit as U;
        match self {
            Self::Grdp => ("grdp", U::TrillionVnd, Total),
            Self::GrossValueAdded => ("gross_value_added", U::TrillionVnd, Total),
            Self::Output => ("output", U::TrillionVnd, Lines),
            Self::PotentialOutput => ("potential_output", U::TrillionVnd, Sectors),
            Self::OutputGrowth => ("output_growth", U::RatioPerYear, All),
            Self::GrowthContribution => ("growth_contribution", U::PercentagePoint, Lines),
            Self::ShareConstant => ("share_constant", U::Ratio, Lines),
            Self::ShareCurrent => ("share_current", U::Ratio, Lines),
            Self::Employment => ("employment", U::ThousandPersons, SectorsAndTotal),
            Self::StructuralEmployment => ("structural_employment", U::ThousandPersons, Sectors),
            Self::EmploymentGrowth => ("employment_growth", U::RatioPerYear, Sectors),
            Self::EmploymentShare => ("employment_share", U::Ratio, Sectors),
            Self::Productivity => ("productivity", U::MillionVndPerWorker, SectorsAndTotal),
            Self::PotentialProductivity => ("potential_productivity", U::BillionVndPerWorker, Sectors),
            Self::Skills => ("skills", U::Index, Sectors),
            Self::Tfp => ("tfp", U::Index, Sectors),
            Self::TfpGrowth => ("tfp_growth", U::RatioPerYear, Sectors),
            Self::Capital => ("capital", U::TrillionVnd, Sectors),
            Self::CapitalOutputRatio => ("capital_output_ratio", U::Ratio, SectorsAndTotal),
            Self::Investment => ("investment", U::TrillionVnd, Sectors),
            Self::TotalInvestment => ("total_investment", U::TrillionVnd, Total),
            Self::Icor => ("icor", U::Ratio, Total),
            Self::ProjectInvestment => ("project_investment", U::TrillionVnd, Sectors),
            Self::ProjectJobs => ("project_jobs", U::ThousandPersons, Sectors),
            Self::Shock => ("shock", U::Ratio, Sectors),
            Self::Population => ("population", U::ThousandPersons, Total),
            Self::LabourSupply => ("labour_supply", U::ThousandPersons, Total),
            Self::LabourDemand => ("labour_demand", U::ThousandPersons, Total),
            Self::LabourGap => ("labour_gap", U::ThousandPersons, Total),
            Self::LabourRationing => ("labour_rationing", U::Ratio, Total),
            Self::LandCapacity => ("land_capacity", U::TrillionVnd, Total),
            Self::LandBinds => ("land_binds", U::Flag, Total),
            Self::LandArea => ("land_area", U::Hectare, Total),
            Self::LandRequired => ("land_required", U::Hectare, Total),
            Self::Deflator => ("deflator", U::Index, All),
            Self::OutputCurrent => ("output_current", U::TrillionVnd, All),
            Self::ExchangeRate => ("exchange_rate", U::VndPerUsd, Total),
            Self::GrdpPerHead => ("grdp_per_head", U::MillionVndPerPerson, Total),
            Self::GrdpPerHeadUsd => ("grdp_per_head_usd", U::UsdPerPerson, Total),
        }
    }
}

/// A line of the accounts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Line {
    /// A sector, by position.
    Sector(usize),
    /// A group of sectors, by position.
    Group(usize),
    /// Product taxes less subsidies.
    Taxes,
    /// The province.
    Total,
}
