//! The rows of the assumptions: each lever with its value, its parent's, and why it may be inert.

use super::context::StateReader;
use super::step_effect::{effect_line, find_effects};
use crate::analysis::{Inert, inert};
use crate::app::workspace::Focus;
use crate::engine::Gaps;
use crate::engine::{Closure, TAXES_LINE};
use crate::lang::has_words;
use crate::scenario::figure::Status;
use crate::scenario::lever::{EffectiveWhen, Kind, Lever, LeverGroup, LeverSpec};
use crate::scenario::setting::{LeverKey, NumberTable, Setting, Settings};
use crate::scenario::study::Study;
use crate::scenario::value_form::ValueForm;
use crate::scenario::{
    CalibratedBaseline, default_path, default_shares, effective_setting, lever_keys, lever_provenance, merged_settings,
    without_dust,
};
use crate::text::words::{filled, period};
use crate::text::{OriginText, explain_lever_origin, inert_reason, lever_definition, lever_name, lever_unit_short};
use std::collections::BTreeSet;

/// A group of assumptions.
#[derive(Debug, Clone)]
pub struct RowGroup {
    /// The group.
    pub group: LeverGroup,
    /// Assumptions of the group that differ from the parent.
    pub changed: usize,
    /// Rows that the search and the filter let through; empty while the group is closed.
    pub rows: Vec<LeverRow>,
}

/// An assumption ready to draw.
#[derive(Debug, Clone)]
pub struct LeverRow {
    /// The lever.
    pub key: LeverKey,
    /// Its catalogue row.
    pub spec: &'static LeverSpec,
    /// Name with its sector, project, park or shock.
    pub name: String,
    /// Unit as shown, short.
    pub unit: String,
    /// What it means, for a tooltip.
    pub definition: String,
    /// Value in the shown unit; 1 or 0 for a switch.
    pub value: f64,
    /// Parts of a share lever.
    pub shares: Option<NumberTable>,
    /// The parent's value in the shown unit.
    pub parent: f64,
    /// The baseline's value in the shown unit.
    pub default: f64,
    /// Whether the scenario itself sets it.
    pub changed: bool,
    /// The form of the value.
    pub form: ValueForm,
    /// Low and high in the shown unit, where they are given.
    pub range: Option<(f64, f64)>,
    /// Path over the horizon in the shown unit.
    pub path: Vec<f64>,
    /// How its value is known.
    pub status: Status,
    /// Where its value comes from, in words.
    pub origin: OriginText,
    /// To what the value is added, and what comes of it; `None` for a lever whose value is not added to another figure.
    pub added_to: Option<String>,
    /// What one step adds to GRDP, in one short line; `None` for shares, and if the effect is 0.
    pub effect: Option<String>,
    /// Why it does not move output at present.
    pub inert: Option<InertRow>,
}

/// Why a lever does not move output at present.
#[derive(Debug, Clone, PartialEq)]
pub struct InertRow {
    /// The reason.
    pub reason: String,
    /// Whether the other closure would make it act.
    pub acts_in_other_closure: bool,
    /// Whether nobody has figures of the lever itself: its values then merely stand in, and are not shown.
    pub stands_in: bool,
}

impl LeverRow {
    /// Whether the lever has values that may be shown.
    pub fn is_known(&self) -> bool {
        self.inert.as_ref().is_none_or(|inert| !inert.stands_in)
    }
}

/// The row of one assumption of the selected case.
pub(super) fn lever_row(reader: &StateReader<'_>, key: &LeverKey) -> Option<LeverRow> {
    lever_keys(&reader.state.study).contains(key).then_some(())?;
    RowReader::of_selected(reader)?.row(key)
}

/// Assumptions that are moved in a presentation where none are chosen, at most.
const MOST_PRESENTED: usize = 3;

