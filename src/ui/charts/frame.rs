//! What stands round a chart in the window: rule, title and unit line, and the chart while it is painted.

use egui::{Painter, Rect};

use crate::chart::line::Plot;
use crate::chart::mark::SMALL;
use crate::chart::model::LineChart;
use crate::chart::scale::Span;
use crate::chart::scene::Ink;

use super::link::PlotLook;
use super::paint;

/// Height of rule, title and unit line.
pub(super) const HEAD: f32 = 36.0;
/// From the top of the chart to the baseline of the unit line.
const UNIT_BASELINE: f32 = 32.0;
const TITLE_BASELINE: f32 = 17.0;
/// Size of the title.
const TITLE: f32 = 13.0;

/// A chart being painted.
pub(super) struct Frame<'a> {
    pub(super) painter: Painter,
    pub(super) look: &'a PlotLook<'a>,
    pub(super) plot: Plot<'a>,
}

/// Rule, title and unit line; an empty title leaves out rule and title.
pub(super) fn paint_head(painter: &Painter, look: &PlotLook<'_>, whole: Rect, title: &str, unit_line: &str) {
    let theme = look.theme;
    if !title.is_empty() {
        paint::hline(painter, whole.left(), whole.right(), whole.top(), theme.ink);
        let galley = paint::line_of(painter, title, Ink::bold(TITLE, theme.ink), whole.width());
        paint::on_baseline(painter, galley, whole.left_top() + egui::vec2(0.0, TITLE_BASELINE), paint::TextSide::Start);
    }
    let galley = paint::line_of(painter, unit_line, Ink::plain(SMALL, theme.ink3), whole.width());
    paint::on_baseline(painter, galley, whole.left_top() + egui::vec2(0.0, UNIT_BASELINE), paint::TextSide::Start);
}

/// The unit line, with the start of an axis that does not start at zero, and the word that it is kept.
pub(super) fn unit_line(chart: &LineChart, look: &PlotLook<'_>, span: Span, kept: bool) -> String {
    let axis_from = look.words.axis_from.as_ref().zip(chart.cut_axis(span, look.format));
    let from = axis_from.map(|(axis_from, from)| axis_from(&from));
    let wanted = chart.y_span();
    let is_left = wanted.lo < span.lo || wanted.hi > span.hi;
    let words = look.words.copy.as_ref().filter(|_| kept);
    let kept = words.map(|words| if is_left { words.axis_left.clone() } else { words.axis_kept.clone() });
    [Some(chart.unit_line.clone()), from, kept].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
