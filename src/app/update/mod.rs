//! The only writer of the state: one command in, effects out, delegated by family.

mod assumptions;
mod document;
mod export;
mod file;
mod habits;
mod picture;
mod window;

use super::command::Command;
use super::effect::Effect;
use super::state::AppState;
use super::workspace::assumptions::AssumptionsChange;

/// Carries out a command and says what the outside must do.
#[expect(clippy::wildcard_enum_match_arm, reason = "the next family takes the rest; the last one names every command")]
pub fn update(state: &mut AppState, command: Command) -> Vec<Effect> {
    // Resting the pointer on a lever is no step of its own.
    let keeps_gesture = matches!(
        command,
        Command::Edit { .. } | Command::CancelGesture | Command::Assumptions(AssumptionsChange::Hover(_))
    );
    if !keeps_gesture {
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

#[expect(clippy::wildcard_enum_match_arm, reason = "the next family takes the rest; the last one names every command")]
fn window_or_file(state: &mut AppState, command: Command) -> Vec<Effect> {
    match command {
        Command::Intend(intent) => file::intend(state, intent),
        Command::Decide(decision) => file::decide(state, decision),
        Command::Save => file::save(state),
        Command::SaveAs => file::save_as(state),
        Command::SaveTo(path) => file::save_to(state, path),
        Command::Opened { path, result } => file::take_opened(state, path, result),
        Command::Saved { path, study, result } => file::record_save(state, path, study, result),
        Command::Overwrite(path) => habits::overwrite(state, path),
        Command::OverwriteNeeded { path, changed } => habits::overwrite_needed(state, path, changed),
        Command::AutosaveFound(found) => habits::offer_recovery(state, *found),
        Command::Recover(accepted) => habits::recover(state, accepted),
        Command::Habits(change) => habits::change(state, change),
        Command::DialogClosed => file::dialog_closed(state),
        Command::DialogUnavailable { saving, name } => file::ask_path(state, saving, name),
        Command::PathTyped { saving, path } => file::path_typed(state, saving, path),
        Command::CopyText(text) => vec![Effect::CopyText(text)],
        Command::SavePicture(request) => picture::take(state, &request),
        Command::PictureTaken { name, bytes } => picture::keep_picture(state, name, bytes),
        Command::SavePictureTo(path) => picture::save_to(state, path),
        Command::PictureSaved { path, result } => picture::record_save(state, path, result),
        Command::Export(change) => export::change(state, change),
        other => window::change(state, other),
    }
}
