//! The overview: title line, six cards, four linked charts.

use super::parts::{parts_ui, parts_width};
use crate::app::view_models::{CardText, Overview, overview};
use crate::app::workspace::Focus;
use crate::app::{Command, Display, WindowCommand};
use crate::text::words::with_year;
use crate::theme::Rgb;
use crate::ui::charts::{
    ChartLink, CopyWords, PlotLook, PlotWords, height_of_strip, line_chart_ui, paired_charts_ui, share_strip_ui,
};
use crate::ui::style;
use crate::ui::view::{Commands, ViewContext};
use crate::ui::widgets::card::{Card, CardBar, CardLine, card, full_width};
use crate::ui::widgets::segmented::segmented_control;
use egui::{Align, Layout, Rect, Response, Sense, Ui, UiBuilder, pos2, vec2};
use std::sync::Arc;

/// Space between the two columns of charts.
const COLUMN_SPACING: f32 = 28.0;
/// Space between the two rows of charts.
const ROW_SPACING: f32 = 12.0;
/// Space between the last chart and the strip of shares under it.
const STRIP_SPACING: f32 = 4.0;
/// Below this height cards lose their bar.
const LOW: f32 = 640.0;
/// A chart is not drawn lower than this; the view scrolls instead.
const LOWEST_CHART: f32 = 215.0;
/// Narrower than this, charts stand under each other.
const TWO_COLUMNS: f32 = 860.0;
/// Decimals of copied numbers: more than a reader sees, fewer than the noise of a double.
const COPIED_DECIMALS: usize = 6;
/// A card is not drawn narrower than this; cards wrap instead.
const NARROWEST_CARD: f32 = 128.0;

/// Draws the overview.
pub fn overview_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, link: &mut ChartLink) {
    let content = overview(&view.reader);
    title_ui(ui, view, commands);
    ui.add_space(8.0);
    let low = ui.ctx().content_rect().height() < LOW;
    egui::ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
        ui.set_max_width(ui.available_width() - style::SCROLL_BAR);
        if let Some(position) = cards_ui(ui, view, &content.cards, low) {
            commands.push(Command::Window(WindowCommand::Focus(Focus::Card(position))));
        }
        ui.add_space(8.0);
        charts_ui(ui, view, &content, link);
    });
}

/// What the figures stand against, in fewer and fewer words.
fn against(view: &ViewContext<'_>) -> Vec<String> {
    let (study, reader) = (&view.state().study, &view.reader);
    let (selected, pinned) = (&view.state().workspace.selected, &study.pinned);
    let has_targets = !study.targets.is_empty();
    if selected == pinned {
        let note = study.baseline(selected).map(|baseline| baseline.note.in_lang(view.lang()).to_owned());
        // Where the plan states no target, the baseline says what it rests on.
        return vec![note.filter(|_| !has_targets).unwrap_or_else(|| view.label("card-against-targets"))];
    }
    let names = [reader.name(pinned), reader.short(pinned)];
    let keys = ["card-against", "card-against-pinned"].into_iter().filter(|key| *key != "card-against" || has_targets);
    keys.flat_map(|key| names.iter().map(move |name| view.filled(key, &[("baseline", name)]))).collect()
}

fn title_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands) {
    let theme = view.theme();
    let (state, reader) = (view.state(), &view.reader);
    let selected = &state.workspace.selected;
    let width = ui.available_width();
    ui.allocate_ui_with_layout(vec2(width, 24.0), Layout::left_to_right(Align::Center), |ui| {
        let color = reader.style(selected).color;
        let name = style::one_line(ui, &reader.name(selected), style::title(), color, width * 0.4);
        let (rect, response) = ui.allocate_exact_size(name.size(), Sense::hover());
        let heading = reader.name(selected);
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Heading, true, &heading));
        ui.painter().galley(rect.min, name, style::color(color));
        let room = (ui.available_width() - 290.0 - parts_width(view)).max(40.0);
        let against = against(view);
        let written = |text: &String| style::one_line(ui, text, style::body(), theme.ink2, room);
        let fits = |text: &&String| !written(text).elided;
        // Rather fewer words, or none, than words that break off.
        let shown = against.iter().find(fits).map(written);
        if let Some(shown) = shown {
            let (rect, response) = ui.allocate_exact_size(shown.size(), Sense::hover());
            ui.painter().galley(rect.min + vec2(2.0, 2.0), shown, style::color(theme.ink2));
            let whole = against.first().cloned().unwrap_or_default();
            response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, &whole));
            response.on_hover_text(whole);
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.allocate_ui_with_layout(vec2(280.0, 22.0), Layout::right_to_left(Align::Center), |ui| {
                display_ui(ui, view, commands);
            });
            parts_ui(ui, view, commands);
        });
    });
}

