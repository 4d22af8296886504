//! What the view says against what the engine computed.

use super::*;
use crate::app::view_models::test_state::built_in_state;
use crate::app::workspace::compare::{ChartMeasure, CompareChange, DifferenceBy, Prices};
use crate::app::{AppState, Command, DocumentCommand, WindowCommand, update};
use crate::engine::Variable;
use crate::lang::Lang;
use crate::scenario::Edit;

/// The built-in study with the plan pinned and the two scenarios on it shown beside it.
fn plan_family() -> AppState {
    let mut state = built_in_state();
    for case in state.study.case_ids().into_iter().map(str::to_owned).collect::<Vec<_>>() {
        let visible = ["plan", "plan-shock", "plan-everything"].contains(&case.as_str());
        update(&mut state, Command::edit(Edit::SetVisible { case, visible }));
    }
    update(&mut state, Command::edit(Edit::SetPinned("plan".into())));
    update(&mut state, Command::Document(DocumentCommand::SelectCase("plan-everything".into())));
    state
}

fn shown(state: &AppState) -> Compare {
    compare(&StateReader::new(state))
}

fn wish(state: &mut AppState, change: CompareChange) {
    update(state, Command::Window(WindowCommand::Compare(change)));
}

fn points<'a>(chart: &'a LineChart, case: &str) -> &'a [(Year, f64)] {
    let mut all = chart.groups.iter().flat_map(|group| &group.series);
    all.find(|series| series.scenario_key == case).map_or(&[], |series| &series.points)
}

fn value(state: &AppState, case: &str, variable: Variable, year: Year) -> f64 {
    StateReader::new(state).value(case, variable, "total", year).unwrap()
}

#[test]
fn differences_are_those_of_the_engine() {
    let mut state = plan_family();
    let view = shown(&state);
    assert!(points(&view.difference, "plan").is_empty(), "the pinned case has no distance from itself");
    for &(year, difference) in points(&view.difference, "plan-shock") {
        let own = value(&state, "plan-shock", Variable::Grdp, year);
        let base = value(&state, "plan", Variable::Grdp, year);
        assert!((difference - (own - base)).abs() < 1e-9, "{year}");
    }
    wish(&mut state, CompareChange::DifferenceBy(DifferenceBy::Percent));
    let view = shown(&state);
    let &(year, per_cent) = points(&view.difference, "plan-shock").last().unwrap();
    let ratio = value(&state, "plan-shock", Variable::Grdp, year) / value(&state, "plan", Variable::Grdp, year);
    assert!((per_cent - 100.0 * (ratio - 1.0)).abs() < 1e-9);
    assert!(view.difference.unit_line.starts_with('%'), "{}", view.difference.unit_line);
}

#[test]
fn growth_share_and_index_are_those_of_the_engine() {
    let mut state = plan_family();
    wish(&mut state, CompareChange::Measure(ChartMeasure::Growth));
    for &(year, growth) in points(&shown(&state).overlay, "plan-shock") {
        let expected = 100.0 * value(&state, "plan-shock", Variable::OutputGrowth, year);
        assert!((growth - expected).abs() < 1e-9, "{year}: {growth} {expected}");
    }
    wish(&mut state, CompareChange::Measure(ChartMeasure::Index));
    let view = shown(&state);
    let index = points(&view.overlay, "plan-shock");
    assert!((index[0].1 - 100.0).abs() < 1e-9 && view.choices.index.contains(&index[0].0.to_string()));
    wish(&mut state, CompareChange::Measure(ChartMeasure::Share));
    let view = shown(&state);
    let headline = state.study.structure.headline.clone();
    let expected = StateReader::new(&state).value("plan", Variable::ShareConstant, &headline, 2030).unwrap();
    let share = points(&view.overlay, "plan").last().unwrap().1;
    assert!((share - 100.0 * expected).abs() < 1e-9);
    assert!(
        view.in_percent.is_none() && view.difference.unit_line.starts_with("điểm %"),
        "{}",
        view.difference.unit_line
    );
}

#[test]
fn prices_are_named_and_change_the_values() {
    let mut state = plan_family();
    assert!(shown(&state).overlay.unit_line.contains("giá so sánh"));
    wish(&mut state, CompareChange::Prices(Prices::Current));
    let view = shown(&state);
    assert!(view.overlay.unit_line.contains("giá hiện hành"), "{}", view.overlay.unit_line);
    let expected = value(&state, "plan", Variable::OutputCurrent, 2030);
    assert!((points(&view.overlay, "plan").last().unwrap().1 - expected).abs() < 1e-9);
    wish(&mut state, CompareChange::Variable(Variable::Employment));
    assert!(shown(&state).choices.prices.is_none(), "people have no prices");
}

