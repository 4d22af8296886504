//! The answers to questions against the independent figures of `tests/analysis`: attribution, contributions, shift-share, backcasting.

use crate::oracle_study::{BASELINE, number, study};
use crate::resolved::resolve;
use kichban::analysis::solver::{
    Bound, Flat, Goal, GoalVerdict, PathYear, SolutionMethod, SolveLever, SolverAnswer, SolverQuestion, attainable,
    investment_path, solution, solve,
};
use kichban::analysis::{
    Attribution, Cause, Grouping, Metric, Player, ShiftShareMethod, Switching, attribute, by_factor, by_line, line_of,
    regional_shift, shift_share, switching_value, tornado,
};
use kichban::engine::{Closure, Line, Projection, Variable, simulate};
use kichban::quantity::Year;
use kichban::scenario::Case;
use kichban::scenario::figure::{Figure, Quantity};
use kichban::scenario::lever::Lever;
use kichban::scenario::setting::{LeverKey, Setting, Settings};
use kichban::scenario::study::{Assumption, Study};
use kichban::scenario::{CalibratedBaseline, Resolver, calibrate_baseline, fingerprint, merged_settings};
use proptest::prelude::*;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock};

const TOLERANCE: f64 = 1e-10;

fn file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(name)
}

struct Fixture {
    study: Study,
    baseline: CalibratedBaseline,
}

static PLAN: LazyLock<Fixture> = LazyLock::new(|| fixture("plan-2020"));
static ACTUAL: LazyLock<Fixture> = LazyLock::new(|| fixture("actual-2024"));
/// The shipped study with its three calibrated baselines.
static SHIPPED: LazyLock<(Study, Vec<CalibratedBaseline>)> = LazyLock::new(|| {
    let study = kichban::files::built_in().unwrap();
    let baselines = study.baselines.iter().map(|one| calibrate_baseline(&study, &one.id).unwrap()).collect();
    (study, baselines)
});

/// A case folder of the oracle, with the ratio and the jobs of anonymous FDI that B4 names, and destinations of moving labour.
fn fixture(folder: &str) -> Fixture {
    let text = std::fs::read_to_string(file("oracle").join(folder).join("inputs.json")).unwrap();
    let mut study = study(&serde_json::from_str(&text).unwrap());
    for (quantity, line, value) in [
        (Quantity::RealisedRatio, "", 0.635),
        (Quantity::JobsPerMillionUsd, "", 0.0123),
        (Quantity::ReallocationShare, "I", 0.7),
        (Quantity::ReallocationShare, "S", 0.3),
    ] {
        let like = study.parameters[0].figure.clone();
        let figure = Figure { quantity, line: line.to_owned(), year: None, value, unit: quantity.unit(), ..like };
        Arc::make_mut(&mut study.parameters).push(Assumption { baseline: String::new(), figure });
    }
    let baseline = calibrate_baseline(&study, BASELINE).unwrap();
    Fixture { study, baseline }
}

impl Fixture {
    fn case(&self, case: &str, closure: Closure) -> Projection {
        simulate(&resolve(&self.study, &self.baseline, case, closure).unwrap()).unwrap()
    }

    fn under<'a>(&'a self, settings: &'a Settings, closure: Closure) -> Case<'a> {
        Case { study: &self.study, baseline: &self.baseline, settings, closure }
    }

    fn metric(&self, variable: Variable, line: &str, year: Year) -> Metric {
        Metric::new(variable, line_of(&self.study, line).unwrap(), year)
    }

    fn between(
        &self,
        from: &str,
        to: &str,
        closure: Closure,
        grouping: Grouping,
        metrics: &[Metric],
    ) -> Vec<Attribution> {
        let (from, to) = (merged_settings(&self.study, from).unwrap(), merged_settings(&self.study, to).unwrap());
        let case = |settings| Case { study: &self.study, baseline: &self.baseline, settings, closure };
        attribute([case(&from), case(&to)], grouping, metrics).unwrap()
    }
}

fn closure(letter: &str) -> Closure {
    if letter == "K" { Closure::Capital } else { Closure::Productivity }
}

fn case_id(name: &str) -> &str {
    if name == "BASE" { BASELINE } else { name }
}

fn rows(name: &str) -> Vec<csv::StringRecord> {
    csv::Reader::from_path(file("analysis").join(name)).unwrap().records().map(Result::unwrap).collect()
}

fn agrees(found: f64, expected: f64, tolerance: f64) -> bool {
    (found - expected).abs() <= tolerance * expected.abs().max(1.0)
}

/// Every row of a file compared; the first that differ are named.
fn all_agree(found: impl Iterator<Item = (String, f64, f64)>, least: usize) {
    let all: Vec<_> = found.collect();
    let different: Vec<_> = all.iter().filter(|(_, found, expected)| !agrees(*found, *expected, TOLERANCE)).collect();
    assert!(all.len() >= least, "{} rows", all.len());
    assert!(
        different.is_empty(),
        "{} of {} differ: {:#?}",
        different.len(),
        all.len(),
        &different[..different.len().min(8)]
    );
}

/// The groups of `lever_groups.json` in the program's words.
const GROUPS: [(&str, Cause); 7] = [
    ("projects", Cause::Projects),
    ("shock", Cause::Shocks),
    ("skills", Cause::Skills),
    ("productivity", Cause::Productivity),
    ("labour_supply", Cause::LabourSupply),
    ("land", Cause::Land),
    ("investment", Cause::Investment),
];

