//! A proportion of draws: its interval, and how it is said without claiming certainty.

/// Paths in which a probability is told.
pub const TOLD_OF: usize = 200;

/// How many of so many draws.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Proportion {
    /// Draws in which it holds.
    pub hits: usize,
    /// Draws in all.
    pub draws: usize,
}

/// What may be said of a probability.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Chance {
    /// Less than one per cent of the draws, perhaps none.
    BelowOnePercent,
    /// More than ninety-nine per cent of the draws, perhaps all.
    AboveNinetyNinePercent,
    /// The share of the draws.
    About(f64),
}

impl Proportion {
    /// Share of the draws.
    pub fn share(self) -> f64 {
        if self.draws == 0 { 0.0 } else { self.hits as f64 / self.draws as f64 }
    }

    /// The probability as it may be said: never 0 or 100 %, and as the paths say in which it is told.
    pub fn chance(self) -> Chance {
        let told = self.natural_frequency(TOLD_OF);
        match 100 * told {
            hits if hits < TOLD_OF => Chance::BelowOnePercent,
            hits if hits > 99 * TOLD_OF => Chance::AboveNinetyNinePercent,
            _ => Chance::About(self.share()),
        }
    }

    /// Hits in `of` draws, rounded: "about 38 of 200 paths".
    pub fn natural_frequency(self, of: usize) -> usize {
        // Nearest whole number in integers: no rounding of a rounding.
        if self.draws == 0 { 0 } else { (2 * self.hits * of + self.draws) / (2 * self.draws) }
    }

    /// Interval that holds the probability with 95 % confidence given the number of draws.
    ///
    /// Source: Wilson, E. (1927), Probable inference, the law of succession, and statistical inference.
    pub fn interval(self) -> (f64, f64) {
        if self.draws == 0 {
            return (0.0, 1.0);
        }
        let z = 1.959_963_984_540_054_f64;
        let n = self.draws as f64;
        let p = self.share();
        let centre = p + z * z / (2.0 * n);
        let half = z * (p * (1.0 - p) / n + z * z / (4.0 * n * n)).sqrt();
        let whole = 1.0 + z * z / n;
        (((centre - half) / whole).max(0.0), ((centre + half) / whole).min(1.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_interval_of_the_reference_count() {
        let (low, high) = Proportion { hits: 38, draws: 200 }.interval();
        assert!((low - 0.141_671_715_277_906_75).abs() < 1e-14);
        assert!((high - 0.250_012_387_075_998_52).abs() < 1e-14);
    }

    #[test]
    fn nothing_is_ever_certain() {
        assert_eq!(Proportion { hits: 0, draws: 5000 }.chance(), Chance::BelowOnePercent);
        assert_eq!(Proportion { hits: 5000, draws: 5000 }.chance(), Chance::AboveNinetyNinePercent);
        assert_eq!(Proportion { hits: 1, draws: 4 }.chance(), Chance::About(0.25));
        let (low, high) = Proportion { hits: 0, draws: 200 }.interval();
        assert!(low.abs() < 1e-15 && high > 0.01);
    }

    #[test]
    fn a_chance_agrees_with_the_paths_that_are_told() {
        let chance = |hits| Proportion { hits, draws: 10_000 }.chance();
        assert_eq!((chance(9_905), chance(98)), (Chance::About(0.9905), Chance::About(0.0098)));
        assert_eq!((chance(9_926), chance(74)), (Chance::AboveNinetyNinePercent, Chance::BelowOnePercent));
    }

    #[test]
    fn natural_frequencies_are_rounded_to_the_nearest() {
        assert_eq!(Proportion { hits: 1_900, draws: 10_000 }.natural_frequency(200), 38);
        assert_eq!(Proportion { hits: 1_924, draws: 10_000 }.natural_frequency(200), 38);
        assert_eq!(Proportion { hits: 1_926, draws: 10_000 }.natural_frequency(200), 39);
    }
}
