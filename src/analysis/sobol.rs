//! Which assumption matters: Sobol indices by Jansen's estimators (`docs/model.md`, Uncertainty).
//!
//! The first index of a lever is the part of the variance that it explains alone; the total index is the part in which it has a hand.
//! Sources: Jansen, M. (1999), Analysis of variance designs for model output; Saltelli and others (2010), Variance based sensitivity analysis of model output.

use super::ensemble::UncertainLever;
use super::lane_kernel::LaneKernel;
use super::random::{Philox, Purpose, uniform};
use crate::engine::{LANES, Lanes, MeasuredSeries, Real as _, simulate};
use crate::quantity::Year;
use crate::scenario::Case;
use crate::scenario::setting::Setting;
use crate::scenario::{ResolveError, Resolver};
use crate::task::{Progress, Workers, in_parallel};
use std::borrow::Cow;
use std::ops::Range;

/// Rows of one job.
const PART: usize = 4 * LANES;
/// Independent shifts of the design; the spread between them gives the intervals.
pub const BATCHES: usize = 16;
/// The 97.5 % point of Student's distribution with 15 degrees of freedom, for sixteen batches.
const STUDENT: f64 = 2.131_449_545_559_323;
/// Multiplier of the Korobov lattice (Hickernell, Hong, L'Ecuyer and Lemieux 2000, Extensible lattice sequences).
const MULTIPLIER: u64 = 17_797;

/// Model values at the points of a design: `A`, `B`, and for each input the points of `A` with that input from `B`.
#[derive(Debug, Clone, PartialEq)]
pub struct Evaluations {
    /// Values at the points of A.
    pub a: Vec<f64>,
    /// Values at the points of B.
    pub b: Vec<f64>,
    /// Values at the mixed points, one list an input.
    pub mixed: Vec<Vec<f64>>,
}

/// First and total index of one input, without interval.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Index {
    /// `1 − mean((f_B − f_AB)²) / 2V`
    pub first: f64,
    /// `mean((f_A − f_AB)²) / 2V`
    pub total: f64,
}

/// Indices of every input, mean and variance.
pub type Batch = (Vec<Index>, f64, f64);

/// Jansen's estimates of every input, with mean and population variance of the values at A and B together.
pub fn jansen(values: &Evaluations) -> Batch {
    let n = values.a.len() as f64;
    let both = || values.a.iter().chain(&values.b);
    let mean = both().sum::<f64>() / (2.0 * n);
    let variance = both().map(|value| (value - mean) * (value - mean)).sum::<f64>() / (2.0 * n);
    let half_square = |left: &[f64], right: &[f64]| {
        left.iter().zip(right).map(|(x, y)| (x - y) * (x - y)).sum::<f64>() / (2.0 * n * variance)
    };
    let index =
        |mixed: &Vec<f64>| Index { first: 1.0 - half_square(&values.b, mixed), total: half_square(&values.a, mixed) };
    (values.mixed.iter().map(index).collect(), mean, variance)
}

/// An index with its interval.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Estimate {
    /// Mean over the batches.
    pub value: f64,
    /// Lower end of the 95 % interval.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

/// Indices of one input.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Importance {
    /// First index.
    pub first: Estimate,
    /// Total index.
    pub total: Estimate,
}

/// What an analysis of sensitivity found.
#[derive(Debug, Clone, PartialEq)]
pub struct Sensitivity {
    /// Indices, in the order of the inputs.
    pub inputs: Vec<Importance>,
    /// Mean of the result.
    pub mean: f64,
    /// Variance of the result.
    pub variance: f64,
    /// Runs of the model.
    pub runs: usize,
}

impl Importance {
    /// Whether the first index is noise: its interval holds zero, or lies wholly above that of the total index, of which it is a part.
    pub fn is_first_noise(&self) -> bool {
        self.first.low <= 0.0 || self.first.low > self.total.high
    }
}

impl Sensitivity {
    /// Sum of the first indices; true ones never sum to more than 1.
    pub fn sum_first(&self) -> f64 {
        self.inputs.iter().map(|input| input.first.value).sum()
    }
}

/// How a design is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Design {
    /// Points of each of A and B, rounded down to a multiple of [`BATCHES`].
    pub points: usize,
    /// Seed of the shifts.
    pub seed: u64,
    /// Threads; results do not depend on them.
    pub workers: Workers,
}

impl Default for Design {
    fn default() -> Self {
        Self { points: 8_192, seed: 2030, workers: Workers::All }
    }
}

/// A function of independent inputs that are uniform between 0 and 1, asked at [`LANES`] points side by side.
pub trait LaneFunction<E> {
    /// The values where input `i` stands at `points[i]`.
    fn evaluate(&mut self, points: &[Lanes]) -> Result<Lanes, E>;
}

