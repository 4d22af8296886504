//! The tree of sectors: groups within groups, whose figures are the sums of the sectors below them.

use super::study::Study;
use std::collections::{BTreeMap, BTreeSet};

/// A line of the tree in the order of tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TreeLine<'a> {
    /// Id of the sector or group.
    pub id: &'a str,
    /// Groups around it: 0 at the top.
    pub depth: usize,
}

/// The group right around each sector and group that stands in one.
#[derive(Debug)]
pub(super) struct OuterGroups<'a>(BTreeMap<&'a str, &'a str>);

impl<'a> OuterGroups<'a> {
    pub(super) fn new(study: &'a Study) -> Self {
        let sectors = study.sectors.iter().map(|sector| (sector.id.as_str(), sector.group.as_str()));
        let groups = study.groups.iter().map(|group| (group.id.as_str(), group.group.as_str()));
        Self(sectors.chain(groups).filter(|(_, outer)| !outer.is_empty()).collect())
    }

    /// Groups around a sector or group, the nearest first.
    pub(super) fn around(&self, id: &str) -> Vec<&'a str> {
        climb(id, |id| self.0.get(id).copied())
    }
}

/// Groups around a line, the nearest first, by the one right around each.
///
/// A circle of groups is refused by `validate`; the guard keeps an unvalidated study from looping.
fn climb<'a>(id: &str, outer: impl Fn(&str) -> Option<&'a str>) -> Vec<&'a str> {
    let mut found: Vec<&str> = Vec::new();
    while let Some(above) = outer(found.last().unwrap_or(&id)).filter(|above| *above != id && !found.contains(above)) {
        found.push(above);
    }
    found
}

impl Study {
    /// Groups around a sector or group, the nearest first.
    pub fn outer_groups(&self, id: &str) -> Vec<&str> {
        if self.groups.is_empty() {
            return Vec::new();
        }
        // Asked for one line at a time, looking through the lists takes less than a map of all of them.
        let sector = |id: &str| self.sectors.iter().find(|one| one.id == id).map(|one| one.group.as_str());
        let group = |id: &str| self.groups.iter().find(|one| one.id == id).map(|one| one.group.as_str());
        let outer = |id: &str| group(id).or_else(|| sector(id)).filter(|outer| !outer.is_empty());
        climb(id, outer)
    }

    /// Whether an id names a group.
    pub fn is_group(&self, id: &str) -> bool {
        self.groups.iter().any(|group| group.id == id)
    }

    /// Positions of the sectors of a line: of a sector its own, of a group those of all sectors below it.
    pub fn members(&self, line: &str) -> Vec<usize> {
        let sectors = || self.sectors.iter().enumerate();
        if !self.is_group(line) {
            return sectors().filter(|(_, sector)| sector.id == line).map(|(s, _)| s).collect();
        }
        let outer = OuterGroups::new(self);
        sectors().filter(|(_, sector)| outer.around(&sector.id).contains(&line)).map(|(s, _)| s).collect()
    }

    /// Sectors and groups right below each group, in the order of the sectors; below the empty id, the lines at the top.
    fn parts(&self) -> BTreeMap<&str, Vec<&str>> {
        let outer = OuterGroups::new(self);
        let mut parts: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        let mut seen: BTreeSet<&str> = BTreeSet::new();
        for sector in &self.sectors {
            let mut below = sector.id.as_str();
            for above in outer.around(&sector.id).into_iter().chain([""]) {
                if seen.insert(below) {
                    parts.entry(above).or_default().push(below);
                }
                below = above;
            }
        }
        parts
    }

    /// Top-level lines: groups and sectors in no group, in the order of the sectors.
    pub fn top_lines(&self) -> Vec<&str> {
        self.parts().remove("").unwrap_or_default()
    }

    /// Every group and sector, each group followed by its parts.
    pub fn line_tree(&self) -> Vec<TreeLine<'_>> {
        let parts = self.parts();
        let mut lines = Vec::with_capacity(self.groups.len() + self.sectors.len());
        let mut open: Vec<TreeLine<'_>> = Vec::new();
        let below = |id: &str, depth| {
            let of_line = parts.get(id).into_iter().flatten().rev();
            of_line.map(move |id| TreeLine { id, depth }).collect::<Vec<_>>()
        };
        open.extend(below("", 0));
        while let Some(line) = open.pop() {
            lines.push(line);
            open.extend(below(line.id, line.depth + 1));
        }
        lines
    }
}
