//! Studies carried by exports: found inside a workbook, a Word document, a web page, a PDF or a picture.
//!
//! What an export says about itself is not trusted: sizes are limited before anything is unpacked, and the study inside
//! is read and validated as any other file.

use super::edited::{EditedCell, edited_cells};
use super::error::{FileError, FileProblem};
use super::storage::has_ending;
use super::study_file::{LARGEST_FILE, decode_utf8, read_study};
use crate::scenario::study::Study;
use calamine::{Data, Reader as _, Xlsx};
use flate2::read::ZlibDecoder;
use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};
use std::path::Path;
use zip::ZipArchive;

/// What an export calls the part that holds its study.
pub const CARRIED_MARK: &str = "kichban-study";

/// The text of a study, and what was edited beside it.
type Carried = (String, Vec<EditedCell>);

/// Where Word keeps the study.
const PART: &str = "customXml/item1.xml";
/// What the object of a file that is attached to a PDF says that it is.
const ATTACHED: &[u8] = b"/EmbeddedFile";
/// Parts of an archive beyond which it is not opened: a workbook or report has some dozens.
const MOST_PARTS: usize = 2_000;
/// Bytes of all parts together beyond which an archive is not opened.
const LARGEST_UNPACKED: u64 = 128 * 1024 * 1024;

/// Endings of files that may carry a study.
pub const EXPORTS: [&str; 5] = ["xlsx", "docx", "html", "pdf", "svg"];

/// Whether a path names an export rather than a study file.
pub fn is_export(path: &Path) -> bool {
    has_ending(path, &EXPORTS)
}

/// What a file begins with.
enum Kind {
    Archive,
    Page,
    Picture,
    Pdf,
    Study,
}

/// A study as opened, and what was edited in the workbook that carried it.
#[derive(Debug, Clone, PartialEq)]
pub struct Opened {
    /// The study.
    pub study: Study,
    /// Assumptions that are not as they were exported; the study does not have them.
    pub edited: Vec<EditedCell>,
}

impl Opened {
    /// A study beside which nothing was edited.
    pub const fn unedited(study: Study) -> Self {
        Self { study, edited: Vec::new() }
    }
}

/// Reads a study from a study file, or from a workbook, a Word document, a web page, a PDF or an SVG picture that carries one.
///
/// # Errors
/// [`FileError`] if the bytes hold no study, or the study in them is refused.
pub fn read_any(bytes: &[u8]) -> Result<Study, FileError> {
    read_opened(bytes).map(|opened| opened.study)
}

/// The same, with what was edited in a workbook.
///
/// # Errors
/// As [`read_any`].
pub fn read_opened(bytes: &[u8]) -> Result<Opened, FileError> {
    let unedited = |text: String| (text, Vec::new());
    let (text, edited) = match kind(bytes) {
        Kind::Study => return read_study(bytes).map(Opened::unedited),
        Kind::Archive => from_archive(bytes),
        Kind::Page => from_text(bytes, "script").map(unedited),
        Kind::Picture => from_text(bytes, "metadata").map(unedited),
        Kind::Pdf => from_pdf(bytes).map(unedited),
    }
    .map_err(FileError::whole)?;
    Ok(Opened { study: read_study(text.as_bytes())?, edited })
}

fn kind(bytes: &[u8]) -> Kind {
    let text = bytes.trim_ascii_start();
    if bytes.starts_with(b"PK\x03\x04") {
        Kind::Archive
    } else if bytes.starts_with(b"%PDF-") {
        Kind::Pdf
    } else if text.get(..14).is_some_and(|start| start.eq_ignore_ascii_case(b"<!doctype html")) {
        Kind::Page
    } else if text.starts_with(b"<svg") || text.starts_with(b"<?xml") {
        Kind::Picture
    } else {
        Kind::Study
    }
}

fn from_archive(bytes: &[u8]) -> Result<Carried, FileProblem> {
    let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    if size > LARGEST_FILE {
        return Err(FileProblem::TooLarge { bytes: size, limit: LARGEST_FILE });
    }
    let damaged = |detail: String| FileProblem::Damaged { detail };
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| damaged(error.to_string()))?;
    if archive.len() > MOST_PARTS {
        return Err(damaged(format!("{} parts", archive.len())));
    }
    // The sizes that the archive states are checked first; what is unpacked is counted again below.
    let mut unpacked = 0_u64;
    for index in 0..archive.len() {
        let part = archive.by_index_raw(index).map_err(|error| damaged(error.to_string()))?;
        unpacked = unpacked.saturating_add(part.size());
    }
    if unpacked > LARGEST_UNPACKED {
        return Err(FileProblem::TooLarge { bytes: unpacked, limit: LARGEST_UNPACKED });
    }
    if archive.index_for_name("xl/workbook.xml").is_some() {
        refuse_bombs(&mut archive)?;
        return from_workbook(bytes);
    }
    let Some(index) = archive.index_for_name(PART) else { return Err(FileProblem::NoStudy) };
    let part = archive.by_index(index).map_err(|error| damaged(error.to_string()))?;
    let mut text = String::new();
    part.take(4 * LARGEST_FILE).read_to_string(&mut text).map_err(|error| damaged(error.to_string()))?;
    Ok((between(&text, "<study", "</study>")?, Vec::new()))
}

