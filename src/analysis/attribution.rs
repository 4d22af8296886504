//! Which assumption did it: the difference between two cases divided over groups of levers, whatever the order (Shapley).
//!
//! `φ_g = Σ_S |S|! (G − |S| − 1)! / G! [y(S + g) − y(S)]` over all sets of the other groups (Shorrocks, 2013).
//! Exact up to eight groups, from `2^G` runs; above, the mean over 2,000 permutations taken in antithetic pairs, with standard errors.

use super::error::{AnalysisError, require_value};
use super::metric::Metric;
use super::random::{Philox, Purpose};
use super::side_by_side::{LeverChange, SideBySide};
use crate::engine::simulate;
use crate::scenario::lever::Cause;
use crate::scenario::setting::{LeverKey, Setting};
use crate::scenario::{Case, Resolver};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// Most groups whose attribution is exact.
pub const MOST_EXACT: usize = 8;
/// Permutations drawn above that, half of them the reverse of the other half.
pub const PERMUTATIONS: usize = 2000;
/// Most players that a sampled attribution can tell apart.
const MOST_PLAYERS: usize = 100;
/// Seed of the permutations: the same question has the same answer on every machine.
const SEED: u64 = 2030;

/// Between what a difference is divided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Grouping {
    /// Groups of levers.
    #[default]
    Causes,
    /// Single levers; groups where more than a hundred differ.
    Levers,
}

/// What gets a part of the difference.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Player {
    /// A group of levers.
    Cause(Cause),
    /// A lever by itself.
    Lever(LeverKey),
}

/// The part of one group.
#[derive(Debug, Clone, PartialEq)]
pub struct Term {
    /// The group or lever.
    pub player: Player,
    /// Levers of it that differ.
    pub levers: Vec<LeverKey>,
    /// Its part of the difference, the average over all orders (Shapley value), in the unit of the figure's variable.
    pub value: f64,
    /// Standard error of the part, in the same unit; `None` if the part is exact.
    pub standard_error: Option<f64>,
    /// Its part if it is counted before all others, in the same unit.
    pub first: f64,
    /// Its part if it is counted after all others, in the same unit.
    pub last: f64,
    /// Its part in the listed order, in the same unit.
    pub listed: f64,
    /// Its part in the reverse of the listed order, in the same unit.
    pub reverse: f64,
}

/// A difference and its parts, which sum to it.
#[derive(Debug, Clone, PartialEq)]
pub struct Attribution {
    /// The figure.
    pub metric: Metric,
    /// Its value in the first case, in the unit of its variable.
    pub from: f64,
    /// Its value in the second case, in the unit of its variable.
    pub to: f64,
    /// Parts in the listed order.
    pub terms: Vec<Term>,
    /// Number of runs behind it.
    pub runs: usize,
    /// Permutations drawn; `None` where the attribution is exact.
    pub permutations: Option<usize>,
}

impl Attribution {
    /// Second value less first, in the unit of the figure's variable.
    pub fn difference(&self) -> f64 {
        self.to - self.from
    }

    /// Sum of the parts, in the unit of the figure's variable; equal to the difference up to rounding.
    pub fn sum(&self) -> f64 {
        self.terms.iter().map(|term| term.value).sum()
    }
}

/// Divides the difference between two cases of a study, for several figures from one set of runs.
///
/// Both cases are of one study and run in the closure of the first.
///
/// # Errors
/// [`AnalysisError`] if a mix of both cases gives no projection, or a figure does not exist in it.
pub fn attribute(
    [from, to]: [Case<'_>; 2],
    grouping: Grouping,
    metrics: &[Metric],
) -> Result<Vec<Attribution>, AnalysisError> {
    let players = players([from, to], grouping);
    let mut coalitions = Coalitions::new([from, to], &players, metrics)?;
    if players.len() <= MOST_EXACT {
        let values = coalitions.all()?;
        let table = |mask: u128| usize::try_from(mask).ok().and_then(|at| values.get(at)).map(Vec::as_slice);
        return Ok(exact(&players, metrics, values.len(), &|mask, m| table(mask).map_or(f64::NAN, |row| row[m])));
    }
    sample_orders(&players, metrics, &mut coalitions)
}

/// A player with the levers in which the two cases differ.
struct Entrant<'a> {
    player: Player,
    changes: Vec<Change<'a>>,
    is_baseline: bool,
}

