//! What every editor of numbers shares: reading what was typed, and refusals that stay until the next attempt.

use crate::app::view_models::{LeverRow, lever_number};
use crate::scenario::lever::LeverSpec;
use crate::ui::style;
use crate::ui::view::ViewContext;
use crate::ui::widgets::number_field::{NumberField, NumberFieldResponse, number_field};
use egui::{Id, Ui};

/// A typed number of a lever: inside the hard range, or the sentence that refuses it.
pub(crate) fn check_allowed(view: &ViewContext<'_>, spec: &LeverSpec, value: f64) -> Result<f64, String> {
    if spec.allows(value) {
        return Ok(value);
    }
    let (low, high) = spec.hard;
    let ends = [low, high].map(|end| lever_number(view.reader.numbers, spec.unit, spec.decimals, end));
    Err(view.filled("levers-beyond-hard", &[("low", &ends[0]), ("high", &ends[1])]))
}

/// A number of a lever as it is shown.
pub(crate) fn number_text(view: &ViewContext<'_>, row: &LeverRow, value: f64) -> String {
    lever_number(view.reader.numbers, row.spec.unit, row.spec.decimals, value)
}

fn refusal_id(place: &str) -> Id {
    Id::unique(("refused", place))
}

/// Where a refusal is remembered: one place for each case and lever.
pub(crate) fn place(view: &ViewContext<'_>, row: &LeverRow) -> String {
    format!("{}/{}", view.state().workspace.selected, row.key)
}

/// Keeps the sentence of a refusal under a row, or clears it.
pub(crate) fn refuse(ui: &Ui, place: &str, sentence: Option<String>) {
    let id = refusal_id(place);
    ui.data_mut(|data| match sentence {
        Some(text) => {
            data.insert_temp(id, text);
        }
        None => {
            data.remove::<String>(id);
        }
    });
}

/// The number that a field was given; a text that is no number yet ends the last refusal.
pub(crate) fn entered(ui: &Ui, place: &str, field: &NumberFieldResponse) -> Option<f64> {
    if field.is_unsettled {
        refuse(ui, place, None);
    }
    field.number()
}

/// The sentence of the last refusal.
pub(crate) fn read_refusal(ui: &Ui, place: &str) -> Option<String> {
    ui.data(|data| data.get_temp::<String>(refusal_id(place)))
}

/// A labelled number on a line of an editor; what was typed comes back as a number.
pub(super) fn number_line(ui: &mut Ui, view: &ViewContext<'_>, (label, unit): (&str, &str), value: f64) -> Option<f64> {
    let text = view.reader.numbers.write_trimmed(value, 4);
    written_line(ui, view, (label, unit), &text)
}

/// The year that a typed number names; part of a year names none.
#[expect(
    clippy::cast_possible_truncation,
    reason = "a cast from a float saturates, and years out of range are refused by the study"
)]
pub(crate) fn year_of(value: f64) -> Option<i32> {
    (value.fract() == 0.0).then_some(value as i32)
}

/// A labelled whole year.
pub(super) fn year_line(ui: &mut Ui, view: &ViewContext<'_>, label: &str, year: i32) -> Option<i32> {
    let text = view.reader.numbers.year(year);
    written_line(ui, view, (label, ""), &text).and_then(year_of)
}

fn written_line(ui: &mut Ui, view: &ViewContext<'_>, (label, unit): (&str, &str), text: &str) -> Option<f64> {
    let theme = view.theme();
    let mut answer = None;
    ui.horizontal(|ui| {
        line_label(ui, view, label);
        answer = number_field(ui, &NumberField::new(label, text, 76.0, view.lang())).number();
        ui.label(style::rich(unit, style::small(), theme.ink3));
    });
    answer
}

/// The label of a line of an editor, as wide as all others.
pub(super) fn line_label(ui: &mut Ui, view: &ViewContext<'_>, text: &str) {
    let galley = style::one_line(ui, text, style::body(), view.theme().ink2, 178.0);
    let (rect, response) = ui.allocate_exact_size(egui::vec2(182.0, style::HIT), egui::Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, text));
    let at = egui::pos2(rect.left(), rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, style::color(view.theme().ink2));
}
