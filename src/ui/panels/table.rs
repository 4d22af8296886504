//! The view Table: which variables, which line, in which form; the numbers; and copying them.

use crate::app::view_models::{TableRow, VariableTable, line_choices, number_tables, tab_separated, variables_of};
use crate::app::workspace::table::{TableChange, TableForm};
use crate::app::{Command, WindowCommand};
use crate::quantity::Year;
use crate::text::words::period;
use crate::ui::charts::ChartLink;
use crate::ui::marks;
use crate::ui::style;
use crate::ui::view::{Commands, ViewContext};
use crate::ui::widgets::button::main_button;
use crate::ui::widgets::segmented::segmented_control;
use crate::ui::widgets::table::{GridColumn, HEADING, ROW, SPACING, cells, heading_row, paint_cell, view_title};
use egui::{Align, ComboBox, Event, Id, Layout, PopupCloseBehavior, Rect, Sense, Ui, WidgetInfo, pos2, vec2};

/// Width of the column of names.
const NAMES: f32 = 184.0;

/// Years of the record in sight where the table opens at the projection.
const RECORD: Year = 1;

/// Between two tables that stand abreast.
const ABREAST: f32 = 32.0;

/// Width of the column of a period, at least.
const PERIOD: f32 = 84.0;

/// To which part of what they need columns may be narrowed where one table more stands abreast for it.
const SQUEEZE: f32 = 0.94;

/// How many times as wide as they need to be columns may become: farther apart, numbers of one row are hard to follow.
const STRETCH: f32 = 1.6;

/// Draws the view.
pub fn table_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, _link: &mut ChartLink) {
    let tables = number_tables(&view.reader);
    head_ui(ui, view, commands, &tables);
    ui.add_space(6.0);
    choices_ui(ui, view, commands);
    ui.add_space(10.0);
    let number = number_width(&tables);
    let mut area = egui::ScrollArea::both().id_salt("numbers").auto_shrink([false, false]);
    if let Some(start) = opening(ui, view, &tables, number) {
        area = area.horizontal_scroll_offset(start);
    }
    area.show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let widest = tables.iter().map(|table| columns_width(&columns_of(table, number))).fold(NAMES, f32::max);
        // The bar floats at the right edge, where numbers would lie under it.
        let full = ui.available_width() - style::SCROLL_BAR;
        let fit = TableFit::new(full, widest, tables.len());
        for some in tables.chunks(fit.abreast) {
            row_of_tables_ui(ui, view, some, (fit, number));
            ui.add_space(16.0);
        }
        style::leave_room_for_bar(ui);
    });
}

/// The study whose table was drawn last.
#[derive(Clone, PartialEq)]
struct Opened(String, Vec<Year>);

/// Where the numbers of a study are shown first: its projection, with some years of the record before it.
fn opening(ui: &Ui, view: &ViewContext<'_>, tables: &[VariableTable], number: f32) -> Option<f32> {
    let table = tables.first()?;
    let id = Id::unique("table opened");
    let opened = Opened(view.state().study.name.in_lang(view.lang()).to_owned(), table.years.clone());
    let before = ui.data_mut(|data| {
        let before = data.get_temp::<Opened>(id);
        data.insert_temp(id, opened.clone());
        before
    });
    if before.as_ref() == Some(&opened) {
        return None;
    }
    let first = view.reader.last_actual() - RECORD;
    let past = table.years.iter().filter(|year| **year < first).count();
    Some(style::on_screen(past as f64) * number)
}

/// How far a row is scrolled to the left: names stay in sight, and numbers pass under them.
fn scrolled(ui: &Ui, left: f32) -> f32 {
    let edge = ui.clip_rect().left();
    (edge - left).max(0.0)
}

/// Draws numbers where names do not stand.
fn beside_names(ui: &mut Ui, names: f32, draw: impl FnOnce(&mut Ui)) {
    let clip = ui.clip_rect();
    ui.set_clip_rect(clip.with_min_x(clip.left().max(names)));
    draw(ui);
    ui.set_clip_rect(clip);
}

