//! The charts of bars in the window: the waterfall, the tornado and the distribution of a year, under their title and over their sentences.

use super::frame::{HEAD, paint_head};
use super::link::PlotLook;
use super::scene;
use crate::chart::distribution::{DistributionChart, height_of_distribution, lay_out_distribution};
use crate::chart::tornado::{TornadoChart, height_of_tornado, lay_out_tornado};
use crate::chart::waterfall::{Waterfall, height_of_waterfall, lay_out_waterfall};
use crate::ui::style;
use egui::{Ui, vec2};

/// Draws the waterfall over the given width.
pub fn waterfall_ui(ui: &mut Ui, look: &PlotLook<'_>, chart: &Waterfall, width: f32) {
    let (rect, response) = scene::allocate(ui, vec2(width, HEAD + height_of_waterfall(chart)), &chart.alt);
    paint_head(ui.painter(), look, rect, &chart.title, &chart.unit_line);
    let corner = [rect.left(), rect.top() + HEAD];
    let scene = scene::with_look(ui.painter(), look, |look| lay_out_waterfall(chart, look, corner, width));
    scene::show(ui, &response, &scene, look.theme.paper);
    captions_ui(ui, look, &chart.captions);
}

/// Draws the tornado over the given width.
pub fn tornado_ui(ui: &mut Ui, look: &PlotLook<'_>, chart: &TornadoChart, width: f32) {
    let (rect, response) = scene::allocate(ui, vec2(width, HEAD + height_of_tornado(chart)), &chart.alt);
    paint_head(ui.painter(), look, rect, &chart.title, &chart.unit_line);
    let corner = [rect.left(), rect.top() + HEAD];
    let scene = scene::with_look(ui.painter(), look, |look| lay_out_tornado(chart, look, corner, width));
    scene::show(ui, &response, &scene, look.theme.paper);
    captions_ui(ui, look, &chart.captions);
}

/// Draws the distribution of a year over the given width.
pub fn distribution_ui(ui: &mut Ui, look: &PlotLook<'_>, chart: &DistributionChart, width: f32) {
    let (rect, response) = scene::allocate(ui, vec2(width, HEAD + height_of_distribution()), &chart.alt);
    paint_head(ui.painter(), look, rect, &chart.title, &chart.unit_line);
    let corner = [rect.left(), rect.top() + HEAD];
    let scene = scene::with_look(ui.painter(), look, |look| lay_out_distribution(chart, look, corner, width));
    scene::show(ui, &response, &scene, look.theme.paper);
    captions_ui(ui, look, &chart.captions);
}

/// Sentences in the secondary ink.
fn captions_ui(ui: &mut Ui, look: &PlotLook<'_>, captions: &[String]) {
    if captions.is_empty() {
        return;
    }
    ui.add_space(4.0);
    let text = captions.join(" ");
    ui.add(egui::Label::new(style::rich(text, style::body(), look.theme.ink2)).wrap());
}
