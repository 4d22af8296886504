//! The program: a window where nothing else is asked for, otherwise the command line.

use kichban::cli::{self, NoWindow};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

fn main() -> ExitCode {
    match std::env::args_os().nth(1).map(PathBuf::from) {
        Some(first) if !first.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("ron")) => {
            cli::run(std::env::args_os())
        }
        study => window(study.as_deref()),
    }
}

/// Opens the window on a study; where there can be none, says so and prints its projection.
#[cfg(feature = "gui")]
fn window(study: Option<&Path>) -> ExitCode {
    use kichban::ui::WindowError;
    // Windows and macOS always have a display; a Unix session says whether it has one.
    let is_set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    if cfg!(target_os = "linux") && !is_set("DISPLAY") && !is_set("WAYLAND_DISPLAY") {
        return cli::run_without_window(study, &NoWindow::NoDisplay);
    }
    match kichban::ui::run(study.map(Path::to_owned)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(WindowError::Study(error)) => cli::refuse_file(&error),
        Err(WindowError::System(reason)) => cli::run_without_window(study, &NoWindow::Refused(reason)),
    }
}

/// Prints the projection, because this build has no window.
#[cfg(not(feature = "gui"))]
fn window(study: Option<&Path>) -> ExitCode {
    cli::run_without_window(study, &NoWindow::NotBuilt)
}
