//! What a later file says of figures that are known: values revised, and breaks in a series.

use super::found::{ReadCell, ReadTable};
use crate::lang::fold_tight;
use std::collections::BTreeMap;

/// A value that is known from before, as a study or an earlier file has it.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct KnownValue {
    /// Its label as printed.
    pub label: String,
    /// Its territory as printed; empty where the file is about one.
    pub territory: String,
    /// The year.
    pub year: i32,
    /// The part of the year, as in [`ReadCell::period`].
    pub period: String,
    /// The unit.
    pub unit: String,
    /// The price basis.
    pub price_basis: String,
    /// The value in the unit.
    pub value: f64,
}

impl KnownValue {
    /// The value of a cell; `None` if the value or the year is absent.
    pub fn of_cell(cell: &ReadCell) -> Option<Self> {
        Some(Self {
            label: cell.label.clone(),
            territory: cell.territory.clone(),
            year: cell.year?,
            period: cell.period.clone(),
            unit: cell.unit.clone(),
            price_basis: cell.price_basis.clone(),
            value: cell.value?,
        })
    }
}

/// A value that the later file prints otherwise.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct RevisedValue {
    /// The cell of the later file.
    pub cell: String,
    /// Its label as printed.
    pub label: String,
    /// Its territory as printed.
    pub territory: String,
    /// The year.
    pub year: i32,
    /// The unit of the later file, in which both values are given.
    pub unit: String,
    /// The value known so far, in `unit`.
    pub old: f64,
    /// The value of the later file, in `unit`.
    pub new: f64,
}

/// Why the values before and after do not make one series.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub enum SeriesBreak {
    /// The price basis has another year, or is another.
    Basis {
        /// The basis known so far.
        old: String,
        /// The basis of the later file.
        new: String,
        /// A cell of the later file.
        cell: String,
    },
    /// The same year has another value in most of the series, all to one side.
    Benchmark {
        /// The largest of the values that changed.
        revised: RevisedValue,
    },
    /// Between the last year known and the first of the later file, growth lies far from what both print.
    Jump {
        /// The cell of the later file.
        cell: String,
        /// Its label as printed.
        label: String,
        /// The last year known, and its value in the unit of the later file.
        last: (i32, f64),
        /// The first year of the later file, and its value.
        first: (i32, f64),
        /// Average growth a year between them, in per cent.
        growth: f64,
        /// Average growth a year inside what is known and inside the later file, in per cent.
        usual: f64,
    },
}

impl SeriesBreak {
    /// Its word in ids of questions.
    pub const fn id(&self) -> &'static str {
        match self {
            Self::Basis { .. } => "basis",
            Self::Benchmark { .. } => "benchmark",
            Self::Jump { .. } => "jump",
        }
    }
}

/// A difference below this part of the value is how it was rounded.
const ROUNDING: f64 = 1.0e-4;
/// Logarithm of how far a value may lie from the growth of its neighbours before it is asked about: eight per cent, and
/// one and a half more for each further year without a figure.
const FAR: (f64, f64) = (0.08, 0.015);

/// Label, territory, period, what the unit counts, price basis.
type SeriesKey = (String, String, String, String, String);
/// Values by year in units without a size, each with its cell where it has one.
type Series = BTreeMap<i32, (f64, String)>;

/// The values of a table that are known with another value.
pub fn find_revised(known: &[KnownValue], table: &ReadTable) -> Vec<RevisedValue> {
    let known = series_of(known.iter().map(|value| (value.clone(), String::new())));
    let mut found = Vec::new();
    for cell in &table.cells {
        let Some(now) = KnownValue::of_cell(cell) else { continue };
        let Some((old, _)) = known.get(&key_of(&now)).and_then(|series| series.get(&now.year)) else { continue };
        let size = size_of(&now.unit).0;
        let old = old / size;
        if (old - now.value).abs() > ROUNDING * now.value.abs().max(old.abs()) {
            found.push(RevisedValue {
                cell: cell.cell.clone(),
                label: now.label,
                territory: now.territory,
                year: now.year,
                unit: now.unit,
                old,
                new: now.value,
            });
        }
    }
    found
}

