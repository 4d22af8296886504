//! Places in the inputs by name: what a lever or a table points at without naming a field.
//!
//! Each list gives the names and both accessors; what stands there is said beside the field, in `inputs`.

use super::conditions::ConditionParts;
use super::inputs::{Inputs, ParkInputs, Path, SectorInputs};
use super::real::Real;

/// A single number, beside a [`Path`].
type Number<C> = C;

macro_rules! places {
    ($(#[$about:meta])* $name:ident of $owner:ident as $value:ident { $($place:ident => $($field:ident).+, $part:ident;)+ }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[expect(missing_docs, reason = "each place is described at its field")]
        pub enum $name { $($place),+ }

        impl $name {
            /// What stands in this place.
            pub const fn read<C>(self, owner: &$owner<C>) -> &$value<C> {
                match self { $(Self::$place => &owner.$($field).+),+ }
            }

            /// What stands in this place, to be changed.
            pub const fn of_mut<C>(self, owner: &mut $owner<C>) -> &mut $value<C> {
                match self { $(Self::$place => &mut owner.$($field).+),+ }
            }

            /// The part of the conditions that reads this place; empty if only flows read it.
            pub const fn part(self) -> ConditionParts {
                match self { $(Self::$place => ConditionParts::$part),+ }
            }
        }
    };
}

places! {
    /// A path of the province.
    ProvincePath of Inputs as Path {
        NaturalGrowth => population.natural_growth, PEOPLE;
        NetMigration => population.net_migration, PEOPLE;
        WorkingAgeShare => population.working_age_share, PEOPLE;
        Participation => population.participation, PEOPLE;
        Unemployment => population.unemployment, PEOPLE;
        ReallocationRate => reallocation_rate, DEMAND;
        TrainedShareAdded => trained_share_added, SKILLS;
        LandProductivityGrowth => land.productivity_growth, LAND;
        TaxRatio => taxes.ratio, NONE;
        TaxInflation => taxes.inflation, PRICES;
        InvestmentRate => investment_rate, NONE;
        ExchangeRate => exchange_rate, DISBURSEMENT;
    }
}

places! {
    /// A number of the province.
    ProvinceNumber of Inputs as Number {
        Population => population.base, PEOPLE;
        ParkShare => land.park_share, LAND;
        LandProductivity => land.productivity, LAND;
        Taxes => taxes.base, NONE;
        TaxDeflator => taxes.deflator, PRICES;
    }
}

places! {
    /// A path of a sector.
    SectorPath of SectorInputs as Path {
        ProductivityGrowth => productivity_growth, NONE;
        TfpGrowth => tfp_growth, NONE;
        GrowthAdded => growth_added, NONE;
        LabourGrowth => labour_growth, DEMAND;
        LabourGrowthAdded => labour_growth_added, DEMAND;
        GreenShare => green_share, NONE;
        Inflation => inflation, PRICES;
    }
}

places! {
    /// A number of a sector.
    SectorNumber of SectorInputs as Number {
        Output => output, NONE;
        Employment => employment, DEMAND;
        Capital => capital, NONE;
        CapitalElasticity => capital_elasticity, NONE;
        Depreciation => depreciation, NONE;
        InvestmentShare => investment_share, NONE;
        UtilisationElasticity => utilisation_elasticity, NONE;
        SkillPremium => skill_premium, SKILLS;
        ReallocationShare => reallocation_share, DEMAND;
        Deflator => deflator, PRICES;
    }
}

places! {
    /// A number of a park.
    ParkNumber of ParkInputs as Number {
        Area => area_ha, LAND;
        Opening => opening, LAND;
        RampYears => ramp_years, LAND;
        Occupancy => occupancy, LAND;
    }
}

/// A part of the model that is on or off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Switch {
    /// Whether labour supply limits employment.
    LabourConstrained,
    /// Whether land limits output.
    LandLimit,
    /// Whether drivers act on other sectors.
    Spillover,
}

impl Switch {
    /// 1 where it is on, 0 where it is off.
    pub const fn read<C>(self, inputs: &Inputs<C>) -> &C {
        match self {
            Self::LabourConstrained => &inputs.labour_constrained,
            Self::LandLimit => &inputs.land_limit,
            Self::Spillover => &inputs.spillover.enabled,
        }
    }

    /// The same, to be changed.
    pub const fn of_mut<C>(self, inputs: &mut Inputs<C>) -> &mut C {
        match self {
            Self::LabourConstrained => &mut inputs.labour_constrained,
            Self::LandLimit => &mut inputs.land_limit,
            Self::Spillover => &mut inputs.spillover.enabled,
        }
    }

    /// The part of the conditions that reads it.
    pub const fn part(self) -> ConditionParts {
        match self {
            Self::LabourConstrained => ConditionParts::RATIONING,
            Self::LandLimit | Self::Spillover => ConditionParts::NONE,
        }
    }

    /// Whether it is on.
    pub fn is_on(self, inputs: &Inputs) -> bool {
        *self.read(inputs) > 0.5
    }

    /// Turns it on or off.
    pub fn set<C: Real>(self, inputs: &mut Inputs<C>, on: bool) {
        *self.of_mut(inputs) = if on { C::ONE } else { C::ZERO };
    }
}

/// Where a number stands in the inputs; positions are those of years, sectors, parks, projects, shocks and drivers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InputPlace {
    /// The calendar year of a position.
    Year(usize),
    /// The switch between the closures.
    CapitalClosure,
    /// A switch.
    Switch(Switch),
    /// A path of the province, in a year.
    Path(ProvincePath, usize),
    /// A number of the province.
    Number(ProvinceNumber),
    /// A path of a sector: sector, year.
    SectorPath(SectorPath, usize, usize),
    /// A number of a sector.
    SectorNumber(SectorNumber, usize),
    /// A number of a park.
    Park(ParkNumber, usize),
    /// A project.
    Project(usize),
    /// Anonymous FDI.
    Registrations,
    /// A shock.
    Shock(usize),
    /// What a sector gains from a driver: sector, position of the driver.
    Multiplier(usize, usize),
    /// Baseline output of a driver: position of the driver, year.
    ReferenceOutput(usize, usize),
}
