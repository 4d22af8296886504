//! The underlined number field of dense rows: formatted text that becomes editable on focus.
//!
//! It returns the typed text as it is; reading a number in the chosen language is the caller's work.

use egui::text::{CCursor, CCursorRange};
use egui::{Align2, Frame, Id, Key, Response, TextEdit, Ui, vec2};

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
    /// Colour of the value where it is not the ink: beyond a bound, inert.
    pub color: Option<Rgb>,
    /// Why the last typed value was refused.
    pub error: Option<&'a str>,
}

/// Width of the field of a lever row in points.
pub const WIDTH: f32 = 46.0;

const HEIGHT: f32 = 22.0;

/// What happened to a number field.
#[derive(Debug)]
pub struct NumberFieldResponse {
    /// Of the field itself.
    pub response: Response,
    /// The typed text, when Enter or leaving the field ended an edit that changed it.
    pub committed: Option<String>,
}

/// An edit under way, kept by egui between frames.
#[derive(Debug, Clone)]
struct Draft {
    text: String,
    /// Whether everything has been selected once, so that typing replaces it.
    selected: bool,
}

/// Shows the field; Enter or leaving it commits, Esc restores.
pub fn number_field(ui: &mut Ui, field: &NumberField<'_>) -> NumberFieldResponse {
    number_field_in(ui, field, style::body())
}

/// Shows the field in a text role of its own.
pub fn number_field_in(ui: &mut Ui, field: &NumberField<'_>, role: egui::FontId) -> NumberFieldResponse {
    let theme = style::tokens(ui);
    let id = ui.make_persistent_id(("number_field", field.name));
    let draft = ui.data(|data| data.get_temp::<Draft>(id));
    let mut text = draft.as_ref().map_or_else(|| field.text.to_owned(), |draft| draft.text.clone());
    let output = ui.scope(|ui| {
        // A selection must show in a row that is itself selected.
        ui.visuals_mut().selection.bg_fill = style::color(theme.focus.over(theme.paper, 0.3));
        edit(&mut text, id, field, theme).font(role).show(ui)
    });
    let response = output.inner.response.response.accessible_name(field.name);
    let committed = advance(ui, id, &response, draft, text, field);
    paint_underline(ui, &response, field);
    style::paint_focus_ring(ui, &response);
    NumberFieldResponse { response, committed }
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
    let escaped = ui.input(|input| input.key_pressed(Key::Escape));
    let ended = response.lost_focus() || response.changed();
    // An untouched text is not sent back: it may be a rounded form of the value.
    (ended && !escaped && text != field.text).then_some(text)
}

/// Selects the whole text, unless the pointer has already selected a part of it.
fn select_all(ui: &Ui, id: Id, text: &str) {
    let mut state = TextEdit::load_state(ui.ctx(), id).unwrap_or_default();
    if state.cursor.char_range().is_none_or(|range| range.is_empty()) {
        let everything = CCursorRange::two(CCursor::default(), CCursor::new(text.chars().count()));
        state.cursor.set_char_range(Some(everything));
        TextEdit::store_state(ui.ctx(), id, state);
        ui.ctx().request_repaint();
    }
}

fn paint_underline(ui: &Ui, response: &Response, field: &NumberField<'_>) {
    let theme = style::tokens(ui);
    let line = if field.error.is_some() {
        style::stroke(1.5, theme.bad)
    } else if response.hovered() {
        style::stroke(1.0, theme.ink)
    } else {
        style::stroke(1.0, theme.axis)
    };
    let y = ui.painter().round_to_pixel_center(response.rect.bottom() - 2.0);
    ui.painter().hline(response.rect.x_range(), y, line);
    if let Some(error) = field.error {
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_description(error);
            node.set_invalid(egui::accesskit::Invalid::True);
        });
    }
}
