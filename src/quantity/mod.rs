//! Numbers that must not be confused: years, units, price bases, and what is measured.
//!
//! Knows no model, file or language.

mod change;
pub mod elementary;
mod horizon;
mod measured;
mod price_basis;
mod unit;

pub use change::{average_growth, relative_change};
pub use horizon::{Horizon, HorizonError, LAST_YEAR};
pub use measured::{FixedBy, Quantity, QuantitySpec, ValueSign};
pub use price_basis::{PriceBasis, PriceMeaning, UnstatedPrices};
pub use unit::Unit;

/// A calendar year.
pub type Year = i32;
