//! Questions in the window: why two cases differ, what would have to be true, what matters most, where growth comes from.

use crate::window::{Window, ask, click_first, open, says};
use eframe::egui::{Key, Vec2, vec2};
use egui_kittest::kittest::Queryable as _;
use kichban::app::view_models::{StateReader, solver, tornado, why};
use kichban::app::workspace::questions::QuestionsChange;
use kichban::app::{AppState, Command, DocumentCommand, Origin, Preferences, View, WindowCommand, update};
use kichban::engine::{Closure, Variable};
use kichban::files::built_in;
use kichban::lang::Lang;
use kichban::scenario::Edit;
use kichban::text::words::{filled, label};

/// High enough that nothing has to be scrolled into sight.
const TALL: Vec2 = vec2(1366.0, 2600.0);

fn app(lang: Lang) -> AppState {
    AppState::new(built_in().unwrap(), Origin::Shipped, Preferences { lang, ..Preferences::default() })
}

/// The plan and everything at once, as in the reference.
fn plan_and_everything(lang: Lang) -> AppState {
    let mut state = app(lang);
    update(&mut state, Command::edit(Edit::SetPinned("plan".to_owned())));
    update(&mut state, Command::Document(DocumentCommand::SelectCase("plan-everything".to_owned())));
    update(&mut state, Command::Window(WindowCommand::ShowView(View::Compare)));
    state
}

fn window(state: AppState) -> Window {
    open(state, TALL)
}

#[test]
fn the_waterfall_tells_what_each_group_adds_and_what_the_order_would_have_said() {
    for (lang, words) in [
        (Lang::VI, ["dự án đầu tư là +5,5 khi tính đầu tiên, −0,8 khi tính sau cùng", "Dự án đầu tư: trung bình +2,1"]),
        (Lang::EN, ["projects would be +5.5 if counted first and −0.8 if counted last", "Projects: +2.1 on average"]),
    ] {
        let window = window(plan_and_everything(lang));
        assert!(says(&window, &label(lang, "why-title")), "{lang}");
        for words in words {
            assert!(says(&window, words), "{lang}: {words}");
        }
    }
}

#[test]
fn the_waterfall_is_that_of_the_reference() {
    let state = plan_and_everything(Lang::VI);
    let reader = StateReader::new(&state);
    let waterfall = why(&reader, Variable::Grdp, "total", 2030).waterfall.unwrap();
    assert!((waterfall.start.value - 262.223_14).abs() < 1e-4 && (waterfall.end.value - 260.530_95).abs() < 1e-4);
    let last = waterfall.steps.last().unwrap();
    assert!((last.to - waterfall.end.value).abs() < 1e-9, "steps lead from one value to the other");
    assert!(waterfall.steps.windows(2).all(|pair| pair[0].to - pair[0].from >= pair[1].to - pair[1].from));
    let inert: Vec<&str> =
        waterfall.steps.iter().filter(|step| step.is_nothing).map(|step| step.name.as_str()).collect();
    assert_eq!(inert, ["Mức đầu tư"], "a group that does nothing keeps its row");
}

#[test]
fn without_another_case_the_waterfall_says_so() {
    let mut state = app(Lang::VI);
    for case in state.study.case_ids().into_iter().map(str::to_owned).collect::<Vec<_>>() {
        update(&mut state, Command::edit(Edit::SetVisible { case, visible: false }));
    }
    update(&mut state, Command::Document(DocumentCommand::SelectCase("trend".to_owned())));
    let why = why(&StateReader::new(&state), Variable::Grdp, "total", 2030);
    assert_eq!(why.waterfall.unwrap_err(), label(Lang::VI, "compare-nothing-else"));
}

/// The trend in closure K, where the solver can move investment too.
fn trend_in_capital(lang: Lang) -> AppState {
    let mut state = app(lang);
    update(&mut state, Command::edit(Edit::SetClosure(Closure::Capital)));
    update(&mut state, Command::Document(DocumentCommand::SelectCase("trend".to_owned())));
    update(&mut state, Command::Window(WindowCommand::ShowView(View::Targets)));
    state
}

#[test]
fn a_solution_becomes_a_scenario_with_one_click_that_reaches_the_goal() {
    for lang in Lang::ALL {
        let mut state = trend_in_capital(lang);
        update(&mut state, Command::Window(WindowCommand::Questions(QuestionsChange::Goal(165.0))));
        let mut window = window(state);
        assert!(says(&window, &label(lang, "targets-attained")), "{lang}");
        let steps = window.state().state().history.len();
        click_first(&mut window, &label(lang, "targets-make-scenario"));
        let state = window.state().state();
        assert_eq!(state.history.len(), steps + 1, "one step of undo");
        let made = state.study.scenario(&state.workspace.selected).unwrap();
        assert_eq!((made.parent.as_str(), made.settings.len()), ("trend", 3));
        let reached = StateReader::new(state).value(&made.id, Variable::Output, "industry", 2030).unwrap();
        assert!((reached - 165.0).abs() < 1e-8, "{reached}");
    }
}

