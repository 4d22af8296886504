//! Innovations whose bands are the tested ones: as wide as errors of the trend rule were in other economies (`docs/backtest.md`).

use super::error_model::{ErrorModel, crash_probability};
use super::record::{ObservedOutput, observed_output};
use super::study::{Baseline, Study};
use crate::calibration::cholesky;
use crate::calibration::forecast::{LearntFrom, PanelMeasure, Past, ShippedBands, TREND_YEARS, VolatilityClass, scale};

/// From what the width of an ensemble's bands comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum BandSource {
    /// The volatility that the study states.
    Own,
    /// The tested bands, from the volatility and size of the study's own observations.
    #[default]
    Tested,
}

/// Horizons at which the innovations give the tested band of 80 %, years.
const MATCHED: [usize; 2] = [5, 10];
/// Two-sided point of the normal distribution at 80 %.
const NORMAL_80: f64 = 1.281_551_565_544_600_4;
/// Degrees of freedom at which the tail is nearly that of the normal distribution.
const TAIL_FREEDOM: u32 = 30;
/// Greatest correlation that sectors may need for the total's band.
const MOST_CORRELATED: f64 = 0.99;

/// What is known of the volatility of an economy whose bands are the tested ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KnownVolatility {
    /// That of its own record of ten years or more.
    Record,
    /// The class of its record of fewer years, whose bands it takes.
    Class(VolatilityClass),
    /// No class is known: its bands are the widest, those of the most volatile class.
    Nothing,
}

/// An error model that gives the tested bands, and what must be said of it.
#[derive(Debug, Clone, PartialEq)]
pub struct TestedModel {
    /// The innovations.
    pub model: ErrorModel,
    /// What is known of the economy's volatility.
    pub known: KnownVolatility,
    /// Whether sectors that move together as little as this still give the total a band that is not the tested one.
    pub total_differs: bool,
    /// Shares of the sectors in the base year, with which the total's band was found.
    pub shares: Vec<f64>,
}

/// Innovations with the tested bands for a baseline; `None` where its observations are too few to show a volatility.
pub fn tested_model(study: &Study, baseline: &Baseline) -> Option<TestedModel> {
    let ObservedOutput { total, sectors, shares } = observed_output(study, baseline)?;
    let total = total?;
    let is_short = total.years < TREND_YEARS;
    let volatility = |past: &Past, is_total: bool| {
        if is_short { VolatilityClass::of(past.volatility, is_total).median(is_total) } else { past.volatility }
    };
    let of_total = volatility(&total, true);
    // A line without a record of its own is as volatile as its economy.
    let of_sectors =
        sectors.iter().map(|past| past.as_ref().map_or(of_total, |past| volatility(past, false))).collect();
    let class = KnownVolatility::Class(VolatilityClass::of(total.volatility, true));
    let known = if is_short { class } else { KnownVolatility::Record };
    model_of(study, baseline, (of_total, of_sectors), shares, known)
}

/// Innovations for a baseline of unknown volatility: the bands are those of the most volatile class, the widest.
///
/// `None` where a sector has no figure in the base year.
pub fn widest_model(study: &Study, baseline: &Baseline) -> Option<TestedModel> {
    let ObservedOutput { shares, .. } = observed_output(study, baseline)?;
    let median = |is_total| VolatilityClass::Volatile.median(is_total);
    let of_sectors = vec![median(false); shares.len()];
    model_of(study, baseline, (median(true), of_sectors), shares, KnownVolatility::Nothing)
}

