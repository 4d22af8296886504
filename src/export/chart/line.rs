//! A chart of lines over years as SVG: the same model that the window paints, laid out for paper.

use super::pen::{Anchor, Ink, Pen, Stroke, width_of};
use super::{ChartLook, Frame, fan};
use crate::chart::captions::{Area, Caption, Prefer, Surroundings, place};
use crate::chart::labels::{EndFrame, EndLabel, HEADING, LabelInk, end_labels};
use crate::chart::model::{LineChart, Series};
use crate::chart::scale::{Span, year_ticks};
use crate::theme::{Marker, ScenarioStyle, Theme};

const SMALL: f32 = 11.0;
/// Room for the numbers of the vertical axis.
const LEFT: f32 = 52.0;
/// Least and greatest room for names at the ends of lines.
const MARGIN: (f32, f32) = (24.0, 230.0);

/// The plot within the picture, and its scales.
pub(super) struct Plot<'a> {
    chart: &'a LineChart,
    look: &'a ChartLook<'a>,
    left: f32,
    pub(super) top: f32,
    pub(super) right: f32,
    pub(super) bottom: f32,
    x: Span,
    y: Span,
}

/// A position in double precision on paper.
#[expect(clippy::cast_possible_truncation, reason = "paper needs no more than single precision")]
const fn on_paper(value: f64) -> f32 {
    value as f32
}

impl Plot<'_> {
    fn x_of(&self, year: f64) -> f32 {
        let share = (year - self.x.lo) / (self.x.hi - self.x.lo);
        self.left + on_paper(share) * (self.right - self.left)
    }

    pub(super) fn y_of(&self, value: f64) -> f32 {
        let share = (self.chart.height(value) - self.y.lo) / (self.y.hi - self.y.lo);
        self.bottom - on_paper(share) * (self.bottom - self.top)
    }

    pub(super) fn at(&self, (year, value): (i32, f64)) -> [f32; 2] {
        [self.x_of(f64::from(year)), self.y_of(value).clamp(self.top - 40.0, self.bottom + 40.0)]
    }

    fn area(&self) -> Area {
        Area { left: self.left, top: self.top, right: self.right, bottom: self.bottom }
    }

    pub(super) fn theme(&self) -> &'static Theme {
        self.look.theme
    }
}

/// Draws the chart inside a frame.
pub(super) fn draw(pen: &mut Pen, chart: &LineChart, look: &ChartLook<'_>, frame: Frame) {
    let margin = margin_of(chart, look);
    let plot = Plot {
        chart,
        look,
        left: frame.left + LEFT,
        top: frame.top + 16.0,
        right: frame.right - margin,
        bottom: frame.bottom - 22.0,
        x: chart.x_span(),
        y: chart.y_span(),
    };
    ground(pen, &plot);
    values_axis(pen, &plot);
    if let Some(bands) = &chart.fan {
        fan::bands(pen, &plot, bands);
    }
    bars(pen, &plot);
    history(pen, &plot);
    scenario_lines(pen, &plot);
    years_axis(pen, &plot);
    bar_values(pen, &plot);
    marks(pen, &plot);
    match &chart.fan {
        Some(bands) => fan::ends(pen, &plot, bands),
        None => ends(pen, &plot, frame.right),
    }
    if let Some(missing) = &chart.missing {
        let middle = [f32::midpoint(plot.left, plot.right), f32::midpoint(plot.top, plot.bottom)];
        let ink = Ink::plain(12.0, plot.theme().ink3).over(plot.theme().paper);
        pen.text_on_middle(middle, Anchor::Middle, ink, missing);
    }
}

/// Room that the longest name at the end of a line needs.
fn margin_of(chart: &LineChart, look: &ChartLook<'_>) -> f32 {
    if let Some(bands) = &chart.fan {
        return fan::room(bands);
    }
    let y_of = |_: f64| 0.0;
    let joined = |count: usize, of: usize| (look.words.joined)(count, of);
    let frame = EndFrame {
        y_of: &y_of,
        last_x: f64::from(chart.years.1),
        limits: (0.0, 1000.0),
        plot: (0.0, 1000.0),
        joined_name: &joined,
    };
    let widths = end_labels(chart, &frame).into_iter().map(|label| {
        let text = width_of(&label.value, SMALL, true) + width_of(&label.name, SMALL, false) + 20.0;
        text.max(label.heading.as_ref().map_or(0.0, |heading| width_of(heading, SMALL, true) + 14.0))
    });
    widths.fold(MARGIN.0, f32::max).min(MARGIN.1)
}

