//! The bar: menus, views, undo and redo, language, theme.

use crate::app::workspace::assumptions::AssumptionsChange;
use crate::app::workspace::habits::HabitsChange;
use crate::app::{Command, Intent, View as Screen};
use crate::files;
use crate::lang::Lang;
use crate::theme::Mode;
use crate::ui::actions::{self, Action};
use crate::ui::icons::{Icon, icon_button};
use crate::ui::panels::rail;
use crate::ui::shortcuts::{self, Shortcut};
use crate::ui::style;
use crate::ui::view::{Commands, View};
use crate::ui::widgets::segmented::segmented;
use egui::{Align, Button, Layout, Rect, Sense, Ui, pos2, vec2};

/// Height of the bar.
pub const HEIGHT: f32 = 38.0;

/// Draws the bar; views start at `views_from` so that they stand above the centre.
///
/// Returns where the menu of files stands.
pub fn menu_bar_ui(ui: &mut Ui, view: &View<'_>, commands: &mut Commands, views_from: f32) -> Rect {
    let bar = ui.max_rect();
    let theme = view.theme();
    ui.painter().hline(bar.x_range(), bar.bottom() - 0.5, style::stroke(1.0, theme.rule));
    let menus = Rect::from_min_max(bar.min + vec2(8.0, 0.0), pos2(bar.left() + views_from.max(300.0), bar.bottom()));
    let mut file = menus;
    ui.scope_builder(egui::UiBuilder::new().max_rect(menus).layout(Layout::left_to_right(Align::Center)), |ui| {
        egui::MenuBar::new().ui(ui, |ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            ui.spacing_mut().button_padding.x = 7.0;
            file = file_menu(ui, view, commands);
            edit_menu(ui, view, commands);
            scenario_menu(ui, view, commands);
            view_menu(ui, view, commands);
            help_menu(ui, view, commands);
        });
    });
    let views = Rect::from_min_max(pos2(menus.right(), bar.top()), pos2(bar.right() - 250.0, bar.bottom()));
    ui.scope_builder(egui::UiBuilder::new().max_rect(views).layout(Layout::left_to_right(Align::Center)), |ui| {
        for screen in Screen::ALL {
            tab_ui(ui, view, commands, screen);
        }
    });
    let tools = Rect::from_min_max(pos2(bar.right() - 260.0, bar.top()), bar.max - vec2(16.0, 0.0));
    ui.scope_builder(egui::UiBuilder::new().max_rect(tools).layout(Layout::right_to_left(Align::Center)), |ui| {
        tools_ui(ui, view, commands);
    });
    file
}

fn tab_ui(ui: &mut Ui, view: &View<'_>, commands: &mut Commands, screen: Screen) {
    let theme = view.theme();
    let current = view.state().workspace.view == screen;
    let text = view.label(screen_key(screen));
    let (role, ink) = if current { (style::tab_current(), theme.ink) } else { (style::tab(), theme.ink2) };
    let galley = ui.painter().layout_no_wrap(text.clone(), role, style::color(ink));
    let (rect, response) = ui.allocate_exact_size(vec2(galley.size().x + 18.0, HEIGHT), Sense::click());
    response.widget_info(|| egui::WidgetInfo::selected(egui::Role::Tab, true, current, &text));
    if response.hovered() && !current {
        ui.painter().rect_filled(rect.shrink2(vec2(0.0, 6.0)), style::RADIUS, style::color(theme.hover));
    }
    let at = rect.center() - galley.size() / 2.0;
    ui.painter().galley(at, galley, style::color(ink));
    if current {
        ui.painter().hline(rect.x_range(), rect.bottom() - 1.0, style::stroke(2.0, theme.ink));
    }
    style::paint_focus_ring(ui, &response);
    if response.clicked() {
        commands.push(Command::ShowView(screen));
    }
}

const fn screen_key(screen: Screen) -> &'static str {
    match screen {
        Screen::Overview => "view-overview",
        Screen::Compare => "view-compare",
        Screen::Sectors => "view-sectors",
        Screen::Data => "view-data",
        Screen::Table => "view-table",
        Screen::Model => "view-model",
    }
}

