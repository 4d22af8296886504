//! A strip of shares in the window.

use super::link::PlotLook;
use super::scene;
use crate::chart::share_strip::{ShareStrip, height_of_strips, lay_out_strips};
use egui::{Response, Ui, vec2};

/// Height of a strip over the given width.
pub fn height_of_strip(ui: &Ui, look: &PlotLook<'_>, strip: &ShareStrip, width: f32) -> f32 {
    scene::with_look(ui.painter(), look, |look| height_of_strips(std::slice::from_ref(strip), look, width))
}

/// Draws the strip over the given width.
pub fn share_strip_ui(ui: &mut Ui, look: &PlotLook<'_>, strip: &ShareStrip, width: f32) -> Response {
    let height = height_of_strip(ui, look, strip, width);
    let (rect, response) = scene::allocate(ui, vec2(width, height), &strip.alt);
    let corner = [rect.left(), rect.top()];
    let strips = std::slice::from_ref(strip);
    let scene = scene::with_look(ui.painter(), look, |look| lay_out_strips(strips, look, corner, width));
    scene::show(ui, &response, &scene, look.theme.paper);
    response.on_hover_text(&strip.alt)
}