/// The breaks between what is known and a table, at most one of a kind: what must be asked before they become one series.
pub fn find_breaks(known: &[KnownValue], table: &ReadTable) -> Vec<SeriesBreak> {
    let old = series_of(known.iter().map(|value| (value.clone(), String::new())));
    let cells = table.cells.iter().filter_map(|cell| Some((KnownValue::of_cell(cell)?, cell.cell.clone())));
    let new = series_of(cells);
    let mut breaks = Vec::new();
    breaks.extend(basis_break(&old, &new));
    breaks.extend(benchmark_break(&old, known, table));
    breaks.extend(jump(&old, &new, table));
    breaks
}

fn series_of(values: impl Iterator<Item = (KnownValue, String)>) -> BTreeMap<SeriesKey, Series> {
    let mut found: BTreeMap<SeriesKey, Series> = BTreeMap::new();
    for (value, cell) in values {
        let size = size_of(&value.unit).0;
        found.entry(key_of(&value)).or_default().entry(value.year).or_insert((value.value * size, cell));
    }
    found
}

fn key_of(value: &KnownValue) -> SeriesKey {
    let label = fold_tight(&value.label);
    let label = label.trim_start_matches(|c: char| c.is_ascii_digit()).to_owned();
    let (_, noun) = size_of(&value.unit);
    (label, fold_tight(&value.territory), value.period.clone(), noun.to_owned(), value.price_basis.clone())
}

/// The size of a unit and what it counts: next year's table may count in thousands of billions.
pub(super) fn size_of(unit: &str) -> (f64, &str) {
    let sizes = [
        ("thousand bn ", 1.0e12),
        ("100 mn ", 1.0e8),
        ("10 mn ", 1.0e7),
        ("10 thousand ", 1.0e4),
        ("bn ", 1.0e9),
        ("mn ", 1.0e6),
        ("lakh ", 1.0e5),
        ("thousand ", 1.0e3),
    ];
    let found = sizes.iter().find_map(|(word, size)| Some((*size, unit.strip_prefix(word)?)));
    found.unwrap_or((1.0, unit))
}

/// The whole of a series at the old basis stands at another one now.
fn basis_break(old: &BTreeMap<SeriesKey, Series>, new: &BTreeMap<SeriesKey, Series>) -> Option<SeriesBreak> {
    let fixed = |key: &SeriesKey| key.4.starts_with("constant") || key.4.starts_with("chained");
    for (key, series) in new.iter().filter(|(key, _)| fixed(key)) {
        let mut same = old.keys().filter(|other| {
            fixed(other) && (&other.0, &other.1, &other.2, &other.3) == (&key.0, &key.1, &key.2, &key.3)
        });
        let other = same.clone().find(|other| other.4 != key.4);
        let also = same.any(|other| other.4 == key.4);
        if let (Some(other), false, Some((_, cell))) = (other, also, series.values().next()) {
            return Some(SeriesBreak::Basis { old: other.4.clone(), new: key.4.clone(), cell: cell.clone() });
        }
    }
    None
}

/// A revision of a value that is more than a release does as a rule; one per cent itself, as rounded, is excluded.
const MOVED: f64 = 0.01 + ROUNDING;

