//! Figures that a person types or pastes: a grid of lines and years that goes the way of a file.

use super::growth::UnusualGrowth;
use super::measure::{kind_of, typed_unit, typed_units};
use crate::quantity::{Quantity, Unit, Year};
use crate::reading::{ImportAnswers, PlainValue, read_plain_values};

/// A grid of lines and years, as typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TypedTable {
    /// What the figures measure.
    pub quantity: Quantity,
    /// Their unit.
    pub unit: Unit,
    /// Year of constant prices, of output at such prices.
    pub price_base: Option<Year>,
    /// The years of the columns.
    pub years: Vec<Year>,
    /// The rows.
    pub rows: Vec<TypedRow>,
}

/// A line with its values as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TypedRow {
    /// Name of the line.
    pub label: String,
    /// One text a year.
    pub cells: Vec<String>,
}

/// Why a typed grid cannot be taken.
#[derive(Debug, Clone, PartialEq)]
pub enum TypedProblem {
    /// A text that is no number, with the line and the year.
    NotANumber {
        /// Name of the line.
        line: String,
        /// The year.
        year: Year,
        /// What was typed.
        text: String,
    },
    /// No cell holds a number.
    Empty,
    /// Figures stand in a row whose line has no name.
    NoName {
        /// Number of the row, from 1.
        row: usize,
    },
    /// A growth so large that it is asked about before the figures go on.
    Growth {
        /// Name of the line.
        line: String,
        /// The step.
        step: UnusualGrowth,
    },
}

/// The most rows and columns of a grid.
const MOST: usize = 300;

impl TypedTable {
    /// An empty grid of these lines and years.
    pub fn new(quantity: Quantity, lines: Vec<String>, years: Vec<Year>) -> Self {
        let row = |label: String| TypedRow { label, cells: vec![String::new(); years.len()] };
        let rows = lines.into_iter().map(row).collect();
        let unit = typed_units(quantity).first().copied().unwrap_or(quantity.unit());
        Self { quantity, unit, price_base: None, years, rows }
    }

    /// Takes the years from the first to the last; values of years that stay are kept.
    pub fn set_years(&mut self, first: Year, last: Year) {
        let wanted: Vec<Year> = (first..=last).take(MOST).collect();
        let places: Vec<Option<usize>> =
            wanted.iter().map(|year| self.years.iter().position(|known| known == year)).collect();
        for row in &mut self.rows {
            let cell =
                |place: &Option<usize>| place.and_then(|place| row.cells.get(place).cloned()).unwrap_or_default();
            row.cells = places.iter().map(cell).collect();
        }
        self.years = wanted;
    }

    /// Puts a block from a spreadsheet into the cells from a row and a column on; rows and years that are lacking are added.
    ///
    /// With `column` none the block begins with the names of lines.
    pub fn paste(&mut self, row: usize, column: Option<usize>, text: &str) {
        let names = usize::from(column.is_none());
        let widest = text.lines().map(|line| line.split('\t').count()).max().unwrap_or(0);
        let wanted = column.unwrap_or(0) + widest.saturating_sub(names);
        let (first, last) = (self.years.first().copied(), self.years.last().copied());
        if let (Some(first), Some(last), Some(lacking)) = (first, last, wanted.checked_sub(self.years.len()))
            && lacking > 0
        {
            self.set_years(first, last + Year::try_from(lacking.min(MOST)).unwrap_or(0));
        }
        for (down, line) in text.lines().enumerate().take(MOST) {
            let at = row + down;
            while self.rows.len() <= at && self.rows.len() < MOST {
                self.rows.push(TypedRow { label: String::new(), cells: vec![String::new(); self.years.len()] });
            }
            let Some(target) = self.rows.get_mut(at) else { return };
            let mut fields = line.split('\t');
            if column.is_none()
                && let Some(label) = fields.next()
            {
                label.trim().clone_into(&mut target.label);
            }
            for (cell, field) in target.cells.iter_mut().skip(column.unwrap_or(0)).zip(fields) {
                field.trim().clone_into(cell);
            }
        }
    }

    /// The grid as the text of a file; the reader decides about number marks over the whole grid, or asks.
    ///
    /// # Errors
    /// The first cell without a digit, or that all cells lack numbers.
    pub fn to_file(&self, money: &str) -> Result<String, TypedProblem> {
        let mut text = format!("{}\n", self.title(money));
        for year in &self.years {
            text.push('\t');
            text.push_str(&year.to_string());
        }
        text.push('\n');
        let mut any = false;
        let nameless =
            |row: &TypedRow| row.label.trim().is_empty() && row.cells.iter().any(|cell| !cell.trim().is_empty());
        if let Some(row) = self.rows.iter().position(nameless) {
            return Err(TypedProblem::NoName { row: row + 1 });
        }
        for row in self.rows.iter().filter(|row| !row.label.trim().is_empty()) {
            text.push_str(&one_field(&row.label));
            for (cell, year) in row.cells.iter().zip(&self.years) {
                text.push('\t');
                let typed = cell.trim();
                if !typed.is_empty() && !typed.contains(|c: char| c.is_ascii_digit()) {
                    let (line, text) = (row.label.clone(), cell.clone());
                    return Err(TypedProblem::NotANumber { line, year: *year, text });
                }
                any |= !typed.is_empty();
                text.push_str(&one_field(typed));
            }
            text.push('\n');
        }
        if any { Ok(text) } else { Err(TypedProblem::Empty) }
    }