#[test]
fn the_attribution_of_s3_is_that_of_the_oracle_in_both_closures() {
    let fixture = &*PLAN;
    let metrics = [
        ("GRDP_2030", fixture.metric(Variable::Grdp, "total", 2030), 1.0),
        ("Y_I_2030", fixture.metric(Variable::Output, "I", 2030), 1.0),
        ("L_I_2030", fixture.metric(Variable::Employment, "I", 2030), 1.0),
        ("share_I_2030_pp", fixture.metric(Variable::ShareConstant, "I", 2030), 100.0),
    ];
    let of: BTreeMap<&str, Vec<Attribution>> = [("P", Closure::Productivity), ("K", Closure::Capital)]
        .into_iter()
        .map(|(letter, closure)| {
            let wanted: Vec<Metric> = metrics.iter().map(|(_, metric, _)| *metric).collect();
            (letter, fixture.between(BASELINE, "S3_combo", closure, Grouping::Causes, &wanted))
        })
        .collect();
    let found = rows("shapley_S3.csv").into_iter().flat_map(|row| {
        let position = metrics.iter().position(|(name, _, _)| *name == &row[1]).unwrap();
        let (attribution, scale) = (&of[&row[0]][position], metrics[position].2);
        let values = if &row[2] == "TOTAL" {
            [attribution.sum(), attribution.difference(), attribution.difference()]
        } else {
            let cause = GROUPS.iter().find(|(name, _)| *name == &row[2]).unwrap().1;
            let term = attribution.terms.iter().find(|term| term.player == Player::Cause(cause)).unwrap();
            [term.value, term.listed, term.reverse]
        };
        let expected: Vec<f64> = (3..6).map(|column| row[column].parse().unwrap()).collect();
        values
            .into_iter()
            .zip(expected)
            .map(|(value, wanted)| (format!("{row:?}"), value * scale, wanted))
            .collect::<Vec<_>>()
    });
    all_agree(found, 192);
}

#[test]
fn a_group_that_does_nothing_gets_nothing() {
    let fixture = &*PLAN;
    let metric = fixture.metric(Variable::Grdp, "total", 2030);
    let found = fixture.between(BASELINE, "S3_combo", Closure::Productivity, Grouping::Causes, &[metric]);
    let of = |cause| found[0].terms.iter().find(|term| term.player == Player::Cause(cause)).unwrap();
    // The oracle's scenarios say that spillover is on, as it is anyway; the investment rate is inert in closure P.
    for term in [of(Cause::Spillover), of(Cause::Investment)] {
        assert!([term.value, term.first, term.last].iter().all(|part| part.abs() < f64::MIN_POSITIVE), "{term:?}");
    }
    assert!(!found[0].terms.iter().any(|term| term.player == Player::Cause(Cause::Baseline)));
}

/// Nine levers, each in a case of its own, so that nothing groups them.
fn nine_levers() -> Settings {
    [
        (LeverKey::for_lever(Lever::ProductivityGrowthAdded, "I"), Setting::Constant(0.01)),
        (LeverKey::for_lever(Lever::ProductivityGrowthAdded, "S"), Setting::Constant(0.01)),
        (LeverKey::for_lever(Lever::LabourGrowthAdded, "I"), Setting::Constant(0.01)),
        (LeverKey::province(Lever::InvestmentRate), Setting::Constant(0.42)),
        (LeverKey::province(Lever::TrainedShareAdded), Setting::Constant(0.1)),
        (LeverKey::province(Lever::LabourConstrained), Setting::Switch(true)),
        (LeverKey::province(Lever::LandLimit), Setting::Switch(true)),
        (LeverKey::for_lever(Lever::ShockDepth, "S2_shock-0"), Setting::Constant(0.15)),
        (LeverKey::for_lever(Lever::FdiRegistered, "I"), Setting::Constant(2000.0)),
    ]
    .into_iter()
    .collect()
}

#[test]
fn a_sampled_attribution_is_near_the_exact_one_and_says_how_near() {
    let fixture = &*ACTUAL;
    let metric = fixture.metric(Variable::Grdp, "total", 2030);
    let (none, all) = (Settings::default(), nine_levers());
    let closure = Closure::Capital;
    let case = |settings| Case { study: &fixture.study, baseline: &fixture.baseline, settings, closure };
    let cases = [case(&none), case(&all)];
    let ask = || attribute(cases, Grouping::Levers, &[metric]).unwrap().remove(0);
    let sampled = ask();
    assert_eq!((sampled.terms.len(), sampled.permutations), (9, Some(2000)));
    assert!(agrees(sampled.sum(), sampled.difference(), TOLERANCE));
    assert_eq!(sampled, ask(), "the same question has the same answer");
    // The definition, over all sets of the other eight levers.
    let entries: Vec<(&LeverKey, &Setting)> = all.entries().collect();
    let value = |mask: usize| {
        let chosen = entries.iter().enumerate().filter(|(p, _)| mask >> p & 1 == 1);
        let settings: Settings = chosen.map(|(_, (key, setting))| ((*key).clone(), (*setting).clone())).collect();
        let inputs = fixture.under(&settings, Closure::Capital).resolve().unwrap();
        metric.value(&simulate(&inputs).unwrap()).unwrap()
    };
    let values: Vec<f64> = (0..1 << 9).map(value).collect();
    let factorial = |n: u32| (1..=n).map(f64::from).product::<f64>();
    for (p, (key, _)) in entries.iter().enumerate() {
        let without = (0..1_usize << 9).filter(|mask| mask >> p & 1 == 0);
        let exact: f64 = without
            .map(|mask| {
                let before = mask.count_ones();
                factorial(before) * factorial(8 - before) / factorial(9) * (values[mask | 1 << p] - values[mask])
            })
            .sum();
        let term = sampled.terms.iter().find(|term| term.player == Player::Lever((*key).clone())).unwrap();
        let error = term.standard_error.unwrap();
        assert!(error > 0.0 && error < 0.2, "{key}: {error}");
        assert!((term.value - exact).abs() < 4.5 * error, "{key}: {} against {exact}, error {error}", term.value);
        assert!(agrees(term.first, values[1 << p] - values[0], TOLERANCE));
    }
}

