//! Commands that change the document.

use crate::app::command::Gesture;
use crate::app::notice::NoticeKind;
use crate::app::state::AppState;
use crate::lang::{Lang, Localized};
use crate::scenario::setting::Settings;
use crate::scenario::study::{Scenario, Study};
use crate::scenario::{Edit, edited, free_id, free_slot};
use crate::text::window;
use std::sync::Arc;

/// Carries out an edit; moving a lever of a baseline makes a child scenario that holds the change, because baselines stay neutral.
pub(super) fn edit(state: &mut AppState, edit: &Edit, gesture: Option<&Gesture>) {
    if let Edit::SetLever { scenario, key, setting } = edit
        && state.study.baseline(scenario).is_some()
    {
        let mut child = child_of(&state.study, scenario);
        child.settings.insert(key.clone(), setting.clone());
        let id = child.id.clone();
        apply(state, &Edit::AddScenario(child), gesture);
        state.workspace.selected = id;
        return;
    }
    apply(state, edit, gesture);
}

fn apply(state: &mut AppState, edit: &Edit, gesture: Option<&Gesture>) {
    match edited(&state.study, edit) {
        Ok(next) => {
            state.history.record(&state.study, &next, edit, gesture);
            state.study = Arc::new(next);
            keep_selection(state);
        }
        Err(error) => state.notify(NoticeKind::Refused(error)),
    }
}

/// The selection may have gone with a deletion or an undo.
fn keep_selection(state: &mut AppState) {
    if !state.study.has_case(&state.workspace.selected) {
        state.workspace.selected = state.study.pinned.clone();
    }
}

pub(super) fn undo(state: &mut AppState) {
    if let Some((study, label)) = state.history.undo(&state.study) {
        state.study = study;
        focus(state, &label.edit);
    }
}

pub(super) fn redo(state: &mut AppState) {
    if let Some((study, label)) = state.history.redo(&state.study) {
        state.study = study;
        focus(state, &label.edit);
    }
}

/// Shows what an undone or redone edit was about.
fn focus(state: &mut AppState, edit: &Edit) {
    let about = match edit {
        Edit::SetLever { scenario, .. } | Edit::ResetLever { scenario, .. } | Edit::ResetScenario { scenario } => {
            Some(scenario.clone())
        }
        Edit::AddScenario(scenario) => Some(scenario.id.clone()),
        Edit::DeleteScenario { scenario } => Some(scenario.clone()),
        Edit::RenameCase { case, .. } | Edit::SetVisible { case, .. } | Edit::SetSlot { case, .. } => {
            Some(case.clone())
        }
        Edit::AddRecord { scenario, .. } => scenario.clone(),
        Edit::SetRecord(_) | Edit::DeleteRecord(_) | Edit::SetClosure(_) | Edit::SetPinned(_) => None,
    };
    if let Some(id) = about.filter(|id| state.study.has_case(id)) {
        state.workspace.selected = id;
    }
    keep_selection(state);
}

pub(super) fn cancel(state: &mut AppState) {
    if let Some(study) = state.history.cancel() {
        state.study = study;
        keep_selection(state);
    }
}

pub(super) fn select(state: &mut AppState, id: String) {
    if state.study.has_case(&id) {
        state.workspace.selected = id;
    }
}

pub(super) fn duplicate(state: &mut AppState, id: &str) {
    let Some(original) = state.study.scenario(id).cloned() else {
        return new_from(state, id);
    };
    let copied = |lang: Lang| window::copy_name(lang, original.name.in_lang(lang));
    let copy = Scenario {
        id: free_id(&state.study, &original.id),
        name: Localized::new(copied(Lang::Vi), copied(Lang::En)),
        short: Localized::default(),
        slot: free_slot(&state.study),
        visible: true,
        ..original
    };
    add(state, copy);
}

pub(super) fn new_from(state: &mut AppState, id: &str) {
    if state.study.has_case(id) {
        let child = child_of(&state.study, id);
        add(state, child);
    }
}

fn add(state: &mut AppState, scenario: Scenario) {
    let id = scenario.id.clone();
    apply(state, &Edit::AddScenario(scenario), None);
    select(state, id);
}

/// An empty scenario under a parent.
fn child_of(study: &Study, parent: &str) -> Scenario {
    let number = study.scenarios.len() + 1;
    Scenario {
        id: free_id(study, &format!("scenario-{number}")),
        name: Localized::new(window::new_name(Lang::Vi, number), window::new_name(Lang::En, number)),
        short: Localized::default(),
        note: Localized::default(),
        parent: parent.to_owned(),
        slot: free_slot(study),
        visible: true,
        settings: Settings::default(),
    }
}
