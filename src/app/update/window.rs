//! Commands that change only what the window shows.

use crate::app::command::WindowCommand;
use crate::app::effect::Effect;
use crate::app::notice::NoticeKind;
use crate::app::state::{AppState, PendingQuestion};
use crate::app::workspace::data::DataChange;
use crate::app::workspace::uncertainty::UncertaintyChange;
use crate::app::workspace::{TEXT_SCALE, View};
use crate::scenario::StudyFrame;

#[expect(clippy::too_many_lines, reason = "one short arm a command; the list at the end keeps the match complete")]
pub(super) fn change(state: &mut AppState, command: WindowCommand) -> Vec<Effect> {
    let workspace = &mut state.workspace;
    match command {
        WindowCommand::ShowFigure(key) => {
            let from = workspace.view;
            workspace.data.apply(DataChange::List(key.list));
            workspace.data.apply(DataChange::Select(Some(key)));
            workspace.came_from = Some(from).filter(|from| *from != View::Data);
            workspace.view = View::Data;
            workspace.preferences.view = View::Data;
        }
        WindowCommand::ShowView(view) => {
            workspace.came_from = None;
            workspace.view = view;
            workspace.assumptions.matrix = None;
            workspace.preferences.view = view;
        }
        WindowCommand::Compare(change) => workspace.compare.apply(change),
        WindowCommand::Sectors(change) => workspace.sectors.apply(change),
        WindowCommand::Targets(change) => workspace.targets.apply(change),
        WindowCommand::Audit(change) => workspace.audit.apply(change),
        WindowCommand::Questions(change) => workspace.questions.apply(change),
        WindowCommand::Data(change) => workspace.data.apply(change),
        WindowCommand::Table(change) => workspace.table.apply(change),
        WindowCommand::Uncertainty(UncertaintyChange::Stop) => state.uncertainty.stop(),
        WindowCommand::Uncertainty(change) => workspace.uncertainty.apply(change),
        WindowCommand::Simulated(answer) => state.uncertainty.take(answer),
        WindowCommand::Assumptions(change) => super::assumptions::change(state, change),
        WindowCommand::SetDisplay(display) => workspace.display = display,
        WindowCommand::ToggleParts(group) => {
            if let Some(position) = workspace.shown_parts.iter().position(|shown| *shown == group) {
                workspace.shown_parts.remove(position);
            } else {
                workspace.shown_parts.push(group);
            }
        }
        WindowCommand::SetLang(lang) => {
            // The words are those of the study that is open.
            workspace.preferences.lang = lang.tongue().into();
            return vec![Effect::Restyle];
        }
        WindowCommand::SetMode(mode) => {
            workspace.preferences.mode = mode;
            return vec![Effect::Restyle];
        }
        WindowCommand::SetRenderer(renderer) => workspace.preferences.renderer = renderer,
        WindowCommand::FellBack => {
            workspace.tells_fallback = !std::mem::replace(&mut workspace.preferences.fallback_told, true);
        }
        WindowCommand::SetTextScale(scale) => {
            workspace.preferences.text_scale = scale.clamp(TEXT_SCALE.0, TEXT_SCALE.1);
            return vec![Effect::Restyle];
        }
        WindowCommand::ToggleGroup(group) => {
            if let Some(position) = workspace.open_groups.iter().position(|open| *open == group) {
                workspace.open_groups.remove(position);
            } else {
                workspace.open_groups.push(group);
            }
        }
        WindowCommand::ToggleFold(case) => {
            if let Some(position) = workspace.folded.iter().position(|folded| *folded == case) {
                workspace.folded.remove(position);
            } else {
                workspace.folded.push(case);
            }
        }
        WindowCommand::SetListHeight(height) => workspace.preferences.list_height = height,
        WindowCommand::SetSearch(text) => workspace.search = text,
        WindowCommand::SetOnlyChanged(only) => workspace.only_changed = only,
        WindowCommand::ToggleColumn => {
            let open = !workspace.wants_column().unwrap_or(true);
            workspace.show_column(open);
        }
        WindowCommand::ShowColumn(open) => workspace.show_column(open),
        WindowCommand::ToggleDetails => {
            let open = !workspace.preferences.details.unwrap_or(false);
            workspace.preferences.details = Some(open);
        }
        WindowCommand::ShowDetails(open) => workspace.preferences.details = Some(open),
        WindowCommand::Focus(focus) => workspace.focus = focus,
        WindowCommand::AskWords(case) => super::document::ask_words(state, case),
        WindowCommand::DraftCase(form) => state.question = Some(PendingQuestion::Describe(form)),
        WindowCommand::EditFrame(frame) => {
            let frame = frame.unwrap_or_else(|| Box::new(StudyFrame::of(&state.study)));
            state.question = Some(PendingQuestion::Frame(frame));
        }
        WindowCommand::MoveBase(change) => super::rebase::move_base(state, change),
        WindowCommand::DraftPriceBase(draft) => super::rebase::ask_price_base(state, draft),
        WindowCommand::DraftVintage(choice) => super::rebase::ask_vintage(state, choice),
        WindowCommand::TellMoved => super::rebase::tell_moved(state),
        WindowCommand::TellAnswer => super::export::tell_answer(state),
        WindowCommand::DraftBaseline(baseline) => state.question = Some(PendingQuestion::NewBaseline(baseline)),
        WindowCommand::AskDelete(scenario) => state.question = Some(PendingQuestion::Delete { scenario }),
        WindowCommand::CloseQuestion => {
            state.question = None;
            state.after_save = None;
            state.picture = None;
        }
        WindowCommand::OpenElsewhere(path) => state.notify(NoticeKind::OpenElsewhere(path)),
        WindowCommand::NotKept(error) => state.notify(NoticeKind::NotKept(error)),
        WindowCommand::DismissNotices => state.notices.clear(),
        WindowCommand::DismissNotice(id) => state.notices.retain(|notice| notice.id != id),
        WindowCommand::Habits(change) => return super::habits::change(state, change),
        WindowCommand::CopyText(text) => return vec![Effect::CopyText(text)],
    }
    Vec::new()
}