/// Projected years and a stated range.
fn ground(pen: &mut Pen, plot: &Plot<'_>) {
    let theme = plot.theme();
    if let Some(now) = plot.chart.now_x() {
        let left = plot.x_of(now).clamp(plot.left, plot.right);
        pen.rect((left, plot.top, plot.right, plot.bottom), theme.proj);
    }
    if let Some(band) = &plot.chart.band {
        let (first, last) = (f64::from(band.years.0) - 0.5, f64::from(band.years.1) + 0.5);
        let from = plot.chart.now_x().map_or(first, |now| first.max(now));
        let clamp = |x: f32| x.clamp(plot.left, plot.right);
        let (top, bottom) = (plot.y_of(band.hi).max(plot.top), plot.y_of(band.lo).min(plot.bottom));
        pen.rect((clamp(plot.x_of(from)), top, clamp(plot.x_of(last)), bottom), theme.select);
    }
}

fn values_axis(pen: &mut Pen, plot: &Plot<'_>) {
    let theme = plot.theme();
    let ticks = plot.chart.ticks(plot.y);
    for value in ticks.values {
        let y = plot.y_of(value);
        let is_zero = value.abs() < f64::EPSILON;
        pen.rule([plot.left, y], [plot.right, y], if is_zero { theme.axis } else { theme.grid }, 1.0);
        if plot.chart.missing.is_none() {
            let text = (plot.look.format)(value, ticks.decimals);
            pen.text_on_middle([plot.left - 7.0, y], Anchor::End, Ink::plain(SMALL, theme.ink3), &text);
        }
    }
}

fn bars(pen: &mut Pen, plot: &Plot<'_>) {
    let half = (plot.x_of(0.29) - plot.x_of(0.0)).clamp(1.0, 16.0);
    for (year, value, _) in plot.chart.history_bars.iter().filter(|bar| bar.1.is_finite()) {
        let [x, end] = plot.at((*year, *value));
        let zero = plot.y_of(0.0);
        pen.rect((x - half, end.min(zero), x + half, end.max(zero)), plot.theme().ink2);
    }
}

fn bar_values(pen: &mut Pen, plot: &Plot<'_>) {
    let theme = plot.theme();
    for (year, value, text) in plot.chart.history_bars.iter().filter(|bar| bar.1.is_finite()) {
        let [x, end] = plot.at((*year, *value));
        let y = if *value < 0.0 { end + 9.0 } else { end - 8.0 };
        pen.text_on_middle([x, y], Anchor::Middle, Ink::plain(SMALL, theme.ink2).over(theme.paper), text);
    }
}

fn history(pen: &mut Pen, plot: &Plot<'_>) {
    let theme = plot.theme();
    for line in &plot.chart.history {
        let points: Vec<[f32; 2]> = line.points.iter().map(|point| plot.at(*point)).collect();
        pen.line(&points, Stroke { width: 2.2, color: theme.ink, dash: &[] });
        for ring in &line.rings {
            pen.circle(plot.at((ring.year, ring.value)), 3.6, theme.paper, (theme.ink, 1.4));
        }
    }
}

fn scenario_lines(pen: &mut Pen, plot: &Plot<'_>) {
    for group in &plot.chart.groups {
        // The active scenario lies over the others.
        let (over, under): (Vec<&Series>, Vec<&Series>) = group.series.iter().partition(|series| series.emphasised);
        for series in under.into_iter().chain(over) {
            let points: Vec<[f32; 2]> =
                series.points.iter().filter(|point| point.1.is_finite()).map(|point| plot.at(*point)).collect();
            let width = match (series.secondary, series.emphasised) {
                (true, _) => 1.3,
                (false, true) => 2.6,
                (false, false) => 1.9,
            };
            pen.line(&points, Stroke { width, color: series.style.color, dash: series.style.dash });
            if let Some(last) = points.last().filter(|_| !series.secondary) {
                marker(pen, *last, 3.4, &series.style, plot.theme());
            }
        }
    }
}

