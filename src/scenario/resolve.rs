//! From a scenario to complete inputs: the baseline's neutral inputs, changed by the settings of the scenario and its ancestors.
//!
//! Precedence: baseline < ancestors < scenario. Adding a lever is one row in `lever` and one arm here.

use super::baseline::{CalibratedBaseline, normalised};
use super::error::ResolveError;
use super::figure::Quantity;
use super::lever::Lever;
use super::setting::{LeverKey, NumberTable, Setting, Settings};
use super::study::{Project, Study};
use crate::engine::{Closure, Inputs, LabourClosure, Path, ProjectInputs, SectorInputs, ShockInputs};
use crate::quantity::Year;
use sha2::{Digest as _, Sha256};
use std::sync::Arc;

/// Years between green conversion and its gain where no scenario says otherwise.
const GREEN_LAG: f64 = 2.0;

/// Complete inputs of a baseline or scenario in a closure.
pub fn resolve(
    study: &Study,
    baseline: &CalibratedBaseline,
    id: &str,
    closure: Closure,
) -> Result<Arc<Inputs>, ResolveError> {
    let settings = merged_settings(study, id)?;
    resolve_settings(study, baseline, &settings, closure)
}

/// Complete inputs of a baseline under any settings; the analyses vary settings without a scenario.
pub fn resolve_settings(
    study: &Study,
    baseline: &CalibratedBaseline,
    settings: &Settings,
    closure: Closure,
) -> Result<Arc<Inputs>, ResolveError> {
    let mut draft = Draft { study, settings, inputs: baseline.inputs.clone() };
    draft.inputs.closure = closure;
    for (key, setting) in settings.entries() {
        draft.apply(key, setting)?;
    }
    draft.add_projects();
    draft.add_registrations();
    draft.add_shocks();
    draft.add_green_gain();
    draft.check_reallocation()?;
    Ok(Arc::new(draft.inputs))
}

/// Settings of a case: its ancestors', overridden by its own.
pub fn merged_settings(study: &Study, id: &str) -> Result<Settings, ResolveError> {
    let (_, chain) = study.lineage(id).ok_or_else(|| ResolveError::UnknownCase { id: id.to_owned() })?;
    let mut merged = Settings::default();
    for scenario in chain {
        for (key, setting) in scenario.settings.entries() {
            merged.insert(key.clone(), setting.clone());
        }
    }
    Ok(merged)
}

/// A digest of resolved inputs, the same on every machine; names, notes and colours are not in it.
pub fn fingerprint(inputs: &Inputs) -> String {
    // Shortest decimal forms identify doubles exactly; −0 and 0 are told apart nowhere in the model, so −0 is written as 0.
    let text = serde_json::to_string(inputs)
        .unwrap_or_default()
        .replace("-0.0,", "0.0,")
        .replace("-0.0]", "0.0]")
        .replace("-0.0}", "0.0}");
    let digest = Sha256::digest(text.as_bytes());
    let first = digest.iter().take(8).fold(0_u64, |number, &byte| number << 8 | u64::from(byte));
    format!("{first:016x}")
}

