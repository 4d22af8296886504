//! A table of no format: columns that know their id and heading, and cells that are still numbers and ids.

use crate::lang::Lang;
use crate::quantity::Year;
use crate::text::Numbers;
use crate::text::words::{heading, label};

/// A table.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Table {
    /// Columns from left to right.
    pub columns: Vec<Column>,
    /// Rows; each has one cell a column.
    pub rows: Vec<Vec<Cell>>,
}

/// Who is given a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Audience {
    /// Files and pages.
    #[default]
    All,
    /// Programs that read CSV or JSON.
    Files,
    /// People who read a screen, Markdown or a report.
    Pages,
}

/// A column as its table declares it, without words.
///
/// Its heading is the message `column-<id>`, unless another is named; files show no headings, so that a column of files alone needs none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Head {
    id: &'static str,
    key: Option<&'static str>,
    audience: Audience,
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// The word in files, the same in every language.
    pub id: String,
    /// The heading that people read, with the unit where all cells share one.
    pub heading: String,
    /// Who is given it.
    pub audience: Audience,
}

/// A cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Words, the same in files and on pages.
    Text(String),
    /// Several sentences: JSON keeps them apart, all else has one behind another.
    Texts(Vec<String>),
    /// Something that has an id: files have the id, pages the name.
    Named {
        /// The id, the same in every language.
        id: String,
        /// The name.
        name: String,
    },
    /// A calendar year.
    Year(Year),
    /// A number, and how many decimals people read.
    Number {
        /// The number, in full.
        value: f64,
        /// Decimals on a screen; files have all digits.
        decimals: usize,
    },
    /// A number that files have and pages leave out.
    FileNumber(f64),
    /// No figure exists.
    Missing,
}

impl Head {
    /// A column of an id, headed by the message of that id.
    pub const fn new(id: &'static str) -> Self {
        Self { id, key: None, audience: Audience::All }
    }

    /// The same column under the message of this key: where the id means something else elsewhere.
    #[must_use]
    pub const fn with_heading(self, key: &'static str) -> Self {
        Self { key: Some(key), ..self }
    }

    /// The same column for files alone.
    #[must_use]
    pub const fn only_in_files(self) -> Self {
        Self { audience: Audience::Files, ..self }
    }

    /// The same column for pages alone.
    #[must_use]
    pub const fn only_on_pages(self) -> Self {
        Self { audience: Audience::Pages, ..self }
    }

    /// The column with its heading in a language.
    pub fn to_column(self, lang: Lang) -> Column {
        let heading = match (self.key, self.audience) {
            (Some(key), _) => label(lang, key),
            (None, Audience::All | Audience::Pages) => heading(lang, self.id),
            (None, Audience::Files) => self.id.to_owned(),
        };
        Column { id: self.id.to_owned(), heading, audience: self.audience }
    }
}

impl Column {
    /// A column whose heading is written already: a year, a probability or the name of a scenario.
    pub fn new(id: impl Into<String>, heading: impl Into<String>) -> Self {
        Self { id: id.into(), heading: heading.into(), audience: Audience::All }
    }
}

impl Table {
    /// A table without rows.
    pub fn new(columns: impl IntoIterator<Item = Column>) -> Self {
        Self { columns: columns.into_iter().collect(), rows: Vec::new() }
    }

    /// A table without rows, its columns headed in a language.
    pub fn with_heads(heads: &[Head], lang: Lang) -> Self {
        Self::new(heads.iter().map(|head| head.to_column(lang)))
    }

    /// What programs are given of it.
    #[must_use]
    pub fn for_files(&self) -> Self {
        self.keep(|column| column.audience != Audience::Pages)
    }

    /// What people are given of it.
    #[must_use]
    pub fn for_pages(&self) -> Self {
        let mut table = self.keep(|column| column.audience != Audience::Files);
        for cell in table.rows.iter_mut().flatten().filter(|cell| matches!(cell, Cell::FileNumber(_))) {
            *cell = Cell::Missing;
        }
        table
    }

    /// The columns whose id is wanted.
    #[must_use]
    pub fn keep_columns(&self, is_wanted: impl Fn(&str) -> bool) -> Self {
        self.keep(|column| is_wanted(&column.id))
    }

    /// The columns of these ids, in this order; an id that no column has is passed over.
    #[must_use]
    pub fn select(&self, ids: &[impl AsRef<str>]) -> Self {
        let place = |id: &str| self.columns.iter().position(|column| column.id == id);
        let places: Vec<usize> = ids.iter().filter_map(|id| place(id.as_ref())).collect();
        Self { columns: take(&self.columns, &places), rows: self.rows.iter().map(|row| take(row, &places)).collect() }
    }

