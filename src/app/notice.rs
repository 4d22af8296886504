//! Short messages that do not block.

use super::export_request::ExportError;
use crate::files::{EditedCell, FileError};
use crate::scenario::StudyError;
use std::path::PathBuf;

/// Messages that are shown at once; older ones wait behind them.
pub const SHOWN_NOTICES: usize = 3;

/// A message that stays until it is read, or for a while if it needs no action.
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
    /// Seconds after which the message goes by itself; `None` where it stays until it is read.
    ///
    /// What tells of a success goes, later where a button stands beside it.
    pub const fn passes_after(&self) -> Option<f64> {
        match self {
            Self::Saved(_) => Some(6.0),
            Self::Recovered => Some(12.0),
            Self::Exported { .. } => Some(20.0),
            Self::File(_)
            | Self::Edited(_)
            | Self::OpenElsewhere(_)
            | Self::NotKept(_)
            | Self::NotExported(_)
            | Self::NotShown(_)
            | Self::Refused(_) => None,
        }
    }

    /// Whether the message goes by itself.
    pub const fn is_passing(&self) -> bool {
        self.passes_after().is_some()
    }

    /// Whether the message says again what an earlier one said, which then goes.
    pub fn replaces(&self, earlier: &Self) -> bool {
        match (self, earlier) {
            (Self::OpenElsewhere(one), Self::OpenElsewhere(other)) | (Self::NotShown(one), Self::NotShown(other)) => {
                one == other
            }
            (Self::Refused(one), Self::Refused(other)) => one == other,
            (Self::File(one), Self::File(other)) | (Self::NotKept(one), Self::NotKept(other)) => one == other,
            (one, other) => one.is_passing() && other.is_passing(),
        }
    }
}
