//! The step Cells: the sheet on the left, the figures that come of it on the right, each shown in both.

use super::decide;
use super::grid::{MarkedCells, sheet_ui};
use crate::app::import::{ImportChoice, ImportState};
use crate::app::view_models::{
    FigureRow, bar_texts, explain_no_sheet, figure_rows, heads_of, measured_offer, shown_sheet, take_content, tell_cell,
};
use crate::importing::OfferKey;
use crate::ui::style;
use crate::ui::view::{Commands, ViewContext};
use crate::ui::widgets::segmented::segmented_control;
use crate::ui::widgets::table::{GridColumn, cells, heading_row, paint_cell};
use egui::{Align, Frame, Layout, Margin, Rect, ScrollArea, Sense, StrokeKind, Ui, UiBuilder, WidgetInfo, vec2};

/// Width of a year.
const YEAR: f32 = 92.0;
/// Width of the mark of a sum.
const SUM: f32 = 70.0;
/// Height of a row.
const ROW: f32 = 22.0;
/// Height of the bar below the panes.
const BAR: f32 = 30.0;

/// Draws the step.
pub(super) fn cells_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, import: &ImportState) {
    let taken: Vec<OfferKey> = import.session.taken().map(|(offer, ..)| offer.key.clone()).collect();
    let Some(key) = import.shown.as_ref().filter(|key| taken.contains(key)).or_else(|| taken.first()) else {
        ui.label(style::rich(view.label("import-no-table"), style::body(), view.theme().ink2));
        return;
    };
    let names: Vec<String> = taken.iter().map(|key| measured_offer(&view.reader, key)).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let current = taken.iter().position(|one| one == key).unwrap_or(0);
    if let Some(chosen) = segmented_control(ui, &view.label("import-step-tables"), &names, current)
        && let Some(key) = taken.get(chosen)
    {
        decide(commands, ImportChoice::Look(key.clone()));
    }
    ui.add_space(4.0);
    chosen_ui(ui, view, import, key);
    ui.add_space(6.0);
    let room = ui.available_rect_before_wrap();
    let panes = room.with_max_y(room.bottom() - BAR);
    let split = panes.center().x;
    let left = panes.with_max_x(split - 10.0);
    let content = shown_sheet(&view.reader, import, key);
    if content.is_none() {
        no_sheet_ui(ui, view, import, left);
    }
    if let Some(content) = &content {
        ui.scope_builder(UiBuilder::new().max_rect(left).layout(Layout::top_down(Align::Min)), |ui| {
            let heads = import.cell.as_deref().map(|cell| heads_of(import, key, cell)).unwrap_or_default();
            let marked = MarkedCells { chosen: import.cell.as_deref(), heads: &heads };
            if let Some(cell) = sheet_ui(ui, content, marked, "cells") {
                decide(commands, ImportChoice::Look(key.clone()));
                decide(commands, ImportChoice::LookAtCell(Some(cell)));
            }
        });
    }
    let right = panes.with_min_x(split + 10.0);
    ui.scope_builder(UiBuilder::new().max_rect(right).layout(Layout::top_down(Align::Min)), |ui| {
        figures_ui(ui, view, commands, import, key);
    });
    let bar = room.with_min_y(room.bottom() - BAR);
    ui.scope_builder(UiBuilder::new().max_rect(bar).layout(Layout::left_to_right(Align::Center)), |ui| {
        let texts = bar_texts(&view.reader, &take_content(&view.reader, import));
        ui.add(egui::Label::new(style::rich(texts.join("  ·  "), style::small_strong(), view.theme().ink)).truncate());
    });
    ui.advance_cursor_after_rect(room);
}

/// Says why the place of the sheet is empty.
fn no_sheet_ui(ui: &mut Ui, view: &ViewContext<'_>, import: &ImportState, room: Rect) {
    ui.scope_builder(UiBuilder::new().max_rect(room).layout(Layout::top_down(Align::Min)), |ui| {
        let text = explain_no_sheet(&view.reader, import);
        ui.add(egui::Label::new(style::rich(text, style::body(), view.theme().ink2)).wrap());
    });
}

