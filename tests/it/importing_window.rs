//! The import and the new study in the window, driven by keys and by names that a screen reader hears.

use crate::importing::workbook;
use crate::window::{FRAME, SCREEN, SteppedWindow as Window, click, open_stepped, state};
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use kichban::app::import::ImportStep;
use kichban::app::workspace::View;
use kichban::app::{AppState, Origin, Preferences};
use kichban::files::built_in;
use kichban::lang::Lang;
use kichban::quantity::Quantity;
use kichban::scenario::study::Study;
use kichban::scenario::{Edit, apply_edit};
use kichban::ui::Outside;
use std::path::{Path, PathBuf};

fn window() -> Window {
    window_of(built_in().unwrap())
}

fn window_of(study: Study) -> Window {
    let preferences = Preferences { lang: Lang::EN, tour_seen: true, ..Preferences::default() };
    let state = AppState::new(study, Origin::Shipped, preferences);
    open_stepped(Window::builder().with_size(SCREEN).with_step_dt(FRAME), state, Outside::without_writing())
}

fn step(window: &Window) -> ImportStep {
    state(window).import.as_ref().unwrap().step
}

fn type_into(window: &mut Window, label: &str, text: &str) {
    window.get_by_role_and_label(Role::TextInput, label).focus();
    window.run_steps(3);
    window.event(Event::Text(text.to_owned()));
    window.run_steps(3);
}

fn file() -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("importing-window");
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join("nien-giam-2024.xlsx");
    std::fs::write(&path, workbook(1.0)).unwrap();
    path
}

#[test]
fn a_study_comes_of_a_file_by_keyboard_alone() {
    let path = file();
    let mut window = window();
    window.key_press_modifiers(Modifiers::COMMAND, Key::N);
    window.run_steps(6);
    assert_eq!(step(&window), ImportStep::File);
    // The main button has the keyboard; the harness has no file dialog, so that the path is asked for.
    window.key_press(Key::Enter);
    window.run_steps(6);
    window.event(Event::Text(path.display().to_string()));
    window.run_steps(3);
    window.key_press(Key::Enter);
    window.run_steps(6);
    let (question, problem) = (&state(&window).question, &state(&window).import.as_ref().unwrap().problem);
    assert_eq!(step(&window), ImportStep::Tables, "{question:?} {problem:?} {}", path.display());
    for wanted in [ImportStep::Cells, ImportStep::Questions, ImportStep::Lines, ImportStep::Take] {
        window.key_press(Key::Enter);
        window.run_steps(4);
        assert_eq!(step(&window), wanted);
    }
    type_into(&mut window, "Territory", "Minh Sơn");
    type_into(&mut window, "Growth a year where there is no record, %", "6.2");
    window.key_press(Key::Enter);
    window.run_steps(4);
    assert!(state(&window).import.is_some(), "the key that ends the typing makes no study");
    click(&mut window, Role::Button, "Create the study");
    let state = state(&window);
    assert!(state.import.is_none(), "{:?}", state.import.as_ref().map(|import| &import.problem));
    assert_eq!(state.study.name.vi, "Minh Sơn 2030");
    assert_eq!(state.origin, Origin::Unsaved);
    assert!(state.derived.projection(&state.study.pinned).is_some());
    // What is missing is listed with the way to enter it.
    assert!(window.query_by_label("Missing").is_some());
}

