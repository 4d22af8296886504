//! The table of scenarios and assumptions: a row a case, a column an assumption.

use super::context::StateReader;
use super::lever_card::lever_number;
use crate::lang::has_words;
use crate::scenario::LeverValue;
use crate::scenario::lever::{Kind, LeverSpec};
use crate::scenario::lever_keys;
use crate::scenario::setting::LeverKey;
use crate::text::words::label;
use crate::text::{lever_definition, lever_name, lever_unit};
use crate::theme::ScenarioStyle;

/// Assumptions that a search offers at once.
const OFFERED: usize = 8;

/// The table, ready to draw.
#[derive(Debug, Clone)]
pub struct MatrixContent {
    /// Columns.
    pub columns: Vec<MatrixColumn>,
    /// Rows in the order of the list of scenarios.
    pub rows: Vec<MatrixRow>,
    /// Assumptions that the search finds and that are no columns yet.
    pub found: Vec<(LeverKey, String)>,
}

/// An assumption.
#[derive(Debug, Clone)]
pub struct MatrixColumn {
    /// The lever.
    pub key: LeverKey,
    /// Its name.
    pub name: String,
    /// Its unit.
    pub unit: String,
    /// Its catalogue row.
    pub spec: &'static LeverSpec,
}

/// A case.
#[derive(Debug, Clone)]
pub struct MatrixRow {
    /// Its id.
    pub case: String,
    /// Its name.
    pub name: String,
    /// Its colour, dash and marker.
    pub style: ScenarioStyle,
    /// Whether it can be changed: baselines are neutral.
    pub editable: bool,
    /// A cell a column; `None` where the lever does not exist there.
    pub cells: Vec<Option<MatrixCell>>,
}

/// A value.
#[derive(Debug, Clone)]
pub struct MatrixCell {
    /// Value of the last year in the shown unit.
    pub value: f64,
    /// That value, written.
    pub text: String,
    /// Whether the case itself sets it.
    pub changed: bool,
}

/// The table of the study; `None` unless it is open.
pub fn matrix(reader: &StateReader<'_>) -> Option<MatrixContent> {
    let study = &reader.state.study;
    let open = reader.state.workspace.assumptions.matrix.as_ref()?;
    let known = lever_keys(study);
    // Deleting a project takes its columns along.
    let columns: Vec<MatrixColumn> =
        open.columns.iter().filter(|key| known.contains(key)).map(|key| column(reader, key)).collect();
    let rows = study.case_ids().into_iter().map(|case| row(reader, case, &columns)).collect();
    let typed = open.search.trim();
    let offered = |key: &LeverKey| key.lever.spec().kind != Kind::Shares && !open.columns.contains(key);
    let found = known
        .iter()
        .filter(|key| !typed.is_empty() && offered(key))
        .map(|key| (key.clone(), lever_name(key, study, reader.lang)))
        .filter(|(key, name)| has_words(name, &lever_definition(key.lever, &reader.state.study, reader.lang), typed))
        .take(OFFERED)
        .collect();
    Some(MatrixContent { columns, rows, found })
}

fn column(reader: &StateReader<'_>, key: &LeverKey) -> MatrixColumn {
    let spec = key.lever.spec();
    MatrixColumn {
        key: key.clone(),
        name: lever_name(key, &reader.state.study, reader.lang),
        unit: lever_unit(spec, reader.lang),
        spec,
    }
}

fn row(reader: &StateReader<'_>, case: &str, columns: &[MatrixColumn]) -> MatrixRow {
    let study = &reader.state.study;
    let prepared = reader.state.derived.prepared_case(case);
    let cell = |column: &MatrixColumn| {
        let value = LeverValue::new(study, prepared?, &column.key)?.last()?;
        let shown = column.spec.to_shown(value);
        let text = match column.spec.kind {
            Kind::Switch => label(reader.lang, if value == 0.0 { "levers-off" } else { "levers-on" }),
            Kind::Path | Kind::Number | Kind::Shares => {
                lever_number(reader.numbers, column.spec.unit, column.spec.decimals, shown)
            }
        };
        let changed = study.scenario(case).is_some_and(|scenario| scenario.settings.get(&column.key).is_some());
        Some(MatrixCell { value: shown, text, changed })
    };
    MatrixRow {
        case: case.to_owned(),
        name: reader.name(case),
        style: reader.style(case),
        editable: study.scenario(case).is_some(),
        cells: columns.iter().map(cell).collect(),
    }
}
