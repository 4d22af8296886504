//! The view Sectors: choice of a sector, cards of the last year, small charts in a grid.

use super::growth::growth_ui;
use super::overview::{card_row_ui, chart_words, display_ui};
use crate::app::view_models::{SectorPage, sector_page};
use crate::app::workspace::sectors::SectorsChange;
use crate::app::{Command, WindowCommand};
use crate::ui::charts::{ChartLink, PlotLook, line_chart_ui};
use crate::ui::style;
use crate::ui::view::{Commands, ViewContext};
use crate::ui::widgets::segmented::segmented_control;
use crate::ui::widgets::table::view_title;
use egui::{Align, ComboBox, Layout, Rect, Sense, Ui, UiBuilder, pos2, vec2};

/// Space between charts.
const SPACING: egui::Vec2 = vec2(28.0, 12.0);
/// A chart is not drawn narrower or lower than this.
const SMALLEST: egui::Vec2 = vec2(290.0, 196.0);
/// More choices than this become a list.
const SEGMENTS: usize = 5;

/// Draws the view.
pub fn sectors_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, link: &mut ChartLink) {
    let page = sector_page(&view.reader);
    title_ui(ui, view, commands, &page);
    ui.add_space(8.0);
    egui::ScrollArea::vertical().id_salt("sectors").auto_shrink([false, false]).show(ui, |ui| {
        ui.set_max_width(ui.available_width() - style::SCROLL_BAR);
        card_row_ui(ui, view, &page.cards);
        ui.add_space(8.0);
        charts_ui(ui, view, &page, link);
        ui.add_space(8.0);
        growth_ui(ui, view, commands);
    });
}

fn title_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, page: &SectorPage) {
    let width = ui.available_width();
    let choose = view.label("sectors-choose");
    if page.choices.len() <= SEGMENTS {
        ui.allocate_ui_with_layout(vec2(width, 24.0), Layout::left_to_right(Align::Center), |ui| {
            let names: Vec<&str> = page.choices.iter().map(|(_, name)| name.as_str()).collect();
            if let Some(chosen) = segmented_control(ui, &choose, &names, page.chosen)
                && let Some((id, _)) = page.choices.get(chosen)
            {
                commands.push(Command::Window(WindowCommand::Sectors(SectorsChange::Line(id.clone()))));
            }
            end_ui(ui, view, commands, &page.name);
        });
    } else {
        ui.allocate_ui_with_layout(vec2(width, 24.0), Layout::left_to_right(Align::Center), |ui| {
            ComboBox::from_id_salt(&choose)
                .width(220.0)
                .selected_text(&page.name)
                .show_ui(ui, |ui| line_entries(ui, commands, page))
                .response
                .accessible_name(&choose);
            end_ui(ui, view, commands, "");
        });
    }
}

/// One entry a line in the list of many.
fn line_entries(ui: &mut Ui, commands: &mut Commands, page: &SectorPage) {
    for (position, (id, name)) in page.choices.iter().enumerate() {
        if ui.selectable_label(position == page.chosen, name).clicked() {
            commands.push(Command::Window(WindowCommand::Sectors(SectorsChange::Line(id.clone()))));
        }
    }
}

/// The name of the sector, and how charts show cases at the right.
fn end_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, name: &str) {
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        ui.allocate_ui_with_layout(vec2(280.0, 22.0), Layout::right_to_left(Align::Center), |ui| {
            display_ui(ui, view, commands);
        });
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            ui.add_space(8.0);
            view_title(ui, name);
        });
    });
}

fn charts_ui(ui: &mut Ui, view: &ViewContext<'_>, page: &SectorPage, link: &mut ChartLink) {
    let words = chart_words(view);
    let numbers = view.reader.numbers;
    let format = move |value: f64, decimals: usize| numbers.decimal(value, decimals);
    let look = PlotLook { theme: view.theme(), words: &words, format: &format };
    let room = ui.available_size();
    let a_row = [3_u8, 2].into_iter().find(|n| fits(room.x, *n)).unwrap_or(1);
    let width = ((room.x + SPACING.x) / f32::from(a_row)).floor() - SPACING.x;
    let rows = page.charts.len().div_ceil(usize::from(a_row));
    let tall = style::on_screen(rows as f64);
    let height = ((room.y - SPACING.y * (tall - 1.0)) / tall).max(SMALLEST.y).floor();
    let total = vec2(room.x, tall * (height + SPACING.y));
    let (area, _) = ui.allocate_exact_size(total, Sense::hover());
    for (position, chart) in page.charts.iter().enumerate() {
        let (row, column) = (position / usize::from(a_row), position % usize::from(a_row));
        let x = area.left() + style::on_screen(column as f64) * (width + SPACING.x);
        let y = area.top() + style::on_screen(row as f64) * (height + SPACING.y);
        let place = Rect::from_min_size(pos2(x, y), vec2(width, height));
        ui.scope_builder(UiBuilder::new().max_rect(place).layout(Layout::top_down(Align::Min)), |ui| {
            ui.spacing_mut().item_spacing = egui::Vec2::ZERO;
            line_chart_ui(ui, &look, chart, link, place.size());
        });
    }
}

fn fits(room: f32, count: u8) -> bool {
    f32::from(count) * (SMALLEST.x + SPACING.x) - SPACING.x <= room
}
