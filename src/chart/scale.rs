//! Axis ranges and tick positions: round numbers, four or five gridlines, even years.

/// A range of an axis.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Span {
    /// Lower end.
    pub lo: f64,
    /// Upper end, above the lower one.
    pub hi: f64,
}

impl Span {
    /// How far a value stands from the low end, as a part of the range.
    pub fn share(&self, value: f64) -> f64 {
        (value - self.lo) / (self.hi - self.lo)
    }
}

/// Ticks of the vertical axis.
#[derive(Debug, Clone, PartialEq)]
pub struct Ticks {
    /// Positions from low to high.
    pub values: Vec<f64>,
    /// Digits after the decimal mark that tell them apart.
    pub decimals: usize,
}

/// Step sizes within a power of ten, with the reluctance to use each (in gridlines too many or too few).
const STEPS: [(f64, f64); 5] = [(1.0, 0.0), (2.0, 0.0), (2.5, 0.3), (4.0, 0.2), (5.0, 0.0)];

/// Room above and below the values, as a fraction of their range.
const PADDING: f64 = 0.04;

/// The two ends in order, and never equal.
pub fn from_ends(a: f64, b: f64) -> Span {
    let (lo, hi) = if a <= b { (a, b) } else { (b, a) };
    match (lo.is_finite() && hi.is_finite(), hi - lo > 0.0) {
        (true, true) => Span { lo, hi },
        (true, false) => Span { lo: lo - 1.0, hi: hi + 1.0 },
        (false, true | false) => Span { lo: 0.0, hi: 1.0 },
    }
}

/// A range with a little room around the values, ending on half a step.
pub fn around(values: impl Iterator<Item = f64>, with_zero: bool) -> Span {
    let (mut lo, mut hi) = values.fold((f64::INFINITY, f64::NEG_INFINITY), |(lo, hi), v| (lo.min(v), hi.max(v)));
    if lo > hi {
        return Span { lo: 0.0, hi: 1.0 };
    }
    if with_zero {
        (lo, hi) = (lo.min(0.0), hi.max(0.0));
    }
    // A constant series still needs a range; one part in 10^9 is below what can be drawn.
    if hi - lo <= hi.abs().max(lo.abs()) * 1e-9 {
        let room = (hi.abs() * 0.05).max(0.5);
        (lo, hi) = (lo - room, hi + room);
    }
    let room = (hi - lo) * PADDING;
    let padded = Span {
        lo: if with_zero && lo >= 0.0 { lo } else { lo - room },
        hi: if with_zero && hi <= 0.0 { hi } else { hi + room },
    };
    round_outward(padded, step_for(padded, true))
}

/// A range with a little room around the values, ending wherever that is: for axes without round ends.
pub fn pad(values: impl Iterator<Item = f64>) -> Span {
    let (lo, hi) = values.fold((f64::INFINITY, f64::NEG_INFINITY), |(lo, hi), v| (lo.min(v), hi.max(v)));
    if lo > hi {
        return Span { lo: 0.0, hi: 1.0 };
    }
    let room = ((hi - lo) * PADDING).max(0.005);
    Span { lo: lo - room, hi: hi + room }
}

/// Gridlines of a range of decimal logarithms, as values: powers of ten with their halves and fifths, or round steps
/// where the range is less than a decade.
pub fn log_ticks(span: Span) -> Ticks {
    let (lo, hi) = (libm::pow(10.0, span.lo), libm::pow(10.0, span.hi));
    let within = |value: &f64| (lo..=hi).contains(value);
    for factors in [&[1.0][..], &[1.0, 3.0], &[1.0, 2.0, 5.0]] {
        let decades = whole(span.lo.floor())..=whole(span.hi.ceil());
        let values: Vec<f64> = decades
            .flat_map(|power| factors.iter().map(move |factor| factor * 10_f64.powi(power)))
            .filter(within)
            .collect();
        if (4..=7).contains(&values.len()) {
            let decimals = values.first().map_or(0, |first| decimals_of(*first));
            return Ticks { values, decimals };
        }
    }
    let linear = ticks(Span { lo, hi });
    let values = linear.values.into_iter().filter(within).filter(|value| *value > 0.0).collect();
    Ticks { values, decimals: linear.decimals }
}

/// Gridlines of a range.
pub fn ticks(span: Span) -> Ticks {
    let step = step_for(span, false);
    let values = lines_in(span, step).map(|index| f64::from(index) * step).collect();
    Ticks { values, decimals: decimals_of(step) }
}

/// Years that get a number: multiples of 1, 2, 4, 5 or 10 so that neighbours stay `room` px apart.
///
/// One year only when fewer than four are visible, since even years are the habit of the reader.
pub fn year_ticks(span: Span, width: f32, room: f32) -> Vec<i32> {
    let (first, last) = (ceil_year(span.lo), floor_year(span.hi));
    let per_year = f64::from(width) / (span.hi - span.lo).max(1e-9);
    let smallest = if last - first < 4 { 1 } else { 2 };
    let fits = |step: &i32| *step >= smallest && per_year * f64::from(*step) >= f64::from(room);
    let step = [1, 2, 4, 5, 10, 20, 50].into_iter().find(fits).unwrap_or(100);
    (first..=last).filter(|year| year.rem_euclid(step) == 0).collect()
}

