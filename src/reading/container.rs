//! The form of a file, found from its bytes; the ending of its name is ignored because it can be wrong.

use super::compound;
use super::errors::ForeignKind;

/// The form of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum FileForm {
    /// A workbook of Excel 2007 or later.
    Xlsx,
    /// A workbook of Excel 97–2003.
    Xls,
    /// An `OpenDocument` spreadsheet.
    Ods,
    /// A workbook as one XML text, of Excel 2003.
    Xml2003,
    /// A PC-Axis file.
    PcAxis,
    /// Text with separators.
    Text,
    /// Blanks only.
    Empty,
    /// A file under a password.
    Protected,
    /// A file that is cut off.
    Cut,
    /// Anything else.
    Foreign(ForeignKind),
}

/// Whether the bytes hold a run.
fn holds(bytes: &[u8], run: &[u8]) -> bool {
    bytes.windows(run.len()).any(|window| window == run)
}

/// Finds the form of a file.
pub(super) fn form_of(bytes: &[u8]) -> FileForm {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return FileForm::Empty;
    }
    let pictures: [&[u8]; 6] = [b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM\x00", b"II*\x00", b"MM\x00*"];
    if bytes.starts_with(b"PK\x03\x04") {
        return form_of_zip(bytes);
    }
    if bytes.starts_with(b"\xd0\xcf\x11\xe0") {
        return form_of_compound(bytes);
    }
    if bytes.starts_with(b"%PDF") {
        return FileForm::Foreign(ForeignKind::Pdf);
    }
    if pictures.iter().any(|start| bytes.starts_with(start)) {
        return FileForm::Foreign(ForeignKind::Picture);
    }
    if bytes.starts_with(&[0x09, 0x08]) || bytes.starts_with(&[0x09, 0x04]) || bytes.starts_with(&[0x09, 0x02]) {
        return FileForm::Foreign(ForeignKind::OldWorkbook);
    }
    form_of_text(bytes)
}

/// The names inside a zip stand in it as they are, in the local headers or in the directory at the end.
fn form_of_zip(bytes: &[u8]) -> FileForm {
    let Ok(mut archive) = zip::ZipArchive::new(std::io::Cursor::new(bytes)) else { return FileForm::Cut };
    let names: Vec<String> = archive.file_names().flatten().map(std::borrow::Cow::into_owned).collect();
    let has = |name: &str| names.iter().any(|found| found.eq_ignore_ascii_case(name));
    if has("xl/workbook.bin") {
        return FileForm::Foreign(ForeignKind::BinaryWorkbook);
    }
    if has("xl/workbook.xml") {
        return FileForm::Xlsx;
    }
    let mut kind = String::new();
    if let Ok(mut entry) = archive.by_name("mimetype") {
        let read = std::io::Read::read_to_string(&mut entry, &mut kind);
        kind = read.map_or_else(|_| String::new(), |_| kind);
    }
    if kind.starts_with("application/vnd.oasis.opendocument.spreadsheet") {
        return FileForm::Ods;
    }
    FileForm::Foreign(ForeignKind::OtherDocument)
}

fn form_of_compound(bytes: &[u8]) -> FileForm {
    let Some(entries) = compound::entry_names(bytes) else { return FileForm::Cut };
    let has = |name: &str| entries.iter().any(|entry| entry.eq_ignore_ascii_case(name));
    if has("EncryptedPackage") {
        FileForm::Protected
    } else if has("Workbook") {
        FileForm::Xls
    } else if has("Book") {
        FileForm::Foreign(ForeignKind::OldWorkbook)
    } else {
        FileForm::Foreign(ForeignKind::OtherDocument)
    }
}

fn form_of_text(bytes: &[u8]) -> FileForm {
    let start: Vec<u8> = bytes.iter().take(4096).filter(|byte| **byte != 0).map(u8::to_ascii_lowercase).collect();
    if holds(&start, b"urn:schemas-microsoft-com:office:spreadsheet") {
        return FileForm::Xml2003;
    }
    if holds(&start, b"<html") || holds(&start, b"<!doctype html") || holds(&start, b"<table") {
        return FileForm::Foreign(ForeignKind::WebPage);
    }
    let wide = bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]);
    if !wide && bytes.iter().take(65536).any(|byte| *byte == 0) {
        return FileForm::Foreign(ForeignKind::Unknown);
    }
    let keyword = |word: &[u8]| holds(bytes, word);
    if (keyword(b"DATA=") || keyword(b"DATA =")) && (keyword(b"VALUES(") || keyword(b"MATRIX=")) {
        return FileForm::PcAxis;
    }
    FileForm::Text
}
