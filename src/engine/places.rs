//! Places in the inputs by name: what a lever or a table points at without naming a field.
//!
//! Each list gives the names and both accessors; what stands there is said beside the field, in `inputs`.

use super::LabourClosure;
use super::inputs::{Inputs, ParkInputs, Path, SectorInputs};

macro_rules! places {
    ($(#[$about:meta])* $name:ident of $owner:ident as $value:ty { $($place:ident => $($field:ident).+),+ $(,)? }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[expect(missing_docs, reason = "each place is described at its field")]
        pub enum $name { $($place),+ }

        impl $name {
            /// What stands in this place.
            pub const fn read(self, owner: &$owner) -> &$value {
                match self { $(Self::$place => &owner.$($field).+),+ }
            }

            /// What stands in this place, to be changed.
            pub const fn of_mut(self, owner: &mut $owner) -> &mut $value {
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
    ProvinceNumber of Inputs as f64 {
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
    SectorNumber of SectorInputs as f64 {
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

/// A number of a park.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "each place is described at its field")]
pub enum ParkNumber {
    Area,
    Opening,
    RampYears,
    Occupancy,
}

impl ParkNumber {
    /// What stands in this place; a year as a number.
    pub fn read(self, park: &ParkInputs) -> f64 {
        match self {
            Self::Area => park.area_ha,
            Self::Opening => f64::from(park.opening),
            Self::RampYears => park.ramp_years,
            Self::Occupancy => park.occupancy,
        }
    }

    /// Puts a number in this place; a year takes the nearest whole number.
    #[expect(clippy::cast_possible_truncation, reason = "rounded, and a cast from a float saturates")]
    pub fn set(self, park: &mut ParkInputs, value: f64) {
        match self {
            Self::Area => park.area_ha = value,
            Self::Opening => park.opening = value.round() as crate::quantity::Year,
            Self::RampYears => park.ramp_years = value,
            Self::Occupancy => park.occupancy = value,
        }
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
    /// Whether it is on.
    pub const fn is_on(self, inputs: &Inputs) -> bool {
        match self {
            Self::LabourConstrained => matches!(inputs.labour_closure, LabourClosure::Constrained),
            Self::LandLimit => inputs.land_limit,
            Self::Spillover => inputs.spillover.enabled,
        }
    }

    /// Turns it on or off.
    pub const fn set(self, inputs: &mut Inputs, on: bool) {
        match self {
            Self::LabourConstrained if on => inputs.labour_closure = LabourClosure::Constrained,
            Self::LabourConstrained => inputs.labour_closure = LabourClosure::Open,
            Self::LandLimit => inputs.land_limit = on,
            Self::Spillover => inputs.spillover.enabled = on,
        }
    }
}
