//! What would have to be true: goal, levers with their bounds, the interval, the verdict, and the scenario of the solution.

use super::assumptions::fields::{check_allowed, entered, read_refusal, refuse};
use crate::app::view_models::compare::Choice;
use crate::app::view_models::{IntervalBar, LeverOfSolver, Outcome, Solver, add_lever, solver, typed_goal};
use crate::app::workspace::questions::{Moved, QuestionsChange};
use crate::app::{Command, DocumentCommand, WindowCommand};
use crate::scenario::Edit;
use crate::theme::Theme;
use crate::ui::icons::{Icon, icon_button, paint as paint_icon};
use crate::ui::marks::paint_marker;
use crate::ui::style;
use crate::ui::view::{Commands, ViewContext};
use crate::ui::widgets::button::main_button;
use crate::ui::widgets::number_field::{NumberField, number_field};
use crate::ui::widgets::table::section;
use egui::{Align, ComboBox, Layout, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

/// Height of the picture of the interval.
const INTERVAL: f32 = 64.0;
/// Height of a lever's row.
const ROW: f32 = 32.0;
/// Width of the slider-like track of a lever.
const TRACK: f32 = 110.0;
/// Width of a field for a bound.
const BOUND: f32 = 44.0;

/// Wider than this, the rows are harder to follow.
const WIDEST: f32 = 720.0;

/// Draws the section for the selected case.
pub fn solver_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands) {
    let content = solver(&view.reader);
    section(ui, &content.title);
    ui.scope(|ui| {
        ui.set_max_width(ui.available_width().min(WIDEST));
        content_ui(ui, view, commands, &content);
    });
}

fn content_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, content: &Solver) {
    let theme = view.theme();
    ui.add(egui::Label::new(style::rich(&content.about, style::small(), theme.ink3)).wrap());
    ui.add_space(6.0);
    goal_ui(ui, view, commands, content);
    further_ui(ui, view, commands, content);
    if let Ok(outcome) = &content.outcome {
        verdict_ui(ui, theme, outcome);
        interval_ui(ui, theme, &outcome.bar, outcome.is_attained);
    }
    for lever in &content.levers {
        lever_ui(ui, view, commands, (content, lever));
    }
    more_ui(ui, view, commands, content);
    ui.add_space(6.0);
    match &content.outcome {
        Ok(outcome) => {
            let text = outcome.sentences.join(" ");
            ui.add(egui::Label::new(style::rich(text, style::body(), theme.ink2)).wrap());
            ui.add_space(6.0);
            actions_ui(ui, view, commands, (content, outcome));
        }
        Err(reason) => {
            ui.add(egui::Label::new(style::rich(reason, style::body(), theme.bad)).wrap());
        }
    }
}

fn goal_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, content: &Solver) {
    ui.horizontal_wrapped(|ui| {
        if let Some(variable) = picker(ui, &view.label("solve-figure"), &content.figures, 150.0) {
            commands.push(Command::Window(WindowCommand::Questions(QuestionsChange::Variable(variable))));
        }
        if content.lines.len() > 1
            && let Some(line) = picker(ui, &view.label("solve-line"), &content.lines, 110.0)
        {
            commands.push(Command::Window(WindowCommand::Questions(QuestionsChange::Line(line))));
        }
        if let Some(year) = picker(ui, &view.label("solve-year"), &content.years, 60.0) {
            commands.push(Command::Window(WindowCommand::Questions(QuestionsChange::Year(year))));
        }
        let name = view.label("solve-goal-value");
        let field = NumberField::new(&name, &content.goal_text, 60.0, view.lang());
        if let Some(value) = number_field(ui, &field).number() {
            commands.push(Command::Window(WindowCommand::Questions(QuestionsChange::Goal(typed_goal(
                &view.reader,
                value,
            )))));
        }
        ui.label(style::rich(&content.unit, style::small(), view.theme().ink3));
    });
}

/// Goals that are to be reached at the same time.
fn further_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, content: &Solver) {
    let theme = view.theme();
    for (goal, words) in &content.further {
        ui.horizontal_wrapped(|ui| {
            ui.label(style::rich(view.filled("solve-also", &[("goal", words)]), style::body(), theme.ink2));
            let remove = view.filled("solve-remove", &[("lever", words)]);
            if icon_button(ui, Icon::Cross, &remove, &remove, true).clicked() {
                commands.push(Command::Window(WindowCommand::Questions(QuestionsChange::LetGo(goal.clone()))));
            }
        });
    }
    if let Some(hold) = &content.hold {
        let button = ui.button(view.label("solve-hold")).on_hover_text(view.label("solve-hold-about"));
        style::paint_focus_ring(ui, &button);
        if button.clicked() {
            commands.push(Command::Window(WindowCommand::Questions(QuestionsChange::Hold(hold.clone()))));
        }
    }
}

