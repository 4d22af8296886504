//! The forms of a value under its row: the switch between them, low–base–high, the table of years, the chart.

use super::change_lever;
use super::chart::points_chart;
use super::fields::{check_allowed, entered, number_text, place, refuse, year_of};
use super::pasted::{open_block_ui, take_years};
use crate::app::view_models::{LeverRow, ValueFormContent, YearValue, record_entry, value_form};
use crate::app::workspace::assumptions::{AssumptionsChange, EditorChange};
use crate::app::{Command, WindowCommand};
use crate::quantity::Year;
use crate::scenario::ValueChange;
use crate::scenario::value_form::ValueForm;
use crate::ui::style;
use crate::ui::view::{Commands, ViewContext};
use crate::ui::widgets::number_field::{NumberField, number_field, number_field_or_block};
use crate::ui::widgets::segmented::segmented_control;
use egui::{Button, Frame, Id, Margin, Ui, vec2};

/// Words of a form, in the row and in the switch.
pub(crate) const fn form_key(form: ValueForm) -> &'static str {
    match form {
        ValueForm::Number => "assume-form-headline",
        ValueForm::Range => "assume-form-range",
        ValueForm::Span => "assume-form-span",
        ValueForm::Years => "assume-form-years",
        ValueForm::Points => "assume-form-points",
    }
}

/// Draws the open form of a lever.
pub(crate) fn value_form_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, row: &LeverRow) {
    let Some(content) = value_form(&view.reader, row) else { return };
    let theme = view.theme();
    let frame = Frame::new()
        .fill(style::color(theme.paper))
        .outer_margin(Margin { left: 20, right: 8, top: 4, bottom: 2 })
        .inner_margin(Margin { left: 6, right: 6, top: 6, bottom: 6 });
    let drawn = frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 2.0;
        let words: Vec<String> = content.forms.iter().map(|form| view.label(form_key(*form))).collect();
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let current = content.forms.iter().position(|form| *form == content.form).unwrap_or(0);
        let name = view.filled("assume-form-of", &[("name", &row.name)]);
        if let Some(chosen) = segmented_control(ui, &name, &words, current) {
            change_lever(view, commands, row, (ValueChange::Form(content.forms[chosen]), None));
        }
        ui.add_space(4.0);
        match content.form {
            ValueForm::Number => hint(ui, view, "assume-form-headline-about"),
            ValueForm::Range => range_ui(ui, view, commands, (row, &content)),
            ValueForm::Span => span_ui(ui, view, commands, (row, &content)),
            ValueForm::Years => years_ui(ui, view, commands, (row, &content)),
            ValueForm::Points => {
                points_chart(ui, view, commands, (row, &content));
                hint(ui, view, "assume-points-about");
            }
        }
        record_ui(ui, view, commands, row);
    });
    // What was just opened comes into sight; afterwards the list stays where it is scrolled to.
    let shown = Id::unique("opened form");
    let name = row.key.to_string();
    if ui.data(|data| data.get_temp::<String>(shown)).as_ref() != Some(&name) {
        drawn.response.scroll_to_me(None);
        ui.data_mut(|data| data.insert_temp(shown, name));
    }
}

fn hint(ui: &mut Ui, view: &ViewContext<'_>, key: &'static str) {
    ui.add(egui::Label::new(style::rich(view.label(key), style::small(), view.theme().ink2)).wrap());
}

/// The way to the record itself, for those who do not use the context menu.
fn record_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, row: &LeverRow) {
    let Some((record, key)) = record_entry(row) else { return };
    ui.add_space(4.0);
    if ui.button(view.label(key)).clicked() {
        commands.push(Command::Window(WindowCommand::Assumptions(AssumptionsChange::OpenRecord(record))));
    }
}

/// Makes the setting that of the selected case, as a step of its own.
fn range_ui(
    ui: &mut Ui,
    view: &ViewContext<'_>,
    commands: &mut Commands,
    (row, content): (&LeverRow, &ValueFormContent),
) {
    let Some(range) = content.range else { return };
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        for (position, key) in ["assume-low", "assume-base", "assume-high"].into_iter().enumerate() {
            let word = view.label(key);
            ui.label(style::rich(word.clone(), style::small(), view.theme().ink2));
            let text = number_text(view, row, range[position]);
            let name = format!("{}: {word}", row.name);
            let field =
                NumberField { within: Some(row.spec.hard), ..NumberField::new(&name, &text, 46.0, view.lang()) };
            let field = number_field(ui, &field);
            let Some(value) = entered(ui, &place(view, row), &field) else { continue };
            let result = check_allowed(view, row.spec, value).and_then(|value| in_order(view, range, position, value));
            refuse(ui, &place(view, row), result.as_ref().err().cloned());
            if let Ok(range) = result {
                change_lever(view, commands, row, (ValueChange::Range(range), None));
            }
        }
    });
    hint(ui, view, "assume-range-about");
}

/// The range with another value in one place, where low, base and high stay in order.
fn in_order(view: &ViewContext<'_>, mut range: [f64; 3], place: usize, value: f64) -> Result<[f64; 3], String> {
    range[place] = value;
    if range.is_sorted() { Ok(range) } else { Err(view.label("assume-range-order")) }
}

