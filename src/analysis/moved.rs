//! What moved: which revision, new year or assumption changed the main figures between two states of a study.
//!
//! The difference is divided like that between two cases (`attribution`): over all orders in which the changes may come.

use super::attribution::{MOST_EXACT, divide};
use super::error::{AnalysisError, require_value};
use super::metric::{Metric, line_of};
use crate::engine::{Gap, Line, Projection, Variable};
use crate::quantity::Year;
use crate::scenario::figure::{Figure, Quantity};
use crate::scenario::study::{Assumption, Baseline, BaselineRule, Study};
use crate::scenario::{BaseChange, BaseMove, Edit, PreparedCase, PriceBaseChoice, apply_edit, last_base_year};
use std::collections::BTreeSet;
use std::sync::Arc;

/// A kind of change from one state of a study to another.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum StudyChange {
    /// Observed figures of a line have other values, or are gone; every line where the text is empty.
    Revised {
        /// The line.
        line: String,
    },
    /// Observed figures are new, and baselines start at the later year.
    NewYears,
    /// Baselines rest on another vintage of the observations.
    Vintage,
    /// What the model assumes of a quantity; `None` stands for all quantities.
    Assumed {
        /// The quantity.
        quantity: Option<Quantity>,
    },
    /// Targets of the plan.
    Targets,
    /// Settings of scenarios, and projects, parks and shocks.
    Settings,
}

/// An observed figure that is not what it was.
#[derive(Debug, Clone, PartialEq)]
pub struct ChangedFigure {
    /// The figure as it is now; as it was, where it is gone.
    pub figure: Figure,
    /// Its value before, in its unit; `None` where it is new.
    pub before: Option<f64>,
    /// Whether it is gone.
    pub is_gone: bool,
}

/// A figure that is compared, before and after, and what each change has done to it.
#[derive(Debug, Clone, PartialEq)]
pub struct MovedMetric {
    /// The figure, by its place in the later state.
    pub metric: Metric,
    /// Its value before, in the unit of its variable.
    pub from: f64,
    /// Its value after, in the unit of its variable.
    pub to: f64,
    /// The part of each change, in the order of the changes and the unit of the variable; they sum to the difference.
    pub parts: Vec<f64>,
}

/// A result that had a figure in one state of a study and has none in the other.
#[derive(Debug, Clone, PartialEq)]
pub struct LostResult {
    /// The figure, by its place in the later state.
    pub metric: Metric,
    /// Its value in the state that has it, in the variable's unit.
    pub value: f64,
    /// The part of the inputs of which the other state has no figures.
    pub gap: Option<Gap>,
}

/// What moved between two states of a study.
#[derive(Debug, Clone, PartialEq)]
pub struct StudyMoves {
    /// The changes that there are.
    pub changes: Vec<StudyChange>,
    /// Observed figures that changed, in the order of the later state.
    pub figures: Vec<ChangedFigure>,
    /// Last actual year before and after.
    pub base: (Year, Year),
    /// Output of the province and of the headline line in the last year, and average growth until then from the later base.
    pub metrics: Vec<MovedMetric>,
    /// Results of the last year that were known and are a gap now.
    pub lost: Vec<LostResult>,
    /// Results of the last year that were a gap and are known now.
    pub gained: Vec<LostResult>,
    /// The observation that the case takes from another vintage than its record.
    pub borrowed: Option<Box<Figure>>,
    /// The price base year of the earlier state where it was another: it is compared at the prices of the later one.
    pub other_prices: Option<Year>,
}

