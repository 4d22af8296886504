//! Charts on paper: the models that the window paints as SVG, PDF and PNG.
//!
//! What stands inside is laid out in [`crate::chart`]; everything round it, title to caption, is written here once.

mod files;
mod font;
mod svg;

pub use files::{PageChart, PictureError, Png, to_pdf, to_png};
pub use font::{REGULAR, SEMIBOLD, width_of};
pub use svg::escape;

use crate::chart::distribution::{DistributionChart, height_of_distribution, lay_out_distribution};
use crate::chart::line::{Plot, lay_out_lines, place_plot};
use crate::chart::mark::{SMALL, TEXT};
use crate::chart::model::LineChart;
use crate::chart::scene::{Anchor, Area, Ink, Look, Scene, Sketch, Stroke};
use crate::chart::share_strip::{ShareStrip, height_of_strips, lay_out_strips};
use crate::chart::tornado::{TornadoChart, height_of_tornado, lay_out_tornado};
use crate::chart::waterfall::{Waterfall, height_of_waterfall, lay_out_waterfall};
use crate::theme::Theme;
use base64::prelude::{BASE64_STANDARD, Engine as _};

/// The font of every picture, embedded where a picture is.
pub const FONT: &str = "IBM Plex Sans";
/// Width of a picture in px; 96 px are an inch.
pub const WIDTH: f32 = 680.0;
/// Height of a chart of lines with its axes.
const LINES: f32 = 340.0;
/// Room left and right of everything.
const EDGE: f32 = 14.0;

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

impl ChartLook<'_> {
    /// What a layout needs of it.
    fn for_layout(&self) -> Look<'_> {
        Look {
            theme: self.theme,
            actual: &self.words.actual,
            projected: &self.words.projected,
            joined: self.words.joined,
            format: self.format,
            measure: &width_of,
        }
    }
}

/// What is drawn.
#[derive(Debug, Clone, PartialEq)]
pub enum Drawing {
    /// Lines over years.
    Lines(Box<LineChart>),
    /// Parts of a whole, one bar a case.
    Strip(Vec<ShareStrip>),
    /// Steps from one value to another.
    Waterfall(Box<Waterfall>),
    /// How far each assumption moves a figure.
    Tornado(Box<TornadoChart>),
    /// How the draws of a year are spread.
    Distribution(Box<DistributionChart>),
}

