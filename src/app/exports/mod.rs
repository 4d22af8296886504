//! Exports put together: which files there are for a wish, from the pictures that the window shows.
//!
//! One implementation serves the window and the command line; bytes are returned, and the caller writes them.

mod answers;
mod figures;
mod likelihood;
mod main_figures;
mod method;
mod note;
mod prose;
mod questions;
mod reasons;
mod report;
mod tables;
mod today;

pub use super::export_request::{
    ExportError, ExportForm, ExportPlan, ExportRequest, Exported, ExportedFile, explain_export_error,
};
pub use super::export_sections::{ChosenSections, DocumentSection, sections_of};
pub use today::today;

use super::ensemble_job::UncertaintyAnswer;
use super::state::{AppState, Origin};
use super::uncertainty::answer_now;
use super::workspace::Preferences;
use crate::engine::Closure;
use crate::export::chart::{Around, ChartFile, ChartLook, ChartWords, PictureError, Png, to_pdf, to_png, to_svg};
use crate::export::report::{DocxError, PdfError, Report, ReportBlock, to_docx, to_html, to_pdf as to_pages};
use crate::export::{ExportCase, WorkbookError, carried, to_workbook};
use crate::lang::{Lang, fold};
use crate::scenario::study::Study;
use crate::task::{Progress, Workers, in_parallel};
use crate::text::words::label;
use crate::text::{Numbers, remarks_of_case};
use crate::theme::{Mode, Theme};
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

/// Letters of a title that stand in the name of a file.
const LONGEST_NAME: usize = 80;

/// Everything that the parts of an export read.
struct Scene<'a> {
    request: &'a ExportRequest,
    /// The study as it is, without what the window shows or hides.
    study: &'a Study,
    /// What a window on the same study would show, with the requested cases drawn and the requested closure; made when a view is first asked for.
    state: OnceLock<AppState>,
    /// Answers of the ensembles that were asked for, by case: several sections read the same.
    ensembles: RefCell<BTreeMap<String, Option<Arc<UncertaintyAnswer>>>>,
    cases: Vec<ExportCase<'a>>,
    numbers: Numbers,
}