fn tools_ui(ui: &mut Ui, view: &View<'_>, commands: &mut Commands) {
    ui.spacing_mut().item_spacing.x = 6.0;
    let theme = view.label("icon-theme");
    if icon_button(ui, Icon::HalfDisc, &theme, &theme, true).clicked() {
        let next = if view.theme().mode == Mode::Light { Mode::Dark } else { Mode::Light };
        commands.push(Command::SetMode(next));
    }
    ui.allocate_ui_with_layout(vec2(64.0, 22.0), Layout::left_to_right(Align::Center), |ui| {
        let current = Lang::ALL.iter().position(|lang| *lang == view.lang()).unwrap_or(0);
        if let Some(chosen) = segmented(ui, &view.label("icon-language"), &["VI", "EN"], current) {
            commands.push(Command::SetLang(Lang::ALL[chosen]));
        }
    });
    let find = view.label("icon-search");
    let tip = format!("{find} ({})", ui.ctx().format_shortcut(&shortcuts::PALETTE.keys));
    if icon_button(ui, Icon::Search, &find, &tip, true).clicked() {
        commands.extend((actions::PALETTE.command)(view.state()));
    }
    let history = &view.state().history;
    for (icon, shortcut, command, possible) in [
        (Icon::Redo, shortcuts::REDO, Command::Redo, history.redo_label().is_some()),
        (Icon::Undo, shortcuts::UNDO, Command::Undo, history.undo_label().is_some()),
    ] {
        let name = view.label(shortcut.key);
        let tip = format!("{name} ({})", ui.ctx().format_shortcut(&shortcut.keys));
        if icon_button(ui, icon, &name, &tip, possible).clicked() {
            commands.push(command);
        }
    }
}

/// A menu entry with its shortcut; pushes the command and closes the menu.
fn entry(
    ui: &mut Ui,
    text: String,
    shortcut: Option<&Shortcut>,
    enabled: bool,
    commands: &mut Commands,
    command: Command,
) {
    let mut button = Button::new(text);
    if let Some(shortcut) = shortcut {
        button = button.shortcut_text(ui.ctx().format_shortcut(&shortcut.keys));
    }
    if ui.add_enabled(enabled, button).clicked() {
        commands.push(command);
        ui.close();
    }
}

/// A menu entry of the list of actions.
fn action_entry(ui: &mut Ui, view: &View<'_>, commands: &mut Commands, action: &Action) {
    let command = (action.command)(view.state());
    let enabled = command.is_some();
    let mut button = Button::new(view.label(action.key));
    if let Some(shortcut) = action.shortcuts.first() {
        button = button.shortcut_text(ui.ctx().format_shortcut(&shortcut.keys));
    }
    if ui.add_enabled(enabled, button).clicked() {
        commands.extend(command);
        ui.close();
    }
}

/// Files that were opened or saved; one that is gone stays until it is forgotten on purpose.
fn recent_menu(ui: &mut Ui, view: &View<'_>, commands: &mut Commands) {
    let workspace = &view.state().workspace;
    let recent = &workspace.preferences.recent;
    ui.add_enabled_ui(!recent.is_empty(), |ui| {
        ui.menu_button(view.label("menu-file-open-recent"), |ui| {
            ui.set_min_width(280.0);
            for path in recent {
                let missing = workspace.habits.missing.contains(path);
                let shown = path.display().to_string();
                let text = if missing { view.filled("habits-recent-missing", &[("path", &shown)]) } else { shown };
                entry(ui, text, None, !missing, commands, Command::Intend(Intent::Open(path.clone())));
            }
            if !workspace.habits.missing.is_empty() {
                ui.separator();
                let forget = Command::Habits(HabitsChange::ForgetMissing);
                entry(ui, view.label("habits-recent-forget"), None, true, commands, forget);
            }
        });
    });
}

fn file_menu(ui: &mut Ui, view: &View<'_>, commands: &mut Commands) -> Rect {
    ui.menu_button(view.label("menu-file"), |ui| {
        ui.set_min_width(220.0);
        let intend = |intent| Command::Intend(intent);
        entry(ui, view.label("menu-file-new"), Some(&shortcuts::NEW), true, commands, intend(Intent::New));
        entry(ui, view.label("menu-file-open"), Some(&shortcuts::OPEN), true, commands, intend(Intent::OpenDialog));
        recent_menu(ui, view, commands);
        ui.menu_button(view.label("menu-file-open-shipped"), |ui| {
            for shipped in files::shipped() {
                let open = intend(Intent::OpenShipped(shipped.id.to_owned()));
                entry(ui, shipped.id.to_owned(), None, true, commands, open);
            }
        });
        ui.separator();
        entry(ui, view.label("menu-file-save"), Some(&shortcuts::SAVE), true, commands, Command::Save);
        entry(ui, view.label("menu-file-save-as"), Some(&shortcuts::SAVE_AS), true, commands, Command::SaveAs);
        ui.separator();
        entry(ui, view.label("menu-file-quit"), Some(&shortcuts::QUIT), true, commands, intend(Intent::Quit));
    })
    .response
    .rect
}

