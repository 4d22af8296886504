//! What checks look up: records of the study by what they are, never by position or name.

use super::finding::{Amount, ArithmeticStep, Evidence, StepForm};
use crate::analysis::plan_baseline;
use crate::engine::{Line, Projection, TOTAL_LINE, Variable};
use crate::quantity::{PriceBasis, Unit, Year, average_growth};
use crate::scenario::FigureList;
use crate::scenario::figure::{Figure, Quantity, Status};
use crate::scenario::links::FigureRef;
use crate::scenario::study::{Baseline, BaselineRule, ResidualRule, Study};

/// A record and where it stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Known<'a> {
    list: FigureList,
    position: usize,
    pub(super) figure: &'a Figure,
}

impl Known<'_> {
    pub(super) const fn evidence(self) -> Evidence {
        Evidence::Figure { list: self.list, position: self.position }
    }

    /// Value in the model's unit.
    pub(super) fn value(self) -> f64 {
        self.figure.model_value()
    }

    /// The value as it is stated.
    pub(super) const fn amount(self) -> Amount {
        Amount::new(self.figure.value, self.figure.unit)
    }

    /// Upper end of what is stated; the value itself where no range is.
    pub(super) fn top(self) -> f64 {
        self.figure.model_upper().unwrap_or_else(|| self.value())
    }
}

/// A level with the records and the arithmetic behind it, in the model's unit.
#[derive(Debug, Clone)]
pub(super) struct Level {
    pub(super) year: Year,
    pub(super) value: f64,
    pub(super) computed: Vec<Evidence>,
    pub(super) steps: Vec<ArithmeticStep>,
}

impl Level {
    fn from_targets(known: Known<'_>, year: Year) -> Self {
        Self { year, value: known.value(), computed: vec![known.evidence()], steps: Vec::new() }
    }
}

/// The study as checks see it.
#[derive(Debug)]
pub(super) struct Facts<'a> {
    pub(super) study: &'a Study,
    pub(super) baseline: Option<&'a Baseline>,
    pub(super) projection: Option<&'a Projection>,
    /// Vintage of the plan's levels.
    pub(super) vintage: &'a str,
    /// Years of the plan's levels, in order.
    pub(super) years: Vec<Year>,
}

impl<'a> Facts<'a> {
    pub(super) fn new(study: &'a Study, projection: Option<&'a Projection>) -> Self {
        let baseline = plan_baseline(study);
        let mut facts = Self { study, baseline, projection, vintage: "", years: Vec::new() };
        if let Some(BaselineRule::Targets { years, vintage, .. }) = baseline.map(|baseline| &baseline.rule) {
            facts.vintage = vintage;
            facts.years.clone_from(years);
        } else if let Some(level) = facts.targets(|figure| figure.quantity == Quantity::Output).first() {
            facts.vintage = &level.figure.vintage;
            let levels = facts.targets(|figure| {
                figure.quantity == Quantity::Output && figure.vintage == facts.vintage && figure.since.is_none()
            });
            facts.years = levels.iter().filter_map(|level| level.figure.year).collect();
        }
        facts.years.sort_unstable();
        facts.years.dedup();
        facts
    }