#[test]
fn an_attribution_between_two_baselines_counts_the_baseline() {
    let (study, baselines) = &*SHIPPED;
    let metric = Metric::new(Variable::Grdp, Line::Total, 2030);
    let settings = [merged_settings(study, "trend").unwrap(), merged_settings(study, "three-projects").unwrap()];
    let baseline = |id: &str| baselines.iter().find(|one| one.id == id).unwrap();
    let closure = Closure::Productivity;
    let cases = [
        Case { study, baseline: baseline("plan"), settings: &settings[0], closure },
        Case { study, baseline: baseline("trend"), settings: &settings[1], closure },
    ];
    let found = &attribute(cases, Grouping::Causes, &[metric]).unwrap()[0];
    let value = |cause| found.terms.iter().find(|term| term.player == Player::Cause(cause)).unwrap().value;
    assert!((found.from - 262.22).abs() < 0.01, "{}", found.from);
    assert!(agrees(found.sum(), found.difference(), 1e-12));
    assert!(value(Cause::Baseline) < -50.0 && value(Cause::Projects) > 3.0, "{found:#?}");
}

#[test]
fn factor_contributions_are_those_of_the_oracle() {
    let fixture = &*PLAN;
    let mut cases: BTreeMap<(String, String), Projection> = BTreeMap::new();
    let found: Vec<(String, f64, f64)> = rows("lmdi_factors.csv")
        .into_iter()
        .map(|row| {
            let projection = cases
                .entry((row[0].to_owned(), row[1].to_owned()))
                .or_insert_with(|| fixture.case(case_id(&row[0]), closure(&row[1])));
            let terms = by_factor(projection, row[2].parse().unwrap(), row[3].parse().unwrap()).unwrap();
            let factor = row[5].to_lowercase();
            let line = if &row[4] == "T" { Line::Taxes } else { projection.line(&row[4]).unwrap() };
            let term = terms.iter().find(|term| term.line == line && term.factor.id() == factor).unwrap();
            (format!("{row:?}"), term.points, row[6].parse().unwrap())
        })
        .collect();
    all_agree(found.into_iter(), 832);
}

#[test]
fn shift_share_terms_are_those_of_the_oracle() {
    let fixture = &*PLAN;
    let found = rows("shift_share.csv").into_iter().map(|row| {
        let projection = fixture.case(case_id(&row[0]), closure(&row[1]));
        let (from, to) = (row[2].parse().unwrap(), row[3].parse().unwrap());
        let expected: f64 = row[6].parse().unwrap();
        let of = |method| shift_share(&projection, method, from, to).unwrap();
        if &row[4] == "growth" {
            return (format!("{row:?}"), of(ShiftShareMethod::Gead).growth, expected);
        }
        let (method, term) = row[4].split_once('_').unwrap();
        let method = match (method, term) {
            ("fab", _) => ShiftShareMethod::Fabricant,
            ("mr", _) => ShiftShareMethod::McMillanRodrik,
            ("bennet", "between_centred") => ShiftShareMethod::BennetCentred,
            ("bennet", _) => ShiftShareMethod::Bennet,
            ("gead", _) => ShiftShareMethod::Gead,
            other => panic!("{other:?}"),
        };
        let Some(Line::Sector(s)) = projection.line(&row[5]) else { panic!("{row:?}") };
        let shift = of(method).sectors[s];
        let value = match term {
            "within" => shift.within,
            "static" | "structural" | "between" | "between_centred" => shift.between,
            "dynamic" => shift.dynamic,
            other => panic!("{other}"),
        };
        (format!("{row:?}"), value, expected)
    });
    all_agree(found, 408);
}