#[test]
fn a_logarithmic_axis_is_refused_where_values_are_not_positive() {
    let mut state = plan_family();
    wish(&mut state, CompareChange::Log(true));
    let view = shown(&state);
    assert!(view.remarks.is_empty() && view.overlay.unit_line.contains("logarit"));
    wish(&mut state, CompareChange::Variable(Variable::Shock));
    let view = shown(&state);
    assert!(view.remarks.iter().any(|remark| remark.contains("logarit")), "{:?}", view.remarks);
    assert!(!view.overlay.unit_line.contains("logarit"));
}

#[test]
fn every_variable_line_and_measure_is_drawn_or_says_why_not() {
    let mut state = plan_family();
    for variable in shown(&state).choices.variables {
        wish(&mut state, CompareChange::Variable(variable.value));
        for measure in ChartMeasure::ALL {
            wish(&mut state, CompareChange::Measure(measure));
            let view = shown(&state);
            let is_drawn = !points(&view.overlay, "plan").is_empty();
            assert!(is_drawn != view.overlay.missing.is_some(), "{variable:?} {measure:?}");
            if measure == ChartMeasure::Level {
                assert!(is_drawn, "{variable:?}: {:?}", view.overlay.missing);
                for line in view.choices.lines {
                    wish(&mut state, CompareChange::Line(line.value.clone()));
                    assert!(!points(&shown(&state).overlay, "plan").is_empty(), "{variable:?} {line:?}");
                }
            }
        }
    }
}

#[test]
fn results_are_levels_and_signed_differences_of_the_year() {
    let mut state = plan_family();
    let results = shown(&state).results;
    assert_eq!(results.year, 2030);
    assert!(results.heads[0].pinned && results.heads.len() == 3);
    let grdp = &results.rows[0];
    let numbers = StateReader::new(&state).numbers;
    let of = |case: &str, year| value(&state, case, Variable::Grdp, year);
    for (cell, case) in grdp.cells.iter().zip(["plan", "plan-shock", "plan-everything"]) {
        assert_eq!(cell.level, numbers.decimal(of(case, 2030), 1));
        let apart = numbers.write_signed(of(case, 2030) - of("plan", 2030), 1);
        assert_eq!(cell.difference, (case != "plan").then_some(apart));
    }
    let apart = numbers.write_signed(of("plan-shock", 2026) - of("plan", 2026), 1);
    assert!(apart.starts_with('−'), "the shock of 2026 costs output: {apart}");
    wish(&mut state, CompareChange::Year(2026));
    let results = shown(&state).results;
    assert!(results.year_text.contains("2026"));
    assert_eq!(results.rows[0].cells[1].difference, Some(apart));
    wish(&mut state, CompareChange::Year(1900));
    assert_eq!(shown(&state).results.year, results.years.0, "a year outside stays within");
}

#[test]
fn inputs_that_differ_are_written_in_their_units_and_marked() {
    let mut state = plan_family();
    let inputs = shown(&state).inputs;
    assert!(!inputs.rows.is_empty());
    for row in &inputs.rows {
        assert!(!row.cells[0].differs, "{row:?}");
        assert!(row.cells.iter().any(|cell| cell.differs), "{row:?}");
        assert!(row.cells.iter().all(|cell| !cell.text.is_empty() && !cell.text.contains("compare-")), "{row:?}");
    }
    let all: Vec<&str> = inputs.rows.iter().flat_map(|row| &row.cells).map(|cell| cell.text.as_str()).collect();
    for expected in ["12,59%", "+0,4–0,6 điểm %/năm, 2025–30", "280 triệu USD", "bật"] {
        assert!(all.iter().any(|text| text.starts_with(expected)), "{expected} is missing: {all:?}");
    }
    assert!(all.iter().any(|text| text.ends_with("(không tác dụng)")), "{all:?}");
    update(&mut state, Command::Window(WindowCommand::SetLang(Lang::EN)));
    let inputs = shown(&state).inputs;
    assert!(inputs.rows.iter().flat_map(|row| &row.cells).any(|cell| cell.text.ends_with("(inert)")));
}

#[test]
fn more_than_eight_lines_become_small_multiples_with_a_word_of_why() {
    let mut state = plan_family();
    assert!(shown(&state).multiples.is_empty());
    for case in state.study.case_ids().into_iter().map(str::to_owned).collect::<Vec<_>>() {
        update(&mut state, Command::edit(Edit::SetVisible { case, visible: true }));
    }
    let view = shown(&state);
    assert!(view.multiples_only && view.layout == Layout::Multiples);
    assert_eq!(view.multiples.len(), state.study.case_ids().len() - 1, "one for each case but the pinned");
    assert!(view.remarks.iter().any(|remark| remark.contains("quá tám")), "{:?}", view.remarks);
    let first = view.multiples[0].y_span();
    assert!(view.multiples.iter().all(|chart| chart.y_span() == first), "all panels share one axis");
}
