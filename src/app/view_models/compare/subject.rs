//! What is compared: a variable of a line, in a measure and at prices, after what exists.

use super::super::context::{StateReader, indented};
use crate::analysis::observed_series;
use crate::app::view_models::overview::{base_rings, share_history};
use crate::app::workspace::compare::{ChartMeasure, Prices};
use crate::engine::{LineCoverage, LineKind, TAXES_LINE, TOTAL_LINE, Variable};
use crate::quantity::{PriceBasis, Unit, Year};
use crate::scenario::figure::Quantity;
use crate::text::words::{filled, label, with_year};
use crate::text::{
    compare_in_percent, is_percentage, shown_decimals, shown_unit, shown_value, unit_name, variable_name, variable_unit,
};

/// Something that can be chosen, and whether it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice<T> {
    /// What.
    pub value: T,
    /// Its name.
    pub name: String,
    /// Whether it is chosen now.
    pub chosen: bool,
}

/// What the pickers of the view offer.
#[derive(Debug, Clone)]
pub struct Choices {
    /// Variables.
    pub variables: Vec<Choice<Variable>>,
    /// Lines for which the variable exists; one entry where there is no choice.
    pub lines: Vec<Choice<String>>,
    /// Constant and current prices; `None` unless the variable exists at both.
    pub prices: Option<[Choice<Prices>; 2]>,
    /// Name of the index with its year.
    pub index: String,
}

/// A variable of a line in a measure.
pub(super) struct ComparedSubject {
    /// The variable as it was chosen.
    chosen: Variable,
    /// The variable that is drawn.
    pub(super) variable: Variable,
    /// The line that is drawn.
    pub(super) line: String,
    pub(super) measure: ChartMeasure,
    /// The year in which an index is 100.
    base: Year,
    /// Why the chart is empty.
    pub(super) refused: Option<String>,
}

impl ComparedSubject {
    /// What the workspace asks for.
    pub(super) fn from_state(reader: &StateReader<'_>) -> Self {
        let wishes = &reader.state.workspace.compare;
        let chosen = wishes.variable;
        let lines = lines(reader, chosen);
        let headline = &reader.state.study.structure.headline;
        let first = lines.iter().find(|line| *line == headline).or_else(|| lines.first());
        let line = lines.iter().find(|line| **line == wishes.line).or(first).cloned().unwrap_or_default();
        let current = wishes.prices == Prices::Current;
        let variable = chosen.spec().at_current_prices.filter(|_| current).unwrap_or(chosen);
        let latest = reader.drawn_cases().into_iter().filter_map(|case| reader.projection(case));
        let base = latest.map(|projection| projection.horizon().base()).max().unwrap_or(reader.first_base());
        let mut subject = Self { chosen, variable, line, measure: wishes.measure, base, refused: None };
        match wishes.measure {
            ChartMeasure::Level => {}
            ChartMeasure::Growth => subject.check_growth(reader),
            ChartMeasure::Share => subject.become_share(reader, current),
            ChartMeasure::Index => subject.check_index(reader),
        }
        subject
    }

    fn check_growth(&mut self, reader: &StateReader<'_>) {
        let positive = |case: &&str| self.levels(reader, case).iter().all(|point| point.1 > 0.0);
        if is_percentage(self.variable) || !reader.drawn_cases().iter().all(positive) {
            self.refused = Some(label(reader.lang, "compare-no-growth"));
        }
    }

    fn check_index(&mut self, reader: &StateReader<'_>) {
        let has_base = |case: &&str| self.level(reader, case, self.base).is_some_and(|value| value > 0.0);
        if !reader.drawn_cases().iter().all(has_base) {
            let no_base = || with_year(reader.lang, "compare-no-index", self.base);
            self.refused = Some(reader.gap_reason(self.variable).unwrap_or_else(no_base));
        }
    }

    /// Shares are variables of their own; the province as a whole shows the share of its headline line.
    fn become_share(&mut self, reader: &StateReader<'_>, current: bool) {
        let Some(constant) = self.chosen.spec().as_share else {
            self.refused = Some(label(reader.lang, "compare-no-share"));
            self.chosen = self.variable;
            return;
        };
        // The whole has no share of itself.
        if self.line == TOTAL_LINE && self.chosen != constant {
            self.line.clone_from(&reader.state.study.structure.headline);
        }
        self.variable = constant.spec().at_current_prices.filter(|_| current).unwrap_or(constant);
        self.chosen = constant;
    }