/// A list to choose one from; returns another choice.
fn picker<T: Clone>(ui: &mut Ui, name: &str, choices: &[Choice<T>], width: f32) -> Option<T> {
    let current = choices.iter().find(|choice| choice.chosen).map_or("", |choice| choice.name.as_str());
    let mut asked = None;
    let shown = ComboBox::from_id_salt(("solver", name)).selected_text(current).width(width).show_ui(ui, |ui| {
        for choice in choices {
            if ui.selectable_label(choice.chosen, &choice.name).clicked() && !choice.chosen {
                asked = Some(choice.value.clone());
            }
        }
    });
    let spoken = format!("{name}: {current}");
    shown.response.widget_info(|| WidgetInfo::labeled(Role::ComboBox, true, &spoken));
    style::paint_focus_ring(ui, &shown.response);
    asked
}

fn verdict_ui(ui: &mut Ui, theme: &Theme, outcome: &Outcome) {
    let (icon, ink) = if outcome.is_attained { (Icon::Tick, theme.ok) } else { (Icon::Cross, theme.bad) };
    ui.add_space(4.0);
    ui.horizontal(|ui| {
        let (place, _) = ui.allocate_exact_size(vec2(16.0, 16.0), Sense::hover());
        paint_icon(ui.painter(), icon, place, style::color(ink));
        ui.label(style::rich(&outcome.verdict, style::body_strong(), ink));
    });
}

/// The interval with both ends, the start, the goal and the plan's target.
fn interval_ui(ui: &mut Ui, theme: &Theme, bar: &IntervalBar, is_attained: bool) {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), INTERVAL), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &bar.alt));
    let marks = [bar.ends[0].0, bar.ends[1].0, bar.start.0, bar.goal.0];
    let all = || marks.into_iter().chain(bar.target.iter().map(|target| target.0));
    let (low, high) = (all().fold(f64::INFINITY, f64::min), all().fold(f64::NEG_INFINITY, f64::max));
    let span = (high - low).max(1e-9);
    let plot = rect.shrink2(vec2(48.0, 0.0));
    let x = |value: f64| egui::lerp(plot.x_range(), style::on_screen((value - low) / span));
    let y = rect.center().y;
    let painter = ui.painter();
    painter.hline(rect.x_range(), y, style::stroke(1.5, theme.track));
    let inside = Rect::from_x_y_ranges(x(bar.ends[0].0)..=x(bar.ends[1].0), y - 6.0..=y + 6.0);
    painter.rect_filled(inside, 0.0, style::color(theme.gain().over(theme.paper, 0.55)));
    for end in [inside.left(), inside.right()] {
        painter.vline(end, y - 9.0..=y + 9.0, style::stroke(1.5, theme.ink));
    }
    let goal_ink = if is_attained { theme.ok } else { theme.bad };
    if !is_attained {
        let near = if bar.goal.0 > bar.ends[1].0 { inside.right() } else { inside.left() };
        let line = [pos2(near, y), pos2(x(bar.goal.0), y)];
        painter.add(
            egui::Shape::dashed_line(&line, style::stroke(1.5, theme.bad), 3.0, 2.5).into_iter().collect::<Vec<_>>(),
        );
    }
    let ground = style::color(theme.paper);
    if let Some(target) = &bar.target {
        let marker = crate::theme::Marker::Diamond { filled: false };
        paint_marker(painter, pos2(x(target.0), y), marker, 9.0, style::color(theme.ink), ground);
    }
    paint_marker(painter, pos2(x(bar.start.0), y), bar.style.marker, 9.0, style::color(bar.style.color), ground);
    let diamond = crate::theme::Marker::Diamond { filled: true };
    paint_marker(painter, pos2(x(bar.goal.0), y), diamond, 9.0, style::color(goal_ink), ground);
    let above = [(Some(&bar.goal), goal_ink), (bar.target.as_ref(), theme.ink)];
    let above: Vec<_> = above.into_iter().filter_map(|(mark, ink)| Some((mark?, ink))).collect();
    captions(ui, rect, y - 24.0, &above, &x);
    let below = [(&bar.ends[0], theme.ink), (&bar.start, bar.style.color), (&bar.ends[1], theme.ink)];
    captions(ui, rect, y + 11.0, &below, &x);
}