/// The switch between levels, differences and an index.
pub(super) fn display_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands) {
    let index = with_year(view.lang(), "display-index", view.reader.last_actual());
    let words = [view.label("display-level"), view.label("display-difference"), index];
    let options: Vec<&str> = words.iter().map(String::as_str).collect();
    let display = view.state().workspace.display;
    let current = Display::ALL.iter().position(|one| *one == display).unwrap_or(0);
    if let Some(chosen) = segmented_control(ui, &view.label("menu-view"), &options, current) {
        commands.push(Command::Window(WindowCommand::SetDisplay(Display::ALL[chosen])));
    }
}

/// Cards of a view, without their bar where the window is low.
pub(super) fn card_row_ui(ui: &mut Ui, view: &ViewContext<'_>, cards: &[CardText]) {
    let low = ui.ctx().content_rect().height() < LOW;
    // Their figures are those of the view itself: there is nothing more to tell.
    let _clicked = cards_ui(ui, view, cards, low);
}

/// Returns the position of a card that was clicked.
fn cards_ui(ui: &mut Ui, view: &ViewContext<'_>, cards: &[CardText], low: bool) -> Option<usize> {
    let study = &view.state().study;
    let spacing = 20.0;
    let room = ui.available_width();
    let fitting = |count: usize| style::on_screen(count as f64) * (NARROWEST_CARD + spacing) - spacing <= room;
    let width_of = |count: usize| ((room + spacing) / style::on_screen(count as f64)).floor() - spacing;
    // At large type every card is shown in full, because an audience cannot point at what is cut.
    let is_large = ui.ctx().zoom_factor() > 1.0;
    let least = cards.iter().filter(|_| is_large).map(|text| full_width_of(ui, text)).fold(0.0, f32::max);
    let holds = |count: &usize| fitting(*count) && width_of(*count) >= least;
    let a_row = [6, 3, 2].into_iter().find(holds).unwrap_or(1);
    let width = width_of(a_row);
    let color = view.reader.style(&view.state().workspace.selected).color;
    let baseline_color = view.reader.style(&study.pinned).color;
    let mut clicked = None;
    for (row, texts) in cards.chunks(a_row).enumerate() {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = spacing;
            for (column, text) in texts.iter().enumerate() {
                if card_ui(ui, text, width, (!low).then_some((color, baseline_color))).clicked() {
                    clicked = Some(row * a_row + column);
                }
            }
        });
    }
    clicked
}

/// Width at which a card is shown in full, in points.
fn full_width_of(ui: &Ui, text: &CardText) -> f32 {
    let rows = rows_of(text);
    let unit = [text.unit[0].as_str(), text.unit[1].as_str()];
    full_width(ui, &Card { label: &text.label, value: &text.value, unit, bar: None, rows: &rows })
}

fn rows_of(text: &CardText) -> Vec<CardLine<'_>> {
    text.rows.iter().map(|row| CardLine { left: &row.left, right: &row.right, strong: row.strong }).collect()
}

