//! Scores of the back-test: one table, of which pages show parts, and the multipliers that it learns.

use crate::analysis::backtest::{Backtest, ForecastMethod, LEVELS, Panel, RuleRow, ScoreRow, ScoreScope};
use crate::analysis::shown_fan::ShownCoverage;
use crate::export::{Cell, Column, Head, Table};
use crate::lang::Lang;
use crate::text::{backtest_column, backtest_label, measure_name, method_name};

const MEASURE: Head = Head::new("measure").with_heading("column-quantity");
const HORIZON: Head = Head::new("horizon");
const SCOPE: Head = Head::new("scope");

const FIRST: [Head; 8] = [
    MEASURE,
    HORIZON,
    SCOPE,
    Head::new("method").with_heading("column-projection-method"),
    Head::new("count"),
    Head::new("mape_percent").with_heading("column-mape"),
    Head::new("mape_shrinkage").only_on_pages(),
    Head::new("share_error_points").with_heading("column-share-error"),
];

/// Every score, one row a measure, horizon, scope and method.
pub fn backtest_table(panel: &Panel, found: &Backtest, lang: Lang) -> Table {
    scores(panel, found, |_| true, lang)
}

/// Every method, for all sectors together and for the total.
pub fn methods_table(panel: &Panel, found: &Backtest, lang: Lang) -> Table {
    let table = scores(panel, found, is_of_all, lang);
    table.keep_columns(|id| id != "mape_shrinkage" && !id.starts_with("tenth_"))
}

/// The program for each sector, beside the error of the shrinkage rule.
pub fn sectors_table(panel: &Panel, found: &Backtest, lang: Lang) -> Table {
    let table = scores(panel, found, |row| is_of_program(row) && is_of_sector(row), lang);
    table.keep_columns(|id| !["method", "interval_score"].contains(&id) && !id.starts_with("tenth_"))
}

/// The bands that ship by thirds of the projections of sectors: by volatility of their past, and by size.
pub fn thirds_table(panel: &Panel, found: &Backtest, lang: Lang) -> Table {
    let is_wanted = |row: &ScoreRow| row.method == ForecastMethod::ProgramShipped && is_of_third(row);
    let table = scores(panel, found, is_wanted, lang);
    let dropped = ["method", "interval_score", "mape_shrinkage", "share_error_points"];
    table.keep_columns(|id| !dropped.contains(&id) && !id.starts_with("tenth_"))
}

/// Where outcomes fell in the program's distribution.
pub fn tenths_table(panel: &Panel, found: &Backtest, lang: Lang) -> Table {
    let table = scores(panel, found, |row| is_of_program(row) && is_of_all(row), lang);
    table.keep_columns(|id| ["measure", "horizon", "scope"].contains(&id) || id.starts_with("tenth_"))
}

fn is_of_program(row: &ScoreRow) -> bool {
    row.method == ForecastMethod::Program
}

const fn is_of_sector(row: &ScoreRow) -> bool {
    matches!(row.scope, ScoreScope::Sector(_))
}

const fn is_of_third(row: &ScoreRow) -> bool {
    matches!(row.scope, ScoreScope::Volatility(_) | ScoreScope::Size(_))
}

const fn is_of_all(row: &ScoreRow) -> bool {
    matches!(row.scope, ScoreScope::Sectors | ScoreScope::Total)
}

fn scores(panel: &Panel, found: &Backtest, is_wanted: impl Fn(&ScoreRow) -> bool, lang: Lang) -> Table {
    let of_levels = LEVELS.into_iter().flat_map(|level| {
        let column =
            |id, key| Column::new(format!("{id}_{}", percent(level)), backtest_column(key, percent(level), lang));
        [column("coverage_percent", "backtest-column-cover"), column("kupiec_p", "backtest-column-p")]
    });
    let tenths = (1..=10).map(|tenth| Column::new(format!("tenth_{tenth}_percent"), tenth.to_string()));
    let first = FIRST.iter().map(|head| head.to_column(lang));
    let score = Head::new("interval_score").to_column(lang);
    let mut table = Table::new(first.chain(of_levels).chain([score]).chain(tenths));
    table.rows = found.rows.iter().filter(|row| is_wanted(row)).map(|row| cells(panel, found, row, lang)).collect();
    table
}

fn cells(panel: &Panel, found: &Backtest, row: &ScoreRow, lang: Lang) -> Vec<Cell> {
    let is_same = |other: &&ScoreRow| {
        (other.measure, other.horizon, other.scope) == (row.measure, row.horizon, row.scope)
            && other.method == ForecastMethod::Shrinkage
    };
    let shrinkage = found.rows.iter().find(is_same).map(|other| other.scores.mape);
    let mut cells = vec![
        Cell::with_name(row.measure.id(), measure_name(row.measure, lang)),
        number(row.horizon as f64, 0),
        scope(row.scope, panel, lang),
        Cell::with_name(row.method.id(), method_name(row.method, lang)),
        number(row.scores.count as f64, 0),
        number(row.scores.mape, 2),
        Cell::number(shrinkage, 2),
        Cell::number(row.scores.share_error, 2),
    ];
    let coverage = row.scores.coverage.iter();
    cells.extend(coverage.flat_map(|one| [number(100.0 * one.share, 1), number(one.p_value, 3)]));
    cells.push(number(row.scores.interval_score, 1));
    cells.extend(row.scores.tenths.iter().map(|share| number(100.0 * share, 1)));
    cells
}

