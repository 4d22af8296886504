//! The step Sectors: each label of the file and the line that it stands for.

use super::decide;
use crate::app::import::{ImportChoice, ImportGoal, ImportState};
use crate::app::view_models::{RoleRow, RoleTable, role_choices, role_tables};
use crate::importing::{Detail, LineRole};
use crate::ui::style;
use crate::ui::view::{Commands, ViewContext};
use crate::ui::widgets::segmented::segmented_control;
use crate::ui::widgets::table::section;
use egui::{ComboBox, Grid, ScrollArea, Ui, vec2};

/// Draws the step.
pub(super) fn lines_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, import: &ImportState) {
    if import.goal == ImportGoal::NewStudy {
        ui.horizontal(|ui| {
            let label = view.label("import-lines-detail");
            ui.label(style::rich(&label, style::body(), view.theme().ink2));
            let names = [view.label("import-detail-main"), view.label("import-detail-fine")];
            let names = [names[0].as_str(), names[1].as_str()];
            let current = usize::from(import.session.detail() == Detail::Fine);
            if let Some(chosen) = segmented_control(ui, &label, &names, current) {
                let detail = if chosen == 0 { Detail::Main } else { Detail::Fine };
                decide(commands, ImportChoice::Detail(detail));
            }
        });
        ui.add_space(6.0);
    }
    ui.label(style::rich(view.label("import-lines-about"), style::small(), view.theme().ink2));
    ui.add_space(4.0);
    let choices = role_choices(&view.reader, import);
    ScrollArea::vertical().id_salt("lines").auto_shrink([false, false]).show(ui, |ui| {
        for table in role_tables(&view.reader, import) {
            section(ui, &table.title);
            Grid::new(("lines", &table.title, table.key.row)).num_columns(3).spacing(vec2(18.0, 4.0)).show(ui, |ui| {
                for row in &table.rows {
                    row_ui(ui, view, commands, (&table, row, &choices));
                    ui.end_row();
                }
            });
            ui.add_space(10.0);
        }
    });
}

fn row_ui(
    ui: &mut Ui,
    view: &ViewContext<'_>,
    commands: &mut Commands,
    (table, row, choices): (&RoleTable, &RoleRow, &[(LineRole, String)]),
) {
    let theme = view.theme();
    let out = row.role == LineRole::LeftOut;
    let ink = if out { theme.ink3 } else { theme.ink };
    ui.horizontal(|ui| {
        ui.set_min_width(460.0);
        ui.set_max_width(460.0);
        ui.add_space(14.0 * style::on_screen(f64::from(u32::try_from(row.depth.min(8)).unwrap_or(0))));
        ui.add(egui::Label::new(style::rich(&row.label, style::body(), ink)).truncate());
    });
    ComboBox::from_id_salt(("role", &table.title, table.key.row, &row.label))
        .width(300.0)
        .truncate()
        .height(360.0)
        .selected_text(style::rich(&row.role_name, style::body(), ink))
        .show_ui(ui, |ui| {
            for (role, name) in choices {
                if ui.selectable_label(*role == row.role, name).clicked() && *role != row.role {
                    let key = Box::new(table.key.clone());
                    decide(commands, ImportChoice::Role(key, row.label.clone(), role.clone()));
                }
            }
        })
        .response
        .accessible_name(format!("{}: {} · {}", view.label("import-role"), row.label, table.title));
    ui.label(style::rich(&row.by, style::small(), theme.ink3));
}