    /// Records of a list in the study's own territory.
    fn records(&self, list: FigureList, wanted: impl Fn(&Figure) -> bool) -> Vec<Known<'a>> {
        let all = list.figures(self.study).into_iter().map(|(_, figure)| figure).enumerate();
        all.filter(|(_, figure)| figure.territory == self.study.territory && wanted(figure))
            .map(|(position, figure)| Known { list, position, figure })
            .collect()
    }

    pub(super) fn targets(&self, wanted: impl Fn(&Figure) -> bool) -> Vec<Known<'a>> {
        self.records(FigureList::Targets, wanted)
    }

    /// Observations of whole years.
    pub(super) fn observations(&self, wanted: impl Fn(&Figure) -> bool) -> Vec<Known<'a>> {
        self.records(FigureList::Observations, |figure| {
            self.study.links.months(&figure.vintage).is_none() && wanted(figure)
        })
    }

    /// Observations of the first months of a year.
    pub(super) fn part_years(&self, quantity: Quantity) -> Vec<(Known<'a>, u8)> {
        let all = self.records(FigureList::Observations, |figure| figure.quantity == quantity);
        all.into_iter().filter_map(|known| Some((known, self.study.links.months(&known.figure.vintage)?))).collect()
    }

    /// Targets, and observations of whole years.
    pub(super) fn find_targets(&self, wanted: impl Fn(&Figure) -> bool) -> Vec<Known<'a>> {
        self.targets(&wanted).into_iter().chain(self.observations(&wanted)).collect()
    }

    /// Published observations and targets with the words of their source.
    pub(super) fn quoted_figures(&self) -> Vec<Known<'a>> {
        let lists = [FigureList::Targets, FigureList::Observations].into_iter();
        let is_quoted = |figure: &Figure| figure.status == Status::Published && !figure.quote.is_empty();
        lists.flat_map(|list| self.records(list, is_quoted)).collect()
    }

    /// The record that a link names.
    pub(super) fn find_named(&self, name: &FigureRef) -> Option<Known<'a>> {
        let (position, figure) = name.find(self.study)?;
        Some(Known { list: name.list, position, figure })
    }

    /// A parameter of every baseline, or of the plan's; of a year, or of every year.
    pub(super) fn parameter(&self, quantity: Quantity, year: Option<Year>) -> Option<Known<'a>> {
        let baseline = self.baseline.map_or("", |baseline| baseline.id.as_str());
        let (position, figure) = self.study.parameter_row(baseline, quantity, "", year)?;
        let holds = figure.year.is_none() || figure.year == year;
        holds.then_some(Known { list: FigureList::Parameters, position, figure })
    }

    /// Upper end of a range that the study assumes plausible.
    pub(super) fn plausible(&self, quantity: Quantity) -> Option<Known<'a>> {
        self.parameter(quantity, None)
    }

    /// The observation of the history that charts draw.
    pub(super) fn history(&self, quantity: Quantity, line: &str, year: Year) -> Option<Known<'a>> {
        self.observations(|figure| {
            figure.quantity == quantity
                && figure.line == line
                && figure.year == Some(year)
                && figure.since.is_none()
                && figure.vintage == self.study.history_vintage
        })
        .into_iter()
        .next()
    }

    /// The plan's own figure of a year.
    pub(super) fn find_planned(&self, quantity: Quantity, line: &str, year: Year) -> Option<Known<'a>> {
        self.targets(|figure| {
            figure.quantity == quantity
                && figure.line == line
                && figure.year == Some(year)
                && figure.since.is_none()
                && figure.vintage == self.vintage
        })
        .into_iter()
        .next()
    }

    /// Top-level lines for which the plan states levels.
    pub(super) fn planned_lines(&self) -> Vec<&'a str> {
        let has_level =
            |line: &&str| self.years.iter().any(|&year| self.find_planned(Quantity::Output, line, year).is_some());
        self.study.top_lines().into_iter().filter(has_level).collect()
    }

    /// Output of a line that the plan states for a year, or from which it starts; an assumed start is not used.
    pub(super) fn level(&self, line: &str, year: Year) -> Option<Level> {
        let planned = self.find_planned(Quantity::Output, line, year);
        planned.or_else(|| self.start(line, year)).map(|known| Level::from_targets(known, year))
    }

    fn start(&self, line: &str, year: Year) -> Option<Known<'a>> {
        let baseline = self.baseline.filter(|baseline| baseline.base_year == year)?;
        self.observations(|figure| {
            figure.quantity == Quantity::Output
                && figure.line == line
                && figure.year == Some(year)
                && figure.vintage == baseline.vintage
                && figure.status != Status::Assumed
        })
        .into_iter()
        .next()
    }

    /// GRDP of a year: as stated, or as a level and its share at constant prices imply it.
    pub(super) fn total(&self, year: Year) -> Option<Level> {
        self.level(TOTAL_LINE, year).or_else(|| self.implied_total(year))
    }

    /// GRDP as a level and its share imply it.
    pub(super) fn implied_total(&self, year: Year) -> Option<Level> {
        self.planned_lines().into_iter().find_map(|line| {
            let level = self.find_planned(Quantity::Output, line, year)?;
            let share = self.find_planned(Quantity::Share, line, year)?;
            if share.figure.price_basis == PriceBasis::Current || share.value() <= 0.0 {
                return None;
            }
            let value = level.value() / share.value();
            let result = Amount::new(value, Unit::TrillionVnd);
            Some(Level {
                year,
                value,
                computed: vec![level.evidence(), share.evidence()],
                steps: vec![ArithmeticStep::new(StepForm::Quotient, [level.amount(), share.amount()], result)],
            })
        })
    }

    /// The start and the years of the plan.
    pub(super) fn anchors(&self) -> Vec<Year> {
        self.baseline.map(|baseline| baseline.base_year).into_iter().chain(self.years.iter().copied()).collect()
    }

    /// Growth that the plan states for a line over a period: that of the period itself, else of the shortest that holds it.
    ///
    /// What the plan itself states comes before what another vintage states, and growth at current prices is another
    /// quantity than that of the levels.
    pub(super) fn stated_growth(&self, line: &str, since: Year, until: Year) -> Option<Known<'a>> {
        let span = |figure: &Figure| figure.year.map(|year| (figure.since.unwrap_or(year), year));
        self.targets(|figure| {
            figure.quantity == Quantity::OutputGrowth
                && (figure.line == line || (line == TOTAL_LINE && figure.line.is_empty()))
                && figure.price_basis != PriceBasis::Current
                && span(figure).is_some_and(|(first, last)| first <= since && until <= last)
        })
        .into_iter()
        .min_by_key(|known| {
            let years = span(known.figure).map_or(i32::MAX, |(first, last)| last - first);
            (known.figure.vintage != self.vintage, years)
        })
    }

    /// The line that takes what targets leave, or the lines that share it.
    pub(super) fn residual_lines(&self) -> Vec<&'a str> {
        match self.baseline.map(|baseline| &baseline.rule) {
            Some(BaselineRule::Targets { residual: ResidualRule::Line(line), .. }) => vec![line],
            Some(BaselineRule::Targets { residual: ResidualRule::Spread, .. }) => {
                let planned = self.planned_lines();
                self.study.top_lines().into_iter().filter(|line| !planned.contains(line)).collect()
            }
            Some(BaselineRule::Growth | BaselineRule::Record) | None => Vec::new(),
        }
    }

    /// A result of the plan's baseline with its evidence.
    pub(super) fn result(&self, variable: Variable, line: &str, year: Year) -> Option<(f64, Evidence)> {
        let projection = self.projection?;
        let place = if line == TOTAL_LINE { Line::Total } else { projection.line(line)? };
        let value = projection.value(variable, place, year)?;
        Some((value, Evidence::Result { variable, line: line.to_owned(), year, value }))
    }

    /// The last year of the plan that the projection reaches.
    pub(super) fn last_year(&self) -> Option<Year> {
        let horizon = self.projection?.horizon();
        self.years.iter().copied().rfind(|&year| horizon.index(year).is_some())
    }
}

/// Average growth a year between two levels, with its arithmetic.
pub(super) fn growth(from: &Level, to: &Level) -> Option<(f64, ArithmeticStep)> {
    let years = to.year - from.year;
    let growth = average_growth(from.value, to.value, years)?;
    let operands = [Amount::new(to.value, Unit::TrillionVnd), Amount::new(from.value, Unit::TrillionVnd)];
    Some((growth, ArithmeticStep::new(StepForm::Growth { years }, operands, Amount::new(growth, Unit::RatioPerYear))))
}

/// Periods between anchors: each to the next, and the whole where it is longer.
pub(super) fn periods(levels: &[Level]) -> Vec<(&Level, &Level)> {
    let mut periods: Vec<(&Level, &Level)> =
        levels.windows(2).filter_map(|pair| pair.first().zip(pair.last())).collect();
    if levels.len() > 2 {
        periods.extend(levels.first().zip(levels.last()));
    }
    periods
}
