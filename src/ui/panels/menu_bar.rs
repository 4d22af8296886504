//! The bar: menus, views, undo and redo, language, theme.

use crate::app::workspace::habits::HabitsChange;
use crate::app::{Command, DocumentCommand, FileCommand, Intent, Renderer, View, WindowCommand};
use crate::files;
use crate::lang::Lang;
use crate::theme::Mode;
use crate::ui::actions::{self, Action};
use crate::ui::icons::{self, Icon, icon_button};
use crate::ui::shortcuts;
use crate::ui::style;
use crate::ui::view::{Commands, ViewContext};
use crate::ui::widgets::segmented::segmented_control;
use egui::{
    Align, Button, Context, Id, InnerResponse, IntoAtoms, Layout, Rect, Response, ScrollArea, Sense, Ui, pos2, vec2,
};

/// Height of the bar.
pub const HEIGHT: f32 = 38.0;
/// Room around the name of a view, left and right together.
const TAB_PADDING: f32 = 18.0;
/// Room between a menu and the lower edge of the window, its frame included.
const BELOW: f32 = 18.0;
/// Room of the arrow beside the menu of views.
const ARROW: f32 = 14.0;

/// Draws the bar; views start at `views_from` so that they stand above the centre.
///
/// Returns where the menu of files stands.
pub fn menu_bar_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, views_from: f32) -> Rect {
    let bar = ui.max_rect();
    let theme = view.theme();
    ui.painter().hline(bar.x_range(), bar.bottom() - 0.5, style::stroke(1.0, theme.rule));
    let menus = Rect::from_min_max(bar.min + vec2(8.0, 0.0), pos2(bar.left() + views_from.max(300.0), bar.bottom()));
    let mut file = menus;
    let mut end = menus.right();
    ui.scope_builder(egui::UiBuilder::new().max_rect(menus).layout(Layout::left_to_right(Align::Center)), |ui| {
        egui::MenuBar::new().ui(ui, |ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            ui.spacing_mut().button_padding.x = 7.0;
            let first = file_menu(ui, view, commands);
            file = first.rect;
            ui.data_mut(|data| data.insert_temp(first_place(), first.id));
            edit_menu(ui, view, commands);
            scenario_menu(ui, view, commands);
            view_menu(ui, view, commands);
            end = help_menu(ui, view, commands).right();
        });
    });
    let views = Rect::from_min_max(pos2(menus.right(), bar.top()), pos2(bar.right() - 250.0, bar.bottom()));
    let as_tabs = tabs_width(ui, view) <= views.width();
    // One menu needs not stand above the centre, and its longest name needs the room.
    let views = if as_tabs { views } else { views.with_min_x(end + 12.0) };
    ui.scope_builder(egui::UiBuilder::new().max_rect(views).layout(Layout::left_to_right(Align::Center)), |ui| {
        if as_tabs {
            for screen in View::ALL {
                tab_ui(ui, view, commands, screen);
            }
        } else {
            views_menu(ui, view, commands);
        }
    });
    let tools = Rect::from_min_max(pos2(bar.right() - 260.0, bar.top()), bar.max - vec2(16.0, 0.0));
    ui.scope_builder(egui::UiBuilder::new().max_rect(tools).layout(Layout::right_to_left(Align::Center)), |ui| {
        tools_ui(ui, view, commands);
    });
    file
}

fn first_place() -> Id {
    Id::unique("first menu")
}

/// Puts the keyboard on the first menu.
pub fn focus_menus(ctx: &Context) {
    if let Some(first) = ctx.data(|data| data.get_temp::<Id>(first_place())) {
        ctx.memory_mut(|memory| memory.request_focus(first));
    }
}

/// Width of all views as tabs.
fn tabs_width(ui: &Ui, view: &ViewContext<'_>) -> f32 {
    let between = ui.spacing().item_spacing.x;
    let width = |screen: View| {
        let role = if view.state().workspace.view == screen { style::tab_current() } else { style::tab() };
        let text = view.label(screen.key());
        ui.painter().layout_no_wrap(text, role, style::color(view.theme().ink)).size().x + TAB_PADDING + between
    };
    View::ALL.into_iter().map(width).sum()
}

