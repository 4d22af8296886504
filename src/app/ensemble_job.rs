//! One ensemble of the view Uncertainty: what it is asked, how it is run, what it found, and the last answer that is kept.

pub use super::workspace::uncertainty::FULL_DRAWS;
use super::workspace::uncertainty::{FanOf, UncertaintyState};
use crate::analysis::AnalysisError;
use crate::analysis::ensemble::{
    Ensemble, EnsembleOptions, InputShift, PairedDifference, Proportion, SHIFTS, SimulationInput,
    differences_from_reference, ensemble, shifted_ensemble, soft_levers, stated_levers,
};
use crate::analysis::narrowed::Ranked;
use crate::analysis::sobol::{Design, Response};
use crate::engine::{Inputs, Line, MeasuredSeries, Variable};
use crate::scenario::ResolveError;
use crate::scenario::study::Study;
use crate::scenario::{BandSource, Case, PreparedCase};
use crate::task::Progress;
use std::sync::Arc;

/// Draws of an ensemble that is run again during a drag, for a study of ordinary size.
pub const LIVE_DRAWS: usize = 2_000;
/// Fewest draws during a drag, for the largest studies: fewer would leave the ends of a band undetermined.
const FEWEST_LIVE_DRAWS: usize = 200;
/// Most sector-years (draws × sectors × years) computed in one frame during a drag, so that the frame is on time.
const LIVE_STEPS: usize = 1_200_000;
/// Draws of each answer to "what if the volatility were another".
const VOLATILITY_DRAWS: usize = 10_000;
/// Draws where levers or crashes differ from path to path, because each needs inputs of its own.
pub const VARIED_DRAWS: usize = 4_000;
/// Factors on the assumed volatility that are shown beside it.
pub const FACTORS: [f64; 4] = [0.5, 0.75, 1.25, 1.5];
/// Levers whose indices are shown.
const MOST_LEVERS: usize = 6;
/// Points of each half of the design of the indices.
const POINTS: usize = 1 << 13;

/// How large an ensemble is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Extent {
    /// Reduced size, run again in every frame of a drag.
    Live,
    /// As many paths as were asked for.
    Full,
}

/// What an answer is about; answers to another question are not shown.
#[derive(Debug, Clone)]
pub struct UncertaintyQuestion {
    pub(super) study: Arc<Study>,
    pub(super) case: String,
    pub(super) choices: UncertaintyState,
}

impl UncertaintyQuestion {
    pub(super) fn is(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.study, &other.study) && self.case == other.case && self.choices == other.choices
    }
}

/// What another volatility would give.
#[derive(Debug, Clone, PartialEq)]
pub struct VolatilityRow {
    /// Factor on the assumed deviations.
    pub factor: f64,
    /// Whether paths have a persistent drift.
    pub drift: bool,
    /// The 80 % band of the shown series in the last year.
    pub band: (f64, f64),
    /// Draws that reach each goal, in the order of the ensemble's goals.
    pub chances: Vec<Option<Proportion>>,
}

/// An input of the simulation so many times as large, with which the model has no answer.
#[derive(Debug, Clone, PartialEq)]
pub struct RefusedTrial {
    /// The input.
    pub input: SimulationInput,
    /// How many times as large.
    pub factor: f64,
    /// Why there is no answer.
    pub error: ResolveError,
}

/// What was found.
#[derive(Debug, Clone)]
pub struct UncertaintyFindings {
    /// The ensemble: output of the headline line, GRDP, share of the headline line.
    pub ensemble: Ensemble,
    /// How it was run.
    pub options: EnsembleOptions,
    /// The main goal, on which the volatility is tried, by position in the ensemble's goals.
    pub main_goal: Option<usize>,
    /// Other volatilities; empty in a live answer.
    pub volatility: Vec<VolatilityRow>,
    /// Inputs of the simulation, each moved by itself; empty in a live answer.
    pub shifts: Vec<InputShift>,
    /// Values of inputs for which the model has no answer; the other values are reported all the same.
    pub refused: Vec<RefusedTrial>,
    /// How far the case is from the one that it is compared with on the same paths, by series; empty in a live answer, and where the two have no
    /// paths in common.
    pub paired: Vec<PairedDifference>,
    /// Levers and their indices, or why there are none; `None` in a live answer or where no lever acts.
    pub sensitivity: Option<Result<Ranked, AnalysisError>>,
}

/// An answer, or the reason why it is absent.
#[derive(Debug, Clone)]
pub struct UncertaintyAnswer {
    pub(super) question: UncertaintyQuestion,
    /// What was found.
    pub found: Result<UncertaintyFindings, ResolveError>,
    /// Whether it is the full ensemble.
    pub is_full: bool,
}

/// Work for the background.
#[derive(Debug, Clone)]
pub struct Job {
    pub(super) question: UncertaintyQuestion,
    pub(super) prepared: PreparedCase,
    pub(super) progress: Progress,
}

