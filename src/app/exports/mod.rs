//! Exports put together: which files there are for a wish, from the pictures that the window shows.
//!
//! One implementation serves the window and the command line; nothing is written here, bytes are returned.

mod figures;
mod prose;
mod questions;
mod report;
mod tables;
mod today;

pub use today::today;

use super::state::{AppState, Origin};
use super::uncertainty::answer_now;
use super::workspace::Preferences;
use crate::engine::Closure;
use crate::export::chart::{Around, ChartFile, ChartLook, ChartWords, PictureError, Png, to_pdf, to_png, to_svg};
use crate::export::report::{DocxError, Report, ReportBlock, to_docx, to_html};
use crate::export::{ExportCase, Stamp, WorkbookError, carried, to_workbook};
use crate::lang::Lang;
use crate::scenario::ResolveError;
use crate::scenario::study::Study;
use crate::task::{Progress, Workers, in_parallel};
use crate::text::words::label;
use crate::text::{Explanation, Numbers, explain_export_part, explain_resolve_error, in_scenario, remarks_of_case};
use crate::theme::{Mode, Theme};

/// What an export is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ExportForm {
    /// A workbook for each scenario, whose formulas are the model.
    Workbook,
    /// One report over all scenarios, as Word document and web page.
    Report,
    /// Every chart of the window, as SVG, PDF and PNG.
    Charts,
    /// Figures as CSV in two conventions, JSON and Markdown.
    Tables,
}

impl ExportForm {
    /// All, in the order of the window.
    pub const ALL: [Self; 4] = [Self::Workbook, Self::Report, Self::Charts, Self::Tables];

    /// The word on the command line and in keys of messages.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Workbook => "workbook",
            Self::Report => "report",
            Self::Charts => "charts",
            Self::Tables => "tables",
        }
    }
}

/// What is to be exported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExportRequest {
    /// The form.
    pub form: ExportForm,
    /// Ids of baselines and scenarios.
    pub cases: Vec<String>,
    /// Closure of the runs.
    pub closure: Closure,
    /// Language.
    pub lang: Lang,
    /// Date.
    pub stamp: Stamp,
}

/// What is chosen in the dialog of an export.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExportPlan {
    /// The form.
    pub form: ExportForm,
    /// Ids of baselines and scenarios.
    pub cases: Vec<String>,
    /// Language.
    pub lang: Lang,
    /// The folder as typed.
    pub folder: String,
}

impl ExportPlan {
    /// Whether nothing is left to choose.
    pub fn is_complete(&self) -> bool {
        !self.cases.is_empty() && !self.folder.trim().is_empty()
    }
}

/// A file that is ready to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExportedFile {
    /// Name with its ending.
    pub name: String,
    /// Contents.
    pub bytes: Vec<u8>,
}

/// Why there is no export.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum ExportError {
    /// A scenario does not run.
    #[error("{case}: {error}")]
    Case {
        /// Its id.
        case: String,
        /// Why.
        error: ResolveError,
    },
    /// A part could not be made: an error of the program.
    #[error("{part}: {detail}")]
    Part {
        /// Which file.
        part: String,
        /// Why, in English.
        detail: String,
    },
}

/// Why there is no export, in words.
pub fn explain_export_error(error: &ExportError, study: &Study, lang: Lang) -> Explanation {
    match error {
        ExportError::Case { case, error } => {
            in_scenario(case, &explain_resolve_error(error, Some(study), lang), study, lang)
        }
        ExportError::Part { part, detail } => explain_export_part(part, detail, lang),
    }
}

/// Everything that the parts of an export read.
struct Scene<'a> {
    request: &'a ExportRequest,
    /// The study as it is, without what the window shows or hides.
    study: &'a Study,
    /// The same study with the requested cases drawn and the requested closure.
    state: AppState,
    cases: Vec<ExportCase<'a>>,
    numbers: Numbers,
}

/// Makes the files of an export, on all cores; `None` where it was cancelled.
pub fn export(
    study: &Study,
    request: &ExportRequest,
    progress: &Progress,
) -> Result<Option<Vec<ExportedFile>>, ExportError> {
    let scene = Scene::new(study, request)?;
    match request.form {
        ExportForm::Workbook => scene.workbooks(progress),
        ExportForm::Report => scene.reports(progress),
        ExportForm::Charts => scene.pictures(progress),
        ExportForm::Tables => Ok(Some(tables::tables(&scene))),
    }
}

