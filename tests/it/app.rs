//! The program without its window: undo, gestures, selection, questions about unsaved changes, results.

use kichban::app::case_form::{CaseForm, FormCase};
use kichban::app::view_models::{StateReader, overview};
use kichban::app::{
    AppState, Command, Decision, Display, DocumentCommand, Effect, FileCommand, Gesture, Intent, LastStudy, NoticeKind,
    Origin, PendingQuestion, Preferences, View, WindowCommand, update,
};
use kichban::engine::{Closure, Line, Variable};
use kichban::files::{FileError, Opened, built_in, open, shipped_studies};
use kichban::lang::{Lang, Localized};
use kichban::scenario::lever::{Kind, Lever, LeverGroup};
use kichban::scenario::setting::{LeverKey, Setting, Settings};
use kichban::scenario::study::{Scenario, Study};
use kichban::scenario::{CaseWords, Edit, StudyError, lever_keys, validate};
use kichban::theme::Mode;
use proptest::prelude::*;
use std::path::PathBuf;
use std::sync::Arc;
use tempfile::tempdir;

/// The program on the built-in study.
fn start() -> AppState {
    AppState::new(built_in().unwrap(), Origin::Shipped, Preferences::default())
}

fn set(scenario: &str, lever: Lever, value: f64) -> Edit {
    set_key(scenario, LeverKey::province(lever), Setting::Constant(value))
}

fn set_key(scenario: &str, key: LeverKey, setting: Setting) -> Edit {
    Edit::SetLever { scenario: scenario.to_owned(), key, setting }
}

fn edit(state: &mut AppState, edit: Edit) {
    assert!(update(state, Command::edit(edit)).is_empty());
}

fn drag(state: &mut AppState, edit: Edit, gesture: &str) {
    update(
        state,
        Command::Document(DocumentCommand::Edit {
            edit: Box::new(edit),
            gesture: Some(Gesture::Drag(gesture.to_owned())),
        }),
    );
}

fn realised(state: &mut AppState, value: f64, gesture: &str) {
    drag(state, set("three-projects", Lever::RealisedRatio, value), gesture);
}

/// A state with one unsaved change.
fn changed() -> AppState {
    let mut state = start();
    edit(&mut state, Edit::SetClosure(Closure::Capital));
    assert!(state.is_dirty());
    state
}

fn saved(state: &mut AppState, path: &str, result: Result<(), FileError>) -> Vec<Effect> {
    let study = Arc::clone(&state.study);
    update(state, Command::File(FileCommand::Saved { path: PathBuf::from(path), study, result }))
}

fn broken() -> FileError {
    kichban::files::read_study(b"(format: 1, id: ").unwrap_err()
}

/// What must hold in every state, whatever was asked.
#[track_caller]
fn is_sound(state: &AppState) {
    assert_eq!(validate(&state.study), Ok(()));
    assert!(state.study.has_case(&state.workspace.selected), "{} is selected", state.workspace.selected);
    for id in state.study.case_ids() {
        assert!(state.derived.case(id).is_some(), "{id} has no result");
    }
}

/// Numbers from which an edit of any kind is made.
type Seed = (usize, usize, usize, f64);

fn seeds(most: usize) -> impl Strategy<Value = Vec<Seed>> {
    prop::collection::vec((0_usize..64, 0_usize..1_000, 0_usize..1_000, 0.0..1.0), 1..most)
}

fn pick<T>(list: &[T], position: usize) -> &T {
    &list[position % list.len()]
}

fn any_setting(study: &Study, key: &LeverKey, form: usize, part: f64) -> Setting {
    let spec = key.lever.spec();
    // A twentieth of the values lies beyond the hard range and is refused.
    let shown = spec.hard.0 + (spec.hard.1 - spec.hard.0) * part * 1.05;
    let value = spec.from_shown(shown);
    match (spec.kind, form % 4) {
        (Kind::Switch, _) => Setting::Switch(part < 0.5),
        (Kind::Shares, _) => {
            let ids: Vec<String> = study.sectors.iter().map(|sector| sector.id.clone()).collect();
            let rest = (1.0 - part) / (ids.len() - 1) as f64;
            let shares = ids.iter().enumerate().map(|(i, id)| (id.clone(), if i == 0 { part } else { rest }));
            Setting::Shares(shares.collect())
        }
        (Kind::Path, 1) => Setting::Span { value, from: 2026, to: 2028 },
        (Kind::Path, 2) => Setting::Points([(2030, value)].into_iter().collect()),
        (Kind::Path, 3) => {
            Setting::Years { default: None, values: [(2027, value), (2029, value)].into_iter().collect() }
        }
        (Kind::Path | Kind::Number, _) => Setting::Constant(value),
    }
}

