//! x
pub mod theme;
#[cfg(feature = "gui")]
pub mod ui;
