//! The view Uncertainty: the fan and the distribution of a year, dots that stand for paths, what the simulation is made of, other volatilities, and which assumption matters.

use super::overview::chart_words;
use super::tornado::tornado_ui;
use super::uncertainty_inputs::inputs_ui;
use crate::app::view_models::{ChanceRow, IndexRow, UncertaintyPage, uncertainty_page};
use crate::app::workspace::uncertainty::{FanOf, UncertaintyChange};
use crate::app::{Command, WindowCommand};
use crate::engine::{TOTAL_LINE, Variable};
use crate::export::{Cell, Table};
use crate::scenario::BandSource;
use crate::ui::charts::{ChartLink, PlotLook, distribution_ui, line_chart_ui};
use crate::ui::icons::{self, Icon};
use crate::ui::style;
use crate::ui::view::{Commands, ViewContext};
use crate::ui::widgets::empty::empty_section;
use crate::ui::widgets::segmented::segmented_control;
use crate::ui::widgets::table::{GridColumn, SPACING, cells, heading_row, paint_cell, section, view_title};
use egui::{
    Align, Button, Checkbox, ComboBox, Label, Layout, Rect, Sense, Stroke, Ui, UiBuilder, Vec2, WidgetInfo, pos2, vec2,
};
use std::time::Duration;

/// Space between the two columns.
const COLUMN_SPACING: f32 = 28.0;
/// Narrower than this, everything stands in one column.
const TWO_COLUMNS: f32 = 860.0;
/// Width of the column of probabilities.
const CHANCES: f32 = 346.0;
/// Height of the fan, and the least that a low window leaves it.
const FAN: f32 = 360.0;
const LEAST_FAN: f32 = 240.0;
/// Space between sections.
const SECTION_SPACING: f32 = 16.0;
/// Width of the choice of a year.
const YEAR: f32 = 72.0;
/// Width of the choice of a target, at most.
const GOAL: f32 = 460.0;
/// Rows of dots.
const DOT_ROWS: usize = 5;
/// Dots in all.
const DOTS: usize = 200;
/// How often the progress of the full ensemble is looked at.
const LOOK: Duration = Duration::from_millis(120);

/// Draws the view.
pub fn uncertainty_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, link: &mut ChartLink) {
    let page = uncertainty_page(&view.reader);
    title_ui(ui, view, commands, &page);
    options_ui(ui, view, commands, &page);
    if page.running.is_some() {
        ui.ctx().request_repaint_after(LOOK);
    }
    ui.add_space(8.0);
    let room = ui.available_size() - vec2(style::SCROLL_BAR, 0.0);
    egui::ScrollArea::vertical().id_salt("uncertainty").auto_shrink([false, false]).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        if let Some(error) = &page.error {
            ui.set_max_width(room.x);
            ui.add(Label::new(style::rich(error, style::body(), view.theme().bad)).wrap());
            // What is missing may be a number that is entered here.
            ui.add_space(SECTION_SPACING);
            inputs_ui(ui, view, commands, room.x);
            return;
        }
        if room.x < TWO_COLUMNS {
            ui.set_max_width(room.x);
            left_ui(ui, view, commands, (&page, link), room);
            ui.add_space(SECTION_SPACING);
            right_ui(ui, view, commands, &page);
            return;
        }
        let left_width = room.x - CHANCES - COLUMN_SPACING;
        let top = ui.cursor().min;
        let left = column(ui, Rect::from_min_size(top, vec2(left_width, room.y)), |ui| {
            left_ui(ui, view, commands, (&page, link), vec2(left_width, room.y));
        });
        let corner = pos2(top.x + left_width + COLUMN_SPACING, top.y);
        let right = column(ui, Rect::from_min_size(corner, vec2(CHANCES, room.y)), |ui| {
            right_ui(ui, view, commands, &page);
        });
        ui.allocate_rect(left.union(right), Sense::hover());
    });
}

/// Draws into a column and returns what it took.
fn column(ui: &mut Ui, rect: Rect, add: impl FnOnce(&mut Ui)) -> Rect {
    let shown = ui.scope_builder(UiBuilder::new().max_rect(rect).layout(Layout::top_down(Align::Min)), |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        add(ui);
    });
    shown.response.rect
}