#[test]
fn regional_shift_is_the_published_one() {
    let text = std::fs::read_to_string(file("published/shiftshare_farhauer_kroell.json")).unwrap();
    let case: serde_json::Value = serde_json::from_str(&text).unwrap();
    let list = |value: &serde_json::Value| -> Vec<f64> { value.as_array().unwrap().iter().map(number).collect() };
    let inputs = &case["inputs"];
    let nation = (list(&inputs["nation_t0"]), list(&inputs["nation_t1"]));
    let tolerance = case["tolerance_abs"].as_f64().unwrap();
    let mut regional = 0.0;
    for (region, expected) in case["expected"].as_object().unwrap() {
        let own = (list(&inputs["region_t0"][region]), list(&inputs["region_t1"][region]));
        let shift = regional_shift((&own.0, &own.1), (&nation.0, &nation.1)).unwrap();
        let found = [shift.national, shift.mix, shift.regional, shift.total_shift(), shift.change()];
        for (found, expected) in found.into_iter().zip(list(expected)) {
            assert!((found - expected).abs() <= tolerance, "{region}: {found} against {expected}");
        }
        regional += shift.total_shift();
    }
    assert!(regional.abs() <= tolerance, "shifts of all regions cancel: {regional}");
    assert!(regional_shift((&[1.0], &[1.0]), (&[1.0, 2.0], &[1.0])).is_none());
}

// The solver on actual-2024, closure K.

fn expected(item: &str) -> f64 {
    let row = rows("backcast.csv").into_iter().find(|row| row[0] == *item);
    row.unwrap_or_else(|| panic!("no row {item}"))[1].parse().unwrap()
}

fn lever(key: &LeverKey, low: f64, high: f64) -> SolveLever {
    let fixture = &*ACTUAL;
    SolveLever::new(fixture.under(&Settings::default(), Closure::Capital), key).unwrap().between(low, high)
}

fn productivity(low: f64, high: f64) -> SolveLever {
    lever(&LeverKey::for_lever(Lever::ProductivityGrowthAdded, "I"), low, high)
}

/// The investment rate from 2024 on, the base year among them, as the reference moves it.
fn investment(low: f64, high: f64) -> SolveLever {
    lever(&LeverKey::province(Lever::InvestmentRate), low, high).in_years(2024, 2030)
}

fn labour(low: f64, high: f64) -> SolveLever {
    lever(&LeverKey::for_lever(Lever::LabourGrowthAdded, "I"), low, high)
}

fn industry(value: f64) -> Goal {
    Goal { metric: ACTUAL.metric(Variable::Output, "I", 2030), value }
}

fn ask(levers: &[SolveLever], goals: &[Goal], closure: Closure) -> SolverAnswer {
    let settings = Settings::default();
    let question = SolverQuestion { case: ACTUAL.under(&settings, closure), levers, goals };
    let answer = solve(&question).unwrap();
    verify(&question, &answer);
    answer
}

/// What every answer must fulfil: inside the bounds, and the solution run again gives what the answer says.
fn verify(question: &SolverQuestion<'_>, answer: &SolverAnswer) {
    for (lever, asked) in answer.levers.iter().zip(question.levers) {
        assert!(lever.value >= asked.low && lever.value <= asked.high, "{lever:?} leaves its bounds");
    }
    let mut settings = question.case.settings.clone();
    for (key, setting) in solution(question, answer).unwrap().entries() {
        settings.insert(key.clone(), setting.clone());
    }
    let projection = question.case.with_settings(&settings).simulate().unwrap();
    for (goal, reached) in question.goals.iter().zip(&answer.reached) {
        let again = goal.metric.value(&projection).unwrap();
        assert!(agrees(again, *reached, 1e-12), "{again} run again against {reached}");
        assert!(!answer.is_attained() || agrees(again, goal.value, 1e-8), "{again} against goal {}", goal.value);
    }
}

const B6_BOUNDS: [(f64, f64); 3] = [(-0.01, 0.03), (0.30, 0.45), (-0.01, 0.015)];

fn three() -> Vec<SolveLever> {
    let [q, i, l] = B6_BOUNDS;
    vec![productivity(q.0, q.1), investment(i.0, i.1), labour(l.0, l.1)]
}

#[test]
fn one_lever_reaches_what_the_oracle_says() {
    let target = 190.374;
    let cases = [
        (productivity(-0.1, 0.1), target, "B2 extra TFP growth of industry (per year, 2025-2030) that reaches 190.374"),
        (investment(0.0, 0.6), 150.0, "B3 investment rate 2024-2030 that reaches 150"),
        (
            investment(0.0, 5.0),
            target,
            "B3 investment rate 2024-2030 that reaches 190.374 (a value above 1 = impossible)",
        ),
        (
            lever(&LeverKey::for_lever(Lever::FdiRegistered, "I"), 0.0, 20000.0).in_years(2024, 2028),
            150.0,
            "B4 extra registered FDI per year 2024-2028, million USD, that reaches 150",
        ),
    ];
    for (lever, goal, item) in cases {
        let answer = ask(&[lever], &[industry(goal)], Closure::Capital);
        assert!(answer.is_attained() && answer.method == SolutionMethod::BracketedRoot, "{item}: {answer:?}");
        let (found, expected) = (answer.levers[0].value, expected(item));
        assert!(agrees(found, expected, 1e-8), "{item}: {found} against {expected}");
    }
}

#[test]
fn an_investment_rate_beyond_its_bound_is_not_attainable() {
    let answer = ask(&[investment(0.0, 0.6)], &[industry(190.374)], Closure::Capital);
    let best = expected("B3 Y_I 2030 at investment rate 0.60 (upper bound of the lever)");
    assert!(agrees(answer.reached[0], best, 1e-8));
    let GoalVerdict::NotAttainable { shortfalls, widen } = &answer.verdict else { panic!("{answer:?}") };
    assert!(agrees(shortfalls[0], 190.374 - best, 1e-8));
    assert_eq!(answer.levers[0].binds, Some(Bound::High));
    let needed = expected("B3 investment rate 2024-2030 that reaches 190.374 (a value above 1 = impossible)");
    assert!(agrees(widen[0].needed.unwrap(), needed, 1e-8) && !widen[0].is_allowed, "{widen:?}");
}

