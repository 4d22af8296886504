//! A strip of shares: 100 % as one bar, the largest part named inside, the others beside it.

use std::sync::Arc;

use egui::{Galley, Rect, Response, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::theme::Rgb;

use super::link::ChartLook;
use super::paint::{self, SMALL, Side, bold, color, plain};

const HEIGHT: f32 = 20.0;
const BAR: f32 = 18.0;
const GAP: f32 = 11.0;
const SQUARE: f32 = 8.0;

/// One part of the whole.
#[derive(Debug, Clone, PartialEq)]
pub struct SharePart {
    /// Name.
    pub name: String,
    /// Fraction of the whole; parts are drawn in proportion to their sum.
    pub share: f64,
    /// The share in writing.
    pub value_text: String,
    /// Fill.
    pub fill: Rgb,
}

/// The shares of one scenario in one year.
#[derive(Debug, Clone, PartialEq)]
pub struct ShareStrip {
    /// Name of the scenario.
    pub name: String,
    /// Its colour.
    pub color: Rgb,
    /// Year and unit.
    pub caption: String,
    /// Parts from left to right.
    pub parts: Vec<SharePart>,
    /// Text equivalent.
    pub alt: String,
}

/// Draws the strip over the given width.
pub fn share_strip_ui(ui: &mut Ui, look: &ChartLook<'_>, strip: &ShareStrip, width: f32) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(width, HEIGHT), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &strip.alt));
    let (painter, theme) = (ui.painter(), look.theme);
    let middle = rect.center().y;
    let caption = [bold(&strip.name, strip.color), plain(&strip.caption, theme.ink2)];
    let caption = paint::line_of(painter, &caption, SMALL, width * 0.3);
    let caption = paint::on_middle(painter, caption, pos2(rect.left(), middle), Side::Start);

    let measure = |part: &SharePart, ink: Rgb, value_ink: Rgb| {
        paint::line_of(painter, &[plain(&part.name, ink), bold(&part.value_text, value_ink)], SMALL, f32::INFINITY)
    };
    let legend: Vec<Arc<Galley>> = strip.parts.iter().map(|part| measure(part, theme.ink2, theme.ink)).collect();
    let inside: Vec<Arc<Galley>> = strip.parts.iter().map(|part| measure(part, theme.on_fill, theme.on_fill)).collect();
    // The largest part is assumed inside when the room for the bar is reckoned; if it does not fit
    // there after all, it joins the legend and the bar gives way.
    let largest = (0..strip.parts.len()).max_by(|a, b| strip.parts[*a].share.total_cmp(&strip.parts[*b].share));
    let beside = |skip: Option<usize>| -> f32 {
        let kept = legend.iter().enumerate().filter(|(index, _)| Some(*index) != skip);
        kept.map(|(_, galley)| galley.size().x + SQUARE + 5.0 + GAP).sum()
    };
    let left = caption.right() + 10.0;
    let room = |skip: Option<usize>| (rect.right() - left - beside(skip)).max(40.0);
    let total: f64 = strip.parts.iter().map(|part| part.share.max(0.0)).sum();
    let fits = |index: &usize| {
        let share = strip.parts[*index].share.max(0.0) / total.max(1e-12);
        f64::from(room(Some(*index))) * share > f64::from(inside[*index].size().x) + 14.0
    };
    let within = largest.filter(fits);
    let bar = Rect::from_min_size(pos2(left.round(), middle - BAR / 2.0), vec2(room(within).floor(), BAR));
    let areas = part_areas(&strip.parts, bar);
    for (part, area) in strip.parts.iter().zip(&areas) {
        painter.rect_filled(*area, 0.0, color(part.fill));
    }
    if let Some(index) = within {
        let at = pos2(areas[index].left() + 7.0, middle);
        paint::on_middle(painter, Arc::clone(&inside[index]), at, Side::Start);
    }
    let mut x = bar.right() + GAP;
    for (index, galley) in legend.into_iter().enumerate().filter(|(index, _)| Some(*index) != within) {
        let square = Rect::from_center_size(pos2(x + SQUARE / 2.0, middle), vec2(SQUARE, SQUARE));
        painter.rect_filled(square, 0.0, color(strip.parts[index].fill));
        x = paint::on_middle(painter, galley, pos2(x + SQUARE + 5.0, middle), Side::Start).right() + GAP;
    }
    response
}

/// Areas of the parts with a gap of one pixel between them.
fn part_areas(parts: &[SharePart], bar: Rect) -> Vec<Rect> {
    let total: f64 = parts.iter().map(|part| part.share.max(0.0)).sum();
    let mut sum = 0.0;
    parts.iter().map(|part| {
        let from = bar.left() + (f64::from(bar.width()) * sum / total.max(1e-12)) as f32;
        sum += part.share.max(0.0);
        let to = bar.left() + (f64::from(bar.width()) * sum / total.max(1e-12)) as f32;
        let right = (to.round() - 1.0).max(from.round());
        Rect::from_min_max(pos2(from.round(), bar.top()), pos2(right, bar.bottom()))
    }).collect()
}
