//! The six cards of the overview: level, gap to target, gap to the pinned case.

use super::context::StateReader;
use crate::analysis::{Period, Target, actual_level, average_growth, gap, growth_period, stated_target, target};
use crate::engine::{Line, TOTAL_LINE, Variable};
use crate::scenario::figure::Figure;
use crate::text::words::{filled, label, period, with_year};
use crate::text::{is_percentage, shown_size, vintage_name};

/// A card ready to draw.
#[derive(Debug, Clone, PartialEq)]
pub struct CardText {
    /// What it shows, with the year.
    pub label: String,
    /// The value.
    pub value: String,
    /// Two short lines of unit.
    pub unit: [String; 2],
    /// Value, target and pinned value as parts of 112 % of the larger; `None` without a target or pinned value.
    pub bar: Option<[Option<f64>; 3]>,
    /// Target and pinned case with their gaps.
    pub rows: Vec<CardRow>,
    /// What else is to be known, in a sentence.
    pub note: Option<String>,
}

/// A row of a card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CardRow {
    /// Name and value.
    pub left: String,
    /// Signed gap.
    pub right: String,
    /// Whether the gap is bold.
    pub strong: bool,
}

/// How a card's variable is read and written.
pub(super) struct CardVariable {
    pub(super) variable: Variable,
    pub(super) line: String,
    pub(super) label: String,
    pub(super) unit: [String; 2],
    pub(super) decimals: usize,
    /// The period of an average growth.
    pub(super) period: Option<Period>,
}

/// The six cards of a case.
pub fn cards(reader: &StateReader<'_>, case: &str) -> Vec<CardText> {
    subjects(reader).iter().map(|subject| card(reader, case, subject)).collect()
}

/// One card of a case.
pub(super) fn card_at(reader: &StateReader<'_>, case: &str, position: usize) -> Option<CardText> {
    subjects(reader).get(position).map(|subject| card(reader, case, subject))
}

/// The target of a card as the study states it, with its position; `None` if it is implied or absent.
pub(super) fn card_target<'a>(reader: &StateReader<'a>, position: usize) -> Option<(usize, &'a Figure)> {
    let study = &reader.state.study;
    let subjects = subjects(reader);
    let subject = subjects.get(position)?;
    if subject.period.is_some() {
        let (_, target) = growth_period(study);
        return target.and_then(|position| Some((position, study.targets.get(position)?)));
    }
    stated_target(study, subject.variable, &subject.line, study.horizon)
}

/// Whether the target of a card follows from other targets of the study.
pub(super) fn is_implied(reader: &StateReader<'_>, position: usize) -> bool {
    let study = &reader.state.study;
    let subjects = subjects(reader);
    let wanted = subjects.get(position).and_then(|of| target(study, of.variable, &of.line, study.horizon));
    wanted.is_some_and(|wanted| wanted.implied)
}

fn subjects(reader: &StateReader<'_>) -> Vec<CardVariable> {
    let [grdp, growth, per_head] = of_province(reader);
    let [share, employment, productivity] = of_headline(reader);
    let mut all = vec![grdp, growth, share, employment, productivity, per_head];
    // Cards that have figures lead.
    all.sort_by_key(|subject| reader.gap_reason(subject.variable).is_some());
    all
}

/// A variable of a line with its label and two short lines of unit, which say the unit in which the variable is read.
pub(super) fn subject(variable: Variable, line: &str, label: String, unit: [String; 2]) -> CardVariable {
    CardVariable { variable, line: line.to_owned(), label, unit, decimals: 1, period: None }
}

/// GRDP, its growth, and GRDP per head.
fn of_province(reader: &StateReader<'_>) -> [CardVariable; 3] {
    let (lang, year) = (reader.lang, reader.state.study.horizon);
    let word = |key| label(lang, key);
    let of_total = |variable, label, unit| subject(variable, TOTAL_LINE, label, unit);
    let (growth, _) = growth_period(&reader.state.study);
    let grown = filled(lang, "card-growth", &[("period", &period(growth.since, growth.until))]);
    let in_dong = [word("unit-trillion-vnd"), card_prices(reader)];
    let per_year = [word("unit-percent"), word("unit-card-a-year")];
    let per_head = [word("unit-card-million-vnd"), String::new()];
    [
        of_total(Variable::Grdp, with_year(lang, "card-grdp", year), in_dong),
        CardVariable { period: Some(growth), ..of_total(Variable::OutputGrowth, grown, per_year) },
        of_total(Variable::GrdpPerHead, with_year(lang, "card-per-head", year), per_head),
    ]
}

/// Share, employment and productivity of the line that the study is about.
fn of_headline(reader: &StateReader<'_>) -> [CardVariable; 3] {
    let (lang, study) = (reader.lang, &reader.state.study);
    let headline = study.structure.headline.as_str();
    let line = reader.line_short(headline);
    let year = reader.numbers.year(study.horizon);
    let word = |key| label(lang, key);
    let of_line =
        |variable, key, unit| subject(variable, headline, filled(lang, key, &[("line", &line), ("year", &year)]), unit);
    let per_worker = [word("unit-card-million-vnd"), word("unit-card-a-worker")];
    [
        of_line(Variable::ShareConstant, "card-share", [word("unit-percent"), card_prices(reader)]),
        of_line(Variable::Employment, "card-employment", [word("unit-card-thousand"), word("unit-card-persons")]),
        of_line(Variable::Productivity, "card-productivity", per_worker),
    ]
}

