//! What is said while figures of files come into a study.

use super::catalog::{FluentValue, message, message_with};
use super::explain::{Explanation, explain, explain_study_error};
use super::names::{line_short, quantity_name};
use super::number::Numbers;
use super::words::count_text;
use crate::importing::{
    BreakEvidence, ImportMeasure, ImportOffer, IntakeChange, LeftOutBecause, NewStudyProblem, OpenQuestion,
    OtherQuantity, RoleFoundBy, SeriesAnswer, TypedProblem, Unfit, UnusualGrowth,
};
use crate::lang::Lang;
use crate::quantity::Quantity;
use crate::reading::{FileRead, LeftOutReason, QuestionTopic, RememberedAnswer};
use crate::scenario::study::{Study, StudyRecipe};

/// What a table measures, at which prices.
pub fn measured(measure: ImportMeasure, lang: Lang) -> String {
    let name = quantity_name(measure.quantity, lang);
    let Some(year) = measure.price_base.filter(|_| measure.quantity == Quantity::Output) else { return name };
    let arguments = [("quantity", FluentValue::from(name)), ("year", year.to_string().into())];
    message_with(lang, "taking-constant", &arguments)
}

/// Why a table does not come in.
pub fn explain_unfit(why: Unfit, lang: Lang) -> String {
    let key = match why {
        Unfit::NoLevel => "taking-unfit-level",
        Unfit::PartOfYear => "taking-unfit-period",
        Unfit::NoYear => "taking-unfit-year",
        Unfit::Unit => "taking-unfit-unit",
        Unfit::Quantity => "taking-unfit-quantity",
        Unfit::ByHand(other) => {
            let name = FluentValue::from(other_quantity_name(other, lang));
            return message_with(lang, "taking-unfit-by-hand", &[("name", name)]);
        }
        Unfit::Prices => "taking-unfit-prices",
        Unfit::Empty => "taking-unfit-empty",
    };
    message(lang, key)
}

/// The name of what comes into a study by hand only.
fn other_quantity_name(other: OtherQuantity, lang: Lang) -> String {
    let key = match other {
        OtherQuantity::Investment => "taking-other-investment",
        OtherQuantity::ExchangeRate => "taking-other-exchange-rate",
        OtherQuantity::PriceIndex => "taking-other-price-index",
        OtherQuantity::Trade => "taking-other-trade",
        OtherQuantity::Budget => "taking-other-budget",
    };
    message(lang, key)
}

/// What files hold and no import takes, by name and place, each once.
pub fn tell_not_taken(offers: &[ImportOffer], lang: Lang) -> Vec<String> {
    let mut told: Vec<String> = Vec::new();
    for offer in offers {
        let Err(Unfit::ByHand(other)) = offer.measure else { continue };
        let place = if offer.key.sheet.is_empty() { &offer.key.file } else { &offer.key.sheet };
        let arguments =
            [("name", FluentValue::from(other_quantity_name(other, lang))), ("place", place.as_str().into())];
        let line = message_with(lang, "taking-not-taken", &arguments);
        if !told.contains(&line) {
            told.push(line);
        }
    }
    told
}

/// Why a cell of a table that comes in is left out.
pub fn explain_cell_left_out(why: LeftOutBecause, lang: Lang) -> String {
    let key = match why {
        LeftOutBecause::NoValue => "taking-left-no-value",
        LeftOutBecause::NoLine => "taking-left-no-line",
        LeftOutBecause::Repeated => "taking-left-repeated",
        LeftOutBecause::Contradicts => "taking-left-contradicts",
        LeftOutBecause::OtherSeries => "taking-left-other-series",
    };
    message(lang, key)
}

/// Why a row or column was not read.
pub fn explain_row_left_out(reason: LeftOutReason, lang: Lang) -> String {
    message(lang, left_out_key(reason))
}

fn left_out_key(reason: LeftOutReason) -> &'static str {
    match reason {
        LeftOutReason::Hidden => "taking-row-hidden",
        LeftOutReason::Technical => "taking-row-technical",
        LeftOutReason::NoLabel => "taking-row-no-label",
        LeftOutReason::NoHead => "taking-row-no-head",
        LeftOutReason::Repeated => "taking-row-repeated",
        LeftOutReason::VariantOfTotal => "taking-row-variant",
        LeftOutReason::Note => "taking-row-note",
    }
}

