//! Figures by hand: a grid of lines and years, into which blocks from a spreadsheet can be pasted.

use super::super::assumptions::fields::year_of;
use super::{decide, problem_ui};
use crate::app::Command;
use crate::app::import::{ImportChoice, ImportCommand, ImportGoal, ImportState};
use crate::importing::{ImportMeasure, TypedRow, TypedTable, typed_units};
use crate::quantity::Quantity;
use crate::text::{capitalise, quantity_name, tidy_block, unit_name};
use crate::ui::style;
use crate::ui::view::{Commands, ViewContext};
use crate::ui::widgets::button::main_button;
use crate::ui::widgets::number_field::{FieldOutcome, NumberField, number_field};
use crate::ui::widgets::paste::take_block;
use egui::{ComboBox, Id, Key, Modifiers, ScrollArea, TextEdit, Ui, vec2};

/// Width of the names.
const NAME: f32 = 300.0;
/// Width of a cell.
const CELL: f32 = 84.0;

/// Draws the grid.
pub(super) fn typed_ui(
    ui: &mut Ui,
    view: &ViewContext<'_>,
    commands: &mut Commands,
    (import, table): (&ImportState, &TypedTable),
) {
    let mut next = table.clone();
    problem_ui(ui, view, import);
    kinds_ui(ui, view, &mut next);
    if import.goal == ImportGoal::NewStudy {
        territory_ui(ui, view, commands, import);
    }
    ui.label(style::rich(view.label("import-typed-about"), style::small(), view.theme().ink3));
    ui.add_space(6.0);
    grid_ui(ui, view, &mut next);
    ui.add_space(8.0);
    if ui.button(view.label("import-typed-add")).clicked() {
        next.rows.push(TypedRow { label: String::new(), cells: vec![String::new(); next.years.len()] });
    }
    ui.add_space(10.0);
    ui.horizontal(|ui| {
        if main_button(ui, &view.label("import-typed-next")).clicked() {
            commands.push(Command::Import(ImportCommand::TakeTyped { read_on: String::new() }));
        }
        if ui.button(view.label("import-cancel")).clicked() {
            commands.push(Command::Import(ImportCommand::Cancel));
        }
    });
    if next != *table {
        decide(commands, ImportChoice::Typed(Box::new(next)));
    }
}

fn territory_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, import: &ImportState) {
    ui.horizontal(|ui| {
        let name = view.label("import-frame-territory");
        ui.label(style::rich(&name, style::body(), view.theme().ink2));
        let mut territory = import.draft.territory.clone();
        let field = TextEdit::singleline(&mut territory).font(style::body()).desired_width(240.0);
        if ui.add(field).accessible_name(&name).changed() {
            let draft = crate::importing::NewStudy { territory, ..import.draft.clone() };
            decide(commands, ImportChoice::Draft(Box::new(draft)));
        }
    });
}

/// Quantity, unit, prices and years.
fn kinds_ui(ui: &mut Ui, view: &ViewContext<'_>, next: &mut TypedTable) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 10.0;
        let quantities = ImportMeasure::QUANTITIES.map(|one| (one, capitalise(&quantity_name(one, view.lang()))));
        let before = next.quantity;
        choice_ui(ui, &view.label("import-typed-quantity"), &quantities, &mut next.quantity);
        if next.quantity != before
            && let Some(unit) = typed_units(next.quantity).first()
        {
            next.unit = *unit;
        }
        let units: Vec<_> =
            typed_units(next.quantity).iter().map(|unit| (*unit, unit_name(*unit, view.lang()))).collect();
        choice_ui(ui, &view.label("import-typed-unit"), &units, &mut next.unit);
        if next.quantity == Quantity::Output {
            let year = year_ui(ui, view, "import-frame-price-base", next.price_base);
            next.price_base = year;
        }
        let (first, last) = (next.years.first().copied(), next.years.last().copied());
        let from = year_ui(ui, view, "import-typed-first", first);
        let to = year_ui(ui, view, "import-typed-last", last);
        if let (Some(from), Some(to)) = (from, to)
            && (Some(from), Some(to)) != (first, last)
            && from <= to
        {
            next.set_years(from, to);
        }
    });
    ui.add_space(6.0);
}

fn choice_ui<T: Copy + PartialEq>(ui: &mut Ui, name: &str, options: &[(T, String)], current: &mut T) {
    ui.label(name);
    let shown = options.iter().find(|(one, _)| one == current).map_or("", |(_, text)| text);
    ComboBox::from_id_salt(name)
        .width(190.0)
        .truncate()
        .selected_text(shown)
        .show_ui(ui, |ui| {
            for (one, text) in options {
                if ui.selectable_label(one == current, text).clicked() {
                    *current = *one;
                }
            }
        })
        .response
        .accessible_name(name);
}

