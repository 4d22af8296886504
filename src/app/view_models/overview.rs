//! The overview: output by line, growth, employment, shares in both price bases, and the structure of the last year.

use super::cards::{CardText, cards};
use super::context::Picture;
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
pub fn overview(picture: &Picture<'_>) -> Overview {
    let selected = &picture.state.workspace.selected;
    let headline = picture.state.study.structure.headline.clone();
    let mut shares =
        [Variable::ShareConstant, Variable::ShareCurrent].map(|share| share_chart(picture, &headline, share));
    // Read beside each other, the same distance must be the same height.
    share_axis(&mut shares);
    Overview {
        cards: cards(picture, selected),
        output: output_chart(picture, &headline),
        growth: growth_chart(picture),
        employment: employment_chart(picture, &headline),
        shares,
        share_title: filled(picture.lang, "chart-share", &[("line", &picture.line_inside(&headline))]),
        structure: structure(picture, selected),
    }
}

pub(super) fn display(picture: &Picture<'_>) -> Display {
    picture.state.workspace.display
}

/// The series of a case as it is displayed: level, difference from the pinned case, or index.
fn points(picture: &Picture<'_>, case: &str, subject: &ChartSubject<'_>) -> Vec<(Year, f64)> {
    let Some(projection) = picture.projection(case) else { return Vec::new() };
    let line = if subject.line == TOTAL_LINE { Some(Line::Total) } else { projection.line(subject.line) };
    let Some(line) = line else { return Vec::new() };
    let scale = shown_size(subject.variable);
    let value = |year| projection.value(subject.variable, line, year).map(|value| value * scale);
    let reference = value(picture.last_actual());
    projection
        .horizon()
        .years()
        .filter_map(|year| {
            let own = value(year)?;
            let shown = match display(picture) {
                Display::Level => own,
                Display::Difference => {
                    let pinned = &picture.state.study.pinned;
                    own - picture.value(pinned, subject.variable, subject.line, year)? * scale
                }
                Display::Index if subject.variable == Variable::OutputGrowth => own,
                Display::Index => 100.0 * own / reference?,
            };
            Some((year, shown))
        })
        .collect()
}

pub(super) fn series(
    picture: &Picture<'_>,
    subject: &ChartSubject<'_>,
    decimals: usize,
    secondary: bool,
) -> Vec<Series> {
    picture
        .drawn_cases()
        .into_iter()
        .filter(|case| display(picture) != Display::Difference || *case != picture.state.study.pinned)
        .map(|case| {
            let points = points(picture, case, subject);
            let end = points.last().map_or(0.0, |&(_, value)| value);
            let written = if display(picture) == Display::Difference {
                picture.numbers.write_signed(end, decimals)
            } else {
                picture.numbers.decimal(end, decimals)
            };
            Series { secondary, ..picture.case_series(case, points, written) }
        })
        .filter(|series| !series.points.is_empty())
        .collect()
}

/// A chart with everything but its own title, unit and series.
pub(super) fn frame(picture: &Picture<'_>, id: &str, title: String, unit: String) -> LineChart {
    let study = &picture.state.study;
    let base = picture.numbers.year(picture.last_actual());
    let pinned = picture.name(&study.pinned);
    let unit_line = match display(picture) {
        Display::Level => unit,
        Display::Difference => filled(picture.lang, "chart-unit-difference", &[("unit", &unit), ("name", &pinned)]),
        Display::Index => filled(picture.lang, "chart-unit-index", &[("year", &base)]),
    };
    LineChart {
        id: id.to_owned(),
        quantity: title.clone(),
        alt: filled(picture.lang, "chart-described", &[("title", &title), ("unit", &unit_line)]),
        title,
        unit_line,
        years: (picture.first_shown(), study.horizon),
        y_range: YRange::Auto,
        decimals: 1,
        now: Some(picture.last_actual()),
        pinned: Some(study.pinned.clone()),
        ..LineChart::default()
    }
}

pub(super) fn is_level(picture: &Picture<'_>) -> bool {
    display(picture) == Display::Level
}

