//! Findings of the plan audit in words: one line, a sentence, what to look at, the two figures and the arithmetic.

use super::catalog::{FluentValue, message_with};
use super::explain::Explanation;
use super::names::{capitalise, line_name, line_short, quantity_name};
use super::number::Numbers;
use super::units::{shown_decimals, unit_at_prices, unit_name, unit_short, with_unit};
use super::words::{filled, label, period};
use crate::analysis::audit::{
    Against, Amount, ArithmeticStep, AuditScope, Evidence, Finding, Reading, StatedAs, StepForm, Verdict,
};
use crate::engine::TOTAL_LINE;
use crate::lang::Lang;
use crate::quantity::Unit;
use crate::scenario::FigureList;
use crate::scenario::figure::Figure;
use crate::scenario::study::Study;

/// How a finding ends, in words.
pub fn verdict_name(verdict: Verdict, lang: Lang) -> String {
    label(
        lang,
        match verdict {
            Verdict::Below => "finding-verdict-below",
            Verdict::Above => "finding-verdict-above",
            Verdict::Mismatch => "finding-verdict-mismatch",
            Verdict::NotStated => "finding-verdict-not-stated",
            Verdict::Info => "finding-verdict-info",
            Verdict::Ok => "finding-verdict-ok",
        },
    )
}

/// The finding as a line of a table.
pub fn finding_title(finding: &Finding, study: &Study, lang: Lang) -> String {
    tell_finding(finding, "", study, lang)
}

/// What was computed, and what is stated.
pub fn finding_sentence(finding: &Finding, study: &Study, lang: Lang) -> String {
    let mut sentence = tell_finding(finding, "-says", study, lang);
    let key = match finding.claim.against {
        Against::Plan => "finding-against-plan",
        Against::Record => "finding-against-record",
        Against::EarlierTarget => "finding-against-earlier-target",
        Against::Plausible => "finding-against-plausible",
        Against::Source => "finding-against-source",
        Against::Itself => return sentence,
    };
    if let Some(stated) = stated_value(finding, study, lang).map(|text| bounds_in_words(&text, lang)) {
        sentence.push(' ');
        let of = stated_year(finding, study, lang);
        sentence.push_str(&filled(lang, key, &[("stated", &stated), ("of", &of)]));
    }
    sentence
}

/// What to look at, with what the nearest bound would mean and what is easily taken for the figure.
pub fn finding_hint(finding: &Finding, study: &Study, lang: Lang) -> String {
    let numbers = Numbers::new(lang);
    let year = finding.year.map(|year| numbers.year(year)).unwrap_or_default();
    let mut parts = Vec::new();
    if let Some((bound, level)) = finding.at_bound {
        let bound = numbers.write_trimmed(bound * 100.0, 2) + "%";
        let level = with_unit(&numbers.decimal(level.value, 1), &unit_name(level.unit, lang));
        parts.push(filled(lang, "finding-at-bound", &[("bound", &bound), ("level", &level), ("year", &year)]));
    }
    if let (Some(other), Some(step)) = (figure_of(finding.lookalike.as_ref(), study), finding.steps.first())
        && let (Some(target), Some(before)) = (step.operands.first(), other.year)
    {
        let values = [
            ("year", year.as_str()),
            ("target", &numbers.write_trimmed(target.value, 3)),
            ("before", &numbers.year(before)),
            ("total", &numbers.write_trimmed(other.value, 3)),
        ];
        parts.push(filled(lang, "finding-lookalike", &values));
    }
    parts.push(tell_finding(finding, "-hint", study, lang));
    parts.join(" ")
}

/// `≤ 2,7%` inside a sentence.
fn bounds_in_words(text: &str, lang: Lang) -> String {
    let signs = [("≤ ", "finding-at-most"), ("≥ ", "finding-at-least")];
    let bound = signs.into_iter().find_map(|(sign, key)| Some((text.strip_prefix(sign)?, key)));
    bound.map_or_else(|| text.to_owned(), |(value, key)| filled(lang, key, &[("value", value)]))
}

fn figure_of<'a>(evidence: Option<&Evidence>, study: &'a Study) -> Option<&'a Figure> {
    match evidence? {
        Evidence::Figure { list, position } => evidence_figure(*list, *position, study),
        Evidence::Project { .. } | Evidence::Result { .. } => None,
    }
}

