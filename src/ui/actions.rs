//! Everything a person can ask for by name: one list for menus, palette, keyboard and their description.

use super::shortcuts::{self, Shortcut};
use crate::app::command::ExportChange;
use crate::app::import::{ImportCommand, ImportGoal};
use crate::app::workspace::assumptions::AssumptionsChange;
use crate::app::workspace::habits::{HabitsChange, WindowSheet};
use crate::app::{AppState, Command, DocumentCommand, FileCommand, Intent, Renderer, View, WindowCommand};
use crate::lang::Lang;
use crate::scenario::{BaseChange, BaseMove, Edit, history_vintages, next_base, price_base_years};
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
    /// What it does.
    deed: Deed,
}

/// What an action does.
#[derive(Clone, Copy)]
enum Deed {
    /// Gives a command, or `None` where there is nothing to do at present.
    Command(fn(&AppState) -> Option<Command>),
    /// Shows a view.
    Show(View),
}

impl Action {
    /// The command, or `None` where there is nothing to do at present.
    pub fn command(&self, state: &AppState) -> Option<Command> {
        match self.deed {
            Deed::Command(command) => command(state),
            Deed::Show(view) => {
                (state.workspace.view != view).then_some(Command::Window(WindowCommand::ShowView(view)))
            }
        }
    }
}

/// Every action: those of the list, and each view with its shortcut.
pub fn all() -> impl Iterator<Item = Action> {
    let views = View::ALL.into_iter().enumerate().map(|(position, view)| Action {
        key: view.key(),
        heading: VIEW,
        shortcuts: shortcuts::VIEWS.get(position).map_or(&[], std::slice::from_ref),
        deed: Deed::Show(view),
    });
    let (before, after) =
        LISTED.split_at(LISTED.iter().position(|action| action.heading == VIEW).unwrap_or(LISTED.len()));
    before.iter().copied().chain(views).chain(after.iter().copied())
}

const fn action(
    heading: &'static str,
    key: &'static str,
    shortcuts: &'static [Shortcut],
    command: fn(&AppState) -> Option<Command>,
) -> Action {
    Action { key, heading, shortcuts, deed: Deed::Command(command) }
}

const FILE: &str = "menu-file";
const EDIT: &str = "menu-edit";
const SCENARIO: &str = "menu-scenario";
const VIEW: &str = "menu-view";
const HELP: &str = "menu-help";

fn habit(change: HabitsChange) -> Command {
    Command::Window(WindowCommand::Habits(change))
}

fn selected_case(state: &AppState) -> String {
    state.workspace.selected.clone()
}

fn scale(state: &AppState, by: f32) -> Command {
    Command::Window(WindowCommand::SetTextScale(state.workspace.preferences.text_scale + by))
}

fn visible(state: &AppState, visible: bool) -> Option<Command> {
    let case = selected_case(state);
    (state.study.case_visible(&case) != visible).then(|| Command::edit(Edit::SetVisible { case, visible }))
}

fn lang(state: &AppState, lang: Lang) -> Option<Command> {
    (state.workspace.preferences.lang != lang).then_some(Command::Window(WindowCommand::SetLang(lang)))
}

fn mode(state: &AppState, mode: Mode) -> Option<Command> {
    (state.workspace.preferences.mode != mode).then_some(Command::Window(WindowCommand::SetMode(mode)))
}

fn renderer(state: &AppState, renderer: Renderer) -> Option<Command> {
    let chosen = state.workspace.preferences.renderer;
    (chosen != renderer).then_some(Command::Window(WindowCommand::SetRenderer(renderer)))
}

