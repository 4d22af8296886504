//! The choice of groups that a view shows by their parts.

use crate::app::{Command, WindowCommand};
use crate::ui::view::{Commands, ViewContext};
use egui::{ComboBox, PopupCloseBehavior, Ui};

/// Width of the closed list.
const WIDTH: f32 = 110.0;

/// Width that the choice takes in a row, in points; 0 for a study without groups.
pub(super) fn parts_width(view: &ViewContext<'_>) -> f32 {
    if view.state().study.groups.is_empty() { 0.0 } else { WIDTH + 20.0 }
}

/// A list of the study's groups with a box each: ticked, the group is drawn and listed by its parts.
pub(super) fn parts_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands) {
    let study = &view.state().study;
    if study.groups.is_empty() {
        return;
    }
    let name = view.label("view-parts");
    let shown = study.groups.iter().filter(|group| view.reader.is_shown_by_parts(&group.id)).count();
    let caption = if shown == 0 { name.clone() } else { format!("{name} ({shown})") };
    ComboBox::from_id_salt(("parts", ui.scope_id()))
        .width(WIDTH)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .selected_text(caption)
        .show_ui(ui, |ui| {
            for line in study.line_tree().into_iter().filter(|line| study.is_group(line.id)) {
                let mut is_shown = view.reader.is_shown_by_parts(line.id);
                let indent = "\u{a0}\u{a0}\u{a0}".repeat(line.depth);
                if ui.checkbox(&mut is_shown, format!("{indent}{}", view.reader.line_name(line.id))).changed() {
                    commands.push(Command::Window(WindowCommand::ToggleParts(line.id.to_owned())));
                }
            }
        })
        .response
        .on_hover_text(view.label("view-parts-about"));
}
