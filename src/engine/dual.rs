//! A run with its derivatives: a value, and how it moves with each of [`SLOPES`] numbers (forward differentiation).
//!
//! The derivatives are those of the arithmetic, exact but for rounding; no step is taken.
//! Where a selection stands exactly at its limit, the side says which way the numbers move: `RISING` for a small increase, otherwise a small decrease.

use super::real::{self, Lift, Real};
use std::ops::{Add, Div, Mul, Neg, Sub};

/// Numbers by which derivatives are taken in one run.
pub const SLOPES: usize = 8;

/// A value and its derivatives.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Dual<const RISING: bool> {
    /// The value of a run, to the bit.
    pub value: f64,
    /// What one unit more of each number adds, place by place.
    pub slopes: [f64; SLOPES],
    /// Whether a selection that it comes from stands exactly at its limit, so that the other side may have other slopes.
    pub is_at_limit: bool,
}

/// No derivatives.
const FLAT: [f64; SLOPES] = [0.0; SLOPES];

impl<const RISING: bool> Dual<RISING> {
    /// A number by which derivatives are taken, in one place.
    #[must_use]
    pub fn with_slope(value: f64, place: usize, slope: f64) -> Self {
        let mut slopes = FLAT;
        if let Some(own) = slopes.get_mut(place) {
            *own = slope;
        }
        Self { value, slopes, is_at_limit: false }
    }

    /// A value whose derivatives are those of this number times a factor.
    #[inline]
    fn scaled(self, value: f64, by: f64) -> Self {
        Self { value, slopes: self.slopes.map(|slope| slope * by), ..self }
    }

    #[inline]
    fn zip(self, other: Self, value: f64, slope: impl Fn(f64, f64) -> f64) -> Self {
        let mut slopes = self.slopes;
        for (own, other) in slopes.iter_mut().zip(other.slopes) {
            *own = slope(*own, other);
        }
        Self { value, slopes, is_at_limit: self.is_at_limit | other.is_at_limit }
    }

    /// Whether it depends on none of the numbers.
    #[inline]
    fn is_flat(self) -> bool {
        self.slopes == FLAT
    }
}

impl<const RISING: bool> Real for Dual<RISING> {
    const ZERO: Self = Self { value: 0.0, slopes: FLAT, is_at_limit: false };
    const ONE: Self = Self { value: 1.0, slopes: FLAT, is_at_limit: false };

    #[inline]
    fn splat(value: f64) -> Self {
        Self { value, slopes: FLAT, is_at_limit: false }
    }

    #[inline]
    fn exp(self) -> Self {
        let value = real::exp(self.value);
        self.scaled(value, value)
    }

    #[inline]
    fn ln(self) -> Self {
        self.scaled(real::ln(self.value), 1.0 / self.value)
    }

    #[inline]
    fn sqrt(self) -> Self {
        let value = self.value.sqrt();
        self.scaled(value, 0.5 / value)
    }

    #[inline]
    fn if_above(self, limit: Self, then: Self, otherwise: Self) -> Self {
        if self.value > limit.value {
            return then;
        }
        if self.value < limit.value {
            return otherwise;
        }
        let mut found = otherwise;
        found.is_at_limit |= then.is_at_limit | self.is_at_limit | limit.is_at_limit;
        for place in 0..SLOPES {
            let leaving = self.slopes[place] - limit.slopes[place];
            // The other side takes the other of the two.
            found.is_at_limit |=
                leaving.abs() > 0.0 && then.slopes[place].to_bits() != otherwise.slopes[place].to_bits();
            if if RISING { leaving > 0.0 } else { leaving < 0.0 } {
                found.slopes[place] = then.slopes[place];
            }
        }
        found
    }

    #[inline]
    fn if_equal(self, other: Self, then: Self, otherwise: Self) -> Self {
        if self.value.if_equal(other.value, 1.0, 0.0) > 0.5 { then } else { otherwise }
    }

    #[inline]
    fn round_to_whole(self) -> Self {
        Self::splat(self.value.round())
    }

    #[inline]
    fn lowest(self) -> f64 {
        self.value
    }

    #[inline]
    fn highest(self) -> f64 {
        self.value
    }

    #[inline]
    fn is_everywhere(self, value: f64) -> bool {
        self.value.to_bits() == value.to_bits() && self.is_flat() && !self.is_at_limit
    }

    #[inline]
    fn equals_everywhere(self, other: Self) -> bool {
        let bits = |one: Self| one.slopes.map(f64::to_bits);
        let moves_alike = bits(self) == bits(other) && !self.is_at_limit && !other.is_at_limit;
        self.value.to_bits() == other.value.to_bits() && moves_alike
    }

    #[inline]
    fn unless_unmoved(self, (number, own): (Self, f64), kept: Self) -> Self {
        Self { value: self.value.unless_unmoved((number.value, own), kept.value), ..self }
    }

