//! Answers that views ask for, kept until an input that they depend on changes.
//!
//! Only the shown view asks, and a frame in which only the pointer moved uses kept answers.

use super::grdp_effects::GrdpEffects;
use super::workspace::data::FigureKey;
use super::workspace::questions::Moved;
use crate::analysis::solver::{Goal, SolveLever, SolverAnswer, SolverQuestion, solve};
use crate::analysis::{
    AnalysisError, Attribution, Grouping, Metric, Switching, Tornado, attribute, moves_nothing, switching_values,
    tornado,
};
use crate::engine::Projection;
use crate::quantity::Year;
use crate::scenario::PreparedCase;
use crate::scenario::setting::LeverKey;
use crate::scenario::study::Study;

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::sync::Arc;

/// Values at which levers just reach a goal, in the order asked; `None` for levers without such a value.
pub(super) type SwitchingValues = Arc<Vec<Option<Switching>>>;

/// Which assumptions make the difference between two cases in a year, and where those that make none there make most.
#[derive(Debug, Clone, PartialEq)]
pub struct WhyAnswer {
    /// The parts in the year that was asked about.
    pub found: Attribution,
    /// For each part the year in which it is largest, and its value there; `None` where no other year is known.
    pub peaks: Vec<Option<(Year, f64)>>,
}

/// The last answer of each kind, with what it was computed from.
#[derive(Debug, Clone, Default)]
pub struct Answers {
    why: Memo<(String, String, Metric, Grouping), Arc<WhyAnswer>>,
    levers: Memo<(String, Metric), Arc<Tornado>>,
    switching: Memo<(String, Goal, Vec<LeverKey>), SwitchingValues>,
    users: Memo<FigureKey, Arc<Vec<String>>>,
    effects: Memo<String, Arc<GrdpEffects>>,
    nothing: Memo<(String, LeverKey), bool>,
    solved: Memo<(String, Vec<Goal>, Vec<Moved>), Arc<SolverAnswer>>,
}

/// One answer, its question, and the study to which it belongs.
#[derive(Debug, Clone)]
struct Memo<Q, A>(RefCell<Option<Known<Q, A>>>);

type Known<Q, A> = (Arc<Study>, Q, Result<A, AnalysisError>);

impl<Q, A> Default for Memo<Q, A> {
    fn default() -> Self {
        Self(RefCell::new(None))
    }
}

impl<Q: PartialEq, A: Clone> Memo<Q, A> {
    fn answer(
        &self,
        study: &Arc<Study>,
        question: Q,
        compute: impl FnOnce() -> Result<A, AnalysisError>,
    ) -> Result<A, AnalysisError> {
        if let Some((known, asked, answer)) = &*self.0.borrow()
            && Arc::ptr_eq(known, study)
            && *asked == question
        {
            return answer.clone();
        }
        self.keep(study, question, compute())
    }

    /// Keeps an answer in place of the one before, and returns it.
    fn keep(&self, study: &Arc<Study>, question: Q, answer: Result<A, AnalysisError>) -> Result<A, AnalysisError> {
        *self.0.borrow_mut() = Some((Arc::clone(study), question, answer.clone()));
        answer
    }
}

impl Answers {
    /// Which assumptions, in groups or one by one, make the difference between two cases.
    ///
    /// # Errors
    /// [`AnalysisError`] of the analysis behind the answer.
    pub fn why(
        &self,
        study: &Arc<Study>,
        from: &PreparedCase,
        to: &PreparedCase,
        (metric, grouping): (Metric, Grouping),
    ) -> Result<Arc<WhyAnswer>, AnalysisError> {
        self.why.answer(study, (from.id.clone(), to.id.clone(), metric, grouping), || {
            let cases = [from, to].map(|case| case.in_closure(study, study.closure));
            let first = cases.iter().map(|case| case.baseline.inputs.horizon.base()).max().unwrap_or(metric.year) + 1;
            let years: Vec<Metric> =
                (first..=study.horizon).map(|year| Metric::new(metric.variable, metric.line, year)).collect();
            let mut asked = vec![metric];
            asked.extend(&years);
            // A figure that some other year lacks leaves the answer for the year that was asked about.
            let mut all = attribute(cases, grouping, &asked).or_else(|_| attribute(cases, grouping, &[metric]))?;
            if all.is_empty() {
                return Err(AnalysisError::NoFigure { metric });
            }
            let found = all.remove(0);
            let peak = |position: usize| {
                let parts = all.iter().filter_map(|one| Some((one.metric.year, one.terms.get(position)?.value)));
                parts.max_by(|a, b| a.1.abs().total_cmp(&b.1.abs()))
            };
            let peaks = (0..found.terms.len()).map(peak).collect();
            Ok(Arc::new(WhyAnswer { found, peaks }))
        })
    }

