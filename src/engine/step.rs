//! One year of output, employment, taxes and capital (E6–E8, E10–E16), for one run or for a block of draws.
//!
//! Calls the equations in order, adds up lines, and contains no equation.

#![expect(clippy::inline_always, reason = "a block of draws is vectorised only where its arithmetic is inlined")]

use super::conditions::{SectorConditions, YearConditions};
use super::equations::{accounts, investment, labour, land, potential, shock, spillover};
use super::inputs::Inputs;
use super::model_figure::ModelFigure;
use super::real::{Lift, Real, choose, is_on_everywhere, is_on_nowhere};

/// What one year hands to the next.
#[derive(Debug, Clone)]
pub(crate) struct State<R> {
    /// Productivity p of closure P; it stays at its base in closure K.
    pub(crate) productivity: Vec<R>,
    /// TFP A of closure K; it stays at its base in closure P.
    pub(crate) tfp: Vec<R>,
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
pub(crate) struct YearView<'a, C> {
    pub(crate) inputs: &'a Inputs<C>,
    pub(crate) index: usize,
    pub(crate) year: &'a YearConditions<C>,
    pub(crate) sectors: &'a [SectorConditions<C>],
}

impl<C> Clone for YearView<'_, C> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<C> Copy for YearView<'_, C> {}

impl<C: Real> YearView<'_, C> {
    /// Gives a figure of the year its name.
    #[inline(always)]
    fn name<R: Lift<C>>(self, value: R, figure: ModelFigure) -> R {
        value.named(figure.at(self.index), R::lift(self.inputs.years[self.index]))
    }
}

impl<R: Real> State<R> {
    /// The state of the base year.
    #[inline(always)]
    pub(crate) fn base<C: Real>(inputs: &Inputs<C>) -> Self
    where
        R: Lift<C>,
    {
        let mut state = Self { productivity: Vec::new(), tfp: Vec::new(), capital: Vec::new() };
        state.rebase(inputs);
        state
    }

    /// Becomes the state of a base year: levels follow from output, employment and capital.
    #[inline(always)]
    pub(crate) fn rebase<C: Real>(&mut self, inputs: &Inputs<C>)
    where
        R: Lift<C>,
    {
        let year = R::lift(inputs.years[0]);
        for levels in [&mut self.productivity, &mut self.tfp, &mut self.capital] {
            levels.clear();
        }
        for (s, sector) in inputs.sectors.iter().enumerate() {
            let productivity = R::lift(sector.output / sector.employment);
            self.productivity.push(productivity.named(ModelFigure::Productivity(s).at(0), year));
            // Closure P does not read it; its price is that of the base year.
            if is_on_nowhere(inputs.capital_closure) {
                self.tfp.push(R::ONE);
            } else {
                let level: C =
                    potential::implied_tfp(sector.output, sector.capital, sector.employment, sector.capital_elasticity);
                self.tfp.push(R::lift(level).named(ModelFigure::Tfp(s).at(0), year));
            }
            self.capital.push(R::lift(sector.capital).named(ModelFigure::Capital(s).at(0), year));
        }
    }

    /// Takes the figures of another state, without new memory.
    #[inline(always)]
    pub(crate) fn copy_from(&mut self, other: &Self) {
        self.productivity.clone_from(&other.productivity);
        self.tfp.clone_from(&other.tfp);
        self.capital.clone_from(&other.capital);
    }
}

