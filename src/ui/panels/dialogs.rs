//! Questions that wait for an answer: unsaved changes, a new name, a deletion.

use super::assumptions::record::record_ui;
use crate::app::{Command, Decision, FileCommand, OverwriteReason, PendingQuestion, WindowCommand};
use crate::files::LeftAutosave;
use crate::scenario::{Edit, with_descendants};
use crate::ui::clock::date_and_time;
use crate::ui::style;
use crate::ui::view::{Commands, ViewContext};
use crate::ui::widgets::button::{losing_button, main_button};
use crate::ui::widgets::sheet::sheet;
use egui::util::IdTypeMap;
use egui::{Id, Modal, Response, ScrollArea, TextEdit, Ui};
use std::path::Path;

/// Draws the open question, if any.
pub fn dialogs_ui(ui: &Ui, view: &ViewContext<'_>, commands: &mut Commands) {
    record_ui(ui, view, commands);
    let Some(question) = &view.state().question else {
        // A question that is asked again starts from its proposal again, however it was closed.
        ui.data_mut(IdTypeMap::remove_by_type::<Draft>);
        super::case_form::forget(ui);
        super::merge::forget(ui);
        return;
    };
    let width = match question {
        PendingQuestion::Export(_) => 460.0,
        PendingQuestion::Describe(_) => super::case_form::WIDTH,
        PendingQuestion::Frame(_) | PendingQuestion::NewBaseline(_) => super::frame::WIDTH,
        PendingQuestion::Merge(_) => super::merge::WIDTH,
        PendingQuestion::Moved { .. } | PendingQuestion::Repriced(_) | PendingQuestion::FiguresLeft { .. } => {
            super::moved::WIDTH
        }
        PendingQuestion::Answer { .. } => super::answer_note::WIDTH,
        PendingQuestion::Unsaved(_)
        | PendingQuestion::BaseGaps { .. }
        | PendingQuestion::Vintage(_)
        | PendingQuestion::PriceBase(_)
        | PendingQuestion::Path { .. }
        | PendingQuestion::Recover(_)
        | PendingQuestion::Delete { .. }
        | PendingQuestion::Overwrite { .. } => 400.0,
    };
    let modal = sheet(ui, Modal::new(Id::unique("question")), width, |ui| match question {
        PendingQuestion::Unsaved(_) => unsaved_ui(ui, view, commands),
        PendingQuestion::Describe(form) => super::case_form::case_form_ui(ui, view, commands, form),
        PendingQuestion::Path { saving, name } => path_ui(ui, view, commands, (*saving, name)),
        PendingQuestion::Delete { scenario } => delete_ui(ui, view, commands, scenario),
        PendingQuestion::Export(plan) => super::export::export_ui(ui, view, commands, plan),
        PendingQuestion::Frame(frame) => super::frame::frame_ui(ui, view, commands, frame),
        PendingQuestion::NewBaseline(baseline) => super::frame::baseline_ui(ui, view, commands, baseline),
        PendingQuestion::Moved { case, found } => super::moved::moved_ui(ui, view, commands, (case, found)),
        PendingQuestion::Answer { case, note } => super::answer_note::answer_ui(ui, view, commands, (case, note)),
        PendingQuestion::BaseGaps { year, absent, allowed } => {
            super::moved::base_gaps_ui(ui, view, commands, (*year, absent, allowed));
        }
        PendingQuestion::Vintage(choice) => super::moved::vintage_ui(ui, view, commands, choice),
        PendingQuestion::Merge(form) => super::merge::merge_ui(ui, view, commands, form),
        PendingQuestion::PriceBase(choice) => super::reprice::price_base_ui(ui, view, commands, choice),
        PendingQuestion::FiguresLeft { base, left, allowed } => {
            super::reprice::figures_left_ui(ui, view, commands, (*base, left, allowed));
        }
        PendingQuestion::Repriced(found) => super::reprice::repriced_ui(ui, view, commands, &found.0, &found.1),
        PendingQuestion::Recover(found) => recover_ui(ui, view, commands, found),
        PendingQuestion::Overwrite { path, reason } => overwrite_ui(ui, view, commands, path, *reason),
    });
    if modal.should_close() {
        close_ui(commands, question);
    }
}