    /// What one step of these assumptions of a case adds to GRDP of its projection; those known from an earlier question stay known.
    ///
    /// # Errors
    /// [`AnalysisError`] of the analysis behind the answer.
    pub fn effects(
        &self,
        study: &Arc<Study>,
        (case, projection): (&PreparedCase, &Projection),
        keys: &[LeverKey],
    ) -> Result<Arc<GrdpEffects>, AnalysisError> {
        let known = self.effects.answer(study, case.id.clone(), || Ok(Arc::default()))?;
        let unknown: BTreeSet<LeverKey> = known.unknown(keys).cloned().collect();
        if unknown.is_empty() {
            return Ok(known);
        }
        let found = known.with((case.in_closure(study, study.closure), projection), &unknown).map(Arc::new);
        self.effects.keep(study, case.id.clone(), found)
    }

    /// Whether an assumption has no effect on any result over its whole range.
    ///
    /// # Errors
    /// [`AnalysisError`] of the analysis behind the answer.
    pub fn moves_nothing(
        &self,
        study: &Arc<Study>,
        case: &PreparedCase,
        key: &LeverKey,
    ) -> Result<bool, AnalysisError> {
        self.nothing
            .answer(study, (case.id.clone(), key.clone()), || moves_nothing(case.in_closure(study, study.closure), key))
    }

    /// How far each assumption of a case moves a figure.
    ///
    /// # Errors
    /// [`AnalysisError`] of the analysis behind the answer.
    pub fn levers(
        &self,
        study: &Arc<Study>,
        case: &PreparedCase,
        metric: Metric,
    ) -> Result<Arc<Tornado>, AnalysisError> {
        self.levers.answer(study, (case.id.clone(), metric), || {
            tornado(case.in_closure(study, study.closure), metric).map(Arc::new)
        })
    }

    /// The values at which single levers of a case just reach a goal; `None` for levers without such a value.
    ///
    /// # Errors
    /// [`AnalysisError`] of the analysis behind the answer.
    pub fn switching(
        &self,
        study: &Arc<Study>,
        case: &PreparedCase,
        goal: Goal,
        keys: &[LeverKey],
    ) -> Result<SwitchingValues, AnalysisError> {
        self.switching.answer(study, (case.id.clone(), goal, keys.to_vec()), || {
            switching_values(case.in_closure(study, study.closure), keys, goal).map(Arc::new)
        })
    }

    /// Baselines that a figure is used by, as `compute` finds them.
    pub fn users(&self, study: &Arc<Study>, key: FigureKey, compute: impl FnOnce() -> Vec<String>) -> Arc<Vec<String>> {
        let found = self.users.answer(study, key, || Ok(Arc::new(compute())));
        found.unwrap_or_default()
    }

    /// What would have to be true of some assumptions of a case for figures to reach their goals together.
    ///
    /// # Errors
    /// [`AnalysisError`] of the analysis behind the answer.
    pub fn solve_answer(
        &self,
        study: &Arc<Study>,
        case: &PreparedCase,
        goals: &[Goal],
        moved: &[Moved],
    ) -> Result<Arc<SolverAnswer>, AnalysisError> {
        self.solved.answer(study, (case.id.clone(), goals.to_vec(), moved.to_vec()), || {
            with_question(study, case, goals, moved, solve).map(Arc::new)
        })
    }
}

/// Puts a question to the solver about a case of the study.
pub(super) fn with_question<A>(
    study: &Study,
    case: &PreparedCase,
    goals: &[Goal],
    moved: &[Moved],
    ask: impl FnOnce(&SolverQuestion<'_>) -> Result<A, AnalysisError>,
) -> Result<A, AnalysisError> {
    let case = case.in_closure(study, study.closure);
    let lever = |moved: &Moved| SolveLever::new(case, &moved.key).map(|lever| lever.between(moved.low, moved.high));
    let levers = moved.iter().map(lever).collect::<Result<Vec<_>, _>>()?;
    ask(&SolverQuestion { case, levers: &levers, goals })
}
