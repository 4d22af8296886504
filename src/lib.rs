//! Planning scenarios of a province: what is modelled, what is shown, what is exported.

pub mod chart;
pub mod theme;
#[cfg(feature = "gui")]
pub mod ui;
