//! Blocks of numbers as they come from a spreadsheet: parted by tabs, lines or blanks, all with one decimal mark.

use super::number::DecimalMark;
use super::read::read_with;
use crate::reading::{OpenMark, PlainValue, read_plain_values};

/// Why a block is no row of numbers.
#[derive(Debug, Clone, PartialEq)]
pub enum ReadBlockError {
    /// A cell holds something else.
    Word(String),
    /// The mark in a number may be decimal or may group thousands, and no other number settles which.
    Open(OpenMark),
}

/// Whether a text holds several cells: parted by tabs or lines, or by blanks where each part is a number by itself.
pub fn is_block(text: &str) -> bool {
    let text = text.trim_end();
    text.trim_start().contains(['\t', '\n', '\r']) || parted_by_blanks(text)
}

/// Blanks group thousands in `1 234 567`, and part cells in `0,5 0,6`: there each part has a decimal mark or stands alone.
fn parted_by_blanks(text: &str) -> bool {
    let is_number =
        |part: &str| read_with(part, DecimalMark::Comma).or_else(|_| read_with(part, DecimalMark::Point)).is_ok();
    let whole = read_with(text, DecimalMark::Comma).is_ok() || read_with(text, DecimalMark::Point).is_ok();
    let mut parts = text.split_whitespace();
    !whole && text.split_whitespace().count() > 1 && parts.all(is_number)
}

/// The cells of a block, row by row, each row in its order.
pub fn block_rows(text: &str) -> Vec<Vec<String>> {
    let text = text.trim_end_matches(['\n', '\r']);
    if !text.contains(['\t', '\n', '\r']) && parted_by_blanks(text) {
        return vec![text.split_whitespace().map(str::to_owned).collect()];
    }
    text.lines().map(|line| line.split('\t').map(|cell| cell.trim().to_owned()).collect()).collect()
}

/// A block with tabs between cells and lines between rows, whatever parted them.
pub fn tidy_block(text: &str) -> String {
    block_rows(text).iter().map(|row| row.join("\t")).collect::<Vec<_>>().join("\n")
}

/// The numbers of a block in the order of its cells; an empty cell is none.
///
/// # Errors
/// The first cell that is no number, or the first that can be read in two ways; `mark` settles these.
pub fn read_block(text: &str, mark: Option<DecimalMark>) -> Result<Vec<Option<f64>>, ReadBlockError> {
    let cells: Vec<String> = block_rows(text).into_iter().flatten().collect();
    let bare: Vec<&str> = cells.iter().map(|cell| cell.strip_suffix('%').unwrap_or(cell).trim()).collect();
    if let Some(mark) = mark {
        let value = |cell: &&str| match *cell {
            "" => Ok(None),
            cell => read_with(cell, mark).map(Some).map_err(|_unreadable| ReadBlockError::Word(cell.to_owned())),
        };
        return bare.iter().map(value).collect();
    }
    let values = read_plain_values(&bare).map_err(ReadBlockError::Open)?;
    let value = |(value, cell): (PlainValue, &String)| match value {
        PlainValue::Number(number) => Ok(Some(number)),
        PlainValue::Absent(_) => Ok(None),
        PlainValue::Word => Err(ReadBlockError::Word(cell.clone())),
    };
    values.into_iter().zip(&cells).map(value).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tabs_lines_and_blanks_part_numbers_with_either_mark() {
        for text in ["0,5\t0,6\t0,7", "0,5\n0,6\n0,7\n", "0,5 0,6 0,7", "0.5\r\n0.6\r\n0.7", "0,5%\t0,6%\t0,7%"] {
            assert!(is_block(text), "{text:?}");
            assert_eq!(read_block(text, None), Ok(vec![Some(0.5), Some(0.6), Some(0.7)]), "{text:?}");
        }
        for text in ["0,5", "1 234", "1 234 567,5", "industry and services", ""] {
            assert!(!is_block(text), "{text:?}");
        }
    }

    #[test]
    fn a_tidy_block_has_tabs_and_lines() {
        assert_eq!(tidy_block("0,5 0,6"), "0,5\t0,6");
        assert_eq!(tidy_block("a b\t1\r\n c\t2\r\n"), "a b\t1\nc\t2");
    }

    #[test]
    fn gaps_stay_gaps_and_words_are_named() {
        assert_eq!(read_block("1,5\t\t2,5", None), Ok(vec![Some(1.5), None, Some(2.5)]));
        assert_eq!(read_block("1,5\tnhiều", None), Err(ReadBlockError::Word("nhiều".to_owned())));
    }

    #[test]
    fn marks_that_nothing_settles_are_a_question() {
        let Err(ReadBlockError::Open(open)) = read_block("1.234\t2.345", None) else { panic!("settled") };
        assert_eq!((open.dot, open.comma), (1.234, 1234.0));
        assert_eq!(read_block("1.234\t2.345", Some(DecimalMark::Point)), Ok(vec![Some(1.234), Some(2.345)]));
        assert_eq!(read_block("1.234\t2.345", Some(DecimalMark::Comma)), Ok(vec![Some(1234.0), Some(2345.0)]));
        // One number settles the marks of all.
        assert_eq!(read_block("1.234\t2,5", None), Ok(vec![Some(1234.0), Some(2.5)]));
    }
}
