//! What a scenario leads to: the sentence that answers, and the table of main figures beside the reference and the targets.

use super::Scene;
use super::report::reference;
use crate::analysis::{average_growth, headline_period, stated_target, target};
use crate::engine::{Line, Projection, Variable};
use crate::export::ExportCase;
use crate::export::report::{ReportRow, ReportTable};
use crate::text::words::{filled, label};
use crate::text::{
    aim_sign, case_name, line_short, range_text, shown_decimals, shown_unit, shown_value, variable_name, variable_unit,
};

/// A figure of a case, in the unit of the variable.
fn value(projection: &Projection, variable: Variable, line: &str, year: i32) -> Option<f64> {
    let line = if line == "total" { Line::Total } else { projection.line(line)? };
    projection.value(variable, line, year)
}

/// The word by which a message chooses between more, less and the same; what rounds to nothing is the same.
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

/// What a case leads to in the last year, in one sentence: GRDP, its growth, and how far that is from the reference.
pub(super) fn answer(scene: &Scene<'_>, case: &ExportCase<'_>) -> String {
    let (lang, numbers, study) = (scene.lang(), scene.numbers, scene.study);
    let end = case.projection.horizon().end();
    let name = case_name(&case.id, Some(study), lang);
    let of = |projection: &Projection| value(projection, Variable::Grdp, "total", end);
    let Some(grdp) = of(&case.projection) else {
        return filled(lang, "note-no-answer", &[("name", &name), ("year", &numbers.year(end))]);
    };
    let (period, _) = headline_period(study);
    let growth = average_growth(study, &case.projection, Line::Total, period);
    let other = reference(scene).filter(|(id, _)| *id != case.id).and_then(|(id, run)| Some((id, of(run)?)));
    let (compared, gap, percent) = other.map_or(("alone", 0.0, 0.0), |(_, other)| {
        let gap = grdp - other;
        (direction(gap, 1), gap, gap / other)
    });
    let values = [
        ("name", name),
        ("year", numbers.year(end)),
        ("base", study.price_base_year.to_string()),
        ("grdp", numbers.decimal(grdp, 1)),
        ("is-grown", if growth.is_some() { "yes" } else { "no" }.to_owned()),
        ("growth", growth.map_or_else(String::new, |growth| numbers.percent(growth, 1))),
        ("period", crate::text::words::period(period.since, period.until)),
        ("compared", compared.to_owned()),
        ("gap", numbers.decimal(gap.abs(), 1)),
        ("percent", numbers.percent(percent.abs(), 1)),
        ("reference", other.map_or_else(String::new, |(id, _)| case_name(id, Some(study), lang))),
    ];
    filled(lang, "note-answer", &values.each_ref().map(|(name, value)| (*name, value.as_str())))
}

/// A figure of the table, in the unit in which it is shown.
struct MainFigure {
    name: String,
    own: Option<String>,
    reference: Option<String>,
    difference: Option<String>,
    target: Option<String>,
}

/// The main figures of the last year beside those of the reference and the targets; a row that nobody has figures of is left out.
pub(super) fn main_figures(scene: &Scene<'_>, case: &ExportCase<'_>) -> ReportTable {
    let (lang, study) = (scene.lang(), scene.study);
    let other = reference(scene).filter(|(id, _)| *id != case.id);
    let headline = study.structure.headline.as_str();
    let asked = [
        (Variable::Grdp, "total"),
        (Variable::Output, headline),
        (Variable::ShareConstant, headline),
        (Variable::Employment, "total"),
        (Variable::Productivity, headline),
        (Variable::GrdpPerHead, "total"),
        (Variable::GrdpPerHeadUsd, "total"),
    ];
    let run = other.map(|(_, run)| run);
    let mut figures: Vec<MainFigure> =
        asked.into_iter().map(|(variable, line)| level_figure(scene, (case, run), variable, line)).collect();
    figures.insert(1, growth_figure(scene, (case, run)));
    let name = |id: &str| case_name(id, Some(study), lang);
    let mut heads = vec![label(lang, "column-item"), name(&case.id)];
    if let Some((id, _)) = other {
        heads.extend([name(id), label(lang, "column-difference")]);
    }
    heads.push(label(lang, "column-target"));
    let written = |text: Option<String>| text.unwrap_or_else(|| scene.numbers.missing().to_owned());
    let rows = figures.into_iter().filter(|figure| figure.own.is_some() || figure.reference.is_some()).map(|figure| {
        let mut cells = vec![figure.name, written(figure.own)];
        if other.is_some() {
            cells.extend([written(figure.reference), written(figure.difference)]);
        }
        cells.push(written(figure.target));
        ReportRow::plain(cells)
    });
    let each = if other.is_some() { 14 } else { 20 };
    ReportTable {
        widths: std::iter::once(44).chain(std::iter::repeat_n(each, heads.len() - 1)).collect(),
        heads,
        numbers_from: 1,
        rows: rows.collect(),
        source: label(lang, "note-table-source"),
        ..ReportTable::default()
    }
}

fn level_figure(
    scene: &Scene<'_>,
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
    let name = if line == "total" {
        variable_name(variable, lang)
    } else {
        let of = [("variable", variable_name(variable, lang)), ("line", line_short(line, study, lang))];
        filled(lang, "note-row", &of.each_ref().map(|(name, value)| (*name, value.as_str())))
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
    }
}

/// Average growth of GRDP over the period of headlines; its difference is in percentage points.
fn growth_figure(scene: &Scene<'_>, (case, other): (&ExportCase<'_>, Option<&Projection>)) -> MainFigure {
    let (lang, numbers, study) = (scene.lang(), scene.numbers, scene.study);
    let (period, position) = headline_period(study);
    let read = |run: &Projection| average_growth(study, run, Line::Total, period);
    let (own, reference) = (read(&case.projection), other.and_then(read));
    let years = crate::text::words::period(period.since, period.until);
    let target = position.and_then(|position| study.targets.get(position));
    MainFigure {
        name: filled(lang, "note-row-growth", &[("period", &years)]),
        own: own.map(|growth| numbers.percent(growth, 1)),
        reference: reference.map(|growth| numbers.percent(growth, 1)),
        difference: own.zip(reference).map(|(own, reference)| numbers.points(own - reference, 1)),
        target: target.map(|figure| format!("{}\u{a0}{}%", aim_sign(figure.aim()), range_text(figure, lang))),
    }
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
