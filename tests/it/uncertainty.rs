//! The view Uncertainty, driven by accessible label: fan, probabilities, switches, the small ensemble while a lever moves, and rest when idle.

use crate::window::{FRAME, SCREEN, Window, open_in, says};
use eframe::egui::accesskit::Role;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use kichban::analysis::ensemble::SimulationInput;
use kichban::app::ensemble_job::{FULL_DRAWS, LIVE_DRAWS};
use kichban::app::view_models::{StateReader, uncertainty_page};
use kichban::app::workspace::uncertainty::{FanOf, UncertaintyChange};
use kichban::app::{AppState, Command, DocumentCommand, Gesture, Origin, Preferences, View, WindowCommand, update};
use kichban::engine::{Line, Variable};
use kichban::files::{built_in, read_study, write_study};
use kichban::lang::{Lang, Tongue};
use kichban::scenario::Edit;
use kichban::scenario::figure::{Quantity, Status};
use kichban::scenario::lever::Lever;
use kichban::scenario::setting::{LeverKey, Setting};
use kichban::text::words::label;
use std::time::{Duration, Instant};

fn window(lang: Lang, case: &str) -> Window {
    window_of(built_in().unwrap(), lang, case)
}

fn window_of(study: kichban::scenario::study::Study, lang: Lang, case: &str) -> Window {
    let preferences = Preferences { lang, tour_seen: true, view: View::Uncertainty, ..Preferences::default() };
    let mut state = AppState::new(study, Origin::Shipped, preferences);
    update(&mut state, Command::Document(DocumentCommand::SelectCase(case.to_owned())));
    open_in(Window::builder().with_size(SCREEN).with_step_dt(FRAME).with_max_steps(24), state)
}

fn texts(window: &Window) -> Vec<String> {
    let nodes = window.root().children_recursive();
    nodes.filter_map(|node| node.accesskit_node().label().or(node.accesskit_node().value())).collect()
}

fn draws(window: &Window) -> usize {
    window.state().state().uncertainty.answer().unwrap().found.as_ref().unwrap().ensemble.draws
}

/// Waits for the full ensemble of the background.
fn finish(window: &mut Window) {
    let started = Instant::now();
    while !window.state().state().uncertainty.answer().is_some_and(|answer| answer.is_full) {
        assert!(started.elapsed() < Duration::from_mins(2), "the full ensemble does not come");
        std::thread::sleep(Duration::from_millis(20));
        window.step();
    }
    window.run();
}

#[test]
fn the_view_tells_bands_probabilities_and_their_condition_in_both_languages() {
    for lang in Lang::ALL {
        let mut window = window(lang, "trend");
        assert_eq!(draws(&window), LIVE_DRAWS, "a small ensemble is there at once");
        finish(&mut window);
        assert_eq!(draws(&window), FULL_DRAWS);
        for key in ["uncertainty-title", "uncertainty-volatility", "uncertainty-sobol", "bands-conditional"] {
            assert!(says(&window, &label(lang, key)), "{key} in {lang}");
        }
        let (frequency, fixed) = match lang.tongue() {
            Tongue::Vi => ("trong 200 đường", "Không mô phỏng"),
            Tongue::En => ("of 200 paths", "Not simulated"),
        };
        assert!(says(&window, frequency) && says(&window, fixed), "{lang}");
        assert!(!says(&window, ": 0%.") && !says(&window, ": 100%."), "nothing is certain");
    }
}

#[test]
fn the_switches_change_the_series_and_what_is_random() {
    let mut window = window(Lang::EN, "trend");
    finish(&mut window);
    window.get_by_label("GRDP").click();
    window.run();
    assert_eq!(window.state().state().workspace.uncertainty.fan_of, FanOf::Grdp);
    assert!(says(&window, "GRDP, Assumed"), "the chart is of GRDP");
    let median = |window: &Window| {
        let found = window.state().state().uncertainty.answer().unwrap().found.clone().unwrap();
        found.ensemble.fans[1].years.last().unwrap()[3].value
    };
    finish(&mut window);
    let before = median(&window);
    window.get_by_label(&label(Lang::EN, "uncertainty-crash")).click();
    window.run();
    finish(&mut window);
    assert!(median(&window) < before, "a crash is a risk on one side");
    assert!(says(&window, &label(Lang::EN, "bands-crash")));
}

