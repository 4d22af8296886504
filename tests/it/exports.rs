//! Exports: a workbook that is the model, texts that stay texts, files that give the study back, the dialog of the window.

use crate::laws::with_a_group;
use calamine::{Data, Reader as _, Xlsx};
use kichban::app::exports::{ChosenSections, ExportForm, ExportRequest, ExportedFile, export};
use kichban::engine::Closure;
use kichban::export::{ExportCase, Stamp, to_workbook, workbook_rows};
use kichban::files::{built_in, is_export, read_any};
use kichban::lang::{Lang, Localized};
use kichban::scenario::study::Study;
use kichban::task::Progress;
use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};

pub(crate) const STAMP: Stamp = Stamp { year: 2026, month: 11, day: 22 };
/// Names that a spreadsheet or a page would act on if it were let.
const HOSTILE: [&str; 7] =
    ["=1+1", "@SUM(A1)", "-2", "+3", "\t=\"tab\"", "a \"quote\" & <b>tag</b>", "=HYPERLINK(\"x\";\"y\")"];

fn request(form: ExportForm, cases: &[&str], closure: Closure, lang: Lang) -> ExportRequest {
    ExportRequest {
        form,
        cases: cases.iter().map(|id| (*id).to_owned()).collect(),
        closure,
        lang,
        stamp: STAMP,
        sections: ChosenSections::default(),
    }
}

fn files_of(study: &Study, request: &ExportRequest) -> Vec<ExportedFile> {
    export(study, request, &Progress::default()).unwrap().unwrap().files
}

fn ending<'a>(files: &'a [ExportedFile], ending: &'a str) -> impl Iterator<Item = &'a ExportedFile> {
    files.iter().filter(move |file| file.name.ends_with(ending))
}

fn named<'a>(files: &'a [ExportedFile], ending: &str) -> &'a ExportedFile {
    files.iter().find(|file| file.name.ends_with(ending)).unwrap()
}

pub(crate) fn open(bytes: &[u8]) -> Xlsx<Cursor<&[u8]>> {
    calamine::open_workbook_from_rs(Cursor::new(bytes)).unwrap()
}

/// Cells of a workbook by defined name: sheet, row and column from 0.
pub(crate) fn places(book: &Xlsx<Cursor<&[u8]>>) -> BTreeMap<String, (String, u32, u32)> {
    let place = |formula: &str| {
        let (sheet, cells) = formula.rsplit_once('!')?;
        let first = cells.split(':').next()?.replace('$', "");
        let letters = first.chars().take_while(char::is_ascii_alphabetic);
        let column = letters.fold(0, |number, letter| number * 26 + u32::from(letter) - u32::from('A') + 1);
        let row: u32 = first.trim_start_matches(|c: char| c.is_ascii_alphabetic()).parse().ok()?;
        Some((sheet.trim_matches('\'').to_owned(), row - 1, column.checked_sub(1)?))
    };
    book.defined_names().iter().filter_map(|(name, formula)| Some((name.clone(), place(formula)?))).collect()
}

/// Holds every reported figure of the workbook, as exported, to the engine; returns how many there were.
pub(crate) fn holds(case: &ExportCase<'_>, bytes: &[u8]) -> usize {
    let mut book = open(bytes);
    let places = places(&book);
    let names = book.sheet_names();
    let sheets: BTreeMap<String, calamine::Range<Data>> =
        names.into_iter().map(|name| (name.clone(), book.worksheet_range(&name).unwrap())).collect();
    for (name, range) in &sheets {
        let error = range.used_cells().find(|cell| matches!(cell.2, Data::Error(_)));
        assert!(error.is_none(), "{name}: {error:?}");
    }
    let (sheet, row, column) = &places["check"];
    assert_eq!(sheets[sheet].get_value((*row, *column)), Some(&Data::Bool(true)));
    let mut count = 0;
    let projection = &case.projection;
    for row in workbook_rows(case, Lang::EN, STAMP).unwrap() {
        let name = &row.name;
        let (sheet, at, column) = &places[name];
        for (offset, year) in (0..).zip(projection.horizon().years()) {
            let Some(expected) = projection.value(row.variable, row.line, year) else { continue };
            let expected = expected * row.factor;
            let found = match sheets[sheet].get_value((*at, column + offset)) {
                Some(Data::Float(found)) => *found,
                other => panic!("{name} {year}: {other:?}"),
            };
            let allowed = 1e-9 * expected.abs().max(1e-3);
            assert!((found - expected).abs() <= allowed, "{name} {year}: {found}, the engine has {expected}");
            count += 1;
        }
    }
    count
}

