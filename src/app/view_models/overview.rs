//! The overview: output by line, growth, employment, shares in both price bases, and the structure of the last year.

use super::cards::{CardText, cards};
use super::context::StateReader;
use crate::analysis::catch_up::growths;
use crate::analysis::{history, target};
use crate::app::workspace::Display;
use crate::chart::labels::HEADED;
use crate::chart::model::{
    Differences, EndText, HistoryLine, LineChart, PointNote, Ring, Series, SeriesGroup, TargetBand, TargetMark, YRange,
    share_axis,
};
use crate::chart::share_strip::{SharePart, ShareStrip};
use crate::engine::{Line, TAXES_LINE, TOTAL_LINE, Variable};
use crate::quantity::{PriceBasis, Year};
use crate::scenario::figure::{Quantity, Status};
use crate::scenario::study::Study;
use crate::text::words::{filled, label, period, with_year};
use crate::text::{note_rounded_shares, shown_size};
use crate::theme::PartRole;

/// The overview of the selected case.
#[derive(Debug, Clone)]
pub struct Overview {
    /// Cards.
    pub cards: Vec<CardText>,
    /// Output by line.
    pub output: LineChart,
    /// Growth of GRDP.
    pub growth: LineChart,
    /// Employment of the headline line.
    pub employment: LineChart,
    /// Shares of the headline line at constant and at current prices.
    pub shares: [LineChart; 2],
    /// Title above both share charts.
    pub share_title: String,
    /// Structure of the last year.
    pub structure: ShareStrip,
}

/// What a chart draws and how.
pub(super) struct ChartSubject<'a> {
    pub(super) variable: Variable,
    pub(super) line: &'a str,
}

/// Builds the overview of the selected case.
pub fn overview(reader: &StateReader<'_>) -> Overview {
    let selected = &reader.state.workspace.selected;
    let headline = reader.state.study.structure.headline.clone();
    let mut shares =
        [Variable::ShareConstant, Variable::ShareCurrent].map(|share| share_chart(reader, &headline, share));
    // Read beside each other, the same distance must be the same height.
    share_axis(&mut shares);
    Overview {
        cards: cards(reader, selected),
        output: output_chart(reader, &headline),
        growth: growth_chart(reader),
        employment: employment_chart(reader, &headline),
        shares,
        share_title: filled(reader.lang, "chart-share", &[("line", &reader.line_inside(&headline))]),
        structure: structure(reader, selected),
    }
}

pub(super) fn display(reader: &StateReader<'_>) -> Display {
    reader.state.workspace.display
}

/// The series of a case as it is displayed: level, difference from the pinned case, or index.
fn points(reader: &StateReader<'_>, case: &str, subject: &ChartSubject<'_>) -> Vec<(Year, f64)> {
    let Some(projection) = reader.projection(case) else { return Vec::new() };
    let line = if subject.line == TOTAL_LINE { Some(Line::Total) } else { projection.line(subject.line) };
    let Some(line) = line else { return Vec::new() };
    let scale = shown_size(subject.variable);
    let value = |year| projection.value(subject.variable, line, year).map(|value| value * scale);
    let reference = value(reader.last_actual());
    projection
        .horizon()
        .years()
        .filter_map(|year| {
            let own = value(year)?;
            let shown = match display(reader) {
                Display::Level => own,
                Display::Difference => {
                    let pinned = &reader.state.study.pinned;
                    own - reader.value(pinned, subject.variable, subject.line, year)? * scale
                }
                Display::Index if subject.variable == Variable::OutputGrowth => own,
                Display::Index => 100.0 * own / reference?,
            };
            Some((year, shown))
        })
        .collect()
}

pub(super) fn series(
    reader: &StateReader<'_>,
    subject: &ChartSubject<'_>,
    decimals: usize,
    secondary: bool,
) -> Vec<Series> {
    reader
        .drawn_cases()
        .into_iter()
        .filter(|case| display(reader) != Display::Difference || *case != reader.state.study.pinned)
        .map(|case| {
            let points = points(reader, case, subject);
            let end = points.last().map_or(0.0, |&(_, value)| value);
            let written = if display(reader) == Display::Difference {
                reader.numbers.write_signed(end, decimals)
            } else {
                reader.numbers.decimal(end, decimals)
            };
            Series { secondary, ..reader.case_series(case, points, written) }
        })
        .filter(|series| !series.points.is_empty())
        .collect()
}