    fn look_back(path: &[Self], index: usize, lag: Self) -> Self {
        let place = real::place_back(index, lag.value);
        place.and_then(|place| path.get(place)).copied().unwrap_or(Self::ZERO)
    }

    fn power(self, exponent: Self) -> Self {
        let value = real::power(self.value, exponent.value);
        let by_base = exponent.value * real::power(self.value, exponent.value - 1.0);
        if exponent.is_flat() {
            // A base of 0 has no logarithm; the derivative is found without it.
            let found = self.scaled(value, by_base);
            return Self { is_at_limit: self.is_at_limit | exponent.is_at_limit, ..found };
        }
        let by_exponent = value * real::ln(self.value);
        self.zip(exponent, value, |base, exponent| base * by_base + exponent * by_exponent)
    }
}

impl<const RISING: bool> Lift<f64> for Dual<RISING> {
    #[inline]
    fn lift(value: f64) -> Self {
        Self::splat(value)
    }
}

impl<const RISING: bool> Neg for Dual<RISING> {
    type Output = Self;

    #[inline]
    fn neg(self) -> Self {
        self.scaled(-self.value, -1.0)
    }
}

impl<const RISING: bool> Add for Dual<RISING> {
    type Output = Self;

    #[inline]
    fn add(self, other: Self) -> Self {
        self.zip(other, self.value + other.value, |a, b| a + b)
    }
}

impl<const RISING: bool> Sub for Dual<RISING> {
    type Output = Self;

    #[inline]
    fn sub(self, other: Self) -> Self {
        self.zip(other, self.value - other.value, |a, b| a - b)
    }
}

impl<const RISING: bool> Mul for Dual<RISING> {
    type Output = Self;

    #[expect(clippy::suspicious_arithmetic_impl, reason = "the rule of products is a sum")]
    #[inline]
    fn mul(self, other: Self) -> Self {
        self.zip(other, self.value * other.value, |a, b| a * other.value + b * self.value)
    }
}

impl<const RISING: bool> Div for Dual<RISING> {
    type Output = Self;

    #[inline]
    fn div(self, other: Self) -> Self {
        let (value, by) = (self.value / other.value, 1.0 / other.value);
        self.zip(other, value, |a, b| (a - b * value) * by)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    type Up = Dual<true>;
    type Down = Dual<false>;

    #[test]
    fn derivatives_are_those_of_the_textbook() {
        let (x, y) = (Up::with_slope(1.7, 0, 1.0), Up::with_slope(0.6, 1, 1.0));
        for (found, by_x, by_y) in [
            (x * y, 0.6, 1.7),
            (x / y, 1.0 / 0.6, -1.7 / 0.36),
            (x.power(y), 0.6 * real::power(1.7, -0.4), real::power(1.7, 0.6) * real::ln(1.7)),
            ((x * y).exp(), 0.6 * real::exp(1.02), 1.7 * real::exp(1.02)),
            ((x * y).ln(), 1.0 / 1.7, 1.0 / 0.6),
            ((x * y).sqrt(), 0.5 * 0.6 / 1.02_f64.sqrt(), 0.5 * 1.7 / 1.02_f64.sqrt()),
        ] {
            let [a, b] = [found.slopes[0], found.slopes[1]];
            assert!((a - by_x).abs() < 1e-13 && (b - by_y).abs() < 1e-13, "{a} {b} for {by_x} {by_y}");
        }
    }

    #[test]
    fn at_its_limit_a_selection_follows_the_side() {
        let up = Up::with_slope(2.0, 0, 1.0).smaller(Up::splat(2.0));
        let down = Down::with_slope(2.0, 0, 1.0).smaller(Down::splat(2.0));
        assert_eq!((up.value.to_bits(), up.slopes[0].to_bits()), (2.0_f64.to_bits(), 0.0_f64.to_bits()));
        assert_eq!((down.value.to_bits(), down.slopes[0].to_bits()), (2.0_f64.to_bits(), 1.0_f64.to_bits()));
    }

    #[test]
    fn what_comes_from_a_selection_at_its_limit_says_so() {
        let x = Up::with_slope(2.0, 0, 1.0);
        let at_limit = x.smaller(Up::splat(2.0));
        assert!(at_limit.is_at_limit && (at_limit * Up::ONE + x).exp().is_at_limit && x.power(at_limit).is_at_limit);
        // A number away from limits, a constant, and a number equal on both sides have one slope.
        assert!(!x.smaller(Up::splat(2.5)).is_at_limit);
        assert!(!Up::splat(2.0).smaller(Up::splat(2.0)).is_at_limit);
        assert!(!x.if_above(Up::splat(2.0), x, x).is_at_limit);
        // The limit is ignored on the branch that is not taken.
        assert!(!x.if_above(Up::splat(1.0), x, at_limit).is_at_limit);
    }
}
