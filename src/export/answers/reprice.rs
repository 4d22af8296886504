//! What constant prices of another year did to the figures of a study.

use crate::engine::TOTAL_LINE;
use crate::export::{Cell, Head, Table};
use crate::lang::Lang;
use crate::quantity::Quantity;
use crate::scenario::study::Study;
use crate::scenario::{ListedFigure, Repricing};
use crate::text::words::label;
use crate::text::{capitalise, line_name, quantity_id, quantity_name, unit_name, vintage_name};

/// Decimals of values, and of per cent.
const DECIMALS: usize = 3;

/// Links of lines, then the sum of lines beside the linked total by year, then what is not re-expressed and what stays.
pub fn repricing_table(study: &Study, found: &Repricing, lang: Lang) -> Table {
    let heads = [
        Head::new("what").with_heading("column-what"),
        Head::new("figure").with_heading("column-variable"),
        Head::new("line").with_heading("column-sector"),
        Head::new("year"),
        Head::new("vintage"),
        Head::new("unit"),
        Head::new("before").with_heading("column-was"),
        Head::new("after").with_heading("column-is-now"),
        Head::new("percent").with_heading("column-per-cent"),
    ];
    let mut table = Table::with_heads(&heads, lang);
    let named_line = |line: &str| line_cell(line, study, lang);
    let of_quantity = |quantity: Quantity| quantity_cell(quantity, lang);
    let record = || Cell::with_name(study.history_vintage.clone(), vintage_name(&study.history_vintage, lang));
    let unit = || Cell::text(unit_name(Quantity::Output.unit(), lang));
    for link in &found.links {
        table.rows.push(vec![
            Cell::with_name("link".to_owned(), label(lang, "reprice-row-link")),
            of_quantity(Quantity::Output),
            named_line(&link.line),
            Cell::Year(found.to),
            record(),
            unit(),
            number(link.level),
            number(link.level.map(|level| level * link.factor)),
            number(Some(100.0 * (link.factor - 1.0))),
        ]);
    }
    for sum in &found.sums {
        table.rows.push(vec![
            Cell::with_name("sum".to_owned(), label(lang, "reprice-row-sum")),
            of_quantity(Quantity::Output),
            named_line(TOTAL_LINE),
            Cell::Year(sum.year),
            record(),
            unit(),
            number(Some(sum.linked)),
            number(Some(sum.sum)),
            number(Some(100.0 * sum.gap())),
        ]);
    }
    let listed = |word, one: &ListedFigure| listed_row(word, one, study, lang);
    table.rows.extend(found.left.iter().map(|one| listed(("left", "reprice-row-left"), one)));
    table.rows.extend(found.kept.iter().map(|one| listed(("kept", "reprice-row-kept"), one)));
    table
}

/// A figure that is not re-expressed, or stays as it is.
fn listed_row((word, key): (&str, &'static str), one: &ListedFigure, study: &Study, lang: Lang) -> Vec<Cell> {
    let figure = &one.figure;
    vec![
        Cell::with_name(word.to_owned(), label(lang, key)),
        quantity_cell(figure.quantity, lang),
        line_cell(&figure.line, study, lang),
        figure.year.map_or(Cell::Missing, Cell::Year),
        Cell::with_name(figure.vintage.clone(), vintage_name(&figure.vintage, lang)),
        Cell::text(unit_name(figure.unit, lang)),
        number(Some(figure.value)),
        Cell::Missing,
        Cell::Missing,
    ]
}

fn number(value: Option<f64>) -> Cell {
    Cell::number(value, DECIMALS)
}

fn quantity_cell(quantity: Quantity, lang: Lang) -> Cell {
    Cell::with_name(quantity_id(quantity), capitalise(&quantity_name(quantity, lang)))
}

fn line_cell(line: &str, study: &Study, lang: Lang) -> Cell {
    Cell::with_name(line.to_owned(), line_name(line, Some(study), lang))
}
