//! The compound file around a workbook of Excel 97–2003, and what its sheets hide.
//!
//! The workbook reader gives values and merged regions; hidden rows and columns and the formats of numbers are read
//! here.

use std::collections::BTreeSet;

/// End of a chain of sectors.
const LAST: u32 = 0xffff_fffa;

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at.checked_add(2)?)?.try_into().ok()?))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at.checked_add(4)?)?.try_into().ok()?))
}

/// A compound file with its table of sectors.
struct Compound<'b> {
    bytes: &'b [u8],
    sector: usize,
    next: Vec<u32>,
    directory: Vec<u8>,
}

impl<'b> Compound<'b> {
    fn open(bytes: &'b [u8]) -> Option<Self> {
        let sector = 1_usize.checked_shl(u32::from(u16_at(bytes, 30)?)).filter(|size| (512..=4096).contains(size))?;
        let mut tables: Vec<u32> = (0..109).filter_map(|slot| u32_at(bytes, 76 + slot * 4)).collect();
        let mut further = u32_at(bytes, 68)?;
        while further < LAST && tables.len() < bytes.len() / sector {
            let start = (further as usize + 1).checked_mul(sector)?;
            let slots = sector / 4 - 1;
            tables.extend((0..slots).filter_map(|slot| u32_at(bytes, start + slot * 4)));
            further = u32_at(bytes, start + slots * 4)?;
        }
        let mut next = Vec::new();
        for table in tables.into_iter().filter(|table| *table < LAST) {
            let start = (table as usize + 1).checked_mul(sector)?;
            next.extend((0..sector / 4).filter_map(|slot| u32_at(bytes, start + slot * 4)));
        }
        let mut file = Self { bytes, sector, next, directory: Vec::new() };
        file.directory = file.chain(u32_at(bytes, 48)?);
        Some(file)
    }

    /// The bytes of a chain of sectors; a chain that bites its tail ends where it would repeat.
    fn chain(&self, first: u32) -> Vec<u8> {
        let mut found = Vec::new();
        let (mut at, mut steps) = (first, 0);
        while at < LAST && steps <= self.next.len() {
            let start = (at as usize + 1) * self.sector;
            let end = (start + self.sector).min(self.bytes.len());
            found.extend_from_slice(self.bytes.get(start..end).unwrap_or_default());
            at = self.next.get(at as usize).copied().unwrap_or(u32::MAX);
            steps += 1;
        }
        found
    }

    /// Name, first sector and length of each entry.
    fn entries(&self) -> Vec<(String, u32, usize)> {
        self.directory.chunks_exact(128).filter_map(read_entry).collect()
    }
}

fn read_entry(entry: &[u8]) -> Option<(String, u32, usize)> {
    let length = usize::from(u16_at(entry, 64)?).min(64).checked_sub(2)?;
    let units: Vec<u16> = (0..length / 2).filter_map(|at| u16_at(entry, at * 2)).collect();
    let name = String::from_utf16_lossy(&units);
    Some((name, u32_at(entry, 116)?, u32_at(entry, 120)? as usize)).filter(|(name, ..)| !name.is_empty())
}

/// The names of the streams and folders inside a compound file.
pub(super) fn entry_names(bytes: &[u8]) -> Option<Vec<String>> {
    let names: Vec<String> = Compound::open(bytes)?.entries().into_iter().map(|(name, ..)| name).collect();
    (!names.is_empty()).then_some(names)
}

/// What a sheet of an old workbook says beside its values.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct SheetLooks {
    /// Hidden rows, from 0.
    pub hidden_rows: BTreeSet<u32>,
    /// Hidden columns, from 0.
    pub hidden_columns: BTreeSet<u32>,
    /// Cells whose number is shown as per cent.
    pub percent: BTreeSet<(u32, u32)>,
}

/// What the formats of the whole workbook say.
#[derive(Default)]
struct Formats {
    /// Numbers of formats with a per cent sign.
    percent: BTreeSet<u16>,
    /// The number format of each cell format.
    of_cell: Vec<u16>,
}

impl Formats {
    fn is_percent(&self, cell_format: u16) -> bool {
        let Some(format) = self.of_cell.get(usize::from(cell_format)) else { return false };
        *format == 9 || *format == 10 || self.percent.contains(format)
    }
}

/// A record: its kind and its bytes.
fn records(stream: &[u8], mut at: usize) -> impl Iterator<Item = (u16, &[u8])> {
    std::iter::from_fn(move || {
        let (kind, length) = (u16_at(stream, at)?, usize::from(u16_at(stream, at + 2)?));
        let data = stream.get(at + 4..at + 4 + length)?;
        at += 4 + length;
        Some((kind, data))
    })
}

/// The looks of each sheet, in the order of the workbook; `None` if the records cannot be followed.
pub(super) fn looks_of_sheets(bytes: &[u8]) -> Option<Vec<SheetLooks>> {
    let file = Compound::open(bytes)?;
    let (_, first, length) = file.entries().into_iter().find(|(name, ..)| name.eq_ignore_ascii_case("Workbook"))?;
    let mut stream = file.chain(first);
    stream.truncate(length);
    let mut formats = Formats::default();
    let mut starts = Vec::new();
    for (kind, data) in records(&stream, 0) {
        match kind {
            0x0085 => starts.push(u32_at(data, 0)? as usize),
            0x041e => {
                let code = u16_at(data, 0)?;
                // The text of a format holds a per cent sign as one byte in either width.
                if data.get(5..).unwrap_or_default().contains(&b'%') {
                    formats.percent.insert(code);
                }
            }
            0x00e0 => formats.of_cell.push(u16_at(data, 2)?),
            0x000a => break,
            _ => {}
        }
    }
    Some(starts.into_iter().map(|start| looks_of_sheet(&stream, start, &formats)).collect())
}

fn looks_of_sheet(stream: &[u8], start: usize, formats: &Formats) -> SheetLooks {
    let mut looks = SheetLooks::default();
    let mut depth = 0;
    for (kind, data) in records(stream, start) {
        match kind {
            0x0809 => depth += 1,
            0x000a if depth <= 1 => break,
            0x000a => depth -= 1,
            _ => read_looks(&mut looks, kind, data, formats),
        }
    }
    looks
}

fn read_looks(looks: &mut SheetLooks, kind: u16, data: &[u8], formats: &Formats) {
    let at = |position| u16_at(data, position).map_or(0, u32::from);
    match kind {
        // COLINFO: first and last column, width, format, flags.
        0x007d if at(8) & 1 == 1 => looks.hidden_columns.extend(at(0)..=at(2).min(16383)),
        // ROW: row, first and last cell, height, two reserved, flags.
        0x0208 if at(12) & 0x20 != 0 => {
            looks.hidden_rows.insert(at(0));
        }
        // NUMBER, RK and FORMULA: row, column, format.
        0x0203 | 0x027e | 0x0006 if formats.is_percent(u16_at(data, 4).unwrap_or(0)) => {
            looks.percent.insert((at(0), at(2)));
        }
        // MULRK: row, first column, then format and value of each.
        0x00bd => {
            for cell in 0..data.len().saturating_sub(6) / 6 {
                if formats.is_percent(u16_at(data, 4 + cell * 6).unwrap_or(0)) {
                    looks.percent.insert((at(0), at(2) + u32::try_from(cell).unwrap_or(0)));
                }
            }
        }
        _ => {}
    }
}
