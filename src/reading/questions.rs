//! What must be asked of a table: only where the answer changes a number or a name.

use super::cells::{DraftCell, FoundBy};
use super::found::{QuestionTopic, ReadQuestion};
use super::grid::column_letters;
use super::numbers::{DecimalSign, MarkVerdict, WrittenNumber};
use super::outline::SumsFound;
use super::table::{Draft, chosen_names, territory_columns};
use std::collections::BTreeSet;

/// The questions of a table.
pub(super) fn ask(
    draft: &Draft<'_>,
    cells: &[DraftCell],
    sums: &SumsFound,
    columns_told: Option<String>,
) -> Vec<ReadQuestion> {
    let mut questions = Vec::new();
    questions.extend(ask_marks(draft));
    questions.extend(ask_names(draft, cells.len()));
    if let Some(proposal) = columns_told {
        let given = draft.answers.iter().rev().find(|answer| answer.question == "columns");
        let answer = given.filter(|_| draft.proposed_columns.is_empty()).map(|answer| answer.answer.clone());
        questions.push(ReadQuestion {
            id: "columns".to_owned(),
            topic: QuestionTopic::Columns,
            essential: true,
            proposal,
            answer,
            evidence: Vec::new(),
            effect: cells.len(),
        });
    }
    let unit = |cell: &DraftCell| (cell.unit_from, cell.read.unit.clone());
    questions.extend(ask_property(draft, cells, QuestionTopic::Unit, unit));
    let basis = |cell: &DraftCell| (cell.basis_from, cell.read.price_basis.clone());
    questions.extend(ask_property(draft, cells, QuestionTopic::Basis, basis));
    let year = |cell: &DraftCell| (cell.year_from, cell.read.year.map_or_else(String::new, |year| year.to_string()));
    questions.extend(ask_property(draft, cells, QuestionTopic::Year, year));
    questions.extend(ask_sums(draft, sums, cells.len()));
    questions
}

/// Asks which of two complete sets of parts are the sectors, and whether a part is subtracted.
fn ask_sums(draft: &Draft<'_>, sums: &SumsFound, effect: usize) -> Vec<ReadQuestion> {
    let given = |topic: QuestionTopic| draft.answers.iter().rev().find(|answer| answer.question == topic.id());
    let question = |topic: QuestionTopic, proposal: String, evidence: Vec<String>| ReadQuestion {
        id: topic.id().to_owned(),
        topic,
        essential: false,
        proposal,
        answer: given(topic).map(|answer| answer.answer.clone()),
        evidence,
        effect,
    };
    let mut asked = Vec::new();
    if let Some(cells) = &sums.breakdowns {
        // The longest set is the one by industry; sets by owner or place are short.
        let proposal = cells.last().cloned().unwrap_or_default();
        asked.push(question(QuestionTopic::Parts, proposal, cells.clone()));
    }
    if let Some((total, part)) = &sums.subtracted {
        asked.push(question(QuestionTopic::Sign, format!("- {part}"), vec![total.clone(), part.clone()]));
    }
    asked
}

/// Asks for a property of those cells whose value is proposed or answered.
fn ask_property(
    draft: &Draft<'_>,
    cells: &[DraftCell],
    topic: QuestionTopic,
    of: impl Fn(&DraftCell) -> (FoundBy, String),
) -> Option<ReadQuestion> {
    let open: Vec<&DraftCell> =
        cells.iter().filter(|cell| matches!(of(cell).0, FoundBy::Proposed | FoundBy::Answered)).collect();
    let first = open.first()?;
    let answered = open.iter().any(|cell| of(cell).0 == FoundBy::Answered);
    let columns: BTreeSet<u32> = open.iter().map(|cell| cell.place.1).collect();
    let all = draft.values().count() == columns.len();
    let id = if all { topic.id().to_owned() } else { format!("{}:{}", topic.id(), scope_of(&columns)) };
    let evidence = open.iter().take(3).map(|cell| {
        let value = cell.read.value.map_or_else(String::new, |value| value.to_string());
        format!("{} = {value}", cell.read.cell)
    });
    let proposal = of(first).1;
    Some(ReadQuestion {
        id,
        topic,
        essential: true,
        answer: answered.then(|| proposal.clone()),
        proposal,
        evidence: evidence.collect(),
        effect: open.len(),
    })
}

/// Columns as `C-E,G`.
pub(super) fn scope_of(columns: &BTreeSet<u32>) -> String {
    let mut runs: Vec<(u32, u32)> = Vec::new();
    for column in columns {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == *column => *last = *column,
            _ => runs.push((*column, *column)),
        }
    }
    let text = |(first, last): &(u32, u32)| {
        if first == last {
            column_letters(*first)
        } else {
            format!("{}-{}", column_letters(*first), column_letters(*last))
        }
    };
    runs.iter().map(text).collect::<Vec<_>>().join(",")
}

/// Asks which of several columns names the territories.
fn ask_names(draft: &Draft<'_>, effect: usize) -> Option<ReadQuestion> {
    let columns = territory_columns(&draft.columns);
    let chosen = chosen_names(draft).filter(|_| columns.len() > 1)?;
    let first = draft.body.first()?.row;
    let evidence = columns.iter().filter_map(|column| Some(draft.grid.at(first, *column)?.printed())).collect();
    let given = draft.answers.iter().rev().find(|answer| answer.question == QuestionTopic::Names.id());
    Some(ReadQuestion {
        id: QuestionTopic::Names.id().to_owned(),
        topic: QuestionTopic::Names,
        essential: false,
        proposal: column_letters(chosen),
        answer: given.map(|answer| answer.answer.clone()),
        evidence,
        effect,
    })
}

/// Asks for the marks where both readings are possible, with one number read both ways.
fn ask_marks(draft: &Draft<'_>) -> Option<ReadQuestion> {
    let open = |verdict: &MarkVerdict| matches!(verdict, MarkVerdict::Open | MarkVerdict::Mixed);
    let columns: BTreeSet<u32> =
        draft.verdicts.iter().filter(|(_, verdict)| open(verdict)).map(|(column, _)| *column).collect();
    let first = columns.first()?;
    let written = |column: u32| {
        let texts =
            draft.body.iter().filter_map(move |body| Some((body.row, draft.grid.at(body.row, column)?.text()?)));
        texts.filter_map(|(row, text)| Some((row, text, WrittenNumber::read(text)?)))
    };
    let both = |number: &WrittenNumber| Some((number.value(DecimalSign::Dot)?, number.value(DecimalSign::Comma)?));
    let evidence: Vec<String> = written(*first)
        .filter_map(|(row, text, number)| {
            let (dot, comma) = both(&number).filter(|(dot, comma)| dot.to_bits() != comma.to_bits())?;
            Some(format!("{}: {text} = {dot} / {comma}", super::grid::address(row, *first)))
        })
        .take(2)
        .collect();
    let effect = columns.iter().map(|column| written(*column).count()).sum();
    let word = |mark: DecimalSign| match mark {
        DecimalSign::Dot => "dot".to_owned(),
        DecimalSign::Comma => "comma".to_owned(),
    };
    let proposal = draft.marks.get(first).copied().map_or_else(String::new, word);
    let answer = draft.answer("marks", *first).map(str::to_owned);
    let id = format!("marks:{}", scope_of(&columns));
    Some(ReadQuestion { id, topic: QuestionTopic::Marks, essential: true, proposal, answer, evidence, effect })
}
