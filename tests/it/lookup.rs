//! One look-up of a parameter: the order of rows decides nothing, and a row of one baseline moves no other.

use crate::exports::{STAMP, open};
use crate::resolved::resolve;
use calamine::Reader as _;
use kichban::app::view_models::{LeverRow, StateReader, lever_groups};
use kichban::app::{AppState, Command, DocumentCommand, Origin, Preferences, update};
use kichban::engine::{Closure, Inputs};

use kichban::export::{ExportCase, to_workbook};
use kichban::lang::Lang;
use kichban::scenario::Edit;
use kichban::scenario::figure::{Figure, Quantity};
use kichban::scenario::lever::{CATALOGUE, Lever, LeverGroup};
use kichban::scenario::study::{Assumption, Sector, Study};
use kichban::scenario::{Indexed, calibrate_baseline, validate};
use kichban::text::words::label;
use kichban::text::{capitalise, figure_name};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The inputs of every case on its own baseline, in the capital closure where it has the figures: every parameter acts there.
fn all_inputs(study: &Study) -> Vec<Arc<Inputs>> {
    let inputs = |case: &str| {
        let baseline = calibrate_baseline(study, &study.lineage(case).unwrap().0.id).unwrap();
        let closure = *crate::shipped::closures(study, &baseline.id).last().unwrap();
        resolve(study, &baseline, case, closure).unwrap()
    };
    study.case_ids().into_iter().map(inputs).collect()
}

/// A row of the first baseline alone, half of what all baselines share: the realised ratio, or the first row of all.
fn own_row(study: &Study) -> Assumption {
    let shared = || study.parameters.iter().filter(|row| row.baseline.is_empty());
    let realised = shared().find(|row| row.figure.quantity == Quantity::RealisedRatio);
    let mut row = realised.or_else(|| shared().next()).unwrap().clone();
    row.baseline.clone_from(&study.baselines[0].id);
    row.figure.value *= 0.5;
    row
}

#[test]
fn the_order_of_parameters_decides_nothing() {
    for mut study in crate::shipped::studies() {
        let own = own_row(&study);
        Arc::make_mut(&mut study.parameters).insert(0, own);
        validate(&study).unwrap();
        let kept = all_inputs(&study);
        Arc::make_mut(&mut study.parameters).reverse();
        assert!(kept == all_inputs(&study), "{}: reversed", study.id);
        let half = study.parameters.len() / 2;
        Arc::make_mut(&mut study.parameters).rotate_left(half);
        assert!(kept == all_inputs(&study), "{}: rotated", study.id);
    }
}

#[test]
fn a_row_of_one_baseline_holds_there_and_moves_no_other() {
    let mut study = crate::shipped::studies().into_iter().find(|study| study.id == "bac-ninh-2030").unwrap();
    for scenario in &mut study.scenarios {
        scenario.settings = scenario
            .settings
            .entries()
            .filter(|(key, _)| !key.lever.id().contains("realised"))
            .map(|(key, setting)| (key.clone(), setting.clone()))
            .collect();
    }
    let ids: Vec<String> = study.case_ids().into_iter().map(str::to_owned).collect();
    let before = all_inputs(&study);
    let own = own_row(&study);
    Arc::make_mut(&mut study.parameters).insert(0, own);
    let after = all_inputs(&study);
    let mut moved = 0;
    for ((id, before), after) in ids.iter().zip(&before).zip(&after) {
        if study.lineage(id).unwrap().0.id == "plan" {
            moved += usize::from(before != after);
        } else {
            assert!(before == after, "{id} follows a row of another baseline");
        }
    }
    assert!(moved > 0, "the row holds in its own baseline");
}

/// Status and source of every row of the sheet of assumptions, by its title.
fn origins_in_workbook(case: &ExportCase<'_>, lang: Lang) -> BTreeMap<String, (String, String)> {
    let bytes = to_workbook(case, lang, STAMP).unwrap();
    let mut book = open(&bytes);
    let sheet = book.worksheet_range(&label(lang, "workbook-sheet-assumptions")).unwrap();
    let status = label(lang, "column-status");
    let heads: Vec<String> = (0..60).map(|at| cell(&sheet, 3, at)).collect();
    let column = u32::try_from(heads.iter().position(|head| *head == status).unwrap()).unwrap();
    (4..=sheet.end().unwrap().0)
        .map(|row| (cell(&sheet, row, 0), (cell(&sheet, row, column), cell(&sheet, row, column + 1))))
        .collect()
}

fn cell(sheet: &calamine::Range<calamine::Data>, row: u32, column: u32) -> String {
    sheet.get_value((row, column)).map(ToString::to_string).unwrap_or_default()
}

