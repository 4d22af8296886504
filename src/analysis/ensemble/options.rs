//! How an ensemble is run: how many draws, of which seed, and what is random besides the innovations.

use crate::quantity::Year;
use crate::scenario::BandSource;
use crate::scenario::setting::LeverKey;
use crate::task::Workers;

/// Options of an ensemble.
#[derive(Debug, Clone, PartialEq)]
pub struct EnsembleOptions {
    /// Number of draws.
    pub draws: usize,
    /// Seed; equal seeds give equal draws.
    pub seed: u64,
    /// From what the width of the bands comes; the tested bands need observations, and where these are too few the study's own volatility is taken, which the answer says.
    pub bands: BandSource,
    /// What the deviations are multiplied by; 1 takes them as they are.
    pub volatility: f64,
    /// Whether paths have a persistent drift, because trend growth is not known.
    pub drift: bool,
    /// Levers that differ from draw to draw.
    pub levers: Vec<UncertainLever>,
    /// Whether a crash may begin in any year, with the study's probability and the shape of its first shock.
    pub crash: bool,
    /// Draws of one job; results do not depend on it.
    pub block: usize,
    /// Threads; results do not depend on them.
    pub workers: Workers,
}

impl Default for EnsembleOptions {
    fn default() -> Self {
        Self {
            draws: 20_000,
            seed: 2030,
            bands: BandSource::Own,
            volatility: 1.0,
            drift: true,
            levers: Vec::new(),
            crash: false,
            block: 2_048,
            workers: Workers::All,
        }
    }
}

/// A lever with a triangular distribution, in the model's unit.
#[derive(Debug, Clone, PartialEq)]
pub struct UncertainLever {
    /// The lever.
    pub key: LeverKey,
    /// The lowest value.
    pub low: f64,
    /// The most probable value.
    pub mode: f64,
    /// The highest value.
    pub high: f64,
    /// First and last year that the case sets it for, where that is not every year; draws move it in every year.
    pub years: Option<(Year, Year)>,
}

impl UncertainLever {
    /// The value at a position between low (0) and high (1).
    pub fn at(&self, position: f64) -> f64 {
        self.low + position * (self.high - self.low)
    }

    /// The value below which a draw falls with probability `u`.
    pub fn quantile(&self, u: f64) -> f64 {
        let width = self.high - self.low;
        if width <= 0.0 {
            return self.mode;
        }
        let rising = self.mode - self.low;
        if u * width <= rising {
            self.low + (u * width * rising).sqrt()
        } else {
            self.high - ((1.0 - u) * width * (self.high - self.mode)).sqrt()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::lever::Lever;

    #[test]
    fn a_triangle_has_its_ends_its_mode_and_its_mean() {
        let key = LeverKey::province(Lever::RealisedRatio);
        let lever = UncertainLever { key, low: 0.4, mode: 0.6, high: 1.0, years: None };
        assert!((lever.quantile(0.0) - 0.4).abs() < 1e-12 && (lever.quantile(1.0) - 1.0).abs() < 1e-12);
        assert!((lever.quantile(1.0 / 3.0) - 0.6).abs() < 1e-12);
        let mean = (0..10_000).map(|i| lever.quantile((f64::from(i) + 0.5) / 10_000.0)).sum::<f64>() / 10_000.0;
        assert!((mean - 2.0 / 3.0).abs() < 1e-4);
    }
}
