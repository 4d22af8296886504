//! Complete inputs of one run: every sector and every year is present, as numbers without defaults.
//!
//! Yearly paths are dense: position 0 is the base year.
//! Units: output, capital and investment in trillion VND at constant prices of the price base year; people in thousands; dollars in millions; land in hectares; rates as fractions a year.

use super::Closure;
use super::gaps::Gaps;
use super::lanes::Lanes;
use super::places::{InputPlace, ParkNumber, ProvinceNumber, ProvincePath, SectorNumber, SectorPath, Switch};
use super::real::{Lift, Real};
use crate::quantity::{Horizon, Year};

/// One value a year, the base year first; as long as the horizon.
pub type Path<C = f64> = Vec<C>;

/// Everything that one run of the model needs.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct Inputs<C = f64> {
    /// Base year and last year.
    pub horizon: Horizon,
    /// The calendar year of each position.
    #[serde(skip)]
    pub years: Path<C>,
    /// 1 in closure K, where TFP is given and capital counts; 0 in closure P, where productivity is given.
    pub capital_closure: C,
    /// 1 where labour supply limits employment (E4), 0 where migrants fill every gap.
    pub labour_constrained: C,
    /// 1 where land capacity limits output (E10), otherwise 0.
    pub land_limit: C,
    /// Sectors in the study's order.
    pub sectors: Vec<SectorInputs<C>>,
    /// Groups of sectors whose figures are sums: positions in `sectors`.
    pub groups: Vec<GroupInputs>,
    /// Population and labour supply.
    pub population: PopulationInputs<C>,
    /// Core labour leaving the source sector each year, share of its core demand (x in E3).
    pub reallocation_rate: Path<C>,
    /// The sector that labour leaves.
    pub reallocation_source: usize,
    /// Trained workers above the baseline's share (tr − tr baseline in E5), fraction of workers.
    pub trained_share_added: Path<C>,
    /// Investment projects.
    pub projects: Vec<ProjectInputs<C>>,
    /// Anonymous FDI.
    pub registrations: RegistrationInputs<C>,
    /// Demand shocks (E9).
    pub shocks: Vec<ShockInputs<C>>,
    /// Industrial land.
    pub land: LandInputs<C>,
    /// Spillover from driver sectors (E11).
    pub spillover: SpilloverInputs<C>,
    /// Product taxes less subsidies.
    pub taxes: TaxInputs<C>,
    /// Investment over GRDP, constant prices (i in E15).
    pub investment_rate: Path<C>,
    /// VND a US dollar.
    pub exchange_rate: Path<C>,
    /// Parts that merely stand in because figures are missing; empty in complete inputs.
    #[serde(skip_serializing_if = "Gaps::is_empty")]
    pub gaps: Gaps,
}

/// One sector.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct SectorInputs<C = f64> {
    /// Identifier, for errors and tables.
    pub id: String,
    /// Output of the base year.
    pub output: C,
    /// Employment of the base year.
    pub employment: C,
    /// Capital at the start of the base year.
    pub capital: C,
    /// Elasticity of output to capital (alpha), in `[0, 1)`.
    pub capital_elasticity: C,
    /// Depreciation a year (delta), in `[0, 1)`.
    pub depreciation: C,
    /// Share of ordinary investment (kappa); all sectors sum to 1.
    pub investment_share: C,
    /// Elasticity of employment to utilisation (e in E12).
    pub utilisation_elasticity: C,
    /// Output gain per unit of trained share (psi in E5).
    pub skill_premium: C,
    /// Part of reallocated labour that arrives here (r in E3): −1 for the source, destinations sum to 1.
    pub reallocation_share: C,
    /// Baseline growth of productivity (gp in E6).
    pub productivity_growth: Path<C>,
    /// Baseline growth of TFP (a in E7).
    pub tfp_growth: Path<C>,
    /// Growth added to productivity or TFP by the scenario (q in E6 and E7).
    pub growth_added: Path<C>,
    /// Baseline growth of core labour demand (gl in E3).
    pub labour_growth: Path<C>,
    /// Growth added to core labour demand by the scenario (`gl_add` in E3).
    pub labour_growth_added: Path<C>,
    /// Share of the sector's investment absorbed by green conversion (gamma in E15).
    pub green_share: Path<C>,
    /// Price level of the base year, price base year = 1.
    pub deflator: C,
    /// Growth of the sector's price level.
    pub inflation: Path<C>,
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
pub struct PopulationInputs<C = f64> {
    /// Population of the base year, thousand.
    pub base: C,
    /// Natural growth (n).
    pub natural_growth: Path<C>,
    /// Net migration, thousand a year (M).
    pub net_migration: Path<C>,
    /// Working-age share of population (omega).
    pub working_age_share: Path<C>,
    /// Participation (pi).
    pub participation: Path<C>,
    /// Unemployment (u).
    pub unemployment: Path<C>,
}

