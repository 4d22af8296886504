//! Random numbers of a draw, and the innovations that they give (`docs/model.md`, Uncertainty).
//!
//! A number is found by seed, group of draws and position, never by how many were taken before it: draw `i` of seed `s` depends on `s` and `i` only.
//! Positions count calendar years, so that the same draw means the same luck in scenarios that start in different years.

#![expect(clippy::inline_always, reason = "a block of draws is vectorised only where its arithmetic is inlined")]

use crate::engine::real::{Real, exp, ln};
use crate::engine::{LANES, Lanes};
use crate::quantity::Year;
use crate::scenario::ErrorModel;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng as _, SeedableRng as _};

/// Where the numbers of uncertain levers and crashes begin: behind every year that a study can reach.
const BEYOND_YEARS: Year = 10_000;

/// Uniform numbers of one group of [`LANES`] draws.
pub(super) struct Uniforms {
    generator: ChaCha8Rng,
    per_year: u128,
}

impl Uniforms {
    /// Numbers of a seed; `per_year` is how many a calendar year takes.
    pub(super) fn new(seed: u64, per_year: usize) -> Self {
        Self { generator: ChaCha8Rng::seed_from_u64(seed), per_year: per_year as u128 }
    }

    /// Turns to a group of draws.
    pub(super) fn turn_to(&mut self, group: u64) {
        self.generator.set_stream(group);
    }

    /// Turns to the numbers of a calendar year; year 0 holds those of the drift.
    pub(super) fn seek(&mut self, year: Year) {
        let place = u128::try_from(year).unwrap_or_default() * self.per_year;
        self.generator.set_word_pos(place * LANES as u128);
    }

    /// Turns to the numbers of uncertain levers and crashes.
    pub(super) fn seek_beyond_years(&mut self) {
        self.seek(BEYOND_YEARS);
    }

    /// The next number of every draw of the group, above 0 and below 1.
    #[inline(always)]
    pub(super) fn next(&mut self) -> Lanes {
        let mut bytes = [0; 4 * LANES];
        self.generator.fill_bytes(&mut bytes);
        let mut values = [0.0; LANES];
        for (value, word) in values.iter_mut().zip(bytes.as_chunks().0) {
            // Half a step inside, so that neither 0 nor 1 occurs.
            *value = (f64::from(u32::from_le_bytes(*word)) + 0.5) * (1.0 / 4_294_967_296.0);
        }
        Lanes(values)
    }
}

/// Two independent standard normal numbers from two uniform ones.
///
/// Source: Box, G. and Muller, M. (1958), A note on the generation of random normal deviates.
#[inline(always)]
pub(super) fn normal_pair(radius: Lanes, angle: Lanes) -> (Lanes, Lanes) {
    let radius = radius.map(|u| (-2.0 * ln(u)).sqrt());
    let (mut along, mut across) = (angle, angle);
    for lane in 0..LANES {
        (along.0[lane], across.0[lane]) = cos_sin_of_turn(angle.0[lane]);
    }
    (radius * along, radius * across)
}

/// Cosine and sine of a part of a full turn, 0 to 1, in the manner of `engine::real`: the same bits everywhere.
#[inline(always)]
fn cos_sin_of_turn(turn: f64) -> (f64, f64) {
    /// Adding and subtracting 1.5 × 2^52 rounds to the nearest whole number.
    const ROUNDER: f64 = 6_755_399_441_055_744.0;
    let shifted = turn * 4.0 + ROUNDER;
    let quarter = shifted.to_bits() & 3;
    let angle = (turn * 4.0 - (shifted - ROUNDER)) * std::f64::consts::FRAC_PI_2;
    let square = angle * angle;
    // Taylor on |angle| <= pi/4: remainders below 1e-16.
    let mut sine = -1.0 / 1_307_674_368_000.0;
    for coefficient in
        [1.0 / 6_227_020_800.0, -1.0 / 39_916_800.0, 1.0 / 362_880.0, -1.0 / 5_040.0, 1.0 / 120.0, -1.0 / 6.0, 1.0]
    {
        sine = sine * square + coefficient;
    }
    sine *= angle;
    let mut cosine = 1.0 / 20_922_789_888_000.0;
    for coefficient in [
        -1.0 / 87_178_291_200.0,
        1.0 / 479_001_600.0,
        -1.0 / 3_628_800.0,
        1.0 / 40_320.0,
        -1.0 / 720.0,
        1.0 / 24.0,
        -0.5,
        1.0,
    ] {
        cosine = cosine * square + coefficient;
    }
    let swapped = quarter & 1 == 1;
    let (cosine, sine) = (if swapped { sine } else { cosine }, if swapped { cosine } else { sine });
    let cosine = if quarter == 1 || quarter == 2 { -cosine } else { cosine };
    let sine = if quarter >= 2 { -sine } else { sine };
    (cosine, sine)
}