struct Change<'a> {
    key: &'a LeverKey,
    from: Option<&'a Setting>,
    to: Option<&'a Setting>,
}

/// Groups or levers in which two cases differ, in the listed order.
fn players<'a>([from, to]: [Case<'a>; 2], grouping: Grouping) -> Vec<Entrant<'a>> {
    let keys: BTreeSet<&LeverKey> = from.settings.entries().chain(to.settings.entries()).map(|(key, _)| key).collect();
    let mut groups: BTreeMap<(Cause, Option<&LeverKey>), Vec<Change<'a>>> = BTreeMap::new();
    for key in keys {
        let change = Change { key, from: from.settings.get(key), to: to.settings.get(key) };
        if change.from == change.to {
            continue;
        }
        let single = (grouping == Grouping::Levers).then_some(key);
        groups.entry((key.lever.spec().cause, single)).or_default().push(change);
    }
    if groups.len() >= MOST_PLAYERS {
        return players([from, to], Grouping::Causes);
    }
    let other_baseline = (from.baseline.id != to.baseline.id).then(|| Entrant {
        player: Player::Cause(Cause::Baseline),
        changes: Vec::new(),
        is_baseline: true,
    });
    let entrants = groups.into_iter().map(|((cause, single), changes)| Entrant {
        player: single.map_or(Player::Cause(cause), |key| Player::Lever(key.clone())),
        changes,
        is_baseline: false,
    });
    other_baseline.into_iter().chain(entrants).collect()
}

/// Values of the figures for every set of players who have their second case's settings.
struct Coalitions<'a> {
    players: &'a [Entrant<'a>],
    metrics: &'a [Metric],
    /// One for each baseline.
    resolvers: Vec<Resolver<'a>>,
    /// The set at which each resolver stands.
    masks: Vec<u128>,
    /// The same for sets that are run side by side.
    side_by_side: Vec<SideBySide<'a>>,
}

impl<'a> Coalitions<'a> {
    fn new(
        [from, to]: [Case<'a>; 2],
        players: &'a [Entrant<'a>],
        metrics: &'a [Metric],
    ) -> Result<Self, AnalysisError> {
        let mut cases = vec![from];
        if players.iter().any(|player| player.is_baseline) {
            cases.push(to.with_settings(from.settings));
        }
        let resolvers = cases.iter().map(|case| case.resolver()).collect::<Result<Vec<_>, _>>()?;
        let keys = || players.iter().flat_map(|player| &player.changes).map(|change| change.key);
        let side_by_side = cases.iter().map(|case| SideBySide::new(*case, keys())).collect();
        Ok(Self { players, metrics, masks: vec![0; cases.len()], resolvers, side_by_side })
    }

    /// The baseline on which a set runs.
    fn baseline_of(&self, mask: u128) -> usize {
        let of_baseline = |player: &Entrant<'_>, p: usize| player.is_baseline && mask >> p & 1 == 1;
        let other = self.players.iter().enumerate().any(|(p, player)| of_baseline(player, p));
        usize::from(other && self.resolvers.len() > 1)
    }

