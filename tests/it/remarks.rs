//! What is worth a look in a run that succeeded is said wherever the run is shown: on the error stream and in every file.

use kichban::analysis::{Diagnostic, diagnostics};
use kichban::app::exports::{ChosenSections, ExportForm, ExportRequest, export};
use kichban::engine::{Closure, Line, Projection, Variable};
use kichban::export::{ExportCase, Stamp};
use kichban::files::built_in;
use kichban::lang::Lang;
use kichban::scenario::setting::{LeverKey, Setting};
use kichban::scenario::study::Study;
use kichban::task::Progress;
use kichban::text::{explain_diagnostic, explain_resolve_error, remarks, remarks_of_case};
use std::fs;
use std::path::Path;
use std::process::{Command, Output};
use std::sync::Arc;

fn kichban(words: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_kichban"))
        .args(words)
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .output()
        .unwrap()
}

fn projection(study: &Study, case: &str) -> Projection {
    let case = ExportCase::new(study, case, Closure::Productivity).unwrap();
    Arc::unwrap_or_clone(case.projection)
}

/// The shipped study with its last year moved, as a file.
fn long_study(folder: &Path) -> std::path::PathBuf {
    let shipped = fs::read_to_string("scenarios/bac-ninh-2030.ron").unwrap();
    let text = shipped.replacen("  horizon: 2030,", "  horizon: 2045,", 1);
    assert_ne!(text, shipped);
    let path = folder.join("long.ron");
    fs::write(&path, text).unwrap();
    path
}

#[test]
fn a_run_says_its_remarks_on_the_error_stream_and_on_its_page() {
    let study = built_in().unwrap();
    let expected = remarks_of_case(&study, "catch-up", &projection(&study, "catch-up"), Lang::EN);
    assert!(expected.len() >= 2, "implied TFP of two sectors: {expected:?}");
    for format in ["table", "csv", "json"] {
        let words = ["run", "--scenario", "catch-up", "--closure", "productivity", "--lang", "en", "--format", format];
        let output = kichban(&words);
        let (out, told) = (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap());
        for remark in &expected {
            assert_eq!(told.matches(remark.as_str()).count(), 1, "{format}: {told}");
            assert_eq!(out.contains(remark.as_str()), format == "table", "{format}: {out}");
        }
    }
}

#[test]
fn every_export_says_the_remarks_on_the_error_stream_and_in_its_file() {
    let study = built_in().unwrap();
    let run = projection(&study, "catch-up");
    let (expected, plain) = (remarks_of_case(&study, "catch-up", &run, Lang::EN), remarks(&study, &run, Lang::EN));
    for form in ["report", "charts", "tables", "workbook"] {
        let folder = tempfile::tempdir().unwrap();
        let out = folder.path().to_str().unwrap();
        let words = ["export", "--to", form, "--scenario", "catch-up", "--lang", "en", "--out", out];
        let output = kichban(&[&words[..], &["--closure", "productivity"]].concat());
        let told = String::from_utf8(output.stderr).unwrap();
        let files = fs::read_dir(folder.path()).unwrap().map(|file| file.unwrap().path());
        let texts: Vec<String> = files.filter_map(|path| words_of(&path)).collect();
        for (remark, inside) in expected.iter().zip(&plain) {
            assert!(told.contains(remark.as_str()), "{form}: {told}");
            assert!(texts.iter().any(|text| text.contains(inside.as_str())), "{form} lacks {inside}");
        }
    }
}

/// Remarks of the same case in a row of a file.
fn remarks_in(row: &serde_json::Value) -> Vec<&str> {
    row["remarks"].as_array().unwrap().iter().map(|remark| remark.as_str().unwrap()).collect()
}

#[test]
fn a_file_of_a_run_has_the_remarks_of_its_run_in_every_row() {
    let study = built_in().unwrap();
    let run = projection(&study, "catch-up");
    let folder = tempfile::tempdir().unwrap();
    for lang in Lang::ALL {
        let expected = remarks(&study, &run, lang);
        assert!(expected.len() >= 2, "{expected:?}");
        let written = |format: &str| {
            let path = folder.path().join(format!("run.{format}"));
            let words = ["run", "--scenario", "catch-up", "--scenario", "plan", "--closure", "productivity"];
            let form = ["--lang", lang.as_str(), "--format", format, "--out", path.to_str().unwrap()];
            assert!(kichban(&[&words[..], &form[..]].concat()).status.success());
            fs::read_to_string(path).unwrap()
        };
        let json: Vec<serde_json::Value> = serde_json::from_str(&written("json")).unwrap();
        let of = |case: &str| json.iter().filter(move |row| row["scenario"] == *case).collect::<Vec<_>>();
        assert!(of("catch-up").len() > 100 && of("catch-up").iter().all(|row| remarks_in(row) == expected));
        let plan = remarks(&study, &projection(&study, "plan"), lang);
        assert!(of("plan").len() > 100 && of("plan").iter().all(|row| remarks_in(row) == plan));
        let text = written("csv");
        let mut csv = csv::Reader::from_reader(text.as_bytes());
        assert_eq!(csv.headers().unwrap().iter().next_back(), Some("remarks"));
        let rows: Vec<csv::StringRecord> = csv.records().map(Result::unwrap).collect();
        assert_eq!(rows.len(), json.len());
        for row in rows.iter().filter(|row| &row[1] == "catch-up") {
            assert_eq!(row.iter().next_back(), Some(expected.join(" ").as_str()));
        }
    }
}

