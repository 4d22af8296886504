//! Complete inputs of one run: every sector and every year is present, nothing is textual, no run reads a default.
//!
//! A field is one row: what it means, its name as a place, its bounds, what reads it and which figures it needs (`places` says how to read a row).
//! Yearly paths are dense: position 0 is the base year.
//! Units: output, capital and investment in trillion VND at constant prices of the price base year; people in thousands; dollars in millions; land in hectares; rates as fractions a year.

use super::Closure;
use super::bounds::{self, Bounds};
use super::condition_parts::ConditionParts;
use super::gap::{Gap, Gaps};
use super::lanes::Lanes;
use super::line::Line;
use super::places::{InputPlace, Province, input_structs, place_list};
use super::real::{Lift, Real};
use crate::quantity::{Horizon, Year};

/// One value a year, the base year first; as long as the horizon.
pub type Path<C = f64> = Vec<C>;

/// A single number, beside a [`Path`].
type Number<C> = C;

input_structs! {
    /// A number of the province.
    numbers ProvinceNumber;
    /// A path of the province.
    paths ProvincePath;
    owner Inputs;
    with own, province: Province, replace, horizon;

    /// Everything that one run of the model needs.
    struct Inputs at [] {
        /// Base year and last year.
        field horizon: Horizon = horizon, map own.horizon;
        /// The calendar year of each position.
        #[serde(skip)]
        field years: Path<C> = horizon.years().map(f64::from).collect(), map map_path(&own.years, InputPlace::Year, replace);
        /// 1 in closure K, where TFP is given and capital counts; 0 in closure P, where productivity is given.
        field capital_closure: C = Closure::Productivity.flag(), map replace(InputPlace::CapitalClosure, own.capital_closure);
        /// 1 where labour supply limits employment (E4), 0 where migrants fill every gap.
        field labour_constrained: C = 0.0, map replace(InputPlace::Switch(Switch::LabourConstrained), own.labour_constrained);
        /// 1 where land capacity limits output (E10), otherwise 0.
        field land_limit: C = 0.0, map replace(InputPlace::Switch(Switch::LandLimit), own.land_limit);
        /// Sectors in the study's order.
        field sectors: Vec<SectorInputs<C>> = Vec::new(), map own.sectors.iter().enumerate().map(|(s, sector)| sector.map_at(s, replace)).collect();
        /// Groups of sectors whose figures are sums: positions in `sectors`.
        field groups: Vec<GroupInputs> = Vec::new(), map own.groups.clone();
        /// Population and labour supply.
        field population: PopulationInputs<C> = PopulationInputs::standing_in(horizon), map own.population.map_at(province, replace);
        /// Core labour leaving the source sector each year, share of its core demand (x in E3).
        path ReallocationRate => reallocation_rate: ANY, DEMAND, [Employment, Reallocation] or 0.0;
        /// The sector that labour leaves.
        field reallocation_source: usize = 0, map own.reallocation_source;
        /// Trained workers above the baseline's share (tr − tr baseline in E5), fraction of workers.
        path TrainedShareAdded => trained_share_added: ANY, SKILLS, [Employment, Skills] or 0.0;
        /// Investment projects.
        field projects: Vec<ProjectInputs<C>> = Vec::new(), map own.projects.iter().map(|project| project.map(replace)).collect();
        /// Anonymous FDI.
        field registrations: RegistrationInputs<C> = RegistrationInputs::default(), map own.registrations.map(replace);
        /// Demand shocks (E9).
        field shocks: Vec<ShockInputs<C>> = Vec::new(), map own.shocks.iter().enumerate().map(|(number, shock)| shock.map(number, replace)).collect();
        /// Industrial land.
        field land: LandInputs<C> = LandInputs::standing_in(horizon), map own.land.map_at(province, replace);
        /// Spillover from driver sectors (E11).
        field spillover: SpilloverInputs<C> = SpilloverInputs::default(), map own.spillover.map(replace);
        /// Product taxes less subsidies.
        field taxes: TaxInputs<C> = TaxInputs::standing_in(horizon), map own.taxes.map_at(province, replace);
        /// Investment over GRDP, constant prices (i in E15).
        path InvestmentRate => investment_rate: ANY, NONE, [Investment] or 0.0;
        /// VND a US dollar.
        path ExchangeRate => exchange_rate: POSITIVE, DISBURSEMENT, [ExchangeRate] or 1.0;
        /// Parts that merely stand in, because nobody has figures of them; none in complete inputs.
        #[serde(skip_serializing_if = "Gaps::is_empty")]
        field gaps: Gaps = Gaps::default(), map own.gaps;
    }

    /// Population and labour supply (E1, E2).
    struct PopulationInputs at [population] {
        /// Population of the base year, thousand.
        number Population => base called "population": POSITIVE, PEOPLE, [Population] or 1.0;
        /// Natural growth (n).
        path NaturalGrowth => natural_growth: ANY, PEOPLE, [Population] or 0.0;
        /// Net migration, thousand a year (M).
        path NetMigration => net_migration: ANY, PEOPLE, [Population] or 0.0;
        /// Working-age share of population (omega).
        path WorkingAgeShare => working_age_share: ANY, PEOPLE, [LabourSupply] or 1.0;
        /// Participation (pi).
        path Participation => participation: ANY, PEOPLE, [LabourSupply] or 1.0;
        /// Unemployment (u).
        path Unemployment => unemployment: ANY, PEOPLE, [LabourSupply] or 0.0;
    }

    /// Industrial land (E10).
    struct LandInputs at [land] {
        /// Share of the limited sectors' output produced inside parks (sigma).
        number ParkShare => park_share: POSITIVE, LAND, [Land] or 1.0;
        /// Value added per occupied hectare in the base year, trillion VND (nu).
        number LandProductivity => productivity called "land_productivity": POSITIVE, LAND, [Land] or 1.0;
        /// Growth of value added per hectare.
        path LandProductivityGrowth => productivity_growth called "land_productivity_growth": ANY, LAND, [Land] or 0.0;
        /// Parks.
        field parks: Vec<ParkInputs<C>> = Vec::new(), map own.parks.iter().enumerate().map(|(number, park)| park.map_at(number, replace)).collect();
    }

    /// Product taxes less subsidies (E13).
    struct TaxInputs at [taxes] {
        /// Base-year level, trillion VND at constant prices.
        number Taxes => base called "product_taxes": ZERO_OR_MORE, NONE, [ProductTaxes] or 0.0;
        /// Ratio to gross value added (tau).
        path TaxRatio => ratio called "tax_ratio": NOT_NEGATIVE, NONE, [ProductTaxes] or 0.0;
        /// Price level of the base year.
        number TaxDeflator => deflator called "tax_deflator": POSITIVE, PRICES, [ProductTaxes, Prices] or 1.0;
        /// Growth of the price level.
        path TaxInflation => inflation called "tax_inflation": ANY, PRICES, [ProductTaxes, Prices] or 0.0;
    }
}