/// A chart ready to be written.
#[derive(Debug, Clone, PartialEq)]
pub struct ChartFile {
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
pub fn draw(figure: &ChartFile, look: &ChartLook<'_>, around: Around) -> Drawn {
    let (scene, bottom) = lay_out_figure(figure, look, around);
    let mut body = String::new();
    svg::write_scene(&mut body, &scene, look.theme.paper);
    Drawn { size: (WIDTH, bottom.ceil()), body }
}

/// Lays a figure out on paper; returns also where it ends.
pub fn lay_out_figure(figure: &ChartFile, look: &ChartLook<'_>, around: Around) -> (Scene, f32) {
    let set = look.for_layout();
    let mut sketch = Sketch::new(set);
    let top = if around == Around::Everything { add_head(&mut sketch, figure) } else { 6.0 };
    let (corner, width) = ([EDGE, top], WIDTH - 2.0 * EDGE);
    let (scene, height) = match &figure.drawing {
        Drawing::Lines(chart) => {
            let whole = Area { left: EDGE, top, right: WIDTH - EDGE, bottom: top + LINES };
            let (x, y) = (chart.x_span(), chart.y_span());
            let area = place_plot(chart, set, whole, y);
            (lay_out_lines(&Plot { chart, whole, area, x, y, year: None }, set), LINES)
        }
        Drawing::Strip(strips) => (lay_out_strips(strips, set, corner, width), height_of_strips(strips, set, width)),
        Drawing::Waterfall(chart) => (lay_out_waterfall(chart, set, corner, width), height_of_waterfall(chart)),
        Drawing::Tornado(chart) => (lay_out_tornado(chart, set, corner, width), height_of_tornado(chart)),
        Drawing::Distribution(chart) => (lay_out_distribution(chart, set, corner, width), height_of_distribution()),
    };
    sketch.scene.append(scene);
    let bottom = add_foot(&mut sketch, figure, (top + height, around));
    (sketch.scene, bottom)
}

/// Rule, title and unit; returns where they end.
fn add_head(sketch: &mut Sketch<'_>, figure: &ChartFile) -> f32 {
    let theme = sketch.look.theme;
    let rule = Stroke { width: 1.5, color: theme.ink, dash: &[] };
    sketch.line(vec![[EDGE, 8.0], [WIDTH - EDGE, 8.0]], rule, None);
    let title = (&figure.title, Ink::bold(15.0, theme.ink), 18.0);
    let unit = (&figure.unit, Ink::plain(SMALL, theme.ink3), 14.0);
    let mut top = 28.0;
    for (text, ink, pitch) in [title, unit] {
        for line in sketch.wrap(text, ink, WIDTH - 2.0 * EDGE) {
            sketch.text([EDGE, top], Anchor::Start, ink, &line);
            top += pitch;
        }
    }
    top
}

/// Sentences below a chart, and the caption of a picture that stands by itself; returns where everything ends.
fn add_foot(sketch: &mut Sketch<'_>, figure: &ChartFile, (mut bottom, around): (f32, Around)) -> f32 {
    let theme = sketch.look.theme;
    let sentences = match &figure.drawing {
        Drawing::Lines(_) | Drawing::Strip(_) => String::new(),
        Drawing::Waterfall(chart) => chart.captions.join(" "),
        Drawing::Tornado(chart) => chart.captions.join(" "),
        Drawing::Distribution(chart) => chart.captions.join(" "),
    };
    let sentences = (sentences.as_str(), Ink::plain(TEXT, theme.ink2), (2.0, 15.0));
    let caption = if around == Around::Everything { figure.caption.as_str() } else { "" };
    for (text, ink, (gap, pitch)) in [sentences, (caption, Ink::plain(8.8, theme.ink3), (14.0, 11.5))] {
        for (position, line) in sketch.wrap(text, ink, WIDTH - 2.0 * EDGE).iter().enumerate() {
            bottom += if position == 0 { gap + pitch } else { pitch };
            sketch.text([EDGE, bottom], Anchor::Start, ink, line);
        }
    }
    bottom + if around == Around::Everything { 10.0 } else { 6.0 }
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
pub fn to_svg(figure: &ChartFile, look: &ChartLook<'_>, carried: &str) -> String {
    let drawn = draw(figure, look, Around::Everything);
    let metadata = if carried.is_empty() {
        String::new()
    } else {
        format!("<metadata id=\"{}\">{}</metadata>\n", super::carried::MARK, escape(carried))
    };
    let style = format!("<style>{}</style>\n", font_faces());
    file(figure, &drawn, look.theme, &format!("{metadata}{style}"))
}

/// The picture as one element that stands inside a page of HTML, whose style brings the font.
pub fn to_inline_svg(figure: &ChartFile, look: &ChartLook<'_>) -> String {
    let drawn = draw(figure, look, Around::Nothing);
    file(figure, &drawn, look.theme, "")
}

/// An SVG file with something between its title and its drawing.
fn file(figure: &ChartFile, drawn: &Drawn, theme: &Theme, between: &str) -> String {
    let (width, height) = drawn.size;
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" font-family=\"'{FONT}', sans-serif\" role=\"img\">\n<title>{}</title>\n<desc>{}</desc>\n{between}<rect width=\"{width}\" height=\"{height}\" fill=\"{}\"/>\n{}</svg>\n",
        escape(&figure.title),
        escape(&figure.described),
        svg::hex(theme.paper),
        drawn.body
    )
}
