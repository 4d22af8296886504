//! Which lever keys exist in a study: the levers of the catalogue over its sectors, projects, parks and shocks.

use super::lever::{CATALOGUE, LeverScope, LeverSpec};
use super::setting::{LeverKey, Settings};
use super::study::Study;
use super::tree::{OuterGroups, TreeLine};

/// Every lever key of a study, in the order of the catalogue; a group stands before its parts.
pub fn lever_keys(study: &Study) -> Vec<LeverKey> {
    let tree = study.line_tree();
    CATALOGUE.iter().flat_map(|spec| keys_of(study, &tree, spec)).collect()
}

fn keys_of(study: &Study, tree: &[TreeLine<'_>], spec: &LeverSpec) -> Vec<LeverKey> {
    let lever = spec.lever;
    let of = |ids: Vec<&str>| ids.into_iter().map(|id| LeverKey::for_lever(lever, id)).collect();
    let lines = || tree.iter().map(|line| line.id);
    let is_driver = |id: &str| study.structure.drivers.iter().any(|driver| driver == id);
    let receives = |id: &str| {
        let of_group = || study.members(id).into_iter().any(|s| !is_driver(&study.sectors[s].id));
        if study.is_group(id) { of_group() } else { !is_driver(id) }
    };
    match spec.scope {
        LeverScope::Province => vec![LeverKey::province(lever)],
        LeverScope::Sector => of(lines().collect()),
        LeverScope::Line => of(lines().chain(["taxes"]).collect()),
        LeverScope::Project => of(study.projects.iter().map(|project| project.id.as_str()).collect()),
        LeverScope::Park => of(study.parks.iter().map(|park| park.id.as_str()).collect()),
        LeverScope::Shock => of(study.shocks.iter().map(|shock| shock.id.as_str()).collect()),
        LeverScope::ShockSector => study
            .shocks
            .iter()
            .flat_map(|shock| lines().map(|line| LeverKey::of_part(lever, &shock.id, line)))
            .collect(),
        LeverScope::Receiver => study
            .structure
            .drivers
            .iter()
            .flat_map(|driver| lines().filter(|line| receives(line)).map(|line| LeverKey::of_part(lever, line, driver)))
            .collect(),
    }
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

    /// The same lever of another sector or group; the key itself where it is about neither.
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
    let mut keys = lever_keys(study);
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
