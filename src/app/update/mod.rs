//! The only writer of the state: one command in, effects out, delegated by family.

mod assumptions;
mod document;
mod export;
mod file;
mod habits;
mod import;
mod merge;
mod picture;
mod presentation;
mod rebase;
mod window;

use super::command::{Command, DocumentCommand, ExportChange, FileCommand, WindowCommand};
use super::effect::Effect;
use super::state::AppState;
use super::workspace::habits::HabitsChange;

/// Carries out a command and says what the outside must do.
pub fn update(state: &mut AppState, command: Command) -> Vec<Effect> {
    if !keeps_gesture(&command) {
        state.history.seal();
    }
    match command {
        Command::Document(command) => {
            change_document(state, command);
            state.derived.refresh(&state.study);
            Vec::new()
        }
        Command::File(command) => change_files(state, command),
        Command::Window(command) => window::change(state, command),
        Command::Import(command) => import::change(state, command),
    }
}

/// Whether a drag or typing goes on after the command: an edit of it, or an answer of work in the background, which comes
/// whatever the user is doing.
const fn keeps_gesture(command: &Command) -> bool {
    matches!(
        command,
        Command::Document(DocumentCommand::Edit { .. } | DocumentCommand::CancelGesture)
            | Command::Window(WindowCommand::Simulated(_) | WindowCommand::Habits(HabitsChange::Missing(_)))
            | Command::File(FileCommand::Export(ExportChange::Finished(_) | ExportChange::Stopped))
    )
}

fn change_document(state: &mut AppState, command: DocumentCommand) {
    match command {
        DocumentCommand::Edit { edit, gesture } => document::edit(state, &edit, gesture.as_ref()),
        DocumentCommand::Undo => document::undo(state),
        DocumentCommand::Redo => document::redo(state),
        DocumentCommand::Travel(steps) => habits::travel(state, steps),
        DocumentCommand::CancelGesture => document::cancel(state),
        // Every command that does not keep the gesture has sealed it already.
        DocumentCommand::Seal => {}
        DocumentCommand::SelectCase(id) => document::select(state, id),
        DocumentCommand::DuplicateCase(id) => document::duplicate(state, &id),
        DocumentCommand::NewFrom(id) => document::new_from(state, &id),
    }
}

fn change_files(state: &mut AppState, command: FileCommand) -> Vec<Effect> {
    match command {
        FileCommand::Intend(intent) => file::intend(state, intent),
        FileCommand::Decide(decision) => file::decide(state, decision),
        FileCommand::Save => file::save(state),
        FileCommand::SaveAs => file::save_as(state),
        FileCommand::SaveTo(path) => file::save_to(state, path),
        FileCommand::Opened { path, result } => file::take_opened(state, path, result),
        FileCommand::Saved { path, study, result } => file::record_save(state, path, study, result),
        FileCommand::Overwrite(path) => habits::overwrite(state, path),
        FileCommand::OverwriteNeeded { path, reason } => habits::overwrite_needed(state, path, reason),
        FileCommand::AutosaveFound(found) => habits::offer_recovery(state, *found),
        FileCommand::Recover(accepted) => habits::recover(state, accepted),
        FileCommand::DialogClosed => file::dialog_closed(state),
        FileCommand::DialogUnavailable { saving, name } => file::ask_path(state, saving, name),
        FileCommand::PathTyped { saving, path } => file::path_typed(state, saving, path),
        FileCommand::SavePicture(request) => picture::take(state, &request),
        FileCommand::PictureTaken { name, bytes } => picture::keep_picture(state, name, bytes),
        FileCommand::SavePictureTo(path) => picture::save_to(state, path),
        FileCommand::PictureSaved { path, result } => picture::record_save(state, path, result),
        FileCommand::Export(change) => export::change(state, change),
        FileCommand::Merge(change) => merge::change(state, change),
    }
}
