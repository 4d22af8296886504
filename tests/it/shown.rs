//! What is shown, and what is left out with a word: per cent of a base that is not positive, ratios over next to nothing.

use kichban::app::view_models::compare::{Compare, compare};
use kichban::app::view_models::{StateReader, number_tables};
use kichban::app::workspace::compare::{CompareChange, DifferenceBy};
use kichban::app::workspace::table::{TableChange, TableForm};
use kichban::app::{AppState, Command, Origin, Preferences, WindowCommand, update};
use kichban::engine::Variable;
use kichban::files::built_in;
use kichban::lang::Lang;
use kichban::scenario::Edit;
use std::collections::BTreeMap;
use std::process::Command as Program;

/// What the program prints.
fn printed(words: &[&str]) -> String {
    let mut program = Program::new(env!("CARGO_BIN_EXE_kichban"));
    let output = program.args(words).env_remove("DISPLAY").env_remove("WAYLAND_DISPLAY").output().unwrap();
    assert!(output.status.success(), "{words:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// Rows of a table printed as CSV, each by the id of its column.
fn rows(words: &[&str]) -> Vec<BTreeMap<String, String>> {
    let text = printed(&[words, &["--format", "csv"]].concat());
    csv::Reader::from_reader(text.as_bytes()).deserialize().map(Result::unwrap).collect()
}

/// The shipped study with `labour-shortage` pinned and `trend` beside it.
fn short_of_labour() -> AppState {
    let preferences = Preferences { lang: Lang::EN, ..Preferences::default() };
    let mut state = AppState::new(built_in().unwrap(), Origin::Shipped, preferences);
    for case in state.study.case_ids().into_iter().map(str::to_owned).collect::<Vec<_>>() {
        let visible = ["trend", "labour-shortage"].contains(&case.as_str());
        update(&mut state, Command::edit(Edit::SetVisible { case, visible }));
    }
    update(&mut state, Command::edit(Edit::SetPinned("labour-shortage".into())));
    update(&mut state, Command::Window(WindowCommand::Compare(CompareChange::DifferenceBy(DifferenceBy::Percent))));
    state
}

fn compared(state: &mut AppState, variable: Variable) -> Compare {
    update(state, Command::Window(WindowCommand::Compare(CompareChange::Variable(variable))));
    compare(&StateReader::new(state))
}

#[test]
fn a_base_that_is_not_positive_has_no_per_cent_on_the_command_line() {
    let words = ["compare", "--scenario", "trend", "--against", "labour-shortage", "--variable"];
    let gap = &rows(&[&words[..], &["labour_gap"]].concat())[0];
    assert!(gap["value_against"].parse::<f64>().unwrap() < 0.0, "{gap:?}");
    assert_eq!((gap["percent"].as_str(), gap["difference"].is_empty()), ("", false));
    let grdp = &rows(&[&words[..], &["grdp"]].concat())[0];
    let number = |column: &str| grdp[column].parse::<f64>().unwrap();
    assert!((number("percent") - 100.0 * (number("value") / number("value_against") - 1.0)).abs() < 1e-9);
}

#[test]
fn the_window_refuses_per_cent_of_such_a_base_and_says_why() {
    let mut state = short_of_labour();
    let view = compared(&mut state, Variable::LabourGap);
    assert!(view.in_percent == Some(false));
    assert!(view.remarks.iter().any(|remark| remark.contains("not above zero in 20")), "{:?}", view.remarks);
    assert!(!view.difference.unit_line.starts_with('%'), "{}", view.difference.unit_line);
    // Points of growth are no base either, and need no reason.
    assert_eq!(compared(&mut state, Variable::GrowthContribution).in_percent, None);
    let view = compared(&mut state, Variable::Grdp);
    assert!(view.in_percent == Some(true) && view.remarks.is_empty() && view.difference.unit_line.starts_with('%'));
}

#[test]
fn growth_from_a_level_that_is_not_positive_is_a_dash() {
    let mut state = short_of_labour();
    update(&mut state, Command::Window(WindowCommand::Table(TableChange::Toggle(Variable::LabourGap))));
    let level = number_tables(&StateReader::new(&state)).pop().unwrap();
    update(&mut state, Command::Window(WindowCommand::Table(TableChange::Form(TableForm::Growth))));
    let growth = number_tables(&StateReader::new(&state)).pop().unwrap();
    let row = |table: &kichban::app::view_models::VariableTable| {
        table.rows.iter().find(|row| row.case.as_deref() == Some("labour-shortage")).unwrap().cells.clone()
    };
    let (level, growth) = (row(&level), row(&growth));
    let after_negative: Vec<&String> = level
        .iter()
        .zip(growth.iter().skip(1))
        .filter(|(before, _)| before.starts_with('−'))
        .map(|pair| pair.1)
        .collect();
    assert!(!after_negative.is_empty() && after_negative.iter().all(|cell| *cell == "–"), "{level:?} {growth:?}");
}

#[test]
fn a_comparison_hides_the_icor_that_a_run_hides() {
    // GRDP falls in the year of the shock: a ratio over it says nothing.
    let year = ["--variable", "icor", "--years", "2026"];
    let run = printed(&[&["run", "--scenario", "plan-shock"], &year[..]].concat());
    let compared = printed(&[&["compare", "--scenario", "plan-shock", "--against", "trend"], &year[..]].concat());
    assert!(!run.contains("−3,6") && !compared.contains("−3,6"), "{run}\n{compared}");
    assert!(compared.contains('–') && compared.contains("6,0"), "{compared}");
    // A file keeps the figure, as that of a run does.
    let file = &rows(&[&["compare", "--scenario", "plan-shock", "--against", "trend"], &year[..]].concat())[0];
    assert!(file["value"].starts_with("-3.57"), "{file:?}");
}

#[test]
fn a_table_of_shares_says_that_they_are_rounded_where_they_do_not_add_to_100() {
    let study = built_in().unwrap();
    let words = ["--variable", "share_constant", "--lang", "en", "--years"];
    let mut told = [0, 0];
    for case in ["trend", "three-projects", "plan", "services-turn"] {
        for year in ["2025", "2026", "2027", "2028", "2029", "2030"] {
            let words = [&["run", "--scenario", case], &words[..], &[year]].concat();
            let shares: Vec<f64> = rows(&words)
                .iter()
                .filter(|row| study.top_lines().contains(&row["sector"].as_str()) || row["sector"] == "taxes")
                .map(|row| (row["value"].parse::<f64>().unwrap() * 10.0).round())
                .collect();
            let adds = (shares.iter().sum::<f64>() - 1000.0).abs() < 0.5;
            assert_eq!(printed(&words).contains("rounded and need not add to 100"), !adds, "{case} {year}: {shares:?}");
            told[usize::from(adds)] += 1;
        }
    }
    assert!(told.iter().all(|count| *count > 0), "both kinds were seen: {told:?}");
}

#[test]
fn first_indices_that_are_noise_have_an_honest_line() {
    let words = ["sensitivity", "--scenario", "trend", "--lang", "en", "--points", "64"];
    let text = printed(&words);
    let rows = rows(&words);
    let number = |row: &BTreeMap<String, String>, column: &str| row[column].parse::<f64>().unwrap();
    let noisy = rows
        .iter()
        .filter(|row| number(row, "first_low") <= 0.0 || number(row, "first") > number(row, "total"))
        .count();
    assert!(noisy > 0 && text.contains("is noise at this number of points"), "{noisy}: {text}");
    let sum: f64 = rows.iter().map(|row| number(row, "first")).sum();
    assert_eq!(text.contains("true ones never exceed 1"), sum > 1.0, "{sum}: {text}");
}

#[test]
fn a_level_of_tfp_is_called_an_implied_index() {
    for (lang, words) in [("en", "implied index"), ("vi", "chỉ số ngầm định")] {
        let text = printed(&["run", "--scenario", "trend", "--variable", "tfp", "--lang", lang]);
        assert!(text.contains(words), "{text}");
    }
}