/// The record behind a piece of evidence.
pub fn evidence_figure(list: FigureList, position: usize, study: &Study) -> Option<&Figure> {
    match list {
        FigureList::Observations => study.observations.get(position),
        FigureList::Targets => study.targets.get(position),
        FigureList::Parameters => study.parameters.get(position).map(|row| &row.figure),
    }
}

/// A message of a finding, with everything that messages of findings may name; `part` ends its key.
fn tell_finding(finding: &Finding, part: &str, study: &Study, lang: Lang) -> String {
    let numbers = Numbers::new(lang);
    let year = finding.year.unwrap_or_default();
    let span = finding.since.filter(|since| *since < year);
    let of_period = span.map_or_else(|| numbers.year(year), |since| period(since, year));
    let id = if finding.line.is_empty() { TOTAL_LINE } else { &finding.line };
    let line = line_name(id, Some(study), lang);
    let quantity = subject(finding, study, lang);
    let step = finding.steps.last();
    let exact = |amount: Amount| with_unit(&numbers.write_trimmed(amount.value, 4), &unit_name(amount.unit, lang));
    let slip = step.and_then(|step| step.operands.first()).map(|amount| exact(*amount));
    let likely = step.map(|step| exact(step.result));
    let arguments: [(&'static str, FluentValue<'_>); 12] = [
        ("year", numbers.year(year).into()),
        ("before", numbers.year(year - 1).into()),
        ("after", numbers.year(year + 1).into()),
        ("period", of_period.into()),
        ("line", line.into()),
        ("value", value_in_sentence(finding, lang).into()),
        ("short", line_short(id, study, lang).into()),
        ("subject", capitalise(&quantity).into()),
        ("quantity", quantity.into()),
        ("months", FluentValue::from(months_left(finding))),
        ("written", slip.unwrap_or_default().into()),
        ("likely", likely.unwrap_or_default().into()),
    ];
    message_with(lang, &format!("{}{part}", finding.claim.key), &arguments)
}

/// Months that a finding about part of a year speaks about.
fn months_left(finding: &Finding) -> u8 {
    let known = finding.steps.iter().find_map(|step| match step.form {
        StepForm::RestOfYear { months } => Some(months),
        StepForm::Sum
        | StepForm::Difference
        | StepForm::Quotient
        | StepForm::Product
        | StepForm::QuotientOfProduct
        | StepForm::Growth { .. }
        | StepForm::Compound
        | StepForm::Back
        | StepForm::Beside => None,
    });
    12 - known.unwrap_or(0).min(12)
}

/// What the records of a finding measure.
fn subject(finding: &Finding, study: &Study, lang: Lang) -> String {
    let figure = figure_of(finding.stated.first(), study).or_else(|| figure_of(finding.computed.first(), study));
    figure.map(|figure| quantity_name(figure.quantity, lang)).unwrap_or_default()
}

/// Whether a written number of a unit says by itself what it is.
const fn carries_unit(unit: Unit) -> bool {
    matches!(unit, Unit::Count | Unit::Ratio | Unit::Percent | Unit::RatioPerYear)
}

/// The computed figure inside a sentence, with its unit.
fn value_in_sentence(finding: &Finding, lang: Lang) -> String {
    let text = number_text(finding, finding.value, lang);
    if carries_unit(finding.unit) { text } else { format!("{text} {}", unit_name(finding.unit, lang)) }
}

/// The computed figure in a table; the unit stands beside it where it is not per cent.
pub fn finding_value(finding: &Finding, lang: Lang) -> String {
    let text = number_text(finding, finding.value, lang);
    times(finding, text, lang)
}

/// Ratios that are multiples carry a sign that says so.
fn times(finding: &Finding, text: String, lang: Lang) -> String {
    if finding.claim.reading == Reading::Times { filled(lang, "finding-times", &[("value", &text)]) } else { text }
}

/// The unit in which amounts of the audit are read in files and arithmetic, and the size of their own in it: growth as
/// everywhere, all else as it stands.
///
/// A ratio is not turned into per cent here, because only its check knows whether it is a part or a multiple; money a
/// worker stays in the unit of the document that states it.
pub const fn amount_as_read(unit: Unit) -> (Unit, f64) {
    if matches!(unit, Unit::RatioPerYear) { unit.as_read() } else { (unit, 1.0) }
}

