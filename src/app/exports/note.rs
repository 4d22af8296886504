//! The answer of one scenario: the note of at most two pages, with which the report opens too.

use super::distance::{GrdpDistance, distance};
use super::document::{Counter, DocumentHead, SectionDraft, assemble};
use super::figures::{fan_figure, line_figure, why_figure};
use super::likelihood::{findings, likelihood};
use super::main_figures::main_figures;
use super::prose::answer;
use super::reasons::reasons;
use super::run_facts::{caption, run_facts};
use super::scene::ExportScene;
use crate::analysis::{Metric, Player, Swing, Tornado};
use crate::app::export_form::ExportForm;
use crate::app::export_sections::{DocumentSection, sections_of};
use crate::app::state::AppState;
use crate::app::view_models::{StateReader, compare};
use crate::engine::{Line, Variable};
use crate::export::ExportCase;
use crate::export::chart::ChartFile;
use crate::export::report::{Heading, Report, ReportBlock, Section};
use crate::scenario::figure::Status;
use crate::scenario::{Provenance, lever_provenance};
use crate::text::words::{count_text, filled, label};
use crate::text::{
    FigureText, band_basis_notes, case_name, explain_analysis_error, explain_lever_origin, lever_value, player_name,
    provenance, remarks_on_run,
};

/// Most assumptions and remarks that are told, so that a note stays within two pages.
const MOST_SUPPORTS: usize = 3;
const MOST_REMARKS: usize = 2;

/// The note on a case.
pub(super) fn note(scene: &ExportScene<'_>, case: &ExportCase<'_>) -> Report {
    let lang = scene.lang();
    let plain = |draft: SectionDraft| Section {
        heading: Heading { number: String::new(), title: draft.title, level: 1 },
        blocks: draft.blocks,
    };
    let head = DocumentHead {
        title: case_name(&case.id, Some(scene.study), lang),
        subtitle: filled(lang, "answer-note-subtitle", &[("study", scene.study.name.in_lang(lang))]),
        facts: vec![run_facts(scene).join(" · ")],
        contents: None,
    };
    let drafts = sections(scene, case, &mut Counter::new(lang));
    assemble(scene, head, drafts.into_iter().map(plain).collect())
}

/// The parts of a note, as sections below another.
pub(super) fn sections(scene: &ExportScene<'_>, case: &ExportCase<'_>, counter: &mut Counter) -> Vec<SectionDraft> {
    let lang = scene.lang();
    let state = scene.state_of_note(&case.id);
    // In the report a part without a section of its own belongs to the answer.
    let is_chosen = |section: &DocumentSection| {
        scene.request.sections.has(*section) || section.heading(scene.request.form).is_none()
    };
    let parts = sections_of(ExportForm::Note).iter().filter(|(section, _)| is_chosen(section));
    let drafts = parts.map(|(section, key)| {
        // A baseline has no question: its description is shown.
        let asks = *section != DocumentSection::Question || scene.study.baseline(&case.id).is_none();
        let key = if asks { key } else { "answer-note-section-about" };
        SectionDraft { title: label(lang, key), level: 2, blocks: part(scene, case, (*section, &state), counter) }
    });
    drafts.collect()
}

/// What stands in a section of the note.
fn part(
    scene: &ExportScene<'_>,
    case: &ExportCase<'_>,
    (section, state): (DocumentSection, &AppState),
    counter: &mut Counter,
) -> Vec<ReportBlock> {
    match section {
        DocumentSection::Question => vec![ReportBlock::Paragraph(question(scene, case))],
        DocumentSection::Answer => {
            let mut answered = answer(scene, case, state);
            answered.push(counter.figure(chart(scene, case, state)));
            answered
        }
        DocumentSection::Why => reasons(scene, case, state),
        DocumentSection::Likely => likely(scene, case, state),
        DocumentSection::Results => {
            let year = scene.numbers.year(case.projection.horizon().end());
            let title = filled(scene.lang(), "answer-note-table", &[("year", &year)]);
            vec![counter.table(title, main_figures(scene, case))]
        }
        DocumentSection::Rests => supports(scene, case, state),
        // Sections of the report alone.
        DocumentSection::Assumptions
        | DocumentSection::Charts
        | DocumentSection::Targets
        | DocumentSection::Audit
        | DocumentSection::Sources
        | DocumentSection::Method
        | DocumentSection::Origin => Vec::new(),
    }
}

/// Question, answer, largest assumptions and likelihood of one of several cases, without chart and table.
pub(super) fn answer_in_short(scene: &ExportScene<'_>, case: &ExportCase<'_>) -> SectionDraft {
    let state = scene.state_of_note(&case.id);
    let has = |section| scene.request.sections.has(section);
    let mut blocks = Vec::new();
    if has(DocumentSection::Question) {
        blocks.push(ReportBlock::Paragraph(question(scene, case)));
    }
    blocks.extend(answer(scene, case, &state));
    if has(DocumentSection::Why) {
        blocks.extend(reasons(scene, case, &state));
    }
    if has(DocumentSection::Likely) {
        blocks.push(ReportBlock::Paragraph(likelihood(scene, case, &state).0));
    }
    SectionDraft { title: case_name(&case.id, Some(scene.study), scene.lang()), level: 2, blocks }
}

