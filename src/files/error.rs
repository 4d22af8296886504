//! Why a file was not read or not written, and where in it the reason stands.

use crate::lang::Localized;
use crate::scenario::{RecordProblem, StudyError};
use std::fmt;
use std::io;
use std::path::Path;

/// A file was not read, or not written.
#[derive(Debug, Clone, PartialEq)]
pub struct FileError {
    /// The file; `None` for a text that comes from no file.
    pub path: Option<Box<Path>>,
    /// Line and column, where they are known.
    pub place: Option<Place>,
    /// What is wrong.
    pub problem: FileProblem,
    /// The name of the sector or group that a wrong record is of, where the text states it.
    pub line: Option<Box<Localized>>,
}

/// A place in a text, counted from 1; columns are characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Line.
    pub line: usize,
    /// Column.
    pub column: usize,
}

/// What is wrong with a file.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum FileProblem {
    /// There is no such file.
    #[error("no such file")]
    NotFound,
    /// The system refuses to read it.
    #[error("cannot be read: {0}")]
    Unreadable(Refusal),
    /// The system refuses to write it; what stood there is unchanged.
    #[error("cannot be written: {0}")]
    Unwritable(Refusal),
    /// A pipe or a device does not take all of it; what went before the refusal is gone.
    #[error("does not take it: {0}")]
    StreamRefused(Refusal),
    /// What is printed goes into something that does not take all of it, such as a file on a full disk.
    #[error("output not taken: {0}")]
    OutputRefused(Refusal),
    /// The file is larger than any study.
    #[error("{bytes} bytes, limit {limit}")]
    TooLarge {
        /// Size, bytes.
        bytes: u64,
        /// Limit, bytes.
        limit: u64,
    },
    /// The bytes are not UTF-8.
    #[error("not UTF-8 from byte {byte}")]
    NotUtf8 {
        /// Position of the first byte that is not, from 0.
        byte: usize,
    },
    /// The bytes are no text at all: a picture, or the file of another program.
    #[error("not text")]
    NotText,
    /// The file is empty.
    #[error("empty")]
    Empty,
    /// The text is not RON.
    #[error("{detail}")]
    Syntax {
        /// The reader's own words, in English.
        detail: String,
    },
    /// The text stops in the middle.
    #[error("ends too early")]
    Truncated,
    /// Brackets inside brackets without end.
    #[error("nested too deeply")]
    TooDeep,
    /// A field that records of this kind do not have.
    #[error("no field {field}")]
    UnknownField {
        /// Field as written.
        field: String,
        /// Fields that exist.
        known: Vec<String>,
    },
    /// A field that must be there.
    #[error("field {field} is missing")]
    MissingField {
        /// Field.
        field: String,
    },
    /// A field given twice.
    #[error("field {field} stands twice")]
    DuplicateField {
        /// Field.
        field: String,
    },
    /// A value of another kind than the field takes.
    #[error("expected {expected}, found {found}")]
    WrongType {
        /// The kind wanted, in the reader's words.
        expected: String,
        /// What stands there.
        found: String,
    },
    /// A word that is not one of those allowed.
    #[error("no word {found}")]
    UnknownWord {
        /// Word as written.
        found: String,
        /// Words that exist.
        known: Vec<String>,
    },
    /// A number that is not finite, or beyond what any figure may be.
    #[error("{text} is not a usable number")]
    UnusableNumber {
        /// Number as written.
        text: String,
    },
    /// A record is wrong by itself.
    #[error("{0}")]
    Record(RecordProblem),
    /// Written by a newer program.
    #[error("format {found}, known up to {known}")]
    Newer {
        /// Version of the file.
        found: u32,
        /// Newest version that this program knows.
        known: u32,
    },
    /// A version that never existed.
    #[error("no format {found}")]
    UnknownVersion {
        /// Version of the file.
        found: u32,
    },
    /// The study contradicts itself.
    #[error("{0}")]
    Study(StudyError),
    /// A workbook, document or picture that cannot be taken apart.
    #[error("damaged: {detail}")]
    Damaged {
        /// The reader's own words, in English.
        detail: String,
    },
    /// A workbook, document or picture without a study in it.
    #[error("carries no study")]
    NoStudy,
}

/// Why the system refuses; the frequent reasons apart, so that they can be told in both languages.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// No permission.
    #[error("permission denied")]
    Denied,
    /// The folder does not exist.
    #[error("no such folder")]
    NoFolder,
    /// The path is a folder.
    #[error("is a folder")]
    IsFolder,
    /// No room is left.
    #[error("no space left")]
    Full,
    /// The place can only be read.
    #[error("read-only")]
    ReadOnly,
    /// Anything else, in the system's words.
    #[error("{0}")]
    Other(String),
}

impl From<&io::Error> for Refusal {
    fn from(error: &io::Error) -> Self {
        use io::ErrorKind as Kind;
        // `ErrorKind` grows with the standard library; what is not named here is told in the system's words.
        let kind = error.kind();
        [
            (Kind::PermissionDenied, Self::Denied),
            (Kind::NotFound, Self::NoFolder),
            (Kind::NotADirectory, Self::NoFolder),
            (Kind::IsADirectory, Self::IsFolder),
            (Kind::StorageFull, Self::Full),
            (Kind::QuotaExceeded, Self::Full),
            (Kind::ReadOnlyFilesystem, Self::ReadOnly),
        ]
        .into_iter()
        .find(|(named, _)| *named == kind)
        .map_or_else(|| Self::Other(error.to_string()), |(_, refusal)| refusal)
    }
}

impl FileError {
    /// A problem of a whole text.
    pub(super) const fn whole(problem: FileProblem) -> Self {
        Self { path: None, place: None, problem, line: None }
    }

    /// What is printed was not taken by what it goes into.
    pub fn output_refused(error: &io::Error) -> Self {
        Self::whole(FileProblem::OutputRefused(Refusal::from(error))).with_path(Path::new("stdout"))
    }

    /// A problem at a place of a text.
    pub(super) const fn at_place(place: Place, problem: FileProblem) -> Self {
        Self { path: None, place: Some(place), problem, line: None }
    }

    /// The same problem, of a named file.
    pub(super) fn with_path(self, path: &Path) -> Self {
        Self { path: Some(path.into()), ..self }
    }

    /// Whether the system refused, rather than the contents.
    pub const fn is_of_the_system(&self) -> bool {
        matches!(
            self.problem,
            FileProblem::NotFound
                | FileProblem::Unreadable(_)
                | FileProblem::Unwritable(_)
                | FileProblem::OutputRefused(_)
                | FileProblem::StreamRefused(_)
        )
    }
}

impl fmt::Display for FileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.problem)?;
        if let Some(place) = self.place {
            write!(f, " at {}:{}", place.line, place.column)?;
        }
        match &self.path {
            Some(path) => write!(f, " in {}", path.display()),
            None => Ok(()),
        }
    }
}

impl std::error::Error for FileError {}
