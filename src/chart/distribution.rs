//! How the simulated paths of one year are spread: bars over values, as a model that knows no window, and where its parts stand.

use super::mark::SMALL;
use super::rows::{Across, add_axis};
use super::scale::{self, Span, Ticks};
use super::scene::{Anchor, Area, Ink, Look, Scene, Sketch, Stroke, px};
use crate::theme::{Rgb, ScenarioStyle};

/// Room over the bars, for two lines of words.
const HEAD: f32 = 30.0;
/// Height of the highest bar.
const BARS: f32 = 110.0;
/// Room below the bars, for the numbers of the axis.
const AXIS: f32 = 20.0;
/// Space between two bars.
const BETWEEN: f32 = 1.0;
/// The line of the median.
const MEDIAN: f32 = 1.4;
/// The line of a target.
const TARGET: (f32, &[f32]) = (1.0, &[4.0, 3.0]);
/// Between the line of the target and the words of the median.
const CLEAR: f32 = 4.0;
/// From the top of the head to the baselines of the words of the target and of the median.
const BASELINES: (f32, f32) = (10.0, 23.0);

/// Paths between two values.
#[derive(Debug, Clone, PartialEq)]
pub struct DistributionBar {
    /// Lower and upper value, in the chart's unit.
    pub ends: (f64, f64),
    /// Paths between them, as a fraction of all.
    pub share: f64,
    /// Between which values how many paths lie, for the pointer and for screen readers.
    pub hint: String,
}

/// The distribution of a year.
#[derive(Debug, Clone, PartialEq)]
pub struct DistributionChart {
    /// What it shows.
    pub title: String,
    /// Unit of the values, and what a bar is.
    pub unit_line: String,
    /// Text equivalent.
    pub alt: String,
    /// Look of the scenario.
    pub style: ScenarioStyle,
    /// Bars from the lowest values up.
    pub bars: Vec<DistributionBar>,
    /// The ends of the band of 80 %: bars between them are darker.
    pub band: (f64, f64),
    /// The median, and its words.
    pub median: (f64, String),
    /// The target of the year, and its words.
    pub target: Option<(f64, String)>,
    /// Sentences below it.
    pub captions: Vec<String>,
}

impl DistributionChart {
    /// Range of the horizontal axis.
    pub fn span(&self) -> Span {
        let ends = self.bars.iter().flat_map(|bar| [bar.ends.0, bar.ends.1]);
        scale::pad(ends.chain(self.target.iter().map(|target| target.0)))
    }

    fn ticks(span: Span) -> Ticks {
        scale::ticks(span)
    }
}

/// Height of a distribution, without its title and its sentences.
pub const fn height_of_distribution() -> f32 {
    HEAD + BARS + AXIS
}

/// Lays a distribution out from a corner on.
pub fn lay_out_distribution(chart: &DistributionChart, look: Look<'_>, [left, top]: [f32; 2], width: f32) -> Scene {
    let mut sketch = Sketch::new(look);
    let across = Across::new(left, (left, left + width), chart.span());
    let rows = Area { left, top: top + HEAD, right: left + width, bottom: top + HEAD + BARS };
    add_axis(&mut sketch, across, &DistributionChart::ticks(across.span), (rows.top, rows.bottom));
    let highest = chart.bars.iter().map(|bar| bar.share).fold(f64::MIN_POSITIVE, f64::max);
    for bar in &chart.bars {
        add_bar(&mut sketch, chart, bar, (across, rows, highest));
    }
    sketch.rule([left, rows.bottom], [left + width, rows.bottom], look.theme.axis);
    // The line of the target comes from above, past the words of the median, which make way for it.
    let crossing = chart.target.as_ref().map(|target| across.x(target.0));
    add_mark(
        &mut sketch,
        (chart.median.0, &chart.median.1),
        (across, rows, top + BASELINES.1),
        Mark::Median(chart, crossing),
    );
    if let Some((value, text)) = &chart.target {
        add_mark(&mut sketch, (*value, text), (across, rows, top + BASELINES.0), Mark::Target);
    }
    sketch.scene
}

