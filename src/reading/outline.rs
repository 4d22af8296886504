//! Which cells are sums of others, found by arithmetic alone: no office prints its outline reliably.
//!
//! An item is the total of the run of whole subtrees behind it, or before it, that agrees in all columns within 0.1 %.

use super::cells::DraftCell;
use super::found::{CheckFound, CheckKind, SumFound};
use super::words::FigureKind;
use std::collections::{BTreeMap, BTreeSet};

/// How far a sum may lie from its total.
const TOLERANCE: f64 = 1.0e-3;
/// The same tolerance where a single number is the only evidence.
const LONE_TOLERANCE: f64 = 1.0e-5;
/// The longest run of parts that is tried.
const LONGEST_RUN: usize = 250;
/// The most items of a block; longer lists are data by place, whose total stands first or last.
const MOST_ITEMS: usize = 2000;

/// Where a value of an item stands: the other axis, and the time.
type Coordinate = (u32, Option<i32>, String);

/// A row or a column with its values.
#[derive(Debug, Clone, Default)]
struct Item {
    values: BTreeMap<Coordinate, (f64, String)>,
    /// The same values in the order of all coordinates of the block, NaN where a value is missing.
    line: Vec<f64>,
}

/// Lays the values of all items in one order, so that runs of them are added up quickly.
fn align(items: &mut [Item]) {
    let coordinates: BTreeSet<Coordinate> = items.iter().flat_map(|item| item.values.keys().cloned()).collect();
    for item in items {
        let value = |coordinate: &Coordinate| item.values.get(coordinate).map_or(f64::NAN, |(value, _)| *value);
        item.line = coordinates.iter().map(value).collect();
    }
}

/// Adds the values of a line, times a factor, to sums.
fn add_line(sums: &mut [f64], line: &[f64], factor: f64) {
    for (sum, value) in sums.iter_mut().zip(line).filter(|(_, value)| !value.is_nan()) {
        *sum += factor * value;
    }
}

/// Which cells may be added up: the same kind, unit, basis and, where rows have labels, territory.
type BlockKey = (Option<FigureKind>, String, String, String);

/// What the sums of a table say.
#[derive(Debug, Clone, Default)]
pub(super) struct SumsFound {
    /// The sums themselves.
    pub sums: Vec<SumFound>,
    /// Totals that a few of their columns miss by more than one per cent.
    pub off: Vec<CheckFound>,
    /// A total of the rows with more than one complete set of parts: a cell of it, and of the first part of each set.
    pub breakdowns: Option<Vec<String>>,
    /// A cell of a total, and one of the part that is subtracted.
    pub subtracted: Option<(String, String)>,
}

/// Finds sums among cells of one table or of one table and what continues it, along rows and along columns.
pub(super) fn find_sums(cells: &[DraftCell]) -> SumsFound {
    let additive = |cell: &&DraftCell| {
        let kind = matches!(cell.kind, None | Some(FigureKind::Share | FigureKind::Weight));
        kind && cell.read.value.is_some()
    };
    let cells: Vec<&DraftCell> = cells.iter().filter(additive).collect();
    let mut found = SumsFound::default();
    for mut items in blocks_of_rows(&cells) {
        align(&mut items);
        add_sums(&items, true, &mut found);
    }
    for mut items in blocks_of_columns(&cells) {
        align(&mut items);
        add_sums(&items, false, &mut found);
    }
    found
}

fn add_sums(items: &[Item], of_rows: bool, found: &mut SumsFound) {
    if !(3..=MOST_ITEMS).contains(&items.len()) {
        return;
    }
    let mut parents = Vec::new();
    let roots = parents_before(items, &mut parents);
    parents_behind(items, roots, &mut parents);
    let cell_of =
        |item: usize| items.get(item).and_then(|item| item.values.values().next_back()).map(|(_, cell)| cell.clone());
    for parent in &parents {
        found.sums.extend(cells_of(items, parent));
        found.off.extend(misses_of(items, parent));
        let same = || parents.iter().filter(|other| other.total == parent.total);
        if of_rows && found.breakdowns.is_none() && same().count() > 1 {
            let firsts = same().filter_map(|other| cell_of(*other.parts.first()?));
            found.breakdowns = Some(cell_of(parent.total).into_iter().chain(firsts).collect());
        }
        if let (Some(part), None) = (parent.minus.first(), &found.subtracted) {
            found.subtracted = cell_of(parent.total).zip(cell_of(*part));
        }
    }
}

