//! A command that was not carried out: words, place and status.

use super::args::Format;
use super::{Reply, exit_code};
use crate::files::{FileError, Place};
use crate::lang::Lang;
use crate::text::words::label;
use crate::text::{Explanation, explain_file_error, explain_interruption};
use serde_json::{Map, Value};
use std::path::PathBuf;

/// Why a command was not carried out.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Failure {
    pub(super) status: u8,
    explanation: Explanation,
    path: Option<PathBuf>,
    place: Option<Place>,
}

impl Failure {
    pub(super) const fn new(status: u8, explanation: Explanation) -> Self {
        Self { status, explanation, path: None, place: None }
    }

    pub(super) const fn usage(explanation: Explanation) -> Self {
        Self::new(exit_code::USAGE, explanation)
    }

    pub(super) fn file(error: &FileError, lang: Lang) -> Self {
        let status = if error.is_of_the_system() { exit_code::CANNOT_READ_OR_WRITE } else { exit_code::INVALID };
        Self {
            status,
            explanation: explain_file_error(error, lang),
            path: error.path.as_deref().map(std::path::Path::to_owned),
            place: error.place,
        }
    }

    /// That a command stopped before its end.
    pub(super) fn from_interruption(lang: Lang) -> Self {
        Self::new(exit_code::UNEXPECTED, explain_interruption(lang))
    }

    /// The failure for the error stream: the message, then the hint on its own line.
    pub(super) fn reply(&self, format: Format, lang: Lang) -> Reply {
        let note = match format {
            Format::Table | Format::Csv => {
                let Explanation { sentence, hint } = &self.explanation;
                let (error, advice) = (label(lang, "cli-error"), label(lang, "cli-hint"));
                format!("{error}: {sentence}\n{advice}: {hint}\n")
            }
            Format::Json => format!("{}\n", self.json()),
        };
        Reply { note, ..Reply::default() }
    }

    /// The failure on one line, where others may follow.
    pub(super) fn line(&self, format: Format, lang: Lang) -> String {
        match format {
            Format::Table | Format::Csv => {
                let Explanation { sentence, hint } = &self.explanation;
                format!("{}: {sentence} {hint}\n", label(lang, "cli-error"))
            }
            Format::Json => format!("{}\n", self.json()),
        }
    }

    fn json(&self) -> Value {
        let mut error = Map::new();
        error.insert("status".to_owned(), self.status.into());
        error.insert("message".to_owned(), self.explanation.sentence.as_str().into());
        error.insert("hint".to_owned(), self.explanation.hint.as_str().into());
        if let Some(path) = &self.path {
            error.insert("file".to_owned(), path.display().to_string().into());
        }
        if let Some(place) = self.place {
            error.insert("line".to_owned(), place.line.into());
            error.insert("column".to_owned(), place.column.into());
        }
        Value::Object([("error".to_owned(), Value::Object(error))].into_iter().collect())
    }
}
