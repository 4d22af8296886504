//! The view Targets: sections below each other; a new question about targets is a new section.

use super::model::badge_ui;
use super::solver::solver_ui;
use crate::app::view_models::{
    LandingRow, NeedRow, PartContent, RecordStrip, TargetsContent, latest_year, part_content, start_years,
    targets_content,
};
use crate::app::workspace::data::FigureKey;
use crate::app::workspace::targets::TargetsChange;
use crate::app::{Command, WindowCommand};
use crate::chart::scale::Span;
use crate::quantity::Year;
use crate::text::words::count_text;
use crate::theme::Marker;
use crate::ui::charts::ChartLink;
use crate::ui::marks;
use crate::ui::style;
use crate::ui::view::{Commands, ViewContext};
use crate::ui::widgets::empty::empty_section;
use crate::ui::widgets::number_field::{NumberField, number_field};
use crate::ui::widgets::segmented::segmented_control;
use crate::ui::widgets::table::{GridColumn, SPACING, cells, choice_row, heading_row, paint_cell, section, view_title};
use egui::{Align, ComboBox, Label, Layout, Rect, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};

/// A part of the view.
type Section = fn(&mut Ui, &ViewContext<'_>, &mut Commands);

/// The sections in their order.
const SECTIONS: &[Section] = &[levels_ui, solver_ui, part_ui, rates_ui];

/// Most scenarios beside each other, and the width of each.
const MOST: usize = 4;
const CASE: f32 = 64.0;
/// The column of a scenario with a long name grows up to this.
const WIDEST_CASE: f32 = 112.0;
/// Names of targets keep this width where columns of scenarios grow.
const NAMES: f32 = 280.0;
/// Width of the strip of past growth.
const STRIP: f32 = 144.0;
/// Narrower than this there is no strip.
const NARROW: f32 = 720.0;
/// Months that can be chosen.
const MONTHS: [u8; 5] = [3, 6, 8, 9, 11];

/// Draws the view.
pub fn targets_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, _link: &mut ChartLink) {
    title_ui(ui, view, commands);
    ui.add_space(8.0);
    egui::ScrollArea::vertical().id_salt("targets").auto_shrink([false, false]).show(ui, |ui| {
        ui.set_max_width(ui.available_width() - style::SCROLL_BAR);
        for draw in SECTIONS {
            draw(ui, view, commands);
            ui.add_space(16.0);
        }
    });
}

fn title_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands) {
    let width = ui.available_width();
    let latest = latest_year(&view.reader);
    ui.allocate_ui_with_layout(vec2(width, 26.0), Layout::right_to_left(Align::Center), |ui| {
        if let Some(year) = latest {
            start_ui(ui, view, commands, year);
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| view_title(ui, &view.label("targets-title")));
    });
}

/// From which actual year needed growth is counted.
fn start_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, latest: Year) {
    let chosen = view.state().workspace.targets.from.unwrap_or(latest);
    let words = |year: Year| view.filled("targets-from-year", &[("year", &view.reader.numbers.year(year))]);
    let shown = ComboBox::from_id_salt("needed from").width(190.0).height(320.0).selected_text(words(chosen));
    let shown = shown.show_ui(ui, |ui| {
        for year in start_years(&view.reader) {
            if ui.selectable_label(year == chosen, words(year)).clicked() {
                let from = (year != latest).then_some(year);
                commands.push(Command::Window(WindowCommand::Targets(TargetsChange::From(from))));
            }
        }
    });
    shown.response.accessible_name(view.label("targets-from"));
}

/// What a section is about, beside its title.
fn about(ui: &mut Ui, text: &str) {
    let theme = style::tokens(ui);
    ui.add(Label::new(style::rich(text, style::small(), theme.ink3)).wrap());
    ui.add_space(4.0);
}

fn selected_name(view: &ViewContext<'_>) -> String {
    view.reader.short(&view.state().workspace.selected)
}