/// Whether most columns hold several times, so that time runs down the rows.
fn time_runs_down(cells: &[&DraftCell]) -> bool {
    let mut times: BTreeMap<u32, BTreeSet<(Option<i32>, &str)>> = BTreeMap::new();
    for cell in cells {
        times.entry(cell.place.1).or_default().insert((cell.read.year, &cell.read.period));
    }
    times.values().filter(|times| times.len() > 1).count() * 2 > times.len()
}

/// Whether the labels differ from row to row, and not only from column to column.
fn labels_run_down(cells: &[&DraftCell]) -> bool {
    let mut labels: BTreeMap<u32, BTreeSet<&str>> = BTreeMap::new();
    for cell in cells.iter().filter(|cell| !cell.row_label.is_empty()) {
        labels.entry(cell.place.1).or_default().insert(&cell.row_label);
    }
    labels.values().any(|labels| labels.len() > 1)
}

fn value_of(cell: &DraftCell) -> (f64, String) {
    (cell.read.value.unwrap_or(0.0), cell.read.cell.clone())
}

/// The rows as items, or the labels where time runs down the rows.
fn blocks_of_rows(cells: &[&DraftCell]) -> Vec<Vec<Item>> {
    let down = time_runs_down(cells);
    let by_label = labels_run_down(cells);
    let mut blocks: BTreeMap<BlockKey, Vec<Item>> = BTreeMap::new();
    let mut known: BTreeMap<(BlockKey, String), usize> = BTreeMap::new();
    for cell in cells {
        let read = &cell.read;
        let territory = if by_label { read.territory.clone() } else { String::new() };
        let key = (cell.kind, read.unit.clone(), read.price_basis.clone(), territory);
        let name = if down { format!("{}|{}", read.territory, cell.row_label) } else { cell.place.0.to_string() };
        let items = blocks.entry(key.clone()).or_default();
        let at = *known.entry((key, name)).or_insert_with(|| {
            items.push(Item::default());
            items.len() - 1
        });
        let coordinate = (cell.place.1, read.year, read.period.clone());
        if let Some(item) = items.get_mut(at) {
            item.values.entry(coordinate).or_insert_with(|| value_of(cell));
        }
    }
    blocks.into_values().collect()
}

/// The columns as items, where they differ by more than time.
fn blocks_of_columns(cells: &[&DraftCell]) -> Vec<Vec<Item>> {
    let mut by_row: BTreeMap<u32, BTreeSet<(Option<i32>, &str)>> = BTreeMap::new();
    let mut counts: BTreeMap<u32, usize> = BTreeMap::new();
    for cell in cells {
        by_row.entry(cell.place.0).or_default().insert((cell.read.year, &cell.read.period));
        *counts.entry(cell.place.0).or_default() += 1;
    }
    let timed =
        by_row.iter().filter(|(row, times)| counts.get(row).is_some_and(|count| times.len() * 2 > *count)).count();
    if timed * 2 > by_row.len() {
        return columns_by_period(cells);
    }
    let mut blocks: BTreeMap<BlockKey, BTreeMap<u32, Item>> = BTreeMap::new();
    for cell in cells {
        let key = (cell.kind, cell.read.unit.clone(), cell.read.price_basis.clone(), String::new());
        let item = blocks.entry(key).or_default().entry(cell.place.1).or_default();
        item.values.insert((cell.place.0, None, String::new()), value_of(cell));
    }
    blocks.into_values().map(|items| items.into_values().collect()).collect()
}

