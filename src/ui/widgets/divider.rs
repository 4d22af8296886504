//! The line between two parts of a panel, which can be dragged.

use crate::ui::style;
use egui::{CursorIcon, EventFilter, Key, Response, Role, Sense, Ui, WidgetInfo, vec2};

/// Height of the place that can be taken hold of.
const HEIGHT: f32 = 8.0;
/// How far one press of an arrow key moves it.
const STEP: f32 = 24.0;

/// Draws the line under a part of this height; the height that is asked for, where `Some(None)` is its own again.
///
/// Dragging moves it, the arrow keys move it by a row, and a double click gives it back to the program.
pub fn divider(ui: &mut Ui, name: &str, height: f32) -> Option<Option<f32>> {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), HEIGHT), Sense::click_and_drag());
    response.widget_info(|| WidgetInfo::labeled(Role::Splitter, true, name));
    let theme = style::tokens(ui);
    if response.hovered() || response.dragged() || response.has_focus() {
        ui.ctx().set_cursor_icon(CursorIcon::ResizeVertical);
        let grip = egui::Rect::from_center_size(rect.center(), vec2(36.0, 2.0));
        ui.painter().rect_filled(grip, 1.0, style::color(theme.ink2));
    }
    style::paint_focus_ring_inside(ui, &response);
    if response.double_clicked() {
        return Some(None);
    }
    let moved = response.drag_delta().y + arrows(ui, &response) * STEP;
    (moved != 0.0).then_some(Some(height + moved))
}

fn arrows(ui: &Ui, response: &Response) -> f32 {
    if !response.has_focus() {
        return 0.0;
    }
    let filter = EventFilter { vertical_arrows: true, ..Default::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    let presses = |key: Key| ui.input(|input| input.num_presses(key)) as f32;
    presses(Key::ArrowDown) - presses(Key::ArrowUp)
}
