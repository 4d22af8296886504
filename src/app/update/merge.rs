//! Commands of a merger: which other study, how the sum is called, and taking it.

use crate::app::effect::Effect;
use crate::app::merge_form::{MergeChange, MergeForm};
use crate::app::state::{AppState, Origin, PendingQuestion};
use crate::app::workspace::View;
use std::path::PathBuf;
use std::sync::Arc;

/// Opens the sheet.
pub(super) fn begin(state: &mut AppState) {
    state.question = Some(PendingQuestion::Merge(Box::default()));
}

/// Carries out a step; ignored once the sheet is closed.
pub(super) fn change(state: &mut AppState, change: MergeChange) -> Vec<Effect> {
    let study = Arc::clone(&state.study);
    let Some(PendingQuestion::Merge(form)) = &mut state.question else { return Vec::new() };
    match change {
        MergeChange::SetPath(path) => form.path = path,
        MergeChange::Browse => return vec![Effect::AskMergePath],
        MergeChange::Read => return vec![Effect::ReadMerge(PathBuf::from(form.path.trim()))],
        MergeChange::Opened { path, result } => {
            form.path = path.display().to_string();
            match result {
                Ok(opened) => {
                    form.other = Some(Arc::new(opened.study));
                    form.unread = None;
                }
                Err(error) => {
                    form.other = None;
                    form.unread = Some(error);
                }
            }
            form.merge_with(&study);
        }
        MergeChange::SetFrame(frame) => {
            form.frame = frame;
            form.merge_with(&study);
        }
        MergeChange::Take => return take(state),
    }
    Vec::new()
}

/// The merged study takes the place of the open one, as a new study does.
fn take(state: &mut AppState) -> Vec<Effect> {
    let Some(PendingQuestion::Merge(form)) = &state.question else { return Vec::new() };
    let Some(Ok(merged)) = &MergeForm::clone(form).found else { return Vec::new() };
    state.question = None;
    state.replace(merged.study.clone(), Origin::Unsaved);
    state.workspace.view = View::Overview;
    vec![Effect::Replaced(None)]
}