/// Every assumption of a case as the window shows it.
fn rows_in_window(study: &Study, case: &str, closure: Closure, lang: Lang) -> Vec<LeverRow> {
    let preferences = Preferences { lang, ..Preferences::default() };
    let mut state = AppState::new(study.clone(), Origin::Shipped, preferences);
    update(&mut state, Command::edit(Edit::SetClosure(closure)));
    update(&mut state, Command::Document(DocumentCommand::SelectCase(case.to_owned())));
    state.workspace.open_groups = LeverGroup::ALL.to_vec();
    lever_groups(&StateReader::new(&state)).into_iter().flat_map(|group| group.rows).collect()
}

#[test]
fn window_and_workbook_name_the_same_origin_for_every_lever_of_every_case() {
    let mut compared = std::collections::BTreeSet::new();
    for study in crate::shipped::studies() {
        for id in study.case_ids() {
            let can_run = crate::shipped::closures(&study, &study.lineage(id).unwrap().0.id);
            for (closure, lang) in [(Closure::Productivity, Lang::VI), (Closure::Capital, Lang::EN)] {
                if !can_run.contains(&closure) {
                    continue;
                }
                let case = ExportCase::new(&study, id, closure).unwrap();
                let told = origins_in_workbook(&case, lang);
                let rows = rows_in_window(&study, id, closure, lang);
                for (row, (status, source)) in rows.iter().filter_map(|row| Some((row, told.get(&row.name)?))) {
                    let own = (row.origin.status.as_str(), row.origin.source.as_str());
                    assert_eq!(own, (status.as_str(), source.as_str()), "{id} {lang}: {}", row.name);
                    compared.insert(row.key.lever);
                }
            }
        }
    }
    // Shares stand in the workbook sector by sector, a delay as the year of the start, the spillover matrix is
    // calculated, zones are reported only.
    let apart = [
        Lever::InvestmentSplit,
        Lever::ReallocationSplit,
        Lever::ProjectDelay,
        Lever::ZoneSplit,
        Lever::SpilloverMultiplier,
    ];
    let missing: Vec<_> =
        CATALOGUE.iter().filter(|spec| !compared.contains(&spec.lever) && !apart.contains(&spec.lever)).collect();
    assert!(missing.is_empty(), "never compared: {missing:#?}");
}

#[test]
fn shares_of_a_scenario_are_its_own_in_the_workbook() {
    let study = crate::shipped::studies().into_iter().find(|study| study.id == "bac-ninh-2030").unwrap();
    let told = |case: &str| {
        let case = ExportCase::new(&study, case, Closure::Capital).unwrap();
        let rows = origins_in_workbook(&case, Lang::EN);
        let name = |sector: &Sector| figure_name(Quantity::InvestmentShare, &sector.id, Some(&study), Lang::EN);
        let names: Vec<String> = study.sectors.iter().map(|sector| capitalise(&name(sector))).collect();
        let shares: Vec<_> = rows.into_iter().filter(|(title, _)| names.contains(title)).collect();
        assert!(!shares.is_empty());
        shares.into_iter().map(|(_, (status, _))| status).collect::<Vec<_>>()
    };
    assert!(told("services-turn").iter().all(|status| status == "scenario"), "{:?}", told("services-turn"));
    assert!(told("trend").iter().all(|status| status != "scenario"));
}

#[test]
fn figures_of_a_line_are_found_in_their_order_and_after_every_change() {
    let of = |line: &str, year: i32| {
        let figure = kichban::files::built_in().unwrap().observations[0].clone();
        Figure { line: line.to_owned(), year: Some(year), ..figure }
    };
    let mut list: Indexed<Figure> = [of("b", 1), of("a", 2), of("b", 3)].into_iter().collect();
    let quantity = list[0].quantity;
    let years = |list: &Indexed<Figure>, line: &str| -> Vec<(usize, Option<i32>)> {
        list.of_line(quantity, line).map(|(at, figure)| (at, figure.year)).collect()
    };
    assert_eq!(years(&list, "b"), [(0, Some(1)), (2, Some(3))]);
    assert_eq!(years(&list, "c"), []);
    list.remove(0);
    assert_eq!(years(&list, "b"), [(1, Some(3))]);
    list[0].line = "c".to_owned();
    assert_eq!(years(&list, "c"), [(0, Some(2))]);
    let before = list.clone();
    for figure in &mut list {
        figure.line = "d".to_owned();
    }
    assert_eq!(years(&list, "d").len(), 2);
    assert!(before != list && years(&before, "b").len() == 1);
}
