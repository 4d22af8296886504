//! The box of values beside the marked year, in the chart under the pointer only.

use std::sync::Arc;

use egui::{Galley, Id, LayerId, Order, Painter, Pos2, Rect, Stroke, StrokeKind, Vec2, pos2, vec2};

use crate::chart::line::sample;
use crate::chart::mark::{END_REACH, HISTORY, LABEL, OTHER, TEXT, draw_marker};
use crate::chart::model::{Differences, LineChart, SeriesGroup, value_in};
use crate::chart::scene::{Ink, Scene};
use crate::text::compare_in_percent;
use crate::theme::{Rgb, ScenarioStyle};
use crate::ui::marks::paint_dashed_line;

use super::frame::Frame;
use super::paint::{self, TextSide, color};
use super::scene::paint_scene;

const PADDING: f32 = 9.0;
const ROW: f32 = 15.0;
const SWATCH: f32 = 21.0;
const SPACING: f32 = 9.0;
/// From the marked year's line to the box.
const ASIDE: f32 = 4.0;

/// How far the box may reach over the chart's left edge: half the spacing between charts.
const BEYOND: f32 = 14.0;

/// How much a row tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Detail {
    Values,
    Differences,
    Percentages,
}

/// The tables that a chart can show, fullest first.
fn details_of(chart: &LineChart) -> &'static [Detail] {
    // Where a scenario is pinned its differences are told however narrow the chart is.
    match (chart.differences, chart.pinned.is_some()) {
        (Differences::AbsoluteAndPercent, true) => &[Detail::Percentages, Detail::Differences],
        (Differences::Absolute, true) => &[Detail::Differences],
        (Differences::AbsoluteAndPercent | Differences::Absolute, false) => &[Detail::Values],
    }
}

/// A row, laid out.
struct Row {
    mark: Option<ScenarioStyle>,
    name: Arc<Galley>,
    value: Arc<Galley>,
    difference: Option<Arc<Galley>>,
    per_cent: Option<Arc<Galley>>,
}

/// Paints the tooltip for the group nearest to the pointer.
pub(super) fn paint_tooltip(frame: &Frame<'_>, pointer: Option<Pos2>) {
    let Some(year) = frame.plot.year else { return };
    let line = frame.plot.x_of(f64::from(year));
    if !frame.plot.shows_x(line) {
        return;
    }
    let group = nearest_group(frame, year, pointer);
    let painter = frame.painter.clone().with_layer_id(LayerId::new(Order::Tooltip, Id::unique("chart tooltip")));
    let painter = painter.with_clip_rect(frame.painter.ctx().content_rect());
    let quantity = frame.plot.chart.quantity_of(group);
    let title = if quantity.is_empty() { year.to_string() } else { format!("{year} · {quantity}") };
    let title = paint::line_of(&painter, &title, Ink::bold(TEXT, frame.look.theme.ink), 280.0);
    let reach = line - ASIDE - (frame.plot.whole.left - BEYOND);
    let room = reach.max(frame.plot.area.right - line - ASIDE);
    let details = details_of(frame.plot.chart).iter();
    let all = details.map(|detail| rows_of(frame, &painter, (group, year), *detail));
    // The fullest table that fits beside the line, or the shortest if none does.
    let mut fitting = Vec::new();
    for rows in all {
        fitting = rows;
        if Columns::measure(&fitting).width(&title) <= room {
            break;
        }
    }
    let rows = fitting;
    if rows.is_empty() {
        return;
    }
    let columns = Columns::measure(&rows);
    let size = vec2(columns.width(&title), 25.0 + ROW * rows.len() as f32 + 4.0);
    let rect = Rect::from_min_size(corner(frame, line, group, size), size);
    paint_box(&painter, frame, rect);
    paint::on_baseline(&painter, title, rect.min + vec2(PADDING, 17.0), TextSide::Start);
    for (index, row) in rows.into_iter().enumerate() {
        let baseline = rect.top() + 34.0 + ROW * index as f32;
        paint_row(&painter, frame, row, &columns, pos2(rect.left() + PADDING, baseline));
    }
}