/// Adds the values that closing text describes, once the series are known, and why a chart of a variable is empty where it is.
pub(super) fn describe_chart(picture: &Picture<'_>, mut chart: LineChart, variable: Variable) -> LineChart {
    use std::fmt::Write as _;
    for series in chart.groups.iter().flat_map(|group| &group.series) {
        // Writing to a string cannot fail.
        let _ignored = write!(chart.alt, "; {} {}", series.full_name, series.end_value_text).is_ok();
    }
    if chart.groups.iter().all(|group| group.series.is_empty()) {
        chart.missing = Some(picture.gap_reason(variable).unwrap_or_else(|| label(picture.lang, "chart-no-series")));
    }
    chart
}

pub(super) fn base_text(picture: &Picture<'_>) -> String {
    picture.state.study.price_base_year.to_string()
}

/// Letters that the margin of a chart holds in one line.
const LONGEST_HEADING: usize = 28;

/// The name of a line above its end labels; the short one where the full one would be cut.
fn heading(picture: &Picture<'_>, line: &str) -> String {
    let name = picture.line_name(line);
    if name.chars().count() > LONGEST_HEADING { picture.line_short(line) } else { name }
}

fn output_chart(picture: &Picture<'_>, headline: &str) -> LineChart {
    let study = &picture.state.study;
    let unit = filled(picture.lang, "chart-output-unit", &[("base", &base_text(picture))]);
    let mut chart = frame(picture, "output", label(picture.lang, "chart-output"), unit);
    let is_of_headline = |line: &str| line == headline || study.outer_groups(line).contains(&headline);
    let mut lines = picture.shown_lines();
    lines.sort_by_key(|line| !is_of_headline(line));
    // Many lines have one label each, with the range of their values beside the name.
    let are_many = lines.len() > HEADED;
    let named = |line: &str| if are_many { picture.line_short(line) } else { heading(picture, line) };
    for line in lines {
        let subject = ChartSubject { variable: Variable::Output, line };
        chart.groups.push(SeriesGroup {
            heading: Some(named(line)),
            series: series(picture, &subject, 1, !is_of_headline(line)),
        });
        let record = history_line(picture, Quantity::Output, line, Some(PriceBasis::Constant));
        chart.history.extend(displayed_history(picture, record));
    }
    if is_level(picture) {
        chart.y_range = YRange::FromZero;
        chart.targets = target_marks(picture, Variable::Output, headline);
    }
    describe_chart(picture, chart, Variable::Output)
}

pub(super) fn history_line(
    picture: &Picture<'_>,
    quantity: Quantity,
    line: &str,
    basis: Option<PriceBasis>,
) -> HistoryLine {
    let points = history(&picture.state.study, quantity, line, basis);
    let scale = quantity.unit().size_in(quantity.typed_unit());
    HistoryLine {
        name: label(picture.lang, "series-actual"),
        points: points.into_iter().map(|(year, value)| (year, value * scale)).collect(),
        rings: Vec::new(),
    }
}

/// A record as lines are displayed: levels as observed, an index of the same year as theirs; none beside differences,
/// and no index without an observation of that year.
pub(super) fn displayed_history(picture: &Picture<'_>, record: HistoryLine) -> Option<HistoryLine> {
    match display(picture) {
        Display::Level => Some(record),
        Display::Difference => None,
        Display::Index => {
            let base = picture.last_actual();
            let (_, reference) = record.points.iter().copied().find(|(year, _)| *year == base)?;
            let index = |(year, value): (Year, f64)| (year, 100.0 * value / reference);
            // Assumed values are written as levels, so that an index has none.
            Some(HistoryLine { points: record.points.into_iter().map(index).collect(), rings: Vec::new(), ..record })
        }
    }
}

/// Stated targets of a line in every year that has one.
pub(super) fn target_marks(picture: &Picture<'_>, variable: Variable, line: &str) -> Vec<TargetMark> {
    let (study, scale) = (&picture.state.study, shown_size(variable));
    (picture.first_base()..=study.horizon)
        .filter_map(|year| {
            let wanted = target(study, variable, line, year).filter(|wanted| wanted.since.is_none())?;
            let key = if wanted.implied { "series-implied-caption" } else { "series-target-caption" };
            Some(TargetMark {
                year,
                value: wanted.value * scale,
                caption: with_year(picture.lang, key, year),
                value_text: picture.numbers.decimal(wanted.value * scale, 1),
            })
        })
        .collect()
}