/// The path that a lever has in a baseline when no scenario touches it; a number stands in every year.
pub fn default_path(study: &Study, baseline: &CalibratedBaseline, key: &LeverKey) -> Option<Path> {
    let inputs = &baseline.inputs;
    let flat = |value: f64| Some(vec![value; inputs.horizon.len()]);
    let position = |id: &str| inputs.sectors.iter().position(|sector| sector.id == id);
    let project = || study.projects.iter().find(|project| project.id == key.subject);
    let park = || study.parks.iter().find(|park| park.id == key.subject);
    let shock = || study.shocks.iter().find(|shock| shock.id == key.subject);
    match key.lever {
        Lever::ProductivityGrowthAdded
        | Lever::GreenInvestmentShare
        | Lever::GreenGain
        | Lever::GreenExposureCut
        | Lever::LabourGrowthAdded
        | Lever::LabourConstrained
        | Lever::TrainedShareAdded
        | Lever::ReallocationRate
        | Lever::FdiRegistered
        | Lever::ProjectDelay
        | Lever::LandLimit
        | Lever::ShockDepth => flat(0.0),
        Lever::GreenLag => flat(GREEN_LAG),
        Lever::Spillover => flat(f64::from(u8::from(inputs.spillover.enabled))),
        Lever::ReallocationSplit | Lever::InvestmentSplit | Lever::ZoneSplit => None,
        Lever::NaturalGrowth => Some(inputs.population.natural_growth.clone()),
        Lever::NetMigration => Some(inputs.population.net_migration.clone()),
        Lever::WorkingAgeShare => Some(inputs.population.working_age_share.clone()),
        Lever::Participation => Some(inputs.population.participation.clone()),
        Lever::Unemployment => Some(inputs.population.unemployment.clone()),
        Lever::InvestmentRate => Some(inputs.investment_rate.clone()),
        Lever::RealisedRatio => flat(study_parameter(study, Quantity::RealisedRatio).unwrap_or(1.0)),
        Lever::ProjectAmount => flat(project().map(neutral_amount)?),
        Lever::ProjectRealised => {
            let common = study_parameter(study, Quantity::RealisedRatio).unwrap_or(1.0);
            flat(project()?.realised.unwrap_or(common))
        }
        Lever::LandProductivityGrowth => Some(inputs.land.productivity_growth.clone()),
        Lever::ParkArea => flat(park().map(|park| if park.in_baseline { park.area_ha } else { 0.0 })?),
        Lever::ParkOpening => flat(f64::from(park()?.opening)),
        Lever::ParkOccupancy => flat(park()?.occupancy),
        Lever::ShockStart => flat(f64::from(shock()?.start)),
        Lever::ShockHalfLife => flat(shock()?.half_life),
        Lever::ShockScar => flat(shock()?.scar),
        Lever::ShockExposure => flat(shock()?.exposure.number(&key.part).unwrap_or(0.0)),
        Lever::SpilloverMultiplier => {
            let driver = inputs.spillover.drivers.iter().position(|&d| Some(d) == position(&key.part))?;
            flat(inputs.spillover.matrix[position(&key.subject)?][driver])
        }
        Lever::ProductTaxShare => Some(inputs.taxes.ratio.iter().map(|ratio| ratio / (1.0 + ratio)).collect()),
        Lever::Inflation if key.subject == "taxes" => Some(inputs.taxes.inflation.clone()),
        Lever::Inflation => Some(inputs.sectors[position(&key.subject)?].inflation.clone()),
        Lever::ExchangeRate => Some(inputs.exchange_rate.clone()),
    }
}

/// Shares that a share lever has when no scenario touches it.
#[expect(clippy::wildcard_enum_match_arm, reason = "three levers are shares; all others are paths")]
pub fn default_shares(study: &Study, baseline: &CalibratedBaseline, lever: Lever) -> Option<NumberTable> {
    let sectors = &baseline.inputs.sectors;
    match lever {
        Lever::InvestmentSplit => {
            Some(sectors.iter().map(|sector| (sector.id.clone(), sector.investment_share)).collect())
        }
        Lever::ReallocationSplit => Some(
            sectors
                .iter()
                .enumerate()
                .filter(|&(s, _)| s != baseline.inputs.reallocation_source)
                .map(|(_, sector)| (sector.id.clone(), sector.reallocation_share))
                .collect(),
        ),
        Lever::ZoneSplit => Some(zone_areas(study)),
        _ => None,
    }
}

/// Share of each zone in the area of all parks that name one.
fn zone_areas(study: &Study) -> NumberTable {
    let mut areas = NumberTable::default();
    for park in study.parks.iter().filter(|park| !park.zone.is_empty()) {
        let area = areas.number(&park.zone).unwrap_or(0.0) + park.area_ha;
        areas.insert(park.zone.clone(), area);
    }
    let total: f64 = areas.iter().map(|(_, area)| area).sum();
    areas.iter().map(|(zone, area)| (zone, area / total)).collect()
}

fn study_parameter(study: &Study, quantity: Quantity) -> Option<f64> {
    study.parameters.iter().find(|row| row.figure.quantity == quantity).map(|row| row.figure.model_value())
}

const fn neutral_amount(project: &Project) -> f64 {
    if project.in_baseline { project.registered_musd } else { 0.0 }
}

/// Inputs on their way from neutral to the scenario's.
struct Draft<'a> {
    study: &'a Study,
    settings: &'a Settings,
    inputs: Inputs,
}

