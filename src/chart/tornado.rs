//! A tornado: how far each assumption moves a figure over its range, as a model that knows no window, and where its parts stand.

use super::mark::{SMALL, TEXT};
use super::rows::{AXIS, Across, BAR, GAP, add_axis};
use super::scale::{self, Span, Ticks};
use super::scene::{Anchor, Area, Ink, Look, Scene, Sketch, Stroke};
use crate::theme::ScenarioStyle;

/// Height of a row: the name and, below it, the range.
const ROW: f32 = 32.0;
/// Room over the first row, for the words of the two lines.
const HEAD: f32 = 20.0;
/// From the first row up to the baseline of those words.
const WORDS: f32 = 5.0;
/// From the top of a row to the baselines of its name and of its range.
const BASELINES: (f32, f32) = (13.0, 26.0);
/// The line of the figure as things are.
const NOW: f32 = 1.4;
/// The line of the target.
const TARGET: (f32, &[f32]) = (1.0, &[4.0, 3.0]);

/// One assumption.
#[derive(Debug, Clone, PartialEq)]
pub struct TornadoBar {
    /// Its name.
    pub name: String,
    /// The range over which it is moved, in writing.
    pub range_text: String,
    /// The figure at the low end of the range, and in writing.
    pub low: (f64, String),
    /// The figure at the high end, and in writing.
    pub high: (f64, String),
    /// What else there is to know, for the pointer and for screen readers.
    pub hint: String,
}

/// A tornado.
#[derive(Debug, Clone, PartialEq)]
pub struct TornadoChart {
    /// What it shows.
    pub title: String,
    /// Figure, unit, price basis.
    pub unit_line: String,
    /// Text equivalent.
    pub alt: String,
    /// The figure as things are, in writing, and the look of its scenario.
    pub now: (f64, String, ScenarioStyle),
    /// What the plan wants of the figure, and in writing.
    pub target: Option<(f64, String)>,
    /// Assumptions, the widest first.
    pub bars: Vec<TornadoBar>,
    /// Sentences below it.
    pub captions: Vec<String>,
}

impl TornadoChart {
    /// Range of the horizontal axis.
    pub fn span(&self) -> Span {
        let ends = self.bars.iter().flat_map(|bar| [bar.low.0, bar.high.0]);
        scale::around(ends.chain([self.now.0]).chain(self.target.iter().map(|target| target.0)), false)
    }

    /// Gridlines of a range.
    pub fn ticks(span: Span) -> Ticks {
        scale::ticks(span)
    }
}

/// Height of a tornado, without its title and its sentences.
pub fn height_of_tornado(chart: &TornadoChart) -> f32 {
    HEAD + ROW * chart.bars.len() as f32 + AXIS
}

/// Lays a tornado out from a corner on: names and ranges at the left, bars round the figure as things are.
pub fn lay_out_tornado(chart: &TornadoChart, look: Look<'_>, [left, top]: [f32; 2], width: f32) -> Scene {
    let mut sketch = Sketch::new(look);
    let across = columns_of(&sketch, chart, (left, left + width));
    let top = top + HEAD;
    let row = |position: usize| {
        let top = top + ROW * position as f32;
        Area { left, top, right: left + width, bottom: top + ROW }
    };
    let bottom = row(chart.bars.len()).top;
    add_axis(&mut sketch, across, &TornadoChart::ticks(across.span), (top, bottom));
    for (position, bar) in chart.bars.iter().enumerate() {
        add_bar(&mut sketch, bar, (chart.now.0, across), row(position));
        sketch.scene.hints.push((row(position), bar.hint.clone()));
    }
    // Lines lie over the bars, values over the lines.
    add_lines(&mut sketch, chart, across, Area { left, top, right: left + width, bottom });
    for (position, bar) in chart.bars.iter().enumerate() {
        add_values(&mut sketch, bar, (chart.now.0, across), row(position).middle()[1]);
    }
    sketch.scene
}