/// Divides what became of a case between two states of a study over what was changed.
///
/// # Errors
/// The case is absent from one of them, a mix of both does not run, or their constant prices are not linked.
pub fn what_moved(old: &Study, new: &Study, case: &str) -> Result<StudyMoves, AnalysisError> {
    let (from, to) = (old.price_base_year, new.price_base_year);
    if from != to {
        let prices = BaseMove::Prices(PriceBaseChoice { base: to, reason: String::new() });
        let at_new_prices = apply_edit(old, &Edit::ChangeBase(BaseChange { to: prices, losses_allowed: true }));
        let old = at_new_prices.map_err(|why| AnalysisError::OtherPrices { from, to, why: Box::new(why) })?;
        return Ok(StudyMoves { other_prices: Some(from), ..what_moved(&old, new, case)? });
    }
    let mut figures = changed_figures(old, new);
    let changes = merged(changes(old, new, &figures));
    figures.extend(figures_of_vintages(old, new));
    let base = (last_base_year(old).unwrap_or(old.horizon), last_base_year(new).unwrap_or(new.horizon));
    let metrics = compared_metrics(new, base.1);
    let mut values = Vec::with_capacity(1 << changes.len());
    for mask in 0..1_u128 << changes.len() {
        let taken = |change: &StudyChange| {
            changes.iter().position(|one| one == change).is_some_and(|position| mask >> position & 1 == 1)
        };
        values.push(figures_of(&mix(old, new, &changes, &taken), new, case, &metrics)?);
    }
    let value = |mask: u128, m: usize| {
        let row = usize::try_from(mask).ok().and_then(|at| values.get(at));
        row.and_then(|row| row.get(m)).copied().unwrap_or(f64::NAN)
    };
    let all = (1_u128 << changes.len()) - 1;
    let moved = metrics.iter().enumerate().map(|(m, metric)| MovedMetric {
        metric: *metric,
        from: value(0, m),
        to: value(all, m),
        parts: divide(changes.len(), &|mask| value(mask, m)),
    });
    let moved = moved.collect();
    let [before, after] = [projected(old, new, case)?, projected(new, new, case)?];
    let borrowed = new.lineage(case).and_then(|(baseline, _)| new.borrowed_figure(baseline)).cloned().map(Box::new);
    let lost = known_only_in(&before, &after, new);
    let gained = known_only_in(&after, &before, new);
    Ok(StudyMoves { changes, figures, base, metrics: moved, lost, gained, borrowed, other_prices: None })
}

/// Average growth of GRDP from the last actual year to the horizon, before and after a study took other constant prices.
///
/// # Errors
/// The case is absent from one of them, or does not run.
pub fn growth_at_both_prices(old: &Study, new: &Study, case: &str) -> Result<[f64; 2], AnalysisError> {
    let base = last_base_year(new).unwrap_or(new.horizon);
    let metric = Metric { since: Some(base + 1), ..Metric::new(Variable::OutputGrowth, Line::Total, new.horizon) };
    let growth = |study: &Study| require_value(&metric, &projected(study, new, case)?);
    Ok([growth(old)?, growth(new)?])
}

/// Results of the last year, of the province and of the headline line, that one projection has and the other has not.
fn known_only_in(one: &Projection, other: &Projection, study: &Study) -> Vec<LostResult> {
    let headline = line_of(study, &study.structure.headline).filter(|line| *line != Line::Total);
    let lines = std::iter::once(Line::Total).chain(headline);
    let metrics = lines.flat_map(|line| Variable::ALL.map(|variable| Metric::new(variable, line, study.horizon)));
    let known = metrics.filter_map(|metric| {
        let value = metric.value(one)?;
        let gap = other.gap(metric.variable, metric.line);
        metric.value(other).is_none().then_some(LostResult { metric, value, gap })
    });
    known.collect()
}

fn compared_metrics(study: &Study, base: Year) -> Vec<Metric> {
    let year = study.horizon;
    let mut metrics = vec![Metric::new(Variable::Grdp, Line::Total, year)];
    metrics.push(Metric { variable: Variable::OutputGrowth, since: Some(base + 1), ..metrics[0] });
    let headline = line_of(study, &study.structure.headline).filter(|line| *line != Line::Total);
    metrics.extend(headline.map(|line| Metric::new(Variable::Output, line, year)));
    metrics
}

/// Figures of a case in a mixed study; lines keep their places, because neither state changes sectors.
fn figures_of(mixed: &Study, new: &Study, case: &str, metrics: &[Metric]) -> Result<Vec<f64>, AnalysisError> {
    let projection = projected(mixed, new, case)?;
    metrics.iter().map(|metric| require_value(metric, &projection)).collect()
}

/// A case of a mixed study, in the closure of the later state.
fn projected(mixed: &Study, new: &Study, case: &str) -> Result<Projection, AnalysisError> {
    let prepared = PreparedCase::new(mixed, case)?;
    Ok(prepared.in_closure(mixed, new.closure).simulate()?)
}

