//! Exports put together: which files there are for a wish, from the contents that the window shows.
//!
//! One implementation serves the window and the command line; bytes are returned, and the caller writes them.

mod answers;
mod distance;
mod document;
mod figures;
mod likelihood;
mod main_figures;
mod method;
mod naming;
mod note;
mod prose;
mod questions;
mod reasons;
mod report;
mod run_facts;
mod scene;
mod tables;
mod today;

pub use super::export_form::ExportForm;
pub use super::export_request::{ExportError, ExportPlan, ExportRequest, Exported, ExportedFile, explain_export_error};
pub use super::export_sections::{ChosenSections, DocumentSection, sections_of};
pub use today::today;

use crate::export::chart::{Around, ChartFile, ChartLook, PictureError, Png, to_pdf, to_png, to_svg};
use crate::export::report::{DocxError, PdfError, Report, to_docx, to_html, to_pdf as to_pages};
use crate::export::{ExportCase, WorkbookError, to_workbook};
use crate::lang::Lang;
use crate::scenario::CalibratedBaselines;
use crate::scenario::study::Study;
use crate::task::{Progress, Workers, in_parallel};
use crate::text::words::label;
use crate::theme::Mode;
use naming::Naming;
use scene::ExportScene;

/// Files, or `None` where the work was cancelled.
type MadeFiles = Result<Option<Vec<ExportedFile>>, ExportError>;

/// Makes the files of an export, on all cores; `None` where it was cancelled.
///
/// # Errors
/// [`ExportError::Case`] if a scenario does not run, [`ExportError::Part`] if a file cannot be made, which is an error
/// of the program.
pub fn export(study: &Study, request: &ExportRequest, progress: &Progress) -> Result<Option<Exported>, ExportError> {
    // Whoever asks names the language; the words are those of the study.
    let request = &ExportRequest { lang: request.lang.with_terms(study.terms()), ..request.clone() };
    let of_scene = |make: fn(&ExportScene<'_>, &Progress) -> MadeFiles| {
        let scene = ExportScene::new(study, request)?;
        let files = make(&scene, progress)?;
        Ok(files.map(|files| Exported { files, remarks: scene.remarks() }))
    };
    match request.form {
        ExportForm::Workbook => workbooks(study, request, progress),
        ExportForm::Note => of_scene(notes),
        ExportForm::Report => of_scene(reports),
        ExportForm::Charts => of_scene(pictures),
        ExportForm::Tables => of_scene(|scene, _| Ok(Some(tables::tables(scene)))),
    }
}

/// A workbook for each case; its sheets are the model, so that no more is run than the cases themselves.
fn workbooks(study: &Study, request: &ExportRequest, progress: &Progress) -> Result<Option<Exported>, ExportError> {
    let mut baselines = CalibratedBaselines::new(study);
    let mut run = |id: &String| {
        ExportCase::on_baselines(&mut baselines, id, request.closure)
            .map_err(|error| ExportError::Case { case: id.clone(), error })
    };
    let cases = request.cases.iter().map(&mut run).collect::<Result<Vec<_>, _>>()?;
    let naming = Naming { request, study };
    let made = in_parallel(Workers::All, cases.len(), progress, |position| {
        cases.get(position).map(|case| workbook(naming, case))
    });
    let files = made.map(|files| files.into_iter().flatten().collect::<Result<_, _>>()).transpose()?;
    let remarks = cases.iter().flat_map(|case| case.remarks(request.lang)).collect();
    Ok(files.map(|files| Exported { files, remarks }))
}

fn workbook(naming: Naming<'_>, case: &ExportCase<'_>) -> Result<ExportedFile, ExportError> {
    let ExportRequest { lang, stamp, .. } = *naming.request;
    let bytes = to_workbook(case, lang, stamp).map_err(|error| match error {
        WorkbookError::Resolve(error) => ExportError::Case { case: case.id.clone(), error },
        WorkbookError::Formula(_) | WorkbookError::Disagrees { .. } | WorkbookError::Library(_) => {
            part(&case.id, &error)
        }
    })?;
    Ok(ExportedFile { name: naming.name(&case.id, "xlsx"), bytes })
}

fn reports(scene: &ExportScene<'_>, progress: &Progress) -> MadeFiles {
    documents(scene, &report::report(scene), "report", progress)
}

/// The answer note of a case, as a page to be shown on a ground; made on the spot, with the sections that are chosen for documents.
///
/// # Errors
/// [`ExportError::Case`] if the case does not run.
pub fn answer_note(
    study: &Study,
    case: &str,
    (lang, mode): (Lang, Mode),
    sections: &ChosenSections,
) -> Result<Report, ExportError> {
    let request = ExportRequest {
        form: ExportForm::Note,
        cases: vec![case.to_owned()],
        closure: study.closure,
        lang: lang.with_terms(study.terms()),
        stamp: today(),
        sections: sections.clone(),
    };
    let scene = ExportScene::in_mode(study, &request, mode)?;
    let note = scene.cases.first().map(|case| note::note(&scene, case));
    note.ok_or_else(|| ExportError::Part { part: case.to_owned(), detail: "a request without a case".to_owned() })
}

