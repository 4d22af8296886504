//! Whatever the file of preferences holds, the program starts and can be reached.

use crate::window::{Window, open_around};
use egui::Context;
use kichban::app::{AppState, Origin, Preferences};
use kichban::files;
use kichban::ui::{Outside, Shell};
use tempfile::tempdir;

/// The preferences that the program starts with where its file holds this text.
fn recalled(text: &str) -> Preferences {
    let folder = tempdir().unwrap();
    std::fs::write(folder.path().join("preferences.json"), text).unwrap();
    Outside::in_folder(folder.path()).recall()
}

/// Draws a first window with these preferences.
fn start(preferences: Preferences) {
    let state = AppState::new(files::built_in().unwrap(), Origin::Shipped, preferences);
    let shell = Shell::new(&Context::default(), state, Outside::without_writing());
    let scale = shell.state().workspace.preferences.text_scale;
    let builder = Window::builder().with_size(egui::vec2(960.0, 540.0)).with_step_dt(0.1);
    drop(open_around(builder, shell, scale));
}

#[test]
fn a_text_size_that_nobody_can_choose_is_as_good_as_none() {
    for held in ["0.0", "0", "-0.0", "-1", "1e9", "1e300", "1e999", "null", "2.01", "0.79", "\"large\"", "[]"] {
        let preferences = recalled(&format!("{{\"tour_seen\":true,\"text_scale\":{held}}}"));
        assert!((preferences.text_scale - 1.0).abs() < 1e-6, "{held} gave {}", preferences.text_scale);
        start(preferences);
    }
    for chosen in [0.8_f32, 1.5, 2.0] {
        let preferences = recalled(&format!("{{\"text_scale\":{chosen}}}"));
        assert!((preferences.text_scale - chosen).abs() < 1e-6, "{chosen} gave {}", preferences.text_scale);
    }
}

#[test]
fn a_place_that_is_nowhere_is_as_good_as_none() {
    let place = |at: &str, size: &str| {
        recalled(&format!("{{\"place\":{{\"at\":{at},\"size\":{size},\"maximized\":false}}}}")).place
    };
    for (at, size) in [
        // Where a system puts a window that is minimized.
        ("[-32000.0,-32000.0]", "[1366.0,740.0]"),
        ("[1e300,0]", "[1366.0,740.0]"),
        ("[0,0]", "[0,0]"),
        ("[0,0]", "[-1366.0,740.0]"),
        ("null", "[1e38,740.0]"),
    ] {
        assert_eq!(place(at, size), None, "{at} {size}");
    }
    // A second screen stands to the left; whether it is there still is seen once there is a window.
    assert_eq!(place("[-2500.0,-100.0]", "[1366.0,740.0]").and_then(|place| place.at), Some([-2500.0, -100.0]));
    assert!(place("null", "[1366.0,740.0]").is_some());
}

#[test]
fn a_file_that_holds_no_preferences_starts_the_program_with_the_defaults() {
    for text in ["", "{", "null", "[1,2]", "\u{0}\u{1}", "{\"view\":\"no_such\"}", "{\"recent\":7}"] {
        assert_eq!(recalled(text), Preferences::default(), "{text:?}");
    }
}
