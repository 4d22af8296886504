//! Strokes, dashes, markers and short texts, in the colours of the theme.

use std::sync::Arc;

use egui::text::{LayoutJob, TextFormat};
use egui::{Color32, FontFamily, FontId, Galley, Painter, Pos2, Rect, Shape, Stroke, pos2, vec2};

use crate::theme::{Marker, Rgb, ScenarioStyle};

/// Size of axis numbers, units and captions.
pub(super) const SMALL: f32 = 11.0;

/// A colour of the theme for egui.
pub const fn color(rgb: Rgb) -> Color32 {
    Color32::from_rgb(rgb.0, rgb.1, rgb.2)
}

/// A position computed in double precision, for the screen.
#[expect(clippy::cast_possible_truncation, reason = "pixels need no more than single precision")]
pub(super) const fn px(x: f64) -> f32 {
    x as f32
}

/// A font of the interface.
pub(super) fn font(size: f32, bold: bool) -> FontId {
    let family = if bold { FontFamily::Name("semibold".into()) } else { FontFamily::Proportional };
    FontId::new(size, family)
}

/// A piece of a line of text.
#[derive(Clone, Copy)]
pub(super) struct Run<'a> {
    pub(super) text: &'a str,
    pub(super) bold: bool,
    pub(super) color: Rgb,
}

/// A piece in the regular weight.
pub(super) const fn plain(text: &str, color: Rgb) -> Run<'_> {
    Run { text, bold: false, color }
}

/// A piece in the bold weight.
pub(super) const fn bold(text: &str, color: Rgb) -> Run<'_> {
    Run { text, bold: true, color }
}

/// One line of text from pieces, set off by a space, cut off at `max_width` with an ellipsis.
pub(super) fn line_of(painter: &Painter, runs: &[Run<'_>], size: f32, max_width: f32) -> Arc<Galley> {
    let mut job = LayoutJob::default();
    for run in runs.iter().filter(|run| !run.text.is_empty()) {
        let space = if job.is_empty() { 0.0 } else { size * 0.26 };
        job.append(run.text, space, TextFormat::simple(font(size, run.bold), color(run.color)));
    }
    job.wrap.max_rows = 1;
    job.wrap.max_width = max_width;
    job.wrap.break_anywhere = true;
    painter.layout_job(job)
}

/// Distance from the top of a line of text to its baseline.
pub(super) fn ascent(galley: &Galley) -> f32 {
    let glyph = galley.rows.first().and_then(|row| row.row.glyphs.first());
    glyph.map_or_else(|| galley.size().y * 0.79, |glyph| glyph.pos.y)
}

/// Where a text stands in relation to a point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    /// Starts at the point.
    Start,
    /// Centred on the point.
    Middle,
    /// Ends at the point.
    End,
}

/// Paints a line of text with its baseline at `at.y`; returns what it covers.
pub(super) fn on_baseline(painter: &Painter, galley: Arc<Galley>, at: Pos2, side: Side) -> Rect {
    let top = at.y - ascent(&galley);
    put(painter, galley, pos2(at.x, top), side)
}

/// Paints a line of text centred on the height `at.y`; returns what it covers.
pub(super) fn on_middle(painter: &Painter, galley: Arc<Galley>, at: Pos2, side: Side) -> Rect {
    let top = at.y - galley.size().y / 2.0;
    put(painter, galley, pos2(at.x, top), side)
}

fn put(painter: &Painter, galley: Arc<Galley>, top: Pos2, side: Side) -> Rect {
    let width = galley.size().x;
    let left = match side {
        Side::Start => top.x,
        Side::Middle => top.x - width / 2.0,
        Side::End => top.x - width,
    };
    let rect = Rect::from_min_size(pos2(left, top.y), galley.size());
    painter.galley(rect.min, galley, Color32::PLACEHOLDER);
    rect
}

/// A horizontal line of one pixel.
pub(super) fn hline(painter: &Painter, left: f32, right: f32, y: f32, ink: Rgb) {
    let y = painter.round_to_pixel_center(y);
    painter.hline(left..=right, y, Stroke::new(1.0, color(ink)));
}

/// A vertical line of one pixel.
pub(super) fn vline(painter: &Painter, x: f32, top: f32, bottom: f32, ink: Rgb) {
    let x = painter.round_to_pixel_center(x);
    painter.vline(x, top..=bottom, Stroke::new(1.0, color(ink)));
}