fn title_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, page: &UncertaintyPage) {
    let theme = view.theme();
    let width = ui.available_width();
    // The switch first, so that a long name is shortened and does not run under it.
    ui.allocate_ui_with_layout(vec2(width, 24.0), Layout::right_to_left(Align::Center), |ui| {
        let names: Vec<&str> = page.choices.iter().map(String::as_str).collect();
        if let Some(chosen) = segmented_control(ui, &view.label("uncertainty-fan-of"), &names, page.chosen) {
            commands.push(Command::Window(WindowCommand::Uncertainty(UncertaintyChange::FanOf(FanOf::ALL[chosen]))));
        }
        ui.add_space(12.0);
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            view_title(ui, &view.label("uncertainty-title"));
            ui.add_space(8.0);
            let case = view.reader.name(&view.state().workspace.selected);
            let given = view.filled("uncertainty-given", &[("name", &case)]);
            ui.add(Label::new(style::rich(given, style::body(), theme.ink2)).truncate());
        });
    });
}

/// What else is random, and how far the full ensemble has come.
fn options_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, page: &UncertaintyPage) {
    let theme = view.theme();
    let state = view.state().workspace.uncertainty;
    ui.horizontal_wrapped(|ui| {
        let switch = |ui: &mut Ui, on: bool, key: &'static str, enabled: bool| {
            let mut now = on;
            let text = style::rich(view.label(key), style::body(), theme.ink);
            let response = ui.add_enabled(enabled, Checkbox::new(&mut now, text));
            let response = response.on_disabled_hover_text(view.label("uncertainty-levers-none"));
            style::paint_focus_ring(ui, &response);
            (now != on).then_some(now)
        };
        if let Some(on) = switch(ui, state.crash, "uncertainty-crash", true) {
            commands.push(Command::Window(WindowCommand::Uncertainty(UncertaintyChange::Crash(on))));
        }
        ui.add_space(12.0);
        if let Some(on) = switch(ui, state.levers, "uncertainty-levers", page.has_ranges || state.levers) {
            commands.push(Command::Window(WindowCommand::Uncertainty(UncertaintyChange::Levers(on))));
        }
        ui.add_space(12.0);
        let is_own = state.bands == BandSource::Own;
        if let Some(on) = switch(ui, is_own, "uncertainty-own-volatility", true) {
            let bands = if on { BandSource::Own } else { BandSource::Tested };
            commands.push(Command::Window(WindowCommand::Uncertainty(UncertaintyChange::Bands(bands))));
        }
        if let Some(progress) = &page.running {
            ui.add_space(12.0);
            let text = view.filled("uncertainty-running", &[("progress", progress)]);
            // Text that runs on into the next row would lie over what begins it.
            ui.add(Label::new(style::rich(text, style::small(), theme.ink2)).extend());
            let stop = ui.add(Button::new(style::rich(view.label("uncertainty-stop"), style::small(), theme.ink)));
            style::paint_focus_ring(ui, &stop);
            if stop.clicked() {
                commands.push(Command::Window(WindowCommand::Uncertainty(UncertaintyChange::Stop)));
            }
        }
    });
}

/// The fan, and below it what the simulation is made of and what another volatility would give.
fn left_ui(
    ui: &mut Ui,
    view: &ViewContext<'_>,
    commands: &mut Commands,
    (page, link): (&UncertaintyPage, &mut ChartLink),
    room: Vec2,
) {
    let width = room.x;
    let chart_language = chart_words(view);
    let digits = view.reader.numbers;
    let format = move |value: f64, decimals: usize| digits.decimal(value, decimals);
    let look = PlotLook { theme: view.theme(), words: &chart_language, format: &format };
    if let Some(chart) = &page.chart {
        line_chart_ui(ui, &look, chart, link, vec2(width, room.y.clamp(LEAST_FAN, FAN)));
    }
    ui.add_space(4.0);
    if let Some(difference) = &page.difference {
        ui.add(Label::new(style::rich(difference, style::body(), view.theme().ink)).wrap());
        ui.add_space(4.0);
    }
    for warning in &page.warnings {
        warning_ui(ui, view, warning);
    }
    if !page.has_ranges && !view.state().workspace.uncertainty.levers {
        paragraph(ui, view, &view.label("uncertainty-levers-none"));
    }
    ui.add_space(SECTION_SPACING);
    inputs_ui(ui, view, commands, width);
    ui.add_space(SECTION_SPACING);
    for note in &page.notes {
        paragraph(ui, view, note);
    }
    ui.add_space(SECTION_SPACING);
    volatility_ui(ui, view, page, width);
    shifts_ui(ui, view, commands, page, width);
    indices_ui(ui, view, page, width);
    ui.add_space(SECTION_SPACING);
    levers_ui(ui, view);
}