place_list! {
    /// A part of the model that is on or off: 1 or 0.
    Switch of Inputs as Number {
        LabourConstrained => [] labour_constrained: FREE, RATIONING, [Employment, Population, LabourSupply];
        LandLimit => [] land_limit: FREE, NONE, [Land];
        Spillover => [spillover] enabled: FREE, NONE, [];
    }
}

input_structs! {
    /// A number of a sector.
    numbers SectorNumber;
    /// A path of a sector.
    paths SectorPath;
    owner SectorInputs;
    with own, s: usize, replace, horizon;

    /// One sector.
    struct SectorInputs at [] {
        /// Identifier, for errors and tables.
        field id: String = String::new(), map own.id.clone();
        /// Output of the base year.
        number Output => output: POSITIVE, NONE, [] or 1.0;
        /// Employment of the base year.
        number Employment => employment: POSITIVE, DEMAND, [Employment] or 1.0;
        /// Capital at the start of the base year.
        number Capital => capital: POSITIVE, NONE, [Capital] or 1.0;
        /// Elasticity of output to capital (alpha), in `[0, 1)`.
        number CapitalElasticity => capital_elasticity: BELOW_ONE, NONE, [Capital] or 0.0;
        /// Depreciation a year (delta), in `[0, 1)`.
        number Depreciation => depreciation: BELOW_ONE, NONE, [Capital] or 0.0;
        /// Share of ordinary investment (kappa); all sectors sum to 1.
        number InvestmentShare => investment_share: NOT_NEGATIVE, NONE, [Capital] or 0.0;
        /// Elasticity of employment to utilisation (e in E12).
        number UtilisationElasticity => utilisation_elasticity: NOT_NEGATIVE, NONE, [Employment] or 0.0;
        /// Output gain per unit of trained share (psi in E5).
        number SkillPremium => skill_premium: FREE, SKILLS, [Employment, Skills] or 0.0;
        /// Part of reallocated labour that arrives here (r in E3): −1 for the source, destinations sum to 1.
        number ReallocationShare => reallocation_share: FREE, DEMAND, [Employment, Reallocation] or 0.0;
        /// Baseline growth of productivity (gp in E6).
        path ProductivityGrowth => productivity_growth: ANY, NONE, [] or 0.0;
        /// Baseline growth of TFP (a in E7).
        path TfpGrowth => tfp_growth: ANY, NONE, [Capital, Investment, Employment] or 0.0;
        /// Growth added to productivity or TFP by the scenario (q in E6 and E7).
        path GrowthAdded => growth_added: ANY, NONE, [] or 0.0;
        /// Baseline growth of core labour demand (gl in E3).
        path LabourGrowth => labour_growth: ANY, DEMAND, [Employment] or 0.0;
        /// Growth added to core labour demand by the scenario (`gl_add` in E3).
        path LabourGrowthAdded => labour_growth_added: ANY, DEMAND, [Employment] or 0.0;
        /// Share of the sector's investment absorbed by green conversion (gamma in E15).
        path GreenShare => green_share: ANY, NONE, [Investment] or 0.0;
        /// Price level of the base year, price base year = 1.
        number Deflator => deflator: POSITIVE, PRICES, [Prices] or 1.0;
        /// Growth of the sector's price level.
        path Inflation => inflation: ANY, PRICES, [Prices] or 0.0;
        /// Whether the sector stands on the land that E10 limits.
        field on_limited_land: bool = false, map own.on_limited_land;
    }
}

