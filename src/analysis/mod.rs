//! Questions put to projections and to the plan; nothing here writes to a study.

pub mod backtest;
pub mod ensemble;
pub mod sobol;
pub mod audit;
pub mod catch_up;
mod target;

pub use target::{Target, gap, history, stated_target, target};
