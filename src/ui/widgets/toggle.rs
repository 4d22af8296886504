//! A small on/off switch with its label before it.

use egui::{CornerRadius, Rect, Response, Role, Sense, StrokeKind, Ui, Vec2, WidgetInfo, pos2, vec2};

use crate::theme::Rgb;
use crate::ui::style;

const SWITCH: Vec2 = vec2(26.0, 14.0);
const CORNER: u8 = 7;
const KNOB: f32 = 4.0;
const SPACING: f32 = 6.0;

/// Shows the switch; `clicked()` of the response asks for the other state.
pub fn toggle(ui: &mut Ui, label: &str, on: bool) -> Response {
    let theme = style::tokens(ui);
    let text = style::one_line(ui, label, style::body(), theme.ink2, f32::INFINITY);
    let size = vec2(text.size().x + SPACING + SWITCH.x, style::HIT);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, ui.is_enabled(), on, label));
    if ui.is_rect_visible(rect) {
        let middle = rect.center().y;
        ui.painter().galley(pos2(rect.left(), middle - text.size().y * 0.5), text, style::color(theme.ink2));
        let corner = pos2(rect.right() - SWITCH.x, middle - SWITCH.y * 0.5);
        let empty = if response.hovered() { theme.hover } else { theme.paper };
        paint_switch(ui, Rect::from_min_size(corner, SWITCH), on, empty);
        style::paint_focus_ring(ui, &response);
    }
    response
}

fn paint_switch(ui: &Ui, rect: Rect, on: bool, empty: Rgb) {
    let theme = style::tokens(ui);
    let painter = ui.painter();
    let (fill, outline, knob) =
        if on { (theme.ink, theme.ink, theme.paper) } else { (empty, theme.border, theme.ink2) };
    painter.rect(rect, CornerRadius::same(CORNER), style::color(fill), style::stroke(1.0, outline), StrokeKind::Inside);
    let reach = SWITCH.y * 0.5;
    let x = if on { rect.right() - reach } else { rect.left() + reach };
    painter.circle_filled(pos2(x, rect.center().y), KNOB, style::color(knob));
}