impl<E, F: FnMut(&[Lanes]) -> Result<Lanes, E>> LaneFunction<E> for F {
    fn evaluate(&mut self, points: &[Lanes]) -> Result<Lanes, E> {
        self(points)
    }
}

/// Indices of a function of independent inputs; `None` where it was cancelled.
///
/// The design is a lattice, shifted at random for each batch; every estimate is the mean of its batches and its interval comes from their spread.
/// `start` gives each part of the work a function of its own, which may keep what its last points left.
///
/// # Errors
/// The first error of `start` or of the function at a point.
pub fn sensitivity<E: Send, M: LaneFunction<E>>(
    n_inputs: usize,
    design: Design,
    progress: &Progress,
    start: impl Fn() -> Result<M, E> + Sync + Send,
) -> Result<Option<Sensitivity>, E> {
    let per_batch = (design.points / BATCHES).max(2);
    let chunk = PART.min(per_batch);
    let chunks = per_batch.div_ceil(chunk);
    let shifts = shifts(2 * n_inputs, design.seed);
    let job = |number: usize| {
        let (batch, part) = (number / chunks, number % chunks);
        let rows = part * chunk..((part + 1) * chunk).min(per_batch);
        let mut model = start()?;
        let mut found = Evaluations { a: Vec::new(), b: Vec::new(), mixed: vec![Vec::new(); n_inputs] };
        for first in rows.clone().step_by(LANES) {
            let n_rows = (rows.end - first).min(LANES);
            let point = lattice_block(first..first + n_rows, per_batch, &shifts[batch]);
            found.evaluate_rows(&point, n_rows, &mut model)?;
        }
        Ok(found)
    };
    let Some(parts) = in_parallel(design.workers, BATCHES * chunks, progress, job) else { return Ok(None) };
    let parts: Vec<Evaluations> = parts.into_iter().collect::<Result<_, E>>()?;
    let batches: Vec<Batch> = parts.chunks(chunks).map(|batch| jansen(&Evaluations::join(batch, n_inputs))).collect();
    Ok(Some(pool(&batches, n_inputs, BATCHES * per_batch * (n_inputs + 2))))
}

impl Evaluations {
    /// Adds the values of rows side by side: at the points of A, of B, then of A with each input from B.
    fn evaluate_rows<E>(&mut self, point: &[Lanes], n_rows: usize, model: &mut impl LaneFunction<E>) -> Result<(), E> {
        let n_inputs = self.mixed.len();
        let (a, b) = point.split_at(n_inputs);
        let mut keep = |column: &mut Vec<f64>, at: &[Lanes]| -> Result<(), E> {
            column.extend(model.evaluate(at)?.0.iter().take(n_rows));
            Ok(())
        };
        keep(&mut self.b, b)?;
        keep(&mut self.a, a)?;
        let mut mixed = a.to_vec();
        for (input, column) in self.mixed.iter_mut().enumerate() {
            mixed[input] = b[input];
            keep(column, &mixed)?;
            mixed[input] = a[input];
        }
        Ok(())
    }

    fn join(parts: &[Self], n_inputs: usize) -> Self {
        let all = |of: &dyn Fn(&Self) -> &Vec<f64>| parts.iter().flat_map(|part| of(part).iter().copied()).collect();
        Self {
            a: all(&|part| &part.a),
            b: all(&|part| &part.b),
            mixed: (0..n_inputs).map(|input| all(&|part| &part.mixed[input])).collect(),
        }
    }
}

/// One shift a batch and dimension.
fn shifts(dimensions: usize, seed: u64) -> Vec<Vec<f64>> {
    let generator = Philox::new(seed);
    let of_batch = |batch: usize| generator.numbers(batch as u64, Purpose::Shifts).take(dimensions);
    (0..BATCHES).map(|batch| of_batch(batch).map(uniform).collect()).collect()
}

/// Points of the shifted lattice side by side, one number a dimension; lanes beyond the rows repeat the first.
fn lattice_block(rows: Range<usize>, points: usize, shift: &[f64]) -> Vec<Lanes> {
    let points = points as u64;
    let mut multiple = 1_u64;
    let place = |shift: &f64| {
        let at = |lane: usize| {
            let row = if rows.start + lane < rows.end { rows.start + lane } else { rows.start };
            ((row as u64 * multiple % points) as f64 / points as f64 + shift).fract()
        };
        let found = Lanes(std::array::from_fn(at));
        multiple = multiple * MULTIPLIER % points.max(1);
        found
    };
    shift.iter().map(place).collect()
}

