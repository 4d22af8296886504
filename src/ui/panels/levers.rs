//! The assumptions of the selected case: closure, search, groups, and a row for each lever.

use super::assumptions::change_lever;
use super::assumptions::fields::{check_allowed, entered, number_text, place, read_refusal, refuse};
use super::assumptions::hover::hover_card;
use super::assumptions::shares::shares_ui;
use super::assumptions::value_form::{form_key, value_form_ui};
use super::parts::parts_ui;
use crate::app::view_models::{LeverRow, RowGroup, lever_groups, record_entry};
use crate::app::workspace::Focus;
use crate::app::workspace::assumptions::{AssumptionsChange, EditorChange, RecordKind};
use crate::app::workspace::habits::HabitsChange;
use crate::app::{Command, DocumentCommand, WindowCommand};
use crate::engine::Closure;
use crate::scenario::Edit;
use crate::scenario::ValueChange;
use crate::scenario::lever::{Kind, LeverGroup};
use crate::scenario::value_form::ValueForm;
use crate::text::lever_unit;
use crate::ui::icons::{self, Icon, icon_button};
use crate::ui::keyboard::context_menu;
use crate::ui::marks;
use crate::ui::style;
use crate::ui::view::{Commands, ViewContext};
use crate::ui::widgets::lever_slider::{self, SliderModel, ranged_slider};
use crate::ui::widgets::number_field::{self, NumberField, number_field};
use crate::ui::widgets::segmented::segmented_control;
use crate::ui::widgets::source_badge::{Standing, paint_disc, source_badge};
use crate::ui::widgets::toggle::toggle;
use egui::{Align, Id, Layout, Rect, Response, Sense, TextEdit, Ui, UiBuilder, pos2, vec2};

/// Height of a group heading.
const GROUP: f32 = 25.0;
/// Left edge of names.
const MARGIN: f32 = 12.0;
/// Left edge of rows.
const INDENT: f32 = 26.0;
/// Room of the source badge, at the end of the name.
const BADGE: f32 = 86.0;
/// Height of a name in one line.
const NAME: f32 = 18.0;
/// Room of a unit.
const UNIT: f32 = 66.0;

/// Id of the search field, for the shortcut that goes to it.
pub fn search_id() -> Id {
    Id::unique("find-an-assumption")
}

/// Draws the assumptions.
pub fn levers_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands) {
    heading_ui(ui, view, commands);
    search_ui(ui, view, commands);
    groups_ui(ui, view, commands);
    ui.add_space(6.0);
    let groups = lever_groups(&view.reader);
    egui::ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        super::missing::missing_ui(ui, view, commands);
        for group in &groups {
            group_ui(ui, view, commands, group);
        }
        nothing_ui(ui, view, &groups);
        ui.add_space(12.0);
    });
}

fn heading_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands) {
    let theme = view.theme();
    let selected = view.state().workspace.selected.clone();
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 30.0), Sense::hover());
    ui.painter().hline(rect.x_range(), rect.top() + 0.5, style::stroke(1.0, theme.ink));
    let heading = view.label("levers-heading");
    let at = pos2(rect.left() + MARGIN, rect.center().y);
    let drawn =
        ui.painter().text(at, egui::Align2::LEFT_CENTER, heading, style::small_strong(), style::color(theme.ink2));
    let switch = Rect::from_min_max(pos2(rect.right() - 148.0, rect.top()), pos2(rect.right() - MARGIN, rect.bottom()));
    let color = view.reader.style(&selected).color;
    let room = (switch.left() - drawn.right() - 8.0).max(20.0);
    let name = style::one_line(ui, &view.reader.name(&selected), style::small_strong(), color, room);
    let name_at = pos2(drawn.right() + 6.0, rect.center().y - name.size().y / 2.0);
    ui.painter().galley(name_at, name, style::color(color));
    ui.scope_builder(UiBuilder::new().max_rect(switch).layout(Layout::right_to_left(Align::Center)), |ui| {
        let only = view.state().workspace.only_changed;
        if toggle(ui, &view.label("levers-only-different"), only).clicked() {
            commands.push(Command::Window(WindowCommand::SetOnlyChanged(!only)));
        }
        ui.spacing_mut().item_spacing.x = 2.0;
        let table = view.label("matrix-open");
        if icon_button(ui, Icon::Table, &table, &table, true).clicked() {
            commands.push(Command::Window(WindowCommand::Assumptions(AssumptionsChange::ToggleMatrix)));
        }
    });
}

