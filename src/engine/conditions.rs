//! What each year brings whatever output does: people, labour, skills, shocks, land, prices, disbursements (E1–E5, E9, E10, prices).
//!
//! None of these depends on output, so an ensemble computes them once and varies only what `step` does.
//! Where assumptions differ between lanes, only what follows from them is computed lane by lane.

use super::equations::{investment, labour, land, population, prices, shock, skills};
use super::error::EngineError;
use super::inputs::{Inputs, SectorInputs};
use super::model_figure::ModelFigure;
use super::real::Real;
use crate::quantity::Year;

/// Conditions of one year that belong to the province.
#[derive(Debug, Clone, Copy)]
pub(crate) struct YearConditions<C = f64> {
    pub(crate) population: C,
    pub(crate) labour_supply: C,
    pub(crate) labour_demand: C,
    pub(crate) rationing: C,
    pub(crate) land_productivity: C,
    pub(crate) land_area_ha: C,
    pub(crate) land_capacity: C,
    pub(crate) tax_deflator: C,
}

/// Conditions of one year and sector.
#[derive(Debug, Clone, Copy)]
pub(crate) struct SectorConditions<C = f64> {
    /// Core labour demand Dc.
    pub(crate) core_demand: C,
    /// Project jobs J.
    pub(crate) jobs: C,
    /// Jobs of anonymous FDI among them.
    registration_jobs: C,
    /// Disbursement of anonymous FDI, million USD.
    registration_musd: C,
    /// `φ (Dc + J^eff)`.
    pub(crate) effective_labour: C,
    /// Structural employment L* = φ (Dc + J).
    pub(crate) structural_employment: C,
    /// Skills index h.
    pub(crate) skills: C,
    /// Shock z.
    pub(crate) shock: C,
    /// Price level P.
    pub(crate) deflator: C,
    /// Project disbursement F, trillion VND at constant prices.
    pub(crate) disbursement: C,
}

/// Conditions of every year; sector records lie year after year in the order of the sectors.
#[derive(Debug, Clone)]
pub(crate) struct Conditions<C = f64> {
    pub(crate) years: Vec<YearConditions<C>>,
    pub(crate) sectors: Vec<SectorConditions<C>>,
    n_sectors: usize,
    /// Part of each shock's first loss that is there in the year at hand.
    shock_profiles: Vec<C>,
}

impl<C> Default for Conditions<C> {
    fn default() -> Self {
        Self { years: Vec::new(), sectors: Vec::new(), n_sectors: 0, shock_profiles: Vec::new() }
    }
}

impl<C> Conditions<C> {
    /// Sector records of a year.
    pub(crate) fn of_year(&self, index: usize) -> &[SectorConditions<C>] {
        let start = index * self.n_sectors;
        self.sectors.get(start..start + self.n_sectors).unwrap_or(&[])
    }
}

/// A year while its conditions are computed.
#[derive(Clone, Copy)]
struct ThisYear<C> {
    index: usize,
    year: Year,
    /// The calendar year as a number of the run.
    number: C,
}

/// Evaluates the conditions of every year of the horizon.
pub(crate) fn conditions<C: Real>(inputs: &Inputs<C>) -> Result<Conditions<C>, EngineError> {
    conditions_in(Conditions::default(), inputs)
}

/// The same in the memory of other conditions.
#[expect(clippy::inline_always, reason = "a block is vectorised only where its arithmetic is inlined")]
#[inline(always)]
pub(crate) fn conditions_in<C: Real>(mut all: Conditions<C>, inputs: &Inputs<C>) -> Result<Conditions<C>, EngineError> {
    all.years.clear();
    all.sectors.clear();
    all.n_sectors = inputs.sectors.len();
    all.years.reserve(inputs.horizon.len());
    all.sectors.reserve(inputs.horizon.len() * all.n_sectors);
    for ((index, year), &number) in inputs.horizon.years().enumerate().zip(&inputs.years) {
        let at = ThisYear { index, year, number };
        all.shock_profiles.clear();
        if index > 0 {
            for one in &inputs.shocks {
                all.shock_profiles.push(shock::shock_profile(one, number));
            }
        }
        let demand = sector_conditions(inputs, &mut all, at)?;
        let conditions = year_conditions(inputs, all.years.last(), at, demand)?;
        all.years.push(conditions);
        ration(inputs, &mut all, at, conditions.rationing)?;
    }
    Ok(all)
}

