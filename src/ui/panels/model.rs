//! The view Model: closure, equations by block, and the values of their symbols.

use super::growth::account_ui;
use crate::app::view_models::{ModelBlock, ModelPage, SymbolRow, model_page};
use crate::app::workspace::table::TableChange;
use crate::app::{Command, WindowCommand};
use crate::scenario::figure::Status;
use crate::text::status_word;
use crate::text::with_unit;
use crate::ui::charts::ChartLink;
use crate::ui::style;
use crate::ui::view::{Commands, ViewContext};
use crate::ui::widgets::segmented::segmented_control;
use crate::ui::widgets::source_badge::{Standing, source_badge};
use crate::ui::widgets::table::{GridColumn, cells, heading_row, paint_cell, section, view_title};
use egui::{Align, ComboBox, Layout, Rect, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};

/// Height of a symbol.
const ROW: f32 = 22.0;
/// Narrower than this, blocks stand under each other.
const TWO_COLUMNS: f32 = 1100.0;
/// A block does not grow wider than this.
const WIDEST: f32 = 860.0;

/// Draws the view.
pub fn model_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, _link: &mut ChartLink) {
    let page = model_page(&view.reader);
    title_ui(ui, view, commands, &page);
    ui.add_space(6.0);
    egui::ScrollArea::vertical().id_salt("model").auto_shrink([false, false]).show(ui, |ui| {
        // The bar of the scroll area lies over its right edge.
        ui.set_max_width(ui.available_width() - 10.0);
        closure_ui(ui, view, &page);
        ui.add_space(10.0);
        if ui.available_width() < TWO_COLUMNS {
            for block in &page.blocks {
                block_ui(ui, view, block);
            }
            calibration_ui(ui, view, &page);
            return;
        }
        let half = page.blocks.len().div_ceil(2);
        let (left, right) = page.blocks.split_at(half);
        ui.spacing_mut().item_spacing.x = 28.0;
        ui.columns(2, |columns| {
            for (column, blocks) in columns.iter_mut().zip([left, right]) {
                column.spacing_mut().item_spacing.x = 8.0;
                for block in blocks {
                    block_ui(column, view, block);
                }
            }
        });
        calibration_ui(ui, view, &page);
    });
}

fn title_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, page: &ModelPage) {
    let theme = view.theme();
    let width = ui.available_width();
    ui.allocate_ui_with_layout(vec2(width, 26.0), Layout::right_to_left(Align::Center), |ui| {
        let year = view.reader.numbers.year(page.year);
        ComboBox::from_id_salt("model year")
            .width(70.0)
            .selected_text(&year)
            .show_ui(ui, |ui| {
                for one in &page.years {
                    if ui.selectable_label(*one == page.year, view.reader.numbers.year(*one)).clicked() {
                        commands.push(Command::Window(WindowCommand::Table(TableChange::ModelYear(*one))));
                    }
                }
            })
            .response
            .accessible_name(view.label("model-year"));
        if page.sectors.len() <= 4 {
            ui.allocate_ui_with_layout(vec2(260.0, 22.0), Layout::right_to_left(Align::Center), |ui| {
                let names: Vec<&str> = page.sectors.iter().map(|(_, name)| name.as_str()).collect();
                if let Some(chosen) = segmented_control(ui, &view.label("model-sector"), &names, page.sector) {
                    choose(commands, page, chosen);
                }
            });
        } else {
            let name = page.sectors.get(page.sector).map_or("", |(_, name)| name.as_str());
            ComboBox::from_id_salt("model sector")
                .width(160.0)
                .selected_text(name)
                .show_ui(ui, |ui| sector_entries(ui, commands, page))
                .response
                .accessible_name(view.label("model-sector"));
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            view_title(ui, &view.label("view-model"));
            let selected = &view.state().workspace.selected;
            let of = view.filled("model-of-case", &[("name", &view.reader.name(selected)), ("year", &year)]);
            let color = view.reader.style(selected).color;
            let galley = style::one_line(ui, &of, style::body(), color, ui.available_width() - 8.0);
            let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::hover());
            response.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, &of));
            ui.painter().galley(rect.min + vec2(0.0, 2.0), galley, style::color(theme.ink));
        });
    });
}

/// One entry a sector in the list of many.
fn sector_entries(ui: &mut Ui, commands: &mut Commands, page: &ModelPage) {
    for (position, (_, name)) in page.sectors.iter().enumerate() {
        if ui.selectable_label(position == page.sector, name).clicked() {
            choose(commands, page, position);
        }
    }
}

fn choose(commands: &mut Commands, page: &ModelPage, position: usize) {
    if let Some((id, _)) = page.sectors.get(position) {
        commands.push(Command::Window(WindowCommand::Table(TableChange::ModelSector(id.clone()))));
    }
}

