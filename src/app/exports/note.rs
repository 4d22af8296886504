//! The answer of one scenario: the note of at most two pages, with which the report opens too.

use super::Scene;
use super::figures::{about_case, caption, fan_figure, no_bands, overview_figures, why_figure};
use super::prose::{answer, main_figures};
use super::report::{Counter, DocumentHead, SectionDraft, assemble, run_facts};
use crate::analysis::ensemble::{Ensemble, FAN, Proportion};
use crate::analysis::{AnalysisError, Attribution, Grouping, Metric, Player, Term, Tornado, attribute};
use crate::app::ensemble_job::UncertaintyFindings;
use crate::app::state::AppState;
use crate::app::view_models::{Picture, compare, overview};
use crate::engine::{Line, Variable};
use crate::export::ExportCase;
use crate::export::chart::ChartFile;
use crate::export::report::{Heading, Report, ReportBlock, Section};
use crate::scenario::figure::Status;
use crate::scenario::lever_provenance;
use crate::text::words::{count_text, filled, label};
use crate::text::{
    FigureText, band_basis_notes, case_name, chance, explain_analysis_error, explain_attribution, explain_lever_origin,
    explain_tornado, frequency, goal_name, is_nothing, lever_value, player_name, provenance, shown_value,
    together_name,
};

/// Most assumptions, targets and remarks that are told, so that a note stays within two pages.
const MOST_REASONS: usize = 4;
const MOST_CHANCES: usize = 4;
const MOST_SUPPORTS: usize = 3;
const MOST_REMARKS: usize = 2;
/// Places of the ends of the 80% band and of the median in a fan.
const BAND: [usize; 3] = [1, 5, 3];

/// The note on a case.
pub(super) fn note(scene: &Scene<'_>, case: &ExportCase<'_>) -> Report {
    let lang = scene.lang();
    let plain = |draft: SectionDraft| Section {
        heading: Heading { number: String::new(), title: draft.title, level: 1 },
        blocks: draft.blocks,
    };
    let head = DocumentHead {
        title: case_name(&case.id, Some(scene.study), lang),
        subtitle: filled(lang, "note-subtitle", &[("study", scene.study.name.in_lang(lang))]),
        facts: vec![run_facts(scene).join(" · ")],
        contents: None,
    };
    let drafts = sections(scene, case, &mut Counter::new(lang));
    assemble(scene, head, drafts.into_iter().map(plain).collect())
}

/// The parts of a note, as sections below another.
pub(super) fn sections(scene: &Scene<'_>, case: &ExportCase<'_>, counter: &mut Counter) -> Vec<SectionDraft> {
    let lang = scene.lang();
    let state = scene.state_with_ensemble(&case.id);
    let draft = |key, blocks| SectionDraft { title: label(lang, key), level: 2, blocks };
    let answered = vec![ReportBlock::Lead(answer(scene, case)), counter.figure(chart(scene, &state))];
    let (about, points) = reasons(scene, case, &state);
    let reasons = about.into_iter().map(ReportBlock::Paragraph).chain([ReportBlock::List(points)]);
    let (band, chances) = likelihood(scene, case, &state);
    let mut likely = vec![ReportBlock::Paragraph(band)];
    if !chances.is_empty() {
        likely.push(ReportBlock::List(chances));
    }
    let year = scene.numbers.year(end_year(case));
    let title = filled(lang, "note-table", &[("year", &year)]);
    let figures = vec![counter.table(title, main_figures(scene, case))];
    vec![
        draft("note-section-question", vec![ReportBlock::Paragraph(question(scene, case))]),
        draft("note-section-answer", answered),
        draft("note-section-why", reasons.collect()),
        draft("note-section-likely", likely),
        draft("note-section-figures", figures),
        draft("note-section-rests", supports(scene, case, &state)),
    ]
}

