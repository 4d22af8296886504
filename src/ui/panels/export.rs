//! The dialog of an export: what, of which scenarios, in which language, where to.

use crate::app::command::ExportChange;
use crate::app::exports::{ExportForm, ExportPlan, sections_of};
use crate::app::{Command, FileCommand, WindowCommand};
use crate::lang::Lang;
use crate::ui::style;
use crate::ui::view::{Commands, ViewContext};
use crate::ui::widgets::button::main_button;
use crate::ui::widgets::segmented::segmented_control;
use crate::ui::widgets::sheet::{BUTTONS, sheet_body};
use egui::{Checkbox, Id, ScrollArea, TextEdit, Ui};

/// Height of everything on the sheet but the list of cases, with room above and below.
const REST: f32 = 330.0;
/// Height of the sections of a report, with their heading.
const SECTIONS: f32 = 110.0;

/// Draws the dialog.
pub(super) fn export_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, plan: &ExportPlan) {
    ui.label(style::rich(view.label("export-heading"), style::title(), view.theme().ink));
    ui.add_space(8.0);
    sheet_body(ui, BUTTONS, |ui| {
        form_ui(ui, view, commands, plan);
        ui.add_space(10.0);
        cases_ui(ui, view, commands, plan);
        ui.add_space(10.0);
        if !sections_of(plan.form).is_empty() {
            sections_ui(ui, view, commands, plan);
            ui.add_space(10.0);
        }
        lang_ui(ui, view, commands, plan);
        ui.add_space(10.0);
        folder_ui(ui, view, commands, plan);
    });
    ui.add_space(12.0);
    ui.horizontal(|ui| {
        let export = ui.add_enabled_ui(plan.is_complete(), |ui| main_button(ui, &view.label("export-start"))).inner;
        if export.clicked() {
            commands.push(Command::File(FileCommand::Export(ExportChange::Start)));
        }
        if ui.button(view.label("dialog-cancel")).clicked() {
            commands.push(Command::Window(WindowCommand::CloseQuestion));
        }
        if !plan.is_complete() {
            let missing = if plan.cases.is_empty() {
                "export-no-case"
            } else if !plan.sections.is_enough_for(plan.form) {
                "export-no-section"
            } else {
                "export-no-folder"
            };
            ui.label(style::rich(view.label(missing), style::small(), view.theme().warn));
        }
    });
}

fn heading(ui: &mut Ui, view: &ViewContext<'_>, key: &'static str) {
    ui.label(style::rich(view.label(key), style::small(), view.theme().ink2));
}

const fn form_keys(form: ExportForm) -> (&'static str, &'static str) {
    match form {
        ExportForm::Workbook => ("export-form-workbook", "export-about-workbook"),
        ExportForm::Note => ("export-form-note", "export-about-note"),
        ExportForm::Report => ("export-form-report", "export-about-report"),
        ExportForm::Charts => ("export-form-charts", "export-about-charts"),
        ExportForm::Tables => ("export-form-tables", "export-about-tables"),
    }
}

fn form_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, plan: &ExportPlan) {
    let names = ExportForm::ALL.map(|form| view.label(form_keys(form).0));
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let chosen = ExportForm::ALL.iter().position(|form| *form == plan.form).unwrap_or(0);
    if let Some(form) =
        segmented_control(ui, &view.label("export-form"), &names, chosen).and_then(|at| ExportForm::ALL.get(at))
    {
        commands.push(Command::File(FileCommand::Export(ExportChange::SetForm(*form))));
    }
    ui.add_space(3.0);
    let about = view.label(form_keys(plan.form).1);
    ui.add(egui::Label::new(style::rich(about, style::small(), view.theme().ink2)).wrap());
}

fn cases_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, plan: &ExportPlan) {
    heading(ui, view, "export-cases");
    let study = &view.state().study;
    // As many cases as the window has room for beside the rest of the sheet.
    let sections = if sections_of(plan.form).is_empty() { 0.0 } else { SECTIONS };
    let room = (ui.ctx().content_rect().height() - REST - sections).max(120.0);
    ScrollArea::vertical().id_salt("export-cases").max_height(room).show(ui, |ui| {
        ui.set_width(ui.available_width());
        for id in study.case_ids() {
            let mut on = plan.cases.iter().any(|case| case == id);
            let indent = if study.baseline(id).is_some() { 0.0 } else { 14.0 };
            ui.horizontal(|ui| {
                ui.add_space(indent);
                if ui.add(Checkbox::new(&mut on, view.reader.name(id))).changed() {
                    commands.push(Command::File(FileCommand::Export(ExportChange::Toggle(id.to_owned()))));
                }
            });
        }
    });
}

/// The sections of a report or note, beside each other as far as the sheet is wide.
fn sections_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, plan: &ExportPlan) {
    heading(ui, view, "export-sections");
    ui.horizontal_wrapped(|ui| {
        for (section, key) in sections_of(plan.form) {
            let mut on = plan.sections.has(*section);
            if ui.add(Checkbox::new(&mut on, view.label(key))).changed() {
                commands.push(Command::File(FileCommand::Export(ExportChange::ToggleSection(*section))));
            }
        }
    });
}

fn lang_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, plan: &ExportPlan) {
    heading(ui, view, "export-language");
    let names = [view.label("menu-view-language-vi"), view.label("menu-view-language-en")];
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let chosen = Lang::ALL.iter().position(|lang| lang.tongue() == plan.lang.tongue()).unwrap_or(0);
    if let Some(lang) =
        segmented_control(ui, &view.label("export-language"), &names, chosen).and_then(|at| Lang::ALL.get(at))
    {
        commands.push(Command::File(FileCommand::Export(ExportChange::SetLang(*lang))));
    }
}

fn folder_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, plan: &ExportPlan) {
    let label = ui.label(style::rich(view.label("export-folder"), style::small(), view.theme().ink2));
    ui.horizontal(|ui| {
        let browse = view.label("export-browse");
        let mut folder = plan.folder.clone();
        let field = TextEdit::singleline(&mut folder).id(Id::unique("export-folder")).desired_width(330.0);
        if ui.add(field).labelled_by(label.id).changed() {
            commands.push(Command::File(FileCommand::Export(ExportChange::SetFolder(folder))));
        }
        if ui.button(browse).clicked() {
            commands.push(Command::File(FileCommand::Export(ExportChange::Browse)));
        }
    });
}
