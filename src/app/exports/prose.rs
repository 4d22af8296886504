//! What a scenario leads to, in the sentences that answer its question.

use super::distance::{GrdpDistance, direction, distance};
use super::likelihood::{band, findings};
use super::main_figures::largest_difference;
use super::scene::ExportScene;
use crate::analysis::{average_growth, gap, growth_period, target};
use crate::app::export_sections::DocumentSection;
use crate::app::state::AppState;
use crate::engine::{Line, TOTAL_LINE, Variable};
use crate::export::ExportCase;
use crate::export::report::ReportBlock;
use crate::text::words::{filled, period};
use crate::text::{case_name, range_text};

/// What a case leads to in the last year: the sentence that is read first, and its growth beside the target.
pub(super) fn answer(scene: &ExportScene<'_>, case: &ExportCase<'_>, state: &AppState) -> Vec<ReportBlock> {
    let (lang, study) = (scene.lang(), scene.study);
    let end = case.projection.horizon().end();
    let Some(grdp) = case.projection.value(Variable::Grdp, Line::Total, end) else {
        let values = [("name", case_name(&case.id, Some(study), lang)), ("year", scene.numbers.year(end))];
        let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
        return vec![ReportBlock::Lead(filled(lang, "answer-note-no-answer", &values))];
    };
    let distance = distance(scene, case);
    let lead = lead(scene, case, grdp, (distance.as_ref(), state));
    let differs = distance.filter(|found| !found.is_seen()).and_then(|found| tell_difference(scene, case, &found));
    let first = std::iter::once(lead).chain(differs).map(ReportBlock::Lead);
    first.chain(tell_growth(scene, case).map(ReportBlock::Paragraph)).collect()
}

/// GRDP, how far it is from the reference, and between which values it lies.
fn lead(
    scene: &ExportScene<'_>,
    case: &ExportCase<'_>,
    grdp: f64,
    (distance, state): (Option<&GrdpDistance<'_>>, &AppState),
) -> String {
    let (lang, numbers) = (scene.lang(), scene.numbers);
    let gap = distance.map_or(0.0, GrdpDistance::gap);
    let share = distance.map_or(0.0, GrdpDistance::share);
    let name = |id: &str| case_name(id, Some(scene.study), lang);
    let band = findings(state).and_then(|found| band(scene, &found.ensemble));
    // The reason is told in the section on how likely it is.
    let told = scene.request.sections.has(DocumentSection::Likely);
    let is_known = if band.is_some() {
        "yes"
    } else if told {
        "no"
    } else {
        "untold"
    };
    let [low, high, _] = band.unwrap_or_default();
    let values = [
        ("name", name(&case.id)),
        ("year", numbers.year(case.projection.horizon().end())),
        ("base", scene.study.price_base_year.to_string()),
        ("grdp", numbers.decimal(grdp, 1)),
        ("compared", distance.map_or("alone", GrdpDistance::word).to_owned()),
        ("gap", numbers.decimal(gap.abs(), 1)),
        ("percent", numbers.percent(share.abs(), 1)),
        ("reference", distance.map_or_else(String::new, |found| name(found.reference()))),
        ("is-known", is_known.to_owned()),
        ("low", low),
        ("high", high),
    ];
    filled(lang, "answer-note-answer", &values.each_ref().map(|(name, value)| (*name, value.as_str())))
}

/// Where GRDP is the same as in the reference: the main figure that differs most; `None` where none does.
fn tell_difference(scene: &ExportScene<'_>, case: &ExportCase<'_>, found: &GrdpDistance<'_>) -> Option<String> {
    let figure = largest_difference(scene, case, found.run())?;
    let reference = case_name(found.reference(), Some(scene.study), scene.lang());
    let values = [
        ("figure", figure.name.as_str()),
        ("own", figure.own.as_deref()?),
        ("other", figure.reference.as_deref()?),
        ("difference", figure.difference.as_deref()?),
        ("reference", &reference),
    ];
    Some(filled(scene.lang(), "answer-note-differs", &values))
}

/// Average growth of GRDP over the years of [`growth_period`], and how far it is from its target where there is one.
fn tell_growth(scene: &ExportScene<'_>, case: &ExportCase<'_>) -> Option<String> {
    let (lang, numbers, study) = (scene.lang(), scene.numbers, scene.study);
    let (years, position) = growth_period(study);
    let growth = average_growth(study, &case.projection, Line::Total, years)?;
    let figure = position.and_then(|position| study.targets.get(position));
    let wanted =
        figure.and_then(|figure| Some((figure, target(study, Variable::OutputGrowth, TOTAL_LINE, years.until)?)));
    let missed = wanted.map_or(0.0, |(_, wanted)| gap(growth, &wanted));
    let values = [
        ("period", period(years.since, years.until)),
        ("base", study.price_base_year.to_string()),
        ("growth", numbers.percent(growth, 1)),
        ("landing", if wanted.is_some() { direction(100.0 * missed, 1) } else { "none" }.to_owned()),
        ("gap", numbers.decimal(100.0 * missed.abs(), 1)),
        ("wanted", figure.map_or_else(String::new, |figure| range_text(figure, lang))),
    ];
    Some(filled(lang, "answer-note-growth", &values.each_ref().map(|(name, value)| (*name, value.as_str()))))
}
