//! Constant prices of another year by linked growth: every line keeps its own volume growth and takes the level of the
//! new base year at the prices of that year.
//!
//! Totals are sums of re-expressed parts, because projections add their sectors; the growth of a total at the old weights
//! is another one, and how far the two lie apart is told for each year.

use super::baseline::calibrate_baseline;
use super::edit::FigureList;
use super::error::{ResolveError, StudyError};
use super::figure::{Aim, Figure, FormerPrices, Quantity, Status};
use super::study::{Assumption, Study};
use super::validate::validate;
use crate::engine::{TAXES_LINE, TOTAL_LINE};
use crate::lang::Localized;
use crate::quantity::{PriceBasis, PriceMeaning, UnstatedPrices, Year};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Distance between a total and the sum of its parts, over the total, up to which the parts are all of it.
const WHOLE: f64 = 0.01;

/// Constant prices of another year, and why.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PriceBaseChoice {
    /// The year whose prices are to be the constant ones.
    pub base: Year,
    /// The reason, in the user's words; may be blank.
    pub reason: String,
}

/// How a line comes to the prices of the new base year.
#[derive(Debug, Clone, PartialEq)]
pub struct PriceLink {
    /// The line.
    pub line: String,
    /// What values at the old constant prices are multiplied by: the price level of the new base year.
    pub factor: f64,
    /// Output of the new base year at the old constant prices, trillion VND; `None` where only its price level is stated.
    pub level: Option<f64>,
}

/// The sum of re-expressed parts beside the total by its own linked growth, in a year of the record.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SumOfYear {
    /// The year.
    pub year: Year,
    /// The total of the year by its own growth at the old weights, from the sum of the new base year, trillion VND.
    pub linked: f64,
    /// The sum of the parts at the new prices, trillion VND.
    pub sum: f64,
}

impl SumOfYear {
    /// How far the sum lies from the linked total, as a fraction of it.
    pub fn gap(&self) -> f64 {
        self.sum / self.linked - 1.0
    }
}

/// A figure of the study with the list in which it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct ListedFigure {
    /// The list.
    pub list: FigureList,
    /// The figure as it was.
    pub figure: Figure,
}

/// What other constant prices do to the figures of a study.
#[derive(Debug, Clone, PartialEq)]
pub struct Repricing {
    /// The price base year until now.
    pub from: Year,
    /// The new one.
    pub to: Year,
    /// Links of the record: sectors in their order, then product taxes where they are known.
    pub links: Vec<PriceLink>,
    /// The sum of all lines beside the linked total, year by year.
    pub sums: Vec<SumOfYear>,
    /// Figures that are re-expressed.
    pub changed: Vec<ListedFigure>,
    /// Figures of values that nothing links to the new prices; they stay as stated, at prices that are not stated.
    pub left: Vec<ListedFigure>,
    /// Ratios of values and growth of totals at the weights of the old prices, which stay as they are.
    pub kept: Vec<ListedFigure>,
}

/// Years whose prices can be the constant ones: those of the record with values at current prices, or a price level, of
/// every line.
pub fn price_base_years(study: &Study) -> Vec<Year> {
    let of_record = study.observations.iter().filter(|figure| {
        matches!(figure.quantity, Quantity::OutputCurrent | Quantity::Deflator)
            && figure.vintage == study.history_vintage
            && figure.territory == study.territory
    });
    let years: BTreeSet<Year> = of_record.filter_map(|figure| figure.year).collect();
    years.into_iter().filter(|&year| Prices::new(study, year).check().is_ok()).collect()
}

/// What constant prices of a year would do to the figures of a study.
///
/// # Errors
/// The study is at these prices already; lines without values at current prices of that year, or whose values do not make
/// the total.
pub fn find_repricing(study: &Study, base: Year) -> Result<Repricing, StudyError> {
    let prices = Prices::new(study, base);
    prices.check()?;
    let mut found = Repricing {
        from: study.price_base_year,
        to: base,
        links: prices.record_links(),
        sums: prices.sums(),
        changed: Vec::new(),
        left: Vec::new(),
        kept: Vec::new(),
    };
    for list in FigureList::ALL {
        for (_, figure) in list.figures(study) {
            let listed = || ListedFigure { list, figure: figure.clone() };
            match prices.outcome(list, figure) {
                Outcome::Unmoved => {}
                Outcome::Kept => found.kept.push(listed()),
                Outcome::Left => found.left.push(listed()),
                Outcome::Times(_) | Outcome::Restored => found.changed.push(listed()),
            }
        }
    }
    Ok(found)
}