/// The middle of words of a half width that should stand over `x`, between `left` and `right`, and beside a line that
/// crosses their row.
fn middle_of(x: f32, half: f32, (left, right): (f32, f32), crossing: Option<f32>) -> f32 {
    let least = left + half;
    let most = (right - half).max(least);
    let middle = x.clamp(least, most);
    let reach = half + CLEAR;
    let Some(line) = crossing.filter(|line| (line - middle).abs() < reach) else { return middle };
    // On the side on which the median lies, unless that side has no room.
    let (before, after) = (line - reach, line + reach);
    let sides = if x <= line { [before, after] } else { [after, before] };
    sides.into_iter().find(|side| (least..=most).contains(side)).unwrap_or(middle)
}

/// Which line of the chart.
#[derive(Clone, Copy)]
enum Mark<'a> {
    Median(&'a DistributionChart, Option<f32>),
    Target,
}

fn add_bar(
    sketch: &mut Sketch<'_>,
    chart: &DistributionChart,
    bar: &DistributionBar,
    (across, rows, highest): (Across, Area, f64),
) {
    let (from, to) = (across.x(bar.ends.0), across.x(bar.ends.1));
    let middle = f64::midpoint(bar.ends.0, bar.ends.1);
    let is_inside = (chart.band.0..=chart.band.1).contains(&middle);
    let fill: Rgb = if is_inside { chart.style.color } else { sketch.look.theme.track };
    let tall = px(bar.share / highest) * BARS;
    let area = Area { left: from, top: rows.bottom - tall, right: (to - BETWEEN).max(from + 0.5), bottom: rows.bottom };
    sketch.rect(area, fill);
    let pointed = Area { left: from, top: rows.top, right: to, bottom: rows.bottom };
    sketch.scene.hints.push((pointed, bar.hint.clone()));
}

/// A line over the bars with its words above it, within the width of the chart.
fn add_mark(
    sketch: &mut Sketch<'_>,
    (value, text): (f64, &str),
    (across, rows, y): (Across, Area, f32),
    mark: Mark<'_>,
) {
    let theme = sketch.look.theme;
    let x = across.x(value);
    let (ink, stroke, crossing) = match mark {
        Mark::Median(chart, crossing) => {
            (Ink::bold(SMALL, chart.style.color), Stroke { width: MEDIAN, color: theme.ink, dash: &[] }, crossing)
        }
        Mark::Target => {
            (Ink::plain(SMALL, theme.ink), Stroke { width: TARGET.0, color: theme.ink, dash: TARGET.1 }, None)
        }
    };
    sketch.line(vec![[x, y + 3.0], [x, rows.bottom]], stroke, None);
    let half = sketch.width_of(text, ink) / 2.0;
    let middle = middle_of(x, half, (rows.left, rows.right), crossing);
    sketch.text([middle, y], Anchor::Middle, ink.over_lines(), text);
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_words_of_the_median_make_way_for_the_line_of_the_target() {
        // Far apart, they stand over their own line.
        assert!((middle_of(100.0, 30.0, (0.0, 340.0), Some(200.0)) - 100.0).abs() < 1e-3);
        // Close together, they end before it; at the edge they stand behind it.
        assert!((middle_of(100.0, 30.0, (0.0, 340.0), Some(110.0)) - 76.0).abs() < 1e-3);
        assert!((middle_of(20.0, 30.0, (0.0, 340.0), Some(40.0)) - 74.0).abs() < 1e-3);
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]
        #[test]
        fn words_and_line_never_meet(x in 0.0..340.0_f32, line in 0.0..340.0_f32, half in 5.0..70.0_f32) {
            let middle = middle_of(x, half, (0.0, 340.0), Some(line));
            prop_assert!(middle - half >= -1e-3 && middle + half <= 340.0 + 1e-3);
            prop_assert!((middle - line).abs() >= half + CLEAR - 1e-3, "{middle} {line} {half}");
        }
    }
}
