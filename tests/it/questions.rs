//! Questions put to a plan: the audit and the growth still needed, against the independent reference and by law.

use kichban::analysis::audit::{Audit, AuditScope, Finding, Verdict, audit, check_ids};
use kichban::analysis::catch_up::{
    self, CatchUpError, CatchUpSubject, Need, latest_part_year, needs, record, rest_of_year, trend_baseline,
};
use kichban::analysis::plan_baseline;
use kichban::engine::Projection;
use kichban::files::{built_in, read_study, write_study};
use kichban::quantity::{PriceBasis, Unit};
use kichban::scenario::figure::{Figure, Quantity, Status};
use kichban::scenario::study::Study;
use kichban::scenario::{Edit, FigureList, Indexed, apply_edit, calibrate_baseline, validate};
use proptest::prelude::*;
use std::path::Path;
use std::sync::Arc;

/// Relative distance from the reference, whose figures have 17 digits.
const TOLERANCE: f64 = 1e-10;

fn rows(file: &str) -> Vec<csv::StringRecord> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/analysis").join(file);
    let rows: Vec<_> = csv::Reader::from_path(path).unwrap().records().map(Result::unwrap).collect();
    assert!(!rows.is_empty(), "{file} has rows");
    rows
}

fn study() -> Study {
    built_in().unwrap()
}

fn projection(study: &Study, baseline: &str) -> Projection {
    calibrate_baseline(study, baseline).unwrap().projection
}

fn audited(study: &Study) -> Audit {
    let plan = plan_baseline(study).and_then(|baseline| calibrate_baseline(study, &baseline.id).ok());
    audit(study, plan.as_ref().map(|plan| &plan.projection))
}

fn close(found: f64, expected: f64) -> bool {
    (found - expected).abs() <= TOLERANCE * expected.abs().max(1.0)
}

fn found<'a>(audit: &'a Audit, code: &str) -> &'a Finding {
    audit.findings.iter().find(|finding| finding.code == code).unwrap_or_else(|| panic!("no finding {code}"))
}

/// Verdicts of a check in order.
fn verdicts(study: &Study, check: &str) -> Vec<Verdict> {
    audited(study).findings.iter().filter(|finding| finding.check == check).map(|finding| finding.verdict).collect()
}

#[test]
fn the_audit_of_bac_ninh_is_that_of_the_reference_row_by_row() {
    let audit = audited(&study());
    assert_eq!(audit.scope, AuditScope::Everything);
    let reference = rows("audit.csv");
    for row in &reference {
        let finding = found(&audit, &row[0]);
        let bound = |text: &str| (!text.is_empty()).then(|| text.parse::<f64>().unwrap());
        assert!(close(finding.value, row[2].parse().unwrap()), "{}: {} for {}", &row[0], finding.value, &row[2]);
        for (own, expected) in [(finding.lower, bound(&row[3])), (finding.upper, bound(&row[4]))] {
            let same = match (own, expected) {
                (Some(own), Some(expected)) => close(own, expected),
                (own, expected) => own == expected,
            };
            assert!(same, "{}: bound {own:?} for {expected:?}", &row[0]);
        }
        assert_eq!(finding.verdict.id(), &row[5], "{}", &row[0]);
    }
    let codes: Vec<&str> = audit.findings.iter().map(|finding| finding.code.as_str()).collect();
    let expected: Vec<&str> = reference.iter().map(|row| &row[0]).collect();
    assert_eq!(codes[..expected.len()], expected[..]);
    let rest: Vec<&str> = codes[expected.len()..].to_vec();
    // Shares of the draft, of the decision and of its authority, a level per head, and figures of other territories.
    assert_eq!(rest, ["C22", "C23a", "C23b", "C23c", "C23d", "C23e"]);
}

/// A study with some records changed; what is left still holds together.
fn with(change: impl Fn(&mut Study)) -> Study {
    let mut study = study();
    change(&mut study);
    validate(&study).unwrap();
    study
}

fn targets(study: &mut Study) -> &mut Indexed<Figure> {
    Arc::make_mut(&mut study.targets)
}

fn observations(study: &mut Study) -> &mut Indexed<Figure> {
    Arc::make_mut(&mut study.observations)
}

