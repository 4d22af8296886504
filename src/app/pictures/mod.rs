//! What views show, worded and ready to draw: cards, charts, rows of assumptions.

mod cards;
mod context;
mod ladder;
mod lever_card;
mod matrix;
mod overview;
mod rows;

pub use cards::{CardRow, CardText, cards};
pub use context::Picture;
pub use ladder::{
    LadderPicture, YearValue, climbed_setting, default_setting, interpolated_setting, ladder, pointless_setting,
    range_setting, repeated_setting, stepped, year_setting,
};
pub use lever_card::{LeverCard, lever_card, lever_number, record_entry};
pub use matrix::{MatrixCell, MatrixColumn, MatrixPicture, MatrixRow, cell_setting, matrix};
pub use overview::{Overview, StructureStrip, overview};
pub use rows::{LeverRow, RowGroup, lever_groups, written_setting};
