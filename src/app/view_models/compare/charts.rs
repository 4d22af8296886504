//! The charts of the view: overlay, small multiples, and the distance from the pinned case.

use super::super::context::StateReader;
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

fn frame(reader: &StateReader<'_>, id: &str, title: String, unit_line: String) -> LineChart {
    let study = &reader.state.study;
    LineChart {
        id: id.to_owned(),
        title,
        unit_line,
        years: (reader.first_base(), study.horizon),
        now: Some(reader.last_actual()),
        pinned: Some(study.pinned.clone()),
        ..LineChart::default()
    }
}

/// The text equivalent, once the series are known.
fn describe_chart(reader: &StateReader<'_>, mut chart: LineChart) -> LineChart {
    let mut alt = filled(reader.lang, "chart-described", &[("title", &chart.title), ("unit", &chart.unit_line)]);
    for series in chart.groups.iter().flat_map(|group| &group.series) {
        alt = format!("{alt}; {} {}", series.full_name, series.end_value_text);
    }
    chart.alt = alt;
    chart
}

/// Every drawn case in one chart.
pub(super) fn overlay(reader: &StateReader<'_>, subject: &ComparedSubject) -> LineChart {
    let mut chart = frame(reader, "overlay", subject.title(reader), subject.unit(reader));
    chart.decimals = subject.decimals();
    let drawn = reader.drawn_cases().into_iter().filter_map(|case| {
        let points = subject.points(reader, case);
        let end = points.last()?.1;
        Some(reader.case_series(case, points, reader.numbers.decimal(end, subject.decimals())))
    });
    chart.groups = vec![SeriesGroup { heading: None, series: drawn.collect() }];
    chart.reference = subject.points(reader, &reader.state.study.pinned);
    chart.history = vec![history_line(reader, subject)];
    chart.targets = targets(reader, subject);
    if subject.measure == ChartMeasure::Growth && matches!(subject.variable, Variable::Grdp | Variable::Output) {
        chart.band = growth_band(reader, &subject.line);
    }
    if subject.is_percent() {
        chart.differences = Differences::Absolute;
    }
    chart.missing = subject.refused.clone().or_else(|| {
        let nothing = chart.groups.iter().all(|group| group.series.is_empty());
        let gap = || reader.gap_reason(subject.variable);
        nothing.then(|| gap().unwrap_or_else(|| label(reader.lang, "chart-no-series")))
    });
    describe_chart(reader, chart)
}

fn history_line(reader: &StateReader<'_>, subject: &ComparedSubject) -> HistoryLine {
    let is_level = subject.measure == ChartMeasure::Level && subject.variable == Variable::Employment;
    HistoryLine {
        name: label(reader.lang, "series-actual"),
        points: subject.read_observations(reader),
        rings: if is_level { base_rings(reader, &subject.line) } else { Vec::new() },
    }
}

/// Stated and implied targets for single years; only values and shares have them.
fn targets(reader: &StateReader<'_>, subject: &ComparedSubject) -> Vec<TargetMark> {
    if subject.refused.is_some() || matches!(subject.measure, ChartMeasure::Growth | ChartMeasure::Index) {
        return Vec::new();
    }
    let study = &reader.state.study;
    let mark = |year| {
        let wanted = target(study, subject.variable, &subject.line, year).filter(|wanted| wanted.since.is_none())?;
        let key = if wanted.implied { "series-implied-caption" } else { "series-target-caption" };
        let value = shown_value(subject.variable, wanted.value);
        Some(TargetMark {
            year,
            value,
            caption: with_year(reader.lang, key, year),
            value_text: reader.numbers.decimal(value, subject.decimals()),
        })
    };
    (reader.first_base()..=study.horizon).filter_map(mark).collect()
}

/// Makes the axis logarithmic where every value allows it, and says whether it does.
pub(super) fn make_logarithmic(reader: &StateReader<'_>, chart: &mut LineChart) -> bool {
    // An empty chart states its reason by itself.
    if chart.missing.is_some() {
        return true;
    }
    if !chart.is_positive() {
        return false;
    }
    chart.scale = AxisScale::Log;
    chart.unit_line = format!("{} · {}", chart.unit_line, label(reader.lang, "compare-log-axis"));
    true
}

