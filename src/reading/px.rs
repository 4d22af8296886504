//! PC-Axis files: keywords with values, and one run of data over all dimensions.

use super::decode::{DecodedText, decode_text};
use super::errors::UnreadableFile;
use std::collections::BTreeMap;

/// A dimension with its values.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct PxDimension {
    /// Its name.
    pub name: String,
    /// Its values as printed.
    pub values: Vec<String>,
    /// Whether the file says that it is time.
    pub is_time: bool,
    /// Whether the file has a map of it.
    pub is_map: bool,
}

/// A PC-Axis file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct PxFile {
    /// What the figures are.
    pub title: String,
    /// The unit of all figures.
    pub units: String,
    /// Units of single values.
    pub units_of: BTreeMap<String, String>,
    /// Current or fixed prices, as the keyword `CFPRICES` says.
    pub prices: String,
    /// The year of a base, as the keyword `BASEPERIOD` says.
    pub base_period: String,
    /// Dimensions, the slowest first.
    pub dimensions: Vec<PxDimension>,
    /// The data as written.
    pub data: Vec<String>,
    /// Source, contact and notes: texts that may name addresses.
    pub about: Vec<String>,
    /// The code page, and whether it was guessed.
    pub code_page: (String, bool),
}

/// A keyword with what stands in brackets behind it, and its values.
type Entry = (String, Vec<String>, Vec<String>);

/// Reads a PC-Axis file.
///
/// # Errors
/// A keyword that is missing, a quotation mark that is never closed, or data that are not as many as the values say.
pub(super) fn read_px(bytes: &[u8]) -> Result<PxFile, UnreadableFile> {
    let decoded = decode_text(bytes, code_page_named(bytes).as_deref());
    let (entries, data) = parse(&decoded)?;
    let plain = |name: &str| entries.iter().find(|(key, subjects, _)| key == name && subjects.is_empty());
    let text = |name: &str| plain(name).map_or_else(String::new, |(.., values)| values.join(" "));
    let list = |name: &str| plain(name).map_or_else(Vec::new, |(.., values)| values.clone());
    let mut file = PxFile {
        title: Some(text("TITLE")).filter(|title| !title.is_empty()).unwrap_or_else(|| text("CONTENTS")),
        units: text("UNITS"),
        prices: text("CFPRICES"),
        base_period: text("BASEPERIOD"),
        about: ["SOURCE", "CONTACT", "NOTE"].map(text).to_vec(),
        code_page: (decoded.code_page, decoded.guessed),
        data,
        ..PxFile::default()
    };
    let names: Vec<String> = list("STUB").into_iter().chain(list("HEADING")).collect();
    if names.is_empty() {
        return Err(UnreadableFile::MissingKeyword("STUB"));
    }
    for name in names {
        let of =
            |key: &str| entries.iter().find(|(found, subjects, _)| found == key && subjects.first() == Some(&name));
        let values = of("VALUES").or_else(|| of("CODES")).map(|(.., values)| values.clone());
        let values = values.ok_or(UnreadableFile::MissingKeyword("VALUES"))?;
        file.dimensions.push(PxDimension {
            is_time: of("TIMEVAL").is_some(),
            is_map: of("MAP").is_some(),
            name,
            values,
        });
    }
    for (key, subjects, values) in &entries {
        if let ("UNITS", Some(subject)) = (key.as_str(), subjects.last()) {
            file.units_of.insert(subject.clone(), values.join(" "));
        }
    }
    let expected = file.dimensions.iter().map(|dimension| dimension.values.len()).product();
    if expected != file.data.len() {
        return Err(UnreadableFile::WrongCount { expected, found: file.data.len() });
    }
    Ok(file)
}

/// The code page that the file names itself; its keywords are plain letters in any code page.
fn code_page_named(bytes: &[u8]) -> Option<String> {
    let start: String =
        bytes.iter().take(4000).map(|byte| if byte.is_ascii() { char::from(*byte) } else { '?' }).collect();
    let (_, behind) = start.split_once("CODEPAGE=\"")?;
    behind.split_once('"').map(|(name, _)| name.to_owned())
}

/// Cuts the text into entries of the first language and the data.
fn parse(decoded: &DecodedText) -> Result<(Vec<Entry>, Vec<String>), UnreadableFile> {
    let mut entries = Vec::new();
    let mut statement = String::new();
    let (mut quoted, mut line, mut opened) = (false, 1, 1);
    for c in decoded.text.chars().filter(|c| *c != '\u{feff}') {
        line += usize::from(c == '\n');
        match c {
            '"' => {
                quoted = !quoted;
                opened = line;
                statement.push(c);
            }
            ';' if !quoted => {
                if let Some(data) = data_of(&statement) {
                    return Ok((entries, data));
                }
                entries.extend(entry_of(&statement));
                statement.clear();
            }
            '\n' | '\r' if !quoted => statement.push(' '),
            c => statement.push(c),
        }
    }
    if quoted {
        return Err(UnreadableFile::UnbalancedQuotes { line: opened });
    }
    data_of(&statement).map(|data| (entries, data)).ok_or(UnreadableFile::MissingKeyword("DATA"))
}

fn data_of(statement: &str) -> Option<Vec<String>> {
    let behind = statement.trim_start().strip_prefix("DATA")?.trim_start().strip_prefix('=')?;
    let mut data = Vec::new();
    let mut quoted: Option<String> = None;
    let mut word = String::new();
    for c in behind.chars() {
        match (&mut quoted, c) {
            (Some(_), '"') => data.extend(quoted.take()),
            (Some(text), c) => text.push(c),
            (None, '"') => quoted = Some(String::new()),
            (None, c) if c.is_whitespace() || c == ',' => {
                if !word.is_empty() {
                    data.push(std::mem::take(&mut word));
                }
            }
            (None, c) => word.push(c),
        }
    }
    if !word.is_empty() {
        data.push(word);
    }
    Some(data)
}

/// A statement as keyword, subjects and values; statements of a second language are not read.
fn entry_of(statement: &str) -> Option<Entry> {
    let (key, values) = split_outside_quotes(statement)?;
    let key = key.trim();
    if key.contains('[') {
        return None;
    }
    let (name, subjects) = key.split_once('(').map_or((key, Vec::new()), |(name, rest)| (name, quoted_parts(rest)));
    let texts = quoted_parts(&values);
    let values = if texts.is_empty() { vec![values.trim().to_owned()] } else { texts };
    Some((name.trim().to_uppercase(), subjects, values))
}

fn split_outside_quotes(statement: &str) -> Option<(String, String)> {
    let mut quoted = false;
    for (at, c) in statement.char_indices() {
        match c {
            '"' => quoted = !quoted,
            '=' if !quoted => return Some((statement.get(..at)?.to_owned(), statement.get(at + 1..)?.to_owned())),
            _ => {}
        }
    }
    None
}

/// The texts between quotation marks; texts with only blanks between them are one text that was wrapped.
fn quoted_parts(text: &str) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    let mut wrapped = false;
    for (at, piece) in text.split('"').enumerate() {
        if at % 2 == 1 {
            match parts.last_mut().filter(|_| wrapped) {
                Some(last) => last.push_str(piece),
                None => parts.push(piece.to_owned()),
            }
            wrapped = true;
        } else if piece.contains(',') || piece.contains(')') {
            wrapped = false;
        }
    }
    parts
}
