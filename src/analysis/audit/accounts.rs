//! C15–C18, C20: whether published figures agree with each other: parts with wholes, levels with growth, money with people.

use super::facts::{Facts, Known};
use super::finding::{Against, Amount, ArithmeticStep, Claim, Evidence, Finding, Reading, StatedAs, StepForm};
use super::plan::{half_a_digit, last_digit};
use super::{Check, Naming};
use crate::engine::TOTAL_LINE;
use crate::quantity::{PriceBasis, Unit, Year};
use crate::scenario::figure::{Quantity, Status};
use crate::scenario::links::PartsOfWhole;

/// The checks of this file.
pub(super) const CHECKS: &[Check] = &[
    // Amounts that are said to make a whole.
    Check { id: "C15", naming: Naming::Letters, run: amounts },
    // A level and its growth against the level before.
    Check { id: "C16", naming: Naming::Letters, run: level_and_growth },
    // Output and output per head against the population.
    Check { id: "C17", naming: Naming::LettersFromSecond, run: population },
    // Counts that are said to make a whole.
    Check { id: "C18", naming: Naming::Letters, run: counts },
    // Named projects against the total that contains them.
    Check { id: "C20", naming: Naming::Letters, run: projects },
];

/// Parts of a count.
const COUNTS: Claim = Claim::new("finding-counts", Against::Source).stated(StatedAs::Figure);
/// Parts of an amount.
const AMOUNTS: Claim = Claim::new("finding-amounts", Against::Source).stated(StatedAs::Figure);
/// A level from the one before and published growth.
const NEXT_LEVEL: Claim = Claim::new("finding-next-level", Against::Source).stated(StatedAs::Figure);
/// A level from the one after and published growth.
const LEVEL_BEFORE: Claim = Claim::new("finding-level-before", Against::Source).stated(StatedAs::Figure);
/// The level before, which a published level and its growth imply.
const EARLIER_LEVEL: Claim = Claim::new("finding-earlier-level", Against::Source);
/// Population implied by output and output per head.
const POPULATION: Claim = Claim::new("finding-population", Against::Source).stated(StatedAs::Figure);
/// Named projects over the total.
const PROJECTS: Claim = Claim::new("finding-projects", Against::Itself).reading(Reading::Percent);

/// Statistics of population, output and output per head differ by the day of the year to which they refer.
const POPULATION_TOLERANCE: f64 = 0.03;

/// C15: amounts that are said to make a whole, up to rounding of the whole.
fn amounts(facts: &Facts<'_>) -> Vec<Finding> {
    sums(facts, |unit| unit != Unit::Count)
}

/// C18: counts that are said to make a whole, exactly.
fn counts(facts: &Facts<'_>) -> Vec<Finding> {
    sums(facts, |unit| unit == Unit::Count)
}

fn sums(facts: &Facts<'_>, is_wanted: impl Fn(Unit) -> bool) -> Vec<Finding> {
    let sums = facts.study.links.sums.iter().filter(|sum| is_wanted(sum.whole.quantity.unit()));
    sums.filter_map(|sum| parts_and_whole(facts, sum)).collect()
}

/// Parts against their whole, in the unit in which the whole is stated.
fn parts_and_whole(facts: &Facts<'_>, sum: &PartsOfWhole) -> Option<Finding> {
    let whole = facts.find_named(&sum.whole)?;
    let parts: Option<Vec<Known<'_>>> = sum.parts.iter().map(|part| facts.find_named(part)).collect();
    let parts = parts?;
    let unit = whole.figure.unit;
    let in_unit = |known: &Known<'_>| {
        let figure = known.figure;
        let same = figure.unit == unit;
        if same { figure.value } else { figure.value * figure.unit.factor() / unit.factor() }
    };
    let value: f64 = parts.iter().map(in_unit).sum();
    let stated = whole.figure.value;
    let is_count = sum.whole.quantity.unit() == Unit::Count;
    let slack = if is_count { 0.0 } else { half_a_digit(stated) };
    let upper = whole.figure.upper.unwrap_or(stated);
    let operands = parts.iter().map(|part| Amount::new(in_unit(part), unit));
    let claim = if is_count { COUNTS } else { AMOUNTS };
    Some(
        Finding::new(claim, value, unit)
            .within(Some(stated - slack), Some(upper + slack))
            .at_prices(whole.figure.price_basis)
            .about(&whole.figure.line, None, sum.whole.year)
            .from(parts.iter().map(|part| part.evidence()))
            .against([whole.evidence()])
            .with_steps([ArithmeticStep::new(StepForm::Sum, operands, Amount::new(value, unit))]),
    )
}

