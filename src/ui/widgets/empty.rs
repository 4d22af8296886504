//! What stands where there is nothing to show: one sentence and the one button that leads on.

use crate::ui::style;
use egui::{Align, Label, Layout, Ui, UiBuilder, vec2};

/// Words become no wider than this, so that they are read at a glance.
const WIDEST: f32 = 420.0;
/// Height of two lines and a button.
const HEIGHT: f32 = 76.0;

/// The sentence and the button in the middle of the room that is left; returns whether the button was pressed.
pub fn empty_view(ui: &mut Ui, sentence: &str, button: &str) -> bool {
    let room = ui.available_rect_before_wrap();
    let size = vec2(room.width().min(WIDEST), HEIGHT.min(room.height()));
    let middle = egui::Rect::from_center_size(room.center(), size);
    let layout = Layout::top_down(Align::Center);
    let pressed =
        ui.scope_builder(UiBuilder::new().max_rect(middle).layout(layout), |ui| empty_ui(ui, sentence, button));
    ui.advance_cursor_after_rect(room);
    pressed.inner
}

/// The same in the middle of a section, as high as it is.
pub fn empty_section(ui: &mut Ui, sentence: &str, button: &str) -> bool {
    let size = vec2(ui.available_width(), HEIGHT);
    ui.allocate_ui_with_layout(size, Layout::top_down(Align::Center), |ui| empty_ui(ui, sentence, button)).inner
}

fn empty_ui(ui: &mut Ui, sentence: &str, button: &str) -> bool {
    ui.add_space(6.0);
    ui.add(Label::new(style::rich(sentence, style::body(), style::tokens(ui).ink)).wrap());
    ui.add_space(8.0);
    let response = ui.button(button);
    style::paint_focus_ring(ui, &response);
    response.clicked()
}
