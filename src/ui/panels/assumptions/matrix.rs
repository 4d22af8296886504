//! The table of scenarios and assumptions in the centre: every cell is a field, every edit a step.

use super::fields::{check_allowed, entered, read_refusal, refuse};
use crate::app::view_models::{MatrixCell, MatrixColumn, MatrixContent, MatrixRow, changed_setting, matrix};
use crate::app::workspace::assumptions::{AssumptionsChange, EditorChange};
use crate::app::{Command, WindowCommand};
use crate::scenario::lever::Kind;
use crate::scenario::{Edit, ValueChange};
use crate::ui::icons::{Icon, icon_button};
use crate::ui::marks;
use crate::ui::style;
use crate::ui::view::{Commands, ViewContext};
use crate::ui::widgets::number_field::{NumberField, number_field_in};
use egui::{Align, Id, Key, Layout, Rect, ScrollArea, Sense, TextEdit, Ui, UiBuilder, WidgetInfo, pos2, vec2};

const NAME: f32 = 236.0;
const COLUMN: f32 = 124.0;
const HEAD: f32 = 80.0;
const ROW: f32 = 28.0;
/// Where the sentence of a refusal is kept.
const REFUSAL: &str = "matrix";

/// Draws the table.
pub fn matrix_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands) {
    let Some(content) = matrix(&view.reader) else { return };
    heading_ui(ui, view, commands);
    search_ui(ui, view, commands, &content);
    if let Some(sentence) = read_refusal(ui, REFUSAL) {
        ui.label(style::rich(sentence, style::small(), view.theme().bad));
    }
    ui.add_space(6.0);
    if content.columns.is_empty() {
        ui.label(style::rich(view.label("matrix-empty"), style::body(), view.theme().ink2));
        return;
    }
    ScrollArea::both().auto_shrink([false, false]).show(ui, |ui| {
        ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
        head_ui(ui, view, commands, &content.columns);
        let mut ids: Vec<Vec<Option<Id>>> = Vec::new();
        let mut from = None;
        for (place, row) in content.rows.iter().enumerate() {
            let cells = row_ui(ui, view, commands, (row, &content.columns));
            if let Some(column) = cells.iter().position(|(_, entered)| *entered) {
                from = Some((place, column));
            }
            ids.push(cells.into_iter().map(|(id, _)| id).collect());
        }
        if let Some((row, column)) = from {
            go_down(ui, &ids, row, column);
        }
        style::leave_room_for_bar(ui);
    });
    // Esc closes the table unless it ends the typing in a cell.
    let is_typing = ui.memory(|memory| memory.focused().is_some());
    if !is_typing && ui.input(|input| input.key_pressed(Key::Escape)) {
        commands.push(Command::Window(WindowCommand::Assumptions(AssumptionsChange::ToggleMatrix)));
    }
}

/// Enter goes to the next cell of the column that can be edited, as in a spreadsheet.
fn go_down(ui: &Ui, ids: &[Vec<Option<Id>>], row: usize, column: usize) {
    let below = ids.iter().skip(row + 1).find_map(|cells| *cells.get(column)?);
    if let Some(id) = below {
        ui.memory_mut(|memory| memory.request_focus(id));
    }
}

fn heading_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands) {
    let theme = view.theme();
    ui.horizontal(|ui| {
        ui.label(style::rich(view.label("matrix-title"), style::detail(), theme.ink));
        ui.label(style::rich(view.label("matrix-about"), style::small(), theme.ink2));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let close = view.label("matrix-close");
            if icon_button(ui, Icon::Cross, &close, &close, true).clicked() {
                commands.push(Command::Window(WindowCommand::Assumptions(AssumptionsChange::ToggleMatrix)));
            }
        });
    });
}

fn search_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, content: &MatrixContent) {
    let known = view.state().workspace.assumptions.matrix.as_ref().map_or("", |matrix| matrix.search.as_str());
    let mut text = known.to_owned();
    ui.horizontal_wrapped(|ui| {
        let name = view.label("matrix-add-column");
        let hint = style::rich(name.clone(), style::body(), view.theme().ink3);
        let field = TextEdit::singleline(&mut text).hint_text(hint).font(style::body()).desired_width(190.0);
        let response = ui.add(field).accessible_name(&name);
        style::paint_focus_ring(ui, &response);
        if response.changed() {
            commands.push(Command::Window(WindowCommand::Assumptions(AssumptionsChange::Editor(
                EditorChange::SearchColumns(text.clone()),
            ))));
        }
        for (key, name) in &content.found {
            if ui.button(format!("+ {name}")).clicked() {
                commands.push(Command::Window(WindowCommand::Assumptions(AssumptionsChange::Editor(
                    EditorChange::AddColumn(key.clone()),
                ))));
            }
        }
        if content.found.is_empty() && !text.trim().is_empty() {
            let nothing = view.filled("levers-none-found", &[("text", &text)]);
            ui.label(style::rich(nothing, style::body(), view.theme().ink2));
        }
    });
}

