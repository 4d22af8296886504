//! Where the parts of a chart stand: head, plot, margins, and the way from values to pixels.

use egui::{Painter, Pos2, Rect, pos2};
use egui_plot::{PlotPoint, PlotTransform};

use crate::chart::model::{AxisScale, EndText, LineChart};
use crate::chart::scale::Span;
use crate::theme::Rgb;

use super::link::ChartLook;
use super::paint::{self, SMALL};

/// Size of labels at the ends of lines.
pub(super) const LABEL: f32 = 11.5;
/// From the plot to an end label that stands beside its line.
pub(super) const LABEL_GAP: f32 = 9.0;
/// Further to the right for a label with a leader.
pub(super) const LEADER_ROOM: f32 = 5.0;
/// From the top of the chart to the baseline of the unit line.
const UNIT_BASELINE: f32 = 32.0;
const TITLE_BASELINE: f32 = 17.0;
const BOTTOM: f32 = 22.0;
/// Right margins that charts choose from, so that those in one column line up.
const MARGINS: [f32; 3] = [104.0, 138.0, 150.0];
/// From this width on the smallest margin is left out: a column of the overview then has one margin.
const WIDE: f32 = 400.0;

/// A chart being painted.
pub(super) struct Frame<'a> {
    pub(super) painter: Painter,
    pub(super) look: &'a ChartLook<'a>,
    pub(super) chart: &'a LineChart,
    /// All that the chart may cover.
    pub(super) whole: Rect,
    /// The plot between the axes.
    pub(super) plot: Rect,
    pub(super) transform: PlotTransform,
    /// The year that all charts of the view mark.
    pub(super) year: Option<i32>,
}

impl Frame<'_> {
    pub(super) fn x(&self, year: f64) -> f32 {
        self.transform.position_from_point_x(year)
    }

    pub(super) fn y(&self, value: f64) -> f32 {
        self.transform.position_from_point_y(self.chart.height(value))
    }

    pub(super) fn at(&self, point: (i32, f64)) -> Pos2 {
        self.transform.position_from_point(&PlotPoint::new(f64::from(point.0), self.chart.height(point.1)))
    }

    pub(super) fn x_span(&self) -> Span {
        let bounds = self.transform.bounds();
        Span { lo: bounds.min()[0], hi: bounds.max()[0] }
    }

    pub(super) fn y_span(&self) -> Span {
        let bounds = self.transform.bounds();
        Span { lo: bounds.min()[1], hi: bounds.max()[1] }
    }

    /// Where the projected years begin, if that is in sight.
    pub(super) fn now_x(&self) -> Option<f32> {
        let x = self.x(self.chart.now_x()?);
        (self.plot.left() - 0.5..=self.plot.right() + 0.5).contains(&x).then_some(x)
    }

    /// The ground under a point of the plot.
    pub(super) fn ground(&self, x: f32) -> Rgb {
        let projected = self.chart.now_x().is_some_and(|now| x >= self.x(now)) && x <= self.plot.right();
        if projected { self.look.theme.proj } else { self.look.theme.paper }
    }

    /// A painter for lines: nothing leaves the plot but half a stroke.
    pub(super) fn clipped(&self) -> Painter {
        self.painter.with_clip_rect(self.plot.expand(1.2).intersect(self.painter.clip_rect()))
    }

    /// The finite points of a series on the screen.
    pub(super) fn path(&self, points: &[(i32, f64)]) -> Vec<Pos2> {
        points.iter().filter(|point| point.1.is_finite()).map(|point| self.at(*point)).collect()
    }

    /// Whether a mark centred here belongs to the visible range.
    pub(super) fn shows(&self, at: Pos2) -> bool {
        self.plot.expand(0.6).contains(at)
    }
}

/// Whether the two words beside the "now" line have room and are wanted.
fn has_now_words(chart: &LineChart, look: &ChartLook<'_>, width: f32) -> bool {
    chart.now.is_some() && !chart.title.is_empty() && !look.words.actual.is_empty() && width >= 260.0
}

