//! What the parts of an export read: the runs of the cases that were asked for, and what a window on the study would show
//! of them.

use super::naming::Naming;
use crate::app::export_request::{ExportError, ExportRequest};
use crate::app::state::{AppState, Origin};
use crate::app::uncertainty::answer_now;
use crate::app::workspace::Preferences;
use crate::engine::{Gap, Projection};
use crate::export::chart::{ChartLook, ChartWords};
use crate::export::{ExportCase, carried};
use crate::lang::Lang;
use crate::scenario::study::Study;
use crate::text::Numbers;
use crate::text::words::label;
use crate::theme::{Mode, Theme};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;

/// Everything that the parts of an export read; every case is run once, and its run belongs to the state.
pub(super) struct ExportScene<'a> {
    pub(super) request: &'a ExportRequest,
    /// The study as it is, without what the window shows or hides.
    pub(super) study: &'a Study,
    /// The cases that were asked for, with their runs.
    pub(super) cases: Vec<ExportCase<'a>>,
    pub(super) numbers: Numbers,
    /// What a window on the same study would show, with the requested cases drawn and the requested closure.
    state: AppState,
    /// The same with a case selected and its ensemble, by case: several sections read the same.
    with_ensembles: RefCell<BTreeMap<String, Rc<AppState>>>,
}

impl<'a> ExportScene<'a> {
    /// Runs the study as a window would.
    ///
    /// # Errors
    /// [`ExportError::Case`] if a case that was asked for does not run.
    pub(super) fn new(study: &'a Study, request: &'a ExportRequest) -> Result<Self, ExportError> {
        // Paper is light.
        Self::in_mode(study, request, Mode::Light)
    }

    /// The same with the colours of a ground.
    ///
    /// # Errors
    /// As [`Self::new`].
    pub(super) fn in_mode(study: &'a Study, request: &'a ExportRequest, mode: Mode) -> Result<Self, ExportError> {
        let mut drawn = Study { closure: request.closure, ..study.clone() };
        draw_requested(&mut drawn, request);
        let preferences = Preferences { lang: request.lang, mode, ..Preferences::default() };
        Self::of_state(study, request, AppState::new(drawn, Origin::Shipped, preferences))
    }

    /// The scene of a request for some of its cases, with the runs that this one has.
    ///
    /// # Errors
    /// As [`Self::new`].
    pub(super) fn narrow<'b>(&self, request: &'b ExportRequest) -> Result<ExportScene<'b>, ExportError>
    where
        'a: 'b,
    {
        let mut state = self.state.clone();
        draw_requested(Arc::make_mut(&mut state.study), request);
        ExportScene::of_state(self.study, request, state)
    }

    fn of_state(study: &'a Study, request: &'a ExportRequest, mut state: AppState) -> Result<Self, ExportError> {
        // The scenario that is described; a baseline only if it alone was asked for.
        let told = request.cases.iter().find(|id| study.scenario(id).is_some()).or(request.cases.first());
        state.workspace.selected.clone_from(told.unwrap_or(&study.pinned));
        let case = |id: &String| match state.derived.require_run(id) {
            Ok((prepared, run)) => Ok(ExportCase::from_run(study, request.closure, prepared.clone(), Arc::clone(run))),
            Err(error) => Err(ExportError::Case { case: id.clone(), error }),
        };
        let cases = request.cases.iter().map(case).collect::<Result<_, _>>()?;
        let numbers = Numbers::new(request.lang);
        Ok(Self { request, study, cases, numbers, state, with_ensembles: RefCell::default() })
    }

    pub(super) const fn lang(&self) -> Lang {
        self.request.lang
    }

    /// What a window on the study would show.
    pub(super) const fn state(&self) -> &AppState {
        &self.state
    }

    /// The state with another case selected and without an ensemble, whatever other sections have asked for.
    pub(super) fn state_of(&self, case: &str) -> AppState {
        let mut state = self.state.clone();
        case.clone_into(&mut state.workspace.selected);
        state
    }

    /// The state with another case selected, and its ensemble.
    pub(super) fn state_with_ensemble(&self, case: &str) -> Rc<AppState> {
        let known = self.with_ensembles.borrow().get(case).cloned();
        known.unwrap_or_else(|| {
            let mut state = self.state_of(case);
            answer_now(&mut state);
            let state = Rc::new(state);
            self.with_ensembles.borrow_mut().insert(case.to_owned(), Rc::clone(&state));
            state
        })
    }

    /// The state on which a note on a case rests: its ensemble, and the case with which it is compared pinned.
    pub(super) fn state_of_note(&self, case: &str) -> Rc<AppState> {
        let state = self.state_with_ensemble(case);
        let reference = self.study.reference_of(case);
        if state.study.pinned == reference {
            return state;
        }
        let mut own = AppState::clone(&state);
        reference.clone_into(&mut Arc::make_mut(&mut own.study).pinned);
        Rc::new(own)
    }

    /// The case with which a case is compared, and its run; `None` for a case that has none but itself.
    ///
    /// It is the pinned case, or, for a scenario that stands on another baseline than that, its own baseline, so that the
    /// difference is what the scenario assumes.
    pub(super) fn reference(&self, case: &str) -> Option<(&str, &Projection)> {
        let id = self.study.reference_of(case);
        let run = self.state.derived.projection(id)?;
        (id != case).then_some((id, run.as_ref()))
    }

    /// Whether no case of the export has figures of a part of the inputs.
    pub(super) fn lacks(&self, gap: Gap) -> bool {
        !self.cases.is_empty() && self.cases.iter().all(|case| case.baseline.inputs.gaps.has(gap))
    }

    /// What names the files.
    pub(super) const fn naming(&self) -> Naming<'a> {
        Naming { request: self.request, study: self.study }
    }

    /// What is worth a look in each run.
    pub(super) fn remarks(&self) -> Vec<String> {
        self.cases.iter().flat_map(|case| case.remarks(self.lang())).collect()
    }

    /// The text of the study that pictures and reports carry.
    pub(super) fn carry_study(&self) -> String {
        self.cases.first().map_or_else(String::new, carried::study_text)
    }

    /// Colours, words and numbers of charts.
    pub(super) fn with_look<T>(&self, write: impl FnOnce(&ChartLook<'_>) -> T) -> T {
        let (lang, numbers) = (self.lang(), self.numbers);
        let joined = move |joined: usize, of: usize| {
            label(lang, if joined == of { "series-joined-all" } else { "series-joined-others" })
        };
        let format = move |value: f64, decimals: usize| numbers.decimal(value, decimals);
        let words = ChartWords {
            actual: label(lang, "series-actual"),
            projected: label(lang, "series-projected"),
            joined: &joined,
        };
        write(&ChartLook { theme: Theme::for_mode(Mode::Light), words, format: &format })
    }
}

