//! A baseline of the rule *record*: growth that the tested trend rule makes of a study's own observations.
//!
//! Growth is computed on demand and deterministic: equal observations give equal growth.

use super::error::ResolveError;
use super::figure::Quantity;
use super::study::{Baseline, Study};
use crate::calibration::forecast::{
    FEWEST_GROWTHS, LearntFrom, PanelMeasure, Past, Signals, TREND_YEARS, TrendRule, past,
};
use crate::engine::{Path, TAXES_LINE, TOTAL_LINE};
use crate::quantity::{Year, elementary};

/// From what a line of a record goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RecordOrigin {
    /// The rule on the line's own observations.
    Own,
    /// The line has fewer than [`FEWEST_GROWTHS`] growth rates and goes on as the whole economy does.
    Total,
    /// No series is long enough, and growth is what the study assumes.
    Assumed,
    /// All series are too short, and figures of the base year are missing: it is a gap.
    NotKnown,
}

/// One sector of a record.
#[derive(Debug, Clone, PartialEq)]
pub struct RecordLine {
    /// Sector id.
    pub sector: String,
    /// Growth rates of output that were observed.
    pub growths: usize,
    /// From what output goes on.
    pub output: RecordOrigin,
    /// From what employment goes on.
    pub employment: RecordOrigin,
    /// Log growth of output a year.
    pub output_growth: f64,
}

/// What a study's own observations say of its growth.
#[derive(Debug, Clone, PartialEq)]
pub struct StudyRecord {
    /// First year of the observed total.
    pub first: Year,
    /// Last actual year.
    pub last: Year,
    /// The past of the total.
    pub total: Past,
    /// Log growth of the total a year, by the rule.
    pub total_growth: f64,
    /// Growth of the sum of the sectors in the first projected year: what the projection shows.
    pub sum_growth: f64,
    /// Sectors in the order of the study.
    pub lines: Vec<RecordLine>,
}

impl StudyRecord {
    /// Whether the record is shorter than those on which the rule was tested, so that no tested error is claimed.
    pub const fn is_short(&self) -> bool {
        self.total.years < TREND_YEARS
    }

    /// What the total says; its sectors follow.
    fn of_total(baseline: &Baseline, total: Past, total_growth: f64) -> Self {
        Self {
            first: first_of(baseline, &total),
            last: baseline.base_year,
            total,
            total_growth,
            sum_growth: 0.0,
            lines: Vec::new(),
        }
    }
}

/// Growth paths of sectors, and the record behind them.
pub(super) struct RecordPaths {
    pub(super) productivity: Vec<Path>,
    pub(super) employment: Vec<Path>,
    pub(super) record: StudyRecord,
}

/// Logs of an observed quantity by year up to the base year, in the baseline's vintage.
fn logs(study: &Study, baseline: &Baseline, quantity: Quantity, line: &str, first: Year) -> Vec<Option<f64>> {
    let value = |year: Year| {
        let mut of_line = study.observations.of_line(quantity, line).map(|(_, figure)| figure);
        let found = of_line.find(|figure| {
            figure.year == Some(year)
                && figure.vintage == baseline.vintage
                && figure.territory == study.territory
                && figure.since.is_none()
        });
        found.map(super::figure::Figure::model_value).filter(|&value| value > 0.0).map(elementary::ln)
    };
    (first..=baseline.base_year).map(value).collect()
}

