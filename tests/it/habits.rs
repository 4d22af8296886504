//! Habits of the window: palette, history, shortcuts, autosave and recovery, presentation, recent files.

use crate::window::{SCREEN, Window, names_once, open_around, state};
use egui::{Context, Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use kichban::app::workspace::Focus;
use kichban::app::workspace::habits::{HabitsChange, WindowSheet};
use kichban::app::workspace::presentation::PagesChange;
use kichban::app::{
    AppState, Command, DocumentCommand, FileCommand, Intent, Origin, OverwriteReason, PendingQuestion, Preferences,
    Renderer, View, WindowCommand,
};
use kichban::files;
use kichban::lang::Lang;
use kichban::scenario::lever::Lever;
use kichban::scenario::setting::LeverKey;
use kichban::scenario::{CaseWords, Edit};
use kichban::text::lever_name;
use kichban::ui::{Outside, Shell, actions};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use tempfile::{TempDir, tempdir};

/// The window on the built-in study, with everything of its own in a folder.
fn window(folder: &Path, lang: Lang) -> Window {
    let outside = Outside::in_folder(folder);
    let preferences = Preferences { lang, ..outside.recall() };
    let state = AppState::new(files::built_in().unwrap(), Origin::Shipped, preferences);
    let shell = Shell::new(&Context::default(), state, outside);
    let builder = Window::builder().with_size(SCREEN).with_step_dt(0.1).with_max_steps(20);
    let mut harness = open_around(builder, shell, 1.0);
    settle(&mut harness);
    harness
}

fn settle(harness: &mut Window) {
    harness.run_ok();
    harness.run_steps(2);
}

fn ask(harness: &mut Window, command: Command) {
    harness.state_mut().ask(command);
    settle(harness);
}

fn press(harness: &mut Window, modifiers: Modifiers, key: Key) {
    harness.key_press_modifiers(modifiers, key);
    settle(harness);
}

fn type_text(harness: &mut Window, text: &str) {
    harness.event(egui::Event::Text(text.to_owned()));
    settle(harness);
}

/// Lets the window run until something has happened; work in the background takes its own time.
fn until(harness: &mut Window, happened: impl Fn(&Window) -> bool) {
    let start = Instant::now();
    while !happened(harness) {
        assert!(start.elapsed() < Duration::from_secs(20), "nothing happened");
        harness.run_steps(2);
        std::thread::sleep(Duration::from_millis(5));
    }
}

fn rename(name: &str) -> Command {
    let name = kichban::lang::Localized::new(name.to_owned(), name.to_owned());
    let words = Box::new(CaseWords { name, ..CaseWords::default() });
    Command::edit(Edit::DescribeCase { case: "trend".to_owned(), words })
}

fn name_of_trend(harness: &Window) -> String {
    state(harness).study.case_name("trend").unwrap().vi.clone()
}

/// A copy of the built-in study in a folder.
fn a_file(folder: &TempDir) -> PathBuf {
    let path = folder.path().join("quy hoạch.ron");
    files::save(&path, &files::built_in().unwrap()).unwrap();
    path
}

fn autosave_of(path: &Path) -> PathBuf {
    path.with_file_name(format!(".{}.autosave", path.file_name().unwrap().to_string_lossy()))
}

#[test]
fn the_palette_opens_by_key_and_runs_a_command_in_both_languages() {
    for (lang, typed) in [(Lang::VI, "so sanh"), (Lang::EN, "compare"), (Lang::EN, "so sánh")] {
        let folder = tempdir().unwrap();
        let mut harness = window(folder.path(), lang);
        press(&mut harness, Modifiers::COMMAND, Key::K);
        assert!(matches!(state(&harness).workspace.habits.sheet, Some(WindowSheet::Palette { .. })));
        type_text(&mut harness, typed);
        press(&mut harness, Modifiers::NONE, Key::Enter);
        assert_eq!(state(&harness).workspace.view, View::Compare, "{typed}");
        assert_eq!(state(&harness).workspace.habits.sheet, None);
    }
}

#[test]
fn the_palette_chooses_by_arrows_goes_to_scenarios_and_levers_and_closes_by_esc() {
    let folder = tempdir().unwrap();
    let mut harness = window(folder.path(), Lang::VI);
    press(&mut harness, Modifiers::COMMAND, Key::K);
    press(&mut harness, Modifiers::NONE, Key::ArrowDown);
    press(&mut harness, Modifiers::NONE, Key::ArrowDown);
    press(&mut harness, Modifiers::NONE, Key::ArrowUp);
    assert!(matches!(state(&harness).workspace.habits.sheet, Some(WindowSheet::Palette { chosen: 1, .. })));
    press(&mut harness, Modifiers::NONE, Key::Escape);
    assert_eq!(state(&harness).workspace.habits.sheet, None);

    let last = state(&harness).study.scenarios.last().unwrap().clone();
    press(&mut harness, Modifiers::COMMAND, Key::K);
    type_text(&mut harness, &last.name.vi);
    press(&mut harness, Modifiers::NONE, Key::Enter);
    assert_eq!(state(&harness).workspace.selected, last.id);

    press(&mut harness, Modifiers::COMMAND, Key::K);
    type_text(&mut harness, "ty le giai ngan");
    press(&mut harness, Modifiers::NONE, Key::Enter);
    let workspace = &state(&harness).workspace;
    assert!(workspace.search.is_empty(), "a jump leaves no filter behind");
    let Focus::Lever(key) = &workspace.focus else { panic!("no assumption is in focus") };
    assert_eq!(key.lever, Lever::RealisedRatio);
    let name = lever_name(key, &state(&harness).study, Lang::VI);
    let row = harness.get_by_role_and_label(egui::accesskit::Role::Label, &name);
    assert!(row.is_focused() && row.rect().bottom() < 744.0 && row.rect().top() > 38.0, "{:?}", row.rect());
    assert_eq!(state(&harness).workspace.column, Some(true));
}

#[test]
fn the_history_goes_back_and_forth_several_steps() {
    let folder = tempdir().unwrap();
    let mut harness = window(folder.path(), Lang::EN);
    let start = name_of_trend(&harness);
    for name in ["One", "Two", "Three"] {
        ask(&mut harness, rename(name));
    }
    press(&mut harness, Modifiers::COMMAND | Modifiers::SHIFT, Key::H);
    assert_eq!(state(&harness).workspace.habits.sheet, Some(WindowSheet::History));
    harness.get_by_label("Undo up to and with: Name and question: Two: One → Two").click();
    settle(&mut harness);
    assert_eq!(name_of_trend(&harness), "One");
    harness.get_by_label("Redo up to: Name and question: Three: Two → Three").click();
    settle(&mut harness);
    assert_eq!(name_of_trend(&harness), "Three");
    ask(&mut harness, Command::Document(DocumentCommand::Travel(-3)));
    assert_eq!(name_of_trend(&harness), start);
    assert!(!state(&harness).is_dirty());
}

#[test]
fn function_keys_help_present_and_fill_the_screen() {
    let folder = tempdir().unwrap();
    let mut harness = window(folder.path(), Lang::VI);
    press(&mut harness, Modifiers::NONE, Key::F1);
    assert_eq!(state(&harness).workspace.habits.sheet, Some(WindowSheet::Help));
    assert!(harness.query_by_label("Lưu: Ctrl+S").is_some());
    press(&mut harness, Modifiers::NONE, Key::Escape);
    press(&mut harness, Modifiers::NONE, Key::F5);
    assert!(state(&harness).workspace.habits.presenting);
    assert!((harness.ctx.zoom_factor() - 1.5).abs() < 1e-6);
    assert!(harness.query_by_label("Giả định").is_none() && harness.query_by_label("Tệp").is_none());
    press(&mut harness, Modifiers::NONE, Key::Escape);
    assert!(!state(&harness).workspace.habits.presenting);
    assert!((harness.ctx.zoom_factor() - 1.0).abs() < 1e-6);
    press(&mut harness, Modifiers::NONE, Key::F11);
    assert!(state(&harness).workspace.habits.full_screen);
    press(&mut harness, Modifiers::NONE, Key::F11);
    assert!(!state(&harness).workspace.habits.full_screen);
}

#[test]
fn the_tour_has_five_steps_and_is_seen_once() {
    let folder = tempdir().unwrap();
    assert!(!Outside::in_folder(folder.path()).recall().tour_seen, "without preferences it is the first start");
    let mut harness = window(folder.path(), Lang::VI);
    ask(&mut harness, Command::Window(WindowCommand::Habits(HabitsChange::Tour(0))));
    for _ in 0..4 {
        harness.get_by_label("Tiếp").click();
        settle(&mut harness);
    }
    harness.get_by_label("Xong").click();
    settle(&mut harness);
    assert_eq!(state(&harness).workspace.habits.tour, None);
    assert!(Outside::in_folder(folder.path()).recall().tour_seen);
}

#[test]
fn an_edit_is_autosaved_within_five_seconds_and_a_save_removes_the_autosave() {
    let folder = tempdir().unwrap();
    let path = a_file(&folder);
    let mut harness = window(folder.path(), Lang::VI);
    ask(&mut harness, Command::File(FileCommand::Intend(Intent::Open(path.clone()))));
    ask(&mut harness, rename("Một"));
    let edited = harness.ctx.input(|input| input.time);
    let autosave = autosave_of(&path);
    until(&mut harness, |_| autosave.exists());
    assert!(harness.ctx.input(|input| input.time) - edited < 5.0 || files::open(&autosave).is_ok());
    assert_eq!(files::open(&autosave).unwrap(), *state(&harness).study);
    assert_ne!(files::open(&path).unwrap(), *state(&harness).study, "the file itself is as it was");
    press(&mut harness, Modifiers::COMMAND, Key::S);
    assert!(!state(&harness).is_dirty());
    assert!(!autosave.exists());
    assert_eq!(files::open(&path).unwrap(), *state(&harness).study);
    let copies = files::backups_of(&path);
    assert_eq!(copies.len(), 1);
    assert_eq!(files::open(&copies[0]).unwrap(), files::built_in().unwrap());
    harness.state_mut().close();
    let left: Vec<_> = std::fs::read_dir(folder.path()).unwrap().map(|one| one.unwrap().file_name()).collect();
    assert!(!left.iter().any(|name| name.to_string_lossy().starts_with('.')), "{left:?}");
}

/// Edits a file until its autosave stands, then lets the program vanish without closing.
fn crash(folder: &TempDir, path: &Path) -> kichban::scenario::study::Study {
    let mut harness = window(folder.path(), Lang::VI);
    ask(&mut harness, Command::File(FileCommand::Intend(Intent::Open(path.to_owned()))));
    ask(&mut harness, rename("Hai"));
    let autosave = autosave_of(path);
    until(&mut harness, |_| autosave.exists());
    (*state(&harness).study).clone()
}

#[test]
fn after_a_crash_the_autosave_is_offered_and_restores_exactly() {
    let folder = tempdir().unwrap();
    let path = a_file(&folder);
    let lost = crash(&folder, &path);
    let mut harness = window(folder.path(), Lang::VI);
    ask(&mut harness, Command::File(FileCommand::Intend(Intent::Open(path.clone()))));
    assert!(matches!(state(&harness).question, Some(PendingQuestion::Recover(_))));
    press(&mut harness, Modifiers::NONE, Key::Escape);
    assert!(state(&harness).question.is_some(), "Esc does not lose work");
    harness.get_by_label("Mở bản lưu tự động").click();
    settle(&mut harness);
    assert_eq!(*state(&harness).study, lost);
    assert_eq!(state(&harness).origin, Origin::File(path.clone()));
    assert!(state(&harness).is_dirty());
    assert!(autosave_of(&path).exists(), "until it is saved");
    press(&mut harness, Modifiers::COMMAND, Key::S);
    assert_eq!(files::open(&path).unwrap(), lost);
    assert!(!autosave_of(&path).exists());
}

#[test]
fn a_discarded_autosave_stays_as_a_dated_copy() {
    let folder = tempdir().unwrap();
    let path = a_file(&folder);
    let lost = crash(&folder, &path);
    let mut harness = window(folder.path(), Lang::EN);
    ask(&mut harness, Command::File(FileCommand::Intend(Intent::Open(path.clone()))));
    harness.get_by_label("Discard the autosave").click();
    settle(&mut harness);
    assert_eq!(*state(&harness).study, files::built_in().unwrap());
    assert!(!autosave_of(&path).exists());
    assert_eq!(files::open(&files::backups_of(&path)[0]).unwrap(), lost);
}

#[test]
fn a_study_that_was_never_saved_is_recovered_at_the_next_start() {
    let folder = tempdir().unwrap();
    let has_autosave = |folder: &Path| {
        let entries = std::fs::read_dir(folder.join("data/autosave"));
        entries.is_ok_and(|mut all| all.any(|one| one.unwrap().path().extension().is_some_and(|e| e == "autosave")))
    };
    let mut first = window(folder.path(), Lang::VI);
    ask(&mut first, rename("Ba"));
    until(&mut first, |_| has_autosave(folder.path()));
    let lost = (*state(&first).study).clone();
    // A second program, while the first still runs, is not offered its work.
    let mut second = window(folder.path(), Lang::VI);
    second.state_mut().begin();
    settle(&mut second);
    assert!(state(&second).question.is_none());
    drop(second);
    drop(first);
    let mut third = window(folder.path(), Lang::VI);
    third.state_mut().begin();
    settle(&mut third);
    ask(&mut third, Command::File(FileCommand::Recover(true)));
    assert_eq!(*state(&third).study, lost);
    assert_eq!(state(&third).origin, Origin::Shipped);
    assert!(state(&third).is_dirty());
    ask(&mut third, Command::File(FileCommand::Intend(Intent::Quit)));
    ask(&mut third, Command::File(FileCommand::Decide(kichban::app::Decision::Discard)));
    third.state_mut().close();
    assert!(!has_autosave(folder.path()), "given up on purpose");
}

#[test]
fn a_second_program_says_so_and_leaves_the_autosave_of_the_first() {
    let folder = tempdir().unwrap();
    let path = a_file(&folder);
    let mut first = window(folder.path(), Lang::VI);
    ask(&mut first, Command::File(FileCommand::Intend(Intent::Open(path.clone()))));
    ask(&mut first, rename("Thứ nhất"));
    until(&mut first, |_| autosave_of(&path).exists());
    let kept = files::open(&autosave_of(&path)).unwrap();
    let mut second = window(folder.path(), Lang::VI);
    ask(&mut second, Command::File(FileCommand::Intend(Intent::Open(path.clone()))));
    assert!(state(&second).question.is_none(), "what the first program edits is not offered");
    assert!(names_once(&second, "đang mở trong một cửa sổ khác"));
    ask(&mut second, rename("Thứ hai"));
    second.run_steps(60);
    std::thread::sleep(Duration::from_millis(100));
    second.run_steps(4);
    assert_eq!(files::open(&autosave_of(&path)).unwrap(), kept);
    // The first saves; the second is then asked before it overwrites.
    press(&mut first, Modifiers::COMMAND, Key::S);
    press(&mut second, Modifiers::COMMAND, Key::S);
    assert!(matches!(
        state(&second).question,
        Some(PendingQuestion::Overwrite { reason: OverwriteReason::Changed, .. })
    ));
    assert_eq!(files::open(&path).unwrap(), kept);
    ask(&mut second, Command::File(FileCommand::Overwrite(path.clone())));
    assert_eq!(files::open(&path).unwrap(), *state(&second).study);
    assert!(files::backups_of(&path).iter().any(|copy| files::open(copy).unwrap() == kept));
}

#[test]
fn recent_files_and_the_view_are_remembered_and_missing_files_marked() {
    let folder = tempdir().unwrap();
    let path = a_file(&folder);
    let mut harness = window(folder.path(), Lang::VI);
    ask(&mut harness, Command::File(FileCommand::Intend(Intent::Open(path.clone()))));
    ask(&mut harness, Command::Window(WindowCommand::ShowView(View::Table)));
    ask(&mut harness, Command::Window(WindowCommand::ToggleColumn));
    drop(harness);
    std::fs::remove_file(&path).unwrap();
    let mut harness = window(folder.path(), Lang::VI);
    until(&mut harness, |harness| !state(harness).workspace.habits.missing.is_empty());
    let workspace = &state(&harness).workspace;
    assert_eq!((workspace.view, workspace.column), (View::Table, Some(false)));
    assert_eq!(workspace.preferences.recent, std::slice::from_ref(&path));
    assert_eq!(workspace.habits.missing, [path]);
    ask(&mut harness, Command::Window(WindowCommand::Habits(HabitsChange::ForgetMissing)));
    assert!(state(&harness).workspace.preferences.recent.is_empty());
}

#[test]
fn saved_messages_go_by_themselves_and_errors_stay() {
    let folder = tempdir().unwrap();
    let path = a_file(&folder);
    let mut harness = window(folder.path(), Lang::VI);
    ask(&mut harness, Command::File(FileCommand::Intend(Intent::Open(path))));
    ask(&mut harness, rename("Bốn"));
    press(&mut harness, Modifiers::COMMAND, Key::S);
    ask(&mut harness, Command::File(FileCommand::Intend(Intent::Open(folder.path().join("absent.ron")))));
    assert_eq!(state(&harness).notices.len(), 2);
    harness.run_steps(80);
    assert_eq!(state(&harness).notices.len(), 1);
    assert!(names_once(&harness, "absent.ron"));
}

/// A file as a hand drops it on the window.
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

#[test]
fn a_dropped_study_opens_under_either_ending() {
    for name in ["Kế hoạch.kichban", "Kế hoạch.ron"] {
        let folder = tempdir().unwrap();
        let path = folder.path().join(name);
        let mut study = files::built_in().unwrap();
        study.horizon = 2035;
        files::save(&path, &study).unwrap();
        let mut harness = window(folder.path(), Lang::VI);
        harness.input_mut().dropped_files.push(std::sync::Arc::new(Dropped(path.clone())));
        settle(&mut harness);
        assert_eq!(state(&harness).study.horizon, 2035, "{name}");
        assert_eq!(state(&harness).origin, Origin::File(path));
    }
}

#[test]
fn a_window_without_opengl_says_so_at_its_first_start_only() {
    let folder = tempdir().unwrap();
    for (lang, says) in [(Lang::VI, true), (Lang::VI, false), (Lang::EN, false)] {
        let mut harness = window(folder.path(), lang);
        assert!(!names_once(&harness, "OpenGL"));
        ask(&mut harness, Command::Window(WindowCommand::FellBack));
        assert_eq!(names_once(&harness, "OpenGL"), says, "{lang:?}");
        ask(&mut harness, Command::File(FileCommand::Intend(Intent::New)));
        assert_eq!(names_once(&harness, "OpenGL"), says, "another study changes nothing of it");
        ask(&mut harness, Command::Window(WindowCommand::SetRenderer(Renderer::Cpu)));
        harness.state_mut().close();
    }
    let preferences = Outside::in_folder(folder.path()).recall();
    assert_eq!((preferences.renderer, preferences.fallback_told), (Renderer::Cpu, true));
}

#[test]
fn an_idle_window_asks_for_no_frame() {
    let folder = tempdir().unwrap();
    let mut harness = window(folder.path(), Lang::VI);
    harness.run_steps(20);
    let delay = harness.output().viewport_output[&egui::ViewportId::ROOT].repaint_delay;
    assert_eq!(delay, Duration::MAX);
}

#[test]
fn a_study_is_opened_edited_and_saved_by_keyboard_alone() {
    let folder = tempdir().unwrap();
    let path = a_file(&folder);
    let mut harness = window(folder.path(), Lang::EN);
    press(&mut harness, Modifiers::COMMAND, Key::O);
    assert!(matches!(state(&harness).question, Some(PendingQuestion::Path { saving: false, .. })));
    type_text(&mut harness, &path.to_string_lossy());
    press(&mut harness, Modifiers::NONE, Key::Enter);
    assert_eq!(state(&harness).origin, Origin::File(path.clone()));
    let scenario = state(&harness).study.scenarios.first().unwrap().clone();
    press(&mut harness, Modifiers::COMMAND, Key::K);
    type_text(&mut harness, &scenario.name.en);
    press(&mut harness, Modifiers::NONE, Key::Enter);
    assert_eq!(state(&harness).workspace.selected, scenario.id);
    press(&mut harness, Modifiers::COMMAND, Key::F);
    type_text(&mut harness, "disbursement");
    // From the search field, Tab passes the switch of closures and reaches the first slider.
    for _ in 0..12 {
        press(&mut harness, Modifiers::NONE, Key::Tab);
        press(&mut harness, Modifiers::NONE, Key::ArrowRight);
        if state(&harness).is_dirty() {
            break;
        }
    }
    assert!(state(&harness).is_dirty(), "a lever moved by an arrow key");
    press(&mut harness, Modifiers::COMMAND, Key::S);
    assert!(!state(&harness).is_dirty());
    assert_eq!(files::open(&path).unwrap(), *state(&harness).study);
    assert_ne!(files::open(&path).unwrap(), files::built_in().unwrap());
}

/// With `UPDATE` set, the document is written anew.
#[test]
fn the_document_of_shortcuts_is_that_of_the_list() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/shortcuts.md");
    let made = actions::shortcuts_document();
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, &made).unwrap();
    }
    assert_eq!(std::fs::read_to_string(&path).unwrap(), made, "set UPDATE=1 to write it anew");
}