#[test]
fn the_smallest_change_of_three_levers_is_that_of_the_oracle() {
    for target in [150.0, 165.0] {
        let answer = ask(&three(), &[industry(target)], Closure::Capital);
        assert!(answer.is_attained() && answer.is_smallest && answer.rank == 1, "{answer:?}");
        let words = ["extra TFP growth", "investment rate", "extra labour growth"];
        for (lever, word) in answer.levers.iter().zip(words) {
            let expected = expected(&format!("B6 target {target}: {word}"));
            assert!((lever.value - expected).abs() < 1e-6, "{word} for {target}: {} against {expected}", lever.value);
            assert_eq!(lever.binds, None);
        }
        assert!(agrees(answer.reached[0], expected(&format!("B6 target {target}: achieved Y_I 2030")), 1e-8));
    }
}

#[test]
fn the_attainable_interval_is_that_of_the_oracle() {
    let (levers, goals, settings) = (three(), [industry(150.0)], Settings::default());
    let fixture = &*ACTUAL;
    let question = SolverQuestion { case: fixture.under(&settings, Closure::Capital), levers: &levers, goals: &goals };
    let interval = attainable(&question).unwrap()[0];
    assert!(interval.is_monotone);
    assert!(agrees(interval.low, expected("B6 attainable range of Y_I 2030, all three levers at lower bound"), 1e-8));
    assert!(agrees(interval.high, expected("B6 attainable range, all at upper bound"), 1e-8));
}

#[test]
fn an_infeasible_goal_is_said_to_be_infeasible_with_its_shortfall() {
    let answer = ask(&three(), &[industry(210.0)], Closure::Capital);
    let GoalVerdict::NotAttainable { shortfalls, widen } = &answer.verdict else { panic!("{answer:?}") };
    assert!(agrees(answer.reached[0], expected("B6 target 210: INFEASIBLE, best attainable inside the bounds"), 1e-8));
    assert!(agrees(shortfalls[0], expected("B6 target 210: shortfall"), 1e-8));
    assert!((shortfalls[0] - 9.2829).abs() < 1e-4);
    assert!(answer.levers.iter().all(|lever| lever.binds == Some(Bound::High) && lever.room_used > 1.0 - 1e-12));
    assert_eq!(widen.len(), 3);
    assert_eq!(widen[0].key.lever, Lever::ProductivityGrowthAdded, "a point of TFP gains most: {widen:?}");
    assert!(widen.windows(2).all(|pair| pair[0].gain >= pair[1].gain));
    for wider in widen {
        // What is needed of one lever, all others at their bounds, does reach the goal.
        let at =
            answer.levers.iter().map(|lever| if lever.key == wider.key { wider.needed.unwrap() } else { lever.value });
        let at: Vec<f64> = at.collect();
        let levers: Vec<SolveLever> = three().into_iter().zip(&at).map(|(lever, x)| lever.between(*x, *x)).collect();
        let again = ask(&levers, &[industry(210.0)], Closure::Capital);
        assert!(again.is_attained(), "{wider:?}: {again:?}");
    }
}

#[test]
fn the_investment_path_is_that_of_the_oracle() {
    let sector = ACTUAL.baseline.inputs.sectors.iter().find(|sector| sector.id == "I").unwrap();
    let output: BTreeMap<Year, (f64, f64)> = rows("backcast_catchup_path.csv")
        .iter()
        .map(|row| (row[0].parse().unwrap(), (row[1].parse().unwrap(), row[2].parse().unwrap())))
        .collect();
    let tfp = sector.output
        / (libm::pow(sector.capital, sector.capital_elasticity)
            * libm::pow(sector.employment, 1.0 - sector.capital_elasticity));
    let years: Vec<PathYear> = output
        .iter()
        .filter(|(year, _)| **year > 2024)
        .map(|(&year, &(output, labour))| PathYear {
            year,
            output,
            tfp: tfp * 1.03_f64.powi(year - 2024),
            effective_labour: labour,
        })
        .collect();
    let found = investment_path(sector.capital, sector.capital_elasticity, sector.depreciation, &years).unwrap();
    let wanted = rows("backcast_investment_path.csv");
    assert_eq!(found.len(), wanted.len());
    for (found, row) in found.iter().zip(wanted) {
        assert_eq!(found.year, row[0].parse::<Year>().unwrap());
        for (value, column) in [(found.investment, 1), (found.next_capital, 2)] {
            let expected: f64 = row[column].parse().unwrap();
            assert!(agrees(value, expected, 1e-8), "{row:?}: {value}");
        }
    }
    assert!(investment_path(1.0, 0.0, 0.05, &years).is_none(), "output does not follow from capital");
}

#[test]
fn a_closed_form_agrees_with_the_root_that_a_bracket_finds() {
    let closed = ask(&[productivity(-0.1, 0.1)], &[industry(170.0)], Closure::Productivity);
    assert_eq!(closed.method, SolutionMethod::ClosedForm);
    let span = productivity(-0.1, 0.1).in_years(2025, 2030);
    let bracketed = ask(&[span], &[industry(170.0)], Closure::Productivity);
    assert_eq!(bracketed.method, SolutionMethod::BracketedRoot);
    assert!((closed.levers[0].value - bracketed.levers[0].value).abs() < 1e-10);
}