/// Widths of the columns: name, year, goal, latest, cases, gap, needed, strip.
fn level_columns(width: f32, cases: usize, case: f32) -> Vec<GridColumn> {
    let mut columns =
        vec![GridColumn::text(0.0), GridColumn::numeric(46.0), GridColumn::numeric(54.0), GridColumn::numeric(54.0)];
    columns.extend((0..cases).map(|_| GridColumn::numeric(case)));
    // Under large type the strip gives way to the names.
    let strip = if width < NARROW { 0.0 } else { STRIP + SPACING };
    columns.extend([GridColumn::numeric(68.0), GridColumn::numeric(80.0), GridColumn::text(strip)]);
    let taken: f32 = columns.iter().map(|column| column.width).sum();
    if let Some(name) = columns.first_mut() {
        name.width = (width - taken).max(120.0);
    }
    columns
}

/// Width of the column of a case: that of the longest name as far as the names of targets leave room.
fn case_width(ui: &Ui, width: f32, content: &TargetsContent) -> f32 {
    let ink = style::tokens(ui).ink;
    let wide =
        |name: &str| style::one_line(ui, name, style::small_strong(), ink, f32::INFINITY).size().x.ceil() + SPACING;
    let longest = content.cases.iter().map(|(_, name, _)| wide(name)).fold(CASE, f32::max);
    let count = style::on_screen(content.cases.len().max(1) as f64);
    let spare = width - level_fixed(width) - NAMES - CASE * count;
    longest.min(WIDEST_CASE).min(CASE + spare.max(0.0) / count)
}

/// Width of the columns beside names and cases.
fn level_fixed(width: f32) -> f32 {
    let columns = level_columns(width, 0, 0.0);
    columns.iter().skip(1).map(|column| column.width).sum()
}

/// How many cases fit beside names that can be read.
fn case_room(width: f32) -> usize {
    let fixed = 46.0 + 54.0 + 54.0 + 68.0 + 80.0 + STRIP + SPACING + 360.0;
    let mut count = 1;
    while count < MOST && fixed + CASE * style::on_screen((count + 1) as f64) <= width {
        count += 1;
    }
    count
}

fn levels_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands) {
    let width = ui.available_width();
    let content = targets_content(&view.reader, case_room(width));
    section(ui, &view.label("targets-levels"));
    let prices = view.reader.numbers.year(view.state().study.price_base_year);
    about(ui, &view.filled("targets-levels-about", &[("name", &selected_name(view)), ("year", &prices)]));
    if content.needs.is_empty() {
        none_ui(ui, view, commands);
        return;
    }
    let columns = level_columns(width, content.cases.len(), case_width(ui, width, &content));
    ui.spacing_mut().item_spacing.y = 0.0;
    level_heading(ui, view, &content, &columns);
    for row in &content.needs {
        level_row(ui, view, commands, row, (&content, &columns));
    }
    ui.add_space(6.0);
    ui.spacing_mut().item_spacing.y = 4.0;
    legend_ui(ui, view, &content);
    let hidden = view.reader.drawn_cases().len().saturating_sub(content.cases.len());
    if hidden > 0 {
        let text = count_text(view.lang(), "targets-more", hidden);
        ui.label(style::rich(text, style::small(), view.theme().ink3));
    }
}

fn none_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands) {
    if empty_section(ui, &view.label("targets-none"), &view.label("empty-to-targets")) {
        super::show_targets(commands);
    }
}

/// What stands in each column, scenarios by name.
fn level_titles(view: &ViewContext<'_>, content: &TargetsContent) -> Vec<String> {
    let mut titles: Vec<String> = ["column-target", "column-year", "column-goal"].map(|key| view.label(key)).into();
    titles.push(content.latest.map(|year| view.reader.numbers.year(year)).unwrap_or_default());
    titles.extend(content.cases.iter().map(|(_, name, _)| name.clone()));
    let ends = content.ends.each_ref().map(String::as_str);
    let record = view.filled("column-record", &[("low", ends[0]), ("high", ends[1])]);
    titles.extend([view.label("column-missing"), view.label("column-needed"), record]);
    titles
}

