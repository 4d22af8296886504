//! The sheets of another base year or vintage: which, what it lacks, and what moved.

use super::dialogs::{leave_button, scrolled_list};
use crate::analysis::{AnalysisError, StudyMoves};
use crate::app::{Command, WindowCommand};
use crate::quantity::Year;
use crate::scenario::{AbsentFigure, BaseChange, BaseMove, VintageChoice, history_vintages};
use crate::text::{absent_names, explain_analysis_error, explain_moved, title_moved, vintage_name};
use crate::ui::style;
use crate::ui::view::{Commands, ViewContext};
use crate::ui::widgets::button::main_button;
use egui::{TextEdit, Ui};

/// Width of the sheet that says what moved.
pub(super) const WIDTH: f32 = 620.0;

/// What moved a case, or why nobody can say.
pub(super) fn moved_ui(
    ui: &mut Ui,
    view: &ViewContext<'_>,
    commands: &mut Commands,
    (case, found): (&str, &Result<StudyMoves, AnalysisError>),
) {
    let (study, lang) = (&view.state().study, view.lang());
    match found {
        Ok(moved) => {
            ui.label(style::rich(title_moved(moved, study, case, lang), style::title(), view.theme().ink));
            ui.add_space(8.0);
            scrolled_list(ui, 220.0, |ui| {
                for sentence in explain_moved(moved, study, lang) {
                    ui.add(egui::Label::new(style::rich(sentence, style::body(), view.theme().ink)).wrap());
                    ui.add_space(3.0);
                }
            });
        }
        Err(error) => {
            let told = explain_analysis_error(error, study, lang);
            ui.label(style::rich(view.label("moved-unknown"), style::title(), view.theme().ink));
            ui.add_space(8.0);
            ui.add(egui::Label::new(format!("{} {}", told.sentence, told.hint)).wrap());
        }
    }
    ui.add_space(12.0);
    ui.horizontal(|ui| {
        leave_button(ui, view, commands, "dialog-close");
        if let Ok(moved) = found
            && ui.button(view.label("table-copy")).clicked()
        {
            ui.ctx().copy_text(explain_moved(moved, study, lang).join("\n"));
        }
    });
}

/// Whether baselines are to rest on a year although it lacks figures.
pub(super) fn base_gaps_ui(
    ui: &mut Ui,
    view: &ViewContext<'_>,
    commands: &mut Commands,
    (year, absent, allowed): (Year, &[AbsentFigure], &BaseChange),
) {
    let written = view.reader.numbers.year(year);
    ui.label(style::rich(view.filled("rebase-gaps-heading", &[("year", &written)]), style::title(), view.theme().ink));
    ui.add_space(8.0);
    ui.add(egui::Label::new(view.label("rebase-gaps-about")).wrap());
    scrolled_list(ui, 260.0, |ui| {
        for name in absent_names(absent, Some(&view.state().study), view.lang()) {
            ui.add(egui::Label::new(format!("• {name}")).wrap());
        }
    });
    ui.add_space(12.0);
    ui.horizontal(|ui| {
        leave_button(ui, view, commands, "dialog-cancel");
        if ui.button(view.label("rebase-gaps-allow")).clicked() {
            commands.push(Command::Window(WindowCommand::MoveBase(allowed.clone())));
        }
    });
}

/// Which vintage is the record, and why.
pub(super) fn vintage_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, choice: &VintageChoice) {
    let study = &view.state().study;
    let mut next = choice.clone();
    ui.label(style::rich(view.label("vintage-heading"), style::title(), view.theme().ink));
    ui.add_space(8.0);
    ui.add(egui::Label::new(view.label("vintage-about")).wrap());
    ui.add_space(6.0);
    for id in history_vintages(study) {
        let name = vintage_name(&id, view.lang());
        let is_present = id == study.history_vintage;
        let words = if is_present { view.filled("vintage-present", &[("name", &name)]) } else { name };
        if ui.radio(next.vintage == id, words).clicked() {
            next.vintage = id;
        }
    }
    ui.add_space(6.0);
    let label = ui.label(view.label("vintage-reason"));
    let field = ui.add(TextEdit::singleline(&mut next.reason).desired_width(f32::INFINITY)).labelled_by(label.id);
    style::paint_focus_ring(ui, &field);
    ui.add_space(12.0);
    ui.horizontal(|ui| {
        let is_told = !next.reason.trim().is_empty();
        let entered = field.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
        let accepted = ui.add_enabled_ui(is_told, |ui| main_button(ui, &view.label("vintage-choose")).clicked()).inner;
        if accepted || (entered && is_told) {
            let change = BaseChange::without_loss(BaseMove::Vintage(next));
            commands.push(Command::Window(WindowCommand::MoveBase(change)));
        } else if ui.button(view.label("dialog-cancel")).clicked() {
            commands.push(Command::Window(WindowCommand::CloseQuestion));
        } else if next != *choice {
            commands.push(Command::Window(WindowCommand::DraftVintage(Some(Box::new(next)))));
        }
    });
}
