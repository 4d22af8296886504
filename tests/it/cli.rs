//! The program as a person types it: output, errors and exit codes.

use std::path::Path;
use std::process::{Command, Output};
use std::sync::Arc;
use tempfile::tempdir;

/// GRDP of 2030 of `three-projects` on the plan path in the independent reference, closures P and K, trillion VND.
const REFERENCE: [(&str, f64); 2] = [("productivity", 267.683_508), ("capital", 268.199_050)];

fn kichban(words: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_kichban"))
        .args(words)
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .output()
        .unwrap()
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

fn code(output: &Output) -> i32 {
    output.status.code().unwrap()
}

#[test]
fn run_prints_the_reference_values() {
    let words = ["run", "--scenario", "three-projects", "--on", "plan", "--closure", "both"];
    let output = kichban(&[&words[..], &["--variable", "grdp", "--years", "2030", "--format", "csv"]].concat());
    assert_eq!(code(&output), 0, "{}", err(&output));
    let text = out(&output);
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    assert_eq!(
        reader.headers().unwrap(),
        "study,scenario,closure,year,variable,sector,value,unit".split(',').collect::<Vec<_>>()
    );
    let rows: Vec<_> = reader.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), 2);
    for (row, (closure, expected)) in rows.iter().zip(REFERENCE) {
        assert_eq!((&row[1], &row[2], &row[3], &row[5]), ("three-projects", closure, "2030", "total"));
        assert!((row[6].parse::<f64>().unwrap() - expected).abs() < 1e-6, "{row:?}");
    }
}

#[test]
fn csv_holds_every_variable_with_shares_in_per_cent() {
    let output = kichban(&["run", "--scenario", "plan", "--format", "csv", "--lang", "en"]);
    let text = out(&output);
    let share = text.lines().find(|line| line.contains(",2025,share_constant,industry,")).unwrap();
    let value: f64 = share.split(',').nth(6).unwrap().parse().unwrap();
    assert!((value - 75.5).abs() < 1e-9 && share.ends_with(",\"%, constant 2010 prices\""), "{share}");
    assert!(text.contains(",share_constant,taxes,") && text.contains(",employment,total,"));
    assert!(text.contains("thousand persons") && text.contains("\"trillion VND, constant 2010 prices\""));
    assert!(!text.contains("NaN") && !text.contains("inf"));
}

