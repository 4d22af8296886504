//! Sections of the report that answer questions: what the plan audit found, and how likely the targets are.

use super::document::{Counter, SectionDraft};
use super::figures::{about_case, fan_figure, no_bands, tornado_figure, why_figure};
use super::likelihood::{self, tell_distance};
use super::run_facts::caption;
use super::scene::ExportScene;
use crate::analysis::audit::Finding;
use crate::analysis::ensemble::{Ensemble, FAN};
use crate::analysis::plan_baseline;
use crate::app::ensemble_job::UncertaintyFindings;
use crate::app::export_sections::DocumentSection;
use crate::app::state::AppState;
use crate::app::uncertainty::shifts_now;
use crate::engine::Variable;
use crate::export::report::{ReportBlock, ReportTable};
use crate::export::{
    EnsembleRun, ExportCase, Table, chances_table, explain_unjudged, findings_table, input_shifts_table,
    last_bands_table,
};
use crate::quantity::{PriceBasis, Unit};
use crate::text::words::{count_text, filled, label};
use crate::text::{
    audit_scope, band_basis_notes, bands_note, case_name, explain_resolve_error, finding_hint, finding_sentence,
    goal_name, idle_input_notes, median_and_path, refused_input, unit_at_prices, variable_name,
};
use std::rc::Rc;

/// Findings of the plan audit that disagree, with their figures and what to look at.
pub(super) fn findings(scene: &ExportScene<'_>, counter: &mut Counter) -> Option<SectionDraft> {
    let (lang, study) = (scene.lang(), scene.study);
    let derived = &scene.state().derived;
    let audit = derived.audit()?;
    // What was not looked at is said, with the reason where there is one.
    let unseen = audit_scope(audit.scope, lang).map(|told| format!("{} {}", told.sentence, told.hint));
    let plan = plan_baseline(study).and_then(|baseline| derived.case(&baseline.id));
    let refused = plan.filter(|plan| plan.prepared.is_none()).and_then(|plan| plan.error.as_ref());
    let refused = refused.map(|error| explain_resolve_error(error, Some(study), lang).sentence);
    if audit.findings.is_empty() && refused.is_none() {
        return None;
    }
    let failing: Vec<&Finding> = audit.findings.iter().filter(|finding| finding.verdict.fails()).collect();
    let count = count_text(lang, "report-audit-count", failing.len());
    let all = audit.findings.len().to_string();
    let opening = filled(lang, "report-audit-opening", &[("count", &count), ("all", &all)]);
    let mut blocks = vec![ReportBlock::Paragraph(opening)];
    blocks.extend(unseen.into_iter().chain(refused).map(ReportBlock::Note));
    if !failing.is_empty() {
        let compared = findings_table(study, failing.iter().copied(), lang).keep_columns(|id| id != "verdict");
        let mut table = ReportTable::new(&compared, vec![8, 30, 13, 17, 17, 15], 9, lang);
        // Figures that are all per cent or counts carry their unit themselves.
        table.drop_empty_columns();
        blocks.push(counter.table(label(lang, "report-table-audit"), table));
        blocks.push(ReportBlock::Details(failing.iter().map(|finding| tell_finding(scene, finding)).collect()));
    }
    Some(SectionDraft::of_report(scene, DocumentSection::Audit, blocks))
}