/// The assumptions that are moved in a presentation: those that were chosen, otherwise the first that the scenario sets and
/// that act.
pub fn presented_rows(reader: &StateReader<'_>) -> Vec<LeverRow> {
    let chosen = &reader.state.workspace.preferences.presented;
    let keys = lever_keys(&reader.state.study);
    let Some(row_reader) = RowReader::of_selected(reader) else { return Vec::new() };
    let is_number = |row: &LeverRow| matches!(row.spec.kind, Kind::Path | Kind::Number) && row.is_known();
    // What was chosen in another study stays chosen and is not shown.
    let own = chosen.iter().filter_map(|written| keys.iter().find(|key| key.to_string() == *written));
    let rows: Vec<LeverRow> = own.filter_map(|key| row_reader.row(key)).filter(is_number).collect();
    if !rows.is_empty() {
        return rows;
    }
    let set = keys.iter().filter(|key| row_reader.own.get(key).is_some());
    let acts = |row: &LeverRow| is_number(row) && row.inert.is_none();
    set.filter_map(|key| row_reader.row(key)).filter(acts).take(MOST_PRESENTED).collect()
}

/// Groups of assumptions of the selected case.
pub fn lever_groups(reader: &StateReader<'_>) -> Vec<RowGroup> {
    let state = reader.state;
    let study = &*state.study;
    let Some(row_reader) = RowReader::of_selected(reader) else { return Vec::new() };
    let typed = state.workspace.search.trim();
    let keys = lever_keys(study);
    let listed: BTreeSet<&str> = reader.listed_lines().into_iter().map(|line| line.id).collect();
    LeverGroup::ALL
        .into_iter()
        .map(|group| {
            let in_group = || keys.iter().filter(move |key| key.lever.spec().group == group);
            let changed = in_group().filter(|key| row_reader.own.get(key).is_some()).count();
            let searching = !typed.is_empty() || state.workspace.only_changed;
            let open = searching || state.workspace.open_groups.contains(&group);
            // What belongs to a part is hidden with it, unless the scenario sets it or the user looks for it.
            let is_listed = |key: &LeverKey| key.line().is_none_or(|line| line == TAXES_LINE || listed.contains(line));
            // What somebody went to is shown wherever it belongs.
            let is_gone_to = |key: &LeverKey| state.workspace.focus == Focus::Lever(key.clone());
            let wanted = |key: &LeverKey| {
                let is_set = row_reader.own.get(key).is_some() || is_gone_to(key);
                is_set || !state.workspace.only_changed && (searching || is_listed(key))
            };
            let shown = in_group().filter(|key| open && wanted(key) && row_reader.is_found(key, typed));
            let shown: Vec<LeverKey> = shown.cloned().collect();
            find_effects(reader, &shown);
            let rows = shown.iter().filter_map(|key| row_reader.row(key)).collect();
            RowGroup { group, changed, rows }
        })
        .collect()
}

struct RowReader<'a> {
    reader: &'a StateReader<'a>,
    study: &'a Study,
    baseline: &'a CalibratedBaseline,
    own: Settings,
    merged: Settings,
    inherited: Settings,
}

impl<'a> RowReader<'a> {
    fn of_selected(reader: &'a StateReader<'a>) -> Option<Self> {
        let state = reader.state;
        let (study, case) = (&*state.study, state.workspace.selected.as_str());
        let prepared = state.derived.prepared_case(case)?;
        let scenario = study.scenario(case);
        Some(Self {
            reader,
            study,
            baseline: &prepared.baseline,
            own: scenario.map(|scenario| scenario.settings.clone()).unwrap_or_default(),
            merged: prepared.settings.clone(),
            inherited: scenario.and_then(|scenario| merged_settings(study, &scenario.parent).ok()).unwrap_or_default(),
        })
    }

    /// Whether the name or the definition of a lever has the words that were typed.
    fn is_found(&self, key: &LeverKey, typed: &str) -> bool {
        let lang = self.reader.lang;
        typed.is_empty()
            || has_words(&lever_name(key, self.study, lang), &lever_definition(key.lever, self.study, lang), typed)
    }

