//! A chart of lines over years laid out: where its plot stands, and what is painted in which order.

mod bands;
mod beside;
mod ends;
mod ground;
mod series;

pub use series::sample;

use super::labels::is_dense;
use super::mark::{LABEL, SMALL};
use super::model::{EndText, LineChart};
use super::scale::Span;
use super::scene::{Anchor, Area, Ink, Look, Scene, Sketch, px};
use crate::theme::Rgb;

/// Room over the plot with the words beside the "now" line, and without.
const TOP: (f32, f32) = (16.0, 8.0);
/// Room below the plot for the years.
const BOTTOM: f32 = 22.0;
/// Narrower than this a chart has no words beside the "now" line and spares the margin of its numbers.
const NARROW: f32 = 260.0;
/// Beside the numbers of the vertical axis.
const NUMBERS: f32 = 13.0;
/// Least left margin, so that the plots of neighbouring charts line up.
const LEFT: f32 = 34.0;
/// Right margins that charts choose from, so that those in one column line up.
const MARGINS: [f32; 3] = [104.0, 138.0, 150.0];
/// From this width on the smallest margin is left out: a column of the overview then has one margin.
const WIDE: f32 = 400.0;
/// Greatest parts of the width for the right margin: where names would be cut, and in any chart.
const WIDEST: (f32, f32) = (0.35, 0.45);
/// Least size of the plot.
const LEAST: f32 = 24.0;

/// Where a chart stands, and what it shows.
#[derive(Debug, Clone, Copy)]
pub struct Plot<'a> {
    /// The chart.
    pub chart: &'a LineChart,
    /// All that it may cover under its title.
    pub whole: Area,
    /// The plot between its axes.
    pub area: Area,
    /// Years in sight.
    pub x: Span,
    /// Heights in sight.
    pub y: Span,
    /// The year that all charts of a view mark.
    pub year: Option<i32>,
}

impl Plot<'_> {
    /// Place of a year.
    pub fn x_of(&self, year: f64) -> f32 {
        self.area.left + self.area.width() * px(self.x.share(year))
    }

    /// Place of a value.
    pub fn y_of(&self, value: f64) -> f32 {
        self.area.bottom - self.area.height() * px(self.y.share(self.chart.height(value)))
    }

    /// Place of a point.
    pub fn project(&self, point: (i32, f64)) -> [f32; 2] {
        [self.x_of(f64::from(point.0)), self.y_of(point.1)]
    }

    /// Places of the finite points of a series.
    pub fn path(&self, points: &[(i32, f64)]) -> Vec<[f32; 2]> {
        points.iter().filter(|point| point.1.is_finite()).map(|point| self.project(*point)).collect()
    }

    /// Whether a place across is in sight, half a px of rounding included.
    pub fn shows_x(&self, x: f32) -> bool {
        (self.area.left - 0.5..=self.area.right + 0.5).contains(&x)
    }

    /// Whether a mark centred here belongs to what is in sight.
    fn shows(&self, at: [f32; 2]) -> bool {
        self.area.expand(0.6).contains(at)
    }

    /// Where the projected years begin, if that is in sight.
    fn now_x(&self) -> Option<f32> {
        let x = self.x_of(self.chart.now_x()?);
        self.shows_x(x).then_some(x)
    }

    /// Where the ground of projected years begins; `None` if all shown years are observed.
    fn projected_from(&self) -> Option<f32> {
        let x = self.x_of(self.chart.now_x()?).max(self.area.left);
        (x <= self.area.right).then_some(x)
    }

    /// The ground under a point of the plot.
    fn ground(&self, x: f32, look: Look<'_>) -> Rgb {
        let projected = self.projected_from().is_some_and(|from| (from..=self.area.right).contains(&x));
        if projected { look.theme.proj } else { look.theme.paper }
    }
}

