//! What a scenario leads to, in the sentences that answer its question.

use super::likelihood::{band, findings};
use super::main_figures::largest_difference;
use super::report::reference;
use super::{DocumentSection, Scene};
use crate::analysis::{average_growth, gap, headline_period, target};
use crate::app::state::AppState;
use crate::engine::{Line, Projection, TOTAL_LINE, Variable};
use crate::export::ExportCase;
use crate::export::report::ReportBlock;
use crate::text::words::{filled, period};
use crate::text::{case_name, range_text};

/// The word by which a message chooses between more, less and the same; a difference that rounds to 0 is the same.
fn direction(gap: f64, decimals: usize) -> &'static str {
    let scale = [1.0, 10.0, 100.0, 1000.0].get(decimals).copied().unwrap_or(1.0);
    let rounded = (gap * scale).round();
    if rounded > 0.0 {
        "above"
    } else if rounded < 0.0 {
        "below"
    } else {
        "same"
    }
}

/// How far GRDP of the last year is from that of the case with which a note compares.
pub(super) struct GrdpDistance<'s> {
    reference: &'s str,
    run: &'s Projection,
    other: f64,
    gap: f64,
}

impl GrdpDistance<'_> {
    /// Whether a reader sees it: it does not round to 0.
    pub(super) fn is_seen(&self) -> bool {
        self.word() != "same"
    }

    /// The case with which it is compared.
    pub(super) const fn reference(&self) -> &str {
        self.reference
    }

    /// GRDP less that of the reference, in the unit of the model.
    pub(super) const fn gap(&self) -> f64 {
        self.gap
    }

    /// The gap as a fraction of GRDP of the reference.
    pub(super) fn share(&self) -> f64 {
        self.gap / self.other
    }

    fn word(&self) -> &'static str {
        direction(self.gap, 1)
    }
}

/// The distance from the reference; `None` where the case is it, or where either has no GRDP of the last year.
pub(super) fn distance<'s>(scene: &'s Scene<'_>, case: &ExportCase<'_>) -> Option<GrdpDistance<'s>> {
    let end = case.projection.horizon().end();
    let of = |run: &Projection| run.value(Variable::Grdp, Line::Total, end);
    let (reference, run) = reference(scene, case)?;
    let (own, other) = (of(&case.projection)?, of(run)?);
    Some(GrdpDistance { reference, run, other, gap: own - other })
}

/// What a case leads to in the last year: the sentence that is read first, and its growth beside the target.
pub(super) fn answer(scene: &Scene<'_>, case: &ExportCase<'_>, state: &AppState) -> Vec<ReportBlock> {
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
    scene: &Scene<'_>,
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
        ("reference", distance.map_or_else(String::new, |found| name(found.reference))),
        ("is-known", is_known.to_owned()),
        ("low", low),
        ("high", high),
    ];
    filled(lang, "answer-note-answer", &values.each_ref().map(|(name, value)| (*name, value.as_str())))
}

/// Where GRDP is the same as in the reference: the main figure that differs most; `None` where none does.
fn tell_difference(scene: &Scene<'_>, case: &ExportCase<'_>, found: &GrdpDistance<'_>) -> Option<String> {
    let figure = largest_difference(scene, case, found.run)?;
    let reference = case_name(found.reference, Some(scene.study), scene.lang());
    let values = [
        ("figure", figure.name.as_str()),
        ("own", figure.own.as_deref()?),
        ("other", figure.reference.as_deref()?),
        ("difference", figure.difference.as_deref()?),
        ("reference", &reference),
    ];
    Some(filled(scene.lang(), "answer-note-differs", &values))
}

/// Average growth of GRDP over the period of headlines, and how far it is from its target where there is one.
fn tell_growth(scene: &Scene<'_>, case: &ExportCase<'_>) -> Option<String> {
    let (lang, numbers, study) = (scene.lang(), scene.numbers, scene.study);
    let (years, position) = headline_period(study);
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

#[cfg(test)]
mod tests {
    use super::direction;

    #[test]
    fn what_rounds_to_nothing_is_the_same() {
        assert_eq!(direction(0.04, 1), "same");
        assert_eq!(direction(-0.04, 1), "same");
        assert_eq!(direction(0.05, 1), "above");
        assert_eq!(direction(-0.06, 1), "below");
    }
}