#[test]
fn every_file_of_tables_and_every_picture_has_the_remarks() {
    let study = built_in().unwrap();
    let run = projection(&study, "catch-up");
    for lang in Lang::ALL {
        let (expected, of_case) = (remarks(&study, &run, lang), remarks_of_case(&study, "catch-up", &run, lang));
        let request = |form| ExportRequest {
            form,
            cases: vec!["catch-up".to_owned()],
            closure: Closure::Productivity,
            lang,
            stamp: Stamp::read("2026-11-22").unwrap(),
            sections: ChosenSections::default(),
        };
        let made = |form| export(&study, &request(form), &Progress::default()).unwrap().unwrap().files;
        for file in made(ExportForm::Tables) {
            let text = String::from_utf8(file.bytes).unwrap();
            let lacking = expected.iter().find(|remark| !text.contains(remark.as_str()));
            assert_eq!(lacking, None, "{}", file.name);
            if file.name.ends_with("json") {
                let rows: Vec<serde_json::Value> = serde_json::from_str(&text).unwrap();
                assert!(rows.iter().all(|row| remarks_in(row) == expected));
            }
        }
        let pictures = made(ExportForm::Charts).into_iter().filter(|file| file.name.ends_with("svg"));
        let mut count = 0;
        for file in pictures {
            let text = String::from_utf8(file.bytes).unwrap();
            let described = text.split_once("<desc>").unwrap().1.split_once("</desc>").unwrap().0;
            let visible = text.split("<text ").skip(1).map(|one| one.split(['>', '<']).nth(1).unwrap());
            let visible = visible.collect::<Vec<_>>().join(" ");
            for remark in &of_case {
                assert!(described.contains(remark.as_str()), "{}: {described}", file.name);
            }
            assert!(visible.contains(of_case[0].as_str()), "{}: {visible}", file.name);
            count += 1;
        }
        assert!(count > 10, "{count}");
    }
}

/// What can be read in a file without a program of its own.
fn words_of(path: &Path) -> Option<String> {
    let bytes = fs::read(path).unwrap();
    match path.extension()?.to_str()? {
        "md" | "html" => Some(String::from_utf8(bytes).unwrap()),
        "xlsx" => {
            let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
            let mut words = String::new();
            std::io::Read::read_to_string(&mut archive.by_name("xl/sharedStrings.xml").unwrap(), &mut words).unwrap();
            Some(words)
        }
        _ => None,
    }
}

#[test]
fn years_beyond_every_figure_are_said() {
    let folder = tempfile::tempdir().unwrap();
    let path = long_study(folder.path());
    let output = kichban(&["run", path.to_str().unwrap(), "--scenario", "trend", "--lang", "en", "--format", "csv"]);
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(told.contains("The figures of the study end in 2030; the years to 2045 only continue them."), "{told}");
    let study = built_in().unwrap();
    let shipped = diagnostics(&study, &projection(&study, "trend"));
    assert!(!shipped.iter().any(|one| matches!(one, Diagnostic::BeyondFigures { .. })), "{shipped:?}");
}

/// A text of an export whose name has an ending.
fn text_of(study: &Study, form: ExportForm, cases: &[&str], ending: &str) -> String {
    let request = ExportRequest {
        form,
        cases: cases.iter().map(|case| (*case).to_owned()).collect(),
        closure: Closure::Productivity,
        lang: Lang::EN,
        stamp: Stamp::read("2026-11-22").unwrap(),
        sections: ChosenSections::default(),
    };
    let files = export(study, &request, &Progress::default()).unwrap().unwrap().files;
    let file = files.into_iter().find(|file| file.name.ends_with(ending)).unwrap();
    String::from_utf8(file.bytes).unwrap()
}

