//! What a line chart shows, ready to draw: series, history, targets, and every text already written.
//!
//! The only computation here is of the ranges that the axes span.

use crate::theme::ScenarioStyle;

use super::fan::FanChart;
use super::scale::{self, Span, Ticks};

/// How the vertical axis gets its range.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub enum YRange {
    /// From the values, with a little room.
    #[default]
    Auto,
    /// From the values, and always with zero in it.
    FromZero,
    /// Exactly from the first to the second value.
    Fixed(f64, f64),
}

/// How values become heights.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum AxisScale {
    /// Equal differences are equal heights.
    #[default]
    Linear,
    /// Equal ratios are equal heights; every value must be greater than zero.
    Log,
}

/// What stands at the right end of each line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum EndText {
    /// Last value and short name.
    #[default]
    ValueAndName,
    /// Last value only: the names stand beside a neighbouring chart.
    Value,
    /// Nothing.
    None,
}

/// A value that is an assumption and not an observation, drawn as a ring.
#[derive(Debug, Clone, PartialEq)]
pub struct Ring {
    /// Year of the value.
    pub year: i32,
    /// The value, in the chart's unit.
    pub value: f64,
    /// The value in writing; empty for none.
    pub text: String,
}

/// An observed series.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct HistoryLine {
    /// Name in the tooltip.
    pub name: String,
    /// Year and value, in order of the years.
    pub points: Vec<(i32, f64)>,
    /// Base values that are assumptions; never part of the line.
    pub rings: Vec<Ring>,
}

/// One scenario's line.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    /// Identity of the scenario, the same in every chart.
    pub scenario_key: String,
    /// Name beside the end of the line and in the tooltip.
    pub short_name: String,
    /// Name in full, for the text equivalent and exports.
    pub full_name: String,
    /// Colour, dash and marker.
    pub style: ScenarioStyle,
    /// Year and value, in order of the years.
    pub points: Vec<(i32, f64)>,
    /// Last value in writing.
    pub end_value_text: String,
    /// Thinner, without an end marker, and joined with its neighbours into one label where they meet.
    pub secondary: bool,
    /// The active scenario: drawn over the others.
    pub emphasised: bool,
}

/// Lines that belong to one quantity, such as one sector.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct SeriesGroup {
    /// Name over the labels of the group; none when the chart has one quantity.
    pub heading: Option<String>,
    /// The lines in the order of the scenario list.
    pub series: Vec<Series>,
}

/// A target: never joined by a line.
#[derive(Debug, Clone, PartialEq)]
pub struct TargetMark {
    /// Year of the target.
    pub year: i32,
    /// The value, in the chart's unit.
    pub value: f64,
    /// Words before the value.
    pub caption: String,
    /// The value in writing.
    pub value_text: String,
}

/// A stated range over some years.
#[derive(Debug, Clone, PartialEq)]
pub struct TargetBand {
    /// Lower bound, in the chart's unit.
    pub lo: f64,
    /// Upper bound, in the chart's unit.
    pub hi: f64,
    /// First and last year to which it applies.
    pub years: (i32, i32),
    /// The range in writing.
    pub value_text: String,
    /// Words after the range.
    pub label: String,
}

/// A value printed beside one point of a scenario's line.
#[derive(Debug, Clone, PartialEq)]
pub struct PointNote {
    /// The scenario whose colour it takes.
    pub scenario_key: String,
    /// Year of the point.
    pub year: i32,
    /// The value, in the chart's unit.
    pub value: f64,
    /// The value in writing.
    pub text: String,
}

/// The baseline from which differences are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Differences {
    /// Absolute and per cent.
    #[default]
    AbsoluteAndPercent,
    /// Absolute only: the quantity is itself a percentage or a difference.
    Absolute,
}

