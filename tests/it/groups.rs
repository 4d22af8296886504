//! Sectors as a tree: what a lever of a group does to its members, at any depth.

use crate::laws::{scenario, with_a_group_from_actuals};
use crate::oracle_study::BASELINE;
use crate::wide_study::{CASE, wide};
use kichban::analysis::solver::{Goal, SolveLever, SolverQuestion, solve};
use kichban::analysis::{Metric, step_effects, tornado};
use kichban::app::view_models::compare::compare;
use kichban::app::view_models::{StateReader, lever_groups, overview, why};
use kichban::app::{AppState, Command, DocumentCommand, Gesture, Origin, Preferences, WindowCommand, update};
use kichban::engine::{Closure, Line, Projection, Variable};
use kichban::lang::{Lang, Localized};
use kichban::scenario::lever::{Lever, LeverGroup};
use kichban::scenario::setting::{LeverKey, NumberTable, Setting, Settings};
use kichban::scenario::study::{Group, Sector, Study};
use kichban::scenario::{
    Case, Edit, PreparedCase, Provenance, StudyError, deciding_keys, default_path, effective_setting, lever_keys,
    lever_provenance, validate,
};

/// Industry, in two unequal parts, and services stand in one group; agriculture by itself.
fn nested() -> Study {
    let mut study = with_a_group_from_actuals();
    let word = Localized::default;
    let group = Group { id: "business".to_owned(), name: word(), short: word(), group: String::new() };
    study.groups.insert(0, group);
    "business".clone_into(&mut study.groups[1].group);
    for sector in study.sectors.iter_mut().filter(|sector| sector.id == "S") {
        "business".clone_into(&mut sector.group);
    }
    for figure in std::sync::Arc::make_mut(&mut study.observations) {
        let cut = match figure.line.as_str() {
            "I1" => 1.5,
            "I2" => 0.5,
            _ => 1.0,
        };
        figure.value *= cut;
    }
    study.scenarios.clear();
    validate(&study).unwrap();
    study
}

fn key(lever: Lever, line: &str) -> LeverKey {
    LeverKey::for_lever(lever, line)
}

fn settings(entries: &[(LeverKey, Setting)]) -> Settings {
    entries.iter().cloned().collect()
}

fn run(study: &Study, prepared: &PreparedCase, own: &Settings, closure: Closure) -> Projection {
    Case { study, baseline: &prepared.baseline, settings: own, closure }.simulate().unwrap()
}

fn assert_same_inputs(study: &Study, prepared: &PreparedCase, one: &Settings, other: &Settings) {
    for closure in Closure::ALL {
        let inputs = |own| Case { study, baseline: &prepared.baseline, settings: own, closure }.resolve().unwrap();
        assert_eq!(inputs(one), inputs(other), "{one:?} and {other:?}");
    }
}

#[test]
fn growth_and_rates_of_a_group_hold_for_every_member_at_any_depth() {
    let study = nested();
    let prepared = PreparedCase::new(&study, BASELINE).unwrap();
    for (lever, value) in [
        (Lever::ProductivityGrowthAdded, 0.01),
        (Lever::LabourGrowthAdded, -0.004),
        (Lever::GreenInvestmentShare, 0.03),
        (Lever::GreenExposureCut, 0.2),
        (Lever::Inflation, 0.05),
    ] {
        let of = |lines: &[&str]| -> Settings {
            lines.iter().map(|line| (key(lever, line), Setting::Constant(value))).collect()
        };
        assert_same_inputs(&study, &prepared, &of(&["I"]), &of(&["I1", "I2"]));
        assert_same_inputs(&study, &prepared, &of(&["business"]), &of(&["I1", "I2", "S"]));
    }
}

#[test]
fn a_members_own_setting_wins_over_its_group_and_a_nearer_group_over_an_outer_one() {
    let study = nested();
    let prepared = PreparedCase::new(&study, BASELINE).unwrap();
    let added = |line| key(Lever::ProductivityGrowthAdded, line);
    let constant = Setting::Constant;
    let told =
        settings(&[(added("business"), constant(0.01)), (added("I"), constant(0.02)), (added("I2"), constant(-0.01))]);
    let meant =
        settings(&[(added("S"), constant(0.01)), (added("I1"), constant(0.02)), (added("I2"), constant(-0.01))]);
    assert_same_inputs(&study, &prepared, &told, &meant);
    // Keys that decide are those of the three settings and of the line without one, each once.
    let growth = deciding_keys(&study, &told).into_iter().filter(|key| key.lever == Lever::ProductivityGrowthAdded);
    let mut lines: Vec<String> = growth.map(|key| key.subject).collect();
    lines.sort();
    assert_eq!(lines, ["A", "I", "I2", "business"]);
}

