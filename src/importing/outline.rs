//! Labels of a table as a tree: which are parts of which, by the sums that were found.

use crate::reading::{ReadCell, ReadTable};
use std::collections::BTreeMap;

/// A label of a table and where it belongs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutlineLabel {
    /// As printed.
    pub label: String,
    /// Position of the label that it is a part of.
    pub parent: Option<usize>,
    /// Number of labels above it.
    pub depth: usize,
    /// Whether it enters its total with a minus.
    pub subtracted: bool,
    /// Positions of its parts.
    pub parts: Vec<usize>,
}

/// The labels of some cells of a table, in the order of rows, with the sums among them.
pub(super) fn outline_labels(table: &ReadTable, cells: &[&ReadCell]) -> Vec<OutlineLabel> {
    let mut labels: Vec<OutlineLabel> = Vec::new();
    let mut of_cell: BTreeMap<&str, usize> = BTreeMap::new();
    let mut known: BTreeMap<&str, usize> = BTreeMap::new();
    for cell in cells {
        let position = *known.entry(cell.label.as_str()).or_insert_with(|| {
            let label = cell.label.clone();
            labels.push(OutlineLabel { label, parent: None, depth: 0, subtracted: false, parts: Vec::new() });
            labels.len() - 1
        });
        of_cell.insert(cell.cell.as_str(), position);
    }
    for sum in &table.parents {
        let Some(&total) = of_cell.get(sum.total.as_str()) else { continue };
        for cell in sum.parts.iter().chain(&sum.minus) {
            let Some(&part) = of_cell.get(cell.as_str()) else { continue };
            if part != total && labels[part].parent.is_none() && !is_above(&labels, part, total) {
                labels[part].parent = Some(total);
                labels[part].subtracted = sum.minus.contains(cell);
                labels[total].parts.push(part);
            }
        }
    }
    for position in 0..labels.len() {
        let mut depth = 0;
        let mut above = labels[position].parent;
        while let Some(next) = above {
            depth += 1;
            above = labels[next].parent;
        }
        labels[position].depth = depth;
        labels[position].parts.sort_unstable();
    }
    labels
}

/// Whether `candidate` stands somewhere above `of`.
fn is_above(labels: &[OutlineLabel], candidate: usize, of: usize) -> bool {
    let mut above = labels[of].parent;
    while let Some(next) = above {
        if next == candidate {
            return true;
        }
        above = labels[next].parent;
    }
    false
}
