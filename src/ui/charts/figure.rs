//! The figure of a document in the window: as on paper, without zoom, menu or marked year.

use super::frame;
use super::link::PlotLook;
use super::scene::{allocate, area_of, paint_scene, with_look};
use super::{distribution_ui, share_strip_ui, tornado_ui, waterfall_ui};
use crate::chart::line::{Plot, lay_out_lines, place_plot};
use crate::chart::model::LineChart;
use crate::export::chart::{ChartFile, Drawing};
use egui::{Ui, vec2};

/// Height of a chart of lines with its head.
const LINES: f32 = 300.0;

/// Draws what a figure shows, so wide.
pub fn figure_ui(ui: &mut Ui, look: &PlotLook<'_>, figure: &ChartFile, width: f32) {
    match &figure.drawing {
        Drawing::Lines(chart) => lines_ui(ui, look, (chart, &figure.described), width),
        Drawing::Strip(strips) => {
            for strip in strips {
                share_strip_ui(ui, look, strip, width);
            }
        }
        Drawing::Waterfall(chart) => waterfall_ui(ui, look, chart, width),
        Drawing::Tornado(chart) => tornado_ui(ui, look, chart, width),
        Drawing::Distribution(chart) => distribution_ui(ui, look, chart, width),
    }
}

fn lines_ui(ui: &mut Ui, look: &PlotLook<'_>, (chart, described): (&LineChart, &str), width: f32) {
    let (rect, _) = allocate(ui, vec2(width, LINES), described);
    let (x, y) = (chart.x_span(), chart.y_span());
    let whole = area_of(rect.with_min_y(rect.top() + frame::HEAD));
    let scene = with_look(ui.painter(), look, |set| {
        let area = place_plot(chart, set, whole, y);
        lay_out_lines(&Plot { chart, whole, area, x, y, year: None }, set)
    });
    frame::paint_head(ui.painter(), look, rect, &chart.title, &frame::unit_line(chart, look, y, false));
    paint_scene(ui.painter(), &scene, look.theme.paper);
}