    /// The first growth that is worth a question, where the marks of the numbers are settled; the reader asks about others.
    pub fn unusual_growth(&self) -> Option<TypedProblem> {
        let cells: Vec<&str> = self.rows.iter().flat_map(|row| &row.cells).map(|cell| cell.trim()).collect();
        let values = read_plain_values(&cells).ok()?;
        let mut values = values.into_iter();
        for row in &self.rows {
            let of_row: Vec<PlainValue> = values.by_ref().take(row.cells.len()).collect();
            let known = of_row.iter().zip(&self.years).filter_map(|(value, year)| match value {
                PlainValue::Number(number) => Some((*year, *number)),
                PlainValue::Absent(_) | PlainValue::Word => None,
            });
            let step =
                known.clone().zip(known.skip(1)).find_map(|(before, after)| UnusualGrowth::between(before, after));
            if let Some(step) = step {
                return Some(TypedProblem::Growth { line: row.label.clone(), step });
            }
        }
        None
    }

    /// The answers that typing has given already: whose figures they are.
    pub fn answers(file: &str, territory: &str) -> ImportAnswers {
        let ImportAnswers(mut answers) = ImportAnswers::about_territory(territory);
        for answer in &mut answers {
            file.clone_into(&mut answer.file);
        }
        ImportAnswers(answers)
    }

    /// The title by which the reader knows what the figures are.
    fn title(&self, money: &str) -> String {
        let what = kind_of(self.quantity).map_or("", |kind| kind.title);
        let prices = self.price_base.filter(|_| self.quantity == Quantity::Output);
        let prices = prices.map_or_else(String::new, |year| format!(" {year}"));
        format!("{what}{prices} ({})", typed_unit(self.unit, money))
    }
}

/// A text without the signs by which the form of the file is made.
fn one_field(text: &str) -> String {
    text.trim().chars().map(|c| if matches!(c, '\t' | '"' | '\n' | '\r') { ' ' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::importing::ImportSession;

    fn typed() -> TypedTable {
        let lines = ["Nông nghiệp", "Công nghiệp", "Dịch vụ"].map(str::to_owned).to_vec();
        let mut table = TypedTable::new(Quantity::Output, lines, vec![2023, 2024]);
        table.price_base = Some(2010);
        table.paste(0, Some(0), "10\t11.2\n200\t210.5\n30\t31");
        table
    }

    #[test]
    fn what_is_typed_comes_in_as_it_was_typed() {
        let table = typed();
        let text = table.to_file("VND").unwrap();
        let mut session = ImportSession::new(Some(2010));
        session.take_answers(TypedTable::answers("typed.tsv", "Minh Sơn"));
        session.add_file("typed.tsv", text.into_bytes().into()).unwrap();
        assert_eq!(session.open_questions(), []);
        let values: Vec<Option<f64>> =
            session.taken().flat_map(|(_, table, _)| table.cells.iter().map(|cell| cell.value)).collect();
        assert_eq!(values, [10.0, 11.2, 200.0, 210.5, 30.0, 31.0].map(Some));
        assert_eq!(session.price_base(), Some(2010));
    }

    #[test]
    fn a_word_among_numbers_is_named() {
        let mut table = typed();
        "abc".clone_into(&mut table.rows[1].cells[0]);
        let problem = table.to_file("VND");
        assert_eq!(
            problem,
            Err(TypedProblem::NotANumber { line: "Công nghiệp".to_owned(), year: 2023, text: "abc".to_owned() })
        );
    }

    #[test]
    fn a_block_that_is_wider_than_the_grid_adds_years_and_nothing_of_it_is_lost() {
        let mut table = typed();
        table.paste(0, Some(1), "11.2\t12.5\t13.5");
        assert_eq!(table.years, [2023, 2024, 2025, 2026]);
        assert_eq!(table.rows[0].cells, ["10", "11.2", "12.5", "13.5"]);
        table.paste(3, Some(0), "7\t8");
        assert_eq!(table.to_file("VND"), Err(TypedProblem::NoName { row: 4 }));
    }

    #[test]
    fn a_growth_of_more_than_half_is_asked_about() {
        let mut table = typed();
        assert_eq!(table.unusual_growth(), None);
        "320.5".clone_into(&mut table.rows[1].cells[1]);
        let Some(TypedProblem::Growth { line, step }) = table.unusual_growth() else { panic!("nothing is asked") };
        assert_eq!((line.as_str(), step.from, step.to), ("Công nghiệp", 2023, 2024));
        assert!((step.growth - 0.6025).abs() < 1e-12);
    }

    #[test]
    fn years_that_stay_keep_their_values() {
        let mut table = typed();
        table.set_years(2024, 2025);
        assert_eq!(table.rows[1].cells, ["210.5", ""]);
    }
}