/// What matters most for the figure of the fan in the last year.
fn levers_ui(ui: &mut Ui, view: &ViewContext<'_>) {
    let study = &view.state().study;
    let headline = study.structure.headline.as_str();
    let figure = match view.state().workspace.uncertainty.fan_of {
        FanOf::Output => (Variable::Output, headline),
        FanOf::Grdp => (Variable::Grdp, TOTAL_LINE),
        FanOf::Share => (Variable::ShareConstant, headline),
    };
    tornado_ui(ui, view, figure, study.horizon);
}

fn volatility_ui(ui: &mut Ui, view: &ViewContext<'_>, page: &UncertaintyPage, width: f32) {
    if page.volatility.is_empty() {
        return;
    }
    let theme = view.theme();
    section(ui, &view.label("uncertainty-volatility"));
    paragraph(ui, view, &page.volatility_about);
    let columns = [GridColumn::text(width * 0.5), GridColumn::numeric(width * 0.2), GridColumn::numeric(width * 0.3)];
    let titles = ["column-volatility", "column-probability", "column-band"].map(|key| view.label(key));
    // The column of probabilities is left out if the case has no goal.
    let keep = |position: &usize| *position != 1 || page.has_goal;
    let kept: Vec<usize> = (0..titles.len()).filter(keep).collect();
    let columns: Vec<GridColumn> = kept.iter().map(|position| columns[*position]).collect();
    let titles: Vec<&str> = kept.iter().map(|position| titles[*position].as_str()).collect();
    heading_row(ui, &columns, &titles);
    for row in &page.volatility {
        let row: Vec<&str> = kept.iter().map(|position| row[*position].as_str()).collect();
        let (rect, response) = ui.allocate_exact_size(vec2(width, 22.0), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(egui::Role::Row, true, row.join(", ")));
        for ((cell, column), text) in cells(rect, &columns).into_iter().zip(&columns).zip(row) {
            paint_cell(ui, cell, text, (style::body(), theme.ink), column.align);
        }
        ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, style::stroke(1.0, theme.rule));
    }
}

/// What each input of the simulation, moved by itself, does to the probability that is followed.
fn shifts_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, page: &UncertaintyPage, width: f32) {
    let Some(table) = page.shifts.as_ref().map(Table::for_pages) else { return };
    let theme = view.theme();
    ui.add_space(SECTION_SPACING);
    section(ui, &view.label("uncertainty-shifts"));
    choose_goal(ui, view, commands, page, width);
    paragraph(ui, view, &page.shifts_about);
    let columns = [0.46, 0.18, 0.18, 0.18];
    let columns: Vec<GridColumn> = columns
        .into_iter()
        .enumerate()
        .map(
            |(position, part)| {
                if position == 0 { GridColumn::text(width * part) } else { GridColumn::numeric(width * part) }
            },
        )
        .collect();
    let titles: Vec<&str> = table.columns.iter().map(|column| column.heading.as_str()).collect();
    heading_row(ui, &columns, &titles);
    for row in &table.rows {
        let texts: Vec<String> = row.iter().map(|cell| cell.write(view.reader.numbers)).collect();
        let (rect, response) = ui.allocate_exact_size(vec2(width, 22.0), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(egui::Role::Row, true, texts.join(", ")));
        let acts = !matches!(row.get(2), Some(Cell::Missing));
        let ink = if acts { theme.ink } else { theme.ink3 };
        for ((cell, column), text) in cells(rect, &columns).into_iter().zip(&columns).zip(&texts) {
            paint_cell(ui, cell, text, (style::body(), ink), column.align);
        }
        ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, style::stroke(1.0, theme.rule));
    }
    ui.add_space(4.0);
    for note in &page.shift_notes {
        paragraph(ui, view, note);
    }
}

