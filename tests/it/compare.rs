//! The view Compare, driven as a user would.

use crate::window::{FRAME, SteppedWindow as Window, open_stepped, state as now};
use egui::vec2;
use egui_kittest::kittest::Queryable as _;
use kichban::analysis::ensemble::soft_levers;
use kichban::analysis::{Grouping, Metric, tornado};
use kichban::app::view_models::{StateReader, compare::compare, why};
use kichban::app::workspace::compare::{ChartMeasure, Layout};
use kichban::app::workspace::questions::QuestionsChange;
use kichban::app::{AppState, Command, DocumentCommand, Origin, Preferences, View, WindowCommand, update};
use kichban::engine::{Closure, Line, Variable};
use kichban::files::built_in;
use kichban::lang::Lang;
use kichban::scenario::Edit;
use kichban::scenario::lever::Lever;
use kichban::scenario::setting::{LeverKey, Setting};
use kichban::text::lever_name_in_years;
use kichban::ui::Outside;

/// Left edge of the centre at the size of the tests.
const CENTRE: f32 = 349.0;

fn state(lang: Lang) -> AppState {
    let preferences = Preferences { lang, ..Preferences::default() };
    let mut state = AppState::new(built_in().unwrap(), Origin::Shipped, preferences);
    update(&mut state, Command::Window(WindowCommand::ShowView(View::Compare)));
    state
}

fn window(state: AppState) -> Window {
    let builder = Window::builder().with_size(vec2(1366.0, 740.0)).with_step_dt(FRAME);
    open_stepped(builder, state, Outside::without_writing())
}

fn press(harness: &mut Window, label: &str) {
    harness.get_by_label(label).click();
    harness.run_steps(4);
}

/// Numbers of the centre that were cut off with an ellipsis.
fn elided_numbers(harness: &Window) -> Vec<String> {
    fn collect(shape: &egui::Shape, found: &mut Vec<String>) {
        match shape {
            egui::Shape::Text(text) if text.pos.x > CENTRE && text.galley.elided => {
                let written = text.galley.text();
                let starts_as_number = written.trim_start_matches(['+', '−']).starts_with(|c: char| c.is_ascii_digit());
                found.extend(starts_as_number.then(|| written.to_owned()));
            }
            egui::Shape::Vec(shapes) => shapes.iter().for_each(|shape| collect(shape, found)),
            _ => {}
        }
    }
    let mut found = Vec::new();
    harness.output().shapes.iter().for_each(|clipped| collect(&clipped.shape, &mut found));
    found
}

#[test]
fn the_view_opens_in_both_languages_and_shows_every_number_in_full() {
    for (lang, results, inputs) in [
        (Lang::VI, "Kết quả và chênh lệch", "Giả định khác nhau"),
        (Lang::EN, "Results and differences", "Assumptions that differ"),
    ] {
        let harness = window(state(lang));
        for label in [results, inputs] {
            assert!(harness.query_by_label(label).is_some(), "{label}");
        }
        assert_eq!(elided_numbers(&harness), Vec::<String>::new());
    }
}

#[test]
fn the_switches_change_measure_layout_and_axis() {
    let mut harness = window(state(Lang::EN));
    for (label, measure) in
        [("Growth", ChartMeasure::Growth), ("Share", ChartMeasure::Share), ("Level", ChartMeasure::Level)]
    {
        press(&mut harness, label);
        assert_eq!(now(&harness).workspace.compare.measure, measure);
        assert_eq!(elided_numbers(&harness), Vec::<String>::new(), "{label}");
    }
    press(&mut harness, "Small multiples");
    assert_eq!(now(&harness).workspace.compare.layout, Layout::Multiples);
    press(&mut harness, "Overlay");
    press(&mut harness, "Log");
    assert!(now(&harness).workspace.compare.log);
}

#[test]
fn the_year_of_the_table_steps_back_and_forth() {
    let mut harness = window(state(Lang::EN));
    press(&mut harness, "Previous year");
    assert_eq!(now(&harness).workspace.compare.year, Some(2029));
    assert!(harness.query_by_label("Year 2029").is_some());
    press(&mut harness, "Next year");
    assert_eq!(now(&harness).workspace.compare.year, Some(2030));
}

#[test]
fn every_case_shown_gives_small_multiples_and_full_numbers() {
    let mut all = state(Lang::VI);
    for case in all.study.case_ids().into_iter().map(str::to_owned).collect::<Vec<_>>() {
        update(&mut all, Command::edit(Edit::SetVisible { case, visible: true }));
    }
    let harness = window(all);
    assert!(harness.query_by_label_contains("quá tám đường").is_some());
    assert_eq!(elided_numbers(&harness), Vec::<String>::new());
}

#[test]
fn rows_of_an_assumption_that_is_set_for_one_year_say_the_year() {
    let mut state = state(Lang::EN);
    let (scenario, key) = ("three-projects", LeverKey::for_lever(Lever::ProductivityGrowthAdded, "industry"));
    let setting = Setting::Span { value: 0.02, from: 2027, to: 2027 };
    update(&mut state, Command::edit(Edit::SetLever { scenario: scenario.to_owned(), key: key.clone(), setting }));
    update(&mut state, Command::Document(DocumentCommand::SelectCase(scenario.to_owned())));
    let by_levers = QuestionsChange::Grouping(Grouping::Levers);
    update(&mut state, Command::Window(WindowCommand::Questions(by_levers)));
    let reader = StateReader::new(&state);
    let named = lever_name_in_years(&key, Some((2027, 2027)), &state.study, Lang::EN);
    assert!(named.ends_with(" (set for 2027)"), "{named}");
    // In Compare: among the assumptions that differ, and in the waterfall of single assumptions.
    let inputs = compare(&reader).inputs;
    let row = inputs.rows.iter().find(|row| row.key.as_ref() == Some(&key)).unwrap();
    assert!(row.cells.iter().any(|cell| cell.text.contains("2027")), "{row:?}");
    let steps = why(&reader, Variable::Grdp, "total", 2030).waterfall.unwrap().steps;
    assert!(steps.iter().any(|step| step.name == named), "{steps:?}");
    // In what matters most, and in the Sobol indices.
    let prepared = state.derived.prepared_case(scenario).unwrap();
    let case = prepared.in_closure(&state.study, Closure::Productivity);
    let found = tornado(case, Metric::new(Variable::Grdp, Line::Total, 2030)).unwrap();
    let years = |known: &LeverKey, years| (*known == key).then_some(years);
    assert_eq!(found.swings.iter().find_map(|swing| years(&swing.key, swing.years)), Some(Some((2027, 2027))));
    let levers = soft_levers(case);
    assert_eq!(levers.iter().find_map(|lever| years(&lever.key, lever.years)), Some(Some((2027, 2027))));
    assert!(levers.iter().any(|lever| lever.years.is_none()));
}
