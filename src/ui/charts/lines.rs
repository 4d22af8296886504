//! Lines, markers, targets and the texts that stand beside single points.

use std::sync::Arc;

use egui::{Galley, Pos2, Rect, Stroke, pos2, vec2};

use crate::chart::captions::{self, Area, Caption, Prefer, Surroundings};
use crate::chart::model::{Series, value_in};

use super::frame::Frame;
use super::paint::{self, SMALL, bold, color, plain};

/// All series of a chart, those to be covered first.
fn in_drawing_order<'a>(frame: &'a Frame<'_>) -> Vec<&'a Series> {
    let mut all: Vec<&Series> = frame.chart.groups.iter().flat_map(|group| &group.series).collect();
    all.sort_by_key(|series| (!series.secondary, series.emphasised));
    all
}

/// Paints scenario lines, then history over them.
pub(super) fn paint_lines(frame: &Frame<'_>) {
    let painter = frame.clipped();
    for series in in_drawing_order(frame) {
        let width = match (series.secondary, series.emphasised) {
            (true, false) => 1.5,
            (true, true) | (false, false) => 1.9,
            (false, true) => 2.1,
        };
        let stroke = Stroke::new(width, color(series.style.color));
        paint::dashed(&painter, &frame.path(&series.points), series.style.dash, stroke, frame.plot.expand(4.0));
    }
    for line in &frame.chart.history {
        let stroke = Stroke::new(2.4, color(frame.look.theme.ink));
        paint::dashed(&painter, &frame.path(&line.points), &[], stroke, frame.plot);
    }
}

/// Paints end markers, the markers of the marked year, rings and targets.
pub(super) fn paint_marks(frame: &Frame<'_>) {
    let theme = frame.look.theme;
    for series in in_drawing_order(frame) {
        let end = series.points.iter().rfind(|point| point.1.is_finite()).copied().filter(|_| !series.secondary);
        let marked = frame.year.and_then(|year| value_in(&series.points, year).map(|value| (year, value)));
        let marked = marked.filter(|point| end != Some(*point));
        for at in [end, marked].into_iter().flatten().map(|point| frame.at(point)) {
            if frame.shows(at) {
                let reach = if series.secondary { 2.4 } else { 3.0 };
                paint::marker(&frame.painter, at, reach, &series.style, frame.ground(at.x));
            }
        }
    }
    for ring in frame.chart.history.iter().flat_map(|line| &line.rings) {
        let at = frame.at((ring.year, ring.value));
        if ring.value.is_finite() && frame.shows(at) {
            frame.painter.circle(at, 3.6, color(theme.paper), Stroke::new(1.3, color(theme.ink2)));
        }
    }
    for target in &frame.chart.targets {
        let at = frame.at((target.year, target.value));
        if target.value.is_finite() && frame.shows(at) {
            paint::target(&frame.painter, at, theme.ink, theme.paper);
        }
    }
}

/// A text beside a point, measured.
struct Beside {
    at: Pos2,
    galley: Arc<Galley>,
    prefer: Prefer,
}

