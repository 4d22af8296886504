//! Keyboard shortcuts: one list for menus, tooltips and the keyboard itself.

use super::actions::{self, Action};
use crate::app::{AppState, Command, View, WindowCommand};
use egui::{Context, Key, KeyboardShortcut, Modifiers};

/// A shortcut and the message that names what it does.
#[derive(Debug, Clone, Copy)]
pub struct Shortcut {
    /// Keys.
    pub keys: KeyboardShortcut,
    /// Key of the message.
    pub key: &'static str,
}

const fn shortcut(modifiers: Modifiers, key: Key, message: &'static str) -> Shortcut {
    Shortcut { keys: KeyboardShortcut::new(modifiers, key), key: message }
}

const SHIFT: Modifiers = Modifiers { shift: true, ..Modifiers::COMMAND };

/// New study.
pub const NEW: Shortcut = shortcut(Modifiers::COMMAND, Key::N, "menu-file-new");
/// Figures from a file.
pub const IMPORT: Shortcut = shortcut(SHIFT, Key::I, "menu-file-import");
/// Open a study.
pub const OPEN: Shortcut = shortcut(Modifiers::COMMAND, Key::O, "menu-file-open");
/// Save.
pub const SAVE: Shortcut = shortcut(Modifiers::COMMAND, Key::S, "menu-file-save");
/// Save as.
pub const SAVE_AS: Shortcut = shortcut(SHIFT, Key::S, "menu-file-save-as");
/// Export.
pub const EXPORT: Shortcut = shortcut(Modifiers::COMMAND, Key::E, "menu-file-export");
/// Quit.
pub const QUIT: Shortcut = shortcut(Modifiers::COMMAND, Key::Q, "menu-file-quit");
/// Undo.
pub const UNDO: Shortcut = shortcut(Modifiers::COMMAND, Key::Z, "menu-edit-undo");
/// Redo.
pub const REDO: Shortcut = shortcut(Modifiers::COMMAND, Key::Y, "menu-edit-redo");
/// Redo, the other habit.
pub const REDO_SHIFT: Shortcut = shortcut(SHIFT, Key::Z, "menu-edit-redo");
/// New scenario from the selected case.
pub const NEW_SCENARIO: Shortcut = shortcut(SHIFT, Key::N, "menu-scenario-new-from");
/// Duplicate the selected case.
pub const DUPLICATE: Shortcut = shortcut(Modifiers::COMMAND, Key::D, "menu-scenario-duplicate");
/// Left column.
pub const COLUMN: Shortcut = shortcut(Modifiers::COMMAND, Key::B, "menu-view-left-column");
/// Find an assumption.
pub const FIND: Shortcut = shortcut(Modifiers::COMMAND, Key::F, "menu-edit-find");
/// Larger text.
pub const LARGER: Shortcut = shortcut(Modifiers::COMMAND, Key::Plus, "menu-view-text-larger");
/// Smaller text.
pub const SMALLER: Shortcut = shortcut(Modifiers::COMMAND, Key::Minus, "menu-view-text-smaller");
/// Normal text.
pub const NORMAL: Shortcut = shortcut(Modifiers::COMMAND, Key::Num0, "menu-view-text-normal");

/// Commands and jumps.
pub const PALETTE: Shortcut = shortcut(Modifiers::COMMAND, Key::K, "habits-palette");
/// Steps by name.
pub const HISTORY: Shortcut = shortcut(SHIFT, Key::H, "habits-history");
/// New name of the selected case.
pub const RENAME: Shortcut = shortcut(Modifiers::NONE, Key::F2, "menu-scenario-rename");
/// Shortcuts and what the program is.
pub const HELP: Shortcut = shortcut(Modifiers::NONE, Key::F1, "habits-help");
/// Only the centre, in large type.
pub const PRESENT: Shortcut = shortcut(Modifiers::NONE, Key::F5, "menu-view-present");
/// The whole screen.
pub const FULL_SCREEN: Shortcut = shortcut(Modifiers::NONE, Key::F11, "menu-view-full-screen");

const DIGITS: [Key; 9] =
    [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7, Key::Num8, Key::Num9];

/// The views: their number in the bar, as far as there are digits.
pub static VIEWS: [Shortcut; DIGITS.len()] = {
    let mut all = [shortcut(Modifiers::COMMAND, DIGITS[0], View::ALL[0].key()); DIGITS.len()];
    let mut position = 1;
    while position < all.len() {
        all[position] = shortcut(Modifiers::COMMAND, DIGITS[position], View::ALL[position].key());
        position += 1;
    }
    all
};
/// Details of what is selected.
pub const DETAILS: Shortcut = shortcut(Modifiers::COMMAND, Key::I, "menu-view-details");

/// Takes pressed shortcuts out of the input; those with more modifiers come first, so that Ctrl+Shift+S is not Ctrl+S.
///
/// Under an open question nothing else can be asked for; under an open sheet only what opens or closes one.
/// A text field undoes its own typing.
pub fn pressed(ctx: &Context, state: &AppState) -> Vec<Command> {
    if state.question.is_some() {
        return Vec::new();
    }
    let typing = ctx.text_edit_focused();
    let is_left_to_field =
        |shortcut: &Shortcut| typing && [UNDO, REDO, REDO_SHIFT].iter().any(|own| own.keys == shortcut.keys);
    let under_a_sheet = state.workspace.habits.sheet.is_some();
    let mut all: Vec<(&Shortcut, Action)> =
        actions::all().flat_map(|action| action.shortcuts.iter().map(move |shortcut| (shortcut, action))).collect();
    all.sort_by_key(|(shortcut, _)| !shortcut.keys.modifiers.shift);
    all.into_iter()
        .filter(|(shortcut, _)| !is_left_to_field(shortcut))
        .filter(|(shortcut, _)| ctx.input_mut(|input| input.consume_shortcut(&shortcut.keys)))
        .filter_map(|(_, action)| action.command(state))
        .filter(|command| !under_a_sheet || matches!(command, Command::Window(WindowCommand::Habits(_))))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_shortcuts_share_their_keys() {
        let all: Vec<&Shortcut> = actions::all().flat_map(|action| action.shortcuts).collect();
        for (position, one) in all.iter().enumerate() {
            assert!(!all[..position].iter().any(|other| other.keys == one.keys), "{}", one.key);
        }
    }

    #[test]
    fn a_shortcut_is_named_as_its_action() {
        for action in actions::all() {
            assert!(action.shortcuts.iter().all(|shortcut| shortcut.key == action.key), "{}", action.key);
        }
    }
}
