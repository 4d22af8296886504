//! Opens the window on a study: drawn with OpenGL where that can be had, otherwise by the processor.

use super::cpu;
use super::effects::Outside;
use super::reach::{bring_within_reach, fill_screen};
use super::shell::Shell;
use crate::app::workspace::habits::HabitsChange;
use crate::app::{AppState, Command, FileCommand, Intent, Origin, Preferences, Renderer, WindowCommand, WindowPlace};
use crate::files;
use crate::lang::Lang;
use crate::scenario::study::Study;
use crate::text::{MissingWindow, explain_missing_window};
use eframe::UserEvent;
use egui::{Context, ViewportBuilder};
use egui_winit::winit::event_loop::EventLoop;
use egui_winit::winit::platform::run_on_demand::EventLoopExtRunOnDemand as _;
use egui_winit::winit::window::Window;
use std::cell::Cell;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

/// Size of the window at the first start before its screen is known: the smallest screen that the program is made for,
/// less the system's bars.
const FIRST_SIZE: [f32; 2] = [1366.0, 740.0];

/// Whether a window has been opened.
static OPENED: AtomicBool = AtomicBool::new(false);

/// Whether a window has been opened, so that what goes wrong afterwards is no failure to open one.
pub fn has_opened() -> bool {
    OPENED.load(Ordering::Relaxed)
}

/// Set for a program that was started anew because OpenGL had stopped the one before.
const OPENGL_STOPPED: &str = "KICHBAN_OPENGL_STOPPED";

/// Starts the program once more, without OpenGL, and waits for it; its exit code.
///
/// Some systems have OpenGL in name only, and its library then stops the program in place of refusing. Nothing comes back
/// where a renderer was chosen, which is then kept to, or where there is no second start.
pub fn start_without_opengl(path: Option<&Path>, renderer: Option<Renderer>) -> Option<i32> {
    let renderer = renderer.unwrap_or_else(|| Outside::of_platform().recall().renderer);
    if renderer != Renderer::Auto {
        return None;
    }
    let own = std::env::current_exe().ok()?;
    let mut program = std::process::Command::new(own);
    let ended = program.args(path).args(["--renderer", "cpu"]).env(OPENGL_STOPPED, "1").status().ok()?;
    Some(ended.code().unwrap_or(1))
}

/// The window did not open; each with the system's own words, where it has any.
#[derive(Debug, thiserror::Error)]
pub enum WindowError {
    /// The study inside the program is not one, which is an error of the program.
    #[error("the built-in study: {0}")]
    BuiltIn(String),
    /// There is no display, or what the program needs to talk to it is missing.
    #[error("no display: {0}")]
    NoDisplay(String),
    /// OpenGL alone was wanted, and it cannot be used.
    #[error("no usable OpenGL")]
    NoOpenGl,
    /// The system gives no window, or a window without a surface to draw on.
    #[error("no surface: {0}")]
    NoSurface(String),
}

impl WindowError {
    /// What is missing and what can be done, in one sentence without its end.
    pub fn explain(&self, lang: Lang) -> String {
        match self {
            Self::BuiltIn(detail) => explain_missing_window(MissingWindow::Study, detail, lang),
            Self::NoDisplay(detail) => explain_missing_window(MissingWindow::Display, detail, lang),
            Self::NoOpenGl => explain_missing_window(MissingWindow::OpenGl, "", lang),
            Self::NoSurface(detail) => explain_missing_window(MissingWindow::Surface, detail, lang),
        }
    }
}

/// Opens the window on a file, or on a built-in study, and returns when it is closed.
///
/// A file that is refused leaves the built-in study on screen and says why.
/// What draws the window is what is asked for, otherwise what the preferences say.
///
/// # Errors
/// [`WindowError`] if there is no display, no surface, or no usable OpenGL where OpenGL alone was asked for.
pub fn run(path: Option<&Path>, renderer: Option<Renderer>) -> Result<(), WindowError> {
    let outside = Outside::of_platform();
    let preferences = outside.recall();
    let study = first_study(&preferences).map_err(|error| WindowError::BuiltIn(format!("{error:?}")))?;
    let renderer = renderer.unwrap_or(preferences.renderer);
    let fell_back = std::env::var_os(OPENGL_STOPPED).is_some();
    let opening = Opening { study, path: path.map(Path::to_path_buf), outside, preferences, fell_back };
    let mut event_loop =
        EventLoop::<UserEvent>::with_user_event().build().map_err(|error| WindowError::NoDisplay(told_by(&error)))?;
    if renderer == Renderer::Cpu {
        return cpu::run(&mut event_loop, opening);
    }
    match run_opengl(&mut event_loop, opening)? {
        None => Ok(()),
        Some(_) if renderer == Renderer::OpenGl => Err(WindowError::NoOpenGl),
        Some(opening) => cpu::run(&mut event_loop, Opening { fell_back: true, ..opening }),
    }
}

