//! A run with its derivatives: a value, and how it moves with each of [`LANES`](super::LANES) numbers (forward differentiation).
//!
//! The derivatives are those of the arithmetic, exact but for rounding; no step is taken.
//! Where a selection stands exactly at its limit, the side says which way the numbers move: `RISING` for a small increase, otherwise a small decrease.

#![expect(clippy::inline_always, reason = "a block is vectorised only where its arithmetic is inlined")]

use super::lanes::Lanes;
use super::per_lane::PerLane;
use super::real::{self, Lift, Real};
use std::ops::{Add, Div, Mul, Neg, Sub};

/// A value and its derivatives.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Dual<const RISING: bool> {
    /// The value of a run, to the bit.
    pub value: f64,
    /// What one unit more of each number adds, place by place; most figures of a run depend on none.
    pub slopes: PerLane,
}

impl<const RISING: bool> Dual<RISING> {
    /// A number by which derivatives are taken, in one place.
    #[must_use]
    pub fn with_slope(value: f64, place: usize, slope: f64) -> Self {
        let mut slopes = Lanes::ZERO;
        if let Some(own) = slopes.0.get_mut(place) {
            *own = slope;
        }
        Self { value, slopes: PerLane::Each(slopes) }
    }

    /// Whether it depends on none of the numbers.
    #[inline(always)]
    fn is_flat(self) -> bool {
        self.slopes.lowest() >= 0.0 && self.slopes.highest() <= 0.0
    }

    #[inline(always)]
    fn scaled(value: f64, slopes: PerLane, by: f64) -> Self {
        Self { value, slopes: slopes * PerLane::Same(by) }
    }
}

impl<const RISING: bool> Real for Dual<RISING> {
    const ZERO: Self = Self { value: 0.0, slopes: PerLane::ZERO };
    const ONE: Self = Self { value: 1.0, slopes: PerLane::ZERO };

    #[inline(always)]
    fn splat(value: f64) -> Self {
        Self { value, slopes: PerLane::ZERO }
    }

    #[inline(always)]
    fn exp(self) -> Self {
        let value = real::exp(self.value);
        Self::scaled(value, self.slopes, value)
    }

    #[inline(always)]
    fn ln(self) -> Self {
        Self::scaled(real::ln(self.value), self.slopes, 1.0 / self.value)
    }

    #[inline(always)]
    fn sqrt(self) -> Self {
        let value = self.value.sqrt();
        Self::scaled(value, self.slopes, 0.5 / value)
    }

    #[inline(always)]
    fn if_above(self, limit: Self, then: Self, otherwise: Self) -> Self {
        if self.value > limit.value {
            return then;
        }
        if self.value.if_equal(limit.value, 0.0, 1.0) > 0.5 {
            return otherwise;
        }
        let leaving = self.slopes - limit.slopes;
        let leaving = if RISING { leaving } else { -leaving };
        Self { value: otherwise.value, slopes: leaving.if_above(PerLane::ZERO, then.slopes, otherwise.slopes) }
    }

    #[inline(always)]
    fn if_equal(self, other: Self, then: Self, otherwise: Self) -> Self {
        if self.value.if_equal(other.value, 1.0, 0.0) > 0.5 { then } else { otherwise }
    }

    #[inline(always)]
    fn round_to_whole(self) -> Self {
        Self::splat(self.value.round())
    }

    #[inline(always)]
    fn lowest(self) -> f64 {
        self.value
    }

    #[inline(always)]
    fn highest(self) -> f64 {
        self.value
    }

    #[inline(always)]
    fn is_everywhere(self, value: f64) -> bool {
        self.value.to_bits() == value.to_bits() && self.is_flat()
    }

    #[inline(always)]
    fn unless_unmoved(self, (number, own): (Self, f64), kept: Self) -> Self {
        Self { value: self.value.unless_unmoved((number.value, own), kept.value), slopes: self.slopes }
    }

    fn look_back(path: &[Self], index: usize, lag: Self) -> Self {
        let place = real::place_back(index, lag.value);
        place.and_then(|place| path.get(place)).copied().unwrap_or(Self::ZERO)
    }

    #[inline(always)]
    fn power(self, exponent: Self) -> Self {
        let value = real::power(self.value, exponent.value);
        // The base of 0 has no logarithm; where the exponent is given, nothing asks for it.
        let by_base = self.slopes * PerLane::Same(exponent.value * real::power(self.value, exponent.value - 1.0));
        let slopes = if exponent.is_flat() {
            by_base
        } else {
            by_base + exponent.slopes * PerLane::Same(value * real::ln(self.value))
        };
        Self { value, slopes }
    }
}

impl<const RISING: bool> Lift<f64> for Dual<RISING> {
    #[inline(always)]
    fn lift(value: f64) -> Self {
        Self::splat(value)
    }
}

impl<const RISING: bool> Neg for Dual<RISING> {
    type Output = Self;

    #[inline(always)]
    fn neg(self) -> Self {
        Self { value: -self.value, slopes: -self.slopes }
    }
}

impl<const RISING: bool> Add for Dual<RISING> {
    type Output = Self;

    #[inline(always)]
    fn add(self, other: Self) -> Self {
        Self { value: self.value + other.value, slopes: self.slopes + other.slopes }
    }
}

impl<const RISING: bool> Sub for Dual<RISING> {
    type Output = Self;

    #[inline(always)]
    fn sub(self, other: Self) -> Self {
        Self { value: self.value - other.value, slopes: self.slopes - other.slopes }
    }
}

impl<const RISING: bool> Mul for Dual<RISING> {
    type Output = Self;

    #[inline(always)]
    fn mul(self, other: Self) -> Self {
        let slopes = self.slopes * PerLane::Same(other.value) + other.slopes * PerLane::Same(self.value);
        Self { value: self.value * other.value, slopes }
    }
}

impl<const RISING: bool> Div for Dual<RISING> {
    type Output = Self;

    #[inline(always)]
    fn div(self, other: Self) -> Self {
        let value = self.value / other.value;
        let slopes = (self.slopes - other.slopes * PerLane::Same(value)) * PerLane::Same(1.0 / other.value);
        Self { value, slopes }
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
            let [a, b] = [found.slopes.lane(0), found.slopes.lane(1)];
            assert!((a - by_x).abs() < 1e-13 && (b - by_y).abs() < 1e-13, "{a} {b} for {by_x} {by_y}");
        }
    }

    #[test]
    fn at_its_limit_a_selection_follows_the_side() {
        let up = Up::with_slope(2.0, 0, 1.0).smaller(Up::splat(2.0));
        let down = Down::with_slope(2.0, 0, 1.0).smaller(Down::splat(2.0));
        assert_eq!((up.value.to_bits(), up.slopes.lane(0).to_bits()), (2.0_f64.to_bits(), 0.0_f64.to_bits()));
        assert_eq!((down.value.to_bits(), down.slopes.lane(0).to_bits()), (2.0_f64.to_bits(), 1.0_f64.to_bits()));
    }
}
