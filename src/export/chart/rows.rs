//! Charts of rows: the waterfall of a difference, and the tornado of what matters most.

use super::line::{marker, shortened};
use super::pen::{Anchor, Ink, Pen, Stroke, width_of, wrapped};
use super::{ChartLook, Frame};
use crate::chart::scale::{Span, Ticks};
use crate::chart::tornado::{Bar, Tornado};
use crate::chart::waterfall::{End, Step, Waterfall};

/// Height of a row of a waterfall.
const STEP_ROW: f32 = 21.0;
/// Height of a row of a tornado: a name and its range.
const BAR_ROW: f32 = 31.0;
/// Height of a bar.
const BAR: f32 = 14.0;
/// Room over the first row, for words on the lines of a tornado.
const HEAD: f32 = 16.0;
/// Room below the last row, for the numbers of the axis.
const AXIS: f32 = 20.0;
/// Height of a line of the sentences below.
const SENTENCE: f32 = 15.0;
/// Space between a bar and its value.
const GAP: f32 = 6.0;
const TEXT: f32 = 11.5;
const SMALL: f32 = 10.5;

/// Where things stand across a row.
#[derive(Clone, Copy)]
struct Across {
    left: f32,
    plot: (f32, f32),
    span: Span,
}

impl Across {
    #[expect(clippy::cast_possible_truncation, reason = "paper needs no more than single precision")]
    fn x(&self, value: f64) -> f32 {
        self.plot.0 + (self.plot.1 - self.plot.0) * self.span.share(value) as f32
    }
}

/// Sentences below a chart, as wide as a picture.
fn sentences(captions: &[String]) -> Vec<String> {
    wrapped(&captions.join(" "), TEXT, super::WIDTH - 2.0 * super::EDGE)
}

/// Height of a waterfall with its sentences.
pub(super) fn waterfall_height(chart: &Waterfall) -> f32 {
    HEAD + STEP_ROW * (chart.steps.len() + 2) as f32 + AXIS + 10.0 + SENTENCE * sentences(&chart.captions).len() as f32
}

/// Height of a tornado with its sentences.
pub(super) fn tornado_height(chart: &Tornado) -> f32 {
    HEAD + BAR_ROW * chart.bars.len() as f32 + AXIS + 10.0 + SENTENCE * sentences(&chart.captions).len() as f32
}

fn captions(pen: &mut Pen, look: &ChartLook<'_>, texts: &[String], [left, top]: [f32; 2]) {
    for (line, y) in sentences(texts).iter().zip((1_u8..).map(|line| top + SENTENCE * f32::from(line))) {
        pen.text([left, y], Anchor::Start, Ink::plain(TEXT, look.theme.ink2), line);
    }
}

/// Gridlines and their numbers below the rows; a number that would touch its neighbour is left out.
fn axis(pen: &mut Pen, look: &ChartLook<'_>, across: Across, ticks: &Ticks, (top, bottom): (f32, f32)) {
    let mut free = f32::NEG_INFINITY;
    for value in &ticks.values {
        let x = across.x(*value);
        pen.rule([x, top], [x, bottom], look.theme.grid, 1.0);
        let text = (look.format)(*value, ticks.decimals);
        let half = width_of(&text, SMALL, false) / 2.0;
        if x - half > free + 6.0 {
            pen.text([x, bottom + 14.0], Anchor::Middle, Ink::plain(SMALL, look.theme.ink3), &text);
            free = x + half;
        }
    }
}

