//! What-if on the command line: `--set` gives the figures of the same edit of the study, says what it set, and refuses
//! what the window refuses.

use crate::program;
use kichban::files::{built_in, open, write_study};
use kichban::lang::{Lang, Localized};
use kichban::scenario::lever::Lever;
use kichban::scenario::setting::{LeverKey, NumberTable, Setting, Settings, YearTable};
use kichban::scenario::study::{Scenario, Study};
use kichban::scenario::{Edit, PreparedCase, apply_edit, default_shares, rebalance};
use std::path::Path;
use tempfile::tempdir;

/// Exit code, standard output and error stream of a command in English.
fn kichban(words: &[&str]) -> (i32, String, String) {
    let lang = if words.contains(&"--lang") { &[][..] } else { &["--lang", "en"] };
    program::kichban(&[words, lang].concat())
}

fn with_sets<'a>(words: &[&'a str], sets: &[&'a str]) -> Vec<&'a str> {
    words.iter().copied().chain(sets.iter().flat_map(|set| ["--set", set])).collect()
}

/// A table of a run with values that are set.
fn printed(words: &[&str], sets: &[&str]) -> String {
    let (code, out, err) = kichban(&with_sets(words, sets));
    assert_eq!(code, 0, "{sets:?}: {err}");
    out
}

/// Rows without the ids of study and scenario.
fn figures(table: &str) -> Vec<Vec<String>> {
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    let rows: Vec<Vec<String>> =
        reader.records().map(|row| row.unwrap().iter().skip(2).map(str::to_owned).collect()).collect();
    assert!(rows.len() > 100, "{table}");
    rows
}

const RUN: [&str; 5] = ["run", "--closure", "both", "--format", "csv"];

/// The figures of a case with values, in both closures.
fn set_figures(case: &str, sets: &[&str]) -> Vec<Vec<String>> {
    figures(&printed(&[&RUN[..], &["--scenario", case]].concat(), sets))
}

/// A study in which a case has a setting: the case itself, or a scenario of it where it is a baseline.
fn edited(case: &str, key: &LeverKey, setting: Setting) -> (Study, String) {
    let study = built_in().unwrap();
    if study.scenario(case).is_some() {
        let edit = Edit::SetLever { scenario: case.to_owned(), key: key.clone(), setting };
        return (apply_edit(&study, &edit).unwrap(), case.to_owned());
    }
    let child = Scenario {
        id: "by-hand".to_owned(),
        name: Localized::new("a", "a"),
        short: Localized::default(),
        note: Localized::default(),
        parent: case.to_owned(),
        slot: 1,
        visible: true,
        settings: Settings::from_iter([(key.clone(), setting)]),
    };
    (apply_edit(&study, &Edit::AddScenario(child)).unwrap(), "by-hand".to_owned())
}

/// The study in a file, and what a command prints about a case of it.
fn of_file(study: &Study, case: &str, words: &[&str]) -> String {
    let folder = tempdir().unwrap();
    let file = folder.path().join("edited.ron");
    std::fs::write(&file, write_study(study)).unwrap();
    printed(&[words, &[file.to_str().unwrap(), "--scenario", case]].concat(), &[])
}

fn edited_figures(case: &str, key: &LeverKey, setting: Setting) -> Vec<Vec<String>> {
    let (study, id) = edited(case, key, setting);
    figures(&of_file(&study, &id, &RUN))
}

fn rate() -> LeverKey {
    LeverKey::province(Lever::InvestmentRate)
}

fn table(values: &[(i32, f64)]) -> Setting {
    Setting::Years { default: None, values: values.iter().copied().collect::<YearTable>() }
}

#[test]
fn a_value_gives_the_figures_and_the_fingerprint_of_the_same_edit() {
    for case in ["three-projects", "plan", "trend"] {
        let plain = set_figures(case, &[]);
        let set = set_figures(case, &["investment_rate=42"]);
        assert_ne!(plain, set, "{case}: the value changes figures");
        assert_eq!(set, edited_figures(case, &rate(), Setting::Constant(0.42)), "{case}");
        let (study, id) = edited(case, &rate(), Setting::Constant(0.42));
        for closure in ["productivity", "capital"] {
            let words = ["run", "--closure", closure];
            let told = printed(&[&words[..], &["--scenario", case]].concat(), &["investment_rate=42"]);
            let last = |page: &str| page.lines().last().unwrap().to_owned();
            assert!(last(&told).contains("fingerprint"), "{told}");
            assert_eq!(last(&told), last(&of_file(&study, &id, &words)), "{case}, {closure}");
            assert!(told.contains(", with Investment/GRDP 42%: projection"), "{told}");
        }
    }
}

#[test]
fn a_value_in_years_changes_those_years_only() {
    for case in ["three-projects", "plan"] {
        for (typed, setting) in [
            ("investment_rate=42@2027", Setting::Span { value: 0.42, from: 2027, to: 2027 }),
            ("investment_rate=42@2027-2029", Setting::Span { value: 0.42, from: 2027, to: 2029 }),
        ] {
            assert_eq!(set_figures(case, &[typed]), edited_figures(case, &rate(), setting), "{case}, {typed}");
        }
    }
    let page = printed(&["run", "--scenario", "plan"], &["investment_rate=42@2027-2029"]);
    assert!(page.contains("Plan path, with Investment/GRDP 42% in 2027–2029:"), "{page}");
}

#[test]
fn later_values_win_where_they_hold() {
    let set = |sets: &[&str]| printed(&[&RUN[..], &["--scenario", "plan"]].concat(), sets);
    let forty = set(&["investment_rate=40"]);
    assert_eq!(set(&["investment_rate=42", "investment_rate=40"]), forty);
    assert_eq!(set(&["investment_rate=42@2027", "investment_rate=40"]), forty);
    assert_eq!(
        set_figures("plan", &["investment_rate=42@2027-2028", "investment_rate=40@2028"]),
        edited_figures("plan", &rate(), table(&[(2027, 0.42), (2028, 0.40)])),
    );
    let page = printed(&["run", "--scenario", "plan"], &["investment_rate=42", "investment_rate=40"]);
    assert!(page.contains("Plan path, with Investment/GRDP 40%:") && !page.contains("42%"), "{page}");
}

#[test]
fn shares_keep_their_proportions_and_those_set_together_stay() {
    let study = built_in().unwrap();
    let prepared = PreparedCase::new(&study, "plan").unwrap();
    let split = LeverKey::province(Lever::InvestmentSplit);
    let shares = default_shares(&study, &prepared.baseline, split.lever).unwrap();
    let one = rebalance(&shares, "industry", 0.6, &[]).unwrap();
    assert_eq!(
        set_figures("plan", &["investment_split/industry=60"]),
        edited_figures("plan", &split, Setting::Shares(one.clone())),
    );
    let both = rebalance(&one, "services", 0.3, &["industry"]).unwrap();
    assert_eq!(both.number("industry"), Some(0.6));
    assert!((both.number("agriculture").unwrap() - 0.1).abs() < 1e-12);
    assert_eq!(
        set_figures("plan", &["investment_split/industry=60", "investment_split/services=30"]),
        edited_figures("plan", &split, Setting::Shares(both)),
    );
    let sum: f64 = NumberTable::iter(&shares).map(|(_, share)| share).sum();
    assert!((sum - 1.0).abs() < 1e-9);
}

#[test]
fn a_switch_is_on_or_off() {
    let key = LeverKey::province(Lever::Spillover);
    for typed in ["spillover=on", "spillover=1"] {
        assert_eq!(
            set_figures("three-projects", &[typed, "investment_rate=34", "investment_rate=42"]),
            {
                let (study, _) = edited("three-projects", &key, Setting::Switch(true));
                let edit =
                    Edit::SetLever { scenario: "three-projects".into(), key: rate(), setting: Setting::Constant(0.42) };
                figures(&of_file(&apply_edit(&study, &edit).unwrap(), "three-projects", &RUN))
            },
            "{typed}"
        );
    }
}

/// A value that is refused, and words of the refusal and of its hint.
const REFUSED: [(&str, &str, &str); 16] = [
    ("growth=1", "no assumption growth", "kichban list levers"),
    ("investment_rate", "not an assumption with a value", "investment_rate=42@2027"),
    ("investment_rate=42@soon", "not an assumption with a value", "investment_rate=42@2027"),
    ("investment_rate=61", "must be within 0 … 60", "within the range"),
    ("investment_rate=-1", "must be within 0 … 60", "within the range"),
    ("investment_rate=42,5", "“42,5” is not a value", "decimal point"),
    ("investment_rate=nan", "“nan” is not a value", "decimal point"),
    ("investment_rate=42@2035", "the year 2035", "2025–2030"),
    ("investment_rate=42@2024", "the year 2024", "2025–2030"),
    ("investment_rate=42@2030-2027", "in reverse", "@2027-2030"),
    ("fdi_registered/mining=5", "no value of “mining”", "fdi_registered/industry"),
    ("fdi_registered=5", "no value of “–”", "fdi_registered/industry"),
    ("land_limit=2", "is a switch", "on or off"),
    ("land_limit=on@2027", "none by year", "Leave out @"),
    ("investment_split/mining=5", "no value of “mining”", "investment_split/industry"),
    ("investment_split/industry=101", "must be within 0 … 100", "within the range"),
];

#[test]
fn what_the_window_refuses_is_refused_with_its_place_and_a_hint() {
    for (typed, words, hint) in REFUSED {
        let (code, out, err) = kichban(&["run", "--scenario", "trend", "--set", "spillover=on", "--set", typed]);
        assert_eq!((code, out.as_str()), (2, ""), "{typed}: {err}");
        let (first, second) = err.split_once("\nHint: ").unwrap_or_else(|| panic!("{typed}: {err}"));
        assert!(first.starts_with(&format!("Error: --set {typed}: ")), "{err}");
        assert!(first.contains(words) && second.contains(hint), "{err}");
        let (code, _, err) = kichban(&["run", "--scenario", "trend", "--set", typed, "--lang", "vi"]);
        assert_eq!(code, 2);
        assert!(err.starts_with(&format!("Lỗi: --set {typed}: ")) && err.contains("\nGợi ý: "), "{err}");
    }
    let sets = ["investment_split/industry=70", "investment_split/services=50"];
    let (code, _, err) = kichban(&with_sets(&["run", "--scenario", "trend"], &sets));
    assert!(code == 2 && err.contains("--set investment_split/services=50: ") && err.contains("no room"), "{err}");
}

#[test]
fn a_workbook_carries_the_values_and_opens_with_the_same_figures() {
    let folder = tempdir().unwrap();
    let sets = ["investment_rate=42@2027-2030", "spillover=on"];
    let words = ["export", "--scenario", "three-projects", "--closure", "capital"];
    let file = folder.path().join("what-if.xlsx");
    printed(&[&words[..], &["--to", "workbook", "--out", file.to_str().unwrap()]].concat(), &sets);
    let study = open(&file).unwrap();
    let scenario = study.scenario("three-projects-set").unwrap();
    assert_eq!(scenario.parent, "three-projects");
    let name = "Three large projects, with Investment/GRDP 42% in 2027–2030 and Spillover between sectors on";
    assert_eq!(scenario.name.in_lang(Lang::EN), name);
    let run = |words: &[&str], sets: &[&str]| {
        figures(&printed(&[words, &["--closure", "capital", "--format", "csv"]].concat(), sets))
    };
    assert_eq!(
        run(&["run", file.to_str().unwrap(), "--scenario", "three-projects-set"], &[]),
        run(&["run", "--scenario", "three-projects"], &sets),
    );
    printed(&[&words[..], &["--to", "tables", "--out", folder.path().to_str().unwrap()]].concat(), &sets);
    let names_it = |path: &Path| std::fs::read_to_string(path).is_ok_and(|text| text.contains(name));
    let files = || std::fs::read_dir(folder.path()).unwrap().map(|file| file.unwrap().path());
    assert!(files().any(|path| names_it(&path)), "{:?}", files().collect::<Vec<_>>());
}

/// The cell of a finding's value.
fn finding(table: &str, check: &str) -> String {
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    let row = reader.records().map(Result::unwrap).find(|row| &row[1] == check);
    row.unwrap_or_else(|| panic!("no {check}: {table}"))[6].to_owned()
}

#[test]
fn an_audit_asks_about_the_plan_with_the_values() {
    let audit = |sets: &[&str]| {
        let (code, out, err) = kichban(&with_sets(&["audit", "--format", "csv"], sets));
        assert_eq!(code, 5, "{err}");
        (out, err)
    };
    let ((plain, _), (set, told)) = (audit(&[]), audit(&["investment_rate=30"]));
    assert!(told.contains("Plan path, with Investment/GRDP 30%"), "{told}");
    assert_ne!(finding(&plain, "C08"), finding(&set, "C08"), "the ICOR follows investment");
    assert_eq!(finding(&plain, "C01a"), finding(&set, "C01a"), "figures of the plan do not");
}

#[test]
fn the_case_compared_against_keeps_its_values() {
    let words = ["--scenario", "plan", "--against", "plan", "--closure", "capital", "--format", "csv"];
    for command in [&["compare"][..], &["explain"]] {
        let of = |sets: &[&str]| {
            let (code, out, err) = kichban(&with_sets(&[command, &words].concat(), sets));
            assert_eq!(code, 0, "{err}");
            out
        };
        let set = of(&["investment_rate=30"]);
        assert!(set.contains("plan-set"), "{set}");
    }
    // Without a value there is nothing to compare.
    let (code, _, err) = kichban(&["compare", "--scenario", "plan", "--against", "plan", "--lang", "en"]);
    assert!(code == 2 && err.contains("nothing to compare"), "{err}");
    let (code, _, err) = kichban(&["explain", "--what", "needed", "--set", "investment_rate=30"]);
    assert!(code == 2 && err.contains("Leave out --set"), "{err}");
}

#[test]
fn the_commands_that_ask_about_cases_take_values() {
    for (command, takes) in [
        ("run", true),
        ("compare", true),
        ("explain", true),
        ("solve", true),
        ("ensemble", true),
        ("sensitivity", true),
        ("audit", true),
        ("export", true),
        ("check", false),
        ("list", false),
        ("backtest", false),
        ("read", false),
    ] {
        let (_, help, _) = kichban(&[command, "--help"]);
        assert_eq!(help.contains("--set <LEVER=VALUE>"), takes, "{command}: {help}");
    }
}
