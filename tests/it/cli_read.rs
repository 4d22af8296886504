//! `kichban read` on the command line: cells, questions, refusals and exit codes.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn kichban(words: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_kichban")).args(words).output().unwrap()
}

fn file(name: &str, text: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("cli_read");
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join(name);
    std::fs::write(&path, text).unwrap();
    path
}

const TABLE: &str = "County,2019,2020\nBaringo,24600,24136\nBomet,74205,74671\nWajir,16445,16486\n";

#[test]
fn every_cell_is_a_row_with_its_source_and_the_same_in_both_languages() {
    let path = file("product.csv", TABLE);
    let path = path.to_str().unwrap();
    let told = kichban(&["read", path, "--format", "csv", "--lang", "en"]);
    assert_eq!(told.status.code(), Some(0));
    let rows = String::from_utf8(told.stdout).unwrap();
    assert!(rows.starts_with("file,sheet,variable,sector_label_as_printed,year,value,unit,"), "{rows}");
    assert_eq!(rows.lines().count(), 7);
    assert!(rows.contains("product.csv,,,,2020,74671,mn,current,final,Bomet,A,C3,Assumed"), "{rows}");
    let questions = String::from_utf8(told.stderr).unwrap();
    assert!(questions.contains("product.csv: unit: ") && questions.contains("B2 = 24600"), "{questions}");
    let vietnamese = kichban(&["read", path, "--format", "csv", "--lang", "vi"]);
    assert_eq!(String::from_utf8(vietnamese.stdout).unwrap(), rows);
}

#[test]
fn answers_come_from_a_file_and_a_slip_in_it_is_told_with_its_line() {
    let path = file("answered.csv", TABLE);
    let answers = file("answers.ron", "[(table: \"*\", question: \"unit\", answer: \"thousand KES\")]");
    let words = |answers: &Path| {
        kichban(&[
            "read",
            path.to_str().unwrap(),
            "--answers",
            answers.to_str().unwrap(),
            "--format",
            "csv",
            "--lang",
            "en",
        ])
    };
    let told = words(&answers);
    assert!(String::from_utf8(told.stdout).unwrap().contains(",thousand KES,"));
    let broken = file("broken.ron", "[\n(table: \"*\", question: \"unit\")]");
    let refused = words(&broken);
    let message = String::from_utf8(refused.stderr).unwrap();
    assert_eq!(refused.status.code(), Some(3), "{message}");
    assert!(message.contains("broken.ron") && message.contains('2'), "{message}");
}

#[test]
fn a_file_that_cannot_be_read_is_one_line_and_the_others_are_read() {
    let good = file("good.csv", TABLE);
    let page = file("page.xls", "<html><body>1</body></html>");
    let (good, page) = (good.to_str().unwrap(), page.to_str().unwrap());
    let both = kichban(&["read", page, good, "--format", "json", "--lang", "en"]);
    assert_eq!(both.status.code(), Some(0));
    let found: serde_json::Value = serde_json::from_slice(&both.stdout).unwrap();
    assert_eq!(found.as_array().unwrap().len(), 1);
    assert_eq!(found[0]["tables"][0]["cells"][0]["heads"], serde_json::json!(["B1", "A2"]));
    let alone = kichban(&["read", page, "--format", "csv", "--lang", "en"]);
    let message = String::from_utf8(alone.stderr).unwrap();
    assert_eq!(alone.status.code(), Some(3));
    assert!(message.lines().count() == 1 && message.contains("page.xls: this is a web page"), "{message}");
    assert_eq!(kichban(&["read", "nowhere.csv"]).status.code(), Some(6));
}
