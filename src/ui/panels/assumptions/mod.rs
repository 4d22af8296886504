//! The editors of the assumptions: forms of a value, shares, hover card, records, and the table of scenarios.

pub(super) mod chart;
pub(super) mod fields;
pub(super) mod hover;
pub(super) mod ladder;
pub mod matrix;
pub mod record;
pub(super) mod shares;
