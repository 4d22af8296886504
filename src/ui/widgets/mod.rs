//! The controls of the window: each draws itself, reports what was asked for, and keeps no figure of the model.

pub mod button;
pub mod card;
pub mod case_table;
pub mod divider;
pub mod empty;
pub mod lever_slider;
pub mod number_field;
pub mod paste;
pub mod ruled;
pub mod segmented;
pub mod sheet;
pub mod source_badge;
pub mod table;
pub mod toggle;

#[cfg(test)]
mod tests;
