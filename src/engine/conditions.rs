//! What each year brings whatever output does: people, labour, skills, shocks, land, prices, disbursements (E1–E5, E9, E10, prices).
//!
//! None of these depends on output, so an ensemble computes them once and varies only what `step` does.
//! Each part is computed over all years, so that questions about assumptions renew only what follows from those that changed.

#![expect(clippy::inline_always, reason = "a block is vectorised only where its arithmetic is inlined")]

use super::condition_parts::ConditionParts;
use super::equations::{investment, labour, land, population, prices, shock, skills};
use super::error::EngineError;
use super::inputs::{Inputs, ProjectInputs, SectorInputs};
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
    /// Project jobs weighted by their premium.
    effective_jobs: C,
    /// Disbursement of projects and anonymous FDI, million USD.
    disbursed_musd: C,
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

impl<C: Real> YearConditions<C> {
    const EMPTY: Self = Self {
        population: C::ZERO,
        labour_supply: C::ZERO,
        labour_demand: C::ZERO,
        rationing: C::ONE,
        land_productivity: C::ZERO,
        land_area_ha: C::ZERO,
        land_capacity: C::ZERO,
        tax_deflator: C::ONE,
    };
}

impl<C: Real> SectorConditions<C> {
    const EMPTY: Self = Self {
        core_demand: C::ZERO,
        jobs: C::ZERO,
        registration_jobs: C::ZERO,
        registration_musd: C::ZERO,
        effective_jobs: C::ZERO,
        disbursed_musd: C::ZERO,
        effective_labour: C::ZERO,
        structural_employment: C::ZERO,
        skills: C::ONE,
        shock: C::ZERO,
        deflator: C::ONE,
        disbursement: C::ZERO,
    };
}

/// Conditions of every year; sector records lie year after year in the order of the sectors.
#[derive(Debug, Clone)]
pub(crate) struct Conditions<C = f64> {
    pub(crate) years: Vec<YearConditions<C>>,
    pub(crate) sectors: Vec<SectorConditions<C>>,
    n_sectors: usize,
}

impl<C> Default for Conditions<C> {
    fn default() -> Self {
        Self { years: Vec::new(), sectors: Vec::new(), n_sectors: 0 }
    }
}

impl<C> Conditions<C> {
    /// Sector records of a year.
    pub(crate) fn of_year(&self, index: usize) -> &[SectorConditions<C>] {
        let start = index * self.n_sectors;
        self.sectors.get(start..start + self.n_sectors).unwrap_or(&[])
    }