/// A chart with everything but its own title, unit and series.
pub(super) fn frame(reader: &StateReader<'_>, id: &str, title: String, unit: String) -> LineChart {
    let study = &reader.state.study;
    let base = reader.numbers.year(reader.last_actual());
    let pinned = reader.name(&study.pinned);
    let unit_line = match display(reader) {
        Display::Level => unit,
        Display::Difference => filled(reader.lang, "chart-unit-difference", &[("unit", &unit), ("name", &pinned)]),
        Display::Index => filled(reader.lang, "chart-unit-index", &[("year", &base)]),
    };
    LineChart {
        id: id.to_owned(),
        quantity: title.clone(),
        alt: filled(reader.lang, "chart-described", &[("title", &title), ("unit", &unit_line)]),
        title,
        unit_line,
        years: (reader.first_shown(), study.horizon),
        y_range: YRange::Auto,
        decimals: 1,
        now: Some(reader.last_actual()),
        pinned: Some(study.pinned.clone()),
        ..LineChart::default()
    }
}

pub(super) fn is_level(reader: &StateReader<'_>) -> bool {
    display(reader) == Display::Level
}

/// Adds the values that closing text describes, once the series are known, and why a chart of a variable is empty where it is.
pub(super) fn describe_chart(reader: &StateReader<'_>, mut chart: LineChart, variable: Variable) -> LineChart {
    use std::fmt::Write as _;
    for series in chart.groups.iter().flat_map(|group| &group.series) {
        // Writing to a string cannot fail.
        let _ignored = write!(chart.alt, "; {} {}", series.full_name, series.end_value_text).is_ok();
    }
    if chart.groups.iter().all(|group| group.series.is_empty()) {
        chart.missing = Some(reader.gap_reason(variable).unwrap_or_else(|| label(reader.lang, "chart-no-series")));
    }
    chart
}

pub(super) fn base_text(reader: &StateReader<'_>) -> String {
    reader.state.study.price_base_year.to_string()
}

/// Letters that the margin of a chart holds in one line.
const LONGEST_HEADING: usize = 28;

/// The name of a line above its end labels; the short one where the full one would be cut.
fn heading(reader: &StateReader<'_>, line: &str) -> String {
    let name = reader.line_name(line);
    if name.chars().count() > LONGEST_HEADING { reader.line_short(line) } else { name }
}

fn output_chart(reader: &StateReader<'_>, headline: &str) -> LineChart {
    let study = &reader.state.study;
    let unit = filled(reader.lang, "chart-output-unit", &[("base", &base_text(reader))]);
    let mut chart = frame(reader, "output", label(reader.lang, "chart-output"), unit);
    let is_of_headline = |line: &str| line == headline || study.outer_groups(line).contains(&headline);
    let mut lines = reader.shown_lines();
    lines.sort_by_key(|line| !is_of_headline(line));
    // Many lines have one label each, with the range of their values beside the name.
    let are_many = lines.len() > HEADED;
    let named = |line: &str| if are_many { reader.line_short(line) } else { heading(reader, line) };
    for line in lines {
        let subject = ChartSubject { variable: Variable::Output, line };
        chart.groups.push(SeriesGroup {
            heading: Some(named(line)),
            series: series(reader, &subject, 1, !is_of_headline(line)),
        });
        let record = history_line(reader, Quantity::Output, line, Some(PriceBasis::Constant));
        chart.history.extend(displayed_history(reader, record));
    }
    if is_level(reader) {
        chart.y_range = YRange::FromZero;
        chart.targets = target_marks(reader, Variable::Output, headline);
    }
    describe_chart(reader, chart, Variable::Output)
}

