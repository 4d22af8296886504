//! Places in the inputs by name: what a lever or a table points at without naming a field.
//!
//! Each list gives the names and both accessors; what stands there is said beside the field, in `inputs`.

use super::inputs::{Inputs, ParkInputs, Path, SectorInputs};
use super::real::Real;

/// A single number, beside a [`Path`].
type Number<C> = C;

macro_rules! places {
    ($(#[$about:meta])* $name:ident of $owner:ident as $value:ident { $($place:ident => $($field:ident).+),+ $(,)? }) => {
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
        }
    };
}

places! {
    /// A path of the province.
    ProvincePath of Inputs as Path {
        NaturalGrowth => population.natural_growth,
        NetMigration => population.net_migration,
        WorkingAgeShare => population.working_age_share,
        Participation => population.participation,
        Unemployment => population.unemployment,
        ReallocationRate => reallocation_rate,
        TrainedShareAdded => trained_share_added,
        LandProductivityGrowth => land.productivity_growth,
        TaxRatio => taxes.ratio,
        TaxInflation => taxes.inflation,
        InvestmentRate => investment_rate,
        ExchangeRate => exchange_rate,
    }
}

places! {
    /// A number of the province.
    ProvinceNumber of Inputs as Number {
        Population => population.base,
        ParkShare => land.park_share,
        LandProductivity => land.productivity,
        Taxes => taxes.base,
        TaxDeflator => taxes.deflator,
    }
}

places! {
    /// A path of a sector.
    SectorPath of SectorInputs as Path {
        ProductivityGrowth => productivity_growth,
        TfpGrowth => tfp_growth,
        GrowthAdded => growth_added,
        LabourGrowth => labour_growth,
        LabourGrowthAdded => labour_growth_added,
        GreenShare => green_share,
        Inflation => inflation,
    }
}

places! {
    /// A number of a sector.
    SectorNumber of SectorInputs as Number {
        Output => output,
        Employment => employment,
        Capital => capital,
        CapitalElasticity => capital_elasticity,
        Depreciation => depreciation,
        InvestmentShare => investment_share,
        UtilisationElasticity => utilisation_elasticity,
        SkillPremium => skill_premium,
        ReallocationShare => reallocation_share,
        Deflator => deflator,
    }
}

places! {
    /// A number of a park.
    ParkNumber of ParkInputs as Number {
        Area => area_ha,
        Opening => opening,
        RampYears => ramp_years,
        Occupancy => occupancy,
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
pub enum Place {
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