/// The group whose line in that year is nearest to the pointer.
fn nearest_group(frame: &Frame<'_>, year: i32, pointer: Option<Pos2>) -> usize {
    let Some(pointer) = pointer else { return 0 };
    let distance = |group: &SeriesGroup| {
        let values = group.series.iter().filter_map(|series| value_in(&series.points, year));
        values.map(|value| (frame.plot.y_of(value) - pointer.y).abs()).fold(f32::INFINITY, f32::min)
    };
    let groups = frame.plot.chart.groups.iter().enumerate().map(|(index, group)| (distance(group), index));
    groups.min_by(|a, b| a.0.total_cmp(&b.0)).map_or(0, |nearest| nearest.1)
}

fn rows_of(frame: &Frame<'_>, painter: &Painter, (group, year): (usize, i32), detail: Detail) -> Vec<Row> {
    let theme = frame.look.theme;
    let (decimals, write) = (frame.plot.chart.decimals, frame.look.format);
    let text = |words: &str, ink: Ink| paint::line_of(painter, words, ink, 190.0);
    let (plain, bold) = (|ink: Rgb| Ink::plain(LABEL, ink), |ink: Rgb| Ink::bold(LABEL, ink));
    let mut rows = Vec::new();
    if group == 0 {
        let lines = frame
            .plot
            .chart
            .history
            .iter()
            .filter_map(|line| Some((line.name.as_str(), value_in(&line.points, year)?)));
        let bars = frame.plot.chart.history_bars.iter().filter(|bar| bar.0 == year);
        let bars = bars.map(|bar| (frame.look.words.actual.as_str(), bar.1));
        rows.extend(lines.chain(bars).map(|(name, value)| Row {
            mark: None,
            name: text(name, plain(theme.ink2)),
            value: text(&write(value, decimals), bold(theme.ink)),
            difference: None,
            per_cent: None,
        }));
    }
    let Some(group) = frame.plot.chart.groups.get(group) else {
        return rows;
    };
    let is_pinned = |key: &str| frame.plot.chart.pinned.as_deref() == Some(key);
    let base = group.series.iter().find(|series| is_pinned(&series.scenario_key));
    // A scenario whose line is hidden stays the one that others are measured from.
    let hidden = || value_in(&frame.plot.chart.reference, year);
    let base = base.map_or_else(hidden, |series| value_in(&series.points, year));
    for series in &group.series {
        let Some(value) = value_in(&series.points, year) else {
            continue;
        };
        let gap = base.filter(|_| !is_pinned(&series.scenario_key)).map(|base| (value - base, base));
        let pinned = is_pinned(&series.scenario_key).then(|| frame.look.words.pinned.clone());
        let difference = || gap.map(|gap| write_signed(gap.0, decimals, write));
        let relative =
            || {
                let (_, base) = gap?;
                // For a base <= 0 the per cent is undefined, and the cell says so.
                let percent = compare_in_percent(base, value);
                Some(percent.map_or_else(
                    || frame.look.words.missing.clone(),
                    |one| format!("{}%", write_signed(one, 1, write)),
                ))
            };
        // The word for the pinned scenario stands in the last column.
        let (difference, per_cent) = match detail {
            Detail::Values => (None, None),
            Detail::Differences => (pinned.or_else(difference), None),
            Detail::Percentages => (difference(), pinned.or_else(relative)),
        };
        let ink = if series.emphasised { bold(theme.ink) } else { plain(theme.ink) };
        rows.push(Row {
            mark: Some(series.style),
            name: text(&series.short_name, ink),
            value: text(&write(value, decimals), bold(theme.ink)),
            difference: difference.map(|difference| text(&difference, plain(theme.ink2))),
            per_cent: per_cent.map(|per_cent| text(&per_cent, plain(theme.ink2))),
        });
    }
    rows
}

/// A number with its sign, also when positive; nothing before what rounds to zero.
fn write_signed(value: f64, decimals: usize, write: &dyn Fn(f64, usize) -> String) -> String {
    let rounds_to_zero = value.abs() * 10_f64.powi(i32::try_from(decimals).unwrap_or(0)) < 0.5;
    match (rounds_to_zero, value > 0.0) {
        (true, true | false) => write(0.0, decimals),
        (false, true) => format!("+{}", write(value, decimals)),
        (false, false) => write(value, decimals),
    }
}

/// Widths of the columns.
struct Columns {
    name: f32,
    value: f32,
    difference: f32,
    per_cent: f32,
}

