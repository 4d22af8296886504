//! The underlined number field of dense rows: formatted text that becomes editable on focus.
//!
//! It reads what was typed in either convention, asks where both are possible, and keeps what it cannot read until that is settled.

use egui::text::{CCursor, CCursorRange};
use egui::{Align2, Area, Frame, Id, Key, Margin, Modifiers, Order, Response, TextEdit, Ui, vec2};

use super::button::main_button;
use super::paste::take_block;
use crate::lang::Lang;
use crate::text::{Numbers, ReadNumberError, explain_read_number, read};
use crate::theme::{Rgb, Theme};
use crate::ui::style;

/// What a number field shows.
#[derive(Debug, Clone, Copy)]
pub struct NumberField<'a> {
    /// Accessible name, distinct within its `ui`.
    pub name: &'a str,
    /// The formatted value.
    pub text: &'a str,
    /// Width in points; 46 in a lever row.
    pub width: f32,
    /// The language of questions and of the numbers in them.
    pub lang: Lang,
    /// Colour of the value where it is not the ink: beyond a bound, inert.
    pub color: Option<Rgb>,
    /// Why the last number was refused.
    pub error: Option<&'a str>,
    /// Values that are possible at all; where only one reading lies inside, nothing is asked.
    pub within: Option<(f64, f64)>,
}

impl<'a> NumberField<'a> {
    /// A field with the given accessible name, text and width.
    pub const fn new(name: &'a str, text: &'a str, width: f32, lang: Lang) -> Self {
        Self { name, text, width, lang, color: None, error: None, within: None }
    }
}

/// Width of the field of a lever row in points.
pub const WIDTH: f32 = 46.0;

const HEIGHT: f32 = 22.0;
/// Width of the question under a field.
const QUESTION: f32 = 240.0;

/// What an edit of a field ended with.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum FieldOutcome {
    /// A number.
    Number(f64),
    /// The field was emptied.
    Nothing,
}

impl FieldOutcome {
    /// The number, if there is one.
    pub const fn number(self) -> Option<f64> {
        match self {
            Self::Number(number) => Some(number),
            Self::Nothing => None,
        }
    }
}

/// What happened to a number field.
#[derive(Debug)]
pub struct NumberFieldResponse {
    /// Of the field itself.
    pub response: Response,
    /// What was entered, when Enter or leaving the field ended an edit that changed it.
    pub entry: Option<FieldOutcome>,
    /// Whether the field holds a text that is no number yet; what was said about an earlier number is out of date.
    pub is_unsettled: bool,
}

impl NumberFieldResponse {
    /// The number that was entered.
    pub fn number(&self) -> Option<f64> {
        self.entry.and_then(FieldOutcome::number)
    }
}

/// An edit under way, kept by egui between frames.
#[derive(Debug, Clone)]
struct Draft {
    text: String,
    /// Whether everything has been selected once, so that typing replaces it.
    selected: bool,
}

/// A text that is no number yet, kept by egui until it is settled or dropped.
#[derive(Debug, Clone)]
struct Unsettled {
    text: String,
    problem: ReadNumberError,
    /// Whether the keyboard has been led to the answers.
    led: bool,
    /// The pass in which the field was drawn last; a field that comes back later starts afresh.
    seen: u64,
}

/// Shows the field; Enter or leaving it commits, Esc restores.
pub fn number_field(ui: &mut Ui, field: &NumberField<'_>) -> NumberFieldResponse {
    number_field_in(ui, field, style::body())
}

/// Shows the field; a block of several cells that is pasted into it comes back instead of ending in the field.
pub fn number_field_or_block(ui: &mut Ui, field: &NumberField<'_>) -> (NumberFieldResponse, Option<String>) {
    let id = ui.make_persistent_id(("number_field", field.name));
    let block = take_block(ui, id);
    let response = number_field(ui, field);
    if block.is_some() {
        // What stood in the field is the value from before the block.
        ui.data_mut(|data| {
            data.remove::<Draft>(id);
            data.remove::<Unsettled>(id);
        });
        ui.ctx().request_repaint();
    }
    (response, block)
}

