//! The badge that says where a figure comes from: a disc and the word for it.

use crate::scenario::figure::Status;
use std::f32::consts::FRAC_PI_2;

use egui::{Color32, Painter, Pos2, Response, Role, Sense, Shape, Stroke, Ui, WidgetInfo, pos2, vec2};

use crate::ui::{icons, style};

/// Where a figure comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Stated in a document: a full disc.
    Published,
    /// Follows from stated figures: a half disc.
    Derived,
    /// Assumed: a ring.
    Assumed,
}

impl Standing {
    /// The mark of a status.
    pub const fn from_status(status: Status) -> Self {
        match status {
            Status::Published => Self::Published,
            Status::Derived => Self::Derived,
            Status::Assumed => Self::Assumed,
        }
    }
}

const DISC: f32 = 3.6;
const SPACING: f32 = 5.0;
const HEIGHT: f32 = 14.0;

/// Shows the disc of this standing and the word passed in.
pub fn source_badge(ui: &mut Ui, standing: Standing, word: &str) -> Response {
    let theme = style::tokens(ui);
    let text = style::one_line(ui, word, style::small(), theme.ink3, f32::INFINITY);
    let disc_width = 2.0 * DISC;
    let (rect, response) = ui.allocate_exact_size(vec2(disc_width + SPACING + text.size().x, HEIGHT), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, ui.is_enabled(), word));
    let middle = rect.center().y;
    paint_disc(ui.painter(), pos2(rect.left() + DISC, middle), standing, style::color(theme.ink3));
    let left = rect.left() + disc_width + SPACING;
    ui.painter().galley(pos2(left, middle - text.size().y * 0.5), text, style::color(theme.ink3));
    response
}

/// Paints only the disc, for places too narrow for the word.
pub fn paint_disc(painter: &Painter, center: Pos2, standing: Standing, color: Color32) {
    if standing == Standing::Published {
        painter.circle_filled(center, DISC + 0.4, color);
        return;
    }
    painter.circle_stroke(center, DISC, Stroke::new(1.2, color));
    if standing == Standing::Derived {
        let half = icons::arc(center, DISC, FRAC_PI_2, 3.0 * FRAC_PI_2);
        painter.add(Shape::convex_polygon(half, color, Stroke::NONE));
    }
}
