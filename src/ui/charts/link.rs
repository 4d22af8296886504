//! What all charts of a view share: theme and words, the year under the pointer, and held axes.

use std::collections::BTreeMap;
use std::sync::Arc;

use egui::{Context, Rect};

use crate::chart::model::LineChart;
use crate::chart::scale::Span;
use crate::theme::Theme;

/// Writes "axis from" with the written value.
pub type AxisFrom = Arc<dyn Fn(&str) -> String>;
/// Writes the words after a range that stands for the first number of lines out of the second.
pub type JoinedName = Arc<dyn Fn(usize, usize) -> String>;

/// Words that charts need and that only the caller's language knows.
#[derive(Clone)]
pub struct PlotWords {
    /// Left of the "now" line.
    pub actual: String,
    /// Right of the "now" line.
    pub projected: String,
    /// In place of a difference, for the scenario that differences are taken from.
    pub pinned: String,
    /// In place of a figure that does not exist.
    pub missing: String,
    /// Words after a range that stands for the first number of lines out of the second.
    pub joined_name: JoinedName,
    /// "Axis from", given the written value, when the axis starts above zero; `None` leaves the words out.
    pub axis_from: Option<AxisFrom>,
    /// Menu and copied table; none leaves them out.
    pub copy: Option<CopyWords>,
}

/// Words of a chart's menu and of the table that it copies.
#[derive(Clone)]
pub struct CopyWords {
    /// Menu: copy the numbers.
    pub copy_table: String,
    /// Menu: save the picture.
    pub save_picture: String,
    /// Menu: show everything again.
    pub reset_zoom: String,
    /// Menu: the vertical axis stays as it is, whatever moves.
    pub keep_axis: String,
    /// Menu: the vertical axis follows the values again.
    pub free_axis: String,
    /// In the unit line while the axis is kept.
    pub axis_kept: String,
    /// The same where values lie outside of it.
    pub axis_left: String,
    /// Heading of the column of years.
    pub year: String,
    /// Study from which the numbers come.
    pub study: String,
    /// Writes a number in full for another program.
    pub write: Arc<dyn Fn(f64) -> String>,
}

/// What a person asks a chart for.
#[derive(Debug, Clone, PartialEq)]
pub enum ChartAsk {
    /// The numbers, on the clipboard.
    Copy(String),
    /// A picture of this area in a file.
    SavePicture {
        /// What the picture covers, in points.
        area: Rect,
        /// What it shows.
        title: String,
    },
}

/// How the charts of a view look and write.
#[derive(Clone, Copy)]
pub struct PlotLook<'a> {
    /// Colours.
    pub theme: &'a Theme,
    /// Words.
    pub words: &'a PlotWords,
    /// Writes a number with so many digits after the decimal mark.
    pub format: &'a dyn Fn(f64, usize) -> String,
}

/// The chart under the pointer, and when it last said so.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Pointed {
    chart: String,
    pass: u64,
}

/// State shared by the charts of one view; keep it from frame to frame.
#[derive(Debug, Clone, Default)]
pub struct ChartLink {
    /// The year that all charts mark.
    pub hovered_year: Option<i32>,
    /// While a lever is dragged, vertical axes keep their last range.
    pub frozen: bool,
    /// Name of the view: zoom and pan move the years of all charts of one name together.
    pub group: String,
    /// While a picture is taken, charts hide the marked year and the tooltip.
    pub still: bool,
    /// What was asked of charts since the last frame.
    pub asks: Vec<ChartAsk>,
    pointed: Option<Pointed>,
    spans: BTreeMap<String, Span>,
    /// Charts whose vertical axis is kept, each with the range and what is drawn on it.
    kept: BTreeMap<String, (Span, String)>,
}

/// What is drawn on the vertical axis of a chart, and how.
fn subject_of(chart: &LineChart) -> String {
    format!("{} · {} · {:?}", chart.quantity, chart.unit_line, chart.scale)
}

impl ChartLink {
    /// Whether the vertical axis of a chart is kept by choice.
    pub(super) fn is_kept(&self, chart: &LineChart) -> bool {
        self.kept.get(&chart.id).is_some_and(|(_, subject)| *subject == subject_of(chart))
    }

    /// Keeps the range of a vertical axis, or lets it follow the values again.
    pub(super) fn keep_axis(&mut self, chart: &LineChart, span: Option<Span>) {
        match span {
            Some(span) => self.kept.insert(chart.id.clone(), (span, subject_of(chart))),
            None => self.kept.remove(&chart.id),
        };
    }

    /// The range to draw: the one that was chosen to be kept, the last one while frozen, otherwise that of the values.
    ///
    /// A chart that has come to show something else starts anew.
    pub(super) fn choose_span(&mut self, chart: &LineChart) -> Span {
        if let Some((span, _)) = self.kept.get(&chart.id).filter(|(_, subject)| *subject == subject_of(chart)) {
            return *span;
        }
        self.kept.remove(&chart.id);
        self.held_span(&chart.id, chart.y_span())
    }

    fn held_span(&mut self, chart: &str, wanted: Span) -> Span {
        match self.spans.get(chart) {
            Some(last) if self.frozen => *last,
            Some(_) | None => {
                self.spans.insert(chart.to_owned(), wanted);
                wanted
            }
        }
    }

    /// Whether the tooltip belongs to this chart.
    pub(super) fn is_pointed(&self, chart: &str) -> bool {
        self.pointed.as_ref().is_some_and(|pointed| pointed.chart == chart)
    }

    /// Records what the pointer or the keyboard marks in this chart.
    ///
    /// The chart that set the year also clears it; a chart that is no longer drawn loses it after
    /// one frame.
    pub(super) fn point(&mut self, ctx: &Context, chart: &str, year: Option<i32>) {
        let pass = ctx.cumulative_pass_nr();
        let before = self.hovered_year;
        let year = year.filter(|_| !self.still);
        if let Some(year) = year {
            self.hovered_year = Some(year);
            self.pointed = Some(Pointed { chart: chart.to_owned(), pass });
        } else if self.pointed.as_ref().is_some_and(|pointed| pointed.chart == chart || pointed.pass + 1 < pass) {
            self.hovered_year = None;
            self.pointed = None;
        }
        if before != self.hovered_year {
            // Charts drawn earlier in this frame still show the year before.
            ctx.request_repaint();
        }
    }
}