#[test]
fn a_small_ensemble_follows_the_hand_and_the_full_one_comes_on_release() {
    let mut window = window(Lang::VI, "three-projects");
    finish(&mut window);
    let key = LeverKey::for_lever(Lever::ProductivityGrowthAdded, "industry");
    let gesture = Gesture::Drag("productivity of industry".to_owned());
    let edit = Edit::SetLever { scenario: "three-projects".to_owned(), key, setting: Setting::Constant(0.01) };
    let probability = |window: &Window| {
        let found = window.state().state().uncertainty.answer().unwrap().found.clone().unwrap();
        let main_goal = found.main_goal.unwrap();
        found.ensemble.chances[main_goal].proportion.unwrap().share()
    };
    let before = probability(&window);
    let state = window.state_mut();
    state.ask(Command::Document(DocumentCommand::Edit { edit: Box::new(edit), gesture: Some(gesture) }));
    window.step();
    assert!(probability(&window) > before, "the probability follows at once");
    finish(&mut window);
    assert_eq!(draws(&window), FULL_DRAWS);
    assert!(probability(&window) > before);
}

#[test]
fn an_answer_of_the_background_leaves_a_drag_one_step() {
    let key = LeverKey::for_lever(Lever::ProductivityGrowthAdded, "industry");
    let mut state = AppState::new(built_in().unwrap(), Origin::Shipped, Preferences::default());
    let steps = state.history.len();
    for tick in 1..=4 {
        let setting = Setting::Constant(f64::from(tick) / 1_000.0);
        let edit = Edit::SetLever { scenario: "three-projects".to_owned(), key: key.clone(), setting };
        let gesture = Some(Gesture::Drag("productivity of industry".to_owned()));
        update(&mut state, Command::Document(DocumentCommand::Edit { edit: Box::new(edit), gesture }));
        // The work for the value before was cancelled, and its thread says that there is no answer.
        update(&mut state, Command::Window(WindowCommand::Simulated(None)));
        assert!(state.history.is_open(), "after {tick} moves");
    }
    assert_eq!(state.history.len(), steps + 1);
}

#[test]
fn work_can_be_stopped_and_ends_with_the_view() {
    let mut window = window(Lang::VI, "trend");
    window.state_mut().ask(Command::Window(WindowCommand::Uncertainty(UncertaintyChange::FanOf(FanOf::Share))));
    window.state_mut().ask(Command::Window(WindowCommand::Uncertainty(UncertaintyChange::Stop)));
    window.step();
    window.state_mut().ask(Command::Window(WindowCommand::Uncertainty(UncertaintyChange::Stop)));
    window.step();
    window.run();
    let state = window.state().state();
    assert!(state.uncertainty.progress().is_none() && !state.uncertainty.answer().unwrap().is_full);
    window.state_mut().ask(Command::Window(WindowCommand::Uncertainty(UncertaintyChange::FanOf(FanOf::Output))));
    window.step();
    window.state_mut().ask(Command::Window(WindowCommand::ShowView(View::Overview)));
    window.run();
    assert!(window.state().state().uncertainty.progress().is_none(), "nothing runs behind another view");
}

#[test]
fn a_lever_that_leaves_the_domain_is_narrowed_and_takes_no_answer_away() {
    for (lang, expected) in [(Lang::VI, "mô hình không có kết quả"), (Lang::EN, "the model has no answer")] {
        let mut study = built_in().unwrap();
        let scenario = study.scenarios.iter_mut().find(|scenario| scenario.id == "shock-again").unwrap();
        // A shock that takes more than there is, but for the cut of exposure: without the cut there is no result.
        for (key, shown) in [
            ("shock_depth/repeat-2023", 80.0),
            ("shock_exposure/repeat-2023/industry", 150.0),
            ("green_exposure_cut/industry", 90.0),
        ] {
            let key = LeverKey::parse(key).unwrap();
            let value = key.lever.spec().from_shown(shown);
            scenario.settings.insert(key, Setting::Constant(value));
        }
        let mut window = window_of(study, lang, "shock-again");
        finish(&mut window);
        let answer = window.state().state().uncertainty.answer().unwrap().clone();
        let ranked = answer.found.as_ref().unwrap().sensitivity.clone().unwrap().unwrap();
        assert!(!ranked.narrowed.is_empty() && ranked.found.unwrap().inputs.len() == ranked.levers.len());
        assert!(says(&window, expected), "{lang}");
    }
}

