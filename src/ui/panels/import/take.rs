//! The step Check and take: what is new, revised or there already, what the checks found, and the frame of a new study.

use super::super::frame::territory_kind_ui;
use super::decide;
use crate::app::import::{ImportChoice, ImportGoal, ImportState};
use crate::app::view_models::{TakeContent, take_content};
use crate::importing::NewStudy;
use crate::ui::style;
use crate::ui::view::{Commands, ViewContext};
use crate::ui::widgets::number_field::{FieldOutcome, NumberField, number_field};
use crate::ui::widgets::table::{GridColumn, cells, heading_row, paint_cell, section};
use egui::{Align, Grid, Layout, ScrollArea, Sense, TextEdit, Ui, UiBuilder, WidgetInfo, vec2};

/// Width of the frame and the counts.
const LEFT: f32 = 420.0;
/// Height of a row.
const ROW: f32 = 22.0;
/// The most findings that are listed.
const MOST_CHECKS: usize = 12;

/// Room for the bar of a list.
const BAR: f32 = 14.0;

/// Draws the step.
pub(super) fn take_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, import: &ImportState) {
    let content = take_content(&view.reader, import);
    let room = ui.available_rect_before_wrap();
    let left = room.with_max_x(room.left() + LEFT);
    ui.scope_builder(UiBuilder::new().max_rect(left).layout(Layout::top_down(Align::Min)), |ui| {
        ScrollArea::vertical().id_salt("take left").auto_shrink([false, false]).show(ui, |ui| {
            // The bar of the list lies beside what it moves.
            ui.set_max_width(LEFT - BAR);
            match import.goal {
                ImportGoal::NewStudy => frame_ui(ui, view, commands, import),
                ImportGoal::IntoStudy => vintage_ui(ui, view, commands, import),
            }
            counts_ui(ui, view, import, &content);
        });
    });
    let right = room.with_min_x(room.left() + LEFT + 28.0);
    ui.scope_builder(UiBuilder::new().max_rect(right).layout(Layout::top_down(Align::Min)), |ui| {
        rows_ui(ui, view, import, &content);
    });
    ui.advance_cursor_after_rect(room);
}

/// The main button: how many figures come in, or that nothing is new.
pub(super) fn take_text(view: &ViewContext<'_>, import: &ImportState) -> String {
    let taken = take_content(&view.reader, import).taken;
    if taken == 0 {
        view.label("import-nothing-new")
    } else {
        view.filled("import-take-figures", &[("count", &taken.to_string())])
    }
}

fn text_ui(ui: &mut Ui, view: &ViewContext<'_>, key: &'static str, value: &str) -> Option<String> {
    let name = view.label(key);
    ui.label(style::rich(&name, style::body(), view.theme().ink2));
    let mut text = value.to_owned();
    let field = TextEdit::singleline(&mut text).font(style::body()).desired_width(150.0);
    let changed = ui.add(field).accessible_name(&name).changed();
    ui.end_row();
    changed.then_some(text)
}

fn number_ui(ui: &mut Ui, view: &ViewContext<'_>, key: &'static str, text: &str) -> Option<FieldOutcome> {
    let name = view.label(key);
    ui.label(style::rich(&name, style::body(), view.theme().ink2));
    let entry = number_field(ui, &NumberField::new(&name, text, 80.0, view.lang())).entry;
    ui.end_row();
    entry
}

/// Name, territory and years of the new study.
fn frame_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, import: &ImportState) {
    section(ui, &view.label("import-frame"));
    let mut next = import.draft.clone();
    Grid::new("frame").num_columns(2).spacing(vec2(12.0, 6.0)).show(ui, |ui| frame_fields(ui, view, &mut next));
    ui.add(
        egui::Label::new(style::rich(view.label("import-frame-growth-about"), style::small(), view.theme().ink3))
            .wrap(),
    );
    ui.checkbox(&mut next.remainder_is_taxes, view.label("import-frame-remainder"));
    ui.add_space(8.0);
    if next != import.draft {
        decide(commands, ImportChoice::Draft(Box::new(next)));
    }
}

/// A whole year within what the program knows; other numbers leave the field as it was.
fn year_from(entry: Option<FieldOutcome>, before: Option<i32>) -> Option<i32> {
    match entry {
        None => before,
        Some(FieldOutcome::Nothing) => None,
        Some(FieldOutcome::Number(number)) => super::super::assumptions::fields::year_of(number).or(before),
    }
}

fn frame_fields(ui: &mut Ui, view: &ViewContext<'_>, next: &mut NewStudy) {
    let numbers = view.reader.numbers;
    if let Some(text) = text_ui(ui, view, "import-frame-name", &next.name) {
        next.name = text;
    }
    if let Some(text) = text_ui(ui, view, "import-frame-territory", &next.territory) {
        next.territory = text;
    }
    territory_kind_ui(ui, view, &mut next.kind);
    ui.end_row();
    let written = |year: Option<i32>| year.map(|year| numbers.year(year)).unwrap_or_default();
    let entry = number_ui(ui, view, "import-frame-base", &written(next.base_year));
    next.base_year = year_from(entry, next.base_year);
    let entry = number_ui(ui, view, "import-frame-horizon", &numbers.year(next.horizon));
    next.horizon = year_from(entry, Some(next.horizon)).unwrap_or(next.horizon);
    let entry = number_ui(ui, view, "import-frame-price-base", &written(next.price_base));
    next.price_base = year_from(entry, next.price_base);
    let growth = next.growth.map(|growth| numbers.write_trimmed(growth, 4)).unwrap_or_default();
    match number_ui(ui, view, "import-frame-growth", &growth) {
        None => {}
        Some(FieldOutcome::Nothing) => next.growth = None,
        Some(FieldOutcome::Number(number)) => next.growth = Some(number),
    }
}

