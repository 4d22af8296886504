//! Exponential, logarithm and power to the nearest number, so that every system and processor gives the same bits.
//!
//! Each is computed in pairs of numbers, with some hundred bits, and rounded once: the result is the nearest number but for
//! one in some 10^14, and where the system's own functions are as exact, it is theirs.
//! Only sums, products and quotients are used, which are the same everywhere; no fused multiply-add.
//! The engine has faster ones of its own (`engine/real.rs`), and `libm` those that matter less.

/// A number as an unevaluated sum of two, the second far smaller (Dekker 1971).
#[derive(Debug, Clone, Copy, PartialEq)]
struct Pair {
    high: f64,
    low: f64,
}

/// ln 2 in three parts; the first has room for a factor of eleven bits.
const LN2: [f64; 3] = [6.931_471_803_691_238e-1, 1.908_214_929_270_587_7e-10, 4.151_271_985_550_3e-27];
/// Halvings of the argument of the exponential before its series.
const HALVINGS: i32 = 9;
/// Terms of that series: the next is below 2^-120.
const TERMS: i32 = 9;

impl Pair {
    const fn new(value: f64) -> Self {
        Self { high: value, low: 0.0 }
    }

    /// The exact sum of two numbers.
    fn sum(a: f64, b: f64) -> Self {
        let high = a + b;
        let part = high - a;
        Self { high, low: (a - (high - part)) + (b - part) }
    }

    /// The exact product of two numbers.
    fn product(a: f64, b: f64) -> Self {
        // Halves of 26 bits, so that the products of halves are exact.
        let split = |value: f64| {
            let scaled = 134_217_729.0 * value;
            let high = scaled - (scaled - value);
            (high, value - high)
        };
        let high = a * b;
        let ((a_high, a_low), (b_high, b_low)) = (split(a), split(b));
        Self { high, low: ((a_high * b_high - high) + a_high * b_low + a_low * b_high) + a_low * b_low }
    }

    fn plus(self, other: Self) -> Self {
        let (high, low) = (Self::sum(self.high, other.high), Self::sum(self.low, other.low));
        let middle = Self::sum(high.high, high.low + low.high);
        Self::sum(middle.high, middle.low + low.low)
    }

    fn times(self, other: Self) -> Self {
        let product = Self::product(self.high, other.high);
        Self::sum(product.high, product.low + (self.high * other.low + self.low * other.high))
    }

    /// Multiplied by a power of two.
    fn scaled(self, by: f64) -> Self {
        Self { high: self.high * by, low: self.low * by }
    }

    fn over(self, divisor: f64) -> Self {
        let first = self.high / divisor;
        let rest = self.plus(Self::product(first, -divisor));
        Self::sum(first, (rest.high + rest.low) / divisor)
    }
}

/// e to a pair, as a pair and a power of two to be multiplied with it; for arguments within ±800.
fn exponential(x: Pair) -> (Pair, i32) {
    let whole = (x.high * std::f64::consts::LOG2_E).round();
    let ln2 = LN2.iter().fold(Pair::new(0.0), |sum, part| sum.plus(Pair::product(whole, -part)));
    let rest = x.plus(ln2).scaled(2.0_f64.powi(-HALVINGS));
    // e^r - 1 = r (1 + r/2 (1 + r/3 (…))), from the inside.
    let one = Pair::new(1.0);
    let series = (2..=TERMS).rev().fold(one, |sum, term| rest.times(sum).over(f64::from(term)).plus(one));
    let mut grown = rest.times(series);
    for _ in 0..HALVINGS {
        grown = grown.scaled(2.0).plus(grown.times(grown));
    }
    #[expect(clippy::cast_possible_truncation, reason = "within ±1155")]
    let power = whole as i32;
    (grown.plus(one), power)
}

/// The logarithm of a positive normal number, as a pair.
fn logarithm(x: f64) -> Pair {
    let near = libm::log(x);
    let (inverse, power) = exponential(Pair::new(-near));
    // x e^-near = 1 + t with a tiny t, whose logarithm is t - t²/2. In two steps, so that no power of two overflows.
    let scaled = x * 2.0_f64.powi(power / 2) * 2.0_f64.powi(power - power / 2);
    let t = inverse.times(Pair::new(scaled)).plus(Pair::new(-1.0));
    let log = t.plus(t.times(t).scaled(-0.5));
    Pair::new(near).plus(log)
}

