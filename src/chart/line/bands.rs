//! The layout of bands around a line, of sample paths, and of the words at their ends.

use super::Plot;
use super::ends::limits_of;
use crate::chart::fan::{BandEnd, EndOf, FanChart};
use crate::chart::labels::{LabelSlot, spread};
use crate::chart::mark::LABEL;
use crate::chart::scene::{Area, Ink, Shape, Sketch, Stroke};
use crate::theme::Rgb;

/// Width of a sample path.
const PATH: f32 = 0.9;
/// From the plot to the first bracket, and from bracket to bracket.
const BRACKET: f32 = 7.0;
/// Widths of the brackets from the widest band to the narrowest, and of any further one.
const BRACKETS: ([f32; 3], f32) = ([1.2, 2.0, 3.4], 3.4);
/// From the last bracket to the words, and from the words to the edge.
const WORDS: (f32, f32) = (10.0, 4.0);

fn pieces_of(end: &BandEnd, value: Rgb, name: Rgb) -> [(&str, Ink); 2] {
    [(end.value_text.as_str(), Ink::bold(LABEL, value)), (end.name.as_str(), Ink::plain(LABEL, name))]
}

/// Place of a bracket right of the plot; the place after the last one for the number of bands.
fn bracket_x(right: f32, position: usize) -> f32 {
    right + BRACKET * (position + 1) as f32
}

/// Room that brackets and words need at the right of the plot.
pub(super) fn room_of(sketch: &Sketch<'_>, fan: &FanChart) -> f32 {
    let words = fan.ends.iter().map(|end| sketch.width_of_pieces(&pieces_of(end, fan.color, fan.color)));
    (words.fold(0.0_f32, f32::max) + bracket_x(0.0, fan.bands.len()) + WORDS.0 + WORDS.1).ceil()
}

/// Adds bands and sample paths.
pub(super) fn add_bands(sketch: &mut Sketch<'_>, plot: &Plot<'_>, fan: &FanChart) {
    let theme = sketch.look.theme;
    for (position, band) in fan.bands.iter().enumerate() {
        let fill = fan.band_color(position, theme.proj, theme.ink);
        let (low, high) = (plot.path(&band.low), plot.path(&band.high));
        sketch.scene.shapes.push(Shape::Band { low, high, fill, within: plot.area });
    }
    for path in &fan.paths {
        let stroke = Stroke { width: PATH, color: theme.ink2, dash: &[] };
        sketch.line(plot.path(path), stroke, Some(plot.area));
    }
}

/// Adds brackets and words at the right of the plot; returns what the words cover.
pub(super) fn add_ends(sketch: &mut Sketch<'_>, plot: &Plot<'_>, fan: &FanChart) -> Vec<Area> {
    let theme = sketch.look.theme;
    let Area { top, right, bottom, .. } = plot.area;
    for (position, band) in fan.bands.iter().enumerate() {
        let Some((low, high)) = band.low.last().zip(band.high.last()) else { continue };
        let x = bracket_x(right, position);
        let ends = vec![[x, plot.y_of(high.1).max(top)], [x, plot.y_of(low.1).min(bottom)]];
        let width = BRACKETS.0.get(position).copied().unwrap_or(BRACKETS.1);
        let color = fan.band_color(position.max(1), theme.paper, theme.ink);
        sketch.line(ends, Stroke { width, color, dash: &[] }, None);
    }
    let slots: Vec<LabelSlot> = fan.ends.iter().map(|end| LabelSlot::line(plot.y_of(end.value))).collect();
    let (highest, lowest) = limits_of(plot);
    let places = spread(&slots, highest, lowest);
    let left = bracket_x(right, fan.bands.len()) + WORDS.0 - BRACKET;
    let words = fan.ends.iter().zip(places).map(|(end, y)| {
        let value = match end.of {
            EndOf::Band => theme.ink,
            EndOf::Median => fan.color,
            EndOf::Reference(color) => color,
        };
        sketch.pieces_on_middle([left, y], &pieces_of(end, value, theme.ink2), plot.whole.right - left)
    });
    words.collect()
}