/// C16: the latest published level that comes with its growth, against the level before.
///
/// Growth says what the level before was when it was measured; where that is not the published level, the two belong to
/// different vintages. What the earlier level implies for its own predecessor is shown for information.
fn level_and_growth(facts: &Facts<'_>) -> Vec<Finding> {
    let Some(pair) = latest_pair(facts) else { return Vec::new() };
    let Pair { year, before, after, growth } = pair;
    let g = growth.value();
    // Both levels are rounded, so together they may miss by one unit of the coarser last digit.
    let digit = last_digit(before.figure.value).max(last_digit(after.figure.value));
    let money = |value| Amount::new(value, Unit::TrillionVnd);
    let bounds = |stated: f64| {
        let rounded = (stated / digit).round() * digit;
        // The bounds are printed numbers themselves: cut what the division left behind.
        let printed = |value: f64| (value / digit).round() / (1.0 / digit).round();
        (Some(printed(rounded - digit)), Some(printed(rounded + digit)))
    };
    let next = before.value() * (1.0 + g);
    let (low, high) = bounds(after.value());
    let forward = Finding::new(NEXT_LEVEL, next, Unit::TrillionVnd)
        .within(low, high)
        .about(TOTAL_LINE, None, year)
        .from([before, growth].map(Known::evidence))
        .against([after.evidence()])
        .with_steps([ArithmeticStep::new(StepForm::Compound, [before.amount(), growth.amount()], money(next))]);
    let back = after.value() / (1.0 + g);
    let (low, high) = bounds(before.value());
    let backward = Finding::new(LEVEL_BEFORE, back, Unit::TrillionVnd)
        .within(low, high)
        .about(TOTAL_LINE, None, year - 1)
        .from([after, growth].map(Known::evidence))
        .against([before.evidence()])
        .with_steps([ArithmeticStep::new(StepForm::Back, [after.amount(), growth.amount()], money(back))]);
    let earlier = growth_of(facts, &before.figure.vintage, year - 1).map(|own| {
        let value = before.value() / (1.0 + own.value());
        Finding::new(EARLIER_LEVEL, value, Unit::TrillionVnd)
            .about(TOTAL_LINE, None, year - 2)
            .from([before, own].map(Known::evidence))
            .with_steps([ArithmeticStep::new(StepForm::Back, [before.amount(), own.amount()], money(value))])
    });
    let all = [Some(forward), earlier, Some(backward)].into_iter().flatten();
    all.map(|finding| finding.at_prices(PriceBasis::Constant)).collect()
}

/// Two published levels of consecutive years and the published growth between them, of one vintage.
struct Pair<'a> {
    year: Year,
    before: Known<'a>,
    after: Known<'a>,
    growth: Known<'a>,
}

fn latest_pair<'a>(facts: &Facts<'a>) -> Option<Pair<'a>> {
    let levels = facts.observations(|figure| {
        figure.quantity == Quantity::Output
            && figure.line == TOTAL_LINE
            && figure.since.is_none()
            && figure.status == Status::Published
    });
    let of_level = |after: Known<'a>| {
        let year = after.figure.year?;
        let vintage = &after.figure.vintage;
        let is_before = |known: &Known<'a>| known.figure.year == Some(year - 1) && known.figure.vintage == *vintage;
        let before = levels.iter().copied().find(is_before)?;
        Some(Pair { year, before, after, growth: growth_of(facts, vintage, year)? })
    };
    levels.iter().copied().filter_map(of_level).max_by_key(|pair| pair.year)
}

fn growth_of<'a>(facts: &Facts<'a>, vintage: &str, year: Year) -> Option<Known<'a>> {
    facts
        .observations(|figure| {
            figure.quantity == Quantity::OutputGrowth
                && figure.line == TOTAL_LINE
                && figure.year == Some(year)
                && figure.since.is_none()
                && figure.vintage == vintage
        })
        .into_iter()
        .next()
}

