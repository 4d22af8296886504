//! A sheet over the window: nothing else answers until it is closed.

use super::button::take_main_button;
use egui::{Frame, Margin, Memory, Modal, ModalResponse, ScrollArea, Ui};

/// Space between the edge of a sheet and what stands on it.
const MARGIN: i8 = 16;
/// Space between the upper and lower edges of the window and what stands on a sheet.
const OUTSIDE: f32 = 2.0 * (MARGIN as f32 + 6.0);
/// A part of a sheet that scrolls keeps this height in the lowest window.
const LEAST: f32 = 60.0;
/// Height of a row of buttons with the space above it.
pub const BUTTONS: f32 = 44.0;

/// Draws a sheet of the given width over the window.
pub fn sheet<T>(ui: &Ui, modal: Modal, width: f32, contents: impl FnOnce(&mut Ui) -> T) -> ModalResponse<T> {
    let ctx = ui.ctx();
    let is_new = !ctx.memory(|memory| memory.areas().visible_last_frame(&modal.area.layer()));
    if is_new {
        // What was pointed at under the sheet lets go of its hint in the next frame only.
        ctx.request_repaint();
    }
    let before = ctx.memory(Memory::focused);
    // One that was drawn under the sheet is not meant.
    take_main_button(ctx);
    let frame = Frame::popup(ui.style()).inner_margin(Margin::same(MARGIN));
    let shown = modal.frame(frame).show(ctx, |ui| {
        ui.set_width(width);
        // No sheet is higher than the window: what even its own scrolling parts leave no room for is reached by scrolling.
        let room = ui.ctx().content_rect().height() - OUTSIDE;
        // The area keeps the height of the frame before, within which what grows would scroll though there is room.
        ui.set_max_height(room);
        ScrollArea::vertical()
            .id_salt("sheet")
            .max_height(room)
            .show(ui, |ui| {
                ui.set_width(width);
                contents(ui)
            })
            .inner
    });
    // A sheet that gives the keyboard to none of its fields gives it to its main action.
    if is_new
        && ctx.memory(Memory::focused) == before
        && let Some(main) = take_main_button(ctx)
    {
        ctx.memory_mut(|memory| memory.request_focus(main));
    }
    shown
}

/// The part of a sheet between its title and its buttons, which stay in sight: it scrolls where the window is low.
///
/// `below` is the height of what follows it, with the space above.
pub fn sheet_body<T>(ui: &mut Ui, below: f32, contents: impl FnOnce(&mut Ui) -> T) -> T {
    let room = ui.ctx().content_rect().height() - OUTSIDE - ui.min_rect().height() - below;
    let area = ScrollArea::vertical().id_salt("sheet body").max_height(room.max(LEAST)).auto_shrink([false, true]);
    area.show(ui, contents).inner
}
