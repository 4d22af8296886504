//! The one look-up of an observation that a baseline starts from, and of the best one where several vintages have it.

use super::figure::{Figure, Quantity};
use super::study::{Baseline, Study};
use crate::quantity::Year;
use std::cmp::Reverse;

/// The quantity that is taken from another vintage where a baseline's own has none: people are counted once, and their
/// number does not depend on the benchmark of the accounts.
const BORROWED: Quantity = Quantity::Population;

impl Study {
    /// The observation of a baseline's base year: in its own vintage, and the population in the best vintage that has it.
    ///
    /// What values are of one vintage, so that no revision is taken for growth; people are no value.
    pub fn base_figure(&self, baseline: &Baseline, quantity: Quantity, line: &str) -> Option<&Figure> {
        let mut of_line = self.observations.of_line(quantity, line).map(|(_, figure)| figure);
        let own = of_line.find(|figure| {
            figure.year == Some(baseline.base_year) && figure.vintage == baseline.vintage && figure.since.is_none()
        });
        let elsewhere = || self.best_figure(quantity, line, baseline.base_year);
        own.or_else(|| if quantity == BORROWED { elsewhere() } else { None })
    }

    /// The observation of a year in the study's own territory in the best vintage: the record, then what is published, then
    /// what is derived; of equals the one that came last.
    pub fn best_figure(&self, quantity: Quantity, line: &str, year: Year) -> Option<&Figure> {
        let of_line = self.observations.of_line(quantity, line).map(|(_, figure)| figure);
        let of_year = of_line.filter(|figure| {
            figure.year == Some(year)
                && figure.since.is_none()
                && figure.territory == self.territory
                && self.links.months(&figure.vintage).is_none()
        });
        of_year.max_by_key(|figure| (figure.vintage == self.history_vintage, Reverse(figure.status)))
    }

    /// The observation that a baseline takes from another vintage than its own; `None` where it takes none.
    pub fn borrowed_figure(&self, baseline: &Baseline) -> Option<&Figure> {
        self.base_figure(baseline, BORROWED, "").filter(|figure| figure.vintage != baseline.vintage)
    }
}
