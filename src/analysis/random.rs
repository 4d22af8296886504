//! Random numbers by place: a number depends on the seed, on the draw and on what it is for, never on how many were taken before it.
//!
//! Source: Salmon, J., Moraes, M., Dror, R. and Shaw, D. (2011), Parallel random numbers: as easy as 1, 2, 3.
//! Integers only, and written without branches, so that a loop over draws is vectorised and has the same bits on every machine.

#![expect(clippy::inline_always, reason = "a block of draws is vectorised only where its arithmetic is inlined")]

use crate::quantity::Year;

/// The generator as exports name it: figures of another generator are other draws of the same distribution.
pub const GENERATOR: &str = "philox4x32-10";

const ROUNDS: usize = 10;
const MULTIPLIERS: [u64; 2] = [0xD251_1F53, 0xCD9E_8D57];
/// What the two words of a key grow by from round to round: the golden ratio, and the square root of 3 less 1.
const KEY_STEPS: [u32; 2] = [0x9E37_79B9, 0xBB67_AE85];
const WORD: u64 = 0xFFFF_FFFF;

/// What numbers are for; numbers for different purposes are independent.
#[derive(Debug, Clone, Copy)]
pub(super) enum Purpose {
    /// Innovations of a calendar year, so that a draw means the same luck in scenarios that start in different years.
    Innovations(Year),
    /// The drift of a path.
    Drift,
    /// Uncertain levers.
    Levers,
    /// Whether a crash begins in a calendar year.
    Crash(Year),
    /// Shifts of a lattice.
    Shifts,
    /// Orders in which groups of levers join.
    Orders,
}

impl Purpose {
    /// A number of its own, and the year.
    #[inline(always)]
    fn place(self) -> (u64, u64) {
        let (own, year) = match self {
            Self::Innovations(year) => (0, year),
            Self::Drift => (1, 0),
            Self::Levers => (2, 0),
            Self::Crash(year) => (3, year),
            Self::Shifts => (4, 0),
            Self::Orders => (5, 0),
        };
        (own, u64::from(year.cast_unsigned()))
    }
}

/// Philox4x32-10 with the key of a seed.
#[derive(Debug, Clone)]
pub(super) struct Philox {
    keys: [[u64; 2]; ROUNDS],
}

impl Philox {
    /// The generator of a seed.
    pub(super) fn new(seed: u64) -> Self {
        let mut keys = [[seed & WORD, seed >> 32]; ROUNDS];
        for round in 1..ROUNDS {
            let before = keys[round - 1];
            for half in 0..2 {
                keys[round][half] = (before[half] + u64::from(KEY_STEPS[half])) & WORD;
            }
        }
        Self { keys }
    }

    /// Four words of 32 bits of a draw: the block of that number among those for a purpose.
    #[inline(always)]
    pub(super) fn words(&self, draw: u64, purpose: Purpose, block: usize) -> [u64; 4] {
        let (own, year) = purpose.place();
        self.scramble([draw & WORD, draw >> 32, year, own | (block as u64) << 8])
    }

    /// Numbers of a draw for a purpose, one after another.
    pub(super) fn numbers(&self, draw: u64, purpose: Purpose) -> impl Iterator<Item = u64> {
        (0..).flat_map(move |block| self.words(draw, purpose, block))
    }

    /// The four words at a counter; only the low half of each number counts.
    #[inline(always)]
    fn scramble(&self, counter: [u64; 4]) -> [u64; 4] {
        let [mut a, mut b, mut c, mut d] = counter;
        for key in &self.keys {
            // What stands in the high halves is left there until it matters.
            let left = (a & WORD) * MULTIPLIERS[0];
            let right = (c & WORD) * MULTIPLIERS[1];
            (a, b, c, d) = ((right >> 32) ^ b ^ key[0], right, (left >> 32) ^ d ^ key[1], left);
        }
        [a & WORD, b & WORD, c & WORD, d & WORD]
    }
}

/// The number above 0 and below 1 that a word of 32 bits stands for: the middle of its step.
#[inline(always)]
pub(super) fn uniform(word: u64) -> f64 {
    /// Half a step of 2^-32 below 1.
    const BELOW_ONE: f64 = 1.0 - 0.5 / 4_294_967_296.0;
    // The word as the fraction of a number from 1 to 2; the difference is exact.
    f64::from_bits(0x3FF0_0000_0000_0000 | word << 20) - BELOW_ONE
}

/// The binary logarithm of the uniform number of a word; below 0.
///
/// The polynomials here leave errors below 1e-11, a twentieth of the step between uniform numbers: more digits would be lost.
#[inline(always)]
pub(super) fn log2_of_uniform(word: u64) -> f64 {
    const ONE: u64 = 0x3FF0_0000_0000_0000;
    const SQRT_HALF: u64 = 0x3FE6_A09E_667F_3BCD;
    const MANTISSA: u64 = (1 << 52) - 1;
    // The number is 2^k m with m from sqrt(1/2) to sqrt(2).
    let shifted = uniform(word).to_bits().wrapping_sub(SQRT_HALF).wrapping_add(ONE);
    let k = f64::from_bits(WHOLE.to_bits() | shifted >> 52) - (WHOLE + 1023.0);
    let m = f64::from_bits((shifted & MANTISSA) + SQRT_HALF);
    let s = (m - 1.0) / (m + 1.0);
    k + s * polynomial(&LOG2, s * s)
}