/// Makes the prices of a year the constant ones.
///
/// With `left_allowed` figures that nothing links to them stay as they are stated; without, that is refused.
///
/// # Errors
/// As [`find_repricing`]; figures that nothing links where that is not allowed; a baseline that calibrated before and
/// does not any more.
pub(super) fn reprice(study: &mut Study, choice: &PriceBaseChoice, left_allowed: bool) -> Result<(), StudyError> {
    let found = find_repricing(study, choice.base)?;
    if !left_allowed && !found.left.is_empty() {
        return Err(StudyError::FiguresLeft { base: choice.base, left: found.left });
    }
    let before = study.clone();
    let prices = Prices::new(&before, choice.base);
    let moved = |list: FigureList| {
        let figures = list.figures(&before).into_iter();
        figures.map(|(owner, figure)| (owner.to_owned(), prices.moved(list, figure))).collect::<Vec<_>>()
    };
    let alone = |list: FigureList| Arc::new(moved(list).into_iter().map(|(_, figure)| figure).collect());
    study.observations = alone(FigureList::Observations);
    study.targets = alone(FigureList::Targets);
    let rows = moved(FigureList::Parameters).into_iter();
    study.parameters = Arc::new(rows.map(|(baseline, figure)| Assumption { baseline, figure }).collect());
    study.price_base_year = choice.base;
    study.price_reason = Localized::new(choice.reason.trim(), choice.reason.trim());
    validate(study)?;
    for baseline in &before.baselines {
        if calibrate_baseline(&before, &baseline.id).is_ok() {
            calibrate_baseline(study, &baseline.id).map_err(|why| not_repriced(&baseline.id, choice.base, why))?;
        }
    }
    Ok(())
}

fn not_repriced(baseline: &str, base: Year, why: ResolveError) -> StudyError {
    StudyError::NotRepriced { baseline: baseline.to_owned(), base, why: Box::new(why) }
}

/// What becomes of a figure.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Outcome {
    /// Prices have no part in it, or it is at the prices of its own year.
    Unmoved,
    /// It is a ratio of values, or growth of a total at the old weights.
    Kept,
    /// A value without a link to the new prices.
    Left,
    /// It is multiplied.
    Times(f64),
    /// It is as it was at these prices before.
    Restored,
}

/// Whose figures, in which list and year.
type Place<'a> = (FigureList, &'a str, &'a str, Option<Year>);

/// The figures of a study, looked up by what they are.
struct Prices<'a> {
    study: &'a Study,
    base: Year,
    /// Output at constant prices, in the model's unit, by list, territory, vintage, year and line.
    output: BTreeMap<(Place<'a>, &'a str), f64>,
    /// Shares at constant prices, in the same way.
    shares: BTreeMap<(Place<'a>, &'a str), f64>,
    /// Price levels of the new base year at the old prices, by territory, vintage and line.
    levels: BTreeMap<(&'a str, &'a str, &'a str), f64>,
}

impl<'a> Prices<'a> {
    fn new(study: &'a Study, base: Year) -> Self {
        let of_quantity = |quantity: Quantity| {
            let mut found = BTreeMap::new();
            for list in [FigureList::Observations, FigureList::Targets] {
                let figures = list.figures(study).into_iter().map(|(_, figure)| figure);
                for figure in figures.filter(|figure| figure.quantity == quantity && is_constant(figure)) {
                    found.insert((place(list, figure), figure.line.as_str()), figure.model_value());
                }
            }
            found
        };
        let (output, shares) = (of_quantity(Quantity::Output), of_quantity(Quantity::Share));
        let mut prices = Self { study, base, output, shares, levels: BTreeMap::new() };
        prices.levels = prices.find_levels();
        prices
    }

