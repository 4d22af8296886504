//! Which assumption matters: Sobol indices with their intervals.

use super::named::Namer;
use crate::analysis::ensemble::UncertainLever;
use crate::analysis::sobol::{Estimate, Sensitivity};
use crate::engine::Closure;
use crate::export::{Cell, Head, Table};
use crate::lang::Lang;
use crate::scenario::study::Study;
use crate::text::{Numbers, lever_unit};

/// Indices of the levers of a case in a closure.
#[derive(Debug, Clone, Copy)]
pub struct SensitivityRun<'a> {
    /// Closure.
    pub closure: Closure,
    /// Levers with their ranges.
    pub levers: &'a [UncertainLever],
    /// Indices, in the order of the levers.
    pub found: &'a Sensitivity,
}

/// On pages an index has its interval in words; in files both ends are columns.
const HEADS: [Head; 13] = [
    Head::new("lever"),
    Head::new("unit"),
    Head::new("low"),
    Head::new("high"),
    Head::new("first"),
    Head::new("first_interval").with_heading("column-interval").only_on_pages(),
    Head::new("first_low").only_in_files(),
    Head::new("first_high").only_in_files(),
    Head::new("total"),
    Head::new("total_interval").with_heading("column-interval").only_on_pages(),
    Head::new("total_low").only_in_files(),
    Head::new("total_high").only_in_files(),
    Head::new("closure").only_in_files(),
];

/// A row for each lever of each run.
pub fn sensitivity_table(study: &Study, runs: &[SensitivityRun<'_>], lang: Lang) -> Table {
    let mut table = Table::with_heads(&HEADS, lang);
    let (namer, numbers) = (Namer { study, lang }, Numbers::new(lang));
    for run in runs {
        for (lever, importance) in run.levers.iter().zip(&run.found.inputs) {
            let spec = lever.key.lever.spec();
            let shown = |value: f64| Cell::number(Some(spec.to_shown(value)), spec.decimals);
            let mut row =
                vec![namer.lever(&lever.key), Cell::text(lever_unit(spec, lang)), shown(lever.low), shown(lever.high)];
            for Estimate { value, low, high } in [importance.first, importance.total] {
                let interval = Cell::Text(numbers.range(low, high, 3));
                let [value, low, high] = [value, low, high].map(|value| Cell::number(Some(value), 3));
                row.extend([value, interval, low, high]);
            }
            row.push(namer.closure(run.closure));
            table.rows.push(row);
        }
    }
    table
}