/// The first figure of a list with this quantity, line, year and vintage.
fn one<'a>(list: &'a mut [Figure], quantity: Quantity, line: &str, year: i32, vintage: &str) -> &'a mut Figure {
    let is_it = |figure: &&mut Figure| {
        (figure.quantity, figure.line.as_str(), figure.year) == (quantity, line, Some(year))
            && figure.vintage == vintage
    };
    list.iter_mut().find(is_it).unwrap_or_else(|| panic!("no {quantity:?} {line} {year} {vintage}"))
}

/// Sets the range of every target of growth of a line to one that holds.
fn states_growth(study: &mut Study, line: &str, low: f64, high: f64) {
    for figure in targets(study).iter_mut().filter(|figure| figure.quantity == Quantity::OutputGrowth) {
        if figure.line == line {
            (figure.value, figure.upper) = (low, Some(high));
        }
    }
}

fn parameter(study: &mut Study, quantity: Quantity, value: f64, upper: Option<f64>) {
    for row in Arc::make_mut(&mut study.parameters).iter_mut().filter(|row| row.figure.quantity == quantity) {
        (row.figure.value, row.figure.upper) = (value, upper.or(row.figure.upper));
    }
}

fn states_total(study: &mut Study, value: f64) {
    let like = study.targets[0].clone();
    let note = study.targets[4].note.clone();
    let own = Figure { line: "total".to_owned(), year: Some(2030), value, quote: String::new(), note, ..like };
    targets(study).push(own);
}

fn states_productivity(study: &mut Study, value: f64) {
    let like = study.targets[0].clone();
    let own = Figure {
        quantity: Quantity::Productivity,
        year: Some(2030),
        value,
        unit: Unit::MillionVndPerWorker,
        quote: String::new(),
        ..like
    };
    targets(study).push(own);
}

/// A target of 2030 in the unit of its quantity.
fn states_money(study: &mut Study, quantity: Quantity, since: Option<i32>, value: f64) {
    let like = study.targets[4].clone();
    let own = Figure {
        quantity,
        line: String::new(),
        since,
        value,
        unit: quantity.unit(),
        aim: None,
        price_basis: PriceBasis::Current,
        quote: String::new(),
        ..like
    };
    targets(study).push(own);
}

