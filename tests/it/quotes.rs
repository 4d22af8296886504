//! Where the figures of a shipped study come from: quotes stand to the letter in the texts that they name, and every figure says how it is known.
//!
//! `tests/fixtures/source-texts` holds the sentences that are quoted, one a line, in a file a source; its first line names the document.

use crate::shipped::studies;
use kichban::scenario::figure::{Figure, Status};
use kichban::scenario::study::Study;
use std::collections::BTreeMap;
use std::path::Path;

/// What a shipped study says about where one of its numbers comes from.
struct Claim<'a> {
    /// Where in the study, for the message of a failing test.
    place: String,
    /// The number as it stands in the study.
    value: f64,
    status: Status,
    source: &'a str,
    quote: &'a str,
    note: [&'a str; 2],
}

/// Sentences by source id; the head line of each file is left out.
fn excerpts() -> BTreeMap<String, Vec<String>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/source-texts");
    let paths = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    paths
        .map(|path| {
            let text = std::fs::read_to_string(&path).unwrap();
            assert!(text.starts_with("# "), "{} names no document", path.display());
            let id = path.file_stem().unwrap().to_str().unwrap().to_owned();
            (id, text.lines().skip(1).map(str::to_owned).collect())
        })
        .collect()
}

fn figures(study: &Study) -> impl Iterator<Item = (String, &Figure)> {
    let lists = [("observations", &study.observations), ("targets", &study.targets)];
    let rows = lists.into_iter().flat_map(|(list, rows)| {
        rows.iter().enumerate().map(move |(index, figure)| (format!("{list}[{index}]"), figure))
    });
    let parameters = study.parameters.iter().enumerate();
    rows.chain(parameters.map(|(index, row)| (format!("parameters[{index}]"), &row.figure)))
}

/// Every sourced number of a study.
fn claims(study: &Study) -> Vec<Claim<'_>> {
    let of_figures = figures(study).map(|(place, figure)| Claim {
        place: format!("{place} {:?} {} {:?}", figure.quantity, figure.line, figure.year),
        value: figure.value,
        status: figure.status,
        source: &figure.source,
        quote: &figure.quote,
        note: [&figure.note.vi, &figure.note.en],
    });
    let of_projects = study.projects.iter().map(|project| Claim {
        place: project.id.clone(),
        value: project.registered_musd,
        status: project.status,
        source: &project.source,
        quote: &project.quote,
        note: [&project.note.vi, &project.note.en],
    });
    let of_parks = study.parks.iter().map(|park| Claim {
        place: park.id.clone(),
        value: park.area_ha,
        status: park.status,
        source: &park.source,
        quote: &park.quote,
        note: [&park.note.vi, &park.note.en],
    });
    let of_shocks = study.shocks.iter().map(|shock| Claim {
        place: shock.id.clone(),
        value: shock.depth,
        status: shock.status,
        source: &shock.source,
        quote: "",
        note: [&shock.note.vi, &shock.note.en],
    });
    of_figures.chain(of_projects).chain(of_parks).chain(of_shocks).collect()
}

/// Asserts that no claim of a shipped study is at fault, and names those that are.
fn assert_none(fault: impl Fn(&Study, &Claim<'_>) -> bool) {
    for study in studies() {
        let faults: Vec<String> =
            claims(&study).into_iter().filter(|claim| fault(&study, claim)).map(|claim| claim.place).collect();
        assert!(faults.is_empty(), "{}: {faults:#?}", study.id);
    }
}

/// The digits of a number that do not depend on its marks and its multiple of ten.
fn significant(text: &str) -> &str {
    text.trim_matches('0')
}

/// The numbers in a text, each as its significant digits.
fn numbers(text: &str) -> Vec<String> {
    text.split(|c: char| !(c.is_ascii_digit() || c == '.' || c == ','))
        .map(|word| word.chars().filter(char::is_ascii_digit).collect::<String>())
        .map(|digits| significant(&digits).to_owned())
        .filter(|digits| !digits.is_empty())
        .collect()
}

#[test]
fn every_quote_stands_to_the_letter_in_its_text() {
    let texts = excerpts();
    let mut n_quotes = 0;
    for study in studies() {
        for claim in claims(&study) {
            if let Some(text) = texts.get(claim.source).filter(|_| !claim.quote.is_empty()) {
                assert!(text.iter().any(|line| line.contains(claim.quote)), "{}: {:?}", claim.place, claim.quote);
                n_quotes += 1;
            }
        }
    }
    assert!(n_quotes >= 30, "only {n_quotes} quotes were looked up");
}

#[test]
fn every_published_figure_of_a_text_is_quoted() {
    let texts = excerpts();
    assert_none(|_, claim| {
        claim.status == Status::Published && texts.contains_key(claim.source) && claim.quote.is_empty()
    });
}

#[test]
fn every_quote_names_its_own_number() {
    assert_none(|_, claim| {
        let digits: String = claim.value.abs().to_string().chars().filter(char::is_ascii_digit).collect();
        let number = significant(&digits);
        claim.status == Status::Published
            && !claim.quote.is_empty()
            && !numbers(claim.quote).iter().any(|found| found == number)
    });
}

#[test]
fn a_published_figure_without_a_quote_says_that_its_wording_is_condensed() {
    assert_none(|_, claim| {
        claim.status == Status::Published
            && claim.quote.is_empty()
            && !(claim.note[0].contains("tóm lược") && claim.note[1].contains("condensed"))
    });
}

#[test]
fn what_is_derived_or_assumed_says_how_in_both_languages() {
    assert_none(|_, claim| claim.status != Status::Published && claim.note.iter().any(|note| note.trim().is_empty()));
}

#[test]
fn every_figure_names_a_known_source_and_territory() {
    assert_none(|study, claim| study.source(claim.source).is_none());
    for study in studies() {
        for (place, figure) in figures(&study) {
            assert!(study.territories.iter().any(|territory| territory.id == figure.territory), "{place}");
        }
    }
}

#[test]
fn only_quoted_sentences_are_kept() {
    let studies = studies();
    let quotes: Vec<&str> =
        studies.iter().flat_map(claims).map(|claim| claim.quote).filter(|q| !q.is_empty()).collect();
    for (id, lines) in excerpts() {
        for line in lines {
            assert!(quotes.iter().any(|quote| line.contains(quote)), "{id}: {line}");
        }
    }
}
