//! Why two cases differ: the waterfall with its sentences.

use super::overview::chart_words;
use crate::app::view_models::why;
use crate::engine::Variable;
use crate::quantity::Year;
use crate::ui::charts::{PlotLook, waterfall_ui};
use crate::ui::style;
use crate::ui::view::ViewContext;
use crate::ui::widgets::table::section;
use egui::Ui;

/// Draws the waterfall of the selected case against the pinned one over the available width.
pub fn why_ui(ui: &mut Ui, view: &ViewContext<'_>, (variable, line): (Variable, &str), year: Year) {
    let why = why(&view.picture, variable, line, year);
    match &why.waterfall {
        Ok(waterfall) => {
            let words = chart_words(view);
            let numbers = view.picture.numbers;
            let format = move |value: f64, decimals: usize| numbers.decimal(value, decimals);
            let look = PlotLook { theme: view.theme(), words: &words, format: &format };
            let width = ui.available_width();
            waterfall_ui(ui, &look, waterfall, width);
        }
        Err(reason) => {
            section(ui, &why.title);
            ui.add(egui::Label::new(style::rich(reason, style::body(), view.theme().ink2)).wrap());
        }
    }
}
