//! When the ensemble of the view Uncertainty is run: a small one in every frame of a drag, the full one and the indices
//! in the background.
//!
//! Runs only while the view is open; results are kept in memory only.

use super::effect::Effect;
use super::ensemble_job::{Extent, Job, RefusedTrial, UncertaintyFindings, UncertaintyQuestion};
use super::state::AppState;
use super::workspace::View;
use crate::analysis::ensemble::InputShift;
use crate::task::Progress;
use std::sync::Arc;

/// The full ensemble of the selected case at once, without other volatilities and indices, for exports.
pub(crate) fn answer_now(state: &mut AppState) {
    let case = state.workspace.selected.clone();
    let Some(prepared) = state.derived.prepared_case(&case).cloned() else { return };
    let question =
        UncertaintyQuestion { study: Arc::clone(&state.study), case, choices: state.workspace.uncertainty.asked() };
    let job = Job { question, prepared, progress: Progress::default() };
    state.uncertainty.answer = job.answer(|job, case| job.compute(case, Extent::Full), true).map(Arc::new);
}

/// What each input of the simulation does to the chances that were found, and the values without an answer, for exports.
///
/// `None` if the case that was asked about is gone.
pub(crate) fn shifts_now(
    state: &AppState,
    question: &UncertaintyQuestion,
    found: &UncertaintyFindings,
) -> Option<(Vec<InputShift>, Vec<RefusedTrial>)> {
    let prepared = state.derived.prepared_case(&question.case)?.clone();
    let job = Job { question: question.clone(), prepared, progress: Progress::default() };
    let study = &job.question.study;
    job.shifts(job.prepared.in_closure(study, study.closure), found)
}

/// Brings the answer up to date with what is on screen; the effect is work for the background.
pub fn refresh_uncertainty(state: &mut AppState) -> Option<Effect> {
    if state.workspace.view != View::Uncertainty {
        if let Some((_, progress)) = state.uncertainty.running.take() {
            progress.cancel();
        }
        return None;
    }
    let question = UncertaintyQuestion {
        study: Arc::clone(&state.study),
        case: state.workspace.selected.clone(),
        choices: state.workspace.uncertainty.asked(),
    };
    let known = state.uncertainty.answer.as_ref().filter(|answer| answer.question.is(&question));
    let is_full = known.is_some_and(|answer| answer.is_full);
    let is_known = known.is_some();
    let is_running = state.uncertainty.running.as_ref().is_some_and(|(running, _)| running.is(&question));
    if is_full || is_running {
        return None;
    }
    if let Some((_, progress)) = state.uncertainty.running.take() {
        progress.cancel();
    }
    let prepared = state.derived.prepared_case(&question.case)?.clone();
    if !is_known {
        let job = Job { question: question.clone(), prepared: prepared.clone(), progress: Progress::default() };
        state.uncertainty.answer = job.live().map(Arc::new).or_else(|| state.uncertainty.answer.take());
    }
    let is_stopped = state.uncertainty.stopped.as_ref().is_some_and(|stopped| stopped.is(&question));
    if state.history.is_open() || is_stopped {
        return None;
    }
    let progress = Progress::default();
    state.uncertainty.running = Some((question.clone(), progress.clone()));
    Some(Effect::Simulate(Box::new(Job { question, prepared, progress })))
}
