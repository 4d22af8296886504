//! What one step of a lever adds to GRDP, in words.

use super::context::StateReader;
use crate::analysis::AnalysisError;
use crate::app::{GrdpChange, GrdpEffect, GrdpEffects};
use crate::engine::Variable;
use crate::scenario::lever::{Kind, LeverSpec};
use crate::scenario::setting::LeverKey;
use crate::text::words::{filled, label};
use crate::text::{explain_analysis_error, lever_unit_short, shown_value};
use std::sync::Arc;

/// Digits of a change of GRDP: one step often moves it by less than a tenth of a trillion.
const EFFECT_DECIMALS: usize = 2;

/// What levers of the selected case add to GRDP; `None` where the case does not run, which it says itself.
fn ask_effects(reader: &StateReader<'_>, keys: &[LeverKey]) -> Option<Result<Arc<GrdpEffects>, AnalysisError>> {
    let state = reader.state;
    let case = &state.workspace.selected;
    let asked = state.derived.prepared_case(case).zip(state.derived.projection(case).map(AsRef::as_ref))?;
    Some(state.answers.effects(&state.study, asked, keys))
}

/// What a lever of the selected case adds to GRDP; `None` for shares, and where the case does not run.
pub(super) fn known_effect(reader: &StateReader<'_>, key: &LeverKey) -> Result<Option<GrdpEffect>, AnalysisError> {
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

pub(super) fn adds_nothing(change: GrdpChange) -> bool {
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
pub(super) fn step_decimals(spec: &LeverSpec, step: f64) -> usize {
    if step.fract() == 0.0 { 0 } else { spec.decimals }
}

/// A change of GRDP, and of average growth where that is known; a slope is marked as what it is about.
pub(super) fn change_text(reader: &StateReader<'_>, (change, is_slope): (GrdpChange, bool)) -> String {
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