/// What closing a question without an answer does.
fn close_ui(commands: &mut Commands, question: &PendingQuestion) {
    match question {
        PendingQuestion::Unsaved(_) => commands.push(Command::File(FileCommand::Decide(Decision::Cancel))),
        // Work that may be lost is decided about, not waved away.
        PendingQuestion::Recover(_) => {}
        PendingQuestion::Describe(_)
        | PendingQuestion::Moved { .. }
        | PendingQuestion::Answer { .. }
        | PendingQuestion::BaseGaps { .. }
        | PendingQuestion::Vintage(_)
        | PendingQuestion::Merge(_)
        | PendingQuestion::PriceBase(_)
        | PendingQuestion::FiguresLeft { .. }
        | PendingQuestion::Repriced(_)
        | PendingQuestion::Path { .. }
        | PendingQuestion::Export(_)
        | PendingQuestion::Frame(_)
        | PendingQuestion::NewBaseline(_)
        | PendingQuestion::Delete { .. }
        | PendingQuestion::Overwrite { .. } => {
            commands.push(Command::Window(WindowCommand::CloseQuestion));
        }
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
    let entered = response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
    // What lies under the sheet may have had the keyboard when it opened, and loses it a frame later.
    let is_lost = !entered && !response.lost_focus() && ui.memory(|memory| memory.focused().is_none());
    if is_new || is_lost {
        response.request_focus();
    }
    ui.data_mut(|data| data.insert_temp(draft, Draft(text.clone())));
    ui.add_space(12.0);
    (text, entered)
}

fn heading(ui: &mut Ui, view: &ViewContext<'_>, text: String) {
    ui.label(style::rich(text, style::title(), view.theme().ink));
    ui.add_space(6.0);
}

fn unsaved_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands) {
    let name = view.state().study.name.in_lang(view.lang());
    heading(ui, view, view.filled("dialog-unsaved", &[("study", name)]));
    ui.label(view.label("dialog-unsaved-about"));
    ui.add_space(12.0);
    ui.horizontal(|ui| {
        if main_button(ui, &view.label("dialog-save")).clicked() {
            commands.push(Command::File(FileCommand::Decide(Decision::Save)));
        }
        if ui.button(view.label("dialog-discard")).clicked() {
            commands.push(Command::File(FileCommand::Decide(Decision::Discard)));
        }
        if ui.button(view.label("dialog-cancel")).clicked() {
            commands.push(Command::File(FileCommand::Decide(Decision::Cancel)));
        }
    });
}

/// A path in a field, where the system has no file dialog.
fn path_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, (saving, name): (bool, &str)) {
    let key = if saving { "menu-file-save-as" } else { "menu-file-open" };
    heading(ui, view, view.label(key));
    let (text, entered) = field_ui(ui, view.label("dialog-path"), name);
    ui.horizontal(|ui| {
        let go = if saving { "dialog-save" } else { "dialog-ok" };
        let accepted = main_button(ui, &view.label(go)).clicked() || entered;
        let possible = !text.trim().is_empty();
        if accepted && possible {
            commands
                .push(Command::File(FileCommand::PathTyped { saving, path: std::path::PathBuf::from(text.trim()) }));
        } else if ui.button(view.label("dialog-cancel")).clicked() {
            commands.push(Command::Window(WindowCommand::CloseQuestion));
        }
    });
}

fn delete_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, scenario: &str) {
    heading(ui, view, view.filled("dialog-delete", &[("name", &view.reader.name(scenario))]));
    let others: Vec<String> =
        with_descendants(&view.state().study, scenario).iter().skip(1).map(|id| view.reader.name(id)).collect();
    if !others.is_empty() {
        ui.label(view.filled("dialog-delete-children", &[("names", &others.join(", "))]));
    }
    ui.add_space(12.0);
    ui.horizontal(|ui| {
        if losing_button(ui, &view.label("dialog-delete-action")).clicked() {
            commands.push(Command::edit(Edit::DeleteScenario { scenario: scenario.to_owned() }));
            commands.push(Command::Window(WindowCommand::CloseQuestion));
        }
        if ui.button(view.label("dialog-cancel")).clicked() {
            commands.push(Command::Window(WindowCommand::CloseQuestion));
        }
    });
}

