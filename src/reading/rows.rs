//! Rows of a sheet told apart, and the tables between their heads.

use super::grid::{GridCell, SheetContent, SheetGrid};
use super::numbers::{WrittenNumber, no_value};
use super::words::{ReadWords, read_time_words};
use std::collections::{BTreeMap, BTreeSet};

/// What a cell looks like, before its column is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum LooksLike {
    /// A year or a part of one.
    Time,
    /// A number.
    Number,
    /// A mark for a value that is missing, a failed formula, or one without result.
    NoValue,
    /// A code: capitals and digits only.
    Code,
    /// Words.
    Text,
}

/// Longest text, in characters, that can be a head or a number.
const LONGEST_HEAD: usize = 160;

/// The words of texts, read once each.
#[derive(Debug, Default)]
pub(super) struct WordCache {
    known: BTreeMap<String, ReadWords>,
}

impl WordCache {
    /// What a text says.
    pub(super) fn read(&mut self, text: &str) -> ReadWords {
        if let Some(words) = self.known.get(text) {
            return words.clone();
        }
        let words = read_time_words(text);
        self.known.insert(text.to_owned(), words.clone());
        words
    }
}

/// The look of a cell.
pub(super) fn look(cell: &GridCell, words: &mut WordCache) -> LooksLike {
    match &cell.content {
        SheetContent::Number(value) => {
            let year = value.fract() == 0.0 && (1900.0..=2100.0).contains(value) && !cell.percent;
            if year { LooksLike::Time } else { LooksLike::Number }
        }
        SheetContent::Date(..) => LooksLike::Time,
        SheetContent::Fault(_) | SheetContent::NotComputed => LooksLike::NoValue,
        SheetContent::Text(text) => look_of_text(text, words),
    }
}

fn look_of_text(text: &str, words: &mut WordCache) -> LooksLike {
    if text.len() > LONGEST_HEAD {
        return LooksLike::Text;
    }
    if no_value(text).is_some() {
        return LooksLike::NoValue;
    }
    let digits = text.contains(|c: char| c.is_ascii_digit());
    if digits || text.len() < 40 {
        let said = words.read(text);
        if said.complete && said.has_time() && said.units.is_empty() {
            return LooksLike::Time;
        }
    }
    if digits && WrittenNumber::read(text).is_some() {
        return LooksLike::Number;
    }
    let numeral = words.read(text).numeral.is_some();
    if is_code(text) && !numeral { LooksLike::Code } else { LooksLike::Text }
}

/// Whether a text is a code such as `B-E`, `YBFR` or `G,I`.
pub(super) fn is_code(text: &str) -> bool {
    let short = text.chars().count() <= 8;
    let capital = text.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || "-–,._/ ".contains(c));
    let letters = text.contains(|c: char| c.is_alphabetic());
    short && capital && letters || !letters && text.contains(|c: char| c.is_ascii_digit())
}

/// The visible cells of a row with their looks.
pub(super) type LookedRow = BTreeMap<u32, LooksLike>;

/// What a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum RowKind {
    /// Words, years or both above figures.
    Heads,
    /// A label with values.
    Data,
    /// One text, or pairs of a name and what it stands for.
    Text,
    /// Codes of series.
    Codes,
    /// Numbers of columns, or figures without a label.
    LeftOut,
}

/// A table as rows: what stands above it, its heads, its body.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct TableRows {
    /// Titles and remarks above the heads.
    pub context: Vec<u32>,
    /// Head rows.
    pub heads: Vec<u32>,
    /// Head rows that hold codes only.
    pub codes: BTreeSet<u32>,
    /// Rows with values, and the headings between them.
    pub body: Vec<u32>,
    /// Rows of the body with values.
    pub data: BTreeSet<u32>,
    /// Texts behind the last value.
    pub foot: Vec<u32>,
}

/// Rows that belong to no table, with the reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
pub enum LeftOutReason {
    /// The file hides it.
    Hidden,
    /// Numbers of columns, or codes of series.
    Technical,
    /// Figures without a label.
    NoLabel,
    /// A column without a head.
    NoHead,
    /// The same row once more.
    Repeated,
    /// A total without something, beside the total itself.
    VariantOfTotal,
    /// A row or a column of notes.
    Note,
}

/// A sheet taken apart.
#[derive(Debug, Default)]
pub(super) struct SheetTables {
    /// Its tables.
    pub tables: Vec<TableRows>,
    /// Rows left out.
    pub left_out: BTreeMap<u32, LeftOutReason>,
    /// The looks of all visible cells.
    pub looks: BTreeMap<u32, LookedRow>,
}