/// The chosen cell and what it rests on.
fn chosen_ui(ui: &mut Ui, view: &ViewContext<'_>, import: &ImportState, key: &OfferKey) {
    let theme = view.theme();
    let frame = Frame::new().stroke(style::stroke(1.0, theme.border)).corner_radius(style::RADIUS);
    frame.inner_margin(Margin::symmetric(10, 4)).show(ui, |ui| {
        let width = ui.available_width();
        ui.set_min_width(width);
        ui.allocate_ui_with_layout(vec2(width, 18.0), Layout::left_to_right(Align::Center), |ui| {
            let told =
                import.cell.as_deref().and_then(|cell| Some((cell, tell_cell(&view.reader, import, key, cell)?)));
            let Some((cell, (text, heads))) = told else {
                ui.label(style::rich(view.label("import-chosen-none"), style::body(), theme.ink3));
                return;
            };
            ui.label(style::rich(cell, style::body_strong(), theme.ink));
            ui.label(style::rich(text, style::body(), theme.ink));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.add(egui::Label::new(style::rich(heads, style::small(), theme.ink2)).truncate());
            });
        });
    });
}

fn figures_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, import: &ImportState, key: &OfferKey) {
    let (years, rows) = figure_rows(&view.reader, import, key);
    // The last years stand first in a planner's eye; more than fit are scrolled to.
    let room = ui.available_width();
    let label =
        (room - SUM - YEAR * style::on_screen(f64::from(u32::try_from(years.len().min(4)).unwrap_or(4)))).max(160.0);
    let mut columns = vec![GridColumn::text(label)];
    columns.extend(years.iter().map(|_| GridColumn::numeric(YEAR)));
    columns.push(GridColumn::text(SUM));
    let line = view.label("import-column-line");
    let mut titles = vec![line.as_str()];
    titles.extend(years.iter().map(String::as_str));
    titles.push("");
    ScrollArea::both().id_salt("figures").auto_shrink([false, false]).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        heading_row(ui, &columns, &titles);
        for row in &rows {
            figure_ui(ui, view, commands, import, (key, row, &columns));
        }
        style::leave_room_for_bar(ui);
    });
}

fn figure_ui(
    ui: &mut Ui,
    view: &ViewContext<'_>,
    commands: &mut Commands,
    import: &ImportState,
    (key, row, columns): (&OfferKey, &FigureRow, &[GridColumn]),
) {
    let theme = view.theme();
    let width: f32 = columns.iter().map(|column| column.width).sum();
    let (rect, response) = ui.allocate_exact_size(vec2(width, ROW), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Row, true, &row.label));
    if !row.taken {
        ui.painter().rect_filled(rect, 0.0, style::color(theme.side));
    }
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, style::stroke(1.0, theme.rule));
    style::paint_focus_ring(ui, &response);
    let places = cells(rect, columns);
    let ink = if row.taken { theme.ink } else { theme.ink3 };
    let indent = 12.0 * style::on_screen(f64::from(u32::try_from(row.depth.min(8)).unwrap_or(0)));
    if let Some(place) = places.first() {
        let role = if row.parts > 0 { style::body_strong() } else { style::body() };
        paint_cell(ui, place.with_min_x(place.left() + indent), &row.label, (role, ink), Align::Min);
    }
    for (value, place) in row.values.iter().zip(places.iter().skip(1)) {
        let Some((address, text, doubt)) = value else { continue };
        paint_cell(ui, *place, text, (style::body(), ink), Align::Max);
        if doubt.estimate {
            let at = place.left_top() + vec2(2.0, 3.0);
            let corner = vec![at, at + vec2(6.0, 0.0), at + vec2(0.0, 6.0)];
            ui.painter().add(egui::Shape::convex_polygon(corner, style::color(theme.info), egui::Stroke::NONE));
        }
        ring(ui, *place, theme.warn, doubt.assumed, 1.0);
        ring(ui, *place, theme.focus, import.cell.as_deref() == Some(address), 2.0);
        if response.clicked() && response.interact_pointer_pos().is_some_and(|at| place.expand(6.0).contains(at)) {
            decide(commands, ImportChoice::Look(key.clone()));
            decide(commands, ImportChoice::LookAtCell(Some(address.clone())));
        }
    }
    let mark = if row.parts > 0 {
        view.filled("import-sum-ok", &[("count", &row.parts.to_string())])
    } else if row.taken {
        String::new()
    } else {
        view.label("import-mark-left")
    };
    if let Some(place) = places.last() {
        paint_cell(ui, *place, &mark, (style::small(), theme.ink3), Align::Min);
    }
}

fn ring(ui: &Ui, place: Rect, colour: crate::theme::Rgb, drawn: bool, width: f32) {
    if drawn {
        let around = place.expand2(vec2(4.0, -1.0));
        ui.painter().rect_stroke(around, 0.0, style::stroke(width, colour), StrokeKind::Inside);
    }
}
