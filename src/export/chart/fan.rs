//! Bands, sample paths and brackets of a fan, under and beside the lines of a chart.

use super::line::Plot;
use super::pen::{Anchor, Ink, Pen, Stroke, width_of};
use crate::chart::fan::Fan;
use crate::chart::labels::{Slot, spread};

const SMALL: f32 = 11.0;
/// From the plot to the first bracket, and from bracket to bracket.
const BRACKET: f32 = 7.0;
/// From the last bracket to the words.
const WORDS: f32 = 8.0;

fn brackets(fan: &Fan) -> f32 {
    fan.bands.iter().fold(BRACKET, |width, _| width + BRACKET)
}

/// Room that brackets and words need at the right of the plot.
pub(super) fn room(fan: &Fan) -> f32 {
    let words =
        fan.ends.iter().map(|end| width_of(&end.value_text, SMALL, true) + width_of(&end.name, SMALL, false) + 12.0);
    words.fold(0.0_f32, f32::max) + brackets(fan) + WORDS
}

/// Bands and sample paths.
pub(super) fn bands(pen: &mut Pen, plot: &Plot<'_>, fan: &Fan) {
    let theme = plot.theme();
    for (position, band) in fan.bands.iter().enumerate() {
        let fill = fan.band_color(position, theme.proj);
        let edge = band.low.iter().chain(band.high.iter().rev()).map(|point| plot.at(*point));
        pen.polygon(&edge.collect::<Vec<_>>(), fill, (fill, 0.0));
    }
    for path in &fan.paths {
        let points: Vec<[f32; 2]> = path.iter().map(|point| plot.at(*point)).collect();
        pen.line(&points, Stroke { width: 0.9, color: theme.ink2, dash: &[] });
    }
}

/// Brackets and the values of their ends.
pub(super) fn ends(pen: &mut Pen, plot: &Plot<'_>, fan: &Fan) {
    let theme = plot.theme();
    for (position, band) in fan.bands.iter().enumerate() {
        let Some((low, high)) = band.low.last().zip(band.high.last()) else { continue };
        let x = (0..=position).fold(plot.right, |x, _| x + BRACKET);
        let (top, bottom) = (plot.at(*high)[1].max(plot.top), plot.at(*low)[1].min(plot.bottom));
        let width = [1.2, 2.0, 3.4].get(position).copied().unwrap_or(3.4);
        pen.rule([x, top], [x, bottom], fan.band_color(position.max(1), theme.paper), width);
    }
    let slots: Vec<Slot> = fan.ends.iter().map(|end| Slot::line(plot.y_of(end.value))).collect();
    let places = spread(&slots, plot.top - 14.0, plot.bottom + 7.0);
    let left = plot.right + brackets(fan) + WORDS - BRACKET;
    for (end, y) in fan.ends.iter().zip(places) {
        let ink = if end.band.is_none() { fan.color } else { theme.ink };
        pen.text_on_middle([left, y], Anchor::Start, Ink::bold(SMALL, ink), &end.value_text);
        let after = left + width_of(&end.value_text, SMALL, true) + 4.0;
        pen.text_on_middle([after, y], Anchor::Start, Ink::plain(SMALL, theme.ink2), &end.name);
    }
}
