//! Pages as PDF: fonts inside, texts that can be selected, charts as vectors, an outline, the study as an attachment.

use super::PdfError;
use super::pages::{Mark, Page};
use super::style::{FOOT, MARGIN, PAPER, TextSettings, WIDTH};
use crate::chart::scene::Area;
use crate::export::carried::MARK;
use crate::export::chart::{PageChart, REGULAR, SEMIBOLD, width_of};
use crate::export::report::Report;
use crate::theme::Rgb;
use krilla::annotation::{Annotation, LinkAnnotation, Target};
use krilla::color::rgb;
use krilla::destination::XyzDestination;
use krilla::embed::{AssociationKind, EmbeddedFile, MimeType};
use krilla::geom::{PathBuilder, Point, Rect, Transform};
use krilla::metadata::{DateTime, Metadata};
use krilla::num::NormalizedF32;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::{Fill, LineCap, Stroke, StrokeDash};
use krilla::surface::Surface;
use krilla::text::{Font, TextDirection};

/// The two weights of the font in a document.
struct Fonts {
    regular: Font,
    bold: Font,
}

impl Fonts {
    fn new() -> Result<Self, PdfError> {
        let font = |bytes: &'static [u8]| Font::new(bytes.into(), 0).ok_or(PdfError::Page("font"));
        Ok(Self { regular: font(REGULAR)?, bold: font(SEMIBOLD)? })
    }
}

/// What is painted on every page.
struct Painter<'a> {
    fonts: Fonts,
    charts: &'a [PageChart],
    /// Page and height at which each section begins.
    places: Vec<XyzDestination>,
}

/// The bytes of a document.
pub(super) fn paint(
    report: &Report,
    settings: &TextSettings,
    pages: &[Page],
    charts: &[PageChart],
) -> Result<Vec<u8>, PdfError> {
    let painter = Painter { fonts: Fonts::new()?, charts, places: places(pages) };
    let mut document = krilla::Document::new();
    document.set_metadata(metadata(report));
    document.set_outline(outline(report, &painter.places));
    attach_study(&mut document, report)?;
    for (position, page) in pages.iter().enumerate() {
        let [width, height] = PAPER;
        let size = PageSettings::from_wh(width, height).ok_or(PdfError::Page("size"))?;
        let mut sheet = document.start_page_with(size);
        for annotation in painter.links(page) {
            sheet.add_annotation(annotation);
        }
        let mut surface = sheet.surface();
        surface.push_transform(&Transform::from_translate(MARGIN.left, MARGIN.top));
        for mark in &page.marks {
            painter.draw(&mut surface, mark)?;
        }
        painter.draw_foot(&mut surface, report, settings, (position + 1, pages.len()));
        surface.pop();
        surface.finish();
        sheet.finish();
    }
    document.finish().map_err(|error| PdfError::Library(format!("{error:?}")))
}

fn metadata(report: &Report) -> Metadata {
    let stamp = report.stamp;
    let day = u16::try_from(stamp.year).map(|year| DateTime::new(year).month(stamp.month).day(stamp.day));
    let told = Metadata::new()
        .title(format!("{} – {}", report.title, report.subtitle))
        .language(report.lang.as_str().to_owned())
        .keywords(report.properties.iter().map(|(name, value)| format!("{name}: {value}")).collect())
        .creator("Kịch Bản".to_owned());
    match day {
        Ok(day) => told.creation_date(day),
        Err(_) => told,
    }
}

/// Where sections begin, in their order.
fn places(pages: &[Page]) -> Vec<XyzDestination> {
    let mut found: Vec<(usize, usize, f32)> = Vec::new();
    for (page, one) in pages.iter().enumerate() {
        for mark in &one.marks {
            if let Mark::Anchor { section, top } = mark {
                found.push((*section, page, *top));
            }
        }
    }
    found.sort_by_key(|(section, _, _)| *section);
    let place = |(_, page, top)| XyzDestination::new(page, Point::from_xy(MARGIN.left, MARGIN.top + top - 4.0));
    found.into_iter().map(place).collect()
}

fn outline(report: &Report, places: &[XyzDestination]) -> Outline {
    let mut outline = Outline::new();
    let mut open: Option<OutlineNode> = None;
    for (section, place) in report.sections.iter().zip(places) {
        let node = OutlineNode::new(section.heading.to_text(), place.clone());
        match &mut open {
            Some(above) if section.heading.level > 1 => above.push_child(node),
            Some(_) | None => {
                if let Some(above) = open.replace(node) {
                    outline.push_child(above);
                }
            }
        }
    }
    if let Some(above) = open {
        outline.push_child(above);
    }
    outline
}

