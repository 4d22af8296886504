//! What each year brings whatever output does: people, labour, skills, shocks, land, prices, disbursements (E1–E5, E9, E10, prices).
//!
//! None of these depends on output, so an ensemble computes them once and varies only what `step` does.

use super::equations::{investment, labour, land, population, prices, shock, skills};
use super::error::EngineError;
use super::inputs::{Inputs, SectorInputs};
use crate::quantity::Year;

/// Conditions of one year that belong to the province.
#[derive(Debug, Clone, Copy)]
pub(crate) struct YearConditions {
    pub(crate) population: f64,
    pub(crate) labour_supply: f64,
    pub(crate) labour_demand: f64,
    pub(crate) rationing: f64,
    pub(crate) land_productivity: f64,
    pub(crate) land_area_ha: f64,
    pub(crate) land_capacity: f64,
    pub(crate) tax_deflator: f64,
}

/// Conditions of one year and sector.
#[derive(Debug, Clone, Copy)]
pub(crate) struct SectorConditions {
    /// Core labour demand Dc.
    pub(crate) core_demand: f64,
    /// Project jobs J.
    pub(crate) jobs: f64,
    /// `φ (Dc + J^eff)`.
    pub(crate) effective_labour: f64,
    /// Structural employment L* = φ (Dc + J).
    pub(crate) structural_employment: f64,
    /// Skills index h.
    pub(crate) skills: f64,
    /// Shock z.
    pub(crate) shock: f64,
    /// Price level P.
    pub(crate) deflator: f64,
    /// Project disbursement F, trillion VND at constant prices.
    pub(crate) disbursement: f64,
}

/// Conditions of every year; sector records lie year after year in the order of the sectors.
#[derive(Debug, Clone, Default)]
pub(crate) struct Conditions {
    pub(crate) years: Vec<YearConditions>,
    pub(crate) sectors: Vec<SectorConditions>,
    n_sectors: usize,
}

impl Conditions {
    /// Sector records of a year.
    pub(crate) fn of_year(&self, index: usize) -> &[SectorConditions] {
        let start = index * self.n_sectors;
        self.sectors.get(start..start + self.n_sectors).unwrap_or(&[])
    }
}

/// Evaluates the conditions of every year of the horizon.
pub(crate) fn conditions(inputs: &Inputs) -> Result<Conditions, EngineError> {
    conditions_in(Conditions::default(), inputs)
}

/// The same in the memory of other conditions.
pub(crate) fn conditions_in(mut all: Conditions, inputs: &Inputs) -> Result<Conditions, EngineError> {
    all.years.clear();
    all.sectors.clear();
    all.n_sectors = inputs.sectors.len();
    all.years.reserve(inputs.horizon.len());
    all.sectors.reserve(inputs.horizon.len() * all.n_sectors);
    for (index, year) in inputs.horizon.years().enumerate() {
        let demand = sector_conditions(inputs, &mut all, index, year)?;
        let conditions = year_conditions(inputs, all.years.last(), (index, year), demand)?;
        all.years.push(conditions);
        ration(inputs, &mut all, index, conditions.rationing)?;
    }
    Ok(all)
}

/// Demand, skills, shocks, prices and disbursements of every sector; returns total labour demand.
fn sector_conditions(inputs: &Inputs, all: &mut Conditions, index: usize, year: Year) -> Result<f64, EngineError> {
    let mut total_demand = 0.0;
    let leaving = match index.checked_sub(1) {
        Some(before) => inputs.reallocation_rate[index] * all.of_year(before)[inputs.reallocation_source].core_demand,
        None => 0.0,
    };
    for (s, sector) in inputs.sectors.iter().enumerate() {
        let (core_demand, deflator) = match index.checked_sub(1).map(|before| all.of_year(before)[s]) {
            None => (sector.employment, sector.deflator),
            Some(previous) => (
                labour::core_demand(
                    previous.core_demand,
                    sector.labour_growth[index],
                    sector.labour_growth_added[index],
                    sector.reallocation_share * leaving,
                ),
                prices::price_level(previous.deflator, sector.inflation[index]),
            ),
        };
        let mut record = SectorConditions {
            core_demand,
            jobs: 0.0,
            effective_labour: core_demand,
            structural_employment: core_demand,
            skills: 1.0,
            shock: 0.0,
            deflator,
            disbursement: 0.0,
        };
        add_projects(inputs, &mut record, s, (index, year));
        if index > 0 {
            add_skills_and_shocks(inputs, &mut record, s, (index, year))?;
        }
        total_demand += record.structural_employment;
        all.sectors.push(record);
    }
    Ok(total_demand)
}

