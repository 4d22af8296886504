//! The list of baselines and scenarios: colour, name, eye, pin, GRDP of the last year.

use crate::app::{Command, DocumentCommand, WindowCommand};
use crate::engine::{TOTAL_LINE, Variable};
use crate::scenario::Edit;
use crate::scenario::study::BaselineRule;
use crate::theme::SLOTS;
use crate::ui::icons::{self, Icon, icon_button};
use crate::ui::keyboard::context_menu;
use crate::ui::marks;
use crate::ui::style;
use crate::ui::view::{Commands, ViewContext};
use egui::{Align, Button, EventFilter, Id, Key, Layout, Rect, Response, Sense, Ui, pos2, vec2};

/// Height of a row.
const ROW: f32 = 24.0;
/// Indent of a child.
const INDENT: f32 = 14.0;

/// The row that was selected when the list was drawn last; another one comes into sight.
#[derive(Debug, Clone, PartialEq)]
struct Shown(String);

/// Cases of the list, without those that a folded one hides.
fn listed<'a>(view: &ViewContext<'a>) -> Vec<&'a str> {
    let (study, folded) = (&view.state().study, &view.state().workspace.folded);
    let is_hidden = |id: &str| {
        study.lineage(id).is_some_and(|(_, chain)| chain.iter().any(|scenario| folded.contains(&scenario.parent)))
    };
    study.case_ids().into_iter().filter(|id| !is_hidden(id)).collect()
}

/// Height that the rows of the list need.
pub fn rows_height(view: &ViewContext<'_>) -> f32 {
    ROW * listed(view).len() as f32
}

/// Draws the rows.
pub fn scenario_rows_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands) {
    ui.spacing_mut().item_spacing.y = 0.0;
    let cases = listed(view);
    let mut focused = None;
    for (position, id) in cases.iter().enumerate() {
        let response = row_ui(ui, view, commands, id);
        if response.has_focus() {
            focused = Some((position, response));
        }
    }
    if let Some((position, response)) = focused {
        style::paint_focus_ring_inside(ui, &response);
        row_keys(ui, view, commands, (&cases, position), &response);
    }
    let shown = Shown(view.state().workspace.selected.clone());
    ui.data_mut(|data| data.insert_temp(Id::unique("shown case"), shown));
}

/// Arrow keys move the selection from row to row and fold; the keyboard goes along.
fn row_keys(
    ui: &Ui,
    view: &ViewContext<'_>,
    commands: &mut Commands,
    (cases, position): (&[&str], usize),
    response: &Response,
) {
    let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..Default::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    let pressed = |key: Key| ui.input(|input| input.key_pressed(key));
    let target = if pressed(Key::ArrowDown) {
        Some(position + 1)
    } else if pressed(Key::ArrowUp) {
        position.checked_sub(1)
    } else if pressed(Key::Home) {
        Some(0)
    } else if pressed(Key::End) {
        cases.len().checked_sub(1)
    } else {
        None
    };
    if let Some(id) = target.and_then(|target| cases.get(target)) {
        ui.memory_mut(|memory| memory.request_focus(row_id(id)));
        commands.push(Command::Document(DocumentCommand::SelectCase((*id).to_owned())));
    }
    let Some(id) = cases.get(position) else { return };
    let folded = view.state().workspace.folded.iter().any(|folded| folded == id);
    if has_children(view, id) && ((folded && pressed(Key::ArrowRight)) || (!folded && pressed(Key::ArrowLeft))) {
        commands.push(Command::Window(WindowCommand::ToggleFold((*id).to_owned())));
    }
}

/// Id of a row, by which the arrow keys find it.
fn row_id(case: &str) -> Id {
    Id::unique(("case", case))
}

fn has_children(view: &ViewContext<'_>, id: &str) -> bool {
    view.state().study.scenarios.iter().any(|scenario| scenario.parent == id)
}

