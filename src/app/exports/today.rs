//! The date that an export carries.

use crate::export::Stamp;

/// Today where the program runs: the window and the command line date their exports alike.
pub fn today() -> Stamp {
    let now = jiff::Zoned::now();
    let number = |value: i8| u8::try_from(value).unwrap_or(1);
    Stamp { year: now.year(), month: number(now.month()), day: number(now.day()) }
}
