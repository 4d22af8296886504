//! The view Data: lists of figures with filters, and beside them the details of one.

use super::figure_detail::detail_ui;
use super::model::badge_ui;
use crate::app::view_models::{DataRow, DataTable, FigurePlace, data_row, data_table, new_draft};
use crate::app::workspace::data::{DataChange, FigureKey};
use crate::app::{Command, WindowCommand};
use crate::scenario::FigureList;
use crate::ui::charts::ChartLink;
use crate::ui::icons::{self, Icon};
use crate::ui::style;
use crate::ui::view::{Commands, ViewContext};
use crate::ui::widgets::segmented::segmented_control;
use crate::ui::widgets::table::{GridColumn, ROW, SPACING, cells, choice_row, heading_row, paint_cell, view_title};
use crate::ui::widgets::toggle::toggle;
use egui::style::ScrollAnimation;
use egui::{Align, ComboBox, Id, Layout, Rect, TextEdit, Ui, UiBuilder, pos2, vec2};

/// Width of the details.
const DETAIL: f32 = 340.0;
/// Space on either side of the line between table and details.
const SEAM: f32 = 14.0;
/// Width of the column that marks conflicts.
const MARK: f32 = 20.0;

/// The column of quantities keeps this width.
const LEAST_QUANTITY: f32 = 90.0;
/// So many rows tell how wide columns should be.
const SAMPLE: usize = 60;
/// The column of quantities takes this width before others take more than their least.
const OWN_QUANTITY: f32 = 182.0;
/// Columns of words that use the width of the view, in the order in which they take what they need.
const WORDS: [Field; 7] =
    [Field::Year, Field::Source, Field::Line, Field::Unit, Field::Vintage, Field::Territory, Field::Quantity];

/// A column of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Field {
    Mark,
    Quantity,
    Line,
    Year,
    Value,
    Unit,
    Status,
    Vintage,
    Basis,
    Territory,
    Source,
}

/// Draws the view.
pub fn data_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, _link: &mut ChartLink) {
    let table = data_table(&view.reader);
    head_ui(ui, view, commands, &table);
    ui.add_space(4.0);
    filters_ui(ui, view, commands, &table);
    ui.add_space(8.0);
    let state = &view.state().workspace.data;
    let open = state.selected.is_some() || state.draft.is_some() || state.marks.iter().any(Option::is_some);
    let room = ui.available_rect_before_wrap();
    let split = if open { room.right() - DETAIL - SEAM } else { room.right() };
    let left = room.with_max_x(if open { split - SEAM } else { split });
    ui.scope_builder(UiBuilder::new().max_rect(left).layout(Layout::top_down(Align::Min)), |ui| {
        rows_ui(ui, view, commands, &table);
    });
    if open {
        ui.painter().vline(split.round() + 0.5, room.y_range(), style::stroke(1.0, view.theme().rule));
        let right = room.with_min_x(split + SEAM);
        ui.scope_builder(UiBuilder::new().max_rect(right).layout(Layout::top_down(Align::Min)), |ui| {
            detail_ui(ui, view, commands);
        });
    }
    ui.advance_cursor_after_rect(room);
}

fn head_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, table: &DataTable<'_>) {
    let width = ui.available_width();
    let state = &view.state().workspace.data;
    ui.allocate_ui_with_layout(vec2(width, 26.0), Layout::right_to_left(Align::Center), |ui| {
        let add = match state.list {
            FigureList::Observations => "data-add-observation",
            FigureList::Targets => "data-add-target",
            FigureList::Parameters => "data-add-parameter",
        };
        if ui.button(view.label(add)).clicked() {
            commands
                .push(Command::Window(WindowCommand::Data(DataChange::Draft(new_draft(&view.reader).map(Box::new)))));
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            if let Some(from) = view.state().workspace.came_from {
                let back = view.filled("data-back", &[("view", &view.label(from.key()))]);
                if ui.button(back).clicked() {
                    commands.push(Command::Window(WindowCommand::ShowView(from)));
                }
                ui.add_space(8.0);
            }
            view_title(ui, &view.label("view-data"));
            ui.add_space(8.0);
            let names = ["data-observations", "data-targets", "data-parameters"].map(|key| view.label(key));
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            let current = FigureList::ALL.iter().position(|list| *list == state.list).unwrap_or(0);
            if let Some(chosen) = segmented_control(ui, &view.label("data-list"), &names, current)
                && let Some(list) = FigureList::ALL.get(chosen)
            {
                commands.push(Command::Window(WindowCommand::Data(DataChange::List(*list))));
            }
            let shown = [table.places.len(), table.total].map(|count| count.to_string());
            let count = view.filled("data-count", &[("shown", &shown[0]), ("total", &shown[1])]);
            ui.label(style::rich(count, style::small(), view.theme().ink3));
        });
    });
}