#[test]
fn a_presentation_fills_the_screen_and_arrows_go_from_page_to_page() {
    let folder = tempdir().unwrap();
    let mut harness = window(folder.path(), Lang::EN);
    press(&mut harness, Modifiers::NONE, Key::F5);
    let shows = |harness: &Window| {
        let workspace = &state(harness).workspace;
        (workspace.view, workspace.habits.full_screen, workspace.habits.presentation.page)
    };
    assert_eq!(shows(&harness), (View::Overview, true, 0));
    assert!(harness.query_by_label("← → page · Esc leave").is_some(), "how to leave is told");
    assert!(harness.query_by_label("Page 1 of 9: Overview").is_some());
    press(&mut harness, Modifiers::NONE, Key::ArrowLeft);
    assert_eq!(shows(&harness).2, 0, "before the first page there is none");
    press(&mut harness, Modifiers::NONE, Key::ArrowRight);
    press(&mut harness, Modifiers::NONE, Key::ArrowRight);
    assert_eq!(shows(&harness), (View::Sectors, true, 2));
    harness.get_by_label("Page before").click();
    settle(&mut harness);
    press(&mut harness, Modifiers::NONE, Key::ArrowLeft);
    assert_eq!(shows(&harness), (View::Overview, true, 0));
    press(&mut harness, Modifiers::NONE, Key::Escape);
    assert!(!state(&harness).workspace.habits.presenting && !state(&harness).workspace.habits.full_screen);
}

