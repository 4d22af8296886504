//! A message in a box of the system's own, for a program that was started without a terminal.

use crate::lang::Lang;
use crate::text::{self, words::label};
use rfd::{MessageButtons, MessageDialog, MessageLevel};
use std::io::{self, IsTerminal as _};
use std::path::Path;

/// Whether what is printed has no reader: the program was started from a desktop, not from a terminal or a script.
fn is_printing_unseen() -> bool {
    if io::stderr().is_terminal() {
        return false;
    }
    if cfg!(windows) {
        // The program for the console is the same but for its ending, and its streams lead somewhere.
        let own = std::env::current_exe();
        return !own.is_ok_and(|own| Path::new(&own).extension().is_some_and(|end| end.eq_ignore_ascii_case("com")));
    }
    // Desktops leave these to what they start.
    let marks = ["GIO_LAUNCHED_DESKTOP_FILE", "DESKTOP_STARTUP_ID", "XDG_ACTIVATION_TOKEN"];
    marks.iter().any(|mark| std::env::var_os(mark).is_some_and(|value| !value.is_empty()))
}

/// Tells in a box why there is no window, if the program was started without a terminal; returns when it was read.
///
/// Returns at once if the system has no such box.
pub fn tell_missing_window(reason: &str) {
    if is_printing_unseen() {
        let lang = Lang::default();
        let dialog = MessageDialog::new().set_level(MessageLevel::Error).set_buttons(MessageButtons::Ok);
        dialog.set_title(label(lang, "app-name")).set_description(text::tell_missing_window(reason, lang)).show();
    }
}
