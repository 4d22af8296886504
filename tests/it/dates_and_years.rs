//! Dates are those of the place where the program runs, and years are years and no amounts.

use kichban::lang::Lang;
use kichban::scenario::StudyError;
use kichban::text::{bounds_refused, explain_study_error};
use std::path::Path;
use std::process::{Command, Output};
use tempfile::tempdir;

fn kichban(words: &[&str], zone: &str) -> Output {
    Command::new(env!("CARGO_BIN_EXE_kichban")).args(words).env("TZ", zone).output().unwrap()
}

/// A report as a web page, made in a time zone.
fn report(folder: &Path, zone: &str, date: &[&str]) -> String {
    let page = folder.join("report.html");
    let words = ["export", "--to", "report", "--scenario", "plan", "--lang", "en", "--out", page.to_str().unwrap()];
    let output = kichban(&[&words[..], date].concat(), zone);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    std::fs::read_to_string(page).unwrap()
}

#[cfg(unix)]
#[test]
fn an_export_is_dated_in_local_time() {
    let folder = tempdir().unwrap();
    // Twenty-six hours apart, so that the date differs at any moment.
    let [east, west] = ["<+14>-14", "<-12>12"];
    assert_ne!(report(folder.path(), east, &[]), report(folder.path(), west, &[]), "both have the date of UTC");
    let given = ["--date", "2026-11-22"];
    assert_eq!(
        report(folder.path(), east, &given),
        report(folder.path(), west, &given),
        "nothing but the date differs"
    );
}

#[test]
fn a_range_of_years_is_written_without_marks() {
    for lang in ["vi", "en"] {
        let output = kichban(&["list", "levers", "--lang", lang], "UTC");
        let text = String::from_utf8(output.stdout).unwrap();
        assert!(text.contains("1990 … ") && !text.contains("1,990") && !text.contains("1.990"), "{text}");
    }
}

#[test]
fn a_refused_year_is_written_as_a_year() {
    let study = kichban::files::built_in().unwrap();
    let key = kichban::scenario::lever_keys(&study)
        .into_iter()
        .find(|key| key.lever.spec().unit == kichban::quantity::Unit::CalendarYear)
        .unwrap();
    let spec = key.lever.spec();
    let error = StudyError::BeyondHardRange {
        scenario: "s".to_owned(),
        lever: key.to_string(),
        shown: 2205.0,
        low: spec.hard.0,
        high: spec.hard.1,
    };
    for lang in [Lang::VI, Lang::EN] {
        for told in [explain_study_error(&error, Some(&study), lang), bounds_refused(&key, &study, lang)] {
            let text = format!("{} {}", told.sentence, told.hint);
            assert!(text.contains(&format!("{}", spec.hard.0)), "{text}");
            assert!(!text.contains("2.205") && !text.contains("2,205"), "{text}");
        }
    }
}
