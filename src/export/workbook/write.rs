//! From sheets of cells to the bytes of a file.

use super::WorkbookError;
use super::blocks::LONGEST_FORMULA;
use super::book::{
    Book, CellLook, Content, Digits, FIRST_YEAR, LockedReason, Sheet, SheetChart, SheetId, VALUE_COLUMN, Visibility,
    column_letters,
};
use super::formula::FormulaError;
use crate::export::Stamp;
use crate::theme::{Mode, Theme};
use rust_xlsxwriter::{
    Chart, ChartFont, ChartFormat, ChartLegendPosition, ChartLine, ChartType, Color, ConditionalFormatFormula,
    DataValidation, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Formula, Workbook, Worksheet,
    XlsxError,
};
use std::collections::BTreeMap;

/// Ink and grounds of the sheets: print-like, inputs on a warm ground.
const INK: u32 = 0x1F_2933;
const GREY: u32 = 0x5F_6B76;
const RULE: u32 = 0xC9_D1D8;
const HEADING: u32 = 0xE8_EDF1;
const INPUT: u32 = 0xFF_F6D6;
const INPUT_INK: u32 = 0x0B_4F8A;
const CALIBRATED: u32 = 0xE6_F0E4;
const CHANGED: u32 = 0xF4_B183;

/// What is said about the file as a whole.
pub(super) struct Properties {
    pub(super) title: String,
    pub(super) subject: String,
    /// Names and values, also of the study, scenario, fingerprint, vintage and version.
    pub(super) custom: Vec<(&'static str, String)>,
    /// The title of what a cell says that cannot be changed, and what it says.
    pub(super) fixed: String,
    pub(super) reasons: [(LockedReason, String); 3],
    /// One line at the foot of every page.
    pub(super) footer: String,
}

/// Sheets on which changed inputs are marked.
#[derive(Clone, Copy)]
pub(super) struct Marked {
    pub(super) inputs: SheetId,
    pub(super) exported: SheetId,
}

/// The bytes of the workbook; the same bytes for the same cells and date.
pub(super) fn write(
    book: &Book,
    properties: &Properties,
    stamp: Stamp,
    marked: Marked,
) -> Result<Vec<u8>, WorkbookError> {
    let mut workbook = Workbook::new();
    workbook.set_properties(&document_properties(properties, stamp)?);
    let mut formats = Formats::default();
    for (id, sheet) in book.sheets.iter().enumerate() {
        let worksheet = workbook.add_worksheet();
        worksheet.set_name(&sheet.name)?;
        // A formula without a cached result gets an empty one; the library would store 0.
        worksheet.set_formula_result_default("");
        write_cells(book, id, sheet, worksheet, &mut formats)?;
        arrange(sheet, worksheet, &properties.footer)?;
        for chart in &sheet.charts {
            worksheet.insert_chart(chart.row, chart.column, &native_chart(book, chart))?;
        }
        if id == marked.inputs {
            mark_changes(book, marked, worksheet)?;
            refuse_changes(sheet, properties, worksheet)?;
        }
    }
    for (name, place) in &book.names {
        let cell = |column: u16| format!("${}${}", column_letters(column), place.row + 1);
        let last = if place.length > 1 { format!(":{}", cell(place.column + place.length - 1)) } else { String::new() };
        workbook.define_name(
            book.find_name(name)?,
            &format!("={}!{}{last}", book.quote_sheet(place.sheet), cell(place.column)),
        )?;
    }
    Ok(workbook.save_to_buffer()?)
}

fn document_properties(properties: &Properties, stamp: Stamp) -> Result<DocProperties, XlsxError> {
    let created = ExcelDateTime::from_ymd(stamp.year_number(), stamp.month, stamp.day)?;
    let mut document = DocProperties::new()
        .set_title(&properties.title)
        .set_subject(&properties.subject)
        .set_author("Kịch Bản")
        .set_creation_datetime(&created);
    for (name, value) in &properties.custom {
        // A property holds 255 characters.
        let value: String = value.chars().take(255).collect();
        document = document.set_custom_property(*name, value.as_str());
    }
    Ok(document)
}

fn write_cells(
    book: &Book,
    id: SheetId,
    sheet: &Sheet,
    worksheet: &mut Worksheet,
    formats: &mut Formats,
) -> Result<(), WorkbookError> {
    for (&(row, column), cell) in &sheet.cells {
        let format = formats.find_format(cell.look);
        match &cell.content {
            Content::Text(text) if text.is_empty() => {
                worksheet.write_blank(row, column, format)?;
            }
            // Always a string cell: what a user typed is never read as a formula.
            Content::Text(text) => {
                worksheet.write_string_with_format(row, column, text.as_str(), format)?;
            }
            Content::Name(name) => {
                worksheet.write_string_with_format(row, column, book.find_name(name)?, format)?;
            }
            Content::Number(value) => {
                worksheet.write_number_with_format(row, column, *value, format)?;
            }
            Content::Area(formula, value) => {
                let formula = Formula::new(formula).set_result(value.to_string());
                worksheet.write_formula_with_format(row, column, formula, format)?;
            }
            Content::Formula(formula) => {
                let result = match book.find_value(id, row, column) {
                    None => String::new(),
                    Some(value) if formula.is_statement() => if value == 0.0 { "FALSE" } else { "TRUE" }.to_owned(),
                    Some(value) => value.to_string(),
                };
                let text = book.to_text(formula, id, column)?;
                if text.chars().count() >= LONGEST_FORMULA {
                    return Err(FormulaError::TooLong(format!("{}!{row}:{column}", sheet.name)).into());
                }
                worksheet.write_formula_with_format(row, column, Formula::new(text).set_result(result), format)?;
            }
        }
    }
    Ok(())
}

/// Widths, frozen panes and the printed page.
fn arrange(sheet: &Sheet, worksheet: &mut Worksheet, footer: &str) -> Result<(), XlsxError> {
    worksheet.set_screen_gridlines(false);
    for (column, width) in &sheet.widths {
        worksheet.set_column_width(*column, *width)?;
    }
    for (&(row, column), cell) in &sheet.cells {
        if let (CellLook::Wrapped, Content::Text(text)) = (cell.look, &cell.content) {
            worksheet.set_row_height(row, 13.5 * lines_of(text, sheet.widths.get(&column).copied().unwrap_or(8.43)))?;
        }
    }
    if sheet.frozen != (0, 0) {
        worksheet.set_freeze_panes(sheet.frozen.0, sheet.frozen.1)?;
        worksheet.set_repeat_rows(0, sheet.frozen.0 - 1)?;
    }
    match sheet.hidden {
        Visibility::Shown => {}
        Visibility::Hidden => {
            worksheet.set_hidden(true);
        }
        Visibility::VeryHidden => {
            worksheet.set_very_hidden(true);
        }
    }
    // A4, as wide as the page and as many pages long as it takes.
    worksheet.set_paper_size(9).set_landscape().set_print_fit_to_pages(1, u16::from(sheet.one_page));
    // An ampersand begins a code; 255 characters are allowed.
    let footer: String = footer.replace('&', "&&").chars().take(200).collect();
    worksheet.set_footer(format!("&L&8{footer}&R&8&P/&N"));
    Ok(())
}

/// Lines that a text takes in a column: a row does not grow by itself in every program.
fn lines_of(text: &str, width: f64) -> f64 {
    text.lines()
        .map(|line| (line.chars().count() as f64 / (width * 1.05)).ceil().max(1.0))
        .sum::<f64>()
        .clamp(1.0, 30.0)
}

/// Inputs that differ from what was exported are marked.
fn mark_changes(book: &Book, marked: Marked, worksheet: &mut Worksheet) -> Result<(), XlsxError> {
    let Some(sheet) = book.sheets.get(marked.inputs) else { return Ok(()) };
    let rows = sheet.cells.iter().filter(|(_, cell)| cell.look.input_digits().is_some());
    let rows: Vec<u32> = rows.map(|(&(row, _), _)| row).collect();
    let (Some(first), Some(last)) = (rows.iter().min(), rows.iter().max()) else { return Ok(()) };
    let column = column_letters(VALUE_COLUMN);
    let rule = format!("={column}{row}<>{}!{column}{row}", book.quote_sheet(marked.exported), row = first + 1);
    let format = Format::new().set_background_color(Color::RGB(CHANGED));
    let condition = ConditionalFormatFormula::new().set_rule(rule.as_str()).set_format(format);
    let end = sheet.cells.keys().map(|at| at.1).max().unwrap_or(FIRST_YEAR).saturating_sub(2);
    worksheet.add_conditional_format(*first, VALUE_COLUMN, *last, end, &condition)?;
    Ok(())
}

/// Cells that cannot be changed refuse what is typed into them, and say why as soon as they are selected.
fn refuse_changes(sheet: &Sheet, properties: &Properties, worksheet: &mut Worksheet) -> Result<(), XlsxError> {
    for (&(row, column), cell) in &sheet.cells {
        let CellLook::Fixed(_, why) = cell.look else { continue };
        let said = properties.reasons.iter().find(|(other, _)| *other == why).map_or("", |(_, text)| text.as_str());
        let title = properties.fixed.as_str();
        let refusal = DataValidation::new()
            .allow_custom(Formula::new("=FALSE"))
            .ignore_blank(false)
            .set_input_title(title)?
            .set_input_message(said)?
            .set_error_title(title)?
            .set_error_message(said)?;
        worksheet.add_data_validation(row, column, row, column, &refusal)?;
    }
    Ok(())
}

fn native_chart(book: &Book, model: &SheetChart) -> Chart {
    let mut chart = Chart::new(ChartType::Line);
    let mut font = ChartFont::new();
    font.set_size(9);
    chart.title().set_name(format!("{} ({})", model.title, model.unit).as_str());
    let mut title = ChartFont::new();
    title.set_size(11).set_bold();
    chart.title().set_font(&title);
    chart.set_width(620).set_height(360);
    chart.legend().set_position(ChartLegendPosition::Bottom).set_font(&font);
    chart.x_axis().set_font(&font);
    let mut grid = ChartLine::new();
    grid.set_color(Color::RGB(RULE)).set_width(0.5);
    chart
        .y_axis()
        .set_font(&font)
        .set_num_format(number_format(model.digits))
        .set_major_gridlines(true)
        .set_major_gridlines_line(&grid);
    let theme = Theme::for_mode(Mode::Light);
    for (name, label, slot) in &model.series {
        let Some(place) = book.names.get(name) else { continue };
        let sheet = book.sheets.get(place.sheet).map_or("", |sheet| sheet.name.as_str());
        let last = place.column + place.length - 1;
        let colour = theme.scenario(*slot).color;
        let mut line = ChartLine::new();
        line.set_color(Color::RGB(u32::from(colour.0) << 16 | u32::from(colour.1) << 8 | u32::from(colour.2)))
            .set_width(2.0);
        let mut format = ChartFormat::new();
        format.set_line(&line);
        // The head of every sheet of years stands in the fourth row.
        chart
            .add_series()
            .set_categories((sheet, 3, place.column, 3, last))
            .set_values((sheet, place.row, place.column, place.row, last))
            .set_name(plain_text(label).as_str())
            .set_format(&mut format);
    }
    chart
}

/// A name that the library does not take for a reference.
fn plain_text(name: &str) -> String {
    if name.starts_with('=') { format!(" {name}") } else { name.to_owned() }
}

/// Formats by look, each made once.
#[derive(Default)]
struct Formats(BTreeMap<CellLook, Format>);

impl Formats {
    fn find_format(&mut self, look: CellLook) -> &Format {
        self.0.entry(look).or_insert_with(|| format_of(look))
    }
}

const fn number_format(digits: Digits) -> &'static str {
    match digits {
        Digits::Plain => "0",
        Digits::Whole => "#,##0",
        Digits::One => "#,##0.0",
        Digits::Two => "#,##0.00",
        Digits::Three => "#,##0.000",
        Digits::Five => "#,##0.00000",
        Digits::Percent => "0.00%",
        Digits::Tiny => "0.0E+00",
    }
}