/// Logs of the whole economy: as observed, or the sum of all lines where each has a figure.
///
/// Product taxes are one of the lines where the vintage has figures of them at all.
fn total_logs(study: &Study, baseline: &Baseline, quantity: Quantity, first: Year) -> Vec<Option<f64>> {
    let observed = logs(study, baseline, quantity, TOTAL_LINE, first);
    let taxes = logs(study, baseline, quantity, TAXES_LINE, first);
    let taxes = taxes.iter().any(Option::is_some).then_some(TAXES_LINE);
    let lines = study.sectors.iter().map(|sector| sector.id.as_str()).chain(taxes);
    let parts: Vec<Vec<Option<f64>>> = lines.map(|line| logs(study, baseline, quantity, line, first)).collect();
    let sum = |year: usize| {
        let levels = parts.iter().map(|part| part[year].map(elementary::exp));
        levels.sum::<Option<f64>>().map(elementary::ln)
    };
    observed.into_iter().enumerate().map(|(year, own)| own.or_else(|| sum(year))).collect()
}

/// Output of the whole economy in a year up to the base year, in the baseline's vintage: as observed, or the sum of all lines.
pub(super) fn observed_total(study: &Study, baseline: &Baseline, year: Year) -> Option<f64> {
    total_logs(study, baseline, Quantity::Output, year).first().copied().flatten().map(elementary::exp)
}

/// The pasts of one quantity: of the total, and of each sector.
struct QuantityPasts {
    total: Option<Past>,
    sectors: Vec<Option<Past>>,
}

impl QuantityPasts {
    fn new(study: &Study, baseline: &Baseline, quantity: Quantity, first: Year) -> Self {
        let of = |logs: &[Option<f64>]| past(logs, &vec![0; logs.len()], logs.len().saturating_sub(1), 2);
        let sector = |id: &str| of(&logs(study, baseline, quantity, id, first));
        Self {
            total: of(&total_logs(study, baseline, quantity, first)),
            sectors: study.sectors.iter().map(|sector_of| sector(&sector_of.id)).collect(),
        }
    }

    fn long(past: Option<Past>) -> Option<Past> {
        past.filter(|past| past.growths >= FEWEST_GROWTHS)
    }
}

/// Growth of sectors by the trend rule; an error names what the record lacks.
///
/// `assumed_employment` is asked where no series of employment is long enough; it gives `None` where employment is a
/// gap.
/// A province has no peers in its study, and the rule does without them; the share of agriculture in employment is that of the base year.
pub(super) fn record_paths(
    study: &Study,
    baseline: &Baseline,
    years: usize,
    assumed_employment: impl Fn(&str) -> Result<Option<Path>, ResolveError>,
) -> Result<RecordPaths, ResolveError> {
    let first = first_year(study, baseline);
    let output = QuantityPasts::new(study, baseline, Quantity::Output, first);
    let short = || ResolveError::RecordTooShort {
        baseline: baseline.id.clone(),
        found: output.total.map_or(0, |past| past.growths),
        needed: FEWEST_GROWTHS,
    };
    let total = QuantityPasts::long(output.total).ok_or_else(short)?;
    let workers = QuantityPasts::new(study, baseline, Quantity::Employment, first);
    let rule = TrendRule::shipped(LearntFrom::AllYears);
    let agriculture = agriculture_share(study, baseline, first);
    let growth = |measure, own: Past, total: Past, is_total| {
        let signals = Signals { own, total: Some(total.trend), peers: None, agriculture };
        rule.growth(measure, is_total, &signals).0
    };
    let total_growth = growth(PanelMeasure::ValueAdded, total, total, true);
    let total_workers = QuantityPasts::long(workers.total);
    let mut paths = RecordPaths {
        productivity: Vec::new(),
        employment: Vec::new(),
        record: StudyRecord::of_total(baseline, total, total_growth),
    };
    for (position, sector) in study.sectors.iter().enumerate() {
        let own = QuantityPasts::long(output.sectors[position]);
        let output_growth = own.map_or(total_growth, |own| growth(PanelMeasure::ValueAdded, own, total, false));
        let own_workers = QuantityPasts::long(workers.sectors[position]);
        let (employment, origin) = match total_workers {
            None => match assumed_employment(&sector.id)? {
                Some(path) => (path, RecordOrigin::Assumed),
                None => (vec![0.0; years], RecordOrigin::NotKnown),
            },
            Some(all) => {
                let (log, origin) = match own_workers {
                    Some(own) => (growth(PanelMeasure::Employment, own, all, false), RecordOrigin::Own),
                    None => (growth(PanelMeasure::Employment, all, all, true), RecordOrigin::Total),
                };
                (vec![elementary::exp(log) - 1.0; years], origin)
            }
        };
        let factor = elementary::exp(output_growth);
        paths.productivity.push(employment.iter().map(|growth| factor / (1.0 + growth) - 1.0).collect());
        paths.employment.push(employment);
        paths.record.lines.push(RecordLine {
            sector: sector.id.clone(),
            growths: output.sectors[position].map_or(0, |past| past.growths),
            output: if own.is_some() { RecordOrigin::Own } else { RecordOrigin::Total },
            employment: origin,
            output_growth,
        });
    }
    paths.record.sum_growth = sum_growth(study, baseline, &paths.record.lines);
    Ok(paths)
}