/// The unit in which a person reads the figures of a finding, and the size of their own in it: the check says of a ratio
/// whether it is one of per cent.
pub fn finding_as_read(finding: &Finding) -> (Unit, f64) {
    let is_part = finding.unit == Unit::Ratio && finding.claim.reading == Reading::Percent;
    if is_part { finding.unit.as_read() } else { amount_as_read(finding.unit) }
}

/// Whether the figures of a finding are fractions that a person reads in per cent.
fn is_read_in_percent(finding: &Finding) -> bool {
    finding_as_read(finding).0 != finding.unit
}

/// A number of a finding with the digits in which its kind is read.
fn number_text(finding: &Finding, value: f64, lang: Lang) -> String {
    let (numbers, unit, size) = (Numbers::new(lang), finding.unit, value.abs());
    let decimals = if unit == Unit::Ratio {
        if size >= 3.0 { 1 } else { 2 }
    } else if unit == Unit::ThousandPersons && size >= 1000.0 {
        0
    } else {
        shown_decimals(unit)
    };
    if unit == Unit::RatioPerYear {
        numbers.percent(value, if size < 0.1 { 2 } else { 1 })
    } else if unit == Unit::Percent {
        format!("{}%", numbers.decimal(value, 1))
    } else if is_read_in_percent(finding) {
        numbers.percent(value, 1)
    } else {
        numbers.decimal(value, decimals)
    }
}

/// A bound as it is stated, without closing zeros.
fn bound_text(finding: &Finding, value: f64, lang: Lang) -> String {
    let numbers = Numbers::new(lang);
    if let Some(percent) = find_percent(finding.unit, value) {
        numbers.write_trimmed(percent, 2) + "%"
    } else if is_read_in_percent(finding) {
        numbers.write_trimmed(value * finding_as_read(finding).1, 1) + "%"
    } else {
        numbers.write_trimmed(value, 3)
    }
}

/// A value in per cent, where its unit is read so.
fn find_percent(unit: Unit, value: f64) -> Option<f64> {
    let (read, size) = amount_as_read(unit);
    read.is_percent().then_some(value * size)
}

/// A plain number of a unit, without closing zeros: ratios and indices are small.
fn write_plain(unit: Unit, value: f64, numbers: Numbers) -> String {
    let is_small = matches!(unit, Unit::Ratio | Unit::Index | Unit::Count);
    numbers.write_trimmed(value, if is_small { 4 } else { 3 })
}

/// The stated figure around which bounds are a tolerance.
fn stated_figure<'a>(finding: &Finding, study: &'a Study) -> Option<&'a Figure> {
    let is_one_figure = finding.claim.stated == StatedAs::Figure;
    figure_of(finding.stated.first().filter(|_| is_one_figure), study)
}

/// The year of what is stated; empty where it has none.
fn stated_year(finding: &Finding, study: &Study, lang: Lang) -> String {
    let year = figure_of(finding.stated.first(), study).and_then(|figure| figure.year);
    year.map(|year| Numbers::new(lang).year(year)).unwrap_or_default()
}

/// What is stated, or the bound; `None` if both are absent.
pub fn stated_value(finding: &Finding, study: &Study, lang: Lang) -> Option<String> {
    let numbers = Numbers::new(lang);
    if let Some(figure) = stated_figure(finding, study) {
        let value = numbers.write_trimmed(figure.value, 3);
        return Some(
            figure.upper.map_or(value.clone(), |upper| format!("{value}–{}", numbers.write_trimmed(upper, 3))),
        );
    }
    let bound = |value| bound_text(finding, value, lang);
    let text = match (finding.lower, finding.upper) {
        (None, None) => return None,
        (Some(low), Some(high)) if low.to_bits() == high.to_bits() => bound(low),
        (Some(low), Some(high)) => format!("{}–{}", bound(low).trim_end_matches('%'), bound(high)),
        (Some(low), None) if finding.claim.stated == StatedAs::Least => bound(low),
        (Some(low), None) => format!("≥ {}", bound(low)),
        (None, Some(high)) if matches!(finding.claim.stated, StatedAs::Record | StatedAs::EarlierTarget) => bound(high),
        (None, Some(high)) => format!("≤ {}", bound(high)),
    };
    Some(times(finding, text, lang))
}

