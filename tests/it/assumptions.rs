//! The editors of the assumptions, driven as a user would.

use crate::window::{FRAME, SteppedWindow as Window, open_stepped};
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, PointerButton, Pos2, vec2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use kichban::app::view_models::{StateReader, lever_groups};
use kichban::app::workspace::assumptions::{AssumptionsChange, EditorChange, RecordKind};
use kichban::app::workspace::habits::HabitsChange;
use kichban::app::{AppState, Command, DocumentCommand, Origin, Preferences, WindowCommand, update};
use kichban::engine::{Line, Variable};
use kichban::files::{built_in, read_study, shipped_studies, write_study};
use kichban::lang::Lang;
use kichban::scenario::lever::Lever;
use kichban::scenario::setting::{LeverKey, Setting};
use kichban::scenario::study::Study;
use kichban::scenario::value_form::ValueForm;
use kichban::scenario::{Edit, Record, RecordRef, apply_edit};
use kichban::text::lever_name;
use kichban::ui::Outside;

const CASE: &str = "three-projects";

fn english() -> AppState {
    let preferences = Preferences { lang: Lang::EN, ..Preferences::default() };
    let mut state = AppState::new(built_in().unwrap(), Origin::Shipped, preferences);
    update(&mut state, Command::Document(DocumentCommand::SelectCase(CASE.to_owned())));
    state
}

fn key() -> LeverKey {
    LeverKey::province(Lever::InvestmentRate)
}

fn set(scenario: &str, key: LeverKey, setting: Setting) -> Edit {
    Edit::SetLever { scenario: scenario.to_owned(), key, setting }
}

fn window(state: AppState) -> Window {
    let builder = Window::builder().with_size(vec2(1366.0, 2400.0)).with_step_dt(FRAME);
    open_stepped(builder, state, Outside::without_writing())
}

fn study(harness: &Window) -> Study {
    (*harness.state().as_ref().unwrap().state().study).clone()
}

fn steps(harness: &Window) -> usize {
    harness.state().as_ref().unwrap().state().history.len()
}

fn setting(harness: &Window, key: &LeverKey) -> Option<Setting> {
    study(harness).scenario(CASE).unwrap().settings.get(key).cloned()
}

fn press(harness: &mut Window, pos: Pos2, pressed: bool) {
    harness.event(Event::PointerButton { pos, button: PointerButton::Primary, pressed, modifiers: Modifiers::NONE });
    harness.run_steps(2);
}

fn type_into(harness: &mut Window, label: &str, text: &str) {
    harness.get_by_role_and_label(Role::TextInput, label).focus();
    harness.run_steps(3);
    harness.event(Event::Text(text.to_owned()));
    harness.run_steps(2);
    harness.key_press(Key::Enter);
    harness.run_steps(4);
}

/// The investment rate of the scenario in a form, its editor open.
fn opened(form: ValueForm) -> AppState {
    let mut state = english();
    let years = |values: &[(i32, f64)]| values.iter().copied().collect();
    let form = match form {
        ValueForm::Points => Setting::Points(years(&[(2025, 0.34), (2028, 0.36), (2030, 0.4)])),
        ValueForm::Span => Setting::Span { value: 0.4, from: 2025, to: 2027 },
        ValueForm::Number => Setting::Constant(0.4),
        ValueForm::Years | ValueForm::Range => {
            Setting::Years { default: None, values: years(&[(2025, 0.34), (2030, 0.4)]) }
        }
    };
    update(&mut state, Command::edit(set(CASE, key(), form)));
    update(
        &mut state,
        Command::Window(WindowCommand::Assumptions(AssumptionsChange::Editor(EditorChange::ToggleValueForm(key())))),
    );
    state
}

#[test]
fn a_year_of_the_table_is_set() {
    let mut harness = window(opened(ValueForm::Years));
    let before = steps(&harness);
    type_into(&mut harness, "Investment/GRDP: 2027", "44");
    let Some(Setting::Years { values, .. }) = setting(&harness, &key()) else { panic!("not by year") };
    assert_eq!(values.value(2027), Some(0.44));
    assert_eq!(values.value(2030), Some(0.4));
    assert_eq!(steps(&harness), before + 1);
}

