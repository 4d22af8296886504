//! The slider of a lever row: the track is the soft range, and a change shows as a length from the parent's value.
//!
//! It proposes values and never keeps one: the caller decides what the lever becomes.

use egui::accesskit::{Action, ActionData};
use egui::{EventFilter, Key, Painter, Pos2, Rangef, Rect, Response, Sense, Shape, Stroke, StrokeKind, Ui, WidgetInfo};
use egui::{pos2, vec2};

use crate::app::Gesture;
use crate::theme::{Rgb, Theme};
use crate::ui::{icons, style};

/// What a lever slider shows; all values in the lever's own unit.
#[derive(Debug, Clone, Copy)]
pub struct SliderModel<'a> {
    /// Accessible name.
    pub name: &'a str,
    /// The value, possibly beyond the soft range.
    pub value: f64,
    /// Ends of the track.
    pub soft: (f64, f64),
    /// Grid of dragged values and length of one arrow step.
    pub step: f64,
    /// Value of the scenario this one derives from.
    pub parent: Option<f64>,
    /// Value of the catalogue, where it differs from the parent's.
    pub default: Option<f64>,
    /// Whether this scenario sets the value itself.
    pub changed: bool,
    /// The scenario's colour.
    pub color: Rgb,
    /// Whether the lever has no effect as things stand; it can be moved all the same.
    pub inert: bool,
}

/// What was asked of a lever slider.
#[derive(Debug)]
pub struct SliderResponse {
    /// Of the slider itself; `drag_started` and `drag_stopped` frame a drag.
    pub response: Response,
    /// The value asked for by pointer, keyboard or screen reader.
    pub new_value: Option<f64>,
    /// Whether the inherited value was asked for.
    pub reset: bool,
    /// Whether Esc took a drag back; `new_value` is then the value before it.
    pub cancelled: bool,
}

impl SliderResponse {
    /// What ties the change to the ones before it: one drag is one step, and so are the presses of keys on one slider.
    ///
    /// A drag on a baseline goes on with the scenario that it makes; keys belong to the case on which they were pressed.
    pub fn gesture(&self, case: &str, what: &str) -> Gesture {
        let response = &self.response;
        let by_pointer = response.dragged() || response.drag_stopped() || response.clicked();
        if by_pointer { Gesture::Drag(what.to_owned()) } else { Gesture::Keys(format!("{case} {what}")) }
    }
}

/// Width in points, with the room the handle needs beyond the ends of the track.
pub const WIDTH: f32 = 118.0;

/// Distance from the edge of the slider to the end of its track in points.
pub const TRACK_INSET: f32 = 7.0;

const HANDLE: f32 = 5.5;
/// Bare ground left around the handle.
const CLEARANCE: f32 = 1.5;
/// How far from the handle's centre a press still takes hold of it without moving it.
const GRAB: f32 = 9.0;

/// A drag under way, kept by egui between frames.
#[derive(Debug, Clone, Copy)]
struct Drag {
    /// Value before the drag, restored by Esc.
    start: f64,
    /// From the pointer to the handle's centre.
    offset: f32,
}

/// Shows the slider.
///
/// Arrow keys move by one step, with Shift by a tenth, Page keys by ten; Esc takes a drag back; a double click resets.
pub fn lever_slider(ui: &mut Ui, model: &SliderModel<'_>) -> SliderResponse {
    ranged_slider(ui, model, None)
}

/// Shows the slider with a whisker from a low to a high value.
pub fn ranged_slider(ui: &mut Ui, model: &SliderModel<'_>, whisker: Option<(f64, f64)>) -> SliderResponse {
    let (rect, response) = ui.allocate_exact_size(vec2(WIDTH, style::HIT), Sense::click_and_drag());
    let track = rect.x_range().shrink(TRACK_INSET);
    // A double click soon after a click elsewhere counts as the third.
    let reset = response.double_clicked() || response.triple_clicked();
    // Asked of the slider's own record: egui has ended the drag by the time it passes the key on.
    let is_held = ui.data(|data| data.get_temp::<Drag>(response.id).is_some());
    let cancelled = is_held && ui.input(|input| input.key_pressed(Key::Escape));
    let pointed = pointer_value(ui, &response, model, track);
    let stepped = key_value(ui, &response, model).or_else(|| assistive_value(ui, &response, model));
    let new_value = if reset { None } else { pointed.or(stepped) }.filter(|value| (value - model.value).abs() > 0.0);
    if response.drag_started() || response.clicked() {
        response.request_focus();
    }
    describe(ui, &response, model, new_value.unwrap_or(model.value));
    if ui.is_rect_visible(rect) {
        let shown = SliderModel { value: new_value.unwrap_or(model.value), ..*model };
        let face = Face { theme: style::tokens(ui), painter: ui.painter(), track, y: rect.center().y, model: &shown };
        face.paint_whisker(whisker);
        face.paint(response.hovered() || response.dragged());
        style::paint_focus_ring(ui, &response);
    }
    SliderResponse { response, new_value, reset, cancelled }
}

