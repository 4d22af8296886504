//! Changes of one case run side by side: what each of them would give, [`LANES`] at a time.
//!
//! Every change has the bits of a run by itself; what does not differ between changes is computed once.

use super::lane_kernel::LaneKernel;
use super::metric::Metric;
use super::metric::average_growth;
use crate::engine::{LANES, Lanes, MeasuredSeries, Path, Real as _};
use crate::quantity::Year;
use crate::scenario::lever::Kind;
use crate::scenario::setting::{LeverKey, NumberTable, Setting};
use crate::scenario::{Case, ResolveError, Resolver};
use std::borrow::Cow;

/// One change of a case: levers by position, with what they are given instead; `None` lets a lever follow the baseline.
pub(super) type LeverChange<'s> = Vec<(usize, Option<Cow<'s, Setting>>)>;

/// A case whose changes are run side by side.
#[derive(Debug, Clone)]
pub(super) struct SideBySide<'a> {
    case: Case<'a>,
    levers: Vec<Changed>,
    resolver: Option<Resolver<'a, Lanes>>,
    kernel: LaneKernel,
}

/// A lever that changes give something else.
#[derive(Debug, Clone)]
struct Changed {
    key: LeverKey,
    default: Defaults,
}

/// The value of a lever without a setting.
#[derive(Debug, Clone)]
enum Defaults {
    Path(Path),
    Shares(NumberTable),
}