#[test]
fn pages_are_named_ordered_and_kept_with_their_settings() {
    let folder = tempdir().unwrap();
    let mut harness = window(folder.path(), Lang::EN);
    let pages = |change| Command::Window(WindowCommand::Habits(HabitsChange::Pages(change)));
    ask(&mut harness, Command::Window(WindowCommand::ShowView(View::Targets)));
    ask(&mut harness, Command::Window(WindowCommand::Habits(HabitsChange::Open(WindowSheet::Pages))));
    harness.get_by_label("Add what is on screen").click();
    settle(&mut harness);
    ask(&mut harness, Command::Window(WindowCommand::ShowView(View::Compare)));
    ask(&mut harness, Command::Document(DocumentCommand::SelectCase("three-projects".to_owned())));
    harness.get_by_label("Add what is on screen").click();
    settle(&mut harness);
    harness.get_by_label_contains("Move up: Compare").click();
    settle(&mut harness);
    ask(&mut harness, pages(PagesChange::Rename(0, "The answer".to_owned())));
    ask(&mut harness, Command::Window(WindowCommand::Habits(HabitsChange::CloseSheet)));
    ask(&mut harness, Command::Window(WindowCommand::ShowView(View::Data)));
    ask(&mut harness, Command::Document(DocumentCommand::SelectCase("trend".to_owned())));
    press(&mut harness, Modifiers::NONE, Key::F5);
    assert!(harness.query_by_label("Page 1 of 2: The answer").is_some());
    assert!(harness.query_by_label("The answer").is_some(), "the name stands above the page");
    let workspace = &state(&harness).workspace;
    assert_eq!((workspace.view, workspace.selected.as_str()), (View::Compare, "three-projects"));
    press(&mut harness, Modifiers::NONE, Key::PageDown);
    assert_eq!(state(&harness).workspace.view, View::Targets);
    let kept = Outside::in_folder(folder.path()).recall().pages;
    assert_eq!(kept, state(&harness).workspace.preferences.pages);
    assert_eq!(kept.len(), 2);
}

#[test]
fn a_chosen_assumption_is_moved_on_a_page() {
    let folder = tempdir().unwrap();
    let mut harness = window(folder.path(), Lang::EN);
    ask(&mut harness, Command::Document(DocumentCommand::SelectCase("three-projects".to_owned())));
    let key = LeverKey::for_lever(Lever::ProductivityGrowthAdded, "industry");
    let name = lever_name(&key, &state(&harness).study, Lang::EN);
    ask(&mut harness, Command::Window(WindowCommand::Habits(HabitsChange::ChoosePresented(key.clone()))));
    press(&mut harness, Modifiers::NONE, Key::F5);
    harness.get_by_role_and_label(egui::accesskit::Role::Slider, &name).focus();
    settle(&mut harness);
    press(&mut harness, Modifiers::NONE, Key::ArrowRight);
    let own = &state(&harness).study.scenario("three-projects").unwrap().settings;
    assert!(own.get(&key).is_some(), "the arrow moved the assumption");
    assert_eq!(state(&harness).workspace.habits.presentation.page, 0, "and not the page");
}
