//! What the pointer finds on a lever: definition, unit, default and its source, ranges, effect on the headline.

use super::context::Picture;
use super::rows::LeverRow;
use crate::quantity::Unit;
use crate::scenario::lever::Kind;
use crate::scenario::{RecordRef, lever_provenance};
use crate::text::words::filled;
use crate::text::{Numbers, OriginText, shown_value, variable_unit};

/// Characters of a quote that a card repeats.
const LONGEST_QUOTE: usize = 180;

/// Digits of a change of GRDP: one step often moves it by less than a tenth of a trillion.
const EFFECT_DECIMALS: usize = 2;

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
    /// What one step up and one step down do to GRDP; `None` while it is being computed or where there is no step.
    pub effect: Option<Vec<String>>,
}

/// The card of a row of the selected case.
pub fn lever_card(picture: &Picture<'_>, row: &LeverRow) -> LeverCard {
    let mut lines = Vec::new();
    let spec = row.spec;
    let number = |value: f64| lever_number(picture.numbers, spec.unit, spec.decimals, value);
    if matches!(spec.kind, Kind::Path | Kind::Number) {
        lines.push(("assume-card-unit", row.unit.clone()));
        lines.push(("assume-card-default", number(row.default)));
    }
    lines.push(("assume-card-source", source_text(&row.origin)));
    if matches!(spec.kind, Kind::Path | Kind::Number) {
        lines.push(("assume-card-soft", format!("{} … {}", number(spec.soft.0), number(spec.soft.1))));
        lines.push(("assume-card-hard", format!("{} … {}", number(spec.hard.0), number(spec.hard.1))));
    }
    let study = &picture.state.study;
    let provenance = lever_provenance(study, &picture.state.workspace.selected, &row.key);
    let quote = Some(provenance.quote()).filter(|quote| !quote.is_empty());
    LeverCard {
        name: row.name.clone(),
        definition: row.definition.clone(),
        lines,
        quote: quote.map(shorten_quote),
        effect: effect(picture, row),
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

fn effect(picture: &Picture<'_>, row: &LeverRow) -> Option<Vec<String>> {
    use crate::engine::Variable;
    let state = picture.state;
    let known = state.derived.effect(&state.workspace.selected, &row.key)?;
    let study = &state.study;
    let unit = variable_unit(Variable::Grdp, study.price_base_year, picture.lang);
    let year = picture.numbers.year(study.horizon);
    let step = lever_number(picture.numbers, Unit::Ratio, row.spec.decimals, row.spec.step);
    let line = |key: &'static str, change: f64| {
        let change = picture.numbers.write_signed(shown_value(Variable::Grdp, change), EFFECT_DECIMALS);
        let values = [("step", step.as_str()), ("unit", &row.unit), ("year", &year), ("change", &change)];
        let values: Vec<_> = values.into_iter().chain([("measure", unit.as_str())]).collect();
        filled(picture.lang, key, &values)
    };
    let switch = row.spec.kind == Kind::Switch;
    let keys =
        if switch { ("assume-effect-on", "assume-effect-off") } else { ("assume-effect-up", "assume-effect-down") };
    let lines: Vec<String> = [(keys.0, known.up), (keys.1, known.down)]
        .into_iter()
        .filter_map(|(key, change)| Some(line(key, change?)))
        .collect();
    Some(lines)
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
