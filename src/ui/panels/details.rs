//! The details panel on the right: source, definition and notes of what was pointed at last.

use crate::app::view_models::{Details, details};
use crate::app::{AppState, Command, WindowCommand};
use crate::theme::Rgb;
use crate::ui::icons::{Icon, icon_button};
use crate::ui::style;
use crate::ui::view::{Commands, ViewContext};
use egui::{Align, Context, FontId, Label, Layout, Margin, ScrollArea, Ui, vec2};

/// Width of the panel.
pub const WIDTH: f32 = 300.0;
/// Space between the edges of the panel and what stands in it.
pub const INSIDE: Margin = Margin { left: 14, right: 14, top: 8, bottom: 8 };
/// Windows of this width and more open it by themselves.
const WIDE: f32 = 1900.0;

/// Whether the panel is open: as the user wanted it, otherwise by the width of the window.
pub fn panel_is_open(ctx: &Context, state: &AppState) -> bool {
    let workspace = &state.workspace;
    // Views of figures show the details of a figure themselves.
    let wide = ctx.content_rect().width() >= WIDE && !workspace.view.is_beside_scenarios();
    workspace.preferences.details.unwrap_or(wide)
}

/// Draws the panel.
pub fn details_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands) {
    // The line is the edge of the panel; what it says stands clear of it.
    let edge = ui.max_rect() + INSIDE;
    ui.painter().vline(edge.left() + 0.5, edge.y_range(), style::stroke(1.0, view.theme().rule));
    let content = details(&view.reader);
    ui.spacing_mut().interact_size.y = 0.0;
    ui.allocate_ui_with_layout(vec2(ui.available_width(), 24.0), Layout::right_to_left(Align::Center), |ui| {
        let close = view.label("data-close");
        if icon_button(ui, Icon::Cross, &close, &close, true).clicked() {
            commands.push(Command::Window(WindowCommand::ShowDetails(false)));
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            ui.label(style::rich(view.label("details-heading"), style::small_strong(), view.theme().ink2));
        });
    });
    ScrollArea::vertical().id_salt("details panel").auto_shrink([false, false]).show(ui, |ui| {
        content_ui(ui, view, &content);
    });
}

fn words(ui: &mut Ui, text: &str, role: FontId, ink: Rgb) {
    if !text.is_empty() {
        ui.add(Label::new(style::rich(text, role, ink)).wrap());
    }
}

fn content_ui(ui: &mut Ui, view: &ViewContext<'_>, content: &Details) {
    let theme = view.theme();
    words(ui, &content.title, style::section(), theme.ink);
    if let Some([value, unit]) = &content.value {
        ui.horizontal_wrapped(|ui| {
            ui.label(style::rich(value, style::detail(), theme.ink));
            words(ui, unit, style::small(), theme.ink3);
        });
    }
    words(ui, &content.about, style::body(), theme.ink);
    ui.add_space(6.0);
    for fact in &content.facts {
        fact_ui(ui, view, fact);
    }
    if let Some(quote) = &content.quote {
        heading(ui, view, "details-quote");
        quote_ui(ui, view, quote);
    }
    if let Some([title, locator]) = &content.source {
        heading(ui, view, "source-document");
        words(ui, title, style::body(), theme.ink);
        words(ui, locator, style::small(), theme.ink3);
    }
    if !content.note.is_empty() {
        heading(ui, view, "source-note");
        words(ui, &content.note, style::body(), theme.ink);
    }
    if let Some((title, rows)) = &content.list {
        ui.add_space(10.0);
        words(ui, title, style::small_strong(), theme.ink2);
        for row in rows {
            fact_ui(ui, view, row);
        }
    }
}

fn heading(ui: &mut Ui, view: &ViewContext<'_>, key: &'static str) {
    ui.add_space(10.0);
    words(ui, &view.label(key), style::small_strong(), view.theme().ink2);
}

/// Name on the left, value on the right, a rule below; a value that does not fit stands in lines of its own.
fn fact_ui(ui: &mut Ui, view: &ViewContext<'_>, [name, value]: &[String; 2]) {
    let theme = view.theme();
    let room = ui.available_width();
    let width =
        |text: &str, role: FontId| ui.painter().layout_no_wrap(text.to_owned(), role, style::color(theme.ink)).size().x;
    let beside = width(name, style::body()) + width(value, style::body()) + 12.0 <= room;
    if beside {
        ui.horizontal(|ui| {
            ui.label(style::rich(name, style::body(), theme.ink2));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.label(style::rich(value, style::body(), theme.ink));
            });
        });
    } else {
        words(ui, name, style::small(), theme.ink2);
        words(ui, value, style::body(), theme.ink);
    }
    let (rule, _) = ui.allocate_exact_size(vec2(room, 5.0), egui::Sense::hover());
    ui.painter().hline(rule.x_range(), rule.center().y, style::stroke(1.0, theme.grid));
}

fn quote_ui(ui: &mut Ui, view: &ViewContext<'_>, quote: &str) {
    let start = ui.cursor().min;
    let inside = ui.horizontal(|ui| {
        ui.add_space(12.0);
        words(ui, &view.filled("data-quote-open", &[("quote", quote)]), style::body(), view.theme().ink);
    });
    let range = start.y..=inside.response.rect.bottom();
    ui.painter().vline(start.x + 1.0, range, style::stroke(2.0, view.theme().axis));
}