/// What the scenario asks, in the words of its author.
fn question(scene: &ExportScene<'_>, case: &ExportCase<'_>) -> String {
    let words = scene.study.case(&case.id).map_or("", |own| own.note.in_lang(scene.lang())).trim();
    if words.is_empty() { label(scene.lang(), "answer-note-no-question") } else { words.to_owned() }
}

/// The fan of GRDP; without a fan, why the case differs in GRDP; without a difference, the path of GRDP.
fn chart(scene: &ExportScene<'_>, case: &ExportCase<'_>, state: &AppState) -> ChartFile {
    let caption = caption(scene);
    let differs = || {
        distance(scene, case).filter(GrdpDistance::is_seen)?;
        // Where the difference cannot be told apart, the section on why says the reason.
        why_figure(scene, state, &caption).ok()
    };
    let reader = StateReader::new(state);
    let path = || line_figure(&reader, &compare::compare(&reader).overlay, "path".to_owned(), &caption);
    fan_figure(state, &caption).or_else(differs).unwrap_or_else(path)
}

fn likely(scene: &ExportScene<'_>, case: &ExportCase<'_>, state: &AppState) -> Vec<ReportBlock> {
    let (band, chances) = likelihood(scene, case, state);
    let list = (!chances.is_empty()).then_some(ReportBlock::List(chances));
    std::iter::once(ReportBlock::Paragraph(band)).chain(list).collect()
}

/// How far each assumption moves GRDP of the last year, the widest first.
fn widest(scene: &ExportScene<'_>, case: &ExportCase<'_>, state: &AppState) -> Result<std::sync::Arc<Tornado>, String> {
    let lang = scene.lang();
    let prepared = state.derived.prepared_case(&case.id).ok_or_else(|| label(lang, "why-no-result"))?;
    let metric = Metric::new(Variable::Grdp, Line::Total, case.projection.horizon().end());
    state.answers.levers(&state.study, prepared, metric).map_err(|error| {
        let told = explain_analysis_error(&error, scene.study, lang);
        format!("{} {}", told.sentence, told.hint)
    })
}

/// What the answer rests on: the assumptions that matter most and how they are known, the bands, what is missing.
fn supports(scene: &ExportScene<'_>, case: &ExportCase<'_>, state: &AppState) -> Vec<ReportBlock> {
    let (lang, study) = (scene.lang(), scene.study);
    let mut points = match widest(scene, case, state) {
        Ok(found) => tell_supports(scene, case, &found),
        Err(told) => vec![told],
    };
    points.extend(findings(state).map(|found| band_basis_notes(&found.ensemble.bands, lang).join(" ")));
    let remarks = remarks_on_run(study, &case.id, &case.projection, lang);
    points.extend(remarks.iter().take(MOST_REMARKS).cloned());
    if let Some(more) = remarks.len().checked_sub(MOST_REMARKS).filter(|more| *more > 0) {
        points.push(count_text(lang, "answer-note-remarks-more", more));
    }
    let origin = provenance(study, case.vintage(), &case.fingerprint(), lang);
    vec![
        ReportBlock::Paragraph(label(lang, "answer-note-rests-opening")),
        ReportBlock::Details(points),
        ReportBlock::Note(origin),
    ]
}

/// How many of the assumptions that move GRDP no document states, and the widest of all with how each is known.
fn tell_supports(scene: &ExportScene<'_>, case: &ExportCase<'_>, found: &Tornado) -> Vec<String> {
    let (lang, study) = (scene.lang(), scene.study);
    let text = FigureText::new(study, found.metric, lang);
    let is_assumed = |swing: &&Swing| lever_provenance(study, &case.id, &swing.key).status() == Status::Assumed;
    let (all, assumed) = (found.swings.len(), found.swings.iter().filter(is_assumed).count());
    let counts = [
        ("all", all.to_string()),
        ("assumed", assumed.to_string()),
        ("others", (all - assumed).to_string()),
        ("figure", text.name()),
    ];
    let counted = filled(lang, "answer-note-assumed", &counts.each_ref().map(|(name, value)| (*name, value.as_str())));
    let widest = found.swings.iter().take(MOST_SUPPORTS).map(|swing| tell_support(scene, case, swing, &text));
    std::iter::once(counted).chain(widest).collect()
}

fn tell_support(scene: &ExportScene<'_>, case: &ExportCase<'_>, swing: &Swing, text: &FigureText<'_>) -> String {
    let (lang, study) = (scene.lang(), scene.study);
    let origin = explain_lever_origin(study, &case.id, &swing.key, lang);
    // The source of an assumed value only says that it is assumed.
    let own = lever_provenance(study, &case.id, &swing.key);
    let is_bare = own.status() == Status::Assumed && !matches!(own, Provenance::Scenario { .. });
    let source = if is_bare { String::new() } else { origin.source };
    let known = [origin.status, source].into_iter().filter(|part| !part.is_empty());
    let value = |value| lever_value(swing.key.lever.spec(), value, lang);
    let values = [
        ("name", player_name(&Player::Lever(swing.key.clone()), study, lang)),
        ("now", value(swing.now)),
        ("origin", known.collect::<Vec<_>>().join(": ")),
        ("low", value(swing.low)),
        ("high", value(swing.high)),
        ("figure", text.name()),
        ("from", text.value(swing.at_low)),
        ("to", text.value(swing.at_high)),
        ("unit", text.unit()),
    ];
    filled(lang, "answer-note-support", &values.each_ref().map(|(name, value)| (*name, value.as_str())))
}