fn type_into(window: &mut Window, label: &str, text: &str) {
    window.get_by_role_and_label(Role::TextInput, label).focus();
    // The field selects all of its text once it has the focus.
    window.run_steps(3);
    window.event(egui::Event::Text(text.to_owned()));
    window.run();
    window.key_press(egui::Key::Enter);
    window.run();
}

fn parameter(window: &Window, quantity: Quantity, line: &str) -> f64 {
    window.state().state().study.parameter("trend", quantity, line, None).unwrap().model_value()
}

/// Width of the 80 % band of the headline output in the last year.
fn band(window: &Window) -> f64 {
    let found = window.state().state().uncertainty.answer().unwrap().found.clone().unwrap();
    let last = found.ensemble.fans[0].years.last().unwrap().clone();
    last[5].value - last[1].value
}

#[test]
fn the_inputs_rest_with_tested_bands_and_say_why_and_act_with_my_own_volatility() {
    for (lang, name) in [(Lang::VI, "Độ biến động, "), (Lang::EN, "Volatility, ")] {
        let mut window = window(lang, "trend");
        finish(&mut window);
        let idle = label(lang, "uncertainty-input-idle-tested");
        assert!(says(&window, &idle) && says(&window, &label(lang, "uncertainty-input-idle-crash")));
        let study = window.state().state().study.clone();
        let headline = study.structure.headline.clone();
        let short = study.sectors.iter().find(|sector| sector.id == headline).unwrap().short.in_lang(lang).to_owned();
        let name = format!("{name}{short}");
        assert!(window.get_by_role_and_label(Role::TextInput, &name).accesskit_node().is_disabled(), "{name}");
        window.get_by_label(&label(lang, "uncertainty-own-volatility")).click();
        window.run();
        finish(&mut window);
        assert!(!says(&window, &idle));
        let before = (parameter(&window, Quantity::ErrorDeviation, &headline), band(&window));
        type_into(&mut window, &name, "20");
        finish(&mut window);
        assert!((parameter(&window, Quantity::ErrorDeviation, &headline) - 0.2).abs() < 1e-15);
        assert!(band(&window) > 1.2 * before.1, "{} against {}", band(&window), before.1);
        let changed = window.state().state().study.clone();
        let row = changed.parameters.iter().find(|row| {
            let is_it = row.figure.quantity == Quantity::ErrorDeviation && row.figure.line == headline;
            is_it && (row.figure.value - 0.2).abs() < 1e-9
        });
        let by_hand = label(lang, "uncertainty-input-by-hand");
        let figure = &row.unwrap().figure;
        assert_eq!((figure.status, figure.source.as_str()), (Status::Assumed, "assumption"));
        assert_eq!(figure.note.in_lang(lang).matches(&by_hand).count(), 1, "{:?}", figure.note);
        let text = write_study(&changed);
        assert_eq!(read_study(text.as_bytes()).unwrap(), *changed, "a saved file reads back the same");
        window.state_mut().ask(Command::Document(DocumentCommand::Undo));
        window.run();
        assert_eq!(window.state().state().study, study, "one step takes it back");
        assert_eq!(parameter(&window, Quantity::ErrorDeviation, &headline).to_bits(), before.0.to_bits());
    }
}