    /// The value of a case in the unit that people read, before the measure.
    fn level(&self, reader: &StateReader<'_>, case: &str, year: Year) -> Option<f64> {
        let value = reader.value(case, self.variable, &self.line, year)?;
        Some(shown_value(self.variable, value)).filter(|value| value.is_finite())
    }

    fn levels(&self, reader: &StateReader<'_>, case: &str) -> Vec<(Year, f64)> {
        let Some(projection) = reader.projection(case) else { return Vec::new() };
        projection
            .horizon()
            .years()
            .filter_map(|year| self.level(reader, case, year).map(|value| (year, value)))
            .collect()
    }

    /// The series of a case in the measure; empty where it cannot be measured so.
    pub(super) fn points(&self, reader: &StateReader<'_>, case: &str) -> Vec<(Year, f64)> {
        if self.refused.is_some() { Vec::new() } else { self.apply_measure(self.levels(reader, case)) }
    }

    fn apply_measure(&self, levels: Vec<(Year, f64)>) -> Vec<(Year, f64)> {
        match self.measure {
            ChartMeasure::Level | ChartMeasure::Share => levels,
            ChartMeasure::Growth => levels
                .windows(2)
                .filter(|pair| pair[1].0 == pair[0].0 + 1)
                .filter_map(|pair| Some((pair[1].0, compare_in_percent(pair[0].1, pair[1].1)?)))
                .collect(),
            ChartMeasure::Index => {
                let Some(base) = levels.iter().find(|point| point.0 == self.base).map(|point| point.1) else {
                    return Vec::new();
                };
                levels.into_iter().map(|(year, value)| (year, 100.0 * value / base)).collect()
            }
        }
    }

    /// Observations in the measure.
    pub(super) fn read_observations(&self, reader: &StateReader<'_>) -> Vec<(Year, f64)> {
        if self.refused.is_some() {
            return Vec::new();
        }
        let first = reader.first_base();
        let mut points = self.apply_measure(observed_levels(reader, self.variable, &self.line));
        points.retain(|point| point.0 >= first);
        points
    }

    /// Whether values, and not only their differences, are in per cent.
    pub(super) fn is_percent(&self) -> bool {
        self.measure == ChartMeasure::Growth || is_percentage(self.variable)
    }

    /// Whether a difference in per cent says more than one in points.
    pub(super) fn can_be_percent(&self) -> bool {
        !self.is_percent() && self.refused.is_none()
    }

    /// Why differences are not shown in per cent where they could be: the reference is somewhere not above zero.
    pub(super) fn refuse_percent(&self, reader: &StateReader<'_>) -> Option<String> {
        let pinned = &reader.state.study.pinned;
        let (_, year) =
            self.points(reader, pinned).into_iter().map(|(year, base)| (base, year)).find(|at| at.0 <= 0.0)?;
        let (name, year) = (reader.name(pinned), reader.numbers.year(year));
        Some(filled(reader.lang, "compare-no-percent", &[("name", &name), ("year", &year)]))
    }

    /// Decimals with which values are written.
    pub(super) fn decimals(&self) -> usize {
        match self.measure {
            ChartMeasure::Level | ChartMeasure::Share => shown_decimals(shown_unit(self.variable)),
            ChartMeasure::Growth | ChartMeasure::Index => 1,
        }
    }

    /// Variable and line, without the measure.
    pub(super) fn name(&self, reader: &StateReader<'_>) -> String {
        let variable = variable_name(self.chosen, reader.lang);
        if self.line == TOTAL_LINE || self.chosen.coverage() == LineCoverage::Total {
            return variable;
        }
        let line = reader.line_name(&self.line);
        filled(reader.lang, "compare-title-of", &[("variable", &variable), ("line", &line)])
    }

    /// Title of the chart.
    pub(super) fn title(&self, reader: &StateReader<'_>) -> String {
        let name = self.name(reader);
        match self.measure {
            ChartMeasure::Growth => filled(reader.lang, "compare-title-growth", &[("name", &name)]),
            ChartMeasure::Level | ChartMeasure::Share | ChartMeasure::Index => name,
        }
    }

    /// Prices of the values, in words.
    fn prices(&self, reader: &StateReader<'_>) -> Option<String> {
        match self.variable.price_basis() {
            PriceBasis::Constant => {
                Some(with_year(reader.lang, "unit-constant-prices", reader.state.study.price_base_year))
            }
            PriceBasis::Current => Some(label(reader.lang, "unit-current-prices")),
            PriceBasis::NotStated | PriceBasis::None => None,
        }
    }

