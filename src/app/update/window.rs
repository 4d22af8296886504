//! Commands that change only what the window shows.

use crate::app::command::Command;
use crate::app::effect::Effect;
use crate::app::state::{AppState, Question};

/// Smallest and largest text size.
const TEXT_SCALE: (f32, f32) = (0.8, 2.0);

pub(super) fn change(state: &mut AppState, command: Command) -> Vec<Effect> {
    let workspace = &mut state.workspace;
    match command {
        Command::ShowView(view) => workspace.view = view,
        Command::SetDisplay(display) => workspace.display = display,
        Command::SetLang(lang) => {
            workspace.preferences.lang = lang;
            return vec![Effect::Restyle];
        }
        Command::SetMode(mode) => {
            workspace.preferences.mode = mode;
            return vec![Effect::Restyle];
        }
        Command::SetTextScale(scale) => {
            workspace.preferences.text_scale = scale.clamp(TEXT_SCALE.0, TEXT_SCALE.1);
            return vec![Effect::Restyle];
        }
        Command::ToggleGroup(group) => {
            if let Some(position) = workspace.open_groups.iter().position(|open| *open == group) {
                workspace.open_groups.remove(position);
            } else {
                workspace.open_groups.push(group);
            }
        }
        Command::SetSearch(text) => workspace.search = text,
        Command::SetOnlyChanged(only) => workspace.only_changed = only,
        Command::ShowColumn(open) => workspace.column = Some(open),
        Command::AskRename(case) => state.question = Some(Question::Rename { case }),
        Command::AskDelete(scenario) => state.question = Some(Question::Delete { scenario }),
        Command::CloseQuestion => {
            state.question = None;
            state.after_save = None;
        }
        Command::DismissNotice(id) => state.notices.retain(|notice| notice.id != id),
        // Named one by one, so that a new command does not compile until a family carries it out.
        Command::Edit { .. }
        | Command::Undo
        | Command::Redo
        | Command::CancelGesture
        | Command::Seal
        | Command::SelectCase(_)
        | Command::DuplicateCase(_)
        | Command::NewFrom(_)
        | Command::Intend(_)
        | Command::Decide(_)
        | Command::Save
        | Command::SaveAs
        | Command::SaveTo(_)
        | Command::Opened { .. }
        | Command::Saved { .. }
        | Command::DialogClosed
        | Command::DialogUnavailable { .. }
        | Command::PathTyped { .. } => {}
    }
    Vec::new()
}