#[test]
fn the_risk_of_a_crash_is_changed_where_it_is_switched_on() {
    let mut window = window(Lang::EN, "trend");
    window.get_by_label(&label(Lang::EN, "uncertainty-crash")).click();
    window.run();
    finish(&mut window);
    let before = window.state().state().study.shocks[0].clone();
    let median = |window: &Window| {
        let found = window.state().state().uncertainty.answer().unwrap().found.clone().unwrap();
        found.ensemble.fans[0].years.last().unwrap()[3].value
    };
    let usual = median(&window);
    type_into(&mut window, "Probability that a crash begins", "40");
    finish(&mut window);
    assert!((parameter(&window, Quantity::CrashProbability, "") - 0.4).abs() < 1e-15);
    let often = median(&window);
    assert!(often < usual, "{often} after {usual}");
    let depth = format!("Depth of a crash (as in: {})", before.name.en);
    type_into(&mut window, &depth, "1");
    finish(&mut window);
    assert!((window.state().state().study.shocks[0].depth - 0.01).abs() < 1e-15);
    assert!(median(&window) > often, "a shallower crash takes less");
    type_into(&mut window, "Probability that a crash begins", "140");
    assert!(says(&window, "Probability that a crash begins must be within 0 … 100"));
    assert!(
        (parameter(&window, Quantity::CrashProbability, "") - 0.4).abs() < 1e-15,
        "a refused number changes nothing"
    );
}

#[test]
fn as_many_paths_are_simulated_as_are_asked_for_and_years_stand_for_the_drift() {
    let mut window = window(Lang::EN, "trend");
    finish(&mut window);
    type_into(&mut window, "Number of paths", "5000");
    finish(&mut window);
    assert_eq!(draws(&window), 5_000);
    type_into(&mut window, "Number of paths", "5");
    assert!(says(&window, "Number of paths must be within 500 … 100,000"));
    assert_eq!(window.state().state().workspace.uncertainty.paths, 5_000);
    window.get_by_label(&label(Lang::EN, "uncertainty-own-volatility")).click();
    window.run();
    finish(&mut window);
    type_into(&mut window, "Years of history behind the drift", "16");
    assert!((parameter(&window, Quantity::DriftVarianceRatio, "") - 1.0 / 16.0).abs() < 1e-15);
    type_into(&mut window, "Tail thickness", "4.5");
    assert!(says(&window, "whole number"), "the study says what it takes: {:?}", texts(&window));
    assert!((parameter(&window, Quantity::ErrorTailFreedom, "") - 5.0).abs() < 1e-15);
}

#[test]
fn the_distribution_of_a_year_stands_beside_the_fan_and_runs_nothing_again() {
    let mut window = window(Lang::EN, "trend");
    finish(&mut window);
    let last = window.state().state().study.horizon;
    assert!(says(&window, &format!("Distribution of {last}")));
    window.state_mut().ask(Command::Window(WindowCommand::Uncertainty(UncertaintyChange::Year(last - 2))));
    window.run();
    assert!(says(&window, &format!("Distribution of {}", last - 2)));
    assert!(window.state().state().uncertainty.progress().is_none(), "the draws are there already");
    let answer = window.state().state().uncertainty.answer().unwrap().clone();
    let ensemble = &answer.found.as_ref().unwrap().ensemble;
    for fan in &ensemble.fans {
        for histogram in &fan.histograms {
            let counted = histogram.counts.iter().chain(&histogram.outside).sum::<usize>();
            assert_eq!(counted, ensemble.draws);
        }
    }
}

/// The texts of the fields of the inputs that have no value.
fn gaps(window: &Window, lang: Lang) -> usize {
    let told = label(lang, "uncertainty-input-none");
    texts(window).iter().filter(|text| **text == told).count()
}