fn pool(batches: &[Batch], n_inputs: usize, runs: usize) -> Sensitivity {
    let n = batches.len() as f64;
    let average = |of: &dyn Fn(&Batch) -> f64| batches.iter().map(of).sum::<f64>() / n;
    let estimate = |of: &dyn Fn(&Batch) -> f64| {
        let value = average(of);
        let spread = average(&|batch| (of(batch) - value) * (of(batch) - value)) * n / (n - 1.0);
        let half = STUDENT * (spread / n).sqrt();
        Estimate { value, low: value - half, high: value + half }
    };
    Sensitivity {
        inputs: (0..n_inputs)
            .map(|input| Importance {
                first: estimate(&|batch| batch.0[input].first),
                total: estimate(&|batch| batch.0[input].total),
            })
            .collect(),
        mean: average(&|batch| batch.1),
        variance: average(&|batch| batch.2),
        runs,
    }
}

/// A series of a case in a year, as a function of uniform levers between their low and high values.
#[derive(Debug, Clone, Copy)]
pub struct Response<'a> {
    /// The case.
    pub case: Case<'a>,
    /// The levers.
    pub levers: &'a [UncertainLever],
    /// What is looked at.
    pub series: MeasuredSeries,
    /// In which year.
    pub year: Year,
}

/// A point at which the model has no answer.
pub(super) struct Stop {
    /// Where each lever stands between low (0) and high (1).
    pub(super) point: Vec<f64>,
    /// Why.
    pub(super) error: ResolveError,
}

/// A response on its way from point to point: only levers that move are entered again.
pub(super) struct Walk<'a> {
    response: Response<'a>,
    resolver: Resolver<'a>,
    /// Where each lever stands; NaN before the first point.
    places: Vec<f64>,
}

impl<'a> Walk<'a> {
    pub(super) fn new(response: Response<'a>) -> Result<Self, ResolveError> {
        let resolver = response.case.resolver()?;
        let places = vec![f64::NAN; response.levers.len()];
        Ok(Self { response, resolver, places })
    }

    fn evaluate(&mut self, point: &[f64]) -> Result<f64, ResolveError> {
        for ((lever, place), position) in self.response.levers.iter().zip(&mut self.places).zip(point) {
            if place.to_bits() != position.to_bits() {
                *place = *position;
                self.resolver.set(&lever.key, Some(Cow::Owned(Setting::Constant(lever.at(*position)))))?;
            }
        }
        self.value()
    }

    /// The series with some levers at values, the others as the case has them.
    pub(super) fn evaluate_at(&mut self, values: &[Option<f64>]) -> Result<f64, ResolveError> {
        for (lever, value) in self.response.levers.iter().zip(values) {
            let setting = match value {
                Some(value) => Some(Cow::Owned(Setting::Constant(*value))),
                None => self.response.case.settings.get(&lever.key).map(Cow::Borrowed),
            };
            self.resolver.set(&lever.key, setting)?;
        }
        self.value()
    }

    /// The series at the present settings.
    pub(super) fn value(&mut self) -> Result<f64, ResolveError> {
        let projection = simulate(self.resolver.inputs()?)?;
        let Response { series, year, .. } = self.response;
        // A projection has every measured series in every year; a missing value becomes NaN.
        Ok(projection.value(series.variable, series.line, year).unwrap_or(f64::NAN))
    }

    /// The series with one lever at a value, the others as the case has them.
    pub(super) fn evaluate_with(&mut self, lever: &UncertainLever, value: f64) -> Result<f64, ResolveError> {
        let own = self.response.case.settings.get(&lever.key);
        self.resolver.set(&lever.key, Some(Cow::Owned(Setting::Constant(value))))?;
        let found = self.value();
        self.resolver.set(&lever.key, own.map(Cow::Borrowed))?;
        found
    }
}

/// A response on its way from points to points, [`LANES`] of them side by side: only levers that move are entered again.
struct LaneWalk<'a> {
    response: Response<'a>,
    resolver: Resolver<'a, Lanes>,
    /// Where each lever stands; NaN before the first points.
    places: Vec<Lanes>,
    kernel: LaneKernel,
}

impl<'a> LaneWalk<'a> {
    fn new(response: Response<'a>) -> Result<Self, ResolveError> {
        let resolver = Resolver::new(response.case)?;
        let places = vec![Lanes::splat(f64::NAN); response.levers.len()];
        Ok(Self { response, resolver, places, kernel: LaneKernel::default() })
    }

    /// The values in every lane; `None` where the model has no answer in one of them.
    fn values(&mut self, points: &[Lanes]) -> Result<Option<Lanes>, ResolveError> {
        for ((lever, place), position) in self.response.levers.iter().zip(&mut self.places).zip(points) {
            if place.0.map(f64::to_bits) != position.0.map(f64::to_bits) {
                *place = *position;
                self.resolver.set_constant(&lever.key, position.map(|part| lever.at(part)))?;
            }
        }
        Ok(self.kernel.measure(&mut self.resolver, (self.response.series, self.response.year)))
    }
}

