//! The catalogue of what a projection reports: a variable is one row with its unit, its lines, its prices, the quantity that states it and how it is read.

use super::equations::prices::musd_from_trillion_vnd;
use super::gap::Gap;
use super::line::LineKind;
use super::line_figures::LineFigures;
use super::projection::LineInYear;
use super::real::Real;
use crate::quantity::{PriceBasis, Quantity, Unit};

/// Everything fixed about a variable.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct VariableSpec {
    /// The word used in files, tables and on the command line, and in locale keys.
    pub id: &'static str,
    /// Unit of the values that a projection returns.
    pub unit: Unit,
    /// Unit in which people read it.
    pub shown: Unit,
    /// Lines for which it exists.
    pub coverage: LineCoverage,
    /// Whether values are at constant prices, at current prices, or not money of a price basis.
    pub price_basis: PriceBasis,
    /// How studies state it; `None` where no quantity of a study is this variable.
    pub stated_by: Option<Stated>,
    /// The same at current prices, where there is one.
    pub at_current_prices: Option<Variable>,
    /// The variable that is a line's share of it, where lines have one; a share names itself.
    pub as_share: Option<Variable>,
    /// Parts of the inputs that it needs.
    pub needs: &'static [Gap],
    /// Whether it moves only where output or employment does; prices and people alone leave it.
    pub follows_output: bool,
    /// Whether years before a projection show what was observed of it; growth of output shows that of its level.
    pub shows_record: bool,
}

/// The quantity of a study that states a variable.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stated {
    /// The quantity.
    pub quantity: Quantity,
    /// What one unit of the quantity is in the unit of the variable.
    pub factor: f64,
    /// Prices of the observations that are the variable's record; `None` for any.
    pub record: Option<PriceBasis>,
}

const fn row(id: &'static str, unit: Unit, coverage: LineCoverage, price_basis: PriceBasis) -> VariableSpec {
    VariableSpec {
        id,
        unit,
        shown: unit,
        coverage,
        price_basis,
        stated_by: None,
        at_current_prices: None,
        as_share: None,
        needs: &[],
        follows_output: false,
        shows_record: false,
    }
}

impl VariableSpec {
    const fn show_in(mut self, unit: Unit) -> Self {
        self.shown = unit;
        self
    }

    const fn state_by(mut self, quantity: Quantity, factor: f64, record: Option<PriceBasis>) -> Self {
        self.stated_by = Some(Stated { quantity, factor, record });
        self
    }

    const fn at_current_prices(mut self, variable: Variable) -> Self {
        self.at_current_prices = Some(variable);
        self
    }

    const fn shared_as(mut self, share: Variable) -> Self {
        self.as_share = Some(share);
        self
    }

    const fn following_output(mut self) -> Self {
        self.follows_output = true;
        self
    }

    const fn showing_record(mut self) -> Self {
        self.shows_record = true;
        self
    }

    const fn needing(mut self, needs: &'static [Gap]) -> Self {
        self.needs = needs;
        self
    }
}