fn columns_of(sketch: &Sketch<'_>, chart: &TornadoChart, (left, right): (f32, f32)) -> Across {
    let ink = sketch.look.theme.ink;
    let names = sketch.widest(chart.bars.iter().map(|bar| bar.name.as_str()), Ink::plain(TEXT, ink));
    let ranges = sketch.widest(chart.bars.iter().map(|bar| bar.range_text.as_str()), Ink::plain(SMALL, ink));
    let for_names = names.max(ranges).min((right - left) * 0.46);
    let ends = chart.bars.iter().flat_map(|bar| [bar.low.1.as_str(), &bar.high.1]);
    let widest = sketch.widest(ends, Ink::bold(TEXT, ink));
    Across::new(left, (left + for_names + widest + 2.0 * GAP + 8.0, right - widest - GAP), chart.span())
}

fn add_bar(sketch: &mut Sketch<'_>, bar: &TornadoBar, (now, across): (f64, Across), row: Area) {
    let theme = sketch.look.theme;
    let room = across.plot.0 - across.left - 2.0 * GAP;
    let name = (&bar.name, Ink::plain(TEXT, theme.ink), BASELINES.0);
    let range = (&bar.range_text, Ink::plain(SMALL, theme.ink3), BASELINES.1);
    for (text, ink, baseline) in [name, range] {
        let text = sketch.shorten(text, ink, room);
        sketch.text([across.left, row.top + baseline], Anchor::Start, ink, &text);
    }
    let y = row.middle()[1];
    for (value, fill) in [(bar.low.0, theme.loss), (bar.high.0, theme.gain())] {
        let (a, b) = (across.x(now), across.x(value));
        let area = Area { left: a.min(b), top: y - BAR / 2.0, right: a.max(b), bottom: y + BAR / 2.0 };
        sketch.rect(area, fill);
    }
}

/// The figure at both ends of a range, outside the bar.
fn add_values(sketch: &mut Sketch<'_>, bar: &TornadoBar, (now, across): (f64, Across), y: f32) {
    let (left, right) = if bar.low.0 <= bar.high.0 { (&bar.low, &bar.high) } else { (&bar.high, &bar.low) };
    let ink = Ink::bold(TEXT, sketch.look.theme.ink).over_lines();
    sketch.text_on_middle([across.x(left.0.min(now)) - GAP, y], Anchor::End, ink, &left.1);
    sketch.text_on_middle([across.x(right.0.max(now)) + GAP, y], Anchor::Start, ink, &right.1);
}

/// The figure as things are, in its scenario's colour, and the target, dashed.
fn add_lines(sketch: &mut Sketch<'_>, chart: &TornadoChart, across: Across, rows: Area) {
    let (value, text, style) = &chart.now;
    let now = across.x(*value);
    let stroke = Stroke { width: NOW, color: style.color, dash: &[] };
    sketch.line(vec![[now, rows.top], [now, rows.bottom]], stroke, None);
    let words = rows.top - WORDS;
    let own = sketch.text([now, words], Anchor::Middle, Ink::bold(SMALL, style.color), text);
    let Some((target, text)) = &chart.target else { return };
    let x = across.x(*target);
    let ink = Ink::plain(SMALL, sketch.look.theme.ink);
    let stroke = Stroke { width: TARGET.0, color: ink.color, dash: TARGET.1 };
    sketch.line(vec![[x, rows.top], [x, rows.bottom]], stroke, None);
    let half = sketch.width_of(text, ink) / 2.0;
    // Beside the figure as things are where both would meet, on the side with room.
    let meets = (x - now).abs() < own.width() / 2.0 + half + 6.0;
    let fits = own.right + 6.0 + 2.0 * half <= rows.right;
    let middle = match (meets, x >= now && fits) {
        (false, _) => x.min(rows.right - half),
        (true, true) => own.right + 6.0 + half,
        (true, false) => own.left - 6.0 - half,
    };
    sketch.text([middle, words], Anchor::Middle, ink, text);
}