#[test]
fn an_amount_of_a_group_is_divided_by_output() {
    let study = nested();
    let prepared = PreparedCase::new(&study, BASELINE).unwrap();
    let output = |id: &str| {
        let sectors = &prepared.baseline.inputs.sectors;
        sectors.iter().find(|sector| sector.id == id).unwrap().output
    };
    let whole = output("I1") + output("I2") + output("S");
    assert!(output("I1") > 2.9 * output("I2"), "the parts differ");
    let told = settings(&[(key(Lever::FdiRegistered, "business"), Setting::Constant(600.0))]);
    let inputs = Case { study: &study, baseline: &prepared.baseline, settings: &told, closure: Closure::Capital };
    let inputs = inputs.resolve().unwrap();
    let mut sum = 0.0;
    for (sector, amounts) in inputs.sectors.iter().zip(&inputs.registrations.registered_musd) {
        let last = amounts.last().copied().unwrap_or(0.0);
        let expected = if sector.id == "A" { 0.0 } else { 600.0 * output(&sector.id) / whole };
        assert!((last - expected).abs() < 1e-9, "{} {last} {expected}", sector.id);
        sum += last;
    }
    assert!((sum - 600.0).abs() < 1e-9);
    // A member that is asked alone has its part.
    let own = effective_setting(&study, &prepared.baseline, &told, &key(Lever::FdiRegistered, "S")).unwrap();
    let Setting::Constant(part) = *own else { panic!("{own:?}") };
    assert!((part - 600.0 * output("S") / whole).abs() < 1e-9);
}

#[test]
fn a_share_of_a_group_keeps_the_proportions_of_its_members() {
    let study = nested();
    let prepared = PreparedCase::new(&study, BASELINE).unwrap();
    let neutral = |id: &str| {
        let sectors = &prepared.baseline.inputs.sectors;
        sectors.iter().find(|sector| sector.id == id).unwrap().investment_share
    };
    let shares = |parts: &[(&str, f64)]| -> Settings {
        let table: NumberTable = parts.iter().map(|(id, share)| ((*id).to_owned(), *share)).collect();
        settings(&[(LeverKey::province(Lever::InvestmentSplit), Setting::Shares(table))])
    };
    let told = shares(&[("I", 0.6), ("S", 0.3), ("A", 0.1)]);
    let both = neutral("I1") + neutral("I2");
    let meant =
        shares(&[("I1", 0.6 * neutral("I1") / both), ("I2", 0.6 * neutral("I2") / both), ("S", 0.3), ("A", 0.1)]);
    assert_same_inputs(&study, &prepared, &told, &meant);
    // A member that is named beside its group has its own share, and the group's goes to the others.
    let beside = shares(&[("business", 0.5), ("I1", 0.4), ("A", 0.1)]);
    let rest = neutral("I2") + neutral("S");
    let meant =
        shares(&[("I1", 0.4), ("I2", 0.5 * neutral("I2") / rest), ("S", 0.5 * neutral("S") / rest), ("A", 0.1)]);
    assert_same_inputs(&study, &prepared, &beside, &meant);
    // A share that no member can take is no share.
    let untaken = shares(&[("I", 0.1), ("I1", 0.3), ("I2", 0.2), ("S", 0.3), ("A", 0.1)]);
    let case = Case { study: &study, baseline: &prepared.baseline, settings: &untaken, closure: Closure::Capital };
    assert!(case.resolve().is_err());
}

