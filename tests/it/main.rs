//! The integration tests: one binary, one module a subject.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a failing test should stop where it fails")]

mod architecture;
mod calibration;
mod laws;
mod oracle;
mod oracle_study;
mod published;
