//! Checks of what was read: each finding names the cell it is about.

use super::cells::{DraftCell, is_level, sizes};
use super::found::{CellMark, CheckFound, CheckKind, ReadCell, ReadTable};
use super::grid::{SheetContent, address, column_letters};
use super::heads::ColumnRole;
use super::numbers::{MarkVerdict, no_value};
use super::rows::{LeftOutReason, is_code};
use super::table::{Draft, raw_value};
use super::territory::is_known;
use super::words::{FigureKind, Mention, RoleWord, read_words};
use std::collections::{BTreeMap, BTreeSet};

/// A rise or a fall from one year to the next that is worth a look.
const JUMP: f64 = 0.5;
/// Most findings of one kind that are listed for one table.
const MOST_OF_A_KIND: usize = 5;

fn found(check: CheckKind, cell: impl Into<String>) -> CheckFound {
    CheckFound { check, cell: cell.into(), values: None }
}

fn against(check: CheckKind, cell: &str, is: f64, should_be: f64) -> CheckFound {
    CheckFound { check, cell: cell.to_owned(), values: Some((is, should_be)) }
}

/// Checks a table.
pub(super) fn check_table(draft: &Draft<'_>, cells: &[DraftCell]) -> Vec<CheckFound> {
    let mut all = Vec::new();
    all.extend(check_columns(draft));
    all.extend(check_texts(draft));
    all.extend(check_single_cells(cells));
    all.extend(check_rows(draft, cells));
    all.extend(check_shares(cells));
    all.extend(check_series(cells));
    all.extend(check_labels(draft, cells));
    all.extend(check_bases(cells));
    all.extend(check_places(draft));
    limited(all)
}

/// At most so many findings of a kind.
fn limited(all: Vec<CheckFound>) -> Vec<CheckFound> {
    let mut counts: BTreeMap<CheckKind, usize> = BTreeMap::new();
    let mut kept = Vec::new();
    for finding in all {
        let count = counts.entry(finding.check).or_default();
        *count += 1;
        if *count <= MOST_OF_A_KIND {
            kept.push(finding);
        }
    }
    kept
}

/// Years that stand twice, marks that disagree, columns without a head or hidden.
fn check_columns(draft: &Draft<'_>) -> Vec<CheckFound> {
    let mut all = Vec::new();
    let mut seen: BTreeMap<String, String> = BTreeMap::new();
    for column in draft.values() {
        let says = &column.says;
        let Some(last) = column.pieces.last() else { continue };
        let timed = !says.years.is_empty();
        let joined: Vec<String> = column.pieces.iter().map(|piece| piece.text.to_lowercase()).collect();
        let key = format!("{:?}{:?}{}", says.years, says.period, joined.join(" "));
        if seen.insert(key, last.address.clone()).is_some() && timed {
            all.push(found(CheckKind::YearTwice, last.address.clone()));
        }
        if draft.verdicts.get(&column.index) == Some(&MarkVerdict::Mixed) {
            all.push(found(CheckKind::MixedMarks, column_letters(column.index)));
        }
        if says.mentions(Mention::Cumulative) && says.period.is_some_and(|period| period.code() != "A") {
            all.push(found(CheckKind::Cumulative, last.address.clone()));
        }
    }
    for left in &draft.left_out {
        match left.reason {
            LeftOutReason::Hidden => all.push(found(CheckKind::HiddenLeftOut, left.place.clone())),
            LeftOutReason::NoHead if draft.grid.name.is_empty() => {
                all.push(found(CheckKind::RaggedRow, left.place.clone()));
            }
            LeftOutReason::NoHead
            | LeftOutReason::Technical
            | LeftOutReason::NoLabel
            | LeftOutReason::Repeated
            | LeftOutReason::VariantOfTotal
            | LeftOutReason::Note => {}
        }
    }
    all.extend(hidden_rows(draft).into_iter().map(|row| found(CheckKind::HiddenLeftOut, (row + 1).to_string())));
    all
}