fn search_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands) {
    let theme = view.theme();
    ui.horizontal(|ui| {
        ui.add_space(MARGIN);
        let mut text = view.state().workspace.search.clone();
        let name = view.label("levers-find");
        let hint = view.label("levers-find-short");
        let field = TextEdit::singleline(&mut text)
            .id(search_id())
            .hint_text(style::rich(hint, style::body(), theme.ink3))
            .font(style::body())
            .desired_width(112.0);
        let response = ui.add(field);
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::SearchInput, true, &name));
        style::paint_focus_ring(ui, &response);
        clear_ui(ui, view, commands, &response);
        if response.changed() {
            commands.push(Command::Window(WindowCommand::SetSearch(text)));
        }
        let closure = view.state().study.closure;
        let options = [view.label("closure-productivity"), view.label("closure-capital")];
        let current = Closure::ALL.iter().position(|one| *one == closure).unwrap_or(0);
        let words: Vec<&str> = options.iter().map(String::as_str).collect();
        if let Some(chosen) = segmented_control(ui, &view.label("closure-status"), &words, current) {
            commands.push(Command::edit(Edit::SetClosure(Closure::ALL[chosen])));
        }
    });
}

/// Which groups of sectors are shown by their parts, here and in the views.
fn groups_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands) {
    if view.state().study.groups.is_empty() {
        return;
    }
    ui.horizontal(|ui| {
        ui.add_space(MARGIN);
        parts_ui(ui, view, commands);
    });
}

/// The cross at the end of a search that is under way.
fn clear_ui(ui: &Ui, view: &ViewContext<'_>, commands: &mut Commands, field: &Response) {
    if view.state().workspace.search.is_empty() {
        return;
    }
    let place = Rect::from_min_max(pos2(field.rect.right() - 20.0, field.rect.top()), field.rect.max);
    let response = ui.interact(place, search_id().with("clear"), Sense::CLICK);
    let name = view.label("levers-find-clear");
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &name));
    let ink = if response.hovered() { view.theme().ink } else { view.theme().ink2 };
    icons::paint(ui.painter(), Icon::Cross, place.shrink(4.0), style::color(ink));
    style::paint_focus_ring(ui, &response);
    if response.on_hover_text(&name).clicked() {
        commands.push(Command::Window(WindowCommand::SetSearch(String::new())));
    }
}

fn nothing_ui(ui: &mut Ui, view: &ViewContext<'_>, groups: &[RowGroup]) {
    let workspace = &view.state().workspace;
    let filtered = !workspace.search.is_empty() || workspace.only_changed;
    if !filtered || groups.iter().any(|group| !group.rows.is_empty()) {
        return;
    }
    let text = if workspace.search.is_empty() {
        view.label("levers-none-differ")
    } else {
        view.filled("levers-none-found", &[("text", &workspace.search)])
    };
    ui.add_space(8.0);
    ui.horizontal(|ui| {
        ui.add_space(MARGIN);
        ui.label(style::rich(text, style::body(), view.theme().ink2));
    });
}

fn group_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, group: &RowGroup) {
    let workspace = &view.state().workspace;
    let filtered = !workspace.search.is_empty() || workspace.only_changed;
    if filtered && group.rows.is_empty() {
        return;
    }
    let theme = view.theme();
    let open = filtered || workspace.open_groups.contains(&group.group);
    let name = view.label(group_key(group.group));
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), GROUP), Sense::click());
    response.widget_info(|| egui::WidgetInfo::selected(egui::Role::Button, true, open, &name));
    if response.hovered() {
        ui.painter().rect_filled(rect, 0.0, style::color(theme.hover));
    }
    ui.painter().hline(rect.x_range(), rect.top() + 0.5, style::stroke(1.0, theme.rule));
    let icon = Rect::from_center_size(pos2(rect.left() + 17.0, rect.center().y), vec2(icons::SIZE, icons::SIZE));
    let chevron = if open { Icon::ChevronDown } else { Icon::ChevronRight };
    icons::paint(ui.painter(), chevron, icon, style::color(theme.ink2));
    let role = if open { style::body_strong() } else { style::body() };
    let at = pos2(rect.left() + 28.0, rect.center().y);
    ui.painter().text(at, egui::Align2::LEFT_CENTER, name, role, style::color(theme.ink));
    if group.changed > 0 {
        let text = view.filled("levers-changed", &[("count", &group.changed.to_string())]);
        let color = view.reader.style(&workspace.selected).color;
        let right = pos2(rect.right() - MARGIN, rect.center().y);
        ui.painter().text(right, egui::Align2::RIGHT_CENTER, text, style::small_strong(), style::color(color));
    }
    style::paint_focus_ring_inside(ui, &response);
    if response.clicked() {
        commands.push(Command::Window(WindowCommand::ToggleGroup(group.group)));
    }
    for row in &group.rows {
        ui.push_id(row.key.to_string(), |ui| row_ui(ui, view, commands, row));
    }
    if open && !filtered {
        add_record_ui(ui, view, commands, group.group);
    }
}

