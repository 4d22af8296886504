//! The messages: every key that the program asks for exists, none is left over, and the bundled fonts can write them all.

use kichban::analysis::{Cause, Factor, ShiftShareMethod};
use kichban::engine::{Closure, Gap, Variable};
use kichban::importing::SUM_VINTAGE;
use kichban::lang::Lang;
use kichban::scenario::figure::Quantity;
use kichban::scenario::lever::{CATALOGUE, LeverGroup};
use skrifa::{FontRef, MetadataProvider as _};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Families whose keys are put together from an id; every member has an id of this kind.
const BUILT_FROM_IDS: [&str; 8] =
    ["closure-", "group-", "input-", "lever-", "quantity-", "scenario-", "variable-", "vintage-"];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every file under a folder with this extension.
fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path, extension));
        } else if path.extension().is_some_and(|own| own == extension) {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn text_of(folder: &str, extension: &str) -> String {
    files(&root().join(folder), extension).iter().map(|path| fs::read_to_string(path).unwrap()).collect()
}

/// Keys of a language in all its files.
fn keys(lang: Lang) -> BTreeSet<String> {
    let text = text_of(&format!("assets/locales/{lang}"), "ftl");
    text.lines()
        .filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()))
        .filter_map(|line| line.split_once(" ="))
        .map(|(key, _)| key.to_owned())
        .collect()
}

/// The program's own text: without its unit tests, whose words prove nothing about what is shown.
fn program() -> String {
    files(&root().join("src"), "rs")
        .iter()
        .filter(|path| !path.ends_with("tests.rs"))
        .map(|path| fs::read_to_string(path).unwrap())
        .map(|text| text.split("#[cfg(test)]").next().unwrap_or_default().to_owned())
        .collect()
}

/// Every string literal that may be a key or an id.
fn words(program: &str) -> BTreeSet<String> {
    let is_word = |piece: &&str| {
        piece.starts_with(|c: char| c.is_ascii_lowercase())
            && piece.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == '_')
    };
    program.split('"').filter(is_word).map(str::to_owned).collect()
}

/// Keys that are put together from the ids of levers, groups, closures, variables, quantities and inputs.
fn built_keys(words: &BTreeSet<String>) -> BTreeSet<String> {
    let mut built = BTreeSet::new();
    for spec in CATALOGUE {
        built.insert(format!("lever-{}", spec.id));
        built.insert(format!("lever-{}-definition", spec.id));
    }
    built.extend(LeverGroup::ALL.map(|group| format!("group-{}", group.id())));
    built.extend(Closure::ALL.map(|closure| format!("closure-{}", closure.id())));
    built.insert("vintage-own".to_owned());
    built.insert(format!("vintage-{SUM_VINTAGE}"));
    for study in crate::shipped::studies() {
        let vintages = study.observations.iter().chain(study.targets.iter()).map(|figure| figure.vintage.as_str());
        built.extend(vintages.filter(|id| !id.is_empty()).map(|id| format!("vintage-{id}")));
    }
    built.extend(Variable::ALL.iter().map(|variable| format!("variable-{}", variable.id())));
    built.extend(words.iter().map(|word| format!("input-{word}")));
    built.extend(words.iter().filter(|word| word.starts_with("finding-")).map(|word| format!("{word}-says")));
    built
        .extend(Gap::ALL.iter().flat_map(|gap| ["needed", "meanwhile"].map(|what| format!("{what}-gap-{}", gap.id()))));
    built.extend(Cause::ALL.map(|cause| format!("cause-{}", cause.id())));
    built.extend(Factor::ALL.map(|factor| format!("factor-{}", factor.id())));
    built.extend(ShiftShareMethod::ALL.map(|method| format!("shift-{}", method.id())));
    built
}

/// The key of the heading of every column that a table of the program declares; nothing where another message heads it.
///
/// Declarations are read from the program, and all of them are: an id that is no literal fails the test.
fn declared_columns(program: &str) -> Vec<Option<String>> {
    let text: String = program.split_whitespace().collect();
    let key = |piece: &str| {
        let (id, rest) = piece.strip_prefix('"').and_then(|piece| piece.split_once("\")")).unwrap_or_else(|| {
            panic!("a column without a literal id: {}", piece.chars().take(40).collect::<String>());
        });
        let needs_none = rest.starts_with(".with_heading(") || rest.starts_with(".only_in_files()");
        (!needs_none).then(|| format!("column-{}", id.replace('_', "-")))
    };
    text.split("Head::new(").skip(1).map(key).collect()
}

