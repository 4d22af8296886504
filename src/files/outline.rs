//! Where the records of a study file stand, found by brackets and quotes alone.
//!
//! Works on text that does not parse, so that a truncated, newer or contradictory file can be spoken about by line.

use super::error::Place;

/// Largest magnitude of a number that is accepted; larger ones are typing errors.
const LARGEST_NUMBER: f64 = 1e15;

/// Fields and records of a text.
#[derive(Debug, Default)]
pub(super) struct Outline<'t> {
    /// Fields in the order of the text.
    fields: Vec<Field<'t>>,
    /// Elements of lists, in the order of the text.
    records: Vec<Record<'t>>,
    /// The first number that cannot be used.
    pub(super) unusable_number: Option<(usize, &'t str)>,
    /// Whether a bracket, string or comment is still open at the end.
    pub(super) is_open: bool,
}

/// A name followed by a colon.
#[derive(Debug)]
struct Field<'t> {
    name: &'t str,
    /// Brackets around it; 1 for fields of the study.
    depth: usize,
    start: usize,
    /// Where its value begins.
    value: usize,
}

/// An element of a list that is a field of the study.
#[derive(Debug)]
struct Record<'t> {
    list: &'t str,
    position: usize,
    start: usize,
    end: usize,
}

/// A piece of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Token<'t> {
    Open,
    Close,
    Colon,
    Comma,
    /// Identifiers and numbers.
    Word(&'t str),
    Text,
    /// A string or comment without end.
    Unfinished,
    Other,
}

impl<'t> Outline<'t> {
    pub(super) fn read(text: &'t str) -> Self {
        let mut outline = Self::default();
        let mut depth = 0_usize;
        let mut list = "";
        let mut last_word: Option<(usize, &'t str)> = None;
        let mut rest = text;
        while let Some((start, token, after)) = next_token(text, rest) {
            rest = after;
            let end = text.len() - after.len();
            let word = last_word.take();
            match token {
                Token::Open => {
                    if depth == 2 && !list.is_empty() {
                        outline.open_record(list, start);
                    }
                    depth += 1;
                }
                Token::Close => {
                    depth = depth.saturating_sub(1);
                    if depth == 2 {
                        outline.close_record(end);
                    }
                }
                Token::Colon => {
                    let value = end + (after.len() - after.trim_start().len());
                    let field = word.map(|(start, name)| Field { name, depth, start, value });
                    list = field.as_ref().filter(|field| field.depth == 1).map_or(list, |field| field.name);
                    outline.fields.extend(field);
                }
                Token::Word(name) => {
                    // A word that the end of the text cut off may be the beginning of another.
                    if !after.is_empty() {
                        outline.check_number(start, name);
                    }
                    last_word = Some((start, name));
                }
                Token::Unfinished => {
                    outline.is_open = true;
                    return outline;
                }
                Token::Comma | Token::Text | Token::Other => {}
            }
        }
        outline.is_open = depth > 0;
        outline
    }

    fn open_record(&mut self, list: &'t str, start: usize) {
        let position = self.records.iter().filter(|record| record.list == list).count();
        self.records.push(Record { list, position, start, end: usize::MAX });
    }

    fn close_record(&mut self, end: usize) {
        if let Some(record) = self.records.last_mut().filter(|record| record.end == usize::MAX) {
            record.end = end;
        }
    }

    fn check_number(&mut self, start: usize, word: &'t str) {
        let is_number =
            word.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '-' | '+' | '.')) || is_non_finite(word);
        if !is_number || self.unusable_number.is_some() {
            return;
        }
        if word.parse::<f64>().is_ok_and(|value| value.is_nan() || value.abs() > LARGEST_NUMBER) {
            self.unusable_number = Some((start, word));
        }
    }

    /// Version in the field `format`, where it is a whole number.
    pub(super) fn format(&self, text: &str) -> Option<(usize, u32)> {
        let field = self.fields.iter().find(|field| field.depth == 1 && field.name == "format")?;
        let digits = text.get(field.value..)?.split(|c: char| !c.is_ascii_digit()).next()?;
        digits.parse().ok().map(|version| (field.value, version))
    }

    /// Where a field of the record around an offset begins; the beginning of the record where it has no such field.
    pub(super) fn field_around(&self, offset: usize, name: &str) -> Option<usize> {
        let record = self.records.iter().rev().find(|record| record.start < offset)?;
        Some(self.field_of(record, name).map_or(record.start, |field| field.start))
    }

    /// Where the statement of a field path begins: `observations[3]`, `sectors[0].id`, `structure.headline`, `scenarios.x.parent`.
    pub(super) fn find(&self, text: &str, place: &str) -> Option<usize> {
        let (head, rest) = place.split_once('.').unwrap_or((place, ""));
        if let Some((list, position)) = head.split_once('[') {
            let position = position.trim_end_matches(']').parse().ok()?;
            let record = self.find_record(list, position)?;
            return Some(self.field_of(record, rest).map_or(record.start, |field| field.start));
        }
        let top = self.fields.iter().position(|field| field.depth == 1 && field.name == head);
        let Some(top) = top else { return self.case(text, head, rest) };
        if rest.is_empty() {
            return self.fields.get(top).map(|field| field.start);
        }
        let inside = self.fields.iter().skip(top + 1).take_while(|field| field.depth > 1);
        inside
            .into_iter()
            .find(|field| field.depth == 2 && field.name == rest)
            .map(|field| field.start)
            .or_else(|| {
                let (id, field) = rest.split_once('.')?;
                self.case(text, id, field)
            })
            .or_else(|| self.fields.get(top).map(|field| field.start))
    }

    /// Where a baseline or scenario, or a field of it, begins.
    pub(super) fn case(&self, text: &str, id: &str, field: &str) -> Option<usize> {
        let record = self.records.iter().find(|record| {
            matches!(record.list, "baselines" | "scenarios")
                && self
                    .field_of(record, "id")
                    .and_then(|own| text.get(own.value..)?.strip_prefix('"')?.split('"').next())
                    .is_some_and(|own| own == id)
        })?;
        Some(self.field_of(record, field).map_or(record.start, |found| found.start))
    }

    /// A record by list and position; sectors are counted before groups and baselines before scenarios, because their ids must differ.
    fn find_record(&self, list: &str, position: usize) -> Option<&Record<'t>> {
        let (first, second) = match list {
            "sectors" => ("sectors", "groups"),
            "scenarios" => ("baselines", "scenarios"),
            other => (other, ""),
        };
        let of = |list: &str, position: usize| {
            self.records.iter().find(|record| record.list == list && record.position == position)
        };
        let length = self.records.iter().filter(|record| record.list == first).count();
        of(first, position).or_else(|| of(second, position.checked_sub(length)?))
    }

    fn field_of(&self, record: &Record<'_>, name: &str) -> Option<&Field<'t>> {
        let (name, around) = (name.split('.').next().unwrap_or(name), record.start..record.end);
        self.fields.iter().find(|field| field.name == name && around.contains(&field.start))
    }
}