input_structs! {
    /// A number of a park.
    numbers ParkNumber;
    paths _;
    owner ParkInputs;
    with own, park: usize, replace, horizon;

    /// An industrial park.
    struct ParkInputs at [] {
        /// Leasable area, hectares.
        number Area => area_ha called "park_area": NOT_NEGATIVE, LAND, [Land] or 0.0;
        /// Opening year.
        number Opening => opening called "park_opening": CALENDAR, LAND, [Land] or 1.0;
        /// Years from opening to full occupancy.
        number RampYears => ramp_years called "park_ramp": MORE_THAN_ZERO, LAND, [Land] or 1.0;
        /// Highest occupancy, 0 to 1.
        number Occupancy => occupancy: FREE, LAND, [Land] or 0.0;
    }
}

/// A group of sectors.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct GroupInputs {
    /// Identifier.
    pub id: String,
    /// Positions of its sectors.
    pub members: Vec<usize>,
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
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize)]
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

/// Spillover of driver sectors on the others (E11).
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize)]
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
        self.map_at(Province, replace)
    }
}

/// The calendar year that a number of the inputs names.
#[expect(clippy::cast_possible_truncation, reason = "whole, and a cast from a float saturates")]
pub fn calendar_year(number: f64) -> Year {
    number.round() as Year
}

fn map_path<C: Copy, D>(
    path: &[C],
    place: impl Fn(usize) -> InputPlace,
    replace: &mut impl FnMut(InputPlace, C) -> D,
) -> Path<D> {
    path.iter().enumerate().map(|(t, value)| replace(place(t), *value)).collect()
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
        let reference_output = paths.map(|(d, path)| map_path(path, |t| InputPlace::ReferenceOutput(d, t), replace));
        let reference_output = reference_output.collect();
        SpilloverInputs {
            enabled: replace(InputPlace::Switch(Switch::Spillover), self.enabled),
            drivers: self.drivers.clone(),
            matrix,
            reference_output,
        }
    }
}

impl<C> Inputs<C> {
    /// Whether a sector belongs to a line.
    pub(super) fn is_of_line(&self, line: Line, sector: usize) -> bool {
        match line {
            Line::Sector(s) => s == sector,
            Line::Group(g) => self.groups.get(g).is_some_and(|group| group.members.contains(&sector)),
            Line::Total => true,
            Line::Taxes => false,
        }
    }
}