/// A line through the points, in the given dash; only what can show inside `visible` is made.
pub fn dashed(painter: &Painter, points: &[Pos2], dash: &[f32], stroke: Stroke, visible: Rect) {
    if dash.is_empty() {
        painter.add(Shape::line(points.to_vec(), stroke));
        return;
    }
    for mut piece in dashes(points, dash, visible) {
        shorten(&mut piece);
        painter.add(Shape::line(piece, stroke));
    }
}

/// Takes back what smoothing adds to the ends of a stroke, or gaps of 2 px would close.
fn shorten(piece: &mut [Pos2]) {
    const SMOOTHED: f32 = 0.45;
    if let [first, second, ..] = piece {
        *first += (*second - *first).normalized() * SMOOTHED.min(first.distance(*second) * 0.4);
    }
    if let [.., second, last] = piece {
        *last += (*second - *last).normalized() * SMOOTHED.min(last.distance(*second) * 0.4);
    }
}

/// The "on" pieces of a dash pattern along a line; a piece follows the line round its corners.
pub fn dashes(points: &[Pos2], dash: &[f32], visible: Rect) -> Vec<Vec<Pos2>> {
    let period: f32 = dash.iter().sum();
    if !(period.is_finite() && period > 0.0) {
        return vec![points.to_vec()];
    }
    let mut pieces = Vec::new();
    let mut open: Vec<Pos2> = Vec::new();
    let mut travelled = 0.0_f32;
    for pair in points.windows(2) {
        let (from, to) = (pair[0], pair[1]);
        let length = from.distance(to);
        let Some((enter, leave)) = visible_part(from, to, visible) else {
            finish(&mut open, &mut pieces);
            travelled = (travelled + length) % period;
            continue;
        };
        let mut at = enter * length;
        let end = leave * length;
        while at < end {
            let (on, left) = phase((travelled + at) % period, dash);
            let next = (at + left.max(0.01)).min(end);
            if on {
                if open.is_empty() {
                    open.push(from.lerp(to, at / length));
                }
                open.push(from.lerp(to, next / length));
            }
            if next < end || !on {
                finish(&mut open, &mut pieces);
            }
            at = next;
        }
        if leave < 1.0 {
            finish(&mut open, &mut pieces);
        }
        travelled = (travelled + length) % period;
    }
    finish(&mut open, &mut pieces);
    pieces
}

fn finish(open: &mut Vec<Pos2>, pieces: &mut Vec<Vec<Pos2>>) {
    if open.len() > 1 {
        pieces.push(std::mem::take(open));
    }
    open.clear();
}

/// Whether a place in the pattern is drawn, and how far it stays so.
fn phase(mut place: f32, dash: &[f32]) -> (bool, f32) {
    for (index, length) in dash.iter().enumerate() {
        if place < *length {
            return (index % 2 == 0, length - place);
        }
        place -= length;
    }
    (true, dash.first().copied().unwrap_or(1.0))
}

/// The part of a segment within a rectangle, as fractions of its length (Liang and Barsky).
fn visible_part(from: Pos2, to: Pos2, rect: Rect) -> Option<(f32, f32)> {
    let along = to - from;
    let (mut enter, mut leave) = (0.0_f32, 1.0_f32);
    let edges = [
        (-along.x, from.x - rect.left()),
        (along.x, rect.right() - from.x),
        (-along.y, from.y - rect.top()),
        (along.y, rect.bottom() - from.y),
    ];
    for (slope, room) in edges {
        if slope.abs() < 1e-6 {
            if room < 0.0 {
                return None;
            }
        } else if slope < 0.0 {
            enter = enter.max(room / slope);
        } else {
            leave = leave.min(room / slope);
        }
    }
    (enter < leave).then_some((enter, leave))
}