/// Unpacks every part and throws it away: an archive that holds more than it states is refused before a reader trusts it.
fn refuse_bombs(archive: &mut ZipArchive<Cursor<&[u8]>>) -> Result<(), FileProblem> {
    let mut left = LARGEST_UNPACKED;
    for index in 0..archive.len() {
        let part = archive.by_index(index).map_err(|error| FileProblem::Damaged { detail: error.to_string() })?;
        let read = std::io::copy(&mut part.take(left + 1), &mut std::io::sink());
        let read = read.map_err(|error| FileProblem::Damaged { detail: error.to_string() })?;
        left = left
            .checked_sub(read)
            .ok_or(FileProblem::TooLarge { bytes: LARGEST_UNPACKED + 1, limit: LARGEST_UNPACKED })?;
    }
    Ok(())
}

/// The pieces of the study on its own sheet, below the line that names it, and what was edited beside it.
fn from_workbook(bytes: &[u8]) -> Result<Carried, FileProblem> {
    let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes))
        .map_err(|error: calamine::XlsxError| FileProblem::Damaged { detail: error.to_string() })?;
    if !book.sheet_names().iter().any(|name| name == CARRIED_MARK) {
        return Err(FileProblem::NoStudy);
    }
    let cells = cells_of(&mut book, CARRIED_MARK)?;
    let own = cells.iter().filter(|(at, _)| at.0 > 0 && at.1 == 0);
    let pieces = own.filter_map(|(_, data)| if let Data::String(piece) = data { Some(piece.as_str()) } else { None });
    Ok((pieces.collect(), edited_cells(&mut book)?))
}

/// Cells of a sheet, one by one: a sheet that says it is as large as a sheet can be takes no memory for what is empty.
pub(super) fn cells_of(book: &mut Xlsx<Cursor<&[u8]>>, sheet: &str) -> Result<BTreeMap<(u32, u32), Data>, FileProblem> {
    let damaged = |error: calamine::XlsxError| FileProblem::Damaged { detail: error.to_string() };
    let mut reader = book.worksheet_cells_reader(sheet).map_err(damaged)?;
    let mut cells = BTreeMap::new();
    while let Some(cell) = reader.next_cell().map_err(damaged)? {
        cells.insert(cell.get_position(), Data::from(cell.get_value().clone()));
    }
    Ok(cells)
}

/// The study inside an element of a page or picture.
fn from_text(bytes: &[u8], element: &str) -> Result<String, FileProblem> {
    let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    if size > LARGEST_FILE {
        return Err(FileProblem::TooLarge { bytes: size, limit: LARGEST_FILE });
    }
    let text = decode_utf8(bytes)?;
    between(text, &format!("<{element}"), &format!("</{element}>"))
}

/// The file attached to a document: the stream of the first object that says it holds one.
fn from_pdf(bytes: &[u8]) -> Result<String, FileProblem> {
    let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    if size > LARGEST_FILE {
        return Err(FileProblem::TooLarge { bytes: size, limit: LARGEST_FILE });
    }
    let behind = |word: &[u8], from: usize| {
        let rest = bytes.get(from..)?;
        rest.windows(word.len()).position(|part| part == word).map(|at| from + at + word.len())
    };
    // The catalogue of the document names all its `EmbeddedFiles`; the object of one is an `EmbeddedFile`.
    let mut object = behind(ATTACHED, 0);
    while let Some(at) = object.filter(|at| bytes.get(*at).is_some_and(u8::is_ascii_alphanumeric)) {
        object = behind(ATTACHED, at);
    }
    let start = object.and_then(|at| bytes.get(behind(b"stream", at)?..)).ok_or(FileProblem::NoStudy)?;
    let start = start.strip_prefix(b"\r").unwrap_or(start);
    let start = start.strip_prefix(b"\n").unwrap_or(start);
    let mut text = Vec::new();
    let unpacked = ZlibDecoder::new(start).take(LARGEST_FILE + 1).read_to_end(&mut text);
    unpacked.map_err(|error| FileProblem::Damaged { detail: error.to_string() })?;
    if u64::try_from(text.len()).unwrap_or(u64::MAX) > LARGEST_FILE {
        return Err(FileProblem::TooLarge { bytes: LARGEST_FILE + 1, limit: LARGEST_FILE });
    }
    decode_utf8(&text).map(str::to_owned)
}

