//! What the plan wants of a variable, stated or implied, and how far a projection lands from it.

use super::metric::target_variable;
use crate::engine::{LineCoverage, TAXES_LINE, TOTAL_LINE, Variable};
use crate::quantity::{PriceBasis, Year};
use crate::scenario::figure::{Figure, Quantity};
use crate::scenario::study::{Baseline, BaselineRule, Study};

/// A value that the plan states or implies.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Target {
    /// Value in the variable's unit; the lower end of a range.
    pub value: f64,
    /// Upper end of a range.
    pub upper: Option<f64>,
    /// First year of an average.
    pub since: Option<Year>,
    /// Year, or last year of an average.
    pub year: Year,
    /// Whether it follows from other targets instead of being stated.
    pub implied: bool,
}

/// The target of a variable and line in a year; averages count for every year of their period.
///
/// Stated targets come first, in the order of the study; otherwise GRDP is implied by a level and its share, productivity by output and employment.
pub fn target(study: &Study, variable: Variable, line: &str, year: Year) -> Option<Target> {
    find_stated(study, variable, line, year).or_else(|| compute_implied(study, variable, line, year))
}

fn find_stated(study: &Study, variable: Variable, line: &str, year: Year) -> Option<Target> {
    let (_, figure) = stated_target(study, variable, line, year)?;
    let scale = variable.spec().stated_by?.factor;
    Some(Target {
        value: figure.model_value() * scale,
        upper: figure.model_upper().map(|upper| upper * scale),
        since: figure.since,
        year: figure.year.unwrap_or(year),
        implied: false,
    })
}

/// The stated target of a variable and line in a year, with its position in the list of targets.
pub fn stated_target<'a>(study: &'a Study, variable: Variable, line: &str, year: Year) -> Option<(usize, &'a Figure)> {
    let line = if variable.coverage() == LineCoverage::Total { TOTAL_LINE } else { line };
    let matches = |figure: &Figure| {
        (figure.line == line || (line == TOTAL_LINE && figure.line.is_empty()))
            && figure.territory == study.territory
            && covers(figure, year)
            && target_variable(figure).is_some_and(|(stated, _)| stated == variable)
    };
    study.targets.iter().enumerate().find(|(_, figure)| matches(figure))
}

fn covers(figure: &Figure, year: Year) -> bool {
    match (figure.since, figure.year) {
        (Some(since), Some(until)) => (since..=until).contains(&year),
        (None, Some(at)) => at == year,
        (_, None) => false,
    }
}

/// A target that follows from two stated ones: GRDP from the output and the share of the headline line, productivity from output and employment.
fn compute_implied(study: &Study, variable: Variable, line: &str, year: Year) -> Option<Target> {
    let headline = study.structure.headline.as_str();
    let stated_value = |variable, line: &str| find_stated(study, variable, line, year).map(|target| target.value);
    let quotient =
        |(above, below): (Variable, Variable), line| Some(stated_value(above, line)? / stated_value(below, line)?);
    let value = if variable == Variable::Grdp {
        quotient((Variable::Output, Variable::ShareConstant), headline)?
    } else if variable == Variable::Productivity {
        quotient((Variable::Output, Variable::Employment), line)? * 1e3
    } else {
        return None;
    };
    Some(Target { value, upper: None, since: None, year, implied: true })
}

/// How far a value lies from a target: 0 inside a range, otherwise the distance to the nearer end.
pub fn gap(value: f64, target: &Target) -> f64 {
    match target.upper {
        Some(upper) if value > upper => value - upper,
        Some(_) if value >= target.value => 0.0,
        Some(_) | None => value - target.value,
    }
}

/// Observations of a quantity and line that charts draw as history, in year order: the study's history vintage and territory.
pub fn history(study: &Study, quantity: Quantity, line: &str, price_basis: Option<PriceBasis>) -> Vec<(Year, f64)> {
    let of_record = of_record(study, quantity, line, price_basis);
    let mut points: Vec<(Year, f64)> =
        of_record.filter_map(|figure| Some((figure.year?, figure.model_value()))).collect();
    points.sort_by_key(|&(year, _)| year);
    points
}