/// One change a check that makes the figures of the shipped study agree or disagree.
type Change = (&'static str, fn(&mut Study));

/// Changes after which a check that agrees in the shipped study fails.
const SPOILT: &[Change] = &[
    ("C01", |study| one(targets(study), Quantity::Share, "services", 2030, "approved-plan").value = 25.0),
    ("C02", |study| states_total(study, 270.0)),
    ("C05", |study| states_productivity(study, 390.0)),
    ("C07", |study| parameter(study, Quantity::Participation, 0.5, None)),
    ("C08", |study| parameter(study, Quantity::InvestmentRate, 0.6, None)),
    ("C13", |study| study.parks[0].area_ha = 100.0),
    ("C15", |study| {
        one(observations(study), Quantity::FdiRegistered, "", 2024, "press-2024-adjusted").value = 2.0;
    }),
    ("C20", |study| study.projects[0].registered_musd = 9000.0),
    ("C21", |study| parameter(study, Quantity::RelativeProductivity, 0.5, Some(1.0))),
    ("C24", |study| one(observations(study), Quantity::Share, "industry", 2022, "reconciled").value = 0.7592),
    ("C25", |study| {
        let rate =
            study.observations.iter().find(|figure| figure.quantity == Quantity::InvestmentRate).unwrap().clone();
        let territory = study.territory.clone();
        observations(study).push(Figure { territory, vintage: "own".to_owned(), ..rate });
        states_money(study, Quantity::Investment, Some(2026), 900.0);
    }),
    ("C26", |study| states_money(study, Quantity::GrdpPerHeadUsd, None, 7000.0)),
];

/// Changes after which a check that fails in the shipped study agrees.
const MENDED: &[Change] = &[
    ("C03", |study| states_growth(study, "total", 7.0, 8.0)),
    ("C04", |study| states_growth(study, "industry", 6.5, 12.0)),
    ("C06", |study| states_growth(study, "services", 9.0, 12.0)),
    ("C09", |study| {
        one(targets(study), Quantity::TfpContribution, "total", 2030, "approved-plan").value = 35.0;
        parameter(study, Quantity::TfpGrowth, -0.008, Some(0.06));
    }),
    ("C10", |study| one(observations(study), Quantity::Exports, "", 2022, "reconciled").value = 10.0),
    // A year in which the line itself grew as much; what another line or the province did is no record of it.
    ("C11", |study| one(observations(study), Quantity::Output, "industry", 2021, "reconciled").value *= 0.5),
    ("C12", |study| states_growth(study, "industry", 6.5, 12.0)),
    ("C14", |study| {
        for figure in targets(study).iter_mut().filter(|figure| figure.quantity == Quantity::GrdpPerHead) {
            figure.value = 310.0;
        }
    }),
    ("C16", |study| {
        one(observations(study), Quantity::OutputGrowth, "total", 2024, "year-end").value = 8.236;
    }),
    ("C17", |study| {
        one(observations(study), Quantity::GrdpPerHeadUsd, "", 2022, "forum-2023").value = 7200.0;
    }),
    ("C18", |study| one(targets(study), Quantity::ParkCount, "", 2030, "approved-plan").value = 21.0),
    ("C19", |study| {
        let part = one(observations(study), Quantity::IndustrialProductionGrowth, "industry", 2024, "eleven-months");
        part.value = 6.1;
    }),
    ("C22", |study| {
        for figure in targets(study).iter_mut().filter(|figure| figure.quantity == Quantity::Share) {
            figure.quote = figure.quote.replace("190.374", "190,374");
        }
    }),
    ("C23", |study| {
        for figure in targets(study).iter_mut() {
            if figure.price_basis == PriceBasis::NotStated {
                let is_share = figure.quantity == Quantity::Share;
                figure.price_basis = if is_share { PriceBasis::Constant } else { PriceBasis::Current };
            }
            if figure.quantity == Quantity::Share && !figure.quote.is_empty() {
                figure.quote.push_str(" (giá so sánh)");
            }
        }
    }),
];

fn fails(study: &Study, check: &str) -> bool {
    verdicts(study, check).into_iter().any(Verdict::fails)
}

#[test]
fn each_check_fails_in_one_study_and_agrees_in_another() {
    let shipped = study();
    for &(check, spoil) in SPOILT {
        assert!(!fails(&shipped, check), "{check}");
        assert!(fails(&with(spoil), check), "{check} does not see it");
    }
    for &(check, mend) in MENDED {
        assert!(fails(&shipped, check), "{check}");
        let mended = with(mend);
        let found = verdicts(&mended, check);
        assert!(!found.iter().any(|verdict| verdict.fails()), "{check}: {found:?}");
        // Sentences with one mark only are not worth a line.
        assert_eq!(found.is_empty(), check == "C22", "{check}");
    }
    let checked: std::collections::BTreeSet<&str> = SPOILT.iter().chain(MENDED).map(|change| change.0).collect();
    assert_eq!(checked, check_ids().into_iter().collect(), "every check is looked at");
}

#[test]
fn a_stated_total_and_a_stated_productivity_that_agree_are_found_to_agree() {
    let study = with(|study| {
        states_total(study, 262.22);
        states_productivity(study, 381.5);
    });
    let audit = audited(&study);
    assert_eq!(found(&audit, "C02b").verdict, Verdict::Ok);
    assert_eq!(found(&audit, "C05d").verdict, Verdict::Ok);
    assert_eq!(found(&audit, "C05c").verdict, Verdict::Info);
}

#[test]
fn a_study_whose_figures_agree_has_no_failing_finding() {
    let mended = with(|study| MENDED.iter().for_each(|(_, mend)| mend(study)));
    let audit = audited(&mended);
    let failing: Vec<&str> =
        audit.findings.iter().filter(|one| one.verdict.fails()).map(|one| one.code.as_str()).collect();
    assert!(failing.is_empty(), "{failing:?}");
    assert_eq!(audit.failing(), 0);
    assert!(audit.findings.len() > 30);
}

#[test]
fn a_study_without_targets_has_an_empty_audit_that_says_so() {
    let study = with(|study| {
        targets(study).clear();
        study.links.sums.clear();
    });
    let audit = audited(&study);
    assert_eq!((audit.findings.len(), audit.scope), (0, AuditScope::NoTargets));
    assert!(needs(&study, None).is_empty());
    let elsewhere = with(|study| {
        study.links.sums.clear();
        for figure in targets(study).iter_mut() {
            "bac-ninh-merged".clone_into(&mut figure.territory);
        }
        // Two plans of one year would collide in one territory.
        targets(study).truncate(1);
    });
    assert_eq!(audited(&elsewhere).scope, AuditScope::NoTargets);
}

#[test]
fn a_plan_without_projection_is_audited_on_its_figures() {
    let study = study();
    let audit = audit(&study, None);
    assert_eq!(audit.scope, AuditScope::FiguresOnly);
    assert_eq!(found(&audit, "C03b").verdict, Verdict::Below);
    assert!(audit.findings.iter().all(|finding| !matches!(finding.check, "C07" | "C08" | "C14")));
}

#[test]
fn every_finding_names_records_that_exist_and_speaks_of_a_number() {
    let study = study();
    for finding in &audited(&study).findings {
        assert!(finding.value.is_finite(), "{}", finding.code);
        assert!(finding.check == "C23" || !finding.computed.is_empty(), "{} has no source", finding.code);
        let compares = finding.verdict.fails() && !matches!(finding.check, "C23" | "C01" | "C20");
        assert!(!compares || !finding.stated.is_empty(), "{} has one side only", finding.code);
    }
}

#[test]
fn a_plan_that_is_twice_as_large_grows_alike() {
    let double = with(|study| {
        let scaled = |figure: &mut Figure| {
            if figure.unit == Unit::TrillionVnd {
                figure.value *= 2.0;
            }
        };
        observations(study).iter_mut().for_each(scaled);
        targets(study).iter_mut().for_each(scaled);
    });
    let (small, large) = (audited(&study()), audited(&double));
    for code in ["C03a", "C03b", "C04", "C05a", "C05b", "C06a", "C06b", "C08", "C09", "C09I", "C11", "C12", "C21"] {
        assert!(close(found(&small, code).value, found(&large, code).value), "{code}");
        assert_eq!(found(&small, code).verdict, found(&large, code).verdict, "{code}");
    }
    for code in ["C02a", "C05d", "C14", "C16a", "C17"] {
        assert!(close(found(&small, code).value * 2.0, found(&large, code).value), "{code}");
    }
    assert!(close(found(&small, "C10").value / 2.0, found(&large, "C10").value));
}

#[test]
fn sums_follow_their_figures_when_these_are_edited() {
    let shipped = study();
    let whole = shipped.links.sums[0].whole.find(&shipped).unwrap();
    let (position, list) = (whole.0, FigureList::Observations);
    let figure = Box::new(Figure { vintage: "press-2025".to_owned(), ..whole.1.clone() });
    let renamed = apply_edit(&shipped, &Edit::SetFigure { list, position, figure }).unwrap();
    assert_eq!(renamed.links.sums[0].whole.vintage, "press-2025");
    assert_eq!(found(&audited(&renamed), "C15").verdict, Verdict::Ok);
    let gone = apply_edit(&shipped, &Edit::DeleteFigure { list, position }).unwrap();
    assert_eq!(gone.links.sums.len(), shipped.links.sums.len() - 1);
    assert_eq!(read_study(write_study(&gone).as_bytes()).unwrap(), gone);
    let moved = Box::new(Figure { territory: "viet-nam".to_owned(), ..whole.1.clone() });
    let moved = apply_edit(&shipped, &Edit::SetFigure { list, position, figure: moved }).unwrap();
    assert_eq!(moved.links.sums.len(), shipped.links.sums.len() - 1);
}

#[test]
fn an_assumed_start_proves_nothing() {
    // The plan's industry of 2020 is assumed, its GRDP of 2020 is published.
    let shipped = study();
    assert_eq!(verdicts(&shipped, "C04").len(), 1);
    let published = with(|study| {
        let start = one(observations(study), Quantity::Output, "industry", 2020, "plan-base");
        start.status = Status::Derived;
    });
    assert_eq!(verdicts(&published, "C04").len(), 3);
}

/// A value of the reference by the beginning of its name.
fn reference(name: &str) -> f64 {
    let row = rows("backcast.csv").into_iter().find(|row| row[0].starts_with(name));
    row.unwrap_or_else(|| panic!("no row {name}"))[1].parse().unwrap()
}

fn need_of<'a>(
    needs: &'a [Need],
    quantity: Quantity,
    line: &str,
    year: i32,
    is: impl Fn(&CatchUpSubject) -> bool,
) -> &'a Need {
    let is_it =
        |need: &&Need| (need.quantity, need.line.as_str(), need.to.0) == (quantity, line, year) && is(&need.subject);
    needs.iter().find(is_it).unwrap_or_else(|| panic!("nothing needed of {quantity:?} {line} {year}"))
}