/// Hidden rows with content inside a table or right behind it.
fn hidden_rows(draft: &Draft<'_>) -> Vec<u32> {
    let (Some(first), Some(last)) = (draft.rows.heads.first(), draft.rows.data.last()) else { return Vec::new() };
    let mut end = *last;
    while draft.grid.hidden_rows.contains(&(end + 1)) && draft.grid.rows.contains_key(&(end + 1)) {
        end += 1;
    }
    let inside = draft.grid.hidden_rows.range(first..=&end);
    inside.filter(|row| draft.grid.rows.contains_key(row)).copied().collect()
}

/// Words among numbers, and units that no list knows.
fn check_texts(draft: &Draft<'_>) -> Vec<CheckFound> {
    let mut all = Vec::new();
    for body in &draft.body {
        for column in draft.values() {
            let Some(cell) = draft.grid.at(body.row, column.index) else { continue };
            let word = cell.text().is_some_and(|text| no_value(text).is_none())
                && raw_value(draft, body.row, column.index)
                    .is_some_and(|raw| raw.marks.contains(&CellMark::NotANumber));
            if word || matches!(cell.content, SheetContent::Date(..)) {
                all.push(found(CheckKind::TextAmongNumbers, address(body.row, column.index)));
            }
        }
    }
    for row in draft.rows.context.iter().chain(&draft.rows.heads) {
        for (column, cell) in draft.grid.rows.get(row).into_iter().flatten() {
            let Some((name, behind)) = cell.text().and_then(|text| text.split_once(':')) else { continue };
            let name = read_words(name);
            let unknown = name.role == Some(RoleWord::Unit) && read_words(behind).units.is_empty();
            if unknown && !behind.trim().is_empty() {
                all.push(found(CheckKind::UnknownUnit, address(*row, *column)));
            }
        }
    }
    all
}

fn check_single_cells(cells: &[DraftCell]) -> Vec<CheckFound> {
    let mut all = Vec::new();
    for cell in cells {
        let read = &cell.read;
        if let Some(value) = read.value.filter(|value| *value < 0.0 && read.unit.ends_with("persons")) {
            all.push(against(CheckKind::NegativePersons, &read.cell, value, 0.0));
        }
        if read.marks.contains(&CellMark::FailedFormula) {
            all.push(found(CheckKind::FailedFormula, read.cell.clone()));
        }
        if read.marks.contains(&CellMark::NotComputed) {
            all.push(found(CheckKind::NotComputed, read.cell.clone()));
        }
        if read.year.is_none() && read.period != "A" {
            all.push(found(CheckKind::PeriodWithoutYear, read.cell.clone()));
        }
    }
    all
}

/// A value a thousand times, or a thousandth of, the others of its row.
fn check_rows(draft: &Draft<'_>, cells: &[DraftCell]) -> Vec<CheckFound> {
    let mut rows: BTreeMap<(u32, &str), Vec<&DraftCell>> = BTreeMap::new();
    for cell in cells.iter().filter(|cell| is_level(cell) && cell.read.period == "A") {
        rows.entry((cell.place.0, &cell.read.unit)).or_default().push(cell);
    }
    let timed = draft.values().filter(|column| !column.says.years.is_empty()).count() > 2;
    let mut all = Vec::new();
    for row in rows.into_values().filter(|row| row.len() > 2 && timed) {
        let middle = sizes(row.iter().filter_map(|cell| cell.read.value)).middle;
        for cell in row {
            let ratio = cell.read.value.map_or(1.0, |value| value.abs() / middle.max(1e-12));
            if (300.0..3000.0).contains(&ratio) || (1.0 / 3000.0..1.0 / 300.0).contains(&ratio) {
                all.push(against(CheckKind::FactorThousand, &cell.read.cell, cell.read.value.unwrap_or(0.0), middle));
            }
        }
    }
    all
}