/// How a label was matched with a line.
pub fn tell_role_source(by: RoleFoundBy, lang: Lang) -> String {
    let key = match by {
        RoleFoundBy::Name => "taking-by-name",
        RoleFoundBy::Synonym => "taking-by-synonym",
        RoleFoundBy::Sum => "taking-by-sum",
        RoleFoundBy::PartOf => "taking-by-part",
        RoleFoundBy::Person => "taking-by-person",
        RoleFoundBy::Nothing => "taking-by-nothing",
    };
    message(lang, key)
}

/// The sentence of a question.
pub fn ask_topic(topic: QuestionTopic, lang: Lang) -> String {
    let asked = super::reading::topic_text(topic, lang);
    message_with(lang, "taking-question", &[("topic", asked.into())])
}

/// What is done with figures behind a break.
pub fn series_answer(answer: SeriesAnswer, lang: Lang) -> String {
    let key = match answer {
        SeriesAnswer::OneSeries => "taking-series-one",
        SeriesAnswer::Apart => "taking-series-apart",
        SeriesAnswer::LeftOut => "taking-series-left",
    };
    message(lang, key)
}

/// The most revised values that are told about a break; the table of changes has all of them.
const MOST_REVISED: usize = 5;

/// A break, what can be done about it, and the first values that were revised with both figures, a line each.
pub fn tell_break(file: &str, sheet: &str, evidence: &BreakEvidence, lang: Lang) -> Vec<String> {
    let asked = super::reading::ask_break(file, sheet, &evidence.found, lang);
    let revised = evidence.revised.iter().take(MOST_REVISED);
    let revised = revised.map(|revised| super::reading::tell_revised(file, sheet, revised, lang));
    let mut lines: Vec<String> = [asked.sentence, asked.hint].into_iter().chain(revised).collect();
    if let Some(more) = evidence.revised.len().checked_sub(MOST_REVISED).filter(|more| *more > 0) {
        lines.push(message_with(lang, "taking-revised-more", &[("count", more.into())]));
    }
    lines
}

/// How much a recipe holds, and of which territory.
pub fn recipe_summary(recipe: &StudyRecipe, lang: Lang) -> String {
    let mut parts = vec![
        count_text(lang, "recipes-tables", recipe.recipe.tables.len()),
        count_text(lang, "recipes-labels", recipe.labels.len()),
    ];
    parts.extend(Some(recipe.territory.clone()).filter(|territory| !territory.is_empty()));
    parts.join(" · ")
}

/// What a recipe holds, a line each: tables with their units and years, answers, labels with the lines they stand for.
pub fn tell_recipe(recipe: &StudyRecipe, study: &Study, lang: Lang) -> Vec<String> {
    let mut told = Vec::new();
    let answer_line = |answer: &RememberedAnswer| {
        let asked = super::reading::topic_text(answer.topic, lang);
        let arguments = [("topic", FluentValue::from(asked)), ("answer", answer.answer.as_str().into())];
        message_with(lang, "recipes-answer", &arguments)
    };
    told.extend(recipe.recipe.answers.iter().map(answer_line));
    for table in &recipe.recipe.tables {
        let title = table.key.split(" | ").next().unwrap_or_default();
        let years = table.years.first().zip(table.years.last());
        let years = years.map_or_else(String::new, |(first, last)| format!("{first}–{last}"));
        let measures: Vec<&str> = table.measures.iter().map(|(unit, _)| unit.as_str()).collect();
        let arguments =
            [("title", FluentValue::from(title)), ("units", measures.join(", ").into()), ("years", years.into())];
        told.push(message_with(lang, "recipes-table", &arguments));
        told.extend(table.answers.iter().map(answer_line));
    }
    told.extend(recipe.labels.iter().map(|label| {
        let line = match label.line.as_str() {
            "" => message(lang, "import-role-left"),
            id => line_short(id, study, lang),
        };
        format!("{} → {line}", label.label)
    }));
    told
}

/// One line about a file: its form, sheets, converted text, and how many tables fit.
pub fn tell_file(read: &FileRead, fitting: usize, lang: Lang) -> String {
    let converted: usize = read.converted.values().map(|(texts, ..)| texts).sum();
    let arguments = [
        ("form", form_name(&read.form, lang).into()),
        ("sheets", count_text(lang, "taking-sheets", read.sheets).into()),
        ("tables", count_text(lang, "taking-tables", fitting).into()),
        ("converted", if converted > 0 { message(lang, "taking-converted") } else { String::new() }.into()),
    ];
    message_with(lang, "taking-file", &arguments)
}