#[test]
fn the_growth_still_needed_is_that_of_the_reference() {
    let study = study();
    assert_eq!(trend_baseline(&study).unwrap().id, "trend");
    let trend = projection(&study, "trend");
    let all: Vec<Need> = needs(&study, Some(&trend)).into_iter().map(Result::unwrap).collect();
    let stated = |subject: &CatchUpSubject| matches!(subject, CatchUpSubject::Stated { .. });
    let pairs = [
        ("B1 required growth of industry 2024->2025", need_of(&all, Quantity::Output, "industry", 2025, stated)),
        ("B1 required average growth of industry", need_of(&all, Quantity::Output, "industry", 2030, stated)),
        ("B1 required average labour growth", need_of(&all, Quantity::Employment, "industry", 2030, stated)),
        (
            "B1 required average productivity growth",
            need_of(&all, Quantity::Productivity, "industry", 2030, |subject| {
                *subject == CatchUpSubject::ImpliedProductivity
            }),
        ),
        (
            "B1 required average GRDP growth",
            need_of(&all, Quantity::Output, "total", 2030, |subject| *subject == CatchUpSubject::ImpliedTotal),
        ),
        (
            "B1 implied average growth of everything outside",
            need_of(&all, Quantity::Output, "industry", 2030, |subject| *subject == CatchUpSubject::Outside),
        ),
    ];
    for (name, need) in pairs {
        assert!(close(need.growth, reference(name)), "{name}: {}", need.growth);
        assert_eq!(need.from.0, 2024);
    }
}

