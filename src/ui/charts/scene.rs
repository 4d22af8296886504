//! A scene in the window: its shapes as shapes of egui, its hints for the pointer and for screen readers.

use super::link::PlotLook;
use super::paint::{self, color, galley_of, on_halo, width_of};
use crate::chart::scene::{Anchor, Area, Font, HALF_STROKE, Look, Scene, Shape, Text};
use crate::theme::Rgb;
use crate::ui::marks::paint_dashed_line;
use egui::{Mesh, Painter, Pos2, Rect, Response, Role, Sense, Stroke, Ui, Vec2, WidgetInfo, pos2};

/// A rectangle of egui.
pub(super) const fn rect_of(area: Area) -> Rect {
    Rect { min: Pos2 { x: area.left, y: area.top }, max: Pos2 { x: area.right, y: area.bottom } }
}

/// An area from a rectangle of egui.
pub(super) const fn area_of(rect: Rect) -> Area {
    Area { left: rect.min.x, top: rect.min.y, right: rect.max.x, bottom: rect.max.y }
}

/// Lays out with the words of a look, and with texts as wide as the window sets them.
pub(super) fn with_look<T>(painter: &Painter, look: &PlotLook<'_>, lay_out: impl FnOnce(Look<'_>) -> T) -> T {
    let measure = |text: &str, font: Font| width_of(painter, text, font);
    lay_out(Look {
        theme: look.theme,
        actual: &look.words.actual,
        projected: &look.words.projected,
        joined: &*look.words.joined_name,
        format: look.format,
        measure: &measure,
    })
}

/// Allocates the place of a picture that says of itself what it shows.
pub(super) fn allocate(ui: &mut Ui, size: Vec2, alt: &str) -> (Rect, Response) {
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, alt));
    (rect, response)
}

/// Paints a scene, and lets its hints be pointed at and read out.
pub(super) fn show(ui: &Ui, response: &Response, scene: &Scene, paper: Rgb) {
    paint_scene(ui.painter(), scene, paper);
    for (position, (area, hint)) in scene.hints.iter().enumerate() {
        let pointed = ui.interact(rect_of(*area), response.id.with(position), Sense::hover());
        pointed.widget_info(|| WidgetInfo::labeled(Role::Label, true, hint));
        pointed.on_hover_text(hint);
    }
}

/// Paints the shapes of a scene in their order.
pub(super) fn paint_scene(painter: &Painter, scene: &Scene, paper: Rgb) {
    for shape in &scene.shapes {
        paint_shape(painter, shape, scene, paper);
    }
}

fn path_of(points: &[[f32; 2]]) -> Vec<Pos2> {
    points.iter().map(|point| Pos2::from(*point)).collect()
}

fn paint_shape(painter: &Painter, shape: &Shape, scene: &Scene, paper: Rgb) {
    match shape {
        Shape::Rect { area, fill, radius } => {
            painter.rect_filled(rect_of(*area), *radius, color(*fill));
        }
        Shape::Rule { from, to, color } => paint_rule(painter, *from, *to, *color),
        Shape::Line { points, stroke, within } => {
            // Shapes exceed their area by half a stroke at most.
            let clip = within.map_or(Rect::EVERYTHING, |area| rect_of(area.expand(HALF_STROKE)));
            let painter = painter.with_clip_rect(clip.intersect(painter.clip_rect()));
            paint_dashed_line(&painter, &path_of(points), stroke.dash, stroke.width, color(stroke.color));
        }
        Shape::Band { low, high, fill, within } => {
            let painter = painter.with_clip_rect(rect_of(*within).intersect(painter.clip_rect()));
            painter.add(egui::Shape::mesh(mesh_between(low, high, color(*fill))));
        }
        Shape::Polygon { corners, fill, rim } => {
            let rim = Stroke::new(rim.1, color(rim.0));
            painter.add(egui::Shape::convex_polygon(path_of(corners), color(*fill), rim));
        }
        Shape::Circle { at, radius, fill, rim } => {
            painter.circle(Pos2::from(*at), *radius, color(*fill), Stroke::new(rim.1, color(rim.0)));
        }
        Shape::Text(text) => paint_text(painter, text, scene, paper),
    }
}

/// A line of one pixel, on the grid of the pixels.
fn paint_rule(painter: &Painter, from: [f32; 2], to: [f32; 2], ink: Rgb) {
    if (from[1] - to[1]).abs() < f32::EPSILON {
        paint::hline(painter, from[0], to[0], from[1], ink);
    } else {
        paint::vline(painter, from[0], from[1], to[1], ink);
    }
}

/// The area between two lines over the same places: egui fills only figures without a hollow, so it is cut up.
fn mesh_between(low: &[[f32; 2]], high: &[[f32; 2]], ink: egui::Color32) -> Mesh {
    let mut mesh = Mesh::default();
    for (low, high) in low.iter().zip(high) {
        mesh.colored_vertex(Pos2::from(*low), ink);
        mesh.colored_vertex(Pos2::from(*high), ink);
    }
    let pairs = u32::try_from(low.len().min(high.len())).unwrap_or_default();
    for pair in 1..pairs {
        let at = 2 * pair;
        mesh.add_triangle(at - 2, at - 1, at);
        mesh.add_triangle(at - 1, at, at + 1);
    }
    mesh
}

fn paint_text(painter: &Painter, text: &Text, scene: &Scene, paper: Rgb) {
    let galley = galley_of(painter, &text.text, text.ink.font);
    let side = match text.anchor {
        Anchor::Start => 0.0,
        Anchor::Middle => 0.5,
        Anchor::End => 1.0,
    };
    let corner = pos2(text.at[0] - galley.size().x * side, text.at[1] - paint::ascent(&galley));
    if text.ink.halo {
        // The ground changes within the picture, and the halo with it.
        let heights = corner.y - 4.0..=corner.y + galley.size().y + 4.0;
        let mut stripes = vec![(f32::NEG_INFINITY, paper)];
        stripes.extend(&scene.grounds);
        for (position, (from, ground)) in stripes.iter().enumerate() {
            let to = stripes.get(position + 1).map_or(f32::INFINITY, |next| next.0);
            if *from < corner.x + galley.size().x + 4.0 && to > corner.x - 4.0 {
                let stripe = Rect::from_x_y_ranges(*from..=to, heights.clone());
                on_halo(&painter.with_clip_rect(stripe.intersect(painter.clip_rect())), &galley, corner, *ground);
            }
        }
    }
    painter.galley(corner, galley, color(text.ink.color));
}