fn paste_into(harness: &mut Window, label: &str, text: &str) {
    harness.get_by_role_and_label(Role::TextInput, label).focus();
    harness.run_steps(3);
    harness.event(Event::Paste(text.to_owned()));
    harness.run_steps(4);
}

#[test]
fn a_row_or_column_from_a_spreadsheet_fills_the_years() {
    for text in ["44,5\t45,5\t46", "44,5\n45,5\n46\n", "44,5 45,5 46", "44.5%\t45.5%\t46%"] {
        let mut harness = window(opened(ValueForm::Years));
        let before = steps(&harness);
        paste_into(&mut harness, "Investment/GRDP: 2026", text);
        harness.key_press(Key::Enter);
        harness.run_steps(4);
        let Some(Setting::Years { values, .. }) = setting(&harness, &key()) else { panic!("not by year") };
        let pasted = [2026, 2027, 2028].map(|year| values.value(year).unwrap());
        for (value, wanted) in pasted.into_iter().zip([0.445, 0.455, 0.46]) {
            assert!((value - wanted).abs() < 1e-12, "{text:?}: {pasted:?}");
        }
        assert_eq!(values.value(2030), Some(0.4));
        assert_eq!(steps(&harness), before + 1, "one step, {text:?}");
    }
}

#[test]
fn a_block_that_does_not_fit_changes_nothing_and_says_why() {
    for (text, told) in [
        ("44\t45\t46\t47\t48\t49\t50", "only 4 years"),
        ("44\tmany\t46", "is no number"),
        ("44\t4500\t46", "Must be within"),
    ] {
        let mut harness = window(opened(ValueForm::Years));
        let before = setting(&harness, &key());
        paste_into(&mut harness, "Investment/GRDP: 2027", text);
        assert_eq!(setting(&harness, &key()), before, "{text:?}");
        assert!(harness.query_by_label_contains(told).is_some(), "{text:?}");
    }
}

#[test]
fn two_marked_years_are_joined_by_a_line() {
    let mut harness = window(opened(ValueForm::Years));
    for year in ["Mark 2026", "Mark 2030"] {
        harness.get_by_label(year).click();
        harness.run_steps(3);
    }
    harness.get_by_label("Interpolate between").click();
    harness.run_steps(3);
    let Some(Setting::Years { values, .. }) = setting(&harness, &key()) else { panic!("not by year") };
    let (start, end) = (values.value(2026).unwrap(), values.value(2030).unwrap());
    assert!((values.value(2028).unwrap() - f64::midpoint(start, end)).abs() < 1e-12);
}

#[test]
fn a_value_of_some_years_is_told_with_them_and_moves_a_year_at_a_time() {
    let mut harness = window(opened(ValueForm::Span));
    let before = steps(&harness);
    for _ in 0..2 {
        harness.get_by_role_and_label(Role::Button, "A year later").click();
        harness.run_steps(3);
    }
    assert_eq!(setting(&harness, &key()), Some(Setting::Span { value: 0.4, from: 2027, to: 2029 }));
    assert_eq!(steps(&harness), before + 2);
    type_into(&mut harness, "Investment/GRDP: to", "2028");
    assert_eq!(setting(&harness, &key()), Some(Setting::Span { value: 0.4, from: 2027, to: 2028 }));
    type_into(&mut harness, "Investment/GRDP: from", "2029");
    assert_eq!(setting(&harness, &key()), Some(Setting::Span { value: 0.4, from: 2027, to: 2028 }));
    assert!(harness.query_by_label_contains("the first year not after the last").is_some());
    type_into(&mut harness, "Investment/GRDP: to", "2030");
    let later = harness.get_by_role_and_label(Role::Button, "A year later");
    assert!(later.accesskit_node().is_disabled(), "there is no year beyond the last");
}

#[test]
fn the_keyboard_stays_on_the_forms_of_a_value() {
    let mut harness = window(opened(ValueForm::Number));
    harness.get_by_role_and_label(Role::RadioButton, "One value").focus();
    harness.run_steps(3);
    for form in ["Low–high", "Span", "By year", "Points"] {
        harness.key_press(Key::ArrowRight);
        harness.run_steps(6);
        assert!(harness.get_by_role_and_label(Role::RadioButton, form).is_focused(), "{form}");
    }
}