#[test]
fn a_workbook_calculates_what_the_engine_does() {
    let study = built_in().unwrap();
    for (id, closure, lang) in [
        ("everything", Closure::Productivity, Lang::VI),
        ("everything", Closure::Capital, Lang::EN),
        ("labour-shortage", Closure::Capital, Lang::VI),
        ("five-parks-delayed", Closure::Productivity, Lang::EN),
        ("green", Closure::Capital, Lang::VI),
        ("plan", Closure::Productivity, Lang::EN),
    ] {
        let case = ExportCase::new(&study, id, closure).unwrap();
        let count = holds(&case, &to_workbook(&case, lang, STAMP).unwrap());
        assert!(count > 350, "{id}: only {count} figures");
    }
}

#[test]
fn a_workbook_takes_any_sectors_groups_and_drivers() {
    let study = with_a_group();
    for id in study.case_ids() {
        for closure in Closure::ALL {
            let case = ExportCase::new(&study, id, closure).unwrap();
            let bytes = to_workbook(&case, Lang::VI, STAMP).unwrap();
            assert!(holds(&case, &bytes) > 400, "{id}");
            assert!(places(&open(&bytes)).contains_key("output_I"), "the group has rows of its own");
        }
    }
}

#[test]
fn formulas_are_live_readable_and_old_enough() {
    let study = built_in().unwrap();
    let case = ExportCase::new(&study, "three-projects", Closure::Productivity).unwrap();
    let bytes = to_workbook(&case, Lang::EN, STAMP).unwrap();
    let mut book = open(&bytes);
    let model = book.worksheet_formula("Model").unwrap();
    let formulas: Vec<&String> = model.used_cells().map(|cell| cell.2).filter(|formula| !formula.is_empty()).collect();
    assert!(formulas.len() > 400, "{}", formulas.len());
    let has = |wanted: &str| formulas.iter().any(|formula| formula.contains(wanted));
    assert!(has("*(1+gp_industry+qtot_industry)") && has("tax_share/(1-tax_share)*GVA"));
    for sheet in book.sheet_names() {
        for (_, _, formula) in book.worksheet_formula(&sheet).unwrap().used_cells() {
            for word in ["OFFSET", "INDIRECT", "NOW(", "TODAY(", "RAND", "_xlfn", "LET(", "LAMBDA", "XLOOKUP"] {
                assert!(!formula.contains(word), "{sheet}: {formula}");
            }
        }
    }
}

#[test]
fn the_same_case_and_date_give_the_same_bytes() {
    let study = built_in().unwrap();
    let cases = ["trend", "three-projects"];
    for form in [ExportForm::Workbook, ExportForm::Report, ExportForm::Tables] {
        let request = request(form, &cases, Closure::Productivity, Lang::VI);
        for (one, other) in files_of(&study, &request).iter().zip(files_of(&study, &request)) {
            assert_eq!(one.name, other.name);
            assert!(one.bytes == other.bytes, "{} differs", one.name);
        }
    }
}

/// The shipped study with a hostile name for each of its first scenarios.
fn hostile() -> (Study, Vec<String>) {
    let mut study = built_in().unwrap();
    let mut cases = Vec::new();
    for (scenario, name) in study.scenarios.iter_mut().zip(HOSTILE) {
        scenario.name = Localized::new(name, name);
        scenario.short = Localized::new(name, name);
        scenario.note = Localized::new(name, name);
        cases.push(scenario.id.clone());
    }
    study.name = Localized::new("=cmd|' /C calc'!A0", "=cmd|' /C calc'!A0");
    (study, cases)
}

/// Texts of an XML part between tags, with entities read.
fn texts(xml: &str) -> String {
    let pieces = xml.split('<').filter_map(|piece| piece.split_once('>').map(|(_, text)| text));
    let text: String = pieces.collect::<Vec<_>>().join("");
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&apos;", "'").replace("&amp;", "&")
}

fn unpacked(bytes: &[u8], part: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    archive.by_name(part).unwrap().read_to_string(&mut text).unwrap();
    text
}

