//! The step Tables: what was found, ticked by fit, and the sheet of the table that is looked at.

use super::decide;
use super::grid::{MarkedCells, role_ground, sheet_ui};
use crate::app::import::{ImportChoice, ImportState};
use crate::app::view_models::{
    CellRole, OfferRow, count_table, count_unfit, explain_no_sheet, offer_rows, shown_sheet,
};
use crate::ui::icons::{self, Icon};
use crate::ui::style;
use crate::ui::view::{Commands, ViewContext};
use crate::ui::widgets::table::{paint_cell, section};
use egui::{Align, Checkbox, ComboBox, Layout, Rect, ScrollArea, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};

/// Height of a table in the list.
const ROW: f32 = 58.0;
/// Share of the width that the list has.
const LIST: f32 = 0.56;
/// Height of what is counted below the sheet.
const COUNTS: f32 = 132.0;

/// Draws the step.
pub(super) fn tables_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, import: &ImportState) {
    let room = ui.available_rect_before_wrap();
    let split = room.left() + room.width() * LIST;
    let left = room.with_max_x(split - 14.0);
    ui.scope_builder(UiBuilder::new().max_rect(left).layout(Layout::top_down(Align::Min)), |ui| {
        list_ui(ui, view, commands, import);
    });
    let right = room.with_min_x(split + 14.0);
    ui.scope_builder(UiBuilder::new().max_rect(right).layout(Layout::top_down(Align::Min)), |ui| {
        preview_ui(ui, view, commands, import);
    });
    ui.advance_cursor_after_rect(room);
}

fn list_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, import: &ImportState) {
    let theme = view.theme();
    let rows = offer_rows(&view.reader, import);
    let fitting = rows.iter().filter(|row| row.fits).count();
    let ticked = rows.iter().filter(|row| row.ticked).count();
    let width = ui.available_width();
    ui.allocate_ui_with_layout(vec2(width, 24.0), Layout::right_to_left(Align::Center), |ui| {
        let unfit = count_unfit(import);
        if unfit > 0 {
            let key = if import.lists_unfit { "import-hide-unfit" } else { "import-list-unfit" };
            if ui.link(view.filled(key, &[("count", &unfit.to_string())])).clicked() {
                decide(commands, ImportChoice::ListUnfit(!import.lists_unfit));
            }
        }
        let counts = [("ticked", ticked.to_string()), ("total", fitting.to_string())];
        let counts: Vec<(&'static str, &str)> = counts.iter().map(|(key, count)| (*key, count.as_str())).collect();
        ui.label(style::rich(view.filled("import-tables-count", &counts), style::small(), theme.ink2));
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            ui.label(style::rich(view.label("import-tables-found"), style::section(), theme.ink));
        });
    });
    territory_ui(ui, view, commands, import);
    ScrollArea::vertical().id_salt("import tables").auto_shrink([false, false]).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for row in &rows {
            row_ui(ui, view, commands, import, row);
        }
    });
}

fn territory_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, import: &ImportState) {
    let territories = import.session.territories();
    if territories.len() < 2 {
        return;
    }
    let name = |territory: &str| {
        if territory.is_empty() { view.label("import-territory-none") } else { territory.to_owned() }
    };
    ui.horizontal(|ui| {
        let label = view.label("import-territory");
        ui.label(style::rich(&label, style::small(), view.theme().ink2));
        ComboBox::from_id_salt("territory")
            .width(220.0)
            .truncate()
            .height(360.0)
            .selected_text(name(import.session.territory()))
            .show_ui(ui, |ui| {
                for territory in &territories {
                    if ui.selectable_label(*territory == import.session.territory(), name(territory)).clicked() {
                        decide(commands, ImportChoice::Territory((*territory).to_owned()));
                    }
                }
            })
            .response
            .accessible_name(label);
    });
    ui.add_space(4.0);
}

fn row_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, import: &ImportState, row: &OfferRow) {
    let theme = view.theme();
    let width = ui.available_width();
    let (rect, response) = ui.allocate_exact_size(vec2(width, ROW), Sense::click());
    let shown = import.shown.as_ref() == Some(&row.key);
    let name = format!("{} · {}", row.title, row.about);
    response.widget_info(|| WidgetInfo::selected(egui::Role::ListItem, true, shown, &name));
    if shown || response.hovered() {
        let ground = if shown { theme.select } else { theme.hover };
        ui.painter().rect_filled(rect, 0.0, style::color(ground));
    }
    if shown {
        ui.painter().vline(rect.left() + 1.5, rect.y_range(), style::stroke(3.0, theme.ink));
    }
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, style::stroke(1.0, theme.rule));
    style::paint_focus_ring(ui, &response);
    let tick = Rect::from_min_size(pos2(rect.left() + 10.0, rect.top() + 8.0), vec2(24.0, 24.0));
    let mut ticked = row.ticked;
    let builder = UiBuilder::new().max_rect(tick).id_salt(("tick", &row.key.sheet, row.key.row, &name));
    let mut inner = ui.new_child(builder);
    let box_ = inner.add_enabled(row.fits, Checkbox::without_text(&mut ticked)).accessible_name(&name);
    if box_.changed() {
        decide(commands, ImportChoice::Tick(row.key.clone(), ticked));
    }
    let text =
        Rect::from_min_max(pos2(rect.left() + 42.0, rect.top() + 7.0), pos2(rect.right() - 150.0, rect.bottom()));
    let ink = if row.fits { theme.ink } else { theme.ink2 };
    let title = style::one_line(ui, &row.title, style::section(), ink, text.width());
    let after = text.left() + title.size().x + 8.0;
    ui.painter().galley(text.min, title, style::color(ink));
    let about = style::one_line(ui, &row.about, style::body(), theme.ink2, (text.right() - after).max(0.0));
    ui.painter().galley(pos2(after, text.top() + 1.0), about, style::color(theme.ink2));
    let (icon, colour) = if row.fits { (Icon::Tick, theme.ok) } else { (Icon::Info, theme.info) };
    let place = Rect::from_min_size(pos2(text.left(), text.top() + 23.0), vec2(icons::SIZE, icons::SIZE));
    icons::paint(ui.painter(), icon, place, style::color(colour));
    let reason = style::one_line(ui, &row.reason, style::small(), theme.ink2, text.width() - 20.0);
    ui.painter().galley(pos2(text.left() + 20.0, text.top() + 22.0), reason, style::color(theme.ink2));
    for (line, part) in row.place.lines().enumerate() {
        let galley = style::one_line(ui, part, style::small(), theme.ink2, 140.0);
        let top = rect.top() + if line == 0 { 8.0 } else { 26.0 };
        ui.painter().galley(pos2(rect.right() - 8.0 - galley.size().x, top), galley, style::color(theme.ink2));
    }
    if response.clicked() {
        decide(commands, ImportChoice::Look(row.key.clone()));
    }
}

