//! C07–C09, C13, C14, C21: whether what the plan's own projection gives is plausible and as stated.

use super::facts::{Facts, Known};
use super::finding::{Against, Amount, ArithmeticStep, Claim, Evidence, Finding, Reading, StatedAs, StepForm};
use super::{Check, Naming};
use crate::engine::{Line, Projection, TOTAL_LINE, Variable};
use crate::quantity::{PriceBasis, Unit, Year, average_growth, elementary};
use crate::scenario::figure::Quantity;

/// The checks of this file.
pub(super) const CHECKS: &[Check] = &[
    // Labour supply against demand, employment against population.
    Check { id: "C07", naming: Naming::Letters, run: labour },
    // Investment per unit of added output.
    Check { id: "C08", naming: Naming::Letters, run: icor },
    // What growth leaves to TFP.
    Check { id: "C09", naming: Naming::Lines, run: tfp },
    // Industrial land against what output needs.
    Check { id: "C13", naming: Naming::Letters, run: land },
    // GRDP per head as stated against the result.
    Check { id: "C14", naming: Naming::Letters, run: per_head },
    // Share of output over share of employment.
    Check { id: "C21", naming: Naming::Letters, run: relative_productivity },
];

/// Labour supply less demand.
const LABOUR_MARGIN: Claim = Claim::new("finding-labour-margin", Against::Itself);
/// Employment over population.
const EMPLOYMENT_RATE: Claim = Claim::new("finding-employment-rate", Against::Plausible).reading(Reading::Percent);
/// Investment over added output.
const ICOR: Claim = Claim::new("finding-icor", Against::Plausible);
/// Part of growth that TFP contributes.
const TFP_PART: Claim = Claim::new("finding-tfp-part", Against::Plan).stated(StatedAs::Least);
/// Growth of TFP of a line.
const TFP_GROWTH: Claim = Claim::new("finding-tfp-growth", Against::Plausible);
/// Available over required land.
const LAND_MARGIN: Claim = Claim::new("finding-land-margin", Against::Itself);
/// GRDP per head of the result.
const PER_HEAD: Claim = Claim::new("finding-per-head", Against::Plan).stated(StatedAs::Figure);
/// Share of output over share of employment.
const RELATIVE_PRODUCTIVITY: Claim = Claim::new("finding-relative-productivity", Against::Plausible);

/// GRDP per head depends on prices and population, which a plan rarely states; it may differ by this part.
const PER_HEAD_TOLERANCE: f64 = 0.05;

/// C07: labour supply covers demand, and employment over population stays plausible.
fn labour(facts: &Facts<'_>) -> Vec<Finding> {
    let Some(year) = facts.last_year() else { return Vec::new() };
    let margin = || {
        let (supply, from) = facts.result(Variable::LabourSupply, TOTAL_LINE, year)?;
        let (demand, less) = facts.result(Variable::LabourDemand, TOTAL_LINE, year)?;
        let [supply, demand] = [supply, demand].map(|value| Amount::new(value, Unit::ThousandPersons));
        let value = supply.value - demand.value;
        let step =
            ArithmeticStep::new(StepForm::Difference, [supply, demand], Amount::new(value, Unit::ThousandPersons));
        let finding = Finding::new(LABOUR_MARGIN, value, Unit::ThousandPersons).within(Some(0.0), None);
        Some(finding.about(TOTAL_LINE, None, year).from([from, less]).with_steps([step]))
    };
    let rate = || {
        let employed = facts.result(Variable::Employment, TOTAL_LINE, year)?;
        let people = facts.result(Variable::Population, TOTAL_LINE, year)?;
        let finding = ratio(EMPLOYMENT_RATE, Unit::ThousandPersons, employed, people)?;
        Some(plausible(facts, finding, Quantity::EmploymentRate, RangeEnd::Both).about(TOTAL_LINE, None, year))
    };
    [margin(), rate()].into_iter().flatten().collect()
}

/// One result over another.
fn ratio(claim: Claim, unit: Unit, over: (f64, Evidence), under: (f64, Evidence)) -> Option<Finding> {
    let value = over.0 / under.0;
    let operands = [Amount::new(over.0, unit), Amount::new(under.0, unit)];
    let step = ArithmeticStep::new(StepForm::Quotient, operands, Amount::new(value, Unit::Ratio));
    value.is_finite().then(|| Finding::new(claim, value, Unit::Ratio).from([over.1, under.1]).with_steps([step]))
}

/// Which ends of an assumed range a check uses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum RangeEnd {
    /// Both.
    Both,
    /// The upper one; less is not implausible.
    Upper,
}