/// The row in words, a line a column.
fn level_in_words(view: &ViewContext<'_>, content: &TargetsContent, row: &NeedRow, record: &str) -> String {
    let name = if row.unit.is_empty() { row.name.clone() } else { format!("{} ({})", row.name, row.unit) };
    let mut values = [&row.year, &row.wanted, &row.latest].map(String::as_str).to_vec();
    // A target that cannot be judged has no values.
    values.extend((0..content.cases.len()).map(|case| row.values.get(case).map_or("", String::as_str)));
    values.extend([row.missing.as_str(), &row.needed, record]);
    let titles = level_titles(view, content);
    let lines = titles.iter().skip(1).zip(values).filter(|(_, value)| !value.is_empty());
    let lines = lines.map(|(title, value)| format!("{title}: {value}"));
    std::iter::once(name).chain(lines).collect::<Vec<_>>().join("\n")
}

fn level_heading(ui: &mut Ui, view: &ViewContext<'_>, content: &TargetsContent, columns: &[GridColumn]) {
    let is_narrow = columns.last().is_some_and(|strip| strip.width <= SPACING);
    let titles = level_titles(view, content);
    // Scenarios have headings of their own, in their colours.
    let shown = |(position, title): (usize, &'_ String)| -> String {
        let is_case = (4..4 + content.cases.len()).contains(&position);
        let is_left_out = is_narrow && position + 1 == titles.len();
        if is_case || is_left_out { String::new() } else { title.clone() }
    };
    let shown: Vec<String> = titles.iter().enumerate().map(shown).collect();
    let titles: Vec<&str> = shown.iter().map(String::as_str).collect();
    let top = ui.cursor().min;
    heading_row(ui, columns, &titles);
    case_headings(ui, content, Rect::from_min_size(top, vec2(ui.available_width(), 22.0)), columns);
}

/// Names of scenarios in their colours.
fn case_headings(ui: &mut Ui, content: &TargetsContent, row: Rect, columns: &[GridColumn]) {
    let places = cells(row, columns);
    for (position, (_, name, color)) in content.cases.iter().enumerate() {
        let Some(cell) = places.get(position + 4) else { continue };
        let role = if position == content.selected { style::small_strong() } else { style::small() };
        paint_cell(ui, *cell, name, (role, *color), Align::Max);
        let id = ui.scope_id().with(("case heading", content.landings.len(), position, columns.len()));
        let response = ui.interact(*cell, id, Sense::hover());
        response.on_hover_text(name);
    }
}

fn level_row(
    ui: &mut Ui,
    view: &ViewContext<'_>,
    commands: &mut Commands,
    row: &NeedRow,
    (content, columns): (&TargetsContent, &[GridColumn]),
) {
    let theme = view.theme();
    let width: f32 = columns.iter().map(|column| column.width).sum();
    let about = match &row.strip {
        Ok(strip) => strip.best.clone(),
        Err(reason) => reason.clone(),
    };
    let parts = [&row.name, &row.unit, &row.year, &row.wanted, &row.latest, &row.missing, &row.needed, &about];
    let spoken: Vec<&str> = parts.into_iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
    let response = choice_row(ui, width, false, &spoken.join(", "));
    if response.clicked() {
        show_target(commands, row.key.as_ref());
    }
    let places = cells(response.rect, columns);
    let Some((name, rest)) = places.split_first() else { return };
    name_cell(ui, view, *name, row);
    let quiet = (style::body(), theme.ink2);
    let strong = (style::body_strong(), theme.ink);
    let mut texts = vec![(&row.year, quiet.clone()), (&row.wanted, strong.clone()), (&row.latest, quiet.clone())];
    texts.extend(row.values.iter().zip(&content.cases).map(|(value, (_, _, color))| (value, (style::body(), *color))));
    texts.extend(content.cases.iter().skip(row.values.len()).map(|_| (&row.year, quiet.clone())));
    texts.extend([(&row.missing, strong.clone()), (&row.needed, strong)]);
    for (cell, (text, look)) in rest.iter().zip(texts) {
        paint_cell(ui, *cell, text, look, Align::Max);
    }
    if let Some(cell) = places.last().filter(|cell| cell.width() > 0.0) {
        match &row.strip {
            Ok(strip) => strip_ui(ui, *cell, strip, content),
            Err(reason) => {
                paint_cell(ui, *cell, reason, (style::small(), theme.ink3), Align::Min);
            }
        }
    }
    response.on_hover_text(level_in_words(view, content, row, &about));
}

