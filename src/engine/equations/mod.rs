//! The equations E1–E16, one function each, grouped by block; the order of evaluation is in `step`.

pub(crate) mod accounts;
pub(crate) mod investment;
pub(crate) mod labour;
pub(crate) mod land;
pub(crate) mod population;
pub(crate) mod potential;
pub(crate) mod prices;
pub(crate) mod shock;
pub(crate) mod skills;
pub mod spillover;
