//! What lies under the lines: projected years, a stated range, gridlines, bars, the "now" line; and the axis of years.

use super::{Plot, has_now_words};
use crate::chart::mark::SMALL;
use crate::chart::scale::year_ticks;
use crate::chart::scene::{Anchor, Area, Ink, Shape, Sketch};

/// From the plot to the numbers of its vertical axis.
const NUMBER_SPACING: f32 = 6.0;
/// Part of a year that a bar takes to each side, and its least and greatest reach in px.
const BAR: (f64, f32, f32) = (0.29, 1.0, 16.0);
/// From the end of a bar to the middle of its value, over it and below it.
const BAR_VALUE: (f32, f32) = (8.0, 9.0);
/// How far the "now" line reaches over the plot beside its words, and their baseline.
const NOW: (f32, f32) = (12.0, 5.0);
/// From the "now" line to its words at the left and at the right.
const NOW_ASIDE: (f32, f32) = (4.0, 5.0);
/// From the axis to the baseline of the years.
const YEAR_BASELINE: f32 = 16.0;
/// Least distance of two numbered years.
const YEAR_ROOM: f32 = 38.0;
/// Size of the tag of the marked year, the middle of it below the axis, and the distance that other years keep.
const TAG: (f32, f32, f32, f32) = (34.0, 16.0, 12.0, 32.0);

/// Adds projected years, a stated range, gridlines with their numbers, and bars.
pub(super) fn add_ground(sketch: &mut Sketch<'_>, plot: &Plot<'_>) {
    if let Some(left) = plot.projected_from() {
        sketch.rect(Area { left, ..plot.area }, sketch.look.theme.proj);
    }
    add_band(sketch, plot);
    add_values(sketch, plot);
    add_bars(sketch, plot);
}

fn add_band(sketch: &mut Sketch<'_>, plot: &Plot<'_>) {
    let Some(band) = &plot.chart.band else { return };
    let (first, last) = (f64::from(band.years.0) - 0.5, f64::from(band.years.1) + 0.5);
    let from = plot.chart.now_x().map_or(first, |now| first.max(now));
    let (left, right) = (plot.x_of(from), plot.x_of(last));
    let area = Area { left, top: plot.y_of(band.hi), right, bottom: plot.y_of(band.lo) };
    sketch.rect(area.within(&plot.area), sketch.look.theme.select);
}

/// Gridlines with their numbers; the zero line is stronger.
fn add_values(sketch: &mut Sketch<'_>, plot: &Plot<'_>) {
    let theme = sketch.look.theme;
    let ticks = plot.chart.ticks(plot.y);
    for value in ticks.values {
        let y = plot.y_of(value);
        let is_zero = value.abs() < f64::EPSILON;
        sketch.rule([plot.area.left, y], [plot.area.right, y], if is_zero { theme.axis } else { theme.grid });
        // Numbers on an axis without values would be invented.
        if plot.chart.missing.is_none() {
            let text = (sketch.look.format)(value, ticks.decimals);
            let ink = Ink::plain(SMALL, theme.ink3);
            sketch.text_on_middle([plot.area.left - NUMBER_SPACING, y], Anchor::End, ink, &text);
        }
    }
}

fn add_bars(sketch: &mut Sketch<'_>, plot: &Plot<'_>) {
    let half = (plot.x_of(BAR.0) - plot.x_of(0.0)).clamp(BAR.1, BAR.2);
    let zero = plot.y_of(0.0);
    for (year, value, _) in plot.chart.history_bars.iter().filter(|bar| bar.1.is_finite()) {
        let [x, end] = plot.project((*year, *value));
        let (left, right) = ((x - half).round(), (x + half).round());
        let area = Area { left, top: end.min(zero), right, bottom: end.max(zero) };
        sketch.rect(area.within(&plot.area), sketch.look.theme.ink2);
    }
}

