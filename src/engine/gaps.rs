//! Missing figures: inputs that merely stand in so that the equations run, and the results that must not be read
//! because they rest on them.
//!
//! A study with output by sector alone gives every sector one worker in every year; productivity is then output itself.
//! Output is right; every result about workers would be made up, and is a gap.

use super::gap::{Gap, Gaps};
use super::line::Line;
use super::model_figure::ModelFigure;
use super::places::InputPlace;
use super::variable::Variable;

impl Gaps {
    /// Why a variable of a line is not known; `None` where it is, or where the line does not have it at all.
    pub fn of_variable(self, variable: Variable, line: Line) -> Option<Gap> {
        if self.is_empty() {
            return None;
        }
        let of_line = (line == Line::Taxes && self.has(Gap::ProductTaxes)).then_some(Gap::ProductTaxes);
        of_line.or_else(|| self.first_of(variable.spec().needs))
    }

    /// The part to which a number of the inputs belongs, where that part merely stands in.
    pub fn of_place(self, place: InputPlace) -> Option<Gap> {
        let needs: &[Gap] = match place {
            InputPlace::CapitalClosure => &Self::OF_CAPITAL_CLOSURE,
            InputPlace::Switch(place) => place.needs(),
            InputPlace::Path(place, _) => place.needs(),
            InputPlace::Number(place) => place.needs(),
            InputPlace::SectorPath(place, ..) => place.needs(),
            InputPlace::SectorNumber(place, _) => place.needs(),
            InputPlace::Park(place, _) => place.needs(),
            InputPlace::Project(_) | InputPlace::Registrations => &Self::OF_PROJECTS,
            InputPlace::Year(_)
            | InputPlace::Shock(_)
            | InputPlace::Multiplier(..)
            | InputPlace::ReferenceOutput(..) => &[],
        };
        self.first_of(needs)
    }

    /// Why a figure of the equations must not be read.
    ///
    /// Productivity of closure P stays: without employment it is output itself.
    pub fn of_figure(self, figure: ModelFigure) -> Option<Gap> {
        use ModelFigure as F;
        let needs: &[Gap] = match figure {
            F::Population => &[Gap::Population],
            F::LabourSupply => &[Gap::Population, Gap::LabourSupply],
            F::CoreDemand(_)
            | F::Jobs(_)
            | F::EffectiveJobs(_)
            | F::LabourDemand
            | F::Rationing
            | F::StructuralEmployment(_)
            | F::Employment(_) => &[Gap::Employment],
            F::Skills(_) => &[Gap::Employment, Gap::Skills],
            F::ProjectJobs(_)
            | F::ProjectDisbursement(_)
            | F::RegistrationJobs(_)
            | F::RegistrationDisbursement(_)
            | F::Disbursement(_) => &Self::OF_PROJECTS,
            F::PriceLevel(_) => &[Gap::Prices],
            F::TaxPriceLevel => &[Gap::ProductTaxes, Gap::Prices],
            F::Capital(_) | F::Investment(_) => &[Gap::Capital, Gap::Investment],
            F::OrdinaryInvestment => &[Gap::Investment],
            F::Tfp(_) => &Self::OF_CAPITAL_CLOSURE,
            F::LandProductivity
            | F::ParkArea(_)
            | F::LandArea
            | F::LandCapacity
            | F::DemandedOnLand
            | F::OutputWithinLand(_) => &[Gap::Land],
            F::ProductTaxes => &[Gap::ProductTaxes],
            F::Shock(_)
            | F::GrowthAdded(_)
            | F::Productivity(_)
            | F::PotentialOutput(_)
            | F::DemandedOutput(_)
            | F::Output(_)
            | F::GrossValueAdded
            | F::Grdp => &[],
        };
        self.first_of(needs)
    }
}