#[test]
fn assumptions_are_found_by_their_words_in_any_order() {
    for (lang, typed) in [(Lang::EN, "industry growth productivity"), (Lang::VI, "xd nang suat")] {
        let mut state = english();
        state.workspace.preferences.lang = lang;
        update(&mut state, Command::Window(WindowCommand::SetSearch(typed.to_owned())));
        let rows: Vec<LeverKey> = lever_groups(&StateReader::new(&state))
            .into_iter()
            .flat_map(|group| group.rows)
            .map(|row| row.key)
            .collect();
        assert!(rows.contains(&LeverKey::for_lever(Lever::ProductivityGrowthAdded, "industry")), "{typed}: {rows:?}");
    }
}

/// Việt Nam: many lines in groups, and much of which nobody has figures.
fn viet_nam() -> AppState {
    let shipped = shipped_studies().iter().find(|shipped| shipped.id == "viet-nam").unwrap();
    let preferences = Preferences { lang: Lang::EN, tour_seen: true, ..Preferences::default() };
    AppState::new(read_study(shipped.text.as_bytes()).unwrap(), Origin::Shipped, preferences)
}

#[test]
fn somebody_who_goes_to_an_assumption_gets_there_whatever_hides_it() {
    let mut state = viet_nam();
    let far = state.study.sectors.iter().map(|sector| sector.id.clone()).next_back().unwrap();
    update(&mut state, Command::Window(WindowCommand::Assumptions(AssumptionsChange::ToggleMatrix)));
    let mut harness = window(state);
    for id in ["information".to_owned(), far] {
        let key = LeverKey::for_lever(Lever::ProductivityGrowthAdded, &id);
        let go = Command::Window(WindowCommand::Habits(HabitsChange::GoTo(key.clone())));
        harness.state_mut().as_mut().unwrap().ask(go);
        harness.run_steps(4);
        let state = harness.state().as_ref().unwrap().state();
        let name = lever_name(&key, &state.study, Lang::EN);
        assert_eq!(state.workspace.habits.bring, None, "{name}: nothing is left to be brought later");
        assert_eq!(state.workspace.assumptions.matrix, None);
        assert!(harness.get_all_by_label(&name).any(|node| node.is_focused()), "{name}");
    }
}

#[test]
fn the_list_of_missing_figures_is_folded_and_gives_way_to_a_search() {
    let mut harness = window(viet_nam());
    assert!(harness.query_all_by_label("Enter…").next().is_none(), "folded at first");
    harness.get_by_role_and_label(Role::Button, "Missing").click();
    harness.run_steps(3);
    assert!(harness.query_all_by_label("Enter…").next().is_some());
    harness.state_mut().as_mut().unwrap().ask(Command::Window(WindowCommand::SetSearch("construction".to_owned())));
    harness.run_steps(3);
    assert!(harness.query_by_label("Missing").is_none(), "somebody looks for an assumption");
}

#[test]
fn dragging_a_point_is_one_step_and_moves_the_results() {
    let mut harness = window(opened(ValueForm::Points));
    let before = steps(&harness);
    let from = harness.get_by_label("Investment/GRDP: point 2028").rect().center();
    harness.hover_at(from);
    press(&mut harness, from, true);
    for step in 1..=6 {
        harness.hover_at(from - vec2(0.0, 4.0 * step as f32));
        harness.run_steps(2);
    }
    press(&mut harness, from - vec2(0.0, 24.0), false);
    harness.run_steps(3);
    let Some(Setting::Points(points)) = setting(&harness, &key()) else { panic!("no points") };
    assert!(points.value(2028).unwrap() > 0.36, "{points:?}");
    assert_eq!(points.value(2030), Some(0.4));
    assert_eq!(steps(&harness), before + 1);
}