fn filters_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, table: &DataTable<'_>) {
    let state = &view.state().workspace.data;
    let mut change = |change| commands.push(Command::Window(WindowCommand::Data(change)));
    ui.horizontal_wrapped(|ui| {
        let mut text = state.search.clone();
        let name = view.label("data-search");
        let hint = style::rich(&name, style::body(), view.theme().ink3);
        let field = TextEdit::singleline(&mut text).hint_text(hint).font(style::body()).desired_width(170.0);
        let response = ui.add(field).accessible_name(&name);
        if response.changed() {
            change(DataChange::Search(text));
        }
        let all = view.label("data-all-quantities");
        let current = table.quantities.iter().find(|(quantity, _)| Some(*quantity) == state.quantity);
        let shown = current.map_or(all.as_str(), |(_, name)| name);
        ComboBox::from_id_salt("quantity")
            .width(190.0)
            .truncate()
            .height(380.0)
            .selected_text(shown)
            .show_ui(ui, |ui| {
                if ui.selectable_label(state.quantity.is_none(), &all).clicked() {
                    change(DataChange::Quantity(None));
                }
                for (quantity, name) in &table.quantities {
                    if ui.selectable_label(state.quantity == Some(*quantity), name).clicked() {
                        change(DataChange::Quantity(Some(*quantity)));
                    }
                }
            })
            .response
            .accessible_name(view.label("column-quantity"));
        let all = view.label("data-all-vintages");
        let current = table.vintages.iter().find(|(id, _)| Some(id) == state.vintage.as_ref());
        let shown = current.map_or(all.as_str(), |(_, name)| name);
        ComboBox::from_id_salt("vintage")
            .width(150.0)
            .truncate()
            .height(380.0)
            .selected_text(shown)
            .show_ui(ui, |ui| {
                if ui.selectable_label(state.vintage.is_none(), &all).clicked() {
                    change(DataChange::Vintage(None));
                }
                for (id, name) in &table.vintages {
                    if ui.selectable_label(state.vintage.as_ref() == Some(id), name).clicked() {
                        change(DataChange::Vintage(Some(id.clone())));
                    }
                }
            })
            .response
            .accessible_name(view.label("column-vintage"));
        if toggle(ui, &view.label("data-only-conflicts"), state.only_conflicts).clicked() {
            change(DataChange::OnlyConflicts(!state.only_conflicts));
        }
    });
}

/// The columns for which there is room; words that say most come first.
fn columns(width: f32, wanted: &[(Field, f32)]) -> Vec<(Field, GridColumn)> {
    let fixed = [
        (Field::Mark, GridColumn::text(MARK)),
        (Field::Line, GridColumn::text(102.0)),
        (Field::Year, GridColumn::text(66.0)),
        (Field::Value, GridColumn::numeric(104.0)),
        (Field::Unit, GridColumn::text(122.0)),
        (Field::Status, GridColumn::text(78.0)),
    ];
    let optional = [
        (Field::Vintage, GridColumn::text(124.0)),
        (Field::Basis, GridColumn::text(98.0)),
        (Field::Territory, GridColumn::text(164.0)),
        (Field::Source, GridColumn::text(170.0)),
    ];
    let mut left = width - fixed.iter().map(|(_, column)| column.width).sum::<f32>();
    let mut chosen = fixed.to_vec();
    for (field, column) in optional {
        let least = if field == Field::Vintage { 110.0 } else { 150.0 };
        if left - column.width < least {
            break;
        }
        left -= column.width;
        chosen.push((field, column));
    }
    chosen.insert(1, (Field::Quantity, GridColumn::text(LEAST_QUANTITY)));
    widen(&mut chosen, width, wanted);
    if let Some((_, last)) = chosen.last_mut() {
        last.width += SPACING;
    }
    chosen
}