    fn keep(&self, is_kept: impl Fn(&Column) -> bool) -> Self {
        let kept: Vec<bool> = self.columns.iter().map(is_kept).collect();
        Self { columns: pick(&self.columns, &kept), rows: self.rows.iter().map(|row| pick(row, &kept)).collect() }
    }
}

fn pick<T: Clone>(all: &[T], kept: &[bool]) -> Vec<T> {
    all.iter().zip(kept).filter(|(_, kept)| **kept).map(|(one, _)| one.clone()).collect()
}

fn take<T: Clone>(all: &[T], places: &[usize]) -> Vec<T> {
    places.iter().filter_map(|&place| all.get(place).cloned()).collect()
}

impl Cell {
    /// A text.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// Something with an id and a name.
    pub fn with_name(id: impl Into<String>, name: impl Into<String>) -> Self {
        Self::Named { id: id.into(), name: name.into() }
    }

    /// A number that may be absent.
    pub fn number(value: Option<f64>, decimals: usize) -> Self {
        value.map_or(Self::Missing, |value| Self::Number { value, decimals })
    }

    /// The number, where the cell is one.
    pub const fn value(&self) -> Option<f64> {
        match self {
            Self::Number { value, decimals: _ } | Self::FileNumber(value) => Some(*value),
            Self::Text(_) | Self::Texts(_) | Self::Named { .. } | Self::Year(_) | Self::Missing => None,
        }
    }

    /// The id, where the cell has one; else nothing.
    pub fn id(&self) -> &str {
        match self {
            Self::Named { id, name: _ } => id,
            Self::Text(_)
            | Self::Texts(_)
            | Self::Year(_)
            | Self::Number { .. }
            | Self::FileNumber(_)
            | Self::Missing => "",
        }
    }

    /// A difference as people read it: a number greater than zero has a plus before it.
    pub fn write_signed(&self, numbers: Numbers) -> String {
        match self {
            Self::Number { value, decimals } => numbers.write_signed(*value, *decimals),
            Self::Text(_)
            | Self::Texts(_)
            | Self::Named { .. }
            | Self::Year(_)
            | Self::FileNumber(_)
            | Self::Missing => self.write(numbers),
        }
    }

    /// The cell as people read it.
    pub fn write(&self, numbers: Numbers) -> String {
        match self {
            Self::Text(text) | Self::Named { id: _, name: text } => text.clone(),
            Self::Texts(texts) => texts.join(" "),
            Self::Year(year) => numbers.year(*year),
            Self::Number { value, decimals } => numbers.decimal(*value, *decimals),
            Self::FileNumber(_) | Self::Missing => numbers.missing().to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_take_ids_and_pages_take_names() {
        let heads = [Head::new("study").only_in_files(), Head::new("year"), Head::new("unit").only_on_pages()];
        let mut table = Table::with_heads(&heads, Lang::EN);
        table.rows.push(vec![Cell::text("s"), Cell::Year(2030), Cell::with_name("percent", "%")]);
        let words = |table: Table| table.columns.into_iter().map(|column| column.heading).collect::<Vec<_>>();
        assert_eq!(words(table.for_files()), ["study", "Year"]);
        assert_eq!(words(table.for_pages()), ["Year", "Unit"]);
        assert_eq!(table.for_pages().rows, [vec![Cell::Year(2030), Cell::with_name("percent", "%")]]);
    }

    #[test]
    fn columns_are_chosen_in_the_order_of_their_reader() {
        let heads = ["study", "year", "unit"].map(|id| Column::new(id, ""));
        let mut table = Table::new(heads);
        table.rows.push(vec![Cell::text("s"), Cell::Year(2030), Cell::number(Some(0.5), 1)]);
        let chosen = table.select(&["unit", "none", "study"]);
        assert_eq!(chosen.columns.iter().map(|column| column.id.as_str()).collect::<Vec<_>>(), ["unit", "study"]);
        assert_eq!(chosen.rows, [vec![Cell::number(Some(0.5), 1), Cell::text("s")]]);
        let numbers = Numbers::new(Lang::EN);
        assert_eq!(chosen.rows[0].iter().map(|cell| cell.write_signed(numbers)).collect::<Vec<_>>(), ["+0.5", "s"]);
    }
}
