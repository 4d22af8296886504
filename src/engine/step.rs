//! One year of output, employment, taxes and capital (E6–E8, E10–E16), for one run or for a block of draws.
//!
//! Calls the equations in order and contains none.

#![expect(clippy::inline_always, reason = "a block of draws is vectorised only where its arithmetic is inlined")]

use super::Closure;
use super::conditions::{SectorConditions, YearConditions};
use super::equations::{accounts, investment, labour, land, potential, spillover};
use super::inputs::Inputs;
use super::real::Real;

/// What one year hands to the next.
#[derive(Debug, Clone)]
pub(crate) struct State<R> {
    /// Productivity p in closure P, TFP A in closure K.
    pub(crate) level: Vec<R>,
    /// Capital at the start of the year.
    pub(crate) capital: Vec<R>,
}

/// What one year produces.
#[derive(Debug, Clone)]
pub(crate) struct Flow<R> {
    pub(crate) potential: Vec<R>,
    pub(crate) output: Vec<R>,
    pub(crate) employment: Vec<R>,
    pub(crate) investment: Vec<R>,
    pub(crate) gross_value_added: R,
    pub(crate) taxes: R,
    pub(crate) grdp: R,
    /// Investment at the ordinary rate, before green conversion and projects.
    pub(crate) ordinary_investment: R,
    /// Demanded output of the sectors on limited land.
    pub(crate) demanded_on_land: R,
    within_land: Vec<R>,
}

/// One year's conditions and its position in the paths.
#[derive(Clone, Copy)]
pub(crate) struct YearView<'a> {
    pub(crate) inputs: &'a Inputs,
    pub(crate) index: usize,
    pub(crate) year: &'a YearConditions,
    pub(crate) sectors: &'a [SectorConditions],
}

/// Other values in the memory of a list.
fn refill<R>(list: &mut Vec<R>, values: impl Iterator<Item = R>) {
    list.clear();
    list.extend(values);
}

impl<R: Real> State<R> {
    /// The state of the base year.
    pub(crate) fn base(inputs: &Inputs) -> Self {
        let mut state = Self { level: Vec::new(), capital: Vec::new() };
        state.rebase(inputs);
        state
    }

    /// Becomes the state of a base year: levels follow from output, employment and capital.
    pub(crate) fn rebase(&mut self, inputs: &Inputs) {
        let level = |sector: &super::SectorInputs| match inputs.closure {
            Closure::Productivity => sector.output / sector.employment,
            Closure::Capital => {
                potential::implied_tfp(sector.output, sector.capital, sector.employment, sector.capital_elasticity)
            }
        };
        refill(&mut self.level, inputs.sectors.iter().map(|sector| R::splat(level(sector))));
        refill(&mut self.capital, inputs.sectors.iter().map(|sector| R::splat(sector.capital)));
    }
}

impl<R: Real> State<R> {
    /// Takes the figures of another state, without new memory.
    pub(crate) fn copy_from(&mut self, other: &Self) {
        self.level.clone_from(&other.level);
        self.capital.clone_from(&other.capital);
    }
}

impl<R: Real> Flow<R> {
    /// The base year.
    pub(crate) fn base(view: YearView<'_>) -> Self {
        let zero = R::splat(0.0);
        let mut flow = Self {
            potential: Vec::new(),
            output: Vec::new(),
            employment: Vec::new(),
            investment: Vec::new(),
            within_land: Vec::new(),
            gross_value_added: zero,
            taxes: zero,
            grdp: zero,
            ordinary_investment: zero,
            demanded_on_land: zero,
        };
        flow.rebase(view);
        flow
    }

    /// Becomes a base year: output and taxes are data, employment is data and the jobs of projects already paid.
    pub(crate) fn rebase(&mut self, view: YearView<'_>) {
        let inputs = view.inputs;
        for levels in [&mut self.potential, &mut self.output, &mut self.investment, &mut self.within_land] {
            refill(levels, inputs.sectors.iter().map(|sector| R::splat(sector.output)));
        }
        refill(&mut self.employment, view.sectors.iter().map(|sector| R::splat(sector.structural_employment)));
        self.taxes = R::splat(inputs.taxes.base);
        self.demanded_on_land = R::splat(0.0);
        self.gross_value_added = sum(&self.output);
        self.grdp = accounts::grdp(self.gross_value_added, self.taxes);
        self.invest(view);
    }

    /// Takes the figures of another year, without new memory.
    pub(crate) fn copy_from(&mut self, other: &Self) {
        self.potential.clone_from(&other.potential);
        self.output.clone_from(&other.output);
        self.employment.clone_from(&other.employment);
        self.investment.clone_from(&other.investment);
        self.within_land.clone_from(&other.within_land);
        self.gross_value_added = other.gross_value_added;
        self.taxes = other.taxes;
        self.grdp = other.grdp;
        self.ordinary_investment = other.ordinary_investment;
        self.demanded_on_land = other.demanded_on_land;
    }

