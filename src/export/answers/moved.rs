//! What moved between two states of a study.

use crate::analysis::{LostResult, StudyMoves, line_id};
use crate::export::{Cell, Head, Table};
use crate::lang::Lang;
use crate::scenario::study::Study;
use crate::text::words::label;
use crate::text::{FigureText, change_id, study_change_name};

/// Decimals of parts beyond those of the figure itself.
const FINER: usize = 1;

/// Each figure that is compared, before and after, and the part of each change in the difference; the whole difference last.
pub fn moved_table(study: &Study, moved: &StudyMoves, lang: Lang) -> Table {
    let heads = [
        Head::new("figure").with_heading("column-variable"),
        Head::new("year"),
        Head::new("unit"),
        Head::new("before").with_heading("column-was"),
        Head::new("after").with_heading("column-is-now"),
        Head::new("change").with_heading("column-moved-by"),
        Head::new("part"),
    ];
    let mut table = Table::with_heads(&heads, lang);
    for one in &moved.metrics {
        let (metric, text) = (one.metric, FigureText::new(study, one.metric, lang));
        let number = |value: f64, finer: usize| Cell::number(Some(text.to_shown(value)), text.decimals() + finer);
        let changes = moved.changes.iter().zip(&one.parts);
        let parts = changes
            .map(|(change, part)| (Cell::with_name(change_id(change), study_change_name(change, study, lang)), *part));
        let whole = Cell::with_name("total".to_owned(), label(lang, "why-growth-total"));
        for (change, part) in parts.chain([(whole, one.to - one.from)]) {
            let figure = format!("{}/{}", metric.variable.id(), line_id(study, metric.line));
            table.rows.push(vec![
                Cell::with_name(figure, text.name()),
                Cell::Year(metric.year),
                Cell::text(text.unit()),
                number(one.from, 0),
                number(one.to, 0),
                change,
                number(part, FINER),
            ]);
        }
    }
    for (result, key) in known_on_one_side(moved) {
        let (metric, text) = (result.metric, FigureText::new(study, result.metric, lang));
        let value = Cell::number(Some(text.to_shown(result.value)), text.decimals());
        let is_lost = key == "moved-is-lost";
        let (before, after) = if is_lost { (value, Cell::Missing) } else { (Cell::Missing, value) };
        let word = if is_lost { "lost" } else { "gained" };
        table.rows.push(vec![
            Cell::with_name(format!("{}/{}", metric.variable.id(), line_id(study, metric.line)), text.name()),
            Cell::Year(metric.year),
            Cell::text(text.unit()),
            before,
            after,
            Cell::with_name(word.to_owned(), label(lang, key)),
            Cell::Missing,
        ]);
    }
    table
}

/// Results that only one of the states knows, with the message that says which.
fn known_on_one_side(moved: &StudyMoves) -> impl Iterator<Item = (&LostResult, &'static str)> {
    let lost = moved.lost.iter().map(|result| (result, "moved-is-lost"));
    lost.chain(moved.gained.iter().map(|result| (result, "moved-is-gained")))
}
