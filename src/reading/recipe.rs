//! What is remembered of an import, and how next year's file is known by it.
//!
//! A recipe holds, for each table that was taken, its key, its labels and the answers given; a later file is read, matched
//! table by table, and read again with the answers that still hold. Answers that fit no more are asked again.

use super::answers::{ImportAnswer, ImportAnswers};
use super::found::{CheckKind, FileRead, QuestionTopic, ReadQuestion, ReadTable};
use super::revisions::size_of;
use crate::lang::{fold, fold_tight};
use std::collections::{BTreeMap, BTreeSet};

/// Below this agreement a table is asked about again, with the answers of the last time proposed.
pub const LEAST_AGREEMENT: f64 = 0.8;
/// From here on two labels may be one that was renamed.
const LEAST_LIKENESS: f64 = 0.75;

/// An answer as it was given, with the proposal that it was given to.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RememberedAnswer {
    /// What was asked.
    pub topic: QuestionTopic,
    /// What was proposed.
    pub proposal: String,
    /// What holds.
    pub answer: String,
}

/// A table that was taken.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecipeTable {
    /// Its key: folded title and head words, years as `{year}`.
    pub key: String,
    /// Its labels as printed, in the order of the table.
    pub labels: Vec<String>,
    /// Its territories as printed, in the order of the table.
    pub territories: Vec<String>,
    /// Units with the price bases they stand at, in the order of the table; years of a basis included.
    pub measures: Vec<(String, String)>,
    /// The years that it held.
    pub years: Vec<i32>,
    /// Checks that found something.
    pub findings: Vec<CheckKind>,
    /// The answers given about it.
    pub answers: Vec<RememberedAnswer>,
}

/// What is remembered of an import: what a study keeps under a name.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ImportRecipe {
    /// The name by which the user knows it.
    pub name: String,
    /// The tables that were taken.
    pub tables: Vec<RecipeTable>,
    /// Answers about the file as a whole.
    pub answers: Vec<RememberedAnswer>,
}

/// A label that is printed in other words than the last time.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct RenamedLabel {
    /// The words of the last time.
    pub old: String,
    /// The words now.
    pub new: String,
    /// How alike they are, from 0 to 1.
    pub likeness: f64,
}

/// A remembered table beside the table of a later file.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct TableMatch {
    /// Position of the table in the recipe.
    pub remembered: usize,
    /// Position of the table in the file; `None` if the file has no similar table.
    pub found: Option<usize>,
    /// How well the two agree, from 0 to 1, by title, heads and labels.
    pub agreement: f64,
    /// Labels that the last file did not have.
    pub new_labels: Vec<String>,
    /// Labels that this file does not have.
    pub lost_labels: Vec<String>,
    /// Labels that are likely the same in other words: to be confirmed.
    pub renamed_labels: Vec<RenamedLabel>,
    /// Years that the last file did not have.
    pub new_years: Vec<i32>,
    /// Checks that held the last time and find something now.
    pub new_findings: Vec<CheckKind>,
    /// Answers of the last time that are only proposed, because the table or the proposal has changed.
    pub proposed: Vec<ImportAnswer>,
}

impl TableMatch {
    /// Whether the table must be asked about again.
    pub fn asks_again(&self) -> bool {
        self.found.is_some() && (self.agreement < LEAST_AGREEMENT || !self.proposed.is_empty())
    }
}

/// A later file beside a recipe.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct RecipeMatch {
    /// One entry a table of the recipe, in its order.
    pub tables: Vec<TableMatch>,
    /// The answers that still hold: read the file again with them.
    pub answers: ImportAnswers,
}