fn texts(frame: &Frame<'_>) -> Vec<Beside> {
    let theme = frame.look.theme;
    let measure = |runs: &[paint::Run<'_>]| paint::line_of(&frame.painter, runs, SMALL, f32::INFINITY);
    let targets = frame.chart.targets.iter().map(|target| Beside {
        at: frame.at((target.year, target.value)),
        galley: measure(&[plain(&target.caption, theme.ink2), bold(&target.value_text, theme.ink)]),
        prefer: Prefer::UpperLeft,
    });
    let rings = frame.chart.history.iter().flat_map(|line| &line.rings).filter(|ring| !ring.text.is_empty());
    let rings = rings.map(|ring| Beside {
        at: frame.at((ring.year, ring.value)),
        galley: measure(&[plain(&ring.text, theme.ink2)]),
        prefer: Prefer::LowerRight,
    });
    let notes = frame.chart.notes.iter().filter_map(|note| {
        let mut all = frame.chart.groups.iter().flat_map(|group| &group.series);
        let series = all.find(|series| series.scenario_key == note.scenario_key)?;
        let galley = measure(&[bold(&note.text, series.style.color)]);
        let before = value_in(&series.points, note.year - 1).or_else(|| value_in(&series.points, note.year + 1));
        let prefer = if before.is_some_and(|before| before > note.value) { Prefer::Below } else { Prefer::Above };
        Some(Beside { at: frame.at((note.year, note.value)), galley, prefer })
    });
    let all = targets.chain(rings).chain(notes);
    all.filter(|text| frame.shows(text.at)).collect()
}

/// Paints captions of targets, rings and notes on a halo of the ground.
pub(super) fn paint_captions(frame: &Frame<'_>, end_labels: &[Rect]) {
    let texts = texts(frame);
    let series = frame.chart.groups.iter().flat_map(|group| &group.series).map(|series| &series.points);
    let line_points = samples(frame, series.chain(frame.chart.history.iter().map(|line| &line.points)));
    let mark = |at: Pos2| Area { left: at.x - 6.0, top: at.y - 6.0, right: at.x + 6.0, bottom: at.y + 6.0 };
    // A line of text has leading over and under its letters, which may meet.
    let labels = end_labels.iter().map(|label| area_of(label.shrink2(vec2(0.0, 1.5))));
    let heading = super::ground::now_words_room(frame).map(area_of);
    let taken = texts.iter().map(|text| mark(text.at)).chain(labels).chain(heading).collect();
    let plot = frame.plot;
    // A caption may reach a little over the plot and into the free parts of the right margin.
    let frame_area =
        Area { left: plot.left(), top: plot.top() - 8.0, right: frame.whole.right(), bottom: plot.bottom() };
    let mut around = Surroundings { frame: frame_area, taken, line_points: &line_points };
    let wanted: Vec<Caption> = texts
        .iter()
        .map(|text| Caption { at: [text.at.x, text.at.y], size: text.galley.size().into(), prefer: text.prefer })
        .collect();
    for (text, area) in texts.into_iter().zip(captions::place(&wanted, &mut around)) {
        let corner = pos2(area.left, area.top);
        paint_halo(frame, &text.galley, corner);
        frame.painter.galley(corner, text.galley, color(frame.look.theme.ink));
    }
}

/// A halo under a text; the ground changes at the "now" line and at the plot's end, and the halo with it.
pub(super) fn paint_halo(frame: &Frame<'_>, galley: &Arc<Galley>, corner: Pos2) {
    let end = frame.plot.right();
    let split = frame.now_x().unwrap_or(end);
    let heights = corner.y - 4.0..=corner.y + galley.size().y + 4.0;
    for (ground, from, to) in [
        (frame.ground(split - 1.0), f32::NEG_INFINITY, split),
        (frame.ground(split + 1.0), split, end),
        (frame.look.theme.paper, end, f32::INFINITY),
    ] {
        let side = Rect::from_x_y_ranges(from..=to, heights.clone());
        let painter = frame.painter.with_clip_rect(side.intersect(frame.painter.clip_rect()));
        paint::on_halo(&painter, galley, corner, ground);
    }
}

fn area_of(rect: Rect) -> Area {
    Area { left: rect.left(), top: rect.top(), right: rect.right(), bottom: rect.bottom() }
}

/// Points every few px along the given lines, for finding free places.
pub(super) fn samples<'a>(frame: &Frame<'_>, lines: impl Iterator<Item = &'a Vec<(i32, f64)>>) -> Vec<[f32; 2]> {
    let mut points = Vec::new();
    for path in lines.map(|line| frame.path(line)) {
        for pair in path.windows(2) {
            let steps = (pair[0].distance(pair[1]) / 3.0).clamp(1.0, 400.0).ceil();
            let mut step = 0.0;
            while step < steps {
                let at = pair[0].lerp(pair[1], step / steps);
                if frame.plot.contains(at) {
                    points.push(at.into());
                }
                step += 1.0;
            }
        }
    }
    points
}

/// Paints the line of the marked year.
pub(super) fn paint_year_line(frame: &Frame<'_>) {
    let Some(x) = frame.year.map(|year| frame.x(f64::from(year))) else {
        return;
    };
    if frame.plot.x_range().expand(0.5).contains(x) {
        paint::vline(&frame.painter, x, frame.plot.top(), frame.plot.bottom(), frame.look.theme.ink2);
    }
}