#[test]
fn language_changes_words_and_never_numbers() {
    let numbers = |lang| {
        let output = kichban(&["run", "--scenario", "trend", "--format", "csv", "--lang", lang]);
        let text = out(&output);
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        reader.records().map(|row| row.unwrap()[6].to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(numbers("vi"), numbers("en"));
}

#[test]
fn the_table_is_written_as_the_language_writes_numbers() {
    let vietnamese = out(&kichban(&["run", "--scenario", "plan"]));
    assert!(vietnamese.contains("262,2") && vietnamese.contains("nghìn tỷ đồng, giá so sánh 2010"), "{vietnamese}");
    let english = out(&kichban(&["run", "--scenario", "plan", "--lang", "en"]));
    assert!(english.contains("262.2") && english.contains("trillion VND, constant 2010 prices"), "{english}");
    assert!(english.contains("Gap") && english.contains("fingerprint"), "{english}");
}

#[test]
fn json_is_a_list_of_rows_and_out_writes_a_file() {
    let folder = tempdir().unwrap();
    let path = folder.path().join("run.json");
    let words = ["run", "--scenario", "trend", "--years", "2025-2026,2030", "--variable", "grdp", "--format", "json"];
    let output = kichban(&[&words[..], &["--out", path.to_str().unwrap()]].concat());
    assert_eq!((code(&output), out(&output).as_str()), (0, ""));
    assert!(err(&output).contains("run.json"));
    let rows: Vec<serde_json::Value> = serde_json::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
    assert_eq!(rows.iter().map(|row| row["year"].as_i64().unwrap()).collect::<Vec<_>>(), [2025, 2026, 2030]);
    let nowhere = folder.path().join("no").join("run.json");
    let output = kichban(&[&words[..], &["--out", nowhere.to_str().unwrap()]].concat());
    assert_eq!(code(&output), 6);
}

#[test]
fn check_says_yes_or_where_not() {
    let shipped = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/bac-ninh-2030.ron");
    let output = kichban(&["check", shipped.to_str().unwrap(), "--lang", "en"]);
    assert_eq!(code(&output), 0, "{}", err(&output));
    assert!(out(&output).contains("valid"));
    let folder = tempdir().unwrap();
    let path = folder.path().join("broken.ron");
    let text = std::fs::read_to_string(shipped).unwrap().replacen("horizon: 2030", "horizon: 2020", 1);
    std::fs::write(&path, text).unwrap();
    let output = kichban(&["check", path.to_str().unwrap()]);
    assert_eq!((code(&output), out(&output).as_str()), (3, ""));
    let told = err(&output);
    assert!(told.contains("broken.ron") && told.contains("dòng") && told.contains("\nGợi ý: "), "{told}");
    let output = kichban(&["check", path.to_str().unwrap(), "--format", "json", "--lang", "en"]);
    let told: serde_json::Value = serde_json::from_str(&err(&output)).unwrap();
    assert_eq!(told["error"]["status"], 3);
    assert!(told["error"]["line"].as_u64().unwrap() > 1 && told["error"]["hint"].is_string());
    assert_eq!(code(&kichban(&["check", folder.path().join("none.ron").to_str().unwrap()])), 6);
}

#[test]
fn lists_name_what_exists() {
    for (what, expected) in [
        ("studies", "bac-ninh-2030"),
        ("scenarios", "three-projects"),
        ("variables", "grdp_per_head_usd"),
        ("levers", "project_amount/goertek"),
    ] {
        for format in ["table", "csv", "json"] {
            let output = kichban(&["list", what, "--format", format]);
            assert_eq!(code(&output), 0);
            assert!(out(&output).contains(expected), "{what} {format}");
        }
    }
}

#[test]
fn slips_are_usage_errors_with_a_hint() {
    for words in [
        &["run", "--scenario", "nothing"][..],
        &["run", "--on", "three-projects"],
        &["run", "--variable", "gdp"],
        &["run", "--years", "2030-2025"],
        &["run", "--years", "2050"],
        &["run", "--lang", "fr"],
        &["run", "--format", "xml"],
        &["fly"],
    ] {
        let output = kichban(words);
        assert_eq!((code(&output), out(&output).as_str()), (2, ""), "{words:?}");
        assert!(!err(&output).is_empty(), "{words:?}");
    }
}

#[test]
fn help_is_in_both_languages() {
    let vietnamese = out(&kichban(&["run", "--help"]));
    assert!(vietnamese.contains("Tùy chọn") && vietnamese.contains("--closure"), "{vietnamese}");
    let english = out(&kichban(&["--help", "--lang", "en"]));
    assert!(english.contains("Commands") && english.contains("Check a study file"), "{english}");
    assert!(out(&kichban(&["--version"])).contains(env!("CARGO_PKG_VERSION")));
}

#[cfg(target_os = "linux")]
#[test]
fn without_a_display_the_built_in_projection_is_printed() {
    let output = kichban(&[]);
    assert_eq!(code(&output), 0);
    assert_eq!(err(&output).lines().count(), 1);
    assert!(out(&output).contains("GRDP"));
    for absent in ["no-such-file.ron", "no-such-file.kichban", "no-such-file.xlsx"] {
        assert_eq!(code(&kichban(&[absent])), 6, "{absent}");
    }
    assert_eq!(code(&kichban(&["no-such-file.txt"])), 2, "no study and no command");
    let folder = tempdir().unwrap();
    let study = folder.path().join("Kế hoạch.kichban");
    std::fs::copy("scenarios/bac-ninh-2030.ron", &study).unwrap();
    let output = kichban(&[study.to_str().unwrap()]);
    assert_eq!(code(&output), 0);
    assert!(out(&output).contains("GRDP"));
}

#[test]
fn an_audit_with_findings_ends_with_status_5_in_every_format() {
    for format in ["table", "csv", "json"] {
        let output = kichban(&["audit", "--format", format, "--lang", "en"]);
        assert_eq!(code(&output), 5, "{}", err(&output));
        assert!(err(&output).is_empty(), "{}", err(&output));
    }
    let text = out(&kichban(&["audit", "--lang", "en"]));
    let growth = text.lines().find(|line| line.contains("C03b")).unwrap();
    assert!(growth.contains("7.65%") && growth.contains("8–9%") && growth.contains("−0.35 pp"), "{growth}");
    assert!(text.find("C03b").unwrap() < text.find("C01a").unwrap(), "what disagrees stands first");
    let text = out(&kichban(&["audit"]));
    assert!(text.contains("7,65%") && text.contains("Tăng trưởng GRDP 2026–30"));
}

#[test]
fn the_long_table_of_an_audit_has_both_sides_of_every_finding() {
    let output = kichban(&["audit", "--format", "csv", "--lang", "en"]);
    let text = out(&output);
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let columns = "study,check,status,line,since,year,value,lower,upper,gap,unit,finding,sentence,look_at,computed_from,stated_in";
    assert_eq!(reader.headers().unwrap(), columns.split(',').collect::<Vec<_>>());
    let rows: Vec<_> = reader.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), 42);
    let row = rows.iter().find(|row| &row[1] == "C04").unwrap();
    assert_eq!(
        (&row[2], &row[3], &row[4], &row[5], &row[10]),
        ("below", "industry", "2026", "2030", "% a year, constant 2010 prices")
    );
    assert!(
        (row[6].parse::<f64>().unwrap() - 6.805_101_470_795_715).abs() < 1e-9 && &row[7] == "7.5" && &row[8] == "8"
    );
    assert!(row[14].contains("draft") && row[15].contains("Authority"), "{row:?}");
}