/// The plot's rectangle within the chart's.
pub(super) fn plot_rect(painter: &Painter, chart: &LineChart, look: &ChartLook<'_>, whole: Rect, span: Span) -> Rect {
    let top = whole.top() + if has_now_words(chart, look, whole.width()) { 52.0 } else { 44.0 };
    let right = whole.right() - right_margin(painter, chart, look, whole.width());
    let rect = Rect::from_min_max(
        pos2(whole.left() + left_margin(painter, chart, look, span, whole.width()), top),
        pos2(right, whole.bottom() - BOTTOM),
    );
    // Whole pixels keep the ground, the gridlines and the axis line on one grid.
    let rect = Rect::from_min_max(rect.min.round(), rect.max.round());
    Rect::from_min_max(rect.min, rect.max.max(rect.min + egui::vec2(24.0, 24.0)))
}

fn left_margin(painter: &Painter, chart: &LineChart, look: &ChartLook<'_>, span: Span, width: f32) -> f32 {
    let ticks = chart.ticks(span);
    let widest = [ticks.values.first(), ticks.values.last()].into_iter().flatten().fold(0.0_f32, |widest, value| {
        let text = (look.format)(*value, ticks.decimals);
        let galley = paint::line_of(painter, &[paint::plain(&text, look.theme.ink3)], SMALL, f32::INFINITY);
        widest.max(galley.size().x)
    });
    let needed = widest.ceil() + 13.0;
    if width < 260.0 { needed } else { needed.max(34.0) }
}

fn right_margin(painter: &Painter, chart: &LineChart, look: &ChartLook<'_>, width: f32) -> f32 {
    if let Some(fan) = &chart.fan {
        return super::fan::room(painter, fan);
    }
    if chart.end_text == EndText::None {
        return 14.0;
    }
    let ink = look.theme.ink;
    let measure = |value: &str, name: &str| {
        let runs = [paint::bold(value, ink), paint::plain(name, ink)];
        paint::line_of(painter, &runs, LABEL, f32::INFINITY).size().x + LABEL_GAP + LEADER_ROOM
    };
    let series = chart.groups.iter().flat_map(|group| &group.series);
    let with_names = chart.end_text == EndText::ValueAndName;
    let ends = series.map(|series| measure(&series.end_value_text, if with_names { &series.short_name } else { "" }));
    let headings = chart.groups.iter().filter_map(|group| group.heading.as_deref());
    let headings = headings.map(|heading| measure(heading, "") - LEADER_ROOM);
    let band = chart.band.iter().map(|band| measure(&band.value_text, &band.label) - LEADER_ROOM);
    let needed = ends.chain(headings).chain(band).fold(0.0_f32, f32::max).ceil();
    if !with_names {
        return needed.max(28.0);
    }
    let widest = MARGINS[2].max(width * 0.2).min(width * 0.45);
    let steps = MARGINS.into_iter().skip(usize::from(width >= WIDE)).find(|margin| needed <= *margin);
    steps.unwrap_or(needed).min(widest)
}

/// Rule, title and unit line; an empty title leaves out rule and title.
pub(super) fn paint_head(painter: &Painter, look: &ChartLook<'_>, whole: Rect, title: &str, unit_line: &str) {
    let theme = look.theme;
    if !title.is_empty() {
        paint::hline(painter, whole.left(), whole.right(), whole.top(), theme.ink);
        let galley = paint::line_of(painter, &[paint::bold(title, theme.ink)], 13.0, whole.width());
        paint::on_baseline(painter, galley, whole.left_top() + egui::vec2(0.0, TITLE_BASELINE), paint::Side::Start);
    }
    let galley = paint::line_of(painter, &[paint::plain(unit_line, theme.ink3)], SMALL, whole.width());
    paint::on_baseline(painter, galley, whole.left_top() + egui::vec2(0.0, UNIT_BASELINE), paint::Side::Start);
}

/// The unit line, with the start of an axis that does not start at zero.
pub(super) fn unit_line(chart: &LineChart, look: &ChartLook<'_>, span: Span) -> String {
    let lowest = chart.value_at(span.lo);
    let is_cut = chart.scale == AxisScale::Linear && lowest > 0.0;
    let Some(axis_from) = look.words.axis_from.as_ref().filter(|_| is_cut) else {
        return chart.unit_line.clone();
    };
    let from = (look.format)(lowest, chart.ticks(span).decimals);
    format!("{} · {}", chart.unit_line, axis_from(&from))
}
