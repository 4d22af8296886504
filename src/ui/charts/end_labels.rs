//! Labels in the right margin, with leaders to the lines they had to leave.

use egui::{Rect, Stroke, pos2};

use crate::chart::labels::{self, EndFrame, EndLabel, LabelInk};
use crate::theme::Rgb;

use super::frame::{Frame, LABEL, LABEL_GAP, LEADER_ROOM};
use super::paint::{self, Side, bold, color, plain};

/// Paints the labels at the ends of the lines; returns what they cover.
pub(super) fn paint_end_labels(frame: &Frame<'_>) -> Vec<Rect> {
    let y_of = |value: f64| frame.y(value);
    let end_frame = EndFrame {
        y_of: &y_of,
        last_x: frame.x_span().hi,
        limits: (frame.plot.top() - 14.0, frame.plot.bottom() + 7.0),
        plot: (frame.plot.top(), frame.plot.bottom()),
        joined_name: &*frame.look.words.joined_name,
    };
    labels::end_labels(frame.chart, &end_frame).iter().map(|label| paint_label(frame, label)).collect()
}

fn paint_label(frame: &Frame<'_>, label: &EndLabel) -> Rect {
    let theme = frame.look.theme;
    let (value_ink, name_ink): (Rgb, Rgb) = match label.ink {
        LabelInk::Line(ink) => (ink, ink),
        LabelInk::Neutral => (theme.ink, theme.ink3),
    };
    let mut covered = Rect::NOTHING;
    let mut left = frame.plot.right() + LABEL_GAP;
    if let Some(heading) = &label.heading {
        let room = frame.whole.right() - left;
        let galley = paint::line_of(&frame.painter, &[bold(heading, theme.ink)], LABEL, room);
        covered = paint::on_middle(&frame.painter, galley, pos2(left, label.y - labels::HEADING), Side::Start);
    }
    if label.needs_leader() && label.ink != LabelInk::Neutral {
        left += LEADER_ROOM;
        let ends = [pos2(frame.plot.right() + 5.0, label.anchor), pos2(left - 2.0, label.y)];
        frame.painter.line_segment(ends, Stroke::new(0.8, color(value_ink)));
    }
    let runs = [bold(&label.value, value_ink), plain(&label.name, name_ink)];
    let galley = paint::line_of(&frame.painter, &runs, LABEL, frame.whole.right() - left);
    covered.union(paint::on_middle(&frame.painter, galley, pos2(left, label.y), Side::Start))
}
