//! Where what a study has and what comes in may be no one series: asked before anything is taken.

use super::lines::RoledLabel;
use super::measure::{ImportMeasure, study_unit};
use super::offer::{ImportOffer, cells_of};
use super::session::ImportFrame;
use crate::reading::{
    ImportAnswers, KnownValue, QuestionTopic, ReadCell, ReadQuestion, ReadTable, RevisedValue, SeriesBreak,
    find_breaks, find_revised,
};
use crate::scenario::study::Study;
use std::collections::BTreeMap;

/// What is done with figures behind a break.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum SeriesAnswer {
    /// They go on with the series that the study has.
    OneSeries,
    /// They come in under a vintage of their own, beside what the study has.
    Apart,
    /// They stay where they are.
    LeftOut,
}

impl SeriesAnswer {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Apart, Self::OneSeries, Self::LeftOut];

    /// The word by which an answer names it.
    pub const fn id(self) -> &'static str {
        match self {
            Self::OneSeries => "one-series",
            Self::Apart => "apart",
            Self::LeftOut => "left-out",
        }
    }

    /// The one that a word names.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|answer| answer.id() == id.trim())
    }
}

/// A break with the evidence for it.
#[derive(Debug, Clone, PartialEq)]
pub struct BreakEvidence {
    /// The break.
    pub found: SeriesBreak,
    /// Values that the study has otherwise.
    pub revised: Vec<RevisedValue>,
}

/// A break of an offer, as it is asked.
pub(super) struct AskedBreak {
    pub(super) question: ReadQuestion,
    pub(super) evidence: BreakEvidence,
}

/// The breaks between an offer and the figures of the same vintage that the study has, with the answers given.
pub(super) fn ask_breaks(
    study: &Study,
    frame: &ImportFrame,
    (offer, table, measure): (&ImportOffer, &ReadTable, ImportMeasure),
    roles: &[RoledLabel],
    answers: &ImportAnswers,
) -> Vec<AskedBreak> {
    let cells = cells_of(offer, table);
    let known = known_values(study, frame, (&cells, measure), roles);
    if known.is_empty() {
        return Vec::new();
    }
    let own = ReadTable { cells: cells.into_iter().cloned().map(in_year).collect(), ..table.clone() };
    let given = answers.about(&table.file, &table.key);
    let asked = |found: SeriesBreak| {
        let id = format!("{}-{}:{}", QuestionTopic::Series.id(), found.id(), measure.word());
        // `series` answers about every break, `series-benchmark` about one kind, the whole id about one quantity too.
        let named = |question: &str| {
            id.strip_prefix(question).is_some_and(|rest| rest.is_empty() || rest.starts_with(['-', ':']))
        };
        let answer = given.iter().rev().find(|answer| named(&answer.question));
        let proposal = match found {
            // The study has one year of constant prices, so that figures at other prices do not belong in it.
            SeriesBreak::Basis { .. } => SeriesAnswer::LeftOut,
            SeriesBreak::Benchmark { .. } | SeriesBreak::Jump { .. } => SeriesAnswer::Apart,
        };
        let question = ReadQuestion {
            id: id.clone(),
            topic: QuestionTopic::Series,
            essential: true,
            proposal: proposal.id().to_owned(),
            answer: answer
                .and_then(|answer| SeriesAnswer::from_id(&answer.answer))
                .map(|answer| answer.id().to_owned()),
            evidence: Vec::new(),
            effect: own.cells.len(),
        };
        AskedBreak { question, evidence: BreakEvidence { found, revised: find_revised(&known, &own) } }
    };
    find_breaks(&known, &own).into_iter().map(asked).collect()
}

/// What is done with the figures of an offer: the strictest of the answers about its breaks, proposals where none is given.
pub(super) fn settle(asked: &[AskedBreak]) -> SeriesAnswer {
    let holds = |asked: &AskedBreak| {
        let answer = asked.question.answer.as_ref().unwrap_or(&asked.question.proposal);
        SeriesAnswer::from_id(answer).unwrap_or(SeriesAnswer::LeftOut)
    };
    asked.iter().map(holds).max().unwrap_or(SeriesAnswer::OneSeries)
}

/// A cell whose period says that it is of a whole year, as files without periods leave unsaid.
fn in_year(mut cell: ReadCell) -> ReadCell {
    "A".clone_into(&mut cell.period);
    cell
}

/// What the study has of the labels of an offer, each in the unit and words of its cell.
///
/// A line that several labels make up has no value that one of them could be compared with.
fn known_values(
    study: &Study,
    frame: &ImportFrame,
    (cells, measure): (&[&ReadCell], ImportMeasure),
    roles: &[RoledLabel],
) -> Vec<KnownValue> {
    let mut labels: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for role in roles {
        if let Some(line) = role.role.id() {
            labels.entry(line).or_default().push(&role.outline.label);
        }
    }
    let alone = labels.into_iter().filter(|(_, labels)| labels.len() == 1);
    let mut known = Vec::new();
    for (line, label) in alone.filter_map(|(line, labels)| Some((line, *labels.first()?))) {
        let line = if measure.has_lines() { line } else { "" };
        let Some(cell) = cells.iter().find(|cell| cell.label == label) else { continue };
        let Some((unit, scale)) = study_unit(&cell.unit) else { continue };
        let figures = study.observations.iter().filter(|figure| {
            (figure.quantity, figure.line.as_str()) == (measure.quantity, line)
                && figure.territory == frame.territory
                && figure.vintage == frame.vintage
        });
        known.extend(figures.filter_map(|figure| {
            Some(KnownValue {
                label: label.to_owned(),
                territory: cell.territory.clone(),
                year: figure.year.filter(|_| figure.since.is_none())?,
                period: "A".to_owned(),
                unit: cell.unit.clone(),
                price_basis: known_basis(study, measure, cell),
                value: figure.value * figure.unit.factor() / (unit.factor() * scale),
            })
        }));
    }
    known
}

/// The basis of the study in the words of the cell.
fn known_basis(study: &Study, measure: ImportMeasure, cell: &ReadCell) -> String {
    match measure.price_base {
        Some(year) if year != study.price_base_year => {
            cell.price_basis.replace(&year.to_string(), &study.price_base_year.to_string())
        }
        _ => cell.price_basis.clone(),
    }
}