fn closure_ui(ui: &mut Ui, view: &ViewContext<'_>, page: &ModelPage) {
    let theme = view.theme();
    let [name, given, assumes] = &page.closure;
    section(ui, &view.filled("closure-status", &[("closure", name)]));
    ui.add(egui::Label::new(style::rich(format!("{given}. {assumes}"), style::body(), theme.ink2)).wrap());
}

/// What the targets of the baseline asked of each line.
fn calibration_ui(ui: &mut Ui, view: &ViewContext<'_>, page: &ModelPage) {
    if let Some(account) = &page.calibration {
        ui.scope(|ui| {
            ui.set_max_width(ui.available_width().min(WIDEST));
            account_ui(ui, view, account);
        });
        ui.add_space(14.0);
    }
}

fn block_ui(ui: &mut Ui, view: &ViewContext<'_>, block: &ModelBlock) {
    let theme = view.theme();
    section(ui, &block.title);
    ui.add(egui::Label::new(style::rich(&block.about, style::body(), theme.ink2)).wrap());
    ui.add_space(2.0);
    for (number, formula, in_force) in &block.equations {
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 20.0), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, format!("{number} {formula}")));
        let ink = if *in_force { theme.ink } else { theme.ink3 };
        paint_cell(ui, rect.with_max_x(rect.left() + 30.0), number, (style::small(), theme.ink3), Align::Min);
        let role = if *in_force { style::body_strong() } else { style::body() };
        let text =
            if *in_force { formula.clone() } else { format!("{formula}   ({})", view.label("model-other-closure")) };
        paint_cell(ui, rect.with_min_x(rect.left() + 34.0), &text, (role, ink), Align::Min);
    }
    ui.add_space(2.0);
    let width = ui.available_width().min(WIDEST);
    let fixed = [64.0, 96.0, 130.0, 84.0];
    let meaning = (width - fixed.iter().sum::<f32>()).max(60.0);
    let [symbol, value, unit, known] = fixed;
    let columns = [
        GridColumn::text(symbol),
        GridColumn::text(meaning),
        GridColumn::numeric(value),
        GridColumn::text(unit),
        GridColumn::text(known),
    ];
    let titles =
        ["model-symbol", "model-meaning", "model-value", "model-unit", "model-known"].map(|key| view.label(key));
    let titles: Vec<&str> = titles.iter().map(String::as_str).collect();
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        heading_row(ui, &columns, &titles);
        for row in &block.rows {
            symbol_ui(ui, view, row, &columns);
        }
    });
    ui.add_space(14.0);
}

fn symbol_ui(ui: &mut Ui, view: &ViewContext<'_>, row: &SymbolRow, columns: &[GridColumn; 5]) {
    let theme = view.theme();
    let width: f32 = columns.iter().map(|column| column.width).sum();
    let (rect, response) = ui.allocate_exact_size(vec2(width, ROW), Sense::hover());
    let spoken = format!("{}, {}: {}", row.symbol, row.meaning, with_unit(&row.value, &row.unit));
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Row, true, &spoken));
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, style::stroke(1.0, theme.grid));
    let [symbol, meaning, value, unit, known] = cells(rect, columns)[..] else { return };
    paint_cell(ui, symbol, row.symbol, (style::body_strong(), theme.ink), Align::Min);
    let mut cut = paint_cell(ui, meaning, &row.meaning, (style::body(), theme.ink2), Align::Min);
    let own = view.reader.style(&view.state().workspace.selected).color;
    let ink = if row.baseline.is_some() { own } else { theme.ink };
    paint_cell(ui, value, &row.value, (style::body_strong(), ink), Align::Max);
    let beside = unit.with_max_x(if row.baseline.is_some() { rect.right() } else { unit.right() });
    let text = match &row.baseline {
        Some(baseline) => format!("{} · {baseline}", row.unit),
        None => row.unit.clone(),
    };
    cut |= paint_cell(ui, beside, text.trim_start_matches(" · "), (style::small(), theme.ink3), Align::Min);
    if let Some(status) = row.status.filter(|_| row.baseline.is_none()) {
        let place = Rect::from_min_max(pos2(known.left(), rect.top()), rect.max);
        let layout = Layout::left_to_right(Align::Center);
        ui.scope_builder(UiBuilder::new().max_rect(place).layout(layout), |ui| badge_ui(ui, view, status));
    }
    if cut {
        response.on_hover_text(spoken);
    }
}

/// The badge of a status.
pub(super) fn badge_ui(ui: &mut Ui, view: &ViewContext<'_>, status: Status) {
    source_badge(ui, Standing::from_status(status), &status_word(status, view.reader.lang));
}
