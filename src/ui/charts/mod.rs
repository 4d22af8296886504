//! Charts in the window: the models of [`crate::chart`] painted over `egui_plot`'s transform.
//!
//! `egui_plot` gives zoom, pan and linked axes; everything visible is painted here, because its own
//! axes, dashes and labels cannot follow the visual language.

mod end_labels;
mod fan;
mod frame;
mod ground;
mod lines;
mod menu;
mod tooltip;
mod tornado;
mod waterfall;

pub mod line;
pub mod link;
pub mod paint;
pub mod share_strip;

#[cfg(test)]
mod tests;

pub use line::{ChartResponse, chart_head, line_chart_ui, paired_charts_ui};
pub use link::{ChartAsk, ChartLink, ChartLook, ChartWords, CopyWords};
pub use share_strip::{SharePart, ShareStrip, share_strip_ui};
pub use tornado::tornado_ui;
pub use waterfall::waterfall_ui;