#[test]
fn a_blank_province_is_typed_into_a_grid() {
    let mut window = window();
    window.key_press_modifiers(Modifiers::COMMAND, Key::N);
    window.run_steps(6);
    click(&mut window, Role::Button, "A blank province: type figures…");
    type_into(&mut window, "Territory", "Minh Sơn");
    type_into(&mut window, "Constant prices of", "2010");
    window.key_press(Key::Enter);
    window.run_steps(4);
    window.get_by_role_and_label(Role::TextInput, "Agriculture, forestry and fishery, 2023").focus();
    window.run_steps(3);
    window.event(Event::Paste("120\t130\n300\t330\n80\t90\n10\t11".to_owned()));
    window.run_steps(4);
    click(&mut window, Role::Button, "Next: check and take");
    assert_eq!(step(&window), ImportStep::Take, "{:?}", state(&window).import.as_ref().unwrap().problem);
    type_into(&mut window, "Growth a year where there is no record, %", "5");
    window.key_press(Key::Enter);
    window.run_steps(4);
    click(&mut window, Role::Button, "Create the study");
    let state = state(&window);
    assert!(state.import.is_none(), "{:?}", state.import.as_ref().map(|import| &import.problem));
    let output: Vec<f64> = state
        .study
        .observations
        .iter()
        .filter(|figure| figure.quantity == Quantity::Output && figure.year == Some(2024))
        .map(|figure| figure.value)
        .collect();
    assert_eq!(output.len(), 4, "{output:?}");
    assert!((output.iter().sum::<f64>() - 561.0).abs() < 1e-9, "{output:?}");
}

#[test]
fn escape_leaves_an_import_and_everything_as_it_was() {
    let mut window = window();
    let before = state(&window).study.clone();
    window.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::I);
    window.run_steps(6);
    assert!(state(&window).import.is_some());
    // The path is asked for first, then the button has the keyboard, then the import itself hears.
    for _ in 0..4 {
        window.key_press(Key::Escape);
        window.run_steps(4);
    }
    assert!(state(&window).import.is_none());
    assert_eq!(state(&window).study, before);
}

/// A file as the system hands it over when it is dropped.
#[derive(Debug)]
struct Dropped(PathBuf);

impl egui::DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        std::fs::read(&self.0).map_err(|error| error.to_string())
    }
}

fn dropped(path: &Path) -> egui::DroppedFileHandle {
    std::sync::Arc::new(Dropped(path.to_owned()))
}

#[test]
fn a_file_that_is_dropped_begins_an_import() {
    let path = file();
    let mut window = window();
    window.input_mut().dropped_files.push(dropped(&path));
    window.run_steps(6);
    assert_eq!(step(&window), ImportStep::Tables, "{:?}", state(&window).import.as_ref().unwrap().problem);
    let files: Vec<&str> =
        state(&window).import.as_ref().unwrap().session.files().iter().map(|file| file.name.as_str()).collect();
    assert_eq!(files, ["nien-giam-2024.xlsx"]);
}

#[test]
fn text_that_is_pasted_at_the_first_step_stands_for_a_file() {
    let mut window = window();
    window.key_press_modifiers(Modifiers::COMMAND, Key::N);
    window.run_steps(6);
    let text = "Tổng sản phẩm theo giá so sánh 2010 (Tỷ đồng)\n\t2023\t2024\nTổng số\t150,5\t165,5\nNông nghiệp\t50,5\t55,5\nDịch vụ\t100,0\t110,0\n";
    window.event(Event::Paste(text.to_owned()));
    window.run_steps(6);
    let import = state(&window).import.as_ref().unwrap();
    assert_eq!((import.step, &import.problem), (ImportStep::Tables, &None));
    let values: Vec<Option<f64>> =
        import.session.taken().flat_map(|(_, table, _)| table.cells.iter().map(|cell| cell.value)).collect();
    assert_eq!(values, [150.5, 165.5, 50.5, 55.5, 100.0, 110.0].map(Some));
}

/// The window on the view Data.
fn data_window() -> Window {
    let mut window = window();
    window.key_press_modifiers(Modifiers::COMMAND, Key::Num7);
    window.run_steps(4);
    assert_eq!(state(&window).workspace.view, View::Data);
    window
}

#[test]
fn a_table_pasted_into_data_is_asked_about_as_a_file_is() {
    let mut window = data_window();
    window.event(Event::Paste("Dân số trung bình (Nghìn người)\n\t2024\t2025\nTổng số\t1540,5\t1561,5\n".to_owned()));
    window.run_steps(6);
    assert_eq!(step(&window), ImportStep::Tables, "{:?}", state(&window).import.as_ref().unwrap().problem);
}