/// What all panels share: the quantity, and how their common axis runs.
pub(super) fn shared_axis(reader: &StateReader<'_>, overlay: &LineChart) -> String {
    if overlay.scale == AxisScale::Log {
        return format!("{} · {}", overlay.title, label(reader.lang, "compare-log-axis"));
    }
    let span = overlay.y_span();
    let from = reader.numbers.decimal(span.lo, overlay.ticks(span).decimals);
    filled(reader.lang, "compare-shared-axis", &[("title", &overlay.title), ("value", &from)])
}

/// A chart for each case beside the pinned one, all on the axis of the overlay.
pub(super) fn multiples(reader: &StateReader<'_>, overlay: &LineChart, subject: &ComparedSubject) -> Vec<LineChart> {
    let pinned = &reader.state.study.pinned;
    let all: Vec<&Series> = overlay.groups.iter().flat_map(|group| &group.series).collect();
    let reference = subject.points(reader, pinned);
    let end = reference.last().map_or_else(String::new, |point| reader.numbers.decimal(point.1, subject.decimals()));
    let span = overlay.y_span();
    let range = YRange::Fixed(overlay.value_at(span.lo), overlay.value_at(span.hi));
    let alone = all.len() == 1;
    all.into_iter()
        .filter(|series| alone || series.scenario_key != *pinned)
        .map(|own| {
            let mut lines = vec![Series { secondary: false, emphasised: true, ..own.clone() }];
            if own.scenario_key != *pinned && !reference.is_empty() {
                let base = reader.case_series(pinned, reference.clone(), end.clone());
                lines.insert(0, Series { secondary: true, emphasised: false, ..base });
            }
            let chart = LineChart {
                id: format!("compare-{}", own.scenario_key),
                title: own.full_name.clone(),
                quantity: overlay.title.clone(),
                unit_line: subject.unit(reader),
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
            describe_chart(reader, chart)
        })
        .collect()
}

/// The distance of every other case from the pinned one.
pub(super) fn difference(reader: &StateReader<'_>, subject: &ComparedSubject, in_percent: bool) -> LineChart {
    let pinned = &reader.state.study.pinned;
    let name = reader.name(pinned);
    let unit = if in_percent {
        filled(reader.lang, "compare-unit-percent-of", &[("name", &name)])
    } else {
        subject.difference_unit(reader)
    };
    let title = filled(reader.lang, "compare-difference", &[("name", &name)]);
    let mut chart = frame(reader, "compare-difference", title, unit);
    chart.quantity = subject.title(reader);
    chart.decimals = if in_percent { 1 } else { subject.decimals() };
    chart.differences = Differences::Absolute;
    chart.y_range = YRange::FromZero;
    chart.pinned = None;
    let reference = subject.points(reader, pinned);
    let drawn = reader.drawn_cases().into_iter().filter(|case| case != pinned).filter_map(|case| {
        let apart = |(year, value): (Year, f64)| {
            let base = value_in(&reference, year)?;
            let difference = if in_percent { compare_in_percent(base, value)? } else { value - base };
            Some((year, difference)).filter(|point| point.1.is_finite())
        };
        let points: Vec<(Year, f64)> = subject.points(reader, case).into_iter().filter_map(apart).collect();
        let end = points.last()?.1;
        Some(reader.case_series(case, points, reader.numbers.write_signed(end, chart.decimals)))
    });
    chart.groups = vec![SeriesGroup { heading: None, series: drawn.collect() }];
    chart.notes = turning_points(reader, &chart);
    chart.missing = subject.refused.clone().or_else(|| {
        let nothing = chart.groups.iter().all(|group| group.series.is_empty());
        nothing.then(|| label(reader.lang, "compare-nothing-else"))
    });
    describe_chart(reader, chart)
}

/// The farthest point of each line, where the end does not tell of it.
fn turning_points(reader: &StateReader<'_>, chart: &LineChart) -> Vec<PointNote> {
    let lines = chart.groups.iter().flat_map(|group| &group.series);
    let farthest = lines.filter_map(|series| {
        let end = series.points.last()?.1;
        let far = series.points.iter().max_by(|a, b| a.1.abs().total_cmp(&b.1.abs()))?;
        let is_far = far.1.abs() > FAR * end.abs() && far.1.abs() > 0.0;
        is_far.then(|| PointNote {
            scenario_key: series.scenario_key.clone(),
            year: far.0,
            value: far.1,
            text: reader.numbers.write_signed(far.1, chart.decimals),
        })
    });
    farthest.collect()
}
