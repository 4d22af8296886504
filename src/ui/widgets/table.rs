//! Cells and rules of tables: one line of text each, cut with an ellipsis, the whole text on hover.

use crate::theme::Rgb;
use crate::ui::style;
use egui::{Align, FontId, Rect, Response, Sense, Ui, Vec2, WidgetInfo, pos2, vec2};

/// Height of a row.
pub const ROW: f32 = 26.0;

/// Height of the row of headings.
pub const HEADING: f32 = 22.0;

/// A column: its width and the side on which its texts stand.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct GridColumn {
    /// Width in points, the spacing to the next column included.
    pub width: f32,
    /// Left for words, right for numbers.
    pub align: Align,
}

/// Space between two columns.
pub const SPACING: f32 = 12.0;

impl GridColumn {
    /// A column of words.
    pub const fn text(width: f32) -> Self {
        Self { width, align: Align::Min }
    }

    /// A column of numbers.
    pub const fn numeric(width: f32) -> Self {
        Self { width, align: Align::Max }
    }
}

/// The places of the cells of a row.
pub fn cells(row: Rect, columns: &[GridColumn]) -> Vec<Rect> {
    let mut left = row.left();
    let place = |column: &GridColumn| {
        let cell =
            Rect::from_min_max(pos2(left, row.top()), pos2(left + (column.width - SPACING).max(0.0), row.bottom()));
        left += column.width;
        cell
    };
    columns.iter().map(place).collect()
}

/// Paints a text in its cell; returns whether it had to be cut.
pub fn paint_cell(ui: &Ui, cell: Rect, text: &str, look: (FontId, Rgb), align: Align) -> bool {
    let (role, ink) = look;
    let galley = style::one_line(ui, text, role, ink, cell.width());
    let x = if align == Align::Max { cell.right() - galley.size().x } else { cell.left() };
    let cut = galley.elided;
    ui.painter().galley(pos2(x, cell.center().y - galley.size().y / 2.0), galley, style::color(ink));
    cut
}

/// The row of headings with the dark rule above.
pub fn heading_row(ui: &mut Ui, columns: &[GridColumn], titles: &[&str]) {
    let theme = style::tokens(ui);
    let width: f32 = columns.iter().map(|column| column.width).sum();
    let (rect, response) = ui.allocate_exact_size(vec2(width, HEADING), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Row, true, titles.join(", ")));
    for ((cell, column), title) in cells(rect, columns).into_iter().zip(columns).zip(titles) {
        paint_cell(ui, cell, title, (style::small(), theme.ink3), column.align);
    }
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, style::stroke(1.0, theme.rule));
}

/// A row that can be chosen; its ground and rule are painted, its cells are the caller's work.
pub fn choice_row(ui: &mut Ui, width: f32, chosen: bool, name: &str) -> Response {
    choice_row_of(ui, vec2(width, ROW), chosen, name)
}

/// The same of another height, for a row of several lines.
pub fn choice_row_of(ui: &mut Ui, size: Vec2, chosen: bool, name: &str) -> Response {
    let theme = style::tokens(ui);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::selected(egui::Role::ListItem, true, chosen, name));
    if chosen || response.hovered() {
        let ground = if chosen { theme.select } else { theme.hover };
        ui.painter().rect_filled(rect, 0.0, style::color(ground));
    }
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, style::stroke(1.0, theme.rule));
    style::paint_focus_ring_inside(ui, &response);
    response
}

/// A section of a panel: the dark rule and a bold title.
pub fn section(ui: &mut Ui, title: &str) {
    let theme = style::tokens(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 24.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Heading, true, title));
    ui.painter().hline(rect.x_range(), rect.top() + 0.5, style::stroke(1.0, theme.ink));
    let galley = style::one_line(ui, title, style::section(), theme.ink, rect.width());
    ui.painter().galley(pos2(rect.left(), rect.bottom() - galley.size().y - 2.0), galley, style::color(theme.ink));
}

/// The title of a view, as a heading for screen readers.
pub fn view_title(ui: &mut Ui, title: &str) {
    let theme = style::tokens(ui);
    let galley = style::one_line(ui, title, style::title(), theme.ink, ui.available_width());
    let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Heading, true, title));
    ui.painter().galley(rect.min, galley, style::color(theme.ink));
}
