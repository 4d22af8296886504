//! Commands of the palette, the tour, the presentation and the recovery of an autosave.

use crate::app::command::OverwriteReason;
use crate::app::effect::Effect;
use crate::app::notice::NoticeKind;
use crate::app::state::{AppState, Origin, PendingQuestion};
use crate::app::view_models::StateReader;
use crate::app::workspace::habits::{HabitsChange, TOUR_STEPS, TRYING_STEP, TourMark};
use crate::app::workspace::{Focus, LastStudy};
use crate::engine::{TOTAL_LINE, Variable};
use crate::files::LeftAutosave;
use crate::scenario::setting::LeverKey;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Recent files that are remembered.
const RECENT: usize = 10;

pub(super) fn change(state: &mut AppState, change: HabitsChange) -> Vec<Effect> {
    let effects = match &change {
        HabitsChange::Present(on) => super::presentation::present(state, *on),
        HabitsChange::Turn(by) => {
            super::presentation::turn(state, *by);
            Vec::new()
        }
        HabitsChange::Pages(change) => {
            state.workspace.change_pages(change);
            Vec::new()
        }
        HabitsChange::ChoosePresented(key) => {
            super::presentation::choose(state, key);
            Vec::new()
        }
        HabitsChange::FullScreen(on) => vec![Effect::FullScreen(*on)],
        HabitsChange::EndTour => {
            state.workspace.preferences.tour_seen = true;
            Vec::new()
        }
        HabitsChange::Tour(step) => {
            state.workspace.preferences.tour_seen |= *step >= TOUR_STEPS;
            state.workspace.habits.tour_mark = (*step == TRYING_STEP).then(|| mark(state));
            Vec::new()
        }
        HabitsChange::ForgetMissing => {
            let missing = std::mem::take(&mut state.workspace.habits.missing);
            state.workspace.preferences.recent.retain(|path| !missing.contains(path));
            Vec::new()
        }
        HabitsChange::Find => {
            open_column(state);
            Vec::new()
        }
        HabitsChange::GoTo(key) => {
            go_to(state, key);
            Vec::new()
        }
        HabitsChange::Open(_)
        | HabitsChange::CloseSheet
        | HabitsChange::Query(_)
        | HabitsChange::Choose(_)
        | HabitsChange::Missing(_)
        | HabitsChange::Brought
        | HabitsChange::Found => Vec::new(),
    };
    state.workspace.habits.apply(change);
    effects
}

fn open_column(state: &mut AppState) {
    if state.workspace.view.is_beside_scenarios() {
        state.workspace.column_beside_data = Some(true);
    } else {
        state.workspace.column = Some(true);
    }
}

/// Makes the assumption visible: clears search and filter, unfolds its group and opens its column.
fn go_to(state: &mut AppState, key: &LeverKey) {
    open_column(state);
    let workspace = &mut state.workspace;
    workspace.search.clear();
    workspace.only_changed = false;
    // The table of scenarios and assumptions lies over the list.
    workspace.assumptions.matrix = None;
    let group = key.lever.spec().group;
    if !workspace.open_groups.contains(&group) {
        workspace.open_groups.push(group);
    }
    workspace.focus = Focus::Lever(key.clone());
}

/// Where things stand before an assumption is moved.
fn mark(state: &AppState) -> TourMark {
    let grdp =
        StateReader::new(state).value(&state.workspace.selected, Variable::Grdp, TOTAL_LINE, state.study.horizon);
    TourMark { steps: state.history.len(), grdp }
}

/// A file that was opened or saved goes to the top of the recent ones.
pub(super) fn remember(state: &mut AppState, path: &Path) {
    let recent = &mut state.workspace.preferences.recent;
    recent.retain(|known| known != path);
    recent.insert(0, path.to_owned());
    recent.truncate(RECENT);
    state.workspace.preferences.last = Some(LastStudy::File(path.to_owned()));
    state.workspace.habits.missing.retain(|known| known != path);
}

/// Several steps at once: back where negative, forward where positive.
pub(super) fn travel(state: &mut AppState, steps: isize) {
    for _ in 0..steps.unsigned_abs() {
        if steps < 0 {
            super::document::undo(state);
        } else {
            super::document::redo(state);
        }
    }
}

/// An autosave that says something else than the study on screen is offered; any other is of no use.
pub(super) fn offer_recovery(state: &mut AppState, found: LeftAutosave) -> Vec<Effect> {
    if *found.study == *state.study {
        return vec![Effect::DropAutosave];
    }
    state.question = Some(PendingQuestion::Recover(Box::new(found)));
    Vec::new()
}

pub(super) fn recover(state: &mut AppState, accepted: bool) -> Vec<Effect> {
    let Some(PendingQuestion::Recover(found)) = state.question.take() else { return Vec::new() };
    if !accepted {
        return vec![Effect::DropAutosave];
    }
    let (saved, origin) = (Arc::clone(&state.saved), state.origin.clone());
    // Without its own file, or with one that another program has, saving must ask for a name.
    let origin =
        if matches!(&origin, Origin::File(path) if Some(path) == found.of.as_ref()) { origin } else { Origin::Shipped };
    state.replace((*found.study).clone(), origin);
    state.saved = saved;
    state.notify(NoticeKind::Recovered);
    vec![Effect::KeepAutosave]
}

pub(super) fn overwrite_needed(state: &mut AppState, path: PathBuf, reason: OverwriteReason) -> Vec<Effect> {
    state.question = Some(PendingQuestion::Overwrite { path, reason });
    Vec::new()
}

pub(super) fn overwrite(state: &mut AppState, path: PathBuf) -> Vec<Effect> {
    state.question = None;
    vec![Effect::Overwrite(path, Arc::clone(&state.study))]
}