/// 2 to a power from 0 to 1,000; above 1 for every power above 1e-15, because near 0 the error is one of rounding alone.
#[inline(always)]
pub(super) fn two_to(power: f64) -> f64 {
    /// Adding and subtracting 1.5 × 2^52 rounds to the nearest whole number.
    const ROUNDER: f64 = 1.5 * WHOLE;
    let shifted = power + ROUNDER;
    let r = power - (shifted - ROUNDER);
    // The low bits of `shifted` hold the whole part, which belongs into the exponent.
    (1.0 + r * polynomial(&EXP2, r)) * f64::from_bits(shifted.to_bits().wrapping_add(1023) << 52)
}

/// A random point of the unit circle: thirty bits of a word choose a point of the eastern quarter, two turn it to one of the four.
#[inline(always)]
pub(super) fn point_on_circle(word: u64) -> (f64, f64) {
    const SWAPS: u64 = 1 << 30;
    const SIGN: u64 = 1 << 31;
    /// Half a step of 2^-30 below 1.5.
    const MIDDLE: f64 = 1.5 - 0.5 / 1_073_741_824.0;
    // From -1/2 to 1/2 of a quarter, at the middle of a step.
    let place = f64::from_bits(0x3FF0_0000_0000_0000 | (word & (SWAPS - 1)) << 22) - MIDDLE;
    let square = place * place;
    let (cosine, sine) = (polynomial(&COSINE, square), place * polynomial(&SINE, square));
    // Mirrored on the diagonal and at the centre, the eastern quarter covers the circle.
    let (along, across) = if word & SWAPS == 0 { (cosine, sine) } else { (sine, cosine) };
    let sign = (word & SIGN) << 32;
    (f64::from_bits(along.to_bits() ^ sign), f64::from_bits(across.to_bits() ^ sign))
}

/// 2^52, whose last bit counts ones.
const WHOLE: f64 = 4_503_599_627_370_496.0;

// Interpolations at Chebyshev's points, the constant first; a test compares each with the standard library.

/// log2((1 + s) / (1 − s)) / s by s², to 1.3e-11 for |s| <= (sqrt(2) − 1) / (sqrt(2) + 1)
const LOG2: [f64; 5] = [
    2.885_390_081_789_987,
    0.961_796_673_451_548_5,
    0.577_083_566_004_865_9,
    0.411_673_766_237_710_57,
    0.340_712_041_561_908_6,
];
/// (2^r − 1) / r by r, to 3.3e-12 for |r| <= 1/2
const EXP2: [f64; 8] = [
    0.693_147_180_556_832_4,
    0.240_226_506_958_885_03,
    0.055_504_109_063_258_665,
    0.009_618_129_135_236_14,
    0.001_333_347_847_368_541_6,
    0.000_154_034_751_865_307_86,
    1.530_370_071_136_569_3e-5,
    1.325_080_551_750_225e-6,
];
/// sin(pi p / 2) / p by p², to 6.8e-12 for |p| <= 1/2
const SINE: [f64; 5] = [
    1.570_796_326_788_1,
    -0.645_964_096_146_795_4,
    0.079_692_582_725_630_62,
    -0.004_681_266_256_726_245,
    0.000_158_206_303_556_477_33,
];
/// cos(pi p / 2) by p², to 5.6e-14 for |p| <= 1/2
const COSINE: [f64; 6] = [
    0.999_999_999_999_944_4,
    -1.233_700_550_120_159_2,
    0.253_669_507_153_704_34,
    -0.020_863_468_002_244_645,
    0.000_919_161_736_953_957_2,
    -2.485_096_335_781_363_8e-5,
];

