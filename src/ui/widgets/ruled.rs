//! Words of a source behind a rule: solid where they are quoted to the letter, dotted where they are condensed.

use crate::theme::Rgb;
use crate::ui::{marks, style};
use egui::{Label, Ui, pos2};

/// Draws the words and, at their left, the rule from their top to their bottom.
pub fn ruled_ui(ui: &mut Ui, words: &str, ink: Rgb, quoted: bool) {
    let theme = style::tokens(ui);
    let start = ui.cursor().min;
    let inside = ui.horizontal(|ui| {
        ui.add_space(12.0);
        ui.add(Label::new(style::rich(words, style::body(), ink)).wrap());
    });
    let bottom = inside.response.rect.bottom();
    if quoted {
        ui.painter().vline(start.x + 1.0, start.y..=bottom, style::stroke(2.0, theme.axis));
    } else {
        let ends = [pos2(start.x + 1.0, start.y), pos2(start.x + 1.0, bottom)];
        marks::paint_dashed_line(ui.painter(), &ends, &[1.5, 3.0], 1.5, style::color(theme.axis));
    }
}