#[test]
fn exposure_to_a_shock_is_stated_for_groups_too() {
    let mut study = nested();
    let prepared = PreparedCase::new(&study, BASELINE).unwrap();
    let shock = study.shocks[0].id.clone();
    let deep = (key(Lever::ShockDepth, &shock), Setting::Constant(0.1));
    let exposed = |line: &str| (LeverKey::of_part(Lever::ShockExposure, &shock, line), Setting::Constant(0.7));
    assert_same_inputs(
        &study,
        &prepared,
        &settings(&[deep.clone(), exposed("I")]),
        &settings(&[deep.clone(), exposed("I1"), exposed("I2")]),
    );
    // So does the shock itself.
    let own = study.shocks[0].exposure.number("I1").unwrap();
    let before = run(&study, &prepared, &settings(std::slice::from_ref(&deep)), Closure::Productivity);
    for half in ["I1", "I2"] {
        study.shocks[0].exposure.remove(&half.to_owned());
    }
    study.shocks[0].exposure.insert("I".to_owned(), own);
    validate(&study).unwrap();
    let after = run(&study, &prepared, &settings(&[deep]), Closure::Productivity);
    let year = before.horizon().end();
    let value = |run: &Projection| run.value(Variable::Grdp, Line::Total, year).unwrap();
    assert_eq!(value(&before).to_bits(), value(&after).to_bits());
}

#[test]
fn what_stands_for_a_group_is_what_its_members_have_or_their_mean_by_output() {
    let study = nested();
    let prepared = PreparedCase::new(&study, BASELINE).unwrap();
    let path = |line: &str| default_path(&study, &prepared.baseline, &key(Lever::Inflation, line)).unwrap();
    assert_eq!(path("I"), path("I1"));
    let sectors = &prepared.baseline.inputs.sectors;
    let weighted = |t: usize| {
        let members = || sectors.iter().filter(|sector| sector.id != "A");
        let whole: f64 = members().map(|sector| sector.output).sum();
        members().map(|sector| sector.output / whole * sector.inflation[t]).sum::<f64>()
    };
    let found = path("business");
    for (t, value) in found.iter().enumerate() {
        assert!((value - weighted(t)).abs() < 1e-12, "{t}");
    }
}

#[test]
fn questions_can_be_asked_of_a_lever_of_a_group() {
    let study = nested();
    let prepared = PreparedCase::new(&study, BASELINE).unwrap();
    let lever = key(Lever::ProductivityGrowthAdded, "I");
    let none = Settings::default();
    let case = prepared.in_closure(&study, Closure::Capital);
    let year = case.baseline.inputs.horizon.end();
    let metric = Metric::new(Variable::Grdp, Line::Total, year);
    let now = run(&study, &prepared, &none, Closure::Capital).value(Variable::Grdp, Line::Total, year).unwrap();
    // What added growth of the group would lift output by three per cent, and does its run say so?
    let goal = Goal { metric, value: now * 1.03 };
    let solved = SolveLever::new(case, &lever).unwrap();
    let answer = solve(&SolverQuestion { case, levers: &[solved], goals: &[goal] }).unwrap();
    let told = settings(&[(lever.clone(), Setting::Constant(answer.levers[0].value))]);
    let reached = run(&study, &prepared, &told, Closure::Capital).value(Variable::Grdp, Line::Total, year).unwrap();
    assert!((reached / (now * 1.03) - 1.0).abs() < 1e-8, "{reached}");
    // A bar and an effect of the group where the case sets it, and none of the members that follow it.
    let set = case.with_settings(&told);
    let bars = tornado(set, metric).unwrap();
    let lines: Vec<&str> = bars
        .swings
        .iter()
        .filter(|swing| swing.key.lever == Lever::ProductivityGrowthAdded)
        .map(|swing| swing.key.subject.as_str())
        .collect();
    assert!(lines.contains(&"I") && !lines.contains(&"I1") && !lines.contains(&"I2"), "{lines:?}");
    let effects = step_effects(set, &lever_keys(&study).into_iter().collect(), &[metric]).unwrap();
    assert!(effects.iter().any(|effect| effect.key == lever));
    assert!(!effects.iter().any(|effect| effect.key == key(Lever::ProductivityGrowthAdded, "I1")));
}