impl<'a> SideBySide<'a> {
    /// A case of which these levers may be changed.
    pub(super) fn new<'k>(case: Case<'a>, keys: impl IntoIterator<Item = &'k LeverKey>) -> Self {
        let years = case.baseline.inputs.horizon.len();
        let lever = |key: &LeverKey| {
            let default = if key.lever.spec().kind == Kind::Shares {
                Defaults::Shares(case.default_shares(key.lever).unwrap_or_default())
            } else {
                let path = case.default_path(key);
                Defaults::Path(path.unwrap_or_else(|| vec![0.0; years]))
            };
            Changed { key: key.clone(), default }
        };
        Self { case, levers: keys.into_iter().map(lever).collect(), resolver: None, kernel: LaneKernel::default() }
    }

    /// Figures of every change; `None` if one of them has no answer, which a run by itself then explains, or if blocks
    /// do not measure a figure.
    pub(super) fn figures(
        &mut self,
        changes: &[LeverChange<'_>],
        metrics: &[Metric],
    ) -> Result<Option<Vec<Vec<f64>>>, ResolveError> {
        let Some(measured) = metrics.iter().map(Measured::of).collect::<Option<Vec<_>>>() else { return Ok(None) };
        let mut found = Vec::with_capacity(changes.len());
        for block in changes.chunks(LANES) {
            let Some(values) = self.run(block, &measured)? else { return Ok(None) };
            let row = |lane: usize| values.iter().map(|value| value.0.get(lane).copied()).collect::<Option<Vec<f64>>>();
            let rows: Option<Vec<Vec<f64>>> = (0..block.len()).map(row).collect();
            let Some(rows) = rows.filter(|rows| rows.iter().flatten().all(|value| value.is_finite())) else {
                return Ok(None);
            };
            found.extend(rows);
        }
        Ok(Some(found))
    }

    /// Runs up to [`LANES`] changes; lanes beyond them hold the case itself.
    fn run(&mut self, changes: &[LeverChange<'_>], measured: &[Measured]) -> Result<Option<Vec<Lanes>>, ResolveError> {
        let case = self.case;
        let resolver = match &mut self.resolver {
            Some(resolver) => resolver,
            none => none.insert(Resolver::new(case)?),
        };
        let mut given: Vec<Vec<(usize, Option<&Setting>)>> = vec![Vec::new(); self.levers.len()];
        for (lane, change) in changes.iter().enumerate() {
            for (lever, setting) in change {
                given[*lever].push((lane, setting.as_deref()));
            }
        }
        for (lever, given) in self.levers.iter().zip(&given).filter(|(_, given)| !given.is_empty()) {
            lever.give(case, given, resolver)?;
        }
        let mut values = vec![[Lanes::splat(f64::NAN); 2]; measured.len()];
        let last = measured.iter().map(|one| one.year).max().unwrap_or(case.baseline.inputs.horizon.end());
        let has_answer = self.kernel.run(resolver, last, |kernel, buffers, year| {
            for (value, one) in values.iter_mut().zip(measured) {
                if one.from == Some(year) {
                    value[0] = kernel.measure(buffers, one.series);
                }
                if one.year == year {
                    value[1] = kernel.measure(buffers, one.series);
                }
            }
        });
        for (lever, _) in self.levers.iter().zip(&given).filter(|(_, given)| !given.is_empty()) {
            resolver.set(&lever.key, case.settings.get(&lever.key).map(Cow::Borrowed))?;
        }
        let figures = values.into_iter().zip(measured).map(|(value, one)| one.figure(value));
        Ok(has_answer.then(|| figures.collect()))
    }
}

/// A figure as blocks measure it: a series in a year, or its growth a year since another.
struct Measured {
    series: MeasuredSeries,
    year: Year,
    from: Option<Year>,
}

impl Measured {
    fn of(metric: &Metric) -> Option<Self> {
        let variable = if metric.since.is_some() { metric.level() } else { metric.variable };
        let series = MeasuredSeries { variable, line: metric.line };
        let has_it = variable.is_measured() && variable.coverage().has(metric.line.kind());
        has_it.then(|| Self { series, year: metric.year, from: metric.since.map(|since| since - 1) })
    }

    fn figure(&self, [from, to]: [Lanes; 2]) -> Lanes {
        match self.from {
            Some(from_year) => average_growth(from, to, self.year - from_year),
            None => to,
        }
    }
}

impl Changed {
    /// Gives a lever what some lanes give it, and what the case has in the others.
    fn give(
        &self,
        case: Case<'_>,
        given: &[(usize, Option<&Setting>)],
        resolver: &mut Resolver<'_, Lanes>,
    ) -> Result<(), ResolveError> {
        let own = case.setting(&self.key);
        let own = own.as_deref();
        match &self.default {
            Defaults::Shares(default) => {
                let share = |setting: Option<&Setting>, id: &String, share: f64| {
                    let table = setting.and_then(Setting::shares);
                    table.map_or(share, |table| table.number(id).unwrap_or(0.0))
                };
                let part = |(id, default): (String, f64)| {
                    let lanes = given.iter().map(|(lane, setting)| (*lane, share(*setting, &id, default)));
                    let numbers = per_lane(share(own, &id, default), lanes);
                    (id, numbers)
                };
                resolver.set_parts(&self.key, default.iter().map(part).collect())
            }
            Defaults::Path(default) => {
                let horizon = case.baseline.inputs.horizon;
                let path = |setting: Option<&Setting>| -> Path {
                    match setting {
                        Some(Setting::Switch(on)) => vec![f64::from(u8::from(*on)); horizon.len()],
                        Some(setting) => setting.path(horizon, default),
                        None => default.clone(),
                    }
                };
                let own = path(own);
                let mut paths: Vec<(usize, std::rc::Rc<Path>)> = Vec::with_capacity(given.len());
                for (position, (lane, setting)) in given.iter().enumerate() {
                    // Sets of players give a lever one and the same setting in many lanes.
                    let before =
                        position.checked_sub(1).and_then(|before| Some((given.get(before)?.1, paths.get(before)?)));
                    let again = before.filter(|(other, _)| is_same_setting(*other, *setting));
                    let path = again.map_or_else(|| std::rc::Rc::new(path(*setting)), |(_, path)| path.1.clone());
                    paths.push((*lane, path));
                }
                let numbers = |(t, own): (usize, &f64)| {
                    per_lane(*own, paths.iter().map(|(lane, path)| (*lane, path.get(t).copied().unwrap_or(*own))))
                };
                resolver.set_values(&self.key, own.iter().enumerate().map(numbers).collect())
            }
        }
    }
}

/// Whether two settings are one and the same in memory.
fn is_same_setting(one: Option<&Setting>, other: Option<&Setting>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => std::ptr::eq(one, other),
        (None, None) => true,
        (Some(_), None) | (None, Some(_)) => false,
    }
}

/// A number of the case, with other numbers in some lanes.
fn per_lane(own: f64, given: impl Iterator<Item = (usize, f64)>) -> Lanes {
    let mut lanes = Lanes([own; LANES]);
    for (lane, number) in given {
        if let Some(place) = lanes.0.get_mut(lane) {
            *place = number;
        }
    }
    lanes
}
