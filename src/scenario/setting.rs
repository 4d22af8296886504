//! What a scenario changes: settings of levers, in a stable order.

use super::lever::Lever;
use super::record_problem::RecordProblem;
use crate::engine::Path;
use crate::quantity::{Horizon, Year};
use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;

/// Which lever, and of what: a sector, project, park or shock.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct LeverKey {
    /// The lever.
    pub lever: Lever,
    /// Id of the sector, line, project, park or shock; empty for the province.
    pub subject: String,
    /// Sector of a shock's exposure, driver of a spillover; empty otherwise.
    pub part: String,
}

impl LeverKey {
    /// A lever of the province.
    pub fn province(lever: Lever) -> Self {
        Self { lever, subject: String::new(), part: String::new() }
    }

    /// A lever of a sector, project, park or shock.
    pub fn for_lever(lever: Lever, subject: &str) -> Self {
        Self { lever, subject: subject.to_owned(), part: String::new() }
    }

    /// A lever of a pair.
    pub fn of_part(lever: Lever, subject: &str, part: &str) -> Self {
        Self { lever, subject: subject.to_owned(), part: part.to_owned() }
    }

    /// The form used in files and on the command line: `lever`, `lever/subject` or `lever/subject/part`.
    ///
    /// # Errors
    /// [`RecordProblem::UnknownLever`] if the first piece is not the id of a lever.
    pub fn parse(text: &str) -> Result<Self, RecordProblem> {
        let mut pieces = text.splitn(3, '/');
        let name = pieces.next().unwrap_or_default();
        let lever = Lever::from_id(name).ok_or_else(|| RecordProblem::UnknownLever { lever: name.to_owned() })?;
        Ok(Self {
            lever,
            subject: pieces.next().unwrap_or_default().to_owned(),
            part: pieces.next().unwrap_or_default().to_owned(),
        })
    }
}

impl fmt::Display for LeverKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.lever.id())?;
        for piece in [&self.subject, &self.part].into_iter().filter(|piece| !piece.is_empty()) {
            write!(f, "/{piece}")?;
        }
        Ok(())
    }
}

impl Serialize for LeverKey {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for LeverKey {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).map_err(|problem| problem.to_reader_error())
    }
}

/// The value of a lever.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Setting {
    /// One value in every projected year.
    Constant(f64),
    /// A low, a base and a high value in every projected year: the base runs, the others wait for the analyses.
    Range {
        /// The lowest that is thought plausible.
        low: f64,
        /// The value that runs.
        base: f64,
        /// The highest that is thought plausible.
        high: f64,
    },
    /// One value from a year to a year, both included; the default outside.
    Span {
        /// The value.
        value: f64,
        /// First year.
        from: Year,
        /// Last year.
        to: Year,
    },
    /// Values in some years, linear between them, from the default of the base year; the last is kept.
    Points(YearTable),
    /// Values in some years; `default` in the others, or the lever's default where it is `None`.
    Years {
        /// Value of years that are absent, the base year included.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        default: Option<f64>,
        /// Values by year.
        values: YearTable,
    },
    /// A switch.
    Switch(bool),
    /// Parts of a whole by sector, summing to 1.
    Shares(NumberTable),
}

impl Setting {
    /// First and last year that the value is stated for; `None` where it holds in every year, from one on, or is no number.
    pub fn stated_years(&self) -> Option<(Year, Year)> {
        match self {
            Self::Span { from, to, .. } => Some((*from, *to)),
            Self::Years { values, .. } => {
                let years = || values.iter().map(|(year, _)| year);
                years().min().zip(years().max())
            }
            Self::Constant(_) | Self::Range { .. } | Self::Points(_) | Self::Switch(_) | Self::Shares(_) => None,
        }
    }

    /// The path over a horizon, given the lever's default path.
    ///
    /// A switch or shares have no path: the default is returned.
    pub fn path(&self, horizon: Horizon, default: &Path) -> Path {
        match self {
            Self::Constant(value) | Self::Range { base: value, .. } => {
                default.iter().enumerate().map(|(t, base)| if t == 0 { *base } else { *value }).collect()
            }
            Self::Span { value, from, to } => horizon
                .years()
                .zip(default)
                .map(|(year, base)| if (*from..=*to).contains(&year) { *value } else { *base })
                .collect(),
            Self::Points(table) => {
                let start = (horizon.base(), default.first().copied().unwrap_or(0.0));
                let mut points = vec![start];
                points.extend(table.iter().filter(|(year, _)| *year > horizon.base()));
                crate::calibration::interpolate(horizon, &points)
            }
            Self::Years { default: absent, values } => horizon
                .years()
                .zip(default)
                .map(|(year, base)| values.value(year).or(*absent).unwrap_or(*base))
                .collect(),
            Self::Switch(_) | Self::Shares(_) => default.clone(),
        }
    }

