//! The report as a Word document: styles, table of contents with page numbers, tables that break well, charts as pictures for print.

mod repairs;

use super::{Heading, Report, ReportBlock, ReportRow, ReportTable};
use crate::export::chart::{ChartFile, Png};
use docx_rs::{
    AlignmentType, BorderType, BreakType, Docx, FieldCharType, Footer, InstrPAGEREF, InstrText, LineSpacing,
    LineSpacingType, NumPages, PageMargin, PageNum, Paragraph, Pic, Run, RunFonts, Shading, SpecialIndentType, Style,
    StyleType, Tab, TabLeaderType, TabValueType, Table, TableBorder, TableBorderPosition, TableBorders, TableCell,
    TableCellMargins, TableLayoutType, TableRow, WidthType,
};
use std::io::{Cursor, Read as _, Write as _};

/// Width of the text on A4 with margins of 2.5 and 2 cm, twentieths of a point.
const TEXT_WIDTH: usize = 9354;
/// The same in English metric units, for pictures.
const PICTURE_WIDTH: u32 = 5_930_000;
/// The typeface of official documents.
const TYPEFACE: &str = "Times New Roman";
/// Size of the text, half points.
const BODY: usize = 24;
/// Ink of what is not read first.
const GREY: &str = "4F5459";
/// Rows up to which a table is kept on one page.
const SHORT: usize = 18;
/// Least height of a row of heads, twentieths of a point; no other row states one.
const HEAD_HEIGHT: f32 = 283.0;