/// How tables use the width of the view.
#[derive(Debug, Clone, Copy, PartialEq)]
struct TableFit {
    /// How many stand abreast.
    abreast: usize,
    /// Width of each.
    width: f32,
    /// How many times as wide their columns are as they need to be.
    stretch: f32,
}

impl TableFit {
    /// As many abreast as there is room for, whose columns then share what is left.
    fn new(full: f32, widest: f32, count: usize) -> Self {
        let room = |n: usize| (full + ABREAST) / style::on_screen(n as f64) - ABREAST;
        let abreast = (1..=count).rev().find(|n| room(*n) >= widest * SQUEEZE).unwrap_or(1);
        let width = room(abreast);
        // A single table that is wider than the view is scrolled, and stays as wide as it needs to be.
        let least = if abreast > 1 { SQUEEZE } else { 1.0 };
        Self { abreast, width, stretch: (width / widest).clamp(least, STRETCH) }
    }
}

/// Tables abreast, each of a width.
fn row_of_tables_ui(ui: &mut Ui, view: &ViewContext<'_>, tables: &[VariableTable], (fit, number): (TableFit, f32)) {
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = ABREAST;
        for table in tables {
            ui.vertical(|ui| {
                ui.set_width(fit.width);
                one_table_ui(ui, view, table, (fit.stretch, number));
            });
        }
    });
}

/// Room of a number in every table, so that a year is one column of the page.
fn number_width(tables: &[VariableTable]) -> f32 {
    let cells = tables.iter().flat_map(|table| &table.rows).flat_map(|row| &row.cells);
    let widest = cells.map(|cell| cell.chars().count()).max().unwrap_or(4);
    (style::on_screen(widest as f64) * 6.6 + 18.0).max(50.0)
}

/// Columns of a table: names, years, averages of periods.
fn columns_of(table: &VariableTable, wide: f32) -> Vec<GridColumn> {
    std::iter::once(GridColumn::text(NAMES))
        .chain(table.years.iter().map(|_| GridColumn::numeric(wide)))
        .chain(table.periods.iter().map(|_| GridColumn::numeric(wide.max(PERIOD))))
        .collect()
}

/// Columns so many times as wide together; those of periods, the last ones, keep what their headings need.
fn stretch_columns(mut columns: Vec<GridColumn>, periods: usize, stretch: f32) -> Vec<GridColumn> {
    let first = columns.len().saturating_sub(periods);
    let kept = if stretch < 1.0 { columns_width(&columns[first..]) } else { 0.0 };
    let whole = columns_width(&columns);
    let each = (whole * stretch - kept) / (whole - kept).max(1.0);
    let changed = if stretch < 1.0 { first } else { columns.len() };
    for column in &mut columns[..changed] {
        column.width *= each;
    }
    columns
}

fn columns_width(columns: &[GridColumn]) -> f32 {
    columns.iter().map(|column| column.width).sum()
}

fn head_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, tables: &[VariableTable]) {
    let theme = view.theme();
    let width = ui.available_width();
    ui.allocate_ui_with_layout(vec2(width, 26.0), Layout::right_to_left(Align::Center), |ui| {
        let copied = ui.scope_id().with("copied");
        let by_key = ui.memory(|memory| memory.focused().is_none())
            && ui.input(|input| input.events.iter().any(|event| matches!(event, Event::Copy)));
        if main_button(ui, &view.label("table-copy")).clicked() || by_key {
            ui.ctx().copy_text(tab_separated(&view.reader, tables));
            let rows: usize = tables.iter().map(|table| table.rows.len()).sum();
            ui.data_mut(|data| data.insert_temp(copied, rows));
        }
        if let Some(rows) = ui.data(|data| data.get_temp::<usize>(copied)) {
            let text = view.filled("table-copied", &[("rows", &rows.to_string())]);
            ui.label(style::rich(text, style::small(), theme.ok));
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            view_title(ui, &view.label("view-table"));
            let forms = ["display-level", "display-growth", "display-difference"].map(|key| view.label(key));
            let forms: Vec<&str> = forms.iter().map(String::as_str).collect();
            let form = view.state().workspace.table.form;
            let current = TableForm::ALL.iter().position(|one| *one == form).unwrap_or(0);
            ui.add_space(8.0);
            if let Some(chosen) = segmented_control(ui, &view.label("table-form"), &forms, current)
                && let Some(form) = TableForm::ALL.get(chosen)
            {
                commands.push(Command::Window(WindowCommand::Table(TableChange::Form(*form))));
            }
        });
    });
}