impl Draft<'_> {
    /// Enters one setting; levers of projects, FDI, shocks and green gain are read again when those are assembled.
    fn apply(&mut self, key: &LeverKey, setting: &Setting) -> Result<(), ResolveError> {
        let horizon = self.inputs.horizon;
        let replace = |path: &mut Path| *path = setting.path(horizon, path);
        match key.lever {
            Lever::ProductivityGrowthAdded => replace(&mut self.sector_mut(key)?.growth_added),
            Lever::GreenInvestmentShare => replace(&mut self.sector_mut(key)?.green_share),
            Lever::LabourGrowthAdded => replace(&mut self.sector_mut(key)?.labour_growth_added),
            Lever::LabourConstrained => {
                self.inputs.labour_closure =
                    if is_on(setting) { LabourClosure::Constrained } else { LabourClosure::Open };
            }
            Lever::TrainedShareAdded => replace(&mut self.inputs.trained_share_added),
            Lever::ReallocationRate => replace(&mut self.inputs.reallocation_rate),
            Lever::ReallocationSplit => self.split_reallocation(key, setting)?,
            Lever::NaturalGrowth => replace(&mut self.inputs.population.natural_growth),
            Lever::NetMigration => replace(&mut self.inputs.population.net_migration),
            Lever::WorkingAgeShare => replace(&mut self.inputs.population.working_age_share),
            Lever::Participation => replace(&mut self.inputs.population.participation),
            Lever::Unemployment => replace(&mut self.inputs.population.unemployment),
            Lever::InvestmentRate => replace(&mut self.inputs.investment_rate),
            Lever::InvestmentSplit => self.split_investment(key, setting)?,
            Lever::LandLimit => self.inputs.land_limit = is_on(setting),
            Lever::LandProductivityGrowth => replace(&mut self.inputs.land.productivity_growth),
            Lever::ParkArea => self.park(key)?.area_ha = number(setting),
            Lever::ParkOpening => self.park(key)?.opening = year(setting),
            Lever::ParkOccupancy => self.park(key)?.occupancy = number(setting),
            Lever::Spillover => self.inputs.spillover.enabled = is_on(setting),
            Lever::SpilloverMultiplier => *self.multiplier(key)? = number(setting),
            Lever::ProductTaxShare => {
                let neutral: Path = self.inputs.taxes.ratio.iter().map(|ratio| ratio / (1.0 + ratio)).collect();
                let shares = setting.path(horizon, &neutral);
                for ((ratio, share), own) in self.inputs.taxes.ratio.iter_mut().zip(shares).zip(neutral) {
                    // A share that is not moved keeps its ratio to the bit; there and back again would round it.
                    if share.to_bits() != own.to_bits() {
                        *ratio = share / (1.0 - share);
                    }
                }
            }
            Lever::Inflation if key.subject == "taxes" => replace(&mut self.inputs.taxes.inflation),
            Lever::Inflation => replace(&mut self.sector_mut(key)?.inflation),
            Lever::ExchangeRate => replace(&mut self.inputs.exchange_rate),
            Lever::GreenGain | Lever::GreenExposureCut | Lever::FdiRegistered => {
                self.sector(key)?;
            }
            Lever::ProjectAmount | Lever::ProjectDelay | Lever::ProjectRealised => {
                known(key, self.study.projects.iter().map(|project| &project.id))?;
            }
            Lever::ShockDepth | Lever::ShockStart | Lever::ShockHalfLife | Lever::ShockScar | Lever::ShockExposure => {
                known(key, self.study.shocks.iter().map(|shock| &shock.id))?;
            }
            Lever::GreenLag | Lever::RealisedRatio | Lever::ZoneSplit => {}
        }
        Ok(())
    }

    fn sector(&self, key: &LeverKey) -> Result<usize, ResolveError> {
        self.inputs
            .sectors
            .iter()
            .position(|sector| sector.id == key.subject)
            .ok_or_else(|| ResolveError::UnknownSubject { lever: key.to_string() })
    }

    fn sector_mut(&mut self, key: &LeverKey) -> Result<&mut SectorInputs, ResolveError> {
        let position = self.sector(key)?;
        Ok(&mut self.inputs.sectors[position])
    }

    fn park(&mut self, key: &LeverKey) -> Result<&mut crate::engine::ParkInputs, ResolveError> {
        self.study
            .parks
            .iter()
            .position(|park| park.id == key.subject)
            .and_then(|position| self.inputs.land.parks.get_mut(position))
            .ok_or_else(|| ResolveError::UnknownSubject { lever: key.to_string() })
    }

    fn multiplier(&mut self, key: &LeverKey) -> Result<&mut f64, ResolveError> {
        let receiver = self.sector(key)?;
        let sectors = &self.inputs.sectors;
        let spillover = &mut self.inputs.spillover;
        spillover
            .drivers
            .iter()
            .position(|&d| sectors.get(d).is_some_and(|sector| sector.id == key.part))
            .and_then(|driver| spillover.matrix.get_mut(receiver)?.get_mut(driver))
            .ok_or_else(|| ResolveError::UnknownSubject { lever: key.to_string() })
    }

    fn split_investment(&mut self, key: &LeverKey, setting: &Setting) -> Result<(), ResolveError> {
        let shares = whole(key, setting)?;
        for sector in &mut self.inputs.sectors {
            sector.investment_share = shares.number(&sector.id).unwrap_or(0.0);
        }
        known_parts(key, shares, &self.inputs)
    }

    fn split_reallocation(&mut self, key: &LeverKey, setting: &Setting) -> Result<(), ResolveError> {
        let shares = whole(key, setting)?;
        for (s, sector) in self.inputs.sectors.iter_mut().enumerate() {
            if s != self.inputs.reallocation_source {
                sector.reallocation_share = shares.number(&sector.id).unwrap_or(0.0);
            }
        }
        known_parts(key, shares, &self.inputs)
    }

    fn number(&self, lever: Lever, subject: &str) -> Option<f64> {
        self.settings.get(&LeverKey::of(lever, subject)).map(number)
    }

    /// The realised ratio of all projects and of anonymous FDI.
    fn realised_ratio(&self) -> f64 {
        self.number(Lever::RealisedRatio, "")
            .or_else(|| study_parameter(self.study, Quantity::RealisedRatio))
            .unwrap_or(1.0)
    }

    /// Adds each project; where the baseline contains it, its baseline schedule is taken out, so that only the difference counts.
    fn add_projects(&mut self) {
        let common = self.realised_ratio();
        let neutral_common = study_parameter(self.study, Quantity::RealisedRatio).unwrap_or(1.0);
        for project in &self.study.projects {
            let Some(sector) = self.inputs.sectors.iter().position(|sector| sector.id == project.sector) else {
                continue;
            };
            let amount = self.number(Lever::ProjectAmount, &project.id).unwrap_or_else(|| neutral_amount(project));
            let delay = self.settings.get(&LeverKey::of(Lever::ProjectDelay, &project.id)).map_or(0, year);
            let realised = self.number(Lever::ProjectRealised, &project.id).or(project.realised).unwrap_or(common);
            let scheduled = |amount: f64, start: Year, realised: f64, sign: f64| ProjectInputs {
                sector,
                registered_musd: sign * amount,
                realised,
                start,
                profile: whole_profile(&project.profile),
                jobs: sign * jobs_of(project, amount),
                premium: project.premium,
            };
            let planned = scheduled(amount, project.start + delay, realised, 1.0);
            let contained =
                scheduled(project.registered_musd, project.start, project.realised.unwrap_or(neutral_common), 1.0);
            if project.in_baseline {
                if planned != contained {
                    self.inputs.projects.push(planned);
                    self.inputs.projects.push(scheduled(
                        project.registered_musd,
                        project.start,
                        contained.realised,
                        -1.0,
                    ));
                }
            } else if amount != 0.0 {
                self.inputs.projects.push(planned);
            }
        }
    }

    /// Anonymous FDI registered over the baseline: each year's amount is a project with the common profile, jobs on realised dollars.
    fn add_registrations(&mut self) {
        let realised = self.realised_ratio();
        let jobs_per_musd = study_parameter(self.study, Quantity::JobsPerMillionUsd).unwrap_or(0.0);
        let horizon = self.inputs.horizon;
        let none = vec![0.0; horizon.len()];
        for sector in 0..self.inputs.sectors.len() {
            let key = LeverKey::of(Lever::FdiRegistered, &self.inputs.sectors[sector].id);
            let Some(setting) = self.settings.get(&key) else { continue };
            for (start, amount) in horizon.years().zip(setting.path(horizon, &none)) {
                if amount != 0.0 {
                    self.inputs.projects.push(ProjectInputs {
                        sector,
                        registered_musd: amount,
                        realised,
                        start,
                        profile: whole_profile(&self.study.structure.fdi_profile),
                        jobs: amount * realised * jobs_per_musd,
                        premium: 1.0,
                    });
                }
            }
        }
    }

    fn add_shocks(&mut self) {
        for shock in &self.study.shocks {
            let depth = self.number(Lever::ShockDepth, &shock.id).unwrap_or(0.0);
            if depth == 0.0 {
                continue;
            }
            let exposure = self.inputs.sectors.iter().map(|sector| {
                let key = LeverKey::of_part(Lever::ShockExposure, &shock.id, &sector.id);
                let own = self.settings.get(&key).map(number).or_else(|| shock.exposure.number(&sector.id));
                let cut = self.number(Lever::GreenExposureCut, &sector.id).unwrap_or(0.0);
                own.unwrap_or(0.0) * (1.0 - cut)
            });
            self.inputs.shocks.push(ShockInputs {
                start: self.settings.get(&LeverKey::of(Lever::ShockStart, &shock.id)).map_or(shock.start, year),
                depth,
                half_life: self.number(Lever::ShockHalfLife, &shock.id).unwrap_or(shock.half_life),
                scar: self.number(Lever::ShockScar, &shock.id).unwrap_or(shock.scar),
                exposure: exposure.collect(),
            });
        }
    }

    /// Labour that leaves the source sector arrives somewhere: destinations sum to 1 in every run that moves any.
    fn check_reallocation(&self) -> Result<(), ResolveError> {
        let source = self.inputs.reallocation_source;
        let arriving = self.inputs.sectors.iter().enumerate().filter(|&(s, _)| s != source);
        let sum: f64 = arriving.map(|(_, sector)| sector.reallocation_share).sum();
        let moves = self.inputs.reallocation_rate.iter().any(|&rate| rate != 0.0);
        if moves && (sum - 1.0).abs() > 1e-3 {
            return Err(ResolveError::SharesNotOne { what: Lever::ReallocationSplit.id().to_owned(), sum });
        }
        Ok(())
    }

    /// Green conversion pays after its lag: the gain is added in every year whose lagged year converts.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a whole number from 0 to 100")]
    fn add_green_gain(&mut self) {
        let lag = self.settings.get(&LeverKey::province(Lever::GreenLag)).map_or(GREEN_LAG, number);
        // Part of a year waits for the next whole one; hard ranges keep the lag between 0 and 20.
        let lag = lag.ceil().clamp(0.0, 100.0) as usize;
        let horizon = self.inputs.horizon;
        let none = vec![0.0; horizon.len()];
        for sector in &mut self.inputs.sectors {
            let Some(setting) = self.settings.get(&LeverKey::of(Lever::GreenGain, &sector.id)) else { continue };
            let gain = setting.path(horizon, &none);
            for (t, added) in sector.growth_added.iter_mut().enumerate() {
                let converts = t.checked_sub(lag).and_then(|earlier| sector.green_share.get(earlier));
                if converts.is_some_and(|share| *share > 0.0) {
                    *added += gain[t];
                }
            }
        }
    }
}

