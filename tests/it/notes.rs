//! Answer notes: the question is there, the figure is that of the run, and two pages hold it.

use kichban::app::exports::{ExportForm, ExportRequest, ExportedFile, export};
use kichban::engine::{Line, Variable};
use kichban::export::ExportCase;
use kichban::lang::Lang;
use kichban::scenario::study::Study;
use kichban::task::Progress;
use kichban::text::{Numbers, case_name};
use std::process::Command;

fn notes(study: &Study, cases: &[&str], lang: Lang) -> Vec<ExportedFile> {
    let request = ExportRequest {
        form: ExportForm::Note,
        cases: cases.iter().map(|id| (*id).to_owned()).collect(),
        closure: study.closure,
        lang,
        stamp: crate::exports::STAMP,
    };
    export(study, &request, &Progress::default()).unwrap().unwrap().files
}

/// What a reader sees of a page.
fn read_page(file: &ExportedFile) -> String {
    let page = String::from_utf8(file.bytes.clone()).unwrap();
    let body = page.split_once("<body>").unwrap().1.split_once("<script").unwrap().0.to_owned();
    let texts = body.split('<').filter_map(|piece| piece.split_once('>').map(|(_, text)| text));
    texts.collect::<Vec<_>>().join("").replace("&quot;", "\"").replace("&apos;", "'").replace("&amp;", "&")
}

#[test]
fn a_note_has_the_question_and_the_figure_of_the_run() {
    let study = kichban::files::built_in().unwrap();
    let cases = [study.pinned.as_str(), "three-projects", "five-parks-delayed"];
    for lang in Lang::ALL {
        let files = notes(&study, &cases, lang);
        let pages: Vec<&ExportedFile> = files.iter().filter(|file| file.name.ends_with(".html")).collect();
        assert_eq!((pages.len(), files.len()), (cases.len(), 2 * cases.len()));
        for (id, file) in cases.iter().zip(pages) {
            let text = read_page(file);
            let case = ExportCase::new(&study, id, study.closure).unwrap();
            let end = case.projection.horizon().end();
            let grdp = case.projection.value(Variable::Grdp, Line::Total, end).unwrap();
            let written = Numbers::new(lang).decimal(grdp, 1);
            assert!(text.contains(&written), "{id} {lang}: {written} is not in {text}");
            let asked = study.scenario(id).map(|scenario| scenario.note.in_lang(lang));
            let asked = asked.unwrap_or_else(|| study.baseline(id).unwrap().note.in_lang(lang));
            assert!(!asked.is_empty() && text.contains(asked), "{id} {lang}: {asked} is not in {text}");
            assert!(text.contains(&case_name(id, Some(&study), lang)));
            assert!(!text.contains("note-") && !text.contains("NaN"), "{id} {lang}: {text}");
        }
    }
}

/// Pages of the document in LibreOffice; `None` where it is not installed.
fn count_pages(file: &ExportedFile) -> Option<usize> {
    let folder = tempfile::tempdir().unwrap();
    let document = folder.path().join("note.docx");
    std::fs::write(&document, &file.bytes).unwrap();
    let profile = format!("-env:UserInstallation=file://{}", folder.path().join("profile").display());
    let words = ["--headless", "--convert-to", "pdf", "--outdir"];
    let ran = Command::new("soffice").arg(profile).args(words).arg(folder.path()).arg(&document).output().ok()?;
    let pdf = std::fs::read(folder.path().join("note.pdf")).unwrap_or_else(|error| panic!("{error}: {ran:?}"));
    let pages = String::from_utf8_lossy(&pdf).split("/Type/Page").filter(|rest| !rest.starts_with('s')).count() - 1;
    Some(pages)
}

#[test]
fn a_note_is_two_pages_at_most_where_it_can_be_printed() {
    let study = kichban::files::built_in().unwrap();
    for (id, lang) in [("three-projects", Lang::Vi), ("everything", Lang::En)] {
        let files = notes(&study, &[id], lang);
        let document = files.iter().find(|file| file.name.ends_with(".docx")).unwrap();
        let Some(pages) = count_pages(document) else { return };
        assert!((1..=2).contains(&pages), "{id} {lang}: {pages} pages");
    }
}