/// An edit of each variant in turn.
fn any_edit(study: &Study, (variant, first, second, part): Seed) -> Edit {
    let cases: Vec<String> = study.case_ids().into_iter().map(str::to_owned).collect();
    let scenarios: Vec<String> = study.scenarios.iter().map(|scenario| scenario.id.clone()).collect();
    let case = pick(&cases, first).clone();
    // Deletions may leave no scenario; an edit of one that is gone is refused.
    let scenario = if scenarios.is_empty() { "gone".to_owned() } else { pick(&scenarios, first).clone() };
    let keys = lever_keys(study);
    let key = pick(&keys, second).clone();
    match variant % 14 {
        0 => Edit::ResetLever { scenario, key },
        1 => Edit::ResetScenario { scenario },
        2 => Edit::SetClosure(*pick(&Closure::ALL, second)),
        3 => Edit::SetPinned(case),
        4 => Edit::SetVisible { case, visible: part < 0.5 },
        5 => Edit::SetSlot { case, slot: u8::try_from(second % 20).unwrap() },
        6 => Edit::DeleteScenario { scenario },
        7 => {
            let name = Localized::new(format!("Tên {second}"), format!("Name {second}"));
            Edit::DescribeCase { case, words: Box::new(CaseWords { name, ..CaseWords::default() }) }
        }
        8 => Edit::AddScenario(child(&format!("new-{}", second % 5), &case)),
        _ => {
            let setting = any_setting(study, &key, first, part);
            set_key(if variant % 2 == 0 { &case } else { &scenario }, key, setting)
        }
    }
}