#[test]
fn a_goal_out_of_reach_is_refused_with_what_is_missing_and_the_bound_to_widen() {
    for (lang, goal, words) in
        [(Lang::VI, "260", "Không đạt được, thiếu"), (Lang::EN, "260", "Not attainable, short by")]
    {
        let mut window = window(trend_in_capital(lang));
        window.get_by_label(&label(lang, "solve-goal-value")).focus();
        window.run();
        window.get_by_label(&label(lang, "solve-goal-value")).type_text(goal);
        window.run();
        window.key_press(Key::Enter);
        window.run();
        assert!(says(&window, words), "{lang}");
        let state = window.state().state();
        assert!(state.history.len() == 1, "asking changes no document");
        let outcome = solver(&StateReader::new(state)).outcome.unwrap();
        assert!(!outcome.is_attained && outcome.scenario.is_none());
        let (best, button) = outcome.best.unwrap();
        let widen = outcome.widen.map(|(_, words)| words);
        assert!(best < 260.0);
        click_first(&mut window, &button);
        assert!(says(&window, &label(lang, "targets-attained")), "{lang}: the best is attainable");
        assert!(widen.is_none_or(|words| !words.is_empty()));
    }
}

#[test]
fn widening_the_first_bound_reaches_the_goal() {
    let mut state = trend_in_capital(Lang::VI);
    let bounds = solver(&StateReader::new(&state)).levers.into_iter().map(|lever| lever.moved);
    let tight = bounds.map(|moved| kichban::app::workspace::questions::Moved { high: moved.high * 0.3, ..moved });
    update(&mut state, Command::Window(WindowCommand::Questions(QuestionsChange::Levers(tight.collect()))));
    update(&mut state, Command::Window(WindowCommand::Questions(QuestionsChange::Goal(165.0))));
    let outcome = solver(&StateReader::new(&state)).outcome.unwrap();
    assert!(!outcome.is_attained);
    let (_, words) = outcome.widen.unwrap();
    let mut window = window(state);
    click_first(&mut window, &words);
    assert!(solver(&StateReader::new(window.state().state())).outcome.unwrap().is_attained);
}

#[test]
fn two_goals_are_reached_at_once() {
    for lang in Lang::ALL {
        let mut state = trend_in_capital(lang);
        update(&mut state, Command::Window(WindowCommand::Questions(QuestionsChange::Goal(160.0))));
        let mut window = window(state);
        click_first(&mut window, &label(lang, "solve-hold"));
        ask(&mut window, Command::Window(WindowCommand::Questions(QuestionsChange::Variable(Variable::Employment))));
        ask(&mut window, Command::Window(WindowCommand::Questions(QuestionsChange::Goal(485.0))));
        let content = solver(&StateReader::new(window.state().state()));
        assert_eq!(content.further.len(), 1);
        assert!(says(&window, &content.further[0].1), "{lang}: the held goal is not named");
        let outcome = content.outcome.unwrap();
        assert!(outcome.is_attained, "{:?}", outcome.sentences);
        // Back at the held figure its goal stands as it is held, and nothing is lost.
        ask(&mut window, Command::Window(WindowCommand::Questions(QuestionsChange::Hold(content.hold.unwrap()))));
        ask(&mut window, Command::Window(WindowCommand::Questions(QuestionsChange::Variable(Variable::Output))));
        let content = solver(&StateReader::new(window.state().state()));
        assert!(content.hold.is_none() && content.further.len() == 1, "{:?}", content.further);
        assert!(content.goal_text.starts_with("160"), "{}", content.goal_text);
        ask(
            &mut window,
            Command::Window(WindowCommand::Questions(QuestionsChange::LetGo(content.further[0].0.clone()))),
        );
        let content = solver(&StateReader::new(window.state().state()));
        assert!(content.further.is_empty() && content.goal_text.starts_with("160"), "{}", content.goal_text);
        ask(&mut window, Command::Window(WindowCommand::Questions(QuestionsChange::Variable(Variable::Employment))));
        ask(&mut window, Command::Window(WindowCommand::Questions(QuestionsChange::Goal(485.0))));
        assert_eq!(solver(&StateReader::new(window.state().state())).further.len(), 1);
        click_first(&mut window, &label(lang, "targets-make-scenario"));
        let state = window.state().state();
        let reached = |variable| StateReader::new(state).value(&state.workspace.selected, variable, "industry", 2030);
        assert!((reached(Variable::Output).unwrap() - 160.0).abs() < 1e-6, "{:?}", reached(Variable::Output));
        assert!((reached(Variable::Employment).unwrap() - 485.0).abs() < 1e-6, "{:?}", reached(Variable::Employment));
    }
}