#[test]
fn a_value_that_comes_of_a_group_says_which_scenario_set_it() {
    let mut study = nested();
    let added = key(Lever::ProductivityGrowthAdded, "I");
    study.scenarios.push(scenario("faster", settings(&[(added, Setting::Constant(0.01))])));
    validate(&study).unwrap();
    let of_member = key(Lever::ProductivityGrowthAdded, "I2");
    assert_eq!(lever_provenance(&study, "faster", &of_member), Provenance::Scenario { case: "faster" });
    assert!(lever_keys(&study).iter().any(|key| key.lever == Lever::Inflation && key.subject == "business"));
}

#[test]
fn groups_in_a_circle_and_groups_without_sectors_are_refused() {
    let mut study = nested();
    study.groups[0].group = "I".to_owned();
    assert!(matches!(validate(&study), Err(StudyError::CircularGroup { .. })), "{:?}", validate(&study));
    let mut study = nested();
    let empty = Group { id: "empty".to_owned(), ..study.groups[0].clone() };
    study.groups.push(empty);
    assert!(matches!(validate(&study), Err(StudyError::EmptyGroup { .. })), "{:?}", validate(&study));
}

/// The shipped study with four sectors in two groups, one in the other.
fn tree() -> Study {
    let mut study = kichban::files::built_in().unwrap();
    let word = study.name.clone();
    let group = |id: &str, outer: &str| Group {
        id: id.to_owned(),
        name: word.clone(),
        short: word.clone(),
        group: outer.to_owned(),
    };
    let sector = |id: &str, outer: &str| Sector {
        id: id.to_owned(),
        name: word.clone(),
        short: word.clone(),
        group: outer.to_owned(),
    };
    study.groups = vec![group("fine", "industry"), group("industry", "")];
    study.sectors =
        vec![sector("farms", ""), sector("chips", "fine"), sector("cloth", "industry"), sector("panels", "fine")];
    study
}

#[test]
fn a_group_stands_before_its_parts_at_any_depth() {
    let study = tree();
    let lines: Vec<(&str, usize)> = study.line_tree().into_iter().map(|line| (line.id, line.depth)).collect();
    let expected = [("farms", 0), ("industry", 0), ("fine", 1), ("chips", 2), ("panels", 2), ("cloth", 1)];
    assert_eq!(lines, expected);
    assert_eq!(study.top_lines(), ["farms", "industry"]);
    assert_eq!(study.members("industry"), [1, 2, 3]);
    assert_eq!(study.members("fine"), [1, 3]);
    assert_eq!(study.members("farms"), [0]);
    assert_eq!(study.outer_groups("panels"), ["fine", "industry"]);
}

#[test]
fn a_circle_of_groups_ends() {
    let mut study = tree();
    "fine".clone_into(&mut study.groups[1].group);
    assert_eq!(study.outer_groups("chips"), ["fine", "industry"]);
    assert!(study.line_tree().len() < 100);
}

#[test]
fn two_hundred_sectors_over_thirty_years_run_in_both_closures_and_sum_to_their_groups() {
    let study = wide(200, 2054);
    validate(&study).unwrap();
    assert_eq!((study.sectors.len(), study.groups.len()), (200, 3));
    let prepared = PreparedCase::new(&study, CASE).unwrap();
    for closure in Closure::ALL {
        let run = prepared.in_closure(&study, closure).simulate().unwrap();
        for year in [2024, 2030, 2054] {
            let of_groups: f64 =
                (0..3).map(|group| run.value(Variable::Output, Line::Group(group), year).unwrap()).sum();
            let of_sectors: f64 =
                (0..200).map(|sector| run.value(Variable::Output, Line::Sector(sector), year).unwrap()).sum();
            assert!((of_groups - of_sectors).abs() < 1e-9 * of_groups, "{closure:?} {year}");
        }
    }
}

#[test]
fn cutting_sectors_into_parts_that_grow_alike_changes_no_total_where_output_follows_labour() {
    let whole = kichban::files::built_in().unwrap();
    let parts = wide(60, whole.horizon);
    let run = |study: &Study| {
        PreparedCase::new(study, "trend").unwrap().in_closure(study, Closure::Productivity).simulate().unwrap()
    };
    let (one, many) = (run(&whole), run(&parts));
    for year in 2024..=2030 {
        for variable in [Variable::Grdp, Variable::Employment, Variable::OutputCurrent] {
            let [a, b] = [&one, &many].map(|run| run.value(variable, Line::Total, year));
            let (Some(a), Some(b)) = (a, b) else { continue };
            assert!((a - b).abs() < 1e-12 * a.abs().max(1.0), "{variable:?} {year}: {a} {b}");
        }
    }
}

