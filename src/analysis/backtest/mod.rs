//! Back-test: every year of a panel that has enough past is projected from that past alone, and scored against what came.
//!
//! Projections use only data up to their origin.
//! Bands come either from the multipliers that ship, or from how far projections of the same panel's other countries lay from their outcomes, never from the country itself (leave one country out).

mod learnt;
mod panel;
mod regression;
mod score;
mod trend;

pub use crate::calibration::forecast::{LEVELS, LearntFrom, Multipliers, PanelMeasure, Past, RuleRow};
pub use learnt::FEWEST_PEERS;
pub use panel::{Panel, PanelError, PanelSeries};
pub use score::{BandCoverage, Scores};
pub use trend::{past, shrunk_trend};

use crate::calibration::forecast::{ShippedBands, Signals, TrendRule, scale};
use crate::engine::real::exp;
use crate::quantity::Year;
use crate::task::{Progress, Workers, in_parallel};
use learnt::{Distance, blend, learnt};
use regression::{Lesson, learn_rule};
use score::{Judged, scores};
use trend::Pasts;

/// Two-sided points of the normal distribution at the levels of the bands.
const NORMAL: Multipliers = [0.674_489_750_196_082, 1.281_551_565_544_600_4, 1.644_853_626_951_472_2];

/// A way to project.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ForecastMethod {
    /// The program: its trend rule with bands learnt from errors, those of the panel's other countries where there are enough.
    Program,
    /// The program with the bands that ship, whatever the panel.
    ProgramShipped,
    /// The mean of own, total and peer trend, with the usual bands: own deviation times the square root of time.
    Shrinkage,
    /// Own trend, with the usual bands.
    OwnTrend,
    /// The trend of the total, so that shares stay as they are, with the usual bands.
    FixedShares,
    /// The last value, with the usual bands.
    RandomWalk,
}

impl ForecastMethod {
    /// All, in the order of tables.
    pub const ALL: [Self; 6] =
        [Self::Program, Self::ProgramShipped, Self::Shrinkage, Self::OwnTrend, Self::FixedShares, Self::RandomWalk];

    /// The word in files.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Program => "program",
            Self::ProgramShipped => "program_shipped_bands",
            Self::Shrinkage => "shrinkage",
            Self::OwnTrend => "own_trend",
            Self::FixedShares => "fixed_shares",
            Self::RandomWalk => "random_walk",
        }
    }
}

/// What a row of scores is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ScoreScope {
    /// All sectors together.
    Sectors,
    /// The whole economy.
    Total,
    /// One sector, by position.
    Sector(usize),
    /// A third of the projections of sectors by the volatility of their past: 0 the calmest.
    Volatility(usize),
    /// A third of the projections of sectors by their share of the whole economy: 0 the smallest.
    Size(usize),
}

/// How a panel is tested.
#[derive(Debug, Clone, PartialEq)]
pub struct BacktestOptions {
    /// Years ahead.
    pub horizons: Vec<usize>,
    /// Years with figures that an origin must have behind it, itself included.
    pub least_history: usize,
    /// From which outcomes the rule and the bands that ship were learnt; with an end, only origins from that year on are scored, and what is learnt from the panel is learnt up to it.
    pub learnt_from: LearntFrom,
    /// Threads; results do not depend on them.
    pub workers: Workers,
}

impl Default for BacktestOptions {
    fn default() -> Self {
        Self { horizons: vec![5, 10], least_history: 10, learnt_from: LearntFrom::AllYears, workers: Workers::All }
    }
}

/// Scores of one method.
#[derive(Debug, Clone, PartialEq)]
pub struct ScoreRow {
    /// Value added or employment.
    pub measure: PanelMeasure,
    /// Years ahead.
    pub horizon: usize,
    /// Sectors, total or one sector.
    pub scope: ScoreScope,
    /// The method.
    pub method: ForecastMethod,
    /// Its scores.
    pub scores: Scores,
}

