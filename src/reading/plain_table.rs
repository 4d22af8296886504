//! A tidy table as text, for readers that know their columns: a head, rows of cells as written, and numbers whose marks
//! the whole column settles.

use super::delimited::records_of;
use super::errors::UnreadableFile;
use super::grid::clean;
use super::numbers::{DecimalSign, MarkVerdict, NoValue, WrittenNumber, no_value, weigh};
use unicode_normalization::UnicodeNormalization as _;

/// A row with its line in the file, from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlainRow {
    /// The line at which it begins.
    pub line: u64,
    /// Its cells: blanks collapsed, letters composed.
    pub cells: Vec<String>,
}

/// A head and rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlainTable {
    /// The names of the columns.
    pub head: Vec<String>,
    /// The rows that are not empty.
    pub rows: Vec<PlainRow>,
}

/// What stands in a cell of a column of numbers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum PlainValue {
    /// A number.
    Number(f64),
    /// A mark for a missing value, or an empty cell.
    Absent(NoValue),
    /// Something else.
    Word,
}

/// A number that can be read in two ways, in a column that does not settle which.
#[derive(Debug, Clone, PartialEq)]
pub struct OpenMark {
    /// Position of the number in the column.
    pub position: usize,
    /// The number as written.
    pub text: String,
    /// With a dot before the decimals.
    pub dot: f64,
    /// With a comma before the decimals.
    pub comma: f64,
}

/// Reads a tidy table; commas, semicolons, tabs or bars divide its cells.
///
/// # Errors
/// A quotation mark that is never closed; a text of blanks only.
pub fn read_plain_table(text: &str) -> Result<PlainTable, UnreadableFile> {
    let mut rows = Vec::new();
    for record in records_of(text.trim_start_matches('\u{feff}'))? {
        let line = record.position().map_or(0, csv::Position::line);
        let cells: Vec<String> = record.iter().map(|field| clean(field).nfc().collect()).collect();
        if cells.iter().any(|cell| !cell.is_empty()) {
            rows.push(PlainRow { line, cells });
        }
    }
    let head = if rows.is_empty() { Vec::new() } else { rows.remove(0).cells };
    Ok(PlainTable { head, rows })
}

/// Reads a column of numbers, all with one decimal mark: the one that any of them settles.
///
/// # Errors
/// The first number that can be read in two ways, if the other numbers leave it open or contradict each other.
pub fn read_plain_values(texts: &[&str]) -> Result<Vec<PlainValue>, OpenMark> {
    let written: Vec<Option<WrittenNumber>> =
        texts.iter().map(|text| WrittenNumber::read(text).filter(|number| number.flags.is_empty())).collect();
    let mark = match weigh(written.iter().flatten()) {
        MarkVerdict::Settled(mark) => mark,
        MarkVerdict::Plain => DecimalSign::Dot,
        MarkVerdict::Open | MarkVerdict::Mixed => {
            let both =
                |number: &WrittenNumber| Some((number.value(DecimalSign::Dot)?, number.value(DecimalSign::Comma)?));
            let mut open = written.iter().enumerate().filter_map(|(position, number)| {
                let (dot, comma) = both(number.as_ref()?).filter(|(dot, comma)| dot.to_bits() != comma.to_bits())?;
                let text = texts.get(position).map_or_else(String::new, |text| (*text).to_owned());
                Some(OpenMark { position, text, dot, comma })
            });
            match open.next() {
                Some(open) => return Err(open),
                // Each number can be read in one way only, as "1.5" and "2,5" can.
                None => return Ok(read_each(texts, &written)),
            }
        }
    };
    let value = |(text, number): (&&str, &Option<WrittenNumber>)| match number.as_ref().and_then(|it| it.value(mark)) {
        Some(value) => PlainValue::Number(value),
        None => without_number(text),
    };
    Ok(texts.iter().zip(&written).map(value).collect())
}

fn read_each(texts: &[&str], written: &[Option<WrittenNumber>]) -> Vec<PlainValue> {
    let value = |(text, number): (&&str, &Option<WrittenNumber>)| {
        let read = number.as_ref().and_then(|it| it.value(DecimalSign::Dot).or_else(|| it.value(DecimalSign::Comma)));
        read.map_or_else(|| without_number(text), PlainValue::Number)
    };
    texts.iter().zip(written).map(value).collect()
}

fn without_number(text: &str) -> PlainValue {
    match no_value(text) {
        Some(why) => PlainValue::Absent(why),
        None if text.trim().is_empty() => PlainValue::Absent(NoValue::Missing),
        None => PlainValue::Word,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(texts: &[&str]) -> Vec<PlainValue> {
        read_plain_values(texts).unwrap()
    }

    #[test]
    fn one_number_of_a_column_settles_the_marks_of_all() {
        use PlainValue::{Absent, Number, Word};
        assert_eq!(numbers(&["1.003", "12.003.000"]), [Number(1003.0), Number(12_003_000.0)]);
        assert_eq!(numbers(&["1.003", "75,5"]), [Number(1003.0), Number(75.5)]);
        assert_eq!(
            numbers(&["1.003", "75.5", "...", ""]),
            [Number(1.003), Number(75.5), Absent(NoValue::Missing), Absent(NoValue::Missing)]
        );
        assert_eq!(numbers(&["1.25e3", "many"]), [Number(1250.0), Word]);
    }

    #[test]
    fn a_column_that_settles_nothing_is_a_question() {
        let open = read_plain_values(&["7", "1.003"]).unwrap_err();
        assert_eq!((open.position, open.dot, open.comma), (1, 1.003, 1003.0));
    }

    #[test]
    fn rows_know_their_lines_and_names_are_composed() {
        let table = read_plain_table("\u{feff}a;b\r\n\r\nVo\u{302}\u{301}n ; 1,5\r\n").unwrap();
        assert_eq!(table.head, ["a", "b"]);
        assert_eq!(table.rows, [PlainRow { line: 3, cells: vec!["Vốn".to_owned(), "1,5".to_owned()] }]);
        assert_eq!(read_plain_table("a\n\"b\n"), Err(UnreadableFile::UnbalancedQuotes { line: 2 }));
    }
}