    /// Whether spillover took all that the land left of a sector's output.
    pub(crate) fn was_held_at_zero(&self, sector: usize) -> bool
    where
        R: PartialOrd,
    {
        self.output[sector] <= R::splat(0.0) && self.within_land[sector] > R::splat(0.0)
    }

    /// E15 for every sector.
    #[inline(always)]
    fn invest(&mut self, view: YearView<'_>) {
        self.ordinary_investment = R::splat(view.inputs.investment_rate[view.index]) * self.grdp;
        for (s, sector) in view.inputs.sectors.iter().enumerate() {
            self.investment[s] = investment::sector_investment(
                sector.investment_share,
                self.ordinary_investment,
                sector.green_share[view.index],
                view.sectors[s].disbursement,
            );
        }
    }
}

/// E16 for every sector: the capital with which the next year starts.
#[inline(always)]
pub(crate) fn build_capital<R: Real>(inputs: &Inputs, state: &mut State<R>, flow: &Flow<R>) {
    for (s, sector) in inputs.sectors.iter().enumerate() {
        state.capital[s] = investment::next_capital(state.capital[s], sector.depreciation, flow.investment[s]);
    }
}

/// Computes one projected year from the state that the year before left.
///
/// `innovation`, where given, multiplies the productivity or TFP level of each sector (`docs/model.md`, Uncertainty).
#[inline(always)]
pub(crate) fn advance<R: Real>(view: YearView<'_>, state: &mut State<R>, innovation: Option<&[R]>, flow: &mut Flow<R>) {
    produce(view, state, innovation, flow);
    limit_by_land(view, flow);
    spill(view, flow);
    for (s, sector) in view.inputs.sectors.iter().enumerate() {
        flow.employment[s] = labour::employment(
            view.sectors[s].structural_employment,
            flow.output[s],
            flow.potential[s],
            sector.utilisation_elasticity,
        );
    }
    flow.gross_value_added = sum(&flow.output);
    flow.taxes = accounts::product_taxes(view.inputs.taxes.ratio[view.index], flow.gross_value_added);
    flow.grdp = accounts::grdp(flow.gross_value_added, flow.taxes);
    flow.invest(view);
}

/// E6–E9: levels, potential output and demand after shocks.
#[inline(always)]
fn produce<R: Real>(view: YearView<'_>, state: &mut State<R>, innovation: Option<&[R]>, flow: &mut Flow<R>) {
    for (s, sector) in view.inputs.sectors.iter().enumerate() {
        let conditions = view.sectors[s];
        let growth = match view.inputs.closure {
            Closure::Productivity => sector.productivity_growth[view.index],
            Closure::Capital => sector.tfp_growth[view.index],
        };
        let mut level = potential::next_level(state.level[s], growth, sector.growth_added[view.index]);
        if let Some(factor) = innovation.and_then(|factors| factors.get(s)) {
            level = level * *factor;
        }
        state.level[s] = level;
        flow.potential[s] = match view.inputs.closure {
            Closure::Productivity => {
                potential::potential_from_productivity(level, conditions.skills, conditions.effective_labour)
            }
            Closure::Capital => potential::potential_from_capital(
                level,
                state.capital[s],
                conditions.skills * conditions.structural_employment,
                sector.capital_elasticity,
            ),
        };
        flow.within_land[s] = flow.potential[s] * R::splat(1.0 + conditions.shock);
    }
}

/// E10: sectors on limited land share its capacity.
#[inline(always)]
fn limit_by_land<R: Real>(view: YearView<'_>, flow: &mut Flow<R>) {
    let mut on_land = R::splat(0.0);
    for (s, sector) in view.inputs.sectors.iter().enumerate() {
        if sector.on_limited_land {
            on_land = on_land + flow.within_land[s];
        }
    }
    flow.demanded_on_land = on_land;
    if !view.inputs.land_limit {
        return;
    }
    for (s, sector) in view.inputs.sectors.iter().enumerate() {
        if sector.on_limited_land {
            flow.within_land[s] = land::limited_output(flow.within_land[s], on_land, view.year.land_capacity);
        }
    }
}

/// E11: what drivers gain or lose against the baseline reaches the other sectors; a sector's output does not fall below 0.
#[inline(always)]
fn spill<R: Real>(view: YearView<'_>, flow: &mut Flow<R>) {
    let spillover = &view.inputs.spillover;
    for s in 0..view.inputs.sectors.len() {
        let mut output = flow.within_land[s];
        if spillover.enabled && !spillover.drivers.contains(&s) {
            for (d, &driver) in spillover.drivers.iter().enumerate() {
                let gained = spillover::spillover(
                    spillover.matrix[s][d],
                    flow.within_land[driver],
                    spillover.reference_output[d][view.index],
                );
                output = output + gained;
            }
            output = output.larger(R::splat(0.0));
        }
        flow.output[s] = output;
    }
}

#[inline(always)]
fn sum<R: Real>(values: &[R]) -> R {
    let mut total = R::splat(0.0);
    for value in values {
        total = total + *value;
    }
    total
}
