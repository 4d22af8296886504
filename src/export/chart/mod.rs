//! Charts on paper: the models that the window paints as SVG, PDF and PNG.
//!
//! A kind of chart is one function that draws its model with a `Pen` inside a `Frame`; everything round it, title to caption, is written here once.

mod fan;
mod files;
mod line;
mod pen;
mod rows;

pub use files::{PictureError, Png, to_pdf, to_png};
pub use pen::{FONT, escaped};

use crate::chart::model::LineChart;
use crate::chart::tornado::Tornado;
use crate::chart::waterfall::Waterfall;
use crate::theme::{Rgb, Theme};
use base64::prelude::{BASE64_STANDARD, Engine as _};
use pen::{Anchor, Ink, Pen, wrapped};

/// Width of a picture in px; 96 px are an inch.
pub const WIDTH: f32 = 680.0;
/// Height of title, plot and axes without the caption.
const HEIGHT: f32 = 400.0;
/// Room left and right of everything.
const EDGE: f32 = 14.0;

/// The regular weight of the font of every picture.
pub const REGULAR: &[u8] = include_bytes!("../../../assets/fonts/IBMPlexSans-Regular.ttf");
/// Its heavier weight.
pub const SEMIBOLD: &[u8] = include_bytes!("../../../assets/fonts/IBMPlexSans-SemiBold.ttf");

/// Words of a chart in the reader's language.
pub struct ChartWords<'a> {
    /// Over the years that were observed.
    pub actual: String,
    /// Over the years that are projected.
    pub projected: String,
    /// Name of so many lines out of so many that share a label.
    pub joined: &'a (dyn Fn(usize, usize) -> String + Sync),
}

/// Colours, words and numbers of a chart.
pub struct ChartLook<'a> {
    /// Palette; paper is light.
    pub theme: &'static Theme,
    /// Words.
    pub words: ChartWords<'a>,
    /// Writes a number with so many decimals.
    pub format: &'a (dyn Fn(f64, usize) -> String + Sync),
}

/// A part of a whole in a strip: short name, share in per cent, written value, fill.
pub type StripPart = (String, f64, String, Rgb);

/// What is drawn.
#[derive(Debug, Clone)]
pub enum Drawing {
    /// Lines over years.
    Lines(Box<LineChart>),
    /// Parts of a whole, one bar a case: name and parts.
    Strip(Vec<(String, Vec<StripPart>)>),
    /// Steps from one value to another.
    Waterfall(Box<Waterfall>),
    /// How far each assumption moves a figure.
    Tornado(Box<Tornado>),
}

/// A chart ready to be written.
#[derive(Debug, Clone)]
pub struct Figure {
    /// Name of its file, without ending.
    pub id: String,
    /// Title.
    pub title: String,
    /// Unit with its price basis.
    pub unit: String,
    /// The chart in words, for those who cannot see it.
    pub described: String,
    /// What is drawn.
    pub drawing: Drawing,
    /// Source, date, scenario and fingerprint, under the chart.
    pub caption: String,
}

/// Where a kind of chart may draw.
#[derive(Debug, Clone, Copy)]
pub(super) struct Frame {
    pub(super) left: f32,
    pub(super) top: f32,
    pub(super) right: f32,
    pub(super) bottom: f32,
}

/// The drawing of a figure, without the head of a file.
#[derive(Debug, Clone)]
pub struct Drawn {
    /// Width and height, px.
    pub size: (f32, f32),
    /// Shapes and texts.
    pub body: String,
}

/// How much of the surroundings a drawing has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Around {
    /// Title, unit and caption: the picture stands by itself.
    Everything,
    /// None: the document round it has them.
    Nothing,
}

/// Draws a figure.
pub fn draw(figure: &Figure, look: &ChartLook<'_>, around: Around) -> Drawn {
    let theme = look.theme;
    let mut pen = Pen::default();
    let mut top = 6.0;
    if around == Around::Everything {
        pen.rule([EDGE, 8.0], [WIDTH - EDGE, 8.0], theme.ink, 1.5);
        top = 28.0;
        for line in wrapped(&figure.title, 16.0, WIDTH - 2.0 * EDGE) {
            pen.text([EDGE, top], Anchor::Start, Ink::bold(15.0, theme.ink), &line);
            top += 18.0;
        }
        for line in wrapped(&figure.unit, 11.5, WIDTH - 2.0 * EDGE) {
            pen.text([EDGE, top], Anchor::Start, Ink::plain(11.0, theme.ink3), &line);
            top += 14.0;
        }
    }
    let height = match &figure.drawing {
        Drawing::Lines(_) => HEIGHT - 60.0,
        Drawing::Strip(cases) => 24.0 + 58.0 * cases.len() as f32,
        Drawing::Waterfall(chart) => rows::waterfall_height(chart),
        Drawing::Tornado(chart) => rows::tornado_height(chart),
    };
    let frame = Frame { left: EDGE, top, right: WIDTH - EDGE, bottom: top + height };
    match &figure.drawing {
        Drawing::Lines(chart) => line::draw(&mut pen, chart, look, frame),
        Drawing::Strip(cases) => strip(&mut pen, cases, theme, frame),
        Drawing::Waterfall(chart) => rows::waterfall(&mut pen, chart, look, frame),
        Drawing::Tornado(chart) => rows::tornado(&mut pen, chart, look, frame),
    }
    let mut bottom = frame.bottom + 6.0;
    if around == Around::Everything {
        bottom += 8.0;
        for line in wrapped(&figure.caption, 9.0, WIDTH - 2.0 * EDGE) {
            bottom += 11.5;
            pen.text([EDGE, bottom], Anchor::Start, Ink::plain(8.8, theme.ink3), &line);
        }
        bottom += 10.0;
    }
    Drawn { size: (WIDTH, bottom.ceil()), body: pen.body }
}