fn show_target(commands: &mut Commands, key: Option<&FigureKey>) {
    let Some(key) = key else { return };
    commands.push(Command::Window(WindowCommand::ShowFigure(key.clone())));
}

/// Name, unit in small type, and how the target is known.
fn name_cell(ui: &mut Ui, view: &ViewContext<'_>, cell: Rect, row: &NeedRow) {
    let theme = view.theme();
    let badge = 62.0;
    let galley = style::one_line(ui, &row.name, style::body(), theme.ink, cell.width() - badge);
    let width = galley.size().x;
    ui.painter().galley(pos2(cell.left(), cell.center().y - galley.size().y / 2.0), galley, style::color(theme.ink));
    let unit = cell.with_min_x(cell.left() + width + 6.0).with_max_x(cell.right() - badge);
    if unit.width() > 24.0 {
        paint_cell(ui, unit, &row.unit, (style::small(), theme.ink3), Align::Min);
    }
    if !row.year.is_empty() {
        let place = cell.with_min_x(cell.right() - badge + 4.0);
        let layout = Layout::left_to_right(Align::Center);
        ui.scope_builder(UiBuilder::new().max_rect(place).layout(layout), |ui| badge_ui(ui, view, row.status));
    }
}

/// Past years as rings, what is needed as a diamond, the trend as a tick; what lies beyond the scale as a triangle at its end.
fn strip_ui(ui: &Ui, cell: Rect, strip: &RecordStrip, content: &TargetsContent) {
    let theme = style::tokens(ui);
    let track = cell.shrink2(vec2(8.0, 0.0));
    let at = |growth: f64| pos2(track.left() + place(content.span, growth) * track.width(), track.center().y);
    let painter = ui.painter();
    painter.hline(cell.x_range(), track.center().y.round() + 0.5, style::stroke(1.0, theme.rule));
    painter.vline(
        at(0.0).x.round() + 0.5,
        track.center().y - 7.0..=track.center().y + 7.0,
        style::stroke(1.0, theme.axis),
    );
    let ground = style::ground(ui);
    // A year beyond the scale has no honest place on it; the row says the record in words.
    for growth in strip.past.iter().filter(|growth| (content.span.lo..=content.span.hi).contains(*growth)) {
        marks::paint_marker(
            painter,
            at(*growth),
            Marker::Circle { filled: false },
            7.5,
            style::color(theme.ink2),
            ground,
        );
    }
    if let (Some(trend), Some((color, _))) = (strip.trend, content.trend) {
        let x = at(trend).x.round();
        painter.vline(x, track.center().y - 6.0..=track.center().y + 6.0, style::stroke(2.0, color));
    }
    let ink = style::color(if strip.above { theme.bad } else { theme.ok });
    if strip.needed > content.span.hi {
        let tip = pos2(cell.right() - 1.0, track.center().y);
        let corners = vec![tip, tip + vec2(-8.0, -5.0), tip + vec2(-8.0, 5.0)];
        painter.add(egui::Shape::convex_polygon(corners, ink, egui::Stroke::NONE));
    } else {
        marks::paint_marker(painter, at(strip.needed), Marker::Diamond { filled: true }, 8.5, ink, ground);
    }
}

fn place(span: Span, value: f64) -> f32 {
    style::on_screen(span.share(value).clamp(0.0, 1.0))
}

