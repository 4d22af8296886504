//! The view Compare: what to draw, the charts, the results of a year, the assumptions that differ.

use super::overview::chart_words;
use super::parts::parts_ui;
use super::why::why_ui;
use crate::app::view_models::compare::{Choice, Compare, compare};
use crate::app::workspace::compare::{ChartMeasure, CompareChange, DifferenceBy, Layout as Arrangement, Prices};
use crate::app::{Command, WindowCommand};
use crate::chart::model::LineChart;
use crate::ui::charts::{ChartLink, PlotLook, PlotWords, line_chart_ui};
use crate::ui::style;
use crate::ui::view::{Commands, ViewContext};
use crate::ui::widgets::case_table::{inputs_table, results_table};
use crate::ui::widgets::segmented::segmented_control;
use egui::{Align, ComboBox, Id, Layout, Rect, Ui, UiBuilder, Vec2, pos2, vec2};

/// Space between the two columns.
const COLUMN_SPACING: f32 = 28.0;
/// Space between charts.
const ROW_SPACING: f32 = 12.0;
/// Narrower than this, everything stands in one column.
const TWO_COLUMNS: f32 = 860.0;
/// Charts are not drawn lower than this; the view scrolls instead.
const LOWEST: [f32; 2] = [215.0, 165.0];
/// Part of the height that the first of the two charts takes.
const FIRST: f32 = 0.57;
/// Smallest panel of the small multiples.
const PANEL: Vec2 = vec2(220.0, 150.0);
/// Room that the switches beside the title take.
const SWITCHES: f32 = 400.0;

/// Draws the view.
pub fn compare_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, link: &mut ChartLink) {
    let content = compare(&view.reader);
    title_ui(ui, view, commands, &content);
    ui.add_space(4.0);
    pickers_ui(ui, view, commands, &content);
    for remark in &content.remarks {
        ui.add(egui::Label::new(style::rich(remark, style::body(), view.theme().ink2)).wrap());
    }
    ui.add_space(8.0);
    // The bar of the scroll area floats over its right edge.
    let room = ui.available_size() - vec2(style::SCROLL_BAR, 0.0);
    egui::ScrollArea::vertical().id_salt("compare").auto_shrink([false, false]).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let two = room.x >= TWO_COLUMNS;
        if !two {
            ui.set_max_width(room.x);
            charts_ui(ui, view, (commands, link), &content, room);
            ui.add_space(ROW_SPACING);
            tables_ui(ui, view, commands, (&content, room.y));
            inputs_ui(ui, view, &content);
            return;
        }
        let width = ((room.x - COLUMN_SPACING) / 2.0).floor();
        let top = ui.cursor().min;
        let place = |x: f32| Rect::from_min_size(pos2(x, top.y), vec2(width, room.y));
        let left = column(ui, place(top.x), |ui| {
            charts_ui(ui, view, (commands, link), &content, vec2(width, room.y));
            ui.add_space(ROW_SPACING);
            inputs_ui(ui, view, &content);
        });
        let right = column(ui, place(top.x + width + COLUMN_SPACING), |ui| {
            tables_ui(ui, view, commands, (&content, room.y));
        });
        ui.allocate_rect(left.union(right), egui::Sense::hover());
    });
}

/// Draws into a column and returns what it took.
fn column(ui: &mut Ui, rect: Rect, add: impl FnOnce(&mut Ui)) -> Rect {
    let layout = Layout::top_down(Align::Min);
    let shown = ui.scope_builder(UiBuilder::new().max_rect(rect).layout(layout), |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        add(ui);
    });
    shown.response.rect
}

fn title_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, content: &Compare) {
    let theme = view.theme();
    let width = ui.available_width();
    let beside = width >= SWITCHES + 300.0;
    ui.allocate_ui_with_layout(vec2(width, 24.0), Layout::left_to_right(Align::Center), |ui| {
        let room = if beside { width - SWITCHES } else { width };
        let heading = style::one_line(ui, &content.heading, style::title(), theme.ink, room);
        let (rect, response) = ui.allocate_exact_size(heading.size(), egui::Sense::hover());
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Heading, true, &content.heading));
        let taken = rect.width() + 12.0;
        ui.painter().galley(rect.min, heading, style::color(theme.ink));
        let base = style::one_line(ui, &content.base, style::body(), theme.ink2, (room - taken).max(20.0));
        let (rect, response) = ui.allocate_exact_size(base.size(), egui::Sense::hover());
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, &content.base));
        ui.painter().galley(rect.min + vec2(0.0, 2.0), base, style::color(theme.ink2));
        if beside {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.allocate_ui_with_layout(vec2(SWITCHES, 22.0), Layout::right_to_left(Align::Center), |ui| {
                    layout_ui(ui, view, commands, content);
                    measure_ui(ui, view, commands, content);
                });
            });
        }
    });
    if !beside {
        ui.horizontal_wrapped(|ui| {
            measure_ui(ui, view, commands, content);
            layout_ui(ui, view, commands, content);
        });
    }
}

