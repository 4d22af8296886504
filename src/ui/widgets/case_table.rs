//! Tables with a column for each scenario: results with signed differences, and the assumptions that differ.
//!
//! Cases that do not fit beside one another follow in a further block under the same rows; nothing is cut off.

use crate::app::view_models::compare::{CaseHead, InputCell, InputsTable, ResultCell, ResultsTable};
use crate::quantity::Year;
use crate::theme::Rgb;
use crate::ui::icons::{Icon, icon_button};
use crate::ui::style;
use crate::ui::view::ViewContext;
use egui::text::{LayoutJob, TextFormat};
use egui::{Align, FontId, Galley, Layout, Rect, Role, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};
use std::sync::Arc;

/// Height of a row of one line.
const ROW: f32 = 26.0;
/// Space between columns.
const SPACING: f32 = 14.0;
/// The column of names is not narrower than this.
const NAMES: f32 = 150.0;
/// A column of words is not wider than this; its cells wrap.
const WIDEST: f32 = 150.0;
/// Space over and under the text of a row of several lines.
const PADDING: f32 = 5.0;

/// A piece of text in a cell.
struct Piece {
    text: String,
    role: FontId,
    ink: Rgb,
}

impl Piece {
    fn new(text: &str, role: FontId, ink: Rgb) -> Self {
        Self { text: text.to_owned(), role, ink }
    }

    fn galley(&self, ui: &Ui, width: f32, halign: Align) -> Arc<Galley> {
        let mut job =
            LayoutJob::single_section(self.text.clone(), TextFormat::simple(self.role.clone(), style::color(self.ink)));
        job.wrap.max_width = width;
        job.halign = halign;
        ui.painter().layout_job(job)
    }

    /// Width on one line.
    fn width(&self, ui: &Ui) -> f32 {
        self.galley(ui, f32::INFINITY, Align::LEFT).size().x.ceil()
    }
}

/// Draws the results of a year; returns another year that was asked for.
pub fn results_table(ui: &mut Ui, view: &ViewContext<'_>, table: &ResultsTable) -> Option<Year> {
    let top = ui.cursor().min;
    let room = ui.available_width();
    head_ui(ui, view, &table.title, &table.about);
    let stepper = Rect::from_min_size(pos2(top.x + room - 150.0, top.y + 1.0), vec2(150.0, 22.0));
    let layout = Layout::right_to_left(Align::Center);
    // Beside the title, without moving what follows.
    let mut beside = ui.new_child(UiBuilder::new().max_rect(stepper).layout(layout));
    let asked = year_ui(&mut beside, view, table);
    let theme = view.theme();
    let rows: Vec<&[ResultCell]> = table.rows.iter().map(|row| row.cells.as_slice()).collect();
    let pieces = |cell: &ResultCell| result_pieces(cell, theme.ink, theme.ink2);
    let columns = columns_of(ui, &table.heads, &rows, f32::INFINITY, &pieces);
    let names = table.rows.iter().map(|row| (row.name.as_str(), row.unit.as_str()));
    body_ui(ui, view, &names.collect::<Vec<_>>(), &columns);
    asked
}

fn result_pieces(cell: &ResultCell, strong: Rgb, quiet: Rgb) -> Vec<Piece> {
    let level = Piece::new(&cell.level, style::body_strong(), strong);
    let difference = cell.difference.as_ref().map(|text| Piece::new(text, style::body(), quiet));
    std::iter::once(level).chain(difference).collect()
}

/// The year with a step back and forth.
fn year_ui(ui: &mut Ui, view: &ViewContext<'_>, table: &ResultsTable) -> Option<Year> {
    ui.spacing_mut().item_spacing.x = 2.0;
    let mut asked = None;
    let (first, last) = table.years;
    let after = view.label("compare-year-after");
    if icon_button(ui, Icon::ChevronRight, &after, &after, table.year < last).clicked() {
        asked = Some(table.year + 1);
    }
    let before = view.label("compare-year-before");
    let text = style::rich(&table.year_text, style::body_strong(), view.theme().ink);
    ui.label(text).on_hover_text(view.label("compare-year-hint"));
    if icon_button(ui, Icon::ChevronLeft, &before, &before, table.year > first).clicked() {
        asked = Some(table.year - 1);
    }
    asked
}

