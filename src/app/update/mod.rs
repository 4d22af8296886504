//! The only writer of the state: one command in, effects out, delegated by family.

mod document;
mod file;
mod window;

use super::command::Command;
use super::effect::Effect;
use super::state::AppState;

/// Carries out a command and says what the outside must do.
#[expect(clippy::wildcard_enum_match_arm, reason = "the next family takes the rest; the last one names every command")]
pub fn update(state: &mut AppState, command: Command) -> Vec<Effect> {
    if !matches!(command, Command::Edit { .. } | Command::CancelGesture) {
        state.history.seal();
    }
    match command {
        Command::Edit { edit, gesture } => document::edit(state, &edit, gesture.as_ref()),
        Command::Undo => document::undo(state),
        Command::Redo => document::redo(state),
        Command::CancelGesture => document::cancel(state),
        Command::SelectCase(id) => document::select(state, id),
        Command::DuplicateCase(id) => document::duplicate(state, &id),
        Command::NewFrom(id) => document::new_from(state, &id),
        other => return window_or_file(state, other),
    }
    state.derived.refresh(&state.study);
    Vec::new()
}

#[expect(clippy::wildcard_enum_match_arm, reason = "the next family takes the rest; the last one names every command")]
fn window_or_file(state: &mut AppState, command: Command) -> Vec<Effect> {
    match command {
        Command::Intend(intent) => file::intend(state, intent),
        Command::Decide(decision) => file::decide(state, decision),
        Command::Save => file::save(state),
        Command::SaveAs => file::save_as(state),
        Command::SaveTo(path) => file::save_to(state, path),
        Command::Opened { path, result } => file::opened(state, path, result),
        Command::Saved { path, study, result } => file::saved(state, path, study, result),
        Command::DialogClosed => file::dialog_closed(state),
        Command::DialogUnavailable { saving, name } => file::ask_path(state, saving, name),
        Command::PathTyped { saving, path } => file::path_typed(state, saving, path),
        other => window::change(state, other),
    }
}