#[test]
fn names_that_look_like_formulas_stay_text_in_a_workbook() {
    let (study, cases) = hostile();
    for (id, name) in cases.iter().zip(HOSTILE) {
        let case = ExportCase::new(&study, id, Closure::Productivity).unwrap();
        let bytes = to_workbook(&case, Lang::VI, STAMP).unwrap();
        let mut book = open(&bytes);
        let cover = book.worksheet_range("Giới thiệu").unwrap();
        assert_eq!(cover.get_value((0, 0)), Some(&Data::String(name.to_owned())));
        for sheet in book.sheet_names() {
            for (row, column, formula) in book.worksheet_formula(&sheet).unwrap().used_cells() {
                let inside = ["cmd", "HYPERLINK", "SUM(A1)"].iter().any(|word| formula.contains(word));
                assert!(!inside && !formula.starts_with("1+1"), "{sheet} {row}:{column} {formula}");
            }
        }
        // The name of a series is a text too, never a reference.
        let chart = unpacked(&bytes, "xl/charts/chart1.xml");
        assert!(!chart.contains("<c:f>1+1"), "{chart}");
    }
}

#[test]
fn names_that_look_like_formulas_stay_text_everywhere_else() {
    let (study, cases) = hostile();
    let cases: Vec<&str> = cases.iter().map(String::as_str).collect();
    let of = |form| files_of(&study, &request(form, &cases, Closure::Productivity, Lang::EN));
    let tables = of(ExportForm::Tables);
    for (ending, separator) in [("figures-productivity-en.csv", b','), ("excel-vn-productivity-en.csv", b';')] {
        let mut reader = csv::ReaderBuilder::new().delimiter(separator).from_reader(&named(&tables, ending).bytes[..]);
        for row in reader.records() {
            for field in &row.unwrap() {
                let is_number = field.replace(',', ".").parse::<f64>().is_ok();
                assert!(is_number || !field.starts_with(['=', '+', '-', '@', '\t']), "{ending}: {field}");
            }
        }
    }
    let json: serde_json::Value = serde_json::from_slice(&named(&tables, ".json").bytes).unwrap();
    let told: Vec<&str> = json.as_array().unwrap().iter().map(|row| row["name"].as_str().unwrap()).collect();
    let report = of(ExportForm::Report);
    let page = String::from_utf8(named(&report, ".html").bytes.clone()).unwrap();
    let document = texts(&unpacked(&named(&report, ".docx").bytes, "word/document.xml"));
    assert!(!page.contains("<b>tag</b>"), "a name is no markup");
    let page = texts(&page);
    for name in HOSTILE {
        assert!(told.contains(&name), "{name} is missing from the JSON");
        assert!(page.contains(name), "{name} is missing from the page");
        assert!(document.contains(name.trim_start()), "{name} is missing from the document");
    }
}

#[test]
fn an_export_opened_again_has_the_identical_fingerprint() {
    let study = built_in().unwrap();
    for (id, closure) in [("three-projects", Closure::Productivity), ("everything", Closure::Capital)] {
        let expected = ExportCase::new(&study, id, closure).unwrap().fingerprint();
        for form in [ExportForm::Workbook, ExportForm::Report] {
            let files = files_of(&study, &request(form, &[id], closure, Lang::VI));
            for file in files.iter().filter(|file| is_export(file.name.as_ref())) {
                let opened = read_any(&file.bytes).unwrap();
                assert_eq!(opened.closure, closure, "{}", file.name);
                let again = ExportCase::new(&opened, id, opened.closure).unwrap();
                assert_eq!(again.fingerprint(), expected, "{}", file.name);
                let known = Study { closure: study.closure, ..opened };
                assert!(known == study, "{} gives another study back", file.name);
            }
        }
    }
}

#[test]
fn every_chart_is_a_picture_with_its_words_and_its_study() {
    let study = built_in().unwrap();
    let files =
        files_of(&study, &request(ExportForm::Charts, &["trend", "three-projects"], Closure::Capital, Lang::EN));
    let of = |ending: &str| files.iter().filter(|file| file.name.ends_with(ending)).count();
    assert!(of(".svg") >= 25 && of(".svg") == of(".pdf") && of(".svg") == of(".png"), "{}", of(".svg"));
    let expected = ExportCase::new(&study, "three-projects", Closure::Capital).unwrap().fingerprint();
    for file in ending(&files, ".svg").take(3) {
        let text = String::from_utf8(file.bytes.clone()).unwrap();
        assert!(text.contains("@font-face") && text.contains("<text ") && text.contains(&expected), "{}", file.name);
        assert!(text.contains("22 November 2026"), "{}", file.name);
        let opened = read_any(&file.bytes).unwrap();
        assert_eq!(ExportCase::new(&opened, "three-projects", opened.closure).unwrap().fingerprint(), expected);
    }
    for file in ending(&files, ".png") {
        let mut reader = png::Decoder::new(Cursor::new(&file.bytes)).read_info().unwrap();
        let info = reader.info();
        assert_eq!(info.pixel_dims.unwrap().xppu, 11_811, "300 dots an inch");
        assert!(info.width > 2_000, "{}", info.width);
        let mut dots = vec![0; reader.output_buffer_size().unwrap()];
        reader.next_frame(&mut dots).unwrap();
        assert!(dots.iter().any(|dot| *dot < 64), "{} is blank", file.name);
    }
    for file in ending(&files, ".pdf") {
        assert!(file.bytes.starts_with(b"%PDF-"), "{}", file.name);
    }
}