/// The views as one menu that names the current one.
fn views_menu(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands) {
    let current = view.label(view.state().workspace.view.key());
    let text = style::rich(current, style::tab_current(), view.theme().ink);
    let room = egui::Atom::custom(egui::IdSalt::new("arrow"), vec2(ARROW, icons::SIZE));
    let menu = menu_ui(ui, (text, room), 200.0, |ui| view_entries(ui, view, commands));
    let at = menu.response.rect.right_center() - vec2(ARROW / 2.0 + ui.spacing().button_padding.x, 0.0);
    let arrow = Rect::from_center_size(at, vec2(icons::SIZE, icons::SIZE));
    icons::paint(ui.painter(), Icon::ChevronDown, arrow, style::color(view.theme().ink2));
}

fn tab_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, screen: View) {
    let theme = view.theme();
    let current = view.state().workspace.view == screen;
    let text = view.label(screen.key());
    let (role, ink) = if current { (style::tab_current(), theme.ink) } else { (style::tab(), theme.ink2) };
    let galley = ui.painter().layout_no_wrap(text.clone(), role, style::color(ink));
    let (rect, response) = ui.allocate_exact_size(vec2(galley.size().x + TAB_PADDING, HEIGHT), Sense::click());
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
        commands.push(Command::Window(WindowCommand::ShowView(screen)));
    }
}

fn tools_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands) {
    ui.spacing_mut().item_spacing.x = 6.0;
    let theme = view.label("icon-theme");
    if icon_button(ui, Icon::HalfDisc, &theme, &theme, true).clicked() {
        let next = if view.theme().mode == Mode::Light { Mode::Dark } else { Mode::Light };
        commands.push(Command::Window(WindowCommand::SetMode(next)));
    }
    ui.allocate_ui_with_layout(vec2(64.0, 22.0), Layout::left_to_right(Align::Center), |ui| {
        let current = Lang::ALL.iter().position(|lang| lang.tongue() == view.lang().tongue()).unwrap_or(0);
        if let Some(chosen) = segmented_control(ui, &view.label("icon-language"), &["VI", "EN"], current) {
            commands.push(Command::Window(WindowCommand::SetLang(Lang::ALL[chosen])));
        }
    });
    let find = view.label("icon-search");
    let tip = format!("{find} ({})", ui.ctx().format_shortcut(&shortcuts::PALETTE.keys));
    if icon_button(ui, Icon::Search, &find, &tip, true).clicked() {
        commands.extend(actions::PALETTE.command(view.state()));
    }
    let history = &view.state().history;
    for (icon, shortcut, command, possible) in [
        (Icon::Redo, shortcuts::REDO, Command::Document(DocumentCommand::Redo), history.redo_label().is_some()),
        (Icon::Undo, shortcuts::UNDO, Command::Document(DocumentCommand::Undo), history.undo_label().is_some()),
    ] {
        let name = view.label(shortcut.key);
        let tip = format!("{name} ({})", ui.ctx().format_shortcut(&shortcut.keys));
        if icon_button(ui, icon, &name, &tip, possible).clicked() {
            commands.push(command);
        }
    }
}

/// A menu that is never longer than the window: what has no room is reached by scrolling.
pub(super) fn menu_ui<'a>(
    ui: &mut Ui,
    name: impl IntoAtoms<'a>,
    least: f32,
    add: impl FnOnce(&mut Ui),
) -> InnerResponse<Option<()>> {
    ui.menu_button(name, |ui| {
        let room = (ui.ctx().content_rect().height() - HEIGHT - BELOW).max(HEIGHT);
        // As on a sheet: what grows while it is open takes the room that there is.
        ui.set_max_height(room);
        ScrollArea::vertical().max_height(room).show(ui, |ui| {
            ui.set_min_width(least);
            add(ui);
        });
    })
}

/// A menu entry that is not in the list of actions, because it names a file.
fn entry(ui: &mut Ui, text: String, enabled: bool, commands: &mut Commands, command: Command) {
    let response = ui.add_enabled(enabled, Button::new(text));
    if response.clicked() {
        commands.push(command);
        ui.close();
    }
}

