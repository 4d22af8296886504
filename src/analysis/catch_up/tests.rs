//! Growth needed, the rest of a year, and the record.

use super::*;

#[test]
fn growth_needs_later_years_and_positive_levels() {
    assert!((required_growth((2024, 100.0), (2026, 121.0)).unwrap() - 0.1).abs() < 1e-12);
    assert!((required_growth((2024, 100.0), (2025, 100.0)).unwrap()).abs() < 1e-15);
    let error = required_growth((2024, 100.0), (2024, 120.0)).unwrap_err();
    assert_eq!(error, CatchUpError::TargetInThePast { year: 2024, latest: 2024 });
    assert_eq!(required_growth((2024, 0.0), (2030, 1.0)).unwrap_err(), CatchUpError::NotPositive { value: 0.0 });
    assert_eq!(required_growth((2024, 1.0), (2030, -2.0)).unwrap_err(), CatchUpError::NotPositive { value: -2.0 });
    assert!(matches!(required_growth((2024, f64::NAN), (2030, 2.0)).unwrap_err(), CatchUpError::NotPositive { .. }));
}

#[test]
fn the_rest_of_a_year_makes_up_for_its_beginning() {
    // Eleven months at 5.9 per cent and a year at 6.2 leave 9.5 for December: 12 g − 11 h.
    let december = rest_of_year(0.062, 0.059, even_months(11)).unwrap();
    assert!((december - 0.095).abs() < 1e-12, "{december}");
    // Half a year with 46 per cent of last year's output.
    let second_half = rest_of_year(0.08, 0.06, 0.46).unwrap();
    assert!((0.46 * 0.06 + 0.54 * second_half - 0.08).abs() < 1e-15);
    // What is on course stays on course.
    assert!((rest_of_year(0.07, 0.07, 0.3).unwrap() - 0.07).abs() < 1e-15);
    for weight in [0.0, 1.0, -0.2, 1.5, f64::NAN] {
        assert!(matches!(rest_of_year(0.08, 0.06, weight), Err(CatchUpError::NoRest { .. })), "{weight}");
    }
}

#[test]
fn a_gap_in_the_record_is_no_year() {
    let past = growths(&[(2019, 100.0), (2020, 110.0), (2022, 121.0), (2023, 60.5)]);
    assert_eq!(past.iter().map(|point| point.0).collect::<Vec<_>>(), [2020, 2023]);
    assert!((past[1].1 + 0.5).abs() < 1e-15);
}
