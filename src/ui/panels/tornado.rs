//! What matters most: the tornado of the selected case with its sentences.

use super::overview::chart_words;
use crate::app::view_models::tornado;
use crate::engine::Variable;
use crate::quantity::Year;
use crate::ui::charts::{PlotLook, tornado_ui as chart_ui};
use crate::ui::style;
use crate::ui::view::ViewContext;
use crate::ui::widgets::table::section;
use egui::Ui;

/// Draws the tornado of a figure over the available width.
pub fn tornado_ui(ui: &mut Ui, view: &ViewContext<'_>, (variable, line): (Variable, &str), year: Year) {
    match tornado(&view.reader, variable, line, year) {
        Ok(tornado) => {
            let words = chart_words(view);
            let numbers = view.reader.numbers;
            let format = move |value: f64, decimals: usize| numbers.decimal(value, decimals);
            let look = PlotLook { theme: view.theme(), words: &words, format: &format };
            let width = ui.available_width();
            chart_ui(ui, &look, &tornado, width);
        }
        Err(reason) => {
            section(ui, &view.label("why-levers-title"));
            ui.add(egui::Label::new(style::rich(reason, style::body(), view.theme().ink2)).wrap());
        }
    }
}
