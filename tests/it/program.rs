//! The program as a person starts it in a terminal without a display.

use std::ffi::OsStr;
use std::process::Command;

/// Exit code, standard output and error stream of a command.
pub(crate) fn kichban<W: AsRef<OsStr>>(words: &[W]) -> (i32, String, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_kichban"))
        .args(words)
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .output()
        .unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}
