//! A picture as shapes: what a layout decides once, and the window and the exports only paint.
//!
//! Lengths are px at 100 %, from the top left of whatever the picture stands in.

use crate::theme::{Rgb, Theme};

/// Half the height of a capital or a figure, in em: a text centred on a height stands so far below it.
const HALF_CAPITAL: f32 = 0.35;
/// From the baseline of a line of text to its top, and to its bottom, in em.
const LINE: (f32, f32) = (1.025, 0.275);
/// How far a line may leave the area that it stays within: half a stroke.
pub const HALF_STROKE: f32 = 1.2;
/// Space between two pieces of a line, in em.
pub const SPACE: f32 = 0.26;

/// A rectangle in px: left, top, right, bottom.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Area {
    /// Left edge.
    pub left: f32,
    /// Top edge.
    pub top: f32,
    /// Right edge.
    pub right: f32,
    /// Bottom edge.
    pub bottom: f32,
}

impl Area {
    /// From the left to the right edge.
    pub const fn width(&self) -> f32 {
        self.right - self.left
    }

    /// From the top to the bottom edge.
    pub const fn height(&self) -> f32 {
        self.bottom - self.top
    }

    /// The point in its middle.
    pub const fn middle(&self) -> [f32; 2] {
        [f32::midpoint(self.left, self.right), f32::midpoint(self.top, self.bottom)]
    }

    /// A square round a point that reaches so far to every side.
    pub const fn around([x, y]: [f32; 2], reach: f32) -> Self {
        Self { left: x - reach, top: y - reach, right: x + reach, bottom: y + reach }
    }

    /// The same area, so much larger on every side.
    #[must_use]
    pub const fn expand(&self, by: f32) -> Self {
        Self { left: self.left - by, top: self.top - by, right: self.right + by, bottom: self.bottom + by }
    }

    /// The part of it that lies in another; of size 0 if they do not meet.
    #[must_use]
    pub fn within(&self, other: &Self) -> Self {
        let (left, top) = (self.left.clamp(other.left, other.right), self.top.clamp(other.top, other.bottom));
        let (right, bottom) = (self.right.min(other.right).max(left), self.bottom.min(other.bottom).max(top));
        Self { left, top, right, bottom }
    }

    /// The smallest area that covers both.
    #[must_use]
    pub fn union(&self, other: &Self) -> Self {
        Self {
            left: self.left.min(other.left),
            top: self.top.min(other.top),
            right: self.right.max(other.right),
            bottom: self.bottom.max(other.bottom),
        }
    }

    /// Whether a point lies in it or on its edge.
    pub fn contains(&self, point: [f32; 2]) -> bool {
        (self.left..=self.right).contains(&point[0]) && (self.top..=self.bottom).contains(&point[1])
    }

    /// The size of what it shares with another.
    pub fn overlap(&self, other: &Self) -> f32 {
        let width = self.right.min(other.right) - self.left.max(other.left);
        let height = self.bottom.min(other.bottom) - self.top.max(other.top);
        if width > 0.0 && height > 0.0 { width * height } else { 0.0 }
    }
}

/// Height of a line of text of a size, with the leading over and under its letters.
pub const fn line_height(size: f32) -> f32 {
    (LINE.0 + LINE.1) * size
}

/// A position computed in double precision, in px.
#[expect(clippy::cast_possible_truncation, reason = "neither screen nor paper needs more than single precision")]
pub const fn px(value: f64) -> f32 {
    value as f32
}

/// Size and weight of a text in the font of every picture.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Font {
    /// Height of an em, px.
    pub size: f32,
    /// The heavier of the two weights.
    pub bold: bool,
}

/// What a layout needs of its medium and of the reader's language.
#[derive(Clone, Copy)]
pub struct Look<'a> {
    /// Colours.
    pub theme: &'a Theme,
    /// Over the years that were observed.
    pub actual: &'a str,
    /// Over the years that are projected.
    pub projected: &'a str,
    /// Name of so many lines out of so many that share a label.
    pub joined: &'a dyn Fn(usize, usize) -> String,
    /// Writes a number with so many decimals.
    pub format: &'a dyn Fn(f64, usize) -> String,
    /// Width of a text, as the medium will set it.
    pub measure: &'a dyn Fn(&str, Font) -> f32,
}

/// How a text looks.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ink {
    /// Size and weight.
    pub font: Font,
    /// Colour of the letters.
    pub color: Rgb,
    /// Whether the ground is painted round the letters, where they cross lines.
    pub halo: bool,
}

impl Ink {
    /// In the regular weight.
    pub const fn plain(size: f32, color: Rgb) -> Self {
        Self { font: Font { size, bold: false }, color, halo: false }
    }

