//! The import that is being made in the window: files, step, choices; `importing` does the work.

use crate::engine::{TAXES_LINE, TOTAL_LINE};
use crate::files::FileError;
use crate::importing::{
    Detail, ImportFrame, ImportMeasure, ImportSession, LineRole, NewStudy, NewStudyProblem, OfferKey, OpenQuestion,
    TypedProblem, TypedTable, typed_units,
};
use crate::lang::Lang;
use crate::quantity::Quantity;
use crate::reading::{ReadFileError, SheetView, show_sheets};
use crate::scenario::figure::Figure;
use crate::scenario::study::Study;
use crate::text::block_rows;
use crate::text::words::label;
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

/// The sheets of a file for whoever looks at its cells.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ShownSheets {
    /// The file.
    pub file: String,
    /// Its sheets; empty for forms of file without sheets.
    pub sheets: Arc<Vec<SheetView>>,
    /// Why they cannot be shown.
    pub problem: Option<ReadFileError>,
}

impl ShownSheets {
    /// The sheets of these bytes, or why they cannot be shown.
    pub fn of(file: &str, bytes: &[u8]) -> Self {
        let file = file.to_owned();
        match show_sheets(bytes) {
            Ok(sheets) => Self { file, sheets: Arc::new(sheets), problem: None },
            Err(why) => Self { file: file.clone(), sheets: Arc::default(), problem: Some(ReadFileError { file, why }) },
        }
    }
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
    /// Sheets of the file that is looked at.
    pub sheets: ShownSheets,
    /// The grid that is typed into, where figures come by hand.
    pub typed: Option<TypedTable>,
    /// The grid whose unusual growth was asked about; the same grid again goes on.
    pub asked_growth: Option<TypedTable>,
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
            sheets: ShownSheets::default(),
            typed: None,
            asked_growth: None,
            draft: NewStudy::default(),
            vintage: String::new(),
            recipe: String::new(),
            read_on: String::new(),
            problem: None,
        }
    }

    /// Under which territory and vintage figures come into a study.
    pub fn frame_in(&self, study: &Study) -> ImportFrame {
        self.frame(&self.session.territory_in(study).id)
    }

    /// Every question about what comes in; of figures for a study also whether they go on with its series.
    pub fn questions(&self, study: &Study) -> Vec<OpenQuestion> {
        let series = match self.goal {
            ImportGoal::IntoStudy => self.session.series_questions(study, &self.frame_in(study)),
            ImportGoal::NewStudy => Vec::new(),
        };
        self.session.questions().into_iter().chain(series).collect()
    }

    /// Essential questions that nobody has answered.
    pub fn open_questions(&self, study: &Study) -> Vec<OpenQuestion> {
        match self.goal {
            ImportGoal::IntoStudy => self.session.open_against(study, &self.frame_in(study)),
            ImportGoal::NewStudy => self.session.open_questions(),
        }
    }

    /// Under which territory and vintage figures come in.
    pub fn frame(&self, territory: &str) -> ImportFrame {
        ImportFrame { territory: territory.to_owned(), vintage: self.vintage.clone() }
    }
}

/// The grid that waits for figures: the sectors of the study, or the three that every plan has.
pub fn blank_table(study: &Study, lang: Lang, goal: ImportGoal) -> TypedTable {
    let own = || study.sectors.iter().map(|sector| sector.name.in_lang(lang).to_owned());
    let common = ["import-sector-agriculture", "import-sector-industry", "import-sector-services"];
    let mut lines: Vec<String> = match goal {
        ImportGoal::IntoStudy => own().collect(),
        ImportGoal::NewStudy => common.map(|key| label(lang, key)).to_vec(),
    };
    lines.push(label(lang, "import-role-taxes"));
    let (first, last) = match goal {
        ImportGoal::IntoStudy => {
            let base = study.baselines.iter().map(|baseline| baseline.base_year).max().unwrap_or(study.price_base_year);
            (base + 1, base + 1)
        }
        ImportGoal::NewStudy => (study.horizon - 15, study.horizon - 6),
    };
    let mut table = TypedTable::new(Quantity::Output, lines, (first..=last).collect());
    table.price_base = (goal == ImportGoal::IntoStudy).then_some(study.price_base_year);
    table
}

/// The grid of a block that is pasted for a figure, from its line and year on; `None` for a quantity without a grid.
///
/// Of a figure of the whole territory a column is years as a row is; of a sector a column goes down the sectors.
pub fn pasted_table(study: &Study, lang: Lang, figure: &Figure, block: &str) -> Option<TypedTable> {
    let units = typed_units(figure.quantity);
    let unit = units.iter().find(|unit| **unit == figure.unit).or_else(|| units.first())?;
    let blank = blank_table(study, lang, ImportGoal::IntoStudy);
    let measure = ImportMeasure { quantity: figure.quantity, price_base: None };
    let whole = !measure.has_lines() || matches!(figure.line.as_str(), "" | TOTAL_LINE);
    let lines = if whole {
        vec![label(lang, "import-role-total")]
    } else {
        blank.rows.iter().map(|row| row.label.clone()).collect()
    };
    let years = figure.year.map_or(blank.years, |year| vec![year]);
    let mut table = TypedTable::new(figure.quantity, lines, years);
    table.unit = *unit;
    table.price_base = blank.price_base.filter(|_| figure.quantity == Quantity::Output);
    let rows = block_rows(block);
    let column = rows.iter().all(|row| row.len() == 1);
    let parted = if whole && column { "\t" } else { "\n" };
    let text = rows.iter().map(|row| row.join("\t")).collect::<Vec<_>>().join(parted);
    let sector = study.sectors.iter().position(|sector| sector.id == figure.line);
    let first = if figure.line == TAXES_LINE { study.sectors.len() } else { sector.unwrap_or(0) };
    table.paste(first, Some(0), &text);
    Some(table)
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
    /// Whether tables that do not fit are listed.
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
    /// Say what a label of a table stands for.
    Role(Box<OfferKey>, String, LineRole),
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
