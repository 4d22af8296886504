//! The program: a window where nothing else is asked for, otherwise the command line.

use kichban::cli::{self, NoWindow};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

fn main() -> ExitCode {
    match std::env::args_os().nth(1).map(PathBuf::from) {
        None => window(None),
        Some(first) if is_study(&first) => window(Some(&first)),
        Some(_) => cli::run(std::env::args_os()),
    }
}

/// Whether an argument names a study file, or an export that carries one.
fn is_study(path: &Path) -> bool {
    kichban::files::is_study(path) || kichban::files::is_export(path)
}

/// Opens the window on a study; says so and prints its projection where there can be none.
#[cfg(feature = "gui")]
fn window(study: Option<&Path>) -> ExitCode {
    if !has_display() {
        return cli::run_without_window(study, NoWindow::NoDisplay);
    }
    match kichban::ui::run(study) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => cli::run_without_window(study, NoWindow::Refused(&error.to_string())),
    }
}

#[cfg(not(feature = "gui"))]
fn window(study: Option<&Path>) -> ExitCode {
    cli::run_without_window(study, NoWindow::NotBuilt)
}

/// Whether the system can show a window; only Linux and its kin run without a display.
#[cfg(feature = "gui")]
fn has_display() -> bool {
    let is_set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    cfg!(any(target_os = "windows", target_os = "macos")) || is_set("DISPLAY") || is_set("WAYLAND_DISPLAY")
}
