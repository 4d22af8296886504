//! Which assumptions make a case differ from the one with which its note compares it, the largest first.

use super::scene::ExportScene;
use crate::analysis::{Grouping, Metric, Player, Term};
use crate::app::answers::WhyAnswer;
use crate::app::export_form::ExportForm;
use crate::app::export_sections::DocumentSection;
use crate::app::state::AppState;
use crate::app::view_models::{StateReader, compare, nothing_text};
use crate::engine::{Line, Variable};
use crate::export::ExportCase;
use crate::export::report::ReportBlock;
use crate::quantity::Year;
use crate::text::words::{count_text, filled, label};
use crate::text::{
    FigureText, case_name, explain_analysis_error, explain_attribution, is_nothing, note_rounded_sum, player_name,
};

/// Most assumptions that are told one by one, so that a note stays within two pages.
const MOST_REASONS: usize = 4;

/// The reasons: a sentence, and where assumptions differ a point for each of the largest.
pub(super) fn reasons(scene: &ExportScene<'_>, case: &ExportCase<'_>, state: &AppState) -> Vec<ReportBlock> {
    let lang = scene.lang();
    let pinned = state.study.pinned.as_str();
    if case.id == pinned {
        let name = case_name(&case.id, Some(scene.study), lang);
        let is_told = scene.request.form == ExportForm::Note || scene.cases.len() == 1;
        let rests = if is_told && scene.request.sections.has(DocumentSection::Rests) { "told" } else { "untold" };
        return vec![ReportBlock::Paragraph(filled(
            lang,
            "answer-note-why-reference",
            &[("name", &name), ("rests", rests)],
        ))];
    }
    let asked = [pinned, case.id.as_str()].map(|id| state.derived.prepared_case(id));
    let [Some(from), Some(to)] = asked else { return vec![ReportBlock::Paragraph(label(lang, "why-no-result"))] };
    let metric = Metric::new(Variable::Grdp, Line::Total, case.projection.horizon().end());
    match state.answers.why(&state.study, from, to, (metric, Grouping::Levers)) {
        Ok(answer) => tell_parts(scene, state, &answer),
        Err(error) => {
            let told = explain_analysis_error(&error, scene.study, lang);
            vec![ReportBlock::Paragraph(format!("{} {}", told.sentence, told.hint))]
        }
    }
}

fn tell_parts(scene: &ExportScene<'_>, state: &AppState, answer: &WhyAnswer) -> Vec<ReportBlock> {
    let (lang, study, found) = (scene.lang(), scene.study, &answer.found);
    let text = FigureText::new(study, found.metric, lang);
    let largest = found.terms.iter().map(|term| term.value.abs()).fold(0.0, f64::max);
    let mut terms: Vec<&Term> = found.terms.iter().filter(|term| !is_nothing(term.value, largest)).collect();
    if terms.is_empty() {
        let told = explain_attribution(found, study, lang).into_iter().take(1);
        return told.map(ReportBlock::Paragraph).collect();
    }
    terms.sort_by(|a, b| b.value.abs().total_cmp(&a.value.abs()));
    let (told, rest) = terms.split_at(terms.len().min(MOST_REASONS));
    let inputs = compare::compare(&StateReader::new(state)).inputs;
    let own =
        inputs.heads.iter().position(|head| head.name == StateReader::new(state).short(&state.workspace.selected));
    let tell = |term: &&Term| tell_term(scene, term, (&inputs.rows, own), &text);
    let mut points: Vec<String> = told.iter().map(tell).collect();
    if !rest.is_empty() {
        let (count, sum) = (rest.len().to_string(), rest.iter().map(|term| term.value).sum());
        points.push(filled(lang, "answer-note-reason-rest", &[("count", &count), ("value", &text.write_signed(sum))]));
    }
    points.extend(tell_nothings(scene, answer, largest, &text));
    let reference = case_name(&state.study.pinned, Some(study), lang);
    let (figure, unit) = (text.name(), text.unit_of_difference());
    let opening = [
        ("reference", reference.as_str()),
        ("figure", &figure),
        ("unit", &unit),
        ("parts", if terms.len() > 1 { "several" } else { "one" }),
    ];
    let opening = ReportBlock::Paragraph(filled(lang, "answer-note-why-opening", &opening));
    // Parts that were estimated say so, in the last of the sentences about them.
    let estimated = found.permutations.and_then(|_| explain_attribution(found, study, lang).pop());
    let all = told.iter().map(|term| term.value).chain(std::iter::once(rest.iter().map(|term| term.value).sum()));
    let rounded = note_rounded_sum(&all.map(|part| text.to_shown(part)).collect::<Vec<_>>(), text.decimals(), lang);
    let notes = estimated.into_iter().chain(rounded).map(ReportBlock::Note);
    [opening, ReportBlock::List(points)].into_iter().chain(notes).collect()
}

/// Assumptions that are other and make no difference in the year: where each makes most, or that it makes none.
fn tell_nothings(scene: &ExportScene<'_>, answer: &WhyAnswer, largest: f64, text: &FigureText<'_>) -> Vec<String> {
    let (lang, study) = (scene.lang(), scene.study);
    let parts = answer.found.terms.iter().zip(&answer.peaks);
    let none = parts.filter(|(term, _)| is_nothing(term.value, largest));
    let tell = |(term, peak): (&Term, &Option<(Year, f64)>)| {
        let value = nothing_text((scene.numbers, lang), answer.found.metric.year, *peak, text);
        filled(lang, "answer-note-reason-part", &[("name", &player_name(&term.player, study, lang)), ("value", &value)])
    };
    let mut told: Vec<String> = none.map(tell).collect();
    let more = told.len().saturating_sub(MOST_REASONS);
    told.truncate(MOST_REASONS);
    if more > 0 {
        told.push(count_text(lang, "answer-note-reason-none", more));
    }
    told
}

/// An assumption or the baseline with its values in both cases and its part; values are left out if the table lacks
/// them.
fn tell_term(
    scene: &ExportScene<'_>,
    term: &Term,
    (rows, own): (&[compare::InputRow], Option<usize>),
    text: &FigureText<'_>,
) -> String {
    let (lang, value) = (scene.lang(), text.write_signed(term.value));
    let name = player_name(&term.player, scene.study, lang);
    let row = rows.iter().find(|row| match &term.player {
        Player::Lever(key) => row.key.as_ref() == Some(key),
        Player::Cause(_) => row.key.is_none(),
    });
    let cells = row.and_then(|row| Some((row.cells.first()?, row.cells.get(own?)?)));
    match cells {
        Some((from, to)) => filled(
            lang,
            "answer-note-reason",
            &[("name", &name), ("from", &from.text), ("to", &to.text), ("value", &value)],
        ),
        None => filled(lang, "answer-note-reason-part", &[("name", &name), ("value", &value)]),
    }
}
