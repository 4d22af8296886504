//! What the command line tells: units with their prices, years as years, refusals that name what was typed.

use crate::program::kichban;
use kichban::quantity::PriceBasis;
use kichban::scenario::figure::Quantity;
use tempfile::tempdir;

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
    // Prices that no document states are told by none.
    let study = kichban::files::built_in().unwrap();
    let silent = study.targets.iter().filter(|target| {
        target.quantity == Quantity::GrdpPerHead && target.price_basis == PriceBasis::NotStated && target.year.is_some()
    });
    let without = money.clone().filter(|(_, unit)| !unit.contains("prices"));
    assert_eq!(without.count(), silent.count(), "{needed:?}");

    let run = units(&["run", "--scenario", "trend"], "variable");
    let of = |variable: &str| &run.iter().find(|(id, _)| id == variable).unwrap().1;
    assert_eq!(of("output_growth"), "% a year, constant 2010 prices");
    assert_eq!(of("share_constant"), "%, constant 2010 prices");
    assert_eq!(of("share_current"), "%, current prices");

    let chances = units(&["ensemble", "--scenario", "plan", "--draws", "100"], "variable");
    let growth: Vec<_> = chances.iter().filter(|(_, unit)| unit.contains("a year")).collect();
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
    let mut growth = text.split(", % a year").skip(1).peekable();
    assert!(growth.peek().is_some());
    assert!(growth.all(|rest| rest.starts_with(", constant 2010 prices")));
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

/// That a command line is refused as a slip, with the words that the refusal has.
fn is_refused(words: &[&str], told: &[&str]) {
    let (code, out, err) = kichban(&[words, &["--lang", "en"]].concat());
    assert_eq!((code, out.as_str(), err.lines().count()), (2, "", 2), "{words:?}: {err}");
    assert!(told.iter().all(|told| err.contains(told)), "{words:?}: {err}");
}

#[test]
fn a_number_that_an_option_cannot_have_is_refused_with_its_range() {
    for (option, number, range) in [
        ("--draws", "-5", "from 100 to 10000000"),
        ("--draws", "99999999999999999999", "from 100 to 10000000"),
        ("--draws", "9999999999999999999999999999999999999999", "from 100 to 10000000"),
        ("--seed", "-1", "from 0 to 18446744073709551615"),
        ("--volatility", "-1", "from 0 to 10"),
    ] {
        is_refused(&["ensemble", option, number], &[&format!("{option} "), &format!("cannot be “{number}”"), range]);
    }
    is_refused(&["sensitivity", "--points", "-5"], &["cannot be “-5”", "from 32 to 1048576"]);
    is_refused(&["backtest", "x.csv", "--min-history", "-5"], &["cannot be “-5”", "from 3 to 500"]);
    is_refused(&["ensemble", "--draws", "many"], &["cannot be “many”", "whole number"]);
}

#[test]
fn a_slip_is_told_by_what_was_typed_and_what_may_stand_there() {
    let (code, _, err) = kichban(&["--lang", "vi"]);
    assert_eq!(code, 2);
    assert!(err.contains("Còn thiếu tên lệnh") && err.contains("sensitivity") && !err.contains("requires"), "{err}");
    is_refused(&[], &["No command is named.", "run, audit"]);
    is_refused(&["sensitivity", "--sector", "foo"], &["no sector foo", "industry", "total"]);
    is_refused(&["sensitivity", "--scenario", "foo"], &["foo"]);
    is_refused(&["sensitivity", "--lever", "foo"], &["foo", "kichban list levers"]);
    is_refused(&["run", "--years", "2030-2025"], &["reversed", "2025-2030"]);
}

#[test]
fn explain_refuses_an_option_that_says_nothing_to_what_is_asked() {
    for (what, option, value) in [
        ("needed", "--figure", "grdp"),
        ("needed", "--years", "2025-2030"),
        ("needed", "--scenario", "plan"),
        ("growth", "--against", "plan"),
        ("productivity", "--figure", "grdp"),
        ("levers", "--years", "2025-2030"),
        ("levers", "--by", "levers"),
        ("difference", "--years", "2025-2030"),
    ] {
        is_refused(&["explain", "--what", what, option, value], &[option, &format!("--what {what}")]);
    }
}

#[test]
fn a_record_that_is_wrong_by_itself_is_named_with_its_sector() {
    let shipped = std::fs::read_to_string("scenarios/bac-ninh-2030.ron").unwrap();
    let edited = shipped.replacen("within: 1.0,", "within: -1.0,", 1);
    let folder = tempdir().unwrap();
    let path = folder.path().join("s.ron");
    std::fs::write(&path, edited).unwrap();
    for (lang, name) in [("vi", "Công nghiệp – xây dựng"), ("en", "Industry and construction")] {
        let (code, _, err) = kichban(&["check", &path.display().to_string(), "--lang", lang]);
        assert_eq!(code, 3, "{err}");
        assert!(err.contains(name) && !err.contains("của industry") && !err.contains("of industry"), "{err}");
    }
}

#[test]
fn a_difference_over_single_assumptions_speaks_of_assumptions() {
    let words = ["explain", "--scenario", "plan-everything", "--against", "plan", "--by", "levers"];
    for (lang, told, not) in [("en", "each assumption", "group"), ("vi", "mỗi giả định", "nhóm")] {
        let (code, text, err) = kichban(&[&words[..], &["--lang", lang]].concat());
        assert_eq!(code, 0, "{err}");
        let spoken: String = text.lines().filter(|line| !line.contains("  ")).collect();
        assert!(spoken.contains(told) && !spoken.contains(not), "{text}");
    }
    assert!(english(&words[..5]).contains("each group of assumptions"));
}

#[test]
fn a_scenario_is_neither_compared_with_itself_nor_printed_twice() {
    is_refused(&["compare", "--scenario", "plan", "--against", "plan"], &["itself", "--scenario", "trend"]);
    let run = |words: &[&str]| kichban(&[&["run", "--scenario", "trend"], words].concat());
    assert_eq!(run(&["--scenario", "trend"]), run(&[]));
    assert_eq!(run(&["--variable", "grdp", "--variable", "grdp"]), run(&["--variable", "grdp"]));
}

#[test]
fn a_valid_file_is_told_as_json_where_json_is_asked_for() {
    let path = "scenarios/bac-ninh-2030.ron";
    let (code, out, _) = kichban(&["check", path, "--format", "json"]);
    let told: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!((code, told), (0, serde_json::json!({ "file": path, "valid": true })));
    let (code, out, err) = kichban(&["check", "nowhere.ron", "--format", "json"]);
    let told: serde_json::Value = serde_json::from_str(&err).unwrap();
    assert!(code != 0 && out.is_empty() && told["error"]["file"] == "nowhere.ron", "{err}");
}

#[test]
fn learnt_multipliers_have_names_on_a_page_and_ids_in_files() {
    let panel = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/viet-nam-sections.csv");
    let learnt = |more: &[&str]| kichban(&[&["backtest", panel, "--min-history", "5", "--learnt"], more].concat()).1;
    for lang in ["vi", "en"] {
        let page = learnt(&["--lang", lang]);
        assert!(page.lines().count() > 4 && !page.contains("value_added"), "{page}");
    }
    let page = learnt(&["--lang", "vi"]);
    assert!(page.contains("các ngành") && !page.contains("sector") && !page.contains("total"), "{page}");
    assert!(learnt(&["--format", "csv"]).contains("value_added,sector,"));
}