/// A finding against the range that the study assumes plausible; for information where it assumes none.
pub(super) fn plausible(facts: &Facts<'_>, finding: Finding, quantity: Quantity, end: RangeEnd) -> Finding {
    let Some(range) = facts.plausible(quantity) else { return finding };
    let lower = (end == RangeEnd::Both).then(|| range.value());
    finding.within(lower, Some(range.top())).against([range.evidence()])
}

/// C08: investment over added GRDP in the last period of the plan.
fn icor(facts: &Facts<'_>) -> Vec<Finding> {
    let anchors = facts.anchors();
    let found = || {
        let last = facts.last_year()?;
        let first = anchors.iter().copied().rfind(|&year| year < last)?;
        let (start, from) = facts.result(Variable::Grdp, TOTAL_LINE, first)?;
        let (end, to) = facts.result(Variable::Grdp, TOTAL_LINE, last)?;
        let spent: Option<Vec<(f64, Evidence)>> =
            (first + 1..=last).map(|year| facts.result(Variable::TotalInvestment, TOTAL_LINE, year)).collect();
        let spent = spent?;
        let total: f64 = spent.iter().map(|(value, _)| value).sum();
        let money = |value| Amount::new(value, Unit::TrillionVnd);
        let gained = end - start;
        let value = total / gained;
        let steps = [
            ArithmeticStep::new(StepForm::Sum, spent.iter().map(|(value, _)| money(*value)), money(total)),
            ArithmeticStep::new(StepForm::Difference, [money(end), money(start)], money(gained)),
            ArithmeticStep::new(StepForm::Quotient, [money(total), money(gained)], Amount::new(value, Unit::Ratio)),
        ];
        let finding = Finding::new(ICOR, value, Unit::Ratio)
            .at_prices(PriceBasis::Constant)
            .about(TOTAL_LINE, Some(first + 1), last)
            .from(facts.parameter(Quantity::InvestmentRate, None).map(Known::evidence))
            .from([to, from])
            .with_steps(steps);
        // The ratio needs growth of GRDP > 0.
        (gained > 0.0).then(|| plausible(facts, finding, Quantity::Icor, RangeEnd::Both))
    };
    found().into_iter().collect()
}

/// C09: the part of growth that TFP has to contribute, against what the plan states; and TFP growth of each line with stated growth.
fn tfp(facts: &Facts<'_>) -> Vec<Finding> {
    let Some((horizon, last)) = facts.projection.map(Projection::horizon).zip(facts.last_year()) else {
        return Vec::new();
    };
    let stated = facts
        .targets(|figure| figure.quantity == Quantity::TfpContribution && figure.line == TOTAL_LINE)
        .into_iter()
        .find(|known| {
            let figure = known.figure;
            let first = figure.since.map(|since| since - 1);
            first.and_then(|year| horizon.index(year)).is_some()
                && figure.year.and_then(|year| horizon.index(year)).is_some()
        });
    let (first, last) =
        stated.and_then(|known| Some((known.figure.since? - 1, known.figure.year?))).unwrap_or((horizon.base(), last));
    let part = tfp_part(facts, first, last).map(|(value, step)| {
        let growth = facts.result(Variable::Grdp, TOTAL_LINE, first).into_iter();
        let finding = Finding::new(TFP_PART, value * 100.0, Unit::Percent)
            .within(stated.map(|known| known.value() * 100.0), None)
            .at_prices(PriceBasis::Constant)
            .about(TOTAL_LINE, Some(first + 1), last)
            .from(growth.chain(facts.result(Variable::Grdp, TOTAL_LINE, last)).map(|(_, evidence)| evidence))
            .with_steps([step]);
        finding.against(stated.map(Known::evidence))
    });
    let states_growth = |line: &&str| facts.stated_growth(line, last, last).is_some();
    let lines = facts.study.sectors.iter().map(|sector| sector.id.as_str()).filter(states_growth);
    part.into_iter().chain(lines.filter_map(|line| tfp_growth(facts, line, first, last))).collect()
}

