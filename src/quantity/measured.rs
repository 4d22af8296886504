//! What figures measure: the catalogue of quantities, a row each with everything fixed about it.

use super::{PriceMeaning, Unit, UnstatedPrices};
use serde::{Deserialize, Serialize};

/// Everything fixed about a quantity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct QuantitySpec {
    /// The unit that the model uses for it.
    pub unit: Unit,
    /// The unit in which people type and read it.
    pub typed: Unit,
    /// Which numbers make sense.
    pub sign: ValueSign,
    /// Whether values are fractions of a whole.
    pub is_share: bool,
    /// Whether the figures of parts of a territory add up to that of the whole.
    pub adds_up: bool,
    /// What constant prices are to it.
    pub prices: PriceMeaning,
    /// How projections read a figure of it that does not say its prices.
    pub unstated: UnstatedPrices,
    /// What a figure of it is bound to, so that it cannot be changed by itself once the inputs are made.
    pub fixed_by: Option<FixedBy>,
}

/// Which numbers a quantity can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ValueSign {
    /// Any.
    Any,
    /// Those above 0.
    Positive,
}

/// What a figure is bound to in inputs that are made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FixedBy {
    /// Growth paths are calibrated on it.
    Calibration,
    /// Labour that moves leaves one sector; the figure of that sector says so, those of the others are free.
    ReallocationSource,
}

/// A row with the unit of the model and the unit in which people type and read it, both always said: of ratios, parts of a
/// whole are read in per cent, elasticities and ratios of levels as numbers.
const fn row(unit: Unit, typed: Unit) -> QuantitySpec {
    QuantitySpec {
        unit,
        typed,
        sign: ValueSign::Any,
        is_share: false,
        adds_up: unit.adds_up(),
        prices: PriceMeaning::Apart,
        unstated: UnstatedPrices::Open,
        fixed_by: None,
    }
}

impl QuantitySpec {
    const fn positive(mut self) -> Self {
        self.sign = ValueSign::Positive;
        self
    }

    const fn share(mut self) -> Self {
        self.is_share = true;
        self
    }

    /// The row of a quantity that is counted, and belongs to nothing that has parts.
    const fn without_parts(mut self) -> Self {
        self.adds_up = false;
        self
    }

    const fn priced_as(mut self, meaning: PriceMeaning) -> Self {
        self.prices = meaning;
        self
    }

    const fn unstated(mut self, prices: UnstatedPrices) -> Self {
        self.unstated = prices;
        self
    }

    const fn fixed_by(mut self, what: FixedBy) -> Self {
        self.fixed_by = Some(what);
        self
    }
}

