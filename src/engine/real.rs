//! The arithmetic of the equations, over any kind of number: one value, values side by side, a value with its derivatives, or a formula.
//!
//! `exp` and `ln` are the project's own so that a single run and a block give the same bits on every machine and instruction set.
//! `exp(0) = 1` and `ln(1) = 0` hold exactly, hence neutral levers leave the baseline bit for bit; no fused multiply-add is used.
//! Method: argument reduction and polynomials in the manner of fdlibm (Sun Microsystems, 1993), error below two units in the last place.

#![expect(clippy::inline_always, reason = "a block of draws is vectorised only where its arithmetic is inlined")]

use super::model_figure::ModelTerm;
use std::ops::{Add, Div, Mul, Neg, Sub};

/// A number of the model.
///
/// | number | gives |
/// |---|---|
/// | `f64` | a run |
/// | [`Lanes`](super::Lanes) | draws, or different assumptions, side by side |
/// | [`Dual`](super::Dual) | a run with its derivatives |
/// | [`Formula`](super::Formula) | the equations as text |
pub trait Real:
    Copy + Add<Output = Self> + Sub<Output = Self> + Mul<Output = Self> + Div<Output = Self> + Neg<Output = Self>
{
    /// Zero.
    const ZERO: Self;
    /// One.
    const ONE: Self;

    /// The same value in every place.
    fn splat(value: f64) -> Self;
    /// e to this power.
    #[must_use]
    fn exp(self) -> Self;
    /// The natural logarithm; NaN for a number that is not positive.
    #[must_use]
    fn ln(self) -> Self;
    /// The square root.
    #[must_use]
    fn sqrt(self) -> Self;
    /// `then` where this is above a limit, `otherwise` elsewhere.
    #[must_use]
    fn if_above(self, limit: Self, then: Self, otherwise: Self) -> Self;
    /// The nearest whole number.
    #[must_use]
    fn round_to_whole(self) -> Self;
    /// The lowest place; NaN where any place is NaN.
    fn lowest(self) -> f64;
    /// The highest place; NaN where any place is NaN.
    fn highest(self) -> f64;
    /// Whether every place holds this value to the bit, whatever else depends on it.
    fn is_everywhere(self, value: f64) -> bool;
    /// Whether every place holds that of another number to the bit, and moves with the same numbers in the same way.
    fn equals_everywhere(self, other: Self) -> bool;

    /// `then` where this equals another number, `otherwise` elsewhere.
    #[must_use]
    fn if_equal(self, other: Self, then: Self, otherwise: Self) -> Self;

    /// This, where a number moved away from its own value; elsewhere what was kept for it, to the bit.
    #[must_use]
    #[inline(always)]
    fn unless_unmoved(self, (number, own): (Self, f64), kept: Self) -> Self {
        number.if_equal(Self::splat(own), kept, self)
    }

    /// The value of a path so many whole years before a position, 0 before its start; part of a year waits for the next whole one.
    #[must_use]
    fn look_back(path: &[Self], index: usize, lag: Self) -> Self;

    /// Gives a figure its name: a formula is kept under it and goes on as the name alone.
    ///
    /// `year` is the calendar year of the run, where a formula that is a mere number finds the sheet of its run.
    #[must_use]
    #[inline(always)]
    fn named(self, _term: ModelTerm, _year: Self) -> Self {
        self
    }

    /// Whether every place is positive and finite; a formula has no value and always is.
    #[inline(always)]
    fn is_positive(self) -> bool {
        self.lowest() > 0.0 && self.highest().is_finite()
    }

    /// Whether every place is finite; a formula always is.
    #[inline(always)]
    fn is_finite(self) -> bool {
        self.lowest().is_finite() && self.highest().is_finite()
    }

    /// Whether every place lies between two bounds, both included.
    #[inline(always)]
    fn is_within(self, (least, most): (f64, f64)) -> bool {
        self.lowest() >= least && self.highest() <= most
    }

    /// The smaller of two, place by place.
    #[must_use]
    #[inline(always)]
    fn smaller(self, other: Self) -> Self {
        self.if_above(other, other, self)
    }

    /// The larger of two, place by place.
    #[must_use]
    #[inline(always)]
    fn larger(self, other: Self) -> Self {
        other.if_above(self, other, self)
    }

    /// `self` raised to a power, for a base of 0 or more; 0 to a positive power is 0.
    #[must_use]
    fn power(self, exponent: Self) -> Self;

    /// `K^α N^{1−α}`, in one exponential.
    #[must_use]
    #[inline(always)]
    fn cobb_douglas<C: Real>(self, labour: C, elasticity: C) -> Self
    where
        Self: Lift<C>,
    {
        let labour_term = (C::ONE - elasticity) * labour.ln();
        (Self::lift(elasticity) * self.ln() + Self::lift(labour_term)).exp()
    }

    /// What is left of 1 after an age: half of it after each half-life.
    #[must_use]
    #[inline(always)]
    fn halved_over(self, half_life: Self) -> Self {
        (Self::splat(-std::f64::consts::LN_2) * self / half_life).exp()
    }
}