/// A disbursement profile that sums to 1; `validate` lets rounded shares pass up to a thousandth.
fn whole_profile(profile: &[f64]) -> Vec<f64> {
    normalised(profile, profile.iter().sum())
}

/// Jobs follow the amount in proportion to what the project declares.
fn jobs_of(project: &Project, amount: f64) -> f64 {
    if project.registered_musd == 0.0 { 0.0 } else { project.jobs_thousand * (amount / project.registered_musd) }
}

const fn is_on(setting: &Setting) -> bool {
    matches!(setting, Setting::Switch(true))
}

/// The number of a setting that has one; `validate` refuses other kinds for levers that need a number.
fn number(setting: &Setting) -> f64 {
    match setting {
        Setting::Constant(value) | Setting::Range { base: value, .. } | Setting::Span { value, .. } => *value,
        Setting::Switch(on) => f64::from(u8::from(*on)),
        Setting::Points(table) => table.iter().last().map_or(0.0, |(_, value)| value),
        Setting::Years { default, values } => values.iter().last().map(|(_, value)| value).or(*default).unwrap_or(0.0),
        Setting::Shares(_) => 0.0,
    }
}

/// A whole number of years; hard ranges keep it far inside `i32`.
#[expect(clippy::cast_possible_truncation, reason = "rounded, and a cast from a float saturates")]
fn year(setting: &Setting) -> Year {
    number(setting).round() as Year
}

fn whole<'s>(key: &LeverKey, setting: &'s Setting) -> Result<&'s NumberTable, ResolveError> {
    let Setting::Shares(shares) = setting else {
        return Err(ResolveError::SharesNotOne { what: key.to_string(), sum: 0.0 });
    };
    let sum: f64 = shares.iter().map(|(_, share)| share).sum();
    if (sum - 1.0).abs() <= 1e-9 { Ok(shares) } else { Err(ResolveError::SharesNotOne { what: key.to_string(), sum }) }
}

fn known_parts(key: &LeverKey, shares: &NumberTable, inputs: &Inputs) -> Result<(), ResolveError> {
    let unknown = shares.iter().find(|(id, _)| !inputs.sectors.iter().any(|sector| sector.id == *id));
    match unknown {
        Some(_) => Err(ResolveError::UnknownSubject { lever: key.to_string() }),
        None => Ok(()),
    }
}

fn known<'s>(key: &LeverKey, mut ids: impl Iterator<Item = &'s String>) -> Result<(), ResolveError> {
    if ids.any(|id| *id == key.subject) { Ok(()) } else { Err(ResolveError::UnknownSubject { lever: key.to_string() }) }
}
