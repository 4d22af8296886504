//! The program: a window where nothing else is asked for, otherwise the command line.

#![cfg_attr(windows, windows_subsystem = "windows")]

use kichban::app::Renderer;
use kichban::cli::{self, NoWindow, WantedWindow};
use std::process::ExitCode;

fn main() -> ExitCode {
    let known = Renderer::WORDS.map(|(word, _)| word);
    match cli::find_window(std::env::args_os(), &known) {
        Ok(Some(wanted)) => ExitCode::from(window(&wanted)),
        Ok(None) => cli::run(std::env::args_os()),
        Err(code) => code,
    }
}

/// Opens the window; says so and prints a projection where there can be none.
#[cfg(feature = "gui")]
fn window(wanted: &WantedWindow) -> u8 {
    use kichban::lang::Lang;
    use kichban::ui;

    let study = wanted.study.as_deref();
    if !has_display() {
        return cli::run_without_window(study, NoWindow::NoDisplay);
    }
    tell_what_stops_the_start(wanted);
    let renderer = wanted.renderer.as_deref().and_then(Renderer::find);
    let Err(error) = ui::run(study, renderer) else { return 0 };
    let reason = error.explain(Lang::default());
    ui::message::tell_missing_window(&reason);
    cli::run_without_window(study, NoWindow::Refused(&reason))
}

/// Libraries of the window stop the program where a part of the system is missing; until the window is open this is tried
/// once more without OpenGL, and ends as any other failure to open one.
#[cfg(feature = "gui")]
fn tell_what_stops_the_start(wanted: &WantedWindow) {
    use kichban::lang::Lang;
    use kichban::ui::{self, WindowError};

    let (wanted, usual) = (wanted.clone(), std::panic::take_hook());
    std::panic::set_hook(Box::new(move |stopped| {
        if ui::has_opened() {
            usual(stopped);
            return;
        }
        let renderer = wanted.renderer.as_deref().and_then(Renderer::find);
        if let Some(status) = ui::start_without_opengl(wanted.study.as_deref(), renderer) {
            #[expect(clippy::exit, reason = "nothing can go on in the library that has stopped")]
            std::process::exit(status);
        }
        let detail = stopped.payload_as_str().unwrap_or_default();
        let reason = WindowError::NoDisplay(detail.to_owned()).explain(Lang::default());
        ui::message::tell_missing_window(&reason);
        let status = cli::run_without_window(wanted.study.as_deref(), NoWindow::Refused(&reason));
        #[expect(clippy::exit, reason = "nothing can go on in the library that has stopped")]
        std::process::exit(i32::from(status));
    }));
}

#[cfg(not(feature = "gui"))]
fn window(wanted: &WantedWindow) -> u8 {
    cli::run_without_window(wanted.study.as_deref(), NoWindow::NotBuilt)
}

/// Whether the system can show a window; only Linux and its kin run without a display.
#[cfg(feature = "gui")]
fn has_display() -> bool {
    let is_set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    cfg!(any(target_os = "windows", target_os = "macos")) || is_set("DISPLAY") || is_set("WAYLAND_DISPLAY")
}