    /// Price levels of the new base year: what values at both prices imply, else what is stated.
    fn find_levels(&self) -> BTreeMap<(&'a str, &'a str, &'a str), f64> {
        let of_base = || {
            let figures = self.study.observations.iter();
            figures.filter(|figure| figure.year == Some(self.base) && figure.since.is_none())
        };
        let key = |figure: &'a Figure| (figure.territory.as_str(), figure.vintage.as_str(), figure.line.as_str());
        let mut levels = BTreeMap::new();
        for figure in of_base().filter(|figure| figure.quantity == Quantity::Deflator) {
            levels.insert(key(figure), figure.model_value());
        }
        for figure in of_base().filter(|figure| figure.quantity == Quantity::OutputCurrent) {
            let constant = self.output.get(&(place(FigureList::Observations, figure), figure.line.as_str()));
            if let Some(constant) = constant.filter(|constant| **constant > 0.0) {
                levels.insert(key(figure), figure.model_value() / constant);
            }
        }
        levels
    }

    fn check(&self) -> Result<(), StudyError> {
        if self.base == self.study.price_base_year {
            return Err(StudyError::SamePriceBase { base: self.base });
        }
        let lines = self.without_link();
        if !lines.is_empty() {
            return Err(StudyError::NoCurrentPrices { base: self.base, lines });
        }
        let parts = self.factor_of_parts(self.record_place(self.base), TOTAL_LINE, &self.lines());
        let share = parts.zip(self.record_level(TOTAL_LINE)).map(|(parts, total)| parts / total);
        match share.filter(|share| (share - 1.0).abs() > WHOLE) {
            Some(share) => Err(StudyError::LinesMissTotal { base: self.base, share }),
            None => Ok(()),
        }
    }

