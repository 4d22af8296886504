//! What stands below a page of the presentation: assumptions to move, which page it is and how to leave; and the list of pages.

use super::levers::{PRESENTED, presented_row_ui};
use crate::app::view_models::{LeverRow, presented_rows};
use crate::app::workspace::habits::{HabitsChange, WindowSheet};
use crate::app::workspace::presentation::{PagesChange, PresentedPage};
use crate::app::{Command, WindowCommand};
use crate::ui::icons::{Icon, icon_button};
use crate::ui::style;
use crate::ui::view::{Commands, ViewContext};
use egui::{Align, Label, Layout, Rect, Sense, TextEdit, Ui, UiBuilder, WidgetInfo, pos2, vec2};

/// Height of an assumption.
const ASSUMPTION: f32 = 46.0;
/// Height of the line below.
const LINE: f32 = 28.0;
/// Room at both sides of the assumptions.
const MARGIN: f32 = 6.0;
/// Room of a dot.
const DOT: f32 = 12.0;
/// Width of the name of a page.
const NAME: f32 = 240.0;

fn habit(change: HabitsChange) -> Command {
    Command::Window(WindowCommand::Habits(change))
}

/// Height of what stands below a page.
pub fn foot_height(view: &ViewContext<'_>) -> f32 {
    if presented_rows(&view.reader).is_empty() { LINE } else { LINE + ASSUMPTION }
}

/// Draws what stands below a page.
pub fn foot_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands) {
    let area = ui.max_rect();
    ui.painter().hline(area.x_range(), area.top() + 0.5, style::stroke(1.0, view.theme().rule));
    let rows = presented_rows(&view.reader);
    let place = Rect::from_min_size(area.min + vec2(MARGIN, 4.0), vec2(area.width() - 2.0 * MARGIN, ASSUMPTION));
    let mut above = ui.new_child(UiBuilder::new().max_rect(place).layout(Layout::top_down(Align::Min)));
    // More assumptions than the window is wide are reached by scrolling, so that none that was chosen is missing.
    egui::ScrollArea::horizontal().id_salt("presented").auto_shrink([false, false]).show(&mut above, |ui| {
        ui.horizontal_top(|ui| {
            // The ring around what has the focus is wider than the slider, and is not to be cut.
            ui.add_space(MARGIN);
            for row in &rows {
                ui.push_id(&row.name, |ui| assumption_ui(ui, view, commands, row));
            }
        });
    });
    let line = Rect::from_min_max(pos2(area.left() + 16.0, area.bottom() - LINE), area.right_bottom());
    let builder = UiBuilder::new().max_rect(line).layout(Layout::left_to_right(Align::Center));
    ui.scope_builder(builder, |ui| line_ui(ui, view, commands));
}

fn assumption_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, row: &LeverRow) {
    ui.allocate_ui_with_layout(vec2(PRESENTED, ASSUMPTION), Layout::top_down(Align::Min), |ui| {
        ui.set_width(PRESENTED);
        presented_row_ui(ui, view, commands, row);
    });
}

/// Draws the name that a person gave to the page, above it.
pub fn heading_ui(ui: &mut Ui, view: &ViewContext<'_>) {
    let workspace = &view.state().workspace;
    let pages = workspace.pages(&view.state().study);
    let Some(page) = pages.get(workspace.habits.presentation.page).filter(|page| !page.name.is_empty()) else { return };
    ui.add(Label::new(style::rich(&page.name, style::title(), view.theme().ink)).wrap());
    ui.add_space(6.0);
}

/// The place in the list of pages, and the keys.
fn line_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands) {
    let theme = view.theme();
    let workspace = &view.state().workspace;
    let pages = workspace.pages(&view.state().study);
    let shown = workspace.habits.presentation.page;
    let (back, on) = (view.label("present-back"), view.label("present-on"));
    if icon_button(ui, Icon::ChevronLeft, &back, &back, shown > 0).clicked() {
        commands.push(habit(HabitsChange::Turn(-1)));
    }
    let numbers = view.reader.numbers;
    let [number, count] = [shown + 1, pages.len()].map(|number| numbers.decimal(number as f64, 0));
    let name = pages.get(shown).map(|page| page_name(view, page)).unwrap_or_default();
    let said = view.filled("present-page", &[("number", &number), ("count", &count), ("name", &name)]);
    dots_ui(ui, view, (shown, pages.len()), &said);
    if icon_button(ui, Icon::ChevronRight, &on, &on, shown + 1 < pages.len()).clicked() {
        commands.push(habit(HabitsChange::Turn(1)));
    }
    let place = format!("{number}/{count}  {name}");
    let width = |text: &str| style::one_line(ui, text, style::small(), theme.ink2, f32::INFINITY).size().x;
    let (keys, link) = (view.label("present-keys"), view.label("present-pages"));
    // Where not everything has room, the keys are left out first, and then the name is cut.
    let has_keys = width(&place) + width(&link) + width(&keys) + 64.0 <= ui.available_width();
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        ui.add_space(16.0);
        if has_keys {
            ui.label(style::rich(keys, style::small(), theme.ink2));
            ui.add_space(8.0);
        }
        let pages = ui.link(style::rich(link, style::small(), theme.ink2).underline());
        style::paint_focus_ring(ui, &pages);
        if pages.clicked() {
            commands.push(habit(HabitsChange::Open(WindowSheet::Pages)));
        }
        ui.add_space(8.0);
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            ui.add(Label::new(style::rich(place, style::small(), theme.ink2)).truncate());
        });
    });
}