/// Demand, skills, shocks, prices and disbursements of every sector; returns total labour demand.
#[expect(clippy::inline_always, reason = "a block is vectorised only where its arithmetic is inlined")]
#[inline(always)]
fn sector_conditions<C: Real>(inputs: &Inputs<C>, all: &mut Conditions<C>, at: ThisYear<C>) -> Result<C, EngineError> {
    let mut total_demand = C::ZERO;
    let leaving = match at.index.checked_sub(1) {
        Some(before) => {
            inputs.reallocation_rate[at.index] * all.of_year(before)[inputs.reallocation_source].core_demand
        }
        None => C::ZERO,
    };
    for (s, sector) in inputs.sectors.iter().enumerate() {
        let previous = at.index.checked_sub(1).map(|before| &all.of_year(before)[s]);
        let (core_demand, deflator) = match previous {
            None => (sector.employment, sector.deflator),
            Some(previous) => (
                labour::core_demand(
                    previous.core_demand,
                    sector.labour_growth[at.index],
                    sector.labour_growth_added[at.index],
                    sector.reallocation_share * leaving,
                ),
                prices::price_level(previous.deflator, sector.inflation[at.index]),
            ),
        };
        let core_demand = core_demand.named(ModelFigure::CoreDemand(s).at(at.index), at.number);
        let deflator = deflator.named(ModelFigure::PriceLevel(s).at(at.index), at.number);
        let mut record = SectorConditions {
            core_demand,
            jobs: C::ZERO,
            registration_jobs: C::ZERO,
            registration_musd: C::ZERO,
            effective_labour: core_demand,
            structural_employment: core_demand,
            skills: C::ONE,
            shock: C::ZERO,
            deflator,
            disbursement: C::ZERO,
        };
        add_projects(inputs, &mut record, (s, previous), at);
        add_skills_and_shocks(inputs, &mut record, (s, &all.shock_profiles), at)?;
        total_demand = total_demand + record.structural_employment;
        all.sectors.push(record);
    }
    Ok(total_demand)
}

#[expect(clippy::inline_always, reason = "a block is vectorised only where its arithmetic is inlined")]
#[inline(always)]
fn add_projects<C: Real>(
    inputs: &Inputs<C>,
    record: &mut SectorConditions<C>,
    (s, previous): (usize, Option<&SectorConditions<C>>),
    at: ThisYear<C>,
) {
    let (mut jobs, mut effective_jobs, mut musd) = (C::ZERO, C::ZERO, C::ZERO);
    for project in inputs.projects.iter().filter(|project| project.sector == s) {
        let mut own_jobs = labour::project_jobs(&project.planned, &project.profile, at.number);
        let mut own_musd = investment::disbursement_musd(&project.planned, &project.profile, at.number);
        if let Some(contained) = &project.contained {
            own_jobs = own_jobs - labour::project_jobs(contained, &project.profile, at.number);
            own_musd = own_musd - investment::disbursement_musd(contained, &project.profile, at.number);
        }
        let own_jobs = own_jobs.named(ModelFigure::ProjectJobs(project.project).at(at.index), at.number);
        let own_musd = own_musd.named(ModelFigure::ProjectDisbursement(project.project).at(at.index), at.number);
        jobs = jobs + own_jobs;
        effective_jobs = effective_jobs + project.premium * own_jobs;
        musd = musd + own_musd;
    }
    add_registrations(inputs, record, (s, previous), at);
    jobs = jobs + record.registration_jobs;
    effective_jobs = effective_jobs + record.registration_jobs;
    musd = musd + record.registration_musd;
    record.jobs = jobs.named(ModelFigure::Jobs(s).at(at.index), at.number);
    let effective_jobs = effective_jobs.named(ModelFigure::EffectiveJobs(s).at(at.index), at.number);
    record.structural_employment = record.core_demand + record.jobs;
    record.effective_labour = record.core_demand + effective_jobs;
    if !musd.is_everywhere(0.0) {
        record.disbursement = investment::constant_price_value(musd, inputs.exchange_rate[at.index], record.deflator);
    }
    record.disbursement = record.disbursement.named(ModelFigure::Disbursement(s).at(at.index), at.number);
}

#[expect(clippy::inline_always, reason = "a block is vectorised only where its arithmetic is inlined")]
#[inline(always)]
fn add_registrations<C: Real>(
    inputs: &Inputs<C>,
    record: &mut SectorConditions<C>,
    (s, previous): (usize, Option<&SectorConditions<C>>),
    at: ThisYear<C>,
) {
    let registrations = &inputs.registrations;
    let Some(registered) = registrations.registered_musd.get(s).and_then(|path| path.get(..=at.index)) else { return };
    let musd = investment::registrations_musd(registered, registrations.realised, &registrations.profile);
    record.registration_musd = musd.named(ModelFigure::RegistrationDisbursement(s).at(at.index), at.number);
    let jobs = previous.map_or(C::ZERO, |previous| {
        labour::registration_jobs(previous.registration_jobs, registrations.jobs_per_musd, previous.registration_musd)
    });
    record.registration_jobs = jobs.named(ModelFigure::RegistrationJobs(s).at(at.index), at.number);
}