/// Growth of the sum of the sectors in the first projected year.
fn sum_growth(study: &Study, baseline: &Baseline, lines: &[RecordLine]) -> f64 {
    let level = |id: &str| {
        let of_base = logs(study, baseline, Quantity::Output, id, baseline.base_year);
        of_base.last().copied().flatten().map_or(0.0, elementary::exp)
    };
    let (mut before, mut after) = (0.0, 0.0);
    for line in lines {
        before += level(&line.sector);
        after += level(&line.sector) * elementary::exp(line.output_growth);
    }
    after / before - 1.0
}

/// Observed output up to a base year: what the width of bands is taken from.
pub(super) struct ObservedOutput {
    /// The past of the whole economy; `None` below [`FEWEST_GROWTHS`] growth rates.
    pub(super) total: Option<Past>,
    /// Pasts of the sectors that have as many.
    pub(super) sectors: Vec<Option<Past>>,
    /// Shares of the sectors in the sum of all sectors in the base year.
    pub(super) shares: Vec<f64>,
}

/// Observed output of a baseline; `None` where a sector has no figure in the base year.
pub(super) fn observed_output(study: &Study, baseline: &Baseline) -> Option<ObservedOutput> {
    let first = first_year(study, baseline);
    let output = QuantityPasts::new(study, baseline, Quantity::Output, first);
    let level = |id: &str| Some(elementary::exp(*logs(study, baseline, Quantity::Output, id, first).last()?.as_ref()?));
    let levels: Vec<f64> = study.sectors.iter().map(|sector| level(&sector.id)).collect::<Option<_>>()?;
    let sum: f64 = levels.iter().sum();
    Some(ObservedOutput {
        total: QuantityPasts::long(output.total),
        sectors: output.sectors.into_iter().map(QuantityPasts::long).collect(),
        shares: levels.into_iter().map(|level| level / sum).collect(),
    })
}

/// First year of the observations of a baseline's vintage.
fn first_year(study: &Study, baseline: &Baseline) -> Year {
    let observed = study.observations.iter().filter(|figure| figure.vintage == baseline.vintage);
    observed.filter_map(|figure| figure.year).min().unwrap_or(baseline.base_year).min(baseline.base_year)
}

/// The year of the first figure of a past without gaps.
fn first_of(baseline: &Baseline, past: &Past) -> Year {
    baseline.base_year + 1 - Year::try_from(past.years).unwrap_or_default()
}

/// Share of the sector that labour leaves, which is agriculture, in employment of the base year.
fn agriculture_share(study: &Study, baseline: &Baseline, first: Year) -> Option<f64> {
    let of = |line: &str| logs(study, baseline, Quantity::Employment, line, first).last().copied().flatten();
    let all = study.sectors.iter().map(|sector| of(&sector.id).map(elementary::exp)).sum::<Option<f64>>()?;
    Some(elementary::exp(of(&study.structure.reallocation_source)?) / all)
}
