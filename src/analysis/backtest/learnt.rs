//! Multipliers of bands that a panel teaches: quantiles of how far its outcomes lay from their projections.

use crate::calibration::forecast::{LEVELS, Multipliers};
use crate::engine::real::{exp, ln};

/// Other countries from which a panel's own multipliers are learnt; with fewer, those that ship are taken.
pub const FEWEST_PEERS: usize = 8;
/// Countries whose evidence weighs as much as the multipliers that are known beforehand.
const PRIOR_COUNTRIES: f64 = 4.0;

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

#[cfg(test)]
mod tests {
    use super::*;

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
}