    /// Sectors, and product taxes where the record knows them.
    fn lines(&self) -> Vec<&'a str> {
        let taxes = self.record_years().into_iter().any(|year| self.record_output(year, TAXES_LINE).is_some());
        let sectors = self.study.sectors.iter().map(|sector| sector.id.as_str());
        sectors.chain(taxes.then_some(TAXES_LINE)).collect()
    }

    /// Lines of which the record has no price level of the new base year.
    fn without_link(&self) -> Vec<String> {
        let lines = self.lines().into_iter();
        lines.filter(|line| self.record_level(line).is_none()).map(str::to_owned).collect()
    }

    fn record_level(&self, line: &str) -> Option<f64> {
        let record = self.study.history_vintage.as_str();
        self.levels.get(&(self.study.territory.as_str(), record, line)).copied()
    }

    fn record_place(&self, year: Year) -> Place<'a> {
        (FigureList::Observations, &self.study.territory, &self.study.history_vintage, Some(year))
    }

    fn record_output(&self, year: Year, line: &str) -> Option<f64> {
        self.output.get(&(self.record_place(year), line)).copied()
    }

    /// Years of the record with output.
    fn record_years(&self) -> BTreeSet<Year> {
        let of_record = self.output.keys().filter_map(|((list, territory, vintage, year), _)| {
            let year = (*year)?;
            ((*list, *territory, *vintage, Some(year)) == self.record_place(year)).then_some(year)
        });
        of_record.collect()
    }

    fn record_links(&self) -> Vec<PriceLink> {
        let link = |line: &str| {
            let level = self.record_output(self.base, line);
            Some(PriceLink { line: line.to_owned(), factor: self.record_level(line)?, level })
        };
        self.lines().into_iter().filter_map(link).collect()
    }

    /// Lines that make up a line: the sectors of a group, all of them and taxes for the whole; empty for a sector.
    fn parts(&self, line: &str) -> Vec<&'a str> {
        let sector = |at: usize| self.study.sectors.get(at).map(|sector| sector.id.as_str());
        if matches!(line, "" | TOTAL_LINE) {
            return self.lines();
        }
        if self.study.is_group(line) {
            self.study.members(line).into_iter().filter_map(sector).collect()
        } else {
            Vec::new()
        }
    }

    /// What values of a line in a place are multiplied by; `None` if they are not linked.
    ///
    /// A sum is worth what its parts are where they are all known, and else what it is worth in the new base year.
    fn factor(&self, at: Place<'a>, line: &str) -> Option<f64> {
        let (_, territory, vintage, _) = at;
        let parts = self.parts(line);
        if parts.is_empty() {
            let own = self.levels.get(&(territory, vintage, line)).copied();
            return own.or_else(|| if territory == self.study.territory { self.record_level(line) } else { None });
        }
        self.factor_of_parts(at, line, &parts).or_else(|| self.linked_factor(territory, vintage, line, &parts))
    }

    /// What the parts of a sum are worth at the new prices over what they were at the old.
    fn factor_of_parts(&self, at: Place<'a>, line: &str, parts: &[&'a str]) -> Option<f64> {
        let (mut before, mut after) = (0.0, 0.0);
        for part in parts {
            let level = self.output.get(&(at, *part))?;
            before += level;
            after += level * self.factor(at, part)?;
        }
        let whole = self.output.get(&(at, line)).copied().unwrap_or(before);
        ((before / whole - 1.0).abs() <= WHOLE).then_some(after / before)
    }

    /// What a sum is worth in the new base year: by its own values at both prices, else by those of its parts in the record.
    fn linked_factor(&self, territory: &str, vintage: &str, line: &str, parts: &[&'a str]) -> Option<f64> {
        let line = if line.is_empty() { TOTAL_LINE } else { line };
        let own = self.levels.get(&(territory, vintage, line)).copied();
        let of_record = || {
            let by_parts = self.factor_of_parts(self.record_place(self.base), line, parts);
            by_parts.or_else(|| self.record_level(line))
        };
        own.or_else(|| if territory == self.study.territory { of_record() } else { None })
    }

    /// What the whole of the record is worth in the new base year.
    fn whole_factor(&self) -> Option<f64> {
        let record = &self.study.history_vintage;
        let by_parts = self.factor_of_parts(self.record_place(self.base), TOTAL_LINE, &self.lines());
        by_parts.or_else(|| self.linked_factor(&self.study.territory, record, TOTAL_LINE, &self.lines()))
    }

    /// What the whole of which shares are stated is worth, where they make it up.
    fn factor_of_shares(&self, at: Place<'a>) -> Option<f64> {
        let (mut whole, mut worth) = (0.0, 0.0);
        for line in self.study.sectors.iter().map(|sector| sector.id.as_str()).chain([TAXES_LINE]) {
            if let Some(share) = self.shares.get(&(at, line)) {
                whole += share;
                worth += share * self.factor(at, line)?;
            }
        }
        ((whole - 1.0).abs() <= WHOLE).then(|| worth / whole)
    }

    /// What the sectors on limited land are worth in the new base year, together.
    fn land_factor(&self) -> Option<f64> {
        let (mut before, mut after) = (0.0, 0.0);
        for line in &self.study.structure.land_sectors {
            let level = self.record_output(self.base, line)?;
            before += level;
            after += level * self.record_level(line)?;
        }
        (before > 0.0).then(|| after / before)
    }

    /// The sum of all lines beside the linked total, in every year of the record with all lines.
    fn sums(&self) -> Vec<SumOfYear> {
        let Some(link) = self.whole_factor() else { return Vec::new() };
        let parts = self.lines();
        let of_year = |year: Year| {
            let levels: Vec<f64> = parts.iter().map(|part| self.record_output(year, part)).collect::<Option<_>>()?;
            let worth = self.factor_of_parts(self.record_place(year), TOTAL_LINE, &parts)?;
            let sum: f64 = levels.iter().sum();
            Some(SumOfYear { year, linked: sum * link, sum: sum * worth })
        };
        self.record_years().into_iter().filter_map(of_year).collect()
    }

    /// What becomes of a figure.
    fn outcome(&self, list: FigureList, figure: &'a Figure) -> Outcome {
        if figure.former.as_deref().is_some_and(|former| former.base == self.base) {
            return Outcome::Restored;
        }
        let at = place(list, figure);
        let times = |factor: Option<f64>| factor.map_or(Outcome::Left, Outcome::Times);
        match figure.quantity.spec().prices {
            PriceMeaning::Apart => Outcome::Unmoved,
            PriceMeaning::PriceLevel => {
                times(self.own_level(figure).or_else(|| self.factor(at, &figure.line)).map(f64::recip))
            }
            PriceMeaning::Ratio => {
                if figure.price_basis == PriceBasis::Current {
                    Outcome::Unmoved
                } else {
                    Outcome::Kept
                }
            }
            PriceMeaning::Growth => {
                let is_sum = !self.parts(&figure.line).is_empty();
                if is_sum && figure.price_basis != PriceBasis::Current { Outcome::Kept } else { Outcome::Unmoved }
            }
            PriceMeaning::Level | PriceMeaning::Share | PriceMeaning::WholeLevel | PriceMeaning::LandLevel => {
                match figure.price_basis {
                    PriceBasis::Current | PriceBasis::None => Outcome::Unmoved,
                    // Projections read it at constant prices, and its price year is unknown.
                    PriceBasis::NotStated => {
                        if is_read_as_constant(list, figure.quantity) {
                            Outcome::Left
                        } else {
                            Outcome::Kept
                        }
                    }
                    PriceBasis::Constant => times(self.value_factor(figure, at)),
                }
            }
        }
    }

    /// What a value at constant prices is multiplied by.
    fn value_factor(&self, figure: &Figure, at: Place<'a>) -> Option<f64> {
        let is_own = figure.territory == self.study.territory;
        match figure.quantity.spec().prices {
            PriceMeaning::Level => self.factor(at, &figure.line),
            PriceMeaning::Share => {
                let whole = self.factor_of_shares(at).or_else(|| self.factor(at, TOTAL_LINE))?;
                Some(self.factor(at, &figure.line)? / whole)
            }
            PriceMeaning::WholeLevel => {
                if is_own {
                    self.whole_factor()
                } else {
                    None
                }
            }
            PriceMeaning::LandLevel => {
                if is_own {
                    self.land_factor()
                } else {
                    None
                }
            }
            PriceMeaning::Apart | PriceMeaning::PriceLevel | PriceMeaning::Ratio | PriceMeaning::Growth => None,
        }
    }

    /// The price level of the new base year in the series of a price level.
    fn own_level(&self, figure: &Figure) -> Option<f64> {
        self.levels.get(&(figure.territory.as_str(), figure.vintage.as_str(), figure.line.as_str())).copied()
    }

    /// The figure at the new prices.
    fn moved(&self, list: FigureList, figure: &'a Figure) -> Figure {
        match self.outcome(list, figure) {
            Outcome::Unmoved | Outcome::Kept => figure.clone(),
            Outcome::Left => self.left(figure),
            Outcome::Times(factor) => self.multiplied(figure, factor),
            Outcome::Restored => restored(figure),
        }
    }

    fn former(&self, figure: &Figure) -> Option<Box<FormerPrices>> {
        // What was published stays known through several changes of prices.
        let known = figure.former.clone();
        known.or_else(|| {
            Some(Box::new(FormerPrices {
                base: self.study.price_base_year,
                value: figure.value,
                upper: figure.upper,
                aim: figure.aim,
                price_basis: figure.price_basis,
                status: figure.status,
                cell: figure.cell.clone(),
            }))
        })
    }

    fn left(&self, figure: &Figure) -> Figure {
        if figure.price_basis != PriceBasis::Constant {
            return figure.clone();
        }
        Figure { price_basis: PriceBasis::NotStated, former: self.former(figure), ..figure.clone() }
    }

    fn multiplied(&self, figure: &Figure, factor: f64) -> Figure {
        let is_share = figure.quantity == Quantity::Share;
        let aim = match figure.aim {
            Some(Aim::Near { within }) if !is_share => Some(Aim::Near { within: within * factor }),
            Some(Aim::Near { .. } | Aim::AtLeast | Aim::AtMost) | None => figure.aim,
        };
        let status = if figure.status == Status::Published { Status::Derived } else { figure.status };
        Figure {
            value: figure.value * factor,
            upper: figure.upper.map(|upper| upper * factor),
            aim,
            status,
            cell: None,
            former: self.former(figure),
            ..figure.clone()
        }
    }
}

/// A figure as it was at the prices to which the study returns.
fn restored(figure: &Figure) -> Figure {
    let Some(former) = &figure.former else { return figure.clone() };
    Figure {
        value: former.value,
        upper: former.upper,
        aim: former.aim,
        price_basis: former.price_basis,
        status: former.status,
        cell: former.cell.clone(),
        former: None,
        ..figure.clone()
    }
}

fn place(list: FigureList, figure: &Figure) -> Place<'_> {
    (list, &figure.territory, &figure.vintage, figure.year)
}

fn is_constant(figure: &Figure) -> bool {
    figure.price_basis == PriceBasis::Constant && figure.since.is_none()
}

/// Whether projections read a figure that does not say its prices as one at constant prices.
fn is_read_as_constant(list: FigureList, quantity: Quantity) -> bool {
    match quantity.spec().unstated {
        UnstatedPrices::Open => false,
        UnstatedPrices::ConstantAhead => list != FigureList::Observations,
        UnstatedPrices::Constant => true,
    }
}
