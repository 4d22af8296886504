//! Where growth comes from: the account by sector and factor, and productivity within and between sectors.

use crate::analysis::ShiftShareMethod;
use crate::app::view_models::{Account, growth_page};
use crate::app::workspace::questions::QuestionsChange;
use crate::app::{Command, WindowCommand};
use crate::ui::style;
use crate::ui::view::{Commands, ViewContext};
use crate::ui::widgets::table::{GridColumn, SPACING as TABLE_SPACING, cells, paint_cell, section};
use egui::text::{LayoutJob, TextFormat};
use egui::{Align, ComboBox, Galley, Layout, Rect, Role, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};
use std::sync::Arc;

/// Height of a row.
const ROW: f32 = 24.0;
/// A column of numbers is at least this wide.
const NUMBER: f32 = 64.0;
/// Space between the two accounts.
const SPACING: f32 = 28.0;
/// Narrower than this, one stands below the other.
const TWO: f32 = 860.0;

/// Draws both accounts of the selected case.
pub fn growth_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands) {
    let Some(page) = growth_page(&view.reader) else { return };
    // The bar of the scroll area floats over the right edge.
    let room = ui.available_width();
    let wide = room >= TWO;
    let width = if wide { ((room - SPACING) * 0.6).floor() } else { room };
    let top = ui.cursor().min;
    let place = |x: f32, width: f32| Rect::from_min_size(pos2(x, top.y), vec2(width, f32::INFINITY));
    if !wide {
        ui.set_max_width(room);
        account_ui(ui, view, &page.growth);
        ui.add_space(12.0);
        method_ui(ui, view, commands, (&page.methods, page.method));
        account_ui(ui, view, &page.shift);
        return;
    }
    let left = column(ui, place(top.x, width), |ui| account_ui(ui, view, &page.growth));
    let right = column(ui, place(top.x + width + SPACING, room - width - SPACING), |ui| {
        account_ui(ui, view, &page.shift);
        ui.add_space(4.0);
        method_ui(ui, view, commands, (&page.methods, page.method));
    });
    ui.allocate_rect(left.union(right), Sense::hover());
}

fn column(ui: &mut Ui, rect: Rect, add: impl FnOnce(&mut Ui)) -> Rect {
    ui.scope_builder(UiBuilder::new().max_rect(rect).layout(Layout::top_down(Align::Min)), add).response.rect
}

fn method_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, (names, current): (&[String], usize)) {
    let name = view.label("column-method");
    let chosen = names.get(current).map_or("", String::as_str);
    let shown = ComboBox::from_id_salt("shift method").selected_text(chosen).width(220.0).show_ui(ui, |ui| {
        for (method, text) in ShiftShareMethod::ALL.into_iter().zip(names) {
            if ui.selectable_label(text == chosen, text).clicked() {
                commands.push(Command::Window(WindowCommand::Questions(QuestionsChange::Shift(method))));
            }
        }
    });
    let spoken = format!("{name}: {chosen}");
    shown.response.widget_info(|| WidgetInfo::labeled(Role::ComboBox, true, &spoken));
    style::paint_focus_ring(ui, &shown.response);
}

/// Title, unit, table and sentence.
pub(super) fn account_ui(ui: &mut Ui, view: &ViewContext<'_>, account: &Account) {
    let theme = view.theme();
    ui.spacing_mut().item_spacing.y = 0.0;
    section(ui, &account.title);
    ui.add(egui::Label::new(style::rich(&account.unit_line, style::small(), theme.ink3)).wrap());
    let room = ui.available_width();
    let count = style::on_screen(account.heads.len() as f64);
    let wanted = account.heads.iter().map(|head| measure_width(ui, head) + 16.0).fold(NUMBER, f32::max);
    let number = wanted.min((room * 0.72 / count.max(1.0)).floor());
    let columns: Vec<GridColumn> = std::iter::once(GridColumn::text((room - number * count).max(40.0)))
        .chain(account.heads.iter().map(|_| GridColumn::numeric(number)))
        .collect();
    let heads: Vec<&str> = std::iter::once("").chain(account.heads.iter().map(String::as_str)).collect();
    heads_ui(ui, view, &columns, &heads);
    let last = account.rows.len().saturating_sub(1);
    for (position, (name, values)) in account.rows.iter().enumerate() {
        let texts: Vec<&str> = std::iter::once(name.as_str()).chain(values.iter().map(String::as_str)).collect();
        row_ui(ui, view, &columns, &texts, account.has_sum && position == last);
    }
    ui.add_space(6.0);
    ui.add(egui::Label::new(style::rich(&account.sentence, style::body(), theme.ink2)).wrap());
}

fn measure_width(ui: &Ui, text: &str) -> f32 {
    style::one_line(ui, text, style::small(), style::tokens(ui).ink3, f32::INFINITY).size().x
}

/// The place of a text in its column; the last column ends with the table.
fn place(cell: Rect, column: GridColumn) -> Rect {
    if column.align == Align::Max { cell.translate(vec2(TABLE_SPACING, 0.0)) } else { cell }
}

/// Headings in as many lines as they need.
fn heads_ui(ui: &mut Ui, view: &ViewContext<'_>, columns: &[GridColumn], texts: &[&str]) {
    let theme = view.theme();
    let width: f32 = columns.iter().map(|column| column.width).sum();
    let laid: Vec<Arc<Galley>> = texts
        .iter()
        .zip(columns)
        .map(|(text, column)| {
            let format = TextFormat::simple(style::small(), style::color(theme.ink3));
            let mut job = LayoutJob::single_section((*text).to_owned(), format);
            job.wrap.max_width = column.width - TABLE_SPACING;
            job.halign = Align::RIGHT;
            ui.painter().layout_job(job)
        })
        .collect();
    let tallest = laid.iter().map(|galley| galley.size().y).fold(0.0, f32::max);
    let (rect, response) = ui.allocate_exact_size(vec2(width, tallest + 8.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Row, true, texts.join("; ")));
    for ((cell, column), galley) in cells(rect, columns).into_iter().zip(columns).zip(laid) {
        // A text aligned to the right grows to the left of its origin.
        let at = pos2(place(cell, *column).right(), rect.bottom() - 4.0 - galley.size().y);
        ui.painter().galley(at, galley, style::color(theme.ink3));
    }
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, style::stroke(1.0, theme.rule));
}

fn row_ui(ui: &mut Ui, view: &ViewContext<'_>, columns: &[GridColumn], texts: &[&str], is_sum: bool) {
    let theme = view.theme();
    let width: f32 = columns.iter().map(|column| column.width).sum();
    let (rect, response) = ui.allocate_exact_size(vec2(width, ROW), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Row, true, texts.join("; ")));
    let role = if is_sum { style::body_strong() } else { style::body() };
    for ((cell, column), text) in cells(rect, columns).into_iter().zip(columns).zip(texts) {
        paint_cell(ui, place(cell, *column), text, (role.clone(), theme.ink), column.align);
    }
    let ink = if is_sum { theme.ink } else { theme.rule };
    let y = if is_sum { rect.top() + 0.5 } else { rect.bottom() - 0.5 };
    ui.painter().hline(rect.x_range(), y, style::stroke(1.0, ink));
}