    fn row(&self, key: &LeverKey) -> Option<LeverRow> {
        let spec = key.lever.spec();
        let lang = self.reader.lang;
        let case = self.reader.state.workspace.selected.as_str();
        let gaps = self.baseline.inputs.gaps;
        let stands_in = key.stands_in(gaps);
        let shares = self.shares(key);
        if spec.kind == Kind::Shares && shares.as_ref().is_none_or(NumberTable::is_empty) && !stands_in {
            return None;
        }
        let default = default_path(self.study, self.baseline, key).unwrap_or_default();
        if spec.kind != Kind::Shares && default.is_empty() && !stands_in {
            return None;
        }
        let horizon = self.baseline.inputs.horizon;
        let last_year_value = |settings: &Settings| {
            let last = default.last().copied().unwrap_or(0.0);
            let set = effective_setting(self.study, self.baseline, settings, key);
            set.and_then(|setting| setting.last_year_value(horizon, &default)).unwrap_or(last)
        };
        let set = effective_setting(self.study, self.baseline, &self.merged, key);
        let path = set.as_ref().map_or_else(|| default.clone(), |setting| setting.path(horizon, &default));
        let inert = inert(self.study, gaps, &self.merged, key, self.study.closure);
        Some(LeverRow {
            key: key.clone(),
            spec,
            name: lever_name(key, self.study, lang),
            unit: lever_unit_short(spec, lang),
            definition: lever_definition(key.lever, self.study, lang),
            value: tidy(spec, last_year_value(&self.merged)),
            shares,
            parent: tidy(spec, last_year_value(&self.inherited)),
            default: tidy(spec, default.last().copied().unwrap_or(0.0)),
            changed: self.own.get(key).is_some(),
            form: ValueForm::from_setting(set.as_deref()),
            range: set
                .as_ref()
                .and_then(|set| set.low_and_high())
                .map(|(low, high)| (tidy(spec, low), tidy(spec, high))),
            path: path.iter().map(|value| spec.to_shown(*value)).collect(),
            status: lever_provenance(self.study, case, key).status(),
            origin: explain_lever_origin(self.study, case, key, lang),
            added_to: if stands_in { None } else { self.added_to(key) },
            effect: if inert.is_none() { effect_line(self.reader, key) } else { None },
            inert: inert.and_then(|why| self.inert_row(why, stands_in)),
        })
    }

    /// The average growth of the baseline to which the lever adds, and the sum of both, over the projected years.
    fn added_to(&self, key: &LeverKey) -> Option<String> {
        let inputs = &self.baseline.inputs;
        let sector = inputs.sectors.iter().find(|sector| sector.id == key.subject);
        let base = if key.lever == Lever::LabourGrowthAdded {
            &sector?.labour_growth
        } else if key.lever == Lever::ProductivityGrowthAdded {
            match self.study.closure {
                Closure::Productivity => &sector?.productivity_growth,
                Closure::Capital => &sector?.tfp_growth,
            }
        } else {
            return None;
        };
        let default = default_path(self.study, self.baseline, key)?;
        let added = self.merged.get(key).map_or_else(|| default.clone(), |set| set.path(inputs.horizon, &default));
        // The base year itself is past.
        let mean = |path: &[f64]| path.iter().skip(1).sum::<f64>() / path.len().saturating_sub(1).max(1) as f64;
        let (base, added) = (mean(base), mean(&added));
        let numbers = self.reader.numbers;
        let [from, to] = [base, base + added].map(|growth| numbers.decimal(growth * 100.0, 1));
        let years = period(inputs.horizon.base() + 1, inputs.horizon.end());
        let values = [("from", from.as_str()), ("to", to.as_str()), ("period", years.as_str())];
        Some(filled(self.reader.lang, "levers-added-to", &values))
    }

    fn inert_row(&self, why: Inert, stands_in: bool) -> Option<InertRow> {
        // A closure that lacks figures is not offered.
        let other = self.baseline.inputs.gaps.first_of(&Gaps::OF_CAPITAL_CLOSURE).is_none();
        let by_closure = matches!(
            why,
            Inert::Unless(EffectiveWhen::CapitalOnly | EffectiveWhen::CurrentPrices | EffectiveWhen::IfDisbursed)
        );
        let reason = inert_reason(why, self.reader.lang)?;
        Some(InertRow { reason, acts_in_other_closure: by_closure && other, stands_in })
    }

    fn shares(&self, key: &LeverKey) -> Option<NumberTable> {
        let set = effective_setting(self.study, self.baseline, &self.merged, key);
        let own = set.as_deref().and_then(Setting::shares).cloned();
        own.or_else(|| default_shares(self.study, self.baseline, key.lever))
    }
}

/// The shown value without binary rounding error: 95 for 94.99999999999999.
fn tidy(spec: &LeverSpec, value: f64) -> f64 {
    without_dust(spec.to_shown(value))
}
