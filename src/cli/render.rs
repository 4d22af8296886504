//! Tables for the screen: figures in the language's own form, units named.

use super::args::Format;
use crate::engine::{Line, Projection, Variable};
use crate::export::{Cell, Landing, Selection, Table, landings, to_csv, to_json};
use crate::lang::Lang;
use crate::quantity::{Unit, Year};
use crate::scenario::figure::Quantity;
use crate::scenario::study::Study;
use crate::text::{
    CliText, Numbers, capitalised, displayed, line_short, note_rounded_shares, quantity_name, shown_decimals,
    shown_unit, shown_value, unit_at_prices, variable_name, variable_unit, vintage_name,
};
use comfy_table::{CellAlignment, LineStyle, TableStyle};

/// Variables that a person asks for first, in reading order.
pub(super) const MAIN: [Variable; 7] = [
    Variable::Grdp,
    Variable::OutputGrowth,
    Variable::Output,
    Variable::Employment,
    Variable::ShareConstant,
    Variable::GrdpPerHead,
    Variable::GrdpPerHeadUsd,
];

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
    let mut drawn = comfy_table::Table::new();
    drawn.load_style(RULED);
    drawn.set_header(table.columns.iter().map(|column| &column.heading));
    for row in &table.rows {
        drawn.add_row(row.iter().map(|cell| match cell {
            Cell::Text(text) => comfy_table::Cell::new(text),
            Cell::Year(year) => comfy_table::Cell::new(numbers.year(*year)),
            Cell::Number { value, decimals } => right(numbers.decimal(*value, *decimals)),
            Cell::Missing => right(numbers.missing().to_owned()),
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
pub(super) fn folded(table: &Table, lang: Lang) -> (Table, String) {
    let numbers = Numbers::new(lang);
    let same = |at: usize| -> Option<String> {
        let first = table.rows.first()?.get(at)?;
        let is_same = table.rows.len() > 1 && table.rows.iter().all(|row| row.get(at) == Some(first));
        match first {
            Cell::Text(text) if is_same => Some(text.clone()),
            Cell::Year(year) if is_same => Some(numbers.year(*year)),
            Cell::Missing if is_same => Some(String::new()),
            Cell::Text(_) | Cell::Year(_) | Cell::Number { .. } | Cell::Missing => None,
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
    let years = selection.years(projection);
    let headings = [CliText::ColumnVariable, CliText::ColumnSector, CliText::ColumnUnit];
    let columns = headings.iter().map(|heading| heading.wording(lang));
    let columns = columns.chain(years.iter().map(|year| Numbers::new(lang).year(*year)));
    let mut table = Table::new(columns.map(|heading| (String::new(), heading)));
    let shown = if selection.variables.is_empty() { MAIN.to_vec() } else { selection.variables.clone() };
    for &variable in &shown {
        for line in projection.lines() {
            table.rows.extend(row(study, projection, variable, line, &years, lang));
        }
    }
    let rounded = note_rounded(study, projection, (&shown, &years), lang).map_or_else(String::new, |note| note + "\n");
    screen(&table, lang) + &rounded
}

/// The word that shares are rounded, where those shown of some year do not add to 100.
fn note_rounded(
    study: &Study,
    projection: &Projection,
    (shown, years): (&[Variable], &[Year]),
    lang: Lang,
) -> Option<String> {
    let parts = |variable: Variable, year: Year| -> Vec<f64> {
        let lines = study.top_lines().into_iter().chain(["taxes"]).filter_map(|id| projection.line(id));
        let values = lines.filter_map(|line| displayed(projection, variable, line, year));
        values.map(|value| shown_value(variable, value)).collect()
    };
    let shares = shown.iter().filter(|variable| shown_unit(**variable) == Unit::Percent);
    shares.flat_map(|variable| years.iter().map(|year| (*variable, *year))).find_map(|(variable, year)| {
        note_rounded_shares(&parts(variable, year), shown_decimals(shown_unit(variable)), lang)
    })
}

/// A variable of a line over the years; nothing where it has no figure in any of them.
fn row(
    study: &Study,
    projection: &Projection,
    variable: Variable,
    line: Line,
    years: &[Year],
    lang: Lang,
) -> Option<Vec<Cell>> {
    let decimals = shown_decimals(shown_unit(variable));
    let figures: Vec<Cell> = years
        .iter()
        .map(|&year| displayed(projection, variable, line, year).map(|value| shown_value(variable, value)))
        .map(|value| Cell::number(value, decimals))
        .collect();
    if figures.iter().all(|cell| *cell == Cell::Missing) {
        return None;
    }
    let names = [
        variable_name(variable, lang),
        line_short(projection.line_id(line), study, lang),
        variable_unit(variable, study.price_base_year, lang),
    ];
    Some(names.into_iter().map(Cell::Text).chain(figures).collect())
}

/// Targets of the projected years and how far the projection stands from each; empty where there is none.
pub(super) fn targets(study: &Study, projection: &Projection, years: &[Year], lang: Lang) -> String {
    let headings = [
        CliText::ColumnTarget,
        CliText::ColumnSector,
        CliText::ColumnYear,
        CliText::ColumnUnit,
        CliText::ColumnTarget,
        CliText::ColumnProjected,
        CliText::ColumnGap,
        CliText::ColumnVintage,
    ];
    let mut table = Table::new(headings.map(|heading| (String::new(), heading.wording(lang))));
    for landing in landings(study, projection) {
        let is_wanted = landing.target.year.is_none_or(|year| years.is_empty() || years.contains(&year));
        if is_wanted && landing.projected.is_some() {
            table.rows.push(target_row(study, &landing, lang));
        }
    }
    if table.rows.is_empty() {
        return String::new();
    }
    format!("\n{}\n{}", CliText::TableTargets.wording(lang), screen(&table, lang))
}

fn target_row(study: &Study, landing: &Landing<'_>, lang: Lang) -> Vec<Cell> {
    let target = landing.target;
    let (unit, factor) = target_unit(target.quantity);
    let decimals = shown_decimals(unit);
    let shown = |value: f64| value * factor;
    let wanted = match landing.wanted_upper {
        None => Cell::number(Some(shown(landing.wanted)), decimals),
        Some(upper) => Cell::text(Numbers::new(lang).range(shown(landing.wanted), shown(upper), decimals)),
    };
    let line = if target.line.is_empty() { "total" } else { &target.line };
    vec![
        Cell::Text(capitalised(&quantity_name(target.quantity, lang))),
        Cell::Text(line_short(line, study, lang)),
        target.year.map_or(Cell::Missing, |year| period(target.since, year, lang)),
        Cell::Text(unit_at_prices(unit, target.price_basis, study.price_base_year, lang)),
        wanted,
        Cell::number(landing.projected.map(shown), decimals),
        Cell::number(landing.gap().map(shown), decimals),
        Cell::Text(vintage_name(&target.vintage, lang)),
    ]
}

fn period(since: Option<Year>, year: Year, lang: Lang) -> Cell {
    let numbers = Numbers::new(lang);
    Cell::Text(match since {
        None => numbers.year(year),
        Some(since) => format!("{}–{}", numbers.year(since), numbers.year(year)),
    })
}

/// The unit in which a target is shown, and its size against the model's.
fn target_unit(quantity: Quantity) -> (Unit, f64) {
    let per_cent = [(Unit::Ratio, Unit::Percent), (Unit::RatioPerYear, Unit::PercentPerYear)];
    match per_cent.into_iter().find(|(unit, _)| *unit == quantity.unit()) {
        Some((_, shown)) => (shown, 100.0),
        None if quantity == Quantity::Productivity => (Unit::MillionVndPerWorker, 1e3),
        None => (quantity.unit(), 1.0),
    }
}
