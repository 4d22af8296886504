//! The narrow form of the left column: a chevron and one swatch for each drawn case.

use crate::app::{AppState, Command, DocumentCommand, WindowCommand};
use crate::ui::icons::{Icon, icon_button};
use crate::ui::marks;
use crate::ui::style;
use crate::ui::view::{Commands, ViewContext};
use egui::{Context, Rect, Sense, Ui, vec2};

/// Width of the rail.
pub const WIDTH: f32 = 44.0;

/// Narrower windows start with the rail.
const NARROW: f32 = 1280.0;
/// So do those in which large type leaves fewer points than this: above 125 % on a screen of 1366.
const LARGE_TYPE: f32 = 1092.0;

/// Whether the column is open: as the user wanted it, otherwise by the width of the window and by what the view is about.
pub fn column_is_open(ctx: &Context, state: &AppState) -> bool {
    state.workspace.wants_column().unwrap_or_else(|| {
        let width = ctx.content_rect().width();
        width * ctx.zoom_factor() >= NARROW && width >= LARGE_TYPE
    })
}

/// Draws the rail.
pub fn rail_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands) {
    ui.vertical_centered(|ui| {
        ui.add_space(8.0);
        let name = view.label("menu-view-left-column");
        if icon_button(ui, Icon::ChevronRight, &name, &name, true).clicked() {
            commands.push(Command::Window(WindowCommand::ShowColumn(true)));
        }
        for case in view.reader.drawn_cases() {
            let active = view.state().workspace.selected == case;
            let name = view.reader.name(case);
            let (rect, response) = ui.allocate_exact_size(vec2(WIDTH, 28.0), Sense::click());
            response.widget_info(|| egui::WidgetInfo::selected(egui::Role::ListItem, true, active, &name));
            if active || response.hovered() {
                let ground = if active { view.theme().select } else { view.theme().hover };
                ui.painter().rect_filled(rect, 0.0, style::color(ground));
            }
            let swatch = Rect::from_center_size(rect.center(), marks::SWATCH);
            marks::paint_swatch(ui.painter(), swatch, &view.reader.style(case), style::ground(ui));
            style::paint_focus_ring_inside(ui, &response);
            if response.on_hover_text(&name).clicked() {
                commands.push(Command::Document(DocumentCommand::SelectCase(case.to_owned())));
            }
        }
    });
}
