//! The sheet in which a case gets its name, short name and question.

use crate::app::case_form::{CaseForm, FormCase};
use crate::app::{Command, WindowCommand};
use crate::lang::Localized;
use crate::ui::style;
use crate::ui::view::{Commands, ViewContext};
use crate::ui::widgets::button::main_button;
use crate::ui::widgets::number_field::select_all;
use crate::ui::widgets::sheet::{BUTTONS, sheet_body};
use egui::util::IdTypeMap;
use egui::{Id, Key, Response, TextEdit, Ui};

/// Width of the sheet.
pub(super) const WIDTH: f32 = 460.0;
/// Width of a short name: as much as a label of a chart has room for.
const SHORT: f32 = 160.0;

/// Set once the proposed name has been selected, so that typing replaces it.
#[derive(Debug, Clone, Copy)]
struct Begun;

/// Forgets that a sheet was open: the next one begins with its name selected.
pub(super) fn forget(ui: &Ui) {
    ui.data_mut(IdTypeMap::remove_by_type::<Begun>);
}

/// Draws the sheet.
pub(super) fn case_form_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, form: &CaseForm) {
    let mut next = form.clone();
    let heading = match &form.subject {
        FormCase::New(_) => "case-form-new",
        FormCase::Known(_) => "case-form-known",
    };
    ui.label(style::rich(view.label(heading), style::title(), view.theme().ink));
    if let FormCase::New(scenario) = &form.subject {
        let text = view.filled("case-form-parent", &[("name", &view.reader.name(&scenario.parent))]);
        ui.label(style::rich(text, style::small(), view.theme().ink2));
    }
    ui.add_space(8.0);
    let fields = sheet_body(ui, BUTTONS, |ui| fields_ui(ui, view, &mut next));
    let entered = fields.iter().any(Response::lost_focus) && ui.input(|input| input.key_pressed(Key::Enter));
    begin(ui, fields.first(), next.words.name.in_lang(view.lang()));
    ui.add_space(12.0);
    let edit = next.edit();
    if edit.is_none() {
        ui.label(style::rich(view.label("case-form-no-name"), style::small(), view.theme().bad));
        ui.add_space(4.0);
    }
    let accept = match &form.subject {
        FormCase::New(_) => "case-form-create",
        FormCase::Known(_) => "dialog-ok",
    };
    ui.horizontal(|ui| {
        let accepted =
            ui.add_enabled_ui(edit.is_some(), |ui| main_button(ui, &view.label(accept)).clicked()).inner || entered;
        if let Some(edit) = edit.filter(|_| accepted) {
            commands.push(Command::edit(edit));
            commands.push(Command::Window(WindowCommand::CloseQuestion));
        } else if ui.button(view.label("dialog-cancel")).clicked() {
            commands.push(Command::Window(WindowCommand::CloseQuestion));
        } else if next != *form {
            commands.push(Command::Window(WindowCommand::DraftCase(Box::new(next))));
        }
    });
}

/// The three fields, that of the name first.
fn fields_ui(ui: &mut Ui, view: &ViewContext<'_>, next: &mut CaseForm) -> [Response; 3] {
    let is_new = matches!(next.subject, FormCase::New(_));
    let is_scenario = match &next.subject {
        FormCase::New(_) => true,
        FormCase::Known(case) => view.state().study.scenario(case).is_some(),
    };
    let words = &mut next.words;
    let name = text_ui(ui, view, ("case-form-name", is_new), &mut words.name);
    let short = text_ui(ui, view, ("case-form-short", is_new), &mut words.short);
    let about = style::rich(view.label("case-form-short-about"), style::small(), view.theme().ink2);
    ui.add(egui::Label::new(about).wrap());
    ui.add_space(6.0);
    let key = if is_scenario { "case-form-question" } else { "case-form-about" };
    let question = text_ui(ui, view, (key, is_new), &mut words.question);
    [name, short, question]
}

/// A field under its label, in the language on screen; a text that was the same in both languages stays so, and that of
/// a new scenario is what its maker types, in both.
fn text_ui(ui: &mut Ui, view: &ViewContext<'_>, (key, is_new): (&'static str, bool), text: &mut Localized) -> Response {
    let label = view.label(key);
    let shown = ui.label(style::rich(label, style::small(), view.theme().ink2));
    let mut typed = text.in_lang(view.lang()).to_owned();
    let width = if key == "case-form-short" { SHORT } else { f32::INFINITY };
    let hint = if key == "case-form-question" { view.label("case-form-question-hint") } else { String::new() };
    let hint = style::rich(hint, style::body(), view.theme().ink3);
    let field = TextEdit::singleline(&mut typed).id(Id::unique(key)).hint_text(hint).font(style::body());
    let response = ui.add(field.desired_width(width)).labelled_by(shown.id);
    style::paint_focus_ring(ui, &response);
    if response.changed() {
        if is_new {
            *text = Localized::new(typed.clone(), typed);
        } else {
            text.rewrite(view.lang(), &typed);
        }
    }
    ui.add_space(6.0);
    response
}

/// The sheet opens with the keyboard in the name, and all of the name selected.
fn begin(ui: &Ui, name: Option<&Response>, text: &str) {
    let Some(name) = name else { return };
    let begun = Id::unique("case form");
    let is_begun = ui.data(|data| data.get_temp::<Begun>(begun).is_some());
    if is_begun {
        return;
    }
    if name.has_focus() {
        select_all(ui, name.id, text);
        ui.data_mut(|data| data.insert_temp(begun, Begun));
    } else {
        name.request_focus();
        ui.request_repaint();
    }
}
