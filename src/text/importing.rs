//! What is said while figures of files come into a study.

use super::catalog::{FluentValue, message, message_with};
use super::explain::{Explanation, explain, explain_study_error};
use super::names::quantity_name;
use super::number::Numbers;
use super::words::count_text;
use crate::importing::{
    ImportMeasure, IntakeChange, LeftOutBecause, NewStudyProblem, OpenQuestion, RoleFoundBy, TypedProblem, Unfit,
};
use crate::lang::Lang;
use crate::quantity::Quantity;
use crate::reading::{FileRead, LeftOutReason, QuestionTopic};

/// What a table measures, at which prices.
pub fn measured(measure: ImportMeasure, lang: Lang) -> String {
    let name = quantity_name(measure.quantity, lang);
    match (measure.quantity, measure.price_base) {
        (Quantity::Output, Some(year)) => {
            let arguments = [("quantity", FluentValue::from(name)), ("year", year.to_string().into())];
            message_with(lang, "taking-constant", &arguments)
        }
        _ => name,
    }
}

/// Why a table does not come in.
pub fn explain_unfit(why: Unfit, lang: Lang) -> String {
    let key = match why {
        Unfit::NoLevel => "taking-unfit-level",
        Unfit::PartOfYear => "taking-unfit-period",
        Unfit::NoYear => "taking-unfit-year",
        Unfit::Unit => "taking-unfit-unit",
        Unfit::Quantity => "taking-unfit-quantity",
        Unfit::Prices => "taking-unfit-prices",
        Unfit::Empty => "taking-unfit-empty",
    };
    message(lang, key)
}

/// Why a cell of a table that comes in is left out.
pub fn explain_cell_left_out(why: LeftOutBecause, lang: Lang) -> String {
    let key = match why {
        LeftOutBecause::NoValue => "taking-left-no-value",
        LeftOutBecause::NoLine => "taking-left-no-line",
        LeftOutBecause::Repeated => "taking-left-repeated",
        LeftOutBecause::Contradicts => "taking-left-contradicts",
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
    super::reading::tell_asked(&open.file, &open.table, &open.question, lang)
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
        NewStudyProblem::OpenQuestions(count) => {
            explain(lang, "taking-open-questions", &[("count", FluentValue::from(*count))])
        }
        NewStudyProblem::Invalid(error) => explain_study_error(error, None, lang),
    }
}
