//! C10–C12, C19: whether a plan asks for more than the record has ever shown.

use super::facts::{Facts, Known};
use super::finding::{Against, Amount, ArithmeticStep, Claim, Evidence, Finding, Reading, StatedAs, StepForm};
use super::plan::half_a_digit;
use super::results::{RangeEnd, plausible};
use super::{Check, Naming};
use crate::analysis::catch_up::{latest_output, record, required_growth, rest_of_year};
use crate::engine::TOTAL_LINE;
use crate::quantity::{PriceBasis, Unit, Year};
use crate::scenario::figure::{Quantity, Status};

/// The checks of this file.
pub(super) const CHECKS: &[Check] = &[
    // Exports against output.
    Check { id: "C10", naming: Naming::Letters, run: exports },
    // The jump that the next target year needs, against the record.
    Check { id: "C11", naming: Naming::Letters, run: one_year_jump },
    // Growth needed a year until later targets, against what the plan states.
    Check { id: "C12", naming: Naming::Letters, run: catch_up },
    // Growth of part of a year against that of the year.
    Check { id: "C19", naming: Naming::Letters, run: rest_of_year_growth },
];

/// Exports over GRDP.
const EXPORTS: Claim = Claim::new("finding-exports", Against::Plausible).reading(Reading::Times);
/// Growth needed in the one year to a target.
const ONE_YEAR_JUMP: Claim = Claim::new("finding-one-year-jump", Against::Record).stated(StatedAs::Record);
/// Growth needed a year until a target.
const CATCH_UP: Claim = Claim::new("finding-catch-up", Against::Plan).stated(StatedAs::PlanMost);
/// Growth needed in the rest of a year.
const REST_OF_YEAR: Claim = Claim::new("finding-rest-of-year", Against::Plan).stated(StatedAs::PlanMost);

/// Two figures closer than this part of them look the same in print.
const LOOKALIKE: f64 = 1e-3;

/// C10: exports of the latest year over GRDP at current prices.
fn exports(facts: &Facts<'_>) -> Vec<Finding> {
    let exports = facts.observations(|figure| {
        figure.quantity == Quantity::Exports && figure.since.is_none() && figure.vintage == facts.study.history_vintage
    });
    let of_year = |known: Known<'_>| {
        let year = known.figure.year?;
        let output = facts.history(Quantity::OutputCurrent, TOTAL_LINE, year)?;
        let rate = facts.parameter(Quantity::ExchangeRate, Some(year))?;
        // Million dollars times dong a dollar are million dong; a trillion is a million of them.
        let value = known.value() * rate.value() * 1e-6 / output.value();
        let operands = [known.amount(), rate.amount(), output.amount()];
        let finding = Finding::new(EXPORTS, value, Unit::Ratio)
            .at_prices(PriceBasis::Current)
            .about(TOTAL_LINE, None, year)
            .from([known, rate, output].map(Known::evidence))
            .with_steps([ArithmeticStep::new(StepForm::Product, operands, Amount::new(value, Unit::Ratio))]);
        Some((year, plausible(facts, finding, Quantity::ExportRate, RangeEnd::Upper)))
    };
    let latest = exports.into_iter().filter_map(of_year).max_by_key(|(year, _)| *year);
    latest.map(|(_, finding)| finding).into_iter().collect()
}

/// C11: the growth that a target of the very next year needs, against the highest that the line itself has on record.
fn one_year_jump(facts: &Facts<'_>) -> Vec<Finding> {
    collect_needed(facts, |years| years == 1)
        .into_iter()
        .map(|need| {
            let (best, shown) = highest(facts, &need.line);
            let mut finding = need.finding(ONE_YEAR_JUMP).within(None, best).against(shown);
            finding.lookalike = lookalike(facts, need.from.0, need.to.1);
            finding
        })
        .collect()
}

/// The highest growth of a year of a line, and the records that say so.
///
/// The figure that was published for that year stands for the growth between the levels where it is that growth,
/// rounded; a figure that differs belongs to a vintage that does not compare.
fn highest(facts: &Facts<'_>, line: &str) -> (Option<f64>, Vec<Evidence>) {
    let Some((year, growth)) = record(facts.study, line) else { return (None, Vec::new()) };
    let published = facts.observations(|figure| {
        figure.quantity == Quantity::OutputGrowth
            && figure.line == line
            && figure.year == Some(year)
            && figure.since.is_none()
            && figure.status == Status::Published
            && (figure.value - growth / figure.unit.factor()).abs() <= half_a_digit(figure.value)
    });
    if let Some(known) = published.first() {
        return (Some(known.value()), vec![known.evidence()]);
    }
    let levels = [year, year - 1].into_iter().filter_map(|year| facts.history(Quantity::Output, line, year));
    (Some(growth), levels.map(Known::evidence).collect())
}