/// Draws the requested cases and no others.
fn draw_requested(study: &mut Study, request: &ExportRequest) {
    let is_wanted = |id: &str| request.cases.iter().any(|case| case == id);
    for baseline in &mut study.baselines {
        baseline.visible = is_wanted(&baseline.id);
    }
    for scenario in &mut study.scenarios {
        scenario.visible = is_wanted(&scenario.id);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::export_form::ExportForm;
    use crate::app::export_sections::ChosenSections;
    use crate::engine::{Closure, Variable};
    use crate::export::Stamp;
    use crate::files;

    fn request(cases: &[&str]) -> ExportRequest {
        ExportRequest {
            form: ExportForm::Note,
            cases: cases.iter().map(|id| (*id).to_owned()).collect(),
            closure: Closure::Capital,
            lang: Lang::EN,
            stamp: Stamp { year: 2026, month: 11, day: 29 },
            sections: ChosenSections::default(),
        }
    }

    /// Holds the runs of the cases to be those of the state, each made once.
    fn runs_once(scene: &ExportScene<'_>, count: usize) {
        assert_eq!(scene.cases.len(), count);
        assert_eq!(scene.state.derived.runs(), scene.study.case_ids().len());
        for case in &scene.cases {
            assert!(Arc::ptr_eq(&case.projection, scene.state.derived.projection(&case.id).unwrap()), "{}", case.id);
            assert!(Arc::ptr_eq(&case.baseline, scene.state.derived.baseline(&case.id).unwrap()), "{}", case.id);
        }
    }

    #[test]
    fn a_case_is_run_once_and_a_note_takes_the_runs_of_the_export() {
        let study = files::built_in().unwrap();
        let (all, one) = (request(&["plan", "everything", "three-projects"]), request(&["everything"]));
        let scene = ExportScene::new(&study, &all).unwrap();
        runs_once(&scene, 3);
        let note = scene.narrow(&one).unwrap();
        runs_once(&note, 1);
        assert!(Arc::ptr_eq(&scene.cases[1].projection, &note.cases[0].projection));
        assert_eq!(note.state().workspace.selected, "everything");
        let drawn: Vec<&str> = study.case_ids().into_iter().filter(|id| note.state().study.case_visible(id)).collect();
        assert_eq!(drawn, ["everything"], "a note is about its case only");
    }

    #[test]
    fn a_run_is_that_of_the_case_by_itself() {
        let study = files::built_in().unwrap();
        let ids = study.case_ids();
        let all = request(&ids);
        let scene = ExportScene::new(&study, &all).unwrap();
        for case in &scene.cases {
            let alone = ExportCase::new(&study, &case.id, Closure::Capital).unwrap();
            assert_eq!((case.fingerprint(), case.vintage()), (alone.fingerprint(), alone.vintage()));
            for variable in Variable::ALL {
                for line in alone.projection.lines() {
                    let series = [&case.projection, &alone.projection].map(|run| run.series(variable, line));
                    assert_eq!(series[0], series[1], "{}: {variable:?} of {line:?}", case.id);
                }
            }
        }
    }

    #[test]
    fn the_state_with_an_ensemble_is_made_once_a_case() {
        let study = files::built_in().unwrap();
        let all = request(&["plan", "everything"]);
        let scene = ExportScene::new(&study, &all).unwrap();
        let first = scene.state_with_ensemble("everything");
        assert!(first.uncertainty.answer().is_some());
        assert!(Rc::ptr_eq(&first, &scene.state_with_ensemble("everything")));
        for case in ["everything", "plan"] {
            assert!(
                scene.state_of(case).uncertainty.answer().is_none(),
                "{case}: what was asked before decides nothing"
            );
        }
    }

    #[test]
    fn a_case_that_the_study_lacks_is_refused_by_name() {
        let study = files::built_in().unwrap();
        let asked = request(&["plan", "nowhere"]);
        let refused = ExportScene::new(&study, &asked).map(|scene| scene.cases.len());
        let error = crate::scenario::ResolveError::UnknownCase { id: "nowhere".to_owned() };
        assert_eq!(refused, Err(ExportError::Case { case: "nowhere".to_owned(), error }));
    }
}
