//! From a scenario to complete inputs: the baseline's neutral inputs, changed by the settings of the scenario and its ancestors.
//!
//! Precedence: baseline < ancestors < scenario. How one setting enters the inputs is in `resolver`.

use super::baseline::CalibratedBaseline;
use super::error::ResolveError;
use super::figure::{Figure, Quantity};
use super::lever::Lever;
use super::resolver::Resolver;
use super::setting::{LeverKey, NumberTable, Settings};
use super::study::{Project, Study};
use crate::engine::{Closure, Inputs, Path};
use sha2::{Digest as _, Sha256};
use std::sync::Arc;

/// Years between green conversion and its gain where no scenario says otherwise.
pub(super) const GREEN_LAG: f64 = 2.0;

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
    Resolver::new(study, baseline, settings, closure)?.into_inputs()
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
        Lever::RealisedRatio => flat(study_parameter(study, baseline, Quantity::RealisedRatio).unwrap_or(1.0)),
        Lever::ProjectAmount => flat(project().map(neutral_amount)?),
        Lever::ProjectRealised => {
            let common = study_parameter(study, baseline, Quantity::RealisedRatio).unwrap_or(1.0);
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

/// A parameter of the whole province on a baseline, in the model's unit.
pub(super) fn study_parameter(study: &Study, baseline: &CalibratedBaseline, quantity: Quantity) -> Option<f64> {
    study.parameter(&baseline.id, quantity, "", None).map(Figure::model_value)
}

pub(super) const fn neutral_amount(project: &Project) -> f64 {
    if project.in_baseline { project.registered_musd } else { 0.0 }
}
