//! A sheet over the window: nothing else answers until it is closed.

use egui::{Frame, Margin, Modal, ModalResponse, Ui};

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
    let frame = Frame::popup(ui.style()).inner_margin(Margin::same(MARGIN));
    modal.frame(frame).show(ctx, |ui| {
        ui.set_width(width);
        contents(ui)
    })
}
