//! Numbers that must not be confused: years, units, price bases.
//!
//! Knows no model, file or language.

mod change;
mod horizon;
mod price_basis;
mod unit;

pub use change::{average_growth, relative_change};
pub use horizon::{Horizon, HorizonError, LAST_YEAR};
pub use price_basis::PriceBasis;
pub use unit::Unit;

/// A calendar year.
pub type Year = i32;