fn preview_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, import: &ImportState) {
    let Some(key) = &import.shown else { return };
    let rows = offer_rows(&view.reader, import);
    let Some(row) = rows.iter().find(|row| row.key == *key) else { return };
    section(ui, &row.title);
    measure_ui(ui, view, commands, row);
    ui.add_space(4.0);
    let room = ui.available_rect_before_wrap();
    let sheet = room.with_max_y(room.bottom() - COUNTS);
    ui.scope_builder(UiBuilder::new().max_rect(sheet).layout(Layout::top_down(Align::Min)), |ui| {
        if let Some(content) = shown_sheet(&view.reader, import, key) {
            drop(sheet_ui(ui, &content, MarkedCells::default(), "preview"));
        } else {
            let text = explain_no_sheet(&view.reader, import);
            ui.add(egui::Label::new(style::rich(text, style::body(), view.theme().ink2)).wrap());
        }
    });
    let below = room.with_min_y(room.bottom() - COUNTS + 6.0);
    ui.scope_builder(UiBuilder::new().max_rect(below).layout(Layout::top_down(Align::Min)), |ui| {
        legend_ui(ui, view);
        ui.add_space(4.0);
        let Some(count) = count_table(&view.reader, import, key) else { return };
        for (name, number) in &count.counts {
            let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 18.0), Sense::hover());
            let name = view.label(name);
            response.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, format!("{name}: {number}")));
            paint_cell(ui, rect, &name, (style::small(), view.theme().ink2), Align::Min);
            paint_cell(ui, rect, number, (style::small_strong(), view.theme().ink), Align::Max);
        }
        if !count.left_out.is_empty() {
            let text = format!("{}: {}", view.label("import-left-out-rows"), count.left_out.join(" · "));
            ui.add(egui::Label::new(style::rich(text, style::small(), view.theme().ink2)).truncate());
        }
    });
}

/// What the table measures can be said otherwise.
fn measure_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, row: &OfferRow) {
    ui.horizontal(|ui| {
        let label = view.label("import-measure");
        ui.label(style::rich(&label, style::small(), view.theme().ink2));
        let current = row.key.measure.map(|measure| measure.quantity);
        let shown = row.quantities.iter().find(|(quantity, _)| Some(*quantity) == current);
        ComboBox::from_id_salt("measure")
            .width(240.0)
            .truncate()
            .selected_text(shown.map_or("–", |(_, name)| name))
            .show_ui(ui, |ui| {
                for (quantity, name) in &row.quantities {
                    if ui.selectable_label(Some(*quantity) == current, name).clicked() {
                        decide(commands, ImportChoice::Measure(row.key.clone(), *quantity));
                    }
                }
            })
            .response
            .accessible_name(label);
    });
}

/// What the colours mean.
fn legend_ui(ui: &mut Ui, view: &ViewContext<'_>) {
    let theme = view.theme();
    let roles = [
        (CellRole::Head, "import-legend-head"),
        (CellRole::Label, "import-legend-label"),
        (CellRole::Value, "import-legend-value"),
        (CellRole::Total, "import-legend-total"),
        (CellRole::LeftOut, "import-legend-out"),
    ];
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 2.0);
        for (role, key) in roles {
            let (place, _) = ui.allocate_exact_size(vec2(14.0, 10.0), Sense::hover());
            if let Some(ground) = role_ground(theme, role) {
                ui.painter().rect_filled(place, 1.0, style::color(ground));
            }
            ui.label(style::rich(view.label(key), style::small(), theme.ink2));
        }
        let (place, _) = ui.allocate_exact_size(vec2(14.0, 10.0), Sense::hover());
        ui.painter().rect_stroke(place, 0.0, style::stroke(1.0, theme.warn), egui::StrokeKind::Inside);
        ui.label(style::rich(view.label("import-legend-doubt"), style::small(), theme.ink2));
    });
}