fn dots_ui(ui: &mut Ui, view: &ViewContext<'_>, (shown, count): (usize, usize), said: &str) {
    let (rect, response) = ui.allocate_exact_size(vec2(DOT * style::on_screen(count as f64), LINE), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, said));
    for dot in 0..count {
        let at = pos2(rect.left() + DOT * (style::on_screen(dot as f64) + 0.5), rect.center().y);
        if dot == shown {
            ui.painter().circle_filled(at, 3.5, style::color(view.theme().ink));
        } else {
            ui.painter().circle_stroke(at, 3.0, style::stroke(1.0, view.theme().ink3));
        }
    }
}

/// The name of a page: its own, otherwise that of its view and of its case.
fn page_name(view: &ViewContext<'_>, page: &PresentedPage) -> String {
    let of_view = view.label(page.view.key());
    match (page.name.as_str(), page.case.as_str()) {
        ("", "") => of_view,
        ("", case) => format!("{of_view}, {}", view.reader.name(case)),
        (name, _) => name.to_owned(),
    }
}

/// The list of pages, to be named, ordered and made.
pub(super) fn pages_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands) {
    let theme = view.theme();
    let own = &view.state().workspace.preferences.pages;
    let about = if own.is_empty() { "present-pages-none" } else { "present-pages-about" };
    ui.label(style::rich(view.label(about), style::body(), theme.ink2));
    ui.add_space(6.0);
    let room = (ui.ctx().content_rect().height() - 260.0).max(100.0);
    egui::ScrollArea::vertical().max_height(room).auto_shrink([false, true]).show(ui, |ui| {
        for (position, page) in own.iter().enumerate() {
            ui.horizontal(|ui| page_ui(ui, view, commands, (position, page)));
        }
    });
    ui.add_space(6.0);
    let add = ui.button(view.label("present-pages-add"));
    style::paint_focus_ring(ui, &add);
    if add.clicked() {
        commands.push(habit(HabitsChange::Pages(PagesChange::Add)));
    }
    ui.add_space(6.0);
    ui.label(style::rich(view.label("present-assumptions-about"), style::small(), theme.ink2));
}

/// A page of the list: its name, one place up, and out of the list.
fn page_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, (position, page): (usize, &PresentedPage)) {
    let number = view.reader.numbers.decimal((position + 1) as f64, 0);
    ui.label(style::rich(&number, style::body(), view.theme().ink3));
    let mut name = page.name.clone();
    let unnamed = PresentedPage { name: String::new(), ..page.clone() };
    let field = TextEdit::singleline(&mut name).hint_text(page_name(view, &unnamed)).desired_width(NAME);
    let said = view.filled("present-page-name", &[("number", &number)]);
    let field = ui.add(field).accessible_name(said);
    if field.changed() {
        commands.push(habit(HabitsChange::Pages(PagesChange::Rename(position, name))));
    }
    let shown = page_name(view, page);
    let raise = ui.add_enabled(position > 0, egui::Button::new(view.label("present-page-raise")));
    let raise = raise.accessible_name(view.filled("present-page-raise-of", &[("name", &shown)]));
    style::paint_focus_ring(ui, &raise);
    if raise.clicked() {
        commands.push(habit(HabitsChange::Pages(PagesChange::Raise(position))));
    }
    let remove = ui.button(view.label("present-page-remove"));
    let remove = remove.accessible_name(view.filled("present-page-remove-of", &[("name", &shown)]));
    style::paint_focus_ring(ui, &remove);
    if remove.clicked() {
        commands.push(habit(HabitsChange::Pages(PagesChange::Remove(position))));
    }
}