/// Shows the field in a text role of its own.
pub fn number_field_in(ui: &mut Ui, field: &NumberField<'_>, role: egui::FontId) -> NumberFieldResponse {
    let theme = style::tokens(ui);
    let id = ui.make_persistent_id(("number_field", field.name));
    let draft = ui.data(|data| data.get_temp::<Draft>(id));
    let unsettled = unsettled(ui, id);
    let kept = draft.as_ref().map(|draft| &draft.text).or_else(|| unsettled.as_ref().map(|unsettled| &unsettled.text));
    let mut text = kept.map_or_else(|| field.text.to_owned(), Clone::clone);
    let output = ui.scope(|ui| {
        // A selection must show in a row that is itself selected.
        ui.visuals_mut().selection.bg_fill = style::color(theme.focus.over(theme.paper, 0.3));
        edit(&mut text, id, field, theme).font(role).show(ui)
    });
    let response = output.inner.response.response.accessible_name(field.name);
    let entry = match unsettled.and_then(|unsettled| question_ui(ui, id, &response, field, &unsettled)) {
        Some(Answer::Number(number)) => Some(FieldOutcome::Number(number)),
        Some(Answer::Dropped) => None,
        None => advance(ui, id, &response, draft, text, field).and_then(|text| settle(ui, id, field, text)),
    };
    paint_underline(ui, id, &response, field);
    style::paint_focus_ring(ui, &response);
    let is_unsettled = self::unsettled(ui, id).is_some();
    NumberFieldResponse { response, entry, is_unsettled }
}

/// What the field could not settle, while it is drawn pass after pass.
fn unsettled(ui: &Ui, id: Id) -> Option<Unsettled> {
    let now = ui.ctx().cumulative_pass_nr();
    ui.data_mut(|data| {
        let mut found = data.get_temp::<Unsettled>(id)?;
        if found.seen + 1 < now {
            data.remove::<Unsettled>(id);
            return None;
        }
        found.seen = now;
        data.insert_temp(id, found.clone());
        Some(found)
    })
}

/// What the text of an ended edit says; a text that is no number stays in the field with a question or the reason.
fn settle(ui: &Ui, id: Id, field: &NumberField<'_>, text: String) -> Option<FieldOutcome> {
    ui.data_mut(|data| data.remove::<Unsettled>(id));
    let problem = match read(&text, field.lang) {
        Ok(number) => return Some(FieldOutcome::Number(number)),
        Err(ReadNumberError::Empty) => return Some(FieldOutcome::Nothing),
        Err(problem) => problem,
    };
    if let ReadNumberError::Ambiguous { as_thousands, as_decimal, .. } = problem {
        let possible = |value: f64| field.within.is_none_or(|(low, high)| (low..=high).contains(&value));
        match (possible(as_thousands), possible(as_decimal)) {
            (true, false) => return Some(FieldOutcome::Number(as_thousands)),
            (false, true) => return Some(FieldOutcome::Number(as_decimal)),
            _ => {}
        }
    }
    let unsettled = Unsettled { text, problem, led: false, seen: ui.ctx().cumulative_pass_nr() };
    ui.data_mut(|data| data.insert_temp(id, unsettled));
    ui.ctx().request_repaint();
    None
}

/// How a question ends.
enum Answer {
    Number(f64),
    Dropped,
}