/// First and last year of a value, and the way to the same span a year earlier or later.
fn span_ui(
    ui: &mut Ui,
    view: &ViewContext<'_>,
    commands: &mut Commands,
    (row, content): (&LeverRow, &ValueFormContent),
) {
    let Some([from, to]) = content.span else { return };
    let (first, last) = content.projected;
    let mut placed = None;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        for (position, key) in ["assume-span-from", "assume-span-to"].into_iter().enumerate() {
            let word = view.label(key);
            ui.label(style::rich(word.clone(), style::small(), view.theme().ink2));
            let (name, text) = (format!("{}: {word}", row.name), view.reader.numbers.year([from, to][position]));
            let field = number_field(ui, &NumberField::new(&name, &text, 46.0, view.lang()));
            let Some(value) = entered(ui, &place(view, row), &field) else { continue };
            let mut span = [from, to];
            let is_year = year_of(value).map(|year| span[position] = year).is_some();
            let fits = (is_year && [first, span[0], span[1], last].is_sorted()).then_some(span);
            let ends = [("first", view.reader.numbers.year(first)), ("last", view.reader.numbers.year(last))];
            let ends = ends.each_ref().map(|(name, year)| (*name, year.as_str()));
            refuse(ui, &place(view, row), fits.is_none().then(|| view.filled("assume-span-outside", &ends)));
            placed = fits.or(placed);
        }
    });
    ui.add_space(4.0);
    ui.horizontal(|ui| {
        for (key, by, possible) in [("assume-span-earlier", -1, from > first), ("assume-span-later", 1, to < last)] {
            if ui.add_enabled(possible, Button::new(view.label(key))).clicked() {
                placed = Some([from + by, to + by]);
            }
        }
    });
    if let Some([from, to]) = placed {
        change_lever(view, commands, row, (ValueChange::Place(from, to), None));
    }
    hint(ui, view, "assume-span-about");
}

fn years_ui(
    ui: &mut Ui,
    view: &ViewContext<'_>,
    commands: &mut Commands,
    (row, content): (&LeverRow, &ValueFormContent),
) {
    ui.horizontal_top(|ui| {
        ui.vertical(|ui| {
            ui.set_width(138.0);
            let mut pasted = None;
            for one in content.years.iter().skip(1) {
                let block = ui.horizontal(|ui| year_ui(ui, view, commands, (row, one))).inner;
                pasted = pasted.or(block.map(|text| (one.year, text)));
            }
            if let Some(block) = pasted {
                take_years(ui, view, commands, (row, content), block);
            }
        });
        ui.vertical(|ui| {
            ui.set_width(ui.available_width());
            hint(ui, view, "assume-years-about");
            open_block_ui(ui, view, commands, (row, content));
            ui.add_space(4.0);
            tools_ui(ui, view, commands, (row, content));
        });
    });
}

/// A year of the table: its mark and its value; a block that is pasted into the value comes back.
fn year_ui(
    ui: &mut Ui,
    view: &ViewContext<'_>,
    commands: &mut Commands,
    (row, one): (&LeverRow, &YearValue),
) -> Option<String> {
    ui.spacing_mut().item_spacing.x = 4.0;
    mark_ui(ui, view, commands, (one.year, one.is_marked));
    let name = format!("{}: {}", row.name, view.reader.numbers.year(one.year));
    let color = (!row.spec.is_plausible(one.value)).then_some(view.theme().warn);
    let text = number_text(view, row, one.value);
    let within = Some(row.spec.hard);
    let field = NumberField { color, within, ..NumberField::new(&name, &text, 58.0, view.lang()) };
    let (field, block) = number_field_or_block(ui, &field);
    if block.is_some() {
        return block;
    }
    let value = entered(ui, &place(view, row), &field)?;
    let result = check_allowed(view, row.spec, value);
    refuse(ui, &place(view, row), result.as_ref().err().cloned());
    if let Ok(value) = result {
        change_lever(view, commands, row, (ValueChange::Year(one.year, value), None));
    }
    None
}

fn mark_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, (year, is_marked): (Year, bool)) {
    let text = view.reader.numbers.year(year);
    let mut marked = is_marked;
    let response = ui.checkbox(&mut marked, text.clone());
    let name = view.filled("assume-mark-year", &[("year", &text)]);
    let response = response.accessible_name(&name);
    style::paint_focus_ring(ui, &response);
    if response.clicked() {
        commands.push(Command::Window(WindowCommand::Assumptions(AssumptionsChange::Editor(EditorChange::Mark(year)))));
    }
}

/// Repeat from one marked year, interpolate between two.
fn tools_ui(
    ui: &mut Ui,
    view: &ViewContext<'_>,
    commands: &mut Commands,
    (row, content): (&LeverRow, &ValueFormContent),
) {
    let marked: Vec<Year> = content.years.iter().filter(|one| one.is_marked).map(|one| one.year).collect();
    let button = |ui: &mut Ui, key: &'static str, reason: &'static str, possible: bool| {
        let wide = Button::new(view.label(key)).min_size(vec2(120.0, style::HIT)).wrap();
        ui.add_enabled(possible, wide).on_disabled_hover_text(view.label(reason)).clicked()
    };
    if button(ui, "assume-repeat", "assume-repeat-needs", marked.len() == 1) {
        change_lever(view, commands, row, (ValueChange::Repeat(marked[0]), None));
    }
    if button(ui, "assume-interpolate", "assume-interpolate-needs", marked.len() == 2) {
        change_lever(view, commands, row, (ValueChange::Interpolate(marked[0], marked[1]), None));
    }
}