    /// In the heavier weight.
    pub const fn bold(size: f32, color: Rgb) -> Self {
        Self { font: Font { size, bold: true }, color, halo: false }
    }

    /// The same over lines.
    #[must_use]
    pub const fn over_lines(self) -> Self {
        Self { halo: true, ..self }
    }
}

/// Where a text stands in relation to its point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// It starts there.
    Start,
    /// Its middle is there.
    Middle,
    /// It ends there.
    End,
}

/// A line of text.
#[derive(Debug, Clone, PartialEq)]
pub struct Text {
    /// A point on its baseline.
    pub at: [f32; 2],
    /// Where it stands in relation to that point.
    pub anchor: Anchor,
    /// How it looks.
    pub ink: Ink,
    /// What it says.
    pub text: String,
    /// How wide it is.
    pub width: f32,
}

impl Text {
    /// What it covers, with the leading over and under its letters.
    pub fn area(&self) -> Area {
        let left = match self.anchor {
            Anchor::Start => self.at[0],
            Anchor::Middle => self.at[0] - self.width / 2.0,
            Anchor::End => self.at[0] - self.width,
        };
        let (above, below) = (LINE.0 * self.ink.font.size, LINE.1 * self.ink.font.size);
        Area { left, top: self.at[1] - above, right: left + self.width, bottom: self.at[1] + below }
    }
}

/// The stroke of a line.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stroke {
    /// Width.
    pub width: f32,
    /// Colour.
    pub color: Rgb,
    /// Lengths on, off, on, off…; empty is solid.
    pub dash: &'static [f32],
}

/// What a picture consists of.
#[derive(Debug, Clone, PartialEq)]
pub enum Shape {
    /// A filled rectangle, its corners rounded by a radius.
    Rect {
        /// Its place.
        area: Area,
        /// Its colour.
        fill: Rgb,
        /// Radius of its corners.
        radius: f32,
    },
    /// A line along one of the axes, a px wide; the window puts it on the grid of its pixels.
    Rule {
        /// One end.
        from: [f32; 2],
        /// The other end.
        to: [f32; 2],
        /// Its colour.
        color: Rgb,
    },
    /// A line through points.
    Line {
        /// Its corners.
        points: Vec<[f32; 2]>,
        /// How it is drawn.
        stroke: Stroke,
        /// What it must not leave.
        within: Option<Area>,
    },
    /// The area between two lines over the same places.
    Band {
        /// The lower line.
        low: Vec<[f32; 2]>,
        /// The upper line.
        high: Vec<[f32; 2]>,
        /// Its colour.
        fill: Rgb,
        /// What it must not leave.
        within: Area,
    },
    /// A filled figure without a hollow.
    Polygon {
        /// Its corners.
        corners: Vec<[f32; 2]>,
        /// Its colour.
        fill: Rgb,
        /// Colour and width of its rim.
        rim: (Rgb, f32),
    },
    /// A filled circle.
    Circle {
        /// Its centre.
        at: [f32; 2],
        /// Its radius.
        radius: f32,
        /// Its colour.
        fill: Rgb,
        /// Colour and width of its rim.
        rim: (Rgb, f32),
    },
    /// A text.
    Text(Text),
}

/// A picture, from what is covered to what covers it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Scene {
    /// Shapes in the order in which they are painted.
    pub shapes: Vec<Shape>,
    /// Colours of the ground from left to right, each from its place on; the paper's if the list is empty.
    pub grounds: Vec<(f32, Rgb)>,
    /// Places that tell more to the pointer and to screen readers.
    pub hints: Vec<(Area, String)>,
}

impl Scene {
    /// The colour of the ground at a place.
    pub fn ground_at(&self, x: f32, paper: Rgb) -> Rgb {
        self.grounds.iter().rev().find(|ground| ground.0 <= x).map_or(paper, |ground| ground.1)
    }

    /// Lays another picture over it; its ground is the one that halos then have.
    pub fn append(&mut self, other: Self) {
        let Self { shapes, grounds, hints } = other;
        self.shapes.extend(shapes);
        self.hints.extend(hints);
        self.grounds = grounds;
    }

    /// The texts, in order.
    pub fn texts(&self) -> impl Iterator<Item = &Text> {
        self.shapes.iter().filter_map(|shape| if let Shape::Text(text) = shape { Some(text) } else { None })
    }
}

/// A scene while it is laid out.
pub struct Sketch<'a> {
    /// Colours, words and widths.
    pub look: Look<'a>,
    /// What there is so far.
    pub scene: Scene,
}

impl<'a> Sketch<'a> {
    /// An empty sheet.
    pub fn new(look: Look<'a>) -> Self {
        Self { look, scene: Scene::default() }
    }

