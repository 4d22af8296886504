//! Coverage of the fan as it is shown: a study is made of a country's figures up to an origin, and its fan is set against what came.
//!
//! The study goes the way of every study: a baseline of the rule *record*, its innovations, an ensemble, and the quantiles that the window draws.

use super::backtest::{BacktestOptions, LEVELS, Panel, PanelMeasure};
use super::ensemble::{Ensemble, EnsembleOptions, ensemble};
use crate::engine::{Closure, Line, MeasuredSeries, TAXES_LINE, TOTAL_LINE, Variable};
use crate::lang::{Localized, TerritoryKind};
use crate::quantity::{PriceBasis, Year, elementary};
use crate::scenario::figure::{Figure, Quantity, Status};
use crate::scenario::links::Links;
use crate::scenario::study::{
    Assumption, Baseline, BaselineRule, FORMAT, LineName, Sector, Structure, Study, Territory,
};
use crate::scenario::{BandSource, PreparedCase, ResolveError};
use crate::task::{Progress, Workers, in_parallel};
use std::sync::Arc;

/// Draws of each fan: the ends of its bands are good to about one point of probability.
pub const DRAWS: usize = 1_000;
/// Positions of the ends of the bands at [`LEVELS`] among the quantiles of a fan.
const ENDS: [(usize, usize); LEVELS.len()] = [(2, 4), (1, 5), (0, 6)];
/// Id of the baseline, the vintage and the territory of a study that is made.
const OWN: &str = "record";

/// How often outcomes lay inside the fans.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ShownRow {
    /// Whether of GRDP, otherwise of output by sector.
    pub is_total: bool,
    /// Years ahead.
    pub horizon: usize,
    /// Outcomes.
    pub count: usize,
    /// Shares of them inside the bands at [`LEVELS`].
    pub coverage: [f64; LEVELS.len()],
}

/// What the fans of a panel's studies covered.
#[derive(Debug, Clone, PartialEq)]
pub struct ShownCoverage {
    /// One row a kind of line and horizon.
    pub rows: Vec<ShownRow>,
    /// Studies made, one a country and origin.
    pub studies: usize,
    /// Countries among them.
    pub countries: usize,
}

/// An outcome and the bands that hold it.
type Judged = (bool, usize, [bool; LEVELS.len()]);

/// Makes a study of every country and origin with enough past, and sets its fan against what came; `None` where it was cancelled.
pub fn shown_coverage(
    panel: &Panel,
    options: &BacktestOptions,
    progress: &Progress,
) -> Option<Result<ShownCoverage, ResolveError>> {
    let places: Vec<(usize, usize)> =
        (0..panel.countries.len()).flat_map(|country| (0..panel.years).map(move |origin| (country, origin))).collect();
    let judged = in_parallel(options.workers, places.len(), progress, |number| judge(panel, places[number], options))?;
    let mut all: Vec<Judged> = Vec::new();
    let mut found = ShownCoverage { rows: Vec::new(), studies: 0, countries: 0 };
    let mut last_country = None;
    for (one, (country, _)) in judged.into_iter().zip(&places) {
        let one = match one {
            Ok(one) => one,
            Err(error) => return Some(Err(error)),
        };
        if one.is_empty() {
            continue;
        }
        found.studies += 1;
        found.countries += usize::from(last_country != Some(*country));
        last_country = Some(*country);
        all.extend(one);
    }
    for is_total in [false, true] {
        for &horizon in &options.horizons {
            let of: Vec<&Judged> = all.iter().filter(|one| (one.0, one.1) == (is_total, horizon)).collect();
            if !of.is_empty() {
                let share = |level: usize| of.iter().filter(|one| one.2[level]).count() as f64 / of.len() as f64;
                found.rows.push(ShownRow { is_total, horizon, count: of.len(), coverage: std::array::from_fn(share) });
            }
        }
    }
    Some(Ok(found))
}

