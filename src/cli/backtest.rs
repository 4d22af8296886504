//! `kichban backtest`: a panel projected from its own past, and scored.

use super::args::{Arguments, BacktestArgs, Format};
use super::failure::Failure;
use super::{Reply, exit_code, render, tabled, watched};
use crate::analysis::backtest::{Backtest, BacktestOptions, LEVELS, Method, Panel, Scope, ScoreRow, backtest as score};
use crate::export::{Cell, Table};
use crate::files;
use crate::lang::Lang;
use crate::text::{
    backtest_column, backtest_label, explain_panel_error, measure_name, method_name, panel_about, panel_too_short,
    unreadable_horizons,
};

pub(super) fn backtest(args: &BacktestArgs, arguments: &Arguments) -> Result<Reply, Failure> {
    let lang = arguments.lang;
    let horizons = horizons(&args.horizons).ok_or_else(|| Failure::usage(unreadable_horizons(&args.horizons, lang)))?;
    let text = files::read_text(&args.panel).map_err(|error| Failure::file(&error, lang))?;
    let panel =
        Panel::read(&text).map_err(|error| Failure::new(exit_code::INVALID, explain_panel_error(&error, lang)))?;
    let options =
        BacktestOptions { horizons, least_history: usize::from(args.min_history), ..BacktestOptions::default() };
    let (owned, own_options) = (panel.clone(), options.clone());
    let found = watched(lang, move |progress| score(&owned, &own_options, progress)).flatten();
    let found = found.ok_or_else(|| Failure::interrupted(lang))?;
    if found.rows.is_empty() {
        return Err(Failure::new(exit_code::INVALID, panel_too_short(&found, &options, lang)));
    }
    let bytes = if args.learnt {
        render::table(&learnt(&found, lang), arguments.format, lang)
    } else if arguments.format == Format::Table {
        let about = panel_about(&args.panel.display().to_string(), &panel, &found, &options, lang).join("\n");
        let screen = |table: &Table| String::from_utf8_lossy(&render::table(table, Format::Table, lang)).into_owned();
        let label = |key| backtest_label(key, lang);
        let methods = screen(&methods(&panel, &found, lang));
        let sectors = screen(&by_sector(&panel, &found, lang));
        let tenths = screen(&tenths(&panel, &found, lang));
        let titles = [label("backtest-methods"), label("backtest-by-sector"), label("backtest-tenths")];
        let [first, second, third] = titles;
        format!("{about}\n\n{first}\n{methods}\n{second}\n{sectors}\n{third}\n{tenths}").into_bytes()
    } else {
        render::table(&long(&panel, &found, lang), arguments.format, lang)
    };
    tabled(bytes, arguments)
}

/// Whole numbers of years, from 1 to 50.
fn horizons(text: &str) -> Option<Vec<usize>> {
    let mut found: Vec<usize> = text.split(',').map(|piece| piece.trim().parse().ok()).collect::<Option<_>>()?;
    found.sort_unstable();
    found.dedup();
    found.iter().all(|horizon| (1..=50).contains(horizon)).then_some(found)
}

fn scope_name(scope: Scope, panel: &Panel, lang: Lang) -> String {
    match scope {
        Scope::Sectors => backtest_label("backtest-scope-sectors", lang),
        Scope::Total => backtest_label("backtest-scope-total", lang),
        Scope::Sector(sector) => panel.sectors.get(sector).cloned().unwrap_or_default(),
    }
}

/// The word of a scope in files.
fn scope_id(scope: Scope, panel: &Panel) -> String {
    match scope {
        Scope::Sectors => "sectors".to_owned(),
        Scope::Total => "total".to_owned(),
        Scope::Sector(sector) => panel.sectors.get(sector).cloned().unwrap_or_default(),
    }
}

