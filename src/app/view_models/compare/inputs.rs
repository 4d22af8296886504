//! The assumptions in which cases differ, each as its case has it after all that it inherits.

use super::super::context::StateReader;
use super::values::Values;
use super::{CaseHead, heads};
use crate::analysis::{Inert, inert};
use crate::scenario::PreparedCase;
use crate::scenario::lever_keys;
use crate::scenario::setting::LeverKey;
use crate::text::lever_name;
use crate::text::words::{count_text, filled, label};
use std::collections::BTreeSet;

/// The table.
#[derive(Debug, Clone, PartialEq)]
pub struct InputsTable {
    /// Title.
    pub title: String,
    /// How many differ and what bold means, or that none does.
    pub about: String,
    /// Cases; the first is the pinned one.
    pub heads: Vec<CaseHead>,
    /// Rows in the order of the assumptions.
    pub rows: Vec<InputRow>,
}

/// An assumption.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InputRow {
    /// The assumption; `None` for the row of the baselines.
    pub key: Option<LeverKey>,
    /// Its name.
    pub name: String,
    /// A cell for each case.
    pub cells: Vec<InputCell>,
}

/// The value of an assumption in a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InputCell {
    /// The value in words.
    pub text: String,
    /// Whether it differs from the pinned case.
    pub differs: bool,
    /// Whether the case or an ancestor sets it.
    pub is_set: bool,
    /// Why it has no effect although it is set.
    pub inert: Option<Inert>,
}

/// The table of the given cases; the first is the reference.
pub(super) fn inputs(reader: &StateReader<'_>, cases: &[&str]) -> InputsTable {
    let study = &reader.state.study;
    let read: Vec<Option<&PreparedCase>> = cases.iter().map(|case| reader.state.derived.prepared_case(case)).collect();
    let set: BTreeSet<&LeverKey> =
        read.iter().flatten().flat_map(|case| case.settings.entries().map(|(key, _)| key)).collect();
    let mut rows: Vec<InputRow> = baseline_row(reader, cases).into_iter().collect();
    let in_order = lever_keys(study).into_iter().filter(|key| set.contains(key));
    rows.extend(in_order.filter_map(|key| row(reader, &read, &key)));
    let name = reader.name(&study.pinned);
    let about = if rows.is_empty() {
        label(reader.lang, "compare-inputs-none")
    } else {
        // The count chooses the plural of a message that also names the case.
        let counted = count_text(reader.lang, "compare-inputs-count", rows.len());
        filled(reader.lang, "compare-inputs-about", &[("count", &counted), ("name", &name)])
    };
    InputsTable { title: label(reader.lang, "compare-assumptions"), about, heads: heads(reader, cases), rows }
}

/// The baselines, where cases stand on different ones.
fn baseline_row(reader: &StateReader<'_>, cases: &[&str]) -> Option<InputRow> {
    let study = &reader.state.study;
    let ids: Vec<&str> =
        cases.iter().map(|case| study.lineage(case).map_or("", |(baseline, _)| baseline.id.as_str())).collect();
    let first = *ids.first()?;
    let differ = ids.iter().any(|id| *id != first);
    differ.then(|| InputRow {
        key: None,
        name: label(reader.lang, "compare-baseline-row"),
        cells: ids
            .iter()
            .map(|id| InputCell { text: reader.short(id), differs: *id != first, is_set: true, inert: None })
            .collect(),
    })
}

fn row(reader: &StateReader<'_>, cases: &[Option<&PreparedCase>], key: &LeverKey) -> Option<InputRow> {
    let study = &reader.state.study;
    let spec = key.lever.spec();
    let values = Values { reader, spec };
    let text = |case: Option<&PreparedCase>| {
        case.map_or_else(
            || reader.numbers.missing().to_owned(),
            |case| values.read(case.setting(study, key).as_deref(), study, &case.baseline, key),
        )
    };
    let texts: Vec<String> = cases.iter().copied().map(text).collect();
    let first = texts.first()?.clone();
    if texts.iter().all(|text| *text == first) {
        return None;
    }
    let cells = cases.iter().zip(texts).map(|(case, text)| {
        let is_set = case.as_ref().is_some_and(|case| case.settings.get(key).is_some());
        let differs = text != first;
        let why = case
            .as_ref()
            .filter(|_| is_set)
            .and_then(|case| inert(study, case.baseline.inputs.gaps, &case.settings, key, study.closure));
        let text = if why.is_some() { filled(reader.lang, "compare-marked-inert", &[("value", &text)]) } else { text };
        InputCell { text, differs, is_set, inert: why }
    });
    Some(InputRow { key: Some(key.clone()), name: lever_name(key, study, reader.lang), cells: cells.collect() })
}
