//! What the pointer finds on a lever: definition, unit, default and its source, ranges, effect on GRDP.

use super::context::StateReader;
use super::rows::LeverRow;
use super::step_effect::{adds_nothing, change_text, known_effect, step_decimals};
use crate::analysis::AnalysisError;
use crate::app::GrdpChange;
use crate::quantity::Unit;
use crate::scenario::lever::Kind;
use crate::scenario::{RecordRef, lever_provenance};
use crate::text::words::{filled, label};
use crate::text::{Numbers, OriginText, explain_analysis_error};

/// Characters of a quote that a card repeats.
const LONGEST_QUOTE: usize = 180;

/// The card of a lever, in words.
#[derive(Debug, Clone)]
pub struct LeverCard {
    /// Name.
    pub name: String,
    /// Definition with symbol and equation.
    pub definition: String,
    /// Label and text of each line: unit, default, source, ranges.
    pub lines: Vec<(&'static str, String)>,
    /// The quoted words behind the default.
    pub quote: Option<String>,
    /// What one step up and one step down do to GRDP; `None` where there is no step.
    pub effect: Option<Vec<String>>,
}

/// The card of a row of the selected case.
pub fn lever_card(reader: &StateReader<'_>, row: &LeverRow) -> LeverCard {
    let mut lines = Vec::new();
    let spec = row.spec;
    let number = |value: f64| lever_number(reader.numbers, spec.unit, spec.decimals, value);
    if matches!(spec.kind, Kind::Path | Kind::Number) {
        lines.push(("assume-card-unit", row.unit.clone()));
        let default = if row.is_known() { number(row.default) } else { reader.numbers.missing().to_owned() };
        lines.push(("assume-card-default", default));
    }
    lines.push(("assume-card-source", source_text(&row.origin)));
    if matches!(spec.kind, Kind::Path | Kind::Number) {
        lines.push(("assume-card-soft", format!("{} … {}", number(spec.soft.0), number(spec.soft.1))));
        lines.push(("assume-card-hard", format!("{} … {}", number(spec.hard.0), number(spec.hard.1))));
    }
    let study = &reader.state.study;
    let provenance = lever_provenance(study, &reader.state.workspace.selected, &row.key);
    let quote = Some(provenance.quote()).filter(|quote| !quote.is_empty());
    LeverCard {
        name: row.name.clone(),
        definition: row.definition.clone(),
        lines,
        quote: quote.map(shorten_quote),
        effect: effect(reader, row),
    }
}

/// A number of a lever; years are not grouped.
pub fn lever_number(numbers: Numbers, unit: Unit, decimals: usize, value: f64) -> String {
    if unit == Unit::CalendarYear {
        #[expect(clippy::cast_possible_truncation, reason = "hard ranges keep years far inside i32")]
        return numbers.year(value.round() as i32);
    }
    // A value between the digits of the catalogue is not shown as if it stood on them.
    let written = numbers.decimal(value, decimals);
    let exact = numbers.write_trimmed(value, 3);
    if exact.chars().count() > written.chars().count() { exact } else { written }
}

fn shorten_quote(quote: &str) -> String {
    if quote.chars().count() <= LONGEST_QUOTE {
        return quote.to_owned();
    }
    let head: String = quote.chars().take(LONGEST_QUOTE).collect();
    format!("{} …", head.trim_end())
}

fn source_text(origin: &OriginText) -> String {
    if origin.source.is_empty() { origin.status.clone() } else { format!("{}: {}", origin.status, origin.source) }
}

fn effect(reader: &StateReader<'_>, row: &LeverRow) -> Option<Vec<String>> {
    let told = |error: AnalysisError| {
        let told = explain_analysis_error(&error, &reader.state.study, reader.lang);
        Some(vec![told.sentence, told.hint])
    };
    let known = match known_effect(reader, &row.key) {
        Ok(known) => known?,
        Err(error) => return told(error),
    };
    let sides: Vec<GrdpChange> = known.up.into_iter().chain(known.down).collect();
    if !sides.is_empty() && sides.iter().all(|change| adds_nothing(*change)) {
        let state = reader.state;
        let case = state.derived.prepared_case(&state.workspace.selected)?;
        return match state.answers.moves_nothing(&state.study, case, &row.key) {
            Ok(true) => Some(vec![label(reader.lang, "assume-effect-nothing")]),
            Ok(false) => Some(vec![label(reader.lang, "assume-effect-elsewhere")]),
            Err(error) => told(error),
        };
    }
    let step = reader.numbers.decimal(known.step, step_decimals(row.spec, known.step));
    let switch = row.spec.kind == Kind::Switch;
    let keys =
        if switch { ("assume-effect-on", "assume-effect-off") } else { ("assume-effect-up", "assume-effect-down") };
    let line = |(key, change): (&'static str, Option<GrdpChange>)| {
        let change = change_text(reader, (change?, known.is_slope));
        Some(filled(reader.lang, key, &[("step", &step), ("unit", &row.unit), ("change", &change)]))
    };
    let lines: Vec<String> = [(keys.0, known.up), (keys.1, known.down)].into_iter().filter_map(line).collect();
    let price = reader.state.study.price_base_year.to_string();
    let prices = filled(reader.lang, "assume-effect-prices", &[("year", &price)]);
    Some(lines.into_iter().chain([prices]).collect())
}

/// The record that a row is about, with the words of its entry in the menu.
pub fn record_entry(row: &LeverRow) -> Option<(RecordRef, &'static str)> {
    let record = RecordRef::from_key(&row.key)?;
    let key = match record {
        RecordRef::Project(_) => "record-edit-project",
        RecordRef::Park(_) => "record-edit-park",
        RecordRef::Shock(_) => "record-edit-shock",
    };
    Some((record, key))
}