pub(super) fn history_line(
    reader: &StateReader<'_>,
    quantity: Quantity,
    line: &str,
    basis: Option<PriceBasis>,
) -> HistoryLine {
    let points = history(&reader.state.study, quantity, line, basis);
    let scale = quantity.unit().size_in(quantity.typed_unit());
    HistoryLine {
        name: label(reader.lang, "series-actual"),
        points: points.into_iter().map(|(year, value)| (year, value * scale)).collect(),
        rings: Vec::new(),
    }
}

/// A record as lines are displayed: levels as observed, an index of the same year as theirs; none beside differences,
/// and no index without an observation of that year.
pub(super) fn displayed_history(reader: &StateReader<'_>, record: HistoryLine) -> Option<HistoryLine> {
    match display(reader) {
        Display::Level => Some(record),
        Display::Difference => None,
        Display::Index => {
            let base = reader.last_actual();
            let (_, reference) = record.points.iter().copied().find(|(year, _)| *year == base)?;
            let index = |(year, value): (Year, f64)| (year, 100.0 * value / reference);
            // Assumed values are written as levels, so that an index has none.
            Some(HistoryLine { points: record.points.into_iter().map(index).collect(), rings: Vec::new(), ..record })
        }
    }
}

/// Stated targets of a line in every year that has one.
pub(super) fn target_marks(reader: &StateReader<'_>, variable: Variable, line: &str) -> Vec<TargetMark> {
    let (study, scale) = (&reader.state.study, shown_size(variable));
    (reader.first_base()..=study.horizon)
        .filter_map(|year| {
            let wanted = target(study, variable, line, year).filter(|wanted| wanted.since.is_none())?;
            let key = if wanted.implied { "series-implied-caption" } else { "series-target-caption" };
            Some(TargetMark {
                year,
                value: wanted.value * scale,
                caption: with_year(reader.lang, key, year),
                value_text: reader.numbers.decimal(wanted.value * scale, 1),
            })
        })
        .collect()
}

fn growth_chart(reader: &StateReader<'_>) -> LineChart {
    let unit = filled(reader.lang, "chart-growth-unit", &[("base", &base_text(reader))]);
    let mut chart = frame(reader, "growth", label(reader.lang, "chart-growth"), unit);
    let subject = ChartSubject { variable: Variable::OutputGrowth, line: TOTAL_LINE };
    chart.groups = vec![SeriesGroup { heading: None, series: series(reader, &subject, 1, false) }];
    chart.differences = Differences::Absolute;
    if display(reader) == Display::Difference {
        return describe_chart(reader, chart, Variable::OutputGrowth);
    }
    chart.unit_line = filled(reader.lang, "chart-growth-unit", &[("base", &base_text(reader))]);
    chart.y_range = YRange::FromZero;
    chart.history_bars = growth_bars(reader);
    // A baseline that starts before the last actual year would repeat the plan's past beside the record.
    let last_actual = reader.last_actual();
    for series in chart.groups.iter_mut().flat_map(|group| &mut group.series) {
        series.points.retain(|&(year, _)| year > last_actual);
    }
    chart.notes = extreme_notes(reader, &chart);
    if let Some(first) = chart.history_bars.first() {
        chart.years.0 = chart.years.0.min(first.0);
    }
    chart.band = growth_band(reader, TOTAL_LINE);
    describe_chart(reader, chart, Variable::OutputGrowth)
}

/// The range that the plan states for growth of a line.
pub(super) fn growth_band(reader: &StateReader<'_>, line: &str) -> Option<TargetBand> {
    let study = &reader.state.study;
    let wanted = target(study, Variable::OutputGrowth, line, study.horizon)?;
    let upper = wanted.upper? * 100.0;
    let lower = wanted.value * 100.0;
    let since = wanted.since.unwrap_or(study.horizon);
    let name = filled(reader.lang, "series-target-period", &[("period", &period(since, wanted.year))]);
    Some(TargetBand {
        lo: lower,
        hi: upper,
        years: (since.max(reader.last_actual()), wanted.year.min(study.horizon)),
        value_text: [lower, upper].map(|end| reader.numbers.write_trimmed(end, 1)).join("–"),
        label: name,
    })
}

