//! C01–C06: whether the targets of a plan agree with each other.

use super::facts::{Facts, Known, Level, growth, periods};
use super::finding::{Against, Amount, ArithmeticStep, Claim, Finding, StatedAs, StepForm, Verdict};
use super::{Check, Naming};
use crate::engine::{TAXES_LINE, TOTAL_LINE, Variable};
use crate::quantity::{PriceBasis, Unit, Year, average_growth};
use crate::scenario::figure::Quantity;

/// The checks of this file.
pub(super) const CHECKS: &[Check] = &[
    // Shares of one year sum to 100 per cent.
    Check { id: "C01", naming: Naming::Letters, run: shares_sum },
    // GRDP that a level and its share imply.
    Check { id: "C02", naming: Naming::Letters, run: implied_totals },
    // Growth of GRDP between the plan's levels against the growth that it states.
    Check { id: "C03", naming: Naming::Letters, run: total_growth },
    // The same for each line with levels.
    Check { id: "C04", naming: Naming::Letters, run: line_growth },
    // Employment, productivity and their growth where output and employment are both targets.
    Check { id: "C05", naming: Naming::Letters, run: productivity },
    // What remains outside the lines with levels, and the line that takes the residual.
    Check { id: "C06", naming: Naming::Letters, run: residual_growth },
];

/// Shares of one year sum to 100 per cent.
const SHARES_SUM: Claim = Claim::new("finding-shares-sum", Against::Itself).stated(StatedAs::Whole);
/// GRDP implied by a level and its share.
const IMPLIED_TOTAL: Claim = Claim::new("finding-implied-total", Against::Plan).stated(StatedAs::Figure);
/// Growth of GRDP implied by levels.
const TOTAL_GROWTH: Claim = Claim::new("finding-total-growth", Against::Plan);
/// Growth of a line implied by levels.
const LINE_GROWTH: Claim = Claim::new("finding-line-growth", Against::Plan);
/// Growth of employment implied by targets.
const EMPLOYMENT_GROWTH: Claim = Claim::new("finding-employment-growth", Against::Plan);
/// Growth of productivity implied by targets.
const PRODUCTIVITY_GROWTH: Claim = Claim::new("finding-productivity-growth", Against::Plan);
/// Productivity implied by targets.
const PRODUCTIVITY_LEVEL: Claim = Claim::new("finding-productivity-level", Against::Plan);
/// Growth of everything outside the lines with levels.
const REST_GROWTH: Claim = Claim::new("finding-rest-growth", Against::Plan);
/// Growth of the line that takes the residual.
const RESIDUAL_GROWTH: Claim = Claim::new("finding-residual-growth", Against::Plan);

/// Shares of a year are printed with one decimal; the sum of several may miss 100 by that much.
const SHARE_TOLERANCE: f64 = 0.1;

/// C01: shares that one plan states for all lines of a year sum to 100 per cent.
fn shares_sum(facts: &Facts<'_>) -> Vec<Finding> {
    let mut lines = facts.study.top_lines();
    lines.push(TAXES_LINE);
    let shares = facts.targets(|figure| figure.quantity == Quantity::Share && figure.since.is_none());
    let mut sets: Vec<(&str, Year)> = Vec::new();
    for share in &shares {
        let set = share.figure.year.map(|year| (share.figure.vintage.as_str(), year));
        sets.extend(set.filter(|set| !sets.contains(set)));
    }
    sets.into_iter()
        .filter_map(|(vintage, year)| {
            let of_line = |line: &&str| {
                shares.iter().copied().find(|share| {
                    let figure = share.figure;
                    figure.vintage == vintage && figure.year == Some(year) && figure.line == *line
                })
            };
            let parts: Vec<Known<'_>> = lines.iter().filter_map(of_line).collect();
            (parts.len() == lines.len()).then(|| sum_of_shares(&parts, year))
        })
        .collect()
}