#[test]
fn a_study_without_its_own_volatility_says_so_and_takes_it_field_by_field() {
    let lang = Lang::EN;
    let study = kichban::files::first_in_window().unwrap();
    assert!(study.parameters.iter().all(|row| row.figure.quantity != Quantity::ErrorDeviation));
    let baseline = study.pinned.clone();
    let names: Vec<String> = study.sectors.iter().map(|sector| sector.short.in_lang(lang).to_owned()).collect();
    let mut window = window_of(study, lang, &baseline);
    finish(&mut window);
    // Nothing states a volatility, and the bands are the widest tested ones until it is entered.
    assert!(says(&window, &label(lang, "bands-widest")) && band(&window) > 0.0, "{:?}", texts(&window));
    assert!(says(&window, &label(lang, "uncertainty-input-idle-tested")));
    window.get_by_label(&label(lang, "uncertainty-own-volatility")).click();
    window.run();
    finish(&mut window);
    assert!(window.state().state().uncertainty.answer().unwrap().found.is_err(), "nothing states a volatility");
    assert!(!says(&window, &label(lang, "uncertainty-input-idle-tested")));
    let missing = gaps(&window, lang);
    assert!(missing > names.len(), "{:?}", texts(&window));
    for name in &names {
        type_into(&mut window, &format!("Volatility, {name}"), "5");
    }
    type_into(&mut window, "Tail thickness", "5");
    type_into(&mut window, "Years of history behind the drift", "8");
    finish(&mut window);
    assert_eq!(gaps(&window, lang), missing - names.len() - 2);
    let study = window.state().state().study.clone();
    let added: Vec<_> = study.parameters.iter().filter(|row| row.figure.quantity == Quantity::ErrorDeviation).collect();
    assert_eq!(added.len(), names.len());
    assert!(
        added.iter().all(|row| row.figure.status == Status::Assumed && (row.figure.model_value() - 0.05).abs() < 1e-12)
    );
    assert!(window.state().state().uncertainty.answer().unwrap().found.is_ok(), "{:?}", texts(&window));
    assert!(band(&window) > 0.0);
}

#[test]
fn a_study_without_targets_has_no_column_of_probabilities_and_no_page_for_its_audit() {
    let mut study = built_in().unwrap();
    std::sync::Arc::make_mut(&mut study.targets).clear();
    let row = |window: &Window| texts(window).into_iter().find(|text| text.starts_with("as tested, ")).unwrap();
    let mut with_targets = window(Lang::EN, "trend");
    finish(&mut with_targets);
    assert_eq!(row(&with_targets).matches('%').count(), 1, "probability, then band");
    assert_eq!(
        with_targets.state().state().workspace.pages(&with_targets.state().state().study).len(),
        View::ALL.len()
    );
    let mut without = window_of(study, Lang::EN, "trend");
    finish(&mut without);
    assert!(says(&without, &label(Lang::EN, "uncertainty-volatility")) && !row(&without).contains('%'));
    assert!(says(&without, &label(Lang::EN, "targets-none")), "why there is no probability");
    let pages = without.state().state().workspace.pages(&without.state().state().study);
    assert!(pages.len() == View::ALL.len() - 1 && pages.iter().all(|page| page.view != View::Audit));
    // The view itself says in a sentence why it is empty, and has no heads over nothing.
    without.get_by_label(&label(Lang::EN, "view-audit")).click();
    without.run();
    assert!(says(&without, &label(Lang::EN, "audit-no-targets")));
    assert!(!says(&without, &label(Lang::EN, "audit-below")), "no legend under nothing");
}

#[test]
fn the_fan_of_a_share_draws_its_past() {
    let mut window = window(Lang::EN, "trend");
    window.get_by_label("Share").click();
    window.run();
    finish(&mut window);
    let state = window.state().state();
    let chart = uncertainty_page(&StateReader::new(state)).chart.unwrap();
    let observed: Vec<i32> = chart.history.iter().flat_map(|line| &line.points).map(|point| point.0).collect();
    assert!(observed.contains(&2023) && observed.contains(&2024) && chart.years.0 <= observed[0], "{observed:?}");
    // The past and the base of the fan are one series.
    let last = chart.history[0].points.last().unwrap();
    let base = chart.groups[0].series[0].points.iter().find(|point| point.0 == last.0).unwrap();
    assert!((last.1 - base.1).abs() < 0.01, "{last:?} {base:?}");
}

/// The row of an input of the simulation in the table of what moves the chance.
fn shift_row(window: &Window, name: &str) -> String {
    let is_row = |text: &String| text.starts_with(&format!("{name}, ")) && text.split(", ").count() == 4;
    texts(window).into_iter().find(is_row).unwrap_or_default()
}