/// Words centred on their marks, in the order of their places, moved apart where they would meet.
fn captions(ui: &Ui, rect: Rect, top: f32, marks: &[(&(f64, String), crate::theme::Rgb)], x: &dyn Fn(f64) -> f32) {
    let mut laid: Vec<(f32, std::sync::Arc<egui::Galley>, crate::theme::Rgb)> = marks
        .iter()
        .map(|((value, text), ink)| {
            (x(*value), style::one_line(ui, text, style::small_strong(), *ink, rect.width()), *ink)
        })
        .collect();
    laid.sort_by(|a, b| a.0.total_cmp(&b.0));
    let widths: f32 = laid.iter().map(|(_, galley, _)| galley.size().x + 8.0).sum();
    let mut free = rect.left();
    let mut left_over = widths;
    for (at, galley, ink) in laid {
        let width = galley.size().x;
        // Room is kept for the words that follow.
        let furthest = (rect.right() - left_over).max(free);
        let left = (at - width / 2.0).clamp(free, furthest.max(free));
        ui.painter().galley(pos2(left, top), galley, style::color(ink));
        free = left + width + 8.0;
        left_over -= width + 8.0;
    }
}

fn lever_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, (content, lever): (&Solver, &LeverOfSolver)) {
    let theme = view.theme();
    let change = |commands: &mut Commands, moved: Option<Moved>| {
        let levers = content
            .levers
            .iter()
            .filter_map(|own| if own.moved.key == lever.moved.key { moved.clone() } else { Some(own.moved.clone()) });
        commands.push(Command::Window(WindowCommand::Questions(QuestionsChange::Levers(levers.collect()))));
    };
    ui.push_id(lever.moved.key.to_string(), |ui| {
        let width = ui.available_width();
        ui.allocate_ui_with_layout(vec2(width, ROW), Layout::left_to_right(Align::Center), |ui| {
            let fixed = TRACK + 2.0 * BOUND + 150.0 + 5.0 * ui.spacing().item_spacing.x + 26.0;
            let for_name = (width - fixed).max(80.0);
            let (place, response) = ui.allocate_exact_size(vec2(for_name, ROW), Sense::hover());
            response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &lever.name));
            let mut job = egui::text::LayoutJob::single_section(
                lever.name.clone(),
                egui::TextFormat::simple(style::body(), style::color(theme.ink)),
            );
            job.wrap.max_width = for_name;
            let galley = ui.painter().layout_job(job);
            ui.painter().galley(
                pos2(place.left(), place.center().y - galley.size().y / 2.0),
                galley,
                style::color(theme.ink),
            );
            let low = bound_ui(ui, view, lever, false);
            track_ui(ui, theme, lever);
            let high = bound_ui(ui, view, lever, true);
            if let Some(moved) = low.or(high) {
                change(commands, Some(moved));
            }
            found_ui(ui, theme, lever);
            let words = view.filled("solve-remove", &[("lever", &lever.name)]);
            if icon_button(ui, Icon::Cross, &words, &words, true).clicked() {
                change(commands, None);
            }
        });
        if let Some(sentence) = read_refusal(ui, &refusal_place(lever)) {
            ui.add(egui::Label::new(style::rich(sentence, style::small(), theme.bad)).wrap());
        }
    });
}

/// Where the refusal of a lever's bound is remembered.
fn refusal_place(lever: &LeverOfSolver) -> String {
    format!("solver/{}", lever.moved.key)
}

/// A bound that can be typed; the other bound goes along where it is passed.
fn bound_ui(ui: &mut Ui, view: &ViewContext<'_>, lever: &LeverOfSolver, is_high: bool) -> Option<Moved> {
    let (key, text) = if is_high { ("solve-high", &lever.high_text) } else { ("solve-low", &lever.low_text) };
    let name = view.filled(key, &[("lever", &lever.name)]);
    let spec = lever.moved.key.lever.spec();
    let field = NumberField {
        color: Some(view.theme().ink3),
        within: Some(spec.hard),
        ..NumberField::new(&name, text, BOUND, view.lang())
    };
    let field = number_field(ui, &field);
    let result = check_allowed(view, spec, entered(ui, &refusal_place(lever), &field)?);
    refuse(ui, &refusal_place(lever), result.as_ref().err().cloned());
    let bound = spec.from_shown(result.ok()?);
    let own = lever.moved.clone();
    Some(if is_high {
        Moved { high: bound, low: own.low.min(bound), ..own }
    } else {
        Moved { low: bound, high: own.high.max(bound), ..own }
    })
}