/// A number that can take in a simpler one: flows over conditions that are the same in every draw.
pub trait Lift<C>: Real {
    /// The same number.
    fn lift(value: C) -> Self;
}

impl<R: Real> Lift<R> for R {
    #[inline(always)]
    fn lift(value: R) -> Self {
        value
    }
}

/// What one of two ways gives, by a switch that is 0 or 1.
///
/// A branch that is not taken can be skipped: see [`is_on_nowhere`] and [`is_on_everywhere`].
#[inline(always)]
pub(crate) fn choose<C: Real, R: Lift<C>>(switch: C, on: R, off: R) -> R {
    if is_on_everywhere(switch) {
        on
    } else if is_on_nowhere(switch) {
        off
    } else {
        R::lift(switch).if_above(R::splat(0.5), on, off)
    }
}

/// Whether a switch is on in every place.
#[inline(always)]
pub(crate) fn is_on_everywhere<C: Real>(switch: C) -> bool {
    switch.is_everywhere(1.0)
}

/// Whether a switch is off in every place.
#[inline(always)]
pub(crate) fn is_on_nowhere<C: Real>(switch: C) -> bool {
    switch.is_everywhere(0.0)
}

/// A base raised to a power, for a base of 0 or more.
#[inline(always)]
pub(super) fn power(base: f64, exponent: f64) -> f64 {
    let value = exp(exponent * ln(base));
    if base > 0.0 {
        value
    } else if exponent > 0.0 && base >= 0.0 {
        0.0
    } else {
        f64::NAN
    }
}

impl Real for f64 {
    const ZERO: Self = 0.0;
    const ONE: Self = 1.0;

    #[inline(always)]
    fn splat(value: f64) -> Self {
        value
    }

    #[inline(always)]
    fn exp(self) -> Self {
        exp(self)
    }

    #[inline(always)]
    fn ln(self) -> Self {
        ln(self)
    }

    #[inline(always)]
    fn sqrt(self) -> Self {
        Self::sqrt(self)
    }

    #[inline(always)]
    fn if_above(self, limit: Self, then: Self, otherwise: Self) -> Self {
        if self > limit { then } else { otherwise }
    }

    #[inline(always)]
    fn round_to_whole(self) -> Self {
        self.round()
    }

    #[inline(always)]
    fn lowest(self) -> f64 {
        self
    }

    #[inline(always)]
    fn highest(self) -> f64 {
        self
    }

    #[inline(always)]
    fn is_everywhere(self, value: f64) -> bool {
        self.to_bits() == value.to_bits()
    }

    #[inline(always)]
    fn equals_everywhere(self, other: Self) -> bool {
        self.to_bits() == other.to_bits()
    }

    #[expect(clippy::float_cmp, reason = "asks whether two whole numbers are one")]
    #[inline(always)]
    fn if_equal(self, other: Self, then: Self, otherwise: Self) -> Self {
        if self == other { then } else { otherwise }
    }

    #[inline(always)]
    fn look_back(path: &[Self], index: usize, lag: Self) -> Self {
        place_back(index, lag).and_then(|place| path.get(place)).copied().unwrap_or(0.0)
    }

    #[inline(always)]
    fn power(self, exponent: Self) -> Self {
        power(self, exponent)
    }
}

/// The position so many years before another; part of a year waits for the next whole one.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a whole number from 0 to the position")]
#[inline(always)]
pub(super) fn place_back(index: usize, lag: f64) -> Option<usize> {
    let place = index as f64 - lag.ceil();
    (place >= 0.0 && place <= index as f64).then_some(place as usize)
}

const LN2_HIGH: f64 = 6.931_471_803_691_238e-1;
const LN2_LOW: f64 = 1.908_214_929_270_587_7e-10;
/// Adding and subtracting 1.5 × 2^52 rounds to the nearest whole number.
const ROUNDER: f64 = 6_755_399_441_055_744.0;

