//! What was read of a file of a statistics office, what must be asked, and why a file could not be read.

use super::catalog::{FluentValue, message, message_with};
use super::explain::{Explanation, explain};
use super::number::Numbers;
use crate::lang::Lang;
use crate::reading::{
    CheckFound, CheckKind, FileRead, ForeignKind, ImportRecipe, QuestionTopic, ReadFileError, ReadQuestion, ReadTable,
    RevisedValue, SeriesBreak, TableMatch, UnreadableFile,
};

/// Why a file could not be read.
pub fn explain_unreadable(error: &ReadFileError, lang: Lang) -> Explanation {
    let file = || ("file", FluentValue::from(error.file.as_str()));
    match &error.why {
        UnreadableFile::Empty => explain(lang, "error-import-empty", &[file()]),
        UnreadableFile::Protected => explain(lang, "error-import-protected", &[file()]),
        UnreadableFile::Damaged(_) => explain(lang, "error-import-damaged", &[file()]),
        UnreadableFile::Foreign(kind) => {
            let key = match kind {
                ForeignKind::WebPage => "error-import-web-page",
                ForeignKind::Picture => "error-import-picture",
                ForeignKind::Pdf => "error-import-pdf",
                ForeignKind::BinaryWorkbook => "error-import-binary-workbook",
                ForeignKind::OtherDocument => "error-import-other-document",
                ForeignKind::OldWorkbook => "error-import-old-workbook",
                ForeignKind::Unknown => "error-import-unknown",
            };
            explain(lang, key, &[file()])
        }
        UnreadableFile::NoNumbers => explain(lang, "error-import-no-numbers", &[file()]),
        UnreadableFile::NoTable => explain(lang, "error-import-no-table", &[file()]),
        UnreadableFile::StrangeYears { sheet, cell } => {
            let arguments = [file(), ("sheet", sheet.as_str().into()), ("cell", cell.as_str().into())];
            explain(lang, "error-import-strange-years", &arguments)
        }
        UnreadableFile::UnbalancedQuotes { line } => {
            explain(lang, "error-import-quotes", &[file(), ("line", line.to_string().into())])
        }
        UnreadableFile::MissingKeyword(keyword) => {
            explain(lang, "error-import-keyword", &[file(), ("keyword", (*keyword).into())])
        }
        UnreadableFile::WrongCount { expected, found } => {
            let arguments = [file(), ("expected", expected.to_string().into()), ("found", found.to_string().into())];
            explain(lang, "error-import-count", &arguments)
        }
    }
}

/// A cell with its sheet, where it has one.
fn place_of_cell(sheet: &str, cell: &str, lang: Lang) -> String {
    if sheet.is_empty() {
        cell.to_owned()
    } else {
        message_with(lang, "import-place", &[("sheet", sheet.into()), ("cell", cell.into())])
    }
}

/// A finding of a check: what is so, in which file, sheet and cell, and what to do.
pub fn tell_check(file: &str, sheet: &str, finding: &CheckFound, lang: Lang) -> Explanation {
    let numbers = Numbers::new(lang);
    let (is, should_be) = finding.values.unwrap_or((0.0, 0.0));
    let arguments = [
        ("file", FluentValue::from(file)),
        ("place", place_of_cell(sheet, &finding.cell, lang).into()),
        ("value", numbers.write_trimmed(is, 4).into()),
        ("other", numbers.write_trimmed(should_be, 4).into()),
    ];
    explain(lang, key_of_check(finding.check), &arguments)
}

