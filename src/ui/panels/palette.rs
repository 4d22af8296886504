//! The command palette: what can be asked for now and where one can go, found by typing.

use crate::app::palette::rank;
use crate::app::workspace::habits::HabitsChange;
use crate::app::{Command, DocumentCommand, FileCommand, Intent, WindowCommand};
use crate::lang::{Lang, Tongue};
use crate::scenario::lever_keys;
use crate::text::{case_name, lever_name};
use crate::ui::actions;
use crate::ui::style;
use crate::ui::view::{Commands, ViewContext};
use crate::ui::widgets::sheet::sheet;
use egui::{Align2, Id, Key, Modal, Modifiers, Response, ScrollArea, Sense, TextEdit, Ui, WidgetInfo, pos2, vec2};

const WIDTH: f32 = 560.0;
/// Room for the keys, so that headings stand in a column.
const KEYS: f32 = 96.0;
const ROW: f32 = 26.0;
/// Rows seen at once.
const SEEN: f32 = 12.0;

/// A row of the palette.
struct Entry {
    /// Names to search, that of the language on screen first.
    names: Vec<String>,
    heading: String,
    keys: String,
    commands: Vec<Command>,
}

/// Draws the palette.
pub fn palette_ui(ui: &Ui, view: &ViewContext<'_>, commands: &mut Commands, (query, chosen): (&str, usize)) {
    let area = Modal::default_area(Id::unique("palette")).anchor(Align2::CENTER_TOP, vec2(0.0, 72.0));
    let modal = Modal::new(Id::unique("palette")).area(area);
    let modal = sheet(ui, modal, WIDTH, |ui| {
        let found = search_entries(view, ui, query);
        let last = found.len().saturating_sub(1);
        let chosen = chosen.min(last);
        let moved = keys(ui, chosen, last);
        query_ui(ui, view, commands, query);
        ui.add_space(6.0);
        if found.is_empty() {
            ui.label(style::rich(view.filled("habits-nothing", &[("text", query)]), style::body(), view.theme().ink2));
        }
        let mut run = ui.input(|input| input.key_pressed(Key::Enter)).then_some(chosen);
        // Another query has another list, which begins at its top.
        let rows = ScrollArea::vertical().id_salt(("palette rows", query));
        rows.max_height(ROW * SEEN).auto_shrink([false, true]).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for (position, entry) in found.iter().enumerate() {
                let response = row_ui(ui, view, entry, position == moved);
                if position == moved && moved != chosen {
                    response.scroll_to_me(None);
                }
                if response.clicked() {
                    run = Some(position);
                }
            }
        });
        if moved != chosen {
            commands.push(Command::Window(WindowCommand::Habits(HabitsChange::Choose(moved))));
        }
        if let Some(entry) = run.and_then(|row| found.into_iter().nth(row)) {
            commands.push(Command::Window(WindowCommand::Habits(HabitsChange::CloseSheet)));
            commands.extend(entry.commands);
        }
    });
    if modal.should_close() {
        commands.push(Command::Window(WindowCommand::Habits(HabitsChange::CloseSheet)));
    }
}

/// The row chosen after the arrow keys of this frame.
fn keys(ui: &Ui, chosen: usize, last: usize) -> usize {
    ui.input_mut(|input| {
        let mut row = chosen;
        let mut taken = |key| input.consume_key(Modifiers::NONE, key);
        if taken(Key::ArrowDown) {
            row = if row == last { 0 } else { row + 1 };
        }
        if taken(Key::ArrowUp) {
            row = if row == 0 { last } else { row - 1 };
        }
        if taken(Key::PageDown) {
            row = (row + 10).min(last);
        }
        if taken(Key::PageUp) {
            row = row.saturating_sub(10);
        }
        row
    })
}

fn query_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, query: &str) {
    let mut text = query.to_owned();
    let name = view.label("habits-palette");
    let hint = style::rich(view.label("habits-palette-hint"), style::section(), view.theme().ink3);
    let field = TextEdit::singleline(&mut text).hint_text(hint).desired_width(f32::INFINITY).lock_focus(true);
    let response = ui.add(field);
    response.widget_info(|| WidgetInfo::labeled(egui::Role::SearchInput, true, &name));
    if !response.has_focus() {
        response.request_focus();
    }
    if response.changed() {
        commands.push(Command::Window(WindowCommand::Habits(HabitsChange::Query(text))));
    }
}

