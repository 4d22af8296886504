//! Values and names in the right margin, with leaders to the lines that they had to leave.

use super::Plot;
use crate::chart::labels::{EndFrame, EndLabel, HEADING, LabelInk, end_labels};
use crate::chart::mark::LABEL;
use crate::chart::model::LineChart;
use crate::chart::scene::{Area, Ink, Sketch, Stroke};

/// From the plot to a label that stands beside its line.
const GAP: f32 = 9.0;
/// Further to the right for a label with a leader.
const LEADER_ROOM: f32 = 5.0;
/// Width of a leader, where it begins beside the plot, and how far before its label it ends.
const LEADER: (f32, f32, f32) = (0.8, 5.0, 2.0);
/// How far labels may stand over and below the plot.
const BEYOND: (f32, f32) = (14.0, 7.0);

/// Room that the widest label needs.
pub(super) fn room_of(sketch: &Sketch<'_>, chart: &LineChart, with_names: bool) -> f32 {
    let ink = sketch.look.theme.ink;
    let width = |value: &str, name: &str| {
        sketch.width_of_pieces(&[(value, Ink::bold(LABEL, ink)), (name, Ink::plain(LABEL, ink))]) + GAP
    };
    let series = chart.groups.iter().flat_map(|group| &group.series);
    let ends = series
        .map(|series| width(&series.end_value_text, if with_names { &series.short_name } else { "" }) + LEADER_ROOM);
    let headings = chart.groups.iter().filter_map(|group| group.heading.as_deref()).map(|heading| width(heading, ""));
    let band = chart.band.iter().map(|band| width(&band.value_text, &band.label));
    ends.chain(headings).chain(band).fold(0.0_f32, f32::max).ceil()
}

/// Between which heights labels may stand: a little over and below the plot, and never in the words over the chart.
pub(super) fn limits_of(plot: &Plot<'_>) -> (f32, f32) {
    ((plot.area.top - BEYOND.0).max(plot.whole.top), plot.area.bottom + BEYOND.1)
}

/// Adds the labels at the ends of the lines; returns what they cover.
pub(super) fn add_ends(sketch: &mut Sketch<'_>, plot: &Plot<'_>) -> Vec<Area> {
    let y_of = |value: f64| plot.y_of(value);
    let frame = EndFrame {
        y_of: &y_of,
        last_x: plot.x.hi,
        limits: limits_of(plot),
        plot: (plot.area.top, plot.area.bottom),
        joined_name: sketch.look.joined,
    };
    end_labels(plot.chart, &frame).iter().flat_map(|label| add_label(sketch, plot, label)).collect()
}

/// Adds a label; returns what its heading and its words cover.
fn add_label(sketch: &mut Sketch<'_>, plot: &Plot<'_>, label: &EndLabel) -> Vec<Area> {
    let theme = sketch.look.theme;
    let (value, name) = match label.ink {
        LabelInk::Line(color) => (color, color),
        LabelInk::Neutral => (theme.ink, theme.ink3),
    };
    let mut left = plot.area.right + GAP;
    let mut covered = Vec::new();
    if let Some(heading) = &label.heading {
        let pieces = [(heading.as_str(), Ink::bold(LABEL, theme.ink))];
        let room = plot.whole.right - left;
        // A heading that was moved with its label stands clear of the leaders that pass it, where there is the room.
        let is_passed = (label.y - label.anchor).abs() > HEADING;
        let aside = if is_passed && sketch.width_of_pieces(&pieces) + LEADER_ROOM <= room { LEADER_ROOM } else { 0.0 };
        covered.push(sketch.pieces_on_middle([left + aside, label.y - HEADING], &pieces, room - aside));
    }
    if label.needs_leader() && label.ink != LabelInk::Neutral {
        left += LEADER_ROOM;
        let stroke = Stroke { width: LEADER.0, color: value, dash: &[] };
        let ends = vec![[plot.area.right + LEADER.1, label.anchor], [left - LEADER.2, label.y]];
        sketch.line(ends, stroke, None);
    }
    let pieces = [(label.value.as_str(), Ink::bold(LABEL, value)), (label.name.as_str(), Ink::plain(LABEL, name))];
    covered.push(sketch.pieces_on_middle([left, label.y], &pieces, plot.whole.right - left));
    covered
}
