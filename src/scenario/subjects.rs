//! Which lever keys exist in a study: the levers of the catalogue over its sectors, projects, parks and shocks.

use super::lever::{CATALOGUE, LeverScope, LeverSpec};
use super::setting::{LeverKey, Settings};
use super::study::Study;
use super::tree::{OuterGroups, TreeLine};
use crate::engine::TAXES_LINE;
use std::collections::BTreeSet;

/// Every lever key of a study, in the order of the catalogue; a group stands before its parts.
pub fn lever_keys(study: &Study) -> Vec<LeverKey> {
    let tree = study.line_tree();
    CATALOGUE.iter().flat_map(|spec| keys_of(study, &tree, spec)).collect()
}

fn keys_of(study: &Study, tree: &[TreeLine<'_>], spec: &LeverSpec) -> Vec<LeverKey> {
    let lever = spec.lever;
    let of = |ids: Vec<&str>| ids.into_iter().map(|id| LeverKey::for_lever(lever, id)).collect();
    let lines = || tree.iter().map(|line| line.id);
    match spec.scope {
        LeverScope::Province => vec![LeverKey::province(lever)],
        LeverScope::Sector => of(lines().collect()),
        LeverScope::Line => of(lines().chain([TAXES_LINE]).collect()),
        LeverScope::Project => of(study.projects.iter().map(|project| project.id.as_str()).collect()),
        LeverScope::Park => of(study.parks.iter().map(|park| park.id.as_str()).collect()),
        LeverScope::Shock => of(study.shocks.iter().map(|shock| shock.id.as_str()).collect()),
        LeverScope::ShockSector => study
            .shocks
            .iter()
            .flat_map(|shock| lines().map(|line| LeverKey::of_part(lever, &shock.id, line)))
            .collect(),
        LeverScope::Receiver => {
            let receiving = receiving_lines(study);
            let receivers = || lines().filter(|line| receiving.contains(line));
            let drivers = study.structure.drivers.iter();
            drivers.flat_map(|driver| receivers().map(|line| LeverKey::of_part(lever, line, driver))).collect()
        }
    }
}

/// Sectors that are no drivers, and the groups that have one of them.
fn receiving_lines(study: &Study) -> BTreeSet<&str> {
    let outer = OuterGroups::new(study);
    let sectors = study.sectors.iter().map(|sector| sector.id.as_str());
    let receivers = sectors.filter(|id| !study.structure.drivers.iter().any(|driver| driver == id));
    receivers.flat_map(|id| std::iter::once(id).chain(outer.around(id))).collect()
}

impl LeverKey {
    /// The sector or group that the key is about; `None` for keys of the province, projects, parks and shocks.
    pub fn line(&self) -> Option<&str> {
        match self.lever.spec().scope {
            LeverScope::Sector | LeverScope::Line | LeverScope::Receiver => Some(&self.subject),
            LeverScope::ShockSector => Some(&self.part),
            LeverScope::Province | LeverScope::Project | LeverScope::Park | LeverScope::Shock => None,
        }
    }

    /// The same lever of another sector or group; the key itself if it has no line.
    #[must_use]
    pub fn with_line(&self, line: &str) -> Self {
        match self.lever.spec().scope {
            LeverScope::Sector | LeverScope::Line | LeverScope::Receiver => Self::of_part(self.lever, line, &self.part),
            LeverScope::ShockSector => Self::of_part(self.lever, &self.subject, line),
            LeverScope::Province | LeverScope::Project | LeverScope::Park | LeverScope::Shock => self.clone(),
        }
    }
}

/// Lever keys that decide something in a case, so that no two move the same figure for the same reason.
///
/// A sector's key stands for itself, unless only a group around it has a setting: then the key of that group does.
pub fn deciding_keys(study: &Study, settings: &Settings) -> Vec<LeverKey> {
    retain_deciding(study, settings, lever_keys(study))
}

/// Those of some lever keys of a study that decide something in a case, in their order.
pub(crate) fn retain_deciding(study: &Study, settings: &Settings, mut keys: Vec<LeverKey>) -> Vec<LeverKey> {
    if !study.groups.is_empty() {
        let outer = OuterGroups::new(study);
        keys.retain(|key| decides(study, (settings, &outer), key));
    }
    keys
}

fn decides(study: &Study, (settings, outer): (&Settings, &OuterGroups<'_>), key: &LeverKey) -> bool {
    let Some(line) = key.line() else { return true };
    let decider = |line: &str| -> String {
        let mut lines = std::iter::once(line).chain(outer.around(line));
        lines.find(|line| settings.get(&key.with_line(line)).is_some()).unwrap_or(line).to_owned()
    };
    if !study.is_group(line) {
        return decider(line) == line;
    }
    let follows = |s: usize| decider(&study.sectors[s].id) == line;
    settings.get(key).is_some() && study.members(line).into_iter().any(follows)
}