/// Takes a sheet apart.
pub(super) fn split_sheet(grid: &SheetGrid, words: &mut WordCache) -> SheetTables {
    let mut found = SheetTables::default();
    let mut now = TableRows::default();
    let mut pending = Vec::new();
    for (row, cells) in &grid.rows {
        if grid.hidden_rows.contains(row) {
            found.left_out.insert(*row, LeftOutReason::Hidden);
            continue;
        }
        let shown = cells.iter().filter(|(column, _)| grid.shows_column(**column));
        let looks: LookedRow = shown.map(|(column, cell)| (*column, look(cell, words))).collect();
        if looks.is_empty() {
            continue;
        }
        let values = value_columns(&now, &found.looks);
        let kind = kind_of_row(grid, *row, &looks, &now, &values);
        found.looks.insert(*row, looks);
        match kind {
            RowKind::Data => {
                now.body.append(&mut pending);
                now.body.push(*row);
                now.data.insert(*row);
            }
            RowKind::Text => pending.push(*row),
            RowKind::Codes if now.body.is_empty() && !now.heads.is_empty() => {
                now.heads.push(*row);
                now.codes.insert(*row);
            }
            RowKind::Heads => {
                if now.heads.is_empty() && !now.data.is_empty() {
                    // Figures above all heads are no table; titles among them belong to what follows.
                    for row in std::mem::take(&mut now.data) {
                        found.left_out.insert(row, LeftOutReason::NoLabel);
                    }
                    let titles = std::mem::take(&mut now.body);
                    now.context.extend(titles.into_iter().filter(|row| !found.left_out.contains_key(row)));
                }
                if now.data.is_empty() {
                    let place = if now.heads.is_empty() { &mut now.context } else { &mut now.heads };
                    place.append(&mut pending);
                } else {
                    let context = std::mem::take(&mut pending);
                    now.foot.clone_from(&context);
                    found.tables.push(std::mem::replace(&mut now, TableRows { context, ..TableRows::default() }));
                }
                now.heads.push(*row);
            }
            RowKind::Codes | RowKind::LeftOut => {
                let labelled = kind == RowKind::Codes || is_technical(grid, *row, &found.looks);
                found.left_out.insert(*row, if labelled { LeftOutReason::Technical } else { LeftOutReason::NoLabel });
            }
        }
    }
    now.foot = pending;
    if !now.data.is_empty() {
        found.tables.push(now);
    }
    for table in &mut found.tables {
        lower_group_headings(table, &found.looks);
        part_far_heads(table);
    }
    found
}

/// The last head rows that reach over no column of values name the first group of rows.
fn lower_group_headings(table: &mut TableRows, looks: &BTreeMap<u32, LookedRow>) {
    let values = value_columns(table, looks);
    let over = |row: &u32| looks.get(row).is_some_and(|looks| looks.keys().any(|column| values.contains(column)));
    let headed = table.heads.iter().rposition(over);
    let Some(last) = headed.filter(|last| last + 1 < table.heads.len()) else { return };
    let names: Vec<u32> = table.heads.split_off(last + 1);
    // A name in the last row of the head, such as "Year", is a head and no group: it stands right below.
    let (near, far): (Vec<u32>, Vec<u32>) =
        names.into_iter().partition(|row| table.heads.last().is_some_and(|head| *row == head + 1));
    table.heads.extend(near);
    table.body.splice(0..0, far);
}

/// Head rows above a blank row are remarks about the file, not heads of columns.
fn part_far_heads(table: &mut TableRows) {
    let pairs = table.heads.iter().zip(table.heads.iter().skip(1));
    let gap = pairs.enumerate().filter(|(_, (above, below))| **below > **above + 1).map(|(at, _)| at + 1).next_back();
    if let Some(at) = gap {
        let near = table.heads.split_off(at);
        table.context.extend(std::mem::replace(&mut table.heads, near));
    }
}

/// The columns in which the body so far has numbers, or marks for missing ones.
fn value_columns(now: &TableRows, looks: &BTreeMap<u32, LookedRow>) -> BTreeSet<u32> {
    let recent = now.data.iter().rev().take(12).filter_map(|row| looks.get(row)).flatten();
    recent
        .filter(|(_, look)| matches!(look, LooksLike::Number | LooksLike::NoValue))
        .map(|(column, _)| *column)
        .collect()
}

fn kind_of_row(grid: &SheetGrid, row: u32, looks: &LookedRow, now: &TableRows, values: &BTreeSet<u32>) -> RowKind {
    let count = |wanted: LooksLike| looks.values().filter(|look| **look == wanted).count();
    let (numbers, times, texts, none) =
        (count(LooksLike::Number), count(LooksLike::Time), count(LooksLike::Text), count(LooksLike::NoValue));
    let codes = count(LooksLike::Code);
    if numbered_columns(grid, row, looks) {
        return RowKind::LeftOut;
    }
    if codes >= 3 && codes >= (texts + none + codes).div_ceil(2) && numbers == 0 && times <= 1 {
        return RowKind::Codes;
    }
    if numbers == 0 && is_head(grid, row, looks, now, values) {
        return RowKind::Heads;
    }
    if numbers + none > 0 || (!values.is_empty() && times > 1) {
        let last = looks
            .iter()
            .rev()
            .find(|(_, look)| matches!(look, LooksLike::Number | LooksLike::NoValue | LooksLike::Time));
        let last = last.map_or(0, |(column, _)| *column);
        let first_number =
            looks.iter().find(|(_, look)| **look == LooksLike::Number).map_or(last, |(column, _)| *column);
        let label = |(column, look): (&u32, &LooksLike)| {
            *column < last.max(first_number) && matches!(look, LooksLike::Text | LooksLike::Time | LooksLike::Code)
        };
        let labelled = looks.iter().any(label) || covered_on_the_left(grid, row, first_number);
        return if labelled { RowKind::Data } else { RowKind::LeftOut };
    }
    RowKind::Text
}