/// Draws the assumptions that differ.
pub fn inputs_table(ui: &mut Ui, view: &ViewContext<'_>, table: &InputsTable) {
    head_ui(ui, view, &table.title, &table.about);
    if table.rows.is_empty() {
        return;
    }
    let rows: Vec<&[InputCell]> = table.rows.iter().map(|row| row.cells.as_slice()).collect();
    let columns = columns_of(ui, &table.heads, &rows, WIDEST, &|cell| vec![input_piece(view, cell)]);
    let names: Vec<(&str, &str)> = table.rows.iter().map(|row| (row.name.as_str(), "")).collect();
    body_ui(ui, view, &names, &columns);
}

fn input_piece(view: &ViewContext<'_>, cell: &InputCell) -> Piece {
    let theme = view.theme();
    let role = if cell.differs { style::body_strong() } else { style::body() };
    let ink = match (cell.differs, cell.is_set) {
        (true, _) => theme.ink,
        (false, true) => theme.ink2,
        (false, false) => theme.ink3,
    };
    Piece::new(&cell.text, role, ink)
}

/// The dark rule of a section, its title and what it shows.
fn head_ui(ui: &mut Ui, view: &ViewContext<'_>, title: &str, about: &str) {
    let theme = view.theme();
    let width = ui.available_width();
    let (rule, response) = ui.allocate_exact_size(vec2(width, 22.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, title));
    ui.painter().hline(rule.x_range(), ui.painter().round_to_pixel_center(rule.top()), style::stroke(1.0, theme.ink));
    let title = style::one_line(ui, title, style::section(), theme.ink, width);
    ui.painter().galley(rule.min + vec2(0.0, 5.0), title, style::color(theme.ink));
    ui.add(egui::Label::new(style::rich(about, style::small(), theme.ink3)).wrap());
    ui.add_space(4.0);
}

/// A scenario's column: its cells and how wide their parts are.
struct Column {
    name: String,
    color: Rgb,
    cells: Vec<Vec<Piece>>,
    /// Width of each part of a cell.
    parts: Vec<f32>,
    width: f32,
}

impl Column {
    fn new(ui: &Ui, head: &CaseHead, cells: Vec<Vec<Piece>>, widest: f32) -> Self {
        let count = cells.iter().map(Vec::len).max().unwrap_or(0);
        let part = |position: usize| {
            let pieces = cells.iter().filter_map(|cell| cell.get(position));
            pieces.map(|piece| piece.width(ui)).fold(0.0, f32::max).min(widest)
        };
        let parts: Vec<f32> = (0..count).map(part).collect();
        let spacing = SPACING * style::on_screen(count.saturating_sub(1) as f64);
        let name = Piece::new(&head.name, style::small_strong(), head.color);
        let width = (parts.iter().sum::<f32>() + spacing).max(name.width(ui).min(WIDEST));
        Self { name: head.name.clone(), color: head.color, cells, parts, width }
    }
}

/// A column a head, its parts no wider than `widest`; a row without a cell leaves its place empty.
fn columns_of<C>(
    ui: &Ui,
    heads: &[CaseHead],
    rows: &[&[C]],
    widest: f32,
    pieces: &dyn Fn(&C) -> Vec<Piece>,
) -> Vec<Column> {
    let column = |(position, head): (usize, &CaseHead)| {
        let cells = rows.iter().map(|row| row.get(position).map(pieces).unwrap_or_default());
        Column::new(ui, head, cells.collect(), widest)
    };
    heads.iter().enumerate().map(column).collect()
}

/// Draws as many columns beside one another as fit, and the others in further blocks.
fn body_ui(ui: &mut Ui, view: &ViewContext<'_>, names: &[(&str, &str)], columns: &[Column]) {
    let room = ui.available_width();
    let mut rest = columns;
    while !rest.is_empty() {
        let mut taken = 0;
        let mut width = NAMES;
        while let Some(column) = rest.get(taken).filter(|column| taken == 0 || width + SPACING + column.width <= room) {
            width += SPACING + column.width;
            taken += 1;
        }
        let (block, after) = rest.split_at(taken);
        block_ui(ui, view, names, block);
        rest = after;
        if !rest.is_empty() {
            ui.add_space(10.0);
        }
    }
}

