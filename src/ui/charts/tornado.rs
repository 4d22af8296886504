//! The tornado painted: a row for each assumption with its range, and how far it moves the figure.

use super::frame::paint_head;
use super::link::ChartLook;
use super::paint::{self, SMALL, Side, bold, color, plain, px};
use super::waterfall::captions_ui;
use crate::chart::scale::Span;
use crate::chart::tornado::{Bar, Tornado};
use crate::ui::style;
use egui::{Pos2, Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

/// Height of a row: the name and, below it, the range.
const ROW: f32 = 32.0;
/// Height of a bar.
const BAR: f32 = 15.0;
/// From the top of the section to its first row; the values of the base line and the target stand above the rows.
const HEAD: f32 = 56.0;
/// Space between a bar and its values.
const GAP: f32 = 6.0;
/// Size of names and values.
const TEXT: f32 = 12.0;

/// Where things stand across a row.
#[derive(Clone, Copy)]
struct Across {
    plot: (f32, f32),
    span: Span,
}

impl Across {
    fn x(&self, value: f64) -> f32 {
        egui::lerp(self.plot.0..=self.plot.1, px(self.span.share(value)))
    }
}

/// Draws the tornado over the given width.
pub fn tornado_ui(ui: &mut Ui, look: &ChartLook<'_>, chart: &Tornado, width: f32) {
    let rows = style::on_screen(chart.bars.len() as f64);
    let (rect, response) = ui.allocate_exact_size(vec2(width, HEAD + ROW * rows + 4.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &chart.alt));
    paint_head(ui.painter(), look, rect, &chart.title, &chart.unit_line);
    let across = across(ui, chart, rect);
    let (top, bottom) = (rect.top() + HEAD, rect.bottom());
    for value in Tornado::ticks(across.span).values {
        paint::vline(ui.painter(), across.x(value), top, bottom, look.theme.grid);
    }
    for (position, bar) in chart.bars.iter().enumerate() {
        let y = top + ROW * style::on_screen(position as f64);
        let row = Rect::from_min_size(pos2(rect.left(), y), vec2(width, ROW));
        paint_bar(ui, look, bar, (chart.now.0, across), row);
        let pointed = ui.interact(row, response.id.with(position), Sense::hover());
        pointed.widget_info(|| WidgetInfo::labeled(Role::Label, true, &bar.hint));
        pointed.on_hover_text(&bar.hint);
    }
    paint_lines(ui, look, chart, across, rect);
    captions_ui(ui, look, &chart.captions);
}

fn across(ui: &Ui, chart: &Tornado, rect: Rect) -> Across {
    let black = crate::theme::Rgb(0, 0, 0);
    let measure =
        |text: &str, size: f32| paint::line_of(ui.painter(), &[bold(text, black)], size, f32::INFINITY).size().x;
    let names = chart.bars.iter().map(|bar| measure(&bar.name, TEXT).max(measure(&bar.range_text, SMALL)));
    let for_names = names.fold(0.0_f32, f32::max).min(rect.width() * 0.46);
    let value = |text: &str| measure(text, TEXT);
    let widest = chart.bars.iter().flat_map(|bar| [value(&bar.low.1), value(&bar.high.1)]).fold(0.0_f32, f32::max);
    let start = (rect.left() + for_names + widest + 2.0 * GAP + 8.0).round();
    Across { plot: (start, (rect.right() - widest - GAP).max(start + 20.0)), span: chart.span() }
}

fn paint_bar(ui: &Ui, look: &ChartLook<'_>, bar: &Bar, (now, across): (f64, Across), row: Rect) {
    let (painter, theme) = (ui.painter(), look.theme);
    let room = across.plot.0 - row.left() - 2.0 * GAP;
    let name = paint::line_of(painter, &[plain(&bar.name, theme.ink)], TEXT, room);
    paint::on_baseline(painter, name, pos2(row.left(), row.top() + 13.0), Side::Start);
    let range = paint::line_of(painter, &[plain(&bar.range_text, theme.ink3)], SMALL, room);
    paint::on_baseline(painter, range, pos2(row.left(), row.top() + 26.0), Side::Start);
    let y = row.center().y;
    for (end, fill) in [(bar.low.0, theme.loss), (bar.high.0, theme.gain())] {
        let (a, b) = (across.x(now), across.x(end));
        let area = Rect::from_min_max(pos2(a.min(b), y - BAR / 2.0), pos2(a.max(b), y + BAR / 2.0));
        painter.rect_filled(area, 0.0, color(fill));
    }
    let (left_end, right_end) = if bar.low.0 <= bar.high.0 { (&bar.low, &bar.high) } else { (&bar.high, &bar.low) };
    let ends = [(left_end, -GAP, Side::End), (right_end, GAP, Side::Start)];
    for (end, off, side) in ends {
        let from = if side == Side::End { across.x(end.0.min(now)) } else { across.x(end.0.max(now)) };
        let galley = paint::line_of(painter, &[bold(&end.1, theme.ink)], TEXT, f32::INFINITY);
        paint::on_middle(painter, galley, pos2(from + off, y), side);
    }
}

/// The figure as things are, in its scenario's colour, and the target, dashed.
fn paint_lines(ui: &Ui, look: &ChartLook<'_>, chart: &Tornado, across: Across, rect: Rect) {
    let (painter, theme) = (ui.painter(), look.theme);
    let (top, bottom) = (rect.top() + HEAD, rect.bottom());
    let (value, text, style) = &chart.now;
    let x = across.x(*value);
    paint::vline(painter, x, top, bottom, style.color);
    let galley = paint::line_of(painter, &[bold(text, style.color)], SMALL, f32::INFINITY);
    let now = paint::on_baseline(painter, galley, pos2(x, top - 5.0), Side::Middle);
    let Some((target, text)) = &chart.target else { return };
    let x = across.x(*target);
    let points: [Pos2; 2] = [pos2(x, top), pos2(x, bottom)];
    let stroke = Stroke::new(1.0, color(theme.ink));
    paint::dashed(painter, &points, &[4.0, 3.0], stroke, Rect::EVERYTHING);
    let galley = paint::line_of(painter, &[plain(text, theme.ink)], SMALL, f32::INFINITY);
    let width = galley.size().x;
    // Beside the base value where both would meet, on the side with room.
    let half = width / 2.0;
    let (left, right) = (now.left() - 6.0 - half, now.right() + 6.0 + half);
    let meets = (x - now.center().x).abs() < now.width() / 2.0 + half + 6.0;
    let fits = right + half <= rect.right();
    let middle = match (meets, x >= now.center().x && fits) {
        (false, _) => x.min(rect.right() - half),
        (true, true) => right,
        (true, false) => left,
    };
    paint::on_baseline(painter, galley, pos2(middle, top - 5.0), Side::Middle);
}
