//! The waterfall painted: names at the left, bars that continue one another, values beside them, sentences below.

use super::frame::paint_head;
use super::link::ChartLook;
use super::paint::{self, SMALL, Side, bold, color, plain, px};
use crate::chart::scale::Span;
use crate::chart::waterfall::{End, Step, Waterfall};
use crate::ui::style;
use egui::{Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

/// Height of a row.
const ROW: f32 = 21.0;
/// Height of a bar.
const BAR: f32 = 15.0;
/// From the top of the section to its first row.
const HEAD: f32 = 44.0;
/// Room below the last row for the numbers of the axis.
const AXIS: f32 = 20.0;
/// Space between a bar and its value.
const GAP: f32 = 6.0;
/// Size of names and values.
const TEXT: f32 = 12.0;

/// Where things stand across a row.
#[derive(Clone, Copy)]
struct Across {
    left: f32,
    plot: (f32, f32),
    span: Span,
}

impl Across {
    fn x(&self, value: f64) -> f32 {
        egui::lerp(self.plot.0..=self.plot.1, px(self.span.share(value)))
    }
}

/// Draws the waterfall over the given width.
pub fn waterfall_ui(ui: &mut Ui, look: &ChartLook<'_>, chart: &Waterfall, width: f32) {
    let rows = chart.steps.len() + 2;
    let height = HEAD + ROW * style::on_screen(rows as f64) + AXIS;
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &chart.alt));
    paint_head(ui.painter(), look, rect, &chart.title, &chart.unit_line);
    let across = across(ui, chart, rect);
    let top = rect.top() + HEAD;
    let row = |at: usize| {
        let y = top + ROW * style::on_screen(at as f64);
        Rect::from_min_size(pos2(rect.left(), y), vec2(width, ROW))
    };
    paint_axis(ui, look, across, (top, row(rows - 1).bottom()));
    paint_end(ui, look, &chart.start, across, row(0));
    let mut total = across.x(chart.start.value);
    for (position, step) in chart.steps.iter().enumerate() {
        let place = row(position + 1);
        connector(ui, look, total, (place.top() - ROW / 2.0, place.center().y));
        paint_step(ui, look, step, across, place);
        total = across.x(step.to);
        let pointed = ui.interact(place, response.id.with(position), Sense::hover());
        pointed.widget_info(|| WidgetInfo::labeled(Role::Label, true, &step.hint));
        pointed.on_hover_text(&step.hint);
    }
    let last = row(rows - 1);
    connector(ui, look, total, (last.top() - ROW / 2.0, last.center().y));
    paint_end(ui, look, &chart.end, across, last);
    captions_ui(ui, look, &chart.captions);
}

/// Names take what they need, at most a good part of the width; the widest value fits beside the longest bar.
fn across(ui: &Ui, chart: &Waterfall, rect: Rect) -> Across {
    let measure = |text: &str| {
        paint::line_of(ui.painter(), &[bold(text, crate::theme::Rgb(0, 0, 0))], TEXT, f32::INFINITY).size().x
    };
    let names = chart.steps.iter().map(|step| step.name.as_str()).chain([chart.start.name.as_str(), &chart.end.name]);
    let for_names = names.map(measure).fold(0.0_f32, f32::max).min(rect.width() * 0.42);
    let values = chart.steps.iter().map(|step| step.value_text.as_str());
    let values = values.chain([chart.start.value_text.as_str(), &chart.end.value_text]);
    let for_values = values.map(measure).fold(0.0_f32, f32::max) + 2.0 * GAP + 8.0;
    let start = (rect.left() + for_names + 16.0).round();
    Across { left: rect.left(), plot: (start, (rect.right() - for_values).max(start + 20.0)), span: chart.span() }
}

fn paint_axis(ui: &Ui, look: &ChartLook<'_>, across: Across, (top, bottom): (f32, f32)) {
    let painter = ui.painter();
    let ticks = Waterfall::ticks(across.span);
    let mut free = f32::NEG_INFINITY;
    for value in ticks.values {
        let x = across.x(value);
        paint::vline(painter, x, top, bottom, look.theme.grid);
        let text = (look.format)(value, ticks.decimals);
        let galley = paint::line_of(painter, &[plain(&text, look.theme.ink3)], SMALL, f32::INFINITY);
        if x - galley.size().x / 2.0 > free + 6.0 {
            free = paint::on_baseline(painter, galley, pos2(x, bottom + 14.0), Side::Middle).right();
        }
    }
}

fn name(ui: &Ui, across: Across, row: Rect, run: paint::Run<'_>) {
    let room = across.plot.0 - across.left - 8.0;
    let galley = paint::line_of(ui.painter(), &[run], TEXT, room);
    paint::on_middle(ui.painter(), galley, row.left_center(), Side::Start);
}

fn paint_end(ui: &Ui, look: &ChartLook<'_>, end: &End, across: Across, row: Rect) {
    name(ui, across, row, bold(&end.name, end.style.color));
    let at = pos2(across.x(end.value), row.center().y);
    paint::marker(ui.painter(), at, 4.5, &end.style, look.theme.paper);
    let galley = paint::line_of(ui.painter(), &[bold(&end.value_text, end.style.color)], TEXT, f32::INFINITY);
    paint::on_middle(ui.painter(), galley, at + vec2(4.5 + GAP, 0.0), Side::Start);
}

fn paint_step(ui: &Ui, look: &ChartLook<'_>, step: &Step, across: Across, row: Rect) {
    let theme = look.theme;
    let ink = if step.is_nothing { theme.ink3 } else { theme.ink };
    name(ui, across, row, plain(&step.name, ink));
    let (from, to) = (across.x(step.from), across.x(step.to));
    let (left, right) = (from.min(to), from.max(to).max(from.min(to) + 1.0));
    let bar = Rect::from_min_max(pos2(left, row.center().y - BAR / 2.0), pos2(right, row.center().y + BAR / 2.0));
    if step.is_nothing {
        paint::vline(ui.painter(), from, bar.top(), bar.bottom(), theme.axis);
    } else {
        let fill = if step.to >= step.from { theme.gain() } else { theme.loss };
        ui.painter().rect_filled(bar, 0.0, color(fill));
    }
    let run = if step.is_nothing { plain(&step.value_text, ink) } else { bold(&step.value_text, ink) };
    let galley = paint::line_of(ui.painter(), &[run], TEXT, f32::INFINITY);
    paint::on_middle(ui.painter(), galley, pos2(right + GAP, row.center().y), Side::Start);
}

fn connector(ui: &Ui, look: &ChartLook<'_>, x: f32, (top, bottom): (f32, f32)) {
    paint::vline(ui.painter(), x, top, bottom, look.theme.axis);
}

/// Sentences in the secondary ink.
pub(super) fn captions_ui(ui: &mut Ui, look: &ChartLook<'_>, captions: &[String]) {
    if captions.is_empty() {
        return;
    }
    ui.add_space(4.0);
    let text = captions.join(" ");
    ui.add(egui::Label::new(style::rich(text, style::body(), look.theme.ink2)).wrap());
}