fn choices_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands) {
    let theme = view.theme();
    let state = &view.state().workspace.table;
    ui.horizontal_wrapped(|ui| {
        let caption = view.filled("table-variables-chosen", &[("count", &state.variables.len().to_string())]);
        ComboBox::from_id_salt("variables")
            .width(120.0)
            .height(420.0)
            .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
            .selected_text(caption)
            .show_ui(ui, |ui| {
                for (variable, name, _) in variables_of(&view.reader, &state.line) {
                    let mut chosen = state.variables.contains(&variable);
                    if ui.checkbox(&mut chosen, name).changed() {
                        commands.push(Command::Window(WindowCommand::Table(TableChange::Toggle(variable))));
                    }
                }
            })
            .response
            .accessible_name(view.label("table-variables"));
        let lines = line_choices(&view.reader);
        let current = lines.iter().find(|(id, _)| *id == state.line);
        let current = current.map_or_else(String::new, |(_, name)| name.clone());
        ComboBox::from_id_salt("line")
            .width(130.0)
            .selected_text(current)
            .show_ui(ui, |ui| {
                for (id, name) in lines {
                    if ui.selectable_label(id == state.line, name).clicked() {
                        commands.push(Command::Window(WindowCommand::Table(TableChange::Line(id))));
                    }
                }
            })
            .response
            .accessible_name(view.label("table-line"));
        ui.label(style::rich(view.label("table-decimals"), style::body(), theme.ink2));
        let usual = view.label("table-decimals-usual");
        let options = [usual.as_str(), "0", "1", "2", "3", "4"];
        let chosen =
            segmented_control(ui, &view.label("table-decimals"), &options, state.decimals.map_or(0, |n| n + 1));
        if let Some(chosen) = chosen {
            commands.push(Command::Window(WindowCommand::Table(TableChange::Decimals(chosen.checked_sub(1)))));
        }
    });
}

fn one_table_ui(ui: &mut Ui, view: &ViewContext<'_>, table: &VariableTable, (stretch, number): (f32, f32)) {
    let theme = view.theme();
    let columns = stretch_columns(columns_of(table, number), table.periods.len(), stretch);
    let width = columns_width(&columns);
    let (rect, response) = ui.allocate_exact_size(vec2(width.max(ui.available_width()), 36.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Heading, true, format!("{}, {}", table.title, table.unit)));
    ui.painter().hline(rect.x_range(), rect.top() + 0.5, style::stroke(1.0, theme.ink));
    let shift = scrolled(ui, rect.left());
    let title = Rect::from_min_size(rect.min + vec2(shift, 3.0), vec2(rect.width(), 18.0));
    paint_cell(ui, title, &table.title, (style::section(), theme.ink), Align::Min);
    let unit = Rect::from_min_size(rect.min + vec2(shift, 20.0), vec2(rect.width(), 15.0));
    paint_cell(ui, unit, &table.unit, (style::small(), theme.ink3), Align::Min);
    if let Some(missing) = &table.missing {
        ui.label(style::rich(missing, style::body(), theme.ink2));
        return;
    }
    let case = view.label("table-case");
    let periods =
        table.periods.iter().map(|one| format!("{} {}", view.label("table-average"), period(one.since, one.until)));
    let years: Vec<String> = table.years.iter().map(|year| view.reader.numbers.year(*year)).chain(periods).collect();
    let titles: Vec<&str> = std::iter::once(case.as_str()).chain(years.iter().map(String::as_str)).collect();
    let names = columns.first().map_or(NAMES, |column| column.width);
    if shift > 0.0 {
        let place = Rect::from_min_size(ui.cursor().min + vec2(shift, 0.0), vec2(names - SPACING, HEADING));
        paint_cell(ui, place, &case, (style::small(), theme.ink3), Align::Min);
    }
    beside_names(ui, rect.left() + if shift > 0.0 { shift + names - SPACING } else { 0.0 }, |ui| {
        heading_row(ui, &columns, &titles);
    });
    for row in &table.rows {
        row_ui(ui, view, row, &columns);
    }
}

