//! What inputs must satisfy before a run: positions that exist, lengths of paths and ranges of parameters.

use super::bounds::{ANY, Bounds, CALENDAR, MORE_THAN_ZERO};
use super::error::EngineError;
use super::inputs::{Inputs, ParkNumber, ProvinceNumber, ProvincePath, SectorInputs, SectorNumber, SectorPath, Switch};
use super::line::TOTAL_LINE;
use super::real::Real;

/// Refuses inputs on which the equations have no meaning.
///
/// What may stand in a place is said in its row, in `inputs`.
pub(super) fn check<C: Real>(inputs: &Inputs<C>) -> Result<(), EngineError> {
    check_positions(inputs)?;
    let years = inputs.horizon.len();
    for sector in &inputs.sectors {
        check_sector(sector, years)?;
    }
    for place in ProvincePath::ALL {
        check_path((place.name(), TOTAL_LINE), place.read(inputs), place.bounds(), years)?;
    }
    for path in &inputs.spillover.reference_output {
        check_path(("reference_output", TOTAL_LINE), path, ANY, years)?;
    }
    for path in inputs.registrations.registered_musd.iter().filter(|path| !path.is_empty()) {
        check_path(("fdi_registered", TOTAL_LINE), path, ANY, years)?;
    }
    check_path(("calendar_year", TOTAL_LINE), &inputs.years, ANY, years)?;
    for place in ProvinceNumber::ALL {
        check_number((place.name(), TOTAL_LINE), *place.read(inputs), place.bounds())?;
    }
    for place in Switch::ALL {
        check_number((place.name(), TOTAL_LINE), *place.read(inputs), place.bounds())?;
    }
    check_events(inputs)
}

/// Every position names a sector, and every table has a row and a column for each of them.
fn check_positions<C: Real>(inputs: &Inputs<C>) -> Result<(), EngineError> {
    let n_sectors = inputs.sectors.len();
    let position = |variable, line: &str, s: usize| require(s < n_sectors, variable, line, s as f64);
    let length =
        |variable, line: &str, found: usize, wanted: usize| require(found == wanted, variable, line, found as f64);
    position("reallocation_source", TOTAL_LINE, inputs.reallocation_source)?;
    for group in &inputs.groups {
        group.members.iter().try_for_each(|&s| position("group_member", &group.id, s))?;
    }
    inputs.projects.iter().try_for_each(|project| position("project_sector", TOTAL_LINE, project.sector))?;
    inputs.shocks.iter().try_for_each(|shock| length("shock_exposure", TOTAL_LINE, shock.exposure.len(), n_sectors))?;
    let spillover = &inputs.spillover;
    let n_drivers = spillover.drivers.len();
    spillover.drivers.iter().try_for_each(|&s| position("spillover_driver", TOTAL_LINE, s))?;
    length("reference_output", TOTAL_LINE, spillover.reference_output.len(), n_drivers)?;
    length("fdi_registered", TOTAL_LINE, inputs.registrations.registered_musd.len(), n_sectors)?;
    length("spillover_matrix", TOTAL_LINE, spillover.matrix.len(), n_sectors)?;
    spillover.matrix.iter().try_for_each(|row| length("spillover_matrix", TOTAL_LINE, row.len(), n_drivers))
}

fn check_events<C: Real>(inputs: &Inputs<C>) -> Result<(), EngineError> {
    let check = |value: C, bounds: Bounds, variable| check_number((variable, TOTAL_LINE), value, bounds);
    for shock in &inputs.shocks {
        check(shock.start, CALENDAR, "shock_start")?;
        check(shock.half_life, MORE_THAN_ZERO, "shock_half_life")?;
        check(shock.depth, ANY, "shock_depth")?;
    }
    for project in &inputs.projects {
        for schedule in std::iter::once(&project.planned).chain(&project.contained) {
            check(schedule.start, CALENDAR, "project_start")?;
            check(schedule.registered_musd, ANY, "project_amount")?;
            check(schedule.jobs, ANY, "project_jobs")?;
        }
    }
    for park in &inputs.land.parks {
        for place in ParkNumber::ALL {
            check(*place.read(park), place.bounds(), place.name())?;
        }
    }
    Ok(())
}

fn check_sector<C: Real>(sector: &SectorInputs<C>, years: usize) -> Result<(), EngineError> {
    let id = sector.id.as_str();
    for place in SectorPath::ALL {
        check_path((place.name(), id), place.read(sector), place.bounds(), years)?;
    }
    SectorNumber::ALL.iter().try_for_each(|place| check_number((place.name(), id), *place.read(sector), place.bounds()))
}

fn check_path<C: Real>(
    (variable, line): (&'static str, &str),
    path: &[C],
    bounds: Bounds,
    expected: usize,
) -> Result<(), EngineError> {
    if path.len() != expected {
        return Err(EngineError::PathLength { variable, line: line.to_owned(), length: path.len(), expected });
    }
    path.iter().try_for_each(|value| check_number((variable, line), *value, bounds))
}

/// Refuses a number that leaves its bounds in any run, and names the place of a line in which it stands.
fn check_number<C: Real>((variable, line): (&'static str, &str), value: C, bounds: Bounds) -> Result<(), EngineError> {
    let Some((least, most)) = bounds.filter(|bounds| !value.is_within(*bounds)) else { return Ok(()) };
    let (lowest, highest) = (value.lowest(), value.highest());
    // Not a number is within no bounds.
    require(lowest >= least, variable, line, lowest)?;
    require(highest <= most, variable, line, highest)
}

fn require(holds: bool, variable: &'static str, line: &str, value: f64) -> Result<(), EngineError> {
    if holds { Ok(()) } else { Err(EngineError::InputOutOfRange { variable, line: line.to_owned(), value }) }
}