/// An investment project.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct ProjectInputs<C = f64> {
    /// Position among the study's projects.
    pub project: usize,
    /// Sector that receives it.
    pub sector: usize,
    /// What is planned.
    pub planned: ProjectSchedule<C>,
    /// What the baseline contains already and is taken out again, so that only the difference counts.
    pub contained: Option<ProjectSchedule<C>>,
    /// Share of the disbursement in each year from the start; sums to 1.
    pub profile: Vec<C>,
    /// Output per project job over output per ordinary job.
    pub premium: C,
}

/// Amount and time of a project.
#[derive(Debug, Clone, Copy, PartialEq, serde::Serialize)]
pub struct ProjectSchedule<C = f64> {
    /// Registered amount, million USD.
    pub registered_musd: C,
    /// Disbursed over registered.
    pub realised: C,
    /// First year of disbursement.
    pub start: C,
    /// Jobs at full disbursement, thousand persons.
    pub jobs: C,
}

/// Anonymous FDI over the baseline: what each sector registers in each year is disbursed over a common profile.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct RegistrationInputs<C = f64> {
    /// Registered in each year, million USD, by sector; empty for a sector without registrations.
    pub registered_musd: Vec<Path<C>>,
    /// Disbursed over registered.
    pub realised: C,
    /// Share of the disbursement in each year from that of the registration; sums to 1.
    pub profile: Vec<C>,
    /// Jobs a disbursed million USD, thousand persons.
    pub jobs_per_musd: C,
}

/// A demand shock (E9).
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct ShockInputs<C = f64> {
    /// First year.
    pub start: C,
    /// Loss in the first year as a fraction of potential output.
    pub depth: C,
    /// Years in which the passing part of the loss halves.
    pub half_life: C,
    /// Part of the loss that stays.
    pub scar: C,
    /// Exposure of each sector.
    pub exposure: Vec<C>,
}

/// Industrial land (E10).
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct LandInputs<C = f64> {
    /// Share of the limited sectors' output produced inside parks (sigma).
    pub park_share: C,
    /// Value added per occupied hectare in the base year, trillion VND (nu).
    pub productivity: C,
    /// Growth of value added per hectare.
    pub productivity_growth: Path<C>,
    /// Parks.
    pub parks: Vec<ParkInputs<C>>,
}

/// An industrial park.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct ParkInputs<C = f64> {
    /// Leasable area, hectares.
    pub area_ha: C,
    /// Opening year.
    pub opening: C,
    /// Years from opening to full occupancy.
    pub ramp_years: C,
    /// Highest occupancy, 0 to 1.
    pub occupancy: C,
}

/// Spillover of driver sectors on the others (E11).
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct SpilloverInputs<C = f64> {
    /// 1 where drivers act, otherwise 0.
    pub enabled: C,
    /// Positions of the driver sectors.
    pub drivers: Vec<usize>,
    /// Value added gained by each sector (row) per unit of value added of each driver (column, in the order of `drivers`).
    pub matrix: Vec<Vec<C>>,
    /// Baseline output of each driver.
    pub reference_output: Vec<Path<C>>,
}

/// Product taxes less subsidies (E13).
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct TaxInputs<C = f64> {
    /// Base-year level, trillion VND at constant prices.
    pub base: C,
    /// Ratio to gross value added (tau).
    pub ratio: Path<C>,
    /// Price level of the base year.
    pub deflator: C,
    /// Growth of the price level.
    pub inflation: Path<C>,
}

impl Inputs {
    /// The closure.
    pub const fn closure(&self) -> Closure {
        if self.capital_closure > 0.5 { Closure::Capital } else { Closure::Productivity }
    }
}

impl<C: Real> Inputs<C> {
    /// The same inputs as other numbers.
    pub fn lift<D: Lift<C>>(&self) -> Inputs<D> {
        self.map(&mut |_, value| D::lift(value))
    }