/// Innovations with the tested bands of a total and its sectors, of which the volatilities are given.
fn model_of(
    study: &Study,
    baseline: &Baseline,
    (of_total, of_sectors): (f64, Vec<f64>),
    shares: Vec<f64>,
    known: KnownVolatility,
) -> Option<TestedModel> {
    let bands = |is_total| ShippedBands::new(LearntFrom::AllYears, PanelMeasure::ValueAdded, is_total);
    let half = |bands: &ShippedBands, horizon: usize| bands.multipliers(horizon)[1] / NORMAL_80;
    let (sector_bands, total_bands) = (bands(false), bands(true));
    let variances = MATCHED.map(|horizon| half(&sector_bands, horizon) * half(&sector_bands, horizon));
    // Var(h) = sigma² (h + kappa h²) at both horizons.
    let ratio = variances[1] / variances[0];
    let [near, far] = MATCHED.map(|horizon| horizon as f64);
    let drift_ratio = (near * ratio - far) / (far * far - near * near * ratio);
    let yearly = (variances[0] / (near + drift_ratio * near * near)).sqrt();
    let units: Vec<f64> =
        of_sectors.iter().zip(&shares).map(|(volatility, share)| scale(*volatility, false, Some(*share))).collect();
    let spread = |horizon: usize| units.iter().map(|unit| unit * half(&sector_bands, horizon)).collect::<Vec<f64>>();
    let wanted = half(&total_bands, MATCHED[0]) * scale(of_total, true, None);
    let (correlation, total_differs) = common_correlation(&spread(MATCHED[0]), &shares, wanted);
    let n = units.len();
    let matrix: Vec<Vec<f64>> =
        (0..n).map(|row| (0..n).map(|column| if row == column { 1.0 } else { correlation }).collect()).collect();
    Some(TestedModel {
        model: ErrorModel {
            deviation: units.iter().map(|unit| unit * yearly).collect(),
            persistence: vec![0.0; n],
            factor: cholesky(&matrix)?,
            tail_freedom: TAIL_FREEDOM,
            drift_ratio,
            drifts_together: true,
            crash_probability: crash_probability(study, &baseline.id),
        },
        known,
        total_differs,
        shares,
    })
}

/// The one correlation of all pairs of sectors with which their weighted sum has a deviation, and whether none has.
fn common_correlation(deviations: &[f64], weights: &[f64], wanted: f64) -> (f64, bool) {
    let parts = || deviations.iter().zip(weights).map(|(deviation, weight)| deviation * weight);
    let together = parts().sum::<f64>() * parts().sum::<f64>();
    let apart: f64 = parts().map(|part| part * part).sum();
    if together - apart <= 0.0 {
        return (0.0, (wanted * wanted - apart).abs() > 1e-9 * apart);
    }
    let exact = (wanted * wanted - apart) / (together - apart);
    (exact.clamp(0.0, MOST_CORRELATED), !(0.0..=MOST_CORRELATED).contains(&exact))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn innovations_have_the_deviation_that_the_formula_says() {
        let model = |together| ErrorModel {
            deviation: vec![0.1, 0.2],
            persistence: vec![0.0, 0.0],
            factor: vec![vec![1.0, 0.0], vec![0.6, 0.8]],
            tail_freedom: 30,
            drift_ratio: 0.5,
            drifts_together: together,
            crash_probability: None,
        };
        let one = [1.0, 0.0];
        assert!((model(true).deviation_of_sum(&one, 4) - (0.01_f64 * (4.0 + 0.5 * 16.0)).sqrt()).abs() < 1e-12);
        let both = 0.01 + 0.04 + 2.0 * 0.6 * 0.02;
        let sum = |together| model(together).deviation_of_sum(&[1.0, 1.0], 4);
        assert!((sum(true) - (both * 12.0_f64).sqrt()).abs() < 1e-12);
        assert!((sum(false) - (both * 4.0 + 0.05 * 8.0_f64).sqrt()).abs() < 1e-12);
        let persistent = ErrorModel { persistence: vec![0.5, 0.0], drift_ratio: 0.0, ..model(true) };
        let expected = (0.01_f64 * 0.75 * (1.0 + 1.5 * 1.5)).sqrt();
        assert!((persistent.deviation_of_sum(&one, 2) - expected).abs() < 1e-12);
    }

    #[test]
    fn one_correlation_gives_the_sum_its_deviation() {
        let (deviations, weights) = ([0.2, 0.1, 0.3], [0.5, 0.3, 0.2]);
        for wanted in [0.14, 0.17] {
            let (rho, differs) = common_correlation(&deviations, &weights, wanted);
            let part = |i: usize| deviations[i] * weights[i];
            let with = |i: usize, j: usize| if i == j { 1.0 } else { rho };
            let pairs = (0..9).map(|pair| (pair / 3, pair % 3));
            let variance: f64 = pairs.map(|(i, j)| with(i, j) * part(i) * part(j)).sum();
            assert!((variance.sqrt() - wanted).abs() < 1e-12 && !differs, "{wanted}: {rho}");
        }
        assert_eq!(common_correlation(&deviations, &weights, 0.01), (0.0, true));
        assert_eq!(common_correlation(&deviations, &weights, 1.0), (MOST_CORRELATED, true));
    }
}
