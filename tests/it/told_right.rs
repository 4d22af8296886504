//! What the command line tells: units with their prices, years as years, refusals that name what was typed.

use std::process::{Command, Output};
use tempfile::tempdir;

fn kichban(words: &[&str]) -> (i32, String, String) {
    let output: Output = Command::new(env!("CARGO_BIN_EXE_kichban"))
        .args(words)
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .output()
        .unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

/// What a command prints in English.
fn english(words: &[&str]) -> String {
    kichban(&[words, &["--lang", "en"]].concat()).1
}

/// The units that a command writes to CSV, with the cell of another column beside each.
fn units(words: &[&str], beside: &str) -> Vec<(String, String)> {
    let text = english(&[words, &["--format", "csv"]].concat());
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let heads = reader.headers().unwrap().clone();
    let at = |name: &str| heads.iter().position(|head| head == name).unwrap();
    reader.records().map(Result::unwrap).map(|row| (row[at(beside)].to_owned(), row[at("unit")].to_owned())).collect()
}

#[test]
fn a_unit_is_told_with_its_prices_and_its_year_in_every_answer() {
    let needed = units(&["explain", "--what", "needed"], "target");
    let money = needed.iter().filter(|(_, unit)| unit.contains("VND"));
    assert!(money.clone().count() > 3);
    assert!(money.clone().all(|(_, unit)| unit.contains("prices")), "{needed:?}");

    let run = units(&["run", "--scenario", "trend"], "variable");
    let of = |variable: &str| &run.iter().find(|(id, _)| id == variable).unwrap().1;
    assert_eq!(of("output_growth"), "% a year, constant 2010 prices");
    assert_eq!(of("share_constant"), "%, constant 2010 prices");
    assert_eq!(of("share_current"), "%, current prices");

    let chances = units(&["ensemble", "--scenario", "plan", "--draws", "100"], "variable");
    let growth: Vec<_> = chances.iter().filter(|(id, unit)| id == "output_growth" && unit.contains("a year")).collect();
    assert!(
        !growth.is_empty() && growth.iter().all(|(_, unit)| unit == "% a year, constant 2010 prices"),
        "{growth:?}"
    );

    let page = english(&["audit"]);
    let table = page.split("\n\n").next().unwrap();
    let rows: Vec<_> = table.lines().filter(|line| line.trim_end().ends_with("VND")).collect();
    assert!(table.contains("trillion VND, constant 2010 prices") && rows.is_empty(), "{rows:?}");
}

#[test]
fn the_report_tells_targets_of_growth_at_their_prices() {
    let folder = tempdir().unwrap();
    let place = folder.path().display().to_string();
    let (code, _, err) = kichban(&["export", "--to", "report", "--scenario", "plan", "--out", &place, "--lang", "en"]);
    assert_eq!(code, 0, "{err}");
    let html = std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().path());
    let html = html.into_iter().find(|path| path.extension().is_some_and(|ending| ending == "html")).unwrap();
    let text = std::fs::read_to_string(html).unwrap();
    let growth: Vec<_> = text.match_indices(", % a year").map(|(at, _)| &text[at..]).collect();
    assert!(!growth.is_empty());
    assert!(growth.iter().all(|rest| rest.starts_with(", % a year, constant 2010 prices")));
}

#[test]
fn a_lever_that_is_a_year_is_written_as_a_year() {
    let of_levers = ["explain", "--what", "levers", "--scenario", "shock-again", "--figure", "grdp@2027"];
    let of_indices = ["sensitivity", "--scenario", "shock-again", "--year", "2026", "--points", "32"];
    for words in [&of_levers[..], &of_indices] {
        for (lang, grouped) in [("en", "2,0"), ("vi", "2.0")] {
            let (code, text, err) = kichban(&[words, &["--lang", lang]].concat());
            assert_eq!(code, 0, "{err}");
            let years = text.lines().filter(|line| line.contains(" 2025 ") && line.contains(" 2030 "));
            assert_eq!(years.count(), 1, "{text}");
            assert!(!text.contains(&format!(" {grouped}25")) && !text.contains(&format!(" {grouped}30")), "{text}");
        }
    }
}
