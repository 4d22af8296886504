//! Properties of the cells of xlsx and ods workbooks beside their values: hidden, merged, shown as per cent, not
//! computed.
//!
//! The workbook reader gives values only; these are read from the XML of the sheets themselves.

use super::compound::SheetLooks;
use super::grid::{MergedRegion, place_of};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read as _};

/// The longest text of a part that is read for its looks, in bytes: protects against decompression bombs.
const LONGEST_PART: u64 = 512 * 1024 * 1024;

/// What a sheet says beside its values.
#[derive(Debug, Clone, Default)]
pub(super) struct ZipLooks {
    /// What is hidden or shown as per cent.
    pub looks: SheetLooks,
    /// Cells shown as one.
    pub merged: Vec<MergedRegion>,
    /// Formulas without a stored result.
    pub not_computed: BTreeSet<(u32, u32)>,
    /// Whether the sheet itself is hidden.
    pub hidden: bool,
}

/// The value of an attribute by its name without prefix.
pub(super) fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = tag.attributes().flatten().find(|attribute| attribute.key.local_name().as_ref() == name)?;
    quick_xml::escape::unescape(&found.value).ok().map(std::borrow::Cow::into_owned)
}

fn number<T: std::str::FromStr>(tag: &BytesStart<'_>, name: &str) -> Option<T> {
    attribute(tag, name)?.parse().ok()
}

fn is_set(tag: &BytesStart<'_>, name: &str) -> bool {
    attribute(tag, name).is_some_and(|value| value == "1" || value == "true")
}

fn part(archive: &mut zip::ZipArchive<Cursor<&[u8]>>, name: &str) -> Option<String> {
    let mut text = String::new();
    archive.by_name(name).ok()?.take(LONGEST_PART).read_to_string(&mut text).ok()?;
    Some(text)
}

/// Every tag that opens in an XML text, in order, until the text ends or fails.
fn for_each_tag(xml: &str, mut read: impl FnMut(&str, &BytesStart<'_>)) {
    let mut reader = Reader::from_str(xml);
    loop {
        match reader.read_event() {
            Ok(Event::Start(tag) | Event::Empty(tag)) => read(tag.local_name().as_ref(), &tag),
            Ok(Event::Eof) | Err(_) => break,
            Ok(_) => {}
        }
    }
}

/// The looks of the sheets of an xlsx workbook by name.
pub(super) fn looks_of_xlsx(bytes: &[u8]) -> Option<BTreeMap<String, ZipLooks>> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).ok()?;
    let (workbook, relations) =
        (part(&mut archive, "xl/workbook.xml")?, part(&mut archive, "xl/_rels/workbook.xml.rels")?);
    let percent = part(&mut archive, "xl/styles.xml").map_or_else(BTreeSet::new, |xml| percent_styles(&xml));
    let mut targets = BTreeMap::new();
    for_each_tag(&relations, |name, tag| {
        if let ("Relationship", Some(id), Some(target)) = (name, attribute(tag, "Id"), attribute(tag, "Target")) {
            targets.insert(id, target);
        }
    });
    let mut sheets = Vec::new();
    for_each_tag(&workbook, |name, tag| {
        if let ("sheet", Some(title), Some(id)) = (name, attribute(tag, "name"), attribute(tag, "id")) {
            sheets.push((title, id));
        }
    });
    let mut found = BTreeMap::new();
    for (title, id) in sheets {
        let Some(target) = targets.get(&id) else { continue };
        let path = target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), str::to_owned);
        if let Some(xml) = part(&mut archive, &path) {
            found.insert(title, looks_of_xlsx_sheet(&xml, &percent));
        }
    }
    Some(found)
}

/// Which cell formats show per cent.
fn percent_styles(xml: &str) -> BTreeSet<usize> {
    let mut custom = BTreeSet::new();
    let (mut inside, mut position, mut found) = (false, 0_usize, BTreeSet::new());
    let mut reader = Reader::from_str(xml);
    loop {
        match reader.read_event() {
            Ok(Event::End(tag)) if tag.local_name().as_ref() == "cellXfs" => inside = false,
            Ok(Event::Start(tag) | Event::Empty(tag)) => match tag.local_name().as_ref() {
                "cellXfs" => inside = true,
                "numFmt" if attribute(&tag, "formatCode").is_some_and(|code| code.contains('%')) => {
                    custom.extend(number::<u32>(&tag, "numFmtId"));
                }
                "xf" if inside => {
                    let format: u32 = number(&tag, "numFmtId").unwrap_or(0);
                    if format == 9 || format == 10 || custom.contains(&format) {
                        found.insert(position);
                    }
                    position += 1;
                }
                _ => {}
            },
            Ok(Event::Eof) | Err(_) => break,
            Ok(_) => {}
        }
    }
    found
}

fn looks_of_xlsx_sheet(xml: &str, percent: &BTreeSet<usize>) -> ZipLooks {
    let mut found = ZipLooks::default();
    let mut cell: Option<(u32, u32)> = None;
    let (mut formula, mut value) = (false, false);
    let mut reader = Reader::from_str(xml);
    loop {
        match reader.read_event() {
            Ok(Event::Start(tag)) => match tag.local_name().as_ref() {
                "c" => {
                    cell = attribute(&tag, "r").as_deref().and_then(place_of);
                    (formula, value) = (false, false);
                    note_percent(&mut found, &tag, cell, percent);
                }
                "f" => formula = true,
                "v" | "is" => value = true,
                name => note_layout(&mut found, name, &tag),
            },
            Ok(Event::Empty(tag)) => match tag.local_name().as_ref() {
                "f" => formula = true,
                name => note_layout(&mut found, name, &tag),
            },
            Ok(Event::End(tag)) if tag.local_name().as_ref() == "c" && formula && !value => {
                found.not_computed.extend(cell);
            }
            Ok(Event::Eof) | Err(_) => break,
            Ok(_) => {}
        }
    }
    found
}