/// The choice of the target whose probability other volatilities and inputs are tried on.
fn choose_goal(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, page: &UncertaintyPage, width: f32) {
    let shown = page.goal.and_then(|position| page.goals.get(position));
    let choice = ComboBox::from_id_salt("followed target").width(width.min(GOAL)).truncate();
    let choice = choice.selected_text(shown.map_or("", |(_, name)| name)).show_ui(ui, |ui| {
        for entry in &page.goals {
            if ui.selectable_label(Some(entry) == shown, &entry.1).clicked() {
                commands.push(Command::Window(WindowCommand::Uncertainty(UncertaintyChange::Target(entry.0))));
            }
        }
    });
    style::paint_focus_ring(ui, &choice.response);
    choice.response.accessible_name(view.label("uncertainty-target"));
    ui.add_space(4.0);
}

fn paragraph(ui: &mut Ui, view: &ViewContext<'_>, text: &str) {
    ui.add(Label::new(style::rich(text, style::small(), view.theme().ink3)).wrap());
    ui.add_space(4.0);
}

/// The distribution of the year that was chosen.
fn year_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, page: &UncertaintyPage) {
    let Some(chart) = &page.distribution else { return };
    let words = chart_words(view);
    let numbers = view.reader.numbers;
    let format = move |value: f64, decimals: usize| numbers.decimal(value, decimals);
    let look = PlotLook { theme: view.theme(), words: &words, format: &format };
    let width = ui.available_width();
    let top = ui.cursor().min;
    distribution_ui(ui, &look, chart, width);
    // The choice of the year stands in the line of the title.
    let corner = pos2(top.x + width - YEAR, top.y + 3.0);
    let place = Rect::from_min_size(corner, vec2(YEAR, style::HIT));
    choose_year(&mut ui.new_child(UiBuilder::new().max_rect(place)), view, commands, page);
    ui.add_space(SECTION_SPACING);
}

/// The choice of the year whose distribution is shown.
fn choose_year(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, page: &UncertaintyPage) {
    let asked = view.state().workspace.uncertainty.year;
    let shown = page.years.iter().find(|(year, _)| Some(*year) == asked).or(page.years.first());
    let choice = ComboBox::from_id_salt("year of the distribution").width(YEAR);
    let choice = choice.selected_text(shown.map_or("", |(_, name)| name)).show_ui(ui, |ui| {
        for entry in &page.years {
            if ui.selectable_label(Some(entry) == shown, &entry.1).clicked() {
                commands.push(Command::Window(WindowCommand::Uncertainty(UncertaintyChange::Year(entry.0))));
            }
        }
    });
    style::paint_focus_ring(ui, &choice.response);
    choice.response.accessible_name(view.label("distribution-year"));
}

/// The distribution of a year, and probabilities of targets.
fn right_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, page: &UncertaintyPage) {
    year_ui(ui, view, commands, page);
    section(ui, &view.label("uncertainty-probability"));
    if view.state().study.targets.is_empty() {
        if empty_section(ui, &view.label("targets-none"), &view.label("empty-to-targets")) {
            super::show_targets(commands);
        }
        return;
    }
    paragraph(ui, view, &view.label("uncertainty-dot"));
    for row in &page.chances {
        chance_ui(ui, view, row);
    }
    if let Some(fixed) = &page.fixed {
        ui.add(Label::new(style::rich(fixed, style::small(), view.theme().ink3)).wrap());
    }
}

/// The indices of the levers.
fn indices_ui(ui: &mut Ui, view: &ViewContext<'_>, page: &UncertaintyPage, width: f32) {
    if page.indices.is_empty() && page.narrowed.is_empty() && page.indices_about.is_empty() {
        return;
    }
    ui.add_space(SECTION_SPACING);
    section(ui, &view.label("uncertainty-sobol"));
    paragraph(ui, view, &page.indices_about);
    for row in &page.indices {
        index_ui(ui, view, row, width);
    }
    for narrowed in &page.narrowed {
        paragraph(ui, view, narrowed);
    }
}

