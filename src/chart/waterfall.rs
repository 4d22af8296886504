//! A waterfall: from one value to another by signed steps, as a model that knows no window, and where its parts stand.

use super::mark::{LONE_REACH, TEXT, draw_marker};
use super::rows::{AXIS, Across, BAR, SPACING, add_axis};
use super::scale::{self, Span, Ticks};
use super::scene::{Anchor, Area, Ink, Look, Scene, Sketch};
use crate::theme::ScenarioStyle;

/// Height of a row.
const ROW: f32 = 21.0;
/// Room that a name keeps beside a long sentence.
const LEAST_NAME: f32 = 60.0;
/// Room over the first row.
const HEAD: f32 = 8.0;

/// One of the two values between which the steps lie.
#[derive(Debug, Clone, PartialEq)]
pub struct WaterfallEnd {
    /// Name of the scenario.
    pub name: String,
    /// The value.
    pub value: f64,
    /// The value in writing.
    pub value_text: String,
    /// Colour and marker of the scenario.
    pub style: ScenarioStyle,
}

/// A step from the running total before it to the one after it.
#[derive(Debug, Clone, PartialEq)]
pub struct WaterfallStep {
    /// Its name.
    pub name: String,
    /// Running total before the step.
    pub from: f64,
    /// Running total after it.
    pub to: f64,
    /// The signed step in writing.
    pub value_text: String,
    /// Whether it is too small for a bar.
    pub is_nothing: bool,
    /// What else there is to know, for the pointer and for screen readers.
    pub hint: String,
}

/// A waterfall.
#[derive(Debug, Clone, PartialEq)]
pub struct Waterfall {
    /// What it shows.
    pub title: String,
    /// Figure, unit, price basis, and from what to what.
    pub unit_line: String,
    /// Text equivalent.
    pub alt: String,
    /// The first value.
    pub start: WaterfallEnd,
    /// Steps from top to bottom.
    pub steps: Vec<WaterfallStep>,
    /// The second value.
    pub end: WaterfallEnd,
    /// Sentences below it.
    pub captions: Vec<String>,
}

impl Waterfall {
    /// Range of the horizontal axis: all running totals with a little room; it rarely begins at zero.
    pub fn span(&self) -> Span {
        let totals = self.steps.iter().flat_map(|step| [step.from, step.to]);
        scale::around(totals.chain([self.start.value, self.end.value]), false)
    }

    /// Gridlines of a range.
    pub fn ticks(span: Span) -> Ticks {
        scale::ticks(span)
    }

    /// The value at which the axis is cut, where it does not begin at zero.
    pub fn cut(&self) -> Option<f64> {
        let span = self.span();
        (span.lo > 0.0).then_some(span.lo)
    }
}

/// Height of a waterfall, without its title and its sentences.
pub fn height_of_waterfall(chart: &Waterfall) -> f32 {
    HEAD + ROW * (chart.steps.len() + 2) as f32 + AXIS
}

/// Lays a waterfall out from a corner on: names at the left, bars that continue one another, values beside them.
pub fn lay_out_waterfall(chart: &Waterfall, look: Look<'_>, [left, top]: [f32; 2], width: f32) -> Scene {
    let mut sketch = Sketch::new(look);
    let across = columns_of(&sketch, chart, (left, left + width));
    let top = top + HEAD;
    let row = |position: usize| {
        let top = top + ROW * position as f32;
        Area { left, top, right: left + width, bottom: top + ROW }
    };
    let last = row(chart.steps.len() + 1);
    add_axis(&mut sketch, across, &Waterfall::ticks(across.span), (top, last.bottom));
    add_end(&mut sketch, &chart.start, across, row(0));
    let mut total = across.x(chart.start.value);
    for (position, step) in chart.steps.iter().enumerate() {
        let place = row(position + 1);
        connect(&mut sketch, total, place);
        add_step(&mut sketch, step, across, place);
        sketch.scene.hints.push((place, step.hint.clone()));
        total = across.x(step.to);
    }
    connect(&mut sketch, total, last);
    add_end(&mut sketch, &chart.end, across, last);
    sketch.scene
}

