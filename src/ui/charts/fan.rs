//! A fan under the lines of a chart: bands, sample paths, and brackets with the values of their ends.

use egui::{Mesh, Rect, Shape, Stroke, pos2};

use crate::chart::fan::{BandEnd, Fan};
use crate::chart::labels::{Slot, spread};

use super::frame::{Frame, LABEL};
use super::paint::{self, Side, bold, color, plain};

/// From the plot to the first bracket, and from bracket to bracket.
const BRACKET: f32 = 7.0;
/// From the last bracket to the words.
const WORDS: f32 = 10.0;

/// Room that brackets and words need at the right of the plot.
pub(super) fn room(painter: &egui::Painter, fan: &Fan) -> f32 {
    let measure = |end: &BandEnd| {
        let runs = [bold(&end.value_text, fan.color), plain(&end.name, fan.color)];
        paint::line_of(painter, &runs, LABEL, f32::INFINITY).size().x
    };
    let widest = fan.ends.iter().map(measure).fold(0.0_f32, f32::max);
    (widest + brackets(fan) + WORDS + 4.0).ceil()
}

fn brackets(fan: &Fan) -> f32 {
    fan.bands.iter().fold(BRACKET, |width, _| width + BRACKET)
}

/// Paints bands and sample paths.
pub(super) fn paint_fan(frame: &Frame<'_>) {
    let Some(fan) = &frame.chart.fan else { return };
    let painter = frame.clipped();
    let ground = frame.look.theme.proj;
    for (position, band) in fan.bands.iter().enumerate() {
        let (low, high) = (frame.path(&band.low), frame.path(&band.high));
        let ink = color(fan.band_color(position, ground));
        let mut mesh = Mesh::default();
        for (low, high) in low.iter().zip(&high) {
            mesh.colored_vertex(*low, ink);
            mesh.colored_vertex(*high, ink);
        }
        let pairs = u32::try_from(low.len().min(high.len())).unwrap_or_default();
        for pair in 1..pairs {
            let at = 2 * pair;
            mesh.add_triangle(at - 2, at - 1, at);
            mesh.add_triangle(at - 1, at, at + 1);
        }
        painter.add(Shape::mesh(mesh));
    }
    let ink = color(frame.look.theme.ink2);
    for path in &fan.paths {
        painter.add(Shape::line(frame.path(path), Stroke::new(0.9, ink)));
    }
}

/// Paints brackets and words at the right of the plot; returns what the words cover.
pub(super) fn paint_fan_ends(frame: &Frame<'_>) -> Vec<Rect> {
    let Some(fan) = &frame.chart.fan else { return Vec::new() };
    let theme = frame.look.theme;
    for (position, band) in fan.bands.iter().enumerate() {
        let ends = band.low.last().zip(band.high.last());
        let Some((low, high)) = ends.map(|(low, high)| (frame.y(low.1), frame.y(high.1))) else { continue };
        let x = (0..=position).fold(frame.plot.right(), |x, _| x + BRACKET);
        let (top, bottom) = (high.max(frame.plot.top()), low.min(frame.plot.bottom()));
        let width = [1.2, 2.0, 3.4].get(position).copied().unwrap_or(3.4);
        let ink = color(fan.band_color(position.max(1), theme.paper));
        frame.painter.line_segment([pos2(x, top), pos2(x, bottom)], Stroke::new(width, ink));
    }
    let slots: Vec<Slot> = fan.ends.iter().map(|end| Slot::line(frame.y(end.value))).collect();
    let places = spread(&slots, frame.plot.top() - 14.0, frame.plot.bottom() + 7.0);
    let left = frame.plot.right() + brackets(fan) + WORDS - BRACKET;
    let words = fan.ends.iter().zip(places).map(|(end, y)| {
        let value_ink = if end.band.is_none() { fan.color } else { theme.ink };
        let runs = [bold(&end.value_text, value_ink), plain(&end.name, theme.ink2)];
        let galley = paint::line_of(&frame.painter, &runs, LABEL, frame.whole.right() - left);
        paint::on_middle(&frame.painter, galley, pos2(left, y), Side::Start)
    });
    words.collect()
}
