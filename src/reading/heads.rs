//! Columns of a table: their heads joined over rows, and what each column is.

use super::grid::{SheetContent, SheetGrid, address};
use super::places::is_place;
use super::rows::{LooksLike, SheetTables, TableRows, WordCache};
use super::words::{Mention, PeriodWord, ReadWords, RoleWord, YearWord};
use crate::lang::fold;
use std::collections::{BTreeMap, BTreeSet};

/// A piece of a head with its cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct HeadPiece {
    /// The row.
    pub row: u32,
    /// Where the text stands.
    pub address: String,
    /// The text.
    pub text: String,
    /// What it says.
    pub words: ReadWords,
}

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ColumnRole {
    /// Values.
    Value,
    /// Names of what the rows are about.
    Label,
    /// Years, or years with a part.
    Time,
    /// Quarters or months.
    Period,
    /// Places.
    Territory,
    /// Units.
    Unit,
    /// Kinds of figures.
    Measure,
    /// Several of these in one text, named in the head: `unit,geo\\time`.
    Composite,
    /// Codes, notes and marks: kept out of labels.
    Beside,
    /// One text throughout: said of the whole table.
    Constant,
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct TableColumn {
    /// Its number from 0.
    pub index: u32,
    /// The pieces of its head from top to bottom.
    pub pieces: Vec<HeadPiece>,
    /// What it holds.
    pub role: ColumnRole,
    /// What its head says, joined.
    pub says: ReadWords,
    /// The part of its head that names what the figures are about, as printed.
    pub name: String,
    /// What head rows with a name of their own say of it, such as `Country`: territory and unit.
    pub territory: String,
}

/// Counts of looks in a column of the body.
#[derive(Default, Debug)]
struct Counts {
    numbers: usize,
    times: usize,
    texts: usize,
    codes: usize,
    none: usize,
    /// Distinct texts, and whether each is a place.
    distinct: BTreeMap<String, bool>,
    time_words: usize,
    places: usize,
    measures: usize,
}

/// Reads the columns of a table.
pub(super) fn read_columns(
    grid: &SheetGrid,
    rows: &TableRows,
    sheet: &SheetTables,
    words: &mut WordCache,
) -> Vec<TableColumn> {
    let counts = count_columns(grid, rows, sheet, words);
    let own: BTreeMap<u32, Vec<u32>> =
        counts.keys().map(|column| (*column, own_head_rows(grid, rows, *column))).collect();
    let first_value = first_value_column(grid, rows, &counts, &own, words);
    let named_rows = named_head_rows(grid, rows, (first_value, &counts), words);
    let named: BTreeSet<u32> = named_rows.keys().copied().collect();
    let mut columns: Vec<TableColumn> = Vec::new();
    for (index, count) in &counts {
        let is_value = *index >= first_value && count.numbers + count.none + count.times > count.texts + count.codes;
        let pieces = if *index >= first_value {
            let owns = own.get(index).is_some_and(|own| !own.is_empty());
            let stub: BTreeSet<u32> = counts.range(..first_value).map(|(column, _)| *column).collect();
            if owns { head_pieces(grid, rows, *index, (first_value, &stub), words) } else { Vec::new() }
        } else {
            plain_pieces(grid, rows, *index, words)
        };
        let role = if is_value { ColumnRole::Value } else { ColumnRole::Beside };
        let mut column = TableColumn {
            index: *index,
            pieces,
            role,
            says: ReadWords::default(),
            name: String::new(),
            territory: String::new(),
        };
        if !is_value {
            column.role =
                if *index > first_value { ColumnRole::Beside } else { stub_role(&column, count, rows, &named) };
        }
        join_head(&mut column, rows, &named_rows, words);
        columns.push(column);
    }
    name_by_constants(grid, rows, &mut columns, words);
    settle_stub(&mut columns, &counts);
    read_numerals(&mut columns);
    columns
}

fn count_columns(
    grid: &SheetGrid,
    rows: &TableRows,
    sheet: &SheetTables,
    words: &mut WordCache,
) -> BTreeMap<u32, Counts> {
    let mut counts: BTreeMap<u32, Counts> = BTreeMap::new();
    for row in &rows.data {
        for (column, look) in sheet.looks.get(row).into_iter().flatten() {
            let count = counts.entry(*column).or_default();
            let text = grid.at(*row, *column).and_then(|cell| cell.text());
            match look {
                LooksLike::Number => count.numbers += 1,
                LooksLike::Time => count.times += 1,
                LooksLike::NoValue => count.none += 1,
                LooksLike::Code => count.codes += 1,
                LooksLike::Text => count.texts += 1,
            }
            if let Some(text) = text {
                let place = match count.distinct.get(text) {
                    Some(place) => *place,
                    None => note_text(count, text, words),
                };
                count.places += usize::from(place);
            }
        }
    }
    counts
}

/// Notes a text that a column has not held so far, and says whether it is a place.
fn note_text(count: &mut Counts, text: &str, words: &mut WordCache) -> bool {
    let said = words.read(text);
    count.measures += usize::from(said.kind.is_some());
    let time = matches!(said.role, Some(RoleWord::Time | RoleWord::Period));
    count.time_words += usize::from(said.complete && time && !said.has_time());
    let named = text.chars().count() < 40 && said.role == Some(RoleWord::Territory);
    let place = named || is_place(text);
    count.distinct.insert(text.to_owned(), place);
    place
}

/// The head rows in which a column has a cell of its own: the upper left of a region, or any other text.
fn own_head_rows(grid: &SheetGrid, rows: &TableRows, column: u32) -> Vec<u32> {
    let has = |row: &u32| {
        grid.at(*row, column).is_some()
            || grid.merged.iter().any(|region| {
                region.top == *row
                    && (region.left..=region.right).contains(&column)
                    && grid.at(region.top, region.left).is_some()
            })
    };
    rows.heads.iter().filter(|row| has(row)).copied().collect()
}

/// Whether numbers, or marks for missing ones, outweigh words in a column.
fn is_numeric(count: &Counts) -> bool {
    let values = count.numbers + count.none;
    values > 0 && values + count.times > count.texts + count.codes
}

/// The first column with a time in its head.
fn first_timed_column(
    grid: &SheetGrid,
    rows: &TableRows,
    counts: &BTreeMap<u32, Counts>,
    own: &BTreeMap<u32, Vec<u32>>,
    words: &mut WordCache,
) -> Option<u32> {
    let heads = rows.heads.iter().filter_map(|row| grid.rows.get(row)).flat_map(|cells| cells.values());
    let numerals: BTreeSet<u8> =
        heads.filter_map(|cell| cell.text()).filter_map(|text| words.read(text).numeral).collect();
    for (column, count) in counts.iter().filter(|(_, count)| is_numeric(count) || count.times > 0) {
        for cell in own.get(column).into_iter().flatten().filter_map(|row| grid.at(*row, *column)) {
            let timed = match &cell.content {
                SheetContent::Text(text) => {
                    let said = words.read(text);
                    // "SIC 2007" above a column of years is no time of the column.
                    let time = said.has_time() && (said.complete || count.numbers > 0);
                    time || said.numeral.is_some() && numerals.len() > 1
                }
                SheetContent::Number(_) | SheetContent::Date(..) => true,
                SheetContent::Fault(_) | SheetContent::NotComputed => false,
            };
            if timed {
                return Some(*column);
            }
        }
    }
    None
}

/// The first column of values: the first with a time in its head, or the first number behind the last column of names.
fn first_value_column(
    grid: &SheetGrid,
    rows: &TableRows,
    counts: &BTreeMap<u32, Counts>,
    own: &BTreeMap<u32, Vec<u32>>,
    words: &mut WordCache,
) -> u32 {
    if let Some(column) = first_timed_column(grid, rows, counts, own, words) {
        return column;
    }
    let total = rows.data.len();
    let last_number = counts.iter().rev().find(|(_, count)| is_numeric(count)).map_or(0, |(column, _)| *column);
    let names = |count: &Counts| {
        let texts = count.texts + count.codes;
        let long = count.distinct.keys().any(|text| text.chars().count() > 3);
        texts * 2 > count.numbers + count.none + count.times && texts * 3 >= total && long && !is_numeric(count)
    };
    let last_name = counts.range(..last_number).rev().find(|(_, count)| names(count));
    let from = last_name.map_or(0, |(column, _)| column + 1);
    let mut first = None;
    for (column, count) in counts.range(from..) {
        let filled = count.numbers + count.times + count.none + count.texts;
        let time = count.times > 0 && count.times * 10 >= filled * 7;
        let role = plain_pieces(grid, rows, *column, words).iter().rev().find_map(|piece| piece.words.role);
        let early = time && (*column == 0 || from > 0) || role == Some(RoleWord::Time) && count.times > 0;
        if early || matches!(role, Some(RoleWord::Period | RoleWord::Code)) {
            first = None;
        } else if is_numeric(count) && first.is_none() {
            first = Some(*column);
        }
    }
    first.unwrap_or(last_number)
}

/// The pieces of a head without filling.
fn plain_pieces(grid: &SheetGrid, rows: &TableRows, column: u32, words: &mut WordCache) -> Vec<HeadPiece> {
    rows.heads.iter().filter_map(|row| piece_at(grid, *row, column, words)).collect()
}

fn piece_at(grid: &SheetGrid, row: u32, column: u32, words: &mut WordCache) -> Option<HeadPiece> {
    let text = grid.at(row, column)?.printed();
    let said = words.read(&text);
    Some(HeadPiece { row, address: address(row, column), text, words: said })
}

/// The pieces of a head: its own cells, regions that cover it, and what stands to the left in rows above the last.
fn head_pieces(
    grid: &SheetGrid,
    rows: &TableRows,
    column: u32,
    (first_value, stub): (u32, &BTreeSet<u32>),
    words: &mut WordCache,
) -> Vec<HeadPiece> {
    let mut pieces: Vec<HeadPiece> = Vec::new();
    let last_own = rows.heads.iter().rev().find(|row| grid.at(**row, column).is_some()).copied();
    for row in &rows.heads {
        let covering = grid.merged.iter().find(|region| {
            (region.top..=region.bottom).contains(row) && (region.left..=region.right).contains(&column)
        });
        let place = match covering {
            Some(region) => Some((region.top, region.left)),
            None if grid.at(*row, column).is_some() => Some((*row, column)),
            None if last_own.is_some_and(|last| *row < last) => {
                filled_from_left(grid, *row, column, first_value, words)
            }
            None => None,
        };
        let piece =
            place.filter(|(_, left)| !stub.contains(left)).and_then(|(top, left)| piece_at(grid, top, left, words));
        let new = piece.filter(|piece| !pieces.iter().any(|known| known.address == piece.address));
        pieces.extend(new);
    }
    pieces
}

/// The cell to the left whose text holds for a column as well: a group head, but no status or part of a year alone.
fn filled_from_left(
    grid: &SheetGrid,
    row: u32,
    column: u32,
    first_value: u32,
    words: &mut WordCache,
) -> Option<(u32, u32)> {
    let (left, cell) = grid.rows.get(&row)?.range(first_value..column).next_back()?;
    let covered = grid.merged.iter().any(|region| {
        (region.top..=region.bottom).contains(&row)
            && (region.left..=region.right).contains(left)
            && region.right > region.left
    });
    let said = words.read(&cell.printed());
    let alone =
        said.complete && said.years.is_empty() && said.kind.is_none() && said.units.is_empty() && said.basis.is_none();
    let starts_anew = is_plain_name(&said) && is_opened_above(grid, (row, *left), column, words);
    (!covered && !alone && !starts_anew).then_some((row, *left))
}

/// Whether a text is a name alone: no time, unit, basis or kind, which hold for all columns behind them.
fn is_plain_name(said: &ReadWords) -> bool {
    !said.complete
        && !said.has_time()
        && said.units.is_empty()
        && said.kind.is_none()
        && said.basis.is_none()
        && said.base_year.is_none()
}

/// Whether a name in a row above begins between a cell and a column to its right: a division of one group ends where the
/// next group begins.
fn is_opened_above(grid: &SheetGrid, (row, left): (u32, u32), column: u32, words: &mut WordCache) -> bool {
    let above = row.checked_sub(1).and_then(|above| grid.rows.get(&above));
    let mut names =
        above.into_iter().flat_map(|cells| cells.range(left + 1..=column)).filter_map(|(_, cell)| cell.text());
    names.any(|text| is_plain_name(&words.read(text)))
}

/// Head rows whose first cell names what the row says of each column: `Country`, `Unit`.
fn named_head_rows(
    grid: &SheetGrid,
    rows: &TableRows,
    (first_value, counts): (u32, &BTreeMap<u32, Counts>),
    words: &mut WordCache,
) -> BTreeMap<u32, RoleWord> {
    let mut named = BTreeMap::new();
    for row in &rows.heads {
        let Some(cells) = grid.rows.get(row) else { continue };
        let first = cells.iter().next().filter(|(column, _)| **column < first_value);
        let mut names = cells.range(..first_value);
        let own = names.next().map(|(column, _)| *column);
        // Heads of their own: one that reaches over several rows, or a second one that says what its column holds.
        let tall =
            grid.merged.iter().any(|region| region.top == *row && Some(region.left) == own && region.bottom > *row);
        let second = names.clone().any(|(_, cell)| cell.text().is_some_and(|text| words.read(text).role.is_some()));
        let alone = !tall && !second && names.count() <= 1;
        if let (Some(only), true) = (first.and_then(|(_, cell)| cell.text()), alone) {
            let said = words.read(only);
            let role = said.role.filter(|_| said.complete || only.chars().count() < 14);
            // What the row says stands above the values, or where no value stands at all.
            let others =
                cells.keys().skip(1).filter(|column| **column >= first_value || !counts.contains_key(column)).count();
            let last = rows.heads.last() == Some(row);
            // The name of a place is not read as a time, basis or unit as well.
            let behind = cells.range(first_value..).filter_map(|(_, cell)| cell.text());
            let says_more = behind
                .map(|text| words.read(text))
                .any(|said| said.has_time() || said.basis.is_some() || said.base_year.is_some() || said.kind.is_some());
            let role = role.filter(|role| !(says_more && *role == RoleWord::Territory));
            if let (Some(role), true, false) = (role, others > 0, last && rows.heads.len() < 3) {
                named.insert(*row, role);
            }
        }
    }
    named
}

/// What a column left of the values is.
fn stub_role(column: &TableColumn, count: &Counts, rows: &TableRows, named: &BTreeSet<u32>) -> ColumnRole {
    let filled = count.numbers + count.times + count.texts + count.codes + count.none;
    let own = column.pieces.iter().rev().filter(|piece| !named.contains(&piece.row));
    let role = own.into_iter().find_map(|piece| piece.words.role);
    let texts = count.texts + count.codes;
    let time = count.times * 10 >= filled * 6 && count.times > 0;
    let head = column.pieces.last().map_or("", |piece| piece.text.as_str());
    if head.contains(',') && head.contains('\\') && texts > 0 {
        return ColumnRole::Composite;
    }
    if role == Some(RoleWord::Note) {
        return ColumnRole::Beside;
    }
    if role == Some(RoleWord::Code) {
        return ColumnRole::Beside;
    }
    if role == Some(RoleWord::Period) {
        return ColumnRole::Period;
    }
    if time || role == Some(RoleWord::Time) && count.times > 0 {
        return ColumnRole::Time;
    }
    if role == Some(RoleWord::Unit) {
        return ColumnRole::Unit;
    }
    // Words for kinds of times, such as "year" and "month", beside the times themselves.
    if role == Some(RoleWord::Time) && texts > 0 && count.distinct.len() <= 4 {
        return ColumnRole::Beside;
    }
    if role == Some(RoleWord::Territory) && texts * 2 > filled {
        return ColumnRole::Territory;
    }
    if count.distinct.len() == 1 && rows.data.len() > 3 && texts * 10 >= rows.data.len() * 9 {
        return ColumnRole::Constant;
    }
    if count.places * 2 > texts && count.places > 2 {
        return ColumnRole::Territory;
    }
    if texts > 0 && count.time_words == count.distinct.len() {
        return ColumnRole::Beside;
    }
    let measures =
        count.measures * 2 > count.distinct.len() && count.distinct.len() <= 12 && texts * 2 > rows.data.len();
    if measures || role == Some(RoleWord::Measure) {
        return ColumnRole::Measure;
    }
    if texts == 0 || count.texts * 2 < count.codes + count.numbers {
        return ColumnRole::Beside;
    }
    ColumnRole::Label
}

/// The names in the head of a composite column.
pub(super) fn composite_names(column: &TableColumn) -> Vec<String> {
    let head = column.pieces.last().and_then(|piece| piece.text.split('\\').next()).unwrap_or_default();
    head.split(',').map(|name| name.trim().to_owned()).collect()
}

/// A column with the same text in all rows that names places tells that the column behind it holds names of places.
fn name_by_constants(grid: &SheetGrid, rows: &TableRows, columns: &mut [TableColumn], words: &mut WordCache) {
    let mut named = false;
    for column in columns.iter_mut() {
        if column.role == ColumnRole::Constant {
            let text = rows.data.first().and_then(|row| grid.at(*row, column.index)).and_then(|cell| cell.text());
            named = text.is_some_and(|text| words.read(text).role == Some(RoleWord::Territory));
        } else if column.role == ColumnRole::Label && named {
            column.role = ColumnRole::Territory;
            named = false;
        }
    }
}

/// A table needs a label: where every stub column is something else, the codes are the labels.
fn settle_stub(columns: &mut [TableColumn], counts: &BTreeMap<u32, Counts>) {
    let named = columns.iter().any(|column| {
        use ColumnRole::{Composite, Label, Measure, Territory, Time};
        matches!(column.role, Label | Territory | Time | Measure | Composite)
    });
    if named {
        return;
    }
    let best = columns.iter_mut().filter(|column| matches!(column.role, ColumnRole::Beside | ColumnRole::Constant));
    let mut best = best.filter(|column| counts.get(&column.index).is_some_and(|count| count.texts + count.codes > 0));
    if let Some(column) = best.next() {
        column.role = ColumnRole::Label;
    }
}

/// Joins what the pieces of a head say.
fn join_head(column: &mut TableColumn, rows: &TableRows, named: &BTreeMap<u32, RoleWord>, words: &mut WordCache) {
    let said = |piece: &&HeadPiece| {
        !rows.codes.contains(&piece.row) || piece.words.numeral.is_some() || piece.words.has_time()
    };
    let pieces: Vec<HeadPiece> = column.pieces.iter().filter(said).cloned().collect();
    let joined: Vec<&str> = pieces.iter().map(|piece| piece.text.as_str()).collect();
    let mut says = words.read(&joined.join(" "));
    says.units = Vec::new();
    for piece in &pieces {
        let new: Vec<String> = piece.words.units.iter().filter(|unit| !says.units.contains(unit)).cloned().collect();
        says.units.extend(new);
        says.kind = says.kind.or(piece.words.kind);
        says.basis = says.basis.or(piece.words.basis);
    }
    // The year of the column, printed below "at constant prices", is not the year of the prices.
    if pieces.iter().any(|piece| piece.words.basis.is_some()) {
        says.base_year = pieces.iter().find_map(|piece| piece.words.base_year);
    }
    let pure = pieces
        .iter()
        .rev()
        .find(|piece| piece.words.complete && !piece.words.compared && !piece.words.years.is_empty());
    if let Some(year) = pure.and_then(|piece| piece.words.years.first()) {
        says.years = vec![*year];
    }
    for piece in &pieces {
        match named.get(&piece.row) {
            Some(RoleWord::Territory) => column.territory.clone_from(&piece.text),
            Some(
                RoleWord::Time
                | RoleWord::Period
                | RoleWord::Unit
                | RoleWord::Measure
                | RoleWord::Code
                | RoleWord::Note,
            )
            | None => {}
        }
    }
    let names: Vec<&HeadPiece> = pieces.iter().filter(|piece| is_name(piece, named)).collect();
    // Heads in two languages: the name stays in the script of its first piece.
    let script = pieces.first().is_some_and(|piece| has_ideograph(&piece.text));
    let name = names.iter().rev().find(|piece| has_ideograph(&piece.text) == script);
    column.name = name.map_or_else(String::new, |piece| piece.text.clone());
    column.says = says;
}

/// Whether a piece of a head names a part, and says more than time, unit, basis or status.
fn is_name(piece: &HeadPiece, named: &BTreeMap<u32, RoleWord>) -> bool {
    let said = &piece.words;
    let plain = !said.complete && !said.mentions(Mention::By) && (said.numeral.is_none() || !said.years.is_empty());
    plain && !named.contains_key(&piece.row) && !only_units(said, &piece.text)
}

/// Whether a text holds signs of Chinese or Japanese.
pub(super) fn has_ideograph(text: &str) -> bool {
    text.contains(|c: char| ('\u{2e80}'..='\u{9fff}').contains(&c))
}

/// Whether a text is a unit with a note behind it.
fn only_units(said: &ReadWords, text: &str) -> bool {
    let without_notes = text.split('[').next().unwrap_or_default();
    !said.units.is_empty() && fold(without_notes).trim().chars().count() < 30 && {
        let mut cache = WordCache::default();
        cache.read(without_notes).complete
    }
}

/// Roman numerals under a year are quarters: lone ones where the neighbours are numerals as well, ones beside a word that
/// no list knows where all four stand under one year.
fn read_numerals(columns: &mut [TableColumn]) {
    let numeral = |column: &TableColumn| {
        let mut pieces = column.pieces.iter().rev();
        pieces.find_map(|piece| Some((piece.words.numeral?, !piece.words.years.is_empty())))
    };
    let seen: BTreeSet<u8> = columns.iter().filter_map(numeral).filter(|(_, dated)| !dated).map(|it| it.0).collect();
    let mut by_year: BTreeMap<Vec<YearWord>, BTreeSet<u8>> = BTreeMap::new();
    for column in columns.iter() {
        if let Some((quarter, true)) = numeral(column) {
            by_year.entry(column.says.years.clone()).or_default().insert(quarter);
        }
    }
    for column in columns.iter_mut().filter(|column| column.says.period.is_none()) {
        let Some((quarter, dated)) = numeral(column) else { continue };
        let all = by_year.get(&column.says.years).is_some_and(|quarters| quarters.len() == 4);
        if dated && all || !dated && seen.len() > 1 {
            column.says.period = Some(PeriodWord::Quarter(quarter));
        }
    }
}

/// The year, the pair and the part that a cell of a time column says.
pub(super) fn time_of_cell(grid: &SheetGrid, row: u32, column: u32, words: &mut WordCache) -> Option<ReadWords> {
    let cell = grid.at(row, column)?;
    match &cell.content {
        SheetContent::Number(value) if value.fract() == 0.0 && (1900.0..=2100.0).contains(value) => {
            #[expect(clippy::cast_possible_truncation, reason = "a whole number between 1900 and 2100")]
            let year = *value as i32;
            Some(ReadWords { years: vec![YearWord { year, pair: false }], complete: true, ..ReadWords::default() })
        }
        SheetContent::Date(..) | SheetContent::Text(_) => Some(words.read(&cell.printed())).filter(ReadWords::has_time),
        SheetContent::Number(_) | SheetContent::Fault(_) | SheetContent::NotComputed => None,
    }
}