impl<R: Real> Flow<R> {
    /// The base year.
    #[inline(always)]
    pub(crate) fn base<C: Real>(view: YearView<'_, C>) -> Self
    where
        R: Lift<C>,
    {
        let mut flow = Self {
            potential: Vec::new(),
            output: Vec::new(),
            employment: Vec::new(),
            investment: Vec::new(),
            within_land: Vec::new(),
            gross_value_added: R::ZERO,
            taxes: R::ZERO,
            grdp: R::ZERO,
            ordinary_investment: R::ZERO,
            demanded_on_land: R::ZERO,
        };
        flow.rebase(view);
        flow
    }

    /// Becomes a base year: output and taxes are data, employment is data and the jobs of projects already paid.
    #[inline(always)]
    pub(crate) fn rebase<C: Real>(&mut self, view: YearView<'_, C>)
    where
        R: Lift<C>,
    {
        for levels in
            [&mut self.potential, &mut self.within_land, &mut self.output, &mut self.investment, &mut self.employment]
        {
            levels.clear();
        }
        for (s, sector) in view.inputs.sectors.iter().enumerate() {
            let output = R::lift(sector.output);
            self.potential.push(view.name(output, ModelFigure::PotentialOutput(s)));
            self.within_land.push(view.name(output, ModelFigure::DemandedOutput(s)));
            if sector.on_limited_land {
                view.name(output, ModelFigure::OutputWithinLand(s));
            }
            self.output.push(view.name(output, ModelFigure::Output(s)));
            let employment = R::lift(view.sectors[s].structural_employment);
            self.employment.push(view.name(employment, ModelFigure::Employment(s)));
            self.investment.push(R::ZERO);
        }
        self.taxes = view.name(R::lift(view.inputs.taxes.base), ModelFigure::ProductTaxes);
        self.demanded_on_land = R::ZERO;
        self.add_up(view);
        self.invest(view);
    }

    /// Takes the figures of another year, without new memory.
    #[inline(always)]
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
    pub(crate) fn was_held_at_zero(&self, sector: usize) -> bool {
        self.output[sector].lowest() <= 0.0 && self.within_land[sector].highest() > 0.0
    }

    /// E14: gross value added, and GRDP with product taxes.
    #[inline(always)]
    fn add_up<C: Real>(&mut self, view: YearView<'_, C>)
    where
        R: Lift<C>,
    {
        if view.index > 0 {
            let ratio = view.inputs.taxes.ratio[view.index];
            self.gross_value_added = view.name(sum(&self.output), ModelFigure::GrossValueAdded);
            let taxes = accounts::product_taxes(ratio, self.gross_value_added);
            self.taxes = view.name(taxes, ModelFigure::ProductTaxes);
        } else {
            self.gross_value_added = view.name(sum(&self.output), ModelFigure::GrossValueAdded);
        }
        self.grdp = view.name(accounts::grdp(self.gross_value_added, self.taxes), ModelFigure::Grdp);
    }

    /// E15 for every sector.
    #[inline(always)]
    fn invest<C: Real>(&mut self, view: YearView<'_, C>)
    where
        R: Lift<C>,
    {
        let ordinary = investment::ordinary_investment(view.inputs.investment_rate[view.index], self.grdp);
        self.ordinary_investment = view.name(ordinary, ModelFigure::OrdinaryInvestment);
        for (s, sector) in view.inputs.sectors.iter().enumerate() {
            let investment = investment::sector_investment(
                sector.investment_share,
                self.ordinary_investment,
                sector.green_share[view.index],
                view.sectors[s].disbursement,
            );
            self.investment[s] = view.name(investment, ModelFigure::Investment(s));
        }
    }
}

/// E16 for every sector: the capital with which a year starts, from the investment of the year before.
#[inline(always)]
pub(crate) fn build_capital<C: Real, R: Lift<C>>(view: YearView<'_, C>, state: &mut State<R>, flow: &Flow<R>) {
    for (s, sector) in view.inputs.sectors.iter().enumerate() {
        let capital = investment::next_capital(state.capital[s], sector.depreciation, flow.investment[s]);
        state.capital[s] = view.name(capital, ModelFigure::Capital(s));
    }
}

/// Computes one projected year from the state that the year before left.
///
/// `innovation`, where given, multiplies the productivity or TFP level of each sector (`docs/model.md`, Uncertainty).
#[inline(always)]
pub(crate) fn advance<C: Real, R: Lift<C>>(
    view: YearView<'_, C>,
    state: &mut State<R>,
    innovation: Option<&[R]>,
    flow: &mut Flow<R>,
) {
    produce(view, state, innovation, flow);
    limit_by_land(view, flow);
    spill(view, flow);
    for (s, sector) in view.inputs.sectors.iter().enumerate() {
        let employment = labour::employment(
            view.sectors[s].structural_employment,
            flow.output[s],
            flow.potential[s],
            sector.utilisation_elasticity,
        );
        flow.employment[s] = view.name(employment, ModelFigure::Employment(s));
    }
    flow.add_up(view);
    flow.invest(view);
}

/// The next level of productivity or TFP of a sector, with the innovation of a draw.
#[inline(always)]
fn raise_level<C: Real, R: Lift<C>>(level: R, growth: [C; 2], innovation: Option<&R>) -> R {
    let next = potential::next_level(level, growth[0], growth[1]);
    innovation.map_or(next, |factor| potential::innovated_level(next, *factor))
}

/// E6–E9: levels, potential output and demand after shocks.
#[inline(always)]
fn produce<C: Real, R: Lift<C>>(
    view: YearView<'_, C>,
    state: &mut State<R>,
    innovation: Option<&[R]>,
    flow: &mut Flow<R>,
) {
    let closure = view.inputs.capital_closure;
    for (s, sector) in view.inputs.sectors.iter().enumerate() {
        let (conditions, added) = (&view.sectors[s], sector.growth_added[view.index]);
        let factor = innovation.and_then(|factors| factors.get(s));
        let mut potential = [R::ZERO; 2];
        if !is_on_everywhere(closure) {
            let level = raise_level(state.productivity[s], [sector.productivity_growth[view.index], added], factor);
            let level = view.name(level, ModelFigure::Productivity(s));
            state.productivity[s] = level;
            potential[0] =
                potential::potential_from_productivity(level, conditions.skills, conditions.effective_labour);
        }
        if !is_on_nowhere(closure) {
            let level = raise_level(state.tfp[s], [sector.tfp_growth[view.index], added], factor);
            let level = view.name(level, ModelFigure::Tfp(s));
            state.tfp[s] = level;
            let labour = potential::skilled_labour(conditions.skills, conditions.structural_employment);
            potential[1] =
                potential::potential_from_capital(level, state.capital[s], labour, sector.capital_elasticity);
        }
        let potential = choose(closure, potential[1], potential[0]);
        flow.potential[s] = view.name(potential, ModelFigure::PotentialOutput(s));
        let demanded = shock::demanded_output(flow.potential[s], conditions.shock);
        flow.within_land[s] = view.name(demanded, ModelFigure::DemandedOutput(s));
    }
}

/// E10: sectors on limited land share its capacity.
#[inline(always)]
fn limit_by_land<C: Real, R: Lift<C>>(view: YearView<'_, C>, flow: &mut Flow<R>) {
    let mut on_land = R::ZERO;
    for (s, sector) in view.inputs.sectors.iter().enumerate() {
        if sector.on_limited_land {
            on_land = on_land + flow.within_land[s];
        }
    }
    let on_land = view.name(on_land, ModelFigure::DemandedOnLand);
    flow.demanded_on_land = on_land;
    if is_on_nowhere(view.inputs.land_limit) {
        return;
    }
    for (s, sector) in view.inputs.sectors.iter().enumerate() {
        if sector.on_limited_land {
            let demanded = flow.within_land[s];
            let limited = land::limited_output(demanded, on_land, view.year.land_capacity);
            let limited = choose(view.inputs.land_limit, limited, demanded);
            flow.within_land[s] = view.name(limited, ModelFigure::OutputWithinLand(s));
        }
    }
}

/// E11: what drivers gain or lose against the baseline reaches the other sectors; a sector's output does not fall below 0.
#[inline(always)]
fn spill<C: Real, R: Lift<C>>(view: YearView<'_, C>, flow: &mut Flow<R>) {
    let spillover = &view.inputs.spillover;
    for s in 0..view.inputs.sectors.len() {
        let own = flow.within_land[s];
        let mut output = own;
        let receives = !spillover.drivers.is_empty() && !spillover.drivers.contains(&s);
        if receives && !is_on_nowhere(spillover.enabled) {
            for (d, &driver) in spillover.drivers.iter().enumerate() {
                let reference = spillover.reference_output[d][view.index];
                output = output + spillover::spillover(spillover.matrix[s][d], flow.within_land[driver], reference);
            }
            output = choose(spillover.enabled, spillover::output_with_spillover(output), own);
        }
        flow.output[s] = view.name(output, ModelFigure::Output(s));
    }
}

#[inline(always)]
fn sum<R: Real>(values: &[R]) -> R {
    let mut total = R::ZERO;
    for value in values {
        total = total + *value;
    }
    total
}