/// Question, answer, largest assumptions and likelihood of one of several cases, without chart and table.
pub(super) fn answer_in_short(scene: &Scene<'_>, case: &ExportCase<'_>) -> SectionDraft {
    let state = scene.state_with_ensemble(&case.id);
    let (about, points) = reasons(scene, case, &state);
    let mut blocks = vec![ReportBlock::Paragraph(question(scene, case)), ReportBlock::Lead(answer(scene, case))];
    blocks.extend(about.map(ReportBlock::Paragraph));
    blocks.push(ReportBlock::List(points));
    blocks.push(ReportBlock::Paragraph(likelihood(scene, case, &state).0));
    SectionDraft { title: case_name(&case.id, Some(scene.study), scene.lang()), level: 2, blocks }
}

/// The last year of a run: figures of a note are of it.
fn end_year(case: &ExportCase<'_>) -> crate::quantity::Year {
    case.projection.horizon().end()
}

/// What the scenario asks, in the words of its author.
fn question(scene: &Scene<'_>, case: &ExportCase<'_>) -> String {
    let study = scene.study;
    let asked = study.scenario(&case.id).map(|scenario| &scenario.note);
    let asked = asked.or_else(|| study.baseline(&case.id).map(|baseline| &baseline.note));
    let words = asked.map_or("", |note| note.in_lang(scene.lang())).trim();
    if words.is_empty() { label(scene.lang(), "note-no-question") } else { words.to_owned() }
}

/// The fan of GRDP; where there is none, why the case differs; where it does not, the path of GRDP.
fn chart(scene: &Scene<'_>, state: &AppState) -> ChartFile {
    let caption = caption(scene);
    let differs = || {
        let is_other = state.workspace.selected != scene.study.pinned;
        is_other.then(|| why_figure(scene, state, &caption).ok()).flatten()
    };
    let path = || {
        let [output, ..] = overview_figures(&overview(&Picture::new(state)), &caption);
        output
    };
    fan_figure(state, &caption).or_else(differs).unwrap_or_else(path)
}

fn told_error(scene: &Scene<'_>, error: &AnalysisError) -> String {
    let told = explain_analysis_error(error, scene.study, scene.lang());
    format!("{} {}", told.sentence, told.hint)
}

/// GRDP of the last year, of which every part of a note speaks.
fn metric(case: &ExportCase<'_>) -> Metric {
    Metric::new(Variable::Grdp, Line::Total, end_year(case))
}

/// What opens the reasons, and the largest assumptions with what each makes of GRDP.
fn reasons(scene: &Scene<'_>, case: &ExportCase<'_>, state: &AppState) -> (Option<String>, Vec<String>) {
    if case.id == scene.study.pinned {
        let points = match widest(scene, case, state) {
            Ok(found) => explain_tornado(&found, scene.study, scene.lang()).into_iter().take(1).collect(),
            Err(told) => vec![told],
        };
        return (None, points);
    }
    let asked = [scene.study.pinned.as_str(), case.id.as_str()].map(|id| state.derived.prepared_case(id));
    let [Some(from), Some(to)] = asked else { return (None, vec![label(scene.lang(), "why-no-result")]) };
    let cases = [from, to].map(|one| one.in_closure(&state.study, state.study.closure));
    match attribute(cases, Grouping::Levers, &[metric(case)]) {
        Ok(found) => found.first().map_or_else(|| (None, Vec::new()), |found| told_parts(scene, state, found)),
        Err(error) => (None, vec![told_error(scene, &error)]),
    }
}

fn told_parts(scene: &Scene<'_>, state: &AppState, found: &Attribution) -> (Option<String>, Vec<String>) {
    let (lang, study) = (scene.lang(), scene.study);
    let text = FigureText::new(study, found.metric, lang);
    let largest = found.terms.iter().map(|term| term.value.abs()).fold(0.0, f64::max);
    let mut terms: Vec<&Term> = found.terms.iter().filter(|term| !is_nothing(term.value, largest)).collect();
    if terms.is_empty() {
        return (None, explain_attribution(found, study, lang).into_iter().take(1).collect());
    }
    terms.sort_by(|a, b| b.value.abs().total_cmp(&a.value.abs()));
    let (told, rest) = terms.split_at(terms.len().min(MOST_REASONS));
    let mut points: Vec<String> = told.iter().map(|term| told_term(scene, state, term, &text)).collect();
    if !rest.is_empty() {
        let (count, sum) = (rest.len().to_string(), rest.iter().map(|term| term.value).sum());
        points.push(filled(lang, "note-reason-rest", &[("count", &count), ("value", &text.write_signed(sum))]));
    }
    let reference = case_name(&study.pinned, Some(study), lang);
    let (figure, unit) = (text.name(), text.unit_of_difference());
    let opening = [("reference", reference.as_str()), ("figure", &figure), ("unit", &unit)];
    let mut about = filled(lang, "note-why-opening", &opening);
    // Parts that were estimated say so, in the last of the sentences about them.
    if found.permutations.is_some() {
        about = explain_attribution(found, study, lang).pop().map_or(about.clone(), |told| format!("{told} {about}"));
    }
    (Some(about), points)
}