/// The way to a new project, park or shock, at the end of its group.
fn add_record_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, group: LeverGroup) {
    let study = &view.state().study;
    let (kind, key, none) = match group {
        LeverGroup::Investment => {
            (RecordKind::Project, "record-add-project", study.projects.is_empty().then_some("record-none-project"))
        }
        LeverGroup::Land => (RecordKind::Park, "record-add-park", study.parks.is_empty().then_some("record-none-park")),
        LeverGroup::Shocks => {
            (RecordKind::Shock, "record-add-shock", study.shocks.is_empty().then_some("record-none-shock"))
        }
        LeverGroup::Growth | LeverGroup::Labour | LeverGroup::Prices => return,
    };
    let theme = view.theme();
    if let Some(none) = none {
        note(ui, &view.label(none), theme.ink2);
    }
    let text = view.label(key);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), GROUP), Sense::click());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &text));
    if response.hovered() {
        ui.painter().rect_filled(rect, 0.0, style::color(theme.hover));
    }
    let icon = Rect::from_center_size(pos2(rect.left() + 33.0, rect.center().y), vec2(icons::SIZE, icons::SIZE));
    icons::paint(ui.painter(), Icon::Plus, icon, style::color(theme.ink2));
    let at = pos2(rect.left() + 45.0, rect.center().y);
    ui.painter().text(at, egui::Align2::LEFT_CENTER, text, style::body(), style::color(theme.ink2));
    style::paint_focus_ring_inside(ui, &response);
    if response.clicked() {
        commands.push(Command::Window(WindowCommand::Assumptions(AssumptionsChange::NewRecord(kind))));
    }
}

const fn group_key(group: LeverGroup) -> &'static str {
    match group {
        LeverGroup::Growth => "group-growth",
        LeverGroup::Labour => "group-labour",
        LeverGroup::Investment => "group-investment",
        LeverGroup::Land => "group-land",
        LeverGroup::Shocks => "group-shocks",
        LeverGroup::Prices => "group-prices",
    }
}

fn row_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, row: &LeverRow) {
    let theme = view.theme();
    let width = ui.available_width();
    ui.painter().hline(
        ui.max_rect().left() + INDENT..=ui.max_rect().left() + width,
        ui.cursor().top() + 0.5,
        style::stroke(1.0, theme.rule),
    );
    ui.add_space(4.0);
    name_ui(ui, view, commands, row);
    if !row.is_known() {
        unknown_ui(ui, view, row);
        return;
    }
    match row.spec.kind {
        Kind::Switch => switch_ui(ui, view, commands, row),
        Kind::Shares => {
            if shares_ui(ui, view, commands, (row, INDENT)) {
                reset(view, commands, row);
            }
        }
        Kind::Path | Kind::Number => number_ui(ui, view, commands, row),
    }
    notes_ui(ui, view, commands, row);
    if view.state().workspace.assumptions.open.as_ref() == Some(&row.key) {
        value_form_ui(ui, view, commands, row);
    }
    ui.add_space(4.0);
}

/// Width of an assumption in a presentation.
pub(super) const PRESENTED: f32 = 288.0;

/// An assumption in a presentation: its name and where its value comes from, then its slider.
pub(super) fn presented_row_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, row: &LeverRow) {
    let theme = view.theme();
    let ink = if row.inert.is_some() { theme.ink3 } else { theme.ink };
    let role = if row.changed { style::body_strong() } else { style::body() };
    ui.spacing_mut().item_spacing.y = 0.0;
    let line = vec2(ui.available_width(), NAME);
    let name = style::one_line(ui, &row.name, role.clone(), ink, f32::INFINITY).size().x;
    ui.allocate_ui_with_layout(line, Layout::right_to_left(Align::Center), |ui| {
        ui.add_space(MARGIN);
        let standing = Standing::from_status(row.status);
        if name + BADGE + lever_slider::TRACK_INSET > line.x {
            // The room needs the name more than the word beside the mark.
            let (rect, mark) = ui.allocate_exact_size(vec2(NAME, NAME), Sense::hover());
            mark.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, &row.origin.status));
            paint_disc(ui.painter(), rect.center(), standing, style::color(theme.ink3));
            mark.on_hover_text(&row.origin.status);
        } else {
            source_badge(ui, standing, &row.origin.status);
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            ui.add_space(lever_slider::TRACK_INSET);
            ui.add(egui::Label::new(style::rich(&row.name, role, ink)).truncate()).on_hover_text(&row.name);
        });
    });
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 5.0;
        value_ui(ui, view, commands, row);
        end_ui(ui, view, commands, row);
    });
}

