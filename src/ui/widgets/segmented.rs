//! A switch of a few named choices in one row, the chosen one filled with ink.
//!
//! Keyboard: one stop of the Tab key; the arrow keys move the choice.

use std::sync::Arc;

use egui::{
    Color32, CornerRadius, EventFilter, Galley, Id, Key, Rect, Response, Role, Sense, StrokeKind, Ui, UiBuilder,
};
use egui::{WidgetInfo, pos2, vec2};

use crate::theme::Theme;
use crate::ui::style;

const HEIGHT: f32 = 22.0;
const PADDING: f32 = 9.0;

/// Shows the choices and returns the index of another one when it was asked for.
///
/// `name` says what is chosen, for screen readers; each choice is found by its own text.
pub fn segmented_control(ui: &mut Ui, name: &str, options: &[&str], selected: usize) -> Option<usize> {
    let theme = style::tokens(ui);
    let texts: Vec<_> = options.iter().map(|text| layout(ui, text)).collect();
    let width: f32 = texts.iter().map(|galley| galley.size().x + 2.0 * PADDING).map(f32::ceil).sum();
    let (_, frame) = ui.allocate_space(vec2(width, HEIGHT));
    let builder = UiBuilder::new()
        .id_salt(("segmented", name))
        .max_rect(frame)
        .accessibility_role(Role::RadioGroup)
        .accessibility_label(name);
    let radius = CornerRadius::same(style::RADIUS);
    ui.painter().rect_filled(frame, radius, style::color(theme.paper));
    let group = ui.new_child(builder);
    let asked = segments_ui(&group, frame, options, &texts, selected);
    ui.painter().rect_stroke(frame, radius, style::stroke(1.0, theme.border), StrokeKind::Inside);
    asked
}

fn layout(ui: &Ui, text: &str) -> Arc<Galley> {
    ui.painter().layout_no_wrap(text.to_owned(), style::body(), Color32::PLACEHOLDER)
}

fn segments_ui(ui: &Ui, frame: Rect, options: &[&str], texts: &[Arc<Galley>], selected: usize) -> Option<usize> {
    let theme = style::tokens(ui);
    let group = ui.scope_id();
    let mut asked = arrow_choice(ui, group, selected, options.len());
    let mut focused = None;
    let mut left = frame.left();
    for (index, (text, galley)) in options.iter().zip(texts).enumerate() {
        let width = (galley.size().x + 2.0 * PADDING).ceil();
        let rect = Rect::from_min_size(pos2(left, frame.top()), vec2(width, HEIGHT));
        left += width;
        let chosen = index == selected;
        // Only the chosen segment is a stop of the Tab key; the arrow keys reach the others.
        let id = group.with(index);
        let is_stop = chosen || ui.memory(|memory| memory.has_focus(id));
        let sense = if is_stop { Sense::click() } else { Sense::CLICK };
        let response = ui.interact(rect, id, sense);
        response.widget_info(|| WidgetInfo::selected(Role::RadioButton, ui.is_enabled(), chosen, text));
        paint_segment(ui, &response, galley, (index, options.len()), chosen);
        if index > 0 {
            let x = ui.painter().round_to_pixel_center(rect.left());
            ui.painter().vline(x, frame.y_range(), style::stroke(1.0, theme.border));
        }
        if response.clicked() {
            response.request_focus();
            asked = Some(index).filter(|_| !chosen);
        }
        if response.has_focus() {
            focused = Some(response);
        }
    }
    // Last, so that no neighbour covers it.
    if let Some(response) = focused {
        style::paint_focus_ring(ui, &response);
    }
    asked
}

/// The choice next to the selected one, when an arrow key asks for it; the focus goes along.
fn arrow_choice(ui: &Ui, group: Id, selected: usize, count: usize) -> Option<usize> {
    let id = group.with(selected);
    if !ui.memory(|memory| memory.has_focus(id)) {
        return None;
    }
    let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..Default::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
    let (back, forth) = ui.input(|input| {
        let pressed = |key| input.key_pressed(key);
        (pressed(Key::ArrowLeft) || pressed(Key::ArrowUp), pressed(Key::ArrowRight) || pressed(Key::ArrowDown))
    });
    let next = match (back, forth) {
        (true, false) => selected.checked_sub(1)?,
        (false, true) if selected + 1 < count => selected + 1,
        _ => return None,
    };
    ui.memory_mut(|memory| memory.request_focus(group.with(next)));
    Some(next)
}

fn paint_segment(ui: &Ui, response: &Response, galley: &Arc<Galley>, place: (usize, usize), chosen: bool) {
    let theme = style::tokens(ui);
    let painter = ui.painter();
    let fill = ground(theme, response, chosen);
    if let Some(fill) = fill {
        let (index, count) = place;
        let side = |is_end: bool| if is_end { style::RADIUS } else { 0 };
        let (west, east) = (side(index == 0), side(index + 1 == count));
        let radius = CornerRadius { nw: west, sw: west, ne: east, se: east };
        painter.rect_filled(response.rect, radius, fill);
    }
    let ink = if chosen { theme.paper } else { theme.ink2 };
    let corner = response.rect.center() - galley.size() * 0.5;
    painter.galley(pos2(corner.x.round(), corner.y), Arc::clone(galley), style::color(ink));
}

fn ground(theme: &Theme, response: &Response, chosen: bool) -> Option<Color32> {
    if chosen {
        Some(style::color(theme.ink))
    } else if response.is_pointer_button_down_on() {
        Some(style::color(theme.select))
    } else if response.hovered() {
        Some(style::color(theme.hover))
    } else {
        None
    }
}