fn years_axis(pen: &mut Pen, plot: &Plot<'_>) {
    let theme = plot.theme();
    pen.rule([plot.left, plot.bottom], [plot.right, plot.bottom], theme.axis, 1.0);
    for year in year_ticks(plot.x, plot.right - plot.left, 38.0) {
        let x = plot.x_of(f64::from(year));
        pen.rule([x, plot.bottom], [x, plot.bottom + 4.0], theme.axis, 1.0);
        pen.text([x, plot.bottom + 16.0], Anchor::Middle, Ink::plain(SMALL, theme.ink3), &year.to_string());
    }
    let Some(x) = plot.chart.now_x().map(|now| plot.x_of(now)).filter(|x| (plot.left..=plot.right).contains(x)) else {
        return;
    };
    pen.rule([x, plot.top - 12.0], [x, plot.bottom], theme.axis, 1.0);
    let ink = Ink::plain(SMALL, theme.ink3);
    pen.text([x - 4.0, plot.top - 4.0], Anchor::End, ink, &plot.look.words.actual);
    pen.text([x + 5.0, plot.top - 4.0], Anchor::Start, ink, &plot.look.words.projected);
}

/// Targets, rings and single values with their words, placed clear of lines and of one another.
fn marks(pen: &mut Pen, plot: &Plot<'_>) {
    let theme = plot.theme();
    let mut captions = Vec::new();
    let mut texts: Vec<(String, String, Ink)> = Vec::new();
    for target in &plot.chart.targets {
        let at = plot.at((target.year, target.value));
        let size = [width_of(&format!("{} {}", target.caption, target.value_text), SMALL, true), 14.0];
        captions.push(Caption { at, size, prefer: Prefer::UpperLeft });
        texts.push((target.caption.clone(), target.value_text.clone(), Ink::plain(SMALL, theme.ink2)));
    }
    for ring in plot.chart.history.iter().flat_map(|line| &line.rings).filter(|ring| !ring.text.is_empty()) {
        let at = plot.at((ring.year, ring.value));
        captions.push(Caption { at, size: [width_of(&ring.text, SMALL, false), 14.0], prefer: Prefer::LowerRight });
        texts.push((ring.text.clone(), String::new(), Ink::plain(SMALL, theme.ink2)));
    }
    for note in &plot.chart.notes {
        let at = plot.at((note.year, note.value));
        let prefer = if note.value < 0.0 { Prefer::Below } else { Prefer::Above };
        captions.push(Caption { at, size: [width_of(&note.text, SMALL, false), 14.0], prefer });
        let own = plot.chart.groups.iter().flat_map(|group| &group.series);
        let own = own.filter(|series| series.scenario_key == note.scenario_key).map(|series| series.style.color).next();
        texts.push((note.text.clone(), String::new(), Ink::plain(SMALL, own.unwrap_or(theme.ink2))));
    }
    let points = points_along_lines(plot);
    let taken = captions.iter().map(|caption| around(caption.at, 6.0)).collect();
    let mut surroundings = Surroundings { frame: plot.area(), taken, line_points: &points };
    let placed = place(&captions, &mut surroundings);
    for target in &plot.chart.targets {
        let [x, y] = plot.at((target.year, target.value));
        let diamond = [[x, y - 6.0], [x + 6.0, y], [x, y + 6.0], [x - 6.0, y]];
        pen.polygon(&diamond, theme.paper, (theme.ink, 1.5));
        pen.circle([x, y], 1.4, theme.ink, (theme.ink, 0.0));
    }
    for (area, (words, value, ink)) in placed.iter().zip(texts) {
        let middle = f32::midpoint(area.top, area.bottom);
        pen.text_on_middle([area.left, middle], Anchor::Start, ink.over(theme.paper), &words);
        let value_ink = Ink { bold: true, ..ink }.over(theme.paper);
        pen.text_on_middle([area.right, middle], Anchor::End, value_ink, &value);
    }
}

fn around([x, y]: [f32; 2], reach: f32) -> Area {
    Area { left: x - reach, top: y - reach, right: x + reach, bottom: y + reach }
}

/// Points a few px apart along every line, which captions keep clear of.
fn points_along_lines(plot: &Plot<'_>) -> Vec<[f32; 2]> {
    let lines = plot.chart.groups.iter().flat_map(|group| &group.series).map(|series| &series.points);
    let all = lines.chain(plot.chart.history.iter().map(|line| &line.points));
    let mut points = Vec::new();
    for line in all {
        for pair in line.windows(2) {
            let (from, to) = (plot.at(pair[0]), plot.at(pair[1]));
            for step in 0..8_u8 {
                let share = f32::from(step) / 8.0;
                points.push([from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share]);
            }
        }
    }
    points
}

