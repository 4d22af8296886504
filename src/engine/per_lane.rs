//! Assumptions side by side: a number that is the same in every lane, or one for each.
//!
//! What does not differ between lanes is computed once, as a single number; the rest goes through the arithmetic of [`Lanes`].
//! Either way every lane has the bits of a single run.

#![expect(clippy::inline_always, reason = "a block is vectorised only where its arithmetic is inlined")]

use super::lanes::Lanes;
use super::real::{self, Lift, Real};
use std::ops::{Add, Div, Mul, Neg, Sub};

/// A number of the model in every lane of a block.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum PerLane {
    /// The same in all.
    Same(f64),
    /// One for each.
    Each(Lanes),
}

impl PerLane {
    /// The number in every lane.
    #[inline(always)]
    #[must_use]
    pub fn lanes(self) -> Lanes {
        match self {
            Self::Same(value) => Lanes::splat(value),
            Self::Each(lanes) => lanes,
        }
    }

    /// The number in one lane.
    #[must_use]
    pub fn lane(self, lane: usize) -> f64 {
        match self {
            Self::Same(value) => value,
            Self::Each(lanes) => lanes.0[lane],
        }
    }

    #[inline(always)]
    fn map(self, one: impl Fn(f64) -> f64, each: impl Fn(Lanes) -> Lanes) -> Self {
        match self {
            Self::Same(value) => Self::Same(one(value)),
            Self::Each(lanes) => Self::Each(each(lanes)),
        }
    }

    #[inline(always)]
    fn zip(self, other: Self, one: impl Fn(f64, f64) -> f64, each: impl Fn(Lanes, Lanes) -> Lanes) -> Self {
        match (self, other) {
            (Self::Same(a), Self::Same(b)) => Self::Same(one(a, b)),
            (a, b) => Self::Each(each(a.lanes(), b.lanes())),
        }
    }
}

impl Real for PerLane {
    const ZERO: Self = Self::Same(0.0);
    const ONE: Self = Self::Same(1.0);

    #[inline(always)]
    fn splat(value: f64) -> Self {
        Self::Same(value)
    }

    #[inline(always)]
    fn exp(self) -> Self {
        self.map(real::exp, Lanes::exp)
    }

    #[inline(always)]
    fn ln(self) -> Self {
        self.map(real::ln, Lanes::ln)
    }

    #[inline(always)]
    fn sqrt(self) -> Self {
        self.map(f64::sqrt, Lanes::sqrt)
    }

    #[inline(always)]
    fn if_above(self, limit: Self, then: Self, otherwise: Self) -> Self {
        match (self, limit) {
            (Self::Same(value), Self::Same(limit)) => {
                if value > limit {
                    then
                } else {
                    otherwise
                }
            }
            (value, limit) => Self::Each(value.lanes().if_above(limit.lanes(), then.lanes(), otherwise.lanes())),
        }
    }

    #[inline(always)]
    fn if_equal(self, other: Self, then: Self, otherwise: Self) -> Self {
        match (self, other) {
            (Self::Same(value), Self::Same(other)) => {
                if value.if_equal(other, 1.0, 0.0) > 0.5 {
                    then
                } else {
                    otherwise
                }
            }
            (value, other) => Self::Each(value.lanes().if_equal(other.lanes(), then.lanes(), otherwise.lanes())),
        }
    }

    #[inline(always)]
    fn round_to_whole(self) -> Self {
        self.map(f64::round, Lanes::round_to_whole)
    }

    #[inline(always)]
    fn lowest(self) -> f64 {
        match self {
            Self::Same(value) => value,
            Self::Each(lanes) => lanes.lowest(),
        }
    }

    #[inline(always)]
    fn highest(self) -> f64 {
        match self {
            Self::Same(value) => value,
            Self::Each(lanes) => lanes.highest(),
        }
    }

    #[inline(always)]
    fn is_everywhere(self, value: f64) -> bool {
        match self {
            Self::Same(own) => own.is_everywhere(value),
            Self::Each(lanes) => lanes.is_everywhere(value),
        }
    }

    fn look_back(path: &[Self], index: usize, lag: Self) -> Self {
        match lag {
            Self::Same(lag) => {
                let place = real::place_back(index, lag);
                place.and_then(|place| path.get(place)).copied().unwrap_or(Self::ZERO)
            }
            Self::Each(lag) => {
                let path: Vec<Lanes> = path.iter().map(|value| value.lanes()).collect();
                Self::Each(Lanes::look_back(&path, index, lag))
            }
        }
    }

    #[inline(always)]
    fn power(self, exponent: Self) -> Self {
        self.zip(exponent, real::power, Lanes::power)
    }
}

impl Lift<PerLane> for Lanes {
    #[inline(always)]
    fn lift(value: PerLane) -> Self {
        value.lanes()
    }
}

impl Lift<f64> for PerLane {
    #[inline(always)]
    fn lift(value: f64) -> Self {
        Self::Same(value)
    }
}

impl Neg for PerLane {
    type Output = Self;

    #[inline(always)]
    fn neg(self) -> Self {
        self.map(|value| -value, |lanes| -lanes)
    }
}

impl Add for PerLane {
    type Output = Self;

    #[inline(always)]
    fn add(self, other: Self) -> Self {
        self.zip(other, |a, b| a + b, |a, b| a + b)
    }
}

impl Sub for PerLane {
    type Output = Self;

    #[inline(always)]
    fn sub(self, other: Self) -> Self {
        self.zip(other, |a, b| a - b, |a, b| a - b)
    }
}

impl Mul for PerLane {
    type Output = Self;

    #[inline(always)]
    fn mul(self, other: Self) -> Self {
        self.zip(other, |a, b| a * b, |a, b| a * b)
    }
}

impl Div for PerLane {
    type Output = Self;

    #[inline(always)]
    fn div(self, other: Self) -> Self {
        self.zip(other, |a, b| a / b, |a, b| a / b)
    }
}