/// One chart of lines over years.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct LineChart {
    /// Identity within the view.
    pub id: String,
    /// Name of the quantity; empty leaves out rule and title, for a chart that shares its section.
    pub title: String,
    /// Name of the quantity in the tooltip, when it is not the title.
    pub quantity: String,
    /// Unit, price basis and any warning.
    pub unit_line: String,
    /// Text equivalent: title, unit, last value of each scenario, gap.
    pub alt: String,
    /// First and last year shown.
    pub years: (i32, i32),
    /// Range of the vertical axis.
    pub y_range: YRange,
    /// How values become heights.
    pub scale: AxisScale,
    /// Digits after the decimal mark in the tooltip.
    pub decimals: usize,
    /// Observed lines.
    pub history: Vec<HistoryLine>,
    /// Observations drawn as bars: year, value, value in writing.
    pub history_bars: Vec<(i32, f64, String)>,
    /// Last actual year.
    pub now: Option<i32>,
    /// Scenario lines.
    pub groups: Vec<SeriesGroup>,
    /// Targets for single years.
    pub targets: Vec<TargetMark>,
    /// A stated range.
    pub band: Option<TargetBand>,
    /// Values printed beside single points.
    pub notes: Vec<PointNote>,
    /// Scenario against which the tooltip shows differences.
    pub pinned: Option<String>,
    /// Its values in a chart of one group, for where its line is not drawn; empty where nothing else stands for them.
    pub reference: Vec<(i32, f64)>,
    /// Which differences the tooltip shows.
    pub differences: Differences,
    /// What stands at the right end of each line.
    pub end_text: EndText,
    /// Bands and sample paths under the lines.
    pub fan: Option<FanChart>,
    /// What is missing and where it would be entered; stands in the plot.
    pub missing: Option<String>,
}

impl LineChart {
    /// All finite values that the vertical axis should show.
    fn values(&self) -> impl Iterator<Item = f64> {
        let history = self
            .history
            .iter()
            .flat_map(|line| line.points.iter().map(|point| point.1).chain(line.rings.iter().map(|ring| ring.value)));
        let bars = self.history_bars.iter().map(|bar| bar.1);
        let lines = self.groups.iter().flat_map(|group| &group.series);
        let lines = lines.flat_map(|series| series.points.iter().map(|point| point.1));
        let targets = self.targets.iter().map(|target| target.value);
        let band = self.band.iter().flat_map(|band| [band.lo, band.hi]);
        let fan = self.fan.iter().flat_map(FanChart::values);
        history.chain(bars).chain(lines).chain(targets).chain(band).chain(fan).filter(|value| value.is_finite())
    }

    /// Whether every value is greater than zero, so that a logarithmic axis can show it.
    pub fn is_positive(&self) -> bool {
        self.values().all(|value| value > 0.0)
    }

    /// The height of a value: itself, or its logarithm on a logarithmic axis.
    pub fn height(&self, value: f64) -> f64 {
        match self.scale {
            AxisScale::Linear => value,
            AxisScale::Log => libm::log10(value.max(f64::MIN_POSITIVE)),
        }
    }

    /// The value at a height, the reverse of [`Self::height`].
    pub fn value_at(&self, height: f64) -> f64 {
        match self.scale {
            AxisScale::Linear => height,
            AxisScale::Log => libm::pow(10.0, height),
        }
    }

    /// Gridlines, in values, of a range of heights.
    pub fn ticks(&self, span: Span) -> Ticks {
        match self.scale {
            AxisScale::Linear => scale::ticks(span),
            AxisScale::Log => scale::log_ticks(span),
        }
    }

    /// Range of the vertical axis in heights; bars always stand on zero.
    pub fn y_span(&self) -> Span {
        if self.scale == AxisScale::Log {
            let heights = self.values().map(|value| self.height(value));
            return match self.y_range {
                YRange::Fixed(lo, hi) => scale::from_ends(self.height(lo), self.height(hi)),
                YRange::Auto | YRange::FromZero => scale::pad(heights),
            };
        }
        let with_zero = self.y_range == YRange::FromZero || !self.history_bars.is_empty();
        match self.y_range {
            YRange::Fixed(lo, hi) => scale::from_ends(lo, hi),
            YRange::Auto | YRange::FromZero => scale::around(self.values(), with_zero),
        }
    }

    /// Where an axis of a range of heights starts, in writing, if that must be said: it starts above zero.
    pub fn cut_axis(&self, span: Span, format: &dyn Fn(f64, usize) -> String) -> Option<String> {
        let lowest = self.value_at(span.lo);
        let is_cut = self.scale == AxisScale::Linear && lowest > 0.0;
        let decimals = if lowest.fract() == 0.0 { 0 } else { self.ticks(span).decimals };
        is_cut.then(|| format(lowest, decimals))
    }