/// An error model with its products ready, and how much of it a run takes.
#[derive(Debug, Clone)]
pub(super) struct Errors {
    /// `sigma sqrt(1 − rho²)`
    shock: Vec<f64>,
    persistence: Vec<f64>,
    factor: Vec<Vec<f64>>,
    /// `sigma sqrt(kappa)`
    drift: Vec<f64>,
    freedom: u32,
}

impl Errors {
    /// A model with its deviations multiplied by `volatility`.
    pub(super) fn new(model: &ErrorModel, volatility: f64, with_drift: bool) -> Self {
        let deviation = || model.deviation.iter().map(|sigma| sigma * volatility);
        let drift = if with_drift { model.drift_ratio.sqrt() } else { 0.0 };
        Self {
            shock: deviation().zip(&model.persistence).map(|(sigma, rho)| sigma * (1.0 - rho * rho).sqrt()).collect(),
            persistence: model.persistence.clone(),
            factor: model.factor.clone(),
            drift: deviation().map(|sigma| sigma * drift).collect(),
            freedom: model.tail_freedom,
        }
    }

    /// Number of sectors.
    pub(super) fn n_sectors(&self) -> usize {
        self.shock.len()
    }

    /// Normal numbers that a year takes: one a sector, and one for an odd number of degrees of freedom.
    fn n_normals(&self) -> usize {
        self.n_sectors() + usize::from(self.freedom % 2 == 1)
    }

    /// Uniform numbers that a year takes.
    pub(super) fn per_year(&self) -> usize {
        2 * self.n_normals().div_ceil(2) + (self.freedom / 2) as usize
    }

    /// The drift of every sector from standard normal numbers: `d_s = sigma_s sqrt(kappa) zeta_s`.
    #[inline(always)]
    pub(super) fn drift<R: Real>(&self, normals: &[R], drift: &mut [R]) {
        for ((drift, deviation), zeta) in drift.iter_mut().zip(&self.drift).zip(normals) {
            *drift = R::splat(*deviation) * *zeta;
        }
    }

    /// Innovations of a year, as factors of the levels: from normal numbers `xi` and a chi-squared number `w`.
    ///
    /// `x = C xi sqrt((nu − 2) / w)`, `v_s = rho_s v_s,t−1 + sigma_s sqrt(1 − rho_s²) x_s`, factor `exp(v_s + d_s)`
    #[inline(always)]
    pub(super) fn advance<R: Real>(&self, xi: &[R], w: R, path: &mut InnovationPath<R>) {
        let tail = (R::splat(f64::from(self.freedom) - 2.0) / w).map(f64::sqrt);
        for s in 0..self.shock.len() {
            let mut correlated = R::splat(self.factor[s][0]) * xi[0];
            for (weight, number) in self.factor[s].iter().zip(xi).take(s + 1).skip(1) {
                correlated = correlated + R::splat(*weight) * *number;
            }
            let fresh = R::splat(self.shock[s]) * (correlated * tail);
            path.persistent[s] = R::splat(self.persistence[s]) * path.persistent[s] + fresh;
            path.factors[s] = (path.persistent[s] + path.drift[s]).map(exp);
        }
    }
}

/// Where the innovations of a path stand.
#[derive(Debug, Clone)]
pub(super) struct InnovationPath<R> {
    persistent: Vec<R>,
    drift: Vec<R>,
    /// What multiplies the level of each sector this year.
    pub(super) factors: Vec<R>,
}

impl<R: Real> InnovationPath<R> {
    /// A path of this many sectors, at its start and without drift.
    pub(super) fn new(n_sectors: usize) -> Self {
        let zeros = vec![R::splat(0.0); n_sectors];
        Self { persistent: zeros.clone(), drift: zeros.clone(), factors: zeros }
    }

    /// Puts the path back to its start with the drift that standard normal numbers give.
    #[inline(always)]
    pub(super) fn restart(&mut self, errors: &Errors, zeta: &[R]) {
        self.persistent.fill(R::splat(0.0));
        errors.drift(zeta, &mut self.drift);
    }
}

/// Draws of one group after another, in memory that is used again.
pub(super) struct DrawBuffers {
    uniforms: Uniforms,
    normals: Vec<Lanes>,
    pub(super) path: InnovationPath<Lanes>,
}

impl DrawBuffers {
    /// A source of draws of a seed.
    pub(super) fn new(errors: &Errors, seed: u64) -> Self {
        Self {
            uniforms: Uniforms::new(seed, errors.per_year()),
            normals: vec![Lanes::splat(0.0); errors.n_normals() + 1],
            path: InnovationPath::new(errors.n_sectors()),
        }
    }

