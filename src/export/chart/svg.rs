//! A scene on paper: its shapes as SVG, its texts as text.

use crate::chart::scene::{Anchor, Area, HALF_STROKE, Scene, Shape, Stroke, Text};
use crate::theme::Rgb;

/// Width of the ground round letters that cross lines, both sides together.
const HALO: f32 = 3.0;

/// `#rrggbb`.
pub(super) fn hex(color: Rgb) -> String {
    format!("#{:02x}{:02x}{:02x}", color.0, color.1, color.2)
}

/// A length with two decimals, which is finer than any printer.
fn length(value: f32) -> String {
    let text = format!("{value:.2}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

/// A text inside markup; characters that XML cannot hold are left out.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' | '\r' => out.push(letter),
            letter if letter.is_control() || matches!(letter, '\u{fffe}' | '\u{ffff}') => {}
            letter => out.push(letter),
        }
    }
    out
}

/// Writes the shapes of a scene in their order, a line for each.
pub(super) fn write_scene(body: &mut String, scene: &Scene, paper: Rgb) {
    for shape in &scene.shapes {
        let written = match shape {
            Shape::Rect { area, fill, radius } => rect(*area, *fill, *radius),
            Shape::Rule { from, to, color } => line(&[*from, *to], Stroke { width: 1.0, color: *color, dash: &[] }),
            Shape::Line { points, stroke, within } => clip_shape(line(points, *stroke), points, *within),
            Shape::Band { low, high, fill, within } => {
                let edge: Vec<[f32; 2]> = low.iter().chain(high.iter().rev()).copied().collect();
                clip_shape(polygon(&edge, *fill, (*fill, 0.0)), &edge, Some(*within))
            }
            Shape::Polygon { corners, fill, rim } => polygon(corners, *fill, *rim),
            Shape::Circle { at, radius, fill, rim } => circle(*at, *radius, *fill, *rim),
            Shape::Text(text) => written_text(text, scene, paper),
        };
        body.push_str(&written);
        body.push('\n');
    }
}

fn rect(area: Area, fill: Rgb, radius: f32) -> String {
    let (width, height) = (area.width().max(0.0), area.height().max(0.0));
    let round = if radius > 0.0 { format!(" rx=\"{}\"", length(radius)) } else { String::new() };
    format!(
        "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"{round} fill=\"{}\"/>",
        length(area.left),
        length(area.top),
        length(width),
        length(height),
        hex(fill)
    )
}

fn path_of(points: &[[f32; 2]]) -> String {
    points.iter().map(|[x, y]| format!("{},{}", length(*x), length(*y))).collect::<Vec<_>>().join(" ")
}

fn line(points: &[[f32; 2]], stroke: Stroke) -> String {
    let dash: Vec<String> = stroke.dash.iter().map(|part| length(*part)).collect();
    let dash = if dash.is_empty() { String::new() } else { format!(" stroke-dasharray=\"{}\"", dash.join(" ")) };
    format!(
        "<polyline points=\"{}\" fill=\"none\" stroke=\"{}\" stroke-width=\"{}\" stroke-linejoin=\"round\"{dash}/>",
        path_of(points),
        hex(stroke.color),
        length(stroke.width)
    )
}

fn polygon(corners: &[[f32; 2]], fill: Rgb, rim: (Rgb, f32)) -> String {
    format!("<polygon points=\"{}\" fill=\"{}\"{}/>", path_of(corners), hex(fill), rim_of(rim))
}

fn circle(at: [f32; 2], radius: f32, fill: Rgb, rim: (Rgb, f32)) -> String {
    let (x, y) = (length(at[0]), length(at[1]));
    format!("<circle cx=\"{x}\" cy=\"{y}\" r=\"{}\" fill=\"{}\"{}/>", length(radius), hex(fill), rim_of(rim))
}

fn rim_of((color, width): (Rgb, f32)) -> String {
    if width > 0.0 { format!(" stroke=\"{}\" stroke-width=\"{}\"", hex(color), length(width)) } else { String::new() }
}

/// A shape clipped to its area if it exceeds it, which half a stroke can do.
fn clip_shape(shape: String, points: &[[f32; 2]], within: Option<Area>) -> String {
    let Some(area) = within.map(|area| area.expand(HALF_STROKE)) else { return shape };
    if points.iter().all(|point| area.contains(*point)) {
        return shape;
    }
    let [x, y, width, height] = [area.left, area.top, area.width(), area.height()].map(length);
    let place = format!("x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"");
    format!("<svg {place} viewBox=\"{x} {y} {width} {height}\">{shape}</svg>")
}

fn written_text(text: &Text, scene: &Scene, paper: Rgb) -> String {
    let anchor = match text.anchor {
        Anchor::Start => "",
        Anchor::Middle => " text-anchor=\"middle\"",
        Anchor::End => " text-anchor=\"end\"",
    };
    let weight = if text.ink.font.bold { " font-weight=\"600\"" } else { "" };
    // The ground is painted under the letters of the same text, so that a reader meets it once.
    let halo = if text.ink.halo {
        let ground = hex(scene.ground_at(text.area().middle()[0], paper));
        let width = length(HALO);
        format!(" stroke=\"{ground}\" stroke-width=\"{width}\" stroke-linejoin=\"round\" paint-order=\"stroke\"")
    } else {
        String::new()
    };
    format!(
        "<text x=\"{}\" y=\"{}\" font-size=\"{}\"{anchor}{weight}{halo} fill=\"{}\">{}</text>",
        length(text.at[0]),
        length(text.at[1]),
        length(text.ink.font.size),
        hex(text.ink.color),
        escape(&text.text)
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::scene::Ink;

    #[test]
    fn what_a_user_writes_stays_text() {
        assert_eq!(escape("<a href=\"x\">&\u{1}\u{0}b"), "&lt;a href=&quot;x&quot;&gt;&amp;b");
        let ink = Ink::plain(11.0, Rgb(1, 2, 3));
        let text = "</text><script>".to_owned();
        let text = Text { at: [1.0, 2.0], anchor: Anchor::Start, ink, text, width: 10.0 };
        let mut body = String::new();
        write_scene(&mut body, &Scene { shapes: vec![Shape::Text(text)], ..Scene::default() }, Rgb(255, 255, 255));
        assert!(body.starts_with("<text") && !body.contains("<script>"), "{body}");
    }

    #[test]
    fn only_a_line_that_leaves_its_area_gets_a_window_of_its_own() {
        let stroke = Stroke { width: 1.9, color: Rgb(1, 2, 3), dash: &[6.0, 3.0] };
        let within = Some(Area { left: 0.0, top: 0.0, right: 50.0, bottom: 50.0 });
        let drawn = |end: [f32; 2]| {
            let shapes = vec![Shape::Line { points: vec![[0.0, 0.0], end], stroke, within }];
            let mut body = String::new();
            write_scene(&mut body, &Scene { shapes, ..Scene::default() }, Rgb(255, 255, 255));
            body
        };
        assert!(drawn([50.0, 50.0]).starts_with("<polyline points=\"0,0 50,50\""), "{}", drawn([50.0, 50.0]));
        assert!(drawn([50.0, 90.0]).starts_with("<svg x=\"-1.2\""), "{}", drawn([50.0, 90.0]));
    }
}