fn growth_chart(picture: &Picture<'_>) -> LineChart {
    let unit = filled(picture.lang, "chart-growth-unit", &[("base", &base_text(picture))]);
    let mut chart = frame(picture, "growth", label(picture.lang, "chart-growth"), unit);
    let subject = ChartSubject { variable: Variable::OutputGrowth, line: TOTAL_LINE };
    chart.groups = vec![SeriesGroup { heading: None, series: series(picture, &subject, 1, false) }];
    chart.differences = Differences::Absolute;
    if display(picture) == Display::Difference {
        return describe_chart(picture, chart, Variable::OutputGrowth);
    }
    chart.unit_line = filled(picture.lang, "chart-growth-unit", &[("base", &base_text(picture))]);
    chart.y_range = YRange::FromZero;
    chart.history_bars = growth_bars(picture);
    // A baseline that starts before the last actual year would repeat the plan's past beside the record.
    let last_actual = picture.last_actual();
    for series in chart.groups.iter_mut().flat_map(|group| &mut group.series) {
        series.points.retain(|&(year, _)| year > last_actual);
    }
    chart.notes = extreme_notes(picture, &chart);
    if let Some(first) = chart.history_bars.first() {
        chart.years.0 = chart.years.0.min(first.0);
    }
    chart.band = growth_band(picture, TOTAL_LINE);
    describe_chart(picture, chart, Variable::OutputGrowth)
}

/// The range that the plan states for growth of a line.
pub(super) fn growth_band(picture: &Picture<'_>, line: &str) -> Option<TargetBand> {
    let study = &picture.state.study;
    let wanted = target(study, Variable::OutputGrowth, line, study.horizon)?;
    let upper = wanted.upper? * 100.0;
    let lower = wanted.value * 100.0;
    let since = wanted.since.unwrap_or(study.horizon);
    let name = filled(picture.lang, "series-target-period", &[("period", &period(since, wanted.year))]);
    Some(TargetBand {
        lo: lower,
        hi: upper,
        years: (since.max(picture.last_actual()), wanted.year.min(study.horizon)),
        value_text: [lower, upper].map(|end| picture.numbers.write_trimmed(end, 1)).join("–"),
        label: name,
    })
}

/// Growth of observed GRDP, one bar a year.
fn growth_bars(picture: &Picture<'_>) -> Vec<(Year, f64, String)> {
    let levels = history(&picture.state.study, Quantity::Output, TOTAL_LINE, Some(PriceBasis::Constant));
    let bar = |(year, growth): (Year, f64)| (year, 100.0 * growth, picture.numbers.decimal(100.0 * growth, 1));
    growths(&levels).into_iter().map(bar).collect()
}

/// Prints the turning points of lines that leave the common range, so that a crash is a number and not only a shape.
fn extreme_notes(picture: &Picture<'_>, chart: &LineChart) -> Vec<PointNote> {
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
                    text: picture.numbers.write_signed(value, 1),
                });
            }
        }
    }
    notes
}

fn employment_chart(picture: &Picture<'_>, headline: &str) -> LineChart {
    let title = filled(picture.lang, "chart-employment", &[("line", &picture.line_inside(headline))]);
    let rings = base_rings(picture, headline);
    let years: Vec<String> = rings.iter().map(|ring| ring.year.to_string()).collect();
    let unit = if rings.is_empty() {
        label(picture.lang, "chart-employment-unit-plain")
    } else {
        filled(picture.lang, "chart-employment-unit", &[("years", &years.join(", "))])
    };
    let mut chart = frame(picture, "employment", title, unit);
    let subject = ChartSubject { variable: Variable::Employment, line: headline };
    chart.groups = vec![SeriesGroup { heading: None, series: series(picture, &subject, 1, false) }];
    if is_level(picture) {
        chart.targets = target_marks(picture, Variable::Employment, headline);
    }
    let mut record = history_line(picture, Quantity::Employment, headline, None);
    record.points.retain(|(year, _)| !rings.iter().any(|ring| ring.year == *year));
    chart.history.extend(displayed_history(picture, HistoryLine { rings, ..record }));
    describe_chart(picture, chart, Variable::Employment)
}