/// The question or the reason under a field; the answer, once there is one.
fn question_ui(ui: &Ui, id: Id, below: &Response, field: &NumberField<'_>, unsettled: &Unsettled) -> Option<Answer> {
    let theme = style::tokens(ui);
    let told = explain_read_number(&unsettled.problem, field.lang);
    let mut answer = None;
    let area = Area::new(id.with("question")).order(Order::Foreground).constrain(true);
    area.fixed_pos(below.rect.left_bottom() + vec2(0.0, 4.0)).show(ui.ctx(), |ui| {
        Frame::popup(ui.style()).inner_margin(Margin::same(10)).show(ui, |ui| {
            ui.set_max_width(QUESTION);
            ui.label(style::rich(&told.sentence, style::body(), theme.ink));
            let ReadNumberError::Ambiguous { as_thousands, as_decimal, likely, text } = &unsettled.problem else {
                ui.label(style::rich(&told.hint, style::small(), theme.ink2));
                return;
            };
            ui.add_space(4.0);
            ui.horizontal(|ui| {
                let numbers = Numbers::new(field.lang);
                let decimal = (*as_decimal, numbers.decimal(*as_decimal, 3));
                let thousands = (*as_thousands, numbers.decimal(*as_thousands, 0));
                // What the language of the reader would take it for comes first.
                let is_decimal = text.contains(likely.as_char());
                let (first, second) = if is_decimal { (decimal, thousands) } else { (thousands, decimal) };
                let button = main_button(ui, &first.1);
                if !unsettled.led && !below.has_focus() {
                    button.request_focus();
                    ui.data_mut(|data| data.insert_temp(id, Unsettled { led: true, ..unsettled.clone() }));
                }
                if button.clicked() {
                    answer = Some(first.0);
                }
                let button = ui.button(&second.1);
                style::paint_focus_ring(ui, &button);
                if button.clicked() {
                    answer = Some(second.0);
                }
            });
        });
    });
    // Taken, so that it does not close the sheet on which the field stands.
    let dropped = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
    let answer = if dropped { Some(Answer::Dropped) } else { answer.map(Answer::Number) };
    if answer.is_some() {
        ui.data_mut(|data| {
            data.remove::<Unsettled>(id);
            data.remove::<Draft>(id);
        });
        ui.ctx().request_repaint();
    }
    answer
}

fn edit<'t>(text: &'t mut String, id: Id, field: &NumberField<'_>, theme: &Theme) -> TextEdit<'t> {
    TextEdit::singleline(text)
        .id(id)
        .text_color(style::color(field.color.unwrap_or(theme.ink)))
        .frame(Frame::NONE)
        .desired_width(field.width)
        .min_size(vec2(field.width, HEIGHT))
        .align(Align2::RIGHT_CENTER)
}

/// Keeps, ends or drops the edit; returns the text it ends with.
fn advance(
    ui: &Ui,
    id: Id,
    response: &Response,
    draft: Option<Draft>,
    text: String,
    field: &NumberField<'_>,
) -> Option<String> {
    // Asked of egui's memory, because a window in the background must not end the edit.
    if ui.memory(|memory| memory.has_focus(id)) {
        let mut selected = draft.is_some_and(|draft| draft.selected);
        if !selected && !ui.input(|input| input.pointer.any_down()) {
            select_all(ui, id, &text);
            selected = true;
        }
        ui.data_mut(|data| data.insert_temp(id, Draft { text, selected }));
        return None;
    }
    ui.data_mut(|data| data.remove::<Draft>(id));
    let ended = response.lost_focus() || response.changed();
    // Taken, so that it ends the edit and not the sheet on which the field stands.
    let escaped = ended && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
    // An untouched text is not sent back: it may be a rounded form of the value.
    (ended && !escaped && text != field.text).then_some(text)
}

/// Selects the whole text, unless the pointer has already selected a part of it.
pub fn select_all(ui: &Ui, id: Id, text: &str) {
    let mut state = TextEdit::load_state(ui.ctx(), id).unwrap_or_default();
    if state.cursor.char_range().is_none_or(|range| range.is_empty()) {
        let everything = CCursorRange::two(CCursor::default(), CCursor::new(text.chars().count()));
        state.cursor.set_char_range(Some(everything));
        TextEdit::store_state(ui.ctx(), id, state);
        ui.ctx().request_repaint();
    }
}

fn paint_underline(ui: &Ui, id: Id, response: &Response, field: &NumberField<'_>) {
    let theme = style::tokens(ui);
    let reason = unsettled(ui, id).map(|unsettled| explain_read_number(&unsettled.problem, field.lang).sentence);
    let error = reason.as_deref().or(field.error);
    let line = if error.is_some() {
        style::stroke(1.5, theme.bad)
    } else if response.hovered() {
        style::stroke(1.0, theme.ink)
    } else {
        style::stroke(1.0, theme.axis)
    };
    let y = ui.painter().round_to_pixel_center(response.rect.bottom() - 2.0);
    ui.painter().hline(response.rect.x_range(), y, line);
    if let Some(error) = error {
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_description(error);
            node.set_invalid(egui::accesskit::Invalid::True);
        });
    }
}