/// Draws a waterfall: names at the left, bars that continue one another, values beside them, sentences below.
pub(super) fn waterfall(pen: &mut Pen, chart: &Waterfall, look: &ChartLook<'_>, frame: Frame) {
    let names = chart.steps.iter().map(|step| step.name.as_str()).chain([chart.start.name.as_str(), &chart.end.name]);
    let for_names = names.map(|name| width_of(name, TEXT, true)).fold(0.0_f32, f32::max);
    let for_names = for_names.min((frame.right - frame.left) * 0.42);
    let values = chart.steps.iter().map(|step| step.value_text.as_str());
    let values = values.chain([chart.start.value_text.as_str(), &chart.end.value_text]);
    let for_values = values.map(|value| width_of(value, TEXT, true)).fold(0.0_f32, f32::max) + 2.0 * GAP;
    let start = frame.left + for_names + 14.0;
    let across = Across { left: frame.left, plot: (start, frame.right - for_values), span: chart.span() };
    let top = frame.top + HEAD;
    let bottom = top + STEP_ROW * (chart.steps.len() + 2) as f32;
    axis(pen, look, across, &Waterfall::ticks(across.span), (top, bottom));
    let middle = |row: usize| top + STEP_ROW * (row as f32 + 0.5);
    end(pen, look, &chart.start, across, middle(0));
    let mut total = across.x(chart.start.value);
    for (position, one) in chart.steps.iter().enumerate() {
        let y = middle(position + 1);
        pen.rule([total, y - STEP_ROW], [total, y], look.theme.axis, 1.0);
        step(pen, look, one, across, y);
        total = across.x(one.to);
    }
    let last = middle(chart.steps.len() + 1);
    pen.rule([total, last - STEP_ROW], [total, last], look.theme.axis, 1.0);
    end(pen, look, &chart.end, across, last);
    captions(pen, look, &chart.captions, [frame.left, bottom + AXIS]);
}

fn end(pen: &mut Pen, look: &ChartLook<'_>, end: &End, across: Across, y: f32) {
    let room = across.plot.0 - across.left - 8.0;
    let name = shortened(&end.name, TEXT, room);
    pen.text_on_middle([across.left, y], Anchor::Start, Ink::bold(TEXT, end.style.color), &name);
    let x = across.x(end.value);
    marker(pen, [x, y], 4.0, &end.style, look.theme);
    pen.text_on_middle([x + 4.0 + GAP, y], Anchor::Start, Ink::bold(TEXT, end.style.color), &end.value_text);
}

fn step(pen: &mut Pen, look: &ChartLook<'_>, step: &Step, across: Across, y: f32) {
    let theme = look.theme;
    let ink = if step.is_nothing { theme.ink3 } else { theme.ink };
    let name = shortened(&step.name, TEXT, across.plot.0 - across.left - 8.0);
    pen.text_on_middle([across.left, y], Anchor::Start, Ink::plain(TEXT, ink), &name);
    let (from, to) = (across.x(step.from), across.x(step.to));
    let (left, right) = (from.min(to), from.max(to).max(from.min(to) + 1.0));
    if step.is_nothing {
        pen.rule([from, y - BAR / 2.0], [from, y + BAR / 2.0], theme.axis, 1.0);
    } else {
        let fill = if step.to >= step.from { theme.gain() } else { theme.loss };
        pen.rect((left, y - BAR / 2.0, right, y + BAR / 2.0), fill);
    }
    let value = Ink { bold: !step.is_nothing, ..Ink::plain(TEXT, ink) };
    pen.text_on_middle([right + GAP, y], Anchor::Start, value, &step.value_text);
}

