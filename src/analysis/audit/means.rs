//! C25, C26: whether the money of a plan fits its growth: what it wants to invest, and what it wants people to have in dollars.

use super::facts::{Facts, Known};
use super::finding::{Against, Amount, ArithmeticStep, Claim, Evidence, Finding, Reading, StatedAs, StepForm};
use super::{Check, Naming};
use crate::engine::{TOTAL_LINE, Variable};
use crate::quantity::{PriceBasis, Unit, Year, average_growth};
use crate::scenario::figure::{Figure, Quantity};

/// The checks of this file.
pub(super) const CHECKS: &[Check] = &[
    // Planned investment over GRDP of its years.
    Check { id: "C25", naming: Naming::Letters, run: investment },
    // The price change in dollars that growth and GRDP per head leave.
    Check { id: "C26", naming: Naming::Letters, run: dollar_prices },
];

/// Planned investment over the GRDP of its years, at the prices of the plan's first year.
const INVESTMENT_RATE: Claim =
    Claim::new("finding-investment-rate", Against::Record).reading(Reading::Percent).stated(StatedAs::Record);
/// The same where both are read at current prices.
const INVESTMENT_RATE_CURRENT: Claim =
    Claim::new("finding-investment-rate-current", Against::Record).reading(Reading::Percent).stated(StatedAs::Record);
/// Change of prices in dollars that growth and dollars a head imply, at the lower ends of both.
const DOLLAR_PRICES: Claim = Claim::new("finding-dollar-prices", Against::Itself);
/// The same at the upper ends.
const DOLLAR_PRICES_TOP: Claim = Claim::new("finding-dollar-prices-top", Against::Itself);

/// C25: investment that the plan sums over years, as a part of GRDP on the plan path, against the highest rate on record, or
/// where none is, against the highest that an earlier year was to reach.
///
/// Where the source does not say at which prices the sum is meant, both readings are shown.
fn investment(facts: &Facts<'_>) -> Vec<Finding> {
    let sums = facts.targets(|figure| figure.quantity == Quantity::Investment && figure.since.is_some());
    let readings = [(INVESTMENT_RATE, Variable::Grdp), (INVESTMENT_RATE_CURRENT, Variable::OutputCurrent)];
    let is_meant = |known: &Known<'_>, variable| match known.figure.price_basis {
        PriceBasis::Constant => variable == Variable::Grdp,
        PriceBasis::Current => variable == Variable::OutputCurrent,
        PriceBasis::NotStated | PriceBasis::None => true,
    };
    let all = sums.iter().flat_map(|known| readings.map(|(claim, variable)| (known, claim, variable)));
    all.filter(|(known, _, variable)| is_meant(known, *variable))
        .filter_map(|(known, claim, variable)| investment_rate(facts, *known, claim, variable))
        .collect()
}

fn investment_rate(facts: &Facts<'_>, planned: Known<'_>, claim: Claim, variable: Variable) -> Option<Finding> {
    let (since, until) = (planned.figure.since?, planned.figure.year?);
    let yearly: Option<Vec<(f64, Evidence)>> =
        (since..=until).map(|year| facts.result(variable, TOTAL_LINE, year)).collect();
    let yearly = yearly?;
    let money = |value| Amount::new(value, Unit::TrillionVnd);
    let output: f64 = yearly.iter().map(|(value, _)| value).sum();
    let value = planned.value() / output;
    let steps = [
        ArithmeticStep::new(StepForm::Sum, yearly.iter().map(|(value, _)| money(*value)), money(output)),
        ArithmeticStep::new(StepForm::Quotient, [planned.amount(), money(output)], Amount::new(value, Unit::Ratio)),
    ];
    let basis = if variable == Variable::OutputCurrent { PriceBasis::Current } else { PriceBasis::Constant };
    let observed = highest_rate(facts.observations(is_rate));
    let (claim, highest) = match observed {
        Some(_) => (claim, observed),
        None => (claim.against_earlier_target(), highest_rate(facts.targets(|figure| is_rate_before(figure, since)))),
    };
    let last = yearly.into_iter().next_back().map(|(_, evidence)| evidence);
    let finding = Finding::new(claim, value, Unit::Ratio)
        .within(None, highest.map(Known::value))
        .at_prices(basis)
        .about(TOTAL_LINE, Some(since), until)
        .from([planned.evidence()].into_iter().chain(last))
        .against(highest.map(Known::evidence))
        .with_steps(steps);
    Some(finding)
}