/// Multipliers learnt from all countries of a panel, in the form of the table that ships.
#[derive(Debug, Clone, PartialEq)]
pub struct LearntRow {
    /// Value added or employment.
    pub measure: PanelMeasure,
    /// Whether of the total, otherwise of all sectors.
    pub is_total: bool,
    /// Years ahead.
    pub horizon: usize,
    /// Multipliers at [`LEVELS`].
    pub multipliers: Multipliers,
    /// Projections behind them.
    pub count: usize,
}

/// What a back-test found.
#[derive(Debug, Clone, PartialEq)]
pub struct Backtest {
    /// Scores by measure, horizon, scope and method; scopes without projections are absent.
    pub rows: Vec<ScoreRow>,
    /// Multipliers that the whole panel gives.
    pub learnt: Vec<LearntRow>,
    /// Coefficients of the trend rule that the whole panel gives, of all horizons together.
    pub rule: Vec<RuleRow>,
    /// Countries with at least one projection.
    pub countries: usize,
    /// First and last origin.
    pub origins: Option<(Year, Year)>,
    /// Whether bands were learnt from the panel's other countries; otherwise they are those that ship.
    pub learns_from_panel: bool,
    /// Longest past that any series has, in years with figures.
    pub longest_history: usize,
}

/// A projection before it is judged.
#[derive(Debug, Clone, Copy)]
struct Trial {
    country: usize,
    line: usize,
    origin: usize,
    /// Standard deviation of log growth in all years, which the usual bands take.
    deviation: f64,
    /// Share of the whole economy at the origin, where there is one.
    share: Option<f64>,
    /// Unit of the width of the program's bands.
    scale: f64,
    signals: Signals,
    /// Log growth a year by method, in the order of [`ForecastMethod::ALL`].
    growth: [f64; ForecastMethod::ALL.len()],
    /// Logs at the origin and at the horizon.
    start: f64,
    outcome: f64,
}

impl Trial {
    fn error(&self, method: usize, horizon: usize) -> f64 {
        self.outcome - self.start - horizon as f64 * self.growth[method]
    }
}

/// Projects and scores a panel; `None` where it was cancelled.
pub fn backtest(panel: &Panel, options: &BacktestOptions, progress: &Progress) -> Option<Backtest> {
    let jobs: Vec<(PanelMeasure, usize)> = PanelMeasure::ALL
        .into_iter()
        .flat_map(|measure| options.horizons.iter().map(move |&horizon| (measure, horizon)))
        .collect();
    let tested = in_parallel(options.workers, jobs.len(), progress, |number| {
        let (measure, horizon) = jobs[number];
        test_panel(panel, (measure, horizon), options)
    })?;
    let mut found = Backtest {
        rows: Vec::new(),
        learnt: Vec::new(),
        rule: Vec::new(),
        countries: 0,
        origins: None,
        learns_from_panel: false,
        longest_history: longest_history(panel),
    };
    let mut countries: Vec<usize> = Vec::new();
    let mut lessons = Vec::new();
    for part in tested {
        lessons.extend(part.lessons);
        found.rows.extend(part.rows);
        found.learnt.extend(part.learnt);
        found.learns_from_panel |= part.learns_from_panel;
        countries.extend(part.trials.iter().map(|trial| trial.country));
        for trial in &part.trials {
            let year = panel.first + Year::try_from(trial.origin).unwrap_or_default();
            let (first, last) = found.origins.unwrap_or((year, year));
            found.origins = Some((first.min(year), last.max(year)));
        }
    }
    countries.sort_unstable();
    countries.dedup();
    found.countries = countries.len();
    found.rule = learn_rule(&lessons);
    Some(found)
}

fn longest_history(panel: &Panel) -> usize {
    let all = PanelMeasure::ALL.into_iter().flat_map(|measure| {
        (0..panel.countries.len())
            .flat_map(move |country| (0..=panel.total()).filter_map(move |line| panel.series(measure, country, line)))
    });
    let longest = |series: &PanelSeries| {
        let last = series.definitions.last().copied().unwrap_or_default();
        let of = |number: usize| {
            let inside = series.logs.iter().zip(&series.definitions).filter(|(_, own)| **own == number);
            inside.filter(|(log, _)| log.is_some()).count()
        };
        (0..=last).map(of).max().unwrap_or_default()
    };
    all.map(longest).max().unwrap_or_default()
}

