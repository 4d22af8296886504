//! Labels at the ends of lines: what they say, and how they are kept from covering one another.

use crate::theme::Rgb;

use super::model::{EndText, LineChart, Series, SeriesGroup};

/// Distance between the centres of two labels, px at 100 %.
pub const PITCH: f32 = 13.0;
/// A label moved by more than this gets a leader, px at 100 %.
pub const LEADER_FROM: f32 = 2.5;
/// Room that a heading needs over its label, px at 100 %.
pub const HEADING: f32 = 14.0;
/// Room over a heading that is not the first, px at 100 %.
const HEADING_SPACING: f32 = 3.0;
/// From this number on, lines that end together share one label.
const JOINED: usize = 3;
/// A line that ends so far from its neighbours has a label of its own, px at 100 %.
const BY_ITSELF: f32 = 5.0;
/// With more groups than this each has one label: a heading for each would leave no room for their values.
pub const HEADED: usize = 4;

/// A label to be placed: where it wants to stand, and how far it reaches from there.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LabelSlot {
    /// Where the label's centre should be, px from the top.
    pub anchor: f32,
    /// Reach upwards from the centre, px.
    pub above: f32,
    /// Reach downwards from the centre, px.
    pub below: f32,
}

impl LabelSlot {
    /// A label of one line.
    pub const fn line(anchor: f32) -> Self {
        Self { anchor, above: PITCH / 2.0, below: PITCH / 2.0 }
    }
}

/// Part of the distance between labels to which they may be squeezed.
const CLOSEST: f32 = 0.85;

/// Centres of the labels, in the given order from top to bottom, between `top` and `bottom`.
///
/// Neighbours that are too close merge into a block centred on the mean of its anchors, until no two
/// are; then the blocks are kept within the ends. Labels that cannot all fit are spaced evenly.
pub fn spread(slots: &[LabelSlot], top: f32, bottom: f32) -> Vec<f32> {
    let Some((first, last)) = slots.first().zip(slots.last()) else {
        return Vec::new();
    };
    // With the fixed distances taken off, "no overlap" becomes "in order", and the block rule becomes
    // the pooling of neighbours that are out of order.
    let mut offset = 0.0;
    let mut offsets = Vec::with_capacity(slots.len());
    for (index, slot) in slots.iter().enumerate() {
        if index > 0 {
            offset += slots[index - 1].below + slot.above;
        }
        offsets.push(offset);
    }
    let (lowest, highest) = (top + first.above, bottom - last.below);
    if offset > highest - lowest {
        let squeeze = (highest - lowest).max(0.0) / offset.max(1.0);
        return offsets.iter().map(|offset| lowest + offset * squeeze).collect();
    }
    let mut blocks: Vec<(f32, usize)> = Vec::new();
    for (slot, offset) in slots.iter().zip(&offsets) {
        let mut block = (slot.anchor - offset, 1_usize);
        while let Some(above) = blocks.pop_if(|above| above.0 > block.0) {
            let count = above.1 + block.1;
            block = ((above.0 * above.1 as f32 + block.0 * block.1 as f32) / count as f32, count);
        }
        blocks.push(block);
    }
    let places = blocks.iter().flat_map(|(mean, count)| std::iter::repeat_n(*mean, *count));
    places.zip(&offsets).map(|(place, offset)| place.clamp(lowest, highest - offset_last(&offsets)) + offset).collect()
}

fn offset_last(offsets: &[f32]) -> f32 {
    offsets.last().copied().unwrap_or(0.0)
}

/// Whose colour a label takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LabelInk {
    /// The colour of one scenario's line.
    Line(Rgb),
    /// Value in ink, name in the colour of units: the label belongs to several lines or to a range.
    Neutral,
}

/// A label beside the plot.
#[derive(Debug, Clone, PartialEq)]
pub struct EndLabel {
    /// Heading over the label, when it opens a group.
    pub heading: Option<String>,
    /// The value, printed bold; empty while the last year is out of sight.
    pub value: String,
    /// The name after it.
    pub name: String,
    /// Colour.
    pub ink: LabelInk,
    /// Where its line ends, px from the top.
    pub anchor: f32,
    /// Centre of the label, px from the top.
    pub y: f32,
}