    /// The same inputs with every number replaced, which is told where it stands.
    pub fn map<D>(&self, replace: &mut impl FnMut(InputPlace, C) -> D) -> Inputs<D> {
        Inputs {
            horizon: self.horizon,
            years: map_path(&self.years, &mut |t, value| replace(InputPlace::Year(t), value)),
            capital_closure: replace(InputPlace::CapitalClosure, self.capital_closure),
            labour_constrained: replace(InputPlace::Switch(Switch::LabourConstrained), self.labour_constrained),
            land_limit: replace(InputPlace::Switch(Switch::LandLimit), self.land_limit),
            sectors: self.sectors.iter().enumerate().map(|(s, sector)| sector.map(s, replace)).collect(),
            groups: self.groups.clone(),
            population: self.map_population(replace),
            reallocation_rate: self.map_path(ProvincePath::ReallocationRate, replace),
            reallocation_source: self.reallocation_source,
            trained_share_added: self.map_path(ProvincePath::TrainedShareAdded, replace),
            projects: self.projects.iter().map(|project| project.map(replace)).collect(),
            registrations: self.registrations.map(replace),
            shocks: self.shocks.iter().enumerate().map(|(number, shock)| shock.map(number, replace)).collect(),
            land: self.map_land(replace),
            spillover: self.spillover.map(replace),
            taxes: TaxInputs {
                base: self.map_number(ProvinceNumber::Taxes, replace),
                ratio: self.map_path(ProvincePath::TaxRatio, replace),
                deflator: self.map_number(ProvinceNumber::TaxDeflator, replace),
                inflation: self.map_path(ProvincePath::TaxInflation, replace),
            },
            investment_rate: self.map_path(ProvincePath::InvestmentRate, replace),
            exchange_rate: self.map_path(ProvincePath::ExchangeRate, replace),
            gaps: self.gaps,
        }
    }

    fn map_path<D>(&self, place: ProvincePath, replace: &mut impl FnMut(InputPlace, C) -> D) -> Path<D> {
        map_path(place.read(self), &mut |t, value| replace(InputPlace::Path(place, t), value))
    }

    fn map_number<D>(&self, place: ProvinceNumber, replace: &mut impl FnMut(InputPlace, C) -> D) -> D {
        replace(InputPlace::Number(place), *place.read(self))
    }

    fn map_population<D>(&self, replace: &mut impl FnMut(InputPlace, C) -> D) -> PopulationInputs<D> {
        PopulationInputs {
            base: self.map_number(ProvinceNumber::Population, replace),
            natural_growth: self.map_path(ProvincePath::NaturalGrowth, replace),
            net_migration: self.map_path(ProvincePath::NetMigration, replace),
            working_age_share: self.map_path(ProvincePath::WorkingAgeShare, replace),
            participation: self.map_path(ProvincePath::Participation, replace),
            unemployment: self.map_path(ProvincePath::Unemployment, replace),
        }
    }

    fn map_land<D>(&self, replace: &mut impl FnMut(InputPlace, C) -> D) -> LandInputs<D> {
        let parks = self.land.parks.iter().enumerate().map(|(number, park)| {
            let mut at = |place: ParkNumber| replace(InputPlace::Park(place, number), *place.read(park));
            ParkInputs {
                area_ha: at(ParkNumber::Area),
                opening: at(ParkNumber::Opening),
                ramp_years: at(ParkNumber::RampYears),
                occupancy: at(ParkNumber::Occupancy),
            }
        });
        let parks = parks.collect();
        LandInputs {
            park_share: self.map_number(ProvinceNumber::ParkShare, replace),
            productivity: self.map_number(ProvinceNumber::LandProductivity, replace),
            productivity_growth: self.map_path(ProvincePath::LandProductivityGrowth, replace),
            parks,
        }
    }
}

/// The calendar year that a number of the inputs names.
#[expect(clippy::cast_possible_truncation, reason = "whole, and a cast from a float saturates")]
pub fn calendar_year(number: f64) -> Year {
    number.round() as Year
}

fn map_path<C: Copy, D>(path: &[C], replace: &mut impl FnMut(usize, C) -> D) -> Path<D> {
    path.iter().enumerate().map(|(t, value)| replace(t, *value)).collect()
}