/// e to the power `x`; 0 below −708 and infinity above 709, NaN for NaN.
#[inline(always)]
pub fn exp(x: f64) -> f64 {
    let shifted = x * std::f64::consts::LOG2_E + ROUNDER;
    let whole = shifted - ROUNDER;
    let r = (x - whole * LN2_HIGH) - whole * LN2_LOW;
    // Taylor to the thirteenth power on |r| <= ln(2)/2: remainder below 1e-17.
    let mut sum = 1.0 / 6_227_020_800.0;
    for coefficient in [
        1.0 / 479_001_600.0,
        1.0 / 39_916_800.0,
        1.0 / 3_628_800.0,
        1.0 / 362_880.0,
        1.0 / 40_320.0,
        1.0 / 5_040.0,
        1.0 / 720.0,
        1.0 / 120.0,
        1.0 / 24.0,
        1.0 / 6.0,
        0.5,
    ] {
        sum = sum * r + coefficient;
    }
    let polynomial = 1.0 + (r + r * r * sum);
    // The low bits of `shifted` hold the whole part; adding it to the exponent field multiplies by 2^whole.
    let scale = f64::from_bits(shifted.to_bits().wrapping_add(1023) << 52);
    let value = polynomial * scale;
    if x < -708.0 {
        0.0
    } else if x > 709.0 {
        f64::INFINITY
    } else if x.is_nan() {
        f64::NAN
    } else {
        value
    }
}

/// Natural logarithm of a positive normal number; NaN otherwise.
#[expect(clippy::many_single_char_names, reason = "the names of the published method")]
#[inline(always)]
pub fn ln(x: f64) -> f64 {
    const SQRT_HALF_BITS: u64 = 0x3FE6_A09E_667F_3BCD;
    const EXPONENT: u64 = 0xFFF0_0000_0000_0000;
    let bits = x.to_bits();
    let shifted = bits.wrapping_sub(SQRT_HALF_BITS);
    let power = shifted.cast_signed() >> 52;
    let mantissa = f64::from_bits(bits.wrapping_sub(shifted & EXPONENT));
    // `power` fits 12 bits, so this conversion is exact and vectorises without 64-bit integer support.
    let k = f64::from_bits(power.wrapping_add(1 << 51).cast_unsigned() ^ 0x4330_0000_0000_0000)
        - (4_503_599_627_370_496.0 + 2_251_799_813_685_248.0);
    let f = mantissa - 1.0;
    let s = f / (2.0 + f);
    let z = s * s;
    let w = z * z;
    let even = w * (0.399_999_999_994_094_2 + w * (0.222_221_984_321_497_84 + w * 0.153_138_376_992_093_73));
    let odd = z
        * (0.666_666_666_666_673_5
            + w * (0.285_714_287_436_623_9 + w * (0.181_835_721_616_180_5 + w * 0.147_981_986_051_165_86)));
    let half_square = 0.5 * f * f;
    let value = k * LN2_HIGH - ((half_square - (s * (half_square + even + odd) + k * LN2_LOW)) - f);
    if (f64::MIN_POSITIVE..=f64::MAX).contains(&x) { value } else { f64::NAN }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neutral_arguments_are_exact() {
        assert_eq!(exp(0.0).to_bits(), 1.0_f64.to_bits());
        assert_eq!(ln(1.0).to_bits(), 0.0_f64.to_bits());
        assert_eq!(power(1.0, 0.55).to_bits(), 1.0_f64.to_bits());
    }

    #[test]
    fn both_agree_with_the_standard_library_to_a_few_ulp() {
        for i in -60_000..=60_000 {
            let x = f64::from(i) * 0.0117;
            let (own, std) = (exp(x), libm::exp(x));
            assert!((own - std).abs() <= 4.0 * f64::EPSILON * std, "exp({x}): {own} and {std}");
            let y = libm::exp(x);
            let (own, std) = (ln(y), libm::log(y));
            assert!((own - std).abs() <= 4.0 * f64::EPSILON * std.abs().max(1e-3), "ln({y}): {own} and {std}");
        }
    }

    #[test]
    fn outside_their_range_they_say_so() {
        assert!(ln(0.0).is_nan() && ln(-1.0).is_nan() && ln(f64::INFINITY).is_nan());
        assert!(exp(f64::NAN).is_nan());
        assert_eq!(exp(-1000.0).to_bits(), 0.0_f64.to_bits());
        assert!(exp(1000.0).is_infinite());
    }

    #[test]
    fn zero_to_a_positive_power_is_zero() {
        assert_eq!(power(0.0, 0.5).to_bits(), 0.0_f64.to_bits());
        assert!(power(-1.0, 0.5).is_nan());
    }
}