#[test]
fn each_input_of_the_simulation_says_what_it_makes_of_the_chance_or_why_it_does_nothing() {
    let mut window = window(Lang::EN, "trend");
    finish(&mut window);
    assert!(says(&window, &label(Lang::EN, "uncertainty-shifts")));
    let idle = ["Correlation of sectors", "Tail thickness", "Years of history behind the drift"];
    let of_crash = ["Probability that a crash begins", "Depth of a crash"];
    // With tested bands only their width acts; the others are named with the reason.
    let volatility = shift_row(&window, "Volatility of every sector");
    let cells: Vec<&str> = volatility.split(", ").skip(1).collect();
    assert!(cells.len() == 3 && cells[0] != cells[2] && cells.iter().all(|cell| cell.contains('%')), "{volatility}");
    for name in idle.iter().chain(&of_crash) {
        assert_eq!(shift_row(&window, name), format!("{name}, –, –, –"));
    }
    assert!(says(&window, "Tail thickness; Years of history behind the drift: These do not act with tested bands"));
    assert!(says(&window, "Probability that a crash begins; Depth of a crash: These act once"));
    // With the study's own volatility and the risk of a crash all of them act.
    window.get_by_label(&label(Lang::EN, "uncertainty-own-volatility")).click();
    window.run();
    window.get_by_label(&label(Lang::EN, "uncertainty-crash")).click();
    window.run();
    finish(&mut window);
    for name in idle.iter().chain(&of_crash) {
        assert_eq!(shift_row(&window, name).matches('%').count(), 3, "{name}");
    }
    // A crash that is likelier and deeper leaves fewer paths at the target; another target can be followed.
    let found = window.state().state().uncertainty.answer().unwrap().found.clone().unwrap();
    let goal = found.main_goal.unwrap();
    for shift in found
        .shifts
        .iter()
        .filter(|shift| matches!(shift.input, SimulationInput::CrashProbability | SimulationInput::CrashDepth))
    {
        let hits = |at: usize| shift.chances[at].as_ref().unwrap()[goal].unwrap().hits;
        assert!(hits(0) > hits(1), "{shift:?}");
    }
    let page = |window: &Window| uncertainty_page(&StateReader::new(window.state().state()));
    let before = page(&window);
    let other = before.goals.iter().position(|goal| Some(goal) != before.goals.get(before.goal.unwrap())).unwrap();
    let change = UncertaintyChange::Target(before.goals[other].0);
    let progress = draws(&window);
    window.state_mut().ask(Command::Window(WindowCommand::Uncertainty(change)));
    window.run();
    let after = page(&window);
    assert_eq!(after.goal, Some(other));
    assert!(after.shifts_about.contains(&after.goals[other].1) && after.shifts != before.shifts);
    assert!(draws(&window) == progress && after.running.is_none(), "nothing is simulated again");
}

#[test]
fn the_difference_from_the_reference_has_a_band_of_its_own() {
    let mut window = window(Lang::EN, "three-projects");
    finish(&mut window);
    let state = window.state().state();
    let answer = state.uncertainty.answer().unwrap();
    let found = answer.found.as_ref().unwrap();
    let end = state.study.horizon;
    let grdp = |case: &str| state.derived.projection(case).unwrap().value(Variable::Grdp, Line::Total, end).unwrap();
    assert_eq!(state.study.reference_of("three-projects"), "trend", "the pinned plan path stands on another baseline");
    let gap = grdp("three-projects") - grdp("trend");
    let paired = found.paired.iter().find(|one| one.series.variable == Variable::Grdp).unwrap();
    let (low, high) = (paired.quantiles[1].value, paired.quantiles[5].value);
    assert!(low < gap && gap < high, "{low} {gap} {high}");
    let fan =
        found.ensemble.fans.iter().find(|fan| fan.series.variable == Variable::Grdp).unwrap().years.last().unwrap();
    assert!(high - low < 0.5 * (fan[5].value - fan[1].value), "luck moves both alike");
    assert!(says(&window, "has a band of its own"));
}
