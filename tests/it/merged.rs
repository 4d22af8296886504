//! Bắc Ninh since 1 July 2025: a study of output alone, what its plan asks for, and what it must not pretend to know.

use crate::resolved::resolve;
use kichban::analysis::audit::{Audit, AuditScope, Finding, Verdict, audit};
use kichban::analysis::plan_baseline;
use kichban::app::view_models::{StateReader, cards};
use kichban::app::{AppState, Origin, Preferences};
use kichban::engine::{Closure, Gap, Line, Projection, Variable, simulate};
use kichban::files::{FIRST_IN_WINDOW, built_in, first_in_window};
use kichban::lang::Lang;
use kichban::quantity::PriceBasis;
use kichban::scenario::figure::{Quantity, Status};
use kichban::scenario::study::Study;
use kichban::scenario::{ResolveError, calibrate_baseline};
use kichban::text::{finding_sentence, finding_stated};
use std::sync::Arc;

fn study() -> Study {
    let study = first_in_window().unwrap();
    assert_eq!(study.id, FIRST_IN_WINDOW);
    study
}

fn run(study: &Study, case: &str) -> Projection {
    let baseline = &study.lineage(case).unwrap().0.id;
    let calibrated = calibrate_baseline(study, baseline).unwrap();
    simulate(&resolve(study, &calibrated, case, Closure::Productivity).unwrap()).unwrap()
}

fn audited(study: &Study) -> Audit {
    let plan = plan_baseline(study).and_then(|baseline| calibrate_baseline(study, &baseline.id).ok());
    audit(study, plan.as_ref().map(|plan| &plan.projection))
}

fn found<'a>(audit: &'a Audit, code: &str) -> &'a Finding {
    audit.findings.iter().find(|finding| finding.code == code).unwrap_or_else(|| panic!("no finding {code}"))
}

fn near(value: f64, wanted: f64, within: f64) -> bool {
    (value - wanted).abs() <= within
}

#[test]
fn commands_stay_on_the_first_study_and_the_window_begins_with_this_one() {
    assert_eq!(built_in().unwrap().id, "bac-ninh-2030");
    assert_eq!(study().id, "bac-ninh-2025");
}

#[test]
fn the_base_year_is_what_is_published_and_its_lines_make_the_whole() {
    let study = study();
    for baseline in ["plan", "trend", "as-in-2025"] {
        let run = run(&study, baseline);
        assert!(near(run.value(Variable::Grdp, Line::Total, 2025).unwrap(), 522.0, 1e-9));
        assert!(near(run.value(Variable::GrdpPerHeadUsd, Line::Total, 2025).unwrap(), 5852.0, 0.5));
        for (line, share) in [("industry", 0.713), ("services", 0.195), ("agriculture", 0.063), ("taxes", 0.029)] {
            let line = run.line(line).unwrap();
            assert!(near(run.value(Variable::ShareConstant, line, 2025).unwrap(), share, 1e-9), "{baseline}");
            assert_eq!(
                run.value(Variable::ShareConstant, line, 2025).map(f64::to_bits),
                run.value(Variable::ShareCurrent, line, 2025).map(f64::to_bits),
            );
        }
    }
}

#[test]
fn the_plan_path_grows_as_the_target_says_and_every_line_takes_part() {
    let study = study();
    let plan = run(&study, "plan");
    let grdp = |year| plan.value(Variable::Grdp, Line::Total, year).unwrap();
    assert!(near(grdp(2030) / grdp(2025), 1.11_f64.powi(5), 1e-12), "{}", grdp(2030) / grdp(2025));
    for (line, prior) in [("industry", 0.112), ("services", 0.0775), ("agriculture", 0.0377)] {
        let line = plan.line(line).unwrap();
        let level = |year| plan.value(Variable::Output, line, year).unwrap();
        let growth = libm::pow(level(2030) / level(2025), 0.2) - 1.0;
        assert!(growth > prior && growth < prior + 0.03, "{growth} beside {prior}");
    }
}

#[test]
fn a_total_that_is_stated_as_a_level_is_met_like_its_growth() {
    let mut study = study();
    let by_growth = run(&study, "plan").value(Variable::Grdp, Line::Total, 2030).unwrap();
    for figure in Arc::make_mut(&mut study.targets) {
        if figure.quantity == Quantity::OutputGrowth && figure.vintage == "congress-2025" {
            (figure.quantity, figure.since, figure.upper) = (Quantity::Output, None, None);
            (figure.value, figure.unit) = (by_growth, Quantity::Output.unit());
        }
    }
    let by_level = run(&study, "plan").value(Variable::Grdp, Line::Total, 2030).unwrap();
    assert!(near(by_level / by_growth, 1.0, 1e-12), "{by_level} {by_growth}");
}

