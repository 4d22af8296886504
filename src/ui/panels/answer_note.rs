//! The answer note in the window: the page of the document, with the way to the document itself.

use super::dialogs::{focus_first, leave_button};
use super::overview::chart_words;
use crate::app::command::ExportChange;
use crate::app::exports::{ExportError, explain_export_error};
use crate::app::{Command, FileCommand, WindowCommand};
use crate::export::chart::Drawing;
use crate::export::report::{Report, ReportBlock, ReportTable};
use crate::theme::Rgb;
use crate::ui::charts::{PlotLook, figure_ui};
use crate::ui::style;
use crate::ui::view::{Commands, ViewContext};
use crate::ui::widgets::button::main_button;
use crate::ui::widgets::sheet::{BUTTONS, sheet_body};
use crate::ui::widgets::table::{SPACING, section, view_title};
use egui::text::LayoutJob;
use egui::{Align, FontId, Galley, Label, Sense, Ui, WidgetInfo, pos2, vec2};
use std::sync::Arc;

/// Width of the page.
pub(super) const WIDTH: f32 = 640.0;
/// Room at the right of the page for the bar that scrolls it.
const SCROLL_BAR: f32 = 14.0;
/// Space over and under the words of a row.
const ROW_MARGIN: f32 = 4.0;

/// The note on a case, or why there is none.
pub(super) fn answer_ui(
    ui: &mut Ui,
    view: &ViewContext<'_>,
    commands: &mut Commands,
    (case, note): (&str, &Result<Report, ExportError>),
) {
    match note {
        Ok(note) => sheet_body(ui, BUTTONS, |ui| {
            ui.set_width(WIDTH - SCROLL_BAR);
            page_ui(ui, view, note);
        }),
        Err(error) => {
            let told = explain_export_error(error, &view.state().study, view.lang());
            view_title(ui, &view.reader.name(case));
            ui.add_space(8.0);
            ui.add(Label::new(format!("{} {}", told.sentence, told.hint)).wrap());
        }
    }
    ui.add_space(12.0);
    ui.horizontal(|ui| {
        if note.is_ok() {
            let save = |ui: &mut Ui| main_button(ui, &view.label("answer-page-save"));
            let save = ui.add_enabled_ui(view.state().exporting.is_none(), save).inner;
            focus_first(ui, &save);
            if save.clicked() {
                commands.push(Command::File(FileCommand::Export(ExportChange::AskNote)));
            }
            if ui.button(view.label("dialog-close")).clicked() {
                commands.push(Command::Window(WindowCommand::CloseQuestion));
            }
        } else {
            leave_button(ui, view, commands, "dialog-close");
        }
    });
}

fn page_ui(ui: &mut Ui, view: &ViewContext<'_>, note: &Report) {
    let theme = view.theme();
    view_title(ui, &note.title);
    words_ui(ui, &note.subtitle, style::small(), theme.ink2);
    for part in &note.sections {
        ui.add_space(10.0);
        section(ui, &part.heading.to_text());
        ui.add_space(4.0);
        for block in &part.blocks {
            block_ui(ui, view, block);
            ui.add_space(5.0);
        }
    }
    ui.add_space(6.0);
    for fact in &note.facts {
        words_ui(ui, fact, style::fine(), theme.ink3);
    }
}

fn block_ui(ui: &mut Ui, view: &ViewContext<'_>, block: &ReportBlock) {
    let theme = view.theme();
    match block {
        ReportBlock::Lead(words) => words_ui(ui, words, style::section(), theme.ink),
        ReportBlock::Paragraph(words) => words_ui(ui, words, style::body(), theme.ink),
        ReportBlock::List(points) => points_ui(ui, points, &style::body(), theme.ink),
        ReportBlock::Details(points) => points_ui(ui, points, &style::small(), theme.ink2),
        ReportBlock::Note(words) => words_ui(ui, words, style::small(), theme.ink2),
        ReportBlock::Table(table) => table_ui(ui, table),
        ReportBlock::Figure { number, figure } => {
            let (words, numbers) = (chart_words(view), view.reader.numbers);
            let format = move |value: f64, decimals: usize| numbers.decimal(value, decimals);
            let look = PlotLook { theme, words: &words, format: &format };
            // A chart of lines has a head of its own.
            if !matches!(figure.drawing, Drawing::Lines(_)) {
                words_ui(ui, &format!("{number}. {}", figure.title), style::small_strong(), theme.ink2);
                words_ui(ui, &figure.unit, style::fine(), theme.ink3);
            }
            figure_ui(ui, &look, figure, ui.available_width());
            words_ui(ui, &figure.caption, style::fine(), theme.ink3);
        }
    }
}

fn words_ui(ui: &mut Ui, words: &str, role: FontId, ink: Rgb) {
    ui.add(Label::new(style::rich(words, role, ink)).wrap());
}

fn points_ui(ui: &mut Ui, points: &[String], role: &FontId, ink: Rgb) {
    for point in points {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            ui.label(style::rich("•", role.clone(), ink));
            words_ui(ui, point, role.clone(), ink);
        });
    }
}

/// A table in its whole width: words go on in the next line, numbers stand in one.
fn table_ui(ui: &mut Ui, table: &ReportTable) {
    let theme = style::tokens(ui);
    let title = format!("{}. {}", table.number, table.title);
    words_ui(ui, &title, style::small_strong(), theme.ink2);
    row_ui(ui, table, &table.heads, (style::small(), theme.ink3));
    for row in &table.rows {
        let role = if row.strong { style::body_strong() } else { style::body() };
        row_ui(ui, table, &row.cells, (role, theme.ink));
    }
    if !table.source.is_empty() {
        words_ui(ui, &table.source, style::fine(), theme.ink3);
    }
}

fn row_ui(ui: &mut Ui, table: &ReportTable, cells: &[String], (role, ink): (FontId, Rgb)) {
    let room = ui.available_width();
    let whole: u32 = table.widths.iter().sum();
    let widths: Vec<f32> =
        table.widths.iter().map(|part| room * style::on_screen(f64::from(*part) / f64::from(whole.max(1)))).collect();
    let lay_out = |(column, (text, width)): (usize, (&String, &f32))| -> Arc<Galley> {
        let is_number = column >= table.numbers_from;
        // Words of a heading go on in the next line too; a number is one word, whatever room it has.
        let mut job = LayoutJob::simple(text.clone(), role.clone(), style::color(ink), (width - SPACING).max(0.0));
        job.wrap.break_anywhere = false;
        job.halign = if is_number { Align::RIGHT } else { Align::LEFT };
        ui.painter().layout_job(job)
    };
    let laid: Vec<Arc<Galley>> = cells.iter().zip(&widths).enumerate().map(lay_out).collect();
    let height = laid.iter().map(|cell| cell.size().y).fold(0.0, f32::max) + 2.0 * ROW_MARGIN;
    let (rect, response) = ui.allocate_exact_size(vec2(room, height), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Row, true, cells.join(", ")));
    let mut left = rect.left();
    for (column, (cell, width)) in laid.into_iter().zip(&widths).enumerate() {
        // What stands right hangs from its right edge.
        let x = if column < table.numbers_from { left } else { left + width };
        ui.painter().galley(pos2(x, rect.top() + ROW_MARGIN), cell, style::color(ink));
        left += width;
    }
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, style::stroke(1.0, style::tokens(ui).rule));
}