/// The nearest multiple of `step`, in the closest number to what one would write by hand.
fn round_to_step(value: f64, step: f64) -> f64 {
    if !(step.is_finite() && step > 0.0) {
        return value;
    }
    let steps = (value / step).round();
    // 3 * 0.1 is not 0.3, while 3 / 10 is: divide where the step is one part of a whole number.
    let parts = (1.0 / step).round();
    if step < 1.0 && (parts * step - 1.0).abs() < 1e-9 { steps / parts } else { steps * step }
}

fn in_soft_range(model: &SliderModel<'_>, value: f64) -> f64 {
    value.max(model.soft.0).min(model.soft.1)
}

fn x_of(model: &SliderModel<'_>, track: Rangef, value: f64) -> f32 {
    let (low, high) = model.soft;
    let share = if low < high { ((value - low) / (high - low)).clamp(0.0, 1.0) } else { 0.5 };
    egui::lerp(track, style::on_screen(share))
}

fn value_at(model: &SliderModel<'_>, track: Rangef, x: f32) -> f64 {
    let share = f64::from(((x - track.min) / track.span()).clamp(0.0, 1.0));
    let (low, high) = model.soft;
    in_soft_range(model, round_to_step(low + share * (high - low), model.step))
}

/// The value asked for by dragging the handle or clicking on the track.
fn pointer_value(ui: &Ui, response: &Response, model: &SliderModel<'_>, track: Rangef) -> Option<f64> {
    let id = response.id;
    let handle = x_of(model, track, model.value);
    let hold = |x: f32| {
        if (handle - x).abs() <= GRAB { handle - x } else { 0.0 }
    };
    if response.drag_started() {
        let press = ui.input(|input| input.pointer.press_origin())?;
        ui.data_mut(|data| data.insert_temp(id, Drag { start: model.value, offset: hold(press.x) }));
    }
    if let Some(drag) = ui.data(|data| data.get_temp::<Drag>(id)) {
        if ui.input(|input| input.key_pressed(Key::Escape)) {
            ui.data_mut(|data| data.remove::<Drag>(id));
            return Some(drag.start);
        }
        let pointer = response.interact_pointer_pos();
        if !response.dragged() {
            ui.data_mut(|data| data.remove::<Drag>(id));
        }
        return pointer.map(|pointer| value_at(model, track, pointer.x + drag.offset));
    }
    let click = response.interact_pointer_pos().filter(|_| response.clicked())?;
    ((handle - click.x).abs() > GRAB).then(|| value_at(model, track, click.x))
}

/// The value asked for by the keyboard while the slider has the focus.
fn key_value(ui: &Ui, response: &Response, model: &SliderModel<'_>) -> Option<f64> {
    if !response.has_focus() {
        return None;
    }
    let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..Default::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    ui.input(|input| {
        if input.modifiers.command || input.modifiers.alt {
            return None;
        }
        let presses = |key: Key| input.num_presses(key) as f64;
        let arrows =
            presses(Key::ArrowRight) + presses(Key::ArrowUp) - presses(Key::ArrowLeft) - presses(Key::ArrowDown);
        let pages = presses(Key::PageUp) - presses(Key::PageDown);
        let grid = if input.modifiers.shift { model.step / 10.0 } else { model.step };
        step_value(model, arrows * grid + pages * 10.0 * model.step, grid)
    })
}

/// The value asked for by a screen reader.
fn assistive_value(ui: &Ui, response: &Response, model: &SliderModel<'_>) -> Option<f64> {
    ui.input(|input| {
        let count = |action| input.num_accesskit_action_requests(response.id, action) as f64;
        let steps = count(Action::Increment) - count(Action::Decrement);
        let set = input.accesskit_action_requests(response.id, Action::SetValue).filter_map(|request| {
            if let Some(ActionData::NumericValue(value)) = request.data { Some(value) } else { None }
        });
        set.last()
            .filter(|value| value.is_finite())
            .map(|value| in_soft_range(model, round_to_step(value, model.step)))
            .or_else(|| step_value(model, steps * model.step, model.step))
    })
}