/// A polynomial, the constant first: terms of even and of odd degree apart, so that the two chains of operations run in
/// parallel.
#[inline(always)]
fn polynomial<const N: usize>(coefficients: &[f64; N], x: f64) -> f64 {
    let square = x * x;
    let (mut last, mut before) = (coefficients[N - 1], coefficients[N - 2]);
    for pair in coefficients[..N - 2].rchunks(2) {
        last = last * square + pair[pair.len() - 1];
        if pair.len() == 2 {
            before = before * square + pair[0];
        }
    }
    // With an odd number of terms the chain of the last one holds the constant.
    if N.is_multiple_of(2) { before + x * last } else { last + x * before }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_published_vectors_are_met() {
        // `philox4x32 10` of kat_vectors of the authors' library Random123: counter, key, answer.
        let known: [([u64; 4], [u64; 2], [u64; 4]); 3] = [
            ([0; 4], [0; 2], [0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8]),
            ([WORD; 4], [WORD; 2], [0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd]),
            (
                [0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344],
                [0xa409_3822, 0x299f_31d0],
                [0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1],
            ),
        ];
        for (counter, key, answer) in known {
            assert_eq!(Philox::new(key[0] | key[1] << 32).scramble(counter), answer);
        }
    }

    #[test]
    fn every_place_has_words_of_its_own() {
        let purposes = [
            Purpose::Innovations(2025),
            Purpose::Innovations(2026),
            Purpose::Innovations(0),
            Purpose::Drift,
            Purpose::Levers,
            Purpose::Crash(2025),
            Purpose::Crash(0),
            Purpose::Shifts,
            Purpose::Orders,
        ];
        let mut found = std::collections::BTreeSet::new();
        let (seeds, draws) = ([0, 1, 1 << 32], [0, 1, 1 << 32, u64::MAX]);
        for generator in seeds.map(Philox::new) {
            for draw in draws {
                found.extend(purposes.map(|purpose| generator.words(draw, purpose, 0)));
                found.extend(purposes.map(|purpose| generator.words(draw, purpose, 1)));
            }
        }
        assert_eq!(found.len(), seeds.len() * draws.len() * purposes.len() * 2);
    }

    #[test]
    fn numbers_are_the_words_of_one_block_after_another() {
        let generator = Philox::new(7);
        let found: Vec<u64> = generator.numbers(5, Purpose::Shifts).take(6).collect();
        assert_eq!(found[..4], generator.words(5, Purpose::Shifts, 0));
        assert_eq!(found[4..], generator.words(5, Purpose::Shifts, 1)[..2]);
    }

    #[test]
    fn a_uniform_number_is_the_middle_of_its_step_to_the_bit() {
        for word in [0, 1, 2, 0x7FFF_FFFF, 0x8000_0000, 0xDEAD_BEEF, WORD] {
            assert_eq!(uniform(word).to_bits(), ((word as f64 + 0.5) / 4_294_967_296.0).to_bits(), "{word}");
        }
    }

    #[test]
    fn logarithms_and_powers_agree_with_the_standard_library() {
        let words = (0..100_000_u64).map(|step| step * 42_949).chain(0..2_000).chain(WORD - 2_000..=WORD);
        for word in words {
            let (own, std) = (log2_of_uniform(word), libm::log2(uniform(word)));
            assert!((own - std).abs() < 1e-11 * std.abs().min(1.0) && own < 0.0, "{word}: {own}, {std}");
            for exponent in [-2.0 / 3.0, -0.4, -0.25, -1.0 / 15.0, -0.02] {
                let (own, std) = (two_to(exponent * own), libm::pow(uniform(word), exponent));
                assert!((own - std).abs() < 1e-11 * std && own > 1.0, "{word} to {exponent}: {own}, {std}");
            }
        }
    }

    #[test]
    fn points_lie_on_the_circle_where_the_standard_library_has_them() {
        let mut quarters = [0; 4];
        for step in 0..100_000_u64 {
            let word = step * 42_949;
            let (along, across) = point_on_circle(word);
            let place = ((word & 0x3FFF_FFFF) as f64 + 0.5) / 1_073_741_824.0 - 0.5;
            let (sine, cosine) = libm::sincos(place * std::f64::consts::FRAC_PI_2);
            let (expected, sign) = match word >> 30 {
                0 => ((cosine, sine), 1.0),
                1 => ((sine, cosine), 1.0),
                2 => ((cosine, sine), -1.0),
                _ => ((sine, cosine), -1.0),
            };
            assert!((along - sign * expected.0).abs() < 1e-11 && (across - sign * expected.1).abs() < 1e-11, "{word}");
            let quarter = match (along.abs() > across.abs(), along > 0.0, across > 0.0) {
                (true, true, _) => 0,
                (false, _, true) => 1,
                (true, false, _) => 2,
                (false, _, false) => 3,
            };
            quarters[quarter] += 1;
        }
        assert!(quarters.iter().all(|count| (24_900..25_100).contains(count)), "{quarters:?}");
    }

    #[test]
    fn bits_are_as_often_set_as_not_and_do_not_follow_the_draw() {
        let generator = Philox::new(2030);
        let (n, mut set, mut same) = (40_000_u64, [0_i64; 128], [0_i64; 128]);
        let bit = |draw: u64, place: usize| {
            generator.words(draw, Purpose::Innovations(2026), 0)[place / 32] >> (place % 32) & 1
        };
        for draw in 0..n {
            for place in (0..128).step_by(9) {
                set[place] += bit(draw, place).cast_signed();
                same[place] += i64::from(bit(draw, place) == bit(draw + 1, place));
            }
        }
        // Five standard deviations of a fair coin.
        let far = 5.0 * (n as f64).sqrt() / 2.0;
        for place in (0..128).step_by(9) {
            for count in [set[place], same[place]] {
                assert!((count as f64 - n as f64 / 2.0).abs() < far, "bit {place}: {count} of {n}");
            }
        }
    }
}