fn is_non_finite(word: &str) -> bool {
    matches!(word, "inf" | "NaN")
}

/// Line and column of a byte offset.
pub(super) fn place_of(text: &str, offset: usize) -> Place {
    let before = text.get(..offset).unwrap_or(text);
    let line = 1 + before.matches('\n').count();
    let column = 1 + before.rsplit('\n').next().unwrap_or_default().chars().count();
    Place { line, column }
}

/// Byte offset of a line and column; the end of the text where it has no such place.
pub(super) fn offset_of(text: &str, place: Place) -> usize {
    let line_start: usize = text.split_inclusive('\n').take(place.line.saturating_sub(1)).map(str::len).sum();
    let line = text.get(line_start..).unwrap_or_default();
    line_start + line.chars().take(place.column.saturating_sub(1)).map(char::len_utf8).sum::<usize>()
}

/// The next token: where it begins, what it is, and the text after it.
fn next_token<'t>(text: &'t str, rest: &'t str) -> Option<(usize, Token<'t>, &'t str)> {
    let rest = rest.trim_start();
    let start = text.len() - rest.len();
    let first = rest.chars().next()?;
    let after_first = rest.get(first.len_utf8()..).unwrap_or_default();
    let simple = |token| Some((start, token, after_first));
    match first {
        '(' | '[' | '{' => simple(Token::Open),
        ')' | ']' | '}' => simple(Token::Close),
        ':' => simple(Token::Colon),
        ',' => simple(Token::Comma),
        '"' => Some(match string_end(after_first) {
            Some(after) => (start, Token::Text, after),
            None => (start, Token::Unfinished, ""),
        }),
        '/' if after_first.starts_with('/') => {
            Some((start, Token::Other, rest.split_once('\n').map_or("", |(_, after)| after)))
        }
        '/' if after_first.starts_with('*') => Some(match comment_end(rest) {
            Some(after) => (start, Token::Other, after),
            None => (start, Token::Unfinished, ""),
        }),
        'r' if raw_quote(after_first).is_some() => Some(match raw_quote(after_first).and_then(raw_end) {
            Some(after) => (start, Token::Text, after),
            None => (start, Token::Unfinished, ""),
        }),
        c if is_word(c) => {
            let end = rest.find(|c: char| !is_word(c)).unwrap_or(rest.len());
            let (word, after) = rest.split_at_checked(end)?;
            Some((start, Token::Word(word), after))
        }
        _ => simple(Token::Other),
    }
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '-' | '+' | '.')
}