/// Remembers the tables of a file that were taken.
///
/// `open` is the file as read without answers, so that the proposals are those of the file; `taken` are the keys of the
/// tables taken.
pub fn remember(name: &str, open: &FileRead, answers: &ImportAnswers, taken: &[&str]) -> ImportRecipe {
    let tables = open.tables.iter().filter(|table| taken.contains(&table.key.as_str()));
    let of_table = |table: &ReadTable| RecipeTable {
        key: table.key.clone(),
        labels: labels_of(table),
        territories: in_order(table.cells.iter().map(|cell| cell.territory.as_str())),
        measures: measures_of(table),
        years: years_of(table),
        findings: findings_of(table),
        answers: remembered(&table.questions, &answers.about(&open.file, &table.key)),
    };
    ImportRecipe {
        name: name.to_owned(),
        tables: tables.map(of_table).collect(),
        answers: remembered(&open.questions, &answers.about(&open.file, "")),
    }
}

/// The questions that were answered, each with its proposal.
fn remembered(questions: &[ReadQuestion], given: &[&ImportAnswer]) -> Vec<RememberedAnswer> {
    let answer_to = |question: &ReadQuestion| {
        let exact = given.iter().rev().find(|answer| answer.question == question.id);
        exact.or_else(|| given.iter().rev().find(|answer| answer.question == question.topic.id()))
    };
    let kept = |question: &ReadQuestion| {
        Some(RememberedAnswer {
            topic: question.topic,
            proposal: question.proposal.clone(),
            answer: answer_to(question)?.answer.clone(),
        })
    };
    questions.iter().filter_map(kept).collect()
}

/// Texts without the empty ones, each once, in their order.
fn in_order<'t>(texts: impl Iterator<Item = &'t str>) -> Vec<String> {
    let mut seen = BTreeSet::new();
    texts.filter(|text| !text.is_empty() && seen.insert(*text)).map(str::to_owned).collect()
}

fn labels_of(table: &ReadTable) -> Vec<String> {
    in_order(table.cells.iter().map(|cell| cell.label.as_str()))
}

fn measures_of(table: &ReadTable) -> Vec<(String, String)> {
    let mut seen = BTreeSet::new();
    let pairs = table.cells.iter().map(|cell| (cell.unit.clone(), cell.price_basis.clone()));
    pairs.filter(|pair| seen.insert(pair.clone())).collect()
}

fn years_of(table: &ReadTable) -> Vec<i32> {
    let years: BTreeSet<i32> = table.cells.iter().filter_map(|cell| cell.year).collect();
    years.into_iter().collect()
}

fn findings_of(table: &ReadTable) -> Vec<CheckKind> {
    let kinds: BTreeSet<CheckKind> = table.checks.iter().map(|finding| finding.check).collect();
    kinds.into_iter().collect()
}

/// Finds the tables of a recipe in a file that was read without answers.
pub fn match_recipe(recipe: &ImportRecipe, open: &FileRead) -> RecipeMatch {
    let mut pairs: Vec<(f64, usize, usize)> = Vec::new();
    for (old, remembered) in recipe.tables.iter().enumerate() {
        for (new, table) in open.tables.iter().enumerate() {
            pairs.push((agreement(remembered, table), old, new));
        }
    }
    pairs.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    let mut chosen: BTreeMap<usize, (usize, f64)> = BTreeMap::new();
    let mut used = BTreeSet::new();
    for (agreement, old, new) in pairs.into_iter().filter(|(agreement, ..)| *agreement >= 0.5) {
        if !chosen.contains_key(&old) && used.insert(new) {
            chosen.insert(old, (new, agreement));
        }
    }
    let mut answers = Vec::new();
    let tables = recipe.tables.iter().enumerate().map(|(old, remembered)| {
        let found = chosen.get(&old).and_then(|(new, agreement)| Some((*new, open.tables.get(*new)?, *agreement)));
        match found {
            Some((new, table, agreement)) => {
                let mut matched = compare(old, remembered, (new, table), agreement);
                let carried = carry(&remembered.answers, &table.questions, (&open.file, &table.key));
                if agreement < LEAST_AGREEMENT {
                    matched.proposed = carried.0.into_iter().chain(carried.1).collect();
                } else {
                    answers.extend(carried.0);
                    matched.proposed = carried.1;
                }
                matched
            }
            None => lost(old, remembered),
        }
    });
    let tables = tables.collect();
    answers.extend(carry(&recipe.answers, &open.questions, (&open.file, "*")).0);
    RecipeMatch { tables, answers: ImportAnswers(answers) }
}

