//! Targets as statements about a draw: which series, in which year, from which side.

use crate::analysis::{actual_level, line_id};
use crate::engine::{Kernel, Lift, Line, MeasuredSeries, Projection, Real, TOTAL_LINE, Variable};
use crate::quantity::Year;
use crate::scenario::figure::{Aim, Quantity};
use crate::scenario::study::Study;

/// A target of the study that an ensemble can judge.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct JudgedTarget {
    /// Position in the study's targets.
    pub target: usize,
    /// What is measured; a target of growth measures the level.
    pub series: MeasuredSeries,
    /// The year, or the last one of an average.
    pub year: Year,
    /// The year before the first one of an average of growth.
    pub from: Option<Year>,
    /// The level of `from` where that year is past for the projection.
    pub start: Option<f64>,
    /// The value wanted, in the variable's unit; for growth the ratio of the last level to that of `from`.
    pub wanted: f64,
    /// From which side it is met.
    pub aim: Aim,
    /// The least and the greatest value that meet it, in the unit of `wanted`.
    pub met_between: [f64; 2],
    /// The deterministic value, in the unit of `wanted`.
    pub expected: f64,
}

impl JudgedTarget {
    /// Whether draws reach the goal: 1 or 0 place by place.
    pub(super) fn is_reached<R: Real>(&self, value: R) -> R {
        let [low, high] = self.met_between;
        let (low, high) = (R::splat(low), R::splat(high));
        low.if_above(value, R::ZERO, value.if_above(high, R::ZERO, R::ONE))
    }
}

/// The goals among a study's targets that the years of a projection can judge.
pub(super) fn goals(study: &Study, projection: &Projection) -> Vec<JudgedTarget> {
    let targets = study.targets.iter().enumerate();
    targets
        .filter(|(_, figure)| figure.territory == study.territory)
        .filter_map(|(position, _)| goal(study, position, projection))
        .collect()
}

fn goal(study: &Study, position: usize, projection: &Projection) -> Option<JudgedTarget> {
    let figure = study.targets.get(position)?;
    let is_total = figure.line.is_empty() || figure.line == TOTAL_LINE;
    let line = if is_total { Line::Total } else { projection.line(&figure.line)? };
    // A target of growth is judged by the level.
    let is_growth = figure.quantity == Quantity::OutputGrowth;
    let quantity = if is_growth { Quantity::Output } else { figure.quantity };
    let (variable, scale) = Variable::find_stated_by(quantity, line.kind(), figure.price_basis)?;
    if !variable.is_measured() {
        return None;
    }
    let series = MeasuredSeries { variable, line };
    let year = figure.year?;
    let horizon = projection.horizon();
    if horizon.index(year)? == 0 {
        return None;
    }
    let value = |at: Year| projection.value(variable, line, at);
    let (aim, to_model) = (figure.aim(), figure.unit.factor() / figure.quantity.unit().factor());
    if is_growth {
        let from = figure.since.unwrap_or(year) - 1;
        let past = || actual_level(study, line_id(study, line), from).map(|actual| actual.value);
        let start = if from < horizon.base() { Some(past()?) } else { None };
        let expected = value(year)? / start.or_else(|| value(from))?;
        let ratio = |growth: f64| {
            crate::engine::real::exp(f64::from(year - from) * crate::engine::real::ln(1.0 + growth * to_model))
        };
        // An end that is open stays open.
        let met_between = figure.met_between().map(|end| if end.is_finite() { ratio(end) } else { end });
        let (from, wanted) = (Some(from), ratio(figure.value));
        return Some(JudgedTarget { target: position, series, year, from, start, wanted, aim, met_between, expected });
    }
    if figure.since.is_some() {
        return None;
    }
    let met_between = figure.met_between().map(|end| end * to_model * scale);
    // Of a range, the end that is met first on the way.
    let stated = if aim == Aim::AtMost { figure.upper.unwrap_or(figure.value) } else { figure.value };
    let wanted = stated * to_model * scale;
    let expected = value(year)?;
    Some(JudgedTarget { target: position, series, year, from: None, start: None, wanted, aim, met_between, expected })
}

/// What goals need while a run goes on: levels at the start of averages.
#[derive(Debug, Clone)]
pub(super) struct Judge<R> {
    starts: Vec<R>,
    /// For each goal 1 where a draw reaches it, otherwise 0.
    pub(super) reached: Vec<R>,
    /// For each goal the value judged, for the test whether it varies at all.
    pub(super) values: Vec<R>,
}

impl<R: Real> Judge<R> {
    pub(super) fn new(goals: &[JudgedTarget]) -> Self {
        let zeros = vec![R::splat(0.0); goals.len()];
        let starts = goals.iter().map(|goal| R::splat(goal.start.unwrap_or(0.0))).collect();
        Self { starts, reached: zeros.clone(), values: zeros }
    }

    /// Looks at the year where a run stands.
    #[expect(clippy::inline_always, reason = "a block of draws is vectorised only where its arithmetic is inlined")]
    #[inline(always)]
    pub(super) fn look<C: Real>(
        &mut self,
        goals: &[JudgedTarget],
        kernel: &Kernel<C>,
        buffers: &crate::engine::Buffers<R>,
        year: Year,
    ) where
        R: Lift<C>,
    {
        for (position, goal) in goals.iter().enumerate() {
            if goal.from == Some(year) {
                self.starts[position] = kernel.measure(buffers, goal.series);
            }
            if goal.year == year {
                let value = kernel.measure(buffers, goal.series);
                let value = if goal.from.is_some() { value / self.starts[position] } else { value };
                self.reached[position] = goal.is_reached(value);
                self.values[position] = value;
            }
        }
    }
}