#[test]
fn a_study_that_agrees_or_states_nothing_ends_well() {
    let folder = tempdir().unwrap();
    let path = folder.path().join("bare.ron");
    let mut study = kichban::files::built_in().unwrap();
    study.links.sums.clear();
    let keep = |figure: &kichban::scenario::figure::Figure| figure.territory != study.territory;
    study.targets = Arc::new(study.targets.iter().filter(|figure| keep(figure)).cloned().collect());
    std::fs::write(&path, kichban::files::write_study(&study)).unwrap();
    let output = kichban(&["audit", path.to_str().unwrap(), "--lang", "en", "--format", "csv"]);
    assert_eq!(code(&output), 0, "{}", err(&output));
    assert!(err(&output).contains("states no target"), "{}", err(&output));
    assert_eq!(out(&output).lines().count(), 1, "only the columns");
}

#[test]
fn an_ensemble_prints_bands_probabilities_and_what_they_mean() {
    let output = kichban(&["ensemble", "--scenario", "trend", "--draws", "2000", "--years", "2030"]);
    assert_eq!(code(&output), 0, "{}", err(&output));
    let text = out(&output);
    assert!(text.contains("Dải có điều kiện theo kịch bản") && text.contains("khoảng tin cậy 95%"), "{text}");
    assert!(text.contains("trong 200 đường") && text.contains("Không mô phỏng"), "{text}");
    assert!(!text.contains(" 0% ") && !text.contains(" 100% "), "{text}");
    let words = ["ensemble", "--scenario", "trend", "--draws", "500", "--format", "csv", "--lang", "en"];
    let table = out(&kichban(&words));
    let quantiles = table.lines().filter(|line| line.contains(",quantile,2030,grdp,total,")).count();
    assert_eq!(quantiles, 7);
    assert!(table.contains(",at_least,2030,output,industry,draft-plan,") && table.contains(",together,2030,"));
    assert_eq!(table, out(&kichban(&words)), "the same seed gives the same result");
    let mut lines = table.lines();
    assert!(lines.next().unwrap().ends_with(",unit,draws,seed,generator"), "{table}");
    assert!(lines.all(|line| line.ends_with(",500,2030,philox4x32-10")), "every figure says of which draws it is");
    let refused = kichban(&["ensemble", "--variable", "capital"]);
    assert_eq!(code(&refused), 2);
    assert!(err(&refused).contains("grdp_per_head_usd"), "{}", err(&refused));
}

#[test]
fn sensitivity_prints_indices_with_intervals() {
    let words = ["sensitivity", "--scenario", "trend", "--points", "64", "--lang", "en"];
    let output = kichban(&words);
    assert_eq!(code(&output), 0, "{}", err(&output));
    assert!(
        out(&output).contains("95% interval") && out(&output).contains("Share of the variance")
            || out(&output).contains("share of the variance")
    );
    let table = out(&kichban(
        &[&words[..], &["--format", "csv", "--lever", "net_migration", "--lever", "labour_growth_added/industry"]]
            .concat(),
    ));
    assert!(table.starts_with("lever,unit,low,high,first,first_low,first_high,total,total_low,total_high"), "{table}");
    assert_eq!(table.lines().count(), 3);
    assert_eq!(code(&kichban(&["sensitivity", "--lever", "land_limit"])), 2);
    assert_eq!(code(&kichban(&["sensitivity", "--sector", "mining"])), 2);
    assert_eq!(code(&kichban(&["sensitivity", "--year", "2024", "--scenario", "trend"])), 2);
}