#[test]
fn the_audit_finds_what_investment_and_dollars_a_head_ask_for() {
    let study = study();
    let audit = audited(&study);
    assert_eq!(audit.scope, AuditScope::Everything);
    // 1,670 trillion over GRDP that grows by 11 % a year from 522; the lines grow steadily, and their sum nearly so.
    let rate = found(&audit, "C25a");
    let plan = run(&study, "plan");
    let grdp: f64 = (2026..=2030).map(|year| plan.value(Variable::Grdp, Line::Total, year).unwrap()).sum();
    assert!(near(rate.value, 1670.0 / grdp, 1e-12), "{}", rate.value);
    assert!(near(rate.value, 1670.0 / (1..=5).map(|t| 522.0 * 1.11_f64.powi(t)).sum::<f64>(), 1e-3), "{}", rate.value);
    assert!(near(rate.value, 0.46, 0.005) && near(rate.upper.unwrap(), 0.291, 1e-9));
    assert_eq!(rate.verdict, Verdict::Above);
    // No rate has been observed: beside it stands what 2025 was to reach, and it says so.
    let said = finding_sentence(rate, &study, Lang::EN);
    assert!(said.ends_with("No such rate is on record; the target of 2025 was 29.1%."), "{said}");
    assert_eq!(finding_stated(rate, &study, Lang::EN), "target 2025: 29.1%");
    // The same at the prices that the study assumes.
    let current = found(&audit, "C25b");
    assert!(current.value < rate.value && current.verdict == Verdict::Above, "{}", current.value);
    // 8,700 to 9,200 from 5,852 dollars, beside 11 to 12 % of growth and 1 % of population.
    for (code, low, high) in [("C26a", -0.0155, -0.0145), ("C26b", -0.0135, -0.0125)] {
        let prices = found(&audit, code);
        assert!(prices.value > low && prices.value < high, "{code}: {}", prices.value);
        assert_eq!(prices.verdict, Verdict::Below, "{code}");
        assert_eq!(prices.steps.len(), 4);
    }
}

#[test]
fn investment_that_says_its_prices_is_read_in_one_way_and_a_mended_plan_agrees() {
    let mut study = study();
    for figure in Arc::make_mut(&mut study.targets) {
        match figure.quantity {
            Quantity::Investment => (figure.price_basis, figure.value) = (PriceBasis::Current, 1000.0),
            Quantity::GrdpPerHeadUsd => (figure.value, figure.upper) = (10_500.0, Some(11_000.0)),
            _ => {}
        }
    }
    let audit = audited(&study);
    let rate = found(&audit, "C25");
    assert_eq!((rate.basis, rate.verdict), (PriceBasis::Current, Verdict::Ok));
    assert!(["C26a", "C26b"].iter().all(|code| found(&audit, code).verdict == Verdict::Ok));
}

#[test]
fn labour_and_capital_stay_gaps_and_closure_k_names_the_first_of_them() {
    let study = study();
    for baseline in &study.baselines {
        let calibrated = calibrate_baseline(&study, &baseline.id).unwrap();
        let gaps: Vec<Gap> = calibrated.inputs.gaps.iter().collect();
        let wanted = [
            Gap::Employment,
            Gap::Skills,
            Gap::Reallocation,
            Gap::LabourSupply,
            Gap::Capital,
            Gap::Investment,
            Gap::Land,
        ];
        assert_eq!(gaps, wanted, "{}", baseline.id);
        let refused = resolve(&study, &calibrated, &baseline.id, Closure::Capital).unwrap_err();
        assert!(matches!(refused, ResolveError::ClosureNeedsFigure { .. }), "{refused}");
    }
    let of_labour = [Quantity::Employment, Quantity::EmploymentGrowth, Quantity::Capital, Quantity::InvestmentRate];
    let assumed = study.parameters.iter().filter(|row| of_labour.contains(&row.figure.quantity));
    assert_eq!(assumed.count(), 0, "what nobody has figures of is not assumed");
}

#[test]
fn every_figure_after_the_base_year_is_assumed_with_its_reason() {
    let study = study();
    for row in study.parameters.iter() {
        let figure = &row.figure;
        let is_rate_of_base = figure.quantity == Quantity::ExchangeRate && figure.year == Some(2025);
        assert_eq!(figure.status == Status::Assumed, !is_rate_of_base, "{:?} {}", figure.quantity, figure.line);
        assert!(figure.note.vi.len() > 30 && figure.note.en.len() > 30, "{:?} {}", figure.quantity, figure.line);
    }
}

#[test]
fn the_overview_leads_with_cards_that_have_figures() {
    for lang in Lang::ALL {
        let state = AppState::new(study(), Origin::Shipped, Preferences { lang, ..Preferences::default() });
        let reader = StateReader::new(&state);
        let shown: Vec<bool> =
            cards(&reader, "plan").iter().map(|card| card.value != reader.numbers.missing()).collect();
        assert_eq!(shown, [true, true, true, true, false, false], "{lang}");
    }
}