/// The built-in study on which a start opens: one of its own for whoever has never started the program before.
fn first_study(preferences: &Preferences) -> Result<Study, files::FileError> {
    if preferences.tour_seen { files::built_in() } else { files::first_in_window() }
}

/// What a library of the window says, without the place in its source that it puts first.
pub(super) fn told_by(error: &dyn std::fmt::Display) -> String {
    let told = error.to_string();
    match told.split_once(": ") {
        Some((place, reason)) if place.starts_with("os error at ") => reason.to_owned(),
        Some(_) | None => told,
    }
}

/// Opens the window with OpenGL and returns when it is closed; what it was to open on comes back untouched where there is
/// no OpenGL that can be used.
fn run_opengl(event_loop: &mut EventLoop<UserEvent>, opening: Opening) -> Result<Option<Opening>, WindowError> {
    let options = eframe::NativeOptions { viewport: opening.viewport(), ..eframe::NativeOptions::default() };
    let held = Cell::new(Some(opening));
    let create: eframe::AppCreator<'_> = Box::new(|creation| {
        let window = creation.winit_window().ok_or("a window on a screen")?;
        let opening = held.take().ok_or("opened once")?;
        Ok(Box::new(opening.shell(&creation.egui_ctx, window)))
    });
    let mut program = eframe::create_native("kichban", options, create, event_loop);
    let ended = event_loop.run_app_on_demand(&mut program);
    drop(program);
    match held.take() {
        // Never asked for the program in the window: OpenGL had failed before.
        Some(opening) => Ok(Some(opening)),
        None => ended.map(|()| None).map_err(|error| WindowError::NoSurface(told_by(&error))),
    }
}

/// What a window is to open on.
pub(super) struct Opening {
    study: Study,
    path: Option<PathBuf>,
    outside: Outside,
    preferences: Preferences,
    /// Whether OpenGL was tried in vain.
    fell_back: bool,
}

impl Opening {
    /// The window where it stood, else at its first size.
    pub(super) fn viewport(&self) -> ViewportBuilder {
        let place = self.preferences.place;
        let size = place.map_or(FIRST_SIZE, |place: WindowPlace| place.size);
        let builder = ViewportBuilder::default().with_app_id("kichban").with_title("kichban");
        let mut viewport = builder.with_inner_size(size).with_drag_and_drop(true);
        if let Some(icon) = super::program_icon::program_icon() {
            viewport = viewport.with_icon(icon);
        }
        if let Some(place) = place {
            viewport = viewport.with_maximized(place.maximized);
            if let Some(at) = place.at {
                viewport = viewport.with_position(at);
            }
        }
        viewport
    }

    /// The program in its window.
    pub(super) fn shell(self, ctx: &Context, window: &Window) -> Shell {
        OPENED.store(true, Ordering::Relaxed);
        if self.preferences.place.is_none() {
            fill_screen(window);
        }
        bring_within_reach(window, self.preferences.place.is_some_and(|place| place.maximized));
        let seen = self.preferences.tour_seen;
        let state = AppState::new(self.study, Origin::Shipped, self.preferences);
        let mut shell = Shell::new(ctx, state, self.outside.on_window(window));
        match self.path {
            Some(path) => shell.ask(Command::File(FileCommand::Intend(Intent::Open(path)))),
            None => shell.begin(),
        }
        if !seen {
            shell.ask(Command::Window(WindowCommand::Habits(HabitsChange::Tour(0))));
        }
        if self.fell_back {
            shell.ask(Command::Window(WindowCommand::FellBack));
        }
        shell
    }
}