    /// Range of the horizontal axis in years; bars need half a year on either side.
    pub fn x_span(&self) -> Span {
        let (first, last) = (f64::from(self.years.0), f64::from(self.years.1));
        if self.history_bars.is_empty() {
            scale::from_ends(first, last)
        } else {
            scale::from_ends(first - 0.5, last + 0.3)
        }
    }

    /// Where the past ends on the horizontal axis: at the last actual year, or after its bar.
    pub fn now_x(&self) -> Option<f64> {
        self.now.map(|year| f64::from(year) + if self.history_bars.is_empty() { 0.0 } else { 0.5 })
    }

    /// What a group's values are: its heading, else the chart's quantity, else the title.
    pub fn quantity_of(&self, group: usize) -> &str {
        let own = if self.quantity.is_empty() { &self.title } else { &self.quantity };
        self.groups.get(group).and_then(|group| group.heading.as_deref()).unwrap_or(own)
    }
}

/// From this range on a shared axis begins and ends on whole numbers.
const WHOLE_FROM: f64 = 4.0;

/// Gives charts of one quantity that stand side by side the same vertical axis, which holds the values of all.
///
/// Charts without a line state their reason; they are left out of the shared axis.
pub fn share_axis(charts: &mut [LineChart]) {
    let spans: Vec<Span> = charts.iter().filter(|chart| chart.missing.is_none()).map(LineChart::y_span).collect();
    let lo = spans.iter().map(|span| span.lo).fold(f64::INFINITY, f64::min);
    let hi = spans.iter().map(|span| span.hi).fold(f64::NEG_INFINITY, f64::max);
    if spans.len() < 2 {
        return;
    }
    // Where the range allows it the axis begins and ends on whole numbers, which are short to say.
    let (lo, hi) = if hi - lo >= WHOLE_FROM { (lo.floor(), hi.ceil()) } else { (lo, hi) };
    for chart in charts.iter_mut().filter(|chart| chart.missing.is_none()) {
        chart.y_range = YRange::Fixed(lo, hi);
    }
}

/// Value of a series in a year; none outside its points.
pub fn value_in(points: &[(i32, f64)], year: i32) -> Option<f64> {
    points.iter().find(|point| point.0 == year).map(|point| point.1).filter(|value| value.is_finite())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_stand_on_zero_and_get_half_a_year() {
        let chart = LineChart {
            years: (2019, 2030),
            history_bars: vec![(2019, 3.0, String::new()), (2020, 7.0, String::new())],
            now: Some(2024),
            ..LineChart::default()
        };
        assert!(chart.y_span().lo <= 0.0);
        assert_eq!(chart.x_span(), Span { lo: 2018.5, hi: 2030.3 });
        assert_eq!(chart.now_x(), Some(2024.5));
    }

    #[test]
    fn charts_side_by_side_share_an_axis_that_holds_both_and_an_empty_one_changes_none() {
        let chart = |values: [f64; 2], missing: Option<&str>| LineChart {
            history: vec![HistoryLine { points: vec![(2024, values[0]), (2030, values[1])], ..HistoryLine::default() }],
            missing: missing.map(str::to_owned),
            ..LineChart::default()
        };
        let mut pair = [chart([71.0, 78.0], None), chart([66.0, 77.0], None)];
        share_axis(&mut pair);
        let [left, right] = pair.each_ref().map(LineChart::y_span);
        assert_eq!(left, right);
        assert!(left.lo <= 66.0 && left.hi >= 78.0, "{left:?}");
        assert!(left.lo.fract().abs() < 1e-12 && left.hi.fract().abs() < 1e-12, "{left:?}");
        let mut alone = [chart([71.0, 78.0], None), chart([0.0, 1.0], Some("no figure"))];
        let before = alone[0].y_span();
        share_axis(&mut alone);
        assert_eq!(alone[0].y_span(), before);
    }

    #[test]
    fn values_that_are_not_numbers_do_not_widen_the_axis() {
        let points = vec![(2020, f64::NAN), (2021, 10.0), (2022, f64::INFINITY)];
        let chart = LineChart {
            history: vec![HistoryLine { points, ..HistoryLine::default() }],
            y_range: YRange::FromZero,
            ..LineChart::default()
        };
        let span = chart.y_span();
        assert!(span.lo == 0.0 && span.hi >= 10.0 && span.hi < 20.0, "{span:?}");
    }
}