/// Lists the variables, a row each: name, catalogue row, and how it is read.
///
/// A `measured` variable follows from the figures of one line in one year, so that an ensemble reads it while it runs;
/// a `stored` one needs the whole run.
macro_rules! variables {
    ($($(#[$about:meta])+ $name:ident => $row:expr, $kind:ident |$at:ident| $read:expr;)+) => {
        /// A reported variable.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Variable { $($(#[$about])+ $name),+ }

        impl Variable {
            /// Every variable, in the order of tables.
            pub const ALL: [Self; [$(stringify!($name)),+].len()] = [$(Self::$name),+];

            /// Whether an ensemble can read it while it runs.
            pub const fn is_measured(self) -> bool {
                match self { $(Self::$name => variables!(@is $kind)),+ }
            }

            /// What a run says of it at a place, for a line that has it; `None` where it is not [`Variable::is_measured`].
            #[inline(always)]
            pub(super) fn measure<N: Real, F: LineFigures<N>>(self, at: F) -> Option<N> {
                match self { $(Self::$name => variables!(@measure $kind at $at $read)),+ }
            }

            /// What a projection says of it at a place, for a line that has it.
            pub(super) fn read<N: Real>(self, at: LineInYear<'_, N>) -> Option<N> {
                match self { $(Self::$name => variables!(@read $kind self at $at $read)),+ }
            }
        }

        /// Rows in the order of the variables.
        const ROWS: &[VariableSpec] = {
            use Gap as G;
            use Variable as V;
            use LineCoverage::{All, Lines, Sectors, SectorsAndTotal, Total};
            use PriceBasis::{Constant, Current, None as NoPrices};
            use Quantity as Q;
            use Unit as U;
            &[$($row),+]
        };
    };
    (@is measured) => { true };
    (@is stored) => { false };
    (@measure measured $given:ident $at:ident $read:expr) => {{ let $at = $given; Some($read) }};
    (@measure stored $given:ident $at:ident $read:expr) => { None };
    (@read measured $variable:ident $given:ident $at:ident $read:expr) => { $variable.measure($given) };
    (@read stored $variable:ident $given:ident $at:ident $read:expr) => {{ let $at = $given; $read }};
}

variables! {
    /// GRDP, the sum of all lines.
    Grdp => row("grdp", U::TrillionVnd, Total, Constant).state_by(Q::Output, 1.0, Some(Constant)).at_current_prices(V::OutputCurrent).shared_as(V::ShareConstant).following_output().showing_record(), measured |at| at.grdp();
    /// Gross value added, without product taxes.
    GrossValueAdded => row("gross_value_added", U::TrillionVnd, Total, Constant).following_output(), stored |at| Some(at.flow().gross_value_added);
    /// Output (value added) of a line.
    Output => row("output", U::TrillionVnd, Lines, Constant).state_by(Q::Output, 1.0, Some(Constant)).at_current_prices(V::OutputCurrent).shared_as(V::ShareConstant).following_output().showing_record(), measured |at| at.sums().output;
    /// Potential output Y*.
    PotentialOutput => row("potential_output", U::TrillionVnd, Sectors, Constant), stored |at| Some(at.potential());
    /// Growth of output on the year before.
    OutputGrowth => row("output_growth", U::RatioPerYear, All, Constant).show_in(U::PercentPerYear).state_by(Q::OutputGrowth, 1.0, None).following_output(), stored |at| Some(at.sums().output / at.before()?.sums().output - N::ONE);
    /// Contribution of a line to growth of GRDP.
    GrowthContribution => row("growth_contribution", U::PercentagePoint, Lines, Constant).following_output(), stored |at| Some(N::splat(100.0) * (at.sums().output - at.before()?.sums().output) / at.before()?.grdp());
    /// Share of GRDP at constant prices.
    ShareConstant => row("share_constant", U::Ratio, Lines, Constant).show_in(U::Percent).state_by(Q::Share, 1.0, Some(Constant)).at_current_prices(V::ShareCurrent).shared_as(V::ShareConstant).following_output(), measured |at| at.sums().output / at.grdp();
    /// Share of GRDP at current prices.
    ShareCurrent => row("share_current", U::Ratio, Lines, Current).show_in(U::Percent).state_by(Q::Share, 1.0, Some(Current)).needing(&[G::Prices]).showing_record(), measured |at| at.sums().current / at.province().sums().current;
    /// Employment.
    Employment => row("employment", U::ThousandPersons, SectorsAndTotal, NoPrices).state_by(Q::Employment, 1.0, None).needing(&[G::Employment]).shared_as(V::EmploymentShare).following_output().showing_record(), measured |at| at.sums().employment;
    /// Structural employment L*.
    StructuralEmployment => row("structural_employment", U::ThousandPersons, Sectors, NoPrices).needing(&[G::Employment]), stored |at| Some(at.structural_employment());
    /// Growth of employment.
    EmploymentGrowth => row("employment_growth", U::RatioPerYear, Sectors, NoPrices).show_in(U::PercentPerYear).needing(&[G::Employment]).following_output(), stored |at| Some(at.sums().employment / at.before()?.sums().employment - N::ONE);
    /// Share of total employment.
    EmploymentShare => row("employment_share", U::Ratio, Sectors, NoPrices).show_in(U::Percent).needing(&[G::Employment]).shared_as(V::EmploymentShare).following_output(), stored |at| Some(at.sums().employment / at.province().sums().employment);
    /// Output per worker.
    Productivity => row("productivity", U::MillionVndPerWorker, SectorsAndTotal, Constant).state_by(Q::Productivity, 1e3, None).needing(&[G::Employment]).following_output(), measured |at| { let sums = at.sums(); sums.output / sums.employment * N::splat(1e3) };
    /// Potential output per structural worker (p).
    PotentialProductivity => row("potential_productivity", U::BillionVndPerWorker, Sectors, Constant).show_in(U::MillionVndPerWorker).needing(&[G::Employment]), stored |at| Some(at.potential() / at.structural_employment());
    /// Skills index h.
    Skills => row("skills", U::Index, Sectors, NoPrices).needing(&[G::Employment, G::Skills]), stored |at| Some(at.sector()?.skills);
    /// Total factor productivity A.
    Tfp => row("tfp", U::Index, Sectors, Constant).needing(&[G::Employment, G::Capital]), stored |at| at.tfp();
    /// Growth of TFP.
    TfpGrowth => row("tfp_growth", U::RatioPerYear, Sectors, Constant).show_in(U::PercentPerYear).needing(&[G::Employment, G::Capital]), stored |at| Some(at.tfp()? / at.before()?.tfp()? - N::ONE);
    /// Capital at the start of the year.
    Capital => row("capital", U::TrillionVnd, Sectors, Constant).needing(&[G::Capital, G::Investment]), stored |at| Some(at.capital());
    /// Capital over output.
    CapitalOutputRatio => row("capital_output_ratio", U::Ratio, SectorsAndTotal, Constant).needing(&[G::Capital, G::Investment]), stored |at| Some(at.capital() / at.sums().output);
    /// Productive investment of a line.
    Investment => row("investment", U::TrillionVnd, Sectors, Constant).needing(&[G::Capital, G::Investment]), stored |at| Some(at.investment());
    /// Investment spent, projects included.
    TotalInvestment => row("total_investment", U::TrillionVnd, Total, Constant).needing(&[G::Investment]), stored |at| Some(at.total_investment());
    /// Incremental capital–output ratio.
    Icor => row("icor", U::Ratio, Total, Constant).needing(&[G::Investment]), stored |at| at.icor();
    /// Project disbursement.
    ProjectInvestment => row("project_investment", U::TrillionVnd, Sectors, Constant).needing(&[G::Investment, G::Prices, G::ExchangeRate]), stored |at| Some(at.disbursement());
    /// Project jobs.
    ProjectJobs => row("project_jobs", U::ThousandPersons, Sectors, NoPrices).needing(&[G::Employment]), stored |at| Some(at.project_jobs());
    /// Shock z as a fraction of potential output.
    Shock => row("shock", U::Ratio, Sectors, NoPrices).show_in(U::Percent), stored |at| Some(at.sector()?.shock);
    /// Population.
    Population => row("population", U::ThousandPersons, Total, NoPrices).state_by(Q::Population, 1.0, None).needing(&[G::Population]), stored |at| Some(at.population());
    /// Labour supply.
    LabourSupply => row("labour_supply", U::ThousandPersons, Total, NoPrices).needing(&[G::Population, G::LabourSupply]), stored |at| Some(at.year().labour_supply);
    /// Labour demand, projects included.
    LabourDemand => row("labour_demand", U::ThousandPersons, Total, NoPrices).needing(&[G::Employment]), stored |at| Some(at.year().labour_demand);
    /// Labour supply less demand.
    LabourGap => row("labour_gap", U::ThousandPersons, Total, NoPrices).needing(&[G::Employment, G::Population, G::LabourSupply]), stored |at| Some(at.year().labour_supply - at.year().labour_demand);
    /// Rationing factor φ.
    LabourRationing => row("labour_rationing", U::Ratio, Total, NoPrices).needing(&[G::Employment]), stored |at| Some(at.year().rationing);
    /// Output that the land can carry.
    LandCapacity => row("land_capacity", U::TrillionVnd, Total, Constant).needing(&[G::Land]), stored |at| Some(at.year().land_capacity);
    /// 1 where the land limit binds.
    LandBinds => row("land_binds", U::Flag, Total, NoPrices).needing(&[G::Land]), stored |at| Some(at.land_binds());
    /// Area that can be occupied.
    LandArea => row("land_area", U::Hectare, Total, NoPrices).needing(&[G::Land]), stored |at| Some(at.year().land_area_ha);
    /// Area that output needs.
    LandRequired => row("land_required", U::Hectare, Total, NoPrices).needing(&[G::Land]), stored |at| Some(at.land_required());
    /// Price level.
    Deflator => row("deflator", U::Index, All, NoPrices).needing(&[G::Prices]), stored |at| { let sums = at.sums(); Some(sums.current / sums.output) };
    /// Output at current prices.
    OutputCurrent => row("output_current", U::TrillionVnd, All, Current).state_by(Q::OutputCurrent, 1.0, None).needing(&[G::Prices]).showing_record(), measured |at| at.sums().current;
    /// VND a US dollar.
    ExchangeRate => row("exchange_rate", U::VndPerUsd, Total, NoPrices).needing(&[G::ExchangeRate]), stored |at| Some(at.exchange_rate());
    /// GRDP per head at current prices, VND.
    GrdpPerHead => row("grdp_per_head", U::MillionVndPerPerson, Total, Current).state_by(Q::GrdpPerHead, 1.0, None).needing(&[G::Prices, G::Population]), measured |at| at.sums().current / at.population() * N::splat(1e3);
    /// GRDP per head at current prices, US dollars.
    GrdpPerHeadUsd => row("grdp_per_head_usd", U::UsdPerPerson, Total, Current).state_by(Q::GrdpPerHeadUsd, 1.0, None).needing(&[G::Prices, G::Population, G::ExchangeRate]), measured |at| musd_from_trillion_vnd(at.sums().current, at.exchange_rate()) / at.population() * N::splat(1e3);
}

/// For which lines a variable exists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineCoverage {
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

impl LineCoverage {
    /// Whether lines of a kind have the variable.
    pub const fn has(self, line: LineKind) -> bool {
        match line {
            LineKind::Part => !matches!(self, Self::Total),
            LineKind::Taxes => matches!(self, Self::Lines | Self::All),
            LineKind::Total => matches!(self, Self::Total | Self::SectorsAndTotal | Self::All),
        }
    }
}

impl Variable {
    /// The catalogue row.
    pub const fn spec(self) -> &'static VariableSpec {
        &ROWS[self as usize]
    }

    /// The word used in files, tables and on the command line.
    pub const fn id(self) -> &'static str {
        self.spec().id
    }

    /// Unit of the values that a projection returns.
    pub const fn unit(self) -> Unit {
        self.spec().unit
    }

    /// Lines for which the variable exists.
    pub const fn coverage(self) -> LineCoverage {
        self.spec().coverage
    }

    /// Whether values are at constant prices, at current prices, or not money of a price basis.
    pub const fn price_basis(self) -> PriceBasis {
        self.spec().price_basis
    }

    /// The variable that figures of a quantity, of lines of a kind and at such prices state, and what one unit of the figure is in its unit.
    ///
    /// A share that does not state its prices is read at constant prices, as the baselines do.
    pub fn find_stated_by(quantity: Quantity, line: LineKind, prices: PriceBasis) -> Option<(Self, f64)> {
        let found = Self::ALL.into_iter().filter_map(|variable| {
            let spec = variable.spec();
            let stated = spec.stated_by.filter(|stated| stated.quantity == quantity && spec.coverage.has(line))?;
            Some((variable, stated.factor))
        });
        let is_current = |variable: Self| variable.price_basis() == PriceBasis::Current;
        let at_prices = |(variable, _): &(Self, f64)| is_current(*variable) == (prices == PriceBasis::Current);
        found.clone().find(at_prices).or_else(|| found.clone().next())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_variable_is_read_in_its_unit_or_as_that_unit_is_read() {
        for variable in Variable::ALL {
            let VariableSpec { unit, shown, .. } = *variable.spec();
            assert!(shown == unit || shown == unit.as_read().0, "{variable:?}: {shown:?} for {unit:?}");
            assert!(shown == unit.as_read().0 || unit == Unit::Ratio, "{variable:?}: {shown:?}");
        }
    }

    #[test]
    fn a_variable_is_read_in_the_unit_in_which_its_quantity_is_typed() {
        for variable in Variable::ALL {
            let spec = variable.spec();
            let Some(stated) = spec.stated_by else { continue };
            assert_eq!(spec.shown, stated.quantity.typed_unit(), "{variable:?}");
            let size = stated.quantity.unit().factor() / spec.unit.factor();
            assert!((stated.factor - size).abs() < 1e-9, "{variable:?}: {size}");
        }
    }
}