fn card_prices(reader: &StateReader<'_>) -> String {
    filled(reader.lang, "unit-card-prices", &[("year", &reader.state.study.price_base_year.to_string())])
}

/// The value that a card shows: a value of the last year, or average growth over a period.
fn value_of(reader: &StateReader<'_>, case: &str, subject: &CardVariable) -> Option<f64> {
    match subject.period {
        None => reader.value(case, subject.variable, &subject.line, reader.state.study.horizon),
        Some(period) => average_growth(&reader.state.study, reader.projection(case)?, Line::Total, period),
    }
}

/// Where a period begins with a level of another vintage than that of the last actual year: that, in short and in full.
fn note_start(reader: &StateReader<'_>, case: &str, period: Period) -> Option<[String; 2]> {
    let study = &reader.state.study;
    let from = period.since - 1;
    let is_past = from < reader.projection(case)?.horizon().base();
    let start =
        actual_level(study, TOTAL_LINE, from).filter(|start| is_past && start.vintage != study.history_vintage)?;
    let year = reader.numbers.year(from);
    let [first, last] = [start.vintage, &study.history_vintage].map(|vintage| vintage_name(vintage, reader.lang));
    let values = [("year", year.as_str()), ("first", &first), ("last", &last)];
    let told = filled(reader.lang, "card-other-series-told", &values);
    Some([with_year(reader.lang, "card-other-series", from), told])
}

pub(super) fn card(reader: &StateReader<'_>, case: &str, subject: &CardVariable) -> CardText {
    let study = &reader.state.study;
    let numbers = reader.numbers;
    let scale = shown_size(subject.variable);
    let value = value_of(reader, case, subject).map(|value| value * scale);
    // A target of growth over another period says nothing about this one.
    let is_same_period = subject.period.is_none() || growth_period(study).1.is_some();
    let wanted = target(study, subject.variable, &subject.line, study.horizon).filter(|_| is_same_period);
    let pinned =
        (study.pinned != case).then(|| value_of(reader, &study.pinned, subject)).flatten().map(|value| value * scale);
    let mut rows = Vec::new();
    if let Some(wanted) = wanted {
        rows.push(target_row(reader, subject, value, &wanted));
    }
    if let Some(pinned) = pinned {
        let written = numbers.decimal(pinned, subject.decimals);
        let name = reader.short(&study.pinned);
        rows.push(CardRow {
            left: filled(reader.lang, "card-baseline", &[("name", &name), ("value", &written)]),
            right: signed_gap(reader, subject, value.map(|value| value - pinned)),
            strong: false,
        });
    }
    let mut unit = subject.unit.clone();
    if subject.variable == Variable::GrdpPerHead
        && let Some(usd) = reader.value(case, Variable::GrdpPerHeadUsd, TOTAL_LINE, study.horizon)
    {
        unit[1] = filled(reader.lang, "card-usd", &[("value", &numbers.decimal(usd, 0))]);
    }
    let other = subject.period.and_then(|period| note_start(reader, case, period));
    let note = other.map(|[short, told]| {
        unit = [label(reader.lang, "unit-percent-a-year"), short];
        told
    });
    CardText {
        label: subject.label.clone(),
        value: value.map_or_else(|| numbers.missing().to_owned(), |value| numbers.decimal(value, subject.decimals)),
        unit,
        bar: bar(value, wanted.map(|wanted| wanted.value * scale), pinned),
        rows,
        note: note.or_else(|| reader.gap_reason(subject.variable).filter(|_| value.is_none())),
    }
}

fn target_row(reader: &StateReader<'_>, subject: &CardVariable, value: Option<f64>, wanted: &Target) -> CardRow {
    let (numbers, scale) = (reader.numbers, shown_size(subject.variable));
    let written = match wanted.upper {
        Some(upper) => {
            let ends = [wanted.value * scale, upper * scale];
            ends.map(|end| numbers.write_trimmed(end, subject.decimals)).join("–")
        }
        None => numbers.decimal(wanted.value * scale, subject.decimals),
    };
    let key = if wanted.implied { "card-implied" } else { "card-target" };
    CardRow {
        left: filled(reader.lang, key, &[("value", &written)]),
        right: signed_gap(reader, subject, value.map(|value| gap(value / scale, wanted) * scale)),
        strong: true,
    }
}

fn signed_gap(reader: &StateReader<'_>, subject: &CardVariable, gap: Option<f64>) -> String {
    let Some(gap) = gap else { return reader.numbers.missing().to_owned() };
    let number = reader.numbers.write_signed(gap, subject.decimals);
    if is_percentage(subject.variable) {
        format!("{number} {}", label(reader.lang, "unit-points-card"))
    } else {
        number
    }
}

/// Parts of 112 % of the target, or of the largest without a target.
fn bar(value: Option<f64>, target: Option<f64>, pinned: Option<f64>) -> Option<[Option<f64>; 3]> {
    let largest = [value, target, pinned].into_iter().flatten().fold(0.0, f64::max);
    let full = target.map_or(largest, |target| target.max(largest / 1.12)) * 1.12;
    (full > 0.0 && value.is_some())
        .then(|| [value, target, pinned].map(|part| part.map(|part| (part / full).clamp(0.0, 1.0))))
}