/// One measure at one horizon.
struct Tested {
    rows: Vec<ScoreRow>,
    learnt: Vec<LearntRow>,
    lessons: Vec<Lesson>,
    trials: Vec<Trial>,
    learns_from_panel: bool,
}

fn test_panel(panel: &Panel, (measure, horizon): (PanelMeasure, usize), options: &BacktestOptions) -> Tested {
    let all = trials(panel, (measure, horizon), options);
    let year = |position: usize| panel.first + Year::try_from(position).unwrap_or_default();
    let last = options.learnt_from.last_year();
    let teaches = |trial: &&Trial| last.is_none_or(|last| year(trial.origin + horizon) <= last);
    let lessons = all.iter().filter(teaches).map(|trial| Lesson {
        measure,
        is_total: trial.line == panel.total(),
        signals: trial.signals,
        growth: (trial.outcome - trial.start) / horizon as f64,
    });
    let lessons = lessons.collect();
    let distances = |is_total: bool, trials: &mut dyn Iterator<Item = &Trial>| -> Vec<Distance> {
        let wanted = trials.filter(|trial| (trial.line == panel.total()) == is_total);
        wanted
            .map(|trial| Distance {
                country: trial.country,
                line: trial.line,
                units: trial.error(0, horizon).abs() / trial.scale,
            })
            .collect()
    };
    let learnt_rows = [false, true].into_iter().filter_map(|is_total| {
        let distances = distances(is_total, &mut all.iter().filter(teaches));
        let (multipliers, _) = learnt(&distances, None)?;
        Some(LearntRow { measure, is_total, horizon, multipliers, count: distances.len() })
    });
    let learnt = learnt_rows.collect();
    let trials: Vec<Trial> =
        all.iter().filter(|trial| last.is_none_or(|last| year(trial.origin) >= last)).copied().collect();
    let distances = [false, true].map(|is_total| distances(is_total, &mut trials.iter()));
    let shipped =
        [false, true].map(|is_total| ShippedBands::new(options.learnt_from, measure, is_total).multipliers(horizon));
    let multipliers = panel_multipliers(panel, &trials, &distances, &shipped);
    let rows = score_trials(panel, (measure, horizon), &trials, (&multipliers.of, &shipped));
    Tested { rows, learnt, lessons, trials, learns_from_panel: multipliers.learns_from_panel }
}

/// Scores by scope and method.
fn score_trials(
    panel: &Panel,
    (measure, horizon): (PanelMeasure, usize),
    trials: &[Trial],
    (own, shipped): (&[Multipliers], &[Multipliers; 2]),
) -> Vec<ScoreRow> {
    let shares = share_errors(panel, trials, horizon);
    let judged = |number: usize, method: usize| {
        let trial = &trials[number];
        let is_total = trial.line == panel.total();
        let half_widths = match ForecastMethod::ALL[method] {
            ForecastMethod::Program => own[number].map(|multiplier| multiplier * trial.scale),
            ForecastMethod::ProgramShipped => shipped[usize::from(is_total)].map(|multiplier| multiplier * trial.scale),
            ForecastMethod::Shrinkage
            | ForecastMethod::OwnTrend
            | ForecastMethod::FixedShares
            | ForecastMethod::RandomWalk => NORMAL.map(|point| point * trial.deviation * (horizon as f64).sqrt()),
        };
        Judged { error: trial.error(method, horizon), half_widths, share_error: shares[number].map(|by| by[method]) }
    };
    let mut rows = Vec::new();
    for (scope, members) in scopes(panel, trials) {
        for (number, method) in ForecastMethod::ALL.into_iter().enumerate() {
            let judged: Vec<Judged> = members.iter().map(|&one| judged(one, number)).collect();
            rows.extend(scores(&judged).map(|scores| ScoreRow { measure, horizon, scope, method, scores }));
        }
    }
    rows
}

