//! Lines of scenarios, history over them, and the marks on both.

use super::Plot;
use crate::chart::mark::{ACTIVE, END_REACH, HISTORY, OTHER, SECONDARY, SECONDARY_REACH, draw_marker, draw_target};
use crate::chart::model::{Series, value_in};
use crate::chart::scene::{Sketch, Stroke};

/// Radius of the ring of an assumed value, and width of its rim.
const RING: (f32, f32) = (3.6, 1.3);
/// Greatest distance of two points along a line that texts keep clear of.
const SAMPLE: f32 = 3.0;

/// All series of a chart, those to be covered first.
fn in_drawing_order<'a>(plot: &Plot<'a>) -> Vec<&'a Series> {
    let mut all: Vec<&Series> = plot.chart.groups.iter().flat_map(|group| &group.series).collect();
    all.sort_by_key(|series| (!series.secondary, series.emphasised));
    all
}

/// Adds the lines of scenarios, then history over them.
pub(super) fn add_lines(sketch: &mut Sketch<'_>, plot: &Plot<'_>) {
    for series in in_drawing_order(plot) {
        let width = match (series.secondary, series.emphasised) {
            (true, false) => SECONDARY,
            (true, true) | (false, false) => OTHER,
            (false, true) => ACTIVE,
        };
        let stroke = Stroke { width, color: series.style.color, dash: series.style.dash };
        sketch.line(plot.path(&series.points), stroke, Some(plot.area));
    }
    let stroke = Stroke { width: HISTORY, color: sketch.look.theme.ink, dash: &[] };
    for line in &plot.chart.history {
        sketch.line(plot.path(&line.points), stroke, Some(plot.area));
    }
}

/// Adds the line of the marked year.
pub(super) fn add_year_line(sketch: &mut Sketch<'_>, plot: &Plot<'_>) {
    let Some(x) = plot.year.map(|year| plot.x_of(f64::from(year))) else { return };
    if plot.shows_x(x) {
        sketch.rule([x, plot.area.top], [x, plot.area.bottom], sketch.look.theme.ink2);
    }
}

/// Adds markers at the ends and at the marked year, rings, and targets.
pub(super) fn add_marks(sketch: &mut Sketch<'_>, plot: &Plot<'_>) {
    let theme = sketch.look.theme;
    for series in in_drawing_order(plot) {
        let end = series.points.iter().rfind(|point| point.1.is_finite()).copied().filter(|_| !series.secondary);
        let marked = plot.year.and_then(|year| value_in(&series.points, year).map(|value| (year, value)));
        let marked = marked.filter(|point| end != Some(*point));
        let reach = if series.secondary { SECONDARY_REACH } else { END_REACH };
        for at in [end, marked].into_iter().flatten().map(|point| plot.project(point)).filter(|at| plot.shows(*at)) {
            let ground = plot.ground(at[0], sketch.look);
            sketch.scene.shapes.extend(draw_marker(at, reach, &series.style, ground));
        }
    }
    let seen = |year: i32, value: f64| {
        let at = plot.project((year, value));
        (value.is_finite() && plot.shows(at)).then_some(at)
    };
    for ring in plot.chart.history.iter().flat_map(|line| &line.rings) {
        if let Some(at) = seen(ring.year, ring.value) {
            sketch.circle(at, RING.0, theme.paper, (theme.ink2, RING.1));
        }
    }
    for target in &plot.chart.targets {
        if let Some(at) = seen(target.year, target.value) {
            sketch.scene.shapes.extend(draw_target(at, theme.ink, theme.paper));
        }
    }
}

/// Points every few px along lines, as far as they are in sight: what texts keep clear of.
pub fn sample<'a>(plot: &Plot<'_>, lines: impl Iterator<Item = &'a Vec<(i32, f64)>>) -> Vec<[f32; 2]> {
    let mut points = Vec::new();
    for path in lines.map(|line| plot.path(line)) {
        for pair in path.windows(2) {
            let (from, along) = (pair[0], [pair[1][0] - pair[0][0], pair[1][1] - pair[0][1]]);
            let steps = (libm::hypotf(along[0], along[1]) / SAMPLE).clamp(1.0, 400.0).ceil();
            let mut step = 0.0;
            while step < steps {
                let at = [from[0] + along[0] * step / steps, from[1] + along[1] * step / steps];
                if plot.area.contains(at) {
                    points.push(at);
                }
                step += 1.0;
            }
        }
    }
    points
}
