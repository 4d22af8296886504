//! From files of statistics offices to figures of a study: every value in its cell, nothing in silence, one step of undo.

use calamine::{Data, Reader as _, Xlsx};
use kichban::app::import::{ImportChoice, ImportCommand, ImportGoal, ImportStep};
use kichban::app::{AppState, Command, DocumentCommand, Origin, Preferences, update};
use kichban::engine::{Closure, Line, Variable};
use kichban::files::{built_in, read_study, write_study};
use kichban::importing::{
    Detail, ImportFrame, ImportSession, IntakeChange, LineRole, NewStudy, NewStudyProblem, create_study,
    figures_to_take,
};
use kichban::quantity::{PriceBasis, Quantity, Unit};
use kichban::scenario::figure::Figure;
use kichban::scenario::study::Study;
use kichban::scenario::{PreparedCase, validate};
use rust_xlsxwriter::Workbook;
use std::collections::BTreeMap;
use std::io::Cursor;
use std::path::PathBuf;
use std::sync::Arc;

/// Labels and values of the years 2015 to 2024; the figures are made up.
const ROWS: [(&str, [f64; 10]); 7] = [
    ("Tổng số", [33518.0, 35847.0, 38405.0, 41340.0, 44600.0, 46200.0, 47650.0, 51460.0, 53490.0, 56970.0]),
    (
        "Nông, lâm nghiệp và thủy sản",
        [8793.0, 9001.0, 9238.0, 9484.0, 9700.0, 9950.0, 10210.0, 10480.0, 10760.0, 11050.0],
    ),
    (
        "Công nghiệp và xây dựng",
        [13052.0, 14240.0, 15612.0, 17205.0, 18940.0, 19800.0, 20750.0, 22990.0, 24050.0, 26100.0],
    ),
    ("Công nghiệp", [10214.0, 11361.0, 12361.0, 13702.0, 15200.0, 15900.0, 16700.0, 18600.0, 19400.0, 21100.0]),
    ("Xây dựng", [2838.0, 2879.0, 3251.0, 3503.0, 3740.0, 3900.0, 4050.0, 4390.0, 4650.0, 5000.0]),
    ("Dịch vụ", [10473.0, 11406.0, 12255.0, 13251.0, 14460.0, 14950.0, 15090.0, 16290.0, 16880.0, 17920.0]),
    (
        "Thuế sản phẩm trừ trợ cấp sản phẩm",
        [1200.0, 1200.0, 1300.0, 1400.0, 1500.0, 1500.0, 1600.0, 1700.0, 1800.0, 1900.0],
    ),
];

/// A workbook with output at constant and at current prices and with population.
pub(crate) fn workbook(factor: f64) -> Arc<[u8]> {
    let mut book = Workbook::new();
    let sheets = [
        ("SS", "Tổng sản phẩm trên địa bàn tỉnh Minh Sơn theo giá so sánh 2010", 1.0),
        ("HH", "Tổng sản phẩm trên địa bàn tỉnh Minh Sơn theo giá hiện hành", 1.5),
    ];
    for (name, title, prices) in sheets {
        let sheet = book.add_worksheet();
        sheet.set_name(name).unwrap();
        sheet.write(0, 0, title).unwrap();
        sheet.write(1, 0, "Đơn vị: Tỷ đồng").unwrap();
        for (column, year) in (2015..=2024_u16).enumerate() {
            sheet.write(3, u16::try_from(column + 1).unwrap(), year).unwrap();
        }
        for (row, (label, values)) in ROWS.iter().enumerate() {
            let row = u32::try_from(row + 4).unwrap();
            sheet.write(row, 0, *label).unwrap();
            for (column, value) in values.iter().enumerate() {
                sheet.write(row, u16::try_from(column + 1).unwrap(), value * prices * factor).unwrap();
            }
        }
    }
    let sheet = book.add_worksheet();
    sheet.set_name("DS").unwrap();
    sheet.write(0, 0, "Dân số trung bình tỉnh Minh Sơn (Nghìn người)").unwrap();
    for (column, year) in (2020..=2024_u16).enumerate() {
        let column = u16::try_from(column + 1).unwrap();
        sheet.write(2, column, year).unwrap();
        sheet.write(3, column, 900.5 + f64::from(column)).unwrap();
    }
    sheet.write(3, 0, "Tổng số").unwrap();
    book.save_to_buffer().unwrap().into()
}

