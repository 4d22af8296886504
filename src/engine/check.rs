//! What inputs must satisfy before a run: positions that exist, lengths of paths and ranges of parameters.

use super::error::EngineError;
use super::inputs::{Inputs, SectorInputs};
use crate::quantity::Year;

/// Largest magnitude accepted for any input.
const LARGEST: f64 = 1e15;
/// Years that an event may name; far from where arithmetic on years ends.
const CALENDAR: std::ops::RangeInclusive<Year> = 1..=9999;

/// Refuses inputs on which the equations have no meaning.
pub(super) fn check(inputs: &Inputs) -> Result<(), EngineError> {
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
        check_path(variable, "total", path, years)?;
    }
    for path in &inputs.spillover.reference_output {
        check_path("reference_output", "total", path, years)?;
    }
    for (variable, value) in [
        ("population", people.base),
        ("park_share", inputs.land.park_share),
        ("land_productivity", inputs.land.productivity),
        ("tax_deflator", inputs.taxes.deflator),
    ] {
        require(value > 0.0 && value <= LARGEST, variable, "total", value)?;
    }
    for &rate in &inputs.exchange_rate {
        require(rate > 0.0, "exchange_rate", "total", rate)?;
    }
    require(inputs.taxes.base >= 0.0, "product_taxes", "total", inputs.taxes.base)?;
    for &ratio in &inputs.taxes.ratio {
        require(ratio >= 0.0, "tax_ratio", "total", ratio)?;
    }
    check_events(inputs)
}

/// Every position names a sector, and every table has a row and a column for each of them.
fn check_positions(inputs: &Inputs) -> Result<(), EngineError> {
    let n_sectors = inputs.sectors.len();
    let position = |variable, line: &str, s: usize| require(s < n_sectors, variable, line, s as f64);
    let length =
        |variable, line: &str, found: usize, wanted: usize| require(found == wanted, variable, line, found as f64);
    position("reallocation_source", "total", inputs.reallocation_source)?;
    for group in &inputs.groups {
        group.members.iter().try_for_each(|&s| position("group_member", &group.id, s))?;
    }
    inputs.projects.iter().try_for_each(|project| position("project_sector", "total", project.sector))?;
    inputs.shocks.iter().try_for_each(|shock| length("shock_exposure", "total", shock.exposure.len(), n_sectors))?;
    let spillover = &inputs.spillover;
    let n_drivers = spillover.drivers.len();
    spillover.drivers.iter().try_for_each(|&s| position("spillover_driver", "total", s))?;
    length("reference_output", "total", spillover.reference_output.len(), n_drivers)?;
    length("spillover_matrix", "total", spillover.matrix.len(), n_sectors)?;
    spillover.matrix.iter().try_for_each(|row| length("spillover_matrix", "total", row.len(), n_drivers))
}

fn check_year(variable: &'static str, year: Year) -> Result<(), EngineError> {
    require(CALENDAR.contains(&year), variable, "total", f64::from(year))
}

fn check_events(inputs: &Inputs) -> Result<(), EngineError> {
    for shock in &inputs.shocks {
        check_year("shock_start", shock.start)?;
        require(shock.half_life > 0.0, "shock_half_life", "total", shock.half_life)?;
        require(shock.depth.abs() <= LARGEST, "shock_depth", "total", shock.depth)?;
    }
    for project in &inputs.projects {
        check_year("project_start", project.start)?;
        require(project.registered_musd.abs() <= LARGEST, "project_amount", "total", project.registered_musd)?;
        require(project.jobs.abs() <= LARGEST, "project_jobs", "total", project.jobs)?;
    }
    for park in &inputs.land.parks {
        check_year("park_opening", park.opening)?;
        require(park.ramp_years > 0.0, "park_ramp", "total", park.ramp_years)?;
        require((0.0..=LARGEST).contains(&park.area_ha), "park_area", "total", park.area_ha)?;
    }
    Ok(())
}

fn check_sector(sector: &SectorInputs, years: usize) -> Result<(), EngineError> {
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
        require(value > 0.0 && value <= LARGEST, variable, id, value)?;
    }
    for (variable, value) in [("capital_elasticity", sector.capital_elasticity), ("depreciation", sector.depreciation)]
    {
        require((0.0..1.0).contains(&value), variable, id, value)?;
    }
    for (variable, value) in
        [("investment_share", sector.investment_share), ("utilisation_elasticity", sector.utilisation_elasticity)]
    {
        require((0.0..=LARGEST).contains(&value), variable, id, value)?;
    }
    Ok(())
}

fn check_path(variable: &'static str, line: &str, path: &[f64], expected: usize) -> Result<(), EngineError> {
    if path.len() != expected {
        return Err(EngineError::PathLength { variable, line: line.to_owned(), length: path.len(), expected });
    }
    match path.iter().find(|value| value.is_nan() || value.abs() > LARGEST) {
        Some(&value) => Err(EngineError::InputOutOfRange { variable, line: line.to_owned(), value }),
        None => Ok(()),
    }
}

fn require(holds: bool, variable: &'static str, line: &str, value: f64) -> Result<(), EngineError> {
    if holds { Ok(()) } else { Err(EngineError::InputOutOfRange { variable, line: line.to_owned(), value }) }
}