/// Height that a list keeps in the lowest window.
const LEAST_LIST: f32 = 90.0;

/// The button that leaves a question as it is; it has the keyboard unless another part of the question has it.
pub(super) fn leave_button(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, key: &'static str) {
    let leave = main_button(ui, &view.label(key));
    focus_first(ui, &leave);
    if leave.clicked() {
        commands.push(Command::Window(WindowCommand::CloseQuestion));
    }
}

/// A list that scrolls where the window has no room for it beside `rest`, the height of all else in the question.
pub(super) fn scrolled_list(ui: &mut Ui, rest: f32, add: impl FnOnce(&mut Ui)) {
    let room = (ui.ctx().content_rect().height() - rest).max(LEAST_LIST);
    ScrollArea::vertical().max_height(room).auto_shrink([false, true]).show(ui, add);
}

/// Puts the keyboard on a button unless another part of the question has it.
pub(super) fn focus_first(ui: &Ui, response: &Response) {
    if ui.memory(|memory| memory.focused().is_none()) {
        response.request_focus();
    }
}

/// Name and time of what was left, and of the file, side by side.
fn recover_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, found: &LeftAutosave) {
    heading(ui, view, view.label("recover-heading"));
    ui.label(view.label("recover-about"));
    ui.add_space(8.0);
    egui::Grid::new("recover").num_columns(2).spacing([16.0, 6.0]).show(ui, |ui| {
        let mut line = |key: &'static str, text: String| {
            ui.label(style::rich(view.label(key), style::small(), view.theme().ink2));
            ui.add(egui::Label::new(text).wrap());
            ui.end_row();
        };
        line("recover-study", found.study.name.in_lang(view.lang()).to_owned());
        line("recover-autosaved", date_and_time(found.written));
        let file = found.of.as_ref().map_or_else(
            || view.label("recover-never-saved"),
            |path| format!("{}\n{}", path.display(), found.file_written.map_or_else(String::new, date_and_time)),
        );
        line("recover-file", file);
    });
    ui.add_space(12.0);
    ui.horizontal(|ui| {
        let open = main_button(ui, &view.label("dialog-recover-action"));
        focus_first(ui, &open);
        if open.clicked() {
            commands.push(Command::File(FileCommand::Recover(true)));
        }
        if ui.button(view.label("recover-discard")).clicked() {
            commands.push(Command::File(FileCommand::Recover(false)));
        }
    });
}

fn overwrite_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, path: &Path, reason: OverwriteReason) {
    let (question, about) = match reason {
        OverwriteReason::Stranger => ("overwrite-heading", "overwrite-about"),
        OverwriteReason::Changed => ("dialog-file-changed", "overwrite-changed-about"),
        OverwriteReason::OpenElsewhere => ("overwrite-elsewhere", "overwrite-elsewhere-about"),
    };
    heading(ui, view, view.label(question));
    ui.add(egui::Label::new(path.display().to_string()).wrap());
    ui.add_space(4.0);
    ui.add(egui::Label::new(style::rich(view.label(about), style::small(), view.theme().ink2)).wrap());
    ui.add_space(12.0);
    ui.horizontal(|ui| {
        let cancel = ui.button(view.label("dialog-cancel"));
        focus_first(ui, &cancel);
        if ui.button(view.label("menu-file-save-as")).clicked() {
            commands.push(Command::Window(WindowCommand::CloseQuestion));
            commands.push(Command::File(FileCommand::SaveAs));
        }
        if losing_button(ui, &view.label("dialog-overwrite")).clicked() {
            commands.push(Command::File(FileCommand::Overwrite(path.to_owned())));
        }
        if cancel.clicked() {
            commands.push(Command::Window(WindowCommand::CloseQuestion));
        }
    });
}
