//! Strips of shares: 100 % as one bar, the largest part named inside, the others beside it or, without room, below.

use super::mark::SMALL;
use super::scene::{Area, Ink, Look, Scene, Sketch, px};
use crate::theme::Rgb;

/// Height of a bar.
const BAR: f32 = 18.0;
/// Height of a strip whose names stand beside its bar.
const ROW: f32 = 20.0;
/// From strip to strip.
const BETWEEN: f32 = 6.0;
/// Height of a line of names below a bar.
const LINE: f32 = 15.0;
/// From the bar to the first name, and from name to name.
const SPACING: f32 = 11.0;
/// Side of the sample of a part's fill, and the space after it.
const SQUARE: (f32, f32) = (8.0, 5.0);
/// From the words before the bar to the bar.
const ASIDE: f32 = 10.0;
/// From the edge of a part to the name inside.
const INSET: f32 = 7.0;
/// A bar that names beside it would leave shorter than this has them below.
const LEAST: f32 = 80.0;

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

/// Widths that all strips of a picture share, so that their bars can be compared.
struct Columns {
    /// Left edge of the bars.
    left: f32,
    /// Right edge of everything.
    right: f32,
    /// Width of the bars.
    bar: f32,
    /// Whether names stand below the bars.
    below: bool,
}

/// Height of strips under one another.
pub fn height_of_strips(strips: &[ShareStrip], look: Look<'_>, width: f32) -> f32 {
    lay_out(strips, look, [0.0, 0.0], width).1
}

/// Lays strips out from a corner on, under one another.
pub fn lay_out_strips(strips: &[ShareStrip], look: Look<'_>, corner: [f32; 2], width: f32) -> Scene {
    lay_out(strips, look, corner, width).0
}

fn lay_out(strips: &[ShareStrip], look: Look<'_>, [left, top]: [f32; 2], width: f32) -> (Scene, f32) {
    let mut sketch = Sketch::new(look);
    let columns = columns_of(&sketch, strips, (left, left + width));
    let mut bottom = top;
    for (position, strip) in strips.iter().enumerate() {
        let from = if position == 0 { top } else { bottom + BETWEEN };
        bottom = add_strip(&mut sketch, strip, &columns, [left, from]);
    }
    (sketch.scene, bottom - top)
}

fn columns_of(sketch: &Sketch<'_>, strips: &[ShareStrip], (left, right): (f32, f32)) -> Columns {
    let captions = strips.iter().map(|strip| sketch.width_of_pieces(&words_of(sketch, strip)));
    let caption = captions.fold(0.0_f32, f32::max).min((right - left) * 0.4);
    let start = (left + caption + ASIDE).ceil();
    let room = right - start;
    let beside = strips.iter().map(|strip| {
        let largest = largest_of(strip);
        let names = |within: Option<usize>| {
            let outside = strip.parts.iter().enumerate().filter(|(index, _)| Some(*index) != within);
            room - outside.map(|(_, part)| width_beside(sketch, part) + SPACING).sum::<f32>()
        };
        // The largest part is named inside where its name fits into the bar that is then left.
        if fits_inside(sketch, strip, largest, names(largest)) { names(largest) } else { names(None) }
    });
    let bar = beside.fold(room, f32::min).floor();
    let below = bar < LEAST;
    Columns { left: start, right, bar: if below { room } else { bar }, below }
}

fn words_of<'s>(sketch: &Sketch<'_>, strip: &'s ShareStrip) -> [(&'s str, Ink); 2] {
    [
        (strip.name.as_str(), Ink::bold(SMALL, strip.color)),
        (strip.caption.as_str(), Ink::plain(SMALL, sketch.look.theme.ink2)),
    ]
}

fn name_of(part: &SharePart, ink: Rgb, value: Rgb) -> [(&str, Ink); 2] {
    [(part.name.as_str(), Ink::plain(SMALL, ink)), (part.value_text.as_str(), Ink::bold(SMALL, value))]
}

/// Width of a part's name with the sample of its fill.
fn width_beside(sketch: &Sketch<'_>, part: &SharePart) -> f32 {
    let theme = sketch.look.theme;
    SQUARE.0 + SQUARE.1 + sketch.width_of_pieces(&name_of(part, theme.ink2, theme.ink))
}

fn largest_of(strip: &ShareStrip) -> Option<usize> {
    (0..strip.parts.len()).max_by(|a, b| strip.parts[*a].share.total_cmp(&strip.parts[*b].share))
}

/// Whether the name of a part fits into its place in a bar of a width.
fn fits_inside(sketch: &Sketch<'_>, strip: &ShareStrip, part: Option<usize>, bar: f32) -> bool {
    let Some(part) = part else { return false };
    let place = places_of(&strip.parts, Area { left: 0.0, top: 0.0, right: bar.max(0.0), bottom: BAR })[part];
    let ink = sketch.look.theme.on_fill;
    place.width() > sketch.width_of_pieces(&name_of(&strip.parts[part], ink, ink)) + 12.0
}

