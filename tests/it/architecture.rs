//! The walls between modules: ranks, third-party crates, file heads, and equation numbers.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// Modules by rank; a module may name modules of lower rank only.
const RANKS: &[(&str, u32)] = &[
    ("quantity", 0),
    ("lang", 0),
    ("task", 0),
    ("engine", 1),
    ("reading", 1),
    ("calibration", 2),
    ("scenario", 3),
    ("analysis", 4),
    ("files", 4),
    ("importing", 4),
    ("text", 5),
    ("export", 6),
    ("chart", 6),
    ("theme", 6),
    ("app", 7),
    ("cli", 8),
    ("ui", 8),
];

/// Modules of equal rank that one of them may name: exports paint charts, and both use the palette.
const PEERS: &[(&str, &str)] = &[("chart", "theme"), ("export", "chart"), ("export", "theme")];

/// Modules that do not know each other although their ranks would allow it: the command line has no window state.
const FORBIDDEN_PAIRS: &[(&str, &str)] = &[("cli", "app")];

/// Files of a stranger that may know the other: exports are made from what the window shows.
const EXEMPT_FILES: &[&str] = &["cli/export.rs"];

/// Words of a third-party crate or standard module, and the path prefixes under `src` that may use it.
const WALLS: &[(&[&str], &[&str])] = &[
    (&["egui::", "eframe::", "egui_winit::", "egui_plot::", "rfd::", "softbuffer::"], &["ui/", "ui.rs"]),
    (&["nalgebra::"], &["engine/equations/spillover.rs", "calibration/", "analysis/"]),
    (&["ron::", "std::fs", "tempfile::"], &["files/", "files.rs"]),
    (&["rand::", "rand_core::", "rand_distr::", "rand_chacha::"], &["analysis/"]),
    (&["multiversion::"], &["analysis/"]),
    (&["std::thread", "rayon::"], &["task/", "task.rs"]),
    (&["SystemTime"], &["app/", "cli/", "ui/"]),
    (&["calamine::"], &["files/", "reading/"]),
    (&["zip::"], &["files/", "export/", "reading/"]),
    // Of exports, the document alone: its library lets no element of a text be stated by others.
    (&["quick_xml::"], &["reading/", "export/report/docx/"]),
    (&["encoding_rs::", "chardetng::"], &["reading/"]),
    (&["rust_xlsxwriter::"], &["export/workbook/"]),
    (&["docx_rs::"], &["export/report/"]),
    (&["resvg::", "rustybuzz::", "krilla_svg::", "png::"], &["export/chart/", "ui/"]),
    (&["krilla::"], &["export/chart/", "export/report/pdf/", "ui/"]),
    (&["unicode_linebreak::"], &["export/report/pdf/"]),
    (&["flate2::"], &["files/"]),
];

struct Source {
    /// Path under `src`, with forward slashes.
    path: String,
    /// The text without comments.
    code: String,
    /// The text as it is.
    text: String,
}

