//! The one main action of a panel; every other button is egui's own, in the window's style.

use egui::{Button, Context, Id, Response, Ui};

use crate::ui::style;

/// Shows a button filled with ink; where it can be pressed, a sheet that opens with it gives it the keyboard.
pub fn main_button(ui: &mut Ui, text: &str) -> Response {
    let response = losing_button(ui, text);
    if ui.is_enabled() {
        ui.data_mut(|data| data.insert_temp(last_drawn(), response.id));
    }
    response
}

/// The same for an action that loses something, which must not be one press of Enter away.
pub fn losing_button(ui: &mut Ui, text: &str) -> Response {
    let theme = style::tokens(ui);
    let button = Button::new(style::rich(text, style::body(), theme.paper));
    let response = ui.add(button.fill(style::color(theme.ink)));
    style::paint_focus_ring(ui, &response);
    response
}

/// Where the main button that was drawn last is remembered.
fn last_drawn() -> Id {
    Id::unique("main button drawn last")
}

/// The main button that was drawn last, once.
pub(super) fn take_main_button(ctx: &Context) -> Option<Id> {
    ctx.data_mut(|data| {
        let found = data.get_temp(last_drawn());
        data.remove::<Id>(last_drawn());
        found
    })
}