fn key_of_check(check: CheckKind) -> &'static str {
    match check {
        CheckKind::SumOff => "import-check-sum-off",
        CheckKind::SharesNotHundred => "import-check-shares",
        CheckKind::NegativePersons => "import-check-negative",
        CheckKind::FactorThousand => "import-check-thousand",
        CheckKind::YearTwice => "import-check-year-twice",
        CheckKind::LabelTwice => "import-check-label-twice",
        CheckKind::Jump => "import-check-jump",
        CheckKind::DeflatorOut => "import-check-deflator",
        CheckKind::MixedMarks => "import-check-marks",
        CheckKind::TextAmongNumbers => "import-check-text",
        CheckKind::FailedFormula => "import-check-failed-formula",
        CheckKind::NotComputed => "import-check-not-computed",
        CheckKind::UnknownUnit => "import-check-unit",
        CheckKind::PeriodWithoutYear => "import-check-no-year",
        CheckKind::HiddenLeftOut => "import-check-hidden",
        CheckKind::CodesOnly => "import-check-codes",
        CheckKind::RaggedRow => "import-check-ragged",
        CheckKind::GuessedCodePage => "import-check-code-page",
        CheckKind::Cumulative => "import-check-cumulative",
        CheckKind::TwoBenchmarks => "import-check-benchmarks",
        CheckKind::TwoBases => "import-check-two-bases",
        CheckKind::UnknownTerritory => "import-check-place",
    }
}

/// Sentence and hint on one line.
pub fn one_line(explanation: &Explanation) -> String {
    format!("{} {}", explanation.sentence, explanation.hint)
}

/// What a question is about, as a question without its mark.
pub(super) fn topic_text(topic: QuestionTopic, lang: Lang) -> String {
    let key = match topic {
        QuestionTopic::Marks => "import-ask-marks",
        QuestionTopic::Unit => "import-ask-unit",
        QuestionTopic::Basis => "import-ask-basis",
        QuestionTopic::Year => "import-ask-year",
        QuestionTopic::Territory => "import-ask-territory",
        QuestionTopic::Names => "import-ask-names",
        QuestionTopic::Columns => "import-ask-columns",
        QuestionTopic::Parts => "import-ask-parts",
        QuestionTopic::Sign => "import-ask-sign",
        QuestionTopic::Series => "import-ask-series",
    };
    message(lang, key)
}

/// A question with its id, the key of its table, the proposal and the evidence for it.
pub fn tell_question(table: &ReadTable, question: &ReadQuestion, lang: Lang) -> String {
    tell_asked(&table.file, &table.key, question, lang)
}

/// The same of a table that is known by its key.
pub(super) fn tell_asked(file: &str, table: &str, question: &ReadQuestion, lang: Lang) -> String {
    let holds = question.answer.as_ref().unwrap_or(&question.proposal);
    let holds = if holds.is_empty() { message(lang, "import-nothing") } else { holds.clone() };
    let key = if question.answer.is_some() { "import-answered" } else { "import-question" };
    let arguments = [
        ("file", FluentValue::from(file)),
        ("table", table.into()),
        ("id", question.id.as_str().into()),
        ("topic", topic_text(question.topic, lang).into()),
        ("proposal", holds.into()),
        ("evidence", question.evidence.join("; ").into()),
    ];
    message_with(lang, key, &arguments)
}

/// A table in one line: where, what, how much.
pub fn tell_table(table: &ReadTable, lang: Lang) -> String {
    let years = table.cells.iter().filter_map(|cell| cell.year);
    let (first, last) = (years.clone().min(), years.max());
    let years = match (first, last) {
        (Some(first), Some(last)) if first != last => format!("{first}–{last}"),
        (Some(year), _) => year.to_string(),
        (None, _) => message(lang, "import-nothing"),
    };
    let first = table.cells.first();
    let of = |text: Option<&String>| {
        text.filter(|text| !text.is_empty()).cloned().unwrap_or_else(|| message(lang, "import-nothing"))
    };
    let arguments = [
        ("file", FluentValue::from(table.file.as_str())),
        ("sheet", of(Some(&table.sheet)).into()),
        ("title", of(Some(&table.title)).into()),
        ("unit", of(first.map(|cell| &cell.unit)).into()),
        ("basis", of(first.map(|cell| &cell.price_basis)).into()),
        ("years", years.into()),
        ("cells", table.cells.len().to_string().into()),
        ("questions", table.questions.len().to_string().into()),
    ];
    message_with(lang, "import-table", &arguments)
}

/// Which texts were converted from TCVN3, with one of them before and after.
pub fn tell_text_converted(found: &FileRead, lang: Lang) -> Vec<String> {
    let tell = |(sheet, (texts, before, after)): (&String, &(usize, String, String))| {
        let arguments = [
            ("file", FluentValue::from(found.file.as_str())),
            ("sheet", sheet.as_str().into()),
            ("texts", texts.to_string().into()),
            ("before", before.as_str().into()),
            ("after", after.as_str().into()),
        ];
        message_with(lang, "import-converted", &arguments)
    };
    found.converted.iter().map(tell).collect()
}

