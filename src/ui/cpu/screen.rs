//! The picture brought to the screen: only what has changed, unless the system has lost what it showed.

use super::difference::{Patch, differences};
use super::raster::Canvas;
use egui_winit::winit::event_loop::{ActiveEventLoop, OwnedDisplayHandle};
use egui_winit::winit::window::Window;
use softbuffer::{Context, Rect, SoftBufferError, Surface};
use std::num::NonZeroU32;
use std::rc::Rc;

/// The surface of a window, and what it shows.
pub(super) struct Screen {
    surface: Surface<OwnedDisplayHandle, Rc<Window>>,
    shown: Canvas,
}

impl Screen {
    pub(super) fn new(event_loop: &ActiveEventLoop, window: &Rc<Window>) -> Result<Self, SoftBufferError> {
        let context = Context::new(event_loop.owned_display_handle())?;
        let surface = Surface::new(&context, Rc::clone(window))?;
        Ok(Self { surface, shown: Canvas::default() })
    }

    /// Shows a picture, and takes the one before it in exchange.
    pub(super) fn show(&mut self, canvas: &mut Canvas, everything: bool) -> Result<(), SoftBufferError> {
        let side = |length: usize| u32::try_from(length).ok().and_then(NonZeroU32::new);
        let (Some(width), Some(height)) = (side(canvas.width), side(canvas.height)) else { return Ok(()) };
        let resized = (self.shown.width, self.shown.height) != (canvas.width, canvas.height);
        let patches = if everything || resized { vec![Patch::whole(canvas)] } else { differences(&self.shown, canvas) };
        if patches.is_empty() {
            return Ok(());
        }
        self.surface.resize(width, height)?;
        let mut buffer = self.surface.buffer_mut()?;
        // A buffer that holds the last picture needs the changes only; any other all of it.
        let stale = if buffer.age() == 1 && !resized { &patches } else { &vec![Patch::whole(canvas)] };
        for row in stale.iter().flat_map(|patch| patch.rows(canvas.width)) {
            if let (Some(to), Some(from)) = (buffer.get_mut(row.clone()), canvas.pixels.get(row)) {
                to.copy_from_slice(from);
            }
        }
        let damage: Vec<Rect> = patches.iter().filter_map(|patch| rect(*patch)).collect();
        buffer.present_with_damage(&damage)?;
        std::mem::swap(&mut self.shown, canvas);
        Ok(())
    }
}

fn rect(patch: Patch) -> Option<Rect> {
    let whole = |length: usize| u32::try_from(length).ok();
    Some(Rect {
        x: whole(patch.left)?,
        y: whole(patch.top)?,
        width: NonZeroU32::new(whole(patch.width)?)?,
        height: NonZeroU32::new(whole(patch.height)?)?,
    })
}