fn legend_ui(ui: &mut Ui, view: &ViewContext<'_>, content: &TargetsContent) {
    let theme = view.theme();
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 5.0;
        let ground = style::ground(ui);
        let parts = [
            (Marker::Circle { filled: false }, theme.ink2, "targets-legend-record"),
            (Marker::Diamond { filled: true }, theme.ok, "targets-legend-within"),
            (Marker::Diamond { filled: true }, theme.bad, "targets-legend-needed"),
        ];
        for (marker, ink, key) in parts {
            let (rect, _) = ui.allocate_exact_size(vec2(12.0, 14.0), Sense::hover());
            marks::paint_marker(ui.painter(), rect.center(), marker, 8.0, style::color(ink), ground);
            ui.label(style::rich(view.label(key), style::small(), theme.ink3));
            ui.add_space(8.0);
        }
        let (rect, _) = ui.allocate_exact_size(vec2(12.0, 14.0), Sense::hover());
        let tip = rect.right_center();
        let corners = vec![tip, tip + vec2(-8.0, -5.0), tip + vec2(-8.0, 5.0)];
        ui.painter().add(egui::Shape::convex_polygon(corners, style::color(theme.bad), egui::Stroke::NONE));
        ui.label(style::rich(view.label("targets-legend-off-scale"), style::small(), theme.ink3));
        ui.add_space(8.0);
        if let Some((color, name)) = content.trend {
            let (rect, _) = ui.allocate_exact_size(vec2(8.0, 14.0), Sense::hover());
            ui.painter().vline(rect.center().x.round(), rect.y_range(), style::stroke(2.0, color));
            ui.label(style::rich(view.label(name), style::small(), theme.ink3));
        }
    });
}

fn rates_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands) {
    let width = ui.available_width();
    let content = targets_content(&view.reader, case_room(width));
    section(ui, &view.label("targets-rates"));
    about(ui, &view.filled("targets-rates-about", &[("name", &selected_name(view))]));
    if content.landings.is_empty() {
        none_ui(ui, view, commands);
        return;
    }
    let mut columns =
        vec![GridColumn::text(0.0), GridColumn::text(150.0), GridColumn::text(84.0), GridColumn::numeric(84.0)];
    let case = case_width(ui, width, &content);
    columns.extend(content.cases.iter().map(|_| GridColumn::numeric(case)));
    columns.push(GridColumn::numeric(96.0 + SPACING));
    let taken: f32 = columns.iter().map(|column| column.width).sum();
    if let Some(name) = columns.first_mut() {
        name.width = (width - taken).max(120.0);
    }
    let fixed = ["column-target", "column-plan"].map(|key| view.label(key));
    let value = view.label("column-goal");
    let gap = view.label("column-gap");
    let mut titles: Vec<&str> = fixed.iter().map(String::as_str).chain(["", value.as_str()]).collect();
    titles.extend(content.cases.iter().map(|_| ""));
    titles.push(&gap);
    ui.spacing_mut().item_spacing.y = 0.0;
    let top = ui.cursor().min;
    heading_row(ui, &columns, &titles);
    case_headings(ui, &content, Rect::from_min_size(top, vec2(width, 22.0)), &columns);
    for row in &content.landings {
        rate_row(ui, view, commands, row, (&content, &columns));
    }
    ui.spacing_mut().item_spacing.y = 4.0;
    for reason in &content.missing {
        about(ui, reason);
    }
}

fn rate_row(
    ui: &mut Ui,
    view: &ViewContext<'_>,
    commands: &mut Commands,
    row: &LandingRow,
    (content, columns): (&TargetsContent, &[GridColumn]),
) {
    let theme = view.theme();
    let width: f32 = columns.iter().map(|column| column.width).sum();
    let parts = [&row.name, &row.vintage, &row.wanted, &row.missing];
    let spoken: Vec<&str> = parts.into_iter().map(String::as_str).collect();
    let response = choice_row(ui, width, false, &spoken.join(", "));
    if response.clicked() {
        show_target(commands, Some(&row.key));
    }
    let places = cells(response.rect, columns);
    let [name, plan, status, wanted, rest @ ..] = places.as_slice() else { return };
    let cut = paint_cell(ui, *name, &row.name, (style::body(), theme.ink), Align::Min);
    paint_cell(ui, *plan, &row.vintage, (style::body(), theme.ink2), Align::Min);
    let layout = Layout::left_to_right(Align::Center);
    ui.scope_builder(UiBuilder::new().max_rect(*status).layout(layout), |ui| badge_ui(ui, view, row.status));
    paint_cell(ui, *wanted, &row.wanted, (style::body_strong(), theme.ink), Align::Max);
    for ((cell, value), (_, _, color)) in rest.iter().zip(&row.values).zip(&content.cases) {
        paint_cell(ui, *cell, value, (style::body(), *color), Align::Max);
    }
    if let Some(cell) = rest.last() {
        paint_cell(ui, *cell, &row.missing, (style::body_strong(), theme.ink), Align::Max);
    }
    if cut {
        response.on_hover_text(&row.name);
    }
}

