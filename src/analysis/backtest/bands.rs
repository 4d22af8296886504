//! Bands of a projection: how far the logs of outcomes lay from those of projections, in other economies.
//!
//! A band is `multiplier · deviation^0.4` on either side: a calm past is little evidence of safety, so that the width grows with much less than a series' own volatility.

use super::panel::PanelMeasure;
use crate::engine::real::{exp, ln};

/// Bands that are learnt and scored.
pub const LEVELS: [f64; 3] = [0.50, 0.80, 0.90];
/// Power of the series' own deviation in the width.
const ELASTICITY: f64 = 0.4;
/// Smallest deviation: a series that seems not to vary is interpolated, not safe.
const LEAST_DEVIATION: f64 = 0.005;
/// Other countries from which a panel's own multipliers are learnt; with fewer, those that ship are taken.
pub const FEWEST_PEERS: usize = 8;
/// Countries whose evidence weighs as much as the multipliers that are known beforehand.
const PRIOR_COUNTRIES: f64 = 4.0;

/// What ships: multipliers by measure, line and horizon, learnt as the head of the file says.
const SHIPPED: &str = include_str!("../../../assets/uncertainty/band_multipliers.csv");

/// Multipliers at [`LEVELS`].
pub type Multipliers = [f64; LEVELS.len()];

/// The unit of width of a series: its deviation with a power below one.
pub fn scale(deviation: f64) -> f64 {
    exp(ELASTICITY * ln(deviation.max(LEAST_DEVIATION)))
}

/// Multipliers that ship, for a sector or for the total, at any horizon of one year or more.
///
/// Between the horizons of the table logs are linear in the log of the horizon; beyond the last one its slope goes on.
pub fn shipped_multipliers(measure: PanelMeasure, is_total: bool, horizon: usize) -> Multipliers {
    let line = if is_total { "total" } else { "sector" };
    let rows: Vec<(f64, Multipliers)> = SHIPPED
        .lines()
        .filter(|row| !row.starts_with('#'))
        .filter_map(|row| {
            let cells: Vec<&str> = row.split(',').collect();
            let [own_measure, own_line, horizon, low, middle, high, ..] = cells.as_slice() else { return None };
            let number = |text: &str| text.parse::<f64>().ok();
            (*own_measure == measure.id() && *own_line == line)
                .then(|| Some((number(horizon)?, [number(low)?, number(middle)?, number(high)?])))
                .flatten()
        })
        .collect();
    let at = ln(horizon.max(1) as f64);
    let pair = rows.windows(2).find(|pair| at <= ln(pair[1].0)).or_else(|| rows.windows(2).last());
    let Some([(from, low), (to, high)]) = pair else { return [f64::NAN; LEVELS.len()] };
    let towards = (at - ln(*from)) / (ln(*to) - ln(*from));
    std::array::from_fn(|level| exp(ln(low[level]) + towards * (ln(high[level]) - ln(low[level]))))
}

/// A standardised error: how many units of width an outcome lay from its projection.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Distance {
    pub(super) country: usize,
    pub(super) line: usize,
    pub(super) units: f64,
}

/// Multipliers learnt from distances, without those of one country; `None` where too few countries are left.
pub(super) fn learnt(distances: &[Distance], without: Option<usize>) -> Option<(Multipliers, usize)> {
    let mut others: Vec<&Distance> = distances.iter().filter(|one| Some(one.country) != without).collect();
    let mut countries: Vec<usize> = others.iter().map(|one| one.country).collect();
    countries.sort_unstable();
    countries.dedup();
    if countries.is_empty() {
        return None;
    }
    others.sort_by(|a, b| a.units.total_cmp(&b.units));
    let last = others.len() - 1;
    let quantile = |level: f64| {
        let position = level * last as f64;
        let below = position.floor();
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a rank of numbers that exist")]
        let rank = below as usize;
        let (low, high) = (others[rank].units, others[(rank + 1).min(last)].units);
        (low + (position - below) * (high - low)).max(f64::MIN_POSITIVE)
    };
    Some((LEVELS.map(quantile), countries.len()))
}

/// A mean of logs, weighted by how many countries stand behind the evidence.
pub(super) fn blend(evidence: Multipliers, countries: usize, known: Multipliers) -> Multipliers {
    let weight = countries as f64 / (countries as f64 + PRIOR_COUNTRIES);
    std::array::from_fn(|level| exp(weight * ln(evidence[level]) + (1.0 - weight) * ln(known[level])))
}

/// Probability that an outcome lies nearer than a distance, given multipliers: straight lines through the levels, a tail of the fourth power beyond.
pub(super) fn nearer(distance: f64, multipliers: &Multipliers) -> f64 {
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
        for measure in PanelMeasure::ALL {
            for is_total in [false, true] {
                let mut before = [0.0; 3];
                for horizon in 1..=30 {
                    let now = shipped_multipliers(measure, is_total, horizon);
                    assert!(now[0] < now[1] && now[1] < now[2], "{measure:?} {horizon}: {now:?}");
                    assert!(now.iter().zip(before).all(|(now, before)| *now > before), "{measure:?} {horizon}");
                    before = now;
                }
            }
        }
    }

    #[test]
    fn one_country_learns_from_the_others_only() {
        let distances: Vec<Distance> = (0..30)
            .map(|i| Distance { country: i / 10, line: 0, units: if i < 10 { 100.0 } else { (i % 10) as f64 } })
            .collect();
        let (without, countries) = learnt(&distances, Some(0)).unwrap();
        assert_eq!(countries, 2);
        assert!(without[2] < 9.0);
        assert!(learnt(&distances, None).unwrap().0[2] > 9.0);
        assert_eq!(learnt(&distances[..10], Some(0)), None);
    }

    #[test]
    fn the_probability_of_a_distance_passes_through_the_levels() {
        let multipliers = [1.0, 2.0, 3.0];
        for (distance, expected) in [(0.0, 0.0), (1.0, 0.5), (1.5, 0.65), (2.0, 0.8), (3.0, 0.9), (6.0, 0.99375)] {
            assert!((nearer(distance, &multipliers) - expected).abs() < 1e-12);
        }
    }
}
