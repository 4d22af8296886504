//! The sheet in which the study that is open is merged with that of another territory.

use crate::files::{FileError, Opened};
use crate::importing::{MergeFrame, MergeProblem, Merged, merge_studies};
use crate::scenario::study::Study;
use crate::text::sum_note;
use std::path::PathBuf;
use std::sync::Arc;

/// The other study, how the merged one is called, and what comes of it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct MergeForm {
    /// The file of the other study, as typed.
    pub path: String,
    /// The other study, once its file was read.
    pub other: Option<Arc<Study>>,
    /// Why the file was not read.
    pub unread: Option<FileError>,
    /// Name and territory, and the growth that is assumed where the sums are too short a record.
    pub frame: MergeFrame,
    /// What comes of it; `None` while a study or the name of the territory is missing.
    pub found: Option<Result<Merged, MergeProblem>>,
}

/// A step of a merger.
#[derive(Debug, Clone)]
pub enum MergeChange {
    /// The file of the other study as typed.
    SetPath(String),
    /// Choose the file in the system's dialog.
    Browse,
    /// Read the file.
    Read,
    /// The file was read.
    Opened {
        /// Where it is.
        path: PathBuf,
        /// What was in it.
        result: Result<Box<Opened>, FileError>,
    },
    /// How the merged study is called.
    SetFrame(MergeFrame),
    /// Take the merged study in place of the one that is open.
    Take,
}

impl MergeForm {
    /// Works out again what comes of the two studies.
    pub fn merge_with(&mut self, study: &Study) {
        let is_named = !self.frame.territory.trim().is_empty();
        let other = self.other.as_ref().filter(|_| is_named);
        self.found = other.map(|other| merge_studies(&[study, other], &self.frame, &sum_note));
    }
}
