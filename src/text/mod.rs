//! Every sentence and every number a person reads, in Vietnamese and English.
//!
//! Wording lives in `assets/locales`; this module looks it up, and no other module holds a decimal comma.

pub(crate) mod catalog;
mod explain;
mod fold;
mod number;
mod read;
pub mod window;

pub use explain::{Explanation, explain_read_number};
pub use fold::fold;
pub use number::{DecimalMark, Numbers};
pub use read::{ReadNumberError, read, read_with};
