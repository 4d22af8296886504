//! What a file offers to a study: the tables that were found, each by what it measures.

use super::measure::{ImportMeasure, Unfit, measure_of, money_of};
use crate::lang::Currency;
use crate::quantity::{Quantity, Year};
use crate::reading::{FileRead, ReadCell, ReadTable};
use std::collections::{BTreeMap, BTreeSet};

/// What tells an offer from all others of an import; it stays the same when an answer makes the file be read anew.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct OfferKey {
    /// The file, without folders.
    pub file: String,
    /// The sheet.
    pub sheet: String,
    /// First row of the table.
    pub row: u32,
    /// What it measures; `None` if no quantity fits.
    pub measure: Option<ImportMeasure>,
    /// The territory as the file writes it.
    pub territory: String,
}

/// Cells of one table that measure one quantity of one territory.
#[derive(Debug, Clone, PartialEq)]
pub struct ImportOffer {
    /// What tells it from others.
    pub key: OfferKey,
    /// Position of the file, and of the table in it.
    pub place: (usize, usize),
    /// What it measures, or why it does not fit.
    pub measure: Result<ImportMeasure, Unfit>,
    /// Positions of its cells in the table.
    pub cells: Vec<usize>,
    /// First and last year.
    pub years: Option<(Year, Year)>,
    /// Number of labels.
    pub labels: usize,
    /// Number of totals that agree with their parts.
    pub sums: usize,
}

/// Every table of the files by what it measures, in the order of the files.
///
/// `forced` says what a table measures where a person said so, by file, sheet and first row; `money` is the code of the currency that is taken.
pub(super) fn offer_tables(
    files: &[&FileRead],
    forced: &BTreeMap<(String, String, u32), Quantity>,
    money: &str,
) -> Vec<ImportOffer> {
    let mut offers = Vec::new();
    for (file, read) in files.iter().enumerate() {
        for (table, found) in read.tables.iter().enumerate() {
            let said = forced.get(&(found.file.clone(), found.sheet.clone(), found.rows.0)).copied();
            offers.extend(offers_of(found, (file, table), (said, money)));
        }
    }
    offers
}

fn offers_of(table: &ReadTable, place: (usize, usize), (said, money): (Option<Quantity>, &str)) -> Vec<ImportOffer> {
    let mut fitting: BTreeMap<(ImportMeasure, String), Vec<usize>> = BTreeMap::new();
    let mut others: BTreeMap<Unfit, Vec<usize>> = BTreeMap::new();
    for (position, cell) in table.cells.iter().enumerate() {
        match measure_of(cell, said, money) {
            Ok(measure) => fitting.entry((measure, cell.territory.clone())).or_default().push(position),
            Err(why) => others.entry(why).or_default().push(position),
        }
    }
    let has_value = |cells: &Vec<usize>| cells.iter().any(|&cell| table.cells[cell].value.is_some());
    let mut offers: Vec<ImportOffer> = fitting
        .into_iter()
        .filter(|(_, cells)| has_value(cells))
        .map(|((measure, territory), cells)| offer(table, place, (Ok(measure), territory), cells))
        .collect();
    let most = others.into_iter().max_by_key(|(_, cells)| cells.len());
    if let (true, Some((why, cells))) = (offers.is_empty(), most) {
        offers.push(offer(table, place, (Err(why), String::new()), cells));
    }
    offers
}

fn offer(
    table: &ReadTable,
    place: (usize, usize),
    (measure, territory): (Result<ImportMeasure, Unfit>, String),
    cells: Vec<usize>,
) -> ImportOffer {
    let of = |position: &usize| &table.cells[*position];
    let years = cells.iter().filter_map(|cell| of(cell).year);
    let years = years.clone().min().zip(years.max());
    let labels: BTreeSet<&str> = cells.iter().map(|cell| of(cell).label.as_str()).collect();
    let addresses: BTreeSet<&str> = cells.iter().map(|cell| of(cell).cell.as_str()).collect();
    let sums = table.parents.iter().filter(|sum| addresses.contains(sum.total.as_str())).count();
    let key = OfferKey {
        file: table.file.clone(),
        sheet: table.sheet.clone(),
        row: table.rows.0,
        measure: measure.ok(),
        territory,
    };
    ImportOffer { key, place, measure, labels: labels.len(), sums, years, cells }
}

/// The offers that are taken unless a person says otherwise.
///
/// Of each quantity the offer with most values of the newest price base; then others of it that bring years of their
/// own for the same territory.
pub(super) fn propose_offers(offers: &[ImportOffer], territory: &str, price_base: Option<Year>) -> BTreeSet<OfferKey> {
    let mut chosen = BTreeSet::new();
    for quantity in ImportMeasure::QUANTITIES {
        let of_quantity = offers.iter().filter(|offer| {
            offer.key.territory == territory && offer.measure.is_ok_and(|measure| measure.quantity == quantity)
        });
        let newest = of_quantity.clone().filter_map(|offer| offer.measure.ok()?.price_base).max();
        let base = if quantity == Quantity::Output { price_base.or(newest) } else { None };
        let fits = |offer: &&ImportOffer| base.is_none() || offer.measure.is_ok_and(|m| m.price_base == base);
        let mut fitting: Vec<&ImportOffer> = of_quantity.filter(fits).collect();
        // More values first; of equals the first in the file.
        fitting.sort_by_key(|offer| std::cmp::Reverse(offer.cells.len()));
        let mut years: BTreeSet<Year> = BTreeSet::new();
        for offer in fitting {
            let own = offer.years.map(|(first, last)| (first..=last).collect::<BTreeSet<_>>()).unwrap_or_default();
            if !own.is_subset(&years) {
                years.extend(own);
                chosen.insert(offer.key.clone());
            }
        }
    }
    chosen
}

/// The foreign currency of every study, in which figures per head and of investment are given beside its own.
const FOREIGN: &str = "USD";

/// The code of the money that most values of the files are in, dollars aside; that of đồng where they have none.
pub(super) fn main_money(files: &[&FileRead]) -> String {
    let cells = files.iter().flat_map(|read| &read.tables).flat_map(|table| &table.cells);
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for code in cells.filter_map(|cell| money_of(&cell.unit)).filter(|code| *code != FOREIGN) {
        *counts.entry(code).or_default() += 1;
    }
    // Of equals the first by name, so that the same file gives the same currency.
    let most = counts.into_iter().rev().max_by_key(|(_, count)| *count);
    most.map_or(Currency::DEFAULT_CODE, |(code, _)| code).to_owned()
}

/// The territory that most values are about, as the file writes it; empty where files name none.
pub(super) fn main_territory(offers: &[ImportOffer]) -> String {
    let mut counts: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for offer in offers.iter().filter(|offer| offer.measure.is_ok()) {
        let count = counts.entry(offer.key.territory.as_str()).or_default();
        *count = (count.0.max(offer.labels), count.1 + offer.cells.len());
    }
    // Of equals the first by name, so that the same file proposes the same territory.
    let best = counts.into_iter().rev().max_by_key(|(_, count)| *count);
    best.map(|(territory, _)| territory.to_owned()).unwrap_or_default()
}

/// The cells of an offer.
pub fn cells_of<'a>(offer: &ImportOffer, table: &'a ReadTable) -> Vec<&'a ReadCell> {
    offer.cells.iter().filter_map(|position| table.cells.get(*position)).collect()
}
