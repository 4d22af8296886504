//! What views show, worded and ready to draw: cards, charts, rows of assumptions.

mod cards;
pub mod compare;
mod context;
mod inert;
mod overview;
mod rows;

pub use cards::{CardRow, CardText, cards};
pub use context::Picture;
pub use overview::{Overview, StructureStrip, overview};
pub use rows::{LeverRow, RowGroup, lever_groups, written_setting};
