//! The window as a workplace: new scenarios, lists by keyboard, drags, messages, recovery, history, ways back.

use crate::window::{FRAME, SCREEN, SteppedWindow as Window, ask, click, open_stepped, press, says, state};
use egui::accesskit::{Role, Toggled};
use egui::{Event, Key, Modifiers, PointerButton, Pos2, vec2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use kichban::analysis::Grouping;
use kichban::app::command::ExportChange;
use kichban::app::exports::ExportForm;
use kichban::app::view_models::StateReader;
use kichban::app::workspace::assumptions::{AssumptionsChange, EditorChange};
use kichban::app::workspace::habits::HabitsChange;
use kichban::app::workspace::questions::QuestionsChange;
use kichban::app::workspace::targets::TargetsChange;
use kichban::app::{
    AppState, Command, DocumentCommand, FileCommand, Intent, LastStudy, Origin, OverwriteReason, PendingQuestion,
    Preferences, View, WindowCommand,
};
use kichban::engine::Closure;
use kichban::export::chart::ChartFile;
use kichban::export::report::ReportBlock;
use kichban::files;
use kichban::lang::Lang;
use kichban::scenario::figure::Figure;
use kichban::scenario::lever::{Lever, LeverGroup};
use kichban::scenario::setting::{LeverKey, Setting};
use kichban::scenario::study::Study;
use kichban::scenario::{CaseWords, Edit, StudyFrame};
use kichban::text::lever_name;
use kichban::text::words::{filled, label};
use kichban::theme::Mode;
use kichban::ui::Outside;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tempfile::tempdir;

fn window_in(outside: Outside, preferences: Preferences) -> Window {
    window_with(files::built_in().unwrap(), outside, preferences)
}

fn window_with(study: Study, outside: Outside, preferences: Preferences) -> Window {
    let state = AppState::new(study, Origin::Shipped, preferences);
    open_stepped(Window::builder().with_size(SCREEN).with_step_dt(FRAME).with_max_steps(30), state, outside)
}

fn window(lang: Lang) -> Window {
    window_in(Outside::without_writing(), Preferences { lang, tour_seen: true, ..Preferences::default() })
}

fn window_of(folder: &Path) -> Window {
    let outside = Outside::in_folder(folder);
    let preferences = Preferences { lang: Lang::EN, tour_seen: true, ..outside.recall() };
    window_in(outside, preferences)
}

fn tap(window: &mut Window, key: Key) {
    press(window, Modifiers::NONE, key);
}

fn type_text(window: &mut Window, text: &str) {
    window.event(Event::Text(text.to_owned()));
    window.run_steps(3);
}

fn button(window: &mut Window, pos: Pos2, button: PointerButton, pressed: bool) {
    window.event(Event::PointerButton { pos, button, pressed, modifiers: Modifiers::NONE });
    window.run_steps(2);
}

fn move_to(window: &mut Window, pos: Pos2) {
    window.event(Event::PointerMoved(pos));
    window.run_steps(2);
}

fn case_name(window: &Window, case: &str) -> String {
    StateReader::new(state(window)).name(case)
}

fn rename(name: &str) -> Command {
    let name = kichban::lang::Localized::new(name, name);
    let words = Box::new(CaseWords { name, ..CaseWords::default() });
    Command::edit(Edit::DescribeCase { case: "trend".to_owned(), words })
}

fn select(window: &mut Window, case: &str) {
    ask(window, Command::Document(DocumentCommand::SelectCase(case.to_owned())));
}

#[test]
fn a_new_scenario_is_named_shortened_and_asked_a_question_in_one_step_by_keyboard() {
    for lang in Lang::ALL {
        let mut window = window(lang);
        let before = state(&window).study.scenarios.len();
        click(&mut window, Role::Button, &label(lang, "scenarios-add"));
        assert!(window.get_by_label(&label(lang, "case-form-name")).is_focused());
        // All of the proposed name is selected: typing replaces it.
        type_text(&mut window, "Năng suất công nghiệp cao hơn một điểm");
        tap(&mut window, Key::Tab);
        type_text(&mut window, "CN +1");
        tap(&mut window, Key::Tab);
        type_text(&mut window, "Nếu năng suất tăng thêm một điểm thì sao?");
        tap(&mut window, Key::Enter);
        let made = state(&window).study.scenarios.last().unwrap().clone();
        assert_eq!(state(&window).study.scenarios.len(), before + 1);
        assert_eq!(made.name.in_lang(lang), "Năng suất công nghiệp cao hơn một điểm");
        assert_eq!(made.note.in_lang(lang), "Nếu năng suất tăng thêm một điểm thì sao?");
        assert_eq!(StateReader::new(state(&window)).short(&made.id), "CN +1", "labels of charts and tables use it");
        assert_eq!(state(&window).history.len(), 1, "one step of undo");
        assert_eq!(state(&window).workspace.selected, made.id);
        let row = window.get_by_role_and_label(Role::ListItem, made.name.in_lang(lang)).rect();
        assert!(row.top() >= 38.0 && row.bottom() <= 400.0, "the new row is in sight: {row:?}");
    }
}

#[test]
fn a_form_that_is_left_by_esc_made_nothing() {
    let mut window = window(Lang::EN);
    let before = state(&window).study.clone();
    click(&mut window, Role::Button, &label(Lang::EN, "scenarios-add"));
    type_text(&mut window, "Nothing");
    tap(&mut window, Key::Escape);
    assert!(state(&window).question.is_none());
    assert_eq!(state(&window).study, before);
}

#[test]
fn the_way_to_a_new_scenario_stays_in_sight_however_long_the_list_is() {
    let mut window = window(Lang::EN);
    for _ in 0..16 {
        ask(&mut window, Command::Document(DocumentCommand::NewFrom("plan".to_owned())));
        tap(&mut window, Key::Enter);
    }
    let add = window.get_by_role_and_label(Role::Button, &label(Lang::EN, "scenarios-add")).rect();
    assert!(add.bottom() < 480.0 && add.top() > 60.0, "{add:?}");
    let last = state(&window).workspace.selected.clone();
    let row = window.get_by_role_and_label(Role::ListItem, &case_name(&window, &last)).rect();
    assert!(row.bottom() <= add.top() + 1.0 && row.top() > 38.0, "the newest row is in sight: {row:?}, {add:?}");
}

#[test]
fn the_tree_folds_and_a_scenario_that_is_chosen_unfolds_it() {
    let mut window = window(Lang::EN);
    let child = case_name(&window, "three-projects");
    let fold = filled(Lang::EN, "scenarios-fold", &[("name", &case_name(&window, "trend"))]);
    assert!(window.query_by_role_and_label(Role::ListItem, &child).is_some());
    click(&mut window, Role::Button, &fold);
    assert!(window.query_by_role_and_label(Role::ListItem, &child).is_none());
    select(&mut window, "three-projects");
    assert!(window.query_by_role_and_label(Role::ListItem, &child).is_some());
    assert!(!state(&window).is_dirty(), "folding is no edit");
}

#[test]
fn arrow_keys_walk_the_list_of_scenarios_and_fold_it() {
    let mut window = window(Lang::EN);
    let ids: Vec<String> = state(&window).study.case_ids().into_iter().map(str::to_owned).collect();
    window.get_by_role_and_label(Role::ListItem, &case_name(&window, &ids[0])).focus();
    window.run_steps(3);
    for id in &ids[1..] {
        tap(&mut window, Key::ArrowDown);
        assert_eq!(state(&window).workspace.selected, *id);
        let name = case_name(&window, id);
        let row = window.get_by_role_and_label(Role::ListItem, &name);
        assert!(row.is_focused(), "{id}: the keyboard goes along");
    }
    tap(&mut window, Key::Home);
    assert_eq!(state(&window).workspace.selected, ids[0]);
    tap(&mut window, Key::ArrowLeft);
    assert_eq!(state(&window).workspace.folded, [ids[0].clone()]);
    tap(&mut window, Key::ArrowRight);
    assert!(state(&window).workspace.folded.is_empty());
}

#[test]
fn the_line_under_the_list_of_scenarios_moves_and_is_remembered() {
    let mut window = window(Lang::EN);
    let name = label(Lang::EN, "scenarios-divider");
    let start = window.get_by_role_and_label(Role::Splitter, &name).rect();
    move_to(&mut window, start.center());
    button(&mut window, start.center(), PointerButton::Primary, true);
    move_to(&mut window, start.center() - vec2(0.0, 30.0));
    move_to(&mut window, start.center() - vec2(0.0, 60.0));
    button(&mut window, start.center() - vec2(0.0, 60.0), PointerButton::Primary, false);
    let moved = window.get_by_role_and_label(Role::Splitter, &name).rect();
    assert!(moved.top() < start.top() - 40.0, "{start:?} to {moved:?}");
    assert!(state(&window).workspace.preferences.list_height.is_some());
    window.get_by_role_and_label(Role::Splitter, &name).focus();
    window.run_steps(2);
    tap(&mut window, Key::ArrowDown);
    let keyed = window.get_by_role_and_label(Role::Splitter, &name).rect();
    assert!(keyed.top() > moved.top() + 10.0, "arrow keys move it: {moved:?} to {keyed:?}");
}

fn lever(window: &Window, key: &LeverKey) -> String {
    lever_name(key, &state(window).study, Lang::EN)
}

#[test]
fn a_second_button_does_not_let_go_of_a_slider() {
    let mut window = window(Lang::EN);
    select(&mut window, "three-projects");
    let key = LeverKey::for_lever(Lever::ProjectAmount, "goertek");
    let slider = window.get_by_role_and_label(Role::Slider, &lever(&window, &key)).rect();
    let at = |share: f32| egui::pos2(slider.left() + share * slider.width(), slider.center().y);
    let handle = at(0.5);
    move_to(&mut window, handle);
    button(&mut window, handle, PointerButton::Primary, true);
    move_to(&mut window, at(0.7));
    button(&mut window, at(0.7), PointerButton::Secondary, true);
    button(&mut window, at(0.7), PointerButton::Secondary, false);
    let value = |window: &Window| state(window).study.scenario("three-projects").unwrap().settings.get(&key).cloned();
    let before = value(&window);
    move_to(&mut window, at(0.9));
    assert_ne!(value(&window), before, "the drag goes on");
    button(&mut window, at(0.9), PointerButton::Primary, false);
    let left = value(&window);
    move_to(&mut window, at(0.2));
    assert_eq!(value(&window), left, "and ends with its own button");
    assert_eq!(state(&window).history.len(), 1, "one drag is one step");
}

#[test]
fn esc_takes_the_drag_of_a_point_back() {
    let mut window = window(Lang::EN);
    let key = LeverKey::province(Lever::InvestmentRate);
    select(&mut window, "three-projects");
    let points = Setting::Points([(2026, 0.36), (2030, 0.40)].into_iter().collect());
    ask(
        &mut window,
        Command::edit(Edit::SetLever { scenario: "three-projects".to_owned(), key: key.clone(), setting: points }),
    );
    ask(&mut window, Command::Window(WindowCommand::Habits(HabitsChange::GoTo(key.clone()))));
    let open = EditorChange::ToggleValueForm(key.clone());
    ask(&mut window, Command::Window(WindowCommand::Assumptions(AssumptionsChange::Editor(open))));
    let name = filled(Lang::EN, "assume-point", &[("name", &lever(&window, &key)), ("year", "2030")]);
    window.get_by_label(&name).scroll_to_me();
    window.run_steps(4);
    let (study, steps) = (state(&window).study.clone(), state(&window).history.len());
    let point = window.get_by_label(&name).rect().center();
    move_to(&mut window, point);
    button(&mut window, point, PointerButton::Primary, true);
    move_to(&mut window, point - vec2(0.0, 12.0));
    move_to(&mut window, point - vec2(0.0, 24.0));
    assert_ne!(state(&window).study, study, "the drag has an effect");
    tap(&mut window, Key::Escape);
    assert_eq!(state(&window).study, study);
    move_to(&mut window, point - vec2(0.0, 40.0));
    button(&mut window, point - vec2(0.0, 40.0), PointerButton::Primary, false);
    assert_eq!(state(&window).study, study, "nothing follows after Esc");
    assert_eq!(state(&window).history.len(), steps);
}

#[test]
fn arrow_keys_on_one_slider_are_one_step_that_says_from_what_to_what() {
    let mut window = window(Lang::EN);
    select(&mut window, "three-projects");
    let key = LeverKey::for_lever(Lever::ProjectAmount, "goertek");
    let name = lever(&window, &key);
    window.get_by_role_and_label(Role::Slider, &name).focus();
    window.run_steps(2);
    for _ in 0..4 {
        tap(&mut window, Key::ArrowRight);
    }
    assert_eq!(state(&window).history.len(), 1);
    let other = LeverKey::for_lever(Lever::ProjectAmount, "foxconn");
    window.get_by_role_and_label(Role::Slider, &lever(&window, &other)).focus();
    window.run_steps(2);
    tap(&mut window, Key::ArrowRight);
    assert_eq!(state(&window).history.len(), 2, "another slider is another step");
    window.get_by_role_and_label(Role::Slider, &name).focus();
    window.run_steps(2);
    tap(&mut window, Key::ArrowRight);
    assert_eq!(state(&window).history.len(), 3, "coming back is a new step");
    press(&mut window, Modifiers::COMMAND | Modifiers::SHIFT, Key::H);
    let rows: Vec<String> = window
        .get_all_by_role(Role::Button)
        .filter_map(|node| node.accesskit_node().label())
        .filter(|text| text.starts_with("Undo up to") && text.contains(&name))
        .collect();
    assert_eq!(rows.len(), 2);
    assert!(rows.iter().all(|row| row.contains("280") || row.contains('→')) && rows[0] != rows[1], "{rows:?}");
}

#[test]
fn added_growth_says_to_what_it_is_added() {
    let mut window = window(Lang::EN);
    select(&mut window, "three-projects");
    ask(&mut window, Command::Window(WindowCommand::ToggleGroup(LeverGroup::Growth)));
    assert!(says(&window, "Added to 4") || says(&window, "Added to 5"), "the growth of the baseline stands beside it");
}

#[test]
fn messages_of_success_go_and_do_not_pile_up_and_errors_are_few_at_once() {
    let folder = tempdir().unwrap();
    let mut window = window_of(folder.path());
    let centre = window.get_by_role_and_label(Role::RadioButton, &label(Lang::EN, "display-level")).rect();
    for number in 0..3 {
        let path = folder.path().join(format!("{number}.kichban"));
        ask(&mut window, Command::File(FileCommand::SaveTo(path)));
    }
    assert_eq!(state(&window).notices.len(), 1, "a later success takes the place of an earlier one");
    let level = window.get_by_role_and_label(Role::RadioButton, &label(Lang::EN, "display-level")).rect();
    assert_eq!(level, centre, "what passes moves nothing");
    for number in 0..6 {
        let path = folder.path().join(format!("absent-{number}.kichban"));
        ask(&mut window, Command::File(FileCommand::Intend(Intent::Open(path))));
    }
    window.run_steps(60 * 7);
    assert_eq!(state(&window).notices.len(), 6, "errors stay until they are closed");
    let shown = window.get_all_by_role_and_label(Role::Button, &label(Lang::EN, "notice-dismiss")).count();
    assert_eq!(shown, 3, "three at once");
    click(&mut window, Role::Button, &label(Lang::EN, "notice-dismiss-all"));
    assert!(state(&window).notices.is_empty());
}

fn a_file(folder: &Path) -> PathBuf {
    let path = folder.join("plan.kichban");
    files::save(&path, &files::built_in().unwrap()).unwrap();
    path
}

#[test]
fn a_second_window_asks_before_it_overwrites_a_file_that_the_first_has_not_saved() {
    let folder = tempdir().unwrap();
    let path = a_file(folder.path());
    let mut first = window_of(folder.path());
    ask(&mut first, Command::File(FileCommand::Intend(Intent::Open(path.clone()))));
    let mut second = window_of(folder.path());
    ask(&mut second, Command::File(FileCommand::Intend(Intent::Open(path.clone()))));
    ask(&mut second, rename("Second"));
    press(&mut second, Modifiers::COMMAND, Key::S);
    let elsewhere = |window: &Window| match &state(window).question {
        Some(PendingQuestion::Overwrite { reason, .. }) => Some(*reason),
        Some(_) | None => None,
    };
    assert_eq!(elsewhere(&second), Some(OverwriteReason::OpenElsewhere));
    assert_eq!(files::open(&path).unwrap(), files::built_in().unwrap(), "nothing is written before the answer");
    ask(&mut second, Command::File(FileCommand::Overwrite(path.clone())));
    assert_eq!(files::open(&path).unwrap(), *state(&second).study);
    ask(&mut first, rename("First"));
    press(&mut first, Modifiers::COMMAND, Key::S);
    assert_eq!(elsewhere(&first), Some(OverwriteReason::Changed), "the first is asked, too");
    // A window that was closed in the meantime has given the file back.
    let mut third = window_of(folder.path());
    ask(&mut third, Command::File(FileCommand::Intend(Intent::Open(path.clone()))));
    drop((first, second));
    ask(&mut third, rename("Third"));
    press(&mut third, Modifiers::COMMAND, Key::S);
    assert_eq!(elsewhere(&third), None);
    assert_eq!(files::open(&path).unwrap(), *state(&third).study);
}

#[test]
fn the_next_start_opens_the_last_study_and_offers_what_a_crash_left() {
    let folder = tempdir().unwrap();
    let path = a_file(folder.path());
    let mut first = window_of(folder.path());
    ask(&mut first, Command::File(FileCommand::Intend(Intent::Open(path.clone()))));
    assert_eq!(state(&first).workspace.preferences.last, Some(LastStudy::File(path.clone())));
    first.run_steps(10);
    drop(first);
    let mut second = window_of(folder.path());
    second.state_mut().as_mut().unwrap().begin();
    second.run_steps(4);
    assert_eq!(state(&second).origin, Origin::File(path.clone()));
    // It is killed with an edit that only its autosave holds.
    ask(&mut second, rename("Lost"));
    let autosave = path.with_file_name(".plan.kichban.autosave");
    for _ in 0..2000 {
        second.run_steps(2);
        if autosave.exists() {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    assert!(autosave.exists());
    let lost = state(&second).study.clone();
    drop(second);
    // A shipped study was looked at last: the crash is offered all the same.
    let outside = Outside::in_folder(folder.path());
    let last = Some(LastStudy::Shipped("bac-ninh-2030".to_owned()));
    outside.remember(&Preferences { last, ..outside.recall() });
    let mut third = window_of(folder.path());
    third.state_mut().as_mut().unwrap().begin();
    third.run_steps(6);
    assert!(matches!(state(&third).question, Some(PendingQuestion::Recover(_))));
    ask(&mut third, Command::File(FileCommand::Recover(true)));
    assert_eq!(state(&third).study, lost);
}

#[test]
fn the_tour_says_what_is_answered_and_tells_what_the_first_move_did() {
    for lang in Lang::ALL {
        let mut window = window(lang);
        select(&mut window, "three-projects");
        ask(&mut window, Command::Window(WindowCommand::Habits(HabitsChange::Tour(0))));
        let study = state(&window).study.name.in_lang(lang).to_owned();
        assert!(says(&window, &filled(lang, "tour-answers-example", &[("study", &study)])));
        for _ in 0..2 {
            click(&mut window, Role::Button, &label(lang, "tour-next"));
        }
        assert!(says(&window, &label(lang, "tour-try")));
        let key = LeverKey::for_lever(Lever::ProjectAmount, "goertek");
        let name = lever_name(&key, &state(&window).study, lang);
        window.get_by_role_and_label(Role::Slider, &name).focus();
        window.run_steps(2);
        for _ in 0..3 {
            tap(&mut window, Key::PageUp);
        }
        assert!(!says(&window, &label(lang, "tour-try")));
        assert!(says(&window, "GRDP 2030: "), "{lang}: the first move is told");
    }
}

#[test]
fn an_assumption_that_changes_nothing_this_year_says_in_which_year_it_does() {
    for lang in Lang::ALL {
        let mut window = window(lang);
        let case = "three-projects";
        let key = LeverKey::for_lever(Lever::ProjectDelay, "foxconn");
        select(&mut window, case);
        ask(&mut window, Command::edit(Edit::SetPinned(case.to_owned())));
        ask(&mut window, Command::Document(DocumentCommand::NewFrom(case.to_owned())));
        tap(&mut window, Key::Enter);
        let child = state(&window).workspace.selected.clone();
        let setting = Setting::Constant(1.0);
        ask(&mut window, Command::edit(Edit::SetLever { scenario: child, key: key.clone(), setting }));
        ask(&mut window, Command::Window(WindowCommand::ShowView(View::Compare)));
        click(&mut window, Role::RadioButton, &label(lang, "why-one-by-one"));
        let name = lever_name(&key, &state(&window).study, lang);
        assert!(says(&window, &name), "{lang}: a single assumption is split off");
        assert!(!says(&window, "trơ"));
        ask(&mut window, Command::Window(WindowCommand::Questions(QuestionsChange::Grouping(Grouping::default()))));
    }
}

#[test]
fn growth_needed_is_counted_from_a_chosen_year() {
    let mut window = window(Lang::EN);
    ask(&mut window, Command::Window(WindowCommand::ShowView(View::Targets)));
    let needed = |window: &Window| -> Vec<String> {
        let reader = StateReader::new(state(window));
        let rows = kichban::app::view_models::targets_content(&reader, 3).needs;
        rows.into_iter().map(|row| row.needed).collect()
    };
    let latest = needed(&window);
    ask(&mut window, Command::Window(WindowCommand::Targets(TargetsChange::From(Some(2021)))));
    assert_ne!(needed(&window), latest);
    assert!(says(&window, "2021"));
    ask(&mut window, Command::Window(WindowCommand::Targets(TargetsChange::From(None))));
    assert_eq!(needed(&window), latest);
}

#[test]
fn what_a_target_shows_under_the_pointer_says_what_each_figure_is() {
    for lang in [Lang::VI, Lang::EN] {
        let mut window = window(lang);
        ask(&mut window, Command::Window(WindowCommand::ShowView(View::Targets)));
        let reader = StateReader::new(state(&window));
        let row = kichban::app::view_models::targets_content(&reader, 1).needs.remove(0);
        let at = window
            .get_all_by_role(Role::ListItem)
            .find(|node| {
                node.accesskit_node().label().is_some_and(|name| name.contains(&row.name) && name.contains(&row.wanted))
            })
            .unwrap()
            .rect()
            .center();
        window.hover_at(at);
        window.run_steps(60);
        for (key, value) in
            [("column-goal", &row.wanted), ("column-missing", &row.missing), ("column-needed", &row.needed)]
        {
            let line = format!("{}: {value}", label(lang, key));
            assert!(says(&window, &line), "{line}");
        }
    }
}

#[test]
fn a_search_is_cleared_by_its_cross() {
    let mut window = window(Lang::EN);
    press(&mut window, Modifiers::COMMAND, Key::F);
    type_text(&mut window, "goertek");
    assert_eq!(state(&window).workspace.search, "goertek");
    click(&mut window, Role::Button, &label(Lang::EN, "levers-find-clear"));
    assert!(state(&window).workspace.search.is_empty());
}

#[test]
fn the_palette_shows_what_is_found_after_it_was_scrolled() {
    let mut window = window(Lang::EN);
    press(&mut window, Modifiers::COMMAND, Key::K);
    for _ in 0..8 {
        tap(&mut window, Key::PageDown);
    }
    type_text(&mut window, "compare");
    let rows: Vec<_> = window.get_all_by_role(Role::ListItem).map(|node| node.rect()).collect();
    let palette: Vec<_> = rows.into_iter().filter(|rect| rect.left() > 380.0 && rect.width() > 400.0).collect();
    assert!(!palette.is_empty());
    assert!(palette[0].top() > 72.0 && palette[0].bottom() < 400.0, "{palette:?}");
}

/// The colour of the ring around what has the keyboard.
fn ring_color() -> egui::Color32 {
    let focus = kichban::theme::Theme::for_mode(Mode::Light).focus;
    egui::Color32::from_rgb(focus.0, focus.1, focus.2)
}

fn has_ring(shape: &egui::Shape, near: egui::Rect) -> bool {
    match shape {
        egui::Shape::Vec(shapes) => shapes.iter().any(|shape| has_ring(shape, near)),
        egui::Shape::Rect(rect) => {
            rect.stroke.color == ring_color() && rect.stroke.width >= 1.0 && rect.rect.expand(6.0).intersects(near)
        }
        _ => false,
    }
}

/// What has the keyboard, by role, name and place; and whether that can be seen.
fn seen_focus(window: &Window) -> Option<(String, egui::Rect, bool)> {
    let node = window.root().children_recursive().find(egui_kittest::Node::is_focused)?;
    let rect = node.rect();
    let own = node.accesskit_node();
    let name = format!("{:?} {}", own.role(), own.label().or_else(|| own.value()).unwrap_or_default());
    let screen = egui::Rect::from_min_size(Pos2::ZERO, SCREEN);
    let ringed = window.output().shapes.iter().any(|clipped| {
        let visible = clipped.clip_rect.intersect(screen).intersect(rect.expand(6.0));
        visible.is_positive() && visible.height() >= 6.0 && has_ring(&clipped.shape, rect)
    });
    Some((name, rect, ringed))
}

#[test]
fn the_keyboard_is_seen_at_every_step_of_a_walk_through_all_views() {
    for view in View::ALL {
        let mut window = window(Lang::VI);
        ask(&mut window, Command::Window(WindowCommand::ShowView(view)));
        let mut visited: Vec<String> = Vec::new();
        for step in 0..220 {
            tap(&mut window, Key::Tab);
            // After the last control the keyboard leaves the window once, before it begins anew.
            let Some((name, rect, ringed)) = seen_focus(&window) else { break };
            assert!(ringed, "{view:?}, step {step}: the focus on {name} at {rect:?} is not seen");
            let place = format!("{name} {rect:?}");
            if visited.first() == Some(&place) {
                break;
            }
            visited.push(place);
        }
        let reached = |part: &str| visited.iter().any(|place| place.contains(part));
        assert!(visited.len() > 20, "{view:?}: {visited:?}");
        if view == View::Overview {
            assert!(reached("Image "), "charts are reached: {visited:#?}");
            assert!(reached("GRDP 2030: "), "cards are reached: {visited:#?}");
            assert!(reached("Link "), "the link of the status bar is reached: {visited:#?}");
        }
    }
}

#[test]
fn a_view_that_a_key_brings_has_the_keyboard_and_tab_goes_on_inside_it() {
    let mut window = window(Lang::EN);
    press(&mut window, Modifiers::COMMAND, Key::Num2);
    assert_eq!(state(&window).workspace.view, View::Compare);
    let (name, place, ringed) = seen_focus(&window).unwrap();
    assert!(name.starts_with("Region") && ringed, "{name}");
    tap(&mut window, Key::Tab);
    let (name, rect, _) = seen_focus(&window).unwrap();
    assert!(place.contains_rect(rect) && !name.starts_with("Region"), "{name} at {rect:?} in {place:?}");
    press(&mut window, Modifiers::SHIFT, Key::Tab);
    assert!(window.query_by_role(Role::Region).is_none(), "the view itself is no stop of a walk");
}

#[test]
fn every_text_of_a_study_has_room_to_be_read_and_typed() {
    for lang in Lang::ALL {
        let mut window = window(lang);
        let frame = StudyFrame::of(&state(&window).study);
        ask(&mut window, Command::Window(WindowCommand::EditFrame(Some(Box::new(frame)))));
        let fields: Vec<(String, f32)> = window
            .get_all_by_role(Role::TextInput)
            .map(|field| (field.accesskit_node().label().unwrap_or_default(), field.rect().width()))
            // Values of assumptions, under the sheet, are numbers of a few digits.
            .filter(|(name, _)| !name.ends_with(&filled(lang, "levers-field-name", &[("name", "")])))
            .collect();
        assert!(fields.len() > 12, "{fields:?}");
        let narrow: Vec<&(String, f32)> = fields.iter().filter(|(_, width)| *width < 55.0).collect();
        assert!(narrow.is_empty(), "{narrow:?}");
    }
}

#[test]
fn the_tour_goes_back_as_well() {
    let mut window = window(Lang::EN);
    ask(&mut window, Command::Window(WindowCommand::Habits(HabitsChange::Tour(0))));
    assert!(says(&window, "1 / 5") && window.query_by_label(&label(Lang::EN, "tour-back")).is_none());
    click(&mut window, Role::Button, &label(Lang::EN, "tour-next"));
    assert!(says(&window, "2 / 5"));
    click(&mut window, Role::Button, &label(Lang::EN, "tour-back"));
    assert!(says(&window, "1 / 5"));
}

#[test]
fn a_study_without_projects_says_so_and_opens_at_what_moves_it() {
    let shipped = files::shipped_studies().iter().find(|one| one.id == "viet-nam").unwrap();
    let study = files::read_study(shipped.text.as_bytes()).unwrap();
    let preferences = Preferences { lang: Lang::EN, tour_seen: true, ..Preferences::default() };
    let mut window = window_with(study, Outside::without_writing(), preferences);
    assert_eq!(state(&window).workspace.open_groups, [LeverGroup::Growth]);
    ask(&mut window, Command::Window(WindowCommand::ToggleGroup(LeverGroup::Growth)));
    ask(&mut window, Command::Window(WindowCommand::ToggleGroup(LeverGroup::Investment)));
    assert!(says(&window, &label(Lang::EN, "record-none-project")));
}

#[test]
fn f10_goes_to_the_menus_and_shift_f10_opens_the_menu_of_a_chart() {
    let mut window = window(Lang::EN);
    tap(&mut window, Key::F10);
    let name = label(Lang::EN, "menu-file");
    assert!(window.get_by_role_and_label(Role::Button, &name).is_focused());
    tap(&mut window, Key::Enter);
    assert!(says(&window, &label(Lang::EN, "menu-file-save-as")));
    tap(&mut window, Key::Escape);
    let chart = window.get_all_by_role(Role::Image).next().unwrap();
    chart.focus();
    window.run_steps(3);
    tap(&mut window, Key::ArrowLeft);
    press(&mut window, Modifiers::SHIFT, Key::F10);
    assert!(says(&window, &label(Lang::EN, "chart-copy-table")));
}

#[test]
fn the_menu_of_files_has_every_command_that_is_named_for_it() {
    let words = include_str!("../../assets/locales/en/window.ftl");
    let keys = words.lines().filter_map(|line| line.split_once(" = ")).map(|(key, _)| key);
    let keys: Vec<&str> = keys.filter(|key| key.starts_with("menu-file-")).collect();
    assert!(keys.len() > 10, "{keys:?}");
    let mut window = window(Lang::EN);
    tap(&mut window, Key::F10);
    tap(&mut window, Key::Enter);
    for key in keys {
        assert!(says(&window, &label(Lang::EN, key)), "{key} stands in no menu");
    }
}

#[test]
fn the_vintage_of_the_record_is_chosen_with_a_reason_that_is_typed() {
    let mut study = files::built_in().unwrap();
    let own = study.observations.iter().filter(|figure| figure.vintage == study.history_vintage);
    let other: Vec<Figure> = own.map(|figure| Figure { vintage: "yearbook".to_owned(), ..figure.clone() }).collect();
    Arc::make_mut(&mut study.observations).extend(other);
    for lang in Lang::ALL {
        let preferences = Preferences { lang, tour_seen: true, ..Preferences::default() };
        let mut window = window_with(study.clone(), Outside::without_writing(), preferences);
        ask(&mut window, Command::Window(WindowCommand::DraftVintage(None)));
        click(&mut window, Role::RadioButton, "yearbook");
        let accept = label(lang, "vintage-choose");
        assert!(window.get_by_role_and_label(Role::Button, &accept).accesskit_node().is_disabled());
        let field = label(lang, "vintage-reason");
        click(&mut window, Role::TextInput, &field);
        assert!(window.get_by_role_and_label(Role::TextInput, &field).is_focused());
        type_text(&mut window, "Niên giám 2026");
        click(&mut window, Role::Button, &accept);
        assert_eq!(state(&window).study.history_vintage, "yearbook");
        assert_eq!(state(&window).study.history_reason.in_lang(lang), "Niên giám 2026");
        assert!(says(&window, &label(lang, "moved-vintage")), "what it moved is told");
    }
}

#[test]
fn a_source_of_a_finding_comes_into_sight_and_leads_back() {
    let mut window = window(Lang::EN);
    ask(&mut window, Command::Window(WindowCommand::ShowView(View::Audit)));
    let figure = state(&window).study.observations.last().unwrap().clone();
    let key =
        kichban::app::workspace::data::FigureKey::from_figure(kichban::scenario::FigureList::Observations, "", &figure);
    ask(&mut window, Command::Window(WindowCommand::ShowFigure(key)));
    assert_eq!(state(&window).workspace.view, View::Data);
    let rows: Vec<egui::Rect> = window
        .get_all_by_role(Role::ListItem)
        .filter(|node| node.accesskit_node().toggled() == Some(Toggled::True) && node.rect().left() > 40.0)
        .map(|node| node.rect())
        .collect();
    assert!(rows.iter().any(|rect| rect.top() > 100.0 && rect.bottom() < 744.0), "{rows:?}");
    let back = filled(Lang::EN, "data-back", &[("view", &label(Lang::EN, "view-audit"))]);
    click(&mut window, Role::Button, &back);
    assert_eq!(state(&window).workspace.view, View::Audit);
}

#[test]
fn a_finding_is_explained_by_a_note_of_the_study_and_can_be_undone() {
    let mut window = window(Lang::EN);
    ask(&mut window, Command::Window(WindowCommand::ShowView(View::Audit)));
    let open = |window: &Window| {
        let state = state(window);
        kichban::app::view_models::unexplained(&state.study, state.derived.audit().unwrap())
    };
    let before = open(&window);
    window.get_by_role_and_label(Role::MultilineTextInput, &label(Lang::EN, "audit-explain")).scroll_to_me();
    window.run_steps(4);
    let name = label(Lang::EN, "audit-explain");
    window.get_by_role_and_label(Role::MultilineTextInput, &name).focus();
    window.run_steps(3);
    type_text(&mut window, "The draft counts handicrafts apart.");
    click(&mut window, Role::Button, &label(Lang::EN, "audit-mark-explained"));
    assert_eq!(open(&window), before - 1);
    assert_eq!(state(&window).study.explained[0].note.en, "The draft counts handicrafts apart.");
    let written = files::write_study(&state(&window).study);
    assert_eq!(files::read_study(written.as_bytes()).unwrap().explained, state(&window).study.explained);
    press(&mut window, Modifiers::COMMAND, Key::Z);
    window.run_steps(4);
    ask(&mut window, Command::Document(DocumentCommand::Undo));
    assert!(state(&window).study.explained.is_empty());
    assert_eq!(open(&window), before);
}

#[test]
fn no_column_of_the_audit_runs_under_the_line_beside_it_at_1024() {
    for lang in Lang::ALL {
        let mut window = window(lang);
        window.set_size(vec2(1024.0, 700.0));
        ask(&mut window, Command::Window(WindowCommand::ShowView(View::Audit)));
        let rows: Vec<egui::Rect> = window
            .get_all_by_role(Role::ListItem)
            .map(|node| node.rect())
            .filter(|rect| rect.width() > 300.0)
            .collect();
        assert!(!rows.is_empty());
        let middle = 44.0 + 20.0 + (1024.0 - 44.0 - 40.0) / 2.0;
        assert!(rows.iter().all(|rect| rect.right() < middle), "{rows:?}");
    }
}

#[test]
fn the_waterfall_of_compare_is_in_sight_on_the_smallest_screen() {
    for lang in Lang::ALL {
        let mut window = window(lang);
        select(&mut window, "three-projects");
        ask(&mut window, Command::Window(WindowCommand::ShowView(View::Compare)));
        let title = label(lang, "why-title");
        let why = window
            .get_all_by_role(Role::Image)
            .find(|node| node.accesskit_node().label().is_some_and(|label| label.starts_with(&title)))
            .map(|node| node.rect());
        let rect = why.unwrap_or_else(|| panic!("{lang}: no waterfall"));
        assert!(rect.top() > 38.0 && rect.bottom() < 744.0, "{lang}: {rect:?}");
    }
}

#[test]
fn a_sheet_gives_the_keyboard_to_its_main_action_unless_a_field_wants_it() {
    let mut window = window(Lang::EN);
    ask(&mut window, Command::File(FileCommand::Export(ExportChange::AskNote)));
    let Some(PendingQuestion::Export(plan)) = &state(&window).question else { panic!("no dialog") };
    assert_eq!(
        (plan.form, plan.cases.as_slice()),
        (ExportForm::Note, [state(&window).workspace.selected.clone()].as_slice())
    );
    tap(&mut window, Key::Escape);
    ask(&mut window, Command::edit(Edit::SetClosure(Closure::Capital)));
    ask(&mut window, Command::File(FileCommand::Intend(Intent::Quit)));
    assert!(window.get_by_role_and_label(Role::Button, &label(Lang::EN, "dialog-save")).is_focused());
    tap(&mut window, Key::Escape);
    let scenario = state(&window).study.scenarios[0].id.clone();
    ask(&mut window, Command::Window(WindowCommand::AskDelete(scenario)));
    let losing = label(Lang::EN, "dialog-delete-action");
    assert!(!window.get_by_role_and_label(Role::Button, &losing).is_focused(), "nothing is lost by Enter alone");
}

#[test]
fn the_answer_note_is_a_page_of_the_window_and_leads_to_its_document() {
    for lang in Lang::ALL {
        let mut window = window(lang);
        select(&mut window, "three-projects");
        ask(&mut window, Command::Window(WindowCommand::TellAnswer));
        let Some(PendingQuestion::Answer { case, note }) = &state(&window).question else { panic!("{lang}: no page") };
        assert_eq!(case, "three-projects");
        let note = note.as_ref().as_ref().unwrap().clone();
        let (mut leads, mut rows, mut figures) = (0, 0, 0);
        for part in &note.sections {
            assert!(window.query_by_role_and_label(Role::Heading, &part.heading.title).is_some(), "{lang}");
            for block in &part.blocks {
                match block {
                    ReportBlock::Lead(words) | ReportBlock::Paragraph(words) | ReportBlock::Note(words) => {
                        leads += usize::from(matches!(block, ReportBlock::Lead(_)));
                        assert!(window.query_all_by_label(words).next().is_some(), "{lang}: {words}");
                    }
                    ReportBlock::List(points) | ReportBlock::Details(points) => {
                        assert!(points.iter().all(|point| window.query_all_by_label(point).next().is_some()), "{lang}");
                    }
                    ReportBlock::Table(table) => {
                        rows += table.rows.len();
                        let is_shown = |cells: &[String]| window.query_by_label(&cells.join(", ")).is_some();
                        assert!(table.rows.iter().all(|row| is_shown(&row.cells)), "{lang}");
                    }
                    ReportBlock::Figure { figure, .. } => {
                        figures += 1;
                        assert!(window.query_by_role_and_label(Role::Image, &figure.described).is_some(), "{lang}");
                    }
                }
            }
        }
        assert!(leads == 1 && figures == 1 && rows > 3, "{lang}: {leads} {figures} {rows}");
        let save = label(lang, "answer-page-save");
        assert!(window.get_by_role_and_label(Role::Button, &save).is_focused(), "{lang}");
        tap(&mut window, Key::Enter);
        let Some(PendingQuestion::Export(plan)) = &state(&window).question else { panic!("{lang}: no dialog") };
        assert_eq!((plan.form, plan.cases.as_slice()), (ExportForm::Note, ["three-projects".to_owned()].as_slice()));
    }
}

#[test]
fn a_case_without_a_projection_says_so_in_place_of_its_answer() {
    let mut study = files::built_in().unwrap();
    Arc::make_mut(&mut study.observations).clear();
    let preferences = Preferences { lang: Lang::EN, tour_seen: true, ..Preferences::default() };
    let mut window = window_with(study, Outside::without_writing(), preferences);
    select(&mut window, "shock-again");
    ask(&mut window, Command::Window(WindowCommand::TellAnswer));
    assert!(matches!(&state(&window).question, Some(PendingQuestion::Answer { note, .. }) if note.is_err()));
    let save = label(Lang::EN, "answer-page-save");
    assert!(window.query_by_role_and_label(Role::Button, &save).is_none(), "nothing can be saved");
    assert!(window.get_by_role_and_label(Role::Button, &label(Lang::EN, "dialog-close")).is_focused());
    tap(&mut window, Key::Enter);
    assert!(state(&window).question.is_none());
}

/// A chart of the page has the colours of the window's ground, in which blue on dark is another blue than on paper.
#[test]
fn the_page_of_an_answer_is_drawn_in_the_colours_of_the_window() {
    let drawn = [Mode::Light, Mode::Dark].map(|mode| {
        let preferences = Preferences { lang: Lang::EN, mode, tour_seen: true, ..Preferences::default() };
        let mut window = window_in(Outside::without_writing(), preferences);
        select(&mut window, "three-projects");
        ask(&mut window, Command::Window(WindowCommand::TellAnswer));
        let Some(PendingQuestion::Answer { note, .. }) = &state(&window).question else { panic!("no page") };
        let note = note.as_ref().as_ref().unwrap();
        let figures: Vec<ChartFile> = note.figures().map(|(_, figure)| figure.clone()).collect();
        figures
    });
    assert!(!drawn[0].is_empty() && drawn[0] != drawn[1]);
}
