//! Many runs of one set of inputs: what does not depend on output is computed once, memory is used again, and a run may be a block of draws.
//!
//! The equations are those of a single run; a kernel without innovations gives its bits.

#![expect(clippy::inline_always, reason = "a block of draws is vectorised only where its arithmetic is inlined")]

use super::condition_parts::ConditionParts;
use super::conditions::{Conditions, conditions, positive};
use super::error::EngineError;
use super::inputs::Inputs;
use super::line::Line;
use super::line_figures::LineFigures;
use super::projection::Projection;
use super::real::{Lift, Real};
use super::step::{Flow, State, advance, build_capital};
use super::variable::Variable;
use super::{check, view};
use crate::quantity::Horizon;
use std::sync::Arc;

/// Inputs that were checked, and the conditions of every year.
#[derive(Debug, Clone)]
pub struct Kernel<C = f64> {
    inputs: Arc<Inputs<C>>,
    conditions: Conditions<C>,
}

/// Where a run stands: the state, the flows of the year and the year before it; used for run after run.
#[derive(Debug, Clone)]
pub struct Buffers<R> {
    start: (State<R>, Flow<R>),
    state: State<R>,
    flow: Flow<R>,
    index: usize,
    soundness: Soundness<R>,
}

/// What the years of a run had that must be finite, and positive.
#[derive(Debug, Clone)]
struct Soundness<R> {
    /// The sum of all; whatever is not finite makes it so.
    sum: R,
    /// The smallest of all, at most 1; whatever is not positive is it.
    smallest: R,
}

impl<R: Real> Soundness<R> {
    const NEW: Self = Self { sum: R::ZERO, smallest: R::ONE };

    /// Takes a year in.
    #[inline(always)]
    fn watch(&mut self, state: &State<R>, flow: &Flow<R>) {
        for value in state.capital.iter().chain(&flow.potential).chain([&flow.grdp]) {
            self.sum = self.sum + *value;
            self.smallest = self.smallest.smaller(*value);
        }
    }
}

/// What a measure reads: a variable of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct MeasuredSeries {
    /// The variable, one of [`MeasuredSeries::variables`].
    pub variable: Variable,
    /// The line.
    pub line: Line,
}

impl MeasuredSeries {
    /// Variables that a kernel measures; each is a function of the flows of one year.
    pub fn variables() -> impl Iterator<Item = Variable> {
        Variable::ALL.into_iter().filter(|variable| variable.is_measured())
    }
}

/// A line of a run in the year where it stands: what measured variables are read from.
#[derive(Clone, Copy)]
struct LineOfRun<'a, C, R> {
    kernel: &'a Kernel<C>,
    run: &'a Buffers<R>,
    line: Line,
}

impl<C: Real, R: Lift<C>> LineFigures<R> for LineOfRun<'_, C, R> {
    #[inline(always)]
    fn line(self) -> Line {
        self.line
    }

    #[inline(always)]
    fn province(self) -> Self {
        Self { line: Line::Total, ..self }
    }

    #[inline(always)]
    fn n_sectors(self) -> usize {
        self.kernel.inputs.sectors.len()
    }

    #[inline(always)]
    fn has_sector(self, sector: usize) -> bool {
        self.kernel.inputs.is_of_line(self.line, sector)
    }

    #[inline(always)]
    fn sector_output(self, sector: usize) -> R {
        self.run.flow.output[sector]
    }

    #[inline(always)]
    fn sector_employment(self, sector: usize) -> R {
        self.run.flow.employment[sector]
    }

    #[inline(always)]
    fn sector_deflator(self, sector: usize) -> R {
        R::lift(self.kernel.conditions.of_year(self.run.index)[sector].deflator)
    }

    #[inline(always)]
    fn taxes(self) -> R {
        self.run.flow.taxes
    }

    #[inline(always)]
    fn tax_deflator(self) -> R {
        R::lift(self.kernel.conditions.years[self.run.index].tax_deflator)
    }

    #[inline(always)]
    fn grdp(self) -> R {
        self.run.flow.grdp
    }

    #[inline(always)]
    fn population(self) -> R {
        R::lift(self.kernel.conditions.years[self.run.index].population)
    }

    #[inline(always)]
    fn exchange_rate(self) -> R {
        R::lift(self.kernel.inputs.exchange_rate[self.run.index])
    }
}

impl<C: Real> Kernel<C> {
    /// Checks inputs and computes the conditions of every year.
    ///
    /// # Errors
    /// [`EngineError`] if an input is out of range, a path does not have one value a year, or the conditions of a year
    /// cannot be computed.
    pub fn new(inputs: &Arc<Inputs<C>>) -> Result<Self, EngineError> {
        check::check(inputs)?;
        Ok(Self { conditions: conditions(inputs)?, inputs: Arc::clone(inputs) })
    }

