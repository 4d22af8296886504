//! A new base year, and what moved since the study was opened or saved.

use crate::analysis::what_moved;
use crate::app::notice::NoticeKind;
use crate::app::state::{AppState, PendingQuestion};
use crate::scenario::{Edit, StudyError, apply_edit};

/// Makes the last actual year the base and says what that moved; asks first where it would leave gaps.
pub(super) fn rebase(state: &mut AppState, gaps_allowed: bool) {
    state.question = None;
    let before = state.study.clone();
    let edit = Edit::Rebase { year: None, gaps_allowed };
    match apply_edit(&state.study, &edit) {
        Err(StudyError::GapsAfterRebase { year, absent }) => {
            state.question = Some(PendingQuestion::RebaseGaps { year, absent });
        }
        Err(error) => state.notify(NoticeKind::Refused(error)),
        Ok(_) => {
            super::document::edit(state, &edit, None);
            let case = state.workspace.selected.clone();
            let found = what_moved(&before, &state.study, &case);
            state.question = Some(PendingQuestion::Moved { case, found: Box::new(found) });
        }
    }
}

/// Says what moved the selected case since the study was opened or saved.
pub(super) fn tell_moved(state: &mut AppState) {
    let case = state.workspace.selected.clone();
    let found = what_moved(&state.saved, &state.study, &case);
    state.question = Some(PendingQuestion::Moved { case, found: Box::new(found) });
}