    /// What a set changes: each of its players gives the second case's settings; the baseline's player changes none.
    fn change_of(&self, mask: u128) -> LeverChange<'a> {
        let mut change = LeverChange::new();
        let mut lever = 0;
        for (p, player) in self.players.iter().enumerate() {
            if mask >> p & 1 == 1 {
                let given = player.changes.iter().enumerate();
                change.extend(given.map(|(position, one)| (lever + position, one.to.map(Cow::Borrowed))));
            }
            lever += player.changes.len();
        }
        change
    }

    /// Figures of several sets, side by side; where one of them has no answer, each by itself, so that the first says why.
    fn run_sets(&mut self, masks: &[u128]) -> Result<Vec<Vec<f64>>, AnalysisError> {
        let mut values = vec![Vec::new(); masks.len()];
        for at in 0..self.side_by_side.len() {
            let own: Vec<usize> = (0..masks.len()).filter(|&place| self.baseline_of(masks[place]) == at).collect();
            let changes: Vec<LeverChange<'_>> = own.iter().map(|&place| self.change_of(masks[place])).collect();
            let found = self.side_by_side[at].figures(&changes, self.metrics)?;
            match found {
                Some(rows) => own.iter().zip(rows).for_each(|(&place, row)| values[place] = row),
                None => own.iter().try_for_each(|&place| {
                    values[place] = self.run(masks[place])?;
                    Ok::<(), AnalysisError>(())
                })?,
            }
        }
        Ok(values)
    }

    /// One run: figures where the players of a set have joined. Only those who come or go are resolved again.
    fn run(&mut self, mask: u128) -> Result<Vec<f64>, AnalysisError> {
        let at = self.baseline_of(mask);
        let resolver = &mut self.resolvers[at];
        let mut changed = self.masks[at] ^ mask;
        while changed != 0 {
            let p = changed.trailing_zeros() as usize;
            changed &= changed - 1;
            let joins = mask >> p & 1 == 1;
            for change in &self.players[p].changes {
                let setting = if joins { change.to } else { change.from };
                resolver.set(change.key, setting.map(Cow::Borrowed))?;
            }
        }
        self.masks[at] = mask;
        let projection = simulate(resolver.inputs()?)?;
        let value = |metric: &Metric| require_value(metric, &projection);
        self.metrics.iter().map(value).collect()
    }

    /// Figures of every set, by set.
    fn all(&mut self) -> Result<Vec<Vec<f64>>, AnalysisError> {
        let masks: Vec<u128> = (0..1_u128 << self.players.len()).collect();
        self.run_sets(&masks)
    }
}

/// A set's value of a figure, by position of the figure.
type Value<'a> = &'a dyn Fn(u128, usize) -> f64;

