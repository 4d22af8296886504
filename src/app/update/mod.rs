//! The only writer of the state: one command in, effects out, delegated by family.

mod document;
mod file;
mod habits;
mod window;

use super::command::Command;
use super::effect::Effect;
use super::state::AppState;

/// Carries out a command and says what the outside must do.
pub fn update(state: &mut AppState, command: Command) -> Vec<Effect> {
    if !matches!(command, Command::Edit { .. } | Command::CancelGesture) {
        state.history.seal();
    }
    match command {
        Command::Edit { edit, gesture } => document::edit(state, &edit, gesture.as_ref()),
        Command::Undo => document::undo(state),
        Command::Redo => document::redo(state),
        Command::Travel(steps) => habits::travel(state, steps),
        Command::CancelGesture => document::cancel(state),
        Command::SelectCase(id) => document::select(state, id),
        Command::DuplicateCase(id) => document::duplicate(state, &id),
        Command::NewFrom(id) => document::new_from(state, &id),
        other => return window_or_file(state, other),
    }
    state.derived.refresh(&state.study);
    Vec::new()
}

fn window_or_file(state: &mut AppState, command: Command) -> Vec<Effect> {
    match command {
        Command::Intend(intent) => file::intend(state, intent),
        Command::Decide(decision) => file::decide(state, decision),
        Command::Save => file::save(state),
        Command::SaveAs => file::save_as(state),
        Command::SaveTo(path) => file::save_to(state, path),
        Command::Opened { path, result } => file::opened(state, path, result),
        Command::Saved { path, study, result } => file::saved(state, path, study, result),
        Command::Overwrite(path) => habits::overwrite(state, path),
        Command::OverwriteNeeded { path, changed } => habits::overwrite_needed(state, path, changed),
        Command::AutosaveFound(found) => habits::found(state, *found),
        Command::Recover(accepted) => habits::recover(state, accepted),
        Command::Habits(change) => habits::change(state, change),
        Command::DialogClosed => file::dialog_closed(state),
        Command::DialogUnavailable { saving, name } => file::ask_path(state, saving, name),
        Command::PathTyped { saving, path } => file::path_typed(state, saving, path),
        other => window::change(state, other),
    }
}