/// The value moved by `change` on a grid, not across an end of the soft range.
fn step_value(model: &SliderModel<'_>, change: f64, grid: f64) -> Option<f64> {
    if change == 0.0 {
        return None;
    }
    // A value already beyond an end may stay there or come back, but not go further.
    let (low, high) = (model.soft.0.min(model.value), model.soft.1.max(model.value));
    Some(round_to_step(model.value + change, grid).max(low).min(high))
}

fn describe(ui: &Ui, response: &Response, model: &SliderModel<'_>, value: f64) {
    response.widget_info(|| WidgetInfo::slider(ui.is_enabled(), value, model.name));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_min_numeric_value(model.soft.0);
        node.set_max_numeric_value(model.soft.1);
        node.set_numeric_value_step(model.step);
        for action in [Action::SetValue, Action::Increment, Action::Decrement] {
            node.add_action(action);
        }
    });
}

/// The look of the slider.
struct Face<'a> {
    theme: &'static Theme,
    painter: &'a Painter,
    track: Rangef,
    y: f32,
    model: &'a SliderModel<'a>,
}

impl Face<'_> {
    fn paint(&self, lively: bool) {
        let x = self.x(self.model.value);
        self.paint_track(x);
        let origin = self.model.parent.or(self.model.default);
        if self.model.changed
            && !self.model.inert
            && let Some(origin) = origin
        {
            let from = self.x(origin);
            let to = if x < from { x + HANDLE } else { x - HANDLE };
            if (x - from).abs() > HANDLE {
                self.painter.hline(from.min(to)..=from.max(to), self.y, style::stroke(2.5, self.model.color));
            }
        }
        if let Some(default) = self.model.default.filter(|default| self.model.parent != Some(*default)) {
            let tick = Rect::from_center_size(pos2(self.x(default).round(), self.y), vec2(3.0, 7.0));
            self.painter.rect_stroke(tick, 0.0, style::stroke(1.0, self.theme.axis), StrokeKind::Middle);
        }
        // Under the handle the tick would only spoil its outline.
        let is_covered = |parent: &f64| (self.x(*parent) - x).abs() < HANDLE;
        if let Some(parent) = self.model.parent.filter(|parent| !is_covered(parent)) {
            let tick = self.painter.round_to_pixel_center(self.x(parent));
            self.painter.vline(tick, self.y - 5.5..=self.y + 5.5, style::stroke(1.0, self.theme.ink2));
        }
        self.paint_handle(pos2(x, self.y), lively);
    }

    /// Low and high as a bracket under the track, so that the handle never hides it.
    fn paint_whisker(&self, whisker: Option<(f64, f64)>) {
        let Some((low, high)) = whisker else { return };
        let stroke = style::stroke(1.0, self.theme.ink2);
        let y = self.painter.round_to_pixel_center(self.y + 8.5);
        let (left, right) =
            (self.painter.round_to_pixel_center(self.x(low)), self.painter.round_to_pixel_center(self.x(high)));
        self.painter.hline(left..=right, y, stroke);
        for end in [left, right] {
            self.painter.vline(end, y - 4.0..=y, stroke);
        }
    }

    fn x(&self, value: f64) -> f32 {
        x_of(self.model, self.track, value)
    }

    /// The track on both sides of the handle.
    fn paint_track(&self, handle: f32) {
        let stroke = style::stroke(2.0, self.theme.track);
        let (left, right) = (handle - HANDLE - CLEARANCE, handle + HANDLE + CLEARANCE);
        if self.track.min < left {
            self.painter.hline(self.track.min..=left, self.y, stroke);
        }
        if right < self.track.max {
            self.painter.hline(right..=self.track.max, self.y, stroke);
        }
    }

    fn paint_handle(&self, center: Pos2, lively: bool) {
        let (low, high) = self.model.soft;
        if self.model.inert {
            let dash = icons::arc(center, HANDLE - 0.6, 0.0, std::f32::consts::TAU);
            crate::ui::marks::paint_dashed_line(self.painter, &dash, &[2.6, 1.6], 1.2, style::color(self.theme.axis));
            return;
        }
        let rgb = match (self.model.changed, lively) {
            (true, _) => self.model.color,
            (false, true) => self.theme.ink,
            (false, false) => self.theme.ink2,
        };
        let color = style::color(rgb);
        if self.model.value < low || high < self.model.value {
            let outward = if self.model.value < low { -1.0 } else { 1.0 };
            let corners = [vec2(-4.0 * outward, -6.0), vec2(6.0 * outward, 0.0), vec2(-4.0 * outward, 6.0)];
            let corners = corners.into_iter().map(|corner| center + corner).collect();
            self.painter.add(Shape::convex_polygon(corners, color, Stroke::NONE));
        } else {
            self.painter.circle_filled(center, HANDLE, color);
        }
    }
}
