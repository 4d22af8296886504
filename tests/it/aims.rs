//! Targets and the side from which they are met: data of the study, the same whatever an ensemble varies.

use kichban::analysis::ensemble::{Ensemble, EnsembleOptions, ensemble};
use kichban::engine::Closure;
use kichban::files::built_in;
use kichban::lang::Lang;
use kichban::quantity::Unit;
use kichban::scenario::Case;
use kichban::scenario::figure::{Aim, Figure, Quantity};
use kichban::scenario::study::Study;
use kichban::scenario::{calibrate_baseline, merged_settings};
use kichban::task::Progress;
use kichban::text::goal_name;
use std::sync::Arc;

fn found(study: &Study, options: &EnsembleOptions) -> Ensemble {
    let (parent, _) = study.lineage("three-projects").unwrap();
    let baseline = calibrate_baseline(study, &parent.id).unwrap();
    let settings = merged_settings(study, "three-projects").unwrap();
    let subject = Case { study, baseline: &baseline, settings: &settings, closure: Closure::Productivity };
    ensemble(subject, &[], options, &Progress::default()).unwrap().unwrap()
}

fn options(crash: bool) -> EnsembleOptions {
    EnsembleOptions { draws: 400, crash, ..EnsembleOptions::default() }
}

#[test]
fn the_risk_of_a_crash_changes_no_set_of_targets() {
    let study = built_in().unwrap();
    let sets = |crash| -> Vec<(String, i32, usize)> {
        let found = found(&study, &options(crash));
        found.together.into_iter().map(|one| (one.vintage, one.year, one.targets)).collect()
    };
    let plain = sets(false);
    assert!(plain.iter().all(|(.., targets)| *targets > 1) && !plain.is_empty(), "{plain:?}");
    assert_eq!(plain, sets(true));
}

#[test]
fn all_targets_together_are_those_of_the_study_that_do_not_stand_apart() {
    let mut study = built_in().unwrap();
    let of_draft = |found: &Ensemble| found.together.iter().find(|one| one.vintage == "draft-plan").unwrap().targets;
    let all = of_draft(&found(&study, &options(false)));
    let last = |figure: &&mut Figure| {
        figure.vintage == "draft-plan"
            && figure.year == Some(2030)
            && figure.quantity == Quantity::Share
            && !figure.apart
    };
    Arc::make_mut(&mut study.targets).iter_mut().find(last).unwrap().apart = true;
    assert_eq!(of_draft(&found(&study, &options(false))), all - 1);
}

#[test]
fn a_target_met_as_rounded_is_met() {
    let study = built_in().unwrap();
    let tax = study.targets.iter().find(|figure| figure.line == "taxes").unwrap();
    let with = |aim| Figure { aim: Some(aim), ..tax.clone() }.met_between();
    let (low, high) = (with(Aim::AtLeast)[0], with(Aim::AtMost)[1]);
    assert!((3.94..=3.96).contains(&low) && (4.04..=4.06).contains(&high), "{low} {high}");
    let near = with(Aim::Near { within: 1.0 });
    assert!((near[0] - (tax.value - 1.05)).abs() < 1e-12 && (near[1] - (tax.value + 1.05)).abs() < 1e-12, "{near:?}");
}

#[test]
fn a_share_is_a_ceiling_only_where_the_study_says_so() {
    let mut study = built_in().unwrap();
    for figure in Arc::make_mut(&mut study.targets) {
        figure.aim = None;
    }
    let aims: Vec<_> = study.targets.iter().map(|figure| (figure.quantity, figure.aim())).collect();
    assert!(aims.iter().all(|(quantity, aim)| match aim {
        Aim::Near { within } => *quantity == Quantity::Share && *within > 0.0,
        Aim::AtLeast => *quantity != Quantity::Share,
        Aim::AtMost => false,
    }));
}

#[test]
fn every_shipped_target_states_its_aim() {
    assert!(built_in().unwrap().targets.iter().all(|figure| figure.aim.is_some()));
}

#[test]
fn the_name_of_a_target_says_what_is_counted() {
    let mut study = built_in().unwrap();
    let position =
        study.targets.iter().position(|one| one.quantity == Quantity::OutputGrowth && one.since == Some(2026)).unwrap();
    let mut name = |aim, value, upper, unit| {
        let figure = &mut Arc::make_mut(&mut study.targets)[position];
        *figure = Figure { aim: Some(aim), value, upper, unit, ..figure.clone() };
        let found = found(&study, &options(false));
        let goal = found.chances.iter().find(|one| one.goal.target == position).unwrap().goal;
        goal_name(&goal, &study, Lang::En)
    };
    let at_most = name(Aim::AtMost, 5.0, Some(8.0), Unit::PercentPerYear);
    assert!(at_most.contains("2026–30 of 8%") && at_most.contains("or less"), "{at_most}");
    let near = name(Aim::Near { within: 0.01 }, 0.07, Some(0.08), Unit::RatioPerYear);
    assert!(near.contains("within 1 pp") && near.contains("0.07–0.08"), "{near}");
}

#[test]
fn targets_that_mean_nothing_are_refused() {
    let study = built_in().unwrap();
    let like = study.targets.iter().find(|one| one.quantity == Quantity::Share).unwrap();
    for wrong in [
        Figure { upper: Some(like.value - 1.0), ..like.clone() },
        Figure { since: Some(like.year.unwrap() + 5), ..like.clone() },
        Figure { aim: Some(Aim::Near { within: -1.0 }), ..like.clone() },
        Figure { aim: Some(Aim::Near { within: 200.0 }), ..like.clone() },
    ] {
        assert!(wrong.problem().is_some(), "{wrong:?}");
    }
    assert!(like.problem().is_none());
}