/// A note for each case, each from a scene of its own, so that it is about this case only.
fn notes(scene: &ExportScene<'_>, progress: &Progress) -> MadeFiles {
    let mut files = Vec::new();
    for id in &scene.request.cases {
        let request = ExportRequest { cases: vec![id.clone()], ..scene.request.clone() };
        let scene = scene.narrow(&request)?;
        let notes = scene.cases.iter().map(|case| note::note(&scene, case));
        for note in notes {
            let Some(made) = documents(&scene, &note, &format!("note-{id}"), progress)? else { return Ok(None) };
            files.extend(made);
        }
    }
    Ok(Some(files))
}

/// A document in each of its forms.
fn documents(scene: &ExportScene<'_>, report: &Report, what: &str, progress: &Progress) -> MadeFiles {
    let naming = scene.naming();
    scene.with_look(|look| {
        let Some(pictures) = pictures_of(report, look, progress)? else { return Ok(None) };
        let html = ExportedFile { name: naming.name(what, "html"), bytes: to_html(report, look).into_bytes() };
        let bytes = to_docx(report, &pictures).map_err(|error: DocxError| part("docx", &error))?;
        let docx = ExportedFile { name: naming.name(what, "docx"), bytes };
        let bytes = to_pages(report, look).map_err(|error: PdfError| part("pdf", &error))?;
        Ok(Some(vec![docx, html, ExportedFile { name: naming.name(what, "pdf"), bytes }]))
    })
}

/// The charts of a report as pictures for print, in its order; `None` where the work was cancelled.
fn pictures_of(report: &Report, look: &ChartLook<'_>, progress: &Progress) -> Result<Option<Vec<Png>>, ExportError> {
    let figures: Vec<&ChartFile> = report.figures().map(|(_, figure)| figure).collect();
    let made = in_parallel(Workers::All, figures.len(), progress, |position| {
        figures.get(position).map(|figure| to_png(figure, look, Around::Nothing))
    });
    let made = made.map(|all| all.into_iter().flatten().collect::<Result<Vec<Png>, PictureError>>()).transpose();
    made.map_err(|error| part("png", &error))
}

/// Every chart as a file in each of its forms, with what is worth a look beside them.
fn pictures(scene: &ExportScene<'_>, progress: &Progress) -> MadeFiles {
    let (figures, missing) = figures::figures(scene);
    let notes = remarks_file(scene, missing);
    let (carried, lang) = (scene.carry_study(), scene.lang());
    let names = scene.naming().pictures(&figures);
    scene.with_look(|look| {
        let made = in_parallel(Workers::All, figures.len(), progress, |position| {
            let (figure, name) = figures.get(position).zip(names.get(position))?;
            Some(picture((figure, name), look, &carried, lang))
        });
        let made = made.map(|all| all.into_iter().flatten().collect::<Result<Vec<_>, _>>()).transpose()?;
        Ok(made.map(|files| files.into_iter().flatten().chain(notes).collect()))
    })
}

fn picture(
    (figure, name): (&ChartFile, &str),
    look: &ChartLook<'_>,
    carried: &str,
    lang: Lang,
) -> Result<[ExportedFile; 3], ExportError> {
    let failed = |error: PictureError| part(&figure.id, &error);
    let svg = to_svg(figure, look, carried).into_bytes();
    let pdf = to_pdf(figure, look, lang.as_str()).map_err(failed)?;
    let png = to_png(figure, look, Around::Everything).map_err(failed)?.bytes;
    let file = |ending: &str, bytes| ExportedFile { name: format!("{name}.{ending}"), bytes };
    Ok([file("svg", svg), file("pdf", pdf), file("png", png)])
}

/// What is worth a look in the runs, and why charts are missing, as a file beside pictures; `None` if there are no
/// remarks.
fn remarks_file(scene: &ExportScene<'_>, missing: Vec<String>) -> Option<ExportedFile> {
    let points: Vec<String> = scene.remarks().into_iter().chain(missing).collect();
    let text = format!("# {}\n\n- {}\n", label(scene.lang(), "remarks-title"), points.join("\n- "));
    let name = scene.naming().name("remarks", "md");
    (!points.is_empty()).then(|| ExportedFile { name, bytes: text.into_bytes() })
}

fn part(name: &str, error: &dyn std::error::Error) -> ExportError {
    ExportError::Part { part: name.to_owned(), detail: error.to_string() }
}
