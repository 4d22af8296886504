//! What lies under the lines: projected years, target band, grid, axes, the "now" line, bars.

use egui::text::LayoutJob;
use egui::{Align, Galley, Rect, pos2, vec2};

use crate::chart::scale;
use std::sync::Arc;

use super::frame::Frame;
use super::lines;
use super::paint::{self, SMALL, Side, bold, color, plain};

/// From the axis to the baseline of the years.
const YEAR_BASELINE: f32 = 16.0;
/// With less room over the plot the "now" line stands without its words.
const NOW_WORDS: f32 = 50.0;

/// Paints everything under the lines.
pub(super) fn paint_ground(frame: &Frame<'_>) {
    let theme = frame.look.theme;
    let painter = frame.clipped();
    if let Some(now) = frame.chart.now_x() {
        let left = frame.x(now).clamp(frame.plot.left(), frame.plot.right());
        painter.rect_filled(Rect::from_min_max(pos2(left, frame.plot.top()), frame.plot.max), 0.0, color(theme.proj));
    }
    paint_band(frame);
    paint_values(frame);
    paint_bars(frame);
    paint_now(frame);
}

fn paint_band(frame: &Frame<'_>) {
    let Some(band) = &frame.chart.band else {
        return;
    };
    let (first, last) = (f64::from(band.years.0) - 0.5, f64::from(band.years.1) + 0.5);
    let from = frame.chart.now_x().map_or(first, |now| first.max(now));
    let rect = Rect::from_min_max(pos2(frame.x(from), frame.y(band.hi)), pos2(frame.x(last), frame.y(band.lo)));
    frame.clipped().rect_filled(rect.intersect(frame.plot), 0.0, color(frame.look.theme.select));
}

/// Gridlines with their numbers; the zero line is stronger.
fn paint_values(frame: &Frame<'_>) {
    let theme = frame.look.theme;
    let ticks = frame.chart.ticks(frame.y_span());
    let (left, right) = (frame.plot.left(), frame.plot.right());
    for value in ticks.values {
        let y = frame.y(value);
        let is_zero = value.abs() < f64::EPSILON;
        paint::hline(&frame.painter, left, right, y, if is_zero { theme.axis } else { theme.grid });
        if frame.chart.missing.is_some() {
            // Numbers on an axis without values would be invented.
            continue;
        }
        let text = (frame.look.format)(value, ticks.decimals);
        let galley = paint::line_of(&frame.painter, &[plain(&text, theme.ink3)], SMALL, f32::INFINITY);
        paint::on_middle(&frame.painter, galley, pos2(left - 6.0, y), Side::End);
    }
}

fn paint_bars(frame: &Frame<'_>) {
    let theme = frame.look.theme;
    let half = (frame.x(0.29) - frame.x(0.0)).clamp(1.0, 16.0);
    for (year, value, _) in frame.chart.history_bars.iter().filter(|bar| bar.1.is_finite()) {
        let (x, zero, end) = (frame.x(f64::from(*year)), frame.y(0.0), frame.y(*value));
        let bar = Rect::from_two_pos(pos2((x - half).round(), zero), pos2((x + half).round(), end));
        frame.clipped().rect_filled(bar, 0.0, color(theme.ink2));
    }
}

/// Paints the values of the bars beyond their ends, over the line of the marked year.
pub(super) fn paint_bar_values(frame: &Frame<'_>) {
    let theme = frame.look.theme;
    let painter = frame.clipped();
    for (year, value, text) in frame.chart.history_bars.iter().filter(|bar| bar.1.is_finite()) {
        let (x, end) = (frame.x(f64::from(*year)), frame.y(*value));
        let middle = pos2(x, if *value < 0.0 { end + 9.0 } else { end - 8.0 });
        let galley = paint::line_of(&painter, &[plain(text, theme.ink2)], SMALL, f32::INFINITY);
        if frame.plot.contains(middle) {
            paint::on_halo(&painter, &galley, middle - galley.size() / 2.0, theme.paper);
            paint::on_middle(&painter, galley, middle, Side::Middle);
        }
    }
}

