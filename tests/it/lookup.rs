//! One look-up of a parameter: the order of rows decides nothing, and a row of one baseline moves no other.

use kichban::engine::{Closure, Inputs};
use kichban::scenario::figure::Quantity;
use kichban::scenario::study::{Assumption, Study};
use kichban::scenario::{calibrate_baseline, resolve, validate};
use std::sync::Arc;

/// The inputs of every case on its own baseline, in the capital closure, where every parameter acts.
fn all_inputs(study: &Study) -> Vec<Arc<Inputs>> {
    let inputs = |case: &str| {
        let baseline = calibrate_baseline(study, &study.lineage(case).unwrap().0.id).unwrap();
        resolve(study, &baseline, case, Closure::Capital).unwrap()
    };
    study.case_ids().into_iter().map(inputs).collect()
}

/// The realised ratio of one baseline, half of what all baselines share.
fn own_row(study: &Study, baseline: &str) -> Assumption {
    let mut row = study.parameters.iter().find(|row| row.figure.quantity == Quantity::RealisedRatio).unwrap().clone();
    baseline.clone_into(&mut row.baseline);
    row.figure.value *= 0.5;
    row
}

#[test]
fn the_order_of_parameters_decides_nothing() {
    for mut study in crate::shipped::studies() {
        let own = own_row(&study, "plan");
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
    let own = own_row(&study, "plan");
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