/// Draws the heading, which stays where it is while the rows scroll.
pub fn heading_ui(ui: &mut Ui, view: &ViewContext<'_>) {
    let theme = view.theme();
    let year = view.reader.numbers.year(view.state().study.horizon);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 26.0), Sense::hover());
    let painter = ui.painter();
    let left = pos2(rect.left() + 12.0, rect.center().y);
    painter.text(
        left,
        egui::Align2::LEFT_CENTER,
        view.label("scenarios-heading"),
        style::small_strong(),
        style::color(theme.ink2),
    );
    let figure = view.filled("scenarios-figure", &[("year", &year)]);
    let right = pos2(rect.right() - 12.0, rect.center().y);
    painter.text(right, egui::Align2::RIGHT_CENTER, figure, style::small(), style::color(theme.ink3));
}

fn depth(view: &ViewContext<'_>, id: &str) -> usize {
    view.state().study.lineage(id).map_or(0, |(_, chain)| chain.len())
}

fn row_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, id: &str) -> Response {
    let (theme, study) = (view.theme(), &view.state().study);
    let active = view.state().workspace.selected == id;
    let visible = study.case_visible(id);
    let name = view.reader.name(id);
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), ROW));
    let response = ui.interact(rect, row_id(id), Sense::click());
    response.widget_info(|| egui::WidgetInfo::selected(egui::Role::ListItem, true, active, &name));
    let was_shown = ui.data(|data| data.get_temp::<Shown>(Id::unique("shown case")));
    if active && was_shown.is_none_or(|shown| shown.0 != id) {
        response.scroll_to_me(None);
    }
    let style_of = view.reader.style(id);
    if active || response.hovered() {
        let ground = if active { theme.select } else { theme.hover };
        ui.painter().rect_filled(rect, 0.0, style::color(ground));
    }
    if active {
        let bar = Rect::from_min_size(rect.min, vec2(3.0, ROW));
        ui.painter().rect_filled(bar, 0.0, style::color(style_of.color));
    }
    let left = rect.left() + 10.0 + INDENT * style::on_screen(depth(view, id) as f64);
    fold_ui(ui, view, commands, (id, &name), pos2(left - 7.0, rect.top()));
    eye_ui(ui, view, commands, (id, &name, visible), pos2(left + 8.0, rect.top()));
    let swatch = Rect::from_center_size(pos2(left + 49.0, rect.center().y), marks::SWATCH);
    marks::paint_swatch(ui.painter(), swatch, &style_of, style::ground(ui));
    let value_left = value_ui(ui, view, rect, id, visible || active);
    let pinned = study.pinned == id;
    let pin_left = if pinned { value_left - 20.0 } else { value_left };
    if pinned {
        let at = Rect::from_center_size(pos2(pin_left + 8.0, rect.center().y), vec2(icons::SIZE, icons::SIZE));
        icons::paint(ui.painter(), Icon::Pin, at, style::color(theme.ink));
    }
    let ink = if visible || active { theme.ink } else { theme.ink3 };
    let role = if active { style::body_strong() } else { style::body() };
    let text_left = left + 67.0;
    let galley = style::one_line(ui, &name, role, ink, (pin_left - text_left - 6.0).max(20.0));
    let at = pos2(text_left, rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, style::color(ink));
    answer(view, commands, id, &response);
    response
}

/// The chevron of a case that has scenarios under it; the arrow keys of its row do the same.
fn fold_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, (id, name): (&str, &str), at: egui::Pos2) {
    if !has_children(view, id) {
        return;
    }
    let folded = view.state().workspace.folded.iter().any(|folded| folded == id);
    let (icon, key) =
        if folded { (Icon::ChevronRight, "scenarios-unfold") } else { (Icon::ChevronDown, "scenarios-fold") };
    let rect = Rect::from_min_size(at, vec2(16.0, ROW));
    let response = ui.interact(rect, row_id(id).with("fold"), Sense::CLICK);
    let tip = view.filled(key, &[("name", name)]);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &tip));
    icons::paint(ui.painter(), icon, rect.shrink(2.0), style::color(view.theme().ink2));
    if response.on_hover_text(&tip).clicked() {
        commands.push(Command::Window(WindowCommand::ToggleFold(id.to_owned())));
    }
}

