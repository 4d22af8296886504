//! The model as a function of the levers that may move: their values in, the goals' figures out.

use super::answer::{Goal, SolverQuestion};
use crate::analysis::error::AnalysisError;
use crate::engine::{Line, Variable, simulate};
use crate::quantity::Year;
use crate::scenario::setting::Setting;
use crate::scenario::{Resolver, default_path};
use std::borrow::Cow;

/// Part of a normal-sized move by which derivatives are taken.
const STEP: f64 = 1e-3;

/// Levers in, figures out.
pub(super) struct Model<'a> {
    question: SolverQuestion<'a>,
    resolver: Resolver<'a>,
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
            default_path(case.study, case.baseline, &lever.key)
                .ok_or_else(|| AnalysisError::NotMovable { lever: lever.key.to_string() })
        };
        Ok(Self {
            question: *question,
            resolver: case.resolver()?,
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
        levers[lever].setting(case.settings.get(&levers[lever].key), value, case.baseline, &self.defaults[lever])
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
        let figure =
            |goal: &Goal| goal.metric.value(&projection).ok_or(AnalysisError::NoFigure { metric: goal.metric });
        self.question.goals.iter().map(figure).collect()
    }

    /// Whether land limits output in a year.
    pub(super) fn land_binds(&mut self, x: &[f64], year: Year) -> Result<bool, AnalysisError> {
        self.stand(x)?;
        let projection = simulate(self.resolver.inputs()?)?;
        Ok(projection.value(Variable::LandBinds, Line::Total, year).is_some_and(|binds| binds > 0.0))
    }

    /// Derivatives of each figure (row) by each lever (column): central differences inside the bounds.
    pub(super) fn jacobian(&mut self, x: &[f64]) -> Result<Vec<Vec<f64>>, AnalysisError> {
        let mut rows = vec![vec![0.0; x.len()]; self.goals().len()];
        let mut moved = x.to_vec();
        for j in 0..x.len() {
            let lever = &self.question.levers[j];
            let (low, high) = ((x[j] - STEP * lever.scale).max(lever.low), (x[j] + STEP * lever.scale).min(lever.high));
            if high <= low {
                continue;
            }
            moved[j] = high;
            let above = self.evaluate(&moved)?;
            moved[j] = low;
            let below = self.evaluate(&moved)?;
            moved[j] = x[j];
            for (row, (above, below)) in rows.iter_mut().zip(above.iter().zip(&below)) {
                row[j] = (above - below) / (high - low);
            }
        }
        Ok(rows)
    }
}
