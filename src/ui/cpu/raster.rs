//! Triangles as egui hands them over, painted into pixels by the processor.
//!
//! The picture is that of the graphics card but for the last bit of a channel: corners on a grid of 1/256 of a pixel,
//! a pixel belongs to the triangle that covers its centre (top and left edges included), colours are multiplied and laid
//! over each other premultiplied and as stored, and textures are sampled between their texels.

use super::blend::{lay_over, multiply};
use super::texture::Texture;
use egui::epaint::{ClippedPrimitive, Primitive, Vertex};
use egui::{Color32, Mesh, Pos2, Rect, TextureId, TexturesDelta};
use std::collections::BTreeMap;

/// Steps of the grid of corners in one pixel.
const GRID: i64 = 256;
/// Corners further away than this, in steps of the grid, are brought here; no screen reaches so far.
const FARTHEST: f64 = 268_435_456.0;
/// A part of a texel that no eye sees.
const NEARLY: f32 = 1.0 / 64.0;

/// The picture of a window: rows of pixels, each `0x00RRGGBB`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Canvas {
    pub(super) width: usize,
    pub(super) height: usize,
    pub(super) pixels: Vec<u32>,
}

impl Canvas {
    /// Black, of this size.
    pub(super) fn clear(&mut self, width: usize, height: usize) {
        (self.width, self.height) = (width, height);
        self.pixels.clear();
        self.pixels.resize(width * height, 0);
    }

    /// The picture as egui takes it.
    pub(super) fn picture(&self) -> egui::ColorImage {
        let color = |pixel: &u32| {
            let [_, r, g, b] = pixel.to_be_bytes();
            Color32::from_rgb(r, g, b)
        };
        egui::ColorImage::new([self.width, self.height], self.pixels.iter().map(color).collect())
    }

    fn row(&mut self, y: usize, from: usize, to: usize) -> &mut [u32] {
        let start = y * self.width;
        self.pixels.get_mut(start + from..start + to).unwrap_or_default()
    }
}

/// Columns and rows within which is painted, the ends excluded.
#[derive(Debug, Clone, Copy)]
struct Clip {
    left: usize,
    top: usize,
    right: usize,
    bottom: usize,
}

impl Clip {
    fn new(rect: Rect, scale: f32, canvas: &Canvas) -> Self {
        let within = |at: f32, end: usize| whole(f64::from((at * scale).round())).clamp(0, end);
        Self {
            left: within(rect.min.x, canvas.width),
            top: within(rect.min.y, canvas.height),
            right: within(rect.max.x, canvas.width),
            bottom: within(rect.max.y, canvas.height),
        }
    }
}

/// Textures, and what paints with them.
#[derive(Debug, Default)]
pub(super) struct Rasteriser {
    textures: BTreeMap<TextureId, Texture>,
}

impl Rasteriser {
    /// Takes new textures and changes of old ones; before painting.
    pub(super) fn take_textures(&mut self, delta: &mut TexturesDelta) {
        let changes: BTreeMap<_, _> = delta.set.drain().collect();
        for (id, images) in changes {
            for image in images {
                self.textures.entry(id).or_default().take(&image);
            }
        }
    }

    /// Gives up textures that are no longer used; after painting.
    pub(super) fn free_textures(&mut self, delta: &mut TexturesDelta) {
        let gone: Vec<TextureId> = delta.free.drain().collect();
        self.textures.retain(|id, _| !gone.contains(id));
    }

    /// Paints shapes over what the canvas shows, at this many pixels a point.
    pub(super) fn paint(&self, canvas: &mut Canvas, shapes: &[ClippedPrimitive], scale: f32) {
        for shape in shapes {
            let clip = Clip::new(shape.clip_rect, scale, canvas);
            match &shape.primitive {
                Primitive::Mesh(mesh) => {
                    if let Some(texture) = self.textures.get(&mesh.texture_id) {
                        Brush { canvas, clip, texture, scale }.mesh(mesh);
                    }
                }
                // Callbacks draw with OpenGL; the program does not use them.
                Primitive::Callback(_) => {}
            }
        }
    }
}

/// What a mesh is painted with.
struct Brush<'a> {
    canvas: &'a mut Canvas,
    clip: Clip,
    texture: &'a Texture,
    scale: f32,
}

