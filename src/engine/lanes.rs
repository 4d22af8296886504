//! A block of draws side by side: the arithmetic of [`Real`](super::real::Real) place by place.
//!
//! Every place goes through the operations of a single run in the same order, so that it gives the same bits.

#![expect(clippy::inline_always, reason = "a block of draws is vectorised only where its arithmetic is inlined")]

use super::real::{self, Lift, Real};
use std::ops::{Add, Div, Mul, Neg, Sub};

/// Draws in a block: enough that one operation need not wait for the one before it.
pub const LANES: usize = 32;

/// A number of the model in every draw of a block.
#[derive(Debug, Clone, Copy, PartialEq)]
#[repr(align(64))]
pub struct Lanes(pub [f64; LANES]);

impl Lanes {
    /// The sum of all places.
    #[inline(always)]
    #[must_use]
    pub fn sum(self) -> f64 {
        self.fold(|a, b| a + b)
    }

    /// All places brought together, one half upon the other, so that it takes few steps.
    #[inline(always)]
    fn fold(self, function: impl Fn(f64, f64) -> f64) -> f64 {
        let mut values = self.0;
        let mut half = LANES / 2;
        while half > 0 {
            let (front, back) = values.split_at_mut(half);
            for (value, other) in front.iter_mut().zip(back) {
                *value = function(*value, *other);
            }
            half /= 2;
        }
        values[0]
    }

    #[inline(always)]
    fn pairwise(self, other: Self, function: impl Fn(f64, f64) -> f64) -> Self {
        let mut values = self.0;
        for (value, other) in values.iter_mut().zip(other.0) {
            *value = function(*value, other);
        }
        Self(values)
    }
}

impl Lanes {
    /// Applies a function of one number in every place.
    #[must_use]
    #[inline(always)]
    pub fn map(self, function: impl Fn(f64) -> f64) -> Self {
        let mut values = self.0;
        for value in &mut values {
            *value = function(*value);
        }
        Self(values)
    }

    #[inline(always)]
    fn choose_by(self, other: Self, [then, otherwise]: [Self; 2], holds: impl Fn(f64, f64) -> bool) -> Self {
        let mut values = otherwise.0;
        for (((value, then), own), other) in values.iter_mut().zip(then.0).zip(self.0).zip(other.0) {
            *value = if holds(own, other) { then } else { *value };
        }
        Self(values)
    }
}

impl Real for Lanes {
    const ZERO: Self = Self([0.0; LANES]);
    const ONE: Self = Self([1.0; LANES]);

    #[inline(always)]
    fn splat(value: f64) -> Self {
        Self([value; LANES])
    }

    #[inline(always)]
    fn exp(self) -> Self {
        self.map(real::exp)
    }

    #[inline(always)]
    fn ln(self) -> Self {
        self.map(real::ln)
    }

    #[inline(always)]
    fn sqrt(self) -> Self {
        self.map(f64::sqrt)
    }

    #[inline(always)]
    fn if_above(self, limit: Self, then: Self, otherwise: Self) -> Self {
        self.choose_by(limit, [then, otherwise], |value, limit| value > limit)
    }

    #[expect(clippy::float_cmp, reason = "asks whether two whole numbers are one")]
    #[inline(always)]
    fn if_equal(self, other: Self, then: Self, otherwise: Self) -> Self {
        self.choose_by(other, [then, otherwise], |value, other| value == other)
    }

    #[inline(always)]
    fn round_to_whole(self) -> Self {
        self.map(f64::round)
    }

    #[inline(always)]
    fn lowest(self) -> f64 {
        // A place that is not a number replaces any other, and stays.
        self.fold(|low, value| if value >= low || low.is_nan() { low } else { value })
    }

    #[inline(always)]
    fn highest(self) -> f64 {
        self.fold(|high, value| if value <= high || high.is_nan() { high } else { value })
    }

    #[inline(always)]
    fn is_everywhere(self, value: f64) -> bool {
        let mut differing = 0;
        for place in self.0 {
            differing |= place.to_bits() ^ value.to_bits();
        }
        differing == 0
    }

    #[inline(always)]
    fn equals_everywhere(self, other: Self) -> bool {
        let mut differing = 0;
        for (place, other) in self.0.iter().zip(other.0) {
            differing |= place.to_bits() ^ other.to_bits();
        }
        differing == 0
    }

    fn look_back(path: &[Self], index: usize, lag: Self) -> Self {
        Self(std::array::from_fn(|lane| {
            let place = real::place_back(index, lag.0[lane]);
            place.and_then(|place| path.get(place)).map_or(0.0, |value| value.0[lane])
        }))
    }

    #[inline(always)]
    fn power(self, exponent: Self) -> Self {
        self.pairwise(exponent, real::power)
    }
}

impl Lift<f64> for Lanes {
    #[inline(always)]
    fn lift(value: f64) -> Self {
        Self::splat(value)
    }
}

impl Neg for Lanes {
    type Output = Self;

    #[inline(always)]
    fn neg(self) -> Self {
        self.map(|value| -value)
    }
}

impl Add for Lanes {
    type Output = Self;

    #[inline(always)]
    fn add(self, other: Self) -> Self {
        self.pairwise(other, |a, b| a + b)
    }
}

impl Sub for Lanes {
    type Output = Self;

    #[inline(always)]
    fn sub(self, other: Self) -> Self {
        self.pairwise(other, |a, b| a - b)
    }
}

impl Mul for Lanes {
    type Output = Self;

    #[inline(always)]
    fn mul(self, other: Self) -> Self {
        self.pairwise(other, |a, b| a * b)
    }
}

impl Div for Lanes {
    type Output = Self;

    #[inline(always)]
    fn div(self, other: Self) -> Self {
        self.pairwise(other, |a, b| a / b)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::real::exp;

    #[test]
    fn every_place_gives_the_bits_of_a_single_number() {
        let values: [f64; LANES] = std::array::from_fn(|lane| 0.37 * (lane as f64) - 2.1);
        let block = Lanes(values);
        let other = Lanes(values.map(|value| value * value + 0.1));
        let result = (block + other * Lanes::splat(0.3)) / other - block.map(exp);
        for (lane, value) in values.into_iter().enumerate() {
            let single = value * value + 0.1;
            let expected = (value + single * 0.3) / single - exp(value);
            assert_eq!(result.0[lane].to_bits(), expected.to_bits());
        }
    }

    #[test]
    fn lowest_and_highest_do_not_hide_what_is_no_number() {
        let mut values = [1.0; LANES];
        values[3] = -2.0;
        values[9] = 5.0;
        assert_eq!(
            (Lanes(values).lowest().to_bits(), Lanes(values).highest().to_bits()),
            ((-2.0_f64).to_bits(), 5.0_f64.to_bits())
        );
        for place in [0, 7, LANES - 1] {
            let mut broken = values;
            broken[place] = f64::NAN;
            assert!(Lanes(broken).lowest().is_nan() && Lanes(broken).highest().is_nan(), "{place}");
        }
    }
}
