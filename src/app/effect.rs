//! What the outside must do for `update`: dialogs, files, closing.

use super::ensemble_job::Job;
use super::export_request::ExportPlan;
use crate::scenario::study::Study;
use crate::task::Progress;
use std::path::PathBuf;
use std::sync::Arc;

/// A request to the outside.
#[derive(Debug, Clone)]
pub enum Effect {
    /// Let the user choose a study to open.
    AskOpenPath,
    /// Let the user choose a file of a statistics office.
    AskImportPath,
    /// Let the user choose the study of another territory.
    AskMergePath,
    /// Read the study of another territory and answer with `MergeChange::Opened`.
    ReadMerge(PathBuf),
    /// Read a file of a statistics office and answer with `ImportCommand::Read`.
    ReadImport(PathBuf),
    /// Let the user choose where to save; the name is a proposal.
    AskSavePath(String),
    /// Read a study and answer with `Command::Opened`.
    Open(PathBuf),
    /// Write a study and answer with `Command::Saved`.
    Write(PathBuf, Arc<Study>),
    /// Put text on the clipboard.
    CopyText(String),
    /// Take a picture of a part of the window and answer with `Command::PictureTaken`.
    TakeContent {
        /// Left, top, right and bottom in points.
        area: [f32; 4],
        /// Proposed name of the file.
        name: String,
    },
    /// Let the user choose where to save a picture; the name is a proposal.
    AskPicturePath(String),
    /// Write a picture and answer with `Command::PictureSaved`.
    WritePicture(PathBuf, Arc<[u8]>),
    /// Write a study over whatever stands there and answer with `Command::Saved`.
    Overwrite(PathBuf, Arc<Study>),
    /// Another study is on screen, with the file from which it came.
    Replaced(Option<PathBuf>),
    /// The autosave that was found is not wanted.
    DropAutosave,
    /// The autosave that was found is on screen.
    KeepAutosave,
    /// Fill the screen, or not.
    FullScreen(bool),
    /// Run an ensemble in the background and answer with `Command::Simulated`.
    Simulate(Box<Job>),
    /// Make the files of an export beside the window and answer with `ExportChange::Finished`.
    Export {
        /// The study as it stands.
        study: Arc<Study>,
        /// What is wanted.
        plan: ExportPlan,
        /// Where to.
        folder: PathBuf,
        /// How far it has come, and whether it is still wanted.
        progress: Progress,
    },
    /// Name the system's folder of documents.
    ProposeFolder,
    /// Let the user choose a folder.
    AskFolder,
    /// Show a folder in the system's file manager.
    ShowFolder(PathBuf),
    /// Close the window.
    CloseWindow,
    /// Language, theme or size changed.
    Restyle,
}
