//! The charts of the view: overlay, small multiples, and the distance from the pinned case.

use super::super::context::Picture;
use super::super::overview::{base_rings, growth_band};
use super::subject::ComparedSubject;
use crate::analysis::target;
use crate::app::workspace::compare::ChartMeasure;
use crate::chart::model::{
    AxisScale, Differences, EndText, HistoryLine, LineChart, PointNote, Series, SeriesGroup, TargetMark, YRange,
    value_in,
};
use crate::engine::Variable;
use crate::quantity::Year;
use crate::text::words::{filled, label, with_year};
use crate::text::{compare_in_percent, shown_value};

/// A turning point is printed where it lies this many times farther from zero than the end.
const FAR: f64 = 1.25;

fn frame(picture: &Picture<'_>, id: &str, title: String, unit_line: String) -> LineChart {
    let study = &picture.state.study;
    LineChart {
        id: id.to_owned(),
        title,
        unit_line,
        years: (picture.first_base(), study.horizon),
        now: Some(picture.last_actual()),
        pinned: Some(study.pinned.clone()),
        ..LineChart::default()
    }
}

/// The text equivalent, once the series are known.
fn describe_chart(picture: &Picture<'_>, mut chart: LineChart) -> LineChart {
    let mut alt = filled(picture.lang, "chart-described", &[("title", &chart.title), ("unit", &chart.unit_line)]);
    for series in chart.groups.iter().flat_map(|group| &group.series) {
        alt = format!("{alt}; {} {}", series.full_name, series.end_value_text);
    }
    chart.alt = alt;
    chart
}

/// Every drawn case in one chart.
pub(super) fn overlay(picture: &Picture<'_>, subject: &ComparedSubject) -> LineChart {
    let mut chart = frame(picture, "overlay", subject.title(picture), subject.unit(picture));
    chart.decimals = subject.decimals();
    let drawn = picture.drawn_cases().into_iter().filter_map(|case| {
        let points = subject.points(picture, case);
        let end = points.last()?.1;
        Some(picture.case_series(case, points, picture.numbers.decimal(end, subject.decimals())))
    });
    chart.groups = vec![SeriesGroup { heading: None, series: drawn.collect() }];
    chart.reference = subject.points(picture, &picture.state.study.pinned);
    chart.history = vec![history_line(picture, subject)];
    chart.targets = targets(picture, subject);
    if subject.measure == ChartMeasure::Growth && matches!(subject.variable, Variable::Grdp | Variable::Output) {
        chart.band = growth_band(picture, &subject.line);
    }
    if subject.is_percent() {
        chart.differences = Differences::Absolute;
    }
    chart.missing = subject.refused.clone().or_else(|| {
        let nothing = chart.groups.iter().all(|group| group.series.is_empty());
        let gap = || picture.gap_reason(subject.variable);
        nothing.then(|| gap().unwrap_or_else(|| label(picture.lang, "chart-no-series")))
    });
    describe_chart(picture, chart)
}

fn history_line(picture: &Picture<'_>, subject: &ComparedSubject) -> HistoryLine {
    let is_level = subject.measure == ChartMeasure::Level && subject.variable == Variable::Employment;
    HistoryLine {
        name: label(picture.lang, "series-actual"),
        points: subject.read_observations(picture),
        rings: if is_level { base_rings(picture, &subject.line) } else { Vec::new() },
    }
}

/// Stated and implied targets for single years; only values and shares have them.
fn targets(picture: &Picture<'_>, subject: &ComparedSubject) -> Vec<TargetMark> {
    if subject.refused.is_some() || matches!(subject.measure, ChartMeasure::Growth | ChartMeasure::Index) {
        return Vec::new();
    }
    let study = &picture.state.study;
    let mark = |year| {
        let wanted = target(study, subject.variable, &subject.line, year).filter(|wanted| wanted.since.is_none())?;
        let key = if wanted.implied { "series-implied-caption" } else { "series-target-caption" };
        let value = shown_value(subject.variable, wanted.value);
        Some(TargetMark {
            year,
            value,
            caption: with_year(picture.lang, key, year),
            value_text: picture.numbers.decimal(value, subject.decimals()),
        })
    };
    (picture.first_base()..=study.horizon).filter_map(mark).collect()
}

/// Makes the axis logarithmic where every value allows it, and says whether it does.
pub(super) fn make_logarithmic(picture: &Picture<'_>, chart: &mut LineChart) -> bool {
    // An empty chart states its reason by itself.
    if chart.missing.is_some() {
        return true;
    }
    if !chart.is_positive() {
        return false;
    }
    chart.scale = AxisScale::Log;
    chart.unit_line = format!("{} · {}", chart.unit_line, label(picture.lang, "compare-log-axis"));
    true
}

