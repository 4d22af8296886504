//! The investment that makes output follow a given path exactly (B5): closed form, year by year, in closure K.

use crate::engine::equations::{investment, potential};
use crate::engine::{Line, Projection, Variable};
use crate::quantity::Year;

/// A year of the path that output is to follow, and what is given in it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PathYear {
    /// The year.
    pub year: Year,
    /// Output wanted, trillion VND at constant prices.
    pub output: f64,
    /// TFP.
    pub tfp: f64,
    /// Structural employment times skills (hL), thousand persons.
    pub effective_labour: f64,
}

/// What a year must invest so that the next year's output is on its path.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct InvestmentYear {
    /// The year of the investment.
    pub year: Year,
    /// Investment, trillion VND at constant prices; negative where capital would have to shrink faster than it wears out.
    pub investment: f64,
    /// Capital at the start of the next year.
    pub next_capital: f64,
}

/// `I_t = K_{t+1} − (1 − δ) K_t` with `K_{t+1} = (Y_{t+1} / (A (hL)^{1−α}))^{1/α}` (E8 and E16 solved for capital).
///
/// `years` starts with the first year in which output is wanted; capital of the year before is given.
/// `None` where output cannot follow from capital: an elasticity of 0, or figures that are not positive.
/// Source: the World Bank's Long Term Growth Model, submodel 2.
pub fn investment_path(
    capital: f64,
    elasticity: f64,
    depreciation: f64,
    years: &[PathYear],
) -> Option<Vec<InvestmentYear>> {
    let mut held = capital;
    years
        .iter()
        .map(|year| {
            let next_capital = potential::needed_capital(year.output, year.tfp, year.effective_labour, elasticity);
            if elasticity <= 0.0 || !(next_capital > 0.0 && next_capital.is_finite()) {
                return None;
            }
            let investment = investment::needed_investment(next_capital, depreciation, held);
            held = next_capital;
            Some(InvestmentYear { year: year.year - 1, investment, next_capital })
        })
        .collect()
}

/// Investment of a sector of a projection so that its output follows the path of another projection of the study.
///
/// TFP, skills and employment stay those of the first projection; both must have the years after the first one's base year.
pub fn follow_output(projection: &Projection, sector: usize, wanted: &Projection) -> Option<Vec<InvestmentYear>> {
    let line = Line::Sector(sector);
    let inputs = projection.inputs().sectors.get(sector)?;
    let years = projection.horizon().projected_years().map(|year| {
        let of = |variable| projection.value(variable, line, year);
        Some(PathYear {
            year,
            output: wanted.value(Variable::Output, line, year)?,
            tfp: of(Variable::Tfp)?,
            effective_labour: potential::skilled_labour(of(Variable::Skills)?, of(Variable::StructuralEmployment)?),
        })
    });
    let years: Vec<PathYear> = years.collect::<Option<_>>()?;
    investment_path(inputs.capital, inputs.capital_elasticity, inputs.depreciation, &years)
}
