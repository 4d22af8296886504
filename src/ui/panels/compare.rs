//! The view Compare.

use crate::ui::charts::ChartLink;
use crate::ui::view::{Commands, View};
use egui::Ui;

/// Draws the view.
pub fn compare_ui(ui: &mut Ui, view: &View<'_>, _commands: &mut Commands, _link: &mut ChartLink) {
    ui.label(view.label("view-compare"));
}