fn session_of(bytes: &Arc<[u8]>, price_base: Option<i32>) -> ImportSession {
    let mut session = ImportSession::new(price_base);
    session.propose_territory("Minh Sơn");
    session.add_file("nien-giam-2024.xlsx", Arc::clone(bytes)).unwrap();
    session.accept_proposals().unwrap();
    assert_eq!(session.open_questions(), []);
    session
}

fn frame() -> NewStudy {
    NewStudy { territory: "Minh Sơn".to_owned(), growth: Some(6.0), ..NewStudy::default() }
}

fn new_study(bytes: &Arc<[u8]>) -> Study {
    create_study(&session_of(bytes, None), &frame(), "nien-giam-2024", "2026-11-29").unwrap()
}

/// The number in a cell of the workbook.
fn number_at(bytes: &[u8], sheet: &str, address: &str) -> f64 {
    let mut book = Xlsx::new(Cursor::new(bytes)).unwrap();
    let range = book.worksheet_range(sheet).unwrap();
    let split = address.find(|c: char| c.is_ascii_digit()).unwrap();
    let (letters, row) = address.split_at(split);
    let column = letters.bytes().fold(0, |sum, letter| sum * 26 + u32::from(letter - b'A') + 1) - 1;
    match range.get_value((row.parse::<u32>().unwrap() - 1, column)) {
        Some(Data::Float(value)) => *value,
        other => panic!("{sheet}!{address} holds {other:?}"),
    }
}

#[test]
fn every_value_of_an_imported_study_stands_in_its_source_cell() {
    let bytes = workbook(1.0);
    let study = new_study(&bytes);
    assert!(study.observations.len() > 100, "{}", study.observations.len());
    for figure in study.observations.iter() {
        let cell = figure.cell.as_ref().unwrap_or_else(|| panic!("no cell: {figure:?}"));
        let sum: f64 = cell.cells.iter().map(|address| number_at(&bytes, &cell.sheet, address)).sum();
        assert_eq!(figure.value.to_bits(), sum.to_bits(), "{figure:?}");
        let source = study.source(&figure.source).unwrap();
        assert_eq!(source.file.as_ref().unwrap().name, "nien-giam-2024.xlsx");
        assert!(!cell.heads.is_empty(), "{figure:?}");
    }
}

#[test]
fn a_study_of_a_file_runs_and_comes_back_from_its_own_file() {
    let study = new_study(&workbook(1.0));
    let again = read_study(write_study(&study).as_bytes()).unwrap();
    assert_eq!(again, study);
    assert_eq!((study.price_base_year, study.horizon), (2010, 2030));
    let names: Vec<&str> = study.sectors.iter().map(|sector| sector.name.vi.as_str()).collect();
    assert_eq!(names, ["Nông, lâm nghiệp và thủy sản", "Công nghiệp", "Xây dựng", "Dịch vụ"]);
    assert_eq!(study.groups.len(), 1);
    let case = PreparedCase::new(&study, &study.pinned).unwrap();
    let run = case.in_closure(&study, Closure::Productivity).simulate().unwrap();
    let grdp = run.series(Variable::Grdp, Line::Total);
    assert!((grdp[0].unwrap() - 56.97).abs() < 1e-9, "{grdp:?}");
    // Nine growth rates make a record; the growth that the user states stands beside it.
    assert_eq!(study.pinned, "record");
    let stated = PreparedCase::new(&study, "trend").unwrap();
    let stated = stated.in_closure(&study, Closure::Productivity).simulate().unwrap();
    let stated = stated.series(Variable::Grdp, Line::Total);
    assert!((stated[6].unwrap() - 56.97 * 1.06_f64.powi(6)).abs() < 1e-6, "{stated:?}");
    // Nobody gave employment, and nothing is made up for it.
    assert!(run.series(Variable::Employment, Line::Total).iter().all(Option::is_none));
}

