//! The program's trend rule: how a series goes on, from its own past, that of the whole economy, and that of peers.

use super::panel::{Panel, PanelMeasure, PanelSeries};

/// Growths from which a trend is taken: the last ten years.
pub const TREND_YEARS: usize = 10;

/// The mean of own trend, trend of the total, and trend of peers in the same line, as far as there are any (log growth a year).
///
/// A sector's own trend is little evidence: on forty-two economies this mean is closer at five and ten years than each of its parts (`docs/backtest.md`).
pub fn shrunk_trend(own: f64, total: Option<f64>, peers: Option<f64>) -> f64 {
    let parts = [Some(own), total, peers].into_iter().flatten();
    let (count, sum) = parts.fold((0.0, 0.0), |(count, sum), part| (count + 1.0, sum + part));
    sum / count
}

/// What is known of a series up to a year.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Past {
    /// Mean log growth of the last [`TREND_YEARS`] years.
    pub trend: f64,
    /// Standard deviation of log growth in all years.
    pub deviation: f64,
    /// Years with a figure.
    pub years: usize,
}

/// The past of a series up to a year (position), in the definition of that year; `None` where it is shorter than asked for.
pub fn past(series: &PanelSeries, until: usize, least: usize) -> Option<Past> {
    let definition = *series.definitions.get(until)?;
    series.logs.get(until).copied().flatten()?;
    let mut growths = Vec::new();
    let mut recent = Vec::new();
    let mut years = 0;
    for year in (0..=until).filter(|&year| series.definitions[year] == definition) {
        years += usize::from(series.logs[year].is_some());
        let before = year.checked_sub(1).filter(|&before| series.definitions[before] == definition);
        let Some((now, before)) = series.logs[year].zip(before.and_then(|before| series.logs[before])) else {
            continue;
        };
        growths.push(now - before);
        if year + TREND_YEARS > until {
            recent.push(now - before);
        }
    }
    if years < least || growths.len() < 2 || recent.is_empty() {
        return None;
    }
    let mean = |values: &[f64]| values.iter().sum::<f64>() / values.len() as f64;
    let average = mean(&growths);
    let squares: f64 = growths.iter().map(|growth| (growth - average) * (growth - average)).sum();
    Some(Past { trend: mean(&recent), deviation: (squares / (growths.len() as f64 - 1.0)).sqrt(), years })
}

/// Pasts of every country and line of a measure up to a year.
pub(super) struct Pasts {
    by_country: Vec<Vec<Option<Past>>>,
}

impl Pasts {
    pub(super) fn new(panel: &Panel, measure: PanelMeasure, until: usize, least: usize) -> Self {
        let line = |country, line| past(panel.series(measure, country, line)?, until, least);
        let country = |country| (0..=panel.total()).map(|one| line(country, one)).collect();
        Self { by_country: (0..panel.countries.len()).map(country).collect() }
    }

    /// The past of a line.
    pub(super) fn find_past(&self, country: usize, line: usize) -> Option<Past> {
        *self.by_country.get(country)?.get(line)?
    }

    /// Mean trend of a line in the other countries.
    pub(super) fn peers(&self, country: usize, line: usize) -> Option<f64> {
        let others = self.by_country.iter().enumerate().filter(|(other, _)| *other != country);
        let trends: Vec<f64> = others.filter_map(|(_, lines)| Some((*lines.get(line)?)?.trend)).collect();
        (!trends.is_empty()).then(|| trends.iter().sum::<f64>() / trends.len() as f64)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_trend_is_the_mean_of_what_there_is() {
        assert!((shrunk_trend(0.03, Some(0.06), Some(0.0)) - 0.03).abs() < 1e-15);
        assert!((shrunk_trend(0.03, Some(0.05), None) - 0.04).abs() < 1e-15);
        assert!((shrunk_trend(0.03, None, None) - 0.03).abs() < 1e-15);
    }

    #[test]
    fn a_past_ends_at_its_break_and_leaps_over_no_gap() {
        let logs = [0.0, 1.0, 0.1, 0.2, 0.3, 0.4].map(Some).to_vec();
        let whole = PanelSeries { logs: logs.clone(), definitions: vec![0; 6] };
        assert_eq!(past(&whole, 5, 6).unwrap().years, 6);
        assert_eq!(past(&whole, 5, 7), None);
        let broken = PanelSeries { logs, definitions: vec![0, 0, 1, 1, 1, 1] };
        let found = past(&broken, 5, 3).unwrap();
        assert!((found.trend - 0.1).abs() < 1e-12 && found.deviation < 1e-12 && found.years == 4);
        let mut gap = broken;
        gap.logs[3] = None;
        assert_eq!(past(&gap, 5, 3), None, "one growth has no deviation");
    }
}