/// Shares without a total of 100 must add up to 100 themselves.
fn check_shares(cells: &[DraftCell]) -> Vec<CheckFound> {
    let mut columns: BTreeMap<u32, Vec<&DraftCell>> = BTreeMap::new();
    for cell in cells.iter().filter(|cell| cell.kind == Some(FigureKind::Share) && cell.read.value.is_some()) {
        columns.entry(cell.place.1).or_default().push(cell);
    }
    let mut all = Vec::new();
    for column in columns.values().filter(|column| column.len() > 2) {
        let value = |cell: &&&DraftCell| cell.read.value.unwrap_or(0.0);
        let hundred = column.iter().any(|cell| (value(&cell) - 100.0).abs() < 0.5);
        let sum: f64 = column.iter().map(|cell| value(&cell)).sum();
        if let (false, true, Some(first)) =
            (hundred, (60.0..140.0).contains(&sum) && (sum - 100.0).abs() > 1.5, column.first())
        {
            all.push(against(CheckKind::SharesNotHundred, &first.read.cell, sum, 100.0));
        }
    }
    all
}

/// Label, territory, unit, price basis and variable: cells that share them differ by time only.
type SeriesKey<'c> = (&'c str, &'c str, &'c str, &'c str, &'c str);

/// Years of one series one after the other: jumps.
fn check_series(cells: &[DraftCell]) -> Vec<CheckFound> {
    let mut series: BTreeMap<SeriesKey<'_>, BTreeMap<i32, &DraftCell>> = BTreeMap::new();
    for cell in cells.iter().filter(|cell| is_level(cell) && cell.read.period == "A") {
        let read = &cell.read;
        let key = (
            read.label.as_str(),
            read.territory.as_str(),
            read.unit.as_str(),
            read.price_basis.as_str(),
            read.variable.as_str(),
        );
        if let Some(year) = read.year {
            series.entry(key).or_default().insert(year, cell);
        }
    }
    let mut all = Vec::new();
    for years in series.values() {
        for ((before, old), (year, new)) in years.iter().zip(years.iter().skip(1)) {
            let (Some(a), Some(b)) = (old.read.value, new.read.value) else { continue };
            let far = a > 0.0 && (b / a - 1.0).abs() > JUMP && (b / a) < 300.0;
            if far && *year == *before + 1 && a.abs().max(b.abs()) >= 10.0 {
                all.push(against(CheckKind::Jump, &new.read.cell, b, a));
            }
        }
    }
    all
}

/// Labels that stand twice with different values, and labels that are codes only.
fn check_labels(draft: &Draft<'_>, cells: &[DraftCell]) -> Vec<CheckFound> {
    let mut all = Vec::new();
    let labels: BTreeSet<&str> =
        draft.body.iter().map(|body| body.label.as_str()).filter(|label| !label.is_empty()).collect();
    let coded = |label: &&&str| is_code(label) || label.chars().all(|c| c.is_ascii_digit() || c == '.');
    if labels.len() > 2 && labels.iter().filter(coded).count() == labels.len() {
        let first = draft.body.iter().find_map(|body| body.addresses.first());
        all.extend(first.map(|cell| found(CheckKind::CodesOnly, cell.clone())));
    }
    let has_heading = draft.rows.body.len() > draft.rows.data.len();
    let mut seen: BTreeMap<String, (u32, u64)> = BTreeMap::new();
    for cell in cells.iter().filter(|cell| !cell.read.label.is_empty() && !has_heading) {
        let read = &cell.read;
        let Some(value) = read.value else { continue };
        let measure = draft.body.iter().find(|body| body.row == cell.place.0).map_or("", |body| body.measure.as_str());
        let key = format!(
            "{}|{}|{:?}|{}|{}|{measure}|{}",
            read.label, read.territory, read.year, read.period, read.unit, cell.place.1
        );
        match seen.get(&key) {
            Some((row, known)) if *row != cell.place.0 && *known != value.to_bits() => {
                all.push(found(CheckKind::LabelTwice, read.cell.clone()));
            }
            Some(_) => {}
            None => {
                seen.insert(key, (cell.place.0, value.to_bits()));
            }
        }
    }
    all
}