fn part_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands) {
    let Some(part) = part_content(&view.reader) else { return };
    let theme = view.theme();
    section(ui, &view.label("targets-part"));
    about(ui, &view.label("targets-part-about"));
    ui.horizontal_wrapped(|ui| {
        let names: Vec<&str> = part.lines.iter().map(|(_, name)| name.as_str()).collect();
        let current = part.lines.iter().position(|(id, _)| *id == part.line).unwrap_or(0);
        if let Some(chosen) = segmented_control(ui, &view.label("targets-part-line"), &names, current)
            && let Some((id, _)) = part.lines.get(chosen)
        {
            commands.push(Command::Window(WindowCommand::Targets(TargetsChange::Line(id.clone()))));
        }
        ui.add_space(12.0);
        ui.label(style::rich(view.label("targets-part-months"), style::body(), theme.ink2));
        let months = MONTHS.map(|count| count.to_string());
        let months: Vec<&str> = months.iter().map(String::as_str).collect();
        let current = MONTHS.iter().position(|count| *count == part.months).unwrap_or(0);
        if let Some(chosen) = segmented_control(ui, &view.label("targets-part-months"), &months, current)
            && let Some(count) = MONTHS.get(chosen)
        {
            commands.push(Command::Window(WindowCommand::Targets(TargetsChange::Months(*count))));
        }
    });
    fields_ui(ui, view, commands, &part);
    result_ui(ui, view, &part);
}

fn fields_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, part: &PartContent) {
    let year = view.reader.numbers.year(part.year);
    let fields = [
        (view.filled("targets-part-known", &[("months", &part.months.to_string())]), part.known),
        (view.label("targets-part-weight"), Some(part.weight)),
        (view.filled("targets-part-wanted", &[("year", &year)]), part.wanted),
    ];
    let makes: [fn(f64) -> TargetsChange; 3] = [TargetsChange::Known, TargetsChange::Weight, TargetsChange::Wanted];
    ui.horizontal_wrapped(|ui| {
        for ((name, value), make) in fields.into_iter().zip(makes) {
            if let Some(fraction) = percent_field(ui, view, &name, value) {
                commands.push(Command::Window(WindowCommand::Targets(make(fraction))));
            }
            ui.add_space(14.0);
        }
    });
}

/// A field of per cent; a number that cannot be read is refused beside it.
fn percent_field(ui: &mut Ui, view: &ViewContext<'_>, name: &str, value: Option<f64>) -> Option<f64> {
    let theme = view.theme();
    ui.label(style::rich(name, style::body(), theme.ink2));
    let text = value.map_or_else(String::new, |value| view.reader.numbers.write_trimmed(value * 100.0, 2));
    // Growth of more than a thousand per cent is no growth that anybody types.
    let field = NumberField { within: Some((-100.0, 1000.0)), ..NumberField::new(name, &text, 52.0, view.lang()) };
    let answer = number_field(ui, &field);
    ui.label(style::rich(view.label("unit-percent"), style::small(), theme.ink3));
    answer.number().map(|percent| percent / 100.0)
}

fn result_ui(ui: &mut Ui, view: &ViewContext<'_>, part: &PartContent) {
    let theme = view.theme();
    match &part.rest {
        None => {
            ui.label(style::rich(view.label("targets-part-missing"), style::body(), theme.ink2));
        }
        Some(Ok(rest)) => {
            let values =
                [("year", view.reader.numbers.year(part.year)), ("value", view.reader.numbers.percent(*rest, 1))];
            let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
            let text = view.filled("targets-part-rest", &values);
            let response = ui.add(Label::new(style::rich(&text, style::detail(), theme.ink)).wrap());
            response.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, &text));
        }
        Some(Err(told)) => {
            ui.label(style::rich(&told.sentence, style::body(), theme.bad));
            ui.label(style::rich(&told.hint, style::body(), theme.ink2));
        }
    }
    if !part.origin.is_empty() {
        ui.add(Label::new(style::rich(&part.origin, style::small(), theme.ink3)).wrap());
    }
}