/// A document could not be made.
#[derive(Debug, thiserror::Error)]
pub enum DocxError {
    /// The library could not write its parts.
    #[error("document: {0}")]
    Library(String),
    /// The parts could not be packed.
    #[error("document: {0}")]
    Pack(#[from] zip::result::ZipError),
    /// The parts could not be read or written.
    #[error("document: {0}")]
    Part(#[from] std::io::Error),
}

/// The bytes of the document; `pictures` are its charts in order, one for each.
///
/// # Errors
/// [`DocxError`] if the library or the zip cannot write the parts.
pub fn to_docx(report: &Report, pictures: &[Png]) -> Result<Vec<u8>, DocxError> {
    let mut document = define_styles(report);
    document = front(document, report);
    let mut pictures = (1..).zip(pictures);
    for (position, section) in report.sections.iter().enumerate() {
        document = document.add_paragraph(heading(&section.heading, position));
        for block in &section.blocks {
            document = match block {
                ReportBlock::Lead(text) => document.add_paragraph(paragraph(text, "KLead")),
                ReportBlock::Paragraph(text) => document.add_paragraph(paragraph(text, "KBody")),
                ReportBlock::Note(text) => document.add_paragraph(paragraph(text, "KNote")),
                ReportBlock::List(points) => list(document, points, "KList"),
                ReportBlock::Details(points) => list(document, points, "KDetail"),
                ReportBlock::Table(table) => add_table(document, table),
                ReportBlock::Figure { number, figure } => add_figure(document, number, figure, pictures.next()),
            };
        }
    }
    let mut parts = document.build();
    repairs::repair(&mut parts, report)?;
    let mut bytes = Cursor::new(Vec::new());
    parts.pack(&mut bytes).map_err(|error| DocxError::Library(error.to_string()))?;
    compress(&bytes.into_inner())
}

fn fonts() -> RunFonts {
    RunFonts::new().ascii(TYPEFACE).hi_ansi(TYPEFACE).cs(TYPEFACE).east_asia(TYPEFACE)
}

/// Size in half points, and distance before and after in twentieths of a point.
type Measure = (usize, (u32, u32));

/// The measures of the styles of a document, in one order.
struct Measures {
    title: Measure,
    subtitle: Measure,
    fact: Measure,
    headings: [Measure; 2],
    contents: Measure,
    lead: Measure,
    body: Measure,
    list: Measure,
    detail: Measure,
    caption: Measure,
    cell: Measure,
    note: Measure,
    /// Distance of lines of running text, in 240ths of a line.
    line: i32,
}

/// As official documents have them: 12 points and more.
const LONG: Measures = Measures {
    title: (36, (240, 120)),
    subtitle: (28, (0, 120)),
    fact: (22, (0, 40)),
    headings: [(28, (360, 120)), (25, (240, 120))],
    contents: (28, (480, 120)),
    lead: (27, (60, 120)),
    body: (BODY, (0, 120)),
    list: (BODY, (0, 60)),
    detail: (19, (0, 40)),
    caption: (22, (200, 80)),
    cell: (20, (30, 30)),
    note: (19, (60, 160)),
    line: 300,
};

/// Closer, so that all of a note is seen on two pages.
const CLOSE: Measures = Measures {
    title: (30, (0, 40)),
    subtitle: (23, (0, 40)),
    fact: (18, (0, 40)),
    headings: [(24, (140, 40)), (22, (100, 40))],
    contents: (24, (140, 40)),
    lead: (26, (20, 80)),
    body: (21, (0, 60)),
    list: (21, (0, 20)),
    detail: (18, (0, 20)),
    caption: (20, (80, 40)),
    cell: (18, (10, 10)),
    note: (16, (20, 60)),
    line: 247,
};

/// The styles of the document; a document without a table of contents is short and stands closer.
fn styles(report: &Report) -> Vec<Style> {
    let sizes = if report.contents.is_some() { LONG } else { CLOSE };
    let style = |id: &str, name: &str, (size, (before, after)): Measure| {
        let line = if size == sizes.body.0 { sizes.line } else { 240 };
        let spacing = LineSpacing::new().before(before).after(after).line(line).line_rule(LineSpacingType::Auto);
        Style::new(id, StyleType::Paragraph).name(name).fonts(fonts()).size(size).line_spacing(spacing)
    };
    let heading = |id: &str, name: &str, measure, level| {
        style(id, name, measure).bold().outline_lvl(level).next("KBody").q_format(true)
    };
    let [first, second] = sizes.headings;
    vec![
        style("KTitle", "Report title", sizes.title).bold().align(AlignmentType::Center),
        style("KSubtitle", "Report subtitle", sizes.subtitle).align(AlignmentType::Center),
        style("KFact", "Report fact", sizes.fact).align(AlignmentType::Center).color(GREY),
        heading("Heading1", "heading 1", first, 0),
        heading("Heading2", "heading 2", second, 1),
        style("KContents", "Contents heading", sizes.contents).bold(),
        style("KLead", "Report answer", sizes.lead).bold(),
        style("KBody", "Report body", sizes.body).align(AlignmentType::Both),
        style("KList", "Report list", sizes.list),
        style("KDetail", "Report detail", sizes.detail),
        style("KEntry", "Contents entry", (23, (20, 40))),
        style("KCaption", "Report caption", sizes.caption).bold(),
        style("KCell", "Report cell", sizes.cell),
        style("KNote", "Report note", sizes.note).color(GREY),
        style("KFooter", "Report footer", (17, (0, 0))).color(GREY),
    ]
}

/// Page, styles, footer, dates, and an empty item in the place of the study.
fn define_styles(report: &Report) -> Docx {
    let margin = PageMargin { top: 1134, left: 1418, bottom: 1134, right: 1134, header: 567, footer: 567, gutter: 0 };
    let footer = Paragraph::new()
        .style("KFooter")
        .add_tab(Tab::new().val(TabValueType::Right).pos(TEXT_WIDTH))
        .add_run(run(&report.footer))
        .add_run(Run::new().add_tab())
        .add_page_num(PageNum::new())
        .add_run(Run::new().add_text(" / "))
        .add_num_pages(NumPages::new());
    let date = format!("{}T00:00:00Z", report.stamp.iso());
    let document = Docx::new()
        .page_size(11906, 16838)
        .page_margin(margin)
        .default_fonts(fonts())
        .default_size(BODY)
        .footer(Footer::new().add_paragraph(footer))
        .created_at(&date)
        .updated_at(&date)
        .add_custom_item("{6B1C7C5E-3F0A-4E0B-9D3A-5A1E2C7F4B90}", "<study/>");
    styles(report).into_iter().fold(document, Docx::add_style)
}

/// Title, and where there is one the table of contents, which gives both a page of their own.
fn front(mut document: Docx, report: &Report) -> Docx {
    document = document
        .add_paragraph(paragraph(&report.title, "KTitle"))
        .add_paragraph(paragraph(&report.subtitle, "KSubtitle"));
    for fact in &report.facts {
        document = document.add_paragraph(paragraph(fact, "KFact"));
    }
    let Some(contents) = &report.contents else { return document };
    document = document.add_paragraph(paragraph(contents, "KContents"));
    for (position, section) in report.sections.iter().enumerate() {
        document = document.add_paragraph(entry(&section.heading, position));
    }
    document.add_paragraph(Paragraph::new().add_run(Run::new().add_break(BreakType::Page)))
}

/// A text after removal of the characters that XML does not allow.
fn legal(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_control() || matches!(letter, '\t' | '\n')).collect()
}

fn run(text: &str) -> Run {
    Run::new().add_text(legal(text))
}

fn paragraph(text: &str, style: &str) -> Paragraph {
    Paragraph::new().style(style).widow_control(true).add_run(run(text))
}

fn list(document: Docx, points: &[String], style: &str) -> Docx {
    points.iter().fold(document, |document, point| document.add_paragraph(list_item(point, style)))
}

fn list_item(text: &str, style: &str) -> Paragraph {
    Paragraph::new()
        .style(style)
        .widow_control(true)
        .indent(Some(454), Some(SpecialIndentType::Hanging(284)), None, None)
        .add_tab(Tab::new().val(TabValueType::Left).pos(454))
        .add_run(Run::new().add_text("–").add_tab())
        .add_run(run(text))
}

fn bookmark(position: usize) -> String {
    format!("_Toc{}", 100_000 + position)
}

fn heading(heading: &Heading, position: usize) -> Paragraph {
    let style = if heading.level > 1 { "Heading2" } else { "Heading1" };
    Paragraph::new()
        .style(style)
        .keep_next(true)
        .keep_lines(true)
        .add_bookmark_start(position + 1, bookmark(position))
        .add_run(run(&heading.to_text()))
        .add_bookmark_end(position + 1)
}

/// A line of the table of contents: its page number is a field that Word and `LibreOffice` work out.
fn entry(heading: &Heading, position: usize) -> Paragraph {
    let indent = if heading.level > 1 { 340 } else { 0 };
    Paragraph::new()
        .style("KEntry")
        .indent(Some(indent), None, None, None)
        .add_tab(Tab::new().val(TabValueType::Right).leader(TabLeaderType::Dot).pos(TEXT_WIDTH))
        .add_run(run(&heading.to_text()))
        .add_run(Run::new().add_tab())
        .add_run(
            Run::new()
                .add_field_char(FieldCharType::Begin, true)
                .add_instr_text(InstrText::PAGEREF(InstrPAGEREF::new(bookmark(position)).hyperlink()))
                .add_field_char(FieldCharType::Separate, false)
                .add_text("2")
                .add_field_char(FieldCharType::End, false),
        )
}

fn add_table(document: Docx, table: &ReportTable) -> Docx {
    let caption = paragraph(&format!("{}. {}", table.number, table.title), "KCaption").keep_next(true).keep_lines(true);
    let whole: u32 = table.widths.iter().sum::<u32>().max(1);
    let widths: Vec<usize> = table.widths.iter().map(|width| TEXT_WIDTH * *width as usize / whole as usize).collect();
    let heads = ReportRow { cells: table.heads.clone(), strong: true };
    let keep = table.rows.len() <= SHORT;
    // Rows of a long table are not kept together: `LibreOffice` would keep the whole table on one page and cut it off.
    let mut rows = vec![row(&heads, table, &widths, keep).row_height(HEAD_HEIGHT).cant_split()];
    // The last row keeps the note below it.
    let kept = table.rows.len() - usize::from(table.source.is_empty() && !table.rows.is_empty());
    rows.extend(
        table
            .rows
            .iter()
            .enumerate()
            .map(|(position, cells)| row(cells, table, &widths, keep && position < kept).cant_split()),
    );
    let rule = |position, color: &str, size| {
        TableBorder::new(position).border_type(BorderType::Single).color(color).size(size)
    };
    let borders = TableBorders::with_empty()
        .set(rule(TableBorderPosition::Top, "1B1D1F", 6))
        .set(rule(TableBorderPosition::Bottom, "1B1D1F", 6))
        .set(rule(TableBorderPosition::InsideH, "D9D6CF", 4));
    let drawn = Table::new(rows)
        .set_grid(widths)
        .width(TEXT_WIDTH, WidthType::Dxa)
        .layout(TableLayoutType::Fixed)
        .margins(TableCellMargins::new().margin(20, 70, 20, 70))
        .set_borders(borders);
    let after =
        if table.source.is_empty() { Paragraph::new().style("KNote") } else { paragraph(&table.source, "KNote") };
    document.add_paragraph(caption).add_table(drawn).add_paragraph(after)
}

fn row(row: &ReportRow, table: &ReportTable, widths: &[usize], keep_next: bool) -> TableRow {
    let cells = row.cells.iter().zip(widths).enumerate().map(|(column, (text, width))| {
        let right = column >= table.numbers_from;
        let alignment = if right { AlignmentType::Right } else { AlignmentType::Left };
        let words = if row.strong { run(text).bold() } else { run(text) };
        let paragraph = Paragraph::new().style("KCell").keep_next(keep_next).align(alignment).add_run(words);
        let cell = TableCell::new().width(*width, WidthType::Dxa).add_paragraph(paragraph);
        if row.strong { cell.shading(Shading::new().fill("F3F1EC")) } else { cell }
    });
    TableRow::new(cells.collect())
}

fn add_figure(document: Docx, number: &str, figure: &ChartFile, picture: Option<(usize, &Png)>) -> Docx {
    let caption = format!("{number}. {} ({})", figure.title, figure.unit);
    let document = document.add_paragraph(paragraph(&caption, "KCaption").keep_next(true).keep_lines(true));
    let Some((position, png)) = picture else { return document };
    let (width, height) = png.size;
    let tall = u64::from(PICTURE_WIDTH) * u64::from(height) / u64::from(width.max(1));
    let picture = Pic::new_with_dimensions(png.bytes.clone(), width, height)
        .id(format!("rIdImage{position}"))
        .size(PICTURE_WIDTH, u32::try_from(tall).unwrap_or(PICTURE_WIDTH));
    document
        .add_paragraph(Paragraph::new().keep_next(true).add_run(Run::new().add_image(picture)))
        .add_paragraph(paragraph(&figure.caption, "KNote"))
}

/// The file with its parts compressed; the library stores them as they are.
fn compress(bytes: &[u8]) -> Result<Vec<u8>, DocxError> {
    let mut parts = zip::ZipArchive::new(Cursor::new(bytes))?;
    let mut out = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
    for index in 0..parts.len() {
        let mut part = parts.by_index(index)?;
        if part.is_dir() {
            continue;
        }
        let name = part.name()?.into_owned();
        let mut content = Vec::new();
        part.read_to_end(&mut content)?;
        out.start_file(name, options)?;
        out.write_all(&content)?;
    }
    Ok(out.finish()?.into_inner())
}