fn measure_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, content: &Compare) {
    let words = [
        view.label("display-level"),
        view.label("display-growth"),
        view.label("display-share"),
        content.choices.index.clone(),
    ];
    let options: Vec<&str> = words.iter().map(String::as_str).collect();
    let measure = view.state().workspace.compare.measure;
    let current = ChartMeasure::ALL.iter().position(|one| *one == measure).unwrap_or(0);
    if let Some(chosen) = segmented_control(ui, &view.label("compare-measure"), &options, current) {
        commands.push(Command::Window(WindowCommand::Compare(CompareChange::Measure(ChartMeasure::ALL[chosen]))));
    }
}

fn layout_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, content: &Compare) {
    let words = [view.label("display-overlay"), view.label("display-multiples")];
    let options: Vec<&str> = words.iter().map(String::as_str).collect();
    let current = usize::from(content.layout == Arrangement::Multiples);
    // What is not possible is greyed out; the remark above the charts says why.
    ui.add_enabled_ui(!content.multiples_only, |ui| {
        if let Some(chosen) = segmented_control(ui, &view.label("compare-layout"), &options, current) {
            let layout = [Arrangement::Overlay, Arrangement::Multiples][chosen];
            commands.push(Command::Window(WindowCommand::Compare(CompareChange::Layout(layout))));
        }
    });
}

fn pickers_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, content: &Compare) {
    let choices = &content.choices;
    ui.horizontal_wrapped(|ui| {
        if let Some(variable) = picker(ui, &view.label("compare-variable"), &choices.variables, 200.0) {
            commands.push(Command::Window(WindowCommand::Compare(CompareChange::Variable(variable))));
        }
        if choices.lines.len() > 1
            && let Some(line) = picker(ui, &view.label("compare-line"), &choices.lines, 190.0)
        {
            commands.push(Command::Window(WindowCommand::Compare(CompareChange::Line(line))));
        }
        if let Some(prices) = &choices.prices {
            let options: Vec<&str> = prices.iter().map(|choice| choice.name.as_str()).collect();
            let current = prices.iter().position(|choice| choice.chosen).unwrap_or(0);
            if let Some(chosen) = segmented_control(ui, &view.label("compare-prices"), &options, current) {
                let value: Prices = prices[chosen].value;
                commands.push(Command::Window(WindowCommand::Compare(CompareChange::Prices(value))));
            }
        }
        let words = [view.label("compare-axis-linear"), view.label("compare-axis-log")];
        let options: Vec<&str> = words.iter().map(String::as_str).collect();
        let log = view.state().workspace.compare.log;
        if let Some(chosen) = segmented_control(ui, &view.label("compare-axis"), &options, usize::from(log)) {
            commands.push(Command::Window(WindowCommand::Compare(CompareChange::Log(chosen == 1))));
        }
        parts_ui(ui, view, commands);
    });
}

/// A list to choose one from; returns another choice.
fn picker<T: Clone>(ui: &mut Ui, name: &str, choices: &[Choice<T>], width: f32) -> Option<T> {
    let current = choices.iter().find(|choice| choice.chosen).map_or("", |choice| choice.name.as_str());
    let mut asked = None;
    let shown = ComboBox::from_id_salt(name).selected_text(current).width(width).height(360.0).show_ui(ui, |ui| {
        for choice in choices {
            if ui.selectable_label(choice.chosen, &choice.name).clicked() && !choice.chosen {
                asked = Some(choice.value.clone());
            }
        }
    });
    let spoken = format!("{name}: {current}");
    shown.response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::ComboBox, true, &spoken));
    style::paint_focus_ring(ui, &shown.response);
    asked
}

