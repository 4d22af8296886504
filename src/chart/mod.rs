//! Charts without a window: what is drawn, its scales, and where everything stands.
//!
//! Holds no language and no egui: every text arrives written, and both the window and the exports
//! paint the scene that is laid out here from the same model.

pub mod captions;
pub mod distribution;
pub mod fan;
pub mod labels;
pub mod line;
pub mod mark;
pub mod model;
mod rows;
pub mod scale;
pub mod scene;
pub mod share_strip;
mod table;
#[cfg(test)]
mod test_look;
pub mod tornado;
pub mod waterfall;

pub use table::{TableWords, tab_separated, table};
