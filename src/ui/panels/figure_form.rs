//! The form of a figure that does not exist yet: an observation, a target or a parameter.

use super::assumptions::fields::year_of;
use super::figure_detail::{STATUSES, refusal, small, status_word, text};
use crate::app::import::{ImportCommand, pasted_table};
use crate::app::view_models::{FigureChoices, figure_choices, figure_title};
use crate::app::workspace::data::{DataChange, FigureDraft, FigureKey};
use crate::app::{Command, WindowCommand};
use crate::importing::unusual_growth;
use crate::scenario::figure::Figure;
use crate::scenario::{Edit, FigureList};
use crate::text::tell_unusual_growth;
use crate::ui::style;
use crate::ui::view::{Commands, ViewContext};
use crate::ui::widgets::button::main_button;
use crate::ui::widgets::number_field::{FieldOutcome, NumberField, number_field, number_field_or_block};
use crate::ui::widgets::table::section;
use egui::{ComboBox, Id, TextEdit, Ui, vec2};

/// Width of a choice or a text.
const FIELD: f32 = 190.0;

/// Draws the form; the study itself says why a figure cannot be added yet.
pub(super) fn form_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, draft: &FigureDraft) {
    let theme = view.theme();
    let list = view.state().workspace.data.list;
    section(ui, &view.label("data-new"));
    small(ui, &view.label("data-new-about"), theme.ink3);
    ui.add_space(4.0);
    text(ui, &figure_title(&view.reader, &draft.figure), theme.ink);
    let mut next = draft.clone();
    let choices = figure_choices(&view.reader, list, &draft.figure);
    egui::Grid::new("new figure").num_columns(2).spacing(vec2(10.0, 4.0)).show(ui, |ui| {
        subject_ui(ui, view, &choices, &mut next);
        value_ui(ui, view, commands, &choices, &mut next);
        origin_ui(ui, view, &choices, &mut next);
        if list == FigureList::Parameters {
            choice_ui(ui, view, "data-baseline", &choices.baselines, &mut next.baseline);
        }
    });
    let FigureDraft { baseline, figure } = next.clone();
    let edit = Edit::AddFigure { list, baseline: baseline.clone(), figure: Box::new(figure.clone()) };
    let refused = refusal(view, &edit);
    if let Some(refused) = &refused {
        small(ui, refused, theme.bad);
    }
    let doubtful = list == FigureList::Observations && !growth_is_right(ui, view, &draft.figure);
    ui.add_space(4.0);
    ui.horizontal(|ui| {
        ui.add_enabled_ui(refused.is_none() && !doubtful, |ui| {
            if main_button(ui, &view.label("data-save-new")).clicked() {
                commands.push(Command::edit(edit));
                commands.push(Command::Window(WindowCommand::Data(DataChange::Select(Some(FigureKey::from_figure(
                    list, &baseline, &figure,
                ))))));
            }
        });
        if ui.button(view.label("data-cancel-new")).clicked() {
            commands.push(Command::Window(WindowCommand::Data(DataChange::Draft(None))));
        }
    });
    if next != *draft {
        commands.push(Command::Window(WindowCommand::Data(DataChange::Draft(Some(Box::new(next))))));
    }
    ui.add_space(12.0);
}

/// What, of which line, where and when.
fn subject_ui(ui: &mut Ui, view: &ViewContext<'_>, choices: &FigureChoices, draft: &mut FigureDraft) {
    let figure = &mut draft.figure;
    let before = figure.quantity;
    choice_ui(ui, view, "column-quantity", &choices.quantities, &mut figure.quantity);
    if figure.quantity != before && !figure.unit.converts_to(figure.quantity.unit()) {
        figure.unit = figure.quantity.typed_unit();
    }
    choice_ui(ui, view, "column-line", &choices.lines, &mut figure.line);
    choice_ui(ui, view, "column-territory", &choices.territories, &mut figure.territory);
    for (key, year) in [("data-since", &mut figure.since), ("data-year", &mut figure.year)] {
        let written = year.map(|year| view.reader.numbers.year(year)).unwrap_or_default();
        if let Some(entry) = field_ui(ui, view, key, &written) {
            // An empty field clears the year; a number outside the range of years is ignored.
            *year = match entry {
                FieldOutcome::Number(number) => year_of(number).or(*year),
                FieldOutcome::Nothing => None,
            };
        }
    }
}