#[test]
fn the_main_sectors_can_be_taken_instead_of_all_branches() {
    let mut session = session_of(&workbook(1.0), None);
    session.choose_detail(Detail::Main);
    let study = create_study(&session, &frame(), "v", "2026-11-29").unwrap();
    let names: Vec<&str> = study.sectors.iter().map(|sector| sector.name.vi.as_str()).collect();
    assert_eq!(names, ["Nông, lâm nghiệp và thủy sản", "Công nghiệp và xây dựng", "Dịch vụ"]);
}

#[test]
fn what_is_missing_is_said_and_nothing_is_made_up_for_it() {
    let bytes = workbook(1.0);
    let session = session_of(&bytes, None);
    let refused = |change: fn(&mut NewStudy)| {
        let mut frame = frame();
        change(&mut frame);
        create_study(&session, &frame, "v", "2026-11-29").unwrap_err()
    };
    assert_eq!(refused(|frame| frame.territory.clear()), NewStudyProblem::NoTerritory);
    assert!(matches!(refused(|frame| frame.base_year = Some(2009)), NewStudyProblem::GapInBase { year: 2009, .. }));
    let mut nothing = session.clone();
    for offer in session.offers() {
        nothing.tick(&offer.key, false);
    }
    assert_eq!(create_study(&nothing, &frame(), "v", "2026-11-29").unwrap_err(), NewStudyProblem::NoOutput);
}

#[test]
fn a_short_record_needs_growth_that_somebody_states() {
    let mut session = ImportSession::new(None);
    session.propose_territory("Minh Sơn");
    let text = "Tổng sản phẩm theo giá so sánh 2010 (Tỷ đồng)\n\t2023\t2024\nTổng số\t150.5\t165.5\nNông nghiệp\t50.5\t55.5\nDịch vụ\t100.0\t110.0\n";
    session.add_file("ngan.tsv", Arc::from(text.as_bytes())).unwrap();
    session.accept_proposals().unwrap();
    let without = NewStudy { growth: None, ..frame() };
    assert_eq!(create_study(&session, &without, "v", "2026-11-29").unwrap_err(), NewStudyProblem::NoGrowth);
    let study = create_study(&session, &frame(), "v", "2026-11-29").unwrap();
    assert_eq!(study.pinned, "trend");
    assert_eq!(study.baselines.len(), 1);
}

#[test]
fn the_rest_of_a_total_is_taken_only_where_somebody_says_what_it_is() {
    let mut session = session_of(&workbook(1.0), None);
    session.say_role("Thuế sản phẩm trừ trợ cấp sản phẩm", LineRole::LeftOut);
    let refused = create_study(&session, &frame(), "v", "2026-11-29").unwrap_err();
    let NewStudyProblem::Remainder { year: 2024, share } = refused else { panic!("{refused:?}") };
    assert!((share - 1900.0 / 56970.0).abs() < 1e-12, "{share}");
    let said = NewStudy { remainder_is_taxes: true, ..frame() };
    let study = create_study(&session, &said, "v", "2026-11-29").unwrap();
    let taxes = study.observations.iter().find(|figure| figure.line == "taxes" && figure.year == Some(2024));
    assert!((taxes.unwrap().value - 1900.0).abs() < 1e-9, "{taxes:?}");
}

fn own_frame(study: &Study) -> ImportFrame {
    ImportFrame { territory: study.territory.clone(), vintage: study.history_vintage.clone() }
}

