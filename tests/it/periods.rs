//! A target of growth against its own period, of which the first years are past.

use crate::resolved::resolve;
use kichban::analysis::catch_up::{CatchUpSubject, needs};
use kichban::analysis::{Period, actual_level, average_growth, growth_period};
use kichban::app::view_models::{StateReader, cards, targets_content};
use kichban::app::{AppState, Command, DocumentCommand, Origin, Preferences, update};
use kichban::engine::{Closure, Line, Projection, Variable, simulate};
use kichban::export::landings;
use kichban::files::built_in;
use kichban::lang::Lang;
use kichban::scenario::calibrate_baseline;
use kichban::scenario::figure::Quantity;
use kichban::scenario::study::Study;

fn projection(study: &Study, case: &str) -> Projection {
    let baseline = calibrate_baseline(study, &study.lineage(case).unwrap().0.id).unwrap();
    simulate(&resolve(study, &baseline, case, Closure::Productivity).unwrap()).unwrap()
}

#[test]
fn the_target_of_2021_30_is_set_against_2021_30() {
    let study = built_in().unwrap();
    let run = projection(&study, "three-projects");
    let start = actual_level(&study, "total", 2020).unwrap();
    assert_eq!((start.value.to_bits(), start.vintage), (124.988_f64.to_bits(), "plan-base"));
    let end = run.value(Variable::Grdp, Line::Total, 2030).unwrap();
    let expected = libm::pow(end / 124.988, 0.1) - 1.0;
    assert!((expected - 0.05).abs() < 5e-4, "{expected}");
    let (period, target) = growth_period(&study);
    assert_eq!(period, Period { since: 2021, until: 2030 });
    assert_eq!(average_growth(&study, &run, Line::Total, period), Some(expected));
    let landing = landings(&study, &[Some(&run)])
        .into_iter()
        .find(|landing| std::ptr::eq(landing.target, &raw const study.targets[target.unwrap()]))
        .unwrap();
    assert_eq!(landing.value(0), Some(expected));
    assert!((landing.gap(0).unwrap() - (expected - 0.08)).abs() < 1e-12);
}

#[test]
fn what_the_target_still_needs_is_the_growth_from_the_last_actual_year() {
    let study = built_in().unwrap();
    let all: Vec<_> = needs(&study, None).into_iter().flatten().collect();
    let (_, target) = growth_period(&study);
    let need = all.iter().find(|need| need.subject == CatchUpSubject::Grown { position: target.unwrap() }).unwrap();
    let expected = libm::pow(124.988 * 1.08_f64.powi(10) / need.from.1, 1.0 / 6.0) - 1.0;
    assert_eq!((need.quantity, need.from.0, need.to.0), (Quantity::Output, 2024, 2030));
    assert!((need.growth - expected).abs() < 1e-12 && (need.growth - 0.12).abs() < 5e-4, "{}", need.growth);
}

#[test]
fn card_table_and_report_tell_one_growth_under_one_name() {
    let preferences = Preferences { lang: Lang::EN, ..Preferences::default() };
    let mut state = AppState::new(built_in().unwrap(), Origin::Shipped, preferences);
    update(&mut state, Command::Document(DocumentCommand::SelectCase("three-projects".into())));
    let reader = StateReader::new(&state);
    let card = &cards(&reader, "three-projects")[1];
    assert_eq!((card.label.as_str(), card.value.as_str()), ("GRDP growth 2021–30", "5.0"));
    assert!(card.rows[0].left.contains("8–9") && card.rows[0].right.starts_with("−3.0"), "{card:?}");
    // The level of 2020 is that of the plan, the last actual one that of the history.
    let note = card.note.as_deref().unwrap();
    assert!(card.unit[1].contains("2020") && note.contains("plan base") && note.contains("2020"), "{card:?}");
    let page = targets_content(&reader, 8);
    let row = page.landings.iter().find(|row| row.wanted.contains("8–9")).unwrap();
    assert_eq!(row.values[page.selected], "5.0%");
    assert!(row.missing.starts_with("−3.0"), "{row:?}");
}

#[test]
fn without_a_target_growth_starts_from_the_last_actual_year() {
    let mut study = built_in().unwrap();
    std::sync::Arc::make_mut(&mut study.targets).retain(|target| target.quantity != Quantity::OutputGrowth);
    let (period, target) = growth_period(&study);
    assert_eq!((period, target), (Period { since: 2025, until: 2030 }, None));
    let run = projection(&study, "trend");
    let of = |year| run.value(Variable::Grdp, Line::Total, year).unwrap();
    let expected = libm::pow(of(2030) / of(2024), 1.0 / 6.0) - 1.0;
    assert_eq!(average_growth(&study, &run, Line::Total, period), Some(expected));
}

