//! A sheet as in a spreadsheet, each cell on the colour of what it is.

use crate::app::view_models::{CellRole, ImportSheetCell, ShownSheet};
use crate::theme::{Rgb, Theme};
use crate::ui::style;
use egui::{Align, Rect, Response, ScrollArea, Sense, StrokeKind, Ui, WidgetInfo, pos2, vec2};
use std::collections::BTreeMap;

/// Height of a row.
const ROW: f32 = 18.0;
/// Width of the column of row numbers.
const NUMBERS: f32 = 34.0;
/// Narrowest and widest column.
const WIDTHS: (f32, f32) = (46.0, 210.0);
/// Room of a letter, on average.
const LETTER: f32 = 6.4;

/// The cells that are marked: the chosen one and those that it rests on.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct MarkedCells<'a> {
    /// Address of the chosen cell.
    pub chosen: Option<&'a str>,
    /// Its heads and labels.
    pub heads: &'a [String],
}

/// The ground of a role, over paper.
pub(super) fn role_ground(theme: &Theme, role: CellRole) -> Option<Rgb> {
    let fill = |position: usize, opacity: f64| Some(theme.line_fill(position).over(theme.paper, opacity));
    match role {
        CellRole::Plain => None,
        CellRole::Head => fill(0, 0.42),
        CellRole::Label => fill(1, 0.24),
        CellRole::Value => fill(2, 0.36),
        CellRole::Total => fill(2, 0.72),
        CellRole::LeftOut => Some(theme.rule),
    }
}

/// Draws a sheet; returns the address of a figure that was clicked.
pub(super) fn sheet_ui(ui: &mut Ui, content: &ShownSheet, marked: MarkedCells<'_>, id: &str) -> Option<String> {
    let theme = style::tokens(ui);
    let widths = column_widths(content);
    let total = NUMBERS + widths.iter().sum::<f32>();
    let mut clicked = None;
    ScrollArea::both().id_salt(id).auto_shrink([false, false]).show_rows(
        ui,
        ROW,
        content.rows.len() + 1,
        |ui, range| {
            ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
            for position in range {
                let (rect, response) = ui.allocate_exact_size(vec2(total, ROW), Sense::click());
                let Some(row) = position.checked_sub(1).and_then(|row| content.rows.get(row)) else {
                    letters(ui, rect, content, &widths, theme);
                    continue;
                };
                clicked = clicked.take().or(row_ui(ui, (rect, &response), row, &widths, marked));
            }
            style::leave_room_for_bar(ui);
        },
    );
    clicked
}

/// Draws a row; returns the address of a figure of it that was clicked.
fn row_ui(
    ui: &Ui,
    (rect, response): (Rect, &Response),
    (number, cells): &(u32, BTreeMap<usize, ImportSheetCell>),
    widths: &[f32],
    marked: MarkedCells<'_>,
) -> Option<String> {
    let theme = style::tokens(ui);
    let name: Vec<&str> = cells.values().map(|cell| cell.text.as_str()).collect();
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Row, true, name.join(" · ")));
    style::paint_focus_ring(ui, response);
    text(ui, Rect::from_min_size(rect.min, vec2(NUMBERS, ROW)), &number.to_string(), (theme.ink3, Align::Max));
    let at = response.interact_pointer_pos().filter(|_| response.clicked());
    let mut left = rect.left() + NUMBERS;
    let mut clicked = None;
    for (column, width) in widths.iter().enumerate() {
        let place = Rect::from_min_size(pos2(left, rect.top()), vec2(*width, ROW));
        left += width;
        let Some(cell) = cells.get(&column) else { continue };
        cell_ui(ui, place, cell, spill(cells, widths, column), marked);
        if at.is_some_and(|at| place.contains(at)) && matches!(cell.role, CellRole::Value | CellRole::Total) {
            clicked = Some(cell.address.clone());
        }
    }
    clicked
}

/// How far a text may run over empty cells to its right.
fn spill(cells: &BTreeMap<usize, ImportSheetCell>, widths: &[f32], column: usize) -> f32 {
    let empty = widths.iter().enumerate().skip(column + 1).take_while(|(next, _)| !cells.contains_key(next));
    empty.map(|(_, width)| width).sum()
}

fn letters(ui: &Ui, rect: Rect, content: &ShownSheet, widths: &[f32], theme: &Theme) {
    let mut left = rect.left() + NUMBERS;
    for (letter, width) in content.columns.iter().zip(widths) {
        let place = Rect::from_min_size(pos2(left, rect.top()), vec2(*width, ROW));
        left += width;
        text(ui, place, letter, (theme.ink3, Align::Center));
    }
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, style::stroke(1.0, theme.rule));
}

fn text(ui: &Ui, place: Rect, text: &str, (ink, align): (Rgb, Align)) {
    let inner = place.shrink2(vec2(4.0, 0.0));
    let galley = style::one_line(ui, text, style::small(), ink, inner.width());
    let x = match align {
        Align::Min => inner.left(),
        Align::Center => inner.center().x - galley.size().x / 2.0,
        Align::Max => inner.right() - galley.size().x,
    };
    ui.painter().galley(pos2(x, inner.center().y - galley.size().y / 2.0), galley, style::color(ink));
}

fn cell_ui(ui: &Ui, place: Rect, cell: &ImportSheetCell, free: f32, marked: MarkedCells<'_>) {
    let theme = style::tokens(ui);
    let inner = place.shrink(0.5);
    if let Some(ground) = role_ground(theme, cell.role) {
        ui.painter().rect_filled(inner, 0.0, style::color(ground));
    }
    let quiet = matches!(cell.role, CellRole::Plain | CellRole::LeftOut);
    let ink = if quiet { theme.ink3 } else { theme.ink };
    let room = if cell.numeric { place } else { place.with_max_x(place.right() + free) };
    text(ui, room, &cell.text, (ink, if cell.numeric { Align::Max } else { Align::Min }));
    if cell.doubt.estimate {
        let corner = [inner.left_top(), inner.left_top() + vec2(6.0, 0.0), inner.left_top() + vec2(0.0, 6.0)];
        ui.painter().add(egui::Shape::convex_polygon(corner.to_vec(), style::color(theme.info), egui::Stroke::NONE));
    }
    if cell.doubt.assumed {
        ui.painter().rect_stroke(inner.shrink(0.5), 0.0, style::stroke(1.0, theme.warn), StrokeKind::Inside);
    }
    if marked.chosen == Some(cell.address.as_str()) {
        ui.painter().rect_stroke(inner, 0.0, style::stroke(2.0, theme.focus), StrokeKind::Inside);
    } else if marked.heads.contains(&cell.address) {
        ui.painter().rect_stroke(inner, 0.0, style::stroke(1.5, theme.ink), StrokeKind::Inside);
    }
}

/// As wide as the longest number, and as texts need up to a limit.
fn column_widths(content: &ShownSheet) -> Vec<f32> {
    let mut longest = vec![0_usize; content.columns.len()];
    for (_, cells) in &content.rows {
        for (column, cell) in cells {
            if let Some(length) = longest.get_mut(*column)
                && (cell.numeric || cell.role == CellRole::Label)
            {
                *length = (*length).max(cell.text.chars().count());
            }
        }
    }
    let width = |letters: usize| {
        (f32::from(u16::try_from(letters).unwrap_or(u16::MAX)) * LETTER + 10.0).clamp(WIDTHS.0, WIDTHS.1)
    };
    longest.into_iter().map(width).collect()
}
