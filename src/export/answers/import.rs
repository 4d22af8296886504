//! What an import would bring into a study, figure by figure.

use crate::engine::TOTAL_LINE;
use crate::export::{Cell, Head, Table};
use crate::importing::{Intake, IntakeChange};
use crate::lang::Lang;
use crate::scenario::study::Study;
use crate::text::{change_word, line_name, quantity_id, quantity_name, unit_name};

/// Decimals of a value as read, at most.
const DECIMALS: usize = 4;

/// The decimals that values have, up to the most that are shown: 410 has none.
fn decimals_of(values: &[f64]) -> usize {
    let unit = |decimals: usize| (0..decimals).fold(1.0, |unit, _| unit * 10.0);
    let has = |value: &f64, decimals: usize| {
        let cut = (value * unit(decimals)).round() / unit(decimals);
        (value - cut).abs() * unit(DECIMALS) < 0.5
    };
    (0..DECIMALS).find(|decimals| values.iter().all(|value| has(value, *decimals))).unwrap_or(DECIMALS)
}

/// Every figure of an intake with what it is to the study; figures that the study has already come too.
pub fn import_table(study: Option<&Study>, intake: &Intake, changes: &[IntakeChange], lang: Lang) -> Table {
    let heads = [
        Head::new("change"),
        Head::new("quantity"),
        Head::new("line"),
        Head::new("year"),
        Head::new("before"),
        Head::new("value"),
        Head::new("unit"),
        Head::new("vintage"),
        Head::new("sheet"),
        Head::new("cell"),
    ];
    let mut table = Table::with_heads(&heads, lang);
    for (incoming, change) in intake.figures.iter().zip(changes) {
        let figure = &incoming.figure;
        let before = match change {
            IntakeChange::New => None,
            IntakeChange::Same { .. } => Some(figure.value),
            IntakeChange::Revised { before, .. } => Some(*before),
            IntakeChange::Beside { value, .. } => Some(*value),
        };
        let named = |id: String, name: String| Cell::Named { id, name };
        let line = if figure.line.is_empty() { TOTAL_LINE } else { figure.line.as_str() };
        let cell = figure.cell.as_deref();
        let decimals = decimals_of(&[before.unwrap_or(figure.value), figure.value]);
        table.rows.push(vec![
            named(change.id().to_owned(), change_word(change, lang)),
            named(quantity_id(figure.quantity), quantity_name(figure.quantity, lang)),
            named(line.to_owned(), line_name(line, study, lang)),
            figure.year.map_or(Cell::Missing, Cell::Year),
            Cell::number(before, decimals),
            Cell::number(Some(figure.value), decimals),
            Cell::text(unit_name(figure.unit, lang)),
            Cell::text(figure.vintage.as_str()),
            Cell::text(cell.map_or("", |cell| cell.sheet.as_str())),
            Cell::text(cell.map_or_else(String::new, |cell| cell.cells.join(" + "))),
        ]);
    }
    table
}