/// The last answer, and the work that goes on.
#[derive(Debug, Clone, Default)]
pub struct Uncertainty {
    pub(super) answer: Option<Arc<UncertaintyAnswer>>,
    pub(super) running: Option<(UncertaintyQuestion, Progress)>,
    /// A question whose full answer is not wanted.
    pub(super) stopped: Option<UncertaintyQuestion>,
}

impl Uncertainty {
    /// The answer to show.
    pub fn answer(&self) -> Option<&Arc<UncertaintyAnswer>> {
        self.answer.as_ref()
    }

    /// Parts done and parts in all of the work that goes on.
    pub fn progress(&self) -> Option<(usize, usize)> {
        self.running.as_ref().map(|(_, progress)| progress.parts())
    }

    /// Stops the work that goes on.
    pub(super) fn stop(&mut self) {
        if let Some((question, progress)) = self.running.take() {
            progress.cancel();
            self.stopped = Some(question);
        }
    }

    /// Takes the answer of the background, unless the question has changed meanwhile.
    pub(super) fn take(&mut self, answer: Option<Arc<UncertaintyAnswer>>) {
        let Some(answer) = answer else { return };
        if self.running.as_ref().is_some_and(|(question, _)| question.is(&answer.question)) {
            self.running = None;
            self.answer = Some(answer);
        }
    }
}

impl Job {
    /// The small ensemble, at once.
    pub(super) fn live(&self) -> Option<UncertaintyAnswer> {
        self.answer(|job, case| job.compute(case, Extent::Live), false)
    }

