//! The drawn icons, 14 by 14 with strokes of 1.2, and the button that carries one.
//!
//! Shapes instead of font glyphs: the embedded fonts have no symbols, and a shape stays sharp at every text size.

use std::f32::consts::{FRAC_PI_2, PI, TAU};

use egui::{
    Color32, CornerRadius, Painter, Pos2, Rect, Response, Role, Sense, Shape, Stroke, Ui, Vec2, WidgetInfo, vec2,
};

use super::style;

/// What an icon means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Icon {
    /// Shown.
    Eye,
    /// Hidden.
    EyeClosed,
    /// Pinned as the scenario of comparison.
    Pin,
    /// Back to the inherited value.
    Reset,
    /// Open the left column.
    ChevronRight,
    /// Close the left column.
    ChevronLeft,
    /// An open group.
    ChevronDown,
    /// Add.
    Plus,
    /// Find.
    Search,
    /// Undo.
    Undo,
    /// Redo.
    Redo,
    /// Light or dark.
    HalfDisc,
    /// Present.
    Play,
    /// Show as a table.
    Table,
    /// Agrees.
    Tick,
    /// Close, remove.
    Cross,
    /// Needs attention.
    Warning,
    /// For information.
    Info,
    /// Has no effect here.
    Lock,
    /// Above.
    ArrowUp,
    /// Below.
    ArrowDown,
    /// Can be dragged.
    Grip,
    /// More actions.
    More,
}

