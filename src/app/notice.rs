//! Short messages that do not block.

use super::export_request::ExportError;
use crate::files::{EditedCell, FileError};
use crate::scenario::StudyError;
use std::path::PathBuf;

/// A message that stays until it is read.
#[derive(Debug, Clone)]
pub struct Notice {
    /// Number by which it is dismissed.
    pub id: usize,
    /// What happened.
    pub kind: NoticeKind,
}

/// What happened.
#[derive(Debug, Clone)]
pub enum NoticeKind {
    /// A study was saved.
    Saved(PathBuf),
    /// A file was refused.
    File(FileError),
    /// An autosave is on screen, and not saved yet.
    Recovered,
    /// Assumptions were edited in the workbook that was opened, and the study does not have them.
    Edited(Vec<EditedCell>),
    /// Another program has this file open.
    OpenElsewhere(PathBuf),
    /// The study is safe, but its dated copy or its autosave is not.
    NotKept(FileError),
    /// Files were exported into a folder.
    Exported {
        /// The folder.
        folder: PathBuf,
        /// How many files.
        count: usize,
    },
    /// An export could not be made.
    NotExported(ExportError),
    /// The system has no file manager, or it does not show a folder.
    NotShown(PathBuf),
    /// An edit was refused.
    Refused(StudyError),
}

impl NoticeKind {
    /// Whether the message may go by itself: it tells of a success, and nothing is left to do.
    pub const fn is_passing(&self) -> bool {
        matches!(self, Self::Saved(_))
    }
}