/// The outcomes of one study; empty if its past is too short, or agriculture or outcomes are missing.
fn judge(
    panel: &Panel,
    (country, origin): (usize, usize),
    options: &BacktestOptions,
) -> Result<Vec<Judged>, ResolveError> {
    let Some((study, lines)) = study_of(panel, (country, origin), options) else { return Ok(Vec::new()) };
    let outcome = |line: usize, horizon: usize| {
        let series = panel.series(PanelMeasure::ValueAdded, country, line)?;
        let same = series.definitions.get(origin)? == series.definitions.get(origin + horizon)?;
        Some((*series.logs.get(origin + horizon)?)? - series.logs[origin]?).filter(|_| same)
    };
    let has_outcome = options.horizons.iter().any(|&horizon| outcome(panel.total(), horizon).is_some());
    if !has_outcome {
        return Ok(Vec::new());
    }
    let sectors = (0..lines.len()).map(|s| MeasuredSeries { variable: Variable::Output, line: Line::Sector(s) });
    let total = MeasuredSeries { variable: Variable::Grdp, line: Line::Total };
    let series: Vec<MeasuredSeries> = sectors.chain([total]).collect();
    let study = Arc::new(study);
    let prepared = PreparedCase::new(&study, OWN)?;
    let of_fan = EnsembleOptions {
        draws: DRAWS,
        bands: BandSource::Tested,
        workers: Workers::Exactly(1),
        ..EnsembleOptions::default()
    };
    let case = prepared.in_closure(&study, Closure::Productivity);
    let Some(found) = ensemble(case, &series, &of_fan, &Progress::default())? else { return Ok(Vec::new()) };
    let mut judged = Vec::new();
    for (position, &line) in lines.iter().chain([&panel.total()]).enumerate() {
        for &horizon in &options.horizons {
            if let Some(log) = outcome(line, horizon) {
                judged.extend(
                    inside(&found, (position, horizon), log).map(|held| (line == panel.total(), horizon, held)),
                );
            }
        }
    }
    Ok(judged)
}

/// Whether a log of growth since the base year lies inside each band of a fan.
fn inside(found: &Ensemble, (position, horizon): (usize, usize), log: f64) -> Option<[bool; LEVELS.len()]> {
    let fan = found.fans.get(position)?;
    let year = fan.years.get(horizon - 1)?;
    let level = fan.path.first()? * elementary::exp(log);
    let mut held = [false; LEVELS.len()];
    for (held, (low, high)) in held.iter_mut().zip(ENDS) {
        *held = (year.get(low)?.value..=year.get(high)?.value).contains(&level);
    }
    Some(held)
}

/// A figure of a study that is made.
fn figure(quantity: Quantity, line: &str, year: Option<Year>, value: f64) -> Figure {
    Figure {
        quantity,
        line: line.to_owned(),
        from: String::new(),
        year,
        since: None,
        value,
        upper: None,
        unit: quantity.unit(),
        aim: None,
        apart: false,
        price_basis: PriceBasis::Constant,
        territory: OWN.to_owned(),
        vintage: OWN.to_owned(),
        status: Status::Published,
        source: String::new(),
        quote: String::new(),
        note: Localized::default(),
        cell: None,
        former: None,
    }
}

/// A study of a country's figures up to an origin, and the lines of the panel that are its sectors.
///
/// What the fan of output does not hang on in the productivity closure, such as capital and prices, takes any number that a run accepts.
fn study_of(
    panel: &Panel,
    (country, origin): (usize, usize),
    options: &BacktestOptions,
) -> Option<(Study, Vec<usize>)> {
    let value = |measure, line, year: usize| panel.series(measure, country, line)?.logs.get(year).copied().flatten();
    super::backtest::past(
        panel.series(PanelMeasure::ValueAdded, country, panel.total())?,
        origin,
        options.least_history,
    )?;
    let has_both = |&line: &usize| PanelMeasure::ALL.into_iter().all(|measure| value(measure, line, origin).is_some());
    let lines: Vec<usize> = (0..panel.total()).filter(has_both).collect();
    let farms = lines.iter().find(|&&line| panel.is_agriculture(line))?;
    let base = panel.first + Year::try_from(origin).ok()?;
    let id = |line: usize| format!("s{line}");
    let mut observations = Vec::new();
    for (measure, quantity) in
        [(PanelMeasure::ValueAdded, Quantity::Output), (PanelMeasure::Employment, Quantity::Employment)]
    {
        // Levels in hundredths of the total of the origin, whatever the currency.
        let unit = value(measure, panel.total(), origin)?;
        let named = lines.iter().map(|&line| (line, id(line))).chain([(panel.total(), TOTAL_LINE.to_owned())]);
        for (line, name) in named {
            let definition = panel.series(measure, country, line)?.definitions.get(origin)?;
            for year in (0..=origin).filter(|&year| {
                panel.series(measure, country, line).is_some_and(|own| own.definitions.get(year) == Some(definition))
            }) {
                if let Some(log) = value(measure, line, year) {
                    let at = panel.first + Year::try_from(year).ok()?;
                    observations.push(figure(quantity, &name, Some(at), 100.0 * elementary::exp(log - unit)));
                }
            }
        }
    }
    let ids: Vec<String> = lines.iter().map(|&line| id(line)).collect();
    observations.push(figure(Quantity::Output, TAXES_LINE, Some(base), 0.0));
    observations.push(figure(Quantity::Population, "", Some(base), 100.0));
    for line in ids.iter().map(String::as_str).chain([TAXES_LINE]) {
        observations.push(figure(Quantity::Deflator, line, Some(base), 1.0));
    }
    for line in &ids {
        observations.push(figure(Quantity::Capital, line, Some(base), 100.0));
    }
    let last = Year::try_from(options.horizons.iter().copied().max()?).ok()?;
    Some((made_study((base, base + last), &ids, &id(*farms), observations), lines))
}

