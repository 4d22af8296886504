//! Files that earlier versions saved still open, and give the figures that they gave; `tests/saved/README.md` says how they were made.

use kichban::engine::{Closure, Line, Projection, Variable};
use kichban::export::ExportCase;
use kichban::files::{EXPORTS, open_told};
use kichban::quantity::Year;
use kichban::scenario::study::Study;
use kichban::text::shown_value;
use sha2::{Digest as _, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

/// What a version gave for a scenario, closure and variable: the last figure of the first line, and the digest of all.
type Figures = BTreeMap<(String, String, String), (String, String)>;

fn folders() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/saved");
    entries(&folder).into_iter().filter(|path| path.is_dir()).collect()
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let mut entries: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    entries
}

fn stored(folder: &Path) -> Figures {
    let mut reader = csv::Reader::from_path(folder.join("figures.csv")).unwrap();
    let row = |row: csv::StringRecord| {
        let field = |column: usize| row[column].to_owned();
        ((field(0), field(1), field(2)), (field(4), field(5)))
    };
    reader.records().map(|record| row(record.unwrap())).collect()
}

/// A figure as the table of projections prints it.
fn printed(run: &Projection, variable: Variable, line: Line, year: Year) -> String {
    // A zero has no sign there.
    run.value(variable, line, year).map_or_else(String::new, |value| (shown_value(variable, value) + 0.0).to_string())
}

fn given(run: &Projection, variable: Variable) -> (String, String) {
    let figures = |line| run.horizon().years().map(|year| printed(run, variable, line, year)).collect::<Vec<String>>();
    let lines = run.lines().map(|line| (run.line_id(line).to_owned(), figures(line)));
    let lines: BTreeMap<String, Vec<String>> =
        lines.filter(|(_, figures)| figures.iter().any(|figure| !figure.is_empty())).collect();
    let text: Vec<String> = lines.iter().map(|(id, figures)| format!("{id}:{}\n", figures.join(","))).collect();
    let last = lines.values().next().and_then(|figures| figures.last()).cloned().unwrap_or_default();
    let digest = Sha256::digest(text.concat().as_bytes());
    let first = digest.iter().take(8).fold(0_u64, |number, &byte| number << 8 | u64::from(byte));
    (last, format!("{first:016x}"))
}

/// What the stored variables are today, in every case and closure of a study.
fn figures(study: &Study, variables: &BTreeSet<&str>) -> Figures {
    let mut all = Figures::new();
    for id in study.case_ids() {
        for closure in Closure::ALL {
            let run = ExportCase::new(study, id, closure).unwrap().projection;
            for variable in Variable::ALL.into_iter().filter(|variable| variables.contains(variable.id())) {
                let key = (id.to_owned(), closure.id().to_owned(), variable.id().to_owned());
                all.insert(key, given(&run, variable));
            }
        }
    }
    all
}

#[test]
fn files_that_earlier_versions_saved_open_and_give_the_same_figures() {
    let mut endings = BTreeSet::new();
    for folder in folders() {
        let stored = stored(&folder);
        let variables: BTreeSet<&str> = stored.keys().map(|key| key.2.as_str()).collect();
        assert!(variables.len() > 30, "{}: {} variables", folder.display(), variables.len());
        for path in entries(&folder).into_iter().filter(|path| path.file_name() != Some(OsStr::new("figures.csv"))) {
            let opened = open_told(&path).unwrap();
            assert_eq!(opened.edited, [], "{}: nothing was edited", path.display());
            let today = figures(&opened.study, &variables);
            for (key, then) in &stored {
                assert_eq!(today.get(key), Some(then), "{}: {key:?}", path.display());
            }
            assert_eq!(today.len(), stored.len(), "{}: scenarios", path.display());
            endings.insert(path.extension().unwrap().to_str().unwrap().to_owned());
        }
    }
    let kinds: BTreeSet<String> = EXPORTS.into_iter().chain(["ron"]).map(str::to_owned).collect();
    assert_eq!(endings, kinds, "every kind of file that is opened is among them");
}