#[test]
fn answers_about_many_assumptions_of_a_large_study_wait_until_the_hand_lets_go() {
    for (sectors, waits) in [(9, false), (60, true)] {
        let study = wide(sectors, 2044);
        let mut state = AppState::new(study, Origin::Shipped, Preferences { lang: Lang::EN, ..Preferences::default() });
        update(&mut state, Command::Document(DocumentCommand::SelectCase(CASE.to_owned())));
        let edit = Edit::SetLever {
            scenario: CASE.to_owned(),
            key: key(Lever::ProductivityGrowthAdded, "industry"),
            setting: Setting::Constant(0.002),
        };
        let gesture = Some(Gesture::Drag("it".to_owned()));
        update(&mut state, Command::Document(DocumentCommand::Edit { edit: Box::new(edit), gesture }));
        let told = |state: &AppState| {
            let reader = StateReader::new(state);
            why(&reader, Variable::Grdp, "total", 2044).waterfall.err().is_some_and(|text| text.contains("let go"))
        };
        assert_eq!(told(&state), waits, "{sectors}");
        update(&mut state, Command::Document(DocumentCommand::Seal));
        assert!(!told(&state), "{sectors}");
    }
}

#[test]
fn a_group_is_shown_whole_or_by_its_parts() {
    let study = wide(9, 2030);
    let mut state = AppState::new(study, Origin::Shipped, Preferences { lang: Lang::EN, ..Preferences::default() });
    update(&mut state, Command::Document(DocumentCommand::SelectCase(CASE.to_owned())));
    assert_eq!(state.workspace.open_groups, [LeverGroup::Growth], "the study has no projects");
    let shown = |state: &AppState| -> (Vec<String>, Vec<String>, Vec<String>) {
        let reader = StateReader::new(state);
        let charted = overview(&reader).output.groups.into_iter().filter_map(|group| group.heading).collect();
        let rows = lever_groups(&reader).into_iter().flat_map(|group| group.rows);
        let of_growth = rows.filter(|row| row.key.lever == Lever::ProductivityGrowthAdded);
        let levers = of_growth.map(|row| row.key.subject).collect();
        let compared = compare(&reader).results.rows.into_iter().map(|row| row.name).collect();
        (charted, levers, compared)
    };
    let (charted, levers, _) = shown(&state);
    assert_eq!(charted.len(), 3, "{charted:?}");
    // A part that the scenario sets is listed even where its group is closed.
    let mut closed: Vec<&str> = vec!["industry", "services", "agriculture"];
    closed.extend(state.study.scenario(CASE).unwrap().settings.entries().filter_map(|(key, _)| {
        (key.lever == Lever::ProductivityGrowthAdded && !state.study.is_group(&key.subject))
            .then_some(key.subject.as_str())
    }));
    assert_eq!(levers.len(), closed.len(), "{levers:?}");
    update(&mut state, Command::Window(WindowCommand::ToggleParts("industry".to_owned())));
    let (charted, levers, compared) = shown(&state);
    assert_eq!(charted.len(), 5, "{charted:?}");
    assert!(charted.iter().any(|name| name == "industry-2"), "{charted:?}");
    let at = levers.iter().position(|line| line == "industry").unwrap();
    assert_eq!(levers[at + 1..at + 4], ["industry-0", "industry-1", "industry-2"]);
    assert!(compared.iter().any(|name| name == "\u{a0}\u{a0}\u{a0}industry-1"), "{compared:?}");
    // The slider of the group moves its parts, and not the one that has a value of its own.
    let edit = Edit::SetLever {
        scenario: CASE.to_owned(),
        key: key(Lever::ProductivityGrowthAdded, "industry"),
        setting: Setting::Constant(0.02),
    };
    let before = StateReader::new(&state).value(CASE, Variable::Output, "industry-1", 2030).unwrap();
    update(&mut state, Command::edit(edit));
    let after = StateReader::new(&state).value(CASE, Variable::Output, "industry-1", 2030).unwrap();
    assert!(after > before * 1.03, "{before} {after}");
}