/// An assumption with its values in both cases and its part, or a group of them with its part.
fn told_term(scene: &Scene<'_>, state: &AppState, term: &Term, text: &FigureText<'_>) -> String {
    let (lang, value) = (scene.lang(), text.write_signed(term.value));
    let name = player_name(&term.player, scene.study, lang);
    let inputs = compare::compare(&Picture::new(state)).inputs;
    let own = inputs.heads.iter().position(|head| head.name == Picture::new(state).short(&state.workspace.selected));
    let row = match &term.player {
        Player::Lever(key) => inputs.rows.iter().find(|row| row.key.as_ref() == Some(key)),
        Player::Cause(_) => None,
    };
    let cells = row.and_then(|row| Some((row.cells.first()?, row.cells.get(own?)?)));
    match cells {
        Some((from, to)) => {
            filled(lang, "note-reason", &[("name", &name), ("from", &from.text), ("to", &to.text), ("value", &value)])
        }
        None => filled(lang, "note-reason-part", &[("name", &name), ("value", &value)]),
    }
}

/// How far each assumption moves GRDP, the widest first.
fn widest(scene: &Scene<'_>, case: &ExportCase<'_>, state: &AppState) -> Result<std::sync::Arc<Tornado>, String> {
    let prepared = state.derived.prepared_case(&case.id).ok_or_else(|| label(scene.lang(), "why-no-result"))?;
    let found = state.answers.levers(&state.study, prepared, metric(case));
    found.map_err(|error| told_error(scene, &error))
}

fn findings(state: &AppState) -> Option<&UncertaintyFindings> {
    state.uncertainty.answer()?.found.as_ref().ok()
}

/// Between which values GRDP lies, and how likely the targets of the last year are.
fn likelihood(scene: &Scene<'_>, case: &ExportCase<'_>, state: &AppState) -> (String, Vec<String>) {
    let lang = scene.lang();
    let nothing = || no_bands(scene, state).unwrap_or_else(|| label(lang, "note-no-bands"));
    let Some(found) = findings(state) else { return (nothing(), Vec::new()) };
    let band = told_band(scene, case, &found.ensemble).unwrap_or_else(nothing);
    (band, chances(scene, found))
}

fn told_band(scene: &Scene<'_>, case: &ExportCase<'_>, ensemble: &Ensemble) -> Option<String> {
    let fan = ensemble.fans.iter().find(|fan| fan.series.variable == Variable::Grdp)?;
    let last = fan.years.last().filter(|quantiles| quantiles.len() == FAN.len())?;
    let [low, high, median] = BAND.map(|at| last.get(at).map(|quantile| shown_value(Variable::Grdp, quantile.value)));
    let written = [low?, high?, median?].map(|value| scene.numbers.decimal(value, 1));
    let (year, base) = (scene.numbers.year(end_year(case)), scene.study.price_base_year.to_string());
    let draws = scene.numbers.decimal(ensemble.draws as f64, 0);
    let values = [
        ("year", year.as_str()),
        ("base", &base),
        ("draws", &draws),
        ("low", &written[0]),
        ("high", &written[1]),
        ("median", &written[2]),
    ];
    Some(filled(scene.lang(), "note-band", &values))
}