#[test]
fn several_goals_are_met_at_once_and_dependent_ones_are_counted() {
    let fixture = &*ACTUAL;
    let employment = Goal { metric: fixture.metric(Variable::Employment, "I", 2030), value: 490.0 };
    let both = ask(&three(), &[industry(160.0), employment], Closure::Capital);
    assert!(both.is_attained() && both.is_smallest && both.rank == 2, "{both:?}");
    // Output per worker follows from output and workers: three goals, two of which are free.
    let per_worker = |value| Goal { metric: fixture.metric(Variable::Productivity, "I", 2030), value };
    let consistent = ask(&three(), &[industry(160.0), employment, per_worker(160.0 / 490.0 * 1e3)], Closure::Capital);
    assert!(consistent.is_attained() && consistent.rank == 2, "{consistent:?}");
    for (a, b) in both.levers.iter().zip(&consistent.levers) {
        assert!((a.value - b.value).abs() < 1e-7, "{a:?} {b:?}");
    }
    let contradictory = ask(&three(), &[industry(160.0), employment, per_worker(350.0)], Closure::Capital);
    let GoalVerdict::NotAttainable { shortfalls, .. } = &contradictory.verdict else { panic!("{contradictory:?}") };
    assert_eq!(contradictory.rank, 2);
    assert!(shortfalls.iter().any(|missing| missing.abs() > 0.1));
}

#[test]
fn twelve_levers_meet_twelve_goals_where_they_were_found() {
    let fixture = &*ACTUAL;
    let sectors =
        |lever: Lever, low: f64, high: f64| ["A", "I", "S"].map(|s| (LeverKey::for_lever(lever, s), low, high));
    let bounds: Vec<(LeverKey, f64, f64)> = sectors(Lever::ProductivityGrowthAdded, -0.05, 0.05)
        .into_iter()
        .chain(sectors(Lever::LabourGrowthAdded, -0.05, 0.05))
        .chain(sectors(Lever::Inflation, 0.0, 0.08))
        .chain([
            (LeverKey::province(Lever::InvestmentRate), 0.2, 0.5),
            (LeverKey::province(Lever::NetMigration), -10.0, 40.0),
            (LeverKey::province(Lever::ProductTaxShare), 0.02, 0.08),
        ])
        .collect();
    let wanted = [0.01, 0.008, 0.012, 0.005, -0.004, 0.006, 0.03, 0.025, 0.04, 0.4, 20.0, 0.045];
    let settings: Settings =
        bounds.iter().zip(wanted).map(|((key, _, _), value)| (key.clone(), Setting::Constant(value))).collect();
    let inputs = fixture.under(&settings, Closure::Capital).resolve().unwrap();
    let there = simulate(&inputs).unwrap();
    let lines = |variable: Variable| ["A", "I", "S"].map(|line| fixture.metric(variable, line, 2030));
    let goals: Vec<Goal> = lines(Variable::Output)
        .into_iter()
        .chain(lines(Variable::Employment))
        .chain(lines(Variable::OutputCurrent))
        .chain([
            fixture.metric(Variable::Capital, "I", 2030),
            fixture.metric(Variable::Population, "total", 2030),
            fixture.metric(Variable::Output, "taxes", 2030),
        ])
        .map(|metric| Goal { metric, value: metric.value(&there).unwrap() })
        .collect();
    let levers: Vec<SolveLever> = bounds.iter().map(|(key, low, high)| lever(key, *low, *high)).collect();
    let answer = ask(&levers, &goals, Closure::Capital);
    assert!(answer.is_attained() && answer.is_smallest && answer.rank == 12, "{answer:?}");
    for (lever, wanted) in answer.levers.iter().zip(wanted) {
        let spec = lever.key.lever.spec();
        assert!((lever.value - wanted).abs() < 1e-6 * spec.from_shown(spec.soft.1), "{lever:?} instead of {wanted}");
    }
}

#[test]
fn a_flat_answer_names_land_or_the_closure() {
    let fixture = &*ACTUAL;
    let settings: Settings = [
        (LeverKey::province(Lever::LandLimit), Setting::Switch(true)),
        (LeverKey::for_lever(Lever::ParkArea, "existing"), Setting::Constant(900.0)),
    ]
    .into_iter()
    .collect();
    let levers = [productivity(0.0, 0.03), investment(0.36, 0.45)];
    let ask_land = |goals: &[Goal]| {
        let question = SolverQuestion { case: fixture.under(&settings, Closure::Capital), levers: &levers, goals };
        let answer = solve(&question).unwrap();
        verify(&question, &answer);
        answer
    };
    let above = ask_land(&[industry(170.0)]);
    assert!(!above.is_attained());
    assert_eq!(above.flat, Some(Flat::Land));
    let inert = ask(&[investment(0.2, 0.5)], &[industry(160.0)], Closure::Productivity);
    assert!(!inert.is_attained());
    assert!(matches!(inert.flat, Some(Flat::Inert(_))), "{inert:?}");
    assert_eq!(inert.rank, 0);
}

