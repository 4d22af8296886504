//! Values and names in the right margin, with leaders to the lines that they had to leave.

use super::Plot;
use crate::chart::labels::{EndFrame, EndLabel, HEADING, LabelInk, end_labels, is_dense, possible_labels};
use crate::chart::mark::LABEL;
use crate::chart::model::LineChart;
use crate::chart::scene::{Area, Ink, Sketch, Stroke};

/// From the plot to a label that stands beside its line.
const SPACING: f32 = 9.0;
/// Further to the right where labels have leaders; more where many groups make them long and steep.
const LEADER_ROOM: (f32, f32) = (5.0, 14.0);
/// Width of a leader, where it begins beside the plot, and how far before its label it ends.
const LEADER: (f32, f32, f32) = (0.8, 5.0, 2.0);
/// How far labels may stand over and below the plot.
const BEYOND: (f32, f32) = (14.0, 7.0);

/// How far labels stand aside where leaders lead to them.
fn leader_room(chart: &LineChart) -> f32 {
    if is_dense(chart) { LEADER_ROOM.1 } else { LEADER_ROOM.0 }
}

/// Room that the widest label needs.
pub(super) fn room_of(sketch: &Sketch<'_>, chart: &LineChart, with_names: bool) -> f32 {
    let ink = sketch.look.theme.ink;
    let width = |value: &str, name: &str| {
        sketch.width_of_pieces(&[(value, Ink::bold(LABEL, ink)), (name, Ink::plain(LABEL, ink))]) + SPACING
    };
    let labels = possible_labels(chart, sketch.look.joined);
    let band = chart.band.iter().map(|band| (band.value_text.clone(), band.label.clone()));
    let ends = labels.into_iter().map(|(value, name)| (value, if with_names { name } else { String::new() }));
    let ends = ends.chain(band).map(|(value, name)| width(&value, &name) + leader_room(chart));
    let headings = chart.groups.iter().filter(|_| !is_dense(chart)).filter_map(|group| group.heading.as_deref());
    ends.chain(headings.map(|heading| width(heading, ""))).fold(0.0_f32, f32::max).ceil()
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
    let labels = end_labels(plot.chart, &frame);
    // All of them keep one left edge, and no leader runs through the digits of another label.
    let has_leaders = labels.iter().any(EndLabel::needs_leader);
    let aside = if has_leaders { leader_room(plot.chart) } else { 0.0 };
    let mut covered = Vec::new();
    for label in &labels {
        if let Some(heading) = &label.heading {
            covered.push(add_heading(sketch, plot, (heading, label.y - HEADING), (&labels, aside)));
        }
        covered.push(add_label(sketch, plot, label, aside));
    }
    covered
}

/// Adds a heading over a label; returns what it covers.
fn add_heading(
    sketch: &mut Sketch<'_>,
    plot: &Plot<'_>,
    (heading, y): (&str, f32),
    (labels, aside): (&[EndLabel], f32),
) -> Area {
    let left = plot.area.right + SPACING;
    let room = plot.whole.right - left;
    let pieces = [(heading, Ink::bold(LABEL, sketch.look.theme.ink))];
    // One that fills the margin begins before its labels, unless a leader passes there.
    let fits = sketch.width_of_pieces(&pieces) + aside <= room;
    let aside = if fits || labels.iter().any(|label| passes(label, aside, y)) { aside } else { 0.0 };
    sketch.pieces_on_middle([left + aside, y], &pieces, room - aside)
}

/// Whether the leader of a label runs through the place before a text on a height.
fn passes(label: &EndLabel, aside: f32, y: f32) -> bool {
    // From where texts begin that are not set aside, to the end of the leader.
    let share = (SPACING - LEADER.1) / (SPACING + aside - LEADER.2 - LEADER.1).max(1.0);
    let from = label.anchor + (label.y - label.anchor) * share;
    let (top, bottom) = (from.min(label.y), from.max(label.y));
    label.needs_leader() && top < y + LABEL / 2.0 && bottom > y - LABEL / 2.0
}

/// Adds a label with its leader; returns what its words cover.
fn add_label(sketch: &mut Sketch<'_>, plot: &Plot<'_>, label: &EndLabel, aside: f32) -> Area {
    let theme = sketch.look.theme;
    let (value, name, leader) = match label.ink {
        LabelInk::Line(color) => (color, color, color),
        LabelInk::Neutral => (theme.ink, theme.ink3, theme.axis),
    };
    let left = plot.area.right + SPACING + aside;
    if label.needs_leader() {
        let stroke = Stroke { width: LEADER.0, color: leader, dash: &[] };
        let ends = vec![[plot.area.right + LEADER.1, label.anchor], [left - LEADER.2, label.y]];
        sketch.line(ends, stroke, None);
    }
    let pieces = [(label.value.as_str(), Ink::bold(LABEL, value)), (label.name.as_str(), Ink::plain(LABEL, name))];
    sketch.pieces_on_middle([left, label.y], &pieces, plot.whole.right - left)
}