/// What scores are of, with the trials of each.
fn scopes(panel: &Panel, trials: &[Trial]) -> Vec<(ScoreScope, Vec<usize>)> {
    let members = |holds: &dyn Fn(&Trial) -> bool| (0..trials.len()).filter(|&one| holds(&trials[one])).collect();
    let mut scopes: Vec<(ScoreScope, Vec<usize>)> = vec![
        (ScoreScope::Sectors, members(&|trial| trial.line != panel.total())),
        (ScoreScope::Total, members(&|trial| trial.line == panel.total())),
    ];
    scopes.extend((0..panel.total()).map(|line| (ScoreScope::Sector(line), members(&|trial| trial.line == line))));
    let thirds = |value: &dyn Fn(&Trial) -> Option<f64>| {
        let sectors = (0..trials.len()).filter(|&one| trials[one].line != panel.total());
        let mut sorted: Vec<(f64, usize)> = sectors.filter_map(|one| Some((value(&trials[one])?, one))).collect();
        sorted.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        let third = |number: usize| sorted[sorted.len() * number / 3..sorted.len() * (number + 1) / 3].to_vec();
        [0, 1, 2].map(|number| third(number).into_iter().map(|(_, one)| one).collect::<Vec<usize>>())
    };
    let by_volatility = thirds(&|trial| Some(trial.deviation)).into_iter().enumerate();
    scopes.extend(by_volatility.map(|(number, members)| (ScoreScope::Volatility(number), members)));
    let by_size = thirds(&|trial| trial.share).into_iter().enumerate();
    scopes.extend(by_size.map(|(number, members)| (ScoreScope::Size(number), members)));
    scopes
}

/// Multipliers of every trial, and whether the panel taught them.
struct TrialMultipliers {
    of: Vec<Multipliers>,
    learns_from_panel: bool,
}

/// For each trial: what the other countries teach about its line, drawn towards what they teach about all lines, and that towards what ships.
fn panel_multipliers(
    panel: &Panel,
    trials: &[Trial],
    distances: &[Vec<Distance>; 2],
    shipped: &[Multipliers; 2],
) -> TrialMultipliers {
    let mut known: Vec<Option<Multipliers>> = vec![None; panel.countries.len() * (panel.total() + 1)];
    let mut learns_from_panel = false;
    let by_line: Vec<Vec<Distance>> = (0..=panel.total())
        .map(|line| distances.iter().flatten().filter(|one| one.line == line).copied().collect())
        .collect();
    let mut pooled: Vec<Option<Option<(Multipliers, usize)>>> = vec![None; 2 * panel.countries.len()];
    let mut of = Vec::with_capacity(trials.len());
    for trial in trials {
        let is_total = trial.line == panel.total();
        let place = trial.country * (panel.total() + 1) + trial.line;
        let multipliers = known[place].unwrap_or_else(|| {
            let kind = usize::from(is_total);
            let prior = shipped[kind];
            let slot = &mut pooled[2 * trial.country + kind];
            let others = *slot.get_or_insert_with(|| learnt(&distances[kind], Some(trial.country)));
            match others.filter(|(_, countries)| *countries >= FEWEST_PEERS) {
                None => prior,
                Some((others, countries)) => {
                    learns_from_panel = true;
                    let common = blend(others, countries, prior);
                    match learnt(&by_line[trial.line], Some(trial.country)) {
                        Some((own, countries)) if !is_total => blend(own, countries, common),
                        Some(_) | None => common,
                    }
                }
            }
        });
        known[place] = Some(multipliers);
        of.push(multipliers);
    }
    TrialMultipliers { of, learns_from_panel }
}

/// A projection of the program with the bands that ship.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PanelForecast {
    /// Country, by position.
    pub country: usize,
    /// Line, by position; the total is the last.
    pub line: usize,
    /// Year of the last figures that were used.
    pub origin: Year,
    /// Log growth a year.
    pub growth: f64,
    /// Half-widths of the bands at [`LEVELS`], logs of the level.
    pub half_widths: Multipliers,
}