#[test]
fn the_path_of_constant_growth_and_the_trend_are_those_of_the_reference() {
    let study = study();
    let trend = projection(&study, "trend");
    let all: Vec<Need> = needs(&study, Some(&trend)).into_iter().map(Result::unwrap).collect();
    let stated = |subject: &CatchUpSubject| matches!(subject, CatchUpSubject::Stated { .. });
    let output = need_of(&all, Quantity::Output, "industry", 2030, stated).path();
    let people = need_of(&all, Quantity::Employment, "industry", 2030, stated).path();
    let line = trend.line("industry").unwrap();
    for (row, (output, people)) in rows("backcast_catchup_path.csv").iter().zip(output.iter().zip(&people)) {
        let number = |column: usize| row[column].parse::<f64>().unwrap();
        assert_eq!(output.0.to_string(), row[0]);
        let path = trend.value(kichban::engine::Variable::Output, line, output.0).unwrap();
        let found = [output.1, people.1, output.1 / people.1 * 1e3, path, output.1 - path];
        for (column, found) in found.into_iter().enumerate() {
            assert!(close(found, number(column + 1)), "{} column {}: {found}", &row[0], column + 1);
        }
    }
    assert_eq!(output.len(), 7);
}

#[test]
fn growth_stands_beside_the_record_and_the_trend() {
    let study = study();
    let trend = projection(&study, "trend");
    let all: Vec<Need> = needs(&study, Some(&trend)).into_iter().map(Result::unwrap).collect();
    let industry = &all[0];
    // 2022, 2023 and 2024: the history of the line begins in 2021.
    assert_eq!(industry.past.iter().map(|past| past.0).collect::<Vec<_>>(), [2022, 2023, 2024]);
    assert_eq!(industry.best().unwrap().0, 2022);
    assert!((industry.best().unwrap().1 - 0.0649).abs() < 1e-3);
    // Productivity 4.5 and employment 1.8 per cent a year.
    assert!((industry.trend.unwrap() - (1.045 * 1.018 - 1.0)).abs() < 1e-3);
    // The province grew 19.12 per cent in 2017, in a vintage that was withdrawn: no record of this line.
    assert_eq!(record(&study, "industry"), industry.best());
    let finding = &audited(&study).findings.into_iter().find(|finding| finding.check == "C11").unwrap();
    assert!((finding.upper.unwrap() - industry.best().unwrap().1).abs() < 5e-5, "{finding:?}");
    // Without a trend nothing is invented.
    let bare = needs(&study, None).into_iter().next().unwrap().unwrap();
    assert_eq!((bare.trend, bare.trend_value), (None, None));
}