/// A corner on the grid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Corner {
    y: i64,
    x: i64,
}

impl Corner {
    fn new(at: Pos2, scale: f32) -> Self {
        Self { y: on_grid(at.y * scale), x: on_grid(at.x * scale) }
    }
}

/// A side of a triangle, from its upper end, so that two triangles that share it agree on every pixel.
#[derive(Debug, Clone, Copy)]
struct Side {
    upper: Corner,
    bottom: i64,
    slope: f64,
    is_left: bool,
}

impl Side {
    /// `None` for a horizontal side, which does not bound rows.
    fn new(from: Corner, to: Corner) -> Option<Self> {
        let (upper, lower) = if from <= to { (from, to) } else { (to, from) };
        #[expect(clippy::cast_precision_loss, reason = "coordinates on the grid are far below 2^52")]
        let slope = (lower.x - upper.x) as f64 / (lower.y - upper.y) as f64;
        // Corners run clockwise: a side that goes up has the triangle on its right.
        (upper.y != lower.y).then_some(Self { upper, bottom: lower.y, slope, is_left: from > to })
    }

    /// The first column whose centre is not left of the side in a row, given by the place of its centres.
    fn column(&self, centre: i64) -> Option<i64> {
        if centre < self.upper.y || centre >= self.bottom {
            return None;
        }
        #[expect(clippy::cast_precision_loss, reason = "coordinates on the grid are far below 2^52")]
        let along = self.slope * (centre - self.upper.y) as f64;
        Some(first_centre(self.upper.x + rounded_up(along)))
    }
}

/// A quantity that changes evenly over a triangle: its value at a place and its change a pixel to the right and down.
#[derive(Debug, Clone, Copy)]
struct Plane {
    at: [f32; 2],
    value: f32,
    right: f32,
    down: f32,
}

impl Plane {
    fn new(places: [[f32; 2]; 3], values: [f32; 3]) -> Self {
        let [[x0, y0], [x1, y1], [x2, y2]] = places;
        let [v0, v1, v2] = values;
        let area = (x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0);
        let right = ((v1 - v0) * (y2 - y0) - (v2 - v0) * (y1 - y0)) / area;
        let down = ((v2 - v0) * (x1 - x0) - (v1 - v0) * (x2 - x0)) / area;
        Self { at: [x0, y0], value: v0, right, down }
    }

    /// The value at the centre of a pixel.
    fn at(&self, x: usize, y: usize) -> f32 {
        self.value + (x as f32 + 0.5 - self.at[0]) * self.right + (y as f32 + 0.5 - self.at[1]) * self.down
    }
}