impl LaneFunction<Stop> for LaneWalk<'_> {
    fn evaluate(&mut self, points: &[Lanes]) -> Result<Lanes, Stop> {
        let stop = |error| Stop { point: Vec::new(), error };
        if let Some(values) = self.values(points).map_err(stop)? {
            return Ok(values);
        }
        // One of the lanes has no answer: run by itself it says why.
        let mut walk = Walk::new(self.response).map_err(stop)?;
        let mut values = Lanes::splat(f64::NAN);
        for lane in 0..LANES {
            let point: Vec<f64> = points.iter().map(|place| place.0[lane]).collect();
            values.0[lane] = walk.evaluate(&point).map_err(|error| Stop { point, error })?;
        }
        Ok(values)
    }
}

impl Response<'_> {
    /// The series where each lever stands so far between low (0) and high (1).
    ///
    /// # Errors
    /// [`ResolveError`] if the model has no answer at the point.
    pub fn evaluate(&self, point: &[f64]) -> Result<f64, ResolveError> {
        Walk::new(*self)?.evaluate(point)
    }

    /// The levers with the widest swing when each moves alone, widest first; levers without effect are left out.
    ///
    /// A lever whose end stops the run counts with the end that runs.
    ///
    /// # Errors
    /// [`ResolveError`] if the case itself does not run.
    pub fn screen(&self, most: usize) -> Result<Vec<UncertainLever>, ResolveError> {
        let mut walk = Walk::new(*self)?;
        let start = walk.value()?;
        let mut moved = Vec::with_capacity(self.levers.len());
        for lever in self.levers {
            let mut end = |value: f64| walk.evaluate_with(lever, value).unwrap_or(start);
            moved.push(((end(lever.high) - end(lever.low)).abs(), lever));
        }
        moved.retain(|(width, _)| *width > 1e-9 * start.abs());
        moved.sort_by(|a, b| b.0.total_cmp(&a.0));
        Ok(moved.into_iter().take(most).map(|(_, lever)| lever.clone()).collect())
    }

    /// Sobol indices of the levers; `None` where it was cancelled.
    ///
    /// # Errors
    /// [`ResolveError`] of the first point at which the model has no answer.
    pub fn sensitivity(&self, design: Design, progress: &Progress) -> Result<Option<Sensitivity>, ResolveError> {
        self.try_sensitivity(design, progress).map_err(|stop| stop.error)
    }

    /// The same, with the point at which it stopped.
    pub(super) fn try_sensitivity(&self, design: Design, progress: &Progress) -> Result<Option<Sensitivity>, Stop> {
        sensitivity(self.levers.len(), design, progress, || {
            LaneWalk::new(*self).map_err(|error| Stop { point: Vec::new(), error })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::convert::Infallible;

    #[test]
    fn an_index_is_noise_only_where_its_interval_says_so() {
        let estimate = |value: f64, half: f64| Estimate { value, low: value - half, high: value + half };
        let is_noise = |first, total| Importance { first, total }.is_first_noise();
        assert!(
            !is_noise(estimate(0.576, 0.022), estimate(0.570, 0.03)),
            "strong, and within what is known of the total"
        );
        assert!(is_noise(estimate(0.01, 0.02), estimate(0.02, 0.01)), "holds zero");
        assert!(is_noise(estimate(0.5, 0.02), estimate(0.3, 0.05)), "wholly above the total");
    }

    #[test]
    fn a_sum_divides_its_variance_by_the_squares_of_its_weights() {
        let model = |x: &[Lanes]| Ok::<_, Infallible>(Lanes::splat(3.0) * x[0] + Lanes::splat(4.0) * x[1]);
        let design = Design { points: 4_096, ..Design::default() };
        let found = sensitivity(2, design, &Progress::default(), || Ok(model)).unwrap().unwrap();
        for (input, expected) in found.inputs.iter().zip([9.0 / 25.0, 16.0 / 25.0]) {
            assert!((input.first.value - expected).abs() < 5e-3, "{input:?}");
            assert!((input.total.value - expected).abs() < 5e-3, "{input:?}");
        }
        assert_eq!(found.runs, 4 * 4_096);
        assert!((found.mean - 3.5).abs() < 1e-3 && (found.variance - 25.0 / 12.0).abs() < 1e-2);
    }

    #[test]
    fn threads_do_not_change_a_bit() {
        let model = |x: &[Lanes]| Ok::<_, Infallible>(x[0] * x[1] + x[2]);
        let on = |threads| {
            let design = Design { workers: Workers::Exactly(threads), ..Design::default() };
            sensitivity(3, design, &Progress::default(), || Ok(model)).unwrap().unwrap()
        };
        assert_eq!(on(1), on(4));
    }
}
