//! Why two cases differ: the waterfall with its sentences.

use super::overview::chart_words;
use crate::analysis::Grouping;
use crate::app::view_models::why;
use crate::app::workspace::questions::QuestionsChange;
use crate::app::{Command, WindowCommand};
use crate::engine::Variable;
use crate::quantity::Year;
use crate::ui::charts::{PlotLook, waterfall_ui};
use crate::ui::style;
use crate::ui::view::{Commands, ViewContext};
use crate::ui::widgets::segmented::segmented_control;
use crate::ui::widgets::table::section;
use egui::{Align, Layout, Rect, Ui, UiBuilder, pos2, vec2};

/// Room of the switch beside the title.
const SWITCH: f32 = 200.0;

/// Width from which title and unit leave that room; in a narrower place the switch has a row of its own.
const BESIDE_FROM: f32 = 640.0;

fn grouping_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands) {
    let words = [view.label("why-by-group"), view.label("why-one-by-one")];
    let options: Vec<&str> = words.iter().map(String::as_str).collect();
    let current = usize::from(view.state().workspace.questions.grouping == Grouping::Levers);
    if let Some(chosen) = segmented_control(ui, &view.label("why-grouping"), &options, current) {
        let grouping = [Grouping::Causes, Grouping::Levers][chosen];
        commands.push(Command::Window(WindowCommand::Questions(QuestionsChange::Grouping(grouping))));
    }
}

/// Draws the waterfall of the selected case against the pinned one over the available width.
pub fn why_ui(
    ui: &mut Ui,
    view: &ViewContext<'_>,
    commands: &mut Commands,
    (variable, line, year): (Variable, &str, Year),
) {
    let why = why(&view.reader, variable, line, year);
    let room = ui.available_width();
    let is_beside = room >= BESIDE_FROM;
    if !is_beside {
        let row = vec2(room, 24.0);
        ui.allocate_ui_with_layout(row, Layout::right_to_left(Align::Center), |ui| grouping_ui(ui, view, commands));
    }
    let top = ui.cursor().min;
    match &why.waterfall {
        Ok(waterfall) => {
            let words = chart_words(view);
            let numbers = view.reader.numbers;
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
    if !is_beside {
        return;
    }
    // Over the head of the section, without moving what follows.
    let switch = Rect::from_min_size(pos2(top.x + room - SWITCH, top.y + 4.0), vec2(SWITCH, 22.0));
    let layout = Layout::right_to_left(Align::Center);
    let mut beside = ui.new_child(UiBuilder::new().max_rect(switch).layout(layout));
    grouping_ui(&mut beside, view, commands);
}