/// Quarters with their year: the columns of one year as items.
fn columns_by_period(cells: &[&DraftCell]) -> Vec<Vec<Item>> {
    let mut blocks: BTreeMap<(BlockKey, Option<i32>), BTreeMap<u32, Item>> = BTreeMap::new();
    for cell in cells {
        let key = (cell.kind, cell.read.unit.clone(), cell.read.price_basis.clone(), String::new());
        let item = blocks.entry((key, cell.read.year)).or_default().entry(cell.place.1).or_default();
        item.values.insert((cell.place.0, None, String::new()), value_of(cell));
    }
    blocks.into_values().map(|items| items.into_values().collect()).collect()
}

/// A total with the positions of its parts.
#[derive(Debug, Clone)]
struct Parent {
    total: usize,
    parts: Vec<usize>,
    minus: Vec<usize>,
}

/// Totals that stand before their parts; returns the items that belong to none.
fn parents_before(items: &[Item], parents: &mut Vec<Parent>) -> Vec<usize> {
    // The roots behind the item at hand, the nearest last.
    let mut roots: Vec<usize> = Vec::new();
    for total in (0..items.len()).rev() {
        let mut taken = 0;
        while let Some(length) = best_run(items, total, roots.iter().rev().skip(taken).copied()) {
            let parts = roots.iter().rev().skip(taken).take(length).copied().collect();
            parents.push(Parent { total, parts, minus: Vec::new() });
            taken += length;
        }
        roots.truncate(roots.len() - taken);
        roots.push(total);
    }
    roots.reverse();
    roots
}

/// Totals that stand behind their parts, one of which may be subtracted.
fn parents_behind(items: &[Item], roots: Vec<usize>, parents: &mut Vec<Parent>) {
    let mut stack: Vec<usize> = Vec::new();
    for total in roots {
        let already = parents.iter().any(|parent| parent.total == total);
        let length = if already { None } else { best_run(items, total, stack.iter().rev().copied()) };
        if let Some(length) = length {
            let parts: Vec<usize> = stack.split_off(stack.len() - length);
            parents.push(Parent { total, parts, minus: Vec::new() });
        } else if let Some(minus) = subtracted(items, total, &stack).filter(|_| !already) {
            let parts = stack.iter().copied().filter(|part| *part != minus).collect();
            parents.push(Parent { total, parts, minus: vec![minus] });
            stack.clear();
        }
        stack.push(total);
    }
}

/// The length of the run, two items or more, whose sum lies nearest to the total; the shortest where several lie equal.
fn best_run(items: &[Item], total: usize, run: impl Iterator<Item = usize>) -> Option<usize> {
    let total = items.get(total)?;
    let mut sums = vec![0.0; total.line.len()];
    let mut best: Option<(f64, usize)> = None;
    for (position, part) in run.take(LONGEST_RUN).enumerate() {
        add_line(&mut sums, &items.get(part)?.line, 1.0);
        if position == 0 {
            continue;
        }
        let gap = gap_of(total, &sums);
        if let Some(gap) = gap.filter(|gap| best.is_none_or(|(least, _)| *gap < least * 0.5)) {
            best = Some((gap, position + 1));
        }
        if is_passed(total, &sums) {
            break;
        }
    }
    best.map(|(_, length)| length)
}

/// Which part of the columns of a total may miss it: a slip in one of many columns hides no sum.
const MISSES: usize = 10;

/// Whole numbers are rounded by up to one half each, others are shown with a decimal or two.
fn rounding_of(value: f64) -> f64 {
    if value.fract() == 0.0 && value.abs() < 1000.0 { 0.6 } else { 0.06 }
}

/// Whether a sum lies near enough to a total.
fn is_near(value: f64, sum: f64) -> bool {
    (sum - value).abs() <= (TOLERANCE * value.abs()).max(rounding_of(value))
}

/// The values of a total with the sums beside them.
fn beside<'v>(total: &'v Item, sums: &'v [f64]) -> impl Iterator<Item = (f64, f64)> + 'v {
    total.line.iter().copied().zip(sums.iter().copied()).filter(|(value, _)| !value.is_nan())
}

