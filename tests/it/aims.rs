//! Targets and the side from which they are met: data of the study, the same whatever an ensemble varies.

use crate::exports::{STAMP, open};
use calamine::Reader as _;
use kichban::analysis::ensemble::{Ensemble, EnsembleOptions, ensemble};
use kichban::app::exports::{ChosenSections, ExportForm, ExportRequest, export};
use kichban::app::view_models::{StateReader, targets_content};
use kichban::app::{AppState, Origin, Preferences};
use kichban::engine::Closure;
use kichban::export::{ExportCase as ExportedCase, to_workbook};
use kichban::files::{built_in, write_study};
use kichban::lang::Lang;
use kichban::quantity::Unit;
use kichban::scenario::Case;
use kichban::scenario::figure::{Aim, Figure, Quantity};
use kichban::scenario::study::Study;
use kichban::scenario::{calibrate_baseline, merged_settings};
use kichban::task::Progress;
use kichban::text::goal_name;
use std::process::Command;
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
        goal_name(&goal, &study, Lang::EN)
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

/// The shipped study with three more targets that are met from three sides; the share is stated as a fraction.
fn aimed() -> Study {
    let mut study = built_in().unwrap();
    let shared = study.targets.iter().find(|one| one.quantity == Quantity::Share && one.year == Some(2030));
    let (share, output) = (shared.unwrap().clone(), study.targets.iter().find(|one| one.quantity == Quantity::Output));
    let output = output.unwrap().clone();
    let near = Some(Aim::Near { within: 0.0125 });
    let vintage = "aimed".to_owned();
    let output = Figure { vintage: vintage.clone(), ..output };
    let share = Figure { value: 0.614, upper: None, unit: Unit::Ratio, aim: near, vintage, ..share };
    let most = Figure { value: 141.26, aim: Some(Aim::AtMost), vintage: "aimed-low".to_owned(), ..output.clone() };
    let least = Figure { value: 121.76, aim: Some(Aim::AtLeast), ..output };
    Arc::make_mut(&mut study.targets).extend([share, most, least]);
    study
}

#[test]
fn every_table_of_targets_says_from_which_side_they_are_met() {
    let study = aimed();
    let case = study.pinned.clone();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("aimed.ron");
    std::fs::write(&path, write_study(&study)).unwrap();
    let words = ["--scenario", &case, "--closure", "productivity", "--lang", "en"];
    let run = Command::new(env!("CARGO_BIN_EXE_kichban")).arg("run").arg(&path).args(words).output().unwrap();
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    let run = String::from_utf8(run.stdout).unwrap();
    let lines: Vec<String> = run.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
    for row in ["≈ ± 1.25 61.4", "≤ 141.26", "≥ 121.76"] {
        assert!(lines.iter().any(|line| line.contains(row)), "{row}: {run}");
    }

    let request = |form| ExportRequest {
        form,
        cases: vec![case.clone()],
        closure: Closure::Productivity,
        lang: Lang::EN,
        stamp: STAMP,
        sections: ChosenSections::default(),
    };
    let files = export(&study, &request(ExportForm::Report), &Progress::default()).unwrap().unwrap().files;
    let page = files.into_iter().find(|file| file.name.ends_with("html")).unwrap();
    let page = String::from_utf8(page.bytes).unwrap();
    for cell in ["≈ 61.4 ± 1.25", "≤ 141.26", "≥ 121.76"] {
        assert!(page.contains(&format!(">{cell}<")), "{cell}");
    }

    let exported = ExportedCase::new(&study, &case, Closure::Productivity).unwrap();
    let bytes = to_workbook(&exported, Lang::EN, STAMP).unwrap();
    let sheet = open(&bytes).worksheet_range("Targets").unwrap();
    let beside = |text: &str| {
        let rows =
            sheet.rows().filter_map(|row| row.windows(2).find(|two| two[0] == calamine::Data::String(text.to_owned())));
        rows.map(|two| two[1].to_string()).collect::<Vec<_>>()
    };
    assert_eq!(beside("≈ ± 1.25"), ["0.614"]);
    assert_eq!(beside("≤"), ["141.26"]);
    assert!(beside("≥").contains(&"121.76".to_owned()));

    let preferences = Preferences { lang: Lang::EN, ..Preferences::default() };
    let state = AppState::new(study, Origin::Shipped, preferences);
    let shown = targets_content(&StateReader::new(&state), 4);
    let shown: Vec<&String> =
        shown.landings.iter().map(|row| &row.wanted).chain(shown.needs.iter().map(|row| &row.wanted)).collect();
    for text in ["≈ 61.4% ± 1.25", "≤ 141.3", "≥ 121.8"] {
        assert!(shown.iter().any(|wanted| *wanted == text), "{text}: {shown:?}");
    }
}