/// A probability with its name; the main ones have their dots.
fn chance_ui(ui: &mut Ui, view: &ViewContext<'_>, row: &ChanceRow) {
    let theme = view.theme();
    let width = ui.available_width();
    let role = if row.dots.is_some() { style::title() } else { style::body_strong() };
    let value = style::one_line(ui, &row.value, role, theme.ink, 80.0);
    let room = width - value.size().x - 12.0;
    let name = ui.painter().layout(row.name.clone(), style::body(), style::color(theme.ink), room);
    let height = name.size().y.max(value.size().y) + 6.0;
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
    response.widget_info(|| {
        WidgetInfo::labeled(egui::Role::Row, true, format!("{}: {}. {}", row.name, row.value, row.told))
    });
    ui.painter().galley(rect.min + vec2(0.0, 3.0), name, style::color(theme.ink));
    ui.painter().galley(pos2(rect.right() - value.size().x, rect.top() + 2.0), value, style::color(theme.ink));
    if let Some(lit) = row.dots {
        dots_ui(ui, view, lit, width);
    }
    ui.add(Label::new(style::rich(&row.told, style::small(), theme.ink3)).wrap());
    ui.add_space(5.0);
    let line = ui.cursor().top();
    ui.painter().hline(rect.x_range(), line, style::stroke(1.0, theme.rule));
    ui.add_space(3.0);
}

/// Two hundred dots, those filled in which the target is reached.
fn dots_ui(ui: &mut Ui, view: &ViewContext<'_>, lit: usize, width: f32) {
    let theme = view.theme();
    let ink = style::color(view.reader.style(&view.state().workspace.selected).color);
    let a_row = DOTS.div_ceil(DOT_ROWS);
    let step = width / style::on_screen(a_row as f64);
    let reach = (step * 0.37).min(3.4);
    let rows = style::on_screen(DOT_ROWS as f64);
    let (rect, _) = ui.allocate_exact_size(vec2(width, rows * (2.0 * reach + 2.0) + 4.0), Sense::hover());
    for dot in 0..DOTS {
        let (row, place) = (dot / a_row, dot % a_row);
        let x = rect.left() + step * (style::on_screen(place as f64) + 0.5);
        let y = rect.top() + (2.0 * reach + 2.0) * style::on_screen(row as f64) + reach + 1.0;
        if dot < lit {
            ui.painter().circle_filled(pos2(x, y), reach, ink);
        } else {
            ui.painter().circle_stroke(pos2(x, y), reach - 0.4, Stroke::new(0.8, style::color(theme.track)));
        }
    }
}

/// A lever with its range, its first index filled and its total index as an outline.
fn index_ui(ui: &mut Ui, view: &ViewContext<'_>, row: &IndexRow, width: f32) {
    let theme = view.theme();
    let columns = [
        GridColumn::text(width * 0.38),
        GridColumn::numeric(width * 0.24),
        GridColumn::text(width * 0.24),
        GridColumn::numeric(width * 0.14 + SPACING),
    ];
    let (rect, response) = ui.allocate_exact_size(vec2(width, 22.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Row, true, format!("{}: {}", row.name, row.told)));
    let places = cells(rect, &columns);
    let texts = [(0, &row.name, style::body(), theme.ink), (1, &row.range, style::small(), theme.ink3)];
    let texts = texts.into_iter().chain([(3, &row.value, style::body_strong(), theme.ink)]);
    for (column, text, role, ink) in texts {
        paint_cell(ui, places[column], text, (role, ink), columns[column].align);
    }
    let room = places[2];
    let bar = |share: f64| {
        let long = style::on_screen(share.clamp(0.0, 1.0)) * room.width();
        Rect::from_min_size(pos2(room.left(), room.center().y - 5.0), Vec2::new(long, 10.0))
    };
    let ink = theme.line_fill(0);
    ui.painter().rect_filled(bar(row.values.0), 0.0, style::color(ink));
    ui.painter().rect_stroke(bar(row.values.1), 0.0, style::stroke(1.0, ink), egui::StrokeKind::Inside);
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, style::stroke(1.0, theme.rule));
    response.on_hover_text(&row.told);
}

fn warning_ui(ui: &mut Ui, view: &ViewContext<'_>, text: &str) {
    let theme = view.theme();
    ui.horizontal_top(|ui| {
        let (rect, _) = ui.allocate_exact_size(Vec2::splat(icons::SIZE), Sense::hover());
        icons::paint(ui.painter(), Icon::Warning, rect, style::color(theme.warn));
        ui.add(Label::new(style::rich(text, style::small(), theme.ink2)).wrap());
    });
    ui.add_space(4.0);
}
