//! Opens the window on a study.

use super::effects::Outside;
use super::reach::bring_within_reach;
use super::shell::Shell;
use crate::app::workspace::habits::HabitsChange;
use crate::app::{AppState, Command, Intent, Origin, WindowPlace};
use crate::files;
use egui::ViewportBuilder;
use std::path::Path;

/// Size of the window at the first start: the smallest screen that the program is made for, less the system's bars.
const FIRST_SIZE: [f32; 2] = [1366.0, 740.0];

/// The window did not open: no display, or no OpenGL.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct WindowError(String);

/// Opens the window on a file, or on the built-in study, and returns when it is closed.
///
/// A file that is refused leaves the built-in study on screen and says why.
pub fn run(path: Option<&Path>) -> Result<(), WindowError> {
    let path = path.map(Path::to_path_buf);
    let built_in = files::built_in().map_err(|error| WindowError(format!("{error:?}")))?;
    let outside = Outside::of_platform();
    let preferences = outside.recall();
    let viewport = viewport(preferences.place);
    let maximized = preferences.place.is_some_and(|place| place.maximized);
    let options = eframe::NativeOptions { viewport, ..eframe::NativeOptions::default() };
    eframe::run_native(
        "kichban",
        options,
        Box::new(move |creation| {
            bring_within_reach(creation, maximized);
            let seen = preferences.tour_seen;
            let state = AppState::new(built_in, Origin::Shipped, preferences);
            let mut shell = Shell::new(&creation.egui_ctx, state, outside);
            match path {
                Some(path) => shell.ask(Command::Intend(Intent::Open(path))),
                None => shell.offer_abandoned(),
            }
            if !seen {
                shell.ask(Command::Habits(HabitsChange::Tour(0)));
            }
            Ok(Box::new(shell))
        }),
    )
    .map_err(|error| WindowError(error.to_string()))
}

/// The window where it stood, else at its first size.
fn viewport(place: Option<WindowPlace>) -> ViewportBuilder {
    let size = place.map_or(FIRST_SIZE, |place| place.size);
    let mut viewport = ViewportBuilder::default().with_app_id("kichban").with_inner_size(size).with_drag_and_drop(true);
    if let Some(place) = place {
        viewport = viewport.with_maximized(place.maximized);
        if let Some(at) = place.at {
            viewport = viewport.with_position(at);
        }
    }
    viewport
}