fn is_rate(figure: &Figure) -> bool {
    figure.quantity == Quantity::InvestmentRate
}

/// Whether it is an investment rate of one year before a plan begins.
fn is_rate_before(figure: &Figure, since: Year) -> bool {
    is_rate(figure) && figure.since.is_none() && figure.year.is_some_and(|year| year < since)
}

/// The highest of these rates.
fn highest_rate(rates: Vec<Known<'_>>) -> Option<Known<'_>> {
    rates.into_iter().max_by(|a, b| a.value().total_cmp(&b.value()))
}

/// C26: what growth of GRDP, growth of the population and GRDP per head in dollars leave to prices in dollars.
///
/// Prices in dollars fall only where the currency loses more than prices rise, and a plan that needs it should say so.
fn dollar_prices(facts: &Facts<'_>) -> Vec<Finding> {
    let targets = facts.targets(|figure| figure.quantity == Quantity::GrdpPerHeadUsd && figure.since.is_none());
    targets.into_iter().flat_map(|target| dollar_prices_of(facts, target)).collect()
}

fn dollar_prices_of(facts: &Facts<'_>, target: Known<'_>) -> Vec<Finding> {
    let found = || {
        let until = target.figure.year?;
        let start = latest_dollars(facts, until)?;
        let from = start.figure.year?;
        let growth = facts.stated_growth(TOTAL_LINE, from + 1, until)?;
        let (before, first) = facts.result(Variable::Population, TOTAL_LINE, from)?;
        let (after, last) = facts.result(Variable::Population, TOTAL_LINE, until)?;
        let people = average_growth(before, after, until - from)?;
        let of_end = |claim, dollars: f64, grown: f64| {
            let steps = [[dollars, start.value()], [after, before]];
            let (value, steps) = price_change(until - from, steps, (people, grown))?;
            let finding = Finding::new(claim, value, Unit::RatioPerYear)
                .within(Some(0.0), None)
                .at_prices(PriceBasis::Current)
                .about(TOTAL_LINE, Some(from + 1), until)
                .from([target.evidence(), start.evidence()].into_iter().chain([last.clone(), first.clone()]))
                .against([growth.evidence()])
                .with_steps(steps);
            Some(finding)
        };
        let has_range = target.figure.upper.is_some() || growth.figure.upper.is_some();
        let top = has_range.then(|| of_end(DOLLAR_PRICES_TOP, target.top(), growth.top())).flatten();
        Some(of_end(DOLLAR_PRICES, target.value(), growth.value()).into_iter().chain(top).collect::<Vec<_>>())
    };
    found().unwrap_or_default()
}

/// The latest observed GRDP per head in dollars before a year, in the vintage of the history.
fn latest_dollars<'a>(facts: &Facts<'a>, until: Year) -> Option<Known<'a>> {
    let observed = facts.observations(|figure| {
        figure.quantity == Quantity::GrdpPerHeadUsd
            && figure.since.is_none()
            && figure.vintage == facts.study.history_vintage
            && figure.year.is_some_and(|year| year < until)
    });
    observed.into_iter().max_by_key(|known| known.figure.year)
}

/// Growth of dollars a head over real growth a head, with the arithmetic.
fn price_change(
    years: i32,
    [dollars, people]: [[f64; 2]; 2],
    (people_growth, grown): (f64, f64),
) -> Option<(f64, Vec<ArithmeticStep>)> {
    let rate = |value| Amount::new(value, Unit::RatioPerYear);
    let pair = |[after, before]: [f64; 2], unit| [Amount::new(after, unit), Amount::new(before, unit)];
    let form = StepForm::Growth { years };
    let a_head = average_growth(dollars[1], dollars[0], years)?;
    let real = (1.0 + grown) / (1.0 + people_growth) - 1.0;
    let value = (1.0 + a_head) / (1.0 + real) - 1.0;
    let steps = vec![
        ArithmeticStep::new(form, pair(dollars, Unit::UsdPerPerson), rate(a_head)),
        ArithmeticStep::new(form, pair(people, Unit::ThousandPersons), rate(people_growth)),
        ArithmeticStep::new(StepForm::Beside, [rate(grown), rate(people_growth)], rate(real)),
        ArithmeticStep::new(StepForm::Beside, [rate(a_head), rate(real)], rate(value)),
    ];
    Some((value, steps))
}