/// How a table of a later file agrees with the remembered one: what is new, lost, likely renamed, and whether it is asked again.
pub fn tell_table_match(
    recipe: &ImportRecipe,
    found: &TableMatch,
    table: Option<&ReadTable>,
    lang: Lang,
) -> Vec<String> {
    let numbers = Numbers::new(lang);
    let key = recipe.tables.get(found.remembered).map_or("", |remembered| remembered.key.as_str());
    let Some(table) = table else {
        return vec![message_with(lang, "import-match-lost", &[("table", key.into())])];
    };
    let score = numbers.write_trimmed(found.agreement * 100.0, 0);
    let arguments = [("file", FluentValue::from(table.file.as_str())), ("table", key.into()), ("score", score.into())];
    let again = if found.asks_again() { "import-match-asked-again" } else { "import-match" };
    let mut lines = vec![message_with(lang, again, &arguments)];
    let mut list = |key: &str, names: &[String]| {
        if !names.is_empty() {
            lines.push(message_with(lang, key, &[("names", names.join("; ").into())]));
        }
    };
    list("import-match-new-labels", &found.new_labels);
    list("import-match-lost-labels", &found.lost_labels);
    let renamed: Vec<String> = found.renamed_labels.iter().map(|pair| format!("{} → {}", pair.old, pair.new)).collect();
    list("import-match-renamed", &renamed);
    let years: Vec<String> = found.new_years.iter().map(ToString::to_string).collect();
    list("import-match-new-years", &years);
    lines
}

/// A value that a later file prints otherwise, old and new in one sentence.
pub fn tell_revised(file: &str, sheet: &str, revised: &RevisedValue, lang: Lang) -> String {
    let numbers = Numbers::new(lang);
    let name = [revised.territory.as_str(), revised.label.as_str()].into_iter().filter(|part| !part.is_empty());
    let arguments = [
        ("file", FluentValue::from(file)),
        ("place", place_of_cell(sheet, &revised.cell, lang).into()),
        ("name", name.collect::<Vec<_>>().join(" · ").into()),
        ("year", revised.year.to_string().into()),
        ("old", numbers.write_trimmed(revised.old, 4).into()),
        ("new", numbers.write_trimmed(revised.new, 4).into()),
        ("unit", revised.unit.as_str().into()),
    ];
    message_with(lang, "import-revised", &arguments)
}

/// Why what is known and a later file do not make one series, as a question.
pub fn ask_break(file: &str, sheet: &str, found: &SeriesBreak, lang: Lang) -> Explanation {
    let numbers = Numbers::new(lang);
    let number = |value: f64| FluentValue::from(numbers.write_trimmed(value, 4));
    let file = ("file", FluentValue::from(file));
    let place = |cell: &str| ("place", FluentValue::from(place_of_cell(sheet, cell, lang)));
    match found {
        SeriesBreak::Basis { old, new, cell } => {
            let arguments = [file, place(cell), ("old", old.as_str().into()), ("new", new.as_str().into())];
            explain(lang, "import-break-basis", &arguments)
        }
        SeriesBreak::Benchmark { revised } => {
            let arguments = [
                file,
                place(&revised.cell),
                ("year", revised.year.to_string().into()),
                ("old", number(revised.old)),
                ("new", number(revised.new)),
                ("unit", revised.unit.as_str().into()),
            ];
            explain(lang, "import-break-benchmark", &arguments)
        }
        SeriesBreak::Jump { cell, label, last, first, growth, usual } => {
            let arguments = [
                file,
                place(cell),
                ("label", label.as_str().into()),
                ("from", last.0.to_string().into()),
                ("to", first.0.to_string().into()),
                ("old", number(last.1)),
                ("new", number(first.1)),
                ("growth", numbers.write_trimmed(*growth, 1).into()),
                ("usual", numbers.write_trimmed(*usual, 1).into()),
            ];
            explain(lang, "import-break-jump", &arguments)
        }
    }
}
