//! The question that is asked of the solver, and its answer.

use super::lever::SolveLever;
use crate::analysis::inert::Inert;
use crate::analysis::metric::Metric;
use crate::quantity::Year;
use crate::scenario::Case;
use crate::scenario::setting::{LeverKey, Setting};

/// How close a solution comes to its goal, relative to the goal.
pub(super) const TOLERANCE: f64 = 1e-11;

/// A figure and the value that it is to have.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Goal {
    /// The figure.
    pub metric: Metric,
    /// The value, in the unit of the figure's variable.
    pub value: f64,
}

/// What is asked: goals, the levers that may move, and the case from which they move.
#[derive(Debug, Clone, Copy)]
pub struct SolverQuestion<'a> {
    /// The case.
    pub case: Case<'a>,
    /// Levers that may move; all others stay.
    pub levers: &'a [SolveLever],
    /// What is to be reached, all at once.
    pub goals: &'a [Goal],
}

/// What the solver found.
#[derive(Debug, Clone, PartialEq)]
pub struct SolverAnswer {
    /// Whether the goals are met.
    pub verdict: GoalVerdict,
    /// Levers with their values, in the order of the question.
    pub levers: Vec<SolvedLever>,
    /// Figures reached, in the order of the goals and the units of their variables.
    pub reached: Vec<f64>,
    /// What the levers can make of each figure inside their bounds; empty where several goals are met.
    pub attainable: Vec<Interval>,
    /// Number of goals that the levers can move independently; fewer than the goals where some depend on each other.
    pub rank: usize,
    /// Why moving the levers does not help, where a goal is missed for that reason.
    pub flat: Option<Flat>,
    /// Whether no smaller change reaches the goals; false where only some solution was found.
    pub is_smallest: bool,
    /// How it was found.
    pub method: SolutionMethod,
    /// Number of runs.
    pub runs: usize,
}

/// Whether the goals are met.
#[derive(Debug, Clone, PartialEq)]
pub enum GoalVerdict {
    /// All are.
    Attained,
    /// No values inside the bounds meet them.
    NotAttainable {
        /// Goal less the best that can be reached, in the order of the goals and the units of their variables; 0 where
        /// a goal is met.
        shortfalls: Vec<f64>,
        /// Bounds that bind, those of the goal that is shortest first, and of one goal the one that gains most by a normal-sized move.
        widen: Vec<Widening>,
    },
}

/// A lever of the answer.
#[derive(Debug, Clone, PartialEq)]
pub struct SolvedLever {
    /// The lever.
    pub key: LeverKey,
    /// Value from which it moved, in the model's unit.
    pub start: f64,
    /// Value found, in the model's unit.
    pub value: f64,
    /// Lower bound, in the model's unit.
    pub low: f64,
    /// Upper bound, in the model's unit.
    pub high: f64,
    /// What has that value: every year alike, the last year of a path that is moved as a whole, or some years only.
    pub form: SolvedForm,
    /// The bound at which it stands.
    pub binds: Option<Bound>,
    /// Part of the room between start and bound that it uses, 0 to 1.
    pub room_used: f64,
}

impl SolvedLever {
    /// How far it moved, in the model's unit; every stated year of a path moves by this.
    pub fn shift(&self) -> f64 {
        self.value - self.start
    }
}

/// What has the value of a solved lever.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SolvedForm {
    /// Every projected year.
    Level,
    /// The last year of a path; the path moves as a whole and keeps its shape.
    Path {
        /// The last year.
        last: Year,
    },
    /// Some years, both ends included.
    Span {
        /// The first.
        from: Year,
        /// The last.
        to: Year,
    },
}

impl SolvedForm {
    fn for_lever(question: &SolverQuestion<'_>, lever: &SolveLever) -> Self {
        if let Some((from, to)) = lever.years {
            return Self::Span { from, to };
        }
        match question.case.setting(&lever.key).as_deref() {
            Some(Setting::Points(_) | Setting::Years { .. }) => {
                Self::Path { last: question.case.baseline.inputs.horizon.end() }
            }
            Some(Setting::Span { from, to, .. }) => Self::Span { from: *from, to: *to },
            Some(Setting::Constant(_) | Setting::Range { .. } | Setting::Switch(_) | Setting::Shares(_)) | None => {
                Self::Level
            }
        }
    }
}

/// One of the two bounds of a lever.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bound {
    /// The lower.
    Low,
    /// The upper.
    High,
}

/// A bound that binds, and what widening it would give.
#[derive(Debug, Clone, PartialEq)]
pub struct Widening {
    /// Position of the goal that it serves.
    pub goal: usize,
    /// The lever.
    pub key: LeverKey,
    /// The bound.
    pub bound: Bound,
    /// What the figure gains by one normal-sized move beyond the bound, towards the goal, in the unit of its variable.
    pub gain: f64,
    /// Value of the lever at which the goal is met, in the model's unit, all others as they stand in the answer; `None`
    /// if no value meets it.
    pub needed: Option<f64>,
    /// Whether that value lies inside the lever's hard range.
    pub is_allowed: bool,
}