/// The whole year nearest to a position on the axis.
pub fn nearest_year(x: f64) -> i32 {
    whole(x.round().clamp(-9999.0, 9999.0))
}

/// A number without decimals as an integer; beyond the range of `i32`, its nearest end.
#[expect(clippy::cast_possible_truncation, reason = "the cast saturates, and axes are far from its ends")]
const fn whole(x: f64) -> i32 {
    x as i32
}

fn ceil_year(x: f64) -> i32 {
    nearest_year((x - 1e-6).ceil())
}

fn floor_year(x: f64) -> i32 {
    nearest_year((x + 1e-6).floor())
}

fn lines_in(span: Span, step: f64) -> std::ops::RangeInclusive<i32> {
    let slack = 1e-6;
    whole((span.lo / step - slack).ceil())..=whole((span.hi / step + slack).floor())
}

fn round_outward(span: Span, step: f64) -> Span {
    let half = step / 2.0;
    Span { lo: (span.lo / half + 1e-9).floor() * half, hi: (span.hi / half - 1e-9).ceil() * half }
}

/// The step that gives four or five gridlines, or comes nearest to it.
fn step_for(span: Span, will_round: bool) -> f64 {
    let power = whole(libm::log10((span.hi - span.lo).max(f64::MIN_POSITIVE)).floor());
    let mut best = (f64::INFINITY, 1.0);
    for exponent in [power - 1, power] {
        for (size, reluctance) in STEPS {
            let step = size * 10_f64.powi(exponent);
            let range = if will_round { round_outward(span, step) } else { span };
            let lines = lines_in(range, step);
            let count = f64::from(*lines.end()) - f64::from(*lines.start()) + 1.0;
            let misses = (4.0 - count).max(count - 5.0).max(0.0);
            if misses + reluctance < best.0 {
                best = (misses + reluctance, step);
            }
        }
    }
    best.1
}

/// Digits after the mark that write a step exactly, up to six.
fn decimals_of(step: f64) -> usize {
    let mut scaled = step;
    for digits in 0..6 {
        if (scaled - scaled.round()).abs() < 1e-6 * scaled.abs().max(1.0) {
            return digits;
        }
        scaled *= 10.0;
    }
    6
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_level_from_zero_ends_on_a_gridline() {
        let span = around([3.7, 190.4].into_iter(), true);
        assert_eq!(span, Span { lo: 0.0, hi: 200.0 });
        assert_eq!(ticks(span).values, [0.0, 50.0, 100.0, 150.0, 200.0]);
    }

    #[test]
    fn jobs_between_412_and_499_run_from_400_to_520() {
        let span = around([412.0, 499.0].into_iter(), false);
        assert_eq!(span, Span { lo: 400.0, hi: 520.0 });
        assert_eq!(ticks(span).values, [400.0, 440.0, 480.0, 520.0]);
    }

    #[test]
    fn a_constant_series_has_a_range() {
        let span = around([73.8, 73.8].into_iter(), false);
        assert!(span.lo < 73.8 && span.hi > 73.8);
        assert_eq!(around(std::iter::empty(), true), Span { lo: 0.0, hi: 1.0 });
    }

    #[test]
    fn a_small_step_prints_its_digits() {
        assert_eq!(decimals_of(0.25), 2);
        assert_eq!(decimals_of(0.1), 1);
        assert_eq!(decimals_of(40.0), 0);
    }

    #[test]
    fn a_logarithmic_axis_has_round_values_between_its_ends() {
        let span = pad([libm::log10(125.0), libm::log10(262.2)].into_iter());
        assert_eq!(log_ticks(span).values, [150.0, 200.0, 250.0]);
        let decades = Span { lo: 0.0, hi: 4.0 };
        assert_eq!(log_ticks(decades).values, [1.0, 10.0, 100.0, 1000.0, 10000.0]);
        assert_eq!(log_ticks(Span { lo: 0.0, hi: 2.0 }).values, [1.0, 3.0, 10.0, 30.0, 100.0]);
    }

    #[test]
    fn years_are_even_and_thin_out_when_narrow() {
        let span = Span { lo: 2020.0, hi: 2030.0 };
        assert_eq!(year_ticks(span, 303.0, 40.0), [2020, 2022, 2024, 2026, 2028, 2030]);
        assert_eq!(year_ticks(span, 130.0, 40.0), [2020, 2024, 2028]);
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]
        #[test]
        fn three_to_six_gridlines_over_any_values(a in -1e6..1e6_f64, b in -1e6..1e6_f64, with_zero: bool) {
            let span = around([a, b].into_iter(), with_zero);
            prop_assert!(span.lo <= a.min(b) && span.hi >= a.max(b));
            let count = ticks(span).values.len();
            prop_assert!((3..=6).contains(&count), "{count} in {span:?}");
        }
    }
}
