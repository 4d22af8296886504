//! How the program ends, for scripts that call it.

/// Done.
pub const DONE: u8 = 0;
/// Something that should not happen did.
pub const UNEXPECTED: u8 = 1;
/// The command line cannot be understood.
pub const USAGE: u8 = 2;
/// The study or other data are invalid, or give no projection.
pub const INVALID: u8 = 3;
/// The target is not attainable.
pub const NOT_ATTAINABLE: u8 = 4;
/// The audit or another check found something.
pub const CHECK_FAILED: u8 = 5;
/// A file cannot be read or written.
pub const CANNOT_READ_OR_WRITE: u8 = 6;
