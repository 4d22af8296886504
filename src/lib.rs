//! Kịch Bản: a planning scenario simulator.
//!
//! A study (observations, targets, baselines, scenarios) is resolved into the complete inputs of a sectoral growth model, simulated, analysed, and shown or written.
//! Data flows one way: study → inputs → projection → analysis → picture or file.
//!
//! Modules in reading order: [`quantity`], [`engine`], [`calibration`], [`scenario`], [`analysis`], [`files`], [`text`], [`export`], [`chart`], [`theme`], [`app`], [`cli`], and `ui` where the feature `gui` is on.

pub mod analysis;
pub mod app;
pub mod calibration;
pub mod chart;
pub mod cli;
pub mod engine;
pub mod export;
pub mod files;
pub mod importing;
pub mod lang;
pub mod quantity;
pub mod reading;
pub mod scenario;
pub mod task;
pub mod text;
pub mod theme;
#[cfg(feature = "gui")]
pub mod ui;
