//! Study files: RON text with a version, read with the place of every error, written so that two versions compare well.

use super::error::{FileError, FileProblem, Place, Refusal};
use super::migrate::migrate;
use super::outline::{Outline, offset_of, place_of};
use crate::lang::Localized;
use crate::scenario::study::{FORMAT, Study};
use crate::scenario::{RecordProblem, StudyError, validate};
use ron::error::SpannedError;
use ron::extensions::Extensions;
use ron::ser::PrettyConfig;
use serde::Deserialize;

/// Size beyond which a file is not read, bytes.
pub const LARGEST_FILE: u64 = 16 * 1024 * 1024;

/// Brackets inside brackets; a study needs six.
const DEEPEST: usize = 64;

/// Reads a study from the bytes of a file; every statement of it holds.
///
/// # Errors
/// [`FileError`] with line and column, if known, if the bytes are not a study file, or a statement of the study does
/// not hold.
pub fn read_study(bytes: &[u8]) -> Result<Study, FileError> {
    let text = decode(bytes).map_err(FileError::whole)?;
    let outline = Outline::read(text);
    let text = match outline.format(text) {
        None => text.into(),
        Some((at, found)) => {
            migrate(text, found).map_err(|problem| FileError::at_place(place_of(text, at), problem))?
        }
    };
    // Places are those of the text that is parsed; a migrated file has its own.
    let outline = Outline::read(&text);
    if let Some((at, number)) = outline.unusable_number {
        let problem = FileProblem::UnusableNumber { text: number.to_owned() };
        return Err(FileError::at_place(place_of(&text, at), problem));
    }
    let study: Study = options().from_str(&text).map_err(|error| explain_syntax(&text, &outline, error))?;
    if study.format != FORMAT {
        return Err(FileError::whole(FileProblem::UnknownVersion { found: study.format }));
    }
    match validate(&study) {
        Ok(()) => Ok(study),
        Err(error) => {
            let place = find_statement(&text, &outline, &error);
            Err(FileError { place, ..FileError::whole(FileProblem::Study(error)) })
        }
    }
}

/// The text of a study file.
pub fn write_study(study: &Study) -> String {
    // A study is numbers, texts, lists and tables with text keys, all of which RON can write; `save` refuses an error.
    try_write(study).unwrap_or_default()
}

pub(super) fn try_write(study: &Study) -> Result<String, FileProblem> {
    let config = PrettyConfig::new()
        .new_line("\n")
        .indentor("  ")
        .struct_names(false)
        .escape_strings(false)
        .extensions(Extensions::IMPLICIT_SOME);
    // Without the reader's default extension, so that the text names the one it needs.
    match ron::ser::to_string_pretty(study, config) {
        Ok(text) => Ok(format!("{text}\n")),
        Err(error) => Err(FileProblem::Unwritable(Refusal::Other(error.to_string()))),
    }
}

fn options() -> ron::Options {
    ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME).with_recursion_limit(DEEPEST)
}

/// The text of a file; bytes with a zero among them are no text in any encoding of one byte a letter.
pub(super) fn decode_utf8(bytes: &[u8]) -> Result<&str, FileProblem> {
    str::from_utf8(bytes).map_err(|error| {
        if bytes.contains(&0) { FileProblem::NotText } else { FileProblem::NotUtf8 { byte: error.valid_up_to() } }
    })
}

fn decode(bytes: &[u8]) -> Result<&str, FileProblem> {
    let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    if size > LARGEST_FILE {
        return Err(FileProblem::TooLarge { bytes: size, limit: LARGEST_FILE });
    }
    let text = decode_utf8(bytes)?;
    // Editors on Windows may put a byte order mark first.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.trim().is_empty() { Err(FileProblem::Empty) } else { Ok(text) }
}

/// The reader's error in our terms, at the place where the mistake stands.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "the reader's list of errors is open; what it adds is a syntax error"
)]
fn explain_syntax(text: &str, outline: &Outline<'_>, error: SpannedError) -> FileError {
    let end = Place { line: error.span.end.line, column: error.span.end.col };
    let start = Place { line: error.span.start.line, column: error.span.start.col };
    let offset = offset_of(text, end);
    if matches!(error.code, ron::Error::Message(_)) {
        return explain_message(text, outline, &error, end);
    }
    if outline.is_open && is_last_line(text, offset) {
        return FileError::at_place(place_of(text, text.len()), FileProblem::Truncated);
    }
    let (place, problem) = match error.code {
        ron::Error::ExceededRecursionLimit => (end, FileProblem::TooDeep),
        ron::Error::NoSuchStructField { expected, found, .. } => {
            (start, FileProblem::UnknownField { field: found, known: owned(expected) })
        }
        ron::Error::MissingStructField { field, .. } => (end, FileProblem::MissingField { field: field.to_owned() }),
        ron::Error::DuplicateStructField { field, .. } => {
            (start, FileProblem::DuplicateField { field: field.to_owned() })
        }
        ron::Error::NoSuchEnumVariant { expected, found, .. } => {
            (start, FileProblem::UnknownWord { found, known: owned(expected) })
        }
        ron::Error::InvalidValueForType { expected, found } => (start, FileProblem::WrongType { expected, found }),
        code => (end, FileProblem::Syntax { detail: code.to_string() }),
    };
    FileError::at_place(place, problem)
}