fn child(id: &str, parent: &str) -> Scenario {
    Scenario {
        id: id.to_owned(),
        name: Localized::new(id, id),
        short: Localized::default(),
        note: Localized::default(),
        parent: parent.to_owned(),
        slot: 20,
        visible: true,
        settings: Settings::default(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 10, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_edits_then_as_many_undos_are_the_start_and_as_many_redos_the_end(seeds in seeds(24)) {
        let mut state = start();
        update(&mut state, Command::Window(WindowCommand::SetLang(Lang::EN)));
        update(&mut state, Command::Window(WindowCommand::SetMode(Mode::Dark)));
        update(&mut state, Command::Window(WindowCommand::SetDisplay(Display::Index)));
        let first = Arc::clone(&state.study);
        for seed in seeds {
            // Every third edit belongs to one of two gestures, so that some steps hold several edits.
            let gesture = (seed.1 % 3 == 0).then(|| Gesture::Drag(format!("{}", seed.2 % 2)));
            let edit = any_edit(&state.study, seed);
            update(&mut state, Command::Document(DocumentCommand::Edit { edit: Box::new(edit), gesture }));
            is_sound(&state);
        }
        let last = Arc::clone(&state.study);
        let steps = state.history.len();
        for _ in 0..steps {
            update(&mut state, Command::Document(DocumentCommand::Undo));
            is_sound(&state);
        }
        prop_assert!(state.study == first && state.history.is_empty());
        prop_assert!(!state.is_dirty());
        for _ in 0..steps {
            update(&mut state, Command::Document(DocumentCommand::Redo));
            is_sound(&state);
        }
        prop_assert!(state.study == last && state.history.len() == steps);
        let workspace = &state.workspace;
        prop_assert_eq!((workspace.preferences.lang, workspace.preferences.mode), (Lang::EN, Mode::Dark));
        prop_assert_eq!((workspace.view, workspace.display), (View::Overview, Display::Index));
    }

    #[test]
    fn any_mixture_of_edits_undos_and_other_commands_can_be_undone(seeds in seeds(32)) {
        let mut state = start();
        let first = Arc::clone(&state.study);
        for seed in seeds {
            let case = pick(&state.study.case_ids(), seed.1).to_string();
            let command = match seed.0 % 9 {
                0 => Command::Document(DocumentCommand::Undo),
                1 => Command::Document(DocumentCommand::Redo),
                2 => Command::Document(DocumentCommand::CancelGesture),
                3 => Command::Document(DocumentCommand::SelectCase(case)),
                4 => Command::Document(DocumentCommand::DuplicateCase(case)),
                5 => Command::Document(DocumentCommand::NewFrom(case)),
                6 => Command::Document(DocumentCommand::Seal),
                _ => {
                    let edit = any_edit(&state.study, (seed.2, seed.0 / 9, seed.1, seed.3));
                    Command::Document(DocumentCommand::Edit { edit: Box::new(edit), gesture: Some(Gesture::Drag("slider".to_owned())) })
                }
            };
            update(&mut state, command);
            is_sound(&state);
        }
        while !state.history.is_empty() {
            update(&mut state, Command::Document(DocumentCommand::Undo));
        }
        prop_assert!(state.study == first);
    }
}

#[test]
fn edits_of_one_gesture_are_one_step_and_a_seal_between_makes_two() {
    let mut state = start();
    realised(&mut state, 0.90, "slider");
    realised(&mut state, 0.85, "slider");
    assert_eq!(state.history.len(), 1);
    update(&mut state, Command::Document(DocumentCommand::Seal));
    realised(&mut state, 0.80, "slider");
    assert_eq!(state.history.len(), 2);
    realised(&mut state, 0.75, "another slider");
    assert_eq!(state.history.len(), 3, "another gesture is another step");
    for _ in 0..3 {
        update(&mut state, Command::Document(DocumentCommand::Undo));
    }
    assert!(!state.is_dirty());
}

#[test]
fn cancelling_a_gesture_restores_the_study_and_what_could_be_done_again() {
    let mut state = start();
    edit(&mut state, Edit::SetClosure(Closure::Capital));
    update(&mut state, Command::Document(DocumentCommand::Undo));
    let before = Arc::clone(&state.study);
    realised(&mut state, 0.90, "slider");
    assert!(state.history.redo_label().is_none());
    update(&mut state, Command::Document(DocumentCommand::CancelGesture));
    assert!(state.study == before && state.history.is_empty());
    assert!(state.history.redo_label().is_some());
    update(&mut state, Command::Document(DocumentCommand::Redo));
    assert_eq!(state.study.closure, Closure::Capital);
    // Without an open gesture there is nothing to cancel.
    update(&mut state, Command::Document(DocumentCommand::CancelGesture));
    assert_eq!(state.study.closure, Closure::Capital);
}

#[test]
fn a_gesture_that_comes_back_to_the_start_leaves_no_step() {
    let mut state = start();
    let before = Arc::clone(&state.study);
    for value in [0.90, 0.70, 0.95] {
        realised(&mut state, value, "slider");
    }
    assert_eq!(state.study, before);
    assert!(state.history.is_empty() && !state.is_dirty());
    realised(&mut state, 0.90, "slider");
    assert_eq!(state.history.len(), 1, "the drag goes on past its start");
    update(&mut state, Command::Document(DocumentCommand::Undo));
    assert_eq!(state.study, before);
}

#[test]
fn moving_a_lever_of_a_baseline_makes_one_step_and_a_child_that_holds_the_change() {
    let mut state = start();
    let before = Arc::clone(&state.study);
    update(&mut state, Command::Document(DocumentCommand::SelectCase("plan".to_owned())));
    for value in [0.8, 0.9] {
        let selected = state.workspace.selected.clone();
        drag(&mut state, set(&selected, Lever::RealisedRatio, value), "slider");
    }
    assert_eq!(state.history.len(), 1);
    assert_eq!(state.study.scenarios.len(), before.scenarios.len() + 1);
    let made = state.study.scenario(&state.workspace.selected).unwrap();
    assert_eq!(made.parent, "plan");
    assert_eq!(made.settings.len(), 1);
    let key = LeverKey::province(Lever::RealisedRatio);
    assert_eq!(made.settings.get(&key), Some(&Setting::Constant(0.9)));
    assert_eq!(state.study.baseline("plan"), before.baseline("plan"));
    update(&mut state, Command::Document(DocumentCommand::Undo));
    assert_eq!(state.study, before);
    assert_eq!(state.workspace.selected, "plan", "the baseline is selected again, not the pinned case");
}

#[test]
fn cancelling_a_drag_on_a_baseline_selects_the_baseline_again() {
    let mut state = start();
    update(&mut state, Command::Document(DocumentCommand::SelectCase("plan".to_owned())));
    drag(&mut state, set("plan", Lever::RealisedRatio, 0.8), "slider");
    assert_ne!(state.workspace.selected, "plan");
    update(&mut state, Command::Document(DocumentCommand::CancelGesture));
    assert_eq!(state.workspace.selected, "plan");
    assert!(!state.is_dirty());
}

#[test]
fn a_refused_edit_leaves_no_trace_and_says_why() {
    for case in ["three-projects", "trend"] {
        let mut state = start();
        update(&mut state, Command::Document(DocumentCommand::SelectCase(case.to_owned())));
        let before = Arc::clone(&state.study);
        edit(&mut state, set(case, Lever::RealisedRatio, 1.3));
        assert!(Arc::ptr_eq(&state.study, &before) && state.history.is_empty());
        assert_eq!(state.workspace.selected, case);
        let [notice] = &state.notices[..] else { panic!("{:?}", state.notices) };
        let NoticeKind::Refused(StudyError::BeyondHardRange { low, high, .. }) = &notice.kind else {
            panic!("{notice:?}");
        };
        assert_eq!((*low, *high), (0.0, 120.0));
        let id = notice.id;
        update(&mut state, Command::Window(WindowCommand::DismissNotice(id)));
        assert!(state.notices.is_empty());
    }
}

#[test]
fn a_lever_or_an_id_that_a_study_file_could_not_hold_is_refused() {
    let mut state = start();
    let unknown = LeverKey::for_lever(Lever::ProjectAmount, "no-such-project");
    edit(&mut state, set_key("three-projects", unknown.clone(), Setting::Constant(1.0)));
    edit(&mut state, Edit::AddScenario(child("two words", "trend")));
    edit(&mut state, Edit::AddScenario(child("orphan", "no-such-parent")));
    edit(&mut state, Edit::AddScenario(child("skills", "trend")));
    let mut odd = child("odd", "trend");
    odd.settings.insert(unknown, Setting::Constant(1.0));
    edit(&mut state, Edit::AddScenario(odd));
    edit(&mut state, set_key("skills", LeverKey::province(Lever::LandLimit), Setting::Constant(1.0)));
    assert_eq!(state.notices.len(), 6);
    assert!(!state.is_dirty() && state.history.is_empty());
}

#[test]
fn deleting_takes_descendants_along_and_the_pin_moves_to_a_baseline() {
    let mut state = start();
    edit(&mut state, Edit::SetPinned("no-spillover".to_owned()));
    update(&mut state, Command::Document(DocumentCommand::SelectCase("everything".to_owned())));
    edit(&mut state, Edit::DeleteScenario { scenario: "three-projects".to_owned() });
    for gone in ["three-projects", "no-spillover", "everything"] {
        assert!(!state.study.has_case(gone), "{gone} is still there");
    }
    assert!(state.study.baseline(&state.study.pinned).is_some());
    assert_eq!(state.workspace.selected, "trend", "the nearest ancestor that is left");
    is_sound(&state);
    update(&mut state, Command::Document(DocumentCommand::Undo));
    assert_eq!(state.study.pinned, "no-spillover");
    assert_eq!(state.workspace.selected, "three-projects", "undo shows what came back");
}

#[test]
fn the_study_is_unchanged_again_at_the_saved_point_and_after_a_save() {
    let mut state = changed();
    update(&mut state, Command::Document(DocumentCommand::Undo));
    assert!(!state.is_dirty());
    update(&mut state, Command::Document(DocumentCommand::Redo));
    assert!(state.is_dirty());
    assert!(saved(&mut state, "a.ron", Ok(())).is_empty());
    assert!(!state.is_dirty());
    assert_eq!(state.origin, Origin::File(PathBuf::from("a.ron")));
    update(&mut state, Command::Document(DocumentCommand::Undo));
    assert!(state.is_dirty(), "the saved point has moved");
    update(&mut state, Command::Document(DocumentCommand::Redo));
    assert!(!state.is_dirty());
}

#[test]
fn nothing_that_loses_changes_happens_unasked() {
    let intents = [
        Intent::New,
        Intent::OpenDialog,
        Intent::Open(PathBuf::from("b.ron")),
        Intent::OpenShipped("bac-ninh-2030".to_owned()),
        Intent::Quit,
    ];
    for intent in intents {
        let mut state = changed();
        let before = Arc::clone(&state.study);
        assert!(update(&mut state, Command::File(FileCommand::Intend(intent.clone()))).is_empty());
        assert_eq!(state.question, Some(PendingQuestion::Unsaved(intent.clone())));
        assert!(update(&mut state, Command::File(FileCommand::Decide(Decision::Cancel))).is_empty());
        assert!(state.question.is_none() && Arc::ptr_eq(&state.study, &before) && state.is_dirty());

        update(&mut state, Command::File(FileCommand::Intend(intent.clone())));
        let effects = update(&mut state, Command::File(FileCommand::Decide(Decision::Discard)));
        match (&intent, &effects[..]) {
            (Intent::OpenShipped(_), [Effect::Replaced(None)]) => {
                assert!(!state.is_dirty() && state.history.is_empty());
            }
            // The page of a new study opens, and the study stays until another is made.
            (Intent::New, []) => assert!(state.import.take().is_some()),
            (Intent::OpenDialog, [Effect::AskOpenPath]) => {}
            (Intent::Open(path), [Effect::Open(other)]) => assert_eq!(path, other),
            (Intent::Quit, [Effect::CloseWindow]) => assert!(!state.is_dirty(), "the window must not ask again"),
            other => panic!("{other:?}"),
        }
    }
}

#[test]
fn without_unsaved_changes_an_intent_is_carried_out_at_once() {
    let mut state = start();
    let quit = update(&mut state, Command::File(FileCommand::Intend(Intent::Quit)));
    assert!(matches!(quit[..], [Effect::CloseWindow]));
    let dialog = update(&mut state, Command::File(FileCommand::Intend(Intent::OpenDialog)));
    assert!(matches!(dialog[..], [Effect::AskOpenPath]));
    assert!(state.question.is_none());
}

#[test]
fn saving_first_then_goes_on_with_what_was_wanted() {
    let mut state = changed();
    update(&mut state, Command::File(FileCommand::Intend(Intent::Quit)));
    let asked = update(&mut state, Command::File(FileCommand::Decide(Decision::Save)));
    let [Effect::AskSavePath(name)] = &asked[..] else { panic!("{asked:?}") };
    assert_eq!(name, "bac-ninh-2030.kichban");
    let writing = update(&mut state, Command::File(FileCommand::SaveTo(PathBuf::from("a.ron"))));
    let [Effect::Write(path, study)] = &writing[..] else { panic!("{writing:?}") };
    assert_eq!(path, &PathBuf::from("a.ron"));
    assert!(Arc::ptr_eq(study, &state.study));
    assert!(matches!(saved(&mut state, "a.ron", Ok(()))[..], [Effect::CloseWindow]));
}

#[test]
fn a_failed_or_abandoned_save_ends_the_intent() {
    let mut state = changed();
    update(&mut state, Command::File(FileCommand::Intend(Intent::Quit)));
    update(&mut state, Command::File(FileCommand::Decide(Decision::Save)));
    assert!(saved(&mut state, "a.ron", Err(broken())).is_empty(), "nothing is closed over a failed save");
    assert!(state.is_dirty());
    assert!(matches!(state.notices[..], [kichban::app::Notice { kind: NoticeKind::File(_), .. }]));
    assert!(saved(&mut state, "b.ron", Ok(())).is_empty(), "a later save by itself closes nothing");

    for abandon in [Command::File(FileCommand::DialogClosed), Command::Window(WindowCommand::CloseQuestion)] {
        let mut state = changed();
        update(&mut state, Command::File(FileCommand::Intend(Intent::Quit)));
        update(&mut state, Command::File(FileCommand::Decide(Decision::Save)));
        update(&mut state, abandon);
        assert!(saved(&mut state, "a.ron", Ok(())).is_empty());
    }
}

#[test]
fn edits_made_while_a_save_was_under_way_are_asked_about() {
    let mut state = changed();
    update(&mut state, Command::File(FileCommand::Intend(Intent::Quit)));
    update(&mut state, Command::File(FileCommand::Decide(Decision::Save)));
    let study = Arc::clone(&state.study);
    edit(&mut state, Edit::SetPinned("plan".to_owned()));
    let effects =
        update(&mut state, Command::File(FileCommand::Saved { path: PathBuf::from("a.ron"), study, result: Ok(()) }));
    assert!(effects.is_empty());
    assert_eq!(state.question, Some(PendingQuestion::Unsaved(Intent::Quit)));
}

#[test]
fn a_file_that_arrives_after_new_edits_waits_for_an_answer() {
    let path = PathBuf::from("b.ron");
    let opened = || {
        Command::File(FileCommand::Opened {
            path: path.clone(),
            result: Ok(Box::new(Opened::unedited(built_in().unwrap()))),
        })
    };
    let mut state = start();
    update(&mut state, Command::File(FileCommand::Intend(Intent::OpenDialog)));
    edit(&mut state, Edit::SetClosure(Closure::Capital));
    update(&mut state, opened());
    assert_eq!(state.study.closure, Closure::Capital, "the edit made beside the dialog is still there");
    assert_eq!(state.question, Some(PendingQuestion::Unsaved(Intent::Open(path.clone()))));
    let effects = update(&mut state, Command::File(FileCommand::Decide(Decision::Discard)));
    assert!(matches!(effects[..], [Effect::Open(_)]));
    update(&mut state, opened());
    assert_eq!(state.study.closure, Closure::Productivity, "given up once is enough");
    assert_eq!(state.origin, Origin::File(path));
    assert!(!state.is_dirty());
}

#[test]
fn a_broken_file_loses_nothing() {
    let mut state = changed();
    update(&mut state, Command::Document(DocumentCommand::SelectCase("skills".to_owned())));
    let before = Arc::clone(&state.study);
    let path = PathBuf::from("broken.ron");
    update(&mut state, Command::File(FileCommand::Opened { path, result: Err(broken()) }));
    assert!(Arc::ptr_eq(&state.study, &before) && state.is_dirty());
    assert_eq!((state.history.len(), state.workspace.selected.as_str()), (1, "skills"));
    assert_eq!(state.origin, Origin::Shipped);
    assert!(matches!(state.notices[..], [kichban::app::Notice { kind: NoticeKind::File(_), .. }]));
}

#[test]
fn what_is_saved_opens_as_the_same_study() {
    let folder = tempdir().unwrap();
    let path = folder.path().join("study.ron");
    let mut state = changed();
    let effects = update(&mut state, Command::File(FileCommand::SaveTo(path.clone())));
    let [Effect::Write(to, study)] = &effects[..] else { panic!("{effects:?}") };
    let result = kichban::files::save(to, study);
    saved(&mut state, path.to_str().unwrap(), result);
    assert!(!state.is_dirty());
    let again = update(&mut state, Command::File(FileCommand::Save));
    assert!(matches!(&again[..], [Effect::Write(known, _)] if *known == path), "the name is known by now");
    let proposal = update(&mut state, Command::File(FileCommand::SaveAs));
    assert!(matches!(&proposal[..], [Effect::AskSavePath(name)] if name == "study.ron"));
    assert_eq!(open(&path).unwrap(), *state.study);
}

#[test]
fn a_study_keeps_the_ending_that_it_was_opened_with_and_a_new_one_gets_its_own() {
    let opened = |name: &str| {
        let mut state = start();
        let result = Ok(Box::new(Opened::unedited(built_in().unwrap())));
        update(&mut state, Command::File(FileCommand::Opened { path: PathBuf::from(name), result }));
        edit(&mut state, Edit::SetClosure(Closure::Capital));
        state
    };
    for name in ["kế hoạch.ron", "kế hoạch.kichban", "KE HOACH.RON"] {
        let mut state = opened(name);
        let saving = update(&mut state, Command::File(FileCommand::Save));
        assert!(matches!(&saving[..], [Effect::Write(path, _)] if path.as_os_str() == name), "{saving:?}");
        let proposal = update(&mut state, Command::File(FileCommand::SaveAs));
        assert!(matches!(&proposal[..], [Effect::AskSavePath(proposed)] if proposed == name), "{proposal:?}");
    }
    // A workbook is read, never written over: what is saved from it is new.
    let proposal = update(&mut opened("kế hoạch.xlsx"), Command::File(FileCommand::Save));
    assert!(matches!(&proposal[..], [Effect::AskSavePath(name)] if name == "bac-ninh-2030.kichban"), "{proposal:?}");
    for (typed, written) in [
        ("Phương án 2.1", "Phương án 2.1.kichban"),
        ("kế hoạch", "kế hoạch.kichban"),
        ("a.ron", "a.ron"),
        ("a.kichban", "a.kichban"),
        ("a.bak", "a.bak"),
    ] {
        let path = PathBuf::from("thư mục").join(typed);
        let saving = update(&mut start(), Command::File(FileCommand::PathTyped { saving: true, path }));
        let wanted = PathBuf::from("thư mục").join(written);
        assert!(matches!(&saving[..], [Effect::Write(path, _)] if *path == wanted), "{typed}: {saving:?}");
    }
}

#[test]
fn an_error_of_one_case_keeps_its_last_projection_and_leaves_the_others_alone() {
    let mut state = start();
    let before = state.derived.clone();
    // Jobs that go with withdrawn FDI year after year are more than agriculture has.
    let key = LeverKey::for_lever(Lever::FdiRegistered, "agriculture");
    edit(&mut state, set_key("skills", key.clone(), Setting::Constant(-5_000.0)));
    let failed = state.derived.case("skills").unwrap();
    assert!(failed.error.is_some(), "employment of a sector cannot be negative");
    let last = failed.projection.as_ref().expect("the last projection is kept");
    assert!(Arc::ptr_eq(last, before.projection("skills").unwrap()));
    for id in state.study.case_ids().into_iter().filter(|id| *id != "skills") {
        let case = state.derived.case(id).unwrap();
        assert!(case.error.is_none(), "{id}: {:?}", case.error);
        let grdp = |derived: &kichban::app::Derived| {
            derived.projection(id).unwrap().value(Variable::Grdp, Line::Total, 2030).unwrap().to_bits()
        };
        assert_eq!(grdp(&state.derived), grdp(&before), "{id}");
    }
    edit(&mut state, Edit::ResetLever { scenario: "skills".to_owned(), key });
    assert!(state.derived.case("skills").unwrap().error.is_none());
}

#[test]
fn switching_the_closure_moves_no_baseline() {
    let mut state = start();
    let grdp = |state: &AppState| -> Vec<f64> {
        let ids = state.study.baselines.iter().map(|baseline| baseline.id.clone());
        ids.flat_map(|id| {
            let projection = state.derived.projection(&id).unwrap();
            projection.series(Variable::Grdp, Line::Total).into_iter().map(Option::unwrap).collect::<Vec<_>>()
        })
        .collect()
    };
    let productivity = grdp(&state);
    edit(&mut state, Edit::SetClosure(Closure::Capital));
    let capital = grdp(&state);
    assert_eq!(productivity.len(), capital.len());
    for (p, k) in productivity.iter().zip(&capital) {
        assert!((p - k).abs() <= 1e-12 * p.abs(), "{p} and {k}");
    }
}

/// Asks for a new scenario and accepts its form as it is proposed.
fn make(state: &mut AppState, command: DocumentCommand) {
    update(state, Command::Document(command));
    let Some(PendingQuestion::Describe(form)) = state.question.clone() else { panic!("the form is open") };
    let scenarios = state.study.scenarios.len();
    edit(state, form.edit().unwrap());
    update(state, Command::Window(WindowCommand::CloseQuestion));
    assert_eq!(state.study.scenarios.len(), scenarios + 1);
}

#[test]
fn copies_and_new_scenarios_have_ids_names_and_colours_of_their_own() {
    let mut state = start();
    for _ in 0..3 {
        make(&mut state, DocumentCommand::DuplicateCase("three-projects".to_owned()));
        let copy = state.study.scenario(&state.workspace.selected).unwrap();
        assert_eq!(copy.parent, "trend");
        assert_eq!(copy.settings, state.study.scenario("three-projects").unwrap().settings);
        make(&mut state, DocumentCommand::NewFrom("plan".to_owned()));
        make(&mut state, DocumentCommand::DuplicateCase("plan".to_owned()));
        let made = state.study.scenario(&state.workspace.selected).unwrap();
        assert_eq!(made.parent, "plan", "a copy of a baseline is a scenario under it");
    }
    // A number that a deletion set free must not come back as a second scenario of the same name.
    edit(&mut state, Edit::DeleteScenario { scenario: "green".to_owned() });
    make(&mut state, DocumentCommand::NewFrom("plan".to_owned()));
    let ids = state.study.case_ids();
    for (position, id) in ids.iter().enumerate() {
        for other in &ids[..position] {
            let [one, two] = [id, other].map(|id| state.study.case_name(id).unwrap());
            assert!(one.vi != two.vi && one.en != two.en, "{id} and {other} are both {}", one.en);
        }
    }
    is_sound(&state);
}

#[test]
fn the_history_keeps_two_hundred_steps() {
    let mut state = start();
    for step in 0..230_u32 {
        realised(&mut state, f64::from(step % 100) / 100.0, &step.to_string());
    }
    assert_eq!(state.history.len(), 200);
    update(&mut state, Command::Document(DocumentCommand::Undo));
    assert_eq!(state.history.len(), 199);
}

#[test]
fn opening_a_study_keeps_language_theme_and_size() {
    let mut state = start();
    for command in [
        Command::Window(WindowCommand::SetLang(Lang::EN)),
        Command::Window(WindowCommand::SetMode(Mode::Dark)),
        Command::Window(WindowCommand::SetTextScale(1.5)),
    ] {
        assert!(matches!(update(&mut state, command)[..], [Effect::Restyle]));
    }
    let id = shipped_studies()[0].id.to_owned();
    update(&mut state, Command::File(FileCommand::Intend(Intent::OpenShipped(id))));
    // The next start begins with the study that was opened.
    let last = Some(LastStudy::Shipped(shipped_studies()[0].id.to_owned()));
    let expected = Preferences { lang: Lang::EN, mode: Mode::Dark, text_scale: 1.5, last, ..Preferences::default() };
    assert_eq!(state.workspace.preferences, expected);
    for (asked, given) in [(9.0, 2.0), (0.1, 0.8)] {
        update(&mut state, Command::Window(WindowCommand::SetTextScale(asked)));
        assert!((state.workspace.preferences.text_scale - given).abs() < 1e-6);
    }
}

#[test]
fn the_window_remembers_what_it_shows() {
    let mut state = start();
    update(&mut state, Command::Window(WindowCommand::ShowView(View::Overview)));
    update(&mut state, Command::Window(WindowCommand::SetDisplay(Display::Difference)));
    update(&mut state, Command::Window(WindowCommand::ToggleGroup(LeverGroup::Land)));
    update(&mut state, Command::Window(WindowCommand::ToggleGroup(LeverGroup::Investment)));
    update(&mut state, Command::Window(WindowCommand::SetSearch("dat".to_owned())));
    update(&mut state, Command::Window(WindowCommand::SetOnlyChanged(true)));
    update(&mut state, Command::Window(WindowCommand::ShowColumn(false)));
    update(&mut state, Command::Document(DocumentCommand::SelectCase("green".to_owned())));
    update(&mut state, Command::Document(DocumentCommand::SelectCase("no such case".to_owned())));
    let workspace = &state.workspace;
    assert_eq!((workspace.view, workspace.display), (View::Overview, Display::Difference));
    assert_eq!(workspace.open_groups, [LeverGroup::Land]);
    assert_eq!((workspace.search.as_str(), workspace.only_changed, workspace.column), ("dat", true, Some(false)));
    assert_eq!(workspace.selected, "green");
    assert!(!state.is_dirty() && state.history.is_empty(), "nothing of this is an edit");
}

#[test]
fn questions_open_and_close_without_touching_the_study() {
    let mut state = start();
    let skills = || "skills".to_owned();
    for (command, question) in [
        (
            Command::Window(WindowCommand::AskWords(skills())),
            PendingQuestion::Describe(Box::new(CaseForm {
                words: CaseWords::of(&state.study, "skills").unwrap(),
                subject: FormCase::Known(skills()),
            })),
        ),
        (Command::Window(WindowCommand::AskDelete(skills())), PendingQuestion::Delete { scenario: skills() }),
        (
            Command::File(FileCommand::DialogUnavailable { saving: true, name: "a.ron".to_owned() }),
            PendingQuestion::Path { saving: true, name: "a.ron".to_owned() },
        ),
    ] {
        assert!(update(&mut state, command).is_empty());
        assert_eq!(state.question, Some(question));
        update(&mut state, Command::Window(WindowCommand::CloseQuestion));
        assert!(state.question.is_none() && !state.is_dirty());
    }
    let typed = |saving| Command::File(FileCommand::PathTyped { saving, path: PathBuf::from("a.ron") });
    assert!(matches!(update(&mut state, typed(true))[..], [Effect::Write(..)]));
    assert!(matches!(update(&mut state, typed(false))[..], [Effect::Open(_)]));
}

#[test]
fn an_index_keeps_the_record_beside_the_lines() {
    let mut state = start();
    let record = |state: &AppState| overview(&StateReader::new(state)).output.history;
    let levels = record(&state);
    update(&mut state, Command::Window(WindowCommand::SetDisplay(Display::Index)));
    let index = record(&state);
    assert!(!levels.is_empty());
    assert_eq!(levels.len(), index.len());
    let base = StateReader::new(&state).last_actual();
    for (level, shown) in levels.iter().zip(&index) {
        let (_, reference) = *level.points.iter().find(|(year, _)| *year == base).unwrap();
        for (observed, point) in level.points.iter().zip(&shown.points) {
            assert_eq!(observed.0, point.0);
            assert!((point.1 - 100.0 * observed.1 / reference).abs() < 1e-9, "{point:?}");
        }
    }
    update(&mut state, Command::Window(WindowCommand::SetDisplay(Display::Difference)));
    assert!(record(&state).is_empty(), "a difference has no record");
}
