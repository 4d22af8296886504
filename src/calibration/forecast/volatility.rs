//! Classes of volatility: what a short record takes instead of a volatility that few years cannot show.

/// A third of the pasts of the panel from which the rule was learnt, by their volatility.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum VolatilityClass {
    /// The calmest third.
    Calm,
    /// The middle third.
    Middle,
    /// The most volatile third.
    Volatile,
}

/// Volatilities ([`Past::volatility`](super::Past::volatility)) of value added in the GGDC 10-Sector Database (source as in `band_multipliers.csv`), all origins with ten years of past and an outcome five years later: the two bounds of the thirds, then the median of each.
const SECTOR: ([f64; 2], [f64; 3]) = ([0.0408, 0.0704], [0.0289, 0.0537, 0.1038]);
/// The same of totals.
const TOTAL: ([f64; 2], [f64; 3]) = ([0.0255, 0.0398], [0.0192, 0.0324, 0.0537]);

impl VolatilityClass {
    /// The class of the volatility of a past.
    pub fn of(volatility: f64, is_total: bool) -> Self {
        let ([low, high], _) = if is_total { TOTAL } else { SECTOR };
        if volatility < low {
            Self::Calm
        } else if volatility < high {
            Self::Middle
        } else {
            Self::Volatile
        }
    }

    /// The median volatility of the class.
    pub const fn median(self, is_total: bool) -> f64 {
        let (_, medians) = if is_total { TOTAL } else { SECTOR };
        match self {
            Self::Calm => medians[0],
            Self::Middle => medians[1],
            Self::Volatile => medians[2],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_of_a_class_belongs_to_it() {
        for class in [VolatilityClass::Calm, VolatilityClass::Middle, VolatilityClass::Volatile] {
            for is_total in [false, true] {
                assert_eq!(VolatilityClass::of(class.median(is_total), is_total), class);
            }
        }
    }
}
