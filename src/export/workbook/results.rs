//! The sheet of results: what the model sheet gives, by line, in the units in which people read it.

use super::book::{Digits, SheetId};
use super::names::part;
use super::rows::{Builder, words};
use crate::engine::{Expression, Formula, FormulaSheet, Line, ModelFigure, Projection, Sign, Variable};
use crate::quantity::Unit;
use crate::text::{line_short, shown_size, shown_unit, variable_name, variable_unit};
use std::rc::Rc;

/// What the sheet reports, in the order of the sheet.
const REPORTED: [Variable; 24] = [
    Variable::Grdp,
    Variable::Output,
    Variable::OutputGrowth,
    Variable::GrowthContribution,
    Variable::ShareConstant,
    Variable::ShareCurrent,
    Variable::Employment,
    Variable::EmploymentGrowth,
    Variable::EmploymentShare,
    Variable::Productivity,
    Variable::PotentialProductivity,
    Variable::Tfp,
    Variable::TfpGrowth,
    Variable::Capital,
    Variable::CapitalOutputRatio,
    Variable::TotalInvestment,
    Variable::LabourGap,
    Variable::LandBinds,
    Variable::LandRequired,
    Variable::Deflator,
    Variable::OutputCurrent,
    Variable::GrdpPerHead,
    Variable::GrdpPerHeadUsd,
    Variable::Icor,
];

/// The name of a row of the sheet.
pub(super) fn result_name(variable: Variable, line: &str) -> String {
    format!("{}_{}", variable.id(), part(line))
}

/// How figures of a variable are written.
pub(super) fn digits_of(variable: Variable) -> Digits {
    match shown_unit(variable) {
        Unit::Percent | Unit::PercentPerYear => Digits::Percent,
        Unit::Index => Digits::Five,
        Unit::Ratio => Digits::Three,
        Unit::Flag => Digits::Plain,
        Unit::UsdPerPerson | Unit::VndPerUsd => Digits::Whole,
        // Output is what the other sheets are checked against.
        Unit::TrillionVnd if variable.spec().stated_by.is_some() => Digits::Three,
        Unit::TrillionVnd
        | Unit::BillionVnd
        | Unit::MillionVnd
        | Unit::MillionVndPerWorker
        | Unit::MillionVndPerPerson
        | Unit::BillionVndPerWorker
        | Unit::MillionUsd
        | Unit::BillionUsd
        | Unit::ThousandPersons
        | Unit::ThousandPersonsPerMillionUsd
        | Unit::Hectare
        | Unit::TrillionVndPerHectare
        | Unit::PercentagePoint
        | Unit::RatioPerYear
        | Unit::PercentagePointPerYear
        | Unit::CalendarYear
        | Unit::Years
        | Unit::Count => Digits::Two,
    }
}

/// What a value of a projection is multiplied by to stand in the unit of the sheets.
///
/// Fractions stand as they are: a cell's format shows them as per cent.
pub(super) fn shown_factor(variable: Variable) -> f64 {
    if shown_unit(variable).is_percent() { 1.0 } else { shown_size(variable) }
}

/// A series of a projection in the unit of the sheets.
pub(super) fn shown_series(projection: &Projection, variable: Variable, line: Line) -> Vec<Option<f64>> {
    let factor = shown_factor(variable);
    projection.series(variable, line).into_iter().map(|value| value.map(|value| value * factor)).collect()
}

impl Builder<'_> {
    /// Fills the sheet.
    pub(super) fn results(&mut self, sheet: SheetId, formulas: (&FormulaSheet, &Projection<Formula<'_>>)) {
        let (title, about) = (self.word("workbook-sheet-results"), self.word("workbook-about-results"));
        self.head(sheet, title, about);
        let lines: Vec<Line> = self.case.projection.lines().collect();
        for variable in REPORTED {
            let unit = variable_unit(variable, self.case.study.price_base_year, self.lang);
            self.heading(sheet, variable_name(variable, self.lang));
            self.tell_gap(sheet, variable);
            for &line in &lines {
                let exists = self.case.projection.series(variable, line).iter().any(Option::is_some);
                if !exists {
                    continue;
                }
                let text = |t: usize| self.result_text((variable, line), t, formulas);
                let texts: Vec<Option<String>> = (0..self.horizon().len()).map(text).collect();
                let id = self.case.projection.line_id(line).to_owned();
                let short = line_short(&id, self.case.study, self.lang);
                let words = words(short, unit.clone()).showing(variable, Some(line), shown_factor(variable));
                self.rule_by_year(sheet, &result_name(variable, &id), (words, digits_of(variable)), &texts);
            }
        }
    }

    /// The formula of a variable in the column of a year, in the unit of the sheet; blank if its divisor is 0.
    fn result_text(
        &self,
        (variable, line): (Variable, Line),
        t: usize,
        (sheet, formulas): (&FormulaSheet, &Projection<Formula<'_>>),
    ) -> Option<String> {
        let found = formulas.value(variable, line, self.horizon().year(t))?;
        let expression = sheet.expression(found);
        let mut divisors = Vec::new();
        find_divisors(&expression, &mut divisors);
        let mut text = self.formula_text(&expression, t);
        let factor = shown_factor(variable);
        if factor.to_bits() != 1.0_f64.to_bits() {
            text = format!("{factor}*({text})");
        }
        for divisor in divisors {
            text = format!("IF({}=0,BLANK,{text})", self.formula_text(&divisor, t));
        }
        Some(text)
    }
}

/// The divisors of an expression that can be 0; inputs and figures that are always positive in a run are excluded.
fn find_divisors(expression: &Rc<Expression>, found: &mut Vec<Rc<Expression>>) {
    match &**expression {
        Expression::Number(_) | Expression::Input(..) | Expression::Figure(_) | Expression::LookBack { .. } => {}
        Expression::Negative(one) | Expression::Function(_, one) => find_divisors(one, found),
        Expression::Binary(sign, left, right) => {
            find_divisors(left, found);
            find_divisors(right, found);
            if *sign == Sign::Over && can_be_zero(right) && !found.contains(right) {
                found.push(Rc::clone(right));
            }
        }
        Expression::Min(a, b) | Expression::Max(a, b) => {
            find_divisors(a, found);
            find_divisors(b, found);
        }
        Expression::IfAbove(all) | Expression::IfEqual(all) => all.iter().for_each(|one| find_divisors(one, found)),
    }
}

fn can_be_zero(divisor: &Expression) -> bool {
    use ModelFigure as F;
    let is_positive = match divisor {
        Expression::Input(..) | Expression::Number(_) | Expression::Binary(Sign::ToThe, ..) => true,
        Expression::Figure(term) => matches!(term.figure, F::Grdp | F::Population | F::LandProductivity),
        Expression::Binary(Sign::Times, a, b) => !can_be_zero(a) && !can_be_zero(b),
        Expression::Negative(_)
        | Expression::Binary(Sign::Plus | Sign::Minus | Sign::Over, ..)
        | Expression::Function(..)
        | Expression::Min(..)
        | Expression::Max(..)
        | Expression::IfAbove(_)
        | Expression::IfEqual(_)
        | Expression::LookBack { .. } => false,
    };
    !is_positive
}

/// A quotient that is blank if its divisor is 0.
pub(super) fn ratio(above: &str, below: &str) -> String {
    format!("IF({below}=0,BLANK,({above})/({below}))")
}
