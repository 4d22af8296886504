//! The answers of several cases beside each other: a row for each, so that a reader compares figures and not sentences.

use super::distance::distance;
use super::likelihood::{band, findings};
use super::scene::ExportScene;
use crate::analysis::{average_growth, growth_period};
use crate::app::export_sections::DocumentSection;
use crate::engine::{Line, Variable};
use crate::export::ExportCase;
use crate::export::report::{ReportRow, ReportTable};
use crate::text::words::{filled, label, period};
use crate::text::{case_name, variable_unit};

/// The title of the table, with the unit of GRDP and its prices.
pub(super) fn answers_title(scene: &ExportScene<'_>) -> String {
    let (lang, study) = (scene.lang(), scene.study);
    let unit = variable_unit(Variable::Grdp, study.price_base_year, lang);
    let values = [("year", scene.numbers.year(study.horizon)), ("unit", unit)];
    filled(lang, "report-table-answers", &values.each_ref().map(|(name, value)| (*name, value.as_str())))
}

/// GRDP of the last year, how far it is from the reference of each case, its 80% band, and average growth.
pub(super) fn answers_table(scene: &ExportScene<'_>) -> ReportTable {
    let lang = scene.lang();
    let (years, _) = growth_period(scene.study);
    let years = period(years.since, years.until);
    let heads = [
        label(lang, "column-scenario"),
        label(lang, "report-answers-grdp"),
        label(lang, "report-answers-difference"),
        label(lang, "report-answers-reference"),
        label(lang, "report-answers-band"),
        filled(lang, "report-answers-growth", &[("period", &years)]),
    ];
    let likely = if scene.request.sections.has(DocumentSection::Likely) { "told" } else { "untold" };
    ReportTable {
        heads: heads.into(),
        widths: vec![28, 11, 14, 20, 15, 12],
        numbers_from: 1,
        rows: scene.cases.iter().map(|case| row(scene, case)).collect(),
        source: filled(lang, "report-answers-source", &[("likely", likely)]),
        ..ReportTable::default()
    }
}

fn row(scene: &ExportScene<'_>, case: &ExportCase<'_>) -> ReportRow {
    let (lang, numbers, study) = (scene.lang(), scene.numbers, scene.study);
    let name = |id: &str| case_name(id, Some(study), lang);
    let grdp = case.projection.value(Variable::Grdp, Line::Total, case.projection.horizon().end());
    let found = distance(scene, case);
    let state = scene.state_with_ensemble(&case.id);
    let band = findings(&state).and_then(|found| band(scene, &found.ensemble));
    let growth = average_growth(study, &case.projection, Line::Total, growth_period(study).0);
    let difference = found.as_ref().map(|found| {
        format!("{} ({})", numbers.write_signed(found.gap(), 1), numbers.signed_percent(found.share(), 1))
    });
    let cells = [
        grdp.map(|grdp| numbers.decimal(grdp, 1)),
        difference,
        found.as_ref().map(|found| name(found.reference())),
        band.map(|[low, high, _]| format!("{low}–{high}")),
        growth.map(|growth| numbers.decimal(100.0 * growth, 1)),
    ];
    let written = cells.into_iter().map(|cell| cell.unwrap_or_else(|| numbers.missing().to_owned()));
    ReportRow::plain(std::iter::once(name(&case.id)).chain(written).collect())
}