/// Gives what is left over to columns of words: first what their widest texts need, then the rest in equal parts.
fn widen(columns: &mut [(Field, GridColumn)], width: f32, wanted: &[(Field, f32)]) {
    let taken: f32 = columns.iter().map(|(_, column)| column.width).sum();
    let mut left = (width - SPACING - taken).max(0.0);
    for (field, needed) in [(Field::Quantity, OWN_QUANTITY)].iter().chain(wanted) {
        if let Some((_, column)) = columns.iter_mut().find(|(own, _)| own == field) {
            let more = (needed - column.width).clamp(0.0, left);
            column.width += more;
            left -= more;
        }
    }
    let count = columns.iter().filter(|(field, _)| WORDS.contains(field)).count();
    let each = left / style::on_screen(count.max(1) as f64);
    for (_, column) in columns.iter_mut().filter(|(field, _)| WORDS.contains(field)) {
        column.width += each;
    }
}

/// Width of the widest texts among some rows of the table; all of thousands would take longer than a frame.
fn widest(ui: &Ui, view: &ViewContext<'_>, table: &DataTable<'_>) -> Vec<(Field, f32)> {
    let step = table.places.len().div_ceil(SAMPLE).max(1);
    let rows: Vec<DataRow> = table.places.iter().step_by(step).map(|place| data_row(&view.reader, place)).collect();
    let ink = view.theme().ink;
    let wide = |text: &str| style::one_line(ui, text, style::body(), ink, f32::INFINITY).size().x.ceil() + SPACING;
    let of = |field: Field| {
        let texts = rows.iter().filter_map(|row| words_of(row, field));
        (field, texts.map(|text| wide(text)).fold(0.0, f32::max))
    };
    WORDS.into_iter().map(of).collect()
}

/// What a row says in a column of text; nothing in those of marks.
const fn words_of(row: &DataRow, field: Field) -> Option<&String> {
    match field {
        Field::Mark | Field::Status => None,
        Field::Quantity => Some(&row.quantity),
        Field::Line => Some(&row.line),
        Field::Year => Some(&row.year),
        Field::Value => Some(&row.value),
        Field::Unit => Some(&row.unit),
        Field::Vintage => Some(&row.vintage),
        Field::Basis => Some(&row.basis),
        Field::Territory => Some(&row.territory),
        Field::Source => Some(&row.source),
    }
}

fn rows_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, table: &DataTable<'_>) {
    let columns = columns(ui.available_width() - 10.0, &widest(ui, view, table));
    let places: Vec<GridColumn> = columns.iter().map(|(_, column)| *column).collect();
    let titles: Vec<String> = columns.iter().map(|(field, _)| title(view, *field)).collect();
    let titles: Vec<&str> = titles.iter().map(String::as_str).collect();
    ui.spacing_mut().item_spacing.y = 0.0;
    heading_row(ui, &places, &titles);
    if table.places.is_empty() {
        ui.add_space(12.0);
        ui.label(style::rich(view.label("data-none"), style::body(), view.theme().ink2));
        return;
    }
    let area = egui::ScrollArea::vertical().id_salt("figures").auto_shrink([false, false]);
    let wanted = row_of_chosen(ui, view, table);
    area.show_rows(ui, ROW, table.places.len(), |ui, shown| {
        if let Some(row) = wanted {
            let step = ROW + ui.spacing().item_spacing.y;
            let top = ui.max_rect().top() + style::on_screen(row as f64 - shown.start as f64) * step;
            let place = Rect::from_min_size(pos2(ui.max_rect().left(), top), vec2(1.0, ROW));
            ui.scroll_to_rect_animation(place, Some(Align::Center), ScrollAnimation::none());
        }
        for place in table.places.get(shown).unwrap_or_default() {
            let conflict = table.conflicts.contains(&place.position);
            row_ui(ui, view, commands, (place, conflict), &columns);
        }
    });
}

/// The figure that was chosen when the table was drawn last.
#[derive(Debug, Clone, PartialEq)]
struct Chosen(Option<FigureKey>);

