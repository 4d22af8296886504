//! What holds for every workbook: rows agree with the program, and what cannot be changed says so.

use super::book::{CellLook, Content, SheetCell};
use super::*;
use crate::engine::Closure;
use crate::files::built_in;
use crate::scenario::figure::Quantity;
use crate::scenario::study::Study;
use std::collections::BTreeSet;
use std::sync::Arc;

const STAMP: Stamp = Stamp { year: 2026, month: 11, day: 22 };

/// Holds every row that shows a variable to the projection, cell by cell; returns the variables.
fn holds(case: &ExportCase<'_>) -> BTreeSet<Variable> {
    let (builder, _) = build(case, Lang::EN, STAMP).unwrap();
    agrees(&builder, case, "");
    builder.shown.iter().map(|(_, shown)| shown.variable).collect()
}

fn agrees(builder: &Builder<'_>, case: &ExportCase<'_>, at: &str) {
    for (name, Shown { variable, line, factor }) in &builder.shown {
        let place = builder.book.names[name];
        for (column, expected) in (place.column..).zip(case.projection.series(*variable, *line)) {
            let Some(expected) = expected.map(|value| value * factor) else { continue };
            let found = builder.book.find_value(place.sheet, place.row, column);
            let near = |found: f64| (found - expected).abs() <= 1e-9 * expected.abs().max(1e-3);
            assert!(found.is_some_and(near), "{at} {name} column {column}: {found:?} for {expected}");
        }
    }
}

/// Figures that are not behind a lever: a lever moves a scenario away from its baseline, a figure moves both.
fn is_plain(quantity: Quantity) -> bool {
    let levers = [
        Quantity::NaturalGrowth,
        Quantity::NetMigration,
        Quantity::WorkingAgeShare,
        Quantity::Participation,
        Quantity::Unemployment,
        Quantity::InvestmentRate,
        Quantity::InvestmentShare,
        Quantity::ReallocationShare,
        Quantity::Inflation,
        Quantity::ExchangeRate,
        Quantity::LandProductivityGrowth,
        Quantity::RealisedRatio,
    ];
    !levers.contains(&quantity)
}

/// Cells of the assumptions that stand differently in another workbook, with what they hold there.
fn moved(from: &Builder<'_>, to: &Builder<'_>, looks: impl Fn(CellLook) -> bool) -> Vec<((u32, u16), f64, CellLook)> {
    let number = |builder: &Builder<'_>, at| match builder.book.sheets[builder.inputs].cells.get(&at) {
        Some(SheetCell { content: Content::Number(value), look }) if looks(*look) => Some((*value, *look)),
        _ => None,
    };
    let cells = from.book.sheets[from.inputs].cells.keys();
    cells
        .filter_map(|&at| Some((at, number(from, at)?, number(to, at)?)))
        .filter(|(_, from, to)| (from.0 - to.0).abs() > 1e-12 * from.0.abs())
        .map(|(at, _, (value, look))| (at, value, look))
        .collect()
}

/// What a figure of the study, changed by a hundredth, changes in the yellow cells, and whether all else follows.
fn follows(case: &ExportCase<'_>, exported: &Builder<'_>, changed: &Study) -> bool {
    let Ok(other) = ExportCase::new(changed, &case.id, case.closure) else { return false };
    let Ok((after, _)) = build(&other, Lang::EN, STAMP) else { return false };
    if !moved(exported, &after, |look| matches!(look, CellLook::Fixed(..))).is_empty() {
        return false;
    }
    let yellow = moved(exported, &after, |look| matches!(look, CellLook::Input(_)));
    if yellow.is_empty() {
        return false;
    }
    let (mut before, _) = build(case, Lang::EN, STAMP).unwrap();
    for (at, value, look) in &yellow {
        before.book.number(before.inputs, *at, *value, *look);
    }
    before.book.forget();
    before.book.evaluate().unwrap();
    agrees(&before, &other, &format!("{yellow:?}"));
    true
}

#[test]
fn what_follows_from_a_yellow_cell_is_what_follows_from_its_figure() {
    let study = built_in().unwrap();
    let mut seen = BTreeSet::new();
    for (id, closure) in [("everything", Closure::Productivity), ("everything", Closure::Capital)] {
        let case = ExportCase::new(&study, id, closure).unwrap();
        let (exported, _) = build(&case, Lang::EN, STAMP).unwrap();
        let figures = study.observations.len();
        for position in 0..figures + study.parameters.len() {
            let mut changed = study.clone();
            let figure = match position.checked_sub(figures) {
                None => &mut Arc::make_mut(&mut changed.observations)[position],
                Some(position) => &mut Arc::make_mut(&mut changed.parameters)[position].figure,
            };
            figure.value *= 1.01;
            let quantity = figure.quantity;
            if is_plain(quantity) && follows(&case, &exported, &changed) {
                seen.insert(quantity);
            }
        }
    }
    assert!(seen.len() >= 6, "{seen:?}");
}

#[test]
fn a_cell_that_cannot_be_changed_says_why_in_few_enough_words() {
    for lang in [Lang::VI, Lang::EN] {
        assert!(label(lang, "workbook-fixed-title").chars().count() <= 32);
        for why in LockedReason::ALL {
            assert!((20..=225).contains(&label(lang, why.key()).chars().count()), "{why:?}");
        }
    }
}

#[test]
fn every_row_that_shows_a_variable_agrees_with_the_projection_in_its_unit() {
    let study = built_in().unwrap();
    for (id, closure) in [("everything", Closure::Productivity), ("everything", Closure::Capital)] {
        let case = ExportCase::new(&study, id, closure).unwrap();
        assert!(holds(&case).len() > 30);
        let rows = workbook_rows(&case, Lang::VI, STAMP).unwrap();
        let own = |row: &&WorkbookRow| row.variable == Variable::PotentialProductivity;
        assert!(rows.iter().find(own).is_some_and(|row| (row.factor - 1e3).abs() < 1e-9));
    }
}

#[test]
fn a_workbook_that_would_contradict_itself_is_not_written() {
    let study = built_in().unwrap();
    let other = ExportCase::new(&study, "everything", Closure::Productivity).unwrap();
    let case =
        ExportCase { projection: other.projection, ..ExportCase::new(&study, "trend", Closure::Productivity).unwrap() };
    let refused = to_workbook(&case, Lang::EN, STAMP);
    assert!(matches!(&refused, Err(WorkbookError::Disagrees { row }) if !row.is_empty()), "{refused:?}");
}