impl Brush<'_> {
    fn mesh(mut self, mesh: &Mesh) {
        let mut rest = mesh.indices.as_slice();
        let vertex = |index: u32| mesh.vertices.get(index as usize).copied();
        while let [a, b, c, after @ ..] = rest {
            rest = after;
            let [Some(first), Some(second), Some(third)] = [*a, *b, *c].map(vertex) else { continue };
            if let [c2, b2, d, beyond @ ..] = after
                && (c2, b2) == (c, b)
                && let Some(fourth) = vertex(*d)
                && is_upright([first, second, third, fourth])
            {
                rest = beyond;
                self.upright(first, fourth);
            } else {
                self.triangle([first, second, third]);
            }
        }
    }

    /// A rectangle of one colour, from its first to its last corner: a background or a letter.
    fn upright(&mut self, first: Vertex, last: Vertex) {
        let (from, to) = (Corner::new(first.pos, self.scale), Corner::new(last.pos, self.scale));
        let (left, right) = (self.columns(from.x).0, self.columns(to.x).1);
        let (top, bottom) = (first_centre(from.y), first_centre(to.y));
        let (top, bottom) = (row(top).max(self.clip.top), row(bottom).min(self.clip.bottom));
        if left >= right || top >= bottom {
            return;
        }
        if is_same(first.uv, last.uv) {
            let color = multiply(first.color, self.texture.sample(self.texture.place(first.uv)));
            for y in top..bottom {
                lay_over(self.canvas.row(y, left, right), color);
            }
            return;
        }
        let place = |vertex: Vertex| [vertex.pos.x * self.scale, vertex.pos.y * self.scale];
        let ([x0, y0], [x1, y1]) = (place(first), place(last));
        let ([u0, v0], [u1, v1]) = (self.texture.place(first.uv), self.texture.place(last.uv));
        let across = Plane { at: [x0, y0], value: u0, right: (u1 - u0) / (x1 - x0), down: 0.0 };
        let along = Plane { at: [x0, y0], value: v0, right: 0.0, down: (v1 - v0) / (y1 - y0) };
        for y in top..bottom {
            self.textured(y, left..right, (across, along), first.color);
        }
    }

    fn triangle(&mut self, vertices: [Vertex; 3]) {
        let Some((vertices, corners)) = clockwise(vertices, self.scale) else { return };
        let [a, b, c] = corners;
        let sides = [Side::new(a, b), Side::new(b, c), Side::new(c, a)];
        let top = row(first_centre(a.y.min(b.y).min(c.y))).max(self.clip.top);
        let bottom = row(first_centre(a.y.max(b.y).max(c.y))).min(self.clip.bottom);
        let fill = Fill::new(vertices, self.texture, self.scale);
        for y in top..bottom {
            let centre = centre_of(y);
            let (mut left, mut right) = (self.clip.left, self.clip.right);
            for side in sides.iter().flatten() {
                match (side.column(centre), side.is_left) {
                    (Some(column), true) => left = left.max(row(column)),
                    (Some(column), false) => right = right.min(row(column)),
                    (None, _) => {}
                }
            }
            if left < right {
                self.fill(y, left..right, &fill);
            }
        }
    }

    fn fill(&mut self, y: usize, columns: std::ops::Range<usize>, fill: &Fill) {
        match fill {
            Fill::Flat(color) => lay_over(self.canvas.row(y, columns.start, columns.end), *color),
            Fill::Shaded(channels) => {
                let mut values = channels.map(|channel| channel.at(columns.start, y));
                for pixel in self.canvas.row(y, columns.start, columns.end) {
                    lay_over(std::slice::from_mut(pixel), colour(values));
                    for (value, channel) in values.iter_mut().zip(channels) {
                        *value += channel.right;
                    }
                }
            }
            Fill::Textured { channels, across, along } if channels.iter().all(Plane::is_level) => {
                self.textured(y, columns, (*across, *along), colour(channels.map(|channel| channel.value)));
            }
            Fill::Textured { channels, across, along } => {
                let start = columns.start;
                for (step, pixel) in self.canvas.row(y, start, columns.end).iter_mut().enumerate() {
                    let x = start + step;
                    let texel = self.texture.sample([across.at(x, y), along.at(x, y)]);
                    let color = multiply(colour(channels.map(|channel| channel.at(x, y))), texel);
                    lay_over(std::slice::from_mut(pixel), color);
                }
            }
        }
    }

    /// A row of a texture in one colour.
    fn textured(&mut self, y: usize, columns: std::ops::Range<usize>, (across, along): (Plane, Plane), color: Color32) {
        let start = columns.start;
        let first = [across.at(start, y), along.at(start, y)];
        let is_whole = |place: f32| (place - place.round()).abs() < NEARLY;
        let is_straight = (across.right - 1.0).abs() < NEARLY / 64.0 && along.right.abs() < NEARLY / 64.0;
        // Letters lie on the pixels, one texel a pixel, so that interpolation is not needed.
        if is_straight
            && first.into_iter().all(is_whole)
            && let Some(texels) = self.texture.row(first, columns.len())
        {
            for (pixel, texel) in self.canvas.row(y, start, columns.end).iter_mut().zip(texels) {
                if *texel != Color32::TRANSPARENT {
                    lay_over(std::slice::from_mut(pixel), multiply(color, *texel));
                }
            }
            return;
        }
        for (step, pixel) in self.canvas.row(y, start, columns.end).iter_mut().enumerate() {
            let texel = self.texture.sample([across.at(start + step, y), along.at(start + step, y)]);
            lay_over(std::slice::from_mut(pixel), multiply(color, texel));
        }
    }

    /// First column whose centre lies at or right of a place, as a beginning and as an end, within the clip.
    fn columns(&self, x: i64) -> (usize, usize) {
        let column = row(first_centre(x));
        (column.max(self.clip.left), column.min(self.clip.right))
    }
}