/// The plot's place within a chart that shows a range of heights.
pub fn place_plot(chart: &LineChart, look: Look<'_>, whole: Area, y: Span) -> Area {
    let sketch = Sketch::new(look);
    let width = whole.width();
    let top = whole.top + if has_now_words(chart, look, width) { TOP.0 } else { TOP.1 };
    // Whole pixels keep the ground, the gridlines and the axis line on one grid.
    let left = (whole.left + left_margin(&sketch, chart, y, width)).round();
    let top = top.round();
    let right = (whole.right - right_margin(&sketch, chart, width)).round().max(left + LEAST);
    Area { left, top, right, bottom: (whole.bottom - BOTTOM).round().max(top + LEAST) }
}

/// Whether the two words beside the "now" line have room and are wanted.
fn has_now_words(chart: &LineChart, look: Look<'_>, width: f32) -> bool {
    chart.now.is_some() && !chart.title.is_empty() && !look.actual.is_empty() && width >= NARROW
}

fn left_margin(sketch: &Sketch<'_>, chart: &LineChart, y: Span, width: f32) -> f32 {
    let ticks = chart.ticks(y);
    let ink = Ink::plain(SMALL, sketch.look.theme.ink3);
    let ends = [ticks.values.first(), ticks.values.last()].into_iter().flatten();
    let widths = ends.map(|value| sketch.width_of(&(sketch.look.format)(*value, ticks.decimals), ink));
    let needed = widths.fold(0.0_f32, f32::max).ceil() + NUMBERS;
    if width < NARROW { needed } else { needed.max(LEFT) }
}

fn right_margin(sketch: &Sketch<'_>, chart: &LineChart, width: f32) -> f32 {
    if let Some(fan) = &chart.fan {
        return bands::room_of(sketch, fan);
    }
    if chart.end_text == EndText::None {
        return 14.0;
    }
    let with_names = chart.end_text == EndText::ValueAndName;
    let needed = ends::room_of(sketch, chart, with_names);
    if !with_names {
        return needed.max(28.0);
    }
    let usual = if is_dense(chart) { width } else { MARGINS[2].max(width * WIDEST.0) };
    let widest = usual.min(width * WIDEST.1);
    let steps = MARGINS.into_iter().skip(usize::from(width >= WIDE)).find(|margin| needed <= *margin);
    steps.unwrap_or(needed).min(widest)
}

/// Lays a chart out from the ground up; later parts do not cover earlier ones, except the marks of the pointer.
pub fn lay_out_lines(plot: &Plot<'_>, look: Look<'_>) -> Scene {
    let mut sketch = Sketch::new(look);
    if let Some(from) = plot.projected_from() {
        sketch.scene.grounds = vec![(from, look.theme.proj), (plot.area.right, look.theme.paper)];
    }
    ground::add_ground(&mut sketch, plot);
    let mut taken = ground::add_now(&mut sketch, plot);
    if let Some(fan) = &plot.chart.fan {
        bands::add_bands(&mut sketch, plot, fan);
    }
    series::add_lines(&mut sketch, plot);
    series::add_year_line(&mut sketch, plot);
    taken.extend(ground::add_bar_values(&mut sketch, plot));
    ground::add_years(&mut sketch, plot);
    series::add_marks(&mut sketch, plot);
    taken.extend(match &plot.chart.fan {
        Some(fan) => bands::add_ends(&mut sketch, plot, fan),
        None => ends::add_ends(&mut sketch, plot),
    });
    beside::add_captions(&mut sketch, plot, &taken);
    add_missing(&mut sketch, plot);
    sketch.scene
}

/// The sentence of an empty chart.
fn add_missing(sketch: &mut Sketch<'_>, plot: &Plot<'_>) {
    let Some(sentence) = &plot.chart.missing else { return };
    let ink = Ink::plain(LABEL, sketch.look.theme.ink3).over_lines();
    let lines = sketch.wrap(sentence, ink, (plot.area.width() - 32.0).max(40.0));
    let [x, middle] = plot.area.middle();
    let pitch = ink.font.size * 1.3;
    let mut y = middle - pitch * (lines.len().max(1) - 1) as f32 / 2.0;
    for line in lines {
        sketch.text_on_middle([x, y], Anchor::Middle, ink, &line);
        y += pitch;
    }
}

#[cfg(test)]
mod tests;
