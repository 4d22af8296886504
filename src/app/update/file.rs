//! Commands about files; unsaved changes are asked about before anything can lose them.

use crate::app::command::{Decision, Intent};
use crate::app::effect::Effect;
use crate::app::import::ImportGoal;
use crate::app::notice::NoticeKind;
use crate::app::state::{AppState, Origin, PendingQuestion};
use crate::app::workspace::LastStudy;
use crate::files::{self, EditedCell, FileError, Opened};
use crate::scenario::study::Study;
use std::path::PathBuf;
use std::sync::Arc;

pub(super) fn intend(state: &mut AppState, intent: Intent) -> Vec<Effect> {
    if state.is_dirty() {
        // The new question replaces what an earlier one was waiting for.
        state.after_save = None;
        state.question = Some(PendingQuestion::Unsaved(intent));
        Vec::new()
    } else {
        carry_out(state, intent)
    }
}

pub(super) fn decide(state: &mut AppState, decision: Decision) -> Vec<Effect> {
    let Some(PendingQuestion::Unsaved(intent)) = state.question.take() else { return Vec::new() };
    match decision {
        Decision::Cancel => Vec::new(),
        Decision::Discard => {
            state.given_up = Some(Arc::clone(&state.study));
            carry_out(state, intent)
        }
        Decision::Save => {
            state.after_save = Some(intent);
            save(state)
        }
    }
}

fn carry_out(state: &mut AppState, intent: Intent) -> Vec<Effect> {
    match intent {
        Intent::New => {
            super::import::begin(state, ImportGoal::NewStudy);
            Vec::new()
        }
        Intent::Merge => {
            super::merge::begin(state);
            Vec::new()
        }
        Intent::OpenDialog => vec![Effect::AskOpenPath],
        Intent::Open(path) => vec![Effect::Open(path)],
        Intent::OpenShipped(id) => open_shipped(state, &id),
        Intent::Quit => {
            // What was not saved is given up on purpose; the window must not ask again.
            state.saved = Arc::clone(&state.study);
            if state.origin == Origin::Unsaved {
                state.origin = Origin::Shipped;
            }
            vec![Effect::CloseWindow]
        }
    }
}

fn open_shipped(state: &mut AppState, id: &str) -> Vec<Effect> {
    if let Some(shipped) = files::shipped_studies().iter().find(|shipped| shipped.id == id) {
        match files::read_study(shipped.text.as_bytes()) {
            Ok(study) => {
                state.replace(study, Origin::Shipped);
                state.workspace.preferences.last = Some(LastStudy::Shipped(id.to_owned()));
                return vec![Effect::Replaced(None)];
            }
            Err(error) => state.notify(NoticeKind::File(error)),
        }
    }
    Vec::new()
}

pub(super) fn save(state: &mut AppState) -> Vec<Effect> {
    match state.origin.clone() {
        Origin::File(path) => save_to(state, path),
        Origin::Shipped | Origin::Unsaved => save_as(state),
    }
}

pub(super) fn save_as(state: &AppState) -> Vec<Effect> {
    let name = match &state.origin {
        Origin::File(path) => path.file_name().map(|name| name.to_string_lossy().into_owned()),
        Origin::Shipped | Origin::Unsaved => None,
    };
    vec![Effect::AskSavePath(name.unwrap_or_else(|| files::new_name(&state.study.id)))]
}

pub(super) fn save_to(state: &AppState, path: PathBuf) -> Vec<Effect> {
    vec![Effect::Write(path, Arc::clone(&state.study))]
}

pub(super) fn take_opened(state: &mut AppState, path: PathBuf, result: Result<Box<Opened>, FileError>) -> Vec<Effect> {
    match result {
        // The study may have been edited while the dialog was open.
        Ok(_) if state.is_dirty() && !is_given_up(state) => intend(state, Intent::Open(path)),
        // An export is read, never written over: saving asks for the name of a study file.
        Ok(opened) if files::is_export(&path) => {
            let Opened { study, edited } = *opened;
            state.replace(study, Origin::Shipped);
            tell_edited(state, edited);
            super::habits::remember(state, &path);
            vec![Effect::Replaced(None)]
        }
        Ok(opened) => {
            let Opened { study, edited } = *opened;
            state.replace(study, Origin::File(path.clone()));
            tell_edited(state, edited);
            super::habits::remember(state, &path);
            vec![Effect::Replaced(Some(path))]
        }
        Err(error) => {
            state.notify(NoticeKind::File(error));
            Vec::new()
        }
    }
}

fn tell_edited(state: &mut AppState, edited: Vec<EditedCell>) {
    if !edited.is_empty() {
        state.notify(NoticeKind::Edited(edited));
    }
}

/// Whether the user agreed to lose the study exactly as it stands.
fn is_given_up(state: &AppState) -> bool {
    state.given_up.as_ref().is_some_and(|study| Arc::ptr_eq(study, &state.study))
}

pub(super) fn record_save(
    state: &mut AppState,
    path: PathBuf,
    study: Arc<Study>,
    result: Result<(), FileError>,
) -> Vec<Effect> {
    match result {
        Ok(()) => {
            state.saved = study;
            state.origin = Origin::File(path.clone());
            super::habits::remember(state, &path);
            state.notify(NoticeKind::Saved(path));
            // What was edited while the file was written is asked about again.
            state.after_save.take().map_or_else(Vec::new, |intent| intend(state, intent))
        }
        Err(error) => {
            state.after_save = None;
            state.notify(NoticeKind::File(error));
            Vec::new()
        }
    }
}

pub(super) fn dialog_closed(state: &mut AppState) -> Vec<Effect> {
    state.after_save = None;
    state.picture = None;
    Vec::new()
}

pub(super) fn ask_path(state: &mut AppState, saving: bool, name: String) -> Vec<Effect> {
    state.question = Some(PendingQuestion::Path { saving, name });
    Vec::new()
}

pub(super) fn path_typed(state: &mut AppState, saving: bool, path: PathBuf) -> Vec<Effect> {
    state.question = None;
    if saving && state.picture.is_some() {
        return super::picture::save_to(state, path);
    }
    if saving {
        save_to(state, files::with_ending(path))
    } else if state.import.is_some() {
        vec![Effect::ReadImport(path)]
    } else {
        vec![Effect::Open(path)]
    }
}