#[test]
fn targets_of_the_past_and_lines_without_figures_are_named() {
    let past = with(|study| {
        study.baselines.retain(|baseline| baseline.id != "plan");
        study.scenarios.retain(|scenario| scenario.parent != "plan");
        Arc::make_mut(&mut study.parameters).retain(|row| row.baseline != "plan");
        one(targets(study), Quantity::Output, "industry", 2025, "draft-plan").year = Some(2023);
    });
    let first = needs(&past, None).into_iter().next().unwrap();
    assert_eq!(first, Err(CatchUpError::TargetInThePast { year: 2023, latest: 2024 }));
    let bare = with(|study| {
        observations(study).retain(|figure| {
            figure.quantity != Quantity::Employment || figure.vintage != study_history() || figure.line != "industry"
        });
    });
    let missing = CatchUpError::NoActual { quantity: Quantity::Employment, line: "industry".to_owned() };
    assert!(needs(&bare, None).contains(&Err(missing)));
}

fn study_history() -> String {
    study().history_vintage
}

#[test]
fn a_half_year_of_the_study_leads_to_the_growth_of_the_rest() {
    let study = study();
    let part = latest_part_year(&study, "industry").unwrap();
    assert_eq!((part.year, part.months), (2025, 6));
    assert!((part.growth - 0.0901).abs() < 1e-12);
    let need = needs(&study, None).into_iter().next().unwrap().unwrap();
    let rest = rest_of_year(need.growth, part.growth, catch_up::even_months(part.months)).unwrap();
    assert!((0.5 * part.growth + 0.5 * rest - need.growth).abs() < 1e-12);
    assert!(rest > need.growth, "a slow beginning asks for a faster rest");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn growing_at_the_rate_needed_arrives(start in 0.1_f64..1e4, end in 0.1_f64..1e4, years in 1_i32..40) {
        let growth = catch_up::required_growth((2024, start), (2024 + years, end)).unwrap();
        let arrived = start * (1.0 + growth).powi(years);
        prop_assert!((arrived / end - 1.0).abs() < 1e-9);
    }

    #[test]
    fn part_and_rest_make_the_year(wanted in -0.5_f64..0.5, known in -0.5_f64..0.5, weight in 0.01_f64..0.99) {
        let rest = rest_of_year(wanted, known, weight).unwrap();
        prop_assert!((weight * known + (1.0 - weight) * rest - wanted).abs() < 1e-12);
    }
}

/// The record against which a finding is set.
fn stated<'s>(study: &'s Study, audit: &Audit, code: &str) -> &'s Figure {
    let Some(kichban::analysis::audit::Evidence::Figure { position, .. }) = found(audit, code).stated.first() else {
        panic!("{code} stands against nothing")
    };
    &study.targets[*position]
}

#[test]
fn growth_of_a_plan_is_set_against_what_that_plan_states_of_the_same_quantity() {
    let vintage = |study: &Study| stated(study, &audited(study), "C03b").vintage.clone();
    let shipped = study();
    assert_eq!(vintage(&shipped), "approved-plan");
    let growth = |study: &Study| {
        let is_it = |figure: &&Figure| figure.quantity == Quantity::OutputGrowth && figure.line == "total";
        study.targets.iter().find(is_it).unwrap().clone()
    };
    // The plan of the levels states growth over ten years, another document over the five of C03b.
    let own = with(|study| {
        let one = growth(study);
        let other = Figure { vintage: "press-2025".into(), since: Some(2026), value: 12.0, upper: None, ..one.clone() };
        targets(study).extend([other, Figure { vintage: "draft-plan".into(), ..one }]);
    });
    assert_eq!(vintage(&own), "draft-plan");
    // Growth at current prices is not the growth of levels at constant prices.
    let nominal = with(|study| {
        let one = Figure { since: Some(2026), value: 12.0, upper: None, ..growth(study) };
        targets(study).push(Figure { price_basis: PriceBasis::Current, ..one });
    });
    assert_eq!(vintage(&nominal), "approved-plan");
    assert_eq!(found(&audited(&nominal), "C03b").lower, Some(0.08));
    // A figure of the whole province may leave its line out.
    let bare = with(|study| {
        for figure in targets(study).iter_mut() {
            if figure.quantity == Quantity::OutputGrowth && figure.line == "total" {
                figure.line.clear();
            }
        }
    });
    assert_eq!(vintage(&bare), "approved-plan");
}