/// The stated figure in a table, which names a record or a plan's most.
pub fn finding_stated(finding: &Finding, study: &Study, lang: Lang) -> String {
    let Some(text) = stated_value(finding, study, lang) else { return Numbers::new(lang).missing().to_owned() };
    match (finding.claim.stated, finding.upper) {
        (StatedAs::Record, Some(_)) => filled(lang, "finding-record", &[("value", &text)]),
        (StatedAs::EarlierTarget, Some(_)) => {
            let of = stated_year(finding, study, lang);
            filled(lang, "finding-earlier-target", &[("value", &text), ("of", &of)])
        }
        (StatedAs::PlanMost, Some(high)) => {
            filled(lang, "finding-plan-most", &[("value", &bound_text(finding, high, lang))])
        }
        (StatedAs::Whole, _) => "100%".to_owned(),
        (StatedAs::Nothing, _) => Numbers::new(lang).missing().to_owned(),
        (
            StatedAs::Bounds
            | StatedAs::Figure
            | StatedAs::Least
            | StatedAs::Record
            | StatedAs::EarlierTarget
            | StatedAs::PlanMost,
            _,
        ) => text,
    }
}

/// How far the computed figure is from what is stated, with sign; percentages differ by points.
pub fn finding_gap(finding: &Finding, study: &Study, lang: Lang) -> String {
    let numbers = Numbers::new(lang);
    let Some(gap) = stated_gap(finding, study).filter(|_| finding.claim.has_gap) else {
        return numbers.missing().to_owned();
    };
    let points = |text: String| format!("{text} {}", unit_name(Unit::PercentagePoint, lang));
    let (unit, size) = (finding.unit, gap.abs());
    if unit == Unit::RatioPerYear {
        points(numbers.points(gap, if size < 0.01 { 2 } else { 1 }))
    } else if unit == Unit::Percent {
        points(numbers.write_signed(gap, 1))
    } else if is_read_in_percent(finding) {
        points(numbers.points(gap, 1))
    } else if unit == Unit::Ratio {
        let decimals = if finding.claim.reading == Reading::Times { 1 } else { 2 };
        times(finding, numbers.write_signed(gap, decimals), lang)
    } else {
        let is_large = unit == Unit::ThousandPersons && size >= 100.0;
        numbers.write_signed(gap, if is_large { 0 } else { shown_decimals(unit) })
    }
}

/// Computed, stated and gap for a dense row: plain numbers of a unit have the same decimals in all three.
pub fn finding_row(finding: &Finding, study: &Study, lang: Lang) -> [String; 3] {
    let usual = [finding_value(finding, lang), finding_stated(finding, study, lang), finding_gap(finding, study, lang)];
    if carries_unit(finding.unit) {
        return usual;
    }
    let (numbers, decimals) = (Numbers::new(lang), shown_decimals(finding.unit));
    let write = |value| numbers.decimal(value, decimals);
    let [_, mut stated, gap] = usual;
    if let (StatedAs::Figure, Some(figure)) = (finding.claim.stated, stated_figure(finding, study)) {
        let factor = figure.unit.factor() / finding.unit.factor();
        let ends = [Some(figure.value), figure.upper].into_iter().flatten();
        stated = ends.map(|end| write(end * factor)).collect::<Vec<_>>().join("–");
    } else if let Some(bounds) = plain_bounds(finding, &write) {
        stated = bounds;
    }
    let known = stated_gap(finding, study).filter(|_| finding.claim.has_gap);
    let gap = known.map_or(gap, |gap| numbers.write_signed(gap, decimals));
    [write(finding.value), stated, gap]
}

/// Bounds of a finding that are shown as bounds.
fn plain_bounds(finding: &Finding, write: &dyn Fn(f64) -> String) -> Option<String> {
    if finding.claim.stated != StatedAs::Bounds {
        return None;
    }
    match (finding.lower, finding.upper) {
        (None, None) => None,
        (Some(low), Some(high)) if low.to_bits() == high.to_bits() => Some(write(low)),
        (Some(low), Some(high)) => Some(format!("{}–{}", write(low), write(high))),
        (Some(low), None) => Some(format!("≥ {}", write(low))),
        (None, Some(high)) => Some(format!("≤ {}", write(high))),
    }
}

/// The unit in a dense row; empty where the figure carries it.
pub fn finding_unit_short(finding: &Finding, lang: Lang) -> String {
    if carries_unit(finding.unit) { String::new() } else { unit_short(finding.unit, lang) }
}

