//! Everything a person can ask for.

use super::case_form::CaseForm;
use super::ensemble_job::UncertaintyAnswer;
use super::export_form::ExportForm;
use super::export_sections::DocumentSection;
use super::history::Gesture;
use super::import::ImportCommand;
use super::merge_form::MergeChange;
use super::notice::NoticeKind;
use super::workspace::assumptions::AssumptionsChange;
use super::workspace::audit::AuditChange;
use super::workspace::compare::CompareChange;
use super::workspace::data::{DataChange, FigureKey};
use super::workspace::habits::HabitsChange;
use super::workspace::questions::QuestionsChange;
use super::workspace::sectors::SectorsChange;
use super::workspace::table::TableChange;
use super::workspace::targets::TargetsChange;
use super::workspace::uncertainty::UncertaintyChange;
use super::workspace::{Display, Focus, Renderer, View};
use crate::files::{FileError, LeftAutosave, Opened};
use crate::lang::Lang;
use crate::scenario::lever::LeverGroup;
use crate::scenario::study::{Baseline, Study};
use crate::scenario::{BaseChange, Edit, PriceBaseChoice, StudyFrame, VintageChoice};
use crate::theme::Mode;
use std::path::PathBuf;

/// What waits for a decision about unsaved changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Intent {
    /// Begin a new study.
    New,
    /// Merge the study with that of another territory.
    Merge,
    /// Choose a file and open it.
    OpenDialog,
    /// Open this file.
    Open(PathBuf),
    /// Open the shipped study with this id.
    OpenShipped(String),
    /// Close the window.
    Quit,
}

/// A part of the window of which a picture is wanted.
#[derive(Debug, Clone, PartialEq)]
pub struct PictureRequest {
    /// Left, top, right and bottom in points.
    pub area: [f32; 4],
    /// What it shows, from which the name of the file is made.
    pub title: String,
}

/// The answer to "save the changes?".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decision {
    /// Save, then go on.
    Save,
    /// Go on without saving.
    Discard,
    /// Stay.
    Cancel,
}

/// Why a file is not written without asking.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OverwriteReason {
    /// It is not the study's own file.
    Stranger,
    /// It is the study's own file, and another program has changed it since it was read or written here.
    Changed,
    /// It is the study's own file, and another window has it open.
    OpenElsewhere,
}

/// A step of an export.
#[derive(Debug, Clone)]
pub enum ExportChange {
    /// Open the dialog.
    Ask,
    /// Open the dialog for the answer note of the selected scenario alone.
    AskNote,
    /// Choose what to export.
    SetForm(ExportForm),
    /// Take a case in, or leave it out.
    Toggle(String),
    /// Take a section of a report or note in, or leave it out.
    ToggleSection(DocumentSection),
    /// Choose the language.
    SetLang(Lang),
    /// Type the folder.
    SetFolder(String),
    /// Choose the folder in the system's dialog.
    Browse,
    /// The folder that the system proposes.
    Propose(PathBuf),
    /// Make the files.
    Start,
    /// Stop making them.
    Cancel,
    /// The files are written, or were refused.
    Finished(NoticeKind),
    /// The work was cancelled.
    Stopped,
    /// Show a folder in the system's file manager.
    ShowFolder(PathBuf),
}

/// A request, by the family that carries it out.
#[derive(Debug, Clone)]
pub enum Command {
    /// A change of the document, its history, or the case that is worked on.
    Document(DocumentCommand),
    /// What concerns files: opening, saving, recovery, pictures and exports.
    File(FileCommand),
    /// What changes only what the window shows.
    Window(WindowCommand),
    /// What is decided about an import.
    Import(ImportCommand),
}

/// A change of the document, its history, or the case that is worked on.
#[derive(Debug, Clone)]
pub enum DocumentCommand {
    /// Change the document.
    Edit {
        /// The change.
        edit: Box<Edit>,
        /// The drag or typing to which it belongs.
        gesture: Option<Gesture>,
    },
    /// Take back the last step.
    Undo,
    /// Do the step again.
    Redo,
    /// Take back (negative) or do again (positive) several steps.
    Travel(isize),
    /// Return to the study before the open gesture.
    CancelGesture,
    /// The drag or typing has ended: the next edit is a new step.
    Seal,
    /// Look at a case.
    SelectCase(String),
    /// Ask for the name of a scenario with the settings of this one under the same parent.
    DuplicateCase(String),
    /// Ask for the name of an empty scenario whose parent is this case.
    NewFrom(String),
}

