//! What is known at an origin: the pasts of all lines, and what the trend rules make of them.

use super::panel::{Panel, PanelSeries};
use crate::calibration::forecast::{self, PanelMeasure, Past, Signals, held_excess};

/// The mean of own trend, trend of the total, and trend of peers in the same line, as far as there are any (log growth a year).
///
/// The rule of earlier versions, which stays as a method to compare with.
pub fn shrunk_trend(own: f64, total: Option<f64>, peers: Option<f64>) -> f64 {
    let parts = [Some(own), total, peers].into_iter().flatten();
    let (count, sum) = parts.fold((0.0, 0.0), |(count, sum), part| (count + 1.0, sum + part));
    sum / count
}

/// The past of a series up to a year (position), in the definition of that year; `None` where it is shorter than asked for.
pub fn past(series: &PanelSeries, until: usize, least: usize) -> Option<Past> {
    forecast::past(&series.logs, &series.definitions, until, least)
}

/// Pasts of every country and line of a measure up to a year.
pub(super) struct Pasts {
    by_country: Vec<Vec<Option<Past>>>,
    agriculture: Vec<Option<f64>>,
}

impl Pasts {
    pub(super) fn new(panel: &Panel, measure: PanelMeasure, until: usize, least: usize) -> Self {
        let line = |country, line| past(panel.series(measure, country, line)?, until, least);
        let country = |country| (0..=panel.total()).map(|one| line(country, one)).collect();
        let countries = 0..panel.countries.len();
        Self {
            by_country: countries.clone().map(country).collect(),
            agriculture: countries.map(|country| panel.agriculture_share(country, until)).collect(),
        }
    }

    /// The past of a line.
    pub(super) fn find_past(&self, country: usize, line: usize) -> Option<Past> {
        *self.by_country.get(country)?.get(line)?
    }

    /// Trend of the whole economy, which is the last line.
    pub(super) fn total_trend(&self, country: usize) -> Option<f64> {
        (*self.by_country.get(country)?.last()?).map(|past| past.trend)
    }

    /// Mean trend of a line in the other countries.
    pub(super) fn peers(&self, country: usize, line: usize) -> Option<f64> {
        self.mean_of_others(country, |other| Some(self.find_past(other, line)?.trend))
    }

    /// What the trend rule looks at; `None` where the line has no past.
    pub(super) fn signals(&self, country: usize, line: usize) -> Option<Signals> {
        let excess = |other| Some(held_excess(self.find_past(other, line)?.trend, self.total_trend(other)?));
        Some(Signals {
            own: self.find_past(country, line)?,
            total: self.total_trend(country),
            peers: self.mean_of_others(country, excess),
            agriculture: *self.agriculture.get(country)?,
        })
    }

    fn mean_of_others(&self, country: usize, of: impl Fn(usize) -> Option<f64>) -> Option<f64> {
        let others = (0..self.by_country.len()).filter(|&other| other != country);
        let found: Vec<f64> = others.filter_map(of).collect();
        (!found.is_empty()).then(|| found.iter().sum::<f64>() / found.len() as f64)
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
    fn peers_are_the_other_countries_each_held_near_its_own_total() {
        let mut text = "country,sector,year,variable,value\n".to_owned();
        for (country, growth) in [("X", 0.02_f64), ("Y", 0.04), ("Z", 0.50)] {
            for year in 0..6 {
                let level = |rate: f64| libm::exp(rate * f64::from(year));
                let (own, total, year) = (level(growth), 10.0 * level(0.01), 2000 + year);
                text = format!("{text}{country},S,{year},EMP,{own}\n{country},TOT,{year},EMP,{total}\n");
            }
        }
        let pasts = Pasts::new(&Panel::read(&text).unwrap(), PanelMeasure::Employment, 5, 3);
        let found = pasts.signals(0, 0).unwrap();
        assert!((found.peers.unwrap() - 0.04).abs() < 1e-12, "3 points of Y and 5 of Z, which is held: {found:?}");
        assert!((found.total.unwrap() - 0.01).abs() < 1e-12 && found.agriculture.is_none());
        assert!((pasts.peers(0, 0).unwrap() - 0.27).abs() < 1e-12);
    }
}
