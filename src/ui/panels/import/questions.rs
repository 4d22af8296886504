//! The step Questions: each with its evidence, the proposed answer, its effect; another answer can be typed.

use super::decide;
use crate::app::import::{ImportChoice, ImportState};
use crate::app::view_models::{QuestionContent, question_contents};
use crate::ui::style;
use crate::ui::view::{Commands, ViewContext};
use crate::ui::widgets::table::section;
use egui::{Align, Id, Key, Layout, ScrollArea, TextEdit, Ui, vec2};

/// Draws the step.
pub(super) fn questions_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, import: &ImportState) {
    let questions = question_contents(&view.reader, import);
    if questions.is_empty() {
        ui.label(style::rich(view.label("import-no-questions"), style::body(), view.theme().ink2));
        return;
    }
    ScrollArea::vertical().id_salt("questions").auto_shrink([false, false]).show(ui, |ui| {
        ui.set_max_width(860.0);
        for (position, question) in questions.iter().enumerate() {
            ui.push_id((position, &question.open.table, &question.open.question.id), |ui| {
                question_ui(ui, view, commands, (position + 1, question));
            });
            ui.add_space(12.0);
        }
    });
}

fn question_ui(
    ui: &mut Ui,
    view: &ViewContext<'_>,
    commands: &mut Commands,
    (number, question): (usize, &QuestionContent),
) {
    let theme = view.theme();
    section(ui, &format!("{number}. {}", question.sentence));
    let width = ui.available_width();
    ui.allocate_ui_with_layout(vec2(width, 18.0), Layout::right_to_left(Align::Center), |ui| {
        let essential = question.open.question.essential && !question.answered;
        let (key, ink) = if essential { ("import-must", theme.bad) } else { ("import-may", theme.ink3) };
        if !question.answered {
            ui.label(style::rich(view.label(key), style::small(), ink));
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            ui.add(egui::Label::new(style::rich(&question.about, style::small(), theme.ink2)).truncate());
        });
    });
    if !question.evidence.is_empty() {
        ui.add(egui::Label::new(style::rich(&question.evidence, style::body(), theme.ink2)).wrap());
    }
    ui.horizontal_wrapped(|ui| {
        for (position, (answer, text)) in question.options.iter().enumerate() {
            let proposed = position == 0 && !question.answered && !question.open.question.proposal.is_empty();
            let mark = if proposed { format!("  {}", view.label("import-proposed")) } else { String::new() };
            let holds = question.answered && *answer == question.answer;
            if ui.radio(holds, format!("{text}{mark}")).clicked() && !holds {
                decide(commands, ImportChoice::Answer(Box::new(question.open.clone()), answer.clone()));
            }
        }
        other_ui(ui, view, commands, question);
    });
    ui.label(style::rich(&question.effect, style::small(), theme.ink3));
}

/// A field for another answer.
fn other_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, question: &QuestionContent) {
    let id: Id = ui.scope_id().with("other answer");
    let mut text = ui.data(|data| data.get_temp::<String>(id)).unwrap_or_default();
    let name = view.label("import-answer-other");
    let hint = style::rich(&name, style::body(), view.theme().ink3);
    let field = ui
        .add(TextEdit::singleline(&mut text).hint_text(hint).font(style::body()).desired_width(220.0))
        .accessible_name(&name);
    let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    let given = !text.trim().is_empty();
    let set = ui.add_enabled(given, egui::Button::new(view.label("import-answer-set"))).clicked();
    if given && (entered || set) {
        let answer = text.trim().to_owned();
        decide(commands, ImportChoice::Answer(Box::new(question.open.clone()), answer));
        text.clear();
    }
    ui.data_mut(|data| data.insert_temp(id, text));
}