/// What concerns files: opening, saving, recovery, pictures and exports.
#[derive(Debug, Clone)]
pub enum FileCommand {
    /// Something that may lose unsaved changes.
    Intend(Intent),
    /// The answer to the question about unsaved changes.
    Decide(Decision),
    /// Save under the known name, or ask for one.
    Save,
    /// Ask for a name and save.
    SaveAs,
    /// Save under this name.
    SaveTo(PathBuf),
    /// Write this file although something else stands there.
    Overwrite(PathBuf),
    /// Something else stands where the study is to be saved.
    OverwriteNeeded {
        /// Where.
        path: PathBuf,
        /// Why it is asked.
        reason: OverwriteReason,
    },
    /// An autosave was left behind.
    AutosaveFound(Box<LeftAutosave>),
    /// The answer about the autosave that was left behind.
    Recover(bool),
    /// A file was read.
    Opened {
        /// Where it was.
        path: PathBuf,
        /// What was in it.
        result: Result<Box<Opened>, FileError>,
    },
    /// A file was written.
    Saved {
        /// Where it is.
        path: PathBuf,
        /// The study that was written.
        study: std::sync::Arc<Study>,
        /// Whether it worked.
        result: Result<(), FileError>,
    },
    /// A dialog was closed without a choice.
    DialogClosed,
    /// The system has no file dialog: the path is asked for in the window.
    DialogUnavailable {
        /// Whether a path to save to is wanted, or one to open.
        saving: bool,
        /// Proposed name.
        name: String,
    },
    /// A path was typed.
    PathTyped {
        /// Whether to save to it, or to open it.
        saving: bool,
        /// The path.
        path: PathBuf,
    },
    /// Take a picture of a part of the window and ask where to save it.
    SavePicture(PictureRequest),
    /// The picture was taken and encoded.
    PictureTaken {
        /// Proposed name of the file.
        name: String,
        /// The file.
        bytes: std::sync::Arc<[u8]>,
    },
    /// Save the picture that was taken under this name.
    SavePictureTo(PathBuf),
    /// A picture was written.
    PictureSaved {
        /// Where it is.
        path: PathBuf,
        /// Whether it worked.
        result: Result<(), FileError>,
    },
    /// A step of an export.
    Export(ExportChange),
    /// A step of a merger.
    Merge(MergeChange),
}

/// What changes only what the window shows.
#[derive(Debug, Clone)]
pub enum WindowCommand {
    /// Ask for another name, short name or question of a case.
    AskWords(String),
    /// The form of a case, as far as it is typed.
    DraftCase(Box<CaseForm>),
    /// Ask whether to delete a scenario.
    AskDelete(String),
    /// Edit name, years and sources of the study; the second time with what was typed.
    EditFrame(Option<Box<StudyFrame>>),
    /// Change on what baselines rest, and say what that moved.
    MoveBase(BaseChange),
    /// The vintage that is to be the record, as far as it is chosen; the first time the present one.
    DraftVintage(Option<Box<VintageChoice>>),
    /// The year of the constant prices, as far as it is chosen; the first time the last that is possible.
    DraftPriceBase(Option<Box<PriceBaseChoice>>),
    /// Say what moved since the study was opened or saved.
    TellMoved,
    /// Shows the answer note of the selected case.
    TellAnswer,
    /// Make a baseline from targets, as far as it is chosen.
    DraftBaseline(Box<Baseline>),
    /// Close the question that is open.
    CloseQuestion,
    /// Show a view.
    ShowView(View),
    /// Change the view Compare.
    Compare(CompareChange),
    /// Change the view Sectors.
    Sectors(SectorsChange),
    /// Change the view Targets.
    Targets(TargetsChange),
    /// Change the view Plan audit.
    Audit(AuditChange),
    /// Change what is asked.
    Questions(QuestionsChange),
    /// Change the view Data.
    Data(DataChange),
    /// Change the view Uncertainty.
    Uncertainty(UncertaintyChange),
    /// An ensemble was run in the background; `None` if it was cancelled.
    Simulated(Option<std::sync::Arc<UncertaintyAnswer>>),
    /// Show a figure in the view Data, with a way back to the view from which it was asked for.
    ShowFigure(FigureKey),
    /// Change the view Table.
    Table(TableChange),
    /// Change the editors of the assumptions.
    Assumptions(AssumptionsChange),
    /// Change the palette, the tour or the presentation.
    Habits(HabitsChange),
    /// Show levels, differences or an index.
    SetDisplay(Display),
    /// Shows a group of sectors by its parts, or whole again.
    ToggleParts(String),
    /// Speak a language.
    SetLang(Lang),
    /// Light or dark.
    SetMode(Mode),
    /// What draws the window from the next start on.
    SetRenderer(Renderer),
    /// There is no usable OpenGL: the processor draws the window.
    FellBack,
    /// Text size as a factor, 0.8 to 2.
    SetTextScale(f32),
    /// Show the scenarios under a case, or hide them.
    ToggleFold(String),
    /// So high is the list of scenarios, in points; `None` is as high as it needs.
    SetListHeight(Option<f32>),
    /// Open or close a group of assumptions.
    ToggleGroup(LeverGroup),
    /// Search assumptions.
    SetSearch(String),
    /// Show only what differs from the parent.
    SetOnlyChanged(bool),
    /// Open the details panel, or close it.
    ToggleDetails,
    /// The details panel is wanted, or not.
    ShowDetails(bool),
    /// The details panel is about this.
    Focus(Focus),
    /// Show the left column, or only its rail.
    ShowColumn(bool),
    /// Show the left column where it is hidden, and the other way round; the window knows which it is.
    ToggleColumn,
    /// Another program edits this file.
    OpenElsewhere(PathBuf),
    /// The dated copy, or the autosave, could not be written.
    NotKept(FileError),
    /// Put text on the clipboard.
    CopyText(String),
    /// A notice was read.
    DismissNotice(usize),
    /// All notices were read.
    DismissNotices,
}

impl Command {
    /// An edit that is a step by itself.
    pub fn edit(edit: Edit) -> Self {
        Self::Document(DocumentCommand::Edit { edit: Box::new(edit), gesture: None })
    }
}