    /// The full ensemble, other volatilities and the indices; `None` where it was cancelled.
    pub fn run(&self) -> Option<Arc<UncertaintyAnswer>> {
        let full = |job: &Self, case: Case<'_>| {
            let Some(mut found) = job.compute(case, Extent::Full)? else { return Ok(None) };
            let Some((volatility, refused)) = job.volatility(case, &found) else { return Ok(None) };
            (found.volatility, found.refused) = (volatility, refused);
            let Some((shifts, refused)) = job.shifts(case, &found) else { return Ok(None) };
            found.shifts = shifts;
            found.refused.extend(refused);
            let asked = (&job.prepared, case.closure);
            let paired = differences_from_reference(case.study, asked, &job.series(), &found.options, &job.progress)?;
            let Some(paired) = paired else { return Ok(None) };
            found.paired = paired;
            found.sensitivity = job.sensitivity(case);
            Ok((!job.progress.is_cancelled()).then_some(found))
        };
        self.answer(full, true).map(Arc::new)
    }

    pub(super) fn answer(
        &self,
        work: impl Fn(&Self, Case<'_>) -> Result<Option<UncertaintyFindings>, ResolveError>,
        is_full: bool,
    ) -> Option<UncertaintyAnswer> {
        let study = &self.question.study;
        let found = work(self, self.prepared.in_closure(study, study.closure)).transpose()?;
        Some(UncertaintyAnswer { question: self.question.clone(), found, is_full })
    }

    /// The headline line of the study.
    fn line(&self) -> Line {
        let inputs = &self.prepared.baseline.inputs;
        let id = &self.question.study.structure.headline;
        let sector = inputs.sectors.iter().position(|sector| sector.id == *id).map(Line::Sector);
        let group = || inputs.groups.iter().position(|group| group.id == *id).map(Line::Group);
        sector.or_else(group).unwrap_or(Line::Total)
    }

    fn series(&self) -> [MeasuredSeries; 3] {
        FanOf::ALL.map(|fan_of| match fan_of {
            FanOf::Output => MeasuredSeries { variable: Variable::Output, line: self.line() },
            FanOf::Grdp => MeasuredSeries { variable: Variable::Grdp, line: Line::Total },
            FanOf::Share => MeasuredSeries { variable: Variable::ShareConstant, line: self.line() },
        })
    }

    fn options(&self, case: Case<'_>, extent: Extent) -> EnsembleOptions {
        let choices = self.question.choices;
        let levers = if choices.levers { stated_levers(case.settings) } else { Vec::new() };
        let is_varied = choices.crash || !levers.is_empty();
        let most = if is_varied { VARIED_DRAWS.min(choices.paths) } else { choices.paths };
        let draws = match (extent, is_varied) {
            (Extent::Full, _) => most,
            (Extent::Live, true) => most.min(VARIED_DRAWS / 10),
            (Extent::Live, false) => most.min(live_draws(&case.baseline.inputs)),
        };
        EnsembleOptions { draws, bands: choices.bands, levers, crash: choices.crash, ..EnsembleOptions::default() }
    }

    pub(super) fn compute(&self, case: Case<'_>, extent: Extent) -> Result<Option<UncertaintyFindings>, ResolveError> {
        let options = self.options(case, extent);
        let Some(ensemble) = ensemble(case, &self.series(), &options, &self.progress)? else { return Ok(None) };
        let main_goal = self.find_main_goal(&ensemble);
        Ok(Some(UncertaintyFindings {
            ensemble,
            options,
            main_goal,
            volatility: Vec::new(),
            shifts: Vec::new(),
            refused: Vec::new(),
            paired: Vec::new(),
            sensitivity: None,
        }))
    }

    /// The goal that the volatility is tried on: output of the headline line in the last year that a target names, else the first goal that varies.
    fn find_main_goal(&self, ensemble: &Ensemble) -> Option<usize> {
        let [output, ..] = self.series();
        let random = || ensemble.chances.iter().enumerate().filter(|(_, chance)| chance.proportion.is_some());
        let own =
            random().filter(|(_, chance)| chance.goal.series == output).max_by_key(|(_, chance)| chance.goal.year);
        own.or_else(|| random().next()).map(|(position, _)| position)
    }

    /// Other volatilities, and those without an answer; `None` where it was cancelled.
    fn volatility(
        &self,
        case: Case<'_>,
        found: &UncertaintyFindings,
    ) -> Option<(Vec<VolatilityRow>, Vec<RefusedTrial>)> {
        let shown = FanOf::ALL.iter().position(|one| *one == self.question.choices.fan_of).unwrap_or(0);
        let row = |ensemble: &Ensemble, factor: f64, drift: bool| VolatilityRow {
            factor,
            drift,
            band: ensemble.fans.get(shown).and_then(|fan| fan.years.last()).map_or((f64::NAN, f64::NAN), |last| {
                (last.get(1).map_or(f64::NAN, |low| low.value), last.get(5).map_or(f64::NAN, |high| high.value))
            }),
            chances: proportions(ensemble),
        };
        let (mut rows, mut refused) = (vec![row(&found.ensemble, 1.0, true)], Vec::new());
        // The drift belongs to the width of tested bands, so that only the study's own volatility can do without.
        let is_own = found.ensemble.bands.taken() == BandSource::Own;
        let without_drift = is_own.then_some((1.0, false));
        let others = FACTORS.iter().map(|factor| (*factor, true)).chain(without_drift);
        for (volatility, drift) in others {
            let draws = found.options.draws.min(VOLATILITY_DRAWS);
            let options = EnsembleOptions { draws, volatility, drift, ..found.options.clone() };
            let input = if drift { SimulationInput::Volatility } else { SimulationInput::Drift };
            match ensemble(case, &self.series(), &options, &self.progress) {
                Ok(found) => rows.push(row(&found?, volatility, drift)),
                Err(error) => refused.push(RefusedTrial { input, factor: volatility, error }),
            }
        }
        rows.sort_by(|a, b| b.drift.cmp(&a.drift).then(a.factor.total_cmp(&b.factor)));
        Some((rows, refused))
    }

    /// Every input of the simulation, moved by itself, and the values without an answer; `None` where it was cancelled.
    pub(super) fn shifts(
        &self,
        case: Case<'_>,
        found: &UncertaintyFindings,
    ) -> Option<(Vec<InputShift>, Vec<RefusedTrial>)> {
        let draws = found.options.draws.min(VOLATILITY_DRAWS);
        let options = EnsembleOptions { draws, ..found.options.clone() };
        let taken = found.ensemble.bands.taken();
        let (mut shifts, mut refused) = (Vec::new(), Vec::new());
        for input in SimulationInput::ALL {
            let idle = input.idle(case, &options, taken);
            let mut chances = [None, None];
            for (factor, chances) in SHIFTS.into_iter().zip(&mut chances).filter(|_| idle.is_none()) {
                // Other volatilities are known from their own table.
                let known = found.volatility.iter().find(|row| row.drift && (row.factor - factor).abs() < 1e-9);
                if let Some(row) = known.filter(|_| input == SimulationInput::Volatility) {
                    *chances = Some(row.chances.clone());
                    continue;
                }
                match shifted_ensemble(case, &self.series(), (input, factor), &options, &self.progress) {
                    Ok(moved) => *chances = moved?.as_ref().map(proportions),
                    Err(error) => refused.push(RefusedTrial { input, factor, error }),
                }
            }
            shifts.push(InputShift { input, idle, chances });
        }
        Some((shifts, refused))
    }

    fn sensitivity(&self, case: Case<'_>) -> Option<Result<Ranked, AnalysisError>> {
        let shown = FanOf::ALL.iter().position(|one| *one == self.question.choices.fan_of).unwrap_or(0);
        let series = self.series()[shown];
        let all = soft_levers(case);
        let response = Response { case, levers: &all, series, year: case.baseline.inputs.horizon.end() };
        let design = Design { points: POINTS, ..Design::default() };
        let found = response.ranked(Some(MOST_LEVERS), design, &self.progress).transpose()?;
        let is_empty = |ranked: &Ranked| ranked.levers.is_empty() && ranked.narrowed.is_empty();
        Some(found).filter(|found| !found.as_ref().is_ok_and(is_empty))
    }
}

/// Draws of a live answer.
fn live_draws(inputs: &Inputs) -> usize {
    let steps = inputs.sectors.len() * inputs.horizon.len().saturating_sub(1);
    (LIVE_STEPS / steps.max(1)).clamp(FEWEST_LIVE_DRAWS, LIVE_DRAWS)
}

/// Draws that reach each goal of an ensemble.
fn proportions(ensemble: &Ensemble) -> Vec<Option<Proportion>> {
    ensemble.chances.iter().map(|chance| chance.proportion).collect()
}
