//! The window: the only part that uses egui.

pub mod charts;