#[test]
fn a_goal_below_the_land_limit_is_found_from_a_flat_start() {
    let fixture = &*ACTUAL;
    let start = Setting::Constant(0.04);
    let settings: Settings = [
        (LeverKey::province(Lever::LandLimit), Setting::Switch(true)),
        (LeverKey::for_lever(Lever::ProductivityGrowthAdded, "I"), start.clone()),
        (LeverKey::for_lever(Lever::LabourGrowthAdded, "I"), Setting::Constant(0.02)),
    ]
    .into_iter()
    .collect();
    let key = |lever| LeverKey::for_lever(lever, "I");
    let levers = [key(Lever::ProductivityGrowthAdded), key(Lever::LabourGrowthAdded)].map(|key| {
        SolveLever::new(fixture.under(&settings, Closure::Productivity), &key).unwrap().between(-0.02, 0.05)
    });
    let goals = [industry(140.0)];
    let question =
        SolverQuestion { case: fixture.under(&settings, Closure::Productivity), levers: &levers, goals: &goals };
    let answer = solve(&question).unwrap();
    verify(&question, &answer);
    assert!(answer.is_attained(), "{answer:?}");
}

// What matters.

#[test]
fn a_tornado_moves_one_lever_at_a_time_over_its_own_range() {
    let fixture = &*ACTUAL;
    let rate = LeverKey::province(Lever::InvestmentRate);
    let settings: Settings =
        [(rate.clone(), Setting::Range { low: 0.34, base: 0.36, high: 0.40 })].into_iter().collect();
    let ground =
        Case { study: &fixture.study, baseline: &fixture.baseline, settings: &settings, closure: Closure::Capital };
    let metric = fixture.metric(Variable::Output, "I", 2030);
    let found = tornado(ground, metric).unwrap();
    let swing = found.swings.iter().find(|swing| swing.key == rate).unwrap();
    assert!(swing.is_own_range);
    for (value, reached) in [(0.34, swing.at_low), (0.40, swing.at_high)] {
        let settings: Settings = [(rate.clone(), Setting::Constant(value))].into_iter().collect();
        let inputs = fixture.under(&settings, Closure::Capital).resolve().unwrap();
        let alone = metric.value(&simulate(&inputs).unwrap()).unwrap();
        assert_eq!(alone.to_bits(), reached.to_bits());
    }
    assert!(found.swings.windows(2).all(|pair| pair[0].width() >= pair[1].width()));
    assert!(found.inert.iter().any(|(key, _)| key.lever == Lever::NetMigration));
    let in_productivity = tornado(Case { closure: Closure::Productivity, ..ground }, metric).unwrap();
    assert!(in_productivity.inert.iter().any(|(key, reason)| *key == rate && reason.is_some()));
}

#[test]
fn a_switching_value_just_meets_the_goal_or_is_said_not_to_exist() {
    let fixture = &*ACTUAL;
    let settings = Settings::default();
    let ground =
        Case { study: &fixture.study, baseline: &fixture.baseline, settings: &settings, closure: Closure::Capital };
    let key = LeverKey::for_lever(Lever::ProductivityGrowthAdded, "I");
    let Switching::At(value) = switching_value(ground, &key, industry(190.374)).unwrap() else { panic!("no value") };
    let expected = expected("B2 extra TFP growth of industry (per year, 2025-2030) that reaches 190.374");
    assert!(agrees(value, expected, 1e-8));
    let rate = LeverKey::province(Lever::InvestmentRate);
    let Switching::Nowhere { nearest, .. } = switching_value(ground, &rate, industry(190.374)).unwrap() else {
        panic!("the investment rate cannot do it")
    };
    assert!(nearest < 174.5);
    let switch = LeverKey::province(Lever::LandLimit);
    assert!(switching_value(ground, &switch, industry(150.0)).is_err());
}

// Laws.

/// Settings that move levers of every kind.
fn any_settings() -> impl Strategy<Value = Settings> {
    let keys = [
        (LeverKey::for_lever(Lever::ProductivityGrowthAdded, "I"), -0.01, 0.02),
        (LeverKey::for_lever(Lever::LabourGrowthAdded, "S"), -0.02, 0.02),
        (LeverKey::province(Lever::InvestmentRate), 0.25, 0.45),
        (LeverKey::province(Lever::TrainedShareAdded), 0.0, 0.15),
        (LeverKey::for_lever(Lever::FdiRegistered, "I"), 0.0, 3000.0),
        (LeverKey::for_lever(Lever::ShockDepth, "S2_shock-0"), 0.0, 0.2),
        (LeverKey::for_lever(Lever::GreenInvestmentShare, "I"), 0.0, 0.1),
        (LeverKey::for_lever(Lever::GreenGain, "I"), 0.0, 0.01),
        (LeverKey::for_lever(Lever::ParkOpening, "park_P3"), 2025.0, 2031.0),
        (LeverKey::province(Lever::ProductTaxShare), 0.03, 0.05),
    ];
    let switches = [Lever::LandLimit, Lever::LabourConstrained].map(LeverKey::province);
    let values = proptest::collection::vec(proptest::option::of(0.0..1.0_f64), keys.len());
    let flips = proptest::collection::vec(proptest::option::of(any::<bool>()), switches.len());
    (values, flips).prop_map(move |(values, flips)| {
        let numbers = keys
            .iter()
            .zip(values)
            .filter_map(|((key, low, high), part)| Some((key.clone(), Setting::Constant(low + part? * (high - low)))));
        let flips = switches.iter().zip(flips).filter_map(|(key, on)| Some((key.clone(), Setting::Switch(on?))));
        numbers.chain(flips).collect()
    })
}

