//! Bands of a projection: how far the logs of outcomes lay from those of projections, in other economies.
//!
//! Half a band is `multiplier · volatility^e / share^0.1`: a past that is four times as volatile makes a sector's errors twice as large, and a sector of a tenth of the size a quarter larger again.

use super::{LearntFrom, PanelMeasure, line_id, shipped_rows};
use crate::engine::real::{exp, ln};

/// Bands that are learnt and scored.
pub const LEVELS: [f64; 3] = [0.50, 0.80, 0.90];
/// Power of the own volatility in the width of a sector: a calm past is little evidence of safety, a wild one is some of danger.
const SECTOR_ELASTICITY: f64 = 0.5;
/// Power of the own volatility in the width of a total.
const TOTAL_ELASTICITY: f64 = 0.4;
/// Power of the size in the width: what is small hangs on few firms and few figures.
const SIZE_ELASTICITY: f64 = 0.1;
/// Smallest volatility: a series without variation is interpolated rather than certain.
const LEAST_VOLATILITY: f64 = 0.005;
/// Smallest share that still widens a band.
const LEAST_SHARE: f64 = 0.001;
/// The share of a line whose economy is not known: one of ten sectors.
const UNKNOWN_SHARE: f64 = 0.1;

/// What ships: multipliers by evidence, measure, line and horizon, learnt as the head of the file says.
const SHIPPED: &str = include_str!("../../../assets/uncertainty/band_multipliers.csv");

/// Multipliers at [`LEVELS`].
pub type Multipliers = [f64; LEVELS.len()];

/// The unit of width of a line: from its volatility ([`Past::volatility`](super::Past::volatility)) and, for a sector, its share of the whole economy (0 to 1).
pub fn scale(volatility: f64, is_total: bool, share: Option<f64>) -> f64 {
    let volatility = ln(volatility.max(LEAST_VOLATILITY));
    if is_total {
        return exp(TOTAL_ELASTICITY * volatility);
    }
    let share = share.unwrap_or(UNKNOWN_SHARE).clamp(LEAST_SHARE, 1.0);
    exp(SECTOR_ELASTICITY * volatility - SIZE_ELASTICITY * ln(share))
}

/// Multipliers of one measure and kind of line by horizon.
#[derive(Debug, Clone, PartialEq)]
pub struct ShippedBands {
    rows: Vec<(f64, Multipliers)>,
}

impl ShippedBands {
    /// What ships for a measure, of sectors or of the total.
    pub fn new(evidence: LearntFrom, measure: PanelMeasure, is_total: bool) -> Self {
        let row = |cells: Vec<&str>| {
            let [learnt, own_measure, line, horizon, low, middle, high, ..] = cells.as_slice() else { return None };
            let number = |text: &str| text.parse::<f64>().ok();
            let wanted = (evidence.id(), measure.id(), line_id(is_total));
            ((*learnt, *own_measure, *line) == wanted)
                .then(|| Some((number(horizon)?, [number(low)?, number(middle)?, number(high)?])))
                .flatten()
        };
        Self { rows: shipped_rows(SHIPPED).filter_map(row).collect() }
    }

    /// Multipliers at any horizon of one year or more.
    ///
    /// Between the horizons of the table logs are linear in the log of the horizon; beyond the last one its slope goes on.
    pub fn multipliers(&self, horizon: usize) -> Multipliers {
        let at = ln(horizon.max(1) as f64);
        let pair = self.rows.windows(2).find(|pair| at <= ln(pair[1].0)).or_else(|| self.rows.windows(2).last());
        let Some([(from, low), (to, high)]) = pair else { return [f64::NAN; LEVELS.len()] };
        let towards = (at - ln(*from)) / (ln(*to) - ln(*from));
        std::array::from_fn(|level| exp(ln(low[level]) + towards * (ln(high[level]) - ln(low[level]))))
    }
}

/// Probability that an outcome lies nearer than a distance, given multipliers: straight lines through the levels, a tail of the fourth power beyond.
pub fn nearer(distance: f64, multipliers: &Multipliers) -> f64 {
    let mut before = (0.0, 0.0);
    for (&multiplier, level) in multipliers.iter().zip(LEVELS) {
        if distance <= multiplier {
            let towards = if multiplier > before.0 { (distance - before.0) / (multiplier - before.0) } else { 1.0 };
            return before.1 + towards * (level - before.1);
        }
        before = (multiplier, level);
    }
    1.0 - (1.0 - before.1) * (before.0 / distance).powi(4)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shipped_bands_widen_with_level_and_horizon() {
        for (evidence, measure, is_total) in LearntFrom::ALL.into_iter().flat_map(|evidence| {
            PanelMeasure::ALL
                .into_iter()
                .flat_map(move |measure| [false, true].map(|is_total| (evidence, measure, is_total)))
        }) {
            let bands = ShippedBands::new(evidence, measure, is_total);
            let mut before = [0.0; 3];
            for horizon in 1..=30 {
                let now = bands.multipliers(horizon);
                assert!(now[0] < now[1] && now[1] < now[2], "{measure:?} {horizon}: {now:?}");
                assert!(now.iter().zip(before).all(|(now, before)| *now > before), "{measure:?} {horizon}");
                before = now;
            }
        }
    }

    #[test]
    fn small_and_volatile_lines_have_wider_bands() {
        let ratio = |a: f64, b: f64| a / b;
        assert!((ratio(scale(0.08, false, Some(0.1)), scale(0.02, false, Some(0.1))) - 2.0).abs() < 1e-12);
        assert!(
            (ratio(scale(0.05, false, Some(0.02)), scale(0.05, false, Some(0.2))) - libm::pow(10.0, 0.1)).abs() < 1e-12
        );
        assert_eq!(scale(0.0, true, None).to_bits(), scale(0.005, true, Some(0.3)).to_bits());
        assert_eq!(scale(0.03, false, None).to_bits(), scale(0.03, false, Some(0.1)).to_bits());
    }

    #[test]
    fn the_probability_of_a_distance_passes_through_the_levels() {
        let multipliers = [1.0, 2.0, 3.0];
        for (distance, expected) in [(0.0, 0.0), (1.0, 0.5), (1.5, 0.65), (2.0, 0.8), (3.0, 0.9), (6.0, 0.99375)] {
            assert!((nearer(distance, &multipliers) - expected).abs() < 1e-12);
        }
    }
}
