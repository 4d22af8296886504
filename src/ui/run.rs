//! Opens the window on a study.

use super::effects::Outside;
use super::shell::Shell;
use crate::app::{AppState, Origin};
use crate::files::{self, FileError};
use egui::ViewportBuilder;
use std::path::PathBuf;

/// Size of the window at the first start: the smallest screen that the program is made for, less the system's bars.
const FIRST_SIZE: [f32; 2] = [1366.0, 740.0];
/// Smallest size at which nothing is lost.
const SMALLEST: [f32; 2] = [960.0, 600.0];

/// The window did not open.
#[derive(Debug, thiserror::Error)]
pub enum WindowError {
    /// The study to be shown was refused.
    #[error("study: {0:?}")]
    Study(FileError),
    /// The system gives no window: no display, no OpenGL.
    #[error("window: {0}")]
    System(String),
}

/// Opens the window on a file, or on the built-in study, and returns when it is closed.
pub fn run(path: Option<PathBuf>) -> Result<(), WindowError> {
    let (study, origin) = match path {
        Some(path) => (files::open(&path).map_err(WindowError::Study)?, Origin::File(path)),
        None => (files::built_in().map_err(WindowError::Study)?, Origin::Shipped),
    };
    let viewport = ViewportBuilder::default()
        .with_app_id("kichban")
        .with_inner_size(FIRST_SIZE)
        .with_min_inner_size(SMALLEST)
        .with_drag_and_drop(true);
    let options = eframe::NativeOptions { viewport, ..eframe::NativeOptions::default() };
    eframe::run_native(
        "kichban",
        options,
        Box::new(move |creation| {
            let outside = Outside::of_platform();
            let state = AppState::new(study, origin, outside.recall());
            Ok(Box::new(Shell::new(&creation.egui_ctx, state, outside)))
        }),
    )
    .map_err(|error| WindowError::System(error.to_string()))
}
