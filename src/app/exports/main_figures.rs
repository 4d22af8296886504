//! The main figures of the last year beside those of the reference and the targets.

use super::scene::ExportScene;
use crate::analysis::{average_growth, growth_period, stated_target, target};
use crate::engine::{Line, Projection, TOTAL_LINE, Variable};
use crate::export::ExportCase;
use crate::export::report::{ReportRow, ReportTable};
use crate::quantity::{PriceBasis, Unit, Year};
use crate::text::words::{filled, label, period};
use crate::text::{
    aim_sign, case_name, line_short, range_text, shown_decimals, shown_unit, shown_value, unit_at_prices,
    variable_name, variable_unit,
};

/// A figure of a case, in the unit of the variable.
fn value(projection: &Projection, variable: Variable, line: &str, year: Year) -> Option<f64> {
    let line = if line == TOTAL_LINE { Line::Total } else { projection.line(line)? };
    projection.value(variable, line, year)
}

/// A figure of the table, written in the unit in which it is shown.
pub(super) struct MainFigure {
    pub(super) name: String,
    pub(super) own: Option<String>,
    pub(super) reference: Option<String>,
    pub(super) difference: Option<String>,
    target: Option<String>,
    /// Size of the difference against the reference; zero where there is no difference to see.
    relative: f64,
}

/// Size of a difference against the reference.
fn relative(own: Option<f64>, reference: Option<f64>) -> f64 {
    own.zip(reference).map_or(0.0, |(own, reference)| ((own - reference) / reference).abs())
}

/// The main figures in order; those that both cases lack are left out.
fn listed(scene: &ExportScene<'_>, case: &ExportCase<'_>, other: Option<&Projection>) -> Vec<MainFigure> {
    let headline = scene.study.structure.headline.as_str();
    let asked = [
        (Variable::Grdp, TOTAL_LINE),
        (Variable::Output, headline),
        (Variable::ShareConstant, headline),
        (Variable::Employment, TOTAL_LINE),
        (Variable::Productivity, headline),
        (Variable::GrdpPerHead, TOTAL_LINE),
        (Variable::GrdpPerHeadUsd, TOTAL_LINE),
    ];
    let level = |(variable, line)| level_figure(scene, (case, other), variable, line);
    let mut figures: Vec<MainFigure> = asked.into_iter().map(level).collect();
    figures.insert(1, growth_figure(scene, (case, other)));
    figures.retain(|figure| figure.own.is_some() || figure.reference.is_some());
    figures
}

/// The main figure that differs most from the reference, in proportion to it; `None` where all are the same as written.
pub(super) fn largest_difference(
    scene: &ExportScene<'_>,
    case: &ExportCase<'_>,
    other: &Projection,
) -> Option<MainFigure> {
    let differing = listed(scene, case, Some(other)).into_iter().filter(|figure| figure.own != figure.reference);
    let finite = differing.filter(|figure| figure.relative.is_finite() && figure.relative > 0.0);
    finite.max_by(|a, b| a.relative.total_cmp(&b.relative))
}

/// The table: a row for each figure; targets have a column where the plan states any of them.
pub(super) fn main_figures(scene: &ExportScene<'_>, case: &ExportCase<'_>) -> ReportTable {
    let (lang, study) = (scene.lang(), scene.study);
    let other = scene.reference(&case.id);
    let figures = listed(scene, case, other.map(|(_, run)| run));
    let has_targets = figures.iter().any(|figure| figure.target.is_some());
    let name = |id: &str| case_name(id, Some(study), lang);
    let mut heads = vec![label(lang, "column-item"), name(&case.id)];
    if let Some((id, _)) = other {
        heads.extend([name(id), label(lang, "column-difference")]);
    }
    heads.extend(has_targets.then(|| label(lang, "column-target")));
    let written = |text: Option<String>| text.unwrap_or_else(|| scene.numbers.missing().to_owned());
    let row = |figure: MainFigure| {
        let mut cells = vec![figure.name, written(figure.own)];
        if other.is_some() {
            cells.extend([written(figure.reference), written(figure.difference)]);
        }
        cells.extend(has_targets.then(|| written(figure.target)));
        ReportRow::plain(cells)
    };
    let points = other.map(|_| label(lang, "answer-note-table-points"));
    let signs = has_targets.then(|| label(lang, "answer-note-table-signs"));
    let each = if other.is_some() { 14 } else { 20 };
    ReportTable {
        widths: std::iter::once(44).chain(std::iter::repeat_n(each, heads.len() - 1)).collect(),
        heads,
        numbers_from: 1,
        rows: figures.into_iter().map(row).collect(),
        source: points.into_iter().chain(signs).collect::<Vec<_>>().join(" "),
        ..ReportTable::default()
    }
}

fn level_figure(
    scene: &ExportScene<'_>,
    (case, other): (&ExportCase<'_>, Option<&Projection>),
    variable: Variable,
    line: &str,
) -> MainFigure {
    let (lang, numbers, study) = (scene.lang(), scene.numbers, scene.study);
    let end = case.projection.horizon().end();
    let decimals = shown_decimals(shown_unit(variable));
    let read = |run: &Projection| value(run, variable, line, end).map(|value| shown_value(variable, value));
    let (own, reference) = (read(&case.projection), other.and_then(read));
    let written = |value: f64| numbers.decimal(value, decimals);
    let name = if line == TOTAL_LINE {
        variable_name(variable, lang)
    } else {
        let of = [("variable", variable_name(variable, lang)), ("line", line_short(line, study, lang))];
        filled(lang, "answer-note-row", &of.each_ref().map(|(name, value)| (*name, value.as_str())))
    };
    let stated = stated_target(study, variable, line, end).filter(|(_, figure)| figure.since.is_none());
    let target = stated.and_then(|(_, figure)| {
        let wanted = target(study, variable, line, end)?;
        let ends = [Some(wanted.value), wanted.upper].into_iter().flatten();
        let ends: Vec<String> = ends.map(|value| written(shown_value(variable, value))).collect();
        Some(format!("{}\u{a0}{}", aim_sign(figure.aim()), ends.join("–")))
    });
    MainFigure {
        name: format!("{name}, {}", variable_unit(variable, study.price_base_year, lang)),
        own: own.map(written),
        reference: reference.map(written),
        difference: own.zip(reference).map(|(own, reference)| numbers.write_signed(own - reference, decimals)),
        target,
        relative: relative(own, reference),
    }
}

/// Average growth of GRDP over the years of [`growth_period`]; its difference is in percentage points.
fn growth_figure(scene: &ExportScene<'_>, (case, other): (&ExportCase<'_>, Option<&Projection>)) -> MainFigure {
    let (lang, numbers, study) = (scene.lang(), scene.numbers, scene.study);
    let (years, position) = growth_period(study);
    let read = |run: &Projection| average_growth(study, run, Line::Total, years);
    let (own, reference) = (read(&case.projection), other.and_then(read));
    let unit = unit_at_prices(Unit::PercentPerYear, PriceBasis::Constant, study.price_base_year, lang);
    let target = position.and_then(|position| study.targets.get(position));
    let written = |growth: f64| numbers.decimal(100.0 * growth, 1);
    MainFigure {
        name: filled(lang, "answer-note-row-growth", &[("period", &period(years.since, years.until)), ("unit", &unit)]),
        own: own.map(written),
        reference: reference.map(written),
        difference: own.zip(reference).map(|(own, reference)| numbers.points(own - reference, 1)),
        target: target.map(|figure| format!("{}\u{a0}{}", aim_sign(figure.aim()), range_text(figure, lang))),
        relative: relative(own, reference),
    }
}
