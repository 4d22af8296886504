//! How the draws of one series and year are spread: how many fall into each of some bins of round width.

use super::quantile::Quantile;

/// Bins between the ends of the 90 % band, about.
const BINS: f64 = 16.0;
/// How far bins reach beyond the 90 % band, in widths of that band.
const REACH: f64 = 1.0;
/// Widths of bins within a power of ten.
const STEPS: [f64; 4] = [1.0, 2.0, 5.0, 10.0];

/// Draws of one series and year in bins of equal width.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Histogram {
    /// Lower end of the first bin, a multiple of the width.
    pub low: f64,
    /// Width of a bin; 0 where the draws do not differ.
    pub width: f64,
    /// Draws in each bin.
    pub counts: Vec<usize>,
    /// Draws below the first bin, and from the upper end of the last bin on.
    pub outside: [usize; 2],
}

/// Counts the draws that lie in several pieces; `band` holds the quantiles of the fan, from the lowest up.
pub(super) fn histogram(pieces: &[&[f64]], band: &[Quantile]) -> Histogram {
    let (Some(low), Some(high)) = (band.first(), band.last()) else { return Histogram::default() };
    let (low, high) = (low.value, high.value);
    let spread = high - low;
    let Some(width) = round_width(spread / BINS) else { return Histogram::default() };
    let first = ((low - REACH * spread) / width).floor();
    let bins = (high + REACH * spread) / width - first;
    let mut counts = vec![0; whole(bins.ceil())];
    let mut outside = [0, 0];
    for value in pieces.iter().flat_map(|piece| piece.iter()) {
        let place = value / width - first;
        match counts.get_mut(whole(place)) {
            Some(count) if place >= 0.0 => *count += 1,
            Some(_) => outside[0] += 1,
            None => outside[1] += 1,
        }
    }
    trim(Histogram { low: first * width, width, counts, outside })
}

/// Without empty bins at both ends.
fn trim(mut all: Histogram) -> Histogram {
    while all.counts.last() == Some(&0) && all.outside[1] == 0 {
        all.counts.pop();
    }
    let empty = if all.outside[0] == 0 { all.counts.iter().take_while(|count| **count == 0).count() } else { 0 };
    all.counts.drain(..empty);
    all.low += empty as f64 * all.width;
    all
}

/// The round width at or above one; `None` for what is no width.
fn round_width(least: f64) -> Option<f64> {
    if !(least.is_finite() && least > f64::MIN_POSITIVE) {
        return None;
    }
    let mut power = 1.0;
    while power > least {
        power /= 10.0;
    }
    while power * 10.0 <= least {
        power *= 10.0;
    }
    STEPS.into_iter().map(|step| step * power).find(|width| *width >= least)
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the cast saturates at both ends")]
fn whole(position: f64) -> usize {
    position as usize
}

#[cfg(test)]
mod tests {
    use super::super::FAN;
    use super::super::quantile::quantiles;
    use super::*;

    #[test]
    fn every_draw_is_counted_once_where_it_lies() {
        let draws: Vec<f64> =
            (0..1_000).map(|i| 100.0 + 40.0 * f64::from(i) / 1_000.0).chain([900.0, -900.0]).collect();
        let (a, b) = draws.split_at(300);
        let found = histogram(&[a, b], &quantiles(&[a, b], &FAN));
        assert_eq!(found.outside, [1, 1]);
        assert_eq!(found.counts.iter().sum::<usize>() + 2, draws.len());
        for (bin, count) in found.counts.iter().enumerate() {
            let from = found.low + bin as f64 * found.width;
            let inside = draws.iter().filter(|draw| (from..from + found.width).contains(*draw)).count();
            assert_eq!(inside, *count, "bin from {from}");
        }
        assert!((found.width - 5.0).abs() < 1e-12, "{}", found.width);
    }

    #[test]
    fn draws_that_do_not_differ_have_no_bins() {
        let draws = vec![3.0; 50];
        assert_eq!(histogram(&[&draws], &quantiles(&[&draws], &FAN)), Histogram::default());
    }
}
