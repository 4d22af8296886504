//! A tornado: how far each assumption moves a figure over its range, as a model that knows no window, and where its parts stand.

use super::mark::{SMALL, TEXT};
use super::rows::{AXIS, Across, BAR, SPACING, add_axis};
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
/// How far the line of the target keeps from a value that is written.
const CLEAR: f32 = 2.0;
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
    // Lines lie over the bars, values over the lines, and the line of the target stops short of the values.
    let mut values = Sketch::new(look);
    let rows = chart.bars.iter().enumerate();
    let written: Vec<Area> =
        rows.flat_map(|(at, bar)| add_values(&mut values, bar, (chart.now.0, across), row(at).middle()[1])).collect();
    add_lines(&mut sketch, (chart, &written), across, Area { left, top, right: left + width, bottom });
    sketch.scene.append(values.scene);
    sketch.scene
}

fn columns_of(sketch: &Sketch<'_>, chart: &TornadoChart, (left, right): (f32, f32)) -> Across {
    let ink = sketch.look.theme.ink;
    let names = sketch.widest(chart.bars.iter().map(|bar| bar.name.as_str()), Ink::plain(TEXT, ink));
    let ranges = sketch.widest(chart.bars.iter().map(|bar| bar.range_text.as_str()), Ink::plain(SMALL, ink));
    let for_names = names.max(ranges).min((right - left) * 0.46);
    let ends = chart.bars.iter().flat_map(|bar| [bar.low.1.as_str(), &bar.high.1]);
    let widest = sketch.widest(ends, Ink::bold(TEXT, ink));
    Across::new(left, (left + for_names + widest + 2.0 * SPACING + 8.0, right - widest - SPACING), chart.span())
}

fn add_bar(sketch: &mut Sketch<'_>, bar: &TornadoBar, (now, across): (f64, Across), row: Area) {
    let theme = sketch.look.theme;
    let room = across.plot.0 - across.left - 2.0 * SPACING;
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

/// The figure at both ends of a range, outside the bar; returns what is written.
fn add_values(sketch: &mut Sketch<'_>, bar: &TornadoBar, (now, across): (f64, Across), y: f32) -> [Area; 2] {
    let (left, right) = if bar.low.0 <= bar.high.0 { (&bar.low, &bar.high) } else { (&bar.high, &bar.low) };
    let ink = Ink::bold(TEXT, sketch.look.theme.ink).over_lines();
    [
        sketch.text_on_middle([across.x(left.0.min(now)) - SPACING, y], Anchor::End, ink, &left.1),
        sketch.text_on_middle([across.x(right.0.max(now)) + SPACING, y], Anchor::Start, ink, &right.1),
    ]
}

/// The parts of a line from the first to the second height at a place across that keep clear of what is written, from
/// top to bottom.
fn parts_between(x: f32, (top, bottom): (f32, f32), written: &[Area]) -> Vec<(f32, f32)> {
    let crossed = written.iter().filter(|area| (area.left - CLEAR..=area.right + CLEAR).contains(&x));
    let mut crossed: Vec<&Area> = crossed.collect();
    crossed.sort_by(|a, b| a.top.total_cmp(&b.top));
    let (mut from, mut parts) = (top, Vec::new());
    for area in crossed {
        parts.push((from, area.top));
        from = area.bottom.max(from);
    }
    parts.push((from, bottom));
    parts.retain(|(from, to)| to > from);
    parts
}

/// The figure as things are, in its scenario's colour, and the target, dashed, clear of the values that are written.
fn add_lines(sketch: &mut Sketch<'_>, (chart, written): (&TornadoChart, &[Area]), across: Across, rows: Area) {
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
    for (from, to) in parts_between(x, (rows.top, rows.bottom), written) {
        sketch.line(vec![[x, from], [x, to]], stroke, None);
    }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::scene::{Shape, Text};
    use crate::chart::test_look::test_look;
    use crate::theme::{Mode, Theme};
    use proptest::prelude::*;

    fn tornado(target: f64, ends: &[(f64, f64)]) -> TornadoChart {
        let bar = |(low, high): &(f64, f64)| TornadoBar {
            name: "Assumption".into(),
            range_text: "0 … 1".into(),
            low: (*low, format!("{low:.1}")),
            high: (*high, format!("{high:.1}")),
            hint: String::new(),
        };
        TornadoChart {
            title: String::new(),
            unit_line: String::new(),
            alt: String::new(),
            now: (150.0, "150.0".into(), Theme::for_mode(Mode::Light).scenario(2)),
            target: Some((target, format!("target {target:.1}"))),
            bars: ends.iter().map(bar).collect(),
            captions: Vec::new(),
        }
    }

    /// A tornado laid out.
    fn lay(chart: &TornadoChart) -> Scene {
        lay_out_tornado(chart, test_look(), [0.0, 0.0], 620.0)
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]
        #[test]
        fn the_line_of_the_target_crosses_no_value_and_reaches_from_the_first_row_to_the_last(
            target in 100.0..260.0_f64,
            ends in prop::collection::vec((100.0..150.0_f64, 150.0..260.0_f64), 1..12),
        ) {
            let scene = lay(&tornado(target, &ends));
            let mut parts = Vec::new();
            for shape in &scene.shapes {
                if let Shape::Line { points, stroke, .. } = shape && !stroke.dash.is_empty() {
                    parts.push((points[0], points[1]));
                }
            }
            let values = scene.texts().filter(|text| text.ink.halo);
            for value in values.map(Text::area) {
                for ([x, from], [_, to]) in &parts {
                    let crosses = (value.left..=value.right).contains(x) && *from < value.bottom && *to > value.top;
                    prop_assert!(!crosses, "{value:?} {x} from {from} to {to}");
                }
            }
            let rows = HEAD + ROW * ends.len() as f32;
            let written: f32 = parts.iter().map(|(from, to)| to[1] - from[1]).sum();
            prop_assert!(written > (rows - HEAD) * 0.4, "{parts:?}");
        }
    }
}
