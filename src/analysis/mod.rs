//! Questions put to projections and to the plan; nothing here writes to a study.

pub mod audit;
pub mod backtest;
pub mod catch_up;
pub mod ensemble;
pub mod sobol;
mod target;

pub use target::{Target, gap, history, stated_target, target};
