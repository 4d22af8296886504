//! What inputs must satisfy before a run: positions that exist, lengths of paths and ranges of parameters.

use super::error::EngineError;
use super::inputs::{Inputs, SectorInputs};
use super::real::Real;
use super::variable::TOTAL_LINE;

/// Largest magnitude accepted for any input.
const LARGEST: f64 = 1e15;
/// The largest number below 1.
const BELOW_ONE: f64 = 1.0 - f64::EPSILON / 2.0;
/// Years that an event may name; far from where arithmetic on years ends.
const CALENDAR: (f64, f64) = (1.0, 9999.0);

/// Refuses inputs on which the equations have no meaning.
pub(super) fn check<C: Real>(inputs: &Inputs<C>) -> Result<(), EngineError> {
    check_positions(inputs)?;
    let years = inputs.horizon.len();
    for sector in &inputs.sectors {
        check_sector(sector, years)?;
    }
    let people = &inputs.population;
    let paths = [
        ("natural_growth", &people.natural_growth),
        ("net_migration", &people.net_migration),
        ("working_age_share", &people.working_age_share),
        ("participation", &people.participation),
        ("unemployment", &people.unemployment),
        ("reallocation_rate", &inputs.reallocation_rate),
        ("trained_share_added", &inputs.trained_share_added),
        ("land_productivity_growth", &inputs.land.productivity_growth),
        ("tax_ratio", &inputs.taxes.ratio),
        ("tax_inflation", &inputs.taxes.inflation),
        ("investment_rate", &inputs.investment_rate),
        ("exchange_rate", &inputs.exchange_rate),
    ];
    for (variable, path) in paths {
        check_path(variable, TOTAL_LINE, path, years)?;
    }
    for path in &inputs.spillover.reference_output {
        check_path("reference_output", TOTAL_LINE, path, years)?;
    }
    for path in inputs.registrations.registered_musd.iter().filter(|path| !path.is_empty()) {
        check_path("fdi_registered", TOTAL_LINE, path, years)?;
    }
    check_path("calendar_year", TOTAL_LINE, &inputs.years, years)?;
    for (variable, value) in [
        ("population", people.base),
        ("park_share", inputs.land.park_share),
        ("land_productivity", inputs.land.productivity),
        ("tax_deflator", inputs.taxes.deflator),
    ] {
        require_between(value, (f64::MIN_POSITIVE, LARGEST), variable, TOTAL_LINE)?;
    }
    for &rate in &inputs.exchange_rate {
        require_between(rate, (f64::MIN_POSITIVE, LARGEST), "exchange_rate", TOTAL_LINE)?;
    }
    require_between(inputs.taxes.base, (0.0, f64::INFINITY), "product_taxes", TOTAL_LINE)?;
    for &ratio in &inputs.taxes.ratio {
        require_between(ratio, (0.0, LARGEST), "tax_ratio", TOTAL_LINE)?;
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
    let check = |value: C, bounds: (f64, f64), variable| require_between(value, bounds, variable, TOTAL_LINE);
    let (any, positive) = ((-LARGEST, LARGEST), (f64::MIN_POSITIVE, f64::INFINITY));
    for shock in &inputs.shocks {
        check(shock.start, CALENDAR, "shock_start")?;
        check(shock.half_life, positive, "shock_half_life")?;
        check(shock.depth, any, "shock_depth")?;
    }
    for project in &inputs.projects {
        for schedule in std::iter::once(&project.planned).chain(&project.contained) {
            check(schedule.start, CALENDAR, "project_start")?;
            check(schedule.registered_musd, any, "project_amount")?;
            check(schedule.jobs, any, "project_jobs")?;
        }
    }
    for park in &inputs.land.parks {
        check(park.opening, CALENDAR, "park_opening")?;
        check(park.ramp_years, positive, "park_ramp")?;
        check(park.area_ha, (0.0, LARGEST), "park_area")?;
    }
    Ok(())
}

fn check_sector<C: Real>(sector: &SectorInputs<C>, years: usize) -> Result<(), EngineError> {
    let id = sector.id.as_str();
    for (variable, path) in [
        ("productivity_growth", &sector.productivity_growth),
        ("tfp_growth", &sector.tfp_growth),
        ("growth_added", &sector.growth_added),
        ("labour_growth", &sector.labour_growth),
        ("labour_growth_added", &sector.labour_growth_added),
        ("green_share", &sector.green_share),
        ("inflation", &sector.inflation),
    ] {
        check_path(variable, id, path, years)?;
    }
    for (variable, value) in [
        ("output", sector.output),
        ("employment", sector.employment),
        ("capital", sector.capital),
        ("deflator", sector.deflator),
    ] {
        require_between(value, (f64::MIN_POSITIVE, LARGEST), variable, id)?;
    }
    for (variable, value) in [("capital_elasticity", sector.capital_elasticity), ("depreciation", sector.depreciation)]
    {
        require_between(value, (0.0, BELOW_ONE), variable, id)?;
    }
    for (variable, value) in
        [("investment_share", sector.investment_share), ("utilisation_elasticity", sector.utilisation_elasticity)]
    {
        require_between(value, (0.0, LARGEST), variable, id)?;
    }
    Ok(())
}

fn check_path<C: Real>(variable: &'static str, line: &str, path: &[C], expected: usize) -> Result<(), EngineError> {
    if path.len() != expected {
        return Err(EngineError::PathLength { variable, line: line.to_owned(), length: path.len(), expected });
    }
    let bounds = (-LARGEST, LARGEST);
    if path.iter().all(|value| value.is_within(bounds)) {
        return Ok(());
    }
    path.iter().try_for_each(|value| require_between(*value, bounds, variable, line))
}

/// Refuses a number that leaves its bounds in any place, and names the place that does.
fn require_between<C: Real>(
    value: C,
    (least, most): (f64, f64),
    variable: &'static str,
    line: &str,
) -> Result<(), EngineError> {
    if value.is_within((least, most)) {
        return Ok(());
    }
    let (lowest, highest) = (value.lowest(), value.highest());
    // Not a number is within no bounds.
    require(lowest >= least, variable, line, lowest)?;
    require(highest <= most, variable, line, highest)
}

fn require(holds: bool, variable: &'static str, line: &str, value: f64) -> Result<(), EngineError> {
    if holds { Ok(()) } else { Err(EngineError::InputOutOfRange { variable, line: line.to_owned(), value }) }
}