/// The study as a file inside the document: a viewer can save it, and the program opens it from there.
fn attach_study(document: &mut krilla::Document, report: &Report) -> Result<(), PdfError> {
    let file = EmbeddedFile {
        path: format!("{MARK}.ron"),
        mime_type: MimeType::new("text/plain"),
        description: Some(report.subtitle.clone()),
        association_kind: AssociationKind::Source,
        data: report.carried.clone().into_bytes().into(),
        modification_date: None,
        compress: Some(true),
        location: None,
    };
    document.embed_file(file).ok_or(PdfError::Page("attachment"))
}

fn fill(color: Rgb) -> Fill {
    Fill { paint: ink(color).into(), ..Fill::default() }
}

fn ink(Rgb(red, green, blue): Rgb) -> rgb::Color {
    rgb::Color::new(red, green, blue)
}

impl Painter<'_> {
    fn links(&self, page: &Page) -> Vec<Annotation> {
        let link = |mark: &Mark| {
            let Mark::Link { section, area } = mark else { return None };
            let (left, right) = (MARGIN.left + area.left, MARGIN.left + area.right);
            let rect = Rect::from_ltrb(left, MARGIN.top + area.top, right, MARGIN.top + area.bottom)?;
            let target = Target::Destination(self.places.get(*section)?.clone().into());
            Some(Annotation::new_link(LinkAnnotation::new(rect, target), None))
        };
        page.marks.iter().filter_map(link).collect()
    }

    fn draw(&self, surface: &mut Surface<'_>, mark: &Mark) -> Result<(), PdfError> {
        match mark {
            Mark::Words { at, text, width: _, font, color } => {
                let own = if font.bold { &self.fonts.bold } else { &self.fonts.regular };
                surface.set_stroke(None);
                surface.set_fill(Some(fill(*color)));
                let start = Point::from_xy(at[0], at[1]);
                surface.draw_text(start, own.clone(), font.size, text, false, TextDirection::LeftToRight);
            }
            Mark::Rule { from, to, width, color, dotted } => {
                draw_rule(surface, (*from, *to), *width, (*color, *dotted));
            }
            Mark::Ground { area, color } => draw_ground(surface, *area, *color),
            Mark::Chart { position, area } => {
                let Some(chart) = self.charts.get(*position) else { return Ok(()) };
                surface.push_transform(&Transform::from_translate(area.left, area.top));
                chart.paint(surface, area.width())?;
                surface.pop();
            }
            // Links and places of sections are no ink.
            Mark::Link { .. } | Mark::Anchor { .. } => {}
        }
        Ok(())
    }

    /// The foot of a page: what the document is on the left, the number of the page on the right.
    fn draw_foot(
        &self,
        surface: &mut Surface<'_>,
        report: &Report,
        settings: &TextSettings,
        (page, pages): (usize, usize),
    ) {
        let setting = settings.footer;
        let number = format!("{page} / {pages}");
        let right = WIDTH - width_of(&number, setting.font);
        surface.set_stroke(None);
        surface.set_fill(Some(fill(setting.color)));
        let y = PAPER[1] - MARGIN.top - FOOT;
        for (x, text) in [(0.0, report.footer.as_str()), (right, number.as_str())] {
            let (start, font) = (Point::from_xy(x, y), self.fonts.regular.clone());
            surface.draw_text(start, font, setting.font.size, text, false, TextDirection::LeftToRight);
        }
    }
}

fn draw_rule(surface: &mut Surface<'_>, (from, to): ([f32; 2], [f32; 2]), width: f32, (color, dotted): (Rgb, bool)) {
    let mut line = PathBuilder::new();
    line.move_to(from[0], from[1]);
    line.line_to(to[0], to[1]);
    let Some(path) = line.finish() else { return };
    let dash = dotted.then(|| StrokeDash { array: vec![0.0, 3.0], offset: 0.0 });
    let line_cap = if dotted { LineCap::Round } else { LineCap::Butt };
    surface.set_fill(None);
    let opacity = NormalizedF32::ONE;
    surface.set_stroke(Some(Stroke { paint: ink(color).into(), width, line_cap, opacity, dash, ..Stroke::default() }));
    surface.draw_path(&path);
}

fn draw_ground(surface: &mut Surface<'_>, area: Area, color: Rgb) {
    let Some(rect) = Rect::from_ltrb(area.left, area.top, area.right, area.bottom) else { return };
    let mut shape = PathBuilder::new();
    shape.push_rect(rect);
    let Some(path) = shape.finish() else { return };
    surface.set_stroke(None);
    surface.set_fill(Some(fill(color)));
    surface.draw_path(&path);
}
