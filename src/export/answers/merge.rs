//! What came of a merger of territories: sums and gaps.

use crate::export::{Cell, Head, Table};
use crate::importing::Merged;
use crate::lang::Lang;
use crate::quantity::{Quantity, Unit, Year};
use crate::scenario::figure::Figure;
use crate::text::words::label;
use crate::text::{
    capitalise, gap_because, gap_reason_id, line_name, quantity_id, quantity_name, unit_at_prices, write_years,
};

/// The sums of one quantity and line in one unit.
struct SummedLine<'a> {
    model: &'a Figure,
    years: Vec<Year>,
}

/// A row for the sums of each quantity and line, then a row for each gap.
pub fn merge_table(merged: &Merged, lang: Lang) -> Table {
    let heads = [
        Head::new("what").with_heading("column-what"),
        Head::new("figure").with_heading("column-variable"),
        Head::new("line").with_heading("column-sector"),
        Head::new("years").with_heading("column-years"),
        Head::new("count").with_heading("column-count-of-figures"),
        Head::new("unit"),
        Head::new("why").with_heading("column-why"),
    ];
    let mut table = Table::with_heads(&heads, lang);
    let study = &merged.study;
    let of_what = |quantity: Quantity, line: &str| {
        [
            Cell::with_name(quantity_id(quantity), capitalise(&quantity_name(quantity, lang))),
            Cell::with_name(
                line.to_owned(),
                if line.is_empty() { String::new() } else { line_name(line, Some(study), lang) },
            ),
        ]
    };
    let years = |years: &[Year]| Cell::text(write_years(years, lang));
    for line in summed_lines(merged) {
        let [figure, of] = of_what(line.model.quantity, &line.model.line);
        let unit: Unit = line.model.unit;
        table.rows.push(vec![
            Cell::with_name("summed".to_owned(), label(lang, "merge-row-summed")),
            figure,
            of,
            years(&line.years),
            Cell::number(Some(line.years.len() as f64), 0),
            Cell::text(unit_at_prices(unit, line.model.price_basis, study.price_base_year, lang)),
            Cell::Missing,
        ]);
    }
    for gap in &merged.gaps {
        let [figure, of] = of_what(gap.quantity, &gap.line);
        table.rows.push(vec![
            Cell::with_name("gap".to_owned(), label(lang, "merge-row-gap")),
            figure,
            of,
            years(&gap.years),
            Cell::number(Some(gap.years.len() as f64), 0),
            Cell::Missing,
            Cell::with_name(gap_reason_id(gap.reason).to_owned(), gap_because(gap, lang)),
        ]);
    }
    table
}

/// The sums, those of one quantity and line together, in the order of the study.
fn summed_lines(merged: &Merged) -> Vec<SummedLine<'_>> {
    let mut lines: Vec<SummedLine<'_>> = Vec::new();
    for figure in merged.study.observations.iter() {
        let same = |line: &&mut SummedLine<'_>| {
            (line.model.quantity, &line.model.line, line.model.unit) == (figure.quantity, &figure.line, figure.unit)
        };
        match lines.iter_mut().find(same) {
            Some(line) => line.years.extend(figure.year),
            None => lines.push(SummedLine { model: figure, years: figure.year.into_iter().collect() }),
        }
    }
    lines
}