/// Levels of one row whose years stand at prices of different base years, and no year at both.
fn check_bases(cells: &[DraftCell]) -> Option<CheckFound> {
    let mut rows: BTreeMap<(u32, &str), BTreeMap<&str, BTreeSet<i32>>> = BTreeMap::new();
    for cell in cells.iter().filter(|cell| is_level(cell) && cell.read.price_basis.starts_with("constant ")) {
        let bases = rows.entry((cell.place.0, &cell.read.unit)).or_default();
        bases.entry(&cell.read.price_basis).or_default().extend(cell.read.year);
    }
    let apart = |bases: &BTreeMap<&str, BTreeSet<i32>>| {
        let all: usize = bases.values().map(BTreeSet::len).sum();
        let different: BTreeSet<i32> = bases.values().flatten().copied().collect();
        bases.len() > 1 && all == different.len()
    };
    let (row, bases) = rows.iter().find(|(_, bases)| apart(bases)).map(|((row, _), bases)| (*row, bases))?;
    let last = bases.keys().next_back()?;
    let cell = cells.iter().find(|cell| cell.place.0 == row && cell.read.price_basis == **last)?;
    Some(found(CheckKind::TwoBases, cell.read.cell.clone()))
}

/// A name in a column of places of which almost all are known.
fn check_places(draft: &Draft<'_>) -> Vec<CheckFound> {
    let mut all = Vec::new();
    for column in draft.columns.iter().filter(|column| column.role == ColumnRole::Territory) {
        let names =
            || draft.body.iter().filter_map(|body| Some((body.row, draft.grid.at(body.row, column.index)?.text()?)));
        let unknown: Vec<(u32, &str)> = names().filter(|(_, name)| !is_known(name) && !says_all(name)).collect();
        if !unknown.is_empty() && unknown.len() * 10 <= names().count() {
            all.extend(unknown.iter().map(|(row, _)| found(CheckKind::UnknownTerritory, address(*row, column.index))));
        }
    }
    all
}

/// Whether a name stands for the whole, or is said by words alone.
fn says_all(name: &str) -> bool {
    let said = read_words(name);
    said.complete || said.mentions(Mention::Total)
}

/// Checks between the tables of a file: two bases of one figure, and two benchmarks under one title.
pub(super) fn check_file(
    tables: &[ReadTable],
    base_years: &BTreeMap<String, BTreeMap<i32, String>>,
) -> Vec<CheckFound> {
    let mut all = Vec::new();
    for years in base_years.values().filter(|years| years.len() > 1) {
        let last = years.last_key_value();
        all.extend(last.map(|(_, cell)| found(CheckKind::TwoBenchmarks, cell.clone())));
    }
    let cells = || tables.iter().flat_map(|table| &table.cells);
    let is_constant = |cell: &&ReadCell| cell.price_basis.starts_with("constant");
    // A file on one basis, as most are, has no two to set against each other.
    if cells().find(is_constant).is_none() {
        return limited(all);
    }
    let mut current: BTreeMap<(&str, &str, Option<i32>, &str, &str), f64> = BTreeMap::new();
    for cell in cells().filter(|cell| cell.price_basis == "current") {
        if let Some(value) = cell.value {
            current.insert((&cell.label, &cell.territory, cell.year, &cell.period, &cell.unit), value);
        }
    }
    for cell in cells().filter(is_constant) {
        let key = (cell.label.as_str(), cell.territory.as_str(), cell.year, cell.period.as_str(), cell.unit.as_str());
        if let (Some(constant), Some(value)) = (cell.value.filter(|value| *value > 0.0), current.get(&key)) {
            let deflator = value / constant;
            if cell.unit != "%" && !(0.3..=3.0).contains(&deflator) && *value != 0.0 {
                all.push(against(CheckKind::DeflatorOut, &cell.cell, deflator, 1.0));
            }
        }
    }
    limited(all)
}