/// Makes the files of an export, on all cores; `None` where it was cancelled.
///
/// # Errors
/// [`ExportError::Case`] if a scenario does not run, [`ExportError::Part`] if a file cannot be made, which is an error
/// of the program.
pub fn export(study: &Study, request: &ExportRequest, progress: &Progress) -> Result<Option<Exported>, ExportError> {
    // Whoever asks names the language; the words are those of the study.
    let request = &ExportRequest { lang: request.lang.with_terms(study.terms()), ..request.clone() };
    let scene = Scene::new(study, request)?;
    let files = match request.form {
        ExportForm::Workbook => scene.workbooks(progress)?,
        ExportForm::Note => scene.notes(progress)?,
        ExportForm::Report => scene.reports(progress)?,
        ExportForm::Charts => scene.pictures(progress)?,
        ExportForm::Tables => Some(tables::tables(&scene)),
    };
    Ok(files.map(|files| Exported { files, remarks: scene.remarks() }))
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
        let ensembles = RefCell::default();
        Ok(Self { request, study, state: OnceLock::new(), ensembles, cases, numbers: Numbers::new(request.lang) })
    }

    /// What a window on the study would show.
    fn state(&self) -> &AppState {
        self.state.get_or_init(|| self.open_state())
    }

    fn open_state(&self) -> AppState {
        let Self { request, study, .. } = *self;
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
        // The scenario that is described; a baseline only if it alone was asked for.
        let told = request.cases.iter().find(|id| study.scenario(id).is_some()).or(request.cases.first());
        if let Some(id) = told {
            state.workspace.selected.clone_from(id);
        }
        state
    }

    const fn lang(&self) -> Lang {
        self.request.lang
    }

    /// The state with another case selected.
    fn state_of(&self, case: &str) -> AppState {
        let mut state = self.state().clone();
        case.clone_into(&mut state.workspace.selected);
        state
    }

    /// The same with the ensemble of the case.
    fn state_with_ensemble(&self, case: &str) -> AppState {
        let mut state = self.state_of(case);
        let known = self.ensembles.borrow().get(case).cloned();
        if let Some(answer) = known {
            state.uncertainty.answer = answer;
        } else {
            answer_now(&mut state);
            self.ensembles.borrow_mut().insert(case.to_owned(), state.uncertainty.answer.clone());
        }
        state
    }

    /// The case with which a case is compared: the pinned one, or, for a scenario that stands on another baseline than
    /// that, its own baseline, so that the difference is what the scenario assumes.
    fn reference_id(&self, case: &str) -> &str {
        self.study.reference_of(case)
    }

    /// The state on which a note on a case rests: its ensemble, and the case with which it is compared pinned.
    fn state_of_note(&self, case: &str) -> AppState {
        let mut state = self.state_with_ensemble(case);
        let reference = self.reference_id(case);
        if state.study.pinned != reference {
            reference.clone_into(&mut Arc::make_mut(&mut state.study).pinned);
        }
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
        self.documents(&report::report(self), "report", progress)
    }

    /// A note for each case, each from a scene of its own, so that it is about this case only.
    fn notes(&self, progress: &Progress) -> Result<Option<Vec<ExportedFile>>, ExportError> {
        let mut files = Vec::new();
        for id in &self.request.cases {
            let request = ExportRequest { cases: vec![id.clone()], ..self.request.clone() };
            let scene = Scene::new(self.study, &request)?;
            let notes = scene.cases.iter().map(|case| note::note(&scene, case));
            for note in notes {
                let Some(made) = scene.documents(&note, &format!("note-{id}"), progress)? else { return Ok(None) };
                files.extend(made);
            }
        }
        Ok(Some(files))
    }

    /// A document in each of its forms; `None` where the work was cancelled.
    fn documents(
        &self,
        report: &Report,
        what: &str,
        progress: &Progress,
    ) -> Result<Option<Vec<ExportedFile>>, ExportError> {
        self.with_look(|look| {
            let Some(pictures) = pictures_of(report, look, progress)? else { return Ok(None) };
            let html = ExportedFile { name: self.name(what, "html"), bytes: to_html(report, look).into_bytes() };
            let bytes = to_docx(report, &pictures).map_err(|error: DocxError| part("docx", &error))?;
            let docx = ExportedFile { name: self.name(what, "docx"), bytes };
            let bytes = to_pages(report, look).map_err(|error: PdfError| part("pdf", &error))?;
            Ok(Some(vec![docx, html, ExportedFile { name: self.name(what, "pdf"), bytes }]))
        })
    }

    fn pictures(&self, progress: &Progress) -> Result<Option<Vec<ExportedFile>>, ExportError> {
        let (figures, missing) = figures::figures(self);
        let notes = self.remarks_file(missing);
        let (carried, naming) = (self.carry_study(), self.naming());
        let names = naming.pictures(&figures);
        self.with_look(|look| {
            let made = in_parallel(Workers::All, figures.len(), progress, |position| {
                let (figure, name) = figures.get(position).zip(names.get(position))?;
                Some(naming.picture((figure, name), look, &carried))
            });
            let made = made.map(|all| all.into_iter().flatten().collect::<Result<Vec<_>, _>>()).transpose()?;
            Ok(made.map(|files| files.into_iter().flatten().chain(notes).collect()))
        })
    }

    /// What is worth a look in the runs, and why charts are missing, as a file beside pictures; `None` if there are no
    /// remarks.
    fn remarks_file(&self, missing: Vec<String>) -> Option<ExportedFile> {
        let points: Vec<String> = self.remarks().into_iter().chain(missing).collect();
        let text = format!("# {}\n\n- {}\n", label(self.lang(), "remarks-title"), points.join("\n- "));
        (!points.is_empty()).then(|| ExportedFile { name: self.name("remarks", "md"), bytes: text.into_bytes() })
    }

    /// What is worth a look in each run.
    fn remarks(&self) -> Vec<String> {
        self.cases.iter().flat_map(|case| self.remarks_on(case)).collect()
    }

    /// What is worth a look in the run of a case.
    fn remarks_on(&self, case: &ExportCase<'_>) -> Vec<String> {
        remarks_of_case(self.study, &case.id, &case.projection, self.lang())
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

    /// Names of pictures without their ending, each its own: what is in them in the words of their titles, in letters
    /// that every system takes, and the closure by its letter.
    fn pictures(&self, figures: &[ChartFile]) -> Vec<String> {
        let ExportRequest { closure, lang, .. } = self.request;
        let letter = match closure {
            Closure::Productivity => "p",
            Closure::Capital => "k",
        };
        let mut taken = BTreeSet::new();
        let name = |figure: &ChartFile| {
            let words = plain_words(&figure.title);
            let numbered = (1..).map(|count: usize| match count {
                1 => format!("{}-{words}-{letter}-{lang}", self.study.id),
                _ => format!("{}-{words}-{count}-{letter}-{lang}", self.study.id),
            });
            numbered.into_iter().find(|name| taken.insert(name.clone())).unwrap_or_default()
        };
        figures.iter().map(name).collect()
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
        (figure, name): (&ChartFile, &str),
        look: &ChartLook<'_>,
        carried: &str,
    ) -> Result<[ExportedFile; 3], ExportError> {
        let failed = |error: PictureError| part(&figure.id, &error);
        let svg = to_svg(figure, look, carried).into_bytes();
        let pdf = to_pdf(figure, look, self.request.lang.as_str()).map_err(failed)?;
        let png = to_png(figure, look, Around::Everything).map_err(failed)?.bytes;
        let file = |ending: &str, bytes| ExportedFile { name: format!("{name}.{ending}"), bytes };
        Ok([file("svg", svg), file("pdf", pdf), file("png", png)])
    }
}

/// The words of a title in ASCII, joined by hyphens: `Tổng sản phẩm (GRDP)` becomes `tong-san-pham-grdp`.
fn plain_words(title: &str) -> String {
    let folded = fold(title);
    let words = folded.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let mut name = String::new();
    for word in words {
        if name.len() + word.len() >= LONGEST_NAME {
            break;
        }
        if !name.is_empty() {
            name.push('-');
        }
        name.push_str(word);
    }
    name
}

/// The charts of a report as pictures for print, in its order; `None` where the work was cancelled.
fn pictures_of(report: &Report, look: &ChartLook<'_>, progress: &Progress) -> Result<Option<Vec<Png>>, ExportError> {
    let figures: Vec<&ChartFile> = report
        .sections
        .iter()
        .flat_map(|section| &section.blocks)
        .filter_map(|block| match block {
            ReportBlock::Figure { figure, .. } => Some(figure.as_ref()),
            ReportBlock::Lead(_)
            | ReportBlock::Paragraph(_)
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
