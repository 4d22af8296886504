//! Changes between two values, each with its one definition.

/// Change of a value against a base, as a fraction of the base: `value / base − 1`.
///
/// `None` if the base is <= 0 or the result is not finite.
pub fn relative_change(base: f64, value: f64) -> Option<f64> {
    (base > 0.0).then(|| value / base - 1.0).filter(|change| change.is_finite())
}

/// Average growth a year between two levels so many years apart, a fraction.
///
/// `None` if `years` or a level is <= 0, or the result is not finite.
pub fn average_growth(from: f64, to: f64, years: i32) -> Option<f64> {
    (years > 0 && from > 0.0 && to > 0.0)
        .then(|| super::elementary::power(to / from, 1.0 / f64::from(years)) - 1.0)
        .filter(|growth| growth.is_finite())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_base_that_is_not_positive_has_no_change() {
        assert_eq!(relative_change(4.0, 5.0), Some(0.25));
        for (base, value) in [(0.0, 5.0), (-4.0, 5.0), (f64::MIN_POSITIVE, 1e300), (4.0, f64::NAN)] {
            assert_eq!(relative_change(base, value), None, "{base}, {value}");
        }
    }

    #[test]
    fn levels_that_are_not_positive_do_not_grow() {
        assert_eq!(average_growth(4.0, 9.0, 2), Some(0.5));
        for (from, to, years) in [(-4.0, -9.0, 2), (0.0, 9.0, 2), (4.0, 9.0, 0), (4.0, 0.0, 1)] {
            assert_eq!(average_growth(from, to, years), None, "{from}, {to}, {years}");
        }
    }
}