    /// An empty kernel; see [`Kernel::renew`].
    pub fn empty(inputs: &Arc<Inputs<C>>) -> Self {
        Self { conditions: Conditions::default(), inputs: Arc::clone(inputs) }
    }

    /// Takes inputs of which these parts have changed since the last time, without a check of their ranges.
    ///
    /// The kernel must let go of the inputs before they change: see [`Kernel::release`].
    ///
    /// # Errors
    /// [`EngineError`] if the conditions of a year cannot be computed; the next call then computes all parts.
    #[inline(always)]
    pub fn renew(&mut self, inputs: &Arc<Inputs<C>>, changed: ConditionParts) -> Result<(), EngineError> {
        self.inputs = Arc::clone(inputs);
        let renewed = self.conditions.renew(inputs, changed);
        if renewed.is_err() {
            // Parts were left half done: the next time all are computed.
            self.conditions = Conditions::default();
        }
        renewed
    }

    /// Lets go of the inputs, so that they can change in their memory; the conditions stay.
    pub fn release(&mut self, nothing: &Arc<Inputs<C>>) {
        self.inputs = Arc::clone(nothing);
    }

    /// Base year and last year.
    pub fn horizon(&self) -> Horizon {
        self.inputs.horizon
    }

    /// Number of sectors.
    pub fn n_sectors(&self) -> usize {
        self.inputs.sectors.len()
    }

    /// The inputs.
    pub fn inputs(&self) -> &Arc<Inputs<C>> {
        &self.inputs
    }

    /// Memory for runs, standing in the base year.
    pub fn buffers<R: Lift<C>>(&self) -> Buffers<R> {
        let start = (State::base(&self.inputs), Flow::base(view(&self.inputs, &self.conditions, 0)));
        Buffers { state: start.0.clone(), flow: start.1.clone(), start, index: 0, soundness: Soundness::NEW }
    }

    /// The same in the memory of runs of another kernel, where there are any.
    #[inline(always)]
    pub fn buffers_in<R: Lift<C>>(&self, memory: Option<Buffers<R>>) -> Buffers<R> {
        match memory {
            Some(mut buffers) => {
                self.rebase(&mut buffers);
                buffers
            }
            None => self.buffers(),
        }
    }

    /// Puts runs of another kernel to the base year of this one.
    #[inline(always)]
    pub fn rebase<R: Lift<C>>(&self, buffers: &mut Buffers<R>) {
        buffers.start.0.rebase(&self.inputs);
        buffers.start.1.rebase(view(&self.inputs, &self.conditions, 0));
        self.restart(buffers);
    }

    /// Puts a run back to the base year.
    #[inline(always)]
    pub fn restart<R: Real>(&self, buffers: &mut Buffers<R>) {
        buffers.state.copy_from(&buffers.start.0);
        buffers.flow.copy_from(&buffers.start.1);
        buffers.index = 0;
        buffers.soundness = Soundness::NEW;
    }

    /// Computes the next year; `innovation` multiplies the productivity or TFP level of each sector (`docs/model.md`, Uncertainty).
    #[inline(always)]
    pub fn step<R: Lift<C>>(&self, buffers: &mut Buffers<R>, innovation: Option<&[R]>) {
        buffers.index += 1;
        let year = view(&self.inputs, &self.conditions, buffers.index);
        build_capital(year, &mut buffers.state, &buffers.flow);
        advance(year, &mut buffers.state, innovation, &mut buffers.flow);
        buffers.soundness.watch(&buffers.state, &buffers.flow);
    }

    /// Whether every figure of the years since the base year is sound in every draw; the same statements that stop a single run.
    #[inline(always)]
    pub fn is_sound<R: Real>(&self, buffers: &Buffers<R>) -> bool {
        let Soundness { sum, smallest } = &buffers.soundness;
        sum.lowest().is_finite() && sum.highest().is_finite() && positive(smallest.lowest())
    }

    /// The value of a series in the year where a run stands, in the variable's unit; NaN if the line lacks it or its
    /// figures are missing.
    #[inline(always)]
    pub fn measure<R: Lift<C>>(&self, buffers: &Buffers<R>, series: MeasuredSeries) -> R {
        if self.inputs.gaps.of_variable(series.variable, series.line).is_some() {
            return R::splat(f64::NAN);
        }
        let at = LineOfRun { kernel: self, run: buffers, line: series.line };
        series.variable.measure(at).unwrap_or(R::splat(f64::NAN))
    }
}

/// A run whose levels are multiplied each projected year, one factor a sector: one draw of an ensemble in full.
///
/// # Errors
/// As [`super::simulate`].
pub fn simulate_with(inputs: &Arc<Inputs>, factors: &[Vec<f64>]) -> Result<Projection, EngineError> {
    super::run(inputs, Some(factors))
}
