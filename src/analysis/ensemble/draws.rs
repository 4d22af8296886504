//! The innovations of a draw (`docs/model.md`, Uncertainty).
//!
//! Draw `i` of seed `s` depends on `s` and `i` only.
//! Its numbers are placed by calendar year, so that the same draw means the same luck in scenarios that start in different years.

#![expect(clippy::inline_always, reason = "a block of draws is vectorised only where its arithmetic is inlined")]

use crate::analysis::random::{Philox, Purpose, log2_of_uniform, point_on_circle, two_to};
use crate::engine::real::Real;
use crate::engine::{LANES, Lanes};
use crate::quantity::Year;
use crate::scenario::ErrorModel;
use std::f64::consts::LN_2;

/// An error model with its products ready, and how much of it a run takes.
#[derive(Debug, Clone)]
pub(super) struct Errors {
    /// `sigma sqrt(1 − rho²)`
    shock: Vec<f64>,
    persistence: Vec<f64>,
    factor: Vec<Vec<f64>>,
    /// Whether a row of the factor begins with the weights that the row before has left of its diagonal.
    ///
    /// So it is in every row where all pairs of sectors have one correlation, as with tested bands.
    begins_like_last: Vec<bool>,
    /// `sigma sqrt(kappa)`
    drift: Vec<f64>,
    drifts_together: bool,
    /// Degrees of freedom
    freedom: f64,
}

impl Errors {
    /// A model with its deviations multiplied by `volatility`.
    pub(super) fn new(model: &ErrorModel, volatility: f64, with_drift: bool) -> Self {
        let deviation = || model.deviation.iter().map(|sigma| sigma * volatility);
        let drift = if with_drift { model.drift_ratio.sqrt() } else { 0.0 };
        Self {
            shock: deviation().zip(&model.persistence).map(|(sigma, rho)| sigma * (1.0 - rho * rho).sqrt()).collect(),
            persistence: model.persistence.clone(),
            begins_like_last: begins_like_last(&model.factor),
            factor: model.factor.clone(),
            drift: deviation().map(|sigma| sigma * drift).collect(),
            drifts_together: model.drifts_together,
            freedom: f64::from(model.tail_freedom),
        }
    }

    /// Number of sectors.
    pub(super) fn n_sectors(&self) -> usize {
        self.shock.len()
    }

    /// The drift of every sector from standard normal numbers: `d_s = sigma_s sqrt(kappa) zeta_s`, or with `C zeta` where drifts go together.
    #[inline(always)]
    pub(super) fn drift<R: Real>(&self, normals: &[R], drift: &mut [R]) {
        let mut rows = Rows::default();
        for (s, (drift, deviation)) in drift.iter_mut().zip(&self.drift).enumerate() {
            let number = if self.drifts_together { rows.next(self, s, normals) } else { normals[s] };
            *drift = R::splat(*deviation) * number;
        }
    }

    /// What standard normal numbers are multiplied by to become those of Student's distribution with a variance of 1, from a chi-squared number `w`.
    pub(super) fn tail(&self, w: f64) -> f64 {
        ((self.freedom - 2.0) / w).sqrt()
    }

    /// Innovations of a year, as factors of the levels: from numbers `xi` and what multiplies all of them.
    ///
    /// `x = C xi tail`, `v_s = rho_s v_s,t−1 + sigma_s sqrt(1 − rho_s²) x_s`, factor `exp(v_s + d_s)`
    #[inline(always)]
    pub(super) fn advance<R: Real>(&self, xi: &[R], tail: R, path: &mut InnovationPath<R>) {
        let mut rows = Rows::default();
        for s in 0..self.shock.len() {
            let fresh = R::splat(self.shock[s]) * (rows.next(self, s, xi) * tail);
            path.persistent[s] = R::splat(self.persistence[s]) * path.persistent[s] + fresh;
            path.factors[s] = (path.persistent[s] + path.drift[s]).exp();
        }
    }
}

/// The rows of `C xi`, one after another.
///
/// A row that begins like the one before goes on from that one's sum: the same operations in the same order, hence the same bits.
#[derive(Debug)]
struct Rows<R> {
    /// The sum left of the diagonal, of the row before.
    left: Option<R>,
}

impl<R> Default for Rows<R> {
    fn default() -> Self {
        Self { left: None }
    }
}

