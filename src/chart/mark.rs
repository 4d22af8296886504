//! Sizes, strokes and marks that are the same in every chart: markers of scenarios, targets, assumed values.

use super::scene::{Area, Shape, Stroke};
use crate::theme::{Marker, Rgb, ScenarioStyle};

/// Size of axis numbers, units and captions.
pub const SMALL: f32 = 11.0;
/// Size of labels at the ends of lines.
pub const LABEL: f32 = 11.5;
/// Size of names and values in rows.
pub const TEXT: f32 = 12.0;

/// Half the width of a marker at the end of a line.
pub const END_REACH: f32 = 3.0;
/// Half the width of a marker on a secondary line.
pub const SECONDARY_REACH: f32 = 2.4;
/// Half the width of a marker that stands by itself.
pub const LONE_REACH: f32 = 4.5;

/// Width of the line of what was observed.
pub const HISTORY: f32 = 2.4;
/// Width of the line of the active scenario.
pub const ACTIVE: f32 = 2.1;
/// Width of the line of any other scenario, and of the active one where it is secondary.
pub const OTHER: f32 = 1.9;
/// Width of a secondary line.
pub const SECONDARY: f32 = 1.5;

/// A scenario's marker; `reach` is half its width. A hollow one is filled with the ground.
pub fn draw_marker([x, y]: [f32; 2], reach: f32, style: &ScenarioStyle, ground: Rgb) -> Vec<Shape> {
    let ink = style.color;
    // Filled markers get a thin rim of the ground, which keeps them apart where lines run together.
    let look = |filled: bool| if filled { (ink, (ground, 0.8)) } else { (ground, (ink, 1.4)) };
    let polygon = |corners: &[(f32, f32)], filled: bool| {
        let (fill, rim) = look(filled);
        let corners = corners.iter().map(|(dx, dy)| [x + dx * reach, y + dy * reach]).collect();
        vec![Shape::Polygon { corners, fill, rim }]
    };
    match style.marker {
        Marker::Diamond { filled } => polygon(&[(0.0, -1.3), (1.3, 0.0), (0.0, 1.3), (-1.3, 0.0)], filled),
        Marker::Square { filled } => polygon(&[(-1.0, -1.0), (1.0, -1.0), (1.0, 1.0), (-1.0, 1.0)], filled),
        Marker::Up { filled } => polygon(&[(0.0, -1.25), (1.2, 0.95), (-1.2, 0.95)], filled),
        Marker::Down { filled } => polygon(&[(-1.2, -0.95), (1.2, -0.95), (0.0, 1.25)], filled),
        Marker::Circle { filled } => {
            let (fill, rim) = look(filled);
            vec![Shape::Circle { at: [x, y], radius: reach * 1.1, fill, rim }]
        }
        Marker::Plus { filled } => {
            let (dx, dy) = if filled { (0.0, reach * 1.3) } else { (reach, reach) };
            let arms = [vec![[x - dx, y - dy], [x + dx, y + dy]], vec![[x - dy, y + dx], [x + dy, y - dx]]];
            let strokes = [(3.4, ground), (1.8, ink)].map(|(width, color)| Stroke { width, color, dash: &[] });
            let arm = |stroke: Stroke| arms.clone().map(|points| Shape::Line { points, stroke, within: None });
            strokes.into_iter().flat_map(arm).collect()
        }
    }
}

/// A target: a hollow diamond with a dot.
pub fn draw_target(at: [f32; 2], ink: Rgb, ground: Rgb) -> [Shape; 2] {
    let Area { left, top, right, bottom } = Area::around(at, 6.0);
    let corners = vec![[at[0], top], [right, at[1]], [at[0], bottom], [left, at[1]]];
    [
        Shape::Polygon { corners, fill: ground, rim: (ink, 1.5) },
        Shape::Circle { at, radius: 1.4, fill: ink, rim: (ink, 0.0) },
    ]
}