fn value_ui(ui: &Ui, view: &ViewContext<'_>, rect: Rect, id: &str, strong: bool) -> f32 {
    let theme = view.theme();
    let numbers = view.reader.numbers;
    let failed = view.state().derived.case(id).is_some_and(|case| case.error.is_some());
    let value = view.reader.value(id, Variable::Grdp, TOTAL_LINE, view.state().study.horizon);
    let text = value.map_or_else(|| numbers.missing().to_owned(), |value| numbers.decimal(value, 1));
    let ink = if failed {
        theme.bad
    } else if strong {
        theme.ink
    } else {
        theme.ink3
    };
    let right = pos2(rect.right() - 12.0, rect.center().y);
    ui.painter().text(right, egui::Align2::RIGHT_CENTER, text, style::body(), style::color(ink)).left() - 6.0
}

fn eye_ui(
    ui: &mut Ui,
    view: &ViewContext<'_>,
    commands: &mut Commands,
    (id, name, visible): (&str, &str, bool),
    at: egui::Pos2,
) {
    let rect = Rect::from_min_size(at, vec2(style::HIT, ROW));
    let key = if visible { "scenarios-hide" } else { "scenarios-show" };
    let tip = view.filled(key, &[("name", name)]);
    let icon = if visible { Icon::Eye } else { Icon::EyeClosed };
    ui.scope_builder(egui::UiBuilder::new().max_rect(rect).layout(Layout::left_to_right(Align::Center)), |ui| {
        if icon_button(ui, icon, &tip, &tip, true).clicked() {
            commands.push(Command::edit(Edit::SetVisible { case: id.to_owned(), visible: !visible }));
        }
    });
}

fn answer(view: &ViewContext<'_>, commands: &mut Commands, id: &str, response: &Response) {
    if response.clicked() {
        commands.push(Command::Document(DocumentCommand::SelectCase(id.to_owned())));
    }
    if response.double_clicked() {
        commands.push(Command::Window(WindowCommand::AskWords(id.to_owned())));
    }
    context_menu(response, |ui| {
        ui.set_min_width(220.0);
        case_entries(ui, view, commands, id);
    });
    let note = view
        .state()
        .study
        .scenario(id)
        .map(|scenario| scenario.note.in_lang(view.lang()))
        .or_else(|| view.state().study.baseline(id).map(|baseline| baseline.note.in_lang(view.lang())));
    if let Some(note) = note.filter(|note| !note.is_empty()) {
        response.clone().on_hover_text(note);
    }
}

/// What can be done with a case, in its context menu and in the menu of the bar.
pub fn case_entries(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, id: &str) {
    let study = &view.state().study;
    let is_scenario = study.scenario(id).is_some();
    let mut entry = |ui: &mut Ui, key: &'static str, enabled: bool, command: Command| {
        if ui.add_enabled(enabled, Button::new(view.label(key))).clicked() {
            commands.push(command);
            ui.close();
        }
    };
    let own = id.to_owned();
    entry(ui, "menu-scenario-new-from", true, Command::Document(DocumentCommand::NewFrom(own.clone())));
    entry(ui, "menu-scenario-duplicate", true, Command::Document(DocumentCommand::DuplicateCase(own.clone())));
    entry(ui, "menu-scenario-rename", true, Command::Window(WindowCommand::AskWords(own.clone())));
    ui.separator();
    let pin = Command::edit(Edit::SetPinned(own.clone()));
    entry(ui, "menu-scenario-pin", study.pinned != id, pin);
    let visible = study.case_visible(id);
    let key = if visible { "menu-scenario-hide" } else { "menu-scenario-show" };
    entry(ui, key, true, Command::edit(Edit::SetVisible { case: own.clone(), visible: !visible }));
    let changed = study.scenario(id).is_some_and(|scenario| !scenario.settings.is_empty());
    entry(ui, "menu-scenario-reset", changed, Command::edit(Edit::ResetScenario { scenario: own.clone() }));
    ui.separator();
    entry(ui, "menu-scenario-delete", is_scenario, Command::Window(WindowCommand::AskDelete(own)));
    colours_ui(ui, view, commands, id);
}