impl<R: Real> Rows<R> {
    /// Row `s`, which follows the row that was taken last.
    #[inline(always)]
    fn next(&mut self, errors: &Errors, s: usize, xi: &[R]) -> R {
        let row = &errors.factor[s];
        let own = R::splat(row[s]) * xi[s];
        if s == 0 {
            return own;
        }
        let left = match self.left {
            Some(left) if errors.begins_like_last[s] => left + R::splat(row[s - 1]) * xi[s - 1],
            _ => {
                let mut sum = R::splat(row[0]) * xi[0];
                for (weight, number) in row.iter().zip(xi).take(s).skip(1) {
                    sum = sum + R::splat(*weight) * *number;
                }
                sum
            }
        };
        self.left = Some(left);
        left + own
    }
}

/// By row: whether it begins with the weights, to the bit, that the row before has left of its diagonal.
fn begins_like_last(factor: &[Vec<f64>]) -> Vec<bool> {
    let none: &[f64] = &[];
    let before = std::iter::once(none).chain(factor.iter().map(Vec::as_slice));
    let is_like = |(s, (row, before)): (usize, (&Vec<f64>, &[f64]))| {
        let bits =
            |row: &[f64]| row.iter().take(s.saturating_sub(1)).map(|weight| weight.to_bits()).collect::<Vec<_>>();
        bits(row) == bits(before)
    };
    factor.iter().zip(before).enumerate().map(is_like).collect()
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
    generator: Philox,
    /// The first draw of the group.
    first: u64,
    /// The year of the next innovations.
    year: Year,
    /// Numbers by sector, in pairs; an odd one is left.
    numbers: Vec<Lanes>,
    pub(super) path: InnovationPath<Lanes>,
}

impl DrawBuffers {
    /// A source of draws of a seed.
    pub(super) fn new(errors: &Errors, seed: u64) -> Self {
        Self {
            generator: Philox::new(seed),
            first: 0,
            year: 0,
            numbers: vec![Lanes::splat(0.0); errors.n_sectors().next_multiple_of(2)],
            path: InnovationPath::new(errors.n_sectors()),
        }
    }

    /// Puts the paths of a group to their start; `first` is the first projected year.
    #[inline(always)]
    pub(super) fn begin(&mut self, errors: &Errors, group: u64, first: Year) {
        self.first = group * LANES as u64;
        self.year = first;
        self.draw_normals();
        self.path.restart(errors, &self.numbers);
    }

    /// Innovations of the next year.
    #[inline(always)]
    pub(super) fn advance(&mut self, errors: &Errors) {
        self.draw_students(errors.freedom);
        self.year += 1;
        errors.advance(&self.numbers, Lanes::splat((errors.freedom - 2.0).sqrt()), &mut self.path);
    }

    /// Standard normal numbers for the drift.
    ///
    /// Source: Box, G. and Muller, M. (1958), A note on the generation of random normal deviates.
    #[inline(always)]
    fn draw_normals(&mut self) {
        for (block, numbers) in self.numbers.chunks_mut(4).enumerate() {
            let words = words(&self.generator, self.first, Purpose::Drift, block);
            for (pair, words) in numbers.chunks_exact_mut(2).zip(words.chunks_exact(2)) {
                let radius = of_words(&words[0], |word| (-2.0 * LN_2 * log2_of_uniform(word)).sqrt());
                let (along, across) = points(&words[1]);
                (pair[0], pair[1]) = (radius * along, radius * across);
            }
        }
    }

    /// Numbers of the year that are Student's together: normal ones over the root of one chi-squared number `W` for all.
    ///
    /// No `W` is drawn: the two numbers of a pair are a random direction times a radius, whose distribution has a closed form.
    /// With `a_k = u_k^(−2 / (nu + 2k))` of a uniform number `u_k`, the squared radius of pair `k = 0, 1, …` is `a_0 … a_k−1 (a_k − 1)`:
    /// given the pairs before, a pair is Student's with two more degrees of freedom for each of them, and its scale grows with their radii.
    ///
    /// Sources: Bailey, R. (1994), Polar generation of random variates with the t-distribution; Ding, P. (2016), On the conditional distribution of the multivariate t distribution.
    #[inline(always)]
    fn draw_students(&mut self, freedom: f64) {
        let mut scale = Lanes::splat(1.0);
        let mut freedom = freedom;
        for (block, numbers) in self.numbers.chunks_mut(4).enumerate() {
            let words = words(&self.generator, self.first, Purpose::Innovations(self.year), block);
            for (pair, words) in numbers.chunks_exact_mut(2).zip(words.chunks_exact(2)) {
                let exponent = -2.0 / freedom;
                let growth = of_words(&words[0], |word| two_to(exponent * log2_of_uniform(word)));
                let radius = (scale * (growth - Lanes::splat(1.0))).map(f64::sqrt);
                let (along, across) = points(&words[1]);
                (pair[0], pair[1]) = (radius * along, radius * across);
                scale = scale * growth;
                freedom += 2.0;
            }
        }
    }
}

