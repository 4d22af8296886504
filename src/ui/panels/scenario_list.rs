//! The list of baselines and scenarios: colour, name, eye, pin, GRDP of the last year.

use crate::app::{Command, DocumentCommand, WindowCommand};
use crate::engine::Variable;
use crate::scenario::Edit;
use crate::scenario::study::BaselineRule;
use crate::theme::SLOTS;
use crate::ui::icons::{self, Icon, icon_button};
use crate::ui::marks;
use crate::ui::style;
use crate::ui::view::{Commands, ViewContext};
use egui::{Align, Button, Layout, Rect, Response, Sense, Ui, pos2, vec2};

/// Height of a row.
const ROW: f32 = 24.0;
/// Indent of a child.
const INDENT: f32 = 14.0;

/// Draws the list with its heading.
pub fn scenario_list_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands) {
    heading(ui, view);
    ui.spacing_mut().item_spacing.y = 0.0;
    for id in view.state().study.case_ids() {
        row_ui(ui, view, commands, id);
    }
    add_ui(ui, view, commands);
}

fn heading(ui: &mut Ui, view: &ViewContext<'_>) {
    let theme = view.theme();
    let year = view.picture.numbers.year(view.state().study.horizon);
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

fn row_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, id: &str) {
    let (theme, study) = (view.theme(), &view.state().study);
    let active = view.state().workspace.selected == id;
    let visible = study.case_visible(id);
    let name = view.picture.name(id);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
    response.widget_info(|| egui::WidgetInfo::selected(egui::Role::ListItem, true, active, &name));
    let style_of = view.picture.style(id);
    if active || response.hovered() {
        let ground = if active { theme.select } else { theme.hover };
        ui.painter().rect_filled(rect, 0.0, style::color(ground));
    }
    if active {
        let bar = Rect::from_min_size(rect.min, vec2(3.0, ROW));
        ui.painter().rect_filled(bar, 0.0, style::color(style_of.color));
    }
    let left = rect.left() + 10.0 + INDENT * style::on_screen(depth(view, id) as f64);
    eye_ui(ui, view, commands, (id, &name, visible), pos2(left, rect.top()));
    let swatch = Rect::from_center_size(pos2(left + 43.0, rect.center().y), marks::SWATCH);
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
    let text_left = left + 62.0;
    let galley = style::one_line(ui, &name, role, ink, (pin_left - text_left - 6.0).max(20.0));
    let at = pos2(text_left, rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, style::color(ink));
    style::paint_focus_ring(ui, &response);
    answer(view, commands, id, &response);
}

fn value_ui(ui: &Ui, view: &ViewContext<'_>, rect: Rect, id: &str, strong: bool) -> f32 {
    let theme = view.theme();
    let numbers = view.picture.numbers;
    let failed = view.state().derived.case(id).is_some_and(|case| case.error.is_some());
    let value = view.picture.value(id, Variable::Grdp, "total", view.state().study.horizon);
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
        commands.push(Command::Window(WindowCommand::AskRename(id.to_owned())));
    }
    response.context_menu(|ui| {
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
    entry(ui, "menu-scenario-rename", true, Command::Window(WindowCommand::AskRename(own.clone())));
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
    ui.menu_button(view.label("menu-scenario-colour"), |ui| {
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

fn add_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands) {
    let keys = ui.ctx().format_shortcut(&crate::ui::shortcuts::DUPLICATE.keys);
    if add_row(ui, view, "scenarios-add", &keys).clicked() {
        commands.push(Command::Document(DocumentCommand::NewFrom(view.state().workspace.selected.clone())));
    }
    // A plan path exists in every study that ships; a new study makes its own.
    let study = &view.state().study;
    let has_plan = study.baselines.iter().any(|baseline| matches!(baseline.rule, BaselineRule::Targets { .. }));
    if !has_plan && add_row(ui, view, "scenarios-add-plan", "").clicked() {
        let baseline = super::frame::new_baseline(&view.picture);
        commands.push(Command::Window(WindowCommand::DraftBaseline(Box::new(baseline))));
    }
    if let Some(baseline) = super::frame::new_catch_up(&view.picture).filter(|_| has_plan)
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
    style::paint_focus_ring(ui, &response);
    response
}