fn add_projects(inputs: &Inputs, record: &mut SectorConditions, s: usize, (index, year): (usize, Year)) {
    let mut effective_jobs = 0.0;
    let mut musd = 0.0;
    for project in inputs.projects.iter().filter(|project| project.sector == s) {
        let jobs = labour::project_jobs(project, year);
        record.jobs += jobs;
        effective_jobs += project.premium * jobs;
        musd += investment::disbursement_musd(project, year);
    }
    record.structural_employment = record.core_demand + record.jobs;
    record.effective_labour = record.core_demand + effective_jobs;
    if musd != 0.0 {
        record.disbursement = investment::constant_price_value(musd, inputs.exchange_rate[index], record.deflator);
    }
}

fn add_skills_and_shocks(
    inputs: &Inputs,
    record: &mut SectorConditions,
    s: usize,
    (index, year): (usize, Year),
) -> Result<(), EngineError> {
    let sector = &inputs.sectors[s];
    record.skills = skills::skills(sector.skill_premium, inputs.trained_share_added[index]);
    if !positive(record.skills) {
        return Err(EngineError::SkillsNotPositive { sector: sector.id.clone(), year, value: record.skills });
    }
    // Not `sum`, which makes no shock −0.
    record.shock = inputs.shocks.iter().fold(0.0, |effect, one| effect + shock::shock_effect(one, s, year));
    if !positive(1.0 + record.shock) {
        return Err(EngineError::ShockTooDeep { sector: sector.id.clone(), year, remaining: 1.0 + record.shock });
    }
    Ok(())
}

fn year_conditions(
    inputs: &Inputs,
    previous: Option<&YearConditions>,
    (index, year): (usize, Year),
    labour_demand: f64,
) -> Result<YearConditions, EngineError> {
    let people = &inputs.population;
    let (population, land_productivity, tax_deflator) = match previous {
        None => (people.base, inputs.land.productivity, inputs.taxes.deflator),
        Some(last) => (
            population::population(last.population, people.natural_growth[index], people.net_migration[index]),
            last.land_productivity * (1.0 + inputs.land.productivity_growth[index]),
            prices::price_level(last.tax_deflator, inputs.taxes.inflation[index]),
        ),
    };
    let labour_supply = population::labour_supply(
        population,
        people.working_age_share[index],
        people.participation[index],
        people.unemployment[index],
    );
    if !positive(labour_supply) {
        return Err(EngineError::LabourSupplyNotPositive { year, value: labour_supply });
    }
    let rationing =
        if index == 0 { 1.0 } else { labour::rationing(inputs.labour_closure, labour_supply, labour_demand) };
    let land_area_ha = inputs.land.parks.iter().fold(0.0, |area, park| area + land::occupied_area(park, year));
    Ok(YearConditions {
        population,
        labour_supply,
        labour_demand,
        rationing,
        land_productivity,
        land_area_ha,
        land_capacity: land::capacity(land_productivity, land_area_ha, inputs.land.park_share),
        tax_deflator,
    })
}

fn ration(inputs: &Inputs, all: &mut Conditions, index: usize, rationing: f64) -> Result<(), EngineError> {
    let start = index * all.n_sectors;
    for (record, sector) in all.sectors.iter_mut().skip(start).zip(&inputs.sectors) {
        record.structural_employment *= rationing;
        record.effective_labour *= rationing;
        let value = record.structural_employment;
        if !positive(value) || !positive(record.core_demand) {
            return Err(labour_error(inputs, sector, index, value.min(record.core_demand)));
        }
    }
    Ok(())
}

fn labour_error(inputs: &Inputs, sector: &SectorInputs, index: usize, value: f64) -> EngineError {
    EngineError::LabourNotPositive {
        sector: sector.id.clone(),
        year: inputs.horizon.year(index),
        value,
        rate: inputs.reallocation_rate[index],
    }
}

/// Positive and finite; false for NaN.
pub(crate) fn positive(value: f64) -> bool {
    value > 0.0 && value.is_finite()
}