/// Vintage and recipe of figures for a study that exists.
fn vintage_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, import: &ImportState) {
    section(ui, &view.label("import-step-take"));
    Grid::new("vintage").num_columns(2).spacing(vec2(12.0, 6.0)).show(ui, |ui| {
        if let Some(text) = text_ui(ui, view, "import-vintage", &import.vintage) {
            decide(commands, ImportChoice::Vintage(text));
        }
        if let Some(text) = text_ui(ui, view, "import-recipe", &import.recipe) {
            decide(commands, ImportChoice::Recipe(text));
        }
    });
    ui.add(egui::Label::new(style::rich(view.label("import-recipe-about"), style::small(), view.theme().ink3)).wrap());
    ui.add_space(8.0);
}

fn counts_ui(ui: &mut Ui, view: &ViewContext<'_>, import: &ImportState, content: &TakeContent) {
    let theme = view.theme();
    let line = |ui: &mut Ui, name: &str, count: usize| {
        ui.label(style::rich(name, style::body(), theme.ink2));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.label(style::rich(count.to_string(), style::body_strong(), theme.ink));
        });
        ui.end_row();
    };
    Grid::new("counts").num_columns(2).min_col_width(60.0).spacing(vec2(12.0, 3.0)).show(ui, |ui| {
        match import.goal {
            ImportGoal::NewStudy => line(ui, &view.label("import-count-new"), content.taken),
            ImportGoal::IntoStudy => {
                for (key, count) in &content.counts {
                    line(ui, &view.label(key), *count);
                }
            }
        }
        for (why, count) in &content.left_out {
            line(ui, &view.filled("import-count-left", &[("why", why)]), *count);
        }
    });
    for name in &content.not_taken {
        ui.add(egui::Label::new(style::rich(name, style::small(), theme.ink2)).wrap());
    }
    ui.add_space(8.0);
    section(ui, &view.label("import-checks"));
    if content.checks.is_empty() {
        ui.label(style::rich(view.label("import-checks-none"), style::body(), theme.ok));
    }
    for check in content.checks.iter().take(MOST_CHECKS) {
        ui.add(egui::Label::new(style::rich(check, style::small(), theme.warn)).wrap());
    }
    if let Some(more) = content.checks.len().checked_sub(MOST_CHECKS).filter(|more| *more > 0) {
        ui.label(style::rich(format!("+ {more}"), style::small(), theme.ink3));
    }
}

fn rows_ui(ui: &mut Ui, view: &ViewContext<'_>, import: &ImportState, content: &TakeContent) {
    let theme = view.theme();
    let compares = import.goal == ImportGoal::IntoStudy;
    let room = ui.available_width();
    let (now, cell, change, before) = (190.0, 150.0, 130.0, 100.0);
    let fixed = now + cell + if compares { change + before } else { 0.0 };
    let mut columns = vec![GridColumn::text((room - fixed).max(180.0)), GridColumn::numeric(now)];
    let keys = [
        "import-column-line",
        "import-column-now",
        "import-column-before",
        "import-column-change",
        "import-column-cell",
    ];
    let names = keys.map(|key| view.label(key));
    let mut titles = vec![names[0].as_str(), names[1].as_str()];
    if compares {
        columns.extend([GridColumn::numeric(before), GridColumn::text(change)]);
        titles.extend([names[2].as_str(), names[3].as_str()]);
    }
    columns.push(GridColumn::text(cell));
    titles.push(names[4].as_str());
    heading_row(ui, &columns, &titles);
    let width: f32 = columns.iter().map(|column| column.width).sum();
    ScrollArea::vertical().id_salt("take rows").auto_shrink([false, false]).show_rows(
        ui,
        ROW,
        content.rows.len(),
        |ui, range| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for row in content.rows.iter().skip(range.start).take(range.len()) {
                let (rect, response) = ui.allocate_exact_size(vec2(width, ROW), Sense::hover());
                response
                    .widget_info(|| WidgetInfo::labeled(egui::Role::Row, true, format!("{} {}", row.title, row.now)));
                ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, style::stroke(1.0, theme.rule));
                let mut texts = vec![row.title.as_str(), row.now.as_str()];
                if compares {
                    texts.extend([row.before.as_str(), row.change.as_str()]);
                }
                texts.push(row.cell.as_str());
                for ((place, column), text) in cells(rect, &columns).into_iter().zip(&columns).zip(texts) {
                    paint_cell(ui, place, text, (style::body(), theme.ink), column.align);
                }
            }
        },
    );
}