/// How the pixels of a triangle are coloured.
enum Fill {
    /// All alike.
    Flat(Color32),
    /// By the colours of the corners: red, green, blue, opacity from 0 to 255.
    Shaded([Plane; 4]),
    /// By a texture and the colours of the corners.
    Textured { channels: [Plane; 4], across: Plane, along: Plane },
}

impl Plane {
    fn is_level(&self) -> bool {
        self.right == 0.0 && self.down == 0.0
    }
}

impl Fill {
    fn new(vertices: [Vertex; 3], texture: &Texture, scale: f32) -> Self {
        let [a, b, c] = vertices;
        let one_texel = is_same(a.uv, b.uv) && is_same(b.uv, c.uv);
        let texel = if one_texel { texture.sample(texture.place(a.uv)) } else { Color32::WHITE };
        let colors = vertices.map(|vertex| multiply(vertex.color, texel));
        if one_texel && colors[0] == colors[1] && colors[1] == colors[2] {
            return Self::Flat(colors[0]);
        }
        let places = vertices.map(|vertex| [vertex.pos.x * scale, vertex.pos.y * scale]);
        let channels = [0, 1, 2, 3].map(|channel: usize| {
            Plane::new(places, colors.map(|color| f32::from(color.to_array().get(channel).copied().unwrap_or(0))))
        });
        if one_texel {
            return Self::Shaded(channels);
        }
        let texels = vertices.map(|vertex| texture.place(vertex.uv));
        Self::Textured {
            channels,
            across: Plane::new(places, texels.map(|[u, _]| u)),
            along: Plane::new(places, texels.map(|[_, v]| v)),
        }
    }
}

/// The corners clockwise as seen on the screen; `None` if their area is zero.
fn clockwise(vertices: [Vertex; 3], scale: f32) -> Option<([Vertex; 3], [Corner; 3])> {
    let [a, b, c] = vertices.map(|vertex| Corner::new(vertex.pos, scale));
    let area = (b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y);
    match area.signum() {
        1 => Some((vertices, [a, b, c])),
        -1 => Some(([vertices[0], vertices[2], vertices[1]], [a, c, b])),
        _ => None,
    }
}

/// Whether two places are the same to the bit; NaNs of equal bits count as equal.
fn is_same(one: Pos2, other: Pos2) -> bool {
    [one.x, one.y].map(f32::to_bits) == [other.x, other.y].map(f32::to_bits)
}

/// Whether four corners, read as two rows, are an upright rectangle of one colour, textured likewise.
#[expect(clippy::float_cmp, reason = "sides that are upright but for the last bit are painted as triangles")]
fn is_upright([a, b, c, d]: [Vertex; 4]) -> bool {
    let stands = |at: fn(Vertex) -> Pos2| {
        let [a, b, c, d] = [a, b, c, d].map(at);
        a.x == c.x && b.x == d.x && a.y == b.y && c.y == d.y
    };
    let in_order = a.pos.x <= d.pos.x && a.pos.y <= d.pos.y;
    in_order
        && stands(|vertex| vertex.pos)
        && stands(|vertex| vertex.uv)
        && [b, c, d].iter().all(|vertex| vertex.color == a.color)
}

/// The place of the centres of a row or column on the grid.
#[expect(clippy::cast_possible_wrap, reason = "no screen has so many rows")]
const fn centre_of(position: usize) -> i64 {
    position as i64 * GRID + GRID / 2
}

/// The first row or column whose centre lies at or behind a place on the grid.
const fn first_centre(at: i64) -> i64 {
    (at + GRID / 2 - 1).div_euclid(GRID)
}

/// A row or column that may lie before the first.
fn row(position: i64) -> usize {
    usize::try_from(position).unwrap_or(0)
}

#[expect(clippy::cast_possible_truncation, reason = "within the farthest place; what is no number becomes 0")]
fn on_grid(at: f32) -> i64 {
    (f64::from(at) * 256.0).clamp(-FARTHEST, FARTHEST).round() as i64
}

