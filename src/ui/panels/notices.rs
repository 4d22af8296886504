//! Messages: errors as bars above the centre until they are read, successes over its lower edge for a while.
//!
//! None blocks anything, and what passes by itself moves nothing.

use crate::app::command::ExportChange;
use crate::app::exports::explain_export_error;
use crate::app::{Command, FileCommand, Notice, NoticeKind, SHOWN_NOTICES, WindowCommand};
use crate::text::{Explanation, explain_edited, explain_file_error, explain_study_error};
use crate::theme::Rgb;
use crate::ui::icons::{Icon, icon_button};
use crate::ui::style;
use crate::ui::view::{Commands, ViewContext};
use egui::{Align, Align2, Area, Frame, Id, Layout, Margin, Order, Rect, Ui, pos2, vec2};

/// Edited cells that a message names; the rest is counted.
const MOST_CELLS: usize = 12;

/// Width of a message that passes.
const PASSING: f32 = 460.0;

/// Draws the messages that stay: the newest, and how many wait behind them.
pub fn notices_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands) {
    let staying: Vec<&Notice> = view.state().notices.iter().filter(|notice| !notice.kind.is_passing()).collect();
    let hidden = staying.len().saturating_sub(SHOWN_NOTICES);
    for notice in staying.iter().skip(hidden) {
        notice_ui(ui, view, commands, notice);
    }
    if staying.len() > 1 {
        ui.horizontal(|ui| {
            if hidden > 0 {
                let text = crate::text::words::count_text(view.lang(), "notice-more", hidden);
                ui.label(style::rich(text, style::small(), view.theme().ink2));
            }
            if ui.button(view.label("notice-dismiss-all")).clicked() {
                commands.push(Command::Window(WindowCommand::DismissNotices));
            }
        });
    }
}

/// Draws the message that passes, if any, over the lower right corner of the centre.
pub fn passing_ui(ui: &Ui, view: &ViewContext<'_>, commands: &mut Commands, centre: Rect) {
    let Some(notice) = view.state().notices.iter().rev().find(|notice| notice.kind.is_passing()) else { return };
    let theme = view.theme();
    let frame = Frame::new()
        .fill(style::color(theme.raised))
        .stroke(style::stroke(1.0, theme.border))
        .corner_radius(style::RADIUS)
        .inner_margin(Margin::symmetric(12, 4));
    let width = PASSING.min(centre.width() - 40.0);
    let corner = pos2(centre.right() - 16.0, centre.bottom() - 12.0);
    let area = Area::new(Id::unique("passing notice")).order(Order::Foreground).pivot(Align2::RIGHT_BOTTOM);
    area.fixed_pos(corner).show(ui.ctx(), |ui| {
        frame.show(ui, |ui| {
            ui.set_width(width);
            notice_ui(ui, view, commands, notice);
        });
    });
}

/// The colour and the words of a message.
fn told(view: &ViewContext<'_>, kind: &NoticeKind) -> (Rgb, String) {
    let theme = view.theme();
    match kind {
        NoticeKind::Saved(path) => (theme.ok, view.filled("notice-saved", &[("path", &path.display().to_string())])),
        NoticeKind::Edited(edited) => (theme.warn, explain_edited(edited, MOST_CELLS, view.lang())),
        NoticeKind::Recovered => (theme.info, view.label("notice-recovered")),
        NoticeKind::OpenElsewhere(path) => {
            (theme.warn, view.filled("notice-open-elsewhere", &[("path", &path.display().to_string())]))
        }
        NoticeKind::NotKept(error) => (
            theme.bad,
            format!("{} {}", view.label("notice-not-kept"), join_text(&explain_file_error(error, view.lang()))),
        ),
        NoticeKind::Exported { folder, count } => {
            let files = crate::text::words::count_text(view.lang(), "export-files", *count);
            let folder = folder.display().to_string();
            (theme.ok, view.filled("notice-exported", &[("files", &files), ("path", &folder)]))
        }
        NoticeKind::NotExported(error) => {
            (theme.bad, join_text(&explain_export_error(error, &view.state().study, view.lang())))
        }
        NoticeKind::NotShown(folder) => {
            (theme.warn, view.filled("notice-not-shown", &[("path", &folder.display().to_string())]))
        }
        NoticeKind::File(error) => (theme.bad, join_text(&explain_file_error(error, view.lang()))),
        NoticeKind::Refused(error) => {
            (theme.bad, join_text(&explain_study_error(error, Some(&view.state().study), view.lang())))
        }
    }
}

fn notice_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, notice: &Notice) {
    let (ink, text) = told(view, &notice.kind);
    let width = ui.available_width();
    ui.allocate_ui_with_layout(vec2(width, 26.0), Layout::right_to_left(Align::Center), |ui| {
        ui.push_id(notice.id, |ui| {
            let dismiss = view.label("notice-dismiss");
            if icon_button(ui, Icon::Cross, &dismiss, &dismiss, true).clicked() {
                commands.push(Command::Window(WindowCommand::DismissNotice(notice.id)));
            }
            if let NoticeKind::Exported { folder, .. } = &notice.kind
                && ui.button(view.label("export-show-folder")).clicked()
            {
                commands.push(Command::File(FileCommand::Export(ExportChange::ShowFolder(folder.clone()))));
            }
        });
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            ui.add(egui::Label::new(style::rich(text, style::body(), ink)).wrap());
        });
    });
}

fn join_text(explanation: &Explanation) -> String {
    format!("{} {}", explanation.sentence, explanation.hint)
}
