//! The sheet of a merger: the other study, the name of the sum, what comes out and what is missing.

use super::dialogs::scrolled_list;
use crate::app::merge_form::{MergeChange, MergeForm};
use crate::app::{Command, FileCommand, WindowCommand};
use crate::importing::MergeFrame;
use crate::lang::Lang;
use crate::text::{
    ReadNumberError, explain_file_error, explain_merge_problem, explain_merged, explain_read_number, read,
};
use crate::ui::style;
use crate::ui::view::{Commands, ViewContext};
use crate::ui::widgets::button::main_button;
use crate::ui::widgets::sheet::{BUTTONS, sheet_body};
use egui::util::IdTypeMap;
use egui::{Id, Key, Label, Response, RichText, TextEdit, Ui};

/// Width of the sheet.
pub(super) const WIDTH: f32 = 620.0;
/// Height of everything on the sheet but what comes of it, with room above and below.
const REST: f32 = 430.0;
/// Width of the field of growth.
const GROWTH: f32 = 80.0;

/// Growth as it is being typed.
#[derive(Clone)]
struct GrowthDraft(String);

/// Forgets that a sheet was open.
pub(super) fn forget(ui: &Ui) {
    ui.data_mut(IdTypeMap::remove_by_type::<GrowthDraft>);
}

/// Draws the sheet.
pub(super) fn merge_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, form: &MergeForm) {
    let send = |commands: &mut Commands, change| commands.push(Command::File(FileCommand::Merge(change)));
    ui.label(style::rich(view.label("merge-heading"), style::title(), view.theme().ink));
    ui.add_space(6.0);
    let frame = sheet_body(ui, BUTTONS, |ui| {
        let own = view.state().study.name.in_lang(view.lang());
        ui.add(Label::new(view.filled("merge-explained", &[("name", own)])).wrap());
        ui.add_space(8.0);
        file_ui(ui, view, commands, form);
        ui.add_space(8.0);
        let frame = frame_ui(ui, view, form);
        ui.add_space(8.0);
        found_ui(ui, view, form);
        frame
    });
    ui.add_space(12.0);
    ui.horizontal(|ui| {
        let is_whole = matches!(form.found, Some(Ok(_)));
        let taken = ui.add_enabled_ui(is_whole, |ui| main_button(ui, &view.label("merge-take")).clicked()).inner;
        if taken {
            send(commands, MergeChange::Take);
        } else if ui.button(view.label("dialog-cancel")).clicked() {
            commands.push(Command::Window(WindowCommand::CloseQuestion));
        } else if frame != form.frame {
            send(commands, MergeChange::SetFrame(frame));
        }
    });
}

fn field_label(ui: &mut Ui, view: &ViewContext<'_>, key: &'static str) -> Response {
    ui.label(style::rich(view.label(key), style::small(), view.theme().ink2))
}

/// The file of the other study, typed or chosen.
fn file_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, form: &MergeForm) {
    let mut send = |change| commands.push(Command::File(FileCommand::Merge(change)));
    let label = field_label(ui, view, "merge-other");
    ui.horizontal(|ui| {
        let mut path = form.path.clone();
        let width = (ui.available_width() - 170.0).max(200.0);
        let field = TextEdit::singleline(&mut path).id(Id::unique("merge other file")).desired_width(width);
        let response = ui.add(field).labelled_by(label.id);
        style::paint_focus_ring(ui, &response);
        if response.changed() {
            send(MergeChange::SetPath(path));
        }
        let entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        let can_read = !form.path.trim().is_empty();
        if ui.add_enabled_ui(can_read, |ui| ui.button(view.label("merge-read")).clicked()).inner
            || (entered && can_read)
        {
            send(MergeChange::Read);
        }
        if ui.button(view.label("export-browse")).clicked() {
            send(MergeChange::Browse);
        }
    });
    if let Some(error) = &form.unread {
        let told = explain_file_error(error, view.lang());
        wrapped(ui, style::rich(format!("{} {}", told.sentence, told.hint), style::small(), view.theme().bad));
    } else if let Some(other) = &form.other {
        let name = other.name.in_lang(view.lang());
        wrapped(ui, style::rich(view.filled("merge-other-read", &[("name", name)]), style::small(), view.theme().ink2));
    }
}

/// Territory, name and growth; the frame as it is typed now.
fn frame_ui(ui: &mut Ui, view: &ViewContext<'_>, form: &MergeForm) -> MergeFrame {
    let mut frame = form.frame.clone();
    for (key, text) in [("merge-territory", &mut frame.territory), ("merge-name", &mut frame.name)] {
        let label = field_label(ui, view, key);
        let response = ui.add(TextEdit::singleline(text).id(Id::unique(key)).desired_width(f32::INFINITY));
        style::paint_focus_ring(ui, &response.labelled_by(label.id));
    }
    ui.add_space(4.0);
    ui.horizontal(|ui| {
        let label = field_label(ui, view, "merge-growth");
        let draft = Id::unique("merge-growth");
        let shown = frame.growth.map_or_else(String::new, |growth| view.reader.numbers.write_trimmed(growth, 3));
        let mut text = ui.data(|data| data.get_temp::<GrowthDraft>(draft)).map_or(shown, |draft| draft.0);
        let response = ui.add(TextEdit::singleline(&mut text).id(draft.with("field")).desired_width(GROWTH));
        style::paint_focus_ring(ui, &response);
        let typed = read_growth(&text, view.lang());
        if response.labelled_by(label.id).changed() {
            frame.growth = typed.as_ref().map_or(None, |growth| *growth);
        }
        if let Err(error) = typed {
            let told = explain_read_number(&error, view.lang());
            wrapped(ui, style::rich(format!("{} {}", told.sentence, told.hint), style::small(), view.theme().bad));
        }
        ui.data_mut(|data| data.insert_temp(draft, GrowthDraft(text)));
    });
    frame
}

/// Growth as it was typed; `None` if the field is empty.
fn read_growth(text: &str, lang: Lang) -> Result<Option<f64>, ReadNumberError> {
    if text.trim().is_empty() { Ok(None) } else { read(text, lang).map(Some) }
}

/// What comes of the two studies, or why nothing does.
fn found_ui(ui: &mut Ui, view: &ViewContext<'_>, form: &MergeForm) {
    let (lang, theme) = (view.lang(), view.theme());
    let (told, ink) = match &form.found {
        None => (vec![view.label("merge-waits")], theme.ink2),
        Some(Ok(merged)) => (explain_merged(merged, lang), theme.ink),
        Some(Err(problem)) => {
            let told = explain_merge_problem(problem, Some(&view.state().study), lang);
            (vec![told.sentence, told.hint], theme.bad)
        }
    };
    scrolled_list(ui, REST, |ui| {
        for sentence in told {
            wrapped(ui, style::rich(sentence, style::body(), ink));
            ui.add_space(2.0);
        }
    });
}

fn wrapped(ui: &mut Ui, text: RichText) {
    ui.add(Label::new(text).wrap());
}