fn lost(old: usize, remembered: &RecipeTable) -> TableMatch {
    TableMatch {
        remembered: old,
        found: None,
        agreement: 0.0,
        new_labels: Vec::new(),
        lost_labels: remembered.labels.clone(),
        renamed_labels: Vec::new(),
        new_years: Vec::new(),
        new_findings: Vec::new(),
        proposed: Vec::new(),
    }
}

fn compare(old: usize, remembered: &RecipeTable, found: (usize, &ReadTable), agreement: f64) -> TableMatch {
    let (new, table) = found;
    let labels = compare_labels(&remembered.labels, &labels_of(table));
    let new_years = years_of(table).into_iter().filter(|year| !remembered.years.contains(year)).collect();
    let new_findings =
        findings_of(table).into_iter().filter(|finding| !remembered.findings.contains(finding)).collect();
    TableMatch {
        remembered: old,
        found: Some(new),
        agreement,
        new_labels: labels.new,
        lost_labels: labels.lost,
        renamed_labels: labels.renamed,
        new_years,
        new_findings,
        proposed: Vec::new(),
    }
}

/// Labels of two lists that are the same, alike, or in one list only.
struct LabelsCompared {
    same: usize,
    new: Vec<String>,
    lost: Vec<String>,
    renamed: Vec<RenamedLabel>,
}

fn compare_labels(before: &[String], after: &[String]) -> LabelsCompared {
    let tight = |labels: &[String]| labels.iter().map(|label| bare(label)).collect::<BTreeSet<String>>();
    let (old, now) = (tight(before), tight(after));
    let only = |labels: &[String], other: &BTreeSet<String>| {
        labels.iter().filter(|label| !other.contains(&bare(label))).cloned().collect::<Vec<String>>()
    };
    let (mut lost, mut new) = (only(before, &now), only(after, &old));
    let mut renamed = Vec::new();
    while let Some(pair) = likest(&lost, &new) {
        lost.retain(|label| *label != pair.old);
        new.retain(|label| *label != pair.new);
        renamed.push(pair);
    }
    LabelsCompared { same: old.intersection(&now).count(), new, lost, renamed }
}

/// The pair of labels that are most alike, where any two are alike enough.
fn likest(lost: &[String], new: &[String]) -> Option<RenamedLabel> {
    let pairs = lost.iter().flat_map(|old| new.iter().map(move |new| (old, new)));
    let scored = pairs.map(|(old, new)| (likeness(old, new), old, new)).filter(|(score, ..)| *score >= LEAST_LIKENESS);
    let best = scored.max_by(|a, b| a.0.total_cmp(&b.0))?;
    Some(RenamedLabel { old: best.1.clone(), new: best.2.clone(), likeness: best.0 })
}

/// How alike two labels are: letter by letter, or by words of which one has some more.
fn likeness(old: &str, new: &str) -> f64 {
    let (old, new) = (bare(old), bare(new));
    strsim::normalized_levenshtein(&old, &new).max(strsim::sorensen_dice(&old, &new))
}

/// A label folded, without the numbering that changes from year to year.
fn bare(label: &str) -> String {
    let folded = fold_tight(label);
    let words = folded.trim_start_matches(|c: char| c.is_ascii_digit());
    if words.is_empty() { folded } else { words.to_owned() }
}