/// What all panels share: the quantity, and how their common axis runs.
pub(super) fn shared_axis(picture: &Picture<'_>, overlay: &LineChart) -> String {
    if overlay.scale == AxisScale::Log {
        return format!("{} · {}", overlay.title, label(picture.lang, "compare-log-axis"));
    }
    let span = overlay.y_span();
    let from = picture.numbers.decimal(span.lo, overlay.ticks(span).decimals);
    filled(picture.lang, "compare-shared-axis", &[("title", &overlay.title), ("value", &from)])
}

/// A chart for each case beside the pinned one, all on the axis of the overlay.
pub(super) fn multiples(picture: &Picture<'_>, overlay: &LineChart, subject: &ComparedSubject) -> Vec<LineChart> {
    let pinned = &picture.state.study.pinned;
    let all: Vec<&Series> = overlay.groups.iter().flat_map(|group| &group.series).collect();
    let reference = subject.points(picture, pinned);
    let end = reference.last().map_or_else(String::new, |point| picture.numbers.decimal(point.1, subject.decimals()));
    let span = overlay.y_span();
    let range = YRange::Fixed(overlay.value_at(span.lo), overlay.value_at(span.hi));
    let alone = all.len() == 1;
    all.into_iter()
        .filter(|series| alone || series.scenario_key != *pinned)
        .map(|own| {
            let mut lines = vec![Series { secondary: false, emphasised: true, ..own.clone() }];
            if own.scenario_key != *pinned && !reference.is_empty() {
                let base = picture.case_series(pinned, reference.clone(), end.clone());
                lines.insert(0, Series { secondary: true, emphasised: false, ..base });
            }
            let chart = LineChart {
                id: format!("compare-{}", own.scenario_key),
                title: own.full_name.clone(),
                quantity: overlay.title.clone(),
                unit_line: subject.unit(picture),
                y_range: range,
                groups: vec![SeriesGroup { heading: None, series: lines }],
                end_text: EndText::Value,
                // Captions of targets would cover the lines of so small a chart; the mark itself stays.
                targets: overlay
                    .targets
                    .iter()
                    .map(|mark| TargetMark { caption: String::new(), ..mark.clone() })
                    .collect(),
                band: None,
                ..overlay.clone()
            };
            describe_chart(picture, chart)
        })
        .collect()
}

/// The distance of every other case from the pinned one.
pub(super) fn difference(picture: &Picture<'_>, subject: &ComparedSubject, in_percent: bool) -> LineChart {
    let pinned = &picture.state.study.pinned;
    let name = picture.name(pinned);
    let unit = if in_percent {
        filled(picture.lang, "compare-unit-percent-of", &[("name", &name)])
    } else {
        subject.difference_unit(picture)
    };
    let title = filled(picture.lang, "compare-difference", &[("name", &name)]);
    let mut chart = frame(picture, "compare-difference", title, unit);
    chart.quantity = subject.title(picture);
    chart.decimals = if in_percent { 1 } else { subject.decimals() };
    chart.differences = Differences::Absolute;
    chart.y_range = YRange::FromZero;
    chart.pinned = None;
    let reference = subject.points(picture, pinned);
    let drawn = picture.drawn_cases().into_iter().filter(|case| case != pinned).filter_map(|case| {
        let apart = |(year, value): (Year, f64)| {
            let base = value_in(&reference, year)?;
            let difference = if in_percent { compare_in_percent(base, value)? } else { value - base };
            Some((year, difference)).filter(|point| point.1.is_finite())
        };
        let points: Vec<(Year, f64)> = subject.points(picture, case).into_iter().filter_map(apart).collect();
        let end = points.last()?.1;
        Some(picture.case_series(case, points, picture.numbers.write_signed(end, chart.decimals)))
    });
    chart.groups = vec![SeriesGroup { heading: None, series: drawn.collect() }];
    chart.notes = turning_points(picture, &chart);
    chart.missing = subject.refused.clone().or_else(|| {
        let nothing = chart.groups.iter().all(|group| group.series.is_empty());
        nothing.then(|| label(picture.lang, "compare-nothing-else"))
    });
    describe_chart(picture, chart)
}

/// The farthest point of each line, where the end does not tell of it.
fn turning_points(picture: &Picture<'_>, chart: &LineChart) -> Vec<PointNote> {
    let lines = chart.groups.iter().flat_map(|group| &group.series);
    let farthest = lines.filter_map(|series| {
        let end = series.points.last()?.1;
        let far = series.points.iter().max_by(|a, b| a.1.abs().total_cmp(&b.1.abs()))?;
        let is_far = far.1.abs() > FAR * end.abs() && far.1.abs() > 0.0;
        is_far.then(|| PointNote {
            scenario_key: series.scenario_key.clone(),
            year: far.0,
            value: far.1,
            text: picture.numbers.write_signed(far.1, chart.decimals),
        })
    });
    farthest.collect()
}
