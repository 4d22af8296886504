//! Commands that change the document.

use crate::app::case_form::{CaseForm, FormCase};
use crate::app::history::Gesture;
use crate::app::notice::NoticeKind;
use crate::app::state::{AppState, PendingQuestion};
use crate::app::workspace::Focus;
use crate::lang::{Lang, Localized};
use crate::scenario::setting::Settings;
use crate::scenario::study::{Scenario, Study};
use crate::scenario::{CaseWords, Edit, apply_edit, free_id, free_slot};
use crate::text::words;
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
        // A refused edit made no child.
        select(state, id);
    } else {
        apply(state, edit, gesture);
        if let Edit::AddScenario(added) = edit {
            select(state, added.id.clone());
        }
    }
    if let Edit::SetLever { key, .. } = edit {
        state.workspace.focus = Focus::Lever(key.clone());
    }
}

fn apply(state: &mut AppState, edit: &Edit, gesture: Option<&Gesture>) {
    match apply_edit(&state.study, edit) {
        Ok(next) => {
            state.history.record(&state.study, &next, edit, gesture);
            replace_study(state, Arc::new(next));
        }
        Err(error) => state.notify(NoticeKind::Refused(error)),
    }
}

/// Puts another version of the study in place; where the selected case has gone with it, its nearest ancestor that is left is selected.
fn replace_study(state: &mut AppState, next: Arc<Study>) {
    let before = std::mem::replace(&mut state.study, next);
    let mut selected = state.workspace.selected.as_str();
    while !state.study.has_case(selected) {
        selected = before.scenario(selected).map_or(state.study.pinned.as_str(), |scenario| scenario.parent.as_str());
    }
    state.workspace.selected = selected.to_owned();
}

pub(super) fn undo(state: &mut AppState) {
    if let Some((study, label)) = state.history.undo(&state.study) {
        replace_study(state, study);
        focus(state, &label.edit);
    }
}

pub(super) fn redo(state: &mut AppState) {
    if let Some((study, label)) = state.history.redo(&state.study) {
        replace_study(state, study);
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
        Edit::AddBaseline(baseline) => Some(baseline.id.clone()),
        Edit::DeleteBaseline { baseline } => Some(baseline.clone()),
        Edit::DescribeCase { case, .. } | Edit::SetVisible { case, .. } | Edit::SetSlot { case, .. } => {
            Some(case.clone())
        }
        Edit::AddRecord { scenario, .. } => scenario.clone(),
        Edit::SetRecord(_)
        | Edit::DeleteRecord(_)
        | Edit::TakeFigures(_)
        | Edit::SetFrame(_)
        | Edit::ChangeBase(_)
        | Edit::ExplainFinding { .. }
        | Edit::SetClosure(_)
        | Edit::SetPinned(_)
        | Edit::SetFigure { .. }
        | Edit::AddFigure { .. }
        | Edit::DeleteFigure { .. } => None,
    };
    if let Some(id) = about.filter(|id| state.study.has_case(id)) {
        select(state, id);
        state.workspace.focus = Focus::Case;
    }
}

pub(super) fn cancel(state: &mut AppState) {
    if let Some(study) = state.history.cancel() {
        replace_study(state, study);
    }
}

pub(super) fn select(state: &mut AppState, id: String) {
    if let Some((_, ancestors)) = state.study.lineage(&id) {
        let above: Vec<&str> = ancestors.iter().map(|scenario| scenario.parent.as_str()).collect();
        state.workspace.folded.retain(|folded| !above.contains(&folded.as_str()));
        state.workspace.selected = id;
    }
}

/// Asks what a copy of a case under the same parent is called.
pub(super) fn duplicate(state: &mut AppState, id: &str) {
    let Some(original) = state.study.scenario(id).cloned() else {
        return new_from(state, id);
    };
    let copied = |lang: Lang| words::copy_name(lang, original.name.in_lang(lang));
    let copy = Scenario {
        id: free_id(&state.study, &original.id),
        name: free_name(&state.study, &Localized::new(copied(Lang::VI), copied(Lang::EN))),
        short: Localized::default(),
        slot: free_slot(&state.study),
        visible: true,
        ..original
    };
    state.question = Some(PendingQuestion::Describe(Box::new(CaseForm::new(copy))));
}

/// Asks what a new scenario is called, and which question it answers.
pub(super) fn new_from(state: &mut AppState, id: &str) {
    if state.study.has_case(id) {
        let child = child_of(&state.study, id);
        state.question = Some(PendingQuestion::Describe(Box::new(CaseForm::new(child))));
    }
}

/// Asks for another name, short name or question of a case.
pub(super) fn ask_words(state: &mut AppState, case: String) {
    if let Some(words) = CaseWords::of(&state.study, &case) {
        state.question = Some(PendingQuestion::Describe(Box::new(CaseForm { subject: FormCase::Known(case), words })));
    }
}

/// An empty scenario under a parent.
fn child_of(study: &Study, parent: &str) -> Scenario {
    let number = study.scenarios.len() + 1;
    let name = Localized::new(words::new_name(Lang::VI, number), words::new_name(Lang::EN, number));
    Scenario {
        id: free_id(study, &format!("scenario-{number}")),
        name: free_name(study, &name),
        short: Localized::default(),
        note: Localized::default(),
        parent: parent.to_owned(),
        slot: free_slot(study),
        visible: true,
        settings: Settings::default(),
    }
}

/// The name, with a number behind it where a case already has it: rows are told apart by their names.
fn free_name(study: &Study, wanted: &Localized) -> Localized {
    let is_taken = |name: &Localized| {
        let same = |other: &Localized| other.vi == name.vi || other.en == name.en;
        study.case_ids().into_iter().filter_map(|id| study.case_name(id)).any(same)
    };
    let mut name = wanted.clone();
    let mut number = 2;
    while is_taken(&name) {
        name = Localized::new(format!("{} {number}", wanted.vi), format!("{} {number}", wanted.en));
        number += 1;
    }
    name
}