impl EndLabel {
    /// Whether a leader must show to which line it belongs.
    pub fn needs_leader(&self) -> bool {
        (self.y - self.anchor).abs() > LEADER_FROM
    }
}

/// How values and the visible end of the plot become label texts and places.
pub struct EndFrame<'a> {
    /// Vertical place of a value, px from the top.
    pub y_of: &'a dyn Fn(f64) -> f32,
    /// Last visible position on the year axis.
    pub last_x: f64,
    /// Top and bottom between which labels may stand, px.
    pub limits: (f32, f32),
    /// Top and bottom of the plot, px: a line that leaves it is labelled at the edge.
    pub plot: (f32, f32),
    /// Words after a range that stands for the first number of lines out of the second.
    pub joined_name: &'a dyn Fn(usize, usize) -> String,
}

/// The labels of a chart, placed.
pub fn end_labels(chart: &LineChart, frame: &EndFrame<'_>) -> Vec<EndLabel> {
    if chart.end_text == EndText::None {
        return Vec::new();
    }
    let mut blocks: Vec<Vec<EndLabel>> = chart.groups.iter().map(|group| group_labels(chart, group, frame)).collect();
    blocks.retain(|block| !block.is_empty());
    blocks.extend(chart.band.as_ref().map(|band| {
        let anchor = (frame.y_of)(f64::midpoint(band.lo, band.hi)).clamp(frame.plot.0, frame.plot.1);
        let name = band.label.clone();
        vec![EndLabel {
            heading: None,
            value: band.value_text.clone(),
            name,
            ink: LabelInk::Neutral,
            anchor,
            y: anchor,
        }]
    }));
    // Groups stay together under their heading; a chart without headings is one sequence.
    let headed = blocks.iter().any(|block| block.iter().any(|label| label.heading.is_some()));
    if headed {
        blocks = headed_blocks(chart, &blocks, frame);
    }
    let mut labels: Vec<EndLabel> = blocks.into_iter().flatten().collect();
    if !headed {
        labels.sort_by(|a, b| a.anchor.total_cmp(&b.anchor));
    }
    let slots: Vec<LabelSlot> = labels.iter().enumerate().map(|(index, label)| slot_of(index, label)).collect();
    for (label, y) in labels.iter_mut().zip(spread(&slots, frame.limits.0, frame.limits.1)) {
        label.y = y;
    }
    labels
}

/// Whether a chart has so many groups that each has one label.
pub fn is_dense(chart: &LineChart) -> bool {
    chart.groups.iter().filter(|group| group.heading.is_some() && !group.series.is_empty()).count() > HEADED
}

/// The labels of groups from top to bottom, as many words as there is room for.
///
/// First, each group in one block under its heading, unless there are too many; lines of groups that end among one
/// another, as differences do, are labelled in their order instead, because the leaders of whole blocks would cross.
/// Then groups of secondary lines with one label each, then all groups; only then the lowest go without.
fn headed_blocks(chart: &LineChart, full: &[Vec<EndLabel>], frame: &EndFrame<'_>) -> Vec<Vec<EndLabel>> {
    let room = frame.limits.1 - frame.limits.0;
    let fits = |blocks: &[Vec<EndLabel>]| height_of(blocks) * CLOSEST <= room;
    let shortened = |which: &dyn Fn(&SeriesGroup) -> bool| {
        // The blocks of the groups come first, in their order; that of a stated range stays as it is.
        let mut groups = chart.groups.iter().filter(|group| line_ends(chart, group, frame).next().is_some());
        let shorten = |block: &Vec<EndLabel>| match groups.next() {
            Some(group) if which(group) => group_label(chart, group, frame).into_iter().collect(),
            Some(_) | None => block.clone(),
        };
        let mut blocks: Vec<Vec<EndLabel>> = full.iter().map(shorten).collect();
        blocks.sort_by(|a, b| mean_anchor(a).total_cmp(&mean_anchor(b)));
        blocks
    };
    if !is_dense(chart) {
        let whole = shortened(&|_| false);
        let blocks = if in_order(&whole) { whole } else { runs_of(full) };
        if fits(&blocks) {
            return blocks;
        }
    }
    let main_ones_whole = shortened(&|group| group.series.iter().all(|series| series.secondary));
    if in_order(&main_ones_whole) && fits(&main_ones_whole) {
        return main_ones_whole;
    }
    let mut single = shortened(&|_| true);
    leave_out_lowest(&mut single, room);
    single
}

