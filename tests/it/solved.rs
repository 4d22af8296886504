//! What the solver says of its answers: what is shifted and by how much, and which bound keeps which goal from being met.

use kichban::analysis::solver::{
    Bound, Goal, GoalVerdict, SolveLever, SolvedForm, SolverAnswer, SolverQuestion, Widening, solution, solve,
};
use kichban::analysis::{Metric, line_of};
use kichban::engine::{Closure, Variable};
use kichban::files::built_in;
use kichban::lang::Lang;
use kichban::scenario::Case;
use kichban::scenario::setting::{LeverKey, Setting, Settings};
use kichban::scenario::study::Study;
use kichban::scenario::{CalibratedBaseline, calibrate_baseline, merged_settings};
use kichban::text::{explain_answer, explain_gap, explain_widening};

struct Asked {
    study: Study,
    baseline: CalibratedBaseline,
    settings: Settings,
    closure: Closure,
}

impl Asked {
    fn new(case: &str, closure: Closure) -> Self {
        let study = built_in().unwrap();
        let baseline = study.lineage(case).unwrap().0.id.clone();
        let baseline = calibrate_baseline(&study, &baseline).unwrap();
        let settings = merged_settings(&study, case).unwrap();
        Self { study, baseline, settings, closure }
    }

    fn case(&self) -> Case<'_> {
        Case { study: &self.study, baseline: &self.baseline, settings: &self.settings, closure: self.closure }
    }

    fn lever(&self, key: &str, low: f64, high: f64) -> SolveLever {
        let key = LeverKey::parse(key).unwrap();
        let spec = key.lever.spec();
        let lever = SolveLever::new(self.case(), &key).unwrap();
        lever.between(spec.from_shown(low), spec.from_shown(high))
    }

    fn goal(&self, variable: Variable, line: &str, value: f64) -> Goal {
        Goal { metric: Metric::new(variable, line_of(&self.study, line).unwrap(), 2030), value }
    }

    fn question<'a>(&'a self, levers: &'a [SolveLever], goals: &'a [Goal]) -> SolverQuestion<'a> {
        SolverQuestion { case: self.case(), levers, goals }
    }

    /// The figure of a goal with some settings changed.
    fn reached(&self, goal: &Goal, changed: &Settings) -> f64 {
        let mut settings = self.settings.clone();
        for (key, setting) in changed.entries() {
            settings.insert(key.clone(), setting.clone());
        }
        goal.metric.value(&self.case().with_settings(&settings).simulate().unwrap()).unwrap()
    }
}

#[test]
fn a_path_that_moves_as_a_whole_says_by_how_much() {
    let asked = Asked::new("higher-investment", Closure::Capital);
    let (levers, goals) = ([asked.lever("investment_rate", 25.0, 60.0)], [asked.goal(Variable::Grdp, "total", 210.0)]);
    let question = asked.question(&levers, &goals);
    let answer = solve(&question).unwrap();
    let lever = &answer.levers[0];
    assert_eq!(lever.form, SolvedForm::Path { last: 2030 });
    let settings = solution(&question, &answer).unwrap();
    assert!((asked.reached(&goals[0], &settings) - 210.0).abs() < 1e-8);
    // The same number in every year is another scenario: that it is the last year of a path must be said.
    let typed: Settings = [(lever.key.clone(), Setting::Constant(lever.value))].into_iter().collect();
    assert!((asked.reached(&goals[0], &typed) - 210.0).abs() > 1.0);
    let default = asked.case().default_path(&lever.key).unwrap();
    let path = |settings: &Settings| settings.get(&lever.key).unwrap().path(asked.baseline.inputs.horizon, &default);
    let last = default.len() - 1;
    assert!((path(&settings)[last] - path(&asked.settings)[last] - lever.shift()).abs() < 1e-12);
    for (lang, words) in [(Lang::EN, "pp in every year that its path states"), (Lang::VI, "điểm % ở mọi năm")] {
        let told = explain_answer(&question, &answer, lang).sentence;
        assert!(told.contains(words) && told.contains("2030"), "{told}");
    }
}

#[test]
fn one_value_for_every_year_is_a_level() {
    let asked = Asked::new("trend", Closure::Capital);
    let (levers, goals) = ([asked.lever("investment_rate", 25.0, 60.0)], [asked.goal(Variable::Grdp, "total", 205.0)]);
    let answer = solve(&asked.question(&levers, &goals)).unwrap();
    let lever = &answer.levers[0];
    assert_eq!(lever.form, SolvedForm::Level);
    let typed: Settings = [(lever.key.clone(), Setting::Constant(lever.value))].into_iter().collect();
    assert!((asked.reached(&goals[0], &typed) - 205.0).abs() < 1e-8);
}

