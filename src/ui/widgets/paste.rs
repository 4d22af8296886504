//! Blocks of cells from a spreadsheet, pasted where single numbers are typed.

use crate::text::is_block;
use egui::{Event, Id, Ui};

/// Text of several cells that is pasted into a field with the keyboard; text of one cell is the field's own business.
pub fn take_block(ui: &Ui, id: Id) -> Option<String> {
    if !ui.memory(|memory| memory.has_focus(id)) {
        return None;
    }
    ui.input_mut(|input| {
        let is_of_cells = |event: &Event| matches!(event, Event::Paste(text) if is_block(text));
        let place = input.events.iter().position(is_of_cells)?;
        if let Event::Paste(text) = input.events.remove(place) { Some(text) } else { None }
    })
}
