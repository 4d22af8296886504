//! Average growth over a period of which a part is past: actual years and projected years joined.
//!
//! There is one definition, for cards, tables, reports and ensembles: the average of the years `y0 + 1` to `y1` is
//! `(Y_y1 / Y_y0)^(1 / (y1 − y0)) − 1`, so that 2021–30 starts from the level of 2020.

use super::metric::line_id;
use super::target::stated_target;
use super::target::{self, plan_baseline};
use crate::engine::{Line, Projection, TOTAL_LINE, Variable};
use crate::quantity::{self, PriceBasis, Year};
use crate::scenario::figure::{Quantity, Status};
use crate::scenario::study::{Baseline, Study};

/// A level of a year that is past, and the vintage that states it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ActualLevel<'a> {
    /// Output in the model's unit.
    pub value: f64,
    /// Its vintage.
    pub vintage: &'a str,
}

/// The first and the last year whose growth an average takes together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    /// First year of growth; the level is that of the year before.
    pub since: Year,
    /// Last year.
    pub until: Year,
}

/// Output of a line in a year that is past: what the plan starts from in its base year, else the base level of another
/// baseline, else the study's history; an assumed start is not used.
pub fn actual_level<'a>(study: &'a Study, line: &str, year: Year) -> Option<ActualLevel<'a>> {
    let of_start = |baseline: &Baseline| {
        let mut of_line = study.observations.of_line(Quantity::Output, line).map(|(_, figure)| figure);
        let figure = of_line.find(|figure| {
            figure.year == Some(year)
                && figure.since.is_none()
                && figure.price_basis == PriceBasis::Constant
                && figure.territory == study.territory
                && figure.vintage == baseline.vintage
                && figure.status != Status::Assumed
        })?;
        Some(ActualLevel { value: figure.model_value(), vintage: &figure.vintage })
    };
    let starts = || study.baselines.iter().filter(|baseline| baseline.base_year == year);
    let history = || {
        let value = target::level(study, Quantity::Output, line, year)?;
        Some(ActualLevel { value, vintage: &study.history_vintage })
    };
    let plan = plan_baseline(study).filter(|baseline| baseline.base_year == year);
    // The history of a baseline that starts from it is joined as the history is: with GRDP as the sum of its lines.
    let own = |baseline: &&Baseline| baseline.vintage != study.history_vintage;
    plan.filter(own).and_then(of_start).or_else(|| starts().filter(own).find_map(of_start)).or_else(history)
}

/// Average growth a year of a line of a projection over a period, a fraction.
///
/// `None` where the period ends outside the projected years, or where no level is known for the year before it.
pub fn average_growth(study: &Study, projection: &Projection, line: Line, period: Period) -> Option<f64> {
    let start = start_level(study, projection, line, period)?;
    let end = level(projection, line, period.until)?;
    quantity::average_growth(start, end, period.until - period.since + 1)
}

/// The level from which a period grows: that of the projection, or before its base year the actual one.
fn start_level(study: &Study, projection: &Projection, line: Line, period: Period) -> Option<f64> {
    let horizon = projection.horizon();
    if horizon.index(period.until)? == 0 {
        return None;
    }
    let from = period.since - 1;
    if from < horizon.base() {
        return actual_level(study, line_id(study, line), from).map(|actual| actual.value);
    }
    level(projection, line, from)
}

/// The year of which no level is known, where that alone keeps the growth of a period inside the projected years from being told.
pub fn missing_start(study: &Study, projection: &Projection, line: Line, period: Period) -> Option<Year> {
    level(projection, line, period.until).filter(|_| projection.horizon().base() < period.until)?;
    let is_known = start_level(study, projection, line, period).is_some();
    (!is_known).then_some(period.since - 1)
}

fn level(projection: &Projection, line: Line, year: Year) -> Option<f64> {
    let variable = match line {
        Line::Total => Variable::Grdp,
        Line::Sector(_) | Line::Group(_) | Line::Taxes => Variable::Output,
    };
    projection.value(variable, line, year)
}

/// The period over which the growth of GRDP is told: that of its target, where a level is known to start
/// from; else from the last actual year to the last year. The target comes with the position in the list of targets.
pub fn growth_period(study: &Study) -> (Period, Option<usize>) {
    let last_actual = study.baselines.iter().map(|baseline| baseline.base_year).max().unwrap_or(study.horizon);
    let stated =
        stated_target(study, Variable::OutputGrowth, TOTAL_LINE, study.horizon).and_then(|(position, figure)| {
            let until = figure.year?;
            let period = Period { since: figure.since.unwrap_or(until), until };
            let from = period.since - 1;
            let is_known = from >= last_actual || actual_level(study, TOTAL_LINE, from).is_some();
            (is_known && until <= study.horizon).then_some((period, Some(position)))
        });
    stated.unwrap_or((Period { since: last_actual + 1, until: study.horizon }, None))
}