fn row_ui(ui: &mut Ui, view: &ViewContext<'_>, entry: &Entry, chosen: bool) -> Response {
    let theme = view.theme();
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::CLICK);
    let name = entry.names.first().map_or("", String::as_str);
    response.widget_info(|| WidgetInfo::selected(egui::Role::ListItem, true, chosen, name));
    if chosen || response.hovered() {
        let ground = if chosen { theme.select } else { theme.hover };
        ui.painter().rect_filled(rect, style::RADIUS, style::color(ground));
    }
    let right = pos2(rect.right() - 10.0, rect.center().y);
    ui.painter().text(right, Align2::RIGHT_CENTER, &entry.keys, style::small(), style::color(theme.ink2));
    let heading = style::one_line(ui, &entry.heading, style::small(), theme.ink3, 180.0);
    let heading_left = right.x - KEYS - heading.size().x;
    let at = pos2(heading_left, rect.center().y - heading.size().y / 2.0);
    ui.painter().galley(at, heading, style::color(theme.ink3));
    let role = if chosen { style::body_strong() } else { style::body() };
    let galley = style::one_line(ui, name, role, theme.ink, heading_left - rect.left() - 20.0);
    let at = pos2(rect.left() + 10.0, rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, style::color(theme.ink));
    response
}

/// Entries that answer the query, the best first; without a query, all in their order.
fn search_entries(view: &ViewContext<'_>, ui: &Ui, query: &str) -> Vec<Entry> {
    let mut ranked: Vec<(u32, Entry)> = entries(view, ui)
        .into_iter()
        .filter_map(|entry| Some((if query.trim().is_empty() { 0 } else { rank(query, &entry.names)? }, entry)))
        .collect();
    ranked.sort_by_key(|(rank, _)| *rank);
    ranked.into_iter().map(|(_, entry)| entry).collect()
}

/// Both languages, that on screen first.
fn langs(view: &ViewContext<'_>) -> [Lang; 2] {
    let terms = *view.lang().terms();
    let langs = match view.lang().tongue() {
        Tongue::Vi => [Lang::VI, Lang::EN],
        Tongue::En => [Lang::EN, Lang::VI],
    };
    langs.map(|lang| lang.with_terms(terms))
}

fn entries(view: &ViewContext<'_>, ui: &Ui) -> Vec<Entry> {
    let langs = langs(view);
    let state = view.state();
    let study = &state.study;
    let mut entries: Vec<Entry> = actions::all()
        .filter(|action| action.key != actions::PALETTE.key)
        .filter_map(|action| {
            Some(Entry {
                names: langs.iter().map(|lang| crate::text::words::label(*lang, action.key)).collect(),
                heading: view.label(action.heading),
                keys: action.shortcuts.first().map_or_else(String::new, |one| ui.ctx().format_shortcut(&one.keys)),
                commands: vec![action.command(state)?],
            })
        })
        .collect();
    entries.extend(study.case_ids().into_iter().map(|id| Entry {
        names: langs.iter().map(|lang| case_name(id, Some(study), *lang)).collect(),
        heading: view.label("habits-go-to-scenario"),
        keys: String::new(),
        commands: vec![Command::Document(DocumentCommand::SelectCase(id.to_owned()))],
    }));
    entries.extend(lever_keys(study).iter().map(|key| {
        let names: Vec<String> = langs.iter().map(|lang| lever_name(key, study, *lang)).collect();
        Entry {
            names,
            heading: view.label("habits-go-to-lever"),
            keys: String::new(),
            commands: vec![Command::Window(WindowCommand::Habits(HabitsChange::GoTo(key.clone())))],
        }
    }));
    let missing = &state.workspace.habits.missing;
    let recent = state.workspace.preferences.recent.iter().filter(|path| !missing.contains(path));
    entries.extend(recent.map(|path| Entry {
        names: vec![path.display().to_string()],
        heading: view.label("menu-file-open-recent"),
        keys: String::new(),
        commands: vec![Command::File(FileCommand::Intend(Intent::Open(path.clone())))],
    }));
    entries
}