fn by_change(session: &ImportSession, study: &Study) -> BTreeMap<&'static str, usize> {
    let mut counts = BTreeMap::new();
    for change in session.changes(study, &own_frame(study)) {
        *counts.entry(change.id()).or_insert(0) += 1;
    }
    counts
}

#[test]
fn the_same_file_again_changes_nothing_and_a_revision_shows_both_values() {
    let bytes = workbook(1.0);
    let study = new_study(&bytes);
    let mut session = ImportSession::new(Some(study.price_base_year));
    session.follow_recipes(&study.recipes);
    session.add_file("nien-giam-2024.xlsx", Arc::clone(&bytes)).unwrap();
    assert_eq!(session.open_questions(), [], "a recipe has answered");
    let frame = own_frame(&study);
    assert_eq!(figures_to_take(&session, &study, &frame), []);
    assert_eq!(by_change(&session, &study).into_keys().collect::<Vec<_>>(), ["same"]);
    let mut revised = ImportSession::new(Some(study.price_base_year));
    revised.follow_recipes(&study.recipes);
    revised.add_file("nien-giam-2025.xlsx", workbook(1.01)).unwrap();
    let changes = revised.changes(&study, &frame);
    let intake = revised.intake(Some(&study), &frame);
    let found = intake.figures.iter().zip(&changes).find(|(incoming, _)| {
        let figure = &incoming.figure;
        (figure.quantity, figure.line.as_str(), figure.year) == (Quantity::Output, "total", Some(2024))
    });
    let (incoming, change) = found.unwrap();
    assert!((incoming.figure.value - 57539.7).abs() < 1e-6);
    assert!(matches!(change, IntakeChange::Revised { before, .. } if (before - 56970.0).abs() < 1e-6), "{change:?}");
}

fn folder() -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("importing");
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

fn choose(state: &mut AppState, choice: ImportChoice) {
    update(state, Command::Import(ImportCommand::Choice(choice)));
}

fn read_into(state: &mut AppState, goal: ImportGoal, bytes: Arc<[u8]>) {
    update(state, Command::Import(ImportCommand::Begin(goal)));
    let path = PathBuf::from("nien-giam-2024.xlsx");
    let read_on = "2026-11-29".to_owned();
    update(state, Command::Import(ImportCommand::Read { path, bytes: Ok(bytes), read_on }));
    assert_eq!(state.import.as_ref().unwrap().step, ImportStep::Tables);
    assert_eq!(state.import.as_ref().unwrap().problem, None);
}

#[test]
fn taking_is_one_step_of_undo_and_the_study_is_as_before() {
    let mut state = AppState::new(built_in().unwrap(), Origin::Shipped, Preferences::default());
    let before = Arc::clone(&state.study);
    read_into(&mut state, ImportGoal::IntoStudy, workbook(1.0));
    choose(&mut state, ImportChoice::Vintage("niên giám 2024".to_owned()));
    choose(&mut state, ImportChoice::AcceptAll);
    update(&mut state, Command::Import(ImportCommand::Take));
    assert!(state.import.is_none(), "{:?}", state.import.map(|import| import.problem));
    assert!(validate(&state.study).is_ok());
    let taken: Vec<&Figure> = state.study.observations.iter().filter(|f| f.cell.is_some()).collect();
    assert!(taken.len() > 50, "{}", taken.len());
    assert!(taken.iter().any(|figure| figure.unit == Unit::BillionVnd && figure.price_basis == PriceBasis::Constant));
    assert_eq!(state.study.recipes.len(), 1);
    assert_eq!(state.history.len(), 1);
    update(&mut state, Command::Document(DocumentCommand::Undo));
    assert_eq!(state.study, before);
}

