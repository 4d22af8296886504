//! What every chart offers besides its lines: its numbers on the clipboard, its picture in a file, and the way back from zoom.

use super::link::{ChartAsk, ChartLink, CopyWords, PlotLook};
use crate::chart::model::LineChart;
use crate::chart::scale::Span;
use crate::chart::{TableWords, tab_separated, table};
use crate::ui::keyboard::context_menu;
use egui::{Event, Rect, Response};

/// Answers Ctrl+C and the menu of a chart; returns whether the zoom is to be reset.
pub(super) fn answer(
    response: &Response,
    look: &PlotLook<'_>,
    (chart, y_span): (&LineChart, Span),
    link: &mut ChartLink,
    (section, zoomed): (Rect, bool),
) -> bool {
    let Some(words) = &look.words.copy else { return false };
    let text = || copied(chart, words, &look.words.actual);
    if is_copied(response) {
        link.asks.push(ChartAsk::Copy(text()));
    }
    let mut reset = false;
    context_menu(response, |ui| {
        ui.set_min_width(180.0);
        if ui.button(&words.copy_table).clicked() {
            link.asks.push(ChartAsk::Copy(text()));
            ui.close();
        }
        if ui.button(&words.save_picture).clicked() {
            let title = if chart.title.is_empty() { &chart.quantity } else { &chart.title };
            link.asks.push(ChartAsk::SavePicture { area: section, title: title.clone() });
            ui.close();
        }
        if ui.add_enabled(zoomed, egui::Button::new(&words.reset_zoom)).clicked() {
            reset = true;
            ui.close();
        }
        let kept = link.is_kept(chart);
        if ui.button(if kept { &words.free_axis } else { &words.keep_axis }).clicked() {
            link.keep_axis(chart, (!kept).then_some(y_span));
            ui.close();
        }
    });
    reset
}

/// Whether Ctrl+C is meant for this chart: it has the focus, or the pointer is over it and no text is being edited.
fn is_copied(response: &Response) -> bool {
    let meant = response.has_focus() || (response.hovered() && !response.ctx.text_edit_focused());
    meant
        && response.ctx.input_mut(|input| {
            let before = input.events.len();
            input.events.retain(|event| !matches!(event, Event::Copy));
            input.events.len() < before
        })
}

fn copied(chart: &LineChart, words: &CopyWords, actual: &str) -> String {
    let words = TableWords { year: &words.year, actual, study: &words.study, write: &*words.write };
    tab_separated(&table(chart, &words))
}