#[test]
fn a_chart_without_an_answer_leaves_a_sentence() {
    // A shock that takes more than there is, and a cut of exposure that leaves something: the second has no effect alone, the first no result.
    let mut study = built_in().unwrap();
    let mut mixed = study.scenario("three-projects").unwrap().clone();
    "mixed".clone_into(&mut mixed.id);
    "trend".clone_into(&mut mixed.parent);
    let set = |key: &str, shown: f64| {
        let key = LeverKey::parse(key).unwrap();
        let value = key.lever.spec().from_shown(shown);
        (key, Setting::Constant(value))
    };
    let shock = [set("shock_depth/repeat-2023", 80.0), set("shock_exposure/repeat-2023/industry", 150.0)];
    let mut alone = mixed.clone();
    "alone".clone_into(&mut alone.id);
    alone.settings = shock.clone().into_iter().collect();
    mixed.settings = shock.into_iter().chain([set("green_exposure_cut/industry", 90.0)]).collect();
    study.scenarios.extend([mixed, alone]);
    assert!(ExportCase::new(&study, "mixed", Closure::Productivity).is_ok());
    let stopped = ExportCase::new(&study, "alone", Closure::Productivity).unwrap_err();
    let reason = explain_resolve_error(&stopped, Some(&study), Lang::EN).sentence;
    assert_ne!(study.pinned, "mixed");
    for (form, ending) in [(ExportForm::Report, ".html"), (ExportForm::Charts, "remarks-productivity-en.md")] {
        let text = text_of(&study, form, &["mixed"], ending);
        assert!(text.contains(reason.as_str()), "{ending} is silent");
    }
}

#[test]
fn every_answer_about_a_case_says_its_remarks_on_the_error_stream_once() {
    let folder = tempfile::tempdir().unwrap();
    let path = long_study(folder.path());
    let study = kichban::files::open(&path).unwrap();
    let run = ExportCase::new(&study, "catch-up", Closure::Productivity).unwrap().projection;
    let expected = remarks_of_case(&study, "catch-up", &run, Lang::EN);
    let is_long = |remark: &String| remark.contains("the years to 2045 only continue them");
    assert!(expected.len() >= 2 && expected.iter().any(is_long), "{expected:?}");
    let solve = ["solve", "--goal", "grdp@2030=205", "--lever", "productivity_growth_added/industry=-5..5"];
    for command in [
        &["ensemble", "--draws", "100"][..],
        &["sensitivity", "--points", "32"],
        &["explain", "--what", "difference"],
        &["explain", "--what", "growth"],
        &["explain", "--what", "productivity"],
        &["explain", "--what", "levers"],
        &["compare"],
        &solve,
    ] {
        for format in ["table", "csv"] {
            let named = [path.to_str().unwrap(), "--scenario", "catch-up", "--closure", "productivity"];
            let output = kichban(&[command, &named, &["--lang", "en", "--format", format]].concat());
            let told = String::from_utf8(output.stderr).unwrap();
            assert!(matches!(output.status.code(), Some(0 | 4)), "{command:?}: {told}");
            for remark in &expected {
                assert_eq!(told.matches(remark.as_str()).count(), 1, "{command:?} {format}: {told}");
            }
        }
    }
    let follow = ["solve", path.to_str().unwrap(), "--scenario", "trend", "--follow", "catch-up", "--lang", "en"];
    let told = String::from_utf8(kichban(&follow).stderr).unwrap();
    let needed = ["explain", path.to_str().unwrap(), "--what", "needed", "--lang", "en"];
    for told in [told, String::from_utf8(kichban(&needed).stderr).unwrap()] {
        assert!(told.contains("Assumed trend") && told.contains("only continue them"), "{told}");
    }
}

#[test]
fn compared_shares_that_do_not_add_to_a_hundred_as_written_have_the_note() {
    let study = built_in().unwrap();
    let note = "Shares are rounded";
    let mut seen = [false, false];
    for year in 2024..=2030 {
        let year = year.to_string();
        let words = ["--variable", "share_constant", "--years", &year, "--closure", "productivity", "--lang", "en"];
        let page = |command: &[&str]| String::from_utf8(kichban(&[command, &words].concat()).stdout).unwrap();
        // The pages of both scenarios know which of their shares do not add up.
        let alone = ["trend", "catch-up"].map(|case| page(&["run", "--scenario", case]).contains(note));
        let compared = page(&["compare", "--scenario", "catch-up", "--against", "trend"]).contains(note);
        assert_eq!(compared, alone[0] || alone[1], "{year}");
        seen[usize::from(compared)] = true;
    }
    assert_eq!((study.pinned.as_str(), seen), ("trend", [true, true]), "years with and without the note");
}

#[test]
fn a_labour_shortage_is_told_by_the_year_in_which_most_are_missing() {
    let study = built_in().unwrap();
    let run = projection(&study, "labour-shortage");
    let gap = |year| run.value(Variable::LabourGap, Line::Total, year).unwrap();
    let years: Vec<i32> = run.horizon().projected_years().collect();
    let worst = years.iter().copied().min_by(|a, b| gap(*a).total_cmp(&gap(*b))).unwrap();
    let first = years.iter().copied().find(|year| gap(*year) < 0.0).unwrap();
    assert!(first < worst && gap(worst) < gap(first), "not tried by this scenario otherwise");
    let found = diagnostics(&study, &run);
    let told = Diagnostic::LabourGap { since: first, year: worst, missing: -gap(worst) };
    assert!(found.contains(&told), "{found:?}");
    for lang in Lang::ALL {
        let text = explain_diagnostic(&told, &study, lang);
        assert!(text.contains(&first.to_string()) && text.contains(&worst.to_string()), "{text}");
    }
}