/// One swatch a slot; the current one is framed.
fn colours_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, id: &str) {
    super::menu_bar::menu_ui(ui, view.label("menu-scenario-colour"), 0.0, |ui| {
        let current = view.state().study.case_slot(id);
        for slot in 0..SLOTS {
            let (rect, response) = ui.allocate_exact_size(vec2(60.0, ROW), Sense::click());
            let name = format!("{} {}", view.label("menu-scenario-colour"), slot + 1);
            response.widget_info(|| egui::WidgetInfo::selected(egui::Role::Button, true, slot == current, &name));
            if slot == current || response.hovered() {
                ui.painter().rect_filled(rect, style::RADIUS, style::color(view.theme().select));
            }
            let swatch = Rect::from_center_size(rect.center(), marks::SWATCH);
            marks::paint_swatch(ui.painter(), swatch, &view.theme().scenario(slot), style::ground(ui));
            style::paint_focus_ring(ui, &response);
            if response.clicked() {
                let slot = u8::try_from(slot).unwrap_or(0);
                commands.push(Command::edit(Edit::SetSlot { case: id.to_owned(), slot }));
                ui.close();
            }
        }
    });
}

/// Rows that add a case, under the list and always in sight.
pub fn add_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands) {
    let keys = ui.ctx().format_shortcut(&crate::ui::shortcuts::NEW_SCENARIO.keys);
    if add_row(ui, view, "scenarios-add", &keys).clicked() {
        commands.push(Command::Document(DocumentCommand::NewFrom(view.state().workspace.selected.clone())));
    }
    // A plan path exists in every study that ships; a new study makes its own.
    let study = &view.state().study;
    let has_plan = study.baselines.iter().any(|baseline| matches!(baseline.rule, BaselineRule::Targets { .. }));
    if !has_plan && add_row(ui, view, "scenarios-add-plan", "").clicked() {
        let baseline = super::frame::new_baseline(&view.reader);
        commands.push(Command::Window(WindowCommand::DraftBaseline(Box::new(baseline))));
    }
    if let Some(baseline) = super::frame::new_catch_up(&view.reader).filter(|_| has_plan)
        && add_row(ui, view, "scenarios-add-catch-up", "").clicked()
    {
        commands.push(Command::Window(WindowCommand::DraftBaseline(Box::new(baseline))));
    }
}

/// A row with a plus, its text and its keys.
fn add_row(ui: &mut Ui, view: &ViewContext<'_>, key: &'static str, keys: &str) -> Response {
    let theme = view.theme();
    let text = view.label(key);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &text));
    if response.hovered() {
        ui.painter().rect_filled(rect, 0.0, style::color(theme.hover));
    }
    let icon = Rect::from_center_size(pos2(rect.left() + 34.0, rect.center().y), vec2(icons::SIZE, icons::SIZE));
    icons::paint(ui.painter(), Icon::Plus, icon, style::color(theme.ink2));
    let at = pos2(rect.left() + 46.0, rect.center().y);
    ui.painter().text(at, egui::Align2::LEFT_CENTER, &text, style::body(), style::color(theme.ink2));
    let right = pos2(rect.right() - 12.0, rect.center().y);
    ui.painter().text(right, egui::Align2::RIGHT_CENTER, keys, style::small(), style::color(theme.ink3));
    style::paint_focus_ring_inside(ui, &response);
    response
}
