//! The list of what the study has no figures of, above the assumptions.

use crate::app::import::ImportCommand;
use crate::app::view_models::{MissingRow, MissingWay, missing_rows};
use crate::app::workspace::assumptions::{AssumptionsChange, EditorChange};
use crate::app::workspace::data::DataChange;
use crate::app::{Command, View, WindowCommand};
use crate::importing::TypedTable;
use crate::quantity::Quantity;
use crate::ui::icons::{self, Icon};
use crate::ui::style;
use crate::ui::view::{Commands, ViewContext};
use egui::{Align, Label, Layout, Rect, Sense, Ui, WidgetInfo, pos2, vec2};

/// Left edge of names.
const MARGIN: f32 = 12.0;

/// Draws the list; returns early if the list is empty or the assumptions are filtered.
pub(super) fn missing_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands) {
    let workspace = &view.state().workspace;
    if !workspace.search.is_empty() || workspace.only_changed {
        // Somebody looks for an assumption.
        return;
    }
    let rows = missing_rows(&view.reader);
    if rows.is_empty() {
        return;
    }
    let (theme, open) = (view.theme(), workspace.assumptions.missing_open);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 28.0), Sense::click());
    let title = view.label("missing-heading");
    response.widget_info(|| WidgetInfo::selected(egui::Role::Button, true, open, &title));
    if response.hovered() {
        ui.painter().rect_filled(rect, 0.0, style::color(theme.hover));
    }
    let icon = Rect::from_center_size(pos2(rect.left() + 17.0, rect.center().y), vec2(icons::SIZE, icons::SIZE));
    let chevron = if open { Icon::ChevronDown } else { Icon::ChevronRight };
    icons::paint(ui.painter(), chevron, icon, style::color(theme.ink2));
    let at = pos2(rect.left() + 28.0, rect.center().y);
    ui.painter().text(at, egui::Align2::LEFT_CENTER, &title, style::small_strong(), style::color(theme.ink2));
    style::paint_focus_ring_inside(ui, &response);
    if response.clicked() {
        commands
            .push(Command::Window(WindowCommand::Assumptions(AssumptionsChange::Editor(EditorChange::ToggleMissing))));
    }
    let count = crate::text::words::count_text(view.lang(), "missing-count", rows.len());
    let at = pos2(rect.right() - MARGIN, rect.center().y);
    ui.painter().text(at, egui::Align2::RIGHT_CENTER, count, style::small(), style::color(theme.ink3));
    if !open {
        return;
    }
    for row in &rows {
        row_ui(ui, view, commands, row);
    }
    ui.add_space(4.0);
    let line = ui.max_rect().x_range();
    ui.painter().hline(line, ui.cursor().top(), style::stroke(1.0, theme.ink));
    ui.add_space(6.0);
}

fn row_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, row: &MissingRow) {
    let theme = view.theme();
    ui.painter().hline(ui.max_rect().x_range(), ui.cursor().top(), style::stroke(1.0, theme.rule));
    ui.add_space(5.0);
    let width = ui.available_width();
    ui.allocate_ui_with_layout(vec2(width, 18.0), Layout::right_to_left(Align::Center), |ui| {
        ui.add_space(MARGIN);
        let enter = ui.link(style::rich(view.label("missing-enter"), style::small(), theme.ink));
        if enter.clicked() {
            enter_ui(view, commands, row);
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            ui.add_space(MARGIN);
            ui.add(Label::new(style::rich(&row.name, style::body_strong(), theme.ink)).truncate());
        });
    });
    ui.horizontal(|ui| {
        ui.add_space(MARGIN + 10.0);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 1.0;
            ui.set_max_width(width - 2.0 * MARGIN - 10.0);
            ui.add(Label::new(style::rich(&row.needed, style::small(), theme.ink2)).wrap());
            ui.add(Label::new(style::rich(&row.meanwhile, style::small(), theme.ink3)).wrap());
        });
    });
    ui.add_space(5.0);
}

fn enter_ui(view: &ViewContext<'_>, commands: &mut Commands, row: &MissingRow) {
    match &row.way {
        MissingWay::Grid(quantity) => {
            commands.push(Command::Import(ImportCommand::TypeFigures(Box::new(grid(view, *quantity)))));
        }
        MissingWay::Form(list, draft) => {
            commands.push(Command::Window(WindowCommand::ShowView(View::Data)));
            commands.push(Command::Window(WindowCommand::Data(DataChange::List(*list))));
            commands.push(Command::Window(WindowCommand::Data(DataChange::Draft(Some(draft.clone())))));
        }
    }
}

/// The lines of the study over the years of its history.
fn grid(view: &ViewContext<'_>, quantity: Quantity) -> TypedTable {
    let study = &view.state().study;
    let lang = view.lang();
    let mut lines: Vec<String> = if quantity == Quantity::Population {
        vec![view.label("import-role-total")]
    } else {
        study.sectors.iter().map(|sector| sector.name.in_lang(lang).to_owned()).collect()
    };
    if matches!(quantity, Quantity::Output | Quantity::OutputCurrent) {
        lines.push(study.taxes.name.in_lang(lang).to_owned());
    }
    let last = view.reader.last_actual();
    let mut table = TypedTable::new(quantity, lines, vec![last]);
    table.price_base = (quantity == Quantity::Output).then_some(study.price_base_year);
    table
}