/// What a finding says and what to look at; where somebody has noted why it may stand, that too.
fn tell_finding(scene: &ExportScene<'_>, finding: &Finding) -> String {
    let (lang, study) = (scene.lang(), scene.study);
    let noted = study.explained.iter().find(|explained| explained.finding == finding.code);
    let noted = noted.map(|noted| filled(lang, "report-audit-explained", &[("note", noted.note.in_lang(lang))]));
    let says = [finding_sentence(finding, study, lang), finding_hint(finding, study, lang)];
    let parts = std::iter::once(format!("{}.", finding.code)).chain(says).chain(noted);
    parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Why each scenario differs from the reference, and which assumptions matter most.
pub(super) fn reasons(scene: &ExportScene<'_>, counter: &mut Counter) -> SectionDraft {
    let lang = scene.lang();
    let caption = caption(scene);
    let mut blocks = Vec::new();
    for case in scene.cases.iter().filter(|case| case.id != scene.study.pinned) {
        let state = scene.state_of(&case.id);
        blocks.push(match why_figure(scene, &state, &caption) {
            Ok(figure) => counter.figure(figure),
            Err(sentence) => ReportBlock::Note(about_case(scene, &case.id, &sentence)),
        });
    }
    if !blocks.is_empty() {
        blocks.insert(0, ReportBlock::Paragraph(label(lang, "report-why-opening")));
    }
    let told = scene.state().workspace.selected.clone();
    let name = case_name(&told, Some(scene.study), lang);
    match tornado_figure(scene, &scene.state_of(&told), &caption) {
        Ok(figure) => {
            let figure = counter.figure(figure);
            // By its number, because a page may bring other charts between the sentence and the figure.
            if let ReportBlock::Figure { number, .. } = &figure {
                let values = [("figure", number.as_str()), ("name", &name)];
                blocks.push(ReportBlock::Paragraph(filled(lang, "report-tornado-opening", &values)));
            }
            blocks.push(figure);
        }
        Err(sentence) => blocks.push(ReportBlock::Note(about_case(scene, &told, &sentence))),
    }
    SectionDraft::of_report(scene, DocumentSection::Why, blocks)
}

/// Bands of GRDP and probabilities of the targets, conditional on each scenario.
pub(super) fn chances(scene: &ExportScene<'_>, counter: &mut Counter) -> Option<SectionDraft> {
    let lang = scene.lang();
    let caption = caption(scene);
    let states: Vec<(&ExportCase<'_>, Rc<AppState>)> =
        scene.cases.iter().map(|case| (case, scene.state_with_ensemble(&case.id))).collect();
    let found: Vec<(&ExportCase<'_>, &UncertaintyFindings)> = states
        .iter()
        .filter_map(|(case, state)| Some((*case, state.uncertainty.answer()?.found.as_ref().ok()?)))
        .collect();
    let missing: Vec<ReportBlock> =
        states.iter().filter_map(|(_, state)| no_bands(scene, state)).map(ReportBlock::Note).collect();
    let Some((_, first)) = found.first() else {
        let draft = SectionDraft::of_report(scene, DocumentSection::Likely, missing);
        return Some(draft).filter(|draft| !draft.blocks.is_empty());
    };
    let options = &first.options;
    let draws = scene.numbers.decimal(options.draws as f64, 0);
    let opening = filled(lang, "report-chances-opening", &[("draws", &draws)]);
    let mut blocks =
        vec![ReportBlock::Paragraph(opening), counter.table(bands_title(scene), bands_table(scene, &found))];
    blocks.extend(
        states.iter().filter_map(|(_, state)| fan_figure(state, &caption)).map(|figure| counter.figure(figure)),
    );
    for (case, state) in &states {
        let apart = likelihood::findings(state).and_then(|found| tell_distance(scene, case, state, found));
        blocks.extend(apart.map(|told| of_case(scene, &[case], &told)).map(ReportBlock::Paragraph));
    }
    let mut unjudged: Vec<String> = Vec::new();
    for (case, found) in &found {
        let chances = last_chances(scene, &found.ensemble);
        if chances.rows.is_empty() {
            continue;
        }
        for reason in explain_unjudged(scene.study, &case.projection, lang) {
            if !unjudged.contains(&reason) {
                unjudged.push(reason);
            }
        }
        let table = ReportTable::new(&chances, vec![44, 10, 14, 32], 9, lang);
        let name = case_name(&case.id, Some(scene.study), lang);
        blocks.push(counter.table(filled(lang, "report-table-chances", &[("name", &name)]), table));
    }
    let selected = &scene.state().workspace.selected;
    let told = states.iter().find(|(case, _)| case.id == *selected).or(states.first());
    blocks.extend(told.map(|(_, state)| input_shifts(scene, state, counter)).unwrap_or_default());
    blocks.extend(missing);
    blocks.extend(unjudged.into_iter().map(ReportBlock::Note));
    blocks.extend(band_bases(scene, &found).into_iter().map(ReportBlock::Note));
    blocks.extend(bands_note(options, lang).into_iter().map(ReportBlock::Note));
    for (case, found) in &found {
        let grdp = found.ensemble.fans.iter().find(|fan| fan.series.variable == Variable::Grdp);
        let name = format!("{}, {}", variable_name(Variable::Grdp, lang), case_name(&case.id, Some(scene.study), lang));
        let told = grdp.and_then(|fan| median_and_path(fan, &name, found.ensemble.horizon.end(), lang));
        blocks.extend(told.map(ReportBlock::Note));
    }
    Some(SectionDraft::of_report(scene, DocumentSection::Likely, blocks))
}

/// On what the bands of the cases rest; cases with the same bands are named together.
fn band_bases(scene: &ExportScene<'_>, found: &[(&ExportCase<'_>, &UncertaintyFindings)]) -> Vec<String> {
    let mut told: Vec<(String, Vec<&ExportCase<'_>>)> = Vec::new();
    for (case, found) in found {
        let note = band_basis_notes(&found.ensemble.bands, scene.lang()).join(" ");
        match told.iter_mut().find(|(known, _)| *known == note) {
            Some((_, cases)) => cases.push(case),
            None => told.push((note, vec![case])),
        }
    }
    told.iter().map(|(note, cases)| of_case(scene, cases, note)).collect()
}

/// A sentence after the names of the cases that it is about.
fn of_case(scene: &ExportScene<'_>, cases: &[&ExportCase<'_>], told: &str) -> String {
    let names: Vec<String> = cases.iter().map(|case| case_name(&case.id, Some(scene.study), scene.lang())).collect();
    filled(scene.lang(), "report-bands-of-case", &[("name", &names.join("; ")), ("note", told)])
}

/// Which inputs of the simulation move the chance of the main goal of a case, and why others do not.
fn input_shifts(scene: &ExportScene<'_>, state: &AppState, counter: &mut Counter) -> Vec<ReportBlock> {
    let lang = scene.lang();
    // A case without an ensemble is told elsewhere, with the reason.
    let Some(answer) = state.uncertainty.answer.as_ref() else { return Vec::new() };
    let Ok(found) = &answer.found else { return Vec::new() };
    let goal = found.main_goal.and_then(|position| Some((position, found.ensemble.chances.get(position)?)));
    let Some((position, chance)) = goal else { return Vec::new() };
    let Some((shifts, refused)) = shifts_now(state, &answer.question, found) else { return Vec::new() };
    let table = input_shifts_table(&shifts, (position, chance.proportion), lang);
    let table = ReportTable::new(&table, vec![46, 18, 18, 18], 1, lang);
    let name = case_name(&state.workspace.selected, Some(scene.study), lang);
    let goal = goal_name(&chance.goal, scene.study, lang);
    let title = filled(lang, "report-table-shifts", &[("name", &name), ("goal", &goal)]);
    let notes = idle_input_notes(&shifts, lang).into_iter();
    let refused = refused.iter().map(|one| refused_input((one.input, one.factor), &one.error, scene.study, lang));
    let notes = notes.chain(refused).map(ReportBlock::Note);
    std::iter::once(counter.table(title, table)).chain(notes).collect()
}

fn bands_title(scene: &ExportScene<'_>) -> String {
    let lang = scene.lang();
    let unit = unit_at_prices(Unit::TrillionVnd, PriceBasis::Constant, scene.study.price_base_year, lang);
    let year = scene.study.horizon.to_string();
    filled(lang, "report-table-bands", &[("unit", &unit), ("year", &year)])
}

/// Ends of the bands of GRDP in the last year, a row for each case.
fn bands_table(scene: &ExportScene<'_>, found: &[(&ExportCase<'_>, &UncertaintyFindings)]) -> ReportTable {
    let lang = scene.lang();
    let runs: Vec<EnsembleRun<'_>> = found
        .iter()
        .map(|(case, found)| EnsembleRun {
            scenario: &case.id,
            closure: case.closure,
            lines: &[],
            ensemble: &found.ensemble,
        })
        .collect();
    let widths = std::iter::once(30).chain(std::iter::repeat_n(10, FAN.len())).collect();
    let table = ReportTable::new(&last_bands_table(scene.study, &runs, lang), widths, 1, lang);
    ReportTable { source: label(lang, "report-bands-source"), ..table }
}

/// Targets that chance decides, in the last year that targets name: the others are in the window and on the command line.
fn last_chances(scene: &ExportScene<'_>, ensemble: &Ensemble) -> Table {
    let random = ensemble.chances.iter().filter(|one| one.proportion.is_some());
    let last = random.clone().map(|one| one.goal.year).max();
    let single = random.filter(|one| Some(one.goal.year) == last);
    let together = ensemble.together.iter().filter(|one| Some(one.year) == last);
    chances_table(scene.study, single, together, scene.lang())
}