/// Adds a strip; returns where it ends.
fn add_strip(sketch: &mut Sketch<'_>, strip: &ShareStrip, columns: &Columns, [left, top]: [f32; 2]) -> f32 {
    let theme = sketch.look.theme;
    let middle = top + ROW / 2.0;
    let words = words_of(sketch, strip);
    sketch.pieces_on_middle([left, middle], &words, columns.left - ASIDE - left);
    let right = columns.left + columns.bar;
    let bar = Area { left: columns.left, top: middle - BAR / 2.0, right, bottom: middle + BAR / 2.0 };
    let places = places_of(&strip.parts, bar);
    for (part, place) in strip.parts.iter().zip(&places) {
        sketch.rect(*place, part.fill);
    }
    let inside = largest_of(strip).filter(|largest| fits_inside(sketch, strip, Some(*largest), columns.bar));
    let (mut x, mut y) = if columns.below { (bar.left, middle + ROW) } else { (bar.right + SPACING, middle) };
    let mut bottom = top + ROW;
    for (index, part) in strip.parts.iter().enumerate() {
        if Some(index) == inside {
            let at = [places[index].left + INSET, middle];
            sketch.pieces_on_middle(at, &name_of(part, theme.on_fill, theme.on_fill), f32::INFINITY);
            continue;
        }
        let width = width_beside(sketch, part);
        if columns.below && x > bar.left && x + width > columns.right {
            (x, y) = (bar.left, y + LINE);
        }
        let square = SQUARE.0 / 2.0;
        sketch.rect(Area::around([x + square, y], square), part.fill);
        let at = [x + SQUARE.0 + SQUARE.1, y];
        sketch.pieces_on_middle(at, &name_of(part, theme.ink2, theme.ink), f32::INFINITY);
        x += width + SPACING;
        bottom = bottom.max(y + LINE / 2.0);
    }
    bottom
}

/// Places of the parts one pixel apart.
fn places_of(parts: &[SharePart], bar: Area) -> Vec<Area> {
    let total: f64 = parts.iter().map(|part| part.share.max(0.0)).sum();
    let mut sum = 0.0;
    let mut edge = bar.left;
    let mut places = Vec::with_capacity(parts.len());
    for part in parts {
        sum += part.share.max(0.0);
        let end = (bar.left + bar.width() * px(sum / total.max(1e-12))).round();
        places.push(Area { left: edge, right: (end - 1.0).max(edge), ..bar });
        edge = end;
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::scene::Shape;
    use crate::chart::test_look::test_look;

    fn strip(name: &str, shares: &[(&str, f64)]) -> ShareStrip {
        let part = |(index, (name, share)): (usize, &(&str, f64))| SharePart {
            name: (*name).into(),
            share: *share,
            value_text: format!("{share:.1}"),
            fill: Rgb(10, 20, u8::try_from(index).unwrap()),
        };
        let parts = shares.iter().enumerate().map(part).collect();
        ShareStrip { name: name.into(), color: Rgb(1, 2, 3), caption: "2030, %".into(), parts, alt: String::new() }
    }

    /// Strips laid out over a width, and their height.
    fn lay_strips(strips: &[ShareStrip], width: f32) -> (Scene, f32) {
        let look = test_look();
        (lay_out_strips(strips, look, [3.0, 0.0], width), height_of_strips(strips, look, width))
    }

    fn texts(scene: &Scene) -> Vec<&str> {
        scene.texts().map(|text| text.text.as_str()).collect()
    }

    const SHARES: [(&str, f64); 3] = [("Industry", 74.1), ("Services", 20.1), ("Agriculture", 5.8)];

    #[test]
    fn the_largest_part_is_named_inside_and_the_others_beside() {
        let (scene, height) = lay_strips(&[strip("plan", &SHARES)], 600.0);
        assert_eq!(texts(&scene), ["plan", "2030, %", "Industry", "74.1", "Services", "20.1", "Agriculture", "5.8"]);
        assert!((height - ROW).abs() < 1e-3, "{height}");
        assert!(scene.texts().all(|text| text.area().right <= 603.1));
    }

    #[test]
    fn without_room_beside_the_bar_every_name_stands_below_it() {
        let (scene, height) = lay_strips(&[strip("plan", &SHARES)], 240.0);
        assert!(height > ROW, "{height}");
        for name in ["Services", "Agriculture"] {
            let place = scene.texts().find(|text| text.text == name).unwrap();
            assert!(place.at[1] > ROW && place.area().right <= 243.1 && place.at[1] < height, "{place:?}");
        }
    }

    #[test]
    fn bars_of_one_picture_begin_and_end_together() {
        let other = strip("three projects", &[("Industry", 30.0), ("Services", 60.0), ("Agriculture", 10.0)]);
        let (scene, _) = lay_strips(&[strip("plan", &SHARES), other], 600.0);
        let mut bars = Vec::new();
        for shape in &scene.shapes {
            if let Shape::Rect { area, .. } = shape
                && area.height() > SQUARE.0 + 1.0
            {
                bars.push(*area);
            }
        }
        let edge = |from: usize| (bars[from].left, bars[from + 2].right);
        assert_eq!(bars.len(), 6);
        assert_eq!(edge(0), edge(3));
    }
}