#[test]
fn a_back_test_prints_scores_and_says_what_is_wrong_with_a_panel() {
    let panel = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/viet-nam-sections.csv");
    let panel = panel.to_str().unwrap();
    let output = kichban(&["backtest", panel, "--min-history", "5"]);
    assert_eq!(code(&output), 0, "{}", err(&output));
    assert!(out(&output).contains("Kupiec") && out(&output).contains("trung bình ba xu thế"));
    let table = out(&kichban(&["backtest", panel, "--min-history", "5", "--format", "csv"]));
    assert!(
        table.starts_with("measure,horizon,scope,method,count,mape_percent,share_error_points,coverage_percent_50,")
    );
    assert!(table.lines().any(|line| line.starts_with("value_added,5,C,program_shipped_bands,6,")), "{table}");
    let short = kichban(&["backtest", panel, "--min-history", "200", "--lang", "en"]);
    assert_eq!(code(&short), 3);
    assert!(err(&short).contains("longest has 15 years"), "{}", err(&short));
    let folder = tempdir().unwrap();
    let broken = folder.path().join("panel.csv");
    std::fs::write(&broken, "country,sector,year,variable,value\nX,A,2001,EMP,many\n").unwrap();
    let refused = kichban(&["backtest", broken.to_str().unwrap()]);
    assert_eq!(code(&refused), 3);
    assert!(err(&refused).contains("Dòng 2") && err(&refused).contains("many"), "{}", err(&refused));
    assert_eq!(code(&kichban(&["backtest", panel, "--horizons", "0"])), 2);
    assert_eq!(code(&kichban(&["backtest", "nowhere.csv"])), 6);
}

#[test]
fn export_writes_files_that_the_program_opens_again() {
    let folder = tempdir().unwrap();
    let place = folder.path().join("new");
    let words = ["export", "--scenario", "three-projects", "--closure", "both", "--date", "2026-11-22", "--lang", "en"];
    let output = kichban(&[&words[..], &["--to", "workbook", "--out", place.to_str().unwrap()]].concat());
    assert_eq!(code(&output), 0, "{}", err(&output));
    let mut names: Vec<String> =
        std::fs::read_dir(&place).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    assert_eq!(
        names,
        ["bac-ninh-2030-three-projects-capital-en.xlsx", "bac-ninh-2030-three-projects-productivity-en.xlsx"]
    );
    assert_eq!(err(&output).lines().count(), 2, "each file is named: {}", err(&output));
    for (name, closure) in names.iter().zip(["capital", "productivity"]) {
        let path = place.join(name);
        let run = |study: &str| {
            let words = ["run", study, "--scenario", "three-projects", "--closure", closure, "--lang", "en"];
            let printed = out(&kichban(&words));
            printed.lines().last().unwrap().to_owned()
        };
        assert_eq!(run(path.to_str().unwrap()), run("bac-ninh-2030"), "the same fingerprint");
    }
}

#[test]
fn export_may_name_its_one_file_and_refuses_what_it_cannot_read() {
    let folder = tempdir().unwrap();
    let file = folder.path().join("plan.xlsx");
    let output = kichban(&["export", "--to", "workbook", "--scenario", "plan", "--out", file.to_str().unwrap()]);
    assert_eq!(code(&output), 0, "{}", err(&output));
    assert!(file.is_file());
    let wrong =
        |words: &[&str]| code(&kichban(&[&["export", "--out", folder.path().to_str().unwrap()], words].concat()));
    assert_eq!(wrong(&["--to", "slides"]), 2);
    assert_eq!(wrong(&["--to", "tables", "--scenario", "nowhere"]), 2);
    assert_eq!(wrong(&["--to", "tables", "--date", "31/12/2026"]), 2);
    let nothing = folder.path().join("nothing.docx");
    std::fs::write(&nothing, b"PK\x03\x04 not an archive").unwrap();
    let output = kichban(&["run", nothing.to_str().unwrap(), "--lang", "en"]);
    assert_eq!(code(&output), 3);
    assert!(err(&output).contains("is damaged"), "{}", err(&output));
}
