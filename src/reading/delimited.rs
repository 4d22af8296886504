//! Text with separators as one sheet.

use super::errors::UnreadableFile;
use super::grid::{GridCell, SheetGrid};

/// A text as a sheet without a name; the cells are counted as a spreadsheet would count them.
///
/// # Errors
/// A quotation mark that is never closed; a text of blanks only.
pub(super) fn sheet_of_text(text: &str) -> Result<SheetGrid, UnreadableFile> {
    let mut grid = SheetGrid::default();
    for (row, record) in (0..).zip(records_of(text)?) {
        for (column, field) in record.iter().enumerate() {
            grid.put(row, u32::try_from(column).unwrap_or(u32::MAX), GridCell::of_text(field));
        }
    }
    Ok(grid)
}

/// The rows of a text, divided by the separator that fits it.
///
/// # Errors
/// A quotation mark that is never closed; a text of blanks only.
pub(super) fn records_of(text: &str) -> Result<Vec<csv::StringRecord>, UnreadableFile> {
    if text.trim().is_empty() {
        return Err(UnreadableFile::Empty);
    }
    let separator = separator_of(text);
    let (text, open) = tidy(text, separator);
    if let Some(line) = open {
        return Err(UnreadableFile::UnbalancedQuotes { line });
    }
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(u8::try_from(separator).unwrap_or(b','))
        .from_reader(text.as_bytes());
    let records = reader.records().map(|record| record.map_err(|error| UnreadableFile::Damaged(error.to_string())));
    records.collect()
}

/// The separator that splits most lines, and most evenly.
fn separator_of(text: &str) -> char {
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).take(200).collect();
    let score = |separator: char| {
        let mut counts: Vec<usize> = lines.iter().map(|line| outside_quotes(line, separator)).collect();
        counts.sort_unstable();
        let middle = counts.get(counts.len() / 2).copied().unwrap_or(0);
        let alike = counts.iter().filter(|count| **count == middle).count();
        if middle == 0 { 0 } else { alike * 1000 + middle.min(999) }
    };
    let candidates = ['\t', ';', '|', ','];
    let best = candidates.into_iter().map(|separator| (score(separator), separator)).max_by_key(|(score, _)| *score);
    best.filter(|(score, _)| *score > 0).map_or(',', |(_, separator)| separator)
}

fn outside_quotes(line: &str, separator: char) -> usize {
    let mut quoted = false;
    let mut found = 0;
    for c in line.chars() {
        match c {
            '"' => quoted = !quoted,
            c if c == separator && !quoted => found += 1,
            _ => {}
        }
    }
    found
}

/// The text with blank lines filled with one empty field and without blanks before an opening quotation mark, and the
/// line of a quotation mark that is never closed.
fn tidy(text: &str, separator: char) -> (String, Option<usize>) {
    let mut found = String::with_capacity(text.len());
    let mut characters = text.chars().filter(|c| *c != '\r').peekable();
    let (mut quoted, mut starts, mut line, mut opened) = (false, true, 1, 1);
    let mut blanks = String::new();
    while let Some(c) = characters.next() {
        line += usize::from(c == '\n');
        if quoted {
            found.push(c);
            if c == '"' && characters.next_if_eq(&'"').is_some() {
                found.push('"');
            } else if c == '"' {
                quoted = false;
            }
        } else if starts && c == ' ' {
            blanks.push(c);
        } else if starts && c == '"' {
            blanks.clear();
            (quoted, opened, starts) = (true, line, false);
            found.push(c);
        } else {
            let blank_line = c == '\n' && blanks.is_empty() && (found.is_empty() || found.ends_with('\n'));
            found.push_str(if blank_line { "\"\"" } else { &blanks });
            blanks.clear();
            starts = c == separator || c == '\n';
            found.push(c);
        }
    }
    (found, quoted.then_some(opened))
}
