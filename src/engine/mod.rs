//! The growth model: complete inputs in, an immutable projection or a typed error out.
//!
//! No files, clock, language, randomness or window; no default is read here.
//! The order of evaluation in a year: `conditions` (E1–E5, E9, E10, prices), then `step` (E6–E8, E10–E16).

mod check;
mod closure;
mod conditions;
pub mod equations;
mod error;
mod inputs;
mod kernel;
mod lanes;
mod places;
mod projection;
pub mod real;
mod step;
mod variable;

pub use closure::{Closure, LabourClosure};
pub use error::EngineError;
pub use inputs::{
    GroupInputs, Inputs, LandInputs, ParkInputs, Path, PopulationInputs, ProjectInputs, SectorInputs, ShockInputs,
    SpilloverInputs, TaxInputs,
};
pub use kernel::{Buffers, Kernel, MeasuredSeries, RecycledBuffers, simulate_with};
pub use lanes::{LANES, Lanes};
pub use places::{ParkNumber, ProvinceNumber, ProvincePath, SectorNumber, SectorPath, Switch};
pub use projection::{Projection, Remark};
pub use real::Real;
pub use variable::{Line, LineCoverage, LineKind, Stated, Variable, VariableSpec};

use conditions::{Conditions, conditions, positive};
use projection::{SectorFlow, YearFlow};
use std::sync::Arc;
use step::{Flow, State, YearView, advance, build_capital};

/// Runs the model over the whole horizon, one pass a year.
///
/// Errors name sector, year, variable and value; no NaN or infinity leaves a run.
pub fn simulate(inputs: &Arc<Inputs>) -> Result<Projection, EngineError> {
    run(inputs, None)
}

/// A run with or without innovations: one list of factors, one a sector, for each projected year.
fn run(inputs: &Arc<Inputs>, innovations: Option<&[Vec<f64>]>) -> Result<Projection, EngineError> {
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
    let mut state = State::<f64>::base(inputs);
    let mut flow = Flow::base(view(inputs, &projection.conditions, 0));
    record(&mut projection, &state, &flow, 0)?;
    for index in 1..n_years {
        build_capital(inputs, &mut state, &flow);
        check_capital(inputs, &state, index)?;
        let innovation = innovations.and_then(|years| years.get(index - 1)).map(Vec::as_slice);
        advance(view(inputs, &projection.conditions, index), &mut state, innovation, &mut flow);
        record(&mut projection, &state, &flow, index)?;
    }
    Ok(projection)
}

#[inline]
fn view<'a>(inputs: &'a Inputs, conditions: &'a Conditions, index: usize) -> YearView<'a> {
    YearView { inputs, index, year: &conditions.years[index], sectors: conditions.of_year(index) }
}

fn check_capital(inputs: &Inputs, state: &State<f64>, index: usize) -> Result<(), EngineError> {
    for (sector, &value) in inputs.sectors.iter().zip(&state.capital) {
        if !positive(value) {
            let year = inputs.horizon.year(index);
            return Err(EngineError::CapitalNotPositive { sector: sector.id.clone(), year, value });
        }
    }
    Ok(())
}

/// Stores a year after checking that every figure of it is sound.
fn record(projection: &mut Projection, state: &State<f64>, flow: &Flow<f64>, index: usize) -> Result<(), EngineError> {
    let inputs = Arc::clone(&projection.inputs);
    let year = inputs.horizon.year(index);
    for (s, sector) in inputs.sectors.iter().enumerate() {
        let potential = flow.potential[s];
        if !positive(potential) {
            return Err(EngineError::PotentialNotPositive { sector: sector.id.clone(), year, value: potential });
        }
        for (variable, value) in
            [("output", flow.output[s]), ("employment", flow.employment[s]), ("investment", flow.investment[s])]
        {
            if !value.is_finite() {
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
    if !positive(flow.grdp) {
        return Err(EngineError::NotFinite { variable: "grdp", line: "total".to_owned(), year, value: flow.grdp });
    }
    let capacity = projection.conditions.years[index].land_capacity;
    projection.year_flows.push(YearFlow {
        gross_value_added: flow.gross_value_added,
        taxes: flow.taxes,
        grdp: flow.grdp,
        ordinary_investment: flow.ordinary_investment,
        land_binds: inputs.land_limit && index > 0 && flow.demanded_on_land > capacity,
    });
    Ok(())
}