/// The greatest distance of a sum from its total, where almost all lie near enough and enough figures speak for it.
fn gap_of(total: &Item, sums: &[f64]) -> Option<f64> {
    let (mut greatest, mut evidence): (f64, f64) = (0.0, 0.0);
    let mut misses = 0;
    for (value, sum) in beside(total, sums) {
        if value == 0.0 && sum == 0.0 {
            continue;
        }
        let gap = (sum - value).abs();
        if !is_near(value, sum) {
            misses += 1;
            if misses * MISSES > total.values.len() || gap > 0.3 * value.abs() {
                return None;
            }
            continue;
        }
        let rounding = rounding_of(value);
        let exactness = value.abs() / gap.max(rounding * 0.1).max(LONE_TOLERANCE * value.abs());
        evidence += libm::log10(exactness).clamp(0.0, 5.0);
        greatest = greatest.max(gap / value.abs().max(1e-9));
    }
    let needed = if total.values.len() == 1 { 2.9 } else { 4.5 };
    (evidence >= needed).then_some(greatest)
}

/// Whether positive sums have passed their total, so that longer runs cannot fit.
fn is_passed(total: &Item, sums: &[f64]) -> bool {
    beside(total, sums).filter(|(value, sum)| *value > 0.0 && *sum > value * 1.5).count() * 2 > total.values.len()
}

/// The one item of a run that is printed positive and enters its total with a minus.
fn subtracted(items: &[Item], total: usize, run: &[usize]) -> Option<usize> {
    let total = items.get(total).filter(|total| total.values.len() > 1 && run.len() > 2)?;
    let mut sums = vec![0.0; total.line.len()];
    for part in run {
        add_line(&mut sums, &items.get(*part)?.line, 1.0);
    }
    let fits = |part: &&usize| {
        let item = items.get(**part);
        let Some(item) = item.filter(|item| item.values.values().any(|(value, _)| *value != 0.0)) else { return false };
        let mut changed = sums.clone();
        add_line(&mut changed, &item.line, -2.0);
        gap_of(total, &changed).is_some()
    };
    let mut candidates = run.iter().filter(fits);
    candidates.next().filter(|_| candidates.next().is_none()).copied()
}

/// The sum of the parts of a parent in a column.
fn sum_at(items: &[Item], parent: &Parent, coordinate: &Coordinate) -> f64 {
    let of = |parts: &[usize]| -> f64 {
        parts.iter().filter_map(|part| items.get(*part)?.values.get(coordinate)).map(|(value, _)| value).sum()
    };
    of(&parent.parts) - of(&parent.minus)
}

/// The sums of a parent, one a value of its total.
fn cells_of(items: &[Item], parent: &Parent) -> Vec<SumFound> {
    let Some(total) = items.get(parent.total) else { return Vec::new() };
    let at = |coordinate: &Coordinate, parts: &[usize]| -> Vec<String> {
        parts.iter().filter_map(|part| items.get(*part)?.values.get(coordinate)).map(|(_, cell)| cell.clone()).collect()
    };
    let near =
        total.values.iter().filter(|(coordinate, (value, _))| is_near(*value, sum_at(items, parent, coordinate)));
    let sum = |(coordinate, (_, cell)): (&Coordinate, &(f64, String))| SumFound {
        total: cell.clone(),
        parts: at(coordinate, &parent.parts),
        minus: at(coordinate, &parent.minus),
    };
    near.map(sum).filter(|sum| sum.parts.len() + sum.minus.len() > 1).collect()
}

/// The columns in which a parent misses its total by more than one per cent.
fn misses_of(items: &[Item], parent: &Parent) -> Vec<CheckFound> {
    let mut found = Vec::new();
    for (coordinate, (value, cell)) in items.get(parent.total).into_iter().flat_map(|total| &total.values) {
        let sum = sum_at(items, parent, coordinate);
        if (sum - value).abs() > (0.01 * value.abs()).max(rounding_of(*value)) {
            found.push(CheckFound { check: CheckKind::SumOff, cell: cell.clone(), values: Some((*value, sum)) });
        }
    }
    found
}