/// What is worth a look in the runs of an export, a sentence each; its files have the same.
pub fn export_remarks(study: &Study, request: &ExportRequest) -> Result<Vec<String>, ExportError> {
    Ok(Scene::new(study, request)?.remarks())
}

impl<'a> Scene<'a> {
    fn new(study: &'a Study, request: &'a ExportRequest) -> Result<Self, ExportError> {
        let cases = request
            .cases
            .iter()
            .map(|id| {
                ExportCase::new(study, id, request.closure)
                    .map_err(|error| ExportError::Case { case: id.clone(), error })
            })
            .collect::<Result<Vec<_>, _>>()?;
        let mut drawn = study.clone();
        drawn.closure = request.closure;
        let is_wanted = |id: &str| request.cases.iter().any(|case| case == id);
        for baseline in &mut drawn.baselines {
            baseline.visible = is_wanted(&baseline.id);
        }
        for scenario in &mut drawn.scenarios {
            scenario.visible = is_wanted(&scenario.id);
        }
        let preferences = Preferences { lang: request.lang, mode: Mode::Light, ..Preferences::default() };
        let mut state = AppState::new(drawn, Origin::Shipped, preferences);
        // The scenario that is told about; a baseline only where nothing else was asked for.
        let told = request.cases.iter().find(|id| study.scenario(id).is_some()).or(request.cases.first());
        if let Some(id) = told {
            state.workspace.selected.clone_from(id);
        }
        Ok(Self { request, study, state, cases, numbers: Numbers::new(request.lang) })
    }

    const fn lang(&self) -> Lang {
        self.request.lang
    }

    /// The state with another case selected.
    fn state_of(&self, case: &str) -> AppState {
        let mut state = self.state.clone();
        case.clone_into(&mut state.workspace.selected);
        state
    }

    /// The same with the ensemble of the case.
    fn state_with_ensemble(&self, case: &str) -> AppState {
        let mut state = self.state_of(case);
        answer_now(&mut state);
        state
    }

    /// What names the files.
    fn naming(&self) -> Naming<'a> {
        Naming { request: self.request, study: self.study }
    }

    /// Name of a file about all cases, or about one.
    fn name(&self, what: &str, ending: &str) -> String {
        self.naming().name(what, ending)
    }

    fn workbooks(&self, progress: &Progress) -> Result<Option<Vec<ExportedFile>>, ExportError> {
        let (cases, naming) = (&self.cases, self.naming());
        let made = in_parallel(Workers::All, cases.len(), progress, |position| {
            cases.get(position).map(|case| naming.workbook(case))
        });
        made.map(|files| files.into_iter().flatten().collect()).transpose()
    }

    fn reports(&self, progress: &Progress) -> Result<Option<Vec<ExportedFile>>, ExportError> {
        let report = report::report(self);
        self.with_look(|look| {
            let Some(pictures) = pictures_of(&report, look, progress)? else { return Ok(None) };
            let html = ExportedFile { name: self.name("report", "html"), bytes: to_html(&report, look).into_bytes() };
            let bytes = to_docx(&report, &pictures).map_err(|error: DocxError| part("docx", &error))?;
            Ok(Some(vec![ExportedFile { name: self.name("report", "docx"), bytes }, html]))
        })
    }

    fn pictures(&self, progress: &Progress) -> Result<Option<Vec<ExportedFile>>, ExportError> {
        let (figures, missing) = figures::figures(self);
        let notes = self.remarks_file(missing);
        let (carried, naming) = (self.carry_study(), self.naming());
        self.with_look(|look| {
            let made = in_parallel(Workers::All, figures.len(), progress, |position| {
                figures.get(position).map(|figure| naming.picture(figure, look, &carried))
            });
            let made = made.map(|all| all.into_iter().flatten().collect::<Result<Vec<_>, _>>()).transpose()?;
            Ok(made.map(|files| files.into_iter().flatten().chain(notes).collect()))
        })
    }

    /// What is worth a look in the runs, and why charts are missing, as a file beside pictures; `None` where there is nothing to say.
    fn remarks_file(&self, missing: Vec<String>) -> Option<ExportedFile> {
        let points: Vec<String> = self.remarks().into_iter().chain(missing).collect();
        let text = format!("# {}\n\n- {}\n", label(self.lang(), "remarks-title"), points.join("\n- "));
        (!points.is_empty()).then(|| ExportedFile { name: self.name("remarks", "md"), bytes: text.into_bytes() })
    }

    /// What is worth a look in each run.
    fn remarks(&self) -> Vec<String> {
        let of = |case: &ExportCase<'_>| remarks_of_case(self.study, &case.id, &case.projection, self.lang());
        self.cases.iter().flat_map(of).collect()
    }

    /// The text of the study that pictures and reports carry.
    fn carry_study(&self) -> String {
        self.cases.first().map_or_else(String::new, carried::study_text)
    }

    /// Colours, words and numbers of charts.
    fn with_look<T>(&self, write: impl FnOnce(&ChartLook<'_>) -> T) -> T {
        let (lang, numbers) = (self.lang(), self.numbers);
        let joined = move |joined: usize, of: usize| {
            label(lang, if joined == of { "series-joined-all" } else { "series-joined-others" })
        };
        let format = move |value: f64, decimals: usize| numbers.decimal(value, decimals);
        let words = ChartWords {
            actual: label(lang, "series-actual"),
            projected: label(lang, "series-projected"),
            joined: &joined,
        };
        write(&ChartLook { theme: Theme::for_mode(Mode::Light), words, format: &format })
    }
}