fn charts_ui(
    ui: &mut Ui,
    view: &ViewContext<'_>,
    (commands, link): (&mut Commands, &mut ChartLink),
    content: &Compare,
    room: Vec2,
) {
    let words = chart_words(view);
    let numbers = view.reader.numbers;
    let format = move |value: f64, decimals: usize| numbers.decimal(value, decimals);
    let look = PlotLook { theme: view.theme(), words: &words, format: &format };
    let free = room.y - ROW_SPACING;
    let heights = [(free * FIRST).max(LOWEST[0]), (free * (1.0 - FIRST)).max(LOWEST[1])];
    if content.layout == Arrangement::Overlay {
        one_ui(ui, &look, &content.overlay, (commands, link), vec2(room.x, heights[0]));
    } else {
        // A narrow panel has no room for it: the remark above says where their common axis starts.
        let words = PlotWords { axis_from: None, ..words.clone() };
        let look = PlotLook { words: &words, ..look };
        multiples_ui(ui, &look, &content.multiples, (commands, link), vec2(room.x, heights[0]));
    }
    ui.add_space(ROW_SPACING);
    let top = ui.cursor().min;
    one_ui(ui, &look, &content.difference, (commands, link), vec2(room.x, heights[1]));
    if let Some(in_percent) = content.in_percent {
        let switch = Rect::from_min_size(pos2(top.x + room.x - 110.0, top.y + 6.0), vec2(110.0, 22.0));
        let layout = Layout::right_to_left(Align::Center);
        // Over the chart's head, without moving what follows.
        let mut beside = ui.new_child(UiBuilder::new().max_rect(switch).layout(layout));
        difference_ui(&mut beside, view, in_percent, commands);
    }
}

fn difference_ui(ui: &mut Ui, view: &ViewContext<'_>, in_percent: bool, commands: &mut Commands) {
    let words = [view.label("compare-difference-value"), view.label("compare-difference-percent")];
    let options: Vec<&str> = words.iter().map(String::as_str).collect();
    let current = usize::from(in_percent);
    if let Some(chosen) = segmented_control(ui, &view.label("compare-difference-by"), &options, current) {
        let by = [DifferenceBy::Value, DifferenceBy::Percent][chosen];
        commands.push(Command::Window(WindowCommand::Compare(CompareChange::DifferenceBy(by))));
    }
}

/// A chart; a click chooses the year of the table.
fn one_ui(
    ui: &mut Ui,
    look: &PlotLook<'_>,
    chart: &LineChart,
    (commands, link): (&mut Commands, &mut ChartLink),
    size: Vec2,
) {
    let shown = line_chart_ui(ui, look, chart, link, size);
    if shown.response.clicked()
        && let Some(year) = link.hovered_year
    {
        commands.push(Command::Window(WindowCommand::Compare(CompareChange::Year(year))));
    }
}

/// A grid of small charts, as many beside one another as fit.
fn multiples_ui(
    ui: &mut Ui,
    look: &PlotLook<'_>,
    charts: &[LineChart],
    (commands, link): (&mut Commands, &mut ChartLink),
    size: Vec2,
) {
    let spacing = 16.0;
    let fitting = |count: usize| style::on_screen(count as f64) * (PANEL.x + spacing) - spacing <= size.x;
    let in_row = (1..=4).rev().find(|count| fitting(*count)).unwrap_or(1).min(charts.len().max(1));
    let columns = style::on_screen(in_row as f64);
    let width = ((size.x + spacing) / columns - spacing).floor();
    let rows = style::on_screen(charts.len().div_ceil(in_row) as f64);
    let height = ((size.y + ROW_SPACING) / rows.max(1.0) - ROW_SPACING).max(PANEL.y);
    for (position, row) in charts.chunks(in_row).enumerate() {
        if position > 0 {
            ui.add_space(ROW_SPACING);
        }
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = spacing;
            for chart in row {
                one_ui(ui, look, chart, (commands, link), vec2(width, height));
            }
        });
    }
}

/// Heights that the results and the waterfall took when they were drawn last.
#[derive(Debug, Clone, Copy, Default)]
struct TableHeights {
    results: f32,
    why: f32,
}

/// Results and the waterfall of why; where both do not fit into the height, the waterfall stands first, so that it is
/// in sight and the longer table scrolls.
fn tables_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, (content, room): (&Compare, f32)) {
    let place = Id::unique("heights of the tables of Compare");
    let mut heights = ui.data(|data| data.get_temp::<TableHeights>(place)).unwrap_or_default();
    let why_first = heights.results + heights.why + 2.0 * ROW_SPACING > room && heights.why < room;
    let (variable, line) = &content.drawn;
    for is_why in [why_first, !why_first] {
        let top = ui.cursor().top();
        if is_why {
            why_ui(ui, view, commands, (*variable, line, content.results.year));
            heights.why = ui.cursor().top() - top;
        } else {
            if let Some(year) = results_table(ui, view, &content.results) {
                commands.push(Command::Window(WindowCommand::Compare(CompareChange::Year(year))));
            }
            heights.results = ui.cursor().top() - top;
        }
        ui.add_space(ROW_SPACING);
    }
    ui.data_mut(|data| data.insert_temp(place, heights));
}

fn inputs_ui(ui: &mut Ui, view: &ViewContext<'_>, content: &Compare) {
    inputs_table(ui, view, &content.inputs);
    ui.add_space(ROW_SPACING);
}
