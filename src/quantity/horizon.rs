//! The years of a projection: the base year and every year after it up to the last.

use super::Year;

/// The last year that a study may reach.
pub const LAST_YEAR: Year = 2100;

/// Base year and last year, both included; never empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
pub struct Horizon {
    base: Year,
    end: Year,
}

/// The last year does not lie after the base year, or lies too far ahead.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("horizon {end} must lie after base year {base} and not beyond {LAST_YEAR}")]
pub struct HorizonError {
    /// Base year as given.
    pub base: Year,
    /// Last year as given.
    pub end: Year,
}

impl Horizon {
    /// A horizon from a base year to a later last year.
    ///
    /// # Errors
    /// [`HorizonError`] if the last year is not after the base year, or too far from it.
    pub fn new(base: Year, end: Year) -> Result<Self, HorizonError> {
        if base < end && end <= LAST_YEAR && base >= 1900 {
            Ok(Self { base, end })
        } else {
            Err(HorizonError { base, end })
        }
    }

    /// The last year with actual figures.
    pub const fn base(self) -> Year {
        self.base
    }

    /// The last projected year.
    pub const fn end(self) -> Year {
        self.end
    }

    /// Number of years, the base year included.
    pub fn len(self) -> usize {
        usize::try_from(self.end - self.base).unwrap_or(0) + 1
    }

    /// A horizon is never empty.
    pub const fn is_empty(self) -> bool {
        false
    }

    /// All years in order, the base year first.
    pub fn years(self) -> impl DoubleEndedIterator<Item = Year> + Clone {
        self.base..=self.end
    }

    /// Projected years in order, without the base year.
    pub fn projected_years(self) -> impl DoubleEndedIterator<Item = Year> + Clone {
        self.base + 1..=self.end
    }

    /// Position of a year, 0 for the base year; `None` outside the horizon.
    pub fn index(self, year: Year) -> Option<usize> {
        if (self.base..=self.end).contains(&year) { usize::try_from(year - self.base).ok() } else { None }
    }

    /// The year at a position counted from the base year.
    pub fn year(self, index: usize) -> Year {
        self.base + Year::try_from(index).unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_horizon_counts_its_base_year() {
        let horizon = Horizon::new(2020, 2030).unwrap();
        assert_eq!(horizon.len(), 11);
        assert_eq!(horizon.index(2025), Some(5));
        assert_eq!(horizon.index(2031), None);
        assert_eq!(horizon.year(10), 2030);
        assert_eq!(horizon.projected_years().next(), Some(2021));
    }

    #[test]
    fn a_horizon_cannot_end_in_its_base_year() {
        assert!(Horizon::new(2024, 2024).is_err());
    }
}