fn scope(scope: ScoreScope, panel: &Panel, lang: Lang) -> Cell {
    match scope {
        ScoreScope::Sectors => Cell::with_name("sectors", backtest_label("backtest-scope-sectors", lang)),
        ScoreScope::Total => Cell::with_name("total", backtest_label("backtest-scope-total", lang)),
        ScoreScope::Sector(sector) => Cell::Text(panel.sectors.get(sector).cloned().unwrap_or_default()),
        ScoreScope::Volatility(third) => third_cell("volatility", third, VOLATILITY_THIRDS, lang),
        ScoreScope::Size(third) => third_cell("size", third, SIZE_THIRDS, lang),
    }
}

/// Labels of the thirds by volatility, the calmest first.
const VOLATILITY_THIRDS: [&str; 3] = ["backtest-calm", "backtest-middle-volatility", "backtest-volatile"];
/// Labels of the thirds by size, the smallest first.
const SIZE_THIRDS: [&str; 3] = ["backtest-small", "backtest-middle-size", "backtest-large"];

fn third_cell(id: &str, third: usize, keys: [&'static str; 3], lang: Lang) -> Cell {
    let name = keys.get(third).map(|key| backtest_label(key, lang)).unwrap_or_default();
    Cell::with_name(format!("{id}_{}", third + 1), name)
}

fn number(value: f64, decimals: usize) -> Cell {
    Cell::number(Some(value), decimals)
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 100")]
fn percent(level: f64) -> usize {
    (100.0 * level).round() as usize
}

/// Multipliers in the form of the table that ships.
pub fn learnt_table(found: &Backtest, lang: Lang) -> Table {
    let first = [MEASURE, Head::new("line").with_heading("column-scope"), HORIZON].map(|head| head.to_column(lang));
    let of_levels = LEVELS.map(|level| {
        let heading = backtest_column("backtest-column-multiplier", percent(level), lang);
        Column::new(format!("k{}", percent(level)), heading)
    });
    let last = Head::new("projections").with_heading("column-count").to_column(lang);
    let mut table = Table::new(first.into_iter().chain(of_levels).chain([last]));
    let mut rows: Vec<_> = found.learnt.iter().collect();
    rows.sort_by_key(|row| (row.measure, row.is_total, row.horizon));
    for row in rows {
        let mut cells = vec![
            Cell::with_name(row.measure.id(), measure_name(row.measure, lang)),
            if row.is_total {
                Cell::with_name("total", backtest_label("backtest-scope-total", lang))
            } else {
                Cell::with_name("sector", backtest_label("backtest-scope-sectors", lang))
            },
            number(row.horizon as f64, 0),
        ];
        // Four decimals are more than a band of other economies can mean.
        cells.extend(row.multipliers.map(|multiplier| number((multiplier * 1e4).round() / 1e4, 4)));
        cells.push(number(row.count as f64, 0));
        table.rows.push(cells);
    }
    table
}

/// What fans of studies made of a panel covered.
pub fn shown_table(found: &ShownCoverage, lang: Lang) -> Table {
    let first = [SCOPE, HORIZON, Head::new("count")].map(|head| head.to_column(lang));
    let of_levels = LEVELS.map(|level| {
        let heading = backtest_column("backtest-column-cover", percent(level), lang);
        Column::new(format!("coverage_percent_{}", percent(level)), heading)
    });
    let mut table = Table::new(first.into_iter().chain(of_levels));
    for row in &found.rows {
        let line = if row.is_total {
            Cell::with_name("grdp", backtest_label("backtest-scope-total", lang))
        } else {
            Cell::with_name("sectors", backtest_label("backtest-scope-sectors", lang))
        };
        let mut cells = vec![line, number(row.horizon as f64, 0), number(row.count as f64, 0)];
        cells.extend(row.coverage.map(|share| number(100.0 * share, 1)));
        table.rows.push(cells);
    }
    table
}

/// Coefficients of the trend rule in the form of the table that ships.
pub fn rule_table(found: &Backtest, lang: Lang) -> Table {
    let heads = [
        MEASURE,
        Head::new("line").with_heading("column-scope"),
        Head::new("peers").with_heading("backtest-column-peers"),
        Head::new("agriculture").with_heading("backtest-column-agriculture"),
        Head::new("constant").with_heading("backtest-column-constant"),
        Head::new("own").with_heading("backtest-column-own"),
        Head::new("of_peers").with_heading("backtest-column-of-peers"),
        Head::new("of_agriculture").with_heading("backtest-column-of-agriculture"),
        Head::new("projections").with_heading("column-count"),
    ];
    let mut table = Table::new(heads.iter().map(|head| head.to_column(lang)));
    table.rows = found.rule.iter().map(|row| rule_cells(row, lang)).collect();
    table
}

fn rule_cells(row: &RuleRow, lang: Lang) -> Vec<Cell> {
    let said = |used: bool| {
        let (id, key) = if used { ("yes", "backtest-yes") } else { ("no", "backtest-no") };
        Cell::with_name(id, backtest_label(key, lang))
    };
    let line = if row.is_total {
        Cell::with_name("total", backtest_label("backtest-scope-total", lang))
    } else {
        Cell::with_name("sector", backtest_label("backtest-scope-sectors", lang))
    };
    let mut cells = vec![
        Cell::with_name(row.measure.id(), measure_name(row.measure, lang)),
        line,
        said(row.basis.peers),
        said(row.basis.agriculture),
    ];
    // Four decimals: a hundredth of a point of growth a year.
    let coefficients = row.coefficients.iter().zip(row.basis.used());
    cells.extend(coefficients.map(|(weight, used)| Cell::number(used.then(|| (weight * 1e4).round() / 1e4), 4)));
    cells.push(number(row.count as f64, 0));
    cells
}