fn sum_of_shares(parts: &[Known<'_>], year: Year) -> Finding {
    let shown = |part: &Known<'_>| Amount::new(part.value() * 100.0, Unit::Percent);
    // Summed as printed: hundredths of fractions would add their own rounding.
    let in_percent = parts.iter().all(|part| part.figure.unit == Unit::Percent);
    let sum: f64 = parts.iter().map(|part| if in_percent { part.figure.value } else { shown(part).value }).sum();
    let basis = parts.first().map_or(PriceBasis::None, |part| part.figure.price_basis);
    Finding::new(SHARES_SUM, sum, Unit::Percent)
        .within(Some(100.0 - SHARE_TOLERANCE), Some(100.0 + SHARE_TOLERANCE))
        .at_prices(basis)
        .about(TOTAL_LINE, None, year)
        .from(parts.iter().map(|part| part.evidence()))
        .with_steps([ArithmeticStep::new(StepForm::Sum, parts.iter().map(shown), Amount::new(sum, Unit::Percent))])
}

/// C02: GRDP of each plan year that a level and its share imply.
fn implied_totals(facts: &Facts<'_>) -> Vec<Finding> {
    facts
        .years
        .iter()
        .filter_map(|&year| {
            let implied = facts.implied_total(year)?;
            let finding = Finding::new(IMPLIED_TOTAL, implied.value, Unit::TrillionVnd)
                .at_prices(PriceBasis::Constant)
                .about(TOTAL_LINE, None, year);
            Some(
                match facts.find_planned(Quantity::Output, TOTAL_LINE, year) {
                    // A plan that states the total as well can contradict itself.
                    Some(stated) => {
                        let half = half_a_digit(stated.figure.value) * stated.figure.unit.factor();
                        let (low, high) = (stated.value() - half, stated.value() + half);
                        finding.within(Some(low), Some(high)).against([stated.evidence()])
                    }
                    None => finding,
                }
                .from(implied.computed)
                .with_steps(implied.steps),
            )
        })
        .collect()
}

/// Half a unit of the last digit that is printed.
pub(super) fn half_a_digit(value: f64) -> f64 {
    last_digit(value) / 2.0
}

/// One unit of the last digit that is printed: 0.1 for 136.9.
pub(super) fn last_digit(value: f64) -> f64 {
    let text = value.to_string();
    let decimals = text.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    i32::try_from(decimals).map_or(0.0, |decimals| 10_f64.powi(-decimals))
}

/// C03: growth of GRDP between the levels of the plan, against the growth that it states.
fn total_growth(facts: &Facts<'_>) -> Vec<Finding> {
    let levels: Vec<Level> = facts.anchors().into_iter().filter_map(|year| facts.total(year)).collect();
    periods(&levels)
        .into_iter()
        .filter_map(|(from, to)| implied_growth(facts, TOTAL_GROWTH, TOTAL_LINE, from, to))
        .collect()
}

/// C04: growth of each line between the levels of the plan, against the growth that it states.
fn line_growth(facts: &Facts<'_>) -> Vec<Finding> {
    let of_line = |line: &str| -> Vec<Finding> {
        let levels: Vec<Level> = facts.anchors().into_iter().filter_map(|year| facts.level(line, year)).collect();
        let pairs = periods(&levels).into_iter();
        pairs.filter_map(|(from, to)| implied_growth(facts, LINE_GROWTH, line, from, to)).collect()
    };
    facts.planned_lines().into_iter().flat_map(of_line).collect()
}

fn implied_growth(facts: &Facts<'_>, claim: Claim, line: &str, from: &Level, to: &Level) -> Option<Finding> {
    let (value, step) = growth(from, to)?;
    let finding = Finding::new(claim, value, Unit::RatioPerYear)
        .at_prices(PriceBasis::Constant)
        .about(line, Some(from.year + 1), to.year)
        .from(to.computed.iter().chain(&from.computed).cloned())
        .with_steps(to.steps.iter().chain(&from.steps).cloned())
        .with_steps([step]);
    Some(against_stated(facts, finding, from.value))
}

/// Growth against the range that the plan states for its line and period.
fn against_stated(facts: &Facts<'_>, finding: Finding, start: f64) -> Finding {
    let (Some(since), Some(until)) = (finding.since, finding.year) else { return finding };
    let Some(stated) = facts.stated_growth(&finding.line, since, until) else { return finding };
    let mut finding = finding.within(Some(stated.value()), stated.figure.model_upper()).against([stated.evidence()]);
    let bound = match finding.verdict {
        Verdict::Below => finding.lower,
        Verdict::Above => finding.upper,
        Verdict::Mismatch | Verdict::NotStated | Verdict::Info | Verdict::Ok => None,
    };
    finding.at_bound = bound.map(|bound| {
        let level = start * (1.0 + bound).powi(until - since + 1);
        (bound, Amount::new(level, Unit::TrillionVnd))
    });
    finding
}

/// C05: employment, productivity and their growth where a line has targets of output and of employment.
fn productivity(facts: &Facts<'_>) -> Vec<Finding> {
    facts.planned_lines().into_iter().flat_map(|line| productivity_of(facts, line)).collect()
}

fn productivity_of(facts: &Facts<'_>, line: &str) -> Vec<Finding> {
    let both = |&year: &Year| {
        let output = facts.find_planned(Quantity::Output, line, year)?;
        Some((year, output, facts.find_planned(Quantity::Employment, line, year)?))
    };
    let known: Vec<(Year, Known<'_>, Known<'_>)> = facts.years.iter().filter_map(both).collect();
    let mut findings = Vec::new();
    for pair in known.windows(2) {
        let [(first, y0, l0), (last, y1, l1)] = pair else { continue };
        let years = last - first;
        let people = average_growth(l0.value(), l1.value(), years);
        let worker = average_growth(y0.value() / l0.value(), y1.value() / l1.value(), years);
        let employed = [*l0, *l1];
        let all = [*y0, *l0, *y1, *l1];
        findings.extend(people.map(|value| {
            let operands = [l1.amount(), l0.amount()];
            let step =
                ArithmeticStep::new(StepForm::Growth { years }, operands, Amount::new(value, Unit::RatioPerYear));
            Finding::new(EMPLOYMENT_GROWTH, value, Unit::RatioPerYear)
                .about(line, Some(first + 1), *last)
                .from(employed.map(Known::evidence))
                .with_steps([step])
        }));
        findings.extend(worker.map(|value| {
            let step = [(y1, l1), (y0, l0)].map(|(y, l)| a_worker(*y, *l).1);
            let operands = step.each_ref().map(|step| step.result);
            let growth =
                ArithmeticStep::new(StepForm::Growth { years }, operands, Amount::new(value, Unit::RatioPerYear));
            Finding::new(PRODUCTIVITY_GROWTH, value, Unit::RatioPerYear)
                .at_prices(PriceBasis::Constant)
                .about(line, Some(first + 1), *last)
                .from(all.map(Known::evidence))
                .with_steps(step)
                .with_steps([growth])
        }));
    }
    findings.extend(known.iter().map(|&(year, output, employment)| {
        let (value, step) = a_worker(output, employment);
        let mut finding = Finding::new(PRODUCTIVITY_LEVEL, value, Unit::MillionVndPerWorker);
        if let Some(stated) = facts.find_planned(Quantity::Productivity, line, year) {
            let (shown, digit) = (stated.value() * 1e3, last_digit(stated.figure.value));
            finding = finding.within(Some(shown - digit), Some(shown + digit)).against([stated.evidence()]);
        }
        finding
            .at_prices(PriceBasis::Constant)
            .about(line, None, year)
            .from([output.evidence(), employment.evidence()])
            .with_steps([step])
    }));
    findings
}

/// Million VND a worker.
fn a_worker(output: Known<'_>, employment: Known<'_>) -> (f64, ArithmeticStep) {
    let value = output.value() / employment.value() * 1e3;
    let result = Amount::new(value, Unit::MillionVndPerWorker);
    (value, ArithmeticStep::new(StepForm::Quotient, [output.amount(), employment.amount()], result))
}

/// C06: growth of everything outside the lines with levels, and of the line that takes the residual.
fn residual_growth(facts: &Facts<'_>) -> Vec<Finding> {
    let mut findings = rest_growth(facts);
    for line in facts.residual_lines() {
        for pair in facts.anchors().windows(2) {
            let [first, last] = pair else { continue };
            findings.extend(projected_growth(facts, line, *first, *last));
        }
    }
    findings
}

/// Growth of what the plan's levels leave of its totals.
fn rest_growth(facts: &Facts<'_>) -> Vec<Finding> {
    let lines = facts.planned_lines();
    let Some(&line) = lines.first() else { return Vec::new() };
    let outside = |&year: &Year| {
        let mut rest = facts.total(year)?;
        for line in &lines {
            let level = facts.find_planned(Quantity::Output, line, year)?;
            let operands = [Amount::new(rest.value, Unit::TrillionVnd), level.amount()];
            rest.value -= level.value();
            rest.computed.push(level.evidence());
            let result = Amount::new(rest.value, Unit::TrillionVnd);
            rest.steps.push(ArithmeticStep::new(StepForm::Difference, operands, result));
        }
        Some(rest)
    };
    let levels: Vec<Level> = facts.years.iter().filter_map(outside).collect();
    let pairs = levels.windows(2).filter_map(|pair| pair.first().zip(pair.last()));
    pairs
        .filter_map(|(from, to)| {
            let (value, step) = growth(from, to)?;
            Some(
                Finding::new(REST_GROWTH, value, Unit::RatioPerYear)
                    .at_prices(PriceBasis::Constant)
                    .about(line, Some(from.year + 1), to.year)
                    .from(to.computed.iter().chain(&from.computed).cloned())
                    .with_steps(to.steps.iter().chain(&from.steps).cloned())
                    .with_steps([step]),
            )
        })
        .collect()
}

/// Growth of a line in the plan's own projection, against what the plan states.
fn projected_growth(facts: &Facts<'_>, line: &str, first: Year, last: Year) -> Option<Finding> {
    let (start, from) = facts.result(Variable::Output, line, first)?;
    let (end, to) = facts.result(Variable::Output, line, last)?;
    let years = last - first;
    let value = average_growth(start, end, years)?;
    let operands = [end, start].map(|level| Amount::new(level, Unit::TrillionVnd));
    let step = ArithmeticStep::new(StepForm::Growth { years }, operands, Amount::new(value, Unit::RatioPerYear));
    let finding = Finding::new(RESIDUAL_GROWTH, value, Unit::RatioPerYear)
        .at_prices(PriceBasis::Constant)
        .about(line, Some(first + 1), last)
        .from([to, from])
        .with_steps([step]);
    Some(against_stated(facts, finding, start))
}