/// Values and names at the right ends of lines.
fn ends(pen: &mut Pen, plot: &Plot<'_>, edge: f32) {
    let y_of = |value: f64| plot.y_of(value);
    let joined = |count: usize, of: usize| (plot.look.words.joined)(count, of);
    let frame = EndFrame {
        y_of: &y_of,
        last_x: plot.x.hi,
        limits: (plot.top - 14.0, plot.bottom + 20.0),
        plot: (plot.top, plot.bottom),
        joined_name: &joined,
    };
    for label in end_labels(plot.chart, &frame) {
        end_label(pen, plot, &label, edge);
    }
}

fn end_label(pen: &mut Pen, plot: &Plot<'_>, label: &EndLabel, edge: f32) {
    let theme = plot.theme();
    let left = plot.right + 12.0;
    let (value_color, name_color) = match label.ink {
        LabelInk::Line(color) => (color, color),
        LabelInk::Neutral => (theme.ink, theme.ink3),
    };
    if label.needs_leader() {
        let from = [plot.right + 3.0, label.anchor];
        pen.rule(from, [plot.right + 10.0, label.y], theme.track, 0.8);
    }
    if let Some(heading) = &label.heading {
        pen.text_on_middle([left, label.y - HEADING], Anchor::Start, Ink::bold(SMALL, theme.ink), heading);
    }
    pen.text_on_middle([left, label.y], Anchor::Start, Ink::bold(SMALL, value_color), &label.value);
    let after = left + if label.value.is_empty() { 0.0 } else { width_of(&label.value, SMALL, true) + 4.0 };
    let name = shortened(&label.name, SMALL, edge - after);
    pen.text_on_middle([after, label.y], Anchor::Start, Ink::plain(SMALL, name_color), &name);
}

/// A name cut with an ellipsis where the margin ends.
pub(super) fn shortened(name: &str, size: f32, room: f32) -> String {
    if width_of(name, size, false) <= room {
        return name.to_owned();
    }
    let mut kept = String::new();
    for letter in name.chars() {
        if width_of(&kept, size, false) + size * 1.5 > room {
            break;
        }
        kept.push(letter);
    }
    format!("{}…", kept.trim_end())
}

/// A scenario's marker; `reach` is half its width.
pub(super) fn marker(pen: &mut Pen, [x, y]: [f32; 2], reach: f32, style: &ScenarioStyle, theme: &Theme) {
    let look = |filled: bool| {
        if filled { (style.color, (theme.paper, 0.8)) } else { (theme.paper, (style.color, 1.4)) }
    };
    let mut polygon = |corners: &[(f32, f32)], filled: bool| {
        let (fill, rim) = look(filled);
        let points: Vec<[f32; 2]> = corners.iter().map(|(dx, dy)| [x + dx * reach, y + dy * reach]).collect();
        pen.polygon(&points, fill, rim);
    };
    match style.marker {
        Marker::Diamond { filled } => polygon(&[(0.0, -1.3), (1.3, 0.0), (0.0, 1.3), (-1.3, 0.0)], filled),
        Marker::Square { filled } => polygon(&[(-1.0, -1.0), (1.0, -1.0), (1.0, 1.0), (-1.0, 1.0)], filled),
        Marker::Up { filled } => polygon(&[(0.0, -1.25), (1.2, 0.95), (-1.2, 0.95)], filled),
        Marker::Down { filled } => polygon(&[(-1.2, -0.95), (1.2, -0.95), (0.0, 1.25)], filled),
        Marker::Circle { filled } => {
            let (fill, rim) = look(filled);
            pen.circle([x, y], reach * 1.1, fill, rim);
        }
        Marker::Plus { filled } => {
            let (dx, dy) = if filled { (0.0, reach * 1.3) } else { (reach, reach) };
            for (width, color) in [(3.4, theme.paper), (1.8, style.color)] {
                pen.rule([x - dx, y - dy], [x + dx, y + dy], color, width);
                pen.rule([x - dy, y + dx], [x + dy, y - dx], color, width);
            }
        }
    }
}
