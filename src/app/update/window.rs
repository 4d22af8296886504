//! Commands that change only what the window shows.

use crate::app::command::Command;
use crate::app::effect::Effect;
use crate::app::notice::NoticeKind;
use crate::app::state::{AppState, PendingQuestion};
use crate::app::workspace::TEXT_SCALE;
use crate::app::workspace::uncertainty::UncertaintyChange;

#[expect(clippy::too_many_lines, reason = "one short arm a command; the list at the end keeps the match complete")]
pub(super) fn change(state: &mut AppState, command: Command) -> Vec<Effect> {
    let workspace = &mut state.workspace;
    match command {
        Command::ShowView(view) => {
            workspace.view = view;
            workspace.assumptions.matrix = None;
            workspace.preferences.view = view;
        }
        Command::Compare(change) => workspace.compare.apply(change),
        Command::Sectors(change) => workspace.sectors.apply(change),
        Command::Targets(change) => workspace.targets.apply(change),
        Command::Audit(change) => workspace.audit.apply(change),
        Command::Questions(change) => workspace.questions.apply(change),
        Command::Data(change) => workspace.data.apply(change),
        Command::Table(change) => workspace.table.apply(change),
        Command::Uncertainty(UncertaintyChange::Stop) => state.uncertainty.stop(),
        Command::Uncertainty(change) => workspace.uncertainty.apply(change),
        Command::Simulated(answer) => state.uncertainty.take(answer),
        Command::Assumptions(change) => super::assumptions::change(state, change),
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
        Command::ToggleColumn => {
            let open = !workspace.wants_column().unwrap_or(true);
            workspace.show_column(open);
        }
        Command::ShowColumn(open) => workspace.show_column(open),
        Command::ToggleDetails => {
            let open = !workspace.preferences.details.unwrap_or(false);
            workspace.preferences.details = Some(open);
        }
        Command::ShowDetails(open) => workspace.preferences.details = Some(open),
        Command::Focus(focus) => workspace.focus = focus,
        Command::AskRename(case) => state.question = Some(PendingQuestion::Rename { case }),
        Command::AskDelete(scenario) => state.question = Some(PendingQuestion::Delete { scenario }),
        Command::CloseQuestion => {
            state.question = None;
            state.after_save = None;
            state.picture = None;
        }
        Command::OpenElsewhere(path) => state.notify(NoticeKind::OpenElsewhere(path)),
        Command::NotKept(error) => state.notify(NoticeKind::NotKept(error)),
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
        | Command::PathTyped { .. }
        | Command::Travel(_)
        | Command::Habits(_)
        | Command::Overwrite(_)
        | Command::OverwriteNeeded { .. }
        | Command::AutosaveFound(_)
        | Command::Recover(_)
        | Command::CopyText(_)
        | Command::Export(_)
        | Command::SavePicture(_)
        | Command::PictureTaken { .. }
        | Command::SavePictureTo(_)
        | Command::PictureSaved { .. } => {}
    }
    Vec::new()
}