/// One piece of an icon, in a square of 14 units with y downwards.
enum Part {
    /// Straight strokes through these points.
    Line(&'static [(f32, f32)]),
    /// Straight strokes that return to their start.
    Closed(&'static [(f32, f32)]),
    /// A curve from the first to the last point, drawn towards the middle one.
    Curve([(f32, f32); 3]),
    /// Part of a circle: centre, radius, start and end angle in radians, clockwise from the right.
    Arc((f32, f32), f32, f32, f32),
    /// A filled disc: centre and radius.
    Dot((f32, f32), f32),
    /// The filled right half of a disc: centre and radius.
    Half((f32, f32), f32),
}

use Part::{Arc, Closed, Curve, Dot, Half, Line};

const EYE: &[Part] = &[
    Curve([(0.8, 7.0), (7.0, 0.8), (13.2, 7.0)]),
    Curve([(0.8, 7.0), (7.0, 13.2), (13.2, 7.0)]),
    Arc((7.0, 7.0), 2.0, 0.0, TAU),
    Dot((7.0, 7.0), 0.9),
];
const EYE_CLOSED: &[Part] = &[Curve([(0.8, 6.8), (7.0, 12.2), (13.2, 6.8)])];
const PIN: &[Part] = &[
    Line(&[(4.0, 1.6), (10.0, 1.6)]),
    Line(&[(5.0, 1.6), (5.0, 5.6), (2.8, 8.6), (11.2, 8.6), (9.0, 5.6), (9.0, 1.6)]),
    Line(&[(7.0, 8.6), (7.0, 13.0)]),
];
const RESET: &[Part] = &[Arc((7.2, 7.4), 4.9, -2.55, 2.35), Line(&[(2.6, 1.4), (2.6, 4.9), (6.1, 4.9)])];
const CHEVRON_RIGHT: &[Part] = &[Line(&[(5.0, 3.2), (8.9, 7.0), (5.0, 10.8)])];
const CHEVRON_LEFT: &[Part] = &[Line(&[(9.0, 3.2), (5.1, 7.0), (9.0, 10.8)])];
const CHEVRON_DOWN: &[Part] = &[Line(&[(3.2, 5.0), (7.0, 8.9), (10.8, 5.0)])];
const PLUS: &[Part] = &[Line(&[(7.0, 2.5), (7.0, 11.5)]), Line(&[(2.5, 7.0), (11.5, 7.0)])];
const SEARCH: &[Part] = &[Arc((6.0, 6.0), 4.2, 0.0, TAU), Line(&[(9.1, 9.1), (13.0, 13.0)])];
const UNDO: &[Part] = &[
    Line(&[(4.6, 1.8), (1.5, 4.9), (4.6, 8.0)]),
    Line(&[(1.5, 4.9), (9.0, 4.9)]),
    Arc((9.0, 8.4), 3.5, -FRAC_PI_2, FRAC_PI_2),
    Line(&[(9.0, 11.9), (6.0, 11.9)]),
];
const REDO: &[Part] = &[
    Line(&[(9.4, 1.8), (12.5, 4.9), (9.4, 8.0)]),
    Line(&[(12.5, 4.9), (5.0, 4.9)]),
    Arc((5.0, 8.4), 3.5, FRAC_PI_2, FRAC_PI_2 + PI),
    Line(&[(5.0, 11.9), (8.0, 11.9)]),
];
const HALF_DISC: &[Part] = &[Arc((7.0, 7.0), 5.6, 0.0, TAU), Half((7.0, 7.0), 5.6)];
const PLAY: &[Part] = &[Closed(&[(2.8, 2.0), (12.4, 7.0), (2.8, 12.0)])];
const TABLE: &[Part] = &[
    Closed(&[(1.5, 2.0), (12.5, 2.0), (12.5, 12.0), (1.5, 12.0)]),
    Line(&[(1.5, 5.3), (12.5, 5.3)]),
    Line(&[(5.6, 5.3), (5.6, 12.0)]),
];
const TICK: &[Part] = &[Line(&[(2.4, 7.6), (5.6, 10.8), (11.8, 3.4)])];
const CROSS: &[Part] = &[Line(&[(3.0, 3.0), (11.0, 11.0)]), Line(&[(11.0, 3.0), (3.0, 11.0)])];
const WARNING: &[Part] =
    &[Closed(&[(7.0, 1.6), (13.2, 12.4), (0.8, 12.4)]), Line(&[(7.0, 5.6), (7.0, 9.0)]), Dot((7.0, 10.7), 0.8)];
const INFO: &[Part] = &[Arc((7.0, 7.0), 5.8, 0.0, TAU), Line(&[(7.0, 6.4), (7.0, 10.2)]), Dot((7.0, 4.2), 0.85)];
const LOCK: &[Part] = &[
    Closed(&[(2.8, 6.4), (11.2, 6.4), (11.2, 12.6), (2.8, 12.6)]),
    Line(&[(4.6, 6.4), (4.6, 4.4)]),
    Arc((7.0, 4.4), 2.4, PI, TAU),
    Line(&[(9.4, 4.4), (9.4, 6.4)]),
];
const ARROW_UP: &[Part] = &[Line(&[(7.0, 12.4), (7.0, 2.0)]), Line(&[(3.2, 5.8), (7.0, 2.0), (10.8, 5.8)])];
const ARROW_DOWN: &[Part] = &[Line(&[(7.0, 1.6), (7.0, 12.0)]), Line(&[(3.2, 8.2), (7.0, 12.0), (10.8, 8.2)])];
const GRIP: &[Part] = &[
    Dot((5.0, 3.0), 0.9),
    Dot((9.0, 3.0), 0.9),
    Dot((5.0, 7.0), 0.9),
    Dot((9.0, 7.0), 0.9),
    Dot((5.0, 11.0), 0.9),
    Dot((9.0, 11.0), 0.9),
];
const MORE: &[Part] = &[Dot((2.8, 7.0), 1.1), Dot((7.0, 7.0), 1.1), Dot((11.2, 7.0), 1.1)];

/// Side of an icon in points.
pub const SIZE: f32 = 14.0;

const STROKE: f32 = 1.2;

impl Icon {
    const fn parts(self) -> &'static [Part] {
        match self {
            Self::Eye => EYE,
            Self::EyeClosed => EYE_CLOSED,
            Self::Pin => PIN,
            Self::Reset => RESET,
            Self::ChevronRight => CHEVRON_RIGHT,
            Self::ChevronLeft => CHEVRON_LEFT,
            Self::ChevronDown => CHEVRON_DOWN,
            Self::Plus => PLUS,
            Self::Search => SEARCH,
            Self::Undo => UNDO,
            Self::Redo => REDO,
            Self::HalfDisc => HALF_DISC,
            Self::Play => PLAY,
            Self::Table => TABLE,
            Self::Tick => TICK,
            Self::Cross => CROSS,
            Self::Warning => WARNING,
            Self::Info => INFO,
            Self::Lock => LOCK,
            Self::ArrowUp => ARROW_UP,
            Self::ArrowDown => ARROW_DOWN,
            Self::Grip => GRIP,
            Self::More => MORE,
        }
    }
}

/// Paints an icon in the middle of `rect`, 14 by 14 or smaller where the rectangle is.
pub fn paint(painter: &Painter, icon: Icon, rect: Rect, color: Color32) {
    let side = rect.width().min(rect.height()).min(SIZE);
    let scale = side / SIZE;
    // The corner stands on the pixel grid, so that equal icons look equal wherever they are.
    let pixels = painter.pixels_per_point();
    let corner = rect.center() - Vec2::splat(side * 0.5);
    let corner = (corner.to_vec2() * pixels).round() / pixels;
    let at = |(x, y): (f32, f32)| (corner + vec2(x, y) * scale).to_pos2();
    let stroke = Stroke::new(STROKE * scale, color);
    for part in icon.parts() {
        match part {
            Line(points) => {
                painter.line(points.iter().copied().map(at).collect(), stroke);
            }
            Closed(points) => {
                painter.add(Shape::closed_line(points.iter().copied().map(at).collect(), stroke));
            }
            Curve(points) => {
                painter.line(curve(points.map(at)), stroke);
            }
            Arc(center, radius, start, end) => {
                painter.line(arc(at(*center), radius * scale, *start, *end), stroke);
            }
            Dot(center, radius) => {
                painter.circle_filled(at(*center), radius * scale, color);
            }
            Half(center, radius) => {
                let outline = arc(at(*center), radius * scale, -FRAC_PI_2, FRAC_PI_2);
                painter.add(Shape::convex_polygon(outline, color, Stroke::NONE));
            }
        }
    }
}

/// A quadratic curve as short straight pieces.
fn curve([from, towards, to]: [Pos2; 3]) -> Vec<Pos2> {
    let point = |step: u8| {
        let t = f32::from(step) / 12.0;
        from.lerp(towards, t).lerp(towards.lerp(to, t), t)
    };
    (0..=12).map(point).collect()
}

/// Part of a circle as short straight pieces.
pub(super) fn arc(center: Pos2, radius: f32, start: f32, end: f32) -> Vec<Pos2> {
    let point = |step: u8| center + Vec2::angled(egui::lerp(start..=end, f32::from(step) / 24.0)) * radius;
    (0..=24).map(point).collect()
}

/// A button that shows only an icon, in a hit area of 24 by 24.
///
/// `accessible_name` says what it does; `tooltip` adds the shortcut, or the reason why it is disabled.
pub fn icon_button(ui: &mut Ui, icon: Icon, accessible_name: &str, tooltip: &str, enabled: bool) -> Response {
    let enabled = enabled && ui.is_enabled();
    let sense = if enabled { Sense::click() } else { Sense::hover() };
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(style::HIT), sense);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, enabled, accessible_name));
    if ui.is_rect_visible(rect) {
        let theme = style::tokens(ui);
        let (ground, ink) = if !enabled {
            (None, theme.axis)
        } else if response.is_pointer_button_down_on() {
            (Some(theme.select), theme.ink)
        } else if response.hovered() {
            (Some(theme.hover), theme.ink)
        } else {
            (None, theme.ink2)
        };
        if let Some(ground) = ground {
            ui.painter().rect_filled(rect, CornerRadius::same(style::RADIUS), style::color(ground));
        }
        paint(ui.painter(), icon, rect, style::color(ink));
        style::paint_focus_ring(ui, &response);
    }
    if tooltip.is_empty() {
        response
    } else if enabled {
        // Under a sheet every control counts as disabled, and its hint would lie over the sheet.
        response.on_hover_text(tooltip)
    } else {
        response.on_disabled_hover_text(tooltip)
    }
}
