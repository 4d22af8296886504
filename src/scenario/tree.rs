//! The tree of sectors: groups within groups, whose figures are the sums of the sectors below them.

use super::study::Study;

/// A line of the tree in the order of tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TreeLine<'a> {
    /// Id of the sector or group.
    pub id: &'a str,
    /// Groups around it: 0 at the top.
    pub depth: usize,
}

impl Study {
    /// The group right around a sector or group; `None` at the top, and where the id names neither.
    fn outer_group(&self, id: &str) -> Option<&str> {
        let sector = self.sectors.iter().find(|sector| sector.id == id).map(|sector| sector.group.as_str());
        let group = || self.groups.iter().find(|group| group.id == id).map(|group| group.group.as_str());
        sector.or_else(group).filter(|outer| !outer.is_empty())
    }

    /// Groups around a sector or group, the nearest first.
    pub fn outer_groups(&self, id: &str) -> Vec<&str> {
        let mut found: Vec<&str> = Vec::new();
        let mut current = id;
        while let Some(outer) = self.outer_group(current) {
            // A circle of groups is refused by `validate`; the guard keeps an unvalidated study from looping.
            if outer == id || found.contains(&outer) {
                break;
            }
            found.push(outer);
            current = outer;
        }
        found
    }

    /// Whether an id names a group.
    pub fn is_group(&self, id: &str) -> bool {
        self.groups.iter().any(|group| group.id == id)
    }

    /// Positions of the sectors of a line: of a sector its own, of a group those of all sectors below it.
    pub fn members(&self, line: &str) -> Vec<usize> {
        let is_below = |id: &str| id == line || self.outer_groups(id).contains(&line);
        (0..self.sectors.len()).filter(|&s| is_below(&self.sectors[s].id)).collect()
    }

    /// Sectors and groups right below a group, in the order of the sectors; of the empty id, the lines at the top.
    pub fn parts_of(&self, group: &str) -> Vec<&str> {
        let mut parts: Vec<&str> = Vec::new();
        for sector in &self.sectors {
            let mut path = vec![sector.id.as_str()];
            path.extend(self.outer_groups(&sector.id));
            let part = if group.is_empty() {
                path.last().copied()
            } else {
                path.iter().position(|line| *line == group).and_then(|at| path.get(at.checked_sub(1)?)).copied()
            };
            parts.extend(part.filter(|part| !parts.contains(part)));
        }
        parts
    }

    /// Top-level lines: groups and sectors in no group, in the order of the sectors.
    pub fn top_lines(&self) -> Vec<&str> {
        self.parts_of("")
    }

    /// Every group and sector, each group followed by its parts.
    pub fn line_tree(&self) -> Vec<TreeLine<'_>> {
        let mut lines = Vec::with_capacity(self.groups.len() + self.sectors.len());
        self.push_parts("", 0, &mut lines);
        lines
    }

    fn push_parts<'a>(&'a self, group: &str, depth: usize, lines: &mut Vec<TreeLine<'a>>) {
        for id in self.parts_of(group) {
            lines.push(TreeLine { id, depth });
            if depth < self.groups.len() {
                self.push_parts_of(id, depth, lines);
            }
        }
    }

    fn push_parts_of<'a>(&'a self, id: &str, depth: usize, lines: &mut Vec<TreeLine<'a>>) {
        if self.is_group(id) {
            self.push_parts(id, depth + 1, lines);
        }
    }
}
