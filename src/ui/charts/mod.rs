//! Charts in the window: the scenes of [`crate::chart`] painted over `egui_plot`'s transform.
//!
//! `egui_plot` gives zoom, pan and linked axes; everything visible is painted here, because its own
//! axes, dashes and labels cannot follow the visual language.

mod figure;
mod frame;
mod menu;
mod rows;
mod scene;
mod tooltip;

pub mod line;
pub mod link;
pub mod paint;
pub mod share_strip;

#[cfg(test)]
mod tests;

pub use figure::figure_ui;
pub use line::{ChartResponse, chart_head, line_chart_ui, paired_charts_ui};
pub use link::{ChartAsk, ChartLink, CopyWords, PlotLook, PlotWords};
pub use rows::{distribution_ui, tornado_ui, waterfall_ui};
pub use share_strip::{height_of_strip, share_strip_ui};