/// Second and third line of a lever of which nobody has figures: a gap, and why.
fn unknown_ui(ui: &mut Ui, view: &ViewContext<'_>, row: &LeverRow) {
    note(ui, view.reader.numbers.missing(), view.theme().ink2);
    if let Some(inert) = &row.inert {
        note(ui, &inert.reason, view.theme().ink2);
    }
    ui.add_space(4.0);
}

/// First line: name, mark where changed, source badge.
fn name_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, row: &LeverRow) {
    let theme = view.theme();
    let ink = if row.inert.is_some() { theme.ink3 } else { theme.ink };
    let role = if row.changed { style::body_strong() } else { style::body() };
    let width = ui.available_width();
    let form = form_word(ui, view, row, ui.cursor().left() + width - BADGE - 4.0);
    let room = (form - ui.cursor().left() - INDENT - 16.0).max(40.0);
    // A long name takes a second line: names that differ only at their end must be told apart.
    let galley = ui.painter().layout(row.name.clone(), role, style::color(ink), room);
    let height = NAME.max(galley.size().y + 2.0);
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::click());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, &row.name));
    let badge =
        Rect::from_min_max(pos2(rect.right() - BADGE, rect.top()), pos2(rect.right() - MARGIN, rect.top() + NAME));
    let at = pos2(rect.left() + INDENT, rect.center().y - galley.size().y / 2.0);
    let end = at.x + galley.size().x;
    ui.painter().galley(at, galley, style::color(ink));
    if row.changed {
        let color = view.reader.style(&view.state().workspace.selected).color;
        ui.painter().circle_filled(pos2(end + 9.0, badge.center().y), 3.5, style::color(color));
    }
    // Not a scope, which would let the slider start below the badge, on the second line of a long name.
    let builder = UiBuilder::new().max_rect(badge).layout(Layout::right_to_left(Align::Center));
    source_badge(&mut ui.new_child(builder), Standing::from_status(row.status), &row.origin.status);
    if view.state().workspace.habits.bring.as_ref() == Some(&row.key) {
        // At once: the way of the focus into sight would otherwise end a scroll that is under way.
        response.scroll_to_me_animation(Some(Align::Center), egui::style::ScrollAnimation::none());
        response.request_focus();
        commands.push(Command::Window(WindowCommand::Habits(HabitsChange::Brought)));
    }
    style::paint_focus_ring_inside(ui, &response);
    context_menu(&response, |ui| row_menu(ui, view, commands, row));
    if response.clicked() {
        commands.push(Command::Window(WindowCommand::Focus(Focus::Lever(row.key.clone()))));
    }
    hover_card(response, view, row);
}

/// The form of a value that is more than one number, before the badge; returns where the room for the name ends.
fn form_word(ui: &Ui, view: &ViewContext<'_>, row: &LeverRow, right: f32) -> f32 {
    if row.form == ValueForm::Number {
        return right;
    }
    let ink = view.theme().ink2;
    let galley = style::one_line(ui, &view.label(form_key(row.form)), style::small(), ink, 80.0);
    let left = right - galley.size().x;
    let y = ui.cursor().top() + NAME / 2.0 - galley.size().y / 2.0;
    ui.painter().galley(pos2(left, y), galley, style::color(ink));
    left
}

/// Second line of a number: slider, field, unit, path, reset.
fn number_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, row: &LeverRow) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 5.0;
        ui.add_space(INDENT - lever_slider::TRACK_INSET);
        value_ui(ui, view, commands, row);
        form_ui(ui, view, commands, row);
        end_ui(ui, view, commands, row);
    });
}