/// How well a table agrees with a remembered one: title four tenths, labels five, heads one; 0 where the figures differ
/// in kind.
fn agreement(remembered: &RecipeTable, table: &ReadTable) -> f64 {
    if !measures_meet(&remembered.measures, &measures_of(table)) {
        return 0.0;
    }
    let (old_title, old_heads) = parts_of_key(&remembered.key);
    let (title, heads) = parts_of_key(&table.key);
    let alike_titles = strsim::sorensen_dice(&bare(&old_title), &bare(&title));
    let common = old_heads.intersection(&heads).count();
    let all = old_heads.union(&heads).count();
    let alike_heads = if all == 0 { 1.0 } else { common as f64 / all as f64 };
    let names = |labels: &[String], territories: &[String]| [labels, territories].concat();
    let now = names(&labels_of(table), &in_order(table.cells.iter().map(|cell| cell.territory.as_str())));
    let old = names(&remembered.labels, &remembered.territories);
    let labels = compare_labels(&old, &now);
    let renamed: f64 = labels.renamed.iter().map(|pair| pair.likeness).sum();
    let most = old.len().max(now.len()).max(1) as f64;
    let alike_labels = if old.is_empty() && now.is_empty() { 1.0 } else { (labels.same as f64 + renamed) / most };
    0.4 * alike_titles + 0.5 * alike_labels.min(1.0) + 0.1 * alike_heads
}

/// Whether two tables hold figures of one kind: a unit and a family of price bases in common.
fn measures_meet(old: &[(String, String)], new: &[(String, String)]) -> bool {
    let families = |measures: &[(String, String)]| {
        measures.iter().map(|(unit, basis)| (size_of(unit).1.to_owned(), family(basis))).collect::<BTreeSet<_>>()
    };
    let (old, new) = (families(old), families(new));
    old.is_empty() || new.is_empty() || old.intersection(&new).next().is_some()
}

/// `constant 2010` as `constant`.
fn family(basis: &str) -> String {
    basis.split(' ').next().unwrap_or_default().to_owned()
}

/// The title of a key without its numbers, and its heads.
fn parts_of_key(key: &str) -> (String, BTreeSet<String>) {
    let mut parts = key.split(" | ");
    let title = parts.next().unwrap_or_default().to_owned();
    (title, parts.map(fold).collect())
}

/// The answers that still hold, and those that are only proposed, because their question proposes something else now.
fn carry(
    answers: &[RememberedAnswer],
    questions: &[ReadQuestion],
    (file, table): (&str, &str),
) -> (Vec<ImportAnswer>, Vec<ImportAnswer>) {
    let (mut kept, mut proposed) = (Vec::new(), Vec::new());
    for question in questions {
        let of_topic = || answers.iter().filter(|answer| answer.topic == question.topic);
        let same = of_topic().find(|answer| plain(&answer.proposal) == plain(&question.proposal));
        let Some(known) = same.or_else(|| of_topic().next()) else { continue };
        // Who took the proposal of the last time takes the same proposal of other columns.
        let took = plain(&known.answer) == plain(&known.proposal);
        let answer = if same.is_some() && took { question.proposal.clone() } else { known.answer.clone() };
        let answer =
            ImportAnswer { table: table.to_owned(), file: file.to_owned(), question: question.id.clone(), answer };
        // A year is next year another one.
        let holds = same.is_some() && question.topic != QuestionTopic::Year;
        if holds { kept.push(answer) } else { proposed.push(answer) }
    }
    (kept, proposed)
}

/// A proposal without the letters of columns and addresses of cells: these move from year to year.
fn plain(proposal: &str) -> String {
    let place = |word: &&str| {
        let bare = word.trim_matches([':', ',', ';']);
        let letters = bare.trim_end_matches(|c: char| c.is_ascii_digit());
        let short = (1..=3).contains(&letters.len()) && letters.chars().all(|c| c.is_ascii_uppercase());
        let currency = bare.len() == letters.len() && letters.len() == 3 && !word.ends_with(':');
        short && !currency
    };
    proposal.split_whitespace().filter(|word| !place(word)).collect::<Vec<_>>().join(" ").to_lowercase()
}
