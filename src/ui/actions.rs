//! Everything a person can ask for by name: one list for menus, palette, keyboard and their description.

use super::shortcuts::{self, Shortcut};
use crate::app::command::ExportChange;
use crate::app::workspace::assumptions::AssumptionsChange;
use crate::app::workspace::habits::{HabitsChange, WindowSheet};
use crate::app::{AppState, Command, Intent, View};
use crate::lang::Lang;
use crate::scenario::Edit;
use crate::text::words::label;
use crate::theme::Mode;
use std::fmt::Write as _;

/// Something that can be asked for.
#[derive(Clone, Copy)]
pub struct Action {
    /// Key of its name.
    pub key: &'static str,
    /// Key of the heading under which it stands.
    pub heading: &'static str,
    /// Its shortcuts, the usual one first.
    pub shortcuts: &'static [Shortcut],
    /// The command, or `None` where there is nothing to do at present.
    pub command: fn(&AppState) -> Option<Command>,
}

const fn action(
    heading: &'static str,
    key: &'static str,
    shortcuts: &'static [Shortcut],
    command: fn(&AppState) -> Option<Command>,
) -> Action {
    Action { key, heading, shortcuts, command }
}

const FILE: &str = "menu-file";
const EDIT: &str = "menu-edit";
const SCENARIO: &str = "menu-scenario";
const VIEW: &str = "menu-view";
const HELP: &str = "menu-help";

fn habit(change: HabitsChange) -> Command {
    Command::Habits(change)
}

fn selected_case(state: &AppState) -> String {
    state.workspace.selected.clone()
}

fn scale(state: &AppState, by: f32) -> Command {
    Command::SetTextScale(state.workspace.preferences.text_scale + by)
}

fn visible(state: &AppState, visible: bool) -> Option<Command> {
    let case = selected_case(state);
    (state.study.case_visible(&case) != visible).then(|| Command::edit(Edit::SetVisible { case, visible }))
}

fn lang(state: &AppState, lang: Lang) -> Option<Command> {
    (state.workspace.preferences.lang != lang).then_some(Command::SetLang(lang))
}

fn mode(state: &AppState, mode: Mode) -> Option<Command> {
    (state.workspace.preferences.mode != mode).then_some(Command::SetMode(mode))
}

fn show(state: &AppState, screen: View) -> Option<Command> {
    (state.workspace.view != screen).then_some(Command::ShowView(screen))
}

/// Commands and jumps.
pub const PALETTE: Action = action(EDIT, "habits-palette", &[shortcuts::PALETTE], |_| {
    Some(habit(HabitsChange::Open(WindowSheet::Palette { query: String::new(), chosen: 0 })))
});
/// Steps by name.
pub const HISTORY: Action = action(EDIT, "habits-history", &[shortcuts::HISTORY], |state| {
    let history = &state.history;
    let any = history.undo_label().is_some() || history.redo_label().is_some();
    any.then_some(Command::Habits(HabitsChange::Open(WindowSheet::History)))
});
/// Shortcuts and what the program is.
pub const SHORTCUTS: Action =
    action(HELP, "habits-help", &[shortcuts::HELP], |_| Some(habit(HabitsChange::Open(WindowSheet::Help))));
/// The tour of the window.
pub const TOUR: Action = action(HELP, "menu-help-tour", &[], |_| Some(habit(HabitsChange::Tour(0))));
/// Only the centre, in large type.
pub const PRESENT: Action = action(VIEW, "menu-view-present", &[shortcuts::PRESENT], |state| {
    Some(habit(HabitsChange::Present(!state.workspace.habits.presenting)))
});
/// The whole screen.
pub const FULL_SCREEN: Action = action(VIEW, "menu-view-full-screen", &[shortcuts::FULL_SCREEN], |state| {
    Some(habit(HabitsChange::FullScreen(!state.workspace.habits.full_screen)))
});
/// Find an assumption.
pub const FIND: Action = action(EDIT, "menu-edit-find", &[shortcuts::FIND], |_| Some(habit(HabitsChange::Find(None))));