/// Whether two figures are of the same thing in the same vintage.
fn is_same_thing(one: &Figure, other: &Figure) -> bool {
    (one.quantity, &one.line, &one.from, one.year, one.since)
        == (other.quantity, &other.line, &other.from, other.year, other.since)
        && (&one.vintage, &one.territory) == (&other.vintage, &other.territory)
}

/// The observation of a study that is about the same thing as a figure.
fn same_thing<'a>(study: &'a Study, figure: &Figure) -> Option<&'a Figure> {
    let mut of_line = study.observations.of_line(figure.quantity, &figure.line).map(|(_, known)| known);
    of_line.find(|known| is_same_thing(known, figure))
}

fn changed_figures(old: &Study, new: &Study) -> Vec<ChangedFigure> {
    let mut changed = Vec::new();
    for figure in new.observations.iter() {
        let before = same_thing(old, figure);
        if before.is_none_or(|before| before.model_value().to_bits() != figure.model_value().to_bits()) {
            let before = before.map(|before| before.value);
            changed.push(ChangedFigure { figure: figure.clone(), before, is_gone: false });
        }
    }
    let gone = old.observations.iter().filter(|known| same_thing(new, known).is_none());
    changed.extend(gone.map(|figure| ChangedFigure {
        figure: figure.clone(),
        before: Some(figure.value),
        is_gone: true,
    }));
    changed
}

fn changes(old: &Study, new: &Study, figures: &[ChangedFigure]) -> BTreeSet<StudyChange> {
    let mut changes: BTreeSet<StudyChange> = BTreeSet::new();
    let is_new = |changed: &&ChangedFigure| changed.before.is_none();
    let bases = |study: &Study| -> Vec<(String, Year)> {
        study.baselines.iter().map(|one| (one.id.clone(), one.base_year)).collect()
    };
    if figures.iter().any(|changed| is_new(&changed)) || bases(old) != bases(new) {
        changes.insert(StudyChange::NewYears);
    }
    let rests_elsewhere = |later: &Baseline| old.baseline(&later.id).is_some_and(|one| has_other_vintage(one, later));
    if new.baselines.iter().any(rests_elsewhere) {
        changes.insert(StudyChange::Vintage);
    }
    let revised = figures.iter().filter(|changed| !is_new(changed));
    changes.extend(revised.map(|changed| StudyChange::Revised { line: changed.figure.line.clone() }));
    let others = |one: &Study, other: &Study| -> Vec<Quantity> {
        let lacks = |row: &&Assumption| !other.parameters.contains(row);
        one.parameters.iter().filter(lacks).map(|row| row.figure.quantity).collect()
    };
    let assumed = others(old, new).into_iter().chain(others(new, old));
    changes.extend(assumed.map(|quantity| StudyChange::Assumed { quantity: Some(quantity) }));
    if old.targets != new.targets || rules(old) != rules(new) {
        changes.insert(StudyChange::Targets);
    }
    let is_set = old.scenarios != new.scenarios
        || old.projects != new.projects
        || old.parks != new.parks
        || old.shocks != new.shocks;
    if is_set {
        changes.insert(StudyChange::Settings);
    }
    changes
}

/// Whether a baseline has kept its base year and rests on another vintage.
fn has_other_vintage(before: &Baseline, later: &Baseline) -> bool {
    before.base_year == later.base_year && before.vintage != later.vintage
}

/// Figures that differ between the vintages of the record before and after, up to the last actual year.
fn figures_of_vintages(old: &Study, new: &Study) -> Vec<ChangedFigure> {
    let (earlier, later) = (&old.history_vintage, &new.history_vintage);
    if earlier == later {
        return Vec::new();
    }
    let of_later = new.observations.iter().filter(|figure| figure.vintage == *later);
    let differing = of_later.filter_map(|figure| {
        let as_before = Figure { vintage: earlier.clone(), ..figure.clone() };
        let before = same_thing(old, &as_before)?;
        let differs = before.model_value().to_bits() != figure.model_value().to_bits();
        differs.then(|| ChangedFigure { figure: figure.clone(), before: Some(before.value), is_gone: false })
    });
    differing.collect()
}

