//! Questions that wait for an answer: unsaved changes, a new name, a deletion.

use crate::app::{Command, Decision, Question};
use crate::lang::Lang;
use crate::scenario::{Edit, with_descendants};
use crate::ui::style;
use crate::ui::view::{Commands, View};
use crate::ui::widgets::button::main_button;
use egui::util::IdTypeMap;
use egui::{Id, Modal, TextEdit, Ui};

/// Draws the open question, if any.
pub fn dialogs_ui(ui: &Ui, view: &View<'_>, commands: &mut Commands) {
    let Some(question) = &view.state().question else {
        // A question that is asked again starts from its proposal again, however it was closed.
        ui.data_mut(IdTypeMap::remove_by_type::<Draft>);
        return;
    };
    let modal = Modal::new(Id::unique("question")).show(ui.ctx(), |ui| {
        ui.set_width(400.0);
        match question {
            Question::Unsaved(_) => unsaved_ui(ui, view, commands),
            Question::Rename { case } => rename_ui(ui, view, commands, case),
            Question::Path { saving, name } => path_ui(ui, view, commands, (*saving, name)),
            Question::Delete { scenario } => delete_ui(ui, view, commands, scenario),
        }
    });
    if modal.should_close() {
        commands.push(match question {
            Question::Unsaved(_) => Command::Decide(Decision::Cancel),
            Question::Rename { .. } | Question::Path { .. } | Question::Delete { .. } => Command::CloseQuestion,
        });
    }
}

/// What is being typed into the field of a question.
#[derive(Clone)]
struct Draft(String);

/// A field with its label; the text so far, and whether Enter ended it.
fn field_ui(ui: &mut Ui, label: String, proposal: &str) -> (String, bool) {
    let draft = Id::unique(("draft", proposal));
    let kept = ui.data(|data| data.get_temp::<Draft>(draft));
    let is_new = kept.is_none();
    let mut text = kept.map_or_else(|| proposal.to_owned(), |draft| draft.0);
    let label = ui.label(label);
    let response = ui.add(TextEdit::singleline(&mut text).desired_width(f32::INFINITY)).labelled_by(label.id);
    if is_new {
        response.request_focus();
    }
    ui.data_mut(|data| data.insert_temp(draft, Draft(text.clone())));
    ui.add_space(12.0);
    (text, response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter)))
}

fn heading(ui: &mut Ui, view: &View<'_>, text: String) {
    ui.label(style::rich(text, style::title(), view.theme().ink));
    ui.add_space(6.0);
}

fn unsaved_ui(ui: &mut Ui, view: &View<'_>, commands: &mut Commands) {
    let name = view.state().study.name.in_lang(view.lang());
    heading(ui, view, view.filled("dialog-unsaved", &[("study", name)]));
    ui.label(view.label("dialog-unsaved-about"));
    ui.add_space(12.0);
    ui.horizontal(|ui| {
        if main_button(ui, &view.label("dialog-save")).clicked() {
            commands.push(Command::Decide(Decision::Save));
        }
        if ui.button(view.label("dialog-discard")).clicked() {
            commands.push(Command::Decide(Decision::Discard));
        }
        if ui.button(view.label("dialog-cancel")).clicked() {
            commands.push(Command::Decide(Decision::Cancel));
        }
    });
}

fn rename_ui(ui: &mut Ui, view: &View<'_>, commands: &mut Commands, case: &str) {
    let Some(current) = view.state().study.case_name(case) else {
        commands.push(Command::CloseQuestion);
        return;
    };
    heading(ui, view, view.label("dialog-rename"));
    let (text, entered) = field_ui(ui, view.label("dialog-rename-field"), current.in_lang(view.lang()));
    ui.horizontal(|ui| {
        let wanted = text.trim();
        let possible = !wanted.is_empty();
        let accepted = main_button(ui, &view.label("dialog-ok")).clicked() || entered;
        if accepted && possible {
            let mut name = current.clone();
            // A name that was the same in both languages stays the same in both.
            let both = name.vi == name.en;
            if both || view.lang() == Lang::Vi {
                wanted.clone_into(&mut name.vi);
            }
            if both || view.lang() == Lang::En {
                wanted.clone_into(&mut name.en);
            }
            commands.push(Command::edit(Edit::RenameCase { case: case.to_owned(), name }));
        }
        if (accepted && possible) || ui.button(view.label("dialog-cancel")).clicked() {
            commands.push(Command::CloseQuestion);
        }
    });
}

/// A path in a field, where the system has no file dialog.
fn path_ui(ui: &mut Ui, view: &View<'_>, commands: &mut Commands, (saving, name): (bool, &str)) {
    let key = if saving { "menu-file-save-as" } else { "menu-file-open" };
    heading(ui, view, view.label(key));
    let (text, entered) = field_ui(ui, view.label("dialog-path"), name);
    ui.horizontal(|ui| {
        let go = if saving { "dialog-save" } else { "dialog-ok" };
        let accepted = main_button(ui, &view.label(go)).clicked() || entered;
        let possible = !text.trim().is_empty();
        if accepted && possible {
            commands.push(Command::PathTyped { saving, path: std::path::PathBuf::from(text.trim()) });
        } else if ui.button(view.label("dialog-cancel")).clicked() {
            commands.push(Command::CloseQuestion);
        }
    });
}

fn delete_ui(ui: &mut Ui, view: &View<'_>, commands: &mut Commands, scenario: &str) {
    heading(ui, view, view.filled("dialog-delete", &[("name", &view.picture.name(scenario))]));
    let others: Vec<String> =
        with_descendants(&view.state().study, scenario).iter().skip(1).map(|id| view.picture.name(id)).collect();
    if !others.is_empty() {
        ui.label(view.filled("dialog-delete-children", &[("names", &others.join(", "))]));
    }
    ui.add_space(12.0);
    ui.horizontal(|ui| {
        if main_button(ui, &view.label("dialog-delete-action")).clicked() {
            commands.push(Command::edit(Edit::DeleteScenario { scenario: scenario.to_owned() }));
            commands.push(Command::CloseQuestion);
        }
        if ui.button(view.label("dialog-cancel")).clicked() {
            commands.push(Command::CloseQuestion);
        }
    });
}