#[test]
fn a_pinned_part_refuses_what_the_others_cannot_carry() {
    let mut state = english();
    let split = LeverKey::province(Lever::InvestmentSplit);
    let study = built_in().unwrap();
    let sectors: Vec<String> = study.sectors.iter().map(|sector| sector.id.clone()).collect();
    for sector in &sectors[1..] {
        update(
            &mut state,
            Command::Window(WindowCommand::Assumptions(AssumptionsChange::Editor(EditorChange::Pin(
                split.clone(),
                sector.clone(),
            )))),
        );
    }
    let mut harness = window(state);
    let before = steps(&harness);
    let part = study.sectors[0].short.en.clone();
    type_into(&mut harness, &format!("Split of investment: {part}: value"), "90");
    assert_eq!(steps(&harness), before, "a refused move is no step");
    assert!(harness.query_by_label_contains("the sum must be 100%").is_some());
}

#[test]
fn a_project_that_a_scenario_takes_up_raises_its_output() {
    let mut state = english();
    let grdp = |state: &AppState| {
        let run = state.derived.projection(CASE).unwrap();
        run.value(Variable::Grdp, Line::Total, 2030).unwrap()
    };
    let (before, steps) = (grdp(&state), state.history.len());
    update(&mut state, Command::Window(WindowCommand::Assumptions(AssumptionsChange::NewRecord(RecordKind::Project))));
    let mut harness = window(state);
    type_into(&mut harness, "Registered amount", "500");
    type_into(&mut harness, "Jobs at full disbursement", "6");
    harness.get_by_label("Add").click();
    harness.run_steps(4);
    let state = harness.state().as_ref().unwrap().state();
    assert!(state.workspace.assumptions.editor.is_none());
    assert_eq!(state.history.len(), steps + 1);
    let added = state.study.projects.last().unwrap();
    assert!((added.registered_musd - 500.0).abs() < 1e-9);
    assert!(grdp(state) > before + 0.1);
}

#[test]
fn a_cell_of_the_matrix_is_one_step() {
    let mut state = english();
    update(&mut state, Command::Window(WindowCommand::Assumptions(AssumptionsChange::ToggleMatrix)));
    update(
        &mut state,
        Command::Window(WindowCommand::Assumptions(AssumptionsChange::Editor(EditorChange::AddColumn(key())))),
    );
    let name = state.study.scenario(CASE).unwrap().name.en.clone();
    let mut harness = window(state);
    let before = steps(&harness);
    type_into(&mut harness, &format!("{name}: Investment/GRDP"), "41.5");
    assert_eq!(setting(&harness, &key()), Some(Setting::Constant(0.415)));
    assert_eq!(steps(&harness), before + 1);
}

#[test]
fn low_base_and_high_survive_a_file_and_only_the_base_runs() {
    let study = built_in().unwrap();
    let range = Setting::Range { low: 0.3, base: 0.36, high: 0.42 };
    let next = apply_edit(&study, &set(CASE, key(), range.clone())).unwrap();
    let read = read_study(write_study(&next).as_bytes()).unwrap();
    assert_eq!(read, next);
    assert_eq!(read.scenario(CASE).unwrap().settings.get(&key()), Some(&range));
    let run = |setting: Setting| {
        let study = apply_edit(&study, &set(CASE, key(), setting)).unwrap();
        let state = AppState::new(study, Origin::Shipped, Preferences::default());
        state.derived.projection(CASE).unwrap().value(Variable::Grdp, Line::Total, 2030)
    };
    assert_eq!(run(range), run(Setting::Constant(0.36)));
    let reversed = Setting::Range { low: 0.4, base: 0.36, high: 0.42 };
    assert!(apply_edit(&study, &set(CASE, key(), reversed)).is_err());
}

#[test]
fn deleting_a_project_takes_its_settings_along_and_undo_brings_them_back() {
    let mut state = english();
    let before = (*state.study).clone();
    update(&mut state, Command::edit(Edit::DeleteRecord(RecordRef::Project("goertek".to_owned()))));
    assert!(state.study.projects.iter().all(|project| project.id != "goertek"));
    let named =
        state.study.scenarios.iter().flat_map(|s| s.settings.entries()).any(|(key, _)| key.subject == "goertek");
    assert!(!named);
    update(&mut state, Command::Document(DocumentCommand::Undo));
    assert_eq!(*state.study, before);
}