/// Keys that follow from ids of commands and their arguments, and of columns.
fn keys_of_ids(program: &str) -> BTreeSet<String> {
    let mut keys = kichban::cli::help_keys();
    keys.extend(declared_columns(program).into_iter().flatten());
    keys
}

#[test]
fn every_command_argument_and_column_has_its_words() {
    let program = program();
    let help = kichban::cli::help_keys();
    for key in ["cli-run-about", "cli-option-min-history", "cli-option-help", "cli-option-version"] {
        assert!(help.contains(key), "{key} is not among {help:?}");
    }
    let columns = declared_columns(&program);
    assert!(columns.len() > 100, "only {} columns were found", columns.len());
    for lang in Lang::ALL {
        let known = keys(lang);
        let missing: Vec<String> = keys_of_ids(&program).into_iter().filter(|key| !known.contains(key)).collect();
        assert!(missing.is_empty(), "{lang}: {missing:?}");
    }
}

/// Whether a key names a quantity of the study file.
fn is_quantity(key: &str) -> bool {
    key.strip_prefix("quantity-").is_some_and(|id| serde_json::from_value::<Quantity>(id.into()).is_ok())
}

#[test]
fn every_key_that_the_program_asks_for_exists_in_both_languages() {
    let words = words(&program());
    for lang in Lang::ALL {
        let keys = keys(lang);
        let families: BTreeSet<&str> =
            keys.iter().filter_map(|key| key.split_once('-')).map(|(head, _)| head).collect();
        // A word is a key where it begins like one; ids of files and icons do not.
        let asked = words.iter().filter(|word| word.split_once('-').is_some_and(|(head, _)| families.contains(head)));
        let missing: Vec<&String> = asked
            .filter(|word| !keys.contains(*word) && !BUILT_FROM_IDS.contains(&word.as_str()))
            .filter(|word| !word.ends_with('-'))
            .collect();
        assert!(missing.is_empty(), "{lang}: {missing:?}");
        let built = built_keys(&BTreeSet::new());
        let missing: Vec<&String> = built.iter().filter(|key| !keys.contains(*key)).collect();
        assert!(missing.is_empty(), "{lang}: {missing:?}");
    }
}

#[test]
fn no_message_is_left_over() {
    let program = program();
    let words = words(&program);
    let mut built = built_keys(&words);
    built.extend(keys_of_ids(&program));
    let is_used = |key: &String| {
        // An input is named by its row: `path GreenShare => green_share: …`.
        let is_input = |key: &str| key.strip_prefix("input-").is_some_and(|id| program.contains(&format!("=> {id}: ")));
        let asked = |key: &str| words.contains(key) || built.contains(key) || is_quantity(key) || is_input(key);
        asked(key) || key.strip_suffix("-hint").is_some_and(asked)
    };
    let keys = keys(Lang::VI);
    let unused: Vec<&String> = keys.iter().filter(|key| !is_used(key)).collect();
    assert!(unused.is_empty(), "nothing shows these messages: {unused:?}");
}

#[test]
fn the_bundled_fonts_can_write_every_message_and_every_shipped_study() {
    let shown = text_of("assets/locales", "ftl") + &text_of("scenarios", "ron");
    for name in ["IBMPlexSans-Regular.ttf", "IBMPlexSans-SemiBold.ttf"] {
        let bytes = fs::read(root().join("assets/fonts").join(name)).unwrap();
        let font = FontRef::new(&bytes).unwrap();
        let charmap = font.charmap();
        let letters: BTreeSet<char> = shown.chars().filter(|c| !c.is_control()).collect();
        let missing: Vec<&char> = letters.iter().filter(|c| charmap.map(**c).is_none()).collect();
        assert!(missing.is_empty(), "{name} lacks {missing:?}");
        assert!(letters.len() > 150, "only {} letters were looked at", letters.len());
    }
}