/// Bars of 100 %, cut into parts.
fn strip(pen: &mut Pen, cases: &[(String, Vec<StripPart>)], theme: &Theme, frame: Frame) {
    let mut top = frame.top + 14.0;
    for (name, parts) in cases {
        pen.text([frame.left, top], Anchor::Start, Ink::bold(11.0, theme.ink), name);
        let whole: f64 = parts.iter().map(|part| part.1.max(0.0)).sum();
        let mut left = frame.left;
        for (_, share, written, fill) in parts {
            let width = part_width(share.max(0.0) / whole.max(f64::MIN_POSITIVE), frame.right - frame.left);
            pen.rect((left, top + 6.0, left + width - 1.0, top + 26.0), *fill);
            let text = if width > 40.0 { written.as_str() } else { "" };
            pen.text_on_middle([left + 4.0, top + 16.0], Anchor::Start, Ink::bold(10.5, theme.on_fill), text);
            left += width;
        }
        strip_names(pen, parts, theme, [frame.left, top + 40.0]);
        top += 58.0;
    }
}

#[expect(clippy::cast_possible_truncation, reason = "paper needs no more than single precision")]
fn part_width(share: f64, whole: f32) -> f32 {
    share as f32 * whole
}

/// Names of the parts in a row, each with a sample of its fill.
fn strip_names(pen: &mut Pen, parts: &[StripPart], theme: &Theme, [left, y]: [f32; 2]) {
    let mut x = left;
    for (short, _, written, fill) in parts {
        let text = format!("{short} {written}");
        pen.rect((x, y - 8.0, x + 9.0, y + 1.0), *fill);
        pen.text([x + 13.0, y], Anchor::Start, Ink::plain(10.5, theme.ink2), &text);
        x += 28.0 + pen::width_of(&text, 10.5, false);
    }
}

/// The font inside a style sheet.
pub fn font_faces() -> String {
    let mut faces = String::new();
    for (weight, bytes) in [(400, REGULAR), (600, SEMIBOLD)] {
        faces = format!("{faces}@font-face{{font-family:'{FONT}';font-weight:{weight};src:url(data:font/ttf;base64,");
        BASE64_STANDARD.encode_string(bytes, &mut faces);
        faces.push_str(") format('truetype')}");
    }
    faces
}

/// The file of a figure: text as text in the embedded font, and the study that it shows.
pub fn to_svg(figure: &Figure, look: &ChartLook<'_>, carried: &str) -> String {
    let drawn = draw(figure, look, Around::Everything);
    let metadata = if carried.is_empty() {
        String::new()
    } else {
        format!("<metadata id=\"{}\">{}</metadata>\n", super::carried::MARK, escaped(carried))
    };
    let style = format!("<style>{}</style>\n", font_faces());
    svg(figure, &drawn, look.theme, &format!("{metadata}{style}"))
}

/// The picture as one element that stands inside a page of HTML, whose style brings the font.
pub fn to_inline_svg(figure: &Figure, look: &ChartLook<'_>) -> String {
    let drawn = draw(figure, look, Around::Nothing);
    svg(figure, &drawn, look.theme, "")
}

/// An SVG file with something between its title and its drawing.
pub(super) fn svg(figure: &Figure, drawn: &Drawn, theme: &Theme, between: &str) -> String {
    let (width, height) = drawn.size;
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" font-family=\"'{FONT}', sans-serif\" role=\"img\">\n<title>{}</title>\n<desc>{}</desc>\n{between}<rect width=\"{width}\" height=\"{height}\" fill=\"{}\"/>\n{}</svg>\n",
        escaped(&figure.title),
        escaped(&figure.described),
        pen::hex(theme.paper),
        drawn.body
    )
}