/// Base-year employment that is assumed, drawn as rings because it is no history.
pub(super) fn base_rings(picture: &Picture<'_>, line: &str) -> Vec<Ring> {
    let study = &picture.state.study;
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
            Some(Ring { year: baseline.base_year, value, text: picture.numbers.write_trimmed(value, 1) })
        })
        .collect();
    rings.sort_by_key(|ring| ring.year);
    rings.dedup_by_key(|ring| ring.year);
    rings
}

fn share_chart(picture: &Picture<'_>, headline: &str, variable: Variable) -> LineChart {
    let constant = variable == Variable::ShareConstant;
    let unit = if constant {
        filled(picture.lang, "chart-share-unit-constant", &[("base", &base_text(picture))])
    } else {
        label(picture.lang, "chart-share-unit-current")
    };
    let id = if constant { "share-constant" } else { "share-current" };
    let title = filled(picture.lang, "chart-share", &[("line", &picture.line_inside(headline))]);
    let mut chart = frame(picture, id, title, unit);
    // The pair has one title above both.
    chart.title.clear();
    chart.differences = Differences::Absolute;
    // Two charts share the width of one: the right one names the lines for both.
    chart.end_text = if constant { EndText::Value } else { EndText::ValueAndName };
    let subject = ChartSubject { variable, line: headline };
    chart.groups = vec![SeriesGroup { heading: None, series: series(picture, &subject, 1, false) }];
    if is_level(picture) {
        chart.targets = target_marks(picture, variable, headline);
    }
    chart.history.extend(displayed_history(picture, share_history(picture, headline, constant)));
    describe_chart(picture, chart, variable)
}

/// Observed shares: at constant prices from the levels, at current prices as published.
pub(super) fn share_history(picture: &Picture<'_>, line: &str, constant: bool) -> HistoryLine {
    let study = &picture.state.study;
    if !constant {
        return history_line(picture, Quantity::Share, line, Some(PriceBasis::Current));
    }
    let totals = history(study, Quantity::Output, TOTAL_LINE, Some(PriceBasis::Constant));
    let points = history(study, Quantity::Output, line, Some(PriceBasis::Constant))
        .into_iter()
        .filter_map(|(year, level)| {
            let (_, total) = totals.iter().find(|(at, _)| *at == year)?;
            Some((year, 100.0 * level / total))
        })
        .collect();
    HistoryLine { name: label(picture.lang, "series-actual"), points, rings: Vec::new() }
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

fn structure(picture: &Picture<'_>, case: &str) -> ShareStrip {
    let study = &picture.state.study;
    let year = study.horizon;
    let parts: Vec<_> = roles(study, &picture.shown_lines())
        .into_iter()
        .filter_map(|(line, role)| {
            let share = 100.0 * picture.value(case, Variable::ShareConstant, line, year)?;
            let fill = picture.theme.part_fill(role);
            let value_text = picture.numbers.decimal(share, 1);
            Some(SharePart { name: picture.line_short(line), share, value_text, fill })
        })
        .collect();
    let shares: Vec<f64> = parts.iter().map(|part| part.share).collect();
    let rounded = note_rounded_shares(&shares, 1, picture.lang);
    let rounded = rounded.map_or_else(String::new, |_| format!(" · {}", label(picture.lang, "shares-rounded-short")));
    let unit = label(picture.lang, "unit-percent");
    let told: Vec<String> = parts.iter().map(|part| format!("{} {}%", part.name, part.value_text)).collect();
    ShareStrip {
        alt: format!("{}: {}", label(picture.lang, "sector-total"), told.join(", ")),
        name: picture.short(case),
        color: picture.style(case).color,
        caption: format!("{}, {unit}{rounded}", picture.numbers.year(year)),
        parts,
    }
}
