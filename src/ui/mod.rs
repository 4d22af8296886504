//! The window: everything that draws with egui.
//!
//! Nothing here computes a figure of the model; it formats what it is given and reports what was asked for.

pub mod charts;
pub mod fonts;
pub mod icons;
pub mod marks;
pub mod style;
pub mod widgets;
