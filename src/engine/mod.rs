//! The growth model: complete inputs in, an immutable projection or a typed error out.
//!
//! No files, clock, language, randomness or window; no default is read here.
//! The order of evaluation in a year: `conditions` (E1–E5, E9, E10, prices), then `step` (E6–E8, E10–E16).

mod bounds;
mod check;
mod closure;
mod condition_parts;
mod conditions;
mod dual;
pub mod equations;
mod error;
mod formula;
mod gap;
mod gaps;
mod inputs;
mod kernel;
mod lanes;
mod line;
mod line_figures;
mod model_figure;
mod places;
mod projection;
pub mod real;
mod step;
mod variable;
mod written;

pub use closure::Closure;
pub use condition_parts::ConditionParts;
pub use dual::{Dual, SLOPES};
pub use error::EngineError;
pub use formula::{Expression, Formula, FormulaSheet, FunctionOfOne, Sign};
pub use gap::{Gap, Gaps};
pub use inputs::{
    GroupInputs, Inputs, LandInputs, ParkInputs, ParkNumber, Path, PopulationInputs, ProjectInputs, ProjectSchedule,
    ProvinceNumber, ProvincePath, RegistrationInputs, SectorInputs, SectorNumber, SectorPath, ShockInputs,
    SpilloverInputs, Switch, TaxInputs, calendar_year,
};
pub use kernel::{Buffers, Kernel, MeasuredSeries, simulate_with};
pub use lanes::{LANES, Lanes};
pub use line::{Line, LineKind, TAXES_LINE, TOTAL_LINE};
pub use model_figure::{ModelFigure, ModelTerm};
pub use places::InputPlace;
pub use projection::{Projection, Remark};
pub use real::{Lift, Real};
pub use variable::{LineCoverage, Stated, Variable, VariableSpec};
pub use written::{EQUATIONS, WrittenEquation, section_text};

use conditions::{Conditions, conditions};
use projection::{SectorFlow, YearFlow};
use std::sync::Arc;
use step::{Flow, State, YearView, advance, build_capital};

/// Runs the model over the whole horizon, one pass a year.
///
/// # Errors
/// [`EngineError`] with sector, year, variable and value if an input is out of range, or a figure of the run is not
/// finite, or not positive where it must be.
pub fn simulate(inputs: &Arc<Inputs>) -> Result<Projection, EngineError> {
    run(inputs, None)
}

/// A run over any kind of number: several runs side by side, one with its derivatives, or the formulas of every figure.
///
/// # Errors
/// As [`simulate`].
pub fn simulate_over<N: Real>(inputs: &Arc<Inputs<N>>) -> Result<Projection<N>, EngineError> {
    run(inputs, None)
}

/// A run with or without innovations: one list of factors, one a sector, for each projected year.
fn run<N: Real>(inputs: &Arc<Inputs<N>>, innovations: Option<&[Vec<N>]>) -> Result<Projection<N>, EngineError> {
    check::check(inputs)?;
    let conditions = conditions(inputs)?;
    let n_years = inputs.horizon.len();
    let mut projection = Projection {
        inputs: Arc::clone(inputs),
        sector_flows: Vec::with_capacity(n_years * inputs.sectors.len()),
        year_flows: Vec::with_capacity(n_years),
        remarks: Vec::new(),
        conditions,
    };
    let mut state = State::<N>::base(inputs);
    let mut flow = Flow::base(view(inputs, &projection.conditions, 0));
    record(inputs, &mut projection, (&state, &flow), 0)?;
    for index in 1..n_years {
        build_capital(view(inputs, &projection.conditions, index), &mut state, &flow);
        check_capital(inputs, &state, index)?;
        let innovation = innovations.and_then(|years| years.get(index - 1)).map(Vec::as_slice);
        advance(view(inputs, &projection.conditions, index), &mut state, innovation, &mut flow);
        record(inputs, &mut projection, (&state, &flow), index)?;
    }
    Ok(projection)
}

fn view<'a, C>(inputs: &'a Inputs<C>, conditions: &'a Conditions<C>, index: usize) -> YearView<'a, C> {
    YearView { inputs, index, year: &conditions.years[index], sectors: conditions.of_year(index) }
}

fn check_capital<N: Real>(inputs: &Inputs<N>, state: &State<N>, index: usize) -> Result<(), EngineError> {
    for (sector, value) in inputs.sectors.iter().zip(&state.capital) {
        if !value.is_positive() {
            let (year, value) = (inputs.horizon.year(index), value.lowest());
            return Err(EngineError::CapitalNotPositive { sector: sector.id.clone(), year, value });
        }
    }
    Ok(())
}

/// Stores a year after checking that every figure of it is sound.
fn record<N: Real>(
    inputs: &Inputs<N>,
    projection: &mut Projection<N>,
    (state, flow): (&State<N>, &Flow<N>),
    index: usize,
) -> Result<(), EngineError> {
    let year = inputs.horizon.year(index);
    for (s, sector) in inputs.sectors.iter().enumerate() {
        let potential = flow.potential[s];
        if !potential.is_positive() {
            let value = potential.lowest();
            return Err(EngineError::PotentialNotPositive { sector: sector.id.clone(), year, value });
        }
        for (variable, value) in
            [("output", flow.output[s]), ("employment", flow.employment[s]), ("investment", flow.investment[s])]
        {
            if !Real::is_finite(value) {
                let value = value.lowest();
                return Err(EngineError::NotFinite { variable, line: sector.id.clone(), year, value });
            }
        }
        if flow.was_held_at_zero(s) && index > 0 {
            projection.remarks.push(Remark::SpilloverHeldAtZero { sector: s, year });
        }
        projection.sector_flows.push(SectorFlow {
            potential,
            output: flow.output[s],
            employment: flow.employment[s],
            capital: state.capital[s],
            investment: flow.investment[s],
        });
    }
    if !flow.grdp.is_positive() {
        let value = flow.grdp.lowest();
        return Err(EngineError::NotFinite { variable: "grdp", line: TOTAL_LINE.to_owned(), year, value });
    }
    projection.year_flows.push(YearFlow {
        gross_value_added: flow.gross_value_added,
        taxes: flow.taxes,
        grdp: flow.grdp,
        ordinary_investment: flow.ordinary_investment,
        demanded_on_land: flow.demanded_on_land,
    });
    Ok(())
}
