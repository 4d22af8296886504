//! The one main action of a panel; every other button is egui's own, in the window's style.

use egui::{Button, Response, Ui};

use crate::ui::style;

/// Shows a button filled with ink.
pub fn main_button(ui: &mut Ui, text: &str) -> Response {
    let theme = style::tokens(ui);
    let button = Button::new(style::rich(text, style::body(), theme.paper));
    let response = ui.add(button.fill(style::color(theme.ink)));
    style::paint_focus_ring(ui, &response);
    response
}
