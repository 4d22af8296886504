//! Benchmarks of the engine, the questions, ensembles, exports, the reading of workbooks and whole frames: one program, so that it is linked once.
//!
//! `cargo bench -- ensemble` runs those of one part.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a benchmark stops where its study is broken")]

#[path = "../../tests/it/oracle_study.rs"]
mod oracle_study;
#[path = "../../tests/it/wide_study.rs"]
mod wide_study;

mod engine;
mod ensemble;
mod export;
#[cfg(feature = "gui")]
mod frame;
mod questions;
mod reading;
mod wide;

fn main() {
    divan::main();
}