impl Columns {
    fn measure(rows: &[Row]) -> Self {
        let widest = |column: &dyn Fn(&Row) -> f32| rows.iter().map(column).fold(0.0_f32, f32::max).ceil();
        let optional = |galley: &Option<Arc<Galley>>| galley.as_ref().map_or(0.0, |galley| galley.size().x + SPACING);
        Self {
            name: widest(&|row| row.name.size().x),
            value: widest(&|row| row.value.size().x).max(34.0),
            difference: widest(&|row| optional(&row.difference)),
            per_cent: widest(&|row| optional(&row.per_cent)),
        }
    }

    fn width(&self, title: &Galley) -> f32 {
        let table = SWATCH + 8.0 + self.name + SPACING + self.value + self.difference + self.per_cent;
        (table.max(title.size().x) + PADDING * 2.0).ceil()
    }
}

/// Left of the line, else right of it but not over the end labels; over as little of its own lines as possible.
fn corner(frame: &Frame<'_>, line: f32, group: usize, size: Vec2) -> Pos2 {
    let on_left = line - ASIDE - size.x;
    let on_right = line + ASIDE;
    let fits_left = on_left >= frame.plot.whole.left - BEYOND;
    let fits_right = on_right + size.x <= frame.plot.area.right;
    let left = match (fits_left, fits_right) {
        (true, true | false) => on_left,
        (false, true) => on_right,
        // A plot narrower than the box: over the line, but not over any end labels.
        (false, false) => (frame.plot.area.right - size.x).min(on_right).max(frame.plot.whole.left - BEYOND),
    };
    let left = left.max(frame.painter.ctx().content_rect().left() + 2.0).round();
    let (high, low) = (frame.plot.area.top + 4.0, frame.plot.area.bottom - size.y - 3.0);
    let series = frame.plot.chart.groups.get(group).into_iter().flat_map(|group| &group.series);
    let own = series.map(|series| &series.points).chain(frame.plot.chart.history.iter().map(|line| &line.points));
    let mut points = sample(&frame.plot, own);
    let bars = frame.plot.chart.history_bars.iter().filter(|bar| bar.1.is_finite());
    points.extend(bars.map(|bar| frame.plot.project((bar.0, bar.1))));
    let covered = |top: f32| {
        let rect = Rect::from_min_size(pos2(left, top), size);
        points.iter().filter(|point| rect.contains(Pos2::from(**point))).count()
    };
    let top = if covered(high) < covered(low) { high } else { low };
    pos2(left, top.max(frame.painter.ctx().content_rect().top() + 2.0).round())
}

fn paint_box(painter: &Painter, frame: &Frame<'_>, rect: Rect) {
    let theme = frame.look.theme;
    let stroke = Stroke::new(1.0, color(theme.border));
    painter.rect(rect, 3.0, color(theme.raised), stroke, StrokeKind::Inside);
}

fn paint_row(painter: &Painter, frame: &Frame<'_>, row: Row, columns: &Columns, at: Pos2) {
    let theme = frame.look.theme;
    let ground: Rgb = theme.raised;
    let middle = pos2(at.x, at.y - 4.0);
    if let Some(style) = row.mark {
        paint_swatch(painter, middle, &style, ground);
    } else {
        painter.line_segment([middle, middle + vec2(SWATCH, 0.0)], Stroke::new(HISTORY, color(theme.ink)));
    }
    let mut x = at.x + SWATCH + 8.0;
    paint::on_baseline(painter, row.name, pos2(x, at.y), TextSide::Start);
    x += columns.name + SPACING + columns.value;
    paint::on_baseline(painter, row.value, pos2(x, at.y), TextSide::End);
    x += columns.difference;
    if let Some(difference) = row.difference {
        paint::on_baseline(painter, difference, pos2(x, at.y), TextSide::End);
    }
    x += columns.per_cent;
    if let Some(per_cent) = row.per_cent {
        paint::on_baseline(painter, per_cent, pos2(x, at.y), TextSide::End);
    }
}

/// Line, dash and marker of a scenario; `left` is the middle of the left end.
fn paint_swatch(painter: &Painter, left: Pos2, style: &ScenarioStyle, ground: Rgb) {
    let right = left + vec2(SWATCH, 0.0);
    paint_dashed_line(painter, &[left, right], style.dash, OTHER, color(style.color));
    let marker = draw_marker(left.lerp(right, 0.5).into(), END_REACH, style, ground);
    paint_scene(painter, &Scene { shapes: marker, ..Scene::default() }, ground);
}