/// The row that the table scrolls to, so that a figure that was chosen elsewhere is in sight; a click on a row moves nothing.
fn row_of_chosen(ui: &Ui, view: &ViewContext<'_>, table: &DataTable<'_>) -> Option<usize> {
    let id = Id::unique("chosen figure");
    let chosen = Chosen(view.state().workspace.data.selected.clone());
    let before = ui.data_mut(|data| {
        let before = data.get_temp::<Chosen>(id);
        data.insert_temp(id, chosen.clone());
        before
    });
    let is_pointing = ui.input(|input| input.pointer.any_released() || input.pointer.any_down());
    if before.as_ref() == Some(&chosen) || (is_pointing && view.state().workspace.came_from.is_none()) {
        return None;
    }
    let key = chosen.0?;
    table.places.iter().position(|place| place.key() == key)
}

fn title(view: &ViewContext<'_>, field: Field) -> String {
    let key = match field {
        Field::Mark => return String::new(),
        Field::Quantity => "column-quantity",
        Field::Line => "column-line",
        Field::Year => "column-year",
        Field::Value => "column-value",
        Field::Unit => "column-unit",
        Field::Status => "column-status",
        Field::Vintage => "column-vintage",
        Field::Basis => "column-basis",
        Field::Territory => "column-territory",
        Field::Source => "column-source",
    };
    view.label(key)
}

fn row_ui(
    ui: &mut Ui,
    view: &ViewContext<'_>,
    commands: &mut Commands,
    (place, conflict): (&FigurePlace<'_>, bool),
    columns: &[(Field, GridColumn)],
) {
    let theme = view.theme();
    let row = data_row(&view.reader, place);
    let key = place.key();
    let chosen = view.state().workspace.data.selected.as_ref() == Some(&key);
    let width: f32 = columns.iter().map(|(_, column)| column.width).sum();
    let mark = if conflict { view.label("data-conflict-mark") } else { String::new() };
    let spoken = [&row.quantity, &row.line, &row.year, &row.value, &row.unit, &row.vintage, &mark];
    let spoken: Vec<&str> = spoken.into_iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
    let response = choice_row(ui, width, chosen, &spoken.join(", "));
    if response.clicked() {
        commands.push(Command::Window(WindowCommand::Data(DataChange::Select((!chosen).then_some(key)))));
    }
    let places: Vec<GridColumn> = columns.iter().map(|(_, column)| *column).collect();
    let mut cut = conflict;
    for ((field, column), cell) in columns.iter().zip(cells(response.rect, &places)) {
        let text = match field {
            Field::Mark => {
                if conflict {
                    let icon =
                        Rect::from_center_size(cell.left_center() + vec2(7.0, 0.0), vec2(icons::SIZE, icons::SIZE));
                    icons::paint(ui.painter(), Icon::Warning, icon, style::color(theme.warn));
                }
                continue;
            }
            Field::Status => {
                let layout = Layout::left_to_right(Align::Center);
                ui.scope_builder(UiBuilder::new().max_rect(cell).layout(layout), |ui| badge_ui(ui, view, row.status));
                continue;
            }
            Field::Quantity
            | Field::Line
            | Field::Year
            | Field::Value
            | Field::Unit
            | Field::Vintage
            | Field::Basis
            | Field::Territory
            | Field::Source => words_of(&row, *field).map_or("", String::as_str),
        };
        cut |= paint_cell(ui, cell, text, look(view, *field, chosen), column.align);
    }
    if cut {
        response.on_hover_ui(|ui| {
            ui.set_max_width(360.0);
            for part in spoken.into_iter().chain([row.basis.as_str(), &row.territory, &row.source]) {
                ui.label(part);
            }
        });
    }
}

/// Value and chosen quantity stand out; the words beside them stand back.
fn look(view: &ViewContext<'_>, field: Field, chosen: bool) -> (egui::FontId, crate::theme::Rgb) {
    let theme = view.theme();
    if field == Field::Value || (field == Field::Quantity && chosen) {
        (style::body_strong(), theme.ink)
    } else if field == Field::Quantity {
        (style::body(), theme.ink)
    } else {
        (style::body(), theme.ink2)
    }
}
