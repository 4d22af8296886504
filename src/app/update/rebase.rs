//! Another base year, vintage or constant prices, and what moved since the study was opened or saved.

use crate::analysis::{growth_at_both_prices, what_moved};
use crate::app::notice::NoticeKind;
use crate::app::state::{AppState, PendingQuestion};
use crate::scenario::{
    BaseChange, BaseMove, Edit, PriceBaseChoice, StudyError, VintageChoice, apply_edit, find_repricing,
    price_base_years,
};

/// Changes on what the study rests and says what that moved; asks first where something would be lost.
pub(super) fn move_base(state: &mut AppState, change: BaseChange) {
    let before = state.study.clone();
    let edit = Edit::ChangeBase(change.clone());
    let allowed = BaseChange { losses_allowed: true, ..change };
    match apply_edit(&state.study, &edit) {
        Err(StudyError::GapsAfterRebase { year, absent }) => {
            state.question = Some(PendingQuestion::BaseGaps { year, absent, allowed });
        }
        Err(StudyError::FiguresLeft { base, left }) => {
            state.question = Some(PendingQuestion::FiguresLeft { base, left, allowed });
        }
        Err(error) => {
            state.question = None;
            state.notify(NoticeKind::Refused(error));
        }
        Ok(next) => {
            super::document::edit(state, &edit, None);
            if let BaseMove::Prices(choice) = &allowed.to
                && let Ok(found) = find_repricing(&before, choice.base)
            {
                let growth = growth_at_both_prices(&before, &next, &state.workspace.selected);
                state.question = Some(PendingQuestion::Repriced(Box::new((found, growth))));
                return;
            }
            let case = state.workspace.selected.clone();
            let found = what_moved(&before, &state.study, &case);
            state.question = Some(PendingQuestion::Moved { case, found: Box::new(found) });
        }
    }
}

/// Asks which vintage is the record, beginning with the present one and its reason.
pub(super) fn ask_vintage(state: &mut AppState, draft: Option<Box<VintageChoice>>) {
    let study = &state.study;
    let present = || VintageChoice {
        vintage: study.history_vintage.clone(),
        reason: study.history_reason.in_lang(state.lang()).to_owned(),
    };
    let choice = draft.unwrap_or_else(|| Box::new(present()));
    state.question = Some(PendingQuestion::Vintage(choice));
}

/// Asks of which year the constant prices are to be, beginning with the last that is possible.
pub(super) fn ask_price_base(state: &mut AppState, draft: Option<Box<PriceBaseChoice>>) {
    let last = || price_base_years(&state.study).last().copied().unwrap_or(state.study.price_base_year);
    let choice = draft.unwrap_or_else(|| Box::new(PriceBaseChoice { base: last(), ..PriceBaseChoice::default() }));
    state.question = Some(PendingQuestion::PriceBase(choice));
}

/// Says what moved the selected case since the study was opened or saved.
pub(super) fn tell_moved(state: &mut AppState) {
    let case = state.workspace.selected.clone();
    let found = what_moved(&state.saved, &state.study, &case);
    state.question = Some(PendingQuestion::Moved { case, found: Box::new(found) });
}