/// Whether a merged label of an earlier row reaches down into this one.
fn covered_on_the_left(grid: &SheetGrid, row: u32, before: u32) -> bool {
    grid.merged.iter().any(|region| {
        region.top < row && region.bottom >= row && region.left < before && {
            grid.at(region.top, region.left).is_some_and(|cell| cell.text().is_some())
        }
    })
}

fn is_head(grid: &SheetGrid, row: u32, looks: &LookedRow, now: &TableRows, values: &BTreeSet<u32>) -> bool {
    let in_place = |wanted: &[LooksLike]| {
        looks
            .iter()
            .filter(|(column, look)| {
                wanted.contains(look) && (now.heads.is_empty() || values.is_empty() || values.contains(column))
            })
            .count()
    };
    let none = looks.values().filter(|look| **look == LooksLike::NoValue).count();
    let times = in_place(&[LooksLike::Time]);
    let texts = in_place(&[LooksLike::Text, LooksLike::Code]);
    if none > 0 || are_pairs(grid, row) {
        return false;
    }
    if now.data.is_empty() || now.heads.is_empty() {
        let all_times = looks.values().all(|look| *look == LooksLike::Time);
        return texts + times >= 2 || (times == 1 && (texts > 0 || !now.heads.is_empty() || all_times));
    }
    let needed = if values.len() == 1 { 1 } else { 2 };
    if texts + times < needed {
        return false;
    }
    // Figures between 1900 and 2100 beside a label are values, unless they run as years do.
    texts >= needed || times_run(grid, row, looks)
}

/// Whether the years of a row go up or down by one, or stay.
fn times_run(grid: &SheetGrid, row: u32, looks: &LookedRow) -> bool {
    let times =
        looks.iter().filter(|(_, look)| **look == LooksLike::Time).filter_map(|(column, _)| grid.at(row, *column));
    let mut numbers = Vec::new();
    for cell in times {
        match &cell.content {
            SheetContent::Number(value) => numbers.push(*value),
            SheetContent::Text(_) | SheetContent::Date(..) | SheetContent::Fault(_) | SheetContent::NotComputed => {
                return true;
            }
        }
    }
    let steps: Vec<f64> = numbers.iter().zip(numbers.iter().skip(1)).map(|(before, after)| after - before).collect();
    numbers.len() > 1
        && steps.iter().all(|step| step.abs() <= 5.0)
        && (steps.iter().all(|step| *step >= 0.0) || steps.iter().all(|step| *step <= 0.0))
}

/// Whether a row holds names with colons and what they stand for.
fn are_pairs(grid: &SheetGrid, row: u32) -> bool {
    let cells = grid.rows.get(&row).into_iter().flat_map(|cells| cells.values());
    cells.filter_map(GridCell::text).any(|text| text.ends_with(':') && text.chars().count() <= 24)
}

fn is_technical(grid: &SheetGrid, row: u32, looks: &BTreeMap<u32, LookedRow>) -> bool {
    looks.get(&row).is_some_and(|looks| numbered_columns(grid, row, looks))
}

/// Whether a row numbers the columns: whole numbers, or numbers in brackets, that go up by one.
fn numbered_columns(grid: &SheetGrid, row: u32, looks: &LookedRow) -> bool {
    let mut numbers: Vec<(f64, f64)> = Vec::new();
    for column in looks.keys() {
        let value = grid.at(row, *column).and_then(|cell| match &cell.content {
            SheetContent::Number(value) => Some(value.abs()),
            SheetContent::Text(text) => {
                text.trim_matches(['(', ')', '-', '[', ']']).parse().ok().filter(|_| text.len() <= 5)
            }
            SheetContent::Date(..) | SheetContent::Fault(_) | SheetContent::NotComputed => None,
        });
        match value {
            Some(value) if value.fract() == 0.0 && value < 1000.0 => numbers.push((value, f64::from(*column))),
            None if looks.get(column) == Some(&LooksLike::Code) => {}
            Some(_) | None => return false,
        }
    }
    let rises = |pair: &[(f64, f64)]| match pair {
        [(a, at), (b, then)] => *b > *a && ((b - a - 1.0).abs() < 0.5 || ((b - a) - (then - at)).abs() < 0.5),
        _ => false,
    };
    numbers.len() >= 3 && numbers.windows(2).all(rises)
}