impl<C: Real> SectorInputs<C> {
    fn map<D>(&self, s: usize, replace: &mut impl FnMut(InputPlace, C) -> D) -> SectorInputs<D> {
        let mut number = |place: SectorNumber| replace(InputPlace::SectorNumber(place, s), *place.read(self));
        let [output, employment, capital] =
            [SectorNumber::Output, SectorNumber::Employment, SectorNumber::Capital].map(&mut number);
        let [capital_elasticity, depreciation, investment_share] =
            [SectorNumber::CapitalElasticity, SectorNumber::Depreciation, SectorNumber::InvestmentShare]
                .map(&mut number);
        let [utilisation_elasticity, skill_premium, reallocation_share, deflator] = [
            SectorNumber::UtilisationElasticity,
            SectorNumber::SkillPremium,
            SectorNumber::ReallocationShare,
            SectorNumber::Deflator,
        ]
        .map(&mut number);
        let mut path = |place: SectorPath| {
            map_path(place.read(self), &mut |t, value| replace(InputPlace::SectorPath(place, s, t), value))
        };
        SectorInputs {
            id: self.id.clone(),
            output,
            employment,
            capital,
            capital_elasticity,
            depreciation,
            investment_share,
            utilisation_elasticity,
            skill_premium,
            reallocation_share,
            productivity_growth: path(SectorPath::ProductivityGrowth),
            tfp_growth: path(SectorPath::TfpGrowth),
            growth_added: path(SectorPath::GrowthAdded),
            labour_growth: path(SectorPath::LabourGrowth),
            labour_growth_added: path(SectorPath::LabourGrowthAdded),
            green_share: path(SectorPath::GreenShare),
            deflator,
            inflation: path(SectorPath::Inflation),
            on_limited_land: self.on_limited_land,
        }
    }
}

impl<C: Real> ProjectInputs<C> {
    fn map<D>(&self, replace: &mut impl FnMut(InputPlace, C) -> D) -> ProjectInputs<D> {
        let mut at = |value: C| replace(InputPlace::Project(self.project), value);
        let mut schedule = |own: &ProjectSchedule<C>| ProjectSchedule {
            registered_musd: at(own.registered_musd),
            realised: at(own.realised),
            start: at(own.start),
            jobs: at(own.jobs),
        };
        let (planned, contained) = (schedule(&self.planned), self.contained.as_ref().map(&mut schedule));
        ProjectInputs {
            project: self.project,
            sector: self.sector,
            planned,
            contained,
            profile: self.profile.iter().map(|share| at(*share)).collect(),
            premium: at(self.premium),
        }
    }
}

impl<C: Real> RegistrationInputs<C> {
    fn map<D>(&self, replace: &mut impl FnMut(InputPlace, C) -> D) -> RegistrationInputs<D> {
        let mut at = |value: C| replace(InputPlace::Registrations, value);
        RegistrationInputs {
            registered_musd: self
                .registered_musd
                .iter()
                .map(|path| path.iter().map(|one| at(*one)).collect())
                .collect(),
            realised: at(self.realised),
            profile: self.profile.iter().map(|share| at(*share)).collect(),
            jobs_per_musd: at(self.jobs_per_musd),
        }
    }
}

impl<C: Real> ShockInputs<C> {
    fn map<D>(&self, number: usize, replace: &mut impl FnMut(InputPlace, C) -> D) -> ShockInputs<D> {
        let mut at = |value: C| replace(InputPlace::Shock(number), value);
        ShockInputs {
            start: at(self.start),
            depth: at(self.depth),
            half_life: at(self.half_life),
            scar: at(self.scar),
            exposure: self.exposure.iter().map(|one| at(*one)).collect(),
        }
    }
}

impl ShockInputs<Lanes> {
    /// The shock in one lane.
    pub fn of_lane(&self, lane: usize) -> ShockInputs {
        self.map(0, &mut |_, value: Lanes| value.0.get(lane).copied().unwrap_or(f64::NAN))
    }
}

impl<C: Real> SpilloverInputs<C> {
    fn map<D>(&self, replace: &mut impl FnMut(InputPlace, C) -> D) -> SpilloverInputs<D> {
        let row = |(s, row): (usize, &Vec<C>)| -> Vec<D> {
            row.iter().enumerate().map(|(d, value)| replace(InputPlace::Multiplier(s, d), *value)).collect()
        };
        let matrix = self.matrix.iter().enumerate().map(row).collect();
        let paths = self.reference_output.iter().enumerate();
        let reference_output =
            paths.map(|(d, path)| map_path(path, &mut |t, value| replace(InputPlace::ReferenceOutput(d, t), value)));
        let reference_output = reference_output.collect();
        SpilloverInputs {
            enabled: replace(InputPlace::Switch(Switch::Spillover), self.enabled),
            drivers: self.drivers.clone(),
            matrix,
            reference_output,
        }
    }
}
