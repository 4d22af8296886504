//! Commands of the editors of the assumptions that need the study.

use super::document;
use crate::app::state::AppState;
use crate::app::workspace::assumptions::{AssumptionsChange, Converter, Matrix, RecordEditor, RecordKind};
use crate::lang::{Lang, Localized};
use crate::scenario::figure::Status;
use crate::scenario::lever::Kind;
use crate::scenario::study::{Park, Project, Shock, Study};
use crate::scenario::{Edit, Record, apply_edit, lever_keys};
use crate::text::words;

/// Columns with which the table of scenarios opens.
const COLUMNS: usize = 6;
/// Registered capital with which a new project opens, million US dollars: a round number to be typed over.
const NEW_PROJECT_MUSD: f64 = 100.0;

pub(super) fn change(state: &mut AppState, change: AssumptionsChange) {
    match change {
        AssumptionsChange::OpenRecord(reference) => {
            if let Some(record) = reference.find(&state.study) {
                state.workspace.assumptions.editor = Some(editor(&state.study, record, false, None));
            }
        }
        AssumptionsChange::NewRecord(kind) => {
            let scenario = selected_scenario(state);
            state.workspace.assumptions.editor =
                Some(editor(&state.study, new_record(&state.study, kind), true, scenario));
        }
        AssumptionsChange::TakeUp(wanted) => {
            let scenario = selected_scenario(state).filter(|_| wanted);
            if let Some(editor) = &mut state.workspace.assumptions.editor {
                editor.taken_up_by = scenario;
            }
        }
        AssumptionsChange::SaveRecord => save(state),
        AssumptionsChange::DeleteRecord => {
            let record = state.workspace.assumptions.editor.as_ref().map(|editor| editor.draft.reference());
            if let Some(record) = record {
                carry_out(state, &Edit::DeleteRecord(record));
            }
        }
        AssumptionsChange::ToggleMatrix => {
            let columns = columns(&state.study);
            let matrix = &mut state.workspace.assumptions.matrix;
            *matrix = if matrix.is_some() { None } else { Some(Matrix { columns, search: String::new() }) };
        }
        AssumptionsChange::Editor(change) => state.workspace.assumptions.apply(change),
    }
}

fn editor(study: &Study, draft: Record, is_new: bool, taken_up_by: Option<String>) -> RecordEditor {
    RecordEditor {
        draft,
        is_new,
        taken_up_by,
        pins: Vec::new(),
        converter: Converter::from_record(study),
        refused: None,
    }
}

fn selected_scenario(state: &AppState) -> Option<String> {
    state.study.scenario(&state.workspace.selected).map(|scenario| scenario.id.clone())
}

fn save(state: &mut AppState) {
    let Some(editor) = &state.workspace.assumptions.editor else { return };
    let record = editor.draft.clone();
    let edit = if editor.is_new {
        Edit::AddRecord { record, scenario: editor.taken_up_by.clone() }
    } else {
        Edit::SetRecord(record)
    };
    carry_out(state, &edit);
}

/// An edit of a record closes its editor, or stays there with the reason why it is refused.
fn carry_out(state: &mut AppState, edit: &Edit) {
    let refused = apply_edit(&state.study, edit).err();
    if refused.is_none() {
        document::edit(state, edit, None);
        state.workspace.assumptions.editor = None;
        state.derived.refresh(&state.study);
    } else if let Some(editor) = &mut state.workspace.assumptions.editor {
        editor.refused = refused;
    }
}

/// Assumptions that scenarios set, the most used first; shares have no single number and stay out.
fn columns(study: &Study) -> Vec<crate::scenario::setting::LeverKey> {
    let uses = |key: &_| study.scenarios.iter().filter(|scenario| scenario.settings.get(key).is_some()).count();
    let mut used: Vec<_> = lever_keys(study)
        .into_iter()
        .filter(|key| key.lever.spec().kind != Kind::Shares)
        .map(|key| (uses(&key), key))
        .filter(|(uses, _)| *uses > 0)
        .collect();
    used.sort_by_key(|(uses, _)| std::cmp::Reverse(*uses));
    used.into_iter().take(COLUMNS).map(|(_, key)| key).collect()
}

fn new_record(study: &Study, kind: RecordKind) -> Record {
    let (stem, label, taken): (_, _, Vec<&str>) = match kind {
        RecordKind::Project => {
            ("project", "record-new-project", study.projects.iter().map(|x| x.id.as_str()).collect())
        }
        RecordKind::Park => ("park", "record-new-park", study.parks.iter().map(|x| x.id.as_str()).collect()),
        RecordKind::Shock => ("shock", "record-new-shock", study.shocks.iter().map(|x| x.id.as_str()).collect()),
    };
    let number =
        (1..=taken.len() + 1).find(|number| !taken.contains(&format!("{stem}-{number}").as_str())).unwrap_or(0);
    let id = format!("{stem}-{number}");
    let named = |lang| words::filled(lang, label, &[("number", &number.to_string())]);
    let name = Localized::new(named(Lang::VI), named(Lang::EN));
    let assumed = "assumption".to_owned();
    let first = study.sources.first().map(|source| source.id.clone()).unwrap_or_default();
    let source = if study.source(&assumed).is_some() { assumed } else { first };
    let start = study.baselines.iter().map(|baseline| baseline.base_year).max().unwrap_or(study.horizon) + 1;
    match kind {
        RecordKind::Project => Record::Project(new_project(study, (id, name), source, start)),
        RecordKind::Park => Record::Park(Park {
            id,
            name,
            zone: String::new(),
            area_ha: 100.0,
            opening: start,
            ramp_years: 5.0,
            occupancy: 0.8,
            in_baseline: false,
            status: Status::Assumed,
            source,
            quote: String::new(),
            note: Localized::default(),
        }),
        RecordKind::Shock => Record::Shock(Shock {
            id,
            name,
            start,
            depth: 0.1,
            half_life: 1.0,
            scar: 0.5,
            exposure: study.structure.drivers.iter().map(|sector| (sector.clone(), 1.0)).collect(),
            status: Status::Assumed,
            source,
            note: Localized::default(),
        }),
    }
}

/// Jobs in thousands that the study's projects promise for so much registered capital (million USD); 0 for a study
/// without projects.
fn jobs_of_capital(study: &Study, musd: f64) -> f64 {
    let (jobs, registered) = study
        .projects
        .iter()
        .fold((0.0, 0.0), |(jobs, capital), one| (jobs + one.jobs_thousand, capital + one.registered_musd));
    if registered > 0.0 { (musd * jobs / registered * 100.0).round() / 100.0 } else { 0.0 }
}

fn new_project(study: &Study, (id, name): (String, Localized), source: String, start: i32) -> Project {
    let sector = study.structure.drivers.first().or_else(|| study.sectors.first().map(|sector| &sector.id));
    Project {
        id,
        name,
        sector: sector.cloned().unwrap_or_default(),
        registered_musd: NEW_PROJECT_MUSD,
        realised: None,
        start,
        profile: study.structure.fdi_profile.clone(),
        jobs_thousand: jobs_of_capital(study, NEW_PROJECT_MUSD),
        premium: 1.0,
        in_baseline: false,
        status: Status::Assumed,
        source,
        quote: String::new(),
        note: Localized::default(),
    }
}