macro_rules! quantities {
    ($($(#[$about:meta])+ $name:ident => $row:expr;)+) => {
        /// What a figure measures.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Quantity { $($(#[$about])+ $name),+ }

        impl Quantity {
            /// Every quantity, in the order of the rows.
            pub const ALL: [Self; [$(stringify!($name)),+].len()] = [$(Self::$name),+];
        }

        /// Rows in the order of the quantities.
        const ROWS: &[QuantitySpec] = {
            use FixedBy as F;
            use PriceMeaning as P;
            use UnstatedPrices as S;
            use Unit as U;
            &[$($row),+]
        };
    };
}

quantities! {
    /// Value added of a line, or GRDP for the line `total`, at constant prices.
    Output => row(U::TrillionVnd, U::TrillionVnd).positive().priced_as(P::Level).unstated(S::Constant).fixed_by(F::Calibration);
    /// The same at current prices.
    OutputCurrent => row(U::TrillionVnd, U::TrillionVnd).positive();
    /// Growth of output; an average where `since` is given.
    OutputGrowth => row(U::RatioPerYear, U::PercentPerYear).priced_as(P::Growth);
    /// Share of GRDP.
    Share => row(U::Ratio, U::Percent).share().priced_as(P::Share).unstated(S::ConstantAhead);
    /// Employment.
    Employment => row(U::ThousandPersons, U::ThousandPersons).positive().fixed_by(F::Calibration);
    /// Output per worker.
    Productivity => row(U::BillionVndPerWorker, U::MillionVndPerWorker).priced_as(P::Level).unstated(S::ConstantAhead);
    /// Population.
    Population => row(U::ThousandPersons, U::ThousandPersons).positive();
    /// GRDP per head, current prices, VND.
    GrdpPerHead => row(U::MillionVndPerPerson, U::MillionVndPerPerson).positive().priced_as(P::WholeLevel);
    /// GRDP per head, current prices, US dollars.
    GrdpPerHeadUsd => row(U::UsdPerPerson, U::UsdPerPerson).positive().priced_as(P::WholeLevel);
    /// Price level, price base year = 1.
    Deflator => row(U::Index, U::Index).positive().priced_as(P::PriceLevel).fixed_by(F::Calibration);
    /// VND a US dollar.
    ExchangeRate => row(U::VndPerUsd, U::VndPerUsd).positive();
    /// Capital at the start of a year.
    Capital => row(U::TrillionVnd, U::TrillionVnd).positive().priced_as(P::WholeLevel).unstated(S::Constant).fixed_by(F::Calibration);
    /// Capital over output, from which capital follows where it is not given.
    CapitalOutputRatio => row(U::Ratio, U::Ratio).positive().priced_as(P::Ratio);
    /// Investment over GRDP.
    InvestmentRate => row(U::Ratio, U::Percent).share().priced_as(P::Ratio);
    /// Share of a sector in ordinary investment (kappa).
    InvestmentShare => row(U::Ratio, U::Percent).share();
    /// Elasticity of output to capital (alpha).
    CapitalElasticity => row(U::Ratio, U::Ratio).share().fixed_by(F::Calibration);
    /// Depreciation (delta).
    Depreciation => row(U::RatioPerYear, U::PercentPerYear).share().fixed_by(F::Calibration);
    /// Elasticity of employment to utilisation (e).
    UtilisationElasticity => row(U::Ratio, U::Ratio);
    /// Output gain per unit of trained share (psi).
    SkillPremium => row(U::Ratio, U::Ratio);
    /// Share of trained workers.
    TrainedShare => row(U::Ratio, U::Percent).share();
    /// Natural population growth (n).
    NaturalGrowth => row(U::RatioPerYear, U::PercentPerYear);
    /// Net migration a year (M).
    NetMigration => row(U::ThousandPersons, U::ThousandPersons);
    /// Working-age share of population (omega).
    WorkingAgeShare => row(U::Ratio, U::Percent).share();
    /// Participation (pi).
    Participation => row(U::Ratio, U::Percent).share();
    /// Unemployment (u).
    Unemployment => row(U::Ratio, U::Percent).share();
    /// Growth of a price level.
    Inflation => row(U::RatioPerYear, U::PercentPerYear);
    /// Growth of productivity in a baseline (gp).
    ProductivityGrowth => row(U::RatioPerYear, U::PercentPerYear).priced_as(P::Growth);
    /// Growth of employment in a baseline (gl).
    EmploymentGrowth => row(U::RatioPerYear, U::PercentPerYear);
    /// Prior growth of output where targets say nothing.
    OutputGrowthPrior => row(U::RatioPerYear, U::PercentPerYear).priced_as(P::Growth);
    /// Standard deviation of prior log growth.
    PriorDeviation => row(U::Ratio, U::Percent);
    /// Prior growth of employment.
    EmploymentGrowthPrior => row(U::RatioPerYear, U::PercentPerYear);
    /// Local input coefficient: purchases from `from` per unit of gross output of the line.
    InputCoefficient => row(U::Ratio, U::Ratio);
    /// Value added over gross output.
    ValueAddedRatio => row(U::Ratio, U::Percent);
    /// Part of reallocated labour that a sector receives.
    ReallocationShare => row(U::Ratio, U::Percent).share().fixed_by(F::ReallocationSource);
    /// Share of the limited sectors' output produced inside parks (sigma).
    ParkShare => row(U::Ratio, U::Percent).positive().share();
    /// Value added per occupied hectare (nu).
    LandProductivity => row(U::TrillionVndPerHectare, U::TrillionVndPerHectare).positive().priced_as(P::LandLevel).unstated(S::ConstantAhead);
    /// Growth of value added per hectare.
    LandProductivityGrowth => row(U::RatioPerYear, U::PercentPerYear);
    /// Disbursed over registered for anonymous FDI.
    RealisedRatio => row(U::Ratio, U::Percent);
    /// Jobs per million US dollars disbursed.
    JobsPerMillionUsd => row(U::ThousandPersonsPerMillionUsd, U::ThousandPersonsPerMillionUsd);
    /// FDI registered in a year.
    FdiRegistered => row(U::MillionUsd, U::MillionUsd);
    /// Number of FDI projects.
    FdiProjects => row(U::Count, U::Count);
    /// Exports.
    Exports => row(U::MillionUsd, U::MillionUsd);
    /// Imports.
    Imports => row(U::MillionUsd, U::MillionUsd);
    /// Growth of the index of industrial production.
    IndustrialProductionGrowth => row(U::RatioPerYear, U::PercentPerYear);
    /// Growth of the output of one product, which says nothing of its line as a whole.
    ProductOutputGrowth => row(U::RatioPerYear, U::PercentPerYear);
    /// Number of industrial parks.
    ParkCount => row(U::Count, U::Count);
    /// Number of industrial clusters.
    ClusterCount => row(U::Count, U::Count);
    /// Park area.
    ParkArea => row(U::Hectare, U::Hectare);
    /// Workers inside parks.
    ParkWorkers => row(U::ThousandPersons, U::ThousandPersons);
    /// Contribution of TFP to growth.
    TfpContribution => row(U::Ratio, U::Percent);
    /// Budget revenue, US dollars.
    BudgetRevenue => row(U::MillionUsd, U::MillionUsd);
    /// Budget revenue, VND; a sum of years where `since` is given.
    BudgetRevenueVnd => row(U::TrillionVnd, U::TrillionVnd).positive().priced_as(P::WholeLevel);
    /// Investment of the whole society; a sum of years where `since` is given.
    Investment => row(U::TrillionVnd, U::TrillionVnd).positive().priced_as(P::WholeLevel);
    /// Share of the population that lives in towns.
    UrbanShare => row(U::Ratio, U::Percent).share();
    /// Standard deviation of yearly innovations to log productivity or log TFP (sigma in `docs/model.md`, Uncertainty).
    ErrorDeviation => row(U::Ratio, U::Percent).positive();
    /// Autocorrelation of innovations (rho).
    ErrorPersistence => row(U::Ratio, U::Ratio);
    /// Correlation of innovations between the line and `from`.
    ErrorCorrelation => row(U::Ratio, U::Ratio);
    /// Degrees of freedom of the innovations' common tail (nu), a whole number.
    ErrorTailFreedom => row(U::Count, U::Count).without_parts();
    /// Variance of the persistent drift over the variance of a yearly innovation (kappa).
    DriftVarianceRatio => row(U::Ratio, U::Ratio);
    /// Probability that a crash begins in a year.
    CrashProbability => row(U::Ratio, U::Percent).share();
    /// Plausible investment over added output.
    Icor => row(U::Ratio, U::Ratio).priced_as(P::Ratio);
    /// Plausible employment over population.
    EmploymentRate => row(U::Ratio, U::Percent).share();
    /// Plausible growth of TFP.
    TfpGrowth => row(U::RatioPerYear, U::PercentPerYear);
    /// Plausible exports over GRDP.
    ExportRate => row(U::Ratio, U::Percent).priced_as(P::Ratio);
    /// Plausible share of output over share of employment.
    RelativeProductivity => row(U::Ratio, U::Ratio).priced_as(P::Ratio);
}

impl Quantity {
    /// The catalogue row.
    pub const fn spec(self) -> &'static QuantitySpec {
        &ROWS[self as usize]
    }

    /// The unit that the model uses for it.
    pub const fn unit(self) -> Unit {
        self.spec().unit
    }

    /// The unit in which people type and read it.
    pub const fn typed_unit(self) -> Unit {
        self.spec().typed
    }

    /// Whether the figures of parts of a territory add up to that of the whole.
    pub const fn adds_up(self) -> bool {
        self.spec().adds_up
    }

    /// Whether only positive values make sense.
    pub const fn is_positive(self) -> bool {
        matches!(self.spec().sign, ValueSign::Positive)
    }

    /// Whether values are fractions of a whole.
    pub const fn is_share(self) -> bool {
        self.spec().is_share
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_type_a_quantity_in_the_unit_of_the_model_or_as_that_unit_is_read() {
        for quantity in Quantity::ALL {
            let QuantitySpec { unit, typed, .. } = *quantity.spec();
            assert!(typed == unit || typed == unit.as_read().0, "{quantity:?}: {typed:?} for {unit:?}");
            // Growth is never typed as a fraction; of ratios, each row decides.
            assert!(typed == unit.as_read().0 || unit == Unit::Ratio, "{quantity:?}: {typed:?}");
        }
    }

    #[test]
    fn what_has_no_prices_is_not_read_at_constant_prices() {
        for quantity in Quantity::ALL {
            let spec = quantity.spec();
            let has_level = matches!(
                spec.prices,
                PriceMeaning::Level | PriceMeaning::Share | PriceMeaning::WholeLevel | PriceMeaning::LandLevel
            );
            assert!(has_level || spec.unstated == UnstatedPrices::Open, "{quantity:?}");
        }
    }

    #[test]
    fn parts_of_a_whole_have_no_unit_and_do_not_add_up() {
        for quantity in Quantity::ALL.into_iter().filter(|quantity| quantity.is_share()) {
            assert!(quantity.unit().is_fraction() && !quantity.adds_up(), "{quantity:?}");
        }
    }
}