#[test]
fn bare_numbers_pasted_into_data_go_into_a_grid() {
    let mut window = data_window();
    window.event(Event::Paste("8,5\t8,6\n170,5\t175,5".to_owned()));
    window.run_steps(6);
    let table = state(&window).import.as_ref().unwrap().typed.as_ref().unwrap();
    assert_eq!(table.years.len(), 2);
    assert_eq!((&table.rows[0].cells[1], &table.rows[1].cells[0]), (&"8,6".to_owned(), &"170,5".to_owned()));
    // One word in the clipboard is no table.
    let mut window = data_window();
    window.event(Event::Paste("8,5".to_owned()));
    window.run_steps(6);
    assert!(state(&window).import.is_none());
}

#[test]
fn a_file_without_a_sheet_says_why_its_place_is_empty() {
    let mut window = window();
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("importing-window");
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join("population.px");
    let text = "CHARSET=\"ANSI\";\nTITLE=\"Population\";\nUNITS=\"thousand persons\";\nSTUB=\"region\";\nHEADING=\"year\";\nVALUES(\"region\")=\"North\",\"South\";\nVALUES(\"year\")=\"2023\",\"2024\";\nDATA=\n100.5 101.5\n200.5 201.5;\n";
    std::fs::write(&path, text).unwrap();
    window.input_mut().dropped_files.push(dropped(&path));
    window.run_steps(6);
    let import = state(&window).import.as_ref().unwrap();
    assert_eq!((import.step, &import.problem), (ImportStep::Tables, &None));
    assert!(window.query_by_label_contains("A file of this form has no sheet").is_some());
}

#[test]
fn a_catch_up_baseline_is_made_in_the_window() {
    let mut study = built_in().unwrap();
    let gone = Edit::DeleteBaseline { baseline: "catch-up".to_owned() };
    study = apply_edit(&study, &gone).unwrap();
    let mut window = window_of(study);
    window.get_by_role_and_label(Role::Button, "Catch-up to the targets…").click_accesskit();
    window.run_steps(6);
    click(&mut window, Role::Button, "OK");
    let state = state(&window);
    let made = state.study.baseline("catch-up").unwrap();
    assert_eq!((made.base_year, made.name.en.as_str()), (2024, "Catch-up to 2030"));
    // It is the baseline that the study had: the same rule from the same year gives the same figures.
    let known = built_in().unwrap();
    assert_eq!(made.rule, known.baseline("catch-up").unwrap().rule);
    assert!(state.derived.projection("catch-up").is_some());
}

#[test]
fn a_recipe_is_renamed_in_the_sheet_of_the_study() {
    let mut session = kichban::importing::ImportSession::new(None);
    session.propose_territory("Minh Sơn");
    session.add_file("nien-giam-2024.xlsx", workbook(1.0)).unwrap();
    session.accept_proposals().unwrap();
    let frame = kichban::importing::NewStudy { territory: "Minh Sơn".to_owned(), ..Default::default() };
    let study = kichban::importing::create_study(&session, &frame, "v2024", "2026-11-29").unwrap();
    let mut window = window_of(study);
    click(&mut window, Role::Button, "File");
    click(&mut window, Role::Button, "This study…");
    window.get_by_role_and_label(Role::TextInput, "Name of recipe 1").focus();
    window.run_steps(3);
    window.key_press_modifiers(Modifiers::COMMAND, Key::A);
    window.event(Event::Text("yearbook".to_owned()));
    window.run_steps(3);
    click(&mut window, Role::Button, "OK");
    assert_eq!(state(&window).study.recipes[0].recipe.name, "yearbook");
    click(&mut window, Role::Button, "File");
    click(&mut window, Role::Button, "This study…");
    window.get_by_label("Delete recipe yearbook").click_accesskit();
    window.run_steps(4);
    click(&mut window, Role::Button, "OK");
    assert_eq!(state(&window).study.recipes, []);
}
