//! The integration tests: one binary, one module a subject.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::wildcard_enum_match_arm,
    reason = "a failing test should stop where it fails, and looks only at the variants that it is about"
)]

mod architecture;
mod calibration;
#[cfg(feature = "gui")]
mod habits;
mod laws;
mod oracle;
mod oracle_study;
mod published;