/// Draws a tornado: names and ranges at the left, bars round the value as things are.
pub(super) fn tornado(pen: &mut Pen, chart: &Tornado, look: &ChartLook<'_>, frame: Frame) {
    let names =
        chart.bars.iter().map(|bar| width_of(&bar.name, TEXT, false).max(width_of(&bar.range_text, SMALL, false)));
    let for_names = names.fold(0.0_f32, f32::max).min((frame.right - frame.left) * 0.46);
    let ends = chart.bars.iter().flat_map(|bar| [&bar.low.1, &bar.high.1]);
    let widest = ends.map(|text| width_of(text, TEXT, true)).fold(0.0_f32, f32::max);
    let start = frame.left + for_names + widest + 2.0 * GAP + 8.0;
    let across = Across { left: frame.left, plot: (start, frame.right - widest - GAP), span: chart.span() };
    let top = frame.top + HEAD;
    let bottom = top + BAR_ROW * chart.bars.len() as f32;
    axis(pen, look, across, &Tornado::ticks(across.span), (top, bottom));
    let middle = |position: usize| top + BAR_ROW * (position as f32 + 0.5);
    for (position, one) in chart.bars.iter().enumerate() {
        bar(pen, look, one, (chart.now.0, across), middle(position));
    }
    // Lines lie over the bars, values over the lines.
    lines(pen, look, chart, across, (top, bottom));
    for (position, one) in chart.bars.iter().enumerate() {
        values(pen, look, one, (chart.now.0, across), middle(position));
    }
    captions(pen, look, &chart.captions, [frame.left, bottom + AXIS]);
}

fn bar(pen: &mut Pen, look: &ChartLook<'_>, bar: &Bar, (now, across): (f64, Across), y: f32) {
    let theme = look.theme;
    let top = y - BAR_ROW / 2.0;
    let room = across.plot.0 - across.left - 2.0 * GAP;
    pen.text([across.left, top + 13.0], Anchor::Start, Ink::plain(TEXT, theme.ink), &shortened(&bar.name, TEXT, room));
    let range = shortened(&bar.range_text, SMALL, room);
    pen.text([across.left, top + 26.0], Anchor::Start, Ink::plain(SMALL, theme.ink3), &range);
    for (value, fill) in [(bar.low.0, theme.loss), (bar.high.0, theme.gain())] {
        let (a, b) = (across.x(now), across.x(value));
        pen.rect((a.min(b), y - BAR / 2.0, a.max(b), y + BAR / 2.0), fill);
    }
}

/// The figure at both ends of a range, outside the bar.
fn values(pen: &mut Pen, look: &ChartLook<'_>, bar: &Bar, (now, across): (f64, Across), y: f32) {
    let theme = look.theme;
    let (left, right) = if bar.low.0 <= bar.high.0 { (&bar.low, &bar.high) } else { (&bar.high, &bar.low) };
    let ink = Ink::bold(TEXT, theme.ink).over(theme.paper);
    pen.text_on_middle([across.x(left.0.min(now)) - GAP, y], Anchor::End, ink, &left.1);
    pen.text_on_middle([across.x(right.0.max(now)) + GAP, y], Anchor::Start, ink, &right.1);
}

/// The figure as things are, in its scenario's colour, and the target, dashed.
fn lines(pen: &mut Pen, look: &ChartLook<'_>, chart: &Tornado, across: Across, (top, bottom): (f32, f32)) {
    let theme = look.theme;
    let (value, text, style) = &chart.now;
    let now = across.x(*value);
    pen.rule([now, top], [now, bottom], style.color, 1.4);
    pen.text([now, top - 5.0], Anchor::Middle, Ink::bold(SMALL, style.color), text);
    let Some((target, words)) = &chart.target else { return };
    let x = across.x(*target);
    pen.line(&[[x, top], [x, bottom]], Stroke { width: 1.0, color: theme.ink, dash: &[4.0, 3.0] });
    let (own, half) = (width_of(text, SMALL, true) / 2.0, width_of(words, SMALL, false) / 2.0);
    // Beside the base value where both would meet, on the side with room.
    let meets = (x - now).abs() < own + half + 6.0;
    let fits = now + own + 6.0 + 2.0 * half <= across.plot.1 + 40.0;
    let middle = match (meets, x >= now && fits) {
        (false, _) => x,
        (true, true) => now + own + 6.0 + half,
        (true, false) => now - own - 6.0 - half,
    };
    pen.text([middle, top - 5.0], Anchor::Middle, Ink::plain(SMALL, theme.ink), words);
}