/// The text of the element that bears our mark.
fn between(text: &str, open: &str, close: &str) -> Result<String, FileProblem> {
    let mark = format!("id=\"{CARRIED_MARK}\"");
    let element = text.split(open).skip(1).find(|rest| rest.split('>').next().is_some_and(|head| head.contains(&mark)));
    let inside = element.and_then(|rest| rest.split_once('>')).and_then(|(_, rest)| rest.split_once(close));
    match inside {
        Some((escaped, _)) => Ok(unescape(escaped)),
        None => Err(FileProblem::NoStudy),
    }
}

/// Text of an element: the four entities that exports write.
fn unescape(text: &str) -> String {
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write as _;

    fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
        let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in parts {
            writer.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
            writer.write_all(bytes).unwrap();
        }
        writer.finish().unwrap().into_inner()
    }

    fn problem(bytes: &[u8]) -> FileProblem {
        read_any(bytes).unwrap_err().problem
    }

    #[test]
    fn files_that_carry_no_study_say_so() {
        assert_eq!(problem(&archive(&[("word/document.xml", b"<w/>")])), FileProblem::NoStudy);
        assert_eq!(problem(&archive(&[(PART, b"<other>1</other>")])), FileProblem::NoStudy);
        assert_eq!(
            problem(b"<svg xmlns=\"http://www.w3.org/2000/svg\"><metadata>x</metadata></svg>"),
            FileProblem::NoStudy
        );
    }

    #[test]
    fn a_document_without_a_study_or_with_a_damaged_one_says_so() {
        let attached = |stream: &[u8]| {
            [b"%PDF-1.7\n1 0 obj\n<</EmbeddedFiles 2 0 R/Type/EmbeddedFile>>\nstream\n", stream].concat()
        };
        let packed = |text: &[u8]| {
            let mut writer = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::default());
            writer.write_all(text).unwrap();
            writer.finish().unwrap()
        };
        assert_eq!(problem(b"%PDF-1.7\n<</Names<</EmbeddedFiles 2 0 R>>>>"), FileProblem::NoStudy);
        assert_eq!(problem(b"%PDF-1.7\n<</Type/EmbeddedFile>>"), FileProblem::NoStudy);
        let text = from_pdf(&attached(&[packed("(đ)".as_bytes()), b"\nendstream".to_vec()].concat()));
        assert_eq!(text, Ok("(đ)".to_owned()));
        assert!(matches!(problem(&attached(&packed(b"text")[..6])), FileProblem::Damaged { .. }));
        let large = packed(&vec![b' '; usize::try_from(LARGEST_FILE).unwrap() + 10]);
        assert!(matches!(problem(&attached(&large)), FileProblem::TooLarge { .. }));
    }

    #[test]
    fn damaged_archives_are_refused() {
        let whole = archive(&[("xl/workbook.xml", b"<workbook/>"), ("a", &[7; 4000])]);
        assert!(matches!(problem(&whole), FileProblem::Damaged { .. } | FileProblem::NoStudy));
        for length in [4, 30, whole.len() / 2, whole.len() - 1] {
            let part = &whole[..length];
            assert!(matches!(problem(part), FileProblem::Damaged { .. }), "{length}");
        }
    }

    #[test]
    fn an_archive_that_grows_beyond_measure_is_not_unpacked() {
        let zeros = vec![0_u8; 8 * 1024 * 1024];
        let parts: Vec<(String, &[u8])> = (0..20).map(|n| (format!("xl/{n}.xml"), zeros.as_slice())).collect();
        let mut named: Vec<(&str, &[u8])> = parts.iter().map(|(name, bytes)| (name.as_str(), *bytes)).collect();
        named.push(("xl/workbook.xml", b"<workbook/>"));
        let bomb = archive(&named);
        assert!(bomb.len() < 400_000, "{}", bomb.len());
        assert!(matches!(problem(&bomb), FileProblem::TooLarge { .. }));
    }

    #[test]
    fn the_text_inside_a_picture_is_read_back() {
        let inside = between(
            "<svg><metadata id=\"kichban-study\">a &lt;b&gt; &amp;lt; \"c\"</metadata></svg>",
            "<metadata",
            "</metadata>",
        );
        assert_eq!(inside, Ok("a <b> &lt; \"c\"".to_owned()));
    }
}