/// The form of a file as people call it.
fn form_name(form: &str, lang: Lang) -> String {
    match form {
        "xlsx" => "Excel".to_owned(),
        "xls" => "Excel 97–2003".to_owned(),
        "ods" => "OpenDocument".to_owned(),
        "text" => message(lang, "taking-form-text"),
        other => other.to_owned(),
    }
}

/// One converted text before and after, where text was converted.
pub fn tell_conversion(read: &FileRead, lang: Lang) -> Option<String> {
    let (_, before, after) = read.converted.values().next()?;
    let arguments = [("before", FluentValue::from(before.as_str())), ("after", after.as_str().into())];
    Some(message_with(lang, "taking-conversion", &arguments))
}

/// Why what is typed is no table of figures.
pub fn explain_typed_problem(problem: &TypedProblem, lang: Lang) -> Explanation {
    match problem {
        TypedProblem::Empty => explain(lang, "import-typed-empty", &[]),
        TypedProblem::NoName { row } => explain(lang, "import-typed-no-name", &[("row", FluentValue::from(*row))]),
        TypedProblem::Growth { line, step } => {
            let told = tell_unusual_growth(step, lang);
            explain(lang, "import-typed-growth", &[("line", FluentValue::from(line.as_str())), ("growth", told.into())])
        }
        TypedProblem::NotANumber { line, year, text } => {
            let arguments = [
                ("line", FluentValue::from(line.as_str())),
                ("year", year.to_string().into()),
                ("text", text.as_str().into()),
            ];
            explain(lang, "import-typed-word", &arguments)
        }
    }
}

/// A growth that is worth a question: both values and the rate.
pub fn tell_unusual_growth(step: &UnusualGrowth, lang: Lang) -> String {
    let numbers = Numbers::new(lang);
    let arguments = [
        ("from", FluentValue::from(step.from.to_string())),
        ("to", step.to.to_string().into()),
        ("before", numbers.write_trimmed(step.before, 4).into()),
        ("after", numbers.write_trimmed(step.after, 4).into()),
        ("growth", numbers.percent(step.growth, 1).into()),
    ];
    message_with(lang, "taking-unusual-growth", &arguments)
}

/// What a figure that comes in is to the study.
pub fn change_word(change: &IntakeChange, lang: Lang) -> String {
    let key = match change {
        IntakeChange::New => "import-change-new",
        IntakeChange::Same { .. } => "import-change-same",
        IntakeChange::Revised { .. } => "import-change-revised",
        IntakeChange::Beside { .. } => "import-change-beside",
    };
    message(lang, key)
}

/// A question that must be answered, on one line with what an answer needs: file, key of the table, id.
pub fn tell_open_question(open: &OpenQuestion, lang: Lang) -> String {
    let mut question = open.question.clone();
    if let Some(evidence) = &open.series {
        question.evidence = tell_break(&open.file, &open.sheet, evidence, lang);
    }
    super::reading::tell_asked(&open.file, &open.table, &question, lang)
}

/// Why no study can be made of what comes in, and what to do.
pub fn explain_new_study_problem(problem: &NewStudyProblem, lang: Lang) -> Explanation {
    match problem {
        NewStudyProblem::NoTerritory => explain(lang, "taking-no-territory", &[]),
        NewStudyProblem::NoOutput => explain(lang, "taking-no-output", &[]),
        NewStudyProblem::GapInBase { year, lines } => {
            let arguments = [("year", FluentValue::from(year.to_string())), ("lines", lines.join(", ").into())];
            explain(lang, "taking-gap-in-base", &arguments)
        }
        NewStudyProblem::Remainder { year, share } => {
            let share = Numbers::new(lang).percent(*share, 1);
            let arguments = [("year", FluentValue::from(year.to_string())), ("share", share.into())];
            explain(lang, "taking-remainder", &arguments)
        }
        NewStudyProblem::NoPriceBase => explain(lang, "taking-no-price-base", &[]),
        NewStudyProblem::NoGrowth => explain(lang, "taking-no-growth", &[]),
        NewStudyProblem::Record(error) => super::explain::explain_resolve_error(error, None, lang),
        NewStudyProblem::OpenQuestions(count) => {
            explain(lang, "taking-open-questions", &[("count", FluentValue::from(*count))])
        }
        NewStudyProblem::Invalid(error) => explain_study_error(error, None, lang),
    }
}