fn format_of(look: CellLook) -> Format {
    let plain = Format::new()
        .set_font_name("Calibri")
        .set_font_size(10)
        .set_font_color(Color::RGB(INK))
        .set_align(FormatAlign::VerticalCenter);
    let number = |format: Format, digits| format.set_num_format(number_format(digits)).set_align(FormatAlign::Right);
    let boxed = |format: Format| format.set_border(FormatBorder::Hair).set_border_color(Color::RGB(RULE));
    match look {
        CellLook::Title => plain.set_font_size(16).set_bold(),
        CellLook::Quiet => plain.set_font_color(Color::RGB(GREY)).set_font_size(9),
        CellLook::Heading => plain.set_bold().set_background_color(Color::RGB(HEADING)),
        CellLook::Head => {
            plain.set_bold().set_border_bottom(FormatBorder::Thin).set_border_bottom_color(Color::RGB(GREY))
        }
        CellLook::HeadRight => plain
            .set_bold()
            .set_align(FormatAlign::Right)
            .set_border_bottom(FormatBorder::Thin)
            .set_border_bottom_color(Color::RGB(GREY)),
        CellLook::Text => plain,
        CellLook::Right => plain.set_font_color(Color::RGB(GREY)).set_align(FormatAlign::Right),
        CellLook::Wrapped => plain.set_text_wrap().set_align(FormatAlign::Top),
        CellLook::Code => plain.set_font_name("Consolas").set_font_size(9).set_font_color(Color::RGB(GREY)),
        CellLook::Input(digits) => {
            boxed(number(plain.set_background_color(Color::RGB(INPUT)).set_font_color(Color::RGB(INPUT_INK)), digits))
        }
        CellLook::Calibrated(digits) => boxed(number(
            plain.set_background_color(Color::RGB(CALIBRATED)).set_font_color(Color::RGB(INPUT_INK)),
            digits,
        )),
        CellLook::Fixed(digits, _) => {
            boxed(number(plain.set_background_color(Color::RGB(HEADING)).set_font_color(Color::RGB(GREY)), digits))
        }
        CellLook::Given(digits) => number(plain.set_italic().set_font_color(Color::RGB(GREY)), digits),
        CellLook::Result(digits) => number(plain, digits),
        CellLook::Verdict => plain.set_bold().set_align(FormatAlign::Center).set_border(FormatBorder::Medium),
    }
}
