//! The model as a function of the levers that may move: their values in, the goals' figures out.

use super::answer::{Goal, SolverQuestion};
use crate::analysis::error::{AnalysisError, require_value};
use crate::analysis::gradient::{Gradient, Moving};
use crate::analysis::side_by_side::{LeverChange, SideBySide};
use crate::engine::{Line, Variable, simulate};
use crate::quantity::Year;
use crate::scenario::Resolver;
use crate::scenario::setting::Setting;
use std::borrow::Cow;

/// Fewest points for which running side by side costs less than one after another.
const WORTH_IT: usize = 12;

/// Levers in, figures out.
pub(super) struct Model<'a> {
    question: SolverQuestion<'a>,
    resolver: Resolver<'a>,
    side_by_side: SideBySide<'a>,
    gradient: Option<Gradient<'a, true>>,
    defaults: Vec<Vec<f64>>,
    /// Values at which the resolver stands; NaN before the first run.
    at: Vec<f64>,
    runs: usize,
}

impl<'a> Model<'a> {
    pub(super) fn new(question: &SolverQuestion<'a>) -> Result<Self, AnalysisError> {
        let SolverQuestion { case, levers, .. } = *question;
        if levers.is_empty() {
            return Err(AnalysisError::NoLever);
        }
        let default = |lever: &super::SolveLever| {
            case.default_path(&lever.key).ok_or_else(|| AnalysisError::NotMovable { lever: lever.key.to_string() })
        };
        Ok(Self {
            question: *question,
            resolver: case.resolver()?,
            side_by_side: SideBySide::new(case, levers.iter().map(|lever| &lever.key)),
            gradient: None,
            defaults: levers.iter().map(default).collect::<Result<_, _>>()?,
            at: vec![f64::NAN; levers.len()],
            runs: 0,
        })
    }

    pub(super) const fn question(&self) -> &SolverQuestion<'a> {
        &self.question
    }

    pub(super) const fn n_levers(&self) -> usize {
        self.question.levers.len()
    }

    pub(super) const fn goals(&self) -> &'a [Goal] {
        self.question.goals
    }

    pub(super) const fn runs(&self) -> usize {
        self.runs
    }

    /// Where the search begins: where the levers stand, or at the nearer bound.
    pub(super) fn start(&self) -> Vec<f64> {
        self.question.levers.iter().map(|lever| lever.start.clamp(lever.low, lever.high)).collect()
    }

    /// Values inside the bounds.
    pub(super) fn clip_to_bounds(&self, x: &[f64]) -> Vec<f64> {
        self.question.levers.iter().zip(x).map(|(lever, value)| value.clamp(lever.low, lever.high)).collect()
    }

    /// The setting of a lever at a value.
    pub(super) fn setting(&self, lever: usize, value: f64) -> Setting {
        let SolverQuestion { case, levers, .. } = self.question;
        levers[lever].setting(case.setting(&levers[lever].key).as_deref(), value, case.baseline, &self.defaults[lever])
    }

    fn stand(&mut self, x: &[f64]) -> Result<(), AnalysisError> {
        for (j, &value) in x.iter().enumerate() {
            if self.at[j].to_bits() != value.to_bits() {
                let setting = self.setting(j, value);
                self.resolver.set(&self.question.levers[j].key, Some(Cow::Owned(setting)))?;
                self.at[j] = value;
            }
        }
        self.runs += 1;
        Ok(())
    }

    /// The goals' figures at values of the levers.
    pub(super) fn evaluate(&mut self, x: &[f64]) -> Result<Vec<f64>, AnalysisError> {
        self.stand(x)?;
        let projection = simulate(self.resolver.inputs()?)?;
        let figure = |goal: &Goal| require_value(&goal.metric, &projection);
        self.question.goals.iter().map(figure).collect()
    }

    /// Whether land limits output in a year.
    pub(super) fn land_binds(&mut self, x: &[f64], year: Year) -> Result<bool, AnalysisError> {
        self.stand(x)?;
        let projection = simulate(self.resolver.inputs()?)?;
        Ok(projection.value(Variable::LandBinds, Line::Total, year).is_some_and(|binds| binds > 0.0))
    }

    /// The goals' figures at several points: side by side, or each by itself where one of them has no answer.
    pub(super) fn evaluate_all(&mut self, points: &[Vec<f64>]) -> Result<Vec<Vec<f64>>, AnalysisError> {
        if points.len() < WORTH_IT {
            return points.iter().map(|point| self.evaluate(point)).collect();
        }
        let change = |point: &Vec<f64>| -> LeverChange<'a> {
            let setting = |(j, value): (usize, &f64)| (j, Some(Cow::Owned(self.setting(j, *value))));
            point.iter().enumerate().map(setting).collect()
        };
        let changes: Vec<LeverChange<'_>> = points.iter().map(change).collect();
        let metrics: Vec<_> = self.question.goals.iter().map(|goal| goal.metric).collect();
        if let Some(figures) = self.side_by_side.figures(&changes, &metrics)? {
            self.runs += points.len();
            return Ok(figures);
        }
        points.iter().map(|point| self.evaluate(point)).collect()
    }

    /// Derivatives of each figure (row) by each lever (column), as levers rise.
    pub(super) fn jacobian(&mut self, x: &[f64]) -> Result<Vec<Vec<f64>>, AnalysisError> {
        let moving = x.iter().enumerate().map(|(j, &value)| {
            let path =
                |value: f64| self.setting(j, value).path(self.question.case.baseline.inputs.horizon, &self.defaults[j]);
            Moving::new(self.question.levers[j].key.clone(), value, path)
        });
        let moving: Vec<Moving> = moving.collect();
        let metrics: Vec<_> = self.question.goals.iter().map(|goal| goal.metric).collect();
        self.runs += 1;
        let gradient = match &mut self.gradient {
            Some(gradient) => gradient,
            none => none.insert(Gradient::new(self.question.case)?),
        };
        let mut rows = gradient.evaluate(&moving, &metrics)?.rows;
        for row in &mut rows {
            for (lever, slope) in self.question.levers.iter().zip(row) {
                // A lever whose bounds coincide has no effect.
                if lever.high <= lever.low {
                    *slope = 0.0;
                }
            }
        }
        Ok(rows)
    }
}
