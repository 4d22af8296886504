//! Thin lines and short texts, in the colours of the theme.

use std::sync::Arc;

use egui::text::{LayoutJob, TextFormat};
use egui::{Color32, FontFamily, FontId, Galley, Painter, Pos2, Stroke, pos2, vec2};

use crate::chart::scene::{Font, Ink};
use crate::theme::Rgb;

/// A colour of the theme for egui.
pub const fn color(rgb: Rgb) -> Color32 {
    Color32::from_rgb(rgb.0, rgb.1, rgb.2)
}

/// A font of the interface.
fn font(set: Font) -> FontId {
    let family = if set.bold { FontFamily::Name("semibold".into()) } else { FontFamily::Proportional };
    FontId::new(set.size, family)
}

/// A line of text, cut off at `max_width` with an ellipsis.
pub(super) fn line_of(painter: &Painter, text: &str, ink: Ink, max_width: f32) -> Arc<Galley> {
    let set = TextFormat::simple(font(ink.font), color(ink.color));
    let mut job = LayoutJob::single_section(text.to_owned(), set);
    job.wrap.max_rows = 1;
    job.wrap.max_width = max_width;
    job.wrap.break_anywhere = true;
    painter.layout_job(job)
}

/// A line of text whose colour is chosen when it is painted, so that measuring and painting share it.
pub(super) fn galley_of(painter: &Painter, text: &str, set: Font) -> Arc<Galley> {
    painter.layout_no_wrap(text.to_owned(), font(set), Color32::PLACEHOLDER)
}

/// Width of a text as the window sets it.
pub(super) fn width_of(painter: &Painter, text: &str, set: Font) -> f32 {
    galley_of(painter, text, set).size().x
}

/// Distance from the top of a line of text to its baseline.
pub(super) fn ascent(galley: &Galley) -> f32 {
    let glyph = galley.rows.first().and_then(|row| row.row.glyphs.first());
    glyph.map_or_else(|| galley.size().y * 0.79, |glyph| glyph.pos.y)
}

/// On which side of a point a text stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TextSide {
    /// Starts at the point.
    Start,
    /// Ends at the point.
    End,
}

/// Paints a line of text with its baseline at `at.y`.
pub(super) fn on_baseline(painter: &Painter, galley: Arc<Galley>, at: Pos2, side: TextSide) {
    let left = match side {
        TextSide::Start => at.x,
        TextSide::End => at.x - galley.size().x,
    };
    painter.galley(pos2(left, at.y - ascent(&galley)), galley, Color32::PLACEHOLDER);
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