#[test]
fn a_record_that_cannot_be_is_refused_whole() {
    let study = built_in().unwrap();
    let project = study.projects[0].clone();
    let with = |change: fn(&mut kichban::scenario::study::Project)| {
        let mut project = project.clone();
        change(&mut project);
        apply_edit(&study, &Edit::SetRecord(Record::Project(project)))
    };
    assert!(with(|project| project.registered_musd = -1.0).is_err());
    assert!(with(|project| project.profile = vec![0.5, 0.4]).is_err());
    assert!(with(|project| project.sector = "nowhere".to_owned()).is_err());
    assert!(with(|project| project.name.vi.clear()).is_err());
    assert!(with(|project| project.registered_musd = 300.0).is_ok());
}

#[test]
fn each_assumption_says_what_one_step_of_it_adds() {
    let mut state = english();
    state.workspace.search = "productivity".to_owned();
    let reader = StateReader::new(&state);
    let selected = &state.workspace.selected;
    let prepared = state.derived.prepared_case(selected).unwrap();
    let case = (prepared, &**state.derived.projection(selected).unwrap());
    let lever = LeverKey::for_lever(Lever::ProductivityGrowthAdded, "industry");
    let effects = state.answers.effects(&state.study, case, std::slice::from_ref(&lever)).unwrap();
    let effect = effects.of_lever(&lever).unwrap();
    let (up, down) = (effect.up.unwrap(), effect.down.unwrap());
    assert!((effect.step - 1.0).abs() < 1e-12, "one point");
    assert!(up.grdp > 0.0 && down.grdp < 0.0 && up.growth.unwrap() > 0.0);
    let rows: Vec<_> = lever_groups(&reader).into_iter().flat_map(|group| group.rows).collect();
    let row = rows.iter().find(|row| row.key == lever).unwrap();
    let line = row.effect.as_deref().unwrap();
    assert!(line.starts_with("+1 ") && line.contains("GRDP 2030 ≈ +") && line.contains("growth ≈ +"), "{line}");
    // What nobody looks at is not computed: a large study has thousands of assumptions.
    let known = state.answers.effects(&state.study, case, &[]).unwrap();
    assert!(known.of_lever(&lever).is_some());
    let unseen = LeverKey::province(Lever::InvestmentRate);
    assert!(rows.iter().all(|row| row.key != unseen) && known.of_lever(&unseen).is_none());
    let seen = state.answers.effects(&state.study, case, std::slice::from_ref(&unseen)).unwrap();
    assert!(seen.of_lever(&unseen).is_some() && seen.of_lever(&lever) == Some(effect));
}

#[test]
fn a_new_record_opens_with_the_figures_of_its_study() {
    let open = |study: Study, kind| {
        let mut state = AppState::new(study, Origin::Shipped, Preferences::default());
        update(&mut state, Command::Window(WindowCommand::Assumptions(AssumptionsChange::NewRecord(kind))));
        state.workspace.assumptions.editor.unwrap()
    };
    let jobs = |study: Study| match open(study, RecordKind::Project).draft {
        Record::Project(project) => project.jobs_thousand,
        other => panic!("{other:?}"),
    };
    let shipped = built_in().unwrap();
    let mut twice = shipped.clone();
    twice.projects.iter_mut().for_each(|project| project.jobs_thousand *= 2.0);
    assert!(jobs(shipped.clone()) > 0.5);
    assert!((jobs(twice) / jobs(shipped.clone()) - 2.0).abs() < 0.02);

    let converter = open(shipped.clone(), RecordKind::Shock).converter;
    assert!(converter.observed < 0.0 && converter.expected > converter.observed, "{converter:?}");
    let mut bare = shipped;
    bare.projects.clear();
    bare.scenarios.clear();
    std::sync::Arc::make_mut(&mut bare.observations).clear();
    let converter = open(bare.clone(), RecordKind::Shock).converter;
    assert!(converter.observed.abs() + converter.expected.abs() < 1e-12, "{converter:?}");
    assert!(jobs(bare).abs() < 1e-12);
}