fn block_ui(ui: &mut Ui, view: &ViewContext<'_>, names: &[(&str, &str)], columns: &[Column]) {
    let room = ui.available_width();
    let taken: f32 = columns.iter().map(|column| column.width + SPACING).sum();
    let for_names = (room - taken).max(60.0);
    heads_ui(ui, columns);
    for (position, (name, unit)) in names.iter().enumerate() {
        row_ui(ui, view, (name, unit), for_names, (columns, position));
    }
}

/// Right edge of each column, from the right edge of the table.
fn right_edges(right: f32, columns: &[Column]) -> Vec<f32> {
    let mut edges = Vec::with_capacity(columns.len());
    let mut at = right;
    for column in columns.iter().rev() {
        edges.push(at);
        at -= column.width + SPACING;
    }
    edges.reverse();
    edges
}

fn heads_ui(ui: &mut Ui, columns: &[Column]) {
    let heading = |column: &Column| {
        Piece::new(&column.name, style::small_strong(), column.color).galley(ui, column.width, Align::RIGHT)
    };
    let galleys: Vec<Arc<Galley>> = columns.iter().map(heading).collect();
    let height = galleys.iter().map(|galley| galley.size().y).fold(14.0, f32::max) + 6.0;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    let spoken = columns.iter().map(|column| column.name.as_str()).collect::<Vec<_>>().join("; ");
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &spoken));
    for (galley, right) in galleys.into_iter().zip(right_edges(rect.right(), columns)) {
        // A text aligned to the right grows to the left of its origin.
        let at = pos2(right, rect.bottom() - 5.0 - galley.size().y);
        ui.painter().galley(at, galley, style::color(style::tokens(ui).ink));
    }
}

fn row_ui(
    ui: &mut Ui,
    view: &ViewContext<'_>,
    (name, unit): (&str, &str),
    for_names: f32,
    (columns, position): (&[Column], usize),
) {
    let theme = view.theme();
    let mut job = LayoutJob::default();
    job.append(name, 0.0, TextFormat::simple(style::body(), style::color(theme.ink)));
    if !unit.is_empty() {
        job.append(&format!(" {unit}"), 0.0, TextFormat::simple(style::small(), style::color(theme.ink3)));
    }
    job.wrap.max_width = for_names;
    let name_galley = ui.painter().layout_job(job);
    let cells: Vec<Vec<Arc<Galley>>> = columns
        .iter()
        .map(|column| {
            let pieces = column.cells.get(position).map_or(&[][..], Vec::as_slice);
            let laid = pieces.iter().zip(&column.parts);
            laid.map(|(piece, width)| piece.galley(ui, *width + 0.5, Align::RIGHT)).collect()
        })
        .collect();
    let tallest = cells.iter().flatten().chain([&name_galley]).map(|galley| galley.size().y).fold(0.0, f32::max);
    let height = ROW.max(tallest + 2.0 * PADDING);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, spoken(name, unit, columns, position)));
    let ink = style::color(theme.ink);
    let painter = ui.painter();
    painter.hline(rect.x_range(), painter.round_to_pixel_center(rect.top()), style::stroke(1.0, theme.rule));
    painter.galley(pos2(rect.left(), rect.center().y - name_galley.size().y / 2.0), name_galley, ink);
    for ((column, cell), right) in columns.iter().zip(cells).zip(right_edges(rect.right(), columns)) {
        for (index, galley) in cell.into_iter().enumerate() {
            let edge = right - after(column, index);
            painter.galley(pos2(edge, rect.center().y - galley.size().y / 2.0), galley, ink);
        }
    }
}

/// Width of the parts after one, with the spacing between them.
fn after(column: &Column, index: usize) -> f32 {
    column.parts.iter().skip(index + 1).map(|width| width + SPACING).sum()
}

/// A row as one sentence, for screen readers.
fn spoken(name: &str, unit: &str, columns: &[Column], position: usize) -> String {
    let mut sentence = format!("{name} {unit}").trim_end().to_owned();
    for column in columns {
        let texts = column.cells.get(position).into_iter().flatten().map(|piece| piece.text.as_str());
        sentence = format!("{sentence}; {}: {}", column.name, texts.collect::<Vec<_>>().join(" "));
    }
    sentence
}
