//! C22, C23: whether a source can be read in one way only.

use super::facts::{Facts, Known};
use super::finding::{Against, Claim, Finding, StatedAs, Verdict};
use super::{Check, Naming};
use crate::engine::TOTAL_LINE;
use crate::quantity::{PriceBasis, Unit};
use crate::scenario::figure::{Figure, Quantity, Status};

/// The checks of this file.
pub(super) const CHECKS: &[Check] = &[
    // Decimal marks inside one sentence.
    Check { id: "C22", naming: Naming::Letters, run: decimal_marks },
    // Price basis and territory.
    Check { id: "C23", naming: Naming::Letters, run: price_basis_and_territory },
];

/// Decimal marks in one sentence.
const DECIMAL_MARKS: Claim =
    Claim::new("finding-decimal-marks", Against::Itself).stated(StatedAs::Nothing).without_gap();
/// Price basis that a source does not name.
const PRICE_BASIS: Claim = Claim::new("finding-price-basis", Against::Itself).stated(StatedAs::Nothing).without_gap();
/// Figures of other territories.
const TERRITORY: Claim = Claim::new("finding-territory", Against::Itself).without_gap();

/// Words by which Vietnamese and English texts name a price basis.
const PRICE_WORDS: [&str; 9] = [
    "giá so sánh",
    "giá cố định",
    "giá hiện hành",
    "giá thực tế",
    "giá ss",
    "giá hh",
    "constant price",
    "constant 20",
    "current price",
];

/// C22: one sentence writes decimals with a point and with a comma.
///
/// A number of a quote is a decimal where the figure that the study reads from the same document equals it that way, so
/// that `1.805 ha`, read as 1805, is none.
fn decimal_marks(facts: &Facts<'_>) -> Vec<Finding> {
    let all = facts.quoted_figures();
    let mut findings = Vec::new();
    let mut seen: Vec<&str> = Vec::new();
    for known in &all {
        let figure = known.figure;
        if seen.contains(&figure.quote.as_str()) {
            continue;
        }
        seen.push(&figure.quote);
        let read: Vec<(char, Known<'_>)> = numbers(&figure.quote)
            .into_iter()
            .filter_map(|word| {
                let same_source = all.iter().filter(|other| other.figure.source == figure.source);
                same_source.copied().find_map(|other| Some((mark_of(word, other.figure)?, other)))
            })
            .collect();
        let with = |mark: char| read.iter().filter(move |(own, _)| *own == mark).map(|(_, known)| known.evidence());
        if with('.').next().is_none() || with(',').next().is_none() {
            continue;
        }
        // The sentence itself is shown once, on either side the numbers that it writes one way.
        let mut finding = Finding::new(DECIMAL_MARKS, 2.0, Unit::Count)
            .within(None, Some(1.0))
            .about(&figure.line, figure.since, figure.year.unwrap_or_default())
            .from(with('.'))
            .against(with(','));
        finding.verdict = Verdict::Mismatch;
        findings.push((figure.source.as_str(), finding));
    }
    // One finding a document: other sentences of it repeat the same numbers.
    findings.dedup_by(|later, earlier| later.0 == earlier.0);
    findings.into_iter().map(|(_, finding)| finding).collect()
}

/// Numbers in a text that hold exactly one mark between digits.
fn numbers(text: &str) -> Vec<&str> {
    text.split(|c: char| !(c.is_ascii_digit() || c == '.' || c == ','))
        .map(|word| word.trim_matches(['.', ',']))
        .filter(|word| word.chars().filter(|c| !c.is_ascii_digit()).count() == 1)
        .collect()
}

/// The mark with which a word writes the value of a figure as a decimal.
fn mark_of(word: &str, figure: &Figure) -> Option<char> {
    let mark = word.chars().find(|c| !c.is_ascii_digit())?;
    let value: f64 = word.replace(mark, ".").parse().ok()?;
    [Some(figure.value), figure.upper]
        .into_iter()
        .flatten()
        .any(|own| own.abs().to_bits() == value.to_bits())
        .then_some(mark)
}

/// C23: targets whose source names no price basis, and figures of other territories.
fn price_basis_and_territory(facts: &Facts<'_>) -> Vec<Finding> {
    let needs_basis = |figure: &Figure| {
        matches!(
            figure.quantity,
            Quantity::Output
                | Quantity::OutputCurrent
                | Quantity::Share
                | Quantity::GrdpPerHead
                | Quantity::Productivity
        )
    };
    let unstated = facts.targets(|figure| needs_basis(figure) && !names_basis(figure));
    let mut groups: Vec<Vec<Known<'_>>> = Vec::new();
    for known in unstated {
        let same = |group: &&mut Vec<Known<'_>>| {
            let first = group.first().map(|first| (first.figure.quantity, &first.figure.source));
            first == Some((known.figure.quantity, &known.figure.source))
        };
        match groups.iter_mut().find(same) {
            Some(group) => group.push(known),
            None => groups.push(vec![known]),
        }
    }
    groups.iter().filter_map(|group| no_basis(group)).chain(other_territories(facts)).collect()
}

/// Whether the words of a source say at which prices; condensed words prove nothing either way, and what the study assumes it states itself.
fn names_basis(figure: &Figure) -> bool {
    let words = figure.quote.to_lowercase();
    let is_named = || words.is_empty() || PRICE_WORDS.iter().any(|name| words.contains(name));
    match figure.status {
        Status::Assumed => true,
        Status::Derived => figure.price_basis != PriceBasis::NotStated,
        Status::Published => figure.price_basis != PriceBasis::NotStated && is_named(),
    }
}

fn no_basis(group: &[Known<'_>]) -> Option<Finding> {
    let (first, last) = group.first().zip(group.last())?;
    let count = group.len() as f64;
    let line = if first.figure.line.is_empty() { TOTAL_LINE } else { &first.figure.line };
    let mut finding = Finding::new(PRICE_BASIS, count, Unit::Count)
        .within(None, Some(0.0))
        .at_prices(PriceBasis::NotStated)
        .about(line, first.figure.year.filter(|_| group.len() > 1), last.figure.year?)
        .from(group.iter().map(|known| known.evidence()));
    finding.verdict = Verdict::NotStated;
    Some(finding)
}

/// Figures of other territories, which are kept and never mixed with the study's own.
fn other_territories(facts: &Facts<'_>) -> Option<Finding> {
    let lists = [&facts.study.observations, &facts.study.targets];
    let others =
        lists.into_iter().flat_map(|list| list.iter()).filter(|figure| figure.territory != facts.study.territory);
    let count = others.count();
    (count > 0).then(|| Finding::new(TERRITORY, count as f64, Unit::Count))
}