/// Distance from the stated figure where bounds are a tolerance around it, otherwise from the nearer bound.
fn stated_gap(finding: &Finding, study: &Study) -> Option<f64> {
    let around = stated_figure(finding, study)
        .filter(|figure| figure.upper.is_none())
        .map(|figure| finding.value - figure.value * figure.unit.factor() / finding.unit.factor());
    around.or_else(|| finding.gap())
}

/// The unit beside the computed figure, with its prices; empty where the figure carries it.
pub fn finding_unit(finding: &Finding, study: &Study, lang: Lang) -> String {
    if carries_unit(finding.unit) {
        String::new()
    } else {
        unit_at_prices(finding.unit, finding.basis, study.price_base_year, lang)
    }
}

/// A number of the arithmetic with its unit.
fn amount_text(amount: &Amount, lang: Lang) -> String {
    let number = operand_text(amount, lang);
    let says_it = find_percent(amount.unit, amount.value).is_some();
    if says_it || matches!(amount.unit, Unit::Ratio | Unit::Index | Unit::Count) {
        number
    } else {
        with_unit(&number, &unit_name(amount.unit, lang))
    }
}

/// The same without its unit: an operand.
fn operand_text(amount: &Amount, lang: Lang) -> String {
    let numbers = Numbers::new(lang);
    match find_percent(amount.unit, amount.value) {
        Some(percent) => numbers.write_trimmed(percent, 2) + "%",
        None => write_plain(amount.unit, amount.value, numbers),
    }
}

/// One line of arithmetic: `190,374 ÷ 72,6% = 262,223 nghìn tỷ đồng`.
pub fn step_text(step: &ArithmeticStep, lang: Lang) -> String {
    let operands: Vec<String> = step.operands.iter().map(|operand| operand_text(operand, lang)).collect();
    let of = |position: usize| operands.get(position).map_or("", String::as_str);
    let (a, b, c) = (of(0), of(1), of(2));
    let left = match step.form {
        StepForm::Sum => operands.join(" + "),
        StepForm::Difference => format!("{a} − {b}"),
        StepForm::Quotient => format!("{a} ÷ {b}"),
        StepForm::Product => format!("{a} × {b} ÷ {c}"),
        StepForm::QuotientOfProduct => format!("{a} ÷ ({b} × {c})"),
        StepForm::Growth { years: 1 } => format!("{a} ÷ {b} − 1"),
        StepForm::Growth { years } => format!("({a} ÷ {b})^(1/{years}) − 1"),
        StepForm::Compound => format!("{a} × (1 + {b})"),
        StepForm::Back => format!("{a} ÷ (1 + {b})"),
        StepForm::Beside => format!("(1 + {a}) ÷ (1 + {b}) − 1"),
        StepForm::RestOfYear { months: 11 } => format!("12 × {a} − 11 × {b}"),
        StepForm::RestOfYear { months } => format!("(12 × {a} − {months} × {b}) ÷ {}", 12 - months.min(12)),
    };
    format!("{left} = {}", amount_text(&step.result, lang))
}

/// Why an audit is not whole; `None` where it is.
pub fn audit_scope(scope: AuditScope, lang: Lang) -> Option<Explanation> {
    let (sentence, hint) = match scope {
        AuditScope::Everything => return None,
        AuditScope::FiguresOnly => ("audit-figures-only", "audit-figures-only-hint"),
        AuditScope::NoTargets => ("audit-no-targets", "audit-no-targets-hint"),
    };
    Some(Explanation { sentence: label(lang, sentence), hint: label(lang, hint) })
}

/// Titles of the sources behind a side of a finding, each once; results and assumptions say what they are.
pub fn evidence_sources(evidence: &[Evidence], study: &Study, lang: Lang) -> String {
    let mut titles: Vec<String> = Vec::new();
    for one in evidence {
        let title = evidence_source(one, study, lang);
        if !titles.contains(&title) {
            titles.push(title);
        }
    }
    titles.join("; ")
}

/// The document of one piece of evidence.
pub fn evidence_source(evidence: &Evidence, study: &Study, lang: Lang) -> String {
    let source = match evidence {
        Evidence::Result { .. } => return label(lang, "finding-result"),
        Evidence::Figure { list, position } => {
            evidence_figure(*list, *position, study).map_or("", |figure| figure.source.as_str())
        }
        Evidence::Project { id } => {
            study.projects.iter().find(|project| project.id == *id).map_or("", |project| project.source.as_str())
        }
    };
    study.source(source).map_or_else(|| source.to_owned(), |found| found.title.in_lang(lang).to_owned())
}