#[test]
fn nothing_is_taken_while_a_question_that_must_be_answered_is_open() {
    let mut state = AppState::new(built_in().unwrap(), Origin::Shipped, Preferences::default());
    let before = Arc::clone(&state.study);
    let text = ",2023,2024\nTổng số,10.5,11.5\nNông nghiệp,4.5,5.5\nDịch vụ,6.0,6.0\n";
    read_into(
        &mut state,
        ImportGoal::NewStudy,
        Arc::from(format!("Tổng sản phẩm theo giá hiện hành\n{text}").into_bytes()),
    );
    update(&mut state, Command::Import(ImportCommand::Take));
    assert!(state.import.as_ref().unwrap().problem.is_some());
    assert_eq!(state.study, before);
}

#[test]
fn a_file_that_cannot_be_read_says_why_and_leaves_everything_as_it_was() {
    let mut state = AppState::new(built_in().unwrap(), Origin::Shipped, Preferences::default());
    let before = Arc::clone(&state.study);
    update(&mut state, Command::Import(ImportCommand::Begin(ImportGoal::IntoStudy)));
    let path = PathBuf::from("bia.pdf");
    let bytes: Arc<[u8]> = Arc::from(b"%PDF-1.7\n".to_vec());
    update(&mut state, Command::Import(ImportCommand::Read { path, bytes: Ok(bytes), read_on: String::new() }));
    let import = state.import.as_ref().unwrap();
    assert!(import.problem.is_some());
    assert!(import.session.files().is_empty());
    assert_eq!(state.study, before);
}

#[test]
fn a_new_study_that_was_never_saved_counts_as_unsaved() {
    let mut state = AppState::new(built_in().unwrap(), Origin::Shipped, Preferences::default());
    read_into(&mut state, ImportGoal::NewStudy, workbook(1.0));
    choose(&mut state, ImportChoice::AcceptAll);
    choose(&mut state, ImportChoice::Draft(Box::new(frame())));
    update(&mut state, Command::Import(ImportCommand::Take));
    assert!(state.import.is_none(), "{:?}", state.import.map(|import| import.problem));
    assert_eq!(state.study.name.vi, "Minh Sơn 2030");
    assert_eq!(state.origin, Origin::Unsaved);
    assert!(state.is_dirty());
}

#[test]
fn the_command_line_makes_the_same_study_and_refuses_while_questions_are_open() {
    let file = folder().join("nien-giam-2024.xlsx");
    std::fs::write(&file, workbook(1.0)).unwrap();
    let out = folder().join("minh-son.kichban");
    let run = |words: &[&str]| std::process::Command::new(env!("CARGO_BIN_EXE_kichban")).args(words).output().unwrap();
    let file = file.to_str().unwrap();
    let out = out.to_str().unwrap();
    let told =
        run(&["new", "--from", file, "--growth", "6", "--territory", "Minh Sơn", "--date", "2026-11-29", "--out", out]);
    assert_eq!(told.status.code(), Some(0), "{}", String::from_utf8_lossy(&told.stderr));
    let study = read_study(&std::fs::read(out).unwrap()).unwrap();
    assert!(study.observations.iter().all(|figure| figure.cell.is_some()));
    let again = run(&["import", out, file, "--format", "csv", "--lang", "en"]);
    assert_eq!(again.status.code(), Some(0), "{}", String::from_utf8_lossy(&again.stderr));
    let rows = String::from_utf8(again.stdout).unwrap();
    assert!(rows.lines().count() > 100 && rows.lines().skip(1).all(|row| row.starts_with("same,")), "{rows}");
    let open = folder().join("open.csv");
    std::fs::write(&open, ",2023,2024\nBaringo,24600,24136\nBomet,74205,74671\n").unwrap();
    let refused =
        run(&["new", "--from", open.to_str().unwrap(), "--out", folder().join("none.kichban").to_str().unwrap()]);
    assert_eq!(refused.status.code(), Some(3));
    assert!(!folder().join("none.kichban").exists());
}