/// How much, in which unit and at which prices.
fn value_ui(
    ui: &mut Ui,
    view: &ViewContext<'_>,
    commands: &mut Commands,
    choices: &FigureChoices,
    draft: &mut FigureDraft,
) {
    let figure = &mut draft.figure;
    let numbers = view.reader.numbers;
    let name = view.label("data-value");
    ui.label(&name);
    let written = numbers.write_trimmed(figure.value, 6);
    let (field, block) = number_field_or_block(ui, &NumberField::new(&name, &written, 92.0, view.lang()));
    ui.end_row();
    if let Some(value) = field.number() {
        figure.value = value;
    }
    if let Some(block) = block {
        paste_ui(ui, view, commands, figure, &block);
    }
    if ui.data(|data| data.get_temp::<bool>(no_grid_id(figure))).unwrap_or(false) {
        ui.label("");
        small(ui, &view.label("data-no-grid"), view.theme().bad);
        ui.end_row();
    }
    let upper = figure.upper.map(|upper| numbers.write_trimmed(upper, 6)).unwrap_or_default();
    if let Some(entry) = field_ui(ui, view, "data-upper-end", &upper) {
        figure.upper = entry.number();
    }
    choice_ui(ui, view, "column-unit", &choices.units, &mut figure.unit);
    choice_ui(ui, view, "column-basis", &choices.price_bases, &mut figure.price_basis);
}

/// Figures of several lines or years go into the grid, from the line and year of the form on.
fn paste_ui(ui: &Ui, view: &ViewContext<'_>, commands: &mut Commands, figure: &Figure, block: &str) {
    // The grid holds what was observed; targets and assumptions come one at a time.
    let observed = view.state().workspace.data.list == FigureList::Observations;
    let table = pasted_table(&view.state().study, view.lang(), figure, block);
    match table.filter(|_| observed) {
        Some(table) => commands.push(Command::Import(ImportCommand::TypeFigures(Box::new(table)))),
        None => ui.data_mut(|data| {
            data.insert_temp(no_grid_id(figure), true);
        }),
    }
}

/// Where it is remembered that a block was pasted for a quantity that no grid takes.
fn no_grid_id(figure: &Figure) -> Id {
    Id::unique(("no grid", crate::text::quantity_id(figure.quantity)))
}

/// Whether a growth that is worth a question was said to be right; asks where it was not.
fn growth_is_right(ui: &mut Ui, view: &ViewContext<'_>, figure: &Figure) -> bool {
    let Some(step) = unusual_growth(&view.state().study, figure, None) else { return true };
    small(ui, &tell_unusual_growth(&step, view.lang()), view.theme().warn);
    // What is said to be right is this value; another one is asked about anew.
    let id = Id::unique(("growth is right", step.to, figure.value.to_bits()));
    let mut right = ui.data(|data| data.get_temp::<bool>(id)).unwrap_or(false);
    ui.checkbox(&mut right, view.label("data-growth-right"));
    ui.data_mut(|data| data.insert_temp(id, right));
    right
}

/// From where, and how it is known.
fn origin_ui(ui: &mut Ui, view: &ViewContext<'_>, choices: &FigureChoices, draft: &mut FigureDraft) {
    let figure = &mut draft.figure;
    ui.label(view.label("data-vintage-field"));
    ui.horizontal(|ui| {
        let vintage = TextEdit::singleline(&mut figure.vintage).font(style::body()).desired_width(FIELD - 44.0);
        ui.add(vintage).accessible_name(view.label("data-vintage-field"));
        // A vintage of the list by its name, or a new one as typed.
        let known = view.label("data-vintages-known");
        super::menu_bar::menu_ui(ui, "…", 0.0, |ui| {
            for (id, name) in &choices.vintages {
                if ui.button(name).clicked() {
                    figure.vintage.clone_from(id);
                    ui.close();
                }
            }
        })
        .response
        .accessible_name(known);
    });
    ui.end_row();
    choice_ui(ui, view, "column-source", &choices.sources, &mut figure.source);
    let statuses = STATUSES.map(|status| (status, status_word(view, status)));
    choice_ui(ui, view, "column-status", &statuses, &mut figure.status);
}

/// A row of the form with a list to choose from.
fn choice_ui<T: Clone + PartialEq>(
    ui: &mut Ui,
    view: &ViewContext<'_>,
    key: &'static str,
    options: &[(T, String)],
    current: &mut T,
) {
    ui.label(view.label(key));
    let shown = options.iter().find(|(one, _)| one == current).map_or("", |(_, name)| name);
    let mut chosen = None;
    ComboBox::from_id_salt(("new figure", key))
        .width(FIELD)
        .truncate()
        .selected_text(shown)
        .show_ui(ui, |ui| {
            for (one, name) in options {
                if ui.selectable_label(one == current, name).clicked() {
                    chosen = Some(one.clone());
                }
            }
        })
        .response
        .accessible_name(view.label(key));
    ui.end_row();
    if let Some(chosen) = chosen {
        *current = chosen;
    }
}

fn field_ui(ui: &mut Ui, view: &ViewContext<'_>, key: &'static str, text: &str) -> Option<FieldOutcome> {
    let name = view.label(key);
    ui.label(&name);
    let entry = number_field(ui, &NumberField::new(&name, text, 92.0, view.lang())).entry;
    ui.end_row();
    entry
}