/// Commands and jumps.
pub const PALETTE: Action = action(EDIT, "habits-palette", &[shortcuts::PALETTE], |_| {
    Some(habit(HabitsChange::Open(WindowSheet::Palette { query: String::new(), chosen: 0 })))
});
/// Steps by name.
pub const HISTORY: Action = action(EDIT, "habits-history", &[shortcuts::HISTORY], |state| {
    let history = &state.history;
    let any = history.undo_label().is_some() || history.redo_label().is_some();
    any.then_some(Command::Window(WindowCommand::Habits(HabitsChange::Open(WindowSheet::History))))
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
pub const FIND: Action = action(EDIT, "menu-edit-find", &[shortcuts::FIND], |_| Some(habit(HabitsChange::Find)));

/// Every action in the order of the menus.
const LISTED: &[Action] = &[
    action(FILE, "menu-file-new", &[shortcuts::NEW], |_| Some(Command::File(FileCommand::Intend(Intent::New)))),
    action(FILE, "menu-file-open", &[shortcuts::OPEN], |_| {
        Some(Command::File(FileCommand::Intend(Intent::OpenDialog)))
    }),
    action(FILE, "menu-file-import", &[shortcuts::IMPORT], |state| {
        state.import.is_none().then_some(Command::Import(ImportCommand::Begin(ImportGoal::IntoStudy)))
    }),
    action(FILE, "menu-file-frame", &[], |_| Some(Command::Window(WindowCommand::EditFrame(None)))),
    action(FILE, "menu-file-rebase", &[], |state| {
        let change = BaseChange::without_loss(BaseMove::Year(None));
        next_base(&state.study).map(|_| Command::Window(WindowCommand::MoveBase(change)))
    }),
    action(FILE, "menu-file-vintage", &[], |state| {
        let is_choice = history_vintages(&state.study).len() > 1;
        is_choice.then_some(Command::Window(WindowCommand::DraftVintage(None)))
    }),
    action(FILE, "menu-file-reprice", &[], |state| {
        let is_choice = !price_base_years(&state.study).is_empty();
        is_choice.then_some(Command::Window(WindowCommand::DraftPriceBase(None)))
    }),
    action(FILE, "menu-file-moved", &[], |_| Some(Command::Window(WindowCommand::TellMoved))),
    action(FILE, "menu-file-merge", &[], |_| Some(Command::File(FileCommand::Intend(Intent::Merge)))),
    action(FILE, "menu-file-save", &[shortcuts::SAVE], |_| Some(Command::File(FileCommand::Save))),
    action(FILE, "menu-file-save-as", &[shortcuts::SAVE_AS], |_| Some(Command::File(FileCommand::SaveAs))),
    action(FILE, "menu-file-note", &[], |_| Some(Command::Window(WindowCommand::TellAnswer))),
    action(FILE, "menu-file-export", &[shortcuts::EXPORT], |state| {
        state.exporting.is_none().then_some(Command::File(FileCommand::Export(ExportChange::Ask)))
    }),
    action(FILE, "menu-file-quit", &[shortcuts::QUIT], |_| Some(Command::File(FileCommand::Intend(Intent::Quit)))),
    action(EDIT, "menu-edit-undo", &[shortcuts::UNDO], |state| {
        state.history.undo_label().map(|_| Command::Document(DocumentCommand::Undo))
    }),
    action(EDIT, "menu-edit-redo", &[shortcuts::REDO, shortcuts::REDO_SHIFT], |state| {
        state.history.redo_label().map(|_| Command::Document(DocumentCommand::Redo))
    }),
    HISTORY,
    FIND,
    PALETTE,
    action(SCENARIO, "menu-scenario-new-from", &[shortcuts::NEW_SCENARIO], |state| {
        Some(Command::Document(DocumentCommand::NewFrom(selected_case(state))))
    }),
    action(SCENARIO, "menu-scenario-duplicate", &[shortcuts::DUPLICATE], |state| {
        Some(Command::Document(DocumentCommand::DuplicateCase(selected_case(state))))
    }),
    action(SCENARIO, "menu-scenario-rename", &[shortcuts::RENAME], |state| {
        Some(Command::Window(WindowCommand::AskWords(selected_case(state))))
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
        state
            .study
            .scenario(&state.workspace.selected)
            .map(|scenario| Command::Window(WindowCommand::AskDelete(scenario.id.clone())))
    }),
    action(SCENARIO, "matrix-open", &[], |_| {
        Some(Command::Window(WindowCommand::Assumptions(AssumptionsChange::ToggleMatrix)))
    }),
    action(VIEW, "menu-view-left-column", &[shortcuts::COLUMN], |_| Some(Command::Window(WindowCommand::ToggleColumn))),
    action(VIEW, "menu-view-details", &[shortcuts::DETAILS], |_| Some(Command::Window(WindowCommand::ToggleDetails))),
    PRESENT,
    action(VIEW, "present-pages", &[], |_| Some(habit(HabitsChange::Open(WindowSheet::Pages)))),
    FULL_SCREEN,
    action(VIEW, "menu-view-text-larger", &[shortcuts::LARGER], |state| Some(scale(state, 0.1))),
    action(VIEW, "menu-view-text-smaller", &[shortcuts::SMALLER], |state| Some(scale(state, -0.1))),
    action(VIEW, "menu-view-text-normal", &[shortcuts::NORMAL], |_| {
        Some(Command::Window(WindowCommand::SetTextScale(1.0)))
    }),
    action("menu-view-language", "menu-view-language-vi", &[], |state| lang(state, Lang::VI)),
    action("menu-view-language", "menu-view-language-en", &[], |state| lang(state, Lang::EN)),
    action("menu-view-theme", "menu-view-theme-light", &[], |state| mode(state, Mode::Light)),
    action("menu-view-theme", "menu-view-theme-dark", &[], |state| mode(state, Mode::Dark)),
    action("menu-view-renderer", "menu-view-renderer-auto", &[], |state| renderer(state, Renderer::Auto)),
    action("menu-view-renderer", "menu-view-renderer-cpu", &[], |state| renderer(state, Renderer::Cpu)),
    SHORTCUTS,
    TOUR,
];

/// The action of a name.
pub fn find_action(key: &str) -> Option<Action> {
    all().find(|action| action.key == key)
}

/// Keys that belong to a place of the window rather than to a command: the keys, and the message that says what they do.
pub const PLACES: &[(&str, &str)] = &[
    ("Tab, Shift+Tab", "habits-key-tab"),
    ("Enter, Space", "habits-key-press"),
    ("← → ↑ ↓", "habits-key-step"),
    ("Shift+← →", "habits-key-fine"),
    ("Page Up, Page Down", "habits-key-page"),
    ("F10, Alt", "habits-key-menus"),
    ("Shift+F10", "habits-key-context"),
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
        label(Lang::VI, "menu-help-shortcuts"),
        label(Lang::EN, "menu-help-shortcuts")
    );
    text.push_str("| | Tiếng Việt | English |\n|---|---|---|\n");
    let rows = all()
        .filter(|action| !action.shortcuts.is_empty())
        .map(|action| (written_keys(&action), action.key))
        .chain(PLACES.iter().map(|(keys, key)| ((*keys).to_owned(), *key)));
    for (keys, key) in rows {
        // Writing to a text cannot fail.
        writeln!(text, "| {keys} | {} | {} |", label(Lang::VI, key), label(Lang::EN, key)).unwrap_or_default();
    }
    text
}
