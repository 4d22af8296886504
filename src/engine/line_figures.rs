//! What variables of a line are read from in a year, whether a finished run holds the figures or a run that is under way.

#![expect(clippy::inline_always, reason = "a block of draws is vectorised only where its arithmetic is inlined")]

use super::line::Line;
use super::real::Real;

/// Figures of one line in one year of a run.
///
/// Positions of sectors are those of the inputs.
pub(super) trait LineFigures<N: Real>: Copy {
    /// The line.
    fn line(self) -> Line;
    /// The province in the same year.
    fn province(self) -> Self;
    /// Number of sectors.
    fn n_sectors(self) -> usize;
    /// Whether a sector belongs to the line.
    fn has_sector(self, sector: usize) -> bool;
    /// Output of a sector, trillion VND at constant prices.
    fn sector_output(self, sector: usize) -> N;
    /// Employment of a sector, thousand persons.
    fn sector_employment(self, sector: usize) -> N;
    /// Price level of a sector, 1 in the price base year.
    fn sector_deflator(self, sector: usize) -> N;
    /// Product taxes less subsidies, trillion VND at constant prices.
    fn taxes(self) -> N;
    /// Price level of product taxes.
    fn tax_deflator(self) -> N;
    /// GRDP, trillion VND at constant prices.
    fn grdp(self) -> N;
    /// Population, thousand persons.
    fn population(self) -> N;
    /// VND a US dollar.
    fn exchange_rate(self) -> N;

    /// Sums over the sectors of the line, in their order; product taxes belong to their own line and to the province.
    #[inline(always)]
    fn sums(self) -> LineSums<N> {
        let mut sums = LineSums { output: N::ZERO, employment: N::ZERO, current: N::ZERO };
        let (first, end) = match self.line() {
            Line::Sector(s) => (s, self.n_sectors().min(s + 1)),
            Line::Group(_) | Line::Total => (0, self.n_sectors()),
            Line::Taxes => (0, 0),
        };
        for s in first..end {
            if self.has_sector(s) {
                let output = self.sector_output(s);
                sums.output = sums.output + output;
                sums.employment = sums.employment + self.sector_employment(s);
                sums.current = sums.current + output * self.sector_deflator(s);
            }
        }
        if matches!(self.line(), Line::Taxes | Line::Total) {
            sums.output = sums.output + self.taxes();
            sums.current = sums.current + self.taxes() * self.tax_deflator();
        }
        sums
    }
}

/// Sums over a line from which its ratios follow.
#[derive(Debug, Clone, Copy)]
pub(super) struct LineSums<N> {
    /// Output, trillion VND at constant prices.
    pub(super) output: N,
    /// Employment, thousand persons.
    pub(super) employment: N,
    /// Output, trillion VND at current prices.
    pub(super) current: N,
}
