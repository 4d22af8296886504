//! The card that the pointer finds on the name of a lever.

use crate::app::view_models::{LeverRow, lever_card};
use crate::ui::style;
use crate::ui::view::ViewContext;
use egui::{Response, Ui};

/// Shows the card while the pointer rests on the name.
pub(crate) fn hover_card(response: Response, view: &ViewContext<'_>, row: &LeverRow) {
    response.on_hover_ui(|ui| card_ui(ui, view, row));
}

fn card_ui(ui: &mut Ui, view: &ViewContext<'_>, row: &LeverRow) {
    let theme = view.theme();
    let card = lever_card(&view.reader, row);
    ui.set_max_width(380.0);
    // Lines of text, not rows of controls.
    ui.spacing_mut().interact_size.y = 0.0;
    ui.label(style::rich(card.name, style::body_strong(), theme.ink));
    ui.label(style::rich(card.definition, style::body(), theme.ink));
    ui.add_space(4.0);
    egui::Grid::new("lever card").num_columns(2).spacing([10.0, 2.0]).show(ui, |ui| {
        for (key, text) in card.lines {
            ui.label(style::rich(view.label(key), style::small(), theme.ink3));
            ui.add(egui::Label::new(style::rich(text, style::small(), theme.ink)).wrap());
            ui.end_row();
        }
    });
    if let Some(quote) = card.quote {
        ui.add_space(2.0);
        ui.label(style::rich(format!("“{quote}”"), style::small(), theme.ink2).italics());
    }
    if let Some(lines) = card.effect.filter(|lines| !lines.is_empty()) {
        ui.add_space(4.0);
        for line in lines {
            ui.label(style::rich(line, style::small_strong(), theme.ink));
        }
    }
}
