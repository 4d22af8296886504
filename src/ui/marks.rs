//! Marks of a scenario, painted the same everywhere: marker, dash, swatch, and the small line of a lever's path.

use std::f32::consts::FRAC_1_SQRT_2;

use egui::{Color32, Painter, Pos2, Rect, Response, Sense, Shape, Stroke, Ui, Vec2, pos2, vec2};

use super::style;
use crate::chart::mark::OTHER;
use crate::theme::{Marker, Rgb, ScenarioStyle, Theme};

/// Size of a scenario's swatch in points.
pub const SWATCH: Vec2 = vec2(26.0, 12.0);

/// Size of the small line of a lever's path in points.
pub const SPARKLINE: Vec2 = vec2(46.0, 16.0);

/// Dashes are made so far beyond what is in sight, so that no stroke ends within it.
const BEYOND: f32 = 3.0;
const HALO: f32 = 1.0;
const OUTLINE: f32 = 1.4;

/// Paints the marker of a scenario centred on `pos`.
///
/// `size` is its full width in points; a halo of `ground` lifts it off the line it stands on.
pub fn paint_marker(painter: &Painter, pos: Pos2, marker: Marker, size: f32, color: Color32, ground: Color32) {
    let radius = size * 0.5;
    let outline = Stroke::new(OUTLINE, color);
    match marker {
        Marker::Circle { filled } => {
            painter.circle_filled(pos, radius + HALO, ground);
            if filled {
                painter.circle_filled(pos, radius, color);
            } else {
                painter.circle_stroke(pos, radius - OUTLINE * 0.5, outline);
            }
        }
        Marker::Plus { filled } => {
            for (width, tint) in [(OUTLINE + 2.0 * HALO, ground), (OUTLINE + 0.4, color)] {
                paint_cross(painter, pos, radius, filled, Stroke::new(width, tint));
            }
        }
        Marker::Diamond { filled } | Marker::Square { filled } | Marker::Up { filled } | Marker::Down { filled } => {
            let corners = |radius: f32| corners(marker, radius).into_iter().map(|offset| pos + offset).collect();
            painter.add(Shape::convex_polygon(corners(radius + HALO), ground, Stroke::NONE));
            if filled {
                painter.add(Shape::convex_polygon(corners(radius), color, Stroke::NONE));
            } else {
                painter.add(Shape::closed_line(corners(radius - OUTLINE * 0.5), outline));
            }
        }
    }
}

/// Corners of a marker of straight sides, relative to its centre; areas are alike, so that no scenario looks heavier.
fn corners(marker: Marker, radius: f32) -> Vec<Vec2> {
    let square = radius * 0.9;
    let triangle = radius * 1.1;
    match marker {
        Marker::Square { .. } => {
            vec![vec2(-square, -square), vec2(square, -square), vec2(square, square), vec2(-square, square)]
        }
        Marker::Up { .. } => {
            vec![vec2(0.0, -triangle), vec2(triangle, triangle * 0.8), vec2(-triangle, triangle * 0.8)]
        }
        Marker::Down { .. } => {
            vec![vec2(-triangle, -triangle * 0.8), vec2(triangle, -triangle * 0.8), vec2(0.0, triangle)]
        }
        Marker::Diamond { .. } | Marker::Circle { .. } | Marker::Plus { .. } => {
            let reach = radius * 1.2;
            vec![vec2(0.0, -reach), vec2(reach, 0.0), vec2(0.0, reach), vec2(-reach, 0.0)]
        }
    }
}

fn paint_cross(painter: &Painter, pos: Pos2, radius: f32, upright: bool, stroke: Stroke) {
    let (first, second) = if upright {
        (vec2(radius, 0.0), vec2(0.0, radius))
    } else {
        let diagonal = radius * FRAC_1_SQRT_2;
        (vec2(diagonal, diagonal), vec2(diagonal, -diagonal))
    };
    for arm in [first, second] {
        painter.line_segment([pos - arm, pos + arm], stroke);
    }
}

