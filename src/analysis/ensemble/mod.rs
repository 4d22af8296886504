//! Ensembles: many projections of one scenario with random innovations, their bands, and the probability of each target.
//!
//! Bands are conditional on the scenario: policy, prices and the structure of the model are taken as given.
//! The deterministic projection is the median of each sector's potential output, not of sums or of what a limit cuts; draws are the same in every scenario, so that differences between scenarios are not luck.

mod draws;
mod goal;
mod group;
mod histogram;
mod options;
mod paired;
mod proportion;
mod quantile;
mod run;
mod shifted;
mod stored;
mod varied;

pub use goal::JudgedTarget;
pub use histogram::Histogram;
pub use options::{EnsembleOptions, UncertainLever};
pub use paired::{PairedDifference, differences_from_reference};
pub use proportion::{Chance, Proportion, TOLD_OF};
pub use quantile::Quantile;
pub use shifted::{IdleInput, InputShift, SHIFTS, SimulationInput, shifted_ensemble};
pub use stored::{StoredDraw, stored_factors};
pub use varied::{soft_levers, stated_levers};

use crate::engine::{Inputs, Kernel, MeasuredSeries, Projection, simulate};
use crate::quantity::{Horizon, Year};
use crate::scenario::Case;
use crate::scenario::{
    BandSource, ErrorModel, KnownVolatility, ResolveError, TestedModel, error_model, tested_model, widest_model,
};
use crate::task::{Progress, in_parallel};
use group::DrawResults;
use std::sync::Arc;

/// Probabilities whose quantiles a fan has: the ends of the 90, 80 and 50 % bands, and the median.
pub const FAN: [f64; 7] = [0.05, 0.10, 0.25, 0.50, 0.75, 0.90, 0.95];
/// Sample paths that are shown: the first draws.
pub const SAMPLES: usize = 5;

/// One series of an ensemble.
#[derive(Debug, Clone, PartialEq)]
pub struct Fan {
    /// What it is of.
    pub series: MeasuredSeries,
    /// The deterministic path, base year first.
    pub path: Vec<f64>,
    /// Quantiles at the probabilities of [`FAN`] for each projected year.
    pub years: Vec<Vec<Quantile>>,
    /// The first draws, base year first.
    pub samples: Vec<Vec<f64>>,
    /// How the draws of each projected year are spread.
    pub histograms: Vec<Histogram>,
}

/// A target and how many draws reach it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TargetChance {
    /// The target.
    pub goal: JudgedTarget,
    /// Draws that reach it; `None` if innovations do not move it, so that its probability is not defined.
    pub proportion: Option<Proportion>,
}

/// All targets of one vintage in its last year together.
#[derive(Debug, Clone, PartialEq)]
pub struct TogetherChance {
    /// Vintage of the targets.
    pub vintage: String,
    /// The year.
    pub year: Year,
    /// How many targets were judged.
    pub targets: usize,
    /// Draws that reach all of them.
    pub proportion: Proportion,
}

/// From what the width of an ensemble's bands came.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BandBasis {
    /// What was asked for.
    pub asked: BandSource,
    /// The tested bands, where the study has observations for them.
    pub tested: Option<TestedBasis>,
}

/// The tested bands of a study, beside its own volatility.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TestedBasis {
    /// What is known of the economy's volatility.
    pub known: KnownVolatility,
    /// Whether the total's band is not the tested one.
    pub total_differs: bool,
    /// How many times as wide the total's band of the last year is with the study's own volatility; `None` where the study states none.
    pub own_over_tested: Option<f64>,
}

impl BandBasis {
    /// What was taken.
    pub const fn taken(&self) -> BandSource {
        if self.tested.is_some() { self.asked } else { BandSource::Own }
    }
}

