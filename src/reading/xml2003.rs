//! A workbook as one XML text, the form "XML Spreadsheet 2003".

use super::errors::UnreadableFile;
use super::grid::{GridCell, MergedRegion, SheetContent, SheetGrid};
use super::looks::attribute;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::collections::BTreeSet;

/// The sheets of such a text.
pub(super) fn sheets_of_xml2003(xml: &str) -> Result<Vec<SheetGrid>, UnreadableFile> {
    let mut walk = XmlWalk::default();
    let mut reader = Reader::from_str(xml);
    loop {
        match reader.read_event() {
            Ok(Event::Start(tag)) => walk.open(&tag, false),
            Ok(Event::Empty(tag)) => walk.open(&tag, true),
            Ok(Event::Text(text)) if walk.in_data => walk.text.push_str(&text.xml10_content()),
            Ok(Event::CData(text)) if walk.in_data => walk.text.push_str(&text.xml10_content()),
            Ok(Event::GeneralRef(name)) if walk.in_data => {
                let entity = format!("&{};", &*name);
                walk.text.push_str(&quick_xml::escape::unescape(&entity).unwrap_or_default());
            }
            Ok(Event::End(tag)) => walk.close(tag.local_name().as_ref()),
            Ok(Event::Eof) => break,
            Ok(_) => {}
            Err(error) => return Err(UnreadableFile::Damaged(error.to_string())),
        }
    }
    Ok(walk.grids)
}

/// Where the walk over the text stands.
#[derive(Default)]
struct XmlWalk {
    grids: Vec<SheetGrid>,
    percent_styles: BTreeSet<String>,
    style: String,
    row: u32,
    column: u32,
    next_row: u32,
    next_column: u32,
    cell_percent: bool,
    in_data: bool,
    kind: String,
    text: String,
}

fn index(tag: &BytesStart<'_>, name: &str) -> Option<u32> {
    attribute(tag, name)?.parse().ok()
}

impl XmlWalk {
    fn open(&mut self, tag: &BytesStart<'_>, empty: bool) {
        match tag.local_name().as_ref() {
            "Style" => self.style = attribute(tag, "ID").unwrap_or_default(),
            "NumberFormat"
                if attribute(tag, "Format").is_some_and(|format| format.contains('%') || format == "Percent") =>
            {
                self.percent_styles.insert(self.style.clone());
            }
            "Worksheet" => {
                self.grids.push(SheetGrid::named(&attribute(tag, "Name").unwrap_or_default()));
                (self.next_row, self.next_column) = (0, 0);
            }
            "Visible" => self.in_data = false,
            "Column" => {
                let first = index(tag, "Index").map_or(self.next_column, |at| at.saturating_sub(1));
                let last = first.saturating_add(index(tag, "Span").unwrap_or(0)).min(16384);
                if attribute(tag, "Hidden").as_deref() == Some("1") {
                    self.with_grid(|grid| grid.hidden_columns.extend(first..=last));
                }
                self.next_column = last + 1;
            }
            "Row" => {
                self.row = index(tag, "Index").map_or(self.next_row, |at| at.saturating_sub(1));
                self.next_row = self.row.saturating_add(1 + index(tag, "Span").unwrap_or(0));
                self.next_column = 0;
                let row = self.row;
                if attribute(tag, "Hidden").as_deref() == Some("1") {
                    self.with_grid(|grid| {
                        grid.hidden_rows.insert(row);
                    });
                }
            }
            "Cell" => self.open_cell(tag),
            "Data" => {
                self.kind = attribute(tag, "Type").unwrap_or_default();
                self.text.clear();
                self.in_data = !empty;
            }
            _ => {}
        }
    }

    fn open_cell(&mut self, tag: &BytesStart<'_>) {
        self.column = index(tag, "Index").map_or(self.next_column, |at| at.saturating_sub(1));
        let (across, down) = (index(tag, "MergeAcross").unwrap_or(0), index(tag, "MergeDown").unwrap_or(0));
        self.next_column = self.column.saturating_add(1 + across);
        self.cell_percent = attribute(tag, "StyleID").is_some_and(|style| self.percent_styles.contains(&style));
        if across > 0 || down > 0 {
            let (top, left) = (self.row, self.column);
            let region =
                MergedRegion { top, left, bottom: top.saturating_add(down), right: left.saturating_add(across) };
            self.with_grid(|grid| grid.merged.push(region));
        }
    }

    fn with_grid(&mut self, change: impl FnOnce(&mut SheetGrid)) {
        if let Some(grid) = self.grids.last_mut() {
            change(grid);
        }
    }

    fn close(&mut self, name: &str) {
        if name != "Data" || !self.in_data {
            return;
        }
        self.in_data = false;
        let cell = match self.kind.as_str() {
            "Number" => self.text.trim().parse().ok().map(|value| GridCell::new(SheetContent::Number(value))),
            "DateTime" => date_of(&self.text).map(GridCell::new),
            "Error" => Some(GridCell::new(SheetContent::Fault(self.text.trim().to_owned()))),
            _ => GridCell::of_text(&self.text),
        };
        let (row, column, percent) = (self.row, self.column, self.cell_percent);
        self.with_grid(|grid| grid.put(row, column, cell.map(|cell| GridCell { percent, ..cell })));
    }
}

fn date_of(text: &str) -> Option<SheetContent> {
    let mut parts = text.trim().split(['-', 'T']);
    let (year, month) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    Some(SheetContent::Date(year, month, parts.next()?.parse().ok()?))
}