/// Log-mean contribution of TFP as a part of the growth of GRDP (docs/model.md, contributions).
fn tfp_part(facts: &Facts<'_>, first: Year, last: Year) -> Option<(f64, ArithmeticStep)> {
    let projection = facts.projection?;
    let value = |variable, line, year| projection.value(variable, line, year);
    let start = value(Variable::Grdp, Line::Total, first)?;
    let gained = value(Variable::Grdp, Line::Total, last)? / start - 1.0;
    let mut contribution = 0.0;
    for s in 0..projection.inputs().sectors.len() {
        let line = Line::Sector(s);
        let weight = log_mean(value(Variable::Output, line, last)?, value(Variable::Output, line, first)?) / start;
        contribution += weight * elementary::ln(value(Variable::Tfp, line, last)? / value(Variable::Tfp, line, first)?);
    }
    let operands = [contribution, gained].map(|part| Amount::new(part, Unit::Ratio));
    let part = contribution / gained;
    part.is_finite()
        .then(|| (part, ArithmeticStep::new(StepForm::Quotient, operands, Amount::new(part * 100.0, Unit::Percent))))
}

/// Logarithmic mean of two positive numbers.
fn log_mean(a: f64, b: f64) -> f64 {
    // Equal bits only: near equality the quotient is still accurate enough, and a jump would be worse.
    if a.to_bits() == b.to_bits() { a } else { (a - b) / elementary::ln(a / b) }
}

fn tfp_growth(facts: &Facts<'_>, line: &str, first: Year, last: Year) -> Option<Finding> {
    let (start, from) = facts.result(Variable::Tfp, line, first)?;
    let (end, to) = facts.result(Variable::Tfp, line, last)?;
    let years = last - first;
    let value = average_growth(start, end, years)?;
    let operands = [end, start].map(|level| Amount::new(level, Unit::Index));
    let step = ArithmeticStep::new(StepForm::Growth { years }, operands, Amount::new(value, Unit::RatioPerYear));
    let finding = Finding::new(TFP_GROWTH, value, Unit::RatioPerYear)
        .at_prices(PriceBasis::Constant)
        .about(line, Some(first + 1), last)
        .from([to, from])
        .with_steps([step]);
    Some(plausible(facts, finding, Quantity::TfpGrowth, RangeEnd::Upper))
}

/// C13: industrial land that can be occupied over what output needs.
fn land(facts: &Facts<'_>) -> Vec<Finding> {
    let found = || {
        let year = facts.last_year()?;
        let area = facts.result(Variable::LandArea, TOTAL_LINE, year)?;
        let required = facts.result(Variable::LandRequired, TOTAL_LINE, year)?;
        let finding = ratio(LAND_MARGIN, Unit::Hectare, area, required)?;
        Some(finding.within(Some(1.0), None).about(TOTAL_LINE, None, year))
    };
    found().into_iter().collect()
}

/// C14: GRDP per head at current prices as the plan states it, against its own projection.
fn per_head(facts: &Facts<'_>) -> Vec<Finding> {
    let stated = facts.targets(|figure| {
        figure.quantity == Quantity::GrdpPerHead && figure.price_basis == PriceBasis::Current && figure.since.is_none()
    });
    let finding = |known: Known<'_>| {
        let year = known.figure.year?;
        let (value, _) = facts.result(Variable::GrdpPerHead, TOTAL_LINE, year)?;
        let output = facts.result(Variable::OutputCurrent, TOTAL_LINE, year)?;
        let people = facts.result(Variable::Population, TOTAL_LINE, year)?;
        let operands = [Amount::new(output.0, Unit::TrillionVnd), Amount::new(people.0, Unit::ThousandPersons)];
        let step = ArithmeticStep::new(StepForm::Quotient, operands, Amount::new(value, Unit::MillionVndPerPerson));
        let (low, high) = (1.0 - PER_HEAD_TOLERANCE, 1.0 + PER_HEAD_TOLERANCE);
        Some(
            Finding::new(PER_HEAD, value, Unit::MillionVndPerPerson)
                .within(Some(known.value() * low), Some(known.value() * high))
                .at_prices(PriceBasis::Current)
                .about(TOTAL_LINE, None, year)
                .from([output.1, people.1])
                .against([known.evidence()])
                .with_steps([step]),
        )
    };
    stated.into_iter().filter_map(finding).collect()
}

/// C21: share of the headline line in GRDP over its share in employment.
fn relative_productivity(facts: &Facts<'_>) -> Vec<Finding> {
    let line = facts.study.structure.headline.as_str();
    let found = || {
        let year = facts.last_year()?;
        let output = facts.result(Variable::ShareConstant, line, year)?;
        let labour = facts.result(Variable::EmploymentShare, line, year)?;
        let finding = ratio(RELATIVE_PRODUCTIVITY, Unit::Ratio, output, labour)?;
        let finding = plausible(facts, finding, Quantity::RelativeProductivity, RangeEnd::Both);
        Some(finding.at_prices(PriceBasis::Constant).about(line, None, year))
    };
    found().into_iter().collect()
}