/// Parameters that a run needs, neutral ones where there are such.
fn parameters(ids: &[String]) -> Vec<Assumption> {
    let shared = |sectors: f64| {
        [
            (Quantity::CapitalElasticity, 0.4),
            (Quantity::Depreciation, 0.05),
            (Quantity::InvestmentShare, 1.0 / sectors),
            (Quantity::UtilisationElasticity, 0.0),
            (Quantity::SkillPremium, 0.0),
            (Quantity::ValueAddedRatio, 1.0),
            (Quantity::Inflation, 0.0),
            (Quantity::EmploymentGrowth, 0.0),
        ]
    };
    let whole = [
        (Quantity::InvestmentRate, 0.5),
        (Quantity::NaturalGrowth, 0.0),
        (Quantity::NetMigration, 0.0),
        (Quantity::WorkingAgeShare, 1.0),
        (Quantity::Participation, 1.0),
        (Quantity::Unemployment, 0.0),
        (Quantity::ExchangeRate, 1.0),
        (Quantity::ParkShare, 1.0),
        (Quantity::LandProductivity, 1.0),
        (Quantity::LandProductivityGrowth, 0.0),
    ];
    let of_sectors =
        ids.iter().flat_map(|id| shared(ids.len() as f64).map(|(quantity, value)| figure(quantity, id, None, value)));
    let taxes = [figure(Quantity::Inflation, TAXES_LINE, None, 0.0)];
    let of_all = whole.map(|(quantity, value)| figure(quantity, "", None, value));
    let figures = of_sectors.chain(taxes).chain(of_all);
    figures.map(|figure| Assumption { baseline: String::new(), figure }).collect()
}

fn made_study((base_year, horizon): (Year, Year), ids: &[String], farms: &str, observations: Vec<Figure>) -> Study {
    let unnamed = Localized::default;
    Study {
        format: FORMAT,
        id: OWN.to_owned(),
        name: unnamed(),
        note: unnamed(),
        territory: OWN.to_owned(),
        currency: None,
        price_base_year: base_year,
        horizon,
        closure: Closure::Productivity,
        pinned: OWN.to_owned(),
        history_vintage: OWN.to_owned(),
        price_reason: Localized::default(),
        history_reason: Localized::default(),
        territories: vec![Territory {
            id: OWN.to_owned(),
            name: unnamed(),
            kind: TerritoryKind::Province,
            parts: Vec::new(),
        }],
        groups: Vec::new(),
        sectors: ids
            .iter()
            .map(|id| Sector { id: id.clone(), name: unnamed(), short: unnamed(), group: String::new() })
            .collect(),
        taxes: LineName { name: unnamed(), short: unnamed() },
        structure: Structure {
            headline: farms.to_owned(),
            drivers: Vec::new(),
            reallocation_source: farms.to_owned(),
            land_sectors: Vec::new(),
            fdi_profile: vec![1.0],
        },
        sources: Arc::default(),
        observations: Arc::new(observations.into()),
        targets: Arc::default(),
        parameters: Arc::new(parameters(ids).into()),
        links: Links::default(),
        projects: Vec::new(),
        parks: Vec::new(),
        shocks: Vec::new(),
        recipes: Vec::new(),
        explained: Vec::new(),
        baselines: vec![Baseline {
            id: OWN.to_owned(),
            name: unnamed(),
            short: unnamed(),
            note: unnamed(),
            base_year,
            vintage: OWN.to_owned(),
            rule: BaselineRule::Record,
            slot: 0,
            visible: true,
        }],
        scenarios: Vec::new(),
    }
}
