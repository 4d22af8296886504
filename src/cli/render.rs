//! Tables for the screen: figures in the language's own form, units named.

use super::args::Format;
use crate::engine::{Projection, TAXES_LINE, Variable};
use crate::export::{Cell, Selection, Table, targets_table, to_csv, to_json, years_table};
use crate::lang::Lang;
use crate::quantity::{Unit, Year};
use crate::scenario::study::Study;
use crate::text::words::label;
use crate::text::{Numbers, find_displayed, note_rounded_shares, shown_decimals, shown_unit, shown_value};
use comfy_table::{CellAlignment, LineStyle, TableStyle};

/// Thin rules above, below and under the heading, none between rows.
const RULED: TableStyle = {
    let rule = LineStyle::none().fill('─').junction('─');
    TableStyle::new().top_border(rule).header_separator(rule).bottom_border(rule)
};

/// A table in a format.
pub(super) fn table(table: &Table, format: Format, lang: Lang) -> Vec<u8> {
    match format {
        Format::Table => screen(table, lang).into_bytes(),
        Format::Csv => to_csv(table),
        Format::Json => to_json(table),
    }
}

/// A table on screen; numbers stand to the right.
fn screen(table: &Table, lang: Lang) -> String {
    let numbers = Numbers::new(lang);
    let table = table.for_pages();
    let mut drawn = comfy_table::Table::new();
    drawn.load_style(RULED);
    drawn.set_header(table.columns.iter().map(|column| &column.heading));
    for row in &table.rows {
        drawn.add_row(row.iter().map(|cell| match cell {
            Cell::Text(_) | Cell::Texts(_) | Cell::Named { .. } | Cell::Year(_) => {
                comfy_table::Cell::new(cell.write(numbers))
            }
            Cell::Number { .. } | Cell::FileNumber(_) | Cell::Missing => right(cell.write(numbers)),
        }));
    }
    let is_numeric = |index: usize| {
        let mut cells = table.rows.iter().filter_map(|row| row.get(index));
        cells.any(|cell| matches!(cell, Cell::Number { .. }))
    };
    for index in 0..table.columns.len() {
        if let Some(column) = drawn.column_mut(index).filter(|_| is_numeric(index)) {
            column.set_cell_alignment(CellAlignment::Right);
        }
    }
    // Padding at the ends of lines is invisible, and only spoils what is copied.
    let mut text = String::new();
    for line in drawn.lines() {
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

/// A table for the screen without the columns that say the same in every row, and a line that says it once.
pub(super) fn fold_columns(table: &Table, lang: Lang) -> (Table, String) {
    let numbers = Numbers::new(lang);
    let table = table.for_pages();
    let same = |at: usize| -> Option<String> {
        let first = table.rows.first()?.get(at)?;
        let is_same = table.rows.len() > 1 && table.rows.iter().all(|row| row.get(at) == Some(first));
        match first {
            Cell::Text(_) | Cell::Texts(_) | Cell::Named { .. } | Cell::Year(_) if is_same => {
                Some(first.write(numbers))
            }
            Cell::Missing | Cell::FileNumber(_) if is_same => Some(String::new()),
            Cell::Text(_)
            | Cell::Texts(_)
            | Cell::Named { .. }
            | Cell::Year(_)
            | Cell::Number { .. }
            | Cell::FileNumber(_)
            | Cell::Missing => None,
        }
    };
    let common: Vec<Option<String>> = (0..table.columns.len()).map(same).collect();
    let said = table.columns.iter().zip(&common).filter_map(|(column, common)| {
        let text = common.as_ref().filter(|text| !text.is_empty())?;
        Some(format!("{}: {text}", column.heading))
    });
    let line = said.collect::<Vec<_>>().join(" · ");
    let keeps = |at: &usize| common.get(*at).is_some_and(Option::is_none);
    let kept: Vec<usize> = (0..table.columns.len()).filter(keeps).collect();
    let columns = kept.iter().filter_map(|&at| table.columns.get(at).cloned()).collect();
    let rows = table.rows.iter().map(|row| kept.iter().filter_map(|&at| row.get(at).cloned()).collect()).collect();
    (Table { columns, rows }, if line.is_empty() { line } else { format!("{line}\n") })
}

fn right(text: String) -> comfy_table::Cell {
    comfy_table::Cell::new(text).set_alignment(CellAlignment::Right)
}

/// A projection with years across: the main variables, or those chosen.
pub(super) fn projection(study: &Study, projection: &Projection, selection: &Selection, lang: Lang) -> String {
    let rounded = note_rounded(study, projection, selection, lang).map_or_else(String::new, |note| note + "\n");
    screen(&years_table(study, projection, selection, lang), lang) + &rounded
}

/// The word that shares are rounded, where those shown of some year do not add to 100.
pub(super) fn note_rounded(
    study: &Study,
    projection: &Projection,
    selection: &Selection,
    lang: Lang,
) -> Option<String> {
    let parts = |variable: Variable, year: Year| -> Vec<f64> {
        let lines = study.top_lines().into_iter().chain([TAXES_LINE]).filter_map(|id| projection.line(id));
        let values = lines.filter_map(|line| find_displayed(projection, variable, line, year));
        values.map(|value| shown_value(variable, value)).collect()
    };
    let years = selection.years(projection);
    let shares = selection.asked_variables().iter().filter(|variable| shown_unit(**variable) == Unit::Percent);
    shares.flat_map(|variable| years.iter().map(|year| (*variable, *year))).find_map(|(variable, year)| {
        note_rounded_shares(&parts(variable, year), shown_decimals(shown_unit(variable)), lang)
    })
}

/// Targets of the projected years and how far the projection stands from each; empty without targets.
pub(super) fn targets(study: &Study, projection: &Projection, years: &[Year], lang: Lang) -> String {
    let (table, reasons) = targets_table(study, projection, years, lang);
    if table.rows.is_empty() {
        return String::new();
    }
    let reasons: String = reasons.into_iter().map(|reason| reason + "\n").collect();
    format!("\n{}\n{}{reasons}", label(lang, "cli-table-targets"), screen(&table, lang))
}