/// Whether no line ends higher than one whose label stands over its own.
fn in_order(blocks: &[Vec<EndLabel>]) -> bool {
    let anchors: Vec<f32> = blocks.iter().flatten().map(|label| label.anchor).collect();
    anchors.windows(2).all(|pair| pair[0] <= pair[1] + LEADER_FROM)
}

/// Labels in the order of their lines, cut into runs of one group, each under the heading of its group.
fn runs_of(blocks: &[Vec<EndLabel>]) -> Vec<Vec<EndLabel>> {
    let labels = blocks.iter().enumerate().flat_map(|(group, block)| block.iter().map(move |label| (group, label)));
    let mut labels: Vec<(usize, &EndLabel)> = labels.collect();
    labels.sort_by(|a, b| a.1.anchor.total_cmp(&b.1.anchor));
    let of_one_group = labels.chunk_by(|a, b| a.0 == b.0);
    let run = |run: &[(usize, &EndLabel)]| -> Vec<EndLabel> {
        let heading = run.first().and_then(|(group, _)| blocks[*group].first()?.heading.clone());
        let mut run: Vec<EndLabel> =
            run.iter().map(|(_, label)| EndLabel { heading: None, ..(*label).clone() }).collect();
        if let Some(first) = run.first_mut() {
            first.heading = heading;
        }
        run
    };
    of_one_group.map(run).collect()
}

/// Height of all labels with their headings, when they stand as close as they want to.
fn height_of(blocks: &[Vec<EndLabel>]) -> f32 {
    let slots = blocks.iter().flatten().enumerate().map(|(index, label)| slot_of(index, label));
    slots.map(|slot| slot.above + slot.below).sum()
}

/// Leaves out the blocks of the lowest lines where all of them would have to lie on one another: names that cannot be
/// read say less than lines without one, whose values the table and the pointer give.
fn leave_out_lowest(blocks: &mut Vec<Vec<EndLabel>>, room: f32) {
    while blocks.len() > 1 && height_of(blocks) * CLOSEST > room {
        blocks.pop();
    }
}

fn slot_of(index: usize, label: &EndLabel) -> LabelSlot {
    let mut slot = LabelSlot::line(label.anchor);
    if label.heading.is_some() {
        slot.above += HEADING + if index > 0 { HEADING_SPACING } else { 0.0 };
    }
    slot
}

fn mean_anchor(labels: &[EndLabel]) -> f32 {
    labels.iter().map(|label| label.anchor).sum::<f32>() / labels.len().max(1) as f32
}

/// Where the lines of a group leave the plot, as far as something true can be said there.
fn line_ends<'a>(
    chart: &LineChart,
    group: &'a SeriesGroup,
    frame: &EndFrame<'_>,
) -> impl Iterator<Item = (&'a Series, f32, bool)> {
    // Without names nothing true can be said while the last year is out of sight.
    let ends =
        group.series.iter().filter_map(move |series| line_end(series, frame).map(|(y, is_last)| (series, y, is_last)));
    ends.filter(move |end| end.2 || chart.end_text == EndText::ValueAndName)
}

