//! C24: whether a figure reads as its like only with another unit.

use super::facts::{Facts, Known};
use super::finding::{Against, Amount, ArithmeticStep, Claim, Finding, StepForm};
use super::{Check, Naming};
use crate::engine::TOTAL_LINE;
use crate::quantity::{PriceBasis, Unit, Year};
use crate::scenario::figure::{Figure, Quantity};

/// The checks of this file.
pub(super) const CHECKS: &[Check] = &[
    // A figure a hundred or a thousand times from its like.
    Check { id: "C24", naming: Naming::Letters, run: unit_slips },
];

/// A figure that reads as its like with another unit.
const UNIT_SLIP: Claim = Claim::new("finding-unit-slip", Against::Itself);

/// Largest ratio of figures of one kind to their median, in either direction, that a correct unit gives.
const ALIKE: f64 = 2.0;

/// C24: a share or a level that lies a hundred or a thousand times from the others of its line, where they lie together.
fn unit_slips(facts: &Facts<'_>) -> Vec<Finding> {
    let all = facts.find_targets(|figure| figure.since.is_none() && is_steady(figure.quantity));
    all.iter().filter_map(|known| unit_slip(*known, &all)).collect()
}

/// Whether figures of a line differ by little from year to year; flows of money, which vary by nature, are excluded.
const fn is_steady(quantity: Quantity) -> bool {
    quantity.is_share()
        || matches!(
            quantity,
            Quantity::Output
                | Quantity::OutputCurrent
                | Quantity::Capital
                | Quantity::Employment
                | Quantity::Population
                | Quantity::Productivity
                | Quantity::GrdpPerHead
                | Quantity::GrdpPerHeadUsd
        )
}

fn unit_slip(known: Known<'_>, all: &[Known<'_>]) -> Option<Finding> {
    let figure = known.figure;
    let is_like = |other: &&Known<'_>| {
        (other.figure.quantity, &other.figure.line) == (figure.quantity, &figure.line)
            && other.evidence() != known.evidence()
    };
    let others: Vec<Known<'_>> = all.iter().filter(is_like).copied().collect();
    let mut values: Vec<f64> = others.iter().map(|other| other.value()).filter(|value| *value > 0.0).collect();
    values.sort_unstable_by(f64::total_cmp);
    let middle = *values.get(values.len() / 2)?;
    let is_alike = |value: f64| value > middle / ALIKE && value < middle * ALIKE;
    // Per cent against fractions; billions against trillions, persons against thousands.
    let step = if figure.quantity.unit() == Unit::Ratio { 100.0 } else { 1000.0 };
    let times = [1.0 / step, step].into_iter().find(|times| is_alike(known.value() / times))?;
    // Of two figures alone, the small one is asked about.
    if is_alike(known.value()) || (times > 1.0 && values.len() < 2) {
        return None;
    }
    let (low, high) = values.first().zip(values.last())?;
    Some(build_finding(known, times, (*low, *high), figure.year?).against(others.iter().map(|other| other.evidence())))
}

/// The figure in the unit in which it is read, within those of its like, and what it would be with the other unit.
fn build_finding(known: Known<'_>, times: f64, (low, high): (f64, f64), year: Year) -> Finding {
    let figure: &Figure = known.figure;
    let unit = if figure.quantity.unit() == Unit::Ratio { Unit::Percent } else { figure.unit };
    let shown = |value: f64| value * figure.quantity.unit().factor() / unit.factor();
    let value = if figure.unit == unit { figure.value } else { shown(known.value()) };
    let operands = [Amount::new(value, unit), Amount::new(times, Unit::Index)];
    let line = if figure.line.is_empty() { TOTAL_LINE } else { &figure.line };
    let basis = if figure.price_basis == PriceBasis::NotStated { PriceBasis::None } else { figure.price_basis };
    Finding::new(UNIT_SLIP, value, unit)
        .within(Some(shown(low)), Some(shown(high)))
        .at_prices(basis)
        .about(line, None, year)
        .from([known.evidence()])
        .with_steps([ArithmeticStep::new(StepForm::Quotient, operands, Amount::new(value / times, unit))])
}