    /// Unit and prices of the values.
    pub(super) fn unit(&self, reader: &StateReader<'_>) -> String {
        let lang = reader.lang;
        let year = reader.numbers.year(self.base);
        match (self.measure, self.prices(reader)) {
            (ChartMeasure::Level | ChartMeasure::Share, _) => {
                variable_unit(self.variable, reader.state.study.price_base_year, lang)
            }
            (ChartMeasure::Growth, None) => label(lang, "compare-unit-growth"),
            (ChartMeasure::Growth, Some(prices)) => filled(lang, "compare-unit-growth-at", &[("prices", &prices)]),
            (ChartMeasure::Index, None) => filled(lang, "compare-unit-index", &[("year", &year)]),
            (ChartMeasure::Index, Some(prices)) => {
                filled(lang, "compare-unit-index-at", &[("year", &year), ("prices", &prices)])
            }
        }
    }

    /// Unit and prices of differences of values: those of percentages are points.
    pub(super) fn difference_unit(&self, reader: &StateReader<'_>) -> String {
        if !self.is_percent() {
            return self.unit(reader);
        }
        let points = unit_name(Unit::PercentagePoint, reader.lang);
        match self.prices(reader) {
            Some(prices) => filled(reader.lang, "unit-at-prices", &[("unit", &points), ("prices", &prices)]),
            None => points,
        }
    }
}

/// Ids of the lines for which a variable exists, the province first.
fn lines(reader: &StateReader<'_>, variable: Variable) -> Vec<String> {
    let study = &reader.state.study;
    let has = |kind| variable.coverage().has(kind);
    let mut ids = Vec::new();
    if has(LineKind::Total) {
        ids.push(TOTAL_LINE.to_owned());
    }
    if has(LineKind::Part) {
        ids.extend(study.line_tree().into_iter().map(|line| line.id.to_owned()));
    }
    if has(LineKind::Taxes) {
        ids.push(TAXES_LINE.to_owned());
    }
    ids
}

/// Observations of a variable, in the unit that people read.
fn observed_levels(reader: &StateReader<'_>, variable: Variable, line: &str) -> Vec<(Year, f64)> {
    // Shares at constant prices follow from the levels; growth from the years before.
    match variable.spec().stated_by.map(|stated| stated.quantity) {
        None | Some(Quantity::OutputGrowth) => return Vec::new(),
        Some(Quantity::Share) => {
            return share_history(reader, line, variable.price_basis() == PriceBasis::Constant).points;
        }
        Some(_) => {}
    }
    let mut points = observed_series(&reader.state.study, variable, line);
    if variable == Variable::Employment {
        // Base-year employment that is assumed is no history.
        let rings = base_rings(reader, line);
        points.retain(|(year, _)| !rings.iter().any(|ring| ring.year == *year));
    }
    points
}

/// What the pickers offer.
pub(super) fn choices(reader: &StateReader<'_>, subject: &ComparedSubject) -> Choices {
    let wishes = &reader.state.workspace.compare;
    // The other price basis is a switch, not a second variable.
    let twins = [Variable::OutputCurrent, Variable::ShareCurrent];
    let variables = Variable::ALL.into_iter().filter(|variable| !twins.contains(variable)).map(|value| Choice {
        value,
        name: variable_name(value, reader.lang),
        chosen: value == wishes.variable,
    });
    let of_share = wishes.measure == ChartMeasure::Share;
    let chosen_line = &subject.line;
    let lines = lines(reader, if of_share { subject.chosen } else { wishes.variable });
    let study = &reader.state.study;
    let depth = |id: &str| study.outer_groups(id).len();
    let line_name = |id: &str| indented(depth(id), &crate::text::line_name(id, Some(study), reader.lang));
    let lines = lines.into_iter().map(|id| Choice { name: line_name(&id), chosen: id == *chosen_line, value: id });
    let price = |value, key| Choice { value, name: label(reader.lang, key), chosen: wishes.prices == value };
    Choices {
        variables: variables.collect(),
        lines: lines.collect(),
        prices: subject.chosen.spec().at_current_prices.map(|_| {
            [price(Prices::Constant, "compare-prices-constant"), price(Prices::Current, "compare-prices-current")]
        }),
        index: with_year(reader.lang, "display-index", subject.base),
    }
}
