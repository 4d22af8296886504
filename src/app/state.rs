//! Everything the program knows: the document, the workspace, derived results.

use super::answers::Answers;
use super::case_form::CaseForm;
use super::command::{Intent, OverwriteReason};
use super::derived::Derived;
use super::ensemble_job::Uncertainty;
use super::export_request::{ExportError, ExportPlan};
use super::export_sections::ChosenSections;
use super::history::History;
use super::import::ImportState;
use super::merge_form::MergeForm;
use super::notice::{Notice, NoticeKind};
use super::workspace::{Preferences, Workspace};
use crate::analysis::{AnalysisError, StudyMoves};
use crate::export::report::Report;
use crate::files::LeftAutosave;
use crate::lang::Lang;
use crate::quantity::Year;
use crate::scenario::lever::LeverGroup;
use crate::scenario::study::{Baseline, Study};
use crate::scenario::{AbsentFigure, BaseChange, ListedFigure, PriceBaseChoice, Repricing, StudyFrame, VintageChoice};
use crate::task::Progress;
use std::path::PathBuf;
use std::sync::Arc;

/// Where the study came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// Shipped with the program: saving asks for a name.
    Shipped,
    /// Made in the window and never saved: saving asks for a name, and closing asks whether to save.
    Unsaved,
    /// A file of the user.
    File(PathBuf),
}

/// A question that waits for an answer.
#[derive(Debug, Clone, PartialEq)]
pub enum PendingQuestion {
    /// Unsaved changes stand in the way.
    Unsaved(Intent),
    /// Name, short name and question of a new or known case.
    Describe(Box<CaseForm>),
    /// A path, because the system has no file dialog.
    Path {
        /// Whether to save to it, or to open it.
        saving: bool,
        /// Proposed name.
        name: String,
    },
    /// Whether to open an autosave that was left behind.
    Recover(Box<LeftAutosave>),
    /// Whether to write over a file that holds something else.
    Overwrite {
        /// The file.
        path: PathBuf,
        /// Why it is asked.
        reason: OverwriteReason,
    },
    /// What to export, and where to.
    Export(ExportPlan),
    /// The answer note of a case; the reason where there is none.
    Answer {
        /// The case.
        case: String,
        /// The note.
        note: Box<Result<Report, ExportError>>,
    },
    /// Name, years and sources of the study, as they are being edited.
    Frame(Box<StudyFrame>),
    /// A baseline from targets, as it is being made.
    NewBaseline(Box<Baseline>),
    /// What moved a case since another state of the study; the reason where nobody can say.
    Moved {
        /// The case.
        case: String,
        /// The answer.
        found: Box<Result<StudyMoves, AnalysisError>>,
    },
    /// Whether baselines are to rest on a year although it lacks figures.
    BaseGaps {
        /// The year.
        year: Year,
        /// What it lacks.
        absent: Vec<AbsentFigure>,
        /// The change, with gaps allowed.
        allowed: BaseChange,
    },
    /// The vintage that is to be the record.
    Vintage(Box<VintageChoice>),
    /// The study is being merged with that of another territory.
    Merge(Box<MergeForm>),
    /// The year of the constant prices.
    PriceBase(Box<PriceBaseChoice>),
    /// Whether figures without a link to other prices may stay as they are stated.
    FiguresLeft {
        /// The year whose prices are asked for.
        base: Year,
        /// The figures.
        left: Vec<ListedFigure>,
        /// The change, with that allowed.
        allowed: BaseChange,
    },
    /// What other constant prices did, and average growth of GRDP before and after; the reason where nobody can say.
    Repriced(Box<(Repricing, Result<[f64; 2], AnalysisError>)>),
    /// Whether to delete a scenario.
    Delete {
        /// The scenario.
        scenario: String,
    },
}