#[expect(clippy::inline_always, reason = "a block is vectorised only where its arithmetic is inlined")]
#[inline(always)]
fn add_skills_and_shocks<C: Real>(
    inputs: &Inputs<C>,
    record: &mut SectorConditions<C>,
    (s, profiles): (usize, &[C]),
    at: ThisYear<C>,
) -> Result<(), EngineError> {
    let sector = &inputs.sectors[s];
    if at.index > 0 {
        record.skills = skills::skills(sector.skill_premium, inputs.trained_share_added[at.index]);
        if !record.skills.is_positive() {
            let value = record.skills.lowest();
            return Err(EngineError::SkillsNotPositive { sector: sector.id.clone(), year: at.year, value });
        }
        for (one, profile) in inputs.shocks.iter().zip(profiles) {
            record.shock = record.shock + shock::shock_effect(one.exposure[s], one.depth, *profile);
        }
        let remaining = C::ONE + record.shock;
        if !remaining.is_positive() {
            let remaining = remaining.lowest();
            return Err(EngineError::ShockTooDeep { sector: sector.id.clone(), year: at.year, remaining });
        }
    }
    record.skills = record.skills.named(ModelFigure::Skills(s).at(at.index), at.number);
    record.shock = record.shock.named(ModelFigure::Shock(s).at(at.index), at.number);
    Ok(())
}

#[expect(clippy::inline_always, reason = "a block is vectorised only where its arithmetic is inlined")]
#[inline(always)]
fn year_conditions<C: Real>(
    inputs: &Inputs<C>,
    previous: Option<&YearConditions<C>>,
    at: ThisYear<C>,
    labour_demand: C,
) -> Result<YearConditions<C>, EngineError> {
    let (people, index) = (&inputs.population, at.index);
    let (population, land_productivity, tax_deflator) = match previous {
        None => (people.base, inputs.land.productivity, inputs.taxes.deflator),
        Some(last) => (
            population::population(last.population, people.natural_growth[index], people.net_migration[index]),
            last.land_productivity * (C::ONE + inputs.land.productivity_growth[index]),
            prices::price_level(last.tax_deflator, inputs.taxes.inflation[index]),
        ),
    };
    let named = |value: C, figure: ModelFigure| value.named(figure.at(index), at.number);
    let population = named(population, ModelFigure::Population);
    let labour_supply = population::labour_supply(
        population,
        people.working_age_share[index],
        people.participation[index],
        people.unemployment[index],
    );
    if !labour_supply.is_positive() {
        return Err(EngineError::LabourSupplyNotPositive { year: at.year, value: labour_supply.lowest() });
    }
    let labour_supply = named(labour_supply, ModelFigure::LabourSupply);
    let labour_demand = named(labour_demand, ModelFigure::LabourDemand);
    let rationing =
        if index == 0 { C::ONE } else { labour::rationing(inputs.labour_constrained, labour_supply, labour_demand) };
    let land_productivity = named(land_productivity, ModelFigure::LandProductivity);
    let mut land_area_ha = C::ZERO;
    for (number, park) in inputs.land.parks.iter().enumerate() {
        land_area_ha = land_area_ha + named(land::occupied_area(park, at.number), ModelFigure::ParkArea(number));
    }
    let land_area_ha = named(land_area_ha, ModelFigure::LandArea);
    let land_capacity = land::capacity(land_productivity, land_area_ha, inputs.land.park_share);
    Ok(YearConditions {
        population,
        labour_supply,
        labour_demand,
        rationing: named(rationing, ModelFigure::Rationing),
        land_productivity,
        land_area_ha,
        land_capacity: named(land_capacity, ModelFigure::LandCapacity),
        tax_deflator: named(tax_deflator, ModelFigure::TaxPriceLevel),
    })
}

#[expect(clippy::inline_always, reason = "a block is vectorised only where its arithmetic is inlined")]
#[inline(always)]
fn ration<C: Real>(
    inputs: &Inputs<C>,
    all: &mut Conditions<C>,
    at: ThisYear<C>,
    rationing: C,
) -> Result<(), EngineError> {
    let start = at.index * all.n_sectors;
    for (s, (record, sector)) in all.sectors.iter_mut().skip(start).zip(&inputs.sectors).enumerate() {
        let structural = record.structural_employment * rationing;
        record.structural_employment = structural.named(ModelFigure::StructuralEmployment(s).at(at.index), at.number);
        record.effective_labour = record.effective_labour * rationing;
        if !structural.is_positive() || !record.core_demand.is_positive() {
            let value = structural.lowest().min(record.core_demand.lowest());
            return Err(labour_error(inputs, sector, at, value));
        }
    }
    Ok(())
}

fn labour_error<C: Real>(inputs: &Inputs<C>, sector: &SectorInputs<C>, at: ThisYear<C>, value: f64) -> EngineError {
    EngineError::LabourNotPositive {
        sector: sector.id.clone(),
        year: at.year,
        value,
        rate: inputs.reallocation_rate[at.index].lowest(),
    }
}

/// Positive and finite; false for NaN.
pub(crate) fn positive(value: f64) -> bool {
    value > 0.0 && value.is_finite()
}