/// All values that a figure can take, in the unit of its variable.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    /// The lowest, in the unit of the figure's variable.
    pub low: f64,
    /// The highest, in the unit of the figure's variable.
    pub high: f64,
    /// Whether every lever moves the figure in one direction only, so that the ends are certain; otherwise they are the best of a search.
    pub is_monotone: bool,
}

/// Why moving the levers does not change the figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flat {
    /// Industrial land limits output.
    Land,
    /// A lever is inert in this closure or under these settings.
    Inert(Inert),
    /// The figure does not depend on the levers.
    NoEffect,
}

/// How an answer was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SolutionMethod {
    /// The goal is met as things are.
    Unchanged,
    /// A formula, confirmed by a run.
    ClosedForm,
    /// A root between two bounds.
    BracketedRoot,
    /// The smallest change of several levers.
    SmallestChange,
    /// The best bound: the goal lies beyond it.
    BestBound,
}

impl SolutionMethod {
    /// Identifier, used in tables.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Unchanged => "unchanged",
            Self::ClosedForm => "closed-form",
            Self::BracketedRoot => "bracketed-root",
            Self::SmallestChange => "smallest-change",
            Self::BestBound => "best-bound",
        }
    }
}

/// The unit in which distances from a goal are compared.
pub(super) fn goal_scale(goal: f64) -> f64 {
    goal.abs().max(1e-3)
}

/// A distance from a goal below which it counts as met.
pub(super) fn goal_tolerance(goal: f64) -> f64 {
    1e-9 * goal_scale(goal)
}

impl SolverAnswer {
    /// The answer at values of the levers.
    pub(super) fn build(question: &SolverQuestion<'_>, x: &[f64], values: &[f64], method: SolutionMethod) -> Self {
        let shortfalls: Vec<f64> = question
            .goals
            .iter()
            .zip(values)
            .map(|(goal, value)| goal.value - value)
            .zip(question.goals)
            .map(|(missing, goal)| if missing.abs() <= goal_tolerance(goal.value) { 0.0 } else { missing })
            .collect();
        let is_met = shortfalls.iter().all(|missing| *missing == 0.0);
        Self {
            verdict: if is_met {
                GoalVerdict::Attained
            } else {
                GoalVerdict::NotAttainable { shortfalls, widen: Vec::new() }
            },
            levers: question
                .levers
                .iter()
                .zip(x)
                .map(|(lever, value)| describe_lever(question, lever, *value))
                .collect(),
            reached: values.get(..question.goals.len()).unwrap_or(values).to_vec(),
            attainable: Vec::new(),
            rank: question.goals.len(),
            flat: None,
            is_smallest: is_met,
            method,
            runs: 0,
        }
    }

    /// Whether every goal is met.
    pub const fn is_attained(&self) -> bool {
        matches!(self.verdict, GoalVerdict::Attained)
    }

    /// Goals that are missed, the one that is shortest for its size first.
    pub fn missed_goals(&self, goals: &[Goal]) -> Vec<usize> {
        let GoalVerdict::NotAttainable { shortfalls, .. } = &self.verdict else { return Vec::new() };
        let part = |k: &usize| match (shortfalls.get(*k), goals.get(*k)) {
            (Some(short), Some(goal)) => short.abs() / goal_scale(goal.value),
            (Some(_) | None, _) => 0.0,
        };
        let mut missed: Vec<usize> = (0..shortfalls.len()).filter(|k| part(k) > 0.0).collect();
        missed.sort_by(|a, b| part(b).total_cmp(&part(a)));
        missed
    }

    /// Values of the levers.
    pub(super) fn values(&self) -> Vec<f64> {
        self.levers.iter().map(|lever| lever.value).collect()
    }

    pub(super) fn widen(&mut self, found: Vec<Widening>) {
        let GoalVerdict::NotAttainable { widen, .. } = &mut self.verdict else { return };
        // A bound beyond which the goal is nearer binds, wherever the lever stood before.
        for one in &found {
            if let Some(lever) = self.levers.iter_mut().find(|lever| lever.key == one.key) {
                lever.binds = Some(one.bound);
            }
        }
        *widen = found;
    }
}

fn describe_lever(question: &SolverQuestion<'_>, lever: &SolveLever, value: f64) -> SolvedLever {
    let room = if value >= lever.start { lever.high - lever.start } else { lever.start - lever.low };
    let close = 1e-9 * (lever.high - lever.low);
    let binds = if value >= lever.high - close {
        Some(Bound::High)
    } else if value <= lever.low + close {
        Some(Bound::Low)
    } else {
        None
    };
    let moved = (value - lever.start).abs();
    SolvedLever {
        key: lever.key.clone(),
        start: lever.start,
        value,
        low: lever.low,
        high: lever.high,
        form: SolvedForm::for_lever(question, lever),
        // A lever that starts at its bound and stays has not been stopped by it.
        binds: binds.filter(|_| moved > close),
        room_used: if room > 0.0 { (moved / room).min(1.0) } else { 0.0 },
    }
}