/// The state that `update` changes and views read.
#[derive(Debug, Clone)]
pub struct AppState {
    /// The document.
    pub study: Arc<Study>,
    /// The document as it was opened or last saved.
    pub saved: Arc<Study>,
    /// Where it came from.
    pub origin: Origin,
    /// Undo and redo.
    pub history: History,
    /// Selection, panels, language.
    pub workspace: Workspace,
    /// Projections of the current study.
    pub derived: Derived,
    /// Answers that views asked for last.
    pub answers: Answers,
    /// Bands and probabilities of the selected case, while their view is open.
    pub uncertainty: Uncertainty,
    /// Messages.
    pub notices: Vec<Notice>,
    /// The question that is open.
    pub question: Option<PendingQuestion>,
    /// The import that is being made.
    pub import: Option<Box<ImportState>>,
    /// The export that is being made.
    pub exporting: Option<Progress>,
    /// Where the last export of this study went.
    pub(super) export_folder: Option<PathBuf>,
    /// The sections of the last report or note.
    pub(super) export_sections: ChosenSections,
    /// What goes on once a save has succeeded.
    pub(super) after_save: Option<Intent>,
    /// The study whose changes the user agreed to lose.
    pub(super) given_up: Option<Arc<Study>>,
    /// A picture that waits for its path.
    pub(super) picture: Option<Arc<[u8]>>,
    next_notice: usize,
}

impl AppState {
    /// The language on screen, with the words of the study.
    pub fn lang(&self) -> Lang {
        self.workspace.preferences.lang.with_terms(self.study.terms())
    }

    /// The state of a study that was just opened.
    pub fn new(study: Study, origin: Origin, preferences: Preferences) -> Self {
        let study = Arc::new(study);
        let selected = first_selected(&study);
        let mut state = Self {
            saved: Arc::clone(&study),
            origin,
            history: History::default(),
            workspace: Workspace::new(preferences, selected),
            derived: Derived::default(),
            answers: Answers::default(),
            uncertainty: Uncertainty::default(),
            notices: Vec::new(),
            question: None,
            import: None,
            exporting: None,
            export_folder: None,
            export_sections: ChosenSections::default(),
            after_save: None,
            given_up: None,
            picture: None,
            next_notice: 0,
            study,
        };
        if state.study.projects.is_empty() {
            // Without projects, little of investment moves output.
            state.workspace.open_groups = vec![LeverGroup::Growth];
        }
        state.derived.refresh(&state.study);
        state.derived.look_over();
        state
    }

    /// Whether the document differs from what was opened or saved last.
    pub fn is_dirty(&self) -> bool {
        self.origin == Origin::Unsaved || (!Arc::ptr_eq(&self.study, &self.saved) && self.study != self.saved)
    }

    /// Replaces the document; selection follows, language and theme stay.
    pub(super) fn replace(&mut self, study: Study, origin: Origin) {
        let notices = std::mem::take(&mut self.notices);
        let next_notice = self.next_notice;
        let habits = std::mem::take(&mut self.workspace.habits);
        let exporting = self.exporting.take();
        let export_sections = std::mem::take(&mut self.export_sections);
        let tells_fallback = self.workspace.tells_fallback;
        *self = Self::new(study, origin, self.workspace.preferences.clone());
        self.notices = notices;
        self.next_notice = next_notice;
        self.workspace.habits = habits;
        self.workspace.tells_fallback = tells_fallback;
        self.exporting = exporting;
        self.export_sections = export_sections;
    }

    pub(super) fn notify(&mut self, kind: NoticeKind) {
        self.notices.retain(|earlier| !kind.replaces(&earlier.kind));
        self.notices.push(Notice { id: self.next_notice, kind });
        self.next_notice += 1;
    }
}

/// The first visible scenario, or the pinned case where none is visible.
fn first_selected(study: &Study) -> String {
    study
        .scenarios
        .iter()
        .find(|scenario| scenario.visible)
        .map_or_else(|| study.pinned.clone(), |scenario| scenario.id.clone())
}
