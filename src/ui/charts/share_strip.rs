//! A strip of shares: 100 % as one bar, the largest part named inside, the others beside it.

use std::sync::Arc;

use egui::{Galley, Painter, Pos2, Rect, Response, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::theme::{Rgb, Theme};

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
    let caption = paint::line_of(painter, &caption, SMALL, width * 0.4);
    let caption = paint::on_middle(painter, caption, rect.left_center(), Side::Start);

    let room = Rect::from_min_max(
        pos2((caption.right() + 10.0).round(), middle - BAR / 2.0),
        pos2(rect.right(), middle + BAR / 2.0),
    );
    let names = Names::of(painter, theme, &strip.parts);
    let within = names.within(&strip.parts, room.width());
    let bar = room.with_max_x(room.left() + names.bar_width(within, room.width()));
    let areas = part_areas(&strip.parts, bar);
    for (part, area) in strip.parts.iter().zip(&areas) {
        painter.rect_filled(*area, 0.0, color(part.fill));
    }
    let mut x = bar.right() + GAP;
    for (index, part) in strip.parts.iter().enumerate() {
        if Some(index) == within {
            let at = pos2(areas[index].left() + 7.0, middle);
            paint::on_middle(painter, Arc::clone(&names.inside[index]), at, Side::Start);
            continue;
        }
        // A name that would leave the strip is left to the hover text.
        if x + SQUARE + 5.0 + names.beside[index].size().x > rect.right() + 1.0 {
            break;
        }
        let square = Rect::from_center_size(pos2(x + SQUARE / 2.0, middle), vec2(SQUARE, SQUARE));
        painter.rect_filled(square, 0.0, color(part.fill));
        let at = pos2(x + SQUARE + 5.0, middle);
        x = paint::on_middle(painter, Arc::clone(&names.beside[index]), at, Side::Start).right() + GAP;
    }
    response.on_hover_text(&strip.alt)
}

/// Names and shares of the parts, laid out for either place.
struct Names {
    inside: Vec<Arc<Galley>>,
    beside: Vec<Arc<Galley>>,
}

impl Names {
    fn of(painter: &Painter, theme: &Theme, parts: &[SharePart]) -> Self {
        let measure = |ink: Rgb, value_ink: Rgb| {
            let runs = |part: &SharePart| {
                let runs = [plain(&part.name, ink), bold(&part.value_text, value_ink)];
                paint::line_of(painter, &runs, SMALL, f32::INFINITY)
            };
            parts.iter().map(runs).collect()
        };
        Self { inside: measure(theme.on_fill, theme.on_fill), beside: measure(theme.ink2, theme.ink) }
    }

    /// Width left for the bar when all names but one stand beside it.
    fn bar_width(&self, within: Option<usize>, room: f32) -> f32 {
        let outside = self.beside.iter().enumerate().filter(|(index, _)| Some(*index) != within);
        let names: f32 = outside.map(|(_, galley)| galley.size().x + SQUARE + 5.0 + GAP).sum();
        (room - names).max(40.0).floor()
    }

    /// The largest part, if its name fits inside the bar that is left when it stands there.
    fn within(&self, parts: &[SharePart], room: f32) -> Option<usize> {
        let largest = (0..parts.len()).max_by(|a, b| parts[*a].share.total_cmp(&parts[*b].share))?;
        let bar = Rect::from_min_size(Pos2::ZERO, vec2(self.bar_width(Some(largest), room), BAR));
        let area = part_areas(parts, bar)[largest];
        (area.width() > self.inside[largest].size().x + 12.0).then_some(largest)
    }
}

/// Areas of the parts with a gap of one pixel between them.
fn part_areas(parts: &[SharePart], bar: Rect) -> Vec<Rect> {
    let total: f64 = parts.iter().map(|part| part.share.max(0.0)).sum();
    let mut sum = 0.0;
    let mut edge = bar.left();
    let mut areas = Vec::with_capacity(parts.len());
    for part in parts {
        sum += part.share.max(0.0);
        let end = egui::lerp(f64::from(bar.left())..=f64::from(bar.right()), sum / total.max(1e-12));
        let end = paint::px(end).round();
        areas.push(Rect::from_min_max(pos2(edge, bar.top()), pos2((end - 1.0).max(edge), bar.bottom())));
        edge = end;
    }
    areas
}