#[test]
fn the_tornado_names_the_value_at_which_the_target_is_met() {
    for lang in Lang::ALL {
        let state = trend_in_capital(lang);
        let tornado = tornado(&StateReader::new(&state), Variable::Output, "industry", 2030).unwrap();
        let words = filled(lang, "why-levers-switching", &[("value", "")]);
        let words = words.trim();
        let named = tornado.bars.iter().filter(|bar| bar.range_text.contains(words)).count();
        assert!(named > 0, "{lang}: {words}: {:?}", tornado.bars);
        assert!(named < tornado.bars.len(), "{lang}: levers that cannot reach it name no value");
    }
}

#[test]
fn a_bound_that_is_not_allowed_is_refused_aloud() {
    for lang in Lang::ALL {
        let mut window = window(trend_in_capital(lang));
        let lever = solver(&StateReader::new(window.state().state())).levers[1].clone();
        let name = filled(lang, "solve-high", &[("lever", &lever.name)]);
        window.get_by_label(&name).focus();
        window.run();
        window.get_by_label(&name).type_text("5000");
        window.run();
        window.key_press(Key::Enter);
        window.run();
        let refusal = filled(lang, "levers-beyond-hard", &[("low", "|"), ("high", "|")]);
        let opening = refusal.split('|').next().unwrap().trim_matches(|c: char| !c.is_alphanumeric());
        assert!(opening.len() > 3, "{refusal}");
        assert!(says(&window, opening), "{lang}: nothing says {opening}");
        assert_eq!(solver(&StateReader::new(window.state().state())).levers[1].high_text, lever.high_text);
    }
}

#[test]
fn levers_that_do_nothing_here_are_marked_and_can_be_removed() {
    let mut state = app(Lang::EN);
    update(&mut state, Command::Document(DocumentCommand::SelectCase("trend".to_owned())));
    update(&mut state, Command::Window(WindowCommand::ShowView(View::Targets)));
    let levers = solver(&StateReader::new(&state)).levers;
    assert_eq!(levers[1].note, label(Lang::EN, "solve-lever-inert"), "investment in the productivity closure");
    let mut window = window(state);
    let remove = format!("Remove {}", levers[1].name);
    click_first(&mut window, &remove);
    assert_eq!(solver(&StateReader::new(window.state().state())).levers.len(), 2);
}

#[test]
fn the_tornado_ranks_assumptions_and_stands_in_words() {
    for lang in Lang::ALL {
        let mut state = trend_in_capital(lang);
        update(&mut state, Command::Window(WindowCommand::ShowView(View::Uncertainty)));
        let tornado = tornado(&StateReader::new(&state), Variable::Output, "industry", 2030).unwrap();
        let width = |bar: &kichban::chart::tornado::TornadoBar| (bar.high.0 - bar.low.0).abs();
        assert!(tornado.bars.len() > 5 && tornado.bars.windows(2).all(|pair| width(&pair[0]) >= width(&pair[1])));
        let first = tornado.bars[0].hint.clone();
        let window = window(state);
        assert!(says(&window, &label(lang, "why-levers-title")) && says(&window, &first), "{lang}");
    }
}

#[test]
fn the_view_sectors_accounts_for_growth_and_productivity() {
    for (lang, share) in [(Lang::VI, "TFP góp 38,8%"), (Lang::EN, "TFP makes 38.8%")] {
        let mut state = app(lang);
        update(&mut state, Command::Document(DocumentCommand::SelectCase("plan".to_owned())));
        update(&mut state, Command::Window(WindowCommand::ShowView(View::Sectors)));
        let mut window = window(state);
        assert!(says(&window, &label(lang, "why-growth-title")) && says(&window, share), "{lang}");
        assert!(says(&window, &label(lang, "why-shift-title")));
        ask(
            &mut window,
            Command::Window(WindowCommand::Questions(QuestionsChange::Shift(
                kichban::analysis::ShiftShareMethod::Gead,
            ))),
        );
        assert!(says(&window, &label(lang, "shift-dynamic")), "{lang}: GEAD has a third term");
    }
}
