//! Averages over plan periods of five years, such as 2021–25: actual years and projected years joined.
//!
//! There is one definition, for the view Table, the report and the exported tables.

use super::catch_up::growths;
use super::metric::line_id;
use super::period::{Period, actual_level};
use super::target::observed_series;
use crate::engine::{Line, Projection, Variable};
use crate::quantity::{Unit, Year, average_growth};
use crate::scenario::study::Study;

/// Years of a plan period.
pub const PLAN_YEARS: i32 = 5;

/// Plan periods that lie within these years.
pub fn plan_periods(first: Year, last: Year) -> Vec<Period> {
    let starts = (first..=last).filter(|year| year.rem_euclid(PLAN_YEARS) == 1);
    starts.map(|since| Period { since, until: since + PLAN_YEARS - 1 }).filter(|period| period.until <= last).collect()
}

/// What was observed of a variable of a line, in the unit of the model, where the study has a series of it.
pub fn observed_values(study: &Study, variable: Variable, line: &str) -> Vec<(Year, f64)> {
    if variable == Variable::OutputGrowth {
        return growths(&observed_series(study, Variable::Output, line));
    }
    if variable.spec().shows_record { observed_series(study, variable, line) } else { Vec::new() }
}

/// A value of a year before a projection: of output the actual level from which cards and targets count growth too,
/// else what was observed.
pub fn past_value(study: &Study, variable: Variable, line: &str, year: Year) -> Option<f64> {
    let is_output = matches!(variable, Variable::Grdp | Variable::Output);
    let level = actual_level(study, line, year).filter(|_| is_output).map(|actual| actual.value);
    let observed = || observed_values(study, variable, line).into_iter().find(|(at, _)| *at == year);
    level.or_else(|| observed().map(|(_, value)| value))
}

/// The mean of the years of a period, in the unit of the model; of growth the average that leads from the first level
/// to the last. `None` where one of its years has no value.
pub fn period_mean(variable: Variable, period: Period, value: &dyn Fn(Year) -> Option<f64>) -> Option<f64> {
    let count = period.until - period.since + 1;
    let years = (period.since..=period.until).map(value);
    if variable.unit() == Unit::RatioPerYear {
        let grown = years.map(|growth| growth.map(|growth| 1.0 + growth)).product::<Option<f64>>()?;
        return average_growth(1.0, grown, count);
    }
    years.sum::<Option<f64>>().map(|sum| sum / f64::from(count))
}

/// The mean of a variable of a line over a period of which a part may be past, in the unit of the model.
pub fn projected_mean(
    study: &Study,
    projection: &Projection,
    (variable, line): (Variable, Line),
    period: Period,
) -> Option<f64> {
    let past = |year| past_value(study, variable, line_id(study, line), year);
    let value = |year| projection.value(variable, line, year).or_else(|| past(year));
    period_mean(variable, period, &value)
}