#[test]
fn a_cancelled_export_gives_nothing() {
    let study = built_in().unwrap();
    let progress = Progress::default();
    progress.cancel();
    let wanted = request(ExportForm::Charts, &["trend"], Closure::Productivity, Lang::VI);
    assert_eq!(export(&study, &wanted, &progress), Ok(None));
}

#[test]
fn a_scenario_that_does_not_run_is_named() {
    let study = built_in().unwrap();
    let wanted = request(ExportForm::Tables, &["nowhere"], Closure::Productivity, Lang::VI);
    let error = export(&study, &wanted, &Progress::default()).unwrap_err();
    assert!(error.to_string().contains("nowhere"), "{error}");
}

#[cfg(feature = "gui")]
mod window {
    use super::{Lang, Study, built_in};
    use crate::window::{SCREEN, Window, click, names, open, state};
    use eframe::egui::accesskit::Role;
    use eframe::egui::{Key, Modifiers};
    use egui_kittest::kittest::Queryable as _;
    use kichban::app::command::ExportChange;
    use kichban::app::exports::{DocumentSection, ExportForm, sections_of};
    use kichban::app::{AppState, Command, FileCommand, NoticeKind, Origin, PendingQuestion, Preferences, update};
    use kichban::text::words::{count_text, label};
    use std::time::{Duration, Instant};

    fn window(lang: Lang) -> Window {
        let state = AppState::new(built_in().unwrap(), Origin::Shipped, Preferences { lang, ..Preferences::default() });
        open(state, SCREEN)
    }

