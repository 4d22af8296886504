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
    add_mark(&mut sketch, (chart.median.0, &chart.median.1), (across, rows, top + BASELINES.1), Mark::Median(chart));
    if let Some((value, text)) = &chart.target {
        add_mark(&mut sketch, (*value, text), (across, rows, top + BASELINES.0), Mark::Target);
    }
    sketch.scene
}

/// Which line of the chart.
#[derive(Clone, Copy)]
enum Mark<'a> {
    Median(&'a DistributionChart),
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
    let (ink, stroke) = match mark {
        Mark::Median(chart) => {
            (Ink::bold(SMALL, chart.style.color), Stroke { width: MEDIAN, color: theme.ink, dash: &[] })
        }
        Mark::Target => (Ink::plain(SMALL, theme.ink), Stroke { width: TARGET.0, color: theme.ink, dash: TARGET.1 }),
    };
    sketch.line(vec![[x, y + 3.0], [x, rows.bottom]], stroke, None);
    let half = sketch.width_of(text, ink) / 2.0;
    let least = rows.left + half;
    let middle = x.clamp(least, (rows.right - half).max(least));
    sketch.text([middle, y], Anchor::Middle, ink.over_lines(), text);
}