/// The room between the bounds, the start as a tick and the way to the solution as a thick line.
fn track_ui(ui: &mut Ui, theme: &Theme, lever: &LeverOfSolver) {
    let (rect, _) = ui.allocate_exact_size(vec2(TRACK, ROW), Sense::hover());
    let track = rect.shrink2(vec2(6.0, 0.0));
    let x = |part: f64| egui::lerp(track.x_range(), style::on_screen(part.clamp(0.0, 1.0)));
    let y = rect.center().y;
    let painter = ui.painter();
    painter.hline(track.x_range(), y, style::stroke(2.0, theme.track));
    painter.vline(x(lever.start), y - 6.0..=y + 6.0, style::stroke(1.0, theme.ink2));
    let ink = if lever.binds { theme.bad } else { theme.ink };
    if let Some((found, _)) = &lever.found {
        let (a, b) = (x(lever.start), x(*found));
        painter.hline(a.min(b)..=a.max(b), y, style::stroke(2.5, ink));
        painter.circle_filled(pos2(b, y), 4.5, style::color(ink));
    }
}

/// The solved value with its unit, and how much of the room it uses.
fn found_ui(ui: &mut Ui, theme: &Theme, lever: &LeverOfSolver) {
    let (rect, response) = ui.allocate_exact_size(vec2(150.0, ROW), Sense::hover());
    let value = lever.found.as_ref().map_or("–", |(_, text)| text.as_str());
    let spoken = format!("{}: {value} {}, {}", lever.name, lever.unit, lever.note);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &spoken));
    let ink = if lever.binds { theme.bad } else { theme.ink };
    let number = style::one_line(ui, value, style::body_strong(), ink, rect.width());
    let unit = style::one_line(ui, &lever.unit, style::small(), theme.ink3, rect.width() - number.size().x - 4.0);
    let note = style::one_line(
        ui,
        &lever.note,
        style::small(),
        if lever.binds { theme.bad } else { theme.ink3 },
        rect.width(),
    );
    let painter = ui.painter();
    let after = rect.left() + number.size().x + 4.0;
    painter.galley(pos2(rect.left(), rect.top() + 1.0), number, style::color(ink));
    painter.galley(pos2(after, rect.top() + 2.0), unit, style::color(theme.ink3));
    painter.galley(pos2(rect.left(), rect.top() + 16.0), note, style::color(theme.ink3));
}

fn more_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, content: &Solver) {
    if content.levers.is_empty() {
        let text = style::rich(view.label("solve-pick"), style::body(), view.theme().ink2);
        ui.add(egui::Label::new(text).wrap());
    }
    if content.more.is_empty() {
        return;
    }
    let name = view.label("solve-add-lever");
    let shown =
        ComboBox::from_id_salt("solver more").selected_text(&name).width(170.0).height(320.0).show_ui(ui, |ui| {
            for (key, text) in &content.more {
                if ui.selectable_label(false, text).clicked() {
                    let levers = content.levers.iter().map(|own| own.moved.clone()).chain([add_lever(key)]);
                    commands.push(Command::Window(WindowCommand::Questions(QuestionsChange::Levers(levers.collect()))));
                }
            }
        });
    shown.response.widget_info(|| WidgetInfo::labeled(Role::ComboBox, true, &name));
    style::paint_focus_ring(ui, &shown.response);
}

fn actions_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, (content, outcome): (&Solver, &Outcome)) {
    ui.horizontal_wrapped(|ui| {
        if let Some(scenario) = &outcome.scenario
            && main_button(ui, &view.label("targets-make-scenario")).clicked()
        {
            commands.push(Command::edit(Edit::AddScenario(scenario.clone())));
            commands.push(Command::Document(DocumentCommand::SelectCase(scenario.id.clone())));
        }
        if let Some((moved, words)) = &outcome.widen
            && main_button(ui, words).clicked()
        {
            let levers = content
                .levers
                .iter()
                .map(|own| if own.moved.key == moved.key { moved.clone() } else { own.moved.clone() });
            commands.push(Command::Window(WindowCommand::Questions(QuestionsChange::Levers(levers.collect()))));
        }
        if let Some((best, words)) = &outcome.best
            && ui.button(words).clicked()
        {
            commands.push(Command::Window(WindowCommand::Questions(QuestionsChange::Goal(*best))));
        }
    });
}