/// The nearest number to a pair times a power of two.
fn rounded((value, power): (Pair, i32)) -> f64 {
    (value.high + value.low) * 2.0_f64.powi(power / 2) * 2.0_f64.powi(power - power / 2)
}

/// e to the power `x`.
pub fn exp(x: f64) -> f64 {
    // Beyond, the result overflows or is subnormal, and correct rounding of its last bit is not needed.
    if x.abs() < 700.0 { rounded(exponential(Pair::new(x))) } else { libm::exp(x) }
}

/// The natural logarithm; NaN for negative numbers, −∞ for 0.
pub fn ln(x: f64) -> f64 {
    if !(1.0e-300..1.0e300).contains(&x) {
        return libm::log(x);
    }
    let log = logarithm(x);
    log.high + log.low
}

/// `base` to the power `exponent`, as `f64::powf` means it.
pub fn power(base: f64, exponent: f64) -> f64 {
    let near = libm::pow(base, exponent);
    let is_usual = (1.0e-300..1.0e300).contains(&base) && (1.0e-300..1.0e300).contains(&near);
    if !is_usual || exponent.abs() >= 1.0e15 {
        return near;
    }
    let argument = logarithm(base).times(Pair::new(exponent));
    rounded(exponential(argument))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[expect(
        clippy::excessive_precision,
        clippy::approx_constant,
        reason = "published digits, of which the compiler makes the nearest number"
    )]
    #[test]
    fn the_nearest_numbers_to_published_constants_are_found() {
        // Digits beyond those of a number, so that the compiler rounds them to the nearest.
        assert_eq!(exp(1.0).to_bits(), 2.718_281_828_459_045_235_360_287_471_352_7_f64.to_bits());
        assert_eq!(exp(-1.0).to_bits(), 0.367_879_441_171_442_321_595_523_770_161_46_f64.to_bits());
        assert_eq!(ln(2.0).to_bits(), 0.693_147_180_559_945_309_417_232_121_458_18_f64.to_bits());
        assert_eq!(ln(10.0).to_bits(), 2.302_585_092_994_045_684_017_991_454_684_4_f64.to_bits());
        assert_eq!(power(2.0, 0.5).to_bits(), 1.414_213_562_373_095_048_801_688_724_209_7_f64.to_bits());
        assert_eq!(power(3.0, 1.0 / 2.0).to_bits(), 1.732_050_807_568_877_293_527_446_341_505_9_f64.to_bits());
    }

    #[test]
    fn what_is_exact_is_exact() {
        assert_eq!(exp(0.0).to_bits(), 1.0_f64.to_bits());
        assert_eq!(ln(1.0).to_bits(), 0.0_f64.to_bits());
        for whole in 0..=33 {
            assert_eq!(power(3.0, f64::from(whole)).to_bits(), 3.0_f64.powi(whole).to_bits(), "3^{whole}");
        }
        for value in [0.25, 1.0, 1.1, 7.5, 1.0e10] {
            assert_eq!(power(value, 1.0).to_bits(), value.to_bits());
            assert_eq!(power(value * value, 0.5).to_bits(), (value * value).sqrt().to_bits());
        }
    }

    #[test]
    fn all_stay_within_the_last_digit_of_another_library() {
        let near = |own: f64, other: f64, x: f64| {
            assert!((own - other).abs() <= 2.5e-16 * other.abs(), "at {x}: {own} and {other}");
        };
        for step in -6_990..=6_990 {
            let x = f64::from(step) * 0.1 + 0.012_345;
            near(exp(x), libm::exp(x), x);
            let y = libm::exp(x * 0.98);
            near(ln(y), libm::log(y), y);
            near(power(y, 0.37), libm::pow(y, 0.37), y);
            near(power(1.0 + x.abs() / 700.0, x / 3.0), libm::pow(1.0 + x.abs() / 700.0, x / 3.0), x);
        }
    }

    #[test]
    fn the_ends_are_those_of_the_standard() {
        assert!(ln(-1.0).is_nan() && exp(f64::NAN).is_nan() && power(-2.0, 0.5).is_nan());
        assert_eq!((ln(0.0), exp(f64::NEG_INFINITY)), (f64::NEG_INFINITY, 0.0));
        assert_eq!((exp(1.0e9), power(0.0, 2.0), power(0.0, 0.0)), (f64::INFINITY, 0.0, 1.0));
        assert_eq!(power(-2.0, 3.0).to_bits(), (-8.0_f64).to_bits());
    }
}