/// The lines of a group by where they end, from top to bottom.
fn sorted_ends<'a>(chart: &LineChart, group: &'a SeriesGroup, frame: &EndFrame<'_>) -> Vec<(&'a Series, f32, bool)> {
    let mut ends: Vec<_> = line_ends(chart, group, frame).collect();
    ends.sort_by(|a, b| a.1.total_cmp(&b.1));
    ends
}

fn group_labels(chart: &LineChart, group: &SeriesGroup, frame: &EndFrame<'_>) -> Vec<EndLabel> {
    let ends = sorted_ends(chart, group, frame);
    let mut labels = Vec::with_capacity(ends.len());
    let mut start = 0;
    while start < ends.len() {
        let near = near_from(&ends[start..]);
        if near >= JOINED {
            let name = (frame.joined_name)(near, group.series.len());
            labels.push(joined_label(&ends[start..start + near], name));
            start += near;
        } else {
            labels.push(single_label(ends[start], chart.end_text));
            start += 1;
        }
    }
    if let Some(first) = labels.first_mut() {
        first.heading.clone_from(&group.heading);
    }
    labels
}

/// How many secondary lines end together from the first on: within the height of a label, and none by itself.
fn near_from(ends: &[(&Series, f32, bool)]) -> usize {
    let Some(first) = ends.first() else { return 0 };
    let mut last = first.1;
    let together = ends.iter().take_while(|end| {
        let is_near = end.0.secondary && end.1 - first.1 < PITCH && end.1 - last < BY_ITSELF;
        last = end.1;
        is_near
    });
    together.count()
}

/// The one label of a group: the range of its values, and its heading as the name.
fn group_label(chart: &LineChart, group: &SeriesGroup, frame: &EndFrame<'_>) -> Option<EndLabel> {
    let ends = sorted_ends(chart, group, frame);
    let name = group.heading.clone().unwrap_or_default();
    match ends.as_slice() {
        [] => None,
        [only] => Some(EndLabel { name, ..single_label(*only, EndText::Value) }),
        [_, _, ..] => Some(joined_label(&ends, name)),
    }
}

fn single_label((series, anchor, is_last): (&Series, f32, bool), text: EndText) -> EndLabel {
    // While the last year is out of sight its value would be misread as the value at the edge.
    let value = if is_last { series.end_value_text.clone() } else { String::new() };
    let name = if text == EndText::ValueAndName { series.short_name.clone() } else { String::new() };
    EndLabel { heading: None, value, name, ink: LabelInk::Line(series.style.color), anchor, y: anchor }
}

/// The label of several lines, of which there is at least one, from the highest to the lowest.
fn joined_label(ends: &[(&Series, f32, bool)], name: String) -> EndLabel {
    let (highest, lowest) = (ends[0], ends[ends.len() - 1]);
    let value = if highest.2 && lowest.2 {
        range_text(&lowest.0.end_value_text, &highest.0.end_value_text)
    } else {
        String::new()
    };
    let anchor = f32::midpoint(highest.1, lowest.1);
    EndLabel { heading: None, value, name, ink: LabelInk::Neutral, anchor, y: anchor }
}

/// A range between two values in writing.
fn range_text(low: &str, high: &str) -> String {
    match (low == high, is_signed(low) || is_signed(high)) {
        (true, true | false) => low.to_owned(),
        (false, true) => format!("{low} … {high}"),
        (false, false) => format!("{low}–{high}"),
    }
}

/// Whether a value begins with a sign, as which a dash before it would be read.
fn is_signed(value: &str) -> bool {
    value.starts_with(['+', '−'])
}

/// Value and name of every label that a chart may have at the ends of its lines: room is kept for the widest.
pub fn possible_labels(chart: &LineChart, joined_name: &dyn Fn(usize, usize) -> String) -> Vec<(String, String)> {
    let is_dense = is_dense(chart);
    let mut texts = Vec::new();
    for SeriesGroup { heading, series } in &chart.groups {
        let range = widest_range(series).unwrap_or_default();
        if !is_dense || series.iter().any(|series| !series.secondary) {
            texts.extend(series.iter().map(|series| (series.end_value_text.clone(), series.short_name.clone())));
        }
        let count = series.len();
        if is_dense {
            texts.push((range, heading.clone().unwrap_or_default()));
        } else if series.iter().filter(|series| series.secondary).count() >= JOINED {
            let names = [count, count - 1].map(|joined| joined_name(joined, count));
            texts.extend(names.map(|name| (range.clone(), name)));
        }
    }
    texts
}

