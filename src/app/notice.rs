//! Short messages that do not block.

use crate::files::FileError;
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
    /// An edit was refused.
    Refused(StudyError),
}
