//! Complete inputs of one run: every sector and every year is present, nothing is textual, nothing has a default.
//!
//! Yearly paths are dense: position 0 is the base year.
//! Units: output, capital and investment in trillion VND at constant prices of the price base year; people in thousands; dollars in millions; land in hectares; rates as fractions a year.

use super::{Closure, LabourClosure};
use crate::quantity::{Horizon, Year};

/// One value a year, the base year first; as long as the horizon.
pub type Path = Vec<f64>;

/// Everything that one run of the model needs.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct Inputs {
    /// Base year and last year.
    pub horizon: Horizon,
    /// Productivity or capital.
    pub closure: Closure,
    /// Open or constrained.
    pub labour_closure: LabourClosure,
    /// Whether land capacity limits output (E10).
    pub land_limit: bool,
    /// Sectors in the study's order.
    pub sectors: Vec<SectorInputs>,
    /// Groups of sectors whose figures are sums: positions in `sectors`.
    pub groups: Vec<GroupInputs>,
    /// Population and labour supply.
    pub population: PopulationInputs,
    /// Core labour leaving the source sector each year, share of its core demand (x in E3).
    pub reallocation_rate: Path,
    /// The sector that labour leaves.
    pub reallocation_source: usize,
    /// Trained workers above the baseline's share (tr − tr baseline in E5), fraction of workers.
    pub trained_share_added: Path,
    /// Investment projects; a schedule that the baseline already contains appears a second time with negative amounts.
    pub projects: Vec<ProjectInputs>,
    /// Demand shocks (E9).
    pub shocks: Vec<ShockInputs>,
    /// Industrial land.
    pub land: LandInputs,
    /// Spillover from driver sectors (E11).
    pub spillover: SpilloverInputs,
    /// Product taxes less subsidies.
    pub taxes: TaxInputs,
    /// Investment over GRDP, constant prices (i in E15).
    pub investment_rate: Path,
    /// VND a US dollar.
    pub exchange_rate: Path,
}

/// One sector.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct SectorInputs {
    /// Identifier, for errors and tables.
    pub id: String,
    /// Output of the base year.
    pub output: f64,
    /// Employment of the base year.
    pub employment: f64,
    /// Capital at the start of the base year.
    pub capital: f64,
    /// Elasticity of output to capital (alpha), in `[0, 1)`.
    pub capital_elasticity: f64,
    /// Depreciation a year (delta), in `[0, 1)`.
    pub depreciation: f64,
    /// Share of ordinary investment (kappa); all sectors sum to 1.
    pub investment_share: f64,
    /// Elasticity of employment to utilisation (e in E12).
    pub utilisation_elasticity: f64,
    /// Output gain per unit of trained share (psi in E5).
    pub skill_premium: f64,
    /// Part of reallocated labour that arrives here (r in E3): −1 for the source, destinations sum to 1.
    pub reallocation_share: f64,
    /// Baseline growth of productivity (gp in E6).
    pub productivity_growth: Path,
    /// Baseline growth of TFP (a in E7).
    pub tfp_growth: Path,
    /// Growth added to productivity or TFP by the scenario (q in E6 and E7).
    pub growth_added: Path,
    /// Baseline growth of core labour demand (gl in E3).
    pub labour_growth: Path,
    /// Growth added to core labour demand by the scenario (`gl_add` in E3).
    pub labour_growth_added: Path,
    /// Share of the sector's investment absorbed by green conversion (gamma in E15).
    pub green_share: Path,
    /// Price level of the base year, price base year = 1.
    pub deflator: f64,
    /// Growth of the sector's price level.
    pub inflation: Path,
    /// Whether the sector stands on the land that E10 limits.
    pub on_limited_land: bool,
}

/// A group of sectors.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct GroupInputs {
    /// Identifier.
    pub id: String,
    /// Positions of its sectors.
    pub members: Vec<usize>,
}

/// Population and labour supply (E1, E2).
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct PopulationInputs {
    /// Population of the base year, thousand.
    pub base: f64,
    /// Natural growth (n).
    pub natural_growth: Path,
    /// Net migration, thousand a year (M).
    pub net_migration: Path,
    /// Working-age share of population (omega).
    pub working_age_share: Path,
    /// Participation (pi).
    pub participation: Path,
    /// Unemployment (u).
    pub unemployment: Path,
}

/// An investment project, or one year's registrations of anonymous FDI.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct ProjectInputs {
    /// Sector that receives it.
    pub sector: usize,
    /// Registered amount, million USD; negative where the schedule is taken out of the baseline.
    pub registered_musd: f64,
    /// Disbursed over registered.
    pub realised: f64,
    /// First year of disbursement.
    pub start: Year,
    /// Share of the disbursement in each year from `start`; sums to 1.
    pub profile: Vec<f64>,
    /// Jobs at full disbursement, thousand persons; negative where taken out.
    pub jobs: f64,
    /// Output per project job over output per ordinary job.
    pub premium: f64,
}

/// A demand shock (E9).
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct ShockInputs {
    /// First year.
    pub start: Year,
    /// Loss in the first year as a fraction of potential output.
    pub depth: f64,
    /// Years in which the passing part of the loss halves.
    pub half_life: f64,
    /// Part of the loss that stays.
    pub scar: f64,
    /// Exposure of each sector.
    pub exposure: Vec<f64>,
}

/// Industrial land (E10).
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct LandInputs {
    /// Share of the limited sectors' output produced inside parks (sigma).
    pub park_share: f64,
    /// Value added per occupied hectare in the base year, trillion VND (nu).
    pub productivity: f64,
    /// Growth of value added per hectare.
    pub productivity_growth: Path,
    /// Parks.
    pub parks: Vec<ParkInputs>,
}

/// An industrial park.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct ParkInputs {
    /// Leasable area, hectares.
    pub area_ha: f64,
    /// Opening year.
    pub opening: Year,
    /// Years from opening to full occupancy.
    pub ramp_years: f64,
    /// Highest occupancy, 0 to 1.
    pub occupancy: f64,
}

/// Spillover of driver sectors on the others (E11).
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct SpilloverInputs {
    /// Whether any driver acts.
    pub enabled: bool,
    /// Positions of the driver sectors.
    pub drivers: Vec<usize>,
    /// Value added gained by each sector (row) per unit of value added of each driver (column, in the order of `drivers`).
    pub matrix: Vec<Vec<f64>>,
    /// Baseline output of each driver.
    pub reference_output: Vec<Path>,
}

/// Product taxes less subsidies (E13).
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct TaxInputs {
    /// Base-year level, trillion VND at constant prices.
    pub base: f64,
    /// Ratio to gross value added (tau).
    pub ratio: Path,
    /// Price level of the base year.
    pub deflator: f64,
    /// Growth of the price level.
    pub inflation: Path,
}