/// A message carries the problem of a record; its place is the field that is wrong, not the end of the record.
fn explain_message(text: &str, outline: &Outline<'_>, error: &SpannedError, end: Place) -> FileError {
    let detail = error.code.to_string();
    let Some(mut problem) = RecordProblem::from_reader_text(&detail) else {
        return FileError::at_place(end, FileProblem::Syntax { detail });
    };
    let offset = offset_of(text, end);
    let around = problem.field().and_then(|field| outline.field_around(offset, field));
    // The reader looks beyond the comma before it speaks.
    let before = text.get(..offset).unwrap_or(text).trim_end_matches(|c: char| c == ',' || c.is_whitespace());
    let line = problem.line_mut().and_then(|id| name_of_line(text, id)).map(Box::new);
    let place = place_of(text, around.unwrap_or(before.len()));
    FileError { line, ..FileError::at_place(place, FileProblem::Record(problem)) }
}

/// What a text that is no study says of its lines.
#[derive(Deserialize)]
struct NamedLines {
    #[serde(default)]
    sectors: Vec<NamedLine>,
    #[serde(default)]
    groups: Vec<NamedLine>,
}

/// A sector or group by its id and name.
#[derive(Deserialize)]
struct NamedLine {
    id: String,
    name: Localized,
}

/// The name of a sector or group in a text of which only the records are wrong; `None` where it does not read.
fn name_of_line(text: &str, id: &str) -> Option<Localized> {
    let Ok(NamedLines { sectors, groups }) = options().from_str(text) else { return None };
    sectors.into_iter().chain(groups).find(|line| line.id == id).map(|line| line.name)
}

fn owned(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

/// Whether only blanks follow the line of an offset.
fn is_last_line(text: &str, offset: usize) -> bool {
    let after = text.get(offset..).unwrap_or_default();
    after.split_once('\n').is_none_or(|(_, below)| below.trim().is_empty())
}

/// Where the statement stands that does not hold.
fn find_statement(text: &str, outline: &Outline<'_>, error: &StudyError) -> Option<Place> {
    let offset = match error {
        StudyError::Record { place, .. }
        | StudyError::UnknownReference { place, .. }
        | StudyError::DuplicateId { place, .. }
        | StudyError::YearOutOfRange { place, .. }
        | StudyError::PriceLevelInBase { place, .. }
        | StudyError::PersistenceOutOfRange { place, .. }
        | StudyError::NotWhole { place, .. }
        | StudyError::CircularGroup { place, .. }
        | StudyError::EmptyGroup { place, .. }
        | StudyError::TargetBeforeBase { place, .. } => outline.find(text, place),
        StudyError::DuplicateFigure(twice) => outline.find(text, &twice.place),
        StudyError::SharesNotOne { place, .. } => outline.find(text, place).or_else(|| {
            // Shares of a lever: the place is the scenario and the lever.
            let (scenario, lever) = place.split_once('/')?;
            find_setting(text, outline, scenario, lever)
        }),
        StudyError::BeyondHardRange { scenario, lever, .. }
        | StudyError::RangeOrder { scenario, lever }
        | StudyError::WrongKind { scenario, lever } => find_setting(text, outline, scenario, lever),
        // Only an edit of a record is refused for these.
        StudyError::FieldOutOfRange { .. }
        | StudyError::NoName { .. }
        | StudyError::SameName { .. }
        | StudyError::NothingToRebase { .. }
        | StudyError::NoOutputOfYear { .. }
        | StudyError::GapsAfterRebase { .. }
        | StudyError::NotRebased { .. }
        | StudyError::UnknownVintage { .. }
        | StudyError::SamePriceBase { .. }
        | StudyError::NoCurrentPrices { .. }
        | StudyError::LinesMissTotal { .. }
        | StudyError::FiguresLeft { .. }
        | StudyError::NotRepriced { .. }
        | StudyError::NoReason => None,
        StudyError::CorrelationNotDefinite { position, .. } | StudyError::ParameterOutOfRange { position, .. } => {
            outline.find(text, &format!("parameters[{position}]"))
        }
        StudyError::Cycle { id } => outline.case(text, id, "parent"),
        StudyError::MonthsOutOfRange { .. } => outline.find(text, "links"),
        StudyError::Horizon { .. } => outline.find(text, "horizon"),
        StudyError::CurrencyNotComplete { .. } => outline.find(text, "currency"),
        StudyError::NoBaseline => outline.find(text, "baselines"),
    };
    offset.map(|offset| place_of(text, offset))
}

fn find_setting(text: &str, outline: &Outline<'_>, scenario: &str, lever: &str) -> Option<usize> {
    let settings = outline.case(text, scenario, "settings")?;
    let inside = text.get(settings..)?.find(&format!("\"{lever}\"")).unwrap_or(0);
    Some(settings + inside)
}