fn year_ui(ui: &mut Ui, view: &ViewContext<'_>, key: &'static str, year: Option<i32>) -> Option<i32> {
    let name = view.label(key);
    ui.label(&name);
    let text = year.map(|year| view.reader.numbers.year(year)).unwrap_or_default();
    match number_field(ui, &NumberField::new(&name, &text, 52.0, view.lang())).entry {
        None => year,
        Some(FieldOutcome::Nothing) => None,
        Some(FieldOutcome::Number(number)) => year_of(number).or(year),
    }
}

fn grid_ui(ui: &mut Ui, view: &ViewContext<'_>, next: &mut TypedTable) {
    let height = (ui.available_height() - 90.0).max(120.0);
    ScrollArea::both().id_salt("typed").max_height(height).auto_shrink([false, true]).show(ui, |ui| {
        egui::Grid::new("typed").spacing(vec2(6.0, 4.0)).show(ui, |ui| {
            ui.label(style::rich(view.label("import-column-line"), style::small(), view.theme().ink3));
            for year in &next.years {
                ui.label(style::rich(view.reader.numbers.year(*year), style::small(), view.theme().ink3));
            }
            ui.end_row();
            let mut ids: Vec<Vec<Id>> = Vec::new();
            let mut pasted = None;
            for row in 0..next.rows.len() {
                let (cells, block) = row_ui(ui, view, next, row);
                ids.push(cells);
                pasted = pasted.or(block);
                ui.end_row();
            }
            if let Some((row, column, text)) = pasted {
                next.paste(row, column, &tidy_block(&text));
            }
            move_focus(ui, &ids);
        });
    });
}

/// A block that is pasted: row, column behind the names, text.
type Block = (usize, Option<usize>, String);

fn row_ui(ui: &mut Ui, view: &ViewContext<'_>, next: &mut TypedTable, row: usize) -> (Vec<Id>, Option<Block>) {
    let years = next.years.clone();
    let Some(typed) = next.rows.get_mut(row) else { return (Vec::new(), None) };
    let mut ids = Vec::with_capacity(years.len() + 1);
    let mut block = None;
    let name = view.filled("import-typed-line", &[("number", &(row + 1).to_string())]);
    let id = Id::unique(("typed", row, "name"));
    block = block.or(take_block(ui, id).map(|text| (row, None, text)));
    let field = TextEdit::singleline(&mut typed.label).id(id).font(style::body());
    ui.add_sized(vec2(NAME, 24.0), field).accessible_name(&name);
    ids.push(id);
    for (column, (cell, year)) in typed.cells.iter_mut().zip(&years).enumerate() {
        let id = Id::unique(("typed", row, column));
        block = block.or(take_block(ui, id).map(|text| (row, Some(column), text)));
        let label = if typed.label.is_empty() { name.as_str() } else { typed.label.as_str() };
        let accessible = view.filled("import-typed-cell", &[("line", label), ("year", &year.to_string())]);
        let field = TextEdit::singleline(cell).id(id).font(style::body()).align(egui::Align2::RIGHT_CENTER);
        ui.add_sized(vec2(CELL, 24.0), field).accessible_name(&accessible);
        ids.push(id);
    }
    (ids, block)
}

/// Enter and the arrows up and down go along the column, as in a spreadsheet.
fn move_focus(ui: &Ui, ids: &[Vec<Id>]) {
    let Some(focused) = ui.memory(egui::Memory::focused) else { return };
    let find = |cells: &Vec<Id>| cells.iter().position(|id| *id == focused);
    let Some((row, column)) = ids.iter().enumerate().find_map(|(row, cells)| Some((row, find(cells)?))) else { return };
    let down = ui.input_mut(|input| {
        input.consume_key(Modifiers::NONE, Key::ArrowDown) || input.consume_key(Modifiers::NONE, Key::Enter)
    });
    let up = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::ArrowUp));
    let wanted = match (down, up) {
        (true, _) => ids.get(row + 1),
        (false, true) => row.checked_sub(1).and_then(|row| ids.get(row)),
        (false, false) => None,
    };
    if let Some(id) = wanted.and_then(|cells| cells.get(column)) {
        ui.memory_mut(|memory| memory.request_focus(*id));
    }
}
