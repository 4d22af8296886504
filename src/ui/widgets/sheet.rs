//! A sheet over the window: nothing else answers until it is closed.

use super::button::take_main_button;
use egui::{Frame, Margin, Memory, Modal, ModalResponse, Ui};

/// Space between the edge of a sheet and what stands on it.
const MARGIN: i8 = 16;

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
        contents(ui)
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