fn widenings(answer: &SolverAnswer) -> &[Widening] {
    let GoalVerdict::NotAttainable { widen, .. } = &answer.verdict else { panic!("{answer:?}") };
    widen
}

#[test]
fn with_several_goals_the_bound_to_widen_is_that_of_the_goal_that_is_short() {
    let asked = Asked::new("trend", Closure::Productivity);
    let levers =
        ["industry", "services"].map(|line| asked.lever(&format!("productivity_growth_added/{line}"), -1.0, 2.0));
    let goals = [asked.goal(Variable::Output, "industry", 150.0), asked.goal(Variable::Output, "services", 60.0)];
    let question = asked.question(&levers, &goals);
    let answer = solve(&question).unwrap();
    let first = &widenings(&answer)[0];
    assert_eq!((first.key.subject.as_str(), first.goal, first.bound), ("services", 1, Bound::High));
    assert!(widenings(&answer).iter().all(|one| one.key.subject != "industry"), "industry has room: {answer:?}");
    // What the advice promises holds.
    let key = first.key.clone();
    let mut settings = solution(&question, &answer).unwrap();
    settings.insert(key, Setting::Constant(first.needed.unwrap()));
    assert!((asked.reached(&goals[1], &settings) - 60.0).abs() < 1e-6);
    let told = explain_answer(&question, &answer, Lang::EN);
    assert_eq!(told.hint, "Widen the upper bound of Added productivity growth: Services first.");
    assert!(told.sentence.starts_with("Not attainable within the bounds set: Output, Services, 2030:"), "{told:?}");
    assert!(explain_widening(first, &goals, &asked.study, Lang::EN).starts_with("Output, Services, 2030: "));
}

#[test]
fn a_figure_above_its_goal_is_over_and_not_short() {
    let asked = Asked::new("trend", Closure::Productivity);
    let levers = [asked.lever("productivity_growth_added/industry", 0.0, 2.0)];
    let goals = [asked.goal(Variable::Output, "industry", 100.0)];
    let question = asked.question(&levers, &goals);
    let answer = solve(&question).unwrap();
    let told = explain_answer(&question, &answer, Lang::EN).sentence;
    assert!(told.contains("over by") && !told.contains("short by"), "{told}");
    assert_eq!(explain_gap(goals[0].metric, -7.5, &asked.study, Lang::VI), "Không đạt được, vượt 7,5");
}

#[test]
fn a_lever_that_stands_outside_its_bounds_says_where_it_stands() {
    let asked = Asked::new("trend", Closure::Capital);
    let now = asked.lever("investment_rate", 0.0, 60.0).start;
    let levers = [asked.lever("investment_rate", 40.0, 45.0)];
    for (goal, method_is_unchanged) in [(205.0, false), (180.0, false)] {
        let goals = [asked.goal(Variable::Grdp, "total", goal)];
        let question = asked.question(&levers, &goals);
        let answer = solve(&question).unwrap();
        let lever = &answer.levers[0];
        assert!((lever.start - now).abs() < 1e-12 && now < 0.4, "{answer:?}");
        assert!((lever.shift() - (lever.value - now)).abs() < 1e-12);
        assert!((0.4..=0.45).contains(&lever.value), "{answer:?}");
        assert_eq!(answer.method == kichban::analysis::solver::SolutionMethod::Unchanged, method_is_unchanged);
    }
    // The figure that the lower bound gives is met there, which is a change all the same.
    let at_bound: Settings = [(levers[0].key.clone(), Setting::Constant(0.4))].into_iter().collect();
    let mut goal = asked.goal(Variable::Grdp, "total", 0.0);
    goal.value = asked.reached(&goal, &at_bound);
    let goals = [goal];
    let question = asked.question(&levers, &goals);
    let answer = solve(&question).unwrap();
    assert!(answer.is_attained() && answer.levers[0].shift() > 0.03, "{answer:?}");
    let told = explain_answer(&question, &answer, Lang::EN).sentence;
    assert!(told.contains("now 36"), "{told}");
}

#[test]
fn a_bound_at_which_a_lever_stood_before_binds_too() {
    let asked = Asked::new("trend", Closure::Productivity);
    let levers = [asked.lever("fdi_registered/industry", 0.0, 600.0)];
    let goals = [asked.goal(Variable::Grdp, "total", 150.0)];
    let question = asked.question(&levers, &goals);
    let answer = solve(&question).unwrap();
    assert!(!answer.is_attained());
    assert_eq!(answer.levers[0].binds, Some(Bound::Low), "{answer:?}");
    let told = explain_answer(&question, &answer, Lang::EN);
    assert!(format!("{} {}", told.sentence, told.hint).contains("lower bound"), "{told:?}");
}