/// Names take what they need, at most a good part of the width; the widest value fits beside the longest bar.
fn columns_of(sketch: &Sketch<'_>, chart: &Waterfall, (left, right): (f32, f32)) -> Across {
    let ink = Ink::bold(TEXT, sketch.look.theme.ink);
    let names = chart.steps.iter().map(|step| step.name.as_str()).chain([chart.start.name.as_str(), &chart.end.name]);
    let for_names = sketch.widest(names, ink).min((right - left) * 0.42);
    // What is said of a step without a bar stands on either side of it.
    let values = chart.steps.iter().filter(|step| !step.is_nothing).map(|step| step.value_text.as_str());
    let values = values.chain([chart.start.value_text.as_str(), &chart.end.value_text]);
    let for_values = sketch.widest(values, ink) + 2.0 * SPACING + 8.0;
    Across::new(left, (left + for_names + 16.0, right - for_values), chart.span())
}

/// A name as far as the plot, or as far as what stands left of it.
fn add_name(sketch: &mut Sketch<'_>, name: &str, ink: Ink, (left, end): (f32, f32), row: Area) {
    sketch.pieces_on_middle([left, row.middle()[1]], &[(name, ink)], end - left - 8.0);
}

fn add_end(sketch: &mut Sketch<'_>, end: &WaterfallEnd, across: Across, row: Area) {
    let ink = Ink::bold(TEXT, end.style.color);
    add_name(sketch, &end.name, ink, (across.left, across.plot.0), row);
    let (x, y) = (across.x(end.value), row.middle()[1]);
    sketch.scene.shapes.extend(draw_marker([x, y], LONE_REACH, &end.style, sketch.look.theme.paper));
    sketch.text_on_middle([x + LONE_REACH + SPACING, y], Anchor::Start, ink, &end.value_text);
}

fn add_step(sketch: &mut Sketch<'_>, step: &WaterfallStep, across: Across, row: Area) {
    let theme = sketch.look.theme;
    let ink = if step.is_nothing { theme.ink3 } else { theme.ink };
    let (from, to) = (across.x(step.from), across.x(step.to));
    let (left, right) = (from.min(to), from.max(to).max(from.min(to) + 1.0));
    let y = row.middle()[1];
    let (top, bottom) = (y - BAR / 2.0, y + BAR / 2.0);
    if step.is_nothing {
        sketch.rule([from, top], [from, bottom], theme.axis);
    } else {
        let fill = if step.to >= step.from { theme.gain() } else { theme.loss };
        sketch.rect(Area { left, top, right, bottom }, fill);
    }
    let value = if step.is_nothing { Ink::plain(TEXT, ink) } else { Ink::bold(TEXT, ink) };
    let width = sketch.widest(std::iter::once(step.value_text.as_str()), value);
    // A sentence moves to the left as far as it must to end in the row; the name before it gives way.
    let at = if step.is_nothing { (right + SPACING).min(row.right - width) } else { right + SPACING };
    let at = at.max(across.left + LEAST_NAME);
    sketch.text_on_middle([at, y], Anchor::Start, value, &step.value_text);
    add_name(sketch, &step.name, Ink::plain(TEXT, ink), (across.left, across.plot.0.min(at)), row);
}

/// The running total between the middle of the row before and that of a row.
fn connect(sketch: &mut Sketch<'_>, x: f32, row: Area) {
    let y = row.middle()[1];
    sketch.rule([x, y - ROW], [x, y], sketch.look.theme.axis);
}

/// Steps from the running totals of signed parts, largest gain first, largest loss last.
pub fn running(start: f64, mut parts: Vec<(WaterfallStep, f64)>) -> Vec<WaterfallStep> {
    parts.sort_by(|a, b| b.1.total_cmp(&a.1));
    let mut total = start;
    parts
        .into_iter()
        .map(|(step, part)| {
            let from = total;
            total += part;
            WaterfallStep { from, to: total, ..step }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn step(name: &str) -> WaterfallStep {
        let name = name.to_owned();
        WaterfallStep { name, from: 0.0, to: 0.0, value_text: String::new(), is_nothing: false, hint: String::new() }
    }

    #[test]
    fn steps_run_from_the_largest_gain_to_the_largest_loss() {
        let parts = vec![(step("loss"), -3.0), (step("small"), 0.5), (step("gain"), 2.0)];
        let steps = running(10.0, parts);
        let found: Vec<(&str, f64, f64)> = steps.iter().map(|step| (step.name.as_str(), step.from, step.to)).collect();
        assert_eq!(found, [("gain", 10.0, 12.0), ("small", 12.0, 12.5), ("loss", 12.5, 9.5)]);
    }
}