fn note_percent(found: &mut ZipLooks, tag: &BytesStart<'_>, cell: Option<(u32, u32)>, percent: &BTreeSet<usize>) {
    let style: Option<usize> = number(tag, "s");
    if style.is_some_and(|style| percent.contains(&style)) {
        found.looks.percent.extend(cell);
    }
}

/// Reads a tag of an xlsx sheet that is no cell: rows, columns, merged regions.
fn note_layout(found: &mut ZipLooks, name: &str, tag: &BytesStart<'_>) {
    match name {
        "row" if is_set(tag, "hidden") => {
            found.looks.hidden_rows.extend(number::<u32>(tag, "r").and_then(|row| row.checked_sub(1)));
        }
        "col" if is_set(tag, "hidden") => {
            if let (Some(first), Some(last)) = (number::<u32>(tag, "min"), number::<u32>(tag, "max")) {
                found.looks.hidden_columns.extend(first.saturating_sub(1)..last.min(16384));
            }
        }
        "mergeCell" => {
            let region = attribute(tag, "ref");
            let corners = region.as_deref().and_then(|region| region.split_once(':'));
            if let Some((Some((top, left)), Some((bottom, right)))) = corners.map(|(a, b)| (place_of(a), place_of(b))) {
                found.merged.push(MergedRegion { top, left, bottom, right });
            }
        }
        _ => {}
    }
}

/// The looks of the sheets of an `OpenDocument` spreadsheet by name.
pub(super) fn looks_of_ods(bytes: &[u8]) -> Option<BTreeMap<String, ZipLooks>> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).ok()?;
    let xml = part(&mut archive, "content.xml")?;
    let mut walk = OdsWalk::default();
    let mut reader = Reader::from_str(&xml);
    loop {
        match reader.read_event() {
            Ok(Event::Start(tag) | Event::Empty(tag)) => walk.read(&tag),
            Ok(Event::End(tag)) if tag.local_name().as_ref() == "table" => walk.depth = walk.depth.saturating_sub(1),
            Ok(Event::Eof) | Err(_) => break,
            Ok(_) => {}
        }
    }
    Some(walk.found)
}

/// Where the walk over an `OpenDocument` text stands.
#[derive(Default)]
struct OdsWalk {
    found: BTreeMap<String, ZipLooks>,
    hidden_styles: BTreeSet<String>,
    style: String,
    sheet: String,
    /// Tables inside cells are no sheets.
    depth: usize,
    row: u32,
    next_row: u32,
    column: u32,
}

impl OdsWalk {
    fn read(&mut self, tag: &BytesStart<'_>) {
        let name = tag.local_name();
        let name = name.as_ref();
        // Rows, columns and cells carry the name of the table: `table-row`, `covered-table-cell`.
        let of_table = name.strip_prefix("covered-").unwrap_or(name).strip_prefix("table-");
        match (name, of_table) {
            ("style", _) => self.style = attribute(tag, "name").unwrap_or_default(),
            (_, Some("properties")) if attribute(tag, "display").as_deref() == Some("false") => {
                self.hidden_styles.insert(self.style.clone());
            }
            ("table", _) => {
                self.depth += 1;
                if self.depth == 1 {
                    self.sheet = attribute(tag, "name").unwrap_or_default();
                    let hidden = attribute(tag, "style-name").is_some_and(|style| self.hidden_styles.contains(&style));
                    self.found.insert(self.sheet.clone(), ZipLooks { hidden, ..ZipLooks::default() });
                    (self.row, self.next_row, self.column) = (0, 0, 0);
                }
            }
            (_, Some(part @ ("column" | "row" | "cell"))) if self.depth == 1 => self.read_in_sheet(part, tag),
            _ => {}
        }
    }

    fn read_in_sheet(&mut self, part: &str, tag: &BytesStart<'_>) {
        let Some(sheet) = self.found.get_mut(&self.sheet) else { return };
        let hidden = attribute(tag, "visibility").is_some_and(|value| value == "collapse" || value == "filter");
        let repeated = |name| number::<u32>(tag, name).unwrap_or(1).max(1);
        match part {
            "column" => {
                let count = repeated("number-columns-repeated");
                if hidden {
                    sheet.looks.hidden_columns.extend(self.column..self.column.saturating_add(count).min(16384));
                }
                self.column = self.column.saturating_add(count);
            }
            "row" => {
                let count = repeated("number-rows-repeated");
                self.row = self.next_row;
                self.next_row = self.row.saturating_add(count);
                if hidden {
                    sheet.looks.hidden_rows.extend(self.row..self.next_row.min(1_048_576));
                }
                self.column = 0;
            }
            _ => {
                let (across, down) = (repeated("number-columns-spanned"), repeated("number-rows-spanned"));
                if across > 1 || down > 1 {
                    let (bottom, right) = (self.row.saturating_add(down - 1), self.column.saturating_add(across - 1));
                    sheet.merged.push(MergedRegion { top: self.row, left: self.column, bottom, right });
                }
                if attribute(tag, "value-type").as_deref() == Some("percentage") {
                    sheet.looks.percent.insert((self.row, self.column));
                }
                self.column = self.column.saturating_add(repeated("number-columns-repeated"));
            }
        }
    }
}