    /// Puts the paths of a group to their start; `first` is the first projected year.
    #[inline(always)]
    pub(super) fn begin(&mut self, errors: &Errors, group: u64, first: Year) {
        self.uniforms.turn_to(group);
        self.uniforms.seek(0);
        self.draw_normals(errors.n_sectors());
        self.path.restart(errors, &self.normals);
        self.uniforms.seek(first);
    }

    /// Innovations of the next year.
    #[inline(always)]
    pub(super) fn advance(&mut self, errors: &Errors) {
        self.draw_normals(errors.n_normals());
        // Chi-squared: −2 ln of a product of uniforms for each two degrees of freedom, and a squared normal for an odd one.
        let mut product = self.uniforms.next();
        for _ in 1..errors.freedom / 2 {
            product = product * self.uniforms.next();
        }
        let mut w = product.map(|p| -2.0 * ln(p));
        if errors.freedom % 2 == 1 {
            let odd = self.normals[errors.n_sectors()];
            w = w + odd * odd;
        }
        errors.advance(&self.normals, w, &mut self.path);
    }

    #[inline(always)]
    fn draw_normals(&mut self, wanted: usize) {
        for pair in self.normals.chunks_exact_mut(2).take(wanted.div_ceil(2)) {
            let (radius, angle) = (self.uniforms.next(), self.uniforms.next());
            (pair[0], pair[1]) = normal_pair(radius, angle);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn errors(freedom: u32) -> Errors {
        let model = ErrorModel {
            deviation: vec![1.0, 0.5],
            persistence: vec![0.3, 0.0],
            factor: vec![vec![1.0, 0.0], vec![0.6, 0.8]],
            tail_freedom: freedom,
            drift_ratio: 0.25,
            crash_probability: None,
        };
        Errors::new(&model, 1.0, true)
    }

    #[test]
    fn cosine_and_sine_are_those_of_the_standard_library() {
        for step in 0..=100_000 {
            let turn = f64::from(step) / 100_000.0;
            let (cosine, sine) = cos_sin_of_turn(turn);
            let angle = turn * std::f64::consts::TAU;
            assert!((cosine - libm::cos(angle)).abs() < 1e-15 && (sine - libm::sin(angle)).abs() < 2e-15, "{turn}");
        }
    }

    #[test]
    fn a_group_gives_the_same_numbers_whatever_came_before() {
        let errors = errors(5);
        let mut one = DrawBuffers::new(&errors, 7);
        let mut other = DrawBuffers::new(&errors, 7);
        for group in [9, 2, 0] {
            other.begin(&errors, group, 2021);
            other.advance(&errors);
        }
        one.begin(&errors, 4, 2025);
        other.begin(&errors, 4, 2024);
        other.advance(&errors);
        one.advance(&errors);
        other.path.persistent.fill(Lanes::splat(0.0));
        one.path.persistent.fill(Lanes::splat(0.0));
        one.advance(&errors);
        other.advance(&errors);
        // 2026 of one, 2025 of the other: different luck; the next year of the other is 2026 again.
        assert_ne!(one.path.factors, other.path.factors);
        other.path.persistent.fill(Lanes::splat(0.0));
        other.advance(&errors);
        assert_eq!(one.path.factors, other.path.factors);
    }

    /// Innovations of many draws in one year, without drift, divided by their deviation.
    fn sample(freedom: u32, groups: u64) -> (Vec<f64>, Vec<f64>) {
        let errors = errors(freedom);
        let mut source = DrawBuffers::new(&errors, 1);
        let (mut first, mut second) = (Vec::new(), Vec::new());
        for group in 0..groups {
            source.begin(&errors, group, 2025);
            source.advance(&errors);
            first.extend(source.path.persistent[0].0.map(|v| v / (1.0_f64 - 0.09).sqrt()));
            second.extend(source.path.persistent[1].0.map(|v| v / 0.5));
        }
        (first, second)
    }

    #[test]
    fn innovations_have_unit_variance_the_stated_correlation_and_the_tail_of_t() {
        for (freedom, beyond) in [(5, 0.010_0), (8, 0.006_7), (30, 0.003_4)] {
            let (first, second) = sample(freedom, 12_500);
            let n = first.len() as f64;
            let variance = first.iter().map(|x| x * x).sum::<f64>() / n;
            assert!((variance - 1.0).abs() < 0.03, "variance {variance} at {freedom}");
            let both = first.iter().zip(&second).map(|(x, y)| x * y).sum::<f64>() / n;
            assert!((both - 0.6).abs() < 0.02, "correlation {both} at {freedom}");
            // P(|t| sqrt((nu − 2)/nu) > 3): 0.01168, 0.00857, 0.00353 of Student's distribution, read from tables of t.
            let tail = first.iter().filter(|x| x.abs() > 3.0).count() as f64 / n;
            assert!((tail - beyond).abs() < 0.004, "tail {tail} at {freedom}");
        }
    }
}