/// Slider, field and unit.
fn value_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, row: &LeverRow) {
    let theme = view.theme();
    let selected = view.state().workspace.selected.as_str();
    let color = view.reader.style(selected).color;
    let model = SliderModel {
        name: &row.name,
        value: row.value,
        soft: row.spec.soft,
        step: row.spec.step,
        parent: Some(row.parent),
        default: Some(row.default),
        changed: row.changed,
        color,
        inert: row.inert.is_some(),
    };
    let slider = ranged_slider(ui, &model, row.range);
    if slider.reset {
        reset(view, commands, row);
    } else if slider.cancelled {
        commands.push(Command::Document(DocumentCommand::CancelGesture));
    } else if let Some(value) = slider.new_value {
        let gesture = slider.gesture(selected, &row.key.to_string());
        change_lever(view, commands, row, (ValueChange::Value(value), Some(gesture)));
    }
    let beyond = !row.spec.is_plausible(row.value);
    let text = number_text(view, row, row.value);
    let refused = read_refusal(ui, &place(view, row));
    let name = view.filled("levers-field-name", &[("name", &row.name)]);
    let field = NumberField {
        color: beyond.then_some(theme.warn),
        error: refused.as_deref(),
        within: Some(row.spec.hard),
        ..NumberField::new(&name, &text, number_field::WIDTH + 6.0, view.lang())
    };
    let field = number_field(ui, &field);
    if let Some(value) = entered(ui, &place(view, row), &field) {
        type_value(ui, view, commands, row, value);
    }
    let unit = style::one_line(ui, &row.unit, style::small(), theme.ink3, UNIT);
    let (rect, response) = ui.allocate_exact_size(vec2(UNIT, 18.0), Sense::hover());
    response.on_hover_text(lever_unit(row.spec, view.lang()));
    ui.painter().galley(pos2(rect.left(), rect.center().y - unit.size().y / 2.0), unit, style::color(theme.ink3));
}

/// The picture of the path is the way to the forms of the value.
fn form_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, row: &LeverRow) {
    let theme = view.theme();
    let (rect, response) = ui.allocate_exact_size(vec2(marks::SPARKLINE.x, style::HIT), Sense::click());
    let form = view.label(form_key(row.form));
    let text = view.filled("assume-open-form", &[("name", &row.name), ("form", &form)]);
    let open = view.state().workspace.assumptions.open.as_ref() == Some(&row.key);
    response.widget_info(|| egui::WidgetInfo::selected(egui::Role::Button, true, open, &text));
    if open || response.hovered() {
        let fill = if open { theme.select } else { theme.hover };
        ui.painter().rect_filled(rect, style::RADIUS, style::color(fill));
    }
    let color = view.reader.style(&view.state().workspace.selected).color;
    let ink = if row.changed { color } else { theme.ink2 };
    let path = Rect::from_center_size(rect.center(), marks::SPARKLINE);
    marks::paint_sparkline(ui.painter(), path, &row.path, ink, theme);
    style::paint_focus_ring(ui, &response);
    if response.clicked() {
        commands.push(Command::Window(WindowCommand::Assumptions(AssumptionsChange::Editor(
            EditorChange::ToggleValueForm(row.key.clone()),
        ))));
    }
    response.on_hover_text(text);
}

/// Reset where changed, a lock where inert.
fn end_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, row: &LeverRow) {
    if row.changed {
        let tip = format!("{}: {}", view.label("levers-reset"), row.name);
        let response = icon_button(ui, Icon::Reset, &tip, &view.label("levers-reset"), true);
        if offers_default(row) {
            // Two places to go back to: the button asks which.
            egui::Popup::menu(&response).show(|ui| reset_entries(ui, view, commands, row));
        } else if response.clicked() {
            reset(view, commands, row);
        }
    } else if let Some(inert) = &row.inert {
        let (rect, response) = ui.allocate_exact_size(vec2(style::HIT, 18.0), Sense::hover());
        let icon = Rect::from_center_size(rect.center(), vec2(icons::SIZE, icons::SIZE));
        icons::paint(ui.painter(), Icon::Lock, icon, style::color(view.theme().ink3));
        response.on_hover_text(&inert.reason);
    }
}

/// Whether the default is another value than the parent's, so that resetting has two meanings.
fn offers_default(row: &LeverRow) -> bool {
    row.shares.is_none() && (row.parent - row.default).abs() > 1e-12
}

/// Back to the parent's value, or to the baseline's.
fn reset_entries(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, row: &LeverRow) {
    let state = view.state();
    let Some(scenario) = state.study.scenario(&state.workspace.selected) else { return };
    let parent = view.filled("levers-reset-to-parent", &[("name", &view.reader.name(&scenario.parent))]);
    if ui.add_enabled(row.changed, egui::Button::new(parent)).clicked() {
        reset(view, commands, row);
        ui.close();
    }
    let differs = (row.value - row.default).abs() > 1e-12 || row.changed;
    if ui.add_enabled(differs, egui::Button::new(view.label("levers-reset-to-default"))).clicked() {
        if offers_default(row) {
            change_lever(view, commands, row, (ValueChange::Default, None));
        } else {
            reset(view, commands, row);
        }
        ui.close();
    }
}

