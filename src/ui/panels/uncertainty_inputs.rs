//! What the simulation of the view Uncertainty is made of, to be read and changed.

use super::figure_detail::refusal;
use crate::app::view_models::{EnsembleInput, EnsembleInputGroup, EnsembleInputOf, input_command, uncertainty_inputs};
use crate::app::workspace::data::{DataChange, FigureKey};
use crate::app::{Command, DocumentCommand, View, WindowCommand};
use crate::ui::style;
use crate::ui::view::{Commands, ViewContext};
use crate::ui::widgets::number_field::{NumberField, number_field};
use crate::ui::widgets::source_badge::{Standing, source_badge};
use crate::ui::widgets::table::section;
use egui::{Grid, Id, Label, Role, Sense, Ui, UiBuilder, WidgetInfo, vec2};

/// Width of a field.
const FIELD: f32 = 64.0;
/// Part of the width that names take, in every group, so that fields stand below each other.
const NAMES: f32 = 0.44;
/// The same in points at most, where nothing stands beside them.
const WIDEST_NAME: f32 = 280.0;
/// Height of a row.
const ROW: f32 = 24.0;

/// Draws the inputs over a width.
pub(super) fn inputs_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, width: f32) {
    section(ui, &view.label("uncertainty-inputs"));
    for group in uncertainty_inputs(&view.reader) {
        group_ui(ui, view, commands, &group, width);
    }
}

fn group_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, group: &EnsembleInputGroup, width: f32) {
    let theme = view.theme();
    ui.add_space(8.0);
    ui.label(style::rich(&group.title, style::small_strong(), theme.ink2));
    for told in [&group.idle, &group.note].into_iter().flatten() {
        ui.add(Label::new(style::rich(told, style::small(), theme.ink2)).wrap());
    }
    let mut refused = None;
    Grid::new(("inputs", &group.title)).num_columns(5).spacing(vec2(10.0, 2.0)).min_row_height(ROW).show(ui, |ui| {
        for row in &group.rows {
            if let Some(told) = row_ui(ui, view, commands, (group, row), width) {
                refused = Some(told);
            }
            ui.end_row();
        }
    });
    if let Some(told) = refused {
        ui.add(Label::new(style::rich(told, style::small(), theme.bad)).wrap());
    }
    if let Some(place) = &group.place {
        let link = ui.link(style::rich(view.label("uncertainty-input-data"), style::small(), theme.ink2).underline());
        style::paint_focus_ring(ui, &link);
        if link.clicked() {
            open_data(commands, place);
        }
    }
}

/// Name, field, unit, range and source of an input; returns why the last number was refused.
fn row_ui(
    ui: &mut Ui,
    view: &ViewContext<'_>,
    commands: &mut Commands,
    (group, row): (&EnsembleInputGroup, &EnsembleInput),
    width: f32,
) -> Option<String> {
    let theme = view.theme();
    let ink = if group.idle.is_some() { theme.ink3 } else { theme.ink };
    let names = (width * NAMES).min(WIDEST_NAME);
    let name = style::one_line(ui, &row.name, style::body(), ink, names);
    let (rect, response) = ui.allocate_exact_size(vec2(names, ROW), Sense::hover());
    let said = [row.name.as_str(), &row.value, &row.unit, &row.range];
    let said = said.into_iter().chain(row.origin.iter().map(|origin| origin.1.as_str())).chain(group.idle.as_deref());
    let said: Vec<&str> = said.filter(|part| !part.is_empty()).collect();
    response.widget_info(|| WidgetInfo::labeled(Role::Row, group.idle.is_none(), said.join(", ")));
    ui.painter().galley(rect.min + vec2(0.0, (ROW - name.size().y) * 0.5), name, style::color(ink));
    response.on_hover_text(group.idle.as_deref().unwrap_or(&row.name));
    let told = field_ui(ui, view, commands, (group, row));
    ui.label(style::rich(&row.unit, style::small(), theme.ink3));
    ui.label(style::rich(&row.range, style::small(), theme.ink3));
    match &row.origin {
        Some((status, word, source)) => {
            source_badge(ui, Standing::from_status(*status), word).on_hover_text(source);
        }
        None => {
            ui.label("");
        }
    }
    told
}

/// The field of a value; one that does not act says why to the pointer.
fn field_ui(
    ui: &mut Ui,
    view: &ViewContext<'_>,
    commands: &mut Commands,
    (group, row): (&EnsembleInputGroup, &EnsembleInput),
) -> Option<String> {
    if row.of == EnsembleInputOf::Told {
        ui.label(style::rich(&row.value, style::body(), view.theme().ink3));
        return None;
    }
    let id = Id::unique(("refused input", &row.name));
    let told = ui.data(|data| data.get_temp::<String>(id));
    let is_idle = group.idle.is_some();
    let builder = if is_idle { UiBuilder::new().disabled() } else { UiBuilder::new() };
    let shown = ui.scope_builder(builder, |ui| {
        let color = is_idle.then_some(view.theme().ink3);
        let field = NumberField {
            error: told.as_deref(),
            color,
            ..NumberField::new(&row.name, &row.value, FIELD, view.lang())
        };
        number_field(ui, &field)
    });
    if let Some(idle) = &group.idle {
        shown.response.on_hover_text(idle);
    }
    if shown.inner.is_unsettled {
        ui.data_mut(|data| data.remove::<String>(id));
        return None;
    }
    let Some(value) = shown.inner.number() else { return told };
    let told = enter(view, commands, row, value).err();
    ui.data_mut(|data| match &told {
        Some(words) => {
            data.insert_temp(id, words.clone());
        }
        None => {
            data.remove::<String>(id);
        }
    });
    told
}

/// Takes a typed value over, or says why it is refused.
fn enter(view: &ViewContext<'_>, commands: &mut Commands, row: &EnsembleInput, value: f64) -> Result<(), String> {
    let Some(command) = input_command(&view.state().study, row, value) else {
        let is_within = (row.bounds.0..=row.bounds.1).contains(&value);
        if is_within {
            return Err(view.label("uncertainty-input-whole"));
        }
        return Err(view.filled("uncertainty-input-refused", &[("name", &row.name), ("range", &row.range)]));
    };
    if let Command::Document(DocumentCommand::Edit { edit, .. }) = &command
        && let Some(refused) = refusal(view, edit)
    {
        return Err(refused);
    }
    commands.push(command);
    Ok(())
}

fn open_data(commands: &mut Commands, place: &FigureKey) {
    commands.push(Command::Window(WindowCommand::ShowView(View::Data)));
    commands.push(Command::Window(WindowCommand::Data(DataChange::List(crate::scenario::FigureList::Parameters))));
    commands.push(Command::Window(WindowCommand::Data(DataChange::Select(Some(place.clone())))));
}
