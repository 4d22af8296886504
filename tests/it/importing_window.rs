//! The import and the new study in the window, driven by keys and by names that a screen reader hears.

use crate::importing::workbook;
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use kichban::app::import::ImportStep;
use kichban::app::{AppState, Origin, Preferences};
use kichban::files::built_in;
use kichban::lang::Lang;
use kichban::quantity::Quantity;
use kichban::ui::{Outside, Shell};
use std::path::{Path, PathBuf};

type Window = Harness<'static, Option<Shell>>;

fn window() -> Window {
    let preferences = Preferences { lang: Lang::En, tour_seen: true, ..Preferences::default() };
    let mut state = Some(AppState::new(built_in().unwrap(), Origin::Shipped, preferences));
    let mut harness = Harness::builder().with_size(vec2(1366.0, 768.0)).with_step_dt(1.0 / 60.0).build_ui_state(
        move |ui, shell: &mut Option<Shell>| {
            let shell =
                shell.get_or_insert_with(|| Shell::new(ui.ctx(), state.take().unwrap(), Outside::without_writing()));
            shell.before_drawing(ui.ctx());
            shell.draw(ui);
        },
        None,
    );
    harness.run_steps(4);
    harness
}

fn state(window: &Window) -> &AppState {
    window.state().as_ref().unwrap().state()
}

fn step(window: &Window) -> ImportStep {
    state(window).import.as_ref().unwrap().step
}

fn click(window: &mut Window, label: &str) {
    window.get_by_role_and_label(Role::Button, label).click();
    window.run_steps(4);
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
    click(&mut window, "Create the study");
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
    click(&mut window, "A blank province: type figures…");
    type_into(&mut window, "Territory", "Minh Sơn");
    type_into(&mut window, "Constant prices of", "2010");
    window.key_press(Key::Enter);
    window.run_steps(4);
    window.get_by_role_and_label(Role::TextInput, "Agriculture, forestry and fishery, 2023").focus();
    window.run_steps(3);
    window.event(Event::Paste("120\t130\n300\t330\n80\t90\n10\t11".to_owned()));
    window.run_steps(4);
    click(&mut window, "Next: check and take");
    assert_eq!(step(&window), ImportStep::Take, "{:?}", state(&window).import.as_ref().unwrap().problem);
    type_into(&mut window, "Growth a year where there is no record, %", "5");
    window.key_press(Key::Enter);
    window.run_steps(4);
    click(&mut window, "Create the study");
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
