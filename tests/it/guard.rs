//! Every answer of every shipped study, both closures, both languages, against the answers that were kept.
//!
//! `tests/golden/answers.txt` holds one line an answer: the case, the closure, the language, the question, and a digest
//! of the text with fingerprint, version and date masked. The texts themselves are written to the folder of temporary
//! files of the tests (`target/tmp/answers`), so that two builds can be compared line by line with `diff -r`.
//! `UPDATE_GOLDEN=1 cargo test guard` keeps what is found; `CHANGELOG.md` then says what changed and why.

use calamine::{Reader as _, Xlsx};
use rayon::prelude::*;
use sha2::{Digest as _, Sha256};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::Cursor;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The day that exports carry.
const DATE: &str = "2026-11-29";

/// Questions about one case, as typed; the words that name the case come first, and `HEADLINE` is the line that the
/// headline cards of its study speak about.
const QUESTIONS: [(&str, &[&str]); 9] = [
    ("run", &["run", "--format", "csv"]),
    ("run-table", &["run"]),
    ("compare", &["compare", "--format", "csv"]),
    ("difference", &["explain", "--what", "difference", "--format", "csv"]),
    ("growth", &["explain", "--what", "growth", "--format", "csv"]),
    ("productivity", &["explain", "--what", "productivity", "--format", "csv"]),
    ("levers", &["explain", "--what", "levers", "--format", "csv"]),
    ("ensemble", &["ensemble", "--draws", "2000", "--format", "csv"]),
    ("solve", &["solve", "--goal", "grdp@2030=205", "--lever", "productivity_growth_added/HEADLINE=-5..5"]),
];

/// Kinds of export whose text is compared.
const EXPORTS: [&str; 3] = ["workbook", "report", "tables"];

/// One answer: its name, and its text.
type Answer = (String, String);

fn ask(words: &[&str], out: Option<&Path>) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kichban"));
    command.args(words).env_remove("DISPLAY").env_remove("WAYLAND_DISPLAY");
    if let Some(folder) = out {
        command.arg("--out").arg(folder);
    }
    let found = command.output().unwrap();
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let told = if out.is_some() { String::new() } else { text(&found.stderr) };
    let told: String = told.split_inclusive('\n').filter(|line| !is_progress(line)).collect();
    format!("exit code {}\n{}{told}", found.status.code().unwrap_or(-1), text(&found.stdout))
}

/// Whether a line says how far long work has come: a slow machine says it, a fast one does not, and the answer is the same.
fn is_progress(line: &str) -> bool {
    let is_count = |text: &str| text.trim().parse::<u64>().is_ok();
    line.split_once(" / ").is_some_and(|(done, all)| is_count(done) && is_count(all))
}

/// Fingerprints and the version of the program, which change with every release, give way to words.
fn mask(text: &str) -> String {
    let text = text.replace(env!("CARGO_PKG_VERSION"), "VERSION");
    let mut masked = String::with_capacity(text.len());
    for piece in text.split_inclusive(|letter: char| !letter.is_ascii_alphanumeric()) {
        let word = piece.trim_end_matches(|letter: char| !letter.is_ascii_alphanumeric());
        let is_hex = |letter: char| letter.is_ascii_digit() || ('a'..='f').contains(&letter);
        let is_fingerprint =
            word.len() == 16 && word.chars().all(is_hex) && word.chars().any(|letter| letter.is_ascii_alphabetic());
        masked.push_str(if is_fingerprint { "FINGERPRINT" } else { word });
        masked.push_str(piece.strip_prefix(word).unwrap());
    }
    masked
}

/// Every cell of a workbook: sheet, place, value and formula; the carried study is left out.
fn text_of_workbook(bytes: Vec<u8>) -> String {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    for name in book.sheet_names() {
        for (row, column, value) in book.worksheet_range(&name).unwrap().used_cells() {
            let value = value.to_string();
            // A cell of the carried study is long; what it holds is compared as figures everywhere else.
            if value.len() < 5_000 {
                writeln!(text, "{name}\t{row}\t{column}\t{value}").unwrap();
            }
        }
        for (row, column, formula) in book.worksheet_formula(&name).unwrap().used_cells() {
            writeln!(text, "{name}\t{row}\t{column}\t={formula}").unwrap();
        }
    }
    text
}

