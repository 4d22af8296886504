//! Which assumption matters: Sobol indices with their intervals.

use super::named::Namer;
use crate::analysis::ensemble::UncertainLever;
use crate::analysis::narrowed::Narrowed;
use crate::analysis::sobol::{Estimate, Sensitivity};
use crate::engine::Closure;
use crate::export::{Cell, Head, Table};
use crate::lang::Lang;
use crate::scenario::study::Study;
use crate::text::{Numbers, explain_narrowed, lever_unit};

/// Indices of the levers of a case in a closure.
#[derive(Debug, Clone, Copy)]
pub struct SensitivityRun<'a> {
    /// Closure.
    pub closure: Closure,
    /// Levers with their ranges.
    pub levers: &'a [UncertainLever],
    /// Indices, in the order of the levers.
    pub found: &'a Sensitivity,
    /// Levers that are not drawn over the range asked for.
    pub narrowed: &'a [Narrowed],
}

/// On pages an index has its interval in words; in files both ends are columns.
const HEADS: [Head; 14] = [
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
    Head::new("narrowed").only_in_files(),
];

/// A row for each lever of each run, and one for each that had to be left out; pages say below the table what files say in
/// a column.
pub fn sensitivity_table(study: &Study, runs: &[SensitivityRun<'_>], lang: Lang) -> Table {
    let mut table = Table::with_heads(&HEADS, lang);
    let (namer, numbers) = (Namer { study, lang }, Numbers::new(lang));
    for run in runs {
        for (lever, importance) in run.levers.iter().zip(&run.found.inputs) {
            let spec = lever.key.lever.spec();
            let shown = |value: f64| Namer::lever_value(spec, value, spec.decimals);
            let mut row = vec![
                namer.lever_in_years(&lever.key, lever.years),
                Cell::text(lever_unit(spec, lang)),
                shown(lever.low),
                shown(lever.high),
            ];
            for Estimate { value, low, high } in [importance.first, importance.total] {
                let interval = Cell::Text(numbers.range(low, high, 3));
                let [value, low, high] = [value, low, high].map(|value| Cell::number(Some(value), 3));
                row.extend([value, interval, low, high]);
            }
            row.push(namer.closure(run.closure));
            let narrowed = run.narrowed.iter().find(|one| one.key == lever.key);
            row.push(narrowed.map_or(Cell::Missing, |one| Cell::Text(explain_narrowed(one, study, lang))));
            table.rows.push(row);
        }
        for one in run.narrowed.iter().filter(|one| one.kept.is_none()) {
            let spec = one.key.lever.spec();
            let shown = |value: f64| Namer::lever_value(spec, value, spec.decimals);
            let range = [shown(one.asked.0), shown(one.asked.1)];
            let mut row = vec![namer.lever(&one.key), Cell::text(lever_unit(spec, lang))];
            row.extend(range.into_iter().chain((0..8).map(|_| Cell::Missing)));
            row.extend([namer.closure(run.closure), Cell::Text(explain_narrowed(one, study, lang))]);
            table.rows.push(row);
        }
    }
    table
}
