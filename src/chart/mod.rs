//! Charts without a window: what is drawn, its scales, and where its words stand.
//!
//! Holds no language and no egui: every text arrives written, and both the window and the exports
//! paint from the same model.

pub mod captions;
pub mod fan;
pub mod labels;
pub mod model;
pub mod scale;
mod table;
pub mod tornado;
pub mod waterfall;

pub use table::{TableWords, tab_separated, table};
