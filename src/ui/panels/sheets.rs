//! Sheets over the window: the named history, and the shortcuts with what the program is.

use super::dialogs::focus_first;
use super::edit_text;
use crate::app::Label;
use crate::app::view_models::step_change;
use crate::app::workspace::habits::{HabitsChange, WindowSheet};
use crate::app::{Command, DocumentCommand, WindowCommand};
use crate::ui::actions;
use crate::ui::clock::time_of;
use crate::ui::style;
use crate::ui::view::{Commands, ViewContext};
use crate::ui::widgets::button::main_button;
use crate::ui::widgets::sheet::sheet as over_window;
use egui::{Align2, Id, Modal, Response, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};

const ROW: f32 = 26.0;

/// Draws the open sheet, if any.
pub fn sheets_ui(ui: &Ui, view: &ViewContext<'_>, commands: &mut Commands) {
    match &view.state().workspace.habits.sheet {
        None => {}
        Some(WindowSheet::Palette { query, chosen }) => {
            super::palette::palette_ui(ui, view, commands, (query, *chosen));
        }
        Some(WindowSheet::History) => sheet(ui, view, commands, "habits-history", history_ui),
        Some(WindowSheet::Pages) => sheet(ui, view, commands, "present-pages", super::presentation::pages_ui),
        Some(WindowSheet::Help) => sheet(ui, view, commands, "habits-help", help_ui),
    }
}

fn sheet(
    ui: &Ui,
    view: &ViewContext<'_>,
    commands: &mut Commands,
    title: &'static str,
    contents: fn(&mut Ui, &ViewContext<'_>, &mut Commands),
) {
    let modal = over_window(ui, Modal::new(Id::unique(title)), 560.0, |ui| {
        ui.label(style::rich(view.label(title), style::title(), view.theme().ink));
        ui.add_space(8.0);
        contents(ui, view, commands);
        ui.add_space(12.0);
        let close = main_button(ui, &view.label("dialog-close"));
        // Whoever opened the sheet by key closes it by key; the focus is inside from the first frame.
        focus_first(ui, &close);
        if close.clicked() {
            commands.push(Command::Window(WindowCommand::Habits(HabitsChange::CloseSheet)));
        }
    });
    if modal.should_close() {
        commands.push(Command::Window(WindowCommand::Habits(HabitsChange::CloseSheet)));
    }
}

/// Undone steps above, the present as a rule, steps that can be undone below; a click goes there.
fn history_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands) {
    let theme = view.theme();
    let history = &view.state().history;
    let room = (ui.ctx().content_rect().height() - 220.0).max(120.0);
    ScrollArea::vertical().max_height(room).auto_shrink([false, true]).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let ahead: Vec<_> = history.redo_labels().collect();
        for (distance, label) in (1_isize..).zip(&ahead).collect::<Vec<_>>().into_iter().rev() {
            let step = step_text(view, label);
            let text = view.filled("habits-step-again", &[("step", &step)]);
            if step_ui(ui, (&step, &text, label.at), theme.ink3).clicked() {
                commands.push(Command::Document(DocumentCommand::Travel(distance)));
            }
        }
        present_ui(ui, view);
        for (distance, label) in (1_isize..).zip(history.undo_labels()) {
            let step = step_text(view, label);
            let text = view.filled("habits-step-back", &[("step", &step)]);
            if step_ui(ui, (&step, &text, label.at), theme.ink).clicked() {
                commands.push(Command::Document(DocumentCommand::Travel(-distance)));
            }
        }
    });
}

fn present_ui(ui: &mut Ui, view: &ViewContext<'_>) {
    let theme = view.theme();
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
    let at = pos2(rect.left() + 10.0, rect.center().y);
    let text = view.label("habits-step-now");
    let drawn = ui.painter().text(at, Align2::LEFT_CENTER, text, style::small_strong(), style::color(theme.ink2));
    ui.painter().hline(drawn.right() + 8.0..=rect.right(), rect.center().y, style::stroke(1.0, theme.ink));
}

/// What a step did, from what and to what.
fn step_text(view: &ViewContext<'_>, label: &Label) -> String {
    let edit = edit_text(view, &label.edit);
    step_change(&view.reader, label).map_or_else(|| edit.clone(), |change| format!("{edit}: {change}"))
}

/// A row: what the step did, and when; its name for a screen reader says what a click does.
fn step_ui(ui: &mut Ui, (step, name, at): (&str, &str, i64), ink: crate::theme::Rgb) -> Response {
    let theme = style::tokens(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, name));
    if response.hovered() {
        ui.painter().rect_filled(rect, style::RADIUS, style::color(theme.hover));
    }
    let right = pos2(rect.right() - 10.0, rect.center().y);
    let time = time_of(at);
    let time = ui.painter().text(right, Align2::RIGHT_CENTER, time, style::small(), style::color(theme.ink3));
    let galley = style::one_line(ui, step, style::body(), ink, time.left() - rect.left() - 24.0);
    let at = pos2(rect.left() + 10.0, rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, style::color(ink));
    if response.has_focus() {
        let ring = rect.shrink(2.0);
        ui.painter().rect_stroke(ring, style::RADIUS, style::stroke(2.0, theme.focus), egui::StrokeKind::Inside);
    }
    response
}

fn help_ui(ui: &mut Ui, view: &ViewContext<'_>, _: &mut Commands) {
    let theme = view.theme();
    ui.label(style::rich(view.label("app-name"), style::section(), theme.ink));
    ui.label(view.label("app-tagline"));
    ui.label(view.filled("app-version", &[("version", env!("CARGO_PKG_VERSION"))]));
    ui.label(style::rich(view.label("about-model"), style::small(), theme.ink2));
    ui.add_space(10.0);
    let room = (ui.ctx().content_rect().height() - 320.0).max(120.0);
    ScrollArea::vertical().max_height(room).auto_shrink([false, true]).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for action in actions::all().filter(|action| !action.shortcuts.is_empty()) {
            let keys: Vec<String> = action.shortcuts.iter().map(|one| ui.ctx().format_shortcut(&one.keys)).collect();
            key_ui(ui, view, &view.label(action.key), &keys.join(", "));
        }
        for (keys, key) in actions::PLACES {
            key_ui(ui, view, &view.label(key), keys);
        }
    });
}

fn key_ui(ui: &mut Ui, view: &ViewContext<'_>, name: &str, keys: &str) {
    let theme = view.theme();
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 22.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, format!("{name}: {keys}")));
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, style::stroke(1.0, theme.rule));
    let right = pos2(rect.right() - 8.0, rect.center().y);
    let drawn = ui.painter().text(right, Align2::RIGHT_CENTER, keys, style::body(), style::color(theme.ink2));
    let galley = style::one_line(ui, name, style::body(), theme.ink, drawn.left() - rect.left() - 12.0);
    let at = pos2(rect.left(), rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, style::color(theme.ink));
}