/// A scenario's marker; `reach` is half its width. A hollow one is filled with the ground.
pub fn marker(painter: &Painter, at: Pos2, reach: f32, style: &ScenarioStyle, ground: Rgb) {
    let ink = color(style.color);
    let outline = |filled: bool| {
        // Filled markers get a thin rim of the ground, which keeps them apart where lines run together.
        if filled { (ink, Stroke::new(0.8, color(ground))) } else { (color(ground), Stroke::new(1.4, ink)) }
    };
    let polygon = |corners: &[(f32, f32)], filled: bool| {
        let (fill, stroke) = outline(filled);
        let points = corners.iter().map(|(x, y)| at + vec2(*x, *y) * reach).collect();
        painter.add(Shape::convex_polygon(points, fill, stroke));
    };
    match style.marker {
        Marker::Diamond { filled } => {
            polygon(&[(0.0, -1.3), (1.3, 0.0), (0.0, 1.3), (-1.3, 0.0)], filled);
        }
        Marker::Square { filled } => polygon(&[(-1.0, -1.0), (1.0, -1.0), (1.0, 1.0), (-1.0, 1.0)], filled),
        Marker::Up { filled } => polygon(&[(0.0, -1.25), (1.2, 0.95), (-1.2, 0.95)], filled),
        Marker::Down { filled } => polygon(&[(-1.2, -0.95), (1.2, -0.95), (0.0, 1.25)], filled),
        Marker::Circle { filled } => {
            let (fill, stroke) = outline(filled);
            painter.circle(at, reach * 1.1, fill, stroke);
        }
        Marker::Plus { filled } => {
            let arm = if filled { vec2(0.0, reach * 1.3) } else { vec2(reach, reach) };
            for width_and_ink in [(3.4, color(ground)), (1.8, ink)] {
                let stroke = Stroke::new(width_and_ink.0, width_and_ink.1);
                painter.line_segment([at - arm, at + arm], stroke);
                painter.line_segment([at - arm.rot90(), at + arm.rot90()], stroke);
            }
        }
    }
}

/// Line, dash and marker of a scenario, as in its list row; `left` is the middle of the left end.
pub fn swatch(painter: &Painter, left: Pos2, width: f32, style: &ScenarioStyle, ground: Rgb) {
    let right = left + vec2(width, 0.0);
    let visible = Rect::from_two_pos(left, right).expand(2.0);
    dashed(painter, &[left, right], style.dash, Stroke::new(1.9, color(style.color)), visible);
    marker(painter, left.lerp(right, 0.5), 3.0, style, ground);
}

/// A target: a hollow diamond with a dot.
pub fn target(painter: &Painter, at: Pos2, ink: Rgb, ground: Rgb) {
    let reach = 6.0;
    let corners = [vec2(0.0, -reach), vec2(reach, 0.0), vec2(0.0, reach), vec2(-reach, 0.0)];
    let points = corners.into_iter().map(|corner| at + corner).collect();
    painter.add(Shape::convex_polygon(points, color(ground), Stroke::new(1.5, color(ink))));
    painter.circle_filled(at, 1.4, color(ink));
}

/// A line of text over a halo of the ground, so that it reads across lines.
pub(super) fn on_halo(painter: &Painter, galley: &Arc<Galley>, at: Pos2, ground: Rgb) {
    for reach in [1.0, 2.0] {
        for (x, y) in
            [(-1.0, 0.0), (1.0, 0.0), (0.0, -1.0), (0.0, 1.0), (-0.7, -0.7), (0.7, -0.7), (-0.7, 0.7), (0.7, 0.7)]
        {
            let offset = at + vec2(x, y) * reach;
            painter.galley_with_override_text_color(offset, Arc::clone(galley), color(ground));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dash_follows_the_corner_and_keeps_its_length() {
        let points = [pos2(0.0, 0.0), pos2(8.0, 0.0), pos2(8.0, 20.0)];
        let pieces = dashes(&points, &[6.0, 3.0], Rect::EVERYTHING);
        assert_eq!(pieces[0], [pos2(0.0, 0.0), pos2(6.0, 0.0)]);
        assert_eq!(pieces[1][0], pos2(8.0, 1.0));
        let round = dashes(&points, &[10.0, 2.0], Rect::EVERYTHING);
        assert_eq!(round[0], [pos2(0.0, 0.0), pos2(8.0, 0.0), pos2(8.0, 2.0)]);
    }

    #[test]
    fn only_the_visible_part_is_cut_into_dashes() {
        let visible = Rect::from_min_max(pos2(0.0, 0.0), pos2(100.0, 100.0));
        let pieces = dashes(&[pos2(-1e6, 50.0), pos2(1e6, 50.0)], &[6.0, 3.0], visible);
        assert!(pieces.len() < 15, "{}", pieces.len());
    }
}