/// What a reader of a web page sees: the text between its tags, without fonts, scripts and the carried study.
fn text_of_page(page: &str) -> String {
    let mut rest = page.to_owned();
    for kind in ["script", "style"] {
        let (open, close) = (format!("<{kind}"), format!("</{kind}>"));
        let mut kept = String::new();
        for (at, piece) in rest.split(&open).enumerate() {
            kept.push_str(if at == 0 { piece } else { piece.split_once(&close).unwrap().1 });
        }
        rest = kept;
    }
    let pieces = rest.split('<').map(|piece| piece.split_once('>').map_or(piece, |(_, text)| text));
    pieces.filter(|text| !text.trim().is_empty()).collect::<Vec<_>>().join("\n")
}

fn exported(kind: &str, words: &[&str]) -> String {
    let folder = tempfile::tempdir().unwrap();
    let mut text = ask(&[&["export", "--to", kind, "--date", DATE], words].concat(), Some(folder.path()));
    text.clear();
    let mut paths: Vec<PathBuf> =
        std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    for path in paths {
        let bytes = std::fs::read(&path).unwrap();
        let body = match path.extension().and_then(|it| it.to_str()) {
            Some("xlsx") => text_of_workbook(bytes),
            Some("html") => text_of_page(&String::from_utf8(bytes).unwrap()),
            // Both say what the web page says: `documents` and `notes` hold them against it.
            Some("docx" | "pdf") => continue,
            _ => String::from_utf8(bytes).unwrap(),
        };
        writeln!(text, "== {}\n{body}", path.file_name().unwrap().to_string_lossy()).unwrap();
    }
    text
}

fn answers() -> Vec<Answer> {
    let mut asked = Vec::new();
    let mut headlines = BTreeMap::new();
    for study in crate::shipped::studies() {
        headlines.insert(study.id.clone(), study.structure.headline.clone());
        let of_case = |case: &str, lang: &'static str, closure: &'static str| -> Vec<_> {
            let questions = QUESTIONS.iter().map(|(name, _)| *name).chain(EXPORTS);
            questions.map(|question| (study.id.clone(), case.to_owned(), closure, lang, question)).collect()
        };
        for lang in ["vi", "en"] {
            asked.push((study.id.clone(), "-".to_owned(), "-", lang, "audit"));
        }
        // Every case in both closures, in one language each: words follow the language, and no figure does.
        for (number, case) in study.case_ids().into_iter().enumerate() {
            let langs = if number % 2 == 0 { ["vi", "en"] } else { ["en", "vi"] };
            asked.extend(of_case(case, langs[0], "productivity"));
            asked.extend(of_case(case, langs[1], "capital"));
        }
    }
    let answer = |(study, case, closure, lang, question): (String, String, &str, &str, &str)| {
        let name = format!("{study} {case} {closure} {lang} {question}");
        let named = [study.as_str(), "--scenario", &case, "--closure", closure, "--lang", lang];
        let text = match QUESTIONS.iter().find(|(id, _)| *id == question) {
            Some((_, words)) => {
                let typed: Vec<String> =
                    words.iter().map(|word| word.replace("HEADLINE", &headlines[&study])).collect();
                let typed: Vec<&str> = typed.iter().map(String::as_str).chain(named).collect();
                ask(&typed, None)
            }
            None if question == "audit" => ask(&["audit", study.as_str(), "--lang", lang, "--format", "csv"], None),
            None => exported(question, &named),
        };
        (name, mask(&text))
    };
    asked.into_par_iter().map(answer).collect()
}

#[test]
fn guard_every_answer_is_the_one_that_was_kept() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let texts = Path::new(env!("CARGO_TARGET_TMPDIR")).join("answers");
    std::fs::create_dir_all(&texts).unwrap();
    let mut found = String::new();
    for (name, text) in answers() {
        std::fs::write(texts.join(format!("{}.txt", name.replace(' ', "_"))), &text).unwrap();
        let digest = Sha256::digest(text.as_bytes());
        let short = digest.iter().take(8).fold(0_u64, |number, &byte| number << 8 | u64::from(byte));
        writeln!(found, "{name} {short:016x}").unwrap();
    }
    let path = root.join("tests/golden/answers.txt");
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, &found).unwrap();
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    let different: Vec<&str> = found.lines().filter(|line| !kept.lines().any(|row| row == *line)).collect();
    assert!(
        different.is_empty() && found.lines().count() == kept.lines().count(),
        "{} answers differ from {} (their texts are in {}), the first: {:#?}",
        different.len(),
        path.display(),
        texts.display(),
        different.iter().take(20).collect::<Vec<_>>()
    );
}