/// What the program projects of a panel at a horizon, wherever an outcome can judge it.
pub fn forecasts(
    panel: &Panel,
    (measure, horizon): (PanelMeasure, usize),
    options: &BacktestOptions,
) -> Vec<PanelForecast> {
    let shipped =
        [false, true].map(|is_total| ShippedBands::new(options.learnt_from, measure, is_total).multipliers(horizon));
    let forecast = |trial: &Trial| PanelForecast {
        country: trial.country,
        line: trial.line,
        origin: panel.first + Year::try_from(trial.origin).unwrap_or_default(),
        growth: trial.growth[0],
        half_widths: shipped[usize::from(trial.line == panel.total())].map(|multiplier| multiplier * trial.scale),
    };
    trials(panel, (measure, horizon), options).iter().map(forecast).collect()
}

/// Every projection that a measure and horizon allow.
fn trials(panel: &Panel, (measure, horizon): (PanelMeasure, usize), options: &BacktestOptions) -> Vec<Trial> {
    let rule = TrendRule::shipped(options.learnt_from);
    let mut trials = Vec::new();
    for origin in 0..panel.years.saturating_sub(horizon) {
        let pasts = Pasts::new(panel, measure, origin, options.least_history);
        for country in 0..panel.countries.len() {
            for line in 0..=panel.total() {
                let Some(signals) = pasts.signals(country, line) else { continue };
                let Some((start, outcome)) = outcome(panel.series(measure, country, line), origin, horizon) else {
                    continue;
                };
                let is_total = line == panel.total();
                let past = signals.own;
                let (projected, _) = rule.growth(measure, is_total, &signals);
                let shrunk = shrunk_trend(past.trend, signals.total, pasts.peers(country, line));
                let fixed = signals.total.unwrap_or(past.trend);
                let growth = [projected, projected, shrunk, past.trend, fixed, 0.0];
                let whole = panel.series(measure, country, panel.total()).and_then(|total| total.logs[origin]);
                let share = whole.map(|whole| exp(start - whole));
                trials.push(Trial {
                    country,
                    line,
                    origin,
                    deviation: past.deviation,
                    share,
                    scale: scale(past.volatility, is_total, share),
                    signals,
                    growth,
                    start,
                    outcome,
                });
            }
        }
    }
    trials
}

/// Logs of an origin and of its horizon, where both exist in one definition.
fn outcome(series: Option<&PanelSeries>, origin: usize, horizon: usize) -> Option<(f64, f64)> {
    let series = series?;
    let end = origin + horizon;
    let same = series.definitions.get(origin)? == series.definitions.get(end)?;
    let logs = series.logs[origin].zip(series.logs[end]);
    logs.filter(|_| same)
}

/// For every trial of a sector, how far each method's share lies from the outcome's, in points; shares are of the sectors projected together.
fn share_errors(panel: &Panel, trials: &[Trial], horizon: usize) -> Vec<Option<[f64; ForecastMethod::ALL.len()]>> {
    let mut errors = vec![None; trials.len()];
    let mut start = 0;
    while start < trials.len() {
        // Trials stand by origin and country, the total last.
        let key = |trial: &Trial| (trial.origin, trial.country);
        let end = start + trials[start..].iter().take_while(|trial| key(trial) == key(&trials[start])).count();
        let sectors: Vec<usize> = (start..end).filter(|&one| trials[one].line != panel.total()).collect();
        if sectors.len() > 1 {
            let share = |value: &dyn Fn(&Trial) -> f64| -> Vec<f64> {
                let values: Vec<f64> = sectors.iter().map(|&one| exp(value(&trials[one]))).collect();
                let sum: f64 = values.iter().sum();
                values.into_iter().map(|value| 100.0 * value / sum).collect()
            };
            let came = share(&|trial| trial.outcome);
            let projected: [Vec<f64>; ForecastMethod::ALL.len()] =
                std::array::from_fn(|method| share(&|trial| trial.start + horizon as f64 * trial.growth[method]));
            for (place, &one) in sectors.iter().enumerate() {
                errors[one] = Some(std::array::from_fn(|method| (projected[method][place] - came[place]).abs()));
            }
        }
        start = end;
    }
    errors
}
