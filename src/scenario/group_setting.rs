//! What a setting of a group means for its sectors.
//!
//! Growth and rates hold for every member, an amount is divided by output in the base year, and a share in the proportions
//! that the members have in the baseline.
//! A member's own setting wins over that of a group, and a nearer group over an outer one.

use super::baseline::CalibratedBaseline;
use super::lever::Entry;
use super::resolve::has_share;
use super::setting::{LeverKey, NumberTable, Setting, Settings};
use super::study::Study;
use super::tree::OuterGroups;
use crate::engine::{Inputs, Real, SectorNumber};
use std::borrow::Cow;

/// What a case has for a lever: its own setting, or what that of the nearest group around gives it.
///
/// Parts of a whole are told by sector, whatever groups the setting names.
pub fn effective_setting<'s>(
    study: &Study,
    baseline: &CalibratedBaseline,
    settings: &'s Settings,
    key: &LeverKey,
) -> Option<Cow<'s, Setting>> {
    if let Some(own) = settings.get(key) {
        return Some(own.shares().map_or(Cow::Borrowed(own), |shares| by_sector(study, baseline, key, (own, shares))));
    }
    let line = key.line()?;
    study.outer_groups(line).into_iter().find_map(|group| {
        let given = settings.get(&key.with_line(group))?;
        if !key.lever.spec().unit.adds_up() {
            return Some(Cow::Borrowed(given));
        }
        let part = output_of(study, &baseline.inputs, line) / output_of(study, &baseline.inputs, group);
        Some(Cow::Owned(given.times(part)))
    })
}

/// Output of a sector or group in the base year, trillion VND.
pub(super) fn output_of(study: &Study, inputs: &Inputs, line: &str) -> f64 {
    study.members(line).into_iter().filter_map(|s| inputs.sectors.get(s)).map(|sector| sector.output).sum()
}

fn by_sector<'s>(
    study: &Study,
    baseline: &CalibratedBaseline,
    key: &LeverKey,
    (own, shares): (&'s Setting, &NumberTable),
) -> Cow<'s, Setting> {
    let Entry::Shares(place) = key.lever.spec().entry else { return Cow::Borrowed(own) };
    if !shares.iter().any(|(id, _)| study.is_group(&id)) {
        return Cow::Borrowed(own);
    }
    let parts = shares.iter().collect();
    Cow::Owned(Setting::Shares(divide_parts(study, &baseline.inputs, place, parts).into_iter().collect()))
}

/// Parts of a whole by sector: that of a group is divided among its members that have no part of their own, in the
/// proportions of the baseline, or by output if all of those are 0.
pub(super) fn divide_parts<C: Real>(
    study: &Study,
    neutral: &Inputs,
    place: SectorNumber,
    parts: Vec<(String, C)>,
) -> Vec<(String, C)> {
    if !parts.iter().any(|(id, _)| study.is_group(id)) {
        return parts;
    }
    let outer = OuterGroups::new(study);
    let named = |id: &str| parts.iter().find(|(own, _)| own == id);
    // The line whose part a sector has or shares: itself, or the nearest group around it that is named.
    let giver =
        |id: &str| -> Option<&(String, C)> { named(id).or_else(|| outer.around(id).into_iter().find_map(named)) };
    let sectors = || neutral.sectors.iter().enumerate().filter(|&(s, _)| has_share(neutral, place, s));
    let found = sectors().filter_map(|(_, sector)| {
        let (line, part) = giver(&sector.id)?;
        let sharers =
            || sectors().map(|(_, other)| other).filter(|other| giver(&other.id).is_some_and(|own| own.0 == *line));
        let shares: f64 = sharers().map(|other| *place.read(other)).sum();
        let outputs: f64 = sharers().map(|other| other.output).sum();
        let weight = if shares > 0.0 { *place.read(sector) / shares } else { sector.output / outputs };
        let part = if *line == sector.id { *part } else { *part * C::splat(weight) };
        Some((sector.id.clone(), part))
    });
    let mut divided: Vec<(String, C)> = found.collect();
    // A group without a member that could take its part keeps it, so that the sum and the check of names still see it.
    let is_taken = |line: &str| sectors().any(|(_, sector)| giver(&sector.id).is_some_and(|own| own.0 == line));
    divided.extend(parts.iter().filter(|(line, _)| !is_taken(line)).cloned());
    divided
}

impl Setting {
    /// The setting whose every number is a part of this one's; a switch and shares stay as they are.
    fn times(&self, part: f64) -> Self {
        let table =
            |values: &super::setting::YearTable| values.iter().map(|(year, value)| (year, value * part)).collect();
        match self {
            Self::Constant(value) => Self::Constant(value * part),
            Self::Range { low, base, high } => Self::Range { low: low * part, base: base * part, high: high * part },
            Self::Span { value, from, to } => Self::Span { value: value * part, from: *from, to: *to },
            Self::Points(values) => Self::Points(table(values)),
            Self::Years { default, values } => {
                Self::Years { default: default.map(|value| value * part), values: table(values) }
            }
            Self::Switch(on) => Self::Switch(*on),
            Self::Shares(shares) => Self::Shares(shares.clone()),
        }
    }
}
