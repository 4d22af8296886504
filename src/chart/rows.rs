//! What charts of rows share: places across a row, gridlines under it, and its measures.

use super::mark::SMALL;
use super::scale::{Span, Ticks};
use super::scene::{Anchor, Ink, Sketch, px};

/// Height of a bar.
pub(super) const BAR: f32 = 15.0;
/// Space between a bar and its value.
pub(super) const SPACING: f32 = 6.0;
/// Room below the last row, for the numbers of the axis.
pub(super) const AXIS: f32 = 20.0;
/// Least width of the plot beside names and values.
const LEAST: f32 = 20.0;

/// Where things stand across a row.
#[derive(Clone, Copy)]
pub(super) struct Across {
    /// Left edge of names.
    pub(super) left: f32,
    /// Left and right end of the plot.
    pub(super) plot: (f32, f32),
    /// Values at both ends of the plot.
    pub(super) span: Span,
}

impl Across {
    pub(super) fn new(left: f32, (start, end): (f32, f32), span: Span) -> Self {
        // Whole pixels keep gridlines and the ends of bars on one grid.
        let start = start.round();
        Self { left, plot: (start, end.max(start + LEAST)), span }
    }

    pub(super) fn x(&self, value: f64) -> f32 {
        self.plot.0 + (self.plot.1 - self.plot.0) * px(self.span.share(value))
    }
}

/// Gridlines from the top to the bottom of the rows, with their numbers below as far as they keep apart.
pub(super) fn add_axis(sketch: &mut Sketch<'_>, across: Across, ticks: &Ticks, (top, bottom): (f32, f32)) {
    let ink = Ink::plain(SMALL, sketch.look.theme.ink3);
    let mut free = f32::NEG_INFINITY;
    for value in &ticks.values {
        let x = across.x(*value);
        sketch.rule([x, top], [x, bottom], sketch.look.theme.grid);
        let text = (sketch.look.format)(*value, ticks.decimals);
        if x - sketch.width_of(&text, ink) / 2.0 > free + 6.0 {
            free = sketch.text([x, bottom + 14.0], Anchor::Middle, ink, &text).right;
        }
    }
}