fn exact(players: &[Entrant<'_>], metrics: &[Metric], runs: usize, value: Value<'_>) -> Vec<Attribution> {
    let n_players = players.len();
    let attribution = |m| {
        let parts = divide(n_players, &|mask| value(mask, m)).into_iter().map(|part| (part, None)).collect::<Vec<_>>();
        assemble(players, (metrics[m], m), value, &parts, (runs, None))
    };
    (0..metrics.len()).map(attribution).collect()
}

/// The part of each player in the value of all together less that of none: the average over all orders.
pub(super) fn divide(n_players: usize, value: &dyn Fn(u128) -> f64) -> Vec<f64> {
    let weights = weights(n_players);
    let part = |p: usize| {
        let without = (0..1_u128 << n_players).filter(|mask| mask >> p & 1 == 0);
        without.fold(0.0, |sum, mask| sum + weights[mask.count_ones() as usize] * (value(mask | 1 << p) - value(mask)))
    };
    (0..n_players).map(part).collect()
}

/// `k! (n − k − 1)! / n!` for k players before.
fn weights(n_players: usize) -> Vec<f64> {
    let mut weights = Vec::with_capacity(n_players);
    for before in 0..n_players {
        // 1 / (n · C(n − 1, k)), built without factorials.
        let choose = (0..before).fold(1.0, |c, i| c * (n_players - 1 - i) as f64 / (i + 1) as f64);
        weights.push(1.0 / (n_players as f64 * choose));
    }
    weights
}

fn assemble(
    players: &[Entrant<'_>],
    (metric, m): (Metric, usize),
    value: Value<'_>,
    parts: &[(f64, Option<f64>)],
    (runs, permutations): (usize, Option<usize>),
) -> Attribution {
    let everyone = all_of(players.len());
    let before = |p: usize| all_of(p);
    let terms = players.iter().zip(parts).enumerate().map(|(p, (entrant, &(part, standard_error)))| {
        let own = 1_u128 << p;
        let after = everyone & !before(p) & !own;
        Term {
            player: entrant.player.clone(),
            levers: entrant.changes.iter().map(|change| change.key.clone()).collect(),
            value: part,
            standard_error,
            first: value(own, m) - value(0, m),
            last: value(everyone, m) - value(everyone & !own, m),
            listed: value(before(p) | own, m) - value(before(p), m),
            reverse: value(after | own, m) - value(after, m),
        }
    });
    Attribution { metric, from: value(0, m), to: value(everyone, m), terms: terms.collect(), runs, permutations }
}

/// The set of the first players.
const fn all_of(count: usize) -> u128 {
    (1_u128 << count) - 1
}

/// Parts from permutations in antithetic pairs; every set is run once.
fn sample_orders(
    players: &[Entrant<'_>],
    metrics: &[Metric],
    coalitions: &mut Coalitions<'_>,
) -> Result<Vec<Attribution>, AnalysisError> {
    let (n_players, n_metrics) = (players.len(), metrics.len());
    let mut known = Known { coalitions, values: BTreeMap::new() };
    let generator = Philox::new(SEED);
    let n_pairs = PERMUTATIONS / 2;
    let mut sum = vec![0.0; n_players * n_metrics];
    let mut squares = vec![0.0; n_players * n_metrics];
    let mut order: Vec<usize> = (0..n_players).collect();
    for pair in 0..n_pairs {
        shuffle(&mut order, generator.numbers(pair as u64, Purpose::Orders));
        known.run_along(&order)?;
        let mut pair = vec![0.0; n_players * n_metrics];
        known.add_gains(order.iter().copied(), &mut pair)?;
        known.add_gains(order.iter().rev().copied(), &mut pair)?;
        for ((sum, square), gain) in sum.iter_mut().zip(&mut squares).zip(&pair) {
            let mean = gain / 2.0;
            *sum += mean;
            *square += mean * mean;
        }
    }
    let n = n_pairs as f64;
    let part = |p: usize, m: usize| {
        let mean = sum[p * n_metrics + m] / n;
        let variance = ((squares[p * n_metrics + m] / n - mean * mean) * n / (n - 1.0)).max(0.0);
        (mean, Some((variance / n).sqrt()))
    };
    for p in 0..n_players {
        let everyone = all_of(n_players);
        for mask in [1 << p, everyone & !(1 << p), all_of(p), everyone & !all_of(p)] {
            known.value(mask)?;
        }
    }
    known.value(0)?;
    known.value(all_of(n_players))?;
    let Known { values, .. } = known;
    let value = |mask: u128, m: usize| values.get(&mask).map_or(f64::NAN, |row| row[m]);
    let attribution = |m| {
        let parts: Vec<(f64, Option<f64>)> = (0..n_players).map(|p| part(p, m)).collect();
        assemble(players, (metrics[m], m), &value, &parts, (values.len(), Some(PERMUTATIONS)))
    };
    Ok((0..n_metrics).map(attribution).collect())
}

/// Figures by set, run when they are first asked for.
struct Known<'g, 'a> {
    coalitions: &'g mut Coalitions<'a>,
    values: BTreeMap<u128, Vec<f64>>,
}

impl Known<'_, '_> {
    /// Runs the sets that an order and its reverse go through and that are not known yet.
    fn run_along(&mut self, order: &[usize]) -> Result<(), AnalysisError> {
        let everyone = all_of(order.len());
        let mut mask = 0;
        let mut masks = vec![0, everyone];
        for &p in order {
            mask |= 1 << p;
            masks.extend([mask, everyone & !mask]);
        }
        masks.sort_unstable();
        masks.dedup();
        masks.retain(|mask| !self.values.contains_key(mask));
        let rows = self.coalitions.run_sets(&masks)?;
        self.values.extend(masks.into_iter().zip(rows));
        Ok(())
    }

    fn value(&mut self, mask: u128) -> Result<&[f64], AnalysisError> {
        if !self.values.contains_key(&mask) {
            let row = self.coalitions.run(mask)?;
            self.values.insert(mask, row);
        }
        Ok(self.values.get(&mask).map_or(&[], Vec::as_slice))
    }

    /// Adds what each player brings when all join in an order.
    fn add_gains(&mut self, order: impl Iterator<Item = usize>, gains: &mut [f64]) -> Result<(), AnalysisError> {
        let mut mask = 0;
        let mut before = self.value(mask)?.to_vec();
        for p in order {
            mask |= 1 << p;
            let after = self.value(mask)?.to_vec();
            let n_metrics = after.len();
            for (m, (after, before)) in after.iter().zip(&before).enumerate() {
                gains[p * n_metrics + m] += after - before;
            }
            before = after;
        }
        Ok(())
    }
}

/// Fisher and Yates; the multiplication maps 32 random bits on a short range with a bias below 2^-25.
fn shuffle(order: &mut [usize], words: impl Iterator<Item = u64>) {
    for (end, word) in (1..order.len()).rev().zip(words) {
        let drawn = (word * (end as u64 + 1)) >> 32;
        order.swap(end, drawn as usize);
    }
}