/// The figures of [`history`] in the order of the study.
fn of_record<'a>(
    study: &'a Study,
    quantity: Quantity,
    line: &str,
    price_basis: Option<PriceBasis>,
) -> impl Iterator<Item = &'a Figure> {
    study.observations.of_line(quantity, line).map(|(_, figure)| figure).filter(move |figure| {
        figure.vintage == study.history_vintage
            && figure.territory == study.territory
            && figure.since.is_none()
            && price_basis.is_none_or(|basis| figure.price_basis == basis)
    })
}

/// The first value of [`history`] in a year.
fn recorded(
    study: &Study,
    quantity: Quantity,
    line: &str,
    (price_basis, year): (Option<PriceBasis>, Year),
) -> Option<f64> {
    of_record(study, quantity, line, price_basis).find(|figure| figure.year == Some(year)).map(Figure::model_value)
}

/// Actual levels in the order of years.
pub(super) fn levels(study: &Study, quantity: Quantity, line: &str) -> Vec<(Year, f64)> {
    let mut points = history(study, quantity, line, basis_of_levels(quantity));
    for (year, value) in &mut points {
        *value = level_of(study, (quantity, line), (*year, *value));
    }
    points
}

/// The actual level of a year.
pub(super) fn level(study: &Study, quantity: Quantity, line: &str, year: Year) -> Option<f64> {
    let stated = recorded(study, quantity, line, (basis_of_levels(quantity), year))?;
    Some(level_of(study, (quantity, line), (year, stated)))
}

fn basis_of_levels(quantity: Quantity) -> Option<PriceBasis> {
    (quantity == Quantity::Output).then_some(PriceBasis::Constant)
}

/// A published total differs from the sum of its lines by rounding; the parts and the whole must agree here.
fn level_of(study: &Study, (quantity, line): (Quantity, &str), (year, stated): (Year, f64)) -> f64 {
    let is_sum = line == TOTAL_LINE && matches!(quantity, Quantity::Output | Quantity::Employment);
    if is_sum { sum_of_lines(study, quantity, year).unwrap_or(stated) } else { stated }
}

fn sum_of_lines(study: &Study, quantity: Quantity, year: Year) -> Option<f64> {
    let mut lines: Vec<&str> = study.sectors.iter().map(|sector| sector.id.as_str()).collect();
    if quantity == Quantity::Output {
        lines.push(TAXES_LINE);
    }
    lines.into_iter().map(|line| recorded(study, quantity, line, (None, year))).sum()
}

/// The baseline that stands for the plan: the first that meets targets.
pub fn plan_baseline(study: &Study) -> Option<&Baseline> {
    study.baselines.iter().find(|baseline| matches!(baseline.rule, BaselineRule::Targets { .. }))
}

/// What was observed of a variable that a quantity states, in the variable's unit and in year order.
pub fn observed_series(study: &Study, variable: Variable, line: &str) -> Vec<(Year, f64)> {
    let Some(stated) = variable.spec().stated_by else { return Vec::new() };
    let of_line = |line| history(study, stated.quantity, line, stated.record);
    let mut points = of_line(if variable.coverage() == LineCoverage::Total { TOTAL_LINE } else { line });
    if points.is_empty() && variable.coverage() == LineCoverage::Total {
        // Figures that are of the whole province by nature leave the line out.
        points = of_line("");
    }
    points.into_iter().map(|(year, value)| (year, value * stated.factor)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_inside_a_range_has_no_gap() {
        let range = Target { value: 0.08, upper: Some(0.09), since: Some(2021), year: 2030, implied: false };
        assert!((gap(0.064, &range) + 0.016).abs() < 1e-12);
        assert_eq!(gap(0.085, &range).to_bits(), 0.0_f64.to_bits());
        assert!((gap(0.1, &range) - 0.01).abs() < 1e-12);
    }
}