/// Every action in the order of the menus.
pub const ALL: &[Action] = &[
    action(FILE, "menu-file-new", &[shortcuts::NEW], |_| Some(Command::Intend(Intent::New))),
    action(FILE, "menu-file-open", &[shortcuts::OPEN], |_| Some(Command::Intend(Intent::OpenDialog))),
    action(FILE, "menu-file-save", &[shortcuts::SAVE], |_| Some(Command::Save)),
    action(FILE, "menu-file-save-as", &[shortcuts::SAVE_AS], |_| Some(Command::SaveAs)),
    action(FILE, "menu-file-export", &[shortcuts::EXPORT], |state| {
        state.exporting.is_none().then_some(Command::Export(ExportChange::Ask))
    }),
    action(FILE, "menu-file-quit", &[shortcuts::QUIT], |_| Some(Command::Intend(Intent::Quit))),
    action(EDIT, "menu-edit-undo", &[shortcuts::UNDO], |state| state.history.undo_label().map(|_| Command::Undo)),
    action(EDIT, "menu-edit-redo", &[shortcuts::REDO, shortcuts::REDO_SHIFT], |state| {
        state.history.redo_label().map(|_| Command::Redo)
    }),
    HISTORY,
    FIND,
    PALETTE,
    action(SCENARIO, "menu-scenario-new-from", &[], |state| Some(Command::NewFrom(selected_case(state)))),
    action(SCENARIO, "menu-scenario-duplicate", &[shortcuts::DUPLICATE], |state| {
        Some(Command::DuplicateCase(selected_case(state)))
    }),
    action(SCENARIO, "menu-scenario-rename", &[shortcuts::RENAME], |state| {
        Some(Command::AskRename(selected_case(state)))
    }),
    action(SCENARIO, "menu-scenario-pin", &[], |state| {
        let case = selected_case(state);
        (state.study.pinned != case).then(|| Command::edit(Edit::SetPinned(case)))
    }),
    action(SCENARIO, "menu-scenario-show", &[], |state| visible(state, true)),
    action(SCENARIO, "menu-scenario-hide", &[], |state| visible(state, false)),
    action(SCENARIO, "menu-scenario-reset", &[], |state| {
        let scenario = state.study.scenario(&state.workspace.selected)?;
        (!scenario.settings.is_empty()).then(|| Command::edit(Edit::ResetScenario { scenario: scenario.id.clone() }))
    }),
    action(SCENARIO, "menu-scenario-delete", &[], |state| {
        state.study.scenario(&state.workspace.selected).map(|scenario| Command::AskDelete(scenario.id.clone()))
    }),
    action(SCENARIO, "matrix-open", &[], |_| Some(Command::Assumptions(AssumptionsChange::ToggleMatrix))),
    action(VIEW, "view-overview", &[shortcuts::VIEW_OVERVIEW], |state| show(state, View::Overview)),
    action(VIEW, "view-compare", &[shortcuts::VIEW_COMPARE], |state| show(state, View::Compare)),
    action(VIEW, "view-sectors", &[shortcuts::VIEW_SECTORS], |state| show(state, View::Sectors)),
    action(VIEW, "view-targets", &[shortcuts::VIEW_TARGETS], |state| show(state, View::Targets)),
    action(VIEW, "view-uncertainty", &[shortcuts::VIEW_UNCERTAINTY], |state| show(state, View::Uncertainty)),
    action(VIEW, "view-audit", &[shortcuts::VIEW_AUDIT], |state| show(state, View::Audit)),
    action(VIEW, "view-data", &[shortcuts::VIEW_DATA], |state| show(state, View::Data)),
    action(VIEW, "view-table", &[shortcuts::VIEW_TABLE], |state| show(state, View::Table)),
    action(VIEW, "view-model", &[shortcuts::VIEW_MODEL], |state| show(state, View::Model)),
    action(VIEW, "menu-view-left-column", &[shortcuts::COLUMN], |_| Some(Command::ToggleColumn)),
    action(VIEW, "menu-view-details", &[shortcuts::DETAILS], |_| Some(Command::ToggleDetails)),
    PRESENT,
    FULL_SCREEN,
    action(VIEW, "menu-view-text-larger", &[shortcuts::LARGER], |state| Some(scale(state, 0.1))),
    action(VIEW, "menu-view-text-smaller", &[shortcuts::SMALLER], |state| Some(scale(state, -0.1))),
    action(VIEW, "menu-view-text-normal", &[shortcuts::NORMAL], |_| Some(Command::SetTextScale(1.0))),
    action("menu-view-language", "menu-view-language-vi", &[], |state| lang(state, Lang::Vi)),
    action("menu-view-language", "menu-view-language-en", &[], |state| lang(state, Lang::En)),
    action("menu-view-theme", "menu-view-theme-light", &[], |state| mode(state, Mode::Light)),
    action("menu-view-theme", "menu-view-theme-dark", &[], |state| mode(state, Mode::Dark)),
    SHORTCUTS,
    TOUR,
];

/// The action of a name.
pub fn find_action(key: &str) -> Option<&'static Action> {
    ALL.iter().find(|action| action.key == key)
}

/// Keys that belong to a place of the window rather than to a command: the keys, and the message that says what they do.
pub const PLACES: &[(&str, &str)] = &[
    ("Tab, Shift+Tab", "habits-key-tab"),
    ("Enter, Space", "habits-key-press"),
    ("← → ↑ ↓", "habits-key-step"),
    ("Shift+← →", "habits-key-fine"),
    ("Page Up, Page Down", "habits-key-page"),
    ("Esc", "habits-key-escape"),
];

/// The keys of an action, as they are written on other systems than macOS.
pub fn written_keys(action: &Action) -> String {
    let keys: Vec<String> =
        action.shortcuts.iter().map(|shortcut| shortcut.keys.format(&egui::ModifierNames::NAMES, false)).collect();
    keys.join(", ")
}

/// The list of shortcuts as a document in both languages.
pub fn shortcuts_document() -> String {
    let mut text = format!(
        "# {} / {}\n\nMade from the list of commands in `src/ui/actions.rs`; on macOS, Cmd stands for Ctrl.\n\n",
        label(Lang::Vi, "menu-help-shortcuts"),
        label(Lang::En, "menu-help-shortcuts")
    );
    text.push_str("| | Tiếng Việt | English |\n|---|---|---|\n");
    let rows = ALL
        .iter()
        .filter(|action| !action.shortcuts.is_empty())
        .map(|action| (written_keys(action), action.key))
        .chain(PLACES.iter().map(|(keys, key)| ((*keys).to_owned(), *key)));
    for (keys, key) in rows {
        // Writing to a text cannot fail.
        writeln!(text, "| {keys} | {} | {} |", label(Lang::Vi, key), label(Lang::En, key)).unwrap_or_default();
    }
    text
}