#[test]
fn an_assumed_start_and_an_unknown_one_prove_nothing() {
    let study = built_in().unwrap();
    // Industry of 2020 is assumed by the plan, and no vintage of the history has it.
    assert_eq!(actual_level(&study, "industry", 2020), None);
    let run = projection(&study, "trend");
    assert_eq!(average_growth(&study, &run, Line::Total, Period { since: 1990, until: 2030 }), None);
}

#[test]
fn a_target_whose_period_starts_at_no_known_level_is_shown_with_the_reason() {
    let study = built_in().unwrap();
    let is_it = |target: &kichban::scenario::figure::Figure| {
        target.quantity == Quantity::OutputGrowth && target.line == "industry" && target.since == Some(2021)
    };
    let run = projection(&study, "trend");
    let all = landings(&study, &[Some(&run)]);
    let landing = all.iter().find(|landing| is_it(landing.target)).unwrap();
    assert_eq!((landing.value(0), landing.unknown_start, landing.is_shown()), (None, Some(2020), true));
    let (table, reasons) = kichban::export::targets_table(&study, &run, &[], Lang::EN);
    let told = reasons.iter().find(|reason| reason.contains("2021–30")).unwrap();
    assert!(told.contains("Industry") && told.contains("no level of 2020 is known"), "{told}");
    assert_eq!(table.rows.len(), all.iter().filter(|landing| landing.is_shown()).count());
    // The plan starts in 2020 and has the whole period.
    let plan = projection(&study, "plan");
    let all = landings(&study, &[Some(&plan)]);
    let landing = all.iter().find(|landing| is_it(landing.target)).unwrap();
    assert!(landing.value(0).is_some() && landing.reason(&study, Lang::EN).is_none());
    // Years that no projection has are no riddle.
    let past = all.iter().filter(|landing| landing.target.year.is_some_and(|year| year <= 2020));
    assert!(past.into_iter().all(|landing| !landing.is_shown()));
}

#[test]
fn a_target_without_a_known_start_is_in_the_window_too() {
    let preferences = Preferences { lang: Lang::VI, ..Preferences::default() };
    let mut study = built_in().unwrap();
    // The plan and what follows from it start in 2020, where they have the level.
    study.baselines.iter_mut().for_each(|baseline| baseline.visible = baseline.id == "trend");
    study.scenarios.iter_mut().for_each(|scenario| scenario.visible = false);
    let mut state = AppState::new(study, Origin::Shipped, preferences);
    update(&mut state, Command::Document(DocumentCommand::SelectCase("trend".into())));
    let page = targets_content(&StateReader::new(&state), 8);
    assert!(page.missing.iter().any(|reason| reason.contains("2020")), "{:?}", page.missing);
    assert!(page.landings.iter().any(|row| row.values.iter().all(|value| value == "–")), "{:?}", page.landings);
    let once: std::collections::BTreeSet<&String> = page.missing.iter().collect();
    assert_eq!(once.len(), page.missing.len(), "each reason once");
}

#[test]
fn every_page_of_targets_says_which_of_them_cannot_be_judged() {
    let study = built_in().unwrap();
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_kichban"))
        .args(["ensemble", "--scenario", "trend", "--draws", "200", "--lang", "en"])
        .output()
        .unwrap();
    let page = String::from_utf8(output.stdout).unwrap();
    assert!(page.contains("cannot be judged: no level of 2020 is known"), "{page}");
    // Beside a case that has the years, a dash is explained all the same.
    let plan = kichban::export::ExportCase::new(&study, "plan", Closure::Productivity).unwrap();
    let trend = kichban::export::ExportCase::new(&study, "trend", Closure::Productivity).unwrap();
    let both = landings(&study, &[Some(&plan.projection), Some(&trend.projection)]);
    let told = kichban::export::explain_missing(&both, &study, Lang::EN);
    assert!(told.iter().any(|reason| reason.starts_with("“–”")), "{told:?}");
    let bytes = kichban::export::to_workbook(&trend, Lang::EN, crate::exports::STAMP).unwrap();
    let sheet = calamine::Reader::worksheet_range(&mut crate::exports::open(&bytes), "Targets").unwrap();
    let cells: Vec<String> = sheet.used_cells().map(|(_, _, cell)| cell.to_string()).collect();
    assert!(cells.iter().any(|cell| cell.contains("no level of 2020 is known")));
    assert!(cells.iter().filter(|cell| *cell == "–").count() >= 6);
}