impl Source {
    /// The module directly under `src` to which the file belongs; `main` and `lib` see everything.
    fn module(&self) -> &str {
        let first = self.path.split('/').next().unwrap();
        first.strip_suffix(".rs").unwrap_or(first)
    }
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

fn collect(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

fn sources() -> Vec<Source> {
    let mut paths = Vec::new();
    collect(&root().join("src"), &mut paths);
    paths.sort();
    let source = |path: &PathBuf| {
        let text = std::fs::read_to_string(path).unwrap();
        let relative = path.strip_prefix(root().join("src")).unwrap().to_string_lossy().replace('\\', "/");
        let code = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
        Source { path: relative, code, text }
    };
    paths.iter().map(source).collect()
}

/// The character that stands before a position found by a search.
fn character_before(code: &str, position: usize) -> Option<char> {
    code.get(..position)?.chars().next_back()
}

fn is_word_char(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// Modules named after `crate::` in a text, also inside `use crate::{…}`.
fn named_modules(code: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for (position, _) in code.match_indices("crate::") {
        let preceded = character_before(code, position).is_some_and(|c| is_word_char(c) || c == '$');
        let rest = code.get(position + "crate::".len()..).unwrap();
        if preceded {
            continue;
        }
        if let Some(list) = rest.strip_prefix('{') {
            found.extend(top_names(list));
        } else {
            found.insert(rest.chars().take_while(|&c| is_word_char(c)).collect());
        }
    }
    found
}

/// First words of the entries of a braced import, up to its closing brace.
fn top_names(list: &str) -> Vec<String> {
    let mut names = Vec::new();
    let (mut depth, mut starts, mut word) = (0, true, String::new());
    for c in list.chars() {
        match c {
            '}' if depth == 0 => break,
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => starts = true,
            c if depth == 0 && starts && is_word_char(c) => {
                word.push(c);
                continue;
            }
            _ => {}
        }
        if !word.is_empty() {
            names.push(std::mem::take(&mut word));
            starts = false;
        }
    }
    if !word.is_empty() {
        names.push(word);
    }
    names
}

fn rank(module: &str) -> Option<u32> {
    RANKS.iter().find(|(name, _)| *name == module).map(|(_, rank)| *rank)
}

#[test]
fn the_reader_of_imports_sees_single_paths_and_lists() {
    let code = "use crate::engine::{Line, Path}; use crate::{quantity::{Year, Unit}, scenario}; $crate::ui::x; my_crate::app::y";
    let found: Vec<_> = named_modules(code).into_iter().collect();
    assert_eq!(found, ["engine", "quantity", "scenario"]);
}

#[test]
fn every_module_has_a_rank() {
    for source in sources() {
        let module = source.module();
        let known = rank(module).is_some() || module == "main" || module == "lib";
        assert!(known, "{} belongs to a module without a rank", source.path);
    }
}

#[test]
fn a_module_names_only_modules_of_lower_rank() {
    let mut broken = Vec::new();
    for source in sources() {
        let Some(own) = rank(source.module()) else { continue };
        for name in named_modules(&source.code) {
            // Names that are not modules are items of the crate root.
            let Some(other) = rank(&name) else { continue };
            let pair = (source.module(), name.as_str());
            let allowed = name == source.module()
                || PEERS.contains(&pair)
                || (other < own && (!FORBIDDEN_PAIRS.contains(&pair) || EXEMPT_FILES.contains(&source.path.as_str())));
            if !allowed {
                broken.push(format!("{} (rank {own}) names {name} (rank {other})", source.path));
            }
        }
    }
    assert!(broken.is_empty(), "{broken:#?}");
}

/// Whether a word stands in the code where a path begins.
fn begins_a_path(code: &str, word: &str) -> bool {
    code.match_indices(word)
        .any(|(position, _)| !character_before(code, position).is_some_and(|c| is_word_char(c) || c == ':'))
}

#[test]
fn third_party_crates_stay_behind_their_walls() {
    let mut broken = Vec::new();
    for source in sources() {
        for (words, places) in WALLS {
            let allowed = places.iter().any(|place| source.path.starts_with(place));
            for word in words.iter().filter(|word| !allowed && begins_a_path(&source.code, word)) {
                broken.push(format!("{} uses {word}", source.path));
            }
        }
    }
    assert!(broken.is_empty(), "{broken:#?}");
}

#[test]
fn the_palette_and_the_charts_know_no_window() {
    for source in sources().iter().filter(|source| ["theme", "chart", "export"].contains(&source.module())) {
        assert!(!source.code.contains("egui"), "{} names egui", source.path);
    }
}

#[test]
fn every_source_file_opens_with_its_purpose() {
    let without: Vec<String> =
        sources().into_iter().filter(|source| !source.text.starts_with("//!")).map(|source| source.path).collect();
    assert!(without.is_empty(), "{without:#?}");
}

/// Equation numbers that a text names, ranges such as E6–E8 included.
fn equation_numbers(text: &str) -> BTreeSet<u32> {
    let mut found = BTreeSet::new();
    let mut last_with_dash: Option<u32> = None;
    let characters: Vec<char> = text.chars().collect();
    let mut at = 0;
    while at < characters.len() {
        let begins = characters[at] == 'E' && (at == 0 || !is_word_char(characters[at - 1]));
        let digits: String = characters[at + 1..].iter().take_while(|c| c.is_ascii_digit()).collect();
        if begins && !digits.is_empty() {
            let number: u32 = digits.parse().unwrap();
            let first = last_with_dash.map_or(number, |start| start + 1);
            found.extend(first..=number);
            at += digits.len() + 1;
            last_with_dash = (characters.get(at) == Some(&'–')).then_some(number);
            at += usize::from(last_with_dash.is_some());
        } else {
            last_with_dash = None;
            at += 1;
        }
    }
    found
}

#[test]
fn every_equation_stands_in_the_code_and_in_the_model_document() {
    let all: BTreeSet<u32> = (1..=16).collect();
    let code: String = sources()
        .into_iter()
        .filter(|source| source.path.starts_with("engine/equations/") && !source.path.ends_with("mod.rs"))
        .map(|source| source.text)
        .collect();
    assert_eq!(equation_numbers(&code), all, "equations in src/engine/equations");
    let document = std::fs::read_to_string(root().join("docs/model.md")).unwrap();
    assert_eq!(equation_numbers(&document), all, "equations in docs/model.md");
}

#[test]
fn the_model_document_has_a_section_for_every_file_of_equations() {
    let document = std::fs::read_to_string(root().join("docs/model.md")).unwrap();
    for source in sources().iter().filter(|source| source.path.starts_with("engine/equations/")) {
        let name = source.path.trim_start_matches("engine/equations/").trim_end_matches(".rs");
        let has = document.lines().any(|line| line.starts_with('#') && line.contains(&format!("`{name}`")));
        assert!(has || name == "mod", "docs/model.md has no section `{name}`");
    }
}

/// Type names that leave their file and stand for more than one thing, each with the reason.
const SHARED_TYPE_NAMES: &[(&str, &str)] = &[];

/// The name of the type that a line of code defines for other files.
///
/// Rows of inputs are types too: `struct Inputs at [] {`, and the places that `paths ProvincePath;` lists.
fn type_that_leaves(line: &str) -> Option<&str> {
    let row = line.trim_start();
    let listed = ["numbers ", "paths "].iter().find_map(|head| row.strip_prefix(head)?.strip_suffix(';'));
    if let Some(name) = listed.or_else(|| row.strip_prefix("struct ")?.split_once(" at [").map(|(name, _)| name)) {
        return Some(name);
    }
    let line = line.trim_start().strip_prefix("pub")?;
    let line = line.strip_prefix('(').map_or(line, |rest| rest.split_once(')').map_or(rest, |(_, after)| after));
    let (kind, rest) = line.trim_start().split_once(' ')?;
    let is_type = ["struct", "enum", "trait", "type", "union"].contains(&kind);
    let name = rest.split(|c: char| !is_word_char(c)).next().unwrap_or(rest);
    // A name that a macro is given stands where it is given.
    (is_type && !name.is_empty()).then_some(name)
}

#[test]
fn the_reader_of_types_sees_those_that_leave_their_file() {
    let names = [
        "pub struct Case<'a> {",
        "    pub(super) enum Kind {",
        "pub(crate) type Path = X;",
        "    struct Inputs at [] {",
        "    paths ProvincePath;",
        "struct Own;",
        "pub struct $owner {",
        "pub fn f()",
    ];
    let found = ["Case", "Kind", "Path", "Inputs", "ProvincePath"].map(Some);
    assert_eq!(names.map(type_that_leaves), [found.as_slice(), &[None; 3]].concat().as_slice());
}

#[test]
fn a_type_name_that_leaves_its_file_stands_for_one_thing() {
    let mut places: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for source in sources() {
        for name in source.code.lines().filter_map(type_that_leaves) {
            places.entry(name.to_owned()).or_default().push(source.path.clone());
        }
    }
    assert!(places.len() > 300, "only {} types were seen", places.len());
    places.retain(|name, files| files.len() > 1 && !SHARED_TYPE_NAMES.iter().any(|(shared, _)| shared == name));
    assert!(places.is_empty(), "{places:#?}");
}