/// The range that takes the most room between the values of some lines; the value of a single one.
fn widest_range(series: &[Series]) -> Option<String> {
    let values = || series.iter().map(|series| series.end_value_text.as_str());
    let longest = values().max_by_key(|value| value.chars().count())?;
    let is_signed = values().any(is_signed);
    Some(match (series, is_signed) {
        ([_], true | false) => longest.to_owned(),
        ([..], true) => format!("{longest} … {longest}"),
        ([..], false) => format!("{longest}–{longest}"),
    })
}

/// Where a line leaves the plot on the right, and whether that is its last point.
fn line_end(series: &Series, frame: &EndFrame<'_>) -> Option<(f32, bool)> {
    let finite = || series.points.iter().filter(|point| point.1.is_finite());
    let last = finite().next_back()?;
    let clamp = |value: f64| (frame.y_of)(value).clamp(frame.plot.0, frame.plot.1);
    if f64::from(last.0) <= frame.last_x + 1e-6 {
        return Some((clamp(last.1), true));
    }
    let after = finite().find(|point| f64::from(point.0) > frame.last_x)?;
    let before = finite().rfind(|point| f64::from(point.0) <= frame.last_x)?;
    let share = (frame.last_x - f64::from(before.0)) / f64::from(after.0 - before.0);
    Some((clamp(before.1 + (after.1 - before.1) * share), false))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::theme::{Mode, Theme};
    use proptest::prelude::*;

    fn centres(anchors: &[f32]) -> Vec<f32> {
        let slots: Vec<LabelSlot> = anchors.iter().copied().map(LabelSlot::line).collect();
        spread(&slots, 0.0, 200.0)
    }

    #[test]
    fn labels_far_apart_do_not_move() {
        assert_eq!(centres(&[20.0, 60.0, 100.0]), [20.0, 60.0, 100.0]);
    }

    #[test]
    fn close_labels_form_a_block_centred_on_their_mean() {
        assert_eq!(centres(&[99.0, 101.0]), [93.5, 106.5]);
        assert_eq!(centres(&[98.0, 100.0, 102.0]), [87.0, 100.0, 113.0]);
    }

    #[test]
    fn a_block_that_grows_into_its_neighbour_takes_it_in() {
        // 100 and 102 become 94.5 and 107.5; the third at 112 is then too close and joins.
        let third = (100.0 + 102.0 + 112.0) / 3.0 - 13.0;
        let placed = centres(&[100.0, 102.0, 112.0]);
        for (placed, expected) in placed.iter().zip([third, third + 13.0, third + 26.0]) {
            assert!((placed - expected).abs() < 1e-3, "{placed} {expected}");
        }
    }

    #[test]
    fn labels_stay_within_the_plot() {
        assert_eq!(centres(&[1.0, 2.0]), [6.5, 19.5]);
        assert_eq!(centres(&[199.0, 199.0]), [180.5, 193.5]);
    }

    fn series(name: &str, end: f64, secondary: bool) -> Series {
        Series {
            scenario_key: name.into(),
            short_name: name.into(),
            full_name: name.into(),
            style: Theme::for_mode(Mode::Light).scenario(1),
            points: vec![(2024, 1.0), (2030, end)],
            end_value_text: format!("{end}"),
            secondary,
            emphasised: false,
        }
    }

    #[expect(clippy::cast_possible_truncation, reason = "pixels need no more than single precision")]
    fn y_of(value: f64) -> f32 {
        (200.0 - value) as f32
    }

    fn labels_of(group: Vec<Series>, last_x: f64) -> Vec<EndLabel> {
        let groups = vec![SeriesGroup { heading: Some("Services".into()), series: group }];
        let chart = LineChart { groups, ..LineChart::default() };
        let joined_name = |joined: usize, of: usize| {
            if joined == of { "all".into() } else { "the others".into() }
        };
        let frame =
            EndFrame { y_of: &y_of, last_x, limits: (0.0, 200.0), plot: (0.0, 200.0), joined_name: &joined_name };
        end_labels(&chart, &frame)
    }

    #[test]
    fn three_secondary_lines_that_end_together_share_a_range() {
        let group =
            vec![series("a", 57.1, true), series("b", 40.7, true), series("c", 40.0, true), series("d", 39.8, true)];
        let labels = labels_of(group, 2030.0);
        assert_eq!(labels.len(), 2);
        assert_eq!((labels[1].value.as_str(), labels[1].name.as_str()), ("39.8–40.7", "the others"));
        assert_eq!(labels[0].heading.as_deref(), Some("Services"));
    }

    fn labels_of_groups(ends: &[(&str, &[f64])], bottom: f32) -> Vec<EndLabel> {
        let group = |(heading, ends): &(&str, &[f64])| SeriesGroup {
            heading: Some((*heading).to_owned()),
            series: ends.iter().map(|end| series(&format!("{heading} {end}"), *end, false)).collect(),
        };
        let chart = LineChart { groups: ends.iter().map(group).collect(), ..LineChart::default() };
        ends_within(&chart, bottom)
    }

    /// Labels of a chart whose values are points from the top, with room down to `bottom`.
    fn ends_within(chart: &LineChart, bottom: f32) -> Vec<EndLabel> {
        let frame = EndFrame {
            y_of: &y_of,
            last_x: 2030.0,
            limits: (0.0, bottom),
            plot: (0.0, 200.0),
            joined_name: &|_, _| String::new(),
        };
        end_labels(chart, &frame)
    }

    #[test]
    fn labels_of_groups_that_end_among_one_another_follow_their_lines_and_name_their_group_anew() {
        let groups: [(&str, &[f64]); 2] = [("Industry", &[150.0, 60.0, 20.0]), ("Services", &[110.0, 58.0])];
        let labels = labels_of_groups(&groups, 200.0);
        assert!(labels.windows(2).all(|pair| pair[0].anchor <= pair[1].anchor && pair[0].y < pair[1].y), "{labels:?}");
        let headings: Vec<Option<&str>> = labels.iter().map(|label| label.heading.as_deref()).collect();
        assert_eq!(
            headings,
            [Some("Industry"), Some("Services"), Some("Industry"), Some("Services"), Some("Industry")]
        );
        // Each stands under the heading that is its own.
        let mut heading = "";
        for label in &labels {
            heading = label.heading.as_deref().unwrap_or(heading);
            assert!(label.name.starts_with(heading), "{label:?}");
        }
        // Without the room for all of them, each group has one label with the range of its values.
        let labels = labels_of_groups(&groups, 90.0);
        let said: Vec<(&str, &str)> = labels.iter().map(|label| (&*label.value, &*label.name)).collect();
        assert_eq!(said, [("20–150", "Industry"), ("58–110", "Services")]);
        assert!(labels.iter().all(|label| label.heading.is_none()), "{labels:?}");
    }

    #[test]
    fn a_line_that_ends_by_itself_is_not_swallowed_by_the_range_of_those_below_it() {
        // Within the height of one label of the others, and still apart from them.
        let group =
            vec![series("plan", 50.0, true), series("b", 40.7, true), series("c", 40.0, true), series("d", 39.8, true)];
        let said: Vec<(String, String)> =
            labels_of(group, 2030.0).into_iter().map(|label| (label.value, label.name)).collect();
        let expected = [("50", "plan"), ("39.8–40.7", "the others")];
        assert_eq!(said, expected.map(|(value, name)| (value.to_owned(), name.to_owned())));
    }

    #[test]
    fn many_groups_have_one_label_each_and_the_main_one_keeps_its_cases_while_there_is_room() {
        let group = |place: usize| {
            let from = 20.0 + 9.0 * place as f64;
            let ends = [from, from + 1.0, from + 3.0];
            let cases = ends.iter().zip(["a", "b", "c"]).map(|(end, case)| series(case, *end, place < 9));
            SeriesGroup { heading: Some(format!("Sector {place}")), series: cases.collect() }
        };
        let chart = LineChart { groups: (0..10).rev().map(group).collect(), ..LineChart::default() };
        assert!(is_dense(&chart));
        for (bottom, of_main) in [(200.0, 3), (140.0, 1)] {
            let labels = ends_within(&chart, bottom);
            assert_eq!(labels.len(), 9 + of_main, "{labels:?}");
            for place in 0..10 {
                let name = format!("Sector {place}");
                let named = labels.iter().filter(|label| label.name == name || label.heading.as_ref() == Some(&name));
                assert_eq!(named.count(), 1, "{name}: {labels:?}");
            }
            assert_eq!(labels.last().map(|label| label.value.as_str()), Some("20–23"));
        }
    }

    #[test]
    fn groups_that_end_apart_keep_one_block_each() {
        let labels = labels_of_groups(&[("Industry", &[150.0, 120.0]), ("Services", &[60.0, 40.0])], 200.0);
        let headings: Vec<bool> = labels.iter().map(|label| label.heading.is_some()).collect();
        assert_eq!(headings, [true, false, true, false]);
    }

    #[test]
    fn a_range_of_signed_values_has_no_dash_between_its_ends() {
        let signed =
            |name: &str, end: f64, text: &str| Series { end_value_text: text.into(), ..series(name, end, true) };
        let group = vec![signed("a", 40.6, "+0.6"), signed("b", 40.3, "+0.3"), signed("c", 40.0, "0.0")];
        assert_eq!(labels_of(group, 2030.0)[0].value, "0.0 … +0.6");
    }

    #[test]
    fn primary_lines_and_pairs_keep_their_own_labels() {
        assert_eq!(
            labels_of(vec![series("a", 40.0, false), series("b", 40.0, false), series("c", 40.0, false)], 2030.0).len(),
            3
        );
        assert_eq!(labels_of(vec![series("a", 40.0, true), series("b", 41.0, true)], 2030.0).len(), 2);
    }

    #[test]
    fn a_hidden_last_year_shows_the_name_without_its_value() {
        let labels = labels_of(vec![series("a", 7.0, false)], 2027.0);
        assert_eq!((labels[0].value.as_str(), labels[0].name.as_str()), ("", "a"));
        assert!((labels[0].anchor - 196.0).abs() < 1e-3, "half way from 1 to 7 is 4");
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]
        #[test]
        fn no_two_labels_overlap_whenever_they_fit(
            mut wanted in prop::collection::vec((-50.0..350.0_f32, 0.0..20.0_f32), 1..14),
        ) {
            wanted.sort_by(|a, b| a.0.total_cmp(&b.0));
            let slots: Vec<LabelSlot> = wanted.iter()
                .map(|(anchor, more)| LabelSlot { anchor: *anchor, above: PITCH / 2.0 + more, below: PITCH / 2.0 }).collect();
            let needed: f32 = slots.iter().map(|slot| slot.above + slot.below).sum();
            let placed = spread(&slots, 0.0, 300.0);
            prop_assert_eq!(placed.len(), slots.len());
            prop_assert!(placed.windows(2).all(|pair| pair[0] <= pair[1] + 1e-3), "order");
            if needed <= 300.0 {
                for index in 1..slots.len() {
                    let distance = placed[index] - placed[index - 1];
                    prop_assert!(distance >= slots[index - 1].below + slots[index].above - 1e-2);
                }
                prop_assert!(placed[0] - slots[0].above >= -1e-2);
                prop_assert!(placed[slots.len() - 1] + slots[slots.len() - 1].below <= 300.0 + 1e-2);
            }
        }
    }
}