fn rules(study: &Study) -> Vec<&BaselineRule> {
    study.baselines.iter().map(|baseline| &baseline.rule).collect()
}

/// The changes, those of one kind together where there are more than an exact division takes.
fn merged(mut changes: BTreeSet<StudyChange>) -> Vec<StudyChange> {
    let is_assumed = |change: &StudyChange| matches!(change, StudyChange::Assumed { .. });
    let is_revised = |change: &StudyChange| matches!(change, StudyChange::Revised { .. });
    if changes.len() > MOST_EXACT && changes.iter().any(is_assumed) {
        changes.retain(|change| !is_assumed(change));
        changes.insert(StudyChange::Assumed { quantity: None });
    }
    if changes.len() > MOST_EXACT && changes.iter().any(is_revised) {
        changes.retain(|change| !is_revised(change));
        changes.insert(StudyChange::Revised { line: String::new() });
    }
    changes.into_iter().collect()
}

/// The earlier study with some of the changes.
fn mix(old: &Study, new: &Study, changes: &[StudyChange], taken: &dyn Fn(&StudyChange) -> bool) -> Study {
    let mut mixed = old.clone();
    mixed.horizon = new.horizon;
    mixed.closure = new.closure;
    mixed.pinned.clone_from(&new.pinned);
    let of_revision = |line: &str| {
        let own = StudyChange::Revised { line: line.to_owned() };
        let all = StudyChange::Revised { line: String::new() };
        taken(&own) || !changes.contains(&own) && taken(&all)
    };
    let mut observations: Vec<Figure> = Vec::with_capacity(new.observations.len());
    for known in old.observations.iter() {
        let now = same_thing(new, known);
        match now.filter(|_| of_revision(&known.line)) {
            Some(figure) => observations.push(figure.clone()),
            None if now.is_none() && of_revision(&known.line) => {}
            None => observations.push(known.clone()),
        }
    }
    if taken(&StudyChange::NewYears) {
        let fresh = |figure: &&Figure| same_thing(old, figure).is_none();
        observations.extend(new.observations.iter().filter(fresh).cloned());
        mixed.links.clone_from(&new.links);
        for baseline in &mut mixed.baselines {
            if let Some(later) = new.baseline(&baseline.id).filter(|later| later.base_year != baseline.base_year) {
                baseline.base_year = later.base_year;
                baseline.vintage.clone_from(&later.vintage);
            }
        }
    }
    if taken(&StudyChange::Vintage) {
        for baseline in &mut mixed.baselines {
            let before = old.baseline(&baseline.id);
            if let Some((_, later)) =
                before.zip(new.baseline(&baseline.id)).filter(|(before, later)| has_other_vintage(before, later))
            {
                baseline.vintage.clone_from(&later.vintage);
            }
        }
    }
    mixed.observations = Arc::new(observations.into());
    mixed.parameters = Arc::new(mixed_parameters(old, new, changes, taken).into());
    if taken(&StudyChange::Targets) {
        mixed.targets = Arc::clone(&new.targets);
        for baseline in &mut mixed.baselines {
            if let Some(later) = new.baseline(&baseline.id) {
                baseline.rule = later.rule.clone();
            }
        }
    }
    if taken(&StudyChange::Settings) {
        mixed.scenarios.clone_from(&new.scenarios);
        mixed.projects.clone_from(&new.projects);
        mixed.parks.clone_from(&new.parks);
        mixed.shocks.clone_from(&new.shocks);
    }
    mixed
}

fn mixed_parameters(
    old: &Study,
    new: &Study,
    changes: &[StudyChange],
    taken: &dyn Fn(&StudyChange) -> bool,
) -> Vec<Assumption> {
    let is_taken = |row: &&Assumption| {
        let own = StudyChange::Assumed { quantity: Some(row.figure.quantity) };
        taken(&own) || !changes.contains(&own) && taken(&StudyChange::Assumed { quantity: None })
    };
    let kept = old.parameters.iter().filter(|row| !is_taken(row));
    kept.chain(new.parameters.iter().filter(is_taken)).cloned().collect()
}
