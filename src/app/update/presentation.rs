//! The presentation begins and ends, and goes from page to page.

use crate::app::effect::Effect;
use crate::app::state::AppState;
use crate::scenario::setting::LeverKey;

/// Begins at the page that is on screen, or at the first; the end leaves the window as large as it was.
pub(super) fn present(state: &mut AppState, on: bool) -> Vec<Effect> {
    let habits = &mut state.workspace.habits;
    if habits.presenting == on {
        return Vec::new();
    }
    if on {
        habits.presentation.was_full = habits.full_screen;
        let workspace = &state.workspace;
        let shown = workspace.pages(&state.study).iter().position(|page| {
            let same_case = page.case.is_empty() || page.case == workspace.selected;
            page.view == workspace.view && page.display == workspace.display && same_case
        });
        show(state, shown.unwrap_or(0));
    }
    let habits = &mut state.workspace.habits;
    let full = on || habits.presentation.was_full;
    habits.full_screen = full;
    vec![Effect::Restyle, Effect::FullScreen(full)]
}

/// Goes so many pages on, or back where negative; beyond both ends it stays.
pub(super) fn turn(state: &mut AppState, by: isize) {
    let last = state.workspace.pages(&state.study).len().saturating_sub(1);
    let page = state.workspace.habits.presentation.page.saturating_add_signed(by).min(last);
    show(state, page);
}

fn show(state: &mut AppState, position: usize) {
    let Some(page) = state.workspace.pages(&state.study).into_iter().nth(position) else { return };
    if state.study.has_case(&page.case) {
        super::document::select(state, page.case);
    }
    let workspace = &mut state.workspace;
    workspace.habits.presentation.page = position;
    workspace.view = page.view;
    workspace.display = page.display;
    workspace.came_from = None;
    workspace.assumptions.matrix = None;
}

/// An assumption is moved before the room, or no longer.
pub(super) fn choose(state: &mut AppState, key: &LeverKey) {
    let chosen = &mut state.workspace.preferences.presented;
    let written = key.to_string();
    match chosen.iter().position(|known| *known == written) {
        Some(position) => {
            chosen.remove(position);
        }
        None => chosen.push(written),
    }
}
