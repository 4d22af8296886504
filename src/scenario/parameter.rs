//! The one look-up of a parameter: every reader asks here, so that value, badge, workbook and audit speak of the same row.

use super::figure::{Figure, Quantity};
use super::study::Study;
use crate::quantity::Year;

impl Study {
    /// Rows of a quantity, line and origin: those of the baseline where there are any, otherwise those of all baselines.
    ///
    /// Each row comes with its position among the parameters; rows without a year stand first, then by year, so that
    /// the order of rows in a file has no effect.
    pub fn parameter_rows(&self, baseline: &str, quantity: Quantity, line: &str, from: &str) -> Vec<(usize, &Figure)> {
        let rows_of = |owner: &str| -> Vec<(usize, &Figure)> {
            let rows = self.parameters.of_line(quantity, line).filter(|(_, row)| row.baseline == owner);
            rows.map(|(position, row)| (position, &row.figure)).filter(|(_, figure)| figure.from == from).collect()
        };
        let own = rows_of(baseline);
        let mut rows = if own.is_empty() && !baseline.is_empty() { rows_of("") } else { own };
        rows.sort_by_key(|(_, figure)| figure.year);
        rows
    }

    /// The row that holds in a year, with its position: that of the year, else the one without a year, else the last
    /// before it; where no year is asked for, the row without a year, else the first.
    pub fn parameter_row(
        &self,
        baseline: &str,
        quantity: Quantity,
        line: &str,
        year: Option<Year>,
    ) -> Option<(usize, &Figure)> {
        row_of_year(&self.parameter_rows(baseline, quantity, line, ""), year)
    }

    /// The figure of [`Self::parameter_row`].
    pub fn parameter(&self, baseline: &str, quantity: Quantity, line: &str, year: Option<Year>) -> Option<&Figure> {
        self.parameter_row(baseline, quantity, line, year).map(|(_, figure)| figure)
    }
}

/// Of rows in the order of [`Study::parameter_rows`], the one that holds in a year.
pub(super) fn row_of_year<'a>(rows: &[(usize, &'a Figure)], year: Option<Year>) -> Option<(usize, &'a Figure)> {
    let without_year = || rows.first().filter(|(_, figure)| figure.year.is_none());
    let found = match year {
        None => rows.first(),
        Some(year) => rows
            .iter()
            .find(|(_, figure)| figure.year == Some(year))
            .or_else(without_year)
            .or_else(|| rows.iter().rfind(|(_, figure)| figure.year.is_some_and(|at| at < year))),
    };
    found.copied()
}
