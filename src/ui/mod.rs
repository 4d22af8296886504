//! The window: everything that draws with egui.
//!
//! Figures of the model are computed elsewhere; this formats what it is given and reports what was asked for.

pub mod actions;
pub mod charts;
mod clock;
mod cpu;
mod effects;
pub mod fonts;
pub mod icons;
mod keeper;
mod keyboard;
pub mod marks;
pub mod message;
mod one_button;
pub mod panels;
mod program_icon;
mod reach;
mod run;
mod shell;
pub mod shortcuts;
mod snapshot;
pub mod style;
pub mod view;
pub mod widgets;

pub use effects::Outside;
pub use run::{WindowError, has_opened, run, start_without_opengl};
pub use shell::Shell;