/// C17: the population that output and output per head imply, against the population itself.
///
/// Looked at in the latest year, and in every year whose population is published and not itself derived from output per head.
fn population(facts: &Facts<'_>) -> Vec<Finding> {
    let mut people = facts.observations(|figure| {
        figure.quantity == Quantity::Population
            && figure.vintage == facts.study.history_vintage
            && figure.status != Status::Assumed
    });
    people.sort_by_key(|known| known.figure.year);
    let implied: Vec<(Known<'_>, Finding)> =
        people.into_iter().filter_map(|known| Some((known, implied_population(facts, known)?))).collect();
    let last = implied.last().and_then(|(known, _)| known.figure.year);
    let is_shown = |known: &Known<'_>| known.figure.status == Status::Published || known.figure.year == last;
    implied.into_iter().filter(|(known, _)| is_shown(known)).map(|(_, finding)| finding).collect()
}

/// A population that other figures imply, the output last among them.
struct Implied<'a> {
    value: f64,
    records: Vec<Known<'a>>,
    form: StepForm,
}

/// Dong before dollars, because they need no exchange rate; among several the figure that disagrees most.
fn implied_population(facts: &Facts<'_>, people: Known<'_>) -> Option<Finding> {
    let year = people.figure.year?;
    let output = facts.history(Quantity::OutputCurrent, TOTAL_LINE, year)?;
    let per_head = |quantity| {
        facts.observations(|figure| {
            figure.quantity == quantity && figure.year == Some(year) && figure.status == Status::Published
        })
    };
    let in_dong = per_head(Quantity::GrdpPerHead).into_iter().map(|head| Implied {
        value: output.value() / head.value() * 1e3,
        records: vec![head, output],
        form: StepForm::Quotient,
    });
    let in_dollars = per_head(Quantity::GrdpPerHeadUsd).into_iter().filter_map(|head| {
        let rate = facts.parameter(Quantity::ExchangeRate, Some(year))?;
        let value = output.value() / (head.value() * rate.value() * 1e-6) * 1e3;
        Some(Implied { value, records: vec![head, rate, output], form: StepForm::QuotientOfProduct })
    });
    let miss = |implied: &Implied<'_>| (implied.value / people.value() - 1.0).abs();
    let found = in_dong.max_by(|a, b| miss(a).total_cmp(&miss(b)));
    let Implied { value, records, form } = found.or_else(|| in_dollars.max_by(|a, b| miss(a).total_cmp(&miss(b))))?;
    let operands: Vec<Amount> = records.iter().rev().map(|known| known.amount()).collect();
    let slack = people.value() * POPULATION_TOLERANCE;
    let finding = Finding::new(POPULATION, value, Unit::ThousandPersons)
        // Whole thousands, as populations are printed: down below, to the nearest above.
        .within(Some((people.value() - slack).floor()), Some((people.value() + slack).round()))
        .about("", None, year)
        .from(records.into_iter().map(Known::evidence))
        .against([people.evidence()])
        .with_steps([ArithmeticStep::new(form, operands, Amount::new(value, Unit::ThousandPersons))]);
    Some(finding)
}

/// C20: registered capital of the named projects, as a part of what was registered in the latest year.
fn projects(facts: &Facts<'_>) -> Vec<Finding> {
    let published = facts.study.projects.iter().filter(|project| project.status == Status::Published);
    let named: Vec<(&str, f64)> = published.map(|project| (project.id.as_str(), project.registered_musd)).collect();
    let registered = facts.observations(|figure| figure.quantity == Quantity::FdiRegistered);
    let latest = registered.iter().filter_map(|known| known.figure.year).max();
    // A total stands beside its parts; the largest figure of the year is the total.
    let total = registered
        .into_iter()
        .filter(|known| known.figure.year == latest)
        .max_by(|a, b| a.value().total_cmp(&b.value()));
    let (Some(total), Some(year), false) = (total, latest, named.is_empty()) else { return Vec::new() };
    let dollars = |value| Amount::new(value, Unit::MillionUsd);
    let sum: f64 = named.iter().map(|(_, amount)| amount).sum();
    let value = sum / total.value();
    let steps = [
        ArithmeticStep::new(StepForm::Sum, named.iter().map(|(_, amount)| dollars(*amount)), dollars(sum)),
        ArithmeticStep::new(
            StepForm::Quotient,
            [dollars(sum), dollars(total.value())],
            Amount::new(value, Unit::Ratio),
        ),
    ];
    let records = named.iter().map(|(id, _)| Evidence::Project { id: (*id).to_owned() });
    let finding = Finding::new(PROJECTS, value, Unit::Ratio).within(None, Some(1.0));
    vec![finding.about("", None, year).from(records).against([total.evidence()]).with_steps(steps)]
}