    #[test]
    fn the_dialog_exports_what_is_ticked_into_the_folder_that_is_typed() {
        for lang in Lang::ALL {
            let folder = tempfile::tempdir().unwrap();
            let mut window = window(lang);
            window.key_press_modifiers(Modifiers::COMMAND, Key::E);
            window.run();
            let Some(PendingQuestion::Export(plan)) = &state(&window).question else { panic!("no dialog") };
            assert_eq!(plan.lang, lang);
            assert!(!plan.cases.is_empty());
            click(&mut window, Role::RadioButton, &label(lang, "export-form-tables"));
            assert!(names(&window, &label(lang, "export-about-tables")));
            // Everything that is ticked is taken out but the first.
            let Some(PendingQuestion::Export(plan)) = state(&window).question.clone() else { panic!("no dialog") };
            let study: Study = (*state(&window).study).clone();
            for case in plan.cases.iter().skip(1) {
                let name = study.case_name(case).unwrap().in_lang(lang).to_owned();
                let boxes: Vec<_> = window.query_all_by_role_and_label(Role::CheckBox, &name).collect();
                boxes.last().unwrap().click();
                window.run();
            }
            let name = label(lang, "export-folder");
            window.get_by_role_and_label(Role::TextInput, &name).focus();
            window.run();
            window.key_press_modifiers(Modifiers::COMMAND, Key::A);
            window
                .get_by_role_and_label(Role::TextInput, &label(lang, "export-folder"))
                .type_text(&folder.path().display().to_string());
            window.run();
            click(&mut window, Role::Button, &label(lang, "export-start"));
            assert!(state(&window).question.is_none(), "the window is free while the files are made");
            let begun = Instant::now();
            while state(&window).exporting.is_some() && begun.elapsed() < Duration::from_mins(1) {
                std::thread::sleep(Duration::from_millis(20));
                window.step();
            }
            window.run();
            let Some(NoticeKind::Exported { count, .. }) = state(&window).notices.last().map(|notice| &notice.kind)
            else {
                panic!("{:?}", state(&window).notices);
            };
            assert_eq!(*count, 6);
            assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 6);
            assert!(names(&window, &count_text(lang, "export-files", 6)));
            assert!(window.query_by_role_and_label(Role::Button, &label(lang, "export-show-folder")).is_some());
        }
    }

    #[test]
    fn the_dialog_says_what_is_missing_and_esc_closes_it() {
        for lang in Lang::ALL {
            let mut window = window(lang);
            window.key_press_modifiers(Modifiers::COMMAND, Key::E);
            window.run();
            let Some(PendingQuestion::Export(plan)) = state(&window).question.clone() else { panic!("no dialog") };
            let study: Study = (*state(&window).study).clone();
            for case in &plan.cases {
                let name = study.case_name(case).unwrap().in_lang(lang).to_owned();
                let boxes: Vec<_> = window.query_all_by_role_and_label(Role::CheckBox, &name).collect();
                boxes.last().unwrap().click();
                window.run();
            }
            assert!(names(&window, &label(lang, "export-no-case")));
            window.key_press(Key::Escape);
            window.run();
            assert!(state(&window).question.is_none());
        }
    }

    #[test]
    fn sections_of_a_report_are_ticked_by_their_headings_and_remembered() {
        for lang in Lang::ALL {
            let mut window = window(lang);
            window.key_press_modifiers(Modifiers::COMMAND, Key::E);
            window.run();
            let name = label(lang, "report-section-method");
            assert!(window.query_by_role_and_label(Role::CheckBox, &name).is_none(), "a workbook has no sections");
            click(&mut window, Role::RadioButton, &label(lang, "export-form-report"));
            window.get_by_role_and_label(Role::CheckBox, &name).focus();
            window.run();
            window.key_press(Key::Space);
            window.run();
            let Some(PendingQuestion::Export(plan)) = state(&window).question.clone() else { panic!("no dialog") };
            assert!(!plan.sections.has(DocumentSection::Method) && plan.sections.has(DocumentSection::Sources));
            click(&mut window, Role::RadioButton, &label(lang, "export-form-note"));
            assert!(window.query_by_role_and_label(Role::CheckBox, &name).is_none(), "a note has sections of its own");
            for (section, key) in sections_of(ExportForm::Note) {
                assert!(plan.sections.has(*section));
                click(&mut window, Role::CheckBox, &label(lang, key));
            }
            assert!(names(&window, &label(lang, "export-no-section")));
        }
    }

    #[test]
    fn the_next_export_begins_with_the_sections_of_the_last() {
        let mut state = AppState::new(built_in().unwrap(), Origin::Shipped, Preferences::default());
        for change in [
            ExportChange::Ask,
            ExportChange::SetForm(ExportForm::Report),
            ExportChange::ToggleSection(DocumentSection::Charts),
            ExportChange::SetFolder("/tmp/x".to_owned()),
            ExportChange::Start,
            ExportChange::Stopped,
            ExportChange::Ask,
        ] {
            update(&mut state, Command::File(FileCommand::Export(change)));
        }
        let Some(PendingQuestion::Export(plan)) = &state.question else { panic!("no dialog") };
        assert!(!plan.sections.has(DocumentSection::Charts) && plan.sections.has(DocumentSection::Answer));
    }

    #[test]
    fn an_export_that_was_opened_is_never_written_over() {
        let mut state = AppState::new(built_in().unwrap(), Origin::Shipped, Preferences::default());
        let study = Box::new(kichban::files::Opened::unedited(built_in().unwrap()));
        update(
            &mut state,
            Command::File(FileCommand::Opened { path: "/tmp/plan.xlsx".into(), result: Ok(study.clone()) }),
        );
        assert_eq!(state.origin, Origin::Shipped, "saving asks for a name");
        update(&mut state, Command::File(FileCommand::Opened { path: "/tmp/plan.ron".into(), result: Ok(study) }));
        assert!(matches!(state.origin, Origin::File(_)));
    }

    #[test]
    fn one_export_runs_at_a_time() {
        let mut state = AppState::new(built_in().unwrap(), Origin::Shipped, Preferences::default());
        update(&mut state, Command::File(FileCommand::Export(ExportChange::Ask)));
        update(&mut state, Command::File(FileCommand::Export(ExportChange::SetForm(ExportForm::Charts))));
        assert!(
            update(&mut state, Command::File(FileCommand::Export(ExportChange::Start))).is_empty(),
            "a folder is missing"
        );
        update(&mut state, Command::File(FileCommand::Export(ExportChange::SetFolder("/tmp/x".to_owned()))));
        let effects = update(&mut state, Command::File(FileCommand::Export(ExportChange::Start)));
        assert_eq!(effects.len(), 1);
        update(&mut state, Command::File(FileCommand::Export(ExportChange::Ask)));
        assert!(state.question.is_none());
        update(&mut state, Command::File(FileCommand::Export(ExportChange::Stopped)));
        update(&mut state, Command::File(FileCommand::Export(ExportChange::Ask)));
        assert!(matches!(&state.question, Some(PendingQuestion::Export(plan)) if plan.folder == "/tmp/x"));
    }
}
