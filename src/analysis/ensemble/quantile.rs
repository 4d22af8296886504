//! Exact quantiles of many numbers without sorting them: a histogram finds where they lie, and only those bins are sorted.

/// Bins of the histogram; enough that a bin of an ordinary ensemble holds some dozens of numbers.
const BINS: usize = 4096;

/// Values at ranks (0 is the smallest) of numbers that lie in several pieces; `ranks` ascending.
///
/// The answers are numbers of the sample to the bit; only the bins that are asked for are allocated.
pub(super) fn order_statistics(pieces: &[&[f64]], ranks: &[usize]) -> Vec<f64> {
    let numbers = || pieces.iter().flat_map(|piece| piece.iter().copied());
    let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
    for piece in pieces {
        for &value in *piece {
            low = if value < low { value } else { low };
            high = if value > high { value } else { high };
        }
    }
    let scale = (BINS as f64 - 1.0) / (high - low);
    if !scale.is_finite() {
        // All are equal, or as good as equal.
        let mut sorted: Vec<f64> = numbers().collect();
        sorted.sort_unstable_by(f64::total_cmp);
        return ranks.iter().map(|&rank| sorted.get(rank).copied().unwrap_or(high)).collect();
    }
    let bin = |value: f64| bin_of((value - low) * scale);
    let mut counts = vec![0_usize; BINS];
    for piece in pieces {
        for &value in *piece {
            counts[bin(value)] += 1;
        }
    }
    let wanted = wanted_bins(&counts, ranks);
    let mut inside: Vec<Vec<f64>> = wanted.iter().map(|&(number, _)| Vec::with_capacity(counts[number])).collect();
    let mut slot = vec![usize::MAX; BINS];
    for (place, &(number, _)) in wanted.iter().enumerate() {
        slot[number] = place;
    }
    for value in numbers() {
        if let Some(bin) = inside.get_mut(slot[bin(value)]) {
            bin.push(value);
        }
    }
    for bin in &mut inside {
        bin.sort_unstable_by(f64::total_cmp);
    }
    let at = |rank: usize| {
        let place = wanted.partition_point(|&(_, before)| before <= rank).checked_sub(1)?;
        inside.get(place)?.get(rank - wanted.get(place)?.1).copied()
    };
    ranks.iter().map(|&rank| at(rank).unwrap_or(high)).collect()
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and the number of bins")]
fn bin_of(position: f64) -> usize {
    (position as usize).min(BINS - 1)
}

/// Bins that hold the ranks, with how many numbers lie before each; ascending.
fn wanted_bins(counts: &[usize], ranks: &[usize]) -> Vec<(usize, usize)> {
    let mut wanted = Vec::with_capacity(ranks.len());
    let mut ranks = ranks.iter().copied().peekable();
    let mut before = 0;
    for (number, &count) in counts.iter().enumerate() {
        let mut holds = false;
        while ranks.next_if(|&rank| rank < before + count).is_some() {
            holds = true;
        }
        if holds {
            wanted.push((number, before));
        }
        before += count;
    }
    wanted
}

/// Where a quantile of `count` numbers lies: the rank below it, and how far towards the next (type 7 of Hyndman and Fan 1996).
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a rank of numbers that exist")]
pub(super) fn place(count: usize, probability: f64) -> (usize, f64) {
    let position = (count.saturating_sub(1)) as f64 * probability;
    (position as usize, position.fract())
}

/// Ranks between which a quantile lies with 95 % confidence, whatever the distribution.
///
/// The distribution-free interval between two order statistics: the number of draws below a quantile is binomial, here
/// in its normal approximation, with the ranks rounded outward.
/// Source: David and Nagaraja, Order Statistics, 3rd ed. (2003), chapter 7.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to ranks of numbers that exist")]
pub(super) fn confidence(count: usize, probability: f64) -> (usize, usize) {
    let n = count as f64;
    let half = 1.959_963_984_540_054 * (n * probability * (1.0 - probability)).sqrt();
    let last = n - 1.0;
    let low = (n * probability - half).floor().clamp(0.0, last);
    let high = (n * probability + half).ceil().clamp(0.0, last);
    (low as usize, high as usize)
}

/// Quantiles of numbers in pieces by linear interpolation between order statistics (type 7), each with its confidence interval.
pub(super) fn quantiles(pieces: &[&[f64]], probabilities: &[f64]) -> Vec<Quantile> {
    let count: usize = pieces.iter().map(|piece| piece.len()).sum();
    let mut ranks: Vec<usize> = Vec::with_capacity(4 * probabilities.len());
    for &probability in probabilities {
        let (below, _) = place(count, probability);
        let (low, high) = confidence(count, probability);
        ranks.extend([below, (below + 1).min(count.saturating_sub(1)), low, high]);
    }
    ranks.sort_unstable();
    ranks.dedup();
    let values = order_statistics(pieces, &ranks);
    let at = |rank: usize| ranks.binary_search(&rank).ok().and_then(|place| values.get(place)).copied();
    let one = |&probability: &f64| {
        let (below, towards) = place(count, probability);
        let (low, high) = confidence(count, probability);
        let lower = at(below)?;
        let upper = at(below + 1).unwrap_or(lower);
        Some(Quantile { value: lower + towards * (upper - lower), low: at(low)?, high: at(high)? })
    };
    let none = Quantile { value: f64::NAN, low: f64::NAN, high: f64::NAN };
    probabilities.iter().map(|probability| one(probability).unwrap_or(none)).collect()
}

/// A quantile with its 95 % confidence interval given the number of draws, in the unit of the numbers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Quantile {
    /// The quantile of the draws.
    pub value: f64,
    /// Lower end of its Monte Carlo error.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(count: usize) -> Vec<f64> {
        let mut state = 1_u64;
        (0..count)
            .map(|_| {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                let uniform = (state >> 11) as f64 / (1_u64 << 53) as f64;
                // A long tail on one side, so that most bins are empty.
                1.0 / (uniform + 1e-6)
            })
            .collect()
    }

    #[test]
    fn ranks_are_those_of_the_sorted_numbers() {
        for count in [1, 2, 7, 100, 10_000] {
            let values = numbers(count);
            let mut sorted = values.clone();
            sorted.sort_unstable_by(f64::total_cmp);
            let (left, right) = values.split_at(count / 3);
            let ranks: Vec<usize> = (0..count).step_by(1 + count / 50).chain([count - 1]).collect();
            let found = order_statistics(&[left, right], &ranks);
            for (rank, value) in ranks.iter().zip(found) {
                assert_eq!(value.to_bits(), sorted[*rank].to_bits(), "rank {rank} of {count}");
            }
        }
    }

    #[test]
    fn equal_numbers_have_their_value_as_every_quantile() {
        let found = quantiles(&[&[3.5; 10], &[3.5; 4]], &[0.05, 0.5, 0.95]);
        assert!(found.iter().all(|quantile| quantile.value.to_bits() == 3.5_f64.to_bits()));
    }

    #[test]
    fn type_seven_interpolates_between_neighbours() {
        let found = quantiles(&[&[4.0, 1.0], &[3.0, 2.0]], &[0.25, 0.5, 0.9]);
        let values: Vec<f64> = found.iter().map(|quantile| quantile.value).collect();
        assert!((values[0] - 1.75).abs() < 1e-15 && (values[1] - 2.5).abs() < 1e-15 && (values[2] - 3.7).abs() < 1e-12);
    }
}