/// Targets of the last year that chance decides: that of the headline first, then all together, then the others.
fn chances(scene: &Scene<'_>, found: &UncertaintyFindings) -> Vec<String> {
    let (lang, ensemble) = (scene.lang(), &found.ensemble);
    let single: Vec<(usize, Proportion)> =
        ensemble.chances.iter().enumerate().filter_map(|(at, one)| Some((at, one.proportion?))).collect();
    let last = single.iter().filter_map(|(at, _)| ensemble.chances.get(*at)).map(|one| one.goal.year).max();
    let written = |name: String, proportion| {
        let (share, told) = (chance(proportion, lang), frequency(proportion, lang));
        filled(lang, "note-chance", &[("name", &name), ("chance", &share), ("frequency", &told)])
    };
    let mut points: Vec<(usize, String)> = Vec::new();
    for (at, proportion) in single {
        let Some(one) = ensemble.chances.get(at).filter(|one| Some(one.goal.year) == last) else { continue };
        let rank = if found.headline == Some(at) { 0 } else { 2 };
        points.push((rank, written(goal_name(&one.goal, scene.study, lang), proportion)));
    }
    let together = ensemble.together.iter().filter(|one| Some(one.year) == last);
    points.extend(together.map(|one| (1, written(together_name(one, lang), one.proportion))));
    points.sort_by_key(|(rank, _)| *rank);
    points.into_iter().map(|(_, told)| told).take(MOST_CHANCES).collect()
}

/// What the answer rests on: the bands, the assumptions that matter most and how they are known, what is missing.
fn supports(scene: &Scene<'_>, case: &ExportCase<'_>, state: &AppState) -> Vec<ReportBlock> {
    let (lang, study) = (scene.lang(), scene.study);
    let mut points = Vec::new();
    match widest(scene, case, state) {
        Ok(found) => points.extend(told_supports(scene, case, &found)),
        Err(told) => points.push(about_case(scene, &case.id, &told)),
    }
    points.extend(findings(state).map(|found| band_basis_notes(&found.ensemble.bands, lang).join(" ")));
    let remarks = scene.remarks_on(case);
    points.extend(remarks.iter().take(MOST_REMARKS).cloned());
    if let Some(more) = remarks.len().checked_sub(MOST_REMARKS).filter(|more| *more > 0) {
        points.push(count_text(lang, "note-remarks-more", more));
    }
    let origin = provenance(study, case.vintage(), &case.fingerprint(), lang);
    vec![
        ReportBlock::Paragraph(label(lang, "note-rests-opening")),
        ReportBlock::Details(points),
        ReportBlock::Note(origin),
    ]
}

/// How many of the assumptions that move GRDP no document states, and the widest of all with how each is known.
fn told_supports(scene: &Scene<'_>, case: &ExportCase<'_>, found: &Tornado) -> Vec<String> {
    let (lang, study) = (scene.lang(), scene.study);
    let text = FigureText::new(study, found.metric, lang);
    let (figure, unit) = (text.name(), text.unit());
    let is_assumed =
        |key: &crate::scenario::setting::LeverKey| lever_provenance(study, &case.id, key).status() == Status::Assumed;
    let assumed = found.swings.iter().filter(|swing| is_assumed(&swing.key)).count();
    let counts =
        [("all", found.swings.len().to_string()), ("assumed", assumed.to_string()), ("figure", figure.clone())];
    let mut points =
        vec![filled(lang, "note-assumed", &counts.each_ref().map(|(name, value)| (*name, value.as_str())))];
    points.extend(found.swings.iter().take(MOST_SUPPORTS).map(|swing| {
        let origin = explain_lever_origin(study, &case.id, &swing.key, lang);
        let known = [origin.status, origin.source].into_iter().filter(|part| !part.is_empty());
        let value = |value| lever_value(swing.key.lever.spec(), value, lang);
        let values = [
            ("name", player_name(&Player::Lever(swing.key.clone()), study, lang)),
            ("now", value(swing.now)),
            ("origin", known.collect::<Vec<_>>().join(": ")),
            ("low", value(swing.low)),
            ("high", value(swing.high)),
            ("figure", figure.clone()),
            ("from", text.value(swing.at_low)),
            ("to", text.value(swing.at_high)),
            ("unit", unit.clone()),
        ];
        filled(lang, "note-support", &values.each_ref().map(|(name, value)| (*name, value.as_str())))
    }));
    points
}