fn head_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, columns: &[MatrixColumn]) {
    let theme = view.theme();
    let width = NAME + COLUMN * columns.len() as f32;
    let (rect, _) = ui.allocate_exact_size(vec2(width, HEAD), Sense::hover());
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, style::stroke(1.0, theme.ink));
    for (place, column) in columns.iter().enumerate() {
        let left = rect.left() + NAME + COLUMN * place as f32;
        let cell = Rect::from_min_size(pos2(left, rect.top()), vec2(COLUMN, HEAD));
        let mut job = egui::text::LayoutJob::simple(
            column.name.clone(),
            style::small_strong(),
            style::color(theme.ink),
            COLUMN - 34.0,
        );
        job.wrap.max_rows = 4;
        let galley = ui.painter().layout_job(job);
        ui.painter().galley(cell.min + vec2(8.0, 4.0), galley, style::color(theme.ink));
        let unit = style::one_line(ui, &column.unit, style::fine(), theme.ink3, COLUMN - 16.0);
        ui.painter().galley(pos2(left + 8.0, cell.bottom() - 17.0), unit, style::color(theme.ink3));
        let corner = Rect::from_min_size(pos2(cell.right() - 26.0, cell.top()), vec2(24.0, 24.0));
        // A child of its own, because the heading as a whole has its room already.
        let mut corner = ui.new_child(UiBuilder::new().max_rect(corner).id_salt(("remove", place)));
        let text = view.filled("matrix-remove-column", &[("name", &column.name)]);
        if icon_button(&mut corner, Icon::Cross, &text, &text, true).clicked() {
            commands.push(Command::Window(WindowCommand::Assumptions(AssumptionsChange::Editor(
                EditorChange::RemoveColumn(column.key.clone()),
            ))));
        }
    }
}

/// A row; the field of each cell, and whether Enter ended typing there.
fn row_ui(
    ui: &mut Ui,
    view: &ViewContext<'_>,
    commands: &mut Commands,
    (row, columns): (&MatrixRow, &[MatrixColumn]),
) -> Vec<(Option<Id>, bool)> {
    let theme = view.theme();
    let width = NAME + COLUMN * columns.len() as f32;
    let (rect, _) = ui.allocate_exact_size(vec2(width, ROW), Sense::hover());
    if view.state().workspace.selected == row.case {
        ui.painter().rect_filled(rect, 0.0, style::color(theme.select));
    }
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, style::stroke(1.0, theme.rule));
    let swatch = Rect::from_center_size(pos2(rect.left() + 20.0, rect.center().y), marks::SWATCH);
    marks::paint_swatch(ui.painter(), swatch, &row.style, style::ground(ui));
    let name = style::one_line(ui, &row.name, style::body(), theme.ink, NAME - 48.0);
    ui.painter().galley(pos2(rect.left() + 40.0, rect.center().y - name.size().y / 2.0), name, style::color(theme.ink));
    let mut fields = Vec::new();
    for (place, (column, cell)) in columns.iter().zip(&row.cells).enumerate() {
        let left = rect.left() + NAME + COLUMN * place as f32;
        let place = Rect::from_min_size(pos2(left + 8.0, rect.top()), vec2(COLUMN - 16.0, ROW));
        let field = cell.as_ref().and_then(|cell| cell_ui(ui, view, commands, ((row, column), (cell, place))));
        fields.push(field.map_or((None, false), |(id, entered)| (Some(id), entered)));
    }
    fields
}

fn cell_ui(
    ui: &mut Ui,
    view: &ViewContext<'_>,
    commands: &mut Commands,
    ((row, column), (cell, place)): ((&MatrixRow, &MatrixColumn), (&MatrixCell, Rect)),
) -> Option<(Id, bool)> {
    if !row.editable {
        let at = pos2(place.left() + 62.0, place.center().y);
        let ink = style::color(view.theme().ink2);
        ui.painter().text(at, egui::Align2::RIGHT_CENTER, &cell.text, style::body(), ink);
        return None;
    }
    let builder = UiBuilder::new().max_rect(place).id_salt((&row.case, column.key.to_string()));
    let mut child = ui.new_child(builder.layout(Layout::left_to_right(Align::Center)));
    let ui = &mut child;
    let name = format!("{}: {}", row.name, column.name);
    let (role, color) =
        if cell.changed { (style::body_strong(), Some(row.style.color)) } else { (style::body(), None) };
    if column.spec.kind == Kind::Switch {
        switch_ui(ui, view, commands, ((row, column), (cell, &name)));
        return None;
    }
    let within = Some(column.spec.hard);
    let field = NumberField { color, within, ..NumberField::new(&name, &cell.text, 62.0, view.lang()) };
    let field = number_field_in(ui, &field, role);
    if let Some(value) = entered(ui, REFUSAL, &field) {
        let result = check_allowed(view, column.spec, value);
        refuse(ui, REFUSAL, result.as_ref().err().map(|sentence| format!("{name}: {sentence}")));
        if let Ok(value) = result
            && let Some(setting) = changed_setting(&view.reader, &row.case, &column.key, ValueChange::Value(value))
        {
            let (scenario, key) = (row.case.clone(), column.key.clone());
            commands.push(Command::edit(Edit::SetLever { scenario, key, setting }));
        }
    }
    let entered = field.response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    Some((field.response.id, entered))
}

/// An assumption that is on or off.
fn switch_ui(
    ui: &mut Ui,
    view: &ViewContext<'_>,
    commands: &mut Commands,
    ((row, column), (cell, name)): ((&MatrixRow, &MatrixColumn), (&MatrixCell, &str)),
) {
    let mut on = cell.value != 0.0;
    let response = ui.checkbox(&mut on, &cell.text);
    response.widget_info(|| WidgetInfo::selected(egui::Role::CheckBox, true, on, name));
    style::paint_focus_ring(ui, &response);
    let value = ValueChange::Value(if on { 1.0 } else { 0.0 });
    if response.changed()
        && let Some(setting) = changed_setting(&view.reader, &row.case, &column.key, value)
    {
        commands.push(Command::edit(Edit::SetLever { scenario: row.case.clone(), key: column.key.clone(), setting }));
    }
}
