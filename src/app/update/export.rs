//! Commands about exports: what, of which scenarios, where to; then the work beside the window and its outcome.

use crate::app::command::ExportChange;
use crate::app::effect::Effect;
use crate::app::export_form::ExportForm;
use crate::app::export_request::ExportPlan;
use crate::app::exports::answer_note;
use crate::app::state::{AppState, Origin, PendingQuestion};
use crate::task::Progress;
use std::path::Path;
use std::sync::Arc;

/// Shows the answer note of the selected case, as it stands now.
pub(super) fn tell_answer(state: &mut AppState) {
    let case = state.workspace.selected.clone();
    let note =
        answer_note(&state.study, &case, (state.lang(), state.workspace.preferences.mode), &state.export_sections);
    state.question = Some(PendingQuestion::Answer { case, note: Box::new(note) });
}

pub(super) fn change(state: &mut AppState, change: ExportChange) -> Vec<Effect> {
    match change {
        ExportChange::Ask => {
            let (study, selected) = (&state.study, &state.workspace.selected);
            let cases = study.case_ids().into_iter().filter(|id| study.case_visible(id) || id == selected);
            ask(state, ExportForm::Workbook, cases.map(str::to_owned).collect())
        }
        ExportChange::AskNote => ask(state, ExportForm::Note, vec![state.workspace.selected.clone()]),
        ExportChange::Start => start(state),
        ExportChange::Cancel => {
            if let Some(running) = &state.exporting {
                running.cancel();
            }
            Vec::new()
        }
        ExportChange::Finished(outcome) => {
            state.exporting = None;
            state.notify(outcome);
            Vec::new()
        }
        ExportChange::Stopped => {
            state.exporting = None;
            Vec::new()
        }
        ExportChange::ShowFolder(folder) => vec![Effect::ShowFolder(folder)],
        ExportChange::Browse => vec![Effect::AskFolder],
        ExportChange::SetForm(_)
        | ExportChange::Toggle(_)
        | ExportChange::ToggleSection(_)
        | ExportChange::SetLang(_)
        | ExportChange::SetFolder(_)
        | ExportChange::Propose(_) => {
            if let Some(PendingQuestion::Export(plan)) = &mut state.question {
                set(plan, change);
            }
            Vec::new()
        }
    }
}

fn ask(state: &mut AppState, form: ExportForm, cases: Vec<String>) -> Vec<Effect> {
    if state.exporting.is_some() {
        return Vec::new();
    }
    let folder = state.export_folder.clone().or_else(|| match &state.origin {
        Origin::File(path) => path.parent().map(Path::to_owned),
        Origin::Shipped | Origin::Unsaved => None,
    });
    let plan = ExportPlan {
        form,
        cases,
        // The currency follows from the study.
        lang: state.workspace.preferences.lang,
        sections: state.export_sections.clone(),
        folder: folder.as_ref().map_or_else(String::new, |folder| folder.display().to_string()),
    };
    state.question = Some(PendingQuestion::Export(plan));
    // For a study that was never saved the system's folder of documents is proposed.
    if folder.is_none() { vec![Effect::ProposeFolder] } else { Vec::new() }
}

fn set(plan: &mut ExportPlan, change: ExportChange) {
    match change {
        ExportChange::SetForm(form) => plan.form = form,
        ExportChange::Toggle(case) => {
            if let Some(position) = plan.cases.iter().position(|known| *known == case) {
                plan.cases.remove(position);
            } else {
                plan.cases.push(case);
            }
        }
        ExportChange::ToggleSection(section) => plan.sections.toggle(section),
        ExportChange::SetLang(lang) => plan.lang = lang,
        ExportChange::SetFolder(folder) => plan.folder = folder,
        ExportChange::Propose(folder) if plan.folder.is_empty() => plan.folder = folder.display().to_string(),
        ExportChange::Propose(_)
        | ExportChange::Ask
        | ExportChange::AskNote
        | ExportChange::Browse
        | ExportChange::Start
        | ExportChange::Cancel
        | ExportChange::Finished(_)
        | ExportChange::Stopped
        | ExportChange::ShowFolder(_) => {}
    }
}

fn start(state: &mut AppState) -> Vec<Effect> {
    let Some(PendingQuestion::Export(plan)) = &state.question else { return Vec::new() };
    if !plan.is_complete() {
        return Vec::new();
    }
    let mut plan = plan.clone();
    // Files come in the order of the list, however the boxes were ticked.
    let order: Vec<&str> = state.study.case_ids();
    plan.cases.sort_by_key(|case| order.iter().position(|id| id == case));
    let folder = std::path::PathBuf::from(plan.folder.trim());
    state.export_folder = Some(folder.clone());
    state.export_sections = plan.sections.clone();
    state.question = None;
    let progress = Progress::default();
    state.exporting = Some(progress.clone());
    vec![Effect::Export { study: Arc::clone(&state.study), plan, folder, progress }]
}