/// Adds the values of the bars beyond their ends, the last first; one that would lie on another is left to the pointer.
/// Returns what they cover.
pub(super) fn add_bar_values(sketch: &mut Sketch<'_>, plot: &Plot<'_>) -> Vec<Area> {
    let ink = Ink::plain(SMALL, sketch.look.theme.ink2).over_lines();
    let mut taken: Vec<Area> = Vec::new();
    for (year, value, text) in plot.chart.history_bars.iter().rev().filter(|bar| bar.1.is_finite()) {
        let [x, end] = plot.project((*year, *value));
        let middle = [x, if *value < 0.0 { end + BAR_VALUE.1 } else { end - BAR_VALUE.0 }];
        let half = sketch.width_of(text, ink) / 2.0;
        let [top, bottom] = [middle[1] - SMALL / 2.0, middle[1] + SMALL / 2.0];
        let own = Area { left: x - half, top, right: x + half, bottom };
        if plot.area.contains(middle) && taken.iter().all(|other| other.overlap(&own.expand(1.0)) <= 0.0) {
            sketch.text_on_middle(middle, Anchor::Middle, ink, text);
            taken.push(own);
        }
    }
    taken
}

/// Adds the line between actual and projected years, and its two words over the plot; returns what these cover.
///
/// A word without room beside the line is left out: at the left it would lie on the numbers of the axis, at the right
/// it would leave the chart.
pub(super) fn add_now(sketch: &mut Sketch<'_>, plot: &Plot<'_>) -> Vec<Area> {
    let Some(x) = plot.now_x() else { return Vec::new() };
    let (look, Area { left, top, bottom, .. }) = (sketch.look, plot.area);
    if !has_now_words(plot.chart, look, plot.whole.width()) {
        sketch.rule([x, top], [x, bottom], look.theme.axis);
        return Vec::new();
    }
    sketch.rule([x, top - NOW.0], [x, bottom], look.theme.axis);
    let ink = Ink::plain(SMALL, look.theme.ink3);
    let (before, after, baseline) = (x - NOW_ASIDE.0, x + NOW_ASIDE.1, top - NOW.1);
    let mut covered = Vec::new();
    if before - sketch.width_of(look.actual, ink) >= left {
        covered.push(sketch.text([before, baseline], Anchor::End, ink, look.actual));
    }
    if after + sketch.width_of(look.projected, ink) <= plot.whole.right {
        covered.push(sketch.text([after, baseline], Anchor::Start, ink, look.projected));
    }
    covered
}

/// Adds axis line, ticks and years; the marked year stands in an inverted tag.
pub(super) fn add_years(sketch: &mut Sketch<'_>, plot: &Plot<'_>) {
    let theme = sketch.look.theme;
    let Area { left, right, bottom, .. } = plot.area;
    sketch.rule([left, bottom], [right, bottom], theme.axis);
    let tag = plot.year.map(|year| (year, plot.x_of(f64::from(year)))).filter(|tag| (left..=right).contains(&tag.1));
    let baseline = bottom + YEAR_BASELINE;
    for year in year_ticks(plot.x, right - left, YEAR_ROOM) {
        let x = plot.x_of(f64::from(year));
        sketch.rule([x, bottom], [x, bottom + 4.0], theme.axis);
        if tag.is_none_or(|tag| (tag.1 - x).abs() > TAG.3) {
            sketch.text([x, baseline], Anchor::Middle, Ink::plain(SMALL, theme.ink3), &year.to_string());
        }
    }
    if let Some((year, x)) = tag {
        let (half, middle) = (TAG.0 / 2.0, bottom + TAG.2);
        let area = Area { left: x - half, top: middle - TAG.1 / 2.0, right: x + half, bottom: middle + TAG.1 / 2.0 };
        sketch.scene.shapes.push(Shape::Rect { area, fill: theme.ink, radius: 2.0 });
        sketch.text([x, baseline], Anchor::Middle, Ink::bold(SMALL, theme.paper), &year.to_string());
    }
}
