//! The import that is being made in the window: files, step, choices; `importing` does the work.

use crate::files::FileError;
use crate::importing::{
    Detail, ImportFrame, ImportSession, LineRole, NewStudy, NewStudyProblem, OfferKey, OpenQuestion, TypedProblem,
    TypedTable,
};
use crate::quantity::Quantity;
use crate::reading::{ReadFileError, SheetView};
use std::path::PathBuf;
use std::sync::Arc;

/// What an import is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ImportGoal {
    /// A new study.
    NewStudy,
    /// Figures for the study that is open.
    IntoStudy,
}

/// A step of the import, in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum ImportStep {
    /// Which file.
    #[default]
    File,
    /// Which of its tables.
    Tables,
    /// Cells and the figures that come of them.
    Cells,
    /// Questions.
    Questions,
    /// Which label is which line.
    Lines,
    /// What comes in, and taking it.
    Take,
}

impl ImportStep {
    /// All steps, in their order.
    pub const ALL: [Self; 6] = [Self::File, Self::Tables, Self::Cells, Self::Questions, Self::Lines, Self::Take];

    /// Key of its name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::File => "import-step-file",
            Self::Tables => "import-step-tables",
            Self::Cells => "import-step-cells",
            Self::Questions => "import-step-questions",
            Self::Lines => "import-step-lines",
            Self::Take => "import-step-take",
        }
    }

    /// The step after it.
    #[must_use]
    pub fn next(self) -> Self {
        Self::ALL.into_iter().find(|step| *step > self).unwrap_or(self)
    }

    /// The step before it.
    #[must_use]
    pub fn previous(self) -> Self {
        Self::ALL.into_iter().rev().find(|step| *step < self).unwrap_or(self)
    }
}

/// Why the import cannot go on.
#[derive(Debug, Clone, PartialEq)]
pub enum ImportProblem {
    /// The file could not be opened.
    File(FileError),
    /// Nothing can be read of it.
    Unreadable(ReadFileError),
    /// The study cannot be made of what comes in.
    Study(NewStudyProblem),
    /// What is typed is no table of figures.
    Typed(TypedProblem),
    /// The study refuses what comes in.
    Refused(crate::scenario::StudyError),
}

/// The import that is being made.
#[derive(Debug, Clone)]
pub struct ImportState {
    /// What it is for.
    pub goal: ImportGoal,
    /// The files and everything decided about them.
    pub session: ImportSession,
    /// The step on screen.
    pub step: ImportStep,
    /// The table that is looked at.
    pub shown: Option<OfferKey>,
    /// The cell that is looked at, by address.
    pub cell: Option<String>,
    /// Whether tables that do not fit are listed too.
    pub lists_unfit: bool,
    /// Sheets of the file that is looked at, by its name.
    pub sheets: Arc<(String, Vec<SheetView>)>,
    /// The grid that is typed into, where figures come by hand.
    pub typed: Option<TypedTable>,
    /// The frame of a new study.
    pub draft: NewStudy,
    /// Vintage under which figures come in.
    pub vintage: String,
    /// Name of the recipe that is kept; empty for none.
    pub recipe: String,
    /// The day on which the file was read.
    pub read_on: String,
    /// What stands in the way.
    pub problem: Option<ImportProblem>,
}

impl ImportState {
    /// An import that has not begun.
    pub fn new(goal: ImportGoal, session: ImportSession) -> Self {
        Self {
            goal,
            session,
            step: ImportStep::File,
            shown: None,
            cell: None,
            lists_unfit: false,
            sheets: Arc::default(),
            typed: None,
            draft: NewStudy::default(),
            vintage: String::new(),
            recipe: String::new(),
            read_on: String::new(),
            problem: None,
        }
    }

    /// Under which territory and vintage figures come in.
    pub fn frame(&self, territory: &str) -> ImportFrame {
        ImportFrame { territory: territory.to_owned(), vintage: self.vintage.clone() }
    }
}

/// What a person decides about an import that has begun.
#[derive(Debug, Clone)]
pub enum ImportChoice {
    /// Show a step.
    Show(ImportStep),
    /// Look at a table.
    Look(OfferKey),
    /// Look at a cell.
    LookAtCell(Option<String>),
    /// List tables that do not fit, or not.
    ListUnfit(bool),
    /// Take a table in, or leave it out.
    Tick(OfferKey, bool),
    /// Say what a table measures.
    Measure(OfferKey, Quantity),
    /// Choose the territory.
    Territory(String),
    /// Answer a question.
    Answer(Box<OpenQuestion>, String),
    /// Accept all proposals and go on.
    AcceptAll,
    /// Sectors or their parts.
    Detail(Detail),
    /// Say what a label stands for.
    Role(String, LineRole),
    /// For the study that is open, or for a new one.
    Goal(ImportGoal),
    /// The grid as typed.
    Typed(Box<TypedTable>),
    /// The frame of the new study.
    Draft(Box<NewStudy>),
    /// The vintage.
    Vintage(String),
    /// Name of the recipe.
    Recipe(String),
}

/// What a person does about an import.
#[derive(Debug, Clone)]
pub enum ImportCommand {
    /// Begin one.
    Begin(ImportGoal),
    /// Choose a file.
    Choose,
    /// Type figures into a grid of these lines and years.
    TypeFigures(Box<TypedTable>),
    /// What was typed goes the way of a file.
    TakeTyped {
        /// The day.
        read_on: String,
    },
    /// A file was read.
    Read {
        /// Where it is.
        path: PathBuf,
        /// Its bytes.
        bytes: Result<Arc<[u8]>, FileError>,
        /// The day.
        read_on: String,
    },
    /// Text from the clipboard stands for a file.
    Paste {
        /// What was pasted.
        text: String,
        /// The day.
        read_on: String,
    },
    /// Decide something about it.
    Choice(ImportChoice),
    /// Take what comes in.
    Take,
    /// Leave everything as it was.
    Cancel,
}
