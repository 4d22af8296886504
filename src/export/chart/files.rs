//! Pictures and PDF pages of charts, from the same SVG.

use super::{Around, ChartFile, ChartLook, FONT, REGULAR, SEMIBOLD, draw, file};
use krilla::geom::Size;
use krilla::metadata::Metadata;
use krilla::page::PageSettings;
use krilla::surface::Surface;
use krilla_svg::{SurfaceExt as _, SvgSettings};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb};
use std::sync::{Arc, LazyLock};

/// Dots an inch of pictures for print.
const PRINT: f32 = 300.0;
/// Px an inch of the drawing.
const SCREEN: f32 = 96.0;
/// Points of PDF a px.
const POINTS: f32 = 0.75;

/// A picture could not be made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PictureError {
    /// The drawing does not read as SVG.
    #[error("drawing: {0}")]
    Drawing(String),
    /// The page could not be written.
    #[error("page: {0}")]
    Page(String),
    /// The picture could not be written.
    #[error("picture: {0}")]
    Picture(String),
}

/// The two embedded fonts and no other: the same picture on every machine.
static FONTS: LazyLock<Arc<fontdb::Database>> = LazyLock::new(|| {
    let mut fonts = fontdb::Database::new();
    fonts.load_font_data(REGULAR.to_vec());
    fonts.load_font_data(SEMIBOLD.to_vec());
    fonts.set_sans_serif_family(FONT);
    Arc::new(fonts)
});

fn tree(figure: &ChartFile, look: &ChartLook<'_>, around: Around) -> Result<Tree, PictureError> {
    let drawn = draw(figure, look, around);
    let text = file(figure, &drawn, look.theme, "");
    let options = Options { font_family: FONT.to_owned(), fontdb: Arc::clone(&FONTS), ..Options::default() };
    Tree::from_str(&text, &options).map_err(|error| PictureError::Drawing(error.to_string()))
}

/// A picture with 300 dots an inch, as PNG.
///
/// # Errors
/// [`PictureError`] if the drawing is not valid SVG, or the picture cannot be encoded.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a picture of a few thousand dots")]
pub fn to_png(figure: &ChartFile, look: &ChartLook<'_>, around: Around) -> Result<Png, PictureError> {
    let tree = tree(figure, look, around)?;
    let scale = PRINT / SCREEN;
    let (width, height) = (tree.size().width() * scale, tree.size().height() * scale);
    let (width, height) = (width.round() as u32, height.round() as u32);
    let mut pixels = Pixmap::new(width, height).ok_or_else(|| PictureError::Picture("size".to_owned()))?;
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixels.as_mut());
    // The paper is opaque, so that colours need no alpha.
    let mut colours = Vec::with_capacity(pixels.data().len() / 4 * 3);
    for dot in pixels.data().chunks_exact(4) {
        colours.extend_from_slice(&dot[..3]);
    }
    let bytes = encode_png(&colours, (width, height)).map_err(|error| PictureError::Picture(error.to_string()))?;
    Ok(Png { bytes, size: (width, height) })
}

/// A picture and its size in dots.
#[derive(Debug, Clone)]
pub struct Png {
    /// The file.
    pub bytes: Vec<u8>,
    /// Width and height in dots.
    pub size: (u32, u32),
}

fn encode_png(colours: &[u8], (width, height): (u32, u32)) -> Result<Vec<u8>, png::EncodingError> {
    // 300 dots an inch are 11811 a metre.
    const DOTS_A_METRE: u32 = 11_811;
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, width, height);
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    // Charts are large areas of one colour: without filters a file takes a third of the bytes, in the same time.
    encoder.set_compression(png::Compression::Balanced);
    encoder.set_filter(png::Filter::NoFilter);
    encoder.set_pixel_dims(Some(png::PixelDimensions {
        xppu: DOTS_A_METRE,
        yppu: DOTS_A_METRE,
        unit: png::Unit::Meter,
    }));
    let mut writer = encoder.write_header()?;
    writer.write_image_data(colours)?;
    writer.finish()?;
    Ok(bytes)
}

/// A chart read for the pages of a document that says everything round it.
#[derive(Debug)]
pub struct PageChart(Tree);

impl PageChart {
    /// The chart of a figure.
    ///
    /// # Errors
    /// [`PictureError::Drawing`] if the drawing is not valid SVG.
    pub fn new(figure: &ChartFile, look: &ChartLook<'_>) -> Result<Self, PictureError> {
        tree(figure, look, Around::Nothing).map(Self)
    }

    /// Width and height, px.
    pub fn size(&self) -> [f32; 2] {
        [self.0.size().width(), self.0.size().height()]
    }

    /// Paints it at the origin of a surface, so many points wide.
    ///
    /// # Errors
    /// [`PictureError`] if the surface does not take the drawing.
    pub fn paint(&self, surface: &mut Surface<'_>, width: f32) -> Result<(), PictureError> {
        let [own, height] = self.size();
        let error = || PictureError::Page("size".to_owned());
        let size = Size::from_wh(width, height * width / own).ok_or_else(error)?;
        surface.draw_svg(&self.0, size, SvgSettings::default()).ok_or_else(error)
    }
}

/// A page of the size of the chart, as PDF with text that can be selected.
///
/// # Errors
/// [`PictureError`] if the drawing is not valid SVG, or the page cannot be written.
pub fn to_pdf(figure: &ChartFile, look: &ChartLook<'_>, language: &str) -> Result<Vec<u8>, PictureError> {
    let tree = tree(figure, look, Around::Everything)?;
    let (width, height) = (tree.size().width() * POINTS, tree.size().height() * POINTS);
    let page_error = || PictureError::Page("size".to_owned());
    let size = Size::from_wh(width, height).ok_or_else(page_error)?;
    let mut document = krilla::Document::new();
    let metadata = Metadata::new()
        .title(figure.title.clone())
        .description(figure.caption.clone())
        .language(language.to_owned())
        .creator("Kịch Bản".to_owned());
    document.set_metadata(metadata);
    let mut page = document.start_page_with(PageSettings::from_wh(width, height).ok_or_else(page_error)?);
    let mut surface = page.surface();
    surface.draw_svg(&tree, size, SvgSettings::default()).ok_or_else(page_error)?;
    surface.finish();
    page.finish();
    document.finish().map_err(|error| PictureError::Page(format!("{error:?}")))
}
