//! The chart of points: each can be dragged inside the feasible band, and the curves of the overview follow.

use super::change_lever;
use super::fields::number_text;
use crate::app::view_models::{LeverRow, ValueFormContent, YearValue};
use crate::app::{Command, DocumentCommand, Gesture};
use crate::quantity::Year;
use crate::scenario::{ValueChange, snap_to_step};
use crate::ui::style;
use crate::ui::view::{Commands, ViewContext};
use egui::{Align2, EventFilter, Key, Rect, Response, Sense, Ui, WidgetInfo, pos2, vec2};

const HEIGHT: f32 = 128.0;
/// Room for the ends of the usual range, left of the plot.
const LEFT: f32 = 40.0;
/// Room for the years, under the plot.
const BELOW: f32 = 15.0;
const POINT: f32 = 4.5;

/// A drag under way: the axis stays as it was when the drag began.
#[derive(Debug, Clone, Copy)]
struct Hold {
    year: Year,
    axis: (f64, f64),
}

/// The plot and its scales.
struct Plot<'a> {
    rect: Rect,
    axis: (f64, f64),
    row: &'a LeverRow,
    content: &'a ValueFormContent,
}

impl Plot<'_> {
    fn x(&self, position: usize) -> f32 {
        let steps = self.content.years.len().saturating_sub(1).max(1) as f32;
        egui::lerp(self.rect.left() + 8.0..=self.rect.right() - 8.0, position as f32 / steps)
    }

    fn y(&self, value: f64) -> f32 {
        let (low, high) = self.axis;
        let share = if low < high { (value - low) / (high - low) } else { 0.5 };
        egui::lerp(self.rect.bottom()..=self.rect.top(), style::on_screen(share.clamp(-0.1, 1.1)))
    }

    fn value(&self, y: f32) -> f64 {
        let share = f64::from(((self.rect.bottom() - y) / self.rect.height()).clamp(0.0, 1.0));
        snap_to_step(self.row.spec, self.axis.0 + share * (self.axis.1 - self.axis.0))
    }
}

/// Draws the chart and moves its points.
pub(super) fn points_chart(
    ui: &mut Ui,
    view: &ViewContext<'_>,
    commands: &mut Commands,
    (row, content): (&LeverRow, &ValueFormContent),
) {
    let (outer, _) = ui.allocate_exact_size(vec2(ui.available_width(), HEIGHT), Sense::hover());
    let rect = Rect::from_min_max(outer.min + vec2(LEFT, 4.0), outer.max - vec2(4.0, BELOW));
    let hold_id = ui.make_persistent_id("held axis");
    let hold = ui.data(|data| data.get_temp::<Hold>(hold_id));
    let plot = Plot { rect, axis: hold.map_or(content.axis, |hold| hold.axis), row, content };
    paint(ui, view, &plot);
    for (position, one) in content.years.iter().enumerate().skip(1) {
        let center = pos2(plot.x(position), plot.y(one.value));
        let id = ui.make_persistent_id(("point", one.year));
        let response = ui.interact(Rect::from_center_size(center, vec2(20.0, 20.0)), id, Sense::click_and_drag());
        point_ui(ui, view, &plot, (one, &response));
        // Asked of the chart's own record: egui has ended the drag by the time it passes the key on.
        let is_held = hold.is_some_and(|hold| hold.year == one.year);
        if is_held && ui.input(|input| input.key_pressed(Key::Escape)) {
            ui.data_mut(|data| data.remove::<Hold>(hold_id));
            commands.push(Command::Document(DocumentCommand::CancelGesture));
            continue;
        }
        let asked = dragged(ui, &plot, (one, &response), hold_id)
            .or_else(|| read_keys(ui, row, one, &response).map(|value| (value, false)));
        if let Some((value, in_drag)) = asked.filter(|(value, _)| (value - one.value).abs() > 0.0) {
            let tie = if in_drag { Gesture::Drag } else { Gesture::Keys };
            let gesture = tie(format!("{}@{}", row.key, one.year));
            change_lever(view, commands, row, (ValueChange::Year(one.year, value), Some(gesture)));
        } else if one.is_point && (response.double_clicked() || is_deleted(ui, &response)) {
            change_lever(view, commands, row, (ValueChange::WithoutYear(one.year), None));
        } else if !one.is_point && response.clicked() {
            change_lever(view, commands, row, (ValueChange::Year(one.year, one.value), None));
        }
    }
}

