//! Messages above the centre; they block nothing and stay until they are read.

use crate::app::command::ExportChange;
use crate::app::exports::explain_export_error;
use crate::app::{Command, NoticeKind};
use crate::text::{Explanation, explain_edited, explain_file_error, explain_study_error};
use crate::ui::icons::{Icon, icon_button};
use crate::ui::style;
use crate::ui::view::{Commands, ViewContext};
use egui::{Align, Layout, Ui, vec2};

/// Edited cells that a message names; the rest is counted.
const MOST_CELLS: usize = 12;

/// Draws every message.
pub fn notices_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands) {
    let theme = view.theme();
    for notice in &view.state().notices {
        let (ink, text) = match &notice.kind {
            NoticeKind::Saved(path) => {
                (theme.ok, view.filled("notice-saved", &[("path", &path.display().to_string())]))
            }
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
        };
        let width = ui.available_width();
        ui.allocate_ui_with_layout(vec2(width, 26.0), Layout::right_to_left(Align::Center), |ui| {
            ui.push_id(notice.id, |ui| {
                let dismiss = view.label("notice-dismiss");
                if icon_button(ui, Icon::Cross, &dismiss, &dismiss, true).clicked() {
                    commands.push(Command::DismissNotice(notice.id));
                }
                if let NoticeKind::Exported { folder, .. } = &notice.kind
                    && ui.button(view.label("export-show-folder")).clicked()
                {
                    commands.push(Command::Export(ExportChange::ShowFolder(folder.clone())));
                }
            });
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.add(egui::Label::new(style::rich(text, style::body(), ink)).wrap());
            });
        });
    }
}

fn join_text(explanation: &Explanation) -> String {
    format!("{} {}", explanation.sentence, explanation.hint)
}