/// C12: the growth a year that later targets need, against the most that the plan states.
fn catch_up(facts: &Facts<'_>) -> Vec<Finding> {
    collect_needed(facts, |years| years > 1)
        .into_iter()
        .map(|need| {
            let stated = facts.stated_growth(&need.line, need.from.0 + 1, need.to.0);
            let shown = stated.map(Known::evidence);
            need.finding(CATCH_UP).within(None, stated.map(Known::top)).against(shown)
        })
        .collect()
}

/// A level target and the latest actual level of its line.
struct Needed {
    line: String,
    from: (Year, f64),
    to: (Year, f64),
    growth: f64,
    records: Vec<Evidence>,
}

impl Needed {
    fn finding(&self, claim: Claim) -> Finding {
        let years = self.to.0 - self.from.0;
        let operands = [self.to.1, self.from.1].map(|level| Amount::new(level, Unit::TrillionVnd));
        let step =
            ArithmeticStep::new(StepForm::Growth { years }, operands, Amount::new(self.growth, Unit::RatioPerYear));
        Finding::new(claim, self.growth, Unit::RatioPerYear)
            .at_prices(PriceBasis::Constant)
            .about(&self.line, Some(self.from.0 + 1), self.to.0)
            .from(self.records.iter().cloned())
            .with_steps([step])
    }
}

/// Targets of the plan so many years after the latest actual figure.
fn collect_needed(facts: &Facts<'_>, is_wanted: impl Fn(i32) -> bool) -> Vec<Needed> {
    let mut found = Vec::new();
    for line in facts.planned_lines() {
        let Some(from) = latest_output(facts.study, line) else { continue };
        let actual = facts.history(Quantity::Output, line, from.0);
        for &year in facts.years.iter().filter(|&&year| is_wanted(year - from.0)) {
            let Some(target) = facts.find_planned(Quantity::Output, line, year) else { continue };
            let to = (year, target.value());
            let Ok(growth) = required_growth(from, to) else { continue };
            let records = [Some(target), actual].into_iter().flatten().map(Known::evidence).collect();
            found.push(Needed { line: line.to_owned(), from, to, growth, records });
        }
    }
    found
}

/// A published GRDP of the latest year whose digits are nearly those of the target of a line.
fn lookalike(facts: &Facts<'_>, year: Year, target: f64) -> Option<Evidence> {
    let totals = facts.observations(|figure| {
        figure.quantity == Quantity::Output
            && figure.line == TOTAL_LINE
            && figure.year == Some(year)
            && figure.status == Status::Published
    });
    let distance = |known: &Known<'_>| (known.value() / target - 1.0).abs();
    let nearest = totals.into_iter().min_by(|a, b| distance(a).total_cmp(&distance(b)))?;
    (distance(&nearest) < LOOKALIKE).then(|| nearest.evidence())
}

/// C19: what the rest of a year must have grown, where an index is published for its first months and for the year.
///
/// Only for indices: months of an index weigh the same, months of output do not.
fn rest_of_year_growth(facts: &Facts<'_>) -> Vec<Finding> {
    let parts = facts.part_years(Quantity::IndustrialProductionGrowth);
    parts.into_iter().filter_map(|(part, months)| rest_of(facts, part, months)).collect()
}

fn rest_of(facts: &Facts<'_>, part: Known<'_>, months: u8) -> Option<Finding> {
    let year = part.figure.year?;
    // The year's own figure of the same document comes first; other growths of that year are of single products.
    let whole = facts.observations(|figure| {
        figure.quantity == part.figure.quantity
            && figure.line == part.figure.line
            && figure.year == Some(year)
            && figure.since.is_none()
    });
    let whole = whole.into_iter().next()?;
    let value = rest_of_year(whole.value(), part.value(), f64::from(months) / 12.0).ok()?;
    let stated = facts.stated_growth(&part.figure.line, year, year);
    let operands = [whole.amount(), part.amount()];
    let step = ArithmeticStep::new(StepForm::RestOfYear { months }, operands, Amount::new(value, Unit::RatioPerYear));
    Some(
        Finding::new(REST_OF_YEAR, value, Unit::RatioPerYear)
            .within(None, stated.map(Known::top))
            .about(&part.figure.line, None, year)
            .from([whole, part].map(Known::evidence))
            .against(stated.map(Known::evidence))
            .with_steps([step]),
    )
}
