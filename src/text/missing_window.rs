//! Why no window can be had, and what to do.

use super::catalog::message_with;
use crate::lang::Lang;

/// What a window lacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MissingWindow {
    /// The study inside the program is damaged.
    Study,
    /// A display, or the libraries that reach it.
    Display,
    /// OpenGL, and only OpenGL was wanted.
    OpenGl,
    /// A place to draw in.
    Surface,
}

/// What is missing and what can be done, without a full stop; `detail` is what the system says.
pub fn explain_missing_window(missing: MissingWindow, detail: &str, lang: Lang) -> String {
    let key = match missing {
        MissingWindow::Study => "window-missing-study",
        MissingWindow::Display if cfg!(windows) => "window-missing-display",
        MissingWindow::Display => "window-missing-display-libraries",
        MissingWindow::OpenGl => "window-missing-opengl",
        MissingWindow::Surface => "window-missing-surface",
    };
    message_with(lang, key, &[("detail", detail.into())])
}

/// The same as a sentence of its own.
pub fn tell_missing_window(reason: &str, lang: Lang) -> String {
    message_with(lang, "window-missing", &[("reason", reason.into())])
}
