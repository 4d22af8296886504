//! Units of figures and their size against the unit that the model uses.

/// Unit in which a figure is given.
///
/// The model counts output and capital in trillion VND (nghìn tỷ đồng), people in thousands, dollars in millions, land in hectares, and rates as fractions a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// Nghìn tỷ đồng, 10^12 VND.
    TrillionVnd,
    /// Tỷ đồng, 10^9 VND.
    BillionVnd,
    /// Triệu đồng, 10^6 VND.
    MillionVnd,
    /// Triệu đồng a worker.
    MillionVndPerWorker,
    /// Triệu đồng a person.
    MillionVndPerPerson,
    /// Billion VND a worker, the model's own productivity unit.
    BillionVndPerWorker,
    /// US dollars a person.
    UsdPerPerson,
    /// Million US dollars.
    MillionUsd,
    /// Billion US dollars.
    BillionUsd,
    /// VND a US dollar.
    VndPerUsd,
    /// Thousand persons.
    ThousandPersons,
    /// Thousand persons a million US dollars.
    ThousandPersonsPerMillionUsd,
    /// Hectares.
    Hectare,
    /// Trillion VND a hectare.
    TrillionVndPerHectare,
    /// Fraction of one.
    Ratio,
    /// Per cent.
    Percent,
    /// Percentage points.
    PercentagePoint,
    /// Fraction a year.
    RatioPerYear,
    /// Per cent a year.
    PercentPerYear,
    /// Percentage points a year.
    PercentagePointPerYear,
    /// An index with its own base.
    Index,
    /// A calendar year.
    CalendarYear,
    /// A number of years.
    Years,
    /// A plain count.
    Count,
    /// 1 where a statement holds, 0 where it does not.
    Flag,
}

impl Unit {
    /// Whether the figures of parts add up to that of the whole: amounts do, ratios, growth and years do not.
    pub const fn adds_up(self) -> bool {
        match self {
            Self::TrillionVnd
            | Self::BillionVnd
            | Self::MillionVnd
            | Self::MillionUsd
            | Self::BillionUsd
            | Self::ThousandPersons
            | Self::Hectare
            | Self::Count => true,
            Self::MillionVndPerWorker
            | Self::MillionVndPerPerson
            | Self::BillionVndPerWorker
            | Self::UsdPerPerson
            | Self::VndPerUsd
            | Self::ThousandPersonsPerMillionUsd
            | Self::TrillionVndPerHectare
            | Self::Ratio
            | Self::Percent
            | Self::PercentagePoint
            | Self::RatioPerYear
            | Self::PercentPerYear
            | Self::PercentagePointPerYear
            | Self::Index
            | Self::CalendarYear
            | Self::Years
            | Self::Flag => false,
        }
    }

    /// All units.
    pub const ALL: [Self; 25] = [
        Self::TrillionVnd,
        Self::BillionVnd,
        Self::MillionVnd,
        Self::MillionVndPerWorker,
        Self::MillionVndPerPerson,
        Self::BillionVndPerWorker,
        Self::UsdPerPerson,
        Self::MillionUsd,
        Self::BillionUsd,
        Self::VndPerUsd,
        Self::ThousandPersons,
        Self::ThousandPersonsPerMillionUsd,
        Self::Hectare,
        Self::TrillionVndPerHectare,
        Self::Ratio,
        Self::Percent,
        Self::PercentagePoint,
        Self::RatioPerYear,
        Self::PercentPerYear,
        Self::PercentagePointPerYear,
        Self::Index,
        Self::CalendarYear,
        Self::Years,
        Self::Count,
        Self::Flag,
    ];

    /// Whether it counts a part of something, or its growth.
    pub const fn is_fraction(self) -> bool {
        matches!(
            self,
            Self::Ratio
                | Self::Percent
                | Self::PercentagePoint
                | Self::RatioPerYear
                | Self::PercentPerYear
                | Self::PercentagePointPerYear
        )
    }

    /// Decimals with which people read figures of it.
    pub const fn decimals(self) -> usize {
        match self {
            Self::Index | Self::TrillionVndPerHectare | Self::ThousandPersonsPerMillionUsd => 3,
            Self::Ratio | Self::BillionVndPerWorker => 2,
            Self::TrillionVnd
            | Self::MillionVndPerWorker
            | Self::MillionVndPerPerson
            | Self::MillionUsd
            | Self::BillionUsd
            | Self::ThousandPersons
            | Self::Percent
            | Self::PercentagePoint
            | Self::RatioPerYear
            | Self::PercentPerYear
            | Self::PercentagePointPerYear => 1,
            Self::BillionVnd
            | Self::MillionVnd
            | Self::UsdPerPerson
            | Self::VndPerUsd
            | Self::Hectare
            | Self::CalendarYear
            | Self::Years
            | Self::Count
            | Self::Flag => 0,
        }
    }