fn any_closure() -> impl Strategy<Value = Closure> {
    prop_oneof![Just(Closure::Productivity), Just(Closure::Capital)]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn inputs_after_changes_are_those_of_the_settings_that_are_left(
        steps in proptest::collection::vec(any_settings(), 1..5),
        closure in any_closure(),
    ) {
        let fixture = &*ACTUAL;
        let none = Settings::default();
        let mut resolver = Resolver::new(fixture.under(&none, closure)).unwrap();
        let mut present = Settings::default();
        for next in &steps {
            let keys: Vec<LeverKey> =
                present.entries().chain(next.entries()).map(|(key, _)| key.clone()).collect();
            for key in keys {
                resolver.set(&key, next.get(&key).map(|setting| Cow::Owned(setting.clone()))).unwrap();
            }
            present = next.clone();
            let once = fixture.under(&present, closure).resolve().unwrap();
            prop_assert_eq!(resolver.inputs().unwrap(), &once);
            prop_assert_eq!(fingerprint(resolver.inputs().unwrap()), fingerprint(&once));
        }
    }

    #[test]
    fn attributions_sum_to_the_difference_and_change_sign_when_the_cases_are_swapped(
        from in any_settings(),
        to in any_settings(),
        closure in any_closure(),
        by_lever in any::<bool>(),
    ) {
        let fixture = &*ACTUAL;
        let metrics = [fixture.metric(Variable::Grdp, "total", 2030), fixture.metric(Variable::Employment, "I", 2028)];
        let case = |settings| Case { study: &fixture.study, baseline: &fixture.baseline, settings, closure };
        let grouping = if by_lever { Grouping::Levers } else { Grouping::Causes };
        let there = attribute([case(&from), case(&to)], grouping, &metrics).unwrap();
        let back = attribute([case(&to), case(&from)], grouping, &metrics).unwrap();
        for (there, back) in there.iter().zip(&back) {
            prop_assert!(agrees(there.sum(), there.difference(), 1e-11), "{} {}", there.sum(), there.difference());
            for (a, b) in there.terms.iter().zip(&back.terms) {
                prop_assert_eq!(&a.player, &b.player);
                prop_assert!((a.value + b.value).abs() <= 1e-9, "{:?} {:?}", a, b);
                prop_assert!((a.first + b.last).abs() <= 1e-9 && (a.last + b.first).abs() <= 1e-9);
            }
        }
    }

    #[test]
    fn contributions_sum_to_growth(settings in any_settings(), closure in any_closure(), from in 2024..2030_i32, years in 1..6_i32) {
        let fixture = &*ACTUAL;
        let to = (from + years).min(2030);
        let inputs = fixture.under(&settings, closure).resolve().unwrap();
        let projection = simulate(&inputs).unwrap();
        let grdp = |year| projection.value(Variable::Grdp, Line::Total, year).unwrap();
        let growth = 100.0 * (grdp(to) / grdp(from) - 1.0);
        let lines: f64 = by_line(&projection, from, to).unwrap().iter().map(|term| term.points).sum();
        let factors: f64 = by_factor(&projection, from, to).unwrap().iter().map(|term| term.points).sum();
        prop_assert!((lines - growth).abs() <= 1e-10 && (factors - growth).abs() <= 1e-10, "{lines} {factors} {growth}");
        for method in ShiftShareMethod::ALL {
            let found = shift_share(&projection, method, from, to).unwrap();
            let (within, between, dynamic) = found.totals();
            prop_assert!((within + between + dynamic - found.growth).abs() <= 1e-12, "{method:?}");
        }
    }

    #[test]
    fn solutions_hit_their_goals_inside_their_bounds(
        settings in any_settings(),
        closure in any_closure(),
        goal in 90.0..230.0_f64,
    ) {
        let fixture = &*ACTUAL;
        let settings: Settings = settings.entries().filter(|(key, _)| key.lever != Lever::LabourGrowthAdded)
            .map(|(key, setting)| (key.clone(), setting.clone())).collect();
        let levers: Vec<SolveLever> = [
            LeverKey::for_lever(Lever::ProductivityGrowthAdded, "I"),
            LeverKey::province(Lever::InvestmentRate),
            LeverKey::for_lever(Lever::LabourGrowthAdded, "I"),
        ]
        .iter()
        .map(|key| SolveLever::new(fixture.under(&settings, closure), key).unwrap())
        .collect();
        let goals = [industry(goal)];
        let question =
            SolverQuestion { case: fixture.under(&settings, closure), levers: &levers, goals: &goals };
        let answer = solve(&question).unwrap();
        verify(&question, &answer);
        let interval = answer.attainable[0];
        let is_inside = goal >= interval.low && goal <= interval.high;
        prop_assert_eq!(answer.is_attained(), is_inside, "{:?}", answer);
        if let GoalVerdict::NotAttainable { shortfalls, .. } = &answer.verdict {
            let end = if goal > interval.high { interval.high } else { interval.low };
            prop_assert!((shortfalls[0] - (goal - end)).abs() < 1e-8);
        }
    }
}
