//! What the pointer finds on a lever: definition, unit, default and its source, ranges, effect on GRDP.

use super::context::StateReader;
use super::rows::LeverRow;
use crate::analysis::AnalysisError;
use crate::app::{GrdpChange, GrdpEffect, GrdpEffects};
use crate::engine::Variable;
use crate::quantity::Unit;
use crate::scenario::lever::{Kind, LeverSpec};
use crate::scenario::setting::LeverKey;
use crate::scenario::{RecordRef, lever_provenance};
use crate::text::words::{filled, label};
use crate::text::{Numbers, OriginText, explain_analysis_error, lever_unit_short, shown_value};
use std::sync::Arc;

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

/// What levers of the selected case add to GRDP; `None` where the case does not run, which it says itself.
fn ask_effects(reader: &StateReader<'_>, keys: &[LeverKey]) -> Option<Result<Arc<GrdpEffects>, AnalysisError>> {
    let state = reader.state;
    let case = &state.workspace.selected;
    let asked = state.derived.prepared_case(case).zip(state.derived.projection(case).map(AsRef::as_ref))?;
    Some(state.answers.effects(&state.study, asked, keys))
}

/// What a lever of the selected case adds to GRDP; `None` for shares, and where the case does not run.
fn known_effect(reader: &StateReader<'_>, key: &LeverKey) -> Result<Option<GrdpEffect>, AnalysisError> {
    let known = ask_effects(reader, std::slice::from_ref(key)).transpose()?;
    Ok(known.and_then(|known| known.of_lever(key)))
}

/// Finds the effects of many levers at once, which takes a fraction of the time of one after another.
pub(super) fn find_effects(reader: &StateReader<'_>, keys: &[LeverKey]) {
    // Each row asks again for its own effect, or says why it is absent.
    drop(ask_effects(reader, keys));
}

/// Below this part of GRDP or of a growth rate an effect is rounding.
const DUST: f64 = 1e-9;

fn adds_nothing(change: GrdpChange) -> bool {
    change.grdp.abs() < DUST && change.growth.is_none_or(|growth| growth.abs() < DUST)
}

/// What one step of a lever adds, in one short line, or why that cannot be told; `None` if the effect is 0.
pub(super) fn effect_line(reader: &StateReader<'_>, key: &LeverKey) -> Option<String> {
    let effect = match known_effect(reader, key) {
        Ok(known) => known?,
        Err(error) => return Some(explain_analysis_error(&error, &reader.state.study, reader.lang).sentence),
    };
    let (is_up, change) = effect.main_side().filter(|(_, change)| !adds_nothing(*change))?;
    let spec = key.lever.spec();
    let lead = match (spec.kind == Kind::Switch, is_up) {
        (true, true) => label(reader.lang, "assume-effect-line-on"),
        (true, false) => label(reader.lang, "assume-effect-line-off"),
        (false, _) => {
            let step = if is_up { effect.step } else { -effect.step };
            let step = reader.numbers.write_signed(step, step_decimals(spec, effect.step));
            format!("{step} {}", lever_unit_short(spec, reader.lang))
        }
    };
    Some(filled(
        reader.lang,
        "assume-effect-line",
        &[("lead", &lead), ("change", &change_text(reader, (change, effect.is_slope)))],
    ))
}

/// Decimals of a step: 0 if it is whole.
fn step_decimals(spec: &LeverSpec, step: f64) -> usize {
    if step.fract() == 0.0 { 0 } else { spec.decimals }
}

/// A change of GRDP, and of average growth where that is known; a slope is marked as what it is about.
fn change_text(reader: &StateReader<'_>, (change, is_slope): (GrdpChange, bool)) -> String {
    let year = reader.numbers.year(reader.state.study.horizon);
    let written = |value: f64| {
        let text = reader.numbers.write_signed(value, EFFECT_DECIMALS);
        if is_slope { format!("≈ {text}") } else { text }
    };
    let grdp = written(shown_value(Variable::Grdp, change.grdp));
    let Some(growth) = change.growth else {
        return filled(reader.lang, "assume-effect-grdp", &[("year", &year), ("grdp", &grdp)]);
    };
    let growth = written(growth * 100.0);
    filled(reader.lang, "assume-effect-both", &[("year", &year), ("grdp", &grdp), ("growth", &growth)])
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
