//! Opens the window on a study.

use super::effects::Outside;
use super::shell::Shell;
use crate::app::{AppState, Command, Origin, update};
use crate::files;
use egui::ViewportBuilder;
use std::path::Path;

/// Size of the window at the first start: the smallest screen that the program is made for, less the system's bars.
const FIRST_SIZE: [f32; 2] = [1366.0, 740.0];
/// Smallest size at which nothing is lost.
const SMALLEST: [f32; 2] = [960.0, 600.0];

/// The window did not open: no display, or no OpenGL.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct WindowError(String);

/// Opens the window on a file, or on the built-in study, and returns when it is closed.
///
/// A file that is refused leaves the built-in study on screen and says why.
pub fn run(path: Option<&Path>) -> Result<(), WindowError> {
    let opened = path.map(|path| (path.to_path_buf(), files::open(path)));
    let built_in = files::built_in().map_err(|error| WindowError(format!("{error:?}")))?;
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
            let mut state = AppState::new(built_in, Origin::Shipped, outside.recall());
            if let Some((path, result)) = opened {
                update(&mut state, Command::Opened { path, result: result.map(Box::new) });
            }
            Ok(Box::new(Shell::new(&creation.egui_ctx, state, outside)))
        }),
    )
    .map_err(|error| WindowError(error.to_string()))
}
