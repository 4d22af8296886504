//! The sheets of other constant prices: of which year, which figures are not linked to them, and what they did.

use super::dialogs::{leave_button, scrolled_list};
use crate::analysis::AnalysisError;
use crate::app::{Command, WindowCommand};
use crate::quantity::Year;
use crate::scenario::{BaseChange, BaseMove, ListedFigure, PriceBaseChoice, Repricing, price_base_years};
use crate::text::{
    capitalise, explain_analysis_error, explain_repricing, listed_figure, tell_figures_left, title_repricing,
};
use crate::ui::style;
use crate::ui::view::{Commands, ViewContext};
use crate::ui::widgets::button::main_button;
use egui::{Label, TextEdit, Ui};

/// Height of all but the list in a question.
const REST: f32 = 240.0;

/// Of which year the constant prices are to be, and why.
pub(super) fn price_base_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, choice: &PriceBaseChoice) {
    let study = &view.state().study;
    let mut next = choice.clone();
    ui.label(style::rich(view.label("reprice-heading"), style::title(), view.theme().ink));
    ui.add_space(8.0);
    let present = view.reader.numbers.year(study.price_base_year);
    ui.add(Label::new(view.filled("reprice-explained", &[("from", &present)])).wrap());
    ui.add_space(6.0);
    for year in price_base_years(study) {
        let written = view.reader.numbers.year(year);
        if ui.radio(next.base == year, view.filled("reprice-year", &[("year", &written)])).clicked() {
            next.base = year;
        }
    }
    ui.add_space(6.0);
    let label = ui.label(view.label("reprice-reason"));
    let field = ui.add(TextEdit::singleline(&mut next.reason).desired_width(f32::INFINITY)).labelled_by(label.id);
    style::paint_focus_ring(ui, &field);
    ui.add_space(12.0);
    ui.horizontal(|ui| {
        let entered = field.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
        if main_button(ui, &view.label("reprice-choose")).clicked() || entered {
            let change = BaseChange::without_loss(BaseMove::Prices(next));
            commands.push(Command::Window(WindowCommand::MoveBase(change)));
        } else if ui.button(view.label("dialog-cancel")).clicked() {
            commands.push(Command::Window(WindowCommand::CloseQuestion));
        } else if next != *choice {
            commands.push(Command::Window(WindowCommand::DraftPriceBase(Some(Box::new(next)))));
        }
    });
}

/// Whether figures without a link to the new prices may stay as they are stated.
pub(super) fn figures_left_ui(
    ui: &mut Ui,
    view: &ViewContext<'_>,
    commands: &mut Commands,
    (base, left, allowed): (Year, &[ListedFigure], &BaseChange),
) {
    let written = view.reader.numbers.year(base);
    ui.label(style::rich(view.filled("reprice-left-heading", &[("year", &written)]), style::title(), view.theme().ink));
    ui.add_space(8.0);
    ui.add(Label::new(view.label("reprice-left-about")).wrap());
    ui.add_space(4.0);
    let study = &view.state().study;
    scrolled_list(ui, REST, |ui| {
        for one in left {
            let name = capitalise(&listed_figure(one, Some(study), view.lang()));
            ui.add(Label::new(format!("• {name}")).wrap());
        }
    });
    ui.add_space(12.0);
    ui.horizontal(|ui| {
        leave_button(ui, view, commands, "dialog-cancel");
        if ui.button(view.label("reprice-left-allow")).clicked() {
            commands.push(Command::Window(WindowCommand::MoveBase(allowed.clone())));
        }
    });
}

/// What other constant prices did.
pub(super) fn repriced_ui(
    ui: &mut Ui,
    view: &ViewContext<'_>,
    commands: &mut Commands,
    found: &Repricing,
    growth: &Result<[f64; 2], AnalysisError>,
) {
    let (study, lang) = (&view.state().study, view.lang());
    ui.label(style::rich(title_repricing(found, lang), style::title(), view.theme().ink));
    ui.add_space(8.0);
    let told = match growth {
        Ok(growth) => {
            let told = explain_repricing(found, *growth, study, lang);
            told.into_iter().chain(tell_figures_left(found, study, lang)).collect()
        }
        Err(error) => {
            let told = explain_analysis_error(error, study, lang);
            vec![format!("{} {}", told.sentence, told.hint)]
        }
    };
    scrolled_list(ui, REST, |ui| {
        for sentence in &told {
            ui.add(Label::new(style::rich(sentence, style::body(), view.theme().ink)).wrap());
            ui.add_space(3.0);
        }
    });
    ui.add_space(12.0);
    ui.horizontal(|ui| {
        leave_button(ui, view, commands, "dialog-close");
        if ui.button(view.label("table-copy")).clicked() {
            ui.ctx().copy_text(told.join("\n"));
        }
    });
}