/// One of several choices, with a mark beside the one that holds.
fn choice(ui: &mut Ui, (text, chosen): (String, bool), commands: &mut Commands, command: Command) {
    let response = ui.radio(chosen, text);
    if response.clicked() {
        commands.push(command);
        ui.close();
    }
}

/// Menu entries of the list of actions, by their names.
fn entries(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, keys: &[&'static str]) {
    for action in keys.iter().filter_map(|key| actions::find_action(key)) {
        entry_as(ui, view, commands, (&action, view.label(action.key)));
    }
}

/// A menu entry of the list of actions in words of its own; it is grey where there is nothing to do.
fn entry_as(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, (action, text): (&Action, String)) {
    let command = action.command(view.state());
    let mut button = Button::new(text);
    if let Some(shortcut) = action.shortcuts.first() {
        button = button.shortcut_text(ui.ctx().format_shortcut(&shortcut.keys));
    }
    let mut response = ui.add_enabled(command.is_some(), button);
    if let Some((_, why)) = WHY_GREY.iter().find(|(key, _)| *key == action.key) {
        response = response.on_disabled_hover_text(view.label(why));
    }
    if response.clicked() {
        commands.extend(command);
        ui.close();
    }
}

/// The views with their keys; the one that is shown is marked, because it is chosen and not out of reach.
fn view_entries(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands) {
    for (screen, shortcut) in View::ALL.into_iter().zip(&shortcuts::VIEWS) {
        let current = view.state().workspace.view == screen;
        let keys = ui.ctx().format_shortcut(&shortcut.keys);
        // Every name has the room of the mark, so that the menu keeps its width.
        let mark = egui::IdSalt::new("mark");
        let room = egui::Atom::custom(mark, vec2(icons::SIZE, icons::SIZE));
        let button = Button::new((view.label(screen.key()), room)).selected(current).shortcut_text(keys);
        let shown = button.atom_ui(ui);
        if let Some(place) = shown.rect(mark).filter(|_| current) {
            icons::paint(ui.painter(), Icon::Tick, place, style::color(view.theme().ink));
        }
        if shown.response.clicked() {
            commands.push(Command::Window(WindowCommand::ShowView(screen)));
            ui.close();
        }
    }
}

/// Entries whose lack of anything to do is no matter of course, and the messages that say why.
const WHY_GREY: [(&str, &str); 3] =
    [("menu-file-rebase", "grey-rebase"), ("menu-file-vintage", "grey-vintage"), ("menu-file-reprice", "grey-reprice")];

/// Files that were opened or saved; one that is gone stays until it is forgotten on purpose.
fn recent_menu(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands) {
    let workspace = &view.state().workspace;
    let recent = &workspace.preferences.recent;
    ui.add_enabled_ui(!recent.is_empty(), |ui| {
        menu_ui(ui, view.label("menu-file-open-recent"), 280.0, |ui| {
            for path in recent {
                let missing = workspace.habits.missing.contains(path);
                let shown = path.display().to_string();
                let text = if missing { view.filled("habits-recent-missing", &[("path", &shown)]) } else { shown };
                entry(ui, text, !missing, commands, Command::File(FileCommand::Intend(Intent::Open(path.clone()))));
            }
            if !workspace.habits.missing.is_empty() {
                ui.separator();
                let forget = Command::Window(WindowCommand::Habits(HabitsChange::ForgetMissing));
                entry(ui, view.label("habits-recent-forget"), true, commands, forget);
            }
        });
    });
}

fn file_menu(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands) -> Response {
    menu_ui(ui, view.label("menu-file"), 220.0, |ui| {
        entries(ui, view, commands, &["menu-file-new", "menu-file-open"]);
        recent_menu(ui, view, commands);
        menu_ui(ui, view.label("menu-file-open-shipped"), 0.0, |ui| {
            for shipped in files::shipped_studies() {
                let open = Command::File(FileCommand::Intend(Intent::OpenShipped(shipped.id.to_owned())));
                entry(ui, shipped.id.to_owned(), true, commands, open);
            }
        });
        ui.separator();
        entries(ui, view, commands, &["menu-file-save", "menu-file-save-as"]);
        ui.separator();
        entries(ui, view, commands, &["menu-file-import", "menu-file-merge", "menu-file-frame"]);
        entries(ui, view, commands, &["menu-file-rebase", "menu-file-vintage", "menu-file-reprice", "menu-file-moved"]);
        ui.separator();
        entries(ui, view, commands, &["menu-file-note", "menu-file-export"]);
        ui.separator();
        entries(ui, view, commands, &["menu-file-quit"]);
    })
    .response
}

fn edit_menu(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands) {
    menu_ui(ui, view.label("menu-edit"), 260.0, |ui| {
        let history = &view.state().history;
        for (key, named, step) in [
            ("menu-edit-undo", "menu-edit-undo-step", history.undo_label()),
            ("menu-edit-redo", "menu-edit-redo-step", history.redo_label()),
        ] {
            let text = step.map_or_else(
                || view.label(key),
                |step| view.filled(named, &[("step", &super::edit_text(view, &step.edit))]),
            );
            if let Some(action) = actions::find_action(key) {
                entry_as(ui, view, commands, (&action, text));
            }
        }
        entries(ui, view, commands, &["habits-history"]);
        ui.separator();
        entries(ui, view, commands, &["menu-edit-find", "habits-palette"]);
    });
}

fn scenario_menu(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands) {
    menu_ui(ui, view.label("menu-scenario"), 220.0, |ui| {
        let case = view.state().workspace.selected.clone();
        super::scenario_list::case_entries(ui, view, commands, &case);
        ui.separator();
        entries(ui, view, commands, &["matrix-open"]);
    });
}

fn view_menu(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands) {
    menu_ui(ui, view.label("menu-view"), 240.0, |ui| {
        view_entries(ui, view, commands);
        ui.separator();
        entries(ui, view, commands, &["menu-view-left-column", "menu-view-details"]);
        entries(ui, view, commands, &["menu-view-present", "present-pages", "menu-view-full-screen"]);
        ui.separator();
        let preferences = &view.state().workspace.preferences;
        for (key, lang) in [("menu-view-language-vi", Lang::VI), ("menu-view-language-en", Lang::EN)] {
            let chosen = preferences.lang == lang;
            choice(ui, (view.label(key), chosen), commands, Command::Window(WindowCommand::SetLang(lang)));
        }
        ui.separator();
        for (key, mode) in [("menu-view-theme-light", Mode::Light), ("menu-view-theme-dark", Mode::Dark)] {
            let chosen = preferences.mode == mode;
            choice(ui, (view.label(key), chosen), commands, Command::Window(WindowCommand::SetMode(mode)));
        }
        ui.separator();
        // OpenGL alone is for trials, and asked for on the command line.
        for (key, renderer) in [("menu-view-renderer-auto", Renderer::Auto), ("menu-view-renderer-cpu", Renderer::Cpu)]
        {
            let chosen = preferences.renderer == renderer;
            choice(ui, (view.label(key), chosen), commands, Command::Window(WindowCommand::SetRenderer(renderer)));
        }
        ui.separator();
        entries(ui, view, commands, &["menu-view-text-larger", "menu-view-text-smaller", "menu-view-text-normal"]);
    });
}

/// Returns where it stands.
fn help_menu(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands) -> Rect {
    let menu = menu_ui(ui, view.label("menu-help"), 320.0, |ui| {
        entries(ui, view, commands, &["habits-help", "menu-help-tour"]);
        ui.separator();
        let theme = view.theme();
        ui.label(style::rich(view.label("app-name"), style::title(), theme.ink));
        ui.label(view.label("app-tagline"));
        ui.label(view.filled("app-version", &[("version", env!("CARGO_PKG_VERSION"))]));
        ui.separator();
        ui.label(style::rich(view.label("about-model"), style::small(), theme.ink2));
    });
    menu.response.rect
}