/// Paints a polyline in a dash pattern (on, off, on, off… in points; empty is solid) that runs on across its corners.
///
/// Only what the painter can show is cut into dashes.
pub fn paint_dashed_line(painter: &Painter, points: &[Pos2], dash: &[f32], width: f32, color: Color32) {
    let stroke = Stroke::new(width, color);
    if dash.is_empty() {
        painter.add(Shape::line(points.to_vec(), stroke));
        return;
    }
    for mut piece in dashes(points, dash, painter.clip_rect().expand(BEYOND)) {
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
fn dashes(points: &[Pos2], dash: &[f32], visible: Rect) -> Vec<Vec<Pos2>> {
    let period: f32 = dash.iter().sum();
    if points.len() < 2 {
        return Vec::new();
    }
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

/// Paints a scenario's line, dash and marker into `rect`.
pub fn paint_swatch(painter: &Painter, rect: Rect, scenario: &ScenarioStyle, ground: Color32) {
    let color = style::color(scenario.color);
    let y = rect.center().y;
    let line = [pos2(rect.left(), y), pos2(rect.right(), y)];
    paint_dashed_line(painter, &line, scenario.dash, OTHER, color);
    paint_marker(painter, rect.center(), scenario.marker, 6.5, color, ground);
}

/// Places a scenario's swatch; the name beside it says which scenario it is.
pub fn swatch(ui: &mut Ui, scenario: &ScenarioStyle) -> Response {
    let (rect, response) = ui.allocate_exact_size(SWATCH, Sense::hover());
    paint_swatch(ui.painter(), rect, scenario, style::ground(ui));
    response
}

/// Paints a path of yearly values as a small line with its last point marked.
///
/// The scale runs from the smallest to the largest value: the shape is shown, the level is in the field beside it.
/// Values that are not numbers are left out.
pub fn paint_sparkline(painter: &Painter, rect: Rect, values: &[f64], color: Rgb, theme: &Theme) {
    let floor = painter.round_to_pixel_center(rect.bottom() - 1.0);
    painter.hline(rect.left()..=rect.right(), floor, style::stroke(1.0, theme.track));
    let points = sparkline_points(rect, floor, values);
    let Some(&last) = points.last() else { return };
    let color = style::color(color);
    painter.line(points, Stroke::new(1.3, color));
    painter.circle_filled(last, 2.0, color);
}

fn sparkline_points(rect: Rect, floor: f32, values: &[f64]) -> Vec<Pos2> {
    let finite = || values.iter().copied().filter(|value| value.is_finite());
    let low = finite().fold(f64::INFINITY, f64::min);
    let high = finite().fold(f64::NEG_INFINITY, f64::max);
    let steps = values.len().saturating_sub(1).max(1) as f32;
    let (top, bottom) = (rect.top() + 2.5, floor - 1.0);
    let (left, right) = (rect.left() + 2.0, rect.right() - 2.0);
    let place = |(index, value): (usize, f64)| {
        let height = if low < high { style::on_screen((value - low) / (high - low)) } else { 0.0 };
        pos2(egui::lerp(left..=right, index as f32 / steps), egui::lerp(bottom..=top, height))
    };
    values.iter().copied().enumerate().filter(|(_, value)| value.is_finite()).map(place).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dash_runs_on_across_a_corner() {
        // 10 to the right, then 10 down; pattern 6 on, 2 off.
        let corner = [pos2(0.0, 0.0), pos2(10.0, 0.0), pos2(10.0, 10.0)];
        let pieces = dashes(&corner, &[6.0, 2.0], Rect::EVERYTHING);
        assert_eq!(
            pieces,
            vec![
                vec![pos2(0.0, 0.0), pos2(6.0, 0.0)],
                vec![pos2(8.0, 0.0), pos2(10.0, 0.0), pos2(10.0, 4.0)],
                vec![pos2(10.0, 6.0), pos2(10.0, 10.0)],
            ]
        );
    }

    #[test]
    fn a_solid_line_stays_in_one_piece() {
        let line = [pos2(0.0, 0.0), pos2(10.0, 5.0), pos2(20.0, 0.0)];
        assert_eq!(dashes(&line, &[], Rect::EVERYTHING), vec![line.to_vec()]);
    }

    #[test]
    fn no_line_and_no_pattern_are_no_trouble() {
        assert!(dashes(&[], &[3.0, 2.0], Rect::EVERYTHING).is_empty());
        assert!(dashes(&[pos2(1.0, 1.0)], &[], Rect::EVERYTHING).is_empty());
        let flat = [pos2(0.0, 0.0), pos2(4.0, 0.0)];
        assert_eq!(
            dashes(&flat, &[0.0, 0.0], Rect::EVERYTHING),
            vec![flat.to_vec()],
            "a pattern without length is a solid line"
        );
    }

    #[test]
    fn only_the_visible_part_is_cut_into_dashes() {
        let visible = Rect::from_min_max(pos2(0.0, 0.0), pos2(100.0, 100.0));
        let pieces = dashes(&[pos2(-1e6, 50.0), pos2(1e6, 50.0)], &[6.0, 3.0], visible);
        assert!(pieces.len() < 15, "{}", pieces.len());
    }

    #[test]
    fn a_sparkline_spans_its_box_and_skips_missing_values() {
        let rect = Rect::from_min_size(Pos2::ZERO, SPARKLINE);
        let points = sparkline_points(rect, 15.0, &[1.0, f64::NAN, 3.0]);
        assert_eq!(points, vec![pos2(2.0, 14.0), pos2(44.0, 2.5)]);
        let flat = sparkline_points(rect, 15.0, &[5.0, 5.0]);
        assert!(flat.iter().all(|point| (point.y - 14.0).abs() < f32::EPSILON));
    }
}
