//! While the first button of the pointer is held, the other buttons are ignored.
//!
//! egui ends a drag when any button goes up: a second button that is touched on the way would otherwise let go of what is
//! being dragged.

use egui::{Context, Event, PointerButton, RawInput};

/// Takes what other buttons do during a press of the first one out of the input.
#[derive(Debug, Default)]
pub(super) struct OneButton {
    is_held: bool,
    /// Buttons whose press was taken out, and whose release must follow it.
    silenced: Vec<PointerButton>,
}

impl OneButton {
    /// Whether the event may be seen.
    #[expect(clippy::wildcard_enum_match_arm, reason = "the events of the window are another library's, and grow")]
    fn admits(&mut self, event: &Event) -> bool {
        match event {
            Event::PointerButton { button: PointerButton::Primary, pressed, .. } => {
                self.is_held = *pressed;
                true
            }
            Event::PointerButton { button, pressed: true, .. } if self.is_held => {
                self.silenced.push(*button);
                false
            }
            Event::PointerButton { button, pressed: false, .. } => {
                let known = self.silenced.len();
                self.silenced.retain(|silenced| silenced != button);
                self.silenced.len() == known
            }
            // The release may happen in another window.
            Event::WindowFocused(false) => {
                *self = Self::default();
                true
            }
            _ => true,
        }
    }
}

impl egui::Plugin for OneButton {
    fn debug_name(&self) -> &'static str {
        "one button"
    }

    fn input_hook(&mut self, _: &Context, input: &mut RawInput) {
        input.events.retain(|event| self.admits(event));
    }
}