/// Growth of observed GRDP, one bar a year.
fn growth_bars(reader: &StateReader<'_>) -> Vec<(Year, f64, String)> {
    let levels = history(&reader.state.study, Quantity::Output, TOTAL_LINE, Some(PriceBasis::Constant));
    let bar = |(year, growth): (Year, f64)| (year, 100.0 * growth, reader.numbers.decimal(100.0 * growth, 1));
    growths(&levels).into_iter().map(bar).collect()
}

/// Prints the turning points of lines that leave the common range, so that a crash is a number and not only a shape.
fn extreme_notes(reader: &StateReader<'_>, chart: &LineChart) -> Vec<PointNote> {
    const FAR: f64 = 3.0;
    let mut notes = Vec::new();
    for series in chart.groups.iter().flat_map(|group| &group.series) {
        let Some(&(_, end)) = series.points.last() else { continue };
        let lowest = series.points.iter().copied().min_by(|a, b| a.1.total_cmp(&b.1));
        let highest = series.points.iter().copied().max_by(|a, b| a.1.total_cmp(&b.1));
        for (year, value) in [lowest, highest].into_iter().flatten() {
            if (value - end).abs() > FAR {
                notes.push(PointNote {
                    scenario_key: series.scenario_key.clone(),
                    year,
                    value,
                    text: reader.numbers.write_signed(value, 1),
                });
            }
        }
    }
    notes
}

fn employment_chart(reader: &StateReader<'_>, headline: &str) -> LineChart {
    let title = filled(reader.lang, "chart-employment", &[("line", &reader.line_inside(headline))]);
    let rings = base_rings(reader, headline);
    let years: Vec<String> = rings.iter().map(|ring| ring.year.to_string()).collect();
    let unit = if rings.is_empty() {
        label(reader.lang, "chart-employment-unit-plain")
    } else {
        filled(reader.lang, "chart-employment-unit", &[("years", &years.join(", "))])
    };
    let mut chart = frame(reader, "employment", title, unit);
    let subject = ChartSubject { variable: Variable::Employment, line: headline };
    chart.groups = vec![SeriesGroup { heading: None, series: series(reader, &subject, 1, false) }];
    if is_level(reader) {
        chart.targets = target_marks(reader, Variable::Employment, headline);
    }
    let mut record = history_line(reader, Quantity::Employment, headline, None);
    record.points.retain(|(year, _)| !rings.iter().any(|ring| ring.year == *year));
    chart.history.extend(displayed_history(reader, HistoryLine { rings, ..record }));
    describe_chart(reader, chart, Variable::Employment)
}

/// Base-year employment that is assumed, drawn as rings because it is no history.
pub(super) fn base_rings(reader: &StateReader<'_>, line: &str) -> Vec<Ring> {
    let study = &reader.state.study;
    let mut rings: Vec<Ring> = study
        .baselines
        .iter()
        .filter_map(|baseline| {
            let mut of_line = study.observations.of_line(Quantity::Employment, line).map(|(_, figure)| figure);
            let figure = of_line.find(|figure| {
                figure.year == Some(baseline.base_year)
                    && figure.vintage == baseline.vintage
                    && figure.status == Status::Assumed
            })?;
            let value = figure.model_value();
            Some(Ring { year: baseline.base_year, value, text: reader.numbers.write_trimmed(value, 1) })
        })
        .collect();
    rings.sort_by_key(|ring| ring.year);
    rings.dedup_by_key(|ring| ring.year);
    rings
}

