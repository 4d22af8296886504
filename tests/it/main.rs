//! The integration tests: one binary, one module a subject.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a failing test should stop where it fails"
)]

mod cli;
mod files;
mod oracle;
mod oracle_study;