/// Names the files of an export and makes those that need no view; every core may use it at once.
#[derive(Clone, Copy)]
struct Naming<'a> {
    request: &'a ExportRequest,
    study: &'a Study,
}

impl Naming<'_> {
    fn name(&self, what: &str, ending: &str) -> String {
        let ExportRequest { closure, lang, .. } = self.request;
        format!("{}-{what}-{}-{lang}.{ending}", self.study.id, closure.id())
    }

    fn workbook(&self, case: &ExportCase<'_>) -> Result<ExportedFile, ExportError> {
        let bytes = to_workbook(case, self.request.lang, self.request.stamp).map_err(|error| match error {
            WorkbookError::Resolve(error) => ExportError::Case { case: case.id.clone(), error },
            WorkbookError::Formula(_) | WorkbookError::Disagrees { .. } | WorkbookError::Library(_) => {
                part(&case.id, &error)
            }
        })?;
        Ok(ExportedFile { name: self.name(&case.id, "xlsx"), bytes })
    }

    fn picture(
        &self,
        figure: &ChartFile,
        look: &ChartLook<'_>,
        carried: &str,
    ) -> Result<[ExportedFile; 3], ExportError> {
        let failed = |error: PictureError| part(&figure.id, &error);
        let svg = to_svg(figure, look, carried).into_bytes();
        let pdf = to_pdf(figure, look, self.request.lang.as_str()).map_err(failed)?;
        let png = to_png(figure, look, Around::Everything).map_err(failed)?.bytes;
        let file = |ending: &str, bytes| ExportedFile { name: self.name(&figure.id, ending), bytes };
        Ok([file("svg", svg), file("pdf", pdf), file("png", png)])
    }
}

/// The charts of a report as pictures for print, in its order; `None` where the work was cancelled.
fn pictures_of(report: &Report, look: &ChartLook<'_>, progress: &Progress) -> Result<Option<Vec<Png>>, ExportError> {
    let figures: Vec<&ChartFile> = report
        .sections
        .iter()
        .flat_map(|section| &section.blocks)
        .filter_map(|block| match block {
            ReportBlock::Figure { figure, .. } => Some(figure.as_ref()),
            ReportBlock::Paragraph(_)
            | ReportBlock::List(_)
            | ReportBlock::Details(_)
            | ReportBlock::Table(_)
            | ReportBlock::Note(_) => None,
        })
        .collect();
    let made = in_parallel(Workers::All, figures.len(), progress, |position| {
        figures.get(position).map(|figure| to_png(figure, look, Around::Nothing))
    });
    let made = made.map(|all| all.into_iter().flatten().collect::<Result<Vec<Png>, PictureError>>()).transpose();
    made.map_err(|error| part("png", &error))
}

fn part(name: &str, error: &dyn std::error::Error) -> ExportError {
    ExportError::Part { part: name.to_owned(), detail: error.to_string() }
}