/// One card; `bar` has the colours of its bar, where there is room for one.
fn card_ui(ui: &mut Ui, text: &CardText, width: f32, bar: Option<(Rgb, Rgb)>) -> Response {
    let rows = rows_of(text);
    let bar = text.bar.zip(bar).map(|([value, target, baseline], (color, baseline_color))| CardBar {
        value: style::on_screen(value.unwrap_or(0.0)),
        color,
        target: target.map(style::on_screen),
        baseline: baseline.map(style::on_screen),
        baseline_color,
    });
    let unit = [text.unit[0].as_str(), text.unit[1].as_str()];
    let response = card(ui, width, &Card { label: &text.label, value: &text.value, unit, bar, rows: &rows });
    style::paint_focus_ring(ui, &response);
    match &text.note {
        Some(note) => response.on_hover_text(note),
        None => response,
    }
}

/// The words that charts need, in the language of the window.
pub fn chart_words(view: &ViewContext<'_>) -> PlotWords {
    let lang = view.lang();
    let numbers = view.reader.numbers;
    PlotWords {
        actual: view.label("series-actual"),
        projected: view.label("series-projected"),
        pinned: view.label("scenarios-pinned"),
        missing: numbers.missing().to_owned(),
        joined_name: Arc::new(move |joined, of| {
            let key = if joined == of { "series-joined-all" } else { "series-joined-others" };
            crate::text::words::label(lang, key)
        }),
        axis_from: Some(Arc::new(move |value: &str| {
            crate::text::words::filled(lang, "chart-axis-from", &[("value", value)])
        })),
        copy: Some(CopyWords {
            copy_table: view.label("chart-copy-table"),
            save_picture: view.label("chart-save-picture"),
            reset_zoom: view.label("chart-reset-zoom"),
            keep_axis: view.label("chart-keep-axis"),
            free_axis: view.label("chart-free-axis"),
            axis_kept: view.label("chart-axis-kept"),
            axis_left: view.label("chart-axis-left"),
            year: view.label("column-year"),
            study: view.state().study.name.in_lang(lang).to_owned(),
            write: Arc::new(move |value| numbers.for_spreadsheet(value, COPIED_DECIMALS)),
        }),
    }
}

fn charts_ui(ui: &mut Ui, view: &ViewContext<'_>, content: &Overview, link: &mut ChartLink) {
    let words = chart_words(view);
    let numbers = view.reader.numbers;
    let format = move |value: f64, decimals: usize| numbers.decimal(value, decimals);
    let look = PlotLook { theme: view.theme(), words: &words, format: &format };
    let room = ui.available_size();
    let two = room.x >= TWO_COLUMNS;
    let width = if two { (room.x - COLUMN_SPACING) / 2.0 } else { room.x };
    let rows: f32 = if two { 2.0 } else { 4.0 };
    let height = ((room.y - ROW_SPACING * (rows - 1.0)) / rows).max(LOWEST_CHART);
    let size = vec2(width, height);
    let (area, _) = ui.allocate_exact_size(vec2(room.x, rows * height + (rows - 1.0) * ROW_SPACING), Sense::hover());
    let place = |position: usize| {
        let (column, row) = if two { (position % 2, position / 2) } else { (0, position) };
        let x = area.left() + style::on_screen(column as f64) * (width + COLUMN_SPACING);
        let y = area.top() + style::on_screen(row as f64) * (height + ROW_SPACING);
        Rect::from_min_size(pos2(x, y), size)
    };
    for (position, chart) in [&content.output, &content.growth, &content.employment].into_iter().enumerate() {
        place_in(ui, place(position), |ui| {
            line_chart_ui(ui, &look, chart, link, size);
        });
    }
    place_in(ui, place(3), |ui| {
        let pair = [&content.shares[0], &content.shares[1]];
        let strip = height_of_strip(ui, &look, &content.structure, size.x) + STRIP_SPACING;
        paired_charts_ui(ui, &look, &content.share_title, (pair, link), vec2(size.x, size.y - strip));
        ui.add_space(STRIP_SPACING);
        share_strip_ui(ui, &look, &content.structure, size.x);
    });
}

fn place_in(ui: &mut Ui, rect: Rect, add: impl FnOnce(&mut Ui)) {
    ui.scope_builder(UiBuilder::new().max_rect(rect).layout(Layout::top_down(Align::Min)), |ui| {
        ui.spacing_mut().item_spacing = egui::Vec2::ZERO;
        add(ui);
    });
}