    /// Sector records of the year before, none before the base year, and those of a year.
    #[inline(always)]
    fn year_after(&mut self, index: usize) -> (Option<&[SectorConditions<C>]>, &mut [SectorConditions<C>]) {
        let (n, start) = (self.n_sectors, index * self.n_sectors);
        let (before, now) = self.sectors.split_at_mut(start);
        (before.get(start.wrapping_sub(n)..), now.get_mut(..n).unwrap_or(&mut []))
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

impl<C: Real> ThisYear<C> {
    /// Gives a figure of the year its name.
    #[inline(always)]
    fn name(self, value: C, figure: ModelFigure) -> C {
        value.named(figure.at(self.index), self.number)
    }
}

/// Evaluates the conditions of every year of the horizon.
#[inline(always)]
pub(crate) fn conditions<C: Real>(inputs: &Inputs<C>) -> Result<Conditions<C>, EngineError> {
    let mut all = Conditions::default();
    all.renew(inputs, ConditionParts::ALL)?;
    Ok(all)
}

/// The years of the horizon with their numbers.
#[inline(always)]
fn years<C: Real>(inputs: &Inputs<C>) -> impl Iterator<Item = ThisYear<C>> {
    let years = inputs.horizon.years().zip(&inputs.years).enumerate();
    years.map(|(index, (year, number))| ThisYear { index, year, number: *number })
}

impl<C: Real> Conditions<C> {
    /// Evaluates parts again whose inputs have changed, and what follows from them, in the memory that is there.
    #[inline(always)]
    pub(crate) fn renew(&mut self, inputs: &Inputs<C>, changed: ConditionParts) -> Result<(), EngineError> {
        let (n_years, n_sectors) = (inputs.horizon.len(), inputs.sectors.len());
        let has_shape = self.n_sectors == n_sectors && self.years.len() == n_years;
        let parts = if has_shape { changed.with_followers() } else { ConditionParts::ALL };
        if !has_shape {
            self.n_sectors = n_sectors;
            self.years.clear();
            self.years.resize(n_years, YearConditions::EMPTY);
            self.sectors.clear();
            self.sectors.resize(n_years * n_sectors, SectorConditions::EMPTY);
        }
        if parts.has(ConditionParts::PEOPLE) {
            self.renew_people(inputs)?;
        }
        if parts.has(ConditionParts::DEMAND) {
            self.renew_demand(inputs)?;
        }
        if parts.has(ConditionParts::PROJECTS) {
            self.renew_projects(inputs);
        }
        if parts.has(ConditionParts::PRICES) {
            self.renew_prices(inputs);
        }
        if parts.has(ConditionParts::DISBURSEMENT) {
            self.renew_disbursement(inputs);
        }
        if parts.has(ConditionParts::SKILLS) {
            self.renew_skills(inputs)?;
        }
        if parts.has(ConditionParts::SHOCKS) {
            self.renew_shocks(inputs)?;
        }
        if parts.has(ConditionParts::LAND) {
            self.renew_land(inputs);
        }
        if parts.has(ConditionParts::RATIONING) {
            self.renew_rationing(inputs)?;
        }
        Ok(())
    }

    /// E1 and E2.
    #[inline(always)]
    fn renew_people(&mut self, inputs: &Inputs<C>) -> Result<(), EngineError> {
        let people = &inputs.population;
        let mut last = people.base;
        for at in years(inputs) {
            let index = at.index;
            if index > 0 {
                last = population::population(last, people.natural_growth[index], people.net_migration[index]);
            }
            last = at.name(last, ModelFigure::Population);
            let supply = population::labour_supply(
                last,
                people.working_age_share[index],
                people.participation[index],
                people.unemployment[index],
            );
            if !supply.is_positive() {
                return Err(EngineError::LabourSupplyNotPositive { year: at.year, value: supply.lowest() });
            }
            self.years[index].population = last;
            self.years[index].labour_supply = at.name(supply, ModelFigure::LabourSupply);
        }
        Ok(())
    }

    /// E3 without projects.
    #[inline(always)]
    fn renew_demand(&mut self, inputs: &Inputs<C>) -> Result<(), EngineError> {
        for at in years(inputs) {
            let index = at.index;
            let (before, now) = self.year_after(index);
            let leaving = match before {
                Some(before) => {
                    let source = before[inputs.reallocation_source].core_demand;
                    labour::leaving_labour(inputs.reallocation_rate[index], source)
                }
                None => C::ZERO,
            };
            for (s, (sector, record)) in inputs.sectors.iter().zip(now).enumerate() {
                let demand = match before {
                    None => sector.employment,
                    Some(before) => labour::core_demand(
                        before[s].core_demand,
                        sector.labour_growth[index],
                        sector.labour_growth_added[index],
                        (sector.reallocation_share, leaving),
                    ),
                };
                if !demand.is_positive() {
                    return Err(labour_error(inputs, sector, at, demand.lowest()));
                }
                record.core_demand = at.name(demand, ModelFigure::CoreDemand(s));
            }
        }
        Ok(())
    }

    /// Jobs of E3 and dollars of E15.
    #[inline(always)]
    fn renew_projects(&mut self, inputs: &Inputs<C>) {
        for at in years(inputs) {
            let (before, now) = self.year_after(at.index);
            for (s, record) in now.iter_mut().enumerate() {
                let (mut jobs, mut effective_jobs, mut musd) = (C::ZERO, C::ZERO, C::ZERO);
                for project in inputs.projects.iter().filter(|project| project.sector == s) {
                    let (own_jobs, own_musd) = project_figures(project, at);
                    jobs = jobs + own_jobs;
                    effective_jobs = effective_jobs + project.premium * own_jobs;
                    musd = musd + own_musd;
                }
                renew_registrations(inputs, (before.map(|before| &before[s]), record), s, at);
                record.jobs = at.name(jobs + record.registration_jobs, ModelFigure::Jobs(s));
                let effective_jobs = effective_jobs + record.registration_jobs;
                record.effective_jobs = at.name(effective_jobs, ModelFigure::EffectiveJobs(s));
                record.disbursed_musd = musd + record.registration_musd;
            }
        }
    }

    #[inline(always)]
    fn renew_prices(&mut self, inputs: &Inputs<C>) {
        let mut taxes = inputs.taxes.deflator;
        for at in years(inputs) {
            let index = at.index;
            let (before, now) = self.year_after(index);
            for (s, (sector, record)) in inputs.sectors.iter().zip(now).enumerate() {
                let level = match before {
                    None => sector.deflator,
                    Some(before) => prices::price_level(before[s].deflator, sector.inflation[index]),
                };
                record.deflator = at.name(level, ModelFigure::PriceLevel(s));
            }
            if index > 0 {
                taxes = prices::price_level(taxes, inputs.taxes.inflation[index]);
            }
            taxes = at.name(taxes, ModelFigure::TaxPriceLevel);
            self.years[index].tax_deflator = taxes;
        }
    }

    /// E15 in the prices of the price base year.
    #[inline(always)]
    fn renew_disbursement(&mut self, inputs: &Inputs<C>) {
        for at in years(inputs) {
            let rate = inputs.exchange_rate[at.index];
            for (s, record) in self.year_after(at.index).1.iter_mut().enumerate() {
                let value = if record.disbursed_musd.is_everywhere(0.0) {
                    C::ZERO
                } else {
                    investment::constant_price_value(record.disbursed_musd, rate, record.deflator)
                };
                record.disbursement = at.name(value, ModelFigure::Disbursement(s));
            }
        }
    }

    /// E5.
    #[inline(always)]
    fn renew_skills(&mut self, inputs: &Inputs<C>) -> Result<(), EngineError> {
        for at in years(inputs) {
            let added = inputs.trained_share_added[at.index];
            for (s, (sector, record)) in inputs.sectors.iter().zip(self.year_after(at.index).1).enumerate() {
                let skills = if at.index == 0 { C::ONE } else { skills::skills(sector.skill_premium, added) };
                if !skills.is_positive() {
                    let (sector, value) = (sector.id.clone(), skills.lowest());
                    return Err(EngineError::SkillsNotPositive { sector, year: at.year, value });
                }
                record.skills = at.name(skills, ModelFigure::Skills(s));
            }
        }
        Ok(())
    }

    /// E9; no shock acts in the base year.
    #[inline(always)]
    fn renew_shocks(&mut self, inputs: &Inputs<C>) -> Result<(), EngineError> {
        for at in years(inputs) {
            let now = self.year_after(at.index).1;
            for record in now.iter_mut() {
                record.shock = C::ZERO;
            }
            let acting = if at.index > 0 { inputs.shocks.as_slice() } else { &[] };
            for one in acting {
                let profile = shock::shock_profile(one, at.number);
                for (record, exposure) in now.iter_mut().zip(&one.exposure) {
                    record.shock = record.shock + shock::shock_effect(*exposure, one.depth, profile);
                }
            }
            for (s, (record, sector)) in now.iter_mut().zip(&inputs.sectors).enumerate() {
                let remaining = C::ONE + record.shock;
                if !remaining.is_positive() {
                    let (sector, remaining) = (sector.id.clone(), remaining.lowest());
                    return Err(EngineError::ShockTooDeep { sector, year: at.year, remaining });
                }
                record.shock = at.name(record.shock, ModelFigure::Shock(s));
            }
        }
        Ok(())
    }

    /// E10.
    #[inline(always)]
    fn renew_land(&mut self, inputs: &Inputs<C>) {
        let land = &inputs.land;
        let mut productivity = land.productivity;
        for at in years(inputs) {
            if at.index > 0 {
                productivity = land::next_productivity(productivity, land.productivity_growth[at.index]);
            }
            productivity = at.name(productivity, ModelFigure::LandProductivity);
            let mut area = C::ZERO;
            for (number, park) in land.parks.iter().enumerate() {
                area = area + at.name(land::occupied_area(park, at.number), ModelFigure::ParkArea(number));
            }
            let area = at.name(area, ModelFigure::LandArea);
            let capacity = land::capacity(productivity, area, land.park_share);
            let year = &mut self.years[at.index];
            year.land_productivity = productivity;
            year.land_area_ha = area;
            year.land_capacity = at.name(capacity, ModelFigure::LandCapacity);
        }
    }

    /// E4: labour demand with projects, and what supply leaves of it; without rationing in the base year.
    #[inline(always)]
    fn renew_rationing(&mut self, inputs: &Inputs<C>) -> Result<(), EngineError> {
        for at in years(inputs) {
            let supply = self.years[at.index].labour_supply;
            let now = self.year_after(at.index).1;
            let mut demand = C::ZERO;
            for record in now.iter() {
                demand = demand + (record.core_demand + record.jobs);
            }
            let demand = at.name(demand, ModelFigure::LabourDemand);
            let rationing =
                if at.index == 0 { C::ONE } else { labour::rationing(inputs.labour_constrained, supply, demand) };
            let rationing = at.name(rationing, ModelFigure::Rationing);
            for (s, (record, sector)) in now.iter_mut().zip(&inputs.sectors).enumerate() {
                let structural = labour::structural_employment(record.core_demand, record.jobs, rationing);
                if !structural.is_positive() {
                    return Err(labour_error(inputs, sector, at, structural.lowest()));
                }
                record.structural_employment = at.name(structural, ModelFigure::StructuralEmployment(s));
                record.effective_labour =
                    labour::structural_employment(record.core_demand, record.effective_jobs, rationing);
            }
            let year = &mut self.years[at.index];
            (year.labour_demand, year.rationing) = (demand, rationing);
        }
        Ok(())
    }
}

/// Jobs and dollars of anonymous FDI of a sector in a year.
#[inline(always)]
fn renew_registrations<C: Real>(
    inputs: &Inputs<C>,
    (before, record): (Option<&SectorConditions<C>>, &mut SectorConditions<C>),
    s: usize,
    at: ThisYear<C>,
) {
    let registrations = &inputs.registrations;
    let registered = registrations.registered_musd.get(s).and_then(|path| path.get(..=at.index));
    let Some(registered) = registered else {
        (record.registration_jobs, record.registration_musd) = (C::ZERO, C::ZERO);
        return;
    };
    let musd = investment::registrations_musd(registered, registrations.realised, &registrations.profile);
    let jobs = before.map_or(C::ZERO, |before| {
        labour::registration_jobs(before.registration_jobs, registrations.jobs_per_musd, before.registration_musd)
    });
    record.registration_musd = at.name(musd, ModelFigure::RegistrationDisbursement(s));
    record.registration_jobs = at.name(jobs, ModelFigure::RegistrationJobs(s));
}

/// Jobs and dollars of a project in a year, without what the baseline contains of it.
#[inline(always)]
fn project_figures<C: Real>(project: &ProjectInputs<C>, at: ThisYear<C>) -> (C, C) {
    let mut jobs = labour::project_jobs(&project.planned, &project.profile, at.number);
    let mut musd = investment::disbursement_musd(&project.planned, &project.profile, at.number);
    if let Some(contained) = &project.contained {
        jobs = jobs - labour::project_jobs(contained, &project.profile, at.number);
        musd = musd - investment::disbursement_musd(contained, &project.profile, at.number);
    }
    let number = project.project;
    (at.name(jobs, ModelFigure::ProjectJobs(number)), at.name(musd, ModelFigure::ProjectDisbursement(number)))
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