    /// Adds a filled rectangle.
    pub fn rect(&mut self, area: Area, fill: Rgb) {
        self.scene.shapes.push(Shape::Rect { area, fill, radius: 0.0 });
    }

    /// Adds a line of a px along an axis.
    pub fn rule(&mut self, from: [f32; 2], to: [f32; 2], color: Rgb) {
        self.scene.shapes.push(Shape::Rule { from, to, color });
    }

    /// Adds a line through points that stays within an area.
    pub fn line(&mut self, points: Vec<[f32; 2]>, stroke: Stroke, within: Option<Area>) {
        // A single point is no line: its marker says where it is.
        if points.len() > 1 {
            self.scene.shapes.push(Shape::Line { points, stroke, within });
        }
    }

    /// Adds a figure of straight sides.
    pub fn polygon(&mut self, corners: Vec<[f32; 2]>, fill: Rgb, rim: (Rgb, f32)) {
        self.scene.shapes.push(Shape::Polygon { corners, fill, rim });
    }

    /// Adds a circle.
    pub fn circle(&mut self, at: [f32; 2], radius: f32, fill: Rgb, rim: (Rgb, f32)) {
        self.scene.shapes.push(Shape::Circle { at, radius, fill, rim });
    }

    /// Adds a text with its baseline at the point; returns what it covers.
    pub fn text(&mut self, at: [f32; 2], anchor: Anchor, ink: Ink, text: &str) -> Area {
        let width = self.width_of(text, ink);
        let text = Text { at, anchor, ink, text: text.to_owned(), width };
        let area = text.area();
        if !text.text.is_empty() {
            self.scene.shapes.push(Shape::Text(text));
        }
        area
    }

    /// Adds a text centred on a height; returns what it covers.
    pub fn text_on_middle(&mut self, [x, y]: [f32; 2], anchor: Anchor, ink: Ink, text: &str) -> Area {
        self.text([x, y + ink.font.size * HALF_CAPITAL], anchor, ink, text)
    }

    /// Adds pieces one after the other on a height, cut off with an ellipsis where the room ends; returns what they cover.
    pub fn pieces_on_middle(&mut self, [left, y]: [f32; 2], pieces: &[(&str, Ink)], room: f32) -> Area {
        let mut covered = Area { left, top: y, right: left, bottom: y };
        for (text, ink) in pieces.iter().filter(|piece| !piece.0.is_empty()) {
            let from = if covered.right > left { covered.right + ink.font.size * SPACE } else { left };
            let text = self.shorten(text, *ink, left + room - from);
            covered = covered.union(&self.text_on_middle([from, y], Anchor::Start, *ink, &text));
        }
        covered
    }

    /// The width of a text.
    pub fn width_of(&self, text: &str, ink: Ink) -> f32 {
        (self.look.measure)(text, ink.font)
    }

    /// The width of pieces one after the other.
    pub fn width_of_pieces(&self, pieces: &[(&str, Ink)]) -> f32 {
        let written = pieces.iter().filter(|piece| !piece.0.is_empty()).enumerate();
        let widths = written.map(|(position, (text, ink))| {
            self.width_of(text, *ink) + if position > 0 { ink.font.size * SPACE } else { 0.0 }
        });
        widths.sum()
    }

    /// The widest of some texts.
    pub fn widest<'t>(&self, texts: impl Iterator<Item = &'t str>, ink: Ink) -> f32 {
        texts.map(|text| self.width_of(text, ink)).fold(0.0_f32, f32::max)
    }

    /// A text cut off with an ellipsis where the room ends; empty if the ellipsis itself does not fit.
    pub fn shorten(&self, text: &str, ink: Ink, room: f32) -> String {
        // A px of a hundredth is what sums of widths may differ by.
        if self.width_of(text, ink) <= room + 0.01 {
            return text.to_owned();
        }
        let mut kept = text;
        while let Some((last, _)) = kept.char_indices().next_back() {
            kept = kept.get(..last).unwrap_or_default();
            let cut = format!("{}…", kept.trim_end());
            if self.width_of(&cut, ink) <= room {
                return cut;
            }
        }
        String::new()
    }

    /// A text in lines no wider than a width; a word that is wider stands alone.
    pub fn wrap(&self, text: &str, ink: Ink, width: f32) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        for word in text.split_whitespace() {
            let longer = lines.last().map(|line| format!("{line} {word}"));
            match (lines.last_mut(), longer) {
                (Some(line), Some(longer)) if (self.look.measure)(&longer, ink.font) <= width => *line = longer,
                (Some(_) | None, _) => lines.push(word.to_owned()),
            }
        }
        lines
    }
}
