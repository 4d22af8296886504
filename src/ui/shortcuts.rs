//! Keyboard shortcuts: one list for menus, tooltips and the keyboard itself.

use crate::app::{AppState, Command, Intent};
use crate::ui::panels::rail;
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
/// Open.
pub const OPEN: Shortcut = shortcut(Modifiers::COMMAND, Key::O, "menu-file-open");
/// Save.
pub const SAVE: Shortcut = shortcut(Modifiers::COMMAND, Key::S, "menu-file-save");
/// Save as.
pub const SAVE_AS: Shortcut = shortcut(SHIFT, Key::S, "menu-file-save-as");
/// Quit.
pub const QUIT: Shortcut = shortcut(Modifiers::COMMAND, Key::Q, "menu-file-quit");
/// Undo.
pub const UNDO: Shortcut = shortcut(Modifiers::COMMAND, Key::Z, "menu-edit-undo");
/// Redo.
pub const REDO: Shortcut = shortcut(Modifiers::COMMAND, Key::Y, "menu-edit-redo");
/// Redo, the other habit.
pub const REDO_SHIFT: Shortcut = shortcut(SHIFT, Key::Z, "menu-edit-redo");
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

/// Every shortcut.
pub const ALL: [Shortcut; 14] =
    [NEW, OPEN, SAVE, SAVE_AS, QUIT, UNDO, REDO, REDO_SHIFT, DUPLICATE, COLUMN, FIND, LARGER, SMALLER, NORMAL];

/// Takes pressed shortcuts out of the input; those with more modifiers come first, so that Ctrl+Shift+S is not Ctrl+S.
///
/// An open question waits for its answer and nothing else; a text field undoes its own typing.
pub fn pressed(ctx: &Context, state: &AppState) -> Vec<Command> {
    if state.question.is_some() {
        return Vec::new();
    }
    let typing = ctx.text_edit_focused();
    let is_left_to_field =
        |shortcut: &Shortcut| typing && [UNDO, REDO, REDO_SHIFT].iter().any(|own| own.keys == shortcut.keys);
    let scale = state.workspace.preferences.text_scale;
    let selected = state.workspace.selected.clone();
    let pairs = [
        (SAVE_AS, Command::SaveAs),
        (REDO_SHIFT, Command::Redo),
        (NEW, Command::Intend(Intent::New)),
        (OPEN, Command::Intend(Intent::OpenDialog)),
        (SAVE, Command::Save),
        (QUIT, Command::Intend(Intent::Quit)),
        (UNDO, Command::Undo),
        (REDO, Command::Redo),
        (DUPLICATE, Command::DuplicateCase(selected)),
        (COLUMN, Command::ShowColumn(!rail::column_is_open(ctx, state))),
        (LARGER, Command::SetTextScale(scale + 0.1)),
        (SMALLER, Command::SetTextScale(scale - 0.1)),
        (NORMAL, Command::SetTextScale(1.0)),
    ];
    pairs
        .into_iter()
        .filter(|(shortcut, _)| !is_left_to_field(shortcut))
        .filter(|(shortcut, _)| ctx.input_mut(|input| input.consume_shortcut(&shortcut.keys)))
        .map(|(_, command)| command)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_shortcuts_share_their_keys() {
        for (position, one) in ALL.iter().enumerate() {
            assert!(!ALL[..position].iter().any(|other| other.keys == one.keys), "{}", one.key);
        }
    }
}