fn row_ui(ui: &mut Ui, view: &ViewContext<'_>, row: &TableRow, columns: &[GridColumn]) {
    let theme = view.theme();
    let width: f32 = columns.iter().map(|column| column.width).sum();
    let (rect, response) = ui.allocate_exact_size(vec2(width, ROW), Sense::hover());
    let spoken: Vec<&str> = row.cells.iter().chain(&row.averages).map(String::as_str).collect();
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Row, true, format!("{}: {}", row.name, spoken.join("; "))));
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, style::stroke(1.0, theme.rule));
    let selected = row.case.as_ref() == Some(&view.state().workspace.selected);
    if selected {
        ui.painter().rect_filled(rect, 0.0, style::color(theme.select));
    }
    let places = cells(rect, columns);
    let Some((name, values)) = places.split_first() else { return };
    let shift = scrolled(ui, rect.left());
    let name = name.translate(vec2(shift, 0.0));
    let swatch = Rect::from_center_size(pos2(name.left() + 14.0, name.center().y), marks::SWATCH);
    match &row.case {
        Some(case) => marks::paint_swatch(ui.painter(), swatch, &view.reader.style(case), style::ground(ui)),
        None => {
            ui.painter().hline(swatch.x_range(), swatch.center().y, style::stroke(2.4, theme.ink));
        }
    }
    let role = if selected { style::body_strong() } else { style::body() };
    paint_cell(ui, name.with_min_x(name.left() + 34.0), &row.name, (role.clone(), row.color), Align::Min);
    beside_names(ui, if shift > 0.0 { name.right() } else { rect.left() }, |ui| {
        for (cell, text) in values.iter().zip(row.cells.iter().chain(&row.averages)) {
            paint_cell(ui, *cell, text, (role.clone(), theme.ink), Align::Max);
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_use_the_width_of_the_view() {
        // At 1366 px one table fills the view; a wider one is scrolled and keeps its columns.
        let small = TableFit::new(968.0, 964.0, 2);
        assert!(small.abreast == 1 && small.stretch >= 1.0 && 964.0 * small.stretch <= 968.0 + 1e-3, "{small:?}");
        assert!((TableFit::new(968.0, 1200.0, 2).stretch - 1.0).abs() < 1e-6);
        // At 2560 px two stand abreast, side by side to the right edge.
        let wide = TableFit::new(1863.0, 964.0, 2);
        assert!(wide.abreast == 2 && (2.0 * wide.width + ABREAST - 1863.0).abs() < 0.1, "{wide:?}");
        assert!(964.0 * wide.stretch <= wide.width + 1e-3, "{wide:?}");
        // Headings of periods keep their width where the others give way.
        let columns = vec![GridColumn::text(184.0), GridColumn::numeric(51.0), GridColumn::numeric(PERIOD)];
        let narrowed = stretch_columns(columns.clone(), 1, 0.95);
        assert!((columns_width(&narrowed) - 0.95 * columns_width(&columns)).abs() < 1e-3, "{narrowed:?}");
        assert!((narrowed[2].width - PERIOD).abs() < 1e-6 && narrowed[1].width < 51.0, "{narrowed:?}");
        assert!(stretch_columns(columns, 1, 1.5)[2].width > PERIOD);
        // A single one becomes wider, up to a width at which its rows can still be followed.
        assert!((TableFit::new(4000.0, 964.0, 1).stretch - STRETCH).abs() < 1e-6);
    }
}