fn edit_menu(ui: &mut Ui, view: &View<'_>, commands: &mut Commands) {
    ui.menu_button(view.label("menu-edit"), |ui| {
        ui.set_min_width(260.0);
        let history = &view.state().history;
        let step = |label: Option<&crate::app::Label>, named: &'static str, plain: &'static str| {
            label.map_or_else(
                || view.label(plain),
                |label| view.filled(named, &[("step", &super::edit_text(view, &label.edit))]),
            )
        };
        let undo = step(history.undo_label(), "menu-edit-undo-step", "menu-edit-undo");
        entry(ui, undo, Some(&shortcuts::UNDO), history.undo_label().is_some(), commands, Command::Undo);
        let redo = step(history.redo_label(), "menu-edit-redo-step", "menu-edit-redo");
        entry(ui, redo, Some(&shortcuts::REDO), history.redo_label().is_some(), commands, Command::Redo);
        action_entry(ui, view, commands, &actions::HISTORY);
        ui.separator();
        action_entry(ui, view, commands, &actions::FIND);
        action_entry(ui, view, commands, &actions::PALETTE);
    });
}

fn scenario_menu(ui: &mut Ui, view: &View<'_>, commands: &mut Commands) {
    ui.menu_button(view.label("menu-scenario"), |ui| {
        ui.set_min_width(220.0);
        let case = view.state().workspace.selected.clone();
        super::scenario_list::case_entries(ui, view, commands, &case);
        ui.separator();
        let table = Command::Assumptions(AssumptionsChange::ToggleMatrix);
        entry(ui, view.label("matrix-open"), None, true, commands, table);
    });
}

fn view_menu(ui: &mut Ui, view: &View<'_>, commands: &mut Commands) {
    ui.menu_button(view.label("menu-view"), |ui| {
        ui.set_min_width(200.0);
        let preferences = &view.state().workspace.preferences;
        let column = Command::ShowColumn(!rail::column_is_open(ui.ctx(), view.state()));
        entry(ui, view.label("menu-view-left-column"), Some(&shortcuts::COLUMN), true, commands, column);
        action_entry(ui, view, commands, &actions::PRESENT);
        action_entry(ui, view, commands, &actions::FULL_SCREEN);
        ui.separator();
        for (key, lang) in [("menu-view-language-vi", Lang::Vi), ("menu-view-language-en", Lang::En)] {
            if ui.radio(preferences.lang == lang, view.label(key)).clicked() {
                commands.push(Command::SetLang(lang));
                ui.close();
            }
        }
        ui.separator();
        for (key, mode) in [("menu-view-theme-light", Mode::Light), ("menu-view-theme-dark", Mode::Dark)] {
            if ui.radio(preferences.mode == mode, view.label(key)).clicked() {
                commands.push(Command::SetMode(mode));
                ui.close();
            }
        }
        ui.separator();
        let scale = preferences.text_scale;
        for (key, shortcut, next) in [
            ("menu-view-text-larger", &shortcuts::LARGER, scale + 0.1),
            ("menu-view-text-smaller", &shortcuts::SMALLER, scale - 0.1),
            ("menu-view-text-normal", &shortcuts::NORMAL, 1.0),
        ] {
            entry(ui, view.label(key), Some(shortcut), true, commands, Command::SetTextScale(next));
        }
    });
}

fn help_menu(ui: &mut Ui, view: &View<'_>, commands: &mut Commands) {
    ui.menu_button(view.label("menu-help"), |ui| {
        ui.set_min_width(320.0);
        action_entry(ui, view, commands, &actions::SHORTCUTS);
        action_entry(ui, view, commands, &actions::TOUR);
        ui.separator();
        let theme = view.theme();
        ui.label(style::rich(view.label("app-name"), style::title(), theme.ink));
        ui.label(view.label("app-tagline"));
        ui.label(view.filled("app-version", &[("version", env!("CARGO_PKG_VERSION"))]));
        ui.separator();
        ui.label(style::rich(view.label("about-model"), style::small(), theme.ink2));
    });
}