/// What the context menu of a row offers.
fn row_menu(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, row: &LeverRow) {
    ui.set_min_width(200.0);
    reset_entries(ui, view, commands, row);
    if matches!(row.spec.kind, Kind::Path | Kind::Number) {
        ui.separator();
        if ui.button(view.label("assume-forms")).clicked() {
            commands.push(Command::Window(WindowCommand::Assumptions(AssumptionsChange::Editor(
                EditorChange::ToggleValueForm(row.key.clone()),
            ))));
            ui.close();
        }
        let presented = view.state().workspace.preferences.presented.contains(&row.key.to_string());
        let words = if presented { "present-assumption-drop" } else { "present-assumption-add" };
        if ui.button(view.label(words)).clicked() {
            commands.push(Command::Window(WindowCommand::Habits(HabitsChange::ChoosePresented(row.key.clone()))));
            ui.close();
        }
    }
    if let Some((record, key)) = record_entry(row) {
        ui.separator();
        if ui.button(view.label(key)).clicked() {
            commands.push(Command::Window(WindowCommand::Assumptions(AssumptionsChange::OpenRecord(record))));
            ui.close();
        }
    }
}

fn switch_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, row: &LeverRow) {
    ui.horizontal(|ui| {
        ui.add_space(INDENT);
        let on = row.value > 0.5;
        let word = view.label(if on { "levers-on" } else { "levers-off" });
        let name = format!("{}: {word}", row.name);
        if toggle(ui, &name, on).clicked() {
            change_lever(view, commands, row, (ValueChange::Value(f64::from(u8::from(!on))), None));
        }
        end_ui(ui, view, commands, row);
    });
}

/// Third line: why the lever is inert, or that its value is beyond the usual range, or why typing was refused.
fn notes_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, row: &LeverRow) {
    let theme = view.theme();
    if let Some(text) = read_refusal(ui, &place(view, row)) {
        note(ui, &text, theme.bad);
    }
    for line in row.added_to.iter().chain(&row.effect) {
        note(ui, line, theme.ink3);
    }
    if let Some(inert) = &row.inert {
        note(ui, &inert.reason, theme.ink2);
        if inert.acts_in_other_closure {
            ui.horizontal(|ui| {
                ui.add_space(INDENT);
                ui.spacing_mut().item_spacing.x = 0.0;
                let text = style::rich(view.label("levers-switch-to-capital"), style::small(), theme.ink).underline();
                if ui.link(text).clicked() {
                    commands.push(Command::edit(Edit::SetClosure(Closure::Capital)));
                }
            });
        }
    }
    if row.spec.kind != Kind::Shares && row.spec.kind != Kind::Switch && !row.spec.is_plausible(row.value) {
        let (low, high) = row.spec.soft;
        let ends = [number_text(view, row, low), number_text(view, row, high)];
        note(ui, &view.filled("levers-beyond-soft", &[("low", &ends[0]), ("high", &ends[1])]), theme.warn);
    }
}

/// A wrapped line under a row, aligned with its name.
fn note(ui: &mut Ui, text: &str, ink: crate::theme::Rgb) {
    let width = ui.available_width() - INDENT - MARGIN;
    let galley = ui.painter().layout(text.to_owned(), style::small(), style::color(ink), width);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), galley.size().y + 2.0), Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, text));
    ui.painter().galley(rect.min + vec2(INDENT, 0.0), galley, style::color(ink));
}

/// A typed value: read in the language's convention, refused beyond the hard range with the reason.
fn type_value(ui: &Ui, view: &ViewContext<'_>, commands: &mut Commands, row: &LeverRow, value: f64) {
    let result = check_allowed(view, row.spec, value);
    refuse(ui, &place(view, row), result.as_ref().err().cloned());
    if let Ok(value) = result {
        change_lever(view, commands, row, (ValueChange::Value(value), None));
    }
}

fn reset(view: &ViewContext<'_>, commands: &mut Commands, row: &LeverRow) {
    if row.changed {
        let scenario = view.state().workspace.selected.clone();
        commands.push(Command::edit(Edit::ResetLever { scenario, key: row.key.clone() }));
    }
}