/// What an ensemble found.
#[derive(Debug, Clone, PartialEq)]
pub struct Ensemble {
    /// Number of draws.
    pub draws: usize,
    /// From what the width of the bands came.
    pub bands: BandBasis,
    /// Seed.
    pub seed: u64,
    /// Base year and last year.
    pub horizon: Horizon,
    /// The series asked for, in that order.
    pub fans: Vec<Fan>,
    /// Targets that fall into the horizon, in the order of the study.
    pub chances: Vec<TargetChance>,
    /// Targets together, by vintage.
    pub together: Vec<TogetherChance>,
}

/// Everything that the draws share.
struct Plan<'a> {
    case: Case<'a>,
    options: &'a EnsembleOptions,
    model: ErrorModel,
    bands: BandBasis,
    errors: draws::Errors,
    kernel: Kernel,
    series: &'a [MeasuredSeries],
    goals: Vec<JudgedTarget>,
    joint: Vec<Vec<usize>>,
}

impl<'a> Plan<'a> {
    /// Draws of a case and of series that it has, with no goals yet.
    fn new(
        (case, inputs): (Case<'a>, &Arc<Inputs>),
        series: &'a [MeasuredSeries],
        options: &'a EnsembleOptions,
    ) -> Result<Self, ResolveError> {
        let (model, bands) = chosen_model(case, options.bands)?;
        Ok(Self {
            case,
            options,
            errors: draws::Errors::new(&model, options.volatility, options.drift),
            model,
            bands,
            kernel: Kernel::new(inputs)?,
            series,
            goals: Vec::new(),
            joint: Vec::new(),
        })
    }
}

/// Runs an ensemble of a case; `None` where it was cancelled.
///
/// Equal seeds and options give equal bits on any number of threads and any block size.
///
/// # Errors
/// [`ResolveError`] if the case does not run, or parameters of its error model are missing.
pub fn ensemble(
    case: Case<'_>,
    series: &[MeasuredSeries],
    options: &EnsembleOptions,
    progress: &Progress,
) -> Result<Option<Ensemble>, ResolveError> {
    let inputs = case.resolve()?;
    let expected = simulate(&inputs)?;
    let known = |series: &&MeasuredSeries| expected.gap(series.variable, series.line).is_none();
    let series: Vec<MeasuredSeries> = series.iter().filter(known).copied().collect();
    let mut plan = Plan::new((case, &inputs), &series, options)?;
    plan.goals = goal::goals(case.study, &expected);
    let varies = run::varies(&plan)?;
    plan.joint = joint(&plan);
    let Some(blocks) = run::run_blocks(&plan, progress)? else { return Ok(None) };
    let Some(fans) = fans(&plan, &expected, &blocks, progress) else { return Ok(None) };
    Ok(Some(gather(&plan, &varies, fans, &blocks)))
}

/// The error model that was asked for; the study's own where its observations are too few for the tested bands.
fn chosen_model(case: Case<'_>, asked: BandSource) -> Result<(ErrorModel, BandBasis), ResolveError> {
    let own = error_model(case.study, &case.baseline.id);
    let baseline = case.study.baseline(&case.baseline.id);
    let shown = baseline.and_then(|baseline| tested_model(case.study, baseline));
    // What the study states of its volatility says more than the widest bands of other economies.
    let widest = || baseline.filter(|_| own.is_err()).and_then(|baseline| widest_model(case.study, baseline));
    let Some(tested) = shown.or_else(widest) else {
        return Ok((own?, BandBasis { asked, tested: None }));
    };
    let TestedModel { model, known, total_differs, shares } = tested;
    let years = case.baseline.inputs.horizon.len() - 1;
    let ratio = |own: &ErrorModel| own.deviation_of_sum(&shares, years) / model.deviation_of_sum(&shares, years);
    let own_over_tested = own.as_ref().ok().map(ratio);
    let bands = BandBasis { asked, tested: Some(TestedBasis { known, total_differs, own_over_tested }) };
    match asked {
        BandSource::Tested => Ok((model, bands)),
        BandSource::Own => Ok((own?, bands)),
    }
}

/// Goals that are judged together: those of one vintage in its last year, where there are several.
///
/// The study says which targets stand apart; the set is the same whatever an ensemble varies.
fn joint(plan: &Plan<'_>) -> Vec<Vec<usize>> {
    let stated = |goal: &JudgedTarget| plan.case.study.targets.get(goal.target);
    let vintage = |goal: &JudgedTarget| stated(goal).map_or("", |figure| &figure.vintage);
    let judged = || plan.goals.iter().enumerate().filter(|(_, goal)| stated(goal).is_some_and(|figure| !figure.apart));
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for (position, goal) in judged() {
        let last = judged().filter(|(_, other)| vintage(other) == vintage(goal)).map(|(_, other)| other.year).max();
        if last != Some(goal.year) {
            continue;
        }
        let same =
            |group: &&mut Vec<usize>| group.first().is_some_and(|&one| vintage(&plan.goals[one]) == vintage(goal));
        match groups.iter_mut().find(same) {
            Some(group) => group.push(position),
            None => groups.push(vec![position]),
        }
    }
    groups.retain(|group| group.len() > 1);
    groups
}

/// Quantiles and sample paths of every series; every series and year is a job.
fn fans(plan: &Plan<'_>, expected: &Projection, blocks: &[DrawResults], progress: &Progress) -> Option<Vec<Fan>> {
    let n_years = plan.kernel.horizon().len() - 1;
    let found = in_parallel(plan.options.workers, plan.series.len() * n_years, progress, |row| {
        let pieces: Vec<&[f64]> = blocks.iter().map(|block| block.row(row)).collect();
        let years = quantile::quantiles(&pieces, &FAN);
        let spread = histogram::histogram(&pieces, &years);
        (years, spread)
    })?;
    let mut found = found.into_iter();
    let fan = |(position, &series): (usize, &MeasuredSeries)| {
        let path = expected.series(series.variable, series.line).into_iter().map(|value| value.unwrap_or(f64::NAN));
        let path: Vec<f64> = path.collect();
        let samples = (0..SAMPLES.min(plan.options.draws)).map(|draw| {
            let (mut number, mut place) = (0, draw);
            while blocks.get(number).is_some_and(|block| place >= block.len()) {
                place -= blocks[number].len();
                number += 1;
            }
            let row =
                |year: usize| blocks.get(number).and_then(|block| block.row(position * n_years + year).get(place));
            path.first().copied().into_iter().chain((0..n_years).filter_map(|year| row(year).copied())).collect()
        });
        let samples = samples.collect();
        let (years, histograms) = found.by_ref().take(n_years).unzip();
        Fan { series, path, years, samples, histograms }
    };
    Some(plan.series.iter().enumerate().map(fan).collect())
}

fn gather(plan: &Plan<'_>, varies: &[bool], fans: Vec<Fan>, blocks: &[DrawResults]) -> Ensemble {
    let draws = plan.options.draws;
    let total = |of: &dyn Fn(&DrawResults) -> usize| Proportion { hits: blocks.iter().map(of).sum(), draws };
    let chances = plan.goals.iter().enumerate().map(|(position, &goal)| TargetChance {
        goal,
        proportion: varies[position].then(|| total(&|block| block.hits[position])),
    });
    let together = plan.joint.iter().enumerate().filter_map(|(number, group)| {
        let goal = plan.goals.get(*group.first()?)?;
        Some(TogetherChance {
            vintage: plan.case.study.targets.get(goal.target)?.vintage.clone(),
            year: goal.year,
            targets: group.len(),
            proportion: total(&|block| block.together[number]),
        })
    });
    Ensemble {
        draws,
        bands: plan.bands,
        seed: plan.options.seed,
        horizon: plan.kernel.horizon(),
        fans,
        chances: chances.collect(),
        together: together.collect(),
    }
}