fn number(value: f64, decimals: usize) -> Cell {
    Cell::number(Some(value), decimals)
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 100")]
fn percent(level: f64) -> usize {
    (100.0 * level).round() as usize
}

/// A column: the word in files, and the heading.
fn column(id: &str, heading: String) -> (String, String) {
    (id.to_owned(), heading)
}

/// Columns that every table of scores begins with.
fn first_columns(lang: Lang) -> Vec<(String, String)> {
    vec![
        column("measure", backtest_label("backtest-column-measure", lang)),
        column("horizon", backtest_label("backtest-column-horizon", lang)),
        column("scope", backtest_label("backtest-column-scope", lang)),
    ]
}

fn first_cells(row: &ScoreRow, panel: &Panel, lang: Lang) -> Vec<Cell> {
    vec![
        Cell::Text(measure_name(row.measure, lang)),
        number(row.horizon as f64, 0),
        Cell::Text(scope_name(row.scope, panel, lang)),
    ]
}

fn coverage_columns(lang: Lang) -> Vec<(String, String)> {
    let of = |id: &str, key| {
        LEVELS.map(|level| column(&format!("{id}_{}", percent(level)), backtest_column(key, percent(level), lang)))
    };
    let (shares, chances) = (of("coverage", "backtest-column-cover"), of("kupiec_p", "backtest-column-p"));
    shares.into_iter().zip(chances).flat_map(|(share, chance)| [share, chance]).collect()
}

fn coverage_cells(row: &ScoreRow) -> Vec<Cell> {
    let cells = row.scores.coverage.iter().flat_map(|one| [number(100.0 * one.share, 1), number(one.p_value, 3)]);
    cells.collect()
}

/// Every method, for all sectors together and for the total.
fn methods(panel: &Panel, found: &Backtest, lang: Lang) -> Table {
    let mut columns = first_columns(lang);
    columns.extend([
        column("method", backtest_label("backtest-column-method", lang)),
        column("count", backtest_label("backtest-column-count", lang)),
        column("mape", backtest_label("backtest-column-mape", lang)),
        column("share_error", backtest_label("backtest-column-share", lang)),
    ]);
    columns.extend(coverage_columns(lang));
    columns.push(column("interval_score", backtest_label("backtest-column-score", lang)));
    let mut table = Table::new(columns);
    for row in found.rows.iter().filter(|row| !matches!(row.scope, Scope::Sector(_))) {
        let mut cells = first_cells(row, panel, lang);
        cells.push(Cell::Text(method_name(row.method, lang)));
        cells.push(number(row.scores.count as f64, 0));
        cells.push(number(row.scores.mape, 2));
        cells.push(Cell::number(row.scores.share_error, 2));
        cells.extend(coverage_cells(row));
        cells.push(number(row.scores.interval_score, 1));
        table.rows.push(cells);
    }
    table
}

/// The program for each sector, beside the error of the shrinkage rule.
fn by_sector(panel: &Panel, found: &Backtest, lang: Lang) -> Table {
    let mut columns = first_columns(lang);
    columns.extend([
        column("count", backtest_label("backtest-column-count", lang)),
        column("mape", backtest_label("backtest-column-mape", lang)),
        column("mape_shrinkage", backtest_label("backtest-column-shrinkage", lang)),
        column("share_error", backtest_label("backtest-column-share", lang)),
    ]);
    columns.extend(coverage_columns(lang));
    let mut table = Table::new(columns);
    let programs = found.rows.iter().filter(|row| row.method == Method::Program);
    for row in programs.filter(|row| matches!(row.scope, Scope::Sector(_))) {
        let same = |other: &&ScoreRow| {
            (other.measure, other.horizon, other.scope) == (row.measure, row.horizon, row.scope)
                && other.method == Method::Shrinkage
        };
        let shrinkage = found.rows.iter().find(same).map(|other| other.scores.mape);
        let mut cells = first_cells(row, panel, lang);
        cells.push(number(row.scores.count as f64, 0));
        cells.push(number(row.scores.mape, 2));
        cells.push(Cell::number(shrinkage, 2));
        cells.push(Cell::number(row.scores.share_error, 2));
        cells.extend(coverage_cells(row));
        table.rows.push(cells);
    }
    table
}

/// Where outcomes fell in the program's distribution.
fn tenths(panel: &Panel, found: &Backtest, lang: Lang) -> Table {
    let mut columns = first_columns(lang);
    columns.extend((1..=10).map(|tenth| column(&format!("tenth_{tenth}"), format!("{tenth}"))));
    let mut table = Table::new(columns);
    let programs = found.rows.iter().filter(|row| row.method == Method::Program);
    for row in programs.filter(|row| !matches!(row.scope, Scope::Sector(_))) {
        let mut cells = first_cells(row, panel, lang);
        cells.extend(row.scores.tenths.iter().map(|share| number(100.0 * share, 1)));
        table.rows.push(cells);
    }
    table
}

/// Everything, one row a measure, horizon, scope and method.
fn long(panel: &Panel, found: &Backtest, lang: Lang) -> Table {
    let label = |key| backtest_label(key, lang);
    let mut columns = first_columns(lang);
    columns.extend([
        column("method", label("backtest-column-method")),
        column("count", label("backtest-column-count")),
        column("mape_percent", label("backtest-column-mape")),
        column("share_error_points", label("backtest-column-share")),
    ]);
    columns.extend(
        coverage_columns(lang).into_iter().map(|(id, heading)| (id.replace("coverage", "coverage_percent"), heading)),
    );
    columns.push(column("interval_score", label("backtest-column-score")));
    columns.extend((1..=10).map(|tenth| column(&format!("tenth_{tenth}_percent"), format!("{tenth}"))));
    let mut table = Table::new(columns);
    for row in &found.rows {
        let mut cells = vec![
            Cell::text(row.measure.id()),
            number(row.horizon as f64, 0),
            Cell::Text(scope_id(row.scope, panel)),
            Cell::text(row.method.id()),
            number(row.scores.count as f64, 0),
            number(row.scores.mape, 2),
            Cell::number(row.scores.share_error, 2),
        ];
        cells.extend(coverage_cells(row));
        cells.push(number(row.scores.interval_score, 1));
        cells.extend(row.scores.tenths.iter().map(|share| number(100.0 * share, 1)));
        table.rows.push(cells);
    }
    table
}

/// Multipliers in the form of the table that ships.
fn learnt(found: &Backtest, lang: Lang) -> Table {
    let mut columns = vec![
        column("measure", backtest_label("backtest-column-measure", lang)),
        column("line", backtest_label("backtest-column-scope", lang)),
        column("horizon", backtest_label("backtest-column-horizon", lang)),
    ];
    columns.extend(LEVELS.map(|level| {
        column(&format!("k{}", percent(level)), backtest_column("backtest-column-multiplier", percent(level), lang))
    }));
    columns.push(column("projections", backtest_label("backtest-column-count", lang)));
    let mut table = Table::new(columns);
    let mut rows: Vec<_> = found.learnt.iter().collect();
    rows.sort_by_key(|row| (row.measure, row.is_total, row.horizon));
    for row in rows {
        let mut cells = vec![
            Cell::text(row.measure.id()),
            Cell::text(if row.is_total { "total" } else { "sector" }),
            number(row.horizon as f64, 0),
        ];
        // Four decimals are more than a band of other economies can mean.
        cells.extend(row.multipliers.map(|multiplier| number((multiplier * 1e4).round() / 1e4, 4)));
        cells.push(number(row.count as f64, 0));
        table.rows.push(cells);
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn horizons_are_whole_numbers_of_years() {
        assert_eq!(horizons("10, 5,5"), Some(vec![5, 10]));
        for wrong in ["", "x", "0", "51", "5,", "5;10"] {
            assert_eq!(horizons(wrong), None, "{wrong}");
        }
    }
}
