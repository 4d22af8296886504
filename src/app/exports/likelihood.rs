//! How likely an answer is: the band of GRDP, the probabilities of targets, or why there are none.

use super::distance::{GrdpDistance, distance};
use super::scene::ExportScene;
use crate::analysis::ensemble::{Ensemble, FAN, JudgedTarget, Proportion, differences_from_reference};
use crate::app::ensemble_job::UncertaintyFindings;
use crate::app::state::AppState;
use crate::engine::{Line, MeasuredSeries, Variable};
use crate::export::ExportCase;
use crate::task::Progress;
use crate::text::words::{filled, label, period};
use crate::text::{
    capitalise, chance, explain_resolve_error, figure_name, frequency, paired_note, shown_value, together_name,
    variable_name, wanted_text,
};

/// Most probabilities that are told, so that a note stays within two pages.
const MOST_CHANCES: usize = 4;
/// Places of the ends of the 80% band and of the median in a fan.
const BAND: [usize; 3] = [1, 5, 3];

/// What the ensemble of the selected case found.
pub(super) fn findings(state: &AppState) -> Option<&UncertaintyFindings> {
    state.uncertainty.answer()?.found.as_ref().ok()
}

/// GRDP of the last year at the ends of the 80% band and at the median, written in the shown unit.
pub(super) fn band(scene: &ExportScene<'_>, ensemble: &Ensemble) -> Option<[String; 3]> {
    let fan = ensemble.fans.iter().find(|fan| fan.series.variable == Variable::Grdp)?;
    let last = fan.years.last().filter(|quantiles| quantiles.len() == FAN.len())?;
    let [low, high, median] = BAND.map(|at| last.get(at).map(|quantile| shown_value(Variable::Grdp, quantile.value)));
    Some([low?, high?, median?].map(|value| scene.numbers.decimal(value, 1)))
}

/// Between which values GRDP and its distance from the reference lie, and how likely the targets of the last year are; or why
/// that cannot be said.
pub(super) fn likelihood(scene: &ExportScene<'_>, case: &ExportCase<'_>, state: &AppState) -> (String, Vec<String>) {
    let told = findings(state).and_then(|found| {
        let band = band(scene, &found.ensemble)?;
        let told = tell_band(scene, case, &found.ensemble, &band);
        let told = match tell_distance(scene, case, state, found) {
            Some(distance) => format!("{told} {distance}"),
            None => told,
        };
        Some((told, chances(scene, found)))
    });
    told.unwrap_or_else(|| (missing(scene, state), Vec::new()))
}

/// Why there is no band: what the ensemble lacked, or that the case has no random inputs.
fn missing(scene: &ExportScene<'_>, state: &AppState) -> String {
    let lang = scene.lang();
    let refused = state.uncertainty.answer().and_then(|answer| answer.found.as_ref().err());
    refused.map_or_else(
        || label(lang, "answer-note-no-bands"),
        |error| {
            let told = explain_resolve_error(error, Some(scene.study), lang);
            let reason = format!("{} {}", capitalise(&told.sentence), told.hint);
            filled(lang, "answer-note-no-probability", &[("reason", &reason)])
        },
    )
}

fn tell_band(scene: &ExportScene<'_>, case: &ExportCase<'_>, ensemble: &Ensemble, band: &[String; 3]) -> String {
    let [low, high, median] = band;
    let (year, base) = (scene.numbers.year(case.projection.horizon().end()), scene.study.price_base_year.to_string());
    let draws = scene.numbers.decimal(ensemble.draws as f64, 0);
    let values =
        [("year", year.as_str()), ("base", &base), ("draws", &draws), ("low", low), ("high", high), ("median", median)];
    filled(scene.lang(), "answer-note-band", &values)
}

/// How far GRDP is from that of the reference on the same paths, or why that cannot be said; `None` where there is no
/// reference, or no path in common.
pub(super) fn tell_distance(
    scene: &ExportScene<'_>,
    case: &ExportCase<'_>,
    state: &AppState,
    found: &UncertaintyFindings,
) -> Option<String> {
    let (lang, study) = (scene.lang(), scene.study);
    let reference = distance(scene, case).filter(GrdpDistance::is_seen)?.reference().to_owned();
    let closure = scene.request.closure;
    let own = state.derived.prepared_case(&case.id)?;
    let series = [MeasuredSeries { variable: Variable::Grdp, line: Line::Total }];
    match differences_from_reference(&state.study, (own, closure), &series, &found.options, &Progress::default()) {
        Ok(paired) => paired_note(paired?.first()?, (&variable_name(Variable::Grdp, lang), &reference), study, lang),
        Err(error) => {
            let told = explain_resolve_error(&error, Some(study), lang);
            Some(format!("{} {}", capitalise(&told.sentence), told.hint))
        }
    }
}

/// Targets of the last year that chance decides: the main goal first, then all together, then the others.
fn chances(scene: &ExportScene<'_>, found: &UncertaintyFindings) -> Vec<String> {
    let (lang, ensemble) = (scene.lang(), &found.ensemble);
    let single: Vec<(usize, Proportion)> =
        ensemble.chances.iter().enumerate().filter_map(|(at, one)| Some((at, one.proportion?))).collect();
    let last = single.iter().filter_map(|(at, _)| ensemble.chances.get(*at)).map(|one| one.goal.year).max();
    let written = |name: String, proportion| {
        let (share, told) = (chance(proportion, lang), frequency(proportion, lang));
        filled(lang, "answer-note-chance", &[("name", &name), ("chance", &share), ("frequency", &told)])
    };
    let mut points: Vec<(usize, String)> = Vec::new();
    for (at, proportion) in single {
        let Some(one) = ensemble.chances.get(at).filter(|one| Some(one.goal.year) == last) else { continue };
        let rank = if found.main_goal == Some(at) { 0 } else { 2 };
        points.extend(goal(scene, &one.goal).map(|name| (rank, written(name, proportion))));
    }
    let together = ensemble.together.iter().filter(|one| Some(one.year) == last);
    points.extend(together.map(|one| (1, written(together_name(one, lang), one.proportion))));
    points.sort_by_key(|(rank, _)| *rank);
    points.into_iter().map(|(_, told)| told).take(MOST_CHANCES).collect()
}

/// A target with its side, value, unit and prices: `Output of Industry ≥ 190.4 trillion VND, constant 2010 prices`.
fn goal(scene: &ExportScene<'_>, goal: &JudgedTarget) -> Option<String> {
    let (lang, study) = (scene.lang(), scene.study);
    let figure = study.targets.get(goal.target)?;
    let name = capitalise(&figure_name(figure.quantity, &figure.line, Some(study), lang));
    let years = figure.since.zip(figure.year).map(|(since, until)| period(since, until));
    let parts = [Some(name), years, Some(wanted_text(figure, study.price_base_year, lang))];
    Some(parts.into_iter().flatten().collect::<Vec<_>>().join(" "))
}