/// The next whole number at or above; avoids a library call on processors without an instruction for it.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    reason = "within the farthest place; the cast saturates"
)]
fn rounded_up(value: f64) -> i64 {
    let down = value as i64;
    if (down as f64) < value { down + 1 } else { down }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the cast saturates, below 0 at 0")]
fn whole(value: f64) -> usize {
    value as usize
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the cast saturates")]
fn colour(channels: [f32; 4]) -> Color32 {
    let [r, g, b, a] = channels.map(|channel| (channel + 0.5) as u8);
    Color32::from_rgba_premultiplied(r, g, b, a)
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::epaint::{ImageData, ImageDelta};
    use egui::{ColorImage, TextureOptions, pos2, vec2};
    use std::sync::Arc;

    const HALF: Color32 = Color32::from_rgba_premultiplied(100, 50, 25, 128);
    const SIDE: usize = 40;

    /// A texture whose first texel is white, and whose others tell where they stand.
    fn rasteriser() -> Rasteriser {
        let texel = |i: usize| {
            let (x, y) = (i % 16, i / 16);
            let [x, y] = [x, y].map(|place| u8::try_from(place * 16).unwrap());
            if i == 0 { Color32::WHITE } else { Color32::from_rgb(x, y, 7) }
        };
        let image = ColorImage::new([16, 16], (0..256).map(texel).collect());
        let mut delta = TexturesDelta::default();
        delta.push(TextureId::default(), ImageDelta::full(ImageData::Color(Arc::new(image)), TextureOptions::LINEAR));
        let mut rasteriser = Rasteriser::default();
        rasteriser.take_textures(&mut delta);
        rasteriser
    }

    fn painted(mesh: Mesh, clip: Rect, scale: f32) -> Canvas {
        let mut canvas = Canvas::default();
        canvas.clear(SIDE, SIDE);
        let shape = ClippedPrimitive { clip_rect: clip, primitive: Primitive::Mesh(mesh) };
        rasteriser().paint(&mut canvas, &[shape], scale);
        canvas
    }

    fn everywhere() -> Rect {
        Rect::from_min_size(Pos2::ZERO, vec2(SIDE as f32, SIDE as f32))
    }

    fn polygon(points: &[Pos2], color: Color32) -> Mesh {
        let mut mesh = Mesh::default();
        for point in points {
            mesh.colored_vertex(*point, color);
        }
        for last in 2..u32::try_from(points.len()).unwrap() {
            mesh.add_triangle(0, last - 1, last);
        }
        mesh
    }

    /// Numbers that look random and are the same every time.
    fn numbers() -> impl FnMut() -> f32 {
        let mut state = 1_u32;
        move || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 8) as f32 / 16_777_216.0
        }
    }

    #[test]
    fn triangles_side_by_side_cover_every_pixel_once() {
        let mut next = numbers();
        let layer = painted(polygon(&square(0.0, 40.0), HALF), everywhere(), 1.0).pixels[0];
        assert_ne!(layer, 0);
        for _ in 0..300 {
            // A star of triangles round a point within the square, which they fill.
            let centre = pos2(1.0 + 38.0 * next(), 1.0 + 38.0 * next());
            let mut rim = square(0.0, 40.0).to_vec();
            rim.insert(1, pos2(40.0 * next(), 0.0));
            rim.insert(3, pos2(40.0, 40.0 * next()));
            let mut mesh = polygon(&[centre], HALF);
            for point in &rim {
                mesh.colored_vertex(*point, HALF);
            }
            let count = u32::try_from(rim.len()).unwrap();
            for at in 0..count {
                mesh.add_triangle(0, 1 + at, 1 + (at + 1) % count);
            }
            let canvas = painted(mesh, everywhere(), 1.0);
            assert!(canvas.pixels.iter().all(|pixel| *pixel == layer), "round {centre:?} with {rim:?}");
        }
    }

    fn square(from: f32, to: f32) -> [Pos2; 4] {
        [pos2(from, from), pos2(to, from), pos2(to, to), pos2(from, to)]
    }

    #[test]
    fn a_rectangle_is_the_same_as_its_two_triangles() {
        let mut next = numbers();
        for scale in [1.0, 1.25, 1.5, 2.0] {
            for _ in 0..200 {
                let rect = Rect::from_two_pos(pos2(40.0 * next(), 40.0 * next()), pos2(40.0 * next(), 40.0 * next()));
                let mut upright = Mesh::default();
                upright.add_colored_rect(rect, HALF);
                let corners = [rect.left_top(), rect.right_top(), rect.right_bottom(), rect.left_bottom()];
                let triangles = polygon(&corners, HALF);
                assert_eq!(
                    painted(upright, everywhere(), scale),
                    painted(triangles, everywhere(), scale),
                    "{rect:?} at {scale}"
                );
            }
        }
    }

    #[test]
    fn pixels_belong_to_what_covers_their_centres() {
        let canvas = painted(polygon(&square(1.5, 3.5), Color32::WHITE), everywhere(), 1.0);
        for (place, pixel) in canvas.pixels.iter().enumerate() {
            let within = (1..3).contains(&(place % SIDE)) && (1..3).contains(&(place / SIDE));
            assert_eq!(*pixel != 0, within, "pixel {place}");
        }
    }

    #[test]
    fn nothing_is_painted_outside_the_clip() {
        let clip = Rect::from_min_max(pos2(3.0, 4.0), pos2(20.0, 9.0));
        let mut mesh = polygon(&square(-30.0, 90.0), HALF);
        mesh.add_colored_rect(everywhere(), HALF);
        let canvas = painted(mesh, clip, 1.0);
        for (place, pixel) in canvas.pixels.iter().enumerate() {
            let within = (3..20).contains(&(place % SIDE)) && (4..9).contains(&(place / SIDE));
            assert_eq!(*pixel != 0, within, "pixel {place}");
        }
    }

    #[test]
    fn letters_on_whole_pixels_are_copied_and_others_mixed() {
        let uv = Rect::from_min_max(pos2(4.0 / 16.0, 2.0 / 16.0), pos2(10.0 / 16.0, 8.0 / 16.0));
        let quad = |left: f32| {
            let mut mesh = Mesh::default();
            let rect = Rect::from_min_size(pos2(left, 7.0), vec2(6.0, 6.0));
            mesh.add_rect_with_uv(rect, uv, Color32::WHITE);
            painted(mesh, everywhere(), 1.0)
        };
        let copied = quad(5.0);
        for (x, y) in [(0, 0), (5, 0), (0, 5), (3, 2)] {
            let texel = u32::try_from(((4 + x) * 16) << 16 | ((2 + y) * 16) << 8 | 7).unwrap();
            assert_eq!(copied.pixels[(7 + y) * SIDE + 5 + x], texel, "{x}, {y}");
        }
        let mixed = quad(5.25);
        let (left, right) = ((4 + 1) * 16, (4 + 2) * 16);
        // The pixel lies a quarter of a texel left of its neighbour's centre.
        let expected = right - (right - left) / 4;
        assert_eq!(mixed.pixels[7 * SIDE + 5 + 2] >> 16, expected);
    }

    #[test]
    fn shades_run_from_corner_to_corner() {
        let mut mesh = Mesh::default();
        for (point, grey) in square(0.0, 40.0).into_iter().zip([0, 200, 200, 0]) {
            mesh.colored_vertex(point, Color32::from_gray(grey));
        }
        mesh.add_triangle(0, 1, 2);
        mesh.add_triangle(0, 2, 3);
        let canvas = painted(mesh, everywhere(), 1.0);
        for y in 0..SIDE {
            for x in 0..SIDE {
                let expected = 200.0 * (x as f32 + 0.5) / 40.0;
                let grey = (canvas.pixels[y * SIDE + x] & 0xff) as f32;
                assert!((grey - expected).abs() <= 0.51, "{x}, {y}: {grey} for {expected}");
            }
        }
    }

    #[test]
    fn places_beyond_every_screen_and_none_at_all_do_no_harm() {
        let wild = [0.0, -1.0e30, 1.0e30, f32::NAN, f32::INFINITY, f32::NEG_INFINITY, 39.9, 1.0e-30];
        let mut next = numbers();
        for _ in 0..2_000 {
            let mut pick =
                || wild.iter().zip(1_u8..).find(|(_, n)| next() < 0.2 || *n == 8).map_or(0.0, |(value, _)| *value);
            let points = [0, 1, 2, 3].map(|_| pos2(pick(), pick()));
            let mut mesh = polygon(&points, HALF);
            mesh.add_rect_with_uv(
                Rect::from_min_max(points[0], points[1]),
                Rect::from_min_max(points[2], points[3]),
                HALF,
            );
            mesh.indices.extend([0, 1, 999]);
            painted(mesh, Rect::from_min_max(points[2], points[3]), 1.0);
        }
    }
}
