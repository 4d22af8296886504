//! Answers to the questions of an import, in a file of their own.

use super::error::{FileError, FileProblem, Place};
use super::storage::{read, read_text};
use crate::reading::ImportAnswers;
use std::path::Path;

/// The bytes of a file of any kind, within the limit of a study file.
pub fn read_bytes(path: &Path) -> Result<Vec<u8>, FileError> {
    read(path).map_err(|problem| FileError::whole(problem).with_path(path))
}

/// Answers from a RON file: a list of `(table: "…", question: "…", answer: "…")`.
pub fn read_answers(path: &Path) -> Result<ImportAnswers, FileError> {
    let text = read_text(path)?;
    ron::from_str(&text).map_err(|error| {
        let place = Place { line: error.span.start.line, column: error.span.start.col };
        FileError::at_place(place, FileProblem::Syntax { detail: error.code.to_string() }).with_path(path)
    })
}