    /// What one of this unit is in the model's unit of the same dimension.
    pub const fn factor(self) -> f64 {
        match self {
            Self::BillionVnd | Self::MillionVndPerWorker => 1e-3,
            Self::MillionVnd => 1e-6,
            Self::BillionUsd => 1e3,
            Self::Percent | Self::PercentagePoint | Self::PercentPerYear | Self::PercentagePointPerYear => 1e-2,
            Self::TrillionVnd
            | Self::MillionVndPerPerson
            | Self::BillionVndPerWorker
            | Self::UsdPerPerson
            | Self::MillionUsd
            | Self::VndPerUsd
            | Self::ThousandPersons
            | Self::ThousandPersonsPerMillionUsd
            | Self::Hectare
            | Self::TrillionVndPerHectare
            | Self::Ratio
            | Self::RatioPerYear
            | Self::Index
            | Self::CalendarYear
            | Self::Years
            | Self::Count
            | Self::Flag => 1.0,
        }
    }

    /// What one of this unit is in another of the same dimension.
    pub const fn size_in(self, other: Self) -> f64 {
        self.factor() / other.factor()
    }

    /// The unit in which people read figures of this one unless what is measured says another, and the size of this one in
    /// it: parts of a whole and growth in per cent, money a worker in million VND.
    ///
    /// A ratio can be a multiple too, which is read as it stands: the rows of quantities and variables say which it is.
    pub const fn as_read(self) -> (Self, f64) {
        let read = match self {
            Self::Ratio => Self::Percent,
            Self::RatioPerYear => Self::PercentPerYear,
            Self::BillionVndPerWorker => Self::MillionVndPerWorker,
            Self::TrillionVnd
            | Self::BillionVnd
            | Self::MillionVnd
            | Self::MillionVndPerWorker
            | Self::MillionVndPerPerson
            | Self::UsdPerPerson
            | Self::MillionUsd
            | Self::BillionUsd
            | Self::VndPerUsd
            | Self::ThousandPersons
            | Self::ThousandPersonsPerMillionUsd
            | Self::Hectare
            | Self::TrillionVndPerHectare
            | Self::Percent
            | Self::PercentagePoint
            | Self::PercentPerYear
            | Self::PercentagePointPerYear
            | Self::Index
            | Self::CalendarYear
            | Self::Years
            | Self::Count
            | Self::Flag => self,
        };
        (read, self.size_in(read))
    }

    /// Whether figures are per cent, of a whole or a year.
    pub const fn is_percent(self) -> bool {
        matches!(self, Self::Percent | Self::PercentPerYear)
    }

    /// Whether two units measure the same dimension, so that one converts into the other.
    pub fn converts_to(self, other: Self) -> bool {
        self.dimension() == other.dimension()
    }

    /// The units that measure the same dimension, itself among them.
    pub fn alike(self) -> Vec<Self> {
        Self::ALL.into_iter().filter(|unit| unit.converts_to(self)).collect()
    }

    const fn dimension(self) -> u8 {
        match self {
            Self::TrillionVnd | Self::BillionVnd | Self::MillionVnd => 0,
            Self::MillionVndPerWorker | Self::BillionVndPerWorker => 1,
            Self::MillionVndPerPerson => 2,
            Self::UsdPerPerson => 3,
            Self::MillionUsd | Self::BillionUsd => 4,
            Self::VndPerUsd => 5,
            Self::ThousandPersons => 6,
            Self::ThousandPersonsPerMillionUsd => 7,
            Self::Hectare => 8,
            Self::TrillionVndPerHectare => 9,
            Self::Ratio | Self::Percent | Self::PercentagePoint => 10,
            Self::RatioPerYear | Self::PercentPerYear | Self::PercentagePointPerYear => 11,
            Self::Index => 12,
            Self::CalendarYear => 13,
            Self::Years => 14,
            Self::Count => 15,
            Self::Flag => 16,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_is_read_in_one_of_its_dimension_with_an_exact_size() {
        for unit in Unit::ALL {
            let (read, size) = unit.as_read();
            assert!(read.converts_to(unit), "{unit:?}");
            assert_eq!(read.as_read(), (read, 1.0), "{unit:?}");
            assert!([1.0, 100.0, 1000.0].contains(&size), "{unit:?}: {size}");
        }
        assert_eq!(Unit::Ratio.as_read(), (Unit::Percent, 100.0));
        assert_eq!(Unit::RatioPerYear.as_read(), (Unit::PercentPerYear, 100.0));
        assert_eq!(Unit::BillionVndPerWorker.as_read(), (Unit::MillionVndPerWorker, 1000.0));
    }
}