/// A function of the word of every draw.
#[inline(always)]
fn of_words(words: &[u64; LANES], function: impl Fn(u64) -> f64) -> Lanes {
    // An array's own `map` is not inlined, so that it would be compiled for the baseline instruction set.
    let mut values = Lanes::splat(0.0);
    for (value, word) in values.0.iter_mut().zip(words) {
        *value = function(*word);
    }
    values
}

/// A random point of the unit circle for every draw.
#[inline(always)]
fn points(words: &[u64; LANES]) -> (Lanes, Lanes) {
    let (mut along, mut across) = (Lanes::splat(0.0), Lanes::splat(0.0));
    for ((along, across), word) in along.0.iter_mut().zip(&mut across.0).zip(words) {
        (*along, *across) = point_on_circle(*word);
    }
    (along, across)
}

/// The words of a block for every draw of a group, the first of all draws first.
#[inline(always)]
fn words(generator: &Philox, first: u64, purpose: Purpose, block: usize) -> [[u64; LANES]; 4] {
    let mut found = [[0; LANES]; 4];
    for lane in 0..LANES {
        let words = generator.words(first + lane as u64, purpose, block);
        for (found, word) in found.iter_mut().zip(words) {
            found[lane] = word;
        }
    }
    found
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
            drifts_together: false,
            crash_probability: None,
        };
        Errors::new(&model, 1.0, true)
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

    #[test]
    fn four_numbers_have_the_radius_of_students_distribution_whatever_the_pairs() {
        // R² / nu of four numbers is a beta prime number (2, nu / 2): P(R² / nu > y) = t^b (1 + b (1 − t)), t = 1 / (1 + y), b = nu / 2.
        for freedom in [3, 5, 8, 30] {
            let model = ErrorModel {
                deviation: vec![1.0; 4],
                persistence: vec![0.0; 4],
                factor: (0..4).map(|row| (0..4).map(|column| f64::from(u8::from(row == column))).collect()).collect(),
                tail_freedom: freedom,
                drift_ratio: 0.0,
                drifts_together: false,
                crash_probability: None,
            };
            let errors = Errors::new(&model, 1.0, false);
            let nu = f64::from(freedom);
            let mut source = DrawBuffers::new(&errors, 3);
            let mut squares = Vec::new();
            for group in 0..4_000 {
                source.begin(&errors, group, 2025);
                source.advance(&errors);
                for lane in 0..LANES {
                    let square: f64 = source.path.persistent.iter().map(|x| x.0[lane] * x.0[lane]).sum();
                    squares.push(square / (nu - 2.0));
                }
            }
            let n = squares.len() as f64;
            for y in [0.05, 0.3, 1.0, 3.0, 10.0_f64] {
                let (t, b) = (1.0 / (1.0 + y), nu / 2.0);
                let expected = libm::pow(t, b) * (1.0 + b * (1.0 - t));
                let found = squares.iter().filter(|square| **square > y).count() as f64 / n;
                let error = (expected * (1.0 - expected) / n).sqrt();
                assert!((found - expected).abs() < 4.0 * error + 1e-9, "{freedom} {y}: {found}, {expected}");
            }
        }
    }

    #[test]
    fn the_numbers_of_a_draw_do_not_depend_on_its_place_in_a_group() {
        let errors = errors(5);
        let mut source = DrawBuffers::new(&errors, 2030);
        source.begin(&errors, 3, 2025);
        source.advance(&errors);
        let generator = Philox::new(2030);
        for lane in 0..LANES {
            let words = generator.words(3 * LANES as u64 + lane as u64, Purpose::Innovations(2025), 0);
            let radius = (two_to(-2.0 / 5.0 * log2_of_uniform(words[0])) - 1.0).sqrt();
            let (along, _) = point_on_circle(words[1]);
            assert_eq!(source.numbers[0].0[lane].to_bits(), (radius * along).to_bits());
        }
    }
}