/// The text after the closing quote.
fn string_end(inside: &str) -> Option<&str> {
    let mut is_escaped = false;
    let end = inside.find(|c: char| {
        let closes = c == '"' && !is_escaped;
        is_escaped = c == '\\' && !is_escaped;
        closes
    })?;
    inside.get(end + 1..)
}

/// Hashes and inside of a raw string, from behind its `r`.
fn raw_quote(after: &str) -> Option<(usize, &str)> {
    let inside = after.trim_start_matches('#');
    let hashes = after.len() - inside.len();
    inside.strip_prefix('"').map(|inside| (hashes, inside))
}

/// The text after a raw string.
fn raw_end((hashes, inside): (usize, &str)) -> Option<&str> {
    let mut rest = inside;
    loop {
        let (_, after) = rest.split_once('"')?;
        let closing = after.bytes().take_while(|byte| *byte == b'#').take(hashes).count();
        if closing == hashes {
            return after.get(hashes..);
        }
        rest = after;
    }
}

/// The text after a block comment, which may hold others.
fn comment_end(comment: &str) -> Option<&str> {
    let mut rest = comment.get(2..)?;
    let mut depth = 1_usize;
    while depth > 0 {
        let at = rest.find(['/', '*'])?;
        let here = rest.get(at..)?;
        let taken = if here.starts_with("/*") {
            depth += 1;
            2
        } else if here.starts_with("*/") {
            depth -= 1;
            2
        } else {
            1
        };
        rest = here.get(taken..)?;
    }
    Some(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = r##"#![enable(implicit_some)]
(
  format: 3, // a ) in a comment
  /* and ( /* one */ inside another */
  name: (vi: "a ) \" (", en: r#"raw " ("#),
  observations: [
    (quantity: output, value: 1.0),
    (quantity: output, value: -2.5e3, unit: ratio),
  ],
  structure: (
    headline: "x",
  ),
  baselines: [
    (id: "plan"),
  ],
  scenarios: [
    (
      id: "two",
      settings: {
        "a/b": constant(1.0),
      },
      parent: "plan",
    ),
  ],
)
"##;

    fn find_position(place: &str) -> Option<(usize, usize)> {
        let outline = Outline::read(TEXT);
        outline.find(TEXT, place).map(|offset| place_of(TEXT, offset)).map(|place| (place.line, place.column))
    }

    #[test]
    fn records_and_fields_are_found_by_their_path() {
        assert_eq!(find_position("observations[0]"), Some((7, 5)));
        assert_eq!(find_position("observations[1]"), Some((8, 5)));
        assert_eq!(find_position("observations[1].unit"), Some((8, 39)));
        assert_eq!(find_position("structure.headline"), Some((11, 5)));
        assert_eq!(find_position("structure"), Some((10, 3)));
        assert_eq!(find_position("scenarios[1].id"), Some((18, 7)));
        assert_eq!(find_position("scenarios.two.parent"), Some((22, 7)));
        assert_eq!(find_position("nothing[0]"), None);
    }

    #[test]
    fn brackets_in_strings_and_comments_do_not_count() {
        let outline = Outline::read(TEXT);
        assert!(!outline.is_open);
        assert_eq!(outline.format(TEXT).map(|(_, version)| version), Some(3));
        assert!(Outline::read(TEXT.trim_end().trim_end_matches(')')).is_open);
        assert!(Outline::read("(a: \"no end").is_open);
        assert!(Outline::read("/* no /* end */").is_open);
    }

    #[test]
    fn numbers_beyond_use_are_found() {
        let number = |text| Outline::read(text).unusable_number.map(|(_, number)| number);
        assert_eq!(number("(a: 1e999)"), Some("1e999"));
        assert_eq!(number("(a: [1.0, NaN])"), Some("NaN"));
        assert_eq!(number("(a: -inf)"), Some("-inf"));
        assert_eq!(number("(a: inf"), None);
        assert_eq!(number("(a: 1e15, b: \"1e999\", c: info)"), None);
    }

    #[test]
    fn places_and_offsets_are_inverse() {
        for offset in (0..TEXT.len()).filter(|&offset| TEXT.is_char_boundary(offset)) {
            assert_eq!(offset_of(TEXT, place_of(TEXT, offset)), offset);
        }
    }
}