/// The value to which a point is being dragged.
fn dragged(ui: &Ui, plot: &Plot<'_>, (one, response): (&YearValue, &Response), hold: egui::Id) -> Option<(f64, bool)> {
    if response.drag_started() {
        response.request_focus();
        ui.data_mut(|data| data.insert_temp(hold, Hold { year: one.year, axis: plot.axis }));
    }
    let is_held = ui.data(|data| data.get_temp::<Hold>(hold)).is_some_and(|hold| hold.year == one.year);
    if response.drag_stopped() {
        ui.data_mut(|data| data.remove::<Hold>(hold));
    }
    let pointer = response.interact_pointer_pos()?;
    (is_held && (response.dragged() || response.drag_stopped())).then(|| (plot.value(pointer.y), true))
}

/// The value asked for by the arrow keys.
fn read_keys(ui: &Ui, row: &LeverRow, one: &YearValue, response: &Response) -> Option<f64> {
    if !response.has_focus() {
        return None;
    }
    let filter = EventFilter { vertical_arrows: true, ..Default::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    let steps = ui.input(|input| {
        let presses = |key: Key| input.num_presses(key) as f64;
        presses(Key::ArrowUp) - presses(Key::ArrowDown) + 10.0 * (presses(Key::PageUp) - presses(Key::PageDown))
    });
    (steps != 0.0).then(|| snap_to_step(row.spec, one.value + steps * row.spec.step))
}

fn is_deleted(ui: &Ui, response: &Response) -> bool {
    response.has_focus() && ui.input(|input| input.key_pressed(Key::Delete))
}

/// Band, limits, axis, path.
fn paint(ui: &Ui, view: &ViewContext<'_>, plot: &Plot<'_>) {
    let theme = view.theme();
    let painter = ui.painter();
    let (soft, hard) = (plot.row.spec.soft, plot.row.spec.hard);
    let band = Rect::from_min_max(pos2(plot.rect.left(), plot.y(soft.1)), pos2(plot.rect.right(), plot.y(soft.0)));
    painter.rect_filled(band.intersect(plot.rect), 0.0, style::color(theme.select));
    for limit in [hard.0, hard.1] {
        if limit >= plot.axis.0 && limit <= plot.axis.1 {
            let y = painter.round_to_pixel_center(plot.y(limit));
            painter.hline(plot.rect.x_range(), y, style::stroke(1.0, theme.bad));
        }
    }
    for end in [soft.0, soft.1] {
        let at = pos2(plot.rect.left() - 5.0, plot.y(end));
        let text = number_text(view, plot.row, end);
        painter.text(at, Align2::RIGHT_CENTER, text, style::fine(), style::color(theme.ink3));
    }
    let count = plot.content.years.len();
    for (position, one) in plot.content.years.iter().enumerate() {
        // Eleven years do not fit side by side: every second one then, counted from the last.
        if count <= 8 || (count - 1 - position).is_multiple_of(2) {
            let at = pos2(plot.x(position), plot.rect.bottom() + 3.0);
            let text = view.reader.numbers.year(one.year);
            painter.text(at, Align2::CENTER_TOP, text, style::fine(), style::color(theme.ink3));
        }
    }
    let color = view.reader.style(&view.state().workspace.selected).color;
    let points =
        plot.content.years.iter().enumerate().map(|(at, one)| pos2(plot.x(at), plot.y(one.value))).collect::<Vec<_>>();
    if let Some(first) = points.first() {
        painter.circle_stroke(*first, 3.0, style::stroke(1.2, theme.ink2));
    }
    painter.line(points, style::stroke(1.9, color));
}

/// A point, or a place where one can stand; its value while it is held.
fn point_ui(ui: &Ui, view: &ViewContext<'_>, plot: &Plot<'_>, (one, response): (&YearValue, &Response)) {
    let theme = view.theme();
    let year = view.reader.numbers.year(one.year);
    let name = view.filled("assume-point", &[("name", &plot.row.name), ("year", &year)]);
    response.widget_info(|| WidgetInfo::slider(true, one.value, &name));
    let color = style::color(view.reader.style(&view.state().workspace.selected).color);
    let center = response.rect.center();
    let lively = response.hovered() || response.dragged() || response.has_focus();
    if one.is_point {
        ui.painter().circle_filled(center, if lively { POINT + 1.0 } else { POINT }, color);
    } else if lively {
        ui.painter().circle(center, POINT, style::color(theme.paper), egui::Stroke::new(1.2, color));
    }
    style::paint_focus_ring(ui, response);
    if lively {
        let above = center.y - plot.rect.top() > 20.0;
        let (at, anchor) = if above {
            (center - vec2(0.0, 8.0), Align2::CENTER_BOTTOM)
        } else {
            (center + vec2(0.0, 8.0), Align2::CENTER_TOP)
        };
        let ink = if plot.row.spec.is_plausible(one.value) { theme.ink } else { theme.warn };
        let text = number_text(view, plot.row, one.value);
        ui.painter().text(at, anchor, text, style::small_strong(), style::color(ink));
    }
}
