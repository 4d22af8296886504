//! Answers to the questions of an import, in a file of their own.

use super::carried::is_export;
use super::error::{FileError, FileProblem, Place};
use super::storage::{has_ending, open_told, read, read_text};
use crate::reading::ImportAnswers;
use std::path::Path;

/// Endings of files as statistics offices publish them.
pub const OFFICE_FILES: [&str; 8] = ["xlsx", "xls", "ods", "csv", "tsv", "txt", "px", "xml"];

/// Whether a file is one that figures can be read of: by its ending, and a workbook only where it carries no study.
pub fn is_office_file(path: &Path) -> bool {
    has_ending(path, &OFFICE_FILES) && !(is_export(path) && open_told(path).is_ok())
}

/// The bytes of a file of any kind, within the limit of a study file.
///
/// # Errors
/// [`FileError`] if the file is absent, cannot be read or is too large.
pub fn read_bytes(path: &Path) -> Result<Vec<u8>, FileError> {
    read(path).map_err(|problem| FileError::whole(problem).with_path(path))
}

/// Answers from a RON file: a list of `(table: "…", question: "…", answer: "…")`.
///
/// # Errors
/// [`FileError`] if the file cannot be read, is not UTF-8, or is not such a list; with line and column for the last.
pub fn read_answers(path: &Path) -> Result<ImportAnswers, FileError> {
    let text = read_text(path)?;
    ron::from_str(&text).map_err(|error| {
        let place = Place { line: error.span.start.line, column: error.span.start.col };
        FileError::at_place(place, FileProblem::Syntax { detail: error.code.to_string() }).with_path(path)
    })
}