/// The line between actual and projected years, and its two words over the plot.
fn paint_now(frame: &Frame<'_>) {
    let Some(x) = frame.now_x() else { return };
    let theme = frame.look.theme;
    let head_room = frame.plot.top() - frame.whole.top();
    if head_room < NOW_WORDS {
        paint::vline(&frame.painter, x, frame.plot.top(), frame.plot.bottom(), theme.axis);
        return;
    }
    paint::vline(&frame.painter, x, frame.plot.top() - 12.0, frame.plot.bottom(), theme.axis);
    for (galley, at, side) in now_words(frame, x) {
        paint::on_baseline(&frame.painter, galley, pos2(at, frame.plot.top() - 5.0), side);
    }
}

/// The words on both sides of the "now" line, where they stand and on which side of that point.
fn now_words(frame: &Frame<'_>, x: f32) -> [(Arc<Galley>, f32, Side); 2] {
    let words = &frame.look.words;
    [(&words.actual, x - 4.0, Side::End), (&words.projected, x + 5.0, Side::Start)].map(|(word, at, side)| {
        let runs = [plain(word, frame.look.theme.ink3)];
        (paint::line_of(&frame.painter, &runs, SMALL, f32::INFINITY), at, side)
    })
}

/// The room that the words of the "now" line take, for captions to keep clear of.
pub(super) fn now_words_room(frame: &Frame<'_>) -> Option<Rect> {
    let x = frame.now_x().filter(|_| frame.plot.top() - frame.whole.top() >= NOW_WORDS)?;
    let [(left, from, _), (right, to, _)] = now_words(frame, x);
    let baseline = frame.plot.top() - 5.0;
    Some(Rect::from_x_y_ranges(from - left.size().x..=to + right.size().x, baseline - 11.0..=baseline + 3.0))
}

/// Axis line, ticks and years; the marked year stands in an inverted tag.
pub(super) fn paint_years(frame: &Frame<'_>) {
    let theme = frame.look.theme;
    let (plot, painter) = (frame.plot, &frame.painter);
    paint::hline(painter, plot.left(), plot.right(), plot.bottom(), theme.axis);
    let tag = frame.year.map(|year| (year, frame.x(f64::from(year)))).filter(|tag| plot.x_range().contains(tag.1));
    for year in scale::year_ticks(frame.x_span(), plot.width(), 38.0) {
        let x = frame.x(f64::from(year));
        paint::vline(painter, x, plot.bottom(), plot.bottom() + 4.0, theme.axis);
        // The tag is 34 wide and a year 26: nearer than that they would touch.
        if tag.is_none_or(|tag| (tag.1 - x).abs() > 32.0) {
            let galley = paint::line_of(painter, &[plain(&year.to_string(), theme.ink3)], SMALL, f32::INFINITY);
            paint::on_baseline(painter, galley, pos2(x, plot.bottom() + YEAR_BASELINE), Side::Middle);
        }
    }
    if let Some((year, x)) = tag {
        let galley = paint::line_of(painter, &[bold(&year.to_string(), theme.paper)], SMALL, f32::INFINITY);
        let middle = pos2(x, plot.bottom() + 12.0);
        painter.rect_filled(Rect::from_center_size(middle, vec2(34.0, 16.0)), 2.0, color(theme.ink));
        paint::on_baseline(painter, galley, pos2(x, plot.bottom() + YEAR_BASELINE), Side::Middle);
    }
}

/// The sentence of a chart that has nothing to show.
pub(super) fn paint_missing(frame: &Frame<'_>) {
    let Some(sentence) = &frame.chart.missing else {
        return;
    };
    let width = (frame.plot.width() - 32.0).max(40.0);
    let ink = color(frame.look.theme.ink3);
    let mut job = LayoutJob::simple(sentence.clone(), paint::font(12.0, false), ink, width);
    job.halign = Align::Center;
    let galley = frame.painter.layout_job(job);
    // A centred text reaches to both sides of its origin.
    let corner = frame.plot.center() - vec2(0.0, galley.size().y / 2.0);
    lines::paint_halo(frame, &galley, corner);
    frame.painter.galley(corner, galley, ink);
}