    /// The low and high value of a range, in the engine's unit.
    pub const fn low_and_high(&self) -> Option<(f64, f64)> {
        if let Self::Range { low, high, .. } = self { Some((*low, *high)) } else { None }
    }

    /// Shares by id.
    pub const fn shares(&self) -> Option<&NumberTable> {
        if let Self::Shares(shares) = self { Some(shares) } else { None }
    }

    /// The single number that stands for the setting on a slider: the constant, or the value of the last year.
    pub fn last_year_value(&self, horizon: Horizon, default: &Path) -> Option<f64> {
        match self {
            Self::Constant(value) | Self::Range { base: value, .. } | Self::Span { value, .. } => Some(*value),
            Self::Switch(on) => Some(f64::from(u8::from(*on))),
            Self::Shares(_) => None,
            Self::Points(_) | Self::Years { .. } => self.path(horizon, default).last().copied(),
        }
    }

    /// Every number of the setting.
    pub fn numbers(&self) -> Vec<f64> {
        match self {
            Self::Constant(value) | Self::Span { value, .. } => vec![*value],
            Self::Range { low, base, high } => vec![*low, *base, *high],
            Self::Points(table) => table.iter().map(|(_, value)| value).collect(),
            Self::Years { default, values } => {
                default.iter().copied().chain(values.iter().map(|(_, value)| value)).collect()
            }
            Self::Switch(_) => Vec::new(),
            Self::Shares(table) => table.iter().map(|(_, value)| value).collect(),
        }
    }
}

/// Settings of a scenario by lever.
pub type Settings = OrderedTable<LeverKey, Setting>;
/// Numbers by year.
pub type YearTable = OrderedTable<Year, f64>;
/// Numbers by id.
pub type NumberTable = OrderedTable<String, f64>;

/// An ordered table that refuses a key standing twice when it is read.
#[derive(Debug, Clone, PartialEq)]
pub struct OrderedTable<K: Ord, V>(BTreeMap<K, V>);

impl<K: Ord, V> Default for OrderedTable<K, V> {
    fn default() -> Self {
        Self(BTreeMap::new())
    }
}

impl<K: Ord, V> OrderedTable<K, V> {
    /// The entry of a key.
    pub fn get(&self, key: &K) -> Option<&V> {
        self.0.get(key)
    }

    /// Sets an entry.
    pub fn insert(&mut self, key: K, value: V) {
        self.0.insert(key, value);
    }

    /// Removes an entry.
    pub fn remove(&mut self, key: &K) -> Option<V> {
        self.0.remove(key)
    }

    /// Number of entries.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether it is empty.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Entries in order.
    pub fn entries(&self) -> impl DoubleEndedIterator<Item = (&K, &V)> {
        self.0.iter()
    }
}

impl<K: Ord + Clone> OrderedTable<K, f64> {
    /// Entries in order, by value.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (K, f64)> {
        self.0.iter().map(|(key, value)| (key.clone(), *value))
    }
}

impl YearTable {
    /// The value of a year.
    pub fn value(&self, year: Year) -> Option<f64> {
        self.0.get(&year).copied()
    }
}

impl NumberTable {
    /// The value of an id.
    pub fn number(&self, id: &str) -> Option<f64> {
        self.0.get(id).copied()
    }
}

impl<K: Ord, V> FromIterator<(K, V)> for OrderedTable<K, V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(entries: I) -> Self {
        Self(entries.into_iter().collect())
    }
}

impl<K: Ord + Serialize, V: Serialize> Serialize for OrderedTable<K, V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(&self.0)
    }
}

impl<'de, K, V> Deserialize<'de> for OrderedTable<K, V>
where
    K: Ord + fmt::Display + Deserialize<'de>,
    V: Deserialize<'de>,
{
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(TableVisitor(PhantomData))
    }
}

struct TableVisitor<K, V>(PhantomData<(K, V)>);

impl<'de, K, V> Visitor<'de> for TableVisitor<K, V>
where
    K: Ord + fmt::Display + Deserialize<'de>,
    V: Deserialize<'de>,
{
    type Value = OrderedTable<K, V>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a table in braces")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut entries = BTreeMap::new();
        while let Some((key, value)) = map.next_entry::<K, V>()? {
            if entries.contains_key(&key) {
                let key = key.to_string();
                let problem = key.parse::<Year>().map_or_else(
                    |_| RecordProblem::DuplicateKey { key: key.clone() },
                    |year| RecordProblem::DuplicateYear { year },
                );
                return Err(problem.to_reader_error());
            }
            entries.insert(key, value);
        }
        Ok(OrderedTable(entries))
    }
}