/// More than half of the values of years known before have moved by more than one per cent, all to one side.
fn benchmark_break(old: &BTreeMap<SeriesKey, Series>, known: &[KnownValue], table: &ReadTable) -> Option<SeriesBreak> {
    let both = table.cells.iter().filter_map(KnownValue::of_cell);
    let both = both.filter(|now| old.get(&key_of(now)).is_some_and(|series| series.contains_key(&now.year))).count();
    let moved = |revised: &RevisedValue| revised.new / revised.old - 1.0;
    let revised: Vec<RevisedValue> =
        find_revised(known, table).into_iter().filter(|revised| moved(revised).abs() > MOVED).collect();
    let up = revised.iter().filter(|revised| moved(revised) > 0.0).count();
    let one_side = up * 10 >= revised.len() * 9 || up * 10 <= revised.len();
    let most = revised.len() * 2 > both && one_side;
    let largest = revised.into_iter().max_by(|a, b| a.new.abs().total_cmp(&b.new.abs()));
    largest.filter(|_| most).map(|revised| SeriesBreak::Benchmark { revised })
}

/// The largest series whose first new year lies far from where growth would have brought the last known one.
fn jump(
    old: &BTreeMap<SeriesKey, Series>,
    new: &BTreeMap<SeriesKey, Series>,
    table: &ReadTable,
) -> Option<SeriesBreak> {
    let mut found: Option<(f64, SeriesBreak)> = None;
    for (key, series) in new.iter().filter(|(key, _)| key.2 == "A") {
        let last = old.get(key).and_then(|before| before.iter().next_back()).map(|(year, (value, _))| (*year, *value));
        let (Some(last), Some((first, (value, cell)))) = (last, series.iter().next()) else { continue };
        let Some(read) = table.cells.iter().find(|read| read.cell == *cell) else { continue };
        let (size, noun) = size_of(&read.unit);
        // Rates and indices make no series that grows.
        let level = size > 1.0 || noun == "persons";
        if !level || *first <= last.0 || last.1 <= 0.0 || *value <= 0.0 {
            continue;
        }
        let rates: Vec<f64> = [old, new].into_iter().filter_map(|side| usual_growth(side, key)).collect();
        if rates.is_empty() {
            continue;
        }
        let years = f64::from(*first - last.0);
        let usual = rates.iter().sum::<f64>() / rates.len() as f64;
        let step = libm::log(value / last.1);
        let far = (step - usual * years).abs() > FAR.0 + FAR.1 * (years - 1.0);
        if far && found.as_ref().is_none_or(|(greatest, _)| value > greatest) {
            let per_year = |rate: f64| (libm::exp(rate) - 1.0) * 100.0;
            let jump = SeriesBreak::Jump {
                cell: cell.clone(),
                label: read.label.clone(),
                last: (last.0, last.1 / size),
                first: (*first, value / size),
                growth: per_year(step / years),
                usual: per_year(usual),
            };
            found = Some((*value, jump));
        }
    }
    found.map(|(_, jump)| jump)
}

/// Average growth a year of a series on one side, as a logarithm: from its own years, else from the index of the same label
/// that the table prints beside it, which grows as values at constant prices do.
fn usual_growth(side: &BTreeMap<SeriesKey, Series>, key: &SeriesKey) -> Option<f64> {
    if let Some(growth) = side.get(key).and_then(mean_growth) {
        return Some(growth);
    }
    let comparison = ["previous year = 100", "same period of previous year = 100"];
    let of_label = |other: &&SeriesKey| {
        (&other.0, &other.1, &other.2) == (&key.0, &key.1, &key.2) && comparison.contains(&other.3.as_str())
    };
    let index = side.keys().find(of_label).filter(|_| key.4.starts_with("constant") || key.4 == "n/a")?;
    let values: Vec<f64> = side.get(index)?.values().map(|(value, _)| *value).filter(|value| *value > 0.0).collect();
    let logs = values.iter().map(|value| libm::log(value / 100.0));
    (!values.is_empty()).then(|| logs.sum::<f64>() / values.len() as f64)
}

/// Average growth a year inside a series, log points; `None` for a series of one year.
fn mean_growth(series: &Series) -> Option<f64> {
    let (first, (from, _)) = series.iter().next()?;
    let (last, (to, _)) = series.iter().next_back()?;
    (last > first && *from > 0.0 && *to > 0.0).then(|| libm::log(to / from) / f64::from(*last - *first))
}
