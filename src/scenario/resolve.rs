//! What stands behind complete inputs: the settings of a scenario over those of its ancestors, and what levers are without one.
//!
//! Precedence: baseline < ancestors < scenario. A case resolves itself (`case`); how one setting enters the inputs is in `resolver`.

use super::baseline::CalibratedBaseline;
use super::error::ResolveError;
use super::figure::{Figure, Quantity};
use super::lever::{Entry, Lever, Start};
use super::resolver::stated_exposure;
use super::setting::{LeverKey, NumberTable, Settings};
use super::study::{Project, Study};
use crate::engine::{Inputs, Path, SectorNumber, TAXES_LINE};
use sha2::{Digest as _, Sha256};

/// Settings of a case: its ancestors', overridden by its own.
///
/// # Errors
/// [`ResolveError::UnknownCase`] if the study has no such baseline or scenario.
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

/// The path that a lever has in a baseline without a scenario, in the model's unit: a number for every year.
///
/// `None` if a figure merely stands in.
pub fn default_path(study: &Study, baseline: &CalibratedBaseline, key: &LeverKey) -> Option<Path> {
    if let Entry::Made(_, start) = key.lever.spec().entry {
        let start = |key: &LeverKey| start_value(study, baseline, start, key);
        if let Some(group) = key.line().filter(|line| study.is_group(line)) {
            let of_member = |id: &str| Some(vec![start(&key.with_line(id))?; baseline.inputs.horizon.len()]);
            return mean_of_members(study, &baseline.inputs, group, of_member);
        }
        return Some(vec![start(key)?; baseline.inputs.horizon.len()]);
    }
    placed_path(study, &baseline.inputs, key)
}

/// What stands in inputs at the place of a lever, in its own terms; a number stands in every year.
///
/// `None` where the lever is shares, or one of several that make a part of the inputs together, and where a figure merely
/// stands in.
pub fn placed_path(study: &Study, inputs: &Inputs, key: &LeverKey) -> Option<Path> {
    if key.stands_in(inputs.gaps) {
        return None;
    }
    let flat = |value: f64| Some(vec![value; inputs.horizon.len()]);
    let position = |id: &str| inputs.sectors.iter().position(|sector| sector.id == id);
    if let Some(group) = key.line().filter(|line| study.is_group(line)) {
        return mean_of_members(study, inputs, group, |id| placed_path(study, inputs, &key.with_line(id)));
    }
    let sector = || inputs.sectors.get(position(&key.subject)?);
    match key.lever.spec().entry {
        Entry::Path(place) => Some(place.read(inputs).clone()),
        Entry::Number(place) => flat(*place.read(inputs)),
        Entry::LinePath(_, place) if key.subject == TAXES_LINE => Some(place.read(inputs).clone()),
        Entry::SectorPath(place) | Entry::LinePath(place, _) => Some(place.read(sector()?).clone()),
        Entry::SectorNumber(place) => flat(*place.read(sector()?)),
        Entry::Switch(switch) => flat(*switch.read(inputs)),
        Entry::Park(place) => {
            let at = study.parks.iter().position(|park| park.id == key.subject)?;
            flat(*place.read(inputs.land.parks.get(at)?))
        }
        Entry::Multiplier => {
            let driver = inputs.spillover.drivers.iter().position(|&d| Some(d) == position(&key.part))?;
            flat(inputs.spillover.matrix[position(&key.subject)?][driver])
        }
        Entry::TaxShare => Some(tax_shares(inputs)),
        Entry::Shares(_) | Entry::Made(..) | Entry::Zones => None,
    }
}

/// What stands for a group: what all its members have, or their mean by output of the base year where they differ.
///
/// Members without such a value count as 0; an amount that settings leave undivided is 0 in each of them.
fn mean_of_members(
    study: &Study,
    inputs: &Inputs,
    group: &str,
    of_member: impl Fn(&str) -> Option<Path>,
) -> Option<Path> {
    let members = study.members(group).into_iter().filter_map(|s| inputs.sectors.get(s));
    let found: Vec<(f64, Path)> = members.filter_map(|sector| Some((sector.output, of_member(&sector.id)?))).collect();
    let (_, first) = found.first()?;
    if found.iter().all(|(_, path)| path == first) {
        return Some(first.clone());
    }
    let whole: f64 = found.iter().map(|(output, _)| output).sum();
    let mean = |t: usize| found.iter().map(|(output, path)| output / whole * path[t]).sum();
    Some((0..inputs.horizon.len()).map(mean).collect())
}

/// Product taxes as a share of GRDP, from their ratio to gross value added.
pub(super) fn tax_shares(inputs: &Inputs) -> Path {
    inputs.taxes.ratio.iter().map(|ratio| ratio / (1.0 + ratio)).collect()
}

/// The default of a lever that the inputs do not hold.
fn start_value(study: &Study, baseline: &CalibratedBaseline, start: Start, key: &LeverKey) -> Option<f64> {
    let project = || study.projects.iter().find(|project| project.id == key.subject);
    let shock = || study.shocks.iter().find(|shock| shock.id == key.subject);
    Some(match start {
        Start::At(value) => value,
        Start::RealisedRatio => realised_ratio(study, baseline),
        Start::ProjectAmount => neutral_amount(project()?),
        Start::ProjectRealised => project()?.realised.unwrap_or_else(|| realised_ratio(study, baseline)),
        Start::ShockStart => f64::from(shock()?.start),
        Start::ShockHalfLife => shock()?.half_life,
        Start::ShockScar => shock()?.scar,
        Start::ShockExposure => stated_exposure(study, shock()?, &key.part),
    })
}

/// Shares (sum 1) that a share lever has without a scenario; `None` if figures merely stand in.
pub fn default_shares(study: &Study, baseline: &CalibratedBaseline, lever: Lever) -> Option<NumberTable> {
    if LeverKey::province(lever).stands_in(baseline.inputs.gaps) {
        return None;
    }
    match lever.spec().entry {
        Entry::Shares(place) => Some(
            baseline
                .inputs
                .sectors
                .iter()
                .enumerate()
                .filter(|&(s, _)| has_share(&baseline.inputs, place, s))
                .map(|(_, sector)| (sector.id.clone(), *place.read(sector)))
                .collect(),
        ),
        Entry::Zones => Some(zone_areas(study)),
        Entry::Path(_)
        | Entry::Number(_)
        | Entry::SectorPath(_)
        | Entry::SectorNumber(_)
        | Entry::LinePath(..)
        | Entry::Switch(_)
        | Entry::Park(_)
        | Entry::Multiplier
        | Entry::TaxShare
        | Entry::Made(..) => None,
    }
}

/// Whether a sector is a part of the whole that shares divide: labour that moves does not arrive where it comes from.
pub(super) fn has_share(inputs: &Inputs, place: SectorNumber, s: usize) -> bool {
    place != SectorNumber::ReallocationShare || s != inputs.reallocation_source
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

/// Realised ratio of projects and FDI where no setting names one.
pub(super) fn realised_ratio(study: &Study, baseline: &CalibratedBaseline) -> f64 {
    study_parameter(study, baseline, Quantity::RealisedRatio).unwrap_or(1.0)
}

pub(super) const fn neutral_amount(project: &Project) -> f64 {
    if project.in_baseline { project.registered_musd } else { 0.0 }
}
