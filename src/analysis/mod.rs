//! Questions put to projections and to the plan; nothing here writes to a study.

pub mod audit;
pub mod catch_up;
mod target;

pub use target::{Target, gap, history, target};