fn share_chart(reader: &StateReader<'_>, headline: &str, variable: Variable) -> LineChart {
    let constant = variable == Variable::ShareConstant;
    let unit = if constant {
        filled(reader.lang, "chart-share-unit-constant", &[("base", &base_text(reader))])
    } else {
        label(reader.lang, "chart-share-unit-current")
    };
    let id = if constant { "share-constant" } else { "share-current" };
    let title = filled(reader.lang, "chart-share", &[("line", &reader.line_inside(headline))]);
    let mut chart = frame(reader, id, title, unit);
    // The pair has one title above both.
    chart.title.clear();
    chart.differences = Differences::Absolute;
    // Two charts share the width of one: the right one names the lines for both.
    chart.end_text = if constant { EndText::Value } else { EndText::ValueAndName };
    let subject = ChartSubject { variable, line: headline };
    chart.groups = vec![SeriesGroup { heading: None, series: series(reader, &subject, 1, false) }];
    if is_level(reader) {
        chart.targets = target_marks(reader, variable, headline);
    }
    chart.history.extend(displayed_history(reader, share_history(reader, headline, constant)));
    describe_chart(reader, chart, variable)
}

/// Observed shares: at constant prices from the levels, at current prices as published.
pub(super) fn share_history(reader: &StateReader<'_>, line: &str, constant: bool) -> HistoryLine {
    let study = &reader.state.study;
    if !constant {
        return history_line(reader, Quantity::Share, line, Some(PriceBasis::Current));
    }
    let totals = history(study, Quantity::Output, TOTAL_LINE, Some(PriceBasis::Constant));
    let points = history(study, Quantity::Output, line, Some(PriceBasis::Constant))
        .into_iter()
        .filter_map(|(year, level)| {
            let (_, total) = totals.iter().find(|(at, _)| *at == year)?;
            Some((year, 100.0 * level / total))
        })
        .collect();
    HistoryLine { name: label(reader.lang, "series-actual"), points, rings: Vec::new() }
}

/// Lines with what each is to the study, and product taxes after them.
fn roles<'a>(study: &Study, lines: &[&'a str]) -> Vec<(&'a str, PartRole)> {
    let (headline, left) = (study.structure.headline.as_str(), study.structure.reallocation_source.as_str());
    let is_of = |line: &str, whole: &str| line == whole || study.outer_groups(line).contains(&whole);
    let (of_headline, others): (Vec<_>, Vec<_>) = lines.iter().copied().partition(|line| is_of(line, headline));
    let (mut of_left, mut others): (Vec<_>, Vec<_>) = others.into_iter().partition(|line| is_of(line, left));
    // Where labour leaves no sector, that fill is free for the second of the others.
    if left.is_empty() && others.len() > 1 {
        of_left = vec![others.remove(1)];
    }
    let role = |line: &'a str| {
        let place = |of: &[&str]| of.iter().position(|other| *other == line);
        let headline = place(&of_headline).map(PartRole::Headline);
        let other = || PartRole::Other(place(&others).unwrap_or_default());
        (line, headline.or_else(|| place(&of_left).map(PartRole::Left)).unwrap_or_else(other))
    };
    lines.iter().copied().map(role).chain([(TAXES_LINE, PartRole::Taxes)]).collect()
}

fn structure(reader: &StateReader<'_>, case: &str) -> ShareStrip {
    let study = &reader.state.study;
    let year = study.horizon;
    let parts: Vec<_> = roles(study, &reader.shown_lines())
        .into_iter()
        .filter_map(|(line, role)| {
            let share = 100.0 * reader.value(case, Variable::ShareConstant, line, year)?;
            let fill = reader.theme.part_fill(role);
            let value_text = reader.numbers.decimal(share, 1);
            Some(SharePart { name: reader.line_short(line), share, value_text, fill })
        })
        .collect();
    let shares: Vec<f64> = parts.iter().map(|part| part.share).collect();
    let rounded = note_rounded_shares(&shares, 1, reader.lang);
    let rounded = rounded.map_or_else(String::new, |_| format!(" · {}", label(reader.lang, "shares-rounded-short")));
    let unit = label(reader.lang, "unit-percent");
    let told: Vec<String> = parts.iter().map(|part| format!("{} {}%", part.name, part.value_text)).collect();
    ShareStrip {
        alt: format!("{}: {}", label(reader.lang, "sector-total"), told.join(", ")),
        name: reader.short(case),
        color: reader.style(case).color,
        caption: format!("{}, {unit}{rounded}", reader.numbers.year(year)),
        parts,
    }
}
